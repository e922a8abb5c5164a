/*
 * token.c — the tokenizer (see token.h). Source of the rules and messages: CPython 3.11
 * Parser/tokenizer.c and the reference manual's chapter on lexical analysis; f-strings nest as
 * PEP 701 (Python 3.12) allows.
 */
#include "token.h"

#include "unicode.h"

#include <string.h>

enum { MAX_INDENT = 100, MAX_BRACKETS = 200, TAB_SIZE = 8, MAX_STRING_NESTING = 50 };

typedef struct Bracket {
    char open;
    uint32_t start;
} Bracket;

typedef struct Lexer {
    Arena *arena;
    const Source *source;
    const char *text;
    uint32_t at, limit;
    uint32_t line; /* index of the line that holds `at`, from 0 */
    VEC(Token) tokens;
    TokenProblem problem;
    uint32_t columns[MAX_INDENT], alternatives[MAX_INDENT]; /* indentation, tabs as 8 and as 1 */
    int depth;
    Bracket brackets[MAX_BRACKETS];
    int level;
    bool in_field;    /* of an f-string */
    bool wide_fields; /* PEP 701: fields may hold comments, and lines in any literal */
} Lexer;

const char *token_text(TokenKind kind) {
    static const char *const texts[TOKEN_KIND_COUNT] = {
#define TOKEN(name, text) [T_##name] = text,
#include "token.def"
#undef TOKEN
    };
    return texts[kind];
}

/* ---- positions and problems ---- */

Range source_position(const Source *source, uint32_t at) {
    uint32_t low = 0, high = source->line_count;
    while (high - low > 1) {
        uint32_t middle = (low + high) / 2;
        if (source->line_starts[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    uint32_t column = at - source->line_starts[low];
    return (Range){low + 1, column, low + 1, column};
}

static Range range_between(const Source *source, uint32_t start, uint32_t end) {
    Range first = source_position(source, start), last = source_position(source, end);
    return (Range){first.line, first.column, last.line, last.column};
}

static bool set_problem(Lexer *lexer, DiagKind kind, bool hard, Range range, const char *message) {
    lexer->problem = (TokenProblem){message, kind, range, hard};
    return false;
}

static bool hard_problem(Lexer *lexer, DiagKind kind, uint32_t at, const char *message) {
    return set_problem(lexer, kind, true, source_position(lexer->source, at), message);
}

static bool soft_problem(Lexer *lexer, DiagKind kind, uint32_t at, const char *message) {
    return set_problem(lexer, kind, false, source_position(lexer->source, at), message);
}

static char peek(const Lexer *lexer, uint32_t ahead) {
    return lexer->at + ahead < lexer->limit ? lexer->text[lexer->at + ahead] : 0;
}

/* Moves `line` on to the line of `at`. */
static void sync_line(Lexer *lexer, uint32_t at) {
    const Source *source = lexer->source;
    while (lexer->line + 1 < source->line_count && source->line_starts[lexer->line + 1] <= at)
        lexer->line++;
}

static void add_token(Lexer *lexer, TokenKind kind, uint32_t start, uint32_t end) {
    Token token = {
        .kind = (uint8_t)kind, .level = (uint16_t)lexer->level, .start = start, .end = end};
    sync_line(lexer, start);
    token.range.line = lexer->line + 1;
    token.range.column = start - lexer->source->line_starts[lexer->line];
    sync_line(lexer, end);
    if (kind == T_NEWLINE && lexer->line + 1 > token.range.line)
        lexer->line = token.range.line - 1;
    token.range.end_line = lexer->line + 1;
    token.range.end_column = end - lexer->source->line_starts[lexer->line];
    VEC_PUSH(lexer->arena, &lexer->tokens, token);
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static bool is_hex_digit(char byte) {
    return is_digit(byte) || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f');
}

static bool is_name_start(char byte) {
    return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || byte == '_' || (byte & 0x80);
}

static bool is_name_byte(char byte) {
    return is_name_start(byte) || is_digit(byte);
}

/* ---- indentation ---- */

/* Compares the indentation of a new line with the open blocks; adds INDENT or DEDENT tokens. */
static bool change_indent(Lexer *lexer, uint32_t column, uint32_t alternative) {
    static const char inconsistent[] = "inconsistent use of tabs and spaces in indentation";
    uint32_t start = lexer->at;
    if (column == lexer->columns[lexer->depth])
        return alternative == lexer->alternatives[lexer->depth] ||
               soft_problem(lexer, DIAG_TABS, start, inconsistent);
    if (column > lexer->columns[lexer->depth]) {
        if (lexer->depth + 1 >= MAX_INDENT)
            return soft_problem(lexer, DIAG_INDENTATION, start, "too many levels of indentation");
        if (alternative <= lexer->alternatives[lexer->depth])
            return soft_problem(lexer, DIAG_TABS, start, inconsistent);
        lexer->depth++;
        lexer->columns[lexer->depth] = column;
        lexer->alternatives[lexer->depth] = alternative;
        add_token(lexer, T_INDENT, lexer->source->line_starts[lexer->line], start);
        return true;
    }
    int outer = lexer->depth;
    while (outer > 0 && column < lexer->columns[outer])
        outer--;
    if (column != lexer->columns[outer])
        return soft_problem(lexer, DIAG_INDENTATION, start,
                            "unindent does not match any outer indentation level");
    if (alternative != lexer->alternatives[outer])
        return soft_problem(lexer, DIAG_TABS, start, inconsistent);
    for (; lexer->depth > outer; lexer->depth--)
        add_token(lexer, T_DEDENT, start, start);
    return true;
}

/* tree-sitter scans a run of continued lines again from each of them. */
enum { MAX_CONTINUED_LINES = 5000 };

static bool too_many_continued(Lexer *lexer) {
    return hard_problem(lexer, DIAG_LIMIT, lexer->at,
                        "too many lines in a row that hold only a backslash");
}

/* At the start of a logical line: skips blank and comment lines, then handles the indentation. */
static bool start_line(Lexer *lexer) {
    for (;;) {
        uint32_t column = 0, alternative = 0;
        for (int continued = 0;; lexer->at++) {
            char byte = peek(lexer, 0);
            if (byte == ' ') {
                column++;
                alternative++;
            } else if (byte == '\t') {
                column = (column / TAB_SIZE + 1) * TAB_SIZE;
                alternative++;
            } else if (byte == '\f') {
                column = alternative = 0;
            } else if (byte == '\\' && peek(lexer, 1) == '\n') {
                if (++continued > MAX_CONTINUED_LINES)
                    return too_many_continued(lexer);
                lexer->at++; /* the indentation goes on behind the joined line */
                if (lexer->at + 1 >= lexer->limit)
                    return soft_problem(lexer, DIAG_TOKEN, lexer->at - 1,
                                        "unexpected EOF while parsing");
            } else {
                break;
            }
        }
        if (peek(lexer, 0) == '#')
            while (lexer->at < lexer->limit && lexer->text[lexer->at] != '\n')
                lexer->at++;
        if (lexer->at >= lexer->limit)
            return true;
        if (lexer->text[lexer->at] != '\n') {
            sync_line(lexer, lexer->at);
            return change_indent(lexer, column, alternative);
        }
        lexer->at++;
    }
}

/* ---- numbers ---- */

/* After a number: a keyword may follow at once (1if x else y), another name in ASCII may not; other
 * characters are judged by themselves. */
static bool end_number(Lexer *lexer, const char *kind) {
    static const char *const keywords[] = {"and", "else", "for", "if", "in", "is", "not", "or"};
    const char *rest = lexer->text + lexer->at;
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (strncmp(rest, keywords[i], strlen(keywords[i])) == 0)
            return true;
    if (!is_name_byte(peek(lexer, 0)) || (unsigned char)peek(lexer, 0) >= 0x80)
        return true;
    return hard_problem(lexer, DIAG_NUMBER, lexer->at - 1,
                        arena_printf(lexer->arena, "invalid %s literal", kind));
}

/* Digits with single underscores between them. */
static bool decimal_tail(Lexer *lexer) {
    for (;;) {
        while (is_digit(peek(lexer, 0)))
            lexer->at++;
        if (peek(lexer, 0) != '_')
            return true;
        lexer->at++;
        if (!is_digit(peek(lexer, 0)))
            return hard_problem(lexer, DIAG_NUMBER, lexer->at - 1, "invalid decimal literal");
    }
}

static bool is_digit_of(char byte, char base) {
    return base == 'x'   ? is_hex_digit(byte)
           : base == 'o' ? byte >= '0' && byte < '8'
                         : byte == '0' || byte == '1';
}

/* 0x..., 0o..., 0b...; `at` is behind the letter. */
static bool based_number(Lexer *lexer, char base) {
    const char *kind = base == 'x' ? "hexadecimal" : base == 'o' ? "octal" : "binary";
    do {
        if (peek(lexer, 0) == '_')
            lexer->at++;
        char byte = peek(lexer, 0);
        if (!is_digit_of(byte, base) && !is_digit(byte))
            return hard_problem(lexer, DIAG_NUMBER, lexer->at - 1,
                                arena_printf(lexer->arena, "invalid %s literal", kind));
        while (is_digit_of(peek(lexer, 0), base))
            lexer->at++;
        if (is_digit(peek(lexer, 0)))
            return hard_problem(lexer, DIAG_NUMBER, lexer->at,
                                arena_printf(lexer->arena, "invalid digit '%c' in %s literal",
                                             peek(lexer, 0), kind));
    } while (peek(lexer, 0) == '_');
    return end_number(lexer, kind);
}

/* What may follow the integer part: fraction, exponent, j. `zeros` is nonzero digits behind a zero.
 */
static bool number_tail(Lexer *lexer, uint32_t start, bool leading_zeros) {
    if (peek(lexer, 0) == '.') {
        leading_zeros = false;
        lexer->at++;
        if (is_digit(peek(lexer, 0)) && !decimal_tail(lexer))
            return false;
    }
    if ((peek(lexer, 0) | 0x20) == 'e') {
        char next = peek(lexer, 1);
        bool sign = next == '+' || next == '-';
        if (sign && !is_digit(peek(lexer, 2)))
            return hard_problem(lexer, DIAG_NUMBER, lexer->at + 1, "invalid decimal literal");
        if (!sign && !is_digit(next)) /* the e is no exponent: a keyword or an error */
            return end_number(lexer, "decimal");
        leading_zeros = false;
        lexer->at += sign ? 2 : 1;
        if (!decimal_tail(lexer))
            return false;
    }
    if ((peek(lexer, 0) | 0x20) == 'j') {
        lexer->at++;
        return end_number(lexer, "imaginary");
    }
    if (leading_zeros)
        return hard_problem(
            lexer, DIAG_NUMBER, start,
            "leading zeros in decimal integer literals are not permitted; use an 0o "
            "prefix for octal integers");
    return end_number(lexer, "decimal");
}

static bool lex_number(Lexer *lexer) {
    uint32_t start = lexer->at;
    char base = (char)(peek(lexer, 1) | 0x20);
    bool fine;
    if (peek(lexer, 0) == '0' && (base == 'x' || base == 'o' || base == 'b')) {
        lexer->at += 2;
        fine = based_number(lexer, base);
    } else if (peek(lexer, 0) == '.') {
        fine = number_tail(lexer, start, false);
    } else {
        fine = decimal_tail(lexer);
        bool zeros = lexer->text[start] == '0';
        bool nonzero = false;
        for (uint32_t i = start; zeros && i < lexer->at; i++)
            nonzero |= lexer->text[i] != '0' && lexer->text[i] != '_';
        fine = fine && number_tail(lexer, start, nonzero);
    }
    if (fine)
        add_token(lexer, T_NUMBER, start, lexer->at);
    return fine;
}

/* ---- strings ---- */

/* The length of a string prefix at `text` (0 if only the quote stands there), or -1 if it is none.
 */
static int string_prefix(const char *text, bool *format) {
    bool b = false, u = false, r = false, f = false;
    for (int i = 0; i < 3; i++) {
        char byte = text[i];
        if (byte == '\'' || byte == '"') {
            *format = f;
            return i;
        }
        byte |= 0x20;
        if (byte == 'b' && !(b || u || f))
            b = true;
        else if (byte == 'u' && !(b || u || r || f))
            u = true;
        else if (byte == 'r' && !(r || u))
            r = true;
        else if (byte == 'f' && !(f || b || u))
            f = true;
        else
            return -1;
    }
    return -1;
}

/* The end of the literal whose contents start at `at`, quoted by `size` times `quote`; 0 if it is
 * not closed before `limit`. */
static uint32_t plain_string_end(const Lexer *lexer, uint32_t at, char quote, uint32_t size) {
    for (; at < lexer->limit; at++) {
        char byte = lexer->text[at];
        if (byte == '\\')
            at++;
        else if (byte == '\n' && size == 1)
            return 0;
        else if (byte == quote &&
                 (size == 1 || (lexer->text[at + 1] == quote && lexer->text[at + 2] == quote &&
                                at + 2 < lexer->limit)))
            return at + size;
    }
    return 0;
}

static uint32_t format_string_end(const Lexer *lexer, uint32_t at, char quote, uint32_t size,
                                  int nesting);

/* The end of the string literal whose prefix starts at `at`. */
static uint32_t string_end(const Lexer *lexer, uint32_t at, int nesting) {
    bool format = false;
    const char *text = lexer->text + at;
    int prefix = string_prefix(text, &format);
    char quote = text[prefix];
    uint32_t size = text[prefix + 1] == quote && text[prefix + 2] == quote ? 3 : 1;
    uint32_t contents = at + (uint32_t)prefix + size, end = 0;
    if (format)
        end = format_string_end(lexer, contents, quote, size, nesting + 1);
    if (end ||
        (format && nesting > 0)) /* only the outermost may be broken: CPython 3.11 reads on */
        return end;
    return plain_string_end(lexer, contents, quote, size);
}

/* The end of the replacement field whose contents start at `at` (behind the brace); 0 if it has
 * none. In a format specification (`in_spec`) only nested fields count. */
static uint32_t field_end(const Lexer *lexer, uint32_t at, uint32_t size, int nesting) {
    int level = 0;
    bool format;
    for (; at < lexer->limit; at++) {
        char byte = lexer->text[at];
        if (byte == '\n' && size == 1 && !lexer->wide_fields)
            return 0;
        if (byte == '#' && lexer->wide_fields) {
            const char *newline = memchr(lexer->text + at, '\n', lexer->limit - at);
            if (!newline)
                return 0;
            at = (uint32_t)(newline - lexer->text);
            continue;
        }
        if (byte == '(' || byte == '[' || byte == '{')
            level++;
        else if ((byte == ')' || byte == ']' || byte == '}') && level-- == 0)
            return byte == '}' ? at + 1 : 0;
        bool starts_string = byte == '\'' || byte == '"' ||
                             (is_name_start(byte) && !is_name_byte(lexer->text[at - 1]) &&
                              string_prefix(lexer->text + at, &format) > 0);
        if (starts_string) {
            uint32_t end = string_end(lexer, at, nesting);
            if (!end)
                return 0;
            at = end - 1;
        } else if (byte == ':' && level == 0) { /* the specification: text with nested fields */
            for (at++; at < lexer->limit && lexer->text[at] != '}'; at++) {
                if (lexer->text[at] == '\n' && size == 1)
                    return 0;
                if (lexer->text[at] == '{') {
                    uint32_t end = nesting < MAX_STRING_NESTING
                                       ? field_end(lexer, at + 1, size, nesting + 1)
                                       : 0;
                    if (!end)
                        return 0;
                    at = end - 1;
                }
            }
            return at < lexer->limit ? at + 1 : 0;
        }
    }
    return 0;
}

static uint32_t format_string_end(const Lexer *lexer, uint32_t at, char quote, uint32_t size,
                                  int nesting) {
    if (nesting > MAX_STRING_NESTING)
        return 0;
    while (at < lexer->limit) {
        const char *text = lexer->text + at;
        if (text[0] == '{' && text[1] == '{') {
            at += 2;
        } else if (text[0] == '{') {
            uint32_t end = field_end(lexer, at + 1, size, nesting);
            if (!end)
                return 0;
            at = end;
        } else if (text[0] == '\\' && text[1] == 'N' && text[2] == '{') {
            at += 3;
        } else if (text[0] == '\\' && text[1] != '{' && text[1] != '}') {
            at += 2;
        } else if (text[0] == '\n' && size == 1) {
            return 0;
        } else if (text[0] == quote && (size == 1 || (text[1] == quote && text[2] == quote))) {
            return at + size;
        } else {
            at++;
        }
    }
    return 0;
}

/* The line CPython names as the one where it noticed: for one-line strings that of the newline. */
static uint32_t detection_line(const Lexer *lexer, uint32_t at, uint32_t size) {
    if (size == 3) {
        Range last = source_position(lexer->source, lexer->limit);
        return last.column == 0 && last.line > 1 ? last.line - 1 : last.line;
    }
    for (; at < lexer->limit && lexer->text[at] != '\n'; at++)
        if (lexer->text[at] == '\\')
            at++;
    if (at >= lexer->limit) {
        at = lexer->limit;
        at -= at > 0 && lexer->text[at - 1] == '\n';
    }
    return source_position(lexer->source, at).line;
}

/* The end of the outermost literal. One that ends as CPython 3.11 sees it, by mistake or not, is
 * read so if PEP 701 knows no end. */
static uint32_t outer_string_end(Lexer *lexer) {
    bool format = false;
    int prefix = string_prefix(lexer->text + lexer->at, &format);
    if (format) {
        const char *quote = lexer->text + lexer->at + prefix;
        uint32_t size = quote[1] == *quote && quote[2] == *quote ? 3 : 1;
        lexer->wide_fields = true;
        uint32_t end =
            format_string_end(lexer, lexer->at + (uint32_t)prefix + size, *quote, size, 1);
        lexer->wide_fields = false;
        if (end && end <= lexer->limit)
            return end;
    }
    return string_end(lexer, lexer->at, 0);
}

static bool lex_string(Lexer *lexer, int prefix) {
    uint32_t start = lexer->at, end = outer_string_end(lexer);
    if (end && end <= lexer->limit) {
        lexer->at = end;
        add_token(lexer, T_STRING, start, end);
        return true;
    }
    const char *text = lexer->text + start + prefix;
    uint32_t size = text[1] == text[0] && text[2] == text[0] ? 3 : 1;
    uint32_t line = detection_line(lexer, start + (uint32_t)prefix + size, size);
    return hard_problem(lexer, DIAG_STRING, start,
                        arena_printf(lexer->arena,
                                     "unterminated %sstring literal (detected at line %u)",
                                     size == 3 ? "triple-quoted " : "", line));
}

/* ---- names ---- */

static TokenKind keyword_kind(const char *text, uint32_t size) {
    if (size < 2 || size > 8)
        return T_NAME;
    for (int kind = T_FALSE; kind < TOKEN_KIND_COUNT; kind++) {
        const char *keyword = token_text((TokenKind)kind);
        if (keyword[0] == text[0] && strncmp(keyword, text, size) == 0 && keyword[size] == 0)
            return (TokenKind)kind;
    }
    return T_NAME;
}

static bool check_name(Lexer *lexer, uint32_t start) {
    for (uint32_t at = start; at < lexer->at;) {
        uint32_t code;
        size_t length = utf8_decode(lexer->text + at, lexer->at - at, &code);
        bool fine = at == start ? unicode_is_id_start(code) : unicode_is_id_continue(code);
        if (!fine) {
            const char *message =
                unicode_is_printable(code)
                    ? arena_printf(lexer->arena, "invalid character '%.*s' (U+%04X)", (int)length,
                                   lexer->text + at, code)
                    : arena_printf(lexer->arena, "invalid non-printable character U+%04X", code);
            return hard_problem(lexer, DIAG_TOKEN, at, message);
        }
        at += (uint32_t)length;
    }
    return true;
}

static bool lex_name(Lexer *lexer) {
    uint32_t start = lexer->at;
    bool ascii = true;
    for (; lexer->at < lexer->limit && is_name_byte(lexer->text[lexer->at]); lexer->at++)
        ascii &= !(lexer->text[lexer->at] & 0x80);
    if (!ascii && !check_name(lexer, start))
        return false;
    add_token(lexer, keyword_kind(lexer->text + start, lexer->at - start), start, lexer->at);
    return true;
}

/* ---- operators ---- */

static bool open_bracket(Lexer *lexer, char bracket) {
    if (lexer->level >= MAX_BRACKETS)
        return hard_problem(lexer, DIAG_BRACKET, lexer->at, "too many nested parentheses");
    lexer->brackets[lexer->level++] = (Bracket){bracket, lexer->at};
    return true;
}

static bool close_bracket(Lexer *lexer, char bracket) {
    if (lexer->level == 0)
        return hard_problem(lexer, DIAG_BRACKET, lexer->at,
                            arena_printf(lexer->arena, "unmatched '%c'", bracket));
    Bracket open = lexer->brackets[--lexer->level];
    char expected = open.open == '(' ? ')' : open.open == '[' ? ']' : '}';
    if (bracket == expected)
        return true;
    Range there = source_position(lexer->source, open.start);
    Range here = source_position(lexer->source, lexer->at);
    const char *on_line =
        there.line == here.line ? "" : arena_printf(lexer->arena, " on line %u", there.line);
    return hard_problem(lexer, DIAG_BRACKET, lexer->at,
                        arena_printf(lexer->arena,
                                     "closing parenthesis '%c' does not match opening parenthesis "
                                     "'%c'%s",
                                     bracket, open.open, on_line));
}

/* The longest operator at `at`. */
static TokenKind operator_kind(const Lexer *lexer, uint32_t *size) {
    TokenKind best = T_UNKNOWN;
    *size = 1;
    for (int kind = T_LPAR; kind < T_FALSE; kind++) {
        const char *text = token_text((TokenKind)kind);
        uint32_t length = (uint32_t)strlen(text);
        bool longer = best == T_UNKNOWN || length > *size;
        if (text[0] == lexer->text[lexer->at] && longer && lexer->at + length <= lexer->limit &&
            strncmp(text, lexer->text + lexer->at, length) == 0) {
            best = (TokenKind)kind;
            *size = length;
        }
    }
    return best;
}

static bool lex_operator(Lexer *lexer) {
    char byte = lexer->text[lexer->at];
    uint32_t size;
    if ((unsigned char)byte < ' ' || byte == 0x7F)
        return hard_problem(lexer, DIAG_TOKEN, lexer->at,
                            arena_printf(lexer->arena, "invalid non-printable character U+%04X",
                                         (unsigned char)byte));
    TokenKind kind = operator_kind(lexer, &size);
    if ((byte == '(' || byte == '[' || byte == '{') && !open_bracket(lexer, byte))
        return false;
    if ((byte == ')' || byte == ']' || byte == '}') && !close_bracket(lexer, byte))
        return false;
    lexer->at += size;
    add_token(lexer, kind, lexer->at - size, lexer->at);
    return true;
}

/* ---- the whole text ---- */

/* Blanks, comments and joined lines between tokens. */
static bool skip_blanks(Lexer *lexer) {
    for (int continued = 0;;) {
        char byte = peek(lexer, 0);
        if (byte == ' ' || byte == '\t' || byte == '\f' ||
            (byte == '\n' && (lexer->level > 0 || lexer->in_field))) {
            lexer->at++;
        } else if (byte == '#') {
            uint32_t start = lexer->at;
            while (lexer->at < lexer->limit && lexer->text[lexer->at] != '\n')
                lexer->at++;
            if (lexer->in_field && lexer->at >= lexer->limit)
                return hard_problem(lexer, DIAG_FSTRING, start,
                                    "f-string expression part cannot include '#'");
        } else if (byte == '\\') {
            if (lexer->at + 1 >= lexer->limit)
                return soft_problem(lexer, DIAG_TOKEN, lexer->at, "unexpected EOF while parsing");
            if (peek(lexer, 1) != '\n')
                return soft_problem(lexer, DIAG_TOKEN, lexer->at + 1,
                                    "unexpected character after line continuation character");
            if (++continued > MAX_CONTINUED_LINES)
                return too_many_continued(lexer);
            lexer->at += 2;
            if (lexer->at >= lexer->limit)
                return soft_problem(lexer, DIAG_TOKEN, lexer->at - 2,
                                    "unexpected EOF while parsing");
        } else {
            return true;
        }
    }
}

static bool lex_token(Lexer *lexer) {
    char byte = lexer->text[lexer->at];
    bool format;
    if (is_name_start(byte)) {
        int prefix = string_prefix(lexer->text + lexer->at, &format);
        return prefix > 0 ? lex_string(lexer, prefix) : lex_name(lexer);
    }
    if (byte == '\'' || byte == '"')
        return lex_string(lexer, 0);
    if (is_digit(byte) || (byte == '.' && is_digit(peek(lexer, 1))))
        return lex_number(lexer);
    return lex_operator(lexer);
}

static bool lex_line(Lexer *lexer) {
    if (!start_line(lexer))
        return false;
    if (lexer->at >= lexer->limit)
        return true;
    for (;;) {
        if (!skip_blanks(lexer))
            return false;
        if (lexer->at >= lexer->limit || lexer->text[lexer->at] == '\n')
            break;
        if (!lex_token(lexer))
            return false;
    }
    if (lexer->level > 0) /* the file ends inside brackets */
        return soft_problem(lexer, DIAG_BRACKET, lexer->at, "");
    add_token(lexer, T_NEWLINE, lexer->at, lexer->at + (lexer->at < lexer->limit));
    lexer->at++;
    return true;
}

static TokenList finish(Lexer *lexer, bool fine) {
    TokenList list = {0};
    uint32_t end = lexer->at < lexer->limit ? lexer->at : lexer->limit;
    if (fine && end > 0 && end == lexer->source->text.size && lexer->text[end - 1] == '\n') {
        end--; /* the end of the file counts as the end of its last line */
        lexer->line = source_position(lexer->source, end).line - 1;
    }
    for (; fine && lexer->depth > 0; lexer->depth--)
        add_token(lexer, T_DEDENT, end, end);
    add_token(lexer, fine ? T_END : T_ERROR, end, end);
    if (lexer->level > 0 && !lexer->problem.is_hard) {
        Bracket open = lexer->brackets[lexer->level - 1];
        list.unclosed = range_between(lexer->source, open.start, open.start + 1);
        list.unclosed_bracket = open.open;
        if (lexer->problem.message && !*lexer->problem.message) {
            lexer->problem.message = arena_printf(lexer->arena, "'%c' was never closed", open.open);
            lexer->problem.range = list.unclosed;
        }
    }
    list.items = lexer->tokens.items;
    list.count = (uint32_t)lexer->tokens.count;
    list.problem = lexer->problem;
    return list;
}

static Lexer *lexer_new(Arena *arena, const Source *source, uint32_t at, uint32_t limit) {
    Lexer *lexer = ARENA_NEW(arena, Lexer);
    lexer->arena = arena;
    lexer->source = source;
    lexer->text = source->text.data;
    lexer->at = at;
    lexer->limit = limit;
    Range position = source_position(source, at);
    lexer->line = position.line - 1;
    return lexer;
}

TokenList token_list(Arena *arena, const Source *source) {
    Lexer *lexer = lexer_new(arena, source, 0, (uint32_t)source->text.size);
    bool fine = true;
    while (fine && lexer->at < lexer->limit)
        fine = lex_line(lexer);
    return finish(lexer, fine);
}

/* Does the field's expression end here? */
static bool at_field_end(const Lexer *lexer) {
    char byte = peek(lexer, 0), next = peek(lexer, 1);
    if (lexer->level > 0)
        return false;
    if (byte == '}' || byte == ':')
        return true;
    if (byte == '!')
        return next != '=';
    if (byte != '=' || next == '=')
        return false;
    char before = lexer->text[lexer->at - 1];
    return before != '!' && before != '<' && before != '>' && before != '=';
}

TokenList token_field(Arena *arena, const Source *source, uint32_t *at, uint32_t limit) {
    Lexer *lexer = lexer_new(arena, source, *at, limit);
    lexer->in_field = true;
    bool fine = true;
    while (fine) {
        fine = skip_blanks(lexer);
        if (!fine || lexer->at >= limit || at_field_end(lexer))
            break;
        fine = lex_token(lexer);
    }
    *at = lexer->at;
    return finish(lexer, fine);
}
