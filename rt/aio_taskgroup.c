/*
 * aio_taskgroup.c — asyncio.TaskGroup. The first task that fails cancels its siblings and the
 * parent; leaving the `async with` block waits for all tasks, however often the parent is cancelled
 * meanwhile, and raises what failed as one exception group.
 */
#include "aio_primitives.h"
#include "stack.h"

typedef struct TaskGroup {
    Object base;
    EventLoop *loop; /* owned, as the others; NULL before it is entered */
    Task *parent;
    Value tasks;      /* dict: task -> None, those that are not done; 0: none yet */
    Value errors;     /* list, or 0 */
    Value base_error; /* a SystemExit or KeyboardInterrupt, or 0 */
    Value all_done;   /* the future that leaving waits for, or 0 */
    bool entered, exiting, aborting;
    bool parent_cancel_requested; /* by this group: to be taken back */
    Attributes attributes;
} TaskGroup;

AIO_INFO(info_aenter, "__aenter__", "TaskGroup.__aenter__");
AIO_INFO(info_aexit, "__aexit__", "TaskGroup.__aexit__");

static TaskGroup *self_of(const Value *args) {
    return AS(TaskGroup, args[0]);
}

static int64_t task_count(const TaskGroup *group) {
    return group->tasks ? dict_len(group->tasks) : 0;
}

static int64_t error_count(const TaskGroup *group) {
    return group->errors ? AS(ListObject, group->errors)->length : 0;
}

static bool is_base_error(Value exception) {
    return value_isa(exception, &rt_exc_SystemExit) ||
           value_isa(exception, &rt_exc_KeyboardInterrupt);
}

static int add_error(TaskGroup *group, Value exception) {
    if (!group->errors && !(group->errors = list_new(NULL, 0)))
        return -1;
    return list_append(group->errors, exception);
}

static void note_base_error(TaskGroup *group, Value exception) {
    if (!group->base_error && is_base_error(exception))
        group->base_error = value_incref(exception);
}

/* ---- tasks ----------------------------------------------------------------------------------- */

/* Cancels all tasks that are not done. cancel() may run code of the program: over a copy. */
static int abort_tasks(TaskGroup *group) {
    group->aborting = true;
    Value tasks = group->tasks ? list_from_iterable(group->tasks) : list_new(NULL, 0);
    int status = tasks ? 0 : -1;
    for (int64_t i = 0; status >= 0 && i < AS(ListObject, tasks)->length; i++) {
        Value task = AS(ListObject, tasks)->items[i];
        status = anyfuture_done(task);
        if (status == 0)
            status = future_cancel(task, 0);
    }
    value_decref(tasks);
    return status < 0 ? -1 : 0;
}

/* The method `name` of the group if a derived class replaced it: new reference. 0 without an
 * exception if it is the native one. */
static Value overridden(TaskGroup *group, const char *name) {
    if (primitive_plain(OBJ(group), &aio_type_TaskGroup))
        return 0;
    Value found = type_lookup_borrow(group->base.type, str_name(name));
    return value_is_native_function(found) ? 0 : object_getattr(OBJ(group), str_name(name));
}

/* group._abort() */
static int group_abort(TaskGroup *group) {
    Value method = overridden(group, "_abort");
    if (!method)
        return isolate.pending ? -1 : abort_tasks(group);
    Value answer = object_call0(method);
    value_decref(method);
    value_decref(answer);
    return answer ? 0 : -1;
}

/* A task failed: cancels the parent too, unless it is on its way out already. */
static int task_failed(TaskGroup *group, Value task, Value exception) {
    if (add_error(group, exception) < 0)
        return -1;
    note_base_error(group, exception);
    if (future_done(&group->parent->future)) {
        Value message = str_format("Task %R has errored out but its parent task %S is already "
                                   "completed",
                                   task, OBJ(group->parent));
        const char *text = message ? str_utf8(message, &(size_t){0}) : NULL;
        int status = text ? loop_report(group->loop, text, "exception", exception, "task", task,
                                        (const char *)NULL)
                          : -1;
        value_decref(message);
        return status;
    }
    if (group->aborting || group->parent_cancel_requested)
        return 0;
    if (group_abort(group) < 0)
        return -1;
    group->parent_cancel_requested = true;
    return future_cancel(OBJ(group->parent), 0) < 0 ? -1 : 0;
}

/* Callback of the tasks; `data`: the group */
static int on_task_done(Value data, Value task) {
    TaskGroup *group = AS(TaskGroup, data);
    if (group->tasks && dict_delete(group->tasks, task) < 0)
        return -1;
    if (group->all_done && task_count(group) == 0 && !future_done(future_of(group->all_done)) &&
        future_set_result(future_of(group->all_done), VALUE_TRUE) < 0)
        return -1;
    int cancelled = anyfuture_cancelled(task);
    if (cancelled)
        return cancelled < 0 ? -1 : 0;
    Value exception = anyfuture_exception(task);
    int status = exception ? 0 : -1;
    if (exception && exception != VALUE_NONE)
        status = task_failed(group, task, exception);
    value_decref(exception);
    return status;
}

/* `coro`: what create_task was called with, or 0. */
static int refuse(const TaskGroup *group, const char *state, const LibraryFrame *frame,
                  Value coro) {
    raise_error(&rt_exc_RuntimeError, "TaskGroup %R %s", OBJ(group), state);
    refused_through(frame, &coro, 1);
    return -1;
}

static int check_open(const TaskGroup *group, Value coro) {
    ASYNCIO_FRAME(fresh, "taskgroups.py", 139, "create_task",
                  "raise RuntimeError(f\"TaskGroup {self!r} has not been entered\")");
    ASYNCIO_FRAME(finished, "taskgroups.py", 141, "create_task",
                  "raise RuntimeError(f\"TaskGroup {self!r} is finished\")");
    ASYNCIO_FRAME(aborting, "taskgroups.py", 143, "create_task",
                  "raise RuntimeError(f\"TaskGroup {self!r} is shutting down\")");
    if (!group->entered)
        return refuse(group, "has not been entered", &fresh, coro);
    if (group->exiting && task_count(group) == 0)
        return refuse(group, "is finished", &finished, coro);
    return group->aborting ? refuse(group, "is shutting down", &aborting, coro) : 0;
}

static int adopt(TaskGroup *group, Value task) {
    Value method = overridden(group, "_on_task_done");
    Value answer = method ? object_call_method(task, "add_done_callback", &method, 1) : 0;
    value_decref(method);
    value_decref(answer);
    if (isolate.pending || (!method && anyfuture_add_callback(task, on_task_done, OBJ(group)) < 0))
        return -1;
    if (!group->tasks && !(group->tasks = dict_new()))
        return -1;
    return dict_set(group->tasks, task, VALUE_NONE);
}

NATIVE(create_task) {
    NATIVE_UNUSED();
    TaskGroup *group = self_of(args);
    TaskOptions options;
    if (check_open(group, args[1]) < 0 || task_options(args + 2, &options) < 0)
        return 0;
    ASYNCIO_FRAME(plain, "taskgroups.py", 145, "create_task",
                  "task = self._loop.create_task(coro)");
    ASYNCIO_FRAME(in_context, "taskgroups.py", 147, "create_task",
                  "task = self._loop.create_task(coro, context=context)");
    const LibraryFrame *frame = options.context ? &in_context : &plain;
    stack_enter(frame);
    Value task = answer_through(frame, loop_make_task(group->loop, args[1], &options));
    stack_leave();
    if (task && adopt(group, task) < 0) {
        value_decref(task);
        return 0;
    }
    return task;
}

/* ---- entering and leaving -------------------------------------------------------------------- */

static Value enter(Value self) {
    TaskGroup *group = AS(TaskGroup, self);
    ASYNCIO_FRAME(entered, "taskgroups.py", 42, "__aenter__", "raise RuntimeError(");
    ASYNCIO_FRAME(no_parent, "taskgroups.py", 51, "__aenter__", "raise RuntimeError(");
    if (group->entered)
        return refuse(group, "has been already entered", &entered, 0) < 0 ? 0 : self;
    group->entered = true;
    EventLoop *loop = aio_running_loop();
    if (!loop)
        return 0;
    value_incref(OBJ(loop));
    value_decref(OBJ(group->loop));
    group->loop = loop;
    Task *parent = aio_current_task(loop);
    if (!parent)
        return refuse(group, "cannot determine the parent task", &no_parent, 0) < 0 ? 0 : self;
    group->parent = AS(Task, value_incref(OBJ(parent)));
    return value_incref(self);
}

/* All tasks are done: what leaving raises. `handled`: the exception of the block or 0; `cancelled`:
 * the CancelledError to pass on, or 0. */
static Value finish(TaskGroup *group, Value handled, Value cancelled) {
    ASYNCIO_FRAME(base, "taskgroups.py", 117, "__aexit__", "raise self._base_error");
    ASYNCIO_FRAME(cancellation, "taskgroups.py", 122, "__aexit__",
                  "raise propagate_cancellation_error");
    ASYNCIO_FRAME(errors, "taskgroups.py", 133, "__aexit__", "raise me from None");
    if (group->base_error)
        return answer_through(&base,
                              raise_while_handling(value_incref(group->base_error), handled));
    if (cancelled && error_count(group) == 0)
        return answer_through(&cancellation,
                              raise_while_handling(value_incref(cancelled), handled));
    if (handled && !value_is(handled, &rt_exc_CancelledError) && add_error(group, handled) < 0)
        return 0;
    if (error_count(group) == 0)
        return VALUE_NONE;
    Value args[2] = {str_from_cstr("unhandled errors in a TaskGroup"), group->errors};
    Value error = args[0] ? object_call(OBJ(&rt_exc_BaseExceptionGroup), args, 2, 0) : 0;
    value_decref(args[0]);
    value_replace(&group->errors, 0);
    if (error)
        exc_as(error)->suppress_context = 1;
    return answer_through(&errors, raise_while_handling(error, handled));
}

/* The block ended with `exception` or 0. *cancelled: the CancelledError to pass on (new reference),
 * or 0. Answers 0, or -1 with an exception. */
static int leave_begin(TaskGroup *group, Value exception, Value *cancelled) {
    group->exiting = true;
    if (exception)
        note_base_error(group, exception);
    bool pass = exception && value_is(exception, &rt_exc_CancelledError);
    if (group->parent_cancel_requested && task_uncancel(group->parent) == 0)
        pass = false;
    if (exception && !group->aborting && group_abort(group) < 0)
        return -1;
    *cancelled = pass ? value_incref(exception) : 0;
    return 0;
}

/* self: the group; argument: the exception of the block; saved: the CancelledError to pass on */
static Value leave_wait(AioFrame *frame) {
    TaskGroup *group = AS(TaskGroup, frame->self);
    if (task_count(group) == 0)
        return finish(group, frame->argument, frame->saved);
    if (!group->all_done && !(group->all_done = loop_make_future(group->loop)))
        return 0;
    return aio_wait(frame, 1, value_incref(group->all_done));
}

static Value leave_step(AioFrame *frame, Value input) {
    TaskGroup *group = AS(TaskGroup, frame->self);
    if (frame->state == 0) {
        if (leave_begin(group, frame->argument, &frame->saved) < 0)
            return 0;
        return leave_wait(frame);
    }
    if (frame->state == 2) /* begun by aexit_direct */
        return leave_wait(frame);
    ASYNCIO_FRAME(waiting, "taskgroups.py", 98, "__aexit__", "await self._on_completed_fut");
    value_decref(input);
    if (!answer_through(&waiting, input) && !exc_pending_is(&rt_exc_CancelledError))
        return 0;
    Value cancelled = input ? 0 : exc_fetch();
    if (cancelled && !group->aborting) {
        value_replace(&frame->saved, value_incref(cancelled));
        if (group_abort(group) < 0) {
            value_decref(cancelled);
            return 0;
        }
    }
    value_decref(cancelled);
    value_replace(&group->all_done, 0);
    return leave_wait(frame);
}

/* After leave_begin: the waiting part, with what that left in frame->saved. */
static Value leave_later(Coroutine *awaiter, Value self, Value exception, Value cancelled_take) {
    Value coroutine = aio_coroutine(&info_aexit, leave_step, self, exception);
    if (!coroutine) {
        value_decref(cancelled_take);
        return 0;
    }
    AioFrame *frame = aio_frame(coroutine);
    frame->saved = cancelled_take;
    frame->state = 2;
    return coro_await_take(awaiter, coroutine);
}

static Value aexit_direct(Coroutine *awaiter, Value self, Value exception) {
    TaskGroup *group = AS(TaskGroup, self);
    Value cancelled;
    if (leave_begin(group, exception, &cancelled) < 0)
        return 0;
    if (task_count(group))
        return leave_later(awaiter, self, exception, cancelled);
    Value answer = finish(group, exception, cancelled);
    value_decref(cancelled);
    return answer;
}

static Value aenter_direct(Coroutine *awaiter, Value self) {
    (void)awaiter;
    return enter(self);
}

static Value enter_step(AioFrame *frame, Value input) {
    (void)input;
    return enter(frame->self);
}

NATIVE(aenter) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_aenter, enter_step, args[0], 0);
}

NATIVE(aexit) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_aexit, leave_step, args[0], args[2] == VALUE_NONE ? 0 : args[2]);
}

/* ---- the type -------------------------------------------------------------------------------- */

static Value group_repr(Value self) {
    const TaskGroup *group = AS(TaskGroup, self);
    char tasks[40] = "", errors[40] = "";
    if (task_count(group))
        snprintf(tasks, sizeof tasks, " tasks=%lld", (long long)task_count(group));
    if (error_count(group))
        snprintf(errors, sizeof errors, " errors=%lld", (long long)error_count(group));
    return str_format("<TaskGroup%s%s%s>", tasks, errors,
                      group->aborting  ? " cancelling"
                      : group->entered ? " entered"
                                       : "");
}

static int group_init(Value self, const Value *args, uint32_t count, Value names) {
    (void)self, (void)args;
    return primitive_no_arguments("TaskGroup", count, names);
}

static void group_dealloc(Object *self) {
    TaskGroup *group = (TaskGroup *)self;
    Task *parent = group->parent;
    group->parent = NULL;
    value_decref(OBJ(parent));
    value_replace(&group->tasks, 0);
    value_replace(&group->errors, 0);
    value_replace(&group->base_error, 0);
    value_replace(&group->all_done, 0);
    primitive_dealloc(self, &group->loop);
}

static void group_clear(Object *self) {
    TaskGroup *group = (TaskGroup *)self;
    value_replace(&group->tasks, 0);
    value_replace(&group->errors, 0);
    value_replace(&group->base_error, 0);
    primitive_clear(self);
}

static void group_traverse(Object *self, VisitValue visit, void *context) {
    const TaskGroup *group = (const TaskGroup *)self;
    visit(OBJ(group->parent), context);
    visit(group->tasks, context);
    visit(group->errors, context);
    visit(group->base_error, context);
    visit(group->all_done, context);
    primitive_traverse(self, group->loop, visit, context);
}

/* -- what CPython's instances have as private attributes -- */

NATIVE(get_tasks) {
    NATIVE_UNUSED();
    Value set = set_new(false), task;
    const TaskGroup *group = self_of(args);
    for (int64_t at = 0; set && group->tasks && dict_next(group->tasks, &at, &task, &(Value){0});)
        if (set_add(set, task) < 0)
            value_replace(&set, 0);
    return set;
}

NATIVE(get_errors) {
    NATIVE_UNUSED();
    TaskGroup *group = self_of(args);
    if (!group->errors && !(group->errors = list_new(NULL, 0)))
        return 0;
    return value_incref(group->errors);
}

#define SHOWN(name, expression)                                                                    \
    NATIVE(get##name) {                                                                            \
        NATIVE_UNUSED();                                                                           \
        const TaskGroup *group = self_of(args);                                                    \
        return expression;                                                                         \
    }
SHOWN(_entered, VALUE_BOOL(group->entered))
SHOWN(_exiting, VALUE_BOOL(group->exiting))
SHOWN(_aborting, VALUE_BOOL(group->aborting))
SHOWN(_loop, group->loop ? value_incref(OBJ(group->loop)) : VALUE_NONE)
SHOWN(_parent_task, group->parent ? value_incref(OBJ(group->parent)) : VALUE_NONE)
SHOWN(_base_error, group->base_error ? value_incref(group->base_error) : VALUE_NONE)
SHOWN(_parent_cancel_requested, VALUE_BOOL(group->parent_cancel_requested))
#undef SHOWN

NATIVE(method_abort) {
    NATIVE_UNUSED();
    return abort_tasks(self_of(args)) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_on_task_done) {
    NATIVE_UNUSED();
    return on_task_done(args[0], args[1]) < 0 ? 0 : VALUE_NONE;
}

#define PRIVATE(attribute)                                                                         \
    { .name = #attribute, .call = get##attribute, .kind = METHOD_GETTER }

static const NativeMethod group_methods[] = {
    PRIVATE(_tasks),
    PRIVATE(_errors),
    PRIVATE(_entered),
    PRIVATE(_exiting),
    PRIVATE(_aborting),
    PRIVATE(_loop),
    PRIVATE(_parent_task),
    PRIVATE(_base_error),
    PRIVATE(_parent_cancel_requested),
    {.name = "_abort", .call = method_abort},
    {.name = "_on_task_done", .call = method_on_task_done, .min_args = 1, .max_args = 1},
    {.name = "create_task",
     .call = create_task,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@TaskGroup coro name context eager_start"},
    {.name = "__aenter__", .call = aenter, .coroutine = true},
    {.name = "__aexit__", .call = aexit, .min_args = 3, .max_args = 3, .coroutine = true},
    {0},
};

Type aio_type_TaskGroup = {
    .name = "asyncio.taskgroups.TaskGroup",
    .flags = TYPE_HAS_DICT | TYPE_MUTABLE,
    .basic_size = sizeof(TaskGroup),
    .shape_offset = offsetof(TaskGroup, attributes),
    .methods = group_methods,
    .slots = {.dealloc = group_dealloc,
              .traverse = group_traverse,
              .clear = group_clear,
              .repr = group_repr,
              .aenter_direct = aenter_direct,
              .aexit_direct = aexit_direct,
              .new = primitive_new,
              .init = group_init},
};

int aio_taskgroup_init(ModuleObject *module) {
    future_name_callback(on_task_done, "TaskGroup._on_task_done()");
    return module_add_type(module, "TaskGroup", &aio_type_TaskGroup);
}
