/*
 * mod_decimal.c — the module _decimal_fast: the operators of _pydecimal's Decimal in C.
 *
 * install() puts them into the slots of that class in front of the ones that call its Python
 * methods, which are kept for every case that is rare: special values, more than 38 digits, results
 * at the ends of the range of exponents, trapped signals, subclasses. Subclasses have slots of
 * their own, which know nothing of these.
 */
#include "decimal.h"
#include "object.h"

static TypeSlots general; /* the slots that call Python */

/* What does not fit: numbers of many digits, then the Python method behind the operator; its slot
 * cannot be called, for it is no longer the class's. */
static Value call_general(NumberSlot slot, Value left, Value right) {
    static const char *const names[NUMBER_SLOT_COUNT][2] = {
        [SLOT_ADD] = {"__add__", "__radd__"},
        [SLOT_SUB] = {"__sub__", "__rsub__"},
        [SLOT_MUL] = {"__mul__", "__rmul__"},
        [SLOT_TRUEDIV] = {"__truediv__", "__rtruediv__"},
        [SLOT_FLOORDIV] = {"__floordiv__", "__rfloordiv__"},
        [SLOT_MOD] = {"__mod__", "__rmod__"},
        [SLOT_DIVMOD] = {"__divmod__", "__rdivmod__"},
        [SLOT_POW] = {"__pow__", "__rpow__"},
    };
    if (slot == SLOT_ADD || slot == SLOT_SUB || slot == SLOT_MUL || slot == SLOT_TRUEDIV) {
        Value result = decimal_long(slot, left, right);
        if (result || isolate.pending)
            return result;
    }
    bool reflected = !value_is(left, rt_decimal.decimal);
    Value self = reflected ? right : left, args[2] = {self, reflected ? left : right};
    Value method = type_lookup_borrow(value_type(self), str_name(names[slot][reflected]));
    return method ? object_call(method, args, 2, 0) : VALUE_NOTIMPLEMENTED;
}

static Value result_of(FastStatus status, const Decimal *number, NumberSlot slot, Value left,
                       Value right) {
    if (status == FAST_DONE)
        return decimal_new(number);
    return status == FAST_FAILED ? 0 : call_general(slot, left, right);
}

/* Reads both operands and the context. */
static bool read_all(Value left, Value right, Decimal *a, Decimal *b, Settings *settings) {
    return decimal_read(left, a) && decimal_read(right, b) && settings_read(settings) == FAST_DONE;
}

/* A sum of nothing is negative only when rounding down, or if both were. */
static void sign_zero(Decimal *sum, const Decimal *a, const Decimal *b, Rounding rounding) {
    if (sum->coefficient == 0 && a->negative != b->negative)
        sum->negative = rounding == ROUND_FLOOR;
}

static bool one_zero(const Decimal *a, const Decimal *b) {
    return (a->coefficient == 0) != (b->coefficient == 0);
}

static Value add(Value left, Value right, bool subtract) {
    NumberSlot slot = subtract ? SLOT_SUB : SLOT_ADD;
    Decimal a, b, sum;
    Settings settings;
    if (!read_all(left, right, &a, &b, &settings))
        return call_general(slot, left, right);
    b.negative ^= subtract;
    /* a zero does not lengthen the other operand by more than its precision */
    int64_t apart = a.exponent - b.exponent;
    bool rare = one_zero(&a, &b) && (apart > settings.precision || -apart > settings.precision);
    if (rare || !decimal_add(&a, &b, settings.precision, &sum))
        return call_general(slot, left, right);
    sign_zero(&sum, &a, &b, settings.rounding);
    return result_of(settings_fix(&settings, &sum), &sum, slot, left, right);
}

static Value fast_add(Value left, Value right) {
    return add(left, right, false);
}

static Value fast_sub(Value left, Value right) {
    return add(left, right, true);
}

static Value fast_mul(Value left, Value right) {
    Decimal a, b, product;
    Settings settings;
    if (!read_all(left, right, &a, &b, &settings) ||
        !decimal_multiply(&a, &b, settings.precision, &product))
        return call_general(SLOT_MUL, left, right);
    return result_of(settings_fix(&settings, &product), &product, SLOT_MUL, left, right);
}

static Value fast_truediv(Value left, Value right) {
    Decimal a, b, quotient;
    Settings settings;
    if (!read_all(left, right, &a, &b, &settings) || b.coefficient == 0 ||
        settings.precision > WIDE_DIGITS ||
        !decimal_divide(&a, &b, (int)settings.precision, &quotient))
        return call_general(SLOT_TRUEDIV, left, right);
    return result_of(settings_fix(&settings, &quotient), &quotient, SLOT_TRUEDIV, left, right);
}

static bool divide_whole(Value left, Value right, Settings *settings, Decimal *quotient,
                         Decimal *rest) {
    Decimal a, b;
    return read_all(left, right, &a, &b, settings) && b.coefficient != 0 &&
           settings->precision <= WIDE_DIGITS &&
           decimal_divide_whole(&a, &b, (int)settings->precision, quotient, rest);
}

static Value fast_floordiv(Value left, Value right) {
    Decimal quotient, rest;
    Settings settings;
    return divide_whole(left, right, &settings, &quotient, &rest)
               ? decimal_new(&quotient)
               : call_general(SLOT_FLOORDIV, left, right);
}

static Value fast_mod(Value left, Value right) {
    Decimal quotient, rest;
    Settings settings;
    if (!divide_whole(left, right, &settings, &quotient, &rest))
        return call_general(SLOT_MOD, left, right);
    return result_of(settings_fix(&settings, &rest), &rest, SLOT_MOD, left, right);
}

static Value fast_divmod(Value left, Value right) {
    Decimal quotient, rest;
    Settings settings;
    if (!divide_whole(left, right, &settings, &quotient, &rest))
        return call_general(SLOT_DIVMOD, left, right);
    FastStatus status = settings_fix(&settings, &rest);
    if (status != FAST_DONE)
        return status == FAST_FAILED ? 0 : call_general(SLOT_DIVMOD, left, right);
    Value pair[2] = {decimal_new(&quotient), decimal_new(&rest)};
    Value result = pair[0] && pair[1] ? tuple_new(pair, 2) : 0;
    value_decref(pair[0]);
    value_decref(pair[1]);
    return result;
}

/* Whole powers whose digits all fit. libmpdec keeps but three digits more than the precision on the
 * way. */
static Value fast_pow(Value left, Value right) {
    Decimal base, exponent, power;
    Settings settings;
    if (!read_all(left, right, &base, &exponent, &settings) || exponent.exponent != 0 ||
        exponent.negative || exponent.coefficient > 4 * WIDE_DIGITS ||
        !decimal_power(&base, (int)exponent.coefficient, &power) ||
        wide_digits(power.coefficient) > settings.precision + 3)
        return call_general(SLOT_POW, left, right);
    return result_of(settings_fix(&settings, &power), &power, SLOT_POW, left, right);
}

/* ---- one operand ----------------------------------------------------------------------------- */

/* +self or -self, rounded; a zero keeps its sign only when rounding down. */
static Value signed_as(Value self, bool negate, Value (*otherwise)(Value)) {
    Decimal number;
    Settings settings;
    if (!decimal_read(self, &number) || settings_read(&settings) != FAST_DONE)
        return otherwise(self);
    number.negative ^= negate;
    if (number.coefficient == 0 && settings.rounding != ROUND_FLOOR)
        number.negative = false;
    FastStatus status = settings_fix(&settings, &number);
    return status == FAST_DONE ? decimal_new(&number) : status == FAST_RARE ? otherwise(self) : 0;
}

static Value fast_negative(Value self) {
    return signed_as(self, true, general.negative);
}

static Value fast_positive(Value self) {
    return signed_as(self, false, general.positive);
}

static Value fast_absolute(Value self) {
    const Value *slots = decimal_slots(self);
    return slots ? signed_as(self, slots_negative(slots), general.absolute)
                 : general.absolute(self);
}

static int fast_truth(Value self) {
    const Value *slots = decimal_slots(self);
    return slots ? !slots_zero(slots) : general.truth(self);
}

static Value fast_compare(Value left, Value right, CompareOp op) {
    Decimal a, b;
    int order;
    const Value *left_slots = decimal_slots(left), *right_slots = decimal_slots(right);
    if (left_slots && right_slots && slots_order(left_slots, right_slots, &order))
        return compare_answer(order, op);
    if (decimal_read(left, &a) && decimal_read(right, &b))
        order = decimal_compare(&a, &b);
    else if (!decimal_long_compare(left, right, &order))
        return general.compare(left, right, op);
    return compare_answer(order, op);
}

static int64_t fast_hash(Value self) {
    Decimal number;
    return decimal_read(self, &number) ? decimal_hash(&number) : general.hash(self);
}

static Value fast_str(Value self) {
    const Value *slots = decimal_slots(self);
    Value text = slots ? decimal_text(slots) : 0;
    return text || isolate.pending ? text : general.str(self);
}

static Value fast_repr(Value self) {
    const Value *slots = decimal_slots(self);
    Value text = slots ? decimal_text(slots) : 0;
    if (!text)
        return isolate.pending ? 0 : general.repr(self);
    Value result = str_format("Decimal('%S')", text);
    value_decref(text);
    return result;
}

static Value fast_format(Value self, Value spec) {
    Value text = decimal_format(self, spec);
    return text || isolate.pending ? text : general.format(self, spec);
}

static Value fast_int(Value self) {
    Value number = decimal_to_int(self);
    return number || isolate.pending ? number : general.to_int(self);
}

static Value fast_float(Value self) {
    Value number = decimal_to_float(self);
    return number || isolate.pending ? number : general.to_float(self);
}

/* Decimal(number), which the context's flags tell; 0 without an exception: not done here. */
static Value from_float(Value number) {
    Settings settings;
    FastStatus status = settings_read(&settings);
    if (status == FAST_DONE)
        status = settings_note(&settings, SIGNAL_FLOAT);
    return status == FAST_DONE ? decimal_from_double(AS(FloatObject, number)->number) : 0;
}

static Value fast_new(Type *type, const Value *args, uint32_t count, Value names) {
    int64_t word;
    if (type == rt_decimal.decimal && count == 1 && !names) {
        Value made = 0;
        if (value_is(args[0], &rt_type_str))
            made = decimal_parse(args[0]);
        else if (value_is(args[0], type))
            made = value_incref(args[0]);
        else if (value_is(args[0], &rt_type_float))
            made = from_float(args[0]);
        else if (int_word(args[0], &word))
            made =
                decimal_new(&(Decimal){word < 0 ? -(uint64_t)word : (uint64_t)word, 0, word < 0});
        if (made || isolate.pending)
            return made;
    }
    return general.new(type, args, count, names);
}

/* ---- installation ---------------------------------------------------------------------------- */

/* install(Decimal, Context, variable, Inexact, Rounded, FloatOperation) */
NATIVE(install) {
    NATIVE_UNUSED();
    Type *type = AS(Type, args[0]);
    context_note_class(AS(Type, args[1]), args[2], args + 3);
    if (decimal_note_class(type) < 0 || decimal_install_methods(type) < 0)
        return 0;
    general = type->slots;
    type->flags |= TYPE_OWN_SLOTS;
    TypeSlots *slots = &type->slots;
    slots->number[SLOT_ADD] = fast_add;
    slots->number[SLOT_SUB] = fast_sub;
    slots->number[SLOT_MUL] = fast_mul;
    slots->number[SLOT_TRUEDIV] = fast_truediv;
    slots->number[SLOT_FLOORDIV] = fast_floordiv;
    slots->number[SLOT_MOD] = fast_mod;
    slots->number[SLOT_DIVMOD] = fast_divmod;
    slots->number[SLOT_POW] = fast_pow;
    slots->negative = fast_negative;
    slots->positive = fast_positive;
    slots->absolute = fast_absolute;
    slots->truth = fast_truth;
    slots->compare = fast_compare;
    slots->hash = fast_hash;
    slots->str = fast_str;
    slots->repr = fast_repr;
    slots->format = fast_format;
    slots->to_int = fast_int;
    slots->to_float = fast_float;
    slots->new = fast_new;
    return VALUE_NONE;
}

static const NativeMethod functions[] = {
    {.name = "install", .call = install, .min_args = 6, .max_args = 6},
    {0},
};

static int decimal_init(ModuleObject *module) {
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module_decimal = {"_decimal_fast", decimal_init};
