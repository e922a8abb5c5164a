/*
 * datetime.h — what the files of the module datetime share. Private to the runtime.
 *
 * Nouns: a delta is a timedelta; a date has DateFields; a clock is an instance of datetime.time; a
 * moment is an instance of datetime.datetime, which is a date with a time of day; a zone is a
 * tzinfo.
 */
#ifndef PYASYNCC_RT_DATETIME_H
#define PYASYNCC_RT_DATETIME_H

#include "numbers.h"

#include <time.h>

enum {
    MIN_YEAR = 1,
    MAX_YEAR = 9999,
    MAX_ORDINAL = 3652059, /* of date.max */
    MAX_DELTA_DAYS = 999999999,
    DAY_SECONDS = 86400,
    SECOND_MICROSECONDS = 1000000,
};

/* ---- layouts --------------------------------------------------------------------------------- */

typedef struct DateFields {
    uint16_t year;
    uint8_t month, day;
} DateFields;
typedef struct TimeFields {
    uint8_t hour, minute, second, fold;
    uint32_t microsecond;
} TimeFields;

/* 0 <= seconds < DAY_SECONDS, 0 <= microseconds < SECOND_MICROSECONDS, |days| <= MAX_DELTA_DAYS. */
typedef struct DeltaFields {
    int32_t days, seconds, microseconds;
} DeltaFields;
typedef struct DeltaObject {
    Object base;
    DeltaFields fields;
} DeltaObject;
typedef struct DateObject {
    Object base;
    DateFields date;
} DateObject;
typedef struct ClockObject {
    Object base;
    TimeFields time;
    Value zone; /* or None */
} ClockObject;
typedef struct MomentObject { /* begins as a DateObject does */
    Object base;
    DateFields date;
    TimeFields time;
    Value zone; /* or None */
} MomentObject;
typedef struct TimezoneObject {
    Object base;
    Value offset; /* a delta */
    Value name;   /* str, or 0 */
} TimezoneObject;

extern Type rt_type_timedelta, rt_type_date, rt_type_time, rt_type_datetime, rt_type_tzinfo;
extern Type rt_type_timezone, rt_type_iso_calendar;

static inline const DeltaFields *delta_of(Value value) {
    return &AS(DeltaObject, value)->fields;
}
static inline DateFields date_of(Value value) {
    return AS(DateObject, value)->date;
}
static inline ClockObject *clock_of(Value value) {
    return AS(ClockObject, value);
}
static inline MomentObject *moment_of(Value value) {
    return AS(MomentObject, value);
}
static inline bool value_is_delta(Value value) {
    return value_isa(value, &rt_type_timedelta);
}
static inline bool value_is_moment(Value value) {
    return value_isa(value, &rt_type_datetime);
}

/* ---- mod_datetime_args.c: constructors' arguments -------------------------------------------- */

/* One parameter's argument: an int where the signature's letter is 'i', otherwise an object: 'O'
 * any, 'S' a str, 'C' one of length 1, 'D' a timedelta, 'd' a date, 't' a time. */
typedef union Argument {
    Value value;
    int number;
} Argument;
enum { MOST_PARAMETERS = 9 };
typedef struct Signature {
    const char *function; /* NULL: complaints name none */
    const char *letters;  /* one per parameter */
    uint8_t least;        /* so many are required */
    uint8_t positional;   /* so many may be given by position */
    const char *names[MOST_PARAMETERS];
} Signature;
/* Binds arguments as CPython's PyArg_ParseTupleAndKeywords does, with its words. What was not given
 * stays in `bound` as the caller put it there; values are borrowed. False: raised. */
bool arguments_bind(const Signature *signature, const Value *args, uint32_t count, Value names,
                    Argument *bound);
/* TypeError unless just `wanted` arguments are given, in the words of PyArg_ParseTuple. */
bool arguments_exactly(const char *function, int wanted, uint32_t given);
/* A C int from an object with __index__; false: raised. */
bool argument_int(Value value, int *number);
/* TypeError "f() argument n must be T, not U"; answers false. */
bool argument_refuse(const char *function, int number, const char *expected, Value given);

/* ---- mod_datetime_calendar.c: the proleptic Gregorian calendar ------------------------------- */

bool calendar_is_leap(int year);
int calendar_month_days(int year, int month);
/* Days before the first of the month, in its year. */
int calendar_days_before(int year, int month);
/* 1 for 1 January of the year 1. */
int calendar_ordinal(DateFields date);
DateFields calendar_from_ordinal(int ordinal);
/* Monday is 0. */
int calendar_weekday(DateFields date);
int calendar_year_day(DateFields date); /* 1 for 1 January */
/* The ordinal of the Monday on which the ISO year's first week begins. */
int calendar_iso_first_monday(int year);
typedef struct IsoDate {
    int year, week, day;
} IsoDate;
IsoDate calendar_to_iso(DateFields date);
/* How an ISO date is wrong. */
typedef enum IsoProblem { ISO_OK, ISO_BAD_WEEK, ISO_BAD_DAY } IsoProblem;
/* The answer may lie behind MAX_YEAR; before MIN_YEAR it is month 0, which nothing takes for a
 * date.
 */
IsoProblem calendar_from_iso(IsoDate iso, int *year, int *month, int *day);
/* ValueError unless these are a date; false: raised. */
bool calendar_check_date(int year, int month, int day, DateFields *out);
bool calendar_check_time(int hour, int minute, int second, int microsecond, int fold,
                         TimeFields *out);
/* Whole seconds since midnight. */
static inline int calendar_day_seconds(TimeFields time) {
    return time.hour * 3600 + time.minute * 60 + time.second;
}
/* Orders dates and times of day by one number, fold aside. */
static inline uint32_t calendar_date_key(DateFields date) {
    return (uint32_t)date.year << 9 | (uint32_t)date.month << 5 | date.day;
}
static inline uint64_t calendar_time_key(TimeFields time) {
    return (uint64_t)calendar_day_seconds(time) << 20 | time.microsecond;
}
static inline uint64_t calendar_moment_key(const MomentObject *moment) {
    return (uint64_t)calendar_date_key(moment->date) << 37 | calendar_time_key(moment->time);
}
/* A hash of a number; never -1. */
static inline int64_t calendar_hash(uint64_t number) {
    number ^= number >> 32;
    number *= 0xd6e8feb86659fd93u;
    number ^= number >> 32;
    return (int64_t)number == -1 ? -2 : (int64_t)number;
}

/* ---- mod_datetime_delta.c -------------------------------------------------------------------- */

/* Deltas of exactly this class; new references, OverflowError if there are too many days. */
Value delta_new(int64_t days, int64_t seconds, int64_t microseconds);
Value delta_from_microseconds(__int128 microseconds);
int delta_compare_fields(const DeltaFields *left, const DeltaFields *right); /* -1, 0, 1 */
static inline bool delta_is_zero(const DeltaFields *delta) {
    return !delta->days && !delta->seconds && !delta->microseconds;
}
Value delta_subtract(Value left, Value right); /* both deltas */
int64_t delta_hash_fields(const DeltaFields *delta);
/* The nearest float to the seconds of a delta; new reference. */
Value delta_total_seconds(const DeltaFields *delta);

/* ---- mod_datetime_date.c --------------------------------------------------------------------- */

/* An instance of `type`, whose __init__ is not run; new reference. */
Value date_new_of(Type *type, DateFields date);
/* Checks the numbers and calls cls, if that is a subclass of date. */
Value date_make(Type *cls, int year, int month, int day);
/* The date `days` later, as fields; false: OverflowError. */
bool date_shift(DateFields date, int64_t days, DateFields *out);

/* ---- mod_datetime_clock.c -------------------------------------------------------------------- */

/* zone: borrowed, None for naive times. */
Value clock_new_of(Type *type, TimeFields time, Value zone);
/* "a and b" compared; TypeError naming both classes. */
Value compare_refuse(Value left, Value right);
/* The hash of what is aware: of its time in UTC, counted from `days` (0 for clocks), so that equal
 * ones agree whatever their zones. `offset`, a delta, is stolen. -1: raised. */
int64_t clock_hash_aware(int64_t days, TimeFields time, Value offset_take);

/* ---- mod_datetime_moment.c ------------------------------------------------------------------- */

/* zone: borrowed, None for naive moments. */
Value moment_new_of(Type *type, DateFields date, TimeFields time, Value zone);
/* Calls cls if that is a subclass of datetime. */
Value moment_make(Type *cls, DateFields date, TimeFields time, Value zone);
/* The moment a delta later (sign 1) or earlier (-1), of the same class. */
Value moment_shift(Value self, const DeltaFields *delta, int sign);
Value moment_sub(Value left, Value right); /* the operator */
int moment_dst_flag(Value self);           /* as tm_isdst; -2: raised */
extern const NativeMethod moment_methods[];
/* The class from an argument array of a class method. */
static inline Type *class_of(const Value *args) {
    return AS(Type, args[0]);
}

/* ---- mod_datetime_state.c: what pickles hold ------------------------------------------------- */

enum { DATE_STATE_SIZE = 4, TIME_STATE_SIZE = 6, MOMENT_STATE_SIZE = 10, STATE_FOLD_BIT = 0x80 };
/* The packed state that `value` may be: bytes of this size, or text of them that was read as
 * Latin-1. Valid as long as the value; NULL (without an exception) if it is neither. */
const uint8_t *state_borrow(Value value, int64_t size);
/* TypeError unless None or a tzinfo; false: raised. */
bool state_check_zone(Value zone);
/* The date in the first DATE_STATE_SIZE bytes, without a fold in the month. */
DateFields state_get_date(const uint8_t *state);
void state_put_date(uint8_t *state, DateFields date);
/* The time of day in TIME_STATE_SIZE bytes, whose fold is the caller's business. */
TimeFields state_get_time(const uint8_t *state);
void state_put_time(uint8_t *state, TimeFields time);
/* What __reduce__ answers: (class, (state,)), or (class, (state, zone)) if `zone`, borrowed, is not
 * None. New reference. */
Value state_reduce(Value self, const uint8_t *state, size_t size, Value zone);

/* ---- mod_datetime_zone.c --------------------------------------------------------------------- */

/* zone.utcoffset(argument) or zone.dst(argument), checked: a delta or None; zone may be None. */
Value zone_offset(Value zone, const char *method, Value argument);
static inline Value zone_utcoffset(Value zone, Value argument) {
    return zone == VALUE_NONE ? VALUE_NONE : zone_offset(zone, "utcoffset", argument);
}
Value zone_name(Value zone, Value argument); /* zone.tzname(argument), checked: str or None */
bool zone_check(Value zone);                 /* TypeError unless None or a tzinfo */
/* A timezone; the one UTC if offset is zero and there is no name. `name`: borrowed, or 0. */
Value timezone_new(Value offset, Value name);
Value timezone_utc_borrow(void);
int timezone_init(void);

/* ---- mod_datetime_local.c: the system's zone ------------------------------------------------- */

/* Seconds since 1 January of the year 1 (not of 1970). */
int64_t local_seconds(DateFields date, TimeFields time);
/* A moment of cls from seconds since 1970, in the local zone (zone None and local) or in UTC. */
Value local_moment(Type *cls, int64_t seconds, int microseconds, bool local, Value zone);
/* Seconds since 1970 of a naive moment in the local zone; false: raised. */
bool local_timestamp(const MomentObject *moment, int64_t *seconds);
/* The local date at a number of seconds since 1970; false: raised. */
bool local_date(int64_t seconds, DateFields *date);
/* The timezone in force at a number of seconds since 1970; new reference. */
Value local_timezone(int64_t seconds);
/* Seconds since 1970 from an int or float: rounded down, or with microseconds to the nearest (half
 * to even). False: raised. */
bool local_read_timestamp(Value value, int64_t *seconds, int *microseconds);
enum { EPOCH_ORDINAL = 719163 }; /* 1 January 1970 */

/* ---- mod_datetime_format.c ------------------------------------------------------------------- */

/* Text under construction: ISO forms are ASCII and short. */
typedef struct IsoText {
    char text[96];
    int size;
} IsoText;
void iso_put_date(IsoText *out, DateFields date);
/* False: ValueError, there is no such timespec (NULL: "auto"). */
bool iso_put_time(IsoText *out, TimeFields time, const char *timespec);
/* The offset from UTC, if there is one, with `separator` between its parts; false: raised. */
bool iso_put_offset(IsoText *out, const char *separator, Value zone, Value argument);
/* strftime of a date, time or datetime: `argument` is passed to the zone's methods. */
Value format_strftime(Value format, struct tm *tm, int microsecond, Value zone, Value argument);
void format_fill_tm(struct tm *tm, DateFields date, TimeFields time, int dst);
Value format_ctime(DateFields date, TimeFields time);
/* __format__ of all three: str(self), or self.strftime(spec). */
Value format_by_strftime(Value self, Value spec);
/* "name(a, b, fold=1, tzinfo=...)" of a class. */
Value format_repr(Value self, const int *numbers, int count, int fold, Value zone, bool zone_first);
/* time.struct_time of a date; dst as tm_isdst. */
Value format_struct_time(DateFields date, TimeFields time, int dst);

/* ---- mod_datetime_iso.c: reading ISO 8601 ---------------------------------------------------- */

/* The class methods fromisoformat. */
Value iso_read_date(Type *cls, Value text);
Value iso_read_clock(Type *cls, Value text);
Value iso_read_moment(Type *cls, Value text);

#endif
