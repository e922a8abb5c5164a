/*
 * attr_cache.c — inline caches of attribute sites in generated code. The hits are in fast.c; here
 * are the misses: they do the general operation and remember in the site's InlineCache how to do it
 * quickly.
 *
 * A cache holds borrowed pointers to types, shapes, class attributes and attributes of native
 * modules. It stays right because every change of such an attribute empties the caches of sites
 * with that name (cache_forget_name),
 * and the end of a class empties all. So each cache that was ever filled is registered under its
 * name.
 */
#include "fast.h"

#include <math.h>
#include <stdlib.h>

typedef struct Registered {
    struct Registered *next;
    Value name;
    InlineCache *cache;
} Registered;

static Registered **buckets;
static size_t bucket_count, registered_count;

static size_t bucket_of(Value name) {
    return (size_t)(name >> 4) & (bucket_count - 1);
}

static bool has_filled; /* a cache, since all were forgotten */

static bool registry_grow(void) {
    size_t count = bucket_count ? bucket_count * 2 : 256;
    Registered **grown = calloc(count, sizeof(Registered *));
    if (!grown)
        return false;
    Registered **old = buckets;
    size_t old_count = bucket_count;
    buckets = grown;
    bucket_count = count;
    for (size_t i = 0; i < old_count; i++)
        for (Registered *entry = old[i], *next; entry; entry = next) {
            next = entry->next;
            entry->next = buckets[bucket_of(entry->name)];
            buckets[bucket_of(entry->name)] = entry;
        }
    free(old);
    return true;
}

static bool cache_register(InlineCache *cache, Value name) {
    if (cache->kind != CACHE_EMPTY)
        return true;
    if (registered_count >= bucket_count && !registry_grow())
        return false;
    Registered *entry = malloc(sizeof(Registered));
    if (!entry)
        return false;
    *entry = (Registered){buckets[bucket_of(name)], name, cache};
    buckets[bucket_of(name)] = entry;
    registered_count++;
    return true;
}

void cache_forget_name(Value name) {
    if (!bucket_count)
        return;
    for (Registered *entry = buckets[bucket_of(name)]; entry; entry = entry->next)
        if (entry->name == name)
            *entry->cache = (InlineCache){.kind = CACHE_COLD};
}

void cache_forget_all(void) {
    if (!has_filled)
        return;
    has_filled = false;
    for (size_t i = 0; i < bucket_count; i++)
        for (Registered *entry = buckets[i]; entry; entry = entry->next)
            *entry->cache = (InlineCache){.kind = CACHE_COLD};
}

void cache_registry_free(void) {
    for (size_t i = 0; i < bucket_count; i++)
        for (Registered *entry = buckets[i], *next; entry; entry = next) {
            next = entry->next;
            *entry->cache = (InlineCache){0};
            free(entry);
        }
    free(buckets);
    buckets = NULL;
    bucket_count = registered_count = 0;
}

/* `name` must be interned for the registry; names in generated code are. */
static void cache_fill(InlineCache *cache, Value name, InlineCache content) {
    if (AS(StrObject, name)->interned && cache_register(cache, name))
        *cache = content;
    has_filled = true;
}

/* ---- reading --------------------------------------------------------------------------------- */

/* Which shapes a class attribute is visible through: NULL = any instance of the type. */
static const Shape *visible_shape(const Type *type, const InstanceSlots *slots) {
    return slots && (type->flags & TYPE_SHADOWED) ? slots->shape : NULL;
}

/* Instances whose attributes stand at another place than INSTANCE_OFFSET: do any of them hide a
 * class attribute? Caches do not look at their shapes. */
static bool hides_class(const Type *type) {
    return type->shape_offset && type->shape_offset != INSTANCE_OFFSET &&
           (type->flags & TYPE_SHADOWED);
}

static bool is_inline(const Type *type, int index) {
    return index >= 0 && (uint32_t)index < type->inline_slots;
}

static uint32_t slot_offset(int index) {
    return INSTANCE_OFFSET + (uint32_t)offsetof(InstanceSlots, slots) +
           (uint32_t)index * (uint32_t)sizeof(Value);
}

static void fill_from_class(InlineCache *cache, Type *type, InstanceSlots *slots, Value name,
                            Value found) {
    const TypeSlots *how = &value_type(found)->slots;
    if (value_is(found, &rt_type_member)) {
        int index = (int)AS(MemberObject, found)->index;
        if (slots && is_inline(type, index))
            cache_fill(cache, name,
                       (InlineCache){.entry = cache_other(type),
                                     .kind = CACHE_MEMBER,
                                     .index = slot_offset(index)});
    } else if (value_is(found, &rt_type_property)) {
        Value get = AS(PropertyObject, found)->get;
        if (get && value_is(get, &rt_type_function) &&
            function_is_plain(AS(FunctionObject, get)->info) &&
            AS(FunctionObject, get)->info->positional_count == 1)
            cache_fill(
                cache, name,
                (InlineCache){.entry = cache_other(type), .kind = CACHE_PROPERTY, .value = get});
    } else if (!how->descr_get && !(slots && slots->shape->is_dict)) {
        cache_fill(cache, name,
                   (InlineCache){.shape = visible_shape(type, slots),
                                 .entry = cache_other(type),
                                 .kind = CACHE_VALUE,
                                 .value = found});
    }
}

static void fill_getattr(InlineCache *cache, Value object, Value name) {
    Type *type = value_object(object)->type;
    bool plain = type->shape_offset == INSTANCE_OFFSET;
    if (hides_class(type))
        return;
    InstanceSlots *slots = plain ? instance_slots(value_object(object)) : NULL;
    Value found = type_lookup_borrow(type, name);
    if (slots && !slots->shape->is_dict && !(found && value_type(found)->slots.descr_set)) {
        int index = shape_find(slots->shape, name);
        if (index >= 0) {
            if (is_inline(type, index))
                cache_fill(cache, name,
                           (InlineCache){.shape = slots->shape,
                                         .entry = type,
                                         .kind = CACHE_SLOT,
                                         .index = slot_offset(index)});
            return;
        }
    }
    if (found)
        fill_from_class(cache, type, slots, name, found);
}

static void fill_from_type(InlineCache *cache, Value object, Value name, Value result) {
    Type *type = AS(Type, object);
    if (type->base.type != &rt_type_type || type_lookup_borrow(&rt_type_type, name))
        return;
    if (type_lookup_borrow(type, name) == result)
        cache_fill(cache, name, (InlineCache){.entry = type, .kind = CACHE_TYPE, .value = result});
}

/* What a native module has stays, unless module_store says otherwise. */
static void fill_from_native_module(InlineCache *cache, ModuleObject *module, Value name) {
    Value found = module->info || module->shared ? 0 : dict_get_borrow(module->dict, name);
    if (found)
        cache_fill(cache, name,
                   (InlineCache){.entry = &module->base, .kind = CACHE_TYPE, .value = found});
}

static Value getattr_module(Value object, Value name, InlineCache *cache) {
    ModuleObject *module = AS(ModuleObject, object);
    Value *slot = module_slot(module, name);
    fill_from_native_module(cache, module, name);
    if (slot && *slot)
        cache_fill(cache, name,
                   (InlineCache){.entry = value_object(object),
                                 .kind = CACHE_GLOBAL,
                                 .value = value_from_pointer(slot)});
    return value_type(object)->slots.getattr(object, name);
}

static Value getattr_miss(Value object, Value name, InlineCache *cache) {
    if (!value_is_pointer(object))
        return value_type(object)->slots.getattr(object, name);
    Type *type = value_object(object)->type;
    if (type == &rt_type_module)
        return getattr_module(object, name, cache);
    if (type->slots.getattr == rt_generic_getattr) {
        if (cache->kind == CACHE_COLD || cache->kind == CACHE_EMPTY ||
            cache->entry != cache_other(type))
            fill_getattr(cache, object, name);
        return attr_generic(object, name, false);
    }
    Value result = type->slots.getattr(object, name);
    if (result && type->slots.getattr == type_getattr)
        fill_from_type(cache, object, name, result);
    return result;
}

static Value getattr_slow(Value object, Value name, InlineCache *cache) {
    Value result = getattr_miss(object, name, cache);
    if (!result)
        attr_error_context(object, name);
    return result;
}

/* A hit of a kind that names another place than a slot by shape; 0 if it is none. */
static Value cached_elsewhere(Value object, const InlineCache *cache) {
    Object *pointed = value_object(object);
    if (cache->entry == cache_other(pointed->type)) {
        if (cache->kind == CACHE_MEMBER)
            return value_incref(*cached_slot(object, cache));
        if (cache->kind == CACHE_VALUE && (!cache->shape || cached_shape(object, cache)))
            return value_incref(cache->value);
    } else if (cache->entry == pointed) {
        if (cache->kind == CACHE_GLOBAL)
            return value_incref(*AS(Value, cache->value));
        if (cache->kind == CACHE_TYPE)
            return value_incref(cache->value);
    }
    return 0;
}

Value rt_getattr_cached(Value object, Value name, InlineCache *cache) {
    if (!value_is_pointer(object))
        return getattr_slow(object, name, cache);
    if (cache->kind == CACHE_PROPERTY && cache->entry == cache_other(value_object(object)->type))
        return AS(FunctionObject, cache->value)->info->entry(cache->value, &object);
    Value found = cached_elsewhere(object, cache);
    return found ? found : getattr_slow(object, name, cache);
}

/* The slot of a plain attribute, which the site remembers; NULL if it is none. Runs no Python code.
 * A cold site counts its misses in `index`: one that never hits soon stops to look. */
static Value *learn_slot(Value object, Value name, InlineCache *cache) {
    enum { MISSES_MAX = 16 };
    uint32_t misses = cache->kind == CACHE_COLD ? cache->index : 0;
    Type *type = value_type(object);
    if (misses >= MISSES_MAX || !value_is_pointer(object) ||
        type->slots.getattr != rt_generic_getattr)
        return NULL;
    fill_getattr(cache, object, name);
    if (cache->kind == CACHE_SLOT && cache->entry == type && cached_shape(object, cache))
        return cached_slot(object, cache);
    if (cache->kind != CACHE_EMPTY)
        *cache = (InlineCache){.kind = CACHE_COLD, .index = misses + 1};
    return NULL;
}

Value rt_held_float_slow(Value object, Value name, InlineCache *cache) {
    const Value *slot = learn_slot(object, name, cache);
    return slot && value_is(*slot, &rt_type_float) ? *slot : 0;
}

int32_t rt_hold_float_slow(Value object, Value name, double number, InlineCache *cache) {
    if (value_type(object)->slots.setattr != rt_generic_setattr)
        return false;
    Value *slot = learn_slot(object, name, cache);
    if (!slot || !value_is(*slot, &rt_type_float))
        return false;
    Value value = float_new(number);
    if (!value) {
        exc_clear();
        return false;
    }
    value_replace(slot, value);
    return true;
}

double rt_call_real_method_slow(Value module, Value name, double number, InlineCache *cache) {
    if (!value_is(module, &rt_type_module))
        return NAN;
    fill_from_native_module(cache, AS(ModuleObject, module), name);
    return cache->entry == value_object(module) && cache->kind == CACHE_TYPE
               ? pyrt_call_real(cache->value, number)
               : NAN;
}

/* ---- writing --------------------------------------------------------------------------------- */

static int setattr_slow(Value object, Value name, Value value, InlineCache *cache) {
    Type *type = value_type(object);
    if (type->slots.setattr != rt_generic_setattr || type->shape_offset != INSTANCE_OFFSET ||
        !value_is_pointer(object))
        return type->slots.setattr(object, name, value);
    InstanceSlots *slots = instance_plain(value_object(object));
    const Shape *before = slots->shape;
    int status = rt_generic_setattr(object, name, value);
    if (status < 0)
        return -1;
    Value found = type_lookup_borrow(type, name);
    if (found && value_type(found)->slots.descr_set) {
        int index = value_is(found, &rt_type_member) ? (int)AS(MemberObject, found)->index : -1;
        if (is_inline(type, index))
            cache_fill(cache, name,
                       (InlineCache){.entry = cache_other(type),
                                     .kind = CACHE_MEMBER,
                                     .index = slot_offset(index)});
        return 0;
    }
    const Shape *after = slots->shape;
    int index = after && !after->is_dict ? shape_find(after, name) : -1;
    if (!before || before->is_dict || !is_inline(type, index))
        return 0;
    InlineCache content = {
        .shape = before, .entry = type, .kind = CACHE_STORE, .index = slot_offset(index)};
    if (before != after) {
        content.kind = CACHE_ADD;
        content.entry = cache_other(type);
        content.value = value_from_pointer(after);
        if (after->parent != before)
            return 0;
    }
    cache_fill(cache, name, content);
    return 0;
}

int rt_setattr_cached(Value object, Value name, Value value, InlineCache *cache) {
    if (value_is_pointer(object) && cache->entry == cache_other(value_object(object)->type)) {
        if (cache->kind == CACHE_MEMBER) {
            value_replace(cached_slot(object, cache), value_incref(value));
            return 0;
        }
        if (cache->kind == CACHE_ADD && cached_shape(object, cache)) {
            *cached_slot(object, cache) = value_incref(value);
            instance_plain(value_object(object))->shape = AS(Shape, cache->value);
            return 0;
        }
    }
    return setattr_slow(object, name, value, cache);
}

int32_t rt_setattr_f64_slow(Value object, Value name, double number, InlineCache *cache) {
    Value value = float_new(number);
    int32_t status = value ? pyrt_setattr(object, name, value, cache) : -1;
    value_decref(value);
    return status;
}

/* ---- methods --------------------------------------------------------------------------------- */

static void fill_method(InlineCache *cache, Value object, Value name, Value method) {
    Type *type = value_type(object);
    InstanceSlots *slots =
        type->shape_offset == INSTANCE_OFFSET ? instance_slots(value_object(object)) : NULL;
    if (hides_class(type) || (slots && slots->shape->is_dict))
        return;
    InlineCache content = {.shape = visible_shape(type, slots),
                           .entry = type,
                           .value = method,
                           .kind = CACHE_NATIVE,
                           .index = UINT32_MAX};
    if (value_is(method, &rt_type_function)) {
        const FunctionInfo *info = AS(FunctionObject, method)->info;
        content.kind = CACHE_METHOD;
        if (function_is_plain(info))
            content.index = info->positional_count;
    } else if (value_is(method, &rt_type_method_descriptor)) {
        const NativeFunction *native = AS(NativeFunction, method);
        if (!native->method->keywords || native->places)
            content.index = native->places;
    }
    cache_fill(cache, name, content);
}

/* A hit that fast.c does not do itself: native methods, functions with defaults or keywords. */
static bool method_hit(const InlineCache *cache, Value object) {
    if ((cache->kind != CACHE_NATIVE && cache->kind != CACHE_METHOD) ||
        cache->entry != value_type(object))
        return false;
    return !cache->shape || instance_plain(value_object(object))->shape == cache->shape;
}

Value attr_method_cached(Value object, Value name, InlineCache *cache, bool *bound) {
    *bound = method_hit(cache, object);
    if (*bound)
        return value_incref(cache->value);
    Type *type = value_type(object);
    if (!value_is_pointer(object) || type == &rt_type_super)
        return attr_method(object, name, bound);
    if (type->slots.getattr != rt_generic_getattr)
        return rt_getattr_cached(object, name, cache);
    Value method = attr_method(object, name, bound);
    if (method && *bound)
        fill_method(cache, object, name, method);
    return method;
}

Value rt_method_find_slow(Value object, Value name, InlineCache *cache) {
    bool bound = false;
    Value method = attr_method_cached(object, name, cache, &bound);
    if (!method || !bound)
        return method;
    value_decref(method);
    return VALUE_STOP;
}

/* A cached native method that takes its arguments as they are, with a fitting number of them; the
 * cache's index is the number of its places, if it has keywords. */
static bool native_hit(const InlineCache *cache, Value object, Value names, uint32_t count) {
    if (cache->kind != CACHE_NATIVE || cache->entry != value_type(object) || names ||
        cache->index == UINT32_MAX)
        return false;
    if (cache->shape && instance_plain(value_object(object))->shape != cache->shape)
        return false;
    const NativeMethod *method = AS(NativeFunction, cache->value)->method;
    return (int)count >= method->min_args &&
           (method->max_args < 0 || (int)count <= method->max_args) &&
           (!cache->index || count <= cache->index);
}

/* A site of method_is remembers one class whose instances have the function as their method, all of
 * them: its index counts the misses, so that a site that sees many classes soon stops to look. */
int32_t rt_method_is_slow(Value object, Value name, const FunctionInfo *info, InlineCache *cache) {
    enum { MISSES_MAX = 16 };
    if (cache->index >= MISSES_MAX)
        return false;
    uint32_t misses = ++cache->index;
    Type *type = value_type(object);
    if (!value_is_pointer(object) || type->slots.getattr != rt_generic_getattr ||
        hides_class(type) || (type->flags & TYPE_SHADOWED))
        return false;
    Value found = type_lookup_borrow(type, name);
    if (!found || !value_is(found, &rt_type_function) || AS(FunctionObject, found)->info != info)
        return false;
    InstanceSlots *slots =
        type->shape_offset == INSTANCE_OFFSET ? instance_slots(value_object(object)) : NULL;
    if (slots && slots->shape->is_dict)
        return false;
    cache_fill(cache, name,
               (InlineCache){.entry = type, .kind = CACHE_METHOD, .index = misses, .value = found});
    return true;
}

/* Was the cache just filled with a native method of a built-in object that needs no binding of the
 * `count` arguments? */
static bool takes_directly(const InlineCache *cache, Value names, uint32_t count) {
    if (cache->kind != CACHE_NATIVE || cache->shape || names || cache->index ||
        (((const Type *)cache->entry)->flags & TYPE_HEAP))
        return false;
    const NativeMethod *method = AS(NativeFunction, cache->value)->method;
    return (int)count >= method->min_args &&
           (method->max_args < 0 || (int)count <= method->max_args);
}

/* The word in front of `args` is free for the receiver (abi.def). */
static Value call_native(Value callee, Value object, const Value *args, uint32_t count) {
    const NativeFunction *function = AS(NativeFunction, callee);
    Value places[NATIVE_PLACES + 1], *all = (Value *)args - 1;
    if (count < function->places) {
        all = places;
        values_copy(places + 1, args, count);
        for (; count < function->places; count++)
            places[count + 1] = 0;
    }
    all[0] = object;
    value_object(callee)->refs++;
    Value result = function->method->call(callee, all, count + 1, 0);
    value_decref(callee);
    return result;
}

/* The lookup of the method failed, not the call: the traceback will mark the attribute alone. */
static Value no_method(void) {
    isolate.lookup_failed = isolate.pending;
    return 0;
}

static Value call_found(Value object, Value name, const Value *args, uint32_t count, Value names) {
    bool bound;
    Value receiver, method = attr_method_of(object, name, &bound, &receiver);
    if (!method)
        return no_method();
    Value result = bound ? call_with_self(method, receiver, args, count, names)
                         : object_call(method, args, count, names);
    value_decref(method);
    return result;
}

Value rt_call_method_slow(Value object, Value name, InlineCache *cache, Value names,
                          const Value *args, uint32_t count) {
    if (native_hit(cache, object, names, count) && !rt_gc_wanted)
        return call_native(cache->value, object, args, count);
    if (rt_gc_wanted && rt_safe_point() < 0)
        return 0;
    if (names)
        count -= (uint32_t)AS(TupleObject, names)->length;
    if (method_hit(cache, object)) {
        Value method = value_incref(cache->value);
        Value result = call_with_self(method, object, args, count, names);
        value_decref(method);
        return result;
    }
    Type *type = value_type(object);
    if (type->slots.getattr != rt_generic_getattr) {
        if (type == &rt_type_super || !value_is_pointer(object))
            return call_found(object, name, args, count, names);
        Value callee = rt_getattr_cached(object, name, cache);
        Value result = callee ? object_call(callee, args, count, names) : no_method();
        value_decref(callee);
        return result;
    }
    bool bound;
    Value method = attr_method(object, name, &bound);
    if (!method)
        return no_method();
    if (bound) {
        fill_method(cache, object, name, method);
        if (takes_directly(cache, names, count))
            cache->kind = CACHE_DIRECT;
    }
    Value result = bound ? call_with_self(method, object, args, count, names)
                         : object_call(method, args, count, names);
    value_decref(method);
    return result;
}
