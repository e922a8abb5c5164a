/*
 * aio_thread.c — asyncio.to_thread: runs a function in a worker thread, in a copy of the current
 * context.
 */
#include "aio_primitives.h"
#include "library_frame.h"

/* func(*args, **kwargs) put off, for the executor, which passes positional arguments alone. */
typedef struct ThreadCall {
    Object base;
    Value func, args, names; /* args: tuple of all; names: tuple of the last ones' names, or 0 */
} ThreadCall;

AIO_INFO(info_to_thread, "to_thread", "to_thread");

static void call_dealloc(Object *self) {
    ThreadCall *call = (ThreadCall *)self;
    value_replace(&call->func, 0);
    value_replace(&call->args, 0);
    value_replace(&call->names, 0);
}

static void call_traverse(Object *self, VisitValue visit, void *context) {
    const ThreadCall *call = (const ThreadCall *)self;
    visit(call->func, context);
    visit(call->args, context);
    visit(call->names, context);
}

static uint32_t name_count(Value names) {
    return names ? (uint32_t)AS(TupleObject, names)->length : 0;
}

static Value call_call(Value self, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    const ThreadCall *call = AS(ThreadCall, self);
    const TupleObject *all = AS(TupleObject, call->args);
    return object_call(call->func, all->items, (uint32_t)all->length - name_count(call->names),
                       call->names);
}

static Type type_thread_call = {
    .name = "asyncio.threads._call",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(ThreadCall),
    .slots = {.dealloc = call_dealloc, .traverse = call_traverse, .call = call_call},
};

/* self: the ThreadCall */
static Value to_thread_step(AioFrame *frame, Value input) {
    ASYNCIO_FRAME(place, "threads.py", 25, "to_thread",
                  "return await loop.run_in_executor(None, func_call)");
    if (frame->state)
        return answer_through(&place, input);
    EventLoop *loop = aio_running_loop();
    Value context = loop ? context_copy() : 0;
    if (!context)
        return 0;
    Value future = loop_run_in_executor(loop, frame->self, NULL, 0, context);
    value_decref(context);
    return aio_wait(frame, 1, future);
}

NATIVE(to_thread) {
    (void)callee;
    Value all = tuple_new(args + 1, (int64_t)count - 1 + name_count(names));
    ThreadCall *call = all ? object_new(&type_thread_call, sizeof(ThreadCall)) : NULL;
    if (!call) {
        value_decref(all);
        return 0;
    }
    call->func = value_incref(args[0]);
    call->args = all;
    call->names = value_incref(names);
    Value coroutine = aio_coroutine(&info_to_thread, to_thread_step, OBJ(call), 0);
    value_decref(OBJ(call));
    return coroutine;
}

static const NativeMethod functions[] = {
    {.name = "to_thread",
     .call = to_thread,
     .min_args = 1,
     .max_args = -1,
     .keywords = "*",
     .coroutine = true},
    {0},
};

int aio_thread_init(ModuleObject *module) {
    type_ready(&type_thread_call);
    return module_add_functions(module, functions);
}
