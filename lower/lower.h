/*
 * lower.h — the door of the middle end: a checked Program becomes IR, and the passes run over it in
 * the order of pass.def.
 */
#ifndef PYASYNCC_LOWER_LOWER_H
#define PYASYNCC_LOWER_LOWER_H

#include "ir.h"

typedef struct LowerOptions {
    bool verify;              /* run the verifier after each pass */
    bool time_passes;         /* report the time of each pass on stderr */
    const char *print_before; /* names of passes whose input/output is printed to stderr, or NULL */
    const char *print_after;
    const char *runtime_modules; /* folder of the runtime's Python modules, or NULL */
    int optimise;                /* 0: only the passes that are needed for correctness */
} LowerOptions;

/* Builds the IR of `program` (constructs that do not compile are reported as diagnostics) and runs
 * the pipeline. NULL if diagnostics with errors were reported. */
IrProgram *lower_program(const Program *program, const LowerOptions *options);

/* Writes the names of the passes, one a line with what each does, to `out` (for --print-passes). */
void lower_print_passes(void *out_file);
/* Is `name` a pass of the pipeline ("build" included)? */
bool lower_has_pass(const char *name);

/* What is running, for the message of a crash: the pass, and the function it looks at if it sees
 * one at a time; NULL otherwise. A signal handler reads them, so they cannot be in a context. */
extern const char *volatile lower_running_pass;
extern const char *volatile lower_running_function;

#endif
