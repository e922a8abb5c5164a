/* mod_fcntl.c — the module fcntl: flags, locks and controls of descriptors. */
#include "isolate.h"
#include "object.h"
#include "posix.h"
#include "select.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { MOST_BYTES = 1024 }; /* of an argument that the system reads or writes */

static bool is_text_or_bytes(Value value) {
    return value_isa(value, &rt_type_str) || value_isa(value, &rt_type_bytes);
}

/* The bytes of a str or bytes argument, for the system to change. False: an exception is pending.
 */
static bool copy_bytes(Value value, const char *function, char *copy, size_t *size) {
    const char *text;
    if (value_isa(value, &rt_type_str)) {
        if (!(text = str_utf8(value, size)))
            return false;
    } else {
        text = (const char *)AS(BytesObject, value)->data;
        *size = (size_t)AS(BytesObject, value)->length;
    }
    if (*size > MOST_BYTES) {
        raise_error(&rt_exc_ValueError, "%s string arg too long", function);
        return false;
    }
    memcpy(copy, text, *size);
    return true;
}

/* fcntl(fd, cmd, arg=0) */
NATIVE(fcntl_fcntl) {
    NATIVE_UNUSED();
    int fd, command, status;
    int64_t number = 0;
    if (posix_descriptor(args[0], &fd) < 0 || object_c_int(args[1], &command) < 0)
        return 0;
    if (ARG(2) && is_text_or_bytes(args[2])) {
        char copy[MOST_BYTES];
        size_t size;
        if (!copy_bytes(args[2], "fcntl", copy, &size))
            return 0;
        POSIX_WAITING(status, fcntl(fd, command, copy));
        return status < 0 ? posix_failed() : bytes_new(copy, size);
    }
    if (ARG(2) && (number = object_index(args[2])) == -1 && isolate.pending)
        return 0;
    POSIX_WAITING(status, fcntl(fd, command, (long)number));
    return status < 0 ? posix_failed() : value_from_small_int(status);
}

/* An argument that the call changes in place: the lock is kept unless the memory is a copy. */
static Value control_in_place(int fd, unsigned long request, const Buffer *buffer) {
    char copy[MOST_BYTES];
    int status;
    if (buffer->size > MOST_BYTES) {
        status = ioctl(fd, request, buffer->data);
    } else {
        memcpy(copy, buffer->data, (size_t)buffer->size);
        POSIX_WAITING(status, ioctl(fd, request, copy));
        memcpy(buffer->data, copy, (size_t)buffer->size);
    }
    return status < 0 ? posix_failed() : value_from_small_int(status);
}

static Value control_copy(int fd, unsigned long request, char *copy, size_t size) {
    int status;
    POSIX_WAITING(status, ioctl(fd, request, copy));
    return status < 0 ? posix_failed() : bytes_new(copy, size);
}

static Value control_buffer(int fd, unsigned long request, const Buffer *buffer, bool in_place) {
    char copy[MOST_BYTES];
    if (in_place)
        return control_in_place(fd, request, buffer);
    if (buffer->size > MOST_BYTES)
        return raise_error(&rt_exc_ValueError, "ioctl string arg too long");
    memcpy(copy, buffer->data, (size_t)buffer->size);
    return control_copy(fd, request, copy, (size_t)buffer->size);
}

/* ioctl(fd, request, arg=0, mutate_flag=True) */
NATIVE(fcntl_ioctl) {
    NATIVE_UNUSED();
    int fd, status;
    int64_t request, number = 0;
    int change = ARG(3) ? object_truth(args[3]) : 1;
    if (change < 0 || posix_descriptor(args[0], &fd) < 0)
        return 0;
    if ((request = object_index(args[1])) == -1 && isolate.pending)
        return 0;
    unsigned long code = (unsigned)request;
    char copy[MOST_BYTES];
    size_t size;
    Buffer buffer;
    if (ARG(2) && is_text_or_bytes(args[2]))
        return copy_bytes(args[2], "ioctl", copy, &size) ? control_copy(fd, code, copy, size) : 0;
    if (ARG(2) && buffer_view(args[2], &buffer))
        return control_buffer(fd, code, &buffer, change && !buffer.readonly);
    if (ARG(2) && (number = object_index(args[2])) == -1 && isolate.pending)
        return 0;
    POSIX_WAITING(status, ioctl(fd, code, (long)number));
    return status < 0 ? posix_failed() : value_from_small_int(status);
}

/* flock(fd, operation) */
NATIVE(fcntl_flock) {
    NATIVE_UNUSED();
    int fd, operation, status;
    if (posix_descriptor(args[0], &fd) < 0 || object_c_int(args[1], &operation) < 0)
        return 0;
    POSIX_WAITING(status, flock(fd, operation));
    return status < 0 ? posix_failed() : VALUE_NONE;
}

static bool read_offset(Value value, off_t *offset) {
    int64_t number = value ? object_index(value) : 0;
    *offset = (off_t)number;
    return number != -1 || !isolate.pending;
}

/* lockf(fd, cmd, len=0, start=0, whence=0) */
NATIVE(fcntl_lockf) {
    NATIVE_UNUSED();
    int fd, command, status, whence = SEEK_SET;
    struct flock lock = {0};
    if (posix_descriptor(args[0], &fd) < 0 || object_c_int(args[1], &command) < 0)
        return 0;
    if (!read_offset(ARG(2), &lock.l_len) || !read_offset(ARG(3), &lock.l_start) ||
        (ARG(4) && object_c_int(args[4], &whence) < 0))
        return 0;
    if (command == LOCK_UN)
        lock.l_type = F_UNLCK;
    else if (command & LOCK_SH)
        lock.l_type = F_RDLCK;
    else if (command & LOCK_EX)
        lock.l_type = F_WRLCK;
    else
        return raise_error(&rt_exc_ValueError, "unrecognized lockf argument");
    lock.l_whence = (short)whence;
    POSIX_WAITING(status, fcntl(fd, command & LOCK_NB ? F_SETLK : F_SETLKW, &lock));
    return status < 0 ? posix_failed() : VALUE_NONE;
}

static const NativeMethod functions[] = {
    {.name = "fcntl", .call = fcntl_fcntl, .min_args = 2, .max_args = 3},
    {.name = "ioctl", .call = fcntl_ioctl, .min_args = 2, .max_args = 4},
    {.name = "flock", .call = fcntl_flock, .min_args = 2, .max_args = 2},
    {.name = "lockf", .call = fcntl_lockf, .min_args = 2, .max_args = 5},
    {0},
};

static int fcntl_init(ModuleObject *module) {
    static const NamedNumber constants[] = {
#define CONSTANT(name) {#name, name}
        CONSTANT(LOCK_SH),
        CONSTANT(LOCK_EX),
        CONSTANT(LOCK_NB),
        CONSTANT(LOCK_UN),
        CONSTANT(LOCK_MAND),
        CONSTANT(LOCK_READ),
        CONSTANT(LOCK_WRITE),
        CONSTANT(LOCK_RW),
        CONSTANT(F_DUPFD),
        CONSTANT(F_DUPFD_CLOEXEC),
        CONSTANT(F_GETFD),
        CONSTANT(F_SETFD),
        CONSTANT(F_GETFL),
        CONSTANT(F_SETFL),
        CONSTANT(F_GETLK),
        CONSTANT(F_SETLK),
        CONSTANT(F_SETLKW),
        CONSTANT(F_OFD_GETLK),
        CONSTANT(F_OFD_SETLK),
        CONSTANT(F_OFD_SETLKW),
        CONSTANT(F_GETOWN),
        CONSTANT(F_SETOWN),
        CONSTANT(F_GETSIG),
        CONSTANT(F_SETSIG),
        CONSTANT(F_RDLCK),
        CONSTANT(F_WRLCK),
        CONSTANT(F_UNLCK),
        CONSTANT(F_EXLCK),
        CONSTANT(F_SHLCK),
        CONSTANT(F_SETLEASE),
        CONSTANT(F_GETLEASE),
        CONSTANT(F_NOTIFY),
        CONSTANT(F_SETPIPE_SZ),
        CONSTANT(F_GETPIPE_SZ),
        CONSTANT(F_ADD_SEALS),
        CONSTANT(F_GET_SEALS),
        CONSTANT(F_SEAL_SEAL),
        CONSTANT(F_SEAL_SHRINK),
        CONSTANT(F_SEAL_GROW),
        CONSTANT(F_SEAL_WRITE),
        CONSTANT(FD_CLOEXEC),
        CONSTANT(FASYNC),
        CONSTANT(DN_ACCESS),
        CONSTANT(DN_MODIFY),
        CONSTANT(DN_CREATE),
        CONSTANT(DN_DELETE),
        CONSTANT(DN_RENAME),
        CONSTANT(DN_ATTRIB),
        CONSTANT(DN_MULTISHOT),
        {"F_GETLK64", F_GETLK},
        {"F_SETLK64", F_SETLK},
        {"F_SETLKW64", F_SETLKW},
        {0},
#undef CONSTANT
    };
    return module_add_numbers(module, constants) < 0 ? -1 : module_add_functions(module, functions);
}

const NativeModule pyrt_module_fcntl = {"fcntl", fcntl_init};
