/*
 * usage_pure.c — statements that do nothing but bind names (see usage.h): what they evaluate has no
 * effect that anybody could see who does not ask for those names.
 *
 * Operators and displays of the standard library's modules have none; calls have none if the name
 * of what is called is one of a list. A class may note its subclasses: that is no effect here.
 */
#include "usage.h"

#include <string.h>

/* What a walk over one statement finds. */
typedef struct Purity {
    Arena *arena;
    const Scope *module;
    SymbolList *bound;
    bool in_class; /* inside a class body: names bound there are the class's */
    bool is_pure;
} Purity;

static bool is_listed(const Name *name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!strcmp(name->text, names[i]))
            return true;
    return false;
}
#define IS_LISTED(name, names) is_listed((name), (names), sizeof(names) / sizeof *(names))

/* The last name of `x` or `a.b.x`; NULL: it is something else. */
static const Name *last_name(const AstNode *node) {
    if (node->kind == AST_Name)
        return AST_CAST(Name, node)->id;
    return node->kind == AST_Attribute ? AST_CAST(Attribute, node)->attr : NULL;
}

bool usage_only_wraps(const AstNode *decorator) {
    static const char *const wrappers[] = {
        "_dotted_name",
        "_install_attr_getter",
        "_install_item_getter",
        "_install_key",
        "_install_partial",
        "_install_method_caller",
        "_presents",
        "abstractmethod",
        "asynccontextmanager",
        "cache",
        "cached_property",
        "classmethod",
        "contextmanager",
        "dataclass",
        "final",
        "lru_cache",
        "overload",
        "property",
        "runtime_checkable",
        "staticmethod",
        "total_ordering",
        "unique",
        "wraps",
    };
    if (decorator->kind == AST_Call)
        decorator = AST_CAST(Call, decorator)->func;
    const Name *name = last_name(decorator);
    return name && IS_LISTED(name, wrappers);
}

/* -- expressions -- */

/* Built-in functions and classes, and those of the standard library that modules call for their
 * tables. */
static bool is_pure_name(const Name *name) {
    static const char *const pure[] = {
        "ChainMap",
        "ContextVar",
        "Counter",
        "Lock",
        "MappingProxyType",
        "NewType",
        "OrderedDict",
        "ParamSpec",
        "RLock",
        "Struct",
        "TypeVar",
        "WeakKeyDictionary",
        "WeakSet",
        "WeakValueDictionary",
        "allocate_lock",
        "attrgetter",
        "bool",
        "bytearray",
        "bytes",
        "calcsize",
        "callable",
        "chr",
        "classmethod",
        "compile",
        "count",
        "date",
        "datetime",
        "decode",
        "defaultdict",
        "deque",
        "dict",
        "encode",
        "enumerate",
        "filter",
        "float",
        "format",
        "fromkeys",
        "frozenset",
        "getattr",
        "hasattr",
        "int",
        "intern",
        "isinstance",
        "issubclass",
        "itemgetter",
        "items",
        "join",
        "keys",
        "len",
        "list",
        "local",
        "lower",
        "maketrans",
        "map",
        "max",
        "methodcaller",
        "min",
        "namedtuple",
        "object",
        "ord",
        "partial",
        "property",
        "range",
        "ref",
        "replace",
        "reversed",
        "set",
        "slice",
        "sorted",
        "split",
        "startswith",
        "staticmethod",
        "str",
        "strip",
        "sum",
        "timedelta",
        "tuple",
        "type",
        "union",
        "upper",
        "values",
        "zip",
    };
    return IS_LISTED(name, pure);
}

/* A plain name must not be a function of the module's own. */
static bool is_pure_callee(const Purity *purity, const AstNode *callee) {
    const Name *name = last_name(callee);
    if (!name || !is_pure_name(name))
        return false;
    const Symbol *own = callee->kind == AST_Name ? scope_find(purity->module, name) : NULL;
    return !own || !own->is_bound || own->is_import;
}

static void look_at_expression(AstNode *node, void *context) {
    Purity *purity = context;
    switch (node->kind) {
    case AST_Constant:
    case AST_Name:
    case AST_Lambda:
        return;
    case AST_Call:
        if (!is_pure_callee(purity, AST_CAST(Call, node)->func))
            break;
        ast_each_child(node, look_at_expression, purity);
        return;
    case AST_NamedExpr:
    case AST_Await:
    case AST_Yield:
    case AST_YieldFrom:
        break;
    default:
        ast_each_child(node, look_at_expression, purity);
        return;
    }
    purity->is_pure = false;
}

static void look_at_expressions(Purity *purity, AstNodes nodes) {
    for (size_t i = 0; i < nodes.count; i++)
        look_at_expression(nodes.items[i], purity);
}

/* -- what is bound -- */

static void bind(Purity *purity, Symbol *symbol) {
    size_t size = symbol ? symbol->name->size : 0;
    bool is_special = size > 4 && !memcmp(symbol->name->text, "__", 2) &&
                      !strcmp(symbol->name->text + size - 2, "__");
    if (purity->in_class)
        return;
    if (!symbol || is_special)
        purity->is_pure = false; /* __getattr__, __all__: others than names ask for them */
    else
        VEC_PUSH(purity->arena, purity->bound, symbol);
}

static bool is_bound_here(const Purity *purity, const Symbol *symbol) {
    for (size_t i = 0; i < purity->bound->count; i++)
        if (purity->bound->items[i] == symbol)
            return true;
    return false;
}

/* `name[key] = value`, `name.x = value`: the only way to the table or function is its name. */
static void bind_part(Purity *purity, const AstNode *owner) {
    Symbol *symbol = owner->kind == AST_Name ? AST_CAST(Name, owner)->symbol : NULL;
    if (symbol && (purity->in_class || symbol->is_fresh))
        bind(purity, symbol);
    else
        purity->is_pure = false;
}

static void bind_target(Purity *purity, AstNode *target) {
    if (target->kind == AST_Name) {
        bind(purity, AST_CAST(Name, target)->symbol);
    } else if (target->kind == AST_Tuple) {
        AstNodes items = AST_CAST(Tuple, target)->elts;
        for (size_t i = 0; i < items.count; i++)
            bind_target(purity, items.items[i]);
    } else if (target->kind == AST_Subscript) {
        look_at_expression(AST_CAST(Subscript, target)->slice, purity);
        bind_part(purity, AST_CAST(Subscript, target)->value);
    } else if (target->kind == AST_Attribute) {
        bind_part(purity, AST_CAST(Attribute, target)->value);
    } else {
        purity->is_pure = false;
    }
}

/* An object that nobody else knows: a display, or what a constructor of a table makes. */
static bool is_fresh(const Purity *purity, const AstNode *value) {
    static const char *const tables[] = {"OrderedDict", "defaultdict", "dict", "list", "set"};
    if (value->kind == AST_Dict || value->kind == AST_List || value->kind == AST_Set)
        return true;
    if (value->kind != AST_Call || !is_pure_callee(purity, AST_CAST(Call, value)->func))
        return false;
    return IS_LISTED(last_name(AST_CAST(Call, value)->func), tables);
}

static void look_at_assign(Purity *purity, const AstAssign *node) {
    look_at_expression(node->value, purity);
    for (size_t i = 0; i < node->targets.count; i++)
        bind_target(purity, node->targets.items[i]);
    const AstNode *target = node->targets.items[0];
    Symbol *symbol = target->kind == AST_Name ? AST_CAST(Name, target)->symbol : NULL;
    if (symbol && !purity->in_class && node->targets.count == 1 && symbol->bind_count == 1)
        symbol->is_fresh = is_fresh(purity, node->value);
}

/* -- statements -- */

static void look_at_statement(Purity *purity, AstNode *node);

static void look_at_body(Purity *purity, AstNodes body) {
    for (size_t i = 0; i < body.count && purity->is_pure; i++)
        look_at_statement(purity, body.items[i]);
}

static void look_at_import(Purity *purity, AstNodes aliases) {
    for (size_t i = 0; i < aliases.count; i++) {
        const AstAlias *alias = AST_CAST(Alias, aliases.items[i]);
        if (strcmp(alias->name->text, "*") == 0)
            purity->is_pure = false;
        else
            bind(purity, alias->symbol);
    }
}

static void look_at_decorators(Purity *purity, AstNodes decorators) {
    for (size_t i = 0; i < decorators.count; i++)
        purity->is_pure &= usage_only_wraps(decorators.items[i]);
}

static void look_at_class(Purity *purity, const AstClassDef *node) {
    bind(purity, node->symbol);
    node->symbol->is_fresh = !purity->in_class && node->symbol->bind_count == 1;
    look_at_decorators(purity, node->decorator_list);
    look_at_expressions(purity, node->bases);
    look_at_expressions(purity, node->keywords);
    purity->is_pure &= !node->type_params.count;
    bool in_class = purity->in_class;
    purity->in_class = true;
    look_at_body(purity, node->body);
    purity->in_class = in_class;
}

static void look_at_function(Purity *purity, const AstFunctionDef *node) {
    bind(purity, node->symbol);
    if (!purity->in_class) /* what decorates methods sees the class at most */
        look_at_decorators(purity, node->decorator_list);
    purity->is_pure &= !node->type_params.count;
}

static void look_at_try(Purity *purity, const AstTry *node) {
    look_at_body(purity, node->body);
    for (size_t i = 0; i < node->handlers.count; i++) {
        const AstExceptHandler *handler = AST_CAST(ExceptHandler, node->handlers.items[i]);
        if (handler->type)
            look_at_expression(handler->type, purity);
        purity->is_pure &= !handler->name;
        look_at_body(purity, handler->body);
    }
    look_at_body(purity, node->orelse);
    look_at_body(purity, node->finalbody);
}

/* Only what the same statement bound goes away. */
static void look_at_delete(Purity *purity, const AstDelete *node) {
    for (size_t i = 0; i < node->targets.count; i++) {
        const AstNode *target = node->targets.items[i];
        purity->is_pure &=
            target->kind == AST_Name &&
            (purity->in_class || is_bound_here(purity, AST_CAST(Name, target)->symbol));
    }
}

static void look_at_statement(Purity *purity, AstNode *node) {
    switch (node->kind) {
    case AST_Pass:
        return;
    case AST_Expr:
        purity->is_pure &= AST_CAST(Expr, node)->value->kind == AST_Constant;
        return;
    case AST_Assign:
        return look_at_assign(purity, AST_CAST(Assign, node));
    case AST_AnnAssign:
        bind_target(purity, AST_CAST(AnnAssign, node)->target);
        ast_each_child(node, look_at_expression, purity);
        return;
    case AST_Import:
        return look_at_import(purity, AST_CAST(Import, node)->names);
    case AST_ImportFrom:
        return look_at_import(purity, AST_CAST(ImportFrom, node)->names);
    case AST_FunctionDef:
        return look_at_function(purity, AST_CAST(FunctionDef, node));
    case AST_ClassDef:
        return look_at_class(purity, AST_CAST(ClassDef, node));
    case AST_If:
        look_at_expression(AST_CAST(If, node)->test, purity);
        look_at_body(purity, AST_CAST(If, node)->body);
        look_at_body(purity, AST_CAST(If, node)->orelse);
        return;
    case AST_Try:
        return look_at_try(purity, AST_CAST(Try, node));
    case AST_Delete:
        return look_at_delete(purity, AST_CAST(Delete, node));
    default:
        purity->is_pure = false;
    }
}

bool usage_is_pure(Arena *arena, const Scope *module, AstNode *node, SymbolList *bound) {
    Purity purity = {.arena = arena, .module = module, .bound = bound, .is_pure = true};
    look_at_statement(&purity, node);
    return purity.is_pure;
}
