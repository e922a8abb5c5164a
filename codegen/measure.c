/*
 * measure.c — how many bytes of an object file belong to which Python module: code, constants and
 * tables. The object of a library module is all its own; in the main one symbols tell whose they
 * are ("py.<module>.<qualname>").
 */
#include "emit.h"

#include <llvm-c/Object.h>
#include <string.h>

/* Which module of the program does the symbol `name` belong to? The one with the longest name that
 * fits; NULL: none. */
static const IrModule *owner_of(const IrProgram *program, const char *name) {
    const IrModule *best = NULL;
    if (strncmp(name, "py.", 3) != 0)
        return NULL;
    for (size_t i = 0; i < program->modules.count; i++) {
        const IrModule *module = program->modules.items[i];
        size_t size = strlen(module->name);
        bool fits = !strncmp(name + 3, module->name, size) && name[3 + size] == '.';
        if (fits && (!best || size > strlen(best->name)))
            best = module;
    }
    return best;
}

/* Sections that take part in the program, not those that describe it. */
static bool is_loaded(const char *name) {
    static const char *const prefixes[] = {".text", ".rodata", ".data", ".bss", "CODE", "DATA"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (!strncmp(name, prefixes[i], strlen(prefixes[i])))
            return true;
    return false;
}

static uint64_t sum_sections(LLVMBinaryRef binary) {
    uint64_t sum = 0;
    LLVMSectionIteratorRef section = LLVMObjectFileCopySectionIterator(binary);
    for (; !LLVMObjectFileIsSectionIteratorAtEnd(binary, section); LLVMMoveToNextSection(section)) {
        const char *name = LLVMGetSectionName(section);
        if (name && is_loaded(name))
            sum += LLVMGetSectionSize(section);
    }
    LLVMDisposeSectionIterator(section);
    return sum;
}

/* What shares the main unit is told apart by symbols; LLVM knows no sizes of WebAssembly's. */
static void add_symbols(Codegen *cg, LLVMBinaryRef binary) {
    if (cg->options->target != TARGET_NATIVE) {
        cg->options->module_sizes[0] += sum_sections(binary);
        return;
    }
    LLVMSymbolIteratorRef symbol = LLVMObjectFileCopySymbolIterator(binary);
    for (; !LLVMObjectFileIsSymbolIteratorAtEnd(binary, symbol); LLVMMoveToNextSymbol(symbol)) {
        const IrModule *owner = owner_of(cg->program, LLVMGetSymbolName(symbol));
        if (owner)
            cg->options->module_sizes[owner->index] += LLVMGetSymbolSize(symbol);
    }
    LLVMDisposeSymbolIterator(symbol);
}

static LLVMBinaryRef open_object(Codegen *cg, const char *path, LLVMMemoryBufferRef *buffer) {
    char *error = NULL;
    if (LLVMCreateMemoryBufferWithContentsOfFile(path, buffer, &error)) {
        codegen_failed_take(cg, "an object file cannot be read back", error);
        return NULL;
    }
    LLVMBinaryRef binary = LLVMCreateBinary(*buffer, NULL, &error);
    if (!binary) {
        codegen_failed_take(cg, "an object file cannot be read back", error);
        LLVMDisposeMemoryBuffer(*buffer);
    }
    return binary;
}

int measure_modules(Codegen *cg, const char *main_object) {
    LLVMMemoryBufferRef buffer;
    LLVMBinaryRef binary = open_object(cg, main_object, &buffer);
    if (!binary)
        return 70;
    add_symbols(cg, binary);
    LLVMDisposeBinary(binary);
    LLVMDisposeMemoryBuffer(buffer);
    for (size_t i = 0; i < cg->program->modules.count; i++) {
        const Unit *unit = cg->modules[i].unit;
        if (unit == cg->main_unit)
            continue;
        binary = open_object(cg, unit->object, &buffer);
        if (!binary)
            return 70;
        cg->options->module_sizes[i] = sum_sections(binary);
        LLVMDisposeBinary(binary);
        LLVMDisposeMemoryBuffer(buffer);
    }
    return 0;
}
