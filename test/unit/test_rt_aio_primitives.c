/*
 * Tests the primitives of asyncio as C code sees them: lists of waiters, coroutines written as
 * steps, order of waking, cancellation between waking and running, the heap of PriorityQueue, and
 * that no failing allocation does harm. The order of whole programs is tested against CPython in
 * test/diff.
 */
#include "aio_loop.h"
#include "aio_primitives.h"
#include "unit.h"

/* asyncio with the parts that these tests are about, as a program has that mentions them. */
UNIT_MODULE();
extern const NativeModule pyrt_module_asyncio, pyrt_part_barrier, pyrt_part_event, pyrt_part_lock,
    pyrt_part_queue, pyrt_part_semaphore;
static const NativeModule *const natives[] = {&pyrt_module_asyncio, &pyrt_part_barrier,
                                              &pyrt_part_event,     &pyrt_part_lock,
                                              &pyrt_part_queue,     &pyrt_part_semaphore};
const ProgramInfo pyrt_program = {.modules = unit_modules,
                                  .module_count = 1,
                                  .natives = natives,
                                  .native_count = sizeof natives / sizeof *natives};

static EventLoop *loop;

/* ---- helpers --------------------------------------------------------------------------------- */

static Value make(Type *type, Value argument) {
    return object_call(OBJ(type), &argument, argument ? 1 : 0, 0);
}

static Value call(Value object, const char *method) {
    return object_call_method(object, method, NULL, 0);
}

static Value call1(Value object, const char *method, Value argument) {
    return object_call_method(object, method, &argument, 1);
}

/* A task of the coroutine that `method` answers. */
static Value task_of(Value object, const char *method) {
    Value coroutine = call(object, method);
    Value task = coroutine ? loop_create_task(loop, coroutine, &(TaskOptions){0}) : 0;
    value_decref(coroutine);
    return task;
}

static int stop_loop(Value data, Value argument) {
    (void)data, (void)argument;
    loop_stop(loop);
    return 0;
}

/* Runs the loop for `turns` turns. */
static void turn(int turns) {
    while (turns-- > 0) {
        loop_call_soon(loop, stop_loop, 0, 0);
        CHECK_INT(loop_run_forever(loop), 0);
    }
}

/* The repr of a value, or the text of the pending exception; valid until the next call. */
static const char *shown(Value value_take) {
    static char text[256];
    Value exception = value_take ? 0 : exc_fetch();
    Value repr = object_repr(value_take ? value_take : exception);
    snprintf(text, sizeof text, "%s", repr ? str_utf8(repr, &(size_t){0}) : "?");
    value_decref(repr);
    value_decref(exception);
    value_decref(value_take);
    return text;
}

static const char *outcome(Value task) {
    return future_done(future_of(task)) ? shown(future_result(future_of(task))) : "pending";
}

/* ---- waiters --------------------------------------------------------------------------------- */

static void test_waiters(void) {
    WaiterList list = {0};
    Waiter waiters[3] = {0};
    for (int i = 0; i < 3; i++) {
        waiters[i].future = future_new(loop);
        waiters[i].list = &list;
        waiters[i].previous = list.last;
        *(list.last ? &list.last->next : &list.first) = &waiters[i];
        list.last = &waiters[i];
        list.count++;
    }
    CHECK(waiters_first_pending(&list) == &waiters[0]);
    CHECK_INT(waiters_wake(&list, 1, VALUE_TRUE), 0);
    CHECK(waiters_first_pending(&list) == &waiters[1]);
    waiter_leave(&waiters[1]);
    CHECK(list.first == &waiters[0] && list.last == &waiters[2]);
    CHECK(waiters[0].next == &waiters[2] && waiters[2].previous == &waiters[0]);
    waiter_leave(&waiters[1]);
    CHECK_INT(list.count, 2);
    CHECK_INT(waiters_wake(&list, INT64_MAX, VALUE_TRUE), 0);
    CHECK(waiters_first_pending(&list) == NULL);
    CHECK(!future_done(waiter_future(&waiters[1])));
    for (int i = 0; i < 3; i++)
        waiter_drop(&waiters[i]);
    CHECK(!list.first && !list.last && list.count == 0);
}

/* ---- locks ----------------------------------------------------------------------------------- */

static void test_lock(void) {
    Value lock = make(&aio_type_Lock, 0), tasks[4];
    for (int i = 0; i < 4; i++)
        tasks[i] = task_of(lock, "acquire");
    turn(1);
    CHECK_TEXT(outcome(tasks[0]), "True");
    CHECK_TEXT(outcome(tasks[1]), "pending");
    CHECK_INT(AS(Lock, lock)->waiters.count, 3);
    CHECK_INT(lock_release(AS(Lock, lock)), 0);
    CHECK(!AS(Lock, lock)->locked);
    CHECK(!lock_try(AS(Lock, lock))); /* the first waiter was woken: nobody overtakes it */
    CHECK_INT(future_cancel(tasks[1], 0), 1);
    turn(2);
    CHECK_TEXT(outcome(tasks[1]), "CancelledError()");
    CHECK_TEXT(outcome(tasks[2]), "True"); /* woken by the one that was cancelled */
    CHECK_TEXT(outcome(tasks[3]), "pending");
    CHECK_INT(AS(Lock, lock)->waiters.count, 1);
    CHECK_INT(future_cancel(tasks[3], 0), 1);
    turn(2);
    CHECK_INT(AS(Lock, lock)->waiters.count, 0);
    CHECK_INT(lock_release(AS(Lock, lock)), 0);
    CHECK_INT(lock_release(AS(Lock, lock)), -1);
    CHECK_TEXT(shown(0), "RuntimeError('Lock is not acquired.')");
    for (int i = 0; i < 4; i++)
        value_decref(tasks[i]);
    value_decref(lock);
}

static void test_semaphore(void) {
    Value semaphore = make(&aio_type_Semaphore, value_from_small_int(0)), tasks[3];
    for (int i = 0; i < 3; i++)
        tasks[i] = task_of(semaphore, "acquire");
    turn(1);
    value_decref(call(semaphore, "release"));
    future_cancel(tasks[0], 0); /* it had its permit already, which goes to the next */
    turn(2);
    CHECK_TEXT(outcome(tasks[0]), "CancelledError()");
    CHECK_TEXT(outcome(tasks[1]), "True");
    CHECK_TEXT(outcome(tasks[2]), "pending");
    value_decref(call(semaphore, "release"));
    turn(2);
    CHECK_TEXT(outcome(tasks[2]), "True");
    CHECK_TEXT(shown(call(semaphore, "locked")), "True");
    for (int i = 0; i < 3; i++)
        value_decref(tasks[i]);
    value_decref(semaphore);
}

static void test_barrier(void) {
    Value barrier = make(&aio_type_Barrier, value_from_small_int(3)), tasks[4];
    for (int i = 0; i < 4; i++)
        tasks[i] = task_of(barrier, "wait");
    turn(12);
    CHECK_TEXT(outcome(tasks[0]), "0");
    CHECK_TEXT(outcome(tasks[1]), "1");
    CHECK_TEXT(outcome(tasks[2]), "2");
    CHECK_TEXT(outcome(tasks[3]), "pending");
    Value abort = task_of(barrier, "abort");
    turn(6);
    CHECK_TEXT(outcome(abort), "None");
    CHECK_TEXT(outcome(tasks[3]), "BrokenBarrierError('Abort or reset of barrier')");
    value_decref(abort);
    for (int i = 0; i < 4; i++)
        value_decref(tasks[i]);
    value_decref(barrier);
}

/* ---- queues ---------------------------------------------------------------------------------- */

static void test_queue_cancel(void) {
    Value queue = make(&aio_type_Queue, 0);
    Value first = task_of(queue, "get"), second = task_of(queue, "get");
    turn(1);
    CHECK_INT(queue_put_nowait(queue, value_from_small_int(7)), 0);
    future_cancel(first, 0);
    turn(3);
    CHECK_TEXT(outcome(first), "CancelledError()");
    CHECK_TEXT(outcome(second), "7"); /* the item is not lost */
    CHECK_TEXT(shown(call(queue, "get_nowait")), "QueueEmpty()");
    value_decref(call(queue, "shutdown"));
    Value late = task_of(queue, "get");
    turn(1);
    CHECK_TEXT(outcome(late), "QueueShutDown()");
    value_decref(late);
    value_decref(first);
    value_decref(second);
    value_decref(queue);
}

static void test_priority(void) {
    Value queue = make(&aio_type_PriorityQueue, 0);
    uint64_t state = 12345;
    for (int i = 0; i < 500; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        queue_put_nowait(queue, value_from_small_int((int64_t)(state >> 40) % 97));
    }
    int64_t last = -1, ordered = 1;
    for (int i = 0; i < 500; i++) {
        Value item = call(queue, "get_nowait");
        ordered &= value_is_small_int(item) && value_small_int(item) >= last;
        last = value_small_int(item);
    }
    CHECK(ordered);
    CHECK_TEXT(shown(call(queue, "empty")), "True");
    value_decref(call1(queue, "put_nowait", VALUE_NONE));
    CHECK_TEXT(shown(call1(queue, "put_nowait", VALUE_NONE)),
               "TypeError(\"'<' not supported between instances of 'NoneType' and 'NoneType'\")");
    value_decref(queue);
}

/* ---- outside of a loop, out of memory -------------------------------------------------------- */

static void test_no_loop(void) {
    CHECK(timeout_new(value_from_small_int(1)) == 0);
    CHECK_TEXT(shown(0), "RuntimeError('no running event loop')");
    Value event = make(&aio_type_Event, 0);
    Value coroutine = call(event, "wait");
    Value argument = VALUE_NONE;
    CHECK_TEXT(shown(object_call_method(coroutine, "send", &argument, 1)),
               "RuntimeError('no running event loop')");
    value_decref(coroutine);
    value_decref(event);
}

/* Waits on a full round of primitives while the n-th allocation fails, for every n. */
static void test_out_of_memory(void) {
    int failures = 0;
    for (int n = 0; n < 60; n++) {
        mem_fail_at(n);
        Value queue = make(&aio_type_Queue, 0);
        Value getter = queue ? task_of(queue, "get") : 0;
        Value event = getter ? make(&aio_type_Event, 0) : 0;
        Value waiter = event ? task_of(event, "wait") : 0;
        mem_fail_at(-1);
        failures += waiter == 0;
        exc_clear();
        turn(1);
        if (waiter) {
            queue_put_nowait(queue, VALUE_TRUE);
            value_decref(call(event, "set"));
            turn(2);
            CHECK_TEXT(outcome(getter), "True");
            CHECK_TEXT(outcome(waiter), "True");
        } else if (getter) {
            future_cancel(getter, 0);
            turn(2);
        }
        value_decref(waiter);
        value_decref(event);
        value_decref(getter);
        value_decref(queue);
    }
    CHECK(failures > 0 && failures < 60);
}

int main(int argc, char **argv) {
    if (rt_start(argc, argv) < 0)
        return 1;
    Value asyncio = module_import("asyncio");
    loop = AS(EventLoop, aio_new_event_loop());
    CHECK(asyncio && loop);
    test_waiters();
    test_lock();
    test_semaphore();
    test_barrier();
    test_queue_cancel();
    test_priority();
    test_no_loop();
    test_out_of_memory();
    loop_close(loop);
    value_decref(OBJ(loop));
    value_decref(asyncio);
    int status = unit_done();
    return rt_finish(status);
}
