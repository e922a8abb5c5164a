/*
 * aio_concurrent.c — concurrent.futures.Future as run_coroutine_threadsafe answers it: another
 * thread may wait for its result. Callbacks run at once in the thread that completes it.
 */
#include "aio_concurrent.h"
#include "containers.h"
#include "object.h"
#include "port.h"
#include "timeout.h"

typedef struct Concurrent {
    Object base;
    Value result;    /* or the exception */
    Value callbacks; /* list of callables, or 0 */
    PortEvent *done;
    uint8_t state; /* enum FutureState */
} Concurrent;

#define SELF(value) AS(Concurrent, value)

static void concurrent_clear(Object *self) {
    value_replace(&((Concurrent *)self)->result, 0);
    value_replace(&((Concurrent *)self)->callbacks, 0);
}

static void concurrent_dealloc(Object *self) {
    concurrent_clear(self);
    if (((Concurrent *)self)->done)
        port_event_free(((Concurrent *)self)->done);
}

static void concurrent_traverse(Object *self, VisitValue visit, void *context) {
    visit(((Concurrent *)self)->result, context);
    visit(((Concurrent *)self)->callbacks, context);
}

Value concurrent_new(void) {
    Concurrent *future = object_new(&rt_type_concurrent_future, sizeof *future);
    if (future && !(future->done = port_event_new())) {
        value_decref(OBJ(future));
        return raise_no_memory();
    }
    return OBJ(future);
}

static Value make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)type, (void)args, (void)count, (void)names;
    return concurrent_new();
}

/* Exceptions of callbacks are logged, as CPython does. */
static void call_callback(Value callback, Value self) {
    Value result = object_call1(callback, self);
    value_decref(result);
    if (result)
        return;
    Value exception = exc_fetch();
    Value message = str_format("exception calling callback for %R", self);
    if (message)
        aio_log(AIO_LOG_ERROR, message, exception);
    exc_clear();
    value_decref(message);
    value_decref(exception);
}

static int complete(Concurrent *future, uint8_t state, Value result) {
    if (future->state != FUTURE_PENDING)
        return 0;
    future->state = state;
    value_replace(&future->result, value_incref(result));
    port_event_set(future->done);
    Value callbacks = future->callbacks;
    future->callbacks = 0;
    for (int64_t i = 0; callbacks && i < AS(ListObject, callbacks)->length; i++)
        call_callback(AS(ListObject, callbacks)->items[i], OBJ(future));
    value_decref(callbacks);
    return 0;
}

int concurrent_set_result(Value future, Value result) {
    return complete(SELF(future), FUTURE_RESULT, result);
}

int concurrent_set_exception(Value future, Value exception) {
    return complete(SELF(future), FUTURE_EXCEPTION, exception);
}

int concurrent_cancel(Value future) {
    if (SELF(future)->state == FUTURE_CANCELLED)
        return 1;
    if (SELF(future)->state != FUTURE_PENDING)
        return 0;
    return complete(SELF(future), FUTURE_CANCELLED, 0) < 0 ? -1 : 1;
}

/* The monotonic time at which a wait for so many seconds ends. */
static int read_deadline(Value timeout, int64_t *deadline) {
    int64_t wait = 0;
    if (!timeout || timeout == VALUE_NONE)
        return 0;
    int is_positive = object_compare_bool(timeout, value_from_small_int(0), COMPARE_GT);
    if (is_positive < 0 || (is_positive && timeout_read(timeout, TIMEOUT_SECOND, NULL, &wait) < 0))
        return -1;
    *deadline = timeout_deadline(wait);
    return 0;
}

/* Waits for the end: 0; -1: TimeoutError, or an interrupt. */
static int wait_done(Concurrent *future, Value timeout) {
    int64_t deadline = PORT_FOREVER;
    if (future->state == FUTURE_PENDING && read_deadline(timeout, &deadline) < 0)
        return -1;
    while (future->state == FUTURE_PENDING) {
        if (deadline != PORT_FOREVER && port_monotonic_ns() >= deadline) {
            raise_value_take(object_call0(OBJ(&rt_exc_TimeoutError)));
            return -1;
        }
        ThreadState state;
        isolate_leave(&state);
        port_event_wait(future->done, deadline);
        isolate_enter(&state);
        if (pyrt_stack_check() < 0)
            return -1;
    }
    return 0;
}

NATIVE(method_result) {
    NATIVE_UNUSED();
    Concurrent *future = SELF(args[0]);
    if (wait_done(future, args[1]) < 0)
        return 0;
    if (future->state == FUTURE_CANCELLED)
        return raise_value_take(object_call0(OBJ(&rt_exc_CancelledError)));
    if (future->state == FUTURE_EXCEPTION)
        return raise_value_take(value_incref(future->result));
    return value_incref(future->result);
}

NATIVE(method_exception) {
    NATIVE_UNUSED();
    Concurrent *future = SELF(args[0]);
    if (wait_done(future, args[1]) < 0)
        return 0;
    if (future->state == FUTURE_CANCELLED)
        return raise_value_take(object_call0(OBJ(&rt_exc_CancelledError)));
    return future->state == FUTURE_EXCEPTION ? value_incref(future->result) : VALUE_NONE;
}

NATIVE(method_done) {
    NATIVE_UNUSED();
    return VALUE_BOOL(SELF(args[0])->state != FUTURE_PENDING);
}

NATIVE(method_cancelled) {
    NATIVE_UNUSED();
    return VALUE_BOOL(SELF(args[0])->state == FUTURE_CANCELLED);
}

NATIVE(method_running) {
    NATIVE_UNUSED();
    return VALUE_FALSE;
}

NATIVE(method_cancel) {
    NATIVE_UNUSED();
    int done = concurrent_cancel(args[0]);
    return done < 0 ? 0 : VALUE_BOOL(done);
}

NATIVE(method_set_result) {
    NATIVE_UNUSED();
    return concurrent_set_result(args[0], args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_set_exception) {
    NATIVE_UNUSED();
    return concurrent_set_exception(args[0], args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_add_done_callback) {
    NATIVE_UNUSED();
    Concurrent *future = SELF(args[0]);
    if (future->state != FUTURE_PENDING) {
        call_callback(args[1], args[0]);
        return VALUE_NONE;
    }
    if (!future->callbacks && !(future->callbacks = list_new(NULL, 0)))
        return 0;
    return list_append(future->callbacks, args[1]) < 0 ? 0 : VALUE_NONE;
}

static Value concurrent_repr(Value self) {
    static const char *const states[] = {"pending", "cancelled", "finished", "finished"};
    Concurrent *future = SELF(self);
    if (future->state == FUTURE_RESULT || future->state == FUTURE_EXCEPTION)
        return str_format("<Future at %s state=finished %s %T>", pointer_text(self).text,
                          future->state == FUTURE_RESULT ? "returned" : "raised", future->result);
    return str_format("<Future at %s state=%s>", pointer_text(self).text, states[future->state]);
}

static const NativeMethod methods[] = {
    {.name = "result", .call = method_result, .max_args = 1, .keywords = "@Future timeout"},
    {.name = "exception", .call = method_exception, .max_args = 1, .keywords = "@Future timeout"},
    {.name = "done", .call = method_done, .keywords = "@Future"},
    {.name = "running", .call = method_running, .keywords = "@Future"},
    {.name = "cancelled", .call = method_cancelled, .keywords = "@Future"},
    {.name = "cancel", .call = method_cancel, .keywords = "@Future"},
    {.name = "set_result",
     .call = method_set_result,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@Future result"},
    {.name = "set_exception",
     .call = method_set_exception,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@Future exception"},
    {.name = "add_done_callback",
     .call = method_add_done_callback,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@Future fn"},
    {0},
};

Type rt_type_concurrent_future = {
    .name = "concurrent.futures._base.Future",
    .basic_size = sizeof(Concurrent),
    .flags = TYPE_FINAL,
    .methods = methods,
    .slots = {.dealloc = concurrent_dealloc,
              .traverse = concurrent_traverse,
              .clear = concurrent_clear,
              .repr = concurrent_repr,
              .new = make},
};
