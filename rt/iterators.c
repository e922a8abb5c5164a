/*
 * iterators.c — iterators over sequences and the built-in iterators made of others: enumerate, zip,
 * map, filter, reversed, iter(callable, sentinel). All share one layout (IteratorObject).
 */
#include "containers.h"
#include "fast.h"

/* ---- the common layout ----------------------------------------------------------------------- */

Value iterator_new(Type *type, Value first, Value second, Value third) {
    IteratorObject *iterator = object_new(type, sizeof(IteratorObject));
    if (!iterator)
        return 0;
    iterator->parts[0] = value_incref(first);
    iterator->parts[1] = value_incref(second);
    iterator->parts[2] = value_incref(third);
    return OBJ(iterator);
}

void iterator_dealloc(Object *self) {
    iterator_finish((IteratorObject *)self);
}

void iterator_traverse(Object *self, VisitValue visit, void *context) {
    IteratorObject *iterator = (IteratorObject *)self;
    for (int i = 0; i < 4; i++)
        if (iterator->parts[i])
            visit(iterator->parts[i], context);
}

Value iterator_self(Value self) {
    return value_incref(self);
}

Value iterator_finish(IteratorObject *iterator) {
    for (int i = 0; i < 4; i++)
        value_replace(&iterator->parts[i], 0);
    return VALUE_STOP;
}

Value iterators_tuple(const Value *iterables, uint32_t count) {
    Value tuple = tuple_new_empty(count);
    for (uint32_t i = 0; tuple && i < count; i++) {
        Value iterator = object_iter(iterables[i]);
        if (!iterator) {
            value_decref(tuple);
            return 0;
        }
        AS(TupleObject, tuple)->items[i] = iterator;
    }
    return tuple;
}

Value tuple_reuse(Value *cache, int64_t count) {
    if (*cache && count && value_object(*cache)->refs == 1)
        return value_incref(*cache);
    Value tuple = tuple_new_empty(count);
    if (tuple)
        value_replace(cache, value_incref(tuple));
    return tuple;
}

/* ---- list and tuple: parts[0] the sequence; index the next place ----------------------------- */

Value list_iterator_new(Value sequence, bool reversed) {
    Type *type = value_isa(sequence, &rt_type_tuple) ? &rt_type_tuple_iterator
                 : reversed                          ? &rt_type_list_reverse_iterator
                                                     : &rt_type_list_iterator;
    IteratorObject *iterator = object_new(type, sizeof(IteratorObject));
    if (!iterator)
        return 0;
    iterator->parts[0] = value_incref(sequence);
    iterator->index = reversed ? AS(ListObject, sequence)->length - 1 : 0;
    return OBJ(iterator);
}

static Value list_iterator_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    const ListObject *list = AS(ListObject, iterator->parts[0]);
    if (!list)
        return VALUE_STOP;
    if (iterator->index >= list->length)
        return iterator_finish(iterator);
    return value_incref(list->items[iterator->index++]);
}

/* The next item of what an iterator here goes through, which most often is a list. */
static inline Value inner_next(Value iterator) {
    return value_is(iterator, &rt_type_list_iterator) ? list_iterator_next(iterator)
                                                      : fast_next(iterator);
}

static Value list_reverse_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    const ListObject *list = AS(ListObject, iterator->parts[0]);
    if (!list)
        return VALUE_STOP;
    if (iterator->index < 0 || iterator->index >= list->length)
        return iterator_finish(iterator);
    return value_incref(list->items[iterator->index--]);
}

static Value tuple_iterator_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    const TupleObject *tuple = AS(TupleObject, iterator->parts[0]);
    if (!tuple)
        return VALUE_STOP;
    if (iterator->index >= tuple->length)
        return iterator_finish(iterator);
    return value_incref(tuple->items[iterator->index++]);
}

Value iterator_hint_forward(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    if (!iterator->parts[0])
        return value_from_small_int(0);
    int64_t left = object_len(iterator->parts[0]) - iterator->index;
    return isolate.pending ? 0 : value_from_small_int(left > 0 ? left : 0);
}

NATIVE(backward_hint) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    if (!iterator->parts[0])
        return value_from_small_int(0);
    int64_t left = iterator->index + 1, length = object_len(iterator->parts[0]);
    if (length < 0)
        return 0;
    return value_from_small_int(left > length ? 0 : left);
}

static const NativeMethod forward_methods[] = {
    {.name = "__length_hint__", .call = iterator_hint_forward}, ITERATOR_COPIES(forward), {0}};
static const NativeMethod backward_methods[] = {
    {.name = "__length_hint__", .call = backward_hint}, ITERATOR_COPIES(backward), {0}};

Type rt_type_list_iterator = {
    .name = "list_iterator",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(IteratorObject),
    .methods = forward_methods,
    .slots = {ITERATOR_SLOTS, .next = list_iterator_next},
};
Type rt_type_list_reverse_iterator = {
    .name = "list_reverseiterator",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(IteratorObject),
    .methods = backward_methods,
    .slots = {ITERATOR_SLOTS, .next = list_reverse_next},
};
Type rt_type_tuple_iterator = {
    .name = "tuple_iterator",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(IteratorObject),
    .methods = forward_methods,
    .slots = {ITERATOR_SLOTS, .next = tuple_iterator_next},
};

/* ---- any sequence, by __getitem__ ------------------------------------------------------------ */

Value sequence_iterator_new(Value sequence) {
    return iterator_new(&rt_type_sequence_iterator, sequence, 0, 0);
}

/* The pending IndexError or StopIteration of a sequence is its end. */
static bool end_of_sequence(void) {
    if (!exc_pending_is(&rt_exc_IndexError) && !exc_pending_is(&rt_exc_StopIteration))
        return false;
    exc_clear();
    return true;
}

static Value item_at(Value sequence, int64_t index) {
    Value key = int_from_i64(index);
    Value item = key ? object_getitem(sequence, key) : 0;
    value_decref(key);
    return item;
}

static Value sequence_iterator_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (!iterator->parts[0])
        return VALUE_STOP;
    Value item = item_at(iterator->parts[0], iterator->index);
    iterator->index++;
    if (!item && end_of_sequence())
        return iterator_finish(iterator);
    return item;
}

NATIVE(sequence_hint) {
    Value sequence = AS(IteratorObject, args[0])->parts[0];
    return sequence && !value_type(sequence)->slots.len
               ? VALUE_NOTIMPLEMENTED
               : iterator_hint_forward(callee, args, count, names);
}

static const NativeMethod sequence_methods[] = {
    {.name = "__length_hint__", .call = sequence_hint}, ITERATOR_COPIES(forward), {0}};

/* Of a memoryview. */
Type rt_type_memory_iterator = {
    .name = "memory_iterator",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(IteratorObject),
    .slots = {ITERATOR_SLOTS, .next = sequence_iterator_next},
};

Type rt_type_sequence_iterator = {
    .name = "iterator",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(IteratorObject),
    .methods = sequence_methods,
    .slots = {ITERATOR_SLOTS, .next = sequence_iterator_next},
};

/* ---- reversed -------------------------------------------------------------------------------- */

static Value reversed_of(Type *type, Value sequence) {
    Value name = str_name("__reversed__");
    Value own = type_lookup_borrow(value_type(sequence), name);
    if (own == VALUE_NONE)
        return raise_error(&rt_exc_TypeError, "'%T' object is not reversible", sequence);
    if (own) {
        Value method = object_lookup_special(sequence, name);
        Value result = method ? object_call0(method) : 0;
        value_decref(method);
        return result;
    }
    const TypeSlots *slots = &value_type(sequence)->slots;
    if (slots->getitem && !slots->len)
        return raise_error(&rt_exc_TypeError, "object of type '%T' has no len()", sequence);
    if (!slots->getitem || value_isa(sequence, &rt_type_dict))
        return raise_error(&rt_exc_TypeError, "'%T' object is not reversible", sequence);
    int64_t length = object_len(sequence);
    if (length < 0)
        return 0;
    Value iterator = iterator_new(type, sequence, 0, 0);
    if (iterator)
        AS(IteratorObject, iterator)->index = length - 1;
    return iterator;
}

Value reversed_new(Value sequence) {
    return reversed_of(&rt_type_reversed, sequence);
}

NATIVE(reversed_make) {
    NATIVE_UNUSED();
    return reversed_of(SPEC_DATA(callee), args[0]);
}

NEW_BY_SPEC(reversed_new_slot, .name = "reversed", .call = reversed_make, .min_args = 1,
            .max_args = 1)

static Value reversed_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (!iterator->parts[0])
        return VALUE_STOP;
    if (iterator->index < 0)
        return iterator_finish(iterator);
    Value item = item_at(iterator->parts[0], iterator->index);
    iterator->index--;
    if (!item && end_of_sequence())
        return iterator_finish(iterator);
    return item;
}

Type rt_type_reversed = {
    .name = "reversed",
    .basic_size = sizeof(IteratorObject),
    .methods = backward_methods,
    .slots = {ITERATOR_SLOTS, .next = reversed_next, .new = reversed_new_slot},
};

/* ---- iter(callable, sentinel): parts are these two ------------------------------------------- */

Value callable_iterator_new(Value callable, Value sentinel) {
    return iterator_new(&rt_type_callable_iterator, callable, sentinel, 0);
}

static Value callable_iterator_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (!iterator->parts[0])
        return VALUE_STOP;
    Value item = object_call0(iterator->parts[0]);
    if (!item) {
        if (!exc_pending_is(&rt_exc_StopIteration))
            return 0;
        exc_clear();
        return iterator_finish(iterator);
    }
    int equal = iterator->parts[1] ? object_equal(iterator->parts[1], item) : 1;
    if (equal == 0)
        return item;
    value_decref(item);
    return equal < 0 ? 0 : iterator_finish(iterator);
}

static const NativeMethod callable_methods[] = {
    {.name = "__reduce__", .call = iterator_reduce_callable}, {0}};

Type rt_type_callable_iterator = {
    .name = "callable_iterator",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(IteratorObject),
    .methods = callable_methods,
    .slots = {ITERATOR_SLOTS, .next = callable_iterator_next},
};

/* ---- enumerate: parts: iterator, reusable tuple, next number if it is no small int ----------- */

NATIVE(enumerate_make) {
    NATIVE_UNUSED();
    if (!args[0]) /* worded otherwise than for other functions */
        return raise_error(&rt_exc_TypeError, "enumerate() missing required argument 'iterable'");
    Value start = args[1] ? pyrt_index(args[1]) : value_from_small_int(0);
    Value source = start ? object_iter(args[0]) : 0;
    Value result =
        source ? iterator_new(SPEC_DATA(callee), source, 0, value_is_small_int(start) ? 0 : start)
               : 0;
    if (result && value_is_small_int(start))
        AS(IteratorObject, result)->index = value_small_int(start);
    value_decref(source);
    value_decref(start);
    return result;
}

NEW_BY_SPEC(enumerate_new, .name = "enumerate", .call = enumerate_make, .max_args = 2,
            .keywords = "iterable start")

/* The number of the item at hand; advances. */
static Value enumerate_number(IteratorObject *iterator) {
    if (!iterator->parts[2]) {
        if (iterator->index < SMALL_INT_MAX)
            return value_from_small_int(iterator->index++);
        iterator->parts[2] = int_from_i64(iterator->index);
    }
    Value number = iterator->parts[2];
    Value next = number ? pyrt_int_add(number, value_from_small_int(1)) : 0;
    if (!next)
        return 0;
    iterator->parts[2] = next;
    return number;
}

static Value enumerate_next(Value self) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (!iterator->parts[0])
        return VALUE_STOP;
    Value item = inner_next(iterator->parts[0]);
    if (item == VALUE_STOP || !item)
        return item;
    Value number = enumerate_number(iterator);
    Value pair = number ? tuple_reuse(&iterator->parts[1], 2) : 0;
    if (!pair) {
        value_decref(number);
        value_decref(item);
        return 0;
    }
    tuple_put(pair, 0, number);
    tuple_put(pair, 1, item);
    return pair;
}

static const NativeMethod generic_methods[] = {
    CLASS_GETITEM, {.name = "__reduce__", .call = iterator_reduce_enumerate}, {0}};

Type rt_type_enumerate = {
    .name = "enumerate",
    .basic_size = sizeof(IteratorObject),
    .methods = generic_methods,
    .slots = {ITERATOR_SLOTS, .next = enumerate_next, .new = enumerate_new},
};

/* ---- zip: parts: tuple of iterators, reusable tuple; extra: strict --------------------------- */

static Value zip_new(Type *type, const Value *args, uint32_t count, Value names) {
    int strict = 0;
    const TupleObject *keywords = AS(TupleObject, names);
    for (int64_t i = 0; keywords && i < keywords->length; i++) {
        if (!str_equal_cstr(keywords->items[i], "strict"))
            return raise_error(&rt_exc_TypeError, "'%S' is an invalid keyword argument for zip()",
                               keywords->items[i]);
        if ((strict = object_truth(args[count + i])) < 0)
            return 0;
    }
    Value iterators = iterators_tuple(args, count);
    Value zip = iterators ? iterator_new(type, iterators, 0, 0) : 0;
    value_decref(iterators);
    if (zip)
        AS(IteratorObject, zip)->extra = strict;
    return zip;
}

static Value zip_wrong_length(int64_t place, const char *what) {
    return raise_error(&rt_exc_ValueError, "zip() argument %lld is %s than argument%s%lld",
                       (long long)place + 1, what, place == 1 ? " " : "s 1-", (long long)place);
}

/* The iterator at `ended` is exhausted: in strict mode all must be. */
static Value zip_end(IteratorObject *zip, const TupleObject *iterators, int64_t ended) {
    if (!zip->extra)
        return VALUE_STOP;
    if (ended > 0)
        return zip_wrong_length(ended, "shorter");
    for (int64_t i = 1; i < iterators->length; i++) {
        Value item = inner_next(iterators->items[i]);
        if (item == VALUE_STOP)
            continue;
        value_decref(item);
        return item ? zip_wrong_length(i, "longer") : 0;
    }
    return VALUE_STOP;
}

static Value zip_next(Value self) {
    IteratorObject *zip = AS(IteratorObject, self);
    const TupleObject *iterators = AS(TupleObject, zip->parts[0]);
    if (!iterators || iterators->length == 0)
        return VALUE_STOP;
    Value tuple = tuple_reuse(&zip->parts[1], iterators->length);
    for (int64_t i = 0; tuple && i < iterators->length; i++) {
        Value item = inner_next(iterators->items[i]);
        if (item && item != VALUE_STOP) {
            tuple_put(tuple, i, item);
            continue;
        }
        value_decref(tuple);
        value_replace(&zip->parts[1], 0);
        return item ? zip_end(zip, iterators, i) : 0;
    }
    return tuple;
}

static const NativeMethod zip_methods[] = {ITERATOR_COPIES(zip), {0}};

Type rt_type_zip = {
    .name = "zip",
    .basic_size = sizeof(IteratorObject),
    .methods = zip_methods,
    .slots = {ITERATOR_SLOTS, .next = zip_next, .new = zip_new},
};

/* ---- map: parts: function, tuple of iterators ------------------------------------------------ */

static bool no_keywords(Type *type, Type *exact, Value names) {
    if (!names || AS(TupleObject, names)->length == 0 || type != exact)
        return true;
    raise_error(&rt_exc_TypeError, "%N() takes no keyword arguments", type);
    return false;
}

static Value map_new(Type *type, const Value *args, uint32_t count, Value names) {
    if (!no_keywords(type, &rt_type_map, names))
        return 0;
    if (count < 2)
        return raise_error(&rt_exc_TypeError, "map() must have at least two arguments.");
    Value iterators = iterators_tuple(args + 1, count - 1);
    Value map = iterators ? iterator_new(type, args[0], iterators, 0) : 0;
    value_decref(iterators);
    return map;
}

static Value map_next(Value self) {
    enum { FEW = 4 };
    IteratorObject *map = AS(IteratorObject, self);
    const TupleObject *iterators = AS(TupleObject, map->parts[1]);
    if (!iterators)
        return VALUE_STOP;
    Value few[FEW], *items = few, result = 0;
    if (iterators->length > FEW && !(items = mem_alloc_items(iterators->length, sizeof(Value))))
        return 0;
    int64_t taken = 0;
    while (taken < iterators->length) {
        Value item = inner_next(iterators->items[taken]);
        if (!item || item == VALUE_STOP) {
            result = item;
            break;
        }
        items[taken++] = item;
    }
    if (taken == iterators->length)
        result = object_call(map->parts[0], items, (uint32_t)taken, 0);
    while (taken > 0)
        value_decref(items[--taken]);
    if (items != few)
        mem_free(items);
    return result;
}

static const NativeMethod map_methods[] = {{.name = "__reduce__", .call = iterator_reduce_map},
                                           {0}};

Type rt_type_map = {
    .name = "map",
    .basic_size = sizeof(IteratorObject),
    .methods = map_methods,
    .slots = {ITERATOR_SLOTS, .next = map_next, .new = map_new},
};

/* ---- filter: parts: function or None, iterator ----------------------------------------------- */

NATIVE(filter_make) {
    NATIVE_UNUSED();
    Value source = object_iter(args[1]);
    Value filter = source ? iterator_new(SPEC_DATA(callee), args[0], source, 0) : 0;
    value_decref(source);
    return filter;
}

NEW_BY_SPEC(filter_new, .name = "filter", .call = filter_make, .min_args = 2, .max_args = 2)

static Value filter_next(Value self) {
    IteratorObject *filter = AS(IteratorObject, self);
    if (!filter->parts[1])
        return VALUE_STOP;
    Value function = filter->parts[0];
    bool direct = function == VALUE_NONE || function == OBJ(&rt_type_bool);
    for (;;) {
        Value item = inner_next(filter->parts[1]);
        if (!item || item == VALUE_STOP)
            return item;
        Value answer = direct ? value_incref(item) : object_call1(function, item);
        int truth = answer ? object_truth(answer) : -1;
        value_decref(answer);
        if (truth > 0)
            return item;
        value_decref(item);
        if (truth < 0)
            return 0;
    }
}

static const NativeMethod filter_methods[] = {
    {.name = "__reduce__", .call = iterator_reduce_filter}, {0}};

Type rt_type_filter = {
    .name = "filter",
    .basic_size = sizeof(IteratorObject),
    .methods = filter_methods,
    .slots = {ITERATOR_SLOTS, .next = filter_next, .new = filter_new},
};
