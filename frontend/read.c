/*
 * read.c — statements: from tree-sitter's concrete syntax tree to our AST (see read.h), and the
 * helpers all files of the reader share.
 */
#include "read.h"

#include <string.h>

/* ---- shared helpers ---- */

AstNode *read_node(Reader *reader, AstKind kind, size_t size, Range range) {
    AstNode *node = arena_alloc(reader->arena, size);
    node->kind = kind;
    node->range = range;
    return node;
}

AstNode *read_failure(Reader *reader, const Cst *cst) {
    if (!reader->failed)
        diag_report(reader->diags, DIAG_LIMIT, reader->source, cst->range, NULL,
                    "this is valid Python, but the compiler's parser does not understand it");
    reader->failed = true;
    AstConstant *placeholder = READ_NEW(reader, Constant, cst->range);
    return &placeholder->base;
}

bool read_enter(Reader *reader, const Cst *cst) {
    if (reader->depth < MAX_TREE_DEPTH) {
        reader->depth++;
        return true;
    }
    if (!reader->failed)
        diag_report(reader->diags, DIAG_LIMIT, reader->source, cst->range, NULL,
                    "too deeply nested: more than %d levels", MAX_TREE_DEPTH);
    reader->failed = true;
    return false;
}

void read_leave(Reader *reader) {
    reader->depth--;
}

AstNodes read_nodes(NodeVec vec) {
    return (AstNodes){vec.items, vec.count};
}

Range range_join(Range first, Range last) {
    return (Range){first.line, first.column, last.end_line, last.end_column};
}

Range range_to_end_of(Range range, AstNodes body) {
    return body.count ? range_join(range, body.items[body.count - 1]->range) : range;
}

bool cst_is_token(const Reader *reader, const Cst *cst, const char *text) {
    size_t size = strlen(text);
    return cst->kind == CST_TOKEN && cst->end - cst->start == size &&
           memcmp(reader->text + cst->start, text, size) == 0;
}

bool cst_has_token(const Reader *reader, const Cst *parent, const char *text) {
    for (const Cst *kid = parent->child; kid; kid = kid->next)
        if (cst_is_token(reader, kid, text))
            return true;
    return false;
}

const Cst *cst_field(const Cst *parent, CstField field) {
    for (const Cst *kid = parent->child; kid; kid = kid->next)
        if (kid->field == field)
            return kid;
    return NULL;
}

const Cst *cst_find(const Cst *parent, CstKind kind) {
    for (const Cst *kid = parent->child; kid; kid = kid->next)
        if (kid->kind == kind)
            return kid;
    return NULL;
}

const Cst *cst_skip_tokens(const Cst *cst) {
    while (cst && cst->kind == CST_TOKEN)
        cst = cst->next;
    return cst;
}

const Name *read_name(Reader *reader, const Cst *cst) {
    if (cst->kind != CST_DOTTED_NAME || !cst->child || !cst->child->next)
        return name_intern(reader->names, reader->text + cst->start, cst->end - cst->start);
    char *buffer = arena_alloc(reader->arena, cst->end - cst->start + 1);
    size_t size = 0;
    for (const Cst *kid = cst->child; kid; kid = kid->next) {
        memcpy(buffer + size, reader->text + kid->start, kid->end - kid->start);
        size += kid->end - kid->start;
    }
    return name_intern(reader->names, buffer, size);
}

/* ---- statements ---- */

static AstNode *read_statement(Reader *reader, const Cst *cst);

static void read_statements_into(Reader *reader, const Cst *first, NodeVec *out) {
    for (const Cst *kid = cst_skip_tokens(first); kid; kid = cst_skip_tokens(kid->next))
        VEC_PUSH(reader->arena, out, read_statement(reader, kid));
}

AstNodes read_block(Reader *reader, const Cst *block) {
    NodeVec body = {0};
    if (block)
        read_statements_into(reader, block->child, &body);
    return read_nodes(body);
}

static AstNode *read_optional(Reader *reader, const Cst *cst) {
    return cst ? read_expression(reader, cst) : NULL;
}

/* The expression list a statement starts with: one expression, or a tuple if there are commas. */
static AstNode *read_value(Reader *reader, const Cst *first) {
    return first ? read_expression_or_tuple(reader, first, first->range) : NULL;
}

static AstNode *read_alias(Reader *reader, const Cst *cst) {
    AstAlias *alias = READ_NEW(reader, Alias, cst->range);
    if (cst->kind == CST_ALIASED_IMPORT) {
        alias->name = read_name(reader, cst_field(cst, FIELD_NAME));
        alias->asname = read_name(reader, cst_field(cst, FIELD_ALIAS));
    } else {
        alias->name = read_name(reader, cst);
    }
    return &alias->base;
}

/* The name that a module imported as `name` has here: os.path is posixpath in CPython, one module
 * by two names. */
static const Name *module_name(Reader *reader, const Name *name) {
    bool is_path = name && strcmp(name->text, "posixpath") == 0;
    return is_path ? name_cstr(reader->names, "os.path") : name;
}

static AstNode *read_imported(Reader *reader, const Cst *cst) {
    AstAlias *alias = AST_CAST(Alias, read_alias(reader, cst));
    const Name *written = alias->name;
    alias->name = module_name(reader, written);
    if (alias->name != written && !alias->asname)
        alias->asname = written;
    return &alias->base;
}

static AstNode *read_import(Reader *reader, const Cst *cst) {
    AstImport *import = READ_NEW(reader, Import, cst->range);
    NodeVec names = {0};
    for (const Cst *kid = cst->child; kid; kid = kid->next)
        if (kid->field == FIELD_NAME)
            VEC_PUSH(reader->arena, &names, read_imported(reader, kid));
    import->names = read_nodes(names);
    return &import->base;
}

static AstNode *read_import_from(Reader *reader, const Cst *cst) {
    AstImportFrom *import = READ_NEW(reader, ImportFrom, cst->range);
    const Cst *module = cst_field(cst, FIELD_MODULE_NAME);
    if (cst->kind == CST_FUTURE_IMPORT_STATEMENT) {
        import->module = name_cstr(reader->names, "__future__");
    } else if (module->kind == CST_RELATIVE_IMPORT) {
        const Cst *prefix = cst_find(module, CST_IMPORT_PREFIX);
        for (uint32_t i = prefix->start; i < prefix->end; i++)
            import->level += reader->text[i] == '.';
        const Cst *name = cst_find(module, CST_DOTTED_NAME);
        import->module = name ? read_name(reader, name) : NULL;
    } else {
        import->module = module_name(reader, read_name(reader, module));
    }
    NodeVec names = {0};
    for (const Cst *kid = cst->child; kid; kid = kid->next)
        if (kid->field == FIELD_NAME || kid->kind == CST_WILDCARD_IMPORT)
            VEC_PUSH(reader->arena, &names, read_alias(reader, kid));
    import->names = read_nodes(names);
    return &import->base;
}

static AstNode *read_assert(Reader *reader, const Cst *cst) {
    AstAssert *node = READ_NEW(reader, Assert, cst->range);
    const Cst *test = cst_skip_tokens(cst->child);
    node->test = read_expression(reader, test);
    node->msg = read_optional(reader, cst_skip_tokens(test->next));
    return &node->base;
}

static AstNode *read_annotated(Reader *reader, const Cst *cst) {
    AstAnnAssign *node = READ_NEW(reader, AnnAssign, cst->range);
    const Cst *left = cst_field(cst, FIELD_LEFT);
    node->target = read_target(reader, left, OP_Store);
    node->annotation = read_expression(reader, cst_field(cst, FIELD_TYPE));
    const Cst *right = cst_field(cst, FIELD_RIGHT);
    node->value = right ? read_value(reader, right) : NULL;
    node->simple = left->kind == CST_IDENTIFIER;
    return &node->base;
}

/* `a = b = value` nests to the right in the concrete tree. */
static AstNode *read_assign(Reader *reader, const Cst *cst) {
    if (cst_field(cst, FIELD_TYPE))
        return read_annotated(reader, cst);
    AstAssign *node = READ_NEW(reader, Assign, read_range(reader, cst));
    NodeVec targets = {0};
    const Cst *right = cst;
    while (right->kind == CST_ASSIGNMENT && !cst_field(right, FIELD_TYPE)) {
        const Cst *left = cst_field(right, FIELD_LEFT);
        VEC_PUSH(reader->arena, &targets, read_target(reader, left, OP_Store));
        right = cst_field(right, FIELD_RIGHT);
    }
    node->targets = read_nodes(targets);
    node->value = read_value(reader, right);
    return &node->base;
}

static AstOperator augmented_operator(Reader *reader, const Cst *token) {
    static const struct {
        const char *text;
        AstOperator op;
    } rows[] = {{"+=", OP_Add},     {"-=", OP_Sub},  {"*=", OP_Mult},      {"/=", OP_Div},
                {"@=", OP_MatMult}, {"%=", OP_Mod},  {"&=", OP_BitAnd},    {"^=", OP_BitXor},
                {"|=", OP_BitOr},   {"**=", OP_Pow}, {"//=", OP_FloorDiv}, {"<<=", OP_LShift},
                {">>=", OP_RShift}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (cst_is_token(reader, token, rows[i].text))
            return rows[i].op;
    read_failure(reader, token);
    return OP_Add;
}

static AstNode *read_augmented(Reader *reader, const Cst *cst) {
    AstAugAssign *node = READ_NEW(reader, AugAssign, cst->range);
    node->target = read_target(reader, cst_field(cst, FIELD_LEFT), OP_Store);
    node->op = augmented_operator(reader, cst_field(cst, FIELD_OPERATOR));
    node->value = read_value(reader, cst_field(cst, FIELD_RIGHT));
    return &node->base;
}

static AstNode *read_expression_statement(Reader *reader, const Cst *cst) {
    const Cst *first = cst->child;
    if (first->kind == CST_ASSIGNMENT)
        return read_assign(reader, first);
    if (first->kind == CST_AUGMENTED_ASSIGNMENT)
        return read_augmented(reader, first);
    AstExpr *node = READ_NEW(reader, Expr, read_range(reader, cst));
    node->value = read_expression_or_tuple(reader, first, node->base.range);
    return &node->base;
}

static AstNode *read_return(Reader *reader, const Cst *cst) {
    AstReturn *node = READ_NEW(reader, Return, cst->range);
    node->value = read_value(reader, cst_skip_tokens(cst->child));
    return &node->base;
}

static AstNode *read_delete(Reader *reader, const Cst *cst) {
    AstDelete *node = READ_NEW(reader, Delete, cst->range);
    const Cst *list = cst_skip_tokens(cst->child);
    NodeVec targets = {0};
    const Cst *first = list->kind == CST_EXPRESSION_LIST ? list->child : list;
    for (const Cst *kid = first; kid; kid = cst_skip_tokens(kid->next))
        VEC_PUSH(reader->arena, &targets, read_target(reader, kid, OP_Del));
    node->targets = read_nodes(targets);
    return &node->base;
}

static AstNode *read_raise(Reader *reader, const Cst *cst) {
    AstRaise *node = READ_NEW(reader, Raise, cst->range);
    const Cst *exc = cst_skip_tokens(cst->child);
    if (exc && exc->field != FIELD_CAUSE)
        node->exc = read_expression(reader, exc);
    node->cause = read_optional(reader, cst_field(cst, FIELD_CAUSE));
    return &node->base;
}

static NameList read_name_list(Reader *reader, const Cst *cst) {
    VEC(const Name *) names = {0};
    for (const Cst *kid = cst_skip_tokens(cst->child); kid; kid = cst_skip_tokens(kid->next))
        VEC_PUSH(reader->arena, &names, read_name(reader, kid));
    return (NameList){names.items, names.count};
}

static AstNode *read_global(Reader *reader, const Cst *cst) {
    AstGlobal *node = READ_NEW(reader, Global, cst->range);
    node->names = read_name_list(reader, cst);
    return &node->base;
}

static AstNode *read_nonlocal(Reader *reader, const Cst *cst) {
    AstNonlocal *node = READ_NEW(reader, Nonlocal, cst->range);
    node->names = read_name_list(reader, cst);
    return &node->base;
}

/* `type X[T] = value`: the grammar takes the left side for a type, `X[T]` for a subscript of one.
 */
static AstNode *read_type_alias(Reader *reader, const Cst *cst) {
    AstTypeAlias *node = READ_NEW(reader, TypeAlias, cst->range);
    const Cst *left = cst_field(cst, FIELD_LEFT);
    while (left->kind == CST_TYPE || left->kind == CST_GENERIC_TYPE) {
        if (left->kind == CST_GENERIC_TYPE)
            node->type_params = read_type_params(reader, cst_find(left, CST_TYPE_PARAMETER));
        left = left->child;
    }
    node->name = read_target(reader, left, OP_Store);
    node->value = read_expression(reader, cst_field(cst, FIELD_RIGHT));
    return &node->base;
}

/* The body of the else or finally clause `clause`, or no statements. */
static AstNodes read_clause_body(Reader *reader, const Cst *clause) {
    return read_block(reader, clause ? cst_find(clause, CST_BLOCK) : NULL);
}

/* An if or elif with what follows it: each elif nests in the else branch of the one before. */
static AstNode *read_if(Reader *reader, const Cst *cst) {
    VEC(const Cst *) clauses = {0};
    const Cst *otherwise = NULL;
    VEC_PUSH(reader->arena, &clauses, cst);
    for (const Cst *kid = cst->child; kid; kid = kid->next) {
        if (kid->kind == CST_ELIF_CLAUSE)
            VEC_PUSH(reader->arena, &clauses, kid);
        else if (kid->kind == CST_ELSE_CLAUSE)
            otherwise = kid;
    }
    if (clauses.count + (size_t)reader->depth > MAX_TREE_DEPTH) {
        reader->depth = MAX_TREE_DEPTH;
        read_enter(reader, cst); /* gives the message */
        return read_failure(reader, cst);
    }
    AstNodes orelse = read_clause_body(reader, otherwise);
    AstIf *node = NULL;
    for (size_t i = clauses.count; i-- > 0;) {
        const Cst *clause = clauses.items[i];
        node = READ_NEW(reader, If, clause->range);
        node->test = read_expression(reader, cst_field(clause, FIELD_CONDITION));
        node->body = read_block(reader, cst_field(clause, FIELD_CONSEQUENCE));
        node->orelse = orelse;
        node->base.range = range_to_end_of(clause->range, orelse.count ? orelse : node->body);
        AstNode **items = ARENA_ARRAY(reader->arena, AstNode *, 1);
        items[0] = &node->base;
        orelse = (AstNodes){items, 1};
    }
    return &node->base;
}

static AstNode *read_for(Reader *reader, const Cst *cst) {
    AstFor *node = READ_NEW(reader, For, cst->range);
    node->is_async = cst_is_token(reader, cst->child, "async");
    node->target = read_target(reader, cst_field(cst, FIELD_LEFT), OP_Store);
    node->iter = read_value(reader, cst_field(cst, FIELD_RIGHT));
    node->body = read_block(reader, cst_field(cst, FIELD_BODY));
    node->orelse = read_clause_body(reader, cst_find(cst, CST_ELSE_CLAUSE));
    node->base.range = range_to_end_of(cst->range, node->orelse.count ? node->orelse : node->body);
    return &node->base;
}

static AstNode *read_while(Reader *reader, const Cst *cst) {
    AstWhile *node = READ_NEW(reader, While, cst->range);
    node->test = read_expression(reader, cst_field(cst, FIELD_CONDITION));
    node->body = read_block(reader, cst_field(cst, FIELD_BODY));
    node->orelse = read_clause_body(reader, cst_find(cst, CST_ELSE_CLAUSE));
    node->base.range = range_to_end_of(cst->range, node->orelse.count ? node->orelse : node->body);
    return &node->base;
}

/* An except clause; `E as name` stands in it as an as_pattern. */
static AstNode *read_handler(Reader *reader, const Cst *cst) {
    AstExceptHandler *node = READ_NEW(reader, ExceptHandler, cst->range);
    const Cst *type = cst_skip_tokens(cst->child);
    if (type && type->kind != CST_BLOCK) {
        const Cst *alias = cst_field(cst, FIELD_ALIAS);
        if (type->kind == CST_AS_PATTERN) {
            alias = cst_field(type, FIELD_ALIAS);
            type = type->child;
        }
        node->type = read_expression(reader, type);
        node->name = alias ? read_name(reader, alias) : NULL;
    }
    node->body = read_block(reader, cst_find(cst, CST_BLOCK));
    node->base.range = range_to_end_of(cst->range, node->body);
    return &node->base;
}

static AstNode *read_try(Reader *reader, const Cst *cst) {
    AstTry *node = READ_NEW(reader, Try, cst->range);
    NodeVec handlers = {0};
    node->body = read_block(reader, cst_field(cst, FIELD_BODY));
    for (const Cst *kid = cst->child; kid; kid = kid->next) {
        if (kid->kind == CST_EXCEPT_CLAUSE || kid->kind == CST_EXCEPT_GROUP_CLAUSE)
            VEC_PUSH(reader->arena, &handlers, read_handler(reader, kid));
        node->is_star |= kid->kind == CST_EXCEPT_GROUP_CLAUSE;
    }
    node->handlers = read_nodes(handlers);
    node->orelse = read_clause_body(reader, cst_find(cst, CST_ELSE_CLAUSE));
    node->finalbody = read_clause_body(reader, cst_find(cst, CST_FINALLY_CLAUSE));
    AstNodes last = node->finalbody.count ? node->finalbody
                    : node->orelse.count  ? node->orelse
                                          : node->handlers;
    node->base.range = range_to_end_of(cst->range, last);
    return &node->base;
}

static AstNode *read_with_item(Reader *reader, const Cst *cst) {
    AstWithItem *item = READ_NEW(reader, WithItem, cst->range);
    const Cst *value = cst->kind == CST_WITH_ITEM ? cst->child : cst;
    if (value->kind == CST_AS_PATTERN) {
        item->context_expr = read_expression(reader, value->child);
        const Cst *alias = cst_field(value, FIELD_ALIAS);
        item->optional_vars = read_target(reader, alias->child ? alias->child : alias, OP_Store);
    } else {
        item->context_expr = read_expression(reader, value);
    }
    return &item->base;
}

/* Could `cst`, in parentheses behind `with`, be an item of its own? */
static bool can_be_item(const Reader *reader, const Cst *cst) {
    if (cst->kind == CST_WITH_ITEM)
        cst = cst->child;
    return !read_star_before(reader, cst) && cst->kind != CST_NAMED_EXPRESSION &&
           cst->kind != CST_YIELD && cst->kind != CST_LIST_SPLAT;
}

/* Does `with (a, b):` mean two items? It does if every element could be an item. */
static bool is_item_list(const Reader *reader, const Cst *parent) {
    for (const Cst *kid = cst_skip_tokens(parent->child); kid; kid = cst_skip_tokens(kid->next))
        if (!can_be_item(reader, kid))
            return false;
    return cst_skip_tokens(parent->child) != NULL;
}

/* `with (a, *b):` has one item, a tuple, though the grammar took it for a list of items. */
static AstNode *read_tuple_item(Reader *reader, const Cst *clause) {
    AstWithItem *item = READ_NEW(reader, WithItem, clause->range);
    AstTuple *tuple = READ_NEW(reader, Tuple, clause->range);
    NodeVec elements = {0};
    for (const Cst *kid = cst_skip_tokens(clause->child); kid; kid = cst_skip_tokens(kid->next))
        VEC_PUSH(reader->arena, &elements,
                 read_element(reader, kid->kind == CST_WITH_ITEM ? kid->child : kid));
    tuple->elts = read_nodes(elements);
    tuple->ctx = OP_Load;
    bool group = elements.count == 1 && !cst_has_token(reader, clause, ",");
    item->context_expr = group ? elements.items[0] : &tuple->base;
    return &item->base;
}

static AstNodes read_with_items(Reader *reader, const Cst *clause) {
    NodeVec items = {0};
    const Cst *first = cst_find(clause, CST_WITH_ITEM), *value = first->child;
    bool parenthesised = clause->child != first;
    if (parenthesised && !is_item_list(reader, clause)) {
        VEC_PUSH(reader->arena, &items, read_tuple_item(reader, clause));
        return read_nodes(items);
    }
    bool single = !parenthesised && !first->next;
    bool inner_as = value->kind == CST_PARENTHESIZED_EXPRESSION && cst_find(value, CST_AS_PATTERN);
    if (single && (inner_as || (value->kind == CST_TUPLE && is_item_list(reader, value))))
        first = value->child->next;
    for (const Cst *kid = cst_skip_tokens(first); kid; kid = cst_skip_tokens(kid->next))
        VEC_PUSH(reader->arena, &items, read_with_item(reader, kid));
    return read_nodes(items);
}

static AstNode *read_with(Reader *reader, const Cst *cst) {
    AstWith *node = READ_NEW(reader, With, cst->range);
    node->is_async = cst_is_token(reader, cst->child, "async");
    node->items = read_with_items(reader, cst_find(cst, CST_WITH_CLAUSE));
    node->body = read_block(reader, cst_field(cst, FIELD_BODY));
    node->base.range = range_to_end_of(cst->range, node->body);
    return &node->base;
}

static AstNode *read_function(Reader *reader, const Cst *cst, AstNodes decorators) {
    AstFunctionDef *node = READ_NEW(reader, FunctionDef, cst->range);
    node->decorator_list = decorators;
    node->is_async = cst_is_token(reader, cst->child, "async");
    node->name = read_name(reader, cst_field(cst, FIELD_NAME));
    const Cst *type_params = cst_field(cst, FIELD_TYPE_PARAMETERS);
    if (type_params)
        node->type_params = read_type_params(reader, type_params);
    node->args = read_arguments(reader, cst_field(cst, FIELD_PARAMETERS));
    node->returns = read_optional(reader, cst_field(cst, FIELD_RETURN_TYPE));
    node->body = read_block(reader, cst_field(cst, FIELD_BODY));
    node->base.range = range_to_end_of(cst->range, node->body);
    return &node->base;
}

static AstNode *read_class(Reader *reader, const Cst *cst, AstNodes decorators) {
    AstClassDef *node = READ_NEW(reader, ClassDef, cst->range);
    node->decorator_list = decorators;
    node->name = read_name(reader, cst_field(cst, FIELD_NAME));
    const Cst *type_params = cst_field(cst, FIELD_TYPE_PARAMETERS);
    if (type_params)
        node->type_params = read_type_params(reader, type_params);
    const Cst *bases = cst_field(cst, FIELD_SUPERCLASSES);
    if (bases)
        read_call_arguments(reader, bases, &node->bases, &node->keywords);
    node->body = read_block(reader, cst_field(cst, FIELD_BODY));
    node->base.range = range_to_end_of(cst->range, node->body);
    return &node->base;
}

static AstNode *read_decorated(Reader *reader, const Cst *cst) {
    NodeVec decorators = {0};
    for (const Cst *kid = cst->child; kid; kid = kid->next)
        if (kid->kind == CST_DECORATOR)
            VEC_PUSH(reader->arena, &decorators,
                     read_expression(reader, cst_skip_tokens(kid->child)));
    const Cst *definition = cst_field(cst, FIELD_DEFINITION);
    if (definition->kind == CST_CLASS_DEFINITION)
        return read_class(reader, definition, read_nodes(decorators));
    return read_function(reader, definition, read_nodes(decorators));
}

static AstNode *read_bare(Reader *reader, const Cst *cst) {
    switch (cst->kind) {
    case CST_PASS_STATEMENT:
        return &READ_NEW(reader, Pass, cst->range)->base;
    case CST_BREAK_STATEMENT:
        return &READ_NEW(reader, Break, cst->range)->base;
    default:
        return &READ_NEW(reader, Continue, cst->range)->base;
    }
}

static AstNode *read_statement_kind(Reader *reader, const Cst *cst) {
    AstNodes none = {0};
    switch (cst->kind) {
    case CST_IMPORT_STATEMENT:
        return read_import(reader, cst);
    case CST_FUTURE_IMPORT_STATEMENT:
    case CST_IMPORT_FROM_STATEMENT:
        return read_import_from(reader, cst);
    case CST_ASSERT_STATEMENT:
        return read_assert(reader, cst);
    case CST_EXPRESSION_STATEMENT:
        return read_expression_statement(reader, cst);
    case CST_RETURN_STATEMENT:
        return read_return(reader, cst);
    case CST_DELETE_STATEMENT:
        return read_delete(reader, cst);
    case CST_RAISE_STATEMENT:
        return read_raise(reader, cst);
    case CST_PASS_STATEMENT:
    case CST_BREAK_STATEMENT:
    case CST_CONTINUE_STATEMENT:
        return read_bare(reader, cst);
    case CST_GLOBAL_STATEMENT:
        return read_global(reader, cst);
    case CST_NONLOCAL_STATEMENT:
        return read_nonlocal(reader, cst);
    case CST_TYPE_ALIAS_STATEMENT:
        return read_type_alias(reader, cst);
    case CST_IF_STATEMENT:
        return read_if(reader, cst);
    case CST_FOR_STATEMENT:
        return read_for(reader, cst);
    case CST_WHILE_STATEMENT:
        return read_while(reader, cst);
    case CST_TRY_STATEMENT:
        return read_try(reader, cst);
    case CST_WITH_STATEMENT:
        return read_with(reader, cst);
    case CST_FUNCTION_DEFINITION:
        return read_function(reader, cst, none);
    case CST_CLASS_DEFINITION:
        return read_class(reader, cst, none);
    case CST_DECORATED_DEFINITION:
        return read_decorated(reader, cst);
    case CST_MATCH_STATEMENT:
        return read_match(reader, cst);
    default:
        return read_failure(reader, cst);
    }
}

static AstNode *read_statement(Reader *reader, const Cst *cst) {
    if (!read_enter(reader, cst))
        return read_failure(reader, cst);
    AstNode *node = read_statement_kind(reader, cst);
    read_leave(reader);
    return node;
}

AstModule *read_module(Arena *arena, NameTable *names, DiagSink *diags, const Source *source,
                       const char *masked) {
    Reader reader = {.arena = arena,
                     .names = names,
                     .diags = diags,
                     .source = source,
                     .text = source->text.data,
                     .masked = masked};
    CstTree tree;
    Range start = {1, 0, 1, 0};
    if (!cst_parse(arena, source, masked, &tree)) {
        diag_report(diags, DIAG_LIMIT, source, start, NULL, "this file cannot be parsed");
        return NULL;
    }
    if (tree.error) {
        read_failure(&reader, tree.error);
        return NULL;
    }
    AstModule *module = READ_NEW(&reader, Module, start);
    module->body = read_block(&reader, tree.root);
    module->base.range = range_to_end_of(start, module->body);
    return reader.failed ? NULL : module;
}
