/*
 * build_try.c — try statements: except clauses, except* clauses, else and finally.
 */
#include "build.h"

/* -- except E as name -- */

static Symbol *handler_symbol(const AstExceptHandler *handler) {
    return handler->name ? handler->symbol : NULL;
}

/* The body of a clause whose exception is the handled one. With a name, every way out unbinds it.
 */
static void build_handler_body(Builder *b, AstExceptHandler *handler, IrOp *exception) {
    Symbol *symbol = handler_symbol(handler);
    if (!symbol) {
        build_body(b, &handler->body);
        return;
    }
    IrBlock *outer = b->unwind, *failed = build_block(b);
    Flow flow = {.kind = FLOW_NAME, .outer = b->flow, .unwind = outer, .symbol = symbol};
    build_store(b, symbol, exception);
    b->flow = &flow;
    b->unwind = failed;
    build_body(b, &handler->body);
    b->flow = flow.outer;
    b->unwind = outer;
    build_unbind(b, symbol);
    IrBlock *here = b->block;
    b->block = failed;
    build_unbind(b, symbol);
    build_jump(b, outer);
    b->block = here;
}

/* One clause; goes on in the block of the next one. */
static void build_clause(Builder *b, AstExceptHandler *handler, const Flow *region, IrOp *exception,
                         IrBlock *after) {
    IrBlock *next = build_block(b);
    build_at(b, &handler->base);
    if (handler->type) {
        IrOp *type = build_expr(b, handler->type);
        IrBlock *body = build_block(b);
        build_branch(b, RT(b, exc_match, VALUE(exception), VALUE(type)), body, next);
        b->block = body;
    }
    build_handler_body(b, handler, exception);
    RT(b, handler_leave, VALUE(region->previous));
    build_jump(b, after);
    b->block = next;
}

/* The protected statements and the else clause; goes on in `after`'s making. */
static void build_protected(Builder *b, AstTry *node, IrBlock *handler, IrBlock *after) {
    IrBlock *outer = b->unwind;
    b->unwind = handler;
    build_body(b, &node->body);
    b->unwind = outer;
    build_body(b, &node->orelse);
    build_jump(b, after);
}

static void build_except(Builder *b, AstTry *node) {
    IrBlock *outer = b->unwind, *handler = build_block(b), *after = build_block(b);
    build_protected(b, node, handler, after);
    Flow region;
    build_handler_begin(b, &region, handler, outer);
    IrOp *exception = RT0(b, handled);
    for (size_t i = 0; i < node->handlers.count; i++)
        build_clause(b, AST_CAST(ExceptHandler, node->handlers.items[i]), &region, exception,
                     after);
    build_reraise(b);
    build_handler_end(b, &region);
    b->block = after;
}

/* -- except* -- */

/* What the clauses of one statement share. */
typedef struct StarRegion {
    IrOp *raised;  /* list of what the clauses raised */
    IrLocal *rest; /* what no clause has matched yet, or None */
} StarRegion;

/* Appends the exception that is pending at `failed` to the list. */
static void collect_raised(Builder *b, const StarRegion *star, IrBlock *failed, IrBlock *outer) {
    Flow flow;
    build_handler_begin(b, &flow, failed, outer);
    RT(b, list_append, VALUE(star->raised), VALUE(RT0(b, handled)));
    RT(b, handler_leave, VALUE(flow.previous));
    build_handler_end(b, &flow);
}

/* Runs the clause with `matching` as the handled exception. */
static void build_star_body(Builder *b, AstExceptHandler *handler, const StarRegion *star,
                            IrOp *matching) {
    IrBlock *outer = b->unwind;
    IrBlock *enter = build_block(b), *failed = build_block(b), *done = build_block(b);
    uint64_t position = b->position;
    b->unwind = enter;
    b->position = 0;
    RT(b, rethrow, VALUE(matching));
    b->position = position;
    Flow region;
    build_handler_begin(b, &region, enter, failed);
    build_handler_body(b, handler, RT0(b, handled));
    RT(b, handler_leave, VALUE(region.previous));
    build_jump(b, done);
    build_handler_end(b, &region);
    b->unwind = outer;
    collect_raised(b, star, failed, outer);
    build_start(b, done);
}

static void build_star_clause(Builder *b, AstExceptHandler *handler, const StarRegion *star) {
    IrBlock *body = build_block(b), *next = build_block(b);
    build_at(b, &handler->base);
    IrOp *type = build_expr(b, handler->type);
    IrOp *split = RT(b, exc_split, VALUE(build_local_get(b, star->rest)), VALUE(type));
    IrOp *matching = RT(b, tuple_item, VALUE(split), IMMEDIATE(0));
    build_local_set(b, star->rest, RT(b, tuple_item, VALUE(split), IMMEDIATE(1)));
    IrOp *none = build_op(b, IR_IS, IR_TYPE_BOOL, (IrOp *[]){matching, build_none(b)}, 2);
    build_branch(b, none, next, body);
    b->block = body;
    build_star_body(b, handler, star, matching);
    build_start(b, next);
}

/* What is left, and what the clauses raised, goes on as one exception. */
static void build_star_end(Builder *b, const StarRegion *star, const Flow *region, IrBlock *after) {
    IrBlock *swallowed = build_block(b), *raise = build_block(b);
    IrOp *original = RT0(b, handled);
    IrOp *combined = RT(b, exc_combine, VALUE(original), VALUE(star->raised),
                        VALUE(build_local_get(b, star->rest)));
    IrOp *none = build_op(b, IR_IS, IR_TYPE_BOOL, (IrOp *[]){combined, build_none(b)}, 2);
    build_branch(b, none, swallowed, raise);
    b->block = swallowed;
    RT(b, handler_leave, VALUE(region->previous));
    build_jump(b, after);
    b->block = raise;
    b->position = 0;
    RT(b, rethrow, VALUE(combined));
}

static void build_except_star(Builder *b, AstTry *node) {
    IrBlock *outer = b->unwind, *handler = build_block(b), *after = build_block(b);
    build_protected(b, node, handler, after);
    Flow region;
    build_handler_begin(b, &region, handler, outer);
    StarRegion star = {.raised = build_rt_array(b, RUNTIME_list, NULL, 0, NULL, 0),
                       .rest = build_hidden(b)};
    build_local_set(b, star.rest, RT0(b, handled));
    for (size_t i = 0; i < node->handlers.count; i++)
        build_star_clause(b, AST_CAST(ExceptHandler, node->handlers.items[i]), &star);
    build_star_end(b, &star, &region, after);
    build_handler_end(b, &region);
    b->block = after;
}

/* -- finally -- */

static void build_handlers(Builder *b, AstTry *node) {
    if (!node->handlers.count)
        build_body(b, &node->body);
    else if (node->is_star)
        build_except_star(b, node);
    else
        build_except(b, node);
}

static void build_finally(Builder *b, AstTry *node) {
    IrBlock *outer = b->unwind, *failed = build_block(b), *after = build_block(b);
    Flow flow = {
        .kind = FLOW_FINALLY, .outer = b->flow, .unwind = outer, .finalbody = &node->finalbody};
    b->flow = &flow;
    b->unwind = failed;
    build_handlers(b, node);
    b->flow = flow.outer;
    b->unwind = outer;
    build_body(b, &node->finalbody);
    build_jump(b, after);
    Flow region;
    build_handler_begin(b, &region, failed, outer);
    build_body(b, &node->finalbody);
    build_reraise(b);
    build_handler_end(b, &region);
    b->block = after;
}

void build_try(Builder *b, AstTry *node) {
    if (node->finalbody.count)
        build_finally(b, node);
    else
        build_handlers(b, node);
}
