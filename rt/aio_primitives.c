/*
 * aio_primitives.c — waiters, the driver of coroutines written as step functions, and what all
 * locks have in common.
 */
#include "aio_primitives.h"
#include "library_frame.h"
#include "aio_loop.h"

/* ---- waiters --------------------------------------------------------------------------------- */

/* Puts a waiter at the end of the list; takes over the reference to its future. */
static void join_take(Waiter *waiter, WaiterList *list, Value owner, Value future) {
    waiter->future = future;
    waiter->list = list;
    list->owner = owner;
    value_incref(owner);
    waiter->next = NULL;
    waiter->previous = list->last;
    if (list->last)
        list->last->next = waiter;
    else
        list->first = waiter;
    list->last = waiter;
    list->count++;
}

int waiter_join(Waiter *waiter, WaiterList *list, Value owner, EventLoop **loop) {
    EventLoop *running = aio_bind_loop(owner, loop);
    Value future = running ? loop_make_future(running) : 0;
    if (!future)
        return -1;
    join_take(waiter, list, owner, future);
    return 0;
}

static bool is_in_list(const Waiter *waiter) {
    return waiter->list && (waiter->previous || waiter->list->first == waiter);
}

void waiter_leave(Waiter *waiter) {
    WaiterList *list = waiter->list;
    if (!is_in_list(waiter))
        return;
    if (waiter->previous)
        waiter->previous->next = waiter->next;
    else
        list->first = waiter->next;
    if (waiter->next)
        waiter->next->previous = waiter->previous;
    else
        list->last = waiter->previous;
    list->count--;
    waiter->previous = waiter->next = NULL;
}

void waiter_drop(Waiter *waiter) {
    waiter_leave(waiter);
    if (waiter->list) {
        Value owner = waiter->list->owner;
        waiter->list = NULL;
        value_decref(owner);
    }
    value_replace(&waiter->future, 0);
}

/* The list has the futures of those that stand in it. */
static void waiter_visit(const Waiter *waiter, VisitValue visit, void *context) {
    if (!is_in_list(waiter))
        visit(waiter->future, context);
    if (waiter->list)
        visit(waiter->list->owner, context);
}

void waiters_visit(const WaiterList *list, VisitValue visit, void *context) {
    for (const Waiter *waiter = list->first; waiter; waiter = waiter->next)
        visit(waiter->future, context);
}

Waiter *waiters_first_pending(const WaiterList *list) {
    Waiter *waiter = list->first;
    while (waiter && future_done(waiter_future(waiter)))
        waiter = waiter->next;
    return waiter;
}

int waiters_wake(WaiterList *list, int64_t most, Value result) {
    for (Waiter *waiter = list->first; waiter && most > 0; waiter = waiter->next) {
        if (future_done(waiter_future(waiter)))
            continue;
        if (future_set_result(waiter_future(waiter), result) < 0)
            return -1;
        most--;
    }
    return 0;
}

Value waiters_list(const WaiterList *list, bool lazy) {
    if (lazy && !list->owner)
        return VALUE_NONE;
    Value futures = list_new(NULL, 0);
    for (const Waiter *waiter = list->first; futures && waiter; waiter = waiter->next)
        if (list_append(futures, waiter->future) < 0)
            value_replace(&futures, 0);
    return futures;
}

/* ---- parked waiters -------------------------------------------------------------------------- */

/* While it is parked, the future owns itself through its waiter: a reference that the collector
 * counts as the list's, so that what is reachable keeps those who wait for it. Every park ends by a
 * resumption or an exception, if only the GeneratorExit of a coroutine that is dropped. */
typedef struct Waiting {
    Future future;
    Waiter waiter;
} Waiting;

AIO_INFO(info_parked, "wait", "wait");

/* States: 1 the waiter was woken, 2 what `woken` parked on instead has ended. */
static Value parked_step(AioFrame *frame, Value input) {
    if (frame->state == 0)
        return aio_wait_future(frame, 1);
    if (frame->state == 2)
        return input;
    frame->state = 2;
    return frame->waiter.list->woken(coro_of_frame(frame), &frame->waiter, input,
                                     (uint8_t)frame->number);
}

/* The same in a loop that makes its futures itself, which cannot hold the waiter. */
static Value park_apart(Coroutine *awaiter, WaiterList *list, Value owner, WaiterWoken woken,
                        uint8_t note, EventLoop *loop) {
    Value future = loop_make_future(loop);
    Value coroutine = future ? aio_coroutine(&info_parked, parked_step, owner, 0) : 0;
    if (!coroutine) {
        value_decref(future);
        return 0;
    }
    AioFrame *frame = aio_frame(coroutine);
    frame->number = note;
    join_take(&frame->waiter, list, owner, future);
    list->woken = woken;
    return coro_await_take(awaiter, coroutine);
}

Value waiter_park(Coroutine *awaiter, WaiterList *list, Value owner, EventLoop **loop,
                  WaiterWoken woken, uint8_t note) {
    EventLoop *running = aio_bind_loop(owner, loop);
    if (running && loop_makes_futures(running))
        return park_apart(awaiter, list, owner, woken, note, running);
    Value future = running ? future_new_of(running, &rt_type_waiting, sizeof(Waiting)) : 0;
    if (!future)
        return 0;
    join_take(&AS(Waiting, future)->waiter, list, owner, future);
    list->woken = woken;
    AS(Future, future)->blocking = true;
    AS(Future, future)->note = note;
    return coro_park(awaiter, future);
}

Value waiting_owner_borrow(Value future) {
    bool waits = value_is(future, &rt_type_waiting) && AS(Waiting, future)->waiter.list;
    return waits ? AS(Waiting, future)->waiter.list->owner : 0;
}

static Value waiting_throw(Coroutine *awaiter, Value self) {
    Waiting *waiting = AS(Waiting, self);
    return waiting->waiter.list->woken(awaiter, &waiting->waiter, 0, waiting->future.note);
}

static Value waiting_resume(Coroutine *awaiter, Value self) {
    Waiting *waiting = AS(Waiting, self);
    Value input = future_await_resume(awaiter, self);
    return waiting->waiter.list->woken(awaiter, &waiting->waiter, input, waiting->future.note);
}

static void waiting_traverse(Object *self, VisitValue visit, void *context) {
    waiter_visit(&((Waiting *)self)->waiter, visit, context);
    future_traverse(self, visit, context);
}

static void waiting_dealloc(Object *self) {
    waiter_drop(&((Waiting *)self)->waiter);
    future_dealloc(self);
}

Type rt_type_waiting = {
    .name = "_asyncio.Future",
    .base_type = &rt_type_future,
    .basic_size = sizeof(Waiting),
    .flags = TYPE_HAS_DICT,
    .shape_offset = offsetof(Future, attributes),
    .slots = {.dealloc = waiting_dealloc,
              .traverse = waiting_traverse,
              .await_resume_direct = waiting_resume,
              .await_throw_direct = waiting_throw},
};

/* ---- coroutines in C ------------------------------------------------------------------------- */

static void frame_traverse(void *memory, VisitValue visit, void *context) {
    const AioFrame *frame = memory;
    visit(frame->awaited, context);
    visit(frame->self, context);
    visit(frame->argument, context);
    visit(frame->saved, context);
    waiter_visit(&frame->waiter, visit, context);
}

static void frame_clear(void *memory) {
    AioFrame *frame = memory;
    waiter_drop(&frame->waiter);
    value_replace(&frame->awaited, 0);
    value_replace(&frame->argument, 0);
    value_replace(&frame->saved, 0);
    value_replace(&frame->self, 0);
}

static const CoroNativeType frame_type = {.traverse = frame_traverse, .clear = frame_clear};

/* Runs steps until one suspends or ends. `input`: for the first step; VALUE_SUSPENDED: not yet. */
static void frame_run(AioFrame *frame, Coroutine *self, Value input) {
    while (input != VALUE_SUSPENDED) {
        Value answer = frame->step(frame, input);
        if (answer != VALUE_SUSPENDED) {
            if (answer)
                pyrt_coro_return(self, answer);
            else
                pyrt_coro_fail(self);
            return;
        }
        if (!frame->awaited) /* the step parked the coroutine itself */
            return;
        Value awaitable = frame->awaited;
        frame->awaited = 0;
        input = pyrt_await(self, awaitable);
        value_decref(awaitable);
    }
}

static void frame_resume(void *memory) {
    AioFrame *frame = memory;
    Coroutine *self = coro_of_frame(frame);
    if (frame->begun) {
        frame_run(frame, self, pyrt_await_resume(self));
        return;
    }
    frame->begun = true;
    Value input = pyrt_coro_take(self);
    if (input)
        frame_run(frame, self, input);
    else
        pyrt_coro_fail(self);
}

Value aio_coroutine(const FunctionInfo *info, AioStep step, Value self, Value argument) {
    Coroutine *coroutine = coro_native_new(info, frame_resume, sizeof(AioFrame), &frame_type);
    if (!coroutine)
        return 0;
    AioFrame *frame = coro_frame(coroutine);
    frame->step = step;
    frame->self = value_incref(self);
    frame->argument = value_incref(argument);
    return OBJ(coroutine);
}

Value aio_await(Coroutine *awaiter, const FunctionInfo *info, AioStep step, Value self,
                Value argument) {
    return coro_await_take(awaiter, aio_coroutine(info, step, self, argument));
}

Value aio_await_call(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                     Value names) {
    const NativeMethod *method = AS(NativeFunction, callee)->method;
    return coro_await_take(awaiter, method->call(callee, args, count, names));
}

/* ---- objects --------------------------------------------------------------------------------- */

static bool is_native(const Object *self) {
    return !(self->type->flags & TYPE_HEAP);
}

void primitive_clear(Object *self) {
    const Attributes *attributes = (Attributes *)((char *)self + self->type->shape_offset);
    if (is_native(self) && attributes->shape)
        instance_drop(self);
}

void primitive_dealloc(Object *self, EventLoop **loop) {
    EventLoop *old = *loop;
    *loop = NULL;
    value_decref(OBJ(old));
    primitive_clear(self);
}

void primitive_traverse(Object *self, EventLoop *loop, VisitValue visit, void *context) {
    visit(OBJ(loop), context);
    const Attributes *attributes = (Attributes *)((char *)self + self->type->shape_offset);
    if (is_native(self) && attributes->shape)
        instance_visit(self, visit, context);
}

Value primitive_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ(object_new(type, type_native_base(type)->basic_size));
}

int primitive_no_arguments(const char *name, uint32_t count, Value names) {
    if (count)
        return raise_status(&rt_exc_TypeError,
                            "%s.__init__() takes 1 positional argument but %d were given", name,
                            (int)count + 1);
    if (names && AS(TupleObject, names)->length)
        return raise_status(&rt_exc_TypeError,
                            "%s.__init__() got an unexpected keyword argument '%S'", name,
                            AS(TupleObject, names)->items[0]);
    return 0;
}

Value primitive_repr(Value self, Value state_take, int64_t waiters) {
    if (!state_take)
        return 0;
    Value whole = object_default_repr(self), result = 0;
    Value inner = whole ? str_substring(whole, 1, AS(StrObject, whole)->length - 1) : 0;
    if (inner && waiters)
        result = str_format("<%S [%S, waiters:%lld]>", inner, state_take, (long long)waiters);
    else if (inner)
        result = str_format("<%S [%S]>", inner, state_take);
    value_decref(whole);
    value_decref(inner);
    value_decref(state_take);
    return result;
}

/* ---- async with ------------------------------------------------------------------------------ */

AIO_INFO(info_aenter, "__aenter__", "_ContextManagerMixin.__aenter__");
AIO_INFO(info_aexit, "__aexit__", "_ContextManagerMixin.__aexit__");

Value mixin_entered(Value acquired_take) {
    ASYNCIO_FRAME(frame, "locks.py", 15, "__aenter__", "await self.acquire()");
    value_decref(acquired_take);
    return answer_through(&frame, acquired_take ? VALUE_NONE : 0);
}

static Value aenter_step(AioFrame *frame, Value input) {
    if (frame->state == 0)
        return aio_wait(frame, 1, object_call_method(frame->self, "acquire", NULL, 0));
    return mixin_entered(input);
}

static Value aexit_step(AioFrame *frame, Value input) {
    (void)input;
    return mixin_aexit_direct(NULL, frame->self, 0);
}

Value mixin_aenter(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_aenter, aenter_step, args[0], 0);
}

Value mixin_aexit(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_aexit, aexit_step, args[0], 0);
}

Value mixin_aenter_direct(Coroutine *awaiter, Value self) {
    return aio_await(awaiter, &info_aenter, aenter_step, self, 0);
}

Value mixin_aexit_direct(Coroutine *awaiter, Value self, Value exception) {
    (void)awaiter, (void)exception;
    Value answer = object_call_method(self, "release", NULL, 0);
    value_decref(answer);
    return answer ? VALUE_NONE : 0;
}

/* ---- errors ---------------------------------------------------------------------------------- */

Value raise_bare(Type *type) {
    return raise_value_take(object_call0(OBJ(type)));
}

Value raise_while_handling(Value exception_take, Value handled) {
    if (!exception_take || !handled)
        return raise_value_take(exception_take);
    exc_chain(exception_take, handled);
    exc_restore_take(exception_take);
    return 0;
}
