/*
 * late.c — modules that a table names (see late.h).
 */
#include "late.h"

#include <string.h>

typedef VEC(Str) Strings;

/* ---- mentions ---- */

static void mention(LateMentions *mentions, const Name *name) {
    while (mentions->mentioned.count <= name->id)
        VEC_PUSH(mentions->arena, &mentions->mentioned, false);
    mentions->mentioned.items[name->id] = true;
}

/* Each part of a dotted name. */
static void mention_dotted(LateMentions *mentions, const char *text) {
    while (*text) {
        size_t size = strcspn(text, ".");
        if (size)
            mention(mentions, name_intern(mentions->names, text, size));
        text += size + (text[size] == '.');
    }
}

static void mention_node(AstNode *node, void *context) {
    LateMentions *mentions = context;
    switch (node->kind) {
    case AST_Attribute:
        mention(mentions, AST_CAST(Attribute, node)->attr);
        break;
    case AST_Alias:
        mention_dotted(mentions, AST_CAST(Alias, node)->name->text);
        break;
    case AST_ImportFrom:
        if (AST_CAST(ImportFrom, node)->module)
            mention_dotted(mentions, AST_CAST(ImportFrom, node)->module->text);
        break;
    case AST_Constant: {
        const AstLiteral *value = &AST_CAST(Constant, node)->value;
        if (value->kind == CONST_STR && value->text.size && value->text.size < 64)
            mention(mentions, name_intern(mentions->names, value->text.data, value->text.size));
        break;
    }
    default:
        break;
    }
    ast_each_child(node, mention_node, context);
}

/* ---- mentions of installed packages ---- */

static const Module *outermost(const Module *module) {
    while (module->parent)
        module = module->parent;
    return module;
}

void late_add_table(LateMentions *mentions, const Module *module) {
    VEC_PUSH(mentions->arena, &mentions->packages, outermost(module));
}

/* Does the dotted name lead into a package with tables? */
static bool leads_to_table(const LateMentions *mentions, const Name *dotted) {
    size_t size = strcspn(dotted->text, ".");
    for (size_t i = 0; i < mentions->packages.count; i++) {
        const Name *package = mentions->packages.items[i]->name;
        if (package->size == size && !memcmp(package->text, dotted->text, size))
            return true;
    }
    return false;
}

typedef struct Installed {
    LateMentions *mentions;
    bool imports_tables; /* is something of a package with tables imported? */
} Installed;

static void look_at_import(AstNode *node, void *context) {
    Installed *installed = context;
    AstNodes names = {0};
    if (node->kind == AST_Import) {
        names = AST_CAST(Import, node)->names;
    } else if (node->kind == AST_ImportFrom) {
        const AstImportFrom *import = AST_CAST(ImportFrom, node);
        if (import->level || !leads_to_table(installed->mentions, import->module))
            return;
        mention_dotted(installed->mentions, import->module->text);
        names = import->names;
    } else {
        ast_each_child(node, look_at_import, context);
        return;
    }
    for (size_t i = 0; i < names.count; i++) {
        const Name *name = AST_CAST(Alias, names.items[i])->name;
        if (node->kind == AST_Import && !leads_to_table(installed->mentions, name))
            continue;
        mention_dotted(installed->mentions, name->text);
        installed->imports_tables = true;
    }
}

static void mention_attributes(AstNode *node, void *context) {
    if (node->kind == AST_Attribute)
        mention(context, AST_CAST(Attribute, node)->attr);
    ast_each_child(node, mention_attributes, context);
}

static bool has_tables(const LateMentions *mentions, const Module *package) {
    for (size_t i = 0; i < mentions->packages.count; i++)
        if (mentions->packages.items[i] == package)
            return true;
    return false;
}

void late_mention(LateMentions *mentions, const Module *module, bool is_installed) {
    if (!module->tree)
        return;
    AstNode *tree = (AstNode *)module->tree;
    if (!is_installed) {
        ast_each_child(tree, mention_node, mentions);
        return;
    }
    Installed installed = {mentions, false};
    ast_each_child(tree, look_at_import, &installed);
    if (installed.imports_tables && !has_tables(mentions, outermost(module)))
        ast_each_child(tree, mention_attributes, mentions);
}

/* ---- mentions by the tables' own modules ---- */

static void mention_defaults(AstNode *node, void *context) {
    LateMentions *mentions = context;
    ast_each_child(node, mention_defaults, context);
    if (node->kind != AST_Arguments)
        return;
    const AstArguments *arguments = AST_CAST(Arguments, node);
    for (size_t i = 0; i < arguments->defaults.count; i++)
        mention_node(arguments->defaults.items[i], mentions);
    for (size_t i = 0; i < arguments->kw_defaults.count; i++)
        if (arguments->kw_defaults.items[i])
            mention_node(arguments->kw_defaults.items[i], mentions);
}

void late_mention_defaults(LateMentions *mentions, const Module *module) {
    if (module->tree)
        ast_each_child((AstNode *)module->tree, mention_defaults, mentions);
}

/* ---- rows ---- */

typedef struct Search {
    LateMentions *mentions;
    const Module *module; /* that has the tables */
    const Name *package;  /* the outermost one around it */
    const LateSink *sink;
} Search;

static void collect(const Search *search, const AstNode *node, Strings *strings);

static void collect_all(const Search *search, AstNodes nodes, Strings *strings) {
    for (size_t i = 0; i < nodes.count; i++)
        collect(search, nodes.items[i], strings);
}

/* The strings of a row, with those in the tuples and lists of it. */
static void collect(const Search *search, const AstNode *node, Strings *strings) {
    if (!node)
        return;
    if (node->kind == AST_Tuple)
        collect_all(search, AST_CAST(Tuple, node)->elts, strings);
    else if (node->kind == AST_List)
        collect_all(search, AST_CAST(List, node)->elts, strings);
    else if (node->kind == AST_Constant && AST_CAST(Constant, node)->value.kind == CONST_STR)
        VEC_PUSH(search->mentions->arena, strings, AST_CAST(Constant, node)->value.text);
}

static bool is_mentioned(const Search *search, Str text) {
    const Name *name = text.size ? name_known(search->mentions->names, text.data, text.size) : NULL;
    return name && name->id < search->mentions->mentioned.count &&
           search->mentions->mentioned.items[name->id];
}

/* The part of `text` that may be a module's name: "pkg.module:attribute". */
static Str before_colon(Str text) {
    const char *colon = text.size ? memchr(text.data, ':', text.size) : NULL;
    return colon ? (Str){text.data, (size_t)(colon - text.data)} : text;
}

/* The package that `text`, which begins with dots, is relative to; NULL: there is none. */
static const Module *base_of(const Search *search, Str text) {
    const Module *package = search->module;
    if (!package->is_package)
        package = package->parent;
    for (size_t i = 1; package && i < text.size && text.data[i] == '.'; i++)
        package = package->parent;
    return package;
}

static const Name *child_of(const Search *search, const Module *package, Str text) {
    Arena *arena = search->mentions->arena;
    const char *full =
        arena_printf(arena, "%s.%.*s", package->name->text, (int)text.size, text.data);
    return name_cstr(search->mentions->names, full);
}

/* The module of the table's own package that the string names, or NULL. */
static const Name *own_module(const Search *search, Str text) {
    size_t size = search->package->size, dots = 0;
    text = before_colon(text);
    while (dots < text.size && text.data[dots] == '.')
        dots++;
    Str rest = {text.data + dots, text.size - dots};
    if (!name_is_dotted(rest, 0))
        return NULL;
    if (dots) {
        const Module *base = base_of(search, text);
        return base ? child_of(search, base, rest) : NULL;
    }
    if (text.size > size && text.data[size] == '.' &&
        !memcmp(text.data, search->package->text, size))
        return name_intern(search->mentions->names, text.data, text.size);
    const LateSink *sink = search->sink;
    const char *name = arena_copy(search->mentions->arena, text.data, text.size);
    bool is_child = sink->own_only && !memchr(text.data, '.', text.size) &&
                    sink->has_child(sink->context, search->module, name);
    return is_child ? child_of(search, search->module, text) : NULL;
}

/* Modules of the package `dotted`, if it is one, that the row may mean. */
static void take_parts(const Search *search, const Strings *strings, const Name *dotted) {
    const LateSink *sink = search->sink;
    sink->take(sink->context, dotted);
    for (size_t i = 0; i < strings->count; i++) {
        Str text = strings->items[i];
        if (name_is_dotted(text, 0) && !memchr(text.data, '.', text.size))
            sink->take(sink->context,
                       name_cstr(search->mentions->names,
                                 arena_printf(search->mentions->arena, "%s.%.*s", dotted->text,
                                              (int)text.size, text.data)));
    }
}

static void finish_row(const Search *search, const Strings *strings) {
    bool wanted = false, names_own = search->sink->own_only;
    for (size_t i = 0; !wanted && i < strings->count; i++)
        wanted = is_mentioned(search, strings->items[i]);
    if (!wanted)
        return;
    for (size_t i = 0; i < strings->count; i++) {
        const Name *own = own_module(search, strings->items[i]);
        if (own)
            take_parts(search, strings, own);
        names_own |= own != NULL;
    }
    for (size_t i = 0; !names_own && i < strings->count; i++) {
        Str text = before_colon(strings->items[i]);
        if (name_is_dotted(text, 0))
            search->sink->take(search->sink->context,
                               name_intern(search->mentions->names, text.data, text.size));
    }
}

static void find_dict_rows(const Search *search, const AstDict *node) {
    for (size_t i = 0; i < node->values.count; i++) {
        Strings strings = {0};
        collect(search, node->keys.items[i], &strings);
        collect(search, node->values.items[i], &strings);
        if (strings.count > 1)
            finish_row(search, &strings);
    }
}

/* Not tuples and lists in general: a table of rows would be one row. */
static void find_rows(AstNode *node, void *context) {
    const Search *search = context;
    Strings strings = {0};
    if (node->kind == AST_Dict) {
        find_dict_rows(search, AST_CAST(Dict, node));
    } else if (node->kind == AST_Call) {
        collect_all(search, AST_CAST(Call, node)->args, &strings);
        finish_row(search, &strings);
    } else if (node->kind == AST_Tuple) {
        collect(search, node, &strings);
        finish_row(search, &strings);
    }
    ast_each_child(node, find_rows, context);
}

void late_find(LateMentions *mentions, const Module *module, const LateSink *sink) {
    Search search = {mentions, module, outermost(module)->name, sink};
    if (module->tree)
        ast_each_child((AstNode *)module->tree, find_rows, &search);
}
