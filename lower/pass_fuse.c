/*
 * pass_fuse.c — loops over generators: where a loop is the only one that ever sees a generator, the
 * generator's body becomes part of the loop. Its variables become locals of the loop's function,
 * `yield` a jump to the loop's body, and asking for the next item a jump behind the `yield`. No
 * object is made, nothing is suspended, and the passes that follow see values flow through.
 *
 *   caller:  %g = call @gen ...; %i = rt iter %g; br head
 *   head:    %n = rt next %i; %s = is.stop %n; branch %s, done, body
 *
 * Taken are generator functions of the same module with a single `yield` and no handlers: such a
 * generator does nothing when it is closed. With one `yield` there is one place to go on from, so
 * what dominates a use in the generator still does: the loop's entry jumps to the start of its
 * body, the ways back to behind the `yield`.
 *
 * Tracebacks show the generator's frame as before: its operators name it as their frame, and a
 * failure adds the caller's entry on its way out. StopIteration raised inside becomes RuntimeError
 * (PEP 479). The generator's variables die where the loop is left, as with the generator.
 *
 * Needs: devirtualize before, for direct calls; prune, for loops in their simplest form. Leaves
 * branches on constants to prune.
 */
#include "cfg.h"
#include "pass.h"

#include "../rt/abi.h"

enum {
    GENERATOR_SIZE_MAX = 400, /* operators of a generator that is fused */
    FUNCTION_SIZE_MAX = 8000, /* ... into a function of at most so many */
    FUSED_MAX = 16,           /* loops of one function: generators may be recursive */
};

/* A loop over a generator. */
typedef struct FusedLoop {
    IrOp *call, *iter, *next, *stop, *branch;
    IrBlock *head;
} FusedLoop;

typedef struct Fuser {
    Arena *scratch;
    IrFunction *function;
    const IrFunction *generator;
    FusedLoop loop;
    IrLocal **locals; /* by index in the generator */
    IrBlock **blocks; /* by id in the generator */
    IrOp **values;    /* by id in the generator: what stands for it in the function */
    IrBlock *resume;  /* behind the yield */
    IrBlock *returned, *failed;
} Fuser;

/* -- which generators -- */

/* The only operator of `generator` that suspends, if it is a `yield`; NULL for others, and for
 * generators that call themselves. */
static const IrOp *find_yield(const IrFunction *generator) {
    const IrOp *yield = NULL;
    for (size_t i = 0; i < generator->blocks.count; i++) {
        for (const IrOp *op = generator->blocks.items[i]->first; op; op = op->next) {
            if (op->opcode == IR_CALL && op->function == generator)
                return NULL;
            if (!(ir_flags(op) & IR_FLAG_SUSP))
                continue;
            if (yield || op->opcode != IR_YIELD)
                return NULL;
            yield = op;
        }
    }
    return yield;
}

static bool can_fuse(const IrFunction *function, const IrFunction *generator) {
    uint32_t kinds =
        FUNCTION_GENERATOR | FUNCTION_COROUTINE | FUNCTION_ASYNC_GENERATOR | FUNCTION_HAS_HANDLERS;
    return (generator->flags & kinds) == FUNCTION_GENERATOR && generator != function &&
           generator->module == function->module && generator->next_id <= GENERATOR_SIZE_MAX &&
           function->next_id <= FUNCTION_SIZE_MAX && find_yield(generator);
}

/* -- which loops -- */

static uint32_t *count_uses(Arena *scratch, const IrFunction *function) {
    uint32_t *uses = ARENA_ARRAY(scratch, uint32_t, function->next_id + 1);
    for (size_t i = 0; i < function->blocks.count; i++)
        for (const IrOp *op = function->blocks.items[i]->first; op; op = op->next)
            for (uint32_t k = 0; k < op->operand_count && op->opcode != IR_KEEP; k++)
                if (op->operands[k].kind == OPERAND_VALUE)
                    uses[op->operands[k].value->id]++;
    return uses;
}

static bool is_rt(const IrOp *op, RuntimeFunction runtime) {
    return op->opcode == IR_RT && op->runtime == runtime;
}

/* Does the block of `next` have the form of a loop's head, over a generator nobody else sees? */
static bool find_loop(const Fuser *f, const uint32_t *uses, IrOp *next, FusedLoop *loop) {
    if (!is_rt(next, RUNTIME_next) || next->previous)
        return false;
    IrOp *iter = next->operands[0].value;
    if (!is_rt(iter, RUNTIME_iter) || uses[iter->id] != 1)
        return false;
    IrOp *call = iter->operands[0].value;
    IrOp *stop = next->next, *branch = stop ? stop->next : NULL;
    if (call->opcode != IR_CALL || uses[call->id] != 1 || !can_fuse(f->function, call->function))
        return false;
    if (!branch || stop->opcode != IR_IS_STOP || stop->operands[0].value != next ||
        branch->opcode != IR_BRANCH || branch->operands[0].value != stop || uses[stop->id] != 1)
        return false;
    *loop = (FusedLoop){call, iter, next, stop, branch, next->block};
    return iter->block->last->opcode == IR_BR && iter->block->last->targets[0] == loop->head;
}

/* -- edges -- */

typedef struct Marks {
    bool *marked; /* by block id */
    VEC(IrBlock *) stack;
} Marks;

static void mark(Arena *scratch, Marks *marks, IrBlock *block) {
    if (marks->marked[block->id])
        return;
    marks->marked[block->id] = true;
    VEC_PUSH(scratch, &marks->stack, block);
}

/* The blocks that are reached without passing `barrier`. */
static bool *reached_without(Arena *scratch, IrFunction *function, const IrBlock *barrier) {
    Marks marks = {.marked = ARENA_ARRAY(scratch, bool, function->next_block_id + 1)};
    mark(scratch, &marks, function->blocks.items[0]);
    while (marks.stack.count) {
        IrBlock *block = marks.stack.items[--marks.stack.count];
        for (IrOp *op = block->first; op && block != barrier; op = op->next) {
            IrBlock **fields[3];
            for (uint32_t k = cfg_successors(op, fields); k-- > 0;)
                mark(scratch, &marks, *fields[k]);
        }
    }
    return marks.marked;
}

/* Is iter's block the only way into the loop from outside? */
static bool has_one_entry(const Fuser *f, const bool *outside) {
    for (size_t i = 0; i < f->function->blocks.count; i++) {
        IrBlock *block = f->function->blocks.items[i];
        if (!outside[block->id] || block == f->loop.iter->block || block == f->loop.head)
            continue;
        for (IrOp *op = block->first; op; op = op->next) {
            IrBlock **fields[3];
            for (uint32_t k = cfg_successors(op, fields); k-- > 0;)
                if (*fields[k] == f->loop.head)
                    return false;
        }
    }
    return true;
}

/* -- the generator's body in the function -- */

static IrOp *append(Fuser *f, IrBlock *block, IrOpcode opcode, IrType type, uint32_t operands) {
    IrOp *op = ir_op_new(f->function, opcode, type, operands);
    ir_append(block, op);
    return op;
}

static void append_jump(Fuser *f, IrBlock *block, IrBlock *target) {
    append(f, block, IR_BR, IR_TYPE_VOID, 0)->targets[0] = target;
}

static void copy_locals(Fuser *f) {
    const IrFunction *generator = f->generator;
    f->locals = ARENA_ARRAY(f->scratch, IrLocal *, generator->locals.count + 1);
    for (size_t i = 0; i < generator->locals.count; i++) {
        const IrLocal *from = generator->locals.items[i];
        f->locals[i] = ir_local_new(f->function, from->name, from->type);
        f->locals[i]->is_hidden = from->is_hidden;
        f->locals[i]->is_cell = from->is_cell;
    }
}

/* `yield` leads to the loop's head, whose item is the value; asked again, it answers None. */
static IrBlock *copy_yield(Fuser *f, const IrOp *yield, IrBlock *block) {
    f->resume = ir_block_new(f->function);
    append_jump(f, block, f->loop.head);
    IrOp *sent = append(f, f->resume, IR_CONST_OBJ, ir_type(REPR_OBJ, KIND_NONE), 0);
    sent->constant = ir_constant(f->function->module, &(AstLiteral){.kind = CONST_NONE});
    f->values[yield->id] = sent;
    return f->resume;
}

static void copy_op(Fuser *f, const IrOp *from, IrBlock *block) {
    IrOp *op = append(f, block, from->opcode, from->type, from->operand_count);
    IrOp place = *op;
    *op = *from;
    op->id = place.id;
    op->operands = place.operands;
    op->block = place.block;
    op->previous = place.previous;
    op->next = place.next;
    op->frame = from->frame ? from->frame : (IrFunction *)f->generator;
    f->values[from->id] = op;
}

/* Operators first, their operands later: a use may stand before its definition in the list. */
static void copy_blocks(Fuser *f) {
    const IrFunction *generator = f->generator;
    f->blocks = ARENA_ARRAY(f->scratch, IrBlock *, generator->next_block_id + 1);
    f->values = ARENA_ARRAY(f->scratch, IrOp *, generator->next_id + 1);
    for (size_t i = 0; i < generator->blocks.count; i++)
        f->blocks[generator->blocks.items[i]->id] = ir_block_new(f->function);
    for (size_t i = 0; i < generator->blocks.count; i++) {
        IrBlock *block = f->blocks[generator->blocks.items[i]->id];
        for (const IrOp *op = generator->blocks.items[i]->first; op; op = op->next) {
            if (op->opcode == IR_YIELD)
                block = copy_yield(f, op, block);
            else if (op->opcode == IR_CALLEE)
                f->values[op->id] = f->loop.call->operands[0].value;
            else if (op->opcode == IR_RET)
                append_jump(f, block, f->returned);
            else if (op->opcode == IR_RET_FAIL)
                append_jump(f, block, f->failed);
            else
                copy_op(f, op, block);
        }
    }
}

static void link_op(Fuser *f, const IrOp *from) {
    IrOp *op = f->values[from->id];
    for (uint32_t i = 0; i < from->operand_count; i++) {
        op->operands[i] = from->operands[i];
        if (op->operands[i].kind == OPERAND_VALUE)
            op->operands[i].value = f->values[from->operands[i].value->id];
    }
    if (op->unwind)
        op->unwind = f->blocks[from->unwind->id];
    if (op->opcode == IR_LOCAL_GET || op->opcode == IR_LOCAL_SET || op->opcode == IR_LOCAL_DEL)
        op->local = f->locals[from->local->index];
    if (op->opcode == IR_BR || op->opcode == IR_BRANCH)
        op->targets[0] = f->blocks[from->targets[0]->id];
    if (op->opcode == IR_BRANCH)
        op->targets[1] = f->blocks[from->targets[1]->id];
}

static void link_ops(Fuser *f) {
    for (size_t i = 0; i < f->generator->blocks.count; i++)
        for (const IrOp *op = f->generator->blocks.items[i]->first; op; op = op->next)
            if (op->opcode != IR_YIELD && op->opcode != IR_CALLEE && op->opcode != IR_RET &&
                op->opcode != IR_RET_FAIL)
                link_op(f, op);
}

/* -- the ways out -- */

static void append_deletions(Fuser *f, IrBlock *block) {
    for (size_t i = 0; i < f->generator->locals.count; i++)
        if (!f->locals[i]->is_hidden)
            append(f, block, IR_LOCAL_DEL, IR_TYPE_VOID, 0)->local = f->locals[i];
}

static IrOp *append_rt(Fuser *f, IrBlock *block, RuntimeFunction runtime, IrType type,
                       uint32_t operands, IrBlock *unwind) {
    IrOp *op = append(f, block, IR_RT, type, operands);
    op->runtime = runtime;
    op->unwind = unwind;
    return op;
}

static IrOp *append_builtin(Fuser *f, IrBlock *block, int64_t index) {
    IrOp *op = append_rt(f, block, RUNTIME_builtin, IR_TYPE_OBJ, 1, NULL);
    op->operands[0] = (IrOperand){.kind = OPERAND_IMMEDIATE, .immediate = index};
    return op;
}

/* raise RuntimeError("generator raised StopIteration") from `cause` */
static void append_conversion(Fuser *f, IrBlock *block, IrOp *cause, IrBlock *unwind) {
    static const char text[] = "generator raised StopIteration";
    AstLiteral literal = {.kind = CONST_STR, .text = {text, sizeof text - 1}};
    IrOp *type = append_builtin(f, block, BUILTIN_RuntimeError);
    IrOp *message = append(f, block, IR_CONST_OBJ, ir_type(REPR_OBJ, KIND_STR), 0);
    message->constant = ir_constant(f->function->module, &literal);
    IrOp *names = append(f, block, IR_NULL, IR_TYPE_OBJ, 0);
    IrOp *error = append_rt(f, block, RUNTIME_call, IR_TYPE_OBJ, 3, unwind);
    error->operands[0].value = type;
    error->operands[1].value = names;
    error->operands[2].value = message;
    IrOp *raise = append_rt(f, block, RUNTIME_raise, IR_TYPE_VOID, 2, unwind);
    raise->operands[0].value = error;
    raise->operands[1].value = cause;
    append(f, block, IR_UNREACHABLE, IR_TYPE_VOID, 0);
}

/* Adds the entry of the frame that asked for the item. */
static void append_trace(Fuser *f, IrBlock *block) {
    const IrOp *next = f->loop.next;
    if (next->position) {
        IrOp *trace = append_rt(f, block, RUNTIME_traceback_here, IR_TYPE_VOID, 2, NULL);
        trace->operands[0] = (IrOperand){.kind = OPERAND_FUNCTION,
                                         .function = next->frame ? next->frame : f->function};
        trace->operands[1] =
            (IrOperand){.kind = OPERAND_IMMEDIATE, .immediate = (int64_t)next->position};
    }
    append_jump(f, block, next->unwind);
}

static void build_failed(Fuser *f) {
    IrBlock *convert = ir_block_new(f->function), *again = ir_block_new(f->function);
    IrBlock *leave = ir_block_new(f->function);
    append_deletions(f, f->failed);
    IrOp *previous = append_rt(f, f->failed, RUNTIME_handler_enter, IR_TYPE_OBJ, 0, NULL);
    IrOp *raised = append_rt(f, f->failed, RUNTIME_handled, IR_TYPE_OBJ, 0, NULL);
    IrOp *type = append_builtin(f, f->failed, BUILTIN_StopIteration);
    IrOp *match = append_rt(f, f->failed, RUNTIME_exc_match, IR_TYPE_BOOL, 2, leave);
    match->operands[0].value = raised;
    match->operands[1].value = type;
    IrOp *branch = append(f, f->failed, IR_BRANCH, IR_TYPE_VOID, 1);
    branch->operands[0].value = match;
    branch->targets[0] = convert;
    branch->targets[1] = again;
    append_conversion(f, convert, raised, leave);
    append_rt(f, again, RUNTIME_reraise, IR_TYPE_VOID, 0, leave);
    append(f, again, IR_UNREACHABLE, IR_TYPE_VOID, 0);
    append_rt(f, leave, RUNTIME_handler_leave, IR_TYPE_VOID, 1, NULL)->operands[0].value = previous;
    append_trace(f, leave);
}

/* The blocks of the loop: those that lead back to the head. */
static bool *loop_blocks(Fuser *f) {
    IrFunction *function = f->function;
    bool *inside = ARENA_ARRAY(f->scratch, bool, function->next_block_id + 1);
    inside[f->loop.head->id] = true;
    const bool *outside = reached_without(f->scratch, function, f->loop.head);
    for (bool grows = true; grows;) {
        grows = false;
        for (size_t i = 0; i < function->blocks.count; i++) {
            IrBlock *block = function->blocks.items[i];
            for (IrOp *op = block->first; op && !inside[block->id] && !outside[block->id];
                 op = op->next) {
                IrBlock **fields[3];
                for (uint32_t k = cfg_successors(op, fields); k-- > 0;)
                    if (inside[(*fields[k])->id])
                        grows = inside[block->id] = true;
            }
        }
    }
    return inside;
}

/* The edges that leave the loop in its middle (break, return, failures) let go of the generator:
 * a block on each way does it. */
static void build_exits(Fuser *f) {
    const bool *inside = loop_blocks(f);
    IrBlock **exits = ARENA_ARRAY(f->scratch, IrBlock *, f->function->next_block_id + 1);
    size_t count = f->function->blocks.count;
    for (size_t i = 0; i < count; i++) {
        IrBlock *block = f->function->blocks.items[i];
        for (IrOp *op = inside[block->id] ? block->first : NULL; op; op = op->next) {
            IrBlock **fields[3];
            for (uint32_t k = cfg_successors(op, fields); k-- > 0;) {
                IrBlock *target = *fields[k];
                bool is_end = op == f->loop.next || fields[k] == &f->loop.branch->targets[0];
                if (inside[target->id] || is_end)
                    continue;
                if (!exits[target->id]) {
                    exits[target->id] = ir_block_new(f->function);
                    append_deletions(f, exits[target->id]);
                    append_jump(f, exits[target->id], target);
                }
                *fields[k] = exits[target->id];
            }
        }
    }
}

/* -- the loop -- */

/* Ways into the head: from iter's block to the generator's start, from inside to behind `yield`. */
static void redirect(Fuser *f, const bool *outside, size_t old_count) {
    for (size_t i = 0; i < old_count; i++) {
        IrBlock *block = f->function->blocks.items[i];
        for (IrOp *op = block->first; op; op = op->next) {
            IrBlock **fields[3];
            for (uint32_t k = cfg_successors(op, fields); k-- > 0;)
                if (*fields[k] == f->loop.head)
                    *fields[k] = outside[block->id] && block != f->loop.head
                                     ? f->blocks[f->generator->blocks.items[0]->id]
                                     : f->resume;
        }
    }
}

static void set_parameters(Fuser *f) {
    const IrOp *call = f->loop.call;
    for (uint32_t i = 0; i < f->generator->param_count; i++) {
        IrOp *set = ir_op_new(f->function, IR_LOCAL_SET, IR_TYPE_VOID, 1);
        set->operands[0].value = call->operands[1 + i].value;
        set->local = f->locals[i];
        ir_insert_before(f->loop.call, set);
    }
}

static void replace_uses(IrFunction *function, const IrOp *old, IrOp *value) {
    for (size_t i = 0; i < function->blocks.count; i++)
        for (IrOp *op = function->blocks.items[i]->first; op; op = op->next)
            for (uint32_t k = 0; k < op->operand_count; k++)
                if (op->operands[k].kind == OPERAND_VALUE && op->operands[k].value == old)
                    op->operands[k].value = value;
}

/* The item is what was yielded, and never the end mark. */
static void settle_head(Fuser *f) {
    IrOp *item = f->values[find_yield(f->generator)->operands[0].value->id];
    replace_uses(f->function, f->loop.next, item);
    f->loop.stop->opcode = IR_CONST_BOOL;
    f->loop.stop->operand_count = 0;
    f->loop.stop->integer = 0;
    ir_remove(f->loop.next);
    ir_remove(f->loop.iter);
    ir_remove(f->loop.call);
}

/* The iterator is gone: nothing is left to be kept. */
static void drop_keeps(const IrFunction *function, const IrOp *iterator) {
    for (size_t i = 0; i < function->blocks.count; i++)
        for (IrOp *op = function->blocks.items[i]->first, *next; op; op = next) {
            next = op->next;
            if (op->opcode == IR_KEEP && op->operands[0].value == iterator)
                ir_remove(op);
        }
}

static void fuse(Fuser *f, const bool *outside) {
    drop_keeps(f->function, f->loop.iter);
    IrBlock *done = f->loop.branch->targets[0];
    size_t old_count = f->function->blocks.count;
    copy_locals(f);
    build_exits(f);
    f->returned = ir_block_new(f->function);
    f->failed = ir_block_new(f->function);
    copy_blocks(f);
    redirect(f, outside, old_count);
    link_ops(f);
    append_deletions(f, f->returned);
    append_jump(f, f->returned, done);
    build_failed(f);
    set_parameters(f);
    settle_head(f);
}

/* Fuses one loop of `function`; false if there is none left. */
static bool fuse_one(Arena *scratch, IrFunction *function) {
    Fuser f = {.scratch = scratch, .function = function};
    const uint32_t *uses = count_uses(scratch, function);
    for (size_t i = 0; i < function->blocks.count; i++) {
        IrOp *next = function->blocks.items[i]->first;
        if (!next || !find_loop(&f, uses, next, &f.loop))
            continue;
        const bool *outside = reached_without(scratch, function, f.loop.head);
        if (!has_one_entry(&f, outside))
            continue;
        f.generator = f.loop.call->function;
        fuse(&f, outside);
        return true;
    }
    return false;
}

void pass_fuse(IrProgram *program) {
    for (size_t i = 0; i < program->modules.count; i++) {
        IrModule *module = program->modules.items[i];
        for (size_t k = module->functions.count; k-- > 0;) {
            Arena *scratch = arena_new();
            IrFunction *function = module->functions.items[k];
            for (int fused = 0; fused < FUSED_MAX && !function->is_virtual; fused++)
                if (!fuse_one(scratch, function))
                    break;
            arena_free(scratch);
        }
    }
}
