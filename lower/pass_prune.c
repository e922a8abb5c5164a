/*
 * pass_prune.c — tidies the graph that the builder leaves: decides branches on constants, skips
 * blocks that only jump on, joins a block with the only one that follows it, and drops the blocks
 * that are never reached.
 *
 * Needs: nothing. The entry block stays the entry and never gets a predecessor it did not have.
 */
#include "cfg.h"
#include "pass.h"

/* A branch that can go only one way becomes a jump. */
static void decide_branch(IrOp *op) {
    const IrOp *condition = op->operands[0].value;
    IrBlock *target = NULL;
    if (condition->opcode == IR_CONST_BOOL)
        target = op->targets[condition->integer ? 0 : 1];
    else if (op->targets[0] == op->targets[1])
        target = op->targets[0];
    if (!target)
        return;
    op->opcode = IR_BR;
    op->operand_count = 0;
    op->targets[0] = target;
    op->targets[1] = NULL;
}

/* Where control ends up that goes to `block`, past blocks that only jump on. */
static IrBlock *final_target(IrBlock *block) {
    const IrFunction *function = block->function;
    for (size_t step = 0; step < function->blocks.count; step++) {
        const IrOp *op = block->first;
        if (op->opcode != IR_BR || op->targets[0] == block)
            break;
        block = op->targets[0];
    }
    return block;
}

static void thread_jumps(IrFunction *function) {
    for (size_t i = 0; i < function->blocks.count; i++) {
        for (IrOp *op = function->blocks.items[i]->first; op; op = op->next) {
            IrBlock **fields[3];
            if (op->opcode == IR_BRANCH)
                decide_branch(op);
            uint32_t count = cfg_successors(op, fields);
            for (uint32_t k = 0; k < count; k++)
                *fields[k] = final_target(*fields[k]);
            if (op->opcode == IR_BRANCH)
                decide_branch(op);
        }
    }
}

/* Moves the operators of `next` to the end of `block`, whose jump there goes away. */
static void join(IrBlock *block, IrBlock *next) {
    ir_remove(block->last);
    while (next->first) {
        IrOp *op = next->first;
        ir_remove(op);
        ir_append(block, op);
    }
}

/* Joins blocks whose mark, the number of edges to them, is 1. */
static void join_blocks(IrFunction *function, const Cfg *cfg) {
    for (uint32_t i = 0; i < cfg->count; i++) {
        IrBlock *block = cfg->order[i];
        while (block->last && block->last->opcode == IR_BR) {
            IrBlock *next = block->last->targets[0];
            if (next->mark != 1 || next == block || next == function->blocks.items[0])
                break;
            join(block, next);
        }
    }
}

static void count_edges(const Cfg *cfg) {
    for (uint32_t i = 0; i < cfg->count; i++)
        cfg->order[i]->mark = 0;
    for (uint32_t i = 0; i < cfg->count; i++) {
        for (IrOp *op = cfg->order[i]->first; op; op = op->next) {
            IrBlock **fields[3];
            uint32_t count = cfg_successors(op, fields);
            for (uint32_t k = 0; k < count; k++)
                (*fields[k])->mark++;
        }
    }
}

/* Keeps the blocks that are reached and not empty, in their order. */
static void drop_blocks(IrFunction *function, const Cfg *cfg) {
    size_t kept = 0;
    for (size_t i = 0; i < function->blocks.count; i++) {
        IrBlock *block = function->blocks.items[i];
        if (cfg_reaches(cfg, block) && block->first)
            function->blocks.items[kept++] = block;
    }
    function->blocks.count = kept;
}

void pass_prune(IrFunction *function) {
    Arena *scratch = arena_new();
    thread_jumps(function);
    Cfg cfg = cfg_new(scratch, function);
    count_edges(&cfg);
    join_blocks(function, &cfg);
    drop_blocks(function, &cfg);
    arena_free(scratch);
}
