/*
 * mod_pickle_reduce.c — writes objects that were taken apart by __reduce_ex__ and its like: a
 * function and its arguments, and what happens to the new object (PEP 307).
 */
#include "pickle.h"

enum { BATCH = 1000 };

/* The answer of __reduce_ex__; borrowed, 0: left out or None. */
typedef struct Parts {
    Value function, arguments, state, items, pairs, setter;
} Parts;

/* ---- what is appended and set ---------------------------------------------------------------- */

static int save_pair(Pickler *self, Value pair) {
    if (!value_isa(pair, &rt_type_tuple) || AS(TupleObject, pair)->length != 2)
        return raise_status(&rt_exc_TypeError, "dict items iterator must return 2-tuples");
    if (pickle_save(self, AS(TupleObject, pair)->items[0]) < 0)
        return -1;
    return pickle_save(self, AS(TupleObject, pair)->items[1]);
}

static int save_take(Pickler *self, Value item, int (*save)(Pickler *, Value)) {
    int status = save(self, item);
    value_decref(item);
    return status;
}

/* Up to a batch of what the iterator has, `first` being taken already: one alone with `one`, more
 * between a mark and `many`. *more: there may be another batch. 0 or -1. */
static int save_batch(Pickler *self, Value iterator, Value first_take,
                      int (*save)(Pickler *, Value), PickleOp one, PickleOp many, bool *more) {
    *more = false;
    Value next = object_next(iterator);
    if (!next || next == VALUE_STOP) {
        if (!next) {
            value_decref(first_take);
            return -1;
        }
        return save_take(self, first_take, save) < 0 ? -1 : pickle_op(self, one);
    }
    int status = pickle_op(self, OP_MARK);
    if (status == 0)
        status = save(self, first_take);
    value_decref(first_take);
    for (int n = 1; status == 0 && next && next != VALUE_STOP;) {
        status = save(self, next);
        value_decref(next);
        next = 0;
        *more = ++n == BATCH;
        if (*more || status < 0)
            break;
        next = object_next(iterator);
        if (!next)
            return -1;
    }
    if (next != VALUE_STOP)
        value_decref(next);
    return status < 0 ? -1 : pickle_op(self, many);
}

static int save_batches(Pickler *self, Value iterator, int (*save)(Pickler *, Value), PickleOp one,
                        PickleOp many) {
    for (;;) {
        Value first = object_next(iterator);
        bool more = false;
        if (first == VALUE_STOP)
            return 0;
        if (!first)
            return -1;
        int status;
        if (self->protocol == 0)
            status = save_take(self, first, save) < 0 ? -1 : pickle_op(self, one);
        else
            status = save_batch(self, iterator, first, save, one, many, &more);
        if (status < 0)
            return -1;
        if (self->protocol && !more)
            return 0;
    }
}

int pickle_save_items(Pickler *self, Value iterator) {
    return save_batches(self, iterator, pickle_save, OP_APPEND, OP_APPENDS);
}

int pickle_save_pairs(Pickler *self, Value iterator) {
    return save_batches(self, iterator, save_pair, OP_SETITEM, OP_SETITEMS);
}

/* ---- checks ---------------------------------------------------------------------------------- */

static Value part(const TupleObject *tuple, int64_t index) {
    Value value = index < tuple->length ? tuple->items[index] : VALUE_NONE;
    return value == VALUE_NONE ? 0 : value;
}

static int check_iterator(Value value, const char *ordinal) {
    if (!value || value_type(value)->slots.next)
        return 0;
    return raise_status(pickling_error(),
                        "%s element of the tuple returned by __reduce__ must be an iterator, not "
                        "%T",
                        ordinal, value);
}

static int read_parts(Value tuple, Parts *parts) {
    const TupleObject *given = AS(TupleObject, tuple);
    if (given->length < 2 || given->length > 6)
        return raise_status(pickling_error(), "tuple returned by __reduce__ must contain 2 through "
                                              "6 elements");
    *parts = (Parts){given->items[0], given->items[1], part(given, 2),
                     part(given, 3),  part(given, 4),  part(given, 5)};
    if (!object_callable(parts->function))
        return raise_status(pickling_error(), "first item of the tuple returned by __reduce__ must "
                                              "be callable");
    if (!value_isa(parts->arguments, &rt_type_tuple))
        return raise_status(pickling_error(), "second item of the tuple returned by __reduce__ "
                                              "must be a tuple");
    if (check_iterator(parts->items, "fourth") < 0 || check_iterator(parts->pairs, "fifth") < 0)
        return -1;
    if (parts->setter && !object_callable(parts->setter))
        return raise_status(pickling_error(),
                            "sixth element of the tuple returned by __reduce__ must be a function, "
                            "not %T",
                            parts->setter);
    return 0;
}

/* ---- the function's call --------------------------------------------------------------------- */

enum Maker { MAKER_FAILED = -1, MAKER_CALL, MAKER_NEW, MAKER_NEW_KEYWORDS };

/* Is the function one of copyreg's that have an operator of their own? They go by their names. */
static enum Maker maker_of(const Pickler *self, Value function) {
    bool failed;
    if (self->protocol < 2)
        return MAKER_CALL;
    Value name = object_getattr_optional(function, str_name("__name__"), &failed);
    if (failed)
        return MAKER_FAILED;
    enum Maker maker = MAKER_CALL;
    if (name && value_is_str(name))
        maker = str_equal_cstr(name, "__newobj__")      ? MAKER_NEW
                : str_equal_cstr(name, "__newobj_ex__") ? MAKER_NEW_KEYWORDS
                                                        : MAKER_CALL;
    value_decref(name);
    return maker;
}

static int save_three(Pickler *self, Value first, Value second, Value third, PickleOp op) {
    if (pickle_save(self, first) < 0 || pickle_save(self, second) < 0 ||
        (third && pickle_save(self, third) < 0))
        return -1;
    return pickle_op(self, op);
}

/* tuple[1:] behind `front`; new reference. */
static Value tuple_behind(const Value *front, int64_t front_count, Value tuple, int64_t from) {
    int64_t length = AS(TupleObject, tuple)->length - from;
    Value result = tuple_new_empty(front_count + length);
    for (int64_t i = 0; result && i < front_count + length; i++)
        AS(TupleObject, result)->items[i] = value_incref(
            i < front_count ? front[i] : AS(TupleObject, tuple)->items[from + i - front_count]);
    return result;
}

/* Before protocol 4: partial(cls.__new__, cls, *args, **kwargs)(). */
static int save_by_partial(Pickler *self, Value cls, Value args, Value kwargs) {
    Value front[] = {object_getattr_cstr(cls, "__new__"), cls};
    Value all = front[0] ? tuple_behind(front, 2, args, 0) : 0;
    Value function = all ? pyrt_call_ex(rt_pickle.partial, all, kwargs) : 0;
    Value nothing = function ? tuple_new(NULL, 0) : 0;
    int status = nothing ? save_three(self, function, nothing, 0, OP_REDUCE) : -1;
    value_decref(front[0]);
    value_decref(all);
    value_decref(function);
    value_decref(nothing);
    return status;
}

static int save_new_keywords(Pickler *self, Value arguments) {
    const TupleObject *given = AS(TupleObject, arguments);
    if (given->length != 3)
        return raise_status(pickling_error(),
                            "length of the NEWOBJ_EX argument tuple must be exactly 3, not %lld",
                            (long long)given->length);
    Value cls = given->items[0], args = given->items[1], kwargs = given->items[2];
    if (!value_is_type(cls))
        return raise_status(pickling_error(),
                            "first item from NEWOBJ_EX argument tuple must be a class, not %T",
                            cls);
    if (!value_isa(args, &rt_type_tuple))
        return raise_status(pickling_error(),
                            "second item from NEWOBJ_EX argument tuple must be a tuple, not %T",
                            args);
    if (!value_isa(kwargs, &rt_type_dict))
        return raise_status(pickling_error(),
                            "third item from NEWOBJ_EX argument tuple must be a dict, not %T",
                            kwargs);
    if (self->protocol < 4)
        return save_by_partial(self, cls, args, kwargs);
    return save_three(self, cls, args, kwargs, OP_NEWOBJ_EX);
}

static int save_new(Pickler *self, Value arguments, Value object) {
    if (AS(TupleObject, arguments)->length < 1)
        return raise_status(pickling_error(), "__newobj__ arglist is empty");
    Value cls = AS(TupleObject, arguments)->items[0];
    if (!value_is_type(cls))
        return raise_status(pickling_error(), "args[0] from __newobj__ args is not a type");
    if (object) {
        Value own = object_getattr_cstr(object, "__class__");
        value_decref(own); /* only compared */
        if (!own)
            return -1;
        if (own != cls)
            return raise_status(pickling_error(),
                                "args[0] from __newobj__ args has the wrong class");
    }
    Value rest = tuple_behind(NULL, 0, arguments, 1);
    int status = rest ? save_three(self, cls, rest, 0, OP_NEWOBJ) : -1;
    value_decref(rest);
    return status;
}

static int save_making(Pickler *self, const Parts *parts, Value object) {
    switch (maker_of(self, parts->function)) {
    case MAKER_NEW:
        return save_new(self, parts->arguments, object);
    case MAKER_NEW_KEYWORDS:
        return save_new_keywords(self, parts->arguments);
    case MAKER_CALL:
        return save_three(self, parts->function, parts->arguments, 0, OP_REDUCE);
    case MAKER_FAILED:
        break;
    }
    return -1;
}

/* ---- all of it ------------------------------------------------------------------------------- */

static int save_state(Pickler *self, const Parts *parts, Value object) {
    if (!parts->state)
        return 0;
    if (!parts->setter)
        return pickle_save(self, parts->state) < 0 ? -1 : pickle_op(self, OP_BUILD);
    /* setter(object, state), whose answer is dropped */
    if (pickle_save(self, parts->setter) < 0 ||
        save_three(self, object, parts->state, 0, OP_TUPLE2) < 0)
        return -1;
    return pickle_op(self, OP_REDUCE) < 0 ? -1 : pickle_op(self, OP_POP);
}

int pickle_save_reduce(Pickler *self, Value tuple, Value object) {
    Parts parts;
    if (read_parts(tuple, &parts) < 0 || save_making(self, &parts, object) < 0)
        return -1;
    if (object) {
        int64_t index = pickle_memo_find(&self->memo, object);
        if (index >= 0) /* it was met among its own arguments */
            return pickle_op(self, OP_POP) < 0 ? -1 : pickle_recall(self, index);
        if (pickle_remember(self, object) < 0)
            return -1;
    }
    if ((parts.items && pickle_save_items(self, parts.items) < 0) ||
        (parts.pairs && pickle_save_pairs(self, parts.pairs) < 0))
        return -1;
    return save_state(self, &parts, object);
}

int pickle_save_call(Pickler *self, Value function, Value argument_take, Value object) {
    if (!argument_take && isolate.pending)
        return -1;
    Value pair[2] = {function, tuple_new(&argument_take, argument_take ? 1 : 0)};
    Value parts = pair[1] ? tuple_new(pair, 2) : 0;
    int status = parts ? pickle_save_reduce(self, parts, object) : -1;
    value_decref(argument_take);
    value_decref(pair[1]);
    value_decref(parts);
    return status;
}
