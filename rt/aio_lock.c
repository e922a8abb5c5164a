/*
 * aio_lock.c — asyncio.Lock: first come, first served. release() wakes the first waiter, which
 * takes the lock when it runs; in between the lock is free, but a newcomer queues up behind the
 * waiters.
 */
#include "aio_primitives.h"
#include "library_frame.h"

AIO_INFO(info_acquire, "acquire", "Lock.acquire");

Value lock_new(void) {
    return primitive_new(&aio_type_Lock, NULL, 0, 0);
}

bool lock_try(Lock *lock) {
    if (lock->locked)
        return false;
    for (const Waiter *waiter = lock->waiters.first; waiter; waiter = waiter->next)
        if (!future_cancelled(waiter_future(waiter)))
            return false;
    return lock->locked = true;
}

/* Wakes the first waiter; if that one is done already, it will see to the next. */
static int wake_first(Lock *lock) {
    const Waiter *first = lock->waiters.first;
    if (!first || future_done(waiter_future(first)))
        return 0;
    return future_set_result(waiter_future(first), VALUE_TRUE);
}

Value lock_woken(Lock *lock, Waiter *waiter, Value input) {
    waiter_drop(waiter);
    if (input) {
        value_decref(input);
        lock->locked = true;
        return VALUE_TRUE;
    }
    if (exc_pending_is(&rt_exc_CancelledError) && !lock->locked) {
        Value exception = exc_fetch();
        if (wake_first(lock) < 0) {
            value_decref(exception);
            return 0;
        }
        exc_restore_take(exception);
    }
    ASYNCIO_FRAME(frame, "locks.py", 114, "acquire", "await fut");
    return answer_through(&frame, 0);
}

enum { QUIET = 1 }; /* note of a waiter: the await answers None, not True */

static Value woken(Coroutine *awaiter, Waiter *waiter, Value input, uint8_t note) {
    (void)awaiter;
    Value lock = value_incref(waiter->list->owner);
    Value result = lock_woken(AS(Lock, lock), waiter, input);
    value_decref(lock);
    if (note == QUIET)
        return mixin_entered(result);
    return result;
}

Value lock_park(Coroutine *awaiter, Lock *lock, bool quiet) {
    return waiter_park(awaiter, &lock->waiters, OBJ(lock), &lock->loop, woken, quiet ? QUIET : 0);
}

int lock_release(Lock *lock) {
    ASYNCIO_FRAME(frame, "locks.py", 140, "release", "raise RuntimeError('Lock is not acquired.')");
    if (!lock->locked)
        return status_through(&frame, raise_status(&rt_exc_RuntimeError, "Lock is not acquired."));
    lock->locked = false;
    return wake_first(lock);
}

static Value acquire_step(AioFrame *frame, Value input) {
    Lock *lock = AS(Lock, frame->self);
    if (frame->state)
        return lock_woken(lock, &frame->waiter, input);
    if (lock_try(lock))
        return VALUE_TRUE;
    if (waiter_join(&frame->waiter, &lock->waiters, frame->self, &lock->loop) < 0)
        return 0;
    return aio_wait_future(frame, 1);
}

NATIVE(acquire) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_acquire, acquire_step, args[0], 0);
}

static Lock *self_of(const Value *args) {
    return AS(Lock, args[0]);
}

static Value acquire_direct(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                            Value names) {
    NATIVE_UNUSED();
    return lock_try(self_of(args)) ? VALUE_TRUE : lock_park(awaiter, self_of(args), false);
}

static Value lock_aenter(Coroutine *awaiter, Value self) {
    if (!primitive_plain(self, &aio_type_Lock))
        return mixin_aenter_direct(awaiter, self);
    return lock_try(AS(Lock, self)) ? VALUE_NONE : lock_park(awaiter, AS(Lock, self), true);
}

static Value lock_aexit(Coroutine *awaiter, Value self, Value exception) {
    if (!primitive_plain(self, &aio_type_Lock))
        return mixin_aexit_direct(awaiter, self, exception);
    return lock_release(AS(Lock, self)) < 0 ? 0 : VALUE_NONE;
}

NATIVE(release) {
    NATIVE_UNUSED();
    return lock_release(self_of(args)) < 0 ? 0 : VALUE_NONE;
}

NATIVE(locked) {
    NATIVE_UNUSED();
    return VALUE_BOOL(self_of(args)->locked);
}

static int lock_init(Value self, const Value *args, uint32_t count, Value names) {
    (void)self, (void)args;
    return primitive_no_arguments("Lock", count, names);
}

static Value lock_repr(Value self) {
    const Lock *lock = AS(Lock, self);
    return primitive_repr(self, str_from_cstr(lock->locked ? "locked" : "unlocked"),
                          lock->waiters.count);
}

static void lock_dealloc(Object *self) {
    primitive_dealloc(self, &((Lock *)self)->loop);
}

static void lock_traverse(Object *self, VisitValue visit, void *context) {
    waiters_visit(&((Lock *)self)->waiters, visit, context);
    primitive_traverse(self, ((Lock *)self)->loop, visit, context);
}

NATIVE(get_waiters) {
    NATIVE_UNUSED();
    return waiters_list(&AS(Lock, args[0])->waiters, true);
}

static const NativeMethod lock_methods[] = {
    {.name = "_waiters", .call = get_waiters, .kind = METHOD_GETTER},
    {.name = "acquire", .call = acquire, .keywords = "@Lock", .await_direct = acquire_direct},
    {.name = "release", .call = release, .keywords = "@Lock"},
    {.name = "locked", .call = locked, .keywords = "@Lock"},
    {.name = "_locked", .call = locked, .kind = METHOD_GETTER},
    MIXIN_METHODS,
    {0},
};

Type aio_type_Lock = {
    .name = "asyncio.locks.Lock",
    .flags = TYPE_HAS_DICT | TYPE_MUTABLE,
    .basic_size = sizeof(Lock),
    .shape_offset = offsetof(Lock, attributes),
    .methods = lock_methods,
    .slots = {.dealloc = lock_dealloc,
              .traverse = lock_traverse,
              .clear = primitive_clear,
              .repr = lock_repr,
              .aenter_direct = lock_aenter,
              .aexit_direct = lock_aexit,
              .new = primitive_new,
              .init = lock_init},
};

int aio_lock_init(ModuleObject *module) {
    return module_add_type(module, "Lock", &aio_type_Lock);
}
