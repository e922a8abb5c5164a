/*
 * object.c — writes the LLVM module to a file: object code, assembly, LLVM IR or bitcode. Files
 * appear whole: the bytes go to a neighbour that is renamed at the end.
 */
#include "emit.h"
#include "whole_file.h"

#include <errno.h>
#include <llvm-c/BitWriter.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Reports that `path` could not be written, by errno. Answers the exit status. */
static int report_write(Codegen *cg, const char *path) {
    diag_report(cg->program->diags, DIAG_FILE, NULL, (Range){0}, NULL, "cannot write %s: %s", path,
                strerror(errno));
    return 2;
}

static int write_file(Codegen *cg, const char *path, const char *data, size_t size) {
    if (!strcmp(path, "-"))
        return file_write_all(STDOUT_FILENO, data, size) ? 0 : report_write(cg, "standard output");
    return file_write_whole(cg->arena, path, data, size) ? 0 : report_write(cg, path);
}

int object_write_buffer(Codegen *cg, const char *path, LLVMMemoryBufferRef buffer) {
    int status = write_file(cg, path, LLVMGetBufferStart(buffer), LLVMGetBufferSize(buffer));
    LLVMDisposeMemoryBuffer(buffer);
    return status;
}

static int write_code(Codegen *cg, LLVMCodeGenFileType type, const char *path) {
    LLVMMemoryBufferRef buffer;
    char *error = NULL;
    if (LLVMTargetMachineEmitToMemoryBuffer(cg->machine, cg->module, type, &error, &buffer))
        return codegen_failed_take(cg, "LLVM cannot emit code", error);
    codegen_lap(cg, "machine code");
    if (cg->llvm_error) {
        LLVMDisposeMemoryBuffer(buffer);
        return codegen_internal_error(cg, "LLVM cannot emit code", cg->llvm_error);
    }
    return object_write_buffer(cg, path, buffer);
}

const char *object_temporary(Codegen *cg) {
    const char *folder = getenv("TMPDIR");
    char *object =
        arena_printf(cg->arena, "%s/pyasyncc-XXXXXX.o", folder && *folder ? folder : "/tmp");
    int file = mkstemps(object, 2);
    if (file < 0) {
        report_write(cg, object);
        return NULL;
    }
    close(file);
    return object;
}

int object_write(Codegen *cg, CodegenEmit kind, const char *path) {
    switch (kind) {
    case EMIT_ASM:
        return write_code(cg, LLVMAssemblyFile, path);
    case EMIT_LLVM_IR: {
        char *text = LLVMPrintModuleToString(cg->module);
        int status = write_file(cg, path, text, strlen(text));
        LLVMDisposeMessage(text);
        return status;
    }
    case EMIT_BITCODE:
        return object_write_buffer(cg, path, LLVMWriteBitcodeToMemoryBuffer(cg->module));
    default:
        return write_code(cg, LLVMObjectFile, path);
    }
}
