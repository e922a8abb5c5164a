/*
 * mod_posixsubprocess.c — the module _posixsubprocess: starting a child process. Everything is
 * prepared before the fork; between fork and exec the child makes system calls only (and calls
 * preexec_fn, if there is one). What fails there is told through the pipe `errpipe_write`, as
 * "OSError:HEX:" with the number of the error, or "SubprocessError:0:..." for preexec_fn.
 */
#include "socket.h"

#include "isolate.h"
#include "posix.h"
#include "warn.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef struct Child {
    char **arguments, **programs, **environment; /* NULL-ended; environment NULL: inherited */
    const char *folder;                          /* NULL: stays */
    int *kept;                                   /* descriptors that stay open, ascending */
    size_t kept_count;
    int p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write;
    int close_fds, restore_signals, new_session, group, mask;
    int64_t user, user_group; /* -1: unchanged */
    gid_t *groups;
    size_t group_count;
    bool has_groups;
    Value preexec; /* or 0 */
} Child;

/* ---- in the child ---------------------------------------------------------------------------- */

static void tell(const Child *child, const char *text) {
    ssize_t size = (ssize_t)strlen(text);
    if (write(child->errpipe_write, text, (size_t)size) != size)
        _exit(255);
}

/* Reports errno; `note` tells the parent what was being done. */
static void fail(const Child *child, const char *note) {
    char text[32] = "OSError:", digits[16];
    unsigned error = (unsigned)errno;
    size_t count = 0, at = strlen(text);
    do
        digits[count++] = "0123456789ABCDEF"[error & 15];
    while (error >>= 4);
    while (count)
        text[at++] = digits[--count];
    text[at++] = ':';
    text[at] = 0;
    tell(child, text);
    tell(child, note);
    _exit(255);
}

/* Makes `from` the descriptor `to` of the new program. */
static bool place(int from, int to) {
    if (from == to)
        return fcntl(from, F_SETFD, 0) == 0;
    return from == -1 || dup2(from, to) >= 0;
}

static bool place_streams(Child *child) {
    if (child->p2cwrite >= 0)
        close(child->p2cwrite);
    if (child->c2pread >= 0)
        close(child->c2pread);
    if (child->errread >= 0)
        close(child->errread);
    close(child->errpipe_read);
    /* low descriptors that are still needed get out of the way */
    if (child->c2pwrite == 0 && (child->c2pwrite = dup(0)) < 0)
        return false;
    while (child->errwrite == 0 || child->errwrite == 1)
        if ((child->errwrite = dup(child->errwrite)) < 0)
            return false;
    return place(child->p2cread, 0) && place(child->c2pwrite, 1) && place(child->errwrite, 2);
}

static bool is_kept(const Child *child, int fd) {
    for (size_t i = 0; i < child->kept_count; i++)
        if (child->kept[i] == fd)
            return true;
    return false;
}

static void close_others(const Child *child) {
    enum { FIRST = 3 };
    int start = FIRST;
    for (size_t i = 0; i <= child->kept_count; i++) {
        int end = i < child->kept_count ? child->kept[i] : INT32_MAX;
        if (end > start && syscall(SYS_close_range, start, end - 1, 0) < 0)
            break;
        if (i == child->kept_count)
            return;
        start = end + 1 > FIRST ? end + 1 : FIRST;
    }
    long most = sysconf(_SC_OPEN_MAX);
    for (int fd = FIRST; fd < (most > 0 ? most : 1024); fd++)
        if (!is_kept(child, fd))
            close(fd);
}

static void restore_signals(void) {
    static const int numbers[] = {SIGPIPE, SIGXFSZ};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        signal(numbers[i], SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static bool change_identity(const Child *child) {
    if (child->mask >= 0)
        umask((mode_t)child->mask);
    if (child->new_session)
        setsid();
    if (child->group >= 0 && setpgid(0, child->group) < 0)
        return false;
    if (child->has_groups && setgroups(child->group_count, child->groups) < 0)
        return false;
    if (child->user_group >= 0 && setregid((gid_t)child->user_group, (gid_t)child->user_group) < 0)
        return false;
    return child->user < 0 || setreuid((uid_t)child->user, (uid_t)child->user) == 0;
}

static void run_preexec(const Child *child) {
    Value result = object_call0(child->preexec);
    if (result)
        return;
    tell(child, "SubprocessError:0:Exception occurred in preexec_fn.");
    _exit(255);
}

static _Noreturn void become(Child *child) {
    if (!place_streams(child))
        fail(child, "noexec");
    if (child->folder && chdir(child->folder) < 0)
        fail(child, "noexec:chdir");
    if (child->restore_signals)
        restore_signals();
    if (!change_identity(child))
        fail(child, "noexec");
    if (child->preexec)
        run_preexec(child);
    for (size_t i = 0; i < child->kept_count; i++)
        if (child->kept[i] != child->errpipe_write)
            fcntl(child->kept[i], F_SETFD, 0);
    if (child->close_fds)
        close_others(child);
    int error = 0;
    for (char **program = child->programs; *program; program++) {
        if (child->environment)
            execve(*program, child->arguments, child->environment);
        else
            execv(*program, child->arguments);
        if (errno != ENOENT && errno != ENOTDIR && error == 0)
            error = errno;
    }
    if (error)
        errno = error;
    fail(child, "");
    _exit(255);
}

/* ---- in the parent --------------------------------------------------------------------------- */

static int read_kept(Child *child, Value sequence) {
    Value list = list_from_iterable(sequence);
    if (!list)
        return -1;
    child->kept_count = (size_t)AS(ListObject, list)->length;
    child->kept = mem_alloc((child->kept_count + 1) * sizeof *child->kept);
    int status = child->kept ? 0 : -1;
    int64_t fd = -1;
    for (size_t i = 0; status == 0 && i < child->kept_count; i++) {
        int64_t before = fd;
        Value item = AS(ListObject, list)->items[i];
        bool is_good =
            value_is_int(item) && int_to_i64(item, &fd) && fd > before && fd <= INT32_MAX;
        if (!is_good)
            status = raise_status(&rt_exc_ValueError, "bad value(s) in fds_to_keep");
        child->kept[i] = (int)fd;
    }
    value_decref(list);
    return status;
}

static int read_groups(Child *child, Value sequence) {
    if (sequence == VALUE_NONE)
        return 0;
    Value list = list_from_iterable(sequence);
    if (!list)
        return -1;
    child->has_groups = true;
    child->group_count = (size_t)AS(ListObject, list)->length;
    child->groups = mem_alloc((child->group_count + 1) * sizeof *child->groups);
    int status = child->groups ? 0 : -1;
    for (size_t i = 0; status == 0 && i < child->group_count; i++)
        child->groups[i] = (gid_t)object_index(AS(ListObject, list)->items[i]);
    value_decref(list);
    return isolate.pending ? -1 : status;
}

static int read_id(Value value, int64_t *out) {
    *out = value == VALUE_NONE ? -1 : object_index(value);
    return isolate.pending ? -1 : 0;
}

enum {
    ARG_ARGS,
    ARG_PROGRAMS,
    ARG_CLOSE_FDS,
    ARG_PASS_FDS,
    ARG_CWD,
    ARG_ENV,
    ARG_FIRST_FD, /* eight descriptors */
    ARG_RESTORE_SIGNALS = 14,
    ARG_NEW_SESSION,
    ARG_GROUP,
    ARG_GID,
    ARG_GROUPS,
    ARG_UID,
    ARG_UMASK,
    ARG_PREEXEC,
    ARG_VFORK,
    ARG_COUNT
};

/* Fills `child`; `keep` and the arrays of `child` own what it points to. 0 or -1. */
static int prepare(Child *child, const Value *args, Value keep) {
    int *descriptors[8] = {&child->p2cread,      &child->p2cwrite,     &child->c2pread,
                           &child->c2pwrite,     &child->errread,      &child->errwrite,
                           &child->errpipe_read, &child->errpipe_write};
    for (int i = 0; i < 8; i++)
        if (object_c_int(args[ARG_FIRST_FD + i], descriptors[i]) < 0)
            return -1;
    child->close_fds = object_truth(args[ARG_CLOSE_FDS]);
    child->restore_signals = object_truth(args[ARG_RESTORE_SIGNALS]);
    child->new_session = object_truth(args[ARG_NEW_SESSION]);
    if (object_c_int(args[ARG_GROUP], &child->group) < 0 ||
        object_c_int(args[ARG_UMASK], &child->mask) < 0 ||
        read_id(args[ARG_GID], &child->user_group) < 0 ||
        read_id(args[ARG_UID], &child->user) < 0 || read_kept(child, args[ARG_PASS_FDS]) < 0 ||
        read_groups(child, args[ARG_GROUPS]) < 0)
        return -1;
    child->preexec = args[ARG_PREEXEC] == VALUE_NONE ? 0 : args[ARG_PREEXEC];
    if (args[ARG_CWD] != VALUE_NONE) {
        Value folder = path_bytes(args[ARG_CWD], NULL);
        if (!folder || list_append_take(keep, folder) < 0)
            return -1;
        child->folder = posix_path(folder);
    }
    if (!(child->arguments = posix_texts(args[ARG_ARGS], keep)) ||
        !(child->programs = posix_texts(args[ARG_PROGRAMS], keep)))
        return -1;
    if (args[ARG_ENV] == VALUE_NONE)
        return 0;
    child->environment = posix_texts(args[ARG_ENV], keep);
    return child->environment ? 0 : -1;
}

/* Handlers of the parent must not run in a child that has its memory. */
static void drop_handlers(void) {
    for (int number = 1; number < NSIG; number++) {
        struct sigaction action;
        if (sigaction(number, NULL, &action) == 0 && action.sa_handler != SIG_DFL &&
            action.sa_handler != SIG_IGN)
            signal(number, SIG_DFL);
    }
}

/* The child has the parent's memory until it becomes the program: no page tables are copied. Where
 * it may run Python code, or change whose it is, it gets a copy, as in CPython. */
static bool may_share(const Child *child, Value wanted) {
    return wanted == VALUE_TRUE && !child->preexec && child->user < 0 && child->user_group < 0 &&
           !child->has_groups;
}

/* In a function of its own: no variable of the caller lives through the vfork. */
static __attribute__((noinline)) pid_t start(Child *child, bool shares, const sigset_t *mask) {
    pid_t process = shares ? vfork() : fork();
    if (process == 0) {
        if (shares)
            drop_handlers();
        pthread_sigmask(SIG_SETMASK, mask, NULL);
        become(child);
    }
    return process;
}

NATIVE(fork_exec) {
    NATIVE_UNUSED();
    Child child = {0};
    Value keep = list_new(NULL, 0), result = 0;
    if (keep && prepare(&child, args, keep) == 0) {
        sigset_t all, usual; /* no handler of ours runs in the child */
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &usual);
        pid_t process = start(&child, may_share(&child, args[ARG_VFORK]), &usual);
        int error = errno;
        pthread_sigmask(SIG_SETMASK, &usual, NULL);
        result = process < 0 ? raise_errno(error, 0) : value_from_small_int(process);
    }
    mem_free(child.arguments);
    mem_free(child.programs);
    mem_free(child.environment);
    mem_free(child.kept);
    mem_free(child.groups);
    value_decref(keep);
    return result;
}

/* still_running(popen, pid): the warning of Popen.__del__; False: the modules are gone. */
NATIVE(still_running) {
    NATIVE_UNUSED();
    static const LibraryFrame frame = {.file = "/usr/lib/python3.11/subprocess.py",
                                       .name = "__del__",
                                       .line = 1125,
                                       .text =
                                           "_warn(\"subprocess %s is still running\" % self.pid,",
                                       .module = LIBRARY_SUBPROCESS};
    warn_unclosed(args[0], &frame, "subprocess %R is still running", args[1]);
    return isolate.pending ? 0 : VALUE_BOOL(!warn_modules_ended());
}

static const NativeMethod functions[] = {
    {.name = "fork_exec", .call = fork_exec, .min_args = ARG_COUNT, .max_args = ARG_COUNT},
    {.name = "still_running", .call = still_running, .min_args = 2, .max_args = 2},
    {0},
};

static int init(ModuleObject *module) {
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__posixsubprocess = {"_posixsubprocess", init};
