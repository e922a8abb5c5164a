/* aio_loop.h — what the files of the event loop share among themselves. */
#ifndef PYASYNCC_RT_AIO_LOOP_H
#define PYASYNCC_RT_AIO_LOOP_H

#include "aio.h"
#include "library_frame.h"
#include "object.h"

/* -- aio_handle.c -- */
/* A handle (or timer, by `type`) that is nowhere queued yet; all arguments borrowed. */
Handle *handle_new(Type *type, EventLoop *loop, LoopCall call, Value data, Value argument);
int handle_call_python(Value data, Value argument); /* LoopCall: data(*argument) */
int handle_run(Value data, Value argument);         /* LoopCall: data is a Handle */
Value handle_callback_text(Handle *handle);         /* what runs, for reprs and messages */

/* -- aio_repr.c -- */
Value when_text(double when); /* "when=12.5" */

/* -- aio_future.c -- */
/* How a native callback is shown that stands in the ready queue. */
Value native_callback_text(LoopCall call, Value data, Value argument);
/* Says that native callback `call`, named before, only cleans up what its data refers to, which
 * does not wait for the future; and asks whether that was said. */
void future_mark_cleanup(LoopCall call);
bool future_is_cleanup(LoopCall call);

/* -- aio_primitives.c -- */
extern Type rt_type_waiting; /* the future that stands in a list of waiters itself */

/* -- aio_awaited.c -- */
/* The tasks that wait for a future: a new list, or 0. */
Value future_awaited_by(Value future);

/* -- unix/aio_tree.c -- */
/* Signals came, as bits: prints the tree of tasks if it is the one that was chosen for it. */
void tree_signal_came(EventLoop *loop, int number);

/* -- aio_sleep.c -- */
extern Type rt_type_sleep;                  /* the future of a sleep, its own timer */
int sleep_fire(Value data, Value argument); /* LoopCall: its time has come */

/* -- aio_timers.c -- */
int timers_push(EventLoop *loop, double when, Value item); /* borrowed; marks it scheduled */
/* Drops cancelled timers as CPython does: those on top, or all when there are many. */
void timers_tidy(EventLoop *loop);
/* Moves the timers that are due before `end` to the ready queue. 0 or -1. */
int timers_move_due(EventLoop *loop, double end);
void timers_drop(EventLoop *loop);

/* -- aio_methods.c -- */
/* loop_check_closed in the line `caller` of a method of BaseEventLoop that was given `held`,
 * borrowed or 0. */
int loop_check_closed_in(const EventLoop *loop, const LibraryFrame *caller, Value held);

/* None or 0: *loop is NULL; or a loop, whose class may be written in Python. 0, or -1 + TypeError.
 */
int loop_of_argument(Value value, EventLoop **loop);
/* A Python callable that calls call(data, argument), argument 0 if it gets none. Equal by both. */
Value callback_new(LoopCall call, Value data);
/* Is it a callable made by callback_new? Then *call and *data (borrowed) are what it was made of.
 */
bool callback_parts(Value callable, LoopCall *call, Value *data);

/* -- aio_virtual.c: loops whose methods the program may have replaced -- */
/* Is it a loop as it comes, whose methods are the native ones? */
static inline bool loop_plain(const EventLoop *loop) {
    return loop->base.type == &rt_type_event_loop && !(rt_type_event_loop.flags & TYPE_SHADOWED);
}
/* Did the program replace its create_future? */
bool loop_makes_futures(EventLoop *loop);
int loop_virtual_call_soon(EventLoop *loop, LoopCall call, Value data, Value argument);
/* 1: *now was answered by the program's time(), 0: it has none, -1 */
int loop_virtual_time(EventLoop *loop, double *now);
/* 1: the program's `method`, call_at or call_later, answered *handle (new reference); 0: it has
 * none, -1 */
int loop_virtual_timer(EventLoop *loop, const char *method, double when, LoopCall call, Value data,
                       Value argument, Handle **handle);
/* 1: the program's _run_once ran, 0: it has none, -1 */
int loop_virtual_step(EventLoop *loop);
/* loop.stop(), run_forever(), run_until_complete(awaitable), close(),
 * call_exception_handler(context), default_exception_handler(context), and `method`() with its
 * native form. */
int loop_ask_to_stop(EventLoop *loop);
int loop_ask_to_run(EventLoop *loop);
Value loop_ask_to_complete(EventLoop *loop, Value awaitable);
int loop_ask_to_close(EventLoop *loop);
int loop_tell_exception(EventLoop *loop, Value context);
int loop_default_handler(EventLoop *loop, Value context);
Value loop_ask_for(EventLoop *loop, const char *method, Value (*native)(EventLoop *loop));

/* -- aio_methods.c -- */
extern const NativeMethod aio_loop_methods[];
extern const NativeMethod aio_abstract_loop_methods[];
/* Is it one of them? */
bool loop_owns_method(const NativeMethod *method);

/* -- aio_private.c -- */
extern const NativeMethod aio_private_methods[];

/* -- aio_loop.c -- */
/* Puts a callback into the ready queue, whatever the loop's call_soon. 0 or -1. */
int loop_push(EventLoop *loop, LoopCall call, Value data, Value argument);
int loop_run_once(EventLoop *loop);
EventLoop *loop_new(Type *type);
int loop_run_forever(EventLoop *loop);
Value loop_run_until_complete(EventLoop *loop, Value future); /* also of a coroutine */
int loop_close(EventLoop *loop);
void loop_stop(EventLoop *loop);
void loop_wake(EventLoop *loop);             /* from any thread that holds the isolate */
struct PortLoop *loop_port(EventLoop *loop); /* opened at need; NULL + OSError */
/* Puts a handle into the ready queue. 0 or -1. */
int loop_push_handle(EventLoop *loop, Handle *handle);
Handle *loop_python_handle(Type *type, EventLoop *loop, Value callable, const Value *args,
                           uint32_t count, Value context);

/* -- aio_policy.c -- */
int aio_set_event_loop(Value loop); /* None or a loop */
Value aio_new_event_loop(void);

/* Does the loop keep track of where coroutines are made (sys.set_coroutine_origin_tracking_depth)?
 */
void loop_track_origins(EventLoop *loop, bool wanted);

/* -- aio_report.c -- */
/* A line of str_format(format, value) for the log, if the program has the module. */
void loop_log_debug(const char *format, Value value);
/* The handle of a ready call, as messages show it; one is made for native callbacks. New reference;
 * 0 failed. */
Value ready_call_handle(EventLoop *loop, const ReadyCall *call);
/* The pending exception came out of a callback: reports it. 0; -1 for SystemExit,
 * KeyboardInterrupt. */
int loop_callback_failed(EventLoop *loop, const ReadyCall *call);
int loop_default_exception_handler(EventLoop *loop, Value context);
/* Runs one ready call in debug mode, with the log line of slow ones. */
int loop_run_timed(EventLoop *loop, const ReadyCall *call);

/* -- aio_executor.c -- */
/* loop.shutdown_default_executor(): a coroutine object. */
Value loop_shutdown_executor(EventLoop *loop);

/* -- aio_asyncgen.c -- */
typedef struct AsyncgenHooks {
    Value first, finalizer; /* owned, or 0 */
} AsyncgenHooks;
/* Makes the loop take care of async generators; `saved` remembers who did before. 0 or -1. */
int asyncgen_hooks_install(EventLoop *loop, AsyncgenHooks *saved);
void asyncgen_hooks_restore(AsyncgenHooks *saved);
/* loop.shutdown_asyncgens(): a coroutine object. */
Value loop_shutdown_asyncgens(EventLoop *loop);

/* -- aio_watch.c -- */
/* The head of what stands in loop->watches while it watches for something. */
typedef struct LoopWatch {
    Object base;
    EventLoop *loop;
    struct PortWatch *port; /* NULL: watches for nothing */
    unsigned events;        /* enum PortEvents */
} LoopWatch;
/* Watches `fd` for `events` (0: no more; `watch` may go away then). `ready` is called with the
 * watch. 0 or -1. */
int loop_watch_set(LoopWatch *watch, int fd, unsigned events,
                   void (*ready)(void *data, unsigned events));
/* What watches `fd`, borrowed, or NULL. */
LoopWatch *loop_watch_of(const EventLoop *loop, int64_t fd);
/* Stops watching, without touching the loop. */
void loop_watch_close(LoopWatch *watch);

/* methods, and what closing a loop does */
Value loop_add_reader(Value callee, const Value *args, uint32_t count, Value names);
Value loop_add_writer(Value callee, const Value *args, uint32_t count, Value names);
Value loop_remove_reader(Value callee, const Value *args, uint32_t count, Value names);
Value loop_remove_writer(Value callee, const Value *args, uint32_t count, Value names);
Value loop_transport_of(Value callee, const Value *args, uint32_t count, Value names);
Value loop_watched(Value callee, const Value *args, uint32_t count, Value names);
Value loop_add_signal_handler(Value callee, const Value *args, uint32_t count, Value names);
Value loop_remove_signal_handler(Value callee, const Value *args, uint32_t count, Value names);
void loop_close_watches(EventLoop *loop);
void loop_drop_signals(EventLoop *loop);

/* Further parts of the module, beside AIO_PARTS. */
int aio_policy_init(ModuleObject *module);
int aio_chain_init(ModuleObject *module);

#endif
