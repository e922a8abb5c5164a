/*
 * unit.c — the LLVM modules that a program becomes. The user's modules share one; every module of
 * the library or of an installed package gets one of its own, which is compiled apart from the rest
 * (library.c) and is the same in most programs that import it.
 *
 * Whatever is emitted goes to the unit that was entered. What one unit defines and another refers
 * to becomes a hidden external symbol: the name of its Python module is added, for `a.b` with a
 * function c and `a` with a class b must not collide.
 */
#include "emit.h"

#include <string.h>

static Unit *new_unit(Codegen *cg, const char *name) {
    Unit *unit = ARENA_NEW(cg->arena, Unit);
    unit->name = name;
    unit->module = LLVMModuleCreateWithNameInContext(name, cg->context);
    return unit;
}

Unit *unit_enter(Codegen *cg, Unit *unit) {
    Unit *left = cg->unit;
    cg->unit = unit;
    cg->module = unit->module;
    return left;
}

void units_init(Codegen *cg) {
    cg->main_unit = new_unit(cg, cg->program->modules.items[0]->name);
    unit_enter(cg, cg->main_unit);
}

Unit *unit_of(Codegen *cg, const IrModule *module) {
    if (!cg->is_split || !(module->source->is_library || module->source->is_installed))
        return cg->main_unit;
    Unit *unit = new_unit(cg, module->name);
    unit->is_hot = emit_is_hot_library(module) || module->source->is_installed;
    LLVMSetTarget(unit->module, LLVMGetTarget(cg->main_unit->module));
    LLVMSetModuleDataLayout(unit->module, cg->layout);
    VEC_PUSH(cg->arena, &cg->library, unit);
    return unit;
}

void unit_export(Codegen *cg, LLVMValueRef global, const char *module) {
    if (LLVMGetLinkage(global) == LLVMExternalLinkage)
        return;
    size_t size;
    const char *name = LLVMGetValueName2(global, &size);
    const char *exported = arena_printf(cg->arena, "%.*s$%s", (int)size, name, module);
    LLVMSetValueName2(global, exported, strlen(exported));
    LLVMSetLinkage(global, LLVMExternalLinkage);
    LLVMSetVisibility(global, LLVMHiddenVisibility);
}

static LLVMValueRef declare(Codegen *cg, LLVMValueRef global) {
    size_t size;
    const char *name = LLVMGetValueName2(global, &size);
    LLVMTypeRef type = LLVMGlobalGetValueType(global);
    LLVMValueRef known;
    if (LLVMIsAFunction(global)) {
        known = LLVMGetNamedFunction(cg->module, name);
        if (known)
            return known;
        known = LLVMAddFunction(cg->module, name, type);
        function_attribute(cg, known, "nounwind");
    } else {
        known = LLVMGetNamedGlobal(cg->module, name);
        if (known)
            return known;
        known = LLVMAddGlobal(cg->module, type, name);
    }
    LLVMSetVisibility(known, LLVMHiddenVisibility);
    return known;
}

LLVMValueRef unit_value(Codegen *cg, LLVMValueRef global, const IrModule *owner) {
    if (module_code(cg, owner)->unit == cg->unit)
        return global;
    unit_export(cg, global, owner->name);
    return declare(cg, global);
}
