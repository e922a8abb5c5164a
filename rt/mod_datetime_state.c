/*
 * mod_datetime_state.c — the packed states in which dates, clocks and moments are pickled. Their
 * layout is CPython's: a date is the year in two bytes, the month and the day; a time of day is the
 * hour, the minute, the second and the microsecond in three bytes; a moment is both in a row. All
 * numbers are big-endian, and the fold is the highest bit of a byte that has room for it.
 */
#include "datetime.h"

const uint8_t *state_borrow(Value value, int64_t size) {
    if (value_isa(value, &rt_type_bytes) && AS(BytesObject, value)->length == size)
        return AS(BytesObject, value)->data;
    if (value_is_str(value) && AS(StrObject, value)->length == size &&
        AS(StrObject, value)->kind == 1)
        return str_data(AS(StrObject, value));
    return NULL;
}

bool state_check_zone(Value zone) {
    if (zone == VALUE_NONE || value_isa(zone, &rt_type_tzinfo))
        return true;
    return raise_error(&rt_exc_TypeError, "bad tzinfo state arg");
}

DateFields state_get_date(const uint8_t *state) {
    return (DateFields){(uint16_t)(state[0] << 8 | state[1]), (uint8_t)(state[2] & ~STATE_FOLD_BIT),
                        state[3]};
}

void state_put_date(uint8_t *state, DateFields date) {
    state[0] = (uint8_t)(date.year >> 8);
    state[1] = (uint8_t)date.year;
    state[2] = date.month;
    state[3] = date.day;
}

TimeFields state_get_time(const uint8_t *state) {
    return (TimeFields){state[0], state[1], state[2], 0,
                        (uint32_t)state[3] << 16 | (uint32_t)state[4] << 8 | state[5]};
}

void state_put_time(uint8_t *state, TimeFields time) {
    state[0] = time.hour;
    state[1] = time.minute;
    state[2] = time.second;
    state[3] = (uint8_t)(time.microsecond >> 16);
    state[4] = (uint8_t)(time.microsecond >> 8);
    state[5] = (uint8_t)time.microsecond;
}

Value state_reduce(Value self, const uint8_t *state, size_t size, Value zone) {
    Value arguments[] = {bytes_new(state, size), value_incref(zone)};
    return reduce_to_call(value_type(self), tuple_new_take(arguments, zone == VALUE_NONE ? 1 : 2));
}
