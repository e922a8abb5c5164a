/*
 * build_comp.c — comprehensions and generator expressions.
 *
 * A list, set or dict comprehension becomes a loop in the enclosing function: its variables are
 * fresh locals there, declared when the loop is entered and let go of when it is left. To
 * tracebacks it is a frame of its own: what fails in it gets an entry `<listcomp>` first, and on
 * its way out one of the enclosing function. A generator expression becomes a generator function
 * with the one parameter `.0`, the iterator over the outermost iterable, which its creator makes.
 */
#include "build.h"

/* The parts of a comprehension, and where its items go. */
typedef struct Comprehension {
    AstNode *node;
    AstNode *key, *element; /* `key` of dict comprehensions, else NULL */
    const AstNodes *clauses;
    Scope *scope;
    IrOp *result; /* list, set or dict; NULL: items are yielded */
    Loop outermost;
} Comprehension;

static Comprehension comprehension_parts(AstNode *node) {
    switch (node->kind) {
    case AST_ListComp: {
        AstListComp *comp = AST_CAST(ListComp, node);
        return (Comprehension){
            .node = node, .element = comp->elt, .clauses = &comp->generators, .scope = comp->scope};
    }
    case AST_SetComp: {
        AstSetComp *comp = AST_CAST(SetComp, node);
        return (Comprehension){
            .node = node, .element = comp->elt, .clauses = &comp->generators, .scope = comp->scope};
    }
    case AST_DictComp: {
        AstDictComp *comp = AST_CAST(DictComp, node);
        return (Comprehension){.node = node,
                               .key = comp->key,
                               .element = comp->value,
                               .clauses = &comp->generators,
                               .scope = comp->scope};
    }
    default: {
        AstGeneratorExp *comp = AST_CAST(GeneratorExp, node);
        return (Comprehension){
            .node = node, .element = comp->elt, .clauses = &comp->generators, .scope = comp->scope};
    }
    }
}

static AstComprehension *clause_at(const Comprehension *comp, size_t index) {
    return AST_CAST(Comprehension, comp->clauses->items[index]);
}

/* -- the loops -- */

static void build_element(Builder *b, const Comprehension *comp) {
    IrOp *key = comp->key ? build_expr(b, comp->key) : NULL;
    IrOp *element = build_expr(b, comp->element);
    if (!comp->result)
        build_op(b, IR_YIELD, IR_TYPE_OBJ, &element, 1);
    else if (key)
        RT(b, dict_set, VALUE(comp->result), VALUE(key), VALUE(element));
    else if (comp->node->kind == AST_SetComp)
        RT(b, set_add, VALUE(comp->result), VALUE(element));
    else
        RT(b, list_append, VALUE(comp->result), VALUE(element));
}

/* Goes to `skip` unless every condition of `clause` holds. */
static void build_filters(Builder *b, const Comprehension *comp, const AstComprehension *clause,
                          IrBlock *skip) {
    build_at(b, comp->node);
    for (size_t i = 0; i < clause->ifs.count; i++) {
        IrBlock *passed = build_block(b);
        build_condition(b, clause->ifs.items[i], passed, skip);
        b->block = passed;
        const AstNode *place = build_last_comparison(clause->ifs.items[i]);
        if (place)
            build_at(b, place);
    }
}

/* The one item of `for x in [item]`, the idiom that names an intermediate value; else NULL. */
static AstNode *single_item(const AstComprehension *clause) {
    const AstNode *iter = clause->iter;
    const AstNodes *items;
    if (iter->kind == AST_List)
        items = &AST_CAST(List, iter)->elts;
    else if (iter->kind == AST_Tuple)
        items = &AST_CAST(Tuple, iter)->elts;
    else
        return NULL;
    bool one = !clause->is_async && items->count == 1 && items->items[0]->kind != AST_Starred;
    return one ? items->items[0] : NULL;
}

/* The clauses from number `index` on; an item that a condition refuses goes to `skip`. */
static void build_clauses(Builder *b, const Comprehension *comp, size_t index, IrBlock *skip) {
    if (index == comp->clauses->count) {
        build_element(b, comp);
        return;
    }
    AstComprehension *clause = clause_at(comp, index);
    AstNode *single = index ? single_item(clause) : NULL;
    if (single) {
        build_assign(b, clause->target, build_expr(b, single));
        build_filters(b, comp, clause, skip);
        build_clauses(b, comp, index + 1, skip);
        return;
    }
    Loop loop = comp->outermost;
    build_at(b, comp->node);
    if (index)
        build_loop_open(b, &loop, clause->iter, clause->is_async);
    build_at(b, comp->node);
    build_assign(b, clause->target, build_loop_item(b, &loop));
    build_filters(b, comp, clause, loop.next);
    build_clauses(b, comp, index + 1, loop.next);
    build_at(b, comp->node);
    build_loop_close(b, &loop);
}

/* -- inlined comprehensions -- */

static IrOp *new_result(Builder *b, const AstNode *node) {
    RuntimeFunction runtime = node->kind == AST_ListComp  ? RUNTIME_list
                              : node->kind == AST_SetComp ? RUNTIME_set
                                                          : RUNTIME_dict;
    return build_rt_array(b, runtime, NULL, 0, NULL, 0);
}

/* Does it stand on the tracked stack (rt/stack.h)? Not if it waits: what a coroutine leaves and
 * enters then is its own frame. */
static bool has_frame(const Builder *b, const Scope *scope) {
    return !scope->is_async && !b->module->source->is_library &&
           program_has_native(b->program->source, "builtins/stack");
}

static void build_frame_leave(Builder *b, const Scope *scope) {
    if (has_frame(b, scope))
        RT0(b, frame_leave);
}

/* Where failures of the comprehension pass on their way out of it. */
static void build_way_out(Builder *b, IrBlock *failed, Scope *scope) {
    IrBlock *here = b->block;
    b->block = failed;
    build_frame_leave(b, scope);
    build_undeclare(b, scope);
    RT(b, traceback_here, FUNCTION_OF(b->frame ? b->frame : b->function),
       IMMEDIATE((int64_t)b->position));
    build_jump(b, b->unwind);
    b->block = here;
}

static IrOp *build_inlined(Builder *b, Comprehension *comp) {
    const Builder outer = *b;
    IrBlock *failed = build_block(b);
    build_declare(b, comp->scope);
    comp->result = new_result(b, comp->node);
    AstComprehension *first = clause_at(comp, 0);
    build_loop_prepare(b, &comp->outermost, first->iter, first->is_async);
    b->scope = comp->scope;
    b->frame = build_virtual_frame(b, comp->scope, comp->node);
    b->unwind = failed;
    if (has_frame(b, comp->scope))
        RT(b, frame_enter, FUNCTION_OF(b->frame));
    build_loop_start(b, &comp->outermost);
    build_clauses(b, comp, 0, NULL);
    build_frame_leave(b, comp->scope);
    b->scope = outer.scope;
    b->frame = outer.frame;
    b->unwind = outer.unwind;
    build_at(b, comp->node);
    build_undeclare(b, comp->scope);
    build_way_out(b, failed, comp->scope);
    return comp->result;
}

/* -- generator expressions -- */

static void build_generator_body(Builder *b, Comprehension *comp) {
    build_at(b, comp->node);
    IrOp *iterator = build_local_get(b, b->function->locals.items[0]);
    iterator->checked = false;
    iterator->unwind = NULL;
    build_loop_over(b, &comp->outermost, iterator, clause_at(comp, 0)->is_async);
    build_clauses(b, comp, 0, NULL);
    build_return(b, build_none(b));
}

/* The generator object is made by a direct call; a function object is needed only for its cells. */
static IrOp *build_generator(Builder *b, Comprehension *comp) {
    AstComprehension *first = clause_at(comp, 0);
    IrFunction *function = build_new_function(b, comp->scope, comp->node);
    build_hidden_parameter(b, function, ".0");
    function->needs_entry = false;
    Builder child;
    build_function_begin(&child, b, function, comp->scope);
    build_generator_body(&child, comp);
    build_function_end(&child);

    IrOp *iterable = build_expr(b, first->iter);
    build_at(b, comp->node);
    IrOp *iterator = first->is_async ? RT(b, aiter, VALUE(iterable)) : RT(b, iter, VALUE(iterable));
    IrOp *none = build_null(b);
    IrOp *callee =
        function->free_count ? build_closure(b, function, comp->scope, none, none, none) : none;
    IrOp *call = ir_op_new(b->function, IR_CALL, IR_TYPE_OBJ, 2);
    call->function = function;
    call->operands[0] = VALUE(callee);
    call->operands[1] = VALUE(iterator);
    call->unwind = b->unwind;
    call->position = b->position;
    call->frame = b->frame;
    ir_append(b->block, call);
    return call;
}

IrOp *build_comprehension(Builder *b, AstNode *node) {
    Comprehension comp = comprehension_parts(node);
    build_at(b, node);
    return node->kind == AST_GeneratorExp ? build_generator(b, &comp) : build_inlined(b, &comp);
}
