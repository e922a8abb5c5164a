/*
 * aio_task_functions.c — the functions around tasks: create_task, ensure_future, current_task,
 * all_tasks, iscoroutine, iscoroutinefunction; and the stack of a task.
 */
#include "aio_primitives.h"
#include "aio_task.h"
#include "stack.h"
#include "traceback.h"

/* ---- kinds of objects ------------------------------------------------------------------------ */

static bool has_special(Type *type, const char *name) {
    return type_lookup_borrow(type, str_name(name)) != 0;
}

bool aio_iscoroutine(Value value) {
    if (value_is_coroutine(value) || value_is(value, &rt_type_generator))
        return true;
    Type *type = value_type(value);
    if (type->slots.send && type->slots.await) /* asend() and its kind */
        return true;
    return (type->flags & TYPE_HEAP) && has_special(type, "send") && has_special(type, "throw") &&
           has_special(type, "close") && has_special(type, "__await__");
}

NATIVE(iscoroutine) {
    NATIVE_UNUSED();
    return VALUE_BOOL(aio_iscoroutine(args[0]));
}

/* The function behind bound methods and partials; borrowed from `value`, which the caller keeps. */
static Value unwrapped(Value value) {
    while (value_is(value, &rt_type_method))
        value = AS(MethodObject, value)->function;
    return value;
}

/* The value of an attribute _is_coroutine that makes any callable count as a coroutine function:
 * asyncio.coroutines._is_coroutine, which unittest.mock relies on. */
static Value coroutine_mark;

static bool is_coroutine_function(Value value, int depth) {
    value = unwrapped(value);
    if (value_is(value, &rt_type_function))
        return AS(FunctionObject, value)->info->flags & FUNCTION_COROUTINE;
    if (value_is_native_function(value))
        return native_is_coroutine(value);
    bool failed;
    Value marked = object_getattr_optional(value, str_name("_is_coroutine"), &failed);
    exc_clear();
    value_decref(marked);
    if (marked && marked == coroutine_mark)
        return true;
    if (depth == 0 || strcmp(short_name(value_type(value)), "partial") != 0)
        return false;
    Value inner = object_getattr_optional(value, str_name("func"), &failed);
    bool answer = inner && is_coroutine_function(inner, depth - 1);
    exc_clear();
    value_decref(inner);
    return answer;
}

bool aio_iscoroutinefunction(Value value) {
    return is_coroutine_function(value, 16);
}

NATIVE(iscoroutinefunction) {
    NATIVE_UNUSED();
    return VALUE_BOOL(aio_iscoroutinefunction(args[0]));
}

/* ---- ensure_future --------------------------------------------------------------------------- */

AIO_INFO(wrap_info, "_wrap_awaitable", "_wrap_awaitable");

static Value wrap_step(AioFrame *frame, Value input) {
    return frame->state ? input : aio_wait(frame, 1, value_incref(frame->self));
}

static bool is_awaitable(Value value) {
    const TypeSlots *slots = &value_type(value)->slots;
    return slots->await || slots->await_direct;
}

/* Wraps anything that can be awaited in a task. */
static Value task_of_awaitable(Value object, EventLoop *loop) {
    ASYNCIO_FRAME(unfit, "tasks.py", 664, "_ensure_future",
                  "raise TypeError('An asyncio.Future, a coroutine or an awaitable '");
    ASYNCIO_FRAME(no_loop, "tasks.py", 668, "_ensure_future",
                  "loop = events._get_event_loop(stacklevel=4)");
    bool wrapped = !aio_iscoroutine(object);
    if (wrapped && !is_awaitable(object))
        return answer_through(
            &unfit, raise_error(&rt_exc_TypeError,
                                "An asyncio.Future, a coroutine or an awaitable is required"));
    Value coro = wrapped ? aio_coroutine(&wrap_info, wrap_step, object, 0) : value_incref(object);
    if (coro && !loop && !(loop = aio_event_loop()))
        refused_through(&no_loop, &coro, 1);
    ASYNCIO_FRAME(frame, "tasks.py", 670, "_ensure_future",
                  "return loop.create_task(coro_or_future)");
    stack_enter(&frame);
    Value task =
        coro && loop ? answer_through(&frame, loop_make_task(loop, coro, &(TaskOptions){0})) : 0;
    stack_leave();
    if (!task && coro && !wrapped && loop && exc_pending_is(&rt_exc_RuntimeError)) {
        Value error = exc_fetch();
        value_decref(object_call_method(coro, "close", NULL, 0));
        exc_clear();
        exc_restore_take(error);
    }
    value_decref(coro);
    return task;
}

Value aio_ensure_future(Value object, EventLoop *loop) {
    ASYNCIO_FRAME(foreign, "tasks.py", 655, "_ensure_future",
                  "raise ValueError('The future belongs to a different loop than '");
    if (!aio_isfuture(object))
        return task_of_awaitable(object, loop);
    if (loop && anyfuture_loop(object) != loop)
        return isolate.pending
                   ? 0
                   : answer_through(
                         &foreign,
                         raise_error(&rt_exc_ValueError,
                                     "The future belongs to a different loop than the one "
                                     "specified as the loop argument"));
    return value_incref(object);
}

Value aio_own_future(Value object, EventLoop *loop) {
    ASYNCIO_FRAME(frame, "tasks.py", 649, "ensure_future",
                  "return _ensure_future(coro_or_future, loop=loop)");
    stack_enter(&frame);
    Value future = answer_through(&frame, aio_ensure_future(object, loop));
    stack_leave();
    return future;
}

NATIVE(ensure_future) {
    NATIVE_UNUSED();
    EventLoop *loop;
    return loop_of_argument(args[1], &loop) < 0 ? 0 : aio_own_future(args[0], loop);
}

/* ---- create_task ----------------------------------------------------------------------------- */

NATIVE(create_task) {
    NATIVE_UNUSED();
    TaskOptions options;
    ASYNCIO_FRAME(no_loop, "tasks.py", 371, "create_task", "loop = events.get_running_loop()");
    EventLoop *loop = aio_running_loop();
    if (!loop)
        return refused_through(&no_loop, args, 1);
    if (task_options(args + 1, &options) < 0)
        return 0;
    ASYNCIO_FRAME(plain, "tasks.py", 374, "create_task", "task = loop.create_task(coro)");
    ASYNCIO_FRAME(in_context, "tasks.py", 376, "create_task",
                  "task = loop.create_task(coro, context=context)");
    const LibraryFrame *frame = options.context ? &in_context : &plain;
    stack_enter(frame);
    Value task = answer_through(frame, loop_make_task(loop, args[0], &options));
    stack_leave();
    return task;
}

/* ---- current_task, all_tasks ----------------------------------------------------------------- */

Task *aio_current_task(EventLoop *loop) {
    return loop->current_task;
}

/* `loop` (NULL: none was given) or the running one; without either the exception leaves `frame`. */
static EventLoop *loop_or_running(EventLoop *loop, const LibraryFrame *frame) {
    if (!loop && !(loop = aio_running_loop()))
        traceback_through(frame);
    return loop;
}

NATIVE(current_task) {
    NATIVE_UNUSED();
    ASYNCIO_FRAME(no_loop, "tasks.py", 38, "current_task", "loop = events.get_running_loop()");
    EventLoop *loop;
    if (loop_of_argument(args[0], &loop) < 0 || !(loop = loop_or_running(loop, &no_loop)))
        return 0;
    return loop->current_task ? value_incref(OBJ(loop->current_task)) : VALUE_NONE;
}

NATIVE(all_tasks) {
    NATIVE_UNUSED();
    ASYNCIO_FRAME(no_loop, "tasks.py", 45, "all_tasks", "loop = events.get_running_loop()");
    EventLoop *loop;
    if (loop_of_argument(args[0], &loop) < 0 || !(loop = loop_or_running(loop, &no_loop)))
        return 0;
    return aio_all_tasks(loop);
}

Value aio_all_tasks(EventLoop *loop) {
    Value set = set_new(false);
    for (Task *task = loop->tasks; set && task; task = task->next)
        if (!future_done(&task->future) && set_add(set, OBJ(task)) < 0)
            value_replace(&set, 0);
    return set;
}

/* ---- stacks ---------------------------------------------------------------------------------- */

static Value attribute(Value object, const char *name) {
    bool failed;
    Value value = object_getattr_optional(object, str_name(name), &failed);
    if (failed)
        exc_clear();
    return value == VALUE_NONE ? 0 : value;
}

/* The frames of the traceback of a failed task, oldest first. */
static int traceback_frames(Value exception, Value list, int64_t limit) {
    Value entry = value_incref(exc_as(exception)->traceback);
    int status = 0;
    while (entry && status == 0 && limit-- != 0) {
        Value frame = attribute(entry, "tb_frame");
        status = frame ? list_append_take(list, frame) : 0;
        Value next = attribute(entry, "tb_next");
        value_decref(entry);
        entry = next;
    }
    value_decref(entry);
    return status;
}

static Value stack_of(Task *task, int64_t limit) {
    Value list = list_new(NULL, 0);
    if (!list)
        return 0;
    static const char *const frames[] = {"cr_frame", "gi_frame", "ag_frame"};
    Value frame = 0;
    for (int i = 0; task->coro && i < 3 && !frame; i++)
        frame = attribute(task->coro, frames[i]);
    int status = 0;
    if (frame && limit != 0)
        status = list_append(list, frame);
    else if (!frame && task->future.state == FUTURE_EXCEPTION)
        status = traceback_frames(task->future.result, list, limit);
    value_decref(frame);
    if (status == 0)
        return list;
    value_decref(list);
    return 0;
}

static int limit_argument(Value value, int64_t *limit) {
    *limit = -1;
    if (!value || value == VALUE_NONE)
        return 0;
    *limit = object_index(value);
    if (*limit == -1 && isolate.pending)
        return -1;
    *limit = *limit < 0 ? 0 : *limit;
    return 0;
}

Value task_get_stack(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    int64_t limit;
    return limit_argument(args[1], &limit) < 0 ? 0 : stack_of(AS(Task, args[0]), limit);
}

static int write_format(Value file, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value text = str_vformat(format, arguments);
    va_end(arguments);
    int status = text ? file_write_str(file, text) : -1;
    value_decref(text);
    return status;
}

static int write_frame(Value file, Value frame) {
    Value code = attribute(frame, "f_code"), line = attribute(frame, "f_lineno");
    Value name = code ? attribute(code, "co_name") : 0;
    Value path = code ? attribute(code, "co_filename") : 0;
    int status = 0;
    if (name && path && line)
        status = write_format(file, "  File \"%S\", line %S, in %S\n", path, line, name);
    const FunctionInfo *info = frame_info(frame);
    Value source = status == 0 && info && info->module && value_is_small_int(line)
                       ? source_line_text(function_source(info), (uint32_t)value_small_int(line))
                       : 0;
    if (source)
        status = write_format(file, "    %S\n", source);
    value_decref(source);
    value_decref(code);
    value_decref(line);
    value_decref(name);
    value_decref(path);
    return status;
}

/* Writes what follows the frames: the exception's last lines. */
static int write_exception(Value file, Value exception) {
    Value name = object_str(exception);
    int status = -1;
    if (name && AS(StrObject, name)->length)
        status = write_format(file, "%T: %S\n", exception, name);
    else if (name)
        status = write_format(file, "%T\n", exception);
    value_decref(name);
    return status;
}

Value task_print_stack(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    Task *task = AS(Task, args[0]);
    Value file = args[2] && args[2] != VALUE_NONE ? args[2] : io_stream_borrow(IO_STDERR);
    int64_t limit;
    Value frames = limit_argument(args[1], &limit) < 0 ? 0 : stack_of(task, limit);
    if (!frames)
        return 0;
    const ListObject *list = AS(ListObject, frames);
    bool failed = task->future.state == FUTURE_EXCEPTION;
    int status = list->length == 0 ? write_format(file, "No stack for %R\n", args[0])
                                   : write_format(file, "%s for %R (most recent call last):\n",
                                                  failed ? "Traceback" : "Stack", args[0]);
    for (int64_t i = 0; status == 0 && i < list->length; i++)
        status = write_frame(file, list->items[i]);
    if (status == 0 && failed)
        status = write_exception(file, task->future.result);
    value_decref(frames);
    return status < 0 ? 0 : VALUE_NONE;
}

/* ---- the module's part ----------------------------------------------------------------------- */

static const NativeMethod functions[] = {
    {.name = "create_task",
     .call = create_task,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@ coro name context eager_start"},
    {.name = "ensure_future",
     .call = ensure_future,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@ coro_or_future loop"},
    {.name = "current_task", .call = current_task, .max_args = 1, .keywords = "@ loop"},
    {.name = "all_tasks", .call = all_tasks, .max_args = 1, .keywords = "@ loop"},
    {.name = "iscoroutine", .call = iscoroutine, .min_args = 1, .max_args = 1, .keywords = "@ obj"},
    {.name = "iscoroutinefunction",
     .call = iscoroutinefunction,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@ func"},
    {0},
};

int aio_task_functions_init(ModuleObject *module) {
    coroutine_mark = object_call0(OBJ(&rt_type_object));
    if (!coroutine_mark || module_set(module, "_is_coroutine", coroutine_mark) < 0)
        return -1;
    return module_add_functions(module, functions);
}
