/*
 * unparse.c — an expression as text, spelled as CPython does for annotations that are not evaluated
 * (`from __future__ import annotations`): the tree is what counts, not how the source was spelled.
 *
 * Every operator has a level; a part whose own level is lower than its place asks for gets
 * parentheses. The levels and where they are asked for follow CPython's ast_unparse.c.
 */
#include "ast.h"

#include <string.h>

typedef VEC(char) Text;

typedef enum Level {
    LEVEL_TUPLE,
    LEVEL_TEST, /* if-else, lambda */
    LEVEL_OR,
    LEVEL_AND,
    LEVEL_NOT,
    LEVEL_COMPARE,
    LEVEL_BIT_OR,
    LEVEL_BIT_XOR,
    LEVEL_BIT_AND,
    LEVEL_SHIFT,
    LEVEL_SUM,
    LEVEL_TERM,
    LEVEL_FACTOR,
    LEVEL_POWER,
    LEVEL_AWAIT,
    LEVEL_ATOM,
} Level;

#define LEVEL_EXPR LEVEL_BIT_OR /* what a star stands in front of */

typedef struct Writer {
    Arena *arena;
    Text text;
} Writer;

static void write_expr(Writer *writer, const AstNode *node, Level level);

static void write_bytes(Writer *writer, const char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++)
        VEC_PUSH(writer->arena, &writer->text, bytes[i]);
}

static void write_text(Writer *writer, const char *text) {
    write_bytes(writer, text, strlen(text));
}

static void write_if(Writer *writer, bool condition, const char *text) {
    if (condition)
        write_text(writer, text);
}

static void write_list(Writer *writer, const AstNodes *nodes, Level level) {
    for (size_t i = 0; i < nodes->count; i++) {
        write_if(writer, i > 0, ", ");
        write_expr(writer, nodes->items[i], level);
    }
}

/* ---- operators ---- */

static Level binary_level(AstOperator op) {
    switch (op) {
    case OP_Add:
    case OP_Sub:
        return LEVEL_SUM;
    case OP_LShift:
    case OP_RShift:
        return LEVEL_SHIFT;
    case OP_BitOr:
        return LEVEL_BIT_OR;
    case OP_BitXor:
        return LEVEL_BIT_XOR;
    case OP_BitAnd:
        return LEVEL_BIT_AND;
    case OP_Pow:
        return LEVEL_POWER;
    default:
        return LEVEL_TERM;
    }
}

static void write_operator(Writer *writer, AstOperator op) {
    write_text(writer, " ");
    write_text(writer, ast_operator_text(op));
    write_text(writer, " ");
}

static void write_bin_op(Writer *writer, const AstBinOp *node, Level level) {
    Level own = binary_level(node->op);
    bool right_first = node->op == OP_Pow;
    write_if(writer, level > own, "(");
    write_expr(writer, node->left, own + right_first);
    write_operator(writer, node->op);
    write_expr(writer, node->right, own + !right_first);
    write_if(writer, level > own, ")");
}

static void write_unary_op(Writer *writer, const AstUnaryOp *node, Level level) {
    Level own = node->op == OP_Not ? LEVEL_NOT : LEVEL_FACTOR;
    write_if(writer, level > own, "(");
    write_text(writer, ast_operator_text(node->op));
    write_if(writer, node->op == OP_Not, " ");
    write_expr(writer, node->operand, own);
    write_if(writer, level > own, ")");
}

static void write_bool_op(Writer *writer, const AstBoolOp *node, Level level) {
    Level own = node->op == OP_And ? LEVEL_AND : LEVEL_OR;
    write_if(writer, level > own, "(");
    for (size_t i = 0; i < node->values.count; i++) {
        if (i)
            write_operator(writer, node->op);
        write_expr(writer, node->values.items[i], own + 1);
    }
    write_if(writer, level > own, ")");
}

static void write_compare(Writer *writer, const AstCompare *node, Level level) {
    write_if(writer, level > LEVEL_COMPARE, "(");
    write_expr(writer, node->left, LEVEL_COMPARE + 1);
    for (size_t i = 0; i < node->ops.count; i++) {
        write_operator(writer, node->ops.items[i]);
        write_expr(writer, node->comparators.items[i], LEVEL_COMPARE + 1);
    }
    write_if(writer, level > LEVEL_COMPARE, ")");
}

static void write_if_exp(Writer *writer, const AstIfExp *node, Level level) {
    write_if(writer, level > LEVEL_TEST, "(");
    write_expr(writer, node->body, LEVEL_TEST + 1);
    write_text(writer, " if ");
    write_expr(writer, node->test, LEVEL_TEST + 1);
    write_text(writer, " else ");
    write_expr(writer, node->orelse, LEVEL_TEST);
    write_if(writer, level > LEVEL_TEST, ")");
}

/* ---- lambda ---- */

static void write_arg(Writer *writer, bool *any, const char *star, const AstNode *arg,
                      const AstNode *fallback) {
    write_if(writer, *any, ", ");
    *any = true;
    write_text(writer, star);
    if (arg)
        write_text(writer, AST_CAST(Arg, arg)->arg->text);
    if (fallback) {
        write_text(writer, "=");
        write_expr(writer, fallback, LEVEL_TEST);
    }
}

static void write_args(Writer *writer, const AstArguments *args) {
    bool any = false;
    size_t before = args->posonlyargs.count, count = before + args->args.count;
    size_t plain = count - args->defaults.count;
    for (size_t i = 0; i < count; i++) {
        const AstNode *arg = i < before ? args->posonlyargs.items[i] : args->args.items[i - before];
        write_arg(writer, &any, "", arg, i < plain ? NULL : args->defaults.items[i - plain]);
        write_if(writer, i + 1 == before, ", /");
    }
    if (args->vararg || args->kwonlyargs.count)
        write_arg(writer, &any, "*", args->vararg, NULL);
    for (size_t i = 0; i < args->kwonlyargs.count; i++)
        write_arg(writer, &any, "", args->kwonlyargs.items[i], args->kw_defaults.items[i]);
    if (args->kwarg)
        write_arg(writer, &any, "**", args->kwarg, NULL);
}

static void write_lambda(Writer *writer, const AstLambda *node, Level level) {
    write_if(writer, level > LEVEL_TEST, "(");
    write_text(writer, "lambda");
    size_t start = writer->text.count;
    write_text(writer, " ");
    write_args(writer, AST_CAST(Arguments, node->args));
    if (writer->text.count == start + 1) /* no arguments: no space */
        writer->text.count = start;
    write_text(writer, ": ");
    write_expr(writer, node->body, LEVEL_TEST);
    write_if(writer, level > LEVEL_TEST, ")");
}

/* ---- displays and comprehensions ---- */

static void write_dict(Writer *writer, const AstDict *node) {
    write_text(writer, "{");
    for (size_t i = 0; i < node->values.count; i++) {
        const AstNode *key = node->keys.items[i];
        write_if(writer, i > 0, ", ");
        if (key)
            write_expr(writer, key, LEVEL_TEST);
        write_text(writer, key ? ": " : "**");
        write_expr(writer, node->values.items[i], key ? LEVEL_TEST : LEVEL_EXPR);
    }
    write_text(writer, "}");
}

static void write_tuple(Writer *writer, const AstNodes *elts, Level level) {
    bool parentheses = level > LEVEL_TUPLE || elts->count == 0;
    write_if(writer, parentheses, "(");
    write_list(writer, elts, LEVEL_TEST);
    write_if(writer, elts->count == 1, ",");
    write_if(writer, parentheses, ")");
}

static void write_comprehension(Writer *writer, const char *open, const AstNode *key,
                                const AstNode *element, const AstNodes *generators,
                                const char *close) {
    write_text(writer, open);
    if (key) {
        write_expr(writer, key, LEVEL_TEST);
        write_text(writer, ": ");
    }
    write_expr(writer, element, LEVEL_TEST);
    for (size_t i = 0; i < generators->count; i++) {
        const AstComprehension *clause = AST_CAST(Comprehension, generators->items[i]);
        write_text(writer, clause->is_async ? " async for " : " for ");
        write_expr(writer, clause->target, LEVEL_TUPLE);
        write_text(writer, " in ");
        write_expr(writer, clause->iter, LEVEL_TEST + 1);
        for (size_t k = 0; k < clause->ifs.count; k++) {
            write_text(writer, " if ");
            write_expr(writer, clause->ifs.items[k], LEVEL_TEST + 1);
        }
    }
    write_text(writer, close);
}

/* ---- calls and access ---- */

static void write_call(Writer *writer, const AstCall *node) {
    write_expr(writer, node->func, LEVEL_ATOM);
    if (node->args.count == 1 && node->keywords.count == 0 &&
        node->args.items[0]->kind == AST_GeneratorExp) { /* has parentheses of its own */
        write_expr(writer, node->args.items[0], LEVEL_TUPLE);
        return;
    }
    write_text(writer, "(");
    write_list(writer, &node->args, LEVEL_TEST);
    for (size_t i = 0; i < node->keywords.count; i++) {
        const AstKeyword *keyword = AST_CAST(Keyword, node->keywords.items[i]);
        write_if(writer, i > 0 || node->args.count > 0, ", ");
        write_text(writer, keyword->arg ? keyword->arg->text : "**");
        write_if(writer, keyword->arg != NULL, "=");
        write_expr(writer, keyword->value, LEVEL_TEST);
    }
    write_text(writer, ")");
}

static void write_attribute(Writer *writer, const AstAttribute *node) {
    const AstNode *value = node->value;
    write_expr(writer, value, LEVEL_ATOM);
    bool is_int = false;
    if (value->kind == AST_Constant) {
        ConstantKind kind = AST_CAST(Constant, value)->value.kind;
        is_int = kind == CONST_INT || kind == CONST_BIGINT;
    }
    write_text(writer, is_int ? " ." : ".");
    write_text(writer, node->attr->text);
}

static void write_slice(Writer *writer, const AstSlice *node) {
    if (node->lower)
        write_expr(writer, node->lower, LEVEL_TEST);
    write_text(writer, ":");
    if (node->upper)
        write_expr(writer, node->upper, LEVEL_TEST);
    if (node->step) {
        write_text(writer, ":");
        write_expr(writer, node->step, LEVEL_TEST);
    }
}

/* ---- literals ---- */

static void write_constant(Writer *writer, const AstLiteral *value) {
    if (value->kind == CONST_ELLIPSIS) {
        write_text(writer, "...");
        return;
    }
    Str text = ast_constant_repr(writer->arena, value);
    bool infinite = (value->kind == CONST_FLOAT || value->kind == CONST_COMPLEX) &&
                    text.size >= 3 && !memcmp(text.data, "inf", 3);
    if (infinite) { /* there is no literal for it, but one that is too big */
        write_text(writer, "1e309");
        text = (Str){text.data + 3, text.size - 3};
    }
    write_bytes(writer, text.data, text.size);
}

static void write_field(Writer *writer, const AstFormattedValue *node);

/* What stands between the quotes. */
static void write_pieces(Writer *writer, const AstNodes *pieces) {
    for (size_t i = 0; i < pieces->count; i++) {
        const AstNode *piece = pieces->items[i];
        if (piece->kind == AST_FormattedValue) {
            write_field(writer, AST_CAST(FormattedValue, piece));
            continue;
        }
        Str text = AST_CAST(Constant, piece)->value.text;
        for (size_t k = 0; k < text.size; k++) {
            write_bytes(writer, &text.data[k], 1);
            if (text.data[k] == '{' || text.data[k] == '}')
                write_bytes(writer, &text.data[k], 1);
        }
    }
}

static void write_field(Writer *writer, const AstFormattedValue *node) {
    Writer inner = {.arena = writer->arena};
    write_expr(&inner, node->value, LEVEL_TEST + 1);
    bool brace = inner.text.count && inner.text.items[0] == '{';
    write_text(writer, brace ? "{ " : "{");
    write_bytes(writer, inner.text.items, inner.text.count);
    if (node->conversion > 0)
        write_bytes(writer, (char[]){'!', (char)node->conversion}, 2);
    if (node->format_spec) {
        write_text(writer, ":");
        write_pieces(writer, &AST_CAST(JoinedStr, node->format_spec)->values);
    }
    write_text(writer, "}");
}

static void write_joined(Writer *writer, const AstJoinedStr *node) {
    Writer body = {.arena = writer->arena};
    write_pieces(&body, &node->values);
    AstLiteral text = {.kind = CONST_STR, .text = {body.text.items, body.text.count}};
    write_text(writer, "f");
    write_constant(writer, &text);
}

/* ---- all kinds ---- */

static void write_await(Writer *writer, const AstAwait *node, Level level) {
    write_if(writer, level > LEVEL_AWAIT, "(");
    write_text(writer, "await ");
    write_expr(writer, node->value, LEVEL_ATOM);
    write_if(writer, level > LEVEL_AWAIT, ")");
}

static void write_named(Writer *writer, const AstNamedExpr *node, Level level) {
    write_if(writer, level > LEVEL_TUPLE, "(");
    write_expr(writer, node->target, LEVEL_ATOM);
    write_text(writer, " := ");
    write_expr(writer, node->value, LEVEL_ATOM);
    write_if(writer, level > LEVEL_TUPLE, ")");
}

static void write_enclosed(Writer *writer, const char *open, const AstNodes *elts,
                           const char *close) {
    write_text(writer, open);
    write_list(writer, elts, LEVEL_TEST);
    write_text(writer, close);
}

static void write_subscript(Writer *writer, const AstSubscript *node) {
    write_expr(writer, node->value, LEVEL_ATOM);
    write_text(writer, "[");
    write_expr(writer, node->slice, LEVEL_TUPLE);
    write_text(writer, "]");
}

static void write_loops(Writer *writer, const AstNode *node) {
    switch (node->kind) {
    case AST_ListComp: {
        const AstListComp *comp = AST_CAST(ListComp, node);
        write_comprehension(writer, "[", NULL, comp->elt, &comp->generators, "]");
        break;
    }
    case AST_SetComp: {
        const AstSetComp *comp = AST_CAST(SetComp, node);
        write_comprehension(writer, "{", NULL, comp->elt, &comp->generators, "}");
        break;
    }
    case AST_DictComp: {
        const AstDictComp *comp = AST_CAST(DictComp, node);
        write_comprehension(writer, "{", comp->key, comp->value, &comp->generators, "}");
        break;
    }
    default: {
        const AstGeneratorExp *comp = AST_CAST(GeneratorExp, node);
        write_comprehension(writer, "(", NULL, comp->elt, &comp->generators, ")");
    }
    }
}

static void write_expr(Writer *writer, const AstNode *node, Level level) {
    switch (node->kind) {
    case AST_BoolOp:
        return write_bool_op(writer, AST_CAST(BoolOp, node), level);
    case AST_NamedExpr:
        return write_named(writer, AST_CAST(NamedExpr, node), level);
    case AST_BinOp:
        return write_bin_op(writer, AST_CAST(BinOp, node), level);
    case AST_UnaryOp:
        return write_unary_op(writer, AST_CAST(UnaryOp, node), level);
    case AST_Lambda:
        return write_lambda(writer, AST_CAST(Lambda, node), level);
    case AST_IfExp:
        return write_if_exp(writer, AST_CAST(IfExp, node), level);
    case AST_Dict:
        return write_dict(writer, AST_CAST(Dict, node));
    case AST_Set:
        return write_enclosed(writer, "{", &AST_CAST(Set, node)->elts, "}");
    case AST_List:
        return write_enclosed(writer, "[", &AST_CAST(List, node)->elts, "]");
    case AST_Tuple:
        return write_tuple(writer, &AST_CAST(Tuple, node)->elts, level);
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp:
    case AST_GeneratorExp:
        return write_loops(writer, node);
    case AST_Await:
        return write_await(writer, AST_CAST(Await, node), level);
    case AST_Compare:
        return write_compare(writer, AST_CAST(Compare, node), level);
    case AST_Call:
        return write_call(writer, AST_CAST(Call, node));
    case AST_JoinedStr:
        return write_joined(writer, AST_CAST(JoinedStr, node));
    case AST_Constant:
        return write_constant(writer, &AST_CAST(Constant, node)->value);
    case AST_Attribute:
        return write_attribute(writer, AST_CAST(Attribute, node));
    case AST_Subscript:
        return write_subscript(writer, AST_CAST(Subscript, node));
    case AST_Starred:
        write_text(writer, "*");
        return write_expr(writer, AST_CAST(Starred, node)->value, LEVEL_EXPR);
    case AST_Name:
        return write_text(writer, AST_CAST(Name, node)->id->text);
    case AST_Slice:
        return write_slice(writer, AST_CAST(Slice, node));
    default: /* yield, which no annotation can hold */
        return;
    }
}

Str ast_unparse(Arena *arena, const AstNode *node) {
    Writer writer = {.arena = arena};
    write_expr(&writer, node, LEVEL_TEST);
    VEC_PUSH(arena, &writer.text, 0);
    return (Str){writer.text.items, writer.text.count - 1};
}
