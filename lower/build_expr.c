/*
 * build_expr.c — expressions. Each builder function emits what evaluates its node, in Python's
 * order, and answers the operator whose result is the value.
 */
#include "build.h"

#include <string.h>

/* -- constants -- */

static IrConstant *fold_items(Builder *b, const AstNodes *nodes, bool frozen) {
    IrConstant **items = ARENA_ARRAY(b->program->arena, IrConstant *, nodes->count + 1);
    for (size_t i = 0; i < nodes->count; i++)
        if (!(items[i] = build_fold(b, nodes->items[i])))
            return NULL;
    return ir_constant_tuple(b->module, items, (uint32_t)nodes->count, frozen);
}

static IrConstant *fold_negative(Builder *b, const AstNode *operand) {
    if (operand->kind != AST_Constant)
        return NULL;
    AstLiteral value = AST_CAST(Constant, operand)->value;
    if (value.kind != CONST_INT && value.kind != CONST_FLOAT)
        return NULL;
    value.integer = -value.integer;
    value.real = -value.real;
    return ir_constant(b->module, &value);
}

IrConstant *build_fold(Builder *b, AstNode *node) {
    switch (node->kind) {
    case AST_Constant:
        return ir_constant(b->module, &AST_CAST(Constant, node)->value);
    case AST_Tuple:
        return fold_items(b, &AST_CAST(Tuple, node)->elts, false);
    case AST_UnaryOp:
        if (AST_CAST(UnaryOp, node)->op == OP_USub)
            return fold_negative(b, AST_CAST(UnaryOp, node)->operand);
        return NULL;
    default:
        return NULL;
    }
}

IrConstant *build_fold_iterable(Builder *b, AstNode *node) {
    switch (node->kind) {
    case AST_List:
        return fold_items(b, &AST_CAST(List, node)->elts, false);
    case AST_Set:
        return fold_items(b, &AST_CAST(Set, node)->elts, true);
    default:
        return NULL;
    }
}

/* -- operators -- */

/* Runtime functions of binary operators, in the order of AstOperator from Add on. */
static const RuntimeFunction binary_functions[] = {
    [OP_Add] = RUNTIME_add,          [OP_Sub] = RUNTIME_sub,       [OP_Mult] = RUNTIME_mul,
    [OP_MatMult] = RUNTIME_matmul,   [OP_Div] = RUNTIME_truediv,   [OP_Mod] = RUNTIME_mod,
    [OP_Pow] = RUNTIME_pow,          [OP_LShift] = RUNTIME_lshift, [OP_RShift] = RUNTIME_rshift,
    [OP_BitOr] = RUNTIME_or,         [OP_BitXor] = RUNTIME_xor,    [OP_BitAnd] = RUNTIME_and,
    [OP_FloorDiv] = RUNTIME_floordiv};
static const RuntimeFunction inplace_functions[] = {
    [OP_Add] = RUNTIME_iadd,          [OP_Sub] = RUNTIME_isub,       [OP_Mult] = RUNTIME_imul,
    [OP_MatMult] = RUNTIME_imatmul,   [OP_Div] = RUNTIME_itruediv,   [OP_Mod] = RUNTIME_imod,
    [OP_Pow] = RUNTIME_ipow,          [OP_LShift] = RUNTIME_ilshift, [OP_RShift] = RUNTIME_irshift,
    [OP_BitOr] = RUNTIME_ior,         [OP_BitXor] = RUNTIME_ixor,    [OP_BitAnd] = RUNTIME_iand,
    [OP_FloorDiv] = RUNTIME_ifloordiv};

IrOp *build_binary(Builder *b, AstOperator op, IrOp *left, IrOp *right, bool in_place) {
    RuntimeFunction runtime = in_place ? inplace_functions[op] : binary_functions[op];
    return build_rt(b, runtime, (IrOperand[]){VALUE(left), VALUE(right)}, 2);
}

static IrOp *build_bin_op(Builder *b, AstBinOp *node) {
    IrOp *left = build_expr(b, node->left);
    IrOp *right = build_expr(b, node->right);
    build_at(b, &node->base);
    return build_binary(b, node->op, left, right, false);
}

IrOp *build_truth(Builder *b, IrOp *value) {
    if (value->opcode == IR_BOX_BOOL)
        return value->operands[0].value;
    return RT(b, truth, VALUE(value));
}

static IrOp *negate(Builder *b, IrOp *condition) {
    return build_unary(b, IR_BOOL_NOT, IR_TYPE_BOOL, condition);
}

static IrOp *build_unary_op(Builder *b, AstUnaryOp *node) {
    IrConstant *constant = build_fold(b, &node->base);
    if (constant)
        return build_constant(b, constant);
    IrOp *operand = build_expr(b, node->operand);
    build_at(b, &node->base);
    switch (node->op) {
    case OP_Not:
        return build_box_bool(b, negate(b, build_truth(b, operand)));
    case OP_USub:
        return RT(b, negative, VALUE(operand));
    case OP_UAdd:
        return RT(b, positive, VALUE(operand));
    default:
        return RT(b, invert, VALUE(operand));
    }
}

/* -- comparisons -- */

/* Runtime functions of comparisons: the object, and its truth at once. */
static const struct {
    RuntimeFunction object, truth;
} comparisons[] = {
    [OP_Eq] = {RUNTIME_eq, RUNTIME_eq_bool}, [OP_NotEq] = {RUNTIME_ne, RUNTIME_ne_bool},
    [OP_Lt] = {RUNTIME_lt, RUNTIME_lt_bool}, [OP_LtE] = {RUNTIME_le, RUNTIME_le_bool},
    [OP_Gt] = {RUNTIME_gt, RUNTIME_gt_bool}, [OP_GtE] = {RUNTIME_ge, RUNTIME_ge_bool}};

/* `is` and `in` answer a bool whatever the operands are; NULL for the other operators. */
static IrOp *build_test(Builder *b, AstOperator op, IrOp *left, IrOp *right) {
    if (op == OP_Is || op == OP_IsNot) {
        IrOp *same = build_op(b, IR_IS, IR_TYPE_BOOL, (IrOp *[]){left, right}, 2);
        return op == OP_Is ? same : negate(b, same);
    }
    if (op == OP_In || op == OP_NotIn) {
        IrOp *found = RT(b, contains, VALUE(right), VALUE(left));
        return op == OP_In ? found : negate(b, found);
    }
    return NULL;
}

static IrOp *compare_truth(Builder *b, AstOperator op, IrOp *left, IrOp *right) {
    IrOp *test = build_test(b, op, left, right);
    return test ? test
                : build_rt(b, comparisons[op].truth, (IrOperand[]){VALUE(left), VALUE(right)}, 2);
}

static IrOp *compare_object(Builder *b, AstOperator op, IrOp *left, IrOp *right) {
    IrOp *test = build_test(b, op, left, right);
    if (test)
        return build_box_bool(b, test);
    return build_rt(b, comparisons[op].object, (IrOperand[]){VALUE(left), VALUE(right)}, 2);
}

static IrOp *build_comparator(Builder *b, const AstCompare *node, size_t index) {
    AstNode *right = node->comparators.items[index];
    AstOperator op = node->ops.items[index];
    IrConstant *constant = op == OP_In || op == OP_NotIn ? build_fold_iterable(b, right) : NULL;
    return constant ? build_constant(b, constant) : build_expr(b, right);
}

/* a < b < c: stops at the first comparison that is false and answers it. */
static IrOp *build_compare(Builder *b, AstCompare *node) {
    IrOp *left = build_expr(b, node->left);
    size_t last = node->ops.count - 1;
    IrLocal *result = last ? build_hidden(b) : NULL;
    IrBlock *done = last ? build_block(b) : NULL;
    for (size_t i = 0; i < last; i++) {
        IrOp *right = build_comparator(b, node, i);
        build_at(b, &node->base);
        IrOp *answer = compare_object(b, node->ops.items[i], left, right);
        build_local_set(b, result, answer);
        IrBlock *next = build_block(b);
        build_branch(b, build_truth(b, answer), next, done);
        b->block = next;
        left = right;
    }
    IrOp *right = build_comparator(b, node, last);
    build_at(b, &node->base);
    IrOp *answer = compare_object(b, node->ops.items[last], left, right);
    if (!last)
        return answer;
    build_local_set(b, result, answer);
    build_start(b, done);
    return build_local_get(b, result);
}

static void compare_condition(Builder *b, AstCompare *node, IrBlock *if_true, IrBlock *if_false) {
    IrOp *left = build_expr(b, node->left);
    for (size_t i = 0; i < node->ops.count; i++) {
        IrOp *right = build_comparator(b, node, i);
        build_at(b, &node->base);
        IrOp *test = compare_truth(b, node->ops.items[i], left, right);
        IrBlock *next = i + 1 < node->ops.count ? build_block(b) : if_true;
        build_branch(b, test, next, if_false);
        b->block = next;
        left = right;
    }
}

/* -- short circuits -- */

static IrOp *build_bool_op(Builder *b, AstBoolOp *node) {
    IrLocal *result = build_hidden(b);
    IrBlock *done = build_block(b);
    for (size_t i = 0; i + 1 < node->values.count; i++) {
        IrOp *value = build_expr(b, node->values.items[i]);
        build_local_set(b, result, value);
        IrBlock *next = build_block(b);
        build_at(b, &node->base);
        IrOp *truth = build_truth(b, value);
        build_branch(b, truth, node->op == OP_And ? next : done, node->op == OP_And ? done : next);
        b->block = next;
    }
    build_local_set(b, result, build_expr(b, node->values.items[node->values.count - 1]));
    build_start(b, done);
    return build_local_get(b, result);
}

static void condition(Builder *b, AstNode *node, IrBlock *if_true, IrBlock *if_false);

static void bool_op_condition(Builder *b, AstBoolOp *node, IrBlock *if_true, IrBlock *if_false) {
    for (size_t i = 0; i < node->values.count; i++) {
        IrBlock *next = build_block(b);
        bool is_last = i + 1 == node->values.count;
        condition(b, node->values.items[i], is_last || node->op == OP_Or ? if_true : next,
                  is_last || node->op == OP_And ? if_false : next);
        b->block = next;
    }
}

/* Truth of a literal: 1, 0, or -1 if the node is none. */
static int literal_truth(const AstNode *node) {
    if (node->kind != AST_Constant)
        return -1;
    const AstLiteral *value = &AST_CAST(Constant, node)->value;
    switch (value->kind) {
    case CONST_NONE:
    case CONST_FALSE:
        return 0;
    case CONST_INT:
        return value->integer != 0;
    case CONST_STR:
    case CONST_BYTES:
        return value->text.size != 0;
    case CONST_FLOAT:
    case CONST_COMPLEX:
        return value->real != 0;
    default:
        return 1;
    }
}

static void plain_condition(Builder *b, AstNode *node, IrBlock *if_true, IrBlock *if_false) {
    int known = literal_truth(node);
    if (known >= 0) {
        build_jump(b, known ? if_true : if_false);
        return;
    }
    uint64_t position = b->position; /* of what asks, in tracebacks */
    IrOp *value = build_expr(b, node);
    b->position = position;
    build_branch(b, build_truth(b, value), if_true, if_false);
}

const AstNode *build_last_comparison(const AstNode *test) {
    const AstNode *last = NULL, *found;
    switch (test->kind) {
    case AST_Compare:
        return test;
    case AST_UnaryOp: {
        const AstUnaryOp *unary = AST_CAST(UnaryOp, test);
        return unary->op == OP_Not ? build_last_comparison(unary->operand) : NULL;
    }
    case AST_BoolOp: {
        const AstNodes *values = &AST_CAST(BoolOp, test)->values;
        for (size_t i = 0; i < values->count; i++)
            if ((found = build_last_comparison(values->items[i])))
                last = found;
        return last;
    }
    case AST_IfExp: {
        const AstIfExp *choice = AST_CAST(IfExp, test);
        const AstNode *parts[] = {choice->test, choice->body, choice->orelse};
        for (size_t i = 0; i < 3; i++)
            if ((found = build_last_comparison(parts[i])))
                last = found;
        return last;
    }
    default:
        return NULL;
    }
}

/* A comparison leaves its position to the tests that follow. */
static void condition(Builder *b, AstNode *node, IrBlock *if_true, IrBlock *if_false) {
    if (node->kind == AST_BoolOp)
        bool_op_condition(b, AST_CAST(BoolOp, node), if_true, if_false);
    else if (node->kind == AST_Compare)
        compare_condition(b, AST_CAST(Compare, node), if_true, if_false);
    else if (node->kind == AST_UnaryOp && AST_CAST(UnaryOp, node)->op == OP_Not)
        condition(b, AST_CAST(UnaryOp, node)->operand, if_false, if_true);
    else
        plain_condition(b, node, if_true, if_false);
}

void build_condition(Builder *b, AstNode *node, IrBlock *if_true, IrBlock *if_false) {
    uint64_t position = b->position;
    condition(b, node, if_true, if_false);
    b->position = position;
}

static IrOp *build_if_exp(Builder *b, AstIfExp *node) {
    IrLocal *result = build_hidden(b);
    IrBlock *yes = build_block(b), *no = build_block(b), *done = build_block(b);
    build_at(b, &node->base);
    build_condition(b, node->test, yes, no);
    b->block = yes;
    build_local_set(b, result, build_expr(b, node->body));
    build_jump(b, done);
    b->block = no;
    build_local_set(b, result, build_expr(b, node->orelse));
    build_start(b, done);
    return build_local_get(b, result);
}

/* -- displays -- */

/* The items before the first star, as far as they are made at once. */
static size_t leading_plain(const AstNodes *nodes) {
    size_t count = 0;
    while (count < nodes->count && count < VALUES_AT_ONCE &&
           nodes->items[count]->kind != AST_Starred)
        count++;
    return count;
}

static IrOp **build_values(Builder *b, AstNode *const *nodes, size_t count) {
    IrOp **values = ARENA_ARRAY(b->program->arena, IrOp *, count + 1);
    for (size_t i = 0; i < count; i++)
        values[i] = build_expr(b, nodes[i]);
    return values;
}

IrOp *build_sequence(Builder *b, const AstNodes *nodes, RuntimeFunction make, RuntimeFunction add,
                     RuntimeFunction extend) {
    IrConstant *constant = nodes->count > VALUES_AT_ONCE ? fold_items(b, nodes, false) : NULL;
    size_t plain = constant ? 0 : leading_plain(nodes);
    IrOp **values = build_values(b, nodes->items, plain);
    IrOp *result = build_rt_array(b, make, NULL, 0, values, (uint32_t)plain);
    if (constant) {
        build_rt(b, extend, (IrOperand[]){VALUE(result), VALUE(build_constant(b, constant))}, 2);
        return result;
    }
    for (size_t i = plain; i < nodes->count; i++) {
        AstNode *node = nodes->items[i];
        bool starred = node->kind == AST_Starred;
        IrOp *value = build_expr(b, starred ? AST_CAST(Starred, node)->value : node);
        build_rt(b, starred ? extend : add, (IrOperand[]){VALUE(result), VALUE(value)}, 2);
    }
    return result;
}

static IrOp *build_list(Builder *b, AstList *node) {
    IrOp *list =
        build_sequence(b, &node->elts, RUNTIME_list, RUNTIME_list_append, RUNTIME_list_extend);
    list->type.kind = KIND_LIST;
    return list;
}

IrOp *build_tuple_join(Builder *b, IrOp *iterable, IrOp *callee, IrOp **values, uint32_t count) {
    IrOperand fixed[] = {VALUE(iterable), VALUE(callee ? callee : build_null(b))};
    return build_rt_array(b, RUNTIME_tuple_join, fixed, 2, values, count);
}

/* (a, b, *rest) */
static IrOp *build_ending_starred(Builder *b, const AstNodes *nodes) {
    size_t plain = nodes->count - 1;
    IrOp **values = build_values(b, nodes->items, plain);
    IrOp *rest = build_expr(b, AST_CAST(Starred, nodes->items[plain])->value);
    return build_tuple_join(b, rest, NULL, values, (uint32_t)plain);
}

IrOp *build_tuple_of(Builder *b, const AstNodes *nodes) {
    size_t plain = leading_plain(nodes);
    IrOp *tuple;
    if (plain == nodes->count) {
        IrOp **values = build_values(b, nodes->items, plain);
        tuple = build_rt_array(b, RUNTIME_tuple, NULL, 0, values, (uint32_t)plain);
    } else if (plain + 1 == nodes->count && nodes->items[plain]->kind == AST_Starred) {
        tuple = build_ending_starred(b, nodes);
    } else {
        IrOp *list =
            build_sequence(b, nodes, RUNTIME_list, RUNTIME_list_append, RUNTIME_list_extend);
        tuple = RT(b, list_as_tuple, VALUE(list));
    }
    tuple->type.kind = KIND_TUPLE;
    return tuple;
}

static IrOp *build_tuple(Builder *b, AstTuple *node) {
    IrConstant *constant = build_fold(b, &node->base);
    return constant ? build_constant(b, constant) : build_tuple_of(b, &node->elts);
}

enum { CONSTANT_SET_MIN = 3 };

/* CPython makes larger sets of constants from a frozenset, which shows in the order of the items.
 */
static IrOp *build_set(Builder *b, AstSet *node) {
    IrConstant *constant =
        node->elts.count >= CONSTANT_SET_MIN ? build_fold_iterable(b, &node->base) : NULL;
    IrOp *set;
    if (constant) {
        set = build_rt_array(b, RUNTIME_set, NULL, 0, NULL, 0);
        RT(b, set_update, VALUE(set), VALUE(build_constant(b, constant)));
    } else {
        set = build_sequence(b, &node->elts, RUNTIME_set, RUNTIME_set_add, RUNTIME_set_update);
    }
    set->type.kind = KIND_SET;
    return set;
}

static IrOp *build_dict(Builder *b, AstDict *node) {
    size_t plain = 0;
    while (plain < node->keys.count && plain < VALUES_AT_ONCE / 2 && node->keys.items[plain])
        plain++;
    IrOp **pairs = ARENA_ARRAY(b->program->arena, IrOp *, 2 * plain + 1);
    for (size_t i = 0; i < plain; i++) {
        pairs[2 * i] = build_expr(b, node->keys.items[i]);
        pairs[2 * i + 1] = build_expr(b, node->values.items[i]);
    }
    IrOp *dict = build_rt_array(b, RUNTIME_dict, NULL, 0, pairs, (uint32_t)(2 * plain));
    dict->type.kind = KIND_DICT;
    for (size_t i = plain; i < node->keys.count; i++) {
        IrOp *key = node->keys.items[i] ? build_expr(b, node->keys.items[i]) : NULL;
        IrOp *value = build_expr(b, node->values.items[i]);
        if (key)
            RT(b, dict_set, VALUE(dict), VALUE(key), VALUE(value));
        else
            RT(b, dict_update, VALUE(dict), VALUE(value));
    }
    return dict;
}

/* -- f-strings -- */

static IrOp *build_formatted(Builder *b, AstFormattedValue *node) {
    IrOp *value = build_expr(b, node->value);
    IrOp *spec = node->format_spec ? build_expr(b, node->format_spec) : build_null(b);
    int conversion = node->conversion > 0 ? node->conversion : 0;
    build_at(b, &node->base);
    IrOp *text = RT(b, format, VALUE(value), IMMEDIATE(conversion), VALUE(spec));
    text->type.kind = KIND_STR;
    return text;
}

/* One of several pieces of a text: str or a small int. */
static IrOp *build_piece(Builder *b, AstNode *node) {
    const AstFormattedValue *formatted = AST_CAST(FormattedValue, node);
    if (node->kind != AST_FormattedValue || formatted->format_spec || formatted->conversion > 0)
        return build_expr(b, node);
    IrOp *value = build_expr(b, formatted->value);
    build_at(b, node);
    return RT(b, piece, VALUE(value));
}

/* Joins the pieces; of many, runs of them first. */
static IrOp *join_pieces(Builder *b, AstNode *const *nodes, size_t count) {
    if (count == 1)
        return build_piece(b, *nodes);
    size_t run = (count + VALUES_AT_ONCE - 1) / VALUES_AT_ONCE, joined = 0;
    IrOp *pieces[VALUES_AT_ONCE];
    for (size_t i = 0; i < count; i += run)
        pieces[joined++] = join_pieces(b, nodes + i, count - i < run ? count - i : run);
    IrOp *text = build_rt_array(b, RUNTIME_concat, NULL, 0, pieces, (uint32_t)joined);
    text->type.kind = KIND_STR;
    return text;
}

static IrOp *build_joined(Builder *b, AstJoinedStr *node) {
    if (node->values.count == 0)
        return build_str(b, "");
    if (node->values.count == 1)
        return build_expr(b, node->values.items[0]);
    return join_pieces(b, node->values.items, node->values.count);
}

/* -- access -- */

/* An attribute on a later line than its object's end stands for itself in tracebacks. */
void build_at_attribute(Builder *b, const AstAttribute *node, const AstNode *whole) {
    AstNode place = {.range = whole->range};
    if (place.range.line != node->base.range.end_line &&
        place.range.line == node->base.range.line) {
        place.range.line = node->base.range.end_line;
        place.range.column = node->base.range.end_column - node->attr->size;
    }
    build_at(b, &place);
}

static IrOp *build_attribute(Builder *b, AstAttribute *node) {
    IrOp *object = build_expr(b, node->value);
    build_at_attribute(b, node, &node->base);
    return RT(b, getattr, VALUE(object), NAMED(node->attr));
}

SliceBounds build_slice_bounds(Builder *b, const AstSlice *node) {
    SliceBounds bounds;
    bounds.start = node->lower ? build_expr(b, node->lower) : build_none(b);
    bounds.stop = node->upper ? build_expr(b, node->upper) : build_none(b);
    bounds.step = node->step ? build_expr(b, node->step) : build_none(b);
    return bounds;
}

static IrOp *build_slice(Builder *b, AstSlice *node) {
    SliceBounds bounds = build_slice_bounds(b, node);
    return RT(b, slice, VALUE(bounds.start), VALUE(bounds.stop), VALUE(bounds.step));
}

static IrOp *build_subscript(Builder *b, AstSubscript *node) {
    IrOp *object = build_expr(b, node->value);
    if (node->slice->kind == AST_Slice) {
        SliceBounds bounds = build_slice_bounds(b, AST_CAST(Slice, node->slice));
        build_at(b, &node->base);
        return RT(b, getslice, VALUE(object), VALUE(bounds.start), VALUE(bounds.stop),
                  VALUE(bounds.step));
    }
    IrOp *key = build_expr(b, node->slice);
    build_at(b, &node->base);
    return RT(b, getitem, VALUE(object), VALUE(key));
}

static IrOp *build_named(Builder *b, AstNamedExpr *node) {
    IrOp *value = build_expr(b, node->value);
    build_assign(b, node->target, value);
    return value;
}

/* -- suspensions -- */

static IrOp *build_await(Builder *b, AstAwait *node) {
    if (node->value->kind == AST_Call)
        return build_call(b, AST_CAST(Call, node->value), true);
    IrOp *awaitable = build_expr(b, node->value);
    build_at(b, &node->base);
    return RT(b, await, VALUE(awaitable));
}

static IrOp *build_yield(Builder *b, AstYield *node) {
    IrOp *value = node->value ? build_expr(b, node->value) : build_none(b);
    build_at(b, &node->base);
    return build_unary(b, IR_YIELD, IR_TYPE_OBJ, value);
}

static IrOp *build_yield_from(Builder *b, AstYieldFrom *node) {
    IrOp *iterable = build_expr(b, node->value);
    build_at(b, &node->base);
    return RT(b, yield_from, VALUE(iterable));
}

/* -- all of them -- */

static IrOp *build_expr_kind(Builder *b, AstNode *node) {
    switch (node->kind) {
    case AST_Constant:
        return build_literal(b, &AST_CAST(Constant, node)->value);
    case AST_Name:
        return build_load(b, AST_CAST(Name, node)->symbol);
    case AST_Attribute:
        return build_attribute(b, AST_CAST(Attribute, node));
    case AST_Subscript:
        return build_subscript(b, AST_CAST(Subscript, node));
    case AST_Slice:
        return build_slice(b, AST_CAST(Slice, node));
    case AST_Call:
        return build_call(b, AST_CAST(Call, node), false);
    case AST_BinOp:
        return build_bin_op(b, AST_CAST(BinOp, node));
    case AST_UnaryOp:
        return build_unary_op(b, AST_CAST(UnaryOp, node));
    case AST_BoolOp:
        return build_bool_op(b, AST_CAST(BoolOp, node));
    case AST_Compare:
        return build_compare(b, AST_CAST(Compare, node));
    case AST_IfExp:
        return build_if_exp(b, AST_CAST(IfExp, node));
    case AST_NamedExpr:
        return build_named(b, AST_CAST(NamedExpr, node));
    case AST_Lambda:
        return build_lambda(b, AST_CAST(Lambda, node));
    case AST_List:
        return build_list(b, AST_CAST(List, node));
    case AST_Tuple:
        return build_tuple(b, AST_CAST(Tuple, node));
    case AST_Set:
        return build_set(b, AST_CAST(Set, node));
    case AST_Dict:
        return build_dict(b, AST_CAST(Dict, node));
    case AST_JoinedStr:
        return build_joined(b, AST_CAST(JoinedStr, node));
    case AST_FormattedValue:
        return build_formatted(b, AST_CAST(FormattedValue, node));
    case AST_Await:
        return build_await(b, AST_CAST(Await, node));
    case AST_Yield:
        return build_yield(b, AST_CAST(Yield, node));
    case AST_YieldFrom:
        return build_yield_from(b, AST_CAST(YieldFrom, node));
    default: /* the comprehensions */
        return build_comprehension(b, node);
    }
}

IrOp *build_expr(Builder *b, AstNode *node) {
    uint64_t position = b->position;
    build_at(b, node);
    IrOp *value = build_expr_kind(b, node);
    b->position = position;
    return value;
}
