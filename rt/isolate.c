/*
 * isolate.c — threads inside one isolate. One lock guards all objects; the thread that holds it
 * finds its own state (exception on the way, handled exceptions, end of the stack, running loop,
 * context variables) in the globals, and takes it away when it gives the lock up. A thread that
 * waits longer than a moment asks the holder to pass the lock on at its next safe point.
 */
#include "isolate.h"

#include "object.h"
#include "port.h"
#include "stack.h"

#include <errno.h>

volatile bool rt_lock_wanted, rt_threaded;
Value rt_thread_context;
Value *rt_context_slot = &rt_thread_context;

RT_RACES_ON_PURPOSE static void ask_for_lock(void) {
    rt_lock_wanted = true;
    rt_request_safe_point();
}

RT_RACES_ON_PURPOSE static void save(ThreadState *state) {
    state->saved = isolate;
    state->stack_limit = rt_stack_limit;
    state->context_slot = rt_context_slot;
    state->context = rt_thread_context;
}

/* Everything but what all threads share comes back. */
RT_RACES_ON_PURPOSE static void restore(const ThreadState *state) {
    uint64_t key[2] = {isolate.hash_key[0], isolate.hash_key[1]};
    isolate = state->saved;
    isolate.hash_key[0] = key[0];
    isolate.hash_key[1] = key[1];
    rt_stack_limit = state->stack_limit;
    isolate.stack_limit = rt_stack_limit;
    rt_context_slot = state->context_slot;
    rt_thread_context = state->context;
    if (rt_gc_wanted || rt_interrupted || rt_signals_came)
        rt_request_safe_point();
}

void isolate_leave(ThreadState *state) {
    int error = errno;
    save(state);
    port_unlock();
    errno = error;
}

void isolate_enter(ThreadState *state) {
    int error = errno;
    port_lock(ask_for_lock);
    restore(state);
    errno = error;
}

void isolate_join(ThreadState *state) {
    port_lock(ask_for_lock);
    rt_threaded = true;
    memset(state, 0, sizeof *state);
    state->saved.handled_item = &isolate.thread_handled;
    state->stack_limit = port_stack_limit();
    state->context_slot = &rt_thread_context;
    restore(state);
}

void isolate_part(void) {
    value_replace(&isolate.set_loop, 0);
    value_replace(&isolate.policy_loops, 0);
    value_replace(&isolate.thread_handled, 0);
    value_replace(&rt_thread_context, 0);
    if (rt_stack)
        rt_stack->thread_ends();
    port_unlock();
}

RT_RACES_ON_PURPOSE void isolate_share(void) {
    ThreadState state;
    rt_lock_wanted = false;
    save(&state);
    port_lock_pass(ask_for_lock);
    restore(&state);
}
