/*
 * decimal_context.c — Decimal objects and contexts of _pydecimal as this runtime lays them out: the
 * slots of the one are read where they are, the attributes of the other by the shape that all usual
 * contexts have.
 */
#include "decimal.h"
#include "object.h"
#include "isolate.h"

DecimalClass rt_decimal;

/* ---- classes --------------------------------------------------------------------------------- */

int decimal_note_classes(Type *decimal, Type *context, Value variable, Value inexact,
                         Value rounded) {
    wide_init();
    rt_decimal = (DecimalClass){.decimal = decimal,
                                .context = context,
                                .variable = variable,
                                .inexact = inexact,
                                .rounded = rounded};
    if (type_member_place(decimal, "_sign", &rt_decimal.sign) < 0 ||
        type_member_place(decimal, "_int", &rt_decimal.digits) < 0 ||
        type_member_place(decimal, "_exp", &rt_decimal.exponent) < 0)
        return -1;
    return type_member_place(decimal, "_is_special", &rt_decimal.special);
}

/* ---- objects --------------------------------------------------------------------------------- */

const Value *decimal_slots(Value value) {
    if (!value_is(value, rt_decimal.decimal))
        return NULL;
    const Value *slots = instance_plain(value_object(value))->slots;
    bool usual = slots[rt_decimal.special] == VALUE_FALSE &&
                 value_is_small_int(slots[rt_decimal.exponent]) &&
                 value_is_small_int(slots[rt_decimal.sign]) &&
                 value_is(slots[rt_decimal.digits], &rt_type_str);
    return usual ? slots : NULL;
}

/* The number of eight digits: neighbours are added up, then pairs of them, then fours. */
static uint64_t eight_digits(const uint8_t *digits) {
    uint64_t eight; /* the first digit stands lowest: all targets are little-endian */
    memcpy(&eight, digits, sizeof eight);
    eight -= 0x3030303030303030;
    eight = eight * 10 + (eight >> 8);
    const uint64_t even = 0x000000ff000000ff;
    return ((eight & even) * (100 + (1000000ull << 32)) +
            (eight >> 16 & even) * (1 + (10000ull << 32))) >>
           32;
}

/* The number of up to 19 digits. */
static uint64_t word_of_digits(const uint8_t *digits, int64_t count) {
    uint64_t number = 0;
    for (; count % 8; count--)
        number = number * 10 + (uint64_t)(*digits++ - '0');
    for (; count; count -= 8, digits += 8)
        number = number * 100000000 + eight_digits(digits);
    return number;
}

static bool read_digits(const StrObject *text, Wide *number) {
    enum { LOW = WIDE_DIGITS / 2 };
    int64_t high = text->length - LOW;
    if (text->length > WIDE_DIGITS || text->kind != 1)
        return false;
    const uint8_t *digits = str_data(text);
    *number = high <= 0 ? word_of_digits(digits, text->length)
                        : word_of_digits(digits, high) * wide_power(LOW) +
                              word_of_digits(digits + high, LOW);
    return true;
}

bool decimal_read(Value value, Decimal *number) {
    int64_t word;
    const Value *slots = decimal_slots(value);
    if (slots) {
        number->exponent = value_small_int(slots[rt_decimal.exponent]);
        number->negative = slots[rt_decimal.sign] != value_from_small_int(0);
        return read_digits(AS(StrObject, slots[rt_decimal.digits]), &number->coefficient);
    }
    if (!int_word(value, &word))
        return false;
    number->coefficient = word < 0 ? -(uint64_t)word : (uint64_t)word;
    number->exponent = 0;
    number->negative = word < 0;
    return true;
}

Value decimal_new_text_take(Value digits, int64_t exponent, bool negative) {
    Type *type = rt_decimal.decimal;
    Value self = digits ? object_default_new(type, NULL, 0, 0) : 0;
    if (!self) {
        value_decref(digits);
        return 0;
    }
    Value *slots = instance_plain(value_object(self))->slots;
    slots[rt_decimal.special] = VALUE_FALSE;
    slots[rt_decimal.sign] = value_from_small_int(negative);
    slots[rt_decimal.exponent] = value_from_small_int(exponent);
    slots[rt_decimal.digits] = digits;
    return self;
}

Value decimal_new(const Decimal *number) {
    char text[WIDE_DIGITS + 2];
    int size = wide_text(number->coefficient, text);
    Value digits = size == 1 ? str_from_char((uint8_t)*text) : str_of_ascii(text, size);
    return decimal_new_text_take(digits, number->exponent, number->negative);
}

/* ---- contexts -------------------------------------------------------------------------------- */

enum { PREC, ROUNDING, EMIN, EMAX, CLAMP, IGNORED, TRAPS, FLAGS, ATTRIBUTES };

/* Where contexts of one shape have their attributes. */
static struct {
    const Shape *shape;
    uint32_t places[ATTRIBUTES];
} layout;

static bool note_layout(const Shape *shape) {
    static const char *const names[ATTRIBUTES] = {"prec",  "rounding",       "Emin",  "Emax",
                                                  "clamp", "_ignored_flags", "traps", "flags"};
    if (shape->is_dict)
        return false;
    for (int i = 0; i < ATTRIBUTES; i++) {
        int place = shape_find(shape, str_name(names[i]));
        if (place < 0)
            return false;
        layout.places[i] = (uint32_t)place;
    }
    layout.shape = shape;
    return true;
}

Rounding rounding_of(Value text) {
    static const char *const names[] = {"ROUND_DOWN",      "ROUND_UP",      "ROUND_CEILING",
                                        "ROUND_FLOOR",     "ROUND_HALF_UP", "ROUND_HALF_DOWN",
                                        "ROUND_HALF_EVEN", "ROUND_05UP"};
    if (!value_is(text, &rt_type_str))
        return ROUND_UNKNOWN;
    int i = ROUND_HALF_EVEN;
    if (str_equal_cstr(text, names[i])) /* by far the most usual */
        return (Rounding)i;
    for (i = 0; i < ROUND_UNKNOWN && !str_equal_cstr(text, names[i]);)
        i++;
    return (Rounding)i;
}

FastStatus settings_read(Settings *settings) {
    Value context = contextvar_borrow(rt_decimal.variable);
    if (!context || !value_is(context, rt_decimal.context))
        return FAST_RARE;
    Object *object = value_object(context);
    InstanceSlots *slots = instance_slots(object);
    if (!slots || (slots->shape != layout.shape && !note_layout(slots->shape)))
        return FAST_RARE;
    Value values[ATTRIBUTES];
    for (int i = 0; i < ATTRIBUTES; i++)
        values[i] = *instance_slot_at(object, slots, layout.places[i]);
    if (!value_is_small_int(values[PREC]) || !value_is_small_int(values[EMIN]) ||
        !value_is_small_int(values[EMAX]) || values[CLAMP] != value_from_small_int(0) ||
        !value_is(values[IGNORED], &rt_type_list) || AS(ListObject, values[IGNORED])->length ||
        !value_is(values[FLAGS], &rt_type_dict) || !value_is(values[TRAPS], &rt_type_dict))
        return FAST_RARE;
    *settings = (Settings){.context = context,
                           .precision = value_small_int(values[PREC]),
                           .least = value_small_int(values[EMIN]),
                           .most = value_small_int(values[EMAX]),
                           .rounding = rounding_of(values[ROUNDING]),
                           .flags = values[FLAGS],
                           .traps = values[TRAPS]};
    return settings->rounding == ROUND_UNKNOWN ? FAST_RARE : FAST_DONE;
}

/* Is the signal not trapped? */
static bool is_quiet(const Settings *settings, Value signal) {
    Value trap = dict_get_borrow(settings->traps, signal);
    return trap == VALUE_FALSE || trap == value_from_small_int(0);
}

static int raise_flag(const Settings *settings, Value signal) {
    if (dict_get_borrow(settings->flags, signal) == VALUE_TRUE)
        return 0;
    return dict_set(settings->flags, signal, VALUE_TRUE);
}

FastStatus settings_signal(const Settings *settings, bool inexact) {
    if (!is_quiet(settings, rt_decimal.rounded) ||
        (inexact && !is_quiet(settings, rt_decimal.inexact)))
        return FAST_RARE;
    if (raise_flag(settings, rt_decimal.rounded) < 0 ||
        (inexact && raise_flag(settings, rt_decimal.inexact) < 0))
        return FAST_FAILED;
    return FAST_DONE;
}

FastStatus settings_fix(const Settings *settings, Decimal *number) {
    int64_t precision = settings->precision;
    int64_t tiny = settings->least - precision + 1, top = settings->most - precision + 1;
    if (number->coefficient == 0)
        return number->exponent >= tiny && number->exponent <= settings->most ? FAST_DONE
                                                                              : FAST_RARE;
    int digits = wide_digits(number->coefficient);
    int64_t least = digits + number->exponent - precision;
    if (least < tiny || least >= top) /* the last one has room for a carry */
        return FAST_RARE;
    if (number->exponent >= least)
        return FAST_DONE;
    bool inexact;
    Wide rounded = wide_round(number->coefficient, (int)(least - number->exponent),
                              settings->rounding, number->negative, &inexact);
    if (rounded == wide_power((int)precision)) {
        rounded = wide_power((int)precision - 1);
        least++;
    }
    FastStatus status = settings_signal(settings, inexact);
    number->coefficient = rounded;
    number->exponent = least;
    return status;
}
