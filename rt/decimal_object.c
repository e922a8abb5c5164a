/*
 * decimal_object.c — Decimal objects of _pydecimal as this runtime lays them out.
 *
 * The class has four slots. _exp and _is_special are as the Python code has them. _int and _sign
 * have two forms:
 *
 *     as text:    _int is a str, _sign is 0 or 1, as the Python code sets them
 *     a number:   of a finite object; _int is the lower 63 bits of the coefficient as a small int,
 *                 _sign is twice the other bits, plus 1 if the object is negative
 *
 * All words are values in either form, so that whoever visits or drops slots need not know. The
 * operators in C read and make numbers: a result is one object without text. The attributes _int
 * and _sign are getsets, which answer the same whatever the form is, and make text of a number that
 * is changed. Numbers from 2**124 on (all of up to 37 digits are below) are always text.
 */
#include "decimal.h"
#include "object.h"

DecimalClass rt_decimal;

enum { LOW_BITS = 63, HIGH_BITS = 61 };
#define LOW_MASK (((Wide)1 << LOW_BITS) - 1)

static inline bool is_number(const Value *slots) {
    return value_is_small_int(slots[DECIMAL_DIGITS]);
}

/* ---- making ---------------------------------------------------------------------------------- */

/* A Decimal whose slots are still to be set. */
static Value *slots_new(Value *self) {
    Object *place = place_take(rt_decimal.size_class);
    if (!place) {
        *self = object_default_new(rt_decimal.decimal, NULL, 0, 0);
        return *self ? instance_plain(value_object(*self))->slots : NULL;
    }
    Type *type = rt_decimal.decimal;
    type->base.refs++;
    place->refs = 1;
    place->type = type;
    place->flags = rt_decimal.size_class << OBJECT_CLASS_SHIFT;
    InstanceSlots *slots = instance_plain(place);
    slots->shape = rt_decimal.shape;
    slots->overflow = NULL;
    for (uint32_t i = DECIMAL_SLOTS; i < type->inline_slots; i++)
        slots->slots[i] = 0;
    *self = OBJ(place);
    return slots->slots;
}

Value decimal_new_text_take(Value digits, int64_t exponent, bool negative) {
    Value self;
    Value *slots = digits ? slots_new(&self) : NULL;
    if (!slots) {
        value_decref(digits);
        return 0;
    }
    slots[DECIMAL_SPECIAL] = VALUE_FALSE;
    slots[DECIMAL_SIGN] = value_from_small_int(negative);
    slots[DECIMAL_EXPONENT] = value_from_small_int(exponent);
    slots[DECIMAL_DIGITS] = digits;
    return self;
}

static Value wide_str(Wide coefficient) {
    char text[WIDE_TEXT];
    int size = wide_text(coefficient, text);
    return size == 1 ? str_from_char((uint8_t)*text) : str_of_ascii(text, size);
}

Value decimal_new(const Decimal *number) {
    Wide high = number->coefficient >> LOW_BITS;
    if (high >> HIGH_BITS)
        return decimal_new_text_take(wide_str(number->coefficient), number->exponent,
                                     number->negative);
    Value self;
    Value *slots = slots_new(&self);
    if (!slots)
        return 0;
    slots[DECIMAL_SPECIAL] = VALUE_FALSE;
    slots[DECIMAL_SIGN] = value_from_small_int((int64_t)high * 2 + number->negative);
    slots[DECIMAL_EXPONENT] = value_from_small_int(number->exponent);
    slots[DECIMAL_DIGITS] = (uint64_t)number->coefficient << 1 | 1; /* as small ints are */
    return self;
}

/* Most have nothing but numbers. There is no room for other attributes than these. */
static void decimal_dealloc(Object *self) {
    const Value *slots = instance_plain(self)->slots;
    if (is_number(slots) && value_is_small_int(slots[DECIMAL_EXPONENT]))
        return;
    for (int i = 0; i < DECIMAL_SLOTS; i++)
        value_decref(slots[i]);
}

/* ---- reading --------------------------------------------------------------------------------- */

const Value *decimal_slots(Value value) {
    if (!value_is(value, rt_decimal.decimal))
        return NULL;
    const Value *slots = instance_plain(value_object(value))->slots;
    Value numbers = slots[DECIMAL_EXPONENT] & slots[DECIMAL_SIGN];
    bool usual = slots[DECIMAL_SPECIAL] == VALUE_FALSE && value_is_small_int(numbers) &&
                 (is_number(slots) || value_is(slots[DECIMAL_DIGITS], &rt_type_str));
    return usual ? slots : NULL;
}

static inline Wide number_of(const Value *slots) {
    return (Wide)((uint64_t)value_small_int(slots[DECIMAL_SIGN]) >> 1) << LOW_BITS |
           slots[DECIMAL_DIGITS] >> 1;
}

bool slots_negative(const Value *slots) {
    return value_small_int(slots[DECIMAL_SIGN]) & 1;
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

Wide wide_of_digits(const uint8_t *digits, int64_t count) {
    enum { LOW = WIDE_DIGITS / 2 };
    int64_t high = count - LOW;
    return high <= 0 ? word_of_digits(digits, count)
                     : word_of_digits(digits, high) * wide_power(LOW) +
                           word_of_digits(digits + high, LOW);
}

static bool read_text(const StrObject *text, Wide *number) {
    if (text->length > WIDE_DIGITS || text->kind != 1)
        return false;
    *number = wide_of_digits(str_data(text), text->length);
    return true;
}

bool decimal_read(Value value, Decimal *number) {
    int64_t word;
    const Value *slots = decimal_slots(value);
    if (slots) {
        number->exponent = value_small_int(slots[DECIMAL_EXPONENT]);
        number->negative = slots_negative(slots);
        if (!is_number(slots))
            return read_text(AS(StrObject, slots[DECIMAL_DIGITS]), &number->coefficient);
        number->coefficient = number_of(slots);
        return true;
    }
    if (!int_word(value, &word))
        return false;
    number->coefficient = word < 0 ? -(uint64_t)word : (uint64_t)word;
    number->exponent = 0;
    number->negative = word < 0;
    return true;
}

bool slots_order(const Value *left, const Value *right, int *order) {
    Value sign = left[DECIMAL_SIGN];
    if (!is_number(left) || !is_number(right) || sign != right[DECIMAL_SIGN] ||
        left[DECIMAL_EXPONENT] != right[DECIMAL_EXPONENT])
        return false;
    Value a = left[DECIMAL_DIGITS], b = right[DECIMAL_DIGITS];
    *order = a < b ? -1 : a > b;
    if (value_small_int(sign) & 1)
        *order = -*order;
    return true;
}

bool slots_digits(const Value *slots, Digits *digits) {
    digits->exponent = value_small_int(slots[DECIMAL_EXPONENT]);
    digits->negative = slots_negative(slots);
    if (is_number(slots)) {
        digits->length = wide_text(number_of(slots), digits->buffer);
        digits->text = digits->buffer;
        return true;
    }
    const StrObject *text = AS(StrObject, slots[DECIMAL_DIGITS]);
    digits->length = text->length;
    digits->text = str_data(text);
    return text->kind == 1;
}

bool slots_zero(const Value *slots) {
    if (is_number(slots))
        return number_of(slots) == 0;
    return str_equal_cstr(slots[DECIMAL_DIGITS], "0");
}

/* ---- the attributes _int and _sign ----------------------------------------------------------- */

/* Of an instance of the class or a subclass. */
static Value *object_slots(Value self) {
    return instance_plain(value_object(self))->slots;
}

static Value get_int(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    const Value *slots = object_slots(args[0]);
    if (!slots[DECIMAL_DIGITS])
        return attr_missing(args[0], str_name("_int"));
    return is_number(slots) ? wide_str(number_of(slots)) : value_incref(slots[DECIMAL_DIGITS]);
}

static Value get_sign(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    const Value *slots = object_slots(args[0]);
    if (!slots[DECIMAL_SIGN])
        return attr_missing(args[0], str_name("_sign"));
    return is_number(slots) ? value_from_small_int(slots_negative(slots))
                            : value_incref(slots[DECIMAL_SIGN]);
}

/* Gives a number its form as text. 0 or -1. */
static int make_text(Value *slots) {
    if (!is_number(slots))
        return 0;
    Value digits = wide_str(number_of(slots));
    if (!digits)
        return -1;
    slots[DECIMAL_SIGN] = value_from_small_int(slots_negative(slots));
    slots[DECIMAL_DIGITS] = digits;
    return 0;
}

static int set_slot(Value self, uint32_t index, Value value) {
    Value *slots = object_slots(self);
    if (make_text(slots) < 0)
        return -1;
    value_replace(&slots[index], value ? value_incref(value) : 0);
    return 0;
}

static int set_int(Value self, Value value) {
    return set_slot(self, DECIMAL_DIGITS, value);
}

static int set_sign(Value self, Value value) {
    return set_slot(self, DECIMAL_SIGN, value);
}

static const NativeMethod attributes[] = {
    {.name = "_int", .call = get_int, .kind = METHOD_GETTER, .set = set_int},
    {.name = "_sign", .call = get_sign, .kind = METHOD_GETTER, .set = set_sign},
};

static int install_attribute(Type *type, const NativeMethod *attribute) {
    Value getset = getset_new(type, attribute);
    int status = getset ? type_set_attribute(type, str_name(attribute->name), getset) : -1;
    value_decref(getset);
    return status;
}

int decimal_note_class(Type *type) {
    static const char *const names[DECIMAL_SLOTS] = {"_exp", "_int", "_is_special", "_sign"};
    wide_init();
    for (uint32_t i = 0, place; i < DECIMAL_SLOTS; i++) {
        if (type_member_place(type, names[i], &place) < 0)
            return -1;
        if (place != i)
            return raise_status(&rt_exc_SystemError, "%N has its slots elsewhere", type);
    }
    rt_decimal.decimal = type;
    rt_decimal.shape = type_root_shape(type);
    rt_decimal.size_class = (type_heap(type)->instance_size + 15) / 16;
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (install_attribute(type, &attributes[i]) < 0)
            return -1;
    type->slots.dealloc = decimal_dealloc;
    return 0;
}
