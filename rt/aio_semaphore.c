/*
 * aio_semaphore.c — asyncio.Semaphore and BoundedSemaphore. A release gives its permit to the first
 * waiter at once (the counter goes down again before that one runs), so nobody can overtake it; a
 * waiter that was given one and is cancelled passes it on.
 */
#include "aio_primitives.h"
#include "library_frame.h"

typedef struct Semaphore {
    Object base;
    EventLoop *loop;
    WaiterList waiters;
    int64_t value, bound; /* bound: of BoundedSemaphore */
    Attributes attributes;
} Semaphore;

AIO_INFO(info_acquire, "acquire", "Semaphore.acquire");

static Semaphore *self_of(const Value *args) {
    return AS(Semaphore, args[0]);
}

NATIVE(init_bound) {
    NATIVE_UNUSED();
    ASYNCIO_FRAME(frame, "locks.py", 348, "__init__",
                  "raise ValueError(\"Semaphore initial value must be >= 0\")");
    Semaphore *semaphore = SPEC_DATA(callee);
    int64_t value = args[0] ? object_index(args[0]) : 1;
    if (value == -1 && isolate.pending)
        return 0;
    if (value < 0)
        return answer_through(
            &frame, raise_error(&rt_exc_ValueError, "Semaphore initial value must be >= 0"));
    semaphore->value = semaphore->bound = value;
    return VALUE_NONE;
}

#define INIT_SPEC(class)                                                                           \
    {                                                                                              \
        .name = "__init__", .call = init_bound, .max_args = 1, .kind = METHOD_STATIC,              \
        .keywords = "@" class " value"                                                             \
    }

static int semaphore_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = INIT_SPEC("Semaphore");
    return call_spec(&spec, AS(Semaphore, self), args, count, names) ? 0 : -1;
}

static int bounded_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = INIT_SPEC("BoundedSemaphore");
    return call_spec(&spec, AS(Semaphore, self), args, count, names) ? 0 : -1;
}

static bool is_locked(const Semaphore *semaphore) {
    if (semaphore->value == 0)
        return true;
    for (const Waiter *waiter = semaphore->waiters.first; waiter; waiter = waiter->next)
        if (!future_cancelled(waiter_future(waiter)))
            return true;
    return false;
}

/* Gives a permit to the first waiter that has none. */
static int wake_next(Semaphore *semaphore) {
    Waiter *waiter = waiters_first_pending(&semaphore->waiters);
    if (!waiter)
        return 0;
    semaphore->value--;
    return future_set_result(waiter_future(waiter), VALUE_TRUE);
}

/* A cancelled waiter that had been given a permit gives it on. */
static Value acquire_failed(Semaphore *semaphore, bool had_permit) {
    ASYNCIO_FRAME(frame, "locks.py", 387, "acquire", "await fut");
    traceback_through(&frame);
    if (!had_permit || !exc_pending_is(&rt_exc_CancelledError))
        return 0;
    Value exception = exc_fetch();
    semaphore->value++;
    if (wake_next(semaphore) < 0)
        value_decref(exception);
    else
        exc_restore_take(exception);
    return 0;
}

/* The await of `waiter` ended with `input` (stolen; 0: the pending exception). */
static Value acquired(Semaphore *semaphore, Waiter *waiter, Value input) {
    bool had_permit = !future_cancelled(waiter_future(waiter));
    waiter_drop(waiter);
    value_decref(input);
    if (!input)
        return acquire_failed(semaphore, had_permit);
    if (semaphore->value > 0 && wake_next(semaphore) < 0)
        return 0;
    return VALUE_TRUE;
}

static Value acquire_step(AioFrame *frame, Value input) {
    Semaphore *semaphore = AS(Semaphore, frame->self);
    if (frame->state)
        return acquired(semaphore, &frame->waiter, input);
    if (!is_locked(semaphore)) {
        semaphore->value--;
        return VALUE_TRUE;
    }
    if (waiter_join(&frame->waiter, &semaphore->waiters, frame->self, &semaphore->loop) < 0)
        return 0;
    return aio_wait_future(frame, 1);
}

enum { QUIET = 1 }; /* note of a waiter: the await answers None, not True */

static Value woken(Coroutine *awaiter, Waiter *waiter, Value input, uint8_t note) {
    (void)awaiter;
    Value semaphore = value_incref(waiter->list->owner);
    Value result = acquired(AS(Semaphore, semaphore), waiter, input);
    value_decref(semaphore);
    if (note == QUIET)
        return mixin_entered(result);
    return result;
}

/* acquire() on behalf of `awaiter`. */
static Value acquire_now(Coroutine *awaiter, Semaphore *semaphore, bool quiet) {
    if (is_locked(semaphore))
        return waiter_park(awaiter, &semaphore->waiters, OBJ(semaphore), &semaphore->loop, woken,
                           quiet ? QUIET : 0);
    semaphore->value--;
    return quiet ? VALUE_NONE : VALUE_TRUE;
}

NATIVE(semaphore_acquire) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_acquire, acquire_step, args[0], 0);
}

static Value semaphore_acquire_direct(Coroutine *awaiter, Value callee, const Value *args,
                                      uint32_t count, Value names) {
    NATIVE_UNUSED();
    return acquire_now(awaiter, self_of(args), false);
}

static bool is_plain(Value self) {
    return primitive_plain(self, &aio_type_Semaphore) ||
           primitive_plain(self, &aio_type_BoundedSemaphore);
}

static Value semaphore_aenter(Coroutine *awaiter, Value self) {
    return is_plain(self) ? acquire_now(awaiter, AS(Semaphore, self), true)
                          : mixin_aenter_direct(awaiter, self);
}

static int release(Semaphore *semaphore) {
    semaphore->value++;
    return wake_next(semaphore);
}

NATIVE(semaphore_release) {
    NATIVE_UNUSED();
    return release(self_of(args)) < 0 ? 0 : VALUE_NONE;
}

static int bounded_release_self(Semaphore *semaphore) {
    ASYNCIO_FRAME(frame, "locks.py", 434, "release",
                  "raise ValueError('BoundedSemaphore released too many times')");
    if (semaphore->value < semaphore->bound)
        return release(semaphore);
    return status_through(
        &frame, raise_status(&rt_exc_ValueError, "BoundedSemaphore released too many times"));
}

NATIVE(bounded_release) {
    NATIVE_UNUSED();
    return bounded_release_self(self_of(args)) < 0 ? 0 : VALUE_NONE;
}

static Value semaphore_aexit(Coroutine *awaiter, Value self, Value exception) {
    int status;
    if (primitive_plain(self, &aio_type_Semaphore))
        status = release(AS(Semaphore, self));
    else if (primitive_plain(self, &aio_type_BoundedSemaphore))
        status = bounded_release_self(AS(Semaphore, self));
    else
        return mixin_aexit_direct(awaiter, self, exception);
    return status < 0 ? 0 : VALUE_NONE;
}

NATIVE(semaphore_locked) {
    NATIVE_UNUSED();
    return VALUE_BOOL(is_locked(self_of(args)));
}

NATIVE(semaphore_value) {
    NATIVE_UNUSED();
    return int_from_i64(self_of(args)->value);
}

static int semaphore_set_value(Value self, Value value) {
    int64_t number = value ? object_index(value) : 0;
    if (!value || (number == -1 && isolate.pending))
        return value ? -1 : raise_status(&rt_exc_AttributeError, "can't delete attribute '_value'");
    AS(Semaphore, self)->value = number;
    return 0;
}

static Value semaphore_repr(Value self) {
    const Semaphore *semaphore = AS(Semaphore, self);
    Value state = is_locked(semaphore)
                      ? str_from_cstr("locked")
                      : str_format("unlocked, value:%lld", (long long)semaphore->value);
    return primitive_repr(self, state, semaphore->waiters.count);
}

static void semaphore_dealloc(Object *self) {
    primitive_dealloc(self, &((Semaphore *)self)->loop);
}

static void semaphore_traverse(Object *self, VisitValue visit, void *context) {
    waiters_visit(&((Semaphore *)self)->waiters, visit, context);
    primitive_traverse(self, ((Semaphore *)self)->loop, visit, context);
}

NATIVE(get_waiters) {
    NATIVE_UNUSED();
    return waiters_list(&AS(Semaphore, args[0])->waiters, true);
}

static const NativeMethod semaphore_methods[] = {
    {.name = "_waiters", .call = get_waiters, .kind = METHOD_GETTER},
    {.name = "acquire",
     .call = semaphore_acquire,
     .keywords = "@Semaphore",
     .await_direct = semaphore_acquire_direct},
    {.name = "release", .call = semaphore_release, .keywords = "@Semaphore"},
    {.name = "locked", .call = semaphore_locked, .keywords = "@Semaphore"},
    {.name = "_value", .call = semaphore_value, .kind = METHOD_GETTER, .set = semaphore_set_value},
    MIXIN_METHODS,
    {0},
};

static const NativeMethod bounded_methods[] = {
    {.name = "release", .call = bounded_release, .keywords = "@BoundedSemaphore"}, {0}};

Type aio_type_Semaphore = {
    .name = "asyncio.locks.Semaphore",
    .flags = TYPE_HAS_DICT | TYPE_MUTABLE,
    .basic_size = sizeof(Semaphore),
    .shape_offset = offsetof(Semaphore, attributes),
    .methods = semaphore_methods,
    .slots = {.dealloc = semaphore_dealloc,
              .traverse = semaphore_traverse,
              .clear = primitive_clear,
              .repr = semaphore_repr,
              .new = primitive_new,
              .init = semaphore_init,
              .aenter_direct = semaphore_aenter,
              .aexit_direct = semaphore_aexit},
};

Type aio_type_BoundedSemaphore = {
    .name = "asyncio.locks.BoundedSemaphore",
    .flags = TYPE_HAS_DICT | TYPE_MUTABLE,
    .basic_size = sizeof(Semaphore),
    .base_type = &aio_type_Semaphore,
    .shape_offset = offsetof(Semaphore, attributes),
    .methods = bounded_methods,
    .slots = {.init = bounded_init},
};

int aio_semaphore_init(ModuleObject *module) {
    if (module_add_type(module, "Semaphore", &aio_type_Semaphore) < 0)
        return -1;
    return module_add_type(module, "BoundedSemaphore", &aio_type_BoundedSemaphore);
}
