/*
 * mod_itertools.c — the module itertools: the iterators that look at one item at a time. The
 * combinatoric ones, groupby and tee are in mod_itertools_more.c.
 */
#include "itertools.h"
#include "fast.h"

static int no_names(Value names, const char *function) {
    if (names && AS(TupleObject, names)->length)
        return raise_status(&rt_exc_TypeError, "%s() takes no keyword arguments", function);
    return 0;
}

/* ---- count: parts: current number (if it is no small int), step (the same); index, extra ----- */

NATIVE(count_make) {
    NATIVE_UNUSED();
    Value start = args[0] ? args[0] : value_from_small_int(0);
    Value step = args[1] ? args[1] : value_from_small_int(1);
    if (!value_type(start)->slots.number[SLOT_ADD] || value_isa(start, &rt_type_str) ||
        !value_type(step)->slots.number[SLOT_ADD] || value_isa(step, &rt_type_str))
        return raise_error(&rt_exc_TypeError, "a number is required");
    bool small = value_is_small_int(start) && value_is_small_int(step);
    Value iterator = iterator_new(SPEC_DATA(callee), small ? 0 : start, small ? 0 : step, 0);
    if (iterator && small) {
        AS(IteratorObject, iterator)->index = value_small_int(start);
        AS(IteratorObject, iterator)->extra = value_small_int(step);
    }
    return iterator;
}

NEW_BY_SPEC(count_new, .name = "count", .call = count_make, .max_args = 2, .keywords = "start step")

static Value count_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (!iterator->parts[0]) {
        int64_t number = iterator->index, next = number + iterator->extra;
        if (next >= SMALL_INT_MIN && next <= SMALL_INT_MAX) {
            iterator->index = next;
            return value_from_small_int(number);
        }
        iterator->parts[1] = value_from_small_int(iterator->extra);
        iterator->parts[0] = value_from_small_int(number);
    }
    Value next = object_binary(iterator->parts[0], iterator->parts[1], SLOT_ADD);
    if (!next)
        return 0;
    Value number = iterator->parts[0];
    iterator->parts[0] = next;
    return number;
}

static Value count_repr(Value self) {
    const IteratorObject *iterator = AS(IteratorObject, self);
    if (iterator->parts[0]) {
        if (iterator->parts[1] == value_from_small_int(1))
            return str_format("count(%R)", iterator->parts[0]);
        return str_format("count(%R, %R)", iterator->parts[0], iterator->parts[1]);
    }
    if (iterator->extra == 1)
        return str_format("count(%lld)", (long long)iterator->index);
    return str_format("count(%lld, %lld)", (long long)iterator->index, (long long)iterator->extra);
}

/* (count, (number[, step])) */
NATIVE(count_reduce) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    bool small = !iterator->parts[0];
    Value numbers[2] = {small ? value_from_small_int(iterator->index) : iterator->parts[0],
                        small ? value_from_small_int(iterator->extra) : iterator->parts[1]};
    int given = numbers[1] == value_from_small_int(1) ? 1 : 2;
    return iterator_reduced(OBJ(iterator->base.type), tuple_new(numbers, given), 0);
}

static const NativeMethod count_methods[] = {{.name = "__reduce__", .call = count_reduce}, {0}};

static Type type_count = {
    .name = "itertools.count",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(IteratorObject),
    .methods = count_methods,
    .slots = {ITERATOR_SLOTS, .next = count_next, .repr = count_repr, .new = count_new},
};

/* ---- cycle: parts: iterator (0: replaying), saved list --------------------------------------- */

NATIVE(cycle_make) {
    NATIVE_UNUSED();
    Value source = object_iter(args[0]), saved = source ? list_new(NULL, 0) : 0;
    Value iterator = saved ? iterator_new(SPEC_DATA(callee), source, saved, 0) : 0;
    value_decref(source);
    value_decref(saved);
    return iterator;
}

NEW_BY_SPEC(cycle_new, .name = "cycle", .call = cycle_make, .min_args = 1, .max_args = 1)

static Value cycle_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (iterator->parts[0]) {
        Value item = fast_next(iterator->parts[0]);
        if (!item)
            return 0;
        if (item != VALUE_STOP) {
            if (list_append(iterator->parts[1], item) < 0) {
                value_decref(item);
                return 0;
            }
            return item;
        }
        value_replace(&iterator->parts[0], 0);
    }
    const ListObject *saved = AS(ListObject, iterator->parts[1]);
    if (!saved || saved->length == 0)
        return VALUE_STOP;
    Value item = saved->items[iterator->index];
    iterator->index = (iterator->index + 1) % saved->length;
    return value_incref(item);
}

/* What was read so far, from the item on that comes next when it is replayed. */
static Value cycle_saved(const IteratorObject *iterator) {
    const ListObject *saved = AS(ListObject, iterator->parts[1]);
    Value list = list_new(NULL, 0);
    for (int64_t i = 0; list && saved && i < saved->length; i++)
        if (list_append(list, saved->items[(iterator->index + i) % saved->length]) < 0) {
            value_decref(list);
            return 0;
        }
    return list;
}

/* (cycle, (source,), (saved, is the source at its end)) */
NATIVE(cycle_reduce) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    Value empty = tuple_new(NULL, 0), ended = empty ? object_iter(empty) : 0;
    Value state[2] = {ended ? cycle_saved(iterator) : 0, VALUE_BOOL(!iterator->parts[0])};
    Value source = iterator->parts[0] ? iterator->parts[0] : ended;
    Value arguments = state[0] ? tuple_new(&source, 1) : 0;
    Value result =
        arguments ? iterator_reduced(OBJ(iterator->base.type), arguments, tuple_new(state, 2)) : 0;
    value_decref(state[0]);
    value_decref(ended);
    value_decref(empty);
    return result;
}

NATIVE(cycle_setstate) {
    NATIVE_UNUSED();
    if (!value_isa(args[1], &rt_type_tuple) || AS(TupleObject, args[1])->length != 2 ||
        !value_isa(AS(TupleObject, args[1])->items[0], &rt_type_list))
        return raise_error(&rt_exc_TypeError, "invalid state for cycle");
    Value saved = list_from_iterable(AS(TupleObject, args[1])->items[0]);
    if (!saved)
        return 0;
    value_replace(&AS(IteratorObject, args[0])->parts[1], saved);
    AS(IteratorObject, args[0])->index = 0;
    return VALUE_NONE;
}

static const NativeMethod cycle_methods[] = {
    {.name = "__reduce__", .call = cycle_reduce},
    {.name = "__setstate__", .call = cycle_setstate, .min_args = 1, .max_args = 1},
    {0}};

static Type type_cycle = {
    .name = "itertools.cycle",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(IteratorObject),
    .methods = cycle_methods,
    .slots = {ITERATOR_SLOTS, .next = cycle_next, .new = cycle_new},
};

/* ---- repeat: parts: object; index: times left, -1 forever ------------------------------------ */

NATIVE(repeat_make) {
    NATIVE_UNUSED();
    int64_t times = -1;
    if (args[1] && (times = object_index(args[1])) < 0) {
        if (isolate.pending)
            return 0;
        times = 0;
    }
    Value iterator = iterator_new(SPEC_DATA(callee), args[0], 0, 0);
    if (iterator)
        AS(IteratorObject, iterator)->index = times;
    return iterator;
}

NEW_BY_SPEC(repeat_new, .name = "repeat", .call = repeat_make, .min_args = 1, .max_args = 2,
            .keywords = "object times")

static Value repeat_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (iterator->index == 0 || !iterator->parts[0])
        return VALUE_STOP;
    if (iterator->index > 0)
        iterator->index--;
    return value_incref(iterator->parts[0]);
}

static Value repeat_repr(Value self) {
    const IteratorObject *iterator = AS(IteratorObject, self);
    if (iterator->index < 0)
        return str_format("repeat(%R)", iterator->parts[0]);
    return str_format("repeat(%R, %lld)", iterator->parts[0], (long long)iterator->index);
}

NATIVE(repeat_hint) {
    NATIVE_UNUSED();
    if (AS(IteratorObject, args[0])->index < 0)
        return raise_error(&rt_exc_TypeError, "len() of unsized object");
    return value_from_small_int(AS(IteratorObject, args[0])->index);
}

/* (repeat, (object[, times])) */
NATIVE(repeat_reduce) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    Value items[2] = {iterator->parts[0], int_from_i64(iterator->index)};
    Value arguments = items[1] ? tuple_new(items, iterator->index < 0 ? 1 : 2) : 0;
    value_decref(items[1]);
    return iterator_reduced(OBJ(iterator->base.type), arguments, 0);
}

static const NativeMethod repeat_methods[] = {{.name = "__length_hint__", .call = repeat_hint},
                                              {.name = "__reduce__", .call = repeat_reduce},
                                              {0}};

static Type type_repeat = {
    .name = "itertools.repeat",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(IteratorObject),
    .methods = repeat_methods,
    .slots = {ITERATOR_SLOTS, .next = repeat_next, .repr = repeat_repr, .new = repeat_new},
};

/* ---- chain: parts: iterator over the iterables, the one at hand ------------------------------ */

static Type type_chain;

static Value chain_of(Type *type, Value iterables) {
    Value outer = object_iter(iterables);
    Value chain = outer ? iterator_new(type, outer, 0, 0) : 0;
    value_decref(outer);
    return chain;
}

static Value chain_new(Type *type, const Value *args, uint32_t count, Value names) {
    if (type == &type_chain && no_names(names, "chain") < 0)
        return 0;
    Value tuple = tuple_new(args, count);
    Value chain = tuple ? chain_of(type, tuple) : 0;
    value_decref(tuple);
    return chain;
}

NATIVE(chain_from_iterable) {
    NATIVE_UNUSED();
    return chain_of(AS(Type, args[0]), args[1]);
}

static Value chain_next(Value self) {
    IteratorObject *chain = AS(IteratorObject, self);
    while (chain->parts[0]) {
        if (!chain->parts[1]) {
            Value iterable = fast_next(chain->parts[0]);
            if (iterable == VALUE_STOP)
                return iterator_finish(chain);
            Value inner = iterable ? object_iter(iterable) : 0;
            value_decref(iterable);
            if (!inner) {
                iterator_finish(chain);
                return 0;
            }
            value_replace(&chain->parts[1], inner);
        }
        Value item = fast_next(chain->parts[1]);
        if (item != VALUE_STOP)
            return item;
        value_replace(&chain->parts[1], 0);
    }
    return VALUE_STOP;
}

/* (chain, (), (iterables[, the one at hand])) */
NATIVE(chain_reduce) {
    NATIVE_UNUSED();
    const IteratorObject *chain = AS(IteratorObject, args[0]);
    if (!chain->parts[0])
        return iterator_reduced_end(tuple_new(NULL, 0));
    Value arguments = tuple_new(NULL, 0);
    return arguments ? iterator_reduced(OBJ(chain->base.type), arguments,
                                        tuple_new(chain->parts, chain->parts[1] ? 2 : 1))
                     : 0;
}

NATIVE(chain_setstate) {
    NATIVE_UNUSED();
    const TupleObject *state = value_isa(args[1], &rt_type_tuple) ? AS(TupleObject, args[1]) : NULL;
    if (!state || state->length < 1 || state->length > 2)
        return raise_error(&rt_exc_TypeError, "state is not a tuple of one or two iterators");
    IteratorObject *chain = AS(IteratorObject, args[0]);
    for (int64_t i = 0; i < 2; i++) {
        if (i < state->length && !value_type(state->items[i])->slots.next)
            return raise_error(&rt_exc_TypeError, "Arguments must be iterators.");
        value_replace(&chain->parts[i], i < state->length ? value_incref(state->items[i]) : 0);
    }
    return VALUE_NONE;
}

static const NativeMethod chain_methods[] = {
    {.name = "__reduce__", .call = chain_reduce},
    {.name = "__setstate__", .call = chain_setstate, .min_args = 1, .max_args = 1},
    {.name = "from_iterable",
     .call = chain_from_iterable,
     .min_args = 1,
     .max_args = 1,
     .kind = METHOD_CLASS},
    CLASS_GETITEM,
    {0},
};

static Type type_chain = {
    .name = "itertools.chain",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(IteratorObject),
    .methods = chain_methods,
    .slots = {ITERATOR_SLOTS, .next = chain_next, .new = chain_new},
};

/* ---- islice: parts: iterator, -, -, stop and step as a pair of numbers ----------------------- */

typedef struct SliceIterator {
    IteratorObject iterator; /* parts[0]: source; index: items taken so far; extra: next wanted */
    int64_t stop, step;      /* stop -1: none */
} SliceIterator;

/* The number that `value` is; -1 if it is none or a very big one. */
static int64_t islice_number(Value value, int64_t fallback) {
    if (value == VALUE_NONE)
        return fallback;
    int64_t number = value_type(value)->slots.index ? object_index(value) : -1;
    exc_clear();
    return number;
}

static Value islice_new(Type *type, const Value *args, uint32_t count, Value names) {
    if (no_names(names, "islice") < 0)
        return 0;
    if (count < 2 || count > 4)
        return raise_error(&rt_exc_TypeError, "islice expected at %s %d arguments, got %d",
                           count < 2 ? "least" : "most", count < 2 ? 2 : 4, (int)count);
    Value end = args[count == 2 ? 1 : 2];
    int64_t start = count > 2 ? islice_number(args[1], 0) : 0, stop = islice_number(end, 0);
    if (stop == -1)
        return raise_error(
            &rt_exc_ValueError,
            "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (start < 0 || stop < 0)
        return raise_error(
            &rt_exc_ValueError,
            "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (end == VALUE_NONE)
        stop = -1;
    int64_t step = count > 3 ? islice_number(args[3], 1) : 1;
    if (step < 1)
        return raise_error(&rt_exc_ValueError,
                           "Step for islice() must be a positive integer or None.");
    Value source = object_iter(args[0]);
    SliceIterator *slice = source ? object_new(type, sizeof(SliceIterator)) : NULL;
    if (!slice) {
        value_decref(source);
        return 0;
    }
    slice->iterator.parts[0] = source;
    slice->iterator.extra = start;
    slice->stop = stop;
    slice->step = step;
    return OBJ(slice);
}

static Value islice_next(Value self) {
    SliceIterator *slice = AS(SliceIterator, self);
    IteratorObject *iterator = &slice->iterator;
    if (!iterator->parts[0])
        return VALUE_STOP;
    int64_t wanted = iterator->extra;
    bool over = slice->stop >= 0 && wanted >= slice->stop;
    int64_t skip_to = over ? slice->stop : wanted;
    while (iterator->index < skip_to) {
        Value skipped = fast_next(iterator->parts[0]);
        if (skipped == VALUE_STOP)
            return iterator_finish(iterator);
        if (!skipped)
            return 0;
        value_decref(skipped);
        iterator->index++;
    }
    if (over)
        return iterator_finish(iterator);
    Value item = fast_next(iterator->parts[0]);
    if (item == VALUE_STOP)
        return iterator_finish(iterator);
    if (!item)
        return 0;
    iterator->index++;
    if (__builtin_add_overflow(wanted, slice->step, &iterator->extra))
        iterator->extra = INT64_MAX;
    return item;
}

/* (islice, (source, start, stop, step)), counted from the item the source gives next */
NATIVE(islice_reduce) {
    NATIVE_UNUSED();
    const SliceIterator *slice = AS(SliceIterator, args[0]);
    const IteratorObject *iterator = &slice->iterator;
    if (!iterator->parts[0])
        return iterator_reduced_end(tuple_new(NULL, 0));
    Value items[4] = {value_incref(iterator->parts[0]),
                      int_from_i64(iterator->extra - iterator->index),
                      slice->stop < 0 ? VALUE_NONE : int_from_i64(slice->stop - iterator->index),
                      int_from_i64(slice->step)};
    Value arguments = items[1] && items[2] && items[3] ? tuple_new(items, 4) : 0;
    for (int i = 0; i < 4; i++)
        value_decref(items[i]);
    return iterator_reduced(OBJ(iterator->base.type), arguments, 0);
}

static const NativeMethod islice_methods[] = {{.name = "__reduce__", .call = islice_reduce}, {0}};

static Type type_islice = {
    .name = "itertools.islice",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(SliceIterator),
    .methods = islice_methods,
    .slots = {ITERATOR_SLOTS, .next = islice_next, .new = islice_new},
};

/* ---- takewhile, dropwhile, filterfalse, starmap: parts: function, iterator ------------------- */

NATIVE(function_first_make) {
    NATIVE_UNUSED();
    Value source = object_iter(args[1]);
    Value iterator = source ? iterator_new(SPEC_DATA(callee), args[0], source, 0) : 0;
    value_decref(source);
    return iterator;
}

/* (class, (part, part)[, True]): of iterators with two parts and at most a flag in `index`. */
NATIVE(pair_reduce) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    if (!iterator->parts[1])
        return iterator_reduced_end(tuple_new(NULL, 0));
    return iterator_reduced(OBJ(iterator->base.type), tuple_new(iterator->parts, 2),
                            iterator->index ? VALUE_TRUE : 0);
}

NATIVE(pair_setstate) {
    NATIVE_UNUSED();
    int flag = object_truth(args[1]);
    if (flag < 0)
        return 0;
    AS(IteratorObject, args[0])->index = flag;
    return VALUE_NONE;
}

static const NativeMethod pair_methods[] = {
    {.name = "__reduce__", .call = pair_reduce},
    {.name = "__setstate__", .call = pair_setstate, .min_args = 1, .max_args = 1},
    {0}};

#define FUNCTION_FIRST(text)                                                                       \
    NEW_BY_SPEC(text##_new, .name = #text, .call = function_first_make, .min_args = 2,             \
                .max_args = 2)                                                                     \
    static Type type_##text = {                                                                    \
        .name = "itertools." #text,                                                                \
        .flags = TYPE_DOTTED_NAME,                                                                 \
        .basic_size = sizeof(IteratorObject),                                                      \
        .methods = pair_methods,                                                                   \
        .slots = {ITERATOR_SLOTS, .next = text##_next, .new = text##_new},                         \
    };

/* The truth of function(item); bool stands for the item's own. */
static int predicate(Value function, Value item) {
    if (function == OBJ(&rt_type_bool))
        return object_truth(item);
    Value answer = object_call1(function, item);
    int truth = answer ? object_truth(answer) : -1;
    value_decref(answer);
    return truth;
}

static Value takewhile_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (!iterator->parts[1])
        return VALUE_STOP;
    Value item = fast_next(iterator->parts[1]);
    if (!item || item == VALUE_STOP)
        return item;
    int truth = predicate(iterator->parts[0], item);
    if (truth > 0)
        return item;
    value_decref(item);
    return truth < 0 ? 0 : iterator_finish(iterator);
}

/* `index` tells that the start has been found. */
static Value dropwhile_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    for (;;) {
        Value item = iterator->parts[1] ? fast_next(iterator->parts[1]) : VALUE_STOP;
        if (!item || item == VALUE_STOP || iterator->index)
            return item;
        int truth = predicate(iterator->parts[0], item);
        if (truth == 0) {
            iterator->index = 1;
            return item;
        }
        value_decref(item);
        if (truth < 0)
            return 0;
    }
}

static Value filterfalse_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    for (;;) {
        Value item = iterator->parts[1] ? fast_next(iterator->parts[1]) : VALUE_STOP;
        if (!item || item == VALUE_STOP)
            return item;
        Value function = iterator->parts[0];
        int truth = function == VALUE_NONE ? object_truth(item) : predicate(function, item);
        if (truth == 0)
            return item;
        value_decref(item);
        if (truth < 0)
            return 0;
    }
}

static Value starmap_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    Value item = iterator->parts[1] ? fast_next(iterator->parts[1]) : VALUE_STOP;
    if (!item || item == VALUE_STOP)
        return item;
    Value tuple = tuple_from_iterable(item);
    value_decref(item);
    if (!tuple)
        return 0;
    const TupleObject *arguments = AS(TupleObject, tuple);
    Value result =
        object_call(iterator->parts[0], arguments->items, (uint32_t)arguments->length, 0);
    value_decref(tuple);
    return result;
}

FUNCTION_FIRST(takewhile)
FUNCTION_FIRST(dropwhile)
FUNCTION_FIRST(filterfalse)
FUNCTION_FIRST(starmap)

/* ---- compress: parts: data, selectors; pairwise: parts: iterator, last item ------------------ */

NATIVE(compress_make) {
    NATIVE_UNUSED();
    Value data = object_iter(args[0]), selectors = data ? object_iter(args[1]) : 0;
    Value iterator = selectors ? iterator_new(SPEC_DATA(callee), data, selectors, 0) : 0;
    value_decref(data);
    value_decref(selectors);
    return iterator;
}

NEW_BY_SPEC(compress_new, .name = "compress", .call = compress_make, .min_args = 2, .max_args = 2,
            .keywords = "data selectors")

static Value compress_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    for (;;) {
        Value item = iterator->parts[0] ? fast_next(iterator->parts[0]) : VALUE_STOP;
        if (!item || item == VALUE_STOP)
            return item;
        Value selector = fast_next(iterator->parts[1]);
        int truth = !selector || selector == VALUE_STOP ? -1 : object_truth(selector);
        if (selector == VALUE_STOP) {
            value_decref(item);
            return VALUE_STOP;
        }
        value_decref(selector);
        if (truth > 0)
            return item;
        value_decref(item);
        if (truth < 0)
            return 0;
    }
}

static Type type_compress = {
    .name = "itertools.compress",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(IteratorObject),
    .methods = pair_methods,
    .slots = {ITERATOR_SLOTS, .next = compress_next, .new = compress_new},
};

NATIVE(pairwise_make) {
    NATIVE_UNUSED();
    Value source = object_iter(args[0]);
    Value iterator = source ? iterator_new(SPEC_DATA(callee), source, 0, 0) : 0;
    value_decref(source);
    return iterator;
}

NEW_BY_SPEC(pairwise_new, .name = "pairwise", .call = pairwise_make, .min_args = 1, .max_args = 1)

static Value pairwise_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (!iterator->parts[0])
        return VALUE_STOP;
    if (!iterator->parts[1]) {
        Value first = fast_next(iterator->parts[0]);
        if (first == VALUE_STOP)
            return iterator_finish(iterator);
        if (!first)
            return 0;
        value_replace(&iterator->parts[1], first);
    }
    Value second = fast_next(iterator->parts[0]);
    if (second == VALUE_STOP)
        return iterator_finish(iterator);
    Value pair = second ? tuple_new_empty(2) : 0;
    if (!pair) {
        value_decref(second);
        return 0;
    }
    AS(TupleObject, pair)->items[0] = iterator->parts[1];
    AS(TupleObject, pair)->items[1] = value_incref(second);
    iterator->parts[1] = second;
    return pair;
}

static Type type_pairwise = {
    .name = "itertools.pairwise",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(IteratorObject),
    .slots = {ITERATOR_SLOTS, .next = pairwise_next, .new = pairwise_new},
};

/* ---- accumulate: parts: iterator, function or None, total; index: started -------------------- */

NATIVE(accumulate_make) {
    NATIVE_UNUSED();
    Value source = object_iter(args[0]);
    Value function = args[1] ? args[1] : VALUE_NONE;
    Value initial = args[2] && args[2] != VALUE_NONE ? args[2] : 0;
    Value iterator = source ? iterator_new(SPEC_DATA(callee), source, function, initial) : 0;
    value_decref(source);
    return iterator;
}

NEW_BY_SPEC(accumulate_new, .name = "accumulate", .call = accumulate_make, .min_args = 1,
            .max_args = 2, .keywords = "iterable func initial")

static Value accumulate_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (!iterator->parts[0])
        return VALUE_STOP;
    if (!iterator->index && iterator->parts[2]) { /* the initial value comes first */
        iterator->index = 1;
        return value_incref(iterator->parts[2]);
    }
    iterator->index = 1;
    Value item = fast_next(iterator->parts[0]);
    if (!item || item == VALUE_STOP)
        return item;
    if (!iterator->parts[2]) {
        iterator->parts[2] = item;
        return value_incref(item);
    }
    Value total;
    if (iterator->parts[1] == VALUE_NONE && value_is_small_int(item) &&
        value_is_small_int(iterator->parts[2])) {
        total = int_from_i64(value_small_int(iterator->parts[2]) + value_small_int(item));
    } else if (iterator->parts[1] == VALUE_NONE) {
        total = object_binary(iterator->parts[2], item, SLOT_ADD);
    } else {
        Value pair[2] = {iterator->parts[2], item};
        total = object_call(iterator->parts[1], pair, 2, 0);
    }
    value_decref(item);
    if (!total)
        return 0;
    value_replace(&iterator->parts[2], value_incref(total));
    return total;
}

/* (accumulate, (source, function)[, total]); an initial value that has not come yet is put in front
 * of the source. */
NATIVE(accumulate_reduce) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    if (!iterator->parts[0])
        return iterator_reduced_end(tuple_new(NULL, 0));
    Value source = value_incref(iterator->parts[0]), total = iterator->parts[2];
    if (total && !iterator->index) {
        Value pair[2] = {tuple_new(&total, 1), source};
        Value both = pair[0] ? tuple_new(pair, 2) : 0;
        value_decref(pair[0]);
        value_decref(source);
        source = both ? chain_of(&type_chain, both) : 0;
        value_decref(both);
        total = 0;
    }
    Value items[2] = {source, iterator->parts[1]};
    Value arguments = source ? tuple_new(items, 2) : 0;
    value_decref(source);
    return iterator_reduced(OBJ(iterator->base.type), arguments, total ? value_incref(total) : 0);
}

NATIVE(accumulate_setstate) {
    NATIVE_UNUSED();
    IteratorObject *iterator = AS(IteratorObject, args[0]);
    value_replace(&iterator->parts[2], value_incref(args[1]));
    iterator->index = 1;
    return VALUE_NONE;
}

static const NativeMethod accumulate_methods[] = {
    {.name = "__reduce__", .call = accumulate_reduce},
    {.name = "__setstate__", .call = accumulate_setstate, .min_args = 1, .max_args = 1},
    {0}};

static Type type_accumulate = {
    .name = "itertools.accumulate",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(IteratorObject),
    .methods = accumulate_methods,
    .slots = {ITERATOR_SLOTS, .next = accumulate_next, .new = accumulate_new},
};

/* ---- zip_longest: parts: list of iterators (None: exhausted), fill value; index: how many are
 * left ------------------------- */

static Value zip_longest_new(Type *type, const Value *args, uint32_t count, Value names) {
    Value fill = VALUE_NONE;
    const TupleObject *keywords = AS(TupleObject, names);
    for (int64_t i = 0; keywords && i < keywords->length; i++) {
        if (!str_equal_cstr(keywords->items[i], "fillvalue"))
            return raise_error(&rt_exc_TypeError,
                               "zip_longest() got an unexpected keyword argument");
        fill = args[count + i];
    }
    Value iterators = iterators_tuple(args, count);
    Value list = iterators ? list_from_iterable(iterators) : 0;
    Value iterator = list ? iterator_new(type, list, fill, 0) : 0;
    value_decref(list);
    value_decref(iterators);
    if (iterator)
        AS(IteratorObject, iterator)->index = count;
    return iterator;
}

static Value zip_longest_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (iterator->index == 0 || !iterator->parts[0])
        return VALUE_STOP;
    ListObject *list = AS(ListObject, iterator->parts[0]);
    Value tuple = tuple_reuse(&iterator->parts[2], list->length);
    for (int64_t i = 0; tuple && i < list->length; i++) {
        Value item = list->items[i] == VALUE_NONE ? VALUE_STOP : fast_next(list->items[i]);
        if (item == VALUE_STOP && list->items[i] != VALUE_NONE) {
            value_replace(&list->items[i], VALUE_NONE);
            iterator->index--;
        }
        if (!item || iterator->index == 0) {
            value_decref(tuple);
            iterator->index = 0;
            value_replace(&iterator->parts[2], 0);
            return item ? VALUE_STOP : 0;
        }
        tuple_put(tuple, i, item == VALUE_STOP ? value_incref(iterator->parts[1]) : item);
    }
    return tuple;
}

/* (zip_longest, iterators, fill value); those at their end are empty tuples */
NATIVE(zip_longest_reduce) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    const ListObject *list = AS(ListObject, iterator->parts[0]);
    Value iterators = list ? tuple_new(list->items, list->length) : tuple_new(NULL, 0);
    for (int64_t i = 0; iterators && i < AS(TupleObject, iterators)->length; i++) {
        Value *place = &AS(TupleObject, iterators)->items[i];
        if (*place == VALUE_NONE || !iterator->index)
            value_replace(place, tuple_new(NULL, 0));
    }
    return iterator_reduced(OBJ(iterator->base.type), iterators,
                            iterator->parts[1] ? value_incref(iterator->parts[1]) : 0);
}

NATIVE(zip_longest_setstate) {
    NATIVE_UNUSED();
    value_replace(&AS(IteratorObject, args[0])->parts[1], value_incref(args[1]));
    return VALUE_NONE;
}

static const NativeMethod zip_longest_methods[] = {
    {.name = "__reduce__", .call = zip_longest_reduce},
    {.name = "__setstate__", .call = zip_longest_setstate, .min_args = 1, .max_args = 1},
    {0}};

static Type type_zip_longest = {
    .name = "itertools.zip_longest",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(IteratorObject),
    .methods = zip_longest_methods,
    .slots = {ITERATOR_SLOTS, .next = zip_longest_next, .new = zip_longest_new},
};

/* ---- the module ------------------------------------------------------------------------------ */

static int itertools_init(ModuleObject *module) {
    static Type *const own[] = {
        &type_count,     &type_cycle,      &type_repeat,      &type_chain,   &type_islice,
        &type_takewhile, &type_dropwhile,  &type_filterfalse, &type_starmap, &type_compress,
        &type_pairwise,  &type_accumulate, &type_zip_longest,
    };
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        if (module_add_type(module, strrchr(own[i]->name, '.') + 1, own[i]) < 0)
            return -1;
    return itertools_init_more(module);
}

const NativeModule pyrt_module_itertools = {"itertools", itertools_init};
