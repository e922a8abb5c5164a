/*
 * port.h — everything the runtime asks of its platform besides C and POSIX files: clocks, waiting,
 * waking, signals, threads, the lock of the isolate and the end of the stack. One file each
 * implements it: port_uv.c (native, over libuv), port_wasi.c (WASI preview 1).
 *
 * A PortLoop is the platform's side of one event loop. It is opened only when something needs it
 * (a watched file, another thread), so that a program without these pays nothing.
 */
#ifndef PYASYNCC_RT_PORT_H
#define PYASYNCC_RT_PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PORT_FOREVER INT64_MAX

typedef struct PortLoop PortLoop;

/* ---- clocks, start --------------------------------------------------------------------------- */

/* Nanoseconds of the clock behind loop.time() and time.monotonic(). */
int64_t port_monotonic_ns(void);
/* Fills `bytes` with random bytes; false: the platform has none. At most 256 of them. */
bool port_entropy(void *bytes, size_t size);
/* The address below which the calling thread's stack must not grow, with room for C code to unwind.
 * Call it near the stack's beginning. */
char *port_stack_limit(void);
/* Lets the main thread's stack, on which the caller is, hold `calls` calls if the system allows it,
 * and answers where it ends then, as port_stack_limit. It never shrinks. */
char *port_stack_grow(size_t calls);
/* Has the system back `memory`, whose start and size are multiples of PORT_BIG_PAGE and which will
 * be written to soon: by big pages as long as these come quickly, because a heap that grows fast
 * spends its time in page faults otherwise. Without effect where there is no such thing. To be
 * called with the isolate's lock. */
enum { PORT_BIG_PAGE = 2 << 20 };
void port_back_big_pages(void *memory, size_t size);
/* Has the system back `memory`, which will be written to soon, in one go instead of at a fault for
 * each page. Pages that are not whole may be left out. Without effect where there is no such thing.
 */
void port_back_memory(void *memory, size_t size);
/* Arranges that Ctrl-C calls `interrupted` (from a signal handler) unless the process ignores it,
 * and that writing to a closed pipe is an error instead of a death. */
void port_start(void (*interrupted)(void));

/* Ends the process by SIGINT's usual effect, so that the shell sees who ended it; returns where
 * there are no signals. */
void port_end_interrupted(void);

/* In the child of a fork, whose only thread is the caller: the lock is the caller's, loops watch in
 * descriptors of their own. Only native. */
void port_after_fork(void);

/* ---- waiting --------------------------------------------------------------------------------- */

/* NULL: the platform has no more of what it takes (errno tells). */
PortLoop *port_loop_open(void);
void port_loop_close(PortLoop *loop);
/* Sleeps until the monotonic time `deadline` (PORT_FOREVER: none), until something is to be
 * dispatched, port_wake, or a signal. May return early. `loop` may be NULL. To be called without
 * the isolate's lock; calls nothing back. `interrupted` is looked at after signals were blocked:
 * nothing that it counts can be missed. */
void port_wait(PortLoop *loop, int64_t deadline, bool (*interrupted)(void));
/* Runs the callbacks of what happened, without waiting. Under the isolate's lock. */
void port_dispatch(PortLoop *loop);
/* Is anything open that port_dispatch could report? */
bool port_active(const PortLoop *loop);
/* Ends port_wait, from any thread. */
void port_wake(PortLoop *loop);
/* Sleeps until the monotonic time `deadline`; ends early, answering false, on a signal. */
bool port_sleep_until(int64_t deadline);

/* A write found its file full (EAGAIN). false: the program has asked not to wait for room. true: it
 * cannot have asked, the write is to be done again; waits a moment. */
bool port_write_again(void);

/* ---- watching files -------------------------------------------------------------------------- */

typedef struct PortWatch PortWatch;
enum PortEvents { PORT_READABLE = 1, PORT_WRITABLE = 2 };
/* Prepares to watch `fd`, once per descriptor. NULL: errno tells. */
PortWatch *port_watch(PortLoop *loop, int fd, void (*ready)(void *data, unsigned events),
                      void *data);
/* Calls `ready` from port_dispatch as long as `fd` has one of `events` (0: never). -1: errno. */
int port_watch_events(PortWatch *watch, unsigned events);
void port_unwatch(PortWatch *watch);

/* ---- the local time zone --------------------------------------------------------------------- */

/* Reads the environment variable TZ anew, where there are time zones. */
void port_read_zone(void);

/* ---- threads --------------------------------------------------------------------------------- */

/* How many workers an executor has at most: CPython's min(32, cores + 4). 0: there are no threads.
 */
int port_worker_count(void);
/* Identifies the calling thread; never 0. */
uint64_t port_thread_id(void);
/* The number by which the system's tools know it. */
uint64_t port_thread_native_id(void);
/* Starts a thread that runs run(data) and goes away by itself; `stack` bytes for its stack, 0: as
 * usual. *id becomes its port_thread_id. 0, or -1 (errno): there are none, or no more. */
int port_thread_start(void (*run)(void *data), void *data, size_t stack, uint64_t *id);

/* Does the system have the locale of this name? */
bool port_locale_exists(const char *name);

/* ---- signals --------------------------------------------------------------------------------- */

/* Collects signal `number` (1..64) instead of its usual effect; or gives it back: SIGINT to
 * port_start's handler, others to the system's default. -1: errno. */
int port_signal_watch(int number, bool on);
/* Acts as if the signal `number` had come, unless that would end the process; wakes nobody. False:
 * the platform has no signals. */
bool port_signal_trip(int number);
/* The watched signal that came first of those not answered yet, or 0. Those that came beyond some
 * hundreds are lost. */
int port_signal_next(void);
/* Did any come? Cheap. */
bool port_signals_pending(void);

/* ---- the lock of the isolate ----------------------------------------------------------------- */

/* Only one thread at a time runs Python code. isolate.c uses these. */
void port_lock(void (*ask)(void)); /* `ask` is called now and then while another thread has it */
void port_unlock(void);
/* Gives the lock to a waiting thread, if there is one, and takes it back later. */
void port_lock_pass(void (*ask)(void));
/* From now on only the calling thread, which has the lock, gets it again: the program ends, and
 * others that ask for it sleep until the process is gone. */
void port_lock_keep(void);

/* ---- events: one thread waits for another ---------------------------------------------------- */

typedef struct PortEvent PortEvent;
PortEvent *port_event_new(void); /* NULL: no memory */
void port_event_free(PortEvent *event);
void port_event_set(PortEvent *event);
/* Waits until it is set, or until the monotonic time `deadline`; without the isolate's lock. True
 * if it is set. May return early. */
bool port_event_wait(PortEvent *event, int64_t deadline);

#endif
