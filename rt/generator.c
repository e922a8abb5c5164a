/*
 * generator.c — the type `generator`: an iterator whose body runs between two steps of the
 * consumer. A step resumes the body directly; it allocates nothing, and the end is VALUE_STOP
 * unless send() or throw() must answer StopIteration.
 */
#include "containers.h"
#include "coro.h"
#include "fast.h"
#include "object.h"
#include "stack.h"

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

/* Runs the body up to its next yield. `sent_take` 0: the pending exception is raised in it. */
static void resume(Coroutine *generator, Value sent_take) {
    generator->transfer = sent_take;
    generator->state = CORO_RUNNING;
    if (generator->flags & CORO_HANDLERS)
        resume_with_handlers(generator);
    else
        coro_resume_frame(generator);
}

/* ---- yield from ------------------------------------------------------------------------------ */

/* The generator that goes on when `generator`, at a `yield from`, is stepped; NULL: its own body
 * does. One that is handling an exception has its body resumed, for sys.exception() in what it
 * delegates to, and so have all in programs whose debug stack shows them. */
static Coroutine *delegate_of(const Coroutine *generator) {
    if (!(generator->flags & CORO_DELEGATES) || value_is_pointer(generator->handled) || rt_stack)
        return NULL;
    Coroutine *delegate = AS(Coroutine, generator->awaiting);
    return delegate->state == CORO_YIELDED ? delegate : NULL;
}

/* The one of the running generators from `outer` down that delegates to `delegate`. */
static Coroutine *delegator_of(Coroutine *outer, const Coroutine *delegate) {
    while (AS(Coroutine, outer->awaiting) != delegate)
        outer = AS(Coroutine, outer->awaiting);
    return outer;
}

/* Steps `outer`, a generator that can run: at the end of a chain of `yield from` only the innermost
 * body is resumed, so that an item costs next to nothing for each generator that passes it on. When
 * a body ends, the one that delegated to it goes on. Answers the generator that ran last: one whose
 * transfer is what was yielded, or `outer` at its end. */
static Coroutine *step(Coroutine *outer, Value sent_take) {
    Coroutine *inner = outer;
    for (Coroutine *delegate; (delegate = delegate_of(inner)); inner = delegate)
        inner->state = CORO_RUNNING;
    resume(inner, sent_take);
    while (inner->state != CORO_YIELDED && inner != outer) {
        Value result = coro_result_take(inner);
        inner = delegator_of(outer, inner);
        inner->await_kind =
            AWAIT_CHILD; /* which is done: its result is the value of `yield from` */
        inner->flags &= (uint8_t)~CORO_DELEGATES;
        resume(inner, result);
    }
    for (Coroutine *at = outer; at != inner; at = AS(Coroutine, at->awaiting))
        at->state = CORO_YIELDED;
    return inner;
}

Value generator_next(Coroutine *generator) {
    if (generator->state >= CORO_RUNNING)
        return refuse(generator);
    Coroutine *last = step(generator, VALUE_NONE);
    return last->state == CORO_YIELDED ? coro_result_take(last) : rt_generator_ended(last);
}

/* send(), without an object at the end. */
static int generator_send_slot(Value self, Value value, Value *result) {
    Coroutine *generator = AS(Coroutine, self);
    if (generator->state != CORO_YIELDED)
        return coro_send_slot(self, value, result);
    Coroutine *last = step(generator, value_incref(value));
    *result = coro_result_take(last);
    return last->state == CORO_YIELDED ? 0 : *result ? 1 : -1;
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
