/*
 * aio_primitives.h — what locks, queues, timeouts and task groups share: lists of waiters and
 * coroutines written in C as small state machines.
 *
 * Such a coroutine is a step function over an AioFrame. It is called with state 0 to begin, and
 * again with the outcome of each await; it answers its result, 0 with an exception pending, or what
 * aio_wait answers after having said what to await next. The frame serves all primitives alike, so
 * that dropping, tracing and closing it is written once. A waiter stands inside the frame of the
 * coroutine that waits: joining and leaving a list allocates nothing but the future.
 *
 * Where compiled code awaits a primitive's method at once, there is no such coroutine: the waiter
 * stands inside its future, on which the awaiter parks (waiter_park).
 */
#ifndef PYASYNCC_RT_AIO_PRIMITIVES_H
#define PYASYNCC_RT_AIO_PRIMITIVES_H

#include "aio.h"
#include "containers.h"
#include "coro.h"
#include "object.h"

/* ---- waiters --------------------------------------------------------------------------------- */

typedef struct WaiterList WaiterList;
typedef struct Waiter {
    struct Waiter *previous, *next;
    WaiterList *list; /* the last one joined, with a reference to its owner; or NULL */
    Value future;     /* owned, or 0; as long as it stands in the list, for the collector by that */
} Waiter;
/* The await of a parked waiter ended: the answer of the await, or another waiter_park. `input` is
 * what its future answered, or 0 with the exception that was thrown in; the function drops the
 * waiter. `note`: as given to waiter_park. */
typedef Value (*WaiterWoken)(Coroutine *awaiter, Waiter *waiter, Value input, uint8_t note);
struct WaiterList {
    Waiter *first, *last; /* in order of arrival */
    int64_t count;
    Value owner;       /* the object that the list is part of, once somebody joined; borrowed */
    WaiterWoken woken; /* what all waiters parked here do when they are woken */
};

/* Makes a future of the running loop, which becomes or must be the loop of `owner` (its *loop, see
 * aio_bind_loop), and joins the list with it. 0, or -1 with an exception. */
int waiter_join(Waiter *waiter, WaiterList *list, Value owner, EventLoop **loop);
/* Leaves the list, if the waiter still stands in it; its future stays. */
void waiter_leave(Waiter *waiter);
/* Leaves the list and drops the future. */
void waiter_drop(Waiter *waiter);
/* Makes a future of the running loop that stands in the list itself, and parks `awaiter` on it:
 * VALUE_SUSPENDED, or 0 with an exception. All who park in one list give the same `woken`. */
Value waiter_park(Coroutine *awaiter, WaiterList *list, Value owner, EventLoop **loop,
                  WaiterWoken woken, uint8_t note);
/* The lock, queue, ... in whose list of waiters a future stands itself; 0: it is not such a future.
 */
Value waiting_owner_borrow(Value future);
/* The first waiter whose future is not done; NULL: none. */
Waiter *waiters_first_pending(const WaiterList *list);
/* Completes the futures of up to `most` waiters that are not done, in order; they stay in the list.
 * 0 or -1. */
int waiters_wake(WaiterList *list, int64_t most, Value result);

/* For the traverse slot of the list's owner. */
void waiters_visit(const WaiterList *list, VisitValue visit, void *context);

/* The futures that wait, as the private attributes of primitives show them: a new list; with `lazy`
 * None if nobody ever waited. 0 failed. */
Value waiters_list(const WaiterList *list, bool lazy);

static inline Future *waiter_future(const Waiter *waiter) {
    return future_of(waiter->future);
}

/* ---- coroutines in C ------------------------------------------------------------------------- */

typedef struct AioFrame AioFrame;
/* `input`: what the await answered (owned by the step), or 0 with an exception pending; VALUE_NONE
 * in state 0. */
typedef Value (*AioStep)(AioFrame *frame, Value input);

struct AioFrame {
    void (*resume)(void *frame); /* the first word of every coroutine frame */
    AioStep step;
    uint32_t state; /* the step's; 0 at the beginning */
    bool begun;
    bool cancelled; /* Condition: a cancellation is to be raised at the end */
    Value awaited;  /* what to await next, on its way from the step; else 0 */
    Value self;     /* the primitive */
    Value argument; /* an argument: item, predicate, ... or 0 */
    Value saved;    /* a result or exception that must outlast another await, or 0 */
    int64_t number;
    Waiter waiter;
};

/* Says what to await (stolen) and in which state to go on: answers VALUE_SUSPENDED, for `return`. A
 * 0 in place of the awaitable (an exception is pending) is passed on. */
static inline Value aio_wait(AioFrame *frame, uint32_t state, Value awaitable_take) {
    frame->state = state;
    frame->awaited = awaitable_take;
    return awaitable_take ? VALUE_SUSPENDED : 0;
}
static inline Value aio_wait_future(AioFrame *frame, uint32_t state) {
    return aio_wait(frame, state, value_incref(frame->waiter.future));
}

/* A new coroutine object, not begun; `self` and `argument` (0 allowed) are borrowed. */
Value aio_coroutine(const FunctionInfo *info, AioStep step, Value self, Value argument);
static inline AioFrame *aio_frame(Value coroutine) {
    return coro_frame(AS(Coroutine, coroutine));
}
/* The same, begun at once on behalf of `awaiter`: the answer of an AWAIT function. */
Value aio_await(Coroutine *awaiter, const FunctionInfo *info, AioStep step, Value self,
                Value argument);

/* An await_direct that does nothing special: calls `callee`, whose arguments are bound, and awaits
 * the coroutine it answers. */
Value aio_await_call(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                     Value names);

/* The descriptions of coroutine methods, e.g. AIO_INFO(info_get, "get", "Queue.get"). */
#define AIO_INFO(variable, short_name, long_name)                                                  \
    static const FunctionInfo variable = {                                                         \
        .name = short_name, .qualname = long_name, .flags = FUNCTION_COROUTINE}

/* ---- objects --------------------------------------------------------------------------------- */

typedef struct Lock {
    Object base;
    EventLoop *loop; /* owned, or NULL: not used yet */
    WaiterList waiters;
    bool locked;
    Attributes attributes;
} Lock;

typedef struct Condition {
    Object base;
    EventLoop *loop;
    Value lock; /* a Lock, or what the program gave */
    WaiterList waiters;
    Attributes attributes;
} Condition;

extern Type aio_type_Lock, aio_type_Event, aio_type_Condition, aio_type_Semaphore;
extern Type aio_type_BoundedSemaphore, aio_type_Barrier, aio_type_Queue, aio_type_PriorityQueue;
extern Type aio_type_LifoQueue, aio_type_Timeout, aio_type_TaskGroup;
extern Type rt_exc_QueueShutDown;

/* Is `self` of just this native class, and did the program replace none of its methods? */
static inline bool primitive_plain(Value self, const Type *type) {
    return value_is(self, type) && !(type->flags & TYPE_SHADOWED);
}
/* Drops or visits the references of a primitive: its loop and, unless its class is written in
 * Python, whose slots do it, the attributes set by the program. The slot `clear` drops those alone:
 * coroutines that wait inside a primitive still need its parts when they are closed. */
void primitive_dealloc(Object *self, EventLoop **loop);
void primitive_clear(Object *self);
void primitive_traverse(Object *self, EventLoop *loop, VisitValue visit, void *context);
/* The slot `new`: an instance, all zero; the arguments are for __init__. */
Value primitive_new(Type *type, const Value *args, uint32_t count, Value names);
/* __init__ without parameters: TypeError unless none were given. 0 or -1. */
int primitive_no_arguments(const char *name, uint32_t count, Value names);
/* "<asyncio.locks.Lock object at 0x... [STATE, waiters:N]>"; `state` is stolen, the count left out
 * if it is 0. */
Value primitive_repr(Value self, Value state_take, int64_t waiters);

/* -- `async with` on something with acquire() and release(), as _ContextManagerMixin -- */
Value mixin_aenter(Value callee, const Value *args, uint32_t count, Value names);
Value mixin_aexit(Value callee, const Value *args, uint32_t count, Value names);
/* Slots: by the methods acquire() and release() of the object. */
Value mixin_aenter_direct(Coroutine *awaiter, Value self);
Value mixin_aexit_direct(Coroutine *awaiter, Value self, Value exception);
/* What `async with` gets from `acquired`, the answer (stolen) of the wait for acquire(). */
Value mixin_entered(Value acquired_take);
#define MIXIN_METHODS                                                                              \
    {.name = "__aenter__", .call = mixin_aenter, .coroutine = true}, {                             \
        .name = "__aexit__", .call = mixin_aexit, .min_args = 3, .max_args = 3, .coroutine = true  \
    }

/* -- Lock -- */
Value lock_new(void);
/* Takes the lock if nobody has it or waits for it. */
bool lock_try(Lock *lock);
/* Parks `awaiter` until it has the lock; the answer of lock.acquire(), or None if `quiet`. */
Value lock_park(Coroutine *awaiter, Lock *lock, bool quiet);
/* After the await of `waiter` in the lock's list ended with `input` (stolen; 0: pending exception):
 * VALUE_TRUE, the lock is taken, or 0. */
Value lock_woken(Lock *lock, Waiter *waiter, Value input);
/* Lock.release(): 0, or -1 with RuntimeError. */
int lock_release(Lock *lock);

/* -- Condition -- */
Value condition_new(void);
/* A coroutine object for condition.wait(). */
Value condition_wait(Value condition);
/* condition.notify(most): 0 or -1. */
int condition_notify(Condition *condition, int64_t most);

/* -- Queue -- */
Value queue_new(void);
/* The step of a coroutine for queue.get(), frame->self being the queue. */
Value queue_get_step(AioFrame *frame, Value input);
/* queue.put_nowait(item): 0 or -1. */
int queue_put_nowait(Value queue, Value item);

/* -- Timeout -- */
/* asyncio.timeout(delay); 0 if there is no running loop. */
Value timeout_new(Value delay);
/* Enters it: 0, or -1 with an exception. */
int timeout_enter(Value timeout);
/* Leaves it with `exception`, or 0 if there was none: 0; 1 if it expired and the exception is the
 * cancellation it made: that is to become a TimeoutError (timeout_error); -1 failed. */
int timeout_leave(Value timeout, Value exception);
/* Raises TimeoutError while `exception` is being handled; answers 0. `cause`: also "from" it. */
Value timeout_raise(Value exception, bool cause);

/* -- errors -- */
/* Raises type(); answers 0. */
Value raise_bare(Type *type);
/* Makes `exception` (stolen) pending, raised while `handled` (or 0) was being handled; answers 0.
 */
Value raise_while_handling(Value exception_take, Value handled);

#endif
