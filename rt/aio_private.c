/*
 * aio_private.c — attributes of event loops that are private and yet read by programs: monitors
 * look at the length of `_ready`, libraries at `_thread_id` or `_debug`. `_ready` and `_scheduled`
 * are copies. In CPython they all are attributes of the instance, so that a derived class may use
 * the names for something else: what the program assigns hides what is shown here, or changes it
 * where that has a meaning.
 */
#include "aio_loop.h"
#include "containers.h"
#include "object.h"

/* What the program assigned to the attribute; borrowed, or 0. */
static Value assigned_borrow(Value self, const char *name) {
    InstanceSlots *slots = instance_slots(value_object(self));
    return slots && slots->shape ? instance_get_borrow(value_object(self), slots, str_name(name))
                                 : 0;
}

static int assign(Value self, const char *name, Value value) {
    InstanceSlots *slots = instance_slots(value_object(self));
    if (value)
        return instance_set(value_object(self), slots, str_name(name), value);
    int status = slots->shape ? instance_delete(value_object(self), slots, str_name(name)) : 0;
    return status ? (status < 0 ? -1 : 0)
                  : raise_status(&rt_exc_AttributeError, "'%T' object has no attribute '%s'", self,
                                 name);
}

static int add_ready(Value list, EventLoop *loop, const ReadyCall *call) {
    return list_append_take(list, ready_call_handle(loop, call));
}

/* Handles of the callbacks that are ready; new list. */
static Value ready_list(EventLoop *loop) {
    Value list = list_new(NULL, 0);
    for (uint32_t i = 0; list && i < loop->ready_count; i++)
        if (add_ready(list, loop, &loop->ready[(loop->ready_head + i) & loop->ready_mask]) < 0)
            value_replace(&list, 0);
    return list;
}

/* The timer's handle; one is made for a sleep, which is its own timer. */
static Value timer_handle(EventLoop *loop, const TimerEntry *entry) {
    if (!value_is(entry->item, &rt_type_sleep))
        return value_incref(entry->item);
    Handle *handle = handle_new(&rt_type_timer_handle, loop, sleep_fire, entry->item, 0);
    if (handle) {
        handle->when = entry->when;
        handle->scheduled = true;
        handle->cancelled = AS(Future, entry->item)->timer_cancelled;
    }
    return OBJ(handle);
}

static Value scheduled_list(EventLoop *loop) {
    Value list = list_new(NULL, 0);
    for (int64_t i = 0; list && i < loop->timer_count; i++)
        if (list_append_take(list, timer_handle(loop, &loop->timers[i])) < 0)
            value_replace(&list, 0);
    return list;
}

static Value or_none(Value value) {
    return value ? value_incref(value) : VALUE_NONE;
}

/* An attribute that is only shown: `expression` of `loop`. */
#define SHOWN(name, expression)                                                                    \
    static Value get##name(Value callee, const Value *args, uint32_t count, Value names) {         \
        NATIVE_UNUSED();                                                                           \
        EventLoop *loop = AS(EventLoop, args[0]);                                                  \
        Value assigned = assigned_borrow(OBJ(loop), #name);                                        \
        return assigned ? value_incref(assigned) : (expression);                                   \
    }                                                                                              \
    static int set##name(Value self, Value value) {                                                \
        return assign(self, #name, value);                                                         \
    }
SHOWN(_ready, ready_list(loop))
SHOWN(_scheduled, scheduled_list(loop))
SHOWN(_closed, VALUE_BOOL(loop->closed))
SHOWN(_stopping, VALUE_BOOL(loop->stopping))
SHOWN(_thread_id, loop->running ? int_from_u64(loop->thread) : VALUE_NONE)
SHOWN(_clock_resolution, float_new(1e-9))
SHOWN(_timer_cancelled_count, int_from_i64(loop->timer_cancelled_count))
#undef SHOWN

/* An attribute that the loop goes by: `field`, where None is 0. */
#define HELD(name, field)                                                                          \
    static Value get##name(Value callee, const Value *args, uint32_t count, Value names) {         \
        NATIVE_UNUSED();                                                                           \
        return or_none(AS(EventLoop, args[0])->field);                                             \
    }                                                                                              \
    static int set##name(Value self, Value value) {                                                \
        value_replace(&AS(EventLoop, self)->field, value == VALUE_NONE ? 0 : value_incref(value)); \
        return 0;                                                                                  \
    }
HELD(_default_executor, default_executor)
HELD(_exception_handler, exception_handler)
HELD(_task_factory, task_factory)
#undef HELD

NATIVE(get_debug) {
    NATIVE_UNUSED();
    return VALUE_BOOL(AS(EventLoop, args[0])->debug);
}

static int set_debug(Value self, Value value) {
    int debug = value ? object_truth(value) : 0;
    AS(EventLoop, self)->debug = debug > 0;
    return debug < 0 ? -1 : 0;
}

NATIVE(check_running) {
    NATIVE_UNUSED();
    return loop_check_running(AS(EventLoop, args[0])) < 0 ? 0 : VALUE_NONE;
}

NATIVE(write_to_self) {
    NATIVE_UNUSED();
    loop_wake(AS(EventLoop, args[0]));
    return VALUE_NONE;
}

#define ROW(attribute)                                                                             \
    { .name = #attribute, .call = get##attribute, .kind = METHOD_GETTER, .set = set##attribute }

const NativeMethod aio_private_methods[] = {
    ROW(_ready),
    ROW(_scheduled),
    ROW(_closed),
    ROW(_stopping),
    ROW(_thread_id),
    ROW(_clock_resolution),
    ROW(_timer_cancelled_count),
    ROW(_default_executor),
    ROW(_exception_handler),
    ROW(_task_factory),
    ROW(_debug),
    {.name = "_check_running", .call = check_running},
    {.name = "_write_to_self", .call = write_to_self},
    {0},
};
