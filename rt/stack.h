/*
 * stack.h — who called whom, for programs that ask for it: those that mention asyncio's debug mode,
 * the tracking of coroutines' origins or their callers' frames (the row "stack" of parts.def). In
 * these the compiler lets each function of the program enter and leave a stack of frames and note
 * its lines; others have neither the calls nor stack.c, and rt_stack is NULL.
 *
 * Functions of CPython's library that are C code here enter frames of their own, so that stacks
 * look alike.
 */
#ifndef PYASYNCC_RT_STACK_H
#define PYASYNCC_RT_STACK_H

#include "library_frame.h"

#include <limits.h>

/* One function on the stack, or a place of one in what is remembered. */
typedef struct StackPlace {
    const FunctionInfo *function; /* NULL: one of the library */
    const LibraryFrame *library;
    uint32_t line;
} StackPlace;

typedef struct StackTracking {
    void (*enter)(const LibraryFrame *frame);
    void (*leave)(void);
    /* Notes where `object` (borrowed) is made: the innermost `limit` frames. It is flagged by
     * OBJECT_HAS_ORIGIN. */
    void (*remember)(Object *object, int limit);
    void (*forget)(const Object *object);
    /* What is known of the making of `object`, oldest frame first: new reference to a list of
     * tuples (file, line, name, text) with these names; 0 without an exception: nothing. */
    Value (*origin)(const Object *object);
    /* The place where the program is, 0 `up`, or where it was called, 1 `up`: that is where what
     * the end of a function drops is said to be dropped. */
    bool (*caller)(uint32_t up, const FunctionInfo **function, const LibraryFrame **library,
                   uint32_t *line);
    /* The place of the frame that is `up` calls or awaits above the innermost; false: there are not
     * so many. */
    bool (*ancestor)(uint32_t up, const FunctionInfo **function, const LibraryFrame **library,
                     uint32_t *line);
    /* All frames, the innermost first: for mem_free; NULL without an exception: there are none, or
     * no memory. */
    StackPlace *(*frames)(uint32_t *count);
    /* The same of the thread number `index` that has frames, and the thread's identity. */
    StackPlace *(*thread_frames)(uint32_t index, uint64_t *thread, uint32_t *count);
    /* The running thread ends; or it is the only one in the child of a fork. */
    void (*thread_ends)(void);
    void (*forked)(void);
} StackTracking;
extern const StackTracking *rt_stack; /* NULL: nothing is tracked */
#define STACK_PART "builtins/stack"

/* Begins tracking, if the program has it. 0 or -1. */
int stack_start(void);

/* A call of C code that stands for a function of CPython's library; `frame` is a LibraryFrame. */
static inline void stack_enter(const LibraryFrame *frame) {
    if (__builtin_expect(rt_stack != NULL, 0))
        rt_stack->enter(frame);
}
static inline void stack_leave(void) {
    if (__builtin_expect(rt_stack != NULL, 0))
        rt_stack->leave();
}
static inline void stack_remember(Object *object, int limit) {
    if (__builtin_expect(rt_stack != NULL, 0))
        rt_stack->remember(object, limit);
}
static inline void stack_forget(const Object *object) {
    if (__builtin_expect(object->flags & OBJECT_HAS_ORIGIN, 0) && rt_stack)
        rt_stack->forget(object);
}
static inline Value stack_origin(const Object *object) {
    return object->flags & OBJECT_HAS_ORIGIN && rt_stack ? rt_stack->origin(object) : 0;
}
/* "\n  File ..., line ..." for each frame of what stack_origin answered, with the source lines: new
 * reference, 0 failed. */
Value stack_origin_text(Value origin);
/* The place where it was made by `format` with %S for the file and %S for the line, or an empty
 * text: new reference, 0 failed. */
Value stack_created_at(const Object *object, const char *format);

enum {
    STACK_DEBUG_DEPTH = 10
};                          /* asyncio.constants.DEBUG_STACK_DEPTH: of handles and coroutines */
#define STACK_WHOLE INT_MAX /* of futures and tasks */

#endif
