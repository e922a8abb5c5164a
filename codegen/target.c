/*
 * target.c — the targets: names, LLVM target machines, data layout.
 */
#include "emit.h"

#include <llvm-c/Target.h>
#include <string.h>

static const char wasm_triple[] = "wasm32-unknown-wasi";

/* The machine's own triple, in LLVM's spelling or in the shorter one of GNU systems. */
static bool is_host_triple(const char *name) {
    char *host = LLVMGetDefaultTargetTriple();
    char *given = LLVMNormalizeTargetTriple(name);
    size_t vendor = strcspn(host, "-");
    const char *rest = strchr(host + vendor + 1, '-');
    bool same =
        !strcmp(host, given) || (rest && strlen(name) == vendor + strlen(rest) &&
                                 !strncmp(name, host, vendor) && !strcmp(name + vendor, rest));
    LLVMDisposeMessage(host);
    LLVMDisposeMessage(given);
    return same;
}

bool codegen_find_target(const char *name, CodegenTarget *target) {
    static const char *const wasm_names[] = {"wasm32-wasi", "wasm32-unknown-wasi", "wasm32-wasip1",
                                             "wasm32-unknown-wasip1"};
    for (size_t i = 0; i < sizeof wasm_names / sizeof *wasm_names; i++) {
        if (!strcmp(name, wasm_names[i])) {
            *target = TARGET_WASI;
            return true;
        }
    }
    if (strcmp(name, "native") && !is_host_triple(name))
        return false;
    *target = TARGET_NATIVE;
    return true;
}

static void init_wasm(void) {
    LLVMInitializeWebAssemblyTargetInfo();
    LLVMInitializeWebAssemblyTarget();
    LLVMInitializeWebAssemblyTargetMC();
    LLVMInitializeWebAssemblyAsmPrinter();
}

/* The level of instruction selection and register allocation, which LLVM has for the whole program
 * only. */
static LLVMCodeGenOptLevel level_of(const Codegen *cg) {
    switch (cg->options->optimise) {
    case '0':
        return LLVMCodeGenLevelNone;
    case '1':
        return LLVMCodeGenLevelLess;
    case '3':
        return LLVMCodeGenLevelAggressive;
    default:
        return LLVMCodeGenLevelDefault;
    }
}

bool target_library_is_small(const Codegen *cg) {
    char level = cg->options->optimise;
    return level == 's' || level == 'z' || (cg->options->target == TARGET_WASI && level != '0');
}

static LLVMTargetMachineRef new_machine(const Codegen *cg, LLVMCodeGenOptLevel level,
                                        char **error) {
    bool native = cg->options->target == TARGET_NATIVE;
    char *triple = native ? LLVMGetDefaultTargetTriple() : LLVMCreateMessage(wasm_triple);
    LLVMTargetRef target;
    LLVMTargetMachineRef machine = NULL;
    if (!LLVMGetTargetFromTriple(triple, &target, error))
        machine =
            LLVMCreateTargetMachine(target, triple, native ? "" : "generic", "", level,
                                    native ? LLVMRelocPIC : LLVMRelocStatic, LLVMCodeModelDefault);
    LLVMDisposeMessage(triple);
    return machine;
}

LLVMTargetMachineRef target_library_machine(const Codegen *cg, bool is_hot, char **error) {
    bool quick = !is_hot && !target_library_is_small(cg) && cg->options->optimise < '2';
    return new_machine(cg, quick ? LLVMCodeGenLevelNone : level_of(cg), error);
}

LLVMTargetMachineRef target_main_machine(const Codegen *cg, char **error) {
    bool has_giants = emit_has_giants(cg->program);
    return new_machine(cg, has_giants ? LLVMCodeGenLevelNone : level_of(cg), error);
}

bool target_init(Codegen *cg, char **error) {
    bool native = cg->options->target == TARGET_NATIVE;
    if (native) {
        LLVMInitializeNativeTarget();
        LLVMInitializeNativeAsmPrinter();
    } else {
        init_wasm();
    }
    cg->machine = target_main_machine(cg, error);
    if (!cg->machine)
        return false;
    cg->layout = LLVMCreateTargetDataLayout(cg->machine);
    char *triple = LLVMGetTargetMachineTriple(cg->machine);
    LLVMSetTarget(cg->module, triple);
    LLVMSetModuleDataLayout(cg->module, cg->layout);
    LLVMDisposeMessage(triple);
    return true;
}
