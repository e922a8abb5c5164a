/*
 * Tests coroutines, generators and async generators without the compiler: bodies are written by
 * hand as C functions of the shape that generated code has. A body keeps its variables in its
 * frame, and its place by the macros AWAIT and YIELD (a switch over the line number), so it reads
 * almost like the Python function written above it.
 */
#include "containers.h"
#include "coro.h"
#include "object.h"
#include "unit.h"

#include <stdlib.h>
#include <unistd.h>

UNIT_PROGRAM()

/* ---- bodies ---------------------------------------------------------------------------------- */

typedef struct Frame {
    void (*resume)(void *frame);
    void (*visit)(void *frame);
    int at;
    bool hot;
    Value a;    /* the parameter, owned */
    Value x, y; /* variables */
    int64_t number;
} Frame;

static bool ramp_finished;
static Value ramp_answer;

/* The ways out: the parameter is released, the awaiter or the ramp's caller gets the answer. */
#define LEAVE(in_ramp, resumed)                                                                    \
    do {                                                                                           \
        value_decref(f->a);                                                                        \
        if (f->hot) {                                                                              \
            ramp_finished = true;                                                                  \
            ramp_answer = in_ramp;                                                                 \
            pyrt_coro_hot_done(self);                                                              \
        } else {                                                                                   \
            resumed;                                                                               \
        }                                                                                          \
        return;                                                                                    \
    } while (0)
#define RETURN(value)                                                                              \
    do {                                                                                           \
        Value returned = (value);                                                                  \
        LEAVE(returned, pyrt_coro_return(self, returned));                                         \
    } while (0)
#define FAIL() LEAVE(0, pyrt_coro_fail(self))

/* The first and the last line of a body. An exception may be thrown in before it begins. */
#define OPEN(memory)                                                                               \
    Frame *f = memory;                                                                             \
    Coroutine *self = coro_of_frame(f);                                                            \
    switch (f->at) {                                                                               \
    case 0:                                                                                        \
        if (!f->hot && !pyrt_coro_take(self)) {                                                    \
            FAIL();                                                                                \
        }
#define CLOSE() }

/* The switch may enter a loop: that is how a coroutine without a compiler goes on. */
#define AWAIT(result, operation)                                                                   \
    result = (operation);                                                                          \
    if (result == VALUE_SUSPENDED) {                                                               \
        do {                                                                                       \
            f->at = __LINE__;                                                                      \
            return;                                                                                \
        case __LINE__:                                                                             \
            result = pyrt_await_resume(self);                                                      \
        } while (result == VALUE_SUSPENDED);                                                       \
    }
#define SUSPEND_YIELDED(result)                                                                    \
    f->at = __LINE__;                                                                              \
    return;                                                                                        \
    case __LINE__:                                                                                 \
        result = pyrt_coro_take(self)
#define YIELD(result, value)                                                                       \
    pyrt_coro_yield(self, value);                                                                  \
    SUSPEND_YIELDED(result)
#define ASYNC_YIELD(result, value)                                                                 \
    pyrt_coro_async_yield(self, value);                                                            \
    SUSPEND_YIELDED(result)

#define INFO(variable, text, kind)                                                                 \
    static const FunctionInfo variable = {                                                         \
        .name = text, .qualname = "M." text, .module = &unit_module, .flags = kind, .line = 7}

/* What the bodies here own wherever they are suspended and dropped. */
static void show_parameter(void *memory) {
    pyrt_coro_visit(((Frame *)memory)->a);
}

/* Calls a function: the object, suspended at its start. */
static Value create(const FunctionInfo *info, void (*body)(void *), Value a) {
    Coroutine *made = pyrt_coro_new(info, 0, sizeof(Frame));
    Frame *f = coro_frame(made);
    memset(f, 0, sizeof *f);
    f->resume = body;
    f->visit = show_parameter;
    f->a = value_incref(a);
    return pyrt_coro_created(made);
}

/* Calls and awaits it: what the ramp answers. */
static Value start_hot(const FunctionInfo *info, void (*body)(void *), Value a) {
    Coroutine *made = pyrt_coro_new(info, 0, sizeof(Frame));
    Frame *f = coro_frame(made);
    memset(f, 0, sizeof *f);
    f->resume = body;
    f->visit = show_parameter;
    f->a = value_incref(a);
    f->hot = true;
    body(f);
    if (ramp_finished) {
        ramp_finished = false;
        return ramp_answer;
    }
    f->hot = false;
    return pyrt_coro_hot_suspended(made);
}

static Value await_hot(Coroutine *self, Value answer) {
    if (answer == VALUE_SUSPENDED)
        pyrt_await_link(self);
    return answer;
}

/* ---- helpers --------------------------------------------------------------------------------- */

#define INT(number) value_from_small_int(number)

static const char *error_text(void) {
    static char text[512];
    Value exception = exc_fetch();
    if (!exception)
        return "no exception";
    Value shown = object_str(exception);
    size_t size;
    snprintf(text, sizeof text, "%s: %s", value_type(exception)->name, str_utf8(shown, &size));
    value_decref(shown);
    value_decref(exception);
    return text;
}

static const char *shown(Value object_take) {
    static char text[512];
    if (!object_take)
        return error_text();
    if (object_take == VALUE_STOP)
        return "STOP";
    Value repr = object_repr(object_take);
    size_t size;
    snprintf(text, sizeof text, "%s", repr ? str_utf8(repr, &size) : error_text());
    value_decref(repr);
    value_decref(object_take);
    return text;
}

static Coroutine *coro(Value value) {
    return AS(Coroutine, value);
}

static Value call(Value object, const char *method) {
    return object_call_method(object, method, NULL, 0);
}

static Value call1(Value object, const char *method, Value argument) {
    return object_call_method(object, method, &argument, 1);
}

static int test_round;  /* all tests run twice */
static char trace[256]; /* what bodies say when they do something */

static void note(const char *text) {
    strncat(trace, text, sizeof trace - strlen(trace) - 1);
}

static const char *noted(void) {
    static char copy[sizeof trace];
    memcpy(copy, trace, sizeof copy);
    trace[0] = 0;
    return copy;
}

/* A native awaitable: suspends its awaiter until `done`. */
typedef struct Signal {
    Object base;
    bool done;
    Value result;
} Signal;

static Value signal_await(Coroutine *awaiter, Value self) {
    return AS(Signal, self)->done ? value_incref(AS(Signal, self)->result)
                                  : coro_park(awaiter, self);
}
static Value signal_resume(Coroutine *awaiter, Value self) {
    return signal_await(awaiter, self);
}
static void signal_dealloc(Object *self) {
    value_decref(((Signal *)self)->result);
}
static Type type_signal = {
    .name = "Signal",
    .basic_size = sizeof(Signal),
    .slots = {.dealloc = signal_dealloc,
              .await_direct = signal_await,
              .await_resume_direct = signal_resume},
};

static Value signal_new(void) {
    return OBJ((Signal *)object_new(&type_signal, sizeof(Signal)));
}
static void signal_set(Value self, Value result) {
    AS(Signal, self)->done = true;
    AS(Signal, self)->result = result;
}

/* An awaitable by __await__: its iterator is iter(list). */
typedef struct Waiting {
    Object base;
    Value list;
} Waiting;

static Value waiting_await(Value self) {
    return object_iter(AS(Waiting, self)->list);
}
static void waiting_dealloc(Object *self) {
    value_decref(((Waiting *)self)->list);
}
static Type type_waiting = {
    .name = "Waiting",
    .basic_size = sizeof(Waiting),
    .slots = {.dealloc = waiting_dealloc, .await = waiting_await},
};

static Value waiting_new(Value list_take) {
    Waiting *waiting = object_new(&type_waiting, sizeof(Waiting));
    waiting->list = list_take;
    return OBJ(waiting);
}

/* A step of a task: where it is suspended, or "done". */
typedef struct Driver {
    Value root;
    Coroutine *innermost;
    Value awaited;
} Driver;

static int drive(Driver *driver, Value value) {
    value_replace(&driver->awaited, 0);
    int outcome = coro_resume(driver->innermost ? driver->innermost : coro(driver->root),
                              coro(driver->root), value);
    if (outcome == CORO_OUTCOME_SUSPENDED) {
        driver->innermost = isolate.innermost;
        driver->awaited = isolate.awaited;
        isolate.awaited = 0;
    }
    return outcome;
}

static void driver_drop(Driver *driver) {
    value_replace(&driver->awaited, 0);
    value_replace(&driver->root, 0);
}

/* ---- generators ------------------------------------------------------------------------------ */

INFO(count_info, "count", FUNCTION_GENERATOR);
INFO(guard_info, "guard", FUNCTION_GENERATOR | FUNCTION_HAS_HANDLERS);
INFO(delegate_info, "delegate", FUNCTION_GENERATOR);

/* def count(a):
 *     for number in range(a): x = yield number
 *     return 'end' */
static void count_body(void *memory) {
    OPEN(memory);
    for (f->number = 0; f->number < value_small_int(f->a); f->number++) {
        YIELD(f->x, INT(f->number));
        if (!f->x)
            FAIL();
        if (f->x != VALUE_NONE)
            note("sent ");
        value_decref(f->x);
    }
    RETURN(str_from_cstr("end"));
    CLOSE();
}

/* def guard(a):
 *     try: yield 1
 *     except ValueError: yield 2
 *     finally: note('finally') */
static void guard_body(void *memory) {
    OPEN(memory);
    YIELD(f->x, INT(1));
    if (!f->x && exc_pending_is(&rt_exc_ValueError)) {
        f->y = pyrt_handler_enter();
        YIELD(f->x, INT(2));
        pyrt_handler_leave(f->y);
    }
    note("finally ");
    if (!f->x)
        FAIL();
    RETURN(VALUE_NONE);
    CLOSE();
}

/* def delegate(a):
 *     x = yield from a
 *     yield x */
static void delegate_body(void *memory) {
    OPEN(memory);
    AWAIT(f->x, pyrt_yield_from(self, f->a));
    if (!f->x)
        FAIL();
    YIELD(f->y, f->x);
    if (!f->y)
        FAIL();
    value_decref(f->y);
    RETURN(VALUE_NONE);
    CLOSE();
}

static Value count_to(int64_t end) {
    return create(&count_info, count_body, INT(end));
}

static void test_generator_steps(void) {
    Value generator = count_to(3);
    int64_t sum = 0;
    for (Value item; (item = pyrt_next(generator)) != VALUE_STOP;)
        sum += value_small_int(item) + 10;
    CHECK_INT(sum, 33);
    CHECK(pyrt_next(generator) == VALUE_STOP);
    CHECK_TEXT(shown(call1(generator, "send", VALUE_NONE)), "StopIteration: ");
    CHECK(object_getattr_cstr(generator, "gi_frame") == VALUE_NONE);
    value_decref(generator);
    Value name = object_getattr_cstr(generator = count_to(1), "__qualname__");
    CHECK_TEXT(shown(name), "'M.count'");
    CHECK(object_setattr(generator, str_name("__name__"), INT(1)) < 0);
    CHECK_TEXT(error_text(), "TypeError: __name__ must be set to a string object");
    CHECK(object_setattr(generator, str_name("__name__"), str_name("other")) == 0);
    CHECK_TEXT(shown(object_getattr_cstr(generator, "__name__")), "'other'");
    value_decref(generator);
}

static void test_generator_send(void) {
    Value generator = count_to(2);
    CHECK_TEXT(shown(call1(generator, "send", INT(5))),
               "TypeError: can't send non-None value to a just-started generator");
    CHECK_TEXT(shown(call1(generator, "send", VALUE_NONE)), "0");
    CHECK_TEXT(shown(call1(generator, "send", INT(5))), "1");
    CHECK_TEXT(noted(), "sent ");
    CHECK_TEXT(shown(call(generator, "__next__")), "StopIteration: end");
    CHECK_TEXT(shown(call(generator, "close")), "None");
    value_decref(generator);
}

static void test_generator_throw(void) {
    Value generator = create(&guard_info, guard_body, 0);
    CHECK_TEXT(shown(pyrt_next(generator)), "1");
    CHECK_TEXT(shown(call1(generator, "throw", OBJ(&rt_exc_ValueError))), "2");
    CHECK(coro(generator)->handled != 0 && exc_handled_borrow() == 0);
    CHECK(call1(generator, "throw", OBJ(&rt_exc_KeyError)) == 0);
    CHECK(value_isa(exc_as(isolate.pending)->context, &rt_exc_ValueError));
    CHECK_TEXT(error_text(), "KeyError: ");
    CHECK_TEXT(noted(), "finally ");
    CHECK_TEXT(shown(call1(generator, "throw", OBJ(&rt_exc_KeyError))), "KeyError: ");
    CHECK_TEXT(shown(call1(generator, "throw", INT(1))),
               "TypeError: exceptions must be classes or instances deriving from BaseException, "
               "not int");
    value_decref(generator);
    /* Before its start: the body does not run. */
    generator = create(&guard_info, guard_body, 0);
    CHECK_TEXT(shown(call1(generator, "throw", OBJ(&rt_exc_ValueError))), "ValueError: ");
    CHECK_TEXT(noted(), "");
    value_decref(generator);
}

static void test_generator_stop_is_error(void) {
    Value generator = create(&guard_info, guard_body, 0);
    pyrt_next(generator);
    CHECK(call1(generator, "throw", OBJ(&rt_exc_StopIteration)) == 0);
    CHECK(value_isa(exc_as(isolate.pending)->cause, &rt_exc_StopIteration));
    CHECK_TEXT(error_text(), "RuntimeError: generator raised StopIteration");
    value_decref(generator);
    noted();
}

static void test_generator_drop(void) {
    Value generator = create(&guard_info, guard_body, 0);
    pyrt_next(generator);
    value_decref(generator); /* GeneratorExit passes the finally */
    CHECK_TEXT(noted(), "finally ");
    generator = create(&guard_info, guard_body, 0);
    value_decref(generator);
    CHECK_TEXT(noted(), "");
    generator = create(&guard_info, guard_body, 0);
    pyrt_next(generator);
    CHECK_TEXT(shown(call(generator, "close")), "None");
    CHECK_TEXT(noted(), "finally ");
    value_decref(generator);
}

static void test_yield_from(void) {
    Value inner = count_to(2), outer = create(&delegate_info, delegate_body, inner);
    CHECK_TEXT(shown(pyrt_next(outer)), "0");
    CHECK(object_getattr_cstr(outer, "gi_yieldfrom") == inner);
    value_decref(inner);
    CHECK_TEXT(shown(call1(outer, "send", INT(9))), "1");
    CHECK_TEXT(noted(), "sent ");
    CHECK_TEXT(shown(pyrt_next(outer)), "'end'");
    CHECK(pyrt_next(outer) == VALUE_STOP);
    value_decref(outer);
    value_decref(inner);
    Value items[2] = {INT(7), INT(8)}, list = list_new(items, 2);
    outer = create(&delegate_info, delegate_body, list);
    CHECK_TEXT(shown(pyrt_next(outer)), "7");
    CHECK_TEXT(shown(pyrt_next(outer)), "8");
    CHECK_TEXT(shown(pyrt_next(outer)), "None");
    value_decref(outer);
    value_decref(list);
    outer = create(&delegate_info, delegate_body, INT(1));
    CHECK_TEXT(shown(pyrt_next(outer)), "TypeError: 'int' object is not iterable");
    value_decref(outer);
}

/* ---- coroutines ------------------------------------------------------------------------------ */

INFO(leaf_info, "leaf", FUNCTION_COROUTINE);
INFO(chain_info, "chain", FUNCTION_COROUTINE);
INFO(careful_info, "careful", FUNCTION_COROUTINE | FUNCTION_HAS_HANDLERS);

static uintptr_t deepest; /* the lowest stack address a body saw */

static void note_depth(void) {
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    if (!deepest || here < deepest)
        deepest = here;
}

/* async def leaf(a): return await a */
static void leaf_body(void *memory) {
    OPEN(memory);
    AWAIT(f->x, pyrt_await(self, f->a));

    note_depth();
    if (!f->x)
        FAIL();
    RETURN(f->x);
    CLOSE();
}

/* async def chain(a): return await a   # a coroutine object */
static void chain_body(void *memory) {
    OPEN(memory);
    AWAIT(f->x, pyrt_await(self, f->a));
    note_depth();
    if (!f->x)
        FAIL();
    RETURN(INT(value_small_int(f->x) + 1));
    CLOSE();
}

/* async def hot(a): return await leaf(a) + 1 */
static void hot_body(void *memory) {
    OPEN(memory);
    AWAIT(f->x, await_hot(self, start_hot(&leaf_info, leaf_body, f->a)));
    if (!f->x)
        FAIL();
    RETURN(INT(value_small_int(f->x) + 1));
    CLOSE();
}

/* async def careful(a):
 *     try: return await a
 *     finally: note('finally') */
static void careful_body(void *memory) {
    OPEN(memory);
    AWAIT(f->x, pyrt_await(self, f->a));
    note("finally ");
    if (!f->x)
        FAIL();
    RETURN(f->x);
    CLOSE();
}

/* async def stubborn(a):
 *     try: await a
 *     except GeneratorExit: await a */
static void stubborn_body(void *memory) {
    OPEN(memory);
    AWAIT(f->x, pyrt_await(self, f->a));
    if (!f->x && exc_pending_is(&rt_exc_GeneratorExit)) {
        exc_clear();
        AWAIT(f->x, pyrt_await(self, f->a));
    }
    if (!f->x)
        FAIL();
    RETURN(f->x);
    CLOSE();
}

static void test_chain(void) {
    enum { DEPTH = 1000 };
    Value signal = signal_new();
    Value top = create(&leaf_info, leaf_body, signal);
    for (int i = 0; i < DEPTH; i++) {
        Value next = create(&chain_info, chain_body, top);
        value_decref(top);
        top = next;
    }
    Driver driver = {.root = top};
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_SUSPENDED);
    CHECK(driver.awaited == signal);
    CHECK(driver.innermost == coro_innermost(coro(top)));
    CHECK_TEXT(shown(object_getattr_cstr(top, "cr_running")), "False");
    CHECK_TEXT(shown(object_getattr_cstr(top, "cr_suspended")), "True");
    signal_set(signal, INT(5));
    deepest = 0;
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_DONE);
    CHECK(here - deepest < 4096); /* the native stack did not grow with the chain */
    CHECK_TEXT(shown(coro_result_take(coro(top))), "1005");
    driver_drop(&driver);
    value_decref(signal);
}

static void test_hot_start(void) {
    Value signal = signal_new();
    Driver driver = {.root = create(&chain_info, hot_body, signal)};
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_SUSPENDED);
    CHECK(driver.innermost != coro(driver.root));
    signal_set(signal, INT(41));
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_DONE);
    CHECK_TEXT(shown(coro_result_take(coro(driver.root))), "42");
    driver_drop(&driver);
    driver = (Driver){.root = create(&chain_info, hot_body, signal)};
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_DONE); /* nothing to wait for */
    CHECK_TEXT(shown(coro_result_take(coro(driver.root))), "42");
    driver_drop(&driver);
    value_decref(signal);
}

static void test_throw_into_chain(void) {
    Value signal = signal_new(), inner = create(&careful_info, careful_body, signal);
    Driver driver = {.root = create(&careful_info, careful_body, inner)};
    value_decref(inner);
    drive(&driver, VALUE_NONE);
    raise_error(&rt_exc_KeyError, "x");
    CHECK_INT(drive(&driver, 0), CORO_OUTCOME_DONE);
    CHECK_TEXT(error_text(), "KeyError: 'x'");
    CHECK_TEXT(noted(), "finally finally ");
    CHECK_TEXT(shown(call1(driver.root, "send", VALUE_NONE)),
               "RuntimeError: cannot reuse already awaited coroutine");
    CHECK_TEXT(shown(call(driver.root, "close")), "None");
    driver_drop(&driver);
    value_decref(signal);
}

static void test_coroutine_by_hand(void) {
    Value signal = signal_new(), inner = create(&careful_info, careful_body, signal);
    Value outer = create(&careful_info, careful_body, inner);
    CHECK_TEXT(shown(call1(outer, "send", INT(1))),
               "TypeError: can't send non-None value to a just-started coroutine");
    Value yielded = call1(outer, "send", VALUE_NONE);
    CHECK(yielded == signal);
    value_decref(yielded);
    CHECK_TEXT(shown(call1(outer, "throw", OBJ(&rt_exc_ValueError))), "ValueError: ");
    CHECK_TEXT(noted(), "finally finally ");
    value_decref(outer);
    value_decref(inner);
    outer = create(&leaf_info, leaf_body, signal);
    Value iterator = call(outer, "__await__");
    yielded = object_next(iterator);
    CHECK(yielded == signal);
    value_decref(yielded);
    signal_set(signal, INT(3));
    CHECK_TEXT(shown(call1(iterator, "send", VALUE_NONE)), "StopIteration: 3");
    value_decref(iterator);
    value_decref(outer);
    value_decref(signal);
}

static void test_close_chain(void) {
    Value signal = signal_new(), inner = create(&careful_info, careful_body, signal);
    Value outer = create(&careful_info, careful_body, inner);
    value_decref(inner);
    value_decref(call1(outer, "send", VALUE_NONE));
    CHECK_TEXT(shown(call(outer, "close")), "None");
    CHECK_TEXT(noted(), "finally finally ");
    value_decref(outer);
    inner = create(&careful_info, careful_body, signal);
    outer = create(&careful_info, careful_body, inner);
    value_decref(inner);
    value_decref(call1(outer, "send", VALUE_NONE));
    value_decref(outer); /* dropped: closed as well */
    CHECK_TEXT(noted(), "finally finally ");
    outer = create(&leaf_info, stubborn_body, signal);
    value_decref(call1(outer, "send", VALUE_NONE));
    CHECK_TEXT(shown(call(outer, "close")), "RuntimeError: coroutine ignored GeneratorExit");
    CHECK_TEXT(shown(call(outer, "close")), "None");
    value_decref(outer);
    value_decref(signal);
}

static void test_coroutine_reuse(void) {
    Value signal = signal_new(), inner = create(&leaf_info, leaf_body, signal);
    Driver first = {.root = create(&leaf_info, leaf_body, inner)};
    Driver second = {.root = create(&leaf_info, leaf_body, inner)};
    drive(&first, VALUE_NONE);
    CHECK_INT(drive(&second, VALUE_NONE), CORO_OUTCOME_DONE);
    CHECK_TEXT(error_text(), "RuntimeError: coroutine is being awaited already");
    driver_drop(&second);
    /* Somebody finishes the inner one behind the task's back. */
    CHECK_TEXT(shown(call(inner, "close")), "None");
    value_decref(inner);
    CHECK_INT(drive(&first, VALUE_NONE), CORO_OUTCOME_DONE);
    CHECK_TEXT(error_text(), "RuntimeError: cannot reuse already awaited coroutine");
    driver_drop(&first);
    value_decref(signal);
}

/* async def self_awaiter(a): await a[0]   # itself */
static void self_body(void *memory) {
    OPEN(memory);
    AWAIT(f->x, pyrt_await(self, AS(ListObject, f->a)->items[0]));

    FAIL();
    CLOSE();
}

static void test_coroutine_running(void) {
    Value list = list_new(NULL, 0), root = create(&leaf_info, self_body, list);
    list_append(list, root);
    CHECK_TEXT(shown(call1(root, "send", VALUE_NONE)), "ValueError: coroutine already executing");
    object_setitem(list, INT(0), VALUE_NONE);
    value_decref(root);
    value_decref(list);
}

static void test_awaits(void) {
    Value root = create(&leaf_info, leaf_body, INT(3));
    CHECK_TEXT(shown(call1(root, "send", VALUE_NONE)),
               "TypeError: object int can't be used in 'await' expression");
    value_decref(root);
    Value items[2] = {INT(7), VALUE_NONE}, waiting = waiting_new(list_new(items, 2));
    Driver driver = {.root = create(&leaf_info, leaf_body, waiting)};
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_SUSPENDED);
    CHECK(driver.awaited == INT(7));
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_SUSPENDED);
    CHECK(driver.awaited == 0); /* None is a bare yield */
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_DONE);
    CHECK_TEXT(shown(coro_result_take(coro(driver.root))), "None");
    driver_drop(&driver);
    value_decref(waiting);
    /* A generator behind __await__ is thrown into, and its return value counts. */
    Value generator = create(&guard_info, guard_body, 0);
    root = create(&delegate_info, delegate_body, generator);
    CHECK_TEXT(shown(pyrt_next(root)), "1");
    CHECK_TEXT(shown(call1(root, "throw", OBJ(&rt_exc_ValueError))), "2");
    CHECK_TEXT(shown(call(root, "close")), "None");
    CHECK_TEXT(noted(), "finally ");
    value_decref(generator);
    value_decref(root);
}

/* async def handler(a):
 *     try: raise KeyError
 *     except KeyError: await a */
static void handler_body(void *memory) {
    OPEN(memory);
    raise_error(&rt_exc_KeyError, "handled");
    f->y = pyrt_handler_enter();
    AWAIT(f->x, pyrt_await(self, f->a));

    pyrt_handler_leave(f->y);
    if (!f->x)
        FAIL();
    RETURN(f->x);
    CLOSE();
}

/* async def raiser(a):
 *     await a
 *     raise ValueError */
static void raiser_body(void *memory) {
    OPEN(memory);
    AWAIT(f->x, pyrt_await(self, f->a));
    value_decref(f->x);
    raise_error(&rt_exc_ValueError, "new");
    FAIL();
    CLOSE();
}

static void test_handled_chain(void) {
    Value signal = signal_new(), inner = create(&leaf_info, raiser_body, signal);
    Driver driver = {.root = create(&careful_info, handler_body, inner)};
    value_decref(inner);
    drive(&driver, VALUE_NONE);
    CHECK(exc_handled_borrow() == 0); /* suspended: nobody handles anything here */
    signal_set(signal, VALUE_NONE);
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_DONE);
    CHECK(value_isa(exc_as(isolate.pending)->context, &rt_exc_KeyError));
    CHECK_TEXT(error_text(), "ValueError: new");
    driver_drop(&driver);
    value_decref(signal);
}

/* What is written to stderr meanwhile. */
static const char *captured(void (*action)(void)) {
    static char text[1024];
    char path[] = "/tmp/test_rt_coro.XXXXXX";
    int file = mkstemp(path), kept = dup(2);
    fflush(stderr);
    dup2(file, 2);
    action();
    dup2(kept, 2);
    close(kept);
    lseek(file, 0, SEEK_SET);
    ssize_t size = read(file, text, sizeof text - 1);
    text[size > 0 ? size : 0] = 0;
    close(file);
    unlink(path);
    return text;
}

static void drop_unstarted(void) {
    value_decref(create(&chain_info, chain_body, VALUE_NONE));
}

static void drop_failing(void) {
    Value signal = signal_new(), outer = create(&leaf_info, stubborn_body, signal);
    value_decref(call1(outer, "send", VALUE_NONE));
    value_decref(outer);
    value_decref(signal);
}

static void test_never_awaited(void) {
    const char *text = captured(drop_unstarted);
    bool warned = strstr(text, "RuntimeWarning: coroutine 'M.chain' was never awaited\n") != NULL;
    CHECK(warned == (test_round == 0)); /* once per function */
    text = captured(drop_failing);
    CHECK(strncmp(text, "Exception ignored in: <coroutine object M.leaf at 0x", 52) == 0);
    CHECK(strstr(text, "RuntimeError: coroutine ignored GeneratorExit\n") != NULL);
}

/* ---- async generators ------------------------------------------------------------------------ */

INFO(ticks_info, "ticks", FUNCTION_ASYNC_GENERATOR);
INFO(consumer_info, "consumer", FUNCTION_COROUTINE);

/* async def ticks(a):
 *     await a
 *     x = yield 1
 *     yield x */
static void ticks_body(void *memory) {
    OPEN(memory);
    AWAIT(f->x, pyrt_await(self, f->a));

    if (!f->x)
        FAIL();
    value_decref(f->x);
    ASYNC_YIELD(f->x, INT(1));
    if (!f->x)
        FAIL();
    ASYNC_YIELD(f->y, f->x);
    if (!f->y)
        FAIL();
    value_decref(f->y);
    RETURN(VALUE_NONE);
    CLOSE();
}

/* async def consumer(a):
 *     number = 0
 *     async for x in a: number += 1
 *     return number */
static void consumer_body(void *memory) {
    OPEN(memory);
    for (;;) {
        AWAIT(f->x, pyrt_anext(self, f->a));

        if (!f->x)
            FAIL();
        if (f->x == VALUE_STOP)
            break;
        value_decref(f->x);
        f->number++;
    }
    RETURN(INT(f->number));
    CLOSE();
}

static void test_async_for(void) {
    Value signal = signal_new(), generator = create(&ticks_info, ticks_body, signal);
    Driver driver = {.root = create(&consumer_info, consumer_body, generator)};
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_SUSPENDED);
    CHECK(driver.innermost == coro(generator));
    CHECK_TEXT(shown(object_getattr_cstr(generator, "ag_running")), "True");
    Driver other = {.root = create(&consumer_info, consumer_body, generator)};
    CHECK_INT(drive(&other, VALUE_NONE), CORO_OUTCOME_DONE);
    CHECK_TEXT(error_text(), "RuntimeError: anext(): asynchronous generator is already running");
    driver_drop(&other);
    signal_set(signal, VALUE_NONE);
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_DONE);
    CHECK_TEXT(shown(coro_result_take(coro(driver.root))), "2");
    CHECK_TEXT(shown(object_getattr_cstr(generator, "ag_running")), "False");
    driver_drop(&driver);
    value_decref(generator);
    value_decref(signal);
}

static void test_async_for_thrown(void) {
    Value signal = signal_new(), generator = create(&ticks_info, ticks_body, signal);
    Driver driver = {.root = create(&consumer_info, consumer_body, generator)};
    drive(&driver, VALUE_NONE);
    raise_error(&rt_exc_OSError, "gone");
    CHECK_INT(drive(&driver, 0), CORO_OUTCOME_DONE);
    CHECK_TEXT(error_text(), "OSError: gone");
    driver_drop(&driver);
    driver.innermost = NULL;
    driver.root = create(&consumer_info, consumer_body, generator);
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_DONE); /* it has ended */
    CHECK_TEXT(shown(coro_result_take(coro(driver.root))), "0");
    driver_drop(&driver);
    value_decref(generator);
    value_decref(signal);
}

/* One awaitable, by hand to its end: its value or exception. */
static const char *finish(Value awaitable_take) {
    if (!awaitable_take)
        return error_text();
    Value root = create(&leaf_info, leaf_body, awaitable_take);
    value_decref(awaitable_take);
    Value answer = call1(root, "send", VALUE_NONE);
    value_decref(root);
    return shown(answer);
}

static void test_asend(void) {
    Value signal = signal_new(), generator = create(&ticks_info, ticks_body, signal);
    signal_set(signal, VALUE_NONE);
    CHECK_TEXT(finish(call1(generator, "asend", INT(1))),
               "TypeError: can't send non-None value to a just-started async generator");
    CHECK_TEXT(finish(call(generator, "__anext__")), "StopIteration: 1");
    Value asend = call1(generator, "asend", INT(77));
    CHECK_TEXT(shown(call1(asend, "send", VALUE_NONE)), "StopIteration: 77");
    CHECK_TEXT(shown(call1(asend, "send", VALUE_NONE)),
               "RuntimeError: cannot reuse already awaited __anext__()/asend()");
    value_decref(asend);
    CHECK_TEXT(finish(call(generator, "__anext__")), "StopAsyncIteration: ");
    CHECK_TEXT(finish(call(generator, "aclose")), "StopIteration: ");
    value_decref(generator);
    generator = create(&ticks_info, ticks_body, signal);
    finish(call(generator, "__anext__"));
    CHECK_TEXT(finish(call1(generator, "athrow", OBJ(&rt_exc_KeyError))), "KeyError: ");
    value_decref(generator);
    generator = create(&ticks_info, ticks_body, signal);
    finish(call(generator, "__anext__"));
    CHECK_TEXT(finish(call(generator, "aclose")), "StopIteration: ");
    CHECK_TEXT(finish(call(generator, "__anext__")), "StopAsyncIteration: ");
    value_decref(generator);
    value_decref(signal);
}

static void test_asend_suspended(void) {
    Value signal = signal_new(), generator = create(&ticks_info, ticks_body, signal);
    Value asend = call(generator, "__anext__");
    Driver driver = {.root = create(&leaf_info, leaf_body, asend)};
    value_decref(asend);
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_SUSPENDED);
    CHECK(driver.awaited == signal && driver.innermost == coro(generator));
    CHECK_TEXT(finish(call(generator, "aclose")),
               "RuntimeError: aclose(): asynchronous generator is already running");
    signal_set(signal, VALUE_NONE);
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_DONE);
    CHECK_TEXT(shown(coro_result_take(coro(driver.root))), "1");
    driver_drop(&driver);
    value_decref(generator);
    value_decref(signal);
}

static void test_anext_default(void) {
    Value signal = signal_new(), generator = create(&ticks_info, ticks_body, signal);
    signal_set(signal, VALUE_NONE);
    for (int i = 0; i < 3; i++) {
        Value anext = call(generator, "__anext__");
        Value awaitable = anext_default_new(anext, INT(99));
        value_decref(anext);
        CHECK_TEXT(finish(awaitable), i == 0   ? "StopIteration: 1"
                                      : i == 1 ? "StopIteration: "
                                               : "StopIteration: 99");
    }
    value_decref(generator);
    value_decref(signal);
}

static int hooked;
static Value hook_first(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    hooked += value_is(args[0], &rt_type_async_generator);
    return VALUE_NONE;
}
static Value revived;
static Value hook_finalizer(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    revived = value_incref(args[0]);
    return VALUE_NONE;
}

static void test_asyncgen_hooks(void) {
    static const NativeMethod first = {.name = "first", .call = hook_first, .max_args = 1};
    static const NativeMethod last = {.name = "last", .call = hook_finalizer, .max_args = 1};
    Value begin = native_function_new(&first, 0, 0), end = native_function_new(&last, 0, 0);
    asyncgen_hooks_set(begin, end);
    Value signal = signal_new(), generator = create(&ticks_info, ticks_body, signal);
    signal_set(signal, VALUE_NONE);
    finish(call(generator, "__anext__"));
    CHECK_INT(hooked, 1);
    asyncgen_hooks_set(0, 0);
    value_decref(generator); /* the finalizer keeps it */
    CHECK(revived == generator);
    CHECK_TEXT(finish(asyncgen_aclose(revived)), "StopIteration: ");
    value_decref(revived);
    value_decref(begin);
    value_decref(end);
    value_decref(signal);
}

/* ---- coroutines in C ------------------------------------------------------------------------- */

typedef struct NativeFrame {
    void (*resume)(void *frame);
    bool started;
    Value awaitable;
} NativeFrame;

static void native_resume(void *memory) {
    NativeFrame *frame = memory;
    Coroutine *self = coro_of_frame(frame);
    Value value = frame->started ? pyrt_await_resume(self) : pyrt_coro_take(self);
    if (value && !frame->started) {
        frame->started = true;
        value = pyrt_await(self, frame->awaitable);
    }
    if (value == VALUE_SUSPENDED)
        return;
    if (value)
        pyrt_coro_return(self, value);
    else
        pyrt_coro_fail(self);
}
static void native_traverse(void *memory, VisitValue visit, void *context) {
    visit(((NativeFrame *)memory)->awaitable, context);
}
static void native_clear(void *memory) {
    value_replace(&((NativeFrame *)memory)->awaitable, 0);
}
static const CoroNativeType native_type = {native_traverse, native_clear};
static const FunctionInfo native_info = {
    .name = "native", .qualname = "native", .flags = FUNCTION_COROUTINE};

static Value native_new(Value awaitable) {
    Coroutine *made =
        coro_native_new(&native_info, native_resume, sizeof(NativeFrame), &native_type);
    ((NativeFrame *)coro_frame(made))->awaitable = value_incref(awaitable);
    return OBJ(made);
}

/* async def outer(a): return await native(a) */
static void native_caller_body(void *memory) {
    OPEN(memory);
    AWAIT(f->x, coro_await_take(self, native_new(f->a)));

    if (!f->x)
        FAIL();
    RETURN(f->x);
    CLOSE();
}

static void test_native_coroutine(void) {
    Value signal = signal_new();
    Driver driver = {.root = create(&leaf_info, native_caller_body, signal)};
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_SUSPENDED);
    signal_set(signal, INT(8));
    CHECK_INT(drive(&driver, VALUE_NONE), CORO_OUTCOME_DONE);
    CHECK_TEXT(shown(coro_result_take(coro(driver.root))), "8");
    driver_drop(&driver);
    value_decref(signal);
}

static void collect_cycle(void) {
    Value list = list_new(NULL, 0), coroutine = native_new(list);
    list_append(list, coroutine);
    value_decref(list);
    value_decref(coroutine);
    CHECK(gc_collect() >= 2);
}

static void test_native_cycle(void) {
    const char *text = captured(collect_cycle);
    bool warned = strstr(text, "coroutine 'native' was never awaited") != NULL;
    CHECK(warned == (test_round == 0));
}

/* ---- all ------------------------------------------------------------------------------------- */

static void (*const tests[])(void) = {
    test_generator_steps,
    test_generator_send,
    test_generator_throw,
    test_generator_stop_is_error,
    test_generator_drop,
    test_yield_from,
    test_chain,
    test_hot_start,
    test_throw_into_chain,
    test_coroutine_by_hand,
    test_close_chain,
    test_coroutine_reuse,
    test_coroutine_running,
    test_awaits,
    test_handled_chain,
    test_never_awaited,
    test_async_for,
    test_async_for_thrown,
    test_asend,
    test_asend_suspended,
    test_anext_default,
    test_asyncgen_hooks,
    test_native_coroutine,
    test_native_cycle,
};

int main(int argc, char **argv) {
    if (rt_start(argc, argv) < 0)
        return 2;
    for (test_round = 0; test_round < 2; test_round++) {
        int64_t before = mem_live_objects();
        for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) {
            tests[i]();
            CHECK_TEXT(error_text(), "no exception");
        }
        gc_collect();
        if (test_round == 1) /* the first one makes names and types */
            CHECK_INT(mem_live_objects(), before);
        hooked = 0;
    }
    rt_finish(0);
    return unit_done();
}
