/*
 * obj_float.c — the type float.
 */
#include "numbers.h"

#include <math.h>

Value float_new(double number) {
    FloatObject *object = object_new(&rt_type_float, sizeof *object);
    if (object)
        object->number = number;
    return OBJ(object);
}

/* ---- conversions ----------------------------------------------------------------------------- */

int float_operand(Value value, double *number) {
    if (value_is_float(value)) {
        *number = float_number(value);
        return 1;
    }
    if (!value_is_int(value))
        return 0;
    *number = int_to_double(value);
    return *number == -1.0 && isolate.pending ? -1 : 1;
}

static bool from_float_method(Value value, double *number) {
    Value result = value_type(value)->slots.to_float(value);
    if (!result)
        return false;
    bool good = value_is_float(result);
    if (good)
        *number = float_number(result);
    else
        raise_error(&rt_exc_TypeError, "%T.__float__ returned non-float (type %T)", value, result);
    value_decref(result);
    return good;
}

bool value_to_double(Value value, double *number) {
    const TypeSlots *slots = &value_type(value)->slots;
    if (value_is_float(value)) {
        *number = float_number(value);
        return true;
    }
    if (value_is_int(value) && slots->to_float == rt_type_int.slots.to_float) {
        *number = int_to_double(value);
        return *number != -1.0 || !isolate.pending;
    }
    if (slots->to_float)
        return from_float_method(value, number);
    if (!slots->index) {
        raise_error(&rt_exc_TypeError, "must be real number, not %T", value);
        return false;
    }
    Value whole = slots->index(value);
    int known = whole ? float_operand(whole, number) : -1;
    value_decref(whole);
    return known > 0;
}

bool number_to_double(Value value, double *number) {
    const TypeSlots *slots = &value_type(value)->slots;
    if (value_is_float(value) && slots->to_float != rt_type_float.slots.to_float)
        return from_float_method(value, number);
    return value_to_double(value, number);
}

/* ---- arithmetic ------------------------------------------------------------------------------ */

static Value zero_division(const char *message) {
    return raise_error(&rt_exc_ZeroDivisionError, "%s", message);
}

double pyrt_f64_pow(double left, double right) {
    return pow(left, right);
}

double pyrt_f64_mod(double left, double right) {
    double rest = fmod(left, right);
    if (rest == 0)
        return copysign(0.0, right);
    return (rest < 0) != (right < 0) ? rest + right : rest;
}

double pyrt_f64_floordiv(double left, double right) {
    double rest = fmod(left, right), times = (left - rest) / right;
    if (rest != 0 && (rest < 0) != (right < 0))
        times -= 1.0;
    if (times == 0)
        return copysign(0.0, left / right);
    double whole = floor(times);
    return times - whole > 0.5 ? whole + 1.0 : whole;
}

/* Both operands as doubles; answers what the slot must answer otherwise (0 or NotImplemented), or
 * VALUE_NONE. */
static Value operands(Value left, Value right, double *a, double *b) {
    int first = float_operand(left, a);
    int second = first > 0 ? float_operand(right, b) : 1;
    if (first < 0 || second < 0)
        return 0;
    return first && second ? VALUE_NONE : VALUE_NOTIMPLEMENTED;
}

#define FLOAT_SLOT(name, zero_message, expression)                                                 \
    static Value name(Value left, Value right) {                                                   \
        double a, b;                                                                               \
        Value other = operands(left, right, &a, &b);                                               \
        if (other != VALUE_NONE)                                                                   \
            return other;                                                                          \
        const char *message = zero_message;                                                        \
        return message && b == 0 ? zero_division(message) : expression;                            \
    }
FLOAT_SLOT(slot_add, NULL, float_new(a + b))
FLOAT_SLOT(slot_sub, NULL, float_new(a - b))
FLOAT_SLOT(slot_mul, NULL, float_new(a *b))
FLOAT_SLOT(slot_truediv, "float division by zero", float_new(a / b))
FLOAT_SLOT(slot_floordiv, "float floor division by zero", float_new(pyrt_f64_floordiv(a, b)))
FLOAT_SLOT(slot_mod, "float modulo", float_new(pyrt_f64_mod(a, b)))
FLOAT_SLOT(slot_pow, NULL, float_power(a, b))

static Value slot_divmod(Value left, Value right) {
    double a, b;
    Value other = operands(left, right, &a, &b);
    if (other != VALUE_NONE)
        return other;
    if (b == 0)
        return zero_division("float divmod()");
    Value parts[] = {float_new(pyrt_f64_floordiv(a, b)), float_new(pyrt_f64_mod(a, b))};
    return tuple_new_take(parts, 2);
}

Value float_power(double base, double exponent) {
    if (base == 0 && exponent < 0 && isfinite(exponent))
        return zero_division("0.0 cannot be raised to a negative power");
    if (base < 0 && isfinite(base) && isfinite(exponent) && exponent != floor(exponent)) {
        Value left = complex_new(base, 0), right = complex_new(exponent, 0);
        Value result = left && right ? object_binary(left, right, SLOT_POW) : 0;
        value_decref(left);
        value_decref(right);
        return result;
    }
    double result = pow(base, exponent);
    if (isinf(result) && isfinite(base) && isfinite(exponent)) {
        enum { LINUX_ERANGE = 34 }; /* what programs see on every target */
        Value args[] = {value_from_small_int(LINUX_ERANGE),
                        str_from_cstr("Numerical result out of range")};
        Value tuple = args[1] ? tuple_new(args, 2) : 0;
        Value error = tuple ? exc_new(&rt_exc_OverflowError, tuple) : 0;
        value_decref(args[1]);
        value_decref(tuple);
        return error ? raise_value_take(error) : 0;
    }
    return float_new(result);
}

/* ---- comparison ------------------------------------------------------------------------------ */

int float_compare_int(double number, Value other) {
    if (isnan(number))
        return 2;
    if (isinf(number))
        return number > 0 ? 1 : -1;
    Value whole = int_from_double(number); /* truncated: the fraction decides between equals */
    if (!whole) {
        exc_clear();
        return 2;
    }
    int order = int_compare(whole, other);
    value_decref(whole);
    double fraction = number - trunc(number);
    return order ? order : (fraction > 0) - (fraction < 0);
}

static Value answer(int order, CompareOp op) {
    if (order == 2) /* NaN */
        return VALUE_BOOL(op == COMPARE_NE);
    return compare_answer(order, op);
}

static int compare_doubles(double a, double b) {
    return isnan(a) || isnan(b) ? 2 : (a > b) - (a < b);
}

static Value slot_compare(Value left, Value right, CompareOp op) {
    if (value_is_float(left) && value_is_float(right))
        return answer(compare_doubles(float_number(left), float_number(right)), op);
    if (value_is_float(left) && value_is_int(right))
        return answer(float_compare_int(float_number(left), right), op);
    if (value_is_int(left) && value_is_float(right)) {
        int order = float_compare_int(float_number(right), left);
        return answer(order == 2 ? 2 : -order, op);
    }
    return VALUE_NOTIMPLEMENTED;
}

/* ---- other slots ----------------------------------------------------------------------------- */

static int64_t slot_hash(Value self) {
    double number = float_number(self);
    if (!isnan(number))
        return hash_double(number);
    int64_t hash = (int64_t)(self >> 4); /* by identity */
    return hash == -1 ? -2 : hash;
}

static Value slot_repr(Value self) {
    char buffer[32];
    return str_from_cstr(double_repr(float_number(self), buffer));
}

static int slot_truth(Value self) {
    return float_number(self) != 0;
}

static Value slot_negative(Value self) {
    return float_new(-float_number(self));
}

static Value slot_positive(Value self) {
    return value_is(self, &rt_type_float) ? value_incref(self) : float_new(float_number(self));
}

static Value slot_absolute(Value self) {
    return float_new(fabs(float_number(self)));
}

static Value slot_to_int(Value self) {
    return int_from_double(float_number(self));
}

/* ---- the constructor ------------------------------------------------------------------------- */

static Value float_of(Value object) {
    const uint8_t *data;
    int64_t size;
    double number;
    if (value_is(object, &rt_type_float))
        return value_incref(object);
    if (value_is(object, &rt_type_str))
        return float_parse(object);
    if (value_type(object)->slots.to_float || value_type(object)->slots.index)
        return number_to_double(object, &number) ? float_new(number) : 0;
    if (value_is_str(object))
        return float_parse(object);
    if (!bytes_view(object, &data, &size))
        return raise_error(&rt_exc_TypeError,
                           "float() argument must be a string or a real number, not '%T'", object);
    Value text = str_from_latin1(data, (size_t)size);
    if (!text)
        return 0;
    bool ascii = AS(StrObject, text)->ascii; /* digits and spaces beyond are those of str alone */
    Value result = ascii ? float_parse(text) : 0;
    value_decref(text);
    if (result || (isolate.pending && !exc_pending_is(&rt_exc_ValueError)))
        return result;
    exc_clear();
    return raise_error(&rt_exc_ValueError, "could not convert string to float: %R", object);
}

static Value float_make(Type *type, const Value *args, uint32_t count, Value names) {
    if (names && AS(TupleObject, names)->length && !type_has_own_init(type))
        return raise_error(&rt_exc_TypeError, "float() takes no keyword arguments");
    if (count > 1)
        return raise_error(&rt_exc_TypeError, "float expected at most 1 argument, got %d",
                           (int)count);
    Value number = count ? float_of(args[0]) : float_new(0.0);
    if (!number || type == &rt_type_float)
        return number;
    FloatObject *object = object_new(type, sizeof *object);
    if (object)
        object->number = float_number(number);
    value_decref(number);
    return OBJ(object);
}

/* ---- methods --------------------------------------------------------------------------------- */

NATIVE(method_self) {
    NATIVE_UNUSED();
    return slot_positive(args[0]);
}

NATIVE(method_imag) {
    NATIVE_UNUSED();
    return float_new(0.0);
}

NATIVE(method_is_integer) {
    NATIVE_UNUSED();
    double number = float_number(args[0]);
    return VALUE_BOOL(isfinite(number) && floor(number) == number);
}

NATIVE(method_trunc) {
    NATIVE_UNUSED();
    return int_from_double(float_number(args[0]));
}

NATIVE(method_floor) {
    NATIVE_UNUSED();
    return int_from_double(floor(float_number(args[0])));
}

NATIVE(method_ceil) {
    NATIVE_UNUSED();
    return int_from_double(ceil(float_number(args[0])));
}

NATIVE(method_round) {
    NATIVE_UNUSED();
    double number = float_number(args[0]);
    if (!ARG(1) || args[1] == VALUE_NONE) {
        double whole = round(number);
        if (fabs(number - whole) == 0.5)
            whole = 2.0 * round(number / 2.0);
        return int_from_double(whole);
    }
    int64_t digits;
    if (object_index_clamped(args[1], &digits) < 0)
        return 0;
    double rounded = float_round(number, digits > 400 ? 400 : digits < -400 ? -400 : (int)digits);
    if (isinf(rounded) && isfinite(number))
        return raise_error(&rt_exc_OverflowError, "rounded value too large to represent");
    return float_new(rounded);
}

NATIVE(method_as_integer_ratio) {
    NATIVE_UNUSED();
    double number = float_number(args[0]);
    if (isnan(number))
        return raise_error(&rt_exc_ValueError, "cannot convert NaN to integer ratio");
    if (isinf(number))
        return raise_error(&rt_exc_OverflowError, "cannot convert Infinity to integer ratio");
    int exponent;
    double fraction = frexp(number, &exponent);
    for (int i = 0; i < 300 && fraction != floor(fraction); i++, exponent--)
        fraction *= 2;
    Value parts[] = {int_from_double(fraction), value_from_small_int(1)};
    Value shift = value_from_small_int(exponent < 0 ? -exponent : exponent);
    Value *shifted = &parts[exponent < 0];
    Value result = 0;
    if (parts[0]) {
        Value old = *shifted;
        *shifted = int_shift_left(old, shift);
        value_decref(old);
        if (*shifted)
            result = tuple_new(parts, 2);
    }
    value_decref(parts[0]);
    value_decref(parts[1]);
    return result;
}

NATIVE(method_hex) {
    NATIVE_UNUSED();
    return float_to_hex(float_number(args[0]));
}

NATIVE(method_getformat) {
    NATIVE_UNUSED();
    if (!value_is_str(args[1]))
        return raise_error(&rt_exc_TypeError, "__getformat__() argument must be str, not %T",
                           args[1]);
    size_t size;
    const char *text = str_utf8(args[1], &size);
    if (!text)
        return 0;
    if (strlen(text) != size)
        return raise_error(&rt_exc_ValueError, "embedded null character");
    if (!str_equal_cstr(args[1], "double") && !str_equal_cstr(args[1], "float"))
        return raise_error(&rt_exc_ValueError,
                           "__getformat__() argument 1 must be 'double' or 'float'");
    return str_from_cstr("IEEE, little-endian");
}

NATIVE(method_fromhex) {
    NATIVE_UNUSED();
    if (!value_is_str(args[1]))
        return raise_error(&rt_exc_TypeError, "bad argument type for built-in operation");
    Value number = float_from_hex(args[1]);
    if (!number || args[0] == OBJ(&rt_type_float))
        return number;
    Value result = object_call1(args[0], number);
    value_decref(number);
    return result;
}

NATIVE(method_getnewargs) {
    NATIVE_UNUSED();
    Value number = float_new(float_number(args[0]));
    Value result = number ? tuple_new(&number, 1) : 0;
    value_decref(number);
    return result;
}

static const NativeMethod float_methods[] = {
    {.name = "real", .call = method_self, .kind = METHOD_GETTER},
    {.name = "imag", .call = method_imag, .kind = METHOD_GETTER},
    {.name = "conjugate", .call = method_self},
    {.name = "is_integer", .call = method_is_integer},
    {.name = "as_integer_ratio", .call = method_as_integer_ratio},
    {.name = "hex", .call = method_hex},
    {.name = "__getformat__",
     .call = method_getformat,
     .min_args = 1,
     .max_args = 1,
     .kind = METHOD_CLASS},
    {.name = "fromhex", .call = method_fromhex, .min_args = 1, .max_args = 1, .kind = METHOD_CLASS},
    {.name = "__trunc__", .call = method_trunc},
    {.name = "__floor__", .call = method_floor},
    {.name = "__ceil__", .call = method_ceil},
    {.name = "__round__", .call = method_round, .max_args = 1},
    {.name = "__getnewargs__", .call = method_getnewargs},
    {0},
};

Type rt_type_float = {
    .name = "float",
    .flags = TYPE_FLOAT_SUBCLASS,
    .basic_size = sizeof(FloatObject),
    .methods = float_methods,
    .doc = "Convert a string or number to a floating point number, if possible.",
    .slots = {.repr = slot_repr,
              .format = float_format,
              .hash = slot_hash,
              .compare = slot_compare,
              .truth = slot_truth,
              .negative = slot_negative,
              .positive = slot_positive,
              .absolute = slot_absolute,
              .to_int = slot_to_int,
              .to_float = slot_positive,
              .number = {[SLOT_ADD] = slot_add,
                         [SLOT_SUB] = slot_sub,
                         [SLOT_MUL] = slot_mul,
                         [SLOT_TRUEDIV] = slot_truediv,
                         [SLOT_FLOORDIV] = slot_floordiv,
                         [SLOT_MOD] = slot_mod,
                         [SLOT_POW] = slot_pow,
                         [SLOT_DIVMOD] = slot_divmod},
              .new = float_make},
};
