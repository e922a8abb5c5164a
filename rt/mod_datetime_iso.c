/*
 * mod_datetime_iso.c — reading ISO 8601 as the methods fromisoformat of CPython 3.11 do: calendar
 * and week dates, with or without separators, times with fractions of any length, offsets. What
 * CPython lets pass where a strict reader would not, this lets pass too. Texts are 0-terminated
 * UTF-8; a reader that meets something else than it wants answers NULL or IT_FAILED.
 */
#include "datetime.h"

static bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

/* Exactly `count` digits; answers what follows them. */
static const char *read_digits(const char *next, int *number, size_t count) {
    *number = 0;
    for (; count > 0; count--, next++) {
        if (!is_digit(*next))
            return NULL;
        *number = *number * 10 + (*next - '0');
    }
    return next;
}

/* ---- dates ----------------------------------------------------------------------------------- */

typedef struct DateParts {
    int year, month, day;
} DateParts;

static bool read_week_date(const char *next, const char *end, bool separated, DateParts *date) {
    IsoDate iso = {.year = date->year, .day = 1};
    next = read_digits(next, &iso.week, 2);
    if (!next)
        return false;
    if (next < end) {
        if (separated && *next++ != '-')
            return false;
        if (!read_digits(next, &iso.day, 1))
            return false;
    }
    return calendar_from_iso(iso, &date->year, &date->month, &date->day) == ISO_OK;
}

static bool read_date(const char *text, size_t size, DateParts *date) {
    const char *next = read_digits(text, &date->year, 4);
    if (!next)
        return false;
    bool separated = *next == '-';
    next += separated;
    if (*next == 'W')
        return read_week_date(next + 1, text + size, separated, date);
    next = read_digits(next, &date->month, 2);
    if (!next || (separated && *next++ != '-'))
        return false;
    next = read_digits(next, &date->day, 2);
    return next == text + size;
}

/* ---- times ----------------------------------------------------------------------------------- */

typedef enum TimeRead {
    IT_FAILED = -1,
    IT_ENDED,    /* nothing follows */
    IT_FOLLOWED, /* something does */
} TimeRead;

typedef struct TimeParts {
    int fields[3]; /* hour, minute, second */
    int microsecond;
} TimeParts;

/* The digits of a fraction up to `end`; those behind the sixth are skipped. */
static TimeRead read_fraction(const char *next, const char *end, int *microsecond) {
    static const int scale[] = {1000000, 100000, 10000, 1000, 100, 10, 1};
    size_t count = end - next < 6 ? (size_t)(end - next) : 6;
    next = read_digits(next, microsecond, count);
    if (!next)
        return IT_FAILED;
    *microsecond *= scale[count];
    while (is_digit(*next))
        next++;
    return *next ? IT_FOLLOWED : IT_ENDED;
}

/* HH[[:]MM[[:]SS[.ffffff]]] */
static TimeRead read_clock(const char *next, const char *end, TimeParts *time) {
    bool separated = true;
    *time = (TimeParts){{0}, 0};
    for (int i = 0; i < 3; i++) {
        next = read_digits(next, &time->fields[i], 2);
        if (!next)
            return IT_FAILED;
        char character = *next++;
        if (i == 0)
            separated = character == ':';
        if (next >= end)
            return character ? IT_FOLLOWED : IT_ENDED;
        if (separated && character == ':')
            continue;
        if (character == '.' || character == ',')
            break;
        if (separated)
            return IT_FAILED;
        next--;
    }
    return read_fraction(next, end, &time->microsecond);
}

/* A time and its zone (new reference, None if there is no offset). 1, 0: malformed, -1: raised. */
static int read_time(const char *text, size_t size, TimeParts *time, Value *zone) {
    const char *end = text + size, *mark = text;
    do {
        if (*mark == '+' || *mark == '-' || *mark == 'Z')
            break;
    } while (++mark < end);
    TimeRead read = read_clock(text, mark, time);
    *zone = VALUE_NONE;
    if (read == IT_FAILED)
        return 0;
    if (mark >= end)
        return read == IT_ENDED;
    if (*mark == 'Z') {
        if (mark[1])
            return 0;
        *zone = value_incref(timezone_utc_borrow());
        return 1;
    }
    TimeParts offset;
    if (read_clock(mark + 1, end, &offset) != IT_ENDED)
        return 0;
    int sign = *mark == '-' ? -1 : 1;
    int seconds = offset.fields[0] * 3600 + offset.fields[1] * 60 + offset.fields[2];
    Value delta = seconds ? delta_new(0, sign * seconds, sign * offset.microsecond)
                          : value_incref(timezone_utc_borrow());
    *zone = seconds && delta ? timezone_new(delta, 0) : value_incref(delta);
    value_decref(delta);
    return *zone ? 1 : -1;
}

/* ---- moments --------------------------------------------------------------------------------- */

/* Where the date ends in a text of week form without separators: YYYYWww or YYYYWwwd. The parts of
 * a time come in pairs of digits, so an odd number of digits in a row has the day in it. */
static size_t end_of_compact_week(const char *text, size_t size) {
    size_t end = 7;
    while (end < size && is_digit(text[end]))
        end++;
    if (end < 9)
        return end;
    return end % 2 == 0 ? 7 : 8;
}

/* Where the date ends; 0: nowhere. Any character may separate it from the time. */
static size_t end_of_date(const char *text, size_t size) {
    if (size == 7)
        return 7;
    if (text[4] != '-')
        return text[4] == 'W' ? end_of_compact_week(text, size) : 8;
    if (text[5] != 'W')
        return 10;
    if (size <= 8 || text[8] != '-')
        return 8;
    if (size == 9)
        return 0;
    /* YYYY-Www-D, or YYYY-Www with a hyphen before the time */
    return size > 10 && is_digit(text[10]) ? 8 : 10;
}

/* The bytes of the character that `lead` begins. */
static size_t character_size(char lead) {
    uint8_t byte = (uint8_t)lead;
    return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/* ---- the methods ----------------------------------------------------------------------------- */

static bool check_text(Value text) {
    if (value_is_str(text))
        return true;
    return raise_error(&rt_exc_TypeError, "fromisoformat: argument must be str");
}

static Value refuse(Value text) {
    return raise_error(&rt_exc_ValueError, "Invalid isoformat string: %R", text);
}

Value iso_read_date(Type *cls, Value value) {
    size_t size;
    const char *text = check_text(value) ? str_utf8(value, &size) : NULL;
    DateParts date;
    if (!text)
        return 0;
    if ((size != 7 && size != 8 && size != 10) || !read_date(text, size, &date))
        return refuse(value);
    return date_make(cls, date.year, date.month, date.day);
}

static Value make_clock(Type *cls, const TimeParts *parts, Value zone) {
    TimeFields time;
    if (cls == &rt_type_time)
        return calendar_check_time(parts->fields[0], parts->fields[1], parts->fields[2],
                                   parts->microsecond, 0, &time)
                   ? clock_new_of(cls, time, zone)
                   : 0;
    Value args[5] = {value_from_small_int(parts->fields[0]), value_from_small_int(parts->fields[1]),
                     value_from_small_int(parts->fields[2]),
                     value_from_small_int(parts->microsecond), zone};
    return object_call(OBJ(cls), args, 5, 0);
}

Value iso_read_clock(Type *cls, Value value) {
    size_t size;
    const char *text = check_text(value) ? str_utf8(value, &size) : NULL;
    TimeParts time;
    Value zone;
    if (!text)
        return 0;
    size_t skip = *text == 'T';
    int read = read_time(text + skip, size - skip, &time, &zone);
    if (read <= 0)
        return read < 0 ? 0 : refuse(value);
    Value result = make_clock(cls, &time, zone);
    value_decref(zone);
    return result;
}

static Value make_moment(Type *cls, const DateParts *parts, const TimeParts *clock, Value zone) {
    DateFields date;
    TimeFields time;
    if (cls == &rt_type_datetime)
        return calendar_check_date(parts->year, parts->month, parts->day, &date) &&
                       calendar_check_time(clock->fields[0], clock->fields[1], clock->fields[2],
                                           clock->microsecond, 0, &time)
                   ? moment_new_of(cls, date, time, zone)
                   : 0;
    const int numbers[7] = {parts->year,      parts->month,     parts->day,        clock->fields[0],
                            clock->fields[1], clock->fields[2], clock->microsecond};
    Value args[8];
    for (int i = 0; i < 7; i++)
        args[i] = value_from_small_int(numbers[i]);
    args[7] = zone;
    return object_call(OBJ(cls), args, 8, 0);
}

Value iso_read_moment(Type *cls, Value value) {
    size_t size;
    const char *text = check_text(value) ? str_utf8(value, &size) : NULL;
    DateParts date;
    TimeParts time = {{0}, 0};
    Value zone = VALUE_NONE;
    if (!text)
        return 0;
    size_t end = size >= 7 ? end_of_date(text, size) : 0;
    if (!end || end > size || !read_date(text, end, &date))
        return refuse(value);
    if (size > end) {
        size_t begin = end + character_size(text[end]);
        int read = begin <= size ? read_time(text + begin, size - begin, &time, &zone) : 0;
        if (read <= 0)
            return read < 0 ? 0 : refuse(value);
    }
    Value result = make_moment(cls, &date, &time, zone);
    value_decref(zone);
    return result;
}
