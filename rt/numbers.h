/*
 * numbers.h — what the files of int, float and complex share. Private to the runtime.
 */
#ifndef PYASYNCC_RT_NUMBERS_H
#define PYASYNCC_RT_NUMBERS_H

#include "bigint.h"
#include "text.h"

/* -- int_core.c -- */

/* An int of any kind taken apart; `small` holds the limbs of small ones. */
typedef struct IntView {
    Big big;
    bool negative;
    uint32_t small[2];
} IntView;
/* The number of an int without an object (small ones, False and True). Counting conditions adds
 * bools to ints, so the arithmetic of both is kept off the limbs. */
static inline bool int_word(Value value, int64_t *word) {
    if (value_is_small_int(value))
        *word = value_small_int(value);
    else if (value == VALUE_FALSE || value == VALUE_TRUE)
        *word = value == VALUE_TRUE;
    else
        return false;
    return true;
}
/* Fills *view, which must stay where it is. */
void int_view(IntView *view, Value number);
/* A fresh int with room for `count` limbs, for int_finish; NULL: MemoryError. */
IntObject *int_alloc(uint64_t count);
/* The int with `count` limbs and this sign: trimmed, and small if it fits. Steals `number`. */
Value int_finish_take(IntObject *number, uint32_t count, bool negative);
/* The exact int of an instance of a subclass (bool too); otherwise the value itself. New reference.
 */
Value int_exact(Value number);
int int_sign(Value number); /* -1, 0, 1 */
int64_t int_hash(Value number);
/* -1, 0, 1 */
int int_compare(Value left, Value right);

/* -- int_ops.c: both operands are ints of any kind; new references -- */
Value int_add(Value left, Value right);
Value int_sub(Value left, Value right);
Value int_mul(Value left, Value right);
/* Floor division; either result may be NULL. 0, or -1 with ZeroDivisionError. */
int int_divmod(Value left, Value right, Value *quotient, Value *remainder);
Value int_power(Value base, Value exponent);
Value int_true_divide(Value left, Value right);
Value int_shift_left(Value left, Value right);
Value int_shift_right(Value left, Value right);
Value int_negate(Value number);

/* -- int_text.c -- */
/* An int as text: its digits, with INT_DIGITS_SPARE bytes in front for what a form puts there. */
enum { INT_DIGITS_SPARE = 3 };
typedef struct IntDigits {
    char *start;
    int64_t size;
    bool negative;
    char *block; /* memory of its own, or NULL */
    char few[INT_DIGITS_SPARE + 64];
} IntDigits;
/* Fills *digits, which must stay where it is, in base 2, 8, 10 or 16; `upper`: with A to F. False:
 * ValueError beyond the digit limit for base 10, or MemoryError. */
bool int_digits(IntDigits *digits, Value number, int base, bool upper);
void int_digits_drop(IntDigits *digits);
/* The digits in `base`, with a sign; with `prefix` also 0b, 0o, 0x. ValueError beyond the digit
 * limit for base 10. */
Value int_to_str(Value number, int base, bool prefix);
/* What int(text, base) makes of it. */
Value int_from_text(Value text, int base);
/* The same for a text in bytes, which messages show as such. */
Value int_from_latin1(const uint8_t *data, int64_t size, int base);
/* The limit of digits in base 10 at the start, and the length up to which it is not looked at. */
enum { INT_MAX_DIGITS = 4300, INT_DIGITS_THRESHOLD = 640 };
extern int64_t rt_int_max_digits; /* sys.set_int_max_str_digits(); 0: no limit */

/* -- obj_int.c -- */
/* What int(object) answers: by __int__, __index__, __trunc__, or from a text; new reference. */
Value int_from_object(Value object);
/* The low `size` bytes in two's complement, least significant first. */
void int_fill_bytes(uint8_t *out, int64_t size, const IntView *view);
/* The int that the bytes are; new reference. */
Value int_from_bytes(const uint8_t *data, int64_t size, bool little, bool is_signed);

/* -- operate.c -- */
/* abs(operand): new reference, or 0 with TypeError or what __abs__ raised. */
Value number_absolute(Value operand);

/* -- obj_float.c -- */
static inline double float_number(Value value) {
    return AS(FloatObject, value)->number;
}
static inline bool value_is_float(Value value) {
    return value_is_pointer(value) && (value_object(value)->type->flags & TYPE_FLOAT_SUBCLASS);
}
/* An operand of float arithmetic: float or int. 1; 0: another type; -1: an int too large. */
int float_operand(Value value, double *number);
Value float_power(double base, double exponent); /* raises as ** does */
Value float_parse(Value text);                   /* float("...") */
/* digits * 10**power, exactly rounded, if that takes one operation; false: strtod is needed. */
bool float_from_decimal(uint64_t digits, int64_t power, double *number);
Value float_to_hex(double number);
Value float_from_hex(Value text);
/* Copies a text as ASCII: digits of all scripts as 0-9, spaces as ' ', those around dropped,
 * underscores between digits dropped. `out` has room for its length and a NUL. False if it cannot
 * be a number. */
bool number_plain_text(const StrObject *text, char *out);
/* Orders a float against an int exactly; NaN: 2. */
int float_compare_int(double number, Value other);
/* Rounds to `digits` decimals, half to even on the decimal value, as round() does. */
double float_round(double number, int digits);

/* -- obj_complex.c -- */
/* complex, __complex__, or a real number as value_to_double takes it; false: failed. */
bool value_to_complex(Value value, double *real, double *imag);
/* base ** exponent, both as {real, imag}, where base is not 0. */
typedef void (*ComplexPower)(const double base[2], const double exponent[2], double *real,
                             double *imag);
/* NULL unless complex_power.c is in the program and was asked for. */
extern ComplexPower rt_complex_power;
#define COMPLEX_POWER_PART "builtins/complex_power"

#endif
