/*
 * aio_completed.c — asyncio.as_completed: an iterator whose items are coroutines for the results in
 * the order in which they come, or an asynchronous iterator of the futures themselves.
 *
 * Finished futures pass through a Queue; when time is over, None stands in it for each that is
 * missing.
 */
#include "aio_primitives.h"
#include "library_frame.h"

typedef struct Completed {
    Object base;
    Value source;  /* what was given, until the first step */
    Value timeout; /* a number, or 0 */
    Value todo;    /* dict: future -> None, those not done; 0 before the first step */
    Value done;    /* the Queue */
    Handle *timer; /* or NULL */
    int64_t left;  /* items still to be handed out */
} Completed;

AIO_INFO(info_wait_for_one, "_wait_for_one", "as_completed.<locals>._wait_for_one");
AIO_INFO(info_anext, "__anext__", "_AsCompletedIterator.__anext__");

static int on_completion(Value data, Value argument) {
    Completed *self = AS(Completed, data);
    if (!self->todo || dict_len(self->todo) == 0)
        return 0;
    if (dict_delete(self->todo, argument) < 0 || queue_put_nowait(self->done, argument) < 0)
        return -1;
    if (dict_len(self->todo) == 0 && self->timer)
        handle_cancel(self->timer);
    return 0;
}

static int on_timeout(Value data, Value argument) {
    (void)argument;
    Completed *self = AS(Completed, data);
    Value todo = self->todo, future;
    self->todo = dict_new();
    int status = self->todo ? 0 : -1;
    for (int64_t at = 0; status == 0 && dict_next(todo, &at, &future, &(Value){0});)
        if (anyfuture_remove_callback(future, on_completion, data) < 0 ||
            queue_put_nowait(self->done, VALUE_NONE) < 0)
            status = -1;
    value_decref(todo);
    return status;
}

/* ---- the first step -------------------------------------------------------------------------- */

static int collect(Value item, void *context) {
    return dict_set(*(Value *)context, item, VALUE_NONE);
}

/* Wraps the items of `source`, each once, into futures: the dict `todo`. */
static int start_futures(Completed *self, EventLoop *loop) {
    Value items = dict_new(), item;
    int status = items ? object_iterate(self->source, collect, &items) : -1;
    for (int64_t at = 0; status >= 0 && dict_next(items, &at, &item, &(Value){0});) {
        Value future = aio_ensure_future(item, loop);
        status = future ? dict_set(self->todo, future, VALUE_NONE) : -1;
        value_decref(future);
    }
    value_decref(items);
    return status < 0 ? -1 : 0;
}

static int start(Completed *self) {
    if (self->todo)
        return 0;
    if (aio_isfuture(self->source) || aio_iscoroutine(self->source))
        return raise_status(&rt_exc_TypeError, "expect an iterable of futures, not %K",
                            self->source);
    EventLoop *loop = aio_event_loop();
    if (!loop || !(self->done = queue_new()) || !(self->todo = dict_new()) ||
        start_futures(self, loop) < 0)
        return -1;
    value_replace(&self->source, 0);
    Value future;
    for (int64_t at = 0; dict_next(self->todo, &at, &future, &(Value){0});)
        if (anyfuture_add_callback(future, on_completion, OBJ(self)) < 0)
            return -1;
    self->left = dict_len(self->todo);
    double delay;
    if (self->left == 0 || !self->timeout)
        return 0;
    if (!value_to_double(self->timeout, &delay))
        return -1;
    self->timer = loop_call_later(loop, delay, on_timeout, OBJ(self), 0);
    return self->timer ? 0 : -1;
}

/* ---- iteration ------------------------------------------------------------------------------- */

/* self: the queue; argument set: the future itself is wanted */
static Value one_step(AioFrame *frame, Value input) {
    ASYNCIO_FRAME(getting, "tasks.py", 601, "_wait_for_one", "f = await done.get()");
    ASYNCIO_FRAME(late, "tasks.py", 604, "_wait_for_one", "raise exceptions.TimeoutError");
    ASYNCIO_FRAME(failed, "tasks.py", 605, "_wait_for_one",
                  "return f.result()  # May raise f.exception().");
    Value future = answer_through(&getting, queue_get_step(frame, input));
    if (!future || future == VALUE_SUSPENDED)
        return future;
    if (future == VALUE_NONE)
        return answer_through(&late, raise_bare(&rt_exc_TimeoutError));
    if (frame->argument)
        return future;
    Value result = answer_through(&failed, anyfuture_result(future));
    value_decref(future);
    return result;
}

static Value completed_next(Value value) {
    Completed *self = AS(Completed, value);
    if (start(self) < 0)
        return 0;
    if (self->left == 0)
        return VALUE_STOP;
    self->left--;
    return aio_coroutine(&info_wait_for_one, one_step, self->done, 0);
}

static Value anext_direct(Coroutine *awaiter, Value value) {
    Completed *self = AS(Completed, value);
    if (start(self) < 0)
        return 0;
    if (self->left == 0)
        return VALUE_STOP;
    self->left--;
    return aio_await(awaiter, &info_anext, one_step, self->done, VALUE_TRUE);
}

/* __anext__() called by hand. self: the iterator, later its queue */
static Value anext_step(AioFrame *frame, Value input) {
    if (!frame->argument) {
        Completed *self = AS(Completed, frame->self);
        if (start(self) < 0)
            return 0;
        if (self->left == 0)
            return raise_bare(&rt_exc_StopAsyncIteration);
        self->left--;
        frame->argument = VALUE_TRUE;
        Value queue = value_incref(self->done);
        value_replace(&frame->self, queue);
    }
    return one_step(frame, input);
}

static Value completed_anext(Value self) {
    return aio_coroutine(&info_anext, anext_step, self, 0);
}

static void completed_dealloc(Object *object) {
    Completed *self = (Completed *)object;
    Handle *timer = self->timer;
    self->timer = NULL;
    value_decref(OBJ(timer));
    value_replace(&self->source, 0);
    value_replace(&self->timeout, 0);
    value_replace(&self->todo, 0);
    value_replace(&self->done, 0);
}

static void completed_traverse(Object *object, VisitValue visit, void *context) {
    const Completed *self = (const Completed *)object;
    visit(self->source, context);
    visit(self->timeout, context);
    visit(self->todo, context);
    visit(self->done, context);
    visit(OBJ(self->timer), context);
}

static Type type_completed = {
    .name = "asyncio.tasks._AsCompletedIterator",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(Completed),
    .slots = {.dealloc = completed_dealloc,
              .traverse = completed_traverse,
              .iter = iterator_self,
              .next = completed_next,
              .aiter = iterator_self,
              .anext = completed_anext,
              .anext_direct = anext_direct},
};

NATIVE(as_completed) {
    NATIVE_UNUSED();
    Completed *self = object_new(&type_completed, sizeof(Completed));
    if (!self)
        return 0;
    self->source = value_incref(args[0]);
    if (args[1] && args[1] != VALUE_NONE)
        self->timeout = value_incref(args[1]);
    return OBJ(self);
}

static const NativeMethod functions[] = {
    {.name = "as_completed",
     .call = as_completed,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@ fs timeout"},
    {0},
};

int aio_completed_init(ModuleObject *module) {
    future_name_callback(on_timeout, "as_completed.<locals>._on_timeout() at "
                                     "/usr/lib/python3.11/asyncio/tasks.py:586");
    future_name_callback(on_completion, "as_completed.<locals>._on_completion() at "
                                        "/usr/lib/python3.11/asyncio/tasks.py:592");
    type_ready(&type_completed);
    return module_add_functions(module, functions);
}
