/*
 * codegen.h — the door of the back end: IR to LLVM, object files, the link. The only folder that
 * knows LLVM.
 */
#ifndef PYASYNCC_CODEGEN_CODEGEN_H
#define PYASYNCC_CODEGEN_CODEGEN_H

#include "../lower/lower.h"

typedef enum CodegenTarget { TARGET_NATIVE, TARGET_WASI } CodegenTarget;
typedef enum CodegenEmit { EMIT_EXE, EMIT_OBJ, EMIT_ASM, EMIT_LLVM_IR, EMIT_BITCODE } CodegenEmit;

typedef struct CodegenOptions {
    CodegenTarget target;
    CodegenEmit emit;
    char optimise; /* '0' '1' '2' '3' 's' 'z' */
    bool debug;    /* -g */
    bool verify;   /* run the LLVM verifier even in release builds */
    bool verbose;  /* -v: print the link command */
    bool time_passes;
    bool static_link;       /* --static */
    bool use_cache;         /* for objects of the library's modules */
    uint64_t *module_sizes; /* not NULL: bytes of each module go there (by IrModule.index, zeroed),
                               and nothing is linked */
    const char *home;       /* prefix/lib/pyasyncc: runtime libraries and bitcode */
} CodegenOptions;

/* Compiles `program` into `output` ("-" = standard output for the textual kinds). The file appears
 * whole or not at all. Answers 0, or the exit status of the command line (1, 2, 70) after reporting
 * through program->diags. */
int codegen_emit(const IrProgram *program, const CodegenOptions *options, const char *output);

/* The target named by --target=NAME or an LLVM triple; false if unknown. */
bool codegen_find_target(const char *name, CodegenTarget *target);

#endif
