/*
 * str_char.c — properties and case mappings of single characters, from the generated tables.
 */
#include "text.h"

#include "unicode_tables.h"

static const CharRecord *record_of(uint32_t character) {
    uint32_t leaf = character >> CHAR_LEAF_SHIFT, group = char_groups[leaf >> CHAR_GROUP_SHIFT];
    leaf = char_leaves[(group << CHAR_GROUP_SHIFT) + (leaf & ((1u << CHAR_GROUP_SHIFT) - 1))];
    uint32_t place = character & ((1u << CHAR_LEAF_SHIFT) - 1);
    return &char_records[char_rows[(leaf << CHAR_LEAF_SHIFT) + place]];
}

#define CHAR_TEST(name, flags_wanted)                                                              \
    bool name(uint32_t character) {                                                                \
        return record_of(character)->flags & (flags_wanted);                                       \
    }
CHAR_TEST(char_is_space, CHAR_SPACE)
CHAR_TEST(char_is_line_break, CHAR_LINE_BREAK)
CHAR_TEST(char_is_alpha, CHAR_ALPHA)
CHAR_TEST(char_is_decimal, CHAR_DECIMAL)
CHAR_TEST(char_is_digit, CHAR_DIGIT)
CHAR_TEST(char_is_numeric, CHAR_NUMERIC)
CHAR_TEST(char_is_lower, CHAR_LOWER)
CHAR_TEST(char_is_upper, CHAR_UPPER)
CHAR_TEST(char_is_title, CHAR_TITLE)
CHAR_TEST(char_is_cased, CHAR_LOWER | CHAR_UPPER | CHAR_TITLE)
CHAR_TEST(char_is_case_ignorable, CHAR_CASE_IGNORABLE)
CHAR_TEST(char_is_printable, CHAR_PRINTABLE)
CHAR_TEST(char_is_identifier_start, CHAR_IDENTIFIER_START)
CHAR_TEST(char_is_identifier_part, CHAR_IDENTIFIER_PART)

int char_decimal_value(uint32_t character) {
    if (character < 0x80)
        return character >= '0' && character <= '9' ? (int)character - '0' : -1;
    return record_of(character)->decimal;
}

enum { LONG_MAPPING = 1 << 30 };

/* A difference, or place << 2 | length in char_mappings. */
static int map_char(uint32_t character, int32_t mapping, uint32_t out[3]) {
    if (mapping < LONG_MAPPING) {
        out[0] = (uint32_t)((int32_t)character + mapping);
        return 1;
    }
    int length = mapping & 3;
    for (int i = 0; i < length; i++)
        out[i] = char_mappings[((mapping & (LONG_MAPPING - 1)) >> 2) + i];
    return length;
}

#define CHAR_MAP(name, field)                                                                      \
    int name(uint32_t character, uint32_t out[3]) {                                                \
        return map_char(character, record_of(character)->field, out);                              \
    }
CHAR_MAP(char_to_lower, lower)
CHAR_MAP(char_to_upper, upper)
CHAR_MAP(char_to_title, title)
CHAR_MAP(char_to_folded, folded)
