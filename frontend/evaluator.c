/*
 * evaluator.c — who runs text that is only known when the program runs: exec, eval and compile (see
 * loader.h).
 *
 * The program's own calls are warned of, for its author can do without them. Nobody who uses an
 * installed package wrote the calls in it: they bring the evaluator into the program, unless no
 * code in use names the function around them.
 */
#include "loader.h"

#include "known_text.h"

#include <string.h>

typedef VEC(const Name *) Aliases;

/* A look through one module. */
typedef struct Search {
    Loader *loader;
    const Module *module;
    Aliases *aliases;    /* variables that have exec or its like as their value */
    const AstNode *need; /* the first node that needs the evaluator, or NULL */
    const char *what;    /* the function that it is about */
} Search;

/* ---- calls ---- */

/* The function NAME that runs text, or NULL. */
static const char *runner(const Name *name) {
    static const char *const runners[] = {"compile", "eval", "exec"};
    for (size_t i = 0; i < sizeof runners / sizeof *runners; i++)
        if (!strcmp(name->text, runners[i]))
            return runners[i];
    return NULL;
}

/* Is `symbol` a built-in: a global name that the module never binds? */
static bool is_builtin(const Symbol *symbol) {
    const Scope *module = symbol->scope;
    while (module->parent)
        module = module->parent;
    const Symbol *global = scope_find(module, symbol->name);
    return symbol->binding == BIND_GLOBAL && !(global && global->is_bound);
}

/* The function that runs text and that the variable `node` is, or NULL. */
static const char *builtin_runner(const AstNode *node) {
    if (node->kind != AST_Name)
        return NULL;
    const AstName *name = AST_CAST(Name, node);
    return name->symbol && is_builtin(name->symbol) ? runner(name->id) : NULL;
}

/* The text that `node` begins with, as far as its spelling tells: "a %s" % b, "a" + b, f"a{b}",
 * "a {}".format(b). */
static Str leading_text(const AstNode *node) {
    switch (node->kind) {
    case AST_Constant: {
        const AstLiteral *value = &AST_CAST(Constant, node)->value;
        return value->kind == CONST_STR ? value->text : (Str){0};
    }
    case AST_BinOp:
        return leading_text(AST_CAST(BinOp, node)->left);
    case AST_JoinedStr: {
        const AstNodes *values = &AST_CAST(JoinedStr, node)->values;
        return values->count ? leading_text(values->items[0]) : (Str){0};
    }
    case AST_Call:
        return leading_text(AST_CAST(Call, node)->func);
    case AST_Attribute:
        return leading_text(AST_CAST(Attribute, node)->value);
    default:
        return (Str){0};
    }
}

/* Counts what ends a module's name in the texts below `node`. */
static void count_separators(AstNode *node, void *context) {
    size_t *count = context;
    ast_each_child(node, count_separators, count);
    bool is_text = node->kind == AST_Constant && AST_CAST(Constant, node)->value.kind == CONST_STR;
    Str text = is_text ? AST_CAST(Constant, node)->value.text : (Str){0};
    for (size_t i = 0; i < text.size; i++)
        *count += memchr(" \t\n;,", text.data[i], 5) != NULL;
}

/* exec("import %s" % name), which the runtime does for a caller's own variables: the modules that
 * the name may have are followed (computed.c). */
static bool is_import_text(const AstCall *node) {
    static const char word[] = "import ";
    if (node->args.count != 1 || node->keywords.count)
        return false;
    Str text = leading_text(node->args.items[0]);
    size_t separators = 0;
    count_separators(node->args.items[0], &separators);
    return text.size >= sizeof word - 1 && memcmp(text.data, word, sizeof word - 1) == 0 &&
           separators == 1;
}

/* Does exec or eval get a text that cannot be read: one for Python 2? */
static bool is_foreign_text(const Search *search, const AstCall *node) {
    const AstNode *text = node->args.count ? node->args.items[0] : NULL;
    if (!text || text->kind != AST_Constant || AST_CAST(Constant, text)->value.kind != CONST_STR)
        return false;
    const Program *program = search->loader->program;
    return !known_text_is_program(program->arena, program->names,
                                  AST_CAST(Constant, text)->value.text);
}

/* The function that the call runs text by, or NULL. */
static const char *called_runner(const AstCall *node) {
    const char *name = builtin_runner(node->func);
    return name && !strcmp(name, "exec") && is_import_text(node) ? NULL : name;
}

/* ---- the program's own calls ---- */

static bool is_linked(const Loader *loader) {
    const char *name = loader->options->evaluator;
    return name && program_find_module(loader->program, name);
}

static void warn(AstNode *node, void *context) {
    const Search *search = context;
    const char *name = node->kind == AST_Call ? called_runner(AST_CAST(Call, node)) : NULL;
    if (name && strcmp(name, "compile") != 0)
        diag_report(search->loader->program->diags, DIAG_DYNAMIC, search->module->source,
                    node->range, NULL, "%s() runs code that is not known here", name);
    ast_each_child(node, warn, context);
}

static bool is_own(const Module *module) {
    return module->tree && !module->is_library && !module->is_installed;
}

void evaluator_warn(Loader *loader) {
    const Program *program = loader->program;
    if (is_linked(loader))
        return;
    for (size_t i = 0; i < program->modules.count; i++) {
        Search search = {.loader = loader, .module = program->modules.items[i]};
        if (is_own(search.module))
            ast_each_child((AstNode *)search.module->tree, warn, &search);
    }
}

/* ---- the calls of installed packages ---- */

static bool is_text(const AstNode *node, const char *text) {
    if (node->kind != AST_Constant || AST_CAST(Constant, node)->value.kind != CONST_STR)
        return false;
    Str value = AST_CAST(Constant, node)->value.text;
    return value.size == strlen(text) && !memcmp(value.data, text, value.size);
}

/* The function that getattr(builtins, "exec") or builtins.exec is, or NULL. */
static const char *member_runner(const AstNode *node) {
    if (node->kind == AST_Attribute) {
        const AstAttribute *member = AST_CAST(Attribute, node);
        bool is_module = member->value->kind == AST_Name &&
                         !strcmp(AST_CAST(Name, member->value)->id->text, "builtins");
        return is_module ? runner(member->attr) : NULL;
    }
    if (node->kind != AST_Call || AST_CAST(Call, node)->args.count < 2)
        return NULL;
    const AstCall *call = AST_CAST(Call, node);
    if (call->func->kind != AST_Name || strcmp(AST_CAST(Name, call->func)->id->text, "getattr"))
        return NULL;
    const AstNode *name = call->args.items[1];
    return is_text(name, "exec") ? "exec" : is_text(name, "eval") ? "eval" : NULL;
}

/* The variable that `node` gives such a function as another name, or NULL. */
static const Name *alias_of(const AstNode *node) {
    if (node->kind != AST_Assign || AST_CAST(Assign, node)->targets.count != 1)
        return NULL;
    const AstAssign *assign = AST_CAST(Assign, node);
    const AstNode *target = assign->targets.items[0];
    bool is_runner = builtin_runner(assign->value) || member_runner(assign->value);
    if (!is_runner || target->kind != AST_Name || runner(AST_CAST(Name, target)->id))
        return NULL;
    return AST_CAST(Name, target)->id;
}

static void find_aliases(AstNode *node, void *context) {
    const Search *search = context;
    const Name *alias = alias_of(node);
    if (alias)
        VEC_PUSH(search->loader->program->arena, search->aliases, alias);
    ast_each_child(node, find_aliases, context);
}

static bool is_alias(const Search *search, const Name *name) {
    for (size_t i = 0; i < search->aliases->count; i++)
        if (search->aliases->items[i] == name)
            return true;
    return false;
}

/* A function that loads modules from files that need not be part of the program. */
static const char *file_loader(const Name *name) {
    static const char *const loaders[] = {"SourceFileLoader", "spec_from_file_location"};
    for (size_t i = 0; i < sizeof loaders / sizeof *loaders; i++)
        if (!strcmp(name->text, loaders[i]))
            return loaders[i];
    return NULL;
}

/* The function that the expression `node` needs the evaluator for, or NULL. */
static const char *needed_by(const Search *search, const AstNode *node) {
    const char *found = member_runner(node);
    if (node->kind == AST_Name) {
        const Name *name = AST_CAST(Name, node)->id;
        bool is_read = AST_CAST(Name, node)->ctx == OP_Load;
        found = is_read && is_alias(search, name) ? name->text : builtin_runner(node);
    } else if (node->kind == AST_Attribute && !found) {
        const Name *name = AST_CAST(Attribute, node)->attr;
        found = is_alias(search, name) ? name->text : NULL;
    } else if (node->kind == AST_Call) {
        const AstNode *function = AST_CAST(Call, node)->func;
        if (function->kind == AST_Name)
            found = found ? found : file_loader(AST_CAST(Name, function)->id);
        else if (function->kind == AST_Attribute)
            found = file_loader(AST_CAST(Attribute, function)->attr);
    }
    return found;
}

static bool is_special(const Name *name) {
    return name->size > 4 && !strncmp(name->text, "__", 2) &&
           !strcmp(name->text + name->size - 2, "__");
}

/* May a function or class so decorated be reached, as far as its name tells? */
static bool is_named(const Search *search, const Name *name, AstNodes decorators) {
    for (size_t i = 0; i < decorators.count; i++)
        if (!usage_only_wraps(decorators.items[i]))
            return true;
    return is_special(name) || usage_may_be_asked_for(search->loader->usage, name);
}

static void find_need(AstNode *node, void *context);

/* Of a class that nothing names, and that has no base which could know it, no method is reached. */
static void look_at_class(Search *search, AstClassDef *node) {
    bool is_known = node->bases.count || node->keywords.count ||
                    is_named(search, node->name, node->decorator_list);
    for (size_t i = 0; i < node->body.count; i++)
        if (is_known || node->body.items[i]->kind != AST_FunctionDef)
            find_need(node->body.items[i], search);
}

/* What a call has beside its function, if that is exec by a name of its own. */
static void look_at_call(Search *search, AstCall *node) {
    size_t first = known_text_is_call(node) ? node->args.count : 0;
    bool is_known = called_runner(node) != builtin_runner(node->func) ||
                    (builtin_runner(node->func) && is_foreign_text(search, node));
    if (!is_known && first == 0)
        find_need(node->func, search);
    for (size_t i = first; i < node->args.count; i++)
        find_need(node->args.items[i], search);
    for (size_t i = 0; i < node->keywords.count; i++)
        find_need(node->keywords.items[i], search);
}

/* Looks into `node`. */
static void look_inside(Search *search, AstNode *node) {
    switch (node->kind) {
    case AST_FunctionDef:
        if (!is_named(search, AST_CAST(FunctionDef, node)->name,
                      AST_CAST(FunctionDef, node)->decorator_list))
            return;
        break;
    case AST_ClassDef:
        return look_at_class(search, AST_CAST(ClassDef, node));
    case AST_Call:
        return look_at_call(search, AST_CAST(Call, node));
    case AST_If:
        if (!follow_never_runs(search->loader, AST_CAST(If, node)->test))
            break;
        for (size_t i = 0; i < AST_CAST(If, node)->orelse.count; i++)
            find_need(AST_CAST(If, node)->orelse.items[i], search);
        return;
    case AST_Assign:
        if (alias_of(node))
            return;
        break;
    default:
        break;
    }
    ast_each_child(node, find_need, search);
}

static void find_need(AstNode *node, void *context) {
    Search *search = context;
    if (search->need)
        return;
    search->what = needed_by(search, node);
    if (search->what)
        search->need = node;
    else
        look_inside(search, node);
}

/* Looks for the first module of an installed package that needs the evaluator. */
static bool find_reason(Loader *loader, EvaluatorReason *reason) {
    const Program *program = loader->program;
    Aliases aliases = {0};
    Search search = {.loader = loader, .aliases = &aliases};
    for (size_t i = 0; i < program->modules.count; i++)
        if (program->modules.items[i]->is_installed && program->modules.items[i]->tree)
            ast_each_child((AstNode *)program->modules.items[i]->tree, find_aliases, &search);
    for (size_t i = 0; i < program->modules.count && !search.need; i++) {
        search.module = loader->importer = program->modules.items[i];
        if (search.module->is_installed && search.module->tree)
            ast_each_child((AstNode *)search.module->tree, find_need, &search);
    }
    if (search.need)
        *reason = (EvaluatorReason){search.module, search.need->range, search.what};
    return search.need;
}

static void find_own_call(AstNode *node, void *found) {
    *(bool *)found |= node->kind == AST_Call && called_runner(AST_CAST(Call, node));
    ast_each_child(node, find_own_call, found);
}

static bool has_own_call(const Program *program) {
    bool found = false;
    for (size_t i = 0; i < program->modules.count && !found; i++)
        if (is_own(program->modules.items[i]))
            ast_each_child((AstNode *)program->modules.items[i]->tree, find_own_call, &found);
    return found;
}

bool evaluator_load(Loader *loader) {
    Program *program = loader->program;
    const FrontendOptions *options = loader->options;
    if (!options->evaluator || options->evaluator_use == EVALUATOR_NEVER)
        return false;
    if (is_linked(loader))
        return has_own_call(program);
    if (!find_reason(loader, &program->evaluator))
        return false;
    loader_require(loader, name_cstr(program->names, options->evaluator), program->evaluator.range,
                   true);
    return true;
}
