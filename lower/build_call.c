/*
 * build_call.c — calls: of functions, of methods, with unpacked arguments, awaited at once, and the
 * few built-ins whose meaning depends on where they are called.
 */
#include "../frontend/known_text.h"
#include "build.h"

#include <string.h>

/* Evaluated arguments without stars: positional values, then one per name. */
typedef struct Arguments {
    IrOp **values;
    uint32_t count;
    IrConstant *names; /* tuple of keyword names, or NULL */
} Arguments;

/* Are the arguments passed as a tuple and a dict: unpacked ones, or too many? */
static bool is_unpacked(const AstCall *node) {
    if (node->args.count + node->keywords.count > VALUES_AT_ONCE)
        return true;
    for (size_t i = 0; i < node->args.count; i++)
        if (node->args.items[i]->kind == AST_Starred)
            return true;
    for (size_t i = 0; i < node->keywords.count; i++)
        if (!AST_CAST(Keyword, node->keywords.items[i])->arg)
            return true;
    return false;
}

static IrConstant *keyword_names(Builder *b, const AstNodes *keywords) {
    IrConstant **names = ARENA_ARRAY(b->program->arena, IrConstant *, keywords->count);
    for (size_t i = 0; i < keywords->count; i++)
        names[i] = ir_constant_name(b->module, AST_CAST(Keyword, keywords->items[i])->arg);
    return ir_constant_tuple(b->module, names, (uint32_t)keywords->count, false);
}

static Arguments build_arguments(Builder *b, const AstCall *node) {
    Arguments arguments = {.values = ARENA_ARRAY(b->program->arena, IrOp *,
                                                 node->args.count + node->keywords.count + 1)};
    for (size_t i = 0; i < node->args.count; i++)
        arguments.values[arguments.count++] = build_expr(b, node->args.items[i]);
    for (size_t i = 0; i < node->keywords.count; i++)
        arguments.values[arguments.count++] =
            build_expr(b, AST_CAST(Keyword, node->keywords.items[i])->value);
    if (node->keywords.count)
        arguments.names = keyword_names(b, &node->keywords);
    return arguments;
}

static IrOperand names_operand(Builder *b, const Arguments *arguments) {
    return VALUE(arguments->names ? build_constant(b, arguments->names) : build_null(b));
}

/* -- unpacked arguments -- */

/* The iterable of f(*iterable, ...), which is unpacked after the keywords are there; NULL: the
 * positional arguments are more than that. */
static AstNode *lone_iterable(const AstNodes *args) {
    bool is_lone = args->count == 1 && args->items[0]->kind == AST_Starred;
    return is_lone ? AST_CAST(Starred, args->items[0])->value : NULL;
}

/* The tuple of what f(*iterable) unpacks. */
static IrOp *unpack_lone(Builder *b, IrOp *iterable, IrOp *callee) {
    return build_tuple_join(b, iterable, callee, NULL, 0);
}

IrOp *build_star_arguments(Builder *b, const AstNodes *args, IrOp *callee) {
    AstNode *lone = lone_iterable(args);
    /* CPython makes a list of more than one before it knows what for, and complains of that. */
    return lone ? unpack_lone(b, build_expr(b, lone), callee) : build_tuple_of(b, args);
}

/* The dict of one run of `name=value` keywords from *index on. */
static IrOp *named_keywords(Builder *b, const AstNodes *keywords, size_t *index) {
    IrOp *pairs[VALUES_AT_ONCE];
    uint32_t count = 0;
    for (; *index < keywords->count && count < VALUES_AT_ONCE; ++*index) {
        AstKeyword *keyword = AST_CAST(Keyword, keywords->items[*index]);
        if (!keyword->arg)
            break;
        pairs[count++] = build_constant(b, ir_constant_name(b->module, keyword->arg));
        pairs[count++] = build_expr(b, keyword->value);
    }
    return build_rt_array(b, RUNTIME_dict, NULL, 0, pairs, count);
}

IrOp *build_keyword_dict(Builder *b, const AstNodes *keywords, IrOp *callee) {
    size_t index = 0;
    IrOp *dict = named_keywords(b, keywords, &index);
    while (index < keywords->count) {
        AstKeyword *keyword = AST_CAST(Keyword, keywords->items[index]);
        IrOp *more;
        if (keyword->arg) {
            more = named_keywords(b, keywords, &index);
        } else {
            more = build_expr(b, keyword->value);
            index++;
        }
        RT(b, dict_merge, VALUE(dict), VALUE(more), VALUE(callee));
    }
    return dict;
}

/* The dict of a call's keywords; that of f(**mapping) need not be copied, as it is only read.
 * `unpacked`: the lone iterable of the arguments, or NULL. */
static IrOp *call_keywords(Builder *b, const AstNodes *keywords, IrOp *unpacked, IrOp *callee) {
    if (keywords->count == 0)
        return build_null(b);
    AstKeyword *first = AST_CAST(Keyword, keywords->items[0]);
    if (keywords->count > 1 || first->arg)
        return build_keyword_dict(b, keywords, callee);
    IrOp *mapping = build_expr(b, first->value);
    return RT(b, keywords, VALUE(mapping), VALUE(unpacked ? unpacked : build_null(b)),
              VALUE(callee));
}

static IrOp *call_unpacked(Builder *b, AstCall *node) {
    IrOp *callee = build_expr(b, node->func);
    AstNode *lone = lone_iterable(&node->args);
    IrOp *args = lone ? build_expr(b, lone) : build_star_arguments(b, &node->args, callee);
    IrOp *kwargs = call_keywords(b, &node->keywords, lone ? args : NULL, callee);
    if (lone)
        args = unpack_lone(b, args, callee);
    return RT(b, call_ex, VALUE(callee), VALUE(args), VALUE(kwargs));
}

/* -- plain calls and methods -- */

/* Does a function of that name look at its caller? `type` does if it makes a class. */
static bool wants_call_site(const Builder *b, const AstCall *node, const Name *name) {
    static const char *const callers[] = {
#define CALLER(name) #name,
#include "../rt/callers.def"
#undef CALLER
    };
    if (b->module->source->is_runtime || (!strcmp(name->text, "type") && node->args.count != 3))
        return false;
    for (size_t i = 0; i < sizeof callers / sizeof *callers; i++)
        if (!strcmp(name->text, callers[i]))
            return true;
    return false;
}

/* May it be a call of a logger? `math.log` is none. */
static bool wants_log_site(const Builder *b, const AstCall *node, const Name *name) {
    static const char *const loggers[] = {
#define CALLER(name)
#define LOGGER(name) #name,
#include "../rt/callers.def"
#undef LOGGER
#undef CALLER
    };
    if (b->module->source->is_library)
        return false;
    for (size_t i = 0; i < sizeof loggers / sizeof *loggers; i++) {
        if (strcmp(name->text, loggers[i]) != 0)
            continue;
        const AstNode *base =
            node->func->kind == AST_Attribute ? AST_CAST(Attribute, node->func)->value : node->func;
        const Symbol *symbol = base->kind == AST_Name ? AST_CAST(Name, base)->symbol : NULL;
        bool other = !strcmp(name->text, "log") && symbol && symbol->is_import &&
                     strcmp(symbol->name->text, "logging") != 0;
        return !other && program_find_module(b->program->source, "logging");
    }
    return false;
}

static void note_call_site(Builder *b, const AstCall *node, const Name *name) {
    IrFunction *function = b->frame ? b->frame : b->function;
    if (wants_call_site(b, node, name))
        RT(b, call_site, FUNCTION_OF(function), IMMEDIATE((int64_t)b->position));
    if (wants_log_site(b, node, name))
        RT(b, log_site, FUNCTION_OF(function), IMMEDIATE((int64_t)b->position));
}

static IrOp *call_function(Builder *b, AstCall *node, bool awaited) {
    IrOp *callee = build_expr(b, node->func);
    Arguments arguments = build_arguments(b, node);
    if (node->func->kind == AST_Name)
        note_call_site(b, node, AST_CAST(Name, node->func)->id);
    IrOperand fixed[] = {VALUE(callee), names_operand(b, &arguments)};
    IrOp *call = build_rt_array(b, awaited ? RUNTIME_await_call : RUNTIME_call, fixed, 2,
                                arguments.values, arguments.count);
    if (awaited)
        call->awaited_position = build_position(&node->base);
    return call;
}

/* Can nobody tell whether the expression is computed before or after a lookup that may fail? */
static bool is_silent(const Builder *b, const AstNode *node) {
    switch (node->kind) {
    case AST_Constant:
        return true;
    case AST_Name:
        return !build_is_never_bound(b, AST_CAST(Name, node)->symbol);
    case AST_Tuple: {
        const AstNodes *items = &AST_CAST(Tuple, node)->elts;
        for (size_t i = 0; i < items->count; i++)
            if (!is_silent(b, items->items[i]))
                return false;
        return true;
    }
    default:
        return false;
    }
}

static bool are_arguments_silent(const Builder *b, const AstCall *node) {
    for (size_t i = 0; i < node->args.count; i++)
        if (!is_silent(b, node->args.items[i]))
            return false;
    for (size_t i = 0; i < node->keywords.count; i++)
        if (!is_silent(b, AST_CAST(Keyword, node->keywords.items[i])->value))
            return false;
    return true;
}

/* The method is looked up before the arguments are computed, if that can be told. */
static IrOp *find_method(Builder *b, const AstCall *node, IrOp *object) {
    const AstAttribute *method = AST_CAST(Attribute, node->func);
    if (are_arguments_silent(b, node))
        return build_null(b);
    uint64_t position = b->position;
    build_at_attribute(b, method, &method->base);
    IrOp *found = RT(b, method_find, VALUE(object), NAMED(method->attr));
    b->position = position;
    return found;
}

static IrOp *call_method(Builder *b, AstCall *node, bool awaited) {
    AstAttribute *method = AST_CAST(Attribute, node->func);
    IrOp *object = build_expr(b, method->value);
    IrOp *found = find_method(b, node, object);
    Arguments arguments = build_arguments(b, node);
    if (!awaited)
        build_at_attribute(b, method, &node->base);
    note_call_site(b, node, method->attr);
    IrOperand fixed[] = {VALUE(object), NAMED(method->attr), names_operand(b, &arguments),
                         VALUE(found)};
    return build_rt_array(b, awaited ? RUNTIME_await_method : RUNTIME_call_method, fixed, 4,
                          arguments.values, arguments.count);
}

/* -- built-ins that look at their caller -- */

/* super() in a method: the class from the __class__ cell and the first parameter. */
static IrOp *build_super(Builder *b) {
    const Scope *scope = b->function_scope;
    Symbol *cls = NULL;
    for (size_t i = 0; i < scope->frees.count; i++)
        if (!strcmp(scope->frees.items[i]->name->text, "__class__"))
            cls = scope->frees.items[i];
    if (!cls || !b->function->positional_count)
        return NULL;
    IrOp *class_value = RT(b, cell_peek, VALUE(build_cell_of(b, cls)));
    IrOp *self = build_load_unchecked(b, scope->symbols.items[0]);
    return RT(b, super, VALUE(class_value), VALUE(self));
}

static IrOp *build_len(Builder *b, const AstCall *node) {
    IrOp *object = build_expr(b, node->args.items[0]);
    IrOp *length = RT(b, len, VALUE(object));
    return build_unary(b, IR_BOX_SMALL, ir_type(REPR_OBJ, KIND_INT), length);
}

/* dir(): the sorted names of locals(). */
static IrOp *build_dir(Builder *b) {
    IrOp *sorted = RT(b, builtin, IMMEDIATE(BUILTIN_sorted));
    IrOp *locals = build_locals_dict(b);
    IrOperand fixed[] = {VALUE(sorted), VALUE(build_null(b))};
    return build_rt_array(b, RUNTIME_call, fixed, 2, &locals, 1);
}

/* exec(text), eval(text): the caller's namespaces go along. */
static IrOp *build_run_text(Builder *b, const AstCall *node, int index) {
    IrOp *function = RT(b, builtin, IMMEDIATE(index));
    IrOp *text = build_expr(b, node->args.items[0]);
    IrOp *globals = RT(b, module_dict, MODULE_OF(b->module));
    IrOp *args[] = {text, globals, build_locals_dict(b)};
    IrOperand fixed[] = {VALUE(function), VALUE(build_null(b))};
    return build_rt_array(b, RUNTIME_call, fixed, 2, args, 3);
}

/* <exec>(callee, text, function): see known_text.h. */
static IrOp *build_known_text(Builder *b, const AstCall *node) {
    IrOp *callee = build_expr(b, node->args.items[0]);
    IrOp *text = build_expr(b, node->args.items[1]);
    IrOp *function = build_expr(b, node->args.items[2]);
    return RT(b, exec_text, VALUE(callee), VALUE(text), VALUE(function));
}

/* NULL if the call is not one of them. */
static IrOp *call_special(Builder *b, AstCall *node) {
    if (known_text_is_call(node))
        return build_known_text(b, node);
    if (node->func->kind != AST_Name || node->keywords.count || node->args.count > 1)
        return NULL;
    const Symbol *symbol = AST_CAST(Name, node->func)->symbol;
    int index = build_special_index(b, symbol);
    if (index == BUILTIN_len && build_builtin_index(b, symbol) < 0)
        return NULL;
    if (index == BUILTIN_len && node->args.count == 1)
        return build_len(b, node);
    if ((index == BUILTIN_exec || index == BUILTIN_eval) && node->args.count == 1)
        return build_run_text(b, node, index);
    if (node->args.count)
        return NULL;
    switch (index) {
    case BUILTIN_super:
        return build_super(b);
    case BUILTIN_locals:
    case BUILTIN_vars:
        return build_locals_dict(b);
    case BUILTIN_globals:
        return RT(b, module_dict, MODULE_OF(b->module));
    case BUILTIN_dir:
        return build_dir(b);
    default:
        return NULL;
    }
}

IrOp *build_call(Builder *b, AstCall *node, bool awaited) {
    uint64_t position = b->position;
    if (!awaited || is_unpacked(node))
        build_at(b, &node->base);
    IrOp *result;
    if (is_unpacked(node)) {
        result = call_unpacked(b, node);
        b->position = position;
        return awaited ? RT(b, await, VALUE(result)) : result;
    } else if (!awaited && (result = call_special(b, node))) {
        b->position = position;
        return result;
    } else if (node->func->kind == AST_Attribute) {
        result = call_method(b, node, awaited);
    } else {
        result = call_function(b, node, awaited);
    }
    b->position = position;
    return result;
}
