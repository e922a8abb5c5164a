/*
 * cst.c — runs tree-sitter-python and copies its tree into Cst nodes (see cst.h).
 *
 * The copy is made in one walk of a tree cursor, without recursion. Kinds and fields are looked up
 * by name, once per parse, so that another release of the grammar cannot shift them.
 */
#include "cst.h"
#include "token.h"

#include <stdlib.h>
#include <string.h>

#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_python(void);

enum { MAX_SYMBOLS = 1024, MAX_FIELDS = 128 };

/* The grammar's numbers translated to ours. */
typedef struct Numbering {
    uint8_t kinds[MAX_SYMBOLS];
    uint8_t fields[MAX_FIELDS];
} Numbering;

static CstKind kind_of_name(const char *name) {
    static const struct {
        const char *name;
        CstKind kind;
    } rows[] = {
#define CST(kind, name) {name, CST_##kind},
#include "cst.def"
#undef CST
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].name, name) == 0)
            return rows[i].kind;
    return CST_OTHER;
}

static CstField field_of_name(const char *name) {
    static const char *const names[] = {
        "",
#define CST_FIELD(field, name) name,
#include "cst.def"
#undef CST_FIELD
    };
    for (size_t i = 1; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return (CstField)i;
    return FIELD_NONE;
}

static void number_language(const TSLanguage *language, Numbering *numbering) {
    uint32_t symbols = ts_language_symbol_count(language);
    for (uint32_t i = 0; i < symbols && i < MAX_SYMBOLS; i++) {
        TSSymbolType type = ts_language_symbol_type(language, (TSSymbol)i);
        numbering->kinds[i] = type == TSSymbolTypeRegular
                                  ? kind_of_name(ts_language_symbol_name(language, (TSSymbol)i))
                                  : CST_TOKEN;
    }
    uint32_t fields = ts_language_field_count(language);
    for (uint32_t i = 1; i <= fields && i < MAX_FIELDS; i++) {
        const char *name = ts_language_field_name_for_id(language, (TSFieldId)i);
        numbering->fields[i] = name ? field_of_name(name) : FIELD_NONE;
    }
}

/* The copy under construction: for each open ancestor, the place of its next child. */
typedef struct Builder {
    Arena *arena;
    const Source *source;
    Numbering numbering;
    CstTree *tree;
    VEC(Cst **) places;
} Builder;

static Cst *copy_node(const Builder *builder, TSNode node, TSFieldId field) {
    const Numbering *numbering = &builder->numbering;
    Cst *cst = ARENA_NEW(builder->arena, Cst);
    TSSymbol symbol = ts_node_symbol(node);
    cst->kind = symbol < MAX_SYMBOLS ? numbering->kinds[symbol] : CST_ERROR; /* ERROR is 65535 */
    cst->field = field < MAX_FIELDS ? numbering->fields[field] : FIELD_NONE;
    cst->is_missing = ts_node_is_missing(node);
    cst->start = ts_node_start_byte(node);
    cst->end = ts_node_end_byte(node);
    Range start = source_position(builder->source, cst->start);
    Range end = source_position(builder->source, cst->end);
    cst->range = (Range){start.line, start.column, end.line, end.column};
    return cst;
}

/* Copies the cursor's node to the innermost place. Returns NULL for comments. */
static Cst *add_node(Builder *builder, const TSTreeCursor *cursor) {
    TSNode node = ts_tree_cursor_current_node(cursor);
    Cst *cst = copy_node(builder, node, ts_tree_cursor_current_field_id(cursor));
    if (!builder->tree->error && (cst->kind == CST_ERROR || cst->is_missing))
        builder->tree->error = cst;
    if (cst->kind == CST_COMMENT || cst->kind == CST_LINE_CONTINUATION)
        return NULL;
    Cst ***place = &builder->places.items[builder->places.count - 1];
    **place = cst;
    *place = &cst->next;
    return cst;
}

static void copy_tree(Builder *builder, TSTreeCursor *cursor) {
    VEC_PUSH(builder->arena, &builder->places, &builder->tree->root);
    for (;;) {
        Cst *cst = add_node(builder, cursor);
        if (cst && ts_tree_cursor_goto_first_child(cursor)) {
            VEC_PUSH(builder->arena, &builder->places, &cst->child);
            continue;
        }
        while (!ts_tree_cursor_goto_next_sibling(cursor)) {
            if (!ts_tree_cursor_goto_parent(cursor))
                return;
            builder->places.count--;
        }
    }
}

/* tree-sitter's own allocation ends the process with status 1, which means an error in the program.
 */

static void *checked(void *memory, size_t size) {
    if (!memory && size)
        out_of_memory();
    return memory;
}

static void *checked_malloc(size_t size) {
    return checked(malloc(size), size);
}

static void *checked_calloc(size_t count, size_t size) {
    return checked(calloc(count, size), count * size);
}

static void *checked_realloc(void *memory, size_t size) {
    return checked(realloc(memory, size), size);
}

bool cst_parse(Arena *arena, const Source *source, const char *text, CstTree *tree) {
    *tree = (CstTree){0};
    ts_set_allocator(checked_malloc, checked_calloc, checked_realloc, free);
    TSParser *parser = ts_parser_new();
    const TSLanguage *language = tree_sitter_python();
    TSTree *parsed = NULL;
    if (ts_parser_set_language(parser, language))
        parsed = ts_parser_parse_string(parser, NULL, text, (uint32_t)source->text.size);
    if (parsed) {
        Builder *builder = ARENA_NEW(arena, Builder);
        builder->arena = arena;
        builder->source = source;
        builder->tree = tree;
        number_language(language, &builder->numbering);
        TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(parsed));
        copy_tree(builder, &cursor);
        ts_tree_cursor_delete(&cursor);
        ts_tree_delete(parsed);
    }
    ts_parser_delete(parser);
    return tree->root != NULL;
}
