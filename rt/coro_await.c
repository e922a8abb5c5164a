/*
 * coro_await.c — what generated code calls to await: coroutines directly, native awaitables through
 * their slots, everything else through its iterator; calls that are awaited at once; `async for`,
 * `async with` and `yield from`. Each answers the result, 0 with an exception pending, or
 * VALUE_SUSPENDED after having written into the awaiter what it awaits; pyrt_await_resume then gets
 * the result when the awaiter is resumed.
 */
#include "coro.h"
#include "library_frame.h"
#include "fast.h"
#include "object.h"

/* ---- coroutines ------------------------------------------------------------------------------ */

static Value refuse_coroutine(Coroutine *child) {
    if (child->state == CORO_CLOSED)
        return raise_error(&rt_exc_RuntimeError, "cannot reuse already awaited coroutine");
    if (coro_is_running(child))
        return raise_error(&rt_exc_ValueError, "coroutine already executing");
    return raise_error(&rt_exc_RuntimeError, "coroutine is being awaited already");
}

/* Starts a coroutine object on behalf of `awaiter`. */
static Value await_coroutine(Coroutine *awaiter, Coroutine *child) {
    if (child->state != CORO_CREATED)
        return refuse_coroutine(child);
    if (stack_check() < 0)
        return 0;
    value_incref(OBJ(child));
    if (coro_resume(child, child, VALUE_NONE) == CORO_OUTCOME_SUSPENDED) {
        coro_link(awaiter, child, OBJ(child), AWAIT_CHILD);
        return VALUE_SUSPENDED;
    }
    Value result = coro_result_take(child);
    value_decref(OBJ(child));
    return result;
}

Value coro_await_take(Coroutine *awaiter, Value coroutine) {
    Value answer = coroutine ? await_coroutine(awaiter, AS(Coroutine, coroutine)) : 0;
    value_decref(coroutine);
    return answer;
}

/* ---- native awaitables ----------------------------------------------------------------------- */

static Value suspend_on(Coroutine *awaiter, Value awaiting, uint8_t kind, Value awaited) {
    awaiter->awaiting = value_incref(awaiting);
    awaiter->await_kind = kind;
    isolate.innermost = awaiter;
    value_replace(&isolate.awaited, awaited);
    return VALUE_SUSPENDED;
}

Value coro_park(Coroutine *awaiter, Value self) {
    return suspend_on(awaiter, self, AWAIT_NATIVE, value_incref(self));
}

Value coro_park_yield(Coroutine *awaiter) {
    return suspend_on(awaiter, 0, AWAIT_YIELD, 0);
}

/* Forgets what was awaited; answers it (owned). */
static Value await_end(Coroutine *self) {
    Value awaiting = self->awaiting;
    self->awaiting = 0;
    self->await_kind = AWAIT_NOTHING;
    return awaiting;
}

/* ---- iterators ------------------------------------------------------------------------------- */

Value stop_iteration_value(void) {
    Value exception = exc_fetch();
    Value value = exc_as(exception)->extra[0];
    value = value ? value_incref(value) : VALUE_NONE;
    value_decref(exception);
    return value;
}

/* What a call of __next__, send or throw means. */
static int status_of(Value answer, Value *result) {
    if (answer && answer != VALUE_STOP) {
        *result = answer;
        return 0;
    }
    if (!answer && !exc_pending_is(&rt_exc_StopIteration))
        return -1;
    *result = answer ? VALUE_NONE : stop_iteration_value();
    return 1;
}

int iterator_send(Value iterator, Value value, Value *result) {
    Type *type = value_type(iterator);
    if (type->slots.send)
        return type->slots.send(iterator, value, result);
    /* Coroutines of classes written in Python are no iterators. */
    if (value != VALUE_NONE || !type->slots.next)
        return status_of(object_call_method(iterator, "send", &value, 1), result);
    /* The slot of a class written in Python would lose the value of StopIteration. */
    if (!(type->flags & TYPE_HEAP))
        return status_of(object_next(iterator), result);
    Value next = object_lookup_special(iterator, str_name("__next__"));
    Value answer = next ? object_call0(next) : isolate.pending ? 0 : object_next(iterator);
    value_decref(next);
    return status_of(answer, result);
}

int iterator_close(Value iterator) {
    if (value_is_coroutine(iterator) || value_is(iterator, &rt_type_generator))
        return coro_close(AS(Coroutine, iterator));
    bool failed = false;
    Value close = object_getattr_optional(iterator, str_name("close"), &failed);
    if (failed) {
        exc_unraisable("Exception ignored in", iterator);
        return 0;
    }
    Value answer = close ? object_call0(close) : VALUE_NONE;
    value_decref(close);
    value_decref(answer);
    return answer ? 0 : -1;
}

/* GeneratorExit closes the iterator and is raised in the awaiter. */
static int throw_exit(Value iterator) {
    Value exception = exc_fetch();
    if (iterator_close(iterator) == 0)
        exc_restore_take(exception);
    else
        value_decref(exception);
    return -1;
}

int iterator_throw(Value iterator, Value *result) {
    if (exc_pending_is(&rt_exc_GeneratorExit))
        return throw_exit(iterator);
    if (value_is_coroutine(iterator) || value_is(iterator, &rt_type_generator)) {
        Coroutine *coroutine = AS(Coroutine, iterator);
        return coro_send_status(coroutine, coro_throw_pending(coroutine, true), result);
    }
    Value exception = exc_fetch();
    bool failed = false;
    Value method = object_getattr_optional(iterator, str_name("throw"), &failed);
    if (failed) {
        value_decref(exception);
        return -1;
    }
    if (!method) {
        exc_restore_take(exception);
        return -1;
    }
    Value answer = object_call1(method, exception);
    value_decref(method);
    value_decref(exception);
    return status_of(answer, result);
}

/* Acts on what a step of the iterator that `self` awaits answered. */
static Value foreign_stepped(Coroutine *self, Value iterator, int status, Value result) {
    if (status != 0)
        return status < 0 ? 0 : result;
    if (result == VALUE_NONE)
        result = 0;
    return suspend_on(self, iterator, AWAIT_FOREIGN, result);
}

static Value await_foreign(Coroutine *self, Value iterator) {
    Value result = 0;
    int status = iterator_send(iterator, VALUE_NONE, &result);
    return foreign_stepped(self, iterator, status, result);
}

Value await_iterator(Value object) {
    Type *type = value_type(object);
    if (value_is_coroutine(object))
        return AS(Coroutine, object)->state == CORO_SUSPENDED
                   ? refuse_coroutine(AS(Coroutine, object))
                   : value_incref(object);
    if (coro_is_iterable(object))
        return value_incref(object);
    if (!type->slots.await)
        return raise_error(&rt_exc_TypeError, "object %T can't be used in 'await' expression",
                           object);
    Value iterator = type->slots.await(object);
    if (!iterator)
        return 0;
    if (value_is_coroutine(iterator))
        raise_error(&rt_exc_TypeError, "__await__() returned a coroutine");
    else if (!value_type(iterator)->slots.next)
        raise_error(&rt_exc_TypeError, "__await__() returned non-iterator of type '%T'", iterator);
    else
        return iterator;
    value_decref(iterator);
    return 0;
}

/* Awaits what await_iterator answered (stolen). */
static Value await_iterator_take(Coroutine *self, Value iterator) {
    Coroutine *wrapped = coro_of_wrapper(iterator);
    Value answer = wrapped && wrapped->state == CORO_CREATED ? await_coroutine(self, wrapped)
                                                             : await_foreign(self, iterator);
    value_decref(iterator);
    return answer;
}

/* ---- await ----------------------------------------------------------------------------------- */

Value pyrt_await(Coroutine *self, Value awaitable) {
    Type *type = value_type(awaitable);
    if (type == &rt_type_coroutine)
        return await_coroutine(self, AS(Coroutine, awaitable));
    if (type->slots.await_direct)
        return type->slots.await_direct(self, awaitable);
    Value iterator = await_iterator(awaitable);
    return iterator ? await_iterator_take(self, iterator) : 0;
}

/* StopAsyncIteration out of __anext__ ends an `async for`. */
static Value anext_answer(Coroutine *self, Value answer) {
    if (answer == VALUE_SUSPENDED)
        self->await_kind |= AWAIT_IS_ANEXT;
    if (answer || !exc_pending_is(&rt_exc_StopAsyncIteration))
        return answer;
    exc_clear();
    return VALUE_STOP;
}

/* `yield from`: what the iterator yields is the generator's own yield. */
static Value delegate(Coroutine *self, Value iterator, int status, Value result) {
    if (status != 0)
        return status < 0 ? 0 : result;
    self->awaiting = value_incref(iterator);
    self->await_kind = AWAIT_FOREIGN;
    if (value_is(iterator, &rt_type_generator))
        self->flags |= CORO_DELEGATES;
    self->state = CORO_YIELDED;
    self->transfer = result;
    return VALUE_SUSPENDED;
}

static Value resume_foreign(Coroutine *self, Value sent) {
    Value iterator = await_end(self), result = 0;
    int status = -1;
    self->flags &= (uint8_t)~CORO_DELEGATES;
    if (!sent) {
        status = iterator_throw(iterator, &result);
        if (status < 0 && isolate.pending && value_is_pointer(self->handled))
            exc_set_context(isolate.pending);
    } else if (pyrt_stack_check() == 0)
        status = iterator_send(iterator, sent, &result);
    Value answer = self->kind == CORO_GENERATOR ? delegate(self, iterator, status, result)
                                                : foreign_stepped(self, iterator, status, result);
    value_decref(sent);
    value_decref(iterator);
    return answer;
}

static Value resume_native(Coroutine *self, Value sent) {
    Value awaiting = await_end(self);
    const TypeSlots *slots = &value_type(awaiting)->slots;
    Value answer = 0;
    if (sent)
        answer = slots->await_resume_direct(self, awaiting);
    else if (slots->await_throw_direct)
        answer = slots->await_throw_direct(self, awaiting);
    value_decref(sent);
    value_decref(awaiting);
    return answer;
}

static Value resume_yield(Coroutine *self, Value sent) {
    ASYNCIO_FRAME(yielding, "tasks.py", 624, "__sleep0", "yield");
    ASYNCIO_FRAME(sleeping, "tasks.py", 630, "sleep", "await __sleep0()");
    await_end(self);
    value_decref(sent);
    answer_through(&sleeping, answer_through(&yielding, sent));
    return sent ? VALUE_NONE : 0;
}

static Value resume_asend(Coroutine *self, Value handed) {
    Value asend = await_end(self);
    Value answer = asyncgen_await_resume(self, asend, handed);
    value_decref(asend);
    return answer;
}

static Value resume_awaited(Coroutine *self, uint8_t kind) {
    Value sent = coro_result_take(self);
    switch (kind) {
    case AWAIT_NATIVE:
        return resume_native(self, sent);
    case AWAIT_FOREIGN:
        return resume_foreign(self, sent);
    case AWAIT_YIELD:
        return resume_yield(self, sent);
    case AWAIT_ASEND:
        return resume_asend(self, sent);
    default:
        value_decref(await_end(self));
        return sent;
    }
}

Value rt_await_resume_slow(Coroutine *self) {
    uint8_t kind = self->await_kind;
    if (kind & AWAIT_IS_ANEXT)
        return anext_answer(self, resume_awaited(self, kind & (AWAIT_IS_ANEXT - 1)));
    return resume_awaited(self, kind);
}

/* The iterator of `yield from`: coroutines are for generators of types.coroutine alone. New
 * reference. */
static Value delegation_iterator(const Coroutine *self, Value iterable) {
    if (value_is_coroutine(iterable))
        return self->flags & CORO_ITERABLE
                   ? await_iterator(iterable)
                   : raise_error(&rt_exc_TypeError, "cannot 'yield from' a coroutine object in a "
                                                    "non-coroutine generator");
    return value_is(iterable, &rt_type_generator) ? value_incref(iterable) : object_iter(iterable);
}

Value pyrt_yield_from(Coroutine *self, Value iterable) {
    Value iterator = delegation_iterator(self, iterable);
    if (!iterator)
        return 0;
    Value result = 0;
    int status = iterator_send(iterator, VALUE_NONE, &result);
    Value answer = delegate(self, iterator, status, result);
    value_decref(iterator);
    return answer;
}

/* ---- awaited calls --------------------------------------------------------------------------- */

enum { FEW = 16 };

/* The call failed, not what it would have answered: the traceback will mark the call alone. */
static Value call_failed(void) {
    isolate.call_failed = isolate.pending;
    return 0;
}

/* Awaits the answer of a call (stolen; 0: it failed). */
static Value await_answer(Coroutine *self, Value awaitable) {
    if (!awaitable)
        return call_failed();
    Value answer = pyrt_await(self, awaitable);
    value_decref(awaitable);
    return answer;
}

/* Enters a coroutine function at once, with its arguments bound. */
static Value start_hot(Coroutine *self, Value function, const Value *args) {
    Value answer = AS(FunctionObject, function)->info->ramp(function, args);
    if (answer == VALUE_SUSPENDED)
        pyrt_await_link(self);
    return answer;
}

static Value bind_and_start(Coroutine *self, Value function, const Value *args, uint32_t count,
                            Value names) {
    uint32_t total = function_parameter_count(AS(FunctionObject, function)->info);
    Value few[FEW], *bound = few;
    if (total > FEW && !(bound = mem_alloc(total * sizeof(Value))))
        return 0;
    Value answer = 0;
    if (function_bind(AS(FunctionObject, function), args, count, names, bound) == 0) {
        answer = start_hot(self, function, bound);
        for (uint32_t i = 0; i < total; i++)
            value_decref(bound[i]);
    } else {
        call_failed();
    }
    if (bound != few)
        mem_free(bound);
    return answer;
}

static Value await_function(Coroutine *self, Value function, const Value *args, uint32_t count,
                            Value names) {
    const FunctionInfo *info = AS(FunctionObject, function)->info;
    if (!info->ramp)
        return await_answer(self, object_call(function, args, count, names));
    if (!names && count == info->positional_count && function_is_plain(info))
        return start_hot(self, function, args);
    return bind_and_start(self, function, args, count, names);
}

/* native_call checks and binds the arguments; this stands in for the method's own function then. */
static Coroutine *native_awaiter;

static Value native_start(Value callee, const Value *args, uint32_t count, Value names) {
    Coroutine *awaiter = native_awaiter;
    native_awaiter = NULL;
    const NativeMethod *method = AS(NativeFunction, callee)->method;
    return method->await_direct(awaiter, callee, args, count, names);
}

/* A native method that awaits by itself; `count` includes its receiver, if it has one. */
static Value await_native(Coroutine *self, Value callee, bool has_self, const Value *args,
                          uint32_t count, Value names) {
    const NativeMethod *method = AS(NativeFunction, callee)->method;
    int given = (int)count - has_self;
    if (!names && !AS(NativeFunction, callee)->places && given >= method->min_args &&
        (method->max_args < 0 || given <= method->max_args))
        return method->await_direct(self, callee, args, count, 0);
    Value bound[NATIVE_PLACES + 1];
    if (!names && native_places(callee, method, args, has_self, count, bound))
        return method->await_direct(self, callee, bound,
                                    has_self + AS(NativeFunction, callee)->places, 0);
    NativeMethod stand_in = *method;
    stand_in.call = native_start;
    native_awaiter = self;
    Value answer = native_call(callee, &stand_in, args, count, names);
    if (native_awaiter) /* it was not begun */
        call_failed();
    native_awaiter = NULL;
    return answer;
}

/* A call with the receiver in front of the `count` arguments, which include it. */
static Value await_method(Coroutine *self, Value callee, const Value *args, uint32_t count,
                          Value names) {
    if (value_is(callee, &rt_type_function))
        return await_function(self, callee, args, count, names);
    if (value_is_native_function(callee) && AS(NativeFunction, callee)->method->await_direct)
        return await_native(self, callee, true, args, count, names);
    return await_answer(self, object_call(callee, args, count, names));
}

/* A call with `first` in front of the arguments. */
static Value await_with_self(Coroutine *self, Value callee, Value first, const Value *args,
                             uint32_t count, Value names) {
    uint32_t given = count + (names ? (uint32_t)AS(TupleObject, names)->length : 0);
    Value few[FEW], *all = few;
    if (given >= FEW && !(all = mem_alloc((given + 1) * sizeof(Value))))
        return 0;
    all[0] = first;
    values_copy(all + 1, args, given);
    Value answer = await_method(self, callee, all, count + 1, names);
    if (all != few)
        mem_free(all);
    return answer;
}

/* Awaits the result of callee(args); `count` does not include keyword arguments. */
static Value await_call(Coroutine *self, Value callee, const Value *args, uint32_t count,
                        Value names) {
    if (!value_is_pointer(callee))
        return await_answer(self, object_call(callee, args, count, names));
    const Type *type = value_object(callee)->type;
    if (type == &rt_type_function)
        return await_function(self, callee, args, count, names);
    if (type == &rt_type_method)
        return await_with_self(self, AS(MethodObject, callee)->function,
                               AS(MethodObject, callee)->self, args, count, names);
    if (type == &rt_type_native_function && AS(NativeFunction, callee)->method->await_direct) {
        Value receiver = AS(NativeFunction, callee)->self;
        if (receiver && !value_isa(receiver, &rt_type_module))
            return await_with_self(self, callee, receiver, args, count, names);
        return await_native(self, callee, false, args, count, names);
    }
    return await_answer(self, object_call(callee, args, count, names));
}

static uint32_t without_keywords(Value names, uint32_t count) {
    return names ? count - (uint32_t)AS(TupleObject, names)->length : count;
}

Value pyrt_await_call(Coroutine *self, Value callee, Value names, const Value *args,
                      uint32_t args_count) {
    if (rt_gc_wanted && rt_safe_point() < 0)
        return 0;
    value_incref(callee);
    Value answer = await_call(self, callee, args, without_keywords(names, args_count), names);
    value_decref(callee);
    return answer;
}

Value pyrt_await_method(Coroutine *self, Value object, Value name, InlineCache *cache, Value names,
                        Value method, const Value *args, uint32_t args_count) {
    if (value_is_pointer(method))
        return pyrt_await_call(self, method, names, args, args_count);
    if (rt_gc_wanted && rt_safe_point() < 0)
        return 0;
    bool bound = cache_hits_method(object, cache);
    method = value_incref(bound ? cache->value : cache_kept_callee(cache, object));
    if (!method)
        method = attr_method_cached(object, name, cache, &bound);
    if (!method) {
        isolate.lookup_failed = isolate.pending;
        return call_failed();
    }
    uint32_t count = without_keywords(names, args_count);
    Value answer;
    if (bound) { /* the word in front of the arguments is ours (abi.def) */
        *((Value *)args - 1) = object;
        answer = await_method(self, method, args - 1, count + 1, names);
    } else {
        answer = await_call(self, method, args, count, names);
    }
    value_decref(method);
    return answer;
}

/* Awaits object.method(args), `method` (borrowed) having been found on the class. */
static Value await_special(Coroutine *self, Value method, Value object, const Value *args,
                           uint32_t count) {
    value_incref(method);
    Value answer;
    if (value_is(method, &rt_type_function) || value_is(method, &rt_type_method_descriptor)) {
        answer = await_with_self(self, method, object, args, count, 0);
    } else {
        const TypeSlots *slots = &value_type(method)->slots;
        Value bound = slots->descr_get ? slots->descr_get(method, object, OBJ(value_type(object)))
                                       : value_incref(method);
        answer = bound ? await_call(self, bound, args, count, 0) : 0;
        value_decref(bound);
    }
    value_decref(method);
    return answer;
}

/* ---- async for ------------------------------------------------------------------------------- */

Value pyrt_aiter(Value iterable) {
    Type *type = value_type(iterable);
    if (!type->slots.aiter)
        return raise_error(&rt_exc_TypeError,
                           "'async for' requires an object with __aiter__ method, got %T",
                           iterable);
    Value iterator = type->slots.aiter(iterable);
    if (iterator && !value_type(iterator)->slots.anext &&
        !value_type(iterator)->slots.anext_direct) {
        raise_error(&rt_exc_TypeError,
                    "'async for' received an object from __aiter__ that does not implement "
                    "__anext__: %T",
                    iterator);
        value_decref(iterator);
        return 0;
    }
    return iterator;
}

/* Awaits what __anext__ answered. */
static Value await_anext(Coroutine *self, Value awaitable) {
    if (value_is_coroutine(awaitable) || value_type(awaitable)->slots.await_direct)
        return pyrt_await(self, awaitable);
    Value iterator = await_iterator(awaitable);
    if (iterator)
        return await_iterator_take(self, iterator);
    Value cause = exc_fetch();
    raise_error(&rt_exc_TypeError, "'async for' received an invalid object from __anext__: %T",
                awaitable);
    coro_set_cause_take(cause);
    return 0;
}

static Value anext_protocol(Coroutine *self, Value iterator) {
    Type *type = value_type(iterator);
    if (!type->slots.anext)
        return raise_error(&rt_exc_TypeError,
                           "'async for' requires an iterator with __anext__ method, got %T",
                           iterator);
    Value method = type->flags & TYPE_HEAP ? type_lookup_borrow(type, str_name("__anext__")) : 0;
    if (method && value_is(method, &rt_type_function) && AS(FunctionObject, method)->info->ramp)
        return await_special(self, method, iterator, NULL, 0);
    Value awaitable = type->slots.anext(iterator);
    if (!awaitable)
        return 0;
    Value answer = await_anext(self, awaitable);
    value_decref(awaitable);
    return answer;
}

Value rt_anext_slow(Coroutine *self, Value iterator) {
    Type *type = value_type(iterator);
    Value answer;
    if (type == &rt_type_async_generator)
        answer = asyncgen_anext(self, AS(Coroutine, iterator));
    else if (type->slots.anext_direct)
        answer = type->slots.anext_direct(self, iterator);
    else
        answer = anext_protocol(self, iterator);
    return anext_answer(self, answer);
}

Value rt_anext_stepped(Coroutine *self, Coroutine *generator) {
    if (generator->state == CORO_CLOSED)
        return coro_result_take(generator);
    generator->state = CORO_SUSPENDED;
    coro_link(self, generator, value_incref(OBJ(generator)), AWAIT_CHILD | AWAIT_IS_ANEXT);
    return VALUE_SUSPENDED;
}

/* ---- async with ------------------------------------------------------------------------------ */

static Value special_name_of(Value *slot, const char *text) {
    return *slot ? *slot : (*slot = str_name(text));
}

static Value aexit_borrow(Type *type) {
    static Value name;
    return type_lookup_borrow(type, special_name_of(&name, "__aexit__"));
}

static Value aenter_borrow(Type *type) {
    static Value name;
    return type_lookup_borrow(type, special_name_of(&name, "__aenter__"));
}

static Value lacks_protocol(Value manager, const char *missing) {
    return raise_error(&rt_exc_TypeError,
                       "'%T' object does not support the asynchronous context manager protocol%s",
                       manager, missing);
}

static bool is_awaitable(Value object) {
    return value_is_coroutine(object) || value_type(object)->slots.await != NULL ||
           value_type(object)->slots.await_direct != NULL || coro_is_iterable(object);
}

/* Calls a special method that need not be a coroutine function, and awaits what it answers. */
static Value await_special_checked(Coroutine *self, Value method, Value manager, const Value *args,
                                   uint32_t count, const char *name) {
    if (value_is(method, &rt_type_function) && AS(FunctionObject, method)->info->ramp)
        return await_special(self, method, manager, args, count);
    if (value_is(method, &rt_type_method_descriptor) &&
        AS(NativeFunction, method)->method->await_direct)
        return await_special(self, method, manager, args, count);
    value_incref(method);
    Value awaitable;
    if (value_is(method, &rt_type_function) || value_is(method, &rt_type_method_descriptor)) {
        awaitable = call_with_self(method, manager, args, count, 0);
    } else {
        const TypeSlots *slots = &value_type(method)->slots;
        Value bound = slots->descr_get ? slots->descr_get(method, manager, OBJ(value_type(manager)))
                                       : value_incref(method);
        awaitable = bound ? object_call(bound, args, count, 0) : 0;
        value_decref(bound);
    }
    value_decref(method);
    if (awaitable && !is_awaitable(awaitable)) {
        raise_error(&rt_exc_TypeError,
                    "'async with' received an object from %s that does not implement __await__: %T",
                    name, awaitable);
        value_decref(awaitable);
        return 0;
    }
    return await_answer(self, awaitable);
}

Value pyrt_aenter(Coroutine *self, Value manager) {
    Type *type = value_type(manager);
    if (type->slots.aenter_direct)
        return type->slots.aenter_direct(self, manager);
    Value enter = aenter_borrow(type);
    if (!enter)
        return lacks_protocol(manager, "");
    if (!aexit_borrow(type))
        return lacks_protocol(manager, " (missed __aexit__ method)");
    return await_special_checked(self, enter, manager, NULL, 0, "__aenter__");
}

Value pyrt_aexit(Coroutine *self, Value manager, Value exception) {
    Type *type = value_type(manager);
    if (type->slots.aexit_direct)
        return type->slots.aexit_direct(self, manager, exception);
    Value method = aexit_borrow(type);
    if (!method)
        return lacks_protocol(manager, " (missed __aexit__ method)");
    Value args[3] = {VALUE_NONE, VALUE_NONE, VALUE_NONE};
    Value traceback = exception ? value_incref(exc_as(exception)->traceback) : 0;
    if (exception) {
        args[0] = OBJ(value_type(exception));
        args[1] = exception;
        args[2] = traceback ? traceback : VALUE_NONE;
    }
    Value answer = await_special_checked(self, method, manager, args, 3, "__aexit__");
    value_decref(traceback); /* held: the method may take it from the exception */
    return answer;
}
