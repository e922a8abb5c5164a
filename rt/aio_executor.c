/*
 * aio_executor.c — run_in_executor with the default executor: functions run in the platform's
 * worker threads, under the isolate's lock whenever they are not waiting for something. The answer
 * takes the same hop through the ready queue that CPython's call_soon_threadsafe takes.
 */
#include "aio_loop.h"
#include "aio_primitives.h"
#include "library_frame.h"
#include "port.h"

#include <errno.h>

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

/* In the worker thread. */
static void job_work(void *data) {
    Job *job = data;
    ThreadState state;
    isolate_join(&state);
    Value *previous;
    if (!future_done(AS(Future, job->future)) && context_enter(&job->context, &previous) == 0) {
        const TupleObject *args = AS(TupleObject, job->args);
        static const LibraryFrame frame = {.file =
                                               "/usr/lib/python3.11/concurrent/futures/thread.py",
                                           .name = "run",
                                           .text = "result = self.fn(*self.args, **self.kwargs)",
                                           .line = 58};
        job->outcome = answer_through(
            &frame, object_call(job->callable, args->items, (uint32_t)args->length, 0));
        context_leave(&job->context, previous);
    }
    if (isolate.pending) {
        job->outcome = exc_fetch();
        job->failed = true;
    }
    isolate_part();
}

static int job_finish(Value data, Value argument) {
    (void)argument;
    Job *job = AS(Job, data);
    Future *future = AS(Future, job->future);
    if (future_done(future) || !job->outcome)
        return 0;
    return job->failed ? future_set_exception(future, job->outcome)
                       : future_set_result(future, job->outcome);
}

/* In the loop's thread, from port_dispatch. */
static void job_done(void *data) {
    Job *job = data;
    EventLoop *loop = job->loop;
    loop->jobs--;
    if (!loop->closed && loop_call_soon(loop, job_finish, OBJ(job), 0) < 0)
        exc_clear();
    if (loop->jobs == 0 && loop->jobs_waiter) {
        Future *waiter = AS(Future, loop->jobs_waiter);
        loop->jobs_waiter = 0;
        if (!loop->closed && !future_done(waiter) && future_set_result(waiter, VALUE_NONE) < 0)
            exc_clear();
        value_decref(OBJ(waiter));
    }
    value_decref(OBJ(job));
}

Value loop_run_in_executor(EventLoop *loop, Value func, const Value *args, uint32_t count,
                           Value context) {
    if (loop_check_closed(loop) < 0)
        return 0;
    if (loop->executor_shutdown)
        return raise_error(&rt_exc_RuntimeError, "Executor shutdown has been called");
    PortLoop *port = loop_port(loop);
    if (!port)
        return 0;
    type_ready(&type_job);
    Job *job = object_new(&type_job, sizeof *job);
    Value future = job ? loop_make_future(loop) : 0, tuple = future ? tuple_new(args, count) : 0;
    if (!tuple) {
        value_decref(future);
        value_decref(OBJ(job));
        return 0;
    }
    value_incref(OBJ(loop));
    job->loop = loop;
    job->callable = value_incref(func);
    job->args = tuple;
    job->context = value_incref(context);
    job->future = value_incref(future);
    loop->jobs++;
    ThreadState state; /* platforms without threads run the job right here */
    isolate_leave(&state);
    int status = port_job(port, job_work, job_done, job);
    isolate_enter(&state);
    if (status == 0)
        return future;
    loop->jobs--;
    value_decref(OBJ(job));
    value_decref(future);
    return raise_errno(errno, 0);
}

AIO_INFO(shutdown_info, "shutdown_default_executor", "BaseEventLoop.shutdown_default_executor");

/* Waits until no job is left; an executor set by the program shuts itself down. */
static Value shutdown_step(AioFrame *frame, Value input) {
    EventLoop *loop = AS(EventLoop, frame->self);
    if (frame->state)
        return input;
    loop->executor_shutdown = true;
    if (loop->default_executor) {
        Value result = object_call_method(loop->default_executor, "shutdown", NULL, 0);
        if (!result)
            return 0;
        value_decref(result);
    }
    if (loop->jobs == 0)
        return VALUE_NONE;
    Value waiter = loop_make_future(loop);
    value_replace(&loop->jobs_waiter, value_incref(waiter));
    return aio_wait(frame, 1, waiter);
}

Value loop_shutdown_executor(EventLoop *loop) {
    return aio_coroutine(&shutdown_info, shutdown_step, OBJ(loop), 0);
}
