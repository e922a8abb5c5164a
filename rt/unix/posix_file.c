/*
 * posix_file.c — the functions of the module posix about open files, owners and special files that
 * WASI does not have, or not all of.
 */
#include "bytes.h"
#include "isolate.h"
#include "posix.h"
#include "record.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <unistd.h>

static Value answer(int64_t status) {
    return status < 0 ? posix_failed() : VALUE_NONE;
}

static Value number(int64_t status) {
    return status < 0 ? posix_failed() : int_from_i64(status);
}

static bool read_long(Value value, int64_t *out) {
    *out = object_index(value);
    return *out != -1 || !isolate.pending;
}

/* ---- descriptors ----------------------------------------------------------------------------- */

#define FD_FUNCTION(name)                                                                          \
    NATIVE(file_##name) {                                                                          \
        NATIVE_UNUSED();                                                                           \
        int fd, status;                                                                            \
        if (posix_descriptor(args[0], &fd) < 0)                                                    \
            return 0;                                                                              \
        POSIX_WAITING(status, name(fd));                                                           \
        return answer(status);                                                                     \
    }
FD_FUNCTION(fdatasync)
FD_FUNCTION(fchdir)
#undef FD_FUNCTION

NATIVE(file_sync) {
    NATIVE_UNUSED();
    sync();
    return VALUE_NONE;
}

NATIVE(file_fchmod) {
    NATIVE_UNUSED();
    int fd, mode;
    if (object_c_int(args[0], &fd) < 0 || object_c_int(args[1], &mode) < 0)
        return 0;
    return answer(fchmod(fd, (mode_t)mode));
}

/* closerange(low, high): [low, high), errors ignored. */
NATIVE(file_closerange) {
    NATIVE_UNUSED();
    int low, high;
    if (object_c_int(args[0], &low) < 0 || object_c_int(args[1], &high) < 0)
        return 0;
    if (low < high)
        close_range((unsigned)(low < 0 ? 0 : low), (unsigned)(high - 1), 0);
    return VALUE_NONE;
}

/* lockf(fd, cmd, len) */
NATIVE(file_lockf) {
    NATIVE_UNUSED();
    int fd, command, status;
    int64_t length;
    if (object_c_int(args[0], &fd) < 0 || object_c_int(args[1], &command) < 0 ||
        !read_long(args[2], &length))
        return 0;
    POSIX_WAITING(status, lockf(fd, command, (off_t)length));
    return answer(status);
}

NATIVE(file_posix_fallocate) {
    NATIVE_UNUSED();
    int fd;
    int64_t offset, length;
    if (object_c_int(args[0], &fd) < 0 || !read_long(args[1], &offset) ||
        !read_long(args[2], &length))
        return 0;
    int error = posix_fallocate(fd, (off_t)offset, (off_t)length);
    return error ? raise_errno(error, 0) : VALUE_NONE;
}

NATIVE(file_posix_fadvise) {
    NATIVE_UNUSED();
    int fd, advice;
    int64_t offset, length;
    if (object_c_int(args[0], &fd) < 0 || !read_long(args[1], &offset) ||
        !read_long(args[2], &length) || object_c_int(args[3], &advice) < 0)
        return 0;
    int error = posix_fadvise(fd, (off_t)offset, (off_t)length, advice);
    return error ? raise_errno(error, 0) : VALUE_NONE;
}

static Value pair_of(int first, int second) {
    Value pair[2] = {value_from_small_int(first), value_from_small_int(second)};
    return tuple_new(pair, 2);
}

NATIVE(file_openpty) {
    NATIVE_UNUSED();
    int ends[2];
    if (openpty(&ends[0], &ends[1], NULL, NULL, NULL) < 0)
        return raise_errno(errno, 0);
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return pair_of(ends[0], ends[1]);
}

NATIVE(file_ttyname) {
    NATIVE_UNUSED();
    int fd;
    char name[256];
    if (object_c_int(args[0], &fd) < 0)
        return 0;
    int error = ttyname_r(fd, name, sizeof name);
    return error ? raise_errno(error, 0) : text_from_system(name, strlen(name));
}

NATIVE(file_tcgetpgrp) {
    NATIVE_UNUSED();
    int fd;
    return object_c_int(args[0], &fd) < 0 ? 0 : number(tcgetpgrp(fd));
}

NATIVE(file_tcsetpgrp) {
    NATIVE_UNUSED();
    int fd, group;
    if (object_c_int(args[0], &fd) < 0 || object_c_int(args[1], &group) < 0)
        return 0;
    return answer(tcsetpgrp(fd, group));
}

/* _winsize(fd): (columns, lines) of a terminal. */
NATIVE(file_winsize) {
    NATIVE_UNUSED();
    int fd;
    struct winsize size;
    if (object_c_int(args[0], &fd) < 0)
        return 0;
    return ioctl(fd, TIOCGWINSZ, &size) < 0 ? raise_errno(errno, 0)
                                            : pair_of(size.ws_col, size.ws_row);
}

/* eventfd(initval, flags) */
NATIVE(file_eventfd) {
    NATIVE_UNUSED();
    int64_t initial;
    int flags = EFD_CLOEXEC;
    if (!read_long(args[0], &initial) || (args[1] && object_c_int(args[1], &flags) < 0))
        return 0;
    return number(eventfd((unsigned)initial, flags));
}

NATIVE(file_eventfd_read) {
    NATIVE_UNUSED();
    int fd, status;
    eventfd_t value;
    if (object_c_int(args[0], &fd) < 0)
        return 0;
    POSIX_WAITING(status, eventfd_read(fd, &value));
    return status < 0 ? posix_failed() : int_from_u64(value);
}

NATIVE(file_eventfd_write) {
    NATIVE_UNUSED();
    int fd, status;
    int64_t value;
    if (object_c_int(args[0], &fd) < 0 || !read_long(args[1], &value))
        return 0;
    POSIX_WAITING(status, eventfd_write(fd, (eventfd_t)value));
    return answer(status);
}

/* memfd_create(name, flags) */
NATIVE(file_memfd_create) {
    NATIVE_UNUSED();
    int flags = MFD_CLOEXEC;
    if (args[1] && object_c_int(args[1], &flags) < 0)
        return 0;
    Value name = path_bytes(args[0], NULL);
    if (!name)
        return 0;
    int fd = memfd_create(posix_path(name), (unsigned)flags);
    value_decref(name);
    return number(fd);
}

/* getrandom(size, flags) */
NATIVE(file_getrandom) {
    NATIVE_UNUSED();
    int64_t size;
    int flags = 0;
    if (!read_long(args[0], &size) || (args[1] && object_c_int(args[1], &flags) < 0))
        return 0;
    if (size < 0)
        return raise_errno(EINVAL, 0);
    void *data = mem_alloc_items(size, 1);
    if (!data)
        return 0;
    ssize_t got = getrandom(data, (size_t)size, (unsigned)flags);
    Value result = got < 0 ? posix_failed() : bytes_new(data, (size_t)got);
    mem_free(data);
    return result;
}

/* ---- reading and writing at a place ---------------------------------------------------------- */

/* pread(fd, length, offset) */
NATIVE(file_pread) {
    NATIVE_UNUSED();
    int fd;
    int64_t size, offset;
    if (object_c_int(args[0], &fd) < 0 || !read_long(args[1], &size) ||
        !read_long(args[2], &offset))
        return 0;
    if (size < 0)
        return raise_errno(EINVAL, 0);
    void *data = mem_alloc_items(size, 1);
    if (!data)
        return 0;
    ssize_t got;
    POSIX_WAITING(got, pread(fd, data, (size_t)size, (off_t)offset));
    Value result = got < 0 ? posix_failed() : bytes_new(data, (size_t)got);
    mem_free(data);
    return result;
}

/* pwrite(fd, data, offset) */
NATIVE(file_pwrite) {
    NATIVE_UNUSED();
    int fd;
    int64_t offset;
    const uint8_t *data;
    int64_t size;
    if (object_c_int(args[0], &fd) < 0 || !read_long(args[2], &offset))
        return 0;
    if (!bytes_view(args[1], &data, &size))
        return buffer_refused(args[1]);
    ssize_t put;
    POSIX_WAITING(put, pwrite(fd, data, (size_t)size, (off_t)offset));
    return number(put);
}

enum { VECTOR_MOST = 1024 };

/* Fills `vector` from a sequence of buffers, which `list` keeps; `writable` if they are to be
 * filled. The number of them, or -1. */
static int read_vector(Value buffers, bool writable, struct iovec *vector, Value *list) {
    *list = list_from_iterable(buffers);
    if (!*list)
        return -1;
    int64_t count = AS(ListObject, *list)->length;
    if (count > VECTOR_MOST)
        return raise_errno(EINVAL, 0), -1;
    for (int64_t i = 0; i < count; i++) {
        Buffer buffer;
        Value item = AS(ListObject, *list)->items[i];
        if (!buffer_view(item, &buffer))
            return buffer_refused(item), -1;
        if (writable && buffer.readonly)
            return raise_status(&rt_exc_BufferError, "Object is not writable.");
        vector[i] = (struct iovec){buffer.data, (size_t)buffer.size};
    }
    return (int)count;
}

typedef ssize_t (*VectorCall)(int, const struct iovec *, int, off_t, int);

static Value vector_call(VectorCall call, Value file, Value buffers, Value where, Value how) {
    int fd, flags = 0;
    int64_t offset = -1;
    if (object_c_int(file, &fd) < 0 || (where && !read_long(where, &offset)) ||
        (how && object_c_int(how, &flags) < 0))
        return 0;
    struct iovec *vector = mem_alloc(VECTOR_MOST * sizeof *vector);
    Value list = 0, result = 0;
    int count = vector ? read_vector(buffers, call == preadv2, vector, &list) : -1;
    if (count >= 0) {
        ssize_t done;
        POSIX_WAITING(done, call(fd, vector, count, (off_t)offset, flags));
        result = number(done);
    }
    value_decref(list);
    mem_free(vector);
    return result;
}

/* readv(fd, buffers), preadv(fd, buffers, offset, flags): an offset of -1 means the file's own. */
NATIVE(file_readv) {
    NATIVE_UNUSED();
    return vector_call(preadv2, args[0], args[1], 0, 0);
}

NATIVE(file_writev) {
    NATIVE_UNUSED();
    return vector_call(pwritev2, args[0], args[1], 0, 0);
}

NATIVE(file_preadv) {
    NATIVE_UNUSED();
    return vector_call(preadv2, args[0], args[1], args[2], args[3]);
}

NATIVE(file_pwritev) {
    NATIVE_UNUSED();
    return vector_call(pwritev2, args[0], args[1], args[2], args[3]);
}

/* An offset argument that may be None: NULL then. */
static bool read_offset(Value value, off_t *offset, off_t **used) {
    int64_t wide;
    *used = NULL;
    if (!value || value == VALUE_NONE)
        return true;
    *used = offset;
    if (!read_long(value, &wide))
        return false;
    *offset = (off_t)wide;
    return true;
}

/* A number of bytes to copy. */
static bool read_count(Value value, int64_t *count) {
    if (!read_long(value, count))
        return false;
    if (*count < 0)
        raise_error(&rt_exc_ValueError, "negative value for 'count' not allowed");
    return *count >= 0;
}

/* copy_file_range(src, dst, count, offset_src, offset_dst) */
NATIVE(file_copy_file_range) {
    NATIVE_UNUSED();
    int from, to;
    int64_t count_wanted;
    off_t from_at, to_at, *from_used, *to_used;
    if (object_c_int(args[0], &from) < 0 || object_c_int(args[1], &to) < 0 ||
        !read_offset(args[3], &from_at, &from_used) || !read_offset(args[4], &to_at, &to_used) ||
        !read_count(args[2], &count_wanted))
        return 0;
    ssize_t copied;
    POSIX_WAITING(copied, copy_file_range(from, from_used, to, to_used, (size_t)count_wanted, 0));
    return number(copied);
}

/* splice(src, dst, count, offset_src, offset_dst, flags) */
NATIVE(file_splice) {
    NATIVE_UNUSED();
    int from, to, flags = 0;
    int64_t count_wanted;
    off_t from_at, to_at, *from_used, *to_used;
    if (object_c_int(args[0], &from) < 0 || object_c_int(args[1], &to) < 0 ||
        !read_offset(args[3], &from_at, &from_used) || !read_offset(args[4], &to_at, &to_used) ||
        (args[5] && object_c_int(args[5], &flags) < 0) || !read_count(args[2], &count_wanted))
        return 0;
    ssize_t moved;
    POSIX_WAITING(moved,
                  splice(from, from_used, to, to_used, (size_t)count_wanted, (unsigned)flags));
    return number(moved);
}

/* ---- owners, special files ------------------------------------------------------------------- */

static Value change_owner(const char *function, const Value *args, Value folder, Value follow,
                          enum PathKind kind) {
    int64_t user, group;
    int followed = follow ? object_truth(follow) : 1;
    PosixPath path;
    if (followed < 0 || !posix_id(args[1], "uid", &user) || !posix_id(args[2], "gid", &group) ||
        !posix_path_read(&path, function, args[0], folder, kind))
        return 0;
    int status = !path.text ? fchown(path.fd, (uid_t)user, (gid_t)group)
                            : fchownat(path.folder, path.text, (uid_t)user, (gid_t)group,
                                       followed ? 0 : AT_SYMLINK_NOFOLLOW);
    return posix_path_done(&path, status);
}

/* chown(path, uid, gid, dir_fd, follow_symlinks) */
NATIVE(file_chown) {
    NATIVE_UNUSED();
    return change_owner("chown", args, args[3], args[4], PATH_OR_FD);
}

NATIVE(file_lchown) {
    NATIVE_UNUSED();
    return change_owner("lchown", args, 0, VALUE_FALSE, PATH_ONLY);
}

NATIVE(file_fchown) {
    NATIVE_UNUSED();
    int fd;
    return object_c_int(args[0], &fd) < 0 ? 0 : change_owner("fchown", args, 0, 0, PATH_OR_FD);
}

NATIVE(file_chroot) {
    NATIVE_UNUSED();
    PosixPath path;
    if (!posix_path_read(&path, "chroot", args[0], 0, PATH_ONLY))
        return 0;
    return posix_path_done(&path, chroot(path.text));
}

/* mkfifo(path, mode, dir_fd) */
NATIVE(file_mkfifo) {
    NATIVE_UNUSED();
    int mode = 0666;
    PosixPath path;
    if ((args[1] && object_c_int(args[1], &mode) < 0) ||
        !posix_path_read(&path, "mkfifo", args[0], args[2], PATH_ONLY))
        return 0;
    int status = mkfifoat(path.folder, path.text, (mode_t)mode), error = errno;
    posix_path_drop(&path);
    return status < 0 ? raise_errno(error, 0) : VALUE_NONE;
}

/* mknod(path, mode, device, dir_fd) */
NATIVE(file_mknod) {
    NATIVE_UNUSED();
    int mode = 0600;
    int64_t device = 0;
    PosixPath path;
    if ((args[1] && object_c_int(args[1], &mode) < 0) ||
        (args[2] && !read_long(args[2], &device)) ||
        !posix_path_read(&path, "mknod", args[0], args[3], PATH_ONLY))
        return 0;
    int status = mknodat(path.folder, path.text, (mode_t)mode, (dev_t)device), error = errno;
    posix_path_drop(&path);
    return status < 0 ? raise_errno(error, 0) : VALUE_NONE;
}

NATIVE(file_major) {
    NATIVE_UNUSED();
    int64_t device;
    return read_long(args[0], &device) ? int_from_i64(major((dev_t)device)) : 0;
}

NATIVE(file_minor) {
    NATIVE_UNUSED();
    int64_t device;
    return read_long(args[0], &device) ? int_from_i64(minor((dev_t)device)) : 0;
}

NATIVE(file_makedev) {
    NATIVE_UNUSED();
    int major_number, minor_number;
    if (object_c_int(args[0], &major_number) < 0 || object_c_int(args[1], &minor_number) < 0)
        return 0;
    return int_from_u64(makedev((unsigned)major_number, (unsigned)minor_number));
}

/* ---- file systems ---------------------------------------------------------------------------- */

static Value statvfs_type;

/* statvfs(path), where path may be a descriptor */
NATIVE(file_statvfs) {
    NATIVE_UNUSED();
    struct statvfs info;
    PosixPath path;
    if (!posix_path_read(&path, "statvfs", args[0], 0, PATH_OR_FD))
        return 0;
    int status = !path.text ? fstatvfs(path.fd, &info) : statvfs(path.text, &info);
    if (!posix_path_done(&path, status))
        return 0;
    Value values[] = {
        int_from_u64(info.f_bsize),   int_from_u64(info.f_frsize), int_from_u64(info.f_blocks),
        int_from_u64(info.f_bfree),   int_from_u64(info.f_bavail), int_from_u64(info.f_files),
        int_from_u64(info.f_ffree),   int_from_u64(info.f_favail), int_from_u64(info.f_flag),
        int_from_u64(info.f_namemax), int_from_u64(info.f_fsid)};
    return record_new(statvfs_type, values, sizeof values / sizeof values[0]);
}

/* ---- extended attributes --------------------------------------------------------------------- */

enum { ATTRIBUTE_MOST = 65536 };

/* getxattr(path, attribute, follow_symlinks) */
NATIVE(file_getxattr) {
    NATIVE_UNUSED();
    int follow = args[2] ? object_truth(args[2]) : 1;
    PosixPath path;
    if (follow < 0 || !posix_path_read(&path, "getxattr", args[0], 0, PATH_OR_FD))
        return 0;
    Value name = path_bytes(args[1], &(PathUse){"getxattr", "attribute", PATH_ONLY});
    char *data = name ? mem_alloc(ATTRIBUTE_MOST) : NULL;
    ssize_t size = -1;
    if (data)
        size = !path.text ? fgetxattr(path.fd, posix_path(name), data, ATTRIBUTE_MOST)
               : follow   ? getxattr(path.text, posix_path(name), data, ATTRIBUTE_MOST)
                          : lgetxattr(path.text, posix_path(name), data, ATTRIBUTE_MOST);
    Value result = 0;
    if (!data)
        posix_path_drop(&path);
    else if (posix_path_done(&path, size))
        result = bytes_new(data, (size_t)size);
    value_decref(name);
    mem_free(data);
    return result;
}

/* setxattr(path, attribute, value, flags, follow_symlinks) */
NATIVE(file_setxattr) {
    NATIVE_UNUSED();
    int flags = 0, follow = args[4] ? object_truth(args[4]) : 1;
    const uint8_t *data;
    int64_t size;
    if (follow < 0 || (args[3] && object_c_int(args[3], &flags) < 0))
        return 0;
    if (!bytes_view(args[2], &data, &size))
        return buffer_refused(args[2]);
    Value name = path_bytes(args[1], &(PathUse){"setxattr", "attribute", PATH_ONLY});
    PosixPath path;
    if (!name || !posix_path_read(&path, "setxattr", args[0], 0, PATH_OR_FD)) {
        value_decref(name);
        return 0;
    }
    const char *key = posix_path(name);
    int status = !path.text ? fsetxattr(path.fd, key, data, (size_t)size, flags)
                 : follow   ? setxattr(path.text, key, data, (size_t)size, flags)
                            : lsetxattr(path.text, key, data, (size_t)size, flags);
    Value result = posix_path_done(&path, status);
    value_decref(name);
    return result;
}

/* removexattr(path, attribute, follow_symlinks) */
NATIVE(file_removexattr) {
    NATIVE_UNUSED();
    int follow = args[2] ? object_truth(args[2]) : 1;
    Value name =
        follow < 0 ? 0 : path_bytes(args[1], &(PathUse){"removexattr", "attribute", PATH_ONLY});
    PosixPath path;
    if (!name || !posix_path_read(&path, "removexattr", args[0], 0, PATH_OR_FD)) {
        value_decref(name);
        return 0;
    }
    int status = !path.text ? fremovexattr(path.fd, posix_path(name))
                 : follow   ? removexattr(path.text, posix_path(name))
                            : lremovexattr(path.text, posix_path(name));
    Value result = posix_path_done(&path, status);
    value_decref(name);
    return result;
}

/* listxattr(path, follow_symlinks) */
NATIVE(file_listxattr) {
    NATIVE_UNUSED();
    int follow = args[1] ? object_truth(args[1]) : 1;
    PosixPath path;
    Value here = args[0] && args[0] != VALUE_NONE ? value_incref(args[0]) : str_from_cstr(".");
    char *data = follow < 0 || !here ? NULL : mem_alloc(ATTRIBUTE_MOST);
    Value list = 0;
    if (data && posix_path_read(&path, "listxattr", here, 0, PATH_FD_OR_NONE)) {
        ssize_t size = !path.text ? flistxattr(path.fd, data, ATTRIBUTE_MOST)
                       : follow   ? listxattr(path.text, data, ATTRIBUTE_MOST)
                                  : llistxattr(path.text, data, ATTRIBUTE_MOST);
        list = posix_path_done(&path, size) ? list_new(NULL, 0) : 0;
        for (ssize_t at = 0; list && at < size; at += (ssize_t)strlen(data + at) + 1) {
            Value name = text_from_system(data + at, strlen(data + at));
            if (!name || list_append_take(list, name) < 0) {
                value_decref(list);
                list = 0;
            }
        }
    }
    mem_free(data);
    value_decref(here);
    return list;
}

#define ROW(text, least, most, words)                                                              \
    { .name = #text, .call = file_##text, .min_args = least, .max_args = most, .keywords = words }

static const NativeMethod functions[] = {
    ROW(fdatasync, 1, 1, "fd"),
    ROW(fchdir, 1, 1, "fd"),
    ROW(sync, 0, 0, NULL),
    ROW(fchmod, 2, 2, "fd mode"),
    ROW(closerange, 2, 2, NULL),
    ROW(lockf, 3, 3, NULL),
    ROW(posix_fallocate, 3, 3, NULL),
    ROW(posix_fadvise, 4, 4, NULL),
    ROW(openpty, 0, 0, NULL),
    ROW(ttyname, 1, 1, NULL),
    ROW(tcgetpgrp, 1, 1, NULL),
    ROW(tcsetpgrp, 2, 2, NULL),
    {.name = "_winsize", .call = file_winsize, .min_args = 1, .max_args = 1},
    ROW(eventfd, 1, 2, "initval flags"),
    ROW(eventfd_read, 1, 1, "fd"),
    ROW(eventfd_write, 2, 2, "fd value"),
    ROW(memfd_create, 1, 2, "name flags"),
    ROW(getrandom, 1, 2, "size flags"),
    ROW(pread, 3, 3, NULL),
    ROW(pwrite, 3, 3, NULL),
    ROW(readv, 2, 2, NULL),
    ROW(writev, 2, 2, NULL),
    ROW(preadv, 3, 4, "fd buffers offset flags"),
    ROW(pwritev, 3, 4, "fd buffers offset flags"),
    ROW(copy_file_range, 3, 5, "src dst count offset_src offset_dst"),
    ROW(splice, 3, 6, "src dst count offset_src offset_dst flags"),
    ROW(chown, 3, 3, "path uid gid dir_fd follow_symlinks"),
    ROW(lchown, 3, 3, "path uid gid"),
    ROW(fchown, 3, 3, "fd uid gid"),
    ROW(chroot, 1, 1, "path"),
    ROW(mkfifo, 1, 2, "path mode dir_fd"),
    ROW(mknod, 1, 3, "path mode device dir_fd"),
    ROW(major, 1, 1, NULL),
    ROW(minor, 1, 1, NULL),
    ROW(makedev, 2, 2, NULL),
    ROW(statvfs, 1, 1, "path"),
    {.name = "fstatvfs", .call = file_statvfs, .min_args = 1, .max_args = 1, .keywords = "fd"},
    ROW(getxattr, 2, 2, "path attribute follow_symlinks"),
    ROW(setxattr, 3, 4, "path attribute value flags follow_symlinks"),
    ROW(removexattr, 2, 2, "path attribute follow_symlinks"),
    ROW(listxattr, 0, 1, "path follow_symlinks"),
    {0},
};
#undef ROW

int posix_init_files(ModuleObject *module) {
    statvfs_type = record_type_new("os", "statvfs_result",
                                   "f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree "
                                   "f_favail f_flag f_namemax f_fsid",
                                   10);
    if (!statvfs_type || module_set(module, "statvfs_result", value_incref(statvfs_type)) < 0)
        return -1;
    return module_add_functions(module, functions);
}
