/*
 * mod_datetime_calendar.c — the proleptic Gregorian calendar: leap years, ordinals, weeks of
 * ISO 8601, and the checks of fields that all constructors share. Nothing here knows an object.
 */
#include "datetime.h"

static const int16_t days_before[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
static const uint8_t month_days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

bool calendar_is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int calendar_month_days(int year, int month) {
    return month == 2 && calendar_is_leap(year) ? 29 : month_days[month];
}

int calendar_days_before(int year, int month) {
    return days_before[month] + (month > 2 && calendar_is_leap(year));
}

static int days_before_year(int year) {
    int before = year - 1;
    return before * 365 + before / 4 - before / 100 + before / 400;
}

int calendar_ordinal(DateFields date) {
    return days_before_year(date.year) + calendar_days_before(date.year, date.month) + date.day;
}

/* Counts in years that begin in March, so that the leap day is a year's last (after Neri and
 * Schneider, "Euclidean affine functions and their application to calendar algorithms", 2021). */
DateFields calendar_from_ordinal(int ordinal) {
    uint32_t day = (uint32_t)ordinal + 305; /* since 1 March of the year 0 */
    uint32_t quarter = 4 * day + 3, century = quarter / 146097;
    uint32_t in_century = quarter % 146097 / 4 * 4 + 3;
    uint32_t year = in_century / 1461, year_day = in_century % 1461 / 4;
    uint32_t month = (5 * year_day + 2) / 153; /* 0: March */
    uint32_t month_day = year_day - (153 * month + 2) / 5 + 1;
    bool is_next = month >= 10;
    return (DateFields){(uint16_t)(century * 100 + year + is_next),
                        (uint8_t)(is_next ? month - 9 : month + 3), (uint8_t)month_day};
}

int calendar_weekday(DateFields date) {
    return (calendar_ordinal(date) + 6) % 7;
}

int calendar_year_day(DateFields date) {
    return calendar_days_before(date.year, date.month) + date.day;
}

int calendar_iso_first_monday(int year) {
    int first = days_before_year(year) + 1;
    int weekday = (first + 6) % 7;
    return first - weekday + (weekday > 3 ? 7 : 0);
}

IsoDate calendar_to_iso(DateFields date) {
    int ordinal = calendar_ordinal(date), year = date.year;
    int monday = calendar_iso_first_monday(year);
    if (ordinal < monday)
        monday = calendar_iso_first_monday(--year);
    else if (ordinal >= monday + 52 * 7 && ordinal >= calendar_iso_first_monday(year + 1))
        monday = calendar_iso_first_monday(++year);
    return (IsoDate){year, (ordinal - monday) / 7 + 1, (ordinal - monday) % 7 + 1};
}

/* Has the ISO year a week 53: does it begin on a Thursday, or as a leap year on a Wednesday? */
static bool is_long_year(int year) {
    int weekday = (days_before_year(year) + 7) % 7;
    return weekday == 3 || (weekday == 2 && calendar_is_leap(year));
}

IsoProblem calendar_from_iso(IsoDate iso, int *year, int *month, int *day) {
    if (iso.week < 1 || iso.week > 53 || (iso.week == 53 && !is_long_year(iso.year)))
        return ISO_BAD_WEEK;
    if (iso.day < 1 || iso.day > 7)
        return ISO_BAD_DAY;
    int ordinal = calendar_iso_first_monday(iso.year) + (iso.week - 1) * 7 + iso.day - 1;
    DateFields date = ordinal < 1 ? (DateFields){.year = 1} : calendar_from_ordinal(ordinal);
    *year = date.year;
    *month = date.month;
    *day = date.day;
    return ISO_OK;
}

bool calendar_check_date(int year, int month, int day, DateFields *out) {
    if (year < MIN_YEAR || year > MAX_YEAR)
        return raise_error(&rt_exc_ValueError, "year %d is out of range", year);
    if (month < 1 || month > 12)
        return raise_error(&rt_exc_ValueError, "month must be in 1..12");
    if (day < 1 || day > calendar_month_days(year, month))
        return raise_error(&rt_exc_ValueError, "day is out of range for month");
    *out = (DateFields){(uint16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

bool calendar_check_time(int hour, int minute, int second, int microsecond, int fold,
                         TimeFields *out) {
    if (hour < 0 || hour > 23)
        return raise_error(&rt_exc_ValueError, "hour must be in 0..23");
    if (minute < 0 || minute > 59)
        return raise_error(&rt_exc_ValueError, "minute must be in 0..59");
    if (second < 0 || second > 59)
        return raise_error(&rt_exc_ValueError, "second must be in 0..59");
    if (microsecond < 0 || microsecond >= SECOND_MICROSECONDS)
        return raise_error(&rt_exc_ValueError, "microsecond must be in 0..999999");
    if (fold != 0 && fold != 1)
        return raise_error(&rt_exc_ValueError, "fold must be either 0 or 1");
    *out = (TimeFields){(uint8_t)hour, (uint8_t)minute, (uint8_t)second, (uint8_t)fold,
                        (uint32_t)microsecond};
    return true;
}
