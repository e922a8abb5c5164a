/*
 * entry_points.c — modules that installed distributions offer to a program: "NAME = MODULE:OBJECT"
 * in a group of their entry_points.txt. A program that asks importlib.metadata for entry points can
 * load those of the groups that its own modules, or an installed package, spell. Of what a package
 * offers that the program has anyway, only the names are loaded that are spelled too: most programs
 * use few extensions of markdown, one of which brings 300 modules of pygments.
 */
#include "loader.h"

#include "data.h"

#include <ctype.h>
#include <string.h>

static bool asks_for_all(const Loader *loader) {
    for (size_t i = 0; i < loader->distributions.count; i++)
        if (!strcmp(loader->distributions.items[i], "*"))
            return true;
    return false;
}

/* ---- texts ---- */

typedef struct Spelling {
    Str text;
    bool found;
} Spelling;

static void find_text(AstNode *node, void *context) {
    Spelling *spelling = context;
    if (node->kind == AST_Constant && AST_CAST(Constant, node)->value.kind == CONST_STR) {
        Str text = AST_CAST(Constant, node)->value.text;
        spelling->found |= text.size == spelling->text.size &&
                           memcmp(text.data, spelling->text.data, text.size) == 0;
    }
    if (!spelling->found)
        ast_each_child(node, find_text, spelling);
}

/* Is `text` a constant in a module that is not of the library? */
static bool is_spelled(const Program *program, Str text) {
    Spelling spelling = {.text = text};
    for (size_t i = 0; i < program->modules.count && !spelling.found; i++) {
        const Module *module = program->modules.items[i];
        if (module->tree && !module->is_library)
            ast_each_child((AstNode *)module->tree, find_text, &spelling);
    }
    return spelling.found;
}

/* ---- entries ---- */

static Str trimmed(const char *start, const char *end) {
    while (start < end && isspace((unsigned char)*start))
        start++;
    while (end > start && isspace((unsigned char)end[-1]))
        end--;
    return (Str){.data = start, .size = (size_t)(end - start)};
}

/* Loads the module of "NAME = MODULE:OBJECT [EXTRAS]", if it is there. */
static void load_entry(Loader *loader, Str entry, bool only_spelled) {
    const char *equal = memchr(entry.data, '=', entry.size), *end = entry.data + entry.size;
    if (!equal || (only_spelled && !is_spelled(loader->program, trimmed(entry.data, equal))))
        return;
    Str module = trimmed(equal + 1, end);
    size_t size = 0;
    while (size < module.size && !strchr(": [", module.data[size]))
        size++;
    if (size)
        loader_require(loader, name_intern(loader->program->names, module.data, size), (Range){0},
                       true);
}

/* The entries of the distribution in `path`. */
static void load_entries(Loader *loader, const char *path) {
    Arena *arena = loader->program->arena;
    Str text = data_entry_points(arena, path);
    const char *end = text.data + text.size;
    bool is_there = program_find_module(loader->program, data_top_level(arena, path));
    bool is_wanted = false;
    for (const char *line = text.data; line < end;) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        Str entry = trimmed(line, newline ? newline : end);
        line = newline ? newline + 1 : end;
        if (entry.size > 1 && *entry.data == '[')
            is_wanted = is_spelled(loader->program, (Str){entry.data + 1, entry.size - 2});
        else if (is_wanted && entry.size && *entry.data != '#')
            load_entry(loader, entry, is_there);
    }
}

void entry_points_load(Loader *loader) {
    Arena *arena = loader->program->arena;
    if (!asks_for_all(loader))
        return;
    loader->importer = loader->program->modules.items[0];
    loader->is_guess = true;
    for (size_t i = 0; i < loader->paths.count; i++) {
        DataEntries entries = data_entries(arena, loader->paths.items[i]);
        for (size_t k = 0; k < entries.count; k++)
            if (data_is_distribution(entries.items[k], NULL))
                load_entries(loader,
                             path_join(arena, loader->paths.items[i], entries.items[k], ""));
    }
    loader->is_guess = false;
}
