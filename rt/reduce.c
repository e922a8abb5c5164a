/*
 * reduce.c — object.__getstate__, __reduce__ and __reduce_ex__: how copy and pickle take an
 * instance apart. The answers are those of protocol 2 and later (Objects/typeobject.c,
 * reduce_newobj); what copyreg.__newobj__ does puts the instance together again. For the older
 * protocols copyreg._reduce_ex answers, if the program has it.
 */
#include "containers.h"
#include "object.h"

/* ---- state ----------------------------------------------------------------------------------- */

/* Adds the values of one class's __slots__ to *state, a dict that is made when there is one. */
static int add_slot_values(Value self, const Type *type, Value *state) {
    Value slots = dict_get_cstr_borrow(type_dict_borrow(type), "__slots__");
    if (!slots)
        return isolate.pending ? -1 : 0;
    Value names =
        value_isa(slots, &rt_type_str) ? tuple_new(&slots, 1) : tuple_from_iterable(slots);
    int status = names ? 0 : -1;
    for (int64_t i = 0; status == 0 && i < AS(TupleObject, names)->length; i++) {
        Value item = AS(TupleObject, names)->items[i];
        if (!value_isa(item, &rt_type_str) || str_equal_cstr(item, "__dict__") ||
            str_equal_cstr(item, "__weakref__"))
            continue;
        bool failed = false;
        Value name = type_mangled_name(type->name, item);
        Value value = name ? object_getattr_optional(self, name, &failed) : 0;
        if (value && !*state)
            *state = dict_new();
        if (!name || failed || (value && (!*state || dict_set(*state, name, value) < 0)))
            status = -1;
        value_decref(value);
        value_decref(name);
    }
    value_decref(names);
    return status;
}

/* The __slots__ that have a value, by name; 0 without *failed if there are none. */
static Value slots_state(Value self, bool *failed) {
    const Type *type = value_type(self);
    if (!(type->flags & TYPE_HEAP) || type_heap(type)->reserved == 0)
        return 0;
    const TupleObject *mro = AS(TupleObject, type->mro);
    Value state = 0;
    for (int64_t i = 0; i < mro->length; i++)
        if (add_slot_values(self, AS(Type, mro->items[i]), &state) < 0) {
            value_decref(state);
            *failed = true;
            return 0;
        }
    return state;
}

Value object_getstate(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    Value self = args[0];
    if (!value_is_pointer(self) || !instance_slots(value_object(self)))
        return VALUE_NONE;
    Value dict = instance_dict_copy(value_object(self));
    bool failed = !dict;
    Value slots = failed ? 0 : slots_state(self, &failed);
    if (failed) {
        value_decref(dict);
        return 0;
    }
    if (dict_len(dict) == 0) {
        value_decref(dict);
        dict = VALUE_NONE;
    }
    if (!slots)
        return dict;
    Value pair[2] = {dict, slots}, state = tuple_new(pair, 2);
    value_decref(dict);
    value_decref(slots);
    return state;
}

/* ---- reduce ---------------------------------------------------------------------------------- */

/* (cls, args, kwargs) for copyreg.__newobj_ex__; `method` is __getnewargs_ex__. */
static Value new_arguments_ex(Value self, Value method) {
    Value given = object_call0(method), result = 0;
    if (given && !value_is(given, &rt_type_tuple))
        raise_error(&rt_exc_TypeError, "__getnewargs_ex__ should return a tuple, not '%T'", given);
    else if (given && AS(TupleObject, given)->length != 2)
        raise_error(&rt_exc_ValueError,
                    "__getnewargs_ex__ should return a tuple of length 2, not %lld",
                    (long long)AS(TupleObject, given)->length);
    else if (given) {
        const Value *pair = AS(TupleObject, given)->items;
        Value parts[] = {OBJ(value_type(self)), pair[0], pair[1]};
        result = tuple_new(parts, 3);
    }
    value_decref(given);
    return result;
}

/* (cls, *arguments of __new__). */
static Value new_arguments(Value self) {
    Value method = object_lookup_special(self, str_name("__getnewargs__"));
    if (isolate.pending)
        return 0;
    Value list = list_new(NULL, 0), cls = OBJ(value_type(self));
    if (!list || list_append(list, cls) < 0)
        goto fail;
    if (method) {
        Value given = object_call0(method);
        if (!given || list_extend(list, given) < 0) {
            value_decref(given);
            goto fail;
        }
        value_decref(given);
    }
    value_decref(method);
    return tuple_from_list_take(list);
fail:
    value_decref(method);
    value_decref(list);
    return 0;
}

/* What is to be appended or set after making: an iterator, or None. */
static Value items_of(Value self, const Type *type, const char *method) {
    if (!value_isa(self, type))
        return VALUE_NONE;
    Value items = method ? object_call_method(self, method, NULL, 0) : value_incref(self);
    Value iterator = items ? object_iter(items) : 0;
    value_decref(items);
    return iterator;
}

static Value cannot_reduce(Value self) {
    if (value_isa(self, &rt_type_memoryview)) /* CPython's types of any length have other words */
        return raise_error(&rt_exc_TypeError, "cannot pickle %T objects", self);
    return raise_error(&rt_exc_TypeError, "cannot pickle '%T' object", self);
}

/* copyreg.__newobj__: cls.__new__(cls, *arguments). */
NATIVE(new_object) {
    NATIVE_UNUSED();
    Value method = object_getattr_cstr(args[0], "__new__");
    Value result = method ? object_call(method, args, count, 0) : 0;
    value_decref(method);
    return result;
}

/* copyreg.__newobj_ex__: cls.__new__(cls, *args, **kwargs). */
NATIVE(new_object_ex) {
    NATIVE_UNUSED();
    Value method = object_getattr_cstr(args[0], "__new__");
    Value list = method ? list_new(args, 1) : 0, result = 0;
    if (list && list_extend(list, args[1]) == 0) {
        Value all = tuple_from_iterable(list);
        result = all ? pyrt_call_ex(method, all, args[2]) : 0;
        value_decref(all);
    }
    value_decref(list);
    value_decref(method);
    return result;
}

/* The module copyreg if the program has loaded it (as pickle does); borrowed, or 0. */
static Value copyreg_borrow(void) {
    return dict_get_cstr_borrow(rt_modules_borrow(), "copyreg");
}

/* copyreg's function of the method's name, or ours where nobody has loaded that module. */
static Value new_object_function(const NativeMethod *method) {
    Value copyreg = copyreg_borrow();
    if (copyreg)
        return object_getattr_cstr(copyreg, method->name);
    Value module = str_from_cstr("copyreg");
    Value function = module ? native_function_new(method, 0, module) : 0;
    value_decref(module);
    return function;
}

/* A native function is known by its name in its module; a bound one is getattr(receiver, name). */
static Value reduce_function(Value self) {
    const NativeFunction *function = AS(NativeFunction, self);
    Value name = str_from_cstr(function->method->name);
    if (!name || !function->self || value_isa(function->self, &rt_type_module))
        return name;
    Value arguments[] = {function->self, name}, tuple = tuple_new(arguments, 2);
    Value parts[] = {rt_builtins[BUILTIN_getattr], tuple}, result = tuple ? tuple_new(parts, 2) : 0;
    value_decref(tuple);
    value_decref(name);
    return result;
}

/* The function that makes the object anew, in parts[0], and its arguments, in parts[1]. */
static bool making(Value self, Value parts[2]) {
    static const NativeMethod plain = {
        .name = "__newobj__", .call = new_object, .min_args = 1, .max_args = -1};
    static const NativeMethod extended = {
        .name = "__newobj_ex__", .call = new_object_ex, .min_args = 3, .max_args = 3};
    Value method = object_lookup_special(self, str_name("__getnewargs_ex__"));
    if (isolate.pending)
        return false;
    parts[0] = new_object_function(method ? &extended : &plain);
    if (parts[0])
        parts[1] = method ? new_arguments_ex(self, method) : new_arguments(self);
    value_decref(method);
    return parts[1];
}

/* A native type says with a __getstate__ of its own that its instances can be put together again.
 */
static bool has_state(Type *native) {
    Value name = str_name("__getstate__");
    return type_lookup_borrow(native, name) != type_lookup_borrow(&rt_type_object, name);
}

static Value reduce(Value self) {
    if (value_is(self, &rt_type_native_function))
        return reduce_function(self);
    Type *type = value_type(self), *native = type_native_base(type);
    bool known = (native == &rt_type_object && (type->flags & TYPE_HEAP || type == native)) ||
                 (native->flags & (TYPE_INT_SUBCLASS | TYPE_STR_SUBCLASS | TYPE_LIST_SUBCLASS |
                                   TYPE_TUPLE_SUBCLASS | TYPE_DICT_SUBCLASS | TYPE_BYTES_SUBCLASS |
                                   TYPE_FLOAT_SUBCLASS)) ||
                 native == &rt_type_complex || native == &rt_type_none || has_state(native);
    if (!known)
        return cannot_reduce(self);
    Value parts[5] = {0};
    if (making(self, parts))
        parts[2] = object_call_method(self, "__getstate__", NULL, 0);
    if (parts[2])
        parts[3] = items_of(self, &rt_type_list, NULL);
    if (parts[3])
        parts[4] = items_of(self, &rt_type_dict, "items");
    Value result = parts[4] ? tuple_new(parts, 5) : 0;
    for (int i = 0; i < 5; i++)
        value_decref(parts[i]);
    return result;
}

/* By protocol 0, if there is copyreg to do that. */
Value object_reduce(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    Value copyreg = value_is(args[0], &rt_type_native_function) ? 0 : copyreg_borrow();
    Value arguments[] = {args[0], value_from_small_int(0)};
    return copyreg ? object_call_method(copyreg, "_reduce_ex", arguments, 2) : reduce(args[0]);
}

/* Has the object __slots__ without a __getstate__, which protocols 0 and 1 refuse? -1: failed. */
static int has_slots_alone(Value self) {
    return has_state(value_type(self)) ? 0 : object_attr_is_true(self, "__slots__");
}

Value object_reduce_ex(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    Value name = str_name("__reduce__");
    Value method = type_lookup_borrow(value_type(args[0]), name);
    if (method != type_lookup_borrow(&rt_type_object, name))
        return object_call_method(args[0], "__reduce__", NULL, 0);
    int64_t protocol = object_index(args[1]);
    if (protocol == -1 && isolate.pending)
        return 0;
    Value copyreg = protocol < 2 ? copyreg_borrow() : 0;
    if (copyreg)
        return object_call_method(copyreg, "_reduce_ex", args, 2);
    int refused = protocol < 2 ? has_slots_alone(args[0]) : 0;
    if (refused > 0)
        raise_error(&rt_exc_TypeError, "a class that defines __slots__ without defining "
                                       "__getstate__ cannot be pickled");
    return refused ? 0 : reduce(args[0]);
}

/* ---- types with a __reduce__ of their own ---------------------------------------------------- */

Value reduce_to_call(Type *type, Value arguments_take) {
    Value parts[] = {value_incref(OBJ(type)), arguments_take};
    return tuple_new_take(parts, 2);
}
