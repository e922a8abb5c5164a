/*
 * async_generator.c — the type `async_generator` and the awaitables of its methods.
 *
 * `async for` steps a generator without any object (asyncgen_anext). asend(), athrow() and aclose()
 * answer an AsendObject, which can be awaited or driven by hand; both ways go through asend_step.
 * While a generator is awaited, its continuation is the awaiter, who gets what it yields or
 * VALUE_STOP at its end.
 */
#include "containers.h"
#include "coro.h"
#include "object.h"
#include "record.h"

/* ---- hooks ----------------------------------------------------------------------------------- */

static void hooks_drop(void) {
    asyncgen_hooks_set(0, 0);
}

void asyncgen_hooks_set(Value first, Value finalizer) {
    value_replace(&isolate.asyncgen_first, value_incref(first));
    value_replace(&isolate.asyncgen_finalizer, value_incref(finalizer));
    if (first || finalizer)
        rt_at_finish(hooks_drop);
}

void asyncgen_hooks_get(Value *first, Value *finalizer) {
    *first = isolate.asyncgen_first;
    *finalizer = isolate.asyncgen_finalizer;
}

static int hook_argument(Value *hook, const char *name) {
    if (*hook && *hook != VALUE_NONE && !object_callable(*hook))
        return raise_status(&rt_exc_TypeError, "callable %s expected, got %T", name, *hook);
    return 0;
}

/* What was not given stays as it is; None takes it away. */
static Value chosen(Value given, Value current) {
    return !given ? current : given == VALUE_NONE ? 0 : given;
}

NATIVE(sys_set_hooks) {
    NATIVE_UNUSED();
    Value first = args[0], finalizer = args[1];
    if (hook_argument(&finalizer, "finalizer") < 0 || hook_argument(&first, "firstiter") < 0)
        return 0;
    asyncgen_hooks_set(chosen(first, isolate.asyncgen_first),
                       chosen(finalizer, isolate.asyncgen_finalizer));
    return VALUE_NONE;
}

NATIVE(sys_get_hooks) {
    NATIVE_UNUSED();
    Value type = record_type_new("builtins", "asyncgen_hooks", "firstiter finalizer", 2);
    Value values[2] = {chosen(isolate.asyncgen_first, VALUE_NONE),
                       chosen(isolate.asyncgen_finalizer, VALUE_NONE)};
    for (int i = 0; i < 2; i++)
        value_incref(values[i]);
    Value record = type ? record_new(type, values, 2) : 0;
    value_decref(type);
    return record;
}

int rt_origin_depth;

NATIVE(sys_set_origin_depth) {
    NATIVE_UNUSED();
    int64_t depth = object_index(args[0]);
    if (isolate.pending)
        return 0;
    if (depth < 0)
        return raise_error(&rt_exc_ValueError, "depth must be >= 0");
    rt_origin_depth = (int)depth;
    return VALUE_NONE;
}

NATIVE(sys_get_origin_depth) {
    NATIVE_UNUSED();
    return int_from_i64(rt_origin_depth);
}

const NativeMethod coro_sys_functions[] = {
    {.name = "get_asyncgen_hooks", .call = sys_get_hooks},
    {.name = "set_asyncgen_hooks",
     .call = sys_set_hooks,
     .max_args = 2,
     .keywords = "firstiter finalizer"},
    {.name = "get_coroutine_origin_tracking_depth", .call = sys_get_origin_depth},
    {.name = "set_coroutine_origin_tracking_depth",
     .call = sys_set_origin_depth,
     .min_args = 1,
     .max_args = 1,
     .keywords = "depth"},
    {0},
};

/* Before the first step. */
static int ask_hooks(Coroutine *generator) {
    if (generator->flags & CORO_HOOKED)
        return 0;
    generator->flags |= CORO_HOOKED;
    *coro_tail(generator) = value_incref(isolate.asyncgen_finalizer);
    if (!isolate.asyncgen_first)
        return 0;
    Value hook = value_incref(isolate.asyncgen_first);
    Value answer = object_call1(hook, OBJ(generator));
    value_decref(hook);
    value_decref(answer);
    return answer ? 0 : -1;
}

bool asyncgen_call_finalizer(Coroutine *generator) {
    Value finalizer = *coro_tail(generator);
    if (!finalizer || (generator->flags & CORO_ASYNC_CLOSED))
        return false;
    value_incref(finalizer);
    value_decref(object_call1(finalizer, OBJ(generator)));
    value_decref(finalizer);
    return true;
}

/* ---- async for ------------------------------------------------------------------------------- */

static Value raise_busy(const char *method) {
    return raise_error(&rt_exc_RuntimeError, "%s(): asynchronous generator is already running",
                       method);
}

Value asyncgen_anext(Coroutine *awaiter, Coroutine *generator) {
    if (generator->flags & CORO_ASYNC_RUNNING)
        return raise_busy("anext");
    if (ask_hooks(generator) < 0 || stack_check() < 0)
        return 0;
    generator->flags |= CORO_ASYNC_RUNNING;
    if (coro_resume(generator, generator, VALUE_NONE) == CORO_OUTCOME_SUSPENDED) {
        coro_link(awaiter, generator, value_incref(OBJ(generator)), AWAIT_CHILD);
        return VALUE_SUSPENDED;
    }
    generator->flags &= (uint8_t)~CORO_ASYNC_RUNNING;
    return coro_result_take(generator);
}

/* ---- asend, athrow, aclose ------------------------------------------------------------------- */

enum AsendMode { MODE_SEND, MODE_THROW, MODE_CLOSE };
enum AsendState { ASEND_NEW, ASEND_UNDER_WAY, ASEND_DONE };

typedef struct AsendObject {
    Object base;
    Value generator;
    Value argument; /* MODE_SEND: the value; MODE_THROW: a tuple, the arguments of throw; or 0 */
    uint8_t mode, state;
} AsendObject;

static Type type_asend, type_athrow;

static AsendObject *asend_of(Value value) {
    return AS(AsendObject, value);
}
static Coroutine *generator_of(const AsendObject *asend) {
    return AS(Coroutine, asend->generator);
}

static Value asend_new(Value generator, enum AsendMode mode, Value argument_take) {
    AsendObject *asend = NULL;
    if (ask_hooks(AS(Coroutine, generator)) == 0)
        asend = object_new(mode == MODE_SEND ? &type_asend : &type_athrow, sizeof(AsendObject));
    if (!asend) {
        value_decref(argument_take);
        return 0;
    }
    asend->generator = value_incref(generator);
    asend->argument = argument_take;
    asend->mode = (uint8_t)mode;
    return OBJ(asend);
}

Coroutine *asyncgen_of(Value asend) {
    return asend_of(asend)->state == ASEND_UNDER_WAY ? generator_of(asend_of(asend)) : NULL;
}

static int raise_reused(const AsendObject *asend) {
    return raise_status(&rt_exc_RuntimeError, "cannot reuse already awaited %s",
                        asend->mode == MODE_SEND ? "__anext__()/asend()" : "aclose()/athrow()");
}

/* The generator failed: aclose() is content with the exceptions that mean its end. */
static int failed(AsendObject *asend, Value *result) {
    if (!exc_pending_is(&rt_exc_StopAsyncIteration) && !exc_pending_is(&rt_exc_GeneratorExit))
        return -1;
    generator_of(asend)->flags |= CORO_ASYNC_CLOSED;
    if (asend->mode != MODE_CLOSE)
        return -1;
    exc_clear();
    *result = VALUE_NONE;
    return 1;
}

/* What the generator answered: a value it yielded, VALUE_STOP at its end, 0 if it failed. As
 * TypeSlots.send. */
static int asend_finish(AsendObject *asend, bool yielded, Value answer, Value *result) {
    asend->state = ASEND_DONE;
    generator_of(asend)->flags &= (uint8_t)~CORO_ASYNC_RUNNING;
    if (yielded && asend->mode == MODE_CLOSE) {
        value_decref(answer);
        return raise_status(&rt_exc_RuntimeError, "async generator ignored GeneratorExit");
    }
    if (yielded) {
        *result = answer;
        return 1;
    }
    if (answer)
        raise_value_take(object_call0(OBJ(&rt_exc_StopAsyncIteration)));
    return failed(asend, result);
}

static int asend_stepped(AsendObject *asend, int outcome, Value *result) {
    if (outcome == CORO_OUTCOME_SUSPENDED) {
        *result = coro_awaited_take();
        return 0;
    }
    Value answer = coro_result_take(generator_of(asend));
    return asend_finish(asend, outcome == CORO_OUTCOME_YIELDED, answer, result);
}

/* Resumes the generator with a value. */
static int send_on(AsendObject *asend, Value value, Value *result) {
    Coroutine *generator = generator_of(asend);
    if (coro_is_linked(generator))
        coro_mark_stale(generator);
    if (generator->state == CORO_CREATED && value != VALUE_NONE) {
        raise_error(&rt_exc_TypeError,
                    "can't send non-None value to a just-started async generator");
        return asend_finish(asend, false, 0, result);
    }
    int outcome = coro_resume(generator, generator, value_incref(value));
    return asend_stepped(asend, outcome, result);
}

static int begin_send(AsendObject *asend, Value value, Value *result) {
    if (generator_of(asend)->flags & CORO_ASYNC_RUNNING) {
        raise_busy("anext");
        return -1;
    }
    asend->state = ASEND_UNDER_WAY;
    generator_of(asend)->flags |= CORO_ASYNC_RUNNING;
    return send_on(asend, value == VALUE_NONE ? asend->argument : value, result);
}

/* Makes the exception pending that is to be thrown in. */
static int raise_argument(const AsendObject *asend) {
    if (asend->mode == MODE_CLOSE) {
        generator_of(asend)->flags |= CORO_ASYNC_CLOSED;
        Value exit = object_call0(OBJ(&rt_exc_GeneratorExit));
        if (exit)
            exc_restore_take(exit); /* not raised: it has no context */
        return 0;
    }
    const TupleObject *args = AS(TupleObject, asend->argument);
    return coro_raise_arguments(args->items, (uint32_t)args->length);
}

static int begin_throw(AsendObject *asend, Value value, Value *result) {
    Coroutine *generator = generator_of(asend);
    if (generator->flags & CORO_ASYNC_RUNNING) {
        asend->state = ASEND_DONE;
        raise_busy(asend->mode == MODE_CLOSE ? "aclose" : "athrow");
        return -1;
    }
    if (generator->flags & CORO_ASYNC_CLOSED) {
        asend->state = ASEND_DONE;
        raise_value_take(object_call0(OBJ(&rt_exc_StopAsyncIteration)));
        return -1;
    }
    if (value != VALUE_NONE)
        return raise_status(&rt_exc_RuntimeError,
                            "can't send non-None value to a just-started coroutine");
    asend->state = ASEND_UNDER_WAY;
    generator->flags |= CORO_ASYNC_RUNNING;
    if (raise_argument(asend) < 0)
        return asend_finish(asend, false, 0, result);
    return asend_stepped(asend, coro_throw_pending(generator, false), result);
}

/* One step, as the slot `send`. */
static int asend_step(Value self, Value value, Value *result) {
    AsendObject *asend = asend_of(self);
    if (asend->state == ASEND_DONE)
        return raise_reused(asend);
    if (asend->mode == MODE_SEND && asend->state == ASEND_NEW)
        return begin_send(asend, value, result);
    if (asend->mode != MODE_SEND && generator_of(asend)->state == CORO_CLOSED) {
        asend->state = ASEND_DONE;
        *result = VALUE_NONE;
        return 1;
    }
    if (asend->mode != MODE_SEND && asend->state == ASEND_NEW)
        return begin_throw(asend, value, result);
    return send_on(asend, value, result);
}

/* ---- awaiting them --------------------------------------------------------------------------- */

static Value asend_await(Coroutine *awaiter, Value self) {
    AsendObject *asend = asend_of(self);
    Coroutine *generator = generator_of(asend);
    if (asend->state == ASEND_UNDER_WAY && coro_is_linked(generator))
        return raise_reused(asend), 0;
    if (stack_check() < 0)
        return 0;
    Value result = 0;
    int status = asend_step(self, VALUE_NONE, &result);
    if (status != 0)
        return status < 0 ? 0 : result;
    isolate.awaited = result == VALUE_NONE ? 0 : result;
    coro_link(awaiter, generator, value_incref(self), AWAIT_ASEND);
    return VALUE_SUSPENDED;
}

Value asyncgen_await_resume(Coroutine *awaiter, Value self, Value handed_take) {
    (void)awaiter;
    AsendObject *asend = asend_of(self);
    Coroutine *generator = generator_of(asend);
    /* Somebody finished it by hand, or an exception was thrown past it. */
    if (asend->state == ASEND_DONE) {
        value_decref(handed_take);
        return isolate.pending ? 0 : (raise_reused(asend), 0);
    }
    if (!handed_take && generator->state < CORO_RUNNING) {
        asend->state = ASEND_DONE;
        return 0;
    }
    Value result = 0;
    int status = asend_finish(asend, generator->state == CORO_YIELDED, handed_take, &result);
    return status < 0 ? 0 : result;
}

/* ---- their methods --------------------------------------------------------------------------- */

static Value asend_next(Value self) {
    Value result = 0;
    int status = asend_step(self, VALUE_NONE, &result);
    if (status != 1)
        return status < 0 ? 0 : result;
    value_decref(result);
    return VALUE_STOP;
}

NATIVE(asend_send) {
    NATIVE_UNUSED();
    Value result = 0;
    int status = asend_step(args[0], args[1], &result);
    return iterator_answer(status, result);
}

NATIVE(asend_next_method) {
    NATIVE_UNUSED();
    Value result = 0;
    int status = asend_step(args[0], VALUE_NONE, &result);
    return iterator_answer(status, result);
}

NATIVE(asend_throw) {
    NATIVE_UNUSED();
    AsendObject *asend = asend_of(args[0]);
    if (asend->state == ASEND_DONE)
        return raise_reused(asend), 0;
    if (coro_raise_arguments(args + 1, count - 1) < 0)
        return 0;
    Value result = 0;
    int status = asend_stepped(asend, coro_throw_pending(generator_of(asend), true), &result);
    return iterator_answer(status, result);
}

NATIVE(asend_close) {
    NATIVE_UNUSED();
    asend_of(args[0])->state = ASEND_DONE;
    return VALUE_NONE;
}

static void asend_dealloc(Object *self) {
    value_replace(&((AsendObject *)self)->generator, 0);
    value_replace(&((AsendObject *)self)->argument, 0);
}

static void asend_traverse(Object *self, VisitValue visit, void *context) {
    visit(((AsendObject *)self)->generator, context);
    visit(((AsendObject *)self)->argument, context);
}

static const NativeMethod asend_methods[] = {
    {.name = "send", .call = asend_send, .min_args = 1, .max_args = 1},
    {.name = "throw", .call = asend_throw, .min_args = 1, .max_args = 3},
    {.name = "close", .call = asend_close},
    {.name = "__next__", .call = asend_next_method},
    {0},
};

#define ASEND_SLOTS                                                                                \
    {                                                                                              \
        .dealloc = asend_dealloc, .traverse = asend_traverse, .iter = iterator_self,               \
        .next = asend_next, .send = asend_step, .await = iterator_self,                            \
        .await_direct = asend_await                                                                \
    }

static Type type_asend = {
    .name = "async_generator_asend",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(AsendObject),
    .methods = asend_methods,
    .slots = ASEND_SLOTS,
};

static Type type_athrow = {
    .name = "async_generator_athrow",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(AsendObject),
    .methods = asend_methods,
    .slots = ASEND_SLOTS,
};

/* ---- async_generator ------------------------------------------------------------------------- */

static Value generator_anext(Value self) {
    return asend_new(self, MODE_SEND, VALUE_NONE);
}

Value asyncgen_aclose(Value generator) {
    return asend_new(generator, MODE_CLOSE, 0);
}

NATIVE(generator_asend) {
    NATIVE_UNUSED();
    return asend_new(args[0], MODE_SEND, value_incref(args[1]));
}

NATIVE(generator_athrow) {
    NATIVE_UNUSED();
    Value arguments = tuple_new(args + 1, count - 1);
    return arguments ? asend_new(args[0], MODE_THROW, arguments) : 0;
}

NATIVE(generator_aclose) {
    NATIVE_UNUSED();
    return asyncgen_aclose(args[0]);
}

static const NativeMethod generator_methods[] = {
    {.name = "asend", .call = generator_asend, .min_args = 1, .max_args = 1},
    {.name = "athrow", .call = generator_athrow, .min_args = 1, .max_args = 3},
    {.name = "aclose", .call = generator_aclose},
    {.name = "__name__", .call = coro_get_name, .kind = METHOD_GETTER, .set = coro_set_name},
    {.name = "__qualname__",
     .call = coro_get_qualname,
     .kind = METHOD_GETTER,
     .set = coro_set_qualname},
    {.name = "ag_await", .call = coro_get_await, .kind = METHOD_GETTER},
    {.name = "ag_code", .call = coro_get_code, .kind = METHOD_MEMBER},
    {.name = "ag_frame", .call = coro_get_frame, .kind = METHOD_GETTER},
    {.name = "ag_running", .call = coro_get_running, .kind = METHOD_MEMBER},
    {0},
};

Type rt_type_async_generator = {
    .name = "async_generator",
    .flags = TYPE_FINAL,
    .basic_size = PYRT_CORO_HEADER,
    .methods = generator_methods,
    .slots = {.dealloc = coro_dealloc,
              .traverse = coro_traverse,
              .clear = coro_clear,
              .finalize = coro_finalize,
              .repr = coro_repr,
              .aiter = iterator_self,
              .anext = generator_anext},
};
