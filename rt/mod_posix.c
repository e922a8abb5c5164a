/*
 * mod_posix.c — the module posix: what os needs from the operating system. Calls that WASI lacks
 * are weak references (posix.h) and raise NotImplementedError there. What takes paths is in
 * posix_path.c, folders in posix_dir.c.
 */
#include "errno_table.h"
#include "isolate.h"
#include "posix.h"
#include "record.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

extern char **environ;

/* ---- helpers --------------------------------------------------------------------------------- */

const char *posix_path(Value bytes) {
    return (const char *)AS(BytesObject, bytes)->data;
}

/* The answer of a system call about one path. */
static Value done(int status, Value path) {
    return status < 0 ? raise_errno(errno, path) : VALUE_NONE;
}

Value posix_not_supported(const char *function) {
    return raise_error(&rt_exc_NotImplementedError, "os.%s is not available on this platform",
                       function);
}

Value posix_failed(void) {
    return isolate.pending ? 0 : raise_errno(errno, 0);
}

int posix_descriptor(Value argument, int *fd) {
    Value number = value_is_int(argument) ? value_incref(argument) : 0;
    if (!number) {
        bool failed;
        Value method = object_getattr_optional(argument, str_name("fileno"), &failed);
        if (failed)
            return -1;
        if (!method)
            return raise_status(&rt_exc_TypeError,
                                "argument must be an int, or have a fileno() method.");
        number = object_call0(method);
        value_decref(method);
        if (number && !value_is_int(number)) {
            value_decref(number);
            return raise_status(&rt_exc_TypeError, "fileno() returned a non-integer");
        }
    }
    int status = number ? object_c_int(number, fd) : -1;
    value_decref(number);
    if (status == 0 && *fd < 0)
        return raise_status(&rt_exc_ValueError, "file descriptor cannot be a negative integer (%d)",
                            *fd);
    return status;
}

/* ---- descriptors ----------------------------------------------------------------------------- */

NATIVE(posix_close_fd) {
    NATIVE_UNUSED();
    int fd;
    return object_c_int(args[0], &fd) < 0 ? 0 : done(close(fd), 0);
}

NATIVE(posix_read) {
    NATIVE_UNUSED();
    int fd;
    int64_t size = object_index(args[1]);
    if (object_c_int(args[0], &fd) < 0 || (size == -1 && isolate.pending))
        return 0;
    if (size < 0)
        return raise_errno(EINVAL, 0);
    char *data = mem_alloc_items(size, 1);
    if (!data)
        return 0;
    ssize_t got;
    POSIX_WAITING(got, read(fd, data, (size_t)size));
    Value result = got < 0 ? posix_failed() : bytes_new(data, (size_t)got);
    mem_free(data);
    return result;
}

NATIVE(posix_write) {
    NATIVE_UNUSED();
    int fd;
    if (object_c_int(args[0], &fd) < 0)
        return 0;
    if (value_isa(args[1], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "a bytes-like object is required, not 'str'");
    Value bytes = object_call1(OBJ(&rt_type_bytes), args[1]);
    if (!bytes)
        return 0;
    ssize_t put;
    POSIX_WAITING(put, write(fd, posix_path(bytes), (size_t)AS(BytesObject, bytes)->length));
    Value result = put < 0 ? posix_failed() : int_from_i64(put);
    value_decref(bytes);
    return result;
}

NATIVE(posix_lseek) {
    NATIVE_UNUSED();
    int fd, whence;
    int64_t offset = object_index(args[1]);
    if (object_c_int(args[0], &fd) < 0 || isolate.pending || object_c_int(args[2], &whence) < 0)
        return 0;
    static const int origins[] = {SEEK_SET, SEEK_CUR, SEEK_END};
    bool is_portable = whence >= 0 && whence <= 2;
    off_t at = lseek(fd, (off_t)offset, is_portable ? origins[whence] : whence);
    return at < 0 ? raise_errno(errno, 0) : int_from_i64((int64_t)at);
}

NATIVE(posix_ftruncate) {
    NATIVE_UNUSED();
    int fd;
    int64_t size = object_index(args[1]);
    if (object_c_int(args[0], &fd) < 0 || isolate.pending)
        return 0;
    return done(ftruncate(fd, (off_t)size), 0);
}

NATIVE(posix_fsync) {
    NATIVE_UNUSED();
    int fd;
    return posix_descriptor(args[0], &fd) < 0 ? 0 : done(fsync(fd), 0);
}

NATIVE(posix_isatty) {
    NATIVE_UNUSED();
    int fd;
    return object_c_int(args[0], &fd) < 0 ? 0 : VALUE_BOOL(isatty(fd) == 1);
}

NATIVE(posix_dup) {
    NATIVE_UNUSED();
    int fd;
    if (!optional_dup)
        return posix_not_supported("dup");
    if (object_c_int(args[0], &fd) < 0)
        return 0;
    int copy = optional_dup(fd);
    if (copy >= 0)
        fcntl(copy, F_SETFD, FD_CLOEXEC);
    return copy < 0 ? raise_errno(errno, 0) : value_from_small_int(copy);
}

/* dup2(fd, fd2, inheritable) */
NATIVE(posix_dup2) {
    NATIVE_UNUSED();
    int from, to, inheritable = args[2] ? object_truth(args[2]) : 1;
    if (!optional_dup2)
        return posix_not_supported("dup2");
    if (inheritable < 0 || object_c_int(args[0], &from) < 0 || object_c_int(args[1], &to) < 0)
        return 0;
    if (from < 0 || to < 0)
        return raise_errno(EBADF, 0);
    if (optional_dup2(from, to) < 0)
        return raise_errno(errno, 0);
    if (!inheritable)
        fcntl(to, F_SETFD, FD_CLOEXEC);
    return value_from_small_int(to);
}

NATIVE(posix_pipe) {
    NATIVE_UNUSED();
    int ends[2];
    if (!optional_pipe)
        return posix_not_supported("pipe");
    if (optional_pipe(ends) < 0)
        return raise_errno(errno, 0);
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    Value pair[2] = {value_from_small_int(ends[0]), value_from_small_int(ends[1])};
    return tuple_new(pair, 2);
}

NATIVE(posix_set_blocking) {
    NATIVE_UNUSED();
    int fd, blocking = object_truth(args[1]);
    if (blocking < 0 || object_c_int(args[0], &fd) < 0)
        return 0;
    int flags = fcntl(fd, F_GETFL);
    if (flags >= 0)
        flags = fcntl(fd, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
    return done(flags, 0);
}

NATIVE(posix_get_blocking) {
    NATIVE_UNUSED();
    int fd;
    if (object_c_int(args[0], &fd) < 0)
        return 0;
    int flags = fcntl(fd, F_GETFL);
    return flags < 0 ? raise_errno(errno, 0) : VALUE_BOOL(!(flags & O_NONBLOCK));
}

/* ---- the process ----------------------------------------------------------------------------- */

NATIVE(posix_getcwd) {
    NATIVE_UNUSED();
    char path[4096];
    return getcwd(path, sizeof path) ? text_from_system(path, strlen(path)) : raise_errno(errno, 0);
}

NATIVE(posix_getcwdb) {
    NATIVE_UNUSED();
    char path[4096];
    return getcwd(path, sizeof path) ? bytes_new(path, strlen(path)) : raise_errno(errno, 0);
}

/* Numbers a process has; 0 where the platform does not know them. */
#define ID_FUNCTION(name)                                                                          \
    NATIVE(posix_##name) {                                                                         \
        NATIVE_UNUSED();                                                                           \
        return value_from_small_int(optional_##name ? (int64_t)optional_##name() : 0);             \
    }
ID_FUNCTION(getpid)
ID_FUNCTION(getppid)
ID_FUNCTION(getuid)
ID_FUNCTION(geteuid)
ID_FUNCTION(getgid)
ID_FUNCTION(getegid)
#undef ID_FUNCTION

NATIVE(posix_umask) {
    NATIVE_UNUSED();
    int mask;
    if (!optional_umask)
        return posix_not_supported("umask");
    return object_c_int(args[0], &mask) < 0
               ? 0
               : value_from_small_int((int64_t)optional_umask((mode_t)mask));
}

NATIVE(posix_kill) {
    NATIVE_UNUSED();
    int process, signal;
    if (!optional_kill)
        return posix_not_supported("kill");
    if (object_c_int(args[0], &process) < 0 || object_c_int(args[1], &signal) < 0)
        return 0;
    if (optional_kill(process, signal) < 0)
        return raise_errno(errno, 0);
    return pyrt_stack_check() < 0 ? 0 : VALUE_NONE;
}

NATIVE(posix_exit) {
    NATIVE_UNUSED();
    int status;
    if (object_c_int(args[0], &status) < 0)
        return 0;
    _Exit(status);
}

NATIVE(posix_abort) {
    NATIVE_UNUSED();
    abort();
}

NATIVE(posix_urandom) {
    NATIVE_UNUSED();
    int64_t size = object_index(args[0]);
    if (size < 0)
        return isolate.pending ? 0
                               : raise_error(&rt_exc_ValueError, "negative argument not allowed");
    uint8_t *data = mem_alloc_items(size, 1);
    if (!data)
        return 0;
    int status = 0;
    for (int64_t i = 0; status == 0 && i < size; i += 256) /* at most 256 at a time */
        status = getentropy(data + i, (size_t)(size - i < 256 ? size - i : 256));
    Value result = status < 0 ? raise_errno(errno, 0) : bytes_new(data, (size_t)size);
    mem_free(data);
    return result;
}

NATIVE(posix_cpu_count) {
    NATIVE_UNUSED();
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors > 0 ? value_from_small_int(processors) : VALUE_NONE;
}

NATIVE(posix_strerror) {
    NATIVE_UNUSED();
    int error;
    return object_c_int(args[0], &error) < 0 ? 0 : errno_text(error);
}

static Value uname_type;

NATIVE(posix_uname) {
    NATIVE_UNUSED();
    struct utsname system;
    if (uname(&system) < 0)
        return raise_errno(errno, 0);
    Value values[] = {str_from_cstr(system.sysname), str_from_cstr(system.nodename),
                      str_from_cstr(system.release), str_from_cstr(system.version),
                      str_from_cstr(system.machine)};
    return record_new(uname_type, values, 5);
}

NATIVE(posix_putenv) {
    NATIVE_UNUSED();
    Value name = path_bytes(args[0], NULL), value = name ? path_bytes(args[1], NULL) : 0;
    Value result = 0;
    if (value && strchr(posix_path(name), '='))
        raise_error(&rt_exc_ValueError, "illegal environment variable name");
    else if (value)
        result = done(setenv(posix_path(name), posix_path(value), 1), 0);
    value_decref(name);
    value_decref(value);
    return result;
}

NATIVE(posix_unsetenv) {
    NATIVE_UNUSED();
    Value name = path_bytes(args[0], NULL);
    Value result = name ? done(unsetenv(posix_path(name)), 0) : 0;
    value_decref(name);
    return result;
}

/* The environment as a dict of str. */
static Value environment(void) {
    Value dict = dict_new();
    for (char **entry = environ; dict && entry && *entry; entry++) {
        const char *equals = strchr(*entry, '=');
        if (!equals)
            continue;
        Value name = text_from_system(*entry, (size_t)(equals - *entry));
        Value value = name ? text_from_system(equals + 1, strlen(equals + 1)) : 0;
        int status = value ? dict_set(dict, name, value) : -1;
        value_decref(name);
        value_decref(value);
        if (status < 0) {
            value_decref(dict);
            return 0;
        }
    }
    return dict;
}

static const NativeMethod functions[] = {
    {.name = "close", .call = posix_close_fd, .min_args = 1, .max_args = 1},
    {.name = "read", .call = posix_read, .min_args = 2, .max_args = 2},
    {.name = "write", .call = posix_write, .min_args = 2, .max_args = 2},
    {.name = "lseek", .call = posix_lseek, .min_args = 3, .max_args = 3},
    {.name = "ftruncate", .call = posix_ftruncate, .min_args = 2, .max_args = 2},
    {.name = "fsync", .call = posix_fsync, .min_args = 1, .max_args = 1},
    {.name = "isatty", .call = posix_isatty, .min_args = 1, .max_args = 1},
    {.name = "dup", .call = posix_dup, .min_args = 1, .max_args = 1},
    {.name = "dup2",
     .call = posix_dup2,
     .min_args = 2,
     .max_args = 3,
     .keywords = "fd fd2 inheritable"},
    {.name = "pipe", .call = posix_pipe},
    {.name = "set_blocking", .call = posix_set_blocking, .min_args = 2, .max_args = 2},
    {.name = "get_blocking", .call = posix_get_blocking, .min_args = 1, .max_args = 1},
    {.name = "getcwd", .call = posix_getcwd},
    {.name = "getcwdb", .call = posix_getcwdb},
    {.name = "getpid", .call = posix_getpid},
    {.name = "getppid", .call = posix_getppid},
    {.name = "getuid", .call = posix_getuid},
    {.name = "geteuid", .call = posix_geteuid},
    {.name = "getgid", .call = posix_getgid},
    {.name = "getegid", .call = posix_getegid},
    {.name = "umask", .call = posix_umask, .min_args = 1, .max_args = 1},
    {.name = "kill", .call = posix_kill, .min_args = 2, .max_args = 2},
    {.name = "_exit", .call = posix_exit, .min_args = 1, .max_args = 1},
    {.name = "abort", .call = posix_abort},
    {.name = "urandom", .call = posix_urandom, .min_args = 1, .max_args = 1},
    {.name = "cpu_count", .call = posix_cpu_count},
    {.name = "strerror", .call = posix_strerror, .min_args = 1, .max_args = 1},
    {.name = "uname", .call = posix_uname},
    {.name = "putenv", .call = posix_putenv, .min_args = 2, .max_args = 2},
    {.name = "unsetenv", .call = posix_unsetenv, .min_args = 1, .max_args = 1},
    {0},
};

static int add_constants(ModuleObject *module) {
    static const struct {
        const char *name;
        int value;
    } constants[] = {
        {"F_OK", F_OK},
        {"R_OK", R_OK},
        {"W_OK", W_OK},
        {"X_OK", X_OK},
        {"O_RDONLY", O_RDONLY},
        {"O_WRONLY", O_WRONLY},
        {"O_RDWR", O_RDWR},
        {"O_CREAT", O_CREAT},
        {"O_EXCL", O_EXCL},
        {"O_TRUNC", O_TRUNC},
        {"O_APPEND", O_APPEND},
        {"O_NONBLOCK", O_NONBLOCK},
        {"O_CLOEXEC", O_CLOEXEC},
        {"O_DIRECTORY", O_DIRECTORY},
        {"O_NOFOLLOW", O_NOFOLLOW},
        {"O_SYNC", O_SYNC},
        {"EX_OK", 0},
        {"EX_USAGE", 64},
        {"EX_DATAERR", 65},
        {"EX_NOINPUT", 66},
        {"EX_NOUSER", 67},
        {"EX_NOHOST", 68},
        {"EX_UNAVAILABLE", 69},
        {"EX_SOFTWARE", 70},
        {"EX_OSERR", 71},
        {"EX_OSFILE", 72},
        {"EX_CANTCREAT", 73},
        {"EX_IOERR", 74},
        {"EX_TEMPFAIL", 75},
        {"EX_PROTOCOL", 76},
        {"EX_NOPERM", 77},
        {"EX_CONFIG", 78},
    };
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        if (module_set(module, constants[i].name, value_from_small_int(constants[i].value)) < 0)
            return -1;
    return 0;
}

static int posix_init(ModuleObject *module) {
    uname_type =
        record_type_new("posix", "uname_result", "sysname nodename release version machine", 5);
    if (!uname_type || module_set(module, "uname_result", value_incref(uname_type)) < 0 ||
        module_set(module, "terminal_size",
                   record_type_new("os", "terminal_size", "columns lines", 2)) < 0)
        return -1;
    if (module_set(module, "error", value_incref(OBJ(&rt_exc_OSError))) < 0 ||
        module_set(module, "environ", environment()) < 0 || add_constants(module) < 0)
        return -1;
    if (module_add_functions(module, functions) < 0 || posix_init_paths(module) < 0 ||
        posix_init_processes(module) < 0)
        return -1;
    return posix_init_directories(module);
}

const NativeModule pyrt_module_posix = {"posix", posix_init};
