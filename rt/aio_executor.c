/*
 * aio_executor.c — run_in_executor with the default executor: functions run in the loop's workers,
 * under the isolate's lock whenever they are not waiting for something. The answer takes the same
 * hop through the ready queue that CPython's call_soon_threadsafe takes.
 */
#include "aio_loop.h"
#include "aio_primitives.h"
#include "aio_worker.h"
#include "library_frame.h"

typedef struct Job {
    Object base;
    EventLoop *loop; /* owned */
    Value callable, args, context, future;
    Value outcome; /* result or exception, once it ran */
    bool failed;
} Job;

static void job_clear(Object *self) {
    Job *job = (Job *)self;
    Value *const fields[] = {&job->callable, &job->args, &job->context, &job->future,
                             &job->outcome};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        value_replace(fields[i], 0);
}

static void job_dealloc(Object *self) {
    job_clear(self);
    value_decref(OBJ(((Job *)self)->loop));
}

static void job_traverse(Object *self, VisitValue visit, void *context) {
    const Job *job = (Job *)self;
    const Value fields[] = {OBJ(job->loop), job->callable, job->args,
                            job->context,   job->future,   job->outcome};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        visit(fields[i], context);
}

static Type type_job = {
    .name = "asyncio.job",
    .basic_size = sizeof(Job),
    .flags = TYPE_FINAL,
    .slots = {.dealloc = job_dealloc, .traverse = job_traverse, .clear = job_clear},
};

/* func(*args), in its context. */
static Value job_outcome(Job *job) {
    static const LibraryFrame frame = {.file = "/usr/lib/python3.11/concurrent/futures/thread.py",
                                       .name = "run",
                                       .text = "result = self.fn(*self.args, **self.kwargs)",
                                       .line = 58};
    const TupleObject *args = AS(TupleObject, job->args);
    Value *previous;
    if (context_enter(&job->context, &previous) < 0)
        return 0;
    Value result =
        answer_through(&frame, object_call(job->callable, args->items, (uint32_t)args->length, 0));
    context_leave(&job->context, previous);
    return result;
}

/* In the loop's thread. */
static int job_finish(Value data, Value argument) {
    (void)argument;
    Job *job = AS(Job, data);
    Future *future = AS(Future, job->future);
    if (future_done(future))
        return 0;
    return job->failed ? future_set_exception(future, job->outcome)
                       : future_set_result(future, job->outcome);
}

/* Puts a callback into the loop's ready queue, from any thread, unless it is closed. */
static void tell_loop(EventLoop *loop, LoopCall call, Value data) {
    if (loop->closed)
        return;
    if (loop_push(loop, call, data, 0) < 0)
        exc_clear();
    loop_wake(loop);
}

/* In a worker. A job that was cancelled before is not begun. */
static void job_run(Value data) {
    Job *job = AS(Job, data);
    if (future_done(AS(Future, job->future)))
        return;
    job->outcome = job_outcome(job);
    if (!job->outcome) {
        job->outcome = exc_fetch();
        job->failed = true;
    }
    tell_loop(job->loop, job_finish, data);
}

/* func(*args) in one of the loop's own workers: a future, new reference; 0 failed. */
static Value submit(EventLoop *loop, Value func, const Value *args, uint32_t count, Value context) {
    if (!loop_port(loop) || (!loop->workers && !(loop->workers = worker_pool_new())))
        return 0;
    type_ready(&type_job);
    Job *job = object_new(&type_job, sizeof *job);
    Value future = job ? loop_make_future(loop) : 0, tuple = future ? tuple_new(args, count) : 0;
    int status = -1;
    if (tuple) {
        value_incref(OBJ(loop));
        job->loop = loop;
        job->callable = value_incref(func);
        job->args = tuple;
        job->context = value_incref(context);
        job->future = value_incref(future);
        status = worker_pool_submit(loop->workers, OBJ(job), job_run);
    }
    if (status < 0)
        value_replace(&future, 0);
    value_decref(OBJ(job));
    return future;
}

Value loop_run_in_executor(EventLoop *loop, Value func, const Value *args, uint32_t count,
                           Value context) {
    if (loop_check_closed(loop) < 0)
        return 0;
    if (loop->executor_shutdown)
        return raise_error(&rt_exc_RuntimeError, "Executor shutdown has been called");
    return submit(loop, func, args, count, context);
}

/* ---- shutdown_default_executor --------------------------------------------------------------- */

AIO_INFO(shutdown_info, "shutdown_default_executor", "BaseEventLoop.shutdown_default_executor");

static int finish_shutdown(Value waiter, Value argument) {
    (void)argument;
    return future_done(AS(Future, waiter)) ? 0 : future_set_result(AS(Future, waiter), VALUE_NONE);
}

/* In the last worker. */
static void workers_ended(Value waiter) {
    tell_loop(AS(Future, waiter)->loop, finish_shutdown, waiter);
}

/* executor.shutdown() of one that the program has set, which waits: in a worker. */
static Value shut_down_set(EventLoop *loop) {
    Value shutdown = object_getattr_cstr(loop->default_executor, "shutdown");
    Value future = shutdown ? submit(loop, shutdown, NULL, 0, 0) : 0;
    value_decref(shutdown);
    return future;
}

/* CPython waits in a thread that threading counts. */
static int count_thread(void) {
    Value threading = dict_get_cstr_borrow(rt_modules_borrow(), "threading");
    Value number = threading ? object_call_method(threading, "_counter", NULL, 0) : VALUE_NONE;
    value_decref(number);
    return number ? 0 : -1;
}

enum { SHUT_DOWN_SET = 1, SHUT_DOWN_WORKERS };

static Value shutdown_step(AioFrame *frame, Value input) {
    EventLoop *loop = AS(EventLoop, frame->self);
    if (frame->state == 0) {
        loop->executor_shutdown = true;
        if ((loop->workers || loop->default_executor) && count_thread() < 0)
            return 0;
        if (loop->default_executor)
            return aio_wait(frame, SHUT_DOWN_SET, shut_down_set(loop));
    }
    if (!input)
        return 0;
    if (!loop->workers)
        return VALUE_NONE;
    if (frame->state == SHUT_DOWN_WORKERS || worker_pool_shut_down(loop->workers))
        return worker_pool_join(loop->workers) < 0 ? 0 : VALUE_NONE;
    Value waiter = loop_make_future(loop);
    if (waiter && worker_pool_when_ended(loop->workers, workers_ended, waiter) < 0)
        value_replace(&waiter, 0);
    return aio_wait(frame, SHUT_DOWN_WORKERS, waiter);
}

Value loop_shutdown_executor(EventLoop *loop) {
    return aio_coroutine(&shutdown_info, shutdown_step, OBJ(loop), 0);
}
