/*
 * mod_time.c — the module time. Calendar arithmetic is C's; clocks are POSIX clocks, which
 * wasi-libc has too.
 */
#include "containers.h"
#include "object.h"
#include "isolate.h"
#include "port.h"
#include "record.h"

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
static int64_t process_ns(void) {
    struct timespec used;
    if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) < 0)
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
CLOCK_FUNCTIONS(process_time, process_ns())
#undef CLOCK_FUNCTIONS

NATIVE(time_sleep) {
    NATIVE_UNUSED();
    double seconds;
    if (!value_to_double(args[0], &seconds))
        return 0;
    if (!(seconds >= 0))
        return raise_error(&rt_exc_ValueError, isnan(seconds)
                                                   ? "Invalid value NaN (not a number)"
                                                   : "sleep length must be non-negative");
    int64_t end = port_monotonic_ns() + (int64_t)ceil(seconds * NANO);
    for (bool over = false; !over;) {
        ThreadState state;
        isolate_leave(&state);
        over = port_sleep_until(end);
        isolate_enter(&state);
        if (pyrt_stack_check() < 0)
            return 0;
    }
    return VALUE_NONE;
}

/* ---- struct_time ----------------------------------------------------------------------------- */

static Value struct_time_type; /* owned; made with the module */

static Value from_tm(const struct tm *tm) {
    Value values[11] = {int_from_i64(tm->tm_year + 1900),
                        int_from_i64(tm->tm_mon + 1),
                        int_from_i64(tm->tm_mday),
                        int_from_i64(tm->tm_hour),
                        int_from_i64(tm->tm_min),
                        int_from_i64(tm->tm_sec),
                        int_from_i64((tm->tm_wday + 6) % 7),
                        int_from_i64(tm->tm_yday + 1),
                        int_from_i64(tm->tm_isdst),
                        str_from_cstr(tm->tm_zone ? tm->tm_zone : "UTC"),
                        int_from_i64(tm->tm_gmtoff)};
    return record_new(struct_time_type, values, 11);
}

/* Seconds from an optional argument; now by default. */
static int seconds_argument(Value argument, time_t *seconds) {
    if (!argument || argument == VALUE_NONE) {
        *seconds = time(NULL);
        return 0;
    }
    double number;
    if (!value_to_double(argument, &number))
        return -1;
    if (!(fabs(number) < 1e17))
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
    return gmtime_r(&seconds, &tm) ? from_tm(&tm) : raise_errno(errno, 0);
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
    int64_t number = object_index(tuple->items[index]);
    if (number == -1 && isolate.pending)
        return -1;
    *out = (int)number;
    return 0;
}

/* Reads a struct_time or a tuple of nine; the present local time if it is absent. */
static int to_tm(Value value, struct tm *tm) {
    memset(tm, 0, sizeof *tm);
    if (!value) {
        time_t now = time(NULL);
        return localtime_r(&now, tm) ? 0 : -1;
    }
    if (!value_isa(value, &rt_type_tuple))
        return raise_status(&rt_exc_TypeError, "Tuple or struct_time argument required");
    const TupleObject *tuple = AS(TupleObject, value);
    if (tuple->length < 9)
        return raise_status(&rt_exc_TypeError, "function takes exactly 9 arguments (%lld given)",
                            (long long)tuple->length);
    int *const fields[] = {&tm->tm_year, &tm->tm_mon,  &tm->tm_mday, &tm->tm_hour, &tm->tm_min,
                           &tm->tm_sec,  &tm->tm_wday, &tm->tm_yday, &tm->tm_isdst};
    for (int i = 0; i < 9; i++)
        if (item_int(tuple, i, fields[i]) < 0)
            return -1;
    tm->tm_year -= 1900;
    tm->tm_mon -= 1;
    tm->tm_wday = (tm->tm_wday + 1) % 7;
    tm->tm_yday -= 1;
    struct tm zone = *tm;
    if (mktime(&zone) != (time_t)-1) {
        tm->tm_gmtoff = zone.tm_gmtoff;
        tm->tm_zone = zone.tm_zone;
    }
    return 0;
}

NATIVE(time_mktime) {
    NATIVE_UNUSED();
    struct tm tm;
    if (to_tm(args[0], &tm) < 0)
        return 0;
    tm.tm_wday = -1;
    time_t seconds = mktime(&tm);
    if (seconds == (time_t)-1 && tm.tm_wday == -1)
        return raise_error(&rt_exc_OverflowError, "mktime argument out of range");
    return float_new((double)seconds);
}

static Value text_of_tm(const char *format, const struct tm *tm) {
    if (!*format)
        return str_from_cstr("");
    for (size_t room = 256; room < 1 << 20; room *= 4) {
        char *text = mem_alloc(room);
        if (!text)
            return 0;
        size_t size = strftime(text, room, format, tm);
        Value result = size ? str_from_utf8(text, size) : 0;
        mem_free(text);
        if (size)
            return result;
    }
    return str_from_cstr("");
}

NATIVE(time_strftime) {
    NATIVE_UNUSED();
    struct tm tm;
    size_t size;
    if (!value_isa(args[0], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "strftime() argument 1 must be str, not %A", args[0]);
    const char *format = str_utf8(args[0], &size);
    return !format || to_tm(ARG(1), &tm) < 0 ? 0 : text_of_tm(format, &tm);
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
    return to_tm(ARG(0), &tm) < 0 ? 0 : plain_date(&tm);
}

NATIVE(time_ctime) {
    NATIVE_UNUSED();
    time_t seconds;
    struct tm tm;
    if (seconds_argument(ARG(0), &seconds) < 0)
        return 0;
    return localtime_r(&seconds, &tm) ? plain_date(&tm) : raise_errno(errno, 0);
}

NATIVE(time_clock_gettime_ns) {
    NATIVE_UNUSED();
    int64_t which = object_index(args[0]);
    if (which == -1 && isolate.pending)
        return 0;
    int64_t now = clock_ns(which == 0 ? CLOCK_REALTIME : CLOCK_MONOTONIC);
    return isolate.pending ? 0 : int_from_i64(now);
}

NATIVE(time_clock_gettime) {
    Value nanoseconds = time_clock_gettime_ns(callee, args, count, names);
    int64_t now;
    if (!nanoseconds || !int_to_i64(nanoseconds, &now))
        return 0;
    value_decref(nanoseconds);
    return float_new((double)now / NANO);
}

NATIVE(time_get_clock_info) {
    NATIVE_UNUSED();
    bool realtime = str_equal_cstr(args[0], "time");
    Value type =
        record_type_new("time", "clock_info", "adjustable implementation monotonic resolution", 4);
    Value values[] = {VALUE_BOOL(realtime), str_from_cstr("clock_gettime()"), VALUE_BOOL(!realtime),
                      float_new(1e-9)};
    Value result = type ? record_new(type, values, 4) : 0;
    value_decref(type);
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
    {.name = "thread_time", .call = time_process_time},
    {.name = "thread_time_ns", .call = time_process_time_ns},
    {.name = "sleep", .call = time_sleep, .min_args = 1, .max_args = 1},
    {.name = "gmtime", .call = time_gmtime, .max_args = 1},
    {.name = "localtime", .call = time_localtime, .max_args = 1},
    {.name = "mktime", .call = time_mktime, .min_args = 1, .max_args = 1},
    {.name = "strftime", .call = time_strftime, .min_args = 1, .max_args = 2},
    {.name = "asctime", .call = time_asctime, .max_args = 1},
    {.name = "ctime", .call = time_ctime, .max_args = 1},
    {.name = "clock_gettime", .call = time_clock_gettime, .min_args = 1, .max_args = 1},
    {.name = "clock_gettime_ns", .call = time_clock_gettime_ns, .min_args = 1, .max_args = 1},
    {.name = "get_clock_info", .call = time_get_clock_info, .min_args = 1, .max_args = 1},
    {0},
};

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
    if (module_set(module, "tzname", tuple) < 0 ||
        module_set(module, "timezone", int_from_i64(-standard->tm_gmtoff)) < 0 ||
        module_set(module, "altzone", int_from_i64(-daylight->tm_gmtoff)) < 0)
        return -1;
    return module_set(module, "daylight", int_from_i64(standard->tm_gmtoff != daylight->tm_gmtoff));
}

static int time_init(ModuleObject *module) {
    struct_time_type = record_type_new(
        "time", "struct_time",
        "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst tm_zone tm_gmtoff",
        9);
    if (!struct_time_type ||
        module_set(module, "struct_time", value_incref(struct_time_type)) < 0 ||
        module_set(module, "CLOCK_REALTIME", value_from_small_int(0)) < 0 ||
        module_set(module, "CLOCK_MONOTONIC", value_from_small_int(1)) < 0 || add_zone(module) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module_time = {"time", time_init};
