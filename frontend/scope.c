/*
 * scope.c — scopes and symbols of a module, following CPython's symtable (see scope.h).
 *
 * Two walks. The first visits the tree once, opens a scope for each module, class, function,
 * lambda, comprehension and type-parameter list, notes for each name how the scope mentions it, and
 * points the nodes to their symbols. The second decides each symbol's binding by looking at the
 * scopes around it, and passes captured cells through the scopes between.
 */
#include "scope.h"

#include "known_text.h"

#include <stdlib.h>
#include <string.h>

typedef struct Walk {
    Arena *arena;
    NameTable *names;
    DiagSink *diags;
    const Source *source;
    Scope *scope; /* the innermost one */
    Scope *module;
    const Name *class_name; /* for private names, or NULL */
    int iterable_depth;     /* inside how many comprehension iterables the walk is */
    bool lazy_annotations;  /* from __future__ import annotations */
    const Name *class_dunder, *classdict_dunder, *super_name;
} Walk;

static void visit(Walk *walk, AstNode *node);
static void visit_all(Walk *walk, AstNodes nodes);

/* What messages call an annotation that is kept as text. */
static const char an_annotation[] = "an annotation";

static void report_scope(Walk *walk, Range range, const char *message) {
    diag_report(walk->diags, DIAG_SCOPE, walk->source, range, NULL, "%s", message);
}

static void scope_error(Walk *walk, Range range, const char *format, const Name *name) {
    /* `format` is one of this file's literals, with one %s at most */
    const char *text = arena_printf(walk->arena, "%s", format);
    const char *hole = strstr(text, "%s");
    if (hole)
        text =
            arena_printf(walk->arena, "%.*s%s%s", (int)(hole - text), text, name->text, hole + 2);
    report_scope(walk, range, text);
}

/* ---- symbols ---- */

static Symbol **table_slot(const Scope *scope, const Name *name) {
    uint32_t mask = scope->table_size - 1;
    for (uint32_t i = name->id * 2654435761u & mask;; i = (i + 1) & mask)
        if (!scope->table[i] || scope->table[i]->name == name)
            return &scope->table[i];
}

Symbol *scope_find(const Scope *scope, const Name *name) {
    return scope->table_size ? *table_slot(scope, name) : NULL;
}

static void table_grow(Arena *arena, Scope *scope) {
    scope->table_size = scope->table_size ? scope->table_size * 2 : 8;
    scope->table = ARENA_ARRAY(arena, Symbol *, scope->table_size);
    for (size_t i = 0; i < scope->symbols.count; i++)
        *table_slot(scope, scope->symbols.items[i]->name) = scope->symbols.items[i];
}

/* The symbol of `name` in `scope`, made if it is new. */
static Symbol *symbol_in(Arena *arena, Scope *scope, const Name *name) {
    if (scope->symbols.count * 2 >= scope->table_size)
        table_grow(arena, scope);
    Symbol **slot = table_slot(scope, name);
    if (!*slot) {
        *slot = ARENA_NEW(arena, Symbol);
        (*slot)->name = name;
        (*slot)->scope = scope;
        VEC_PUSH(arena, &scope->symbols, *slot);
    }
    return *slot;
}

static const Name *mangle(NameTable *names, const Name *class_name, const Name *name) {
    const char *text = name->text;
    if (!class_name || strncmp(text, "__", 2) != 0 || strchr(text, '.'))
        return name;
    if (name->size >= 2 && strcmp(text + name->size - 2, "__") == 0)
        return name;
    const char *class_text = class_name->text;
    while (*class_text == '_')
        class_text++;
    if (!*class_text)
        return name;
    char small[256];
    size_t class_size = strlen(class_text), size = 1 + class_size + name->size;
    if (size >= sizeof small) /* names this long are left alone: nothing could tell */
        return name;
    small[0] = '_';
    memcpy(small + 1, class_text, class_size);
    memcpy(small + 1 + class_size, text, name->size);
    return name_intern(names, small, size);
}

const Name *scope_mangle(NameTable *names, const Scope *scope, const Name *name) {
    for (; scope; scope = scope->parent)
        if (scope->kind == SCOPE_CLASS)
            return mangle(names, scope->name, name);
    return name;
}

static const Name *mangled(Walk *walk, const Name *name) {
    return mangle(walk->names, walk->class_name, name);
}

static Symbol *use_name(Walk *walk, const Name *name) {
    Symbol *symbol = symbol_in(walk->arena, walk->scope, mangled(walk, name));
    symbol->is_used = true;
    return symbol;
}

static void count_binding(Symbol *symbol) {
    symbol->is_bound = true;
    symbol->bind_count++;
}

/* Binds `name` in `scope`; what a scope binds as global the module binds. */
static Symbol *bind_in(Walk *walk, Scope *scope, const Name *name) {
    Symbol *symbol = symbol_in(walk->arena, scope, name);
    count_binding(symbol);
    if (symbol->is_global_decl && scope != walk->module)
        count_binding(symbol_in(walk->arena, walk->module, name));
    return symbol;
}

static bool is_comprehension_variable(const Symbol *symbol) {
    return symbol->scope->kind == SCOPE_COMPREHENSION && symbol->is_bound &&
           !symbol->is_nonlocal_decl && !symbol->is_global_decl;
}

static Symbol *bind_name(Walk *walk, const Name *name) {
    return bind_in(walk, walk->scope, mangled(walk, name));
}

/* ---- scopes ---- */

static bool is_function_like(const Scope *scope) {
    return scope->kind != SCOPE_MODULE && scope->kind != SCOPE_CLASS;
}

static const char *qualname(Walk *walk, const Scope *parent, const Name *name,
                            const Name *binding) {
    while (parent && parent->kind == SCOPE_TYPE_PARAMS)
        parent = parent->parent;
    if (!parent || parent->kind == SCOPE_MODULE || known_text_is_body(parent))
        return name->text;
    Symbol *symbol = binding ? scope_find(parent, binding) : NULL;
    if (symbol && symbol->is_global_decl)
        return name->text;
    return arena_printf(walk->arena, "%s%s.%s", parent->qualname,
                        parent->kind == SCOPE_CLASS ? "" : ".<locals>", name->text);
}

/* Opens a scope. `binding` is the (mangled) name that the definition binds outside, or NULL. */
static Scope *enter_scope(Walk *walk, ScopeKind kind, const Name *name, const Name *binding,
                          AstNode *node) {
    Scope *scope = ARENA_NEW(walk->arena, Scope);
    scope->kind = kind;
    scope->name = name;
    scope->node = node;
    scope->parent = walk->scope;
    scope->qualname = qualname(walk, scope->parent, name, binding);
    if (walk->scope)
        VEC_PUSH(walk->arena, &walk->scope->children, scope);
    walk->scope = scope;
    return scope;
}

static void leave_scope(Walk *walk) {
    walk->scope = walk->scope->parent;
}

/* Makes the expression a function without parameters, which is called when its value is asked for.
 * `part`: what messages call it. */
static void visit_lazy(Walk *walk, const Name *name, AstNode **expression, const char *part) {
    Range range = (*expression)->range;
    AstArguments *args = ARENA_NEW(walk->arena, AstArguments);
    args->base = (AstNode){.kind = AST_Arguments, .range = range};
    AstLambda *lambda = ARENA_NEW(walk->arena, AstLambda);
    lambda->base = (AstNode){.kind = AST_Lambda, .range = range};
    lambda->args = &args->base;
    lambda->body = *expression;
    lambda->scope = enter_scope(walk, SCOPE_FUNCTION, name, NULL, &lambda->base);
    lambda->scope->sees_class = true;
    lambda->scope->is_part_of = part;
    visit(walk, lambda->body);
    leave_scope(walk);
    *expression = &lambda->base;
}

static Symbol *bind_type_param(Walk *walk, const Name *name, Range range) {
    if (scope_find(walk->scope, mangled(walk, name)))
        scope_error(walk, range, "duplicate type parameter '%s'", name);
    Symbol *symbol = bind_name(walk, name);
    symbol->is_type_param = true;
    return symbol;
}

static void visit_type_params(Walk *walk, AstNodes params) {
    for (size_t i = 0; i < params.count; i++) {
        AstNode *node = params.items[i];
        if (node->kind == AST_TypeVar)
            AST_CAST(TypeVar, node)->symbol =
                bind_type_param(walk, AST_CAST(TypeVar, node)->name, node->range);
        else if (node->kind == AST_ParamSpec)
            AST_CAST(ParamSpec, node)->symbol =
                bind_type_param(walk, AST_CAST(ParamSpec, node)->name, node->range);
        else
            AST_CAST(TypeVarTuple, node)->symbol =
                bind_type_param(walk, AST_CAST(TypeVarTuple, node)->name, node->range);
    }
    for (size_t i = 0; i < params.count; i++) {
        AstTypeVar *variable = (AstTypeVar *)params.items[i];
        if (variable->base.kind == AST_TypeVar && variable->bound)
            visit_lazy(walk, variable->name, &variable->bound, "a TypeVar bound");
    }
}

/* Opens the scope of type parameters if there are any. */
static bool enter_type_params(Walk *walk, const Name *name, AstNodes params, AstNode *node) {
    if (params.count == 0)
        return false;
    Scope *scope = enter_scope(walk, SCOPE_TYPE_PARAMS, name, NULL, node);
    scope->sees_class = true;
    scope->is_part_of = "the definition of a generic";
    visit_type_params(walk, params);
    return true;
}

/* ---- functions ---- */

static void bind_parameter(Walk *walk, AstNode *node) {
    if (!node)
        return;
    AstArg *arg = AST_CAST(Arg, node);
    const Name *name = mangled(walk, arg->arg);
    Symbol *known = scope_find(walk->scope, name);
    if (known && known->is_parameter)
        scope_error(walk, node->range, "duplicate argument '%s' in function definition", arg->arg);
    arg->symbol = bind_in(walk, walk->scope, name);
    arg->symbol->is_parameter = true;
}

static void bind_parameters(Walk *walk, AstArguments *args) {
    for (size_t i = 0; i < args->posonlyargs.count; i++)
        bind_parameter(walk, args->posonlyargs.items[i]);
    for (size_t i = 0; i < args->args.count; i++)
        bind_parameter(walk, args->args.items[i]);
    for (size_t i = 0; i < args->kwonlyargs.count; i++)
        bind_parameter(walk, args->kwonlyargs.items[i]);
    bind_parameter(walk, args->vararg);
    bind_parameter(walk, args->kwarg);
}

static void visit_defaults(Walk *walk, AstArguments *args) {
    visit_all(walk, args->defaults);
    visit_all(walk, args->kw_defaults);
}

/* Refuses what an expression with a scope of its own cannot hold: annotations that are kept as
 * text, the parts of generic definitions and of type aliases. */
static void check_part(Walk *walk, const AstNode *node) {
    const char *part = walk->scope->is_part_of;
    if (!part)
        return;
    const char *what = node->kind == AST_NamedExpr ? "named expression"
                       : node->kind == AST_Await   ? "await expression"
                                                   : "yield expression";
    const char *format = strcmp(part, an_annotation) == 0 ? "'%s' can not be used within %s"
                                                          : "%s cannot be used within %s";
    report_scope(walk, node->range, arena_printf(walk->arena, format, what, part));
}

/* An annotation. Under `from __future__ import annotations` it is text that is never run: its names
 * go to a scope of their own that nothing else sees. */
static void visit_annotation(Walk *walk, AstNode *annotation) {
    if (!annotation)
        return;
    if (!walk->lazy_annotations) {
        visit(walk, annotation);
        return;
    }
    Scope *outer = walk->scope;
    Scope *aside = ARENA_NEW(walk->arena, Scope);
    aside->kind = SCOPE_FUNCTION;
    aside->name = name_cstr(walk->names, "<annotation>");
    aside->qualname = aside->name->text;
    aside->node = annotation;
    aside->parent = outer;
    aside->is_part_of = an_annotation;
    walk->scope = aside;
    visit(walk, annotation);
    walk->scope = outer;
    for (size_t i = 0; i < aside->symbols.count; i++)
        aside->symbols.items[i]->binding = BIND_GLOBAL;
}

static void visit_parameter_annotation(Walk *walk, AstNode *arg) {
    if (arg)
        visit_annotation(walk, AST_CAST(Arg, arg)->annotation);
}

static void visit_annotations(Walk *walk, AstArguments *args) {
    for (size_t i = 0; i < args->posonlyargs.count; i++)
        visit_parameter_annotation(walk, args->posonlyargs.items[i]);
    for (size_t i = 0; i < args->args.count; i++)
        visit_parameter_annotation(walk, args->args.items[i]);
    visit_parameter_annotation(walk, args->vararg);
    for (size_t i = 0; i < args->kwonlyargs.count; i++)
        visit_parameter_annotation(walk, args->kwonlyargs.items[i]);
    visit_parameter_annotation(walk, args->kwarg);
}

static void visit_function(Walk *walk, AstFunctionDef *node) {
    AstArguments *args = AST_CAST(Arguments, node->args);
    visit_all(walk, node->decorator_list);
    visit_defaults(walk, args);
    const Name *binding = mangled(walk, node->name);
    node->symbol = bind_name(walk, node->name);
    bool generic = enter_type_params(walk, node->name, node->type_params, &node->base);
    visit_annotations(walk, args);
    visit_annotation(walk, node->returns);
    node->scope = enter_scope(walk, SCOPE_FUNCTION, node->name, binding, &node->base);
    node->scope->is_async = node->is_async;
    int iterable_depth = walk->iterable_depth;
    walk->iterable_depth = 0;
    bind_parameters(walk, args);
    visit_all(walk, node->body);
    walk->iterable_depth = iterable_depth;
    leave_scope(walk);
    if (generic)
        leave_scope(walk);
}

static void visit_lambda(Walk *walk, AstLambda *node) {
    AstArguments *args = AST_CAST(Arguments, node->args);
    visit_defaults(walk, args);
    node->scope =
        enter_scope(walk, SCOPE_FUNCTION, name_cstr(walk->names, "<lambda>"), NULL, &node->base);
    bind_parameters(walk, args);
    visit(walk, node->body);
    leave_scope(walk);
}

static void visit_class(Walk *walk, AstClassDef *node) {
    visit_all(walk, node->decorator_list);
    const Name *binding = mangled(walk, node->name), *outer = walk->class_name;
    node->symbol = bind_name(walk, node->name);
    if (node->type_params.count)
        walk->class_name = node->name;
    bool generic = enter_type_params(walk, node->name, node->type_params, &node->base);
    visit_all(walk, node->bases);
    visit_all(walk, node->keywords);
    node->scope = enter_scope(walk, SCOPE_CLASS, node->name, binding, &node->base);
    walk->class_name = node->name;
    visit_all(walk, node->body);
    walk->class_name = outer;
    leave_scope(walk);
    if (generic)
        leave_scope(walk);
}

static void visit_type_alias(Walk *walk, AstTypeAlias *node) {
    const Name *name = node->name->kind == AST_Name ? AST_CAST(Name, node->name)->id
                                                    : name_cstr(walk->names, "<type>");
    visit(walk, node->name);
    node->scope = enter_scope(walk, SCOPE_TYPE_PARAMS, name, NULL, &node->base);
    node->scope->sees_class = true;
    visit_type_params(walk, node->type_params);
    visit_lazy(walk, name, &node->value, "a type alias");
    leave_scope(walk);
}

/* ---- comprehensions ---- */

/* The parts of the four comprehension nodes. */
typedef struct CompParts {
    AstNode *key, *element; /* `key` of a dict comprehension, else NULL */
    AstNodes generators;
    Scope **scope;
    const char *name;
} CompParts;

static CompParts comprehension_parts(AstNode *node) {
    switch (node->kind) {
    case AST_ListComp: {
        AstListComp *comp = AST_CAST(ListComp, node);
        return (CompParts){NULL, comp->elt, comp->generators, &comp->scope, "<listcomp>"};
    }
    case AST_SetComp: {
        AstSetComp *comp = AST_CAST(SetComp, node);
        return (CompParts){NULL, comp->elt, comp->generators, &comp->scope, "<setcomp>"};
    }
    case AST_DictComp: {
        AstDictComp *comp = AST_CAST(DictComp, node);
        return (CompParts){comp->key, comp->value, comp->generators, &comp->scope, "<dictcomp>"};
    }
    default: {
        AstGeneratorExp *comp = AST_CAST(GeneratorExp, node);
        return (CompParts){NULL, comp->elt, comp->generators, &comp->scope, "<genexpr>"};
    }
    }
}

static void visit_iterable(Walk *walk, AstNode *iter) {
    walk->iterable_depth++;
    visit(walk, iter);
    walk->iterable_depth--;
}

static void visit_comprehension(Walk *walk, AstNode *node) {
    CompParts parts = comprehension_parts(node);
    visit_iterable(walk, AST_CAST(Comprehension, parts.generators.items[0])->iter);
    Scope *scope = *parts.scope =
        enter_scope(walk, SCOPE_COMPREHENSION, name_cstr(walk->names, parts.name), NULL, node);
    scope->is_generator = node->kind == AST_GeneratorExp;
    for (size_t i = 0; i < parts.generators.count; i++) {
        AstComprehension *clause = AST_CAST(Comprehension, parts.generators.items[i]);
        scope->is_async |= clause->is_async != 0;
        if (i > 0)
            visit_iterable(walk, clause->iter);
        visit(walk, clause->target);
        visit_all(walk, clause->ifs);
    }
    if (parts.key)
        visit(walk, parts.key);
    visit(walk, parts.element);
    leave_scope(walk);
    scope->is_async |= scope->has_await;
    if (scope->is_async && node->kind != AST_GeneratorExp)
        walk->scope->has_await = true; /* the enclosing function awaits the comprehension */
}

/* PEP 572: := inside comprehensions binds in the function, class or module around them all. */
static Symbol *bind_named(Walk *walk, const Name *name, Range range) {
    Scope *outer = walk->scope;
    while (outer->kind == SCOPE_COMPREHENSION) {
        Symbol *symbol = scope_find(outer, name);
        if (symbol && is_comprehension_variable(symbol)) {
            scope_error(walk, range,
                        "assignment expression cannot rebind comprehension iteration variable '%s'",
                        name);
            return symbol;
        }
        outer = outer->parent;
    }
    if (outer->kind == SCOPE_CLASS)
        scope_error(walk, range,
                    "assignment expression within a comprehension cannot be used in a class body",
                    name);
    if (outer->is_part_of && strcmp(outer->is_part_of, an_annotation) != 0)
        report_scope(walk, range,
                     arena_printf(walk->arena,
                                  "assignment expression within a comprehension cannot be used in "
                                  "%s",
                                  outer->is_part_of));
    Symbol *target = bind_in(walk, outer, name);
    Symbol *symbol = symbol_in(walk->arena, walk->scope, name);
    symbol->is_bound = true;
    if (outer->kind == SCOPE_MODULE || target->is_global_decl)
        symbol->is_global_decl = true;
    else
        symbol->is_nonlocal_decl = true;
    return symbol;
}

static void visit_named(Walk *walk, AstNamedExpr *node) {
    if (walk->iterable_depth > 0)
        scope_error(walk, node->base.range,
                    "assignment expression cannot be used in a comprehension iterable expression",
                    NULL);
    visit(walk, node->value);
    AstName *target = AST_CAST(Name, node->target);
    if (walk->scope->kind == SCOPE_COMPREHENSION && target->base.kind == AST_Name) {
        target->id = mangled(walk, target->id);
        target->symbol = bind_named(walk, target->id, target->base.range);
    } else {
        visit(walk, node->target);
    }
}

/* ---- declarations ---- */

/* The complaint about declaring `symbol` after the scope used it, or NULL. */
static const char *late_declaration(const Symbol *symbol, bool global) {
    if (symbol->is_parameter)
        return global ? "name '%s' is parameter and global" : "name '%s' is parameter and nonlocal";
    if (symbol->is_global_decl || symbol->is_nonlocal_decl)
        return NULL;
    if (symbol->is_annotated)
        return global ? "annotated name '%s' can't be global"
                      : "annotated name '%s' can't be nonlocal";
    if (symbol->is_bound)
        return global ? "name '%s' is assigned to before global declaration"
                      : "name '%s' is assigned to before nonlocal declaration";
    if (symbol->is_used)
        return global ? "name '%s' is used prior to global declaration"
                      : "name '%s' is used prior to nonlocal declaration";
    return NULL;
}

static void declare(Walk *walk, const Name **name, Range range, bool global) {
    *name = mangled(walk, *name);
    Symbol *symbol = scope_find(walk->scope, *name);
    const char *complaint = symbol ? late_declaration(symbol, global) : NULL;
    if (complaint)
        scope_error(walk, range, complaint, *name);
    else if (!global && walk->scope->kind == SCOPE_MODULE)
        scope_error(walk, range, "nonlocal declaration not allowed at module level", NULL);
    else if (symbol && (global ? symbol->is_nonlocal_decl : symbol->is_global_decl))
        scope_error(walk, symbol->declaration, "name '%s' is nonlocal and global", *name);
    symbol = symbol_in(walk->arena, walk->scope, *name);
    if (!symbol->is_global_decl && !symbol->is_nonlocal_decl)
        symbol->declaration = range;
    symbol->is_global_decl |= global;
    symbol->is_nonlocal_decl |= !global;
    if (global)
        symbol_in(walk->arena, walk->module, *name);
}

static void declare_all(Walk *walk, NameList names, Range range, bool global) {
    for (size_t i = 0; i < names.count; i++)
        declare(walk, &names.items[i], range, global);
}

static void visit_annotated(Walk *walk, AstAnnAssign *node) {
    if (node->value)
        visit(walk, node->value);
    visit_annotation(walk, node->annotation);
    if (node->target->kind != AST_Name) {
        visit(walk, node->target);
        return;
    }
    AstName *target = AST_CAST(Name, node->target);
    target->id = mangled(walk, target->id);
    Symbol *symbol = symbol_in(walk->arena, walk->scope, target->id);
    bool declared = (symbol->is_global_decl || symbol->is_nonlocal_decl) && node->simple;
    if (declared && walk->scope != walk->module)
        scope_error(walk, node->base.range,
                    symbol->is_global_decl ? "annotated name '%s' can't be global"
                                           : "annotated name '%s' can't be nonlocal",
                    target->id);
    if (node->simple || node->value)
        symbol = bind_in(walk, walk->scope, target->id);
    symbol->is_annotated |= node->simple != 0;
    target->symbol = symbol;
}

static void visit_alias(Walk *walk, AstAlias *alias) {
    const Name *name = alias->asname ? alias->asname : alias->name;
    if (strcmp(name->text, "*") == 0) {
        if (walk->scope->kind != SCOPE_MODULE)
            scope_error(walk, alias->base.range, "import * only allowed at module level", NULL);
        walk->scope->has_star_import = true;
        return;
    }
    const char *dot = strchr(name->text, '.');
    if (dot)
        name = name_intern(walk->names, name->text, (size_t)(dot - name->text));
    alias->symbol = bind_name(walk, name);
    alias->symbol->is_import = true;
}

static void visit_import(Walk *walk, AstNodes aliases) {
    for (size_t i = 0; i < aliases.count; i++)
        visit_alias(walk, AST_CAST(Alias, aliases.items[i]));
}

/* ---- expressions and statements ---- */

static void visit_name(Walk *walk, AstName *node) {
    node->id = mangled(walk, node->id);
    if (node->ctx != OP_Load) {
        Symbol *known = scope_find(walk->scope, node->id);
        if (known && walk->scope->kind == SCOPE_COMPREHENSION &&
            (known->is_nonlocal_decl || known->is_global_decl))
            scope_error(walk, node->base.range,
                        "comprehension inner loop cannot rebind assignment expression target '%s'",
                        node->id);
        node->symbol = bind_in(walk, walk->scope, node->id);
        return;
    }
    node->symbol = symbol_in(walk->arena, walk->scope, node->id);
    node->symbol->is_used = true;
    bool in_function =
        walk->scope->kind == SCOPE_FUNCTION || walk->scope->kind == SCOPE_COMPREHENSION;
    if (node->id == walk->super_name && in_function)
        use_name(walk, walk->class_dunder);
}

static void visit_call(Walk *walk, AstCall *node) {
    visit(walk, node->func);
    visit_all(walk, node->args);
    visit_all(walk, node->keywords);
    if (node->func->kind != AST_Name || node->args.count + node->keywords.count > 1)
        return;
    const char *name = AST_CAST(Name, node->func)->id->text;
    bool looks =
        strcmp(name, "locals") == 0 || strcmp(name, "vars") == 0 || strcmp(name, "dir") == 0;
    bool runs = strcmp(name, "exec") == 0 || strcmp(name, "eval") == 0;
    if (node->args.count ? runs : looks)
        walk->scope->calls_locals = true;
}

static void visit_yield(Walk *walk, AstNode *node, AstNode *value) {
    if (value)
        visit(walk, value);
    walk->scope->is_generator = true;
    if (walk->scope->kind == SCOPE_COMPREHENSION) {
        AstKind kind = walk->scope->node->kind;
        scope_error(walk, node->range,
                    kind == AST_ListComp   ? "'yield' inside list comprehension"
                    : kind == AST_SetComp  ? "'yield' inside set comprehension"
                    : kind == AST_DictComp ? "'yield' inside dict comprehension"
                                           : "'yield' inside generator expression",
                    NULL);
    }
}

static void visit_handler(Walk *walk, AstExceptHandler *node) {
    if (node->type)
        visit(walk, node->type);
    if (node->name)
        node->symbol = bind_name(walk, node->name);
    visit_all(walk, node->body);
}

static void visit_mapping(Walk *walk, AstMatchMapping *node) {
    visit_all(walk, node->keys);
    visit_all(walk, node->patterns);
    if (node->rest)
        node->symbol = bind_name(walk, node->rest);
}

static void visit_match_as(Walk *walk, AstMatchAs *node) {
    if (node->pattern)
        visit(walk, node->pattern);
    if (node->name)
        node->symbol = bind_name(walk, node->name);
}

static void visit_child(AstNode *child, void *context) {
    visit(context, child);
}

static void visit_all(Walk *walk, AstNodes nodes) {
    for (size_t i = 0; i < nodes.count; i++)
        if (nodes.items[i])
            visit(walk, nodes.items[i]);
}

/* Nodes whose parts are evaluated in another order than their fields have. */
static bool visit_reordered(Walk *walk, AstNode *node) {
    switch (node->kind) {
    case AST_Assign:
        visit(walk, AST_CAST(Assign, node)->value);
        visit_all(walk, AST_CAST(Assign, node)->targets);
        return true;
    case AST_For:
        visit(walk, AST_CAST(For, node)->iter);
        visit(walk, AST_CAST(For, node)->target);
        visit_all(walk, AST_CAST(For, node)->body);
        visit_all(walk, AST_CAST(For, node)->orelse);
        walk->scope->has_await |= AST_CAST(For, node)->is_async != 0;
        return true;
    case AST_Attribute:
        visit(walk, AST_CAST(Attribute, node)->value);
        AST_CAST(Attribute, node)->attr = mangled(walk, AST_CAST(Attribute, node)->attr);
        return true;
    case AST_Keyword:
        visit(walk, AST_CAST(Keyword, node)->value);
        if (AST_CAST(Keyword, node)->arg)
            AST_CAST(Keyword, node)->arg = mangled(walk, AST_CAST(Keyword, node)->arg);
        return true;
    default:
        return false;
    }
}

/* Nodes that bind or declare names or open scopes. */
static void visit(Walk *walk, AstNode *node) {
    switch (node->kind) {
    case AST_FunctionDef:
        visit_function(walk, AST_CAST(FunctionDef, node));
        return;
    case AST_ClassDef:
        visit_class(walk, AST_CAST(ClassDef, node));
        return;
    case AST_TypeAlias:
        visit_type_alias(walk, AST_CAST(TypeAlias, node));
        return;
    case AST_Lambda:
        visit_lambda(walk, AST_CAST(Lambda, node));
        return;
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp:
    case AST_GeneratorExp:
        visit_comprehension(walk, node);
        return;
    case AST_NamedExpr:
        check_part(walk, node);
        visit_named(walk, AST_CAST(NamedExpr, node));
        return;
    case AST_Name:
        visit_name(walk, AST_CAST(Name, node));
        return;
    case AST_AnnAssign:
        visit_annotated(walk, AST_CAST(AnnAssign, node));
        return;
    case AST_Import:
        visit_import(walk, AST_CAST(Import, node)->names);
        return;
    case AST_ImportFrom:
        visit_import(walk, AST_CAST(ImportFrom, node)->names);
        return;
    case AST_Global:
        declare_all(walk, AST_CAST(Global, node)->names, node->range, true);
        return;
    case AST_Nonlocal:
        declare_all(walk, AST_CAST(Nonlocal, node)->names, node->range, false);
        return;
    case AST_Call:
        visit_call(walk, AST_CAST(Call, node));
        return;
    case AST_Yield:
        check_part(walk, node);
        visit_yield(walk, node, AST_CAST(Yield, node)->value);
        return;
    case AST_YieldFrom:
        check_part(walk, node);
        visit_yield(walk, node, AST_CAST(YieldFrom, node)->value);
        return;
    case AST_ExceptHandler:
        visit_handler(walk, AST_CAST(ExceptHandler, node));
        return;
    case AST_MatchMapping:
        visit_mapping(walk, AST_CAST(MatchMapping, node));
        return;
    case AST_MatchAs:
        visit_match_as(walk, AST_CAST(MatchAs, node));
        return;
    case AST_MatchStar:
        if (AST_CAST(MatchStar, node)->name)
            AST_CAST(MatchStar, node)->symbol = bind_name(walk, AST_CAST(MatchStar, node)->name);
        return;
    case AST_Await:
        check_part(walk, node);
        walk->scope->has_await = true;
        break;
    case AST_With:
        walk->scope->has_await |= AST_CAST(With, node)->is_async != 0;
        break;
    default:
        break;
    }
    if (!visit_reordered(walk, node))
        ast_each_child(node, visit_child, walk);
}

/* ---- the second walk: bindings ---- */

/* Makes the __class__ cell of a class that a method captures. */
static Symbol *class_cell(Walk *walk, Scope *scope) {
    if (!scope->class_cell) {
        Symbol *cell = ARENA_NEW(walk->arena, Symbol);
        cell->name = walk->class_dunder;
        cell->scope = scope;
        cell->binding = BIND_CELL;
        cell->is_bound = true;
        VEC_PUSH(walk->arena, &scope->symbols, cell);
        scope->class_cell = cell;
        scope->uses_class_cell = true;
    }
    return scope->class_cell;
}

/* Makes the cell of a class's namespace. */
static Symbol *dict_cell(Walk *walk, Scope *scope) {
    if (!scope->dict_cell) {
        Symbol *cell = ARENA_NEW(walk->arena, Symbol);
        cell->name = walk->classdict_dunder;
        cell->scope = scope;
        cell->binding = BIND_CELL;
        cell->is_bound = true;
        VEC_PUSH(walk->arena, &scope->symbols, cell);
        scope->dict_cell = cell;
    }
    return scope->dict_cell;
}

/* The local of an enclosing function that `name`, free in `scope`, denotes; NULL if it is global.
 */
static Symbol *find_captured(Walk *walk, const Scope *scope, const Name *name) {
    for (Scope *outer = scope->parent; outer; outer = outer->parent) {
        if (outer->kind == SCOPE_CLASS && name == walk->class_dunder)
            return class_cell(walk, outer);
        if (outer->kind == SCOPE_CLASS && name == walk->classdict_dunder)
            return dict_cell(walk, outer);
        if (!is_function_like(outer))
            continue;
        Symbol *symbol = scope_find(outer, name);
        if (!symbol)
            continue;
        if (symbol->is_global_decl)
            return NULL;
        if (symbol->is_bound && !symbol->is_nonlocal_decl)
            return symbol;
    }
    return NULL;
}

static void set_free(Walk *walk, Symbol *symbol, Symbol *origin) {
    if (symbol->origin)
        return;
    bool keeps_binding = symbol->scope->kind == SCOPE_CLASS && !symbol->is_nonlocal_decl &&
                         (symbol->is_bound || symbol->is_global_decl);
    if (!keeps_binding) /* such a class only passes the cell on to its methods */
        symbol->binding = BIND_FREE;
    symbol->origin = origin;
    symbol->index = (uint32_t)symbol->scope->frees.count;
    VEC_PUSH(walk->arena, &symbol->scope->frees, symbol);
}

/* Makes `symbol` a free variable and passes the cell through the scopes between. */
static void capture(Walk *walk, Symbol *symbol, Symbol *origin) {
    origin->binding = BIND_CELL;
    set_free(walk, symbol, origin);
    for (Scope *scope = symbol->scope->parent; scope != origin->scope; scope = scope->parent)
        set_free(walk, symbol_in(walk->arena, scope, symbol->name), origin);
}

static bool is_free(const Symbol *symbol) {
    return symbol->is_nonlocal_decl || (!symbol->is_bound && !symbol->is_parameter);
}

/* Is `symbol` looked up in the namespace of a class before it is what it is bound to? */
static bool is_seen_in_class(const Walk *walk, const Symbol *symbol) {
    const Scope *scope = symbol->scope;
    if (!scope->sees_class || !is_free(symbol) || symbol->name == walk->classdict_dunder ||
        symbol->name == walk->class_dunder)
        return false;
    for (scope = scope->parent; scope->sees_class; scope = scope->parent)
        if (symbol->origin && symbol->origin->scope == scope)
            return false;
    return scope->kind == SCOPE_CLASS;
}

static void resolve_symbol(Walk *walk, Symbol *symbol) {
    Scope *scope = symbol->scope;
    if (symbol->origin || symbol == scope->class_cell || symbol == scope->dict_cell)
        return;
    if (scope->kind == SCOPE_MODULE || symbol->is_global_decl) {
        symbol->binding = BIND_GLOBAL;
    } else if (is_free(symbol)) {
        Symbol *origin = find_captured(walk, scope, symbol->name);
        symbol->binding = BIND_GLOBAL;
        if (origin)
            capture(walk, symbol, origin);
    } else if (scope->kind == SCOPE_CLASS) {
        symbol->binding = BIND_CLASS;
    } else if (symbol->binding != BIND_CELL) {
        symbol->binding = BIND_LOCAL;
    }
}

/* Bindings of `scope`, then of the scopes in it: an inner scope turns outer locals into cells. */
static void resolve_scope(Walk *walk, Scope *scope) {
    for (size_t i = 0; i < scope->symbols.count; i++) {
        Symbol *symbol = scope->symbols.items[i];
        resolve_symbol(walk, symbol);
        if (is_seen_in_class(walk, symbol))
            symbol->class_dict = symbol_in(walk->arena, scope, walk->classdict_dunder);
    }
    for (size_t i = 0; i < scope->children.count; i++)
        resolve_scope(walk, scope->children.items[i]);
}

static int compare_names(const void *left, const void *right) {
    const Symbol *const *a = left, *const *b = right;
    return strcmp((*a)->name->text, (*b)->name->text);
}

/* Numbers the variables; free ones in the order of their names, which __closure__ shows. */
static void number_locals(Scope *scope) {
    uint32_t index = 0;
    if (scope->frees.count)
        qsort(scope->frees.items, scope->frees.count, sizeof(Symbol *), compare_names);
    for (size_t i = 0; i < scope->frees.count; i++)
        scope->frees.items[i]->index = (uint32_t)i;
    for (size_t i = 0; i < scope->symbols.count; i++) {
        Symbol *symbol = scope->symbols.items[i];
        if (symbol->binding == BIND_LOCAL || symbol->binding == BIND_CELL)
            symbol->index = index++;
    }
    for (size_t i = 0; i < scope->children.count; i++)
        number_locals(scope->children.items[i]);
}

/* Every `nonlocal` must find its variable. */
static void check_nonlocal(AstNode *node, void *context) {
    Walk *walk = context;
    Scope *outer = walk->scope;
    if (node->kind == AST_FunctionDef)
        walk->scope = AST_CAST(FunctionDef, node)->scope;
    else if (node->kind == AST_ClassDef)
        walk->scope = AST_CAST(ClassDef, node)->scope;
    if (node->kind == AST_Nonlocal) {
        NameList names = AST_CAST(Nonlocal, node)->names;
        for (size_t i = 0; i < names.count; i++) {
            const Symbol *found = find_captured(walk, walk->scope, names.items[i]);
            if (!found)
                scope_error(walk, node->range, "no binding for nonlocal '%s' found",
                            names.items[i]);
            else if (found->is_type_param)
                scope_error(walk, node->range,
                            "nonlocal binding not allowed for type parameter '%s'", names.items[i]);
        }
    } else {
        ast_each_child(node, check_nonlocal, walk);
    }
    walk->scope = outer;
}

/* Does the module start with `from __future__ import annotations`? */
static bool has_lazy_annotations(const AstModule *tree) {
    for (size_t i = 0; i < tree->body.count; i++) {
        if (tree->body.items[i]->kind != AST_ImportFrom)
            continue;
        const AstImportFrom *import = AST_CAST(ImportFrom, tree->body.items[i]);
        bool future =
            import->level == 0 && import->module && strcmp(import->module->text, "__future__") == 0;
        for (size_t k = 0; future && k < import->names.count; k++)
            if (strcmp(AST_CAST(Alias, import->names.items[k])->name->text, "annotations") == 0)
                return true;
    }
    return false;
}

Scope *scope_build(Arena *arena, NameTable *names, DiagSink *diags, const Source *source,
                   AstModule *tree) {
    Walk walk = {.arena = arena,
                 .names = names,
                 .diags = diags,
                 .source = source,
                 .lazy_annotations = has_lazy_annotations(tree),
                 .class_dunder = name_cstr(names, "__class__"),
                 .classdict_dunder = name_cstr(names, "__classdict__"),
                 .super_name = name_cstr(names, "super")};
    walk.module = enter_scope(&walk, SCOPE_MODULE, name_cstr(names, "<module>"), NULL, &tree->base);
    uint32_t errors = diag_error_count(diags);
    visit_all(&walk, tree->body);
    if (diag_error_count(diags) == errors)
        check_nonlocal(&tree->base, &walk);
    resolve_scope(&walk, walk.module);
    number_locals(walk.module);
    return walk.module;
}
