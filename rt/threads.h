/* threads.h — what the files of the module _thread share. Private to them. */
#ifndef PYASYNCC_RT_THREADS_H
#define PYASYNCC_RT_THREADS_H

#include "containers.h"
#include "isolate.h"

/* -- mod_thread_lock.c -- */
extern Type rt_type_lock, rt_type_rlock;
/* A new, free lock; 0 with MemoryError. */
Value thread_lock_new(void);
/* Takes the lock, waiting until the deadline (a monotonic time; 0: not at all, PORT_FOREVER). 1; 0:
 * the deadline passed; -1 with an exception (of a signal's handler). */
int thread_lock_take(Value lock, int64_t deadline);
/* Frees the lock if it is taken, and wakes one who waits for it. */
void thread_lock_release(Value lock);

/* After a fork: those who waited for locks are gone. */
void thread_locks_forget_waiters(void);

/* -- mod_thread_local.c -- */
extern Type rt_type_thread_local;
/* Drops what the calling thread, which is about to end, keeps in _thread._local objects. */
void thread_locals_drop(void);
/* After a fork: forgets what other threads kept, for new threads may get their numbers. */
void thread_locals_forget_others(void);

#endif
