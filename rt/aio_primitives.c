/*
 * aio_primitives.c — waiters, the driver of coroutines written as step functions, and what all locks
 * have in common.
 */
#include "aio_primitives.h"

/* ---- waiters --------------------------------------------------------------------------------- */

int waiter_join(Waiter *waiter, WaiterList *list, Value owner, EventLoop **loop) {
    EventLoop *running = aio_bind_loop(owner, loop);
    if (!running)
        return -1;
    Value future = future_new(running);
    if (!future)
        return -1;
    waiter->future = future;
    waiter->list = list;
    waiter->next = NULL;
    waiter->previous = list->last;
    if (list->last)
        list->last->next = waiter;
    else
        list->first = waiter;
    list->last = waiter;
    list->count++;
    return 0;
}

void waiter_leave(Waiter *waiter) {
    WaiterList *list = waiter->list;
    if (!list)
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
    waiter->list = NULL;
    waiter->previous = waiter->next = NULL;
}

void waiter_drop(Waiter *waiter) {
    waiter_leave(waiter);
    value_replace(&waiter->future, 0);
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

/* ---- objects --------------------------------------------------------------------------------- */

static bool is_native(const Object *self) {
    return !(self->type->flags & TYPE_HEAP);
}

void primitive_clear(Object *self) {
    if (is_native(self))
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
    if (is_native(self))
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

/* ---- errors ---------------------------------------------------------------------------------- */

Value raise_bare(Type *type) {
    return raise_value_take(object_call0(OBJ(type)));
}

Value raise_while_handling(Value exception_take, Value handled) {
    if (exception_take && handled && handled != exception_take && !exc_as(exception_take)->context)
        exc_as(exception_take)->context = value_incref(handled);
    return raise_value_take(exception_take);
}
