/*
 * aio_barrier.c — asyncio.Barrier: `parties` tasks wait for each other, round after round. States
 * as in CPython: filling; draining while the tasks of a round leave; resetting; broken. All changes
 * are made under the lock of a Condition, which takes the hops that programs can observe.
 */
#include "aio_primitives.h"
#include "library_frame.h"

enum BarrierState { FILLING, DRAINING, RESETTING, BROKEN };
static const char *const state_names[] = {"filling", "draining", "resetting", "broken"};

typedef struct Barrier {
    Object base;
    Value condition;
    int64_t parties, count; /* count: tasks inside */
    uint8_t state;
    Attributes attributes;
} Barrier;

AIO_INFO(info_wait, "wait", "Barrier.wait");
AIO_INFO(info_reset, "reset", "Barrier.reset");
AIO_INFO(info_abort, "abort", "Barrier.abort");
AIO_INFO(info_aenter, "__aenter__", "Barrier.__aenter__");
AIO_INFO(info_aexit, "__aexit__", "Barrier.__aexit__");

static Barrier *self_of(const Value *args) {
    return AS(Barrier, args[0]);
}

static Condition *condition_of(const Barrier *barrier) {
    return AS(Condition, barrier->condition);
}

static Lock *lock_of(const Barrier *barrier) {
    return AS(Lock, condition_of(barrier)->lock);
}

static int notify_all(const Barrier *barrier) {
    return condition_notify(condition_of(barrier), INT64_MAX);
}

/* ---- under the lock -------------------------------------------------------------------------- */

enum LockedState { LOCK_BEGIN, LOCK_WOKEN, LOCK_HELD_BLOCKED, LOCK_HELD_WAITING };

/* Leaves the lock with `result` (stolen; 0: the exception pending). */
static Value leave(const Barrier *barrier, Value result) {
    Value exception = result ? 0 : exc_fetch();
    if (lock_release(lock_of(barrier)) < 0) {
        value_decref(exception);
        value_decref(result);
        return 0;
    }
    if (exception)
        exc_restore_take(exception);
    return result;
}

/* Gets the lock: 1 it is held, 0 the frame waits for it, -1 failed. */
static int enter(AioFrame *frame, Value input) {
    Lock *lock = lock_of(AS(Barrier, frame->self));
    if (frame->state == LOCK_WOKEN)
        return lock_woken(lock, &frame->waiter, input) ? 1 : -1;
    if (lock_try(lock))
        return 1;
    Value owner = condition_of(AS(Barrier, frame->self))->lock;
    return waiter_join(&frame->waiter, &lock->waiters, owner, &lock->loop);
}

/* A task leaves the barrier; the last one opens it for the next round. */
static Value depart(AioFrame *frame, Value result) {
    Barrier *barrier = AS(Barrier, frame->self);
    Value exception = result ? 0 : exc_fetch();
    barrier->count--;
    if (barrier->count == 0) {
        if (barrier->state == RESETTING || barrier->state == DRAINING)
            barrier->state = FILLING;
        if (notify_all(barrier) < 0) {
            value_decref(exception);
            return leave(barrier, 0);
        }
    }
    if (exception)
        exc_restore_take(exception);
    return leave(barrier, result);
}

/* `answer` of _wait(), or 0 with the exception that leaves it at `frame`. */
static Value in_wait(const LibraryFrame *frame, Value answer) {
    ASYNCIO_FRAME(outer, "locks.py", 497, "wait", "await self._wait()");
    return answer_through(&outer, answer_through(frame, answer));
}

/* The same of _block(). */
static Value in_block(const LibraryFrame *frame, Value answer) {
    ASYNCIO_FRAME(outer, "locks.py", 489, "wait",
                  "await self._block() # Block while the barrier drains or resets.");
    return answer_through(&outer, answer_through(frame, answer));
}

/* An exception that came out of a wait for the condition leaves its wait_for, too. */
static Value in_wait_for(Value answer) {
    ASYNCIO_FRAME(frame, "locks.py", 294, "wait_for", "await self.wait()");
    return answer_through(&frame, answer);
}

static Value wait_filled(AioFrame *frame) {
    ASYNCIO_FRAME(reset, "locks.py", 537, "_wait",
                  "raise exceptions.BrokenBarrierError(\"Abort or reset of barrier\")");
    Barrier *barrier = AS(Barrier, frame->self);
    if (barrier->state == FILLING) {
        Value wait = condition_wait(barrier->condition);
        return wait ? aio_wait(frame, LOCK_HELD_WAITING, wait) : depart(frame, 0);
    }
    if (barrier->state == BROKEN || barrier->state == RESETTING)
        return depart(frame, in_wait(&reset, raise_error(&rt_exc_BrokenBarrierError,
                                                         "Abort or reset of barrier")));
    return depart(frame, value_from_small_int(frame->number));
}

static Value arrive(AioFrame *frame) {
    Barrier *barrier = AS(Barrier, frame->self);
    frame->number = barrier->count++;
    if (frame->number + 1 != barrier->parties)
        return wait_filled(frame);
    barrier->state = DRAINING;
    return depart(frame, notify_all(barrier) < 0 ? 0 : value_from_small_int(frame->number));
}

static Value wait_ready(AioFrame *frame) {
    ASYNCIO_FRAME(broken, "locks.py", 518, "_block",
                  "raise exceptions.BrokenBarrierError(\"Barrier aborted\")");
    Barrier *barrier = AS(Barrier, frame->self);
    if (barrier->state == DRAINING || barrier->state == RESETTING) {
        Value wait = condition_wait(barrier->condition);
        return wait ? aio_wait(frame, LOCK_HELD_BLOCKED, wait) : leave(barrier, 0);
    }
    if (barrier->state == BROKEN)
        return leave(barrier,
                     in_block(&broken, raise_error(&rt_exc_BrokenBarrierError, "Barrier aborted")));
    return arrive(frame);
}

static Value wait_next(AioFrame *frame, Value input) {
    ASYNCIO_FRAME(blocked, "locks.py", 510, "_block", "await self._cond.wait_for(");
    ASYNCIO_FRAME(filling, "locks.py", 534, "_wait",
                  "await self._cond.wait_for(lambda: self._state is not _BarrierState.FILLING)");
    ASYNCIO_FRAME(acquiring, "locks.py", 15, "__aenter__", "await self.acquire()");
    ASYNCIO_FRAME(entering, "locks.py", 488, "wait", "async with self._cond:");
    if (frame->state == LOCK_HELD_BLOCKED) {
        value_decref(input);
        in_block(&blocked, in_wait_for(input));
        return input ? wait_ready(frame) : leave(AS(Barrier, frame->self), 0);
    }
    if (frame->state == LOCK_HELD_WAITING) {
        value_decref(input);
        in_wait(&filling, in_wait_for(input));
        return input ? wait_filled(frame) : depart(frame, 0);
    }
    int entered = enter(frame, input);
    if (entered < 0)
        return answer_through(&entering, answer_through(&acquiring, 0));
    return entered ? wait_ready(frame) : aio_wait_future(frame, LOCK_WOKEN);
}

/* wait() and, with `argument` set, __aenter__(), which awaits it */
static Value wait_step(AioFrame *frame, Value input) {
    ASYNCIO_FRAME(outer, "locks.py", 476, "__aenter__", "return await self.wait()");
    Value answer = wait_next(frame, input);
    return frame->argument ? answer_through(&outer, answer) : answer;
}

/* reset() and, with `argument` set, abort() */
static Value change_step(AioFrame *frame, Value input) {
    Barrier *barrier = AS(Barrier, frame->self);
    int entered = enter(frame, input);
    if (entered <= 0)
        return entered < 0 ? 0 : aio_wait_future(frame, LOCK_WOKEN);
    if (frame->argument)
        barrier->state = BROKEN;
    else
        barrier->state = barrier->count > 0 ? RESETTING : FILLING;
    return leave(barrier, notify_all(barrier) < 0 ? 0 : VALUE_NONE);
}

/* ---- methods --------------------------------------------------------------------------------- */

NATIVE(barrier_wait) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_wait, wait_step, args[0], 0);
}

static Value wait_direct(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                         Value names) {
    NATIVE_UNUSED();
    return aio_await(awaiter, &info_wait, wait_step, args[0], 0);
}

NATIVE(barrier_reset) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_reset, change_step, args[0], 0);
}

NATIVE(barrier_abort) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_abort, change_step, args[0], VALUE_TRUE);
}

static Value aenter_step(AioFrame *frame, Value input) {
    ASYNCIO_FRAME(outer, "locks.py", 476, "__aenter__", "return await self.wait()");
    if (frame->state)
        return answer_through(&outer, input);
    return aio_wait(frame, 1, object_call_method(frame->self, "wait", NULL, 0));
}

NATIVE(barrier_aenter) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_aenter, aenter_step, args[0], 0);
}

static Value aexit_step(AioFrame *frame, Value input) {
    (void)frame, (void)input;
    return VALUE_NONE;
}

NATIVE(barrier_aexit) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_aexit, aexit_step, args[0], 0);
}

static Value aenter_direct(Coroutine *awaiter, Value self) {
    if (primitive_plain(self, &aio_type_Barrier))
        return aio_await(awaiter, &info_wait, wait_step, self, VALUE_TRUE);
    return aio_await(awaiter, &info_aenter, aenter_step, self, 0);
}

static Value aexit_direct(Coroutine *awaiter, Value self, Value exception) {
    (void)awaiter, (void)self, (void)exception;
    return VALUE_NONE;
}

NATIVE(get_parties) {
    NATIVE_UNUSED();
    return value_from_small_int(self_of(args)->parties);
}

static int64_t waiting(const Barrier *barrier) {
    return barrier->state == FILLING ? barrier->count : 0;
}

NATIVE(get_n_waiting) {
    NATIVE_UNUSED();
    return value_from_small_int(waiting(self_of(args)));
}

NATIVE(get_broken) {
    NATIVE_UNUSED();
    return VALUE_BOOL(self_of(args)->state == BROKEN);
}

/* ---- the type -------------------------------------------------------------------------------- */

static Value barrier_new(Type *type, const Value *args, uint32_t count, Value names) {
    Value self = primitive_new(type, args, count, names);
    if (self && !(AS(Barrier, self)->condition = condition_new())) {
        value_decref(self);
        return 0;
    }
    return self;
}

NATIVE(init_bound) {
    NATIVE_UNUSED();
    ASYNCIO_FRAME(frame, "locks.py", 458, "__init__", "raise ValueError('parties must be > 0')");
    Barrier *barrier = SPEC_DATA(callee);
    int64_t parties = object_index(args[0]);
    if (parties == -1 && isolate.pending)
        return 0;
    if (parties < 1)
        return answer_through(&frame, raise_error(&rt_exc_ValueError, "parties must be > 0"));
    barrier->parties = parties;
    return VALUE_NONE;
}

static int barrier_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "__init__",
                                      .call = init_bound,
                                      .min_args = 1,
                                      .max_args = 1,
                                      .kind = METHOD_STATIC,
                                      .keywords = "@Barrier parties"};
    return call_spec(&spec, AS(Barrier, self), args, count, names) ? 0 : -1;
}

static Value barrier_repr(Value self) {
    const Barrier *barrier = AS(Barrier, self);
    if (barrier->state == BROKEN)
        return primitive_repr(self, str_from_cstr("broken"), 0);
    return primitive_repr(self,
                          str_format("%s, waiters:%lld/%lld", state_names[barrier->state],
                                     (long long)waiting(barrier), (long long)barrier->parties),
                          0);
}

static void barrier_dealloc(Object *self) {
    EventLoop *none = NULL;
    value_replace(&((Barrier *)self)->condition, 0);
    primitive_dealloc(self, &none);
}

static void barrier_traverse(Object *self, VisitValue visit, void *context) {
    visit(((Barrier *)self)->condition, context);
    primitive_traverse(self, NULL, visit, context);
}

static const NativeMethod barrier_methods[] = {
    {.name = "wait", .call = barrier_wait, .keywords = "@Barrier", .await_direct = wait_direct},
    {.name = "reset", .call = barrier_reset, .keywords = "@Barrier", .coroutine = true},
    {.name = "abort", .call = barrier_abort, .keywords = "@Barrier", .coroutine = true},
    {.name = "__aenter__", .call = barrier_aenter, .coroutine = true},
    {.name = "__aexit__", .call = barrier_aexit, .max_args = -1, .coroutine = true},
    {.name = "parties", .call = get_parties, .kind = METHOD_GETTER},
    {.name = "n_waiting", .call = get_n_waiting, .kind = METHOD_GETTER},
    {.name = "broken", .call = get_broken, .kind = METHOD_GETTER},
    {0},
};

Type aio_type_Barrier = {
    .name = "asyncio.locks.Barrier",
    .flags = TYPE_HAS_DICT | TYPE_MUTABLE,
    .basic_size = sizeof(Barrier),
    .shape_offset = offsetof(Barrier, attributes),
    .methods = barrier_methods,
    .slots = {.dealloc = barrier_dealloc,
              .traverse = barrier_traverse,
              .clear = primitive_clear,
              .repr = barrier_repr,
              .aenter_direct = aenter_direct,
              .aexit_direct = aexit_direct,
              .new = barrier_new,
              .init = barrier_init},
};

int aio_barrier_init(ModuleObject *module) {
    return module_add_type(module, "Barrier", &aio_type_Barrier);
}
