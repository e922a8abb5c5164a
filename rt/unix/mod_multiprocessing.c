/*
 * mod_multiprocessing.c — the modules _multiprocessing and _posixshmem, on which the installed
 * Python's multiprocessing stands: named semaphores that processes share, and names of shared
 * memory. A SemLock counts for itself how often its process took it; forked children start anew.
 */
#include "socket.h"

#include "isolate.h"
#include "object.h"
#include "port.h"
#include "posix.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <math.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <time.h>

enum SemKind { RECURSIVE_MUTEX, SEMAPHORE, KIND_COUNT };

typedef struct SemLock {
    Object base;
    sem_t *handle;
    uint64_t owner; /* the thread that took it last */
    int count;      /* takings of this process that were not given back */
    int most;       /* what its value may become */
    int kind;
    Value name; /* str, or None once no other process can open it */
} SemLock;

#define SELF(value) AS(SemLock, value)

static Type type_semlock;

/* ---- making ---------------------------------------------------------------------------------- */

/* Takes over `handle`; `name` is borrowed. */
static Value wrap(Type *type, sem_t *handle, int kind, int most, Value name) {
    SemLock *self = object_new(type, sizeof *self);
    if (!self) {
        sem_close(handle);
        return 0;
    }
    self->handle = handle;
    self->kind = kind;
    self->most = most;
    self->name = value_incref(name);
    return OBJ(self);
}

static Value open_new(Type *type, const Value *args, const char *name) {
    int kind, value, most;
    if (object_c_int(args[0], &kind) < 0 || object_c_int(args[1], &value) < 0 ||
        object_c_int(args[2], &most) < 0)
        return 0;
    int unlink_now = object_truth(args[4]);
    if (unlink_now < 0)
        return 0;
    if (kind < 0 || kind >= KIND_COUNT)
        return raise_error(&rt_exc_ValueError, "unrecognized kind");
    sem_t *handle = sem_open(name, O_CREAT | O_EXCL, 0600, (unsigned)value);
    if (handle == SEM_FAILED)
        return raise_errno(errno, 0);
    if (unlink_now && sem_unlink(name) < 0) {
        int error = errno;
        sem_close(handle);
        return raise_errno(error, 0);
    }
    return wrap(type, handle, kind, most, unlink_now ? VALUE_NONE : args[3]);
}

/* SemLock(kind, value, maxvalue, name, unlink) */
NATIVE(semlock_make) {
    NATIVE_UNUSED();
    Value name = path_bytes(args[3], NULL);
    Value self = name ? open_new(SPEC_DATA(callee), args, posix_path(name)) : 0;
    value_decref(name);
    return self;
}
NEW_BY_SPEC(semlock_new, .name = "SemLock", .call = semlock_make, .min_args = 5, .max_args = 5,
            .keywords = "kind value maxvalue name unlink")

/* SemLock._rebuild(handle, kind, maxvalue, name): in another process */
NATIVE(semlock_rebuild) {
    NATIVE_UNUSED();
    int kind, most;
    int64_t address = object_index(args[1]);
    if ((address == -1 && isolate.pending) || object_c_int(args[2], &kind) < 0 ||
        object_c_int(args[3], &most) < 0)
        return 0;
    sem_t *handle = (sem_t *)(uintptr_t)address;
    if (args[4] != VALUE_NONE) {
        Value name = path_bytes(args[4], NULL);
        if (!name)
            return 0;
        handle = sem_open(posix_path(name), 0);
        value_decref(name);
        if (handle == SEM_FAILED)
            return raise_errno(errno, 0);
    }
    return wrap(AS(Type, args[0]), handle, kind, most, args[4]);
}

static void semlock_dealloc(Object *self) {
    SemLock *lock = (SemLock *)self;
    if (lock->handle)
        sem_close(lock->handle);
    value_decref(lock->name);
}

/* ---- taking and releasing -------------------------------------------------------------------- */

static bool is_mine(const SemLock *lock) {
    return lock->count > 0 && lock->owner == port_thread_id();
}

/* Seconds from now as a time of the system's clock. 0 or -1. */
static int read_deadline(Value timeout, struct timespec *deadline) {
    double seconds;
    if (!value_to_double(timeout, &seconds))
        return -1;
    seconds = seconds < 0 ? 0 : seconds;
    clock_gettime(CLOCK_REALTIME, deadline);
    double whole = floor(seconds);
    if (whole > (double)(INT_MAX / 2))
        whole = (double)(INT_MAX / 2);
    deadline->tv_sec += (time_t)whole;
    deadline->tv_nsec += (long)((seconds - floor(seconds)) * 1e9 + 0.5);
    deadline->tv_sec += deadline->tv_nsec / 1000000000;
    deadline->tv_nsec %= 1000000000;
    return 0;
}

/* 1: taken; 0: the deadline (NULL: none) passed; -1: an exception is pending. */
static int wait_for(SemLock *lock, const struct timespec *deadline) {
    for (;;) {
        ThreadState state;
        isolate_leave(&state);
        int status = deadline ? sem_timedwait(lock->handle, deadline) : sem_wait(lock->handle);
        isolate_enter(&state);
        if (status == 0)
            return 1;
        if (errno == ETIMEDOUT)
            return 0;
        if (errno != EINTR) {
            raise_errno(errno, 0);
            return -1;
        }
        if (pyrt_stack_check() < 0)
            return -1;
    }
}

static int take(SemLock *lock, bool block, const struct timespec *deadline) {
    int status;
    do
        status = sem_trywait(lock->handle);
    while (status < 0 && errno == EINTR);
    if (status == 0)
        return 1;
    if (errno != EAGAIN) {
        raise_errno(errno, 0);
        return -1;
    }
    return block ? wait_for(lock, deadline) : 0;
}

static Value acquire(SemLock *lock, Value blocking, Value timeout) {
    int block = blocking ? object_truth(blocking) : 1;
    bool timed = timeout && timeout != VALUE_NONE;
    struct timespec deadline;
    if (block < 0)
        return 0;
    if (lock->kind == RECURSIVE_MUTEX && is_mine(lock)) {
        lock->count++;
        return VALUE_TRUE;
    }
    if (timed && read_deadline(timeout, &deadline) < 0)
        return 0;
    int status = take(lock, block, timed ? &deadline : NULL);
    if (status < 0)
        return 0;
    if (status) {
        lock->count++;
        lock->owner = port_thread_id();
    }
    return VALUE_BOOL(status);
}

NATIVE(semlock_acquire) {
    NATIVE_UNUSED();
    return acquire(SELF(args[0]), ARG(1), ARG(2));
}

NATIVE(semlock_enter) {
    NATIVE_UNUSED();
    return acquire(SELF(args[0]), 0, 0);
}

NATIVE(semlock_release) {
    NATIVE_UNUSED();
    SemLock *lock = SELF(args[0]);
    int value;
    if (lock->kind == RECURSIVE_MUTEX) {
        if (!is_mine(lock))
            return raise_error(&rt_exc_AssertionError,
                               "attempt to release recursive lock not owned by thread");
        if (lock->count > 1) {
            lock->count--;
            return VALUE_NONE;
        }
    } else if (sem_getvalue(lock->handle, &value) < 0) {
        return raise_errno(errno, 0);
    } else if (value >= lock->most) {
        return raise_error(&rt_exc_ValueError, "semaphore or lock released too many times");
    }
    if (sem_post(lock->handle) < 0)
        return raise_errno(errno, 0);
    lock->count--;
    return VALUE_NONE;
}

NATIVE(semlock_exit) {
    return semlock_release(callee, args, count, names);
}

/* ---- looking at it --------------------------------------------------------------------------- */

/* The value of the semaphore, not negative. 0 or -1. */
static int read_value(const SemLock *lock, int *value) {
    if (sem_getvalue(lock->handle, value) < 0) {
        raise_errno(errno, 0);
        return -1;
    }
    *value = *value < 0 ? 0 : *value;
    return 0;
}

NATIVE(semlock_value) {
    NATIVE_UNUSED();
    int value;
    return read_value(SELF(args[0]), &value) < 0 ? 0 : value_from_small_int(value);
}

NATIVE(semlock_is_zero) {
    NATIVE_UNUSED();
    int value;
    return read_value(SELF(args[0]), &value) < 0 ? 0 : VALUE_BOOL(value == 0);
}

NATIVE(semlock_count) {
    NATIVE_UNUSED();
    return value_from_small_int(SELF(args[0])->count);
}

NATIVE(semlock_is_mine) {
    NATIVE_UNUSED();
    return VALUE_BOOL(is_mine(SELF(args[0])));
}

NATIVE(semlock_after_fork) {
    NATIVE_UNUSED();
    SELF(args[0])->count = 0;
    return VALUE_NONE;
}

NATIVE(get_handle) {
    NATIVE_UNUSED();
    return int_from_u64((uintptr_t)SELF(args[0])->handle);
}

NATIVE(get_kind) {
    NATIVE_UNUSED();
    return value_from_small_int(SELF(args[0])->kind);
}

NATIVE(get_maxvalue) {
    NATIVE_UNUSED();
    return value_from_small_int(SELF(args[0])->most);
}

NATIVE(get_name) {
    NATIVE_UNUSED();
    return value_incref(SELF(args[0])->name);
}

static const NativeMethod semlock_methods[] = {
    {.name = "acquire", .call = semlock_acquire, .max_args = 2, .keywords = "block timeout"},
    {.name = "release", .call = semlock_release},
    {.name = "__enter__", .call = semlock_enter},
    {.name = "__exit__", .call = semlock_exit, .max_args = 3},
    {.name = "_count", .call = semlock_count},
    {.name = "_is_mine", .call = semlock_is_mine},
    {.name = "_get_value", .call = semlock_value},
    {.name = "_is_zero", .call = semlock_is_zero},
    {.name = "_after_fork", .call = semlock_after_fork},
    {.name = "_rebuild",
     .call = semlock_rebuild,
     .min_args = 4,
     .max_args = 4,
     .kind = METHOD_CLASS},
    {.name = "handle", .call = get_handle, .kind = METHOD_GETTER},
    {.name = "kind", .call = get_kind, .kind = METHOD_GETTER},
    {.name = "maxvalue", .call = get_maxvalue, .kind = METHOD_GETTER},
    {.name = "name", .call = get_name, .kind = METHOD_GETTER},
    {0},
};

static Type type_semlock = {
    .name = "_multiprocessing.SemLock",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(SemLock),
    .methods = semlock_methods,
    .slots = {.new = semlock_new, .dealloc = semlock_dealloc},
};

/* ---- the modules ----------------------------------------------------------------------------- */

NATIVE(multiprocessing_sem_unlink) {
    NATIVE_UNUSED();
    Value name = path_bytes(args[0], NULL);
    if (!name)
        return 0;
    int status = sem_unlink(posix_path(name));
    value_decref(name);
    return status < 0 ? raise_errno(errno, 0) : VALUE_NONE;
}

static int init_multiprocessing(ModuleObject *module) {
    static const NativeMethod functions[] = {
        {.name = "sem_unlink", .call = multiprocessing_sem_unlink, .min_args = 1, .max_args = 1},
        {0},
    };
    type_ready(&type_semlock);
    Value flags = dict_new();
    if (!flags || dict_set_cstr(flags, "HAVE_SEM_OPEN", value_from_small_int(1)) < 0 ||
        dict_set_cstr(flags, "HAVE_SEM_TIMEDWAIT", value_from_small_int(1)) < 0 ||
        module_set(module, "flags", flags) < 0 ||
        dict_set_cstr_take(type_dict_borrow(&type_semlock), "SEM_VALUE_MAX",
                           int_from_i64(SEM_VALUE_MAX)) < 0 ||
        module_add_type(module, "SemLock", &type_semlock) < 0)
        return -1;
    return module_add_functions(module, functions);
}

/* shm_open(path, flags, mode=511) */
NATIVE(posixshmem_open) {
    NATIVE_UNUSED();
    int flags, mode = 0777;
    if (object_c_int(args[1], &flags) < 0 || (ARG(2) && object_c_int(args[2], &mode) < 0))
        return 0;
    Value path = path_bytes(args[0], NULL);
    if (!path)
        return 0;
    int fd;
    do
        fd = shm_open(posix_path(path), flags, (mode_t)mode);
    while (fd < 0 && errno == EINTR && pyrt_stack_check() == 0);
    value_decref(path);
    if (fd < 0)
        return isolate.pending ? 0 : raise_errno(errno, args[0]);
    return value_from_small_int(fd);
}

NATIVE(posixshmem_unlink) {
    NATIVE_UNUSED();
    Value path = path_bytes(args[0], NULL);
    if (!path)
        return 0;
    int status = shm_unlink(posix_path(path));
    value_decref(path);
    return status < 0 ? raise_errno(errno, args[0]) : VALUE_NONE;
}

static int init_posixshmem(ModuleObject *module) {
    static const NativeMethod functions[] = {
        {.name = "shm_open",
         .call = posixshmem_open,
         .min_args = 2,
         .max_args = 3,
         .keywords = "path flags mode"},
        {.name = "shm_unlink",
         .call = posixshmem_unlink,
         .min_args = 1,
         .max_args = 1,
         .keywords = "path"},
        {0},
    };
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__multiprocessing = {"_multiprocessing", init_multiprocessing};
const NativeModule pyrt_module__posixshmem = {"_posixshmem", init_posixshmem};
