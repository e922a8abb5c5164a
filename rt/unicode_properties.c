/*
 * unicode_properties.c — the part of unicodedata with the properties of characters and with the
 * normal forms (Unicode Standard Annex 15). ucd_3_2_0 is an object with the same functions for the
 * old version of Unicode that IDNA asks for.
 */
#include "unicode.h"

#include "unicode_data.h"

static const UnicodeRecord *record_of(uint32_t character, bool old) {
    uint32_t leaf = character >> UNICODE_LEAF_SHIFT;
    uint32_t group = (old ? unicode_old_groups : unicode_groups)[leaf >> UNICODE_GROUP_SHIFT];
    leaf =
        unicode_leaves[(group << UNICODE_GROUP_SHIFT) + (leaf & ((1u << UNICODE_GROUP_SHIFT) - 1))];
    uint32_t place = character & ((1u << UNICODE_LEAF_SHIFT) - 1);
    return &unicode_records[unicode_rows[(leaf << UNICODE_LEAF_SHIFT) + place]];
}

static bool is_old(uint32_t character) {
    return strcmp(unicode_categories[record_of(character, true)->category], "Cn") != 0;
}

/* ---- properties ------------------------------------------------------------------------------ */

#define PROPERTY(name, expression)                                                                 \
    static Value answer_##name(bool old, const Value *args, uint32_t count) {                      \
        uint32_t character;                                                                        \
        (void)count;                                                                               \
        if (!unicode_character(#name, 0, args[0], &character))                                     \
            return 0;                                                                              \
        const UnicodeRecord *record = record_of(character, old);                                   \
        return expression;                                                                         \
    }                                                                                              \
    UNICODE_FUNCTION(name)
PROPERTY(category, str_from_cstr(unicode_categories[record->category]))
PROPERTY(bidirectional, str_from_cstr(unicode_directions[record->direction]))
PROPERTY(east_asian_width, str_from_cstr(unicode_widths[record->width]))
PROPERTY(combining, value_from_small_int(record->combining))
PROPERTY(mirrored, value_from_small_int(record->mirrored))

/* The value of a character that has one; otherwise the default, or ValueError. */
#define NUMBER(name, is_one, expression, complaint)                                                \
    static Value answer_##name(bool old, const Value *args, uint32_t count) {                      \
        uint32_t character;                                                                        \
        if (!unicode_character(#name, 1, args[0], &character))                                     \
            return 0;                                                                              \
        const UnicodeRecord *record = record_of(character, old);                                   \
        if (is_one)                                                                                \
            return expression;                                                                     \
        return ARG(1) ? value_incref(args[1]) : raise_error(&rt_exc_ValueError, complaint);        \
    }                                                                                              \
    UNICODE_FUNCTION(name)
NUMBER(decimal, record->decimal >= 0, value_from_small_int(record->decimal), "not a decimal")
NUMBER(digit, record->digit >= 0, value_from_small_int(record->digit), "not a digit")
NUMBER(numeric, record->numeric, float_new(unicode_numerics[record->numeric]),
       "not a numeric character")

/* ---- decomposition --------------------------------------------------------------------------- */

/* Where `character` decomposes to in unicode_parts; NULL: it does not. */
static const uint16_t *parts_of(uint32_t character) {
    size_t low = 0, high = sizeof unicode_decomposed / sizeof *unicode_decomposed;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (unicode_decomposed[middle] == character)
            return unicode_parts + unicode_places[middle];
        if (unicode_decomposed[middle] < character)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* The next character of a decomposition, which is in UTF-16. */
static uint32_t next_part(const uint16_t **units) {
    uint32_t character = *(*units)++;
    if (character >= 0xd800 && character < 0xdc00)
        character = 0x10000 + ((character - 0xd800) << 10) + (*(*units)++ - 0xdc00u);
    return character;
}

static Value answer_decomposition(bool old, const Value *args, uint32_t count) {
    uint32_t character;
    (void)count;
    if (!unicode_character("decomposition", 0, args[0], &character))
        return 0;
    const uint16_t *units = old && !is_old(character) ? NULL : parts_of(character);
    StrBuilder text;
    str_builder_init(&text);
    if (units) {
        const uint16_t *end = units + 1 + (*units & 0xff);
        str_builder_cstr(&text, unicode_kinds[*units++ >> 8]);
        while (units < end) {
            char code[12];
            snprintf(code, sizeof code, "%s%04X", text.length ? " " : "",
                     (unsigned)next_part(&units));
            str_builder_cstr(&text, code);
        }
    }
    return str_builder_finish(&text);
}
UNICODE_FUNCTION(decomposition)

/* ---- normal forms ---------------------------------------------------------------------------- */

typedef struct Characters {
    uint32_t *data;
    int64_t length, capacity;
} Characters;

static int add_character(Characters *text, uint32_t character) {
    if (text->length == text->capacity) {
        int64_t capacity = text->capacity ? text->capacity * 2 : 32;
        uint32_t *data = mem_realloc(text->data, (uint64_t)capacity * sizeof *data);
        if (!data)
            return -1;
        text->data = data;
        text->capacity = capacity;
    }
    text->data[text->length++] = character;
    return 0;
}

enum {
    HANGUL_BASE = 0xac00,
    HANGUL_L = 0x1100,
    HANGUL_V = 0x1161,
    HANGUL_T = 0x11a7,
    HANGUL_L_COUNT = 19,
    HANGUL_V_COUNT = 21,
    HANGUL_T_COUNT = 28,
    HANGUL_COUNT = HANGUL_L_COUNT * HANGUL_V_COUNT * HANGUL_T_COUNT
};

static int add_hangul(Characters *text, uint32_t index) {
    uint32_t tail = index % HANGUL_T_COUNT;
    if (add_character(text, HANGUL_L + index / (HANGUL_V_COUNT * HANGUL_T_COUNT)) < 0 ||
        add_character(text, HANGUL_V + index / HANGUL_T_COUNT % HANGUL_V_COUNT) < 0)
        return -1;
    return tail ? add_character(text, HANGUL_T + tail) : 0;
}

/* What the old version had for a character that was corrected since; 0: nothing else. */
static uint32_t old_form(uint32_t character) {
    for (size_t i = 0; i < sizeof unicode_corrections / sizeof *unicode_corrections; i += 2)
        if (unicode_corrections[i] == character)
            return unicode_corrections[i + 1];
    return 0;
}

/* Appends the full decomposition of `character`, the one for compatibility if `wide`. */
static int decompose(Characters *text, uint32_t character, bool wide, bool old) {
    if (character < 0x80)
        return add_character(text, character);
    if (character - HANGUL_BASE < HANGUL_COUNT)
        return add_hangul(text, character - HANGUL_BASE);
    if (old && old_form(character))
        return add_character(text, old_form(character));
    const uint16_t *units = old && !is_old(character) ? NULL : parts_of(character);
    if (!units || (*units >> 8 && !wide))
        return add_character(text, character);
    const uint16_t *end = units + 1 + (*units & 0xff);
    for (units++; units < end;)
        if (decompose(text, next_part(&units), wide, old) < 0)
            return -1;
    return 0;
}

static int class_of(uint32_t character) {
    return character < 0x300 ? 0 : record_of(character, false)->combining;
}

/* Sorts each run of marks by their class; equal ones stay in order. */
static void order_marks(Characters *text) {
    for (int64_t i = 1; i < text->length; i++) {
        uint32_t mark = text->data[i];
        int class = class_of(mark);
        int64_t at = i;
        for (; class && at > 0 && class_of(text->data[at - 1]) > class; at--)
            text->data[at] = text->data[at - 1];
        text->data[at] = mark;
    }
}

static uint32_t composed_hangul(uint32_t first, uint32_t second) {
    if (first - HANGUL_L < HANGUL_L_COUNT && second - HANGUL_V < HANGUL_V_COUNT)
        return HANGUL_BASE +
               ((first - HANGUL_L) * HANGUL_V_COUNT + (second - HANGUL_V)) * HANGUL_T_COUNT;
    uint32_t index = first - HANGUL_BASE;
    if (index < HANGUL_COUNT && index % HANGUL_T_COUNT == 0 && second > HANGUL_T &&
        second < HANGUL_T + HANGUL_T_COUNT)
        return first + (second - HANGUL_T);
    return 0;
}

/* The character that two compose to; 0: none. */
static uint32_t composed(uint32_t first, uint32_t second) {
    size_t low = 0, high = sizeof unicode_compositions / sizeof *unicode_compositions;
    uint64_t wanted = (uint64_t)first << 32 | second;
    while (low < high) {
        size_t middle = (low + high) / 2;
        uint64_t pair = (uint64_t)unicode_compositions[middle].first << 32 |
                        unicode_compositions[middle].second;
        if (pair == wanted)
            return unicode_compositions[middle].whole;
        if (pair < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return composed_hangul(first, second);
}

/* Joins marks to the last starter where nothing of the same or a higher class stands between. */
static void compose(Characters *text) {
    int64_t starter = -1, kept = 0;
    int last = 0; /* class of the last one kept behind the starter */
    for (int64_t i = 0; i < text->length; i++) {
        uint32_t character = text->data[i], whole = 0;
        int class = class_of(character);
        bool adjacent = starter >= 0 && kept == starter + 1;
        if (starter >= 0 && (adjacent || (last && last < class)))
            whole = composed(text->data[starter], character);
        if (whole) {
            text->data[starter] = whole;
            continue;
        }
        if (!class)
            starter = kept;
        last = class;
        text->data[kept++] = character;
    }
    text->length = kept;
}

/* What a form's name asks for. */
typedef struct Form {
    bool composes, wide;
} Form;

static bool read_form(Value name, Form *form) {
    *form = (Form){str_equal_cstr(name, "NFC") || str_equal_cstr(name, "NFKC"),
                   str_equal_cstr(name, "NFKC") || str_equal_cstr(name, "NFKD")};
    if (form->composes || form->wide || str_equal_cstr(name, "NFD"))
        return true;
    raise_error(&rt_exc_ValueError, "invalid normalization form");
    return false;
}

static bool check_texts(const char *function, const Value *args) {
    for (int i = 0; i < 2; i++) {
        if (value_is_str(args[i]))
            continue;
        raise_error(&rt_exc_TypeError, "%s() argument %d must be str, not %s", function, i + 1,
                    unicode_kind(args[i]));
        return false;
    }
    return true;
}

/* The normal form; the same object if it is in that form already. */
static Value normalized(Value value, Form form, bool old) {
    const StrObject *str = AS(StrObject, value);
    if (str->ascii || (str->kind == 1 && form.composes && !form.wide))
        return value_incref(value);
    Characters text = {0};
    for (int64_t i = 0; i < str->length; i++) {
        if (decompose(&text, str_at(str, i), form.wide, old) < 0) {
            mem_free(text.data);
            return 0;
        }
    }
    order_marks(&text);
    if (form.composes)
        compose(&text);
    bool same = text.length == str->length;
    for (int64_t i = 0; same && i < text.length; i++)
        same = text.data[i] == str_at(str, i);
    Value result = same ? value_incref(value) : str_from_ucs4(text.data, text.length);
    mem_free(text.data);
    return result;
}

static Value answer_normalize(bool old, const Value *args, uint32_t count) {
    Form form;
    (void)count;
    if (!check_texts("normalize", args))
        return 0;
    if (AS(StrObject, args[1])->length == 0)
        return value_incref(args[1]);
    return read_form(args[0], &form) ? normalized(args[1], form, old) : 0;
}
UNICODE_FUNCTION(normalize)

static Value answer_is_normalized(bool old, const Value *args, uint32_t count) {
    Form form;
    (void)count;
    if (!check_texts("is_normalized", args))
        return 0;
    if (AS(StrObject, args[1])->length == 0)
        return VALUE_TRUE;
    if (!read_form(args[0], &form))
        return 0;
    Value normal = normalized(args[1], form, old);
    bool same = normal == args[1] || (normal && str_equal(normal, args[1]));
    value_decref(normal);
    return normal ? VALUE_BOOL(same) : 0;
}
UNICODE_FUNCTION(is_normalized)

/* ---- the part -------------------------------------------------------------------------------- */

#define ROWS(kind)                                                                                 \
    UNICODE_ROW(kind, category, 1, 1), UNICODE_ROW(kind, bidirectional, 1, 1),                     \
        UNICODE_ROW(kind, east_asian_width, 1, 1), UNICODE_ROW(kind, combining, 1, 1),             \
        UNICODE_ROW(kind, mirrored, 1, 1), UNICODE_ROW(kind, decimal, 1, 2),                       \
        UNICODE_ROW(kind, digit, 1, 2), UNICODE_ROW(kind, numeric, 1, 2),                          \
        UNICODE_ROW(kind, decomposition, 1, 1), UNICODE_ROW(kind, normalize, 2, 2),                \
        UNICODE_ROW(kind, is_normalized, 2, 2)

static const NativeMethod functions[] = {ROWS(function), {0}};

NATIVE(get_unidata_version) {
    NATIVE_UNUSED();
    return str_from_cstr("3.2.0");
}

static const NativeMethod ucd_methods[] = {
    ROWS(method),
    {.name = "unidata_version", .call = get_unidata_version, .kind = METHOD_GETTER},
    {0},
};

static Value ucd_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return raise_error(&rt_exc_TypeError, "cannot create '%N' instances", type);
}

static Type type_ucd = {
    .name = "unicodedata.UCD",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(Object),
    .methods = ucd_methods,
    .slots = {.new = ucd_new},
};

static int part_init(ModuleObject *module) {
    type_ready(&type_ucd);
    rt_unicode_ucd = &type_ucd;
    rt_unicode_is_old = is_old;
    if (module_add_functions(module, functions) < 0 ||
        module_add_type(module, "UCD", &type_ucd) < 0 ||
        module_set(module, "unidata_version", str_from_cstr(UNICODE_VERSION)) < 0)
        return -1;
    return module_set(module, "ucd_3_2_0", OBJ(object_new(&type_ucd, sizeof(Object))));
}

const NativeModule pyrt_part_unicode_properties = {"unicodedata/unicode_properties", part_init};
