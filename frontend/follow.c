/*
 * follow.c — follows the imports in a module's tree, and tells usage.h what its code mentions (see
 * loader.h).
 *
 * Imports under `if TYPE_CHECKING` never run and are not followed; imports in a `try` that handles
 * their failure may be missing without a warning. Functions of library modules are looked into when
 * they turn out to be used.
 */
#include "loader.h"

#include <math.h>
#include <string.h>

static bool put_off(Loader *loader, AstNode *node, AstNode *statement) {
    return usage_put_off(loader->usage, loader->importer, node, statement);
}

/* import a.b.c binds the package a; import a.b.c as x binds the leaf. */
static void follow_import_name(Loader *loader, const AstAlias *alias, const AstNode *statement) {
    const Name *dotted = alias->name;
    usage_mention_dotted(loader->usage, dotted);
    Module *module = loader_require(loader, dotted, statement->range, false);
    if (!alias->asname && strchr(dotted->text, '.'))
        module = program_find_module(loader->program, alias->symbol->name->text);
    else if (module && module->name != dotted)
        module = NULL; /* the package's importer decides */
    usage_resolve(loader->usage, alias->symbol, module);
}

/* "module.name": of a name that is too common to tell by itself what a program wants. */
static void mention_member(Loader *loader, const Name *module, const Name *name) {
    if (loader->importer->is_library)
        return;
    Program *program = loader->program;
    const char *text = arena_printf(program->arena, "%s.%s", module->text, name->text);
    usage_mention(loader->usage, name_cstr(program->names, text));
}

/* Notes that `name` of what `dotted` leads to is asked for. */
static void mention_imported(Loader *loader, const Name *dotted, Module *module, const Name *name) {
    usage_mention_dotted(loader->usage, dotted);
    if (!module)
        usage_mention(loader->usage, name);
    else if (strcmp(name->text, "*") == 0)
        usage_keep_exports(loader->usage, module);
    else
        usage_mention_in(loader->usage, module, name);
}

static void follow_import_from_name(Loader *loader, const AstAlias *alias,
                                    const AstImportFrom *node) {
    Program *program = loader->program;
    const Name *name = alias->name;
    const Name *dotted =
        program_resolve_relative(program, loader->importer, node->level, node->module);
    if (!dotted)
        return; /* ImportError when it runs */
    Module *module = loader_require(loader, dotted, node->base.range, false);
    if (module && module->name != dotted) {
        follow_guess(loader, program_submodule_name(program, module->name, name)->text,
                     node->base.range);
        module = NULL; /* the package's importer decides */
    }
    mention_imported(loader, dotted, module, name);
    mention_member(loader, dotted, name);
    if (!module || !module->is_package)
        return usage_resolve(loader->usage, alias->symbol, NULL);
    /* A package's own `from . import submodule` binds the name too. */
    bool defined = module != loader->importer && module->scope && scope_find(module->scope, name) &&
                   scope_find(module->scope, name)->is_bound;
    Module *part = NULL;
    if (strcmp(name->text, "*") != 0 && !defined)
        part = loader_require(loader, program_submodule_name(program, dotted, name),
                              node->base.range, true);
    usage_resolve(loader->usage, alias->symbol, part);
}

static bool is_future_import(const AstNode *node) {
    const AstImportFrom *import = AST_CAST(ImportFrom, node);
    return node->kind == AST_ImportFrom && import->module && import->level == 0 &&
           strcmp(import->module->text, "__future__") == 0;
}

/* Follows one name of the import `statement`. */
static void follow_alias(Loader *loader, AstNode *alias, AstNode *statement) {
    if (statement->kind == AST_Import)
        follow_import_name(loader, AST_CAST(Alias, alias), statement);
    else
        follow_import_from_name(loader, AST_CAST(Alias, alias), AST_CAST(ImportFrom, statement));
}

/* `may_put_off`: it stands at its module's own level, and nothing hangs on its success. */
static void follow_import(Loader *loader, AstNode *node, bool may_put_off) {
    AstNodes names = node->kind == AST_Import ? AST_CAST(Import, node)->names
                                              : AST_CAST(ImportFrom, node)->names;
    if (is_future_import(node))
        return;
    for (size_t i = 0; i < names.count; i++)
        if (!may_put_off || !put_off(loader, names.items[i], node))
            follow_alias(loader, names.items[i], node);
}

static bool is_type_checking(const AstNode *test) {
    if (test->kind == AST_Name)
        return strcmp(AST_CAST(Name, test)->id->text, "TYPE_CHECKING") == 0;
    return test->kind == AST_Attribute &&
           strcmp(AST_CAST(Attribute, test)->attr->text, "TYPE_CHECKING") == 0;
}

/* `__name__ == "__main__"` in a module that is not the main one. */
static bool is_main_check(const Loader *loader, const AstNode *test) {
    if (test->kind != AST_Compare || loader->importer->index == 0)
        return false;
    const AstCompare *compare = AST_CAST(Compare, test);
    return compare->ops.count == 1 && compare->ops.items[0] == OP_Eq &&
           compare->left->kind == AST_Name &&
           strcmp(AST_CAST(Name, compare->left)->id->text, "__name__") == 0;
}

/* `sys.platform == "win32"`, `os.name == "nt"` and their like: no program is compiled for these. */
static bool is_foreign_platform(const AstNode *test) {
    static const char *const foreign[] = {"cygwin", "darwin", "nt", "vxworks", "win32"};
    if (test->kind != AST_Compare || AST_CAST(Compare, test)->ops.count != 1)
        return false;
    const AstCompare *compare = AST_CAST(Compare, test);
    const AstNode *left = compare->left, *right = compare->comparators.items[0];
    if (compare->ops.items[0] != OP_Eq || left->kind != AST_Attribute ||
        right->kind != AST_Constant || AST_CAST(Constant, right)->value.kind != CONST_STR)
        return false;
    const char *name = AST_CAST(Attribute, left)->attr->text;
    Str text = AST_CAST(Constant, right)->value.text;
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (text.size == strlen(foreign[i]) && !memcmp(text.data, foreign[i], text.size))
            return !strcmp(name, "platform") || !strcmp(name, "name");
    return false;
}

bool follow_never_runs(const Loader *loader, const AstNode *test) {
    return is_type_checking(test) || is_main_check(loader, test) ||
           (loader->importer->is_library && is_foreign_platform(test));
}

static bool catches_import_error(const AstNode *type) {
    if (!type)
        return true;
    if (type->kind == AST_Tuple) {
        AstNodes elements = AST_CAST(Tuple, type)->elts;
        for (size_t i = 0; i < elements.count; i++)
            if (catches_import_error(elements.items[i]))
                return true;
        return false;
    }
    if (type->kind != AST_Name)
        return false;
    const char *name = AST_CAST(Name, type)->id->text;
    return strcmp(name, "ImportError") == 0 || strcmp(name, "ModuleNotFoundError") == 0 ||
           strcmp(name, "Exception") == 0 || strcmp(name, "BaseException") == 0;
}

static bool is_forgiving(const AstTry *node) {
    for (size_t i = 0; i < node->handlers.count; i++)
        if (catches_import_error(AST_CAST(ExceptHandler, node->handlers.items[i])->type))
            return true;
    return false;
}

static void follow(AstNode *node, void *context);

static void follow_all(Loader *loader, AstNodes nodes) {
    for (size_t i = 0; i < nodes.count; i++)
        follow(nodes.items[i], loader);
}

static void follow_try_body(Loader *loader, const AstTry *node) {
    bool forgiving = is_forgiving(node);
    loader->forgiving += forgiving;
    follow_all(loader, node->body);
    loader->forgiving -= forgiving;
}

static void follow_try(Loader *loader, const AstTry *node) {
    follow_try_body(loader, node);
    follow_all(loader, node->handlers);
    follow_all(loader, node->orelse);
    follow_all(loader, node->finalbody);
}

/* Type parameters and `type` statements are served by a module of the runtime's. */
static void follow_generic(Loader *loader, const AstNode *node) {
    bool is_generic =
        node->kind == AST_TypeAlias ||
        (node->kind == AST_FunctionDef && AST_CAST(FunctionDef, node)->type_params.count) ||
        (node->kind == AST_ClassDef && AST_CAST(ClassDef, node)->type_params.count);
    const Name *name = name_cstr(loader->program->names, "_generics");
    Module *generics = is_generic ? loader_require(loader, name, node->range, false) : NULL;
    if (generics)
        usage_keep_module(loader->usage, generics);
}

static void mention_as(Loader *loader, const char *kind, const Name *name) {
    Program *program = loader->program;
    const char *text = arena_printf(program->arena, "%s:%s", kind, name->text);
    usage_mention(loader->usage, name_cstr(program->names, text));
}

/* The number that a constant expression like 10**6 is about, 0 for any other. */
static double constant_size(const AstNode *node) {
    if (node->kind == AST_Constant) {
        const AstLiteral *value = &AST_CAST(Constant, node)->value;
        return value->kind == CONST_INT ? (double)value->integer : 0;
    }
    if (node->kind != AST_BinOp)
        return 0;
    const AstBinOp *operation = AST_CAST(BinOp, node);
    double left = constant_size(operation->left), right = constant_size(operation->right);
    if (operation->op == OP_Pow && left > 1)
        return right > 64 ? HUGE_VAL : pow(left, right);
    return operation->op == OP_Mult ? left * right : 0;
}

/* A call mentions "small:NAME" if its first argument may be a small number: parts of the runtime
 * serve only those. */
static void mention_small(Loader *loader, const AstCall *node) {
    enum { LARGE = 10000 };
    if (node->args.count && constant_size(node->args.items[0]) > LARGE)
        return;
    if (node->func->kind == AST_Attribute)
        mention_as(loader, "small", AST_CAST(Attribute, node->func)->attr);
    else if (node->func->kind == AST_Name)
        mention_as(loader, "small", AST_CAST(Name, node->func)->id);
}

/* An attribute `name.attribute` mentions that as it is written. */
static void mention_attribute(Loader *loader, const AstAttribute *node) {
    if (node->value->kind == AST_Name)
        mention_member(loader, AST_CAST(Name, node->value)->id, node->attr);
}

static void mention_written(AstNode *node, void *context) {
    if (node->kind == AST_Call)
        mention_small(context, AST_CAST(Call, node));
    else if (node->kind == AST_Attribute)
        mention_attribute(context, AST_CAST(Attribute, node));
    ast_each_child(node, mention_written, context);
}

static void follow_expression(Loader *loader, AstNode *node) {
    usage_note(node, loader->usage);
    if (!loader->importer->is_library)
        mention_written(node, loader);
    follow_computed(loader, node);
    const Module *importer = loader->importer;
    if (importer->is_library && !importer->is_runtime && usage_lists_names(node))
        usage_keep_module(loader->usage, loader->importer);
    if (!loader->importer->is_library && !loader->is_dynamic)
        loader->is_dynamic = usage_is_dynamic(node);
}

/* `x += 1` reads x. */
static void follow_augmented(Loader *loader, const AstAugAssign *node) {
    usage_note_operator(loader->usage, node->op, node->value);
    if (node->target->kind == AST_Name)
        usage_note_symbol(loader->usage, AST_CAST(Name, node->target)->symbol);
    else
        usage_note(node->target, loader->usage);
}

/* A class statement mentions "class:NAME" for each base and "field:NAME" for the variables that are
 * assigned in it: parts of the runtime serve some subclasses. */
static void mention_class(Loader *loader, const AstClassDef *node) {
    for (size_t i = 0; i < node->bases.count; i++) {
        const AstNode *base = node->bases.items[i];
        if (base->kind == AST_Name)
            mention_as(loader, "class", AST_CAST(Name, base)->id);
        else if (base->kind == AST_Attribute)
            mention_as(loader, "class", AST_CAST(Attribute, base)->attr);
    }
    for (size_t i = 0; i < node->body.count; i++) {
        if (node->body.items[i]->kind != AST_Assign)
            continue;
        const AstNode *target = AST_CAST(Assign, node->body.items[i])->targets.items[0];
        if (target->kind == AST_Name)
            mention_as(loader, "field", AST_CAST(Name, target)->id);
    }
}

static void follow_statement(Loader *loader, AstNode *node) {
    switch (node->kind) {
    case AST_ClassDef:
        mention_class(loader, AST_CAST(ClassDef, node));
        break;
    case AST_Import:
    case AST_ImportFrom:
        return follow_import(loader, node, false);
    case AST_Try:
        return follow_try(loader, AST_CAST(Try, node));
    case AST_FunctionDef:
        if (put_off(loader, node, node))
            return;
        break;
    case AST_AugAssign:
        follow_augmented(loader, AST_CAST(AugAssign, node));
        break;
    case AST_If:
        if (!follow_never_runs(loader, AST_CAST(If, node)->test))
            break;
        if (loader->importer->is_library)
            follow(AST_CAST(If, node)->test, loader);
        return follow_all(loader, AST_CAST(If, node)->orelse);
    default:
        break;
    }
    ast_each_child(node, follow, loader);
}

static void follow(AstNode *node, void *context) {
    Loader *loader = context;
    bool is_expression = node->kind >= AST_BoolOp && node->kind <= AST_Slice;
    if (is_expression || node->kind == AST_MatchClass)
        return follow_expression(loader, node);
    follow_generic(loader, node);
    bool exports = loader->importer->is_library && usage_is_export_list(node);
    if (exports)
        usage_set_exports(loader->usage, true);
    follow_statement(loader, node);
    if (exports)
        usage_set_exports(loader->usage, false);
}

static void follow_top(Loader *loader, AstNode *node);

static void follow_top_all(Loader *loader, AstNodes nodes) {
    for (size_t i = 0; i < nodes.count; i++)
        follow_top(loader, nodes.items[i]);
}

/* Native modules that one platform lacks: modules that import them may fail. */
static bool is_platform_module(const char *name) {
    static const char *const some[] = {
        "_bz2",
        "_lzma",
        "_multiprocessing",
        "_posixshmem",
        "_posixsubprocess",
        "_signal",
        "_socket",
        "_locale",
        "_sqlite3_native",
        "_ssl",
        "faulthandler",
        "fcntl",
        "grp",
        "mmap",
        "pwd",
        "pyexpat",
        "select",
        "resource",
        "syslog",
        "termios",
        "zlib",
    };
    for (size_t i = 0; i < sizeof some / sizeof *some; i++)
        if (!strcmp(name, some[i]))
            return true;
    return false;
}

static bool is_surely_there(Loader *loader, const Name *dotted) {
    Found found;
    if (loader_is_native(loader, dotted->text))
        return !is_platform_module(dotted->text);
    return program_find_module(loader->program, dotted->text) ||
           (!strchr(dotted->text, '.') && find_module(loader, NULL, dotted->text, &found));
}

/* Does `module` of the runtime import nothing that may be missing? */
static bool loads_surely(Loader *loader, const Module *module) {
    for (size_t i = 0; i < module->tree->body.count; i++) {
        const AstNode *node = module->tree->body.items[i];
        if (node->kind == AST_Try || node->kind == AST_If)
            return false;
        if (node->kind == AST_ImportFrom &&
            (AST_CAST(ImportFrom, node)->level ||
             !is_surely_there(loader, AST_CAST(ImportFrom, node)->module)))
            return false;
        for (size_t k = 0; node->kind == AST_Import && k < AST_CAST(Import, node)->names.count; k++)
            if (!is_surely_there(loader,
                                 AST_CAST(Alias, AST_CAST(Import, node)->names.items[k])->name))
                return false;
    }
    return true;
}

/* Is `node` "from x import a, b" where the runtime's module x is known to have them? */
static bool surely_imports(Loader *loader, const AstNode *node) {
    if (node->kind != AST_ImportFrom || AST_CAST(ImportFrom, node)->level)
        return false;
    const AstImportFrom *import = AST_CAST(ImportFrom, node);
    const Module *module = loader_require(loader, import->module, node->range, true);
    if (!module || !module->is_runtime || !module->scope || !loads_surely(loader, module))
        return false;
    for (size_t i = 0; i < import->names.count; i++) {
        const AstAlias *alias = AST_CAST(Alias, import->names.items[i]);
        const Symbol *symbol = alias->symbol ? scope_find(module->scope, alias->name) : NULL;
        if (!symbol || !symbol->is_bound)
            return false;
    }
    return true;
}

/* Does `node` of the library import, in place of something of its own, what the runtime has for
 * sure? Then its handlers never run. */
static bool replaces_surely(Loader *loader, const AstTry *node) {
    if (!loader->importer->is_library || !is_forgiving(node))
        return false;
    loader->forgiving++;
    bool sure = true;
    for (size_t i = 0; sure && i < node->body.count; i++)
        sure = surely_imports(loader, node->body.items[i]);
    loader->forgiving--;
    return sure;
}

static void leave_out(AstNodes nodes) {
    for (size_t i = 0; i < nodes.count; i++)
        nodes.items[i]->is_unused = true;
}

/* A `try` at the module's own level: on the success of what is tried hangs what runs next. */
static void follow_top_try(Loader *loader, const AstTry *node) {
    if (replaces_surely(loader, node)) {
        for (size_t i = 0; i < node->handlers.count; i++)
            leave_out(AST_CAST(ExceptHandler, node->handlers.items[i])->body);
        follow_top_all(loader, node->body);
        follow_top_all(loader, node->orelse);
        return follow_top_all(loader, node->finalbody);
    }
    follow_try_body(loader, node);
    for (size_t i = 0; i < node->handlers.count; i++) {
        const AstExceptHandler *handler = AST_CAST(ExceptHandler, node->handlers.items[i]);
        if (handler->type)
            follow(handler->type, loader);
        follow_top_all(loader, handler->body);
    }
    follow_top_all(loader, node->orelse);
    follow_top_all(loader, node->finalbody);
}

static void follow_top_if(Loader *loader, const AstIf *node) {
    bool is_dead = follow_never_runs(loader, node->test);
    if (!is_dead || loader->importer->is_library)
        follow(node->test, loader);
    for (size_t i = 0; is_main_check(loader, node->test) && i < node->body.count; i++)
        usage_leave_to_main(node->body.items[i], loader->usage);
    if (!is_dead)
        follow_top_all(loader, node->body);
    else if (loader->importer->is_library)
        leave_out(node->body);
    follow_top_all(loader, node->orelse);
}

/* A statement in use at the module's own level: what is in it stands there too. */
static void follow_top_used(Loader *loader, AstNode *node) {
    if (node->kind == AST_Import || node->kind == AST_ImportFrom) {
        follow_import(loader, node, true);
    } else if (node->kind == AST_If) {
        follow_top_if(loader, AST_CAST(If, node));
    } else if (node->kind == AST_Try) {
        follow_top_try(loader, AST_CAST(Try, node));
    } else {
        follow(node, loader);
    }
}

/* Any statement at the module's own level. */
static void follow_top(Loader *loader, AstNode *node) {
    bool is_import = node->kind == AST_Import || node->kind == AST_ImportFrom;
    if (is_import || !put_off(loader, node, node))
        follow_top_used(loader, node);
}

static void set_importer(Loader *loader, Module *module) {
    loader->importer = module;
    usage_set_library(loader->usage, module->is_library);
}

void follow_module(Loader *loader, Module *module) {
    set_importer(loader, module);
    if (module->tree)
        follow_top_all(loader, module->tree->body);
}

void follow_unit(Loader *loader, const UsageUnit *unit) {
    set_importer(loader, unit->module);
    if (unit->node->kind == AST_Alias)
        follow_alias(loader, unit->node, unit->statement);
    else if (unit->node->kind == AST_FunctionDef)
        ast_each_child(unit->node, follow, loader);
    else
        follow_top_used(loader, unit->node);
}
