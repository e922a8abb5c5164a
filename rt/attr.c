/*
 * attr.c — attribute access: the generic lookup (data descriptors, instance, other descriptors,
 * class), its optional forms, and finding methods without making bound methods. The inline caches
 * in front of it are in attr_cache.c.
 */
#include "object.h"

Value attr_interned(Value name) {
    if (!value_isa(name, &rt_type_str))
        return raise_error(&rt_exc_TypeError, "attribute name must be string, not '%T'", name);
    value_incref(name);
    return AS(StrObject, name)->interned ? name : str_intern_take(name);
}

/* ---- errors ---------------------------------------------------------------------------------- */

static Value missing_message(Value object, Value name) {
    if (value_is_type(object))
        return str_format("type object '%N' has no attribute '%S'", AS(Type, object), name);
    if (value_isa(object, &rt_type_module)) {
        ModuleObject *module = AS(ModuleObject, object);
        if (!module->name) /* a subclass's __init__ did not call that of the module */
            return str_format("module has no attribute '%S'", name);
        return module_is_partial(object)
                   ? str_format("partially initialized module '%S' has no attribute '%S' (most "
                                "likely due to a circular import)",
                                module->name, name)
                   : str_format("module '%S' has no attribute '%S'", module->name, name);
    }
    return str_format("'%T' object has no attribute '%S'", object, name);
}

Value attr_missing(Value object, Value name) {
    Value message = missing_message(object, name);
    Value exception = message ? exc_make(&rt_exc_AttributeError, message) : 0;
    value_decref(message);
    if (!exception)
        return 0;
    exc_as(exception)->extra[0] = value_incref(name);
    exc_as(exception)->extra[1] = value_incref(object);
    return raise_value_take(exception);
}

/* An AttributeError that does not say what was missing learns it from the access it ends. */
void attr_error_context(Value object, Value name) {
    if (!isolate.pending || !value_isa(isolate.pending, &rt_exc_AttributeError))
        return;
    ExceptionObject *error = exc_as(isolate.pending);
    if (error->extra[0] || error->extra[1])
        return;
    error->extra[0] = value_incref(name);
    error->extra[1] = value_incref(object);
}

/* ---- reading --------------------------------------------------------------------------------- */

/* attr_generic, with what the class has under the name, or 0; the caller holds it. */
static Value generic_of(Value self, Value name, Value found, bool optional) {
    Type *type = value_type(self);
    Value (*get)(Value, Value, Value) = NULL;
    if (found) {
        const TypeSlots *slots = &value_type(found)->slots;
        get = slots->descr_get;
        if (get && slots->descr_set)
            return get(found, self, OBJ(type));
    }
    InstanceSlots *storage = value_is_pointer(self) ? instance_slots(value_object(self)) : NULL;
    if (storage) {
        Value value = instance_get_borrow(value_object(self), storage, name);
        if (value)
            return value_incref(value);
    } else if (value_isa(self, &rt_type_module)) { /* object.__getattribute__ of one */
        Value value = module_lookup_borrow(AS(ModuleObject, self), name);
        if (value || isolate.pending)
            return value_incref(value);
    }
    if (get)
        return get(found, self, OBJ(type));
    if (found)
        return value_incref(found);
    return optional || isolate.pending ? 0 : attr_missing(self, name);
}

/* A getter, or a key of the instance's dict that is no str, may delete what the class has. */
Value attr_generic(Value self, Value name, bool optional) {
    Value found = value_incref(type_lookup_borrow(value_type(self), name));
    Value result = generic_of(self, name, found, optional);
    value_decref(found);
    return result;
}

/* Callers may pass any str, also of a subclass, which cannot be interned itself; the model compares
 * names by identity. New reference. */
static Value interned_text(Value name) {
    if (value_is(name, &rt_type_str))
        return attr_interned(name);
    return str_intern_take(str_substring(name, 0, AS(StrObject, name)->length));
}

static Value with_interned(Value self, Value name, bool optional) {
    Value interned = interned_text(name);
    Value result = interned ? attr_generic(self, interned, optional) : 0;
    value_decref(interned);
    return result;
}

Value rt_generic_getattr(Value self, Value name) {
    if (AS(StrObject, name)->interned)
        return attr_generic(self, name, false);
    return with_interned(self, name, false);
}

Value object_getattr(Value object, Value name) {
    Value interned = attr_interned(name);
    Value result = interned ? value_type(object)->slots.getattr(object, interned) : 0;
    if (!result)
        attr_error_context(object, name);
    value_decref(interned);
    return result;
}

Value object_getattr_cstr(Value object, const char *name) {
    return object_getattr(object, str_name(name));
}

Value object_getattr_optional(Value object, Value name, bool *failed) {
    *failed = false;
    Value interned = attr_interned(name);
    if (!interned) {
        *failed = true;
        return 0;
    }
    Type *type = value_type(object);
    Value result;
    if (type->slots.getattr == rt_generic_getattr)
        result = AS(StrObject, interned)->interned ? attr_generic(object, interned, true)
                                                   : with_interned(object, interned, true);
    else if (type->slots.getattr == type_getattr)
        result = type_getattr_optional(object, interned);
    else if (type == &rt_type_function)
        result = function_getattr_optional(object, interned);
    else
        result = type->slots.getattr(object, interned);
    value_decref(interned);
    if (result)
        return result;
    if (exc_pending_is(&rt_exc_AttributeError))
        exc_clear();
    *failed = isolate.pending != 0;
    return 0;
}

int object_attr_is_true(Value object, const char *name) {
    bool failed;
    Value found = object_getattr_optional(object, str_name(name), &failed);
    int answer = failed ? -1 : found ? object_truth(found) : 0;
    value_decref(found);
    return answer;
}

/* ---- writing --------------------------------------------------------------------------------- */

static int not_settable(Value self, Value name, bool found) {
    if (found)
        return raise_status(&rt_exc_AttributeError, "'%T' object attribute '%S' is read-only", self,
                            name);
    return raise_status(&rt_exc_AttributeError, "'%T' object has no attribute '%S'", self, name);
}

int rt_generic_setattr(Value self, Value name, Value value) {
    if (!AS(StrObject, name)->interned) {
        Value interned = interned_text(name);
        int status = interned ? rt_generic_setattr(self, interned, value) : -1;
        value_decref(interned);
        return status;
    }
    Type *type = value_type(self);
    Value found = type_lookup_borrow(type, name);
    if (found && value_type(found)->slots.descr_set) {
        value_incref(found);
        int status = value_type(found)->slots.descr_set(found, self, value);
        value_decref(found);
        return status;
    }
    InstanceSlots *storage = value_is_pointer(self) && (type->flags & TYPE_HAS_DICT)
                                 ? instance_slots(value_object(self))
                                 : NULL;
    if (!storage)
        return isolate.pending ? -1 : not_settable(self, name, found != 0);
    if (value)
        return instance_set(value_object(self), storage, name, value);
    int deleted = instance_delete(value_object(self), storage, name);
    return deleted == 0 ? not_settable(self, name, false) : deleted < 0 ? -1 : 0;
}

int object_setattr(Value object, Value name, Value value) {
    Value interned = attr_interned(name);
    int status = interned ? value_type(object)->slots.setattr(object, interned, value) : -1;
    value_decref(interned);
    return status;
}

int32_t pyrt_delattr(Value object, Value name) {
    return object_setattr(object, name, 0);
}

/* ---- methods --------------------------------------------------------------------------------- */

static bool is_method_like(Value found) {
    if (!value_is_pointer(found))
        return false;
    const Type *type = value_object(found)->type;
    return type == &rt_type_function || type == &rt_type_method_descriptor ||
           type == &rt_type_slot_wrapper;
}

Value object_lookup_special(Value object, Value name) {
    Type *type = value_type(object);
    Value found = type_lookup_borrow(type, name);
    if (!found)
        return 0;
    const TypeSlots *slots = &value_type(found)->slots;
    return slots->descr_get ? slots->descr_get(found, object, OBJ(type)) : value_incref(found);
}

/* super().name: the method of the next class, with the instance as first argument. */
static Value super_method(Value object, Value name, bool *bound, Value *receiver) {
    SuperObject *self = AS(SuperObject, object);
    Value found = self->self ? super_getattr_borrow(self, name) : 0;
    if (!found || !is_method_like(found) || value_is_type(self->self))
        return 0;
    *bound = true;
    *receiver = self->self;
    return value_incref(found);
}

Value attr_method(Value object, Value name, bool *bound) {
    Type *type = value_type(object);
    *bound = false;
    if (type->slots.getattr != rt_generic_getattr)
        return type->slots.getattr(object, name);
    Value found = type_lookup_borrow(type, name);
    if (!found || !is_method_like(found))
        return attr_generic(object, name, false);
    InstanceSlots *storage = value_is_pointer(object) ? instance_slots(value_object(object)) : NULL;
    Value own = storage ? instance_get_borrow(value_object(object), storage, name) : 0;
    if (own)
        return value_incref(own);
    *bound = true;
    return value_incref(found);
}

enum { FEW = 8 };

/* Calls `callee` with `self` in front of the arguments. */
Value call_with_self(Value callee, Value self, const Value *args, uint32_t count, Value names) {
    uint32_t given = count + (names ? (uint32_t)AS(TupleObject, names)->length : 0);
    Value few[FEW + 1], *all = few;
    if (given > FEW && !(all = mem_alloc((given + 1) * sizeof(Value))))
        return 0;
    all[0] = self;
    for (uint32_t i = 0; i < given; i++)
        all[i + 1] = args[i];
    Value result = value_is(callee, &rt_type_function)
                       ? function_enter(AS(FunctionObject, callee), all, count + 1, names)
                       : object_call(callee, all, count + 1, names);
    if (all != few)
        mem_free(all);
    return result;
}

Value attr_method_of(Value object, Value name, bool *bound, Value *receiver) {
    *bound = false;
    *receiver = object;
    Value method = 0;
    if (value_is(object, &rt_type_super))
        method = super_method(object, name, bound, receiver);
    return method ? method : attr_method(object, name, bound);
}

Value attr_call_method(Value object, Value name, const Value *args, uint32_t count, Value names) {
    bool bound;
    Value receiver, method = attr_method_of(object, name, &bound, &receiver);
    if (!method)
        return 0;
    value_incref(object); /* the call may drop it from where the caller has it */
    Value result = bound ? call_with_self(method, receiver, args, count, names)
                         : object_call(method, args, count, names);
    value_decref(object);
    value_decref(method);
    return result;
}

Value object_call_method(Value object, const char *name, const Value *args, uint32_t count) {
    return attr_call_method(object, str_name(name), args, count, 0);
}
