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
#include <stdio.h>
#include <stdlib.h>
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

/* A message that LLVMDisposeMessage frees. */
static char *message_of(const char *format, const char *what, const char *detail) {
    char *text;
    if (asprintf(&text, format, what, detail) < 0)
        out_of_memory();
    char *message = LLVMCreateMessage(text);
    free(text);
    return message;
}

static void keep_error(LLVMDiagnosticInfoRef info, void *context) {
    char **error = context;
    if (!*error && LLVMGetDiagInfoSeverity(info) == LLVMDSError)
        *error = LLVMGetDiagInfoDescription(info);
}

void llvm_keep_error(LLVMContextRef context, char **error) {
    LLVMContextSetDiagnosticHandler(context, keep_error, error);
}

/* The error kept for `context`. */
static const char *kept_error(LLVMContextRef context) {
    char **error = LLVMContextGetDiagnosticContext(context);
    return error && *error ? *error : "";
}

static const char *runtime_name(const Codegen *cg) {
    return cg->options->target == TARGET_NATIVE ? "native/rt-native.bc" : "wasm32/rt-wasm32.bc";
}

bool optimise_check_runtime(Codegen *cg) {
    static const char signature[] = "BC\xC0\xDE";
    const char *path = arena_printf(cg->arena, "%s/%s", cg->options->home, runtime_name(cg));
    char start[sizeof signature - 1];
    FILE *file = fopen(path, "rb");
    if (!file) {
        diag_report(cg->program->diags, DIAG_LINK, NULL, (Range){0}, NULL,
                    "cannot read the runtime %s: %s", path, strerror(errno));
        return false;
    }
    bool good =
        fread(start, sizeof start, 1, file) == 1 && memcmp(start, signature, sizeof start) == 0;
    fclose(file);
    if (!good)
        diag_report(cg->program->diags, DIAG_LINK, NULL, (Range){0},
                    "build the compiler and its runtime with the same LLVM", "%s is no bitcode",
                    path);
    return good;
}

/* Reads the runtime's bitcode into the context of `module`; NULL with *error. */
static LLVMModuleRef read_runtime(const Codegen *cg, LLVMModuleRef module, char **error) {
    char *why = NULL;
    char *path = message_of("%s/%s", cg->options->home, runtime_name(cg));
    LLVMMemoryBufferRef buffer;
    if (LLVMCreateMemoryBufferWithContentsOfFile(path, &buffer, &why))
        *error = message_of("cannot read the runtime %s: %s", path, why);
    LLVMDisposeMessage(path);
    LLVMDisposeMessage(why);
    if (*error)
        return NULL;
    LLVMModuleRef runtime;
    if (!LLVMGetBitcodeModuleInContext2(LLVMGetModuleContext(module), buffer, &runtime))
        return runtime;
    *error = message_of("%s: %s", "the runtime is no bitcode of LLVM 19",
                        kept_error(LLVMGetModuleContext(module)));
    return NULL;
}

static char *link_runtime(const Codegen *cg, LLVMModuleRef module) {
    char *error = NULL;
    LLVMModuleRef runtime = read_runtime(cg, module, &error);
    if (!runtime)
        return error;
    /* clang may spell the same target in another way */
    LLVMSetTarget(runtime, LLVMGetTarget(module));
    LLVMSetDataLayout(runtime, LLVMGetDataLayoutStr(module));
    make_available(runtime);
    return LLVMLinkModules2(module, runtime)
               ? message_of("%s: %s", "cannot link the runtime's bitcode",
                            kept_error(LLVMGetModuleContext(module)))
               : NULL;
}

/* LLVM inlines what costs up to 225 at -O2. The fast paths that matter cost less than 100; with the
 * rest left as calls programs run as fast and compile in five sixths of the time
 * (docs/design/compile-time.md). */
enum { INLINE_THRESHOLD = 100 };

char *optimise_run(const Codegen *cg, LLVMModuleRef module, LLVMTargetMachineRef machine,
                   const char *pipeline) {
    LLVMPassBuilderOptionsRef options = LLVMCreatePassBuilderOptions();
    if (cg->options->optimise == '1' || cg->options->optimise == '2')
        LLVMPassBuilderOptionsSetInlinerThreshold(options, INLINE_THRESHOLD);
    LLVMErrorRef error = LLVMRunPasses(module, pipeline, machine, options);
    LLVMDisposePassBuilderOptions(options);
    if (!error)
        return NULL;
    char *text = LLVMGetErrorMessage(error);
    char *message = message_of("%s: %s", "LLVM passes failed", text);
    LLVMDisposeErrorMessage(text);
    return message;
}

static char *verify(const Codegen *cg, LLVMModuleRef module, const char *when) {
    if (!cg->options->verify)
        return NULL;
    char *text = NULL, *message = NULL;
    if (LLVMVerifyModule(module, LLVMReturnStatusAction, &text))
        message = message_of("LLVM IR is invalid %s: %s", when, text);
    LLVMDisposeMessage(text);
    return message;
}

static char *split_coroutines(const Codegen *cg, LLVMModuleRef module,
                              LLVMTargetMachineRef machine) {
    if (!coro_has_any(module))
        return NULL;
    char *error = optimise_run(cg, module, machine, coro_pipeline(cg->options->optimise));
    if (!error) {
        coro_record_lines(module);
        coro_settle(module);
    }
    return error;
}

static char *run_pipeline(const Codegen *cg, LLVMModuleRef module, LLVMTargetMachineRef machine) {
    char pipeline[] = "default<O0>";
    *strchr(pipeline, '0') = cg->options->optimise;
    return optimise_run(cg, module, machine, pipeline);
}

/* The passes for code that runs seldom. */
static char *run_cold_pipeline(const Codegen *cg, LLVMModuleRef module,
                               LLVMTargetMachineRef machine) {
    bool small = target_library_is_small(cg);
    return optimise_run(cg, module, machine,
                        small ? "coro-cleanup,function(mem2reg,early-cse,simplifycfg),globaldce"
                              : "coro-cleanup,globaldce");
}

char *optimise_library(const Codegen *cg, LLVMModuleRef module, LLVMTargetMachineRef machine,
                       bool is_hot) {
    char *error = verify(cg, module, "as emitted");
    if (!error)
        error = split_coroutines(cg, module, machine);
    if (!error && is_hot && cg->options->optimise != '0')
        error = link_runtime(cg, module);
    if (!error)
        error = is_hot ? run_pipeline(cg, module, machine) : run_cold_pipeline(cg, module, machine);
    return error ? error : verify(cg, module, "after the passes");
}

char *optimise_part(const Codegen *cg, LLVMModuleRef module, LLVMTargetMachineRef machine) {
    char *error = cg->options->optimise != '0' ? link_runtime(cg, module) : NULL;
    if (!error)
        error = run_pipeline(cg, module, machine);
    return error ? error : verify(cg, module, "after the passes");
}

int optimise_begin(Codegen *cg) {
    char *error = verify(cg, cg->module, "as emitted");
    if (!error)
        error = split_coroutines(cg, cg->module, cg->machine);
    codegen_lap(cg, "split coroutines");
    return codegen_failed_take(cg, "the passes failed", error);
}

int optimise_end(Codegen *cg) {
    char *error = optimise_part(cg, cg->module, cg->machine);
    records_settle(cg);
    codegen_lap(cg, "LLVM passes");
    return codegen_failed_take(cg, "the passes failed", error);
}
