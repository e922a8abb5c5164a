/*
 * Tests dict: order of insertion through many insertions and deletions, holes at both ends, lookups
 * whose comparisons change the dict, views and their iterators. The sums were computed by
 * CPython 3.11 with the same steps.
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

/* Sums of the keys and of the values in order. */
static void order_sums(Value dict, int64_t *keys, int64_t *values) {
    int64_t position = 0;
    Value key, value;
    *keys = *values = 0;
    while (dict_next(dict, &position, &key, &value)) {
        *keys = (*keys * 31 + value_small_int(key)) % 1000003;
        *values = (*values * 31 + value_small_int(value)) % 1000003;
    }
}

static bool failed_with(const Type *type) {
    bool is = exc_pending_is(type);
    exc_clear();
    return is;
}

static Value method(Value object, const char *name) {
    return object_call_method(object, name, NULL, 0);
}

static const char *shown(Value value) {
    static char text[512];
    size_t size;
    Value repr = object_repr(value);
    snprintf(text, sizeof text, "%s", str_utf8(repr, &size));
    value_decref(repr);
    return text;
}

static void test_random(void) {
    static const int64_t expected[][4] = {{99, 40, 564897, 804890},
                                          {999, 217, 892450, 88440},
                                          {4999, 235, 117854, 635314},
                                          {19999, 240, 105065, 783736}};
    Value dict = dict_new();
    int at = 0;
    state = 7;
    for (int i = 0; i < 20000; i++) {
        uint32_t x = next_number();
        Value key = INT(x / 8 % 500);
        if (x % 7 < 4)
            dict_set(dict, key, INT(i));
        else if (x % 7 < 6)
            dict_delete(dict, key);
        else if (dict_len(dict))
            value_decref(method(dict, "popitem"));
        if (i != expected[at][0])
            continue;
        int64_t keys, values;
        order_sums(dict, &keys, &values);
        CHECK_INT(dict_len(dict), expected[at][1]);
        CHECK_INT(keys, expected[at][2]);
        CHECK_INT(values, expected[at++][3]);
    }
    value_decref(dict);
}

/* A queue: entries come in at the end and go at the front. */
static void test_queue(void) {
    Value dict = dict_new();
    int wrong = 0;
    for (int i = 0; i < 100000; i++) {
        dict_set(dict, INT(i), VALUE_NONE);
        if (i < 10)
            continue;
        Value iterator = object_iter(dict), first = object_next(iterator);
        value_decref(iterator);
        wrong += first != INT(i - 10);
        dict_delete(dict, first);
    }
    CHECK_INT(wrong, 0);
    CHECK_INT(dict_len(dict), 10);
    CHECK(AS(DictObject, dict)->room < 100);
    value_decref(dict);
}

/* One entry comes and goes beside another that stays: deleted marks must not fill the table. */
static void test_marks(void) {
    Value dict = dict_new();
    int deleted = 0;
    dict_set(dict, INT(0), VALUE_TRUE);
    for (int i = 1; i <= 10000; i++) {
        dict_set(dict, INT(i), VALUE_NONE);
        deleted += dict_delete(dict, INT(i));
    }
    CHECK_INT(deleted, 10000);
    CHECK_INT(dict_delete(dict, INT(5)), 0);
    CHECK(dict_get_borrow(dict, INT(0)) == VALUE_TRUE);
    value_decref(dict);
}

static void test_names(void) {
    Value dict = dict_new();
    char name[16];
    for (int i = 0; i < 1000; i++) {
        snprintf(name, sizeof name, "name%d", i);
        dict_set_cstr(dict, name, INT(i));
    }
    Value text = str_from_cstr("name777"); /* equal to an interned key, but another object */
    CHECK_INT(dict_get_borrow(dict, text), INT(777));
    CHECK_INT(dict_get_cstr_borrow(dict, "name3"), INT(3));
    CHECK(!dict_get_cstr_borrow(dict, "nobody") && !isolate.pending);
    Value list = list_new(NULL, 0);
    CHECK(!dict_get_borrow(dict, list) && failed_with(&rt_exc_TypeError));
    CHECK(dict_set(dict, list, list) < 0 && failed_with(&rt_exc_TypeError));
    value_decref(list);
    value_decref(text);
    value_decref(dict);
}

static void test_changes_while_iterating(void) {
    Value dict = dict_new();
    dict_set(dict, INT(1), INT(2));
    Value iterator = object_iter(dict);
    dict_set(dict, INT(3), INT(4));
    CHECK(!object_next(iterator) && failed_with(&rt_exc_RuntimeError));
    value_decref(iterator);
    iterator = object_iter(dict);
    dict_set(dict, INT(3), INT(5)); /* a new value is no change of size */
    CHECK_INT(object_next(iterator), INT(1));
    CHECK_INT(object_next(iterator), INT(3));
    CHECK(object_next(iterator) == VALUE_STOP);
    value_decref(iterator);
    value_decref(dict);
}

static void test_views(void) {
    Value dict = dict_new(), keys = method(dict, "keys"), items = method(dict, "items");
    for (int i = 0; i < 3; i++)
        dict_set(dict, INT(i), INT(i * i));
    CHECK_TEXT(shown(dict), "{0: 0, 1: 1, 2: 4}");
    CHECK_TEXT(shown(keys), "dict_keys([0, 1, 2])");
    CHECK_TEXT(shown(items), "dict_items([(0, 0), (1, 1), (2, 4)])");
    Value set = set_new(false);
    set_add(set, INT(1));
    set_add(set, INT(7));
    Value both = object_binary(keys, set, SLOT_AND), rest = object_binary(keys, set, SLOT_SUB);
    CHECK_TEXT(shown(both), "{1}");
    CHECK_TEXT(shown(rest), "{0, 2}");
    Value backwards = method(items, "__reversed__"), last = object_next(backwards);
    CHECK_TEXT(shown(last), "(2, 4)");
    CHECK_INT(object_contains(items, last), 1);
    value_decref(last);
    value_decref(backwards);
    value_decref(both);
    value_decref(rest);
    value_decref(set);
    dict_set(dict, INT(9), dict);
    CHECK_TEXT(shown(dict), "{0: 0, 1: 1, 2: 4, 9: {...}}");
    dict_delete(dict, INT(9));
    value_decref(items);
    value_decref(keys);
    value_decref(dict);
}

static void test_operators(void) {
    Value left = dict_new(), right = dict_new();
    dict_set(left, INT(1), INT(1));
    dict_set(left, INT(2), INT(2));
    dict_set(right, INT(2), INT(2));
    CHECK_INT(object_equal(left, right), 0);
    dict_set(right, INT(1), INT(1));
    CHECK_INT(object_equal(left, right), 1); /* the order does not matter */
    dict_set(right, INT(3), INT(3));
    Value merged = object_binary(right, left, SLOT_OR);
    CHECK_TEXT(shown(merged), "{2: 2, 1: 1, 3: 3}");
    CHECK(!object_getitem(left, INT(5)) && failed_with(&rt_exc_KeyError));
    CHECK(object_setitem(left, INT(5), 0) < 0 && failed_with(&rt_exc_KeyError));
    CHECK(!object_compare(left, right, COMPARE_LT) && failed_with(&rt_exc_TypeError));
    value_decref(merged);
    value_decref(right);
    value_decref(left);
}

int main(int argc, char **argv) {
    rt_start(argc, argv);
    test_random();
    test_queue();
    test_marks();
    test_names();
    test_changes_while_iterating();
    test_views();
    test_operators();
    CHECK(!isolate.pending);
    rt_finish(0);
    return unit_done();
}
