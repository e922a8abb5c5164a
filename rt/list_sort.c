/*
 * list_sort.c — the stable sort behind list.sort and sorted.
 *
 * A natural merge sort in the manner of Tim Peters' timsort: runs that are already in order (or
 * strictly descending: reversed) are found, short ones are extended to `minimum_run` by binary
 * insertion, and neighbouring runs of similar length are merged with CPython's stack invariants.
 * Values are compared by their keys with `<` alone; if all keys are small ints, floats or str,
 * without a detour through the types.
 */
#include "containers.h"
#include "object.h"

#include <math.h>

typedef struct SortItem {
    Value key, value;
} SortItem;

/* 1, 0, or -1 on failure. */
typedef int (*Less)(Value left, Value right);

/* Loops that exist twice: for small ints, whose comparison is part of them, and for all others. */
#define INLINED static inline __attribute__((always_inline))

typedef struct Run {
    int64_t start, length;
} Run;

typedef struct Sorter {
    SortItem *items;
    SortItem *scratch; /* half as many as there are items */
    Less less;
    bool has_words; /* the keys are words that compare as the floats or texts do that they stand for
                     */
    Run runs[85];
    int run_count;
} Sorter;

/* ---- comparisons ----------------------------------------------------------------------------- */

static int less_small_int(Value left, Value right) {
    return (int64_t)left < (int64_t)right;
}

static int less_float(Value left, Value right) {
    return AS(FloatObject, left)->number < AS(FloatObject, right)->number;
}

/* A word that is less than another, as small ints are, where the float is; both zeros are one. */
static Value float_word(double number) {
    int64_t bits;
    number += 0.0;
    memcpy(&bits, &number, sizeof bits);
    return (Value)(bits < 0 ? bits ^ INT64_MAX : bits);
}

/* A short text of Latin-1: its characters, the first one highest, and behind them how many there
 * are, for some may be 0. */
enum { WORD_TEXT = 7 };
static Value text_word(const StrObject *text) {
    const uint8_t *bytes = str_data(text);
    uint64_t word = 0;
    for (int64_t i = 0; i < text->length; i++)
        word = word << 8 | bytes[i];
    word <<= 8 * (WORD_TEXT - text->length);
    return (Value)((word << 8 | (uint64_t)text->length) ^ UINT64_C(1) << 63);
}

/* Most texts differ early: the first bytes are compared here, the others by memcmp. */
static int less_bytes(const StrObject *a, const StrObject *b, int64_t shorter) {
    enum { EARLY = 8 };
    const uint8_t *left = str_data(a), *right = str_data(b);
    int64_t early = shorter < EARLY ? shorter : EARLY;
    for (int64_t i = 0; i < early; i++)
        if (left[i] != right[i])
            return left[i] < right[i];
    int order = memcmp(left + early, right + early, (size_t)(shorter - early));
    return order ? order < 0 : a->length < b->length;
}

static int less_str(Value left, Value right) {
    const StrObject *a = AS(StrObject, left), *b = AS(StrObject, right);
    int64_t shorter = a->length < b->length ? a->length : b->length;
    if (a->kind == 1 && b->kind == 1)
        return less_bytes(a, b, shorter);
    for (int64_t i = 0; i < shorter; i++) {
        uint32_t x = str_char_at(a, i), y = str_char_at(b, i);
        if (x != y)
            return x < y;
    }
    return a->length < b->length;
}

static int less_any(Value left, Value right) {
    return object_compare_bool(left, right, COMPARE_LT);
}

/* Neither equal to anything nor less than it. */
static bool is_nan_among(Value left, Value right) {
    return isunordered(AS(FloatObject, left)->number, AS(FloatObject, right)->number);
}

/* How two items of plain types compare, or NULL. */
static int (*plain_less(Value left, Value right))(Value, Value) {
    if (value_is_small_int(left) && value_is_small_int(right))
        return less_small_int;
    if (value_is(left, &rt_type_str) && value_is(right, &rt_type_str))
        return less_str;
    if (value_is(left, &rt_type_float) && value_is(right, &rt_type_float))
        return less_float;
    return NULL;
}

/* The first items that differ decide. Plain ones are compared here; where others are met, none of
 * those before has run any code, and the tuples are compared the general way. */
static int less_tuple(Value left, Value right) {
    const TupleObject *a = AS(TupleObject, left), *b = AS(TupleObject, right);
    int64_t shorter = a->length < b->length ? a->length : b->length;
    for (int64_t i = 0; i < shorter; i++) {
        Value x = a->items[i], y = b->items[i];
        if (x == y)
            continue;
        int (*less)(Value, Value) = plain_less(x, y);
        if (!less)
            return less_any(left, right);
        if (less(x, y))
            return true;
        if (less == less_small_int || less(y, x) || (less == less_float && is_nan_among(x, y)))
            return false;
    }
    return a->length < b->length;
}

/* Of one type: as CPython does, an answer of NotImplemented is asked for again by the way that
 * tries the other operand too. */
static int less_same(Value left, Value right) {
    Value result = value_type(left)->slots.compare(left, right, COMPARE_LT);
    if (result == VALUE_NOTIMPLEMENTED)
        return less_any(left, right);
    int truth = result ? object_truth(result) : -1;
    value_decref(result);
    return truth;
}

static bool all_are(const SortItem *items, int64_t count, const Type *type) {
    for (int64_t i = 0; i < count; i++)
        if (!value_is(items[i].key, type))
            return false;
    return true;
}

/* Tuples are compared item by item. */
static bool is_plain_class(Value value) {
    const Type *type = value_type(value);
    return type->flags & TYPE_HEAP && type->slots.compare && type != &rt_type_tuple;
}

/* Has the key a word? NaN, which differs from itself, and long or wide texts have none. */
static bool has_word(Value key, bool is_text) {
    if (!is_text)
        return !isnan(AS(FloatObject, key)->number);
    return AS(StrObject, key)->kind == 1 && AS(StrObject, key)->length <= WORD_TEXT;
}

/* Of keys that are all floats, or all texts. */
static void choose_words(Sorter *sorter, int64_t count, bool is_text) {
    SortItem *items = sorter->items;
    int64_t fit = 0;
    while (fit < count && has_word(items[fit].key, is_text))
        fit++;
    sorter->has_words = fit == count;
    sorter->less = sorter->has_words ? less_small_int : is_text ? less_str : less_float;
    for (int64_t i = 0; sorter->has_words && i < count; i++) {
        Value key = items[i].key;
        items[i].key =
            is_text ? text_word(AS(StrObject, key)) : float_word(AS(FloatObject, key)->number);
        value_decref(key);
    }
}

static void choose_by_text_or_number(Sorter *sorter, int64_t count, bool is_text) {
    if (PREFERS_SMALL)
        sorter->less = is_text ? less_str : less_float;
    else
        choose_words(sorter, count, is_text);
}

static void choose_comparison(Sorter *sorter, int64_t count) {
    int64_t small = 0;
    while (small < count && value_is_small_int(sorter->items[small].key))
        small++;
    if (small == count)
        sorter->less = less_small_int;
    else if (all_are(sorter->items, count, &rt_type_str))
        choose_by_text_or_number(sorter, count, true);
    else if (all_are(sorter->items, count, &rt_type_float))
        choose_by_text_or_number(sorter, count, false);
    else if (all_are(sorter->items, count, &rt_type_tuple))
        sorter->less = less_tuple;
    else if (is_plain_class(sorter->items[0].key) &&
             all_are(sorter->items, count, value_type(sorter->items[0].key)))
        sorter->less = less_same;
    else
        sorter->less = less_any;
}

/* ---- runs ------------------------------------------------------------------------------------ */

static void reverse_items(SortItem *items, int64_t count) {
    for (int64_t i = 0, k = count - 1; i < k; i++, k--) {
        SortItem swap = items[i];
        items[i] = items[k];
        items[k] = swap;
    }
}

/* The length of the run at the start of items[0..count), made ascending; -1 on failure. */
INLINED int64_t count_run_by(Less less_than, SortItem *items, int64_t count) {
    if (count <= 1)
        return count;
    int descending = less_than(items[1].key, items[0].key);
    if (descending < 0)
        return -1;
    int64_t length = 2;
    for (; length < count; length++) {
        int less = less_than(items[length].key, items[length - 1].key);
        if (less < 0)
            return -1;
        if (less != descending)
            break;
    }
    if (descending)
        reverse_items(items, length);
    return length;
}

static int64_t count_run(Sorter *sorter, SortItem *items, int64_t count) {
    return sorter->less == less_small_int ? count_run_by(less_small_int, items, count)
                                          : count_run_by(sorter->less, items, count);
}

/* Sorts items[0..count), of which the first `sorted` are in order already. */
INLINED int insert_by(Less less_than, SortItem *items, int64_t count, int64_t sorted) {
    for (int64_t i = sorted; i < count; i++) {
        SortItem pivot = items[i];
        int64_t low = 0, high = i;
        while (low < high) {
            int64_t middle = low + (high - low) / 2;
            int less = less_than(pivot.key, items[middle].key);
            if (less < 0)
                return -1;
            if (less)
                high = middle;
            else
                low = middle + 1;
        }
        memmove(items + low + 1, items + low, (size_t)(i - low) * sizeof(SortItem));
        items[low] = pivot;
    }
    return 0;
}

static int binary_insertion(Sorter *sorter, SortItem *items, int64_t count, int64_t sorted) {
    return sorter->less == less_small_int ? insert_by(less_small_int, items, count, sorted)
                                          : insert_by(sorter->less, items, count, sorted);
}

static int64_t minimum_run(int64_t count) {
    int64_t rest = 0;
    while (count >= 64) {
        rest |= count & 1;
        count >>= 1;
    }
    return count + rest;
}

/* ---- merging --------------------------------------------------------------------------------- */

/* The left run is the shorter one: it moves to the scratch space, the result grows from the left.
 */
INLINED int merge_low_by(Less less_than, SortItem *scratch, SortItem *left, int64_t left_count,
                         int64_t right_count) {
    SortItem *from = scratch, *from_end = from + left_count;
    SortItem *right = left + left_count, *right_end = right + right_count, *out = left;
    memcpy(from, left, (size_t)left_count * sizeof(SortItem));
    int status = 0;
    while (from < from_end && right < right_end) {
        int less = less_than(right->key, from->key);
        if (less < 0) {
            status = -1;
            break;
        }
        *out++ = less ? *right++ : *from++;
    }
    memcpy(out, from, (size_t)(from_end - from) * sizeof(SortItem));
    return status;
}

/* The right run is the shorter one: the result grows from the right. */
INLINED int merge_high_by(Less less_than, SortItem *scratch, SortItem *left, int64_t left_count,
                          int64_t right_count) {
    SortItem *start = left, *out = left + left_count + right_count;
    SortItem *from = scratch, *from_end = from + right_count;
    memcpy(from, left + left_count, (size_t)right_count * sizeof(SortItem));
    left += left_count;
    int status = 0;
    while (from < from_end && start < left) {
        int less = less_than(from_end[-1].key, left[-1].key);
        if (less < 0) {
            status = -1;
            break;
        }
        *--out = less ? *--left : *--from_end;
    }
    size_t rest = (size_t)(from_end - from);
    memcpy(out - rest, from, rest * sizeof(SortItem));
    return status;
}

static int merge_low(Sorter *sorter, SortItem *left, int64_t left_count, int64_t right_count) {
    return sorter->less == less_small_int
               ? merge_low_by(less_small_int, sorter->scratch, left, left_count, right_count)
               : merge_low_by(sorter->less, sorter->scratch, left, left_count, right_count);
}

static int merge_high(Sorter *sorter, SortItem *left, int64_t left_count, int64_t right_count) {
    return sorter->less == less_small_int
               ? merge_high_by(less_small_int, sorter->scratch, left, left_count, right_count)
               : merge_high_by(sorter->less, sorter->scratch, left, left_count, right_count);
}

/* Where `key` would go in a sorted run, behind equal items (after) or before them; -1 on failure.
 */
static int64_t place_in(Sorter *sorter, const SortItem *items, int64_t count, Value key,
                        bool after) {
    int64_t low = 0, high = count;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        int less =
            after ? sorter->less(key, items[middle].key) : sorter->less(items[middle].key, key);
        if (less < 0)
            return -1;
        if (after ? less : !less)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static int merge_at(Sorter *sorter, int at) {
    Run *left = &sorter->runs[at], *right = &sorter->runs[at + 1];
    SortItem *items = sorter->items + left->start;
    int64_t left_count = left->length, right_count = right->length;
    SortItem *right_items = sorter->items + right->start;
    left->length += right->length;
    for (int i = at + 1; i + 1 < sorter->run_count; i++)
        sorter->runs[i] = sorter->runs[i + 1];
    sorter->run_count--;
    int64_t skip = place_in(sorter, items, left_count, right_items[0].key, true);
    if (skip < 0)
        return -1;
    items += skip;
    left_count -= skip;
    if (left_count == 0)
        return 0;
    right_count = place_in(sorter, right_items, right_count, items[left_count - 1].key, false);
    if (right_count <= 0)
        return (int)right_count;
    return left_count <= right_count ? merge_low(sorter, items, left_count, right_count)
                                     : merge_high(sorter, items, left_count, right_count);
}

/* Restores: each run is longer than the next, and than the next two together. */
static int merge_collapse(Sorter *sorter) {
    Run *runs = sorter->runs;
    while (sorter->run_count > 1) {
        int n = sorter->run_count - 2;
        if ((n > 0 && runs[n - 1].length <= runs[n].length + runs[n + 1].length) ||
            (n > 1 && runs[n - 2].length <= runs[n - 1].length + runs[n].length)) {
            if (runs[n - 1].length < runs[n + 1].length)
                n--;
        } else if (runs[n].length > runs[n + 1].length) {
            break;
        }
        if (merge_at(sorter, n) < 0)
            return -1;
    }
    return 0;
}

static int merge_all(Sorter *sorter) {
    while (sorter->run_count > 1) {
        int n = sorter->run_count - 2;
        if (n > 0 && sorter->runs[n - 1].length < sorter->runs[n + 1].length)
            n--;
        if (merge_at(sorter, n) < 0)
            return -1;
    }
    return 0;
}

static int sort_items(Sorter *sorter, int64_t count) {
    int64_t minimum = minimum_run(count), at = 0;
    while (at < count) {
        int64_t length = count_run(sorter, sorter->items + at, count - at);
        if (length < 0)
            return -1;
        if (length < minimum) {
            int64_t wanted = count - at < minimum ? count - at : minimum;
            if (binary_insertion(sorter, sorter->items + at, wanted, length) < 0)
                return -1;
            length = wanted;
        }
        sorter->runs[sorter->run_count++] = (Run){at, length};
        if (merge_collapse(sorter) < 0)
            return -1;
        at += length;
    }
    return merge_all(sorter);
}

/* ---- entry points ---------------------------------------------------------------------------- */

static int compute_keys(SortItem *items, int64_t count, Value key) {
    for (int64_t i = 0; i < count; i++) {
        items[i].key = key ? object_call1(key, items[i].value) : value_incref(items[i].value);
        if (!items[i].key) {
            while (i > 0)
                value_decref(items[--i].key);
            return -1;
        }
    }
    return 0;
}

int sort_values(Value *values, int64_t count, Value key, bool reverse) {
    if (count < 1)
        return 0;
    Sorter sorter = {0};
    sorter.items = mem_alloc_items(count, sizeof(SortItem));
    sorter.scratch = mem_alloc_items(count / 2 + 1, sizeof(SortItem));
    int status = -1;
    if (sorter.items && sorter.scratch) {
        for (int64_t i = 0; i < count; i++)
            sorter.items[i].value = values[i];
        status = compute_keys(sorter.items, count, key);
    }
    if (status == 0) {
        choose_comparison(&sorter, count);
        if (reverse) /* twice, so that equal items keep their order */
            reverse_items(sorter.items, count);
        status = sort_items(&sorter, count);
        if (reverse)
            reverse_items(sorter.items, count);
        for (int64_t i = 0; i < count; i++) {
            values[i] = sorter.items[i].value;
            if (PREFERS_SMALL || !sorter.has_words)
                value_decref(sorter.items[i].key);
        }
    }
    mem_free(sorter.items);
    mem_free(sorter.scratch);
    return status;
}

/* The list is empty while it is being sorted, so that code run by comparisons cannot see it half
 * done. */
int list_sort(Value self, Value key, bool reverse) {
    ListObject *list = AS(ListObject, self);
    Value *items = list->items;
    int64_t length = list->length, capacity = list->capacity;
    list->items = NULL;
    list->length = list->capacity = 0;
    int status = sort_values(items, length, key, reverse);
    bool modified = list->items || list->length;
    Value *late = list->items;
    int64_t late_length = list->length, late_capacity = list->capacity;
    list->items = items;
    list->length = length;
    list->capacity = capacity;
    for (int64_t i = 0; i < late_length; i++)
        value_decref(late[i]);
    mem_give_back(late, (size_t)late_capacity * sizeof(Value));
    if (modified && status == 0)
        return raise_status(&rt_exc_ValueError, "list modified during sort");
    return status;
}
