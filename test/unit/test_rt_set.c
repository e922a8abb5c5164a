/*
 * Tests set and frozenset: above all that the order of iteration is CPython's, through additions,
 * removals, pops and all operators. The sums were computed by CPython 3.11 with the same steps.
 */
#include "containers.h"
#include "object.h"
#include "unit.h"

UNIT_PROGRAM()

#define INT(number) value_from_small_int(number)

static uint32_t state;
static uint32_t next_number(void) {
    return state = (state * 1103515245u + 12345u) & 0x7fffffff;
}

static int add_up(Value item, void *context) {
    int64_t *sum = context;
    *sum = (*sum * 31 + value_small_int(item)) % 1000003;
    return 0;
}

static int64_t order_sum(Value set) {
    int64_t sum = 0;
    object_iterate(set, add_up, &sum);
    return sum;
}

static bool failed_with(const Type *type) {
    bool is = exc_pending_is(type);
    exc_clear();
    return is;
}

/* set(range(0, stop, step)) */
static Value counting(int64_t stop, int64_t step) {
    Value range = range_new(INT(0), INT(stop), INT(step)), set = set_new(false);
    set_update(set, range);
    value_decref(range);
    return set;
}

static void test_random(void) {
    static const int64_t expected[][3] = {
        {99, 20, 976135}, {999, 222, 703470}, {4999, 317, 1776}, {19999, 285, 7908}};
    Value set = set_new(false);
    int at = 0;
    state = 7;
    for (int i = 0; i < 20000; i++) {
        uint32_t x = next_number();
        Value item = INT(x / 8 % 700);
        if (x % 11 < 6)
            set_add(set, item);
        else if (x % 11 < 9)
            set_discard(set, item);
        else if (object_len(set))
            value_decref(object_call_method(set, "pop", NULL, 0));
        if (i != expected[at][0])
            continue;
        CHECK_INT(object_len(set), expected[at][1]);
        CHECK_INT(order_sum(set), expected[at++][2]);
    }
    value_decref(set);
}

static void check_operator(Value left, Value right, NumberSlot slot, int64_t length, int64_t sum) {
    Value result = object_binary(left, right, slot);
    CHECK_INT(object_len(result), length);
    CHECK_INT(order_sum(result), sum);
    value_decref(result);
}

static void test_operators(void) {
    Value left = counting(400, 3), right = counting(300, 2);
    check_operator(left, right, SLOT_OR, 234, 631007);
    check_operator(left, right, SLOT_AND, 50, 28976);
    check_operator(left, right, SLOT_SUB, 84, 935390);
    check_operator(left, right, SLOT_XOR, 184, 147860);
    check_operator(right, left, SLOT_SUB, 100, 815493);
    Value copy = object_call_method(left, "copy", NULL, 0);
    CHECK_INT(order_sum(copy), 259735);
    CHECK_INT(object_equal(copy, left), 1);
    Value big = counting(1000, 1), thirds = counting(1000, 3);
    Value less = object_inplace(big, thirds, SLOT_SUB);
    CHECK(less == big);
    CHECK_INT(order_sum(big), 528933);
    Value same = object_inplace(big, left, SLOT_AND);
    CHECK(same == big);
    CHECK_INT(object_len(big), 0);
    CHECK(!object_binary(left, VALUE_NONE, SLOT_OR) && failed_with(&rt_exc_TypeError));
    Value all[] = {same, less, thirds, big, copy, right, left};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        value_decref(all[i]);
}

static void test_comparison(void) {
    Value small = counting(10, 2), large = counting(10, 1);
    CHECK_INT(object_compare_bool(small, large, COMPARE_LT), 1);
    CHECK_INT(object_compare_bool(large, small, COMPARE_GE), 1);
    CHECK_INT(object_compare_bool(small, small, COMPARE_LT), 0);
    CHECK_INT(object_compare_bool(small, small, COMPARE_LE), 1);
    Value frozen = object_call1(OBJ(&rt_type_frozenset), small);
    CHECK_INT(object_equal(frozen, small), 1);
    CHECK(object_hash(small) == -1 && failed_with(&rt_exc_TypeError));
    value_decref(frozen);
    value_decref(large);
    value_decref(small);
}

static int64_t frozen_hash(int64_t start, int64_t stop) {
    Value range = range_new(INT(start), INT(stop), INT(1)), frozen = set_new(true);
    set_update(frozen, range);
    int64_t hash = object_hash(frozen);
    value_decref(frozen);
    value_decref(range);
    return hash;
}

static void test_hash(void) {
    CHECK_INT(frozen_hash(0, 0), 133146708735736);
    CHECK_INT(frozen_hash(1, 2), -558064481276695278);
    CHECK_INT(frozen_hash(1, 4), -272375401224217160);
    CHECK_INT(frozen_hash(0, 100), 4411996150312757951);
}

static void test_elements(void) {
    Value set = set_new(false), inner = set_new(false);
    CHECK(set_add(set, inner) < 0 && failed_with(&rt_exc_TypeError));
    Value frozen = set_new(true);
    CHECK_INT(set_add(set, frozen), 0);
    CHECK_INT(set_contains(set, inner), 1); /* a set looked for stands for its frozenset */
    CHECK_INT(set_discard(set, inner), 1);
    CHECK_INT(set_discard(set, inner), 0);
    Value none = object_call_method(set, "pop", NULL, 0);
    CHECK(!none && failed_with(&rt_exc_KeyError));
    set_add(set, INT(1));
    Value iterator = object_iter(set);
    set_add(set, INT(2));
    CHECK(!object_next(iterator) && failed_with(&rt_exc_RuntimeError));
    value_decref(iterator);
    value_decref(frozen);
    value_decref(inner);
    value_decref(set);
}

int main(int argc, char **argv) {
    rt_start(argc, argv);
    test_random();
    test_operators();
    test_comparison();
    test_hash();
    test_elements();
    CHECK(!isolate.pending);
    rt_finish(0);
    return unit_done();
}
