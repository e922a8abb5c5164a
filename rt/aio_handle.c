/*
 * aio_handle.c — asyncio.Handle and asyncio.TimerHandle: callbacks the program can cancel. A
 * cancelled handle stays where it is, in the ready queue or in the heap of timers, and is skipped
 * when its time comes.
 */
#include "aio_loop.h"
#include "aio_primitives.h"
#include "containers.h"
#include "object.h"
#include "stack.h"

/* ---- life ------------------------------------------------------------------------------------ */

Handle *handle_new(Type *type, EventLoop *loop, LoopCall call, Value data, Value argument) {
    Handle *handle = object_new(type, sizeof(Handle));
    if (!handle)
        return NULL;
    handle->loop = loop;
    value_incref(OBJ(loop));
    handle->call = call;
    handle->data = value_incref(data);
    handle->argument = value_incref(argument);
    return handle;
}

static void handle_clear(Object *self) {
    Handle *handle = (Handle *)self;
    value_replace(&handle->data, 0);
    value_replace(&handle->argument, 0);
    value_replace(&handle->context, 0);
}

static void handle_dealloc(Object *self) {
    stack_forget(self);
    handle_clear(self);
    value_decref(OBJ(((Handle *)self)->loop));
}

static void handle_traverse(Object *self, VisitValue visit, void *context) {
    Handle *handle = (Handle *)self;
    visit(OBJ(handle->loop), context);
    visit(handle->data, context);
    visit(handle->argument, context);
    visit(handle->context, context);
}

/* What reprs tell of a cancelled handle in debug mode: new reference, or 0. An exception may be on
 * its way meanwhile. */
static Value remains(Handle *handle) {
    if (!handle->loop->debug)
        return 0;
    Value pending = isolate.pending;
    isolate.pending = 0;
    Value shown = handle_callback_text(handle);
    if (!shown)
        exc_clear();
    isolate.pending = pending;
    return shown;
}

void handle_cancel(Handle *handle) {
    if (handle->cancelled)
        return;
    if (handle->scheduled)
        handle->loop->timer_cancelled_count++;
    Value shown = remains(handle);
    handle->cancelled = true;
    handle_clear(&handle->base);
    handle->data = shown;
}

/* ---- running --------------------------------------------------------------------------------- */

/* The LoopCall of callbacks made by the program: data is the callable, argument a tuple or 0. */
int handle_call_python(Value data, Value argument) {
    const TupleObject *args = AS(TupleObject, argument);
    Value result =
        object_call(data, args ? args->items : NULL, args ? (uint32_t)args->length : 0, 0);
    value_decref(result);
    return result ? 0 : -1;
}

int handle_run(Value data, Value argument) {
    (void)argument;
    Handle *handle = AS(Handle, data);
    if (handle->cancelled)
        return 0;
    if (handle->call != handle_call_python)
        return handle->call(handle->data, handle->argument);
    Value *previous;
    if (context_enter(&handle->context, &previous) < 0)
        return -1;
    Value callable = value_incref(handle->data), args = value_incref(handle->argument);
    int status = handle_call_python(callable, args);
    context_leave(&handle->context, previous);
    value_decref(callable);
    value_decref(args);
    return status;
}

/* ---- showing --------------------------------------------------------------------------------- */

Value handle_callback_text(Handle *handle) {
    if (handle->call == handle_call_python)
        return aio_callback_text(handle->data, handle->argument);
    return native_callback_text(handle->call, handle->data, handle->argument);
}

static Value handle_repr(Value self) {
    Handle *handle = AS(Handle, self);
    Value list = list_new(NULL, 0);
    int status = list ? 0 : -1;
    if (status == 0 && handle->cancelled)
        status = aio_list_format(list, "cancelled");
    if (status == 0 && value_isa(self, &rt_type_timer_handle))
        status = list_append_take(list, when_text(handle->when));
    if (status == 0 && !handle->cancelled)
        status = list_append_take(list, handle_callback_text(handle));
    else if (status == 0 && handle->data)
        status = list_append(list, handle->data);
    if (status == 0 && (handle->base.flags & OBJECT_HAS_ORIGIN))
        status = list_append_take(list, stack_created_at(&handle->base, "created at %S:%S"));
    if (status == 0)
        return aio_angle_text_take(self, list);
    value_decref(list);
    return 0;
}

/* ---- methods --------------------------------------------------------------------------------- */

NATIVE(method_cancel) {
    NATIVE_UNUSED();
    handle_cancel(AS(Handle, args[0]));
    return VALUE_NONE;
}

NATIVE(method_cancelled) {
    NATIVE_UNUSED();
    return VALUE_BOOL(AS(Handle, args[0])->cancelled);
}

NATIVE(method_run) {
    NATIVE_UNUSED();
    Handle *handle = AS(Handle, args[0]);
    ReadyCall call = {handle_run, args[0], 0};
    bool failed = handle_run(args[0], 0) < 0 && loop_callback_failed(handle->loop, &call) < 0;
    return failed ? 0 : VALUE_NONE;
}

NATIVE(method_when) {
    NATIVE_UNUSED();
    return float_new(AS(Handle, args[0])->when);
}

NATIVE(get_callback) {
    NATIVE_UNUSED();
    Value callable = AS(Handle, args[0])->data;
    return callable ? value_incref(callable) : VALUE_NONE;
}

NATIVE(get_args) {
    NATIVE_UNUSED();
    Handle *handle = AS(Handle, args[0]);
    if (handle->cancelled)
        return VALUE_NONE;
    return handle->argument ? value_incref(handle->argument) : tuple_new(NULL, 0);
}

NATIVE(get_source_traceback) {
    NATIVE_UNUSED();
    Value origin = stack_origin(value_object(args[0]));
    return origin || isolate.pending ? origin : VALUE_NONE;
}

NATIVE(get_loop) {
    NATIVE_UNUSED();
    return value_incref(OBJ(AS(Handle, args[0])->loop));
}

NATIVE(get_context) {
    NATIVE_UNUSED();
    Value context = context_of_slot(&AS(Handle, args[0])->context);
    return value_incref(context);
}

/* args: callback args loop context */
static int fill(Handle *handle, const Value *args) {
    EventLoop *loop = NULL;
    if (loop_of_argument(args[2], &loop) < 0 ||
        (args[3] != VALUE_NONE && context_check(args[3]) < 0))
        return -1;
    Value tuple = tuple_from_iterable(args[1]), old = OBJ(handle->loop);
    if (!tuple || !loop) {
        value_decref(tuple);
        return loop ? -1 : raise_status(&rt_exc_TypeError, "an event loop was expected, got None");
    }
    handle->loop = loop;
    value_incref(OBJ(loop));
    value_decref(old);
    handle->call = handle_call_python;
    value_replace(&handle->data, value_incref(args[0]));
    value_replace(&handle->argument, tuple);
    value_replace(&handle->context,
                  args[3] == VALUE_NONE ? context_capture() : value_incref(args[3]));
    return 0;
}

NATIVE(handle_init_call) {
    NATIVE_UNUSED();
    Value all[4] = {args[0], args[1], args[2], args[3] ? args[3] : VALUE_NONE};
    return fill(SPEC_DATA(callee), all) < 0 ? 0 : VALUE_NONE;
}

static int handle_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "__init__",
                                      .call = handle_init_call,
                                      .kind = METHOD_STATIC,
                                      .min_args = 3,
                                      .max_args = 4,
                                      .keywords = "@Handle callback args loop context"};
    return call_spec(&spec, AS(Handle, self), args, count, names) ? 0 : -1;
}

NATIVE(timer_init_call) {
    NATIVE_UNUSED();
    Handle *handle = SPEC_DATA(callee);
    Value all[4] = {args[1], args[2], args[3], args[4] ? args[4] : VALUE_NONE};
    if (args[0] == VALUE_NONE)
        return raise_bare(&rt_exc_AssertionError);
    return value_to_double(args[0], &handle->when) && fill(handle, all) == 0 ? VALUE_NONE : 0;
}

static int timer_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "__init__",
                                      .call = timer_init_call,
                                      .kind = METHOD_STATIC,
                                      .min_args = 4,
                                      .max_args = 5,
                                      .keywords = "@TimerHandle when callback args loop context"};
    return call_spec(&spec, AS(Handle, self), args, count, names) ? 0 : -1;
}

static Value handle_make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ((Object *)object_new(type, sizeof(Handle)));
}

static Value timer_compare(Value left, Value right, CompareOp op) {
    if (!value_isa(left, &rt_type_timer_handle) || !value_isa(right, &rt_type_timer_handle))
        return VALUE_NOTIMPLEMENTED;
    Handle *a = AS(Handle, left), *b = AS(Handle, right);
    int equal = a == b;
    if (!equal && a->when == b->when && a->cancelled == b->cancelled && a->call == b->call) {
        equal = a->data == b->data || (a->data && b->data && object_equal(a->data, b->data) > 0);
        equal =
            equal && (a->argument == b->argument ||
                      (a->argument && b->argument && object_equal(a->argument, b->argument) > 0));
        if (isolate.pending)
            return 0;
    }
    switch (op) {
    case COMPARE_LT:
        return VALUE_BOOL(a->when < b->when);
    case COMPARE_LE:
        return VALUE_BOOL(a->when < b->when || equal);
    case COMPARE_GT:
        return VALUE_BOOL(a->when > b->when);
    case COMPARE_GE:
        return VALUE_BOOL(a->when > b->when || equal);
    default:
        return VALUE_BOOL(equal == (op == COMPARE_EQ));
    }
}

static int64_t timer_hash(Value self) {
    return hash_double(AS(Handle, self)->when);
}

NATIVE(method_scheduled) {
    NATIVE_UNUSED();
    return VALUE_BOOL(AS(Handle, args[0])->scheduled);
}

static const NativeMethod handle_methods[] = {
    {.name = "cancel", .call = method_cancel, .keywords = "@Handle"},
    {.name = "cancelled", .call = method_cancelled, .keywords = "@Handle"},
    {.name = "_run", .call = method_run, .keywords = "@Handle"},
    {.name = "_callback", .call = get_callback, .kind = METHOD_GETTER},
    {.name = "_args", .call = get_args, .kind = METHOD_GETTER},
    {.name = "_loop", .call = get_loop, .kind = METHOD_GETTER},
    {.name = "_source_traceback", .call = get_source_traceback, .kind = METHOD_GETTER},
    {.name = "_context", .call = get_context, .kind = METHOD_GETTER},
    {.name = "_cancelled", .call = method_cancelled, .kind = METHOD_GETTER},
    {0},
};

static const NativeMethod timer_methods[] = {
    {.name = "cancel", .call = method_cancel, .keywords = "@TimerHandle"},
    {.name = "when", .call = method_when, .keywords = "@TimerHandle"},
    {.name = "_when", .call = method_when, .kind = METHOD_GETTER},
    {.name = "_scheduled", .call = method_scheduled, .kind = METHOD_GETTER},
    {0},
};

#define HANDLE_SLOTS                                                                               \
    .dealloc = handle_dealloc, .traverse = handle_traverse, .clear = handle_clear,                 \
    .repr = handle_repr, .new = handle_make

Type rt_type_handle = {
    .name = "asyncio.events.Handle",
    .flags = TYPE_MUTABLE,
    .basic_size = sizeof(Handle),
    .methods = handle_methods,
    .slots = {HANDLE_SLOTS, .init = handle_init},
};

Type rt_type_timer_handle = {
    .name = "asyncio.events.TimerHandle",
    .flags = TYPE_MUTABLE,
    .base_type = &rt_type_handle,
    .basic_size = sizeof(Handle),
    .methods = timer_methods,
    .slots = {HANDLE_SLOTS, .init = timer_init, .compare = timer_compare, .hash = timer_hash},
};

int aio_handle_init(ModuleObject *module) {
    if (module_add_type(module, "Handle", &rt_type_handle) < 0)
        return -1;
    return module_add_type(module, "TimerHandle", &rt_type_timer_handle);
}
