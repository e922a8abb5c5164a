/*
 * unicode_names.c — the part of unicodedata with the names of characters. A name is a row of words,
 * each with a number of one or two bytes; all names stand one behind the other in the order of
 * their characters, ended by 0 (tools/gen_unicode_names.py tells more). A name is found by
 * searching for its bytes. Hangul syllables and ideographs have computed names.
 */
#include "bytes.h"
#include "unicode.h"

#include "unicode_names.h"

#include <stdlib.h>

enum { NAME_ROOM = 256, HANGUL_BASE = 0xac00, HANGUL_COUNT = 11172, V_COUNT = 21, T_COUNT = 28 };

/* ---- words ----------------------------------------------------------------------------------- */

static const char *word_text(uint32_t word) {
    const char *text = (const char *)name_words + name_word_places[word / NAME_STEP];
    for (uint32_t i = word % NAME_STEP; i > 0; i--)
        text += strlen(text) + 1;
    return text;
}

static int word_order(const char *text, size_t size, uint32_t word) {
    const char *other = word_text(word);
    int order = strncmp(text, other, size);
    return order ? order : -(int)(unsigned char)other[size];
}

/* The number of a word; NAME_WORDS: no name has it. */
static uint32_t find_word(const char *text, size_t size) {
    for (uint32_t i = 0; i < NAME_SHORT; i++)
        if (word_order(text, size, i) == 0)
            return i;
    uint32_t low = NAME_SHORT, high = NAME_WORDS;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        int order = word_order(text, size, middle);
        if (order == 0)
            return middle;
        if (order > 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NAME_WORDS;
}

/* ---- from a character to its name ------------------------------------------------------------ */

static const char *const hangul_first[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                           "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
static const char *const hangul_middle[] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                            "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                            "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char *const hangul_last[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                          "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                          "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};

/* The text of the name number `number`, 0-terminated. */
static void spell(uint32_t number, char name[NAME_ROOM]) {
    const uint8_t *code = name_codes + 1 + name_places[number / NAME_STEP];
    for (uint32_t i = number % NAME_STEP; i > 0; i--)
        code += strlen((const char *)code) + 1;
    char *end = name;
    while (*code) {
        uint32_t word = *code++ - 1u;
        if (word >= NAME_SHORT)
            word = NAME_SHORT + (word - NAME_SHORT) * 255 + (*code++ - 1u);
        end += snprintf(end, (size_t)(name + NAME_ROOM - end), "%s%s", end > name ? " " : "",
                        word_text(word));
    }
}

/* The number of the listed name of `character`; NAME_PLAIN: it has none. */
static uint32_t listed(uint32_t character) {
    size_t low = 0, high = sizeof name_runs / sizeof *name_runs / 2 - 1;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        *(name_runs[2 * middle] <= character ? &low : &high) = middle;
    }
    uint32_t place = character - name_runs[2 * low];
    uint32_t number = name_runs[2 * low + 1] + place;
    return character >= name_runs[0] && number < name_runs[2 * low + 3] ? number : NAME_PLAIN;
}

static bool name_of(uint32_t character, char name[NAME_ROOM]) {
    uint32_t index = character - HANGUL_BASE;
    if (index < HANGUL_COUNT) {
        snprintf(name, NAME_ROOM, "HANGUL SYLLABLE %s%s%s", hangul_first[index / T_COUNT / V_COUNT],
                 hangul_middle[index / T_COUNT % V_COUNT], hangul_last[index % T_COUNT]);
        return true;
    }
    for (size_t i = 0; i < sizeof name_ranges / sizeof *name_ranges; i++) {
        if (character < name_ranges[i].first || character > name_ranges[i].last)
            continue;
        snprintf(name, NAME_ROOM, "%s%04X", name_ranges[i].prefix, (unsigned)character);
        return true;
    }
    uint32_t number = listed(character);
    if (number != NAME_PLAIN)
        spell(number, name);
    return number != NAME_PLAIN;
}

static Value answer_name(bool old, const Value *args, uint32_t count) {
    uint32_t character;
    char name[NAME_ROOM];
    if (!unicode_character("name", 1, args[0], &character))
        return 0;
    if ((!old || rt_unicode_is_old(character)) && name_of(character, name))
        return str_from_cstr(name);
    return ARG(1) ? value_incref(args[1]) : raise_error(&rt_exc_ValueError, "no such name");
}
UNICODE_FUNCTION(name)

/* ---- from a name to its character ------------------------------------------------------------ */

/* The longest of `count` syllables that *text begins with; moves it on. -1: none. */
static int take_syllable(const char **text, const char *const *syllables, int count) {
    int best = -1;
    size_t size = 0;
    for (int i = 0; i < count; i++) {
        size_t own = strlen(syllables[i]);
        if (strncmp(*text, syllables[i], own) == 0 && (best < 0 || own > size)) {
            best = i;
            size = own;
        }
    }
    *text += size;
    return best;
}

static bool find_hangul(const char *text, uint32_t *character) {
    static const char start[] = "HANGUL SYLLABLE ";
    if (strncmp(text, start, sizeof start - 1) != 0)
        return false;
    text += sizeof start - 1;
    int first = take_syllable(&text, hangul_first, HANGUL_COUNT / T_COUNT / V_COUNT);
    int middle = take_syllable(&text, hangul_middle, V_COUNT);
    int last = take_syllable(&text, hangul_last, T_COUNT);
    *character = (uint32_t)(HANGUL_BASE + (first * V_COUNT + middle) * T_COUNT + last);
    return first >= 0 && middle >= 0 && last >= 0 && !*text;
}

/* A name that ends with the number of its character. */
static bool find_numbered(const char *text, uint32_t *character) {
    for (size_t i = 0; i < sizeof name_ranges / sizeof *name_ranges; i++) {
        size_t size = strlen(name_ranges[i].prefix);
        if (strncmp(text, name_ranges[i].prefix, size) != 0)
            continue;
        const char *digits = text + size;
        size_t count = strspn(digits, "0123456789ABCDEF");
        if (count < 4 || count > 5 || digits[count])
            continue;
        *character = (uint32_t)strtoul(digits, NULL, 16);
        if (*character >= name_ranges[i].first && *character <= name_ranges[i].last)
            return true;
    }
    return false;
}

/* The number of the name whose bytes begin at `code`. */
static uint32_t number_at(const uint8_t *code) {
    uint32_t place = (uint32_t)(code - name_codes) - 1;
    uint32_t low = 0, high = (NAME_ALL + NAME_STEP - 1) / NAME_STEP;
    while (high - low > 1) {
        uint32_t middle = (low + high) / 2;
        *(name_places[middle] <= place ? &low : &high) = middle;
    }
    uint32_t number = low * NAME_STEP;
    for (const uint8_t *next = name_codes + 1 + name_places[low]; next < code; number++)
        next += strlen((const char *)next) + 1;
    return number;
}

/* The number of a listed name; NAME_ALL: there is no such name. */
static uint32_t find_listed(const char *text) {
    uint8_t code[2 * NAME_ROOM] = {0};
    size_t size = 1; /* the end of the name before it */
    for (;;) {
        size_t length = strcspn(text, " ");
        uint32_t word = length ? find_word(text, length) : NAME_WORDS;
        if (word == NAME_WORDS)
            return NAME_ALL;
        if (word < NAME_SHORT) {
            code[size++] = (uint8_t)(word + 1);
        } else {
            code[size++] = (uint8_t)(NAME_SHORT + 1 + (word - NAME_SHORT) / 255);
            code[size++] = (uint8_t)((word - NAME_SHORT) % 255 + 1);
        }
        text += length;
        if (!*text)
            break;
        text++;
    }
    const uint8_t *found = memmem(name_codes, sizeof name_codes, code, size + 1);
    return found ? number_at(found + 1) : NAME_ALL;
}

static uint32_t listed_character(uint32_t number) {
    size_t low = 0, high = sizeof name_runs / sizeof *name_runs / 2 - 1;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        *(name_runs[2 * middle + 1] <= number ? &low : &high) = middle;
    }
    return name_runs[2 * low] + (number - name_runs[2 * low + 1]);
}

static Value find_text(const char *name) {
    char upper[NAME_ROOM];
    uint32_t character;
    size_t size = strlen(name);
    for (size_t i = 0; i <= size; i++)
        upper[i] = name[i] >= 'a' && name[i] <= 'z' ? (char)(name[i] - 32) : name[i];
    if (find_hangul(name, &character) || find_numbered(name, &character))
        return str_from_char(character);
    uint32_t number = find_listed(upper);
    if (number == NAME_ALL)
        return raise_error(&rt_exc_KeyError, "undefined character name '%s'", name);
    if (number < NAME_PLAIN)
        return str_from_char(listed_character(number));
    const uint32_t *text = name_others[number - NAME_PLAIN];
    int64_t length = 1;
    while (length < 4 && text[length])
        length++;
    return str_from_ucs4(text, length);
}

static Value answer_lookup(bool old, const Value *args, uint32_t count) {
    (void)count;
    const char *text = NULL;
    const uint8_t *data = NULL;
    int64_t length = 0;
    size_t size = 0;
    if (!value_is_str(args[0]) && !bytes_view(args[0], &data, &length))
        return buffer_refused(args[0]);
    if (!data && !(text = str_utf8(args[0], &size)))
        return 0;
    if (data)
        size = (size_t)length;
    if (size >= NAME_ROOM)
        return raise_error(&rt_exc_KeyError, "name too long");
    char name[NAME_ROOM];
    memcpy(name, data ? (const char *)data : text, size);
    name[size] = 0;
    Value found = find_text(name);
    if (found && old &&
        (AS(StrObject, found)->length > 1 || !rt_unicode_is_old(str_at(AS(StrObject, found), 0)))) {
        value_decref(found);
        return raise_error(&rt_exc_KeyError, "undefined character name '%s'", name);
    }
    return found;
}
UNICODE_FUNCTION(lookup)

/* ---- the part -------------------------------------------------------------------------------- */

static const NativeMethod functions[] = {
    UNICODE_ROW(function, name, 1, 2),
    UNICODE_ROW(function, lookup, 1, 1),
    {0},
};

/* ucd_3_2_0 has these functions too. */
static int add_methods(Type *type) {
    static const NativeMethod methods[] = {UNICODE_ROW(method, name, 1, 2),
                                           UNICODE_ROW(method, lookup, 1, 1)};
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        Value method = native_method_new(&methods[i], type, &rt_type_method_descriptor);
        if (!method || dict_set_cstr_take(type_dict_borrow(type), methods[i].name, method) < 0)
            return -1;
    }
    return 0;
}

static int part_init(ModuleObject *module) {
    if (rt_unicode_ucd && add_methods(rt_unicode_ucd) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_part_unicode_names = {"unicodedata/unicode_names", part_init};
