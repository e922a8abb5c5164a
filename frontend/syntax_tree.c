/*
 * syntax_tree.c — the checks of CPython's compiler that need the finished tree and its scopes (see
 * syntax.h). Source of rules and messages: CPython 3.11 Python/compile.c and Python/future.c.
 */
#include "scope.h"
#include "syntax.h"
#include "syntax_doubt.h"

#include <string.h>

typedef enum CodeKind {
    CODE_MODULE,
    CODE_CLASS,
    CODE_FUNCTION,
    CODE_ASYNC,
    CODE_COMPREHENSION
} CodeKind;

/* Where in the code the walk is. */
typedef struct Check {
    Arena *arena;
    DiagSink *diags;
    const Source *source;
    bool is_library; /* what only concerns the program's author is not said */
    CodeKind code;
    const Scope *scope; /* of the innermost function, or NULL */
    bool in_loop;       /* break and continue have a loop */
    bool in_group;      /* an except* block is between here and the function */
    bool group_in_loop; /* an except* block is between here and the loop */
    size_t block_count; /* blocks of the function around here that CPython counts */
} Check;

enum { MAX_BLOCKS = 20 }; /* CO_MAXBLOCKS of CPython */

static void check(AstNode *node, void *context);

static void check_all(Check *state, AstNodes nodes) {
    for (size_t i = 0; i < nodes.count; i++)
        if (nodes.items[i])
            check(nodes.items[i], state);
}

static void check_optional(Check *state, AstNode *node) {
    if (node)
        check(node, state);
}

static void tree_error(Check *state, DiagKind kind, Range range, const char *message) {
    diag_report(state->diags, kind, state->source, range, NULL, "%s", message);
}

/* ---- names that cannot be bound, starred expressions ---- */

static void check_name(Check *state, const AstName *node) {
    if (node->ctx == OP_Load || strcmp(node->id->text, "__debug__") != 0)
        return;
    tree_error(state, DIAG_TARGET, node->base.range,
               node->ctx == OP_Del ? "cannot delete __debug__" : "cannot assign to __debug__");
}

/* A starred expression where its parent does not unpack. */
static void check_lone_starred(Check *state, const AstStarred *node) {
    tree_error(state, DIAG_TARGET, node->base.range,
               node->ctx == OP_Store ? "starred assignment target must be in a list or tuple"
                                     : "can't use starred expression here");
}

/* Elements that may be starred: the stars themselves are fine here. */
static void check_elements(Check *state, AstNodes elements, bool store, Range range) {
    int stars = 0;
    for (size_t i = 0; i < elements.count; i++) {
        AstNode *element = elements.items[i];
        if (element->kind == AST_Starred) {
            stars++;
            element = AST_CAST(Starred, element)->value;
        }
        check(element, state);
    }
    if (store && stars > 1)
        tree_error(state, DIAG_TARGET, range, "multiple starred expressions in assignment");
}

static void check_keywords(Check *state, AstNodes keywords) {
    for (size_t i = 0; i < keywords.count; i++) {
        AstKeyword *keyword = AST_CAST(Keyword, keywords.items[i]);
        check(keyword->value, state);
        if (!keyword->arg)
            continue;
        if (strcmp(keyword->arg->text, "__debug__") == 0)
            tree_error(state, DIAG_TARGET, keyword->base.range, "cannot assign to __debug__");
        for (size_t j = 0; j < i; j++) {
            if (AST_CAST(Keyword, keywords.items[j])->arg != keyword->arg)
                continue;
            tree_error(
                state, DIAG_ARGUMENT, keyword->base.range,
                arena_printf(state->arena, "keyword argument repeated: %s", keyword->arg->text));
            break;
        }
    }
}

/* ---- functions, classes, comprehensions ---- */

static void check_arguments(Check *state, AstArguments *args) {
    check_all(state, args->defaults);
    check_all(state, args->kw_defaults);
}

static void check_function(Check *state, AstFunctionDef *node) {
    check_all(state, node->decorator_list);
    check_arguments(state, AST_CAST(Arguments, node->args));
    Check inner = *state;
    inner.code = node->is_async ? CODE_ASYNC : CODE_FUNCTION;
    inner.scope = node->scope;
    inner.in_loop = inner.in_group = inner.group_in_loop = false;
    inner.block_count = 0;
    check_all(&inner, node->body);
}

static void check_lambda(Check *state, AstLambda *node) {
    check_arguments(state, AST_CAST(Arguments, node->args));
    Check inner = *state;
    inner.code = CODE_FUNCTION;
    inner.scope = node->scope;
    inner.block_count = 0;
    check(node->body, &inner);
}

static void check_class(Check *state, AstClassDef *node) {
    check_all(state, node->decorator_list);
    check_elements(state, node->bases, false, node->base.range);
    check_keywords(state, node->keywords);
    Check inner = *state;
    inner.code = CODE_CLASS;
    inner.scope = NULL;
    inner.in_loop = inner.in_group = inner.group_in_loop = false;
    inner.block_count = 0;
    check_all(&inner, node->body);
}

static void check_comprehension(Check *state, AstNode *node, AstNodes generators, AstNode *key,
                                AstNode *element, const Scope *scope) {
    bool outside = state->code != CODE_ASYNC && state->code != CODE_COMPREHENSION;
    if (scope->is_async && outside && node->kind != AST_GeneratorExp)
        tree_error(state, DIAG_FLOW, node->range,
                   "asynchronous comprehension outside of an asynchronous function");
    Check inner = *state;
    inner.code = CODE_COMPREHENSION;
    for (size_t i = 0; i < generators.count; i++) {
        AstComprehension *clause = AST_CAST(Comprehension, generators.items[i]);
        check(clause->iter, i == 0 ? state : &inner);
        check(clause->target, &inner);
        check_all(&inner, clause->ifs);
    }
    check_optional(&inner, key);
    check(element, &inner);
}

static void check_await(Check *state, AstNode *node) {
    if (state->code == CODE_MODULE || state->code == CODE_CLASS)
        tree_error(state, DIAG_FLOW, node->range, "'await' outside function");
    else if (state->code == CODE_FUNCTION)
        tree_error(state, DIAG_FLOW, node->range, "'await' outside async function");
}

static void check_yield(Check *state, AstNode *node) {
    if (state->code == CODE_MODULE || state->code == CODE_CLASS)
        tree_error(state, DIAG_FLOW, node->range, "'yield' outside function");
    else if (state->code == CODE_ASYNC && node->kind == AST_YieldFrom)
        tree_error(state, DIAG_FLOW, node->range, "'yield from' inside async function");
}

/* ---- statements ---- */

static void check_return(Check *state, const AstReturn *node) {
    check_optional(state, node->value);
    if (!state->scope)
        tree_error(state, DIAG_FLOW, node->base.range, "'return' outside function");
    else if (state->in_group)
        tree_error(state, DIAG_FLOW, node->base.range,
                   "'break', 'continue' and 'return' cannot appear in an except* block");
    else if (node->value && state->code == CODE_ASYNC && state->scope->is_generator)
        tree_error(state, DIAG_FLOW, node->base.range, "'return' with value in async generator");
}

static void check_jump(Check *state, const AstNode *node) {
    if (state->group_in_loop)
        tree_error(state, DIAG_FLOW, node->range,
                   "'break', 'continue' and 'return' cannot appear in an except* block");
    else if (!state->in_loop)
        tree_error(state, DIAG_FLOW, node->range,
                   node->kind == AST_Break ? "'break' outside loop"
                                           : "'continue' not properly in loop");
}

/* The state inside of `count` more blocks of the statement `node`. */
static Check in_blocks(Check *state, size_t count, const AstNode *node) {
    Check inner = *state;
    inner.block_count += count;
    if (state->block_count <= MAX_BLOCKS && inner.block_count > MAX_BLOCKS)
        tree_error(state, DIAG_LIMIT, node->range, "too many statically nested blocks");
    return inner;
}

static void check_loop_body(Check *state, const AstNode *node, AstNodes body, AstNodes orelse) {
    Check inner = in_blocks(state, 1, node);
    inner.in_loop = true;
    inner.group_in_loop = false;
    check_all(&inner, body);
    check_all(state, orelse);
}

static void check_async(Check *state, const AstNode *node, const char *what) {
    if (state->code != CODE_ASYNC)
        tree_error(state, DIAG_FLOW, node->range,
                   arena_printf(state->arena, "'%s' outside async function", what));
}

static void check_for(Check *state, AstFor *node) {
    if (node->is_async)
        check_async(state, &node->base, "async for");
    check(node->iter, state);
    check(node->target, state);
    check_loop_body(state, &node->base, node->body, node->orelse);
}

static void check_with(Check *state, AstWith *node) {
    if (node->is_async)
        check_async(state, &node->base, "async with");
    check_all(state, node->items);
    Check inner = in_blocks(state, node->items.count, &node->base);
    check_all(&inner, node->body);
}

/* Handlers stand in one block more than the body. */
static void check_handlers(Check *state, const AstTry *node) {
    Check inner = in_blocks(state, 1, &node->base);
    inner.in_group |= node->is_star;
    inner.group_in_loop |= node->is_star;
    for (size_t i = 0; i < node->handlers.count; i++) {
        AstExceptHandler *handler = AST_CAST(ExceptHandler, node->handlers.items[i]);
        if (!handler->type && i + 1 < node->handlers.count)
            tree_error(state, DIAG_SYNTAX, handler->base.range, "default 'except:' must be last");
        check_optional(state, handler->type);
        check_all(&inner, handler->body);
    }
}

static void check_try(Check *state, AstTry *node) {
    Check outer = in_blocks(state, node->finalbody.count > 0, &node->base);
    Check body = in_blocks(&outer, node->handlers.count > 0, &node->base);
    check_all(&body, node->body);
    if (node->handlers.count)
        check_handlers(&body, node);
    check_all(&outer, node->orelse);
    check_all(&outer, node->finalbody); /* the way of exceptions has a block of its own */
}

static void check_assert(Check *state, AstAssert *node) {
    if (node->test->kind == AST_Tuple && AST_CAST(Tuple, node->test)->elts.count > 0)
        tree_error(state, DIAG_LITERAL, node->base.range,
                   "assertion is always true, perhaps remove parentheses?");
    check(node->test, state);
    check_optional(state, node->msg);
}

static void check_compare(Check *state, AstCompare *node) {
    const AstNode *left = node->left;
    for (size_t i = 0; i < node->ops.count; i++) {
        AstOperator op = node->ops.items[i];
        const AstNode *right = node->comparators.items[i];
        if ((op == OP_Is || op == OP_IsNot) && (doubt_is_literal(left) || doubt_is_literal(right)))
            tree_error(state, DIAG_LITERAL, node->base.range,
                       op == OP_Is ? "\"is\" with a literal. Did you mean \"==\"?"
                                   : "\"is not\" with a literal. Did you mean \"!=\"?");
        left = right;
    }
    check(node->left, state);
    check_all(state, node->comparators);
}

/* ---- patterns ---- */

/* The names a pattern binds so far. */
typedef VEC(const Name *) NameVec;

static void check_pattern(Check *state, AstNode *node, bool may_be_irrefutable, NameVec *bound);

static bool has_name(const NameVec *names, const Name *name) {
    for (size_t i = 0; i < names->count; i++)
        if (names->items[i] == name)
            return true;
    return false;
}

static void bind_pattern_name(Check *state, const Name *name, Range range, NameVec *bound) {
    if (!name)
        return;
    if (has_name(bound, name))
        tree_error(
            state, DIAG_PATTERN, range,
            arena_printf(state->arena, "multiple assignments to name '%s' in pattern", name->text));
    VEC_PUSH(state->arena, bound, name);
}

static void check_patterns(Check *state, AstNodes patterns, NameVec *bound) {
    for (size_t i = 0; i < patterns.count; i++)
        check_pattern(state, patterns.items[i], true, bound);
}

static void check_as_pattern(Check *state, AstMatchAs *node, bool may_be_irrefutable,
                             NameVec *bound) {
    if (node->pattern)
        check_pattern(state, node->pattern, may_be_irrefutable, bound);
    else if (!may_be_irrefutable)
        tree_error(state, DIAG_PATTERN, node->base.range,
                   node->name
                       ? arena_printf(state->arena,
                                      "name capture '%s' makes remaining patterns unreachable",
                                      node->name->text)
                       : "wildcard makes remaining patterns unreachable");
    bind_pattern_name(state, node->name, node->base.range, bound);
}

static void check_or_pattern(Check *state, AstMatchOr *node, bool may_be_irrefutable,
                             NameVec *bound) {
    NameVec first = {0};
    const AstNode *different = NULL;
    for (size_t i = 0; i < node->patterns.count; i++) {
        NameVec names = {0};
        bool last = i + 1 == node->patterns.count;
        check_pattern(state, node->patterns.items[i], last && may_be_irrefutable, &names);
        if (i == 0)
            first = names;
        bool differs = names.count != first.count;
        for (size_t j = 0; j < names.count && !differs; j++)
            differs = !has_name(&first, names.items[j]);
        if (differs && !different)
            different = node->patterns.items[i];
    }
    if (different)
        tree_error(state, DIAG_PATTERN, different->range,
                   "alternative patterns bind different names");
    for (size_t i = 0; i < first.count; i++)
        bind_pattern_name(state, first.items[i], node->base.range, bound);
}

static void check_sequence_pattern(Check *state, AstMatchSequence *node, NameVec *bound) {
    int stars = 0;
    for (size_t i = 0; i < node->patterns.count; i++)
        stars += node->patterns.items[i]->kind == AST_MatchStar;
    if (stars > 1)
        tree_error(state, DIAG_PATTERN, node->base.range,
                   "multiple starred names in sequence pattern");
    check_patterns(state, node->patterns, bound);
}

static void check_class_pattern(Check *state, AstMatchClass *node, NameVec *bound) {
    NameList names = node->kwd_attrs;
    for (size_t i = 0; i < names.count; i++)
        for (size_t j = i + 1; j < names.count; j++)
            if (names.items[i] == names.items[j])
                tree_error(state, DIAG_PATTERN, node->kwd_patterns.items[j]->range,
                           arena_printf(state->arena,
                                        "attribute name repeated in class pattern: %s",
                                        names.items[i]->text));
    check_patterns(state, node->patterns, bound);
    check_patterns(state, node->kwd_patterns, bound);
}

static bool same_constant(const AstNode *left, const AstNode *right) {
    if (left->kind != AST_Constant || right->kind != AST_Constant)
        return false;
    const AstLiteral *a = &AST_CAST(Constant, left)->value;
    const AstLiteral *b = &AST_CAST(Constant, right)->value;
    if (a->kind != b->kind)
        return false;
    return a->integer == b->integer && a->real == b->real && a->text.size == b->text.size &&
           (a->text.size == 0 || memcmp(a->text.data, b->text.data, a->text.size) == 0);
}

static void check_mapping_pattern(Check *state, AstMatchMapping *node, NameVec *bound) {
    AstNodes keys = node->keys;
    for (size_t i = 0; i < keys.count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (!same_constant(keys.items[i], keys.items[j]))
                continue;
            Str value = ast_constant_repr(state->arena, &AST_CAST(Constant, keys.items[i])->value);
            tree_error(state, DIAG_PATTERN, node->base.range,
                       arena_printf(state->arena, "mapping pattern checks duplicate key (%.*s)",
                                    (int)value.size, value.data));
            break;
        }
    }
    check_patterns(state, node->patterns, bound);
    bind_pattern_name(state, node->rest, node->base.range, bound);
}

static void check_pattern(Check *state, AstNode *node, bool may_be_irrefutable, NameVec *bound) {
    switch (node->kind) {
    case AST_MatchAs:
        check_as_pattern(state, AST_CAST(MatchAs, node), may_be_irrefutable, bound);
        break;
    case AST_MatchOr:
        check_or_pattern(state, AST_CAST(MatchOr, node), may_be_irrefutable, bound);
        break;
    case AST_MatchSequence:
        check_sequence_pattern(state, AST_CAST(MatchSequence, node), bound);
        break;
    case AST_MatchClass:
        check_class_pattern(state, AST_CAST(MatchClass, node), bound);
        break;
    case AST_MatchMapping:
        check_mapping_pattern(state, AST_CAST(MatchMapping, node), bound);
        break;
    case AST_MatchStar:
        bind_pattern_name(state, AST_CAST(MatchStar, node)->name, node->range, bound);
        break;
    default:
        break;
    }
}

static void check_match(Check *state, AstMatch *node) {
    check(node->subject, state);
    for (size_t i = 0; i < node->cases.count; i++) {
        AstMatchCase *branch = AST_CAST(MatchCase, node->cases.items[i]);
        NameVec bound = {0};
        bool may_be_irrefutable = branch->guard || i + 1 == node->cases.count;
        check_pattern(state, branch->pattern, may_be_irrefutable, &bound);
        check_optional(state, branch->guard);
        check_all(state, branch->body);
    }
}

/* ---- the walk ---- */

/* Is `node` the name of a variable of the whole module? */
static bool is_module_name(const AstNode *node, const char *text) {
    if (node->kind != AST_Name || strcmp(AST_CAST(Name, node)->id->text, text) != 0)
        return false;
    const Symbol *symbol = AST_CAST(Name, node)->symbol;
    return symbol && (symbol->binding == BIND_GLOBAL || !symbol->scope->parent);
}

/* For targets that are no whole system; elsewhere this warning is off. */
static void warn_platform(Check *state, const AstCall *node) {
    static const struct {
        const char *module, *name, *what;
    } absent[] = {
#define ABSENT(module, name, what) {module, #name, what},
#include "absent.def"
#undef ABSENT
    };
    if (node->func->kind != AST_Attribute || state->is_library)
        return;
    const AstAttribute *function = AST_CAST(Attribute, node->func);
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        if (strcmp(absent[i].name, function->attr->text) == 0 &&
            (!absent[i].module[0] || is_module_name(function->value, absent[i].module))) {
            tree_error(state, DIAG_PLATFORM, node->base.range,
                       arena_printf(state->arena, "%s() needs what wasm32-wasi lacks: it has no %s",
                                    absent[i].name, absent[i].what));
            return;
        }
}

/* `doubt`: what to warn of, or NULL. */
static void warn_doubt(Check *state, const AstNode *node, const char *doubt) {
    if (doubt)
        tree_error(state, DIAG_LITERAL, node->range, doubt);
}

static void check_call(Check *state, AstCall *node) {
    warn_platform(state, node);
    warn_doubt(state, &node->base, doubt_call(state->arena, node));
    check(node->func, state);
    check_elements(state, node->args, false, node->base.range);
    check_keywords(state, node->keywords);
}

/* Statements; returns false if `node` is none of those that need a look. */
static bool check_statement(Check *state, AstNode *node) {
    switch (node->kind) {
    case AST_FunctionDef:
        check_function(state, AST_CAST(FunctionDef, node));
        return true;
    case AST_ClassDef:
        check_class(state, AST_CAST(ClassDef, node));
        return true;
    case AST_Return:
        check_return(state, AST_CAST(Return, node));
        return true;
    case AST_Break:
    case AST_Continue:
        check_jump(state, node);
        return true;
    case AST_For:
        check_for(state, AST_CAST(For, node));
        return true;
    case AST_While:
        check(AST_CAST(While, node)->test, state);
        check_loop_body(state, node, AST_CAST(While, node)->body, AST_CAST(While, node)->orelse);
        return true;
    case AST_With:
        check_with(state, AST_CAST(With, node));
        return true;
    case AST_Try:
        check_try(state, AST_CAST(Try, node));
        return true;
    case AST_Match:
        check_match(state, AST_CAST(Match, node));
        return true;
    case AST_Assert:
        check_assert(state, AST_CAST(Assert, node));
        return true;
    default:
        return false;
    }
}

static bool check_comprehension_kind(Check *state, AstNode *node) {
    switch (node->kind) {
    case AST_ListComp: {
        AstListComp *comp = AST_CAST(ListComp, node);
        check_comprehension(state, node, comp->generators, NULL, comp->elt, comp->scope);
        return true;
    }
    case AST_SetComp: {
        AstSetComp *comp = AST_CAST(SetComp, node);
        check_comprehension(state, node, comp->generators, NULL, comp->elt, comp->scope);
        return true;
    }
    case AST_DictComp: {
        AstDictComp *comp = AST_CAST(DictComp, node);
        check_comprehension(state, node, comp->generators, comp->key, comp->value, comp->scope);
        return true;
    }
    case AST_GeneratorExp: {
        AstGeneratorExp *comp = AST_CAST(GeneratorExp, node);
        check_comprehension(state, node, comp->generators, NULL, comp->elt, comp->scope);
        return true;
    }
    default:
        return false;
    }
}

static void check(AstNode *node, void *context) {
    Check *state = context;
    if (check_statement(state, node) || check_comprehension_kind(state, node))
        return;
    switch (node->kind) {
    case AST_Lambda:
        check_lambda(state, AST_CAST(Lambda, node));
        return;
    case AST_Call:
        check_call(state, AST_CAST(Call, node));
        return;
    case AST_Compare:
        check_compare(state, AST_CAST(Compare, node));
        return;
    case AST_List:
        check_elements(state, AST_CAST(List, node)->elts, AST_CAST(List, node)->ctx == OP_Store,
                       node->range);
        return;
    case AST_Tuple:
        check_elements(state, AST_CAST(Tuple, node)->elts, AST_CAST(Tuple, node)->ctx == OP_Store,
                       node->range);
        return;
    case AST_Set:
        check_elements(state, AST_CAST(Set, node)->elts, false, node->range);
        return;
    case AST_Subscript:
        warn_doubt(state, node, doubt_subscript(state->arena, AST_CAST(Subscript, node)));
        break;
    case AST_Starred:
        check_lone_starred(state, AST_CAST(Starred, node));
        break;
    case AST_Name:
        check_name(state, AST_CAST(Name, node));
        return;
    case AST_Await:
        check_await(state, node);
        break;
    case AST_Yield:
    case AST_YieldFrom:
        check_yield(state, node);
        break;
    default:
        break;
    }
    ast_each_child(node, check, state);
}

void syntax_check_tree(Arena *arena, DiagSink *diags, const Source *source, AstModule *tree,
                       bool is_library) {
    Check state = {.arena = arena,
                   .diags = diags,
                   .source = source,
                   .is_library = is_library,
                   .code = CODE_MODULE};
    check_all(&state, tree->body);
}

/* ---- __future__ ---- */

static bool is_future_import(const AstNode *node) {
    if (node->kind != AST_ImportFrom)
        return false;
    const AstImportFrom *import = AST_CAST(ImportFrom, node);
    return import->level == 0 && import->module && strcmp(import->module->text, "__future__") == 0;
}

static void check_features(DiagSink *diags, const Source *source, const AstImportFrom *import) {
    static const char *const features[] = {
        "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
    for (size_t i = 0; i < import->names.count; i++) {
        const char *name = AST_CAST(Alias, import->names.items[i])->name->text;
        bool known = false;
        for (size_t f = 0; f < sizeof features / sizeof *features; f++)
            known |= strcmp(name, features[f]) == 0;
        if (strcmp(name, "braces") == 0)
            diag_report(diags, DIAG_FUTURE, source, import->base.range, NULL, "not a chance");
        else if (!known)
            diag_report(diags, DIAG_FUTURE, source, import->base.range, NULL,
                        "future feature %s is not defined", name);
    }
}

typedef struct FutureCheck {
    DiagSink *diags;
    const Source *source;
} FutureCheck;

/* Reports every __future__ import in `node`: it comes too late. */
static void refuse_future(AstNode *node, void *context) {
    FutureCheck *state = context;
    bool expression = node->kind >= AST_BoolOp && node->kind <= AST_Slice;
    if (is_future_import(node))
        diag_report(state->diags, DIAG_FUTURE, state->source, node->range, NULL,
                    "from __future__ imports must occur at the beginning of the file");
    else if (!expression)
        ast_each_child(node, refuse_future, state);
}

static bool is_docstring(const AstNode *node) {
    if (node->kind != AST_Expr)
        return false;
    const AstNode *value = AST_CAST(Expr, node)->value;
    return value->kind == AST_Constant && AST_CAST(Constant, value)->value.kind == CONST_STR;
}

void syntax_check_future(DiagSink *diags, const Source *source, AstModule *tree) {
    size_t at = tree->body.count > 0 && is_docstring(tree->body.items[0]) ? 1 : 0;
    for (; at < tree->body.count && is_future_import(tree->body.items[at]); at++)
        check_features(diags, source, AST_CAST(ImportFrom, tree->body.items[at]));
    FutureCheck state = {diags, source};
    for (; at < tree->body.count; at++)
        refuse_future(tree->body.items[at], &state);
}
