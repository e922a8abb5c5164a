/*
 * aio_run.c — asyncio.run and asyncio.Runner: a loop from its making to its closing. Ctrl-C cancels
 * the main task the first time, and raises KeyboardInterrupt where the program stands the second.
 */
#include "aio_primitives.h"
#include "aio_task.h"
#include "stack.h"

enum RunnerState { RUNNER_CREATED, RUNNER_INITIALIZED, RUNNER_CLOSED };

typedef struct Runner {
    Object base;
    EventLoop *loop; /* owned, or NULL */
    Value debug;     /* or 0 */
    Value loop_factory;
    Value context; /* a Context */
    uint8_t state;
    bool set_event_loop;
    Attributes attributes;
} Runner;

/* ---- Ctrl-C ---------------------------------------------------------------------------------- */

static Task *interrupted_task; /* borrowed: the main task while a runner runs it */
static int interrupt_count;

static int on_interrupt(void) {
    interrupt_count++;
    if (interrupt_count == 1 && !future_done(&interrupted_task->future))
        return task_cancel(interrupted_task, 0) < 0 ? -1 : 0;
    raise_value_take(object_call0(OBJ(&rt_exc_KeyboardInterrupt)));
    return -1;
}

/* The main task ended with the cancellation that Ctrl-C asked for: that is a KeyboardInterrupt. */
static void raise_interrupt(Task *task) {
    if (interrupt_count == 0 || !exc_pending_is(&rt_exc_CancelledError) || task_uncancel(task) != 0)
        return;
    Value cancelled = exc_fetch();
    Value interrupt = object_call0(OBJ(&rt_exc_KeyboardInterrupt));
    if (interrupt) {
        ASYNCIO_FRAME(frame, "runners.py", 123, "run", "raise KeyboardInterrupt()");
        value_replace(&exc_as(interrupt)->context, value_incref(cancelled));
        exc_restore_take(interrupt);
        traceback_through(&frame);
    }
    value_decref(cancelled);
}

/* run_until_complete with Ctrl-C meant for `task`. */
static Value run_interruptible(EventLoop *loop, Value task) {
    ASYNCIO_FRAME(frame, "runners.py", 118, "run", "return self._loop.run_until_complete(task)");
    bool native = value_isa(task, &rt_type_task) && !rt_interrupt_hook;
    if (native) {
        interrupted_task = AS(Task, task);
        interrupt_count = 0;
        rt_interrupt_hook = on_interrupt;
    }
    stack_enter(&frame);
    Value result = answer_through(&frame, loop_ask_to_complete(loop, task));
    stack_leave();
    if (native) {
        rt_interrupt_hook = NULL;
        if (!result)
            raise_interrupt(interrupted_task);
        interrupted_task = NULL;
    }
    return result;
}

/* ---- leftovers ------------------------------------------------------------------------------- */

static int report_leftover(EventLoop *loop, Value task) {
    if (!value_is_future(task) || AS(Future, task)->state != FUTURE_EXCEPTION)
        return 0;
    Value exception = future_exception(AS(Future, task));
    int status = exception ? loop_report(loop, "unhandled exception during asyncio.run() shutdown",
                                         "exception", exception, "task", task, NULL)
                           : -1;
    value_decref(exception);
    return status;
}

/* The tasks that are not done, oldest first. */
static Value leftover_tasks(EventLoop *loop) {
    int64_t count = 0;
    for (Task *task = loop->tasks; task; task = task->next)
        count++;
    Value tuple = tuple_new_empty(count);
    for (Task *task = loop->tasks; tuple && task; task = task->next)
        AS(TupleObject, tuple)->items[--count] = value_incref(OBJ(task));
    return tuple;
}

static int cancel_leftovers(EventLoop *loop) {
    ASYNCIO_FRAME(frame, "runners.py", 201, "_cancel_all_tasks",
                  "loop.run_until_complete(tasks.gather(*to_cancel, return_exceptions=True))");
    if (!loop->tasks)
        return 0;
    Value tasks = leftover_tasks(loop);
    if (!tasks)
        return -1;
    const TupleObject *tuple = AS(TupleObject, tasks);
    int status = 0;
    for (int64_t i = 0; status >= 0 && i < tuple->length; i++)
        status = future_cancel(tuple->items[i], 0);
    Value all = status < 0 ? 0 : aio_gather(tuple->items, (uint32_t)tuple->length, true);
    Value results = answer_through(&frame, all ? loop_ask_to_complete(loop, all) : 0);
    status = results ? 0 : -1;
    for (int64_t i = 0; status == 0 && i < tuple->length; i++)
        status = report_leftover(loop, tuple->items[i]);
    value_decref(results);
    value_decref(all);
    value_decref(tasks);
    return status;
}

/* ---- the runner ------------------------------------------------------------------------------ */

static int runner_open(Runner *runner) {
    if (runner->state == RUNNER_CLOSED)
        return raise_status(&rt_exc_RuntimeError, "Runner is closed");
    if (runner->state == RUNNER_INITIALIZED)
        return 0;
    Value loop = runner->loop_factory ? object_call0(runner->loop_factory) : aio_new_event_loop();
    if (!loop)
        return -1;
    if (!value_isa(loop, &rt_type_abstract_event_loop)) {
        value_decref(loop);
        return raise_status(&rt_exc_TypeError, "loop_factory must answer an event loop");
    }
    runner->loop = AS(EventLoop, loop);
    if (!runner->loop_factory) {
        if (aio_set_event_loop(loop) < 0)
            return -1;
        runner->set_event_loop = true;
    }
    if (runner->debug) {
        int debug = object_truth(runner->debug);
        if (debug < 0)
            return -1;
        runner->loop->debug = debug;
    }
    runner->context = context_copy();
    if (!runner->context)
        return -1;
    runner->state = RUNNER_INITIALIZED;
    return 0;
}

static int finish_step(EventLoop *loop, Value coro) {
    Value result = coro ? loop_ask_to_complete(loop, coro) : 0;
    value_decref(coro);
    value_decref(result);
    return result ? 0 : -1;
}

/* Cancels what is left, closes async generators and the executor, then the loop. A failure does not
 * keep the loop open. */
static int runner_close(Runner *runner) {
    if (runner->state != RUNNER_INITIALIZED)
        return 0;
    ASYNCIO_FRAME(cancel, "runners.py", 71, "close", "_cancel_all_tasks(loop)");
    ASYNCIO_FRAME(asyncgens, "runners.py", 72, "close",
                  "loop.run_until_complete(loop.shutdown_asyncgens())");
    ASYNCIO_FRAME(executor, "runners.py", 73, "close",
                  "loop.run_until_complete(loop.shutdown_default_executor())");
    EventLoop *loop = runner->loop;
    int status = status_through(&cancel, cancel_leftovers(loop));
    if (status == 0)
        status = status_through(
            &asyncgens,
            finish_step(loop, loop_ask_for(loop, "shutdown_asyncgens", loop_shutdown_asyncgens)));
    if (status == 0)
        status = status_through(&executor,
                                finish_step(loop, loop_ask_for(loop, "shutdown_default_executor",
                                                               loop_shutdown_executor)));
    Value failure = exc_fetch();
    if (runner->set_event_loop)
        aio_set_event_loop(VALUE_NONE);
    if (loop_ask_to_close(loop) < 0)
        status = -1;
    else if (failure)
        exc_restore_take(failure);
    runner->loop = NULL;
    runner->state = RUNNER_CLOSED;
    value_decref(OBJ(loop));
    return status;
}

/* The end of `with runner:`. */
static int runner_exit(Runner *runner) {
    ASYNCIO_FRAME(frame, "runners.py", 63, "__exit__", "self.close()");
    return status_through(&frame, runner_close(runner));
}

static Value runner_run(Runner *runner, Value coro, Value context) {
    ASYNCIO_FRAME(other, "runners.py", 89, "run",
                  "raise ValueError(\"a coroutine was expected, got {!r}\".format(coro))");
    ASYNCIO_FRAME(running, "runners.py", 93, "run", "raise RuntimeError(");
    if (!aio_iscoroutine(coro))
        return answer_through(
            &other, raise_error(&rt_exc_ValueError, "a coroutine was expected, got %R", coro));
    if (isolate.loop) {
        raise_error(&rt_exc_RuntimeError,
                    "Runner.run() cannot be called from a running event loop");
        return refused_through(&running, &coro, 1);
    }
    if (runner_open(runner) < 0)
        return 0;
    ASYNCIO_FRAME(make, "runners.py", 100, "run",
                  "task = self._loop.create_task(coro, context=context)");
    stack_enter(&make);
    TaskOptions options = {.context = context ? context : runner->context};
    Value task = answer_through(&make, loop_make_task(runner->loop, coro, &options));
    stack_leave();
    Value result = task ? run_interruptible(runner->loop, task) : 0;
    value_decref(task);
    return result;
}

/* ---- its methods ----------------------------------------------------------------------------- */

#define RUNNER(value) AS(Runner, value)

static void runner_clear(Object *self) {
    Runner *runner = (Runner *)self;
    value_replace(&runner->debug, 0);
    value_replace(&runner->loop_factory, 0);
    value_replace(&runner->context, 0);
    primitive_clear(self);
}

static void runner_dealloc(Object *self) {
    runner_clear(self);
    primitive_dealloc(self, &((Runner *)self)->loop);
}

static void runner_traverse(Object *self, VisitValue visit, void *context) {
    Runner *runner = (Runner *)self;
    visit(runner->loop_factory, context);
    visit(runner->context, context);
    primitive_traverse(self, runner->loop, visit, context);
}

/* An argument that may be missing or None: 0. */
static Value option(Value argument) {
    return argument == VALUE_NONE ? 0 : value_incref(argument);
}

NATIVE(init_bound) {
    NATIVE_UNUSED();
    Runner *runner = SPEC_DATA(callee);
    value_replace(&runner->debug, option(args[0]));
    value_replace(&runner->loop_factory, option(args[1]));
    return VALUE_NONE;
}

static int runner_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "__init__",
                                      .call = init_bound,
                                      .kind = METHOD_STATIC,
                                      .keywords = "@Runner debug loop_factory"};
    return call_spec(&spec, AS(Runner, self), args, count, names) ? 0 : -1;
}

NATIVE(method_run) {
    NATIVE_UNUSED();
    Value context = args[2] == VALUE_NONE ? 0 : args[2];
    if (context && context_check(context) < 0)
        return 0;
    return runner_run(RUNNER(args[0]), args[1], context);
}

NATIVE(method_close) {
    NATIVE_UNUSED();
    return runner_close(RUNNER(args[0])) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_exit) {
    NATIVE_UNUSED();
    return runner_exit(RUNNER(args[0])) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_get_loop) {
    NATIVE_UNUSED();
    return runner_open(RUNNER(args[0])) < 0 ? 0 : value_incref(OBJ(RUNNER(args[0])->loop));
}

NATIVE(method_enter) {
    NATIVE_UNUSED();
    return runner_open(RUNNER(args[0])) < 0 ? 0 : value_incref(args[0]);
}

static const NativeMethod runner_methods[] = {
    {.name = "run",
     .call = method_run,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@Runner coro context"},
    {.name = "close", .call = method_close, .keywords = "@Runner"},
    {.name = "get_loop", .call = method_get_loop, .keywords = "@Runner"},
    {.name = "__enter__", .call = method_enter},
    {.name = "__exit__", .call = method_exit, .max_args = 3},
    {0},
};

static Type type_runner = {
    .name = "asyncio.runners.Runner",
    .basic_size = sizeof(Runner),
    .flags = TYPE_HAS_DICT | TYPE_MUTABLE,
    .shape_offset = offsetof(Runner, attributes),
    .methods = runner_methods,
    .slots = {.dealloc = runner_dealloc,
              .traverse = runner_traverse,
              .clear = runner_clear,
              .new = primitive_new,
              .init = runner_init},
};

/* ---- run ------------------------------------------------------------------------------------- */

/* with Runner(debug=debug) as runner: return runner.run(main). What the leftover tasks raise, they
 * raise while the exception of `coro` is being handled. */
static Value run_with(Runner *runner, Value coro) {
    static const LibraryFrame with = {.file = LIBRARY_ROOT "asyncio/runners.py",
                                      .name = "run",
                                      .text = "with Runner(debug=debug) as runner:",
                                      .line = 189,
                                      .module = LIBRARY_ASYNCIO,
                                      .whole = true};
    ASYNCIO_FRAME(body, "runners.py", 190, "run", "return runner.run(main)");
    if (runner_open(runner) < 0)
        return answer_through(&with, 0);
    stack_enter(&body);
    Value result = answer_through(&body, runner_run(runner, coro, 0));
    stack_leave();
    if (result) {
        if (status_through(&with, runner_exit(runner)) < 0)
            value_replace(&result, 0);
        return result;
    }
    Value before = pyrt_handler_enter();
    Value failure = value_incref(pyrt_handled());
    if (status_through(&with, runner_exit(runner)) == 0)
        exc_restore_take(failure);
    else
        value_decref(failure);
    pyrt_handler_leave(before);
    return 0;
}

NATIVE(run) {
    NATIVE_UNUSED();
    ASYNCIO_FRAME(running, "runners.py", 186, "run", "raise RuntimeError(");
    if (isolate.loop) {
        raise_error(&rt_exc_RuntimeError,
                    "asyncio.run() cannot be called from a running event loop");
        return refused_through(&running, args, 1);
    }
    Value runner = primitive_new(&type_runner, NULL, 0, 0);
    if (!runner)
        return 0;
    RUNNER(runner)->debug = option(args[1]);
    RUNNER(runner)->loop_factory = option(args[2]);
    Value result = run_with(RUNNER(runner), args[0]);
    value_decref(runner);
    return result;
}

static const NativeMethod functions[] = {
    {.name = "run",
     .call = run,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@ main debug loop_factory"},
    {0},
};

int aio_run_init(ModuleObject *module) {
    if (module_add_type(module, "Runner", &type_runner) < 0)
        return -1;
    return module_add_functions(module, functions);
}
