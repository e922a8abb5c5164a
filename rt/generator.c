/*
 * generator.c — the type `generator`: an iterator whose body runs between two steps of the
 * consumer. A step resumes the body directly; it allocates nothing, and the end is VALUE_STOP
 * unless send() or throw() must answer StopIteration.
 */
#include "containers.h"
#include "coro.h"
#include "fast.h"
#include "object.h"

static Value refuse(const Coroutine *generator) {
    if (generator->state == CORO_CLOSED)
        return VALUE_STOP;
    return raise_error(&rt_exc_ValueError, "generator already executing");
}

/* The body, with an item of its own in the chain of handled exceptions. */
static void resume_with_handlers(Coroutine *generator) {
    Coroutine *owner = isolate.handled_owner;
    Value *item = isolate.handled_item;
    generator->handled_previous = owner;
    isolate.handled_owner = generator;
    isolate.handled_item = &generator->handled;
    coro_resume_frame(generator);
    isolate.handled_owner = owner;
    isolate.handled_item = item;
}

Value rt_generator_ended(Coroutine *generator) {
    Value result = coro_result_take(generator);
    value_decref(result);
    return result ? VALUE_STOP : 0;
}

static void resume(Coroutine *generator, Value sent) {
    generator->transfer = sent;
    generator->state = CORO_RUNNING;
    if (generator->flags & CORO_HANDLERS)
        resume_with_handlers(generator);
    else
        coro_resume_frame(generator);
}

Value generator_next(Coroutine *generator) {
    if (generator->state >= CORO_RUNNING)
        return refuse(generator);
    resume(generator, VALUE_NONE);
    return generator->state == CORO_YIELDED ? coro_result_take(generator)
                                            : rt_generator_ended(generator);
}

/* send(), without an object at the end. */
static int generator_send_slot(Value self, Value value, Value *result) {
    Coroutine *generator = AS(Coroutine, self);
    if (generator->state != CORO_YIELDED)
        return coro_send_slot(self, value, result);
    resume(generator, value_incref(value));
    *result = coro_result_take(generator);
    return generator->state == CORO_YIELDED ? 0 : *result ? 1 : -1;
}

static Value generator_next_slot(Value self) {
    return generator_next(AS(Coroutine, self));
}

#define SELF() AS(Coroutine, args[0])

NATIVE(generator_send) {
    NATIVE_UNUSED();
    return coro_send(SELF(), args[1]);
}

NATIVE(generator_next_method) {
    NATIVE_UNUSED();
    return coro_send(SELF(), VALUE_NONE);
}

NATIVE(generator_throw) {
    NATIVE_UNUSED();
    if (coro_raise_arguments(args + 1, count - 1) < 0)
        return 0;
    return coro_throw_take(SELF(), exc_fetch());
}

NATIVE(generator_close) {
    NATIVE_UNUSED();
    return coro_close(SELF()) < 0 ? 0 : VALUE_NONE;
}

static const NativeMethod generator_methods[] = {
    {.name = "send", .call = generator_send, .min_args = 1, .max_args = 1},
    {.name = "throw", .call = generator_throw, .min_args = 1, .max_args = 3},
    {.name = "close", .call = generator_close},
    {.name = "__next__", .call = generator_next_method},
    {.name = "__name__", .call = coro_get_name, .kind = METHOD_GETTER, .set = coro_set_name},
    {.name = "__qualname__",
     .call = coro_get_qualname,
     .kind = METHOD_GETTER,
     .set = coro_set_qualname},
    {.name = "gi_yieldfrom", .call = coro_get_await, .kind = METHOD_GETTER},
    {.name = "gi_code", .call = coro_get_code, .kind = METHOD_MEMBER},
    {.name = "gi_frame", .call = coro_get_frame, .kind = METHOD_GETTER},
    {.name = "gi_running", .call = coro_get_running, .kind = METHOD_GETTER},
    {.name = "gi_suspended", .call = coro_get_suspended, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_generator = {
    .name = "generator",
    .flags = TYPE_FINAL,
    .basic_size = PYRT_CORO_HEADER,
    .methods = generator_methods,
    .slots = {.dealloc = coro_dealloc,
              .traverse = coro_traverse,
              .clear = coro_clear,
              .finalize = coro_finalize,
              .repr = coro_repr,
              .iter = iterator_self,
              .next = generator_next_slot,
              .send = generator_send_slot},
};
