/*
 * format.h — the format mini-language: what a specification says, and what format.c
 * (str.__format__, format()), format_str.c ("...".format) and format_percent.c (%) share.
 */
#ifndef PYASYNCC_RT_FORMAT_H
#define PYASYNCC_RT_FORMAT_H

#include "numbers.h"

/* [[fill]align][sign][z][#][0][width][grouping][.precision][type] */
typedef struct FormatSpec {
    uint32_t fill; /* 0: not given */
    char align;    /* < > ^ =, or 0 */
    char sign;     /* + - space, or 0 */
    bool no_negative_zero, alternate, zero;
    int64_t width;     /* -1: not given */
    char grouping;     /* , _ or 0 */
    int64_t precision; /* -1: not given */
    uint32_t type;     /* 0: not given */
} FormatSpec;

/* Reads `text`; 0, or -1 with ValueError in the words CPython uses for objects of type `type_name`.
 */
int format_spec_read(FormatSpec *spec, const StrObject *text, const char *type_name);
/* A number ready to be padded: sign, prefix and digits (ASCII). */
typedef struct FormatNumber {
    char sign; /* 0: none */
    const char *prefix;
    const char *digits; /* the integer part starts here */
    int64_t whole;      /* digits of it; what follows (fraction, exponent) is not grouped */
    int64_t size;
} FormatNumber;
/* Groups, pads and aligns. */
void format_add_number(StrBuilder *builder, const FormatSpec *spec, const FormatNumber *number);
/* Pads str[0:precision]; `align` is what holds if the specification says nothing. */
void format_add_text(StrBuilder *builder, const FormatSpec *spec, const StrObject *text,
                     char align);
/* A double as printf's `type` (e f g E F G, or r for repr) in `buffer`'s place: mem_alloc'ed,
 * without a sign; NULL: no memory. `alternate` keeps the point and zeros. */
char *format_double_digits(double number, char type, int precision, bool alternate);
Value format_unknown_type(uint32_t type, const char *type_name);

#endif
