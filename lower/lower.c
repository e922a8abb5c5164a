/*
 * lower.c — from the checked program to the IR that codegen takes: the builder, then the passes.
 */
#include "lower.h"

#include "build.h"
#include "pass.h"

IrProgram *lower_program(const Program *program, const LowerOptions *options) {
    IrProgram *ir = build_program(program);
    if (diag_error_count(program->diags) > 0)
        return NULL;
    return pass_run_all(ir, options) ? ir : NULL;
}
