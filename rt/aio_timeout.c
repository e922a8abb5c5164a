/*
 * aio_timeout.c — asyncio.timeout, timeout_at and the Timeout they make: a timer that cancels the
 * task in the `async with` block. On leaving, a cancellation that came from the timer alone becomes
 * TimeoutError; the count of cancellation requests (uncancel) tells whether others asked as well.
 */
#include "aio_primitives.h"
#include "library_frame.h"

enum TimeoutState { CREATED, ENTERED, EXPIRING, EXPIRED, EXITED };
static const char *const state_names[] = {"created", "active", "expiring", "expired", "finished"};

typedef struct Timeout {
    Object base;
    Handle *timer;   /* owned, or NULL */
    Task *task;      /* owned, or NULL */
    Value when;      /* a number or None */
    int64_t attempt; /* of a deadline that had passed: only the call made for this one counts */
    uint8_t state;
    Attributes attributes;
} Timeout;

AIO_INFO(info_aenter, "__aenter__", "Timeout.__aenter__");
AIO_INFO(info_aexit, "__aexit__", "Timeout.__aexit__");

static Timeout *self_of(const Value *args) {
    return AS(Timeout, args[0]);
}

static Value timeout_at(Value when) {
    if (aio_type_Timeout.native_slots) /* the program replaced __init__, perhaps */
        return object_call1(OBJ(&aio_type_Timeout), when);
    Timeout *timeout = object_new(&aio_type_Timeout, sizeof(Timeout));
    if (timeout)
        timeout->when = value_incref(when);
    return OBJ(timeout);
}

Value timeout_new(Value delay) {
    ASYNCIO_FRAME(no_loop, "timeouts.py", 128, "timeout", "loop = events.get_running_loop()");
    ASYNCIO_FRAME(adding, "timeouts.py", 129, "timeout",
                  "return Timeout(loop.time() + delay if delay is not None else None)");
    EventLoop *loop = aio_running_loop();
    if (!loop || delay == VALUE_NONE)
        return loop ? timeout_at(delay) : answer_through(&no_loop, 0);
    double time;
    Value now = loop_time(loop, &time) < 0 ? 0 : float_new(time);
    Value when = now ? answer_through(&adding, object_binary(now, delay, SLOT_ADD)) : 0;
    Value timeout = when ? timeout_at(when) : 0;
    value_decref(now);
    value_decref(when);
    return timeout;
}

/* ---- the timer ------------------------------------------------------------------------------- */

static void timer_drop(Timeout *timeout) {
    Handle *timer = timeout->timer;
    timeout->timer = NULL;
    timeout->attempt++;
    if (timer)
        handle_cancel(timer);
    value_decref(OBJ(timer));
}

/* `argument`: 0, or the attempt a call_soon was made for. */
static int on_timeout(Value data, Value argument) {
    Timeout *timeout = AS(Timeout, data);
    if (argument && value_small_int(argument) != timeout->attempt)
        return 0;
    if (future_cancel(OBJ(timeout->task), 0) < 0)
        return -1;
    timeout->state = EXPIRING;
    value_decref(OBJ(timeout->timer));
    timeout->timer = NULL;
    return 0;
}

static int timer_start(Timeout *timeout) {
    timer_drop(timeout);
    if (timeout->when == VALUE_NONE)
        return 0;
    EventLoop *loop = aio_running_loop();
    double when, now;
    if (!loop || !value_to_double(timeout->when, &when) || loop_time(loop, &now) < 0)
        return -1;
    if (when <= now)
        return loop_call_soon(loop, on_timeout, OBJ(timeout),
                              value_from_small_int(timeout->attempt));
    timeout->timer = loop_call_at(loop, when, on_timeout, OBJ(timeout), 0);
    return timeout->timer ? 0 : -1;
}

static int reschedule(Timeout *timeout, Value when) {
    if (timeout->state == CREATED)
        return raise_bare(&rt_exc_AssertionError), -1;
    if (timeout->state != ENTERED)
        return raise_status(&rt_exc_RuntimeError, "Cannot change state of %s Timeout",
                            state_names[timeout->state]);
    value_replace(&timeout->when, value_incref(when));
    return timer_start(timeout);
}

/* ---- entering and leaving -------------------------------------------------------------------- */

int timeout_enter(Value self) {
    Timeout *timeout = AS(Timeout, self);
    EventLoop *loop = aio_running_loop();
    if (!loop)
        return -1;
    timeout->state = ENTERED;
    Task *task = aio_current_task(loop);
    if (!task)
        return raise_status(&rt_exc_RuntimeError, "Timeout should be used inside a task");
    Task *old = timeout->task;
    timeout->task = AS(Task, value_incref(OBJ(task)));
    value_decref(OBJ(old));
    return timer_start(timeout);
}

int timeout_leave(Value self, Value exception) {
    Timeout *timeout = AS(Timeout, self);
    if (timeout->state != ENTERED && timeout->state != EXPIRING)
        return raise_bare(&rt_exc_AssertionError), -1;
    timer_drop(timeout);
    if (timeout->state == ENTERED) {
        timeout->state = EXITED;
        return 0;
    }
    timeout->state = EXPIRED;
    return task_uncancel(timeout->task) == 0 && exception &&
           value_is(exception, &rt_exc_CancelledError);
}

Value timeout_raise(Value exception, bool cause) {
    Value error = object_call0(OBJ(&rt_exc_TimeoutError));
    if (error && cause) {
        exc_as(error)->cause = value_incref(exception);
        exc_as(error)->suppress_context = 1;
    }
    return raise_while_handling(error, exception);
}

static Value leave(Value self, Value exception) {
    int left = timeout_leave(self, exception);
    if (left < 0)
        return 0;
    ASYNCIO_FRAME(frame, "timeouts.py", 98, "__aexit__", "raise TimeoutError");
    return left ? answer_through(&frame, timeout_raise(exception, false)) : VALUE_NONE;
}

static Value aenter_direct(Coroutine *awaiter, Value self) {
    (void)awaiter;
    return timeout_enter(self) < 0 ? 0 : value_incref(self);
}

static Value aexit_direct(Coroutine *awaiter, Value self, Value exception) {
    (void)awaiter;
    return leave(self, exception);
}

static Value aenter_step(AioFrame *frame, Value input) {
    (void)input;
    return timeout_enter(frame->self) < 0 ? 0 : value_incref(frame->self);
}

static Value aexit_step(AioFrame *frame, Value input) {
    (void)input;
    return leave(frame->self, frame->argument);
}

NATIVE(aenter) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_aenter, aenter_step, args[0], 0);
}

NATIVE(aexit) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_aexit, aexit_step, args[0], args[2] == VALUE_NONE ? 0 : args[2]);
}

/* ---- methods --------------------------------------------------------------------------------- */

NATIVE(get_when) {
    NATIVE_UNUSED();
    return value_incref(self_of(args)->when);
}

NATIVE(reschedule_method) {
    NATIVE_UNUSED();
    return reschedule(self_of(args), args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(expired) {
    NATIVE_UNUSED();
    uint8_t state = self_of(args)->state;
    return VALUE_BOOL(state == EXPIRING || state == EXPIRED);
}

static Value timeout_repr(Value self) {
    const Timeout *timeout = AS(Timeout, self);
    if (timeout->state != ENTERED)
        return str_format("<Timeout [%s]>", state_names[timeout->state]);
    if (timeout->when == VALUE_NONE)
        return str_from_cstr("<Timeout [active] when=None>");
    Value digits = value_from_small_int(3);
    Value when = object_call_method(timeout->when, "__round__", &digits, 1);
    Value text = when ? str_format("<Timeout [active] when=%S>", when) : 0;
    value_decref(when);
    return text;
}

static Value timeout_make(Type *type, const Value *args, uint32_t count, Value names) {
    Value timeout = primitive_new(type, args, count, names);
    if (timeout)
        AS(Timeout, timeout)->when = VALUE_NONE;
    return timeout;
}

NATIVE(init_bound) {
    NATIVE_UNUSED();
    Timeout *timeout = SPEC_DATA(callee);
    value_replace(&timeout->when, value_incref(args[0]));
    return VALUE_NONE;
}

static int timeout_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "__init__",
                                      .call = init_bound,
                                      .min_args = 1,
                                      .max_args = 1,
                                      .kind = METHOD_STATIC,
                                      .keywords = "@Timeout when"};
    return call_spec(&spec, AS(Timeout, self), args, count, names) ? 0 : -1;
}

static void timeout_dealloc(Object *self) {
    Timeout *timeout = (Timeout *)self;
    EventLoop *none = NULL;
    Handle *timer = timeout->timer;
    Task *task = timeout->task;
    timeout->timer = NULL;
    timeout->task = NULL;
    value_decref(OBJ(timer));
    value_decref(OBJ(task));
    value_replace(&timeout->when, 0);
    primitive_dealloc(self, &none);
}

static void timeout_traverse(Object *self, VisitValue visit, void *context) {
    const Timeout *timeout = (const Timeout *)self;
    visit(OBJ(timeout->timer), context);
    visit(OBJ(timeout->task), context);
    visit(timeout->when, context);
    primitive_traverse(self, NULL, visit, context);
}

static const NativeMethod timeout_methods[] = {
    {.name = "when", .call = get_when, .keywords = "@Timeout"},
    {.name = "reschedule",
     .call = reschedule_method,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@Timeout when"},
    {.name = "expired", .call = expired, .keywords = "@Timeout"},
    {.name = "__aenter__", .call = aenter, .coroutine = true},
    {.name = "__aexit__", .call = aexit, .min_args = 3, .max_args = 3, .coroutine = true},
    {0},
};

Type aio_type_Timeout = {
    .name = "asyncio.timeouts.Timeout",
    .flags = TYPE_HAS_DICT | TYPE_MUTABLE,
    .basic_size = sizeof(Timeout),
    .shape_offset = offsetof(Timeout, attributes),
    .methods = timeout_methods,
    .slots = {.dealloc = timeout_dealloc,
              .traverse = timeout_traverse,
              .clear = primitive_clear,
              .repr = timeout_repr,
              .aenter_direct = aenter_direct,
              .aexit_direct = aexit_direct,
              .new = timeout_make,
              .init = timeout_init},
};

NATIVE(timeout_function) {
    NATIVE_UNUSED();
    return timeout_new(args[0]);
}

NATIVE(timeout_at_function) {
    NATIVE_UNUSED();
    return timeout_at(args[0]);
}

static const NativeMethod functions[] = {
    {.name = "timeout",
     .call = timeout_function,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@ delay"},
    {.name = "timeout_at",
     .call = timeout_at_function,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@ when"},
    {0},
};

int aio_timeout_init(ModuleObject *module) {
    future_name_callback(on_timeout, "Timeout._on_timeout()");
    if (module_add_type(module, "Timeout", &aio_type_Timeout) < 0)
        return -1;
    return module_add_functions(module, functions);
}
