/*
 * str_shape.c — padding, tabs, and translation by tables.
 */
#include "text.h"

/* ---- padding --------------------------------------------------------------------------------- */

static Value pad(Value self, int64_t left, int64_t right, uint32_t fill) {
    const StrObject *str = AS(StrObject, self);
    if (left <= 0 && right <= 0)
        return str_substring(self, 0, str->length);
    uint32_t most = str_max_char(str, 0, str->length);
    StrObject *result = str_alloc(left + str->length + right, fill > most ? fill : most);
    if (!result)
        return 0;
    for (int64_t i = 0; i < left; i++)
        str_put(result, i, fill);
    str_copy_chars(result, left, str, 0, str->length);
    for (int64_t i = 0; i < right; i++)
        str_put(result, left + str->length + i, fill);
    return OBJ(result);
}

/* Reads (width[, fillchar]); how many characters are missing to the width. */
static bool read_padding(const Value *args, uint32_t count, int64_t *missing, uint32_t *fill) {
    int64_t width = object_index(args[1]);
    if (width == -1 && isolate.pending)
        return false;
    *fill = ' ';
    if (ARG(2)) {
        if (!value_is_str(args[2])) {
            raise_error(&rt_exc_TypeError, "The fill character must be a unicode character, not %T",
                        args[2]);
            return false;
        }
        const StrObject *character = AS(StrObject, args[2]);
        if (character->length != 1) {
            raise_error(&rt_exc_TypeError, "The fill character must be exactly one character long");
            return false;
        }
        *fill = str_at(character, 0);
    }
    *missing = width - AS(StrObject, args[0])->length;
    if (*missing < 0)
        *missing = 0;
    return true;
}

STR_NATIVE(ljust) {
    NATIVE_UNUSED();
    int64_t missing;
    uint32_t fill;
    return read_padding(args, count, &missing, &fill) ? pad(args[0], 0, missing, fill) : 0;
}

STR_NATIVE(rjust) {
    NATIVE_UNUSED();
    int64_t missing;
    uint32_t fill;
    return read_padding(args, count, &missing, &fill) ? pad(args[0], missing, 0, fill) : 0;
}

/* The odd character goes to the left if the width is odd too, as in CPython. */
STR_NATIVE(center) {
    NATIVE_UNUSED();
    int64_t missing;
    uint32_t fill;
    if (!read_padding(args, count, &missing, &fill))
        return 0;
    int64_t width = AS(StrObject, args[0])->length + missing;
    int64_t left = missing / 2 + (missing & width & 1);
    return pad(args[0], left, missing - left, fill);
}

STR_NATIVE(zfill) {
    NATIVE_UNUSED();
    int64_t missing;
    uint32_t fill;
    const StrObject *str = AS(StrObject, args[0]);
    if (!read_padding(args, 2, &missing, &fill))
        return 0;
    Value padded = pad(args[0], missing, 0, '0');
    if (!padded || !missing || !str->length)
        return padded;
    uint32_t sign = str_at(str, 0);
    if (sign == '+' || sign == '-') { /* the zeros go behind the sign */
        str_put(AS(StrObject, padded), missing, '0');
        str_put(AS(StrObject, padded), 0, sign);
    }
    return padded;
}

STR_NATIVE(expandtabs) {
    NATIVE_UNUSED();
    int64_t column = 0;
    int size = 8;
    if (ARG(1) && object_c_int(args[1], &size) < 0)
        return 0;
    const StrObject *str = AS(StrObject, args[0]);
    StrBuilder builder;
    str_builder_init(&builder);
    for (int64_t i = 0; i < str->length; i++) {
        uint32_t character = str_at(str, i);
        if (character == '\t') {
            int64_t spaces = size > 0 ? size - column % size : 0;
            column += spaces;
            for (; spaces > 0; spaces--)
                str_builder_char(&builder, ' ');
        } else {
            column = character == '\n' || character == '\r' ? 0 : column + 1;
            str_builder_char(&builder, character);
        }
    }
    return str_builder_finish(&builder);
}

/* ---- translate ------------------------------------------------------------------------------- */

/* What the table has for a character: a new reference; 0: nothing (*failed: an exception is
 * pending). A plain dict is asked without an exception that says it has nothing. */
static Value find_translation(Value table, uint32_t character, bool *failed) {
    Value key = value_from_small_int(character), found;
    if (value_is(table, &rt_type_dict)) {
        found = value_incref(dict_get_borrow(table, key));
        *failed = !found && isolate.pending;
        return found;
    }
    found = object_getitem(table, key);
    *failed = !found && !exc_pending_is(&rt_exc_LookupError);
    if (!found && !*failed)
        exc_clear();
    return found;
}

/* Appends what the table has for a character. 0 or -1. */
static int add_translation(StrBuilder *builder, Value table, uint32_t character) {
    bool failed;
    Value found = find_translation(table, character, &failed);
    if (!found && !failed)
        str_builder_char(builder, character);
    if (!found)
        return failed ? -1 : 0;
    int status = 0;
    int64_t code;
    if (value_is_str(found))
        str_builder_str(builder, found);
    else if (value_is_int(found) && (!int_to_i64(found, &code) || code < 0 || code > 0x10ffff))
        status = raise_status(&rt_exc_ValueError, "character mapping must be in range(0x110000)");
    else if (value_is_int(found))
        str_builder_char(builder, (uint32_t)code);
    else if (found != VALUE_NONE)
        status =
            raise_status(&rt_exc_TypeError, "character mapping must return integer, None or str");
    value_decref(found);
    return status;
}

/* What becomes of the ASCII characters of ASCII text: another one, or one of these marks. Each is
 * looked up once. */
enum { ASCII_COUNT = 128, ASCII_UNKNOWN = 0xff, ASCII_DROPPED = 0xfe, ASCII_OTHERWISE = 0xfd };

/* `found`, what the table has for a character, as an entry of the ASCII table. */
static uint8_t ascii_entry(Value found) {
    int64_t code = -1;
    if (found == VALUE_NONE)
        return ASCII_DROPPED;
    if (value_is_str(found) && AS(StrObject, found)->length == 1)
        code = str_at(AS(StrObject, found), 0);
    else if (value_is_int(found) && !int_to_i64(found, &code))
        code = -1;
    return code >= 0 && code < ASCII_COUNT ? (uint8_t)code : ASCII_OTHERWISE;
}

/* Translates ASCII text as long as the characters become ASCII or nothing. Answers where it
 * stopped, or -1. */
static int64_t translate_ascii(StrBuilder *builder, const StrObject *str, Value table) {
    uint8_t entries[ASCII_COUNT];
    memset(entries, ASCII_UNKNOWN, sizeof entries);
    const uint8_t *text = str_data(str);
    for (int64_t i = 0; i < str->length; i++) {
        uint8_t *entry = &entries[text[i]];
        if (*entry == ASCII_UNKNOWN) {
            bool failed;
            Value found = find_translation(table, text[i], &failed);
            if (failed)
                return -1;
            *entry = found ? ascii_entry(found) : text[i];
            value_decref(found);
        }
        if (*entry == ASCII_OTHERWISE)
            return i;
        if (*entry != ASCII_DROPPED)
            str_builder_char(builder, *entry);
    }
    return str->length;
}

STR_NATIVE(translate) {
    NATIVE_UNUSED();
    const StrObject *str = AS(StrObject, args[0]);
    StrBuilder builder;
    str_builder_init(&builder);
    int64_t i = str->ascii ? translate_ascii(&builder, str, args[1]) : 0;
    bool failed = i < 0;
    for (; !failed && i < str->length; i++)
        failed = add_translation(&builder, args[1], str_at(str, i)) < 0;
    if (failed) {
        str_builder_drop(&builder);
        return 0;
    }
    return str_builder_finish(&builder);
}

/* ---- maketrans ------------------------------------------------------------------------------- */

static int map_char(Value dict, uint32_t from, Value to_take) {
    int status = to_take ? dict_set(dict, value_from_small_int(from), to_take) : -1;
    value_decref(to_take);
    return status;
}

/* str.maketrans({key: value}): keys are characters or their numbers. */
static int add_mapping(Value dict, Value mapping) {
    if (!value_isa(mapping, &rt_type_dict))
        return raise_status(&rt_exc_TypeError,
                            "if you give only one argument to maketrans it must be a dict");
    int64_t position = 0;
    Value key, value;
    while (dict_next(mapping, &position, &key, &value)) {
        int status;
        if (value_is_str(key) && AS(StrObject, key)->length != 1)
            return raise_status(&rt_exc_ValueError,
                                "string keys in translate table must be of length 1");
        if (value_is_str(key))
            status = map_char(dict, str_at(AS(StrObject, key), 0), value_incref(value));
        else if (value_is_int(key))
            status = dict_set(dict, key, value);
        else
            return raise_status(&rt_exc_TypeError,
                                "keys in translate table must be strings or integers");
        if (status < 0)
            return -1;
    }
    return 0;
}

static int add_pairs(Value dict, const Value *args, uint32_t count) {
    for (uint32_t i = 1; i < count; i++)
        if (!str_argument("maketrans", (int)i + 1, args[i]))
            return -1;
    if (!value_is_str(args[0]))
        return raise_status(
            &rt_exc_TypeError,
            "first maketrans argument must be a string if there is a second argument");
    const StrObject *from = AS(StrObject, args[0]), *to = AS(StrObject, args[1]);
    if (from->length != to->length)
        return raise_status(&rt_exc_ValueError,
                            "the first two maketrans arguments must have equal length");
    int status = 0;
    for (int64_t i = 0; status == 0 && i < from->length; i++)
        status = map_char(dict, str_at(from, i), value_from_small_int(str_at(to, i)));
    const StrObject *dropped = count > 2 ? AS(StrObject, args[2]) : NULL;
    for (int64_t i = 0; status == 0 && dropped && i < dropped->length; i++)
        status = map_char(dict, str_at(dropped, i), VALUE_NONE);
    return status;
}

STR_NATIVE(maketrans) {
    NATIVE_UNUSED();
    Value dict = dict_new();
    if (!dict)
        return 0;
    int status = count == 1 ? add_mapping(dict, args[0]) : add_pairs(dict, args, count);
    if (status == 0)
        return dict;
    value_decref(dict);
    return 0;
}
