/*
 * aio_worker.h — the threads of an event loop's default executor, as those of
 * concurrent.futures.ThreadPoolExecutor: a queue of jobs, and workers that are started when a job
 * comes and none is idle. All functions are to be called under the isolate's lock.
 */
#ifndef PYASYNCC_RT_AIO_WORKER_H
#define PYASYNCC_RT_AIO_WORKER_H

#include "rt.h"

/* Does a job, under the isolate's lock; leaves no exception pending. */
typedef void (*WorkerCall)(Value job);

/* A pool without workers; new reference, 0 failed. */
Value worker_pool_new(void);
/* Has run(job) called in a worker, also when the pool was shut down; takes a reference to `job`
 * until then. Where there are no threads it is called at once. 0; -1: RuntimeError "can't start new
 * thread", MemoryError. */
int worker_pool_submit(Value pool, Value job, WorkerCall run);
/* The workers end when no job is left. True: they have all ended. */
bool worker_pool_shut_down(Value pool);
/* The last worker of a pool that was shut down calls ended(data); keeps `data` till then. `ended`
 * is the same in all calls. 0 or -1. */
int worker_pool_when_ended(Value pool, WorkerCall ended, Value data);
/* Waits for the threads that threading knows to be gone from its list; to be called when the
 * workers have ended. 0; -1: interrupted. */
int worker_pool_join(Value pool);
/* The name of the calling thread if it is a worker; new reference, or 0 without an exception. */
Value worker_name_here(void);

#endif
