/*
 * attr_cache.c — inline caches of attribute sites in generated code. The hits are in fast.c; here
 * are the misses: they do the general operation and remember in the site's InlineCache how to do it
 * quickly (inline_cache.h).
 */
#include "fast.h"
#include "inline_cache.h"

#include <math.h>

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

/* The index of the slot that `member` stands for in instances of the type; -1: it is another
 * class's. */
static int member_index(const Type *type, Value member) {
    const MemberObject *object = AS(MemberObject, member);
    return type_is_subtype(type, object->owner) ? (int)object->index : -1;
}

static void fill_from_class(InlineCache *cache, Type *type, InstanceSlots *slots, Value name,
                            Value found) {
    const TypeSlots *how = &value_type(found)->slots;
    if (value_is(found, &rt_type_member)) {
        int index = member_index(type, found);
        if (slots && is_inline(type, index))
            cache_fill(cache, name,
                       (InlineCache){.entry = cache_other(type),
                                     .kind = CACHE_MEMBER,
                                     .index = slot_offset((uint32_t)index)});
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
                                         .index = slot_offset((uint32_t)index)});
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

/* What stands in a module's dict (all that a native one has, what `import *` brought into others)
 * stays, unless module_store says otherwise. Borrowed; 0: there is no such thing. */
static Value stays_in_module(const ModuleObject *module, Value name) {
    return module->shared || !module->dict ? 0 : dict_get_borrow(module->dict, name);
}

static void fill_from_module_dict(InlineCache *cache, ModuleObject *module, Value name) {
    Value found = stays_in_module(module, name);
    if (found)
        cache_fill(cache, name,
                   (InlineCache){.entry = &module->base, .kind = CACHE_TYPE, .value = found});
}

static Value getattr_module(Value object, Value name, InlineCache *cache) {
    ModuleObject *module = AS(ModuleObject, object);
    Value *slot = module_slot(module, name);
    if (slot && *slot)
        cache_fill(cache, name,
                   (InlineCache){.entry = value_object(object),
                                 .kind = CACHE_GLOBAL,
                                 .value = value_from_pointer(slot)});
    else
        fill_from_module_dict(cache, module, name);
    return value_type(object)->slots.getattr(object, name);
}

static Value getattr_miss(Value object, Value name, InlineCache *cache) {
    if (!value_is_pointer(object))
        return value_type(object)->slots.getattr(object, name);
    Type *type = value_object(object)->type;
    if (type == &rt_type_module)
        return getattr_module(object, name, cache);
    if (type->slots.getattr == rt_generic_getattr) {
        if (cache_learns(cache))
            fill_getattr(cache, object, name);
        return attr_generic(object, name, false);
    }
    Value result = type->slots.getattr(object, name);
    if (result && type->slots.getattr == type_getattr && cache_learns(cache))
        fill_from_type(cache, object, name, result);
    return result;
}

static Value getattr_slow(Value object, Value name, InlineCache *cache) {
    Value result = getattr_miss(object, name, cache);
    if (!result)
        attr_error_context(object, name);
    return result;
}

/* What the entry says of an attribute that stands in no slot, else a lookup. Apart, so that the
 * common case needs no frame. */
__attribute__((noinline)) static Value
getattr_elsewhere(Value object, Value name, InlineCache *cache, const InlineCache *hit) {
    Value found = 0;
    switch (hit ? (enum CacheKind)hit->kind : CACHE_EMPTY) {
    case CACHE_PROPERTY:
        return AS(FunctionObject, hit->value)->info->entry(hit->value, &object);
    case CACHE_VALUE:
    case CACHE_TYPE:
        return value_incref(hit->value);
    case CACHE_GLOBAL:
        found = value_incref(*AS(Value, hit->value));
        break;
    default:
        break;
    }
    return found ? found : getattr_slow(object, name, cache);
}

Value rt_getattr_cached(Value object, Value name, InlineCache *cache) {
    const InlineCache *hit = cache_find(cache, object);
    bool has_slot = hit && (hit->kind == CACHE_SLOT || hit->kind == CACHE_MEMBER);
    if (has_slot && *cached_slot(object, hit)) /* a member may be unset */
        return value_incref(*cached_slot(object, hit));
    return getattr_elsewhere(object, name, cache, hit);
}

/* Are attributes of instances read, or with `stores` also assigned, as `object` does? */
static bool has_plain_attributes(const Type *type, bool stores) {
    return type->shape_offset == INSTANCE_OFFSET && type->slots.getattr == rt_generic_getattr &&
           (!stores || type->slots.setattr == rt_generic_setattr);
}

/* The index of the slot in which instances of that shape have the attribute; that of __slots__ may
 * be unset. -1: it is elsewhere. */
static int plain_index(Type *type, const Shape *shape, Value name) {
    Value found = type_lookup_borrow(type, name);
    int index = -1;
    if (found && value_is(found, &rt_type_member))
        index = member_index(type, found);
    else if (!found || !value_type(found)->slots.descr_set)
        index = shape_find(shape, name);
    return is_inline(type, index) ? index : -1;
}

/* The offsets of the attributes; NULL if one of them has none, or without memory. */
static const uint32_t *find_layout(Type *type, Shape *shape, const TupleObject *names) {
    uint32_t count = (uint32_t)names->length;
    uint32_t *offsets = mem_alloc(count * sizeof *offsets);
    bool are_plain = offsets != NULL;
    for (uint32_t i = 0; i < count && are_plain; i++) {
        int index = plain_index(type, shape, names->items[i]);
        are_plain = index >= 0;
        offsets[i] = are_plain ? slot_offset((uint32_t)index) : 0;
    }
    const uint32_t *kept = are_plain ? shape_layout(shape, offsets, count) : NULL;
    mem_free(offsets);
    return kept;
}

/* Answers the entry, or NULL. */
static const InlineCache *fill_layout(InlineCache *cache, Type *type, Shape *shape, Value names) {
    const uint32_t *offsets =
        shape->is_dict ? NULL : find_layout(type, shape, AS(TupleObject, names));
    if (!offsets)
        return NULL;
    return cache_fill_names(cache, names,
                            (InlineCache){.shape = shape,
                                          .entry = type,
                                          .kind = CACHE_LAYOUT,
                                          .value = value_from_pointer(offsets)});
}

/* Runs no Python code. */
RT_PRESERVES_REGISTERS int64_t rt_plain_layout_slow(Value object, Value names, uint32_t stores,
                                                    InlineCache *cache) {
    if (!value_is_pointer(object) || !has_plain_attributes(value_type(object), stores))
        return 0;
    const InstanceSlots *slots = instance_slots(value_object(object)); /* it has a shape now */
    const InlineCache *hit = slots ? cache_find(cache, object) : NULL;
    if (slots && !hit && cache_learns(cache))
        hit = fill_layout(cache, value_type(object), slots->shape, names);
    return hit ? (int64_t)hit->value : 0;
}

RT_PRESERVES_REGISTERS int32_t rt_hold_float_slow(Value *slot, double number) {
    Value value = float_new(number);
    if (!value) {
        exc_clear();
        return false;
    }
    value_replace(slot, value);
    return true;
}

static uint64_t bits_of(double number) {
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

RT_PRESERVES_REGISTERS uint64_t rt_call_real_slow(double (*real)(double), double number) {
    return bits_of(real ? real(number) : NAN);
}

/* Answers the entry, or NULL where the module has no function of reals of this name. */
static const InlineCache *fill_real(InlineCache *cache, ModuleObject *module, Value name) {
    Value found = stays_in_module(module, name);
    if (!found || !value_is(found, &rt_type_native_function))
        return NULL;
    double (*real)(double) = AS(NativeFunction, found)->method->real;
    if (!real)
        return NULL;
    return cache_fill(
        cache, name,
        (InlineCache){.entry = &module->base, .kind = CACHE_REAL, .value = (Value)(uintptr_t)real});
}

RT_PRESERVES_REGISTERS uint64_t rt_call_real_method_slow(Value module, Value name, double number,
                                                         InlineCache *cache) {
    if (!value_is(module, &rt_type_module))
        return bits_of(NAN);
    const InlineCache *hit = cache_find(cache, module);
    if (!hit && cache_learns(cache))
        hit = fill_real(cache, AS(ModuleObject, module), name);
    return bits_of(hit ? cached_real(hit)(number) : NAN);
}

/* ---- writing --------------------------------------------------------------------------------- */

/* Remembers what storing `object`'s attribute did, when its shape was `before`. */
static void fill_setattr(InlineCache *cache, Value object, Value name, const Shape *before) {
    Type *type = value_type(object);
    Value found = type_lookup_borrow(type, name);
    if (found && value_type(found)->slots.descr_set) {
        int index = value_is(found, &rt_type_member) ? member_index(type, found) : -1;
        if (is_inline(type, index) && !AS(MemberObject, found)->readonly)
            cache_fill(cache, name,
                       (InlineCache){.entry = cache_other(type),
                                     .kind = CACHE_MEMBER,
                                     .index = slot_offset((uint32_t)index)});
        return;
    }
    const Shape *after = instance_plain(value_object(object))->shape;
    int index = after && !after->is_dict ? shape_find(after, name) : -1;
    if (!before || before->is_dict || !is_inline(type, index))
        return;
    InlineCache content = {
        .shape = before, .entry = type, .kind = CACHE_STORE, .index = slot_offset((uint32_t)index)};
    if (before != after) {
        content.kind = CACHE_ADD;
        content.entry = cache_other(type);
        content.value = value_from_pointer(after);
        if (after->parent != before)
            return;
    }
    cache_fill(cache, name, content);
}

static int setattr_slow(Value object, Value name, Value value, InlineCache *cache) {
    Type *type = value_type(object);
    if (type->slots.setattr != rt_generic_setattr || type->shape_offset != INSTANCE_OFFSET ||
        !value_is_pointer(object))
        return type->slots.setattr(object, name, value);
    const Shape *before = instance_plain(value_object(object))->shape;
    int status = rt_generic_setattr(object, name, value);
    if (status == 0 && cache_learns(cache))
        fill_setattr(cache, object, name, before);
    return status;
}

int rt_setattr_cached(Value object, Value name, Value value, InlineCache *cache) {
    const InlineCache *hit = cache_find(cache, object);
    switch (hit ? (enum CacheKind)hit->kind : CACHE_EMPTY) {
    case CACHE_STORE:
    case CACHE_MEMBER:
        value_replace(cached_slot(object, hit), value_incref(value));
        return 0;
    case CACHE_ADD:
        *cached_slot(object, hit) = value_incref(value);
        instance_plain(value_object(object))->shape = AS(Shape, hit->value);
        return 0;
    default:
        return setattr_slow(object, name, value, cache);
    }
}

int32_t rt_setattr_f64_slow(Value object, Value name, double number, InlineCache *cache) {
    Value value = float_new(number);
    int32_t status = value ? pyrt_setattr(object, name, value, cache) : -1;
    value_decref(value);
    return status;
}

/* ---- methods --------------------------------------------------------------------------------- */

/* Answers the entry, or NULL. */
static InlineCache *fill_method(InlineCache *cache, Value object, Value name, Value method) {
    if (!cache_learns(cache))
        return NULL;
    Type *type = value_type(object);
    InstanceSlots *slots =
        type->shape_offset == INSTANCE_OFFSET ? instance_slots(value_object(object)) : NULL;
    if (hides_class(type) || (slots && slots->shape->is_dict))
        return NULL;
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
        content.index = AS(NativeFunction, method)->places;
    }
    return cache_fill(cache, name, content);
}

/* The entry of the method that `object` gets from its class, or NULL. Of small ints, which are no
 * pointers, only the first entry is asked. */
static const InlineCache *method_hit(const InlineCache *cache, Value object) {
    bool is_int = value_is_small_int(object) && cache->entry == &rt_type_int;
    const InlineCache *hit = is_int ? cache : cache_find(cache, object);
    return hit && (hit->kind == CACHE_METHOD || hit->kind == CACHE_NATIVE ||
                   hit->kind == CACHE_DIRECT)
               ? hit
               : NULL;
}

Value attr_method_cached(Value object, Value name, InlineCache *cache, bool *bound) {
    const InlineCache *hit = method_hit(cache, object);
    *bound = hit != NULL;
    if (hit)
        return value_incref(hit->value);
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
    Value kept = cache_kept_callee(cache, object);
    if (kept)
        return value_incref(kept);
    bool bound = false;
    Value method = attr_method_cached(object, name, cache, &bound);
    if (!method || !bound)
        return method;
    value_decref(method);
    return VALUE_STOP;
}

/* Does the entry's native method take its arguments as they are, and so many of them? The entry's
 * index is the number of its places, if it has keywords. */
static bool native_takes(const InlineCache *hit, Value names, uint32_t count) {
    if (hit->kind == CACHE_METHOD || names || hit->index == UINT32_MAX)
        return false;
    const NativeMethod *method = AS(NativeFunction, hit->value)->method;
    return (int)count >= method->min_args &&
           (method->max_args < 0 || (int)count <= method->max_args) &&
           (!hit->index || count <= hit->index);
}

/* A site of method_is remembers the classes whose instances have the function as their method, all
 * of them. */
int32_t rt_method_is_slow(Value object, Value name, const FunctionInfo *info, InlineCache *cache) {
    if (cache_find(cache, object))
        return true;
    Type *type = value_type(object);
    if (!cache_learns(cache) || !value_is_pointer(object) ||
        type->slots.getattr != rt_generic_getattr || hides_class(type) ||
        (type->flags & TYPE_SHADOWED))
        return false;
    Value found = type_lookup_borrow(type, name);
    if (!found || !value_is(found, &rt_type_function) || AS(FunctionObject, found)->info != info)
        return false;
    InstanceSlots *slots =
        type->shape_offset == INSTANCE_OFFSET ? instance_slots(value_object(object)) : NULL;
    if (slots && slots->shape->is_dict)
        return false;
    cache_fill(cache, name, (InlineCache){.entry = type, .kind = CACHE_METHOD, .value = found});
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
        memset(places, 0, sizeof places);
        values_copy(places + 1, args, count);
        count = function->places;
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

/* A call whose callee is not remembered; remembers it if it can be. */
static Value call_learning(Value object, Value name, InlineCache *cache, Value names,
                           const Value *args, uint32_t count) {
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
    InlineCache *filled = bound ? fill_method(cache, object, name, method) : NULL;
    if (filled && takes_directly(filled, names, count))
        filled->kind = CACHE_DIRECT;
    Value result = bound ? call_with_self(method, object, args, count, names)
                         : object_call(method, args, count, names);
    value_decref(method);
    return result;
}

Value rt_call_method_slow(Value object, Value name, InlineCache *cache, Value names,
                          const Value *args, uint32_t count) {
    Value kept = value_incref(cache_kept_callee(cache, object));
    if (kept) {
        bool is_native = !names && !rt_gc_wanted && value_is(kept, &rt_type_native_function);
        Value result = is_native ? rt_type_native_function.slots.call(kept, args, count, 0)
                                 : pyrt_call(kept, names, args, count);
        value_decref(kept);
        return result;
    }
    const InlineCache *hit = method_hit(cache, object);
    if (hit && native_takes(hit, names, count) && !rt_gc_wanted)
        return call_native(hit->value, object, args, count);
    Value method = hit ? value_incref(hit->value) : 0;
    bool enters = hit && hit->kind == CACHE_METHOD && hit->index == count + 1 && !names;
    if (rt_gc_wanted && rt_safe_point() < 0) {
        value_decref(method);
        return 0;
    }
    if (names)
        count -= (uint32_t)AS(TupleObject, names)->length;
    if (!method)
        return call_learning(object, name, cache, names, args, count);
    Value result;
    if (enters) {
        *((Value *)args - 1) = object;
        result = AS(FunctionObject, method)->info->entry(method, args - 1);
    } else {
        result = call_with_self(method, object, args, count, names);
    }
    value_decref(method);
    return result;
}
