/*
 * aio_lock.c — asyncio.Lock: first come, first served. release() wakes the first waiter, which takes
 * the lock when it runs; in between the lock is free, but a newcomer queues up behind the waiters.
 */
#include "aio_primitives.h"

AIO_INFO(info_acquire, "acquire", "Lock.acquire");
AIO_INFO(info_aenter, "__aenter__", "_ContextManagerMixin.__aenter__");
AIO_INFO(info_aexit, "__aexit__", "_ContextManagerMixin.__aexit__");

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
    return 0;
}

int lock_release(Lock *lock) {
    if (!lock->locked)
        return raise_status(&rt_exc_RuntimeError, "Lock is not acquired.");
    lock->locked = false;
    return wake_first(lock);
}

/* acquire(), and with `argument` set __aenter__(), which answers None. */
static Value acquire_step(AioFrame *frame, Value input) {
    Lock *lock = AS(Lock, frame->self);
    Value result = VALUE_TRUE;
    if (frame->state) {
        result = lock_woken(lock, &frame->waiter, input);
    } else if (!lock_try(lock)) {
        if (waiter_join(&frame->waiter, &lock->waiters, frame->self, &lock->loop) < 0)
            return 0;
        return aio_wait_future(frame, 1);
    }
    return result && frame->argument ? VALUE_NONE : result;
}

NATIVE(acquire) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_acquire, acquire_step, args[0], 0);
}
