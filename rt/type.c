/*
 * type.c — what every type has: subtype tests, attribute lookup along the MRO with its cache, and
 * the making ready of statically declared types. Classes made by programs are in type_new.c, the
 * attributes of type objects in type_attrs.c.
 *
 * Lookups are cached by (type, name), as in CPython. A heap type has a version number that changes
 * when its own attributes or those of a base change; static types never change.
 */
#include "containers.h"
#include "object.h"

#include <stdlib.h>

enum { LOOKUP_CACHE_SIZE = 1024 };

typedef struct LookupEntry {
    const Type *type;
    Value name;
    uint64_t version;
    Value value; /* borrowed; 0: there is no such attribute */
} LookupEntry;

static LookupEntry lookup_cache[LOOKUP_CACHE_SIZE];
static uint64_t next_version = 1;

Type *immediate_type(Value value) {
    if (value_is_small_int(value))
        return &rt_type_int;
    switch (value) {
    case VALUE_NONE:
        return &rt_type_none;
    case VALUE_FALSE:
    case VALUE_TRUE:
        return &rt_type_bool;
    case VALUE_NOTIMPLEMENTED:
        return &rt_type_notimplemented;
    default:
        return &rt_type_ellipsis;
    }
}

bool value_is_type(Value value) {
    return value_is_pointer(value) && (value_object(value)->type->flags & TYPE_TYPE_SUBCLASS);
}

bool type_is_subtype(const Type *type, const Type *base) {
    if (type == base || base == &rt_type_object)
        return true;
    if (!type->mro) { /* while the first types are being made */
        while (type && type != base)
            type = type->base_type;
        return type == base;
    }
    const TupleObject *mro = AS(TupleObject, type->mro);
    for (int64_t i = 1; i < mro->length; i++)
        if (mro->items[i] == OBJ(base))
            return true;
    return false;
}

/* ---- lookup ---------------------------------------------------------------------------------- */

Value type_lookup_own_borrow(const Type *type, Value name) {
    Value dict = type_dict_borrow(type);
    return dict ? dict_get_borrow(dict, name) : 0;
}

/* Comparing a key of a class's dict that is no str may give the type other bases: the old order
 * lives until the search ends. */
static Value lookup_along_mro(const Type *type, Value name, int64_t start) {
    if (!type->mro)
        return 0;
    Value order = value_incref(type->mro), result = 0;
    const TupleObject *mro = AS(TupleObject, order);
    int64_t hash = key_hash(name);
    for (int64_t i = start; !result && hash != -1 && i < mro->length; i++) {
        DictObject *dict = AS(DictObject, type_dict_borrow(AS(Type, mro->items[i])));
        int64_t found = dict ? dict_find(dict, name, hash) : DICT_MISSING;
        if (found >= 0)
            result = dict->entries[found].value;
    }
    value_decref(order);
    return result;
}

/* Static types share a version; it changes while they are being made. */
static uint64_t static_version;

static uint64_t type_version(const Type *type) {
    return type->flags & TYPE_HEAP ? type_heap(type)->version : static_version;
}

/* Types that are ready and interned names alone are kept. */
static __attribute__((noinline)) Value lookup_and_keep(Type *type, Value name, LookupEntry *entry) {
    if (!(type->flags & TYPE_READY))
        type_ready(type);
    uint64_t version = type_version(type);
    Value value = lookup_along_mro(type, name, 0);
    if (type->mro && AS(StrObject, name)->interned)
        *entry = (LookupEntry){type, name, version, value};
    return value;
}

Value type_lookup_borrow(Type *type, Value name) {
    size_t hash = ((uintptr_t)type >> 4) * 31 ^ (size_t)(name >> 4);
    LookupEntry *entry = &lookup_cache[hash % LOOKUP_CACHE_SIZE];
    if (entry->type == type && entry->name == name && entry->version == type_version(type))
        return entry->value;
    return lookup_and_keep(type, name, entry);
}

Value type_lookup_after_borrow(Type *type, const Type *after, Value name) {
    const TupleObject *mro = AS(TupleObject, type->mro);
    int64_t i = 0;
    while (i < mro->length && mro->items[i] != OBJ(after))
        i++;
    return lookup_along_mro(type, name, i + 1);
}

int type_each_subclass(Type *type, int (*each)(Type *subclass, void *context), void *context) {
    if (!type->subclasses)
        return 0;
    for (int64_t i = 0; i < AS(ListObject, type->subclasses)->length; i++) {
        Value target = weakref_target_borrow(AS(ListObject, type->subclasses)->items[i]);
        if (!target || target == VALUE_NONE)
            continue;
        value_incref(target);
        int result = each(AS(Type, target), context);
        value_decref(target);
        if (result)
            return result;
    }
    return 0;
}

static __attribute__((noinline)) void renew(HeapType *type) {
    type->version = ++next_version;
    type->plan = PLAN_UNKNOWN;
    type->init = NULL;
}

static int new_version(Type *type, void *context) {
    renew(type_heap(type));
    return type_each_subclass(type, new_version, context);
}

/* A static type shares its version with all others, but not what its instances may hide. Those of a
 * class in Python hide nothing as long as none has ever had an attribute, as when the class has
 * just been made; in dict mode they say so themselves. */
static int type_note_patched(Type *type, void *context) {
    bool is_heap = type->flags & TYPE_HEAP;
    if (!is_heap || (type->root_shape && type->root_shape->child_count))
        type->flags |= TYPE_SHADOWED;
    if (is_heap)
        renew(type_heap(type));
    else
        static_version = ++next_version;
    return type_each_subclass(type, type_note_patched, context);
}

void type_new_version(Type *type) {
    new_version(type, NULL);
}

void type_modified(Type *type) {
    static_version = ++next_version;
    if (type->flags & TYPE_HEAP)
        new_version(type, NULL);
    cache_forget_all();
}

/* One attribute of a class changed: only caches of that name can be wrong. */
void type_attribute_changed(Type *type, Value name) {
    type_note_patched(type, NULL);
    cache_forget_name(name);
}

/* ---- static types ---------------------------------------------------------------------------- */

static Value static_bases(Type *type) {
    if (!type->base_type)
        return tuple_new(NULL, 0);
    Value base = OBJ(type->base_type);
    return tuple_new(&base, 1);
}

bool type_maps(const Type *type) {
    if (!type->slots.getitem)
        return false;
    const Type *native = type;
    while (native->flags & TYPE_HEAP)
        native = native->base_type;
    return !(native->flags & TYPE_ITEMS_BY_PLACE) || type->slots.getitem != native->slots.getitem;
}

static Value method_object(Type *type, const NativeMethod *method) {
    switch (method->kind) {
    case METHOD_GETTER:
    case METHOD_MEMBER:
        return getset_new(type, method);
    case METHOD_CLASS:
        return native_method_new(method, type, &rt_type_classmethod_descriptor);
    case METHOD_STATIC: {
        Value function = native_function_new(method, 0, 0);
        if (!function)
            return 0;
        AS(NativeFunction, function)->owner = type;
        Value wrapped = object_call1(OBJ(&rt_type_staticmethod), function);
        value_decref(function);
        return wrapped;
    }
    default:
        return native_method_new(method, type, &rt_type_method_descriptor);
    }
}

static int enter_methods(Type *type) {
    for (const NativeMethod *method = type->methods; method && method->name; method++) {
        Value object = method_object(type, method);
        if (!object || dict_set_cstr_take(type->dict, method->name, object) < 0)
            return -1;
    }
    Value key = str_name("__doc__");
    if (dict_get_borrow(type->dict, key))
        return 0;
    Value doc = type->doc ? str_from_cstr(type->doc) : VALUE_NONE;
    return dict_set_cstr_take(type->dict, "__doc__", doc);
}

/* The flag by which subclasses of the basic types are known. */
static uint32_t family_flag(const Type *type) {
    static const struct {
        const Type *type;
        uint32_t flag;
    } families[] = {
        {&rt_type_int, TYPE_INT_SUBCLASS},       {&rt_type_str, TYPE_STR_SUBCLASS},
        {&rt_type_list, TYPE_LIST_SUBCLASS},     {&rt_type_tuple, TYPE_TUPLE_SUBCLASS},
        {&rt_type_dict, TYPE_DICT_SUBCLASS},     {&rt_type_bytes, TYPE_BYTES_SUBCLASS},
        {&rt_type_type, TYPE_TYPE_SUBCLASS},     {&rt_type_float, TYPE_FLOAT_SUBCLASS},
        {&rt_exc_BaseException, TYPE_EXCEPTION},
    };
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++)
        if (families[i].type == type)
            return families[i].flag;
    return 0;
}

/* First part: what needs no other object, so that the first objects can be made. */
static void ready_header(Type *type) {
    type->flags |= TYPE_READY | family_flag(type);
    type->base.refs = RT_IMMORTAL;
    if (!type->base.type)
        type->base.type = &rt_type_type;
    if (!type->base_type && type != &rt_type_object)
        type->base_type = &rt_type_object;
    if (!type->qualname) {
        const char *dot = strrchr(type->name, '.');
        type->qualname = dot ? dot + 1 : type->name;
    }
    Type *base = type->base_type;
    if (!base)
        return;
    if (!(base->flags & TYPE_READY))
        ready_header(base);
    if (!type->basic_size)
        type->basic_size = base->basic_size;
    if (!type->shape_offset)
        type->shape_offset = base->shape_offset;
    enum {
        PASSED_ON = TYPE_HAS_DICT | TYPE_EXCEPTION | TYPE_SEQUENCE | TYPE_MAPPING |
                    TYPE_INT_SUBCLASS | TYPE_STR_SUBCLASS | TYPE_LIST_SUBCLASS |
                    TYPE_TUPLE_SUBCLASS | TYPE_DICT_SUBCLASS | TYPE_BYTES_SUBCLASS |
                    TYPE_TYPE_SUBCLASS | TYPE_FLOAT_SUBCLASS
    };
    type->flags |= base->flags & PASSED_ON;
}

static void ready_mro(Type *type) {
    if (type->mro)
        return;
    if (type->base_type)
        ready_mro(type->base_type);
    if (!type->bases)
        type->bases = static_bases(type);
    type->mro = type_mro_compute(type);
}

static void fatal_no_memory(void) {
    fprintf(stderr, "Fatal Python error: no memory to start\n");
    abort();
}

enum { MOST_HAVE = 8 }; /* attributes that most types with methods have beside these */

/* Most static types are never asked for an attribute. Lookups while the methods are entered may
 * have missed some. */
Value type_make_dict(Type *type) {
    if (type->flags & TYPE_HEAP)
        return 0;
    type_ready(type);
    Value pending = exc_fetch();
    uint64_t filled_in = (uint64_t)value_small_int(type->dict);
    int64_t count = 0;
    while (type->methods && type->methods[count].name)
        count++;
    type->dict = dict_new_for(count ? count + MOST_HAVE : 0);
    if (!type->dict || slots_add_wrappers(type, filled_in) < 0 || enter_methods(type) < 0)
        fatal_no_memory();
    static_version = ++next_version;
    exc_restore_take(pending);
    return type->dict;
}

/* Types that others are made of, each behind its base: their headers come before any object exists.
 */
static Type *const first_types[] = {
    &rt_type_object,
    &rt_type_type,
    &rt_type_str,
    &rt_type_int,
    &rt_type_tuple,
    &rt_type_dict,
    &rt_type_list,
    &rt_type_none,
    &rt_type_bool,
    &rt_type_native_function,
    &rt_type_method_descriptor,
    &rt_type_slot_wrapper,
    &rt_type_method_wrapper,
    &rt_type_classmethod_descriptor,
    &rt_type_member,
    &rt_type_getset,
    &rt_type_native_member,
    &rt_type_staticmethod,
    &rt_type_classmethod,
    &rt_type_weakref,
};
enum { FIRST_COUNT = sizeof first_types / sizeof first_types[0] };

static void first_types_ready(void) {
    for (int i = 0; i < FIRST_COUNT; i++)
        ready_header(first_types[i]);
    for (int i = 0; i < FIRST_COUNT; i++)
        slots_inherit(first_types[i]);
    for (int i = 0; i < FIRST_COUNT; i++)
        ready_mro(first_types[i]);
}

void type_ready(Type *type) {
    if (type->flags & TYPE_READY)
        return;
    if (!(rt_type_object.flags & TYPE_READY))
        first_types_ready();
    if (type->flags & TYPE_READY)
        return;
    if (type->base_type)
        type_ready(type->base_type);
    ready_header(type);
    slots_inherit(type);
    ready_mro(type);
    if (type->base_type && (type->base_type->flags & TYPE_MUTABLE) &&
        type_register_with_bases(type) < 0)
        fatal_no_memory();
}
