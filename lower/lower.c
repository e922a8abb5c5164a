/*
 * lower.c — from the checked program to the IR that codegen takes: the builder, then the passes.
 */
#include "lower.h"

#include "build.h"
#include "pass.h"

#include <string.h>

/* Tells the modules below `folder` from the user's. */
static void mark_library(IrProgram *program, const char *folder) {
    size_t size = strlen(folder);
    for (size_t i = 0; i < program->modules.count; i++) {
        IrModule *module = program->modules.items[i];
        const Source *source = module->source->source;
        module->is_library = source && !strncmp(source->path, folder, size);
    }
}

IrProgram *lower_program(const Program *program, const LowerOptions *options) {
    IrProgram *ir = build_program(program);
    if (diag_error_count(program->diags) > 0)
        return NULL;
    if (options->runtime_modules)
        mark_library(ir, options->runtime_modules);
    return pass_run_all(ir, options) ? ir : NULL;
}
