/*
 * aio_methods.c — the methods of event loops. Arguments are checked here; the work is done by the
 * other files.
 */
#include "aio_loop.h"
#include "containers.h"
#include "object.h"
#include "port.h"
#include "stack.h"

#include <math.h>

#define LOOP(value) AS(EventLoop, value)
#define METHOD(name)                                                                               \
    static Value method_##name(Value callee, const Value *args, uint32_t count, Value names)

/* ---- scheduling ------------------------------------------------------------------------------ */

/* The keyword `context` of methods that take any positional arguments; *context is 0 for None. */
static int context_keyword(const char *method, const Value *args, uint32_t count, Value names,
                           Value *context) {
    *context = 0;
    for (int64_t i = 0; names && i < AS(TupleObject, names)->length; i++) {
        Value name = AS(TupleObject, names)->items[i], value = args[count + (uint32_t)i];
        if (!str_equal_cstr(name, "context"))
            return raise_status(&rt_exc_TypeError,
                                "BaseEventLoop.%s() got an unexpected keyword argument '%S'",
                                method, name);
        if (value != VALUE_NONE && context_check(value) < 0)
            return -1;
        *context = value == VALUE_NONE ? 0 : value;
    }
    return 0;
}

/* The method takes `first` (NULL: it does not) and `last` besides self. */
static int few_arguments(const char *method, const Value *args, uint32_t count, Value names,
                         const char *first, const char *last) {
    uint32_t wanted = first ? 3 : 2;
    Value context;
    if (count >= wanted)
        return 0;
    if (context_keyword(method, args, count, names, &context) < 0)
        return -1;
    if (wanted - count == 2)
        return raise_status(
            &rt_exc_TypeError,
            "BaseEventLoop.%s() missing 2 required positional arguments: '%s' and '%s'", method,
            first, last);
    return raise_status(&rt_exc_TypeError,
                        "BaseEventLoop.%s() missing 1 required positional argument: '%s'", method,
                        last);
}

/* Where a method of BaseEventLoop checks what it is called with. */
typedef struct Checks {
    const char *method;
    LibraryFrame closed, thread, callback;
} Checks;

#define CHECKING(number, function, source)                                                         \
    {                                                                                              \
        .file = LIBRARY_ROOT "asyncio/base_events.py", .name = function, .text = source,           \
        .line = number, .module = LIBRARY_ASYNCIO                                                  \
    }
/* 0 as a line: the method does not check this. */
#define CHECKS(function, closed_line, thread_line, callback_line, callback_name)                   \
    static const Checks checks_of_##function = {                                                   \
        #function, CHECKING(closed_line, #function, "self._check_closed()"),                       \
        CHECKING(thread_line, #function, "self._check_thread()"),                                  \
        CHECKING(callback_line, #function,                                                         \
                 "self._check_callback(" callback_name ", '" #function "')")}
CHECKS(call_soon, 761, 763, 764, "callback");
CHECKS(call_soon_threadsafe, 806, 0, 808, "callback");
CHECKS(call_at, 740, 742, 743, "callback");
CHECKS(run_in_executor, 816, 0, 818, "func");
#undef CHECKS
#undef CHECKING

int loop_check_closed_in(const EventLoop *loop, const LibraryFrame *caller, Value held) {
    ASYNCIO_FRAME(raising, "base_events.py", 519, "_check_closed",
                  "raise RuntimeError('Event loop is closed')");
    if (loop_check_closed(loop) == 0)
        return 0;
    traceback_through(&raising);
    refused_through(caller, &held, 1);
    return -1;
}

static int refuse_callback(Value callback, const char *method) {
    ASYNCIO_FRAME(coroutine, "base_events.py", 773, "_check_callback", "raise TypeError(");
    ASYNCIO_FRAME(uncallable, "base_events.py", 776, "_check_callback", "raise TypeError(");
    if (aio_iscoroutine(callback) || aio_iscoroutinefunction(callback))
        return status_through(
            &coroutine,
            raise_status(&rt_exc_TypeError, "coroutines cannot be used with %s()", method));
    if (object_callable(callback))
        return 0;
    return status_through(&uncallable,
                          raise_status(&rt_exc_TypeError,
                                       "a callable object was expected by %s(), got %R", method,
                                       callback));
}

static int check_thread(const EventLoop *loop) {
    ASYNCIO_FRAME(frame, "base_events.py", 800, "_check_thread", "raise RuntimeError(");
    if (!loop->thread || loop->thread == port_thread_id())
        return 0;
    return status_through(&frame, raise_status(&rt_exc_RuntimeError,
                                               "Non-thread-safe operation invoked on an event loop "
                                               "other than the current one"));
}

/* May the loop call `callback`? In debug mode coroutines and what cannot be called are refused, and
 * calls from other threads. 0 or -1. */
static int check_call(const EventLoop *loop, Value callback, const Checks *checks) {
    if (loop->closed || loop->debug) {
        if (loop_check_closed_in(loop, &checks->closed, callback) < 0 ||
            (checks->thread.line && status_through(&checks->thread, check_thread(loop)) < 0))
            return -1;
        if (refuse_callback(callback, checks->method) < 0) {
            refused_through(&checks->callback, &callback, 1);
            return -1;
        }
    }
    return 0;
}

static Value call_soon(const Checks *checks, const Value *args, uint32_t count, Value names) {
    EventLoop *loop = LOOP(args[0]);
    Value context;
    if (few_arguments(checks->method, args, count, names, NULL, "callback") < 0 ||
        context_keyword(checks->method, args, count, names, &context) < 0 ||
        check_call(loop, args[1], checks) < 0)
        return 0;
    return loop_call_soon_python(loop, args[1], args + 2, count - 2, context);
}

METHOD(call_soon) {
    (void)callee;
    return call_soon(&checks_of_call_soon, args, count, names);
}

METHOD(call_soon_threadsafe) {
    (void)callee;
    Value handle = call_soon(&checks_of_call_soon_threadsafe, args, count, names);
    if (handle)
        loop_wake(LOOP(args[0]));
    return handle;
}

static Value call_at(const char *method, double when, const Value *args, uint32_t count,
                     Value names) {
    EventLoop *loop = LOOP(args[0]);
    Value context;
    if (context_keyword(method, args, count, names, &context) < 0 ||
        check_call(loop, args[2], &checks_of_call_at) < 0)
        return 0;
    Handle *handle =
        loop_python_handle(&rt_type_timer_handle, loop, args[2], args + 3, count - 3, context);
    if (!handle)
        return 0;
    handle->when = when;
    if (loop->debug && !strcmp(method, "call_later"))
        stack_remember(&handle->base, STACK_DEBUG_DEPTH - 3); /* it calls call_at */
    if (timers_push(loop, when, OBJ(handle)) == 0)
        return OBJ(handle);
    value_decref(OBJ(handle));
    return 0;
}

/* self.call_at(when, callback, *args, context=context), which may be the program's. */
static Value virtual_call_at(const Value *args, double when, uint32_t count, Value names) {
    uint32_t given = count + (names ? (uint32_t)AS(TupleObject, names)->length : 0);
    Value *all = mem_alloc(given * sizeof(Value)), method = object_getattr_cstr(args[0], "call_at");
    Value result = 0;
    if (all && method && (all[0] = float_new(when)) != 0) {
        values_copy(all + 1, args + 2, given - 2);
        result = object_call(method, all, count - 1, names);
        value_decref(all[0]);
    }
    value_decref(method);
    mem_free(all);
    return result;
}

/* self.time() + delay */
static int time_after(EventLoop *loop, Value delay, double *when) {
    double now;
    if (loop_time(loop, &now) < 0)
        return -1;
    if (value_is(delay, &rt_type_float) || value_is_small_int(delay)) {
        double seconds;
        value_to_double(delay, &seconds);
        *when = now + seconds;
        return 0;
    }
    Value start = float_new(now), sum = start ? object_binary(start, delay, SLOT_ADD) : 0;
    int status = sum && value_to_double(sum, when) ? 0 : -1;
    value_decref(start);
    value_decref(sum);
    return status;
}

METHOD(call_later) {
    (void)callee;
    if (few_arguments("call_later", args, count, names, "delay", "callback") < 0)
        return 0;
    ASYNCIO_FRAME(none, "base_events.py", 726, "call_later",
                  "raise TypeError('delay must not be None')");
    ASYNCIO_FRAME(calling, "base_events.py", 727, "call_later",
                  "timer = self.call_at(self.time() + delay, callback, *args,");
    if (args[1] == VALUE_NONE)
        return answer_through(&none, raise_error(&rt_exc_TypeError, "delay must not be None"));
    double when;
    if (time_after(LOOP(args[0]), args[1], &when) < 0)
        return answer_through(&calling, 0);
    return answer_through(&calling, loop_plain(LOOP(args[0]))
                                        ? call_at("call_later", when, args, count, names)
                                        : virtual_call_at(args, when, count, names));
}

METHOD(call_at) {
    (void)callee;
    double when;
    if (few_arguments("call_at", args, count, names, "when", "callback") < 0)
        return 0;
    ASYNCIO_FRAME(none, "base_events.py", 739, "call_at",
                  "raise TypeError(\"when cannot be None\")");
    if (args[1] == VALUE_NONE)
        return answer_through(&none, raise_error(&rt_exc_TypeError, "when cannot be None"));
    if (!value_to_double(args[1], &when))
        return 0;
    return call_at("call_at", when, args, count, names);
}

METHOD(time) {
    NATIVE_UNUSED();
    return float_new((double)port_monotonic_ns() / 1e9);
}

METHOD(create_future) {
    NATIVE_UNUSED();
    return future_new(LOOP(args[0]));
}

METHOD(create_task) {
    NATIVE_UNUSED();
    TaskOptions options;
    if (task_options(args + 2, &options) < 0)
        return 0;
    return loop_create_task(LOOP(args[0]), args[1], &options);
}

METHOD(get_task_factory) {
    NATIVE_UNUSED();
    Value factory = LOOP(args[0])->task_factory;
    return factory ? value_incref(factory) : VALUE_NONE;
}

METHOD(set_task_factory) {
    NATIVE_UNUSED();
    ASYNCIO_FRAME(frame, "base_events.py", 461, "set_task_factory",
                  "raise TypeError('task factory must be a callable or None')");
    if (args[1] != VALUE_NONE && !object_callable(args[1]))
        return answer_through(
            &frame, raise_error(&rt_exc_TypeError, "task factory must be a callable or None"));
    value_replace(&LOOP(args[0])->task_factory, args[1] == VALUE_NONE ? 0 : value_incref(args[1]));
    return VALUE_NONE;
}

/* ---- running --------------------------------------------------------------------------------- */

METHOD(run_once) {
    NATIVE_UNUSED();
    return loop_run_once(LOOP(args[0])) < 0 ? 0 : VALUE_NONE;
}

METHOD(run_forever) {
    NATIVE_UNUSED();
    return loop_run_forever(LOOP(args[0])) < 0 ? 0 : VALUE_NONE;
}

METHOD(run_until_complete) {
    NATIVE_UNUSED();
    return loop_run_until_complete(LOOP(args[0]), args[1]);
}

METHOD(stop) {
    NATIVE_UNUSED();
    loop_stop(LOOP(args[0]));
    return VALUE_NONE;
}

METHOD(close) {
    NATIVE_UNUSED();
    return loop_close(LOOP(args[0])) < 0 ? 0 : VALUE_NONE;
}

METHOD(is_running) {
    NATIVE_UNUSED();
    return VALUE_BOOL(LOOP(args[0])->running);
}

METHOD(is_closed) {
    NATIVE_UNUSED();
    return VALUE_BOOL(LOOP(args[0])->closed);
}

METHOD(check_closed) {
    NATIVE_UNUSED();
    return loop_check_closed(LOOP(args[0])) < 0 ? 0 : VALUE_NONE;
}

METHOD(shutdown_asyncgens) {
    NATIVE_UNUSED();
    return loop_shutdown_asyncgens(LOOP(args[0]));
}

METHOD(shutdown_default_executor) {
    NATIVE_UNUSED();
    return loop_shutdown_executor(LOOP(args[0]));
}

METHOD(run_in_executor) {
    (void)callee, (void)names;
    EventLoop *loop = LOOP(args[0]);
    ASYNCIO_FRAME(checking, "base_events.py", 822, "run_in_executor",
                  "self._check_default_executor()");
    ASYNCIO_FRAME(ended, "base_events.py", 523, "_check_default_executor",
                  "raise RuntimeError('Executor shutdown has been called')");
    if (check_call(loop, args[2], &checks_of_run_in_executor) < 0)
        return 0;
    if (args[1] == VALUE_NONE && loop->executor_shutdown) {
        raise_error(&rt_exc_RuntimeError, "Executor shutdown has been called");
        traceback_through(&ended);
        return answer_through(&checking, 0);
    }
    if (args[1] == VALUE_NONE && !loop->default_executor)
        return loop_run_in_executor(loop, args[2], args + 3, count - 3, 0);
    Value executor = args[1] == VALUE_NONE ? loop->default_executor : args[1];
    Value submitted = object_call_method(executor, "submit", args + 2, count - 2);
    Value future = submitted ? aio_wrap_future(submitted, loop) : 0;
    value_decref(submitted);
    return future;
}

/* An instance of concurrent.futures.ThreadPoolExecutor? That class is known by its name: what has
 * none of its kind does not load the module. */
static bool is_thread_pool(Value executor) {
    const TupleObject *classes = AS(TupleObject, value_type(executor)->mro);
    for (int64_t i = 0; i < classes->length; i++)
        if (!strcmp(AS(Type, classes->items[i])->name, "ThreadPoolExecutor"))
            return true;
    return false;
}

METHOD(set_default_executor) {
    NATIVE_UNUSED();
    ASYNCIO_FRAME(frame, "base_events.py", 833, "set_default_executor",
                  "raise TypeError('executor must be ThreadPoolExecutor instance')");
    if (!is_thread_pool(args[1]))
        return answer_through(
            &frame, raise_error(&rt_exc_TypeError, "executor must be ThreadPoolExecutor instance"));
    value_replace(&LOOP(args[0])->default_executor, value_incref(args[1]));
    return VALUE_NONE;
}

/* ---- exceptions, debugging ------------------------------------------------------------------- */

METHOD(get_exception_handler) {
    NATIVE_UNUSED();
    Value handler = LOOP(args[0])->exception_handler;
    return handler ? value_incref(handler) : VALUE_NONE;
}

METHOD(set_exception_handler) {
    NATIVE_UNUSED();
    ASYNCIO_FRAME(frame, "base_events.py", 1719, "set_exception_handler",
                  "raise TypeError(f'A callable object or None is expected, '");
    if (args[1] != VALUE_NONE && !object_callable(args[1]))
        return answer_through(&frame, raise_error(&rt_exc_TypeError,
                                                  "A callable object or None is expected, got %R",
                                                  args[1]));
    value_replace(&LOOP(args[0])->exception_handler,
                  args[1] == VALUE_NONE ? 0 : value_incref(args[1]));
    return VALUE_NONE;
}

static int check_dict(Value context) {
    if (value_isa(context, &rt_type_dict))
        return 0;
    return raise_status(&rt_exc_TypeError, "context must be a dict, not %T", context);
}

METHOD(default_exception_handler) {
    NATIVE_UNUSED();
    if (check_dict(args[1]) < 0 || loop_default_exception_handler(LOOP(args[0]), args[1]) < 0)
        return 0;
    return VALUE_NONE;
}

METHOD(call_exception_handler) {
    NATIVE_UNUSED();
    if (check_dict(args[1]) < 0 || loop_call_exception_handler(LOOP(args[0]), args[1]) < 0)
        return 0;
    return VALUE_NONE;
}

METHOD(get_debug) {
    NATIVE_UNUSED();
    return VALUE_BOOL(LOOP(args[0])->debug);
}

METHOD(set_debug) {
    NATIVE_UNUSED();
    int debug = object_truth(args[1]);
    if (debug < 0)
        return 0;
    EventLoop *loop = LOOP(args[0]);
    loop->debug = debug;
    if (loop->running)
        loop_track_origins(loop, debug);
    return VALUE_NONE;
}

METHOD(slow_callback_duration) {
    NATIVE_UNUSED();
    return float_new(LOOP(args[0])->slow_callback_duration);
}

static int set_slow_callback_duration(Value self, Value value) {
    double seconds;
    if (!value)
        return raise_status(&rt_exc_AttributeError, "cannot delete attribute");
    if (!value_to_double(value, &seconds))
        return -1;
    LOOP(self)->slow_callback_duration = seconds;
    return 0;
}

METHOD(_remove_reader) {
    return loop_remove_reader(callee, args, count, names);
}

METHOD(_remove_writer) {
    return loop_remove_writer(callee, args, count, names);
}

METHOD(_transport_of) {
    return loop_transport_of(callee, args, count, names);
}

METHOD(_watched) {
    return loop_watched(callee, args, count, names);
}

METHOD(dict) {
    NATIVE_UNUSED();
    return value_incref(instance_dict_borrow(value_object(args[0])));
}

/* `parameters`: the class that has the method in CPython, and the names. */
#define ROW(text, function, count, parameters)                                                     \
    {                                                                                              \
        .name = text, .call = method_##function, .min_args = count, .max_args = count,             \
        .keywords = "@" parameters                                                                 \
    }

const NativeMethod aio_loop_methods[] = {
    {.name = "call_soon", .call = method_call_soon, .max_args = -1, .keywords = "*"},
    {.name = "call_soon_threadsafe",
     .call = method_call_soon_threadsafe,
     .max_args = -1,
     .keywords = "*"},
    {.name = "call_later", .call = method_call_later, .max_args = -1, .keywords = "*"},
    {.name = "call_at", .call = method_call_at, .max_args = -1, .keywords = "*"},
    ROW("time", time, 0, "BaseEventLoop"),
    ROW("create_future", create_future, 0, "BaseEventLoop"),
    {.name = "create_task",
     .call = method_create_task,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@BaseEventLoop coro name context eager_start"},
    ROW("get_task_factory", get_task_factory, 0, "BaseEventLoop"),
    ROW("set_task_factory", set_task_factory, 1, "BaseEventLoop factory"),
    ROW("_run_once", run_once, 0, "BaseEventLoop"),
    ROW("run_forever", run_forever, 0, "BaseEventLoop"),
    ROW("run_until_complete", run_until_complete, 1, "BaseEventLoop future"),
    ROW("stop", stop, 0, "BaseEventLoop"),
    ROW("close", close, 0, "BaseSelectorEventLoop"),
    ROW("is_running", is_running, 0, "BaseEventLoop"),
    ROW("is_closed", is_closed, 0, "BaseEventLoop"),
    ROW("_check_closed", check_closed, 0, "BaseEventLoop"),
    {.name = "shutdown_asyncgens",
     .call = method_shutdown_asyncgens,
     .keywords = "@BaseEventLoop",
     .coroutine = true},
    {.name = "shutdown_default_executor",
     .call = method_shutdown_default_executor,
     .keywords = "@BaseEventLoop",
     .coroutine = true},
    {.name = "run_in_executor",
     .call = method_run_in_executor,
     .min_args = 2,
     .max_args = -1,
     .keywords = "@BaseEventLoop executor func *args"},
    ROW("set_default_executor", set_default_executor, 1, "BaseEventLoop executor"),
    ROW("get_exception_handler", get_exception_handler, 0, "BaseEventLoop"),
    ROW("set_exception_handler", set_exception_handler, 1, "BaseEventLoop handler"),
    ROW("default_exception_handler", default_exception_handler, 1, "BaseEventLoop context"),
    ROW("call_exception_handler", call_exception_handler, 1, "BaseEventLoop context"),
    ROW("get_debug", get_debug, 0, "BaseEventLoop"),
    ROW("set_debug", set_debug, 1, "BaseEventLoop enabled"),
    {.name = "slow_callback_duration",
     .call = method_slow_callback_duration,
     .kind = METHOD_GETTER,
     .set = set_slow_callback_duration},
    {.name = "add_signal_handler",
     .call = loop_add_signal_handler,
     .min_args = 2,
     .max_args = -1,
     .keywords = "@_UnixSelectorEventLoop sig callback *args"},
    {.name = "remove_signal_handler",
     .call = loop_remove_signal_handler,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@_UnixSelectorEventLoop sig"},
    {.name = "add_reader",
     .call = loop_add_reader,
     .min_args = 2,
     .max_args = -1,
     .keywords = "@BaseSelectorEventLoop fd callback *args"},
    {.name = "add_writer",
     .call = loop_add_writer,
     .min_args = 2,
     .max_args = -1,
     .keywords = "@BaseSelectorEventLoop fd callback *args"},
    ROW("remove_reader", _remove_reader, 1, "BaseSelectorEventLoop fd"),
    ROW("remove_writer", _remove_writer, 1, "BaseSelectorEventLoop fd"),
    {.name = "_add_reader",
     .call = loop_add_reader,
     .min_args = 2,
     .max_args = -1,
     .keywords = "@BaseSelectorEventLoop fd callback *args"},
    {.name = "_add_writer",
     .call = loop_add_writer,
     .min_args = 2,
     .max_args = -1,
     .keywords = "@BaseSelectorEventLoop fd callback *args"},
    ROW("_remove_reader", _remove_reader, 1, "BaseSelectorEventLoop fd"),
    ROW("_remove_writer", _remove_writer, 1, "BaseSelectorEventLoop fd"),
    ROW("_transport_of", _transport_of, 1, "BaseSelectorEventLoop fd"),
    ROW("_watched", _watched, 1, "BaseSelectorEventLoop fd"),
    {.name = "__dict__", .call = method_dict, .kind = METHOD_GETTER},
    {0},
};

bool loop_owns_method(const NativeMethod *method) {
    return method >= aio_loop_methods &&
           method < aio_loop_methods + sizeof aio_loop_methods / sizeof aio_loop_methods[0];
}
