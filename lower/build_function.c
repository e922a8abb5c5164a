/*
 * build_function.c — functions, lambdas and classes: the function objects that definitions make,
 * and the bodies behind them.
 */
#include "../frontend/known_text.h"
#include "build.h"

#include <string.h>

/* -- the frame of every function -- */

void build_function_begin(Builder *child, const Builder *parent, IrFunction *function,
                          Scope *scope) {
    *child = (Builder){.program = parent->program,
                       .module = parent->module,
                       .function = function,
                       .scope = scope,
                       .function_scope = scope,
                       .future_annotations = parent->future_annotations};
    child->block = build_block(child);
    IrBlock *entry = child->block;
    child->unwind = child->block = build_block(child);
    build_op(child, IR_RET_FAIL, IR_TYPE_VOID, NULL, 0);
    child->block = entry;
    RT0(child, stack_check);
    build_declare(child, scope);
}

/* Ends the blocks that nothing leads to: what would stand behind a jump. */
static void end_dead_blocks(Builder *b) {
    for (size_t i = 0; i < b->function->blocks.count; i++) {
        IrBlock *block = b->function->blocks.items[i];
        if (block->last && (ir_flags(block->last) & IR_FLAG_TERM))
            continue;
        IrOp *op = ir_op_new(b->function, IR_UNREACHABLE, IR_TYPE_VOID, 0);
        ir_append(block, op);
    }
}

void build_function_end(Builder *child) {
    build_return(child, build_none(child));
    end_dead_blocks(child);
}

/* "py.<module>.<qualname>", with a number where that is taken. */
static const char *unique_symbol(const Builder *b, const char *qualname) {
    Arena *arena = b->program->arena;
    const char *symbol = arena_printf(arena, "py.%s.%s", b->module->name, qualname);
    const char *base = symbol;
    for (size_t i = 0; i < b->module->functions.count; i++)
        if (!strcmp(b->module->functions.items[i]->symbol, symbol))
            symbol = arena_printf(arena, "%s.%zu", base, b->module->functions.count);
    return symbol;
}

static bool is_in_text(const Scope *scope) {
    for (; scope; scope = scope->parent)
        if (known_text_is_body(scope))
            return true;
    return false;
}

static uint32_t scope_flags(const Scope *scope) {
    uint32_t text = is_in_text(scope) ? FUNCTION_TEXT : 0;
    if (scope->is_generator)
        return text | (scope->is_async ? FUNCTION_ASYNC_GENERATOR : FUNCTION_GENERATOR);
    return text | (scope->is_async ? FUNCTION_COROUTINE : 0);
}

static void set_frees(Builder *b, IrFunction *function, const Scope *scope) {
    function->free_count = (uint32_t)scope->frees.count;
    size_t most = scope->frees.count + scope->symbols.count + 1;
    function->frees = ARENA_ARRAY(b->program->arena, const Name *, most);
    for (uint32_t i = 0; i < function->free_count; i++)
        function->frees[i] = scope->frees.items[i]->name;
    for (size_t i = 0; i < scope->symbols.count; i++)
        if (scope->symbols.items[i]->binding == BIND_CELL)
            function->frees[function->free_count + function->cell_count++] =
                scope->symbols.items[i]->name;
}

/* Is it a function that CPython has in C? "*": the module's functions all are. */
static bool is_frameless(const Builder *b, const char *qualname) {
    static const struct {
        const char *module, *qualname;
    } rows[] = {
#define BUILTIN_IN_CPYTHON(module, qualname) {module, qualname},
#include "../rt/builtin_in_cpython.def"
#undef BUILTIN_IN_CPYTHON
    };
    if (!b->module->source->is_library)
        return false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(b->module->name, rows[i].module) &&
            (!strcmp(rows[i].qualname, "*") || !strcmp(qualname, rows[i].qualname)))
            return true;
    return false;
}

IrFunction *build_new_function(Builder *b, Scope *scope, const AstNode *node) {
    IrFunction *function = ir_function_new(b->module, unique_symbol(b, scope->qualname));
    function->name = scope->name->text;
    function->qualname = scope->qualname;
    function->line = node->range.line;
    function->flags = scope_flags(scope);
    if (is_frameless(b, scope->qualname))
        function->flags |= FUNCTION_FRAMELESS;
    function->needs_entry = true;
    set_frees(b, function, scope);
    return function;
}

IrFunction *build_virtual_frame(Builder *b, Scope *scope, const AstNode *node) {
    IrFunction *function = build_new_function(b, scope, node);
    function->is_virtual = true;
    function->needs_entry = false;
    function->flags &= FUNCTION_TEXT;
    return function;
}

/* Adds a parameter; its local has the same number. */
static void add_parameter(IrFunction *function, const Name *name) {
    function->params[function->param_count++] = name;
    IrLocal *local = ir_local_new(function, name, IR_TYPE_OBJ);
    local->is_parameter = true;
}

static void add_parameters(IrFunction *function, const AstNodes *args) {
    for (size_t i = 0; i < args->count; i++)
        add_parameter(function, AST_CAST(Arg, args->items[i])->symbol->name);
}

static void set_parameters(Builder *b, IrFunction *function, const AstArguments *args) {
    size_t count = args->posonlyargs.count + args->args.count + args->kwonlyargs.count + 2;
    function->params = ARENA_ARRAY(b->program->arena, const Name *, count);
    add_parameters(function, &args->posonlyargs);
    function->posonly_count = function->param_count;
    add_parameters(function, &args->args);
    function->positional_count = function->param_count;
    add_parameters(function, &args->kwonlyargs);
    function->kwonly_count = function->param_count - function->positional_count;
    if (args->vararg) {
        add_parameter(function, AST_CAST(Arg, args->vararg)->symbol->name);
        function->flags |= FUNCTION_VARARGS;
    }
    if (args->kwarg) {
        add_parameter(function, AST_CAST(Arg, args->kwarg)->symbol->name);
        function->flags |= FUNCTION_VARKEYWORDS;
    }
}

void build_hidden_parameters(Builder *b, IrFunction *function, const char *const *names,
                             uint32_t count) {
    function->params = ARENA_ARRAY(b->program->arena, const Name *, count);
    function->positional_count = count;
    function->posonly_count = count;
    for (uint32_t i = 0; i < count; i++)
        add_parameter(function, name_cstr(b->program->names, names[i]));
}

void build_hidden_parameter(Builder *b, IrFunction *function, const char *name) {
    build_hidden_parameters(b, function, &name, 1);
}

/* -- defaults and annotations -- */

/* What calls that are bound at compile time may know of the defaults. */
static void note_default(Builder *b, IrFunction *function, size_t parameter, AstNode *value) {
    if (!function->defaults) {
        function->defaults = ARENA_ARRAY(b->program->arena, IrConstant *, function->param_count);
        function->has_default = ARENA_ARRAY(b->program->arena, bool, function->param_count);
    }
    function->has_default[parameter] = true;
    function->defaults[parameter] = build_fold(b, value);
}

static IrOp *build_defaults(Builder *b, IrFunction *function, const AstNodes *defaults) {
    if (!defaults->count)
        return NULL;
    size_t first = function->positional_count - defaults->count;
    for (size_t i = 0; i < defaults->count; i++)
        note_default(b, function, first + i, defaults->items[i]);
    return build_tuple_of(b, defaults);
}

static IrOp *build_keyword_defaults(Builder *b, IrFunction *function, const AstArguments *args) {
    IrOp **pairs = ARENA_ARRAY(b->program->arena, IrOp *, 2 * args->kw_defaults.count + 1);
    uint32_t count = 0;
    for (size_t i = 0; i < args->kw_defaults.count; i++) {
        AstNode *value = args->kw_defaults.items[i];
        if (!value)
            continue;
        size_t parameter = function->positional_count + i;
        note_default(b, function, parameter, value);
        pairs[count++] =
            build_constant(b, ir_constant_name(b->module, function->params[parameter]));
        pairs[count++] = build_expr(b, value);
    }
    return count ? build_rt_array(b, RUNTIME_dict, NULL, 0, pairs, count) : NULL;
}

/* `*args: *types`: the one item of what is starred. */
static IrOp *build_starred_annotation(Builder *b, AstNode *node) {
    IrOp *value = build_expr(b, AST_CAST(Starred, node)->value);
    return build_unpack(b, value, 1, 1)[0];
}

IrOp *build_annotation(Builder *b, AstNode *node) {
    if (b->future_annotations) {
        AstLiteral text = {.kind = CONST_STR, .text = ast_unparse(b->program->arena, node)};
        return build_literal(b, &text);
    }
    return node->kind == AST_Starred ? build_starred_annotation(b, node) : build_expr(b, node);
}

/* The pairs of __annotations__ that are being collected. */
typedef struct Annotations {
    IrOp **pairs;
    uint32_t count;
} Annotations;

static void annotate(Builder *b, Annotations *annotations, const Name *name, AstNode *node) {
    if (!node)
        return;
    annotations->pairs[annotations->count++] = build_constant(b, ir_constant_name(b->module, name));
    annotations->pairs[annotations->count++] = build_annotation(b, node);
}

static void annotate_args(Builder *b, Annotations *annotations, const AstNodes *args) {
    for (size_t i = 0; i < args->count; i++) {
        AstArg *arg = AST_CAST(Arg, args->items[i]);
        annotate(b, annotations, arg->symbol->name, arg->annotation);
    }
}

static void annotate_arg(Builder *b, Annotations *annotations, AstNode *node) {
    if (node)
        annotate(b, annotations, AST_CAST(Arg, node)->symbol->name,
                 AST_CAST(Arg, node)->annotation);
}

static IrOp *build_annotations(Builder *b, const AstArguments *args, AstNode *returns) {
    size_t most = args->posonlyargs.count + args->args.count + args->kwonlyargs.count + 3;
    Annotations annotations = {.pairs = ARENA_ARRAY(b->program->arena, IrOp *, 2 * most)};
    annotate_args(b, &annotations, &args->args); /* in CPython's order */
    annotate_args(b, &annotations, &args->posonlyargs);
    annotate_arg(b, &annotations, args->vararg);
    annotate_args(b, &annotations, &args->kwonlyargs);
    annotate_arg(b, &annotations, args->kwarg);
    annotate(b, &annotations, name_cstr(b->program->names, "return"), returns);
    return annotations.count
               ? build_rt_array(b, RUNTIME_dict, NULL, 0, annotations.pairs, annotations.count)
               : NULL;
}

/* -- function objects -- */

static IrOperand or_null(Builder *b, IrOp *value) {
    return VALUE(value ? value : build_null(b));
}

IrOp *build_closure(Builder *b, IrFunction *function, Scope *scope, IrOp *defaults,
                    IrOp *kwdefaults, IrOp *annotations) {
    IrOp **cells = ARENA_ARRAY(b->program->arena, IrOp *, scope->frees.count + 1);
    for (size_t i = 0; i < scope->frees.count; i++)
        cells[i] = build_cell_of(b, scope->frees.items[i]);
    IrOperand fixed[] = {FUNCTION_OF(function), or_null(b, defaults), or_null(b, kwdefaults),
                         or_null(b, annotations)};
    return build_rt_array(b, RUNTIME_function, fixed, 4, cells, (uint32_t)scope->frees.count);
}

/* The text of the docstring that opens `body`, or an empty view. */
static Str docstring(const AstNodes *body) {
    if (!body->count || body->items[0]->kind != AST_Expr)
        return (Str){0};
    AstNode *value = AST_CAST(Expr, body->items[0])->value;
    if (value->kind != AST_Constant || AST_CAST(Constant, value)->value.kind != CONST_STR)
        return (Str){0};
    return AST_CAST(Constant, value)->value.text;
}

static const AstNode *first_line_of(const AstNodes *decorators, const AstNode *node) {
    return decorators->count ? decorators->items[0] : node;
}

static void build_function_body(Builder *b, IrFunction *function, AstFunctionDef *node) {
    Builder child;
    function->doc = docstring(&node->body);
    build_function_begin(&child, b, function, node->scope);
    build_body(&child, &node->body);
    build_function_end(&child);
}

IrOp *build_definition_of(Builder *b, AstFunctionDef *node, IrFunction *function, IrOp *defaults,
                          IrOp *kwdefaults) {
    IrOp *annotations = build_annotations(b, AST_CAST(Arguments, node->args), node->returns);
    build_function_body(b, function, node);
    return build_closure(b, function, node->scope, defaults, kwdefaults, annotations);
}

IrOp *build_function_def(Builder *b, AstFunctionDef *node) {
    AstArguments *args = AST_CAST(Arguments, node->args);
    IrFunction *function =
        build_new_function(b, node->scope, first_line_of(&node->decorator_list, &node->base));
    set_parameters(b, function, args);
    IrOp *defaults = build_defaults(b, function, &args->defaults);
    IrOp *kwdefaults = build_keyword_defaults(b, function, args);
    return node->type_params.count ? build_generic_def(b, node, function, defaults, kwdefaults)
                                   : build_definition_of(b, node, function, defaults, kwdefaults);
}

IrOp *build_lambda(Builder *b, AstLambda *node) {
    AstArguments *args = AST_CAST(Arguments, node->args);
    IrFunction *function = build_new_function(b, node->scope, &node->base);
    function->flags |= FUNCTION_LAMBDA;
    set_parameters(b, function, args);
    IrOp *defaults = build_defaults(b, function, &args->defaults);
    IrOp *kwdefaults = build_keyword_defaults(b, function, args);
    Builder child;
    build_function_begin(&child, b, function, node->scope);
    build_at(&child, node->body);
    build_return(&child, build_expr(&child, node->body));
    build_function_end(&child);
    return build_closure(b, function, node->scope, defaults, kwdefaults, NULL);
}

/* -- classes -- */

/* Collects the names of attributes that instances will have. */
typedef struct SelfNames {
    Arena *arena;
    const Symbol *self;
    IrClass *cls;
    VEC(const Name *) names;
} SelfNames;

static void add_self_name(SelfNames *found, const Name *name) {
    for (size_t i = 0; i < found->names.count; i++)
        if (found->names.items[i] == name)
            return;
    VEC_PUSH(found->arena, &found->names, name);
}

static void find_self_names(AstNode *node, void *context) {
    SelfNames *found = context;
    if (node->kind == AST_Attribute && AST_CAST(Attribute, node)->ctx == OP_Store) {
        AstNode *object = AST_CAST(Attribute, node)->value;
        if (object->kind == AST_Name && AST_CAST(Name, object)->symbol == found->self)
            add_self_name(found, AST_CAST(Attribute, node)->attr);
    }
    ast_each_child(node, find_self_names, context);
}

/* The annotated names of a class: decorators such as dataclass make attributes of them. */
static void find_annotated(SelfNames *found, const AstNodes *body) {
    for (size_t i = 0; i < body->count; i++) {
        if (body->items[i]->kind != AST_AnnAssign)
            continue;
        AstNode *target = AST_CAST(AnnAssign, body->items[i])->target;
        if (target->kind == AST_Name)
            add_self_name(found, AST_CAST(Name, target)->id);
    }
}

/* What instances have room for. */
static void find_attributes(Builder *b, IrClass *cls, const AstClassDef *node) {
    const AstNodes *body = &node->body;
    SelfNames found = {.arena = b->program->arena, .cls = cls};
    if (node->decorator_list.count)
        find_annotated(&found, body);
    for (size_t i = 0; i < body->count; i++) {
        if (body->items[i]->kind != AST_FunctionDef)
            continue;
        AstFunctionDef *method = AST_CAST(FunctionDef, body->items[i]);
        AstArguments *args = AST_CAST(Arguments, method->args);
        const AstNodes *first = args->posonlyargs.count ? &args->posonlyargs : &args->args;
        if (!first->count)
            continue;
        found.self = AST_CAST(Arg, first->items[0])->symbol;
        ast_each_child(&method->base, find_self_names, &found);
    }
    cls->attributes = found.names.items;
    cls->attribute_count = (uint32_t)found.names.count;
}

static IrClass *new_class(Builder *b, AstClassDef *node) {
    Arena *arena = b->program->arena;
    IrClass *cls = ARENA_NEW(arena, IrClass);
    *cls = (IrClass){.name = node->scope->name->text,
                     .qualname = node->scope->qualname,
                     .module = b->module,
                     .line = first_line_of(&node->decorator_list, &node->base)->range.line,
                     .index = (uint32_t)b->module->classes.count,
                     .node = node};
    VEC_PUSH(arena, &b->module->classes, cls);
    find_attributes(b, cls, node);
    return cls;
}

static void set_in_namespace(Builder *b, const char *name, IrOp *value) {
    RT(b, ns_set, VALUE(b->namespace), NAMED(name_cstr(b->program->names, name)), VALUE(value));
}

static void class_prologue(Builder *b, const AstNodes *body) {
    Str doc = docstring(body);
    if (doc.data)
        set_in_namespace(b, "__doc__",
                         build_literal(b, &(AstLiteral){.kind = CONST_STR, .text = doc}));
    if (build_has_annotations(body))
        set_in_namespace(b, "__annotations__", build_rt_array(b, RUNTIME_dict, NULL, 0, NULL, 0));
}

/* The body as a function of the namespace; it answers the __class__ cell, or None. */
static IrOp *build_class_body(Builder *b, AstClassDef *node) {
    IrFunction *function = build_new_function(b, node->scope, &node->base);
    function->flags = FUNCTION_CLASS_BODY;
    build_hidden_parameter(b, function, ".namespace");
    Builder child;
    build_function_begin(&child, b, function, node->scope);
    child.namespace = build_local_get(&child, function->locals.items[0]);
    child.namespace->checked = false;
    child.namespace->unwind = NULL;
    build_at(&child, &node->base);
    if (node->scope->dict_cell)
        RT(&child, cell_set, VALUE(build_cell_of(&child, node->scope->dict_cell)),
           VALUE(child.namespace));
    class_prologue(&child, &node->body);
    build_body(&child, &node->body);
    Symbol *cell = node->scope->class_cell;
    build_return(&child, cell ? build_cell_of(&child, cell) : build_none(&child));
    build_function_end(&child);
    return build_closure(b, function, node->scope, NULL, NULL, NULL);
}

static bool has_starred(const AstNodes *nodes) {
    for (size_t i = 0; i < nodes->count; i++)
        if (nodes->items[i]->kind == AST_Starred)
            return true;
    return false;
}

/* The tuple of bases; `last` (may be NULL) comes behind those of the source. */
static IrOp *build_bases(Builder *b, const AstNodes *bases, IrOp *last, IrOp *body) {
    if (has_starred(bases)) {
        IrOp *tuple = build_star_arguments(b, bases, body);
        if (!last)
            return tuple;
        IrOp *more = build_rt_array(b, RUNTIME_tuple, NULL, 0, &last, 1);
        return RT(b, add, VALUE(tuple), VALUE(more));
    }
    IrOp **values = ARENA_ARRAY(b->program->arena, IrOp *, bases->count + 1);
    uint32_t count = 0;
    for (size_t i = 0; i < bases->count; i++)
        values[count++] = build_expr(b, bases->items[i]);
    if (last)
        values[count++] = last;
    return build_rt_array(b, RUNTIME_tuple, NULL, 0, values, count);
}

IrOp *build_class_of(Builder *b, AstClassDef *node, IrOp *last_base) {
    IrClass *cls = new_class(b, node);
    IrOp *body = build_class_body(b, node);
    IrOp *bases = build_bases(b, &node->bases, last_base, body);
    IrOp *kwargs =
        node->keywords.count ? build_keyword_dict(b, &node->keywords, body) : build_null(b);
    return RT(b, build_class, CLASS_OF(cls), VALUE(body), VALUE(bases), VALUE(kwargs));
}

IrOp *build_class_def(Builder *b, AstClassDef *node) {
    return node->type_params.count ? build_generic_class(b, node) : build_class_of(b, node, NULL);
}
