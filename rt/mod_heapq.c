/*
 * mod_heapq.c — the module _heapq: priority queues in lists, the smallest (or for the functions
 * whose names end in _max the largest) item first. heapq.py adds what goes over iterables.
 *
 * An item that leaves the root's place is replaced by its smaller child down to a leaf, and what
 * stands there then rises: most items belong near the leaves, so this compares less (Knuth, volume
 * 3, 5.2.3, exercise 18). Comparisons may run Python code, which may change the list.
 */
#include "containers.h"
#include "object.h"

/* Does `left` belong nearer to the root? -1: failed. */
static int is_before(ListObject *heap, Value left, Value right, bool max) {
    if (value_is_small_int(left) && value_is_small_int(right))
        return max ? (int64_t)right < (int64_t)left : (int64_t)left < (int64_t)right;
    int64_t length = heap->length;
    value_incref(left);
    value_incref(right);
    int before = max ? object_compare_bool(right, left, COMPARE_LT)
                     : object_compare_bool(left, right, COMPARE_LT);
    value_decref(left);
    value_decref(right);
    if (before >= 0 && heap->length != length)
        return raise_status(&rt_exc_RuntimeError, "list changed size during iteration");
    return before;
}

static void exchange(ListObject *heap, int64_t one, int64_t other) {
    Value item = heap->items[one];
    heap->items[one] = heap->items[other];
    heap->items[other] = item;
}

/* Moves the item at `place` towards the root, which is at `first`. */
static int rise(ListObject *heap, int64_t first, int64_t place, bool max) {
    while (place > first) {
        int64_t parent = (place - 1) >> 1;
        int before = is_before(heap, heap->items[place], heap->items[parent], max);
        if (before <= 0)
            return before;
        exchange(heap, place, parent);
        place = parent;
    }
    return 0;
}

/* Moves the item at `place` to where it belongs below. */
static int sink(ListObject *heap, int64_t place, bool max) {
    int64_t first = place, end = heap->length;
    while (place < end >> 1) {
        int64_t child = 2 * place + 1;
        if (child + 1 < end) {
            int before = max ? is_before(heap, heap->items[child + 1], heap->items[child], max)
                             : is_before(heap, heap->items[child], heap->items[child + 1], max);
            if (before < 0)
                return -1;
            child += max ? before : !before;
        }
        exchange(heap, place, child);
        place = child;
    }
    return rise(heap, first, place, max);
}

/* The argument of function `name` as a list, or NULL; `place`: " 1", or "" where there is only one.
 */
static ListObject *heap_of(Value value, const char *name, const char *place) {
    if (value_isa(value, &rt_type_list))
        return AS(ListObject, value);
    if (value == VALUE_NONE)
        raise_error(&rt_exc_TypeError, "%s() argument%s must be list, not None", name, place);
    else
        raise_error(&rt_exc_TypeError, "%s() argument%s must be list, not %T", name, place, value);
    return NULL;
}

static Value pop(ListObject *heap, bool max) {
    if (!heap)
        return 0;
    if (!heap->length)
        return raise_error(&rt_exc_IndexError, "index out of range");
    Value last = heap->items[--heap->length];
    if (!heap->length)
        return last;
    Value first = heap->items[0];
    heap->items[0] = last;
    if (sink(heap, 0, max) == 0)
        return first;
    value_decref(first);
    return 0;
}

static Value replace(ListObject *heap, Value item, bool max) {
    if (!heap)
        return 0;
    if (!heap->length)
        return raise_error(&rt_exc_IndexError, "index out of range");
    Value first = heap->items[0];
    heap->items[0] = value_incref(item);
    if (sink(heap, 0, max) == 0)
        return first;
    value_decref(first);
    return 0;
}

static Value arrange(ListObject *heap, bool max) {
    if (!heap)
        return 0;
    for (int64_t place = (heap->length >> 1) - 1; place >= 0; place--)
        if (sink(heap, place, max) < 0)
            return 0;
    return VALUE_NONE;
}

NATIVE(heappush) {
    NATIVE_UNUSED();
    ListObject *heap = heap_of(args[0], "heappush", " 1");
    if (!heap || list_append(args[0], args[1]) < 0)
        return 0;
    return rise(heap, 0, heap->length - 1, false) < 0 ? 0 : VALUE_NONE;
}

NATIVE(heappushpop) {
    NATIVE_UNUSED();
    ListObject *heap = heap_of(args[0], "heappushpop", " 1");
    if (!heap)
        return 0;
    int before = heap->length ? is_before(heap, heap->items[0], args[1], false) : 0;
    if (before < 0)
        return 0;
    return before ? replace(heap, args[1], false) : value_incref(args[1]);
}

NATIVE(heappop) {
    NATIVE_UNUSED();
    return pop(heap_of(args[0], "heappop", ""), false);
}

NATIVE(heappop_max) {
    NATIVE_UNUSED();
    return pop(heap_of(args[0], "_heappop_max", ""), true);
}

NATIVE(heapreplace) {
    NATIVE_UNUSED();
    return replace(heap_of(args[0], "heapreplace", " 1"), args[1], false);
}

NATIVE(heapreplace_max) {
    NATIVE_UNUSED();
    return replace(heap_of(args[0], "_heapreplace_max", " 1"), args[1], true);
}

NATIVE(heapify) {
    NATIVE_UNUSED();
    return arrange(heap_of(args[0], "heapify", ""), false);
}

NATIVE(heapify_max) {
    NATIVE_UNUSED();
    return arrange(heap_of(args[0], "_heapify_max", ""), true);
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

const NativeModule pyrt_module__heapq = {"_heapq", heapq_init};
