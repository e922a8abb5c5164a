/*
 * mod_datetime_zone.c — datetime.tzinfo, which programs derive their zones from, datetime.timezone
 * with a fixed offset, and the calls of a zone's methods with the checks of what they answer.
 */
#include "datetime.h"
#include "object.h"

static Value utc; /* the one timezone without offset and name; owned until the end */

Value timezone_utc_borrow(void) {
    return utc;
}

/* ---- asking zones ---------------------------------------------------------------------------- */

bool zone_check(Value zone) {
    if (zone == VALUE_NONE || value_isa(zone, &rt_type_tzinfo))
        return true;
    return raise_error(&rt_exc_TypeError,
                       "tzinfo argument must be None or of a tzinfo subclass, not type '%T'", zone);
}

/* Is it less than a day, in either direction? */
static bool is_offset(const DeltaFields *delta) {
    return delta->days == 0 ||
           (delta->days == -1 && (delta->seconds != 0 || delta->microseconds != 0));
}

Value zone_offset(Value zone, const char *method, Value argument) {
    if (zone == VALUE_NONE)
        return VALUE_NONE;
    if (value_is(zone, &rt_type_timezone))
        return *method == 'u' ? value_incref(AS(TimezoneObject, zone)->offset) : VALUE_NONE;
    Value offset = object_call_method(zone, method, &argument, 1);
    if (!offset || offset == VALUE_NONE)
        return offset;
    if (!value_is_delta(offset))
        raise_error(&rt_exc_TypeError, "tzinfo.%s() must return None or timedelta, not '%T'",
                    method, offset);
    else if (is_offset(delta_of(offset)))
        return offset;
    else
        raise_error(&rt_exc_ValueError, "offset must be a timedelta strictly between "
                                        "-timedelta(hours=24) and timedelta(hours=24).");
    value_decref(offset);
    return 0;
}

Value zone_name(Value zone, Value argument) {
    if (zone == VALUE_NONE)
        return VALUE_NONE;
    Value name = object_call_method(zone, "tzname", &argument, 1);
    if (name && name != VALUE_NONE && !value_is_str(name)) {
        raise_error(&rt_exc_TypeError, "tzinfo.tzname() must return None or a string, not '%T'",
                    name);
        value_decref(name);
        return 0;
    }
    return name;
}

/* ---- tzinfo ---------------------------------------------------------------------------------- */

static Value tzinfo_make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ(object_new(type, sizeof(Object)));
}

#define TO_IMPLEMENT(method)                                                                       \
    NATIVE(tzinfo_##method) {                                                                      \
        NATIVE_UNUSED();                                                                           \
        return raise_error(&rt_exc_NotImplementedError,                                            \
                           "a tzinfo subclass must implement " #method "()");                      \
    }
TO_IMPLEMENT(tzname)
TO_IMPLEMENT(utcoffset)
TO_IMPLEMENT(dst)
#undef TO_IMPLEMENT

/* utcoffset or dst of dt's zone, which must not be None; 0: raised. */
static Value required(Value dt, const char *method) {
    Value answer = zone_offset(moment_of(dt)->zone, method, dt);
    if (answer != VALUE_NONE)
        return answer;
    return raise_error(&rt_exc_ValueError, "fromutc: non-None %s() result required", method);
}

/* The local time without daylight saving, from which dst() is asked a second time. */
static Value standard_time(Value dt) {
    Value offset = required(dt, "utcoffset"), dst = offset ? required(dt, "dst") : 0;
    Value delta = dst ? delta_subtract(offset, dst) : 0;
    Value result = delta ? moment_shift(dt, delta_of(delta), 1) : 0;
    value_decref(delta);
    value_decref(dst);
    value_decref(offset);
    return result;
}

NATIVE(tzinfo_fromutc) {
    NATIVE_UNUSED();
    if (!value_is_moment(args[1]))
        return raise_error(&rt_exc_TypeError, "fromutc: argument must be a datetime");
    Value zone = moment_of(args[1])->zone;
    if (zone != args[0])
        return raise_error(&rt_exc_ValueError, "fromutc: dt.tzinfo is not self");
    Value standard = standard_time(args[1]);
    if (!standard)
        return 0;
    Value dst = zone_offset(zone, "dst", standard), result = 0;
    if (dst == VALUE_NONE)
        raise_error(&rt_exc_ValueError,
                    "fromutc: tz.dst() gave inconsistent results; cannot convert");
    else if (dst)
        result = delta_is_zero(delta_of(dst)) ? value_incref(standard)
                                              : moment_shift(standard, delta_of(dst), 1);
    value_decref(dst);
    value_decref(standard);
    return result;
}

NATIVE(tzinfo_reduce) {
    NATIVE_UNUSED();
    bool failed;
    Value getter = object_getattr_optional(args[0], str_name("__getinitargs__"), &failed);
    if (failed)
        return 0;
    Value parts[3] = {OBJ(value_type(args[0])), getter ? object_call0(getter) : tuple_new(NULL, 0),
                      0};
    value_decref(getter);
    parts[2] = parts[1] ? object_call_method(args[0], "__getstate__", NULL, 0) : 0;
    Value result = parts[2] ? tuple_new(parts, 3) : 0;
    value_decref(parts[1]);
    value_decref(parts[2]);
    return result;
}

static const NativeMethod tzinfo_methods[] = {
    {.name = "tzname", .call = tzinfo_tzname, .min_args = 1, .max_args = 1},
    {.name = "utcoffset", .call = tzinfo_utcoffset, .min_args = 1, .max_args = 1},
    {.name = "dst", .call = tzinfo_dst, .min_args = 1, .max_args = 1},
    {.name = "fromutc", .call = tzinfo_fromutc, .min_args = 1, .max_args = 1},
    {.name = "__reduce__", .call = tzinfo_reduce},
    {0},
};

Type rt_type_tzinfo = {
    .name = "datetime.tzinfo",
    .doc = "Abstract base class for time zone info objects.",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(Object),
    .methods = tzinfo_methods,
    .slots = {.new = tzinfo_make},
};

/* ---- timezone -------------------------------------------------------------------------------- */

static TimezoneObject *self_of(Value self) {
    return AS(TimezoneObject, self);
}

static Value make(Value offset, Value name) {
    TimezoneObject *self = object_new(&rt_type_timezone, sizeof *self);
    if (self) {
        self->offset = value_incref(offset);
        self->name = value_incref(name);
    }
    return OBJ(self);
}

Value timezone_new(Value offset, Value name) {
    if (!name && delta_is_zero(delta_of(offset)))
        return value_incref(utc);
    if (!is_offset(delta_of(offset)))
        return raise_error(&rt_exc_ValueError,
                           "offset must be a timedelta strictly between -timedelta(hours=24) and "
                           "timedelta(hours=24), not %R.",
                           offset);
    return make(offset, name);
}

static Value timezone_make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)type;
    static const Signature signature = {"timezone", "DS", 1, 2, {"offset", "name"}};
    Argument bound[MOST_PARAMETERS] = {0};
    return arguments_bind(&signature, args, count, names, bound)
               ? timezone_new(bound[0].value, bound[1].value)
               : 0;
}

static void timezone_dealloc(Object *self) {
    value_decref(((TimezoneObject *)self)->offset);
    value_decref(((TimezoneObject *)self)->name);
}

static Value timezone_repr(Value self) {
    const char *type = message_name(value_type(self));
    if (self == utc)
        return str_format("%s.utc", type);
    return self_of(self)->name
               ? str_format("%s(%R, %R)", type, self_of(self)->offset, self_of(self)->name)
               : str_format("%s(%R)", type, self_of(self)->offset);
}

static Value timezone_str(Value self) {
    const TimezoneObject *zone = self_of(self);
    const DeltaFields *offset = delta_of(zone->offset);
    if (zone->name)
        return value_incref(zone->name);
    if (self == utc || delta_is_zero(offset))
        return str_from_cstr("UTC");
    IsoText text = {.text = "UTC", .size = 3};
    return iso_put_offset(&text, ":", self, VALUE_NONE) ? str_from_cstr(text.text) : 0;
}

static int64_t timezone_hash(Value self) {
    return delta_hash_fields(delta_of(self_of(self)->offset));
}

static Value timezone_compare(Value left, Value right, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is(left, &rt_type_timezone) ||
        !value_is(right, &rt_type_timezone))
        return VALUE_NOTIMPLEMENTED;
    return compare_answer(
        delta_compare_fields(delta_of(self_of(left)->offset), delta_of(self_of(right)->offset)),
        op);
}

static bool check_argument(const char *method, Value dt) {
    if (dt == VALUE_NONE || value_is_moment(dt))
        return true;
    return raise_error(&rt_exc_TypeError,
                       "%s(dt) argument must be a datetime instance or None, not %T", method, dt);
}

NATIVE(timezone_tzname) {
    NATIVE_UNUSED();
    return check_argument("tzname", args[1]) ? timezone_str(args[0]) : 0;
}

NATIVE(timezone_utcoffset) {
    NATIVE_UNUSED();
    return check_argument("utcoffset", args[1]) ? value_incref(self_of(args[0])->offset) : 0;
}

NATIVE(timezone_dst) {
    NATIVE_UNUSED();
    return check_argument("dst", args[1]) ? VALUE_NONE : 0;
}

NATIVE(timezone_fromutc) {
    NATIVE_UNUSED();
    if (!value_is_moment(args[1]))
        return raise_error(&rt_exc_TypeError, "fromutc: argument must be a datetime");
    if (moment_of(args[1])->zone != args[0])
        return raise_error(&rt_exc_ValueError, "fromutc: dt.tzinfo is not self");
    return moment_shift(args[1], delta_of(self_of(args[0])->offset), 1);
}

NATIVE(timezone_getinitargs) {
    NATIVE_UNUSED();
    Value parts[2] = {self_of(args[0])->offset, self_of(args[0])->name};
    return tuple_new(parts, parts[1] ? 2 : 1);
}

static const NativeMethod timezone_methods[] = {
    {.name = "tzname", .call = timezone_tzname, .min_args = 1, .max_args = 1},
    {.name = "utcoffset", .call = timezone_utcoffset, .min_args = 1, .max_args = 1},
    {.name = "dst", .call = timezone_dst, .min_args = 1, .max_args = 1},
    {.name = "fromutc", .call = timezone_fromutc, .min_args = 1, .max_args = 1},
    {.name = "__getinitargs__", .call = timezone_getinitargs},
    {0},
};

Type rt_type_timezone = {
    .name = "datetime.timezone",
    .doc = "Fixed offset from UTC implementation of tzinfo.",
    .flags = TYPE_DOTTED_NAME | TYPE_FINAL,
    .basic_size = sizeof(TimezoneObject),
    .base_type = &rt_type_tzinfo,
    .methods = timezone_methods,
    .slots = {.dealloc = timezone_dealloc,
              .repr = timezone_repr,
              .str = timezone_str,
              .hash = timezone_hash,
              .compare = timezone_compare,
              .new = timezone_make},
};

static void drop_utc(void) {
    value_replace(&utc, 0);
}

/* A class attribute: the timezone with this offset. */
static int add_constant(const char *name, int sign) {
    Value offset = delta_new(0, sign * (DAY_SECONDS - 60), 0);
    Value zone = offset ? make(offset, 0) : 0;
    value_decref(offset);
    return zone ? dict_set_cstr_take(type_dict_borrow(&rt_type_timezone), name, zone) : -1;
}

int timezone_init(void) {
    Value zero = delta_new(0, 0, 0);
    utc = zero ? make(zero, 0) : 0;
    value_decref(zero);
    if (!utc)
        return -1;
    rt_at_finish(drop_utc);
    if (dict_set_cstr(type_dict_borrow(&rt_type_timezone), "utc", utc) < 0 ||
        add_constant("min", -1) < 0)
        return -1;
    return add_constant("max", 1);
}
