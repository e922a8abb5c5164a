/*
 * mod_datetime_local.c — the system's zone, as the C library knows it, and timestamps. Local times
 * are counted as if they were UTC, in seconds since 1970; what is not one-to-one, the hour that
 * clocks show twice and the one that they leave out, PEP 495 tells apart by the fold.
 */
#include "datetime.h"

#include <errno.h>
#include <math.h>

/* No change of a zone's offset is larger, nor do two of them lie closer together. */
enum { MOST_FOLD = 24 * 3600 };

static bool check_year(int64_t year) {
    if (year >= MIN_YEAR && year <= MAX_YEAR)
        return true;
    return raise_error(&rt_exc_ValueError, "year %lld is out of range", (long long)year);
}

static DateFields tm_date(const struct tm *tm) {
    return (DateFields){(uint16_t)(tm->tm_year + 1900), (uint8_t)(tm->tm_mon + 1),
                        (uint8_t)tm->tm_mday};
}

/* Leap seconds, which some systems tell, are the second before them. */
static TimeFields tm_time(const struct tm *tm) {
    return (TimeFields){(uint8_t)tm->tm_hour, (uint8_t)tm->tm_min,
                        (uint8_t)(tm->tm_sec > 59 ? 59 : tm->tm_sec), 0, 0};
}

static bool read_clock(int64_t seconds, bool local, struct tm *tm) {
    time_t time = (time_t)seconds;
    errno = 0;
    if (local ? localtime_r(&time, tm) : gmtime_r(&time, tm))
        return check_year((int64_t)tm->tm_year + 1900);
    return raise_errno(errno ? errno : EINVAL, 0);
}

static int64_t seconds_of(DateFields date, TimeFields time) {
    return ((int64_t)calendar_ordinal(date) - EPOCH_ORDINAL) * DAY_SECONDS +
           calendar_day_seconds(time);
}

/* What local clocks show `seconds` after 1970; false: raised. */
static bool local_at(int64_t seconds, int64_t *shown) {
    struct tm tm;
    if (!read_clock(seconds, true, &tm))
        return false;
    *shown = seconds_of(tm_date(&tm), tm_time(&tm));
    return true;
}

/* Does the clock show `shown` at `seconds` for the second time? 1, 0, or -1. */
static int is_fold(int64_t seconds, int64_t shown) {
    int64_t before;
    if (seconds - MOST_FOLD < -((int64_t)EPOCH_ORDINAL - 1) * DAY_SECONDS + MOST_FOLD)
        return 0;
    if (!local_at(seconds - MOST_FOLD, &before))
        return -1;
    int64_t transition = shown - before - MOST_FOLD;
    if (transition >= 0)
        return 0;
    return local_at(seconds + transition, &before) ? before == shown : -1;
}

Value local_moment(Type *cls, int64_t seconds, int microseconds, bool local, Value zone) {
    struct tm tm;
    if (!read_clock(seconds, local, &tm))
        return 0;
    DateFields date = tm_date(&tm);
    TimeFields time = tm_time(&tm);
    int fold = local ? is_fold(seconds, seconds_of(date, time)) : 0;
    if (fold < 0)
        return 0;
    time.fold = (uint8_t)fold;
    time.microsecond = (uint32_t)microseconds;
    return moment_make(cls, date, time, zone);
}

bool local_date(int64_t seconds, DateFields *date) {
    struct tm tm;
    if (!read_clock(seconds, true, &tm))
        return false;
    *date = tm_date(&tm);
    return true;
}

/* Solves shown = local(seconds): the earlier solution, or for a fold the later one; in a gap what
 * the offset before it, or behind it, says. */
bool local_timestamp(const MomentObject *moment, int64_t *seconds) {
    int64_t shown = seconds_of(moment->date, moment->time), there, first, second, other;
    bool fold = moment->time.fold;
    if (!local_at(shown, &there))
        return false;
    int64_t offset = there - shown, other_offset;
    first = shown - offset;
    if (!local_at(first, &there))
        return false;
    bool found = there == shown;
    if (found) {
        second = fold ? first + MOST_FOLD : first - MOST_FOLD;
        if (!local_at(second, &other))
            return false;
        other_offset = other - second;
        if (other_offset == offset) {
            *seconds = first;
            return true;
        }
    } else {
        other_offset = there - first;
    }
    second = shown - other_offset;
    if (!local_at(second, &other))
        return false;
    bool first_is_later = first > second;
    *seconds = other == shown                 ? second
               : found                        ? first
               : first_is_later == (bool)fold ? second
                                              : first;
    return true;
}

Value local_timezone(int64_t seconds) {
    struct tm tm;
    time_t time = (time_t)seconds;
    if (!localtime_r(&time, &tm))
        return raise_errno(errno, 0);
    Value offset = delta_new(0, tm.tm_gmtoff, 0);
    Value name = offset && tm.tm_zone ? str_from_cstr(tm.tm_zone) : 0;
    Value zone = offset && !isolate.pending ? timezone_new(offset, name) : 0;
    value_decref(name);
    value_decref(offset);
    return zone;
}

/* ---- timestamps ------------------------------------------------------------------------------ */

static bool refuse_timestamp(void) {
    return raise_error(&rt_exc_OverflowError, "timestamp out of range for platform time_t");
}

/* Whole seconds and microseconds, rounded half to even. */
static bool split_float(double number, int64_t *seconds, int *microseconds) {
    double whole, fraction;
    if (isnan(number))
        return raise_error(&rt_exc_ValueError, "Invalid value NaN (not a number)");
    if (microseconds) {
        fraction = modf(number, &whole);
        fraction = rint(fraction * 1e6);
        if (fraction >= 1e6) {
            fraction -= 1e6;
            whole += 1.0;
        } else if (fraction < 0) {
            fraction += 1e6;
            whole -= 1.0;
        }
        *microseconds = (int)fraction;
    } else {
        whole = floor(number);
    }
    if (!(whole >= -0x1p63 && whole < 0x1p63))
        return refuse_timestamp();
    *seconds = (int64_t)whole;
    return true;
}

bool local_read_timestamp(Value value, int64_t *seconds, int *microseconds) {
    if (value_is_float(value))
        return split_float(float_number(value), seconds, microseconds);
    if (microseconds)
        *microseconds = 0;
    if (value_is_int(value))
        return int_to_i64(value, seconds) || refuse_timestamp();
    *seconds = object_index(value);
    return *seconds != -1 || !isolate.pending;
}
