/*
 * mod_datetime_moment.c — datetime.datetime: its constructor, arithmetic, comparison and text. The
 * methods are in mod_datetime_moment_methods.c.
 */
#include "datetime_moment.h"

Value moment_new_of(Type *type, DateFields date, TimeFields time, Value zone) {
    MomentObject *self = object_new(type, sizeof *self);
    if (self) {
        self->date = date;
        self->time = time;
        self->zone = value_incref(zone);
    }
    return OBJ(self);
}

static void moment_dealloc(Object *self) {
    value_decref(((MomentObject *)self)->zone);
}

Value moment_make(Type *cls, DateFields date, TimeFields time, Value zone) {
    if (cls == &rt_type_datetime)
        return moment_new_of(cls, date, time, zone);
    Value args[8] = {value_from_small_int(date.year),        value_from_small_int(date.month),
                     value_from_small_int(date.day),         value_from_small_int(time.hour),
                     value_from_small_int(time.minute),      value_from_small_int(time.second),
                     value_from_small_int(time.microsecond), zone};
    Value moment = object_call(OBJ(cls), args, 8, 0);
    if (moment && time.fold && value_is_moment(moment))
        moment_of(moment)->time.fold = 1;
    return moment;
}

/* ---- the constructor ------------------------------------------------------------------------- */

static const uint8_t *state_of(Value value) {
    const uint8_t *data = state_borrow(value, MOMENT_STATE_SIZE);
    int month = data ? data[2] & ~STATE_FOLD_BIT : 0;
    return month >= 1 && month <= 12 ? data : NULL;
}

static Value from_state(Type *type, const uint8_t *state, Value zone) {
    if (!state_check_zone(zone))
        return 0;
    TimeFields time = state_get_time(state + DATE_STATE_SIZE);
    time.fold = state[2] >= STATE_FOLD_BIT;
    return moment_new_of(type, state_get_date(state), time, zone);
}

Value moment_make_bound(Type *type, const Argument *bound) {
    DateFields date;
    TimeFields time;
    if (!calendar_check_date(bound[0].number, bound[1].number, bound[2].number, &date) ||
        !calendar_check_time(bound[3].number, bound[4].number, bound[5].number, bound[6].number,
                             bound[MOMENT_FOLD].number, &time) ||
        !zone_check(bound[MOMENT_ZONE].value))
        return 0;
    return moment_new_of(type, date, time, bound[MOMENT_ZONE].value);
}

static Value moment_new(Type *type, const Value *args, uint32_t count, Value names) {
    static const Signature signature = {NULL, "iiiiiiiOi", 3, 8, {MOMENT_PARAMETERS}};
    const uint8_t *state = count == 1 || count == 2 ? state_of(args[0]) : NULL;
    if (state)
        return from_state(type, state, count == 2 ? args[1] : VALUE_NONE);
    Argument bound[MOST_PARAMETERS] = {0};
    bound[MOMENT_ZONE].value = VALUE_NONE;
    return arguments_bind(&signature, args, count, names, bound) ? moment_make_bound(type, bound)
                                                                 : 0;
}

/* ---- arithmetic ------------------------------------------------------------------------------ */

Value moment_shift(Value self, const DeltaFields *delta, int sign) {
    const MomentObject *moment = moment_of(self);
    TimeFields time = moment->time;
    int64_t days = sign * (int64_t)delta->days;
    int seconds = calendar_day_seconds(time) + sign * delta->seconds;
    int microseconds = (int)time.microsecond + sign * delta->microseconds;
    if (microseconds < 0 || microseconds >= SECOND_MICROSECONDS) {
        seconds += microseconds < 0 ? -1 : 1;
        microseconds += microseconds < 0 ? SECOND_MICROSECONDS : -SECOND_MICROSECONDS;
    }
    if (seconds < 0 || seconds >= DAY_SECONDS) {
        days += seconds < 0 ? -1 : 1;
        seconds += seconds < 0 ? DAY_SECONDS : -DAY_SECONDS;
    }
    DateFields date;
    if (!date_shift(moment->date, days, &date))
        return 0;
    time = (TimeFields){(uint8_t)(seconds / 3600), (uint8_t)(seconds / 60 % 60),
                        (uint8_t)(seconds % 60), 0, (uint32_t)microseconds};
    return moment_make(value_type(self), date, time, moment->zone);
}

static Value moment_add(Value left, Value right) {
    if (value_is_moment(left) && value_is_delta(right))
        return moment_shift(left, delta_of(right), 1);
    if (value_is_delta(left) && value_is_moment(right))
        return moment_shift(right, delta_of(left), 1);
    return VALUE_NOTIMPLEMENTED;
}

/* The time between two moments as their clocks show them. */
static Value between(const MomentObject *a, const MomentObject *b) {
    int days = calendar_ordinal(a->date) - calendar_ordinal(b->date);
    int seconds = calendar_day_seconds(a->time) - calendar_day_seconds(b->time);
    return delta_new(days, seconds, (int64_t)a->time.microsecond - b->time.microsecond);
}

static Value offset_of(Value moment) {
    return zone_utcoffset(moment_of(moment)->zone, moment);
}

/* between, less the difference of the offsets, which are both None or both deltas. */
static Value between_offsets(Value left, Value right, Value left_offset, Value right_offset) {
    Value plain = between(moment_of(left), moment_of(right));
    if (!plain || left_offset == right_offset ||
        delta_compare_fields(delta_of(left_offset), delta_of(right_offset)) == 0)
        return plain;
    Value offsets = delta_subtract(left_offset, right_offset);
    Value result = offsets ? delta_subtract(plain, offsets) : 0;
    value_decref(offsets);
    value_decref(plain);
    return result;
}

static Value difference(Value left, Value right) {
    if (moment_of(left)->zone == moment_of(right)->zone)
        return between(moment_of(left), moment_of(right));
    Value left_offset = offset_of(left), right_offset = left_offset ? offset_of(right) : 0;
    Value result = 0;
    if (right_offset && (left_offset == VALUE_NONE) != (right_offset == VALUE_NONE))
        raise_error(&rt_exc_TypeError, "can't subtract offset-naive and offset-aware datetimes");
    else if (right_offset)
        result = between_offsets(left, right, left_offset, right_offset);
    value_decref(left_offset);
    value_decref(right_offset);
    return result;
}

Value moment_sub(Value left, Value right) {
    if (!value_is_moment(left))
        return VALUE_NOTIMPLEMENTED;
    if (value_is_moment(right))
        return difference(left, right);
    if (value_is_delta(right))
        return moment_shift(left, delta_of(right), -1);
    return VALUE_NOTIMPLEMENTED;
}

/* ---- comparison ------------------------------------------------------------------------------ */

static Value offset_of_fold(Value self, int fold) {
    const MomentObject *moment = moment_of(self);
    TimeFields time = moment->time;
    time.fold = (uint8_t)fold;
    Value other = moment_new_of(&rt_type_datetime, moment->date, time, moment->zone);
    Value offset = other ? offset_of(other) : 0;
    value_decref(other);
    return offset;
}

/* Does the offset depend on the fold (PEP 495)? 1, 0 or -1. */
static int is_problematic(Value self, Value offset) {
    Value other = offset_of_fold(self, !moment_of(self)->time.fold);
    if (!other)
        return -1;
    bool both = other != VALUE_NONE && offset != VALUE_NONE;
    int differs =
        other != offset && (!both || delta_compare_fields(delta_of(other), delta_of(offset)) != 0);
    value_decref(other);
    return differs;
}

/* Are equal moments unequal all the same, for one of them has such an offset? 1, 0 or -1. */
static int is_never_equal(Value left, Value right, Value left_offset, Value right_offset) {
    int problem = is_problematic(left, left_offset);
    return problem ? problem : is_problematic(right, right_offset);
}

/* -1, 0, 1 of moments that are both naive or both aware; 2: raised. */
static int order_by_offsets(Value left, Value right, Value left_offset, Value right_offset) {
    Value delta = between_offsets(left, right, left_offset, right_offset);
    if (!delta)
        return 2;
    const DeltaFields *fields = delta_of(delta);
    int order = fields->days < 0 ? -1 : !delta_is_zero(fields);
    value_decref(delta);
    return order;
}

static Value compare_by_offsets(Value left, Value right, Value left_offset, Value right_offset,
                                CompareOp op) {
    bool equality = op == COMPARE_EQ || op == COMPARE_NE;
    if ((left_offset == VALUE_NONE) != (right_offset == VALUE_NONE)) {
        if (equality)
            return VALUE_BOOL(op == COMPARE_NE);
        return raise_error(&rt_exc_TypeError,
                           "can't compare offset-naive and offset-aware datetimes");
    }
    int order = order_by_offsets(left, right, left_offset, right_offset);
    if (order == 0 && equality) {
        order = is_never_equal(left, right, left_offset, right_offset);
        if (order < 0)
            return 0;
    }
    return order == 2 ? 0 : compare_answer(order, op);
}

static Value moment_compare(Value left, Value right, CompareOp op) {
    if (!value_is_moment(left) || !value_is_moment(right)) {
        if (!value_isa(left, &rt_type_date) || !value_isa(right, &rt_type_date))
            return VALUE_NOTIMPLEMENTED;
        if (op == COMPARE_EQ || op == COMPARE_NE)
            return VALUE_BOOL(op == COMPARE_NE);
        return compare_refuse(left, right);
    }
    const MomentObject *a = moment_of(left), *b = moment_of(right);
    if (a->zone == b->zone) {
        uint64_t first = calendar_moment_key(a), second = calendar_moment_key(b);
        return compare_answer(first < second ? -1 : first > second, op);
    }
    Value left_offset = offset_of(left), right_offset = left_offset ? offset_of(right) : 0;
    Value answer =
        right_offset ? compare_by_offsets(left, right, left_offset, right_offset, op) : 0;
    value_decref(left_offset);
    value_decref(right_offset);
    return answer;
}

static int64_t moment_hash(Value self) {
    const MomentObject *moment = moment_of(self);
    Value offset =
        moment->time.fold && moment->zone != VALUE_NONE ? offset_of_fold(self, 0) : offset_of(self);
    if (!offset)
        return -1;
    if (offset == VALUE_NONE)
        return calendar_hash(calendar_moment_key(moment));
    return clock_hash_aware(calendar_ordinal(moment->date), moment->time, offset);
}

/* ---- text ------------------------------------------------------------------------------------ */

static Value moment_repr(Value self) {
    const MomentObject *moment = moment_of(self);
    TimeFields time = moment->time;
    int numbers[7] = {moment->date.year, moment->date.month, moment->date.day,     time.hour,
                      time.minute,       time.second,        (int)time.microsecond};
    return format_repr(self, numbers,
                       time.microsecond ? 7
                       : time.second    ? 6
                                        : 5,
                       time.fold, moment->zone, false);
}

static Value moment_str(Value self) {
    if (value_is(self, &rt_type_datetime))
        return moment_isoformat(self, ' ', NULL);
    Value blank = str_from_char(' ');
    Value text = blank ? object_call_method(self, "isoformat", &blank, 1) : 0;
    value_decref(blank);
    return text;
}

Type rt_type_datetime = {
    .name = "datetime.datetime",
    .doc = "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\n"
           "The year, month and day arguments are required. tzinfo may be None, or an\n"
           "instance of a tzinfo subclass. The remaining arguments may be ints.",
    .flags = TYPE_DOTTED_NAME | TYPE_OWN_LAYOUT,
    .basic_size = sizeof(MomentObject),
    .base_type = &rt_type_date,
    .methods = moment_methods,
    .slots = {.dealloc = moment_dealloc,
              .repr = moment_repr,
              .str = moment_str,
              .format = format_by_strftime,
              .hash = moment_hash,
              .compare = moment_compare,
              .number = {[SLOT_ADD] = moment_add, [SLOT_SUB] = moment_sub},
              .new = moment_new},
};
