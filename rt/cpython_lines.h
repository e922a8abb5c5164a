/*
 * cpython_lines.h — entries of tracebacks for the runtime's own modules in Python: the functions
 * and lines of CPython's that they stand for, as notes in their sources say
 * (frontend/cpython_lines.h).
 */
#ifndef PYASYNCC_RT_CPYTHON_LINES_H
#define PYASYNCC_RT_CPYTHON_LINES_H

#include "rt.h"

/* The pending exception leaves `function` of such a module at `line`: its traceback gets the
 * entries that the note of the line asks for. False: there is no note. */
bool cpython_lines_through(const FunctionInfo *function, uint32_t line);

#endif
