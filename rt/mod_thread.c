/*
 * mod_thread.c — the module _thread: starting threads. They are threads of the system, but run
 * Python code one at a time, under the isolate's lock, which they give up when they block and, if
 * others wait for it, every few milliseconds at a safe point (isolate.c).
 */
#include "threads.h"

#include "object.h"
#include "port.h"
#include "record.h"
#include "stack.h"

/* One thread made by start_new_thread. */
typedef struct Thread {
    struct Thread *next;
    uint64_t id;                  /* once it runs */
    Value function, args, kwargs; /* kwargs: dict or 0 */
    Value sentinel;               /* the lock to be released at the end, or 0 */
} Thread;

static Thread *threads;
static int64_t wanted_stack; /* 0: the system's usual size */

/* ---- the life of a thread -------------------------------------------------------------------- */

static Thread *current_thread(void) {
    uint64_t id = port_thread_id();
    Thread *thread = threads;
    while (thread && thread->id != id)
        thread = thread->next;
    return thread;
}

static void thread_free(Thread *thread) {
    for (Thread **link = &threads; *link; link = &(*link)->next)
        if (*link == thread) {
            *link = thread->next;
            break;
        }
    value_decref(thread->function);
    value_decref(thread->args);
    value_decref(thread->kwargs);
    if (thread->sentinel)
        thread_lock_release(thread->sentinel);
    value_decref(thread->sentinel);
    mem_free(thread);
}

/* function(*args, **kwargs) */
static Value call_function(const Thread *thread) {
    const TupleObject *args = AS(TupleObject, thread->args);
    if (!thread->kwargs)
        return object_call(thread->function, args->items, (uint32_t)args->length, 0);
    Value all = list_new(args->items, args->length), names = list_new(NULL, 0);
    Value name, value, result = 0;
    int status = all && names ? 0 : -1;
    for (int64_t position = 0; status == 0 && dict_next(thread->kwargs, &position, &name, &value);)
        status = list_append(all, value) < 0 ? -1 : list_append(names, name);
    Value tuple = status == 0 ? tuple_from_iterable(names) : 0;
    if (tuple)
        result = object_call(thread->function, AS(ListObject, all)->items, (uint32_t)args->length,
                             tuple);
    value_decref(tuple);
    value_decref(names);
    value_decref(all);
    return result;
}

static void thread_run(void *data) {
    Thread *thread = data;
    ThreadState state;
    isolate_join(&state);
    thread->id = port_thread_id();
    Value result = call_function(thread);
    value_decref(result);
    if (!result && exc_pending_is(&rt_exc_SystemExit))
        exc_clear();
    else if (!result)
        exc_unraisable("Exception ignored in thread started by", thread->function);
    thread_locals_drop();
    thread_free(thread);
    isolate_part();
}

NATIVE(start_new_thread) {
    NATIVE_UNUSED();
    if (!object_callable(args[0]))
        return raise_error(&rt_exc_TypeError, "first arg must be callable");
    if (!value_isa(args[1], &rt_type_tuple))
        return raise_error(&rt_exc_TypeError, "2nd arg must be a tuple");
    if (ARG(2) && !value_isa(args[2], &rt_type_dict))
        return raise_error(&rt_exc_TypeError, "optional 3rd arg must be a dictionary");
    Thread *thread = mem_alloc(sizeof *thread);
    if (!thread)
        return 0;
    *thread = (Thread){.next = threads,
                       .function = value_incref(args[0]),
                       .args = value_incref(args[1]),
                       .kwargs = value_incref(ARG(2))};
    threads = thread;
    uint64_t id;
    if (port_thread_start(thread_run, thread, (size_t)wanted_stack, &id) == 0)
        return int_from_u64(id);
    thread_free(thread);
    return raise_error(&rt_exc_RuntimeError, "can't start new thread");
}

/* A lock that is released when the calling thread ends. */
NATIVE(set_sentinel) {
    NATIVE_UNUSED();
    Value lock = thread_lock_new();
    Thread *thread = lock ? current_thread() : NULL;
    if (thread) {
        if (thread->sentinel)
            thread_lock_release(thread->sentinel);
        value_replace(&thread->sentinel, value_incref(lock));
    }
    return lock;
}

/* ---- small functions ------------------------------------------------------------------------- */

NATIVE(allocate_lock) {
    NATIVE_UNUSED();
    return thread_lock_new();
}

NATIVE(get_ident) {
    NATIVE_UNUSED();
    return int_from_u64(port_thread_id());
}

NATIVE(get_native_id) {
    NATIVE_UNUSED();
    return int_from_u64(port_thread_native_id());
}

NATIVE(thread_count) {
    NATIVE_UNUSED();
    int64_t number = 0;
    for (const Thread *thread = threads; thread; thread = thread->next)
        number++;
    return int_from_i64(number);
}

NATIVE(thread_exit) {
    NATIVE_UNUSED();
    return raise_value_take(object_call0(OBJ(&rt_exc_SystemExit)));
}

enum { SMALLEST_STACK = 32768 };

NATIVE(stack_size) {
    NATIVE_UNUSED();
    int64_t size = ARG(0) ? object_index(args[0]) : wanted_stack, before = wanted_stack;
    if (size == -1 && isolate.pending)
        return 0;
    if (size < 0)
        return raise_error(&rt_exc_ValueError, "size must be 0 or a positive value");
    if (size && size < SMALLEST_STACK)
        return raise_error(&rt_exc_ValueError, "size not valid: %lld bytes", (long long)size);
    wanted_stack = size;
    return int_from_i64(before);
}

enum { INTERRUPT = 2, LAST_SIGNAL = 64 }; /* SIGINT, and the highest number */

/* Acts as if the signal had come. Where there are no signals, SIGINT alone does something. */
NATIVE(interrupt_main) {
    NATIVE_UNUSED();
    int64_t number = ARG(0) ? object_index(args[0]) : INTERRUPT;
    if (number == -1 && isolate.pending)
        return 0;
    if (number < 1 || number > LAST_SIGNAL)
        return raise_error(&rt_exc_ValueError, "signal number out of range");
    if (!port_signal_trip((int)number) && number == INTERRUPT) {
        rt_interrupted = 1;
        rt_request_safe_point();
    }
    return pyrt_stack_check() < 0 ? 0 : VALUE_NONE;
}

/* ---- exceptions that end a thread ------------------------------------------------------------ */

static int write_text(Value text_take) {
    Value stream = text_take ? io_stream_borrow(IO_STDERR) : 0;
    int status = stream && stream != VALUE_NONE ? file_write_str(stream, text_take) : -1;
    value_decref(text_take);
    return status;
}

/* "Exception in thread NAME:" */
static int write_heading(Value thread) {
    bool failed = false;
    Value name =
        thread == VALUE_NONE ? 0 : object_getattr_optional(thread, str_name("name"), &failed);
    if (!name && !failed)
        name = int_from_u64(port_thread_id());
    int status = name ? write_text(str_format("Exception in thread %S:\n", name)) : -1;
    value_decref(name);
    return status;
}

NATIVE(excepthook) {
    NATIVE_UNUSED();
    if (!value_isa(args[0], &rt_type_tuple) || AS(TupleObject, args[0])->length != 4)
        return raise_error(&rt_exc_TypeError,
                           "_thread.excepthook argument type must be ExceptHookArgs");
    const Value *parts = AS(TupleObject, args[0])->items;
    if (parts[0] == OBJ(&rt_exc_SystemExit))
        return VALUE_NONE;
    if (write_heading(parts[3]) < 0)
        return 0;
    if (value_isa(parts[1], &rt_exc_BaseException))
        exc_print(parts[1]);
    return isolate.pending ? 0 : VALUE_NONE;
}

/* ---- the module ------------------------------------------------------------------------------ */

static const NativeMethod functions[] = {
    {.name = "start_new_thread", .call = start_new_thread, .min_args = 2, .max_args = 3},
    {.name = "start_new", .call = start_new_thread, .min_args = 2, .max_args = 3},
    {.name = "allocate_lock", .call = allocate_lock},
    {.name = "allocate", .call = allocate_lock},
    {.name = "get_ident", .call = get_ident},
    {.name = "get_native_id", .call = get_native_id},
    {.name = "_count", .call = thread_count},
    {.name = "exit", .call = thread_exit},
    {.name = "exit_thread", .call = thread_exit},
    {.name = "stack_size", .call = stack_size, .max_args = 1},
    {.name = "interrupt_main", .call = interrupt_main, .max_args = 1},
    {.name = "_set_sentinel", .call = set_sentinel},
    {.name = "_excepthook", .call = excepthook, .min_args = 1, .max_args = 1},
    {0},
};

/* Threads other than the one that forked do not exist in the child. What they hold is left alone:
 * their frames may still refer to it. */
static void forget_threads(void) {
    threads = current_thread();
    if (threads)
        threads->next = NULL;
    if (rt_stack)
        rt_stack->forked();
    thread_locks_forget_waiters();
    thread_locals_forget_others();
}

static int thread_init(ModuleObject *module) {
    rt_at_fork(forget_threads);
    type_ready(&rt_type_lock);
    type_ready(&rt_type_rlock);
    type_ready(&rt_type_thread_local);
    if (module_add_functions(module, functions) < 0 ||
        module_add_type(module, "LockType", &rt_type_lock) < 0 ||
        module_add_type(module, "RLock", &rt_type_rlock) < 0 ||
        module_add_type(module, "_local", &rt_type_thread_local) < 0 ||
        module_set(module, "error", OBJ(&rt_exc_RuntimeError)) < 0 ||
        module_set(module, "TIMEOUT_MAX", float_new(9223372036.0)) < 0)
        return -1;
    return module_set(module, "_ExceptHookArgs",
                      record_type_new("_thread", "_ExceptHookArgs",
                                      "exc_type exc_value exc_traceback thread", 4));
}

const NativeModule pyrt_module__thread = {"_thread", thread_init};
