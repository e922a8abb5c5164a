/*
 * port_wasi.c — the platform interface on WASI preview 1: no threads, no signals; waiting is
 * poll_oneoff.
 *
 * Hosts disagree about absolute timeouts (some hang), so waits are relative, rounded up to the next
 * millisecond, and repeated until the clock says that the time has come.
 */
#include "port.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <wasi/api.h>

enum { NANO = 1000000000, MILLI = 1000000 };

/* ---- clocks, start --------------------------------------------------------------------------- */

int64_t port_monotonic_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * NANO + now.tv_nsec;
}

bool port_entropy(void *bytes, size_t size) {
    return getentropy(bytes, size) == 0;
}

/* The linker puts the stack first: it ends at address 0. */
char *port_stack_limit(void) {
    return (char *)(uintptr_t)(96 * 1024);
}

char *port_stack_grow(size_t calls) {
    (void)calls;
    return port_stack_limit();
}

void port_back_big_pages(void *memory, size_t size) {
    (void)memory, (void)size;
}

void port_back_memory(void *memory, size_t size) {
    (void)memory, (void)size;
}

/* A host that grants the whole file system tells the current folder in PWD; others are not
 * disturbed by it. */
void port_start(void (*interrupted)(void)) {
    (void)interrupted;
    const char *folder = getenv("PWD");
    if (folder && *folder == '/' && chdir(folder) < 0)
        errno = 0;
}

void port_end_interrupted(void) {}

/* ---- loops ----------------------------------------------------------------------------------- */

struct PortWatch {
    PortLoop *loop;
    PortWatch *next;
    int fd;
    unsigned events, seen;
    bool dead;
    void (*ready)(void *data, unsigned events);
    void *data;
};

struct PortLoop {
    PortWatch *watches;
    bool woken;
};

PortLoop *port_loop_open(void) {
    return calloc(1, sizeof(PortLoop));
}

void port_wake(PortLoop *loop) {
    loop->woken = true;
}

bool port_active(const PortLoop *loop) {
    return loop->watches != NULL;
}

static void sweep_watches(PortLoop *loop) {
    for (PortWatch **link = &loop->watches; *link;) {
        PortWatch *watch = *link;
        if (!watch->dead) {
            link = &watch->next;
            continue;
        }
        *link = watch->next;
        free(watch);
    }
}

void port_loop_close(PortLoop *loop) {
    for (PortWatch *watch = loop->watches; watch; watch = watch->next)
        watch->dead = true;
    sweep_watches(loop);
    free(loop);
}

/* ---- waiting --------------------------------------------------------------------------------- */

static __wasi_subscription_t clock_subscription(int64_t nanoseconds) {
    int64_t rounded = (nanoseconds + MILLI - 1) / MILLI * MILLI;
    __wasi_subscription_t subscription = {.u = {.tag = __WASI_EVENTTYPE_CLOCK}};
    subscription.u.u.clock.id = __WASI_CLOCKID_MONOTONIC;
    subscription.u.u.clock.timeout = (uint64_t)rounded;
    return subscription;
}

static size_t watch_subscriptions(PortLoop *loop, __wasi_subscription_t *out, size_t room) {
    size_t count = 0;
    for (PortWatch *watch = loop ? loop->watches : NULL; watch; watch = watch->next)
        for (unsigned event = PORT_READABLE; event <= PORT_WRITABLE; event <<= 1) {
            if (watch->dead || !(watch->events & event) || count == room)
                continue;
            __wasi_subscription_t *subscription = &out[count++];
            *subscription = (__wasi_subscription_t){.userdata = (uintptr_t)watch};
            subscription->u.tag =
                event == PORT_READABLE ? __WASI_EVENTTYPE_FD_READ : __WASI_EVENTTYPE_FD_WRITE;
            subscription->u.u.fd_read.file_descriptor = (__wasi_fd_t)watch->fd;
        }
    return count;
}

static void note_event(const __wasi_event_t *event) {
    if (event->type == __WASI_EVENTTYPE_CLOCK)
        return;
    PortWatch *watch = (PortWatch *)(uintptr_t)event->userdata;
    watch->seen |= event->type == __WASI_EVENTTYPE_FD_READ ? PORT_READABLE : PORT_WRITABLE;
}

/* One poll_oneoff of at most `span` nanoseconds; an error of a file (EPERM) counts as ready. */
static void poll_once(PortLoop *loop, int64_t span) {
    enum { MOST = 64 };
    const int64_t LONGEST = (int64_t)3600 * NANO;
    __wasi_subscription_t wanted[MOST];
    __wasi_event_t events[MOST];
    size_t count = watch_subscriptions(loop, wanted, MOST - 1), seen = 0;
    wanted[count++] = clock_subscription(span < LONGEST ? span : LONGEST);
    if (__wasi_poll_oneoff(wanted, events, count, &seen) != 0)
        return;
    for (size_t i = 0; i < seen; i++)
        note_event(&events[i]);
}

static bool anything_seen(const PortLoop *loop) {
    if (!loop)
        return false;
    for (const PortWatch *watch = loop->watches; watch; watch = watch->next)
        if (watch->seen)
            return true;
    return loop->woken;
}

void port_wait(PortLoop *loop, int64_t deadline, bool (*interrupted)(void)) {
    if (interrupted && interrupted())
        return;
    while (!anything_seen(loop)) {
        int64_t left = deadline == PORT_FOREVER ? PORT_FOREVER : deadline - port_monotonic_ns();
        if (left <= 0)
            break;
        poll_once(loop, left);
    }
    if (loop)
        loop->woken = false;
}

void port_dispatch(PortLoop *loop) {
    bool wanted = false;
    for (PortWatch *watch = loop->watches; watch; watch = watch->next)
        wanted |= watch->events && !watch->dead;
    if (wanted && !anything_seen(loop))
        poll_once(loop, 0);
    for (PortWatch *watch = loop->watches; watch; watch = watch->next) {
        unsigned seen = watch->dead ? 0 : watch->seen & watch->events;
        watch->seen = 0;
        if (seen)
            watch->ready(watch->data, seen);
    }
    sweep_watches(loop);
}

bool port_sleep_until(int64_t deadline) {
    port_wait(NULL, deadline, NULL);
    return true;
}

/* ---- watching files -------------------------------------------------------------------------- */

/* What runs the module may have pipes that do not block. */
bool port_write_again(void) {
    enum { MOMENT_NS = 1000000 };
    port_sleep_until(port_monotonic_ns() + MOMENT_NS);
    return true;
}

PortWatch *port_watch(PortLoop *loop, int fd, void (*ready)(void *data, unsigned events),
                      void *data) {
    PortWatch *watch = calloc(1, sizeof *watch);
    if (!watch)
        return NULL;
    *watch =
        (PortWatch){.loop = loop, .next = loop->watches, .fd = fd, .ready = ready, .data = data};
    loop->watches = watch;
    return watch;
}

int port_watch_events(PortWatch *watch, unsigned events) {
    watch->events = events;
    return 0;
}

void port_unwatch(PortWatch *watch) {
    watch->dead = true; /* freed by the next dispatch: one may be going through the list now */
}

/* ---- threads, signals, the lock: there is one thread ----------------------------------------- */

int port_worker_count(void) {
    return 0;
}

uint64_t port_thread_id(void) {
    return 1;
}

uint64_t port_thread_native_id(void) {
    return 1;
}

int port_thread_start(void (*run)(void *data), void *data, size_t stack, uint64_t *id) {
    (void)run, (void)data, (void)stack, (void)id;
    errno = ENOTSUP;
    return -1;
}

/* wasi-libc takes any name. */
bool port_locale_exists(const char *name) {
    (void)name;
    return true;
}

int port_signal_watch(int number, bool on) {
    (void)number, (void)on;
    errno = ENOTSUP;
    return -1;
}

bool port_signal_trip(int number) {
    (void)number;
    return false;
}

int port_signal_next(void) {
    return 0;
}

bool port_signals_pending(void) {
    return false;
}

void port_lock(void (*ask)(void)) {
    (void)ask;
}

void port_unlock(void) {}

void port_lock_pass(void (*ask)(void)) {
    (void)ask;
}

void port_lock_keep(void) {}

/* ---- the local time zone: always UTC -------------------------------------------------------- */

void port_read_zone(void) {}

/* ---- events: nobody else could set one while it is waited for -------------------------------- */

struct PortEvent {
    bool set;
};

PortEvent *port_event_new(void) {
    return calloc(1, sizeof(PortEvent));
}

void port_event_free(PortEvent *event) {
    free(event);
}

void port_event_set(PortEvent *event) {
    event->set = true;
}

bool port_event_wait(PortEvent *event, int64_t deadline) {
    if (!event->set && deadline != PORT_FOREVER)
        port_sleep_until(deadline);
    return event->set;
}
