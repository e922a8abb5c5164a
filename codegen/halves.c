/*
 * halves.c — machine code of large programs, made on two processors: after the passes, one half of
 * the functions of the main unit becomes an LLVM module of its own, which is compiled on another
 * thread in a context of its own (it is read there from its bitcode). What the halves share becomes
 * hidden external symbols. Whether there are halves depends on the program alone, so that its
 * executable is the same on every machine.
 */
#include "emit.h"

#include <llvm-c/BitReader.h>
#include <llvm-c/BitWriter.h>
#include <unistd.h>

enum { INSTRUCTIONS_MIN = 12000 }; /* of a program that is halved */

struct Halves {
    Codegen *cg;
    pthread_t thread;
    bool has_thread;
    LLVMMemoryBufferRef bitcode; /* of both halves */
    LLVMMemoryBufferRef object;  /* of the second; bad if there is an error */
    char *error;                 /* LLVM's, or NULL */
    const char *path;            /* of its file */
    uint32_t border;             /* functions of the first half */
};

/* -- which functions -- */

static uint32_t count_instructions(LLVMValueRef function) {
    uint32_t count = 0;
    for (LLVMBasicBlockRef block = LLVMGetFirstBasicBlock(function); block;
         block = LLVMGetNextBasicBlock(block))
        for (LLVMValueRef op = LLVMGetFirstInstruction(block); op; op = LLVMGetNextInstruction(op))
            count++;
    return count;
}

static bool is_emitted(LLVMValueRef global) {
    return !LLVMIsDeclaration(global) && LLVMGetLinkage(global) != LLVMAvailableExternallyLinkage;
}

static uint32_t count_all(LLVMModuleRef module) {
    uint32_t count = 0;
    for (LLVMValueRef function = LLVMGetFirstFunction(module); function;
         function = LLVMGetNextFunction(function))
        if (is_emitted(function))
            count += count_instructions(function);
    return count;
}

/* The number of functions that make up half of the module. */
static uint32_t find_border(LLVMModuleRef module, uint32_t instructions) {
    uint32_t border = 0, count = 0;
    for (LLVMValueRef function = LLVMGetFirstFunction(module); function;
         function = LLVMGetNextFunction(function)) {
        if (!is_emitted(function))
            continue;
        count += count_instructions(function);
        border++;
        if (count >= instructions / 2)
            break;
    }
    return border;
}

/* -- taking apart -- */

/* A constant whose address nobody asks for may stand in both halves. */
static bool may_be_doubled(LLVMValueRef global) {
    return LLVMIsAGlobalVariable(global) && LLVMIsGlobalConstant(global) &&
           LLVMGetUnnamedAddress(global) == LLVMGlobalUnnamedAddr &&
           LLVMGetLinkage(global) == LLVMPrivateLinkage;
}

static void export_symbols(Codegen *cg) {
    const char *name = cg->main_unit->name;
    for (LLVMValueRef function = LLVMGetFirstFunction(cg->module); function;
         function = LLVMGetNextFunction(function))
        if (is_emitted(function))
            unit_export(cg, function, name);
    for (LLVMValueRef global = LLVMGetFirstGlobal(cg->module); global;
         global = LLVMGetNextGlobal(global))
        if (is_emitted(global) && !may_be_doubled(global))
            unit_export(cg, global, name);
}

/* Leaves the definitions of one half of `module`; variables belong to the first. */
static char *keep_half(const Codegen *cg, LLVMModuleRef module, LLVMTargetMachineRef machine,
                       uint32_t border, bool is_second) {
    uint32_t number = 0;
    for (LLVMValueRef function = LLVMGetFirstFunction(module); function;
         function = LLVMGetNextFunction(function))
        if (is_emitted(function) && (number++ >= border) != is_second)
            LLVMSetLinkage(function, LLVMAvailableExternallyLinkage);
    for (LLVMValueRef global = LLVMGetFirstGlobal(module); is_second && global;
         global = LLVMGetNextGlobal(global))
        if (is_emitted(global) && !may_be_doubled(global))
            LLVMSetLinkage(global, LLVMAvailableExternallyLinkage);
    return optimise_run(cg, module, machine, "elim-avail-extern,globaldce");
}

/* -- the second half, on any thread -- */

static char *compile_second(Halves *halves, LLVMModuleRef module) {
    char *error = NULL;
    LLVMTargetMachineRef machine = target_main_machine(halves->cg, &error);
    if (!machine)
        return error;
    error = keep_half(halves->cg, module, machine, halves->border, true);
    if (!error && !LLVMTargetMachineEmitToMemoryBuffer(machine, module, LLVMObjectFile, &error,
                                                       &halves->object))
        error = NULL;
    LLVMDisposeTargetMachine(machine);
    return error;
}

static void *work(void *context) {
    Halves *halves = context;
    LLVMContextRef llvm = LLVMContextCreate();
    LLVMModuleRef module;
    char *kept = NULL;
    llvm_keep_error(llvm, &kept);
    if (LLVMParseBitcodeInContext2(llvm, halves->bitcode, &module)) {
        halves->error = LLVMCreateMessage("its bitcode cannot be read back");
    } else {
        halves->error = compile_second(halves, module);
        LLVMDisposeModule(module);
    }
    if (!halves->error && kept)
        halves->error = LLVMCreateMessage(kept);
    LLVMDisposeMessage(kept);
    LLVMDisposeMemoryBuffer(halves->bitcode);
    LLVMContextDispose(llvm);
    return NULL;
}

/* -- the door -- */

bool halves_are_worth_it(const Codegen *cg) {
    return cg->is_split && !cg->options->module_sizes && count_all(cg->module) >= INSTRUCTIONS_MIN;
}

Halves *halves_start(Codegen *cg) {
    Halves *halves = ARENA_NEW(cg->arena, Halves);
    halves->cg = cg;
    halves->border = find_border(cg->module, count_all(cg->module));
    export_symbols(cg);
    halves->bitcode = LLVMWriteBitcodeToMemoryBuffer(cg->module);
    halves->has_thread = thread_start(&halves->thread, work, halves);
    return halves;
}

char *halves_keep_first(Halves *halves) {
    Codegen *cg = halves->cg;
    char *error = keep_half(cg, cg->module, cg->machine, halves->border, false);
    codegen_lap(cg, "halve");
    return error;
}

int halves_finish(Halves *halves) {
    Codegen *cg = halves->cg;
    if (halves->has_thread)
        pthread_join(halves->thread, NULL);
    else
        work(halves);
    codegen_lap(cg, "machine code of the second half");
    if (halves->error) {
        int status = codegen_internal_error(cg, "LLVM cannot emit code", halves->error);
        LLVMDisposeMessage(halves->error);
        return status;
    }
    halves->path = object_temporary(cg);
    if (!halves->path) {
        LLVMDisposeMemoryBuffer(halves->object);
        return 2;
    }
    VEC_PUSH(cg->arena, &cg->objects, halves->path);
    return object_write_buffer(cg, halves->path, halves->object);
}

void halves_discard(const Halves *halves) {
    if (halves->path)
        unlink(halves->path);
}
