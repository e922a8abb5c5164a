/*
 * generic_parameters.c — the type variables in the arguments of a generic alias (`list[T]`,
 * `typing.Dict[K, V]`, `int | T`), and what `alias[...]` puts in their places. The variables
 * themselves say how, by __typing_subst__ and __typing_prepare_subst__ (see typing.py); what is
 * neither a variable nor a class may contain some, which its __parameters__ tell.
 */
#include "containers.h"
#include "object.h"

/* An attribute that is a tuple; 0 without *failed if there is none. New reference. */
static Value tuple_attribute(Value object, const char *name, bool *failed) {
    Value found = object_getattr_optional(object, str_name(name), failed);
    if (found && value_isa(found, &rt_type_tuple))
        return found;
    value_decref(found);
    return 0;
}

static int add_distinct(Value list, Value parameter) {
    int seen = object_contains(list, parameter);
    return seen ? (seen < 0 ? -1 : 0) : list_append(list, parameter);
}

/* Adds the variable that an argument is, or those it contains. */
static int add_parameters(Value list, Value argument) {
    if (!value_is_pointer(argument) || value_is_type(argument))
        return 0;
    bool failed = false;
    Value method = object_getattr_optional(argument, str_name("__typing_subst__"), &failed);
    value_decref(method);
    if (failed)
        return -1;
    if (method)
        return add_distinct(list, argument);
    Value inner = tuple_attribute(argument, "__parameters__", &failed);
    int status = failed ? -1 : 0;
    for (int64_t i = 0; inner && status == 0 && i < AS(TupleObject, inner)->length; i++)
        status = add_distinct(list, AS(TupleObject, inner)->items[i]);
    value_decref(inner);
    return status;
}

Value generic_parameters(Value args) {
    Value list = list_new(NULL, 0);
    const TupleObject *tuple = AS(TupleObject, args);
    for (int64_t i = 0; list && i < tuple->length; i++)
        if (add_parameters(list, tuple->items[i]) < 0) {
            value_decref(list);
            return 0;
        }
    return list ? tuple_from_list_take(list) : 0;
}

/* ---- substitution ---------------------------------------------------------------------------- */

typedef struct Substitution {
    const TupleObject *parameters; /* of the alias */
    const TupleObject *values;     /* one for each; of a TypeVarTuple a tuple */
} Substitution;

/* The value for a parameter; borrowed, 0: it is none of the alias's. */
static Value value_for(const Substitution *substitution, Value parameter) {
    for (int64_t i = 0; i < substitution->parameters->length; i++)
        if (substitution->parameters->items[i] == parameter)
            return substitution->values->items[i];
    return 0;
}

/* The subscript with the items of unpacked tuples (`*tuple[int, str]`) in their places. */
static Value unpacked(Value item) {
    Value given = value_isa(item, &rt_type_tuple) ? value_incref(item) : tuple_new(&item, 1);
    Value list = given ? list_new(NULL, 0) : 0;
    for (int64_t i = 0; list && i < AS(TupleObject, given)->length; i++) {
        Value argument = AS(TupleObject, given)->items[i], parts = 0;
        bool failed = false;
        if (!value_is_type(argument))
            parts = tuple_attribute(argument, "__typing_unpacked_tuple_args__", &failed);
        const TupleObject *tuple = parts ? AS(TupleObject, parts) : NULL;
        bool fixed = tuple && !(tuple->length && tuple->items[tuple->length - 1] == VALUE_ELLIPSIS);
        int status = failed ? -1 : fixed ? list_extend(list, parts) : list_append(list, argument);
        value_decref(parts);
        if (status < 0) {
            value_decref(list);
            list = 0;
        }
    }
    value_decref(given);
    return list ? tuple_from_list_take(list) : 0;
}

/* Lets the parameters that stand for several arguments gather them. Takes and answers a tuple. */
static Value prepared(Value alias, const TupleObject *parameters, Value item_take) {
    Value item = item_take;
    for (int64_t i = 0; item && i < parameters->length; i++) {
        bool failed = false;
        Value method = object_getattr_optional(parameters->items[i],
                                               str_name("__typing_prepare_subst__"), &failed);
        if (!method && !failed)
            continue;
        Value arguments[] = {alias, item};
        Value next = method ? object_call(method, arguments, 2, 0) : 0;
        value_decref(method);
        value_decref(item);
        item = next;
        if (item && !value_isa(item, &rt_type_tuple)) {
            next = tuple_new(&item, 1);
            value_decref(item);
            item = next;
        }
    }
    return item;
}

/* argument[values of its parameters] */
static Value substitute_inside(const Substitution *substitution, Value argument) {
    bool failed = false;
    Value inner = tuple_attribute(argument, "__parameters__", &failed);
    if (failed)
        return 0;
    Value list = inner && AS(TupleObject, inner)->length ? list_new(NULL, 0) : 0;
    if (!list) {
        value_decref(inner);
        return isolate.pending ? 0 : value_incref(argument);
    }
    int status = 0;
    for (int64_t i = 0; status == 0 && i < AS(TupleObject, inner)->length; i++) {
        Value parameter = AS(TupleObject, inner)->items[i];
        Value value = value_for(substitution, parameter);
        if (value && value_isa(value, &rt_type_tuple) && value_type(parameter)->slots.iter)
            status = list_extend(list, value);
        else
            status = list_append(list, value ? value : parameter);
    }
    value_decref(inner);
    if (status < 0) {
        value_decref(list);
        return 0;
    }
    Value subscript = tuple_from_list_take(list);
    Value result = subscript ? object_getitem(argument, subscript) : 0;
    value_decref(subscript);
    return result;
}

/* What stands for one argument of the alias from now on; new reference. */
static Value substitute_one(const Substitution *substitution, Value argument) {
    if (!value_is_pointer(argument) || value_is_type(argument))
        return value_incref(argument);
    bool failed = false;
    Value method = object_getattr_optional(argument, str_name("__typing_subst__"), &failed);
    if (!method)
        return failed ? 0 : substitute_inside(substitution, argument);
    Value value = value_for(substitution, argument);
    Value result = value ? object_call1(method, value) : value_incref(argument);
    value_decref(method);
    return result;
}

/* Is it `*Ts`, for which several arguments stand? 1, 0 or -1. */
static int is_unpacked_variable(Value argument) {
    if (!value_is_pointer(argument) || value_is_type(argument))
        return 0;
    return object_attr_is_true(argument, "__typing_is_unpacked_typevartuple__");
}

static Value substitute_all(const Substitution *substitution, const TupleObject *args,
                            bool flatten) {
    Value list = list_new(NULL, 0);
    for (int64_t i = 0; list && i < args->length; i++) {
        int several = is_unpacked_variable(args->items[i]);
        Value made = several < 0 ? 0 : substitute_one(substitution, args->items[i]);
        bool extends = made && (several || flatten) && value_isa(made, &rt_type_tuple);
        int status = !made ? -1 : extends ? list_extend(list, made) : list_append(list, made);
        value_decref(made);
        if (status < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list ? tuple_from_list_take(list) : 0;
}

Value generic_substitute(Value alias, Value args, Value parameters, Value item, bool flatten) {
    const TupleObject *names = AS(TupleObject, parameters);
    if (names->length == 0)
        return raise_error(&rt_exc_TypeError, "%R is not a generic class", alias);
    Value given = unpacked(item);
    Value values = given ? prepared(alias, names, given) : 0, result = 0;
    if (!values)
        return 0;
    Substitution substitution = {names, AS(TupleObject, values)};
    int64_t got = substitution.values->length;
    if (got == names->length)
        result = substitute_all(&substitution, AS(TupleObject, args), flatten);
    else
        raise_error(&rt_exc_TypeError, "Too %s arguments for %R; actual %lld, expected %lld",
                    got > names->length ? "many" : "few", alias, (long long)got,
                    (long long)names->length);
    value_decref(values);
    return result;
}
