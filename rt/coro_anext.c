/*
 * coro_anext.c — the awaitable of the built-in anext(iterator, default): steps what __anext__
 * answered, and ends with the default where that ends with StopAsyncIteration.
 */
#include "containers.h"
#include "coro.h"
#include "object.h"

/* IteratorObject.parts: the awaitable, the default, the awaitable's iterator (0: not asked yet). */
enum { PART_AWAITABLE, PART_DEFAULT, PART_ITERATOR };

static Value part(Value self, int which) {
    return AS(IteratorObject, self)->parts[which];
}

/* The iterator to step; borrowed, 0 failed. */
static Value iterator_borrow(Value self) {
    if (!part(self, PART_ITERATOR))
        AS(IteratorObject, self)->parts[PART_ITERATOR] = await_iterator(part(self, PART_AWAITABLE));
    return part(self, PART_ITERATOR);
}

static int with_default(Value self, int status, Value *result) {
    if (status >= 0 || !exc_pending_is(&rt_exc_StopAsyncIteration))
        return status;
    exc_clear();
    *result = value_incref(part(self, PART_DEFAULT));
    return 1;
}

static int default_send_slot(Value self, Value value, Value *result) {
    Value iterator = iterator_borrow(self);
    return iterator ? with_default(self, iterator_send(iterator, value, result), result) : -1;
}

static Value default_next(Value self) {
    Value result = 0;
    int status = default_send_slot(self, VALUE_NONE, &result);
    if (status != 1)
        return status < 0 ? 0 : result;
    value_decref(result);
    return VALUE_STOP;
}

NATIVE(default_send) {
    NATIVE_UNUSED();
    Value result = 0;
    int status = default_send_slot(args[0], args[1], &result);
    return iterator_answer(status, result);
}

NATIVE(default_next_method) {
    NATIVE_UNUSED();
    Value result = 0;
    int status = default_send_slot(args[0], VALUE_NONE, &result);
    return iterator_answer(status, result);
}

NATIVE(default_throw) {
    NATIVE_UNUSED();
    Value iterator = iterator_borrow(args[0]);
    if (!iterator || coro_raise_arguments(args + 1, count - 1) < 0)
        return 0;
    Value result = 0;
    int status = with_default(args[0], iterator_throw(iterator, &result), &result);
    return iterator_answer(status, result);
}

NATIVE(default_close) {
    NATIVE_UNUSED();
    Value iterator = iterator_borrow(args[0]);
    return iterator && iterator_close(iterator) == 0 ? VALUE_NONE : 0;
}

static const NativeMethod default_methods[] = {
    {.name = "send", .call = default_send, .min_args = 1, .max_args = 1},
    {.name = "throw", .call = default_throw, .min_args = 1, .max_args = 3},
    {.name = "close", .call = default_close},
    {.name = "__next__", .call = default_next_method},
    {0},
};

static Type type_anext_default = {
    .name = "anext_awaitable",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(IteratorObject),
    .methods = default_methods,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = iterator_traverse,
              .iter = iterator_self,
              .next = default_next,
              .send = default_send_slot,
              .await = iterator_self},
};

Value anext_default_new(Value awaitable, Value fallback) {
    return iterator_new(&type_anext_default, awaitable, fallback, 0);
}
