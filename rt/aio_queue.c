/*
 * aio_queue.c — asyncio.Queue, LifoQueue and PriorityQueue.
 *
 * Items are kept in what `_queue` shows: a deque or a list. Subclasses written in Python may
 * override anything, `_init`, `_put` and `_get` above all; a queue whose class overrides nothing
 * that matters is `plain` and never looks a method up. Waiting getters and putters hold futures
 * that are woken one per item, first come, first served; one that is cancelled after it was woken
 * wakes the next.
 */
#include "aio_primitives.h"
#include "library_frame.h"
#include "deque.h"
#include "exc_types.h"

typedef struct Queue {
    Object base;
    EventLoop *loop;
    Value items;   /* _queue */
    Value maxsize; /* as it was given */
    int64_t limit; /* 0: none */
    WaiterList getters, putters, joiners;
    int64_t unfinished;
    bool plain, shut_down;
    Attributes attributes;
} Queue;

Type rt_exc_QueueShutDown = {.name = "asyncio.queues.QueueShutDown",
                             .base_type = &rt_exc_Exception,
                             EXCEPTION_LAYOUT,
                             .slots = {EXCEPTION_SLOTS}};

AIO_INFO(info_get, "get", "Queue.get");
AIO_INFO(info_put, "put", "Queue.put");
AIO_INFO(info_join, "join", "Queue.join");

static Queue *self_of(const Value *args) {
    return AS(Queue, args[0]);
}

/* ---- the heap of a PriorityQueue: the algorithms of heapq, so that equal items leave alike ----
 */

/* items[left] < items[right]; -1 failed, also if the comparison changed the list. */
static int heap_less(ListObject *heap, int64_t left, int64_t right) {
    int64_t length = heap->length;
    Value a = value_incref(heap->items[left]), b = value_incref(heap->items[right]);
    int less = object_compare_bool(a, b, COMPARE_LT);
    value_decref(a);
    value_decref(b);
    if (less >= 0 && heap->length != length)
        return raise_status(&rt_exc_RuntimeError, "list changed size during iteration");
    return less;
}

static void heap_swap(ListObject *heap, int64_t a, int64_t b) {
    Value item = heap->items[a];
    heap->items[a] = heap->items[b];
    heap->items[b] = item;
}

static int heap_sift_down(ListObject *heap, int64_t start, int64_t position) {
    while (position > start) {
        int64_t parent = (position - 1) >> 1;
        int less = heap_less(heap, position, parent);
        if (less <= 0)
            return less;
        heap_swap(heap, position, parent);
        position = parent;
    }
    return 0;
}

static int heap_sift_up(ListObject *heap, int64_t position) {
    int64_t start = position, limit = heap->length >> 1;
    while (position < limit) {
        int64_t child = 2 * position + 1;
        if (child + 1 < heap->length) {
            int less = heap_less(heap, child, child + 1);
            if (less < 0)
                return -1;
            child += !less;
        }
        heap_swap(heap, child, position);
        position = child;
    }
    return heap_sift_down(heap, start, position);
}

static int heap_push(ListObject *heap, Value item) {
    if (list_append(OBJ(heap), item) < 0)
        return -1;
    return heap_sift_down(heap, 0, heap->length - 1);
}

static Value list_take_last(ListObject *list) {
    if (list->length == 0)
        return raise_error(&rt_exc_IndexError, "pop from empty list");
    return list->items[--list->length];
}

static Value heap_pop(ListObject *heap) {
    if (heap->length == 0)
        return raise_error(&rt_exc_IndexError, "index out of range");
    Value last = list_take_last(heap);
    if (heap->length == 0)
        return last;
    Value least = heap->items[0];
    heap->items[0] = last;
    if (heap_sift_up(heap, 0) < 0) {
        value_decref(least);
        return 0;
    }
    return least;
}

/* ---- where items are kept: what _init, _put and _get of the three classes do ----------------- */

static bool is_kind(const Queue *queue, const Type *kind) {
    const Type *type = queue->base.type;
    return type == kind || type_is_subtype(type, kind);
}

static int store_begin(Queue *queue, bool list) {
    Value items = list ? list_new(NULL, 0) : deque_create();
    if (!items)
        return -1;
    value_replace(&queue->items, items);
    return 0;
}

static Value store_missing(const Queue *queue) {
    return raise_error(&rt_exc_AttributeError, "'%T' object has no attribute '_queue'", OBJ(queue));
}

/* items.method(arg) for storage of the program's own. */
static Value store_call(const Queue *queue, const char *method, Value arg) {
    if (!queue->items)
        return store_missing(queue);
    return object_call_method(queue->items, method, &arg, arg ? 1 : 0);
}

static int store_append(Queue *queue, Value item) {
    if (value_is(queue->items, &rt_type_deque))
        return deque_push(queue->items, item);
    if (value_is(queue->items, &rt_type_list))
        return list_append(queue->items, item);
    Value answer = store_call(queue, "append", item);
    value_decref(answer);
    return answer ? 0 : -1;
}

static Value store_first(Queue *queue) {
    if (value_is(queue->items, &rt_type_deque) && AS(Deque, queue->items)->length)
        return deque_shift(queue->items);
    return store_call(queue, "popleft", 0);
}

static Value store_last(Queue *queue) {
    if (value_is(queue->items, &rt_type_list))
        return list_take_last(AS(ListObject, queue->items));
    return store_call(queue, "pop", 0);
}

static ListObject *store_heap(const Queue *queue) {
    if (queue->items && value_isa(queue->items, &rt_type_list))
        return AS(ListObject, queue->items);
    raise_error(&rt_exc_TypeError, "heap argument must be a list");
    return NULL;
}

static int store_push(Queue *queue, Value item) {
    ListObject *heap = store_heap(queue);
    return heap ? heap_push(heap, item) : -1;
}

static Value store_least(Queue *queue) {
    ListObject *heap = store_heap(queue);
    return heap ? heap_pop(heap) : 0;
}

static int64_t store_length(const Queue *queue) {
    if (value_is(queue->items, &rt_type_deque))
        return AS(Deque, queue->items)->length;
    if (value_is(queue->items, &rt_type_list))
        return AS(ListObject, queue->items)->length;
    return queue->items ? object_len(queue->items) : (store_missing(queue), -1);
}

#define STORE_METHODS(kind, list, put_item, get_item)                                              \
    NATIVE(kind##_init) {                                                                          \
        NATIVE_UNUSED();                                                                           \
        return store_begin(self_of(args), list) < 0 ? 0 : VALUE_NONE;                              \
    }                                                                                              \
    NATIVE(kind##_put) {                                                                           \
        NATIVE_UNUSED();                                                                           \
        return put_item(self_of(args), args[1]) < 0 ? 0 : VALUE_NONE;                              \
    }                                                                                              \
    NATIVE(kind##_get) {                                                                           \
        NATIVE_UNUSED();                                                                           \
        return get_item(self_of(args));                                                            \
    }
STORE_METHODS(fifo, false, store_append, store_first)
STORE_METHODS(lifo, true, store_append, store_last)
STORE_METHODS(priority, true, store_push, store_least)

/* ---- virtual operations ---------------------------------------------------------------------- */

/* Do all operations go by our own methods? */
static bool is_native(const Queue *queue) {
    return queue->plain && !(queue->base.type->flags & TYPE_SHADOWED);
}

static int call_status(const Queue *queue, const char *method, Value arg) {
    Value answer = object_call_method(OBJ(queue), method, &arg, arg ? 1 : 0);
    value_decref(answer);
    return answer ? 0 : -1;
}

static int call_truth(const Queue *queue, const char *method) {
    Value answer = object_call_method(OBJ(queue), method, NULL, 0);
    int truth = answer ? object_truth(answer) : -1;
    value_decref(answer);
    return truth;
}

static int base_empty(const Queue *queue) {
    int64_t length = store_length(queue);
    return length < 0 ? -1 : length == 0;
}

static int base_full(const Queue *queue) {
    if (queue->limit <= 0)
        return 0;
    if (is_native(queue)) {
        int64_t length = store_length(queue);
        return length < 0 ? -1 : length >= queue->limit;
    }
    Value size = object_call_method(OBJ(queue), "qsize", NULL, 0);
    Value answer = size ? object_compare(size, queue->maxsize, COMPARE_GE) : 0;
    int full = answer ? object_truth(answer) : -1;
    value_decref(size);
    value_decref(answer);
    return full;
}

static int is_empty(const Queue *queue) {
    return is_native(queue) ? base_empty(queue) : call_truth(queue, "empty");
}

static int is_full(const Queue *queue) {
    return is_native(queue) ? base_full(queue) : call_truth(queue, "full");
}

static int put_item(Queue *queue, Value item) {
    if (!is_native(queue))
        return call_status(queue, "_put", item);
    if (value_is(queue->items, &rt_type_deque))
        return deque_push(queue->items, item);
    return is_kind(queue, &aio_type_PriorityQueue) ? store_push(queue, item)
                                                   : store_append(queue, item);
}

static Value get_item(Queue *queue) {
    if (!is_native(queue))
        return object_call_method(OBJ(queue), "_get", NULL, 0);
    if (is_kind(queue, &aio_type_PriorityQueue))
        return store_least(queue);
    return is_kind(queue, &aio_type_LifoQueue) ? store_last(queue) : store_first(queue);
}

/* Wakes the first waiter that is still waiting; it and those before it leave the list. */
static int wake_next(WaiterList *list) {
    while (list->first) {
        Waiter *waiter = list->first;
        waiter_leave(waiter);
        if (!future_done(waiter_future(waiter)))
            return future_set_result(waiter_future(waiter), VALUE_NONE);
    }
    return 0;
}

/* The item is taken by the queue once it is known that there is room. */
static int put_checked(Queue *queue, Value item) {
    if (put_item(queue, item) < 0)
        return -1;
    queue->unfinished++;
    return wake_next(&queue->getters);
}

static Value get_checked(Queue *queue) {
    Value item = get_item(queue);
    if (item && wake_next(&queue->putters) < 0) {
        value_decref(item);
        return 0;
    }
    return item;
}

static Value base_put_nowait(Queue *queue, Value item) {
    ASYNCIO_FRAME(frame, "queues.py", 143, "put_nowait", "raise QueueFull");
    if (queue->shut_down)
        return raise_bare(&rt_exc_QueueShutDown);
    int full = is_full(queue);
    if (full > 0)
        return answer_through(&frame, raise_bare(&rt_exc_QueueFull));
    return full < 0 || put_checked(queue, item) < 0 ? 0 : VALUE_NONE;
}

static Value base_get_nowait(Queue *queue) {
    ASYNCIO_FRAME(frame, "queues.py", 181, "get_nowait", "raise QueueEmpty");
    int empty = is_empty(queue);
    if (empty > 0)
        return queue->shut_down ? raise_bare(&rt_exc_QueueShutDown)
                                : answer_through(&frame, raise_bare(&rt_exc_QueueEmpty));
    return empty < 0 ? 0 : get_checked(queue);
}

static Value put_nowait(Queue *queue, Value item) {
    if (is_native(queue))
        return base_put_nowait(queue, item);
    return object_call_method(OBJ(queue), "put_nowait", &item, 1);
}

static Value get_nowait(Queue *queue) {
    if (is_native(queue))
        return base_get_nowait(queue);
    return object_call_method(OBJ(queue), "get_nowait", NULL, 0);
}

/* ---- get and put ----------------------------------------------------------------------------- */

ASYNCIO_FRAME(get_frame, "queues.py", 158, "get", "await getter");
ASYNCIO_FRAME(put_frame, "queues.py", 120, "put", "await putter");

/* The await of `waiter` was broken off by the pending exception. `blocked`: is there still nothing
 * to do for others in the list? If not, and the waiter was woken, the next one is. */
static Value wait_failed(Queue *queue, Waiter *waiter, WaiterList *list,
                         int (*blocked)(const Queue *queue)) {
    Value exception = exc_fetch();
    int status = future_cancel(waiter->future, 0);
    waiter_leave(waiter);
    if (status >= 0 && (status = blocked(queue)) == 0 && !future_cancelled(waiter_future(waiter)))
        status = wake_next(list);
    waiter_drop(waiter);
    if (status < 0)
        value_decref(exception);
    else
        exc_restore_take(exception);
    return 0;
}

/* An item, 0 with an exception, or VALUE_SUSPENDED: the queue is empty. */
static Value get_or_wait(Queue *queue) {
    int empty = is_empty(queue);
    if (empty == 0)
        return get_nowait(queue);
    if (empty < 0)
        return 0;
    return queue->shut_down ? raise_bare(&rt_exc_QueueShutDown) : VALUE_SUSPENDED;
}

static Value getter_woken(Coroutine *awaiter, Waiter *waiter, Value input, uint8_t note);

static Value get_parked(Coroutine *awaiter, Queue *queue) {
    return waiter_park(awaiter, &queue->getters, OBJ(queue), &queue->loop, getter_woken, 0);
}

static Value getter_woken(Coroutine *awaiter, Waiter *waiter, Value input, uint8_t note) {
    (void)note;
    Value owner = value_incref(waiter->list->owner), answer;
    Queue *queue = AS(Queue, owner);
    if (input) {
        value_decref(input);
        waiter_drop(waiter);
        answer = get_or_wait(queue);
        if (answer == VALUE_SUSPENDED)
            answer = get_parked(awaiter, queue);
    } else {
        answer = answer_through(&get_frame, wait_failed(queue, waiter, &queue->getters, is_empty));
    }
    value_decref(owner);
    return answer;
}

Value queue_get_step(AioFrame *frame, Value input) {
    Queue *queue = AS(Queue, frame->self);
    if (!input)
        return answer_through(&get_frame,
                              wait_failed(queue, &frame->waiter, &queue->getters, is_empty));
    value_decref(input);
    waiter_drop(&frame->waiter);
    Value answer = get_or_wait(queue);
    if (answer != VALUE_SUSPENDED)
        return answer;
    if (waiter_join(&frame->waiter, &queue->getters, frame->self, &queue->loop) < 0)
        return 0;
    return aio_wait_future(frame, 1);
}

static Value put_step(AioFrame *frame, Value input) {
    Queue *queue = AS(Queue, frame->self);
    if (!input)
        return answer_through(&put_frame,
                              wait_failed(queue, &frame->waiter, &queue->putters, is_full));
    value_decref(input);
    waiter_drop(&frame->waiter);
    int full = is_full(queue);
    if (full == 0)
        return put_nowait(queue, frame->argument);
    if (full < 0)
        return 0;
    if (queue->shut_down)
        return raise_bare(&rt_exc_QueueShutDown);
    if (waiter_join(&frame->waiter, &queue->putters, frame->self, &queue->loop) < 0)
        return 0;
    return aio_wait_future(frame, 1);
}

int queue_put_nowait(Value queue, Value item) {
    Value answer = put_nowait(AS(Queue, queue), item);
    value_decref(answer);
    return answer ? 0 : -1;
}

NATIVE(queue_get) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_get, queue_get_step, args[0], 0);
}

NATIVE(queue_put) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_put, put_step, args[0], args[1]);
}

static Value get_direct(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                        Value names) {
    NATIVE_UNUSED();
    Queue *queue = self_of(args);
    if (is_native(queue) && store_length(queue) > 0)
        return get_checked(queue);
    Value answer = get_or_wait(queue);
    return answer == VALUE_SUSPENDED ? get_parked(awaiter, queue) : answer;
}

static Value put_direct(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                        Value names) {
    NATIVE_UNUSED();
    Queue *queue = self_of(args);
    if (is_native(queue) && !queue->shut_down && base_full(queue) == 0)
        return put_checked(queue, args[1]) < 0 ? 0 : VALUE_NONE;
    return aio_await(awaiter, &info_put, put_step, args[0], args[1]);
}

/* ---- join, task_done, shutdown --------------------------------------------------------------- */

static Value joiner_woken(Coroutine *awaiter, Waiter *waiter, Value input, uint8_t note) {
    (void)awaiter, (void)note;
    ASYNCIO_FRAME(waiting, "locks.py", 213, "wait", "await fut");
    ASYNCIO_FRAME(joining, "queues.py", 215, "join", "await self._finished.wait()");
    answer_through(&joining, answer_through(&waiting, input));
    waiter_drop(waiter);
    value_decref(input);
    return input ? VALUE_NONE : 0;
}

static Value join_step(AioFrame *frame, Value input) {
    Queue *queue = AS(Queue, frame->self);
    if (frame->state == 0 && queue->unfinished > 0) {
        if (waiter_join(&frame->waiter, &queue->joiners, frame->self, &queue->loop) < 0)
            return 0;
        return aio_wait_future(frame, 1);
    }
    return joiner_woken(NULL, &frame->waiter, input, 0);
}

NATIVE(queue_join) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_join, join_step, args[0], 0);
}

static Value join_direct(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                         Value names) {
    NATIVE_UNUSED();
    Queue *queue = self_of(args);
    if (queue->unfinished <= 0)
        return VALUE_NONE;
    return waiter_park(awaiter, &queue->joiners, args[0], &queue->loop, joiner_woken, 0);
}

static int finish_one(Queue *queue) {
    if (--queue->unfinished > 0)
        return 0;
    return waiters_wake(&queue->joiners, INT64_MAX, VALUE_TRUE);
}

NATIVE(queue_task_done) {
    NATIVE_UNUSED();
    ASYNCIO_FRAME(frame, "queues.py", 201, "task_done",
                  "raise ValueError('task_done() called too many times')");
    if (self_of(args)->unfinished <= 0)
        return answer_through(&frame,
                              raise_error(&rt_exc_ValueError, "task_done() called too many times"));
    return finish_one(self_of(args)) < 0 ? 0 : VALUE_NONE;
}

/* Takes everything out; each item counts as done. */
static int drain(Queue *queue) {
    int empty;
    while ((empty = is_empty(queue)) == 0) {
        Value item = get_item(queue);
        value_decref(item);
        if (!item || (queue->unfinished > 0 && finish_one(queue) < 0))
            return -1;
    }
    return empty < 0 ? -1 : 0;
}

NATIVE(queue_shutdown) {
    NATIVE_UNUSED();
    Queue *queue = self_of(args);
    int immediate = args[1] ? object_truth(args[1]) : 0;
    if (immediate < 0)
        return 0;
    queue->shut_down = true;
    if (immediate && drain(queue) < 0)
        return 0;
    while (queue->getters.first)
        if (wake_next(&queue->getters) < 0)
            return 0;
    while (queue->putters.first)
        if (wake_next(&queue->putters) < 0)
            return 0;
    return VALUE_NONE;
}

/* ---- the other methods ----------------------------------------------------------------------- */

NATIVE(nowait_put) {
    NATIVE_UNUSED();
    return base_put_nowait(self_of(args), args[1]);
}

NATIVE(nowait_get) {
    NATIVE_UNUSED();
    return base_get_nowait(self_of(args));
}

NATIVE(queue_qsize) {
    NATIVE_UNUSED();
    int64_t length = store_length(self_of(args));
    return length < 0 ? 0 : value_from_small_int(length);
}

NATIVE(queue_empty) {
    NATIVE_UNUSED();
    int empty = base_empty(self_of(args));
    return empty < 0 ? 0 : VALUE_BOOL(empty);
}

NATIVE(queue_full) {
    NATIVE_UNUSED();
    int full = base_full(self_of(args));
    return full < 0 ? 0 : VALUE_BOOL(full);
}

NATIVE(get_maxsize) {
    NATIVE_UNUSED();
    return value_incref(self_of(args)->maxsize);
}

static int set_limit(Queue *queue, Value maxsize) {
    double limit;
    if (value_is_small_int(maxsize))
        queue->limit = value_small_int(maxsize);
    else if (value_to_double(maxsize, &limit))
        queue->limit = limit <= 0      ? 0
                       : limit >= 4e18 ? INT64_MAX
                                       : (int64_t)limit + (limit > (double)(int64_t)limit);
    else
        return -1;
    value_replace(&queue->maxsize, value_incref(maxsize));
    return 0;
}

static int set_maxsize(Value self, Value value) {
    if (!value)
        return raise_status(&rt_exc_AttributeError, "_maxsize");
    return set_limit(AS(Queue, self), value);
}

NATIVE(get_items) {
    NATIVE_UNUSED();
    Queue *queue = self_of(args);
    return queue->items ? value_incref(queue->items) : store_missing(queue);
}

static int set_items(Value self, Value value) {
    value_replace(&AS(Queue, self)->items, value_incref(value));
    return 0;
}

static int set_unfinished(Value self, Value value) {
    int64_t number = value ? object_index(value) : -1;
    if (number == -1 && isolate.pending)
        return -1;
    AS(Queue, self)->unfinished = number;
    return 0;
}

NATIVE(get_unfinished) {
    NATIVE_UNUSED();
    return value_from_small_int(self_of(args)->unfinished);
}

NATIVE(get_shut_down) {
    NATIVE_UNUSED();
    return VALUE_BOOL(self_of(args)->shut_down);
}

/* ---- text ------------------------------------------------------------------------------------ */

static int format_items(const Queue *queue, StrBuilder *text) {
    int truth = queue->items ? object_truth(queue->items) : 0;
    if (truth <= 0)
        return truth;
    Value list = list_from_iterable(queue->items);
    Value shown = list ? str_format(" _queue=%R", list) : 0;
    if (shown)
        str_builder_str(text, shown);
    value_decref(list);
    value_decref(shown);
    return shown ? 0 : -1;
}

static int format_count(StrBuilder *text, const char *format, int64_t count) {
    if (count == 0)
        return 0;
    Value shown = str_format(format, (long long)count);
    if (!shown)
        return -1;
    str_builder_str(text, shown);
    value_decref(shown);
    return 0;
}

/* "maxsize=0 _queue=[...] _getters[2] ..." */
static Value format_state(const Queue *queue) {
    StrBuilder text;
    str_builder_init(&text);
    Value head = str_format("maxsize=%R", queue->maxsize ? queue->maxsize : VALUE_NONE);
    if (head)
        str_builder_str(&text, head);
    value_decref(head);
    if (!head || format_items(queue, &text) < 0 ||
        format_count(&text, " _getters[%lld]", queue->getters.count) < 0 ||
        format_count(&text, " _putters[%lld]", queue->putters.count) < 0 ||
        format_count(&text, " tasks=%lld", queue->unfinished) < 0) {
        str_builder_drop(&text);
        return 0;
    }
    if (queue->shut_down)
        str_builder_cstr(&text, " shutdown");
    return str_builder_finish(&text);
}

NATIVE(queue_format) {
    NATIVE_UNUSED();
    return format_state(self_of(args));
}

static Value queue_repr(Value self) {
    Value state = format_state(AS(Queue, self));
    Value text =
        state ? str_format("<%N at %s %S>", value_type(self), pointer_text(self).text, state) : 0;
    value_decref(state);
    return text;
}

static Value queue_str(Value self) {
    Value state = format_state(AS(Queue, self));
    Value text = state ? str_format("<%N %S>", value_type(self), state) : 0;
    value_decref(state);
    return text;
}

/* ---- the types ------------------------------------------------------------------------------- */

/* Does the class override nothing that the operations of a queue go through? */
static bool is_plain(const Queue *queue) {
    Type *type = queue->base.type;
    if (!(type->flags & TYPE_HEAP))
        return true;
    static const char *const virtual_names[] = {"_init", "_put",       "_get",       "qsize",
                                                "empty", "put_nowait", "get_nowait", "full"};
    Type *native = type_native_base(type);
    for (size_t i = 0; i < sizeof virtual_names / sizeof *virtual_names; i++) {
        Value name = str_name(virtual_names[i]);
        if (type_lookup_borrow(type, name) != type_lookup_borrow(native, name))
            return false;
    }
    return true;
}

NATIVE(init_bound) {
    NATIVE_UNUSED();
    Queue *queue = SPEC_DATA(callee);
    Value maxsize = args[0] ? args[0] : value_from_small_int(0);
    if (set_limit(queue, maxsize) < 0)
        return 0;
    queue->plain = is_plain(queue);
    if (!queue->plain)
        return call_status(queue, "_init", maxsize) < 0 ? 0 : VALUE_NONE;
    bool list = is_kind(queue, &aio_type_LifoQueue) || is_kind(queue, &aio_type_PriorityQueue);
    return store_begin(queue, list) < 0 ? 0 : VALUE_NONE;
}

static int queue_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "__init__",
                                      .call = init_bound,
                                      .max_args = 1,
                                      .kind = METHOD_STATIC,
                                      .keywords = "@Queue maxsize"};
    return call_spec(&spec, AS(Queue, self), args, count, names) ? 0 : -1;
}

Value queue_new(void) {
    Value queue = primitive_new(&aio_type_Queue, NULL, 0, 0);
    if (queue && queue_init(queue, NULL, 0, 0) < 0) {
        value_decref(queue);
        return 0;
    }
    return queue;
}

static void queue_dealloc(Object *self) {
    Queue *queue = (Queue *)self;
    value_replace(&queue->items, 0);
    value_replace(&queue->maxsize, 0);
    primitive_dealloc(self, &queue->loop);
}

static void queue_clear(Object *self) {
    value_replace(&((Queue *)self)->items, 0);
    primitive_clear(self);
}

static void queue_traverse(Object *self, VisitValue visit, void *context) {
    const Queue *queue = (const Queue *)self;
    visit(queue->items, context);
    visit(queue->maxsize, context);
    waiters_visit(&queue->getters, visit, context);
    waiters_visit(&queue->putters, visit, context);
    waiters_visit(&queue->joiners, visit, context);
    primitive_traverse(self, queue->loop, visit, context);
}

static Value waiting_deque(const WaiterList *list) {
    Value futures = deque_create();
    for (const Waiter *waiter = list->first; futures && waiter; waiter = waiter->next)
        if (deque_push(futures, waiter->future) < 0)
            value_replace(&futures, 0);
    return futures;
}

NATIVE(get_getters) {
    NATIVE_UNUSED();
    return waiting_deque(&self_of(args)->getters);
}

NATIVE(get_putters) {
    NATIVE_UNUSED();
    return waiting_deque(&self_of(args)->putters);
}

/* Queue._wakeup_next(waiters): the first that is not done goes on. */
NATIVE(wakeup_next) {
    NATIVE_UNUSED();
    for (int64_t left = object_len(args[1]); left != 0; left--) {
        Value future = left < 0 ? 0 : object_call_method(args[1], "popleft", NULL, 0);
        int done = future ? anyfuture_done(future) : -1;
        Value none = VALUE_NONE;
        Value answer = done ? VALUE_NONE : object_call_method(future, "set_result", &none, 1);
        value_decref(answer);
        value_decref(future);
        if (done <= 0)
            return done < 0 || !answer ? 0 : VALUE_NONE;
    }
    return VALUE_NONE;
}

static const NativeMethod queue_methods[] = {
    {.name = "_getters", .call = get_getters, .kind = METHOD_GETTER},
    {.name = "_putters", .call = get_putters, .kind = METHOD_GETTER},
    {.name = "_wakeup_next", .call = wakeup_next, .min_args = 1, .max_args = 1},
    {.name = "get", .call = queue_get, .keywords = "@Queue", .await_direct = get_direct},
    {.name = "put",
     .call = queue_put,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@Queue item",
     .await_direct = put_direct},
    {.name = "get_nowait", .call = nowait_get, .keywords = "@Queue"},
    {.name = "put_nowait",
     .call = nowait_put,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@Queue item"},
    {.name = "join", .call = queue_join, .keywords = "@Queue", .await_direct = join_direct},
    {.name = "task_done", .call = queue_task_done, .keywords = "@Queue"},
    {.name = "shutdown", .call = queue_shutdown, .max_args = 1, .keywords = "@Queue immediate"},
    {.name = "qsize", .call = queue_qsize, .keywords = "@Queue"},
    {.name = "empty", .call = queue_empty, .keywords = "@Queue"},
    {.name = "full", .call = queue_full, .keywords = "@Queue"},
    {.name = "maxsize", .call = get_maxsize, .kind = METHOD_GETTER},
    {.name = "_maxsize", .call = get_maxsize, .kind = METHOD_GETTER, .set = set_maxsize},
    {.name = "_queue", .call = get_items, .kind = METHOD_GETTER, .set = set_items},
    {.name = "_unfinished_tasks",
     .call = get_unfinished,
     .kind = METHOD_GETTER,
     .set = set_unfinished},
    {.name = "_is_shutdown", .call = get_shut_down, .kind = METHOD_GETTER},
    {.name = "_format", .call = queue_format, .keywords = "@Queue"},
    {.name = "_init", .call = fifo_init, .min_args = 1, .max_args = 1},
    {.name = "_put", .call = fifo_put, .min_args = 1, .max_args = 1},
    {.name = "_get", .call = fifo_get},
    CLASS_GETITEM,
    {0},
};

static const NativeMethod lifo_methods[] = {
    {.name = "_init", .call = lifo_init, .min_args = 1, .max_args = 1},
    {.name = "_put", .call = lifo_put, .min_args = 1, .max_args = 1},
    {.name = "_get", .call = lifo_get},
    {0},
};

static const NativeMethod priority_methods[] = {
    {.name = "_init", .call = priority_init, .min_args = 1, .max_args = 1},
    {.name = "_put", .call = priority_put, .min_args = 1, .max_args = 1},
    {.name = "_get", .call = priority_get},
    {0},
};

#define QUEUE_TYPE(text, table)                                                                    \
    .name = "asyncio.queues." text, .flags = TYPE_HAS_DICT | TYPE_MUTABLE,                         \
    .basic_size = sizeof(Queue), .shape_offset = offsetof(Queue, attributes), .methods = table

Type aio_type_Queue = {
    QUEUE_TYPE("Queue", queue_methods),
    .slots = {.dealloc = queue_dealloc,
              .traverse = queue_traverse,
              .clear = queue_clear,
              .repr = queue_repr,
              .str = queue_str,
              .new = primitive_new,
              .init = queue_init},
};
Type aio_type_LifoQueue = {
    QUEUE_TYPE("LifoQueue", lifo_methods),
    .base_type = &aio_type_Queue,
};
Type aio_type_PriorityQueue = {
    QUEUE_TYPE("PriorityQueue", priority_methods),
    .base_type = &aio_type_Queue,
};

int aio_queue_init(ModuleObject *module) {
    if (module_add_type(module, "QueueShutDown", &rt_exc_QueueShutDown) < 0 ||
        module_add_type(module, "Queue", &aio_type_Queue) < 0 ||
        module_add_type(module, "LifoQueue", &aio_type_LifoQueue) < 0)
        return -1;
    return module_add_type(module, "PriorityQueue", &aio_type_PriorityQueue);
}
