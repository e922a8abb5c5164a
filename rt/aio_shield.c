/*
 * aio_shield.c — asyncio.shield: an outer future that follows an inner one, but whose cancellation
 * does not reach it.
 */
#include "aio_loop.h"
#include "aio_primitives.h"
#include "stack.h"

/* Marks the exception of a future nobody waits for any more as seen. */
static int mark_retrieved(Value future) {
    Value exception = anyfuture_exception(future);
    value_decref(exception);
    return exception ? 0 : -1;
}

static int copy_exception(Value outer, Value inner) {
    Value exception = anyfuture_exception(inner);
    if (!exception)
        return -1;
    int status = exception == VALUE_NONE ? 1 : future_set_exception(future_of(outer), exception);
    value_decref(exception);
    return status;
}

/* `data`: the outer future */
static int inner_done(Value data, Value argument) {
    int cancelled = anyfuture_cancelled(argument);
    if (cancelled < 0)
        return -1;
    if (future_cancelled(future_of(data)))
        return cancelled ? 0 : mark_retrieved(argument);
    if (cancelled)
        return future_cancel(data, 0) < 0 ? -1 : 0;
    int status = copy_exception(data, argument);
    if (status <= 0)
        return status;
    Value result = anyfuture_result(argument);
    status = result ? future_set_result(future_of(data), result) : -1;
    value_decref(result);
    return status;
}

/* `data`: the inner future */
static int outer_done(Value data, Value argument) {
    int done = anyfuture_done(data);
    if (done)
        return done < 0 ? -1 : 0;
    return anyfuture_remove_callback(data, inner_done, argument) < 0 ? -1 : 0;
}

static Value follow(Value inner) {
    EventLoop *loop = anyfuture_loop(inner);
    ASYNCIO_FRAME(frame, "tasks.py", 879, "shield", "outer = loop.create_future()");
    stack_enter(&frame);
    Value outer = loop ? loop_make_future(loop) : 0;
    stack_leave();
    if (outer && (anyfuture_add_callback(inner, inner_done, outer) < 0 ||
                  future_add_callback(future_of(outer), outer_done, inner) < 0)) {
        value_decref(outer);
        return 0;
    }
    return outer;
}

NATIVE(shield) {
    NATIVE_UNUSED();
    ASYNCIO_FRAME(frame, "tasks.py", 874, "shield", "inner = _ensure_future(arg)");
    stack_enter(&frame);
    Value inner = answer_through(&frame, aio_ensure_future(args[0], NULL));
    stack_leave();
    int done = inner ? anyfuture_done(inner) : -1;
    if (done > 0)
        return inner;
    Value outer = done < 0 ? 0 : follow(inner);
    value_decref(inner);
    return outer;
}

static const NativeMethod functions[] = {
    {.name = "shield", .call = shield, .min_args = 1, .max_args = 1, .keywords = "@ arg"},
    {0},
};

int aio_shield_init(ModuleObject *module) {
    future_name_callback(inner_done, "shield.<locals>._inner_done_callback() at "
                                     "/usr/lib/python3.11/asyncio/tasks.py:881");
    future_name_callback(outer_done, "shield.<locals>._outer_done_callback() at "
                                     "/usr/lib/python3.11/asyncio/tasks.py:898");
    future_mark_cleanup(outer_done);
    return module_add_functions(module, functions);
}
