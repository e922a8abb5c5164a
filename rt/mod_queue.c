/*
 * mod_queue.c — the module _queue: SimpleQueue, a queue without a bound whose put() may be called
 * from anywhere, finalizers included, and the exception Empty. The lock is taken while the queue
 * was found empty; a put() frees it, and who got it frees it for the next that waits.
 */
#include "deque.h"
#include "object.h"
#include "port.h"
#include "threads.h"
#include "timeout.h"

typedef struct SimpleQueue {
    Object base;
    Value items; /* a deque */
    Value lock;
    bool locked; /* by one of our own waiters */
} SimpleQueue;

#define SELF(value) AS(SimpleQueue, value)

static Value empty_class; /* the exception; while the module lives */

static int64_t length_of(const SimpleQueue *self) {
    return AS(Deque, self->items)->length;
}

static void unlock(SimpleQueue *self) {
    if (!self->locked)
        return;
    self->locked = false;
    thread_lock_release(self->lock);
}

static Value put(SimpleQueue *self, Value item) {
    if (deque_push(self->items, item) < 0)
        return 0;
    unlock(self);
    return VALUE_NONE;
}

/* Takes the first item, waiting for one until the deadline (0: not at all). */
static Value get(SimpleQueue *self, int64_t deadline) {
    while (!length_of(self)) {
        int status = thread_lock_take(self->lock, deadline);
        if (status < 0)
            return 0;
        if (!status)
            return raise_value_take(object_call0(empty_class));
        self->locked = true;
    }
    Value item = deque_shift(self->items);
    unlock(self);
    return item;
}

/* put(item, block=True, timeout=None): there always is room. */
NATIVE(queue_put) {
    NATIVE_UNUSED();
    if (count > 2 && args[2] && object_truth(args[2]) < 0)
        return 0;
    return put(SELF(args[0]), args[1]);
}

/* get(block=True, timeout=None) */
NATIVE(queue_get) {
    NATIVE_UNUSED();
    int block = args[1] ? object_truth(args[1]) : 1;
    int64_t wait = 0;
    bool is_timed = block > 0 && args[2] && args[2] != VALUE_NONE;
    if (block < 0 || (is_timed && timeout_read(args[2], TIMEOUT_SECOND, NULL, &wait) < 0))
        return 0;
    if (wait < 0)
        return raise_error(&rt_exc_ValueError, "'timeout' must be a non-negative number");
    int64_t end = is_timed ? wait ? timeout_deadline(wait) : 0 : PORT_FOREVER;
    return get(SELF(args[0]), block ? end : 0);
}

NATIVE(queue_get_nowait) {
    NATIVE_UNUSED();
    return get(SELF(args[0]), 0);
}

NATIVE(queue_empty) {
    NATIVE_UNUSED();
    return VALUE_BOOL(!length_of(SELF(args[0])));
}

NATIVE(queue_qsize) {
    NATIVE_UNUSED();
    return value_from_small_int(length_of(SELF(args[0])));
}

static const NativeMethod queue_methods[] = {
    {.name = "put",
     .call = queue_put,
     .min_args = 1,
     .max_args = 3,
     .keywords = "item block timeout"},
    {.name = "put_nowait", .call = queue_put, .min_args = 1, .max_args = 1, .keywords = "item"},
    {.name = "get", .call = queue_get, .max_args = 2, .keywords = "block timeout"},
    {.name = "get_nowait", .call = queue_get_nowait},
    {.name = "empty", .call = queue_empty},
    {.name = "qsize", .call = queue_qsize},
    CLASS_GETITEM,
    {0},
};

static void queue_dealloc(Object *object) {
    SimpleQueue *self = (SimpleQueue *)object;
    if (self->lock)
        unlock(self);
    value_replace(&self->items, 0);
    value_replace(&self->lock, 0);
}

static void queue_traverse(Object *object, VisitValue visit, void *context) {
    visit(((SimpleQueue *)object)->items, context);
}

/* A queue that garbage collection clears stays one, without items. */
static void queue_clear(Object *object) {
    Value items = deque_create();
    if (items)
        value_replace(&((SimpleQueue *)object)->items, items);
    else
        exc_clear();
}

static Type type_simple_queue;

/* SimpleQueue(); a subclass with an __init__ of its own may take arguments. */
static Value queue_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args;
    bool is_plain = type->slots.init == type_simple_queue.slots.init;
    if (is_plain && count)
        return raise_error(&rt_exc_TypeError, "SimpleQueue() takes no positional arguments");
    if (is_plain && names)
        return raise_error(&rt_exc_TypeError, "SimpleQueue() takes no keyword arguments");
    SimpleQueue *self = object_new(type, sizeof *self);
    if (!self)
        return 0;
    self->items = deque_create();
    self->lock = thread_lock_new();
    if (self->items && self->lock)
        return OBJ(self);
    value_decref(OBJ(self));
    return 0;
}

static Type type_simple_queue = {
    .name = "_queue.SimpleQueue",
    .flags = TYPE_DOTTED_NAME | TYPE_WEAKREFS,
    .basic_size = sizeof(SimpleQueue),
    .methods = queue_methods,
    .slots = {.dealloc = queue_dealloc,
              .traverse = queue_traverse,
              .clear = queue_clear,
              .new = queue_new},
};

static void forget_class(void) {
    value_replace(&empty_class, 0);
}

static int queue_init(ModuleObject *module) {
    rt_at_finish(forget_class);
    empty_class = exc_class_new("_queue", "Empty", OBJ(&rt_exc_Exception));
    if (!empty_class || module_set(module, "Empty", value_incref(empty_class)) < 0)
        return -1;
    return module_add_type(module, "SimpleQueue", &type_simple_queue);
}

const NativeModule pyrt_module__queue = {"_queue", queue_init};
