/*
 * run.h — `pyasyncc run`: compile if need be, then become the program.
 */
#ifndef PYASYNCC_TOOLS_RUN_H
#define PYASYNCC_TOOLS_RUN_H

#include "compile.h"

/* Runs the program `compilation` has read, with its arguments, in place of this process. Answers
 * only if that fails: an ExitStatus, reported. */
int run_program(Compilation *compilation);

#endif
