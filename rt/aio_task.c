/*
 * aio_task.c — asyncio.Task: drives a coroutine. A step resumes the innermost suspended coroutine
 * of the chain directly, whatever its depth; what it then waits for decides how the task goes on.
 */
#include "aio_task.h"
#include "containers.h"
#include "coro.h"
#include "object.h"
#include "stack.h"

#define SELF(value) AS(Task, value)

/* ---- the loop's list of tasks ---------------------------------------------------------------- */

static void list_link(Task *task) {
    EventLoop *loop = task->future.loop;
    task->next = loop->tasks;
    if (loop->tasks)
        loop->tasks->previous = task;
    loop->tasks = task;
    task->future.listed = true;
}

static void list_unlink(Task *task) {
    if (!task->future.listed)
        return;
    task->future.listed = false;
    if (task->previous)
        task->previous->next = task->next;
    else
        task->future.loop->tasks = task->next;
    if (task->next)
        task->next->previous = task->previous;
    task->previous = task->next = NULL;
}

/* ---- the end --------------------------------------------------------------------------------- */

/* The coroutine returned `result` (stolen). */
static int task_returned(Task *task, Value result) {
    list_unlink(task);
    int status;
    if (task->future.must_cancel) { /* cancelled right before it ended */
        task->future.must_cancel = false;
        Value message = value_incref(task->future.detail);
        status = future_cancel_base(&task->future, message) < 0 ? -1 : 0;
        value_decref(message);
    } else {
        status = future_set_result(&task->future, result);
    }
    value_decref(result);
    return status;
}

/* It failed with the pending exception. Answers -1 with it pending if it ends the loop as well. */
static int task_failed(Task *task) {
    list_unlink(task);
    Value exception = exc_fetch();
    int status;
    bool fatal = false;
    if (value_isa(exception, &rt_exc_CancelledError)) {
        task->future.result = value_incref(exception); /* was 0: the task was pending */
        status = future_cancel_base(&task->future, 0) < 0 ? -1 : 0;
    } else {
        fatal = value_isa(exception, &rt_exc_KeyboardInterrupt) ||
                value_isa(exception, &rt_exc_SystemExit);
        status = future_set_exception(&task->future, exception);
    }
    if (fatal && status == 0) {
        exc_restore_take(exception);
        return -1;
    }
    value_decref(exception);
    return status;
}

/* ---- waiting --------------------------------------------------------------------------------- */

/* The next step raises RuntimeError(text, stolen) inside the coroutine. */
static int throw_at_next_step(Task *task, Value text) {
    Value exception = text ? exc_make(&rt_exc_RuntimeError, text) : 0;
    value_decref(text);
    int status =
        exception ? loop_call_soon(task->future.loop, task_step, OBJ(task), exception) : -1;
    value_decref(exception);
    return status;
}

/* Waits for `future` (stolen), which calls back if `status` is not -1. */
static int task_wait(Task *task, Value future, int status) {
    if (status < 0) {
        value_decref(future);
        return -1;
    }
    task->waiter = future;
    if (!task->future.must_cancel)
        return 0;
    int cancelled = future_cancel(future, task->future.detail);
    if (cancelled > 0)
        task->future.must_cancel = false;
    return cancelled < 0 ? -1 : 0;
}

static int wait_for_future(Task *task, Value awaited) {
    Future *future = AS(Future, awaited);
    Value text;
    if (future->loop != task->future.loop)
        text = str_format("Task %R got Future %R attached to a different loop", OBJ(task), awaited);
    else if (!future->blocking)
        text = str_format("yield was used instead of yield from in task %R with %R", OBJ(task),
                          awaited);
    else if (awaited == OBJ(task))
        text = str_format("Task cannot await on itself: %R", OBJ(task));
    else {
        future->blocking = false;
        return task_wait(task, awaited, anyfuture_wake_task(awaited, task));
    }
    value_decref(awaited);
    return throw_at_next_step(task, text);
}

/* An object of another class that declares itself a future by _asyncio_future_blocking. */
static int wait_for_other(Task *task, Value awaited) {
    Value name = str_name("_asyncio_future_blocking"), blocking = object_getattr(awaited, name);
    int truth = blocking ? object_truth(blocking) : -1;
    value_decref(blocking);
    EventLoop *loop = truth >= 0 ? anyfuture_loop(awaited) : NULL;
    int status = -1;
    if (loop && loop != task->future.loop)
        status = throw_at_next_step(
            task,
            str_format("Task %R got Future %R attached to a different loop", OBJ(task), awaited));
    else if (loop && !truth)
        status = throw_at_next_step(
            task, str_format("yield was used instead of yield from in task %R with %R", OBJ(task),
                             awaited));
    else if (loop && object_setattr(awaited, name, VALUE_FALSE) == 0)
        return task_wait(task, awaited, anyfuture_wake_task(awaited, task));
    value_decref(awaited);
    return status;
}

/* The coroutine suspended and told that it waits for `awaited` (stolen; 0 or None: for its turn).
 */
static int task_suspended(Task *task, Value awaited) {
    if (!awaited || awaited == VALUE_NONE)
        return loop_call_soon(task->future.loop, task_step, OBJ(task), 0);
    if (value_is_future(awaited))
        return wait_for_future(task, awaited);
    if (aio_isfuture(awaited))
        return wait_for_other(task, awaited);
    Value text = value_is(awaited, &rt_type_generator)
                     ? str_format("yield was used instead of yield from for generator in task %R "
                                  "with %R",
                                  OBJ(task), awaited)
                     : str_format("Task got bad yield: %R", awaited);
    value_decref(awaited);
    return throw_at_next_step(task, text);
}

/* ---- steps ----------------------------------------------------------------------------------- */

/* Any object with send and throw. The pending exception, if there is one, is thrown. */
static int drive_foreign(Task *task) {
    Value result;
    int outcome = isolate.pending ? iterator_throw(task->coro, &result)
                                  : iterator_send(task->coro, VALUE_NONE, &result);
    if (outcome < 0)
        return task_failed(task);
    return outcome ? task_returned(task, result) : task_suspended(task, result);
}

static int drive(Task *task) {
    if (!value_is_coroutine(task->coro))
        return drive_foreign(task);
    Coroutine *root = AS(Coroutine, task->coro);
    Coroutine *innermost = task->innermost ? task->innermost : root;
    task->innermost = NULL;
    if (coro_resume(innermost, root, isolate.pending ? 0 : VALUE_NONE) == CORO_OUTCOME_SUSPENDED) {
        task->innermost = isolate.innermost;
        Value awaited = isolate.awaited;
        isolate.awaited = 0;
        return task_suspended(task, awaited);
    }
    Value result = coro_result_take(root);
    return result ? task_returned(task, result) : task_failed(task);
}

/* Runs the coroutine until it waits again; the pending exception, if any, is thrown into it. */
static int run_step(Task *task) {
    EventLoop *loop = task->future.loop;
    Value *previous;
    value_replace(&task->waiter, 0);
    if (loop->current_task) {
        exc_clear();
        return raise_status(&rt_exc_RuntimeError,
                            "Cannot enter into task %R while another task %R is being executed.",
                            OBJ(task), OBJ(loop->current_task));
    }
    /* A future of another class may have called back in the task's context, which it was told. */
    bool inside = task->context && task->context == *rt_context_slot &&
                  value_is(task->context, &rt_type_context);
    if (!inside && context_enter(&task->context, &previous) < 0)
        return -1;
    loop->current_task = task;
    int status = drive(task);
    loop->current_task = NULL;
    if (!inside)
        context_leave(&task->context, previous);
    return status;
}

/* A cancellation was asked for: it takes the place of what would be thrown, unless that is one. */
static void apply_cancellation(Task *task) {
    task->future.must_cancel = false;
    if (isolate.pending && exc_pending_is(&rt_exc_CancelledError))
        return;
    Value cancelled = future_make_cancelled_error(&task->future);
    if (cancelled)
        exc_restore_take(cancelled);
}

int task_step(Value data, Value exception) {
    Task *task = SELF(data);
    if (future_done(&task->future))
        return raise_status(&rt_exc_InvalidStateError, "_step(): already done: %R, %R", data,
                            exception ? exception : VALUE_NONE);
    if (exception)
        exc_restore_take(value_incref(exception));
    if (task->future.must_cancel)
        apply_cancellation(task);
    return run_step(task);
}

int task_wakeup(Value data, Value future) {
    Task *task = SELF(data);
    if (future_done(&task->future))
        return raise_status(&rt_exc_InvalidStateError, "_step(): already done: %R, None", data);
    bool native = value_is_future(future);
    bool failed = !native || value_type(future)->flags & TYPE_HEAP ||
                  AS(Future, future)->state != FUTURE_RESULT;
    if (task->future.must_cancel && native && future_cancelled(AS(Future, future)))
        task->future.must_cancel = false;
    if (failed) /* its exception is pending, and so thrown into the coroutine */
        value_decref(anyfuture_result(future));
    if (task->future.must_cancel)
        apply_cancellation(task);
    return run_step(task);
}

/* ---- making ---------------------------------------------------------------------------------- */

static uint64_t task_number;

/* The first step is taken at once, as a task inside the running one (3.12's eager tasks). One that
 * is done then has no coroutine. */
static int start_eagerly(Task *task) {
    EventLoop *loop = task->future.loop;
    Task *outer = loop->current_task;
    loop->current_task = NULL;
    list_link(task);
    int status = task_step(OBJ(task), 0);
    loop->current_task = outer;
    if (future_done(&task->future))
        value_replace(&task->coro, 0);
    return status;
}

/* Fills a new task; `coro` borrowed. */
static int task_setup(Task *task, EventLoop *loop, Value coro, const TaskOptions *options) {
    Value name = options->name, context = options->context;
    int eager = options->eager ? object_truth(options->eager) : 0;
    if (eager < 0)
        return -1;
    if (future_setup(&task->future, loop) < 0)
        return -1;
    if (!aio_iscoroutine(coro)) {
        task->future.log_destroy_pending = false;
        return raise_status(&rt_exc_TypeError, "a coroutine was expected, got %R", coro);
    }
    value_replace(&task->name,
                  name ? object_str(name) : value_from_small_int((int64_t)++task_number));
    if (!task->name)
        return -1;
    value_replace(&task->coro, value_incref(coro));
    value_replace(&task->context, context ? value_incref(context) : context_capture());
    task->innermost = NULL;
    if (eager && task->future.loop->running)
        return start_eagerly(task);
    if (loop_check_closed(task->future.loop) < 0 ||
        loop_call_soon(task->future.loop, task_step, OBJ(task), 0) < 0)
        return -1;
    list_link(task);
    return 0;
}

static Value task_new(EventLoop *loop, Value coro, const TaskOptions *options) {
    Value task = OBJ((Task *)object_new(&rt_type_task, sizeof(Task)));
    if (task && task_setup(SELF(task), loop, coro, options) < 0) {
        SELF(task)->future.log_destroy_pending = false;
        value_decref(task);
        return 0;
    }
    return task;
}

int task_set_name(Value task, Value name) {
    if (!name || name == VALUE_NONE)
        return 0;
    if (value_is(task, &rt_type_task)) {
        Value text = object_str(name);
        if (text)
            value_replace(&SELF(task)->name, text);
        return text ? 0 : -1;
    }
    bool failed;
    Value method = object_getattr_optional(task, str_name("set_name"), &failed);
    Value result = method ? object_call1(method, name) : 0;
    int status = failed || (method && !result) ? -1 : 0;
    value_decref(method);
    value_decref(result);
    return status;
}

static Value given(Value argument) {
    return argument == VALUE_NONE ? 0 : argument;
}

int task_options(const Value *args, TaskOptions *options) {
    options->name = given(args[0]);
    options->context = given(args[1]);
    options->eager = given(args[2]);
    return options->context ? context_check(options->context) : 0;
}

int task_keywords(const TaskOptions *options, bool with_name, Value *values, Value *names) {
    Value keywords[3];
    int64_t count = 0;
    if (with_name && options->name) {
        keywords[count] = str_name("name");
        values[count++] = options->name;
    }
    if (options->context) {
        keywords[count] = str_name("context");
        values[count++] = options->context;
    }
    if (options->eager) {
        keywords[count] = str_name("eager_start");
        values[count++] = options->eager;
    }
    *names = count ? tuple_new(keywords, count) : 0;
    return count && !*names ? -1 : 0;
}

static bool factory_is_eager(Value factory);

/* Is it one of create_eager_task_factory? Others are called as 3.11 does, without `name`. */
static bool factory_takes_name(Value factory) {
    bool failed;
    Value takes = object_getattr_optional(factory, str_name("_takes_name"), &failed);
    if (failed)
        value_decref(exc_fetch());
    value_decref(takes);
    return takes == VALUE_TRUE;
}

static Value task_by_factory(EventLoop *loop, Value coro, const TaskOptions *options) {
    Value args[5] = {OBJ(loop), coro}, names;
    bool with_name = options->name && factory_takes_name(loop->task_factory);
    if (task_keywords(options, with_name, args + 2, &names) < 0)
        return 0;
    Value task = object_call_held(loop->task_factory, args, 2, names);
    value_decref(names);
    if (task && !with_name && task_set_name(task, options->name) < 0)
        value_replace(&task, 0);
    return task;
}

Value loop_create_task(EventLoop *loop, Value coro, const TaskOptions *options) {
    ASYNCIO_FRAME(checking, "base_events.py", 434, "create_task", "self._check_closed()");
    if (loop_check_closed_in(loop, &checking, coro) < 0)
        return 0;
    ASYNCIO_FRAME(making, "base_events.py", 436, "create_task",
                  "task = tasks.Task(coro, loop=self, name=name, context=context)");
    if (!loop->task_factory)
        return answer_through(&making, task_new(loop, coro, options));
    if (!factory_is_eager(loop->task_factory))
        return task_by_factory(loop, coro, options);
    TaskOptions eager = *options;
    if (!eager.eager)
        eager.eager = VALUE_TRUE;
    return task_new(loop, coro, &eager);
}

bool loop_names_at_once(const EventLoop *loop, const TaskOptions *options) {
    if (!loop->task_factory)
        return options->eager != 0;
    return factory_is_eager(loop->task_factory) ||
           (options->name && factory_takes_name(loop->task_factory));
}

/* ---- cancellation ---------------------------------------------------------------------------- */

int task_cancel(Task *task, Value message) {
    task->future.log_traceback = false;
    if (future_done(&task->future))
        return 0;
    task->future.cancels_requested++;
    if (task->waiter) {
        if (stack_check() < 0) /* tasks may wait for each other */
            return -1;
        Value waiter = value_incref(task->waiter);
        int cancelled = future_cancel(waiter, message);
        value_decref(waiter);
        if (cancelled)
            return cancelled;
    }
    task->future.must_cancel = true;
    value_replace(&task->future.detail, message == VALUE_NONE ? 0 : value_incref(message));
    return 1;
}

uint32_t task_uncancel(Task *task) {
    if (task->future.cancels_requested)
        task->future.cancels_requested--;
    return task->future.cancels_requested;
}

/* ---- life ------------------------------------------------------------------------------------ */

static void task_clear(Object *self) {
    Task *task = (Task *)self;
    task->innermost = NULL;
    value_replace(&task->waiter, 0);
    value_replace(&task->coro, 0);
    value_replace(&task->context, 0);
    future_clear(self);
}

static void task_dealloc(Object *self) {
    Task *task = (Task *)self;
    list_unlink(task);
    task_clear(self);
    value_replace(&task->name, 0);
    future_dealloc(self);
}

static void task_traverse(Object *self, VisitValue visit, void *context) {
    Task *task = (Task *)self;
    visit(task->waiter, context);
    visit(task->coro, context);
    visit(task->context, context);
    future_traverse(self, visit, context);
}

static void task_finalize(Value self) {
    Task *task = SELF(self);
    if (task->coro && !future_done(&task->future) && task->future.log_destroy_pending) {
        Value origin = stack_origin(value_object(self));
        loop_report(task->future.loop, "Task was destroyed but it is pending!", "task", self,
                    origin ? "source_traceback" : NULL, origin, NULL);
        value_decref(origin);
    }
    rt_type_future.slots.finalize(self);
}

/* ---- showing --------------------------------------------------------------------------------- */

Value task_name(Task *task) {
    if (value_is_small_int(task->name))
        value_replace(&task->name, str_format("Task-%lld", (long long)value_small_int(task->name)));
    return value_incref(task->name);
}

/* Inserts str_format(...) (stolen) at `index`. */
static int insert_take(Value list, int64_t index, Value text) {
    int status = text ? list_insert(list, index, text) : -1;
    value_decref(text);
    return status;
}

static int task_repr_info(Task *task, Value list) {
    if (future_repr_info(&task->future, list) < 0)
        return -1;
    if (task->future.cancels_requested && !future_done(&task->future))
        value_replace(&AS(ListObject, list)->items[0], str_from_cstr("cancelling"));
    Value name = task_name(task), coro = task->coro ? aio_coroutine_text(task->coro) : 0;
    int status = name ? insert_take(list, 1, str_format("name=%R", name)) : -1;
    if (status == 0)
        status = coro ? insert_take(list, 2, str_format("coro=<%S>", coro)) : 0;
    if (status == 0 && task->waiter)
        status = insert_take(list, coro ? 3 : 2, str_format("wait_for=%R", task->waiter));
    value_decref(name);
    value_decref(coro);
    return isolate.pending ? -1 : status;
}

static Value task_repr(Value self) {
    if (repr_enter(self))
        return str_from_cstr("...");
    Value list = list_new(NULL, 0), text = 0;
    if (list && task_repr_info(SELF(self), list) == 0)
        text = aio_angle_text_take(self, list);
    else
        value_decref(list);
    repr_leave(self);
    return text;
}

/* ---- methods --------------------------------------------------------------------------------- */

static Value task_make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    Task *task = object_new(type, sizeof(Task));
    return OBJ(task);
}

/* args: coro loop name context eager_start */
NATIVE(task_init_call) {
    NATIVE_UNUSED();
    Task *task = SPEC_DATA(callee);
    TaskOptions options;
    EventLoop *loop = NULL;
    if (loop_of_argument(given(args[1]), &loop) == 0 && task_options(args + 2, &options) == 0 &&
        task_setup(task, loop, args[0], &options) == 0)
        return VALUE_NONE;
    task->future.log_destroy_pending = false;
    return 0;
}

static int task_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "Task",
                                      .call = task_init_call,
                                      .kind = METHOD_STATIC,
                                      .min_args = 1,
                                      .max_args = 1,
                                      .keywords = "coro loop name context eager_start"};
    return call_spec(&spec, SELF(self), args, count, names) ? 0 : -1;
}

NATIVE(method_cancel) {
    NATIVE_UNUSED();
    int done = task_cancel(SELF(args[0]), args[1]);
    return done < 0 ? 0 : VALUE_BOOL(done);
}

NATIVE(method_cancelling) {
    NATIVE_UNUSED();
    return value_from_small_int(SELF(args[0])->future.cancels_requested);
}

NATIVE(method_uncancel) {
    NATIVE_UNUSED();
    return value_from_small_int(task_uncancel(SELF(args[0])));
}

NATIVE(method_get_name) {
    NATIVE_UNUSED();
    return task_name(SELF(args[0]));
}

NATIVE(method_set_name) {
    NATIVE_UNUSED();
    Value name = object_str(args[1]);
    if (!name)
        return 0;
    value_replace(&SELF(args[0])->name, name);
    return VALUE_NONE;
}

NATIVE(method_get_coro) {
    NATIVE_UNUSED();
    Value coro = SELF(args[0])->coro;
    return coro ? value_incref(coro) : VALUE_NONE;
}

NATIVE(method_get_context) {
    NATIVE_UNUSED();
    return value_incref(context_of_slot(&SELF(args[0])->context));
}

NATIVE(method_set_result) {
    NATIVE_UNUSED();
    return raise_error(&rt_exc_RuntimeError, "Task does not support set_result operation");
}

NATIVE(method_set_exception) {
    NATIVE_UNUSED();
    return raise_error(&rt_exc_RuntimeError, "Task does not support set_exception operation");
}

NATIVE(get_waiter) {
    NATIVE_UNUSED();
    Value waiter = SELF(args[0])->waiter;
    return waiter ? value_incref(waiter) : VALUE_NONE;
}

NATIVE(get_must_cancel) {
    NATIVE_UNUSED();
    return VALUE_BOOL(SELF(args[0])->future.must_cancel);
}

NATIVE(get_log_destroy_pending) {
    NATIVE_UNUSED();
    return VALUE_BOOL(SELF(args[0])->future.log_destroy_pending);
}

static int set_log_destroy_pending(Value self, Value value) {
    int truth = value ? object_truth(value) : 0;
    SELF(self)->future.log_destroy_pending = truth > 0;
    return truth < 0 ? -1 : 0;
}

static const NativeMethod task_methods[] = {
    {.name = "cancel", .call = method_cancel, .max_args = 1, .keywords = "msg"},
    {.name = "cancelling", .call = method_cancelling},
    {.name = "uncancel", .call = method_uncancel},
    {.name = "get_name", .call = method_get_name},
    {.name = "set_name", .call = method_set_name, .min_args = 1, .max_args = 1},
    {.name = "get_coro", .call = method_get_coro},
    {.name = "get_context", .call = method_get_context},
    {.name = "get_stack", .call = task_get_stack, .max_args = 0, .keywords = "limit"},
    {.name = "print_stack", .call = task_print_stack, .max_args = 0, .keywords = "limit file"},
    {.name = "set_result", .call = method_set_result, .min_args = 1, .max_args = 1},
    {.name = "set_exception", .call = method_set_exception, .min_args = 1, .max_args = 1},
    {.name = "_coro", .call = method_get_coro, .kind = METHOD_GETTER},
    {.name = "_fut_waiter", .call = get_waiter, .kind = METHOD_GETTER},
    {.name = "_must_cancel", .call = get_must_cancel, .kind = METHOD_GETTER},
    {.name = "_log_destroy_pending",
     .call = get_log_destroy_pending,
     .kind = METHOD_GETTER,
     .set = set_log_destroy_pending},
    CLASS_GETITEM,
    {0},
};

Type rt_type_task = {
    .name = "_asyncio.Task",
    .base_type = &rt_type_future,
    .basic_size = sizeof(Task),
    .flags = TYPE_HAS_DICT | TYPE_DOTTED_NAME,
    .shape_offset = offsetof(Future, attributes),
    .methods = task_methods,
    .slots = {.dealloc = task_dealloc,
              .traverse = task_traverse,
              .clear = task_clear,
              .finalize = task_finalize,
              .repr = task_repr,
              .new = task_make,
              .init = task_init},
};

/* asyncio.eager_task_factory(loop, coro, *, name=None, context=None, eager_start=True) */
NATIVE(eager_task_factory) {
    NATIVE_UNUSED();
    if (!value_isa(args[0], &rt_type_abstract_event_loop))
        return raise_error(&rt_exc_TypeError, "an event loop was expected, got %R", args[0]);
    TaskOptions options;
    if (task_options(args + 2, &options) < 0)
        return 0;
    if (!options.eager)
        options.eager = VALUE_TRUE;
    return task_new(AS(EventLoop, args[0]), args[1], &options);
}

static const NativeMethod functions[] = {
    {.name = "eager_task_factory",
     .call = eager_task_factory,
     .min_args = 2,
     .max_args = 2,
     .keywords = "loop coro name context eager_start"},
    {0},
};

static bool factory_is_eager(Value factory) {
    return value_is_native_function(factory) && AS(NativeFunction, factory)->method == functions;
}

int aio_task_init(ModuleObject *module) {
    if (module_add_type(module, "Task", &rt_type_task) < 0 ||
        module_add_functions(module, functions) < 0)
        return -1;
    return aio_task_functions_init(module);
}
