/*
 * Tests list, tuple and range: growth, slices and their assignment, the sort (order, stability,
 * keys, errors, changes while sorting), hashes, comparison, and iteration over lists that change.
 * The sums were computed by CPython 3.11 with the same steps.
 */
#include "containers.h"
#include "object.h"
#include "unit.h"

UNIT_PROGRAM()

#define INT(number) value_from_small_int(number)

/* A generator of numbers that CPython can follow: x = x * 1103515245 + 12345 mod 2^31. */
static uint32_t state;
static uint32_t next_number(void) {
    return state = (state * 1103515245u + 12345u) & 0x7fffffff;
}

static int64_t order_sum(Value sequence) {
    int64_t sum = 0;
    const ListObject *list = AS(ListObject, sequence);
    for (int64_t i = 0; i < list->length; i++)
        sum = (sum * 31 + value_small_int(list->items[i])) % 1000003;
    return sum;
}

static Value counting(int64_t count) {
    Value list = list_new(NULL, 0);
    for (int64_t i = 0; i < count; i++)
        list_append(list, INT(i));
    return list;
}

static const char *shown(Value value) {
    static char text[512];
    size_t size;
    Value repr = object_repr(value);
    snprintf(text, sizeof text, "%s", str_utf8(repr, &size));
    value_decref(repr);
    return text;
}

/* The pending exception must be of `type`; clears it. */
static bool failed_with(const Type *type) {
    bool is = exc_pending_is(type);
    exc_clear();
    return is;
}

static Value slice_of(Value list, Value start, Value stop, Value step) {
    Value key = slice_new(start, stop, step);
    Value result = object_getitem(list, key);
    value_decref(key);
    return result;
}

static int assign(Value list, Value start, Value stop, Value step, Value value) {
    Value key = slice_new(start, stop, step);
    int status = object_setitem(list, key, value);
    value_decref(key);
    return status;
}

static void test_items(void) {
    Value list = counting(5);
    CHECK_INT(object_len(list), 5);
    CHECK_INT(object_getitem(list, INT(-1)), INT(4));
    CHECK(!object_getitem(list, INT(5)) && failed_with(&rt_exc_IndexError));
    CHECK(!object_getitem(list, VALUE_NONE) && failed_with(&rt_exc_TypeError));
    CHECK_INT(object_setitem(list, INT(0), INT(9)), 0);
    CHECK_INT(list_insert(list, -1, INT(8)), 0);
    CHECK_TEXT(shown(list), "[9, 1, 2, 3, 8, 4]");
    CHECK_INT(object_setitem(list, INT(1), 0), 0);
    CHECK_TEXT(shown(list), "[9, 2, 3, 8, 4]");
    CHECK_INT(object_contains(list, INT(3)), 1);
    CHECK_INT(object_contains(list, INT(77)), 0);
    list_append(list, list);
    CHECK_TEXT(shown(list), "[9, 2, 3, 8, 4, [...]]");
    object_setitem(list, INT(-1), 0);
    value_decref(list);
}

/* An item that could not be made is none: its error is passed on, the list is as before. */
static void test_missing_item(void) {
    Value list = counting(3);
    raise_error(&rt_exc_ValueError, "no item");
    CHECK(list_append_take(list, 0) == -1);
    CHECK(failed_with(&rt_exc_ValueError));
    CHECK(AS(ListObject, list)->length == 3);
    value_decref(list);
}

static void test_slices(void) {
    Value list = counting(50), none = VALUE_NONE;
    CHECK_INT(assign(list, INT(3), INT(40), INT(5), 0), 0);
    CHECK_INT(order_sum(list), 150218);
    Value two = list_new((Value[]){INT(100), INT(101)}, 2);
    CHECK_INT(assign(list, INT(2), INT(9), none, two), 0);
    CHECK_INT(object_len(list), 37);
    CHECK(assign(list, none, none, INT(4), two) < 0 && failed_with(&rt_exc_ValueError));
    CHECK(assign(list, none, none, none, INT(4)) < 0 && failed_with(&rt_exc_TypeError));
    CHECK(assign(list, none, none, INT(0), two) < 0 && failed_with(&rt_exc_ValueError));
    Value backwards = slice_of(list, none, none, INT(-1));
    CHECK_INT(object_len(backwards), 37);
    CHECK_INT(AS(ListObject, backwards)->items[0], AS(ListObject, list)->items[36]);
    CHECK_INT(assign(list, INT(1), INT(1), none, list), 0); /* a list put into itself */
    CHECK_INT(object_len(list), 74);
    value_decref(backwards);
    value_decref(two);
    value_decref(list);
}

static void test_operators(void) {
    Value list = counting(3), twice = object_binary(list, INT(2), SLOT_MUL);
    CHECK_TEXT(shown(twice), "[0, 1, 2, 0, 1, 2]");
    Value none = object_binary(INT(-1), list, SLOT_MUL);
    CHECK_TEXT(shown(none), "[]");
    CHECK(!object_binary(list, tuple_new(NULL, 0), SLOT_ADD) && failed_with(&rt_exc_TypeError));
    CHECK_INT(object_compare_bool(list, twice, COMPARE_LT), 1);
    CHECK_INT(object_compare_bool(list, none, COMPARE_GT), 1);
    CHECK_INT(list_extend(list, list), 0); /* by itself */
    CHECK_INT(object_compare_bool(list, twice, COMPARE_EQ), 1);
    value_decref(none);
    value_decref(twice);
    value_decref(list);
}

/* ---- sort ------------------------------------------------------------------------------------ */

static Value numbers(void) {
    Value list = list_new(NULL, 0);
    state = 7;
    for (int i = 0; i < 2000; i++)
        list_append(list, INT(next_number() / 8 % 1000));
    return list;
}

static Value key_source;

/* key: the number at the index, mod 16 */
static Value key_function(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    int64_t index = value_small_int(args[0]);
    return INT(value_small_int(AS(ListObject, key_source)->items[index]) % 16);
}

/* key: changes the list that is being sorted */
static Value meddling_key(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    list_append(key_source, INT(1));
    return args[0];
}

static Value function(NativeCall call) {
    static NativeMethod methods[4];
    static int used;
    methods[used] = (NativeMethod){.name = "key", .call = call, .min_args = 1, .max_args = 1};
    return native_function_new(&methods[used++], 0, 0);
}

static void test_sort(void) {
    Value list = numbers();
    CHECK_INT(list_sort(list, 0, false), 0);
    CHECK_INT(order_sum(list), 328127);
    CHECK_INT(list_sort(list, 0, true), 0);
    CHECK_INT(order_sum(list), 779480);
    value_decref(list);

    key_source = numbers();
    Value key = function(key_function), indexes = counting(2000);
    CHECK_INT(list_sort(indexes, key, false), 0); /* equal keys keep their order */
    CHECK_INT(order_sum(indexes), 194669);
    value_decref(indexes);
    indexes = counting(2000);
    CHECK_INT(list_sort(indexes, key, true), 0);
    CHECK_INT(order_sum(indexes), 2588);
    value_decref(indexes);
    value_decref(key);
    value_decref(key_source);

    Value mixed = list_new((Value[]){INT(2), VALUE_NONE, INT(1)}, 3);
    CHECK(list_sort(mixed, 0, false) < 0 && failed_with(&rt_exc_TypeError));
    CHECK_INT(object_len(mixed), 3);
    value_decref(mixed);

    key_source = counting(3);
    key = function(meddling_key);
    CHECK(list_sort(key_source, key, false) < 0 && failed_with(&rt_exc_ValueError));
    CHECK_INT(object_len(key_source), 3);
    value_decref(key);
    value_decref(key_source);
}

/* ---- tuple, range, iteration ----------------------------------------------------------------- */

static void test_tuple(void) {
    Value tuple = tuple_new((Value[]){INT(1), INT(2), INT(3)}, 3);
    CHECK_INT(object_hash(tuple), 529344067295497451);
    CHECK_INT(object_hash(tuple_new(NULL, 0)), 5740354900026072187);
    Value other = tuple_new((Value[]){INT(0), INT(-1)}, 2);
    CHECK_INT(object_hash(other), 8374038142897728572);
    CHECK_TEXT(shown(tuple), "(1, 2, 3)");
    CHECK_INT(object_compare_bool(tuple, other, COMPARE_GE), 1);
    Value one = tuple_new(&tuple, 1);
    CHECK_TEXT(shown(one), "((1, 2, 3),)");
    value_decref(one);
    value_decref(other);
    value_decref(tuple);
}

static void test_range(void) {
    Value range = range_new(INT(10), INT(-11), INT(-3)), list = list_from_iterable(range);
    CHECK_TEXT(shown(list), "[10, 7, 4, 1, -2, -5, -8]");
    CHECK_INT(object_len(range), 7);
    CHECK_INT(object_contains(range, INT(-5)), 1);
    CHECK_INT(object_contains(range, INT(-6)), 0);
    Value part = slice_of(range, INT(1), INT(-1), INT(2));
    CHECK_TEXT(shown(part), "range(7, -8, -6)");
    Value same = range_new(INT(7), INT(-10), INT(-6));
    CHECK_INT(object_equal(part, same), 1);
    CHECK_INT(object_hash(part), object_hash(same));
    CHECK(!range_new(INT(1), INT(2), INT(0)) && failed_with(&rt_exc_ValueError));
    value_decref(same);
    value_decref(part);
    value_decref(list);
    value_decref(range);
}

static int shrink(Value item, void *context) {
    (void)item;
    Value list = *(Value *)context;
    return object_setitem(list, INT(-1), 0);
}

static void test_iteration(void) {
    Value list = counting(10);
    CHECK_INT(object_iterate(list, shrink, &list), 0); /* meets in the middle */
    CHECK_INT(object_len(list), 5);
    Value iterator = object_iter(list);
    for (int i = 0; i < 5; i++)
        CHECK_INT(object_next(iterator), INT(i));
    CHECK(object_next(iterator) == VALUE_STOP);
    list_append(list, INT(6));
    CHECK(object_next(iterator) == VALUE_STOP); /* exhausted for good */
    value_decref(iterator);
    value_decref(list);
}

int main(int argc, char **argv) {
    rt_start(argc, argv);
    test_items();
    test_missing_item();
    test_slices();
    test_operators();
    test_sort();
    test_tuple();
    test_range();
    test_iteration();
    CHECK(!isolate.pending);
    rt_finish(0);
    return unit_done();
}
