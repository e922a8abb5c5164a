/*
 * thread.c — the threads that compile modules beside the main one.
 */
#include "emit.h"

#include <sys/resource.h>

enum { STACK_SIZE = 256 << 20 }; /* LLVM recurses over expressions and nested loops */

/* Is address space limited (ulimit -v)? Then the stacks of threads would take what the passes need.
 */
static bool is_space_limited(void) {
    struct rlimit limit;
    return getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

bool thread_start(pthread_t *thread, void *(*work)(void *context), void *context) {
    if (is_space_limited())
        return false;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK_SIZE);
    bool started = pthread_create(thread, &attributes, work, context) == 0;
    pthread_attr_destroy(&attributes);
    return started;
}
