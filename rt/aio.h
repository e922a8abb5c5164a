/*
 * aio.h — the asyncio core as its files see it: event loop, handles, futures and tasks, and how C
 * code works with them. Everything observable about order is CPython's: one FIFO ready queue, one
 * hop per callback, a snapshot of the queue per iteration, timers moved to the queue when due.
 *
 * Callbacks are pairs of a C function and an object (LoopCall, data). Neither the ready queue nor a
 * future allocates for them; Python callables are one particular LoopCall.
 *
 * A C function that is awaited returns a future, or is a native coroutine: see coro.h. To wait for
 * a future inside one, await it as any other object; Future's await_direct parks the awaiter.
 */
#ifndef PYASYNCC_RT_AIO_H
#define PYASYNCC_RT_AIO_H

#include "isolate.h"

typedef struct EventLoop EventLoop;
typedef struct Future Future;
typedef struct Task Task;
typedef struct Handle Handle;

/* What the ready queue runs. Both arguments are borrowed (the queue owns them) and may be 0.
 * Answers 0, or -1 with an exception pending: SystemExit and KeyboardInterrupt then end the loop,
 * everything else goes to the loop's exception handler. For callbacks of futures `argument` is the
 * future. */
typedef int (*LoopCall)(Value data, Value argument);

/* ---- exceptions (aio_exceptions.c) ----------------------------------------------------------- */

extern Type rt_exc_CancelledError, rt_exc_InvalidStateError, rt_exc_IncompleteReadError;
extern Type rt_exc_LimitOverrunError, rt_exc_SendfileNotAvailableError, rt_exc_BrokenBarrierError;
extern Type rt_exc_QueueEmpty, rt_exc_QueueFull;

/* ---- futures (aio_future.c) ------------------------------------------------------------------ */

enum FutureState { FUTURE_PENDING, FUTURE_CANCELLED, FUTURE_RESULT, FUTURE_EXCEPTION };

/* Attributes set by the program: the head of an InstanceSlots without inline slots. */
typedef struct Attributes {
    Shape *shape;
    Value *overflow;
} Attributes;

typedef struct FutureCallback {
    LoopCall call; /* NULL: no callback */
    Value data;    /* owned */
} FutureCallback;

typedef struct FutureCallbacks { /* those after the first */
    uint32_t count, room;
    FutureCallback items[];
} FutureCallbacks;

struct Future {
    Object base;
    EventLoop *loop;       /* owned; NULL only before __init__ */
    Value result;          /* the result or the exception; of a cancelled one: the CancelledError to
                              raise, or 0 */
    Value detail;          /* the cancel message, or 0; with an exception: the traceback it had, or
                              0, or where both are there a tuple of them */
    FutureCallback first;  /* the first callback */
    FutureCallbacks *more; /* the others, or NULL */
    uint8_t state;         /* enum FutureState */
    uint8_t note;          /* of futures in a list of waiters: see waiter_park */
    bool blocking : 1;     /* _asyncio_future_blocking */
    bool log_traceback : 1;       /* the exception was not retrieved yet */
    bool log_destroy_pending : 1; /* of tasks */
    bool must_cancel : 1;         /* of tasks: cancel at the next step */
    bool listed : 1;              /* of tasks: stands in the loop's list */
    bool timer_scheduled : 1;     /* of sleeps: the timer stands in the heap */
    bool timer_cancelled : 1;     /* of sleeps */
    uint32_t cancels_requested;   /* of tasks */
    Attributes attributes;
};

/* asyncio.Future and its native subtypes. */
extern Type rt_type_future, rt_type_task;

/* Is it a Future (tasks and subclasses included)? */
static inline bool value_is_future(Value value) {
    return value_is_pointer(value) && (value_object(value)->type == &rt_type_task ||
                                       value_object(value)->type == &rt_type_future ||
                                       type_is_subtype(value_object(value)->type, &rt_type_future));
}
static inline Future *future_of(Value value) {
    return AS(Future, value);
}
static inline bool future_done(const Future *future) {
    return future->state != FUTURE_PENDING;
}
static inline bool future_cancelled(const Future *future) {
    return future->state == FUTURE_CANCELLED;
}

/* loop.create_future(): a pending future of `loop` (borrowed). New reference; 0 failed. */
Value future_new(EventLoop *loop);
/* loop.create_future(), of whatever class the program's own method makes them: new reference, a
 * Future or of a class derived from it; 0 failed. */
Value loop_make_future(EventLoop *loop);
/* The same of a native subtype of `size` bytes, whose struct starts with a Future. */
Value future_new_of(EventLoop *loop, Type *type, size_t size);
/* Completes a pending future; `result`, `exception` borrowed. Callbacks are scheduled by call_soon.
 * 0; -1: InvalidStateError (already done), or TypeError (StopIteration). `exception` may be a
 * class. */
int future_set_result(Future *future, Value result);
int future_set_exception(Future *future, Value exception);
/* future.cancel(msg=message) for any future; `message` borrowed, 0 = none. Virtual: tasks,
 * gathering futures and subclasses written in Python do as their own cancel() says. 1: done, 0: it
 * was done already, -1 failed. */
int future_cancel(Value future, Value message);
/* Future.cancel itself, whatever the subtype. */
int future_cancel_base(Future *future, Value message);
/* future.result(): new reference, or 0 with its exception (CancelledError, InvalidStateError)
 * raised. */
Value future_result(Future *future);
/* future.exception(): new reference, VALUE_NONE if there is none; 0: CancelledError,
 * InvalidStateError. */
Value future_exception(Future *future);
/* future._cancel_message: borrowed, 0 if there is none. */
Value future_cancel_message_borrow(const Future *future);
/* future._make_cancelled_error(): the CancelledError to raise (new reference, not raised). */
Value future_make_cancelled_error(Future *future);
/* Adds a callback (`data` borrowed, may be 0): called as call(data, future) through call_soon; at
 * once scheduled if the future is done. 0 or -1 (no memory, loop closed). */
int future_add_callback(Future *future, LoopCall call, Value data);
/* Removes every callback with that function and data; how many. */
int64_t future_remove_callback(Future *future, LoopCall call, Value data);
/* The Python callable of a callback added by the next function, or 0; borrowed. */
Value future_callback_callable_borrow(LoopCall call, Value data);
/* future.add_done_callback(callable, context=context); `context`: as in loop_call_soon_python. */
int future_add_done_callback(Future *future, Value callable, Value context);
/* How reprs show a native callback, as CPython shows its own: "gather.<locals>._done_callback()".
 * A %S in `text` stands
 * for the short repr of its data. Callbacks that are not named are shown as "Task.task_wakeup()".
 * `text` must stay. */
void future_name_callback(LoopCall call, const char *text);
/* The function (borrowed, and it must stay) that `_callbacks` shows for a callback that has a name.
 */
void future_show_callback(LoopCall call, Value function);
/* Sets attributes of Future or Task subtypes' constructors: loop NULL = the current one. 0 or -1.
 */
int future_setup(Future *future, EventLoop *loop);
/* Schedules the callbacks of a future that has just been completed. 0 or -1. */
int future_schedule_callbacks(Future *future);
/* The hooks of native awaiting (slots of the type). */
Value future_await_direct(Coroutine *awaiter, Value self);
Value future_await_resume(Coroutine *awaiter, Value self);
/* Slots that native subtypes inherit through their own: call these from dealloc/traverse/clear. */
void future_dealloc(Object *self);
void future_traverse(Object *self, VisitValue visit, void *context);
void future_clear(Object *self);
/* "<Future pending cb=[...]>" and what tasks add to it. */
Value future_repr(Value self);
/* Appends "pending", "cb=[...]", ... to a list of str, as base_futures._future_repr_info. */
int future_repr_info(Future *future, Value list);

/* ---- texts (aio_repr.c) ---------------------------------------------------------------------- */

/* reprlib.repr: shortened. New reference. */
Value aio_short_repr(Value value);
/* format_helpers._format_callback_source(callable, args); `args` a tuple or 0. */
Value aio_callback_text(Value callable, Value args);
/* coroutines._format_coroutine */
Value aio_coroutine_text(Value coro);
/* "<TypeName a b c>" of a list of str (stolen). */
Value aio_angle_text_take(Value self, Value list);
/* Appends str_format(...) to a list of str. 0 or -1. */
int aio_list_format(Value list, const char *format, ...);
/* Writes "message\n" and the exception (or 0) to stderr as logging's last resort does. */
enum {
    AIO_LOG_DEBUG = 10,
    AIO_LOG_INFO = 20,
    AIO_LOG_WARNING = 30,
    AIO_LOG_ERROR = 40
}; /* as in logging */
void aio_log(int level, Value message, Value exception);
/* log(level, format, *args, exc_info=None): the same for asyncio's parts in Python. */
Value aio_log_call(Value callee, const Value *args, uint32_t count, Value names);
/* take_front(buffer, size): takes up to `size` bytes from the front of the buffer of a
 * StreamReader, a bytearray, as bytes (aio_stream_buffer.c). BufferError while a view looks at it.
 */
Value aio_take_front_call(Value callee, const Value *args, uint32_t count, Value names);

/* ---- futures of any class (aio_anyfuture.c) -------------------------------------------------- */

/* asyncio.isfuture: also objects of other classes with _asyncio_future_blocking. */
bool aio_isfuture(Value value);
/* Of any object that aio_isfuture: natively if it is a Future whose class does not override the
 * method, else through its methods.
 * 1/0/-1, resp. new reference/0. */
int anyfuture_done(Value future);
int anyfuture_cancelled(Value future);
Value anyfuture_exception(Value future);
Value anyfuture_result(Value future);
int anyfuture_add_callback(Value future, LoopCall call, Value data);
int anyfuture_remove_callback(Value future, LoopCall call, Value data);
/* Wakes `task` when `future` is done; a method written in Python gets the task's context. 0 or -1.
 */
int anyfuture_wake_task(Value future, Task *task);
/* futures._get_loop(fut), borrowed; NULL failed. */
EventLoop *anyfuture_loop(Value future);

/* ---- tasks (aio_task.c) ---------------------------------------------------------------------- */

struct Task {
    Future future;
    Value coro;            /* owned */
    Coroutine *innermost;  /* where to resume a native coroutine; borrowed from the await chain */
    Value waiter;          /* _fut_waiter, or 0 */
    Value name;            /* str; small int n: "Task-n", made when asked for */
    Value context;         /* a Context, a bare variable map, or 0: see contextvars in aio.h */
    Task *previous, *next; /* the loop's list of tasks that are not done */
};

/* The keyword arguments of create_task: borrowed, 0 if they are not given. */
typedef struct TaskOptions {
    Value name;    /* any object */
    Value context; /* as loop_call_soon_python */
    Value eager;   /* eager_start (3.14): any object */
} TaskOptions;
/* The arguments `name`, `context`, `eager_start` as methods get them, where None stands for not
 * given; 0, or -1 if `context` is none. */
int task_options(const Value *args, TaskOptions *options);
/* What asyncio's loops do in create_task(coro): `coro` borrowed. Goes through the loop's task
 * factory. New reference; 0 failed (the coroutine is not closed). */
Value loop_create_task(EventLoop *loop, Value coro, const TaskOptions *options);
/* loop.create_task(coro) with the context and eager_start that are given, whoever wrote the method,
 * and then task_set_name. asyncio.create_task and TaskGroup do this, which uses up a number of
 * unnamed tasks; a task that starts eagerly has its name from the beginning. New reference or 0. */
Value loop_make_task(EventLoop *loop, Value coro, const TaskOptions *options);
/* asyncio.ensure_future(object, loop=loop); loop NULL: the running or the policy's loop. */
Value aio_ensure_future(Value object, EventLoop *loop);
/* The same by asyncio.ensure_future itself, which tracebacks then show as well. */
Value aio_own_future(Value object, EventLoop *loop);
/* asyncio.current_task(loop), borrowed; NULL without an exception if there is none. */
Task *aio_current_task(EventLoop *loop);
/* task.cancel(msg=message): 1, 0 (done already), -1. */
int task_cancel(Task *task, Value message);
/* task.uncancel(): the remaining requests; task.cancelling() is task->future.cancels_requested. */
uint32_t task_uncancel(Task *task);
/* asyncio.all_tasks(loop): a new set. */
Value aio_all_tasks(EventLoop *loop);
/* asyncio.gather(*args, return_exceptions=...): a future, new reference. */
Value aio_gather(const Value *args, uint32_t count, bool return_exceptions);
/* asyncio.iscoroutine */
bool aio_iscoroutine(Value value);
/* asyncio.iscoroutinefunction */
bool aio_iscoroutinefunction(Value value);
/* asyncio.wrap_future(future, loop=loop): new reference. */
Value aio_wrap_future(Value future, EventLoop *loop);
/* str of the task's name, new reference. */
Value task_name(Task *task);
/* tasks._set_task_name(task, name): of any kind of task; 0 and None do nothing. 0 or -1. */
int task_set_name(Value task, Value name);

/* ---- handles (aio_handle.c) ------------------------------------------------------------------ */

struct Handle {
    Object base;
    EventLoop *loop; /* owned */
    LoopCall call;   /* handle_call_python for those the program made */
    Value data;      /* Python: the callable; 0 once cancelled */
    Value argument;  /* Python: tuple of arguments */
    Value context;   /* Python: as Task.context */
    double when;     /* of timers */
    bool cancelled;
    bool scheduled; /* of timers: stands in the heap */
};
extern Type rt_type_handle, rt_type_timer_handle;

/* Cancels it; lazily removed from queue or heap. `handle`: a Handle or TimerHandle. */
void handle_cancel(Handle *handle);

/* ---- the loop (aio_loop.c) ------------------------------------------------------------------- */

typedef struct ReadyCall {
    LoopCall call;
    Value data, argument; /* owned */
} ReadyCall;

typedef struct TimerEntry {
    double when;
    Value item; /* owned: a TimerHandle, or a sleeping future */
} TimerEntry;

struct EventLoop {
    Object base;
    ReadyCall *ready; /* ring buffer */
    uint32_t ready_head, ready_count, ready_mask;
    TimerEntry *timers; /* binary heap by `when`, exactly heapq's, so that equal times pop alike */
    int64_t timer_count, timer_room, timer_cancelled_count;
    Task *tasks;            /* list of tasks that are not done */
    Task *current_task;     /* borrowed */
    Handle *current_handle; /* borrowed: what runs in debug mode, if it has a handle */
    struct PortLoop *port;  /* NULL until something needs it */
    Value exception_handler, task_factory, default_executor; /* or 0 */
    Value asyncgens;                                         /* list of weak references, or 0 */
    int64_t asyncgen_limit;     /* its length at which dead ones are swept */
    Value signal_handlers;      /* dict number -> Handle, or 0 */
    struct LoopWatch **watches; /* by descriptor: what is watched, owned, or NULL */
    int64_t watch_room;         /* so many descriptors have a place there */
    Value workers;              /* the pool of its default executor, or 0 */
    double slow_callback_duration;
    uint64_t thread; /* which thread runs it; 0: none */
    bool running, stopping, closed, debug, tracks_origins;
    int saved_origin_depth; /* what it was when the loop began to track them */
    bool asyncgens_shutdown, executor_shutdown;
    Attributes attributes;
};
/* A loop of any class is laid out as an EventLoop. */
extern Type rt_type_event_loop, rt_type_base_event_loop, rt_type_abstract_event_loop;
extern Type rt_type_event_loop_policy;

/* asyncio.get_running_loop(): borrowed; NULL + RuntimeError "no running event loop". */
EventLoop *aio_running_loop(void);
/* events._get_event_loop(): the running loop, or the policy's. Borrowed; NULL failed. */
EventLoop *aio_event_loop(void);
/* loop.call_soon with a C callback: `data`, `argument` borrowed. 0; -1: no memory, or the program's
 * own call_soon failed. Never checks whether the loop is closed. */
int loop_call_soon(EventLoop *loop, LoopCall call, Value data, Value argument);
/* loop.call_at(when, ...) and call_later(delay, ...) with a C callback: answers a TimerHandle (new
 * reference) or NULL. */
Handle *loop_call_at(EventLoop *loop, double when, LoopCall call, Value data, Value argument);
Handle *loop_call_later(EventLoop *loop, double delay, LoopCall call, Value data, Value argument);
/* loop.call_soon with a Python callable and `count` arguments: answers a Handle (new reference) or
 * 0. `context`: a Context object, or 0: a copy of the current one. */
Value loop_call_soon_python(EventLoop *loop, Value callable, const Value *args, uint32_t count,
                            Value context);
/* loop.time(): seconds of the monotonic clock, or what the program's method says. 0 or -1. */
int loop_time(EventLoop *loop, double *now);
/* loop.call_exception_handler({'message': message, key: value, ...}); pairs of const char *key,
 * Value value (borrowed) ended by NULL. Failures inside are reported, not raised; -1 only for
 * SystemExit and KeyboardInterrupt. */
int loop_report(EventLoop *loop, const char *message, ...);
int loop_call_exception_handler(EventLoop *loop, Value context_dict);
/* loop.run_in_executor(None, func, *args): a future. `context`: the Context in which the function
 * runs in its thread, or 0. New reference; 0 failed. */
Value loop_run_in_executor(EventLoop *loop, Value func, const Value *args, uint32_t count,
                           Value context);
/* RuntimeError "Event loop is closed": -1. */
int loop_check_closed(const EventLoop *loop);
/* RuntimeError "This event loop is already running", or another one: -1. */
int loop_check_running(const EventLoop *loop);
/* mixins._LoopBoundMixin._get_loop(): the running loop; *slot (owned) remembers the first one, and
 * another one is a RuntimeError "<self> is bound to a different event loop". Borrowed; NULL failed.
 */
EventLoop *aio_bind_loop(Value self, EventLoop **slot);
/* The timer of a sleep: puts `future` (with timer_scheduled) into the heap. 0 or -1. */
int loop_add_sleep(EventLoop *loop, double when, Future *future);

/* ---- context variables (mod_contextvars.c) ---------------------------------------------------
 * The current context is a slot that holds 0 (no variables), a bare map of variables, or a Context
 * object. Maps are immutable and shared, so a copy is one reference; the Context object appears
 * only when the program asks for it. rt_context_slot (isolate.h) points to the current slot. */

/* What a copy of the current context is: 0 or a map; new reference. */
Value context_capture(void);
/* The Context object in *slot, made if there is none; borrowed, 0 failed. */
Value context_of_slot(Value *slot);
/* Context.copy() of the current one: a Context object. */
Value context_copy(void);
/* Makes *slot current / goes back. Entering a Context object that is entered already is a
 * RuntimeError: -1. `previous` is filled by enter. */
int context_enter(Value *slot, Value **previous);
void context_leave(Value *slot, Value *previous);
/* Is it a Context object? TypeError otherwise: -1. */
int context_check(Value value);
extern Type rt_type_context;

/* ---- the parts of the module asyncio ---------------------------------------------------------
 * Each file aio_<part>.c adds its types and functions: int aio_<part>_init(ModuleObject *module).
 * These are in every program; others only in those that mention them (parts.def).
 */
/* clang-format off */
#define AIO_PARTS(X)                                                                               \
    X(exceptions) X(future) X(anyfuture) X(task) X(handle) X(loop) X(sleep) X(gather) X(run) X(wait) X(thread) X(tree)
/* clang-format on */
#define X(part) int aio_##part##_init(ModuleObject *module);
AIO_PARTS(X)
#undef X
#define PART(package, module, names)
#define NATIVE_PART(package, part, names) int aio_##part##_init(ModuleObject *module);
#define SUBMODULE(package, name)
#define ASYNCIO_PARTS
#include "parts.def"
#undef ASYNCIO_PARTS
#undef SUBMODULE
#undef NATIVE_PART
#undef PART
/* Adds what the program has of the parts in parts.def, and the submodules. 0 or -1. */
int aio_add_parts(ModuleObject *module);

#endif
