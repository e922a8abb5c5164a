/*
 * io_open.c — open(), paths for system calls, and the three standard streams.
 */
#include "io.h"
#include "port.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- paths ----------------------------------------------------------------------------------- */

static Value wrong_path(Value path, const PathUse *use) {
    static const char *const kinds[] = {
        [PATH_ONLY] = "string, bytes or os.PathLike",
        [PATH_OR_FD] = "string, bytes, os.PathLike or integer",
        [PATH_FD_OR_NONE] = "string, bytes, os.PathLike, integer or None",
    };
    if (use)
        return raise_error(&rt_exc_TypeError, "%s: %s should be %s, not %T", use->function,
                           use->parameter, kinds[use->kind], path);
    return raise_error(&rt_exc_TypeError, "expected str, bytes or os.PathLike object, not %T",
                       path);
}

/* The str or bytes behind a path argument; new reference. */
static Value path_value(Value path, const PathUse *use) {
    if (value_isa(path, &rt_type_str) || value_isa(path, &rt_type_bytes))
        return value_incref(path);
    Value method = object_lookup_special(path, str_name("__fspath__"));
    if (!method)
        return isolate.pending ? 0 : wrong_path(path, use);
    Value result = object_call0(method);
    value_decref(method);
    if (!result || value_isa(result, &rt_type_str) || value_isa(result, &rt_type_bytes))
        return result;
    raise_error(&rt_exc_TypeError, "expected %T.__fspath__() to return str or bytes, not %T", path,
                result);
    value_decref(result);
    return 0;
}

static Value raise_nul(bool is_str, const PathUse *use) {
    if (is_str || !use)
        return raise_error(&rt_exc_ValueError, "embedded null byte");
    return raise_error(&rt_exc_ValueError, "%s: embedded null character in %s", use->function,
                       use->parameter);
}

Value path_bytes(Value path, const PathUse *use) {
    Value plain = path_value(path, use);
    if (!plain)
        return 0;
    size_t size;
    const char *text;
    if (value_isa(plain, &rt_type_str) && !AS(StrObject, plain)->ascii) {
        Value words[2] = {str_name("utf-8"), str_name("surrogateescape")};
        Value encoded = object_call_method(plain, "encode", words, 2);
        value_replace(&plain, encoded);
        if (!plain)
            return 0;
    }
    if (value_isa(plain, &rt_type_str)) {
        text = str_utf8(plain, &size);
    } else {
        text = (const char *)AS(BytesObject, plain)->data;
        size = (size_t)AS(BytesObject, plain)->length;
    }
    Value result = 0;
    if (text && memchr(text, 0, size)) {
        raise_nul(value_isa(plain, &rt_type_str), use);
    } else if (text) {
        char *copy = mem_alloc(size + 1);
        if (copy) {
            memcpy(copy, text, size);
            copy[size] = 0;
            result = bytes_new(copy, size + 1);
        }
        mem_free(copy);
    }
    value_decref(plain);
    return result;
}

/* ---- modes ----------------------------------------------------------------------------------- */

typedef struct OpenMode {
    char action; /* r w a x */
    bool plus, binary, text;
    char text_form[8], binary_form[8];
} OpenMode;

static int bad_mode(Value mode) {
    return raise_status(&rt_exc_ValueError, "invalid mode: %R", mode);
}

static int parse_mode(Value mode, OpenMode *parsed) {
    size_t size;
    const char *text = str_utf8(mode, &size);
    if (!text)
        return -1;
    int actions = 0;
    for (size_t i = 0; i < size; i++) {
        char c = text[i];
        if (!strchr("rwaxbt+U", c) || c == 'U' || memchr(text + i + 1, c, size - i - 1))
            return bad_mode(mode);
        if (strchr("rwax", c)) {
            parsed->action = c;
            actions++;
        }
        parsed->plus |= c == '+';
        parsed->binary |= c == 'b';
        parsed->text |= c == 't';
    }
    if (parsed->binary && parsed->text)
        return raise_status(&rt_exc_ValueError, "can't have text and binary mode at once");
    if (actions == 0)
        return raise_status(&rt_exc_ValueError, "Must have exactly one of create/read/write/append "
                                                "mode and at most one plus");
    if (actions > 1)
        return raise_status(&rt_exc_ValueError,
                            "must have exactly one of create/read/write/append mode");
    return 0;
}

static int open_flags(const OpenMode *mode) {
    int flags = mode->plus ? O_RDWR : mode->action == 'r' ? O_RDONLY : O_WRONLY;
    switch (mode->action) {
    case 'w':
        return flags | O_CREAT | O_TRUNC;
    case 'a':
        return flags | O_CREAT | O_APPEND;
    case 'x':
        return flags | O_CREAT | O_EXCL;
    default:
        return flags;
    }
}

/* The lasting text of a binary mode. */
static const char *binary_mode_text(const OpenMode *mode) {
    switch (mode->action) {
    case 'r':
        return mode->plus ? "rb+" : "rb";
    case 'w':
        return mode->plus ? "rb+" : "wb";
    case 'a':
        return mode->plus ? "ab+" : "ab";
    default:
        return mode->plus ? "xb+" : "xb";
    }
}

/* ---- open ------------------------------------------------------------------------------------ */

/* A descriptor for the file argument, which may be one already; -1 failed. */
static int open_descriptor(Value file, Value opener, const OpenMode *mode) {
    if (value_is_int(file)) {
        int64_t fd = object_index(file);
        if (fd < 0 && !isolate.pending)
            raise_error(&rt_exc_ValueError, "negative file descriptor");
        return isolate.pending ? -1 : (int)fd;
    }
    if (opener && opener != VALUE_NONE) {
        Value args[2] = {file, value_from_small_int(open_flags(mode) | O_CLOEXEC)};
        Value result = object_call(opener, args, 2, 0);
        int64_t fd = result && value_is_int(result) ? object_index(result) : -1;
        if (result && !value_is_int(result))
            raise_error(&rt_exc_TypeError, "expected integer from opener");
        value_decref(result);
        if (fd < 0 && !isolate.pending)
            raise_error(&rt_exc_ValueError, "opener returned %lld", (long long)fd);
        return (int)fd;
    }
    Value path = path_bytes(file, NULL);
    if (!path)
        return -1;
    int fd = open((const char *)AS(BytesObject, path)->data, open_flags(mode) | O_CLOEXEC, 0666);
    int error = errno;
    value_decref(path);
    if (fd < 0)
        raise_errno(error, file);
    return fd;
}

/* Directories can be opened, but are no files. */
static int check_descriptor(int fd, Value file) {
    struct stat status;
    int error = fstat(fd, &status) < 0 ? errno : S_ISDIR(status.st_mode) ? EISDIR : 0;
    if (!error)
        return 0;
    if (!value_is_int(file))
        close(fd);
    raise_errno(error, error == EBADF ? 0 : file);
    return -1;
}

typedef struct OpenArguments {
    Value file, encoding, errors, newline, opener;
    int64_t buffering;
    bool close_fd;
    OpenMode mode;
} OpenArguments;

static Value given(Value argument) {
    return argument == VALUE_NONE ? 0 : argument;
}

static int check_text_arguments(const OpenArguments *open) {
    if (!open->mode.binary)
        return open->buffering == 0
                   ? raise_status(&rt_exc_ValueError, "can't have unbuffered text I/O")
                   : 0;
    const char *extra = open->encoding  ? "an encoding"
                        : open->errors  ? "an errors"
                        : open->newline ? "a newline"
                                        : NULL;
    return extra ? raise_status(&rt_exc_ValueError, "binary mode doesn't take %s argument", extra)
                 : 0;
}

static int read_arguments(const Value *args, OpenArguments *open) {
    *open = (OpenArguments){.file = args[0],
                            .encoding = given(args[3]),
                            .errors = given(args[4]),
                            .newline = given(args[5]),
                            .opener = given(args[7]),
                            .buffering = -1,
                            .close_fd = true};
    Value mode = args[1] ? args[1] : str_name("r");
    if (!value_isa(mode, &rt_type_str))
        return raise_status(&rt_exc_TypeError, "open() argument 'mode' must be str, not %A", mode);
    if (args[2] && (open->buffering = object_index(args[2])) == -1 && isolate.pending)
        return -1;
    if (open->encoding && !value_isa(open->encoding, &rt_type_str))
        return raise_status(&rt_exc_TypeError,
                            "open() argument 'encoding' must be str or None, not %T",
                            open->encoding);
    if (open->errors && !value_isa(open->errors, &rt_type_str))
        return raise_status(&rt_exc_TypeError,
                            "open() argument 'errors' must be str or None, not %T", open->errors);
    if (args[6])
        open->close_fd = object_truth(args[6]) > 0;
    if (isolate.pending || parse_mode(mode, &open->mode) < 0)
        return -1;
    if (!open->close_fd && !value_is_int(open->file))
        return raise_status(&rt_exc_ValueError, "Cannot use closefd=False with file name");
    return check_text_arguments(open);
}

/* The opened file without a text layer; its name is the plain path behind a path object. */
static Value open_binary(OpenArguments *open, int *fd) {
    Value file = value_is_int(open->file) ? value_incref(open->file) : path_value(open->file, NULL);
    if (!file)
        return 0;
    *fd = open_descriptor(file, open->opener, &open->mode);
    Value binary = 0;
    if (*fd >= 0 && check_descriptor(*fd, file) == 0) {
        binary = binary_new(*fd, binary_mode_text(&open->mode), file,
                            open->mode.binary && open->buffering == 0);
        if (!binary)
            close(*fd);
    }
    value_decref(file);
    return binary;
}

Value file_open(const Value *args) {
    OpenArguments open;
    int fd;
    Value binary = read_arguments(args, &open) < 0 ? 0 : open_binary(&open, &fd);
    if (!binary)
        return 0;
    AS(BinaryFile, binary)->close_fd = open.close_fd;
    if (open.mode.action == 'a')
        lseek(fd, 0, SEEK_END);
    if (open.mode.binary)
        return binary;
    const char *mode = "r";
    size_t size;
    if (args[1])
        mode = str_utf8(args[1], &size);
    bool line_buffering = open.buffering == 1 || (open.buffering < 0 && isatty(fd) == 1);
    Value text = text_new(binary, mode, open.encoding, open.errors, open.newline, line_buffering);
    value_decref(binary);
    return text;
}

/* ---- standard streams ------------------------------------------------------------------------ */

Value rt_sys_dict;
static Value streams[3];

static Value standard_stream(int fd, const char *name, const char *mode, Value encoding,
                             const char *errors) {
    struct stat status;
    if (fstat(fd, &status) < 0)
        return VALUE_NONE; /* closed by whoever started the program */
    Value label = str_from_cstr(name), error_mode = str_from_cstr(errors);
    const char *asked = getenv("PYTHONUNBUFFERED");
    bool unbuffered = fd != 0 && asked && asked[0];
    Value binary = label ? binary_new(fd, mode[0] == 'r' ? "rb" : "wb", label, unbuffered) : 0;
    Value text = 0;
    if (binary && error_mode) {
        AS(BinaryFile, binary)->close_fd = false;
        bool lines = fd == 2 || isatty(fd) == 1;
        text = text_new(binary, mode, encoding, error_mode, 0, lines);
        if (text)
            AS(TextFile, text)->write_through = unbuffered;
    }
    value_decref(binary);
    value_decref(error_mode);
    value_decref(label);
    return text;
}

/* How input and output take bytes that are no UTF-8: in the locale C, which CPython also has for
 * one that does not exist, and in those it puts in its place, they pass through. */
static const char *stream_errors(void) {
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    static const char *const passing[] = {"C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"};
    const char *utf8_mode = getenv("PYTHONUTF8"), *name = NULL;
    for (size_t i = 0; i < sizeof variables / sizeof *variables && !(name && *name); i++)
        name = getenv(variables[i]);
    bool passes = !name || !*name || (utf8_mode && !strcmp(utf8_mode, "1"));
    for (size_t i = 0; i < sizeof passing / sizeof *passing && !passes; i++)
        passes = !strcmp(name, passing[i]);
    return passes || !port_locale_exists(name) ? "surrogateescape" : "strict";
}

/* The name by which codecs.lookup knows an encoding; that of one that the program does not have is
 * "utf-8". New reference. */
static Value known_encoding(const char *asked) {
    switch (codec_of_file(asked)) {
    case FILE_UTF8:
        return str_from_cstr("utf-8");
    case FILE_ASCII:
        return str_from_cstr("ascii");
    case FILE_LATIN1:
        return str_from_cstr("iso8859-1");
    default:
        break;
    }
    Value name = codec_name(asked);
    if (name != VALUE_NONE)
        return name;
    if (codec_check(asked) == 0)
        return str_from_cstr(asked);
    exc_clear();
    return str_from_cstr("utf-8");
}

/* The encoding of the standard streams, new reference, and how they take what it cannot express:
 * PYTHONIOENCODING is encoding:errors, either may be left out. */
static Value stream_encoding(const char **errors) {
    const char *asked = getenv("PYTHONIOENCODING");
    char encoding[32] = "utf-8";
    size_t size = asked ? strcspn(asked, ":") : 0;
    *errors = asked && asked[size] && asked[size + 1] ? asked + size + 1
              : size                                  ? "strict"
                                                      : stream_errors();
    if (size && size < sizeof encoding)
        snprintf(encoding, sizeof encoding, "%.*s", (int)size, asked);
    return known_encoding(encoding);
}

int io_init(void) {
    const char *errors;
    Value encoding = stream_encoding(&errors);
    if (!encoding)
        return -1;
    streams[IO_STDIN] = standard_stream(0, "<stdin>", "r", encoding, errors);
    streams[IO_STDOUT] = standard_stream(1, "<stdout>", "w", encoding, errors);
    streams[IO_STDERR] = standard_stream(2, "<stderr>", "w", encoding, "backslashreplace");
    value_decref(encoding);
    return streams[0] && streams[1] && streams[2] ? 0 : -1;
}

Value io_original_borrow(StandardStream stream) {
    return streams[stream];
}

Value io_stream_borrow(StandardStream stream) {
    static const char *const names[] = {"stdin", "stdout", "stderr"};
    Value found = rt_sys_dict ? dict_get_cstr_borrow(rt_sys_dict, names[stream]) : 0;
    return found ? found : streams[stream]; /* at the end of the program sys is empty */
}

static int flush_stream(Value stream) {
    if (!stream || stream == VALUE_NONE)
        return 0;
    if (value_is(stream, &rt_type_text_file) &&
        AS(BinaryFile, AS(TextFile, stream)->buffer)->closed)
        return 0;
    return file_flush(stream);
}

int rt_stdout_flush(void) {
    Value stream = value_incref(io_stream_borrow(IO_STDOUT));
    int status = flush_stream(stream);
    value_decref(stream);
    return status;
}

int io_flush_originals(void) {
    int status = flush_stream(streams[IO_STDOUT]);
    if (flush_stream(streams[IO_STDERR]) < 0 || status < 0)
        exc_clear();
    return status;
}

void io_shutdown(void) {
    io_flush_originals();
    for (int i = 0; i < 3; i++)
        value_replace(&streams[i], 0);
}

static int write_to(StandardStream which, const char *text, size_t size) {
    Value stream = value_incref(io_stream_borrow(which));
    if (!stream || stream == VALUE_NONE)
        return 0;
    Value str = str_from_utf8(text, size);
    int status = str ? file_write_str(stream, str) : -1;
    value_decref(str);
    value_decref(stream);
    return status;
}

int rt_stdout_write(const char *text, size_t size) {
    return write_to(IO_STDOUT, text, size);
}
int rt_stderr_write(const char *text, size_t size) {
    return write_to(IO_STDERR, text, size);
}
