/*
 * ir_clone.c — a copy of a function, to be specialised.
 */
#include "ir.h"

typedef struct Cloner {
    IrFunction *copy;
    IrBlock **blocks; /* by id */
    IrOp **ops;       /* by id */
} Cloner;

static void clone_locals(Cloner *cloner, const IrFunction *original) {
    for (size_t i = 0; i < original->locals.count; i++) {
        const IrLocal *from = original->locals.items[i];
        IrLocal *local = ir_local_new(cloner->copy, from->name, from->type);
        local->is_parameter = from->is_parameter;
        local->is_hidden = from->is_hidden;
        local->is_cell = from->is_cell;
    }
}

/* Operators without operands first: uses may stand before definitions in the list of blocks. */
static void clone_shells(Cloner *cloner, const IrFunction *original) {
    for (size_t i = 0; i < original->blocks.count; i++) {
        const IrBlock *from = original->blocks.items[i];
        IrBlock *block = ir_block_new(cloner->copy);
        block->id = from->id;
        cloner->blocks[from->id] = block;
        for (const IrOp *op = from->first; op; op = op->next) {
            IrOp *copy = ir_op_new(cloner->copy, op->opcode, op->type, op->operand_count);
            IrOperand *operands = copy->operands;
            *copy = *op;
            copy->operands = operands;
            copy->previous = copy->next = NULL;
            cloner->ops[op->id] = copy;
            ir_append(block, copy);
        }
    }
    cloner->copy->next_id = original->next_id;
    cloner->copy->next_block_id = original->next_block_id;
}

static void link_op(const Cloner *cloner, const IrOp *from, IrOp *op) {
    for (uint32_t i = 0; i < op->operand_count; i++) {
        op->operands[i] = from->operands[i];
        if (op->operands[i].kind == OPERAND_VALUE)
            op->operands[i].value = cloner->ops[from->operands[i].value->id];
    }
    if (op->unwind)
        op->unwind = cloner->blocks[op->unwind->id];
    switch (op->opcode) {
    case IR_LOCAL_GET:
    case IR_LOCAL_SET:
    case IR_LOCAL_DEL:
        op->local = cloner->copy->locals.items[op->local->index];
        break;
    case IR_BRANCH:
        op->targets[1] = cloner->blocks[op->targets[1]->id];
        op->targets[0] = cloner->blocks[op->targets[0]->id];
        break;
    case IR_BR:
        op->targets[0] = cloner->blocks[op->targets[0]->id];
        break;
    default:
        break;
    }
}

IrFunction *ir_function_clone(const IrFunction *original, const char *symbol) {
    IrFunction *copy = ir_function_new(original->module, symbol);
    uint32_t index = copy->index;
    *copy = *original;
    copy->symbol = symbol;
    copy->index = index;
    copy->is_clone = true;
    copy->needs_entry = false;
    copy->locals.items = NULL;
    copy->locals.count = copy->locals.capacity = 0;
    copy->blocks.items = NULL;
    copy->blocks.count = copy->blocks.capacity = 0;
    Cloner cloner = {.copy = copy,
                     .blocks = ARENA_ARRAY(copy->arena, IrBlock *, original->next_block_id + 1),
                     .ops = ARENA_ARRAY(copy->arena, IrOp *, original->next_id + 1)};
    clone_locals(&cloner, original);
    clone_shells(&cloner, original);
    for (size_t i = 0; i < original->blocks.count; i++) {
        const IrOp *from = original->blocks.items[i]->first;
        for (IrOp *op = copy->blocks.items[i]->first; op; op = op->next, from = from->next)
            link_op(&cloner, from, op);
    }
    return copy;
}
