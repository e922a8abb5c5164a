/*
 * source.c — reads source files (see source.h).
 *
 * The text is decoded to UTF-8 once, here: byte order mark dropped, coding line obeyed, newlines
 * made '\n'. Everything after works on valid UTF-8 without NUL bytes.
 */
#include "source.h"

#include "unicode.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_SOURCE_SIZE = 16 * 1024 * 1024, READ_CHUNK = 64 * 1024 };

static const Range nowhere;

/* A Source that stands for the file while nothing of it is known but the path. */
static Source *bare_source(Arena *arena, const char *path) {
    Source *source = ARENA_NEW(arena, Source);
    source->path = arena_copy(arena, path, strlen(path));
    return source;
}

static void file_error(DiagSink *diags, const char *path, const char *reason) {
    diag_report(diags, DIAG_FILE, NULL, nowhere, NULL, "cannot read '%s': %s", path, reason);
}

/* Reads all of `fd`. Returns NULL, after a message, on failure. */
static char *read_all(Arena *arena, DiagSink *diags, const char *path, int fd, size_t *size) {
    size_t capacity = READ_CHUNK, used = 0;
    struct stat info;
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size < MAX_SOURCE_SIZE)
        capacity = (size_t)info.st_size + 1;
    char *bytes = arena_alloc(arena, capacity + 1);
    for (;;) {
        ssize_t got = read(fd, bytes + used, capacity - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            file_error(diags, path, strerror(errno));
            return NULL;
        }
        used += (size_t)got;
        if (used > MAX_SOURCE_SIZE) {
            diag_report(diags, DIAG_LIMIT, bare_source(arena, path), nowhere, NULL,
                        "source file is larger than %d MiB", MAX_SOURCE_SIZE >> 20);
            return NULL;
        }
        if (got == 0)
            break;
        if (used == capacity) {
            char *grown = arena_alloc(arena, capacity * 2 + 1);
            memcpy(grown, bytes, used);
            bytes = grown;
            capacity *= 2;
        }
    }
    *size = used;
    return bytes;
}

/* ---- the coding line ---- */

typedef enum Encoding { ENCODING_UTF8, ENCODING_LATIN1, ENCODING_ASCII, ENCODING_UNKNOWN } Encoding;

static bool is_coding_char(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || byte == '.';
}

/* The encoding named in the comment line `line`, as PEP 263 finds it; empty if there is none. */
static Str find_coding(Str line) {
    size_t at = 0;
    while (at < line.size && strchr(" \t\f", line.data[at]))
        at++;
    if (at == line.size || line.data[at] != '#')
        return (Str){0};
    for (; at + 7 < line.size; at++) {
        if (memcmp(line.data + at, "coding", 6) != 0 || !strchr(":=", line.data[at + 6]))
            continue;
        size_t start = at + 7;
        while (start < line.size && (line.data[start] == ' ' || line.data[start] == '\t'))
            start++;
        size_t end = start;
        while (end < line.size && is_coding_char(line.data[end]))
            end++;
        if (end > start)
            return (Str){line.data + start, end - start};
    }
    return (Str){0};
}

static bool is_blank_or_comment(Str line) {
    size_t at = 0;
    while (at < line.size && strchr(" \t\f\r", line.data[at]))
        at++;
    return at == line.size || line.data[at] == '#';
}

static Encoding encoding_named(const char *name) {
    static const struct {
        const char *name;
        Encoding encoding;
    } rows[] = {{"utf-8", ENCODING_UTF8},
                {"utf8", ENCODING_UTF8},
                {"u8", ENCODING_UTF8},
                {"utf-8-sig", ENCODING_UTF8},
                {"latin-1", ENCODING_LATIN1},
                {"latin1", ENCODING_LATIN1},
                {"iso-8859-1", ENCODING_LATIN1},
                {"iso8859-1", ENCODING_LATIN1},
                {"iso-latin-1", ENCODING_LATIN1},
                {"l1", ENCODING_LATIN1},
                {"ascii", ENCODING_ASCII},
                {"us-ascii", ENCODING_ASCII}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].name, name) == 0)
            return rows[i].encoding;
    bool suffixed = strncmp(name, "utf-8-", 6) == 0; /* utf-8-unix, as Emacs writes it */
    return suffixed ? ENCODING_UTF8 : ENCODING_UNKNOWN;
}

/* Looks at the first two lines. On ENCODING_UNKNOWN, `*name` and `*line` tell what stands where. */
static Encoding declared_encoding(Arena *arena, const char *bytes, size_t size, char **name,
                                  uint32_t *line_number) {
    size_t start = 0;
    for (uint32_t line = 1; line <= 2 && start < size; line++) {
        const char *newline = memchr(bytes + start, '\n', size - start);
        size_t end = newline ? (size_t)(newline - bytes) : size;
        Str text = {bytes + start, end - start};
        Str coding = find_coding(text);
        if (coding.size) {
            *name = arena_copy(arena, coding.data, coding.size);
            *line_number = line;
            for (char *p = *name; *p; p++)
                *p = *p == '_' ? '-' : *p >= 'A' && *p <= 'Z' ? (char)(*p | 0x20) : *p;
            return encoding_named(*name);
        }
        if (!is_blank_or_comment(text))
            break;
        start = end + 1;
    }
    return ENCODING_UTF8;
}

/* ---- decoding ---- */

static uint32_t line_of(const char *bytes, size_t at) {
    uint32_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += bytes[i] == '\n';
    return line;
}

static Str latin1_to_utf8(Arena *arena, const char *bytes, size_t size) {
    char *text = arena_alloc(arena, size * 2 + 1);
    size_t used = 0;
    for (size_t i = 0; i < size; i++)
        used += utf8_encode((unsigned char)bytes[i], text + used);
    return (Str){text, used};
}

/* Makes every newline '\n', in place: "\r\n" and "\r" become it, as CPython reads files. */
static size_t translate_newlines(char *text, size_t size) {
    char *carriage = memchr(text, '\r', size);
    if (!carriage)
        return size;
    size_t out = (size_t)(carriage - text);
    for (size_t i = out; i < size; i++) {
        if (text[i] != '\r') {
            text[out++] = text[i];
            continue;
        }
        text[out++] = '\n';
        if (i + 1 < size && text[i + 1] == '\n')
            i++;
    }
    text[out] = 0;
    return out;
}

static void find_lines(Arena *arena, Source *source) {
    VEC(uint32_t) starts = {0};
    VEC_PUSH(arena, &starts, 0);
    const char *text = source->text.data, *end = text + source->text.size;
    for (const char *at = text; (at = memchr(at, '\n', (size_t)(end - at))) != NULL;) {
        at++;
        VEC_PUSH(arena, &starts, (uint32_t)(at - text));
        if (at == end)
            break;
    }
    source->line_starts = starts.items;
    source->line_count = (uint32_t)starts.count;
}

static Source *encoding_error(DiagSink *diags, Source *source, uint32_t line, const char *message) {
    diag_report(diags, DIAG_ENCODING, source, (Range){line, 0, line, 0}, NULL, "%s", message);
    return NULL;
}

/* Checks that the text is what its encoding promises; false after a message. */
static bool check_text(Arena *arena, DiagSink *diags, Source *source, Encoding encoding) {
    const char *text = source->text.data;
    size_t size = source->text.size, valid = utf8_valid_prefix(text, size);
    const char *nul = memchr(text, 0, size);
    if (nul && (size_t)(nul - text) < valid) {
        encoding_error(diags, source, line_of(text, (size_t)(nul - text)),
                       "source code cannot contain null bytes");
        return false;
    }
    if (valid < size) {
        uint32_t line = line_of(text, valid);
        encoding_error(diags, source, line,
                       arena_printf(arena,
                                    "Non-UTF-8 code starting with '\\x%02x' on line %u, but no "
                                    "encoding declared; see https://peps.python.org/pep-0263/ for "
                                    "details",
                                    (unsigned char)text[valid], line));
        return false;
    }
    for (size_t i = 0; encoding == ENCODING_ASCII && i < size; i++) {
        if ((unsigned char)text[i] < 0x80)
            continue;
        encoding_error(diags, source, line_of(text, i),
                       arena_printf(arena,
                                    "(unicode error) 'ascii' codec can't decode byte 0x%02x in "
                                    "position %zu: ordinal not in range(128)",
                                    (unsigned char)text[i], i));
        return false;
    }
    return true;
}

Source *source_from_bytes(Arena *arena, DiagSink *diags, const char *path, const char *bytes,
                          size_t size) {
    Source *source = bare_source(arena, path);
    char *name = NULL;
    uint32_t line = 1;
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        size -= 3;
        if (declared_encoding(arena, bytes, size, &name, &line) != ENCODING_UTF8)
            return encoding_error(diags, source, line,
                                  arena_printf(arena, "encoding problem: %s with BOM", name));
    }
    Encoding encoding = declared_encoding(arena, bytes, size, &name, &line);
    if (encoding == ENCODING_UNKNOWN)
        return encoding_error(diags, source, line,
                              arena_printf(arena, "unknown encoding: %s", name));
    if (encoding == ENCODING_LATIN1)
        source->text = latin1_to_utf8(arena, bytes, size);
    else
        source->text = (Str){arena_copy(arena, bytes, size), size};
    source->text.size = translate_newlines((char *)source->text.data, source->text.size);
    if (!check_text(arena, diags, source, encoding)) {
        source->text = (Str){"", 0}; /* nothing printable to quote */
        return NULL;
    }
    source->file_size = source->text.size;
    find_lines(arena, source);
    return source;
}

Source *source_read(Arena *arena, DiagSink *diags, const char *path) {
    bool standard_input = strcmp(path, "-") == 0;
    int fd = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        file_error(diags, path, strerror(errno));
        return NULL;
    }
    struct stat info;
    size_t size = 0;
    char *bytes = NULL;
    if (fstat(fd, &info) == 0 && S_ISDIR(info.st_mode))
        file_error(diags, path, "it is a directory");
    else
        bytes = read_all(arena, diags, path, fd, &size);
    if (!standard_input)
        close(fd);
    return bytes ? source_from_bytes(arena, diags, standard_input ? "<stdin>" : path, bytes, size)
                 : NULL;
}
