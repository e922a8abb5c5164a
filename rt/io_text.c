/*
 * io_text.c — text files: a binary file seen through an encoding and a rule for line ends. There is
 * no buffer of decoded text: lines and characters are cut out of the binary file's input buffer, so
 * that tell() is always exact. Encodings in which line ends are not the bytes of ASCII (FILE_OTHER)
 * are turned into UTF-8 there, the whole file at once.
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

/* ---- reading --------------------------------------------------------------------------------- */

/* Turns all that is left of the file into UTF-8. 0 or -1. */
static int begin_other(TextFile *file) {
    BinaryFile *binary = binary_of(file);
    if (binary_fill_all(binary) < 0)
        return -1;
    size_t size = binary_available(binary);
    Value bytes = bytes_new(size ? binary->input + binary->input_start : "", size);
    Value args[2] = {encoding_borrow(file), file->errors};
    Value str = bytes ? object_call_method(bytes, "decode", args, 2) : 0;
    value_decref(bytes);
    const char *text = str ? str_utf8(str, &size) : NULL;
    int status = text ? binary_replace(binary, text, size) : -1;
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
    if ((file->strict && utf8) || file->codec == FILE_OTHER)
        return str_from_utf8(data, size);
    Value bytes = bytes_new(data, size);
    Value args[2] = {encoding_borrow(file), file->errors};
    Value str = bytes ? object_call_method(bytes, "decode", args, 2) : 0;
    value_decref(bytes);
    return str;
}

/* Replaces \r\n and \r by \n in place; the new size. */
static size_t translate(TextFile *file, char *data, size_t size) {
    char *out = data;
    for (size_t i = 0; i < size; i++) {
        if (data[i] != '\r') {
            file->seen |= data[i] == '\n';
            *out++ = data[i];
            continue;
        }
        bool pair = i + 1 < size && data[i + 1] == '\n';
        file->seen |= pair ? 4 : 2;
        i += pair;
        *out++ = '\n';
    }
    return (size_t)(out - data);
}

/* Takes `size` bytes off the input as text. */
static Value take_text(TextFile *file, size_t size) {
    BinaryFile *binary = binary_of(file);
    if (size == 0)
        return str_from_cstr("");
    char *data = binary->input + binary->input_start;
    if (file->newline != NEWLINE_UNIVERSAL || !memchr(data, '\r', size)) {
        Value str = decode(file, data, size);
        if (str)
            binary->input_start += size;
        return str;
    }
    char *copy = mem_alloc(size);
    if (!copy)
        return 0;
    memcpy(copy, data, size);
    Value str = decode(file, copy, translate(file, copy, size));
    mem_free(copy);
    if (str)
        binary->input_start += size;
    return str;
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

/* The number of bytes that `characters` characters at the start of `data` take; fewer if there are
 * not that many, then *left says how many are missing. */
static size_t bytes_for(const TextFile *file, const char *data, size_t size, int64_t characters,
                        int64_t *left) {
    size_t i = 0;
    bool utf8 =
        file->codec != FILE_ASCII && file->codec != FILE_LATIN1 && file->codec != FILE_BYTEWISE;
    while (i < size && characters > 0) {
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

static Value read_line(TextFile *file, int64_t limit) {
    BinaryFile *binary = for_reading(file);
    if (!binary)
        return 0;
    size_t scanned = 0, end = 0;
    for (bool last = false; !end && !last;) {
        if (binary_available(binary) > 0)
            end = line_end(file, binary->input + binary->input_start, binary_available(binary),
                           &scanned, false);
        if (end)
            break;
        int more = binary_fill(binary);
        if (more < 0)
            return 0;
        last = !more;
        if (last)
            end = line_end(file, binary->input + binary->input_start, binary_available(binary),
                           &scanned, true);
    }
    if (!end)
        end = binary_available(binary);
    if (limit >= 0 && end > 0) {
        int64_t left;
        end = bytes_for(file, binary->input + binary->input_start, end, limit, &left);
    }
    return take_text(file, end);
}

static Value read_characters(TextFile *file, int64_t wanted) {
    BinaryFile *binary = for_reading(file);
    if (!binary)
        return 0;
    for (;;) {
        int64_t left;
        size_t available = binary_available(binary), size = 0;
        left = wanted;
        if (available > 0)
            size = bytes_for(file, binary->input + binary->input_start, available, wanted, &left);
        /* one byte more shows that the last character is complete */
        if (left == 0 && size < available)
            return take_text(file, size);
        int more = binary_fill(binary);
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
    BinaryFile *binary = for_reading(file);
    if (!binary || binary_fill_all(binary) < 0)
        return 0;
    return take_text(file, binary_available(binary));
}

NATIVE(text_readline_method) {
    NATIVE_UNUSED();
    int64_t limit;
    return size_argument(ARG(1), &limit) < 0 ? 0 : read_line(self_of(args), limit);
}

static Value text_next(Value self) {
    Value line = read_line(AS(TextFile, self), -1);
    if (line && AS(StrObject, line)->length == 0) {
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

NATIVE(text_flush_method) {
    NATIVE_UNUSED();
    return check_open(args) < 0 || binary_flush(binary_of(self_of(args))) < 0 ? 0 : VALUE_NONE;
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
    int64_t at = binary_seek(binary_of(self_of(args)), offset, origins[whence]);
    if (at == 0 || self_of(args)->codec == FILE_OTHER)
        self_of(args)->begun = false;
    self_of(args)->inside = at > 0;
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
    int64_t at = check_open(args) < 0 ? -1 : binary_tell(binary_of(file)), excess = 0;
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
    static const char *const texts[] = {"\n", "\r", "\r\n"};
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
              .iter = iterator_self,
              .next = text_next},
};
