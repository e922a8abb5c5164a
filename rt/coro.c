/*
 * coro.c — the life of coroutines, generators and async generators: making them, starting,
 * resuming, throwing into and closing them.
 *
 * A coroutine's code is one function that is entered again after each suspension (an LLVM
 * coroutine, or C code of the same shape, see coro.h). It says how it left by Coroutine.state:
 * CORO_RUNNING still means that it awaits something, CORO_YIELDED that it yielded, CORO_CLOSED that
 * it ended. The loop in `run` acts on that: when a coroutine has ended, it goes on with the one
 * that awaits it. So resuming the innermost coroutine of a task costs the same at any depth, and
 * the native stack does not grow.
 *
 * Handled exceptions: each coroutine that runs here puts its item on top of the chain; the item
 * below is its awaiter's, or that of whoever drives the root. Coroutines started hot without
 * handlers of their own have none until they suspend.
 */
#include "coro.h"
#include "fast.h"
#include "object.h"
#include "stack.h"

/* ---- making ---------------------------------------------------------------------------------- */

static Type *type_of_kind(uint8_t kind) {
    return kind == CORO_GENERATOR   ? &rt_type_generator
           : kind == CORO_COROUTINE ? &rt_type_coroutine
                                    : &rt_type_async_generator;
}

static uint8_t kind_of(const FunctionInfo *info) {
    return info->flags & FUNCTION_ASYNC_GENERATOR ? CORO_ASYNC_GENERATOR
           : info->flags & FUNCTION_GENERATOR     ? CORO_GENERATOR
                                                  : CORO_COROUTINE;
}

Coroutine *rt_coro_spare[SIZE_CLASS_COUNT + 1];

/* Room for `tail` more bytes behind the frame, see coro_tail. */
static Coroutine *make(const FunctionInfo *info, int64_t frame_size, size_t tail) {
    uint8_t kind = kind_of(info);
    size_t size = ((size_t)frame_size + sizeof(Value) - 1) & ~(sizeof(Value) - 1);
    Coroutine *coroutine = object_new(type_of_kind(kind), PYRT_CORO_HEADER + size + tail);
    if (!coroutine)
        return NULL;
    coroutine->info = info;
    coroutine->kind = kind;
    coroutine->frame_size = (uint32_t)size;
    if (info->flags & FUNCTION_HAS_HANDLERS)
        coroutine->flags = CORO_HANDLERS;
    return coroutine;
}

Coroutine *rt_coro_new_slow(const FunctionInfo *info, Value callee, int64_t frame_size) {
    size_t tail = info->flags & FUNCTION_ASYNC_GENERATOR ? sizeof(Value) : 0;
    Coroutine *coroutine = make(info, frame_size, tail);
    if (coroutine) {
        coroutine->state = CORO_RUNNING;
        coroutine->callee = value_incref(callee);
    }
    return coroutine;
}

Coroutine *coro_native_new(const FunctionInfo *info, void (*resume)(void *frame), size_t frame_size,
                           const CoroNativeType *type) {
    Coroutine *coroutine = make(info, (int64_t)frame_size, sizeof(Value));
    if (coroutine) {
        coroutine->flags = CORO_NATIVE;
        *coro_tail(coroutine) = value_from_pointer(type);
        *(void (**)(void *))coro_frame(coroutine) = resume;
        if (rt_origin_depth)
            stack_remember(&coroutine->base, rt_origin_depth);
    }
    return coroutine;
}

/* ---- the ways out of a ramp ------------------------------------------------------------------ */

Value pyrt_coro_created(Coroutine *self) {
    self->state = CORO_CREATED;
    if (rt_origin_depth && self->kind == CORO_COROUTINE)
        stack_remember(&self->base, rt_origin_depth);
    return OBJ(self);
}

Value pyrt_coro_hot_suspended(Coroutine *self) {
    self->state = CORO_SUSPENDED;
    isolate.hot_child = self;
    return VALUE_SUSPENDED;
}

Value pyrt_coro_start(Coroutine *self) {
    bool handles = self->flags & CORO_HANDLERS;
    if (handles)
        pyrt_coro_enter(self);
    self->transfer = VALUE_NONE;
    coro_resume_frame(self);
    if (handles)
        pyrt_coro_leave(self);
    if (self->state == CORO_RUNNING)
        return pyrt_coro_hot_suspended(self);
    Value result = coro_result_take(self);
    if (self->base.refs == 1)
        pyrt_coro_hot_done(self);
    else
        value_decref(OBJ(self));
    return result;
}

void coro_set_cause_take(Value cause) {
    ExceptionObject *raised = exc_as(isolate.pending);
    raised->suppress_context = 1;
    value_replace(&raised->cause, value_incref(cause));
    value_replace(&raised->context, cause);
}

static void raise_from_pending(const char *message) {
    Value cause = exc_fetch();
    raise_error(&rt_exc_RuntimeError, "%s", message);
    coro_set_cause_take(cause);
}

/* PEP 479: what would look like an end, or like the end of the loop around, is an error. */
static void convert_stop(const Coroutine *self) {
    if (exc_pending_is(&rt_exc_StopIteration))
        raise_from_pending(self->kind == CORO_GENERATOR   ? "generator raised StopIteration"
                           : self->kind == CORO_COROUTINE ? "coroutine raised StopIteration"
                                                          : "async generator raised "
                                                            "StopIteration");
    else if (self->kind == CORO_ASYNC_GENERATOR && exc_pending_is(&rt_exc_StopAsyncIteration))
        raise_from_pending("async generator raised StopAsyncIteration");
}

void rt_coro_hot_done_slow(Coroutine *self) {
    if (isolate.pending)
        convert_stop(self);
    value_decref(self->callee);
    value_decref(self->handled);
    object_free(&self->base);
}

/* ---- the ways out of a resumed body ---------------------------------------------------------- */

void pyrt_coro_return(Coroutine *self, Value value) {
    self->state = CORO_CLOSED;
    self->transfer = value;
    if (self->kind == CORO_ASYNC_GENERATOR) {
        self->flags &= (uint8_t)~CORO_ASYNC_RUNNING;
        self->transfer = VALUE_STOP;
        value_decref(value);
    }
}

void pyrt_coro_fail(Coroutine *self) {
    self->state = CORO_CLOSED;
    self->transfer = 0;
    self->flags &= (uint8_t)~CORO_ASYNC_RUNNING;
    convert_stop(self);
}

/* ---- the chain ------------------------------------------------------------------------------- */

void coro_link(Coroutine *awaiter, Coroutine *child, Value awaiting_take, uint8_t kind) {
    awaiter->awaiting = awaiting_take;
    awaiter->await_kind = kind;
    child->continuation = awaiter;
    child->handled_previous = awaiter;
}

void pyrt_await_link(Coroutine *self) {
    Coroutine *child = isolate.hot_child;
    isolate.hot_child = NULL;
    coro_link(self, child, OBJ(child), AWAIT_CHILD);
}

Coroutine *coro_child(const Coroutine *coroutine) {
    uint8_t kind = coroutine->await_kind & (AWAIT_IS_ANEXT - 1);
    if (kind == AWAIT_CHILD)
        return AS(Coroutine, coroutine->awaiting);
    return kind == AWAIT_ASEND ? asyncgen_of(coroutine->awaiting) : NULL;
}

Coroutine *coro_innermost(Coroutine *coroutine) {
    for (Coroutine *child; (child = coro_child(coroutine));)
        coroutine = child;
    return coroutine;
}

bool coro_is_running(Coroutine *coroutine) {
    return coro_innermost(coroutine)->state == CORO_RUNNING;
}

void coro_mark_stale(Coroutine *coroutine) {
    while (coroutine->continuation)
        coroutine = coroutine->continuation;
    coroutine->flags |= CORO_STALE;
}

/* ---- running --------------------------------------------------------------------------------- */

/* The pending exception, thrown into `coroutine`, is chained to the one it is handling. */
static void chain_thrown(Coroutine *coroutine) {
    Coroutine *owner = isolate.handled_owner;
    Value *item = isolate.handled_item;
    isolate.handled_owner = coroutine;
    isolate.handled_item = &coroutine->handled;
    exc_set_context(isolate.pending);
    isolate.handled_owner = owner;
    isolate.handled_item = item;
}

/* Resumes `coroutine` (transfer is set) and all that its end continues, up to `root`. An exception
 * that is thrown in reaches each coroutine by itself: while they run for that, what those around
 * them handle is out of their sight (gen_throw of CPython). */
static int run(Coroutine *coroutine, Coroutine *root) {
    Coroutine *owner = isolate.handled_owner;
    Value *item = isolate.handled_item;
    int outcome = CORO_OUTCOME_SUSPENDED;
    bool by_throw = isolate.pending != 0, thrown = by_throw;
    root->handled_previous = owner;
    for (;;) {
        if (by_throw)
            coroutine->handled_previous = owner;
        isolate.handled_owner = coroutine;
        isolate.handled_item = &coroutine->handled;
        coroutine->state = CORO_RUNNING;
        coro_resume_frame(coroutine);
        if (coroutine->state == CORO_RUNNING) {
            coroutine->state = CORO_SUSPENDED;
            if (by_throw && coroutine != root)
                coroutine->handled_previous = coroutine->continuation;
            break;
        }
        if (coroutine == root) {
            outcome = coroutine->state == CORO_CLOSED ? CORO_OUTCOME_DONE : CORO_OUTCOME_YIELDED;
            break;
        }
        Coroutine *next = coroutine->continuation;
        coroutine->continuation = NULL;
        next->transfer = coroutine->transfer;
        coroutine->transfer = 0;
        coroutine = next;
        thrown = thrown && isolate.pending;
        if (thrown && value_is_pointer(next->handled))
            chain_thrown(next);
    }
    isolate.handled_owner = owner;
    isolate.handled_item = item;
    return outcome;
}

int coro_run(Coroutine *coroutine, Coroutine *root) {
    return run(coroutine, root) != CORO_OUTCOME_SUSPENDED;
}

static int raise_running(const Coroutine *coroutine) {
    const char *name = coroutine->kind == CORO_GENERATOR   ? "generator"
                       : coroutine->kind == CORO_COROUTINE ? "coroutine"
                                                           : "async generator";
    return raise_status(&rt_exc_ValueError, "%s already executing", name);
}

/* `innermost`, the end of the chain of `root`, runs or has ended. */
static int resume_refused(Coroutine *innermost, Coroutine *root, Value value) {
    value_decref(value);
    if (innermost->state == CORO_RUNNING) {
        raise_running(root);
        return CORO_OUTCOME_DONE;
    }
    if (innermost == root && root->kind != CORO_COROUTINE) {
        if (root->kind == CORO_ASYNC_GENERATOR)
            root->transfer = value ? VALUE_STOP : 0;
        else
            root->transfer = value ? VALUE_NONE : 0;
        return CORO_OUTCOME_DONE;
    }
    raise_error(&rt_exc_RuntimeError, "cannot reuse already awaited coroutine");
    if (innermost == root)
        return CORO_OUTCOME_DONE;
    /* Its awaiter finds that somebody else has used it up. */
    Coroutine *awaiter = root;
    while (coro_child(awaiter) != innermost)
        awaiter = coro_child(awaiter);
    innermost->continuation = NULL;
    awaiter->transfer = 0;
    return run(awaiter, root);
}

int coro_resume(Coroutine *innermost, Coroutine *root, Value value_take) {
    if (innermost == root || (root->flags & CORO_STALE)) {
        root->flags &= (uint8_t)~CORO_STALE;
        innermost = coro_innermost(root);
    }
    if (innermost->state >= CORO_RUNNING)
        return resume_refused(innermost, root, value_take);
    innermost->transfer = value_take;
    /* An iterator it delegates to gets the exception first. */
    if (!value_take && innermost->handled && innermost->await_kind != AWAIT_FOREIGN)
        chain_thrown(innermost);
    return run(innermost, root);
}

/* ---- send, throw, close by hand -------------------------------------------------------------- */

Value coro_awaited_take(void) {
    Value awaited = isolate.awaited;
    isolate.awaited = 0;
    return awaited ? awaited : VALUE_NONE;
}

int coro_send_status(Coroutine *coroutine, int outcome, Value *result) {
    if (outcome == CORO_OUTCOME_SUSPENDED) {
        *result = coro_awaited_take();
        return 0;
    }
    *result = coro_result_take(coroutine);
    if (outcome == CORO_OUTCOME_YIELDED)
        return 0;
    return *result ? 1 : -1;
}

Value iterator_answer(int status, Value result_take) {
    if (status != 1)
        return status < 0 ? 0 : result_take;
    raise_stop_iteration(result_take);
    value_decref(result_take);
    return 0;
}

Value coro_answer(Coroutine *coroutine, int outcome) {
    Value result = 0;
    int status = coro_send_status(coroutine, outcome, &result);
    return iterator_answer(status, result);
}

/* Before its start a coroutine can be sent only None. */
static int check_start(const Coroutine *coroutine, Value value) {
    if (coroutine->state != CORO_CREATED || value == VALUE_NONE)
        return 0;
    const char *name = coroutine->kind == CORO_GENERATOR   ? "generator"
                       : coroutine->kind == CORO_COROUTINE ? "coroutine"
                                                           : "async generator";
    return raise_status(&rt_exc_TypeError, "can't send non-None value to a just-started %s", name);
}

/* coroutine.send as the slot `send`. */
int coro_send_slot(Value self, Value value, Value *result) {
    Coroutine *coroutine = AS(Coroutine, self);
    if (check_start(coroutine, value) < 0)
        return -1;
    if (coro_is_linked(coroutine))
        coro_mark_stale(coroutine);
    value_incref(self);
    int outcome = coro_resume(coroutine, coroutine, value_incref(value));
    int status = coro_send_status(coroutine, outcome, result);
    value_decref(self);
    return status;
}

Value coro_send(Coroutine *coroutine, Value value) {
    Value result = 0;
    int status = coro_send_slot(OBJ(coroutine), value, &result);
    return iterator_answer(status, result);
}

/* What is closed together with `coroutine`, or NULL: async generators in an await are left alone.
 */
static Coroutine *closing_child(const Coroutine *coroutine) {
    Coroutine *child = coro_child(coroutine);
    return child && child->kind == CORO_COROUTINE && child->state != CORO_CLOSED ? child : NULL;
}

int coro_throw_pending(Coroutine *coroutine, bool closes) {
    if (coro_is_linked(coroutine))
        coro_mark_stale(coroutine);
    Coroutine *child = coroutine->await_kind ? coro_child(coroutine) : NULL;
    if (!child || !closes || !exc_pending_is(&rt_exc_GeneratorExit) || coro_is_running(child))
        return coro_resume(coroutine, coroutine, 0);
    /* The coroutine it awaits is closed first, and the exception raised here. */
    if (closing_child(coroutine)) {
        Value exit = exc_fetch();
        if (coro_close(child) == 0)
            exc_restore_take(exit);
        else
            value_decref(exit);
    }
    child->continuation = NULL;
    coroutine->transfer = 0;
    if (coroutine->handled)
        chain_thrown(coroutine);
    return run(coroutine, coroutine);
}

Value coro_throw_take(Coroutine *coroutine, Value exception) {
    exc_restore_take(exception);
    value_incref(OBJ(coroutine));
    Value answer = coro_answer(coroutine, coro_throw_pending(coroutine, true));
    value_decref(OBJ(coroutine));
    return answer;
}

/* Throws GeneratorExit, or what is pending, into this coroutine alone: its child is closed already
 * or left behind. Leaves an exception pending unless it went well. */
static void close_one(Coroutine *coroutine) {
    Coroutine *child = coro_child(coroutine);
    if (child)
        child->continuation = NULL;
    if (!isolate.pending)
        raise_value_take(object_call0(OBJ(&rt_exc_GeneratorExit)));
    coroutine->transfer = 0;
    if (coroutine->handled)
        chain_thrown(coroutine);
    int outcome = run(coroutine, coroutine);
    if (outcome == CORO_OUTCOME_SUSPENDED)
        value_decref(coro_awaited_take());
    value_decref(coro_result_take(coroutine));
    if (outcome == CORO_OUTCOME_DONE) {
        if (exc_pending_is(&rt_exc_GeneratorExit) || exc_pending_is(&rt_exc_StopIteration))
            exc_clear();
        return;
    }
    const char *name = coroutine->kind == CORO_GENERATOR   ? "generator"
                       : coroutine->kind == CORO_COROUTINE ? "coroutine"
                                                           : "async generator";
    raise_error(&rt_exc_RuntimeError, "%s ignored GeneratorExit", name);
}

/* From the inside out. */
int coro_close(Coroutine *coroutine) {
    if (coroutine->state == CORO_CLOSED)
        return 0;
    if (coro_is_running(coroutine))
        return raise_running(coroutine);
    if (coro_is_linked(coroutine))
        coro_mark_stale(coroutine);
    Coroutine *at = coroutine;
    for (Coroutine *child; (child = closing_child(at));)
        at = child;
    for (;;) {
        Coroutine *next = at == coroutine ? NULL : at->continuation;
        close_one(at);
        if (!next)
            return isolate.pending ? -1 : 0;
        at = next;
    }
}

/* An exception class is instantiated with the value as arguments. */
static Value instantiate(Value type, Value value) {
    if (!value || value == VALUE_NONE)
        return exc_instance(type);
    if (value_isa(value, AS(Type, type)))
        return value_incref(value);
    return exc_checked_take(type, value_isa(value, &rt_type_tuple) ? exc_new(AS(Type, type), value)
                                                                   : object_call1(type, value));
}

int coro_raise_arguments(const Value *args, uint32_t count) {
    Value type = args[0], value = count > 1 ? args[1] : 0;
    Value traceback = count > 2 && args[2] != VALUE_NONE ? args[2] : 0;
    if (traceback && !value_is(traceback, &rt_type_traceback))
        return raise_status(&rt_exc_TypeError, "throw() third argument must be a traceback object");
    Value exception;
    if (value_is_type(type) && (AS(Type, type)->flags & TYPE_EXCEPTION)) {
        exception = instantiate(type, value);
        if (!exception) /* is thrown in its place */
            return 0;
    } else if (value_isa(type, &rt_exc_BaseException)) {
        if (value && value != VALUE_NONE)
            return raise_status(&rt_exc_TypeError,
                                "instance exception may not have a separate value");
        exception = value_incref(type);
    } else {
        return raise_status(&rt_exc_TypeError,
                            "exceptions must be classes or instances deriving from BaseException, "
                            "not %T",
                            type);
    }
    if (!exception)
        return -1;
    if (traceback)
        value_replace(&exc_as(exception)->traceback, value_incref(traceback));
    exc_restore_take(exception);
    return 0;
}
