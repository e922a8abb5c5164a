/*
 * records.c — the static records of rt/layout.def that a program consists of beside its code:
 * ProgramInfo, one ModuleInfo per module with its slot arrays, FunctionInfo and ClassInfo for what
 * code refers to. Records are declared when first referred to and filled in at the end.
 */
#include "emit.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

typedef struct NativeModuleName {
    const char *name, *symbol;
} NativeModuleName;

static const NativeModuleName native_modules[] = {
#define NATIVE_MODULE(name, suffix) {name, "pyrt_module_" #suffix},
#include "../rt/modules.def"
#undef NATIVE_MODULE
#define PART(package, module, names)
#define NATIVE_PART(package, part, names) {package "/" #part, "pyrt_part_" #part},
#define SUBMODULE(package, name)
#include "../rt/parts.def"
#undef SUBMODULE
#undef NATIVE_PART
#undef PART
};

static LLVMValueRef null_pointer(const Codegen *cg) {
    return LLVMConstNull(cg->types.pointer);
}

/* An internal global of `type`, without initialiser yet. */
static LLVMValueRef add_internal(Codegen *cg, const char *name, LLVMTypeRef type) {
    LLVMValueRef global = LLVMAddGlobal(cg->module, type, name);
    LLVMSetLinkage(global, LLVMInternalLinkage);
    return global;
}

/* A zeroed array that the runtime writes to. */
static LLVMValueRef add_zeroed(Codegen *cg, const char *name, LLVMTypeRef item, uint32_t count) {
    LLVMTypeRef type = LLVMArrayType2(item, count);
    LLVMValueRef global = add_internal(cg, name, type);
    LLVMSetInitializer(global, LLVMConstNull(type));
    return global;
}

LLVMValueRef record_text(Codegen *cg, const char *data, size_t size) {
    LLVMValueRef text = LLVMConstStringInContext2(cg->context, data, size, false);
    LLVMValueRef global = LLVMAddGlobal(cg->module, LLVMTypeOf(text), "text");
    LLVMSetInitializer(global, text);
    LLVMSetLinkage(global, LLVMPrivateLinkage);
    LLVMSetGlobalConstant(global, true);
    LLVMSetUnnamedAddress(global, LLVMGlobalUnnamedAddr);
    LLVMSetAlignment(global, 1);
    return global;
}

static LLVMValueRef record_cstr(Codegen *cg, const char *text) {
    return record_text(cg, text, strlen(text));
}

LLVMValueRef record_array(Codegen *cg, const char *name, LLVMTypeRef type, LLVMValueRef *items,
                          uint32_t count) {
    if (!count)
        return null_pointer(cg);
    LLVMValueRef array = LLVMConstArray2(type, items, count);
    LLVMValueRef global = LLVMAddGlobal(cg->module, LLVMTypeOf(array), name);
    LLVMSetInitializer(global, array);
    LLVMSetLinkage(global, LLVMPrivateLinkage);
    LLVMSetGlobalConstant(global, true);
    return global;
}

static LLVMValueRef name_array(Codegen *cg, const Name **names, uint32_t count) {
    LLVMValueRef *items = ARENA_ARRAY(cg->arena, LLVMValueRef, count + 1);
    for (uint32_t i = 0; i < count; i++)
        items[i] = record_text(cg, names[i]->text, names[i]->size);
    return record_array(cg, "names", cg->types.pointer, items, count);
}

/* Gives the record `global` its contents: `fields` is one of the ...Fields structures. */
#define FILL(cg, global, Type, fields)                                                             \
    fill_record((cg), (global), RECORD_##Type, (LLVMValueRef *)(fields),                           \
                sizeof(Type##Fields) / sizeof(LLVMValueRef))
static void fill_record(Codegen *cg, LLVMValueRef global, RecordKind kind, LLVMValueRef *fields,
                        unsigned count) {
    LLVMSetInitializer(global, LLVMConstNamedStruct(cg->types.record[kind], fields, count));
    LLVMSetGlobalConstant(global, true);
}

ModuleCode *module_code(Codegen *cg, const IrModule *module) {
    return &cg->modules[module->index];
}

FunctionCode *function_code(Codegen *cg, const IrFunction *function) {
    return &module_code(cg, function->module)->functions[function->index];
}

LLVMValueRef record_module(Codegen *cg, const IrModule *module) {
    return unit_value(cg, module_code(cg, module)->info, module);
}

LLVMValueRef record_function(Codegen *cg, const IrFunction *function) {
    FunctionCode *code = function_code(cg, function);
    Unit *here = unit_enter(cg, module_code(cg, function->module)->unit);
    if (!code->info)
        code->info = add_internal(cg, arena_printf(cg->arena, "%s.info", function->symbol),
                                  cg->types.record[RECORD_FunctionInfo]);
    unit_enter(cg, here);
    return unit_value(cg, code->info, function->module);
}

/* The record, made in the unit of its module. */
static LLVMValueRef new_class(Codegen *cg, const IrClass *cls, const ModuleCode *module) {
    LLVMValueRef record = add_internal(
        cg, arena_printf(cg->arena, "py.%s.%s.class", cls->module->name, cls->qualname),
        cg->types.record[RECORD_ClassInfo]);
    ClassInfoFields fields = {
        .name = record_cstr(cg, cls->name),
        .qualname = record_cstr(cg, cls->qualname),
        .module = module->info,
        .attributes = name_array(cg, cls->attributes, cls->attribute_count),
        .attribute_count = const_u32(cg, cls->attribute_count),
        .line = const_u32(cg, cls->line),
    };
    FILL(cg, record, ClassInfo, &fields);
    return record;
}

LLVMValueRef record_class(Codegen *cg, const IrClass *cls) {
    ModuleCode *module = module_code(cg, cls->module);
    LLVMValueRef *place = &module->classes[cls->index];
    Unit *here = unit_enter(cg, module->unit);
    if (!*place)
        *place = new_class(cg, cls, module);
    unit_enter(cg, here);
    return unit_value(cg, *place, cls->module);
}

LLVMValueRef record_cache(Codegen *cg, ModuleCode *module) {
    LLVMValueRef index = const_u32(cg, module->cache_count++);
    return LLVMConstInBoundsGEP2(cg->types.record[RECORD_InlineCache], module->caches, &index, 1);
}

static void init_module(Codegen *cg, ModuleCode *code, const IrModule *module) {
    const char *prefix = arena_printf(cg->arena, "py.%s", module->name);
    code->ir = module;
    code->unit = unit_of(cg, module);
    Unit *here = unit_enter(cg, code->unit);
    code->info = add_internal(cg, arena_printf(cg->arena, "%s.module", prefix),
                              cg->types.record[RECORD_ModuleInfo]);
    code->globals = add_zeroed(cg, arena_printf(cg->arena, "%s.globals", prefix), cg->types.i64,
                               (uint32_t)module->globals.count);
    code->constant_slots = LLVMAddGlobal(cg->module, cg->types.i64, "");
    code->caches = LLVMAddGlobal(cg->module, cg->types.record[RECORD_InlineCache], "");
    code->functions = ARENA_ARRAY(cg->arena, FunctionCode, module->functions.count + 1);
    code->classes = ARENA_ARRAY(cg->arena, LLVMValueRef, module->classes.count + 1);
    for (size_t i = 0; i < module->functions.count; i++) {
        const IrFunction *function = module->functions.items[i];
        if (function->is_virtual)
            continue;
        Callable *body = &code->functions[function->index].body;
        body->type = type_of_function(cg, function);
        body->function = LLVMAddFunction(cg->module, function->symbol, body->type);
        LLVMSetLinkage(body->function, LLVMInternalLinkage);
    }
    unit_enter(cg, here);
}

void records_init(Codegen *cg) {
    cg->modules = ARENA_ARRAY(cg->arena, ModuleCode, cg->program->modules.count);
    for (size_t i = 0; i < cg->program->modules.count; i++)
        init_module(cg, &cg->modules[i], cg->program->modules.items[i]);
}

static LLVMValueRef or_null(Codegen *cg, LLVMValueRef value) {
    return value ? value : null_pointer(cg);
}

static void finish_function(Codegen *cg, ModuleCode *module, const IrFunction *function) {
    FunctionCode *code = &module->functions[function->index];
    if (!code->info)
        return;
    FunctionInfoFields fields = {
        .name = record_cstr(cg, function->name),
        .qualname = record_cstr(cg, function->qualname),
        .module = module->info,
        .doc = function->doc.data ? record_text(cg, function->doc.data, function->doc.size)
                                  : null_pointer(cg),
        .params = name_array(cg, function->params, function->param_count),
        .free_names = name_array(cg, function->frees, function->free_count + function->cell_count),
        .entry = or_null(cg, code->entry),
        .ramp = or_null(cg, code->ramp),
        .suspended = null_pointer(cg),
        .posonly_count = const_u32(cg, function->posonly_count),
        .positional_count = const_u32(cg, function->positional_count),
        .kwonly_count = const_u32(cg, function->kwonly_count),
        .free_count = const_u32(cg, function->free_count),
        .cell_count = const_u32(cg, function->cell_count),
        .flags = const_u32(cg, function->flags),
        .line = const_u32(cg, function->line),
    };
    FILL(cg, code->info, FunctionInfo, &fields);
}

/* Replaces a table's placeholder by an array of its final size. */
static LLVMValueRef finish_table(Codegen *cg, const ModuleCode *module, const char *what,
                                 LLVMValueRef placeholder, LLVMTypeRef item, uint32_t count) {
    const char *name = arena_printf(cg->arena, "py.%s.%s", module->ir->name, what);
    LLVMValueRef table = add_zeroed(cg, name, item, count);
    LLVMReplaceAllUsesWith(placeholder, table);
    LLVMDeleteGlobal(placeholder);
    return table;
}

static LLVMValueRef global_names(Codegen *cg, const IrModule *module) {
    uint32_t count = (uint32_t)module->globals.count;
    const Name **names = ARENA_ARRAY(cg->arena, const Name *, count + 1);
    for (uint32_t i = 0; i < count; i++)
        names[module->globals.items[i]->index] = module->globals.items[i]->name;
    return name_array(cg, names, count);
}

/* Drops "." components and resolves ".." by text, in place; `path` is absolute. */
static char *normalise_path(char *path) {
    char *out = path;
    for (const char *at = path; *at;) {
        size_t size = strcspn(at + 1, "/") + 1; /* a slash and a component */
        if (size == 3 && !strncmp(at, "/..", 3)) {
            while (out > path && *--out != '/')
                continue;
        } else if (size > 1 && !(size == 2 && at[1] == '.')) {
            memmove(out, at, size);
            out += size;
        }
        at += size;
    }
    *out = 0;
    return path;
}

/* The path as tracebacks and __file__ show it: absolute. */
static const char *shown_path(Codegen *cg, const char *path) {
    char folder[PATH_MAX];
    if (!strcmp(path, "-"))
        return "<stdin>";
    if (path[0] != '/') {
        if (!getcwd(folder, sizeof folder))
            return path;
        path = arena_printf(cg->arena, "%s/%s", folder, path);
    }
    return normalise_path(arena_copy(cg->arena, path, strlen(path)));
}

/* What only the module's record refers to must look used until that has its contents. */
static void keep(Codegen *cg, const ModuleCode *code) {
    const IrFunction *body = code->ir->body;
    LLVMValueRef kept[] = {code->info,
                           code->globals,
                           code->constant_slots,
                           code->caches,
                           code->constant_table,
                           code->init,
                           body ? function_code(cg, body)->info : code->info};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (LLVMIsAGlobalValue(kept[i]))
            unit_export(cg, kept[i], code->ir->name);
}

static void finish_module(Codegen *cg, ModuleCode *code) {
    const IrModule *module = code->ir;
    Unit *here = unit_enter(cg, code->unit);
    uint32_t constant_count = (uint32_t)code->constants.count;
    code->constant_slots =
        finish_table(cg, code, "constants", code->constant_slots, cg->types.i64, constant_count);
    code->caches = finish_table(cg, code, "caches", code->caches,
                                cg->types.record[RECORD_InlineCache], code->cache_count);
    code->constant_table = record_array(cg, "constants", cg->types.record[RECORD_ConstantInfo],
                                        code->constants.items, constant_count);
    code->init = null_pointer(cg);
    if (module->body) {
        function_entry(cg, module->body);
        code->init = function_code(cg, module->body)->entry;
        record_function(cg, module->body);
    }
    if (code->unit == cg->main_unit)
        keep(cg, code);
    for (size_t i = 0; i < module->functions.count; i++)
        finish_function(cg, code, module->functions.items[i]);
    unit_enter(cg, here);
}

/* The text of the library's modules is read from their files, where programs have files. */
static bool has_source_inside(const Codegen *cg, const Module *module) {
    return cg->options->target != TARGET_NATIVE || !module->is_library;
}

static void settle_module(Codegen *cg, ModuleCode *code) {
    const IrModule *module = code->ir;
    const Source *source = module->source ? module->source->source : NULL;
    Unit *here = unit_enter(cg, code->unit);
    ModuleInfoFields fields = {
        .name = record_cstr(cg, module->name),
        .file = source ? record_cstr(cg, shown_path(cg, source->path)) : null_pointer(cg),
        .source = source && has_source_inside(cg, module->source)
                      ? record_text(cg, source->text.data, source->file_size)
                      : null_pointer(cg),
        .cpython_lines = module->source && module->source->cpython_lines
                             ? record_cstr(cg, module->source->cpython_lines)
                             : null_pointer(cg),
        .init = code->init,
        .body = module->body ? record_function(cg, module->body) : null_pointer(cg),
        .globals = code->globals,
        .global_names = global_names(cg, module),
        .constants = code->constant_table,
        .constant_slots = code->constant_slots,
        .caches = code->caches,
        .source_size = const_u32(cg, source ? (uint32_t)source->file_size : 0),
        .global_count = const_u32(cg, (uint32_t)module->globals.count),
        .constant_count = const_u32(cg, (uint32_t)code->constants.count),
        .cache_count = const_u32(cg, code->cache_count),
        .flags =
            const_u32(cg, (module->source && module->source->is_package ? MODULE_PACKAGE : 0) |
                              (module->source && module->source->is_library ? MODULE_LIBRARY : 0)),
        .reserved = const_u32(cg, 0),
    };
    FILL(cg, code->info, ModuleInfo, &fields);
    unit_enter(cg, here);
}

/* The runtime's NativeModule object of `name`. */
static LLVMValueRef native_module(Codegen *cg, const char *name) {
    for (size_t i = 0; i < sizeof native_modules / sizeof *native_modules; i++) {
        if (strcmp(native_modules[i].name, name))
            continue;
        LLVMValueRef global = LLVMAddGlobal(cg->module, cg->types.i8, native_modules[i].symbol);
        LLVMSetGlobalConstant(global, true);
        return global;
    }
    return NULL;
}

static void finish_program(Codegen *cg) {
    const IrProgram *program = cg->program;
    uint32_t module_count = (uint32_t)program->modules.count, native_count = 0;
    LLVMValueRef *modules = ARENA_ARRAY(cg->arena, LLVMValueRef, module_count + 1);
    LLVMValueRef *natives = ARENA_ARRAY(cg->arena, LLVMValueRef, program->natives.count + 1);
    for (uint32_t i = 0; i < module_count; i++)
        modules[i] = record_module(cg, program->modules.items[i]);
    for (size_t i = 0; i < program->natives.count; i++) {
        LLVMValueRef native = native_module(cg, program->natives.items[i]);
        if (native)
            natives[native_count++] = native;
    }
    ProgramInfoFields fields = {
        .modules = record_array(cg, "modules", cg->types.pointer, modules, module_count),
        .natives = record_array(cg, "natives", cg->types.pointer, natives, native_count),
        .module_count = const_u32(cg, module_count),
        .native_count = const_u32(cg, native_count),
    };
    LLVMValueRef global =
        LLVMAddGlobal(cg->module, cg->types.record[RECORD_ProgramInfo], "pyrt_program");
    FILL(cg, global, ProgramInfo, &fields);
}

void records_finish(Codegen *cg) {
    for (size_t i = 0; i < cg->program->modules.count; i++)
        finish_module(cg, &cg->modules[i]);
    finish_program(cg);
}

void records_settle_library(Codegen *cg) {
    for (size_t i = 0; i < cg->program->modules.count; i++)
        if (cg->modules[i].unit != cg->main_unit)
            settle_module(cg, &cg->modules[i]);
}

void records_settle(Codegen *cg) {
    for (size_t i = 0; i < cg->program->modules.count; i++)
        if (cg->modules[i].unit == cg->main_unit)
            settle_module(cg, &cg->modules[i]);
}
