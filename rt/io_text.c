/*
 * io_text.c — text files: a binary file seen through an encoding and a rule for line ends. There is
 * no buffer of decoded text: lines and characters are cut out of the binary file's input buffer, so
 * that tell() is always exact. As CPython decodes what it reads in pieces of IO_BUFFER bytes, a
 * piece is checked before the first line of it is cut out. Encodings in which line ends are not the
 * bytes of ASCII (FILE_OTHER) are turned into UTF-8 there, the whole file at once.
 */
#include "io.h"
#include "object.h"

#include <unistd.h>

static BinaryFile *binary_of(const TextFile *file) {
    return AS(BinaryFile, file->buffer);
}

/* ---- making ---------------------------------------------------------------------------------- */

static int encoding_by_name(Value name, FileEncoding *codec) {
    size_t size;
    const char *text = str_utf8(name, &size);
    if (!text)
        return -1;
    *codec = !strcmp(text, "locale") ? FILE_UTF8 : codec_of_file(text);
    return *codec == FILE_OTHER ? codec_check(text) : 0;
}

static int newline_by_text(Value text, Newline *newline) {
    *newline = NEWLINE_UNIVERSAL;
    if (!text || text == VALUE_NONE)
        return 0;
    if (!value_isa(text, &rt_type_str))
        return raise_status(&rt_exc_TypeError,
                            "open() argument 'newline' must be str or None, not %T", text);
    static const char *const known[] = {"", "\n", "\r", "\r\n"};
    for (int i = 0; i < 4; i++)
        if (str_equal_cstr(text, known[i])) {
            *newline = (Newline)(NEWLINE_KEEP + i);
            return 0;
        }
    return raise_status(&rt_exc_ValueError, "illegal newline value: %S", text);
}

Value text_new(Value binary, const char *mode, Value encoding, Value errors, Value newline,
               bool line_buffering) {
    TextFile *file = object_new(&rt_type_text_file, sizeof(TextFile));
    if (!file)
        return 0;
    file->buffer = value_incref(binary);
    file->encoding = encoding ? value_incref(encoding) : str_from_cstr("UTF-8");
    file->errors = errors ? value_incref(errors) : str_from_cstr("strict");
    file->mode = str_from_cstr(mode);
    file->line_buffering = line_buffering;
    if (!file->encoding || !file->errors || !file->mode ||
        encoding_by_name(file->encoding, &file->codec) < 0 ||
        newline_by_text(newline, &file->newline) < 0) {
        value_decref(OBJ(file));
        return 0;
    }
    file->strict = str_equal_cstr(file->errors, "strict");
    return OBJ(file);
}

static void text_finalize(Value self) {
    const TextFile *file = AS(TextFile, self);
    if (file->buffer)
        binary_finish(binary_of(file), self);
}

static void text_dealloc(Object *self) {
    TextFile *file = (TextFile *)self;
    value_decref(file->buffer);
    value_decref(file->encoding);
    value_decref(file->errors);
    value_decref(file->mode);
}

/* ---- writing --------------------------------------------------------------------------------- */

/* The encoding to ask str.encode and bytes.decode for. */
static Value encoding_borrow(const TextFile *file) {
    size_t size;
    switch (file->codec) {
    case FILE_ASCII:
        return str_name("ascii");
    case FILE_LATIN1:
        return str_name("latin-1");
    case FILE_BYTEWISE:
        return file->encoding;
    case FILE_OTHER:
        if (file->inside)
            return str_name(codec_unmarked(str_utf8(file->encoding, &size)));
        return file->encoding;
    default:
        return str_name("utf-8");
    }
}

/* Surrogates, which WTF-8 lets through, are ED A0..BF in UTF-8. */
static bool has_surrogates(const char *text, size_t size) {
    const char *end = text + size;
    while ((text = memchr(text, '\xed', (size_t)(end - text))) != NULL) {
        if (end - text > 1 && (uint8_t)text[1] >= 0xa0)
            return true;
        text++;
    }
    return false;
}

/* Is the file's start, where a mark belongs, behind it? */
static void note_place(TextFile *file) {
    int64_t at = binary_tell(binary_of(file));
    if (at < 0)
        exc_clear(); /* a pipe */
    file->inside |= at > 0;
}

/* By str.encode, which knows all encodings and error handlers. */
static int write_encoded(TextFile *file, Value str) {
    if (file->codec == FILE_OTHER && !file->begun)
        note_place(file);
    Value args[2] = {encoding_borrow(file), file->errors};
    Value bytes = object_call_method(str, "encode", args, 2);
    if (!bytes)
        return -1;
    file->begun = file->inside = true;
    const BytesObject *object = AS(BytesObject, bytes);
    int status = binary_write(binary_of(file), (const char *)object->data, (size_t)object->length);
    value_decref(bytes);
    return status;
}

static int write_plain(TextFile *file, Value str) {
    size_t size;
    bool utf8 = file->codec == FILE_UTF8 || file->codec == FILE_UTF8_SIG;
    if (file->codec == FILE_OTHER || (!utf8 && !AS(StrObject, str)->ascii))
        return write_encoded(file, str);
    const char *text = str_utf8(str, &size);
    if (!text)
        return -1;
    if (!AS(StrObject, str)->ascii && has_surrogates(text, size))
        return write_encoded(file, str);
    return binary_write(binary_of(file), text, size);
}

static bool contains_char(Value str, char wanted) {
    const StrObject *object = AS(StrObject, str);
    if (object->kind == 1)
        return memchr(str_data(object), wanted, (size_t)object->length) != NULL;
    for (int64_t i = 0; i < object->length; i++)
        if (str_char_at(object, i) == (uint32_t)wanted)
            return true;
    return false;
}

int text_write(TextFile *file, Value str) {
    BinaryFile *binary = binary_of(file);
    if (binary->closed)
        return raise_status(&rt_exc_ValueError, "I/O operation on closed file.");
    if (!binary->writable) {
        io_unsupported("not writable");
        return -1;
    }
    if (file->codec == FILE_UTF8_SIG && !file->begun) {
        file->begun = true;
        note_place(file);
        if (!file->inside && binary_write(binary, "\xef\xbb\xbf", 3) < 0)
            return -1;
    }
    bool has_newline =
        (file->line_buffering || file->newline >= NEWLINE_CR) && contains_char(str, '\n');
    int status;
    if (has_newline && file->newline >= NEWLINE_CR) {
        Value args[2] = {str_name("\n"), str_name(file->newline == NEWLINE_CR ? "\r" : "\r\n")};
        Value translated = object_call_method(str, "replace", args, 2);
        status = translated ? write_plain(file, translated) : -1;
        value_decref(translated);
    } else {
        status = write_plain(file, str);
    }
    if (status == 0 && (file->write_through ||
                        (file->line_buffering && (has_newline || contains_char(str, '\r')))))
        status = binary_flush(binary);
    return status;
}

int file_write_str(Value file, Value str) {
    if (value_is(file, &rt_type_text_file))
        return text_write(AS(TextFile, file), str);
    Value result = object_call_method(file, "write", &str, 1);
    value_decref(result);
    return result ? 0 : -1;
}

int file_flush(Value file) {
    if (value_is(file, &rt_type_text_file) && !binary_of(AS(TextFile, file))->closed)
        return binary_flush(binary_of(AS(TextFile, file)));
    Value result = object_call_method(file, "flush", NULL, 0);
    value_decref(result);
    return result ? 0 : -1;
}

/* Notes the kinds of line ends in the next bytes of the file; `last`: nothing follows them. */
static void note_line_ends(TextFile *file, const char *data, size_t size, bool last) {
    enum { CR = 1, LF = 2, CRLF = 4, ALL = 7 };
    if (file->newline > NEWLINE_KEEP || file->seen == ALL)
        return;
    if (file->after_cr && (size || last)) {
        bool pair = size && data[0] == '\n';
        file->seen |= pair ? CRLF : CR;
        file->after_cr = false;
        data += pair;
        size -= pair;
    }
    if (!size || !memchr(data, '\r', size)) {
        if (!(file->seen & LF) && size && memchr(data, '\n', size))
            file->seen |= LF;
        return;
    }
    for (size_t i = 0; i < size; i++) {
        if (data[i] == '\n') {
            file->seen |= LF;
        } else if (data[i] == '\r') {
            bool at_end = i + 1 == size, pair = !at_end && data[i + 1] == '\n';
            file->after_cr = at_end && !last;
            if (!file->after_cr)
                file->seen |= pair ? CRLF : CR;
            i += pair;
        }
    }
}

/* ---- reading --------------------------------------------------------------------------------- */

/* UTF-16 and UTF-32 without an order in the name: a file has to begin by a mark, if with anything
 * whole. 0, or -1: UnicodeError. */
static int check_mark(const char *encoding, const char *data, size_t size) {
    const char *plain = codec_unmarked(encoding);
    size_t unit = plain == encoding ? 0 : strcmp(plain, "utf-16-le") == 0 ? 2 : 4;
    if (size < unit || memcmp(data, "\xff\xfe\0", unit) == 0 ||
        memcmp(data, &"\0\0\xfe\xff"[4 - unit], unit) == 0)
        return 0;
    return raise_status(&rt_exc_UnicodeError, "UTF-%d stream does not start with BOM",
                        unit == 2 ? 16 : 32);
}

/* Turns all that is left of the file into UTF-8. 0 or -1. */
static int begin_other(TextFile *file) {
    BinaryFile *binary = binary_of(file);
    if (binary_fill_all(binary) < 0)
        return -1;
    size_t size = binary_available(binary), length;
    Value args[2] = {encoding_borrow(file), file->errors};
    const char *data = size ? binary->input + binary->input_start : "";
    Value bytes = bytes_new(data, size);
    Value str = bytes ? object_call_method(bytes, "decode", args, 2) : 0;
    value_decref(bytes);
    if (str && check_mark(str_utf8(args[0], &length), data, size) < 0)
        value_replace(&str, 0);
    const char *text = str ? str_utf8(str, &size) : NULL;
    int status = text ? binary_replace(binary, text, size) : -1;
    if (status == 0)
        note_line_ends(file, text, size, true);
    value_decref(str);
    file->begun = file->inside = status == 0;
    return status;
}

static BinaryFile *for_reading(TextFile *file) {
    BinaryFile *binary = binary_of(file);
    if (binary->closed) {
        raise_error(&rt_exc_ValueError, "I/O operation on closed file.");
        return NULL;
    }
    if (!binary->readable) {
        io_unsupported("not readable");
        return NULL;
    }
    if (file->codec == FILE_UTF8_SIG && !file->begun) {
        file->begun = true;
        if (binary_want(binary, 3) < 0)
            return NULL;
        if (binary_available(binary) >= 3 &&
            memcmp(binary->input + binary->input_start, "\xef\xbb\xbf", 3) == 0)
            binary->input_start += 3;
    }
    if (file->codec == FILE_OTHER && !file->begun && begin_other(file) < 0)
        return NULL;
    return binary;
}

static Value decode(TextFile *file, const char *data, size_t size) {
    bool utf8 = file->codec == FILE_UTF8 || file->codec == FILE_UTF8_SIG;
    if (file->codec == FILE_LATIN1)
        return str_from_latin1((const uint8_t *)data, size);
    if (file->codec == FILE_OTHER || (utf8 && (file->strict || text_is_utf8(data, size))))
        return str_from_utf8(data, size);
    Value bytes = bytes_new(data, size);
    Value args[2] = {encoding_borrow(file), file->errors};
    Value str = bytes ? object_call_method(bytes, "decode", args, 2) : 0;
    value_decref(bytes);
    return str;
}

/* Replaces \r\n and \r by \n in place; the new size. */
static size_t translate(char *data, size_t size) {
    char *out = data;
    for (size_t i = 0; i < size; i++) {
        if (data[i] != '\r') {
            *out++ = data[i];
            continue;
        }
        i += i + 1 < size && data[i + 1] == '\n';
        *out++ = '\n';
    }
    return (size_t)(out - data);
}

/* Steps over `size` bytes of the input. */
static void consume(TextFile *file, size_t size) {
    binary_of(file)->input_start += size;
    file->ready -= file->ready < size ? file->ready : size;
}

/* Takes `size` bytes off the input as text. */
static Value take_text(TextFile *file, size_t size) {
    BinaryFile *binary = binary_of(file);
    if (size == 0)
        return str_from_cstr("");
    char *data = binary->input + binary->input_start;
    Value str;
    if (file->newline != NEWLINE_UNIVERSAL || !memchr(data, '\r', size)) {
        str = decode(file, data, size);
    } else {
        char *copy = mem_alloc(size);
        if (!copy)
            return 0;
        memcpy(copy, data, size);
        str = decode(file, copy, translate(copy, size));
        mem_free(copy);
    }
    if (str)
        consume(file, size);
    return str;
}

/* Must bytes be checked before a part of them is decoded? */
static bool needs_check(const TextFile *file) {
    return file->strict &&
           (file->codec == FILE_UTF8 || file->codec == FILE_UTF8_SIG || file->codec == FILE_ASCII);
}

/* How many bytes of the input can be taken as text. */
static size_t ready_size(const TextFile *file) {
    size_t available = binary_available(binary_of(file));
    return needs_check(file) && file->ready < available ? file->ready : available;
}

/* Decodes a piece in which there is an error, or a character cut off by its end, as CPython's
 * decoder: how many of the `size` bytes are decodable, or -1 with the exception. `last`: none
 * follow. */
static int64_t check_by_decoding(const TextFile *file, const char *data, size_t size, bool last) {
    int64_t whole = (int64_t)size;
    Value text = codec_decode_part((const uint8_t *)data, whole,
                                   file->codec == FILE_ASCII ? "ascii" : "utf-8", "strict",
                                   last ? NULL : &whole, NULL);
    value_decref(text);
    return text ? whole : -1;
}

/* How many bytes at the end of the UTF-8 begin a character that goes on behind them. */
static size_t begun_character(const char *data, size_t size) {
    for (size_t i = 1; i <= 3 && i <= size; i++) {
        uint8_t byte = (uint8_t)data[size - i];
        if (byte >= 0xc0)
            return (byte >= 0xf0 ? 4u : byte >= 0xe0 ? 3u : 2u) > i ? i : 0;
        if (byte < 0x80)
            break;
    }
    return 0;
}

/* How many of the `size` bytes are decodable, all but a character that goes on behind them; -1 with
 * the exception. `last`: none follow. */
static int64_t check(const TextFile *file, const char *data, size_t size, bool last) {
    if (file->codec == FILE_ASCII)
        return text_is_ascii(data, size) ? (int64_t)size
                                         : check_by_decoding(file, data, size, last);
    size_t begun = last ? 0 : begun_character(data, size), whole = size - begun;
    if (text_is_utf8(data, whole)) {
        if (!begun || check_by_decoding(file, data + whole, begun, false) == 0)
            return (int64_t)whole;
        exc_clear(); /* its positions are others */
    }
    return check_by_decoding(file, data, size, last);
}

/* Makes more of the input ready to be taken as text: 1, 0 at the end of the file, -1 failed. A
 * piece with an error, and what stands before it, is lost. */
static int fill(TextFile *file) {
    BinaryFile *binary = binary_of(file);
    bool checks = needs_check(file), last = false;
    size_t ready = ready_size(file), known = ready + file->cut;
    file->decoded = true;
    if (known >= binary_available(binary)) {
        known = binary_available(binary);
        int more = binary_fill(binary);
        if (more < 0)
            return -1;
        last = !more;
    }
    size_t piece = binary_available(binary) - known;
    if (checks && piece > IO_BUFFER)
        piece = IO_BUFFER;
    size_t size = known - ready + piece;
    const char *data = size ? binary->input + binary->input_start + ready : "";
    int64_t good = checks && size ? check(file, data, size, last) : (int64_t)size;
    if (good < 0) {
        consume(file, ready + size);
        file->cut = 0;
        return -1;
    }
    if (piece || last)
        note_line_ends(file, data + size - piece, piece, last);
    if (checks && size) {
        file->ready = ready + (size_t)good;
        file->cut = (uint8_t)(size - (size_t)good);
    }
    return !last;
}

/* The rest of the file, which CPython decodes at once. */
static Value read_rest(TextFile *file) {
    BinaryFile *binary = binary_of(file);
    size_t ready = ready_size(file);
    if (binary_fill_all(binary) < 0)
        return 0;
    size_t size = binary_available(binary);
    const char *data = size ? binary->input + binary->input_start : "";
    if (size > ready + file->cut)
        note_line_ends(file, data + ready + file->cut, size - ready - file->cut, true);
    bool lenient = needs_check(file) && has_surrogates(data, size); /* decode() takes them */
    Value text = lenient ? 0 : take_text(file, size);
    if (lenient || (!text && needs_check(file) && exc_pending_is(&rt_exc_UnicodeDecodeError))) {
        exc_clear();
        if (check_by_decoding(file, data + ready, size - ready, true) < 0)
            consume(file, size);
        else
            text = take_text(file, size);
    }
    file->cut = 0;
    file->decoded = false;
    return text;
}

/* Where the first line of `data` ends: its size with the line end, 0 if it is not complete;
 * *scanned says how far was looked. `last`: nothing more is to come. */
static size_t line_end(const TextFile *file, const char *data, size_t size, size_t *scanned,
                       bool last) {
    size_t i = *scanned;
    if (file->newline == NEWLINE_LF || file->newline == NEWLINE_CR) {
        char wanted = file->newline == NEWLINE_LF ? '\n' : '\r';
        const char *found = size > i ? memchr(data + i, wanted, size - i) : NULL;
        *scanned = size;
        return found ? (size_t)(found - data) + 1 : 0;
    }
    for (; i < size; i++) {
        if (data[i] == '\n' && (file->newline != NEWLINE_CRLF || (i > 0 && data[i - 1] == '\r')))
            return i + 1;
        if (data[i] != '\r' || file->newline == NEWLINE_CRLF)
            continue;
        if (i + 1 == size && !last)
            break; /* is a \n coming? */
        return i + 1 < size && data[i + 1] == '\n' ? i + 2 : i + 1;
    }
    *scanned = i;
    return 0;
}

enum { PLAIN_WORD = 8 }; /* bytes that are_plain looks at */

/* Are these eight bytes a character each, and none of them a \r? */
static bool are_plain(const char *data) {
    const uint64_t ones = UINT64_MAX / 255, highs = ones << 7;
    uint64_t word;
    memcpy(&word, data, PLAIN_WORD);
    uint64_t returns = word ^ ones * '\r'; /* a zero where there is one */
    return !((word | ((returns - ones) & ~returns)) & highs);
}

/* The number of bytes that `characters` characters at the start of `data` take; fewer if there are
 * not that many, then *left says how many are missing. *last: where the last of them begins. */
static size_t bytes_for(const TextFile *file, const char *data, size_t size, int64_t characters,
                        int64_t *left, size_t *last) {
    size_t i = 0;
    bool utf8 =
        file->codec != FILE_ASCII && file->codec != FILE_LATIN1 && file->codec != FILE_BYTEWISE;
    while (i < size && characters > 0) {
        if (characters >= PLAIN_WORD && size - i >= PLAIN_WORD && are_plain(data + i)) {
            i += PLAIN_WORD;
            *last = i - 1;
            characters -= PLAIN_WORD;
            continue;
        }
        *last = i;
        bool pair = file->newline == NEWLINE_UNIVERSAL && data[i] == '\r' && i + 1 < size &&
                    data[i + 1] == '\n';
        i += pair ? 2 : 1;
        while (utf8 && i < size && ((uint8_t)data[i] & 0xc0) == 0x80)
            i++;
        characters--;
    }
    *left = characters;
    return i;
}

/* Do the `size` bytes end with a whole character, whatever comes behind them? A \r may be half of a
 * line's end. */
static bool ends_whole(const TextFile *file, const char *data, size_t size) {
    if (size == 0 || (data[size - 1] == '\r' && file->newline <= NEWLINE_KEEP))
        return false;
    bool utf8 = file->codec == FILE_UTF8 || file->codec == FILE_UTF8_SIG;
    return file->codec != FILE_OTHER && (!utf8 || begun_character(data, size) == 0);
}

/* Are the `size` bytes at least `limit` characters, the last of them whole? */
static bool reaches(const TextFile *file, const char *data, size_t size, int64_t limit) {
    int64_t left;
    size_t last;
    if (limit < 0 || size < (size_t)limit)
        return false;
    size_t taken = bytes_for(file, data, size, limit, &left, &last);
    return left == 0 && (taken < size || ends_whole(file, data, size));
}

static Value read_line(TextFile *file, int64_t limit) {
    BinaryFile *binary = for_reading(file);
    if (!binary)
        return 0;
    size_t scanned = 0, end = 0;
    for (bool last = false; !end && !last;) {
        size_t size = ready_size(file);
        if (size > 0)
            end = line_end(file, binary->input + binary->input_start, size, &scanned, false);
        if (end || (size > 0 && reaches(file, binary->input + binary->input_start, size, limit)))
            break;
        int more = fill(file);
        if (more < 0)
            return 0;
        last = !more;
        if (last)
            end = line_end(file, binary->input + binary->input_start, ready_size(file), &scanned,
                           true);
    }
    if (!end)
        end = ready_size(file);
    if (limit >= 0 && end > 0) {
        int64_t left;
        size_t last_character;
        end = bytes_for(file, binary->input + binary->input_start, end, limit, &left,
                        &last_character);
    }
    return take_text(file, end);
}

static Value read_characters(TextFile *file, int64_t wanted) {
    BinaryFile *binary = for_reading(file);
    if (!binary)
        return 0;
    size_t counted = 0; /* bytes of the characters that are complete */
    for (;;) {
        int64_t left = wanted;
        size_t available = ready_size(file), size = counted, last = 0;
        if (available > counted)
            size += bytes_for(file, binary->input + binary->input_start + counted,
                              available - counted, wanted, &left, &last);
        /* more is not waited for: there may be none for long, as in a pipe */
        if (left == 0 &&
            (size < available || ends_whole(file, binary->input + binary->input_start, size)))
            return take_text(file, size);
        if (size > counted) {
            counted += last;
            wanted = left + 1;
        }
        int more = fill(file);
        if (more < 0)
            return 0;
        if (!more)
            return take_text(file, size);
    }
}

/* ---- methods --------------------------------------------------------------------------------- */

static TextFile *self_of(const Value *args) {
    return AS(TextFile, args[0]);
}

static int size_argument(Value argument, int64_t *size) {
    *size = -1;
    if (!argument || argument == VALUE_NONE)
        return 0;
    if (!value_type(argument)->slots.index)
        return raise_status(&rt_exc_TypeError, "argument should be integer or None, not '%T'",
                            argument);
    *size = object_index(argument);
    return *size == -1 && isolate.pending ? -1 : 0;
}

NATIVE(text_read_method) {
    NATIVE_UNUSED();
    TextFile *file = self_of(args);
    int64_t size;
    if (size_argument(ARG(1), &size) < 0)
        return 0;
    if (size >= 0)
        return read_characters(file, size);
    return for_reading(file) ? read_rest(file) : 0;
}

NATIVE(text_readline_method) {
    NATIVE_UNUSED();
    int64_t limit;
    return size_argument(ARG(1), &limit) < 0 ? 0 : read_line(self_of(args), limit);
}

static Value text_next(Value self) {
    TextFile *file = AS(TextFile, self);
    file->in_loop = true;
    Value line = read_line(file, -1);
    if (line && AS(StrObject, line)->length == 0) {
        file->in_loop = false;
        value_decref(line);
        return VALUE_STOP;
    }
    return line;
}

NATIVE(text_readlines_method) {
    NATIVE_UNUSED();
    int64_t hint, total = 0;
    if (size_argument(ARG(1), &hint) < 0)
        return 0;
    Value list = list_new(NULL, 0);
    while (list && (hint <= 0 || total < hint)) {
        Value line = text_next(args[0]);
        if (line == VALUE_STOP)
            break;
        total += line ? AS(StrObject, line)->length : 0;
        if (!line || list_append_take(list, line) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
}

NATIVE(text_write_method) {
    NATIVE_UNUSED();
    if (!value_isa(args[1], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "write() argument must be str, not %A", args[1]);
    if (text_write(self_of(args), args[1]) < 0)
        return 0;
    return value_from_small_int(AS(StrObject, args[1])->length);
}

static int write_each(Value item, void *context) {
    if (!value_isa(item, &rt_type_str))
        return raise_status(&rt_exc_TypeError, "write() argument must be str, not %A", item);
    return text_write(context, item);
}

NATIVE(text_writelines_method) {
    NATIVE_UNUSED();
    return object_iterate(args[1], write_each, self_of(args)) < 0 ? 0 : VALUE_NONE;
}

static int check_open(const Value *args) {
    if (binary_of(self_of(args))->closed)
        return raise_status(&rt_exc_ValueError, "I/O operation on closed file.");
    return 0;
}

static Value text_iter(Value self) {
    return check_open(&self) < 0 ? 0 : value_incref(self);
}

static int check_telling(const TextFile *file) {
    return file->in_loop ? raise_status(&rt_exc_OSError, "telling position disabled by next() call")
                         : 0;
}

NATIVE(text_flush_method) {
    NATIVE_UNUSED();
    if (check_open(args) < 0)
        return 0;
    self_of(args)->in_loop = false;
    return binary_flush(binary_of(self_of(args))) < 0 ? 0 : VALUE_NONE;
}

NATIVE(text_close_method) {
    NATIVE_UNUSED();
    return binary_close(binary_of(self_of(args))) < 0 ? 0 : VALUE_NONE;
}

NATIVE(text_seek_method) {
    NATIVE_UNUSED();
    int64_t offset = object_index(args[1]), whence = count > 2 ? object_index(args[2]) : 0;
    if (isolate.pending || check_open(args) < 0)
        return 0;
    if (whence == 1 && offset != 0)
        return io_unsupported("can't do nonzero cur-relative seeks");
    if (whence == 2 && offset != 0)
        return io_unsupported("can't do nonzero end-relative seeks");
    if (whence < 0 || whence > 2)
        return raise_error(&rt_exc_ValueError, "invalid whence (%lld, should be 0, 1 or 2)",
                           (long long)whence);
    if (whence == 0 && offset < 0)
        return raise_error(&rt_exc_ValueError, "negative seek position %lld", (long long)offset);
    static const int origins[] = {SEEK_SET, SEEK_CUR, SEEK_END};
    TextFile *file = self_of(args);
    if (whence == 1 && check_telling(file) < 0)
        return 0;
    file->in_loop = false;
    int64_t at = binary_seek(binary_of(file), offset, origins[whence]);
    if (at == 0 || file->codec == FILE_OTHER)
        file->begun = false;
    if (at == 0)
        file->seen = 0;
    file->inside = at > 0;
    file->decoded = file->after_cr = false;
    file->ready = file->cut = 0;
    return at < 0 ? 0 : int_from_i64(at);
}

/* FILE_OTHER: how many bytes of the file the text in the input buffer stands for, less its own
 * size; INT64_MIN: failed. */
static int64_t other_excess(TextFile *file) {
    const BinaryFile *binary = binary_of(file);
    int64_t size = (int64_t)binary_available(binary);
    Value rest = size ? str_from_utf8(binary->input + binary->input_start, (size_t)size) : 0;
    if (!rest)
        return isolate.pending ? INT64_MIN : 0;
    Value args[2] = {encoding_borrow(file), file->errors};
    Value bytes = object_call_method(rest, "encode", args, 2);
    int64_t excess = bytes ? AS(BytesObject, bytes)->length - size : INT64_MIN;
    value_decref(bytes);
    value_decref(rest);
    return excess;
}

NATIVE(text_tell_method) {
    NATIVE_UNUSED();
    TextFile *file = self_of(args);
    if (check_open(args) < 0)
        return 0;
    if (check_telling(file) < 0)
        return 0;
    int64_t at = binary_tell(binary_of(file)), excess = 0;
    if (at >= 0 && file->codec == FILE_OTHER)
        excess = other_excess(file);
    return at < 0 || excess == INT64_MIN ? 0 : int_from_i64(at - excess);
}

NATIVE(text_truncate_method) {
    NATIVE_UNUSED();
    BinaryFile *binary = binary_of(self_of(args));
    int64_t size;
    if (check_open(args) < 0 || size_argument(ARG(1), &size) < 0)
        return 0;
    self_of(args)->in_loop = false;
    if (!binary->writable)
        return io_unsupported("truncate");
    if (size < 0 && (size = binary_tell(binary)) < 0)
        return 0;
    return binary_truncate(binary, size) < 0 ? 0 : int_from_i64(size);
}

/* Methods that only ask the binary file. */
#define FORWARD(method)                                                                            \
    NATIVE(text_##method##_method) {                                                               \
        NATIVE_UNUSED();                                                                           \
        if (check_open(args) < 0)                                                                  \
            return 0;                                                                              \
        return object_call_method(self_of(args)->buffer, #method, NULL, 0);                        \
    }
FORWARD(fileno)
FORWARD(isatty)
FORWARD(readable)
FORWARD(writable)
FORWARD(seekable)
#undef FORWARD

NATIVE(text_enter_method) {
    NATIVE_UNUSED();
    return check_open(args) < 0 ? 0 : value_incref(args[0]);
}

/* reconfigure(*, encoding, errors, newline, line_buffering, write_through) */
NATIVE(text_reconfigure_method) {
    NATIVE_UNUSED();
    TextFile *file = self_of(args);
    bool decodes_otherwise =
        (args[1] && args[1] != VALUE_NONE) || (args[2] && args[2] != VALUE_NONE) || args[3];
    if (file->decoded && decodes_otherwise)
        return io_unsupported(
            "It is not possible to set the encoding or newline of stream after the first read");
    if (binary_flush(binary_of(file)) < 0)
        return 0;
    if (args[1] && args[1] != VALUE_NONE) {
        if (encoding_by_name(args[1], &file->codec) < 0)
            return 0;
        value_replace(&file->encoding, value_incref(args[1]));
    }
    if (args[2] && args[2] != VALUE_NONE) {
        value_replace(&file->errors, value_incref(args[2]));
        file->strict = str_equal_cstr(file->errors, "strict");
    }
    if (args[3] && newline_by_text(args[3], &file->newline) < 0)
        return 0;
    if (args[4] && args[4] != VALUE_NONE)
        file->line_buffering = object_truth(args[4]) > 0;
    if (args[5] && args[5] != VALUE_NONE)
        file->write_through = object_truth(args[5]) > 0;
    return isolate.pending ? 0 : VALUE_NONE;
}

#define GETTER(name, expression)                                                                   \
    NATIVE(text_get_##name) {                                                                      \
        NATIVE_UNUSED();                                                                           \
        const TextFile *file = self_of(args);                                                      \
        return expression;                                                                         \
    }
GETTER(closed, VALUE_BOOL(binary_of(file)->closed))
GETTER(name, value_incref(binary_of(file)->name))
GETTER(mode, value_incref(file->mode))
GETTER(encoding, value_incref(file->encoding))
GETTER(errors, value_incref(file->errors))
GETTER(buffer, value_incref(file->buffer))
GETTER(line_buffering, VALUE_BOOL(file->line_buffering))
#undef GETTER

NATIVE(text_get_newlines) {
    NATIVE_UNUSED();
    static const char *const texts[] = {"\r", "\n", "\r\n"};
    Value found[3];
    int total = 0;
    for (int i = 0; i < 3; i++)
        if (self_of(args)->seen & 1 << i)
            found[total++] = str_name(texts[i]);
    return total == 0 ? VALUE_NONE : total == 1 ? value_incref(found[0]) : tuple_new(found, total);
}

static Value text_repr(Value self) {
    const TextFile *file = AS(TextFile, self);
    return str_format("<_io.TextIOWrapper name=%R mode=%R encoding=%R>", binary_of(file)->name,
                      file->mode, file->encoding);
}

static const NativeMethod text_methods[] = {
    {.name = "read", .call = text_read_method, .max_args = 1},
    {.name = "readline", .call = text_readline_method, .max_args = 1},
    {.name = "readlines", .call = text_readlines_method, .max_args = 1},
    {.name = "write", .call = text_write_method, .min_args = 1, .max_args = 1},
    {.name = "writelines", .call = text_writelines_method, .min_args = 1, .max_args = 1},
    {.name = "flush", .call = text_flush_method},
    {.name = "close", .call = text_close_method},
    {.name = "seek", .call = text_seek_method, .min_args = 1, .max_args = 2},
    {.name = "tell", .call = text_tell_method},
    {.name = "truncate", .call = text_truncate_method, .max_args = 1},
    {.name = "fileno", .call = text_fileno_method},
    {.name = "isatty", .call = text_isatty_method},
    {.name = "readable", .call = text_readable_method},
    {.name = "writable", .call = text_writable_method},
    {.name = "seekable", .call = text_seekable_method},
    {.name = "reconfigure",
     .call = text_reconfigure_method,
     .keywords = "encoding errors newline line_buffering write_through"},
    {.name = "__enter__", .call = text_enter_method},
    {.name = "__exit__", .call = text_close_method, .max_args = 3},
    {.name = "closed", .call = text_get_closed, .kind = METHOD_GETTER},
    {.name = "name", .call = text_get_name, .kind = METHOD_GETTER},
    {.name = "mode", .call = text_get_mode, .kind = METHOD_GETTER},
    {.name = "encoding", .call = text_get_encoding, .kind = METHOD_GETTER},
    {.name = "errors", .call = text_get_errors, .kind = METHOD_GETTER},
    {.name = "newlines", .call = text_get_newlines, .kind = METHOD_GETTER},
    {.name = "buffer", .call = text_get_buffer, .kind = METHOD_GETTER},
    {.name = "line_buffering", .call = text_get_line_buffering, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_text_file = {
    .name = "_io.TextIOWrapper",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(TextFile),
    .methods = text_methods,
    .slots = {.finalize = text_finalize,
              .dealloc = text_dealloc,
              .repr = text_repr,
              .iter = text_iter,
              .next = text_next},
};
