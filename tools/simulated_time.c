/*
 * simulated_time.c — a library to load before a program (LD_PRELOAD) that makes its monotonic clock
 * a simulated one: the clock stands still while the program works, and jumps to the end of a wait
 * as soon as there is nothing to wait for but time. A day of timers passes in seconds, and what a
 * program does depends on no real time. For tests, with programs of one thread.
 *
 * The clock keeps to a grid of 1/64 s, which is exact in binary fractions: a wait that was rounded
 * up to whole milliseconds, as CPython does, ends where an exact one does. Sleep for multiples of
 * it.
 *
 *   cc -shared -fPIC -O1 -D_GNU_SOURCE -o simulated_time.so simulated_time.c
 */
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define NANO      INT64_C(1000000000)
#define GRID      (NANO / 64)
#define BEGINNING (1024 * NANO)

static int64_t now = BEGINNING;

static int64_t nanoseconds(const struct timespec *span) {
    return span->tv_sec * NANO + span->tv_nsec;
}

/* The end of a wait; at least one step, so that a program that waits for less goes on. */
static void pass(int64_t span) {
    int64_t next = (now + span) / GRID * GRID;
    now = next > now ? next : now + GRID;
}

int clock_gettime(clockid_t id, struct timespec *out) {
    if (id != CLOCK_MONOTONIC && id != CLOCK_MONOTONIC_RAW && id != CLOCK_MONOTONIC_COARSE)
        return (int)syscall(SYS_clock_gettime, id, out);
    out->tv_sec = now / NANO;
    out->tv_nsec = now % NANO;
    return 0;
}

int epoll_pwait(int epoll, struct epoll_event *events, int most, int timeout,
                const sigset_t *mask) {
    int wait = timeout > 0 ? 0 : timeout;
    int ready = (int)syscall(SYS_epoll_pwait, epoll, events, most, wait, mask, _NSIG / 8);
    if (ready == 0 && timeout > 0)
        pass(timeout * (NANO / 1000));
    return ready;
}

int epoll_wait(int epoll, struct epoll_event *events, int most, int timeout) {
    return epoll_pwait(epoll, events, most, timeout, NULL);
}

int ppoll(struct pollfd *items, nfds_t count, const struct timespec *timeout,
          const sigset_t *mask) {
    struct timespec none = {0, 0};
    int ready = (int)syscall(SYS_ppoll, items, count, timeout ? &none : NULL, mask, _NSIG / 8);
    if (ready == 0 && timeout && nanoseconds(timeout) > 0)
        pass(nanoseconds(timeout));
    return ready;
}

int poll(struct pollfd *items, nfds_t count, int timeout) {
    struct timespec span = {timeout / 1000, timeout % 1000 * (NANO / 1000)};
    return ppoll(items, count, timeout < 0 ? NULL : &span, NULL);
}

int nanosleep(const struct timespec *span, struct timespec *left) {
    (void)left;
    if (nanoseconds(span) > 0)
        pass(nanoseconds(span));
    return 0;
}

int clock_nanosleep(clockid_t id, int flags, const struct timespec *span, struct timespec *left) {
    (void)id;
    if (!(flags & TIMER_ABSTIME))
        return nanosleep(span, left);
    if (nanoseconds(span) > now)
        pass(nanoseconds(span) - now);
    return 0;
}
