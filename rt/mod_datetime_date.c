/*
 * mod_datetime_date.c — datetime.date, and the named tuple that isocalendar() answers.
 */
#include "datetime.h"

#include <time.h>

Value date_new_of(Type *type, DateFields date) {
    if (type != &rt_type_date && type_is_subtype(type, &rt_type_datetime))
        return moment_new_of(type, date, (TimeFields){0}, VALUE_NONE);
    DateObject *self = object_new(type, sizeof *self);
    if (self)
        self->date = date;
    return OBJ(self);
}

Value date_make(Type *cls, int year, int month, int day) {
    DateFields date;
    if (cls == &rt_type_date)
        return calendar_check_date(year, month, day, &date) ? date_new_of(cls, date) : 0;
    Value args[3] = {value_from_small_int(year), value_from_small_int(month),
                     value_from_small_int(day)};
    return object_call(OBJ(cls), args, 3, 0);
}

static Value make_from(Type *cls, DateFields date) {
    return date_make(cls, date.year, date.month, date.day);
}

bool date_shift(DateFields date, int64_t days, DateFields *out) {
    int64_t day = date.day + days;
    if (day >= 1 && day <= 28) {
        *out = date;
        out->day = (uint8_t)day;
        return true;
    }
    int64_t ordinal = calendar_ordinal(date) + days;
    if (ordinal < 1 || ordinal > MAX_ORDINAL)
        return raise_error(&rt_exc_OverflowError, "date value out of range");
    *out = calendar_from_ordinal((int)ordinal);
    return true;
}

/* ---- the constructor ------------------------------------------------------------------------- */

static const uint8_t *state_of(Value value) {
    const uint8_t *data = state_borrow(value, DATE_STATE_SIZE);
    return data && data[2] >= 1 && data[2] <= 12 ? data : NULL;
}

static const Signature date_signature = {NULL, "iii", 3, 3, {"year", "month", "day"}};

static Value date_new(Type *type, const Value *args, uint32_t count, Value names) {
    const uint8_t *state = count == 1 ? state_of(args[0]) : NULL;
    if (state)
        return date_new_of(type, state_get_date(state));
    Argument bound[MOST_PARAMETERS] = {0};
    DateFields date;
    if (!arguments_bind(&date_signature, args, count, names, bound) ||
        !calendar_check_date(bound[0].number, bound[1].number, bound[2].number, &date))
        return 0;
    return date_new_of(type, date);
}

/* ---- class methods --------------------------------------------------------------------------- */

static Value from_timestamp(Type *cls, Value timestamp) {
    int64_t seconds;
    DateFields date;
    if (!local_read_timestamp(timestamp, &seconds, NULL) || !local_date(seconds, &date))
        return 0;
    return make_from(cls, date);
}

NATIVE(date_fromtimestamp) {
    NATIVE_UNUSED();
    return from_timestamp(class_of(args), args[1]);
}

NATIVE(date_today) {
    NATIVE_UNUSED();
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    Value seconds = float_new((double)now.tv_sec + (double)now.tv_nsec * 1e-9);
    Value today = !seconds ? 0
                  : class_of(args) == &rt_type_date
                      ? from_timestamp(&rt_type_date, seconds)
                      : object_call_method(args[0], "fromtimestamp", &seconds, 1);
    value_decref(seconds);
    return today;
}

NATIVE(date_fromordinal) {
    NATIVE_UNUSED();
    int ordinal;
    if (!arguments_exactly("fromordinal", 1, count - 1))
        return 0;
    if (!argument_int(args[1], &ordinal))
        return 0;
    if (ordinal < 1)
        return raise_error(&rt_exc_ValueError, "ordinal must be >= 1");
    if (ordinal > MAX_ORDINAL) {
        /* the year that it would be in, as far as an int goes */
        int64_t year = ((int64_t)ordinal - 1) * 400 / 146097 + 1;
        int64_t before = (year - 1) * 365 + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400;
        if (before >= ordinal)
            year--;
        else if (before + 365 + calendar_is_leap((int)year) < ordinal)
            year++;
        return raise_error(&rt_exc_ValueError, "year %d is out of range", (int)year);
    }
    return make_from(class_of(args), calendar_from_ordinal(ordinal));
}

NATIVE(date_fromisoformat) {
    NATIVE_UNUSED();
    return iso_read_date(class_of(args), args[1]);
}

NATIVE(date_fromisocalendar) {
    static const Signature signature = {"fromisocalendar", "iii", 3, 3, {"year", "week", "day"}};
    (void)callee;
    Argument bound[MOST_PARAMETERS] = {0};
    if (!arguments_bind(&signature, args + 1, count - 1, names, bound)) {
        if (!exc_pending_is(&rt_exc_OverflowError))
            return 0;
        exc_clear();
        return raise_error(&rt_exc_ValueError, "ISO calendar component out of range");
    }
    IsoDate iso = {bound[0].number, bound[1].number, bound[2].number};
    int year, month, day;
    if (iso.year < MIN_YEAR || iso.year > MAX_YEAR)
        return raise_error(&rt_exc_ValueError, "Year is out of range: %d", iso.year);
    switch (calendar_from_iso(iso, &year, &month, &day)) {
    case ISO_BAD_WEEK:
        return raise_error(&rt_exc_ValueError, "Invalid week: %d", iso.week);
    case ISO_BAD_DAY:
        return raise_error(&rt_exc_ValueError, "Invalid day: %d (range is [1, 7])", iso.day);
    default:
        return date_make(class_of(args), year, month, day);
    }
}

/* ---- operators ------------------------------------------------------------------------------- */

/* A date without a time: arithmetic with datetimes is theirs. */
static bool is_plain_date(Value value) {
    return value_isa(value, &rt_type_date) && !value_is_moment(value);
}

static Value shifted(Value self, int64_t days) {
    DateFields date;
    return date_shift(date_of(self), days, &date) ? make_from(value_type(self), date) : 0;
}

static Value date_add(Value left, Value right) {
    if (is_plain_date(left) && value_is_delta(right))
        return shifted(left, delta_of(right)->days);
    if (value_is_delta(left) && is_plain_date(right))
        return shifted(right, delta_of(left)->days);
    return VALUE_NOTIMPLEMENTED;
}

static Value date_sub(Value left, Value right) {
    if (!is_plain_date(left))
        return VALUE_NOTIMPLEMENTED;
    if (is_plain_date(right))
        return delta_new(calendar_ordinal(date_of(left)) - calendar_ordinal(date_of(right)), 0, 0);
    if (value_is_delta(right))
        return shifted(left, -(int64_t)delta_of(right)->days);
    return VALUE_NOTIMPLEMENTED;
}

static Value date_compare(Value left, Value right, CompareOp op) {
    if (!value_isa(left, &rt_type_date) || !value_isa(right, &rt_type_date))
        return VALUE_NOTIMPLEMENTED;
    uint32_t a = calendar_date_key(date_of(left)), b = calendar_date_key(date_of(right));
    return compare_answer(a < b ? -1 : a > b, op);
}

static int64_t date_hash(Value self) {
    return calendar_hash(calendar_date_key(date_of(self)));
}

static Value date_repr(Value self) {
    DateFields date = date_of(self);
    int numbers[3] = {date.year, date.month, date.day};
    return format_repr(self, numbers, 3, 0, VALUE_NONE, false);
}

static Value isoformat(Value self) {
    IsoText text = {.size = 0};
    iso_put_date(&text, date_of(self));
    return str_from_latin1((const uint8_t *)text.text, (size_t)text.size);
}

static Value date_str(Value self) {
    return value_is(self, &rt_type_date) ? isoformat(self)
                                         : object_call_method(self, "isoformat", NULL, 0);
}

/* ---- the ISO calendar's tuple ---------------------------------------------------------------- */

static Value iso_calendar_new(IsoDate iso) {
    enum { COUNT = 3 };
    TupleObject *self =
        object_new(&rt_type_iso_calendar, sizeof(TupleObject) + COUNT * sizeof(Value));
    if (self) {
        self->length = COUNT;
        self->items[0] = value_from_small_int(iso.year);
        self->items[1] = value_from_small_int(iso.week);
        self->items[2] = value_from_small_int(iso.day);
    }
    return OBJ(self);
}

static Value iso_item(Value self, int index) {
    return value_incref(AS(TupleObject, self)->items[index]);
}

#define ISO_FIELD(field, index)                                                                    \
    NATIVE(iso_get_##field) {                                                                      \
        NATIVE_UNUSED();                                                                           \
        return iso_item(args[0], index);                                                           \
    }
ISO_FIELD(year, 0)
ISO_FIELD(week, 1)
ISO_FIELD(weekday, 2)
#undef ISO_FIELD

NATIVE(iso_reduce) {
    NATIVE_UNUSED();
    Value plain = tuple_new(AS(TupleObject, args[0])->items, 3);
    return reduce_to_call(&rt_type_tuple, tuple_new_take(&plain, 1));
}

static Value iso_repr(Value self) {
    const Value *items = AS(TupleObject, self)->items;
    return str_format("%s(year=%S, week=%S, weekday=%S)", message_name(value_type(self)), items[0],
                      items[1], items[2]);
}

static const NativeMethod iso_methods[] = {
    {.name = "year", .call = iso_get_year, .kind = METHOD_GETTER},
    {.name = "week", .call = iso_get_week, .kind = METHOD_GETTER},
    {.name = "weekday", .call = iso_get_weekday, .kind = METHOD_GETTER},
    {.name = "__reduce__", .call = iso_reduce},
    {0},
};

Type rt_type_iso_calendar = {
    .name = "datetime.IsoCalendarDate",
    .flags = TYPE_DOTTED_NAME | TYPE_FINAL | TYPE_TUPLE_SUBCLASS | TYPE_SEQUENCE,
    .basic_size = sizeof(TupleObject),
    .base_type = &rt_type_tuple,
    .methods = iso_methods,
    .slots = {.repr = iso_repr},
};

/* ---- methods --------------------------------------------------------------------------------- */

#define FIELD(field)                                                                               \
    NATIVE(date_get_##field) {                                                                     \
        NATIVE_UNUSED();                                                                           \
        return value_from_small_int(date_of(args[0]).field);                                       \
    }
FIELD(year)
FIELD(month)
FIELD(day)
#undef FIELD

NATIVE(date_toordinal) {
    NATIVE_UNUSED();
    return value_from_small_int(calendar_ordinal(date_of(args[0])));
}

NATIVE(date_weekday) {
    NATIVE_UNUSED();
    return value_from_small_int(calendar_weekday(date_of(args[0])));
}

NATIVE(date_isoweekday) {
    NATIVE_UNUSED();
    return value_from_small_int(calendar_weekday(date_of(args[0])) + 1);
}

NATIVE(date_isocalendar) {
    NATIVE_UNUSED();
    return iso_calendar_new(calendar_to_iso(date_of(args[0])));
}

NATIVE(date_isoformat) {
    NATIVE_UNUSED();
    return isoformat(args[0]);
}

NATIVE(date_ctime) {
    NATIVE_UNUSED();
    return format_ctime(date_of(args[0]), (TimeFields){0});
}

NATIVE(date_timetuple) {
    NATIVE_UNUSED();
    return format_struct_time(date_of(args[0]), (TimeFields){0}, -1);
}

/* strftime, also of datetimes: the fields are those that timetuple() tells. */
NATIVE(date_strftime) {
    static const Signature signature = {"strftime", "S", 1, 1, {"format"}};
    (void)callee;
    Argument bound[MOST_PARAMETERS] = {0};
    if (!arguments_bind(&signature, args + 1, count - 1, names, bound))
        return 0;
    struct tm tm;
    bool has_time = value_is_moment(args[0]);
    int dst = has_time ? moment_dst_flag(args[0]) : -1;
    if (dst < -1)
        return 0;
    format_fill_tm(&tm, date_of(args[0]),
                   has_time ? moment_of(args[0])->time : (TimeFields){.hour = 0}, dst);
    return format_strftime(bound[0].value, &tm,
                           has_time ? (int)moment_of(args[0])->time.microsecond : -1,
                           has_time ? moment_of(args[0])->zone : VALUE_NONE, args[0]);
}

NATIVE(date_replace) {
    static const Signature signature = {"replace", "iii", 0, 3, {"year", "month", "day"}};
    (void)callee;
    DateFields date = date_of(args[0]);
    Argument bound[MOST_PARAMETERS] = {
        {.number = date.year}, {.number = date.month}, {.number = date.day}};
    if (!arguments_bind(&signature, args + 1, count - 1, names, bound) ||
        !calendar_check_date(bound[0].number, bound[1].number, bound[2].number, &date))
        return 0;
    return date_new_of(value_type(args[0]), date);
}

NATIVE(date_reduce) {
    NATIVE_UNUSED();
    uint8_t state[DATE_STATE_SIZE];
    state_put_date(state, date_of(args[0]));
    return state_reduce(args[0], state, sizeof state, VALUE_NONE);
}

static const NativeMethod date_methods[] = {
    {.name = "year", .call = date_get_year, .kind = METHOD_GETTER},
    {.name = "month", .call = date_get_month, .kind = METHOD_GETTER},
    {.name = "day", .call = date_get_day, .kind = METHOD_GETTER},
    {.name = "fromtimestamp",
     .call = date_fromtimestamp,
     .min_args = 1,
     .max_args = 1,
     .kind = METHOD_CLASS},
    {.name = "fromordinal", .call = date_fromordinal, .max_args = -1, .kind = METHOD_CLASS},
    {.name = "fromisoformat",
     .call = date_fromisoformat,
     .min_args = 1,
     .max_args = 1,
     .kind = METHOD_CLASS},
    {.name = "fromisocalendar",
     .call = date_fromisocalendar,
     .max_args = -1,
     .kind = METHOD_CLASS,
     .keywords = "*"},
    {.name = "today", .call = date_today, .kind = METHOD_CLASS},
    {.name = "ctime", .call = date_ctime},
    {.name = "strftime", .call = date_strftime, .max_args = -1, .keywords = "*"},
    {.name = "timetuple", .call = date_timetuple},
    {.name = "isocalendar", .call = date_isocalendar},
    {.name = "isoformat", .call = date_isoformat},
    {.name = "isoweekday", .call = date_isoweekday},
    {.name = "toordinal", .call = date_toordinal},
    {.name = "weekday", .call = date_weekday},
    {.name = "replace", .call = date_replace, .max_args = -1, .keywords = "*"},
    {.name = "__reduce__", .call = date_reduce},
    {0},
};

Type rt_type_date = {
    .name = "datetime.date",
    .doc = "date(year, month, day) --> date object",
    .flags = TYPE_DOTTED_NAME | TYPE_OWN_LAYOUT,
    .basic_size = sizeof(DateObject),
    .methods = date_methods,
    .slots = {.repr = date_repr,
              .str = date_str,
              .format = format_by_strftime,
              .hash = date_hash,
              .compare = date_compare,
              .number = {[SLOT_ADD] = date_add, [SLOT_SUB] = date_sub},
              .new = date_new},
};
