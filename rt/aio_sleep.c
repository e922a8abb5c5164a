/*
 * aio_sleep.c — asyncio.sleep. A sleep that waits is one object: a future that stands in the heap
 * of timers itself. sleep(0) is one turn of the loop and makes nothing at all when awaited at once.
 */
#include "aio_loop.h"
#include "aio_primitives.h"
#include "library_frame.h"

typedef struct Sleep {
    Future future;
    Value answer; /* what sleep() returns */
} Sleep;

/* ---- the future ------------------------------------------------------------------------------ */

static void sleep_clear(Object *self) {
    value_replace(&((Sleep *)self)->answer, 0);
    future_clear(self);
}

static void sleep_dealloc(Object *self) {
    value_replace(&((Sleep *)self)->answer, 0);
    future_dealloc(self);
}

static void sleep_traverse(Object *self, VisitValue visit, void *context) {
    visit(((Sleep *)self)->answer, context);
    future_traverse(self, visit, context);
}

int sleep_fire(Value data, Value argument) {
    (void)argument;
    Sleep *sleep = AS(Sleep, data);
    if (sleep->future.timer_cancelled || future_done(&sleep->future))
        return 0;
    return future_set_result(&sleep->future, sleep->answer);
}

static void cancel_timer(Future *future) {
    if (future->timer_cancelled)
        return;
    future->timer_cancelled = true;
    if (future->timer_scheduled)
        future->loop->timer_cancelled_count++;
}

ASYNCIO_FRAME(sleep_frame, "tasks.py", 639, "sleep", "return await future");

static Value sleep_await_resume(Coroutine *awaiter, Value self) {
    cancel_timer(AS(Future, self));
    return answer_through(&sleep_frame, future_await_resume(awaiter, self));
}

/* An exception that comes from outside, as through a __await__ of the program, ends the sleep. */
static Value sleep_await_throw(Coroutine *awaiter, Value self) {
    (void)awaiter;
    cancel_timer(AS(Future, self));
    traceback_through(&sleep_frame);
    return 0;
}

Type rt_type_sleep = {
    .name = "_asyncio.Future",
    .base_type = &rt_type_future,
    .basic_size = sizeof(Sleep),
    .flags = TYPE_HAS_DICT,
    .shape_offset = offsetof(Future, attributes),
    .slots = {.dealloc = sleep_dealloc,
              .traverse = sleep_traverse,
              .clear = sleep_clear,
              .await_resume_direct = sleep_await_resume,
              .await_throw_direct = sleep_await_throw},
};

/* A future that gets `answer` after `delay` seconds. */
static Value sleep_new(EventLoop *loop, Value delay, Value answer) {
    double seconds, now;
    if (loop_check_closed(loop) < 0 || !value_to_double(delay, &seconds))
        return 0;
    Value future = future_new_of(loop, &rt_type_sleep, sizeof(Sleep));
    if (!future)
        return 0;
    AS(Sleep, future)->answer = value_incref(answer);
    if (!loop_plain(loop)) {
        Handle *timer = loop_call_later(loop, seconds, sleep_fire, future, 0);
        value_decref(OBJ(timer));
        if (timer)
            return future;
    } else if (loop_time(loop, &now) == 0 &&
               loop_add_sleep(loop, now + seconds, AS(Future, future)) == 0) {
        return future;
    }
    value_decref(future);
    return 0;
}

/* ---- the coroutine --------------------------------------------------------------------------- */

AIO_INFO(sleep_info, "sleep", "sleep");

/* delay <= 0: 1, 0 or -1 */
static int is_instant(Value delay) {
    if (value_is_small_int(delay))
        return value_small_int(delay) <= 0;
    if (value_is(delay, &rt_type_float))
        return AS(FloatObject, delay)->number <= 0;
    return object_compare_bool(delay, value_from_small_int(0), COMPARE_LE);
}

/* One turn of the loop as an awaitable, for coroutines that are objects. */
static Value turn_await_direct(Coroutine *awaiter, Value self) {
    (void)self;
    return coro_park_yield(awaiter);
}

static Type type_turn = {
    .name = "asyncio.turn",
    .basic_size = sizeof(Object),
    .flags = TYPE_FINAL,
    .slots = {.await_direct = turn_await_direct},
};

static _Alignas(16) Object turn = {.refs = RT_IMMORTAL, .type = &type_turn};

static int timer_fired(Value data, Value argument) {
    Future *future = future_of(data);
    return future_done(future) ? 0 : future_set_result(future, argument);
}

/* A sleep in a loop that makes its futures itself: such a one cannot be its own timer. */
static Value sleep_apart(AioFrame *frame, EventLoop *loop) {
    double seconds;
    if (!value_to_double(frame->argument, &seconds))
        return 0;
    Value future = loop_make_future(loop);
    Handle *timer =
        future ? loop_call_later(loop, seconds, timer_fired, future, frame->self) : NULL;
    value_replace(&frame->argument, OBJ(timer));
    if (timer)
        return aio_wait(frame, 3, future);
    value_decref(future);
    return 0;
}

/* self: the answer; argument: the delay. States: 1 after a turn, 2 after a sleep, 3 after one with
 * a timer apart, the argument. */
static Value sleep_step(AioFrame *frame, Value input) {
    if (frame->state == 1) {
        value_decref(input);
        return input ? value_incref(frame->self) : 0;
    }
    if (frame->state == 2) {
        cancel_timer(AS(Future, frame->saved));
        return input; /* the future has told where it waited */
    }
    if (frame->state == 3) {
        handle_cancel(AS(Handle, frame->argument));
        return answer_through(&sleep_frame, input);
    }
    int instant = is_instant(frame->argument);
    if (instant < 0)
        return 0;
    if (instant)
        return aio_wait(frame, 1, OBJ(&turn));
    EventLoop *loop = aio_running_loop();
    if (loop && loop_makes_futures(loop))
        return sleep_apart(frame, loop);
    Value future = loop ? sleep_new(loop, frame->argument, frame->self) : 0;
    frame->saved = value_incref(future);
    return aio_wait(frame, 2, future);
}

NATIVE(sleep_call) {
    NATIVE_UNUSED();
    return aio_coroutine(&sleep_info, sleep_step, args[1] ? args[1] : VALUE_NONE, args[0]);
}

static Value sleep_await(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                         Value names) {
    NATIVE_UNUSED();
    Value answer = args[1] ? args[1] : VALUE_NONE;
    int instant = is_instant(args[0]);
    if (instant < 0)
        return 0;
    if (instant && answer == VALUE_NONE)
        return coro_park_yield(awaiter);
    EventLoop *loop = aio_running_loop();
    if (instant || (loop && loop_makes_futures(loop)))
        return aio_await(awaiter, &sleep_info, sleep_step, answer, args[0]);
    Value future = loop ? sleep_new(loop, args[0], answer) : 0;
    if (!future)
        return 0;
    AS(Future, future)->blocking = true;
    Value suspended = coro_park(awaiter, future);
    value_decref(future);
    return suspended;
}

static const NativeMethod functions[] = {
    {.name = "sleep",
     .call = sleep_call,
     .min_args = 1,
     .max_args = 2,
     .keywords = "@ delay result",
     .await_direct = sleep_await},
    {0},
};

int aio_sleep_init(ModuleObject *module) {
    type_ready(&type_turn);
    type_ready(&rt_type_sleep);
    return module_add_functions(module, functions);
}
