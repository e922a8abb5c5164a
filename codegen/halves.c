/*
 * halves.c — the main unit of a large program, compiled on two processors: before the passes, one
 * half of its functions becomes an LLVM module of its own, which is optimised and compiled on
 * another thread in a context of its own (it is read there from its bitcode). What the halves share
 * becomes hidden external symbols; small functions are in both, to be inlined. Whether there are
 * halves depends on the program alone, so that its executable is the same on every machine.
 */
#include "emit.h"

#include <llvm-c/BitReader.h>
#include <llvm-c/BitWriter.h>
#include <unistd.h>

enum {
    INSTRUCTIONS_MIN = 12000, /* of a program that is halved */
    SHARED_MAX = 60           /* of a function that the other half may inline */
};

struct Halves {
    Codegen *cg;
    pthread_t thread;
    bool has_thread;
    LLVMMemoryBufferRef bitcode; /* of both halves */
    LLVMMemoryBufferRef object;  /* of the second; bad if there is an error */
    char *error;                 /* LLVM's, or NULL */
    const char *path;            /* of its file */
    bool *is_second;             /* by number of the function among those emitted */
};

typedef VEC(LLVMValueRef) Values;

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

static uint32_t count_functions(LLVMModuleRef module) {
    uint32_t count = 0;
    for (LLVMValueRef function = LLVMGetFirstFunction(module); function;
         function = LLVMGetNextFunction(function))
        count += is_emitted(function);
    return count;
}

/* Which functions make up the second half. What is visible from outside already belongs to the
 * records of modules, which are filled later, in the first half (records_settle). */
static bool *choose_second(const Codegen *cg) {
    bool *is_second = ARENA_ARRAY(cg->arena, bool, count_functions(cg->module) + 1);
    uint32_t number = 0, count = 0, half = count_all(cg->module) / 2;
    for (LLVMValueRef function = LLVMGetFirstFunction(cg->module); function;
         function = LLVMGetNextFunction(function)) {
        if (!is_emitted(function))
            continue;
        is_second[number++] = count >= half && LLVMGetLinkage(function) != LLVMExternalLinkage;
        count += count_instructions(function);
    }
    return is_second;
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

/* The functions of the other half: `small` lists those that may be inlined into this one. Of the
 * rest nothing but the declaration remains. */
static char *drop_other_functions(const Halves *halves, LLVMModuleRef module,
                                  LLVMTargetMachineRef machine, bool is_second, Arena *scratch,
                                  Values *small) {
    uint32_t number = 0;
    for (LLVMValueRef function = LLVMGetFirstFunction(module); function;
         function = LLVMGetNextFunction(function)) {
        if (!is_emitted(function) || halves->is_second[number++] == is_second)
            continue;
        if (count_instructions(function) <= SHARED_MAX)
            VEC_PUSH(scratch, small, function);
        else
            LLVMSetLinkage(function, LLVMAvailableExternallyLinkage);
    }
    return optimise_run(halves->cg, module, machine, "elim-avail-extern");
}

/* Leaves the definitions of one half of `module`; variables belong to the first. */
static char *keep_half(const Halves *halves, LLVMModuleRef module, LLVMTargetMachineRef machine,
                       bool is_second) {
    Arena *scratch = arena_new();
    Values small = {0};
    char *error = drop_other_functions(halves, module, machine, is_second, scratch, &small);
    for (size_t i = 0; i < small.count; i++)
        LLVMSetLinkage(small.items[i], LLVMAvailableExternallyLinkage);
    arena_free(scratch);
    for (LLVMValueRef global = LLVMGetFirstGlobal(module); is_second && global;
         global = LLVMGetNextGlobal(global))
        if (is_emitted(global) && !may_be_doubled(global))
            LLVMSetLinkage(global, LLVMAvailableExternallyLinkage);
    return error;
}

/* -- the second half, on any thread -- */

static char *compile_second(Halves *halves, LLVMModuleRef module) {
    char *error = NULL;
    LLVMTargetMachineRef machine = target_main_machine(halves->cg, &error);
    if (!machine)
        return error;
    error = keep_half(halves, module, machine, true);
    if (!error)
        error = optimise_part(halves->cg, module, machine);
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
    halves->is_second = choose_second(cg);
    export_symbols(cg);
    halves->bitcode = LLVMWriteBitcodeToMemoryBuffer(cg->module);
    halves->has_thread = thread_start(&halves->thread, work, halves);
    return halves;
}

int halves_keep_first(const Halves *halves) {
    Codegen *cg = halves->cg;
    char *error = keep_half(halves, cg->module, cg->machine, false);
    int status = codegen_failed_take(cg, "the passes failed", error);
    codegen_lap(cg, "halve");
    return status;
}

int halves_finish(Halves *halves) {
    Codegen *cg = halves->cg;
    if (halves->has_thread)
        pthread_join(halves->thread, NULL);
    else
        work(halves);
    codegen_lap(cg, "the second half");
    if (halves->error)
        return codegen_failed_take(cg, "LLVM cannot emit code", halves->error);
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
