/*
 * imports.h — --imports: what a program is linked with, why, and how much of it there is.
 */
#ifndef PYASYNCC_TOOLS_IMPORTS_H
#define PYASYNCC_TOOLS_IMPORTS_H

#include "frontend/frontend.h"

#include <stdio.h>

/* Prints to standard output every module below the one whose import brought it into `program`, with
 * the place of that import and the bytes of its code and data: `sizes`, by Module.index. */
void imports_print(const Program *program, const uint64_t *sizes);

/* Prints for whose sake the evaluator is in `program`, if an installed package brought it. */
void imports_print_evaluator(const Program *program, FILE *stream);

#endif
