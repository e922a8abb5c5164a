/*
 * aio_gather.c — asyncio.gather: one future for many. Each child gets the same native callback,
 * whose data is the gathering future; the children themselves stand in a tuple in the order of the
 * call.
 */
#include "aio_loop.h"
#include "containers.h"
#include "object.h"
#include "stack.h"

typedef struct Gathering {
    Future future;
    Value children; /* tuple of futures, one per argument */
    int64_t finished, total;
    bool return_exceptions, cancel_requested;
} Gathering;

/* ---- the future ------------------------------------------------------------------------------ */

static void gathering_clear(Object *self) {
    value_replace(&((Gathering *)self)->children, 0);
    future_clear(self);
}

static void gathering_dealloc(Object *self) {
    value_replace(&((Gathering *)self)->children, 0);
    future_dealloc(self);
}

static void gathering_traverse(Object *self, VisitValue visit, void *context) {
    visit(((Gathering *)self)->children, context);
    future_traverse(self, visit, context);
}

/* Cancels the children; the gathering future itself ends when they do. */
NATIVE(gathering_cancel) {
    NATIVE_UNUSED();
    Gathering *outer = AS(Gathering, args[0]);
    if (future_done(&outer->future))
        return VALUE_FALSE;
    Value children = value_incref(outer->children);
    const TupleObject *tuple = AS(TupleObject, children);
    bool any = false;
    int status = 0;
    for (int64_t i = 0; tuple && status >= 0 && i < tuple->length; i++) {
        status = future_cancel(tuple->items[i], args[1]);
        any |= status > 0;
    }
    value_decref(children);
    if (status < 0)
        return 0;
    if (any)
        outer->cancel_requested = true;
    return VALUE_BOOL(any);
}

static const NativeMethod gathering_methods[] = {
    {.name = "cancel",
     .call = gathering_cancel,
     .max_args = 1,
     .keywords = "@_GatheringFuture msg"},
    {0},
};

static Type type_gathering = {
    .name = "asyncio.tasks._GatheringFuture",
    .base_type = &rt_type_future,
    .basic_size = sizeof(Gathering),
    .flags = TYPE_HAS_DICT,
    .shape_offset = offsetof(Future, attributes),
    .methods = gathering_methods,
    .slots = {.dealloc = gathering_dealloc,
              .traverse = gathering_traverse,
              .clear = gathering_clear},
};

/* ---- completion ------------------------------------------------------------------------------ */

static Value make_cancelled_error(Value future) {
    if (value_is_future(future))
        return future_make_cancelled_error(AS(Future, future));
    return object_call_method(future, "_make_cancelled_error", NULL, 0);
}

/* What stands for a cancelled child in the list of results. */
static Value cancelled_result(Value child) {
    Value message = value_is_future(child)
                        ? value_incref(future_cancel_message_borrow(AS(Future, child)))
                        : object_getattr_cstr(child, "_cancel_message");
    if (isolate.pending)
        return 0;
    if (!message || message == VALUE_NONE)
        message = str_from_cstr("");
    Value error = message ? exc_make(&rt_exc_CancelledError, message) : 0;
    value_decref(message);
    return error;
}

static Value child_result(Value child) {
    int cancelled = anyfuture_cancelled(child);
    if (cancelled)
        return cancelled < 0 ? 0 : cancelled_result(child);
    Value exception = anyfuture_exception(child);
    if (exception != VALUE_NONE)
        return exception;
    return anyfuture_result(child);
}

static int finish(Gathering *outer) {
    const TupleObject *children = AS(TupleObject, outer->children);
    Value results = list_new(NULL, 0);
    int status = results ? 0 : -1;
    for (int64_t i = 0; status == 0 && i < children->length; i++) {
        Value result = child_result(children->items[i]);
        status = result ? list_append_take(results, result) : -1;
    }
    if (status == 0 && outer->cancel_requested) {
        Value error = make_cancelled_error(children->items[children->length - 1]);
        status = error ? future_set_exception(&outer->future, error) : -1;
        value_decref(error);
    } else if (status == 0) {
        status = future_set_result(&outer->future, results);
    }
    value_decref(results);
    return status;
}

/* The first failure ends the gathering. 1: it did, 0, -1 */
static int take_failure(Gathering *outer, Value child, int cancelled) {
    Value error = cancelled ? make_cancelled_error(child) : anyfuture_exception(child);
    if (!error)
        return -1;
    int status = error == VALUE_NONE ? 0 : future_set_exception(&outer->future, error) < 0 ? -1 : 1;
    value_decref(error);
    return status;
}

static int child_done(Value data, Value child) {
    Gathering *outer = AS(Gathering, data);
    outer->finished++;
    int cancelled = anyfuture_cancelled(child);
    if (cancelled < 0)
        return -1;
    if (future_done(&outer->future)) {
        Value seen = cancelled ? VALUE_NONE : anyfuture_exception(child); /* counts as retrieved */
        value_decref(seen);
        return seen ? 0 : -1;
    }
    if (!outer->return_exceptions) {
        int failed = take_failure(outer, child, cancelled);
        if (failed)
            return failed < 0 ? -1 : 0;
    }
    return outer->finished == outer->total ? finish(outer) : 0;
}

/* ---- the arguments --------------------------------------------------------------------------- */

/* Makes the child of `arg`; *loop is that of the first child. */
static Value make_child(Gathering *outer, Value arg, EventLoop **loop) {
    ASYNCIO_FRAME(frame, "tasks.py", 817, "gather", "fut = _ensure_future(arg, loop=loop)");
    stack_enter(&frame);
    Value child = answer_through(&frame, aio_ensure_future(arg, *loop));
    stack_leave();
    if (!child)
        return 0;
    if (!*loop && !(*loop = anyfuture_loop(child))) {
        value_decref(child);
        return 0;
    }
    if (child != arg && value_is_future(child))
        AS(Future, child)->log_destroy_pending = false;
    outer->total++;
    if (anyfuture_add_callback(child, child_done, OBJ(outer)) == 0)
        return child;
    value_decref(child);
    return 0;
}

/* Are the arguments containers, as coroutines and futures are, each another one? Uses the mark of
 * the collector, which does not run meanwhile. */
static bool all_distinct(const Value *args, uint32_t count) {
    uint32_t marked = 0;
    while (marked < count && value_is_pointer(args[marked])) {
        Object *object = value_object(args[marked]);
        if ((object->flags & (OBJECT_CONTAINER | OBJECT_GC_MARK)) != OBJECT_CONTAINER)
            break;
        object->flags |= OBJECT_GC_MARK;
        marked++;
    }
    for (uint32_t i = 0; i < marked; i++)
        value_object(args[i])->flags &= ~(uint32_t)OBJECT_GC_MARK;
    return marked == count;
}

/* The argument's child: the one it has already, as `seen` (a dict, or 0) tells, or a new one. */
static Value child_of(Gathering *outer, Value arg, Value seen, EventLoop **loop) {
    Value before = seen ? dict_get_borrow(seen, arg) : 0;
    if (before || isolate.pending)
        return value_incref(before);
    Value child = make_child(outer, arg, loop);
    if (child && seen && dict_set(seen, arg, child) < 0)
        value_replace(&child, 0);
    return child;
}

static int make_children(Gathering *outer, Value tuple, const Value *args, uint32_t count,
                         EventLoop **loop) {
    bool any_twice = !all_distinct(args, count);
    Value seen = any_twice ? dict_new() : 0;
    bool good = seen || !any_twice;
    Value *children = AS(TupleObject, tuple)->items;
    for (uint32_t i = 0; good && i < count; i++) {
        children[i] = child_of(outer, args[i], seen, loop);
        good = children[i] != 0;
    }
    value_decref(seen);
    return good ? 0 : -1;
}

static Value gather_nothing(void) {
    EventLoop *loop = aio_event_loop();
    Value outer = loop ? loop_make_future(loop) : 0, empty = outer ? list_new(NULL, 0) : 0;
    if (empty && future_set_result(AS(Future, outer), empty) == 0) {
        value_decref(empty);
        return outer;
    }
    value_decref(empty);
    value_decref(outer);
    return 0;
}

Value aio_gather(const Value *args, uint32_t count, bool return_exceptions) {
    if (count == 0)
        return gather_nothing();
    Gathering *outer = object_new(&type_gathering, sizeof(Gathering));
    Value tuple = outer ? tuple_new_empty(count) : 0;
    EventLoop *loop = NULL;
    if (tuple) {
        outer->return_exceptions = return_exceptions;
        outer->children = tuple;
        int status = make_children(outer, tuple, args, count, &loop);
        ASYNCIO_FRAME(frame, "tasks.py", 837, "gather",
                      "outer = _GatheringFuture(children, loop=loop)");
        ASYNCIO_FRAME(init, "tasks.py", 699, "__init__", "super().__init__(loop=loop)");
        stack_enter(&frame);
        stack_enter(&init);
        status = status < 0 ? -1 : future_setup(&outer->future, loop);
        stack_leave();
        stack_leave();
        if (status == 0)
            return OBJ(outer);
    }
    /* Children made so far go on, and report to an outer future that is done. */
    if (outer)
        outer->future.state = FUTURE_CANCELLED;
    value_decref(OBJ(outer));
    return 0;
}

NATIVE(gather) {
    (void)callee;
    bool return_exceptions = false;
    for (int64_t i = 0; names && i < AS(TupleObject, names)->length; i++) {
        Value name = AS(TupleObject, names)->items[i];
        if (!str_equal_cstr(name, "return_exceptions"))
            return raise_error(&rt_exc_TypeError,
                               "gather() got an unexpected keyword argument '%S'", name);
        int truth = object_truth(args[count + (uint32_t)i]);
        if (truth < 0)
            return 0;
        return_exceptions = truth;
    }
    return aio_gather(args, count, return_exceptions);
}

static const NativeMethod functions[] = {
    {.name = "gather", .call = gather, .max_args = -1, .keywords = "*"},
    {0},
};

int aio_gather_init(ModuleObject *module) {
    type_ready(&type_gathering);
    future_name_callback(child_done, "gather.<locals>._done_callback() at "
                                     "/usr/lib/python3.11/asyncio/tasks.py:754");
    return module_add_functions(module, functions);
}
