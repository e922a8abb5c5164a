/*
 * sre_plain.c — tells whether the text of a pattern is plain: certain to be one that Python's
 * re._parser and re._compiler accept without an error or a warning. Its opcodes can then be made
 * when it is first used, and a program that only makes patterns does not run the parser.
 *
 * This accepts less than the parser does: what is rare (flags inside a pattern, look-behind,
 * conditions, names of characters) is left to it, and so is all that may be wrong, with its
 * messages. The steps are those of re._parser._parse (CPython 3.11).
 */
#include "sre.h"

#include "text.h"

enum { MAX_DEPTH = 32, MAX_GROUPS = 63, MAX_DIGITS = 9 };

/* What a repetition would repeat. */
typedef enum Item { ITEM_NONE, ITEM_ANCHOR, ITEM_REPEATED, ITEM_OTHER } Item;

typedef struct Scan {
    const StrObject *str; /* NULL: bytes */
    const uint8_t *bytes;
    int64_t length, at;
    bool verbose;
    Item last;
    int depth, groups;       /* groups that are open; that were opened, with the whole match */
    int opened[MAX_DEPTH];   /* their numbers; 0: one that captures nothing */
    uint64_t closed;         /* a bit for each group that can be referred to */
    Value names, groupindex; /* list: None or the name of each group; dict: name -> number */
} Scan;

enum { END = -1 };

static int64_t peek(const Scan *scan) {
    if (scan->at >= scan->length)
        return END;
    return scan->str ? str_at(scan->str, scan->at) : scan->bytes[scan->at];
}

static int64_t take(Scan *scan) {
    int64_t character = peek(scan);
    scan->at++;
    return character;
}

static bool take_if(Scan *scan, char character) {
    bool is_there = peek(scan) == character;
    scan->at += is_there;
    return is_there;
}

static bool is_digit(int64_t c) {
    return c >= '0' && c <= '9';
}
static bool is_octal(int64_t c) {
    return c >= '0' && c <= '7';
}
static bool is_letter(int64_t c) {
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}
static bool is_space(int64_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Skips a comment up to the character that ends it, which a backslash hides; false: there is none.
 */
static bool skip_comment(Scan *scan, char last) {
    for (int64_t c; (c = take(scan)) != END;) {
        if (c == last)
            return true;
        scan->at += c == '\\';
    }
    return false;
}

/* ---- escapes --------------------------------------------------------------------------------- */

/* What an escape is other than a character. */
enum { NOT_PLAIN = -1, CATEGORY = -2 };

/* Exactly `count` hexadecimal digits. */
static int64_t take_hex(Scan *scan, int count) {
    int64_t number = 0;
    for (int i = 0; i < count; i++) {
        int64_t c = take(scan);
        if (!is_digit(c) && !(is_letter(c) && (c | 32) <= 'f'))
            return NOT_PLAIN;
        number = number * 16 + (is_digit(c) ? c - '0' : (c | 32) - 'a' + 10);
    }
    return number <= 0x10ffff ? number : NOT_PLAIN;
}

static int64_t take_octal(Scan *scan, int64_t number, int most) {
    for (int i = 0; i < most && is_octal(peek(scan)); i++)
        number = number * 8 + (take(scan) - '0');
    return number <= 0377 ? number : NOT_PLAIN;
}

/* The escapes that mean the same inside a set and outside: the character, CATEGORY or NOT_PLAIN. */
static int64_t common_escape(Scan *scan, int64_t c) {
    switch (c) {
    case 'a':
        return '\a';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    case 'd':
    case 'D':
    case 's':
    case 'S':
    case 'w':
    case 'W':
        return CATEGORY;
    case 'x':
        return take_hex(scan, 2);
    case 'u':
        return scan->str ? take_hex(scan, 4) : NOT_PLAIN;
    case 'U':
        return scan->str ? take_hex(scan, 8) : NOT_PLAIN;
    default:
        return c == END || is_letter(c) || is_digit(c) ? NOT_PLAIN : c;
    }
}

static int64_t set_escape(Scan *scan) {
    int64_t c = take(scan);
    if (c == 'b')
        return '\b';
    return is_octal(c) ? take_octal(scan, c - '0', 2) : common_escape(scan, c);
}

static bool is_closed(const Scan *scan, int64_t group) {
    return group < scan->groups && (scan->closed >> group & 1);
}

/* \1 to \99: three octal digits would be a character. */
static bool group_reference(Scan *scan, int64_t group) {
    if (is_digit(peek(scan))) {
        int64_t second = take(scan) - '0';
        if (is_octal(peek(scan)))
            return false;
        group = group * 10 + second;
    }
    return is_closed(scan, group);
}

static bool scan_escape(Scan *scan) {
    int64_t c = take(scan);
    bool is_anchor = c == 'A' || c == 'b' || c == 'B' || c == 'Z';
    scan->last = is_anchor ? ITEM_ANCHOR : ITEM_OTHER;
    if (is_anchor)
        return true;
    if (c == '0')
        return take_octal(scan, 0, 2) != NOT_PLAIN;
    if (is_digit(c))
        return group_reference(scan, c - '0');
    return common_escape(scan, c) != NOT_PLAIN;
}

/* ---- sets ------------------------------------------------------------------------------------ */

static int64_t set_character(Scan *scan) {
    int64_t c = take(scan);
    if (c != '\\')
        return c == END ? NOT_PLAIN : c;
    return set_escape(scan);
}

/* Two of these in a row may come to mean operations with sets, of which the parser warns. */
static bool is_warned_of(const Scan *scan, int64_t c) {
    return (c == '-' || c == '&' || c == '~' || c == '|') && peek(scan) == c;
}

static bool scan_set(Scan *scan) {
    scan->last = ITEM_OTHER;
    if (peek(scan) == '[')
        return false;
    take_if(scan, '^');
    for (bool is_first = true;; is_first = false) {
        if (!is_first && take_if(scan, ']'))
            return true;
        bool is_escape = peek(scan) == '\\';
        int64_t low = set_character(scan);
        if (low == NOT_PLAIN || (!is_escape && !is_first && is_warned_of(scan, low)))
            return false;
        if (!take_if(scan, '-'))
            continue;
        if (take_if(scan, ']'))
            return true;
        if (peek(scan) == '-')
            return false;
        int64_t high = set_character(scan);
        if (low < 0 || high < low)
            return false;
    }
}

/* ---- repetitions ----------------------------------------------------------------------------- */

/* A number, or -1: no digits; -2: too many. */
static int64_t take_number(Scan *scan) {
    int64_t number = -1, start = scan->at;
    while (is_digit(peek(scan)) && scan->at - start <= MAX_DIGITS)
        number = (number < 0 ? 0 : number * 10) + (take(scan) - '0');
    return scan->at - start > MAX_DIGITS ? -2 : number;
}

/* Behind "{": is it the bounds of a repetition? Otherwise it stands for itself. 1, 0; -1: one that
 * is not plain. */
static int take_bounds(Scan *scan) {
    int64_t start = scan->at;
    if (peek(scan) == '}')
        return 0;
    int64_t low = take_number(scan);
    int64_t high = take_if(scan, ',') ? take_number(scan) : low;
    if (low == -2 || high == -2)
        return -1;
    if (!take_if(scan, '}')) {
        scan->at = start;
        return 0;
    }
    return high >= 0 && high < low ? -1 : 1;
}

static bool scan_repeat(Scan *scan, int64_t c) {
    int is_repeat = c == '{' ? take_bounds(scan) : 1;
    if (is_repeat == 0) {
        scan->last = ITEM_OTHER;
        return true;
    }
    if (is_repeat < 0 || scan->last != ITEM_OTHER)
        return false;
    if (!take_if(scan, '?'))
        take_if(scan, '+');
    scan->last = ITEM_REPEATED;
    return true;
}

/* ---- groups ---------------------------------------------------------------------------------- */

/* The name before `last`, a new reference; 0: it is not plain, or with MemoryError. */
static Value take_name(Scan *scan, char last) {
    char name[64];
    size_t size = 0;
    for (int64_t c; (c = take(scan)) != last; name[size++] = (char)c)
        if (size == sizeof name || !(is_letter(c) || c == '_' || (size && is_digit(c))))
            return 0;
    return size ? str_of_ascii(name, (int64_t)size) : 0;
}

/* Opens a group that is called `name`: stolen; None: it has none. */
static bool open_group(Scan *scan, Value name) {
    bool is_open = scan->depth < MAX_DEPTH && scan->groups < MAX_GROUPS;
    if (is_open && name != VALUE_NONE) {
        is_open = !dict_get_borrow(scan->groupindex, name) &&
                  dict_set(scan->groupindex, name, value_from_small_int(scan->groups)) == 0;
    }
    is_open = is_open && list_append(scan->names, name) == 0;
    value_decref(name);
    if (!is_open)
        return false;
    scan->opened[scan->depth++] = scan->groups++;
    scan->last = ITEM_NONE;
    return true;
}

static bool open_without_number(Scan *scan) {
    if (scan->depth == MAX_DEPTH)
        return false;
    scan->opened[scan->depth++] = 0;
    scan->last = ITEM_NONE;
    return true;
}

/* (?P<name>...) and (?P=name). */
static bool scan_named(Scan *scan) {
    if (take_if(scan, '<')) {
        Value name = take_name(scan, '>');
        return name && open_group(scan, name);
    }
    if (!take_if(scan, '='))
        return false;
    Value name = take_name(scan, ')');
    Value group = name ? dict_get_borrow(scan->groupindex, name) : 0;
    value_decref(name);
    scan->last = ITEM_OTHER;
    return group && is_closed(scan, value_small_int(group));
}

static bool scan_open(Scan *scan) {
    if (!take_if(scan, '?'))
        return open_group(scan, VALUE_NONE);
    switch (take(scan)) {
    case ':':
    case '=':
    case '!':
        return open_without_number(scan);
    case '#':
        return skip_comment(scan, ')');
    case 'P':
        return scan_named(scan);
    default:
        return false;
    }
}

static bool scan_close(Scan *scan) {
    if (scan->depth == 0)
        return false;
    scan->closed |= (uint64_t)1 << scan->opened[--scan->depth];
    scan->last = ITEM_OTHER;
    return true;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static bool scan_one(Scan *scan, int64_t c) {
    switch (c) {
    case '\\':
        return scan_escape(scan);
    case '[':
        return scan_set(scan);
    case '*':
    case '+':
    case '?':
    case '{':
        return scan_repeat(scan, c);
    case '(':
        return scan_open(scan);
    case ')':
        return scan_close(scan);
    case '|':
        scan->last = ITEM_NONE;
        return true;
    case '^':
    case '$':
        scan->last = ITEM_ANCHOR;
        return true;
    default:
        scan->last = ITEM_OTHER;
        return true;
    }
}

static bool scan_all(Scan *scan) {
    for (int64_t c; (c = take(scan)) != END;) {
        if (scan->verbose && is_space(c))
            continue;
        if (scan->verbose && c == '#')
            skip_comment(scan, '\n');
        else if (!scan_one(scan, c))
            return false;
    }
    return scan->depth == 0;
}

/* The flags a pattern has in the end; -1: the parser is to judge. */
static int64_t plain_flags(Value flags, bool is_str) {
    enum {
        PLAIN = SRE_FLAG_IGNORECASE | SRE_FLAG_MULTILINE | SRE_FLAG_DOTALL | SRE_FLAG_VERBOSE |
                SRE_FLAG_ASCII
    };
    if (!value_is_small_int(flags))
        return -1;
    int64_t bits = value_small_int(flags);
    bool adds_unicode = is_str && !(bits & SRE_FLAG_ASCII);
    if (bits & ~(int64_t)(PLAIN | (adds_unicode ? SRE_FLAG_UNICODE : 0)))
        return -1;
    return bits | (adds_unicode ? SRE_FLAG_UNICODE : 0);
}

/* The pattern, once its text was found plain. args: pattern, flags, opcodes. */
static Value pattern_of(const Scan *scan, const Value *args, int64_t flags) {
    PatternObject *pattern = object_new(&rt_type_sre_pattern, sizeof(PatternObject));
    if (!pattern)
        return 0;
    const ListObject *names = AS(ListObject, scan->names);
    pattern->is_bytes = !scan->str;
    pattern->flags = flags;
    pattern->groups = scan->groups - 1;
    pattern->program.mark_count = (uint32_t)pattern->groups * 2;
    pattern->pattern = value_incref(args[0]);
    pattern->groupindex = value_incref(scan->groupindex);
    pattern->indexgroup = tuple_new(names->items, names->length);
    pattern->later = tuple_new((Value[]){args[2], args[0], args[1]}, SRE_LATER_SIZE);
    if (pattern->indexgroup && pattern->later)
        return OBJ(pattern);
    value_decref(OBJ(pattern));
    return 0;
}

Value sre_plain(const Value *args) {
    bool is_str = value_is(args[0], &rt_type_str);
    int64_t flags = plain_flags(args[1], is_str);
    if (flags < 0 || !(is_str || value_is(args[0], &rt_type_bytes)))
        return VALUE_NONE;
    Scan scan = {.verbose = flags & SRE_FLAG_VERBOSE, .groups = 1};
    if (is_str) {
        scan.str = AS(StrObject, args[0]);
        scan.length = scan.str->length;
    } else {
        bytes_view(args[0], &scan.bytes, &scan.length);
    }
    scan.names = list_new((Value[]){VALUE_NONE}, 1);
    scan.groupindex = dict_new();
    Value pattern = 0;
    if (scan.names && scan.groupindex && scan_all(&scan))
        pattern = pattern_of(&scan, args, flags);
    else if (!isolate.pending)
        pattern = VALUE_NONE;
    value_decref(scan.names);
    value_decref(scan.groupindex);
    return pattern;
}
