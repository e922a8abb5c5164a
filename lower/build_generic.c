/*
 * build_generic.c — type parameter lists of functions and classes, and `type` statements (PEP 695).
 *
 * The parameters are variables of a function around the definition, which is called at once: it
 * makes the type variables, then the definition, and gives it its __type_params__. Default values
 * are computed outside and passed in. Bounds and the values of aliases are functions (scope.c makes
 * them), called when they are first asked for. The objects come from rt/pylib/_generics.py.
 */
#include "build.h"

/* Calls `helper` of module _generics. */
static IrOp *call_helper(Builder *b, const char *helper, IrOp **args, uint32_t count) {
    IrOp *module = RT(b, import, NAMED(name_cstr(b->program->names, "_generics")), IMMEDIATE(1));
    IrOperand fixed[] = {VALUE(module), NAMED(name_cstr(b->program->names, helper)),
                         VALUE(build_null(b)), VALUE(build_null(b))};
    return build_rt_array(b, RUNTIME_call_method, fixed, 4, args, count);
}

/* Makes the object of one parameter and binds it. */
static IrOp *build_parameter(Builder *b, AstNode *node) {
    Symbol *symbol;
    const Name *name; /* as it was written: private names are not changed */
    IrOp *args[3];
    uint32_t count = 1;
    const char *helper;
    build_at(b, node);
    if (node->kind == AST_TypeVar) {
        const AstTypeVar *variable = AST_CAST(TypeVar, node);
        symbol = variable->symbol;
        name = variable->name;
        AstNode *bound = variable->bound; /* a lambda around it */
        args[count++] = bound ? build_expr(b, bound) : build_none(b);
        args[count++] = build_bool(b, bound && AST_CAST(Lambda, bound)->body->kind == AST_Tuple);
        helper = "type_variable";
    } else if (node->kind == AST_ParamSpec) {
        symbol = AST_CAST(ParamSpec, node)->symbol;
        name = AST_CAST(ParamSpec, node)->name;
        helper = "parameter_specification";
    } else {
        symbol = AST_CAST(TypeVarTuple, node)->symbol;
        name = AST_CAST(TypeVarTuple, node)->name;
        helper = "variable_tuple";
    }
    args[0] = build_constant(b, ir_constant_name(b->module, name));
    IrOp *value = call_helper(b, helper, args, count);
    build_store(b, symbol, value);
    return value;
}

/* The tuple of all parameters' objects. */
static IrOp *build_parameters(Builder *b, const AstNodes *params) {
    IrOp **values = ARENA_ARRAY(b->program->arena, IrOp *, params->count + 1);
    for (size_t i = 0; i < params->count; i++)
        values[i] = build_parameter(b, params->items[i]);
    return build_rt_array(b, RUNTIME_tuple, NULL, 0, values, (uint32_t)params->count);
}

static IrOp *parameter_value(Builder *b, uint32_t index) {
    IrOp *op = build_local_get(b, b->function->locals.items[index]);
    op->checked = false;
    op->unwind = NULL;
    return op;
}

/* Calls the function around a definition. */
static IrOp *enter(Builder *b, IrFunction *function, Scope *scope, IrOp **args, uint32_t count) {
    IrOp *closure = build_closure(b, function, scope, NULL, NULL, NULL);
    IrOperand fixed[] = {VALUE(closure), VALUE(build_null(b))};
    return build_rt_array(b, RUNTIME_call, fixed, 2, args, count);
}

IrOp *build_generic_def(Builder *b, AstFunctionDef *node, IrFunction *inner, IrOp *defaults,
                        IrOp *kwdefaults) {
    Scope *scope = node->scope->parent;
    IrFunction *function = build_new_function(b, scope, &node->base);
    build_hidden_parameters(b, function, (const char *[]){".defaults", ".kwdefaults"}, 2);
    Builder child;
    build_function_begin(&child, b, function, scope);
    IrOp *params = build_parameters(&child, &node->type_params);
    build_at(&child, &node->base);
    IrOp *value =
        build_definition_of(&child, node, inner, defaults ? parameter_value(&child, 0) : NULL,
                            kwdefaults ? parameter_value(&child, 1) : NULL);
    build_return(&child, call_helper(&child, "finish", (IrOp *[]){value, params}, 2));
    build_function_end(&child);
    IrOp *none = build_none(b);
    return enter(b, function, scope,
                 (IrOp *[]){defaults ? defaults : none, kwdefaults ? kwdefaults : none}, 2);
}

IrOp *build_generic_class(Builder *b, AstClassDef *node) {
    Scope *scope = node->scope->parent;
    IrFunction *function = build_new_function(b, scope, &node->base);
    Builder child;
    build_function_begin(&child, b, function, scope);
    IrOp *params = build_parameters(&child, &node->type_params);
    build_at(&child, &node->base);
    IrOp *base = call_helper(&child, "generic_base", &params, 1);
    IrOp *value = build_class_of(&child, node, base);
    build_return(&child, call_helper(&child, "finish", (IrOp *[]){value, params}, 2));
    build_function_end(&child);
    return enter(b, function, scope, NULL, 0);
}

void build_type_alias(Builder *b, AstTypeAlias *node) {
    IrFunction *function = build_new_function(b, node->scope, &node->base);
    Builder child;
    build_function_begin(&child, b, function, node->scope);
    IrOp *params = build_parameters(&child, &node->type_params);
    IrOp *args[] = {build_constant(&child, ir_constant_name(b->module, node->scope->name)),
                    build_expr(&child, node->value), params};
    build_return(&child, call_helper(&child, "alias", args, 3));
    build_function_end(&child);
    build_assign(b, node->name, enter(b, function, node->scope, NULL, 0));
}
