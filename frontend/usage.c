/*
 * usage.c — which functions of the library's modules a program can reach (see usage.h): the names
 * that code in use mentions, and the functions that wait for one of them.
 */
#include "usage.h"

#include <ctype.h>
#include <string.h>

/* A function that was put off. */
typedef struct Waiting {
    AstFunctionDef *function;
    Module *module;
    struct Waiting *next; /* with the same name */
    bool is_ready;
} Waiting;

struct Usage {
    Arena *arena;
    NameTable *names;
    VEC(bool) mentioned;        /* by Name.id */
    VEC(Waiting *) by_name;     /* by Name.id: a list */
    VEC(Waiting *) all;         /* in the order in which they were put off */
    VEC(Waiting *) ready;       /* in use, not handed out yet */
    VEC(const Name *) prefixes; /* beginnings of names that strings are put together from */
};

Usage *usage_new(Arena *arena, NameTable *names) {
    Usage *usage = ARENA_NEW(arena, Usage);
    usage->arena = arena;
    usage->names = names;
    return usage;
}

/* ---- names ---- */

static void make_room(Usage *usage, const Name *name) {
    while (usage->mentioned.count <= name->id) {
        VEC_PUSH(usage->arena, &usage->mentioned, false);
        VEC_PUSH(usage->arena, &usage->by_name, NULL);
    }
}

static void make_ready(Usage *usage, Waiting *waiting) {
    if (waiting->is_ready)
        return;
    waiting->is_ready = true;
    VEC_PUSH(usage->arena, &usage->ready, waiting);
}

void usage_mention(Usage *usage, const Name *name) {
    make_room(usage, name);
    if (usage->mentioned.items[name->id])
        return;
    usage->mentioned.items[name->id] = true;
    for (Waiting *waiting = usage->by_name.items[name->id]; waiting; waiting = waiting->next)
        make_ready(usage, waiting);
}

bool usage_is_mentioned(const Usage *usage, const Name *name) {
    return name->id < usage->mentioned.count && usage->mentioned.items[name->id];
}

void usage_mention_dotted(Usage *usage, const Name *name) {
    for (const char *start = name->text; *start;) {
        size_t size = strcspn(start, ".");
        usage_mention(usage, name_intern(usage->names, start, size));
        start += size + (start[size] == '.');
    }
}

void usage_keep_module(Usage *usage, Module *module) {
    if (module->is_kept_whole)
        return;
    module->is_kept_whole = true;
    for (size_t i = 0; i < usage->all.count; i++)
        if (usage->all.items[i]->module == module)
            make_ready(usage, usage->all.items[i]);
}

/* ---- strings ---- */

enum { LONGEST_NAME = 64, SHORTEST_PREFIX = 3 };

static bool is_name_byte(char byte) {
    return isalnum((unsigned char)byte) || byte == '_' || (unsigned char)byte >= 0x80;
}

static bool begins(const Name *name, const Name *prefix) {
    return name->size >= prefix->size && !memcmp(name->text, prefix->text, prefix->size);
}

/* "visit_": names are put together from it. */
static void add_prefix(Usage *usage, const Name *prefix) {
    for (size_t i = 0; i < usage->prefixes.count; i++)
        if (usage->prefixes.items[i] == prefix)
            return;
    VEC_PUSH(usage->arena, &usage->prefixes, prefix);
    for (size_t i = 0; i < usage->all.count; i++)
        if (begins(usage->all.items[i]->function->symbol->name, prefix))
            make_ready(usage, usage->all.items[i]);
}

static bool has_prefix(const Usage *usage, const Name *name) {
    for (size_t i = 0; i < usage->prefixes.count; i++)
        if (begins(name, usage->prefixes.items[i]))
            return true;
    return false;
}

/* A string that is a name or a dotted name, or the beginning of one ("do_", "do_%s"). */
static void note_text(Usage *usage, Str text) {
    if (!text.size || text.size > LONGEST_NAME)
        return;
    size_t size = 0;
    while (size < text.size && (is_name_byte(text.data[size]) || text.data[size] == '.'))
        size++;
    const Name *name = name_intern(usage->names, text.data, size);
    if (size == text.size)
        usage_mention_dotted(usage, name);
    bool open = size == text.size || text.data[size] == '%' || text.data[size] == '{';
    if (open && size >= SHORTEST_PREFIX && text.data[size - 1] == '_')
        add_prefix(usage, name);
}

/* ---- expressions ---- */

/* A keyword argument is mentioned as "name=", so that names of parameters keep no functions. */
static void note_keyword(Usage *usage, const AstKeyword *keyword) {
    char text[LONGEST_NAME + 1];
    const AstNode *value = keyword->value;
    bool none = value->kind == AST_Constant && AST_CAST(Constant, value)->value.kind == CONST_NONE;
    if (!keyword->arg || none || keyword->arg->size >= LONGEST_NAME)
        return;
    memcpy(text, keyword->arg->text, keyword->arg->size);
    text[keyword->arg->size] = '=';
    usage_mention(usage, name_intern(usage->names, text, keyword->arg->size + 1));
}

void usage_note(AstNode *node, void *context) {
    Usage *usage = context;
    switch (node->kind) {
    case AST_Name:
        if (AST_CAST(Name, node)->ctx == OP_Load)
            usage_mention(usage, AST_CAST(Name, node)->id);
        return;
    case AST_Attribute:
        if (AST_CAST(Attribute, node)->ctx == OP_Load)
            usage_mention(usage, AST_CAST(Attribute, node)->attr);
        break;
    case AST_Constant:
        if (AST_CAST(Constant, node)->value.kind == CONST_STR)
            note_text(usage, AST_CAST(Constant, node)->value.text);
        return;
    case AST_Keyword:
        note_keyword(usage, AST_CAST(Keyword, node));
        break;
    case AST_MatchClass:
        for (size_t i = 0; i < AST_CAST(MatchClass, node)->kwd_attrs.count; i++)
            usage_mention(usage, AST_CAST(MatchClass, node)->kwd_attrs.items[i]);
        break;
    default:
        break;
    }
    ast_each_child(node, usage_note, usage);
}

static bool is_constant_text(const AstNode *node) {
    return node->kind == AST_Constant && AST_CAST(Constant, node)->value.kind == CONST_STR;
}

static bool is_one_of(const Name *name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!strcmp(name->text, names[i]))
            return true;
    return false;
}

static bool is_dynamic_call(const AstCall *call) {
    static const char *const by_name[] = {"getattr", "hasattr", "attrgetter", "methodcaller"};
    const AstNode *function = call->func;
    const Name *name = function->kind == AST_Name        ? AST_CAST(Name, function)->id
                       : function->kind == AST_Attribute ? AST_CAST(Attribute, function)->attr
                                                         : NULL;
    if (!name || !is_one_of(name, by_name, sizeof by_name / sizeof *by_name) || !call->args.count)
        return false;
    bool has_object = !strcmp(name->text, "getattr") || !strcmp(name->text, "hasattr");
    size_t place = has_object ? 1 : 0;
    return call->args.count <= place || !is_constant_text(call->args.items[place]);
}

static void find_dynamic(AstNode *node, void *context) {
    static const char *const all_names[] = {"vars", "dir", "getmembers", "__dict__"};
    enum { ALL_NAMES = sizeof all_names / sizeof *all_names };
    bool *found = context;
    if (node->kind == AST_Call)
        *found |= is_dynamic_call(AST_CAST(Call, node));
    else if (node->kind == AST_Name)
        *found |= is_one_of(AST_CAST(Name, node)->id, all_names, ALL_NAMES);
    else if (node->kind == AST_Attribute)
        *found |= is_one_of(AST_CAST(Attribute, node)->attr, all_names, ALL_NAMES);
    if (!*found)
        ast_each_child(node, find_dynamic, found);
}

bool usage_is_dynamic(AstNode *node) {
    bool found = false;
    find_dynamic(node, &found);
    return found;
}

/* ---- functions ---- */

static bool is_special(const Name *name) {
    return name->size > 4 && !strncmp(name->text, "__", 2) &&
           !strcmp(name->text + name->size - 2, "__");
}

/* Decorators that only wrap; others may note the function somewhere. */
static bool only_wraps(const AstNode *decorator) {
    static const char *const names[] = {"property", "staticmethod", "classmethod"};
    if (decorator->kind != AST_Name)
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(AST_CAST(Name, decorator)->id->text, names[i]))
            return true;
    return false;
}

/* Does it stand in a module, or in a class there? */
static bool is_outside_functions(const Scope *scope) {
    for (const Scope *around = scope->parent; around; around = around->parent)
        if (around->kind != SCOPE_MODULE && around->kind != SCOPE_CLASS)
            return false;
    return true;
}

bool usage_put_off(Usage *usage, Module *module, AstFunctionDef *function) {
    const Name *name = function->symbol->name;
    make_room(usage, name);
    if (!module->is_library || module->is_kept_whole || is_special(name) ||
        usage->mentioned.items[name->id] || has_prefix(usage, name) ||
        !is_outside_functions(function->scope))
        return false;
    for (size_t i = 0; i < function->decorator_list.count; i++)
        if (!only_wraps(function->decorator_list.items[i]))
            return false;
    Waiting *waiting = ARENA_NEW(usage->arena, Waiting);
    *waiting = (Waiting){function, module, usage->by_name.items[name->id], false};
    usage->by_name.items[name->id] = waiting;
    VEC_PUSH(usage->arena, &usage->all, waiting);
    function->scope->is_unused = true;
    return true;
}

AstFunctionDef *usage_next(Usage *usage, Module **module) {
    if (!usage->ready.count)
        return NULL;
    Waiting *waiting = usage->ready.items[--usage->ready.count];
    waiting->function->scope->is_unused = false;
    *module = waiting->module;
    return waiting->function;
}
