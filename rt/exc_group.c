/*
 * exc_group.c — BaseExceptionGroup and ExceptionGroup: making, splitting, and what `except*` needs.
 * The algorithms are those of CPython's Objects/exceptions.c (exceptiongroup_split_recursive,
 * _PyExc_PrepReraiseStar), written anew.
 */
#include "containers.h"
#include "exc_types.h"

static Value message_of(Value group) {
    return exc_as(group)->extra[0];
}
static const TupleObject *exceptions_of(Value group) {
    return AS(TupleObject, exc_as(group)->extra[1]);
}
static bool is_group(Value exception) {
    return value_isa(exception, &rt_exc_BaseExceptionGroup);
}

/* ---- making ---------------------------------------------------------------------------------- */

/* Checks the members; *all_plain: none of them is a bare BaseException. */
static int check_members(const TupleObject *members, bool *all_plain) {
    if (members->length == 0)
        return raise_status(&rt_exc_ValueError,
                            "second argument (exceptions) must be a non-empty sequence");
    *all_plain = true;
    for (int64_t i = 0; i < members->length; i++) {
        if (!value_isa(members->items[i], &rt_exc_BaseException))
            return raise_status(&rt_exc_ValueError,
                                "Item %d of second argument (exceptions) is not an exception",
                                (int)i);
        *all_plain &= value_isa(members->items[i], &rt_exc_Exception);
    }
    return 0;
}

/* The type the group really gets; NULL: TypeError. */
static Type *group_type(Type *type, bool all_plain) {
    if (type == &rt_exc_BaseExceptionGroup)
        return all_plain ? &rt_exc_ExceptionGroup : type;
    if (all_plain || !type_is_subtype(type, &rt_exc_Exception))
        return type;
    if (type == &rt_exc_ExceptionGroup)
        raise_error(&rt_exc_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    else
        raise_error(&rt_exc_TypeError, "Cannot nest BaseExceptions in '%N'", type);
    return NULL;
}

static Value group_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)names;
    if (count != 2)
        return raise_error(&rt_exc_TypeError,
                           "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)",
                           (int)count);
    if (!value_isa(args[0], &rt_type_str))
        return raise_error(&rt_exc_TypeError,
                           "BaseExceptionGroup.__new__() argument 1 must be str, not %A", args[0]);
    if (!value_type(args[1])->slots.getitem || value_isa(args[1], &rt_type_dict))
        return raise_error(&rt_exc_TypeError, "second argument (exceptions) must be a sequence");
    Value members = tuple_from_iterable(args[1]);
    bool all_plain = true;
    if (!members || check_members(AS(TupleObject, members), &all_plain) < 0 ||
        !(type = group_type(type, all_plain))) {
        value_decref(members);
        return 0;
    }
    Value self = exc_base_new(type, args, count, 0);
    if (self) {
        exc_as(self)->extra[0] = value_incref(args[0]);
        exc_as(self)->extra[1] = value_incref(members);
    }
    value_decref(members);
    return self;
}

static Value group_make(Type *type, Value message, Value list) {
    Value args[2] = {message, list};
    return type_call(OBJ(type), args, 2, 0);
}

Value exc_type_create_group(Value message, Value list) {
    return group_make(&rt_exc_ExceptionGroup, message, list);
}

static Value group_str(Value self) {
    int64_t count = exceptions_of(self)->length;
    return str_format("%S (%lld sub-exception%s)", message_of(self), (long long)count,
                      count == 1 ? "" : "s");
}

/* ---- splitting ------------------------------------------------------------------------------- */

/* Which exceptions match: by type or tuple of types, by a function, or by identity of leaves. */
typedef struct Matcher {
    Value types;    /* or 0 */
    Value function; /* or 0 */
    Value leaves;   /* list, or 0 */
} Matcher;

static int matches(const Matcher *matcher, Value exception) {
    if (matcher->types)
        return exc_matches(exception, matcher->types);
    if (matcher->leaves) {
        if (is_group(exception))
            return 0;
        const ListObject *list = AS(ListObject, matcher->leaves);
        for (int64_t i = 0; i < list->length; i++)
            if (list->items[i] == exception)
                return 1;
        return 0;
    }
    Value answer = object_call1(matcher->function, exception);
    int truth = answer ? object_truth(answer) : -1;
    value_decref(answer);
    return truth;
}

static int copy_field(Value *to, Value from) {
    value_replace(to, value_incref(from));
    return 0;
}

/* A group like `original` holding `members` (stolen); 0 without exception if there are none. */
static Value derive(Value original, Value members, bool *failed) {
    if (AS(ListObject, members)->length == 0) {
        value_decref(members);
        return 0;
    }
    Value group = object_call_method(original, "derive", &members, 1);
    value_decref(members);
    if (group && !is_group(group)) {
        raise_error(&rt_exc_TypeError, "derive must return an instance of BaseExceptionGroup");
        value_decref(group);
        group = 0;
    }
    *failed = !group;
    if (!group)
        return 0;
    ExceptionObject *to = exc_as(group), *from = exc_as(original);
    copy_field(&to->traceback, from->traceback);
    copy_field(&to->context, from->context);
    copy_field(&to->cause, from->cause);
    to->suppress_context = 1; /* PyException_SetCause sets it, even for no cause */
    Value name = str_name("__notes__");
    Value notes = object_getattr_optional(original, name, failed);
    if (notes && value_isa(notes, &rt_type_list)) {
        Value copy = list_from_iterable(notes);
        *failed = !copy || object_setattr(group, name, copy) < 0;
        value_decref(copy);
    }
    value_decref(notes);
    return group;
}

typedef struct Split {
    Value match, rest; /* new references, or 0 */
} Split;

static int split(Value exception, const Matcher *matcher, bool want_rest, Split *result);

static int split_members(Value group, const Matcher *matcher, bool want_rest, Value matched,
                         Value rest) {
    const TupleObject *members = exceptions_of(group);
    for (int64_t i = 0; i < members->length; i++) {
        Split part = {0};
        if (split(members->items[i], matcher, want_rest, &part) < 0)
            return -1;
        int status = 0;
        if (part.match)
            status = list_append_take(matched, part.match);
        if (part.rest)
            status |= list_append_take(rest, part.rest);
        if (status < 0)
            return -1;
    }
    return 0;
}

static int split(Value exception, const Matcher *matcher, bool want_rest, Split *result) {
    int found = matches(matcher, exception);
    if (found < 0)
        return -1;
    if (found) {
        result->match = value_incref(exception);
        return 0;
    }
    if (!is_group(exception)) {
        result->rest = want_rest ? value_incref(exception) : 0;
        return 0;
    }
    if (stack_check() < 0)
        return -1;
    Value matched = list_new(NULL, 0), rest = list_new(NULL, 0);
    if (!matched || !rest || split_members(exception, matcher, want_rest, matched, rest) < 0) {
        value_decref(matched);
        value_decref(rest);
        return -1;
    }
    bool failed = false;
    result->match = derive(exception, matched, &failed);
    if (failed) {
        value_decref(rest);
        return -1;
    }
    result->rest = derive(exception, rest, &failed);
    if (failed) {
        value_decref(result->match);
        result->match = 0;
        return -1;
    }
    return 0;
}

static Value none_if_missing(Value value) {
    return value ? value : VALUE_NONE;
}

static Value split_pair(Value exception, const Matcher *matcher) {
    Split parts = {0};
    if (split(exception, matcher, true, &parts) < 0)
        return 0;
    Value items[2] = {none_if_missing(parts.match), none_if_missing(parts.rest)};
    Value pair = tuple_new(items, 2);
    value_decref(parts.match);
    value_decref(parts.rest);
    return pair;
}

static bool is_exception_type(Value value) {
    return value_is_type(value) && (AS(Type, value)->flags & TYPE_EXCEPTION);
}

static int read_matcher(Value condition, Matcher *matcher) {
    bool types = is_exception_type(condition);
    if (value_isa(condition, &rt_type_tuple)) {
        types = true;
        for (int64_t i = 0; i < AS(TupleObject, condition)->length; i++)
            types &= is_exception_type(AS(TupleObject, condition)->items[i]);
    }
    if (types)
        matcher->types = condition;
    else if (value_is(condition, &rt_type_function) ||
             (object_callable(condition) && !value_is_type(condition)))
        matcher->function = condition;
    else
        return raise_status(&rt_exc_TypeError,
                            "expected a function, exception type or tuple of exception types");
    return 0;
}

/* ---- methods --------------------------------------------------------------------------------- */

#define UNUSED() ((void)callee, (void)args, (void)count, (void)names)

/* CPython's three methods take their argument from a tuple. */
static bool takes_argument(const char *name, uint32_t count, Value names, const char *complaint) {
    if (names && AS(TupleObject, names)->length)
        raise_error(&rt_exc_TypeError, "%s() takes no keyword arguments", name);
    else if (count != 2)
        raise_error(&rt_exc_TypeError, complaint, count - 1);
    else
        return true;
    return false;
}

NATIVE(group_split) {
    UNUSED();
    if (!takes_argument("split", count, names, "split expected 1 argument, got %u"))
        return 0;
    Matcher matcher = {0};
    return read_matcher(args[1], &matcher) < 0 ? 0 : split_pair(args[0], &matcher);
}

NATIVE(group_subgroup) {
    UNUSED();
    if (!takes_argument("subgroup", count, names, "subgroup expected 1 argument, got %u"))
        return 0;
    Matcher matcher = {0};
    Split parts = {0};
    if (read_matcher(args[1], &matcher) < 0 || split(args[0], &matcher, false, &parts) < 0)
        return 0;
    value_decref(parts.rest);
    return none_if_missing(parts.match);
}

NATIVE(group_derive) {
    UNUSED();
    const char *complaint = "function takes exactly 1 argument (%u given)";
    if (!takes_argument("derive", count, names, complaint))
        return 0;
    return group_make(&rt_exc_BaseExceptionGroup, message_of(args[0]), args[1]);
}

NATIVE(group_class_getitem) {
    UNUSED();
    return generic_alias_new(args[0], args[1]);
}

NATIVE(message_get) {
    UNUSED();
    return exc_field(message_of(args[0]));
}

NATIVE(exceptions_get) {
    UNUSED();
    return exc_field(exc_as(args[0])->extra[1]);
}

static const NativeMethod group_methods[] = {
    {.name = "derive", .call = group_derive, .max_args = -1, .keywords = "*"},
    {.name = "split", .call = group_split, .max_args = -1, .keywords = "*"},
    {.name = "subgroup", .call = group_subgroup, .max_args = -1, .keywords = "*"},
    {.name = "__class_getitem__",
     .call = group_class_getitem,
     .min_args = 1,
     .max_args = 1,
     .kind = METHOD_CLASS},
    {.name = "message", .call = message_get, .kind = METHOD_MEMBER},
    {.name = "exceptions", .call = exceptions_get, .kind = METHOD_MEMBER},
    {0},
};

Type rt_exc_BaseExceptionGroup = {
    .name = "BaseExceptionGroup",
    .base_type = &rt_exc_BaseException,
    .flags = TYPE_OWN_LAYOUT,
    .methods = group_methods,
    .doc = "A combination of multiple unrelated exceptions.",
    .slots = {.new = group_new, .init = exc_base_init, .str = group_str},
};

Type rt_exc_ExceptionGroup = {
    .name = "ExceptionGroup",
    .flags = TYPE_WEAKREFS, /* in CPython a class made at run time */
    .base_type = &rt_exc_BaseExceptionGroup,
};

/* ---- except* -------------------------------------------------------------------------------- */

static int check_star_types(Value type) {
    if (exc_check_types(type) < 0)
        return -1;
    bool group = false;
    if (value_isa(type, &rt_type_tuple)) {
        for (int64_t i = 0; i < AS(TupleObject, type)->length; i++)
            group |= type_is_subtype(AS(Type, AS(TupleObject, type)->items[i]),
                                     &rt_exc_BaseExceptionGroup);
    } else {
        group = type_is_subtype(AS(Type, type), &rt_exc_BaseExceptionGroup);
    }
    return group ? raise_status(&rt_exc_TypeError, "catching ExceptionGroup with except* is not "
                                                   "allowed. Use except instead.")
                 : 0;
}

/* except* caught a naked exception: it is seen as a group of one, which has no traceback yet. */
static Value wrap_naked(Value exception) {
    Value members = tuple_new(&exception, 1);
    Value message = str_from_cstr("");
    Value group = members && message ? group_make(&rt_exc_BaseExceptionGroup, message, members) : 0;
    value_decref(members);
    value_decref(message);
    return group;
}

Value pyrt_exc_split(Value exception, Value type) {
    if (check_star_types(type) < 0)
        return 0;
    Matcher matcher = {.types = type};
    if (is_group(exception))
        return split_pair(exception, &matcher);
    Value items[2] = {VALUE_NONE, VALUE_NONE};
    if (exc_matches(exception, type)) {
        if (!(items[0] = wrap_naked(exception)))
            return 0;
    } else {
        items[1] = value_incref(exception);
    }
    Value pair = tuple_new(items, 2);
    value_decref(items[0]);
    value_decref(items[1]);
    return pair;
}

/* Is `exception` a part of `original` that a handler raised again unchanged? */
static bool same_metadata(Value exception, Value original) {
    if (!is_group(exception))
        return false;
    ExceptionObject *a = exc_as(exception), *b = exc_as(original);
    return a->traceback == b->traceback && a->cause == b->cause && a->context == b->context;
}

static int collect_leaves(Value exception, Value list) {
    if (!is_group(exception))
        return list_append(list, exception);
    const TupleObject *members = exceptions_of(exception);
    for (int64_t i = 0; i < members->length; i++)
        if (collect_leaves(members->items[i], list) < 0)
            return -1;
    return 0;
}

/* The part of `original` made of the leaves in `kept`. New reference; 0: none, or *failed. */
static Value project(Value original, Value kept, bool *failed) {
    Value leaves = list_new(NULL, 0);
    Split parts = {0};
    *failed = !leaves;
    for (int64_t i = 0; !*failed && i < AS(ListObject, kept)->length; i++)
        *failed = collect_leaves(AS(ListObject, kept)->items[i], leaves) < 0;
    Matcher matcher = {.leaves = leaves};
    if (!*failed && AS(ListObject, leaves)->length)
        *failed = split(original, &matcher, false, &parts) < 0;
    value_decref(leaves);
    value_decref(parts.rest);
    return parts.match;
}

/* What the handlers raised, even if it is one exception, in a group (as until CPython 3.11). */
static Value group_of_raised(Value raised) {
    Value message = str_from_cstr("");
    Value group = message ? group_make(&rt_exc_BaseExceptionGroup, message, raised) : 0;
    value_decref(message);
    return group;
}

static Value combine(Value original, Value all) {
    Value raised = list_new(NULL, 0), again = list_new(NULL, 0), result = 0;
    bool failed = !raised || !again;
    for (int64_t i = 0; !failed && i < AS(ListObject, all)->length; i++) {
        Value exception = AS(ListObject, all)->items[i];
        if (exception != VALUE_NONE)
            failed =
                list_append(same_metadata(exception, original) ? again : raised, exception) < 0;
    }
    Value part = failed ? 0 : project(original, again, &failed);
    if (!failed && AS(ListObject, raised)->length == 0) {
        result = part ? value_incref(part) : VALUE_NONE;
    } else if (!failed) {
        failed = part && list_append(raised, part) < 0;
        result = failed ? 0 : group_of_raised(raised);
    }
    value_decref(part);
    value_decref(raised);
    value_decref(again);
    return result;
}

Value pyrt_exc_combine(Value original, Value raised, Value rest) {
    if (!is_group(original)) {
        if (AS(ListObject, raised)->length)
            return value_incref(AS(ListObject, raised)->items[0]);
        return value_incref(rest);
    }
    Value all = list_from_iterable(raised);
    Value result = 0;
    if (all && (rest == VALUE_NONE || list_append(all, rest) == 0))
        result = combine(original, all);
    value_decref(all);
    return result;
}
