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

/* What stands in a module's dict (all that a native one has, what `import *` brought into others)
 * stays, unless module_store says otherwise. */
static void fill_from_module_dict(InlineCache *cache, ModuleObject *module, Value name) {
    Value found = module->shared || !module->dict ? 0 : dict_get_borrow(module->dict, name);
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

static Value *slot_hit(Value object, const InlineCache *cache) {
    const InlineCache *hit = cache_find(cache, object);
    return hit && hit->kind == CACHE_SLOT ? cached_slot(object, hit) : NULL;
}

/* The slot of a plain attribute, which the site remembers; NULL if it is none. Runs no Python
 * code. */
static Value *learn_slot(Value object, Value name, InlineCache *cache) {
    Value *known = slot_hit(object, cache);
    if (known || !cache_learns(cache) || !value_is_pointer(object) ||
        value_type(object)->slots.getattr != rt_generic_getattr)
        return known;
    fill_getattr(cache, object, name);
    return slot_hit(object, cache);
}

RT_PRESERVES_REGISTERS Value rt_held_float_slow(Value object, Value name, InlineCache *cache) {
    const Value *slot = learn_slot(object, name, cache);
    return slot && value_is(*slot, &rt_type_float) ? *slot : 0;
}

RT_PRESERVES_REGISTERS int32_t rt_hold_float_slow(Value object, Value name, double number,
                                                  InlineCache *cache) {
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

static uint64_t bits_of(double number) {
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

RT_PRESERVES_REGISTERS uint64_t rt_call_real_slow(double (*real)(double), double number) {
    return bits_of(real ? real(number) : NAN);
}

RT_PRESERVES_REGISTERS uint64_t rt_call_real_method_slow(Value module, Value name, double number,
                                                         InlineCache *cache) {
    if (!value_is(module, &rt_type_module))
        return bits_of(NAN);
    const InlineCache *hit = cache_find(cache, module);
    if (!hit && cache_learns(cache)) {
        fill_from_module_dict(cache, AS(ModuleObject, module), name);
        hit = cache_find(cache, module);
    }
    bool is_known = hit && hit->kind == CACHE_TYPE;
    return bits_of(is_known ? pyrt_call_real(hit->value, number) : NAN);
}

/* ---- writing --------------------------------------------------------------------------------- */

/* Remembers what storing `object`'s attribute did, when its shape was `before`. */
static void fill_setattr(InlineCache *cache, Value object, Value name, const Shape *before) {
    Type *type = value_type(object);
    Value found = type_lookup_borrow(type, name);
    if (found && value_type(found)->slots.descr_set) {
        int index = value_is(found, &rt_type_member) ? (int)AS(MemberObject, found)->index : -1;
        if (is_inline(type, index))
            cache_fill(cache, name,
                       (InlineCache){.entry = cache_other(type),
                                     .kind = CACHE_MEMBER,
                                     .index = slot_offset(index)});
        return;
    }
    const Shape *after = instance_plain(value_object(object))->shape;
    int index = after && !after->is_dict ? shape_find(after, name) : -1;
    if (!before || before->is_dict || !is_inline(type, index))
        return;
    InlineCache content = {
        .shape = before, .entry = type, .kind = CACHE_STORE, .index = slot_offset(index)};
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

/* The entry of the method that `object` gets from its class, or NULL. */
static const InlineCache *method_hit(const InlineCache *cache, Value object) {
    const InlineCache *hit = cache_find(cache, object);
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
