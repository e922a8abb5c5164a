/*
 * obj_complex.c — the type complex.
 */
#include "numbers.h"
#include "object.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>

typedef struct ComplexObject {
    Object base;
    double real, imag;
} ComplexObject;

typedef struct Pair {
    double real, imag;
} Pair;

Value complex_new(double real, double imag) {
    ComplexObject *number = object_new(&rt_type_complex, sizeof *number);
    if (number) {
        number->real = real;
        number->imag = imag;
    }
    return OBJ(number);
}

static Value from_pair(Pair pair) {
    return complex_new(pair.real, pair.imag);
}

static bool value_is_complex(Value value) {
    return value_isa(value, &rt_type_complex);
}

static Pair pair_of(Value self) {
    return (Pair){AS(ComplexObject, self)->real, AS(ComplexObject, self)->imag};
}

/* 1; 0: another type; -1: an int too large */
static int operand(Value value, Pair *pair) {
    if (value_is_complex(value)) {
        *pair = pair_of(value);
        return 1;
    }
    pair->imag = 0;
    return float_operand(value, &pair->real);
}

static Value operands(Value left, Value right, Pair *a, Pair *b) {
    int first = operand(left, a);
    int second = first > 0 ? operand(right, b) : 1;
    if (first < 0 || second < 0)
        return 0;
    return first && second ? VALUE_NONE : VALUE_NOTIMPLEMENTED;
}

/* ---- arithmetic ------------------------------------------------------------------------------ */

static Pair multiply(Pair a, Pair b) {
    return (Pair){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

/* Smith's method (1962), as CPython: scales by the larger part of the divisor. */
static Pair divide(Pair a, Pair b) {
    if (fabs(b.real) >= fabs(b.imag)) {
        double ratio = b.imag / b.real, scale = b.real + b.imag * ratio;
        return (Pair){(a.real + a.imag * ratio) / scale, (a.imag - a.real * ratio) / scale};
    }
    if (isnan(b.real) || isnan(b.imag))
        return (Pair){NAN, NAN};
    double ratio = b.real / b.imag, scale = b.real * ratio + b.imag;
    return (Pair){(a.real * ratio + a.imag) / scale, (a.imag * ratio - a.real) / scale};
}

static Pair whole_power(Pair base, int64_t times) {
    Pair result = {1, 0};
    for (int64_t n = times < 0 ? -times : times; n; n >>= 1) {
        if (n & 1)
            result = multiply(result, base);
        base = multiply(base, base);
    }
    return times < 0 ? divide((Pair){1, 0}, result) : result;
}

ComplexPower rt_complex_power;

/* By polar coordinates, in programs that may need them (complex_power.c). */
static bool general_power(Pair base, Pair exponent, Pair *result) {
    if (!rt_complex_power && native_part_init(COMPLEX_POWER_PART) < 0)
        return false;
    if (!rt_complex_power) {
        raise_error(&rt_exc_RuntimeError, "this program has no powers of complex numbers: it "
                                          "mentions neither `**` nor pow");
        return false;
    }
    rt_complex_power((double[]){base.real, base.imag}, (double[]){exponent.real, exponent.imag},
                     &result->real, &result->imag);
    return true;
}

static Value power(Pair a, Pair b) {
    if (b.real == 0 && b.imag == 0)
        return complex_new(1, 0);
    if (a.real == 0 && a.imag == 0) {
        if (b.imag != 0 || b.real < 0)
            return raise_error(&rt_exc_ZeroDivisionError, "0.0 to a negative or complex power");
        return complex_new(0, 0);
    }
    Pair result;
    if (b.imag == 0 && b.real == floor(b.real) && fabs(b.real) <= 100)
        result = whole_power(a, (int64_t)b.real);
    else if (!general_power(a, b, &result))
        return 0;
    if ((isinf(result.real) || isinf(result.imag)) && isfinite(a.real) && isfinite(a.imag))
        return raise_error(&rt_exc_OverflowError, "complex exponentiation");
    return from_pair(result);
}

#define COMPLEX_SLOT(name, expression)                                                             \
    static Value name(Value left, Value right) {                                                   \
        Pair a, b;                                                                                 \
        Value other = operands(left, right, &a, &b);                                               \
        return other != VALUE_NONE ? other : (expression);                                         \
    }
COMPLEX_SLOT(slot_add, complex_new(a.real + b.real, a.imag + b.imag))
COMPLEX_SLOT(slot_sub, complex_new(a.real - b.real, a.imag - b.imag))
COMPLEX_SLOT(slot_mul, from_pair(multiply(a, b)))
COMPLEX_SLOT(slot_truediv, b.real == 0 && b.imag == 0
                               ? raise_error(&rt_exc_ZeroDivisionError, "complex division by zero")
                               : from_pair(divide(a, b)))
COMPLEX_SLOT(slot_pow, power(a, b))

static Value slot_compare(Value left, Value right, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is_complex(left))
        return VALUE_NOTIMPLEMENTED;
    Pair a = pair_of(left);
    bool equal;
    if (value_is_complex(right)) {
        Pair b = pair_of(right);
        equal = a.real == b.real && a.imag == b.imag;
    } else if (value_is_float(right)) {
        equal = a.imag == 0 && a.real == float_number(right);
    } else if (value_is_int(right)) {
        equal = a.imag == 0 && float_compare_int(a.real, right) == 0;
    } else {
        return VALUE_NOTIMPLEMENTED;
    }
    return VALUE_BOOL(equal == (op == COMPARE_EQ));
}

/* NaN hashes by the identity of the whole. */
static uint64_t hash_part(Value self, double part) {
    return isnan(part) ? self >> 4 : (uint64_t)hash_double(part);
}

static int64_t slot_hash(Value self) {
    Pair pair = pair_of(self);
    uint64_t hash = hash_part(self, pair.real) + 1000003u * hash_part(self, pair.imag);
    return (int64_t)hash == -1 ? -2 : (int64_t)hash;
}

static int slot_truth(Value self) {
    return AS(ComplexObject, self)->real != 0 || AS(ComplexObject, self)->imag != 0;
}

static Value slot_negative(Value self) {
    Pair pair = pair_of(self);
    return complex_new(-pair.real, -pair.imag);
}

static Value slot_positive(Value self) {
    return from_pair(pair_of(self));
}

static Value slot_absolute(Value self) {
    Pair pair = pair_of(self);
    double length = hypot(pair.real, pair.imag);
    if (isinf(length) && isfinite(pair.real) && isfinite(pair.imag))
        return raise_error(&rt_exc_OverflowError, "absolute value too large");
    return float_new(length);
}

/* ---- text ------------------------------------------------------------------------------------ */

/* A part without the ".0" that floats have. */
static const char *part_text(double number, char buffer[32]) {
    size_t size = strlen(double_repr(number, buffer));
    if (size > 2 && !strcmp(buffer + size - 2, ".0"))
        buffer[size - 2] = 0;
    return buffer;
}

static Value slot_repr(Value self) {
    Pair pair = pair_of(self);
    char real[32], imag[32];
    part_text(pair.imag, imag);
    if (pair.real == 0 && !signbit(pair.real))
        return str_format("%sj", imag);
    bool plus = *imag != '-';
    return str_format("(%s%s%sj)", part_text(pair.real, real), plus ? "+" : "", imag);
}

static Value slot_format(Value self, Value spec) {
    Pair pair = pair_of(self);
    if (AS(StrObject, spec)->length == 0)
        return object_str(self);
    return complex_format_parts(pair.real, pair.imag, spec, value_type(self));
}

/* ---- complex("1+2j") ------------------------------------------------------------------------- */

/* One number at *text, or +1 / -1 for a bare sign in front of j. */
static bool read_part(const char **text, double *number) {
    const char *start = *text;
    char *end;
    const char *digits = start + (*start == '+' || *start == '-');
    if ((*digits | 0x20) == 'j') {
        *number = *start == '-' ? -1 : 1;
        *text = digits;
        return true;
    }
    if (digits[0] == '0' && (digits[1] | 0x20) == 'x')
        return false;
    *number = strtod(start, &end);
    *text = end;
    return end != start;
}

static bool parse(const char *text, Pair *pair) {
    double number;
    *pair = (Pair){0, 0};
    if (!*text || !read_part(&text, &number))
        return false;
    if ((*text | 0x20) == 'j') {
        pair->imag = number;
        return !text[1];
    }
    pair->real = number;
    if (!*text)
        return true;
    if (*text != '+' && *text != '-')
        return false;
    return read_part(&text, &pair->imag) && (*text | 0x20) == 'j' && !text[1];
}

static bool parse_in_parens(char *text, Pair *pair) {
    size_t size = strlen(text);
    if (size < 2 || text[0] != '(' || text[size - 1] != ')')
        return parse(text, pair);
    text++;
    size -= 2;
    while (size && isspace((unsigned char)*text))
        text++, size--;
    while (size && isspace((unsigned char)text[size - 1]))
        size--;
    text[size] = 0;
    return parse(text, pair);
}

static bool has_underscore(const StrObject *text) {
    for (int64_t i = 0; i < text->length; i++)
        if (str_char_at(text, i) == '_')
            return true;
    return false;
}

static Value from_text(Value text) {
    const StrObject *str = AS(StrObject, text);
    char *copy = mem_alloc_items(str->length + 1, 1);
    if (!copy)
        return 0;
    Pair pair;
    bool plain = number_plain_text(str, copy), good = plain && parse_in_parens(copy, &pair);
    mem_free(copy);
    if (good)
        return from_pair(pair);
    bool underscored = !plain && has_underscore(str);
    return underscored
               ? raise_error(&rt_exc_ValueError, "could not convert string to complex: %R", text)
               : raise_error(&rt_exc_ValueError, "complex() arg is a malformed string");
}

/* ---- the constructor ------------------------------------------------------------------------- */

/* What __complex__ answers: 1; 0: there is none; -1 failed. */
static int by_method(Value value, Pair *pair) {
    Value method = object_lookup_special(value, str_name("__complex__"));
    if (!method)
        return isolate.pending ? -1 : 0;
    Value result = object_call0(method);
    value_decref(method);
    bool good = result && value_is_complex(result);
    if (good)
        *pair = pair_of(result);
    else if (result)
        raise_error(&rt_exc_TypeError, "__complex__ returned non-complex (type %T)", result);
    value_decref(result);
    return good ? 1 : -1;
}

/* complex, or what __complex__ answers: 1; 0: `value` has neither; -1 failed. */
static int complex_like(Value value, Pair *pair) {
    if (value_is_complex(value)) {
        *pair = pair_of(value);
        return 1;
    }
    return by_method(value, pair);
}

bool value_to_complex(Value value, double *real, double *imag) {
    Pair pair = {0, 0};
    int is_complex = complex_like(value, &pair);
    if (is_complex < 0 || (!is_complex && !value_to_double(value, &pair.real)))
        return false;
    *real = pair.real;
    *imag = pair.imag;
    return true;
}

/* A number that is no complex one contributes a real part alone. False: TypeError. */
static bool is_real(Value value) {
    const TypeSlots *slots = &value_type(value)->slots;
    return slots->to_float || slots->index;
}

static bool refuse(const char *wanted, Value value) {
    raise_error(&rt_exc_TypeError, "complex() %s, not '%T'", wanted, value);
    return false;
}

static bool real_part(Value value, Pair *pair) {
    *pair = (Pair){0, 0};
    return number_to_double(value, &pair->real);
}

/* The first argument: complex, what its __complex__ answers, or a real number. A subclass of
 * complex may have a __complex__ of its own. */
static bool first_argument(Value value, Pair *pair, bool *is_complex) {
    bool derived = value_is_complex(value) && !value_is(value, &rt_type_complex);
    int found = derived ? by_method(value, pair) : complex_like(value, pair);
    *is_complex = found > 0;
    if (found)
        return found > 0;
    return is_real(value) ? real_part(value, pair)
                          : refuse("first argument must be a string or a number", value);
}

/* The second: its __complex__ is not asked. */
static bool second_argument(Value value, Pair *pair) {
    if (!value_is_complex(value))
        return real_part(value, pair);
    *pair = pair_of(value);
    return true;
}

static Value make(Value real, Value imag) {
    Pair a = {0, 0}, b = {0, 0};
    bool first_is_complex = true; /* 0j, if there is none */
    if (real && value_is_str(real))
        return imag ? raise_error(&rt_exc_TypeError,
                                  "complex() can't take second arg if first is a string")
                    : from_text(real);
    if (imag && value_is_str(imag))
        return raise_error(&rt_exc_TypeError, "complex() second arg can't be a string");
    if (real && !first_argument(real, &a, &first_is_complex))
        return 0;
    if (!imag)
        return complex_new(a.real, a.imag);
    if (!value_is_complex(imag) && !is_real(imag)) {
        refuse("second argument must be a number", imag);
        return 0;
    }
    if (!second_argument(imag, &b))
        return 0;
    /* plain numbers contribute as they are: adding 0.0 would lose the sign of -0.0 */
    return complex_new(value_is_complex(imag) ? a.real - b.imag : a.real,
                       real && first_is_complex ? a.imag + b.real : b.real);
}

NATIVE(complex_make) {
    NATIVE_UNUSED();
    Type *type = SPEC_DATA(callee);
    if (type == &rt_type_complex && ARG(0) && !ARG(1) && value_is(args[0], type))
        return value_incref(args[0]);
    Value number = make(ARG(0), ARG(1));
    if (!number || type == &rt_type_complex)
        return number;
    ComplexObject *copy = object_new(type, sizeof *copy);
    if (copy) {
        copy->real = AS(ComplexObject, number)->real;
        copy->imag = AS(ComplexObject, number)->imag;
    }
    value_decref(number);
    return OBJ(copy);
}

NEW_BY_SPEC(complex_new_slot, .name = "complex", .call = complex_make, .max_args = 2,
            .keywords = "real imag")

/* ---- methods --------------------------------------------------------------------------------- */

NATIVE(get_real) {
    NATIVE_UNUSED();
    return float_new(AS(ComplexObject, args[0])->real);
}

NATIVE(get_imag) {
    NATIVE_UNUSED();
    return float_new(AS(ComplexObject, args[0])->imag);
}

NATIVE(method_conjugate) {
    NATIVE_UNUSED();
    Pair pair = pair_of(args[0]);
    return complex_new(pair.real, -pair.imag);
}

NATIVE(method_complex) {
    NATIVE_UNUSED();
    return from_pair(pair_of(args[0]));
}

NATIVE(method_getnewargs) {
    NATIVE_UNUSED();
    Value parts[] = {get_real(0, args, 1, 0), get_imag(0, args, 1, 0)};
    return tuple_new_take(parts, 2);
}

static const NativeMethod complex_methods[] = {
    {.name = "__getnewargs__", .call = method_getnewargs},
    {.name = "real", .call = get_real, .kind = METHOD_MEMBER},
    {.name = "imag", .call = get_imag, .kind = METHOD_MEMBER},
    {.name = "conjugate", .call = method_conjugate},
    {.name = "__complex__", .call = method_complex},
    {0},
};

Type rt_type_complex = {
    .name = "complex",
    .basic_size = sizeof(ComplexObject),
    .methods = complex_methods,
    .doc = "Create a complex number from a real part and an optional imaginary part.\n\nThis is "
           "equivalent to (real + imag*1j) where imag defaults to 0.",
    .slots = {.repr = slot_repr,
              .format = slot_format,
              .hash = slot_hash,
              .compare = slot_compare,
              .truth = slot_truth,
              .negative = slot_negative,
              .positive = slot_positive,
              .absolute = slot_absolute,
              .number = {[SLOT_ADD] = slot_add,
                         [SLOT_SUB] = slot_sub,
                         [SLOT_MUL] = slot_mul,
                         [SLOT_TRUEDIV] = slot_truediv,
                         [SLOT_POW] = slot_pow},
              .new = complex_new_slot},
};
