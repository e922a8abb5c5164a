/*
 * aio_chain.c — futures of other threads: wrap_future makes a future of a loop follow one of
 * concurrent.futures, run_coroutine_threadsafe lets another thread wait for a task.
 */
#include "aio_concurrent.h"
#include "aio_loop.h"
#include "containers.h"
#include "object.h"

/* ---- wrap_future ----------------------------------------------------------------------------- */

/* The loop's thread: copies the outcome of `source` to the future. */
static int copy_outcome(Value data, Value source) {
    Future *future = AS(Future, data);
    if (future_done(future))
        return 0;
    int cancelled = anyfuture_cancelled(source);
    if (cancelled)
        return cancelled < 0 || future_cancel_base(future, 0) < 0 ? -1 : 0;
    Value exception = anyfuture_exception(source);
    Value result = exception == VALUE_NONE ? anyfuture_result(source) : 0;
    int status = result      ? future_set_result(future, result)
                 : exception ? future_set_exception(future, exception)
                             : -1;
    value_decref(result);
    value_decref(exception);
    return status;
}

/* Any thread: `source` is done. */
static int source_done(Value data, Value source) {
    EventLoop *loop = AS(Future, data)->loop;
    if (loop->closed)
        return 0;
    int status = loop_call_soon(loop, copy_outcome, data, source);
    loop_wake(loop);
    return status;
}

/* The future was cancelled by its owner: so is the source. `data` is the source. */
static int follower_done(Value data, Value follower) {
    if (!future_cancelled(AS(Future, follower)))
        return 0;
    Value result = object_call_method(data, "cancel", NULL, 0);
    value_decref(result);
    return result ? 0 : -1;
}

Value aio_wrap_future(Value source, EventLoop *loop) {
    if (aio_isfuture(source))
        return value_incref(source);
    ASYNCIO_FRAME(unfit, "futures.py", 413, "wrap_future",
                  "assert isinstance(future, concurrent.futures.Future), \\");
    bool failed;
    Value method = object_getattr_optional(source, str_name("add_done_callback"), &failed);
    value_decref(method);
    if (failed)
        return 0;
    if (!method)
        return answer_through(&unfit,
                              raise_error(&rt_exc_AssertionError,
                                          "concurrent.futures.Future is expected, got %R", source));
    if (!loop && !(loop = aio_event_loop()))
        return 0;
    Value future = loop_port(loop) ? loop_make_future(loop) : 0;
    if (future && (future_add_callback(AS(Future, future), follower_done, source) < 0 ||
                   anyfuture_add_callback(source, source_done, future) < 0))
        value_replace(&future, 0);
    return future;
}

NATIVE(wrap_future) {
    NATIVE_UNUSED();
    EventLoop *loop;
    return loop_of_argument(args[1], &loop) < 0 ? 0 : aio_wrap_future(args[0], loop);
}

/* ---- run_coroutine_threadsafe ---------------------------------------------------------------- */

/* The task is done: `data` is the other thread's future. */
static int task_done(Value data, Value task) {
    int cancelled = anyfuture_cancelled(task);
    if (cancelled)
        return cancelled < 0 || concurrent_cancel(data) < 0 ? -1 : 0;
    Value exception = anyfuture_exception(task);
    Value result = exception == VALUE_NONE ? anyfuture_result(task) : 0;
    int status = result      ? concurrent_set_result(data, result)
                 : exception ? concurrent_set_exception(data, exception)
                             : -1;
    value_decref(result);
    value_decref(exception);
    return status;
}

/* The other thread cancelled its future: the task is cancelled in its loop. */
static int cancel_task(Value data, Value argument) {
    (void)argument;
    return future_cancel(data, 0) < 0 ? -1 : 0;
}

static int waiter_done(Value data, Value waiter) {
    EventLoop *loop = anyfuture_loop(data);
    int cancelled = loop ? anyfuture_cancelled(waiter) : -1;
    if (cancelled <= 0 || loop->closed)
        return cancelled < 0 ? -1 : 0;
    int status = loop_call_soon(loop, cancel_task, data, 0);
    loop_wake(loop);
    return status;
}

/* args of the callback in the loop: coroutine, other thread's future, loop */
NATIVE(start_coroutine) {
    NATIVE_UNUSED();
    Value task = aio_ensure_future(args[0], AS(EventLoop, args[2]));
    if (task && anyfuture_add_callback(args[1], waiter_done, task) == 0 &&
        anyfuture_add_callback(task, task_done, args[1]) == 0) {
        value_decref(task);
        return VALUE_NONE;
    }
    value_decref(task);
    Value exception = exc_fetch();
    concurrent_set_exception(args[1], exception);
    exc_restore_take(exception);
    return 0;
}

NATIVE(run_coroutine_threadsafe) {
    NATIVE_UNUSED();
    static const NativeMethod spec = {
        .name = "callback", .call = start_coroutine, .min_args = 3, .max_args = 3};
    ASYNCIO_FRAME(unfit, "tasks.py", 913, "run_coroutine_threadsafe",
                  "raise TypeError('A coroutine object is required')");
    ASYNCIO_FRAME(checking, "base_events.py", 806, "call_soon_threadsafe", "self._check_closed()");
    ASYNCIO_FRAME(closed, "tasks.py", 926, "run_coroutine_threadsafe",
                  "loop.call_soon_threadsafe(callback)");
    if (!aio_iscoroutine(args[0]))
        return answer_through(&unfit,
                              raise_error(&rt_exc_TypeError, "A coroutine object is required"));
    if (!value_isa(args[1], &rt_type_abstract_event_loop))
        return raise_error(&rt_exc_TypeError, "an event loop was expected, got %R", args[1]);
    EventLoop *loop = AS(EventLoop, args[1]);
    if (loop_check_closed_in(loop, &checking, args[0]) < 0)
        return answer_through(&closed, 0);
    Value future = concurrent_new();
    Value callback = future ? native_function_new(&spec, 0, 0) : 0;
    Value arguments[3] = {args[0], future, args[1]};
    Value handle = callback ? loop_call_soon_python(loop, callback, arguments, 3, 0) : 0;
    loop_wake(loop);
    value_decref(callback);
    value_decref(handle);
    if (!handle)
        value_replace(&future, 0);
    return future;
}

static const NativeMethod functions[] = {
    {.name = "wrap_future",
     .call = wrap_future,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@ future loop"},
    {.name = "run_coroutine_threadsafe",
     .call = run_coroutine_threadsafe,
     .min_args = 2,
     .max_args = 2,
     .keywords = "@ coro loop"},
    {0},
};

int aio_chain_init(ModuleObject *module) {
    future_name_callback(follower_done, "_chain_future.<locals>._call_check_cancel() at "
                                        "/usr/lib/python3.11/asyncio/futures.py:387");
    future_mark_cleanup(follower_done);
    future_name_callback(source_done, "_chain_future.<locals>._call_set_state() at "
                                      "/usr/lib/python3.11/asyncio/futures.py:394");
    future_name_callback(task_done, "_chain_future.<locals>._call_set_state() at "
                                    "/usr/lib/python3.11/asyncio/futures.py:394");
    type_ready(&rt_type_concurrent_future);
    return module_add_functions(module, functions);
}
