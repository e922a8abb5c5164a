/*
 * mod_itertools_more.c — of the module itertools: product, permutations, combinations (with and
 * without replacement), groupby and tee.
 */
#include "itertools.h"
#include "fast.h"

/* ---- the combinatoric iterators -------------------------------------------------------------- */

/* Positions into one or several pools; the next tuple follows from them. */
typedef struct Selection {
    Object base;
    Value pools; /* tuple: of pools (product), otherwise the one pool */
    Value last;  /* the last tuple, filled again if only the iterator has it; or 0 */
    int64_t
        *indices; /* `width` of them; permutations: as many as the pool has, then `width` cycles */
    int64_t width, size;
    enum { FRESH, GOING, OVER } state;
} Selection;

static void selection_dealloc(Object *self) {
    Selection *selection = (Selection *)self;
    value_replace(&selection->pools, 0);
    value_replace(&selection->last, 0);
    mem_free(selection->indices);
    selection->indices = NULL;
    selection->state = OVER;
}

static void selection_traverse(Object *self, VisitValue visit, void *context) {
    const Selection *selection = (const Selection *)self;
    if (selection->pools)
        visit(selection->pools, context);
    if (selection->last)
        visit(selection->last, context);
}

#define SELECTION_SLOTS                                                                            \
    .dealloc = selection_dealloc, .traverse = selection_traverse, .clear = selection_dealloc,      \
    .iter = iterator_self

static Selection *selection_new(Type *type, Value pools_take, int64_t width, int64_t numbers) {
    Selection *selection = pools_take ? object_new(type, sizeof(Selection)) : NULL;
    if (!selection) {
        value_decref(pools_take);
        return NULL;
    }
    selection->pools = pools_take;
    selection->width = width;
    selection->size = AS(TupleObject, pools_take)->length;
    selection->indices = mem_alloc_items(numbers + 1, sizeof(int64_t));
    if (!selection->indices) {
        value_decref(OBJ(selection));
        return NULL;
    }
    memset(selection->indices, 0, (size_t)(numbers + 1) * sizeof(int64_t));
    return selection;
}

/* The tuple of pool items at the first `width` indices. */
static Value selected(Selection *selection) {
    Value tuple = tuple_reuse(&selection->last, selection->width);
    const TupleObject *pool = AS(TupleObject, selection->pools);
    for (int64_t i = 0; tuple && i < selection->width; i++)
        tuple_put(tuple, i, value_incref(pool->items[selection->indices[i]]));
    return tuple;
}

static Value selection_end(Selection *selection) {
    selection->state = OVER;
    return VALUE_STOP;
}

/* How many numbers stand at `indices`: those of permutations are more than their width. */
static int64_t index_count(const Selection *selection, bool permutes) {
    return permutes ? selection->size + selection->width : selection->width;
}

static bool is_permutation(const Selection *selection);
static bool is_product(const Selection *selection);

/* How large the number at a place may be, plus one. */
static int64_t index_limit(const Selection *selection, int64_t place) {
    const TupleObject *pools = AS(TupleObject, selection->pools);
    if (is_product(selection))
        return AS(TupleObject, pools->items[place])->length;
    return place < selection->size || !is_permutation(selection)
               ? selection->size
               : selection->size - (place - selection->size) + 1;
}

/* (class, pools or (pool, width)[, indices]) */
NATIVE(selection_reduce) {
    NATIVE_UNUSED();
    const Selection *selection = AS(Selection, args[0]);
    if (selection->state == OVER)
        return iterator_reduced_end(tuple_new(NULL, 0));
    Value given[2] = {selection->pools, value_from_small_int(selection->width)};
    Value arguments = is_product(selection) ? value_incref(selection->pools) : tuple_new(given, 2);
    Value indices = 0;
    if (selection->state == GOING) {
        int64_t count_of_them = index_count(selection, is_permutation(selection));
        indices = tuple_new_empty(count_of_them);
        for (int64_t i = 0; indices && i < count_of_them; i++)
            AS(TupleObject, indices)->items[i] = value_from_small_int(selection->indices[i]);
    }
    return iterator_reduced(OBJ(selection->base.type), arguments, indices);
}

NATIVE(selection_setstate) {
    NATIVE_UNUSED();
    Selection *selection = AS(Selection, args[0]);
    const TupleObject *state = value_isa(args[1], &rt_type_tuple) ? AS(TupleObject, args[1]) : NULL;
    int64_t wanted = index_count(selection, is_permutation(selection));
    if (!state || selection->state == OVER || state->length != wanted)
        return raise_error(&rt_exc_ValueError, "invalid arguments");
    for (int64_t i = 0; i < wanted; i++) {
        int64_t number = object_index(state->items[i]), limit = index_limit(selection, i);
        if (number == -1 && isolate.pending)
            return 0;
        selection->indices[i] = number < 0 || limit < 1 ? 0 : number < limit ? number : limit - 1;
    }
    selection->state = GOING;
    return VALUE_NONE;
}

static const NativeMethod selection_methods[] = {
    {.name = "__reduce__", .call = selection_reduce},
    {.name = "__setstate__", .call = selection_setstate, .min_args = 1, .max_args = 1},
    {0}};

/* -- product -- */

static Value product_pools(const Value *args, uint32_t count, int64_t repeat) {
    if (repeat > INT32_MAX / 2 || (int64_t)count * repeat > INT32_MAX)
        return raise_error(&rt_exc_OverflowError, "repeat argument too large");
    Value pools = tuple_new_empty((int64_t)count * repeat);
    for (uint32_t i = 0; pools && repeat && i < count; i++) {
        Value pool = tuple_from_iterable(args[i]);
        if (!pool) {
            value_decref(pools);
            return 0;
        }
        for (int64_t k = 0; k < repeat; k++)
            AS(TupleObject, pools)->items[k * count + i] = value_incref(pool);
        value_decref(pool);
    }
    return pools;
}

static Value product_new(Type *type, const Value *args, uint32_t count, Value names) {
    int64_t repeat = 1;
    const TupleObject *keywords = AS(TupleObject, names);
    for (int64_t i = 0; keywords && i < keywords->length; i++) {
        if (!str_equal_cstr(keywords->items[i], "repeat"))
            return raise_error(&rt_exc_TypeError,
                               "'%S' is an invalid keyword argument for product()",
                               keywords->items[i]);
        repeat = object_index(args[count + i]);
        if (repeat == -1 && isolate.pending)
            return 0;
        if (repeat < 0)
            return raise_error(&rt_exc_ValueError, "repeat argument cannot be negative");
    }
    int64_t width = (int64_t)count * repeat;
    return OBJ(selection_new(type, product_pools(args, count, repeat), width, width));
}

static Value product_current(Selection *selection) {
    Value tuple = tuple_reuse(&selection->last, selection->width);
    for (int64_t i = 0; tuple && i < selection->width; i++) {
        const TupleObject *pool = AS(TupleObject, AS(TupleObject, selection->pools)->items[i]);
        tuple_put(tuple, i, value_incref(pool->items[selection->indices[i]]));
    }
    return tuple;
}

static Value product_next(Value self) {
    Selection *selection = AS(Selection, self);
    if (selection->state == OVER)
        return VALUE_STOP;
    const Value *pools = AS(TupleObject, selection->pools)->items;
    if (selection->state == FRESH) {
        selection->state = GOING;
        for (int64_t i = 0; i < selection->width; i++)
            if (AS(TupleObject, pools[i])->length == 0)
                return selection_end(selection);
        return product_current(selection);
    }
    int64_t i = selection->width - 1;
    for (; i >= 0; i--) {
        if (++selection->indices[i] < AS(TupleObject, pools[i])->length)
            break;
        selection->indices[i] = 0;
    }
    if (i < 0) {
        value_replace(&selection->last, 0); /* CPython's has gone back to the first items by now */
        return selection_end(selection);
    }
    return product_current(selection);
}

static Type type_product = {
    .name = "itertools.product",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(Selection),
    .methods = selection_methods,
    .slots = {SELECTION_SLOTS, .next = product_next, .new = product_new},
};

static bool is_product(const Selection *selection) {
    return type_is_subtype(selection->base.type, &type_product);
}

/* -- combinations -- */

/* The argument r; -1 with an exception. */
static int64_t length_argument(Value argument) {
    int64_t length = object_index(argument);
    if (length < 0 && !isolate.pending)
        raise_error(&rt_exc_ValueError, "r must be non-negative");
    return isolate.pending ? -1 : length;
}

NATIVE(combinations_make) {
    NATIVE_UNUSED();
    int64_t width = length_argument(args[1]);
    if (width < 0)
        return 0;
    Value pool = tuple_from_iterable(args[0]);
    Selection *selection = selection_new(SPEC_DATA(callee), pool, width, width);
    for (int64_t i = 0; selection && i < width; i++)
        selection->indices[i] = i;
    if (selection && width > selection->size)
        selection->state = OVER;
    return OBJ(selection);
}

NEW_BY_SPEC(combinations_new, .name = "combinations", .call = combinations_make, .min_args = 2,
            .max_args = 2, .keywords = "iterable r")

static Value combinations_next(Value self) {
    Selection *selection = AS(Selection, self);
    if (selection->state == OVER)
        return VALUE_STOP;
    int64_t width = selection->width, *indices = selection->indices;
    if (selection->state == FRESH) {
        selection->state = GOING;
        return selected(selection);
    }
    int64_t i = width - 1;
    while (i >= 0 && indices[i] == i + selection->size - width)
        i--;
    if (i < 0)
        return selection_end(selection);
    indices[i]++;
    for (int64_t k = i + 1; k < width; k++)
        indices[k] = indices[k - 1] + 1;
    return selected(selection);
}

static Type type_combinations = {
    .name = "itertools.combinations",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(Selection),
    .methods = selection_methods,
    .slots = {SELECTION_SLOTS, .next = combinations_next, .new = combinations_new},
};

NATIVE(replacement_make) {
    NATIVE_UNUSED();
    int64_t width = length_argument(args[1]);
    if (width < 0)
        return 0;
    Selection *selection =
        selection_new(SPEC_DATA(callee), tuple_from_iterable(args[0]), width, width);
    if (selection && selection->size == 0 && width > 0)
        selection->state = OVER;
    return OBJ(selection);
}

NEW_BY_SPEC(replacement_new, .name = "combinations_with_replacement", .call = replacement_make,
            .min_args = 2, .max_args = 2, .keywords = "iterable r")

static Value replacement_next(Value self) {
    Selection *selection = AS(Selection, self);
    if (selection->state == OVER)
        return VALUE_STOP;
    int64_t width = selection->width, *indices = selection->indices;
    if (selection->state == FRESH) {
        selection->state = GOING;
        return selected(selection);
    }
    int64_t i = width - 1;
    while (i >= 0 && indices[i] == selection->size - 1)
        i--;
    if (i < 0)
        return selection_end(selection);
    int64_t next = indices[i] + 1;
    for (; i < width; i++)
        indices[i] = next;
    return selected(selection);
}

static Type type_replacement = {
    .name = "itertools.combinations_with_replacement",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(Selection),
    .methods = selection_methods,
    .slots = {SELECTION_SLOTS, .next = replacement_next, .new = replacement_new},
};

/* -- permutations: behind the indices of the whole pool stand the cycles of the algorithm in the
 * docs -- */

NATIVE(permutations_make) {
    NATIVE_UNUSED();
    Value pool = tuple_from_iterable(args[0]);
    int64_t size = pool ? AS(TupleObject, pool)->length : 0, width = size;
    if (pool && args[1] && args[1] != VALUE_NONE) {
        if (!value_is_int(args[1]))
            raise_error(&rt_exc_TypeError, "Expected int as r");
        width = isolate.pending ? -1 : length_argument(args[1]);
    }
    if (!pool || width < 0) {
        value_decref(pool);
        return 0;
    }
    int64_t cycles = width > size ? 0 : width;
    Selection *selection = selection_new(SPEC_DATA(callee), pool, width, size + cycles);
    if (!selection)
        return 0;
    for (int64_t i = 0; i < size; i++)
        selection->indices[i] = i;
    for (int64_t i = 0; i < cycles; i++)
        selection->indices[size + i] = size - i;
    if (width > size)
        selection->state = OVER;
    return OBJ(selection);
}

NEW_BY_SPEC(permutations_new, .name = "permutations", .call = permutations_make, .min_args = 1,
            .max_args = 2, .keywords = "iterable r")

static Value permutations_next(Value self) {
    Selection *selection = AS(Selection, self);
    if (selection->state == OVER)
        return VALUE_STOP;
    if (selection->state == FRESH) {
        selection->state = GOING;
        return selected(selection);
    }
    int64_t size = selection->size, *indices = selection->indices, *cycles = indices + size;
    for (int64_t i = selection->width - 1; i >= 0; i--) {
        if (--cycles[i] > 0) {
            int64_t other = size - cycles[i], swap = indices[i];
            indices[i] = indices[other];
            indices[other] = swap;
            return selected(selection);
        }
        int64_t first = indices[i];
        memmove(indices + i, indices + i + 1, (size_t)(size - i - 1) * sizeof(int64_t));
        indices[size - 1] = first;
        cycles[i] = size - i;
    }
    return selection_end(selection);
}

static Type type_permutations = {
    .name = "itertools.permutations",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(Selection),
    .methods = selection_methods,
    .slots = {SELECTION_SLOTS, .next = permutations_next, .new = permutations_new},
};

static bool is_permutation(const Selection *selection) {
    return type_is_subtype(selection->base.type, &type_permutations);
}

/* ---- groupby --------------------------------------------------------------------------------- */

typedef struct GroupBy {
    Object base;
    Value source, function; /* function: 0 for none */
    Value target;           /* key of the group handed out last, or 0 */
    Value key, item;        /* read ahead, or 0 */
    int64_t generation;     /* counts groups; only the newest one is alive */
} GroupBy;

static void groupby_dealloc(Object *self) {
    GroupBy *groupby = (GroupBy *)self;
    value_replace(&groupby->source, 0);
    value_replace(&groupby->function, 0);
    value_replace(&groupby->target, 0);
    value_replace(&groupby->key, 0);
    value_replace(&groupby->item, 0);
}

static void groupby_traverse(Object *self, VisitValue visit, void *context) {
    const GroupBy *groupby = (const GroupBy *)self;
    const Value owned[] = {groupby->source, groupby->function, groupby->target, groupby->key,
                           groupby->item};
    for (size_t i = 0; i < sizeof owned / sizeof owned[0]; i++)
        if (owned[i])
            visit(owned[i], context);
}

NATIVE(groupby_make) {
    NATIVE_UNUSED();
    Value source = object_iter(args[0]);
    GroupBy *groupby = source ? object_new(SPEC_DATA(callee), sizeof(GroupBy)) : NULL;
    if (!groupby) {
        value_decref(source);
        return 0;
    }
    groupby->source = source;
    groupby->function = args[1] && args[1] != VALUE_NONE ? value_incref(args[1]) : 0;
    return OBJ(groupby);
}

NEW_BY_SPEC(groupby_new, .name = "groupby", .call = groupby_make, .min_args = 1, .max_args = 2,
            .keywords = "iterable key")

/* Reads the next item and its key: 1, 0 at the end, -1 failed. */
static int groupby_step(GroupBy *groupby) {
    Value item = groupby->source ? fast_next(groupby->source) : VALUE_STOP;
    if (!item || item == VALUE_STOP)
        return item ? 0 : -1;
    Value key = groupby->function ? object_call1(groupby->function, item) : value_incref(item);
    if (!key) {
        value_decref(item);
        return -1;
    }
    value_replace(&groupby->item, item);
    value_replace(&groupby->key, key);
    return 1;
}

static Type type_grouper;

static Value groupby_next(Value self) {
    GroupBy *groupby = AS(GroupBy, self);
    groupby->generation++;
    for (;;) { /* skip what is left of the last group */
        if (groupby->key) {
            int same = groupby->target ? object_equal(groupby->target, groupby->key) : 0;
            if (same < 0)
                return 0;
            if (!same)
                break;
        }
        int step = groupby_step(groupby);
        if (step <= 0)
            return step < 0 ? 0 : VALUE_STOP;
    }
    value_replace(&groupby->target, value_incref(groupby->key));
    Value group = iterator_new(&type_grouper, self, groupby->target, 0);
    Value pair[2] = {groupby->key, group};
    if (group)
        AS(IteratorObject, group)->index = groupby->generation;
    Value result = group ? tuple_new(pair, 2) : 0;
    value_decref(group);
    return result;
}

/* A group: parts: the groupby, its key; index: generation. */
static Value grouper_next(Value self) {
    IteratorObject *group = AS(IteratorObject, self);
    GroupBy *groupby = AS(GroupBy, group->parts[0]);
    if (!groupby || groupby->generation != group->index)
        return VALUE_STOP;
    if (!groupby->item) {
        int step = groupby_step(groupby);
        if (step <= 0)
            return step < 0 ? 0 : VALUE_STOP;
    }
    int same = object_equal(group->parts[1], groupby->key);
    if (same <= 0)
        return same < 0 ? 0 : VALUE_STOP;
    Value item = groupby->item;
    groupby->item = 0;
    value_replace(&groupby->key, 0);
    return item;
}

static Type type_groupby = {
    .name = "itertools.groupby",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(GroupBy),
    .slots = {.dealloc = groupby_dealloc,
              .traverse = groupby_traverse,
              .clear = groupby_dealloc,
              .iter = iterator_self,
              .next = groupby_next,
              .new = groupby_new},
};

static Type type_grouper = {
    .name = "itertools._grouper",
    .flags = TYPE_DOTTED_NAME | TYPE_FINAL,
    .basic_size = sizeof(IteratorObject),
    .slots = {ITERATOR_SLOTS, .next = grouper_next},
};

/* ---- tee: items read by one branch wait in a chain of cells for the others ------------------- */

typedef struct TeeCell {
    Object base;
    Value item;   /* 0: not read yet */
    Value next;   /* TeeCell, once read */
    bool running; /* the iterator is asked for the item: nobody else may, so that the cell stays */
} TeeCell;

static void tee_cell_dealloc(Object *self) {
    value_replace(&((TeeCell *)self)->item, 0);
    value_replace(&((TeeCell *)self)->next, 0);
}

static void tee_cell_traverse(Object *self, VisitValue visit, void *context) {
    const TeeCell *cell = (const TeeCell *)self;
    if (cell->item)
        visit(cell->item, context);
    if (cell->next)
        visit(cell->next, context);
}

static Type type_tee_cell = {
    .name = "itertools._tee_dataobject",
    .flags = TYPE_DOTTED_NAME | TYPE_FINAL,
    .basic_size = sizeof(TeeCell),
    .slots = {.dealloc = tee_cell_dealloc,
              .traverse = tee_cell_traverse,
              .clear = tee_cell_dealloc},
};

/* A branch: parts: iterator, next cell. */
static Value tee_next(Value self) {
    IteratorObject *branch = AS(IteratorObject, self);
    if (!branch->parts[0])
        return VALUE_STOP;
    TeeCell *cell = AS(TeeCell, branch->parts[1]);
    if (cell->running)
        return raise_error(&rt_exc_RuntimeError, "cannot re-enter the tee iterator");
    if (!cell->item) {
        cell->running = true;
        Value item = fast_next(branch->parts[0]);
        cell->running = false;
        if (!item || item == VALUE_STOP)
            return item;
        Value next = OBJ(object_new(&type_tee_cell, sizeof(TeeCell)));
        if (!next) {
            value_decref(item);
            return 0;
        }
        cell->item = item;
        cell->next = next;
    }
    Value item = value_incref(cell->item);
    value_replace(&branch->parts[1], value_incref(cell->next));
    return item;
}

NATIVE(tee_copy) {
    NATIVE_UNUSED();
    const IteratorObject *branch = AS(IteratorObject, args[0]);
    return iterator_new(value_object(args[0])->type, branch->parts[0], branch->parts[1], 0);
}

static const NativeMethod tee_methods[] = {{.name = "__copy__", .call = tee_copy}, {0}};

static Type type_tee = {
    .name = "itertools._tee",
    .flags = TYPE_DOTTED_NAME | TYPE_FINAL,
    .basic_size = sizeof(IteratorObject),
    .methods = tee_methods,
    .slots = {ITERATOR_SLOTS, .next = tee_next},
};

/* The first branch: of an iterator, or one more of the same tee. */
static Value tee_branch(Value iterable) {
    Value source = object_iter(iterable);
    if (!source || value_is(source, &type_tee))
        return source;
    Value cell = OBJ(object_new(&type_tee_cell, sizeof(TeeCell)));
    Value branch = cell ? iterator_new(&type_tee, source, cell, 0) : 0;
    value_decref(cell);
    value_decref(source);
    return branch;
}

NATIVE(tee_function) {
    NATIVE_UNUSED();
    int64_t copies = count > 1 ? object_index(args[1]) : 2;
    if (copies < 0)
        return isolate.pending ? 0 : raise_error(&rt_exc_ValueError, "n must be >= 0");
    if (copies == 0)
        return tuple_new(NULL, 0);
    Value first = tee_branch(args[0]);
    Value tuple = first ? tuple_new_empty(copies) : 0;
    for (int64_t i = 0; tuple && i < copies; i++) {
        const IteratorObject *branch = AS(IteratorObject, first);
        Value copy = i == 0 ? value_incref(first)
                            : iterator_new(&type_tee, branch->parts[0], branch->parts[1], 0);
        if (!copy) {
            value_decref(tuple);
            tuple = 0;
            break;
        }
        AS(TupleObject, tuple)->items[i] = copy;
    }
    value_decref(first);
    return tuple;
}

int itertools_init_more(ModuleObject *module) {
    static Type *const own[] = {&type_product, &type_combinations, &type_replacement,
                                &type_permutations, &type_groupby};
    static const NativeMethod functions[] = {
        {.name = "tee", .call = tee_function, .min_args = 1, .max_args = 2}, {0}};
    type_ready(&type_grouper);
    type_ready(&type_tee);
    type_ready(&type_tee_cell);
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        if (module_add_type(module, strrchr(own[i]->name, '.') + 1, own[i]) < 0)
            return -1;
    return module_add_functions(module, functions);
}
