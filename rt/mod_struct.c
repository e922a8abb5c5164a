/*
 * mod_struct.c — the module _struct: values packed into bytes as a format string says. A format is
 * translated once into items with their offsets; the functions of the module keep the formats they
 * met. "Native" sizes are those of LP64 on every target, as the reference's.
 */
#include "bytes.h"
#include "item.h"

/* A repeated item: `count` values, each of `size` bytes; 's' and 'p' are one value of `size`. */
typedef struct Item {
    char letter;
    const ItemFormat *format; /* NULL: 's' or 'p' */
    ItemFormat own;           /* what `format` points to if the size is a standard one */
    int64_t offset, size, count;
} Item;

typedef struct StructObject {
    Object base;
    Value format; /* str */
    int64_t size, values;
    bool standard, swapped;
    uint32_t item_count;
    Item *items;
} StructObject;

static Type type_struct, type_iterator;
static Value error_class, cache; /* cache: dict, format -> StructObject */
enum { CACHE_SIZE = 100 };

#define SELF(value) AS(StructObject, value)

/* The class struct.error (at the very end, when it is gone: ValueError). */
static Type *error_type(void) {
    return error_class ? AS(Type, error_class) : &rt_exc_ValueError;
}

/* ---- reading formats ------------------------------------------------------------------------- */

typedef struct FormatReader {
    const char *next;
    bool standard, aligned, swapped;
} FormatReader;

static void read_order(FormatReader *reader) {
    char order = *reader->next;
    reader->aligned = !order || !strchr("=<>!", order);
    reader->standard = !reader->aligned;
    reader->swapped = order == '>' || order == '!';
    if (order && strchr("@=<>!", order))
        reader->next++;
}

static int too_long(void) {
    return raise_status(error_type(), "total struct size too long");
}

/* Reads the count and the letter of the next item; 0: the end. */
static int read_code(FormatReader *reader, char *letter, int64_t *count) {
    while (*reader->next && strchr(" \t\n\r\f\v", *reader->next))
        reader->next++;
    if (!*reader->next)
        return 0;
    *count = 1;
    if (*reader->next >= '0' && *reader->next <= '9') {
        *count = 0;
        while (*reader->next >= '0' && *reader->next <= '9')
            if (__builtin_mul_overflow(*count, 10, count) ||
                __builtin_add_overflow(*count, *reader->next++ - '0', count))
                return too_long();
        if (!*reader->next)
            return raise_status(error_type(), "repeat count given without format specifier");
    }
    *letter = *reader->next++;
    return 1;
}

/* Fills in format and size of an item with this letter; -1: there is no such letter. */
static int choose_format(const FormatReader *reader, Item *item, int64_t count) {
    item->count = count;
    item->size = 1;
    if (strchr("xsp", item->letter)) {
        item->format = NULL;
        return 0;
    }
    item->format = item_format(item->letter);
    if (!item->format || (reader->standard && strchr("nNP", item->letter)))
        return raise_status(error_type(), "bad char in struct format");
    item->own = *item->format;
    if (reader->standard && (item->letter == 'l' || item->letter == 'L'))
        item->own.size = 4;
    item->size = item->own.size;
    return 0;
}

/* Places an item behind *size bytes. */
static int place_item(const FormatReader *reader, Item *item, int64_t *size) {
    int64_t bytes, start = *size;
    if (reader->aligned && item->format)
        start = (start + item->size - 1) / item->size * item->size;
    item->offset = start;
    if (__builtin_mul_overflow(item->count, item->size, &bytes) ||
        __builtin_add_overflow(start, bytes, size))
        return too_long();
    return 0;
}

static int add_item(StructObject *self, const Item *item) {
    if ((self->item_count & (self->item_count - 1)) == 0) { /* grows at powers of two */
        uint32_t room = self->item_count ? self->item_count * 2 : 1;
        Item *items = mem_realloc(self->items, room * sizeof *items);
        if (!items)
            return -1;
        self->items = items;
    }
    self->items[self->item_count++] = *item;
    return 0;
}

static int read_format(StructObject *self, const char *text) {
    FormatReader reader = {.next = text};
    read_order(&reader);
    self->standard = reader.standard;
    self->swapped = reader.swapped;
    Item item;
    int64_t count;
    int status;
    while ((status = read_code(&reader, &item.letter, &count)) > 0) {
        if (choose_format(&reader, &item, count) < 0 || place_item(&reader, &item, &self->size) < 0)
            return -1;
        if (item.letter == 'x')
            continue;
        if (!item.format) { /* 's' and 'p': the count is the size */
            item.size = count;
            item.count = 1;
        }
        self->values += item.count;
        if (item.count && add_item(self, &item) < 0)
            return -1;
    }
    for (uint32_t i = 0; i < self->item_count; i++)
        if (self->items[i].format)
            self->items[i].format = &self->items[i].own;
    return status;
}

/* The format as a str, from str or bytes. */
static Value format_text(Value format) {
    if (value_is_str(format)) {
        Value bytes = codec_encode(format, "ascii", "strict");
        value_decref(bytes);
        return bytes ? value_incref(format) : 0;
    }
    const uint8_t *data;
    int64_t size;
    if (!value_isa(format, &rt_type_bytes) || !bytes_view(format, &data, &size))
        return raise_error(&rt_exc_TypeError,
                           "Struct() argument 1 must be a str or bytes object, not %T", format);
    return str_from_latin1(data, (size_t)size);
}

static int struct_set_format(StructObject *self, Value format) {
    Value text = format_text(format);
    size_t size;
    const char *letters = text ? str_utf8(text, &size) : NULL;
    if (!letters)
        return -1;
    value_replace(&self->format, text);
    mem_free(self->items);
    self->items = NULL;
    self->item_count = 0;
    self->size = self->values = 0;
    if (strlen(letters) != size)
        return raise_status(error_type(), "embedded null character");
    return read_format(self, letters);
}

/* ---- the class ------------------------------------------------------------------------------- */

static Value struct_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    StructObject *self = object_new(type, sizeof *self);
    if (self)
        self->values = -1;
    return OBJ(self);
}

NATIVE(init_bound) {
    NATIVE_UNUSED();
    return struct_set_format(SPEC_DATA(callee), args[0]) < 0 ? 0 : VALUE_NONE;
}

static int struct_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "Struct",
                                      .call = init_bound,
                                      .min_args = 1,
                                      .max_args = 1,
                                      .kind = METHOD_STATIC,
                                      .keywords = "format"};
    return call_spec(&spec, SELF(self), args, count, names) ? 0 : -1;
}

static void struct_dealloc(Object *self) {
    value_decref(((StructObject *)self)->format);
    mem_free(((StructObject *)self)->items);
}

/* The Struct of a format given to a function of the module; new reference. */
static Value struct_for(Value format) {
    if (!cache && !(cache = dict_new()))
        return 0;
    bool hashable = value_is(format, &rt_type_str) || value_is(format, &rt_type_bytes);
    Value known = hashable ? dict_get_borrow(cache, format) : 0;
    if (known)
        return value_incref(known);
    Value self = struct_new(&type_struct, NULL, 0, 0);
    if (!self || struct_set_format(SELF(self), format) < 0) {
        value_decref(self);
        return 0;
    }
    if (dict_len(cache) >= CACHE_SIZE)
        dict_clear(AS(DictObject, cache));
    if (hashable && dict_set(cache, format, self) < 0)
        exc_clear();
    return self;
}

/* ---- packing --------------------------------------------------------------------------------- */

/* Negative numbers are out of the range of C's unsigned long. */
static bool is_negative(Value number) {
    int64_t small;
    return value_is_int(number) && int_sign(number) < 0 && int_to_i64(number, &small);
}

static bool fits_signed(Value number) {
    int64_t small;
    return !value_is_int(number) || int_to_i64(number, &small);
}

/* An integer that does not fit. CPython converts to C's long or unsigned long first, which refuses
 * with words of its own, and has other functions where the bytes are swapped. */
static int refused_range(const StructObject *self, const Item *item, Value value,
                         ItemStatus status) {
    static const char *const texts[] = {
        ['b'] = "byte format requires -128 <= number <= 127",
        ['B'] = "ubyte format requires 0 <= number <= 255",
        ['h'] = "short format requires -32768 <= number <= 32767",
        ['H'] = "ushort format requires 0 <= number <= 65535",
        ['i'] = "'i' format requires -2147483648 <= number <= 2147483647",
        ['l'] = "'l' format requires -2147483648 <= number <= 2147483647",
        ['I'] = "'I' format requires 0 <= number <= 4294967295",
        ['L'] = "'L' format requires 0 <= number <= 4294967295",
    };
    char letter = item->letter;
    if (self->swapped && strchr("qQ", letter))
        return raise_status(error_type(), "int too large to convert");
    bool as_unsigned = strchr("ILNQ", letter) || (letter == 'H' && self->swapped);
    bool converts = as_unsigned ? !is_negative(value) : fits_signed(value);
    unsigned index = (unsigned char)letter;
    if (!converts || status == ITEM_HUGE || index >= sizeof texts / sizeof texts[0] ||
        !texts[index])
        return raise_status(error_type(), "argument out of range");
    if (self->swapped && strchr("hH", letter))
        return raise_status(error_type(), "'%c'%s", letter, strchr(texts[index], ' '));
    return raise_status(error_type(), "%s", texts[index]);
}

/* A pointer may be given as a signed number too. */
static ItemStatus store_pointer(const StructObject *self, const Item *item, Value value,
                                uint8_t *data) {
    ItemStatus status = item_store(item->format, value, data, self->swapped);
    return status == ITEM_HUGE && is_negative(value)
               ? item_store(item_format('q'), value, data, self->swapped)
               : status;
}

static int pack_plain_number(const StructObject *self, const Item *item, Value value,
                             uint8_t *data) {
    ItemStatus status = item->letter == 'P' ? store_pointer(self, item, value, data)
                                            : item_store(item->format, value, data, self->swapped);
    switch (item->format->kind) {
    case ITEM_FLOAT:
        if (status == ITEM_BAD_TYPE || status == ITEM_FAILED) {
            exc_clear();
            return raise_status(error_type(), "required argument is not a float");
        }
        if (status == ITEM_RANGE && (item->letter == 'e' || self->standard))
            return raise_status(&rt_exc_OverflowError, "float too large to pack with %c format",
                                item->letter);
        return 0;
    case ITEM_CHAR:
        if (status == ITEM_OK)
            return 0;
        return raise_status(error_type(), "char format requires a bytes object of length 1");
    default:
        break;
    }
    if (status == ITEM_OK)
        return 0;
    if (status == ITEM_FAILED)
        return -1;
    if (status == ITEM_BAD_TYPE)
        return raise_status(error_type(), "required argument is not an integer");
    if (item->letter == 'P')
        return raise_status(error_type(), "int too large to convert");
    return refused_range(self, item, value, status);
}

static int pack_number(const StructObject *self, const Item *item, Value value, uint8_t *data) {
    Value (*index)(Value) = value_type(value)->slots.index;
    if (value_is_int(value) || !index || item->format->kind == ITEM_FLOAT ||
        item->format->kind == ITEM_BOOL || item->format->kind == ITEM_CHAR)
        return pack_plain_number(self, item, value, data);
    Value number = index(value);
    if (!number)
        return -1;
    int status = pack_plain_number(self, item, number, data);
    value_decref(number);
    return status;
}

/* 's': as many bytes as fit; 'p': the same behind their number. `data` is zeroed. */
static int pack_text(const Item *item, Value value, uint8_t *data) {
    const uint8_t *bytes;
    int64_t size, room = item->size;
    if ((!value_isa(value, &rt_type_bytes) && !value_isa(value, &rt_type_bytearray)) ||
        !bytes_view(value, &bytes, &size))
        return raise_status(error_type(), "argument for '%c' must be a bytes object", item->letter);
    if (item->letter == 'p' && room) {
        room--;
        size = size > room ? room : size;
        *data++ = (uint8_t)(size > 255 ? 255 : size);
    }
    if (size > room)
        size = room;
    if (size)
        memcpy(data, bytes, (size_t)size);
    return 0;
}

/* Packs self->values values to `data`, which holds self->size bytes. */
static int pack_to(const StructObject *self, const Value *values, uint8_t *data) {
    memset(data, 0, (size_t)self->size);
    for (uint32_t i = 0; i < self->item_count; i++) {
        const Item *item = &self->items[i];
        uint8_t *place = data + item->offset;
        for (int64_t k = 0; k < item->count; k++, place += item->size) {
            Value value = *values++;
            if ((item->format ? pack_number(self, item, value, place)
                              : pack_text(item, value, place)) < 0)
                return -1;
        }
    }
    return 0;
}

static Value struct_pack(StructObject *self, const Value *values, uint32_t count) {
    if ((int64_t)count != self->values)
        return raise_error(error_type(), "pack expected %lld items for packing (got %d)",
                           (long long)self->values, (int)count);
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, self->size);
    if (bytes && pack_to(self, values, bytes->data) < 0) {
        value_decref(OBJ(bytes));
        return 0;
    }
    return OBJ(bytes);
}

/* Checks `*offset` against the buffer, as CPython does it for pack_into. */
static int check_place(const StructObject *self, int64_t *offset, int64_t size, bool packing) {
    if (*offset < 0) {
        if (*offset + self->size > 0)
            return raise_status(error_type(),
                                packing ? "no space to pack %lld bytes at offset %lld"
                                        : "not enough data to unpack %lld bytes at offset %lld",
                                (long long)self->size, (long long)*offset);
        if (*offset + size < 0)
            return raise_status(error_type(), "offset %lld out of range for %lld-byte buffer",
                                (long long)*offset, (long long)size);
        *offset += size;
    }
    if (size - *offset < self->size)
        return raise_status(
            error_type(),
            "%s requires a buffer of at least %llu bytes for %s %lld bytes at offset %lld (actual "
            "buffer size is %lld)",
            packing ? "pack_into" : "unpack_from",
            (unsigned long long)self->size + (unsigned long long)*offset,
            packing ? "packing" : "unpacking", (long long)self->size, (long long)*offset,
            (long long)size);
    return 0;
}

/* pack_into(buffer, offset, *values): packed aside first, as values may run Python code. */
static Value struct_pack_into(StructObject *self, const Value *args, uint32_t count) {
    if (count < 2)
        return raise_error(error_type(), "pack_into expected %s argument",
                           count ? "offset" : "buffer");
    if ((int64_t)count - 2 != self->values)
        return raise_error(error_type(), "pack_into expected %lld items for packing (got %d)",
                           (long long)self->values, (int)count - 2);
    Buffer buffer;
    int64_t offset = object_index(args[1]);
    if ((offset == -1 && isolate.pending) || !buffer_writable(args[0], "argument", &buffer) ||
        check_place(self, &offset, buffer.size, true) < 0)
        return 0;
    Value packed = struct_pack(self, args + 2, count - 2);
    if (!packed)
        return 0;
    if (buffer_view(args[0], &buffer) && buffer.size - offset >= self->size)
        memcpy(buffer.data + offset, AS(BytesObject, packed)->data, (size_t)self->size);
    value_decref(packed);
    return VALUE_NONE;
}

/* ---- unpacking ------------------------------------------------------------------------------- */

static Value unpack_text(const Item *item, const uint8_t *data) {
    int64_t size = item->size;
    if (item->letter == 'p') {
        size = size && *data < size ? *data : size ? size - 1 : 0;
        data += item->size != 0;
    }
    return bytes_new(data, (size_t)size);
}

static Value unpack_from_data(const StructObject *self, const uint8_t *data) {
    Value result = tuple_new_empty(self->values);
    if (!result)
        return 0;
    Value *values = AS(TupleObject, result)->items;
    for (uint32_t i = 0; i < self->item_count; i++) {
        const Item *item = &self->items[i];
        const uint8_t *place = data + item->offset;
        for (int64_t k = 0; k < item->count; k++, place += item->size)
            if (!(*values++ = item->format ? item_load(item->format, place, self->swapped)
                                           : unpack_text(item, place))) {
                value_decref(result);
                return 0;
            }
    }
    return result;
}

static Value struct_unpack(StructObject *self, Value value) {
    const uint8_t *data;
    int64_t size;
    if (!bytes_argument(value, &data, &size))
        return 0;
    if (size != self->size)
        return raise_error(error_type(), "unpack requires a buffer of %lld bytes",
                           (long long)self->size);
    return unpack_from_data(self, data);
}

static Value struct_unpack_from(StructObject *self, Value value, Value start) {
    const uint8_t *data;
    int64_t size, offset = start ? object_index(start) : 0;
    if ((offset == -1 && isolate.pending) || !bytes_argument(value, &data, &size) ||
        check_place(self, &offset, size, false) < 0)
        return 0;
    return unpack_from_data(self, data + offset);
}

/* ---- iter_unpack ----------------------------------------------------------------------------- */

/* parts: the Struct, a memoryview of the data; index: where the next values are */
static Value struct_iter_unpack(Value self, Value value) {
    if (SELF(self)->size == 0)
        return raise_error(error_type(), "cannot iteratively unpack with a struct of length 0");
    const uint8_t *data;
    int64_t size;
    if (!bytes_argument(value, &data, &size))
        return 0;
    if (size % SELF(self)->size)
        return raise_error(error_type(),
                           "iterative unpacking requires a buffer of a multiple of %lld bytes",
                           (long long)SELF(self)->size);
    Value view = object_call1(OBJ(&rt_type_memoryview), value);
    Value iterator = view ? iterator_new(&type_iterator, self, view, 0) : 0;
    value_decref(view);
    return iterator;
}

static Value iterator_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    const uint8_t *data;
    int64_t size;
    if (!iterator->parts[0])
        return VALUE_STOP;
    StructObject *format = SELF(iterator->parts[0]);
    if (!bytes_view(iterator->parts[1], &data, &size) || iterator->index + format->size > size)
        return iterator_finish(iterator);
    data += iterator->index;
    iterator->index += format->size;
    return unpack_from_data(format, data);
}

NATIVE(iterator_hint) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    const uint8_t *data;
    int64_t size;
    if (!iterator->parts[0] || !bytes_view(iterator->parts[1], &data, &size))
        return value_from_small_int(0);
    return int_from_i64((size - iterator->index) / SELF(iterator->parts[0])->size);
}

static const NativeMethod iterator_methods[] = {
    {.name = "__length_hint__", .call = iterator_hint},
    {0},
};

static Type type_iterator = {
    .name = "_struct.unpack_iterator",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(IteratorObject),
    .methods = iterator_methods,
    .slots = {ITERATOR_SLOTS, .next = iterator_next},
};

/* ---- methods --------------------------------------------------------------------------------- */

NATIVE(method_pack) {
    NATIVE_UNUSED();
    return struct_pack(SELF(args[0]), args + 1, count - 1);
}

NATIVE(method_pack_into) {
    NATIVE_UNUSED();
    return struct_pack_into(SELF(args[0]), args + 1, count - 1);
}

NATIVE(method_unpack) {
    NATIVE_UNUSED();
    return struct_unpack(SELF(args[0]), args[1]);
}

NATIVE(method_unpack_from) {
    NATIVE_UNUSED();
    return struct_unpack_from(SELF(args[0]), args[1], args[2]);
}

NATIVE(method_iter_unpack) {
    NATIVE_UNUSED();
    return struct_iter_unpack(args[0], args[1]);
}

NATIVE(get_format) {
    NATIVE_UNUSED();
    Value format = SELF(args[0])->format;
    return format ? value_incref(format) : VALUE_NONE;
}

NATIVE(get_size) {
    NATIVE_UNUSED();
    return int_from_i64(SELF(args[0])->size);
}

static const NativeMethod struct_methods[] = {
    {.name = "pack", .call = method_pack, .max_args = -1},
    {.name = "pack_into", .call = method_pack_into, .max_args = -1},
    {.name = "unpack", .call = method_unpack, .min_args = 1, .max_args = 1},
    {.name = "unpack_from",
     .call = method_unpack_from,
     .min_args = 1,
     .max_args = 2,
     .keywords = "buffer offset"},
    {.name = "iter_unpack", .call = method_iter_unpack, .min_args = 1, .max_args = 1},
    {.name = "format", .call = get_format, .kind = METHOD_GETTER},
    {.name = "size", .call = get_size, .kind = METHOD_GETTER},
    {0},
};

static Type type_struct = {
    .name = "_struct.Struct",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(StructObject),
    .methods = struct_methods,
    .slots = {.new = struct_new, .init = struct_init, .dealloc = struct_dealloc},
};

/* ---- functions of the module ----------------------------------------------------------------- */

NATIVE(function_calcsize) {
    NATIVE_UNUSED();
    Value self = struct_for(args[0]);
    Value result = self ? int_from_i64(SELF(self)->size) : 0;
    value_decref(self);
    return result;
}

NATIVE(function_pack) {
    NATIVE_UNUSED();
    if (count == 0)
        return raise_error(&rt_exc_TypeError, "missing format argument");
    Value self = struct_for(args[0]);
    Value result = self ? struct_pack(SELF(self), args + 1, count - 1) : 0;
    value_decref(self);
    return result;
}

NATIVE(function_pack_into) {
    NATIVE_UNUSED();
    if (count == 0)
        return raise_error(&rt_exc_TypeError, "missing format argument");
    Value self = struct_for(args[0]);
    Value result = self ? struct_pack_into(SELF(self), args + 1, count - 1) : 0;
    value_decref(self);
    return result;
}

NATIVE(function_unpack) {
    NATIVE_UNUSED();
    Value self = struct_for(args[0]);
    Value result = self ? struct_unpack(SELF(self), args[1]) : 0;
    value_decref(self);
    return result;
}

NATIVE(function_unpack_from) {
    NATIVE_UNUSED();
    Value self = struct_for(args[0]);
    Value result = self ? struct_unpack_from(SELF(self), args[1], args[2]) : 0;
    value_decref(self);
    return result;
}

NATIVE(function_iter_unpack) {
    NATIVE_UNUSED();
    Value self = struct_for(args[0]);
    Value result = self ? struct_iter_unpack(self, args[1]) : 0;
    value_decref(self);
    return result;
}

NATIVE(function_clearcache) {
    NATIVE_UNUSED();
    value_replace(&cache, 0);
    return VALUE_NONE;
}

static const NativeMethod functions[] = {
    {.name = "calcsize", .call = function_calcsize, .min_args = 1, .max_args = 1},
    {.name = "pack", .call = function_pack, .max_args = -1},
    {.name = "pack_into", .call = function_pack_into, .max_args = -1},
    {.name = "unpack", .call = function_unpack, .min_args = 2, .max_args = 2},
    {.name = "unpack_from",
     .call = function_unpack_from,
     .min_args = 2,
     .max_args = 3,
     .keywords = "format buffer offset"},
    {.name = "iter_unpack", .call = function_iter_unpack, .min_args = 2, .max_args = 2},
    {.name = "_clearcache", .call = function_clearcache},
    {0},
};

static void struct_finish(void) {
    value_replace(&cache, 0);
    value_replace(&error_class, 0);
}

static int struct_module_init(ModuleObject *module) {
    type_ready(&type_struct);
    type_ready(&type_iterator);
    rt_at_finish(struct_finish);
    if (!(error_class = exc_class_new("struct", "error", OBJ(&rt_exc_Exception))))
        return -1;
    if (module_add_functions(module, functions) < 0 ||
        module_add_type(module, "Struct", &type_struct) < 0)
        return -1;
    return module_set(module, "error", value_incref(error_class));
}

const NativeModule pyrt_module__struct = {"_struct", struct_module_init};
