/*
 * pass.c — the runner of the passes: order, level, --print-before, --print-after, --time-passes and
 * the verifier.
 */
#include "pass.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

typedef struct Pass {
    const char *name;
    int level;
    void (*run_function)(IrFunction *function); /* one of the two */
    void (*run_program)(IrProgram *program);
    const char *description;
} Pass;

#define FUNCTION(name)                 .run_function = pass_##name
#define PROGRAM(name)                  .run_program = pass_##name
#define PASS(name, level, scope, text) {#name, level, scope(name), .description = text},
static const Pass passes[] = {
#include "pass.def"
};
#undef PASS
#undef FUNCTION
#undef PROGRAM

enum { PASS_COUNT = sizeof passes / sizeof *passes };

const char *volatile lower_running_pass;
const char *volatile lower_running_function;

static void run_on_functions(const Pass *pass, IrProgram *program) {
    for (size_t i = 0; i < program->modules.count; i++) {
        IrModule *module = program->modules.items[i];
        for (size_t k = 0; k < module->functions.count; k++)
            if (!module->functions.items[k]->is_virtual) {
                lower_running_function = module->functions.items[k]->symbol;
                pass->run_function(module->functions.items[k]);
            }
    }
}

static void run(const Pass *pass, IrProgram *program) {
    lower_running_pass = pass->name;
    if (pass->run_program)
        pass->run_program(program);
    else
        run_on_functions(pass, program);
    lower_running_pass = lower_running_function = NULL;
}

bool pass_verify(const IrProgram *program, const char *after) {
    for (size_t i = 0; i < program->modules.count; i++) {
        const IrModule *module = program->modules.items[i];
        for (size_t k = 0; k < module->functions.count; k++) {
            const IrFunction *function = module->functions.items[k];
            const char *message = function->is_virtual ? NULL : ir_verify(program->arena, function);
            if (!message)
                continue;
            fprintf(stderr, "pyasyncc: internal error: after pass %s: in %s: %s\n", after,
                    function->symbol, message);
            return false;
        }
    }
    return true;
}

static void print(const IrProgram *program, const char *when, const char *name) {
    Str text = ir_print(program->arena, program);
    fprintf(stderr, "; %s %s\n", when, name);
    fwrite(text.data, 1, text.size, stderr);
}

static double milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static bool is_named(const char *wanted, const char *name) {
    return wanted && !strcmp(wanted, name);
}

static void run_reported(const Pass *pass, IrProgram *program, const LowerOptions *options) {
    if (is_named(options->print_before, pass->name))
        print(program, "before", pass->name);
    double start = milliseconds();
    run(pass, program);
    if (options->time_passes)
        fprintf(stderr, "%9.3f ms  %s\n", milliseconds() - start, pass->name);
    if (is_named(options->print_after, pass->name))
        print(program, "after", pass->name);
}

bool pass_run_all(IrProgram *program, const LowerOptions *options) {
    if (is_named(options->print_after, "build"))
        print(program, "after", "build");
    if (options->verify && !pass_verify(program, "build"))
        return false;
    for (size_t i = 0; i < PASS_COUNT; i++) {
        if (passes[i].level > options->optimise)
            continue;
        run_reported(&passes[i], program, options);
        if (options->verify && !pass_verify(program, passes[i].name))
            return false;
    }
    return true;
}

bool pass_run(IrProgram *program, const char *name) {
    for (size_t i = 0; i < PASS_COUNT; i++) {
        if (!strcmp(passes[i].name, name)) {
            run(&passes[i], program);
            return true;
        }
    }
    return false;
}

void lower_print_passes(void *out_file) {
    fprintf(out_file, "%-12s %s\n", "build", "make the IR from the syntax tree");
    for (size_t i = 0; i < PASS_COUNT; i++)
        fprintf(out_file, "%-12s %s%s\n", passes[i].name, passes[i].description,
                passes[i].level ? " (not at -O0)" : "");
}

bool lower_has_pass(const char *name) {
    for (size_t i = 0; i < PASS_COUNT; i++)
        if (!strcmp(passes[i].name, name))
            return true;
    return !strcmp(name, "build");
}
