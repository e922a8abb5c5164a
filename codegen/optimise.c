/*
 * optimise.c — from emitted IR to optimised IR: coroutines are split first, then the runtime's fast
 * paths come in as bitcode, then LLVM's own pipeline runs.
 *
 * The fast paths are linked as available_externally: they may be inlined, but their out-of-line
 * code is the runtime library's. Only what the program calls is taken from the bitcode file.
 */
#include "emit.h"

#include <errno.h>
#include <llvm-c/Analysis.h>
#include <llvm-c/BitReader.h>
#include <llvm-c/Error.h>
#include <llvm-c/Linker.h>
#include <llvm-c/Transforms/PassBuilder.h>
#include <string.h>

/* Functions inline only into functions for the same processor: the bitcode names one, we do not. */
static void drop_target(LLVMValueRef function) {
    static const char *const names[] = {"target-cpu", "target-features", "tune-cpu"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        LLVMRemoveStringAttributeAtIndex(function, LLVMAttributeFunctionIndex, names[i],
                                         (unsigned)strlen(names[i]));
}

/* Makes a module whose definitions may be copied, never emitted. The runtime's variables are in the
 * same executable, so they need no indirection. */
static void make_available(LLVMModuleRef module) {
    for (LLVMValueRef function = LLVMGetFirstFunction(module); function;
         function = LLVMGetNextFunction(function)) {
        drop_target(function);
        if (!LLVMIsDeclaration(function) && LLVMGetLinkage(function) == LLVMExternalLinkage)
            LLVMSetLinkage(function, LLVMAvailableExternallyLinkage);
    }
    for (LLVMValueRef global = LLVMGetFirstGlobal(module); global;
         global = LLVMGetNextGlobal(global))
        if (LLVMIsDeclaration(global))
            LLVMSetVisibility(global, LLVMHiddenVisibility);
}

static LLVMModuleRef read_runtime(Codegen *cg) {
    const char *name =
        cg->options->target == TARGET_NATIVE ? "native/rt-native.bc" : "wasm32/rt-wasm32.bc";
    const char *path = arena_printf(cg->arena, "%s/%s", cg->options->home, name);
    LLVMMemoryBufferRef buffer;
    char *error = NULL;
    if (LLVMCreateMemoryBufferWithContentsOfFile(path, &buffer, &error)) {
        diag_report(cg->program->diags, DIAG_LINK, NULL, (Range){0}, NULL,
                    "cannot read the runtime %s: %s", path, error);
        LLVMDisposeMessage(error);
        return NULL;
    }
    LLVMModuleRef module;
    if (LLVMGetBitcodeModuleInContext2(cg->context, buffer, &module)) {
        diag_report(cg->program->diags, DIAG_LINK, NULL, (Range){0},
                    "build the compiler and its runtime with the same LLVM",
                    "%s is no bitcode of LLVM 19", path);
        return NULL;
    }
    return module;
}

static bool link_runtime(Codegen *cg) {
    LLVMModuleRef runtime = read_runtime(cg);
    if (!runtime)
        return false;
    /* clang may spell the same target in another way */
    LLVMSetTarget(runtime, LLVMGetTarget(cg->module));
    LLVMSetDataLayout(runtime, LLVMGetDataLayoutStr(cg->module));
    make_available(runtime);
    if (!LLVMLinkModules2(cg->module, runtime))
        return true;
    codegen_internal_error(cg, "cannot link the runtime's bitcode", "");
    return false;
}

/* LLVM inlines what costs up to 225 at -O2. The fast paths that matter cost less than 100; with the
 * rest left as calls programs run as fast and compile in five sixths of the time
 * (docs/design/compile-time.md). */
enum { INLINE_THRESHOLD = 100 };

static bool run_passes(Codegen *cg, const char *pipeline) {
    LLVMPassBuilderOptionsRef options = LLVMCreatePassBuilderOptions();
    if (cg->options->optimise == '1' || cg->options->optimise == '2')
        LLVMPassBuilderOptionsSetInlinerThreshold(options, INLINE_THRESHOLD);
    LLVMErrorRef error = LLVMRunPasses(cg->module, pipeline, cg->machine, options);
    LLVMDisposePassBuilderOptions(options);
    if (!error)
        return true;
    char *message = LLVMGetErrorMessage(error);
    codegen_internal_error(cg, "LLVM passes failed", message);
    LLVMDisposeErrorMessage(message);
    return false;
}

static bool verify(Codegen *cg, const char *when) {
    char *message = NULL;
    bool good = !LLVMVerifyModule(cg->module, LLVMReturnStatusAction, &message);
    if (!good)
        codegen_internal_error(cg, when, message);
    LLVMDisposeMessage(message);
    return good;
}

const char *optimise_library_pipeline(const Codegen *cg) {
    return target_library_is_small(cg)
               ? "coro-cleanup,function(mem2reg,early-cse,simplifycfg),globaldce"
               : "coro-cleanup,globaldce";
}

bool optimise(Codegen *cg) {
    char level = cg->options->optimise;
    if (cg->options->verify && !verify(cg, "LLVM IR is invalid as emitted"))
        return false;
    if (coro_has_any(cg->module)) {
        if (!run_passes(cg, coro_pipeline(level)))
            return false;
        coro_settle(cg->module);
    }
    codegen_lap(cg, "split coroutines");
    if (level != '0' && !link_runtime(cg))
        return false;
    codegen_lap(cg, "link runtime bitcode");
    bool good = run_passes(cg, arena_printf(cg->arena, "default<O%c>", level));
    records_settle(cg);
    codegen_lap(cg, "LLVM passes");
    return good && (!cg->options->verify || verify(cg, "LLVM IR is invalid after the passes"));
}
