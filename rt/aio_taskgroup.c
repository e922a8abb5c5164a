/*
 * aio_taskgroup.c — asyncio.TaskGroup. The first task that fails cancels its siblings and the
 * parent; leaving the `async with` block waits for all tasks, however often the parent is cancelled
 * meanwhile, and raises what failed as one exception group.
 */
#include "aio_primitives.h"
#include "stack.h"

/* The tasks that are not done, in the order of their making: a few of them here, more in a dict. */
enum { FEW_TASKS = 4 };
typedef struct TaskSet {
    Value few[FEW_TASKS]; /* owned; none while there is `many` */
    Value many;           /* dict: task -> None; or 0 */
    uint32_t few_count;
} TaskSet;

typedef struct TaskGroup {
    Object base;
    EventLoop *loop; /* owned, as the others; NULL before it is entered */
    Task *parent;
    TaskSet tasks;
    Value errors;       /* list, or 0 */
    Value base_error;   /* a SystemExit or KeyboardInterrupt, or 0 */
    WaiterList leavers; /* who waits in __aexit__ */
    Value handled;      /* while compiled code leaves: the exception of the block, or 0 */
    Value cancelled;    /* the same: the CancelledError to pass on, or 0 */
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
    return group->tasks.many ? dict_len(group->tasks.many) : group->tasks.few_count;
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

/* ---- the set of tasks ------------------------------------------------------------------------ */

static void task_set_clear(TaskSet *set) {
    while (set->few_count)
        value_decref(set->few[--set->few_count]);
    value_replace(&set->many, 0);
}

static void task_set_visit(const TaskSet *set, VisitValue visit, void *context) {
    for (uint32_t i = 0; i < set->few_count; i++)
        visit(set->few[i], context);
    visit(set->many, context);
}

/* Moves the few to a dict. */
static int task_set_grow(TaskSet *set) {
    Value many = dict_new();
    for (uint32_t i = 0; many && i < set->few_count; i++)
        if (dict_set(many, set->few[i], VALUE_NONE) < 0)
            value_replace(&many, 0);
    if (!many)
        return -1;
    task_set_clear(set);
    set->many = many;
    return 0;
}

static int task_set_add(TaskSet *set, Value task) {
    if (!set->many && set->few_count < FEW_TASKS) {
        set->few[set->few_count++] = value_incref(task);
        return 0;
    }
    if (!set->many && task_set_grow(set) < 0)
        return -1;
    return dict_set(set->many, task, VALUE_NONE);
}

static int task_set_discard(TaskSet *set, Value task) {
    if (set->many)
        return dict_delete(set->many, task) < 0 ? -1 : 0;
    for (uint32_t i = 0; i < set->few_count; i++)
        if (set->few[i] == task) {
            uint32_t after = --set->few_count - i;
            memmove(&set->few[i], &set->few[i + 1], after * sizeof(Value));
            value_decref(task);
            break;
        }
    return 0;
}

/* A new list of them. */
static Value task_set_list(const TaskSet *set) {
    return set->many ? list_from_iterable(set->many) : list_new(set->few, set->few_count);
}

/* ---- tasks ----------------------------------------------------------------------------------- */

/* Cancels all tasks that are not done. cancel() may run code of the program: over a copy. */
static int abort_tasks(TaskGroup *group) {
    group->aborting = true;
    Value tasks = task_set_list(&group->tasks);
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
    if (task_set_discard(&group->tasks, task) < 0)
        return -1;
    if (task_count(group) == 0 && waiters_wake(&group->leavers, INT64_MAX, VALUE_TRUE) < 0)
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
    return task_set_add(&group->tasks, task);
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

/* The wait for the tasks ended with `input` (stolen; 0: a pending exception): a cancellation is
 * kept in *cancelled and goes on to the tasks, unless they are cancelled already. 0; -1: an
 * exception. */
static int leave_woken(TaskGroup *group, Value *cancelled, Value input) {
    ASYNCIO_FRAME(waiting, "taskgroups.py", 98, "__aexit__", "await self._on_completed_fut");
    value_decref(input);
    if (answer_through(&waiting, input))
        return 0;
    if (!exc_pending_is(&rt_exc_CancelledError))
        return -1;
    Value exception = exc_fetch();
    int status = 0;
    if (!group->aborting) {
        value_replace(cancelled, value_incref(exception));
        status = group_abort(group);
    }
    value_decref(exception);
    return status;
}

/* self: the group; argument: the exception of the block; saved: the CancelledError to pass on */
static Value leave_step(AioFrame *frame, Value input) {
    TaskGroup *group = AS(TaskGroup, frame->self);
    if (frame->state == 0) {
        if (leave_begin(group, frame->argument, &frame->saved) < 0)
            return 0;
    } else {
        waiter_drop(&frame->waiter);
        if (leave_woken(group, &frame->saved, input) < 0)
            return 0;
    }
    if (task_count(group) == 0)
        return finish(group, frame->argument, frame->saved);
    if (waiter_join(&frame->waiter, &group->leavers, frame->self, &group->loop) < 0)
        return 0;
    return aio_wait_future(frame, 1);
}

static void forget_exceptions(TaskGroup *group) {
    value_replace(&group->handled, 0);
    value_replace(&group->cancelled, 0);
}

static Value leaver_woken(Coroutine *awaiter, Waiter *waiter, Value input, uint8_t note);

/* Compiled code leaves: waits on as long as there are tasks, and answers what leaving answers. */
static Value leave_on(Coroutine *awaiter, TaskGroup *group) {
    if (task_count(group))
        return waiter_park(awaiter, &group->leavers, OBJ(group), &group->loop, leaver_woken, 0);
    Value handled = group->handled, cancelled = group->cancelled;
    group->handled = group->cancelled = 0;
    Value answer = finish(group, handled, cancelled);
    value_decref(handled);
    value_decref(cancelled);
    return answer;
}

static Value leaver_woken(Coroutine *awaiter, Waiter *waiter, Value input, uint8_t note) {
    (void)note;
    TaskGroup *group = AS(TaskGroup, value_incref(waiter->list->owner));
    waiter_drop(waiter);
    Value answer = 0;
    if (leave_woken(group, &group->cancelled, input) == 0)
        answer = leave_on(awaiter, group);
    if (!answer)
        forget_exceptions(group);
    value_decref(OBJ(group));
    return answer;
}

static Value aexit_direct(Coroutine *awaiter, Value self, Value exception) {
    TaskGroup *group = AS(TaskGroup, self);
    Value cancelled = 0;
    if (leave_begin(group, exception, &cancelled) < 0)
        return 0;
    value_replace(&group->handled, exception ? value_incref(exception) : 0);
    value_replace(&group->cancelled, cancelled);
    return leave_on(awaiter, group);
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

static void clear_parts(TaskGroup *group) {
    task_set_clear(&group->tasks);
    value_replace(&group->errors, 0);
    value_replace(&group->base_error, 0);
    forget_exceptions(group);
}

static void group_dealloc(Object *self) {
    TaskGroup *group = (TaskGroup *)self;
    Task *parent = group->parent;
    group->parent = NULL;
    value_decref(OBJ(parent));
    clear_parts(group);
    primitive_dealloc(self, &group->loop);
}

static void group_clear(Object *self) {
    TaskGroup *group = (TaskGroup *)self;
    clear_parts(group);
    primitive_clear(self);
}

static void group_traverse(Object *self, VisitValue visit, void *context) {
    const TaskGroup *group = (const TaskGroup *)self;
    visit(OBJ(group->parent), context);
    task_set_visit(&group->tasks, visit, context);
    visit(group->errors, context);
    visit(group->base_error, context);
    waiters_visit(&group->leavers, visit, context);
    visit(group->handled, context);
    visit(group->cancelled, context);
    primitive_traverse(self, group->loop, visit, context);
}

/* -- what CPython's instances have as private attributes -- */

NATIVE(get_tasks) {
    NATIVE_UNUSED();
    Value tasks = task_set_list(&self_of(args)->tasks);
    Value set = tasks ? set_new(false) : 0;
    for (int64_t i = 0; set && i < AS(ListObject, tasks)->length; i++)
        if (set_add(set, AS(ListObject, tasks)->items[i]) < 0)
            value_replace(&set, 0);
    value_decref(tasks);
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
