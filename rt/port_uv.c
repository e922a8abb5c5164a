/*
 * port_uv.c — the platform interface on POSIX systems, over libuv.
 *
 * libuv counts in milliseconds; asyncio programs notice. So waiting is done here, on the descriptor
 * behind the libuv loop, with nanoseconds, and libuv only dispatches what it found. The libuv loop
 * itself is opened when the first watch or foreign thread needs it.
 */
#include "port.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include <uv.h>

enum { NANO = 1000000000 };

/* ---- clocks, start --------------------------------------------------------------------------- */

int64_t port_monotonic_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * NANO + now.tv_nsec;
}

bool port_entropy(void *bytes, size_t size) {
    return getentropy(bytes, size) == 0;
}

enum {
    STACK_MARGIN = 192 * 1024,
    STACK_USED = 1 << 20,
    STACK_UNLIMITED = 1 << 21,
    STACK_PER_CALL = 512,
    STACK_MOST = 120 << 20,
};

static _Thread_local size_t own_stack; /* of a thread whose stack has a size of its own */

static size_t
    first_stack;       /* what the system allowed when the program began: that of other threads */
static char *main_top; /* where the main thread's stack was then */
static _Thread_local bool is_main;

static size_t allowed_stack(void) {
    struct rlimit limit;
    size_t size = (size_t)8 << 20;
    if (getrlimit(RLIMIT_STACK, &limit) == 0)
        size = limit.rlim_cur == RLIM_INFINITY ? (size_t)STACK_UNLIMITED : limit.rlim_cur;
    return size < STACK_MOST ? size : STACK_MOST;
}

char *port_stack_limit(void) {
    if (!main_top) {
        main_top = __builtin_frame_address(0);
        first_stack = allowed_stack();
        is_main = true;
    }
    size_t size = is_main ? allowed_stack() : own_stack ? own_stack : first_stack;
    char *top = is_main ? main_top : __builtin_frame_address(0);
    return top - size + (size > STACK_USED ? STACK_MARGIN : size / 2);
}

/* The system looks at the limit whenever the main thread's stack grows; below it there is room for
 * STACK_MOST at least before other mappings. */
char *port_stack_grow(size_t calls) {
    struct rlimit limit;
    size_t size = calls < STACK_MOST / STACK_PER_CALL ? calls * STACK_PER_CALL : STACK_MOST;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < size) {
        limit.rlim_cur = limit.rlim_max < size ? limit.rlim_max : size;
        setrlimit(RLIMIT_STACK, &limit);
    }
    return port_stack_limit();
}

void port_back_memory(void *memory, size_t size) {
#ifdef MADV_POPULATE_WRITE
    enum { SMALLEST_PAGE = 4096 };
    uintptr_t start = (uintptr_t)memory & ~(uintptr_t)(SMALLEST_PAGE - 1);
    uintptr_t end = ((uintptr_t)memory + size) & ~(uintptr_t)(SMALLEST_PAGE - 1);
    if (start < end)
        madvise((void *)start, end - start, MADV_POPULATE_WRITE);
#else
    (void)memory, (void)size;
#endif
}

#ifdef MADV_HUGEPAGE
/* Processor time of the calling thread: what other processes take does not count. */
static int64_t processor_ns(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}
#endif

/* A big page takes 0.2 ms where memory is at hand, and 2.6 ms in a virtual machine whose host took
 * it back: the same memory in small pages, 0.6 ms, is more often at hand there. So the first one
 * that is slow is the last. See docs/design/memory-supply.md. */
void port_back_big_pages(void *memory, size_t size) {
#ifdef MADV_HUGEPAGE
    enum { SLOW_NS = 1000000 };
    static bool are_slow;
    if (!are_slow)
        madvise(memory, size, MADV_HUGEPAGE);
    int64_t begin = processor_ns();
    port_back_memory(memory, size);
    if (processor_ns() - begin > SLOW_NS * (int64_t)(size / PORT_BIG_PAGE))
        are_slow = true;
#else
    (void)memory, (void)size;
#endif
}

/* The variables of the program and the runtime, most of which every start writes to. A program with
 * very many of them does not use most. */
static void back_variables(void) {
#ifdef MADV_POPULATE_WRITE
    extern char __data_start[], _end[]; /* the linker's */
    enum { MOST = 512 * 1024 };
    size_t size = (size_t)(_end - __data_start);
    if (size <= MOST)
        port_back_memory(__data_start, size);
#endif
}

static void (*on_interrupt)(void);

static void interrupt_handler(int number) {
    (void)number;
    on_interrupt();
}

/* Blocks of the sizes that buffers have are taken and given back all the time: they neither become
 * mappings of their own nor does the heap shrink behind each, which would have the kernel clear
 * their pages again and again. */
static void keep_freed_memory(void) {
#ifdef __GLIBC__
    enum { KEPT_BYTES = 1 << 20 };
    mallopt(M_MMAP_THRESHOLD, KEPT_BYTES);
    mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
#endif
}

void port_start(void (*interrupted)(void)) {
    struct sigaction action;
    keep_freed_memory();
    back_variables();
    on_interrupt = interrupted;
    if (sigaction(SIGINT, NULL, &action) == 0 && action.sa_handler == SIG_DFL) {
        memset(&action, 0, sizeof action);
        action.sa_handler = interrupt_handler;
        sigaction(SIGINT, &action, NULL);
    }
    signal(SIGPIPE, SIG_IGN);
}

void port_end_interrupted(void) {
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    signal(SIGINT, SIG_DFL);
    raise(SIGINT);
    pthread_sigmask(SIG_UNBLOCK, &interrupt, NULL);
}

/* ---- loops ----------------------------------------------------------------------------------- */

struct PortLoop {
    uv_loop_t uv;
    uv_async_t waker;
    uint32_t busy;      /* watches */
    PortWatch *started; /* since libuv last told the system what to watch */
    PortLoop *next;     /* in all_loops */
};

static PortLoop *all_loops; /* guarded by the isolate's lock */

static void forget_loop(PortLoop *loop) {
    for (PortLoop **link = &all_loops; *link; link = &(*link)->next)
        if (*link == loop) {
            *link = loop->next;
            return;
        }
}

static void check_started(PortLoop *loop);

static void run_loop(PortLoop *loop, uv_run_mode mode) {
    check_started(loop);
    uv_run(&loop->uv, mode);
}

static void woken(uv_async_t *handle) {
    (void)handle;
}

PortLoop *port_loop_open(void) {
    PortLoop *loop = calloc(1, sizeof *loop);
    if (!loop)
        return NULL;
    int error = uv_loop_init(&loop->uv);
    loop->uv.data = loop;
    if (error == 0 && (error = uv_async_init(&loop->uv, &loop->waker, woken)) < 0)
        uv_loop_close(&loop->uv);
    if (error < 0) {
        free(loop);
        errno = -error;
        return NULL;
    }
    loop->next = all_loops;
    all_loops = loop;
    return loop;
}

void port_loop_close(PortLoop *loop) {
    forget_loop(loop);
    while (loop->busy)
        run_loop(loop, UV_RUN_ONCE);
    uv_close((uv_handle_t *)&loop->waker, NULL);
    run_loop(loop, UV_RUN_DEFAULT);
    uv_loop_close(&loop->uv);
    free(loop);
}

void port_wake(PortLoop *loop) {
    uv_async_send(&loop->waker);
}

void port_dispatch(PortLoop *loop) {
    run_loop(loop, UV_RUN_NOWAIT);
}

bool port_active(const PortLoop *loop) {
    return loop->busy != 0;
}

/* Waits with all signals blocked until then, so that one coming after the look at `interrupted`
 * ends the wait. `span` NULL: forever. */
static void poll_descriptor(int descriptor, const struct timespec *span,
                            bool (*interrupted)(void)) {
    sigset_t all, usual;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &usual);
    if (!interrupted || !interrupted()) {
#ifdef __linux__
        struct pollfd polled = {.fd = descriptor, .events = POLLIN};
        ppoll(&polled, descriptor >= 0, span, &usual);
#else
        fd_set set;
        FD_ZERO(&set);
        if (descriptor >= 0)
            FD_SET(descriptor, &set);
        pselect(descriptor + 1, &set, NULL, NULL, span, &usual);
#endif
    }
    pthread_sigmask(SIG_SETMASK, &usual, NULL);
}

static struct timespec span_until(int64_t deadline) {
    int64_t left = deadline - port_monotonic_ns();
    if (left < 0)
        left = 0;
    return (struct timespec){(time_t)(left / NANO), (long)(left % NANO)};
}

/* The system may be 50 microseconds late with waking a thread, to wake several at once, unless the
 * thread asks for better. Measured: sleeps of 1 to 10 ms end that much closer to their time. */
static void ask_for_punctuality(void) {
#ifdef PR_SET_TIMERSLACK
    static _Thread_local bool asked;
    if (!asked)
        prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
    asked = true;
#endif
}

void port_wait(PortLoop *loop, int64_t deadline, bool (*interrupted)(void)) {
    int wanted = loop ? uv_backend_timeout(&loop->uv) : -1;
    if (wanted >= 0) { /* libuv has something of its own to do */
        int64_t end = port_monotonic_ns() + (int64_t)wanted * 1000000;
        deadline = end < deadline ? end : deadline;
    }
    struct timespec span;
    if (deadline != PORT_FOREVER) {
        ask_for_punctuality();
        span = span_until(deadline);
    }
    poll_descriptor(loop ? uv_backend_fd(&loop->uv) : -1, deadline == PORT_FOREVER ? NULL : &span,
                    interrupted);
}

bool port_sleep_until(int64_t deadline) {
    for (;;) {
        struct timespec span = span_until(deadline);
        if (span.tv_sec == 0 && span.tv_nsec == 0)
            return true;
        if (nanosleep(&span, NULL) < 0 && errno == EINTR)
            return false;
    }
}

/* ---- watching files -------------------------------------------------------------------------- */

struct PortWatch {
    uv_poll_t poll; /* its data is what `ready` is called with */
    void (*ready)(void *data, unsigned events);
    PortWatch *next_started; /* itself: the last; NULL: it does not stand in the loop's list */
    int fd, wanted;          /* enum uv_poll_event */
};

static PortLoop *watch_loop(const PortWatch *watch) {
    return watch->poll.loop->data;
}

static void start_watch(PortWatch *watch) {
    if (watch->next_started)
        return;
    PortLoop *loop = watch_loop(watch);
    watch->next_started = loop->started ? loop->started : watch;
    loop->started = watch;
}

/* libuv tells the system late, and aborts if that fails: descriptors that were closed, or stand for
 * something else by now, are not watched. */
static void check_started(PortLoop *loop) {
    for (PortWatch *watch = loop->started, *next; watch; watch = next) {
        struct stat status;
        next = watch->next_started == watch ? NULL : watch->next_started;
        watch->next_started = NULL;
        if (uv_is_closing((uv_handle_t *)&watch->poll) || !watch->wanted)
            continue;
        if (fstat(watch->fd, &status) < 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))
            uv_poll_stop(&watch->poll);
    }
    loop->started = NULL;
}

/* libuv stops watching a descriptor with an error; that is for the program to find out and to
 * decide, so it goes on. */
static void watch_ready(uv_poll_t *poll, int status, int events) {
    PortWatch *watch = (PortWatch *)poll;
    unsigned seen = 0;
    if (status < 0 || events & (UV_READABLE | UV_DISCONNECT))
        seen |= PORT_READABLE;
    if (status < 0 || events & UV_WRITABLE)
        seen |= PORT_WRITABLE;
    watch->ready(poll->data, seen);
    if (status < 0 && !uv_is_closing((uv_handle_t *)poll) && !uv_is_active((uv_handle_t *)poll) &&
        watch->wanted && fcntl(watch->fd, F_GETFD) >= 0 &&
        uv_poll_start(poll, watch->wanted, watch_ready) == 0)
        start_watch(watch);
}

static void watch_closed(uv_handle_t *handle) {
    free(handle);
}

static int failed(int error) {
    if (error >= 0)
        return 0;
    errno = -error;
    return -1;
}

bool port_write_again(void) {
    return false;
}

PortWatch *port_watch(PortLoop *loop, int fd, void (*ready)(void *data, unsigned events),
                      void *data) {
    PortWatch *watch = calloc(1, sizeof *watch);
    if (!watch)
        return NULL;
    *watch = (PortWatch){.ready = ready, .fd = fd};
    if (failed(uv_poll_init(&loop->uv, &watch->poll, fd)) < 0) {
        free(watch);
        return NULL;
    }
    watch->poll.data = data;
    loop->busy++;
    return watch;
}

int port_watch_events(PortWatch *watch, unsigned events) {
    int wanted =
        (events & PORT_READABLE ? UV_READABLE : 0) | (events & PORT_WRITABLE ? UV_WRITABLE : 0);
    watch->wanted = wanted;
    if (!wanted)
        return failed(uv_poll_stop(&watch->poll));
    if (fcntl(watch->fd, F_GETFD) < 0)
        return -1;
    start_watch(watch);
    return failed(uv_poll_start(&watch->poll, wanted, watch_ready));
}

void port_unwatch(PortWatch *watch) {
    watch_loop(watch)->busy--;
    uv_close((uv_handle_t *)&watch->poll, watch_closed);
}

/* ---- the local time zone --------------------------------------------------------------------- */

void port_read_zone(void) {
    tzset();
}

/* ---- threads --------------------------------------------------------------------------------- */

int port_worker_count(void) {
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 1 ? 5 : cores > 28 ? 32 : (int)cores + 4;
}

uint64_t port_thread_id(void) {
    return (uint64_t)(uintptr_t)pthread_self();
}

static _Thread_local uint64_t native_id; /* 0: not known yet */

uint64_t port_thread_native_id(void) {
    if (!native_id) {
#ifdef __linux__
        native_id = (uint64_t)syscall(SYS_gettid);
#else
        native_id = port_thread_id();
#endif
    }
    return native_id;
}

typedef struct ThreadStart {
    void (*run)(void *data);
    void *data;
    size_t stack;
} ThreadStart;

static void *thread_main(void *argument) {
    ThreadStart start = *(ThreadStart *)argument;
    free(argument);
    own_stack = start.stack;
    start.run(start.data);
    return NULL;
}

int port_thread_start(void (*run)(void *data), void *data, size_t stack, uint64_t *id) {
    ThreadStart *start = malloc(sizeof *start);
    pthread_attr_t attributes;
    if (!start)
        return -1;
    *start = (ThreadStart){run, data, stack};
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    int error = stack ? pthread_attr_setstacksize(&attributes, stack) : 0;
    sigset_t all, usual; /* signals are for the main thread */
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &usual);
    pthread_t thread;
    if (error == 0)
        error = pthread_create(&thread, &attributes, thread_main, start);
    pthread_sigmask(SIG_SETMASK, &usual, NULL);
    pthread_attr_destroy(&attributes);
    if (error == 0) {
        *id = (uint64_t)(uintptr_t)thread;
        return 0;
    }
    free(start);
    errno = error;
    return -1;
}

/* ---- signals --------------------------------------------------------------------------------- */

/* In the order in which they came: came[taken .. put). The places of several handlers that run at a
 * time are distinct; one that is still empty is waited for by the next look. */
static _Atomic uint8_t came[256];
static _Atomic uint32_t came_put, came_taken;
static bool watched_twice[65];

static void signal_handler(int number) {
    uint32_t put = atomic_load(&came_put);
    do {
        if (put - atomic_load(&came_taken) >= sizeof came)
            return;
    } while (!atomic_compare_exchange_weak(&came_put, &put, put + 1));
    atomic_store(&came[put % sizeof came], (uint8_t)number);
}

static void reset_signal(int number) {
    struct sigaction action = {.sa_handler = number == SIGINT ? interrupt_handler : SIG_DFL};
    sigaction(number, &action, NULL);
}

bool port_locale_exists(const char *name) {
    locale_t found = newlocale(LC_CTYPE_MASK, name, (locale_t)0);
    if (found)
        freelocale(found);
    return found != (locale_t)0;
}

int port_signal_watch(int number, bool on) {
    if (!on) {
        if (!watched_twice[number])
            reset_signal(number);
        watched_twice[number] = false;
        return 0;
    }
    struct sigaction action = {.sa_handler = signal_handler, .sa_flags = SA_RESTART}, before;
    if (sigaction(number, &action, &before) < 0)
        return -1;
    watched_twice[number] = before.sa_handler == signal_handler;
    return 0;
}

bool port_signal_trip(int number) {
    struct sigaction action;
    if (sigaction(number, NULL, &action) == 0 && action.sa_handler != SIG_DFL &&
        action.sa_handler != SIG_IGN)
        action.sa_handler(number);
    return true;
}

int port_signal_next(void) {
    if (!port_signals_pending())
        return 0;
    uint32_t taken = atomic_load(&came_taken);
    int number = atomic_exchange(&came[taken % sizeof came], 0);
    if (number)
        atomic_store(&came_taken, taken + 1);
    return number;
}

bool port_signals_pending(void) {
    return atomic_load_explicit(&came_put, memory_order_relaxed) !=
           atomic_load_explicit(&came_taken, memory_order_relaxed);
}

/* ---- the lock -------------------------------------------------------------------------------- */

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t freed = PTHREAD_COND_INITIALIZER, taken = PTHREAD_COND_INITIALIZER;
static bool held = true; /* by the thread that starts the program */
static uint32_t waiting;
static uint64_t turn;    /* counts takings */
static bool kept;        /* port_lock_keep was called, */
static pthread_t keeper; /* by this thread */

enum { PATIENCE = 5000000 }; /* nanoseconds, CPython's switch interval */

/* For the rest of the process. */
static void sleep_for_ever(void) {
    for (;;)
        pthread_cond_wait(&freed, &mutex);
}

static void take_lock(void (*ask)(void)) {
    waiting++;
    while (held) {
        struct timespec until;
        clock_gettime(CLOCK_REALTIME, &until);
        int64_t end = until.tv_nsec + PATIENCE;
        until.tv_sec += end / NANO;
        until.tv_nsec = end % NANO;
        if (pthread_cond_timedwait(&freed, &mutex, &until) == ETIMEDOUT && held)
            ask();
    }
    waiting--;
    if (kept && !pthread_equal(keeper, pthread_self()))
        sleep_for_ever();
    held = true;
    turn++;
    pthread_cond_broadcast(&taken);
}

void port_lock(void (*ask)(void)) {
    pthread_mutex_lock(&mutex);
    take_lock(ask);
    pthread_mutex_unlock(&mutex);
}

void port_unlock(void) {
    pthread_mutex_lock(&mutex);
    held = false;
    if (waiting)
        pthread_cond_signal(&freed);
    pthread_mutex_unlock(&mutex);
}

void port_lock_pass(void (*ask)(void)) {
    pthread_mutex_lock(&mutex);
    if (waiting) {
        uint64_t mine = turn;
        held = false;
        pthread_cond_signal(&freed);
        while (turn == mine)
            pthread_cond_wait(&taken, &mutex);
        take_lock(ask);
    }
    pthread_mutex_unlock(&mutex);
}

void port_lock_keep(void) {
    pthread_mutex_lock(&mutex);
    kept = true;
    keeper = pthread_self();
    pthread_mutex_unlock(&mutex);
}

void port_after_fork(void) {
    pthread_mutex_init(&mutex, NULL);
    pthread_cond_init(&freed, NULL);
    pthread_cond_init(&taken, NULL);
    held = true;
    kept = false;
    waiting = 0;
    native_id = 0;
    for (PortLoop *loop = all_loops; loop; loop = loop->next)
        uv_loop_fork(&loop->uv);
}

/* ---- events ---------------------------------------------------------------------------------- */

struct PortEvent {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    bool set;
};

PortEvent *port_event_new(void) {
    PortEvent *event = calloc(1, sizeof *event);
    if (!event)
        return NULL;
    pthread_mutex_init(&event->mutex, NULL);
    pthread_cond_init(&event->changed, NULL);
    return event;
}

void port_event_free(PortEvent *event) {
    pthread_cond_destroy(&event->changed);
    pthread_mutex_destroy(&event->mutex);
    free(event);
}

void port_event_set(PortEvent *event) {
    pthread_mutex_lock(&event->mutex);
    event->set = true;
    pthread_cond_broadcast(&event->changed);
    pthread_mutex_unlock(&event->mutex);
}

bool port_event_wait(PortEvent *event, int64_t deadline) {
    enum { LONGEST = 100000000 }; /* nanoseconds: signals are looked at in between */
    int64_t left = deadline == PORT_FOREVER ? LONGEST : deadline - port_monotonic_ns();
    left = left < 0 ? 0 : left > LONGEST ? LONGEST : left;
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += (long)left;
    until.tv_sec += until.tv_nsec / NANO;
    until.tv_nsec %= NANO;
    pthread_mutex_lock(&event->mutex);
    if (!event->set && left)
        pthread_cond_timedwait(&event->changed, &event->mutex, &until);
    bool set = event->set;
    pthread_mutex_unlock(&event->mutex);
    return set;
}
