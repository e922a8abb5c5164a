/*
 * traceback_source.c — the source line in a traceback and the carets under it.
 *
 * CPython parses the marked piece of source again to point at the operator of a binary operation or
 * at the brackets of a subscript (Python/traceback.c, extract_anchors_from_expr). A traceback's
 * piece is known to be a valid expression, so splitting it at its loosest operator needs no parser:
 * this file scans the tokens and their nesting.
 */
#include "traceback.h"
#include "exc_types.h"
#include "library_frame.h"

/* ---- tokens of a piece of source ------------------------------------------------------------- */

/* How loosely an operator binds; the loosest one at nesting 0 is the expression's top. */
enum Binding {
    BIND_NONE,
    BIND_TRAILER, /* call, attribute, subscript */
    BIND_POWER,
    BIND_UNARY,
    BIND_MUL,
    BIND_ADD,
    BIND_SHIFT,
    BIND_AND,
    BIND_XOR,
    BIND_OR,
    BIND_LOOSER, /* comparisons, not, and, or, if, lambda, commas: never marked */
};

typedef struct Top {
    int binding;
    const char *start; /* of the operator, or of the subscript's bracket */
    const char *end;
} Top;

static bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (c & 0x80);
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\f';
}

static const char *skip_string(const char *at, const char *end) {
    char quote = *at;
    bool triple = end - at >= 3 && at[1] == quote && at[2] == quote;
    at += triple ? 3 : 1;
    while (at < end) {
        if (*at == '\\')
            at++;
        else if (*at == quote && (!triple || (end - at >= 3 && at[1] == quote && at[2] == quote)))
            return at + (triple ? 3 : 1);
        at++;
    }
    return end;
}

/* The bracket that closes the one at `at`. */
static const char *skip_bracket(const char *at, const char *end) {
    int depth = 0;
    while (at < end) {
        if (*at == '"' || *at == '\'') {
            at = skip_string(at, end);
            continue;
        }
        if (strchr("([{", *at))
            depth++;
        else if (strchr(")]}", *at) && --depth == 0)
            return at + 1;
        at++;
    }
    return end;
}

static bool is_keyword(const char *at, size_t size) {
    static const char *const words[] = {"and", "or",  "not",   "if",    "else", "lambda", "in",
                                        "is",  "for", "await", "yield", "from", "async"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i]) == size && memcmp(words[i], at, size) == 0)
            return true;
    return false;
}

/* A binary operator at `at`: its binding and length; BIND_LOOSER for what is never marked. */
static int operator_at(const char *at, const char *end, size_t *size) {
    char c = *at, next = at + 1 < end ? at[1] : 0;
    *size = 1;
    switch (c) {
    case '*':
        if (next == '*') {
            *size = 2;
            return BIND_POWER;
        }
        return BIND_MUL;
    case '/':
        *size = next == '/' ? 2 : 1;
        return BIND_MUL;
    case '%':
    case '@':
        return BIND_MUL;
    case '+':
    case '-':
        return BIND_ADD;
    case '<':
    case '>':
        *size = next == c ? 2 : 1;
        return next == c ? BIND_SHIFT : BIND_LOOSER;
    case '&':
        return BIND_AND;
    case '^':
        return BIND_XOR;
    case '|':
        return BIND_OR;
    default:
        return BIND_LOOSER;
    }
}

/* Binary operators group to the left, `**` to the right: the last or the first of the loosest wins.
 */
static void consider(Top *top, int binding, const char *start, const char *end) {
    if (binding > top->binding || (binding == top->binding && binding != BIND_POWER))
        *top = (Top){binding, start, end};
}

/* Finds the loosest operator of the expression between `at` and `end`. */
static Top find_top(const char *at, const char *end) {
    Top top = {BIND_NONE, NULL, NULL};
    bool operand = false; /* an operand stands before this place */
    while (at < end) {
        const char *start = at;
        size_t size = 1;
        if (is_space(*at) || *at == '\n' || *at == '\\') {
            at++;
        } else if (is_word(*at)) {
            while (at < end && is_word(*at))
                at++;
            bool text = at < end && (*at == '"' || *at == '\'') && at - start <= 2;
            if (text)
                continue;
            bool keyword = is_keyword(start, (size_t)(at - start));
            if (keyword)
                consider(&top, BIND_LOOSER, start, at);
            operand = !keyword;
        } else if (*at == '"' || *at == '\'') {
            at = skip_string(at, end);
            operand = true;
        } else if (strchr("([{", *at)) {
            at = skip_bracket(at, end);
            if (operand)
                consider(&top, BIND_TRAILER, start, at);
            operand = true;
        } else if (*at == '.') {
            at++;
            if (operand)
                consider(&top, BIND_TRAILER, start, at);
        } else if (!operand && strchr("+-~", *at)) {
            consider(&top, BIND_UNARY, start, ++at);
        } else {
            int binding = operator_at(at, end, &size);
            at += size;
            consider(&top, binding, start, at);
            operand = false;
        }
    }
    return top;
}

/* ---- anchors --------------------------------------------------------------------------------- */

typedef struct Anchors {
    int64_t left, right; /* byte offsets in the line; -1: none */
} Anchors;

static Anchors find_anchors(const char *line, const char *start, const char *end) {
    Anchors none = {-1, -1};
    Top top = find_top(start, end);
    if (top.binding == BIND_TRAILER) {
        bool subscript = *top.start == '[' && top.end == end;
        return subscript ? (Anchors){top.start - line, end - line} : none;
    }
    if (top.binding == BIND_NONE || top.binding == BIND_UNARY || top.binding == BIND_LOOSER)
        return none;
    /* CPython marks a second character up to the right operand proper, grouping parentheses
     * included. */
    const char *left = top.start, *limit = top.end;
    while (limit < end && (is_space(*limit) || *limit == '('))
        limit++;
    Anchors anchors = {left - line, left - line + 1};
    if (left + 1 < limit && !is_space(left[1]))
        anchors.right++;
    return anchors;
}

/* ---- lines ----------------------------------------------------------------------------------- */

/* The text of line `number` of the module's source; false if there is none. */
static bool find_line(const ModuleInfo *module, uint32_t number, const char **start,
                      const char **end) {
    size_t size;
    const char *at = module_source(module, &size);
    if (!at || number == 0)
        return false;
    const char *limit = at + size;
    if (is_library_frame(module)) {
        *start = at;
        *end = limit;
        return at < limit;
    }
    for (uint32_t line = 1; line < number; line++) {
        while (at < limit && *at != '\n' && *at != '\r')
            at++;
        if (at >= limit)
            return false;
        at += *at == '\r' && at + 1 < limit && at[1] == '\n' ? 2 : 1;
    }
    *start = at;
    while (at < limit && *at != '\n' && *at != '\r')
        at++;
    *end = at;
    return *start < limit;
}

Value source_line_text(const ModuleInfo *module, uint32_t number) {
    const char *start, *end;
    if (!find_line(module, number, &start, &end))
        return 0;
    while (start < end && is_space(*start))
        start++;
    while (end > start && is_space(end[-1]))
        end--;
    return start < end ? str_from_utf8(start, (size_t)(end - start)) : 0;
}

/* Does what the position marks end in a later line? */
static bool goes_on(uint64_t position) {
    return position >> 32 & 0xff;
}

/* Leaves what is awaited in an `await` expression, without the brackets around it. */
static void skip_await(const char **from, const char **to) {
    static const char keyword[] = "await";
    enum { SIZE = sizeof keyword - 1 };
    const char *start = *from + SIZE, *end = *to;
    if (end <= start || memcmp(*from, keyword, SIZE) != 0 || is_word(*start))
        return;
    for (; start < end; start++) {
        bool bracketed =
            *start == '(' && end[-1] == ')' && find_top(start, end).binding != BIND_TRAILER;
        if (!bracketed && !is_space(*start)) {
            *from = start;
            *to = end;
            return;
        }
        for (end -= bracketed; end > start && is_space(end[-1]);)
            end--;
    }
}

uint64_t position_of_entry(const TracebackObject *entry) {
    uint64_t position = is_library_frame(entry->function->module)
                            ? library_frame_position(entry->function)
                            : entry->position;
    const char *line, *end;
    if ((!entry->of_method && !entry->of_call) ||
        !find_line(function_source(entry->function), position_line(position), &line, &end))
        return position;
    uint32_t column = position >> 16 & 0xffff, last = position & 0xffff;
    const char *from = line + column, *to = goes_on(position) ? end : line + last;
    if (from >= end || to > end)
        return position;
    if (entry->of_call)
        skip_await(&from, &to);
    if (entry->of_method) {
        Top top = find_top(from, to);
        if (top.binding != BIND_TRAILER || *top.start != '(')
            return position;
        for (to = top.start; to > from && is_space(to[-1]);)
            to--;
    } else if (goes_on(position)) {
        return PYRT_POSITION(position_line(position), position >> 32 & 0xff, from - line, last);
    }
    return PYRT_POSITION(position_line(position), 0, from - line, to - line);
}

static int64_t characters(const char *start, const char *end) {
    int64_t count = 0;
    for (const char *at = start; at < end; at++)
        count += (*at & 0xc0) != 0x80;
    return count;
}

static void write_bytes(Report *report, const char *start, const char *end) {
    Value text = str_from_utf8(start, (size_t)(end - start));
    report_value(report, text);
    value_decref(text);
}

/* The part of a line that a position marks; *anchors: its operator. NULL: none of it. */
static const char *marked_part(const char *line, const char *end, uint64_t position,
                               const char **to, Anchors *anchors) {
    uint32_t column = (position >> 16) & 0xffff, end_column = position & 0xffff;
    const char *from = line + column;
    *anchors = (Anchors){-1, -1};
    if (from > end || (column == 0 && end_column == 0))
        return NULL;
    *to = line + end_column;
    if (goes_on(position) || *to > end)
        *to = end;
    if (!goes_on(position))
        *anchors = find_anchors(line, from, *to);
    return from;
}

/* `count` marks from the character `from` on, other ones under the operator. */
static void write_marks(Report *report, const char *line, const char *from, int64_t count,
                        Anchors anchors) {
    const char *at = from;
    for (int64_t i = 0; i < count; i++) {
        bool marked = anchors.left < 0 || (at - line >= anchors.left && at - line < anchors.right);
        report_text(report, marked ? "^" : "~");
        if (anchors.left >= 0 && i + 1 < count) /* else they may go on beyond the line */
            while ((*++at & 0xc0) == 0x80)
                ;
    }
    report_text(report, "\n");
}

static void write_blanks(Report *report, int64_t count) {
    while (count-- > 0)
        report_text(report, " ");
}

static const char *trim_end(const char *start, const char *end) {
    while (end > start && is_space(end[-1]))
        end--;
    return end;
}

static void report_carets(Report *report, const char *line, const char *text, const char *end,
                          uint64_t position) {
    Anchors anchors;
    const char *to, *from = marked_part(line, end, position, &to, &anchors);
    if (!from)
        return;
    if (goes_on(position))
        to = trim_end(line, to);
    if (anchors.left < 0 && characters(from, to) == characters(text, end))
        return;
    write_blanks(report, 4 + characters(text, from));
    write_marks(report, line, from, characters(from, to), anchors);
}

void report_carets_of_module(Report *report, const char *line, const char *end, int64_t newlines,
                             uint64_t position) {
    Anchors anchors;
    const char *to, *from = marked_part(line, end, position, &to, &anchors);
    if (!from)
        return;
    const char *text = line;
    while (text < end && is_space(*text))
        text++;
    int64_t shown = characters(text, trim_end(text, end));
    int64_t stripped = characters(line, end) + newlines - shown;
    int64_t start = characters(line, from) + 1;
    int64_t stop = goes_on(position) ? stripped + shown : characters(line, to) + 1;
    if (anchors.left < 0 && stop - start >= shown)
        return;
    write_blanks(report, 4);
    write_blanks(report, start - stripped);
    write_marks(report, line, from, stop - start, anchors);
}

static bool sources_ended;

void report_sources_end(void) {
    sources_ended = true;
}

void report_source(Report *report, const ModuleInfo *module, uint64_t position) {
    const char *line, *end;
    if (!report->by_module && sources_ended)
        return;
    if (!find_line(module, position_line(position), &line, &end))
        return;
    const char *text = line;
    while (text < end && is_space(*text))
        text++;
    report_text(report, "    ");
    write_bytes(report, text, report->by_module ? trim_end(text, end) : end);
    report_text(report, "\n");
    if (report->by_module)
        report_carets_of_module(report, line, end, 1, position);
    else
        report_carets(report, line, text, end, position);
}

/* ---- SyntaxError ----------------------------------------------------------------------------- */

Value syntax_error_text(Value exception) {
    Value text = SYNTAX(exception)->text;
    return text && text != VALUE_NONE ? text : 0;
}

static int64_t number_or(Value value, int64_t missing) {
    int64_t number;
    return value && value_is_int(value) && int_to_i64(value, &number) ? number : missing;
}

void report_syntax_text(Report *report, Value exception, Value text) {
    size_t size;
    const char *line = str_utf8(text, &size);
    if (!line)
        return;
    const char *end = line + size, *start = line;
    while (end > start && (end[-1] == '\n' || is_space(end[-1])))
        end--;
    while (start < end && is_space(*start))
        start++;
    report_text(report, "    ");
    write_bytes(report, start, end);
    report_text(report, "\n");
    if (report->by_module)
        report_end(report, '|');
    int64_t offset = number_or(SYNTAX(exception)->offset, -1);
    int64_t stop = number_or(SYNTAX(exception)->end_offset, -1);
    if (offset < 1)
        return;
    int64_t shift = characters(line, start), width = stop > offset ? stop - offset : 1;
    report_text(report, "    ");
    for (int64_t i = 1; i < offset - shift; i++)
        report_text(report, " ");
    for (int64_t i = 0; i < width; i++)
        report_text(report, "^");
    report_text(report, "\n");
    if (report->by_module)
        report_end(report, '|');
}
