/*
 * posix_process.c — the functions of the module posix about processes, which WASI has none of:
 * waiting for children, groups and sessions, replacing the program, inheritance of descriptors.
 */
#include "socket.h"

#include "isolate.h"
#include "posix.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/sendfile.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

static Value answer(int status) {
    return status < 0 ? raise_errno(errno, 0) : VALUE_NONE;
}

static Value number_answer(int64_t number) {
    return number < 0 ? raise_errno(errno, 0) : int_from_i64(number);
}

/* ---- waiting --------------------------------------------------------------------------------- */

static Value wait_for(pid_t process, int options) {
    for (;;) {
        int status = 0;
        ThreadState state;
        if (pyrt_stack_check() < 0)
            return 0;
        isolate_leave(&state);
        pid_t ended = waitpid(process, &status, options);
        isolate_enter(&state);
        if (ended >= 0) {
            Value pair[2] = {value_from_small_int(ended), value_from_small_int(status)};
            return tuple_new(pair, 2);
        }
        if (errno != EINTR)
            return raise_errno(errno, 0);
    }
}

NATIVE(process_waitpid) {
    NATIVE_UNUSED();
    int process, options;
    if (object_c_int(args[0], &process) < 0 || object_c_int(args[1], &options) < 0)
        return 0;
    return wait_for(process, options);
}

NATIVE(process_wait) {
    NATIVE_UNUSED();
    return wait_for(-1, 0);
}

NATIVE(process_waitstatus_to_exitcode) {
    NATIVE_UNUSED();
    int status;
    if (object_c_int(args[0], &status) < 0)
        return 0;
    if (WIFEXITED(status))
        return value_from_small_int(WEXITSTATUS(status));
    if (WIFSIGNALED(status))
        return value_from_small_int(-WTERMSIG(status));
    if (WIFSTOPPED(status))
        return raise_error(&rt_exc_ValueError, "process stopped by delivery of signal %d",
                           WSTOPSIG(status));
    return raise_error(&rt_exc_ValueError, "invalid wait status: %d", status);
}

#define STATUS_FUNCTION(name, result)                                                              \
    NATIVE(process_##name) {                                                                       \
        NATIVE_UNUSED();                                                                           \
        int status;                                                                                \
        return object_c_int(args[0], &status) < 0 ? 0 : result;                                    \
    }
STATUS_FUNCTION(WIFEXITED, VALUE_BOOL(WIFEXITED(status)))
STATUS_FUNCTION(WEXITSTATUS, value_from_small_int(WEXITSTATUS(status)))
STATUS_FUNCTION(WIFSIGNALED, VALUE_BOOL(WIFSIGNALED(status)))
STATUS_FUNCTION(WTERMSIG, value_from_small_int(WTERMSIG(status)))
STATUS_FUNCTION(WIFSTOPPED, VALUE_BOOL(WIFSTOPPED(status)))
STATUS_FUNCTION(WSTOPSIG, value_from_small_int(WSTOPSIG(status)))
STATUS_FUNCTION(WIFCONTINUED, VALUE_BOOL(WIFCONTINUED(status)))
STATUS_FUNCTION(WCOREDUMP, VALUE_BOOL(WCOREDUMP(status)))
#undef STATUS_FUNCTION

NATIVE(process_pidfd_open) {
    NATIVE_UNUSED();
    int process, flags = 0;
    if (object_c_int(args[0], &process) < 0 || (args[1] && object_c_int(args[1], &flags) < 0))
        return 0;
    return number_answer(syscall(SYS_pidfd_open, process, flags));
}

/* ---- groups and sessions --------------------------------------------------------------------- */

NATIVE(process_fork) {
    NATIVE_UNUSED();
    pid_t child = fork();
    if (child == 0)
        rt_after_fork();
    return number_answer(child);
}

/* forkpty(): (0, -1) in the child, (its pid, the terminal's other end) in the parent */
NATIVE(process_forkpty) {
    NATIVE_UNUSED();
    int terminal = -1;
    pid_t child = forkpty(&terminal, NULL, NULL, NULL);
    if (child < 0)
        return raise_errno(errno, 0);
    if (child == 0)
        rt_after_fork();
    Value pair[2] = {value_from_small_int(child), value_from_small_int(terminal)};
    return tuple_new(pair, 2);
}

/* login_tty(fd) */
NATIVE(process_login_tty) {
    NATIVE_UNUSED();
    int fd;
    return object_c_int(args[0], &fd) < 0 ? 0 : answer(login_tty(fd));
}

NATIVE(process_setsid) {
    NATIVE_UNUSED();
    return answer(setsid());
}

NATIVE(process_getpgrp) {
    NATIVE_UNUSED();
    return value_from_small_int(getpgrp());
}

#define ID_FUNCTION(name)                                                                          \
    NATIVE(process_##name) {                                                                       \
        NATIVE_UNUSED();                                                                           \
        int process;                                                                               \
        return object_c_int(args[0], &process) < 0 ? 0 : number_answer(name(process));             \
    }
ID_FUNCTION(getpgid)
ID_FUNCTION(getsid)
#undef ID_FUNCTION

NATIVE(process_setpgid) {
    NATIVE_UNUSED();
    int process, group;
    if (object_c_int(args[0], &process) < 0 || object_c_int(args[1], &group) < 0)
        return 0;
    return answer(setpgid(process, group));
}

NATIVE(process_killpg) {
    NATIVE_UNUSED();
    int group, number;
    if (object_c_int(args[0], &group) < 0 || object_c_int(args[1], &number) < 0)
        return 0;
    if (killpg(group, number) < 0)
        return raise_errno(errno, 0);
    return pyrt_stack_check() < 0 ? 0 : VALUE_NONE;
}

NATIVE(process_nice) {
    NATIVE_UNUSED();
    int by;
    if (object_c_int(args[0], &by) < 0)
        return 0;
    errno = 0;
    int now = nice(by);
    return now == -1 && errno ? raise_errno(errno, 0) : value_from_small_int(now);
}

/* ---- other programs -------------------------------------------------------------------------- */

NATIVE(process_system) {
    NATIVE_UNUSED();
    Value command = path_bytes(args[0], NULL);
    if (!command)
        return 0;
    ThreadState state;
    isolate_leave(&state);
    int status = system(posix_path(command));
    isolate_enter(&state);
    value_decref(command);
    return value_from_small_int(status);
}

/* execve() of an open file. */
static Value replace_by_descriptor(Value file, Value arguments, Value environment) {
    int fd;
    if (object_c_int(file, &fd) < 0)
        return 0;
    Value keep = list_new(NULL, 0), variables = keep ? posix_environment(environment) : 0;
    char **texts = variables ? posix_texts(arguments, keep) : NULL;
    char **names = texts ? posix_texts(variables, keep) : NULL;
    if (names) {
        fexecve(fd, texts, names);
        raise_errno(errno, file);
    }
    mem_free(texts);
    mem_free(names);
    value_decref(variables);
    value_decref(keep);
    return 0;
}

static Value replace_program(Value path, Value arguments, Value environment) {
    PathUse use = {environment ? "execve" : "execv", "path", environment ? PATH_OR_FD : PATH_ONLY};
    if (posix_check_arguments(use.function, arguments, environment) < 0)
        return 0;
    if (environment && posix_has_index(path))
        return replace_by_descriptor(path, arguments, environment);
    Value keep = list_new(NULL, 0), file = keep ? path_bytes(path, &use) : 0;
    Value variables = file && environment ? posix_environment(environment) : 0;
    char **texts = file && (!environment || variables) ? posix_texts(arguments, keep) : NULL;
    char **names = texts && variables ? posix_texts(variables, keep) : NULL;
    if (texts && (!environment || names)) {
        if (names)
            execve(posix_path(file), texts, names);
        else
            execv(posix_path(file), texts);
        raise_errno(errno, environment ? path : 0);
    }
    mem_free(texts);
    mem_free(names);
    value_decref(variables);
    value_decref(file);
    value_decref(keep);
    return 0;
}

NATIVE(process_execv) {
    NATIVE_UNUSED();
    return replace_program(args[0], args[1], 0);
}

NATIVE(process_execve) {
    NATIVE_UNUSED();
    return replace_program(args[0], args[1], args[2]);
}

/* ---- descriptors ----------------------------------------------------------------------------- */

NATIVE(process_pipe2) {
    NATIVE_UNUSED();
    int flags, ends[2];
    if (object_c_int(args[0], &flags) < 0)
        return 0;
    if (pipe2(ends, flags) < 0)
        return raise_errno(errno, 0);
    Value pair[2] = {value_from_small_int(ends[0]), value_from_small_int(ends[1])};
    return tuple_new(pair, 2);
}

NATIVE(process_get_inheritable) {
    NATIVE_UNUSED();
    int fd;
    if (object_c_int(args[0], &fd) < 0)
        return 0;
    int flags = fcntl(fd, F_GETFD);
    return flags < 0 ? raise_errno(errno, 0) : VALUE_BOOL(!(flags & FD_CLOEXEC));
}

NATIVE(process_set_inheritable) {
    NATIVE_UNUSED();
    int fd, inheritable = object_truth(args[1]);
    if (inheritable < 0 || object_c_int(args[0], &fd) < 0)
        return 0;
    return answer(fcntl(fd, F_SETFD, inheritable ? 0 : FD_CLOEXEC));
}

/* sendfile(out_fd, in_fd, offset, count) */
NATIVE(process_sendfile) {
    NATIVE_UNUSED();
    int to, from;
    if (object_c_int(args[0], &to) < 0 || object_c_int(args[1], &from) < 0)
        return 0;
    int64_t size = object_index(args[3]);
    off_t offset = args[2] == VALUE_NONE ? 0 : (off_t)object_index(args[2]);
    if (isolate.pending)
        return 0;
    return number_answer(sendfile(to, from, args[2] == VALUE_NONE ? NULL : &offset, (size_t)size));
}

#define ROW(text, least, most)                                                                     \
    { .name = #text, .call = process_##text, .min_args = least, .max_args = most }

static const NativeMethod functions[] = {
    ROW(waitpid, 2, 2),
    ROW(wait, 0, 0),
    ROW(waitstatus_to_exitcode, 1, 1),
    ROW(WIFEXITED, 1, 1),
    ROW(WEXITSTATUS, 1, 1),
    ROW(WIFSIGNALED, 1, 1),
    ROW(WTERMSIG, 1, 1),
    ROW(WIFSTOPPED, 1, 1),
    ROW(WSTOPSIG, 1, 1),
    ROW(WIFCONTINUED, 1, 1),
    ROW(WCOREDUMP, 1, 1),
    {.name = "pidfd_open",
     .call = process_pidfd_open,
     .min_args = 1,
     .max_args = 2,
     .keywords = "pid flags"},
    ROW(fork, 0, 0),
    ROW(forkpty, 0, 0),
    ROW(login_tty, 1, 1),
    ROW(setsid, 0, 0),
    ROW(getpgrp, 0, 0),
    ROW(getpgid, 1, 1),
    ROW(getsid, 1, 1),
    ROW(setpgid, 2, 2),
    ROW(killpg, 2, 2),
    ROW(nice, 1, 1),
    ROW(system, 1, 1),
    ROW(execv, 2, 2),
    ROW(execve, 3, 3),
    ROW(pipe2, 1, 1),
    ROW(get_inheritable, 1, 1),
    ROW(set_inheritable, 2, 2),
    {.name = "sendfile",
     .call = process_sendfile,
     .min_args = 4,
     .max_args = 4,
     .keywords = "out_fd in_fd offset count"},
    {0},
};

int posix_init_processes(ModuleObject *module) {
    if (module_add_functions(module, functions) < 0 || posix_init_files(module) < 0 ||
        posix_init_spawn(module) < 0)
        return -1;
    return posix_init_system(module);
}
