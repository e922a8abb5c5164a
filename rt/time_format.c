/*
 * time_format.c — strftime, written out so that all platforms have the conversions of glibc in the
 * C locale, with its flags: "-" no padding, "_" blanks, "0" zeros, "^" capitals, "#" the other
 * case, and a width. What it does not know stays as it is.
 */
#include "time_format.h"

#include "text.h"

#include <ctype.h>
#include <stdlib.h>

static const char *const day_names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                        "Thursday", "Friday", "Saturday"};
static const char *const month_names[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};

/* One conversion: what stands between "%" and its letter. */
typedef struct Conversion {
    char pad; /* ' ', '0', '-' (none), or 0: the conversion's own */
    bool upper, swap;
    int width;
} Conversion;

static void add_padding(StrBuilder *out, const Conversion *how, int size, char pad) {
    for (int i = size; i < how->width; i++)
        str_builder_char(out, (uint32_t)pad);
}

static void add_text(StrBuilder *out, const Conversion *how, const char *text, int most) {
    int size = (int)strlen(text);
    if (most < size)
        size = most;
    add_padding(out, how, size, how->pad == '0' ? '0' : ' ');
    for (int i = 0; i < size; i++)
        str_builder_char(out, (uint32_t)(how->upper || how->swap ? toupper(text[i]) : text[i]));
}

/* A number of `digits` digits, padded by `pad` unless a flag says otherwise. */
static void add_number(StrBuilder *out, const Conversion *how, int64_t number, int digits,
                       char pad) {
    char text[24];
    int size = 0;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        text[sizeof text - 1 - (size_t)size++] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (how->pad)
        pad = how->pad;
    int width = how->width > 0 ? how->width : digits;
    if (number < 0) {
        str_builder_char(out, '-');
        width--;
    }
    for (int i = size; pad != '-' && i < width; i++)
        str_builder_char(out, (uint32_t)pad);
    str_builder_ascii(out, text + sizeof text - size, size);
}

/* The week of the year, if weeks begin `shift` days before Sunday and the first is a whole one. */
static int week_number(const struct tm *tm, int shift) {
    return (tm->tm_yday + 7 - (tm->tm_wday + shift) % 7) / 7;
}

static int year_days(int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365;
}

/* The week of ISO 8601 and the year it belongs to. */
static int iso_week(const struct tm *tm, int64_t *year) {
    int weekday = (tm->tm_wday + 6) % 7;
    int thursday = tm->tm_yday - weekday + 3;
    *year = tm->tm_year + 1900LL;
    if (thursday < 0)
        thursday += year_days(--*year);
    else if (thursday >= year_days(*year))
        thursday -= year_days((*year)++);
    return thursday / 7 + 1;
}

static void add_zone(StrBuilder *out, const Conversion *how, const struct tm *tm) {
    long offset = tm->tm_gmtoff;
    char text[16];
    snprintf(text, sizeof text, "%c%02ld%02ld", offset < 0 ? '-' : '+', labs(offset) / 3600,
             labs(offset) / 60 % 60);
    add_text(out, how, text, INT32_MAX);
}

static void add_format(StrBuilder *out, const char *format, const struct tm *tm);

/* A conversion that stands for others. */
static const char *expansion(char letter) {
    switch (letter) {
    case 'c':
        return "%a %b %e %H:%M:%S %Y";
    case 'D':
    case 'x':
        return "%m/%d/%y";
    case 'F':
        return "%Y-%m-%d";
    case 'r':
        return "%I:%M:%S %p";
    case 'R':
        return "%H:%M";
    case 'T':
    case 'X':
        return "%H:%M:%S";
    case '+':
        return "%a %b %e %H:%M:%S %Z %Y";
    default:
        return NULL;
    }
}

static bool add_date(StrBuilder *out, const Conversion *how, char letter, const struct tm *tm) {
    int64_t year = tm->tm_year + 1900LL, iso_year = 0;
    int week = letter == 'g' || letter == 'G' || letter == 'V' ? iso_week(tm, &iso_year) : 0;
    switch (letter) {
    case 'a':
    case 'A':
        add_text(out, how, tm->tm_wday < 0 || tm->tm_wday > 6 ? "?" : day_names[tm->tm_wday],
                 letter == 'a' ? 3 : INT32_MAX);
        return true;
    case 'b':
    case 'h':
    case 'B':
        add_text(out, how, tm->tm_mon < 0 || tm->tm_mon > 11 ? "?" : month_names[tm->tm_mon],
                 letter == 'B' ? INT32_MAX : 3);
        return true;
    case 'C':
        add_number(out, how, year / 100 - (year % 100 < 0), 1, '0');
        return true;
    case 'd':
    case 'e':
        add_number(out, how, tm->tm_mday, 2, letter == 'd' ? '0' : ' ');
        return true;
    case 'g':
        add_number(out, how, (iso_year % 100 + 100) % 100, 2, '0');
        return true;
    case 'G':
        add_number(out, how, iso_year, 1, '0');
        return true;
    case 'j':
        add_number(out, how, tm->tm_yday + 1, 3, '0');
        return true;
    case 'm':
        add_number(out, how, tm->tm_mon + 1, 2, '0');
        return true;
    case 'u':
        add_number(out, how, (tm->tm_wday + 6) % 7 + 1, 1, '0');
        return true;
    case 'U':
        add_number(out, how, week_number(tm, 0), 2, '0');
        return true;
    case 'V':
        add_number(out, how, week, 2, '0');
        return true;
    case 'w':
        add_number(out, how, tm->tm_wday, 1, '0');
        return true;
    case 'W':
        add_number(out, how, week_number(tm, 6), 2, '0');
        return true;
    case 'y':
        add_number(out, how, (year % 100 + 100) % 100, 2, '0');
        return true;
    case 'Y':
        add_number(out, how, year, 1, '0');
        return true;
    default:
        return false;
    }
}

static bool add_time(StrBuilder *out, const Conversion *how, char letter, const struct tm *tm) {
    Conversion other = *how;
    int half = tm->tm_hour % 12 ? tm->tm_hour % 12 : 12;
    struct tm copy = *tm;
    switch (letter) {
    case 'H':
    case 'k':
        add_number(out, how, tm->tm_hour, 2, letter == 'H' ? '0' : ' ');
        return true;
    case 'I':
    case 'l':
        add_number(out, how, half, 2, letter == 'I' ? '0' : ' ');
        return true;
    case 'M':
        add_number(out, how, tm->tm_min, 2, '0');
        return true;
    case 'p':
        if (other.swap) { /* "#" makes these small */
            other.swap = false;
            add_text(out, &other, tm->tm_hour >= 12 ? "pm" : "am", 2);
        } else {
            add_text(out, how, tm->tm_hour >= 12 ? "PM" : "AM", 2);
        }
        return true;
    case 'P':
        add_text(out, how, tm->tm_hour >= 12 ? "pm" : "am", 2);
        return true;
    case 's':
        add_number(out, how, (int64_t)mktime(&copy), 1, '0');
        return true;
    case 'S':
        add_number(out, how, tm->tm_sec, 2, '0');
        return true;
    case 'z':
        add_zone(out, how, tm);
        return true;
    case 'Z':
        add_text(out, how, tm->tm_zone ? tm->tm_zone : "", INT32_MAX);
        return true;
    default:
        return false;
    }
}

/* Reads flags, width and the modifiers E and O. */
static const char *read_conversion(const char *next, Conversion *how) {
    *how = (Conversion){0};
    for (; *next && strchr("-_0^#", *next); next++) {
        if (*next == '^')
            how->upper = true;
        else if (*next == '#')
            how->swap = true;
        else
            how->pad = *next == '_' ? ' ' : *next;
    }
    for (; isdigit((unsigned char)*next); next++)
        how->width = how->width < 1000 ? how->width * 10 + (*next - '0') : how->width;
    return next + (*next == 'E' || *next == 'O');
}

/* The conversion behind "%" at `start`; answers what follows it. */
static const char *add_conversion(StrBuilder *out, const char *start, const struct tm *tm) {
    Conversion how;
    const char *next = read_conversion(start, &how);
    char letter = *next;
    if (letter == '%' || letter == 'n' || letter == 't')
        str_builder_char(out, letter == 'n' ? '\n' : letter == 't' ? '\t' : '%');
    else if (letter && expansion(letter))
        add_format(out, expansion(letter), tm);
    else if (!add_date(out, &how, letter, tm) && !add_time(out, &how, letter, tm)) {
        str_builder_char(out, '%'); /* unknown: as it is */
        return start;
    }
    return next + 1;
}

static void add_format(StrBuilder *out, const char *format, const struct tm *tm) {
    while (*format) {
        if (*format == '%') {
            format = add_conversion(out, format + 1, tm);
            continue;
        }
        uint32_t character;
        int size = utf8_decode_one((const uint8_t *)format, strlen(format), &character);
        str_builder_char(out, size ? character : (uint8_t)*format);
        format += size ? size : 1;
    }
}

Value time_format(const char *format, const struct tm *tm) {
    StrBuilder out;
    str_builder_init(&out);
    add_format(&out, format, tm);
    return str_builder_finish(&out);
}
