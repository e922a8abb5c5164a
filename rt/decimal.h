/*
 * decimal.h — what the files of the module _decimal_fast share. Private to the runtime.
 *
 * A Decimal is an instance of the class that _pydecimal defines: its slots hold a sign, an exponent
 * and the coefficient as a number or as a str of digits. The functions here do the usual operations
 * of finite ones up to 38 digits, under an ordinary context; whatever else comes is left to the
 * Python code.
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
/* base ** exponent, exactly, of a base that is not 0 and an exponent above 0; false: another case,
 * or too many digits. */
bool decimal_power(const Decimal *base, int exponent, Decimal *power);
/* Takes away zeros at the end of a number other than 0, as long as its exponent stays up to
 * `ideal`. */
void decimal_strip(Decimal *number, int64_t ideal);
/* Integer division; right is not zero. */
bool decimal_divide_whole(const Decimal *left, const Decimal *right, int precision,
                          Decimal *quotient, Decimal *rest);

/* ---- decimal_object.c: objects --------------------------------------------------------------- */

/* What was installed: the class of _pydecimal. */
typedef struct DecimalClass {
    Type *decimal;       /* borrowed: the module _pydecimal has it */
    Shape *shape;        /* of all instances */
    uint32_t size_class; /* of the memory of one */
} DecimalClass;
extern DecimalClass rt_decimal;

/* The slots, sorted by name: _exp, _int, _is_special, _sign. */
enum { DECIMAL_EXPONENT, DECIMAL_DIGITS, DECIMAL_SPECIAL, DECIMAL_SIGN, DECIMAL_SLOTS };

enum { WIDE_TEXT = WIDE_DIGITS + 2 }; /* room for the digits of any Wide */

/* The digits of a Decimal as text: its own, or in `buffer`, so that it must stay where it is. */
typedef struct Digits {
    const char *text;
    int64_t length, exponent;
    bool negative;
    char buffer[WIDE_TEXT];
} Digits;

/* Notes the class and makes its attributes _int and _sign those of both forms. 0 or -1. */
int decimal_note_class(Type *decimal);
/* A finite Decimal of exactly that class, or an int; false: something else, or too long. */
bool decimal_read(Value value, Decimal *number);
/* The slots of a Decimal of exactly that class that is finite; NULL: it is something else. */
const Value *decimal_slots(Value value);
bool slots_negative(const Value *slots);
bool slots_zero(const Value *slots);
/* The order, -1, 0 or 1, of numbers that differ in their lower digits alone; false: they differ in
 * more, or are text. */
bool slots_order(const Value *left, const Value *right, int *order);
/* False: the digits are no ASCII, *digits has no text. */
bool slots_digits(const Value *slots, Digits *digits);
/* New reference; 0: MemoryError. */
Value decimal_new(const Decimal *number);
/* The same with digits as text; steals `digits`. */
Value decimal_new_text_take(Value digits, int64_t exponent, bool negative);
/* The number of at most WIDE_DIGITS digits. */
Wide wide_of_digits(const uint8_t *digits, int64_t count);

/* ---- decimal_context.c: contexts ------------------------------------------------------------- */

typedef struct Settings {
    int64_t precision, least, most; /* prec, Emin, Emax */
    Rounding rounding;
    Value flags, traps; /* dicts; borrowed */
} Settings;

/* The signals that are raised here. */
enum { SIGNAL_INEXACT, SIGNAL_ROUNDED, SIGNAL_FLOAT, SIGNAL_COUNT };

/* Notes the class of contexts, the variable of the current one and the signals, all of which the
 * modules keep. */
void context_note_class(Type *context, Value variable, const Value signals[SIGNAL_COUNT]);
/* The current context; FAST_RARE: there is none yet, or one with unusual settings. */
FastStatus settings_read(Settings *settings);
Rounding rounding_of(Value text);
/* Sets the flag of a signal; FAST_RARE: it is trapped. */
FastStatus settings_note(const Settings *settings, int signal);
/* Sets the flags of a result that was rounded. */
FastStatus settings_signal(const Settings *settings, bool inexact);
/* Rounds to the precision. */
FastStatus settings_fix(const Settings *settings, Decimal *number);

/* ---- decimal_long.c -------------------------------------------------------------------------- */

/* left + right, -, *, / (SLOT_ADD, _SUB, _MUL, _TRUEDIV) of Decimals and ints of up to some
 * thousand digits, none of them 0: new reference. 0: not done here, perhaps with an exception
 * pending. */
Value decimal_long(NumberSlot slot, Value left, Value right);
/* Compares such operands; *order: -1, 0, 1. False: not done here. */
bool decimal_long_compare(Value left, Value right, int *order);

/* ---- decimal_methods.c ----------------------------------------------------------------------- */

/* Puts methods in C in front of those of the class. 0 or -1. */
int decimal_install_methods(Type *type);
/* int(self); 0 without an exception: not done here. */
Value decimal_to_int(Value self);
/* float(self); likewise. */
Value decimal_to_float(Value self);

/* ---- decimal_text.c -------------------------------------------------------------------------- */

/* Decimal(text) of a usual form; 0 without an exception: another one. */
Value decimal_parse(Value text);
/* Decimal(number), whose signal was noted; 0 without an exception: not done here. */
Value decimal_from_double(double number);
/* str(self) without an exponent; 0 without an exception: it needs one. */
Value decimal_text(const Value *slots);
/* self.__format__(spec) for fixed points and no type; 0 without an exception: something else. */
Value decimal_format(Value self, Value spec);
/* The digits of a number into `buffer`, which has room for WIDE_TEXT bytes; answers how many. */
int wide_text(Wide number, char *buffer);

#endif
