/*
 * class.c — the class statement: resolving bases and metaclass, the namespace its body runs in, and
 * making the class from it.
 */
#include "object.h"

const ClassInfo *rt_class_hint;

/* ---- the namespace of a class body ----------------------------------------------------------- */

Value pyrt_ns_get(Value namespace, Value name) {
    if (value_is(namespace, &rt_type_dict)) {
        Value found = dict_get_borrow(namespace, name);
        if (found)
            return value_incref(found);
        return isolate.pending ? 0 : VALUE_STOP;
    }
    Value result = object_getitem(namespace, name);
    if (result || !exc_pending_is(&rt_exc_KeyError))
        return result;
    exc_clear();
    return VALUE_STOP;
}

int32_t pyrt_ns_set(Value namespace, Value name, Value value) {
    return value_is(namespace, &rt_type_dict) ? dict_set(namespace, name, value)
                                              : object_setitem(namespace, name, value);
}

int32_t pyrt_ns_delete(Value namespace, Value name) {
    if (!value_is(namespace, &rt_type_dict)) {
        int status = object_setitem(namespace, name, 0);
        if (status == 0 || !exc_pending_is(&rt_exc_KeyError))
            return status;
        exc_clear();
        return pyrt_global_delete_missing(name);
    }
    int deleted = dict_delete(namespace, name);
    return deleted == 0 ? pyrt_global_delete_missing(name) : deleted < 0 ? -1 : 0;
}

/* ---- bases and metaclass --------------------------------------------------------------------- */

static int append_entries(Value list, Value base, Value bases) {
    if (value_is_type(base))
        return list_append(list, base);
    bool failed;
    Value hook = object_getattr_optional(base, str_name("__mro_entries__"), &failed);
    if (failed)
        return -1;
    if (!hook)
        return list_append(list, base);
    Value entries = object_call1(hook, bases);
    value_decref(hook);
    if (!entries)
        return -1;
    int status;
    if (!value_isa(entries, &rt_type_tuple))
        status = raise_status(&rt_exc_TypeError, "__mro_entries__ must return a tuple");
    else
        status = list_extend(list, entries);
    value_decref(entries);
    return status;
}

/* Bases that are no classes may stand for others (__mro_entries__). New reference. */
static Value resolve_bases(Value bases) {
    const TupleObject *tuple = AS(TupleObject, bases);
    bool all_types = true;
    for (int64_t i = 0; i < tuple->length; i++)
        all_types &= value_is_type(tuple->items[i]);
    if (all_types)
        return value_incref(bases);
    Value list = list_new(NULL, 0);
    for (int64_t i = 0; list && i < tuple->length; i++)
        if (append_entries(list, tuple->items[i], bases) < 0) {
            value_decref(list);
            return 0;
        }
    return list ? tuple_from_list_take(list) : 0;
}

/* The metaclass to call: the given one or that of the first base, made the most derived. Borrowed.
 */
static Value choose_metaclass(Value given, Value bases) {
    const TupleObject *tuple = AS(TupleObject, bases);
    Value meta = given;
    if (!meta)
        meta = tuple->length ? OBJ(value_type(tuple->items[0])) : OBJ(&rt_type_type);
    if (!value_is_type(meta))
        return meta;
    Type *winner = AS(Type, meta);
    for (int64_t i = 0; i < tuple->length; i++) {
        Type *other = value_type(tuple->items[i]);
        if (type_is_subtype(winner, other))
            continue;
        if (!type_is_subtype(other, winner))
            return raise_error(&rt_exc_TypeError,
                               "metaclass conflict: the metaclass of a derived class must be a "
                               "(non-strict) subclass of the metaclasses of all its bases");
        winner = other;
    }
    return OBJ(winner);
}

/* Calls callee(name, bases[, third], **kwargs). */
static Value call_meta(Value callee, Value name, Value bases, Value third, Value kwargs) {
    Value items[3] = {name, bases, third};
    Value args = tuple_new(items, third ? 3 : 2);
    Value result = args ? pyrt_call_ex(callee, args, kwargs) : 0;
    value_decref(args);
    return result;
}

static Value prepare_namespace(Value meta, Value name, Value bases, Value kwargs) {
    if (meta == OBJ(&rt_type_type))
        return dict_new();
    bool failed;
    Value prepare = object_getattr_optional(meta, str_name("__prepare__"), &failed);
    if (!prepare)
        return failed ? 0 : dict_new();
    Value namespace = call_meta(prepare, name, bases, 0, kwargs);
    value_decref(prepare);
    if (namespace && !value_type(namespace)->slots.getitem) {
        raise_error(&rt_exc_TypeError, "%s.__prepare__() must return a mapping, not %T",
                    value_is_type(meta) ? AS(Type, meta)->name : "<metaclass>", namespace);
        value_decref(namespace);
        return 0;
    }
    return namespace;
}

static int set_str(Value namespace, const char *name, const char *text) {
    Value value = str_from_cstr(text);
    int status = value ? pyrt_ns_set(namespace, str_name(name), value) : -1;
    value_decref(value);
    return status;
}

/* __module__ is what the module's variable __name__ says, which the module may have changed. */
static int set_module_name(Value namespace, const ModuleInfo *info) {
    ModuleObject *module = module_of_info(info);
    Value name = module ? module_lookup_borrow(module, str_name("__name__")) : 0;
    return name ? pyrt_ns_set(namespace, str_name("__module__"), name)
                : set_str(namespace, "__module__", info->name);
}

/* Runs the body in the namespace; the cell of __class__, if it answers one, goes along in it. */
static int run_body(const ClassInfo *info, Value body, Value namespace) {
    if (set_module_name(namespace, info->module) < 0 ||
        set_str(namespace, "__qualname__", info->qualname) < 0)
        return -1;
    Value cell = object_call1(body, namespace);
    if (!cell)
        return -1;
    int status = 0;
    if (value_is(cell, &rt_type_cell))
        status = pyrt_ns_set(namespace, str_name("__classcell__"), cell);
    value_decref(cell);
    return status;
}

static Value make_class(const ClassInfo *info, Value body, Value bases, Value original_bases,
                        Value meta, Value kwargs) {
    Value name = str_name(info->name);
    Value namespace = prepare_namespace(meta, name, bases, kwargs);
    if (!namespace)
        return 0;
    Value cls = 0;
    if (run_body(info, body, namespace) == 0 &&
        (bases == original_bases ||
         pyrt_ns_set(namespace, str_name("__orig_bases__"), original_bases) == 0)) {
        if (meta == OBJ(&rt_type_type)) {
            cls = type_create(&rt_type_type, name, bases, namespace, kwargs, info);
        } else {
            rt_class_hint = info;
            cls = call_meta(meta, name, bases, namespace, kwargs);
            rt_class_hint = NULL;
        }
    }
    value_decref(namespace);
    return cls;
}

Value pyrt_build_class(const ClassInfo *info, Value body, Value bases, Value kwargs) {
    Value resolved = resolve_bases(bases);
    if (!resolved)
        return 0;
    Value rest = 0, given = 0, cls = 0;
    if (kwargs && dict_len(kwargs)) {
        rest = dict_copy(kwargs);
        Value name = str_name("metaclass");
        given = rest ? value_incref(dict_get_borrow(rest, name)) : 0;
        if (!rest || (given && dict_delete(rest, name) < 0))
            goto done;
    }
    Value meta = choose_metaclass(given, resolved);
    if (meta)
        cls = make_class(info, body, resolved, bases, meta, rest);
done:
    value_decref(rest);
    value_decref(given);
    value_decref(resolved);
    return cls;
}
