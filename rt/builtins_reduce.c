/*
 * builtins_reduce.c — built-in functions that consume an iterable: all, any, sum, min, max, sorted.
 */
#include "builtins.h"
#include "numbers.h"

static int false_each(Value item, void *context) {
    (void)context;
    int truth = object_truth(item);
    return truth < 0 ? -1 : !truth;
}

static int true_each(Value item, void *context) {
    (void)context;
    return object_truth(item);
}

BUILTIN_FUNCTION(all) {
    NATIVE_UNUSED();
    int found = object_iterate(args[0], false_each, NULL);
    return found < 0 ? 0 : VALUE_BOOL(!found);
}

BUILTIN_FUNCTION(any) {
    NATIVE_UNUSED();
    int found = object_iterate(args[0], true_each, NULL);
    return found < 0 ? 0 : VALUE_BOOL(found);
}

/* ---- sum ------------------------------------------------------------------------------------- */

/* A sum in one of three states: small ints in `whole`, floats in `real`, anything in `total`. */
typedef struct Sum {
    enum { SUM_WHOLE, SUM_REAL, SUM_ANY } state;
    int64_t whole;
    double real;
    Value total; /* owned, SUM_ANY only */
} Sum;

static Value sum_value(Sum *sum) {
    if (sum->state == SUM_WHOLE)
        return int_from_i64(sum->whole);
    if (sum->state == SUM_REAL)
        return float_new(sum->real);
    Value total = sum->total;
    sum->total = 0;
    return total;
}

/* Leaves the unboxed states. */
static int sum_general(Sum *sum, Value item) {
    Value total = sum_value(sum);
    sum->state = SUM_ANY;
    sum->total = total ? object_binary(total, item, SLOT_ADD) : 0;
    value_decref(total);
    return sum->total ? 0 : -1;
}

static int sum_each(Value item, void *context) {
    Sum *sum = context;
    if (sum->state == SUM_WHOLE) {
        int64_t word;
        bool is_word = int_word(item, &word);
        if (is_word && !__builtin_add_overflow(sum->whole, word, &sum->whole))
            return 0;
        if (is_word) /* undo the wrap */
            sum->whole = (int64_t)((uint64_t)sum->whole - (uint64_t)word);
        if (!value_is(item, &rt_type_float))
            return sum_general(sum, item);
        sum->state = SUM_REAL;
        sum->real = (double)sum->whole + AS(FloatObject, item)->number;
        return 0;
    }
    if (sum->state == SUM_REAL && value_is(item, &rt_type_float)) {
        sum->real += AS(FloatObject, item)->number;
        return 0;
    }
    if (sum->state == SUM_REAL && value_is_small_int(item)) {
        sum->real += (double)value_small_int(item);
        return 0;
    }
    return sum_general(sum, item);
}

static int sum_start(Sum *sum, Value start) {
    sum->state = SUM_ANY;
    if (!start)
        sum->state = SUM_WHOLE;
    else if (value_is_small_int(start))
        *sum = (Sum){.state = SUM_WHOLE, .whole = value_small_int(start)};
    else if (value_is(start, &rt_type_float))
        *sum = (Sum){.state = SUM_REAL, .real = AS(FloatObject, start)->number};
    else if (value_isa(start, &rt_type_str))
        return raise_status(&rt_exc_TypeError,
                            "sum() can't sum strings [use ''.join(seq) instead]");
    else if (value_isa(start, &rt_type_bytes))
        return raise_status(&rt_exc_TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    else if (value_isa(start, &rt_type_bytearray))
        return raise_status(&rt_exc_TypeError,
                            "sum() can't sum bytearray [use b''.join(seq) instead]");
    else
        sum->total = value_incref(start);
    return 0;
}

/* The items of a list, which additions in Python may change. */
static int sum_list(Sum *sum, const ListObject *list) {
    int status = 0;
    for (int64_t i = 0; status == 0 && i < list->length; i++) {
        Value item = value_incref(list->items[i]);
        status = sum_each(item, sum);
        value_decref(item);
    }
    return status;
}

BUILTIN_FUNCTION(sum) {
    NATIVE_UNUSED();
    Sum sum = {0};
    bool is_list = value_is(args[0], &rt_type_list);
    Value items = is_list ? value_incref(args[0]) : object_iter(args[0]);
    if (!items || sum_start(&sum, args[1]) < 0 ||
        (is_list ? sum_list(&sum, AS(ListObject, items)) : object_iterate(items, sum_each, &sum)) <
            0) {
        value_decref(items);
        value_decref(sum.total);
        return 0;
    }
    value_decref(items);
    return sum_value(&sum);
}

/* ---- min, max -------------------------------------------------------------------------------- */

typedef struct Extreme {
    Value key;            /* function or 0 */
    Value best, best_key; /* owned; 0: none yet */
    CompareOp op;         /* a new item wins if item `op` best */
} Extreme;

static int better(const Extreme *extreme, Value key) {
    if (value_is_small_int(key) && value_is_small_int(extreme->best_key))
        return extreme->op == COMPARE_LT ? (int64_t)key < (int64_t)extreme->best_key
                                         : (int64_t)key > (int64_t)extreme->best_key;
    return object_compare_bool(key, extreme->best_key, extreme->op);
}

static int extreme_each(Value item, void *context) {
    Extreme *extreme = context;
    Value key = extreme->key ? object_call1(extreme->key, item) : value_incref(item);
    if (!key)
        return -1;
    int wins = extreme->best ? better(extreme, key) : 1;
    if (wins <= 0) {
        value_decref(key);
        return wins;
    }
    value_replace(&extreme->best, value_incref(item));
    value_replace(&extreme->best_key, key);
    return 0;
}

/* Reads key= and default=. */
static int extreme_keywords(const char *name, const Value *values, Value names, Value *key,
                            Value *fallback) {
    const TupleObject *keywords = AS(TupleObject, names);
    for (int64_t i = 0; keywords && i < keywords->length; i++) {
        if (str_equal_cstr(keywords->items[i], "key"))
            *key = values[i] == VALUE_NONE ? 0 : values[i];
        else if (str_equal_cstr(keywords->items[i], "default"))
            *fallback = values[i];
        else
            return raise_status(&rt_exc_TypeError, "'%S' is an invalid keyword argument for %s()",
                                keywords->items[i], name);
    }
    return 0;
}

static Value find_extreme(const char *name, CompareOp op, const Value *args, uint32_t count,
                          Value names) {
    Extreme extreme = {.op = op};
    Value fallback = 0;
    if (extreme_keywords(name, args + count, names, &extreme.key, &fallback) < 0)
        return 0;
    if (count > 1 && fallback)
        return raise_error(&rt_exc_TypeError,
                           "Cannot specify a default for %s() with multiple positional arguments",
                           name);
    int status = 0;
    if (count == 1)
        status = object_iterate(args[0], extreme_each, &extreme);
    for (uint32_t i = 0; count > 1 && status == 0 && i < count; i++)
        status = extreme_each(args[i], &extreme);
    value_decref(extreme.best_key);
    if (status < 0) {
        value_decref(extreme.best);
        return 0;
    }
    if (extreme.best)
        return extreme.best;
    if (fallback)
        return value_incref(fallback);
    return raise_error(&rt_exc_ValueError, "%s() arg is an empty sequence", name);
}

BUILTIN_FUNCTION(min) {
    NATIVE_UNUSED();
    return find_extreme("min", COMPARE_LT, args, count, names);
}

BUILTIN_FUNCTION(max) {
    NATIVE_UNUSED();
    return find_extreme("max", COMPARE_GT, args, count, names);
}

/* ---- sorted ---------------------------------------------------------------------------------- */

/* Reads key= and reverse=. */
static int sort_keywords(const Value *values, Value names, Value *key, int *reverse) {
    const TupleObject *keywords = AS(TupleObject, names);
    for (int64_t i = 0; keywords && i < keywords->length; i++) {
        if (str_equal_cstr(keywords->items[i], "key"))
            *key = values[i] == VALUE_NONE ? 0 : values[i];
        else if (str_equal_cstr(keywords->items[i], "reverse"))
            *reverse = object_flag(values[i]);
        else
            return raise_status(&rt_exc_TypeError, "'%S' is an invalid keyword argument for sort()",
                                keywords->items[i]);
        if (*reverse < 0)
            return -1;
    }
    return 0;
}

BUILTIN_FUNCTION(sorted) {
    NATIVE_UNUSED();
    Value key = 0, list = list_from_iterable(args[0]);
    int reverse = 0;
    if (list && (sort_keywords(args + count, names, &key, &reverse) < 0 ||
                 list_sort(list, key, reverse) < 0)) {
        value_decref(list);
        return 0;
    }
    return list;
}
