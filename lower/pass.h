/*
 * pass.h — the passes and their runner. Each pass is one file with one entry point; pass.def puts
 * them in order. The runner prints, times and verifies between passes.
 */
#ifndef PYASYNCC_LOWER_PASS_H
#define PYASYNCC_LOWER_PASS_H

#include "lower.h"

#define FUNCTION(name)                        void pass_##name(IrFunction *function);
#define PROGRAM(name)                         void pass_##name(IrProgram *program);
#define PASS(name, level, scope, description) scope(name)
#include "pass.def"
#undef PASS
#undef FUNCTION
#undef PROGRAM

/* Runs the passes of `options->optimise` over `program`. False after reporting on stderr that a
 * pass left IR that is not valid: an internal error. */
bool pass_run_all(IrProgram *program, const LowerOptions *options);
/* Runs the pass called `name` alone; false if there is none. */
bool pass_run(IrProgram *program, const char *name);
/* Does `program` hold the invariants of ir_verify? If not, reports on stderr what is wrong after
 * the pass called `after`. */
bool pass_verify(const IrProgram *program, const char *after);

#endif
