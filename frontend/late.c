/*
 * late.c — modules that a table names (see late.h).
 */
#include "late.h"

#include <ctype.h>
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

static bool is_dotted_name(Str text) {
    bool starts = true;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (starts ? !(isalpha(c) || c == '_') : !(isalnum(c) || c == '_' || c == '.'))
            return false;
        starts = c == '.';
    }
    return !starts;
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

void late_mention(LateMentions *mentions, const Module *module) {
    if (module->tree)
        ast_each_child((AstNode *)module->tree, mention_node, mentions);
}

/* ---- rows ---- */

typedef struct Search {
    LateMentions *mentions;
    void (*take)(void *context, const Name *dotted);
    void *context;
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

static void finish_row(const Search *search, const Strings *strings) {
    bool wanted = false;
    for (size_t i = 0; i < strings->count && !wanted; i++)
        wanted = is_mentioned(search, strings->items[i]);
    for (size_t i = 0; wanted && i < strings->count; i++) {
        Str text = strings->items[i];
        if (text.size && is_dotted_name(text))
            search->take(search->context,
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

void late_find(LateMentions *mentions, const Module *module,
               void (*take)(void *context, const Name *dotted), void *context) {
    Search search = {mentions, take, context};
    if (module->tree)
        ast_each_child((AstNode *)module->tree, find_rows, &search);
}
