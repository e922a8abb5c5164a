/*
 * mod_array_methods.c — the methods of array.array, how pickle takes arrays apart (a machine
 * format code says how the bytes are to be read elsewhere), and the module.
 */
#include "array.h"
#include "bytes.h"

static ArrayObject *self_of(const Value *args) {
    return array_of(args[0]);
}

/* ---- items ----------------------------------------------------------------------------------- */

NATIVE(method_append) {
    NATIVE_UNUSED();
    return array_append(self_of(args), args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_extend) {
    NATIVE_UNUSED();
    return array_extend(self_of(args), args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_insert) {
    NATIVE_UNUSED();
    uint8_t item[8];
    int64_t index = object_index(args[1]);
    if ((index == -1 && isolate.pending) || array_encode(self_of(args), args[2], item) < 0)
        return 0;
    int64_t length = array_length(self_of(args));
    index = index < 0 ? index + length : index;
    index = index < 0 ? 0 : index > length ? length : index;
    return array_replace(self_of(args), index, index, item, 1) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_pop) {
    NATIVE_UNUSED();
    ArrayObject *array = self_of(args);
    int64_t index = ARG(1) ? object_index(args[1]) : -1, length = array_length(array);
    if (index == -1 && isolate.pending)
        return 0;
    if (length == 0)
        return raise_error(&rt_exc_IndexError, "pop from empty array");
    index = index < 0 ? index + length : index;
    if (index < 0 || index >= length)
        return raise_error(&rt_exc_IndexError, "pop index out of range");
    Value item = array_load(array, index);
    if (item && array_replace(array, index, index + 1, NULL, 0) < 0) {
        value_decref(item);
        return 0;
    }
    return item;
}

/* The first place of `wanted` in [from, to); -1: nowhere, -2: failed. */
static int64_t find(const ArrayObject *array, Value wanted, int64_t from, int64_t to) {
    for (int64_t i = from; i < to && i < array_length(array); i++) {
        Value item = array_load(array, i);
        int equal = item ? object_compare_bool(item, wanted, COMPARE_EQ) : -1;
        value_decref(item);
        if (equal)
            return equal < 0 ? -2 : i;
    }
    return -1;
}

NATIVE(method_index) {
    NATIVE_UNUSED();
    int64_t from, to;
    if (search_bounds(ARG(2), ARG(3), &from, &to) < 0)
        return 0;
    search_adjust(array_length(self_of(args)), &from, &to);
    int64_t index = find(self_of(args), args[1], from, to);
    if (index == -1)
        return raise_error(&rt_exc_ValueError, "array.index(x): x not in array");
    return index < 0 ? 0 : value_from_small_int(index);
}

NATIVE(method_remove) {
    NATIVE_UNUSED();
    int64_t index = find(self_of(args), args[1], 0, INT64_MAX);
    if (index == -1)
        return raise_error(&rt_exc_ValueError, "array.remove(x): x not in array");
    if (index < 0)
        return 0;
    return array_replace(self_of(args), index, index + 1, NULL, 0) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_count) {
    NATIVE_UNUSED();
    int64_t found = 0, index = 0;
    while ((index = find(self_of(args), args[1], index, INT64_MAX)) >= 0) {
        found++;
        index++;
    }
    return index == -2 ? 0 : value_from_small_int(found);
}

NATIVE(method_reverse) {
    NATIVE_UNUSED();
    ArrayObject *array = self_of(args);
    size_t size = array->format->size;
    uint8_t swap[8];
    for (int64_t i = 0, k = array_length(array) - 1; i < k; i++, k--) {
        memcpy(swap, array_at(array, i), size);
        memcpy(array_at(array, i), array_at(array, k), size);
        memcpy(array_at(array, k), swap, size);
    }
    return VALUE_NONE;
}

NATIVE(method_byteswap) {
    NATIVE_UNUSED();
    const ArrayObject *array = self_of(args);
    int size = array->format->size;
    for (int64_t i = 0; i < array_length(array); i++) {
        uint8_t *item = array_at(array, i);
        for (int k = 0; k < size / 2; k++) {
            uint8_t swap = item[k];
            item[k] = item[size - 1 - k];
            item[size - 1 - k] = swap;
        }
    }
    return VALUE_NONE;
}

/* ---- whole arrays ---------------------------------------------------------------------------- */

NATIVE(method_tolist) {
    NATIVE_UNUSED();
    Value list = list_new(NULL, 0);
    for (int64_t i = 0; list && i < array_length(self_of(args)); i++) {
        Value item = array_load(self_of(args), i);
        if (!item || list_append_take(list, item) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
}

/* Appends the items of a list; all of them, or none. */
NATIVE(method_fromlist) {
    NATIVE_UNUSED();
    ArrayObject *array = self_of(args);
    if (!value_isa(args[1], &rt_type_list))
        return raise_error(&rt_exc_TypeError, "arg must be list");
    const ListObject *list = AS(ListObject, args[1]);
    int64_t before = array_length(array);
    for (int64_t i = 0; i < list->length; i++) {
        if (array_append(array, list->items[i]) == 0)
            continue;
        Value exception = exc_fetch();
        if (array_replace(array, before, array_length(array), NULL, 0) < 0)
            exc_clear();
        exc_restore_take(exception);
        return 0;
    }
    return VALUE_NONE;
}

static Value contents(const ArrayObject *array) {
    return bytes_new(array->bytes.data, (size_t)array->bytes.size);
}

NATIVE(method_tobytes) {
    NATIVE_UNUSED();
    return contents(self_of(args));
}

NATIVE(method_frombytes) {
    NATIVE_UNUSED();
    Buffer buffer;
    if (!buffer_view(args[1], &buffer))
        return isolate.pending ? 0 : buffer_refused(args[1]);
    if (item_format_of_buffer(buffer.format)->size != 1)
        return raise_error(&rt_exc_TypeError, "a bytes-like object is required");
    return array_add_bytes(self_of(args), buffer.data, buffer.size) < 0 ? 0 : VALUE_NONE;
}

static bool is_unicode(const ArrayObject *array, const char *method) {
    if (array->code == 'u')
        return true;
    raise_error(&rt_exc_ValueError, "%s() may only be called on unicode type arrays", method);
    return false;
}

NATIVE(method_tounicode) {
    NATIVE_UNUSED();
    const ArrayObject *array = self_of(args);
    if (!is_unicode(array, "tounicode"))
        return 0;
    StrBuilder text;
    str_builder_init(&text);
    for (int64_t i = 0; i < array_length(array); i++) {
        uint32_t character;
        memcpy(&character, array_at(array, i), sizeof character);
        if (character > 0x10ffff) {
            str_builder_drop(&text);
            return raise_error(&rt_exc_ValueError,
                               "character U+%x is not in range [U+0000; U+10ffff]", character);
        }
        str_builder_char(&text, character);
    }
    return str_builder_finish(&text);
}

NATIVE(method_fromunicode) {
    NATIVE_UNUSED();
    if (!value_is_str(args[1]))
        return raise_error(&rt_exc_TypeError, "fromunicode() argument must be str, not %T",
                           args[1]);
    if (!is_unicode(self_of(args), "fromunicode"))
        return 0;
    return array_add_text(self_of(args), args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_buffer_info) {
    NATIVE_UNUSED();
    const ArrayObject *array = self_of(args);
    Value parts[2] = {int_from_u64((uintptr_t)array->bytes.data),
                      value_from_small_int(array_length(array))};
    Value result = parts[0] ? tuple_new(parts, 2) : 0;
    value_decref(parts[0]);
    return result;
}

/* ---- files ----------------------------------------------------------------------------------- */

NATIVE(method_tofile) {
    NATIVE_UNUSED();
    enum { BLOCK = 64 * 1024 };
    for (int64_t start = 0; start < self_of(args)->bytes.size; start += BLOCK) {
        const ByteBuffer *bytes = &self_of(args)->bytes;
        int64_t size = bytes->size - start < BLOCK ? bytes->size - start : BLOCK;
        Value block = bytes_new(bytes->data + start, (size_t)size);
        Value result = block ? object_call_method(args[1], "write", &block, 1) : 0;
        value_decref(block);
        value_decref(result);
        if (!result)
            return 0;
    }
    return VALUE_NONE;
}

NATIVE(method_fromfile) {
    NATIVE_UNUSED();
    int64_t wanted = object_index(args[2]), size;
    if (wanted == -1 && isolate.pending)
        return 0;
    if (wanted < 0)
        return raise_error(&rt_exc_ValueError, "negative count");
    if (__builtin_mul_overflow(wanted, (int64_t)self_of(args)->format->size, &size))
        return raise_no_memory();
    Value amount = int_from_i64(size);
    Value bytes = amount ? object_call_method(args[1], "read", &amount, 1) : 0;
    value_decref(amount);
    if (bytes && !value_isa(bytes, &rt_type_bytes)) {
        value_decref(bytes);
        return raise_error(&rt_exc_TypeError, "read() didn't return bytes");
    }
    if (!bytes)
        return 0;
    int64_t got = AS(BytesObject, bytes)->length;
    int status = array_add_bytes(self_of(args), AS(BytesObject, bytes)->data, got);
    value_decref(bytes);
    if (status == 0 && got != size)
        return raise_error(&rt_exc_EOFError, "read() didn't return enough bytes");
    return status < 0 ? 0 : VALUE_NONE;
}

/* ---- copying and pickling -------------------------------------------------------------------- */

NATIVE(method_copy) {
    NATIVE_UNUSED();
    const ArrayObject *array = self_of(args);
    return array_new_of(&rt_type_array, array->code, array->bytes.size ? array->bytes.data : NULL,
                        array_length(array));
}

/* Machine format codes: how the items of a pickled array are to be read. An odd one from 3 on is
 * the big-endian form of the one before. */
enum { FORMAT_UTF16 = 18, FORMAT_UTF32 = 20, FORMAT_COUNT = 22 };
static const char format_letters[FORMAT_UTF16 + 1] = "BbHHhhIIiiQQqqffdd";

static int machine_format(char code) {
    if (code == 'u')
        return FORMAT_UTF32;
    const ItemFormat *format = array_format(code);
    for (int i = 0; i < FORMAT_UTF16; i++) {
        const ItemFormat *other = item_format(format_letters[i]);
        if (other->kind == format->kind && other->size == format->size)
            return i;
    }
    return -1;
}

static Value reconstructor; /* array._array_reconstructor */

/* ((typecode, list)) or (cls, typecode, format, bytes), as the protocol can have it. */
static Value reduce_arguments(Value self, bool by_list) {
    const ArrayObject *array = array_of(self);
    Value code = str_from_char((uint8_t)array->code);
    Value items = by_list ? object_call_method(self, "tolist", NULL, 0) : contents(array);
    Value few[] = {code, items};
    Value many[] = {OBJ(value_type(self)), code, value_from_small_int(machine_format(array->code)),
                    items};
    Value arguments = code && items ? tuple_new(by_list ? few : many, by_list ? 2 : 4) : 0;
    value_decref(code);
    value_decref(items);
    return arguments;
}

NATIVE(method_reduce_ex) {
    NATIVE_UNUSED();
    bool failed;
    int64_t protocol = object_index(args[1]);
    if (protocol == -1 && isolate.pending)
        return 0;
    Value dict = object_getattr_optional(args[0], str_name("__dict__"), &failed);
    Value arguments = failed ? 0 : reduce_arguments(args[0], protocol < 3);
    Value parts[] = {protocol < 3 ? OBJ(value_type(args[0])) : reconstructor, arguments,
                     dict ? dict : VALUE_NONE};
    Value result = arguments ? tuple_new(parts, 3) : 0;
    value_decref(dict);
    value_decref(arguments);
    return result;
}

/* The type code whose items have the form of `format`, the last in the order of the codes; `code`
 * if there is none. */
static char code_for(int format, char code) {
    const ItemFormat *wanted = item_format(format_letters[format]);
    for (const char *next = ARRAY_CODES; wanted->kind != ITEM_FLOAT && *next; next++) {
        const ItemFormat *own = array_format(*next);
        if (own->kind == wanted->kind && own->size == wanted->size)
            code = *next;
    }
    return code;
}

static int read_text(ArrayObject *array, int format, const uint8_t *data, int64_t size) {
    static const char *const encodings[] = {"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"};
    Value text = codec_decode(data, size, encodings[format - FORMAT_UTF16], "strict");
    if (text && array->code != 'u')
        raise_error(&rt_exc_TypeError, "cannot use a str to initialize an array with typecode '%c'",
                    array->code);
    int status = text && array->code == 'u' ? array_add_text(array, text) : -1;
    value_decref(text);
    return status;
}

static int read_items(ArrayObject *array, int format, const uint8_t *data, int64_t size) {
    if (format >= FORMAT_UTF16)
        return read_text(array, format, data, size);
    const ItemFormat *from = item_format(format_letters[format]);
    if (size % from->size)
        return raise_status(&rt_exc_ValueError, "string length not a multiple of item size");
    for (int64_t i = 0; i < size; i += from->size) {
        Value item = item_load(from, data + i, format >= 3 && format & 1);
        int status = item ? array_append(array, item) : -1;
        value_decref(item);
        if (status < 0)
            return -1;
    }
    return 0;
}

/* Checks the arguments of _array_reconstructor: the format code, or -1. */
static int reconstruct_format(const Value *args) {
    const Type *type = AS(Type, args[0]);
    const StrObject *code = AS(StrObject, args[1]);
    if (!value_isa(args[0], &rt_type_type))
        return raise_status(&rt_exc_TypeError, "first argument must be a type object, not %T",
                            args[0]);
    if (!type_is_subtype(type, &rt_type_array))
        return raise_status(&rt_exc_TypeError, "%N is not a subtype of array.array", type);
    if (!value_is_str(args[1]) || code->length != 1)
        return raise_status(&rt_exc_TypeError,
                            "_array_reconstructor() argument 2 must be a unicode character, not %T",
                            args[1]);
    if (str_at(code, 0) > 127 || !array_format((char)str_at(code, 0)))
        return raise_status(&rt_exc_ValueError, "second argument must be a valid type code");
    int64_t format = object_index(args[2]);
    if (format == -1 && isolate.pending)
        return -1;
    if (format < 0 || format >= FORMAT_COUNT)
        return raise_status(&rt_exc_ValueError,
                            "third argument must be a valid machine format code.");
    if (!value_isa(args[3], &rt_type_bytes))
        return raise_status(&rt_exc_TypeError, "fourth argument should be bytes, not %T", args[3]);
    return (int)format;
}

NATIVE(reconstruct) {
    NATIVE_UNUSED();
    int format = reconstruct_format(args);
    if (format < 0)
        return 0;
    char code = (char)str_at(AS(StrObject, args[1]), 0);
    const BytesObject *bytes = AS(BytesObject, args[3]);
    bool native = format == machine_format(code);
    if (!native && format < FORMAT_UTF16)
        code = code_for(format, code);
    Value self = array_new_of(AS(Type, args[0]), code, NULL, 0);
    if (!self)
        return 0;
    int status = native ? array_add_bytes(array_of(self), bytes->data, bytes->length)
                        : read_items(array_of(self), format, bytes->data, bytes->length);
    if (status == 0)
        return self;
    value_decref(self);
    return 0;
}

NATIVE(method_sizeof) {
    NATIVE_UNUSED();
    return int_from_i64((int64_t)sizeof(ArrayObject) + self_of(args)->bytes.capacity);
}

NATIVE(get_itemsize) {
    NATIVE_UNUSED();
    return value_from_small_int(self_of(args)->format->size);
}

NATIVE(get_typecode) {
    NATIVE_UNUSED();
    return str_from_char((uint8_t)self_of(args)->code);
}

const NativeMethod array_methods[] = {
    {.name = "append", .call = method_append, .min_args = 1, .max_args = 1},
    {.name = "buffer_info", .call = method_buffer_info},
    {.name = "byteswap", .call = method_byteswap},
    {.name = "count", .call = method_count, .min_args = 1, .max_args = 1},
    {.name = "extend", .call = method_extend, .min_args = 1, .max_args = 1},
    {.name = "frombytes", .call = method_frombytes, .min_args = 1, .max_args = 1},
    {.name = "fromfile", .call = method_fromfile, .min_args = 2, .max_args = 2},
    {.name = "fromlist", .call = method_fromlist, .min_args = 1, .max_args = 1},
    {.name = "fromunicode", .call = method_fromunicode, .min_args = 1, .max_args = 1},
    {.name = "index", .call = method_index, .min_args = 1, .max_args = 3},
    {.name = "insert", .call = method_insert, .min_args = 2, .max_args = 2},
    {.name = "pop", .call = method_pop, .max_args = 1},
    {.name = "remove", .call = method_remove, .min_args = 1, .max_args = 1},
    {.name = "reverse", .call = method_reverse},
    {.name = "tobytes", .call = method_tobytes},
    {.name = "tofile", .call = method_tofile, .min_args = 1, .max_args = 1},
    {.name = "tolist", .call = method_tolist},
    {.name = "tounicode", .call = method_tounicode},
    {.name = "__copy__", .call = method_copy},
    {.name = "__deepcopy__", .call = method_copy, .min_args = 1, .max_args = 1},
    {.name = "__reduce_ex__", .call = method_reduce_ex, .min_args = 1, .max_args = 1},
    {.name = "__sizeof__", .call = method_sizeof},
    {.name = "itemsize", .call = get_itemsize, .kind = METHOD_GETTER},
    {.name = "typecode", .call = get_typecode, .kind = METHOD_GETTER},
    {0},
};

/* ---- the module ------------------------------------------------------------------------------ */

/* Makes array a MutableSequence, if the program has collections.abc. */
static int register_sequence(void) {
    Value module = module_import("collections.abc");
    if (!module) {
        if (!exc_pending_is(&rt_exc_ModuleNotFoundError))
            return -1;
        exc_clear();
        return 0;
    }
    bool failed;
    Value type = OBJ(&rt_type_array);
    Value cls = object_getattr_optional(module, str_name("MutableSequence"), &failed);
    Value result = cls ? object_call_method(cls, "register", &type, 1) : VALUE_NONE;
    value_decref(module);
    value_decref(cls);
    value_decref(result);
    return failed || !result ? -1 : 0;
}

static void array_finish(void) {
    value_replace(&reconstructor, 0);
}

static int array_module_init(ModuleObject *module) {
    static const NativeMethod functions[] = {
        {.name = "_array_reconstructor", .call = reconstruct, .min_args = 4, .max_args = 4}, {0}};
    rt_at_finish(array_finish);
    if (module_add_functions(module, functions) < 0 ||
        module_add_type(module, "array", &rt_type_array) < 0 ||
        module_add_type(module, "ArrayType", &rt_type_array) < 0 || register_sequence() < 0)
        return -1;
    reconstructor = value_incref(dict_get_cstr_borrow(module->dict, "_array_reconstructor"));
    return module_set(module, "typecodes", str_from_cstr(ARRAY_CODES));
}

const NativeModule pyrt_module_array = {"array", array_module_init};
