/*
 * obj_str.c — the type str: what makes a text a sequence (length, items, slices, iteration),
 * comparison, hash, repr, concatenation, the constructor. The methods stand in the other str_
 * files.
 */
#include "text.h"

#define INDEX_TEXT "string indices must be integers"

/* ---- comparison and hash --------------------------------------------------------------------- */

static inline uint64_t bytes_8(const uint8_t *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

static inline uint32_t bytes_4(const uint8_t *at) {
    uint32_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

/* Short texts are compared here, by a word at each end: most are short, and a call costs more than
 * the work. */
static inline bool same_bytes(const uint8_t *a, const uint8_t *b, size_t size) {
    if (size > 16)
        return !memcmp(a, b, size);
    if (size >= 8)
        return bytes_8(a) == bytes_8(b) && bytes_8(a + size - 8) == bytes_8(b + size - 8);
    if (size >= 4)
        return bytes_4(a) == bytes_4(b) && bytes_4(a + size - 4) == bytes_4(b + size - 4);
    for (size_t i = 0; i < size; i++)
        if (a[i] != b[i])
            return false;
    return true;
}

bool str_equal(Value left, Value right) {
    const StrObject *a = AS(StrObject, left), *b = AS(StrObject, right);
    if (a == b)
        return true;
    /* an interned str is the only one with its text that is interned */
    if (a->length != b->length || a->kind != b->kind || (a->interned && b->interned))
        return false;
    return same_bytes(str_data(a), str_data(b), (size_t)a->length * a->kind);
}

bool str_equal_cstr(Value value, const char *text) {
    const StrObject *str = AS(StrObject, value);
    if (*(const char *)str_data(str) != *text) /* most differ there; a 0 follows the last one */
        return false;
    size_t size = strlen(text);
    return str->kind == 1 && (size_t)str->length == size && !memcmp(str_data(str), text, size);
}

static int compare_chars(const StrObject *a, const StrObject *b) {
    int64_t least = a->length < b->length ? a->length : b->length;
    if (a->kind == 1 && b->kind == 1) {
        int order = memcmp(str_data(a), str_data(b), (size_t)least);
        if (order)
            return order;
    } else {
        for (int64_t i = 0; i < least; i++) {
            uint32_t left = str_at(a, i), right = str_at(b, i);
            if (left != right)
                return left < right ? -1 : 1;
        }
    }
    return (a->length > b->length) - (a->length < b->length);
}

static Value str_compare(Value left, Value right, CompareOp op) {
    if (!value_is_str(left) || !value_is_str(right))
        return VALUE_NOTIMPLEMENTED;
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return VALUE_BOOL(str_equal(left, right) == (op == COMPARE_EQ));
    int order = compare_chars(AS(StrObject, left), AS(StrObject, right));
    return compare_answer(order, op);
}

static int64_t str_hash(Value self) {
    StrObject *str = AS(StrObject, self);
    if (str->hash == -1)
        str->hash = str->length ? hash_bytes(str_data(str), (size_t)str->length * str->kind) : 0;
    return str->hash;
}

static void str_dealloc(Object *self) {
    mem_free(((StrObject *)self)->utf8);
}

/* ---- repr ------------------------------------------------------------------------------------ */

static void add_hex(StrBuilder *builder, char letter, uint32_t character, int digits) {
    str_builder_char(builder, '\\');
    str_builder_char(builder, (uint32_t)letter);
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        str_builder_char(builder, (uint32_t) "0123456789abcdef"[character >> shift & 15]);
}

static void add_escaped(StrBuilder *builder, uint32_t character) {
    if (character < 0x100)
        add_hex(builder, 'x', character, 2);
    else if (character < 0x10000)
        add_hex(builder, 'u', character, 4);
    else
        add_hex(builder, 'U', character, 8);
}

static void add_repr_char(StrBuilder *builder, uint32_t character, uint32_t quote) {
    static const char names[] = {['\t'] = 't', ['\n'] = 'n', ['\r'] = 'r'};
    if (character == quote || character == '\\') {
        str_builder_char(builder, '\\');
        str_builder_char(builder, character);
    } else if (character < sizeof names && names[character]) {
        str_builder_char(builder, '\\');
        str_builder_char(builder, (uint32_t)names[character]);
    } else if (!char_is_printable(character)) {
        add_escaped(builder, character);
    } else {
        str_builder_char(builder, character);
    }
}

/* What a repr has to heed in a text. */
typedef struct Marks {
    bool single_quote, double_quote;
    bool special; /* there are characters that may have to be escaped */
} Marks;

static Marks marks_of(const StrObject *str) {
    Marks marks = {.special = !str->ascii};
    for (int64_t i = 0; i < str->length; i++) {
        uint32_t character = str_at(str, i);
        marks.single_quote |= character == '\'';
        marks.double_quote |= character == '"';
        marks.special |= character < ' ' || character == '\\' || character == 0x7f;
    }
    return marks;
}

/* A text without anything to escape between quotes. */
static Value quoted_plain(const StrObject *str, uint32_t quote) {
    StrObject *result = str_alloc(str->length + 2, 0x7f);
    if (!result)
        return 0;
    str_put(result, 0, quote);
    str_copy_chars(result, 1, str, 0, str->length);
    str_put(result, str->length + 1, quote);
    return OBJ(result);
}

static Value str_repr(Value self) {
    const StrObject *str = AS(StrObject, self);
    Marks marks = marks_of(str);
    /* double quotes only around a text that has single ones and no double ones */
    uint32_t quote = marks.single_quote && !marks.double_quote ? '"' : '\'';
    if (!marks.special && !(marks.single_quote && marks.double_quote))
        return quoted_plain(str, quote);
    StrBuilder builder;
    str_builder_init(&builder);
    str_builder_char(&builder, quote);
    for (int64_t i = 0; i < str->length; i++)
        add_repr_char(&builder, str_at(str, i), quote);
    str_builder_char(&builder, quote);
    return str_builder_finish(&builder);
}

static Value str_str(Value self) {
    return value_is(self, &rt_type_str) ? value_incref(self) : str_copy_as(&rt_type_str, self);
}

/* ---- sequence -------------------------------------------------------------------------------- */

static int64_t str_len(Value self) {
    return AS(StrObject, self)->length;
}

Value str_substring(Value self, int64_t start, int64_t stop) {
    const StrObject *str = AS(StrObject, self);
    if (start >= stop)
        return str_empty();
    if (start == 0 && stop == str->length && str->base.type == &rt_type_str)
        return value_incref(self);
    if (stop - start == 1)
        return str_from_char(str_at(str, start));
    if (str->ascii)
        return str_of_ascii((const char *)str_data(str) + start, stop - start);
    StrObject *part = str_alloc(stop - start, str_max_char(str, start, stop));
    if (part)
        str_copy_chars(part, 0, str, start, stop - start);
    return OBJ(part);
}

static Value str_slice(Value self, Value key) {
    const StrObject *str = AS(StrObject, self);
    int64_t start, stop, step, count;
    if (slice_unpack(key, &start, &stop, &step) < 0)
        return 0;
    count = slice_adjust(str->length, &start, &stop, step);
    if (step == 1 || count == 0)
        return str_substring(self, start, start + count);
    uint32_t most = 0x7f;
    if (!str->ascii) {
        most = 0;
        for (int64_t i = 0; i < count; i++)
            most |= str_at(str, start + i * step);
        most = most > 0x10ffff ? 0x10ffff : most;
    }
    StrObject *part = str_alloc(count, most);
    if (part && part->kind == 1 && str->kind == 1) {
        const uint8_t *from = (const uint8_t *)str_data(str) + start;
        uint8_t *to = (uint8_t *)str_data(part);
        for (int64_t i = 0; i < count; i++)
            to[i] = from[i * step];
        return OBJ(part);
    }
    for (int64_t i = 0; part && i < count; i++)
        str_put(part, i, str_at(str, start + i * step));
    return OBJ(part);
}

static Value str_getitem(Value self, Value key) {
    const StrObject *str = AS(StrObject, self);
    if (value_is(key, &rt_type_slice))
        return str_slice(self, key);
    int64_t index;
    if (!value_is_int(key) && !value_type(key)->slots.index)
        return raise_error(&rt_exc_TypeError, INDEX_TEXT ", not '%T'", key);
    if (sequence_index(key, INDEX_TEXT, &index) < 0)
        return 0;
    if (index < 0)
        index += str->length;
    if (index < 0 || index >= str->length)
        return raise_error(&rt_exc_IndexError, "string index out of range");
    return str_from_char(str_at(str, index));
}

static int str_contains(Value self, Value item) {
    if (!value_is_str(item))
        return raise_status(&rt_exc_TypeError,
                            "'in <string>' requires string as left operand, not %T", item);
    const StrObject *str = AS(StrObject, self);
    return str_find(str, AS(StrObject, item), 0, str->length) >= 0;
}

static Value iterator_next_char(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (!iterator->parts[0])
        return VALUE_STOP;
    const StrObject *str = AS(StrObject, iterator->parts[0]);
    if (iterator->index >= str->length)
        return iterator_finish(iterator);
    return str_from_char(str_at(str, iterator->index++));
}

static Value iterator_hint(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    int64_t length = iterator->parts[0] ? AS(StrObject, iterator->parts[0])->length : 0;
    return value_from_small_int(length - (length ? iterator->index : 0));
}

static const NativeMethod iterator_methods[] = {
    {.name = "__length_hint__", .call = iterator_hint},
    ITERATOR_COPIES(forward),
    {0},
};

#define STR_ITERATOR(variable, python_name)                                                        \
    Type variable = {                                                                              \
        .name = python_name,                                                                       \
        .flags = TYPE_FINAL,                                                                       \
        .basic_size = sizeof(IteratorObject),                                                      \
        .methods = iterator_methods,                                                               \
        .slots = {ITERATOR_SLOTS, .next = iterator_next_char},                                     \
    };
/* CPython has two of them, which shows in their names. */
STR_ITERATOR(rt_type_str_iterator, "str_iterator")
STR_ITERATOR(rt_type_str_ascii_iterator, "str_ascii_iterator")

static Value str_iter(Value self) {
    bool ascii = AS(StrObject, self)->ascii && value_is(self, &rt_type_str);
    return iterator_new(ascii ? &rt_type_str_ascii_iterator : &rt_type_str_iterator, self, 0, 0);
}

/* ---- + and * --------------------------------------------------------------------------------- */

Value str_concat(Value left, Value right) {
    const StrObject *a = AS(StrObject, left), *b = AS(StrObject, right);
    if (!b->length && a->base.type == &rt_type_str)
        return value_incref(left);
    if (!a->length && b->base.type == &rt_type_str)
        return value_incref(right);
    StrObject *result = str_alloc(a->length + b->length, str_char_limit(a) | str_char_limit(b));
    if (!result)
        return 0;
    str_copy_all(result, str_copy_all(result, 0, a), b);
    return OBJ(result);
}

/* Can `str` itself grow by `more`? Only one reference leads to it, and its characters are as wide.
 */
static bool can_grow(const StrObject *str, const StrObject *more) {
    return str->base.refs == 1 && !str->interned && str->length && str->kind >= more->kind &&
           str != more && (uint64_t)more->length < SIZE_MAX / 4 / str->kind - (uint64_t)str->length;
}

Value str_append(Value left, Value right) {
    StrObject *str = AS(StrObject, left);
    const StrObject *more = AS(StrObject, right);
    if (!more->length)
        return left;
    if (!can_grow(str, more)) {
        Value result = str_concat(left, right);
        if (result)
            value_decref(left);
        return result;
    }
    int64_t length = str->length + more->length;
    str = object_grow(&str->base, sizeof(StrObject) + ((size_t)length + 1) * str->kind);
    if (!str)
        return 0;
    str_copy_chars(str, str->length, more, 0, more->length);
    mem_free(str->utf8);
    str->utf8 = NULL;
    str->ascii &= more->ascii;
    str->hash = -1;
    str->length = length;
    str_put(str, length, 0);
    return OBJ(str);
}

static Value str_add(Value left, Value right) {
    if (!value_is_str(left))
        return VALUE_NOTIMPLEMENTED;
    if (!value_is_str(right))
        return raise_error(&rt_exc_TypeError, "can only concatenate str (not \"%T\") to str",
                           right);
    return str_concat(left, right);
}

static Value repeat(Value self, Value times) {
    const StrObject *str = AS(StrObject, self);
    int64_t count = object_repeat_count(times);
    if (count == -1 && isolate.pending)
        return 0;
    if (count <= 0 || !str->length)
        return str_empty();
    if (count == 1)
        return str_str(self);
    if (str->length > INT64_MAX / count)
        return raise_error(&rt_exc_OverflowError, "repeated string is too long");
    StrObject *result = str_alloc(str->length * count, str_char_limit(str));
    if (!result)
        return 0;
    if (str->length == 1 && str->kind == 1) {
        memset(str_data(result), *(uint8_t *)str_data(str), (size_t)count);
        return OBJ(result);
    }
    str_copy_chars(result, 0, str, 0, str->length);
    int64_t done = str->length, total = str->length * count; /* doubles what is there */
    while (done < total) {
        int64_t more = done < total - done ? done : total - done;
        str_copy_chars(result, done, result, 0, more);
        done += more;
    }
    return OBJ(result);
}

static Value str_mul(Value left, Value right) {
    Value str = value_is_str(left) ? left : right, times = value_is_str(left) ? right : left;
    if (!value_is_int(times) && !value_type(times)->slots.index)
        return value_is_str(times) || value_is_str(left)
                   ? raise_error(&rt_exc_TypeError,
                                 "can't multiply sequence by non-int of type '%T'", times)
                   : VALUE_NOTIMPLEMENTED;
    return repeat(str, times);
}

static Value str_mod(Value left, Value right) {
    return value_is_str(left) ? str_percent(left, right, false) : VALUE_NOTIMPLEMENTED;
}

Value str_join(Value separator, const Value *items, int64_t count) {
    const StrObject *between = AS(StrObject, separator);
    int64_t length = 0;
    uint32_t most = count > 1 ? str_char_limit(between) : 0;
    if (count == 0)
        return str_empty();
    if (count == 1 && value_is(items[0], &rt_type_str))
        return value_incref(items[0]);
    for (int64_t i = 0; i < count; i++) {
        if (!value_is_str(items[i]))
            return raise_error(&rt_exc_TypeError,
                               "sequence item %lld: expected str instance, %T found", (long long)i,
                               items[i]);
        const StrObject *item = AS(StrObject, items[i]);
        length += item->length;
        most |= str_char_limit(item);
    }
    StrObject *result = str_alloc(length + (count - 1) * between->length, most);
    int64_t at = 0;
    for (int64_t i = 0; result && i < count; i++) {
        if (i && between->length)
            at = str_copy_all(result, at, between);
        at = str_copy_all(result, at, AS(StrObject, items[i]));
    }
    return OBJ(result);
}

/* ---- the constructor ------------------------------------------------------------------------- */

static const char *text_of(Value value, const char *fallback) {
    size_t size;
    return value ? str_utf8(value, &size) : fallback;
}

static Value decoded(Value object, Value encoding, Value errors) {
    const uint8_t *data;
    int64_t size;
    if (value_is_str(object))
        return raise_error(&rt_exc_TypeError, "decoding str is not supported");
    if (!bytes_view(object, &data, &size))
        return raise_error(&rt_exc_TypeError, "decoding to str: need a bytes-like object, %T found",
                           object);
    const char *name = text_of(encoding, "utf-8"), *handler = text_of(errors, "strict");
    return name && handler ? codec_decode(data, size, name, handler) : 0;
}

NATIVE(str_make) {
    NATIVE_UNUSED();
    Type *type = SPEC_DATA(callee);
    Value object = ARG(0), text;
    for (uint32_t i = 1; i < count && i < 3; i++)
        if (args[i] && !value_is_str(args[i]))
            return raise_error(&rt_exc_TypeError, "str() argument '%s' must be str, not %A",
                               i == 1 ? "encoding" : "errors", args[i]);
    if (!object)
        text = str_empty();
    else if (ARG(1) || ARG(2))
        text = decoded(object, ARG(1), ARG(2));
    else
        text = object_str(object);
    if (!text || type == &rt_type_str)
        return text;
    Value copy = str_copy_as(type, text);
    value_decref(text);
    return copy;
}

NEW_BY_SPEC(str_new_by_spec, .name = "str", .call = str_make, .max_args = 3,
            .keywords = "object encoding errors")

static Value str_new_slot(Type *type, const Value *args, uint32_t count, Value names) {
    if (type == &rt_type_str && count == 1 && !names)
        return object_str(args[0]);
    return str_new_by_spec(type, args, count, names);
}

/* ---- methods of this file -------------------------------------------------------------------- */

bool str_argument(const char *method, int number, Value value) {
    if (value_is_str(value))
        return true;
    if (number)
        raise_error(&rt_exc_TypeError, "%s() argument %d must be str, not %A", method, number,
                    value);
    else
        raise_error(&rt_exc_TypeError, "%s() argument must be str, not %A", method, value);
    return false;
}

STR_NATIVE(join) {
    NATIVE_UNUSED();
    if (value_is(args[1], &rt_type_list) || value_is(args[1], &rt_type_tuple)) {
        bool is_list = value_is(args[1], &rt_type_list);
        const Value *items =
            is_list ? AS(ListObject, args[1])->items : AS(TupleObject, args[1])->items;
        int64_t length =
            is_list ? AS(ListObject, args[1])->length : AS(TupleObject, args[1])->length;
        return str_join(args[0], items, length);
    }
    Value list = list_of_parts(args[1], "can only join an iterable");
    if (!list)
        return 0;
    Value result = str_join(args[0], AS(ListObject, list)->items, AS(ListObject, list)->length);
    value_decref(list);
    return result;
}

STR_NATIVE(encode) {
    NATIVE_UNUSED();
    for (uint32_t i = 1; i < count; i++)
        if (args[i] && !value_is_str(args[i]))
            return raise_error(&rt_exc_TypeError, "encode() argument '%s' must be str, not %A",
                               i == 1 ? "encoding" : "errors", args[i]);
    const char *name = text_of(ARG(1), "utf-8"), *handler = text_of(ARG(2), "strict");
    return name && handler ? codec_encode(args[0], name, handler) : 0;
}

STR_NATIVE(__getnewargs__) {
    NATIVE_UNUSED();
    Value text = str_str(args[0]);
    Value result = text ? tuple_new(&text, 1) : 0;
    value_decref(text);
    return result;
}

static const NativeMethod str_methods[] = {
#define STR_METHOD(python_name, least, most, names)                                                \
    {.name = #python_name,                                                                         \
     .call = str_method_##python_name,                                                             \
     .min_args = least,                                                                            \
     .max_args = most,                                                                             \
     .keywords = names},
#define STR_PARSED(python_name, least, most)                                                       \
    {.name = #python_name,                                                                         \
     .call = str_method_##python_name,                                                             \
     .min_args = least,                                                                            \
     .max_args = most,                                                                             \
     .kind = METHOD_PARSED},
#include "str_methods.def"
#undef STR_METHOD
    {.name = "maketrans",
     .call = str_method_maketrans,
     .min_args = 1,
     .max_args = 3,
     .kind = METHOD_STATIC},
    {0},
};

Type rt_type_str = {
    .name = "str",
    .flags = TYPE_STR_SUBCLASS | TYPE_CONCATENATES,
    .basic_size = sizeof(StrObject),
    .methods = str_methods,
    .doc =
        "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
        "Create a new string object from the given object. If encoding or\nerrors is specified, "
        "then the object must expose a data buffer\nthat will be decoded using the given encoding "
        "and error handler.\nOtherwise, returns the result of object.__str__() (if defined)\nor "
        "repr(object).\nencoding defaults to sys.getdefaultencoding().\nerrors defaults to "
        "'strict'.",
    .slots = {.dealloc = str_dealloc,
              .repr = str_repr,
              .str = str_str,
              .format = str_format_spec,
              .hash = str_hash,
              .compare = str_compare,
              .len = str_len,
              .getitem = str_getitem,
              .contains = str_contains,
              .iter = str_iter,
              .number = {[SLOT_ADD] = str_add, [SLOT_MUL] = str_mul, [SLOT_MOD] = str_mod},
              .new = str_new_slot},
};
