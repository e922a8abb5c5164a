/*
 * build.c — emitting: the few functions through which the builder appends operators, blocks and
 * constants.
 */
#include "build.h"

#include <string.h>

/* -- blocks and jumps -- */

IrBlock *build_block(Builder *b) {
    return ir_block_new(b->function);
}

static void append(Builder *b, IrOp *op) {
    op->position = b->position;
    op->frame = b->frame;
    if (ir_can_fail(op))
        op->unwind = b->unwind;
    ir_append(b->block, op);
}

static void terminate(Builder *b, IrOpcode opcode, IrBlock *first, IrBlock *second) {
    IrOp *op = ir_op_new(b->function, opcode, IR_TYPE_VOID, 0);
    op->targets[0] = first;
    op->targets[1] = second;
    append(b, op);
}

void build_unreachable(Builder *b) {
    terminate(b, IR_UNREACHABLE, NULL, NULL);
    b->block = build_block(b);
}

void build_jump(Builder *b, IrBlock *target) {
    terminate(b, IR_BR, target, NULL);
    b->block = build_block(b);
}

void build_start(Builder *b, IrBlock *target) {
    terminate(b, IR_BR, target, NULL);
    b->block = target;
}

void build_branch(Builder *b, IrOp *condition, IrBlock *if_true, IrBlock *if_false) {
    IrOp *op = ir_op_new(b->function, IR_BRANCH, IR_TYPE_VOID, 1);
    op->operands[0] = VALUE(condition);
    op->targets[0] = if_true;
    op->targets[1] = if_false;
    append(b, op);
}

/* -- operators -- */

IrOp *build_op(Builder *b, IrOpcode opcode, IrType type, IrOp **values, uint32_t count) {
    IrOp *op = ir_op_new(b->function, opcode, type, count);
    for (uint32_t i = 0; i < count; i++)
        op->operands[i] = VALUE(values[i]);
    append(b, op);
    return op;
}

IrOp *build_unary(Builder *b, IrOpcode opcode, IrType type, IrOp *operand) {
    return build_op(b, opcode, type, &operand, 1);
}

static IrType runtime_type(RuntimeFunction runtime) {
    switch (runtime_facts[runtime].result) {
    case RUNTIME_RESULT_OBJ:
    case RUNTIME_RESULT_BORROWED:
    case RUNTIME_RESULT_MAYBE:
        return IR_TYPE_OBJ;
    case RUNTIME_RESULT_BOOL:
        return IR_TYPE_BOOL;
    case RUNTIME_RESULT_I64:
        return IR_TYPE_I64;
    case RUNTIME_RESULT_F64:
        return IR_TYPE_F64;
    default:
        return IR_TYPE_VOID;
    }
}

IrOp *build_rt(Builder *b, RuntimeFunction runtime, const IrOperand *operands, uint32_t count) {
    IrOp *op = ir_op_new(b->function, IR_RT, runtime_type(runtime), count);
    op->runtime = runtime;
    for (uint32_t i = 0; i < count; i++)
        op->operands[i] = operands[i];
    append(b, op);
    if (ir_always_fails(op))
        build_unreachable(b);
    return op;
}

IrOp *build_rt_array(Builder *b, RuntimeFunction runtime, const IrOperand *fixed, uint32_t count,
                     IrOp **values, uint32_t value_count) {
    IrOperand *operands = ARENA_ARRAY(b->program->arena, IrOperand, count + value_count + 1);
    for (uint32_t i = 0; i < count; i++)
        operands[i] = fixed[i];
    for (uint32_t i = 0; i < value_count; i++)
        operands[count + i] = VALUE(values[i]);
    return build_rt(b, runtime, operands, count + value_count);
}

/* -- constants -- */

static IrKind literal_kind(ConstantKind kind) {
    switch (kind) {
    case CONST_NONE:
        return KIND_NONE;
    case CONST_TRUE:
    case CONST_FALSE:
        return KIND_BOOL;
    case CONST_INT:
    case CONST_BIGINT:
        return KIND_INT;
    case CONST_FLOAT:
        return KIND_FLOAT;
    case CONST_STR:
        return KIND_STR;
    case CONST_BYTES:
        return KIND_BYTES;
    default:
        return KIND_ANY;
    }
}

IrOp *build_constant(Builder *b, IrConstant *constant) {
    IrKind kind = KIND_TUPLE;
    if (constant->is_frozenset)
        kind = KIND_ANY;
    else if (!constant->is_tuple)
        kind = literal_kind(constant->value.kind);
    IrOp *op = build_op(b, IR_CONST_OBJ, ir_type(REPR_OBJ, kind), NULL, 0);
    op->constant = constant;
    return op;
}

IrOp *build_literal(Builder *b, const AstLiteral *value) {
    return build_constant(b, ir_constant(b->module, value));
}

IrOp *build_none(Builder *b) {
    return build_literal(b, &(AstLiteral){.kind = CONST_NONE});
}

IrOp *build_int(Builder *b, int64_t value) {
    return build_literal(b, &(AstLiteral){.kind = CONST_INT, .integer = value});
}

IrOp *build_bool(Builder *b, bool value) {
    return build_literal(b, &(AstLiteral){.kind = value ? CONST_TRUE : CONST_FALSE});
}

IrOp *build_str(Builder *b, const char *text) {
    return build_literal(b, &(AstLiteral){.kind = CONST_STR, .text = {text, strlen(text)}});
}

IrOp *build_null(Builder *b) {
    return build_op(b, IR_NULL, IR_TYPE_OBJ, NULL, 0);
}

IrOp *build_box_bool(Builder *b, IrOp *condition) {
    return build_unary(b, IR_BOX_BOOL, ir_type(REPR_OBJ, KIND_BOOL), condition);
}

/* -- locals -- */

IrLocal *build_hidden_of(Builder *b, IrType type) {
    IrLocal *local = ir_local_new(b->function, NULL, type);
    local->is_hidden = true;
    return local;
}

IrLocal *build_hidden(Builder *b) {
    return build_hidden_of(b, IR_TYPE_OBJ);
}

IrOp *build_local_get(Builder *b, IrLocal *local) {
    IrOp *op = ir_op_new(b->function, IR_LOCAL_GET, local->type, 0);
    op->local = local;
    op->checked = !local->is_hidden && !local->is_cell;
    append(b, op);
    return op;
}

void build_local_set(Builder *b, IrLocal *local, IrOp *value) {
    IrOp *op = build_unary(b, IR_LOCAL_SET, IR_TYPE_VOID, value);
    op->local = local;
}

/* -- positions -- */

uint64_t build_position(const AstNode *node) {
    Range range = node->range;
    uint32_t lines = range.end_line - range.line;
    uint32_t column = range.column > UINT16_MAX ? UINT16_MAX : range.column;
    uint32_t end_column = range.end_column > UINT16_MAX ? UINT16_MAX : range.end_column;
    return PYRT_POSITION(range.line, lines > UINT8_MAX ? UINT8_MAX : lines, column, end_column);
}

void build_at(Builder *b, const AstNode *node) {
    b->position = build_position(node);
}
