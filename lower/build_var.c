/*
 * build_var.c — where variables live and how they are read, written and deleted: locals, cells,
 * module globals, built-ins, and the namespaces of class bodies.
 *
 * A cell is kept in a hidden local of the function that makes it; inner functions find it among the
 * cells of their function object. A variable that is captured by inlined comprehensions alone needs
 * no cell, since they run in the same frame.
 */
#include "build.h"

#include <string.h>

/* Where a symbol of a function lives; hangs on Symbol.lowering. */
typedef struct Variable {
    IrLocal *local; /* the variable itself, or what holds its cell */
    bool is_cell;
} Variable;

/* -- built-in names -- */

static const char *const builtin_names[BUILTIN_COUNT] = {
#define BUILTIN(name) #name,
#include "../rt/builtins.def"
#undef BUILTIN
};

static int find_builtin(const Name *name) {
    for (int i = 0; i < BUILTIN_COUNT; i++)
        if (!strcmp(builtin_names[i], name->text))
            return i;
    return -1;
}

/* Built-ins that only the compiler can provide: some object's attribute of the same name, which is
 * common (`self.super`), does not keep it from that. */
static bool looks_at_caller(int index) {
    return index == BUILTIN_super || index == BUILTIN_locals || index == BUILTIN_globals ||
           index == BUILTIN_vars || index == BUILTIN_dir || index == BUILTIN_exec ||
           index == BUILTIN_eval;
}

/* The built-in that a name means which is found neither in a function nor in a class: one that the
 * module never binds, unless an assignment from outside may bind it. -1: none for certain. */
static int find_unbound(const Builder *b, const Name *name) {
    const IrGlobal *global = build_find_global(b->module, name);
    if (global && global->index < b->module->bound_count)
        return -1; /* others were made for names that were read */
    int index = find_builtin(name);
    bool is_replaced =
        index >= 0 && !looks_at_caller(index) && build_is_stored_attribute(b->program, name);
    return is_replaced ? -1 : index;
}

/* The same where `import *` or the caller's view may bring others. */
static int find_certain(const Builder *b, const Name *name) {
    bool uncertain =
        b->module->source->scope->has_star_import || build_is_stored_attribute(b->program, name);
    return uncertain ? -1 : find_unbound(b, name);
}

int build_builtin_index(const Builder *b, const Symbol *symbol) {
    bool is_global =
        symbol->binding == BIND_GLOBAL && symbol->scope->kind != SCOPE_CLASS && !symbol->class_dict;
    return is_global ? find_certain(b, symbol->name) : -1;
}

bool build_is_never_bound(const Builder *b, const Symbol *symbol) {
    const IrGlobal *global = build_find_global(b->module, symbol->name);
    return symbol->binding == BIND_GLOBAL && !(global && global->index < b->module->bound_count) &&
           find_builtin(symbol->name) < 0 && !b->module->source->scope->has_star_import;
}

/* That some attribute has the name (`self.locals = ...`) does not count: what needs to know its
 * caller works in place only. */
int build_special_index(const Builder *b, const Symbol *symbol) {
    return symbol->binding == BIND_GLOBAL ? find_unbound(b, symbol->name) : -1;
}

/* -- declaring -- */

static bool is_inlined(const Scope *scope) {
    return scope->kind == SCOPE_COMPREHENSION && scope->node->kind != AST_GeneratorExp;
}

/* Is `symbol` captured by a function of its own below `scope`? */
static bool captured_by_function(const Scope *scope, const Symbol *symbol) {
    for (size_t i = 0; i < scope->children.count; i++) {
        const Scope *child = scope->children.items[i];
        bool captures = false;
        for (size_t k = 0; k < child->frees.count; k++)
            captures |= child->frees.items[k]->origin == symbol;
        if (captures && (!is_inlined(child) || captured_by_function(child, symbol)))
            return true;
    }
    return false;
}

static IrLocal *parameter_local(Builder *b, uint32_t index) {
    return b->function->locals.items[index];
}

static void declare_cell(Builder *b, Variable *variable, IrLocal *parameter) {
    variable->is_cell = true;
    variable->local = ir_local_new(b->function, NULL, IR_TYPE_OBJ);
    variable->local->is_cell = true;
    IrOp *initial = parameter ? build_local_get(b, parameter) : build_null(b);
    initial->checked = false;
    initial->unwind = NULL;
    build_local_set(b, variable->local, RT(b, cell, VALUE(initial)));
}

typedef VEC(Symbol *) Symbols;

static void insert_by_name(Builder *b, Symbols *symbols, Symbol *symbol) {
    VEC_PUSH(b->program->arena, symbols, symbol);
    size_t place = symbols->count - 1;
    for (; place && strcmp(symbol->name->text, symbols->items[place - 1]->name->text) < 0; place--)
        symbols->items[place] = symbols->items[place - 1];
    symbols->items[place] = symbol;
}

/* In the order in which variables end with their function: as in CPython first parameters, then
 * those without a cell, then cells by their names. */
void build_declare(Builder *b, Scope *scope) {
    uint32_t parameters = 0;
    Symbols cells = {0};
    for (size_t i = 0; i < scope->symbols.count; i++) {
        Symbol *symbol = scope->symbols.items[i];
        if (symbol->binding != BIND_LOCAL && symbol->binding != BIND_CELL)
            continue;
        Variable *variable = ARENA_NEW(b->program->arena, Variable);
        IrLocal *parameter = NULL;
        if (symbol->is_parameter && scope == b->function_scope)
            parameter = parameter_local(b, parameters++);
        symbol->lowering = variable;
        bool is_cell = symbol->binding == BIND_CELL &&
                       (scope->kind == SCOPE_CLASS || captured_by_function(scope, symbol));
        if (is_cell && parameter)
            declare_cell(b, variable, parameter);
        else if (is_cell)
            insert_by_name(b, &cells, symbol);
        else
            variable->local =
                parameter ? parameter : ir_local_new(b->function, symbol->name, IR_TYPE_OBJ);
    }
    for (size_t i = 0; i < cells.count; i++)
        declare_cell(b, cells.items[i]->lowering, NULL);
}

/* -- finding -- */

/* The variable of `symbol` (an origin, not a free name) if the function being built owns it. */
static const Variable *own_variable(const Builder *b, const Symbol *symbol) {
    for (const Scope *scope = b->scope;; scope = scope->parent) {
        if (symbol->scope == scope)
            return symbol->lowering;
        if (scope == b->function_scope)
            return NULL;
    }
}

static IrOp *outer_cell(Builder *b, const Symbol *origin) {
    const Scope *scope = b->function_scope;
    uint32_t index = 0;
    while (scope->frees.items[index]->origin != origin)
        index++;
    IrOp *callee = build_op(b, IR_CALLEE, IR_TYPE_OBJ, NULL, 0);
    return RT(b, closure_cell, VALUE(callee), IMMEDIATE(index));
}

IrOp *build_cell_of(Builder *b, Symbol *symbol) {
    const Symbol *origin = symbol->origin ? symbol->origin : symbol;
    const Variable *variable = own_variable(b, origin);
    return variable ? build_local_get(b, variable->local) : outer_cell(b, origin);
}

/* -- reading -- */

/* Of a name in a class body, once its namespace has been asked. */
static IrOp *load_global(Builder *b, const Symbol *symbol) {
    int builtin = find_certain(b, symbol->name);
    if (builtin >= 0)
        return RT(b, builtin, IMMEDIATE(builtin));
    IrOp *op = ir_op_new(b->function, IR_GLOBAL_GET, IR_TYPE_OBJ, 0);
    op->global = build_global(b->module, symbol->name);
    op->checked = true;
    op->unwind = b->unwind;
    op->position = b->position;
    op->frame = b->frame;
    ir_append(b->block, op);
    return op;
}

static IrOp *load_cell(Builder *b, Symbol *symbol) {
    return RT(b, cell_get, VALUE(build_cell_of(b, symbol)), NAMED(symbol->name),
              IMMEDIATE(symbol->binding != BIND_CELL));
}

static IrOp *load_variable(Builder *b, Symbol *symbol) {
    const Variable *variable = own_variable(b, symbol->origin ? symbol->origin : symbol);
    return variable && !variable->is_cell ? build_local_get(b, variable->local)
                                          : load_cell(b, symbol);
}

IrOp *build_load_unchecked(Builder *b, Symbol *symbol) {
    const Variable *variable = own_variable(b, symbol->origin ? symbol->origin : symbol);
    if (!variable || variable->is_cell)
        return RT(b, cell_peek, VALUE(build_cell_of(b, symbol)));
    IrOp *value = build_local_get(b, variable->local);
    value->checked = false;
    value->unwind = NULL;
    return value;
}

/* A name in a class body, or where that is seen: the namespace first, then the variable of an
 * enclosing function or the global. */
static IrOp *load_from_class(Builder *b, IrOp *namespace, Symbol *symbol) {
    IrLocal *result = build_hidden(b);
    IrBlock *missing = build_block(b), *found = build_block(b), *done = build_block(b);
    IrOp *value = RT(b, ns_get, VALUE(namespace), NAMED(symbol->name));
    build_branch(b, build_unary(b, IR_IS_STOP, IR_TYPE_BOOL, value), missing, found);
    b->block = found;
    build_local_set(b, result, value);
    build_jump(b, done);
    b->block = missing;
    bool outer = symbol->origin && !symbol->is_bound; /* bound ones skip enclosing functions */
    build_local_set(b, result, outer ? load_cell(b, symbol) : load_global(b, symbol));
    build_start(b, done);
    return build_local_get(b, result);
}

static bool in_namespace(const Builder *b, const Symbol *symbol) {
    return b->namespace && symbol->scope->kind == SCOPE_CLASS && !symbol->is_global_decl &&
           (symbol->binding == BIND_CLASS || symbol->binding == BIND_GLOBAL);
}

IrOp *build_load(Builder *b, Symbol *symbol) {
    if (in_namespace(b, symbol))
        return load_from_class(b, b->namespace, symbol);
    if (symbol->class_dict)
        return load_from_class(b, load_variable(b, symbol->class_dict), symbol);
    if (symbol->binding == BIND_GLOBAL)
        return load_global(b, symbol);
    return load_variable(b, symbol);
}

/* -- writing -- */

static void set_global(Builder *b, const Symbol *symbol, IrOp *value) {
    IrOp *op = build_unary(b, IR_GLOBAL_SET, IR_TYPE_VOID, value);
    op->global = build_global(b->module, symbol->name);
}

static void set_variable(Builder *b, Symbol *symbol, IrOp *value) {
    const Variable *variable = own_variable(b, symbol->origin ? symbol->origin : symbol);
    if (variable && !variable->is_cell)
        build_local_set(b, variable->local, value);
    else
        RT(b, cell_set, VALUE(build_cell_of(b, symbol)), VALUE(value));
}

void build_store(Builder *b, Symbol *symbol, IrOp *value) {
    if (symbol->binding == BIND_CLASS)
        RT(b, ns_set, VALUE(b->namespace), NAMED(symbol->name), VALUE(value));
    else if (symbol->binding == BIND_GLOBAL)
        set_global(b, symbol, value);
    else
        set_variable(b, symbol, value);
}

/* -- deleting -- */

static void delete_global(Builder *b, const Symbol *symbol) {
    IrOp *op = ir_op_new(b->function, IR_GLOBAL_DEL, IR_TYPE_VOID, 0);
    op->global = build_global(b->module, symbol->name);
    op->unwind = b->unwind;
    op->position = b->position;
    op->frame = b->frame;
    ir_append(b->block, op);
}

static void delete_local(Builder *b, IrLocal *local, bool checked) {
    IrOp *op = ir_op_new(b->function, IR_LOCAL_DEL, IR_TYPE_VOID, 0);
    op->local = local;
    op->checked = checked;
    op->unwind = checked ? b->unwind : NULL;
    op->position = b->position;
    op->frame = b->frame;
    ir_append(b->block, op);
}

static void delete_variable(Builder *b, Symbol *symbol, bool checked) {
    const Variable *variable = own_variable(b, symbol->origin ? symbol->origin : symbol);
    if (variable && !variable->is_cell) {
        delete_local(b, variable->local, checked);
        return;
    }
    if (checked)
        load_cell(b, symbol); /* complains if the cell is empty */
    RT(b, cell_set, VALUE(build_cell_of(b, symbol)), VALUE(build_null(b)));
}

void build_delete(Builder *b, Symbol *symbol) {
    if (symbol->binding == BIND_CLASS)
        RT(b, ns_delete, VALUE(b->namespace), NAMED(symbol->name));
    else if (symbol->binding == BIND_GLOBAL)
        delete_global(b, symbol);
    else
        delete_variable(b, symbol, true);
}

void build_unbind(Builder *b, Symbol *symbol) {
    if (symbol->binding == BIND_CLASS || symbol->binding == BIND_GLOBAL) {
        build_store(b, symbol, build_none(b)); /* the program may have deleted it */
        build_delete(b, symbol);
    } else {
        delete_variable(b, symbol, false);
    }
}

void build_undeclare(Builder *b, Scope *scope) {
    for (size_t i = 0; i < scope->symbols.count; i++) {
        const Symbol *symbol = scope->symbols.items[i];
        if (symbol->binding == BIND_LOCAL || symbol->binding == BIND_CELL)
            delete_local(b, ((const Variable *)symbol->lowering)->local, false);
    }
}

/* -- locals() -- */

static IrOp *peek(Builder *b, Symbol *symbol) {
    const Variable *variable = own_variable(b, symbol->origin ? symbol->origin : symbol);
    if (!variable || variable->is_cell)
        return RT(b, cell_peek, VALUE(build_cell_of(b, symbol)));
    IrOp *value = build_local_get(b, variable->local);
    value->checked = false;
    value->unwind = NULL;
    return value;
}

/* dict[name] = the variable's value, if it has one. */
static void add_local(Builder *b, IrOp *dict, Symbol *symbol) {
    IrBlock *bound = build_block(b), *next = build_block(b);
    IrOp *value = peek(b, symbol);
    build_branch(b, build_unary(b, IR_IS_NULL, IR_TYPE_BOOL, value), next, bound);
    b->block = bound;
    RT(b, dict_set, VALUE(dict),
       VALUE(build_constant(b, ir_constant_name(b->module, symbol->name))), VALUE(value));
    build_start(b, next);
}

IrOp *build_locals_dict(Builder *b) {
    if (b->function_scope->kind == SCOPE_MODULE)
        return RT(b, module_dict, MODULE_OF(b->module));
    if (b->namespace)
        return b->namespace;
    IrOp *dict = build_rt_array(b, RUNTIME_dict, NULL, 0, NULL, 0);
    const Scope *scope = b->function_scope;
    for (size_t i = 0; i < scope->symbols.count; i++) {
        Symbol *symbol = scope->symbols.items[i];
        if (symbol->binding == BIND_LOCAL || symbol->binding == BIND_CELL)
            add_local(b, dict, symbol);
    }
    for (size_t i = 0; i < scope->frees.count; i++)
        add_local(b, dict, scope->frees.items[i]);
    return dict;
}
