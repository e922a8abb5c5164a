/*
 * aio_worker.c — the threads of an event loop's default executor. In a program that has the module
 * threading they are Thread objects of it, so that it names, lists and joins them as in CPython;
 * else they are bare threads of the platform.
 *
 * An idle worker sleeps on an event of its own; jobs go to the one that has been idle for longest.
 * Everything here is guarded by the isolate's lock.
 */
#include "aio_worker.h"

#include "containers.h"
#include "isolate.h"
#include "object.h"
#include "port.h"

#include <errno.h>

typedef struct QueuedJob {
    struct QueuedJob *next;
    Value job; /* owned */
    WorkerCall run;
} QueuedJob;

/* A worker without a job. Lives on its stack. */
typedef struct IdleWorker {
    struct IdleWorker *next;
    PortEvent *event;
} IdleWorker;

typedef struct WorkerPool {
    Object base;
    struct WorkerPool *next; /* in `pools` */
    QueuedJob *first_job, *last_job;
    IdleWorker *idle;  /* in the order in which they became idle */
    Value threads;     /* list of the Thread objects, if there are any, or 0 */
    PortEvent *joiner; /* who waits for `alive` to be 0 at the end of the program, or NULL */
    WorkerCall ended;  /* called with each of `waiters` by the last worker; or NULL */
    Value waiters;     /* list, or 0 */
    int64_t made;      /* names of workers are never used twice */
    int alive;         /* workers that have not ended */
    bool shut_down;
} WorkerPool;

/* The target of a thread. */
typedef struct Worker {
    Object base;
    WorkerPool *pool; /* owned until the thread ends, then NULL */
    int64_t number;
} Worker;

static WorkerPool *pools;                         /* all of them */
static _Thread_local int64_t running_number = -1; /* of the worker whose thread this is; -1: none */

static Value name_of(int64_t number) {
    return str_format("asyncio_%lld", (long long)number);
}

Value worker_name_here(void) {
    return running_number < 0 ? 0 : name_of(running_number);
}

/* ---- the queue ------------------------------------------------------------------------------- */

static int push_job(WorkerPool *pool, Value job, WorkerCall run) {
    QueuedJob *queued = mem_alloc(sizeof *queued);
    if (!queued)
        return -1;
    *queued = (QueuedJob){.job = value_incref(job), .run = run};
    *(pool->first_job ? &pool->last_job->next : &pool->first_job) = queued;
    pool->last_job = queued;
    return 0;
}

/* The first job, out of the queue, with its reference. */
static QueuedJob pop_job(WorkerPool *pool) {
    QueuedJob *first = pool->first_job, job = *first;
    pool->first_job = first->next;
    mem_free(first);
    return job;
}

static void run_first_job(WorkerPool *pool) {
    QueuedJob job = pop_job(pool);
    job.run(job.job);
    value_decref(job.job);
}

/* ---- idle workers ---------------------------------------------------------------------------- */

static void wake_first(WorkerPool *pool) {
    IdleWorker *idle = pool->idle;
    pool->idle = idle->next;
    port_event_set(idle->event);
}

static void dequeue(WorkerPool *pool, const IdleWorker *idle) {
    for (IdleWorker **link = &pool->idle; *link; link = &(*link)->next)
        if (*link == idle) {
            *link = idle->next;
            return;
        }
}

/* Sleeps until there may be a job or the pool was shut down. False: no memory for that. */
static bool become_idle(WorkerPool *pool) {
    IdleWorker idle = {.event = port_event_new()};
    if (!idle.event)
        return false;
    IdleWorker **end = &pool->idle;
    while (*end)
        end = &(*end)->next;
    *end = &idle;
    ThreadState state;
    isolate_leave(&state);
    while (!port_event_wait(idle.event, PORT_FOREVER))
        ;
    isolate_enter(&state);
    dequeue(pool, &idle);
    port_event_free(idle.event);
    return true;
}

/* ---- the life of a worker -------------------------------------------------------------------- */

static void end_pool(WorkerPool *pool) {
    if (pool->joiner)
        port_event_set(pool->joiner);
    Value waiters = pool->waiters;
    pool->waiters = 0;
    for (int64_t i = 0; waiters && i < AS(ListObject, waiters)->length; i++)
        pool->ended(AS(ListObject, waiters)->items[i]);
    value_decref(waiters);
}

static void work(Worker *worker) {
    WorkerPool *pool = worker->pool;
    running_number = worker->number;
    do {
        while (pool->first_job)
            run_first_job(pool);
    } while (!pool->shut_down && become_idle(pool));
    worker->pool = NULL;
    if (--pool->alive == 0)
        end_pool(pool);
    value_decref(OBJ(pool));
}

static Value worker_call(Value self, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    work(AS(Worker, self));
    return VALUE_NONE;
}

static void bare_thread(void *data) {
    ThreadState state;
    isolate_join(&state);
    work(data);
    value_decref(OBJ((Worker *)data));
    isolate_part();
}

static void worker_dealloc(Object *self) {
    value_decref(OBJ(((Worker *)self)->pool));
}

static void worker_traverse(Object *self, VisitValue visit, void *context) {
    visit(OBJ(((Worker *)self)->pool), context);
}

static Type type_worker = {
    .name = "asyncio.worker",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(Worker),
    .slots = {.dealloc = worker_dealloc, .traverse = worker_traverse, .call = worker_call},
};

/* ---- starting workers ------------------------------------------------------------------------ */

/* The module threading if the program has it, which asyncio imports in CPython; new reference, or 0
 * without an exception. */
static Value threading_module(void) {
    Value module = module_import("threading");
    if (!module)
        exc_clear();
    return module;
}

/* threading.Thread(target=worker, name=name), started. 0 or -1. */
static int start_thread(WorkerPool *pool, Worker *worker, Value threading) {
    Value name = name_of(worker->number);
    Value keywords[] = {str_name("target"), str_name("name")};
    Value names = name ? tuple_new(keywords, 2) : 0;
    Value make = names ? object_getattr_cstr(threading, "Thread") : 0;
    Value thread = make ? object_call(make, (Value[]){OBJ(worker), name}, 0, names) : 0;
    Value started = thread ? object_call_method(thread, "start", NULL, 0) : 0;
    int status = started ? 0 : -1;
    if (started && (pool->threads || (pool->threads = list_new(NULL, 0))))
        status = list_append(pool->threads, thread);
    value_decref(started);
    value_decref(thread);
    value_decref(make);
    value_decref(names);
    value_decref(name);
    return status;
}

static int start_bare_thread(Worker *worker) {
    uint64_t id;
    value_incref(OBJ(worker));
    if (port_thread_start(bare_thread, worker, 0, &id) == 0)
        return 0;
    value_decref(OBJ(worker));
    return raise_status(&rt_exc_RuntimeError, "can't start new thread");
}

static int start_worker(WorkerPool *pool) {
    type_ready(&type_worker);
    Worker *worker = object_new(&type_worker, sizeof *worker);
    if (!worker)
        return -1;
    worker->pool = AS(WorkerPool, value_incref(OBJ(pool)));
    worker->number = pool->made++;
    pool->alive++;
    Value threading = threading_module();
    int status = threading ? start_thread(pool, worker, threading) : start_bare_thread(worker);
    if (status < 0 && worker->pool) /* it has not begun */
        pool->alive--;
    value_decref(threading);
    value_decref(OBJ(worker));
    return status;
}

int worker_pool_submit(Value self, Value job, WorkerCall run) {
    WorkerPool *pool = AS(WorkerPool, self);
    if (!port_worker_count()) {
        run(job);
        return 0;
    }
    if (push_job(pool, job, run) < 0)
        return -1;
    if (pool->idle)
        wake_first(pool);
    else if (pool->alive < port_worker_count())
        return start_worker(pool);
    return 0;
}

/* ---- the end --------------------------------------------------------------------------------- */

bool worker_pool_shut_down(Value self) {
    WorkerPool *pool = AS(WorkerPool, self);
    pool->shut_down = true;
    while (pool->idle)
        wake_first(pool);
    return pool->alive <= 0;
}

int worker_pool_when_ended(Value self, WorkerCall ended, Value data) {
    WorkerPool *pool = AS(WorkerPool, self);
    pool->ended = ended;
    if (!pool->waiters && !(pool->waiters = list_new(NULL, 0)))
        return -1;
    return list_append(pool->waiters, data);
}

int worker_pool_join(Value self) {
    Value threads = AS(WorkerPool, self)->threads;
    AS(WorkerPool, self)->threads = 0;
    int status = 0;
    for (int64_t i = 0; status == 0 && threads && i < AS(ListObject, threads)->length; i++) {
        Value joined = object_call_method(AS(ListObject, threads)->items[i], "join", NULL, 0);
        status = joined ? 0 : -1;
        value_decref(joined);
    }
    value_decref(threads);
    return status;
}

static WorkerPool *any_alive(void) {
    WorkerPool *pool = pools;
    while (pool && pool->alive <= 0)
        pool = pool->next;
    return pool;
}

/* 0; -1: interrupted. */
static int wait_for_end(WorkerPool *pool) {
    int status = 0;
    pool->joiner = port_event_new();
    while (pool->joiner && pool->alive > 0 && status == 0) {
        ThreadState state;
        isolate_leave(&state);
        port_event_wait(pool->joiner, PORT_FOREVER);
        isolate_enter(&state);
        status = pyrt_stack_check();
    }
    status = pool->joiner ? status : -1;
    port_event_free(pool->joiner);
    pool->joiner = NULL;
    return status;
}

/* The program ends when the jobs that were submitted are done, as concurrent.futures has it. */
static void finish_pools(void) {
    int status = 0;
    for (WorkerPool *pool; status == 0 && (pool = any_alive());) {
        value_incref(OBJ(pool));
        worker_pool_shut_down(OBJ(pool));
        status = wait_for_end(pool);
        value_decref(OBJ(pool));
    }
    if (isolate.pending)
        exc_unraisable("Exception ignored in", 0);
}

/* In the child of a fork there are no workers. */
static void forget_workers(void) {
    for (WorkerPool *pool = pools; pool; pool = pool->next) {
        pool->idle = NULL;
        pool->joiner = NULL;
        pool->alive = 0;
        value_replace(&pool->threads, 0);
    }
}

/* ---- the pool -------------------------------------------------------------------------------- */

static void pool_clear(Object *self) {
    WorkerPool *pool = (WorkerPool *)self;
    while (pool->first_job)
        value_decref(pop_job(pool).job);
    value_replace(&pool->threads, 0);
    value_replace(&pool->waiters, 0);
}

static void pool_dealloc(Object *self) {
    WorkerPool **link = &pools;
    while (*link != (WorkerPool *)self)
        link = &(*link)->next;
    *link = (*link)->next;
    pool_clear(self);
}

static void pool_traverse(Object *self, VisitValue visit, void *context) {
    const WorkerPool *pool = (const WorkerPool *)self;
    for (const QueuedJob *job = pool->first_job; job; job = job->next)
        visit(job->job, context);
    visit(pool->threads, context);
    visit(pool->waiters, context);
}

static Type type_pool = {
    .name = "asyncio.worker_pool",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(WorkerPool),
    .slots = {.dealloc = pool_dealloc, .traverse = pool_traverse, .clear = pool_clear},
};

Value worker_pool_new(void) {
    type_ready(&type_pool);
    WorkerPool *pool = object_new(&type_pool, sizeof *pool);
    if (!pool)
        return 0;
    rt_at_exit(finish_pools);
    rt_at_fork(forget_workers);
    pool->next = pools;
    pools = pool;
    return OBJ(pool);
}
