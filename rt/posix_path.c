/*
 * posix_path.c — the functions of the module posix that take paths. All stand on the calls whose
 * names end in "at", so that a path may start from an open folder (dir_fd) everywhere; where Python
 * allows it, an open descriptor stands for a path.
 */
#include "errno_table.h"
#include "numbers.h"
#include "posix.h"
#include "record.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- arguments ------------------------------------------------------------------------------- */

/* A dir_fd argument. */
static bool read_folder(Value folder, int *fd) {
    if (!folder || folder == VALUE_NONE)
        return true;
    if (!posix_has_index(folder)) {
        raise_error(&rt_exc_TypeError, "argument should be integer or None, not %T", folder);
        return false;
    }
    return object_c_int(folder, fd) == 0;
}

int posix_path_descriptor(Value path, int *fd) {
    Value number = value_is_int(path) ? value_incref(path) : pyrt_index(path);
    int status = number ? object_c_int(number, fd) : -1;
    if (number && status < 0 && exc_pending_is(&rt_exc_OverflowError)) {
        exc_clear();
        raise_error(&rt_exc_OverflowError, "fd is %s",
                    int_sign(number) < 0 ? "less than minimum" : "greater than maximum");
    }
    value_decref(number);
    return status;
}

bool posix_path_use(PosixPath *self, const PathUse *use, Value path, Value folder) {
    *self = (PosixPath){.folder = AT_FDCWD, .fd = -1};
    if (!read_folder(folder, &self->folder))
        return false;
    if (use->kind != PATH_ONLY && posix_has_index(path)) {
        if (posix_path_descriptor(path, &self->fd) < 0)
            return false;
        if (self->folder != AT_FDCWD) {
            raise_error(&rt_exc_ValueError, "%s: can't specify dir_fd without matching path",
                        use->function);
            return false;
        }
        if (self->fd == -1) { /* CPython takes it for a path that is a null pointer */
            raise_errno(EFAULT, path);
            return false;
        }
        self->given = value_incref(path);
        return true;
    }
    self->bytes = path_bytes(path, use);
    if (!self->bytes)
        return false;
    self->text = posix_path(self->bytes);
    bool is_plain = value_isa(path, &rt_type_str) || value_isa(path, &rt_type_bytes);
    self->given = is_plain ? value_incref(path) : object_call_method(path, "__fspath__", NULL, 0);
    if (!self->given)
        posix_path_drop(self);
    return self->given;
}

bool posix_path_read(PosixPath *self, const char *function, Value path, Value folder,
                     enum PathKind kind) {
    PathUse use = {function, "path", kind};
    return posix_path_use(self, &use, path, folder);
}

void posix_path_drop(PosixPath *self) {
    value_decref(self->bytes);
    value_decref(self->given);
    self->bytes = self->given = 0;
}

Value posix_path_done(PosixPath *self, int64_t status) {
    Value result = status < 0 ? raise_errno(errno, self->given) : VALUE_NONE;
    posix_path_drop(self);
    return result;
}

/* A flag argument (follow_symlinks and the like), `usual` if it was not given; -1 failed. */
static int flag(Value argument, int usual) {
    return argument ? object_truth(argument) : usual;
}

/* ---- one path -------------------------------------------------------------------------------- */

/* unlink(path, dir_fd), remove(path, dir_fd) */
NATIVE(path_unlink) {
    NATIVE_UNUSED();
    PosixPath path;
    const char *name = AS(NativeFunction, callee)->method->name;
    if (!posix_path_read(&path, name, args[0], args[1], PATH_ONLY))
        return 0;
    return posix_path_done(&path, unlinkat(path.folder, path.text, 0));
}

/* rmdir(path, dir_fd) */
NATIVE(path_rmdir) {
    NATIVE_UNUSED();
    PosixPath path;
    if (!posix_path_read(&path, "rmdir", args[0], args[1], PATH_ONLY))
        return 0;
    return posix_path_done(&path, unlinkat(path.folder, path.text, AT_REMOVEDIR));
}

/* chdir(path) */
NATIVE(path_chdir) {
    NATIVE_UNUSED();
    PosixPath path;
    if (!posix_path_read(&path, "chdir", args[0], 0, PATH_OR_FD))
        return 0;
    if (!path.text && !optional_fchdir) {
        posix_path_drop(&path);
        return posix_not_supported("fchdir");
    }
    return posix_path_done(&path, path.text ? chdir(path.text) : optional_fchdir(path.fd));
}

/* mkdir(path, mode, dir_fd) */
NATIVE(path_mkdir) {
    NATIVE_UNUSED();
    int mode = 0777;
    PosixPath path;
    if ((args[1] && object_c_int(args[1], &mode) < 0) ||
        !posix_path_read(&path, "mkdir", args[0], args[2], PATH_ONLY))
        return 0;
    return posix_path_done(&path, mkdirat(path.folder, path.text, (mode_t)mode));
}

/* readlink(path, dir_fd) */
NATIVE(path_readlink) {
    NATIVE_UNUSED();
    char target[4096];
    PosixPath path;
    if (!posix_path_read(&path, "readlink", args[0], args[1], PATH_ONLY))
        return 0;
    ssize_t size = readlinkat(path.folder, path.text, target, sizeof target);
    bool as_bytes = value_isa(path.given, &rt_type_bytes); /* what __fspath__ answered counts */
    if (!posix_path_done(&path, size))
        return 0;
    return as_bytes ? bytes_new(target, (size_t)size) : text_from_system(target, (size_t)size);
}

/* access(path, mode, dir_fd, effective_ids, follow_symlinks) */
NATIVE(path_access) {
    NATIVE_UNUSED();
    int mode, effective = flag(args[3], 0), follow = flag(args[4], 1);
    PosixPath path;
    if (effective < 0 || follow < 0 || object_c_int(args[1], &mode) < 0 ||
        !posix_path_read(&path, "access", args[0], args[2], PATH_ONLY))
        return 0;
    int flags = (effective ? AT_EACCESS : 0) | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
    bool allowed = faccessat(path.folder, path.text, mode, flags) == 0;
    posix_path_drop(&path);
    return VALUE_BOOL(allowed);
}

/* chmod(path, mode, dir_fd, follow_symlinks) */
NATIVE(path_chmod) {
    NATIVE_UNUSED();
    int mode, follow = flag(args[3], 1);
    PosixPath path;
    if (!optional_fchmodat)
        return posix_not_supported("chmod");
    if (follow < 0 || object_c_int(args[1], &mode) < 0 ||
        !posix_path_read(&path, "chmod", args[0], args[2], PATH_OR_FD))
        return 0;
    if (!path.text)
        return posix_path_done(&path, optional_fchmod(path.fd, (mode_t)mode));
    if (!follow && (path.folder == AT_FDCWD)) {
        posix_path_drop(&path);
        return raise_error(&rt_exc_NotImplementedError,
                           "chmod: follow_symlinks unavailable on this platform");
    }
    int flags = follow ? 0 : AT_SYMLINK_NOFOLLOW;
    return posix_path_done(&path, optional_fchmodat(path.folder, path.text, (mode_t)mode, flags));
}

/* truncate(path, length) */
NATIVE(path_truncate) {
    NATIVE_UNUSED();
    int64_t size = object_index(args[1]);
    PosixPath path;
    if ((size == -1 && isolate.pending) ||
        !posix_path_read(&path, "truncate", args[0], 0, PATH_OR_FD))
        return 0;
    if (!path.text) {
        posix_path_drop(&path);
        return ftruncate(path.fd, (off_t)size) < 0 ? raise_errno(errno, 0) : VALUE_NONE;
    }
    int fd = open(path.text, O_WRONLY | O_CLOEXEC);
    int status = fd < 0 ? -1 : ftruncate(fd, (off_t)size), error = errno;
    if (fd >= 0)
        close(fd);
    errno = error;
    return posix_path_done(&path, status);
}

/* open(path, flags, mode, dir_fd) */
NATIVE(path_open) {
    NATIVE_UNUSED();
    int flags, mode = 0777;
    PosixPath path;
    if (object_c_int(args[1], &flags) < 0 || (args[2] && object_c_int(args[2], &mode) < 0) ||
        !posix_path_read(&path, "open", args[0], args[3], PATH_ONLY))
        return 0;
    int fd = openat(path.folder, path.text, flags | O_CLOEXEC, (mode_t)mode);
    return posix_path_done(&path, fd) ? value_from_small_int(fd) : 0;
}

/* ---- times ----------------------------------------------------------------------------------- */

/* One of the pair given to utime(): seconds, or nanoseconds. */
static bool read_time(Value item, bool nanoseconds, struct timespec *time) {
    double seconds;
    int64_t number;
    if (nanoseconds) {
        number = object_index(item);
        if (number == -1 && isolate.pending)
            return false;
        int64_t whole = number / 1000000000 - (number % 1000000000 < 0);
        time->tv_sec = (time_t)whole;
        time->tv_nsec = (long)(number - whole * 1000000000);
        return true;
    }
    if (value_is_int(item) && int_to_i64(item, &number)) {
        *time = (struct timespec){.tv_sec = (time_t)number};
        return true;
    }
    if (!value_to_double(item, &seconds))
        return false;
    time->tv_sec = (time_t)seconds - (seconds < (double)(time_t)seconds);
    time->tv_nsec = (long)((seconds - (double)time->tv_sec) * 1e9);
    return true;
}

/* utime(path, times, ns, dir_fd, follow_symlinks): pairs of seconds, or of nanoseconds. */
NATIVE(path_utime) {
    NATIVE_UNUSED();
    struct timespec times[2] = {{.tv_nsec = UTIME_NOW}, {.tv_nsec = UTIME_NOW}};
    bool has_times = args[1] && args[1] != VALUE_NONE;
    Value given = has_times ? args[1] : args[2];
    bool nanoseconds = given && !has_times;
    int follow = flag(args[4], 1);
    if (has_times && args[2])
        return raise_error(&rt_exc_ValueError,
                           "utime: you may specify either 'times' or 'ns' but not both");
    if (given && (!value_isa(given, &rt_type_tuple) || AS(TupleObject, given)->length != 2))
        return raise_error(&rt_exc_TypeError,
                           nanoseconds
                               ? "utime: 'ns' must be a tuple of two ints"
                               : "utime: 'times' must be either a tuple of two ints or None");
    for (int i = 0; given && i < 2; i++)
        if (!read_time(AS(TupleObject, given)->items[i], nanoseconds, &times[i]))
            return 0;
    PosixPath path;
    if (follow < 0 || !posix_path_read(&path, "utime", args[0], args[3], PATH_OR_FD))
        return 0;
    int flags = follow ? 0 : AT_SYMLINK_NOFOLLOW;
    int status =
        path.text ? utimensat(path.folder, path.text, times, flags) : futimens(path.fd, times);
    int error = errno;
    posix_path_drop(&path);
    return status < 0 ? raise_errno(error, 0) : VALUE_NONE; /* CPython does not name the file */
}

/* ---- two paths ------------------------------------------------------------------------------- */

/* OSError with both names: "... 'a' -> 'b'". */
static Value raise_errno_pair(int error, Value from, Value to) {
    int number = errno_number(error);
    Value args[5] = {value_from_small_int(number), errno_text(number), from, VALUE_NONE, to};
    Value exception = args[1] ? object_call(OBJ(&rt_exc_OSError), args, 5, 0) : 0;
    value_decref(args[1]);
    return exception ? raise_value_take(exception) : 0;
}

static bool read_pair(PosixPath pair[2], const char *function, const Value *paths, Value from,
                      Value to) {
    PathUse first = {function, "src", PATH_ONLY}, second = {function, "dst", PATH_ONLY};
    if (!posix_path_use(&pair[0], &first, paths[0], from))
        return false;
    if (posix_path_use(&pair[1], &second, paths[1], to))
        return true;
    posix_path_drop(&pair[0]);
    return false;
}

static Value pair_done(PosixPath pair[2], int status) {
    Value result = status < 0 ? raise_errno_pair(errno, pair[0].given, pair[1].given) : VALUE_NONE;
    posix_path_drop(&pair[0]);
    posix_path_drop(&pair[1]);
    return result;
}

/* rename(src, dst, src_dir_fd, dst_dir_fd), replace(...) */
NATIVE(path_rename) {
    NATIVE_UNUSED();
    PosixPath pair[2];
    if (!read_pair(pair, AS(NativeFunction, callee)->method->name, args, args[2], args[3]))
        return 0;
    return pair_done(pair, renameat(pair[0].folder, pair[0].text, pair[1].folder, pair[1].text));
}

/* link(src, dst, src_dir_fd, dst_dir_fd, follow_symlinks) */
NATIVE(path_link) {
    NATIVE_UNUSED();
    int follow = flag(args[4], 1);
    PosixPath pair[2];
    if (follow < 0 || !read_pair(pair, "link", args, args[2], args[3]))
        return 0;
    /* link() itself, which CPython calls for the default, does not follow on Linux. */
    int flags = follow && args[4] ? AT_SYMLINK_FOLLOW : 0;
    return pair_done(pair,
                     linkat(pair[0].folder, pair[0].text, pair[1].folder, pair[1].text, flags));
}

/* symlink(src, dst, target_is_directory, dir_fd) */
NATIVE(path_symlink) {
    NATIVE_UNUSED();
    PosixPath pair[2];
    if (!read_pair(pair, "symlink", args, 0, args[3]))
        return 0;
    return pair_done(pair, symlinkat(pair[0].text, pair[1].folder, pair[1].text));
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

static Value stat_path(const PathUse *use, Value given, Value folder, bool follow) {
    struct stat status;
    PosixPath path;
    if (!posix_path_use(&path, use, given, folder))
        return 0;
    if (path.fd > 0 && !follow) { /* CPython lets standard input pass */
        posix_path_drop(&path);
        return raise_error(&rt_exc_ValueError, "%s: cannot use fd and follow_symlinks together",
                           use->function);
    }
    int flags = follow ? 0 : AT_SYMLINK_NOFOLLOW;
    int failed =
        path.text ? fstatat(path.folder, path.text, &status, flags) : fstat(path.fd, &status);
    return posix_path_done(&path, failed) ? posix_stat_result(&status) : 0;
}

/* stat(path, dir_fd, follow_symlinks) */
NATIVE(path_stat) {
    NATIVE_UNUSED();
    int follow = flag(args[2], 1);
    static const PathUse use = {"stat", "path", PATH_OR_FD};
    return follow < 0 ? 0 : stat_path(&use, args[0], args[1], follow);
}

/* lstat(path, dir_fd) */
NATIVE(path_lstat) {
    NATIVE_UNUSED();
    static const PathUse use = {"lstat", "path", PATH_ONLY};
    return stat_path(&use, args[0], args[1], false);
}

NATIVE(path_fstat) {
    NATIVE_UNUSED();
    int fd;
    struct stat status;
    if (object_c_int(args[0], &fd) < 0)
        return 0;
    return fstat(fd, &status) < 0 ? raise_errno(errno, 0) : posix_stat_result(&status);
}

#define ROW(text, function, least, most, words)                                                    \
    {                                                                                              \
        .name = text, .call = path_##function, .min_args = least, .max_args = most,                \
        .keywords = words                                                                          \
    }

static const NativeMethod functions[] = {
    ROW("unlink", unlink, 1, 1, "path dir_fd"),
    ROW("remove", unlink, 1, 1, "path dir_fd"),
    ROW("rmdir", rmdir, 1, 1, "path dir_fd"),
    ROW("chdir", chdir, 1, 1, "path"),
    ROW("mkdir", mkdir, 1, 2, "path mode dir_fd"),
    ROW("rename", rename, 2, 2, "src dst src_dir_fd dst_dir_fd"),
    ROW("replace", rename, 2, 2, "src dst src_dir_fd dst_dir_fd"),
    ROW("link", link, 2, 2, "src dst src_dir_fd dst_dir_fd follow_symlinks"),
    ROW("symlink", symlink, 2, 3, "src dst target_is_directory dir_fd"),
    ROW("readlink", readlink, 1, 1, "path dir_fd"),
    ROW("access", access, 2, 2, "path mode dir_fd effective_ids follow_symlinks"),
    ROW("chmod", chmod, 2, 2, "path mode dir_fd follow_symlinks"),
    ROW("truncate", truncate, 2, 2, "path length"),
    ROW("utime", utime, 1, 2, "path times ns dir_fd follow_symlinks"),
    ROW("stat", stat, 1, 1, "path dir_fd follow_symlinks"),
    ROW("lstat", lstat, 1, 1, "path dir_fd"),
    ROW("fstat", fstat, 1, 1, "fd"),
    ROW("open", open, 2, 3, "path flags mode dir_fd"),
    {.name = "_path_normpath",
     .call = posix_normpath,
     .min_args = 1,
     .max_args = 1,
     .keywords = "path"},
    {0},
};
#undef ROW

int posix_init_paths(ModuleObject *module) {
    stat_result_type = record_type_new("os", "stat_result",
                                       "st_mode st_ino st_dev st_nlink st_uid st_gid st_size "
                                       "st_atime st_mtime st_ctime st_atime st_mtime st_ctime "
                                       "st_atime_ns st_mtime_ns st_ctime_ns st_blksize st_blocks "
                                       "st_rdev",
                                       10);
    if (!stat_result_type || module_set(module, "stat_result", value_incref(stat_result_type)) < 0)
        return -1;
    return module_add_functions(module, functions);
}
