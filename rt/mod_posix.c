/*
 * mod_posix.c — the module posix: what os needs from the operating system. Calls that WASI lacks
 * are weak references (posix_optional.h) and raise NotImplementedError there. Directories are in
 * posix_dir.c.
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

Value posix_str(const char *text, size_t size) {
    Value str = str_from_utf8(text, size);
    if (str || !exc_pending_is(&rt_exc_UnicodeDecodeError))
        return str;
    exc_clear();
    Value bytes = bytes_new(text, size);
    Value args[2] = {str_name("utf-8"), str_name("surrogateescape")};
    str = bytes ? object_call_method(bytes, "decode", args, 2) : 0;
    value_decref(bytes);
    return str;
}

/* The answer of a system call about one path. */
static Value done(int status, Value path) {
    return status < 0 ? raise_errno(errno, path) : VALUE_NONE;
}

static Value not_supported(const char *function) {
    return raise_error(&rt_exc_NotImplementedError, "os.%s is not available on this platform",
                       function);
}

static int int_argument(Value argument, int *out) {
    int64_t number = object_index(argument);
    if (number == -1 && isolate.pending)
        return -1;
    if (number > INT32_MAX || number < INT32_MIN)
        return raise_status(&rt_exc_OverflowError, "Python int too large to convert to C int");
    *out = (int)number;
    return 0;
}

/* ---- paths ----------------------------------------------------------------------------------- */

#define PATH_FUNCTION(name, call)                                                                  \
    NATIVE(posix_##name) {                                                                         \
        NATIVE_UNUSED();                                                                           \
        Value bytes = path_bytes(args[0], #name);                                                  \
        if (!bytes)                                                                                \
            return 0;                                                                              \
        const char *path = posix_path(bytes);                                                      \
        Value result = done(call, args[0]);                                                        \
        value_decref(bytes);                                                                       \
        return result;                                                                             \
    }
PATH_FUNCTION(unlink, unlink(path))
PATH_FUNCTION(rmdir, rmdir(path))
PATH_FUNCTION(chdir, chdir(path))
#undef PATH_FUNCTION

NATIVE(posix_mkdir) {
    NATIVE_UNUSED();
    int mode = 0777;
    if (args[1] && int_argument(args[1], &mode) < 0)
        return 0;
    Value path = path_bytes(args[0], "mkdir");
    if (!path)
        return 0;
    Value result = done(mkdir(posix_path(path), (mode_t)mode), args[0]);
    value_decref(path);
    return result;
}

/* OSError with both names: "... 'a' -> 'b'". */
static Value raise_errno_pair(int error, Value from, Value to) {
    int number = errno_number(error);
    Value args[5] = {value_from_small_int(number), errno_text(number), from, VALUE_NONE, to};
    Value exception = args[1] ? object_call(OBJ(&rt_exc_OSError), args, 5, 0) : 0;
    value_decref(args[1]);
    return exception ? raise_value_take(exception) : 0;
}

/* A call with two paths. */
static Value pair_call(const char *name, int (*call)(const char *, const char *),
                       const Value *args) {
    Value from = path_bytes(args[0], name), to = from ? path_bytes(args[1], name) : 0;
    Value result = 0;
    if (to && call(posix_path(from), posix_path(to)) < 0)
        raise_errno_pair(errno, args[0], args[1]);
    else if (to)
        result = VALUE_NONE;
    value_decref(from);
    value_decref(to);
    return result;
}

NATIVE(posix_rename) {
    NATIVE_UNUSED();
    return pair_call("rename", rename, args);
}

NATIVE(posix_link) {
    NATIVE_UNUSED();
    return pair_call("link", link, args);
}

NATIVE(posix_symlink) {
    NATIVE_UNUSED();
    return pair_call("symlink", symlink, args);
}

NATIVE(posix_readlink) {
    NATIVE_UNUSED();
    char target[4096];
    Value path = path_bytes(args[0], "readlink");
    if (!path)
        return 0;
    ssize_t size = readlink(posix_path(path), target, sizeof target);
    int error = errno;
    value_decref(path);
    if (size < 0)
        return raise_errno(error, args[0]);
    return value_isa(args[0], &rt_type_bytes) ? bytes_new(target, (size_t)size)
                                              : posix_str(target, (size_t)size);
}

NATIVE(posix_access) {
    NATIVE_UNUSED();
    int mode;
    Value path = int_argument(args[1], &mode) < 0 ? 0 : path_bytes(args[0], "access");
    if (!path)
        return 0;
    bool allowed = access(posix_path(path), mode) == 0;
    value_decref(path);
    return VALUE_BOOL(allowed);
}

NATIVE(posix_chmod) {
    NATIVE_UNUSED();
    int mode;
    if (!optional_chmod)
        return not_supported("chmod");
    Value path = int_argument(args[1], &mode) < 0 ? 0 : path_bytes(args[0], "chmod");
    if (!path)
        return 0;
    Value result = done(optional_chmod(posix_path(path), (mode_t)mode), args[0]);
    value_decref(path);
    return result;
}

NATIVE(posix_truncate) {
    NATIVE_UNUSED();
    int64_t size = object_index(args[1]);
    Value path = size == -1 && isolate.pending ? 0 : path_bytes(args[0], "truncate");
    if (!path)
        return 0;
    int fd = open(posix_path(path), O_WRONLY | O_CLOEXEC);
    int status = fd < 0 ? -1 : ftruncate(fd, (off_t)size);
    Value result = done(status, args[0]);
    if (fd >= 0)
        close(fd);
    value_decref(path);
    return result;
}

/* utime(path, times=None, ns=None): pairs of seconds, or of nanoseconds. */
NATIVE(posix_utime) {
    NATIVE_UNUSED();
    struct timespec times[2] = {{.tv_nsec = UTIME_NOW}, {.tv_nsec = UTIME_NOW}};
    Value given = args[1] && args[1] != VALUE_NONE ? args[1] : args[2];
    bool nanoseconds = given && given == args[2];
    if (given && (!value_isa(given, &rt_type_tuple) || AS(TupleObject, given)->length != 2))
        return raise_error(&rt_exc_TypeError,
                           "utime: 'times' must be either a tuple of two ints or None");
    for (int i = 0; given && i < 2; i++) {
        Value item = AS(TupleObject, given)->items[i];
        double seconds;
        int64_t number;
        if (nanoseconds && value_is_int(item) && int_to_i64(item, &number)) {
            times[i].tv_sec = (time_t)(number / 1000000000);
            times[i].tv_nsec = (long)(number % 1000000000);
        } else if (value_to_double(item, &seconds)) {
            times[i].tv_sec = (time_t)seconds;
            times[i].tv_nsec = (long)((seconds - (double)times[i].tv_sec) * 1e9);
        } else {
            return 0;
        }
    }
    Value path = path_bytes(args[0], "utime");
    if (!path)
        return 0;
    Value result = done(utimensat(AT_FDCWD, posix_path(path), times, 0), args[0]);
    value_decref(path);
    return result;
}

/* ---- stat ------------------------------------------------------------------------------------ */

static Value stat_result_type;

static Value seconds_of(struct timespec time) {
    return float_new((double)time.tv_sec + (double)time.tv_nsec * 1e-9);
}

static Value nanoseconds_of(struct timespec time) {
    return int_from_i64((int64_t)time.tv_sec * 1000000000 + time.tv_nsec);
}

Value posix_stat_result(const struct stat *status) {
    Value values[] = {int_from_i64((int64_t)status->st_mode),
                      int_from_u64(status->st_ino),
                      int_from_u64(status->st_dev),
                      int_from_i64((int64_t)status->st_nlink),
                      int_from_i64((int64_t)status->st_uid),
                      int_from_i64((int64_t)status->st_gid),
                      int_from_i64((int64_t)status->st_size),
                      int_from_i64((int64_t)status->st_atim.tv_sec),
                      int_from_i64((int64_t)status->st_mtim.tv_sec),
                      int_from_i64((int64_t)status->st_ctim.tv_sec),
                      seconds_of(status->st_atim),
                      seconds_of(status->st_mtim),
                      seconds_of(status->st_ctim),
                      nanoseconds_of(status->st_atim),
                      nanoseconds_of(status->st_mtim),
                      nanoseconds_of(status->st_ctim),
                      int_from_i64((int64_t)status->st_blksize),
                      int_from_i64((int64_t)status->st_blocks),
                      int_from_u64(status->st_rdev)};
    return record_new(stat_result_type, values, sizeof values / sizeof values[0]);
}

static Value stat_path(Value path, const char *name, bool follow) {
    struct stat status;
    if (value_is_int(path)) {
        int fd;
        if (int_argument(path, &fd) < 0)
            return 0;
        return fstat(fd, &status) < 0 ? raise_errno(errno, path) : posix_stat_result(&status);
    }
    Value bytes = path_bytes(path, name);
    if (!bytes)
        return 0;
    int failed = follow ? stat(posix_path(bytes), &status) : lstat(posix_path(bytes), &status);
    int error = errno;
    value_decref(bytes);
    return failed ? raise_errno(error, path) : posix_stat_result(&status);
}

NATIVE(posix_stat) {
    NATIVE_UNUSED();
    int follow = args[2] ? object_truth(args[2]) : 1;
    return follow < 0 ? 0 : stat_path(args[0], "stat", follow);
}

NATIVE(posix_lstat) {
    NATIVE_UNUSED();
    return stat_path(args[0], "lstat", false);
}

NATIVE(posix_fstat) {
    NATIVE_UNUSED();
    int fd;
    struct stat status;
    if (int_argument(args[0], &fd) < 0)
        return 0;
    return fstat(fd, &status) < 0 ? raise_errno(errno, 0) : posix_stat_result(&status);
}

/* ---- descriptors ----------------------------------------------------------------------------- */

NATIVE(posix_open) {
    NATIVE_UNUSED();
    int flags, mode = 0777;
    if (int_argument(args[1], &flags) < 0 || (args[2] && int_argument(args[2], &mode) < 0))
        return 0;
    Value path = path_bytes(args[0], "open");
    if (!path)
        return 0;
    int fd = open(posix_path(path), flags | O_CLOEXEC, (mode_t)mode);
    int error = errno;
    value_decref(path);
    return fd < 0 ? raise_errno(error, args[0]) : value_from_small_int(fd);
}

NATIVE(posix_close_fd) {
    NATIVE_UNUSED();
    int fd;
    return int_argument(args[0], &fd) < 0 ? 0 : done(close(fd), 0);
}

NATIVE(posix_read) {
    NATIVE_UNUSED();
    int fd;
    int64_t size = object_index(args[1]);
    if (int_argument(args[0], &fd) < 0 || (size == -1 && isolate.pending))
        return 0;
    if (size < 0)
        return raise_errno(EINVAL, 0);
    char *data = mem_alloc((size_t)size);
    if (!data)
        return 0;
    ssize_t got;
    ThreadState state;
    isolate_leave(&state);
    do
        got = read(fd, data, (size_t)size);
    while (got < 0 && errno == EINTR);
    isolate_enter(&state);
    Value result = got < 0 ? raise_errno(errno, 0) : bytes_new(data, (size_t)got);
    mem_free(data);
    return result;
}

NATIVE(posix_write) {
    NATIVE_UNUSED();
    int fd;
    if (int_argument(args[0], &fd) < 0)
        return 0;
    if (value_isa(args[1], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "a bytes-like object is required, not 'str'");
    Value bytes = object_call1(OBJ(&rt_type_bytes), args[1]);
    if (!bytes)
        return 0;
    ssize_t put;
    ThreadState state;
    isolate_leave(&state);
    do
        put = write(fd, posix_path(bytes), (size_t)AS(BytesObject, bytes)->length);
    while (put < 0 && errno == EINTR);
    isolate_enter(&state);
    Value result = put < 0 ? raise_errno(errno, 0) : int_from_i64(put);
    value_decref(bytes);
    return result;
}

NATIVE(posix_lseek) {
    NATIVE_UNUSED();
    int fd, whence;
    int64_t offset = object_index(args[1]);
    if (int_argument(args[0], &fd) < 0 || isolate.pending || int_argument(args[2], &whence) < 0)
        return 0;
    static const int origins[] = {SEEK_SET, SEEK_CUR, SEEK_END};
    off_t at = whence < 0 || whence > 2 ? -1 : lseek(fd, (off_t)offset, origins[whence]);
    if (whence < 0 || whence > 2)
        errno = EINVAL;
    return at < 0 ? raise_errno(errno, 0) : int_from_i64((int64_t)at);
}

NATIVE(posix_ftruncate) {
    NATIVE_UNUSED();
    int fd;
    int64_t size = object_index(args[1]);
    if (int_argument(args[0], &fd) < 0 || isolate.pending)
        return 0;
    return done(ftruncate(fd, (off_t)size), 0);
}

NATIVE(posix_fsync) {
    NATIVE_UNUSED();
    int fd;
    return int_argument(args[0], &fd) < 0 ? 0 : done(fsync(fd), 0);
}

NATIVE(posix_isatty) {
    NATIVE_UNUSED();
    int fd;
    return int_argument(args[0], &fd) < 0 ? 0 : VALUE_BOOL(isatty(fd) == 1);
}

NATIVE(posix_dup) {
    NATIVE_UNUSED();
    int fd;
    if (!optional_dup)
        return not_supported("dup");
    if (int_argument(args[0], &fd) < 0)
        return 0;
    int copy = optional_dup(fd);
    return copy < 0 ? raise_errno(errno, 0) : value_from_small_int(copy);
}

NATIVE(posix_dup2) {
    NATIVE_UNUSED();
    int from, to;
    if (!optional_dup2)
        return not_supported("dup2");
    if (int_argument(args[0], &from) < 0 || int_argument(args[1], &to) < 0)
        return 0;
    return optional_dup2(from, to) < 0 ? raise_errno(errno, 0) : value_from_small_int(to);
}

NATIVE(posix_pipe) {
    NATIVE_UNUSED();
    int ends[2];
    if (!optional_pipe)
        return not_supported("pipe");
    if (optional_pipe(ends) < 0)
        return raise_errno(errno, 0);
    Value pair[2] = {value_from_small_int(ends[0]), value_from_small_int(ends[1])};
    return tuple_new(pair, 2);
}

NATIVE(posix_set_blocking) {
    NATIVE_UNUSED();
    int fd, blocking = object_truth(args[1]);
    if (blocking < 0 || int_argument(args[0], &fd) < 0)
        return 0;
    int flags = fcntl(fd, F_GETFL);
    if (flags >= 0)
        flags = fcntl(fd, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
    return done(flags, 0);
}

NATIVE(posix_get_blocking) {
    NATIVE_UNUSED();
    int fd;
    if (int_argument(args[0], &fd) < 0)
        return 0;
    int flags = fcntl(fd, F_GETFL);
    return flags < 0 ? raise_errno(errno, 0) : VALUE_BOOL(!(flags & O_NONBLOCK));
}

/* ---- the process ----------------------------------------------------------------------------- */

NATIVE(posix_getcwd) {
    NATIVE_UNUSED();
    char path[4096];
    return getcwd(path, sizeof path) ? posix_str(path, strlen(path)) : raise_errno(errno, 0);
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
        return not_supported("umask");
    return int_argument(args[0], &mask) < 0
               ? 0
               : value_from_small_int((int64_t)optional_umask((mode_t)mask));
}

NATIVE(posix_kill) {
    NATIVE_UNUSED();
    int process, signal;
    if (!optional_kill)
        return not_supported("kill");
    if (int_argument(args[0], &process) < 0 || int_argument(args[1], &signal) < 0)
        return 0;
    if (optional_kill(process, signal) < 0)
        return raise_errno(errno, 0);
    return pyrt_stack_check() < 0 ? 0 : VALUE_NONE;
}

NATIVE(posix_exit) {
    NATIVE_UNUSED();
    int status;
    if (int_argument(args[0], &status) < 0)
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
    uint8_t *data = mem_alloc((size_t)size);
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
    return int_argument(args[0], &error) < 0 ? 0 : errno_text(error);
}

NATIVE(posix_uname) {
    NATIVE_UNUSED();
    struct utsname system;
    if (uname(&system) < 0)
        return raise_errno(errno, 0);
    Value type =
        record_type_new("posix", "uname_result", "sysname nodename release version machine", 5);
    Value values[] = {str_from_cstr(system.sysname), str_from_cstr(system.nodename),
                      str_from_cstr(system.release), str_from_cstr(system.version),
                      str_from_cstr(system.machine)};
    Value result = type ? record_new(type, values, 5) : 0;
    value_decref(type);
    return result;
}

NATIVE(posix_putenv) {
    NATIVE_UNUSED();
    Value name = path_bytes(args[0], "putenv"), value = name ? path_bytes(args[1], "putenv") : 0;
    Value result = value ? done(setenv(posix_path(name), posix_path(value), 1), 0) : 0;
    value_decref(name);
    value_decref(value);
    return result;
}

NATIVE(posix_unsetenv) {
    NATIVE_UNUSED();
    Value name = path_bytes(args[0], "unsetenv");
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
        Value name = posix_str(*entry, (size_t)(equals - *entry));
        Value value = name ? posix_str(equals + 1, strlen(equals + 1)) : 0;
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
    {.name = "unlink", .call = posix_unlink, .min_args = 1, .max_args = 1},
    {.name = "remove", .call = posix_unlink, .min_args = 1, .max_args = 1},
    {.name = "rmdir", .call = posix_rmdir, .min_args = 1, .max_args = 1},
    {.name = "chdir", .call = posix_chdir, .min_args = 1, .max_args = 1},
    {.name = "mkdir",
     .call = posix_mkdir,
     .min_args = 1,
     .max_args = 2,
     .keywords = "path mode dir_fd"},
    {.name = "rename", .call = posix_rename, .min_args = 2, .max_args = 2, .keywords = "src dst"},
    {.name = "replace", .call = posix_rename, .min_args = 2, .max_args = 2, .keywords = "src dst"},
    {.name = "link", .call = posix_link, .min_args = 2, .max_args = 2, .keywords = "src dst"},
    {.name = "symlink",
     .call = posix_symlink,
     .min_args = 2,
     .max_args = 3,
     .keywords = "src dst target_is_directory"},
    {.name = "readlink", .call = posix_readlink, .min_args = 1, .max_args = 1},
    {.name = "access", .call = posix_access, .min_args = 2, .max_args = 2, .keywords = "path mode"},
    {.name = "chmod", .call = posix_chmod, .min_args = 2, .max_args = 2, .keywords = "path mode"},
    {.name = "truncate", .call = posix_truncate, .min_args = 2, .max_args = 2},
    {.name = "utime",
     .call = posix_utime,
     .min_args = 1,
     .max_args = 2,
     .keywords = "path times ns"},
    {.name = "stat",
     .call = posix_stat,
     .min_args = 1,
     .max_args = 1,
     .keywords = "path dir_fd follow_symlinks"},
    {.name = "lstat", .call = posix_lstat, .min_args = 1, .max_args = 1},
    {.name = "fstat", .call = posix_fstat, .min_args = 1, .max_args = 1},
    {.name = "open",
     .call = posix_open,
     .min_args = 2,
     .max_args = 3,
     .keywords = "path flags mode dir_fd"},
    {.name = "close", .call = posix_close_fd, .min_args = 1, .max_args = 1},
    {.name = "read", .call = posix_read, .min_args = 2, .max_args = 2},
    {.name = "write", .call = posix_write, .min_args = 2, .max_args = 2},
    {.name = "lseek", .call = posix_lseek, .min_args = 3, .max_args = 3},
    {.name = "ftruncate", .call = posix_ftruncate, .min_args = 2, .max_args = 2},
    {.name = "fsync", .call = posix_fsync, .min_args = 1, .max_args = 1},
    {.name = "isatty", .call = posix_isatty, .min_args = 1, .max_args = 1},
    {.name = "dup", .call = posix_dup, .min_args = 1, .max_args = 1},
    {.name = "dup2", .call = posix_dup2, .min_args = 2, .max_args = 2},
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
    };
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        if (module_set(module, constants[i].name, value_from_small_int(constants[i].value)) < 0)
            return -1;
    return 0;
}

static int posix_init(ModuleObject *module) {
    stat_result_type = record_type_new("os", "stat_result",
                                       "st_mode st_ino st_dev st_nlink st_uid st_gid st_size "
                                       "st_atime st_mtime st_ctime st_atime st_mtime st_ctime "
                                       "st_atime_ns st_mtime_ns st_ctime_ns st_blksize st_blocks "
                                       "st_rdev",
                                       10);
    if (!stat_result_type ||
        module_set(module, "stat_result", value_incref(stat_result_type)) < 0 ||
        module_set(module, "error", value_incref(OBJ(&rt_exc_OSError))) < 0 ||
        module_set(module, "environ", environment()) < 0 || add_constants(module) < 0)
        return -1;
    if (module_add_functions(module, functions) < 0 || posix_init_processes(module) < 0)
        return -1;
    return posix_init_directories(module);
}

const NativeModule pyrt_module_posix = {"posix", posix_init};
