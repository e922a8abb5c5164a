/*
 * coro.h — coroutines as the runtime's C code sees them: how a native awaitable parks its awaiter,
 * how a task drives a chain of coroutines, how a coroutine is written in C, and the layout shared
 * by coroutines, generators and async generators. docs/coroutine-abi.md has the compiler's side.
 *
 * A chain of coroutines that await each other is linked in both directions: `awaiting` owns the
 * child, `continuation` leads back to the awaiter. Whoever suspends leaves itself in
 * isolate.innermost and what it waits for in isolate.awaited, then every frame returns to the
 * scheduler. Later the innermost one alone is resumed; when it ends, coro_run goes on with its
 * continuation, in a loop.
 */
#ifndef PYASYNCC_RT_CORO_H
#define PYASYNCC_RT_CORO_H

#include "rt.h"

/* ---- awaiting -------------------------------------------------------------------------------- */

/* Coroutine.await_kind: what `awaiting` is, so how pyrt_await_resume gets the result. */
enum AwaitKind {
    AWAIT_NOTHING,
    AWAIT_CHILD,   /* a coroutine, or an async generator (anext): its transfer was handed over */
    AWAIT_ASEND,   /* an asend/athrow/aclose object, whose generator continues the awaiter */
    AWAIT_NATIVE,  /* a native awaitable: its slot await_resume_direct answers the result */
    AWAIT_FOREIGN, /* any iterator: what is sent to the awaiter is sent on to it */
    AWAIT_YIELD,   /* nothing: one turn of the loop */
    AWAIT_IS_ANEXT = 16, /* added to one of them: StopAsyncIteration answers VALUE_STOP */
};

/* The two ways in which native code suspends a coroutine, for slots and NativeMethods with the name
 * await_direct. Both answer VALUE_SUSPENDED, to be returned at once.
 *
 * coro_park: `awaiter` waits for the native awaitable `self` (borrowed; a future, mostly), which is
 * also what the task is told to wait for. When the task resumes the awaiter, the slot
 * await_resume_direct(awaiter, self) of its type is called: it answers the result, 0 with an
 * exception, or parks again. When an exception is thrown in, await_throw_direct is called instead,
 * if there is one.
 * coro_park_yield: one turn of the loop, as sleep(0); the result of the await is None. */
Value coro_park(Coroutine *awaiter, Value self);
Value coro_park_yield(Coroutine *awaiter);

/* Awaits a coroutine just made by C code (stolen) on behalf of `awaiter`, starting it at once: the
 * answer of an AWAIT function. The way to implement await_direct by a coroutine written in C. */
Value coro_await_take(Coroutine *awaiter, Value coroutine);

/* ---- driving --------------------------------------------------------------------------------- */

enum CoroOutcome {
    CORO_OUTCOME_SUSPENDED, /* isolate.innermost, isolate.awaited (0: a bare yield) say where */
    CORO_OUTCOME_DONE,      /* root->transfer is the result; 0: an exception is pending */
    CORO_OUTCOME_YIELDED,   /* generators: root->transfer is what was yielded */
};

/* One step of a task: sends `value` (stolen; VALUE_NONE to begin or to go on; 0: throws the pending
 * exception) to `innermost`, where the chain below `root` was suspended, and runs until the chain
 * suspends again or `root` ends. For the first step innermost is root. The caller owns a reference
 * to root, none to innermost: if somebody drove an inner coroutine by hand since, the pointer is
 * not used, but the chain searched again. A root that is running or has ended is DONE with an
 * exception. The caller takes over isolate.awaited when SUSPENDED. Answers enum CoroOutcome. */
int coro_resume(Coroutine *innermost, Coroutine *root, Value value_take);

/* The result a finished or yielding coroutine left in transfer (new reference; 0: exception
 * pending). */
static inline Value coro_result_take(Coroutine *coroutine) {
    Value result = coroutine->transfer;
    coroutine->transfer = 0;
    return result;
}

/* The end of the await chain below `coroutine` (itself, if it awaits no coroutine). Borrowed. */
Coroutine *coro_innermost(Coroutine *coroutine);
/* sys.set_coroutine_origin_tracking_depth */
extern int rt_origin_depth;
/* cr_running: is it, or what it awaits, on the native stack? */
bool coro_is_running(Coroutine *coroutine);
/* The line to show for a coroutine: where it waits; that of its `def` if it has not begun, or runs.
 */
uint32_t coro_line(const Coroutine *coroutine);
/* coroutine.cr_await / gi_yieldfrom / ag_await: new reference, VALUE_NONE if nothing. */
Value coro_awaiting(Coroutine *coroutine);

static inline bool value_is_coroutine(Value value) {
    return value_is(value, &rt_type_coroutine);
}

/* ---- coroutines written in C -------------------------------------------------------------------
 * The frame is a C struct whose first word is the resume function. That function is entered at the
 * start and after each suspension; it keeps its place in the frame, and ends by pyrt_coro_return or
 * pyrt_coro_fail. To suspend it simply returns. Example, `async def twice(f): await f; return await
 * f`:
 *
 *     typedef struct TwiceFrame {
 *         void (*resume)(void *frame);
 *         int state;
 *         Value future;
 *     } TwiceFrame;
 *
 *     static void twice_resume(void *memory) {
 *         TwiceFrame *frame = memory;
 *         Coroutine *self = coro_of_frame(frame);
 *         Value value = frame->state ? pyrt_await_resume(self) : pyrt_coro_take(self);
 *         while (value && value != VALUE_SUSPENDED && frame->state < 2) {
 *             frame->state++;
 *             value_decref(value);
 *             value = pyrt_await(self, frame->future);
 *         }
 *         if (value == VALUE_SUSPENDED)
 *             return;
 *         if (value)
 *             pyrt_coro_return(self, value);
 *         else
 *             pyrt_coro_fail(self);
 *     }
 *
 *     static void twice_clear(void *frame) { value_replace(&((TwiceFrame *)frame)->future, 0); }
 *     static const CoroNativeType twice_type = {.clear = twice_clear, .traverse = ...};
 *
 *     Coroutine *made = coro_native_new(&twice_info, twice_resume, sizeof(TwiceFrame),
 * &twice_type); coro_frame(made)->future = value_incref(future);
 *
 * pyrt_coro_take and pyrt_await_resume answer 0 when an exception was thrown in. */
typedef struct CoroNativeType {
    /* Shows every reference the frame owns (values may be 0). */
    void (*traverse)(void *frame, VisitValue visit, void *context);
    /* Drops them; called when the coroutine object goes away, perhaps more than once. A coroutine
     * that is dropped in the middle was resumed with GeneratorExit pending before. */
    void (*clear)(void *frame);
} CoroNativeType;

/* A coroutine object, not started; the frame is zero but for its first word. `info` needs only
 * name, qualname and flags. New reference; NULL: MemoryError. */
Coroutine *coro_native_new(const FunctionInfo *info, void (*resume)(void *frame), size_t frame_size,
                           const CoroNativeType *type);

static inline Coroutine *coro_of_frame(void *frame) {
    return (Coroutine *)((char *)frame - PYRT_CORO_HEADER);
}

/* ---- iterators as awaitables -------------------------------------------------------------------
 * One step of any iterator that may carry a return value (the slot `send`, or __next__/send/throw):
 * 1: it ended, *result is the value of its StopIteration; 0: *result was yielded; -1: failed. */
int iterator_send(Value iterator, Value value, Value *result); /* `value` borrowed; None: next() */
int iterator_throw(Value iterator, Value *result);             /* throws the pending exception in */
int iterator_close(Value iterator);                            /* close(), if it has one; 0 or -1 */

/* Turns such an answer into that of a Python method: the value yielded, or StopIteration raised. */
Value iterator_answer(int status, Value result_take);
/* The iterator that `await object` uses; TypeError if there is none. New reference. */
Value await_iterator(Value object);
/* The pending exception is a StopIteration: takes it away and answers its value (new reference). */
Value stop_iteration_value(void);

/* ---- what coro*.c, generator.c and async_generator.c share ----------------------------------- */

/* Coroutine.flags */
enum CoroFlags {
    CORO_HANDLERS = 1,      /* FUNCTION_HAS_HANDLERS */
    CORO_NATIVE = 2,        /* written in C: its tail is a CoroNativeType pointer */
    CORO_STALE = 4,         /* roots: an inner coroutine was driven by hand */
    CORO_ASYNC_RUNNING = 8, /* async generators: ag_running */
    CORO_ITERABLE = 8,      /* generators: of types.coroutine, awaitable as coroutines are */
    CORO_ASYNC_CLOSED = 16, /* async generators: aclose() has begun */
    CORO_HOOKED = 32, /* async generators: the hooks were asked; the tail is the finalizer or 0 */
    CORO_NAMED = 64,  /* the program gave it a name of its own (coro_object.c) */
    CORO_DELEGATES = 128, /* generators: `awaiting` is a generator that it yields from */
};

/* Is it a generator that may be awaited: one of a function of types.coroutine? */
static inline bool coro_is_iterable(Value value) {
    return value_is(value, &rt_type_generator) && AS(Coroutine, value)->flags & CORO_ITERABLE;
}
/* The word behind the frame of native coroutines and async generators. */
static inline Value *coro_tail(Coroutine *coroutine) {
    return (Value *)((char *)coro_frame(coroutine) + coroutine->frame_size);
}
/* The coroutine that continues this one when it ends, or NULL. Borrowed. */
Coroutine *coro_child(const Coroutine *coroutine);
/* Somebody drives `coroutine` by hand: the root of its chain must not trust its innermost pointer.
 */
static inline bool coro_is_linked(const Coroutine *coroutine) {
    return coroutine->continuation != NULL;
}
void coro_mark_stale(Coroutine *coroutine);
/* Throws the pending exception in, as throw() does. Answers enum CoroOutcome; `closes`:
 * GeneratorExit closes what is awaited instead of being thrown into it. */
int coro_throw_pending(Coroutine *coroutine, bool closes);
/* What send/throw of coroutines and generators answer for an outcome: the value yielded; at the end
 * 0 with StopIteration. */
Value coro_answer(Coroutine *coroutine, int outcome);
/* The same without StopIteration, as the slot `send`. */
int coro_send_status(Coroutine *coroutine, int outcome, Value *result);
/* Drops isolate.awaited and answers it, None for a bare yield: new reference. */
Value coro_awaited_take(void);
/* Makes the exception of throw(type[, value[, traceback]]) pending, or what making it raised. 0, or
 * -1 with a TypeError pending: the arguments are wrong. */
int coro_raise_arguments(const Value *args, uint32_t count);
/* Makes `cause` the cause and the context of the pending exception. */
void coro_set_cause_take(Value cause);
/* Links child and awaiter: `child` suspended on behalf of `awaiter`, who goes on after it. */
void coro_link(Coroutine *awaiter, Coroutine *child, Value awaiting_take, uint8_t kind);
/* coroutine.send as the slot `send`. */
int coro_send_slot(Value self, Value value, Value *result);
/* Names, as the program may have set them; borrowed. */
Value coro_name_borrow(Coroutine *coroutine);
Value coro_qualname_borrow(Coroutine *coroutine);

/* The coroutine behind coroutine.__await__(), if `iterator` is that; or NULL. */
Coroutine *coro_of_wrapper(Value iterator);

/* Slots and getters that the three types share (coro_object.c). */
void coro_dealloc(Object *self);
void coro_traverse(Object *self, VisitValue visit, void *context);
void coro_clear(Object *self);
void coro_finalize(Value self);
Value coro_repr(Value self);
#define CORO_GETTERS(X) X(name) X(qualname) X(running) X(suspended) X(frame) X(code) X(await)
#define X(name)         Value coro_get_##name(Value callee, const Value *args, uint32_t count, Value names);
CORO_GETTERS(X)
#undef X
int coro_set_name(Value self, Value value);
int coro_set_qualname(Value self, Value value);

/* ---- async generators (async_generator.c) ---------------------------------------------------- */

/* sys.set_asyncgen_hooks: callables or 0; `first` is called with each async generator before its
 * first step, `finalizer` with those that are dropped before their end. Borrowed. They belong to
 * the running thread. The event loop sets bound native functions around run_forever, and puts back
 * what asyncgen_hooks_get answered. */
void asyncgen_hooks_set(Value first, Value finalizer);
void asyncgen_hooks_get(Value *first, Value *finalizer); /* borrowed, or 0 */
/* sys.get_asyncgen_hooks and its kind, for the module sys. */
extern const NativeMethod coro_sys_functions[];
/* agen.aclose(): the awaitable, new reference. */
Value asyncgen_aclose(Value generator);
/* One step on behalf of an await: as pyrt_anext with a value to send (borrowed). */
Value asyncgen_anext(Coroutine *awaiter, Coroutine *generator);
/* AWAIT_ASEND: what the await answers after its generator yielded, ended or failed. */
Value asyncgen_await_resume(Coroutine *awaiter, Value asend, Value handed_take);
/* The generator below an asend object that is under way, or NULL. */
Coroutine *asyncgen_of(Value asend);
/* finalize: true if a hook took care of it. */
bool asyncgen_call_finalizer(Coroutine *generator);

/* anext(iterator, fallback): see containers.h, anext_default_new (coro_anext.c). */

#endif
