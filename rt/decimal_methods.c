/*
 * decimal_methods.c — methods of Decimal in C, in front of those in Python, which are kept for
 * subclasses, special values, many digits, contexts given as arguments, trapped signals.
 */
#include "decimal.h"
#include "object.h"

typedef enum Method {
    QUANTIZE,
    ROUND,
    FLOOR,
    CEIL,
    IS_ZERO,
    IS_NAN,
    IS_FINITE,
    IS_INFINITE,
    IS_SIGNED,
    ADJUSTED,
    COPY_ABS,
    COPY_NEGATE,
    NORMALIZE,
    TO_INTEGRAL_VALUE,
    TO_INTEGRAL,
    METHOD_COUNT,
} Method;

static Value general[METHOD_COUNT]; /* the functions in Python; owned */

static Value call_general(Method method, const Value *args, uint32_t count, Value names) {
    return object_call(general[method], args, count, names);
}

/* The slots of self, if it is finite and nothing else is given. */
static const Value *alone(const Value *args, uint32_t count, Value names) {
    return count == 1 && !names ? decimal_slots(args[0]) : NULL;
}

/* ---- conversions ----------------------------------------------------------------------------- */

static Value wide_int(Wide number, bool negative) {
    enum { LIMBS = sizeof(Wide) / sizeof(uint32_t) };
    if (number <= (Wide)SMALL_INT_MAX)
        return value_from_small_int(negative ? -(int64_t)number : (int64_t)number);
    IntObject *result = int_alloc(LIMBS);
    for (int i = 0; result && i < LIMBS; i++)
        result->limbs[i] = (uint32_t)(number >> 32 * i);
    return result ? int_finish_take(result, LIMBS, negative) : 0;
}

/* self as an int; 0 without an exception: not done here. */
static Value whole(Value self, Rounding rounding) {
    Decimal number;
    bool inexact;
    if (!decimal_slots(self) || !decimal_read(self, &number) || number.exponent < -WIDE_DIGITS)
        return 0;
    if (number.exponent < 0)
        number.coefficient = wide_round(number.coefficient, (int)-number.exponent, rounding,
                                        number.negative, &inexact);
    else if (!wide_shift(number.coefficient, number.exponent, &number.coefficient))
        return 0;
    return wide_int(number.coefficient, number.negative);
}

Value decimal_to_int(Value self) {
    return whole(self, ROUND_DOWN);
}

Value decimal_to_float(Value self) {
    Decimal number;
    double result;
    if (!decimal_slots(self) || !decimal_read(self, &number) || number.coefficient >> 64 ||
        !float_from_decimal((uint64_t)number.coefficient, number.exponent, &result))
        return 0;
    return float_new(number.negative ? -result : result);
}

static Value method_floor(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee;
    Value result = count == 1 && !names ? whole(args[0], ROUND_FLOOR) : 0;
    return result || isolate.pending ? result : call_general(FLOOR, args, count, names);
}

static Value method_ceil(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee;
    Value result = count == 1 && !names ? whole(args[0], ROUND_CEILING) : 0;
    return result || isolate.pending ? result : call_general(CEIL, args, count, names);
}

/* ---- rounding -------------------------------------------------------------------------------- */

/* *number with the exponent `exponent`. */
static FastStatus quantize(const Settings *settings, Rounding rounding, int64_t exponent,
                           Decimal *number) {
    int64_t tiny = settings->least - settings->precision + 1, drop = exponent - number->exponent;
    bool inexact = false;
    if (exponent < tiny || exponent > settings->most - settings->precision || drop > WIDE_DIGITS ||
        rounding == ROUND_UNKNOWN)
        return FAST_RARE;
    Wide coefficient = number->coefficient;
    if (drop > 0)
        coefficient = wide_round(coefficient, (int)drop, rounding, number->negative, &inexact);
    else if (!wide_shift(coefficient, -drop, &coefficient))
        return FAST_RARE;
    int digits = wide_digits(coefficient);
    if (digits > settings->precision || (coefficient && digits + exponent - 1 < settings->least))
        return FAST_RARE;
    bool zero = number->coefficient == 0;
    number->coefficient = coefficient;
    number->exponent = exponent;
    return drop > 0 && !zero ? settings_signal(settings, inexact) : FAST_DONE;
}

static Value method_quantize(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee;
    Decimal number, unit;
    Settings settings;
    bool named = names && AS(TupleObject, names)->length == 1 && count == 2 &&
                 str_equal_cstr(AS(TupleObject, names)->items[0], "rounding");
    bool usual = named || (!names && (count == 2 || count == 3));
    Value how = named || count == 3 ? args[2] : VALUE_NONE;
    if (usual && decimal_slots(args[0]) && decimal_read(args[0], &number) &&
        decimal_read(args[1], &unit) && settings_read(&settings) == FAST_DONE) {
        Rounding rounding = how == VALUE_NONE ? settings.rounding : rounding_of(how);
        FastStatus status = quantize(&settings, rounding, unit.exponent, &number);
        if (status != FAST_RARE)
            return status == FAST_DONE ? decimal_new(&number) : 0;
    }
    return call_general(QUANTIZE, args, count, names);
}

/* round(self, places) */
static Value round_places(Value self, Value places) {
    Decimal number;
    Settings settings;
    if (!value_is_small_int(places) || !decimal_slots(self) || !decimal_read(self, &number) ||
        settings_read(&settings) != FAST_DONE)
        return 0;
    FastStatus status = quantize(&settings, settings.rounding, -value_small_int(places), &number);
    return status == FAST_DONE ? decimal_new(&number) : 0;
}

static Value method_round(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee;
    Value result = 0;
    if (!names && (count == 1 || (count == 2 && args[1] == VALUE_NONE)))
        result = whole(args[0], ROUND_HALF_EVEN);
    else if (!names && count == 2)
        result = round_places(args[0], args[1]);
    return result || isolate.pending ? result : call_general(ROUND, args, count, names);
}

/* self without a fraction, rounded as its context says; signals nothing. */
static Value integral(Value self) {
    Decimal number;
    Settings settings;
    bool inexact;
    if (!decimal_slots(self) || !decimal_read(self, &number) || number.exponent < -WIDE_DIGITS)
        return 0;
    if (number.exponent >= 0)
        return value_incref(self);
    if (settings_read(&settings) != FAST_DONE)
        return 0;
    number.coefficient = wide_round(number.coefficient, (int)-number.exponent, settings.rounding,
                                    number.negative, &inexact);
    number.exponent = 0;
    return decimal_new(&number);
}

static Value method_to_integral(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee;
    Value result = count == 1 && !names ? integral(args[0]) : 0;
    return result || isolate.pending ? result : call_general(TO_INTEGRAL_VALUE, args, count, names);
}

static Value method_normalize(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee;
    Decimal number;
    Settings settings;
    if (alone(args, count, names) && decimal_read(args[0], &number) &&
        settings_read(&settings) == FAST_DONE) {
        FastStatus status = settings_fix(&settings, &number);
        if (number.coefficient == 0)
            number.exponent = 0;
        else
            decimal_strip(&number, settings.most);
        if (status != FAST_RARE)
            return status == FAST_DONE ? decimal_new(&number) : 0;
    }
    return call_general(NORMALIZE, args, count, names);
}

/* ---- what a number is ------------------------------------------------------------------------ */

/* A method without arguments that says `answer` of a finite self, whose slots are `slots`. */
#define FINITE_METHOD(function, method, answer)                                                    \
    static Value function(Value callee, const Value *args, uint32_t count, Value names) {          \
        (void)callee;                                                                              \
        const Value *slots = alone(args, count, names);                                            \
        return slots ? (answer) : call_general(method, args, count, names);                        \
    }

FINITE_METHOD(method_is_zero, IS_ZERO, VALUE_BOOL(slots_zero(slots)))
FINITE_METHOD(method_is_nan, IS_NAN, VALUE_FALSE)
FINITE_METHOD(method_is_finite, IS_FINITE, VALUE_TRUE)
FINITE_METHOD(method_is_infinite, IS_INFINITE, VALUE_FALSE)
FINITE_METHOD(method_is_signed, IS_SIGNED, VALUE_BOOL(slots_negative(slots)))

static Value method_adjusted(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee;
    Decimal number;
    if (!alone(args, count, names) || !decimal_read(args[0], &number))
        return call_general(ADJUSTED, args, count, names);
    return value_from_small_int(number.exponent + wide_digits(number.coefficient) - 1);
}

static Value method_copy_abs(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee;
    Decimal number;
    if (!alone(args, count, names) || !decimal_read(args[0], &number))
        return call_general(COPY_ABS, args, count, names);
    number.negative = false;
    return decimal_new(&number);
}

static Value method_copy_negate(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee;
    Decimal number;
    if (!alone(args, count, names) || !decimal_read(args[0], &number))
        return call_general(COPY_NEGATE, args, count, names);
    number.negative ^= true;
    return decimal_new(&number);
}

/* ---- installation ---------------------------------------------------------------------------- */

#define ROW(method, text, function)                                                                \
    [method] = {.name = text, .call = function, .max_args = -1, .keywords = "*"}

static const NativeMethod methods[METHOD_COUNT] = {
    ROW(QUANTIZE, "quantize", method_quantize),
    ROW(ROUND, "__round__", method_round),
    ROW(FLOOR, "__floor__", method_floor),
    ROW(CEIL, "__ceil__", method_ceil),
    ROW(IS_ZERO, "is_zero", method_is_zero),
    ROW(IS_NAN, "is_nan", method_is_nan),
    ROW(IS_FINITE, "is_finite", method_is_finite),
    ROW(IS_INFINITE, "is_infinite", method_is_infinite),
    ROW(IS_SIGNED, "is_signed", method_is_signed),
    ROW(ADJUSTED, "adjusted", method_adjusted),
    ROW(COPY_ABS, "copy_abs", method_copy_abs),
    ROW(COPY_NEGATE, "copy_negate", method_copy_negate),
    ROW(NORMALIZE, "normalize", method_normalize),
    ROW(TO_INTEGRAL_VALUE, "to_integral_value", method_to_integral),
    ROW(TO_INTEGRAL, "to_integral", method_to_integral),
};

static void drop_general(void) {
    for (int i = 0; i < METHOD_COUNT; i++)
        value_replace(&general[i], 0);
}

static int install_method(Type *type, Method method, Value name) {
    Value function = native_method_new(&methods[method], type, &rt_type_method_descriptor);
    int status = function ? type_set_attribute(type, name, function) : -1;
    value_decref(function);
    return status;
}

/* Classes of the library lack the methods whose names the program nowhere has. */
int decimal_install_methods(Type *type) {
    rt_at_finish(drop_general);
    for (int i = 0; i < METHOD_COUNT; i++) {
        Value name = str_name(methods[i].name), former = type_lookup_borrow(type, name);
        if (!former)
            continue;
        general[i] = value_incref(former);
        if (install_method(type, (Method)i, name) < 0)
            return -1;
    }
    return 0;
}
