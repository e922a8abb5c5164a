/*
 * build_with.c — with and async with statements.
 */
#include "build.h"

/* The truth of what __exit__ or the awaited __aexit__ answered. */
static IrOp *call_exit(Builder *b, IrOp *manager, bool is_async, IrOp *exception) {
    if (!is_async)
        return RT(b, with_exit, VALUE(manager), VALUE(exception));
    return build_truth(b, RT(b, aexit, VALUE(manager), VALUE(exception)));
}

/* __exit__(None, None, None): what it answers does not matter. */
void build_with_leave(Builder *b, const Flow *flow) {
    uint64_t position = b->position;
    b->position = flow->position;
    if (flow->is_async)
        RT(b, aexit, VALUE(flow->manager), VALUE(build_null(b)));
    else
        RT(b, with_exit, VALUE(flow->manager), VALUE(build_null(b)));
    b->position = position;
}

static void build_with_failed(Builder *b, const Flow *flow, IrBlock *failed, IrBlock *after) {
    IrBlock *swallowed = build_block(b), *raise = build_block(b);
    Flow region;
    build_handler_begin(b, &region, failed, flow->unwind);
    b->position = flow->position;
    IrOp *truth = call_exit(b, flow->manager, flow->is_async, RT0(b, handled));
    build_branch(b, truth, swallowed, raise);
    b->block = swallowed;
    RT(b, handler_leave, VALUE(region.previous));
    build_local_set(b, build_hidden(b),
                    flow->manager); /* ends behind the exception, as in CPython */
    build_jump(b, after);
    b->block = raise;
    build_reraise(b);
    build_handler_end(b, &region);
    b->block = after;
}

static void build_with_item(Builder *b, AstWith *node, size_t index) {
    if (index == node->items.count) {
        build_body(b, &node->body);
        return;
    }
    AstWithItem *item = AST_CAST(WithItem, node->items.items[index]);
    IrBlock *outer = b->unwind, *failed = build_block(b), *after = build_block(b);
    IrOp *manager = build_expr(b, item->context_expr);
    build_at(b, &node->base);
    IrOp *value =
        node->is_async ? RT(b, aenter, VALUE(manager)) : RT(b, with_enter, VALUE(manager));
    Flow flow = {.kind = FLOW_WITH,
                 .outer = b->flow,
                 .unwind = outer,
                 .manager = manager,
                 .is_async = node->is_async,
                 .position = b->position};
    b->flow = &flow;
    b->unwind = failed;
    if (item->optional_vars)
        build_assign(b, item->optional_vars, value);
    build_with_item(b, node, index + 1);
    b->flow = flow.outer;
    b->unwind = outer;
    build_with_leave(b, &flow);
    build_jump(b, after);
    build_with_failed(b, &flow, failed, after);
}

void build_with(Builder *b, AstWith *node) {
    build_with_item(b, node, 0);
}
