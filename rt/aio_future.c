/*
 * aio_future.c — asyncio.Future: a result to come, its callbacks, and how a coroutine awaits it.
 *
 * Callbacks run through the loop's ready queue, never inside set_result. A task that awaits a
 * future is an ordinary callback of it (task_wakeup), so that it takes its turn among the others.
 */
#include "aio_loop.h"
#include "containers.h"
#include "coro.h"
#include "object.h"
#include "stack.h"

#define SELF(value) AS(Future, value)

/* ---- life ------------------------------------------------------------------------------------ */

Value future_new_of(EventLoop *loop, Type *type, size_t size) {
    Future *future = object_new(type, size);
    if (!future)
        return 0;
    future->loop = loop;
    value_incref(OBJ(loop));
    future->log_destroy_pending = true;
    if (loop->debug) {
        ASYNCIO_FRAME(frame, "base_events.py", 427, "create_future",
                      "return futures.Future(loop=self)");
        stack_enter(&frame);
        stack_remember(&future->base, STACK_WHOLE);
        stack_leave();
    }
    return OBJ(future);
}

Value future_new(EventLoop *loop) {
    return future_new_of(loop, &rt_type_future, sizeof(Future));
}

int future_setup(Future *future, EventLoop *loop) {
    if (!loop && !(loop = aio_event_loop()))
        return -1;
    EventLoop *old = future->loop;
    value_incref(OBJ(loop));
    future->loop = loop;
    value_decref(OBJ(old));
    future->log_destroy_pending = true;
    if (loop->debug)
        stack_remember(&future->base, STACK_WHOLE);
    return 0;
}

static void drop_callbacks(Future *future) {
    FutureCallback first = future->first;
    FutureCallbacks *more = future->more;
    future->first = (FutureCallback){0};
    future->more = NULL;
    value_decref(first.data);
    for (uint32_t i = 0; more && i < more->count; i++)
        value_decref(more->items[i].data);
    mem_free(more);
}

void future_clear(Object *self) {
    Future *future = (Future *)self;
    drop_callbacks(future);
    value_replace(&future->result, 0);
    value_replace(&future->detail, 0);
    if (!(self->type->flags & TYPE_HEAP) && future->attributes.shape)
        instance_drop(self);
}

void future_dealloc(Object *self) {
    Future *future = (Future *)self;
    EventLoop *loop = future->loop;
    stack_forget(self);
    future_clear(self);
    future->loop = NULL;
    value_decref(OBJ(loop));
}

void future_traverse(Object *self, VisitValue visit, void *context) {
    Future *future = (Future *)self;
    visit(OBJ(future->loop), context);
    visit(future->result, context);
    visit(future->detail, context);
    visit(future->first.data, context);
    for (uint32_t i = 0; future->more && i < future->more->count; i++)
        visit(future->more->items[i].data, context);
    if (!(self->type->flags & TYPE_HEAP) && future->attributes.shape)
        instance_visit(self, visit, context);
}

/* __del__: nobody asked for the exception. */
static void future_finalize(Value self) {
    Future *future = SELF(self);
    if (!future->log_traceback)
        return;
    future->log_traceback = false;
    Value message = str_format("%K exception was never retrieved", self);
    Value origin = stack_origin(value_object(self));
    size_t size;
    const char *text = message ? str_utf8(message, &size) : NULL;
    if (text)
        loop_report(future->loop, text, "exception", future->result, "future", self,
                    origin ? "source_traceback" : NULL, origin, NULL);
    value_decref(origin);
    value_decref(message);
}

/* ---- callbacks ------------------------------------------------------------------------------- */

/* A Python callable with the context it runs in. */
typedef struct ContextCall {
    Object base;
    Value callable, context;
} ContextCall;

static void context_call_dealloc(Object *self) {
    value_replace(&((ContextCall *)self)->callable, 0);
    value_replace(&((ContextCall *)self)->context, 0);
}

static void context_call_traverse(Object *self, VisitValue visit, void *context) {
    visit(((ContextCall *)self)->callable, context);
    visit(((ContextCall *)self)->context, context);
}

static Type type_context_call = {
    .name = "asyncio.context_call",
    .basic_size = sizeof(ContextCall),
    .flags = TYPE_FINAL,
    .slots = {.dealloc = context_call_dealloc,
              .traverse = context_call_traverse,
              .clear = context_call_dealloc},
};

static int call_in(Value *slot, Value callable, Value argument) {
    Value *previous;
    if (context_enter(slot, &previous) < 0)
        return -1;
    Value result = object_call1(callable, argument);
    context_leave(slot, previous);
    value_decref(result);
    return result ? 0 : -1;
}

static int call_plain(Value data, Value argument) {
    Value slot = 0;
    int status = call_in(&slot, data, argument);
    value_decref(slot);
    return status;
}

static int call_in_context(Value data, Value argument) {
    ContextCall *call = AS(ContextCall, data);
    return call_in(&call->context, call->callable, argument);
}

Value future_callback_callable_borrow(LoopCall call, Value data) {
    if (call == call_plain)
        return data;
    return call == call_in_context ? AS(ContextCall, data)->callable : 0;
}

static FutureCallback *new_place(Future *future) {
    if (!future->first.call && !future->more)
        return &future->first;
    FutureCallbacks *more = future->more;
    if (!more || more->count == more->room) {
        uint32_t room = more ? more->room * 2 : 4;
        more = mem_realloc(more, sizeof *more + room * sizeof(FutureCallback));
        if (!more)
            return NULL;
        if (!future->more)
            more->count = 0;
        more->room = room;
        future->more = more;
    }
    return &more->items[more->count++];
}

int future_add_callback(Future *future, LoopCall call, Value data) {
    if (future_done(future))
        return loop_check_closed(future->loop) < 0
                   ? -1
                   : loop_call_soon(future->loop, call, data, OBJ(future));
    FutureCallback *place = new_place(future);
    if (!place)
        return -1;
    *place = (FutureCallback){call, value_incref(data)};
    return 0;
}

int future_add_done_callback(Future *future, Value callable, Value context) {
    LoopCall native;
    Value data;
    if (callback_parts(callable, &native,
                       &data)) /* from an add_done_callback that overrides ours */
        return future_add_callback(future, native, data);
    Value captured = context ? value_incref(context) : context_capture();
    if (!captured)
        return future_add_callback(future, call_plain, callable);
    ContextCall *call = object_new(&type_context_call, sizeof *call);
    if (!call) {
        value_decref(captured);
        return -1;
    }
    call->callable = value_incref(callable);
    call->context = captured;
    int status = future_add_callback(future, call_in_context, OBJ(call));
    value_decref(OBJ(call));
    return status;
}

/* Moves the callbacks that `keep` wants to the front; drops the rest. How many were dropped, or -1
 * if `keep` failed. */
static int64_t filter_callbacks(Future *future, int (*keep)(const FutureCallback *, void *),
                                void *context) {
    FutureCallback first = future->first;
    FutureCallbacks *more = future->more;
    uint32_t total = (first.call ? 1 : 0) + (more ? more->count : 0);
    if (total == 0)
        return 0;
    future->first = (FutureCallback){0};
    future->more = NULL;
    int64_t dropped = 0;
    bool failed = false;
    for (uint32_t i = 0; i < total; i++) {
        FutureCallback item = !first.call ? more->items[i] : i ? more->items[i - 1] : first;
        int kept = failed ? 1 : keep(&item, context);
        failed |= kept < 0;
        if (kept)
            failed |= future_add_callback(future, item.call, item.data) < 0;
        else
            dropped++;
        value_decref(item.data);
    }
    mem_free(more);
    return failed ? -1 : dropped;
}

static int is_other_callback(const FutureCallback *item, void *context) {
    const FutureCallback *wanted = context;
    return item->call != wanted->call || item->data != wanted->data;
}

int64_t future_remove_callback(Future *future, LoopCall call, Value data) {
    FutureCallback wanted = {call, data};
    return filter_callbacks(future, is_other_callback, &wanted);
}

static int is_other_callable(const FutureCallback *item, void *context) {
    Value callable = future_callback_callable_borrow(item->call, item->data);
    if (!callable)
        return 1;
    int equal = object_equal(callable, *(Value *)context);
    return equal < 0 ? -1 : !equal;
}

int future_schedule_callbacks(Future *future) {
    if (!future->first.call && !future->more)
        return 0;
    if (loop_check_closed(future->loop) < 0)
        return -1;
    FutureCallback first = future->first;
    FutureCallbacks *more = future->more;
    future->first = (FutureCallback){0};
    future->more = NULL;
    int status = 0;
    if (first.call)
        status = loop_call_soon(future->loop, first.call, first.data, OBJ(future));
    value_decref(first.data);
    for (uint32_t i = 0; more && i < more->count; i++) {
        status |=
            loop_call_soon(future->loop, more->items[i].call, more->items[i].data, OBJ(future));
        value_decref(more->items[i].data);
    }
    mem_free(more);
    return status;
}

/* ---- completion ------------------------------------------------------------------------------ */

static const char *const state_names[] = {"PENDING", "CANCELLED", "FINISHED", "FINISHED"};

static int check_pending(Future *future) {
    return future_done(future) ? raise_status(&rt_exc_InvalidStateError, "invalid state") : 0;
}

int future_set_result(Future *future, Value result) {
    if (check_pending(future) < 0)
        return -1;
    value_replace(&future->result, value_incref(result));
    future->state = FUTURE_RESULT;
    return future_schedule_callbacks(future);
}

/* `detail` keeps a message from a cancellation that did not come to pass beside the traceback. */
static int keep_traceback(Future *future, Value traceback) {
    Value detail;
    if (future->detail) {
        Value both[2] = {traceback ? traceback : VALUE_NONE, future->detail};
        detail = tuple_new(both, 2);
        if (!detail)
            return -1;
    } else {
        detail = value_incref(traceback);
    }
    value_replace(&future->detail, detail);
    return 0;
}

static Value kept_traceback_borrow(const Future *future) {
    if (!value_is(future->detail, &rt_type_tuple))
        return future->detail;
    Value traceback = AS(TupleObject, future->detail)->items[0];
    return traceback == VALUE_NONE ? 0 : traceback;
}

Value future_cancel_message_borrow(const Future *future) {
    if (future->state != FUTURE_EXCEPTION)
        return future->detail;
    bool both = value_is(future->detail, &rt_type_tuple);
    return both ? AS(TupleObject, future->detail)->items[1] : 0;
}

int future_set_exception(Future *future, Value exception) {
    if (check_pending(future) < 0)
        return -1;
    bool is_class = value_is_type(exception);
    Value instance = is_class ? object_call0(exception) : value_incref(exception);
    if (!instance)
        return -1;
    if (!value_isa(instance, &rt_exc_BaseException)) {
        value_decref(instance);
        return raise_status(&rt_exc_TypeError, "invalid exception object");
    }
    if (value_is(instance, &rt_exc_StopIteration)) {
        value_decref(instance);
        return raise_status(&rt_exc_TypeError,
                            "StopIteration interacts badly with generators and cannot be raised "
                            "into a Future");
    }
    if (keep_traceback(future, exc_as(instance)->traceback) < 0) {
        value_decref(instance);
        return -1;
    }
    value_replace(&future->result, instance);
    future->state = FUTURE_EXCEPTION;
    int status = future_schedule_callbacks(future);
    future->log_traceback = true;
    return status;
}

int future_cancel_base(Future *future, Value message) {
    future->log_traceback = false;
    if (future_done(future))
        return 0;
    future->state = FUTURE_CANCELLED;
    value_replace(&future->detail, message == VALUE_NONE ? 0 : value_incref(message));
    return future_schedule_callbacks(future) < 0 ? -1 : 1;
}

static int cancel_by_method(Value future, Value message) {
    if (stack_check() < 0) /* a gathering may wait for itself */
        return -1;
    Value method = object_getattr_cstr(future, "cancel");
    Value name = str_name("msg"), names = method ? tuple_new(&name, 1) : 0;
    Value given = message ? message : VALUE_NONE;
    Value result = names ? object_call(method, &given, 0, names) : 0;
    value_decref(method);
    value_decref(names);
    int truth = result ? object_truth(result) : -1;
    value_decref(result);
    return truth;
}

int future_cancel(Value future, Value message) {
    if (value_is(future, &rt_type_task))
        return task_cancel(AS(Task, future), message);
    if (value_is(future, &rt_type_future) || value_is(future, &rt_type_sleep) ||
        value_is(future, &rt_type_waiting))
        return future_cancel_base(SELF(future), message);
    return cancel_by_method(future, message);
}

Value future_make_cancelled_error(Future *future) {
    if (future->state == FUTURE_CANCELLED && future->result) {
        Value saved = future->result;
        future->result = 0;
        return saved;
    }
    return exc_make(&rt_exc_CancelledError, future_cancel_message_borrow(future));
}

Value future_result(Future *future) {
    if (future->state == FUTURE_RESULT)
        return value_incref(future->result);
    if (future->state == FUTURE_CANCELLED)
        return raise_value_take(future_make_cancelled_error(future));
    if (future->state == FUTURE_PENDING)
        return raise_error(&rt_exc_InvalidStateError, "Result is not set.");
    future->log_traceback = false;
    value_replace(&exc_as(future->result)->traceback, value_incref(kept_traceback_borrow(future)));
    return raise_value_take(value_incref(future->result));
}

Value future_exception(Future *future) {
    if (future->state == FUTURE_CANCELLED)
        return raise_value_take(future_make_cancelled_error(future));
    if (future->state == FUTURE_PENDING)
        return raise_error(&rt_exc_InvalidStateError, "Exception is not set.");
    future->log_traceback = false;
    return future->state == FUTURE_EXCEPTION ? value_incref(future->result) : VALUE_NONE;
}

/* What a subclass that forgot super().__init__() is told: an exception of `kind`. */
static Future *initialized(Value self, Type *kind) {
    if (SELF(self)->loop)
        return SELF(self);
    raise_error(kind, "Future object is not initialized.");
    return NULL;
}

static Future *ready_self(Value self) {
    return initialized(self, &rt_exc_RuntimeError);
}

/* ---- awaiting -------------------------------------------------------------------------------- */

Value future_await_direct(Coroutine *awaiter, Value self) {
    Future *future = SELF(self);
    if (future_done(future))
        return future_result(future);
    future->blocking = true;
    return coro_park(awaiter, self);
}

Value future_await_resume(Coroutine *awaiter, Value self) {
    (void)awaiter;
    if (!future_done(SELF(self)))
        return raise_error(&rt_exc_RuntimeError, "await wasn't used with future");
    return future_result(SELF(self));
}

/* The iterator of __await__ and __iter__: parts: the future (0: exhausted); index: asked already.
 */
static Value iterator_step(IteratorObject *iterator) {
    Value self = iterator->parts[0];
    if (!self)
        return VALUE_STOP;
    Future *future = SELF(self);
    if (!future_done(future)) {
        if (iterator->index)
            return raise_error(&rt_exc_RuntimeError, "await wasn't used with future");
        iterator->index = 1;
        future->blocking = true;
        return value_incref(self);
    }
    Value result = future_result(future);
    value_replace(&iterator->parts[0], 0);
    if (!result)
        return 0;
    raise_stop_iteration(result);
    value_decref(result);
    return 0;
}

static Value future_iter_next(Value self) {
    return iterator_step(AS(IteratorObject, self));
}

/* The slot that `yield from` and `await` drive, for next() alone would lose the result. */
static int future_iter_step(Value self, Value value, Value *result) {
    (void)value;
    *result = iterator_step(AS(IteratorObject, self));
    if (*result == VALUE_STOP)
        *result = VALUE_NONE;
    else if (*result)
        return 0;
    else if (!exc_pending_is(&rt_exc_StopIteration))
        return -1;
    else
        *result = stop_iteration_value();
    return 1;
}

NATIVE(future_iter_send) {
    NATIVE_UNUSED();
    Value item = iterator_step(AS(IteratorObject, args[0]));
    return item == VALUE_STOP ? raise_stop_iteration(VALUE_NONE) : item;
}

/* What generators complain of as well, in the words of this iterator. */
static int check_thrown(const Value *args, uint32_t count) {
    Value kind = args[0];
    if (count > 2 && args[2] != VALUE_NONE && !value_is(args[2], &rt_type_traceback))
        return raise_status(&rt_exc_TypeError, "throw() third argument must be a traceback");
    if (value_is_type(kind) ? AS(Type, kind)->flags & TYPE_EXCEPTION
                            : value_isa(kind, &rt_exc_BaseException))
        return 0;
    return raise_status(&rt_exc_TypeError, "exceptions must be classes deriving BaseException or "
                                           "instances of such a class");
}

NATIVE(future_iter_throw) {
    NATIVE_UNUSED();
    if (check_thrown(args + 1, count - 1) < 0 || coro_raise_arguments(args + 1, count - 1) < 0)
        return 0;
    value_replace(&AS(IteratorObject, args[0])->parts[0], 0);
    return 0;
}

NATIVE(future_iter_close) {
    NATIVE_UNUSED();
    value_replace(&AS(IteratorObject, args[0])->parts[0], 0);
    return VALUE_NONE;
}

static const NativeMethod future_iter_methods[] = {
    {.name = "send", .call = future_iter_send, .min_args = 1, .max_args = 1},
    {.name = "throw", .call = future_iter_throw, .min_args = 1, .max_args = 3},
    {.name = "close", .call = future_iter_close},
    {0},
};

static Type type_future_iter = {
    .name = "_asyncio.FutureIter",
    .basic_size = sizeof(IteratorObject),
    .flags = TYPE_FINAL,
    .methods = future_iter_methods,
    .slots = {ITERATOR_SLOTS, .next = future_iter_next, .send = future_iter_step},
};

static Value future_iter(Value self) {
    if (!ready_self(self))
        return 0;
    return iterator_new(&type_future_iter, self, 0, 0);
}

/* ---- showing --------------------------------------------------------------------------------- */

enum { MOST_NAMES = 24 };
static struct CallbackName {
    LoopCall call;
    const char *text;
    Value function; /* borrowed; 0: `_callbacks` shows the text */
    bool is_cleanup;
} callback_names[MOST_NAMES];

void future_name_callback(LoopCall call, const char *text) {
    for (int i = 0; i < MOST_NAMES; i++)
        if (!callback_names[i].call || callback_names[i].call == call) {
            callback_names[i] = (struct CallbackName){.call = call, .text = text};
            return;
        }
}

void future_show_callback(LoopCall call, Value function) {
    for (int i = 0; i < MOST_NAMES; i++)
        if (callback_names[i].call == call)
            callback_names[i].function = function;
}

void future_mark_cleanup(LoopCall call) {
    for (int i = 0; i < MOST_NAMES; i++)
        if (callback_names[i].call == call)
            callback_names[i].is_cleanup = true;
}

bool future_is_cleanup(LoopCall call) {
    for (int i = 0; i < MOST_NAMES; i++)
        if (callback_names[i].call == call)
            return callback_names[i].is_cleanup;
    return false;
}

static Value callback_text(const FutureCallback *callback) {
    Value callable = future_callback_callable_borrow(callback->call, callback->data);
    if (callable)
        return aio_callback_text(callable, 0);
    const char *text = "Task.task_wakeup()";
    for (int i = 0; i < MOST_NAMES; i++)
        if (callback_names[i].call == callback->call)
            text = callback_names[i].text;
    if (!strchr(text, '%'))
        return str_from_cstr(text);
    Value data = aio_short_repr(callback->data), shown = data ? str_format(text, data) : 0;
    value_decref(data);
    return shown;
}

/* In the ready queue the callback has its argument, the future that is done: "name()" becomes
 * "name(argument)", be it with its place behind it. Small ints are marks of timers' own. */
Value native_callback_text(LoopCall call, Value data, Value argument) {
    Value text = callback_text(&(FutureCallback){call, data});
    bool has_argument = value_is_pointer(argument) || argument == VALUE_NONE;
    Value shown = text && has_argument ? aio_short_repr(argument) : 0;
    size_t size;
    const char *start = shown ? str_utf8(text, &size) : NULL;
    const char *place = start ? text_find(start, "() at ") : NULL;
    if (start && !place && size > 2 && strcmp(start + size - 2, "()") == 0)
        place = start + size - 2;
    if (place)
        value_replace(&text,
                      str_format("%.*s(%S)%s", (int)(place - start), start, shown, place + 2));
    value_decref(shown);
    return isolate.pending ? (value_decref(text), 0) : text;
}

static int callbacks_info(Future *future, Value list) {
    uint32_t more = future->more ? future->more->count : 0;
    uint32_t total = more + (future->first.call ? 1 : 0);
    if (total == 0)
        return 0;
    const FutureCallback *first = future->first.call ? &future->first : &future->more->items[0];
    const FutureCallback *last = more ? &future->more->items[more - 1] : first;
    Value a = callback_text(first), b = a ? callback_text(last) : 0;
    int status = -1;
    if (b && total == 1)
        status = aio_list_format(list, "cb=[%S]", a);
    else if (b && total == 2)
        status = aio_list_format(list, "cb=[%S, %S]", a, b);
    else if (b)
        status = aio_list_format(list, "cb=[%S, <%d more>, %S]", a, (int)total - 2, b);
    value_decref(a);
    value_decref(b);
    return status;
}

int future_repr_info(Future *future, Value list) {
    static const char *const shown[] = {"pending", "cancelled", "finished", "finished"};
    if (aio_list_format(list, "%s", shown[future->state]) < 0)
        return -1;
    if (future->state == FUTURE_EXCEPTION &&
        aio_list_format(list, "exception=%R", future->result) < 0)
        return -1;
    if (future->state == FUTURE_RESULT) {
        Value text = aio_short_repr(future->result);
        int status = text ? aio_list_format(list, "result=%S", text) : -1;
        value_decref(text);
        if (status < 0)
            return -1;
    }
    if (callbacks_info(future, list) < 0)
        return -1;
    if (!(future->base.flags & OBJECT_HAS_ORIGIN))
        return 0;
    return list_append_take(list, stack_created_at(&future->base, "created at %S:%S"));
}

Value future_repr(Value self) {
    if (repr_enter(self))
        return str_from_cstr("...");
    Value list = list_new(NULL, 0), text = 0;
    if (list && future_repr_info(SELF(self), list) == 0)
        text = aio_angle_text_take(self, list);
    else
        value_decref(list);
    repr_leave(self);
    return text;
}

/* ---- methods --------------------------------------------------------------------------------- */

int loop_of_argument(Value value, EventLoop **loop) {
    *loop = NULL;
    if (!value || value == VALUE_NONE)
        return 0;
    if (!value_isa(value, &rt_type_abstract_event_loop))
        return raise_status(&rt_exc_TypeError, "an event loop was expected, got %R", value);
    *loop = AS(EventLoop, value);
    return 0;
}

NATIVE(future_init_call) {
    NATIVE_UNUSED();
    EventLoop *loop;
    if (loop_of_argument(args[0], &loop) < 0 || future_setup(SPEC_DATA(callee), loop) < 0)
        return 0;
    return VALUE_NONE;
}

static int future_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "Future",
                                      .call = future_init_call,
                                      .kind = METHOD_STATIC,
                                      .max_args = 0,
                                      .keywords = "loop"};
    return call_spec(&spec, SELF(self), args, count, names) ? 0 : -1;
}

static Value future_make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ((Object *)object_new(type, sizeof(Future)));
}

NATIVE(method_result) {
    NATIVE_UNUSED();
    Future *future = initialized(args[0], &rt_exc_InvalidStateError);
    return future ? future_result(future) : 0;
}

NATIVE(method_exception) {
    NATIVE_UNUSED();
    Future *future = initialized(args[0], &rt_exc_InvalidStateError);
    return future ? future_exception(future) : 0;
}

NATIVE(method_set_result) {
    NATIVE_UNUSED();
    Future *future = ready_self(args[0]);
    return future && future_set_result(future, args[1]) == 0 ? VALUE_NONE : 0;
}

NATIVE(method_set_exception) {
    NATIVE_UNUSED();
    Future *future = ready_self(args[0]);
    return future && future_set_exception(future, args[1]) == 0 ? VALUE_NONE : 0;
}

NATIVE(method_add_done_callback) {
    NATIVE_UNUSED();
    Future *future = SELF(args[0]);
    Value context = args[2] == VALUE_NONE ? 0 : args[2];
    if (!future->loop)
        return raise_error(&rt_exc_RuntimeError, "uninitialized Future object");
    if (context && context_check(context) < 0)
        return 0;
    return future_add_done_callback(future, args[1], context) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_remove_done_callback) {
    NATIVE_UNUSED();
    Future *future = ready_self(args[0]);
    Value callable = args[1];
    FutureCallback native;
    int64_t dropped = -1;
    if (future && callback_parts(callable, &native.call, &native.data))
        dropped = future_remove_callback(future, native.call, native.data);
    else if (future)
        dropped = filter_callbacks(future, is_other_callable, &callable);
    return dropped < 0 ? 0 : int_from_i64(dropped);
}

NATIVE(method_cancel) {
    NATIVE_UNUSED();
    Future *future = ready_self(args[0]);
    int done = future ? future_cancel_base(future, args[1]) : -1;
    return done < 0 ? 0 : VALUE_BOOL(done);
}

NATIVE(method_cancelled) {
    NATIVE_UNUSED();
    return VALUE_BOOL(future_cancelled(SELF(args[0])));
}

NATIVE(method_done) {
    NATIVE_UNUSED();
    return VALUE_BOOL(future_done(SELF(args[0])));
}

NATIVE(method_get_loop) {
    NATIVE_UNUSED();
    Future *future = ready_self(args[0]);
    return future ? value_incref(OBJ(future->loop)) : 0;
}

NATIVE(method_make_cancelled_error) {
    NATIVE_UNUSED();
    return future_make_cancelled_error(SELF(args[0]));
}

/* ---- attributes ------------------------------------------------------------------------------ */

NATIVE(get_state) {
    NATIVE_UNUSED();
    return str_from_cstr(state_names[SELF(args[0])->state]);
}

NATIVE(get_blocking) {
    NATIVE_UNUSED();
    return VALUE_BOOL(SELF(args[0])->blocking);
}

static int set_blocking(Value self, Value value) {
    int truth = value ? object_truth(value) : -1;
    if (!value)
        return raise_status(&rt_exc_AttributeError, "cannot delete attribute");
    SELF(self)->blocking = truth > 0;
    return truth < 0 ? -1 : 0;
}

NATIVE(get_loop) {
    NATIVE_UNUSED();
    EventLoop *loop = SELF(args[0])->loop;
    return loop ? value_incref(OBJ(loop)) : VALUE_NONE;
}

NATIVE(get_result) {
    NATIVE_UNUSED();
    Future *future = SELF(args[0]);
    return future->state == FUTURE_RESULT ? value_incref(future->result) : VALUE_NONE;
}

NATIVE(get_exception) {
    NATIVE_UNUSED();
    Future *future = SELF(args[0]);
    return future->state == FUTURE_EXCEPTION ? value_incref(future->result) : VALUE_NONE;
}

NATIVE(get_cancel_message) {
    NATIVE_UNUSED();
    Value message = future_cancel_message_borrow(SELF(args[0]));
    return message ? value_incref(message) : VALUE_NONE;
}

NATIVE(get_awaited_by) {
    NATIVE_UNUSED();
    Value list = future_awaited_by(args[0]);
    if (list && AS(ListObject, list)->length == 0)
        value_replace(&list, VALUE_NONE);
    return list;
}

static int set_cancel_message(Value self, Value value) {
    Future *future = SELF(self);
    bool failed = future->state == FUTURE_EXCEPTION;
    Value traceback = failed ? value_incref(kept_traceback_borrow(future)) : 0;
    value_replace(&future->detail, value == VALUE_NONE ? 0 : value_incref(value));
    int status = failed ? keep_traceback(future, traceback) : 0;
    value_decref(traceback);
    return status;
}

NATIVE(get_log_traceback) {
    NATIVE_UNUSED();
    return VALUE_BOOL(SELF(args[0])->log_traceback);
}

static int set_log_traceback(Value self, Value value) {
    int truth = value ? object_truth(value) : -1;
    if (!value)
        return raise_status(&rt_exc_AttributeError, "cannot delete attribute");
    if (truth < 0)
        return -1;
    if (truth)
        return raise_status(&rt_exc_ValueError, "_log_traceback can only be set to False");
    SELF(self)->log_traceback = false;
    return 0;
}

NATIVE(get_source_traceback) {
    NATIVE_UNUSED();
    Value origin = stack_origin(value_object(args[0]));
    return origin || isolate.pending ? origin : VALUE_NONE;
}

static Value callback_function_borrow(const FutureCallback *callback) {
    Value callable = future_callback_callable_borrow(callback->call, callback->data);
    for (int i = 0; !callable && i < MOST_NAMES; i++)
        if (callback_names[i].call == callback->call)
            callable = callback_names[i].function;
    return callable;
}

/* (callable, context) of one callback; native ones without a function show themselves as text. */
static Value callback_pair(const FutureCallback *callback) {
    Value empty = 0, callable = callback_function_borrow(callback);
    Value *slot =
        callback->call == call_in_context ? &AS(ContextCall, callback->data)->context : &empty;
    Value pair[2] = {callable ? value_incref(callable) : callback_text(callback),
                     value_incref(context_of_slot(slot))};
    value_decref(empty);
    return tuple_new_take(pair, 2);
}

NATIVE(get_callbacks) {
    NATIVE_UNUSED();
    Future *future = SELF(args[0]);
    if (!future->first.call && !future->more)
        return VALUE_NONE;
    Value list = list_new(NULL, 0);
    int status = list ? 0 : -1;
    if (status == 0 && future->first.call)
        status = list_append_take(list, callback_pair(&future->first));
    for (uint32_t i = 0; status == 0 && future->more && i < future->more->count; i++)
        status = list_append_take(list, callback_pair(&future->more->items[i]));
    if (status == 0)
        return list;
    value_decref(list);
    return 0;
}

NATIVE(get_dict) {
    NATIVE_UNUSED();
    Value dict = instance_dict_borrow(value_object(args[0]));
    return dict ? value_incref(dict) : 0;
}

static const NativeMethod future_methods[] = {
    {.name = "result", .call = method_result},
    {.name = "exception", .call = method_exception},
    {.name = "set_result", .call = method_set_result, .min_args = 1, .max_args = 1},
    {.name = "set_exception", .call = method_set_exception, .min_args = 1, .max_args = 1},
    {.name = "add_done_callback",
     .call = method_add_done_callback,
     .min_args = 1,
     .max_args = 1,
     .keywords = " context"},
    {.name = "remove_done_callback",
     .call = method_remove_done_callback,
     .min_args = 1,
     .max_args = 1},
    {.name = "cancel", .call = method_cancel, .max_args = 1, .keywords = "msg"},
    {.name = "cancelled", .call = method_cancelled},
    {.name = "done", .call = method_done},
    {.name = "get_loop", .call = method_get_loop},
    {.name = "_make_cancelled_error", .call = method_make_cancelled_error},
    {.name = "_state", .call = get_state, .kind = METHOD_GETTER},
    {.name = "_asyncio_future_blocking",
     .call = get_blocking,
     .kind = METHOD_GETTER,
     .set = set_blocking},
    {.name = "_loop", .call = get_loop, .kind = METHOD_GETTER},
    {.name = "_callbacks", .call = get_callbacks, .kind = METHOD_GETTER},
    {.name = "_result", .call = get_result, .kind = METHOD_GETTER},
    {.name = "_exception", .call = get_exception, .kind = METHOD_GETTER},
    {.name = "_source_traceback", .call = get_source_traceback, .kind = METHOD_GETTER},
    {.name = "_asyncio_awaited_by", .call = get_awaited_by, .kind = METHOD_GETTER},
    {.name = "_cancel_message",
     .call = get_cancel_message,
     .kind = METHOD_GETTER,
     .set = set_cancel_message},
    {.name = "_log_traceback",
     .call = get_log_traceback,
     .kind = METHOD_GETTER,
     .set = set_log_traceback},
    {.name = "__dict__", .call = get_dict, .kind = METHOD_GETTER},
    CLASS_GETITEM,
    {0},
};

Type rt_type_future = {
    .name = "_asyncio.Future",
    .basic_size = sizeof(Future),
    .flags = TYPE_HAS_DICT | TYPE_DOTTED_NAME,
    .shape_offset = offsetof(Future, attributes),
    .methods = future_methods,
    .slots = {.dealloc = future_dealloc,
              .traverse = future_traverse,
              .clear = future_clear,
              .finalize = future_finalize,
              .repr = future_repr,
              .iter = future_iter,
              .await = future_iter,
              .await_direct = future_await_direct,
              .await_resume_direct = future_await_resume,
              .new = future_make,
              .init = future_init},
};

/* ---- the module's part ----------------------------------------------------------------------- */

int aio_future_init(ModuleObject *module) {
    type_ready(&type_context_call);
    type_ready(&type_future_iter);
    return module_add_type(module, "Future", &rt_type_future);
}
