/*
 * aio_event.c — asyncio.Event: a flag that tasks wait for. set() completes the future of each
 * waiter; a clear() behind it does not take that back.
 */
#include "aio_primitives.h"
#include "library_frame.h"

typedef struct Event {
    Object base;
    EventLoop *loop;
    WaiterList waiters;
    bool value;
    Attributes attributes;
} Event;

AIO_INFO(info_wait, "wait", "Event.wait");

static Event *self_of(const Value *args) {
    return AS(Event, args[0]);
}

static int event_init(Value self, const Value *args, uint32_t count, Value names) {
    (void)args;
    AS(Event, self)->value = false;
    return primitive_no_arguments("Event", count, names);
}

static Value woken(Coroutine *awaiter, Waiter *waiter, Value input, uint8_t note) {
    (void)awaiter, (void)note;
    ASYNCIO_FRAME(frame, "locks.py", 213, "wait", "await fut");
    waiter_drop(waiter);
    value_decref(input);
    return answer_through(&frame, input ? VALUE_TRUE : 0);
}

static Value wait_step(AioFrame *frame, Value input) {
    Event *event = AS(Event, frame->self);
    if (frame->state)
        return woken(NULL, &frame->waiter, input, 0);
    if (event->value)
        return VALUE_TRUE;
    if (waiter_join(&frame->waiter, &event->waiters, frame->self, &event->loop) < 0)
        return 0;
    return aio_wait_future(frame, 1);
}

NATIVE(event_wait) {
    NATIVE_UNUSED();
    return aio_coroutine(&info_wait, wait_step, args[0], 0);
}

static Value event_wait_direct(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                               Value names) {
    NATIVE_UNUSED();
    Event *event = self_of(args);
    if (event->value)
        return VALUE_TRUE;
    return waiter_park(awaiter, &event->waiters, args[0], &event->loop, woken, 0);
}

NATIVE(event_set) {
    NATIVE_UNUSED();
    Event *event = self_of(args);
    if (event->value)
        return VALUE_NONE;
    event->value = true;
    return waiters_wake(&event->waiters, INT64_MAX, VALUE_TRUE) < 0 ? 0 : VALUE_NONE;
}

NATIVE(event_clear) {
    NATIVE_UNUSED();
    self_of(args)->value = false;
    return VALUE_NONE;
}

NATIVE(event_is_set) {
    NATIVE_UNUSED();
    return VALUE_BOOL(self_of(args)->value);
}

static Value event_repr(Value self) {
    const Event *event = AS(Event, self);
    return primitive_repr(self, str_from_cstr(event->value ? "set" : "unset"),
                          event->waiters.count);
}

static void event_dealloc(Object *self) {
    primitive_dealloc(self, &((Event *)self)->loop);
}

static void event_traverse(Object *self, VisitValue visit, void *context) {
    waiters_visit(&((Event *)self)->waiters, visit, context);
    primitive_traverse(self, ((Event *)self)->loop, visit, context);
}

NATIVE(get_waiters) {
    NATIVE_UNUSED();
    return waiters_list(&AS(Event, args[0])->waiters, false);
}

static const NativeMethod event_methods[] = {
    {.name = "_waiters", .call = get_waiters, .kind = METHOD_GETTER},
    {.name = "wait", .call = event_wait, .keywords = "@Event", .await_direct = event_wait_direct},
    {.name = "set", .call = event_set, .keywords = "@Event"},
    {.name = "clear", .call = event_clear, .keywords = "@Event"},
    {.name = "is_set", .call = event_is_set, .keywords = "@Event"},
    {.name = "_value", .call = event_is_set, .kind = METHOD_GETTER},
    {0},
};

Type aio_type_Event = {
    .name = "asyncio.locks.Event",
    .flags = TYPE_HAS_DICT | TYPE_MUTABLE,
    .basic_size = sizeof(Event),
    .shape_offset = offsetof(Event, attributes),
    .methods = event_methods,
    .slots = {.dealloc = event_dealloc,
              .traverse = event_traverse,
              .clear = primitive_clear,
              .repr = event_repr,
              .new = primitive_new,
              .init = event_init},
};

int aio_event_init(ModuleObject *module) {
    return module_add_type(module, "Event", &aio_type_Event);
}
