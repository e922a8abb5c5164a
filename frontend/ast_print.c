/*
 * ast_print.c — prints a tree as CPython's `ast.dump(tree, indent=2)` does.
 *
 * A node prints on one line if all its fields are simple (as ast.dump decides) and at most three;
 * otherwise each field gets a line. Every piece of text is built bottom-up in the arena, because
 * the layout of a node depends on what its fields printed. Where 3.12's trees have fields that
 * 3.11's have not (type_params), they are printed only when they are not empty.
 */
#include "ast.h"

#include "scope.h"
#include "unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef VEC(char) Text;

/* A printed value; `simple` as in ast.dump: an atom, an empty list or a node without fields. */
typedef struct Piece {
    Str text;
    bool simple;
} Piece;

typedef struct Printer {
    Arena *arena;
    int level;     /* of indentation, of the node whose fields are printed */
    VEC(Str) args; /* fields of the nodes being printed, innermost last */
    bool all_simple;
} Printer;

static void append(Printer *printer, Text *text, const char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++)
        VEC_PUSH(printer->arena, text, bytes[i]);
}

static void append_cstr(Printer *printer, Text *text, const char *string) {
    append(printer, text, string, strlen(string));
}

static Str cstr(const char *text) {
    return (Str){text, strlen(text)};
}

/* ---- repr of constants ---- */

static char choose_quote(Str text) {
    bool single = memchr(text.data, '\'', text.size) != NULL;
    bool both = single && memchr(text.data, '"', text.size) != NULL;
    return single && !both ? '"' : '\'';
}

static void append_escape(Printer *printer, Text *out, uint32_t code, char quote) {
    char buffer[16];
    if (code == (uint32_t)quote || code == '\\')
        snprintf(buffer, sizeof buffer, "\\%c", (int)code);
    else if (code == '\n' || code == '\r' || code == '\t')
        snprintf(buffer, sizeof buffer, "\\%c", code == '\n' ? 'n' : code == '\r' ? 'r' : 't');
    else if (code < 0x100)
        snprintf(buffer, sizeof buffer, "\\x%02x", code);
    else
        snprintf(buffer, sizeof buffer, code < 0x10000 ? "\\u%04x" : "\\U%08x", code);
    append_cstr(printer, out, buffer);
}

/* Decodes one character of WTF-8 text: a surrogate's three bytes count as one character. */
static size_t decode_any(const char *text, size_t size, uint32_t *code) {
    size_t length = utf8_decode(text, size, code);
    if (length)
        return length;
    const unsigned char *bytes = (const unsigned char *)text;
    *code = (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
    return 3;
}

static Str repr_str(Printer *printer, Str text) {
    Text out = {0};
    char quote = choose_quote(text);
    VEC_PUSH(printer->arena, &out, quote);
    for (size_t at = 0; at < text.size;) {
        uint32_t code;
        size_t length = decode_any(text.data + at, text.size - at, &code);
        if (code == (uint32_t)quote || code == '\\' || !unicode_is_printable(code))
            append_escape(printer, &out, code, quote);
        else
            append(printer, &out, text.data + at, length);
        at += length;
    }
    VEC_PUSH(printer->arena, &out, quote);
    return (Str){out.items, out.count};
}

static Str repr_bytes(Printer *printer, Str text) {
    Text out = {0};
    char quote = choose_quote(text);
    VEC_PUSH(printer->arena, &out, 'b');
    VEC_PUSH(printer->arena, &out, quote);
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte == quote || byte == '\\' || byte < ' ' || byte >= 0x7F)
            append_escape(printer, &out, byte, quote);
        else
            VEC_PUSH(printer->arena, &out, (char)byte);
    }
    VEC_PUSH(printer->arena, &out, quote);
    return (Str){out.items, out.count};
}

/* The shortest decimal text that reads back as `value`, spelled as Python spells floats. */
static Str repr_float(Printer *printer, double value, bool imaginary) {
    char digits[40];
    int precision = 0;
    if (value > 1.7976931348623157e308)
        return cstr(imaginary ? "infj" : "inf");
    do
        snprintf(digits, sizeof digits, "%.*e", precision, value);
    while (strtod(digits, NULL) != value && ++precision < 17);
    int exponent = (int)strtol(strchr(digits, 'e') + 1, NULL, 10);
    const char *suffix = imaginary ? "j" : "";
    if (exponent < -4 || exponent >= 16) {
        *strchr(digits, 'e') = 0;
        return cstr(arena_printf(printer->arena, "%se%c%02d%s", digits, exponent < 0 ? '-' : '+',
                                 abs(exponent), suffix));
    }
    int decimals = precision - exponent > 0 ? precision - exponent : 0;
    if (decimals == 0 && !imaginary)
        decimals = 1;
    return cstr(arena_printf(printer->arena, "%.*f%s", decimals, value, suffix));
}

/* Decimal digits of the hexadecimal number `hex`: repeated division by 10^9. */
static Str repr_bigint(Printer *printer, Str hex) {
    size_t limb_count = (hex.size + 7) / 8, piece_count = limb_count * 32 / 29 + 1;
    uint32_t *limbs = ARENA_ARRAY(printer->arena, uint32_t, limb_count);
    uint32_t *pieces = ARENA_ARRAY(printer->arena, uint32_t, piece_count);
    for (size_t i = 0; i < hex.size; i++) {
        char digit = hex.data[hex.size - 1 - i];
        uint32_t value = (uint32_t)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
        limbs[i / 8] |= value << i % 8 * 4;
    }
    size_t used = 0;
    while (limb_count > 0) {
        uint64_t remainder = 0;
        for (size_t i = limb_count; i-- > 0;) {
            uint64_t value = remainder << 32 | limbs[i];
            limbs[i] = (uint32_t)(value / 1000000000);
            remainder = value % 1000000000;
        }
        pieces[used++] = (uint32_t)remainder;
        while (limb_count > 0 && limbs[limb_count - 1] == 0)
            limb_count--;
    }
    Text out = {0};
    for (size_t i = used; i-- > 0;) {
        char digits[12];
        snprintf(digits, sizeof digits, i + 1 == used ? "%u" : "%09u", pieces[i]);
        append_cstr(printer, &out, digits);
    }
    return (Str){out.items, out.count};
}

static Str repr_constant(Printer *printer, const AstLiteral *constant) {
    switch (constant->kind) {
    case CONST_NONE:
        return cstr("None");
    case CONST_TRUE:
        return cstr("True");
    case CONST_FALSE:
        return cstr("False");
    case CONST_ELLIPSIS:
        return cstr("Ellipsis");
    case CONST_INT:
        return cstr(arena_printf(printer->arena, "%lld", (long long)constant->integer));
    case CONST_BIGINT:
        return repr_bigint(printer, constant->text);
    case CONST_FLOAT:
    case CONST_COMPLEX:
        return repr_float(printer, constant->real, constant->kind == CONST_COMPLEX);
    case CONST_STR:
        return repr_str(printer, constant->text);
    case CONST_BYTES:
        return repr_bytes(printer, constant->text);
    }
    return cstr("?");
}

/* ---- nodes ---- */

static Piece print_node(Printer *printer, const AstNode *node);

static void append_indent(Printer *printer, Text *out, int level) {
    VEC_PUSH(printer->arena, out, '\n');
    for (int i = 0; i < level; i++)
        append_cstr(printer, out, "  ");
}

/* "[...]" with one item a line; `item` prints the i-th one. */
static Piece print_sequence(Printer *printer, const void *list, size_t count,
                            Str (*item)(Printer *printer, const void *list, size_t index)) {
    if (count == 0)
        return (Piece){cstr("[]"), true};
    Text out = {0};
    printer->level++;
    VEC_PUSH(printer->arena, &out, '[');
    for (size_t i = 0; i < count; i++) {
        if (i)
            VEC_PUSH(printer->arena, &out, ',');
        append_indent(printer, &out, printer->level);
        Str text = item(printer, list, i);
        append(printer, &out, text.data, text.size);
    }
    VEC_PUSH(printer->arena, &out, ']');
    printer->level--;
    return (Piece){{out.items, out.count}, false};
}

static Str node_item(Printer *printer, const void *list, size_t index) {
    const AstNode *node = ((const AstNodes *)list)->items[index];
    return node ? print_node(printer, node).text : cstr("None");
}

static Str name_repr(Printer *printer, const Name *name) {
    return repr_str(printer, (Str){name->text, name->size});
}

static Str name_item(Printer *printer, const void *list, size_t index) {
    return name_repr(printer, ((const NameList *)list)->items[index]);
}

static Str operator_text(Printer *printer, AstOperator op) {
    return cstr(arena_printf(printer->arena, "%s()", ast_operator_name(op)));
}

static Str operator_item(Printer *printer, const void *list, size_t index) {
    return operator_text(printer, ((const OperatorList *)list)->items[index]);
}

static void add_field(Printer *printer, const char *name, Piece piece) {
    size_t name_size = strlen(name);
    char *text = arena_alloc(printer->arena, name_size + 1 + piece.text.size + 1);
    memcpy(text, name, name_size);
    text[name_size] = '=';
    memcpy(text + name_size + 1, piece.text.data, piece.text.size);
    Str field = {text, name_size + 1 + piece.text.size};
    VEC_PUSH(printer->arena, &printer->args, field);
    printer->all_simple = printer->all_simple && piece.simple;
}

/* The expression as it stands in the source: scope.c makes some of them functions. */
static const AstNode *written(const AstNode *node) {
    const AstLambda *lambda = node->kind == AST_Lambda ? AST_CAST(Lambda, node) : NULL;
    return lambda && lambda->scope && lambda->scope->sees_class ? lambda->body : node;
}

static void add_node(Printer *printer, const char *name, const AstNode *node) {
    node = written(node);
    bool simple = printer->all_simple;
    Piece piece = print_node(printer, node);
    printer->all_simple = simple;
    add_field(printer, name, piece);
}

static void add_list(Printer *printer, const char *name, const AstNodes *list) {
    bool simple = printer->all_simple;
    Piece piece = print_sequence(printer, list, list->count, node_item);
    printer->all_simple = simple;
    add_field(printer, name, piece);
}

static void add_name(Printer *printer, const char *name, const Name *value) {
    add_field(printer, name, (Piece){name_repr(printer, value), true});
}

/* Integer fields that ast.dump has too; the others tell node classes apart (class_name). */
static void add_int(Printer *printer, AstKind kind, const char *name, int value) {
    bool marks_class =
        kind == AST_FunctionDef || kind == AST_For || kind == AST_With || kind == AST_Try;
    if (!marks_class)
        add_field(printer, name, (Piece){cstr(arena_printf(printer->arena, "%d", value)), true});
}

/* CPython's class of the node. */
static const char *class_name(const AstNode *node) {
    switch (node->kind) {
    case AST_FunctionDef:
        return AST_CAST(FunctionDef, node)->is_async ? "AsyncFunctionDef" : "FunctionDef";
    case AST_For:
        return AST_CAST(For, node)->is_async ? "AsyncFor" : "For";
    case AST_With:
        return AST_CAST(With, node)->is_async ? "AsyncWith" : "With";
    case AST_Try:
        return AST_CAST(Try, node)->is_star ? "TryStar" : "Try";
    case AST_Comprehension:
        return "comprehension";
    case AST_Arguments:
        return "arguments";
    case AST_Arg:
        return "arg";
    case AST_Keyword:
        return "keyword";
    case AST_Alias:
        return "alias";
    case AST_WithItem:
        return "withitem";
    case AST_MatchCase:
        return "match_case";
    default:
        return ast_kind_name(node->kind);
    }
}

#define CHILD(name) add_node(printer, #name, self->name);
#define OPT(name)                                                                                  \
    if (self->name)                                                                                \
        add_node(printer, #name, self->name);
#define LIST(name)                                                                                 \
    if (self->name.count || strcmp(#name, "type_params") != 0)                                     \
        add_list(printer, #name, &self->name);
#define OPTLIST(name) add_list(printer, #name, &self->name);
#define NAME(name)    add_name(printer, #name, self->name);
#define OPTNAME(name)                                                                              \
    if (self->name)                                                                                \
        add_name(printer, #name, self->name);
#define NAMES(name)                                                                                \
    add_field(printer, #name, print_sequence(printer, &self->name, self->name.count, name_item));
#define OPER(name) add_field(printer, #name, (Piece){operator_text(printer, self->name), true});
#define OPERS(name)                                                                                \
    add_field(printer, #name,                                                                      \
              print_sequence(printer, &self->name, self->name.count, operator_item));
#define INT(name) add_int(printer, node->kind, #name, self->name);
#define CONSTANT(name)                                                                             \
    add_field(printer, #name, (Piece){repr_constant(printer, &self->name), true});
#define SCOPE(name)
#define SYMBOL(name)

static void add_fields(Printer *printer, const AstNode *node) {
    switch (node->kind) {
#define AST_NODE(Kind, class, fields)                                                              \
    case AST_##Kind: {                                                                             \
        const Ast##Kind *self = AST_CAST(Kind, node);                                              \
        (void)self;                                                                                \
        fields break;                                                                              \
    }
#include "ast.def"
#undef AST_NODE
    case AST_KIND_COUNT:
        break;
    }
    if (node->kind == AST_Module)
        add_field(printer, "type_ignores", (Piece){cstr("[]"), true});
}

static Piece print_node(Printer *printer, const AstNode *node) {
    size_t first = printer->args.count;
    printer->level++;
    printer->all_simple = true;
    add_fields(printer, node);
    size_t count = printer->args.count - first;
    bool one_line = printer->all_simple && count <= 3;
    Text out = {0};
    append_cstr(printer, &out, class_name(node));
    VEC_PUSH(printer->arena, &out, '(');
    for (size_t i = 0; i < count; i++) {
        if (i)
            append_cstr(printer, &out, one_line ? ", " : ",");
        if (!one_line)
            append_indent(printer, &out, printer->level);
        append(printer, &out, printer->args.items[first + i].data,
               printer->args.items[first + i].size);
    }
    VEC_PUSH(printer->arena, &out, ')');
    printer->level--;
    printer->args.count = first;
    return (Piece){{out.items, out.count}, one_line && count == 0};
}

Str ast_constant_repr(Arena *arena, const AstLiteral *literal) {
    Printer printer = {.arena = arena};
    return repr_constant(&printer, literal);
}

Str ast_dump(Arena *arena, const AstNode *node) {
    Printer printer = {.arena = arena};
    return print_node(&printer, node).text;
}
