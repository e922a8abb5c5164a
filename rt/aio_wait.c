/*
 * aio_wait.c — asyncio.wait and wait_for.
 */
#include "aio_primitives.h"
#include "library_frame.h"

AIO_INFO(info_wait, "wait", "wait");
AIO_INFO(info_wait_for, "wait_for", "wait_for");

/* Callback of timers and futures: completes the future `data`, on which somebody waits. */
static int release_waiter(Value data, Value argument) {
    (void)argument;
    return future_done(future_of(data)) ? 0 : future_set_result(future_of(data), VALUE_NONE);
}

/* ---- wait ------------------------------------------------------------------------------------ */

enum WaitMode { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, WAIT_MODES };
static const char *const mode_names[] = {"ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"};

/* One call of wait(): what the callbacks of its futures share. */
typedef struct WaitState {
    Object base;
    Value futures; /* dict: future -> None, in order */
    Value waiter;  /* the future wait() itself waits for */
    Handle *timer; /* or NULL */
    int64_t left;
    uint8_t mode;
} WaitState;

static void state_dealloc(Object *self) {
    WaitState *state = (WaitState *)self;
    Handle *timer = state->timer;
    state->timer = NULL;
    value_decref(OBJ(timer));
    value_replace(&state->futures, 0);
    value_replace(&state->waiter, 0);
}

static void state_traverse(Object *self, VisitValue visit, void *context) {
    const WaitState *state = (const WaitState *)self;
    visit(state->futures, context);
    visit(state->waiter, context);
    visit(OBJ(state->timer), context);
}

static Type type_wait_state = {
    .name = "asyncio.tasks._wait_state",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(WaitState),
    .slots = {.dealloc = state_dealloc, .traverse = state_traverse},
};

static int failed_with_exception(Value future) {
    int cancelled = anyfuture_cancelled(future);
    if (cancelled)
        return cancelled < 0 ? -1 : 0;
    Value exception = anyfuture_exception(future);
    value_decref(exception);
    return exception ? exception != VALUE_NONE : -1;
}

static int on_completion(Value data, Value argument) {
    WaitState *state = AS(WaitState, data);
    int enough = --state->left <= 0 || state->mode == FIRST_COMPLETED;
    if (!enough && state->mode == FIRST_EXCEPTION)
        enough = failed_with_exception(argument);
    if (enough <= 0)
        return enough;
    if (state->timer)
        handle_cancel(state->timer);
    return release_waiter(state->waiter, 0);
}

static int collect_future(Value item, void *context) {
    return dict_set(AS(WaitState, *(Value *)context)->futures, item, VALUE_NONE);
}

static int wait_mode(Value name) {
    for (int mode = 0; mode < WAIT_MODES; mode++)
        if (value_isa(name, &rt_type_str) && str_equal_cstr(name, mode_names[mode]))
            return mode;
    ASYNCIO_FRAME(frame, "tasks.py", 410, "wait",
                  "raise ValueError(f'Invalid return_when value: {return_when}')");
    return status_through(&frame,
                          raise_status(&rt_exc_ValueError, "Invalid return_when value: %S", name));
}

/* Checks the arguments; a new WaitState with its futures, or 0. */
static Value wait_prepare(Value fs, Value return_when) {
    ASYNCIO_FRAME(no_list, "tasks.py", 406, "wait",
                  "raise TypeError(f\"expect a list of futures, not {type(fs).__name__}\")");
    ASYNCIO_FRAME(empty, "tasks.py", 408, "wait",
                  "raise ValueError('Set of Tasks/Futures is empty.')");
    ASYNCIO_FRAME(no_iterable, "tasks.py", 412, "wait", "fs = set(fs)");
    ASYNCIO_FRAME(no_task, "tasks.py", 415, "wait",
                  "raise TypeError(\"Passing coroutines is forbidden, use tasks explicitly.\")");
    if (aio_isfuture(fs) || aio_iscoroutine(fs))
        return answer_through(
            &no_list, raise_error(&rt_exc_TypeError, "expect a list of futures, not %K", fs));
    int truth = object_truth(fs);
    if (truth == 0) {
        raise_error(&rt_exc_ValueError, "Set of Tasks/Futures is empty.");
        traceback_through(&empty);
    }
    int mode = truth > 0 ? return_when ? wait_mode(return_when) : ALL_COMPLETED : -1;
    Value value = mode < 0 ? 0 : OBJ(object_new(&type_wait_state, sizeof(WaitState)));
    if (!value)
        return 0;
    WaitState *state = AS(WaitState, value);
    state->mode = (uint8_t)mode;
    state->futures = dict_new();
    if (!state->futures ||
        status_through(&no_iterable, object_iterate(fs, collect_future, &value)) < 0)
        goto failed;
    Value future;
    for (int64_t at = 0; dict_next(state->futures, &at, &future, &(Value){0});)
        if (aio_iscoroutine(future)) {
            raise_error(&rt_exc_TypeError,
                        "Passing coroutines is forbidden, use tasks explicitly.");
            refused_through(&no_task, &fs, 1);
            goto failed;
        }
    state->left = dict_len(state->futures);
    if (state->left)
        return value;
    raise_error(&rt_exc_AssertionError, "Set of Futures is empty.");
failed:
    value_decref(value);
    return 0;
}

/* Sets timer and callbacks. 0 or -1. */
static int wait_start(Value self, Value timeout) {
    WaitState *state = AS(WaitState, self);
    EventLoop *loop = aio_running_loop();
    if (!loop || !(state->waiter = loop_make_future(loop)))
        return -1;
    double delay;
    if (timeout && timeout != VALUE_NONE) {
        if (!value_to_double(timeout, &delay))
            return -1;
        state->timer = loop_call_later(loop, delay, release_waiter, state->waiter, 0);
        if (!state->timer)
            return -1;
    }
    Value future;
    for (int64_t at = 0; dict_next(state->futures, &at, &future, &(Value){0});)
        if (anyfuture_add_callback(future, on_completion, self) < 0)
            return -1;
    return 0;
}

static int wait_stop(Value self) {
    WaitState *state = AS(WaitState, self);
    if (state->timer)
        handle_cancel(state->timer);
    Value future;
    for (int64_t at = 0; dict_next(state->futures, &at, &future, &(Value){0});)
        if (anyfuture_remove_callback(future, on_completion, self) < 0)
            return -1;
    return 0;
}

/* The tuple (done, pending). */
static Value wait_result(const WaitState *state) {
    Value done = set_new(false), pending = done ? set_new(false) : 0;
    Value pair = pending ? tuple_new_empty(2) : 0;
    if (!pair) {
        value_decref(done);
        value_decref(pending);
        return 0;
    }
    AS(TupleObject, pair)->items[0] = done;
    AS(TupleObject, pair)->items[1] = pending;
    Value future;
    for (int64_t at = 0; dict_next(state->futures, &at, &future, &(Value){0});) {
        int is_done = anyfuture_done(future);
        if (is_done < 0 || set_add(is_done ? done : pending, future) < 0) {
            value_decref(pair);
            return 0;
        }
    }
    return pair;
}

/* self: the futures; argument: tuple (timeout, return_when); saved: the WaitState */
static Value wait_step(AioFrame *frame, Value input) {
    if (frame->state == 0) {
        const Value *options = AS(TupleObject, frame->argument)->items;
        frame->saved = wait_prepare(frame->self, options[1]);
        if (!frame->saved || wait_start(frame->saved, options[0]) < 0)
            return 0;
        return aio_wait(frame, 1, value_incref(AS(WaitState, frame->saved)->waiter));
    }
    ASYNCIO_FRAME(waiting, "tasks.py", 525, "_wait", "await waiter");
    ASYNCIO_FRAME(outer, "tasks.py", 418, "wait",
                  "return await _wait(fs, timeout, return_when, loop)");
    answer_through(&outer, answer_through(&waiting, input));
    value_decref(input);
    Value exception = input ? 0 : exc_fetch();
    if (wait_stop(frame->saved) < 0) {
        value_decref(exception);
        return 0;
    }
    if (exception) {
        exc_restore_take(exception);
        return 0;
    }
    return wait_result(AS(WaitState, frame->saved));
}

NATIVE(wait_function) {
    NATIVE_UNUSED();
    Value options = tuple_new_empty(2);
    if (!options)
        return 0;
    AS(TupleObject, options)->items[0] = value_incref(args[1]);
    AS(TupleObject, options)->items[1] = value_incref(args[2]);
    Value coroutine = aio_coroutine(&info_wait, wait_step, args[0], options);
    value_decref(options);
    return coroutine;
}

static Value wait_direct(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                         Value names) {
    NATIVE_UNUSED();
    return aio_await_call(awaiter, callee, args, count, names);
}

/* ---- wait_for -------------------------------------------------------------------------------- */

/*
 * As CPython 3.11: the awaitable becomes a task, and wait_for waits for a future of its own, which
 * the task's end or the timer completes; the hops are the same. The frame keeps the task in
 * `saved`, the timer in `argument`, and a CancelledError that is to go on in `self`.
 */
enum WaitForState {
    WAIT_FOR_BEGIN,
    WAIT_FOR_PLAIN,
    WAIT_FOR_TIMED,
    WAIT_FOR_EXPIRED,
    WAIT_FOR_CANCELLED
};

/* The result of the cancelled task; its CancelledError means that time was over. */
static Value cancelled_result(Value future, bool had_time) {
    ASYNCIO_FRAME(late, "tasks.py", 490, "wait_for", "return fut.result()");
    ASYNCIO_FRAME(late_error, "tasks.py", 492, "wait_for",
                  "raise exceptions.TimeoutError() from exc");
    ASYNCIO_FRAME(never, "tasks.py", 452, "wait_for", "return fut.result()");
    ASYNCIO_FRAME(never_error, "tasks.py", 454, "wait_for",
                  "raise exceptions.TimeoutError() from exc");
    Value result = answer_through(had_time ? &late : &never, anyfuture_result(future));
    if (result || !exc_pending_is(&rt_exc_CancelledError))
        return result;
    Value cancelled = exc_fetch();
    answer_through(had_time ? &late_error : &never_error, timeout_raise(cancelled, true));
    value_decref(cancelled);
    return 0;
}

/* Cancels the task and waits for its end by a fresh future. */
static Value cancel_and_wait(AioFrame *frame, enum WaitForState next) {
    Value waiter = loop_make_future(aio_running_loop());
    value_replace(&frame->waiter.future, waiter);
    if (!waiter || anyfuture_add_callback(frame->saved, release_waiter, waiter) < 0)
        return 0;
    Value cancelled = object_call_method(frame->saved, "cancel", NULL, 0);
    value_decref(cancelled);
    return cancelled ? aio_wait_future(frame, next) : 0;
}

/* There is no time: cancels what is not done yet. */
static Value without_time(AioFrame *frame) {
    EventLoop *loop = aio_running_loop();
    ASYNCIO_FRAME(wrapping, "tasks.py", 445, "wait_for", "fut = ensure_future(fut, loop=loop)");
    frame->saved = loop ? answer_through(&wrapping, aio_own_future(frame->self, loop)) : 0;
    int done = frame->saved ? anyfuture_done(frame->saved) : -1;
    if (done)
        return done < 0 ? 0 : anyfuture_result(frame->saved);
    return cancel_and_wait(frame, WAIT_FOR_EXPIRED);
}

static Value wait_for_begin(AioFrame *frame) {
    EventLoop *loop = aio_running_loop();
    double delay;
    if (!loop)
        return 0;
    if (frame->argument == VALUE_NONE)
        return aio_wait(frame, WAIT_FOR_PLAIN, value_incref(frame->self));
    ASYNCIO_FRAME(comparing, "tasks.py", 444, "wait_for", "if timeout <= 0:");
    int none = status_through(
        &comparing, object_compare_bool(frame->argument, value_from_small_int(0), COMPARE_LE));
    if (none)
        return none < 0 ? 0 : without_time(frame);
    if (!value_to_double(frame->argument, &delay) ||
        !(frame->waiter.future = loop_make_future(loop)))
        return 0;
    Handle *timer = loop_call_later(loop, delay, release_waiter, frame->waiter.future, 0);
    value_replace(&frame->argument, OBJ(timer));
    ASYNCIO_FRAME(wrapping, "tasks.py", 460, "wait_for", "fut = ensure_future(fut, loop=loop)");
    frame->saved = timer ? answer_through(&wrapping, aio_own_future(frame->self, loop)) : 0;
    if (!frame->saved ||
        anyfuture_add_callback(frame->saved, release_waiter, frame->waiter.future) < 0) {
        value_replace(&frame->argument, VALUE_NONE); /* CPython leaves the timer running, too */
        return 0;
    }
    return aio_wait_future(frame, WAIT_FOR_TIMED);
}

/* The own future is complete, or the caller was cancelled. */
static Value timed_step(AioFrame *frame, Value input) {
    ASYNCIO_FRAME(waiting, "tasks.py", 466, "wait_for", "await waiter");
    Value exception = answer_through(&waiting, input) ? 0 : exc_fetch();
    value_decref(input);
    bool cancelled = exception && value_isa(exception, &rt_exc_CancelledError);
    int done = exception && !cancelled ? -1 : anyfuture_done(frame->saved);
    if (done == 0 &&
        anyfuture_remove_callback(frame->saved, release_waiter, frame->waiter.future) == 0) {
        value_replace(&frame->self, exception);
        return cancel_and_wait(frame, exception ? WAIT_FOR_CANCELLED : WAIT_FOR_EXPIRED);
    }
    if (done > 0) {
        ASYNCIO_FRAME(in_time, "tasks.py", 479, "wait_for", "return fut.result()");
        ASYNCIO_FRAME(despite, "tasks.py", 469, "wait_for", "return fut.result()");
        const LibraryFrame *place = exception ? &despite : &in_time;
        Value result = answer_through(place, anyfuture_result(frame->saved));
        if (!result)
            raise_while_handling(exc_fetch(), exception);
        value_decref(exception);
        return result;
    }
    if (exception && !isolate.pending)
        exc_restore_take(exception);
    else
        value_decref(exception);
    return 0;
}

static bool has_timer(const AioFrame *frame) {
    return value_is_pointer(frame->argument) && value_is(frame->argument, &rt_type_timer_handle);
}

/* The cancelled task has ended, or the wait for that was cancelled. */
static Value ended_step(AioFrame *frame, Value input) {
    ASYNCIO_FRAME(ending, "tasks.py", 552, "_cancel_and_wait", "await waiter");
    ASYNCIO_FRAME(cancelled, "tasks.py", 475, "wait_for", "await _cancel_and_wait(fut, loop=loop)");
    ASYNCIO_FRAME(late, "tasks.py", 485, "wait_for", "await _cancel_and_wait(fut, loop=loop)");
    ASYNCIO_FRAME(never, "tasks.py", 450, "wait_for", "await _cancel_and_wait(fut, loop=loop)");
    bool is_cancelled = frame->state == WAIT_FOR_CANCELLED, had_time = has_timer(frame);
    Value exception = answer_through(&ending, input) ? 0 : exc_fetch();
    value_decref(input);
    if (anyfuture_remove_callback(frame->saved, release_waiter, frame->waiter.future) < 0) {
        value_decref(exception);
        return 0;
    }
    if (!exception && !is_cancelled)
        return cancelled_result(frame->saved, had_time);
    Value first = frame->self; /* the CancelledError that is being handled */
    if (!exception) {
        frame->self = 0;
        exc_restore_take(first);
        return 0;
    }
    raise_while_handling(exception, is_cancelled ? first : 0);
    traceback_through(is_cancelled ? &cancelled : had_time ? &late : &never);
    return 0;
}

static Value wait_for_state(AioFrame *frame, Value input) {
    ASYNCIO_FRAME(plain, "tasks.py", 442, "wait_for", "return await fut");
    switch (frame->state) {
    case WAIT_FOR_BEGIN:
        return wait_for_begin(frame);
    case WAIT_FOR_TIMED:
        return timed_step(frame, input);
    case WAIT_FOR_EXPIRED:
    case WAIT_FOR_CANCELLED:
        return ended_step(frame, input);
    default:
        return answer_through(&plain, input);
    }
}

/* However it ends, the timer is cancelled. */
static Value wait_for_step(AioFrame *frame, Value input) {
    Value answer = wait_for_state(frame, input);
    if (answer != VALUE_SUSPENDED && has_timer(frame))
        handle_cancel(AS(Handle, frame->argument));
    return answer;
}

NATIVE(wait_for_function) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_wait_for, wait_for_step, args[0], args[1]);
}

static Value wait_for_direct(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                             Value names) {
    NATIVE_UNUSED();
    return aio_await(awaiter, &info_wait_for, wait_for_step, args[0], args[1]);
}

static const NativeMethod functions[] = {
    {.name = "wait",
     .call = wait_function,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@ fs timeout return_when",
     .await_direct = wait_direct},
    {.name = "wait_for",
     .call = wait_for_function,
     .min_args = 2,
     .max_args = 2,
     .keywords = "@ fut timeout",
     .await_direct = wait_for_direct},
    {0},
};

int aio_wait_init(ModuleObject *module) {
    future_name_callback(on_completion, "_wait.<locals>._on_completion() at "
                                        "/usr/lib/python3.11/asyncio/tasks.py:509");
    future_name_callback(release_waiter, "_release_waiter(%S)() at "
                                         "/usr/lib/python3.11/asyncio/tasks.py:421");
    type_ready(&type_wait_state);
    for (int mode = 0; mode < WAIT_MODES; mode++)
        if (module_set(module, mode_names[mode], str_from_cstr(mode_names[mode])) < 0)
            return -1;
    return module_add_functions(module, functions);
}
