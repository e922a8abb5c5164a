/*
 * mod_heapq.c — the module _heapq: priority queues in lists, the item at k not larger than those at
 * 2k+1 and 2k+2. A removed root is replaced by moving smaller children up to a leaf and then the
 * last item up from there, which needs fewer comparisons than stopping on the way (Knuth, The Art
 * of Computer Programming, volume 3, 5.2.3, exercise 18).
 *
 * Comparisons run Python code, which may change the list: every place is looked at again after one.
 */
#include "containers.h"
#include "object.h"

/* A list that is ordered as a heap: with the smallest item first, or the largest. */
typedef struct Heap {
    ListObject *list;
    bool largest_first;
} Heap;

static int changed_size(void) {
    return raise_status(&rt_exc_RuntimeError, "list changed size during iteration");
}

/* left < right; owns both while it asks. Negative: failed. */
static int is_less(Value left, Value right) {
    value_incref(left);
    value_incref(right);
    int answer = object_compare_bool(left, right, COMPARE_LT);
    value_decref(left);
    value_decref(right);
    return answer;
}

/* Must `item` stand in front of `other`? Negative: failed. */
static int goes_before(const Heap *heap, Value item, Value other) {
    Value left = heap->largest_first ? other : item, right = heap->largest_first ? item : other;
    if (value_is_small_int(left) && value_is_small_int(right))
        return (int64_t)left < (int64_t)right;
    int64_t length = heap->list->length;
    int answer = is_less(left, right);
    return answer >= 0 && heap->list->length != length ? changed_size() : answer;
}

static void swap_items(ListObject *list, int64_t place, int64_t other) {
    Value item = list->items[place];
    list->items[place] = list->items[other];
    list->items[other] = item;
}

/* Moves the item at `place` towards `first` until its parent goes before it. */
static int sift_up(const Heap *heap, int64_t first, int64_t place) {
    while (place > first) {
        int64_t parent = (place - 1) >> 1;
        int before = goes_before(heap, heap->list->items[place], heap->list->items[parent]);
        if (before < 0)
            return -1;
        if (!before)
            break;
        swap_items(heap->list, place, parent);
        place = parent;
    }
    return 0;
}

/* Moves children up into `first` as far as the leaves, then the item that was there to its place.
 */
static int sift_down(const Heap *heap, int64_t first) {
    int64_t length = heap->list->length, place = first;
    while (place < length >> 1) {
        int64_t child = 2 * place + 1;
        if (child + 1 < length) {
            int before = goes_before(heap, heap->list->items[child], heap->list->items[child + 1]);
            if (before < 0)
                return -1;
            child += !before;
        }
        swap_items(heap->list, place, child);
        place = child;
    }
    return sift_up(heap, first, place);
}

static bool is_list(Value value, const char *function, const char *which) {
    if (value_isa(value, &rt_type_list))
        return true;
    raise_error(&rt_exc_TypeError, "%s() argument%s must be list, not %A", function, which, value);
    return false;
}

static Value pop(Value list, bool largest_first) {
    Heap heap = {AS(ListObject, list), largest_first};
    if (!heap.list->length)
        return raise_error(&rt_exc_IndexError, "index out of range");
    Value last = heap.list->items[--heap.list->length];
    if (!heap.list->length)
        return last;
    Value first = heap.list->items[0];
    heap.list->items[0] = last;
    if (sift_down(&heap, 0) == 0)
        return first;
    value_decref(first);
    return 0;
}

/* Puts `item` in the place of the first one, which is answered. */
static Value replace(Value list, Value item, bool largest_first) {
    Heap heap = {AS(ListObject, list), largest_first};
    if (!heap.list->length)
        return raise_error(&rt_exc_IndexError, "index out of range");
    Value first = heap.list->items[0];
    heap.list->items[0] = value_incref(item);
    if (sift_down(&heap, 0) == 0)
        return first;
    value_decref(first);
    return 0;
}

static Value order(Value list, bool largest_first) {
    Heap heap = {AS(ListObject, list), largest_first};
    for (int64_t place = heap.list->length >> 1; place-- > 0;)
        if (sift_down(&heap, place) < 0)
            return 0;
    return VALUE_NONE;
}

NATIVE(heappush) {
    NATIVE_UNUSED();
    if (!is_list(args[0], "heappush", " 1"))
        return 0;
    Heap heap = {AS(ListObject, args[0]), false};
    if (list_append(args[0], args[1]) < 0 || sift_up(&heap, 0, heap.list->length - 1) < 0)
        return 0;
    return VALUE_NONE;
}

NATIVE(heappushpop) {
    NATIVE_UNUSED();
    if (!is_list(args[0], "heappushpop", " 1"))
        return 0;
    const ListObject *list = AS(ListObject, args[0]);
    int before = list->length ? is_less(list->items[0], args[1]) : 0;
    if (before < 0)
        return 0;
    return before ? replace(args[0], args[1], false) : value_incref(args[1]);
}

NATIVE(heappop) {
    NATIVE_UNUSED();
    return is_list(args[0], "heappop", "") ? pop(args[0], false) : 0;
}

NATIVE(heapreplace) {
    NATIVE_UNUSED();
    return is_list(args[0], "heapreplace", " 1") ? replace(args[0], args[1], false) : 0;
}

NATIVE(heapify) {
    NATIVE_UNUSED();
    return is_list(args[0], "heapify", "") ? order(args[0], false) : 0;
}

NATIVE(heappop_max) {
    NATIVE_UNUSED();
    return is_list(args[0], "_heappop_max", "") ? pop(args[0], true) : 0;
}

NATIVE(heapreplace_max) {
    NATIVE_UNUSED();
    return is_list(args[0], "_heapreplace_max", " 1") ? replace(args[0], args[1], true) : 0;
}

NATIVE(heapify_max) {
    NATIVE_UNUSED();
    return is_list(args[0], "_heapify_max", "") ? order(args[0], true) : 0;
}

static const NativeMethod functions[] = {
    {.name = "heappush", .call = heappush, .min_args = 2, .max_args = 2},
    {.name = "heappushpop", .call = heappushpop, .min_args = 2, .max_args = 2},
    {.name = "heappop", .call = heappop, .min_args = 1, .max_args = 1},
    {.name = "heapreplace", .call = heapreplace, .min_args = 2, .max_args = 2},
    {.name = "heapify", .call = heapify, .min_args = 1, .max_args = 1},
    {.name = "_heappop_max", .call = heappop_max, .min_args = 1, .max_args = 1},
    {.name = "_heapreplace_max", .call = heapreplace_max, .min_args = 2, .max_args = 2},
    {.name = "_heapify_max", .call = heapify_max, .min_args = 1, .max_args = 1},
    {0},
};

static int heapq_init(ModuleObject *module) {
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__heapq = {.name = "_heapq", .init = heapq_init};
