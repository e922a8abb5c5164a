/*
 * mod_thread_lock.c — the locks of the module _thread: lock and RLock. All their fields are guarded
 * by the isolate's lock. Who finds a lock taken queues up, gives up the isolate's lock and sleeps
 * on an event of its own; a release wakes the first in the queue, who then tries again: another
 * thread may be faster, as with CPython's locks.
 */
#include "threads.h"

#include "object.h"
#include "port.h"
#include "timeout.h"

/* One thread that sleeps until the lock is released. Lives on its stack. */
typedef struct Waiter {
    struct Waiter *next;
    PortEvent *event;
} Waiter;

typedef struct Lock {
    Object base;
    bool taken;
    uint32_t generation; /* of the process that the waiters wait in, see `process_generation` */
    Waiter *waiters;
    uint64_t owner; /* RLock: the thread that holds it */
    uint64_t count; /* RLock: how often */
} Lock;

#define SELF(value) AS(Lock, value)

/* ---- taking and releasing -------------------------------------------------------------------- */

static uint32_t process_generation; /* forks between the process that was started and this one */

void thread_locks_forget_waiters(void) {
    process_generation++;
}

static Waiter **waiters_of(Lock *lock) {
    if (lock->generation != process_generation)
        lock->waiters = NULL;
    lock->generation = process_generation;
    return &lock->waiters;
}

static void enqueue(Lock *lock, Waiter *waiter) {
    Waiter **link = waiters_of(lock);
    while (*link)
        link = &(*link)->next;
    *link = waiter;
}

/* Does nothing if a release took it out already. */
static void dequeue(Lock *lock, Waiter *waiter) {
    for (Waiter **link = waiters_of(lock); *link; link = &(*link)->next)
        if (*link == waiter) {
            *link = waiter->next;
            return;
        }
}

/* Sleeps until the lock may be free. 1; 0: the deadline passed; -1: an exception (a signal). */
static int wait_release(Lock *lock, int64_t deadline) {
    Waiter waiter = {.event = port_event_new()};
    if (!waiter.event) {
        raise_no_memory();
        return -1;
    }
    enqueue(lock, &waiter);
    int result = 1;
    for (bool set = false; result == 1 && !set;) {
        if (deadline != PORT_FOREVER && port_monotonic_ns() >= deadline) {
            result = 0;
            break;
        }
        if (pyrt_stack_check() < 0) {
            result = -1;
            break;
        }
        ThreadState state;
        isolate_leave(&state);
        set = port_event_wait(waiter.event, deadline);
        isolate_enter(&state);
    }
    dequeue(lock, &waiter);
    port_event_free(waiter.event);
    return result;
}

static void wake_one(Lock *lock) {
    Waiter **first = waiters_of(lock), *waiter = *first;
    if (!waiter)
        return;
    *first = waiter->next;
    port_event_set(waiter->event);
}

/* A waiter that gives up passes on a wake-up that it may have got at the same time. */
static int take(Lock *lock, int64_t deadline) {
    int status = 1;
    while (lock->taken && status == 1)
        status = wait_release(lock, deadline);
    if (!lock->taken && status == 1)
        lock->taken = true;
    else if (!lock->taken)
        wake_one(lock);
    return status;
}

int thread_lock_take(Value self, int64_t deadline) {
    return take(SELF(self), deadline);
}

void thread_lock_release(Value self) {
    SELF(self)->taken = false;
    wake_one(SELF(self));
}

Value thread_lock_new(void) {
    return OBJ((Lock *)object_new(&rt_type_lock, sizeof(Lock)));
}

/* ---- arguments ------------------------------------------------------------------------------- */

/* Reads acquire(blocking=True, timeout=-1) into a monotonic time; 0 means: do not wait. 0 or -1. */
static int read_deadline(Value blocking, Value timeout, int64_t *deadline) {
    const int64_t not_given = -TIMEOUT_SECOND;
    int block = 1;
    int64_t wait = not_given;
    if ((blocking && object_parsed_int(blocking, &block) < 0) ||
        (timeout && timeout_read(timeout, TIMEOUT_SECOND, NULL, &wait) < 0))
        return -1;
    if (!block && wait != not_given)
        return raise_status(&rt_exc_ValueError, "can't specify a timeout for a non-blocking call");
    if (wait < 0 && wait != not_given)
        return raise_status(&rt_exc_ValueError, "timeout value must be positive");
    *deadline = !block || !wait ? 0 : wait < 0 ? PORT_FOREVER : timeout_deadline(wait);
    return 0;
}

/* ---- lock ------------------------------------------------------------------------------------ */

/* __enter__: a signal that came meanwhile waits until the `with` has begun. */
NATIVE(method_enter) {
    NATIVE_UNUSED();
    int64_t deadline;
    if (read_deadline(ARG(1), ARG(2), &deadline) < 0)
        return 0;
    int status = take(SELF(args[0]), deadline);
    return status < 0 ? 0 : VALUE_BOOL(status);
}

NATIVE(method_acquire) {
    Value taken = method_enter(callee, args, count, names);
    return taken && pyrt_stack_check() < 0 ? 0 : taken;
}

NATIVE(method_release) {
    NATIVE_UNUSED();
    if (!SELF(args[0])->taken)
        return raise_error(&rt_exc_RuntimeError, "release unlocked lock");
    thread_lock_release(args[0]);
    return VALUE_NONE;
}

NATIVE(method_exit) {
    return method_release(callee, args, count, names);
}

NATIVE(method_locked) {
    NATIVE_UNUSED();
    return VALUE_BOOL(SELF(args[0])->taken);
}

NATIVE(method_at_fork) {
    NATIVE_UNUSED();
    SELF(args[0])->taken = false;
    SELF(args[0])->owner = SELF(args[0])->count = 0;
    return VALUE_NONE;
}

static Value lock_repr(Value self) {
    return str_format("<%s %T object at %s>", SELF(self)->taken ? "locked" : "unlocked", self,
                      pointer_text(self).text);
}

#define ACQUIRE(python_name, function)                                                             \
    { .name = python_name, .call = function, .max_args = 2, .keywords = "blocking timeout" }
#define EXIT(function)                                                                             \
    { .name = "__exit__", .call = function, .max_args = -1 }

static const NativeMethod lock_methods[] = {
    ACQUIRE("acquire", method_acquire),
    ACQUIRE("acquire_lock", method_acquire),
    ACQUIRE("__enter__", method_enter),
    {.name = "release", .call = method_release},
    {.name = "release_lock", .call = method_release},
    EXIT(method_exit),
    {.name = "locked", .call = method_locked},
    {.name = "locked_lock", .call = method_locked},
    {.name = "_at_fork_reinit", .call = method_at_fork},
    {0},
};

Type rt_type_lock = {
    .name = "_thread.lock",
    .basic_size = sizeof(Lock),
    .flags = TYPE_DOTTED_NAME | TYPE_FINAL,
    .methods = lock_methods,
    .slots = {.repr = lock_repr},
};

/* ---- RLock ----------------------------------------------------------------------------------- */

static bool is_owner(const Lock *lock) {
    return lock->count && lock->owner == port_thread_id();
}

NATIVE(rlock_acquire) {
    NATIVE_UNUSED();
    Lock *lock = SELF(args[0]);
    int64_t deadline;
    if (read_deadline(ARG(1), ARG(2), &deadline) < 0)
        return 0;
    int status = is_owner(lock) ? 1 : take(lock, deadline);
    if (status == 1) {
        lock->owner = port_thread_id();
        lock->count++;
    }
    return status < 0 ? 0 : VALUE_BOOL(status);
}

static Value not_owner(void) {
    return raise_error(&rt_exc_RuntimeError, "cannot release un-acquired lock");
}

NATIVE(rlock_release) {
    NATIVE_UNUSED();
    Lock *lock = SELF(args[0]);
    if (!is_owner(lock))
        return not_owner();
    if (--lock->count == 0) {
        lock->owner = 0;
        thread_lock_release(args[0]);
    }
    return VALUE_NONE;
}

NATIVE(rlock_exit) {
    return rlock_release(callee, args, count, names);
}

NATIVE(rlock_is_owned) {
    NATIVE_UNUSED();
    return VALUE_BOOL(is_owner(SELF(args[0])));
}

/* Gives the lock up however often it was taken; answers what _acquire_restore needs. */
NATIVE(rlock_release_save) {
    NATIVE_UNUSED();
    Lock *lock = SELF(args[0]);
    if (!lock->count)
        return not_owner();
    Value parts[2] = {int_from_u64(lock->count), int_from_u64(lock->owner)};
    Value state = tuple_new(parts, 2);
    value_decref(parts[0]);
    value_decref(parts[1]);
    if (!state)
        return 0;
    lock->count = lock->owner = 0;
    thread_lock_release(args[0]);
    return state;
}

NATIVE(rlock_acquire_restore) {
    NATIVE_UNUSED();
    Lock *lock = SELF(args[0]);
    if (!value_isa(args[1], &rt_type_tuple) || AS(TupleObject, args[1])->length != 2)
        return raise_error(&rt_exc_TypeError, "_acquire_restore() needs a tuple of 2 ints");
    int64_t times = object_index(AS(TupleObject, args[1])->items[0]);
    if (times == -1 && isolate.pending)
        return 0;
    if (take(lock, PORT_FOREVER) < 0)
        return 0;
    lock->owner = port_thread_id();
    lock->count = (uint64_t)times;
    return VALUE_NONE;
}

static Value rlock_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ((Lock *)object_new(type, sizeof(Lock)));
}

static Value rlock_repr(Value self) {
    Value owner = int_from_u64(SELF(self)->owner);
    Value text = owner ? str_format("<%s %T object owner=%R count=%lld at %s>",
                                    SELF(self)->taken ? "locked" : "unlocked", self, owner,
                                    (long long)SELF(self)->count, pointer_text(self).text)
                       : 0;
    value_decref(owner);
    return text;
}

static const NativeMethod rlock_methods[] = {
    ACQUIRE("acquire", rlock_acquire),
    ACQUIRE("__enter__", rlock_acquire),
    {.name = "release", .call = rlock_release},
    EXIT(rlock_exit),
    {.name = "_is_owned", .call = rlock_is_owned},
    {.name = "_release_save", .call = rlock_release_save},
    {.name = "_acquire_restore", .call = rlock_acquire_restore, .min_args = 1, .max_args = 1},
    {.name = "_at_fork_reinit", .call = method_at_fork},
    {0},
};

Type rt_type_rlock = {
    .name = "_thread.RLock",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(Lock),
    .methods = rlock_methods,
    .slots = {.new = rlock_new, .repr = rlock_repr},
};
