/*
 * codegen.c — the page that reads as the back end's pipeline: emit LLVM IR, optimise it, write it
 * as what was asked for, link.
 */
#include "emit.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Names of what becomes an object file only are of no use without debug information. */
static void begin(Codegen *cg) {
    const IrProgram *program = cg->program;
    cg->arena = program->arena;
    cg->context = LLVMContextCreate();
    llvm_keep_error(cg->context, &cg->llvm_error);
    bool readable = cg->options->emit == EMIT_LLVM_IR;
    LLVMContextSetDiscardValueNames(cg->context, !readable);
    cg->tracks_stack = program_has_native(cg->program->source, "builtins/stack");
    cg->counts_depth = program_has_native(cg->program->source, "builtins/recursion");
    cg->is_split = cg->options->emit == EMIT_EXE && !cg->options->debug;
    units_init(cg);
    cg->prof_kind = LLVMGetMDKindIDInContext(cg->context, "prof", 4);
    cg->invariant_kind = LLVMGetMDKindIDInContext(cg->context, "invariant.load", 14);
}

/* !prof that calls the first way of a branch very unlikely. */
static void init_weights(Codegen *cg) {
    LLVMMetadataRef items[] = {
        LLVMMDStringInContext2(cg->context, "branch_weights", 14),
        LLVMValueAsMetadata(const_u32(cg, 1)),
        LLVMValueAsMetadata(const_u32(cg, 4000)),
    };
    cg->failure_weights =
        LLVMMetadataAsValue(cg->context, LLVMMDNodeInContext2(cg->context, items, 3));
}

static void end(Codegen *cg) {
    if (cg->layout)
        LLVMDisposeTargetData(cg->layout);
    if (cg->machine)
        LLVMDisposeTargetMachine(cg->machine);
    for (size_t i = 0; i < cg->library.count; i++)
        if (cg->library.items[i]->module)
            LLVMDisposeModule(cg->library.items[i]->module);
    LLVMDisposeModule(cg->main_unit->module);
    LLVMContextDispose(cg->context);
    LLVMDisposeMessage(cg->llvm_error);
}

static double now_ms(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

void codegen_lap(Codegen *cg, const char *what) {
    if (!cg->options->time_passes)
        return;
    double now = now_ms();
    fprintf(stderr, "%8.2f ms  codegen: %s\n", now - cg->lap_start, what);
    cg->lap_start = now;
}

int codegen_internal_error(const Codegen *cg, const char *what, const char *detail) {
    fprintf(stderr,
            "pyasyncc: internal error: %s while compiling %s\n%s\n"
            "This is a bug in pyasyncc " PYASYNCC_VERSION
            ". Please report it with the program and the command line.\n",
            what, cg->program->modules.items[0]->name, detail);
    return 70;
}

int codegen_failed_take(const Codegen *cg, const char *what, char *message) {
    int status = message ? codegen_internal_error(cg, what, message) : 0;
    LLVMDisposeMessage(message);
    return status;
}

/* Links the objects, or says how large they are. */
static int finish(Codegen *cg, const char *object, const char *output) {
    return cg->options->module_sizes ? measure_modules(cg, object)
                                     : link_program(cg, object, output);
}

/* Compiles the main unit to objects: `object`, and maybe that of a second half. */
static int compile_main_unit(Codegen *cg, const char *object, Halves **halves) {
    int status = optimise_begin(cg), second_status = 0;
    if (!status && halves_are_worth_it(cg)) {
        *halves = halves_start(cg);
        status = halves_keep_first(*halves);
    }
    if (!status)
        status = optimise_end(cg);
    if (!status)
        status = object_write(cg, EMIT_OBJ, object);
    if (*halves)
        second_status = halves_finish(*halves);
    return status ? status : second_status;
}

/* Links through temporary object files. The main unit is compiled here while other threads compile
 * those of the library. */
static int emit_executable(Codegen *cg, const char *output) {
    Library *library = library_start(cg);
    const char *object = object_temporary(cg);
    Halves *halves = NULL;
    int status = object ? compile_main_unit(cg, object, &halves) : 2;
    int library_status = library_finish(library);
    status = status ? status : library_status;
    if (!status)
        status = finish(cg, object, output);
    library_discard(library);
    if (halves)
        halves_discard(halves);
    if (object)
        unlink(object);
    return status;
}

static int compile(Codegen *cg, const char *output) {
    char *error = NULL;
    if (!target_init(cg, &error))
        return codegen_failed_take(cg, "LLVM has no such target", error);
    if (cg->options->optimise != '0' && !optimise_check_runtime(cg))
        return 2;
    types_init(cg);
    init_weights(cg);
    debug_init(cg);
    codegen_lap(cg, "set up LLVM");
    emit_program(cg);
    debug_finish(cg);
    codegen_lap(cg, "emit LLVM IR");
    if (cg->options->emit == EMIT_EXE)
        return emit_executable(cg, output);
    int status = optimise_begin(cg);
    if (!status)
        status = optimise_end(cg);
    return status ? status : object_write(cg, cg->options->emit, output);
}

int codegen_emit(const IrProgram *program, const CodegenOptions *options, const char *output) {
    Codegen cg = {.program = program, .options = options, .lap_start = now_ms()};
    begin(&cg);
    int status = compile(&cg, output);
    end(&cg);
    return status;
}
