/* isolate.h — threads inside one isolate: who holds its lock, and what each thread keeps. */
#ifndef PYASYNCC_RT_ISOLATE_H
#define PYASYNCC_RT_ISOLATE_H

#include "rt.h"

/* The fields of `isolate` that belong to the running thread, while another one runs. */
typedef struct ThreadState {
    Isolate saved;
    char *stack_limit;
    Value *context_slot;
    Value context;
} ThreadState;

/* Gives up the lock around something that may block; no object may be touched until isolate_enter.
 * Both keep errno. */
void isolate_leave(ThreadState *state);
void isolate_enter(ThreadState *state);
/* The same at the beginning and the end of a thread that is new to the isolate. */
void isolate_join(ThreadState *state);
void isolate_part(void);
/* Another thread waits for the lock: lets it run. Called at safe points. */
void isolate_share(void);
extern volatile bool rt_lock_wanted;
/* Did the isolate ever have a second thread? */
extern volatile bool rt_threaded;

/* The current context of context variables, see aio.h. */
/* mod_contextvars.c: what the ContextVar `var` is in the current context; 0: nothing. */
Value contextvar_borrow(Value var);
extern Value *rt_context_slot;  /* of the running thread or task; never NULL */
extern Value rt_thread_context; /* the slot of the thread itself */

#endif
