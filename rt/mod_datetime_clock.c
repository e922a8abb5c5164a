/*
 * mod_datetime_clock.c — datetime.time: a time of day, perhaps with a zone.
 */
#include "datetime.h"

Value clock_new_of(Type *type, TimeFields time, Value zone) {
    ClockObject *self = object_new(type, sizeof *self);
    if (self) {
        self->time = time;
        self->zone = value_incref(zone);
    }
    return OBJ(self);
}

static void clock_dealloc(Object *self) {
    value_decref(((ClockObject *)self)->zone);
}

/* ---- the constructor ------------------------------------------------------------------------- */

static const uint8_t *state_of(Value value) {
    const uint8_t *data = state_borrow(value, TIME_STATE_SIZE);
    return data && (data[0] & ~STATE_FOLD_BIT) < 24 ? data : NULL;
}

static Value from_state(Type *type, const uint8_t *state, Value zone) {
    if (!state_check_zone(zone))
        return 0;
    TimeFields time = state_get_time(state);
    time.hour = (uint8_t)(state[0] & ~STATE_FOLD_BIT);
    time.fold = state[0] >= STATE_FOLD_BIT;
    return clock_new_of(type, time, zone);
}

enum { HOUR, MINUTE, SECOND, MICROSECOND, ZONE, FOLD };
static const Signature clock_signature = {
    NULL, "iiiiOi", 0, 5, {"hour", "minute", "second", "microsecond", "tzinfo", "fold"}};

static Value make_bound(Type *type, const Argument *bound) {
    TimeFields time;
    if (!calendar_check_time(bound[HOUR].number, bound[MINUTE].number, bound[SECOND].number,
                             bound[MICROSECOND].number, bound[FOLD].number, &time) ||
        !zone_check(bound[ZONE].value))
        return 0;
    return clock_new_of(type, time, bound[ZONE].value);
}

static Value clock_new(Type *type, const Value *args, uint32_t count, Value names) {
    const uint8_t *state = count == 1 || count == 2 ? state_of(args[0]) : NULL;
    if (state)
        return from_state(type, state, count == 2 ? args[1] : VALUE_NONE);
    Argument bound[MOST_PARAMETERS] = {0};
    bound[ZONE].value = VALUE_NONE;
    return arguments_bind(&clock_signature, args, count, names, bound) ? make_bound(type, bound)
                                                                       : 0;
}

/* ---- comparison ------------------------------------------------------------------------------ */

Value compare_refuse(Value left, Value right) {
    return raise_error(&rt_exc_TypeError, "can't compare %T to %T", left, right);
}

/* Seconds since midnight UTC, as far as the offset goes. */
static int utc_seconds(const ClockObject *clock, Value offset) {
    const DeltaFields *delta = delta_of(offset);
    return calendar_day_seconds(clock->time) - delta->days * DAY_SECONDS - delta->seconds;
}

static int order(uint64_t a, uint64_t b) {
    return a < b ? -1 : a > b;
}

static Value compare_aware(const ClockObject *a, const ClockObject *b, Value a_offset,
                           Value b_offset, CompareOp op) {
    bool equal =
        a_offset == b_offset || (a_offset != VALUE_NONE && b_offset != VALUE_NONE &&
                                 delta_compare_fields(delta_of(a_offset), delta_of(b_offset)) == 0);
    if (equal)
        return compare_answer(order(calendar_time_key(a->time), calendar_time_key(b->time)), op);
    if (a_offset != VALUE_NONE && b_offset != VALUE_NONE) {
        int difference = utc_seconds(a, a_offset) - utc_seconds(b, b_offset);
        return compare_answer(
            difference ? difference : order(a->time.microsecond, b->time.microsecond), op);
    }
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return VALUE_BOOL(op == COMPARE_NE);
    return raise_error(&rt_exc_TypeError, "can't compare offset-naive and offset-aware times");
}

static Value clock_compare(Value left, Value right, CompareOp op) {
    if (!value_isa(left, &rt_type_time) || !value_isa(right, &rt_type_time))
        return VALUE_NOTIMPLEMENTED;
    const ClockObject *a = clock_of(left), *b = clock_of(right);
    if (a->zone == b->zone)
        return compare_answer(order(calendar_time_key(a->time), calendar_time_key(b->time)), op);
    Value a_offset = zone_utcoffset(a->zone, VALUE_NONE);
    Value b_offset = a_offset ? zone_utcoffset(b->zone, VALUE_NONE) : 0;
    Value answer = b_offset ? compare_aware(a, b, a_offset, b_offset, op) : 0;
    value_decref(a_offset);
    value_decref(b_offset);
    return answer;
}

int64_t clock_hash_aware(int64_t days, TimeFields time, Value offset_take) {
    Value here = delta_new(days, calendar_day_seconds(time), time.microsecond);
    Value there = here ? delta_subtract(here, offset_take) : 0;
    int64_t hash = there ? delta_hash_fields(delta_of(there)) : -1;
    value_decref(there);
    value_decref(here);
    value_decref(offset_take);
    return hash;
}

static int64_t clock_hash(Value self) {
    const ClockObject *clock = clock_of(self);
    Value offset = zone_utcoffset(clock->zone, VALUE_NONE);
    if (!offset)
        return -1;
    if (offset == VALUE_NONE)
        return calendar_hash(calendar_time_key(clock->time));
    return clock_hash_aware(0, clock->time, offset);
}

/* ---- text ------------------------------------------------------------------------------------ */

static Value clock_repr(Value self) {
    const ClockObject *clock = clock_of(self);
    TimeFields time = clock->time;
    int numbers[4] = {time.hour, time.minute, time.second, (int)time.microsecond};
    return format_repr(self, numbers,
                       time.microsecond ? 4
                       : time.second    ? 3
                                        : 2,
                       time.fold, clock->zone, true);
}

static Value isoformat(Value self, const char *timespec) {
    IsoText text = {.size = 0};
    const ClockObject *clock = clock_of(self);
    if (!iso_put_time(&text, clock->time, timespec) ||
        !iso_put_offset(&text, ":", clock->zone, VALUE_NONE))
        return 0;
    return str_from_latin1((const uint8_t *)text.text, (size_t)text.size);
}

static Value clock_str(Value self) {
    return value_is(self, &rt_type_time) ? isoformat(self, NULL)
                                         : object_call_method(self, "isoformat", NULL, 0);
}

/* ---- methods --------------------------------------------------------------------------------- */

#define FIELD(field)                                                                               \
    NATIVE(clock_get_##field) {                                                                    \
        NATIVE_UNUSED();                                                                           \
        return value_from_small_int(clock_of(args[0])->time.field);                                \
    }
FIELD(hour)
FIELD(minute)
FIELD(second)
FIELD(microsecond)
FIELD(fold)
#undef FIELD

NATIVE(clock_get_zone) {
    NATIVE_UNUSED();
    return value_incref(clock_of(args[0])->zone);
}

NATIVE(clock_fromisoformat) {
    NATIVE_UNUSED();
    return iso_read_clock(class_of(args), args[1]);
}

NATIVE(clock_isoformat) {
    static const Signature signature = {"isoformat", "S", 0, 1, {"timespec"}};
    (void)callee;
    Argument bound[MOST_PARAMETERS] = {0};
    if (!arguments_bind(&signature, args + 1, count - 1, names, bound))
        return 0;
    Value timespec = bound[0].value;
    size_t size;
    const char *text = timespec ? str_utf8(timespec, &size) : NULL;
    return timespec && !text ? 0 : isoformat(args[0], text);
}

NATIVE(clock_strftime) {
    static const Signature signature = {"strftime", "S", 1, 1, {"format"}};
    (void)callee;
    Argument bound[MOST_PARAMETERS] = {0};
    if (!arguments_bind(&signature, args + 1, count - 1, names, bound))
        return 0;
    struct tm tm;
    const ClockObject *clock = clock_of(args[0]);
    format_fill_tm(&tm, (DateFields){1900, 1, 1}, clock->time, -1);
    return format_strftime(bound[0].value, &tm, (int)clock->time.microsecond, clock->zone,
                           VALUE_NONE);
}

NATIVE(clock_utcoffset) {
    NATIVE_UNUSED();
    return zone_utcoffset(clock_of(args[0])->zone, VALUE_NONE);
}

NATIVE(clock_dst) {
    NATIVE_UNUSED();
    return zone_offset(clock_of(args[0])->zone, "dst", VALUE_NONE);
}

NATIVE(clock_tzname) {
    NATIVE_UNUSED();
    return zone_name(clock_of(args[0])->zone, VALUE_NONE);
}

NATIVE(clock_replace) {
    static const Signature signature = {
        "replace", "iiiiOi", 0, 5, {"hour", "minute", "second", "microsecond", "tzinfo", "fold"}};
    (void)callee;
    const ClockObject *clock = clock_of(args[0]);
    Argument bound[MOST_PARAMETERS] = {0};
    bound[HOUR].number = clock->time.hour;
    bound[MINUTE].number = clock->time.minute;
    bound[SECOND].number = clock->time.second;
    bound[MICROSECOND].number = (int)clock->time.microsecond;
    bound[ZONE].value = clock->zone;
    bound[FOLD].number = clock->time.fold;
    return arguments_bind(&signature, args + 1, count - 1, names, bound)
               ? make_bound(value_type(args[0]), bound)
               : 0;
}

static Value reduce(Value self, int64_t protocol) {
    const ClockObject *clock = clock_of(self);
    uint8_t state[TIME_STATE_SIZE];
    state_put_time(state, clock->time);
    if (protocol > 3 && clock->time.fold)
        state[0] |= STATE_FOLD_BIT;
    return state_reduce(self, state, sizeof state, clock->zone);
}

NATIVE(clock_reduce) {
    NATIVE_UNUSED();
    return reduce(args[0], 2);
}

NATIVE(clock_reduce_ex) {
    NATIVE_UNUSED();
    int protocol;
    return argument_int(args[1], &protocol) ? reduce(args[0], protocol) : 0;
}

static const NativeMethod clock_methods[] = {
    {.name = "hour", .call = clock_get_hour, .kind = METHOD_GETTER},
    {.name = "minute", .call = clock_get_minute, .kind = METHOD_GETTER},
    {.name = "second", .call = clock_get_second, .kind = METHOD_GETTER},
    {.name = "microsecond", .call = clock_get_microsecond, .kind = METHOD_GETTER},
    {.name = "tzinfo", .call = clock_get_zone, .kind = METHOD_GETTER},
    {.name = "fold", .call = clock_get_fold, .kind = METHOD_GETTER},
    {.name = "fromisoformat",
     .call = clock_fromisoformat,
     .min_args = 1,
     .max_args = 1,
     .kind = METHOD_CLASS},
    {.name = "isoformat", .call = clock_isoformat, .max_args = -1, .keywords = "*"},
    {.name = "strftime", .call = clock_strftime, .max_args = -1, .keywords = "*"},
    {.name = "utcoffset", .call = clock_utcoffset},
    {.name = "tzname", .call = clock_tzname},
    {.name = "dst", .call = clock_dst},
    {.name = "replace", .call = clock_replace, .max_args = -1, .keywords = "*"},
    {.name = "__reduce_ex__", .call = clock_reduce_ex, .min_args = 1, .max_args = 1},
    {.name = "__reduce__", .call = clock_reduce},
    {0},
};

Type rt_type_time = {
    .name = "datetime.time",
    .doc = "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\n"
           "All arguments are optional. tzinfo may be None, or an instance of\n"
           "a tzinfo subclass. The remaining arguments may be ints.",
    .flags = TYPE_DOTTED_NAME | TYPE_OWN_LAYOUT,
    .basic_size = sizeof(ClockObject),
    .methods = clock_methods,
    .slots = {.dealloc = clock_dealloc,
              .repr = clock_repr,
              .str = clock_str,
              .format = format_by_strftime,
              .hash = clock_hash,
              .compare = clock_compare,
              .new = clock_new},
};
