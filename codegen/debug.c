/*
 * debug.c — DWARF for -g: every module is a file, every function a subprogram, every operator with
 * a position a line and column, every named local a variable. Positions that have no source
 * (clean-up) get line 0, which debuggers step over. CoroSplit copies all of it into resumed parts.
 */
#include "emit.h"

#include <stdlib.h>
#include <string.h>

struct Debug {
    LLVMDIBuilderRef builder;
    LLVMMetadataRef unit;
    LLVMMetadataRef *files;   /* by IrModule.index */
    LLVMMetadataRef function; /* the type of every subprogram: none in particular */
    LLVMMetadataRef types[REPR_BOOL + 1];
};

enum { DWARF_BOOLEAN = 2, DWARF_FLOAT = 4, DWARF_SIGNED = 5, DWARF_UNSIGNED = 7 };

static void module_flag(Codegen *cg, const char *name, uint32_t value) {
    LLVMAddModuleFlag(cg->module, LLVMModuleFlagBehaviorWarning, name, strlen(name),
                      LLVMValueAsMetadata(const_u32(cg, value)));
}

/* The file of `source`: folder and name apart, relative paths against the working directory. */
static LLVMMetadataRef make_file(Codegen *cg, Debug *debug, const Source *source) {
    const char *path = source ? source->path : "";
    char *folder = path[0] == '/' ? NULL : realpath(".", NULL);
    const char *directory = folder ? folder : "/";
    LLVMMetadataRef file =
        LLVMDIBuilderCreateFile(debug->builder, path, strlen(path), directory, strlen(directory));
    (void)cg;
    free(folder);
    return file;
}

static LLVMMetadataRef basic_type(Debug *debug, const char *name, uint64_t bits, unsigned code) {
    return LLVMDIBuilderCreateBasicType(debug->builder, name, strlen(name), bits, code,
                                        LLVMDIFlagZero);
}

void debug_init(Codegen *cg) {
    if (!cg->options->debug)
        return;
    Debug *debug = ARENA_NEW(cg->arena, Debug);
    cg->debug = debug;
    LLVMSetIsNewDbgInfoFormat(cg->module, true);
    module_flag(cg, "Dwarf Version", 4);
    module_flag(cg, "Debug Info Version", LLVMDebugMetadataVersion());
    debug->builder = LLVMCreateDIBuilder(cg->module);
    debug->files = ARENA_ARRAY(cg->arena, LLVMMetadataRef, cg->program->modules.count);
    for (size_t i = 0; i < cg->program->modules.count; i++) {
        const IrModule *module = cg->program->modules.items[i];
        debug->files[module->index] =
            make_file(cg, debug, module->source ? module->source->source : NULL);
    }
    static const char producer[] = "pyasyncc " PYASYNCC_VERSION;
    debug->unit = LLVMDIBuilderCreateCompileUnit(
        debug->builder, LLVMDWARFSourceLanguagePython, debug->files[0], producer,
        sizeof producer - 1, cg->options->optimise != '0', "", 0, 0, "", 0, LLVMDWARFEmissionFull,
        0, false, false, "", 0, "", 0);
    debug->function =
        LLVMDIBuilderCreateSubroutineType(debug->builder, debug->files[0], NULL, 0, LLVMDIFlagZero);
    debug->types[REPR_OBJ] = basic_type(debug, "object", 64, DWARF_UNSIGNED);
    debug->types[REPR_I64] = basic_type(debug, "int", 64, DWARF_SIGNED);
    debug->types[REPR_F64] = basic_type(debug, "float", 64, DWARF_FLOAT);
    debug->types[REPR_BOOL] = basic_type(debug, "bool", 8, DWARF_BOOLEAN);
}

void debug_finish(Codegen *cg) {
    if (!cg->debug)
        return;
    LLVMDIBuilderFinalize(cg->debug->builder);
    LLVMDisposeDIBuilder(cg->debug->builder);
}

static void set_location(Emit *e, unsigned line, unsigned column) {
    LLVMMetadataRef scope = LLVMGetSubprogram(e->code->body.function);
    LLVMMetadataRef location =
        LLVMDIBuilderCreateDebugLocation(e->cg->context, line, column, scope, NULL);
    LLVMSetCurrentDebugLocation2(e->builder, location);
}

void debug_function(Emit *e) {
    Debug *debug = e->cg->debug;
    if (!debug)
        return;
    const IrFunction *ir = e->ir;
    LLVMMetadataRef file = debug->files[ir->module->index];
    LLVMMetadataRef subprogram = LLVMDIBuilderCreateFunction(
        debug->builder, file, ir->qualname, strlen(ir->qualname), ir->symbol, strlen(ir->symbol),
        file, ir->line, debug->function, true, true, ir->line, LLVMDIFlagPrototyped,
        e->cg->options->optimise != '0');
    LLVMSetSubprogram(e->code->body.function, subprogram);
    set_location(e, ir->line, 0);
}

void debug_local(Emit *e, const IrLocal *local) {
    Debug *debug = e->cg->debug;
    if (!debug || !local->name)
        return;
    LLVMMetadataRef scope = LLVMGetSubprogram(e->code->body.function);
    LLVMMetadataRef file = debug->files[e->ir->module->index];
    LLVMMetadataRef type = debug->types[local->type.repr];
    const Name *name = local->name;
    LLVMMetadataRef variable =
        local->index < e->ir->param_count
            ? LLVMDIBuilderCreateParameterVariable(debug->builder, scope, name->text, name->size,
                                                   local->index + 1, file, e->ir->line, type, true,
                                                   LLVMDIFlagZero)
            : LLVMDIBuilderCreateAutoVariable(debug->builder, scope, name->text, name->size, file,
                                              e->ir->line, type, true, LLVMDIFlagZero, 0);
    LLVMMetadataRef expression = LLVMDIBuilderCreateExpression(debug->builder, NULL, 0);
    LLVMDIBuilderInsertDeclareRecordAtEnd(debug->builder, e->locals[local->index], variable,
                                          expression, LLVMGetCurrentDebugLocation2(e->builder),
                                          LLVMGetInsertBlock(e->builder));
}

void debug_at(Emit *e, uint64_t position) {
    if (!e->cg->debug)
        return;
    uint64_t column = position >> 16 & 0xffff;
    set_location(e, (unsigned)(position >> 40), position ? (unsigned)column + 1 : 0);
}
