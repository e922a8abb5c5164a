/*
 * aio_policy.c — which loop is the current one: the running loop, or the one the policy has for the
 * thread. The policy that is there at first makes loops of our own class, for the main thread
 * alone; the methods of a policy that the program sets are called as in CPython.
 */
#include "aio_loop.h"
#include "aio_primitives.h"
#include "aio_worker.h"
#include "containers.h"
#include "library_frame.h"
#include "object.h"
#include "port.h"

static uint64_t main_thread;

EventLoop *aio_running_loop(void) {
    if (!isolate.loop)
        raise_error(&rt_exc_RuntimeError, "no running event loop");
    return isolate.loop;
}

/* Is `self` a policy whose methods may not be ours? */
static bool is_derived(Value self) {
    return !value_is(self, &rt_type_event_loop_policy) ||
           (rt_type_event_loop_policy.flags & TYPE_SHADOWED);
}

static Value policy; /* set by the program, or made at need; 0: nobody asked for it */

/* Has the program set a policy that is not simply ours? */
static bool policy_is_foreign(void) {
    return policy && is_derived(policy);
}

Value aio_new_event_loop(void) {
    if (policy_is_foreign())
        return object_call_method(policy, "new_event_loop", NULL, 0);
    return OBJ(loop_new(&rt_type_event_loop));
}

/* The watcher of child processes that the program asked the policy for follows the main thread's
 * loop. 0 or -1. */
static int attach_watcher(Value self, Value loop) {
    bool failed = false;
    Value watcher = self ? object_getattr_optional(self, str_name("_watcher"), &failed) : 0;
    Value done = watcher && watcher != VALUE_NONE
                     ? object_call_method(watcher, "attach_loop", &loop, 1)
                     : VALUE_NONE;
    value_decref(watcher);
    value_decref(done);
    return failed || !done ? -1 : 0;
}

typedef struct Policy {
    Object base;
    bool first; /* the one that programs have that never set one: its loops are isolate.set_loop */
    Attributes attributes;
} Policy;

/* Are the loops of policy `self`, or 0, those of the policy that is there at first? */
static bool is_first(Value self) {
    return !self || (value_isa(self, &rt_type_event_loop_policy) && AS(Policy, self)->first);
}

/* The loop that policy `self` has for this thread, borrowed, or 0; *asked: it was set, maybe to
 * none. */
static Value loop_in_policy_borrow(Value self, bool *asked) {
    if (is_first(self)) {
        *asked = isolate.set_loop_called;
        return isolate.set_loop;
    }
    Value loop = isolate.policy_loops ? dict_get_borrow(isolate.policy_loops, self) : 0;
    *asked = loop != 0;
    return loop == VALUE_NONE ? 0 : loop;
}

/* `loop`: a loop or None, borrowed. 0 or -1. */
static int keep_loop_in_policy(Value self, Value loop) {
    if (is_first(self)) {
        isolate.set_loop_called = true;
        value_replace(&isolate.set_loop, loop == VALUE_NONE ? 0 : value_incref(loop));
        return 0;
    }
    if (!isolate.policy_loops && !(isolate.policy_loops = dict_new()))
        return -1;
    return dict_set(isolate.policy_loops, self, loop);
}

/* set_event_loop of policy `self`, or 0: the first. */
static int policy_set_loop(Value self, Value loop) {
    if (loop != VALUE_NONE && !value_isa(loop, &rt_type_abstract_event_loop))
        return raise_status(&rt_exc_TypeError,
                            "loop must be an instance of AbstractEventLoop or None, not '%K'",
                            loop);
    if (keep_loop_in_policy(self, loop) < 0)
        return -1;
    return port_thread_id() == main_thread ? attach_watcher(self, loop) : 0;
}

int aio_set_event_loop(Value loop) {
    if (!policy_is_foreign())
        return policy_set_loop(policy, loop);
    Value result = object_call_method(policy, "set_event_loop", &loop, 1);
    value_decref(result);
    return result ? 0 : -1;
}

/* self.set_event_loop(self.new_event_loop()) of our policy or one derived from it. */
static int policy_make_loop(Value self) {
    bool derived = self && is_derived(self);
    Value loop = derived ? object_call_method(self, "new_event_loop", NULL, 0)
                         : OBJ(loop_new(&rt_type_event_loop));
    Value done = !loop     ? 0
                 : derived ? object_call_method(self, "set_event_loop", &loop, 1)
                 : policy_set_loop(self, loop) == 0 ? VALUE_NONE
                                                    : 0;
    value_decref(loop);
    value_decref(done);
    return done ? 0 : -1;
}

/* The name that threading gives a thread that it did not start; new reference or 0. */
static Value foreign_thread_name(void) {
    static int64_t named;
    static _Thread_local int64_t number;
    if (!number)
        number = ++named;
    return str_format("Dummy-%lld", (long long)number);
}

/* The name that threading knows the running thread by; new reference or 0. */
static Value thread_name(bool main) {
    Value threading = dict_get_cstr_borrow(rt_modules_borrow(), "threading");
    if (!threading) {
        Value worker = main ? 0 : worker_name_here();
        return main ? str_from_cstr("MainThread") : worker ? worker : foreign_thread_name();
    }
    Value thread = object_call_method(threading, "current_thread", NULL, 0);
    Value name = thread ? object_getattr_cstr(thread, "name") : 0;
    value_decref(thread);
    return name;
}

/* Our policy's get_event_loop(): makes a loop for the main thread unless one was set before.
 * `self`: the policy, or 0: the first. */
static EventLoop *policy_loop(Value self) {
    bool main = port_thread_id() == main_thread, asked;
    Value loop = loop_in_policy_borrow(self, &asked);
    if (!loop && !asked && main) {
        if (policy_make_loop(self) < 0)
            return NULL;
        loop = loop_in_policy_borrow(self, &asked);
    }
    if (loop)
        return AS(EventLoop, loop);
    ASYNCIO_FRAME(frame, "events.py", 677, "get_event_loop",
                  "raise RuntimeError('There is no current event loop in thread %r.'");
    Value name = thread_name(main);
    if (name) {
        raise_error(&rt_exc_RuntimeError, "There is no current event loop in thread %R.", name);
        traceback_through(&frame);
    }
    value_decref(name);
    return NULL;
}

/* What a foreign policy answers; the thread keeps it, for the answer is borrowed. */
static EventLoop *foreign_loop(void) {
    Value loop = object_call_method(policy, "get_event_loop", NULL, 0);
    if (loop && !value_isa(loop, &rt_type_abstract_event_loop)) {
        raise_error(&rt_exc_TypeError, "an event loop was expected, got %R", loop);
        value_decref(loop);
        return NULL;
    }
    int status = loop ? keep_loop_in_policy(policy, loop) : 0;
    value_decref(loop);
    return status < 0 ? NULL : AS(EventLoop, loop);
}

EventLoop *aio_event_loop(void) {
    if (isolate.loop)
        return isolate.loop;
    return policy_is_foreign() ? foreign_loop() : policy_loop(policy);
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
    if (args[0] != VALUE_NONE && !value_isa(args[0], &rt_type_abstract_event_loop))
        return raise_error(&rt_exc_TypeError, "an event loop was expected, got %R", args[0]);
    isolate.loop = args[0] == VALUE_NONE ? NULL : AS(EventLoop, args[0]);
    return VALUE_NONE;
}

/* ---- the policy object ----------------------------------------------------------------------- */

NATIVE(policy_get) {
    NATIVE_UNUSED();
    EventLoop *loop = policy_loop(args[0]);
    return loop ? value_incref(OBJ(loop)) : 0;
}

NATIVE(policy_set) {
    NATIVE_UNUSED();
    return policy_set_loop(args[0], args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(policy_new) {
    NATIVE_UNUSED();
    if (is_derived(args[0]))
        return object_call_method(args[0], "_loop_factory", NULL, 0);
    return OBJ(loop_new(&rt_type_event_loop));
}

NATIVE(get_loop_factory) {
    NATIVE_UNUSED();
    return OBJ(&rt_type_event_loop);
}

static const NativeMethod policy_methods[] = {
    {.name = "get_event_loop", .call = policy_get, .keywords = "@BaseDefaultEventLoopPolicy"},
    {.name = "set_event_loop",
     .call = policy_set,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@_UnixDefaultEventLoopPolicy loop"},
    {.name = "new_event_loop", .call = policy_new, .keywords = "@BaseDefaultEventLoopPolicy"},
    {.name = "_loop_factory", .call = get_loop_factory, .kind = METHOD_GETTER},
    {0},
};

NATIVE(policy_abstract) {
    NATIVE_UNUSED();
    return raise_bare(&rt_exc_NotImplementedError);
}

static const NativeMethod abstract_policy_methods[] = {
    {.name = "get_event_loop", .call = policy_abstract, .keywords = "@AbstractEventLoopPolicy"},
    {.name = "set_event_loop",
     .call = policy_abstract,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@AbstractEventLoopPolicy loop"},
    {.name = "new_event_loop", .call = policy_abstract, .keywords = "@AbstractEventLoopPolicy"},
    {.name = "get_child_watcher", .call = policy_abstract, .keywords = "@AbstractEventLoopPolicy"},
    {.name = "set_child_watcher",
     .call = policy_abstract,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@AbstractEventLoopPolicy watcher"},
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
    Type variable = {.name = class,                                                                \
                     .basic_size = sizeof(Policy),                                                 \
                     __VA_ARGS__,                                                                  \
                     .flags = TYPE_HAS_DICT | TYPE_MUTABLE,                                        \
                     .shape_offset = offsetof(Policy, attributes),                                 \
                     .slots = {.dealloc = policy_clear,                                            \
                               .traverse = policy_traverse,                                        \
                               .clear = policy_clear,                                              \
                               .new = policy_make}}

static POLICY(type_abstract_policy, "asyncio.events.AbstractEventLoopPolicy",
              .methods = abstract_policy_methods);
POLICY(rt_type_event_loop_policy, "asyncio.unix_events._UnixDefaultEventLoopPolicy",
       .base_type = &type_abstract_policy, .methods = policy_methods);

NATIVE(get_policy) {
    NATIVE_UNUSED();
    if (!policy && (policy = object_call0(OBJ(&rt_type_event_loop_policy))))
        AS(Policy, policy)->first = true;
    return value_incref(policy);
}

NATIVE(set_policy) {
    NATIVE_UNUSED();
    if (args[0] != VALUE_NONE && !value_isa(args[0], &type_abstract_policy))
        return raise_error(
            &rt_exc_TypeError,
            "policy must be an instance of AbstractEventLoopPolicy or None, not '%K'", args[0]);
    Value set = args[0] == VALUE_NONE ? object_call0(OBJ(&rt_type_event_loop_policy))
                                      : value_incref(args[0]);
    if (!set)
        return 0;
    value_replace(&policy, set);
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
     .keywords = "@ loop"},
    {.name = "new_event_loop", .call = new_event_loop, .keywords = "@"},
    {.name = "get_event_loop_policy", .call = get_policy, .keywords = "@"},
    {.name = "set_event_loop_policy",
     .call = set_policy,
     .min_args = 1,
     .max_args = 1,
     .keywords = "@ policy"},
    {0},
};

static void finish(void) {
    value_replace(&isolate.set_loop, 0);
    value_replace(&isolate.policy_loops, 0);
    value_replace(&policy, 0);
    isolate.set_loop_called = false;
}

/* Of a forked process, the thread that forked it is the main one. */
static void find_main_thread(void) {
    main_thread = port_thread_id();
}

int aio_policy_init(ModuleObject *module) {
    find_main_thread();
    rt_at_fork(find_main_thread);
    rt_at_finish(finish);
    if (module_add_type(module, "AbstractEventLoopPolicy", &type_abstract_policy) < 0 ||
        module_add_type(module, "DefaultEventLoopPolicy", &rt_type_event_loop_policy) < 0)
        return -1;
    return module_add_functions(module, functions);
}
