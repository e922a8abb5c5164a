/*
 * format.h — the format mini-language: what a specification says, and what format.c
 * (str.__format__, format()), format_str.c ("...".format) and format_percent.c (%) share.
 */
#ifndef PYASYNCC_RT_FORMAT_H
#define PYASYNCC_RT_FORMAT_H

#include "numbers.h"

/* [[fill]align][sign][z][#][0][width][grouping][.precision][type] */
typedef struct FormatSpec {
    uint32_t fill; /* a space if not given */
    char align;    /* < > ^ =, or 0: with `zero` = for numbers */
    char sign;     /* + - space, or 0 */
    bool no_negative_zero, alternate, zero;
    int64_t width;     /* -1: not given */
    char grouping;     /* , _ or 0 */
    int64_t precision; /* -1: not given; of an int (only %): the least number of digits */
    uint32_t type;     /* 0: not given */
} FormatSpec;

/* Reads `text`; 0, or -1 with ValueError in the words CPython uses for objects of type `type`. */
int format_read(FormatSpec *spec, Value text, const Type *type);
/* Appends a number, padded: `whole` digits, which are grouped, and what follows them up to `size`
 * (fraction, exponent). */
void format_add_digits(StrBuilder *builder, const FormatSpec *spec, bool negative,
                       const char *digits, int64_t whole, int64_t size);
/* Appends str[0:precision], padded; `align` is what holds if the specification says nothing. */
void format_add_text(StrBuilder *builder, const FormatSpec *spec, const StrObject *text,
                     char align);
/* Appends an int in the base that the type says: b, o, x, X, else 10. 0; -1: ValueError (too many
 * digits) or MemoryError. */
int format_add_int(StrBuilder *builder, const FormatSpec *spec, Value number);
/* Appends a double; the type is one of e E f F g G n %, 0, or r for what repr makes of a part of a
 * complex number. 0; -1: ValueError (precision too big) or MemoryError. */
int format_add_double(StrBuilder *builder, const FormatSpec *spec, double number);

#endif
