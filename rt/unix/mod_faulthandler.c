/*
 * mod_faulthandler.c — the module faulthandler: what is told when the program crashes, hangs, or
 * gets a signal. There is no stack of Python frames to show, which the text says as CPython does of
 * a thread without one. Handlers of signals only call what is safe in them.
 */
#include "isolate.h"
#include "object.h"
#include "port.h"
#include "posix.h"
#include "select.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* ---- writing --------------------------------------------------------------------------------- */

static void put(int fd, const char *text) {
    for (size_t size = strlen(text); size;) {
        ssize_t written = write(fd, text, size);
        if (written < 0 && errno != EINTR)
            return;
        text += written > 0 ? written : 0;
        size -= written > 0 ? (size_t)written : 0;
    }
}

/* `title`: "Current thread" or "Thread"; NULL: there is only one to tell of. */
static void put_thread(int fd, const char *title, uint64_t id) {
    if (!title) {
        put(fd, "Stack (most recent call first):\n  <no Python frame>\n");
        return;
    }
    char digits[17] = {0};
    for (int i = 15; i >= 0; i--, id >>= 4)
        digits[i] = "0123456789abcdef"[id & 15];
    put(fd, title);
    put(fd, " 0x");
    put(fd, digits);
    put(fd, " (most recent call first):\n  <no Python frame>\n");
}

static void put_current(int fd, bool all_threads) {
    put_thread(fd, all_threads ? "Current thread" : NULL, port_thread_id());
}

/* The descriptor of an optional file argument, and the file itself (owned) in *file. False: an
 * exception is pending. */
static bool read_file(Value given, int *fd, Value *file) {
    Value stream = given && given != VALUE_NONE ? given : io_stream_borrow(IO_STDERR);
    *file = 0;
    if (!stream || stream == VALUE_NONE) {
        raise_error(&rt_exc_RuntimeError,
                    stream ? "sys.stderr is None" : "unable to get sys.stderr");
        return false;
    }
    if (value_is_int(stream)) {
        if (posix_descriptor(stream, fd) < 0)
            return false;
    } else {
        Value number = object_call_method(stream, "fileno", NULL, 0);
        int status = number ? object_c_int(number, fd) : -1;
        value_decref(number);
        if (status < 0)
            return false;
        Value result = object_call_method(stream, "flush", NULL, 0);
        if (!result)
            exc_clear();
        value_decref(result);
        *file = value_incref(stream);
    }
    return true;
}

/* ---- crashes --------------------------------------------------------------------------------- */

static struct {
    int number;
    const char *text;
    struct sigaction before;
} faults[] = {
    {SIGBUS, "Bus error", {0}},
    {SIGILL, "Illegal instruction", {0}},
    {SIGFPE, "Floating point exception", {0}},
    {SIGABRT, "Aborted", {0}},
    {SIGSEGV, "Segmentation fault", {0}},
};
enum { FAULT_COUNT = sizeof faults / sizeof *faults, FAULT_STACK = 32768 };
static bool enabled, fault_all_threads;
static int fault_fd = -1;
static Value fault_file;
static void *fault_stack;

static void on_fault(int number) {
    for (int i = 0; i < FAULT_COUNT; i++)
        if (faults[i].number == number) {
            sigaction(number, &faults[i].before, NULL);
            put(fault_fd, "Fatal Python error: ");
            put(fault_fd, faults[i].text);
            put(fault_fd, "\n\n");
            put_current(fault_fd, fault_all_threads);
        }
    raise(number);
}

static void disable(void) {
    for (int i = 0; enabled && i < FAULT_COUNT; i++)
        sigaction(faults[i].number, &faults[i].before, NULL);
    enabled = false;
    value_replace(&fault_file, 0);
}

static void install(void) {
    if (!fault_stack && (fault_stack = malloc(FAULT_STACK))) {
        stack_t stack = {.ss_sp = fault_stack, .ss_size = FAULT_STACK};
        sigaltstack(&stack, NULL);
    }
    struct sigaction action = {.sa_handler = on_fault,
                               .sa_flags = SA_NODEFER | (fault_stack ? SA_ONSTACK : 0)};
    for (int i = 0; !enabled && i < FAULT_COUNT; i++)
        sigaction(faults[i].number, &action, &faults[i].before);
    enabled = true;
}

/* enable(file=sys.stderr, all_threads=True) */
NATIVE(fault_enable) {
    NATIVE_UNUSED();
    Value file;
    int all = ARG(1) ? object_truth(args[1]) : 1;
    if (all < 0 || !read_file(ARG(0), &fault_fd, &file))
        return 0;
    value_replace(&fault_file, file);
    fault_all_threads = all;
    install();
    return VALUE_NONE;
}

NATIVE(fault_disable) {
    NATIVE_UNUSED();
    bool was = enabled;
    disable();
    return VALUE_BOOL(was);
}

NATIVE(fault_is_enabled) {
    NATIVE_UNUSED();
    return VALUE_BOOL(enabled);
}

/* dump_traceback(file=sys.stderr, all_threads=True) */
NATIVE(fault_dump) {
    NATIVE_UNUSED();
    Value file;
    int fd, all = ARG(1) ? object_truth(args[1]) : 1;
    if (all < 0 || !read_file(ARG(0), &fd, &file))
        return 0;
    put_current(fd, all);
    value_decref(file);
    return VALUE_NONE;
}

/* ---- hanging --------------------------------------------------------------------------------- */

/* One call of dump_traceback_later; its thread frees it. */
typedef struct Watchdog {
    PortEvent *cancelled;
    int64_t span;
    uint64_t owner; /* the thread that asked for it */
    bool repeat, exit;
    int fd;
    char heading[64];
} Watchdog;

static Watchdog *watchdog;
static Value watchdog_file;

static void watch(void *data) {
    Watchdog *self = data;
    do {
        int64_t deadline = port_monotonic_ns() + self->span;
        while (port_monotonic_ns() < deadline)
            if (port_event_wait(self->cancelled, deadline))
                goto done;
        put(self->fd, self->heading);
        put_thread(self->fd, "Thread", self->owner);
        if (self->exit)
            _exit(1);
    } while (self->repeat);
    while (!port_event_wait(self->cancelled, PORT_FOREVER))
        continue;
done:
    port_event_free(self->cancelled);
    free(self);
}

static void cancel(void) {
    if (watchdog)
        port_event_set(watchdog->cancelled);
    watchdog = NULL;
    value_replace(&watchdog_file, 0);
}

static Watchdog *watchdog_new(double seconds, int repeat, int exit, int fd) {
    Watchdog *self = calloc(1, sizeof *self);
    if (!self || !(self->cancelled = port_event_new())) {
        free(self);
        return NULL;
    }
    self->span = (int64_t)ceil(seconds * 1e9);
    self->owner = port_thread_id();
    self->repeat = repeat;
    self->exit = exit;
    self->fd = fd;
    long whole = (long)seconds, micro = (long)((seconds - (double)whole) * 1e6);
    int used = snprintf(self->heading, sizeof self->heading, "Timeout (%ld:%02ld:%02ld",
                        whole / 3600, whole / 60 % 60, whole % 60);
    snprintf(self->heading + used, sizeof self->heading - (size_t)used,
             micro ? ".%06ld)!\n" : ")!\n", micro);
    return self;
}

/* dump_traceback_later(timeout, repeat=False, file=sys.stderr, exit=False) */
NATIVE(fault_later) {
    NATIVE_UNUSED();
    double seconds;
    Value file;
    uint64_t id;
    int fd, repeat = ARG(1) ? object_truth(args[1]) : 0, exit = ARG(3) ? object_truth(args[3]) : 0;
    if (repeat < 0 || exit < 0 || !value_to_double(args[0], &seconds))
        return 0;
    if (!(seconds > 0))
        return raise_error(&rt_exc_ValueError, "timeout must be greater than 0");
    if (seconds > 9e9)
        return raise_error(&rt_exc_OverflowError, "timeout value is too large");
    if (!read_file(ARG(2), &fd, &file))
        return 0;
    cancel();
    watchdog_file = file;
    Watchdog *self = watchdog_new(seconds, repeat, exit, fd);
    if (!self)
        return raise_no_memory();
    if (port_thread_start(watch, self, 0, &id) < 0) {
        port_event_free(self->cancelled);
        free(self);
        return raise_error(&rt_exc_RuntimeError, "unable to start watchdog thread");
    }
    watchdog = self;
    return VALUE_NONE;
}

NATIVE(fault_cancel) {
    NATIVE_UNUSED();
    cancel();
    return VALUE_NONE;
}

/* ---- signals that the program names ---------------------------------------------------------- */

enum { SIGNAL_COUNT = 65 };
static struct {
    bool on, all_threads, chain;
    int fd;
    Value file;
    struct sigaction before;
} watched[SIGNAL_COUNT];

static void on_signal(int number) {
    int error = errno;
    put_current(watched[number].fd, watched[number].all_threads);
    if (watched[number].chain) {
        struct sigaction own;
        sigaction(number, &watched[number].before, &own);
        raise(number);
        sigaction(number, &own, NULL);
    }
    errno = error;
}

/* A number that may be registered. 0 or -1. */
static int read_signal(Value value, int *number) {
    if (object_c_int(value, number) < 0)
        return -1;
    for (int i = 0; i < FAULT_COUNT; i++)
        if (faults[i].number == *number)
            return raise_status(&rt_exc_RuntimeError,
                                "signal %d cannot be registered, use enable() instead", *number);
    if (*number < 1 || *number >= SIGNAL_COUNT)
        return raise_status(&rt_exc_ValueError, "signal number out of range");
    return 0;
}

/* register(signum, file=sys.stderr, all_threads=True, chain=False) */
NATIVE(fault_register) {
    NATIVE_UNUSED();
    int number, fd;
    Value file;
    int all = ARG(2) ? object_truth(args[2]) : 1, chain = ARG(3) ? object_truth(args[3]) : 0;
    if (all < 0 || chain < 0 || read_signal(args[0], &number) < 0 || !read_file(ARG(1), &fd, &file))
        return 0;
    struct sigaction action = {.sa_handler = on_signal,
                               .sa_flags = SA_RESTART | (chain ? SA_NODEFER : 0)};
    watched[number].all_threads = all;
    watched[number].chain = chain;
    watched[number].fd = fd;
    value_replace(&watched[number].file, file);
    if (!watched[number].on && sigaction(number, &action, &watched[number].before) < 0)
        return raise_errno(errno, 0);
    watched[number].on = true;
    return VALUE_NONE;
}

static bool forget(int number) {
    bool was = watched[number].on;
    if (was)
        sigaction(number, &watched[number].before, NULL);
    watched[number].on = false;
    value_replace(&watched[number].file, 0);
    return was;
}

NATIVE(fault_unregister) {
    NATIVE_UNUSED();
    int number;
    return read_signal(args[0], &number) < 0 ? 0 : VALUE_BOOL(forget(number));
}

/* ---- the module ------------------------------------------------------------------------------ */

static const NativeMethod functions[] = {
    {.name = "enable", .call = fault_enable, .max_args = 2, .keywords = "file all_threads"},
    {.name = "disable", .call = fault_disable},
    {.name = "is_enabled", .call = fault_is_enabled},
    {.name = "dump_traceback", .call = fault_dump, .max_args = 2, .keywords = "file all_threads"},
    {.name = "dump_traceback_later",
     .call = fault_later,
     .min_args = 1,
     .max_args = 4,
     .keywords = "timeout repeat file exit"},
    {.name = "cancel_dump_traceback_later", .call = fault_cancel},
    {.name = "register",
     .call = fault_register,
     .min_args = 1,
     .max_args = 4,
     .keywords = "signum file all_threads chain"},
    {.name = "unregister", .call = fault_unregister, .min_args = 1, .max_args = 1},
    {0},
};

static void finish(void) {
    disable();
    cancel();
    for (int number = 1; number < SIGNAL_COUNT; number++)
        forget(number);
    if (fault_stack) {
        stack_t none = {.ss_flags = SS_DISABLE};
        sigaltstack(&none, NULL);
        free(fault_stack);
        fault_stack = NULL;
    }
}

static int fault_init(ModuleObject *module) {
    rt_at_finish(finish);
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module_faulthandler = {"faulthandler", fault_init};
