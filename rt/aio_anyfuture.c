/*
 * aio_anyfuture.c — futures of any class: a Future is asked natively, what a subclass overrides and
 * an object of another class that has _asyncio_future_blocking through its methods.
 */
#include "aio_task.h"
#include "containers.h"
#include "object.h"

#define SELF(value) AS(Future, value)

/* An attribute, new reference; 0 without an exception if asking for it failed. */
static Value lookup_quietly(Value object, Value name) {
    bool failed;
    Value value = object_getattr_optional(object, name, &failed);
    exc_clear();
    return value;
}

bool aio_isfuture(Value value) {
    if (value_is_future(value))
        return true;
    if (!(value_type(value)->flags & TYPE_HEAP))
        return false;
    Value class =
        lookup_quietly(value, str_name("__class__")); /* which objects may claim, as mocks do */
    Value declared = class ? lookup_quietly(class, str_name("_asyncio_future_blocking")) : 0;
    Value blocking = declared ? lookup_quietly(value, str_name("_asyncio_future_blocking")) : 0;
    value_decref(class);
    value_decref(declared);
    value_decref(blocking);
    return blocking && blocking != VALUE_NONE;
}

/* Is it a Future of a class of this runtime, whose methods nobody overrides? */
static inline bool is_native_future(Value value) {
    const Type *type = value_is_pointer(value) ? value_object(value)->type : NULL;
    return type == &rt_type_task || type == &rt_type_future ||
           (type && !(type->flags & TYPE_HEAP) && type->base_type == &rt_type_future);
}

/* Is it no Future, or one whose class has a `method` of its own? */
static bool overrides(Value future, const char *method) {
    Type *type = value_type(future);
    Value name = str_name(method);
    return !value_is_future(future) ||
           type_lookup_borrow(type, name) != type_lookup_borrow(type_native_base(type), name);
}

/* Is the object to be asked by calling its `method`? */
static inline bool answers_itself(Value future, const char *method) {
    return !is_native_future(future) && overrides(future, method);
}

static int truth_of_method(Value object, const char *name) {
    Value result = object_call_method(object, name, NULL, 0);
    int truth = result ? object_truth(result) : -1;
    value_decref(result);
    return truth;
}

int anyfuture_done(Value future) {
    return answers_itself(future, "done") ? truth_of_method(future, "done")
                                          : future_done(SELF(future));
}

int anyfuture_cancelled(Value future) {
    return answers_itself(future, "cancelled") ? truth_of_method(future, "cancelled")
                                               : future_cancelled(SELF(future));
}

Value anyfuture_exception(Value future) {
    return answers_itself(future, "exception") ? object_call_method(future, "exception", NULL, 0)
                                               : future_exception(SELF(future));
}

Value anyfuture_result(Value future) {
    return answers_itself(future, "result") ? object_call_method(future, "result", NULL, 0)
                                            : future_result(SELF(future));
}

EventLoop *anyfuture_loop(Value future) {
    if (value_is_future(future))
        return SELF(future)->loop;
    bool failed;
    Value getter = object_getattr_optional(future, str_name("get_loop"), &failed);
    Value loop = failed ? 0 : getter ? object_call0(getter) : object_getattr_cstr(future, "_loop");
    value_decref(getter);
    if (!loop)
        return NULL;
    EventLoop *found = NULL;
    if (loop_of_argument(loop, &found) == 0 && !found)
        raise_error(&rt_exc_TypeError, "an event loop was expected, got %R", loop);
    value_decref(loop);
    return found;
}

/* A native callback as a Python callable, for methods written in Python. Equal by function and
 * data, so that it can be removed again. */
typedef struct CallbackObject {
    Object base;
    LoopCall call;
    Value data;
} CallbackObject;

static void callback_dealloc(Object *self) {
    value_replace(&((CallbackObject *)self)->data, 0);
}

static void callback_traverse(Object *self, VisitValue visit, void *context) {
    visit(((CallbackObject *)self)->data, context);
}

static Value callback_call(Value self, const Value *args, uint32_t count, Value names) {
    CallbackObject *callback = AS(CallbackObject, self);
    if (count > 1 || names)
        return raise_error(&rt_exc_TypeError, "callback takes at most one argument");
    return callback->call(callback->data, ARG(0)) < 0 ? 0 : VALUE_NONE;
}

static Value callback_compare(Value left, Value right, CompareOp op);

static int64_t callback_hash(Value self) {
    return (int64_t)((uintptr_t)AS(CallbackObject, self)->data >> 4);
}

static Type type_callback = {
    .name = "asyncio.callback",
    .basic_size = sizeof(CallbackObject),
    .flags = TYPE_FINAL,
    .slots = {.dealloc = callback_dealloc,
              .traverse = callback_traverse,
              .clear = callback_dealloc,
              .call = callback_call,
              .compare = callback_compare,
              .hash = callback_hash},
};

static Value callback_compare(Value left, Value right, CompareOp op) {
    if (!value_is(left, &type_callback) || !value_is(right, &type_callback) ||
        (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOTIMPLEMENTED;
    CallbackObject *a = AS(CallbackObject, left), *b = AS(CallbackObject, right);
    bool same = a->call == b->call && a->data == b->data;
    return VALUE_BOOL(same == (op == COMPARE_EQ));
}

Value callback_new(LoopCall call, Value data) {
    CallbackObject *callback = object_new(&type_callback, sizeof *callback);
    if (!callback)
        return 0;
    callback->call = call;
    callback->data = value_incref(data);
    return OBJ(callback);
}

bool callback_parts(Value callable, LoopCall *call, Value *data) {
    if (!value_is(callable, &type_callback))
        return false;
    *call = AS(CallbackObject, callable)->call;
    *data = AS(CallbackObject, callable)->data;
    return true;
}

/* future.method(callback[, context=context]); `context` is borrowed, or 0. */
static int call_with_callback(Value future, const char *method, LoopCall call, Value data,
                              Value context) {
    Value args[] = {callback_new(call, data), context}, keyword = str_name("context");
    Value names = context ? tuple_new(&keyword, 1) : 0;
    Value bound = args[0] && (names || !context) ? object_getattr_cstr(future, method) : 0;
    Value result = bound ? object_call(bound, args, 1, names) : 0;
    value_decref(args[0]);
    value_decref(names);
    value_decref(bound);
    value_decref(result);
    return result ? 0 : -1;
}

int anyfuture_add_callback(Value future, LoopCall call, Value data) {
    if (answers_itself(future, "add_done_callback"))
        return call_with_callback(future, "add_done_callback", call, data, 0);
    return future_add_callback(SELF(future), call, data);
}

int anyfuture_wake_task(Value future, Task *task) {
    if (!answers_itself(future, "add_done_callback"))
        return future_add_callback(SELF(future), task_wakeup, OBJ(task));
    Value context = context_of_slot(&task->context);
    return context
               ? call_with_callback(future, "add_done_callback", task_wakeup, OBJ(task), context)
               : -1;
}

int anyfuture_remove_callback(Value future, LoopCall call, Value data) {
    if (answers_itself(future, "remove_done_callback"))
        return call_with_callback(future, "remove_done_callback", call, data, 0);
    return future_remove_callback(SELF(future), call, data) < 0 ? -1 : 0;
}

NATIVE(isfuture) {
    NATIVE_UNUSED();
    return VALUE_BOOL(aio_isfuture(args[0]));
}

static const NativeMethod functions[] = {
    {.name = "isfuture", .call = isfuture, .min_args = 1, .max_args = 1, .keywords = "@ obj"},
    {0},
};

int aio_anyfuture_init(ModuleObject *module) {
    type_ready(&type_callback);
    return module_add_functions(module, functions);
}
