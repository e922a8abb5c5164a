/* Tests rt/mem.c, rt/gc.c and rt/weakref.c: allocation, failure, reference cycles, weak references.
 */
#include "object.h"
#include "unit.h"

UNIT_PROGRAM()

static void test_sizes(void) {
    int64_t before = mem_live_objects();
    Object *objects[80];
    for (int i = 0; i < 80; i++) {
        size_t size = sizeof(Object) + (size_t)i * 40;
        objects[i] = object_new(&rt_type_object, size);
        CHECK(objects[i] && ((uintptr_t)objects[i] & 15) == 0);
        CHECK(object_block_size(objects[i]) >= size);
        bool zero = true;
        for (size_t k = sizeof(Object); k < size; k++)
            zero &= ((char *)objects[i])[k] == 0;
        CHECK(zero);
        memset((char *)objects[i] + sizeof(Object), 0xaa, size - sizeof(Object));
    }
    CHECK_INT(mem_live_objects() - before, 80);
    for (int i = 0; i < 80; i++)
        value_decref(OBJ(objects[i]));
    CHECK_INT(mem_live_objects(), before);
}

static void test_failure(void) {
    mem_fail_at(0);
    CHECK(mem_alloc(10) == NULL);
    CHECK(exc_pending_is(&rt_exc_MemoryError));
    exc_clear();
    mem_fail_at(0);
    CHECK(object_new(&rt_type_object, sizeof(Object)) == NULL);
    CHECK(exc_pending_is(&rt_exc_MemoryError));
    exc_clear();
    mem_fail_at(-1);
    /* However early memory ends: the list is made, or the error is clean. */
    for (int at = 0; at < 12; at++) {
        int64_t before = mem_live_objects();
        mem_fail_at(at);
        Value list = list_new(NULL, 0);
        for (int i = 0; list && i < 40; i++)
            if (list_append(list, VALUE_NONE) < 0)
                break;
        mem_fail_at(-1);
        exc_clear();
        value_decref(list);
        CHECK_INT(mem_live_objects(), before);
    }
}

static void test_cycle(void) {
    gc_collect();
    int64_t before = mem_live_objects();
    Value a = list_new(NULL, 0), b = list_new(NULL, 0), kept = list_new(NULL, 0);
    list_append(a, b);
    list_append(b, a);
    list_append(kept, kept);
    value_decref(a);
    value_decref(b);
    CHECK_INT(gc_collect(), 2);
    CHECK_INT(mem_live_objects() - before, 1);
    CHECK_INT(AS(ListObject, kept)->length, 1);
    value_decref(kept);
    CHECK_INT(gc_collect(), 1);
    CHECK_INT(mem_live_objects(), before);
}

/* A chain far deeper than the C stack could free by recursion. */
static void test_deep_chain(void) {
    int64_t before = mem_live_objects();
    Value chain = VALUE_NONE;
    for (int i = 0; i < 200000; i++) {
        Value next = tuple_new(&chain, 1);
        value_decref(chain);
        chain = next;
    }
    value_decref(chain);
    CHECK_INT(mem_live_objects(), before);
}

static int callbacks;

static Value on_death(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)names;
    CHECK_INT(count, 1);
    CHECK(weakref_target_borrow(args[0]) == VALUE_NONE);
    callbacks++;
    return VALUE_NONE;
}

static const NativeMethod on_death_method = {.name = "on_death", .call = on_death, .max_args = 1};

static void test_weakref(void) {
    Value target = set_new(false);
    Value callback = native_function_new(&on_death_method, 0, 0);
    Value plain = weakref_new(&rt_type_weakref, target, 0);
    Value loud = weakref_new(&rt_type_weakref, target, callback);
    CHECK(weakref_target_borrow(plain) == target);
    CHECK_INT(weakref_count(value_object(target)), 2);
    value_decref(target);
    CHECK_INT(callbacks, 1);
    CHECK(weakref_target_borrow(plain) == VALUE_NONE);
    value_decref(plain);
    value_decref(loud);
    value_decref(callback);
    CHECK(weakref_new(&rt_type_weakref, value_from_small_int(3), 0) == 0);
    CHECK(exc_pending_is(&rt_exc_TypeError));
    exc_clear();
}

static void test_weakref_many(void) {
    enum { COUNT = 500 };
    Value targets[COUNT], references[COUNT];
    for (int i = 0; i < COUNT; i++) {
        targets[i] = set_new(false);
        references[i] = weakref_new(&rt_type_weakref, targets[i], 0);
    }
    for (int i = 0; i < COUNT; i += 2)
        value_decref(targets[i]);
    for (int i = 0; i < COUNT; i++)
        CHECK(weakref_target_borrow(references[i]) == (i % 2 ? targets[i] : VALUE_NONE));
    for (int i = 0; i < COUNT; i++) {
        value_decref(references[i]);
        if (i % 2)
            value_decref(targets[i]);
    }
}

int main(int argc, char **argv) {
    if (rt_start(argc, argv) < 0)
        return 1;
    test_sizes();
    test_failure();
    test_cycle();
    test_deep_chain();
    test_weakref();
    test_weakref_many();
    int status = unit_done();
    return rt_finish(status);
}
