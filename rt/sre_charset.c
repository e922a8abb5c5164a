/*
 * sre_charset.c — sets of characters of regular expressions: categories, case folding, and the
 * items of the IN opcodes.
 *
 * A set answers for characters below 256 from a table, which is filled here when the pattern is
 * made; for the others its words are looked at each time, unless it is known that all or none of
 * them are in it. Locales know the letters of ASCII only, as those with a UTF-8 encoding do.
 */
#include "sre.h"

/* ---- categories and folding ------------------------------------------------------------------ */

static bool is_ascii_space(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_ascii_letter(uint32_t c) {
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool is_ascii_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

static bool is_unicode_word(uint32_t c) {
    if (c < 128)
        return is_ascii_letter(c) || is_ascii_digit(c) || c == '_';
    return char_is_alpha(c) || char_is_decimal(c) || char_is_digit(c) || char_is_numeric(c);
}

bool sre_is_word(enum SreCategory kind, uint32_t c) {
    if (kind == SRE_CATEGORY_UNI_WORD)
        return is_unicode_word(c);
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '_';
}

static bool in_category(uint32_t category, uint32_t c) {
    switch ((enum SreCategory)category) {
    case SRE_CATEGORY_DIGIT:
        return is_ascii_digit(c);
    case SRE_CATEGORY_NOT_DIGIT:
        return !is_ascii_digit(c);
    case SRE_CATEGORY_SPACE:
        return is_ascii_space(c);
    case SRE_CATEGORY_NOT_SPACE:
        return !is_ascii_space(c);
    case SRE_CATEGORY_WORD:
    case SRE_CATEGORY_LOC_WORD:
        return sre_is_word(SRE_CATEGORY_WORD, c);
    case SRE_CATEGORY_NOT_WORD:
    case SRE_CATEGORY_LOC_NOT_WORD:
        return !sre_is_word(SRE_CATEGORY_WORD, c);
    case SRE_CATEGORY_LINEBREAK:
        return c == '\n';
    case SRE_CATEGORY_NOT_LINEBREAK:
        return c != '\n';
    case SRE_CATEGORY_UNI_DIGIT:
        return char_is_decimal(c);
    case SRE_CATEGORY_UNI_NOT_DIGIT:
        return !char_is_decimal(c);
    case SRE_CATEGORY_UNI_SPACE:
        return char_is_space(c);
    case SRE_CATEGORY_UNI_NOT_SPACE:
        return !char_is_space(c);
    case SRE_CATEGORY_UNI_WORD:
        return is_unicode_word(c);
    case SRE_CATEGORY_UNI_NOT_WORD:
        return !is_unicode_word(c);
    case SRE_CATEGORY_UNI_LINEBREAK:
        return char_is_line_break(c);
    case SRE_CATEGORY_UNI_NOT_LINEBREAK:
        return !char_is_line_break(c);
    case SRE_CATEGORY_COUNT:
        break;
    }
    return false;
}

static uint32_t ascii_lower(uint32_t c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static uint32_t ascii_upper(uint32_t c) {
    return c >= 'a' && c <= 'z' ? c - 32 : c;
}

uint32_t sre_fold(SreFold fold, uint32_t c) {
    uint32_t mapped[3];
    if (fold == FOLD_NONE)
        return c;
    if (fold != FOLD_UNICODE || c < 128)
        return ascii_lower(c);
    return char_to_lower(c, mapped) ? mapped[0] : c;
}

uint32_t sre_upper_unicode(uint32_t c) {
    uint32_t mapped[3];
    return char_to_upper(c, mapped) ? mapped[0] : c;
}

/* ---- the items of a set ---------------------------------------------------------------------- */

enum { BITMAP_WORDS = 256 / 32, BLOCK_INDEX_WORDS = 256 / 4 };

static bool bitmap_has(const uint32_t *bitmap, uint32_t place) {
    return bitmap[place / 32] >> (place % 32) & 1;
}

/* A table of 256 block numbers, one byte each, then the blocks. */
static bool blocks_have(const uint32_t *words, uint32_t c) {
    if (c > 0xffff)
        return false;
    uint32_t block = ((const uint8_t *)words)[c >> 8];
    return bitmap_has(words + BLOCK_INDEX_WORDS + block * BITMAP_WORDS, c & 255);
}

static bool item_has(const uint32_t *item, uint32_t c) {
    switch (item[0]) {
    case SRE_LITERAL:
        return c == item[1];
    case SRE_CATEGORY:
        return in_category(item[1], c);
    case SRE_CHARSET:
        return c < 256 && bitmap_has(item + 1, c);
    case SRE_RANGE:
        return item[1] <= c && c <= item[2];
    case SRE_RANGE_UNI_IGNORE: {
        uint32_t upper = sre_upper_unicode(c);
        return (item[1] <= c && c <= item[2]) || (item[1] <= upper && upper <= item[2]);
    }
    case SRE_BIGCHARSET:
        return blocks_have(item + 2, c);
    default:
        return false;
    }
}

static uint32_t big_size(const uint32_t *item, uint32_t left) {
    uint64_t size = 2 + BLOCK_INDEX_WORDS + (uint64_t)item[1] * BITMAP_WORDS;
    if (size > left)
        return 0;
    const uint8_t *blocks = (const uint8_t *)(item + 2);
    for (int i = 0; i < 256; i++)
        if (blocks[i] >= item[1])
            return 0;
    return (uint32_t)size;
}

uint32_t sre_set_item_size(const uint32_t *item, uint32_t left) {
    static const uint8_t sizes[] = {
        [SRE_NEGATE] = 1,  [SRE_LITERAL] = 2,          [SRE_CATEGORY] = 2,
        [SRE_RANGE] = 3,   [SRE_RANGE_UNI_IGNORE] = 3, [SRE_CHARSET] = 1 + BITMAP_WORDS,
        [SRE_FAILURE] = 0,
    };
    if (left >= 2 && item[0] == SRE_BIGCHARSET)
        return big_size(item, left);
    uint32_t size = left && item[0] < sizeof sizes ? sizes[item[0]] : 0;
    if (size > left || (item[0] == SRE_CATEGORY && item[1] >= SRE_CATEGORY_COUNT))
        return 0;
    return size;
}

/* NEGATE turns the answer around for what stands behind it. */
static bool items_have(const uint32_t *items, uint32_t size, uint32_t c) {
    bool answer = true;
    for (uint32_t at = 0, step; at < size; at += step) {
        step = sre_set_item_size(items + at, size - at);
        if (step == 0)
            break;
        if (items[at] == SRE_NEGATE)
            answer = !answer;
        else if (item_has(items + at, c))
            return answer;
    }
    return !answer;
}

static bool literal_test(const SreSet *set, uint32_t literal, uint32_t c) {
    if (set->fold == FOLD_LOCALE)
        return c == literal || ascii_lower(c) == literal || ascii_upper(c) == literal;
    return sre_fold(set->fold, c) == literal;
}

bool sre_set_test(const SreProgram *program, const SreSet *set, uint32_t c) {
    const uint32_t *code = program->code + set->code;
    if (set->literal)
        return literal_test(set, code[0], c) != set->negated;
    if (items_have(code, set->size, sre_fold(set->fold, c)))
        return true;
    return set->fold == FOLD_LOCALE && items_have(code, set->size, ascii_upper(c));
}

/* ---- tables ---------------------------------------------------------------------------------- */

/* Is the item only about characters below 256? */
static bool item_is_low(const uint32_t *item) {
    switch (item[0]) {
    case SRE_CHARSET:
        return true;
    case SRE_LITERAL:
        return item[1] < 256;
    case SRE_RANGE:
        return item[2] < 256;
    case SRE_CATEGORY:
        return item[1] == SRE_CATEGORY_DIGIT || item[1] == SRE_CATEGORY_SPACE ||
               item[1] == SRE_CATEGORY_WORD || item[1] == SRE_CATEGORY_LOC_WORD;
    default:
        return false;
    }
}

static enum SreHigh high_of(const SreProgram *program, const SreSet *set) {
    if (set->fold == FOLD_UNICODE)
        return HIGH_TEST;
    if (set->literal)
        return program->code[set->code] > 255 ? HIGH_TEST : set->negated ? HIGH_ALL : HIGH_NONE;
    const uint32_t *items = program->code + set->code;
    bool negated = false;
    for (uint32_t at = 0, step; at < set->size; at += step) {
        step = sre_set_item_size(items + at, set->size - at);
        if (step == 0)
            break;
        if (items[at] == SRE_NEGATE)
            negated = !negated;
        else if (!item_is_low(items + at))
            return HIGH_TEST;
    }
    return negated ? HIGH_ALL : HIGH_NONE;
}

/* From *first up to *end: all characters below 256 that the item can have. */
static void item_span(const uint32_t *item, uint32_t *first, uint32_t *end) {
    bool is_range = item[0] == SRE_RANGE;
    *first = is_range || item[0] == SRE_LITERAL ? item[1] : 0;
    uint32_t last = is_range ? item[2] : item[0] == SRE_LITERAL ? item[1] : 255;
    *end = last < 256 ? last + 1 : 256;
}

/* What items_have says of every character below 256, found item by item. */
static void items_have_low(const uint32_t *items, uint32_t size, bool has[256]) {
    bool answer = true, known[256] = {false};
    for (uint32_t at = 0, step; at < size; at += step) {
        step = sre_set_item_size(items + at, size - at);
        if (step == 0)
            break;
        if (items[at] == SRE_NEGATE) {
            answer = !answer;
            continue;
        }
        uint32_t c, end;
        for (item_span(items + at, &c, &end); c < end; c++)
            if (!known[c] && item_has(items + at, c)) {
                known[c] = true;
                has[c] = answer;
            }
    }
    for (uint32_t c = 0; c < 256; c++)
        if (!known[c])
            has[c] = !answer;
}

/* The small form of a character below 256 is below 256 as well. */
void sre_set_prepare(const SreProgram *program, SreSet *set) {
    bool has[256];
    if (!set->literal)
        items_have_low(program->code + set->code, set->size, has);
    for (uint32_t c = 0; c < 256; c++)
        set->low[c] = set->literal ? sre_set_test(program, set, c)
                                   : has[sre_fold(set->fold, c)] ||
                                         (set->fold == FOLD_LOCALE && has[ascii_upper(c)]);
    set->high = high_of(program, set);
}
