/*
 * aio_loop.c — the event loop: the ready queue, one iteration, and running until stopped.
 *
 * An iteration drops cancelled timers, waits if nothing is ready, moves due timers to the ready
 * queue, and runs what stood in the queue at that moment: what these calls add waits for the next
 * iteration. That is CPython's order, which programs can observe.
 */
#include "aio_loop.h"
#include "aio_worker.h"
#include "containers.h"
#include "coro.h"
#include "object.h"
#include "stack.h"
#include "port.h"
#include "warn.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

/* ---- the ready queue ------------------------------------------------------------------------- */

/* Doubles the room. Reallocating lets the system move the pages of a long queue instead of copying
 * them; what had wrapped round to the front goes behind the old end. */
static __attribute__((noinline)) int grow_ready(EventLoop *loop) {
    uint32_t room = loop->ready ? loop->ready_mask + 1 : 0;
    uint32_t wanted = room ? room * 2 : 64;
    ReadyCall *grown = mem_realloc(loop->ready, wanted * sizeof *grown);
    if (!grown)
        return -1;
    memcpy(grown + room, grown, loop->ready_head * sizeof *grown);
    loop->ready = grown;
    loop->ready_mask = wanted - 1;
    return 0;
}

int loop_push(EventLoop *loop, LoopCall call, Value data, Value argument) {
    if ((!loop->ready || loop->ready_count > loop->ready_mask) && grow_ready(loop) < 0)
        return -1;
    ReadyCall *place = &loop->ready[(loop->ready_head + loop->ready_count++) & loop->ready_mask];
    *place = (ReadyCall){call, value_incref(data), value_incref(argument)};
    return 0;
}

/* In debug mode it is remembered who asked for the call. */
static int push_with_origin(EventLoop *loop, LoopCall call, Value data, Value argument) {
    Handle *handle = handle_new(&rt_type_handle, loop, call, data, argument);
    if (!handle)
        return -1;
    stack_remember(&handle->base, STACK_DEBUG_DEPTH - 2);
    int status = loop_push_handle(loop, handle);
    value_decref(OBJ(handle));
    return status;
}

int loop_call_soon(EventLoop *loop, LoopCall call, Value data, Value argument) {
    if (!loop_plain(loop))
        return loop_virtual_call_soon(loop, call, data, argument);
    if (__builtin_expect(loop->debug, 0) && rt_stack)
        return push_with_origin(loop, call, data, argument);
    return loop_push(loop, call, data, argument);
}

static ReadyCall take_ready(EventLoop *loop) {
    ReadyCall call = loop->ready[loop->ready_head];
    loop->ready_head = (loop->ready_head + 1) & loop->ready_mask;
    loop->ready_count--;
    return call;
}

static void drop_ready(EventLoop *loop) {
    while (loop->ready_count) {
        ReadyCall call = take_ready(loop);
        value_decref(call.data);
        value_decref(call.argument);
    }
    mem_free(loop->ready);
    loop->ready = NULL;
    loop->ready_mask = 0;
}

int loop_push_handle(EventLoop *loop, Handle *handle) {
    return loop_push(loop, handle_run, OBJ(handle), 0);
}

/* ---- scheduling ------------------------------------------------------------------------------ */

int loop_time(EventLoop *loop, double *now) {
    int answered = loop_plain(loop) ? 0 : loop_virtual_time(loop, now);
    if (answered == 0)
        *now = (double)port_monotonic_ns() / 1e9;
    return answered < 0 ? -1 : 0;
}

int loop_check_closed(const EventLoop *loop) {
    return loop->closed ? raise_status(&rt_exc_RuntimeError, "Event loop is closed") : 0;
}

Handle *loop_call_at(EventLoop *loop, double when, LoopCall call, Value data, Value argument) {
    Handle *answer = NULL;
    if (!loop_plain(loop) &&
        loop_virtual_timer(loop, "call_at", when, call, data, argument, &answer) != 0)
        return answer;
    if (loop_check_closed(loop) < 0)
        return NULL;
    Handle *handle = handle_new(&rt_type_timer_handle, loop, call, data, argument);
    if (!handle)
        return NULL;
    handle->when = when;
    if (timers_push(loop, when, OBJ(handle)) == 0)
        return handle;
    value_decref(OBJ(handle));
    return NULL;
}

Handle *loop_call_later(EventLoop *loop, double delay, LoopCall call, Value data, Value argument) {
    Handle *answer = NULL;
    double now;
    if (!loop_plain(loop) &&
        loop_virtual_timer(loop, "call_later", delay, call, data, argument, &answer) != 0)
        return answer;
    if (loop_time(loop, &now) < 0)
        return NULL;
    return loop_call_at(loop, now + delay, call, data, argument);
}

int loop_add_sleep(EventLoop *loop, double when, Future *future) {
    return timers_push(loop, when, OBJ(future));
}

Handle *loop_python_handle(Type *type, EventLoop *loop, Value callable, const Value *args,
                           uint32_t count, Value context) {
    Value tuple = count ? tuple_new(args, count) : 0;
    if (count && !tuple)
        return NULL;
    Handle *handle = handle_new(type, loop, handle_call_python, callable, tuple);
    value_decref(tuple);
    if (!handle)
        return NULL;
    handle->context = context ? value_incref(context) : context_capture();
    if (loop->debug) /* without the functions between it and the program */
        stack_remember(&handle->base, STACK_DEBUG_DEPTH - 2);
    return handle;
}

Value loop_call_soon_python(EventLoop *loop, Value callable, const Value *args, uint32_t count,
                            Value context) {
    Handle *handle = loop_python_handle(&rt_type_handle, loop, callable, args, count, context);
    if (handle && loop_push_handle(loop, handle) == 0)
        return OBJ(handle);
    value_decref(OBJ(handle));
    return 0;
}

/* ---- waiting --------------------------------------------------------------------------------- */

PortLoop *loop_port(EventLoop *loop) {
    if (!loop->port && !(loop->port = port_loop_open()))
        raise_errno(errno, 0);
    return loop->port;
}

void loop_wake(EventLoop *loop) {
    if (loop->port)
        port_wake(loop->port);
}

static bool interrupted(void) {
    return rt_interrupted || rt_signals_came || port_signals_pending();
}

/* When to wake for the first timer: whole milliseconds from now, as CPython's selector waits, so
 * that timers close to each other are due in the same iteration. */
static int wait_deadline(EventLoop *loop, int64_t *deadline) {
    enum { LONGEST = 24 * 3600 };
    int64_t now = port_monotonic_ns();
    double told = (double)now / 1e9;
    *deadline = PORT_FOREVER;
    if (!loop->timer_count)
        return 0;
    if (!loop_plain(loop) && loop_time(loop, &told) < 0)
        return -1;
    double timeout = loop->timers[0].when - told;
    if (timeout > LONGEST)
        timeout = LONGEST;
    *deadline = timeout > 0 ? now + (int64_t)ceil(timeout * 1e3) * 1000000 : now;
    return 0;
}

/* Waits for events, not at all if something is ready. 0 or -1. */
static int wait_for_events(EventLoop *loop) {
    bool busy = loop->ready_count || loop->stopping;
    if (!busy && !loop->port && rt_threaded && !loop_port(loop))
        return -1;
    if (loop->port && port_active(loop->port))
        port_dispatch(loop->port);
    if (busy || loop->ready_count)
        return 0;
    int64_t deadline;
    if (wait_deadline(loop, &deadline) < 0)
        return -1;
    ThreadState state;
    isolate_leave(&state);
    port_wait(loop->port, deadline, interrupted);
    isolate_enter(&state);
    if (loop->port)
        port_dispatch(loop->port);
    return 0;
}

/* ---- signals --------------------------------------------------------------------------------- */

/* Queues the handlers of the watched signals that came. */
static int deliver_signals(EventLoop *loop) {
    for (int number; (number = port_signal_next()) > 0;) {
        tree_signal_came(loop, number);
        Value handle = loop->signal_handlers
                           ? dict_get_borrow(loop->signal_handlers, value_from_small_int(number))
                           : 0;
        if (handle && !AS(Handle, handle)->cancelled &&
            loop_push_handle(loop, AS(Handle, handle)) < 0)
            return -1;
    }
    return 0;
}

/* ---- one iteration --------------------------------------------------------------------------- */

static int run_call(EventLoop *loop, const ReadyCall *call) {
    ASYNCIO_FRAME(frame, "events.py", 80, "_run", "self._context.run(self._callback, *self._args)");
    stack_enter(&frame);
    int status = loop->debug ? loop_run_timed(loop, call) : call->call(call->data, call->argument);
    if (status < 0) {
        traceback_through(&frame);
        status = loop_callback_failed(loop, call);
    }
    stack_leave();
    return status;
}

static int move_due_timers(EventLoop *loop) {
    double now;
    return loop_time(loop, &now) < 0 ? -1 : timers_move_due(loop, now + 1e-9);
}

/* What the collector finds may schedule calls: before it is known how long to wait. */
static int collect_while_idle(EventLoop *loop) {
    int64_t deadline;
    if (wait_deadline(loop, &deadline) < 0)
        return -1;
    gc_while_idle(deadline == PORT_FOREVER ? INT64_MAX : deadline - port_monotonic_ns());
    return 0;
}

int loop_run_once(EventLoop *loop) {
    if (loop->timer_count)
        timers_tidy(loop);
    if (!loop->ready_count && !loop->stopping && loop_plain(loop) &&
        mem_gc_growth() >= GC_IDLE_GROWTH && collect_while_idle(loop) < 0)
        return -1;
    if ((!loop->ready_count || loop->port) && wait_for_events(loop) < 0)
        return -1;
    if (port_signals_pending() && deliver_signals(loop) < 0)
        return -1;
    if (loop->timer_count && move_due_timers(loop) < 0)
        return -1;
    ASYNCIO_FRAME(plain, "base_events.py", 1922, "_run_once", "handle._run()");
    ASYNCIO_FRAME(debug, "base_events.py", 1914, "_run_once", "handle._run()");
    int status = 0;
    const LibraryFrame *frame = loop->debug ? &debug : &plain;
    stack_enter(frame);
    for (uint32_t todo = loop->ready_count; todo > 0 && loop->ready_count; todo--) {
        ReadyCall call = take_ready(loop);
        status = run_call(loop, &call);
        value_decref(call.data);
        value_decref(call.argument);
        if (status < 0 || (status = pyrt_stack_check()) < 0)
            break;
    }
    if (status < 0)
        traceback_through(frame);
    stack_leave();
    return status < 0 ? -1 : pyrt_stack_check();
}

/* ---- running --------------------------------------------------------------------------------- */

static int iterate(EventLoop *loop) {
    int ran = loop_plain(loop) ? 0 : loop_virtual_step(loop);
    return ran == 0 ? loop_run_once(loop) : ran < 0 ? -1 : 0;
}

void loop_track_origins(EventLoop *loop, bool wanted) {
    if (loop->tracks_origins == wanted)
        return;
    loop->tracks_origins = wanted;
    if (wanted)
        loop->saved_origin_depth = rt_origin_depth;
    rt_origin_depth = wanted ? STACK_DEBUG_DEPTH : loop->saved_origin_depth;
}

int loop_check_running(const EventLoop *loop) {
    if (loop->running)
        return raise_status(&rt_exc_RuntimeError, "This event loop is already running");
    if (isolate.loop)
        return raise_status(&rt_exc_RuntimeError,
                            "Cannot run the event loop while another loop is running");
    return 0;
}

/* self._check_closed() and self._check_running() in two lines of a method that was given `held`,
 * borrowed or 0. */
static int check_may_run(const EventLoop *loop, const LibraryFrame *closed,
                         const LibraryFrame *running, Value held) {
    ASYNCIO_FRAME(itself, "base_events.py", 588, "_check_running",
                  "raise RuntimeError('This event loop is already running')");
    ASYNCIO_FRAME(another, "base_events.py", 590, "_check_running", "raise RuntimeError(");
    if (loop_check_closed_in(loop, closed, held) < 0)
        return -1;
    if (loop_check_running(loop) == 0)
        return 0;
    traceback_through(loop->running ? &itself : &another);
    refused_through(running, &held, 1);
    return -1;
}

int loop_run_forever(EventLoop *loop) {
    ASYNCIO_FRAME(closed, "base_events.py", 595, "run_forever", "self._check_closed()");
    ASYNCIO_FRAME(busy, "base_events.py", 596, "run_forever", "self._check_running()");
    if (check_may_run(loop, &closed, &busy, 0) < 0)
        return -1;
    AsyncgenHooks hooks;
    if (asyncgen_hooks_install(loop, &hooks) < 0)
        return -1;
    value_incref(OBJ(loop));
    loop->running = true;
    loop->thread = port_thread_id();
    isolate.loop = loop;
    loop_track_origins(loop, loop->debug);
    ASYNCIO_FRAME(frame, "base_events.py", 607, "run_forever", "self._run_once()");
    stack_enter(&frame);
    int status;
    do
        status = iterate(loop);
    while (status == 0 && !loop->stopping);
    if (status < 0)
        traceback_through(&frame);
    stack_leave();
    loop_track_origins(loop, false);
    loop->stopping = false;
    loop->running = false;
    loop->thread = 0;
    isolate.loop = NULL;
    asyncgen_hooks_restore(&hooks);
    value_decref(OBJ(loop));
    return status;
}

void loop_stop(EventLoop *loop) {
    loop->stopping = true;
}

/* Ends run_until_complete, unless the future's exception is one that ends the loop by itself. */
static int completed(Value data, Value future) {
    (void)data;
    int cancelled = anyfuture_cancelled(future);
    if (cancelled < 0)
        return -1;
    if (!cancelled) {
        Value exception = anyfuture_exception(future);
        if (!exception)
            return -1;
        bool fatal = value_isa(exception, &rt_exc_SystemExit) ||
                     value_isa(exception, &rt_exc_KeyboardInterrupt);
        value_decref(exception);
        if (fatal)
            return 0;
    }
    EventLoop *loop = anyfuture_loop(future);
    return loop ? loop_ask_to_stop(loop) : -1;
}

/* The loop failed: the exception of a task nobody else knows counts as retrieved. */
static void forget_exception(Value future) {
    if (value_is_future(future) && future_done(AS(Future, future)))
        AS(Future, future)->log_traceback = false;
}

Value loop_run_until_complete(EventLoop *loop, Value awaitable) {
    ASYNCIO_FRAME(closed, "base_events.py", 628, "run_until_complete", "self._check_closed()");
    ASYNCIO_FRAME(busy, "base_events.py", 629, "run_until_complete", "self._check_running()");
    if (check_may_run(loop, &closed, &busy, awaitable) < 0)
        return 0;
    bool new_task = !aio_isfuture(awaitable);
    ASYNCIO_FRAME(frame, "base_events.py", 640, "run_until_complete", "self.run_forever()");
    ASYNCIO_FRAME(stopped, "base_events.py", 651, "run_until_complete",
                  "raise RuntimeError('Event loop stopped before Future completed.')");
    ASYNCIO_FRAME(failed, "base_events.py", 653, "run_until_complete", "return future.result()");
    ASYNCIO_FRAME(wrapping, "base_events.py", 632, "run_until_complete",
                  "future = tasks.ensure_future(future, loop=self)");
    Value future = answer_through(&wrapping, aio_own_future(awaitable, loop)), result = 0;
    if (!future)
        return 0;
    if (new_task && value_is_future(future))
        AS(Future, future)->log_destroy_pending = false;
    if (anyfuture_add_callback(future, completed, 0) < 0)
        goto done;
    stack_enter(&frame);
    int status = loop_ask_to_run(loop);
    stack_leave();
    Value raised = exc_fetch();
    if (status < 0 && new_task)
        forget_exception(future);
    anyfuture_remove_callback(future, completed, 0);
    if (status < 0) {
        exc_restore_take(raised);
        traceback_through(&frame);
        goto done;
    }
    int finished = anyfuture_done(future);
    if (finished > 0)
        result = answer_through(&failed, anyfuture_result(future));
    else if (finished == 0)
        answer_through(&stopped, raise_error(&rt_exc_RuntimeError,
                                             "Event loop stopped before Future completed."));
done:
    value_decref(future);
    return result;
}

/* ---- life ------------------------------------------------------------------------------------ */

EventLoop *loop_new(Type *type) {
    EventLoop *loop = object_new(type, sizeof(EventLoop));
    if (!loop)
        return NULL;
    const char *debug = getenv("PYTHONASYNCIODEBUG");
    loop->debug = (debug && *debug) || warn_dev_mode();
    loop->slow_callback_duration = 0.1;
    loop_log_debug("Using selector: %S", str_name("EpollSelector"));
    return loop;
}

/* executor.shutdown(wait=False) of the default executor, if there is one. 0 or -1. */
static int leave_executor(EventLoop *loop) {
    loop->executor_shutdown = true;
    if (loop->workers)
        worker_pool_shut_down(loop->workers);
    value_replace(&loop->workers, 0);
    Value executor = loop->default_executor, wait = VALUE_FALSE;
    loop->default_executor = 0;
    Value done = executor ? object_call_method(executor, "shutdown", &wait, 1) : VALUE_NONE;
    value_decref(executor);
    value_decref(done);
    return done ? 0 : -1;
}

int loop_close(EventLoop *loop) {
    if (loop->running)
        return raise_status(&rt_exc_RuntimeError, "Cannot close a running event loop");
    if (loop->closed)
        return 0;
    if (loop->debug)
        loop_log_debug("Close %R", OBJ(loop));
    loop->closed = true;
    drop_ready(loop);
    timers_drop(loop);
    int status = leave_executor(loop);
    loop_drop_signals(loop);
    loop_close_watches(loop);
    if (loop->port)
        port_loop_close(loop->port);
    loop->port = NULL;
    return status;
}

static void loop_clear(Object *self) {
    EventLoop *loop = (EventLoop *)self;
    Value *const fields[] = {&loop->exception_handler, &loop->task_factory, &loop->default_executor,
                             &loop->asyncgens, &loop->workers};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        value_replace(fields[i], 0);
    drop_ready(loop);
    timers_drop(loop);
    if (!(self->type->flags & TYPE_HEAP) && loop->attributes.shape)
        instance_drop(self);
}

static void loop_finalize(Value self) {
    ASYNCIO_FRAME(frame, "base_events.py", 692, "__del__",
                  "_warn(f\"unclosed event loop {self!r}\", ResourceWarning, source=self)");
    EventLoop *loop = AS(EventLoop, self);
    if (loop->closed || !value_isa(self, &rt_type_base_event_loop))
        return;
    warn_unclosed(self, &frame, "unclosed event loop %R", self);
    if (!loop->running && !isolate.pending)
        loop_close(loop);
}

static void loop_dealloc(Object *self) {
    EventLoop *loop = (EventLoop *)self;
    loop_close(loop);
    loop_clear(self);
}

static void loop_traverse(Object *self, VisitValue visit, void *context) {
    EventLoop *loop = (EventLoop *)self;
    for (uint32_t i = 0; i < loop->ready_count; i++) {
        const ReadyCall *call = &loop->ready[(loop->ready_head + i) & loop->ready_mask];
        visit(call->data, context);
        visit(call->argument, context);
    }
    for (int64_t i = 0; i < loop->timer_count; i++)
        visit(loop->timers[i].item, context);
    for (int64_t i = 0; i < loop->watch_room; i++)
        visit(OBJ(loop->watches[i]), context);
    const Value fields[] = {loop->exception_handler, loop->task_factory,    loop->default_executor,
                            loop->asyncgens,         loop->signal_handlers, loop->workers};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        visit(fields[i], context);
    if (!(self->type->flags & TYPE_HEAP) && loop->attributes.shape)
        instance_visit(self, visit, context);
}

static Value loop_repr(Value self) {
    const EventLoop *loop = AS(EventLoop, self);
    return str_format("<%T running=%s closed=%s debug=%s>", self, loop->running ? "True" : "False",
                      loop->closed ? "True" : "False", loop->debug ? "True" : "False");
}

static Value loop_make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ(loop_new(type));
}

#define LOOP_TYPE                                                                                  \
    .basic_size = sizeof(EventLoop), .flags = TYPE_HAS_DICT | TYPE_MUTABLE,                        \
    .shape_offset = offsetof(EventLoop, attributes),                                               \
    .slots = {.finalize = loop_finalize,                                                           \
              .dealloc = loop_dealloc,                                                             \
              .traverse = loop_traverse,                                                           \
              .clear = loop_clear,                                                                 \
              .repr = loop_repr,                                                                   \
              .new = loop_make}

Type rt_type_abstract_event_loop = {
    .name = "asyncio.events.AbstractEventLoop", .methods = aio_abstract_loop_methods, LOOP_TYPE};
Type rt_type_base_event_loop = {.name = "asyncio.base_events.BaseEventLoop",
                                .base_type = &rt_type_abstract_event_loop,
                                .methods = aio_loop_methods,
                                LOOP_TYPE};
static Type type_selector_event_loop = {.name = "asyncio.selector_events.BaseSelectorEventLoop",
                                        .base_type = &rt_type_base_event_loop,
                                        .methods = aio_private_methods,
                                        LOOP_TYPE};
Type rt_type_event_loop = {.name = "asyncio.unix_events._UnixSelectorEventLoop",
                           .base_type = &type_selector_event_loop,
                           LOOP_TYPE};

NATIVE(run_until_complete_cb) {
    NATIVE_UNUSED();
    return completed(0, args[0]) < 0 ? 0 : VALUE_NONE;
}

/* Libraries look for it among a task's callbacks. */
static int add_completed(ModuleObject *module) {
    static const NativeMethod functions[] = {
        {.name = "_run_until_complete_cb",
         .call = run_until_complete_cb,
         .min_args = 1,
         .max_args = 1},
        {0},
    };
    future_name_callback(
        completed, "_run_until_complete_cb() at /usr/lib/python3.11/asyncio/base_events.py:180");
    if (module_add_functions(module, functions) < 0)
        return -1;
    future_show_callback(completed,
                         value_incref(dict_get_cstr_borrow(module->dict, functions[0].name)));
    return 0;
}

int aio_loop_init(ModuleObject *module) {
    if (add_completed(module) < 0)
        return -1;
    if (module_add_type(module, "AbstractEventLoop", &rt_type_abstract_event_loop) < 0 ||
        module_add_type(module, "BaseEventLoop", &rt_type_base_event_loop) < 0 ||
        module_add_type(module, "SelectorEventLoop", &rt_type_event_loop) < 0 ||
        module_add_type(module, "EventLoop", &rt_type_event_loop) < 0 || /* 3.13 */
        aio_policy_init(module) < 0)
        return -1;
    return aio_chain_init(module);
}
