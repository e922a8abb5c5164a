/*
 * str_case.c — upper and lower case with the full Unicode mappings, and the tests isX.
 */
#include "text.h"

typedef int (*CaseMap)(uint32_t character, uint32_t out[3]);

static void add_mapped(StrBuilder *builder, uint32_t character, CaseMap map) {
    uint32_t out[3];
    int count = map(character, out);
    for (int i = 0; i < count; i++)
        str_builder_char(builder, out[i]);
}

/* ---- the final sigma ------------------------------------------------------------------------- */

enum { CAPITAL_SIGMA = 0x3a3, SMALL_SIGMA = 0x3c3, FINAL_SIGMA = 0x3c2 };

/* At the end of a word the small sigma has a form of its own (Unicode 3.13, Final_Sigma). */
static uint32_t lower_sigma(const StrObject *str, int64_t index) {
    int64_t i = index - 1;
    while (i >= 0 && char_is_case_ignorable(str_at(str, i)))
        i--;
    if (i < 0 || !char_is_cased(str_at(str, i)))
        return SMALL_SIGMA;
    for (i = index + 1; i < str->length && char_is_case_ignorable(str_at(str, i));)
        i++;
    return i < str->length && char_is_cased(str_at(str, i)) ? SMALL_SIGMA : FINAL_SIGMA;
}

static void add_lower(StrBuilder *builder, const StrObject *str, int64_t index) {
    uint32_t character = str_at(str, index);
    if (character == CAPITAL_SIGMA)
        str_builder_char(builder, lower_sigma(str, index));
    else
        add_mapped(builder, character, char_to_lower);
}

/* ---- whole texts ----------------------------------------------------------------------------- */

/* The letter in the other case, if it is one from `first` to `first` + 25. */
static inline uint8_t flip_letter(uint8_t character, char first) {
    return character ^ (uint8_t)(((uint8_t)(character - first) < 26) << 5);
}

/* ASCII texts need no tables: flips the case bit of letters from `first` to `first` + 25. */
static Value ascii_case(const StrObject *str, char first) {
    StrObject *result = str_alloc(str->length, 0x7f);
    if (!result)
        return 0;
    const uint8_t *from = str_data(str);
    uint8_t *to = str_data(result);
    for (int64_t i = 0, length = str->length; i < length; i++)
        to[i] = flip_letter(from[i], first);
    return OBJ(result);
}

/* The same with a choice for each character: the first letter of a word differs from the others. */
static Value ascii_title(const StrObject *str, bool each_word) {
    StrObject *result = str->length ? str_alloc(str->length, 0x7f) : NULL;
    if (!result)
        return str->length ? 0 : str_empty();
    const uint8_t *from = str_data(str);
    uint8_t *to = str_data(result);
    bool in_word = false;
    for (int64_t i = 0, length = str->length; i < length; i++) {
        to[i] = flip_letter(from[i], in_word ? 'A' : 'a');
        in_word = !each_word || (uint8_t)((from[i] | 0x20) - 'a') < 26;
    }
    return OBJ(result);
}

STR_NATIVE(lower) {
    NATIVE_UNUSED();
    const StrObject *str = AS(StrObject, args[0]);
    if (str->ascii)
        return str->length ? ascii_case(str, 'A') : str_empty();
    StrBuilder builder;
    str_builder_init(&builder);
    for (int64_t i = 0; i < str->length; i++)
        add_lower(&builder, str, i);
    return str_builder_finish(&builder);
}

static Value map_all(const StrObject *str, CaseMap map) {
    StrBuilder builder;
    str_builder_init(&builder);
    for (int64_t i = 0; i < str->length; i++)
        add_mapped(&builder, str_at(str, i), map);
    return str_builder_finish(&builder);
}

STR_NATIVE(upper) {
    NATIVE_UNUSED();
    const StrObject *str = AS(StrObject, args[0]);
    if (str->ascii)
        return str->length ? ascii_case(str, 'a') : str_empty();
    return map_all(str, char_to_upper);
}

STR_NATIVE(casefold) {
    NATIVE_UNUSED();
    const StrObject *str = AS(StrObject, args[0]);
    if (str->ascii)
        return str->length ? ascii_case(str, 'A') : str_empty();
    return map_all(str, char_to_folded);
}

STR_NATIVE(capitalize) {
    NATIVE_UNUSED();
    const StrObject *str = AS(StrObject, args[0]);
    if (str->ascii)
        return ascii_title(str, false);
    StrBuilder builder;
    str_builder_init(&builder);
    for (int64_t i = 0; i < str->length; i++)
        if (i == 0)
            add_mapped(&builder, str_at(str, 0), char_to_title);
        else
            add_lower(&builder, str, i);
    return str_builder_finish(&builder);
}

STR_NATIVE(title) {
    NATIVE_UNUSED();
    const StrObject *str = AS(StrObject, args[0]);
    if (str->ascii)
        return ascii_title(str, true);
    StrBuilder builder;
    str_builder_init(&builder);
    bool in_word = false;
    for (int64_t i = 0; i < str->length; i++) {
        uint32_t character = str_at(str, i);
        if (in_word)
            add_lower(&builder, str, i);
        else
            add_mapped(&builder, character, char_to_title);
        in_word = char_is_cased(character);
    }
    return str_builder_finish(&builder);
}

STR_NATIVE(swapcase) {
    NATIVE_UNUSED();
    const StrObject *str = AS(StrObject, args[0]);
    StrBuilder builder;
    str_builder_init(&builder);
    for (int64_t i = 0; i < str->length; i++) {
        uint32_t character = str_at(str, i);
        if (char_is_upper(character))
            add_lower(&builder, str, i);
        else if (char_is_lower(character))
            add_mapped(&builder, character, char_to_upper);
        else
            str_builder_char(&builder, character);
    }
    return str_builder_finish(&builder);
}

/* ---- tests ----------------------------------------------------------------------------------- */

static bool is_alnum(uint32_t character) {
    return char_is_alpha(character) || char_is_numeric(character);
}

static Value all_are(Value self, bool (*test)(uint32_t character), bool when_empty) {
    const StrObject *str = AS(StrObject, self);
    for (int64_t i = 0; i < str->length; i++)
        if (!test(str_at(str, i)))
            return VALUE_FALSE;
    return VALUE_BOOL(str->length || when_empty);
}

#define TEST_METHOD(name, test, when_empty)                                                        \
    STR_NATIVE(name) {                                                                             \
        NATIVE_UNUSED();                                                                           \
        return all_are(args[0], test, when_empty);                                                 \
    }
TEST_METHOD(isalnum, is_alnum, false)
TEST_METHOD(isalpha, char_is_alpha, false)
TEST_METHOD(isdecimal, char_is_decimal, false)
TEST_METHOD(isdigit, char_is_digit, false)
TEST_METHOD(isnumeric, char_is_numeric, false)
TEST_METHOD(isprintable, char_is_printable, true)
TEST_METHOD(isspace, char_is_space, false)

STR_NATIVE(isascii) {
    NATIVE_UNUSED();
    return VALUE_BOOL(AS(StrObject, args[0])->ascii);
}

bool str_is_identifier(Value text) {
    const StrObject *str = AS(StrObject, text);
    bool valid = str->length && char_is_identifier_start(str_at(str, 0));
    for (int64_t i = 1; valid && i < str->length; i++)
        valid = char_is_identifier_part(str_at(str, i));
    return valid;
}

STR_NATIVE(isidentifier) {
    NATIVE_UNUSED();
    return VALUE_BOOL(str_is_identifier(args[0]));
}

/* islower, isupper: no character of another case, and at least one of this. */
static Value has_case(Value self, bool (*wanted)(uint32_t), bool (*unwanted)(uint32_t)) {
    const StrObject *str = AS(StrObject, self);
    bool found = false;
    for (int64_t i = 0; i < str->length; i++) {
        uint32_t character = str_at(str, i);
        if (unwanted(character) || char_is_title(character))
            return VALUE_FALSE;
        found |= wanted(character);
    }
    return VALUE_BOOL(found);
}

STR_NATIVE(islower) {
    NATIVE_UNUSED();
    return has_case(args[0], char_is_lower, char_is_upper);
}

STR_NATIVE(isupper) {
    NATIVE_UNUSED();
    return has_case(args[0], char_is_upper, char_is_lower);
}

STR_NATIVE(istitle) {
    NATIVE_UNUSED();
    const StrObject *str = AS(StrObject, args[0]);
    bool found = false, after_cased = false;
    for (int64_t i = 0; i < str->length; i++) {
        uint32_t character = str_at(str, i);
        bool upper = char_is_upper(character) || char_is_title(character);
        bool lower = char_is_lower(character);
        if ((upper && after_cased) || (lower && !after_cased))
            return VALUE_FALSE;
        after_cased = upper || lower;
        found |= after_cased;
    }
    return VALUE_BOOL(found);
}
