/*
 * mod_pickle_make.c — what the unpickler does to objects: it finds classes and functions by name,
 * makes instances, fills containers and restores states.
 */
#include "pickle.h"

/* ---- globals --------------------------------------------------------------------------------- */

/* The names that Python 3 has for those of Python 2; replaces *module and *name. 0 or -1. */
static int to_new_names(Value *module, Value *name) {
    Value pair[] = {*module, *name}, key = tuple_new(pair, 2);
    Value both = key ? dict_get_borrow(rt_pickle.names_to_3, key) : 0;
    value_decref(key);
    if (both && value_is(both, &rt_type_tuple) && AS(TupleObject, both)->length == 2) {
        *module = AS(TupleObject, both)->items[0];
        *name = AS(TupleObject, both)->items[1];
        return 0;
    }
    Value other = isolate.pending ? 0 : dict_get_borrow(rt_pickle.modules_to_3, *module);
    if (other)
        *module = other;
    return isolate.pending ? -1 : 0;
}

static int audit(Value module, Value name) {
    Value hook = rt_sys_dict ? dict_get_cstr_borrow(rt_sys_dict, "audit") : 0;
    Value args[] = {str_name("pickle.find_class"), module, name};
    Value result = hook ? object_call(hook, args, 3, 0) : VALUE_NONE;
    value_decref(result);
    return result ? 0 : -1;
}

static Value attribute_of(Value module, Value name, bool dotted) {
    Value path = dotted ? pickle_path(module, name) : list_new(&name, 1);
    Value found = path ? pickle_attribute(module, name, path, NULL) : 0;
    value_decref(path);
    return found;
}

Value unpickle_find_class(Unpickler *self, Value module_name, Value name) {
    if (audit(module_name, name) < 0 ||
        (self->protocol < 3 && self->fix_imports && to_new_names(&module_name, &name) < 0))
        return 0;
    Value module = dict_get_borrow(rt_modules_borrow(), module_name);
    if (!module && isolate.pending)
        return 0;
    module = module && module != VALUE_NONE ? value_incref(module) : pyrt_import(module_name, true);
    Value found = module ? attribute_of(module, name, self->protocol >= 4) : 0;
    value_decref(module);
    return found;
}

Value unpickle_global(Unpickler *self, Value module, Value name) {
    if (value_object(OBJ(self))->type == &rt_type_unpickler)
        return unpickle_find_class(self, module, name);
    Value args[] = {module, name};
    return object_call_method(OBJ(self), "find_class", args, 2);
}

int unpickle_extension(Unpickler *self, int64_t code) {
    if (code <= 0)
        return raise_status(unpickling_error(), "EXT specifies code <= 0");
    Value key = value_from_small_int(code), found = dict_get_borrow(rt_pickle.extension_cache, key);
    if (found)
        return unpickle_push(self, value_incref(found));
    Value pair = dict_get_borrow(rt_pickle.extension_names, key);
    if (!pair)
        return isolate.pending ? -1
                               : raise_status(&rt_exc_ValueError,
                                              "unregistered extension code %lld", (long long)code);
    const TupleObject *names = AS(TupleObject, pair);
    if (!value_is(pair, &rt_type_tuple) || names->length != 2 || !value_is_str(names->items[0]) ||
        !value_is_str(names->items[1]))
        return raise_status(&rt_exc_ValueError,
                            "_inverted_registry[%lld] isn't a 2-tuple of strings", (long long)code);
    found = unpickle_global(self, names->items[0], names->items[1]);
    if (found && dict_set(rt_pickle.extension_cache, key, found) < 0) {
        value_decref(found);
        return -1;
    }
    return unpickle_push(self, found);
}

/* ---- making ---------------------------------------------------------------------------------- */

static Value call_new(Value cls, const Value *args, uint32_t count) {
    Type *type = AS(Type, cls);
    return type->slots.new(type, args, count, 0);
}

Value unpickle_instance(Value cls, Value arguments) {
    const TupleObject *given = AS(TupleObject, arguments);
    if (given->length == 0 && value_is_type(cls) && AS(Type, cls)->slots.new) {
        bool failed;
        Value method = object_getattr_optional(cls, str_name("__getinitargs__"), &failed);
        value_decref(method); /* only asked for */
        if (failed)
            return 0;
        if (!method)
            return call_new(cls, NULL, 0);
    }
    return object_call(cls, given->items, (uint32_t)given->length, 0);
}

/* cls.__new__(cls, *args, **kwargs) */
static Value new_with_keywords(Value cls, Value args, Value kwargs) {
    const TupleObject *given = AS(TupleObject, args);
    Value all = tuple_new_empty(given->length + 1);
    if (!all)
        return 0;
    AS(TupleObject, all)->items[0] = value_incref(cls);
    for (int64_t i = 0; i < given->length; i++)
        AS(TupleObject, all)->items[i + 1] = value_incref(given->items[i]);
    Value method = object_getattr_cstr(cls, "__new__");
    Value result = method ? pyrt_call_ex(method, all, kwargs) : 0;
    value_decref(method);
    value_decref(all);
    return result;
}

/* kwargs: 0 for the operator NEWOBJ. */
static Value new_checked(Value cls, Value args, Value kwargs) {
    const char *op = kwargs ? "NEWOBJ_EX" : "NEWOBJ";
    if (!value_is_type(cls))
        return raise_error(unpickling_error(), "%s class argument must be a type, not %T", op, cls);
    if (!AS(Type, cls)->slots.new)
        return raise_error(unpickling_error(), "%s class argument '%N' doesn't have __new__", op,
                           AS(Type, cls));
    if (!value_isa(args, &rt_type_tuple))
        return raise_error(unpickling_error(), "%s args argument must be a tuple, not %T", op,
                           args);
    if (kwargs && !value_isa(kwargs, &rt_type_dict))
        return raise_error(unpickling_error(), "%s kwargs argument must be a dict, not %T", op,
                           kwargs);
    if (kwargs && dict_len(kwargs))
        return new_with_keywords(cls, args, kwargs);
    return call_new(cls, AS(TupleObject, args)->items, (uint32_t)AS(TupleObject, args)->length);
}

int unpickle_new(Unpickler *self, bool keywords) {
    Value kwargs = keywords ? unpickle_pop(self) : 0;
    if (keywords && !kwargs)
        return -1;
    Value args = unpickle_pop(self), cls = args ? unpickle_pop(self) : 0;
    Value result = cls ? new_checked(cls, args, kwargs) : 0;
    value_decref(kwargs);
    value_decref(args);
    value_decref(cls);
    return unpickle_push(self, result);
}

/* ---- filling --------------------------------------------------------------------------------- */

/* Drops what lies on the stack from here on. */
static int drop_from(Unpickler *self, int64_t from, int status) {
    while (self->height > from)
        value_decref(self->stack[--self->height]);
    return status;
}

/* Is there an object below `from` to be filled? 1: yes; 0: it gets nothing; -1. */
static int check_target(const Unpickler *self, int64_t from) {
    if (from > self->height || from <= self->fence)
        return unpickle_underflow(self);
    return from < self->height;
}

static int append_each(Unpickler *self, Value target, const char *method, int64_t from) {
    Value function = object_getattr_cstr(target, method);
    int status = function ? 0 : -1;
    for (int64_t i = from; status == 0 && i < self->height; i++) {
        Value result = object_call1(function, self->stack[i]);
        status = result ? 0 : -1;
        value_decref(result);
    }
    value_decref(function);
    return status;
}

/* What is like a list: by `extend` if it has that. */
static int append_other(Unpickler *self, Value target, int64_t from) {
    bool failed;
    Value extend = object_getattr_optional(target, str_name("extend"), &failed);
    if (failed)
        return -1;
    if (!extend)
        return append_each(self, target, "append", from);
    Value items = list_new(self->stack + from, self->height - from);
    Value result = items ? object_call1(extend, items) : 0;
    value_decref(items);
    value_decref(extend);
    value_decref(result);
    return result ? 0 : -1;
}

int unpickle_append(Unpickler *self, int64_t from) {
    int more = check_target(self, from);
    if (more <= 0)
        return more;
    Value target = self->stack[from - 1];
    int status = 0;
    if (value_is(target, &rt_type_list))
        for (int64_t i = from; status == 0 && i < self->height; i++)
            status = list_append(target, self->stack[i]);
    else
        status = append_other(self, target, from);
    return drop_from(self, from, status);
}

int unpickle_set_items(Unpickler *self, int64_t from) {
    int more = check_target(self, from);
    if (more <= 0)
        return more;
    if ((self->height - from) % 2)
        return raise_status(unpickling_error(), "odd number of items for SETITEMS");
    Value target = self->stack[from - 1];
    bool is_dict = value_is(target, &rt_type_dict);
    int status = 0;
    for (int64_t i = from; status == 0 && i < self->height; i += 2)
        status = is_dict ? dict_set(target, self->stack[i], self->stack[i + 1])
                         : object_setitem(target, self->stack[i], self->stack[i + 1]);
    return drop_from(self, from, status);
}

int unpickle_add_items(Unpickler *self, int64_t from) {
    int more = check_target(self, from);
    if (more <= 0)
        return more;
    Value target = self->stack[from - 1];
    int status = 0;
    if (value_isa(target, &rt_type_set))
        for (int64_t i = from; status == 0 && i < self->height; i++)
            status = set_add(target, self->stack[i]);
    else
        status = append_each(self, target, "add", from);
    return drop_from(self, from, status);
}

/* ---- states ---------------------------------------------------------------------------------- */

/* instance.__dict__.update(state), for instances that keep attributes in slots without making a
 * dict of them. */
static int update_attributes(Value instance, Value state) {
    bool plain = value_is_pointer(instance) && value_type(instance)->flags & TYPE_HAS_DICT &&
                 value_type(instance)->flags & TYPE_HEAP;
    Value dict = plain ? 0 : object_getattr_cstr(instance, "__dict__"), key, value;
    if (!plain && !dict)
        return -1;
    int64_t position = 0;
    int status = 0;
    while (status == 0 && dict_next(state, &position, &key, &value)) {
        bool name = value_is(key, &rt_type_str);
        key = name ? str_intern_take(value_incref(key)) : value_incref(key);
        InstanceSlots *slots = plain ? instance_slots(value_object(instance)) : NULL;
        if (slots && name &&
            (slots->shape->is_dict || shape_find(slots->shape, key) < 0 ||
             shape_find(slots->shape, key) >= (int)slots->shape->reserved))
            status = instance_set(value_object(instance), slots, key, value);
        else if (!dict && !(dict = object_getattr_cstr(instance, "__dict__")))
            status = -1;
        else
            status = object_setitem(dict, key, value);
        value_decref(key);
    }
    value_decref(dict);
    return status;
}

static int set_slots(Value instance, Value state) {
    if (!value_isa(state, &rt_type_dict))
        return raise_status(unpickling_error(), "slot state is not a dictionary");
    int64_t position = 0;
    Value key, value;
    while (dict_next(state, &position, &key, &value))
        if (object_setattr(instance, key, value) < 0)
            return -1;
    return 0;
}

/* What happens without a __setstate__; a pair is of the dict and of the slots. */
static int restore(Value instance, Value state) {
    Value slots = 0;
    if (value_isa(state, &rt_type_tuple) && AS(TupleObject, state)->length == 2) {
        slots = AS(TupleObject, state)->items[1];
        state = AS(TupleObject, state)->items[0];
    }
    if (state != VALUE_NONE && !value_isa(state, &rt_type_dict))
        return raise_status(unpickling_error(), "state is not a dictionary");
    if (state != VALUE_NONE && update_attributes(instance, state) < 0)
        return -1;
    return slots ? set_slots(instance, slots) : 0;
}

int unpickle_build(Unpickler *self) {
    if (self->height - 2 < self->fence)
        return unpickle_underflow(self);
    bool failed;
    Value state = self->stack[--self->height];
    Value instance = value_incref(self->stack[self->height - 1]);
    Value method = object_getattr_optional(instance, str_name("__setstate__"), &failed);
    int status = -1;
    if (method) {
        Value result = object_call1(method, state);
        status = result ? 0 : -1;
        value_decref(result);
    } else if (!failed) {
        status = restore(instance, state);
    }
    value_decref(method);
    value_decref(instance);
    value_decref(state);
    return status;
}
