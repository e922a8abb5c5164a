/*
 * mod_pickle_load.c — the unpickler's machine: a stack of objects, marks on it, a memo, and a case
 * for each operator. mod_pickle_make.c makes and fills objects, mod_pickle_read.c reads.
 */
#include "numbers.h"
#include "pickle.h"

/* ---- the stack ------------------------------------------------------------------------------- */

int unpickle_underflow(const Unpickler *self) {
    return raise_status(unpickling_error(),
                        self->mark_count ? "unexpected MARK found" : "unpickling stack underflow");
}

static int make_room(Unpickler *self) {
    if (self->height < self->room)
        return 0;
    int64_t room = self->room ? 2 * self->room : 64;
    Value *stack = mem_realloc(self->stack, (uint64_t)room * sizeof *stack);
    if (!stack)
        return -1;
    self->stack = stack;
    self->room = room;
    return 0;
}

int unpickle_push(Unpickler *self, Value value) {
    if (!value)
        return -1;
    if (make_room(self) < 0) {
        value_decref(value);
        return -1;
    }
    self->stack[self->height++] = value;
    return 0;
}

Value unpickle_pop(Unpickler *self) {
    if (self->height <= self->fence) {
        unpickle_underflow(self);
        return 0;
    }
    return self->stack[--self->height];
}

Value unpickle_pop_tuple(Unpickler *self, int64_t from) {
    if (from < self->fence) {
        unpickle_underflow(self);
        return 0;
    }
    Value tuple = tuple_new_empty(self->height - from);
    if (!tuple)
        return 0;
    values_copy(AS(TupleObject, tuple)->items, self->stack + from, (size_t)(self->height - from));
    self->height = from;
    return tuple;
}

static void drop_to(Unpickler *self, int64_t height) {
    while (self->height > height)
        value_decref(self->stack[--self->height]);
}

static int push_mark(Unpickler *self) {
    if (self->mark_count == self->mark_room) {
        int64_t room = self->mark_room ? 2 * self->mark_room : 16;
        int64_t *marks = mem_realloc(self->marks, (uint64_t)room * sizeof *marks);
        if (!marks)
            return -1;
        self->marks = marks;
        self->mark_room = room;
    }
    self->marks[self->mark_count++] = self->fence = self->height;
    return 0;
}

static void drop_mark(Unpickler *self) {
    self->mark_count--;
    self->fence = self->mark_count ? self->marks[self->mark_count - 1] : 0;
}

/* The place of the last mark, which is dropped; -1. */
static int64_t pop_mark(Unpickler *self) {
    if (!self->mark_count)
        return raise_status(unpickling_error(), "could not find MARK");
    int64_t mark = self->marks[self->mark_count - 1];
    drop_mark(self);
    return mark;
}

static int pop_one(Unpickler *self) {
    if (self->mark_count && self->marks[self->mark_count - 1] == self->height) {
        drop_mark(self);
        return 0;
    }
    Value top = unpickle_pop(self);
    value_decref(top);
    return top ? 0 : -1;
}

static int duplicate(Unpickler *self) {
    if (self->height <= self->fence)
        return unpickle_underflow(self);
    return unpickle_push(self, value_incref(self->stack[self->height - 1]));
}

/* ---- arguments ------------------------------------------------------------------------------- */

static uint64_t little(const uint8_t *data, int size) {
    uint64_t number = 0;
    for (int i = 0; i < size; i++)
        number |= (uint64_t)data[i] << 8 * i;
    return number;
}

/* A number of so many bytes. 0 or -1. */
static int read_number(Unpickler *self, int size, uint64_t *number) {
    const uint8_t *data = pickle_read(self, size);
    if (!data)
        return -1;
    *number = little(data, size);
    return 0;
}

/* Data with its length in front, in `width` bytes; NULL with an exception. */
static const uint8_t *read_counted(Unpickler *self, int width, const char *what, int64_t *size) {
    uint64_t count;
    if (read_number(self, width, &count) < 0)
        return NULL;
    if (count > INT64_MAX) {
        raise_error(&rt_exc_OverflowError, "%s exceeds system's maximum size of %lld bytes", what,
                    (long long)INT64_MAX);
        return NULL;
    }
    *size = (int64_t)count;
    return pickle_read(self, *size);
}

/* A line with something on it besides its end; *size without the end. NULL with an exception. */
static const char *read_text(Unpickler *self, int64_t *size, int64_t least) {
    const char *line = pickle_read_line(self, size);
    if (line && --*size < least) {
        pickle_truncated();
        return NULL;
    }
    return line;
}

/* What int(text, base) makes of a line; new reference. */
static Value line_int(const char *line, int64_t size, int base) {
    Value text = str_from_latin1((const uint8_t *)line, (size_t)size);
    Value number = text ? int_from_text(text, base) : 0;
    value_decref(text);
    return number;
}

/* ---- numbers --------------------------------------------------------------------------------- */

static int load_int(Unpickler *self) {
    int64_t size;
    const char *line = read_text(self, &size, 1);
    if (!line)
        return -1;
    if (size == 2 && line[0] == '0' && (line[1] == '0' || line[1] == '1'))
        return unpickle_push(self, VALUE_BOOL(line[1] == '1'));
    Value number = line_int(line, size, 0);
    if (!number && exc_pending_is(&rt_exc_ValueError)) {
        exc_clear();
        raise_error(&rt_exc_ValueError, "could not convert string to int");
    }
    return unpickle_push(self, number);
}

static int load_long(Unpickler *self) {
    int64_t size;
    const char *line = read_text(self, &size, 1);
    if (!line)
        return -1;
    bool prefixed = size > 2 && *line == '0'; /* 0x...: other words have the base 10 in messages */
    return unpickle_push(
        self, line_int(line, line[size - 1] == 'L' ? size - 1 : size + 1, prefixed ? 0 : 10));
}

static int load_counted_long(Unpickler *self, int width) {
    uint64_t count;
    if (read_number(self, width, &count) < 0)
        return -1;
    if (width == 4 && count > INT32_MAX)
        return raise_status(unpickling_error(), "LONG pickle has negative byte count");
    const uint8_t *data = pickle_read(self, (int64_t)count);
    return data ? unpickle_push(self, int_from_bytes(data, (int64_t)count, true, true)) : -1;
}

static int load_float(Unpickler *self) {
    int64_t size;
    const char *line = read_text(self, &size, 1);
    Value text = line ? str_from_latin1((const uint8_t *)line, (size_t)size + 1) : 0;
    Value number = text ? float_parse(text) : 0;
    if (text && !number && exc_pending_is(&rt_exc_ValueError)) {
        exc_clear();
        raise_error(&rt_exc_ValueError, "could not convert string to float: '%S'", text);
    }
    value_decref(text);
    return unpickle_push(self, number);
}

static int load_binfloat(Unpickler *self) {
    const uint8_t *data = pickle_read(self, 8);
    if (!data)
        return -1;
    uint64_t bits = 0;
    for (int i = 0; i < 8; i++)
        bits = bits << 8 | data[i];
    double number;
    memcpy(&number, &bits, sizeof number);
    return unpickle_push(self, float_box(number));
}

static int load_binint(Unpickler *self, int size) {
    uint64_t number;
    if (read_number(self, size, &number) < 0)
        return -1;
    int64_t signed_number = size == 4 ? (int32_t)number : (int64_t)number;
    return unpickle_push(self, value_from_small_int(signed_number));
}

/* ---- text and bytes -------------------------------------------------------------------------- */

static const char *name_of(Value text) {
    size_t size;
    return str_utf8(text, &size);
}

/* Text of Python 2: bytes, unless the encoding is known. */
static Value old_string(Unpickler *self, const uint8_t *data, int64_t size) {
    if (str_equal_cstr(self->encoding, "bytes"))
        return bytes_new(data, (size_t)size);
    return codec_decode(data, size, name_of(self->encoding), name_of(self->errors));
}

static int load_string(Unpickler *self) {
    int64_t size;
    const char *line = pickle_read_line(self, &size);
    if (!line)
        return -1;
    size--;
    if (size < 2 || line[0] != line[size - 1] || (line[0] != '\'' && line[0] != '"'))
        return raise_status(unpickling_error(), "the STRING opcode argument must be quoted");
    Value quoted = bytes_new(line + 1, (size_t)size - 2),
          codecs = quoted ? module_import("_codecs") : 0;
    Value pair = codecs ? object_call_method(codecs, "escape_decode", &quoted, 1) : 0;
    value_decref(quoted);
    value_decref(codecs);
    if (!pair)
        return -1;
    const BytesObject *bytes = AS(BytesObject, AS(TupleObject, pair)->items[0]);
    Value text = old_string(self, bytes->data, bytes->length);
    value_decref(pair);
    return unpickle_push(self, text);
}

static int load_binstring(Unpickler *self, int width) {
    uint64_t size;
    if (read_number(self, width, &size) < 0)
        return -1;
    const uint8_t *data = pickle_read(self, (int64_t)size);
    return data ? unpickle_push(self, old_string(self, data, (int64_t)size)) : -1;
}

static int load_unicode(Unpickler *self) {
    int64_t size;
    const char *line = read_text(self, &size, 0);
    if (!line)
        return -1;
    return unpickle_push(self,
                         codec_decode((const uint8_t *)line, size, "raw_unicode_escape", "strict"));
}

static bool is_ascii(const uint8_t *data, int64_t size) {
    uint8_t any = 0;
    for (int64_t i = 0; i < size; i++)
        any |= data[i];
    return any < 0x80;
}

static int load_binunicode(Unpickler *self, int width) {
    int64_t size;
    const uint8_t *data = read_counted(self, width, "BINUNICODE", &size);
    if (!data)
        return -1;
    return unpickle_push(self, is_ascii(data, size)
                                   ? str_from_latin1(data, (size_t)size)
                                   : codec_decode(data, size, "utf-8", "surrogatepass"));
}

static int load_binbytes(Unpickler *self, int width) {
    int64_t size;
    const uint8_t *data = read_counted(self, width, "BINBYTES", &size);
    return data ? unpickle_push(self, bytes_new(data, (size_t)size)) : -1;
}

static int load_bytearray(Unpickler *self) {
    int64_t size;
    const uint8_t *data = read_counted(self, 8, "BYTEARRAY8", &size);
    return data ? unpickle_push(self, bytearray_new(data, size)) : -1;
}

static int load_next_buffer(Unpickler *self) {
    if (!self->buffers)
        return raise_status(unpickling_error(), "pickle stream refers to out-of-band data but no "
                                                "*buffers* argument was given");
    Value buffer = object_next(self->buffers);
    if (buffer == VALUE_STOP)
        return raise_status(unpickling_error(), "not enough out-of-band buffers");
    return unpickle_push(self, buffer);
}

static int load_readonly_buffer(Unpickler *self) {
    if (self->height <= self->fence)
        return unpickle_underflow(self);
    Value *top = &self->stack[self->height - 1];
    Value view = object_call1(OBJ(&rt_type_memoryview), *top), readonly = 0;
    Buffer buffer;
    if (view && buffer_view(view, &buffer) && buffer.readonly)
        readonly = value_incref(*top);
    else if (view)
        readonly = object_call_method(view, "toreadonly", NULL, 0);
    value_decref(view);
    if (!readonly)
        return -1;
    value_replace(top, readonly);
    return 0;
}

/* ---- containers ------------------------------------------------------------------------------ */

static int load_short_tuple(Unpickler *self, int64_t length) {
    return unpickle_push(self, unpickle_pop_tuple(self, self->height - length));
}

static int load_marked_tuple(Unpickler *self) {
    int64_t mark = pop_mark(self);
    return mark < 0 ? -1 : unpickle_push(self, unpickle_pop_tuple(self, mark));
}

static int load_marked_list(Unpickler *self) {
    int64_t mark = pop_mark(self);
    if (mark < 0)
        return -1;
    Value list = list_new(self->stack + mark, self->height - mark);
    drop_to(self, mark);
    return unpickle_push(self, list);
}

static int load_marked_dict(Unpickler *self) {
    int64_t mark = pop_mark(self);
    if (mark < 0)
        return -1;
    if ((self->height - mark) % 2)
        return raise_status(unpickling_error(), "odd number of items for DICT");
    Value dict = dict_new();
    int status = dict ? 0 : -1;
    for (int64_t i = mark; status == 0 && i < self->height; i += 2)
        status = dict_set(dict, self->stack[i], self->stack[i + 1]);
    drop_to(self, mark);
    if (status == 0)
        return unpickle_push(self, dict);
    value_decref(dict);
    return -1;
}

static int load_frozenset(Unpickler *self) {
    int64_t mark = pop_mark(self);
    Value items = mark < 0 ? 0 : unpickle_pop_tuple(self, mark);
    Value set = items ? object_call1(OBJ(&rt_type_frozenset), items) : 0;
    value_decref(items);
    return unpickle_push(self, set);
}

/* ---- the memo -------------------------------------------------------------------------------- */

int unpickle_memo_put(Unpickler *self, int64_t index, Value value) {
    if (index >= self->memo_room) {
        int64_t room = self->memo_room ? 2 * self->memo_room : 32;
        if (index >= room)
            room = 2 * index;
        if (room > INT64_MAX / 16 || (uint64_t)room > SIZE_MAX / sizeof(Value)) {
            raise_no_memory();
            return -1;
        }
        Value *memo = mem_realloc(self->memo, (uint64_t)room * sizeof *memo);
        if (!memo)
            return -1;
        memset(memo + self->memo_room, 0, (size_t)(room - self->memo_room) * sizeof *memo);
        self->memo = memo;
        self->memo_room = room;
    }
    self->memo_count += !self->memo[index];
    value_replace(&self->memo[index], value_incref(value));
    return 0;
}

static int memoize(Unpickler *self, int64_t index) {
    if (self->height <= self->fence)
        return unpickle_underflow(self);
    if (index < 0)
        return raise_status(&rt_exc_ValueError, "negative PUT argument");
    return unpickle_memo_put(self, index, self->stack[self->height - 1]);
}

static int recall(Unpickler *self, int64_t index) {
    if (index < 0 || index >= self->memo_room || !self->memo[index])
        return raise_status(unpickling_error(), "Memo value not found at index %lld",
                            (long long)index);
    return unpickle_push(self, value_incref(self->memo[index]));
}

static int with_number(Unpickler *self, int size, int (*use)(Unpickler *, int64_t)) {
    uint64_t number;
    return read_number(self, size, &number) < 0 ? -1 : use(self, (int64_t)number);
}

/* The index stands on a line. */
static int with_line(Unpickler *self, int (*use)(Unpickler *, int64_t)) {
    int64_t size, index;
    const char *line = read_text(self, &size, 1);
    Value number = line ? line_int(line, size + 1, 10) : 0;
    if (!number)
        return -1;
    bool fits = int_to_i64(number, &index);
    value_decref(number);
    if (!fits)
        return raise_status(&rt_exc_OverflowError, "Python int too large to convert to C ssize_t");
    return use(self, index);
}

static int load_extension(Unpickler *self, int size) {
    uint64_t number;
    if (read_number(self, size, &number) < 0)
        return -1;
    return unpickle_extension(self, size == 4 ? (int32_t)number : (int64_t)number);
}

/* ---- objects --------------------------------------------------------------------------------- */

static int load_global(Unpickler *self) {
    int64_t size;
    const char *line = read_text(self, &size, 1);
    Value module = line ? codec_decode((const uint8_t *)line, size, "utf-8", "strict") : 0,
          name = 0;
    if (module && (line = read_text(self, &size, 1)))
        name = codec_decode((const uint8_t *)line, size, "utf-8", "strict");
    Value found = name ? unpickle_global(self, module, name) : 0;
    value_decref(module);
    value_decref(name);
    return unpickle_push(self, found);
}

static int load_stack_global(Unpickler *self) {
    Value name = unpickle_pop(self), module = name ? unpickle_pop(self) : 0, found = 0;
    if (module && value_is(name, &rt_type_str) && value_is(module, &rt_type_str)) {
        found = unpickle_global(self, module, name);
    } else {
        exc_clear();
        raise_error(unpickling_error(), "STACK_GLOBAL requires str");
    }
    value_decref(name);
    value_decref(module);
    return unpickle_push(self, found);
}

static int load_reduce(Unpickler *self) {
    Value arguments = unpickle_pop(self), function = arguments ? unpickle_pop(self) : 0, result = 0;
    if (function && value_isa(arguments, &rt_type_tuple))
        result = object_call(function, AS(TupleObject, arguments)->items,
                             (uint32_t)AS(TupleObject, arguments)->length, 0);
    else if (function)
        raise_error(&rt_exc_TypeError, "argument list must be a tuple");
    value_decref(function);
    value_decref(arguments);
    return unpickle_push(self, result);
}

static int push_instance(Unpickler *self, Value cls_take, Value arguments_take) {
    Value instance = cls_take && arguments_take ? unpickle_instance(cls_take, arguments_take) : 0;
    value_decref(cls_take);
    value_decref(arguments_take);
    return unpickle_push(self, instance);
}

static int load_obj(Unpickler *self) {
    int64_t mark = pop_mark(self);
    if (mark < 0)
        return -1;
    if (self->height - mark < 1)
        return unpickle_underflow(self);
    Value arguments = unpickle_pop_tuple(self, mark + 1);
    return push_instance(self, arguments ? unpickle_pop(self) : 0, arguments);
}

static int load_inst(Unpickler *self) {
    int64_t mark = pop_mark(self), size;
    const char *line = mark < 0 ? NULL : read_text(self, &size, 1);
    Value module = line ? codec_decode((const uint8_t *)line, size, "ascii", "strict") : 0,
          name = 0;
    if (module && (line = read_text(self, &size, 1)))
        name = codec_decode((const uint8_t *)line, size, "ascii", "strict");
    Value cls = name ? unpickle_global(self, module, name) : 0;
    value_decref(module);
    value_decref(name);
    return push_instance(self, cls, cls ? unpickle_pop_tuple(self, mark) : 0);
}

static int push_persistent(Unpickler *self, Value id_take) {
    Value found = id_take ? pickle_hook_call(&self->persistent_load, OBJ(self), id_take) : 0;
    value_decref(id_take);
    return unpickle_push(self, found);
}

static int no_persistent_load(void) {
    return raise_status(unpickling_error(), "A load persistent id instruction was encountered,\n"
                                            "but no persistent_load function was specified.");
}

static int load_persid(Unpickler *self) {
    int64_t size;
    if (!self->persistent_load.function)
        return no_persistent_load();
    const char *line = read_text(self, &size, 0);
    if (!line)
        return -1;
    if (!is_ascii((const uint8_t *)line, size))
        return raise_status(unpickling_error(),
                            "persistent IDs in protocol 0 must be ASCII strings");
    return push_persistent(self, str_from_latin1((const uint8_t *)line, (size_t)size));
}

static int load_binpersid(Unpickler *self) {
    return self->persistent_load.function ? push_persistent(self, unpickle_pop(self))
                                          : no_persistent_load();
}

/* ---- the machine ----------------------------------------------------------------------------- */

static int load_protocol(Unpickler *self) {
    const uint8_t *data = pickle_read(self, 1);
    if (!data)
        return -1;
    if (*data > PICKLE_HIGHEST)
        return raise_status(&rt_exc_ValueError, "unsupported pickle protocol: %d", *data);
    self->protocol = *data;
    return 0;
}

/* The whole frame is read at once. */
static int load_frame(Unpickler *self) {
    uint64_t size;
    if (read_number(self, 8, &size) < 0)
        return -1;
    if (size > INT64_MAX)
        return raise_status(&rt_exc_OverflowError,
                            "FRAME length exceeds system's maximum of %lld bytes",
                            (long long)INT64_MAX);
    if (!pickle_read(self, (int64_t)size))
        return -1;
    self->at -= (int64_t)size;
    return 0;
}

static int load_marked(Unpickler *self, int (*fill)(Unpickler *, int64_t)) {
    int64_t mark = pop_mark(self);
    return mark < 0 ? -1 : fill(self, mark);
}

static int pop_marked(Unpickler *self) {
    int64_t mark = pop_mark(self);
    if (mark < 0)
        return -1;
    drop_to(self, mark);
    return 0;
}

static int unknown_op(uint8_t op) {
    if (op >= 0x20 && op <= 0x7e && op != '\'' && op != '\\')
        return raise_status(unpickling_error(), "invalid load key, '%c'.", op);
    char text[8];
    snprintf(text, sizeof text, "\\x%02x", op);
    return raise_status(unpickling_error(), "invalid load key, '%s'.", text);
}

static int load_op(Unpickler *self, uint8_t op) {
    switch ((PickleOp)op) {
    case OP_NONE:
        return unpickle_push(self, VALUE_NONE);
    case OP_NEWTRUE:
        return unpickle_push(self, VALUE_TRUE);
    case OP_NEWFALSE:
        return unpickle_push(self, VALUE_FALSE);
    case OP_BININT:
        return load_binint(self, 4);
    case OP_BININT1:
        return load_binint(self, 1);
    case OP_BININT2:
        return load_binint(self, 2);
    case OP_INT:
        return load_int(self);
    case OP_LONG:
        return load_long(self);
    case OP_LONG1:
        return load_counted_long(self, 1);
    case OP_LONG4:
        return load_counted_long(self, 4);
    case OP_FLOAT:
        return load_float(self);
    case OP_BINFLOAT:
        return load_binfloat(self);
    case OP_SHORT_BINBYTES:
        return load_binbytes(self, 1);
    case OP_BINBYTES:
        return load_binbytes(self, 4);
    case OP_BINBYTES8:
        return load_binbytes(self, 8);
    case OP_BYTEARRAY8:
        return load_bytearray(self);
    case OP_NEXT_BUFFER:
        return load_next_buffer(self);
    case OP_READONLY_BUFFER:
        return load_readonly_buffer(self);
    case OP_STRING:
        return load_string(self);
    case OP_BINSTRING:
        return load_binstring(self, 4);
    case OP_SHORT_BINSTRING:
        return load_binstring(self, 1);
    case OP_UNICODE:
        return load_unicode(self);
    case OP_SHORT_BINUNICODE:
        return load_binunicode(self, 1);
    case OP_BINUNICODE:
        return load_binunicode(self, 4);
    case OP_BINUNICODE8:
        return load_binunicode(self, 8);
    case OP_EMPTY_TUPLE:
        return load_short_tuple(self, 0);
    case OP_TUPLE1:
        return load_short_tuple(self, 1);
    case OP_TUPLE2:
        return load_short_tuple(self, 2);
    case OP_TUPLE3:
        return load_short_tuple(self, 3);
    case OP_TUPLE:
        return load_marked_tuple(self);
    case OP_EMPTY_LIST:
        return unpickle_push(self, list_new(NULL, 0));
    case OP_LIST:
        return load_marked_list(self);
    case OP_EMPTY_DICT:
        return unpickle_push(self, dict_new());
    case OP_DICT:
        return load_marked_dict(self);
    case OP_EMPTY_SET:
        return unpickle_push(self, set_new(false));
    case OP_ADDITEMS:
        return load_marked(self, unpickle_add_items);
    case OP_FROZENSET:
        return load_frozenset(self);
    case OP_APPEND:
        return unpickle_append(self, self->height - 1);
    case OP_APPENDS:
        return load_marked(self, unpickle_append);
    case OP_SETITEM:
        return unpickle_set_items(self, self->height - 2);
    case OP_SETITEMS:
        return load_marked(self, unpickle_set_items);
    case OP_OBJ:
        return load_obj(self);
    case OP_INST:
        return load_inst(self);
    case OP_NEWOBJ:
        return unpickle_new(self, false);
    case OP_NEWOBJ_EX:
        return unpickle_new(self, true);
    case OP_GLOBAL:
        return load_global(self);
    case OP_STACK_GLOBAL:
        return load_stack_global(self);
    case OP_REDUCE:
        return load_reduce(self);
    case OP_BUILD:
        return unpickle_build(self);
    case OP_MARK:
        return push_mark(self);
    case OP_POP:
        return pop_one(self);
    case OP_POP_MARK:
        return pop_marked(self);
    case OP_DUP:
        return duplicate(self);
    case OP_GET:
        return with_line(self, recall);
    case OP_BINGET:
        return with_number(self, 1, recall);
    case OP_LONG_BINGET:
        return with_number(self, 4, recall);
    case OP_PUT:
        return with_line(self, memoize);
    case OP_BINPUT:
        return with_number(self, 1, memoize);
    case OP_LONG_BINPUT:
        return with_number(self, 4, memoize);
    case OP_MEMOIZE:
        return memoize(self, self->memo_count);
    case OP_EXT1:
        return load_extension(self, 1);
    case OP_EXT2:
        return load_extension(self, 2);
    case OP_EXT4:
        return load_extension(self, 4);
    case OP_PERSID:
        return load_persid(self);
    case OP_BINPERSID:
        return load_binpersid(self);
    case OP_PROTO:
        return load_protocol(self);
    case OP_FRAME:
        return load_frame(self);
    case OP_STOP:
        break;
    }
    return unknown_op(op);
}

/* 0 when the operator STOP came. */
static int run(Unpickler *self) {
    for (;;) {
        const uint8_t *op = pickle_read(self, 1);
        if (!op) {
            if (exc_pending_is(unpickling_error())) {
                exc_clear();
                raise_error(&rt_exc_EOFError, "Ran out of input");
            }
            return -1;
        }
        if (*op == OP_STOP)
            return 0;
        if (load_op(self, *op) < 0)
            return -1;
    }
}

Value pickle_load(Unpickler *self) {
    self->mark_count = self->fence = 0;
    self->protocol = 0;
    drop_to(self, 0);
    if (make_room(self) < 0 || run(self) < 0 || pickle_skip_read(self) < 0)
        return 0;
    return unpickle_pop(self);
}
