/*
 * decimal.h — what the files of the module _decimal_fast share. Private to the runtime.
 *
 * A Decimal is an instance of the class that _pydecimal defines: its slots hold a sign, a str of
 * digits and an exponent. The functions here do the usual operations of finite ones up to 38
 * digits, under an ordinary context; whatever else comes is left to the Python code.
 */
#ifndef PYASYNCC_RT_DECIMAL_H
#define PYASYNCC_RT_DECIMAL_H

#include "numbers.h"

typedef unsigned __int128 Wide;
enum { WIDE_DIGITS = 38 }; /* any number of so many digits is a Wide */

/* (-1)^negative * coefficient * 10^exponent */
typedef struct Decimal {
    Wide coefficient;
    int64_t exponent;
    bool negative;
} Decimal;

/* What a function did with a case. */
typedef enum FastStatus {
    FAST_FAILED = -1, /* an exception is pending */
    FAST_RARE,        /* nothing: the Python code has to do it */
    FAST_DONE,
} FastStatus;

/* ---- decimal_number.c: arithmetic ------------------------------------------------------------ */

typedef enum Rounding {
    ROUND_DOWN,
    ROUND_UP,
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_UP,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_05UP,
    ROUND_UNKNOWN,
} Rounding;

void wide_init(void);          /* before all others: makes the table of powers */
Wide wide_power(int exponent); /* of ten; 0..WIDE_DIGITS */
int wide_digits(Wide number);  /* 1 for 0 */
Wide wide_divide(Wide number, Wide divisor, Wide *rest);
/* number * 10^count; false: more than WIDE_DIGITS digits. */
bool wide_shift(Wide number, int64_t count, Wide *shifted);
/* Is a number whose cut digits are `rest` of `unit` rounded away from zero? Only the last digit of
 * `kept` counts. */
bool wide_rounds_up(Wide kept, Wide rest, Wide unit, Rounding rounding, bool negative);
/* number without its last `count` digits (0..WIDE_DIGITS), rounded; *inexact: some were not 0. */
Wide wide_round(Wide number, int count, Rounding rounding, bool negative, bool *inexact);
/* -1, 0, 1 */
int decimal_compare(const Decimal *left, const Decimal *right);
int64_t decimal_hash(const Decimal *number);
/* Exact, or with more digits than `precision`, the last of which decides rounding as all digits
 * would. False: too many digits for this. */
bool decimal_add(const Decimal *left, const Decimal *right, int64_t precision, Decimal *sum);
bool decimal_multiply(const Decimal *left, const Decimal *right, int64_t precision,
                      Decimal *product);
/* To `precision` digits and one more that decides rounding; right is not zero. */
bool decimal_divide(const Decimal *left, const Decimal *right, int precision, Decimal *quotient);
/* Integer division; right is not zero. */
bool decimal_divide_whole(const Decimal *left, const Decimal *right, int precision,
                          Decimal *quotient, Decimal *rest);

/* ---- decimal_context.c: contexts and objects ------------------------------------------------- */

/* What was installed: the classes of _pydecimal and where their attributes are. */
typedef struct DecimalClass {
    Type *decimal, *context;                  /* borrowed: the module _pydecimal has them */
    Value variable;                           /* of the current context */
    Value inexact, rounded;                   /* signals */
    uint32_t sign, digits, exponent, special; /* slots of a Decimal */
} DecimalClass;
extern DecimalClass rt_decimal;

typedef struct Settings {
    Value context;                  /* borrowed */
    int64_t precision, least, most; /* prec, Emin, Emax */
    Rounding rounding;
    Value flags, traps; /* dicts; borrowed */
} Settings;

/* Notes the classes; -1: raised. */
int decimal_note_classes(Type *decimal, Type *context, Value variable, Value inexact,
                         Value rounded);
/* The current context; FAST_RARE: there is none yet, or one with unusual settings. */
FastStatus settings_read(Settings *settings);
Rounding rounding_of(Value text);
/* Sets the flags of a result that was rounded. */
FastStatus settings_signal(const Settings *settings, bool inexact);
/* Rounds to the precision. */
FastStatus settings_fix(const Settings *settings, Decimal *number);
/* A finite Decimal of exactly that class, or an int; false: something else, or too long. */
bool decimal_read(Value value, Decimal *number);
/* The slots of a Decimal of exactly that class that is finite; NULL: it is something else. */
const Value *decimal_slots(Value value);
Value decimal_new(const Decimal *number);
/* The same with digits as text; steals `digits`. */
Value decimal_new_text_take(Value digits, int64_t exponent, bool negative);

/* ---- decimal_long.c -------------------------------------------------------------------------- */

/* left + right, -, *, / (SLOT_ADD, _SUB, _MUL, _TRUEDIV) of Decimals and ints of up to some
 * thousand digits, none of them 0: new reference. 0: not done here, perhaps with an exception
 * pending. */
Value decimal_long(NumberSlot slot, Value left, Value right);
/* Compares such operands; *order: -1, 0, 1. False: not done here. */
bool decimal_long_compare(Value left, Value right, int *order);

/* ---- decimal_text.c -------------------------------------------------------------------------- */

/* Decimal(text) of plain digits; 0 without an exception: another form. */
Value decimal_parse(Value text);
/* str(self) without an exponent; 0 without an exception: it needs one. */
Value decimal_text(const Value *slots);
/* self.__format__ for ".2f" and ",.2f"; 0 without an exception: something else. */
Value decimal_format(Value self, Value spec);
/* The digits of a number into `buffer`, which has room for 40 bytes; answers how many. */
int wide_text(Wide number, char *buffer);

#endif
