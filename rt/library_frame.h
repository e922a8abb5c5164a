/*
 * library_frame.h — functions of CPython's library that are C code here, as stacks and tracebacks
 * show them: with the file, line and text of CPython 3.11.
 */
#ifndef PYASYNCC_RT_LIBRARY_FRAME_H
#define PYASYNCC_RT_LIBRARY_FRAME_H

#include "rt.h"

#define LIBRARY_ROOT "/usr/lib/python3.11/"

/* The modules of such functions that filters of warnings see; others give none. */
enum LibraryModule { LIBRARY_OTHER, LIBRARY_ASYNCIO, LIBRARY_SUBPROCESS };

/* A function of CPython's library at one of its lines. */
typedef struct LibraryFrame {
    const char *file, *name;
    const char *text; /* of the line, without the blanks around it; NULL: it stands in the file */
    uint32_t line : 16;
    uint32_t columns : 8; /* how many of the expression's are marked; 0: all */
    uint32_t module : 2;  /* a LibraryModule */
    bool whole : 1; /* the statement as a whole failed, the end of a `with`: no part is marked */
} LibraryFrame;

#define ASYNCIO_FRAME(variable, path, number, function, source)                                    \
    static const LibraryFrame variable = {.file = LIBRARY_ROOT "asyncio/" path,                    \
                                          .name = function,                                        \
                                          .text = source,                                          \
                                          .line = number,                                          \
                                          .module = LIBRARY_ASYNCIO}

/* Its module as filters of warnings see it, or NULL. */
static inline const char *library_frame_module(const LibraryFrame *frame) {
    static const char *const names[] = {
        [LIBRARY_ASYNCIO] = "asyncio", [LIBRARY_SUBPROCESS] = "subprocess"};
    return names[frame->module];
}

/* The pending exception, if there is one, leaves the function: its traceback gets an entry. Without
 * memory it goes on without it. `frame` must stay. */
void traceback_through(const LibraryFrame *frame);
/* The same, and the entry holds the arguments of the function (`values`, borrowed), as CPython's
 * frames do: a coroutine that was refused ends with the traceback. 0, as an answer. */
Value refused_through(const LibraryFrame *frame, const Value *values, uint32_t count);
/* What was asked for as the answer of such a function: 0 is an exception that leaves it. */
static inline Value answer_through(const LibraryFrame *frame, Value answer) {
    if (!answer)
        traceback_through(frame);
    return answer;
}
/* The same for an answer of 0 or -1. */
static inline int status_through(const LibraryFrame *frame, int status) {
    if (status < 0)
        traceback_through(frame);
    return status;
}
/* Is it the module of an entry that traceback_through made? Such a one has no variables, and its
 * source is the one line. */
static inline bool is_library_frame(const ModuleInfo *module) {
    return module->flags & MODULE_ONE_LINE;
}
/* The function as frames and tracebacks show it, which lives on; library_frame_text then knows its
 * line. NULL without an exception: no memory. `frame` must stay. */
const FunctionInfo *library_frame_function(const LibraryFrame *frame);
/* What is_library_frame holds for: the text of its line, and its size. */
const char *library_frame_source(const ModuleInfo *module, size_t *size);
/* What a traceback marks in the line of such a module's function: a position (abi.h). */
uint64_t library_frame_position(const FunctionInfo *function);
/* The text of that line if an entry of it was made or kept, else NULL. */
const char *library_frame_text(Value file, int64_t line);

#endif
