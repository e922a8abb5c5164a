/*
 * constants.c — the constant table of a module: one ConstantInfo row per constant that is no
 * immediate word, made when code first asks for it. The runtime makes the objects before the module
 * runs and puts them in the module's constant slots.
 */
#include "emit.h"

#include <string.h>

bool constant_is_immediate(const IrConstant *constant, uint64_t *word) {
    if (constant->is_tuple || constant->is_frozenset || constant->is_name)
        return false;
    switch (constant->value.kind) {
    case CONST_NONE:
        *word = VALUE_NONE;
        return true;
    case CONST_TRUE:
        *word = VALUE_TRUE;
        return true;
    case CONST_FALSE:
        *word = VALUE_FALSE;
        return true;
    case CONST_ELLIPSIS:
        *word = VALUE_ELLIPSIS;
        return true;
    case CONST_INT:
        *word = value_from_small_int(constant->value.integer);
        return true;
    default:
        return false;
    }
}

/* Appends a row; answers its number. */
static uint32_t add_row(Codegen *cg, ModuleCode *module, uint32_t kind, LLVMValueRef data,
                        uint32_t size, uint64_t bits) {
    ConstantInfoFields fields = {
        .data = data ? data : LLVMConstNull(cg->types.pointer),
        .kind = const_u32(cg, kind),
        .size = const_u32(cg, size),
        .bits = const_u64(cg, bits),
    };
    LLVMValueRef row =
        LLVMConstNamedStruct(cg->types.record[RECORD_ConstantInfo], (LLVMValueRef *)&fields,
                             sizeof fields / sizeof(LLVMValueRef));
    VEC_PUSH(cg->arena, &module->constants, row);
    return (uint32_t)module->constants.count - 1;
}

static uint32_t add_text(Codegen *cg, ModuleCode *module, uint32_t kind, Str text) {
    return add_row(cg, module, kind, record_text(cg, text.data, text.size), (uint32_t)text.size, 0);
}

static uint32_t add_items(Codegen *cg, ModuleCode *module, const IrConstant *constant) {
    LLVMValueRef *items = ARENA_ARRAY(cg->arena, LLVMValueRef, constant->item_count + 1);
    for (uint32_t i = 0; i < constant->item_count; i++) {
        uint64_t word;
        if (!constant_is_immediate(constant->items[i], &word))
            word = (uint64_t)constant_number(cg, module, constant->items[i]) << 4 | 8;
        items[i] = const_u64(cg, word);
    }
    LLVMValueRef data = record_array(cg, "items", cg->types.i64, items, constant->item_count);
    uint32_t kind = constant->is_frozenset ? CONSTANT_FROZENSET : CONSTANT_TUPLE;
    return add_row(cg, module, kind, data, constant->item_count, 0);
}

static uint32_t add_number(Codegen *cg, ModuleCode *module, uint32_t kind, double number) {
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return add_row(cg, module, kind, NULL, 0, bits);
}

static uint32_t add_constant(Codegen *cg, ModuleCode *module, const IrConstant *constant) {
    if (constant->is_tuple || constant->is_frozenset)
        return add_items(cg, module, constant);
    const AstLiteral *value = &constant->value;
    switch (value->kind) {
    case CONST_BYTES:
        return add_text(cg, module, CONSTANT_BYTES, value->text);
    case CONST_BIGINT:
        return add_text(cg, module, CONSTANT_INT, value->text);
    case CONST_FLOAT:
        return add_number(cg, module, CONSTANT_FLOAT, value->real);
    case CONST_COMPLEX:
        return add_number(cg, module, CONSTANT_COMPLEX, value->real);
    default:
        return add_text(cg, module, CONSTANT_STR, value->text);
    }
}

/* The entry of `key` in a map that grows on demand; 0 = not there yet. */
static uint32_t *number_at(Codegen *cg, NumberMap *map, uint32_t key) {
    while (map->count <= key)
        VEC_PUSH(cg->arena, map, 0);
    return &map->items[key];
}

uint32_t constant_name_number(Codegen *cg, ModuleCode *module, const Name *name) {
    uint32_t *number = number_at(cg, &module->name_numbers, name->id);
    if (!*number) {
        Str text = {name->text, name->size};
        *number = add_text(cg, module, CONSTANT_NAME, text) + 1;
    }
    return *number - 1;
}

uint32_t constant_number(Codegen *cg, ModuleCode *module, const IrConstant *constant) {
    if (constant->is_name) {
        const AstLiteral *value = &constant->value;
        return constant_name_number(
            cg, module, name_intern(cg->program->names, value->text.data, value->text.size));
    }
    if (!*number_at(cg, &module->constant_numbers, constant->index)) {
        uint32_t number = add_constant(cg, module, constant); /* may make the map grow */
        *number_at(cg, &module->constant_numbers, constant->index) = number + 1;
    }
    return *number_at(cg, &module->constant_numbers, constant->index) - 1;
}
