/*
 * read_literal.c — number and string literals, f-strings among them (see read.h).
 *
 * A string literal is decoded from the source text itself; the concrete tree only tells where the
 * replacement fields of an f-string are. Adjacent literals join into one node, and so do adjacent
 * pieces of text inside an f-string, as in CPython 3.11.
 */
#include "read.h"

#include "literal.h"

static Str source_text(const Reader *reader, uint32_t start, uint32_t end) {
    return (Str){reader->text + start, end - start};
}

static void literal_failure(Reader *reader, Range range, DiagKind kind, const char *message) {
    diag_report(reader->diags, kind, reader->source, range, NULL, "%s", message);
    reader->failed = true;
}

static bool is_number(const Reader *reader, const Cst *cst) {
    char first = reader->text[cst->start];
    return (first >= '0' && first <= '9') || first == '.';
}

AstNode *read_number(Reader *reader, const Cst *cst) {
    if (!is_number(reader, cst)) /* a name that the syntax checker made digits */
        return read_identifier(reader, cst);
    if (cst->kind != CST_INTEGER && cst->kind != CST_FLOAT)
        return read_failure(reader, cst);
    AstConstant *node = READ_NEW(reader, Constant, cst->range);
    const char *problem =
        literal_number(reader->arena, source_text(reader, cst->start, cst->end), &node->value);
    if (problem)
        literal_failure(reader, cst->range, DIAG_NUMBER, problem);
    return &node->base;
}

/* The literal under construction. Text gathers until a replacement field ends it. */
typedef struct StringParts {
    Range range;
    NodeVec values;
    ByteVec text;
    bool is_bytes;
    bool is_format;
} StringParts;

static void decode_into(Reader *reader, StringParts *parts, Str text, const StringPrefix *prefix) {
    LiteralProblem problem =
        literal_decode(reader->arena, &parts->text, text, prefix, prefix->is_format);
    if (problem.message)
        literal_failure(reader, parts->range, DIAG_STRING, problem.message);
}

static AstNode *text_constant(Reader *reader, StringParts *parts) {
    AstConstant *node = READ_NEW(reader, Constant, parts->range);
    node->value.kind = parts->is_bytes ? CONST_BYTES : CONST_STR;
    VEC_PUSH(reader->arena, &parts->text, 0);
    node->value.text = (Str){parts->text.items, parts->text.count - 1};
    parts->text = (ByteVec){0};
    return &node->base;
}

static void flush_text(Reader *reader, StringParts *parts) {
    if (parts->text.count)
        VEC_PUSH(reader->arena, &parts->values, text_constant(reader, parts));
}

static AstNode *joined_string(Reader *reader, StringParts *parts) {
    flush_text(reader, parts);
    AstJoinedStr *node = READ_NEW(reader, JoinedStr, parts->range);
    node->values = read_nodes(parts->values);
    return &node->base;
}

static void read_field(Reader *reader, StringParts *parts, const Cst *cst,
                       const StringPrefix *prefix);

/* Reads text and replacement fields from byte `start` to byte `end`; the fields are `first` or
 * among the siblings that follow it. */
static void read_fields(Reader *reader, StringParts *parts, const Cst *first, uint32_t start,
                        uint32_t end, const StringPrefix *prefix) {
    for (const Cst *kid = first; kid; kid = kid->next) {
        if (kid->kind != CST_INTERPOLATION && kid->kind != CST_FORMAT_EXPRESSION)
            continue;
        decode_into(reader, parts, source_text(reader, start, kid->start), prefix);
        read_field(reader, parts, kid, prefix);
        start = kid->end;
    }
    decode_into(reader, parts, source_text(reader, start, end), prefix);
}

/* A format specification: everything behind the colon to byte `end`, with blanks and ends of lines;
 * a joined string of its own. */
static AstNode *read_format_spec(Reader *reader, const Cst *cst, uint32_t end, Range range,
                                 const StringPrefix *prefix) {
    StringParts parts = {.range = range};
    read_fields(reader, &parts, cst->child, cst->start + 1, end, prefix);
    return joined_string(reader, &parts);
}

/* `{expression = !r:spec}` */
static void read_field(Reader *reader, StringParts *parts, const Cst *cst,
                       const StringPrefix *prefix) {
    const Cst *expression = cst_field(cst, FIELD_EXPRESSION);
    const Cst *conversion = cst_field(cst, FIELD_TYPE_CONVERSION);
    const Cst *spec = cst_field(cst, FIELD_FORMAT_SPECIFIER);
    const Cst *equals = NULL, *close = cst->child;
    for (const Cst *kid = cst->child; kid; kid = kid->next) {
        if (cst_is_token(reader, kid, "="))
            equals = kid;
        close = kid;
    }
    if (!expression || !read_enter(reader, cst)) {
        read_failure(reader, cst);
        return;
    }
    if (equals) {
        uint32_t end = conversion ? conversion->start : spec ? spec->start : close->start;
        Str echo = source_text(reader, cst->start + 1, end);
        for (size_t i = 0; i < echo.size; i++)
            VEC_PUSH(reader->arena, &parts->text, echo.data[i]);
    }
    flush_text(reader, parts);
    AstFormattedValue *node = READ_NEW(reader, FormattedValue, parts->range); /* as in CPython */
    node->value = read_expression_or_tuple(reader, expression, expression->range);
    node->conversion = conversion        ? reader->text[conversion->start + 1]
                       : equals && !spec ? 'r'
                                         : -1;
    if (spec)
        node->format_spec = read_format_spec(reader, spec, close->start, parts->range, prefix);
    VEC_PUSH(reader->arena, &parts->values, &node->base);
    read_leave(reader);
}

static void read_one_string(Reader *reader, StringParts *parts, const Cst *cst) {
    StringPrefix prefix = literal_prefix(reader->text + cst->start);
    parts->is_bytes |= prefix.is_bytes;
    parts->is_format |= prefix.is_format;
    read_fields(reader, parts, cst->child, cst->start + prefix.content_start,
                cst->end - prefix.quote_size, &prefix);
}

AstNode *read_string(Reader *reader, const Cst *cst) {
    StringParts parts = {.range = cst->range};
    if (cst->kind == CST_STRING)
        read_one_string(reader, &parts, cst);
    else
        for (const Cst *kid = cst->child; kid; kid = kid->next)
            read_one_string(reader, &parts, kid);
    return parts.is_format ? joined_string(reader, &parts) : text_constant(reader, &parts);
}
