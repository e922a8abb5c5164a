/*
 * Tests the asyncio core from C: futures and their callbacks, the order of the ready queue, timers
 * of equal times, cancelled handles, tasks over coroutines written in C, context variables' maps,
 * and that a loop can be closed with things left in it. What programs see is in test/diff.
 */
#include "aio_loop.h"
#include "aio_primitives.h"
#include "object.h"
#include "port.h"
#include "unit.h"

UNIT_PROGRAM_WITH(pyrt_module_asyncio)

static double time_of(EventLoop *loop) {
    double now = 0;
    CHECK(loop_time(loop, &now) == 0);
    return now;
}

static EventLoop *loop;
static int64_t trace[256];
static int traced;

/* A callback that notes the number it was given. */
static int note(Value data, Value argument) {
    (void)argument;
    trace[traced++] = value_small_int(data);
    return 0;
}

static Value number(int64_t value) {
    return value_from_small_int(value);
}

static int stop_loop(Value data, Value argument) {
    (void)data, (void)argument;
    loop_stop(loop);
    return 0;
}

/* Runs everything that is ready now, and what that makes ready `more` times. */
static void turn(int more) {
    traced = 0;
    for (int i = 0; i <= more; i++) {
        loop_call_soon(loop, stop_loop, 0, 0);
        CHECK(loop_run_forever(loop) == 0);
    }
}

/* ---- the ready queue ------------------------------------------------------------------------- */

static int note_and_queue(Value data, Value argument) {
    note(data, argument);
    return loop_call_soon(loop, note, number(100 + value_small_int(data)), 0);
}

static void test_order(void) {
    for (int i = 0; i < 100; i++) /* more than the first ring holds */
        loop_call_soon(loop, note_and_queue, number(i), 0);
    turn(0);
    CHECK_INT(traced, 100); /* what was queued meanwhile waits */
    for (int i = 0; i < 100; i++)
        CHECK_INT(trace[i], i);
    turn(0);
    CHECK_INT(traced, 100);
    CHECK_INT(trace[99], 199);
}

/* ---- futures --------------------------------------------------------------------------------- */

static void test_future_callbacks(void) {
    Value future = future_new(loop);
    Future *self = AS(Future, future);
    for (int i = 0; i < 7; i++)
        CHECK(future_add_callback(self, note, number(i)) == 0);
    CHECK_INT(future_remove_callback(self, note, number(3)), 1);
    CHECK_INT(future_remove_callback(self, note, number(3)), 0);
    CHECK(future_set_result(self, number(5)) == 0);
    CHECK(future_done(self) && !future_cancelled(self));
    turn(0);
    CHECK_INT(traced, 6);
    CHECK_INT(trace[3], 4);
    CHECK(future_add_callback(self, note, number(8)) == 0); /* done: scheduled at once */
    turn(0);
    CHECK_INT(traced, 1);
    CHECK(future_set_result(self, number(6)) < 0);
    CHECK(exc_pending_is(&rt_exc_InvalidStateError));
    exc_clear();
    CHECK_INT(value_small_int(future_result(self)), 5);
    value_decref(future);
}

static void test_future_cancel(void) {
    Value future = future_new(loop), message = str_from_cstr("why");
    CHECK_INT(future_cancel(future, message), 1);
    CHECK_INT(future_cancel(future, 0), 0);
    CHECK(future_result(AS(Future, future)) == 0);
    CHECK(exc_pending_is(&rt_exc_CancelledError));
    Value args = exc_as(isolate.pending)->args;
    CHECK_INT(AS(TupleObject, args)->length, 1);
    CHECK(AS(TupleObject, args)->items[0] == message);
    exc_clear();
    value_decref(message);
    value_decref(future);
}

/* ---- timers ---------------------------------------------------------------------------------- */

static void test_timers(void) {
    double now = time_of(loop);
    Handle *handles[5];
    static const double delays[] = {0.004, 0.001, 0.003, 0.002, 0.0};
    for (int i = 0; i < 5; i++)
        handles[i] = loop_call_at(loop, now + delays[i], note, number(i), 0);
    handle_cancel(handles[2]);
    CHECK(handles[2]->cancelled && handles[2]->scheduled);
    value_decref(OBJ(loop_call_at(loop, now + 0.006, stop_loop, 0, 0)));
    traced = 0;
    CHECK(loop_run_forever(loop) == 0);
    CHECK_INT(traced, 4);
    static const int expected[] = {4, 1, 3, 0};
    for (int i = 0; i < 4; i++)
        CHECK_INT(trace[i], expected[i]);
    CHECK(time_of(loop) >= now + 0.006);
    for (int i = 0; i < 5; i++)
        value_decref(OBJ(handles[i]));
}

/* Timers of one time leave the heap in the order of CPython's heapq: not that of insertion. */
static void test_equal_times(void) {
    double when = time_of(loop) - 1;
    for (int i = 0; i < 7; i++)
        value_decref(OBJ(loop_call_at(loop, when, note, number(i), 0)));
    turn(0);
    static const int heapq_order[] = {0, 2, 5, 6, 4, 1, 3};
    CHECK_INT(traced, 7);
    for (int i = 0; i < 7; i++)
        CHECK_INT(trace[i], heapq_order[i]);
}

static void test_many_cancelled(void) {
    Handle *handles[200];
    for (int i = 0; i < 200; i++)
        handles[i] = loop_call_at(loop, time_of(loop) + 100, note, number(i), 0);
    for (int i = 0; i < 150; i++)
        handle_cancel(handles[i]);
    CHECK_INT(loop->timer_count, 200);
    turn(0);
    CHECK_INT(loop->timer_count, 50); /* swept: more than half were cancelled */
    for (int i = 0; i < 200; i++) {
        handle_cancel(handles[i]);
        value_decref(OBJ(handles[i]));
    }
    turn(0);
    CHECK_INT(loop->timer_count, 0);
}

/* ---- tasks ----------------------------------------------------------------------------------- */

AIO_INFO(waits_info, "waits", "waits");

/* async def waits(self): notes 1, awaits the future, notes 2, returns its result. */
static Value waits_step(AioFrame *frame, Value input) {
    note(number(frame->state + 1), 0);
    if (frame->state)
        return input;
    return aio_wait(frame, 1, value_incref(frame->self));
}

static void test_task(void) {
    Value future = future_new(loop), coro = aio_coroutine(&waits_info, waits_step, future, 0);
    Value task = loop_create_task(loop, coro, &(TaskOptions){0});
    value_decref(coro);
    turn(0);
    CHECK_INT(traced, 1);
    CHECK(AS(Task, task)->waiter == future);
    CHECK(loop->tasks == AS(Task, task));
    CHECK(future_set_result(AS(Future, future), number(77)) == 0);
    CHECK(!future_done(AS(Future, task)));
    turn(0);
    CHECK_INT(traced, 1);
    CHECK_INT(trace[0], 2);
    CHECK(future_done(AS(Future, task)) && !loop->tasks);
    CHECK_INT(value_small_int(future_result(AS(Future, task))), 77);
    value_decref(task);
    value_decref(future);
}

static void test_task_cancel(void) {
    Value future = future_new(loop), coro = aio_coroutine(&waits_info, waits_step, future, 0);
    Value task = loop_create_task(loop, coro, &(TaskOptions){0});
    value_decref(coro);
    turn(0);
    CHECK_INT(task_cancel(AS(Task, task), 0), 1);
    CHECK_INT(AS(Task, task)->future.cancels_requested, 1);
    CHECK(future_cancelled(AS(Future, future)));
    turn(0);
    CHECK(future_cancelled(AS(Future, task)));
    CHECK_INT(task_cancel(AS(Task, task), 0), 0);
    CHECK_INT(task_uncancel(AS(Task, task)), 0);
    value_decref(task);
    value_decref(future);
}

static void test_run_until_complete(Value asyncio) {
    Value args[2] = {float_new(0.002), number(9)};
    Value coro = object_call_method(asyncio, "sleep", args, 2);
    double start = time_of(loop);
    Value result = coro ? loop_run_until_complete(loop, coro) : 0;
    CHECK_INT(value_small_int(result), 9);
    CHECK(time_of(loop) - start >= 0.002);
    value_decref(coro);
    value_decref(args[0]);
}

/* ---- jobs ------------------------------------------------------------------------------------ */

NATIVE(double_it) {
    NATIVE_UNUSED();
    return number(2 * value_small_int(args[0]));
}

static void test_jobs(void) {
    static const NativeMethod spec = {
        .name = "double", .call = double_it, .min_args = 1, .max_args = 1};
    Value function = native_function_new(&spec, 0, 0), futures[20];
    for (int i = 0; i < 20; i++) {
        Value argument = number(i);
        futures[i] = loop_run_in_executor(loop, function, &argument, 1, 0);
    }
    Value all = aio_gather(futures, 20, false);
    Value results = loop_run_until_complete(loop, all);
    CHECK(results && AS(ListObject, results)->length == 20);
    for (int i = 0; results && i < 20; i++) {
        CHECK_INT(value_small_int(AS(ListObject, results)->items[i]), 2 * i);
        value_decref(futures[i]);
    }
    value_decref(results);
    value_decref(all);
    value_decref(function);
}

/* ---- the end --------------------------------------------------------------------------------- */

static void test_close(void) {
    loop_call_soon(loop, note, number(1), 0);
    value_decref(OBJ(loop_call_at(loop, time_of(loop) + 50, note, number(2), 0)));
    CHECK(loop_close(loop) == 0);
    CHECK(loop_close(loop) == 0);
    CHECK(loop->closed && loop->ready_count == 0 && loop->timer_count == 0);
    CHECK(loop_run_forever(loop) < 0);
    CHECK(exc_pending_is(&rt_exc_RuntimeError));
    exc_clear();
}

int main(int argc, char **argv) {
    if (rt_start(argc, argv) < 0)
        return 2;
    Value asyncio = module_import("asyncio");
    loop = AS(EventLoop, aio_new_event_loop());
    CHECK(asyncio && loop);
    test_order();
    test_future_callbacks();
    test_future_cancel();
    test_timers();
    test_equal_times();
    test_many_cancelled();
    test_task();
    test_task_cancel();
    test_run_until_complete(asyncio);
    test_jobs();
    test_close();
    value_decref(asyncio);
    value_decref(OBJ(loop));
    rt_finish(0);
    return unit_done();
}
