/*
 * unicode.c — UTF-8, identifier characters, NFKC and character names (see unicode.h).
 *
 * The tables are made in the build by tools/gen_frontend_unicode.py from Python's unicodedata.
 * Normalisation follows Unicode Standard Annex 15: decompose every character, order combining marks
 * by class, compose neighbours; Hangul syllables are arithmetic.
 */
#include "unicode.h"

#include <string.h>

typedef struct CodeRange {
    uint32_t first, last;
} CodeRange;

typedef struct Decomposition {
    uint32_t code;
    uint32_t offset; /* into decomposition_pool */
    uint32_t count;
} Decomposition;

typedef struct CombiningRange {
    uint32_t first, last;
    uint32_t class;
} CombiningRange;

typedef struct Composition {
    uint32_t first, second, composed;
} Composition;

#include "frontend_unicode.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

enum {
    HANGUL_BASE = 0xAC00,
    HANGUL_L = 0x1100,
    HANGUL_V = 0x1161,
    HANGUL_T = 0x11A7,
    HANGUL_L_COUNT = 19,
    HANGUL_V_COUNT = 21,
    HANGUL_T_COUNT = 28,
    HANGUL_COUNT = HANGUL_L_COUNT * HANGUL_V_COUNT * HANGUL_T_COUNT,
    NO_CHARACTER = 0xFFFFFFFF,
};

size_t utf8_decode(const char *text, size_t size, uint32_t *code) {
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *bytes = (const unsigned char *)text;
    if (bytes[0] < 0x80) {
        *code = bytes[0];
        return 1;
    }
    size_t length = bytes[0] >= 0xF0 ? 4 : bytes[0] >= 0xE0 ? 3 : 2;
    if (bytes[0] < 0xC2 || bytes[0] > 0xF4 || length > size)
        return 0;
    uint32_t value = bytes[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (bytes[i] & 0x3F);
    }
    if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
        return 0;
    *code = value;
    return length;
}

size_t utf8_encode(uint32_t code, char *out) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

size_t utf8_valid_prefix(const char *text, size_t size) {
    size_t at = 0;
    while (at < size) {
        uint32_t code;
        size_t length =
            (unsigned char)text[at] < 0x80 ? 1 : utf8_decode(text + at, size - at, &code);
        if (!length)
            break;
        at += length;
    }
    return at;
}

static bool in_ranges(const CodeRange *ranges, size_t count, uint32_t code) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code < ranges[middle].first)
            high = middle;
        else if (code > ranges[middle].last)
            low = middle + 1;
        else
            return true;
    }
    return false;
}

bool unicode_is_id_start(uint32_t code) {
    return in_ranges(id_start, COUNT_OF(id_start), code);
}

bool unicode_is_id_continue(uint32_t code) {
    return in_ranges(id_continue, COUNT_OF(id_continue), code);
}

bool unicode_is_printable(uint32_t code) {
    return in_ranges(printable, COUNT_OF(printable), code);
}

int unicode_width(uint32_t code) {
    if (in_ranges(zero_width, COUNT_OF(zero_width), code))
        return 0;
    return in_ranges(wide, COUNT_OF(wide), code) ? 2 : 1;
}

static uint32_t combining_class(uint32_t code) {
    size_t low = 0, high = COUNT_OF(combining);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code < combining[middle].first)
            high = middle;
        else if (code > combining[middle].last)
            low = middle + 1;
        else
            return combining[middle].class;
    }
    return 0;
}

static const Decomposition *decomposition_of(uint32_t code) {
    size_t low = 0, high = COUNT_OF(decompositions);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code == decompositions[middle].code)
            return &decompositions[middle];
        if (code < decompositions[middle].code)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* The character that `first` and `second` compose to, or 0. */
static uint32_t compose(uint32_t first, uint32_t second) {
    if (first - HANGUL_L < HANGUL_L_COUNT && second - HANGUL_V < HANGUL_V_COUNT)
        return HANGUL_BASE +
               ((first - HANGUL_L) * HANGUL_V_COUNT + (second - HANGUL_V)) * HANGUL_T_COUNT;
    if (first - HANGUL_BASE < HANGUL_COUNT && (first - HANGUL_BASE) % HANGUL_T_COUNT == 0 &&
        second > HANGUL_T && second - HANGUL_T < HANGUL_T_COUNT)
        return first + (second - HANGUL_T);
    size_t low = 0, high = COUNT_OF(compositions);
    while (low < high) {
        size_t middle = (low + high) / 2;
        const Composition *pair = &compositions[middle];
        if (pair->first == first && pair->second == second)
            return pair->composed;
        if (first < pair->first || (first == pair->first && second < pair->second))
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

typedef VEC(uint32_t) Codes;

static void decompose_into(Arena *arena, Codes *codes, uint32_t code) {
    if (code - HANGUL_BASE < HANGUL_COUNT) {
        uint32_t index = code - HANGUL_BASE;
        VEC_PUSH(arena, codes, HANGUL_L + index / (HANGUL_V_COUNT * HANGUL_T_COUNT));
        VEC_PUSH(arena, codes, HANGUL_V + index / HANGUL_T_COUNT % HANGUL_V_COUNT);
        if (index % HANGUL_T_COUNT)
            VEC_PUSH(arena, codes, HANGUL_T + index % HANGUL_T_COUNT);
        return;
    }
    const Decomposition *row = code < 0x80 ? NULL : decomposition_of(code);
    if (!row) {
        VEC_PUSH(arena, codes, code);
        return;
    }
    for (uint32_t i = 0; i < row->count; i++)
        VEC_PUSH(arena, codes, decomposition_pool[row->offset + i]);
}

/* Sorts each run of combining marks by class, stably. */
static void order_marks(Codes *codes) {
    for (size_t i = 1; i < codes->count; i++) {
        uint32_t code = codes->items[i], class = combining_class(code);
        size_t at = i;
        while (class && at > 0 && combining_class(codes->items[at - 1]) > class) {
            codes->items[at] = codes->items[at - 1];
            at--;
        }
        codes->items[at] = code;
    }
}

static void compose_all(Codes *codes) {
    size_t out = 0, starter = SIZE_MAX;
    uint32_t last_class = 0;
    for (size_t i = 0; i < codes->count; i++) {
        uint32_t code = codes->items[i], class = combining_class(code);
        bool blocked = starter == SIZE_MAX || (out > starter + 1 && last_class >= class);
        uint32_t composed = blocked ? 0 : compose(codes->items[starter], code);
        if (composed) {
            codes->items[starter] = composed;
            continue;
        }
        if (class == 0)
            starter = out;
        last_class = class;
        codes->items[out++] = code;
    }
    codes->count = out;
}

Str unicode_nfkc(Arena *arena, const char *text, size_t size) {
    Codes codes = {0};
    for (size_t at = 0; at < size;) {
        uint32_t code;
        size_t length = utf8_decode(text + at, size - at, &code);
        if (!length)
            return (Str){text, size};
        decompose_into(arena, &codes, code);
        at += length;
    }
    order_marks(&codes);
    compose_all(&codes);
    char *out = arena_alloc(arena, codes.count * 4 + 1);
    size_t used = 0;
    for (size_t i = 0; i < codes.count; i++)
        used += utf8_encode(codes.items[i], out + used);
    return (Str){out, used};
}

static unsigned char upper(char byte) {
    return (unsigned char)(byte >= 'a' && byte <= 'z' ? byte - 'a' + 'A' : byte);
}

/* Compares `name` with a table name without regard to case. */
static int compare_names(const char *name, size_t size, const char *other, size_t other_size) {
    for (size_t i = 0; i < size && i < other_size; i++) {
        int difference = (int)upper(name[i]) - (int)(unsigned char)other[i];
        if (difference)
            return difference;
    }
    return size < other_size ? -1 : size > other_size;
}

static bool has_prefix(const char *name, size_t size, const char *prefix) {
    return size > strlen(prefix) &&
           compare_names(name, strlen(prefix), prefix, strlen(prefix)) == 0;
}

/* "CJK UNIFIED IDEOGRAPH-4E00": the number itself, if the standard has an ideograph there. */
static uint32_t lookup_ideograph(const char *digits, size_t size) {
    static const CodeRange ideographs[] = {
        {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0x20000, 0x2A6DF}, {0x2A700, 0x2B738},
        {0x2B740, 0x2B81D}, {0x2B820, 0x2CEA1}, {0x2CEB0, 0x2EBE0}, {0x30000, 0x3134A}};
    uint32_t code = 0;
    if (size != 4 && size != 5)
        return NO_CHARACTER;
    for (size_t i = 0; i < size; i++) {
        const char *digit = strchr("0123456789ABCDEF", upper(digits[i]));
        if (!digit || !*digit)
            return NO_CHARACTER;
        static const char hex[] = "0123456789ABCDEF";
        code = code * 16 + (uint32_t)(strchr(hex, *digit) - hex);
    }
    return in_ranges(ideographs, COUNT_OF(ideographs), code) ? code : NO_CHARACTER;
}

/* The longest of `parts` that `name` starts with at `*at`; moves past it. Returns its index. */
static int match_jamo(const char *const *parts, int count, const char *name, size_t size,
                      size_t *at) {
    int best = -1;
    size_t best_size = 0;
    for (int i = 0; i < count; i++) {
        size_t length = strlen(parts[i]);
        if ((best < 0 || length > best_size) && length <= size - *at &&
            compare_names(name + *at, length, parts[i], length) == 0) {
            best = i;
            best_size = length;
        }
    }
    *at += best_size;
    return best;
}

/* "HANGUL SYLLABLE GAG": the three sounds give the number. */
static uint32_t lookup_hangul(const char *name, size_t size) {
    static const char *const leads[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                        "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
    static const char *const vowels[] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                         "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                         "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
    static const char *const tails[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                        "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                        "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};
    size_t at = 0;
    int lead = match_jamo(leads, HANGUL_L_COUNT, name, size, &at);
    int vowel = match_jamo(vowels, HANGUL_V_COUNT, name, size, &at);
    int tail = match_jamo(tails, HANGUL_T_COUNT, name, size, &at);
    if (lead < 0 || vowel < 0 || tail < 0 || at != size)
        return NO_CHARACTER;
    return (uint32_t)(HANGUL_BASE + (lead * HANGUL_V_COUNT + vowel) * HANGUL_T_COUNT + tail);
}

/* One front-coded row: how many bytes it shares with the name before it, the rest, the code. */
static const unsigned char *next_name(const unsigned char *row, char *name, size_t *size,
                                      uint32_t *code) {
    size_t shared = row[0], rest = row[1];
    memcpy(name + shared, row + 2, rest);
    *size = shared + rest;
    row += 2 + rest;
    *code = row[0] | (uint32_t)row[1] << 8 | (uint32_t)row[2] << 16;
    return row + 3;
}

uint32_t unicode_lookup_name(const char *name, size_t size) {
    if (has_prefix(name, size, "CJK UNIFIED IDEOGRAPH-"))
        return lookup_ideograph(name + 22, size - 22);
    if (has_prefix(name, size, "HANGUL SYLLABLE "))
        return lookup_hangul(name + 16, size - 16);
    char entry[512];
    size_t entry_size, low = 0, high = COUNT_OF(name_blocks);
    uint32_t code;
    while (high - low > 1) { /* the last block whose first name is not after `name` */
        size_t middle = (low + high) / 2;
        next_name(name_pool + name_blocks[middle], entry, &entry_size, &code);
        if (compare_names(name, size, entry, entry_size) < 0)
            high = middle;
        else
            low = middle;
    }
    const unsigned char *row = name_pool + name_blocks[low];
    for (size_t i = low * NAMES_PER_BLOCK; i < (low + 1) * NAMES_PER_BLOCK && i < NAME_COUNT; i++) {
        row = next_name(row, entry, &entry_size, &code);
        if (compare_names(name, size, entry, entry_size) == 0)
            return code;
    }
    return NO_CHARACTER;
}
