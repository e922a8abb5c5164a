/*
 * build_flow.c — leaving constructs: return, break and continue run what stands between them and
 * their goal (finally bodies, __exit__ calls, the end of handlers), innermost first. Each way out
 * has code of its own, as in CPython.
 */
#include "build.h"

void build_keep(Builder *b, IrOp *value) {
    if (value)
        build_unary(b, IR_KEEP, IR_TYPE_VOID, value);
}

static void leave_one(Builder *b, Flow *flow) {
    switch (flow->kind) {
    case FLOW_LOOP:
        build_keep(b, flow->iterator);
        break;
    case FLOW_FINALLY:
        build_body(b, flow->finalbody);
        break;
    case FLOW_WITH:
        build_with_leave(b, flow);
        break;
    case FLOW_HANDLER:
        RT(b, handler_leave, VALUE(flow->previous));
        break;
    case FLOW_NAME:
        build_unbind(b, flow->symbol);
        break;
    }
}

/* Leaves every construct inside `goal` (NULL: all of the function). */
static void leave(Builder *b, const Flow *goal) {
    Flow *flow = b->flow;
    IrBlock *unwind = b->unwind;
    for (Flow *each = flow; each != goal; each = each->outer) {
        b->flow = each->outer;
        b->unwind = each->unwind;
        leave_one(b, each);
    }
    b->flow = flow;
    b->unwind = unwind;
}

void build_return(Builder *b, IrOp *value) {
    uint64_t position = b->position;
    leave(b, NULL);
    b->position = position;
    build_unary(b, IR_RET, IR_TYPE_VOID, value);
    b->block = build_block(b);
}

void build_loop_exit(Builder *b, bool is_continue) {
    const Flow *loop = b->flow;
    while (loop->kind != FLOW_LOOP)
        loop = loop->outer;
    leave(b, loop);
    if (!is_continue)
        build_keep(b, loop->iterator);
    build_jump(b, is_continue ? loop->continue_block : loop->break_block);
}

/* -- the region of a caught exception -- */

/*
 * A handler starts with the exception pending. Inside, the exception is the handled one; whatever
 * fails goes to b->unwind, a block that gives the outer handled exception back and fails on.
 */
void build_handler_begin(Builder *b, Flow *flow, IrBlock *handler, IrBlock *outer_unwind) {
    b->function->flags |= FUNCTION_HAS_HANDLERS;
    b->block = handler;
    *flow = (Flow){.kind = FLOW_HANDLER, .outer = b->flow, .unwind = outer_unwind};
    flow->previous = RT0(b, handler_enter);
    b->flow = flow;
    b->unwind = build_block(b);
}

void build_handler_end(Builder *b, Flow *flow) {
    IrBlock *here = b->block;
    b->block = b->unwind;
    b->unwind = flow->unwind;
    b->flow = flow->outer;
    RT(b, handler_leave, VALUE(flow->previous));
    build_jump(b, flow->unwind);
    b->block = here;
}

void build_reraise(Builder *b) {
    uint64_t position = b->position;
    b->position = 0; /* the traceback has this frame already */
    RT0(b, reraise);
    b->position = position;
}
