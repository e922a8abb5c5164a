/*
 * ir.c — building blocks of the IR: functions, blocks, operators, constants, and the facts of
 * operators that passes ask for instead of looking at names.
 */
#include "ir.h"

#include "../rt/abi.h"

#include <string.h>

typedef struct OpcodeFacts {
    const char *text;
    uint32_t flags;
} OpcodeFacts;

#define PURE    IR_FLAG_PURE
#define FAIL    IR_FLAG_FAIL
#define TERM    IR_FLAG_TERM
#define SUSP    IR_FLAG_SUSP
#define MAYFAIL IR_FLAG_MAYFAIL
#define BORROW  IR_FLAG_BORROW
#define STEAL   IR_FLAG_STEAL
static const OpcodeFacts opcode_facts[IR_OPCODE_COUNT] = {
#define IR_OP(name, text, operands, result, flags) {text, flags},
#include "ir.def"
#undef IR_OP
};
#undef PURE
#undef FAIL
#undef TERM
#undef SUSP
#undef MAYFAIL
#undef BORROW
#undef STEAL

const char *ir_opcode_text(IrOpcode opcode) {
    return opcode_facts[opcode].text;
}

static uint32_t runtime_flags(const RuntimeFacts *facts) {
    uint32_t flags = 0;
    if (facts->effects == RUNTIME_EFFECTS_PURE)
        flags |= IR_FLAG_PURE;
    if (facts->effects == RUNTIME_EFFECTS_AWAIT)
        flags |= IR_FLAG_SUSP;
    if (facts->fail != RUNTIME_FAIL_NEVER)
        flags |= IR_FLAG_FAIL;
    if (facts->result == RUNTIME_RESULT_BORROWED)
        flags |= IR_FLAG_BORROW;
    return flags;
}

uint32_t ir_flags(const IrOp *op) {
    if (op->opcode == IR_RT)
        return runtime_flags(&runtime_facts[op->runtime]);
    uint32_t flags = opcode_facts[op->opcode].flags;
    if ((flags & IR_FLAG_MAYFAIL) && op->checked)
        flags |= IR_FLAG_FAIL;
    return flags;
}

bool ir_can_fail(const IrOp *op) {
    return ir_flags(op) & IR_FLAG_FAIL;
}

bool ir_always_fails(const IrOp *op) {
    return op->opcode == IR_RT && runtime_facts[op->runtime].fail == RUNTIME_FAIL_ALWAYS;
}

bool ir_result_is_borrowed(const IrOp *op) {
    if (op->opcode == IR_GLOBAL_GET)
        return op->global->is_final;
    return ir_flags(op) & IR_FLAG_BORROW;
}

/* Operands of a runtime call correspond to its parameters, C and SELF left out; the last parameter
 * A stands for all operands that remain. */
static RuntimeArg runtime_operand_kind(const RuntimeFacts *facts, uint32_t index) {
    uint32_t operand = 0;
    for (uint32_t i = 0; facts->params[i] != RUNTIME_ARG_NONE; i++) {
        RuntimeArg kind = facts->params[i];
        if (kind == RUNTIME_ARG_C || kind == RUNTIME_ARG_SELF)
            continue;
        if (operand == index || kind == RUNTIME_ARG_A)
            return kind;
        operand++;
    }
    return RUNTIME_ARG_NONE;
}

bool ir_operand_is_stolen(const IrOp *op, uint32_t index) {
    if (op->opcode == IR_RT)
        return runtime_operand_kind(&runtime_facts[op->runtime], index) == RUNTIME_ARG_S;
    return index == 0 && (opcode_facts[op->opcode].flags & IR_FLAG_STEAL);
}

/* -- construction -- */

IrFunction *ir_function_new(IrModule *module, const char *symbol) {
    Arena *arena = module->program->arena;
    IrFunction *function = ARENA_NEW(arena, IrFunction);
    function->symbol = symbol;
    function->module = module;
    function->arena = arena;
    function->return_type = IR_TYPE_OBJ;
    function->index = (uint32_t)module->functions.count;
    VEC_PUSH(arena, &module->functions, function);
    return function;
}

bool ir_stores_attribute(const IrProgram *program, const char *name) {
    uint32_t id = name_cstr(program->names, name)->id;
    return id < program->stored_attributes.count && program->stored_attributes.items[id];
}

IrBlock *ir_block_new(IrFunction *function) {
    IrBlock *block = ARENA_NEW(function->arena, IrBlock);
    block->id = function->next_block_id++;
    block->function = function;
    VEC_PUSH(function->arena, &function->blocks, block);
    return block;
}

IrLocal *ir_local_new(IrFunction *function, const Name *name, IrType type) {
    IrLocal *local = ARENA_NEW(function->arena, IrLocal);
    local->name = name;
    local->type = type;
    local->index = (uint32_t)function->locals.count;
    VEC_PUSH(function->arena, &function->locals, local);
    return local;
}

IrOp *ir_op_new(IrFunction *function, IrOpcode opcode, IrType type, uint32_t operand_count) {
    IrOp *op = ARENA_NEW(function->arena, IrOp);
    op->opcode = opcode;
    op->type = type;
    op->id = function->next_id++;
    op->operand_count = operand_count;
    if (operand_count)
        op->operands = ARENA_ARRAY(function->arena, IrOperand, operand_count);
    return op;
}

void ir_append(IrBlock *block, IrOp *op) {
    op->block = block;
    op->previous = block->last;
    op->next = NULL;
    if (block->last)
        block->last->next = op;
    else
        block->first = op;
    block->last = op;
}

void ir_insert_before(IrOp *position, IrOp *op) {
    op->block = position->block;
    op->previous = position->previous;
    op->next = position;
    if (position->previous)
        position->previous->next = op;
    else
        position->block->first = op;
    position->previous = op;
}

void ir_insert_after(IrOp *position, IrOp *op) {
    if (position->next)
        ir_insert_before(position->next, op);
    else
        ir_append(position->block, op);
}

void ir_remove(IrOp *op) {
    if (op->previous)
        op->previous->next = op->next;
    else
        op->block->first = op->next;
    if (op->next)
        op->next->previous = op->previous;
    else
        op->block->last = op->previous;
    op->previous = op->next = NULL;
    op->block = NULL;
}

/* -- constants: equal ones share an entry -- */

/* Open addressing, grown at three quarters. */
typedef struct IrConstantTable {
    IrConstant **places;
    size_t size; /* a power of two */
    size_t count;
} IrConstantTable;

static uint64_t hash_mix(uint64_t hash, const void *data, size_t size) {
    const unsigned char *bytes = data;
    for (size_t i = 0; i < size; i++) /* FNV-1a */
        hash = (hash ^ bytes[i]) * 0x100000001b3u;
    return hash;
}

static uint64_t constant_hash(const IrConstant *constant) {
    uint64_t hash = 0xcbf29ce484222325u;
    const AstLiteral *value = &constant->value;
    hash = hash_mix(hash, &value->kind, sizeof value->kind);
    hash = hash_mix(hash, &value->integer, sizeof value->integer);
    hash = hash_mix(hash, &value->real, sizeof value->real);
    hash = hash_mix(hash, value->text.data, value->text.size);
    return hash_mix(hash, constant->items, constant->item_count * sizeof *constant->items);
}

/* Floats bit for bit: 0.0 and -0.0 differ. */
static bool literal_equal(const AstLiteral *left, const AstLiteral *right) {
    return left->kind == right->kind && left->integer == right->integer &&
           memcmp(&left->real, &right->real, sizeof left->real) == 0 &&
           left->text.size == right->text.size &&
           (!left->text.size || !memcmp(left->text.data, right->text.data, left->text.size));
}

static bool constant_equal(const IrConstant *left, const IrConstant *right) {
    if (left->is_name != right->is_name || left->is_tuple != right->is_tuple ||
        left->is_frozenset != right->is_frozenset || left->item_count != right->item_count)
        return false;
    for (uint32_t i = 0; i < left->item_count; i++)
        if (left->items[i] != right->items[i])
            return false;
    return literal_equal(&left->value, &right->value);
}

/* Where `constant` stands, or the free place for it. */
static IrConstant **constant_place(const IrConstantTable *table, const IrConstant *constant) {
    size_t i = constant_hash(constant) & (table->size - 1);
    while (table->places[i] && !constant_equal(table->places[i], constant))
        i = (i + 1) & (table->size - 1);
    return &table->places[i];
}

static void constant_table_grow(Arena *arena, IrConstantTable *table) {
    IrConstantTable old = *table;
    table->size = old.size ? 2 * old.size : 64;
    table->places = ARENA_ARRAY(arena, IrConstant *, table->size);
    for (size_t i = 0; i < old.size; i++)
        if (old.places[i])
            *constant_place(table, old.places[i]) = old.places[i];
}

/* The module's constant equal to `wanted`, which is copied if there is none yet. */
static IrConstant *constant_shared(IrModule *module, const IrConstant *wanted) {
    Arena *arena = module->program->arena;
    if (!module->constant_table)
        module->constant_table = ARENA_NEW(arena, IrConstantTable);
    IrConstantTable *table = module->constant_table;
    if (4 * table->count >= 3 * table->size)
        constant_table_grow(arena, table);
    IrConstant **place = constant_place(table, wanted);
    if (*place)
        return *place;
    IrConstant *constant = ARENA_NEW(arena, IrConstant);
    *constant = *wanted;
    constant->index = (uint32_t)module->constants.count;
    VEC_PUSH(arena, &module->constants, constant);
    table->count++;
    return *place = constant;
}

IrConstant *ir_constant(IrModule *module, const AstLiteral *value) {
    IrConstant wanted = {.value = {.kind = value->kind}};
    switch (value->kind) { /* the fields that count, so that the others do not tell apart */
    case CONST_INT:
        wanted.value.integer = value->integer;
        break;
    case CONST_FLOAT:
    case CONST_COMPLEX:
        wanted.value.real = value->real;
        break;
    default:
        wanted.value.text = value->text;
    }
    return constant_shared(module, &wanted);
}

IrConstant *ir_constant_name(IrModule *module, const Name *name) {
    IrConstant wanted = {.value = {.kind = CONST_STR, .text = {name->text, name->size}},
                         .is_name = true};
    return constant_shared(module, &wanted);
}

IrConstant *ir_constant_tuple(IrModule *module, IrConstant **items, uint32_t count, bool frozen) {
    IrConstant wanted = {
        .is_tuple = true, .is_frozenset = frozen, .items = items, .item_count = count};
    return constant_shared(module, &wanted);
}
