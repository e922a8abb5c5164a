/*
 * aio_virtual.c — event loops that programs change: classes derived from asyncio's loops, methods
 * replaced in a class or in one loop. What the C files ask of such a loop goes through its
 * attributes, as in CPython, where every such request is a method call; loops as they come, which
 * loop_plain tells, never get here.
 */
#include "aio_task.h"
#include "containers.h"
#include "object.h"

/* The method `name` of the loop if the program replaced it: new reference. 0 without an exception
 * if it is the native one. */
static Value overridden(EventLoop *loop, const char *name) {
    Object *object = &loop->base;
    Value key = str_name(name);
    InstanceSlots *slots = instance_slots(object);
    bool own = slots && slots->shape && instance_get_borrow(object, slots, key);
    Value found = own ? 0 : type_lookup_borrow(object->type, key);
    if (!own && (!found || (value_is_native_function(found) &&
                            loop_owns_method(AS(NativeFunction, found)->method))))
        return 0;
    return object_getattr(OBJ(loop), key);
}

/* Calls the replaced method: 1, with its answer (new reference) in *result; 0 if it is the native
 * one; -1. `names`: of the last arguments, or 0. */
static int call_overridden(EventLoop *loop, const char *name, const Value *args, uint32_t count,
                           Value names, Value *result) {
    Value method = overridden(loop, name);
    if (!method)
        return isolate.pending ? -1 : 0;
    *result = object_call(method, args, count, names);
    value_decref(method);
    return *result ? 1 : -1;
}

/* The same where the answer does not matter. */
static int tell(EventLoop *loop, const char *name, const Value *args, uint32_t count) {
    Value result = 0;
    int status = call_overridden(loop, name, args, count, 0, &result);
    value_decref(result);
    return status;
}

/* ---- scheduling ------------------------------------------------------------------------------ */

int loop_virtual_call_soon(EventLoop *loop, LoopCall call, Value data, Value argument) {
    Value method = overridden(loop, "call_soon");
    if (!method)
        return isolate.pending ? -1 : loop_push(loop, call, data, argument);
    Value callable = callback_new(call, data);
    Value args[2] = {callable, argument};
    Value result = callable ? object_call(method, args, argument ? 2 : 1, 0) : 0;
    value_decref(method);
    value_decref(callable);
    value_decref(result);
    return result ? 0 : -1;
}

int loop_virtual_time(EventLoop *loop, double *now) {
    Value result = 0;
    int status = call_overridden(loop, "time", NULL, 0, 0, &result);
    if (status > 0 && !value_to_double(result, now))
        status = -1;
    value_decref(result);
    return status;
}

/* The answer of a replaced call_at or call_later; what is no handle can only be kept. */
static Handle *handle_of_answer(EventLoop *loop, Value answer) {
    if (value_isa(answer, &rt_type_handle))
        return AS(Handle, answer);
    Handle *handle = handle_new(&rt_type_timer_handle, loop, handle_call_python, answer, 0);
    value_decref(answer);
    return handle;
}

int loop_virtual_timer(EventLoop *loop, const char *method, double when, LoopCall call, Value data,
                       Value argument, Handle **handle) {
    Value bound = overridden(loop, method);
    if (!bound)
        return isolate.pending ? -1 : 0;
    Value args[3] = {float_new(when), callback_new(call, data), argument};
    Value answer = args[0] && args[1] ? object_call(bound, args, argument ? 3 : 2, 0) : 0;
    value_decref(bound);
    value_decref(args[0]);
    value_decref(args[1]);
    *handle = answer ? handle_of_answer(loop, answer) : NULL;
    return *handle ? 1 : -1;
}

/* ---- futures --------------------------------------------------------------------------------- */

bool loop_makes_futures(EventLoop *loop) {
    Value method = loop_plain(loop) ? 0 : overridden(loop, "create_future");
    value_decref(method);
    return method != 0;
}

/* What is no asyncio.Future cannot be waited for from C: the loop's own kind stands in for it. */
Value loop_make_future(EventLoop *loop) {
    Value future = 0;
    int status = loop_plain(loop) ? 0 : call_overridden(loop, "create_future", NULL, 0, 0, &future);
    if (status < 0 || (status > 0 && value_isa(future, &rt_type_future)))
        return future;
    value_decref(future);
    return future_new(loop);
}

/* ---- tasks ----------------------------------------------------------------------------------- */

Value loop_make_task(EventLoop *loop, Value coro, const TaskOptions *options) {
    bool plain = loop_plain(loop);
    if (plain && loop_names_at_once(loop, options))
        return loop_create_task(loop, coro, options);
    Value args[3] = {coro}, names = 0, task = 0;
    if (!plain && task_keywords(options, false, args + 1, &names) < 0)
        return 0;
    if (plain || call_overridden(loop, "create_task", args, 1, names, &task) == 0) {
        TaskOptions unnamed = {.context = options->context, .eager = options->eager};
        task = loop_create_task(loop, coro, &unnamed);
    }
    value_decref(names);
    if (task && task_set_name(task, options->name) < 0)
        value_replace(&task, 0);
    return task;
}

/* ---- running --------------------------------------------------------------------------------- */

int loop_virtual_step(EventLoop *loop) {
    return tell(loop, "_run_once", NULL, 0);
}

int loop_ask_to_stop(EventLoop *loop) {
    int status = loop_plain(loop) ? 0 : tell(loop, "stop", NULL, 0);
    if (status == 0)
        loop_stop(loop);
    return status < 0 ? -1 : 0;
}

int loop_ask_to_run(EventLoop *loop) {
    int status = loop_plain(loop) ? 0 : tell(loop, "run_forever", NULL, 0);
    return status == 0 ? loop_run_forever(loop) : status < 0 ? -1 : 0;
}

Value loop_ask_to_complete(EventLoop *loop, Value awaitable) {
    Value result = 0;
    if (loop_plain(loop) ||
        call_overridden(loop, "run_until_complete", &awaitable, 1, 0, &result) == 0)
        return loop_run_until_complete(loop, awaitable);
    return result;
}

int loop_ask_to_close(EventLoop *loop) {
    int status = loop_plain(loop) ? 0 : tell(loop, "close", NULL, 0);
    return status == 0 ? loop_close(loop) : status < 0 ? -1 : 0;
}

Value loop_ask_for(EventLoop *loop, const char *method, Value (*native)(EventLoop *loop)) {
    Value result = 0;
    if (loop_plain(loop) || call_overridden(loop, method, NULL, 0, 0, &result) == 0)
        return native(loop);
    return result;
}

/* ---- exceptions ------------------------------------------------------------------------------ */

int loop_tell_exception(EventLoop *loop, Value context) {
    int status = loop_plain(loop) ? 0 : tell(loop, "call_exception_handler", &context, 1);
    return status == 0 ? loop_call_exception_handler(loop, context) : status < 0 ? -1 : 0;
}

int loop_default_handler(EventLoop *loop, Value context) {
    int status = loop_plain(loop) ? 0 : tell(loop, "default_exception_handler", &context, 1);
    return status == 0 ? loop_default_exception_handler(loop, context) : status < 0 ? -1 : 0;
}
