/*
 * depfile.h — -MD: which files an output depends on, for make and ninja.
 */
#ifndef PYASYNCC_TOOLS_DEPFILE_H
#define PYASYNCC_TOOLS_DEPFILE_H

#include "frontend/frontend.h"

/* Writes the rule "output: every file `program` was read from" beside `output`, as OUT.d (an
 * extension of OUT is replaced). False on failure (reported). */
bool depfile_write(Arena *arena, const Program *program, const char *output);

#endif
