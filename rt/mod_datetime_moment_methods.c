/*
 * mod_datetime_moment_methods.c — the methods of datetime.datetime.
 */
#include "datetime_moment.h"

#include <time.h>

static MomentObject *self_of(const Value *args) {
    return moment_of(args[0]);
}

/* ---- class methods --------------------------------------------------------------------------- */

/* A moment of cls in UTC or in the local zone; with a zone, what zone.fromutc makes of it. */
static Value at(Type *cls, int64_t seconds, int microseconds, bool local, Value zone) {
    Value moment = local_moment(cls, seconds, microseconds, local && zone == VALUE_NONE, zone);
    if (!moment || zone == VALUE_NONE)
        return moment;
    Value result = object_call_method(zone, "fromutc", &moment, 1);
    value_decref(moment);
    return result;
}

static Value now(Type *cls, bool local, Value zone) {
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    return at(cls, time.tv_sec, (int)(time.tv_nsec / 1000), local, zone);
}

NATIVE(moment_now) {
    NATIVE_UNUSED();
    Value zone = ARG(1) ? args[1] : VALUE_NONE;
    return zone_check(zone) ? now(class_of(args), true, zone) : 0;
}

NATIVE(moment_utcnow) {
    NATIVE_UNUSED();
    return now(class_of(args), false, VALUE_NONE);
}

NATIVE(moment_fromtimestamp) {
    static const Signature signature = {"fromtimestamp", "OO", 1, 2, {"timestamp", "tz"}};
    (void)callee;
    Argument bound[MOST_PARAMETERS] = {0};
    bound[1].value = VALUE_NONE;
    int64_t seconds;
    int microseconds;
    if (!arguments_bind(&signature, args + 1, count - 1, names, bound) ||
        !zone_check(bound[1].value) ||
        !local_read_timestamp(bound[0].value, &seconds, &microseconds))
        return 0;
    return at(class_of(args), seconds, microseconds, true, bound[1].value);
}

NATIVE(moment_utcfromtimestamp) {
    NATIVE_UNUSED();
    int64_t seconds;
    int microseconds;
    return arguments_exactly("utcfromtimestamp", 1, count - 1) &&
                   local_read_timestamp(args[1], &seconds, &microseconds)
               ? at(class_of(args), seconds, microseconds, false, VALUE_NONE)
               : 0;
}

/* datetime.strptime is written in Python; a program that mentions it has the module (parts.def). */
NATIVE(moment_strptime) {
    NATIVE_UNUSED();
    if (!arguments_exactly("strptime", 2, count - 1))
        return 0;
    for (int i = 1; i <= 2; i++)
        if (!value_is_str(args[i]))
            return argument_refuse("strptime", i, "str", args[i]);
    Value module = module_import("_strptime");
    Value result = module ? object_call_method(module, "_strptime_datetime", args, 3) : 0;
    value_decref(module);
    return result;
}

NATIVE(moment_combine) {
    static const Signature signature = {"combine", "dtO", 2, 3, {"date", "time", "tzinfo"}};
    (void)callee;
    Argument bound[MOST_PARAMETERS] = {0};
    if (!arguments_bind(&signature, args + 1, count - 1, names, bound))
        return 0;
    Value date = bound[0].value, time = bound[1].value, zone = bound[2].value;
    if (!zone)
        zone = clock_of(time)->zone;
    return zone_check(zone) ? moment_make(class_of(args), date_of(date), clock_of(time)->time, zone)
                            : 0;
}

NATIVE(moment_fromisoformat) {
    NATIVE_UNUSED();
    return iso_read_moment(class_of(args), args[1]);
}

/* ---- parts ----------------------------------------------------------------------------------- */

#define FIELD(field)                                                                               \
    NATIVE(moment_get_##field) {                                                                   \
        NATIVE_UNUSED();                                                                           \
        return value_from_small_int(self_of(args)->time.field);                                    \
    }
FIELD(hour)
FIELD(minute)
FIELD(second)
FIELD(microsecond)
FIELD(fold)
#undef FIELD

NATIVE(moment_get_zone) {
    NATIVE_UNUSED();
    return value_incref(self_of(args)->zone);
}

NATIVE(moment_date) {
    NATIVE_UNUSED();
    return date_new_of(&rt_type_date, self_of(args)->date);
}

NATIVE(moment_time) {
    NATIVE_UNUSED();
    return clock_new_of(&rt_type_time, self_of(args)->time, VALUE_NONE);
}

NATIVE(moment_timetz) {
    NATIVE_UNUSED();
    return clock_new_of(&rt_type_time, self_of(args)->time, self_of(args)->zone);
}

NATIVE(moment_ctime) {
    NATIVE_UNUSED();
    return format_ctime(self_of(args)->date, self_of(args)->time);
}

int moment_dst_flag(Value self) {
    Value dst = zone_offset(moment_of(self)->zone, "dst", self);
    int flag = !dst ? -2 : dst == VALUE_NONE ? -1 : !delta_is_zero(delta_of(dst));
    value_decref(dst);
    return flag;
}

NATIVE(moment_timetuple) {
    NATIVE_UNUSED();
    int flag = moment_dst_flag(args[0]);
    if (flag < -1)
        return 0;
    return format_struct_time(self_of(args)->date, self_of(args)->time, flag);
}

NATIVE(moment_utctimetuple) {
    NATIVE_UNUSED();
    Value offset = zone_utcoffset(self_of(args)->zone, args[0]);
    Value moment = !offset                ? 0
                   : offset == VALUE_NONE ? value_incref(args[0])
                                          : moment_shift(args[0], delta_of(offset), -1);
    Value tuple =
        moment ? format_struct_time(moment_of(moment)->date, moment_of(moment)->time, 0) : 0;
    value_decref(moment);
    value_decref(offset);
    return tuple;
}

NATIVE(moment_timestamp) {
    NATIVE_UNUSED();
    const MomentObject *moment = self_of(args);
    int64_t seconds;
    if (moment->zone == VALUE_NONE)
        return local_timestamp(moment, &seconds)
                   ? float_new((double)seconds + moment->time.microsecond / 1e6)
                   : 0;
    Value epoch = moment_new_of(&rt_type_datetime, (DateFields){1970, 1, 1}, (TimeFields){0},
                                timezone_utc_borrow());
    Value delta = epoch ? moment_sub(args[0], epoch) : 0;
    Value result = delta ? delta_total_seconds(delta_of(delta)) : 0;
    value_decref(delta);
    value_decref(epoch);
    return result;
}

/* ---- text ------------------------------------------------------------------------------------ */

Value moment_isoformat(Value self, uint32_t separator, const char *timespec) {
    const MomentObject *moment = moment_of(self);
    IsoText date = {.size = 0}, time = {.size = 0};
    iso_put_date(&date, moment->date);
    if (separator < 128) { /* all of it is ASCII */
        date.text[date.size++] = (char)separator;
        if (!iso_put_time(&date, moment->time, timespec) ||
            !iso_put_offset(&date, ":", moment->zone, self))
            return 0;
        return str_from_latin1((const uint8_t *)date.text, (size_t)date.size);
    }
    if (!iso_put_time(&time, moment->time, timespec) ||
        !iso_put_offset(&time, ":", moment->zone, self))
        return 0;
    StrBuilder text;
    str_builder_init(&text);
    str_builder_cstr(&text, date.text);
    str_builder_char(&text, separator);
    str_builder_cstr(&text, time.text);
    return str_builder_finish(&text);
}

NATIVE(moment_method_isoformat) {
    static const Signature signature = {"isoformat", "CS", 0, 2, {"sep", "timespec"}};
    (void)callee;
    Argument bound[MOST_PARAMETERS] = {0};
    if (!arguments_bind(&signature, args + 1, count - 1, names, bound))
        return 0;
    Value separator = bound[0].value, timespec = bound[1].value;
    size_t size;
    const char *text = timespec ? str_utf8(timespec, &size) : NULL;
    if (timespec && !text)
        return 0;
    return moment_isoformat(args[0], separator ? str_at(AS(StrObject, separator), 0) : 'T', text);
}

/* ---- zones ----------------------------------------------------------------------------------- */

NATIVE(moment_utcoffset) {
    NATIVE_UNUSED();
    return zone_utcoffset(self_of(args)->zone, args[0]);
}

NATIVE(moment_dst) {
    NATIVE_UNUSED();
    return zone_offset(self_of(args)->zone, "dst", args[0]);
}

NATIVE(moment_tzname) {
    NATIVE_UNUSED();
    return zone_name(self_of(args)->zone, args[0]);
}

/* The zone of a naive moment, as the system has it; new reference. */
static Value zone_of_naive(const MomentObject *moment) {
    int64_t seconds;
    return local_timestamp(moment, &seconds) ? local_timezone(seconds) : 0;
}

/* `self`, whose offset is known, in UTC but with `zone` (0: the local one) for its tzinfo. */
static Value in_utc_for(Value self, Value offset, Value zone) {
    Value moment = moment_shift(self, delta_of(offset), -1);
    if (!moment)
        return 0;
    if (zone != VALUE_NONE) {
        value_incref(zone);
    } else {
        int64_t since = (int64_t)calendar_ordinal(moment_of(moment)->date) - EPOCH_ORDINAL;
        TimeFields time = moment_of(moment)->time;
        zone = local_timezone(since * DAY_SECONDS + calendar_day_seconds(time));
    }
    if (!zone) {
        value_decref(moment);
        return 0;
    }
    value_replace(&moment_of(moment)->zone, zone);
    return moment;
}

/* The offset of `self`; *own is the zone it is told by: its own, or the system's. */
static Value known_offset(Value self, Value *own) {
    Value offset = zone_utcoffset(*own, self);
    if (offset != VALUE_NONE)
        return offset;
    Value zone = zone_of_naive(moment_of(self));
    if (!zone)
        return 0;
    value_replace(own, zone);
    return zone_utcoffset(zone, self);
}

static Value converted(Value self, Value zone, Value *own) {
    if (*own == VALUE_NONE) {
        *own = zone_of_naive(moment_of(self));
        if (!*own)
            return 0;
    }
    if (*own == zone)
        return value_incref(self);
    Value offset = known_offset(self, own);
    Value moment = offset ? in_utc_for(self, offset, zone) : 0;
    Value result = moment ? object_call_method(moment_of(moment)->zone, "fromutc", &moment, 1) : 0;
    value_decref(moment);
    value_decref(offset);
    return result;
}

NATIVE(moment_astimezone) {
    static const Signature signature = {"astimezone", "O", 0, 1, {"tz"}};
    (void)callee;
    Argument bound[MOST_PARAMETERS] = {0};
    bound[0].value = VALUE_NONE;
    if (!arguments_bind(&signature, args + 1, count - 1, names, bound) ||
        !zone_check(bound[0].value))
        return 0;
    Value own = value_incref(self_of(args)->zone);
    Value result = converted(args[0], bound[0].value, &own);
    value_decref(own);
    return result;
}

/* ---- copies ---------------------------------------------------------------------------------- */

NATIVE(moment_replace) {
    static const Signature signature = {"replace", "iiiiiiiOi", 0, 8, {MOMENT_PARAMETERS}};
    (void)callee;
    const MomentObject *moment = self_of(args);
    const int fields[7] = {moment->date.year,
                           moment->date.month,
                           moment->date.day,
                           moment->time.hour,
                           moment->time.minute,
                           moment->time.second,
                           (int)moment->time.microsecond};
    Argument bound[MOST_PARAMETERS] = {0};
    for (int i = 0; i < 7; i++)
        bound[i].number = fields[i];
    bound[MOMENT_ZONE].value = moment->zone;
    bound[MOMENT_FOLD].number = moment->time.fold;
    return arguments_bind(&signature, args + 1, count - 1, names, bound)
               ? moment_make_bound(value_type(args[0]), bound)
               : 0;
}

static Value reduce(Value self, int64_t protocol) {
    const MomentObject *moment = moment_of(self);
    uint8_t state[MOMENT_STATE_SIZE];
    state_put_date(state, moment->date);
    if (protocol > 3 && moment->time.fold)
        state[2] |= STATE_FOLD_BIT;
    state_put_time(state + DATE_STATE_SIZE, moment->time);
    return state_reduce(self, state, sizeof state, moment->zone);
}

NATIVE(moment_reduce) {
    NATIVE_UNUSED();
    return reduce(args[0], 2);
}

NATIVE(moment_reduce_ex) {
    NATIVE_UNUSED();
    int protocol;
    return argument_int(args[1], &protocol) ? reduce(args[0], protocol) : 0;
}

const NativeMethod moment_methods[] = {
    {.name = "hour", .call = moment_get_hour, .kind = METHOD_GETTER},
    {.name = "minute", .call = moment_get_minute, .kind = METHOD_GETTER},
    {.name = "second", .call = moment_get_second, .kind = METHOD_GETTER},
    {.name = "microsecond", .call = moment_get_microsecond, .kind = METHOD_GETTER},
    {.name = "tzinfo", .call = moment_get_zone, .kind = METHOD_GETTER},
    {.name = "fold", .call = moment_get_fold, .kind = METHOD_GETTER},
    {.name = "now", .call = moment_now, .max_args = 1, .kind = METHOD_CLASS, .keywords = "tz"},
    {.name = "utcnow", .call = moment_utcnow, .kind = METHOD_CLASS},
    {.name = "fromtimestamp",
     .call = moment_fromtimestamp,
     .max_args = -1,
     .kind = METHOD_CLASS,
     .keywords = "*"},
    {.name = "utcfromtimestamp",
     .call = moment_utcfromtimestamp,
     .max_args = -1,
     .kind = METHOD_CLASS},
    {.name = "strptime", .call = moment_strptime, .max_args = -1, .kind = METHOD_CLASS},
    {.name = "combine",
     .call = moment_combine,
     .max_args = -1,
     .kind = METHOD_CLASS,
     .keywords = "*"},
    {.name = "fromisoformat",
     .call = moment_fromisoformat,
     .min_args = 1,
     .max_args = 1,
     .kind = METHOD_CLASS},
    {.name = "date", .call = moment_date},
    {.name = "time", .call = moment_time},
    {.name = "timetz", .call = moment_timetz},
    {.name = "ctime", .call = moment_ctime},
    {.name = "timetuple", .call = moment_timetuple},
    {.name = "timestamp", .call = moment_timestamp},
    {.name = "utctimetuple", .call = moment_utctimetuple},
    {.name = "isoformat", .call = moment_method_isoformat, .max_args = -1, .keywords = "*"},
    {.name = "utcoffset", .call = moment_utcoffset},
    {.name = "tzname", .call = moment_tzname},
    {.name = "dst", .call = moment_dst},
    {.name = "replace", .call = moment_replace, .max_args = -1, .keywords = "*"},
    {.name = "astimezone", .call = moment_astimezone, .max_args = -1, .keywords = "*"},
    {.name = "__reduce_ex__", .call = moment_reduce_ex, .min_args = 1, .max_args = 1},
    {.name = "__reduce__", .call = moment_reduce},
    {0},
};
