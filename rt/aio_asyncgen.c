/*
 * aio_asyncgen.c — the loop's care for async generators: it knows those that were begun while it
 * ran, closes them when it is shut down, and closes those that are dropped before their end in a
 * task.
 */
#include "aio_loop.h"
#include "aio_primitives.h"

/* loop->asyncgens is a list of weak references; dead ones are swept when it has doubled. */

static int64_t sweep_dead(ListObject *list) {
    int64_t kept = 0;
    for (int64_t i = 0; i < list->length; i++) {
        Value reference = list->items[i];
        if (weakref_target_borrow(reference) != VALUE_NONE)
            list->items[kept++] = reference;
        else
            value_decref(reference);
    }
    list->length = kept;
    return kept;
}

static int remember(EventLoop *loop, Value generator) {
    enum { FEW = 64 };
    if (!loop->asyncgens && !(loop->asyncgens = list_new(NULL, 0)))
        return -1;
    ListObject *list = AS(ListObject, loop->asyncgens);
    if (list->length >= FEW && list->length >= loop->asyncgen_limit)
        loop->asyncgen_limit = 2 * sweep_dead(list);
    return list_append_take(loop->asyncgens, weakref_new(&rt_type_weakref, generator, 0));
}

static void forget(EventLoop *loop, Value generator) {
    ListObject *list = AS(ListObject, loop->asyncgens);
    for (int64_t i = 0; list && i < list->length; i++)
        if (weakref_target_borrow(list->items[i]) == generator) {
            value_decref(list->items[i]);
            list->items[i] = list->items[--list->length];
            return;
        }
}

/* ---- the hooks: native functions bound to the loop ------------------------------------------- */

NATIVE(first_iteration) {
    NATIVE_UNUSED();
    EventLoop *loop = AS(EventLoop, args[0]);
    if (loop->asyncgens_shutdown) {
        Value warnings = dict_get_cstr_borrow(rt_modules_borrow(), "warnings");
        Value text = warnings ? str_format("asynchronous generator %R was scheduled after "
                                           "loop.shutdown_asyncgens() call",
                                           args[1])
                              : 0;
        Value warn[2] = {text, OBJ(&rt_exc_ResourceWarning)};
        Value result = text ? object_call_method(warnings, "warn", warn, 2) : VALUE_NONE;
        value_decref(text);
        value_decref(result);
        if (!result)
            return 0;
    }
    return remember(loop, args[1]) < 0 ? 0 : VALUE_NONE;
}

/* A generator is dropped: its aclose() becomes a task. */
static int close_in_task(Value data, Value aclose) {
    Value task = loop_make_task(AS(EventLoop, data), aclose, &(TaskOptions){0});
    value_decref(task);
    return task ? 0 : -1;
}

NATIVE(finalizer) {
    NATIVE_UNUSED();
    EventLoop *loop = AS(EventLoop, args[0]);
    forget(loop, args[1]);
    if (loop->closed)
        return VALUE_NONE;
    Value aclose = asyncgen_aclose(args[1]);
    int status = aclose ? loop_call_soon(loop, close_in_task, args[0], aclose) : -1;
    loop_wake(loop);
    value_decref(aclose);
    return status < 0 ? 0 : VALUE_NONE;
}

int asyncgen_hooks_install(EventLoop *loop, AsyncgenHooks *saved) {
    static const NativeMethod first = {
        .name = "_asyncgen_firstiter_hook", .call = first_iteration, .min_args = 1, .max_args = 1};
    static const NativeMethod last = {
        .name = "_asyncgen_finalizer_hook", .call = finalizer, .min_args = 1, .max_args = 1};
    Value begin = native_function_new(&first, OBJ(loop), 0);
    Value end = begin ? native_function_new(&last, OBJ(loop), 0) : 0;
    if (!end) {
        value_decref(begin);
        return -1;
    }
    asyncgen_hooks_get(&saved->first, &saved->finalizer);
    value_incref(saved->first);
    value_incref(saved->finalizer);
    asyncgen_hooks_set(begin, end);
    value_decref(begin);
    value_decref(end);
    return 0;
}

void asyncgen_hooks_restore(AsyncgenHooks *saved) {
    asyncgen_hooks_set(saved->first, saved->finalizer);
    value_decref(saved->first);
    value_decref(saved->finalizer);
}

/* ---- shutdown_asyncgens ---------------------------------------------------------------------- */

AIO_INFO(shutdown_info, "shutdown_asyncgens", "BaseEventLoop.shutdown_asyncgens");

/* The generators that live, in a tuple; the loop forgets them. */
static Value take_generators(EventLoop *loop) {
    ListObject *list = AS(ListObject, loop->asyncgens);
    int64_t count = list ? sweep_dead(list) : 0;
    Value tuple = tuple_new_empty(count);
    for (int64_t i = 0; tuple && i < count; i++)
        AS(TupleObject, tuple)->items[i] = value_incref(weakref_target_borrow(list->items[i]));
    value_replace(&loop->asyncgens, 0);
    return tuple;
}

/* gather(*[generator.aclose() for generator in tuple], return_exceptions=True) */
static Value gather_closes(Value tuple) {
    int64_t count = AS(TupleObject, tuple)->length;
    Value closes = tuple_new_empty(count);
    for (int64_t i = 0; closes && i < count; i++) {
        Value aclose = asyncgen_aclose(AS(TupleObject, tuple)->items[i]);
        if (!aclose)
            value_replace(&closes, 0);
        else
            AS(TupleObject, closes)->items[i] = aclose;
    }
    Value all = closes ? aio_gather(AS(TupleObject, closes)->items, (uint32_t)count, true) : 0;
    value_decref(closes);
    return all;
}

static Value report_results(EventLoop *loop, Value generators, Value results_take) {
    const ListObject *results = AS(ListObject, results_take);
    int status = 0;
    for (int64_t i = 0; status == 0 && i < results->length; i++) {
        Value result = results->items[i], generator = AS(TupleObject, generators)->items[i];
        if (!value_isa(result, &rt_exc_Exception))
            continue;
        Value message =
            str_format("an error occurred during closing of asynchronous generator %R", generator);
        size_t size;
        const char *text = message ? str_utf8(message, &size) : NULL;
        status =
            text ? loop_report(loop, text, "exception", result, "asyncgen", generator, NULL) : -1;
        value_decref(message);
    }
    value_decref(results_take);
    return status < 0 ? 0 : VALUE_NONE;
}

/* self: the loop; saved: the generators being closed. */
static Value shutdown_step(AioFrame *frame, Value input) {
    EventLoop *loop = AS(EventLoop, frame->self);
    if (frame->state)
        return input ? report_results(loop, frame->saved, input) : 0;
    loop->asyncgens_shutdown = true;
    frame->saved = take_generators(loop);
    if (!frame->saved)
        return 0;
    if (AS(TupleObject, frame->saved)->length == 0)
        return VALUE_NONE;
    return aio_wait(frame, 1, gather_closes(frame->saved));
}

Value loop_shutdown_asyncgens(EventLoop *loop) {
    return aio_coroutine(&shutdown_info, shutdown_step, OBJ(loop), 0);
}
