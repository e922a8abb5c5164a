/*
 * mod_bisect.c — the module _bisect: places in sorted sequences, found by halving.
 */
#include "containers.h"
#include "object.h"

typedef struct Search {
    Value sequence, item, key; /* borrowed; key: 0 = items are compared themselves */
    int64_t low, high;
    bool right; /* behind the items equal to `item` */
} Search;

/* Takes the arguments a, x, lo, hi, key. */
static int search_init(Search *search, const Value *args, bool right) {
    *search = (Search){.sequence = args[0], .item = args[1], .right = right};
    if (args[2]) {
        search->low = object_index(args[2]);
        if (search->low == -1 && isolate.pending)
            return -1;
    }
    bool has_high = args[3] && args[3] != VALUE_NONE;
    if (has_high && !value_type(args[3])->slots.index)
        return raise_status(&rt_exc_TypeError, "argument should be integer or None, not '%T'",
                            args[3]);
    if (has_high) {
        search->high = object_repeat_count(args[3]);
        if (search->high == -1 && isolate.pending)
            return -1;
    }
    if (!has_high)
        search->high = -1;
    if (args[4] && args[4] != VALUE_NONE)
        search->key = args[4];
    return 0;
}

static int refuse(Value sequence) {
    const char *text = value_isa(sequence, &rt_type_dict) ? "%T is not a sequence"
                                                          : "'%T' object does not support indexing";
    return raise_status(&rt_exc_TypeError, text, sequence);
}

/* What is to be searched: up to the end, unless that was said. */
static int search_limits(Search *search) {
    if (search->low < 0)
        return raise_status(&rt_exc_ValueError, "lo must be non-negative");
    if (search->high != -1)
        return 0;
    if (value_isa(search->sequence, &rt_type_dict))
        return refuse(search->sequence);
    search->high = object_len(search->sequence);
    return search->high < 0 ? -1 : 0;
}

/* What is compared of the item at `place`: new reference, or 0. */
static Value ranked(const Search *search, int64_t place) {
    bool is_dict = value_isa(search->sequence, &rt_type_dict);
    if (is_dict || !value_type(search->sequence)->slots.getitem)
        return refuse(search->sequence), 0;
    Value item = pyrt_getitem_i64(search->sequence, place);
    if (!item || !search->key)
        return item;
    Value rank = object_call1(search->key, item);
    value_decref(item);
    return rank;
}

static int64_t search_find(Search *search) {
    if (search_limits(search) < 0)
        return -1;
    int64_t low = search->low, high = search->high;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        Value rank = ranked(search, middle);
        if (!rank)
            return -1;
        int before =
            search->right ? pyrt_lt_bool(search->item, rank) : pyrt_lt_bool(rank, search->item);
        value_decref(rank);
        if (before < 0)
            return -1;
        if ((before != 0) == search->right)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static Value find(const Value *args, bool right) {
    Search search;
    int64_t place = search_init(&search, args, right) < 0 ? -1 : search_find(&search);
    return place < 0 ? 0 : value_from_small_int(place);
}

static int insert_at(Value sequence, int64_t place, Value item) {
    if (value_is(sequence, &rt_type_list))
        return list_insert(sequence, place, item);
    Value arguments[] = {value_from_small_int(place), item};
    Value result = object_call_method(sequence, "insert", arguments, 2);
    value_decref(result);
    return result ? 0 : -1;
}

static Value insert(const Value *args, bool right) {
    Search search;
    if (search_init(&search, args, right) < 0)
        return 0;
    Value rank = search.key ? object_call1(search.key, args[1]) : 0;
    if (search.key && !rank)
        return 0;
    if (rank)
        search.item = rank;
    int64_t place = search_find(&search);
    value_decref(rank);
    return place < 0 || insert_at(args[0], place, args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(bisect_right) {
    NATIVE_UNUSED();
    return find(args, true);
}

NATIVE(bisect_left) {
    NATIVE_UNUSED();
    return find(args, false);
}

NATIVE(insort_right) {
    NATIVE_UNUSED();
    return insert(args, true);
}

NATIVE(insort_left) {
    NATIVE_UNUSED();
    return insert(args, false);
}

#define SEARCH(function)                                                                           \
    {                                                                                              \
        .name = #function, .call = function, .min_args = 2, .max_args = 4,                         \
        .keywords = "a x lo hi key"                                                                \
    }

static const NativeMethod functions[] = {
    SEARCH(bisect_right), SEARCH(bisect_left), SEARCH(insort_right), SEARCH(insort_left), {0}};

#undef SEARCH

static int bisect_init(ModuleObject *module) {
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__bisect = {"_bisect", bisect_init};
