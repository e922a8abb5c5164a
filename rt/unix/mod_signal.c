/*
 * mod_signal.c — the module _signal: handlers written in Python.
 *
 * The C handler notes the number and asks for a safe point, where the main thread calls the
 * Python handler. SIGINT keeps the runtime's own handler (KeyboardInterrupt, or what asyncio.run
 * does) as long as its Python handler is default_int_handler.
 */
#include "socket.h"

#include "isolate.h"
#include "port.h"
#include "record.h"
#include "timeout.h"

#include "traceback.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

enum { SIGNALS = 65 };

static Value handlers[SIGNALS]; /* a callable, or SIG_DFL or SIG_IGN as a small int; 0: not ours */
static struct sigaction interrupt_action; /* the runtime's own for SIGINT */
static Value default_int_handler;
static _Atomic uint64_t seen; /* bit number - 1 */
static volatile int wakeup_fd = -1;
static Value itimer_error, siginfo_type;

static Value small(int64_t number) {
    return value_from_small_int(number);
}

/* ---- handling -------------------------------------------------------------------------------- */

static void caught(int number) {
    int error = errno;
    atomic_fetch_or(&seen, UINT64_C(1) << (number - 1));
    if (wakeup_fd >= 0) {
        uint8_t byte = (uint8_t)number;
        if (write(wakeup_fd, &byte, 1) < 0)
            atomic_signal_fence(memory_order_relaxed); /* a full pipe is awake already */
    }
    rt_signals_came = 1;
    rt_request_safe_point();
    errno = error;
}

/* Calls the Python handlers of what came, in order of number. 0, or -1: one of them raised. */
static int run_handlers(void) {
    uint64_t came = atomic_exchange(&seen, 0);
    for (int number = 1; came; number++, came >>= 1) {
        if (!(came & 1) || !handlers[number] || value_is_small_int(handlers[number]))
            continue;
        Value handler = value_incref(handlers[number]);
        Value args[2] = {small(number), frame_of_call_site(0)};
        Value result = args[1] ? object_call(handler, args, 2, 0) : 0;
        value_decref(args[1]);
        value_decref(handler);
        value_decref(result);
        if (result)
            continue;
        if (came >> 1) { /* the others stay for the next safe point */
            atomic_fetch_or(&seen, (came >> 1) << number);
            rt_signals_came = 1;
            rt_request_safe_point();
        }
        return -1;
    }
    return 0;
}

/* ---- signal, getsignal ----------------------------------------------------------------------- */

static int read_number(Value value, int *number) {
    if (object_c_int(value, number) < 0)
        return -1;
    if (*number < 1 || *number >= SIGNALS)
        return raise_status(&rt_exc_ValueError, "signal number out of range");
    return 0;
}

static Value handler_now(int number) {
    return handlers[number] ? value_incref(handlers[number]) : VALUE_NONE;
}

static int install(int number, Value handler) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    if (value_is_small_int(handler))
        action.sa_handler = value_small_int(handler) ? SIG_IGN : SIG_DFL;
    else if (number == SIGINT && handler == default_int_handler && interrupt_action.sa_handler)
        action = interrupt_action;
    else
        action.sa_handler = caught;
    return sigaction(number, &action, NULL);
}

static bool in_main_thread(const char *function) {
    if (rt_is_main_thread())
        return true;
    raise_error(&rt_exc_ValueError, "%s only works in main thread of the main interpreter",
                function);
    return false;
}

NATIVE(signal_signal) {
    NATIVE_UNUSED();
    int number;
    if (!in_main_thread("signal") || read_number(args[0], &number) < 0)
        return 0;
    Value handler = args[1];
    int64_t code;
    if (value_is_int(handler) && int_to_i64(handler, &code) && (code == 0 || code == 1))
        handler = small(code);
    else if (!object_callable(handler))
        return raise_error(&rt_exc_TypeError, "signal handler must be signal.SIG_IGN, "
                                              "signal.SIG_DFL, or a callable object");
    if (pyrt_stack_check() < 0)
        return 0;
    if (install(number, handler) < 0)
        return raise_errno(errno, 0);
    Value old = handler_now(number);
    value_replace(&handlers[number], value_incref(handler));
    return old;
}

NATIVE(signal_getsignal) {
    NATIVE_UNUSED();
    int number;
    return read_number(args[0], &number) < 0 ? 0 : handler_now(number);
}

NATIVE(signal_default_int_handler) {
    NATIVE_UNUSED();
    return raise_value_take(object_call0(OBJ(&rt_exc_KeyboardInterrupt)));
}

NATIVE(signal_siginterrupt) {
    NATIVE_UNUSED();
    int number, flag;
    struct sigaction action;
    if (read_number(args[0], &number) < 0 || object_c_int(args[1], &flag) < 0)
        return 0;
    if (sigaction(number, NULL, &action) < 0)
        return raise_errno(errno, 0);
    action.sa_flags = flag ? action.sa_flags & ~SA_RESTART : action.sa_flags | SA_RESTART;
    return sigaction(number, &action, NULL) < 0 ? raise_errno(errno, 0) : VALUE_NONE;
}

NATIVE(signal_set_wakeup_fd) {
    NATIVE_UNUSED();
    int fd, old = wakeup_fd;
    struct stat status;
    if (object_c_int(args[0], &fd) < 0 || !in_main_thread("set_wakeup_fd"))
        return 0;
    if (fd != -1 && fstat(fd, &status) < 0)
        return raise_errno(errno, 0);
    if (fd != -1 && !(fcntl(fd, F_GETFL) & O_NONBLOCK))
        return raise_error(&rt_exc_ValueError, "the fd %d must be in non-blocking mode", fd);
    wakeup_fd = fd;
    return small(old);
}

/* ---- sending and waiting --------------------------------------------------------------------- */

static Value checked(int status) {
    if (status < 0)
        return raise_errno(errno, 0);
    return pyrt_stack_check() < 0 ? 0 : VALUE_NONE;
}

NATIVE(signal_raise_signal) {
    NATIVE_UNUSED();
    int number;
    return object_c_int(args[0], &number) < 0 ? 0 : checked(raise(number) ? -1 : 0);
}

NATIVE(signal_pause) {
    NATIVE_UNUSED();
    ThreadState state;
    isolate_leave(&state);
    pause();
    isolate_enter(&state);
    return pyrt_stack_check() < 0 ? 0 : VALUE_NONE;
}

NATIVE(signal_alarm) {
    NATIVE_UNUSED();
    int seconds;
    return object_c_int(args[0], &seconds) < 0 ? 0 : small(alarm((unsigned)seconds));
}

static double seconds_of(struct timeval time) {
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static Value timer_pair(const struct itimerval *timer) {
    Value pair[2] = {float_new(seconds_of(timer->it_value)),
                     float_new(seconds_of(timer->it_interval))};
    Value result = tuple_new(pair, 2);
    value_decref(pair[0]);
    value_decref(pair[1]);
    return result;
}

/* Seconds as whole microseconds, rounded up. */
static int read_timeval(Value value, struct timeval *out) {
    enum { MICROSECOND = 1000, PER_SECOND = 1000000 };
    int64_t span = 0;
    if (value && timeout_read(value, TIMEOUT_SECOND, NULL, &span) < 0)
        return -1;
    int64_t whole = span / MICROSECOND + (span % MICROSECOND > 0);
    out->tv_sec = (time_t)(whole / PER_SECOND);
    out->tv_usec = (suseconds_t)(whole % PER_SECOND);
    if (out->tv_usec < 0) {
        out->tv_sec--;
        out->tv_usec += PER_SECOND;
    }
    return 0;
}

static Value raise_timer_error(void) {
    Value args[2] = {small(errno), str_from_cstr(strerror(errno))};
    Value exception = object_call(itimer_error, args, 2, 0);
    value_decref(args[1]);
    return exception ? raise_value_take(exception) : 0;
}

NATIVE(signal_setitimer) {
    NATIVE_UNUSED();
    int which;
    struct itimerval timer, old;
    if (object_c_int(args[0], &which) < 0 || read_timeval(args[1], &timer.it_value) < 0 ||
        read_timeval(ARG(2), &timer.it_interval) < 0)
        return 0;
    return setitimer(which, &timer, &old) < 0 ? raise_timer_error() : timer_pair(&old);
}

NATIVE(signal_getitimer) {
    NATIVE_UNUSED();
    int which;
    struct itimerval timer;
    if (object_c_int(args[0], &which) < 0)
        return 0;
    return getitimer(which, &timer) < 0 ? raise_timer_error() : timer_pair(&timer);
}

/* ---- sets ------------------------------------------------------------------------------------ */

static int read_set(Value iterable, sigset_t *set) {
    sigemptyset(set);
    Value list = list_from_iterable(iterable);
    if (!list)
        return -1;
    int status = 0, number;
    for (int64_t i = 0; status == 0 && i < AS(ListObject, list)->length; i++) {
        status = object_c_int(AS(ListObject, list)->items[i], &number);
        if (status == 0 && (number < 1 || number >= SIGNALS))
            status = raise_status(&rt_exc_ValueError, "signal number %d out of range [1; %d]",
                                  number, SIGNALS - 1);
        if (status == 0)
            sigaddset(set, number);
    }
    value_decref(list);
    return status;
}

static Value show_set(const sigset_t *set) {
    Value result = set_new(false);
    for (int number = 1; result && number < SIGNALS; number++)
        if (sigismember(set, number) == 1 && set_add(result, small(number)) < 0)
            return 0;
    return result;
}

NATIVE(signal_pthread_sigmask) {
    NATIVE_UNUSED();
    int how;
    sigset_t set, old;
    if (object_c_int(args[0], &how) < 0 || read_set(args[1], &set) < 0)
        return 0;
    int error = pthread_sigmask(how, &set, &old);
    if (error)
        return raise_errno(error, 0);
    return pyrt_stack_check() < 0 ? 0 : show_set(&old);
}

NATIVE(signal_sigpending) {
    NATIVE_UNUSED();
    sigset_t set;
    return sigpending(&set) < 0 ? raise_errno(errno, 0) : show_set(&set);
}

NATIVE(signal_sigwait) {
    NATIVE_UNUSED();
    int number = 0;
    sigset_t set;
    if (read_set(args[0], &set) < 0)
        return 0;
    ThreadState state;
    isolate_leave(&state);
    int error = sigwait(&set, &number);
    isolate_enter(&state);
    return error ? raise_errno(error, 0) : small(number);
}

/* What sigwaitinfo and sigtimedwait tell of a signal. */
static Value show_info(const siginfo_t *info) {
    Value fields[7] = {small(info->si_signo),      small(info->si_code),
                       small(info->si_errno),      int_from_i64(info->si_pid),
                       int_from_i64(info->si_uid), int_from_i64(info->si_status),
                       int_from_i64(info->si_band)};
    return record_new(siginfo_type, fields, 7);
}

/* Waits for a signal of the set, through others, until the deadline (PORT_FOREVER: none). */
static Value wait_info(const sigset_t *set, int64_t deadline) {
    for (;;) {
        siginfo_t info;
        struct timespec span = timeout_left(deadline);
        ThreadState state;
        isolate_leave(&state);
        int number = sigtimedwait(set, &info, deadline == (int64_t)PORT_FOREVER ? NULL : &span);
        isolate_enter(&state);
        if (number > 0)
            return show_info(&info);
        if (errno == EAGAIN)
            return VALUE_NONE;
        if (errno != EINTR)
            return raise_errno(errno, 0);
        if (pyrt_stack_check() < 0)
            return 0;
    }
}

NATIVE(signal_sigwaitinfo) {
    NATIVE_UNUSED();
    sigset_t set;
    return read_set(args[0], &set) < 0 ? 0 : wait_info(&set, PORT_FOREVER);
}

NATIVE(signal_sigtimedwait) {
    NATIVE_UNUSED();
    sigset_t set;
    int64_t wait;
    if (timeout_read(args[1], TIMEOUT_SECOND, NULL, &wait) < 0)
        return 0;
    if (wait < 0)
        return raise_error(&rt_exc_ValueError, "timeout must be non-negative");
    if (read_set(args[0], &set) < 0)
        return 0;
    return wait_info(&set, timeout_deadline(wait));
}

NATIVE(signal_pthread_kill) {
    NATIVE_UNUSED();
    int64_t thread = object_index(args[0]);
    int number;
    if ((thread == -1 && isolate.pending) || object_c_int(args[1], &number) < 0)
        return 0;
    int error = pthread_kill((pthread_t)thread, number);
    if (error)
        return raise_errno(error, 0);
    return pyrt_stack_check() < 0 ? 0 : VALUE_NONE;
}

/* pidfd_send_signal(pidfd, sig, siginfo=None, flags=0) */
NATIVE(signal_pidfd_send_signal) {
    NATIVE_UNUSED();
    int fd, number, flags = 0;
    if (object_c_int(args[0], &fd) < 0 || object_c_int(args[1], &number) < 0 ||
        (count > 3 && object_c_int(args[3], &flags) < 0))
        return 0;
    if (count > 2 && args[2] != VALUE_NONE)
        return raise_error(&rt_exc_TypeError, "siginfo must be None");
    return syscall(SYS_pidfd_send_signal, fd, number, NULL, flags) < 0 ? raise_errno(errno, 0)
                                                                       : VALUE_NONE;
}

NATIVE(signal_valid_signals) {
    NATIVE_UNUSED();
    sigset_t set;
    sigfillset(&set);
    return show_set(&set);
}

NATIVE(signal_strsignal) {
    NATIVE_UNUSED();
    int number;
    if (read_number(args[0], &number) < 0)
        return 0;
    const char *text = strsignal(number);
    return text && strncmp(text, "Unknown signal", 14) != 0 ? str_from_cstr(text) : VALUE_NONE;
}

/* ---- the module ------------------------------------------------------------------------------ */

#define ROW(text, least, most)                                                                     \
    { .name = #text, .call = signal_##text, .min_args = least, .max_args = most }

static const NativeMethod functions[] = {
    ROW(signal, 2, 2),
    ROW(getsignal, 1, 1),
    ROW(default_int_handler, 2, 2),
    ROW(siginterrupt, 2, 2),
    {.name = "set_wakeup_fd",
     .call = signal_set_wakeup_fd,
     .min_args = 1,
     .max_args = 1,
     .keywords = " warn_on_full_buffer"},
    ROW(raise_signal, 1, 1),
    ROW(pause, 0, 0),
    ROW(alarm, 1, 1),
    ROW(setitimer, 2, 3),
    ROW(getitimer, 1, 1),
    ROW(pthread_sigmask, 2, 2),
    ROW(sigpending, 0, 0),
    ROW(sigwait, 1, 1),
    ROW(sigwaitinfo, 1, 1),
    ROW(sigtimedwait, 2, 2),
    ROW(pthread_kill, 2, 2),
    ROW(pidfd_send_signal, 2, 4),
    ROW(valid_signals, 0, 0),
    ROW(strsignal, 1, 1),
    {0},
};

NATIVE(sighandler_noop) {
    NATIVE_UNUSED();
    return VALUE_NONE;
}

/* A loop watches a signal, with a handler that does nothing, or does so no more. */
static void watched_by_loop(int number, bool watched) {
    static const NativeMethod noop = {
        .name = "_sighandler_noop", .call = sighandler_noop, .min_args = 2, .max_args = 2};
    Value handler = watched            ? native_function_new(&noop, 0, 0)
                    : number == SIGINT ? value_incref(default_int_handler)
                                       : small(0);
    if (!handler)
        exc_clear();
    value_replace(&handlers[number], handler);
}

/* What each signal does when the program starts. */
static void read_handlers(void) {
    for (int number = 1; number < SIGNALS; number++) {
        struct sigaction action;
        if (sigaction(number, NULL, &action) < 0)
            continue;
        if (action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN)
            handlers[number] = small(action.sa_handler == SIG_IGN);
        else if (number == SIGINT) {
            interrupt_action = action;
            handlers[number] = value_incref(default_int_handler);
        }
    }
}

static void finish(void) {
    rt_signal_hook = NULL;
    rt_signal_watched = NULL;
    for (int number = 1; number < SIGNALS; number++)
        value_replace(&handlers[number], 0);
    value_replace(&default_int_handler, 0);
    value_replace(&itimer_error, 0);
    value_replace(&siginfo_type, 0);
}

static int init(ModuleObject *module) {
    const struct {
        const char *name;
        int value;
    } constants[] = {
#define CONSTANT(name) {#name, name},
#include "signal_constants.def"
#undef CONSTANT
        {"NSIG", SIGNALS},      {"SIG_DFL", 0},         {"SIG_IGN", 1},
        {"SIGRTMIN", SIGRTMIN}, {"SIGRTMAX", SIGRTMAX},
    };
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        if (module_set(module, constants[i].name, small(constants[i].value)) < 0)
            return -1;
    if (module_add_functions(module, functions) < 0)
        return -1;
    default_int_handler = value_incref(dict_get_cstr_borrow(module->dict, "default_int_handler"));
    Value base = OBJ(&rt_exc_OSError), dict = dict_new();
    Value bases = dict ? tuple_new(&base, 1) : 0;
    Value args[3] = {str_name("itimer_error"), bases, dict};
    if (bases && dict_set_cstr(dict, "__module__", str_name("signal")) == 0)
        itimer_error = object_call(OBJ(&rt_type_type), args, 3, 0);
    value_decref(dict);
    value_decref(bases);
    if (!itimer_error || module_set(module, "ItimerError", value_incref(itimer_error)) < 0)
        return -1;
    siginfo_type = record_type_new("signal", "struct_siginfo",
                                   "si_signo si_code si_errno si_pid si_uid si_status si_band", 7);
    if (!siginfo_type || module_set(module, "struct_siginfo", value_incref(siginfo_type)) < 0)
        return -1;
    read_handlers();
    rt_signal_hook = run_handlers;
    rt_signal_watched = watched_by_loop;
    rt_at_finish(finish);
    return 0;
}

const NativeModule pyrt_module__signal = {"_signal", init};
