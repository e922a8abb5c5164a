/*
 * build_loop.c — `for` loops, of statements and of comprehensions: counted loops over range(), the
 * iterator protocol, and the asynchronous one.
 *
 * A counted loop keeps its counter apart from the loop's variable, as the range iterator does. With
 * a literal start the counter is a machine integer: everything it takes on lies in the small-int
 * range, since the stop is clamped to it. With a computed start it is an exact int of any size.
 */
#include "build.h"

/* The arguments of `range(...)` that a counted loop can serve. */
typedef struct RangeCall {
    AstNode *start, *stop; /* start NULL: 0 */
    int64_t step;
} RangeCall;

/* Is `node` an int literal, perhaps with a minus sign? */
static bool int_literal(const AstNode *node, int64_t *value) {
    bool negative = false;
    if (node->kind == AST_UnaryOp && AST_CAST(UnaryOp, node)->op == OP_USub) {
        negative = true;
        node = AST_CAST(UnaryOp, node)->operand;
    }
    if (node->kind != AST_Constant || AST_CAST(Constant, node)->value.kind != CONST_INT)
        return false;
    *value = AST_CAST(Constant, node)->value.integer;
    if (negative)
        *value = -*value;
    return true;
}

static bool is_builtin_range(const Builder *b, AstNode *callee) {
    return callee->kind == AST_Name &&
           build_builtin_index(b, AST_CAST(Name, callee)->symbol) == BUILTIN_range;
}

static bool find_range(const Builder *b, AstNode *node, RangeCall *range) {
    if (node->kind != AST_Call)
        return false;
    AstCall *call = AST_CAST(Call, node);
    size_t count = call->args.count;
    if (!is_builtin_range(b, call->func) || call->keywords.count || count < 1 || count > 3)
        return false;
    for (size_t i = 0; i < count; i++)
        if (call->args.items[i]->kind == AST_Starred)
            return false;
    range->start = count > 1 ? call->args.items[0] : NULL;
    range->stop = call->args.items[count > 1];
    range->step = 1;
    return count < 3 || (int_literal(call->args.items[2], &range->step) && range->step != 0);
}

static IrOp *machine_int(Builder *b, int64_t value) {
    IrOp *op = build_op(b, IR_CONST_I64, IR_TYPE_I64, NULL, 0);
    op->integer = value;
    return op;
}

/* An argument of range() as an exact int. */
static IrOp *exact_int(Builder *b, AstNode *node) {
    IrOp *value = build_expr(b, node);
    IrOp *index = RT(b, index, VALUE(value));
    index->type.kind = KIND_INT;
    return index;
}

static void open_counted(Builder *b, Loop *loop, const RangeCall *range) {
    int64_t start = 0;
    bool literal = !range->start || int_literal(range->start, &start);
    IrOp *first = literal ? machine_int(b, start) : exact_int(b, range->start);
    IrOp *stop = exact_int(b, range->stop);
    loop->stop = literal ? RT(b, int_clamp, VALUE(stop)) : stop;
    loop->step = literal ? machine_int(b, range->step) : build_int(b, range->step);
    loop->is_downward = range->step < 0;
    loop->counter = build_hidden_of(b, literal ? IR_TYPE_I64 : ir_type(REPR_OBJ, KIND_INT));
    build_local_set(b, loop->counter, first);
}

void build_loop_start(Builder *b, Loop *loop) {
    loop->head = build_block(b);
    loop->next = build_block(b);
    loop->done = build_block(b);
    b->function->has_loop = true;
    build_start(b, loop->head);
}

void build_loop_over(Builder *b, Loop *loop, IrOp *iterator, bool is_async) {
    *loop = (Loop){.is_async = is_async, .iterator = iterator};
    build_loop_start(b, loop);
}

void build_loop_prepare(Builder *b, Loop *loop, AstNode *iter, bool is_async) {
    RangeCall range;
    if (!is_async && find_range(b, iter, &range)) {
        *loop = (Loop){0};
        uint64_t position = b->position;
        build_at(b, iter);
        open_counted(b, loop, &range);
        b->position = position;
        return;
    }
    IrConstant *constant = is_async ? NULL : build_fold_iterable(b, iter);
    IrOp *iterable = constant ? build_constant(b, constant) : build_expr(b, iter);
    IrOp *iterator = is_async ? RT(b, aiter, VALUE(iterable)) : RT(b, iter, VALUE(iterable));
    *loop = (Loop){.is_async = is_async, .iterator = iterator};
}

void build_loop_open(Builder *b, Loop *loop, AstNode *iter, bool is_async) {
    build_loop_prepare(b, loop, iter, is_async);
    build_loop_start(b, loop);
}

/* Is the counter still in front of the stop? */
static IrOp *counter_test(Builder *b, const Loop *loop, IrOp *counter) {
    if (counter->type.repr == REPR_OBJ)
        return loop->is_downward ? RT(b, int_gt, VALUE(counter), VALUE(loop->stop))
                                 : RT(b, int_lt, VALUE(counter), VALUE(loop->stop));
    IrOp *test = build_op(b, IR_I64_COMPARE, IR_TYPE_BOOL, (IrOp *[]){counter, loop->stop}, 2);
    test->condition = loop->is_downward ? COND_GT : COND_LT;
    return test;
}

static IrOp *counted_item(Builder *b, Loop *loop) {
    IrOp *counter = build_local_get(b, loop->counter);
    IrBlock *body = build_block(b);
    build_branch(b, counter_test(b, loop, counter), body, loop->done);
    b->block = body;
    if (counter->type.repr == REPR_OBJ)
        return counter;
    return build_unary(b, IR_BOX_SMALL, ir_type(REPR_OBJ, KIND_INT), counter);
}

IrOp *build_loop_item(Builder *b, Loop *loop) {
    if (!loop->iterator)
        return counted_item(b, loop);
    IrOp *item =
        loop->is_async ? RT(b, anext, VALUE(loop->iterator)) : RT(b, next, VALUE(loop->iterator));
    IrBlock *body = build_block(b);
    build_branch(b, build_unary(b, IR_IS_STOP, IR_TYPE_BOOL, item), loop->done, body);
    b->block = body;
    return item;
}

static void advance_counter(Builder *b, Loop *loop) {
    IrOp *counter = build_local_get(b, loop->counter), *next;
    if (counter->type.repr == REPR_OBJ) {
        next = RT(b, int_add, VALUE(counter), VALUE(loop->step));
        next->type.kind = KIND_INT;
    } else {
        next = build_op(b, IR_I64_ADD, IR_TYPE_I64, (IrOp *[]){counter, loop->step}, 2);
    }
    build_local_set(b, loop->counter, next);
}

void build_loop_close(Builder *b, Loop *loop) {
    build_start(b, loop->next);
    if (loop->iterator)
        RT0(b, stack_check); /* a safe point: signals, the cycle collector */
    else
        advance_counter(b, loop);
    build_jump(b, loop->head);
    b->block = loop->done;
}
