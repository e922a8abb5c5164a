/*
 * aio_policy.c — which loop is the current one: the running loop, or the one set for the main
 * thread. The policy object is there for programs that ask for it; it has one behaviour.
 */
#include "aio_loop.h"
#include "containers.h"
#include "object.h"
#include "port.h"

static Value current_loop; /* set_event_loop: a loop, or 0 */
static bool set_called;
static uint64_t main_thread;

EventLoop *aio_running_loop(void) {
    if (!isolate.loop)
        raise_error(&rt_exc_RuntimeError, "no running event loop");
    return isolate.loop;
}

Value aio_new_event_loop(void) {
    return OBJ(loop_new(&rt_type_event_loop));
}

int aio_set_event_loop(Value loop) {
    if (loop != VALUE_NONE && !value_isa(loop, &rt_type_event_loop))
        return raise_status(&rt_exc_TypeError,
                            "loop must be an instance of AbstractEventLoop or None, not '%T'",
                            loop);
    set_called = true;
    value_replace(&current_loop, loop == VALUE_NONE ? 0 : value_incref(loop));
    return 0;
}

/* The policy's get_event_loop(): makes a loop for the main thread unless one was set before. */
static EventLoop *policy_loop(void) {
    bool main = port_thread_id() == main_thread;
    if (!current_loop && !set_called && main) {
        Value loop = aio_new_event_loop();
        int status = loop ? aio_set_event_loop(loop) : -1;
        value_decref(loop);
        if (status < 0)
            return NULL;
    }
    if (current_loop && main)
        return AS(EventLoop, current_loop);
    raise_error(&rt_exc_RuntimeError, "There is no current event loop in thread '%s'.",
                main ? "MainThread" : "Thread-1");
    return NULL;
}

EventLoop *aio_event_loop(void) {
    return isolate.loop ? isolate.loop : policy_loop();
}

EventLoop *aio_bind_loop(Value self, EventLoop **slot) {
    EventLoop *loop = aio_running_loop();
    if (!loop)
        return NULL;
    if (!*slot) {
        value_incref(OBJ(loop));
        *slot = loop;
    }
    if (loop == *slot)
        return loop;
    raise_error(&rt_exc_RuntimeError, "%R is bound to a different event loop", self);
    return NULL;
}

/* ---- functions ------------------------------------------------------------------------------- */

NATIVE(get_running_loop) {
    NATIVE_UNUSED();
    EventLoop *loop = aio_running_loop();
    return loop ? value_incref(OBJ(loop)) : 0;
}

NATIVE(get_running_loop_or_none) {
    NATIVE_UNUSED();
    return isolate.loop ? value_incref(OBJ(isolate.loop)) : VALUE_NONE;
}

NATIVE(get_event_loop) {
    NATIVE_UNUSED();
    EventLoop *loop = aio_event_loop();
    return loop ? value_incref(OBJ(loop)) : 0;
}

NATIVE(set_event_loop) {
    NATIVE_UNUSED();
    return aio_set_event_loop(args[0]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(new_event_loop) {
    NATIVE_UNUSED();
    return aio_new_event_loop();
}

NATIVE(set_running_loop) {
    NATIVE_UNUSED();
    if (args[0] != VALUE_NONE && !value_isa(args[0], &rt_type_event_loop))
        return raise_error(&rt_exc_TypeError, "an event loop was expected, got %R", args[0]);
    isolate.loop = args[0] == VALUE_NONE ? NULL : AS(EventLoop, args[0]);
    return VALUE_NONE;
}

/* ---- the policy object ----------------------------------------------------------------------- */

typedef struct Policy {
    Object base;
    Attributes attributes;
} Policy;

static Value policy; /* set by the program, or made at need */

NATIVE(policy_get) {
    NATIVE_UNUSED();
    EventLoop *loop = policy_loop();
    return loop ? value_incref(OBJ(loop)) : 0;
}

NATIVE(policy_set) {
    NATIVE_UNUSED();
    return aio_set_event_loop(args[1]) < 0 ? 0 : VALUE_NONE;
}

static const NativeMethod policy_methods[] = {
    {.name = "get_event_loop", .call = policy_get},
    {.name = "set_event_loop", .call = policy_set, .min_args = 1, .max_args = 1},
    {.name = "new_event_loop", .call = new_event_loop},
    {0},
};

static void policy_clear(Object *self) {
    if (!(self->type->flags & TYPE_HEAP) && ((Policy *)self)->attributes.shape)
        instance_drop(self);
}

static void policy_traverse(Object *self, VisitValue visit, void *context) {
    if (!(self->type->flags & TYPE_HEAP) && ((Policy *)self)->attributes.shape)
        instance_visit(self, visit, context);
}

static Value policy_make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ((Object *)object_new(type, sizeof(Policy)));
}

#define POLICY(variable, class, ...)                                                               \
    static Type variable = {.name = class,                                                         \
                            .basic_size = sizeof(Policy),                                          \
                            __VA_ARGS__,                                                           \
                            .flags = TYPE_HAS_DICT,                                                \
                            .shape_offset = offsetof(Policy, attributes),                          \
                            .slots = {.dealloc = policy_clear,                                     \
                                      .traverse = policy_traverse,                                 \
                                      .clear = policy_clear,                                       \
                                      .new = policy_make}}

POLICY(type_abstract_policy, "asyncio.events.AbstractEventLoopPolicy", .methods = policy_methods);
POLICY(type_policy, "asyncio.unix_events._UnixDefaultEventLoopPolicy",
       .base_type = &type_abstract_policy);

NATIVE(get_policy) {
    NATIVE_UNUSED();
    if (!policy)
        policy = object_call0(OBJ(&type_policy));
    return value_incref(policy);
}

NATIVE(set_policy) {
    NATIVE_UNUSED();
    if (args[0] != VALUE_NONE && !value_isa(args[0], &type_abstract_policy))
        return raise_error(
            &rt_exc_TypeError,
            "policy must be an instance of AbstractEventLoopPolicy or None, not '%T'", args[0]);
    value_replace(&policy, args[0] == VALUE_NONE ? 0 : value_incref(args[0]));
    value_replace(&current_loop, 0);
    set_called = false;
    return VALUE_NONE;
}

static const NativeMethod functions[] = {
    {.name = "get_running_loop", .call = get_running_loop},
    {.name = "_get_running_loop", .call = get_running_loop_or_none},
    {.name = "_set_running_loop", .call = set_running_loop, .min_args = 1, .max_args = 1},
    {.name = "get_event_loop", .call = get_event_loop},
    {.name = "set_event_loop",
     .call = set_event_loop,
     .min_args = 1,
     .max_args = 1,
     .keywords = "loop"},
    {.name = "new_event_loop", .call = new_event_loop},
    {.name = "get_event_loop_policy", .call = get_policy},
    {.name = "set_event_loop_policy",
     .call = set_policy,
     .min_args = 1,
     .max_args = 1,
     .keywords = "policy"},
    {0},
};

static void finish(void) {
    value_replace(&current_loop, 0);
    value_replace(&policy, 0);
    set_called = false;
}

int aio_policy_init(ModuleObject *module) {
    main_thread = port_thread_id();
    rt_at_finish(finish);
    if (module_add_type(module, "AbstractEventLoopPolicy", &type_abstract_policy) < 0 ||
        module_add_type(module, "DefaultEventLoopPolicy", &type_policy) < 0)
        return -1;
    return module_add_functions(module, functions);
}
