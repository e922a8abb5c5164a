/*
 * aio_report.c — what the loop does with exceptions nobody catches: the exception handler, its
 * default (a log line and the traceback on stderr), and in debug mode the log of slow callbacks.
 */
#include "aio_loop.h"
#include "containers.h"
#include "object.h"
#include "stack.h"
#include "port.h"

/* SystemExit and KeyboardInterrupt end the loop, whatever handler they came through. */
static bool pending_is_fatal(void) {
    return exc_pending_is(&rt_exc_SystemExit) || exc_pending_is(&rt_exc_KeyboardInterrupt);
}

/* ---- the default handler --------------------------------------------------------------------- */

/* Where something was made, as a traceback. */
static Value origin_line(Value key, const char *what, Value origin) {
    Value made = stack_origin_text(origin);
    Value line =
        made ? str_format("\n%S: %s created at (most recent call last):%S", key, what, made) : 0;
    value_decref(made);
    return line;
}

static Value key_line(Value key, Value value) {
    if (value_is(value, &rt_type_list) && str_equal_cstr(key, "source_traceback"))
        return origin_line(key, "Object", value);
    if (value_is(value, &rt_type_list) && str_equal_cstr(key, "handle_traceback"))
        return origin_line(key, "Handle", value);
    return str_format("\n%S: %R", key, value);
}

static int add_key_lines(StrBuilder *text, Value context) {
    Value keys = list_from_iterable(context);
    int status = keys ? list_sort(keys, 0, false) : -1;
    for (int64_t i = 0; status == 0 && i < AS(ListObject, keys)->length; i++) {
        Value key = AS(ListObject, keys)->items[i];
        if (str_equal_cstr(key, "message") || str_equal_cstr(key, "exception"))
            continue;
        Value shown = key_line(key, dict_get_borrow(context, key));
        if (shown)
            str_builder_str(text, shown);
        status = shown ? 0 : -1;
        value_decref(shown);
    }
    value_decref(keys);
    return status;
}

void loop_log_debug(const char *format, Value value) {
    if (!dict_get_cstr_borrow(rt_modules_borrow(), "logging"))
        return;
    Value message = str_format(format, value);
    if (message)
        aio_log(AIO_LOG_DEBUG, message, 0);
    exc_clear();
    value_decref(message);
}

/* What asked for the call that runs, unless the context tells of something else. */
static int add_handle_origin(const EventLoop *loop, Value context) {
    if (!loop->current_handle || dict_get_cstr_borrow(context, "source_traceback"))
        return 0;
    Value origin = stack_origin(&loop->current_handle->base);
    return origin            ? dict_set_cstr_take(context, "handle_traceback", origin)
           : isolate.pending ? -1
                             : 0;
}

int loop_default_exception_handler(EventLoop *loop, Value context) {
    Value message = dict_get_cstr_borrow(context, "message");
    Value exception = dict_get_cstr_borrow(context, "exception");
    int shown = message ? object_truth(message) : 0;
    Value first =
        shown > 0 ? object_str(message) : str_from_cstr("Unhandled exception in event loop");
    if (!first)
        return -1;
    StrBuilder text;
    str_builder_init(&text);
    str_builder_str(&text, first);
    value_decref(first);
    if (add_handle_origin(loop, context) < 0 || add_key_lines(&text, context) < 0) {
        str_builder_drop(&text);
        return -1;
    }
    Value line = str_builder_finish(&text);
    if (!line)
        return -1;
    aio_log(AIO_LOG_ERROR, line, exception == VALUE_NONE ? 0 : exception);
    value_decref(line);
    return 0;
}

static void log_failure_take(const char *text, Value exception) {
    Value message = str_from_cstr(text);
    if (message)
        aio_log(AIO_LOG_ERROR, message, exception);
    exc_clear();
    value_decref(message);
    value_decref(exception);
}

/* ---- the handler ----------------------------------------------------------------------------- */

static int handler_failed(EventLoop *loop, Value context) {
    Value exception = exc_fetch();
    Value wrapped = dict_new();
    Value message = str_from_cstr("Unhandled error in exception handler");
    int status = wrapped && message && dict_set_cstr(wrapped, "message", message) == 0 &&
                         dict_set_cstr(wrapped, "exception", exception) == 0 &&
                         dict_set_cstr(wrapped, "context", context) == 0
                     ? loop_default_handler(loop, wrapped)
                     : -1;
    value_decref(message);
    value_decref(wrapped);
    value_decref(exception);
    if (status == 0 || pending_is_fatal())
        return status;
    log_failure_take("Exception in default exception handler while handling an unexpected error in "
                     "custom exception handler",
                     exc_fetch());
    return 0;
}

int loop_call_exception_handler(EventLoop *loop, Value context) {
    if (!loop->exception_handler) {
        if (loop_default_handler(loop, context) == 0)
            return 0;
        if (pending_is_fatal())
            return -1;
        log_failure_take("Exception in default exception handler", exc_fetch());
        return 0;
    }
    ASYNCIO_FRAME(frame, "base_events.py", 1808, "call_exception_handler",
                  "self._exception_handler(self, context)");
    Value handler = value_incref(loop->exception_handler);
    Value args[2] = {OBJ(loop), context};
    stack_enter(&frame);
    Value result = answer_through(&frame, object_call(handler, args, 2, 0));
    stack_leave();
    value_decref(handler);
    value_decref(result);
    if (result)
        return 0;
    return pending_is_fatal() ? -1 : handler_failed(loop, context);
}

int loop_report(EventLoop *loop, const char *message, ...) {
    Value before = exc_fetch();
    Value context = dict_new();
    int status = context ? dict_set_cstr_take(context, "message", str_from_cstr(message)) : -1;
    va_list pairs;
    va_start(pairs, message);
    for (const char *key; status == 0 && (key = va_arg(pairs, const char *)) != NULL;)
        status = dict_set_cstr(context, key, va_arg(pairs, Value));
    va_end(pairs);
    if (status == 0)
        status = loop_tell_exception(loop, context);
    value_decref(context);
    if (status < 0 && !pending_is_fatal()) {
        exc_clear();
        status = 0;
    }
    if (before && status == 0)
        exc_restore_take(before);
    else
        value_decref(before);
    return status;
}

/* ---- callbacks ------------------------------------------------------------------------------- */

Value ready_call_handle(EventLoop *loop, const ReadyCall *call) {
    if (call->call == handle_run)
        return value_incref(call->data);
    Value callable = future_callback_callable_borrow(call->call, call->data);
    if (!callable)
        return OBJ(handle_new(&rt_type_handle, loop, call->call, call->data, call->argument));
    return OBJ(loop_python_handle(&rt_type_handle, loop, callable, &call->argument, 1, 0));
}

int loop_callback_failed(EventLoop *loop, const ReadyCall *call) {
    if (pending_is_fatal())
        return -1;
    Value exception = exc_fetch();
    Value handle = ready_call_handle(loop, call);
    Value shown = handle ? handle_callback_text(AS(Handle, handle)) : 0;
    Value message = shown ? str_format("Exception in callback %S", shown) : 0;
    size_t size;
    const char *text = message ? str_utf8(message, &size) : NULL;
    exc_clear();
    Value *item = isolate.handled_item, outer = *item;
    *item = exception; /* the handler runs while it is being handled */
    Value origin = handle ? stack_origin(value_object(handle)) : 0;
    int status = loop_report(loop, text ? text : "Exception in callback", "exception", exception,
                             handle ? "handle" : NULL, handle, origin ? "source_traceback" : NULL,
                             origin, NULL);
    value_decref(origin);
    *item = outer;
    value_decref(message);
    value_decref(shown);
    value_decref(handle);
    value_decref(exception);
    return status;
}

/* _format_handle: the task whose step it was, or the handle. */
static Value call_text(EventLoop *loop, const ReadyCall *call) {
    if (value_isa(call->data, &rt_type_task))
        return object_repr(call->data);
    if (call->call == handle_run && AS(Handle, call->data)->data &&
        AS(Handle, call->data)->call != handle_call_python &&
        value_isa(AS(Handle, call->data)->data, &rt_type_task))
        return object_repr(AS(Handle, call->data)->data);
    Value handle = ready_call_handle(loop, call);
    Value text = handle ? object_repr(handle) : 0;
    value_decref(handle);
    return text;
}

int loop_run_timed(EventLoop *loop, const ReadyCall *call) {
    int64_t start = port_monotonic_ns();
    Handle *outer = loop->current_handle;
    loop->current_handle = call->call == handle_run ? AS(Handle, call->data) : NULL;
    int status = call->call(call->data, call->argument);
    if (status < 0)
        status = loop_callback_failed(loop, call);
    loop->current_handle = outer;
    double seconds = (double)(port_monotonic_ns() - start) / 1e9;
    if (status < 0 || seconds < loop->slow_callback_duration)
        return status;
    Value text = call_text(loop, call);
    char number[40];
    snprintf(number, sizeof number, "%.3f", seconds);
    Value message = text ? str_format("Executing %S took %s seconds", text, number) : 0;
    if (message)
        aio_log(AIO_LOG_WARNING, message, 0);
    exc_clear();
    value_decref(text);
    value_decref(message);
    return 0;
}
