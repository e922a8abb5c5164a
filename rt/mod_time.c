/*
 * mod_time.c — the module time. Calendar arithmetic is C's; clocks are POSIX clocks, which
 * wasi-libc has too.
 */
#include "containers.h"
#include "object.h"
#include "isolate.h"
#include "port.h"
#include "record.h"
#include "text.h"
#include "time_format.h"
#include "timeout.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

enum { NANO = 1000000000 };

/* ---- clocks ---------------------------------------------------------------------------------- */

static int64_t clock_ns(clockid_t clock) {
    struct timespec now;
    if (clock_gettime(clock, &now) < 0) {
        raise_errno(errno, 0);
        return -1;
    }
    return (int64_t)now.tv_sec * NANO + now.tv_nsec;
}

/* CPU time where the platform tells it, otherwise the time since the start. */
static int64_t process_ns(clockid_t clock) {
    struct timespec used;
    if (clock_gettime(clock, &used) < 0)
        return clock_ns(CLOCK_MONOTONIC);
    return (int64_t)used.tv_sec * NANO + used.tv_nsec;
}

#define CLOCK_FUNCTIONS(name, expression)                                                          \
    NATIVE(time_##name) {                                                                          \
        NATIVE_UNUSED();                                                                           \
        int64_t now = expression;                                                                  \
        return isolate.pending ? 0                                                                 \
                               : float_new((double)(now / NANO) + (double)(now % NANO) / NANO);    \
    }                                                                                              \
    NATIVE(time_##name##_ns) {                                                                     \
        NATIVE_UNUSED();                                                                           \
        int64_t now = expression;                                                                  \
        return isolate.pending ? 0 : int_from_i64(now);                                            \
    }
CLOCK_FUNCTIONS(time, clock_ns(CLOCK_REALTIME))
CLOCK_FUNCTIONS(monotonic, clock_ns(CLOCK_MONOTONIC))
CLOCK_FUNCTIONS(process_time, process_ns(CLOCK_PROCESS_CPUTIME_ID))
CLOCK_FUNCTIONS(thread_time, process_ns(CLOCK_THREAD_CPUTIME_ID))
#undef CLOCK_FUNCTIONS

NATIVE(time_sleep) {
    NATIVE_UNUSED();
    int64_t wait;
    if (timeout_read(args[0], TIMEOUT_SECOND, NULL, &wait) < 0)
        return 0;
    if (wait < 0)
        return raise_error(&rt_exc_ValueError, "sleep length must be non-negative");
    int64_t end = timeout_deadline(wait);
    for (bool over = false; !over;) {
        ThreadState state;
        if (pyrt_stack_check() < 0) /* a signal came before, or woke us */
            return 0;
        isolate_leave(&state);
        over = port_sleep_until(end);
        isolate_enter(&state);
    }
    return pyrt_stack_check() < 0 ? 0 : VALUE_NONE;
}

/* ---- struct_time ----------------------------------------------------------------------------- */

static Value struct_time_type; /* owned; made when it is first asked for */

/* The class time.struct_time; borrowed, 0: failed. */
static Value struct_time(void) {
    if (!struct_time_type)
        struct_time_type = record_type_new(
            "time", "struct_time",
            "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst tm_zone "
            "tm_gmtoff",
            9);
    return struct_time_type;
}

/* A struct_time with the fields of `tm`; steals `zone` and `offset`. */
static Value from_fields(const struct tm *tm, Value zone, Value offset) {
    Value values[11] = {int_from_i64(tm->tm_year + 1900),
                        int_from_i64(tm->tm_mon + 1),
                        int_from_i64(tm->tm_mday),
                        int_from_i64(tm->tm_hour),
                        int_from_i64(tm->tm_min),
                        int_from_i64(tm->tm_sec),
                        int_from_i64((tm->tm_wday + 6) % 7),
                        int_from_i64(tm->tm_yday + 1),
                        int_from_i64(tm->tm_isdst),
                        zone,
                        offset};
    return record_new(struct_time_type, values, 11);
}

Value time_struct(const struct tm *tm) {
    return struct_time() ? from_fields(tm, VALUE_NONE, VALUE_NONE) : 0;
}

static Value from_tm(const struct tm *tm) {
    return from_fields(tm, str_from_cstr(tm->tm_zone ? tm->tm_zone : "UTC"),
                       int_from_i64(tm->tm_gmtoff));
}

/* Seconds from an optional argument; now by default. */
static int seconds_argument(Value argument, time_t *seconds) {
    if (!argument || argument == VALUE_NONE) {
        *seconds = time(NULL);
        return 0;
    }
    double number;
    if (value_isa(argument, &rt_type_float)) {
        if (!value_to_double(argument, &number))
            return -1;
    } else {
        int64_t whole = object_index(argument);
        number = (double)whole;
        if (whole == -1 && exc_pending_is(&rt_exc_OverflowError)) {
            exc_clear();
            number = HUGE_VAL;
        }
        if (isolate.pending)
            return -1;
    }
    if (isnan(number))
        return raise_status(&rt_exc_ValueError, "Invalid value NaN (not a number)");
    if (!(fabs(number) < 0x1p63))
        return raise_status(&rt_exc_OverflowError, "timestamp out of range for platform time_t");
    *seconds = (time_t)floor(number);
    return 0;
}

NATIVE(time_gmtime) {
    NATIVE_UNUSED();
    time_t seconds;
    struct tm tm;
    if (seconds_argument(ARG(0), &seconds) < 0)
        return 0;
    if (!gmtime_r(&seconds, &tm))
        return raise_errno(errno, 0);
    tm.tm_zone = "GMT"; /* some C libraries say UTC */
    return from_tm(&tm);
}

NATIVE(time_localtime) {
    NATIVE_UNUSED();
    time_t seconds;
    struct tm tm;
    if (seconds_argument(ARG(0), &seconds) < 0)
        return 0;
    return localtime_r(&seconds, &tm) ? from_tm(&tm) : raise_errno(errno, 0);
}

static int item_int(const TupleObject *tuple, int index, int *out) {
    return object_parsed_int(tuple->items[index], out);
}

/* The zone that a struct_time tells itself; its text lives as long as `value`. */
static int own_zone(Value value, struct tm *tm) {
    Value zone = object_getattr_cstr(value, "tm_zone");
    Value offset = zone ? object_getattr_cstr(value, "tm_gmtoff") : 0;
    size_t size;
    int64_t seconds;
    if (offset && value_is_str(zone))
        tm->tm_zone = str_utf8(zone, &size);
    if (offset && value_is_int(offset) && int_to_i64(offset, &seconds))
        tm->tm_gmtoff = (long)seconds;
    value_decref(zone);
    value_decref(offset);
    return offset ? 0 : -1;
}

/* Reads a struct_time or a tuple of nine; the present local time if it is absent. */
static int to_tm(const char *function, Value value, struct tm *tm) {
    memset(tm, 0, sizeof *tm);
    if (!value) {
        time_t now = time(NULL);
        return localtime_r(&now, tm) ? 0 : -1;
    }
    if (!value_isa(value, &rt_type_tuple))
        return raise_status(&rt_exc_TypeError, "Tuple or struct_time argument required");
    const TupleObject *tuple = AS(TupleObject, value);
    if (tuple->length < 9)
        return raise_status(&rt_exc_TypeError, "%s(): illegal time tuple argument", function);
    int *const fields[] = {&tm->tm_year, &tm->tm_mon,  &tm->tm_mday, &tm->tm_hour, &tm->tm_min,
                           &tm->tm_sec,  &tm->tm_wday, &tm->tm_yday, &tm->tm_isdst};
    for (int i = 0; i < 9; i++)
        if (item_int(tuple, i, fields[i]) < 0)
            return -1;
    tm->tm_year -= 1900;
    tm->tm_mon -= 1;
    tm->tm_wday = (tm->tm_wday + 1) % 7;
    tm->tm_yday -= 1;
    if (value_isa(value, AS(Type, struct_time_type)))
        return own_zone(value, tm);
    struct tm zone = *tm;
    if (mktime(&zone) != (time_t)-1) {
        tm->tm_gmtoff = zone.tm_gmtoff;
        tm->tm_zone = zone.tm_zone;
    }
    return 0;
}

/* Checks the fields, which C would only clip; 0 stands for the first month and day. */
static int check_tm(struct tm *tm) {
    if (tm->tm_mon == -1)
        tm->tm_mon = 0;
    if (tm->tm_mday == 0)
        tm->tm_mday = 1;
    if (tm->tm_yday == -1)
        tm->tm_yday = 0;
    const struct {
        const char *name;
        int value, least, most;
    } fields[] = {
        {"month", tm->tm_mon, 0, 11},         {"day of month", tm->tm_mday, 1, 31},
        {"hour", tm->tm_hour, 0, 23},         {"minute", tm->tm_min, 0, 59},
        {"seconds", tm->tm_sec, 0, 61},       {"day of week", tm->tm_wday, 0, 6},
        {"day of year", tm->tm_yday, 0, 365},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (fields[i].value < fields[i].least || fields[i].value > fields[i].most)
            return raise_status(&rt_exc_ValueError, "%s out of range", fields[i].name);
    return 0;
}

NATIVE(time_mktime) {
    NATIVE_UNUSED();
    struct tm tm;
    if (to_tm("mktime", args[0], &tm) < 0)
        return 0;
    tm.tm_wday = -1;
    time_t seconds = mktime(&tm);
    if (seconds == (time_t)-1 && tm.tm_wday == -1)
        return raise_error(&rt_exc_OverflowError, "mktime argument out of range");
    return float_new((double)seconds);
}

NATIVE(time_strftime) {
    NATIVE_UNUSED();
    struct tm tm;
    size_t size;
    if (!value_isa(args[0], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "strftime() argument 1 must be str, not %A", args[0]);
    const char *format = str_utf8(args[0], &size);
    if (format && strlen(format) != size)
        return raise_error(&rt_exc_ValueError, "embedded null character");
    return !format || to_tm("strftime", ARG(1), &tm) < 0 || check_tm(&tm) < 0
               ? 0
               : time_format(format, &tm);
}

/* The form of asctime and ctime, without C's trailing newline. */
static Value plain_date(const struct tm *tm) {
    static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[64];
    snprintf(text, sizeof text, "%s %s %2d %02d:%02d:%02d %d", days[tm->tm_wday % 7],
             months[tm->tm_mon % 12], tm->tm_mday, tm->tm_hour, tm->tm_min, tm->tm_sec,
             tm->tm_year + 1900);
    return str_from_cstr(text);
}

NATIVE(time_asctime) {
    NATIVE_UNUSED();
    struct tm tm;
    return to_tm("asctime", ARG(0), &tm) < 0 || check_tm(&tm) < 0 ? 0 : plain_date(&tm);
}

NATIVE(time_ctime) {
    NATIVE_UNUSED();
    time_t seconds;
    struct tm tm;
    if (seconds_argument(ARG(0), &seconds) < 0)
        return 0;
    return localtime_r(&seconds, &tm) ? plain_date(&tm) : raise_errno(errno, 0);
}

/* ---- clocks by number ------------------------------------------------------------------------ */

/* The clocks of the C library, by Linux's numbers, which programs see on every platform. */
static const struct {
    const char *name;
    int number;
    clockid_t clock;
} clocks[] = {
    {"CLOCK_REALTIME", 0, CLOCK_REALTIME},
    {"CLOCK_MONOTONIC", 1, CLOCK_MONOTONIC},
    {"CLOCK_PROCESS_CPUTIME_ID", 2, CLOCK_PROCESS_CPUTIME_ID},
    {"CLOCK_THREAD_CPUTIME_ID", 3, CLOCK_THREAD_CPUTIME_ID},
#ifdef CLOCK_MONOTONIC_RAW
    {"CLOCK_MONOTONIC_RAW", 4, CLOCK_MONOTONIC_RAW},
#endif
#ifdef CLOCK_BOOTTIME
    {"CLOCK_BOOTTIME", 7, CLOCK_BOOTTIME},
#endif
#ifdef CLOCK_TAI
    {"CLOCK_TAI", 11, CLOCK_TAI},
#endif
};
enum { CLOCK_COUNT = sizeof clocks / sizeof *clocks };

static bool clock_argument(Value value, clockid_t *clock) {
    int64_t number = object_index(value);
    if (number == -1 && isolate.pending)
        return false;
    for (size_t i = 0; i < CLOCK_COUNT; i++) {
        if (clocks[i].number != number)
            continue;
        *clock = clocks[i].clock;
        return true;
    }
    raise_errno(EINVAL, 0);
    return false;
}

static Value seconds_of(int64_t nanoseconds) {
    return isolate.pending
               ? 0
               : float_new((double)(nanoseconds / NANO) + (double)(nanoseconds % NANO) / NANO);
}

NATIVE(time_clock_gettime_ns) {
    NATIVE_UNUSED();
    clockid_t clock;
    int64_t now = clock_argument(args[0], &clock) ? clock_ns(clock) : -1;
    return isolate.pending ? 0 : int_from_i64(now);
}

NATIVE(time_clock_gettime) {
    NATIVE_UNUSED();
    clockid_t clock;
    return seconds_of(clock_argument(args[0], &clock) ? clock_ns(clock) : -1);
}

NATIVE(time_clock_getres) {
    NATIVE_UNUSED();
    clockid_t clock;
    struct timespec step;
    if (!clock_argument(args[0], &clock))
        return 0;
    if (clock_getres(clock, &step) < 0)
        return raise_errno(errno, 0);
    return seconds_of((int64_t)step.tv_sec * NANO + step.tv_nsec);
}

static Value get_clock_info(const char *implementation, bool realtime) {
    Value type =
        record_type_new("time", "clock_info", "adjustable implementation monotonic resolution", 4);
    Value values[] = {VALUE_BOOL(realtime), str_from_cstr(implementation), VALUE_BOOL(!realtime),
                      float_new(1e-9)};
    Value result = type ? record_new(type, values, 4) : 0;
    value_decref(type);
    return result;
}

NATIVE(time_get_clock_info) {
    NATIVE_UNUSED();
    static const struct {
        const char *name, *clock;
    } infos[] = {{"time", "CLOCK_REALTIME"},
                 {"monotonic", "CLOCK_MONOTONIC"},
                 {"perf_counter", "CLOCK_MONOTONIC"},
                 {"process_time", "CLOCK_PROCESS_CPUTIME_ID"},
                 {"thread_time", "CLOCK_THREAD_CPUTIME_ID"}};
    if (!value_isa(args[0], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "get_clock_info() argument 1 must be str, not %T",
                           args[0]);
    for (size_t i = 0; i < sizeof infos / sizeof *infos; i++) {
        char text[64];
        if (!str_equal_cstr(args[0], infos[i].name))
            continue;
        snprintf(text, sizeof text, "clock_gettime(%s)", infos[i].clock);
        return get_clock_info(text, i == 0);
    }
    return raise_error(&rt_exc_ValueError, "unknown clock");
}

/* ---- the local zone -------------------------------------------------------------------------- */

/* A variable of the module that may be there already, and in inline caches. */
static int set_variable(ModuleObject *module, const char *name, Value value_take) {
    int status = value_take ? object_setattr(OBJ(module), str_name(name), value_take) : -1;
    value_decref(value_take);
    return status;
}

/* The zone's names and offsets, found by looking at a January and a July. */
static int add_zone(ModuleObject *module) {
    time_t january = 1672531200, july = 1688169600;
    struct tm winter, summer;
    if (!localtime_r(&january, &winter) || !localtime_r(&july, &summer))
        return raise_errno(errno, 0), -1;
    bool south = winter.tm_isdst > 0;
    const struct tm *standard = south ? &summer : &winter, *daylight = south ? &winter : &summer;
    Value names[2] = {str_from_cstr(standard->tm_zone), str_from_cstr(daylight->tm_zone)};
    Value tuple = names[0] && names[1] ? tuple_new(names, 2) : 0;
    value_decref(names[0]);
    value_decref(names[1]);
    if (set_variable(module, "tzname", tuple) < 0 ||
        set_variable(module, "timezone", int_from_i64(-standard->tm_gmtoff)) < 0 ||
        set_variable(module, "altzone", int_from_i64(-daylight->tm_gmtoff)) < 0)
        return -1;
    return set_variable(module, "daylight",
                        int_from_i64(standard->tm_gmtoff != daylight->tm_gmtoff));
}

static ModuleObject *time_module; /* borrowed: it lives as long as its functions */

/* Reads the environment variable TZ anew. */
NATIVE(time_tzset) {
    NATIVE_UNUSED();
    port_read_zone();
    return add_zone(time_module) < 0 ? 0 : VALUE_NONE;
}

/* time.strptime is written in Python; a program that mentions it has the module (parts.def). */
NATIVE(time_strptime) {
    NATIVE_UNUSED();
    Value module = module_import("_strptime");
    Value result = module ? object_call_method(module, "_strptime_time", args, count) : 0;
    value_decref(module);
    return result;
}

static const NativeMethod functions[] = {
    {.name = "time", .call = time_time},
    {.name = "time_ns", .call = time_time_ns},
    {.name = "monotonic", .call = time_monotonic},
    {.name = "monotonic_ns", .call = time_monotonic_ns},
    {.name = "perf_counter", .call = time_monotonic},
    {.name = "perf_counter_ns", .call = time_monotonic_ns},
    {.name = "process_time", .call = time_process_time},
    {.name = "process_time_ns", .call = time_process_time_ns},
    {.name = "thread_time", .call = time_thread_time},
    {.name = "thread_time_ns", .call = time_thread_time_ns},
    {.name = "sleep", .call = time_sleep, .min_args = 1, .max_args = 1},
    {.name = "gmtime", .call = time_gmtime, .max_args = 1, .kind = METHOD_PARSED},
    {.name = "localtime", .call = time_localtime, .max_args = 1, .kind = METHOD_PARSED},
    {.name = "mktime", .call = time_mktime, .min_args = 1, .max_args = 1},
    {.name = "strftime",
     .call = time_strftime,
     .min_args = 1,
     .max_args = 2,
     .kind = METHOD_PARSED},
    {.name = "asctime", .call = time_asctime, .max_args = 1},
    {.name = "ctime", .call = time_ctime, .max_args = 1, .kind = METHOD_PARSED},
    {.name = "clock_gettime", .call = time_clock_gettime, .min_args = 1, .max_args = 1},
    {.name = "clock_gettime_ns", .call = time_clock_gettime_ns, .min_args = 1, .max_args = 1},
    {.name = "clock_getres", .call = time_clock_getres, .min_args = 1, .max_args = 1},
    {.name = "strptime", .call = time_strptime, .min_args = 1, .max_args = 2},
    {.name = "tzset", .call = time_tzset},
    {.name = "get_clock_info", .call = time_get_clock_info, .min_args = 1, .max_args = 1},
    {0},
};

static int time_init(ModuleObject *module) {
    time_module = module;
    if (!struct_time() || module_set(module, "struct_time", value_incref(struct_time_type)) < 0 ||
        module_set(module, "_STRUCT_TM_ITEMS", value_from_small_int(11)) < 0 ||
        add_zone(module) < 0)
        return -1;
    for (size_t i = 0; i < CLOCK_COUNT; i++)
        if (module_set(module, clocks[i].name, value_from_small_int(clocks[i].number)) < 0)
            return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module_time = {"time", time_init};
