/*
 * mod_bisect.c — the module _bisect: places in sorted sequences, found by halving.
 */
#include "containers.h"
#include "object.h"

/* The arguments of all four functions, by NATIVE_ARGUMENTS. */
enum { SEQUENCE, ITEM, FROM, TO, KEY };
#define NATIVE_ARGUMENTS "a x lo hi key"

typedef struct Search {
    Value sequence, item, key; /* key: 0 for none; all borrowed */
    bool behind_equal;
} Search;

/* The bounds of the search; false: failed. */
static bool read_bounds(const Value *args, int64_t *from, int64_t *to) {
    *from = args[FROM] ? object_index(args[FROM]) : 0;
    if (*from == -1 && isolate.pending)
        return false;
    bool has_end = args[TO] && args[TO] != VALUE_NONE;
    *to = has_end ? object_index(args[TO]) : -1;
    if (*to == -1 && isolate.pending)
        return false;
    if (*from < 0)
        return raise_status(&rt_exc_ValueError, "lo must be non-negative") == 0;
    if (*to == -1)
        *to = object_len(args[SEQUENCE]);
    return *to >= 0 || !isolate.pending;
}

/* What the item at `place` is compared by: new reference, or 0. */
static Value compared(const Search *search, int64_t place) {
    Value item = object_getitem(search->sequence, value_from_small_int(place));
    if (!item || !search->key)
        return item;
    Value result = object_call(search->key, &item, 1, 0);
    value_decref(item);
    return result;
}

/* Does the place of the item lie behind `place`? Negative: failed. */
static int lies_behind(const Search *search, int64_t place) {
    Value other = compared(search, place);
    if (!other)
        return -1;
    int less = search->behind_equal ? object_compare_bool(search->item, other, COMPARE_LT)
                                    : object_compare_bool(other, search->item, COMPARE_LT);
    value_decref(other);
    return less < 0 ? -1 : search->behind_equal ? !less : less;
}

/* Negative: failed. */
static int64_t search_place(const Search *search, int64_t from, int64_t to) {
    while (from < to) {
        int64_t middle = (int64_t)(((uint64_t)from + (uint64_t)to) / 2);
        int behind = lies_behind(search, middle);
        if (behind < 0)
            return -1;
        if (behind)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static Value bisect(const Value *args, bool behind_equal) {
    int64_t from, to;
    if (!read_bounds(args, &from, &to))
        return 0;
    Value key = args[KEY] && args[KEY] != VALUE_NONE ? args[KEY] : 0;
    Search search = {args[SEQUENCE], args[ITEM], key, behind_equal};
    int64_t place = search_place(&search, from, to);
    return place < 0 ? 0 : int_from_i64(place);
}

static int insert_at(Value sequence, int64_t place, Value item) {
    if (value_is(sequence, &rt_type_list))
        return list_insert(sequence, place, item);
    Value args[2] = {int_from_i64(place), item};
    Value result = args[0] ? attr_call_method(sequence, str_name("insert"), args, 2, 0) : 0;
    value_decref(args[0]);
    value_decref(result);
    return result ? 0 : -1;
}

static Value insort(const Value *args, bool behind_equal) {
    Value key = args[KEY] && args[KEY] != VALUE_NONE ? args[KEY] : 0;
    Value ranked = key ? object_call(key, &args[ITEM], 1, 0) : value_incref(args[ITEM]);
    int64_t from, to, place = -1;
    if (ranked && read_bounds(args, &from, &to)) {
        Search search = {args[SEQUENCE], ranked, key, behind_equal};
        place = search_place(&search, from, to);
    }
    value_decref(ranked);
    return place < 0 || insert_at(args[SEQUENCE], place, args[ITEM]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(bisect_right) {
    NATIVE_UNUSED();
    return bisect(args, true);
}

NATIVE(bisect_left) {
    NATIVE_UNUSED();
    return bisect(args, false);
}

NATIVE(insort_right) {
    NATIVE_UNUSED();
    return insort(args, true);
}

NATIVE(insort_left) {
    NATIVE_UNUSED();
    return insort(args, false);
}

#define FUNCTION(text, function)                                                                   \
    {.name = (text),                                                                               \
     .call = (function),                                                                           \
     .min_args = 2,                                                                                \
     .max_args = 4,                                                                                \
     .keywords = NATIVE_ARGUMENTS}

static const NativeMethod functions[] = {
    FUNCTION("bisect_right", bisect_right),
    FUNCTION("bisect_left", bisect_left),
    FUNCTION("insort_right", insort_right),
    FUNCTION("insort_left", insort_left),
    {0},
};

static int bisect_init(ModuleObject *module) {
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__bisect = {.name = "_bisect", .init = bisect_init};
