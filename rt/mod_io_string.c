/*
 * mod_io_string.c — the native part of io.StringIO, a file of text in memory; io.py puts the rest
 * of what files have on top.
 *
 * The text is kept in characters of one width, which grows when a wider one is written.
 */
#include "memory_files.h"

/* What `newline` asks for. */
typedef enum LineEnds {
    ENDS_NEWLINE,   /* '\n': nothing is changed, lines end with \n */
    ENDS_TRANSLATE, /* None: \r and \r\n become \n when written */
    ENDS_ANY,       /* '': nothing is changed, lines end with any of the three */
    ENDS_RETURN,    /* '\r': \n becomes \r when written */
    ENDS_BOTH,      /* '\r\n' */
} LineEnds;

typedef struct StringFile {
    Object base;
    void *data;
    int64_t length, capacity, position; /* in characters */
    uint8_t width;                      /* bytes of a character: 1, 2, 4; 0: never set up */
    bool ascii;                         /* all that was written is */
    bool closed;
    uint8_t ends; /* enum LineEnds */
} StringFile;

#define SELF(value) AS(StringFile, value)

/* ---- the memory ------------------------------------------------------------------------------ */

static bool is_open(const StringFile *self) {
    if (!self->width)
        raise_error(&rt_exc_ValueError, "I/O operation on uninitialized object");
    else if (self->closed)
        raise_error(&rt_exc_ValueError, "I/O operation on closed file");
    else
        return true;
    return false;
}

static uint32_t char_at(const StringFile *self, int64_t index) {
    if (self->width == 1)
        return ((const uint8_t *)self->data)[index];
    return self->width == 2 ? ((const uint16_t *)self->data)[index]
                            : ((const uint32_t *)self->data)[index];
}

static void put_char(void *data, int width, int64_t index, uint32_t character) {
    if (width == 1)
        ((uint8_t *)data)[index] = (uint8_t)character;
    else if (width == 2)
        ((uint16_t *)data)[index] = (uint16_t)character;
    else
        ((uint32_t *)data)[index] = character;
}

/* Makes room for `capacity` characters of this width. 0 or -1. */
static int reserve(StringFile *self, int64_t capacity, uint8_t width) {
    if (width < self->width)
        width = self->width;
    if (width == self->width && capacity <= self->capacity)
        return 0;
    if (capacity < self->capacity)
        capacity = self->capacity;
    else if (capacity < INT64_MAX / 2)
        capacity += capacity / 2 + 16;
    void *data = mem_realloc_items(self->data, capacity, width);
    if (!data)
        return -1;
    self->data = data;
    self->capacity = capacity;
    if (width != self->width)
        for (int64_t i = self->length; i-- > 0;) /* from behind: in place */
            put_char(data, width, i, char_at(self, i));
    self->width = width;
    return 0;
}

static void drop_memory(StringFile *self) {
    mem_free(self->data);
    self->data = NULL;
    self->length = self->capacity = 0;
}

static uint32_t widest(const StringFile *self, int64_t from, int64_t to) {
    uint32_t all = 0x7f;
    if (self->width == 1) {
        for (int64_t i = from; i < to; i++)
            all |= ((const uint8_t *)self->data)[i];
        return all;
    }
    uint32_t most = 0x7f; /* or-ed bits would do for the kind, but not for the last plane */
    for (int64_t i = from; i < to; i++)
        if (char_at(self, i) > most)
            most = char_at(self, i);
    return most;
}

/* The characters [from, to) as a str. */
static Value text_of(const StringFile *self, int64_t from, int64_t to) {
    if (from >= to)
        return str_empty();
    if (to - from == 1)
        return str_from_char(char_at(self, from));
    StrObject *str = str_alloc(to - from, self->ascii ? 0x7f : widest(self, from, to));
    if (str && str->kind == self->width)
        memcpy(str_data(str), (const char *)self->data + from * self->width,
               (size_t)(to - from) * self->width);
    else
        for (int64_t i = from; str && i < to; i++)
            str_put(str, i - from, char_at(self, i));
    return OBJ(str);
}

/* Puts the text at the position. */
static int write_at_position(StringFile *self, const StrObject *str) {
    if (str->length > INT64_MAX / 16 - self->position)
        return raise_status(&rt_exc_OverflowError, "new position too large");
    int64_t end = self->position + str->length;
    if (reserve(self, end, str->kind) < 0)
        return -1;
    for (int64_t i = self->length; i < self->position; i++)
        put_char(self->data, self->width, i, 0);
    if (str->kind == self->width)
        memcpy((char *)self->data + self->position * self->width, str_data(str),
               (size_t)str->length * self->width);
    else
        for (int64_t i = 0; i < str->length; i++)
            put_char(self->data, self->width, self->position + i, str_at(str, i));
    self->ascii &= str->ascii;
    self->position = end;
    if (end > self->length)
        self->length = end;
    return 0;
}

/* ---- ends of lines --------------------------------------------------------------------------- */

static bool has_char(const StrObject *str, uint32_t character) {
    if (str->kind == 1)
        return str->length && memchr(str_data(str), (int)character, (size_t)str->length);
    for (int64_t i = 0; i < str->length; i++)
        if (str_at(str, i) == character)
            return true;
    return false;
}

static Value replaced(Value text, const char *old, const char *new) {
    Value before = str_from_cstr(old), after = before ? str_from_cstr(new) : 0;
    Value result = after ? str_replace(text, before, after, -1) : 0;
    value_decref(before);
    value_decref(after);
    return result;
}

/* The text as it is to be kept; new reference. */
static Value translated(const StringFile *self, Value text) {
    const StrObject *str = AS(StrObject, text);
    if (self->ends == ENDS_TRANSLATE && has_char(str, '\r')) {
        Value once = replaced(text, "\r\n", "\n"), twice = once ? replaced(once, "\r", "\n") : 0;
        value_decref(once);
        return twice;
    }
    if (self->ends >= ENDS_RETURN && has_char(str, '\n'))
        return replaced(text, "\n", self->ends == ENDS_RETURN ? "\r" : "\r\n");
    return value_incref(text);
}

/* Writes `value`; answers its length, or -1. */
static int64_t write_value(StringFile *self, Value value) {
    if (self->width && !value_is_str(value))
        return raise_status(&rt_exc_TypeError, "string argument expected, got '%T'", value);
    if (!is_open(self))
        return -1;
    int64_t length = AS(StrObject, value)->length;
    Value text = self->ends == ENDS_NEWLINE || self->ends == ENDS_ANY ? value_incref(value)
                                                                      : translated(self, value);
    int status = text ? 0 : -1;
    if (text && length)
        status = write_at_position(self, AS(StrObject, text));
    value_decref(text);
    return status < 0 ? -1 : length;
}

/* The first place of the character in [from, to), or -1. */
static int64_t find_char(const StringFile *self, uint32_t character, int64_t from, int64_t to) {
    if (self->width == 1 && from < to) {
        const uint8_t *data = self->data;
        const uint8_t *at = memchr(data + from, (int)character, (size_t)(to - from));
        return at ? at - data : -1;
    }
    for (; from < to; from++)
        if (char_at(self, from) == character)
            return from;
    return -1;
}

/* Where the line that begins at `from` ends, behind its mark, with all marks taken for one. */
static int64_t any_line_end(const StringFile *self, int64_t from) {
    for (int64_t i = from; i < self->length; i++) {
        uint32_t character = char_at(self, i);
        if (character == '\n')
            return i + 1;
        if (character == '\r')
            return i + 1 + (i + 1 < self->length && char_at(self, i + 1) == '\n');
    }
    return self->length;
}

static int64_t line_end(const StringFile *self, int64_t from) {
    if (self->ends == ENDS_ANY)
        return any_line_end(self, from);
    uint32_t mark = self->ends >= ENDS_RETURN ? '\r' : '\n';
    for (;;) {
        int64_t at = find_char(self, mark, from, self->length);
        if (at < 0)
            return self->length;
        if (self->ends != ENDS_BOTH)
            return at + 1;
        if (at + 1 < self->length && char_at(self, at + 1) == '\n')
            return at + 2;
        from = at + 1;
    }
}

static Value take_line(StringFile *self, int64_t most) {
    if (self->position >= self->length)
        return str_empty();
    int64_t start = self->position, end = line_end(self, start);
    if (most >= 0 && end - start > most)
        end = start + most;
    Value line = text_of(self, start, end);
    if (line)
        self->position = end;
    return line;
}

/* ---- making ---------------------------------------------------------------------------------- */

static Value file_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ(object_new(type, sizeof(StringFile)));
}

static int read_newline(Value value, uint8_t *ends) {
    static const char *const known[] = {"\n", NULL, "", "\r", "\r\n"};
    *ends = value == VALUE_NONE ? ENDS_TRANSLATE : ENDS_NEWLINE;
    if (!value || value == VALUE_NONE)
        return 0;
    if (!value_is_str(value))
        return raise_status(&rt_exc_TypeError, "newline must be str or None, not %T", value);
    for (uint8_t i = 0; i <= ENDS_BOTH; i++)
        if (known[i] && str_equal_cstr(value, known[i])) {
            *ends = i;
            return 0;
        }
    return raise_status(&rt_exc_ValueError, "illegal newline value: %R", value);
}

NATIVE(init_bound) {
    NATIVE_UNUSED();
    StringFile *self = SPEC_DATA(callee);
    Value initial = ARG(0);
    uint8_t ends;
    if (read_newline(ARG(1), &ends) < 0)
        return 0;
    if (initial && initial != VALUE_NONE && !value_is_str(initial))
        return raise_error(&rt_exc_TypeError, "initial_value must be str or None, not %T", initial);
    drop_memory(self);
    self->width = 1;
    self->ascii = true;
    self->closed = false;
    self->ends = ends;
    self->position = 0;
    if (initial && initial != VALUE_NONE && write_value(self, initial) < 0)
        return 0;
    self->position = 0;
    return VALUE_NONE;
}

static int file_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "StringIO",
                                      .call = init_bound,
                                      .max_args = 2,
                                      .kind = METHOD_STATIC,
                                      .keywords = "initial_value newline"};
    return call_spec(&spec, SELF(self), args, count, names) ? 0 : -1;
}

static void file_dealloc(Object *self) {
    drop_memory((StringFile *)self);
}

/* ---- methods --------------------------------------------------------------------------------- */

NATIVE(method_read) {
    NATIVE_UNUSED();
    StringFile *self = SELF(args[0]);
    int64_t size;
    if (!is_open(self) || file_size_argument(ARG(1), -1, &size) < 0)
        return 0;
    int64_t start = self->position, left = self->length - start;
    if (left <= 0)
        return str_empty();
    int64_t end = size < 0 || size > left ? self->length : start + size;
    Value text = text_of(self, start, end);
    if (text)
        self->position = end;
    return text;
}

NATIVE(method_readline) {
    NATIVE_UNUSED();
    int64_t size;
    if (!is_open(SELF(args[0])) || file_size_argument(ARG(1), -1, &size) < 0)
        return 0;
    return take_line(SELF(args[0]), size);
}

static Value file_iter(Value self) {
    if (SELF(self)->closed) /* the words are those of the base class */
        return raise_error(&rt_exc_ValueError, "I/O operation on closed file.");
    return value_incref(self);
}

static bool reads_own_lines(Type *type) {
    if (type == &rt_type_string_file)
        return true;
    Value name = str_name("readline");
    return type_lookup_borrow(type, name) == type_lookup_borrow(&rt_type_string_file, name);
}

/* A readline written in Python is asked. */
static Value file_next(Value self) {
    if (!is_open(SELF(self)))
        return 0;
    Value line;
    if (reads_own_lines(value_type(self))) {
        line = take_line(SELF(self), -1);
    } else {
        line = object_call_method(self, "readline", NULL, 0);
        if (line && !value_is_str(line)) {
            raise_error(&rt_exc_OSError, "readline() should have returned a str object, not '%T'",
                        line);
            value_decref(line);
            return 0;
        }
    }
    if (!line || AS(StrObject, line)->length)
        return line;
    value_decref(line);
    return VALUE_STOP;
}

NATIVE(method_write) {
    NATIVE_UNUSED();
    int64_t length = write_value(SELF(args[0]), args[1]);
    return length < 0 ? 0 : int_from_i64(length);
}

NATIVE(method_truncate) {
    NATIVE_UNUSED();
    StringFile *self = SELF(args[0]);
    int64_t size;
    if (!is_open(self) || file_size_argument(ARG(1), self->position, &size) < 0)
        return 0;
    if (size < 0)
        return raise_error(&rt_exc_ValueError, "Negative size value %lld", (long long)size);
    if (size < self->length)
        self->length = size;
    return int_from_i64(size);
}

NATIVE(method_tell) {
    NATIVE_UNUSED();
    return is_open(SELF(args[0])) ? int_from_i64(SELF(args[0])->position) : 0;
}

NATIVE(method_seek) {
    static const FileSeekWords words = {"Invalid whence (%lld, should be 0, 1 or 2)",
                                        "Negative seek position %lld"};
    NATIVE_UNUSED();
    StringFile *self = SELF(args[0]);
    FileSeek seek;
    if (!is_open(self) || file_seek_arguments(args, count, &words, &seek) < 0)
        return 0;
    if (seek.offset != 0 && seek.whence != 0)
        return raise_error(&rt_exc_OSError, "Can't do nonzero cur-relative seeks");
    if (seek.whence != 1)
        self->position = seek.whence == 0 ? seek.offset : self->length;
    return int_from_i64(self->position);
}

NATIVE(method_getvalue) {
    NATIVE_UNUSED();
    return is_open(SELF(args[0])) ? text_of(SELF(args[0]), 0, SELF(args[0])->length) : 0;
}

static Value newline_value(const StringFile *self) {
    static const char *const marks[] = {"\n", "", "", "\r", "\r\n"};
    return self->ends == ENDS_TRANSLATE ? VALUE_NONE : str_from_cstr(marks[self->ends]);
}

/* (contents, newline, position, attributes) */
NATIVE(method_getstate) {
    NATIVE_UNUSED();
    StringFile *self = SELF(args[0]);
    if (!is_open(self))
        return 0;
    Value parts[] = {text_of(self, 0, self->length), newline_value(self),
                     int_from_i64(self->position), file_attributes(args[0])};
    return tuple_new_take(parts, 4);
}

/* The contents are taken as they are. */
NATIVE(method_setstate) {
    static const FileStateWords words = {"third item of state must be an integer, got %T",
                                         "fourth item of state should be a dict, got a %T"};
    NATIVE_UNUSED();
    StringFile *self = SELF(args[0]);
    const Value *state = file_state_items(args[1], 4, "StringIO");
    if (!state)
        return 0;
    Value nothing[] = {VALUE_NONE, state[1]};
    if (file_init(args[0], nothing, 2, 0) < 0)
        return 0;
    if (!value_is_str(state[0]))
        return raise_error(&rt_exc_TypeError, "initial_value must be str or None, not %T",
                           state[0]);
    if (write_at_position(self, AS(StrObject, state[0])) < 0)
        return 0;
    return file_restore(args[0], state + 2, &words, &self->position) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_close) {
    NATIVE_UNUSED();
    drop_memory(SELF(args[0]));
    SELF(args[0])->closed = true;
    return VALUE_NONE;
}

/* Not even a closed one complains. */
NATIVE(method_flush) {
    NATIVE_UNUSED();
    return VALUE_NONE;
}

NATIVE(method_true) {
    NATIVE_UNUSED();
    return is_open(SELF(args[0])) ? VALUE_TRUE : 0;
}

NATIVE(get_closed) {
    NATIVE_UNUSED();
    const StringFile *self = SELF(args[0]);
    if (!self->width)
        return raise_error(&rt_exc_ValueError, "I/O operation on uninitialized object");
    return VALUE_BOOL(self->closed);
}

NATIVE(get_line_buffering) {
    NATIVE_UNUSED();
    return is_open(SELF(args[0])) ? VALUE_FALSE : 0;
}

static const NativeMethod methods[] = {
    {.name = "read", .call = method_read, .max_args = 1},
    {.name = "readline", .call = method_readline, .max_args = 1},
    {.name = "write", .call = method_write, .min_args = 1, .max_args = 1},
    {.name = "truncate", .call = method_truncate, .max_args = 1},
    {.name = "tell", .call = method_tell},
    {.name = "seek", .call = method_seek, .min_args = 1, .max_args = 2},
    {.name = "getvalue", .call = method_getvalue},
    {.name = "__getstate__", .call = method_getstate},
    {.name = "__setstate__", .call = method_setstate, .min_args = 1, .max_args = 1},
    {.name = "close", .call = method_close},
    {.name = "flush", .call = method_flush},
    {.name = "readable", .call = method_true},
    {.name = "writable", .call = method_true},
    {.name = "seekable", .call = method_true},
    {.name = "closed", .call = get_closed, .kind = METHOD_GETTER},
    {.name = "line_buffering", .call = get_line_buffering, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_string_file = {
    .name = "_io.StringIO",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(StringFile),
    .methods = methods,
    .slots = {.new = file_new,
              .init = file_init,
              .dealloc = file_dealloc,
              .iter = file_iter,
              .next = file_next},
};
