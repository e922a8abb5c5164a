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

const char *ir_opcode_text(IrOpcode opcode) { return opcode_facts[opcode].text; }

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

bool ir_can_fail(const IrOp *op) { return ir_flags(op) & IR_FLAG_FAIL; }

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

static bool literal_equal(const AstLiteral *left, const AstLiteral *right) {
    if (left->kind != right->kind)
        return false;
    switch (left->kind) {
    case CONST_INT:
        return left->integer == right->integer;
    case CONST_FLOAT:
    case CONST_COMPLEX: /* bit for bit: 0.0 and -0.0 differ */
        return memcmp(&left->real, &right->real, sizeof left->real) == 0;
    case CONST_STR:
    case CONST_BYTES:
    case CONST_BIGINT:
        return left->text.size == right->text.size &&
               memcmp(left->text.data, right->text.data, left->text.size) == 0;
    default:
        return true;
    }
}

static bool items_equal(const IrConstant *constant, IrConstant **items, uint32_t count) {
    if (constant->item_count != count)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (constant->items[i] != items[i])
            return false;
    return true;
}

static IrConstant *constant_add(IrModule *module) {
    Arena *arena = module->program->arena;
    IrConstant *constant = ARENA_NEW(arena, IrConstant);
    constant->index = (uint32_t)module->constants.count;
    VEC_PUSH(arena, &module->constants, constant);
    return constant;
}

static IrConstant *scalar_constant(IrModule *module, const AstLiteral *value, bool is_name) {
    for (size_t i = 0; i < module->constants.count; i++) {
        IrConstant *constant = module->constants.items[i];
        if (!constant->is_tuple && constant->is_name == is_name &&
            literal_equal(&constant->value, value))
            return constant;
    }
    IrConstant *constant = constant_add(module);
    constant->value = *value;
    constant->is_name = is_name;
    return constant;
}

IrConstant *ir_constant(IrModule *module, const AstLiteral *value) {
    return scalar_constant(module, value, false);
}

IrConstant *ir_constant_name(IrModule *module, const Name *name) {
    AstLiteral value = {.kind = CONST_STR, .text = {name->text, name->size}};
    return scalar_constant(module, &value, true);
}

IrConstant *ir_constant_tuple(IrModule *module, IrConstant **items, uint32_t count, bool frozen) {
    for (size_t i = 0; i < module->constants.count; i++) {
        IrConstant *constant = module->constants.items[i];
        if (constant->is_tuple && constant->is_frozenset == frozen &&
            items_equal(constant, items, count))
            return constant;
    }
    IrConstant *constant = constant_add(module);
    constant->is_tuple = true;
    constant->is_frozenset = frozen;
    constant->items = items;
    constant->item_count = count;
    return constant;
}
