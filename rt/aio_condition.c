/*
 * aio_condition.c — asyncio.Condition: waiting for a notification with a lock let go meanwhile. The
 * lock is a Lock or anything of the program with acquire(), release() and locked().
 *
 * wait() leaves only with the lock held again: a cancellation that arrives while it is being
 * re-acquired is remembered and raised at the end.
 */
#include "aio_primitives.h"
#include "library_frame.h"

AIO_INFO(info_wait, "wait", "Condition.wait");
AIO_INFO(info_wait_for, "wait_for", "Condition.wait_for");

static Condition *self_of(const Value *args) {
    return AS(Condition, args[0]);
}

/* ---- the lock -------------------------------------------------------------------------------- */

static bool lock_is_native(const Condition *condition) {
    return primitive_plain(condition->lock, &aio_type_Lock);
}

static int is_locked(const Condition *condition) {
    if (lock_is_native(condition))
        return AS(Lock, condition->lock)->locked;
    Value answer = object_call_method(condition->lock, "locked", NULL, 0);
    int locked = answer ? object_truth(answer) : -1;
    value_decref(answer);
    return locked;
}

static int release_lock(const Condition *condition) {
    if (lock_is_native(condition))
        return lock_release(AS(Lock, condition->lock));
    Value answer = object_call_method(condition->lock, "release", NULL, 0);
    value_decref(answer);
    return answer ? 0 : -1;
}

/* ---- wait ------------------------------------------------------------------------------------ */

enum WaitState { WAIT_BEGIN, WAIT_NOTIFIED, WAIT_LOCKED, WAIT_LOCKED_FOREIGN };

/* The lock is held again. */
static Value wait_finish(AioFrame *frame) {
    Value saved = frame->saved;
    frame->saved = 0;
    if (saved && frame->cancelled) {
        Value cancelled = object_call0(OBJ(&rt_exc_CancelledError));
        if (cancelled && saved != VALUE_TRUE)
            value_replace(&exc_as(cancelled)->context, value_incref(saved));
        value_decref(saved);
        ASYNCIO_FRAME(raised, "locks.py", 283, "wait", "raise exceptions.CancelledError");
        return answer_through(&raised, cancelled ? raise_value_take(cancelled) : 0);
    }
    if (saved != VALUE_TRUE) {
        exc_restore_take(saved);
        return 0;
    }
    return VALUE_TRUE;
}

/* Tries to get the lock; `outcome` of the last try: 1 got it, 0 not yet, -1 exception. */
static Value wait_reacquire(AioFrame *frame, int outcome) {
    Condition *condition = AS(Condition, frame->self);
    if (outcome < 0) {
        if (!exc_pending_is(&rt_exc_CancelledError))
            return 0;
        exc_clear();
        frame->cancelled = true;
    }
    if (outcome > 0)
        return wait_finish(frame);
    if (!lock_is_native(condition))
        return aio_wait(frame, WAIT_LOCKED_FOREIGN,
                        object_call_method(condition->lock, "acquire", NULL, 0));
    Lock *lock = AS(Lock, condition->lock);
    if (lock_try(lock))
        return wait_finish(frame);
    if (waiter_join(&frame->waiter, &lock->waiters, condition->lock, &lock->loop) < 0)
        return 0;
    return aio_wait_future(frame, WAIT_LOCKED);
}

static Value wait_begin(AioFrame *frame) {
    Condition *condition = AS(Condition, frame->self);
    int locked = is_locked(condition);
    ASYNCIO_FRAME(not_held, "locks.py", 260, "wait",
                  "raise RuntimeError('cannot wait on un-acquired lock')");
    if (locked == 0)
        return answer_through(&not_held,
                              raise_error(&rt_exc_RuntimeError, "cannot wait on un-acquired lock"));
    if (locked < 0 || release_lock(condition) < 0)
        return 0;
    if (waiter_join(&frame->waiter, &condition->waiters, frame->self, &condition->loop) == 0)
        return aio_wait_future(frame, WAIT_NOTIFIED);
    frame->saved = exc_fetch();
    return wait_reacquire(frame, 0);
}

static Value wait_step(AioFrame *frame, Value input) {
    Condition *condition = AS(Condition, frame->self);
    ASYNCIO_FRAME(waiting, "locks.py", 267, "wait", "await fut");
    switch (frame->state) {
    case WAIT_BEGIN:
        return wait_begin(frame);
    case WAIT_NOTIFIED:
        waiter_drop(&frame->waiter);
        frame->saved = answer_through(&waiting, input) ? VALUE_TRUE : exc_fetch();
        value_decref(input);
        return wait_reacquire(frame, 0);
    case WAIT_LOCKED:
        input = lock_woken(AS(Lock, condition->lock), &frame->waiter, input);
        return wait_reacquire(frame, input ? 1 : -1);
    default:
        value_decref(input);
        return wait_reacquire(frame, input ? 1 : -1);
    }
}

Value condition_wait(Value condition) {
    return aio_coroutine(&info_wait, wait_step, condition, 0);
}

NATIVE(wait_method) {
    NATIVE_UNUSED();
    return condition_wait(args[0]);
}

static Value wait_direct(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                         Value names) {
    NATIVE_UNUSED();
    return aio_await(awaiter, &info_wait, wait_step, args[0], 0);
}

/* ---- wait_for -------------------------------------------------------------------------------- */

static Value wait_for_step(AioFrame *frame, Value input) {
    ASYNCIO_FRAME(waiting, "locks.py", 294, "wait_for", "await self.wait()");
    ASYNCIO_FRAME(first, "locks.py", 292, "wait_for", "result = predicate()");
    ASYNCIO_FRAME(again, "locks.py", 295, "wait_for", "result = predicate()");
    if (!answer_through(&waiting, input))
        return 0;
    value_decref(input);
    Value result = answer_through(frame->state ? &again : &first, object_call0(frame->argument));
    int truth = result ? object_truth(result) : -1;
    if (truth > 0)
        return result;
    value_decref(result);
    if (truth < 0)
        return 0;
    if (primitive_plain(frame->self, &aio_type_Condition))
        return aio_wait(frame, 1, condition_wait(frame->self));
    return aio_wait(frame, 1, object_call_method(frame->self, "wait", NULL, 0));
}

NATIVE(wait_for_method) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_wait_for, wait_for_step, args[0], args[1]);
}

static Value wait_for_direct(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                             Value names) {
    NATIVE_UNUSED();
    return aio_await(awaiter, &info_wait_for, wait_for_step, args[0], args[1]);
}

/* ---- notify ---------------------------------------------------------------------------------- */

int condition_notify(Condition *condition, int64_t most) {
    ASYNCIO_FRAME(not_held, "locks.py", 311, "notify",
                  "raise RuntimeError('cannot notify on un-acquired lock')");
    int locked = is_locked(condition);
    if (locked == 0)
        return status_through(
            &not_held, raise_status(&rt_exc_RuntimeError, "cannot notify on un-acquired lock"));
    return locked < 0 ? -1 : waiters_wake(&condition->waiters, most, VALUE_FALSE);
}

NATIVE(notify) {
    NATIVE_UNUSED();
    int64_t most = args[1] ? object_index(args[1]) : 1;
    if (most == -1 && isolate.pending)
        return 0;
    return condition_notify(self_of(args), most) < 0 ? 0 : VALUE_NONE;
}

NATIVE(notify_all) {
    NATIVE_UNUSED();
    int64_t all = self_of(args)->waiters.count;
    if (primitive_plain(args[0], &aio_type_Condition))
        return condition_notify(self_of(args), all) < 0 ? 0 : VALUE_NONE;
    Value number = value_from_small_int(all);
    return object_call_method(args[0], "notify", &number, 1);
}

/* ---- what it exports from its lock ----------------------------------------------------------- */

NATIVE(acquire) {
    NATIVE_UNUSED();
    return object_call_method(self_of(args)->lock, "acquire", NULL, 0);
}

/* acquire() of the lock awaited at once, without a coroutine if it is free. */
static Value acquire_now(Coroutine *awaiter, const Condition *condition) {
    if (lock_is_native(condition) && lock_try(AS(Lock, condition->lock)))
        return VALUE_TRUE;
    Value awaitable = object_call_method(condition->lock, "acquire", NULL, 0);
    Value answer = awaitable ? pyrt_await(awaiter, awaitable) : 0;
    value_decref(awaitable);
    return answer;
}

static Value acquire_direct(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                            Value names) {
    NATIVE_UNUSED();
    return acquire_now(awaiter, self_of(args));
}

NATIVE(release) {
    NATIVE_UNUSED();
    return release_lock(self_of(args)) < 0 ? 0 : VALUE_NONE;
}

NATIVE(locked) {
    NATIVE_UNUSED();
    int locked = is_locked(self_of(args));
    return locked < 0 ? 0 : VALUE_BOOL(locked);
}

static Value condition_aenter(Coroutine *awaiter, Value self) {
    Condition *condition = AS(Condition, self);
    if (lock_is_native(condition) && lock_try(AS(Lock, condition->lock)))
        return VALUE_NONE;
    return mixin_aenter_direct(awaiter, self);
}

static Value condition_aexit(Coroutine *awaiter, Value self, Value exception) {
    (void)awaiter, (void)exception;
    return release_lock(AS(Condition, self)) < 0 ? 0 : VALUE_NONE;
}

/* ---- the type -------------------------------------------------------------------------------- */

static Value condition_make(Type *type, const Value *args, uint32_t count, Value names) {
    Value self = primitive_new(type, args, count, names);
    if (self && !(AS(Condition, self)->lock = lock_new())) {
        value_decref(self);
        return 0;
    }
    return self;
}

Value condition_new(void) {
    return condition_make(&aio_type_Condition, NULL, 0, 0);
}

NATIVE(init_bound) {
    NATIVE_UNUSED();
    Condition *condition = SPEC_DATA(callee);
    if (!args[0] || args[0] == VALUE_NONE)
        return VALUE_NONE;
    static const char *const wanted[] = {"locked", "acquire", "release"};
    for (int i = 0; i < 3; i++) {
        Value method = object_getattr_cstr(args[0], wanted[i]);
        if (!method)
            return 0;
        value_decref(method);
    }
    value_replace(&condition->lock, value_incref(args[0]));
    return VALUE_NONE;
}

static int condition_init_slot(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "__init__",
                                      .call = init_bound,
                                      .max_args = 1,
                                      .kind = METHOD_STATIC,
                                      .keywords = "@Condition lock"};
    return call_spec(&spec, AS(Condition, self), args, count, names) ? 0 : -1;
}

static Value condition_repr(Value self) {
    const Condition *condition = AS(Condition, self);
    int locked = is_locked(condition);
    if (locked < 0)
        return 0;
    return primitive_repr(self, str_from_cstr(locked ? "locked" : "unlocked"),
                          condition->waiters.count);
}

static void condition_dealloc(Object *self) {
    Condition *condition = (Condition *)self;
    value_replace(&condition->lock, 0);
    primitive_dealloc(self, &condition->loop);
}

static void condition_traverse(Object *self, VisitValue visit, void *context) {
    Condition *condition = (Condition *)self;
    visit(condition->lock, context);
    waiters_visit(&condition->waiters, visit, context);
    primitive_traverse(self, condition->loop, visit, context);
}

NATIVE(get_lock) {
    NATIVE_UNUSED();
    return value_incref(self_of(args)->lock);
}

NATIVE(get_waiters) {
    NATIVE_UNUSED();
    return waiters_list(&AS(Condition, args[0])->waiters, false);
}

static const NativeMethod condition_methods[] = {
    {.name = "_waiters", .call = get_waiters, .kind = METHOD_GETTER},
    {.name = "wait", .call = wait_method, .keywords = "@Condition", .await_direct = wait_direct},
    {.name = "wait_for",
     .call = wait_for_method,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@Condition predicate",
     .await_direct = wait_for_direct},
    {.name = "notify", .call = notify, .max_args = 1, .keywords = "@Condition n"},
    {.name = "notify_all", .call = notify_all, .keywords = "@Condition"},
    {.name = "acquire", .call = acquire, .keywords = "@Lock", .await_direct = acquire_direct},
    {.name = "release", .call = release, .keywords = "@Lock"},
    {.name = "locked", .call = locked, .keywords = "@Lock"},
    {.name = "_lock", .call = get_lock, .kind = METHOD_GETTER},
    MIXIN_METHODS,
    {0},
};

Type aio_type_Condition = {
    .name = "asyncio.locks.Condition",
    .flags = TYPE_HAS_DICT | TYPE_MUTABLE,
    .basic_size = sizeof(Condition),
    .shape_offset = offsetof(Condition, attributes),
    .methods = condition_methods,
    .slots = {.dealloc = condition_dealloc,
              .traverse = condition_traverse,
              .clear = primitive_clear,
              .repr = condition_repr,
              .aenter_direct = condition_aenter,
              .aexit_direct = condition_aexit,
              .new = condition_make,
              .init = condition_init_slot},
};

int aio_condition_init(ModuleObject *module) {
    type_ready(&aio_type_Lock); /* a condition makes its own */
    return module_add_type(module, "Condition", &aio_type_Condition);
}
