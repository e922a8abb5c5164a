/*
 * mod_datetime_delta.c — datetime.timedelta: its normal form, its constructor, comparison, text and
 * pickling. Numbers of microseconds have up to 67 bits, so they are counted in 128; the arithmetic
 * with ints and floats is in mod_datetime_delta_ops.c.
 */
#include "datetime_delta.h"

#include <math.h>

static int64_t floor_divide(int64_t number, int64_t divisor, int64_t *rest) {
    int64_t quotient = number / divisor;
    *rest = number % divisor;
    if (*rest < 0) {
        *rest += divisor;
        quotient--;
    }
    return quotient;
}

static Value refuse_int(void) {
    return raise_error(&rt_exc_OverflowError, "Python int too large to convert to C int");
}

static Value new_of(Type *type, int64_t days, int64_t seconds, int64_t microseconds) {
    if (days < INT32_MIN || days > INT32_MAX)
        return refuse_int();
    if (days < -MAX_DELTA_DAYS || days > MAX_DELTA_DAYS)
        return raise_error(&rt_exc_OverflowError, "days=%d; must have magnitude <= %d", (int)days,
                           MAX_DELTA_DAYS);
    DeltaObject *self = object_new(type, sizeof *self);
    if (self)
        self->fields = (DeltaFields){(int32_t)days, (int32_t)seconds, (int32_t)microseconds};
    return OBJ(self);
}

Value delta_new(int64_t days, int64_t seconds, int64_t microseconds) {
    if ((uint64_t)microseconds >= SECOND_MICROSECONDS)
        seconds += floor_divide(microseconds, SECOND_MICROSECONDS, &microseconds);
    if ((uint64_t)seconds >= DAY_SECONDS)
        days += floor_divide(seconds, DAY_SECONDS, &seconds);
    return new_of(&rt_type_timedelta, days, seconds, microseconds);
}

static Value from_microseconds(Type *type, __int128 microseconds) {
    int64_t seconds, rest, second;
    if (microseconds == (int64_t)microseconds) {
        seconds = floor_divide((int64_t)microseconds, SECOND_MICROSECONDS, &rest);
    } else {
        __int128 most = (__int128)1 << 80;
        if (microseconds > most || microseconds < -most)
            return refuse_int();
        seconds = (int64_t)(microseconds / SECOND_MICROSECONDS);
        rest = (int64_t)(microseconds - (__int128)seconds * SECOND_MICROSECONDS);
        if (rest < 0) {
            rest += SECOND_MICROSECONDS;
            seconds--;
        }
    }
    int64_t days = floor_divide(seconds, DAY_SECONDS, &second);
    return new_of(type, days, second, rest);
}

Value delta_from_microseconds(__int128 microseconds) {
    return from_microseconds(&rt_type_timedelta, microseconds);
}

__int128 delta_microseconds(const DeltaFields *delta) {
    return ((__int128)delta->days * DAY_SECONDS + delta->seconds) * SECOND_MICROSECONDS +
           delta->microseconds;
}

int delta_compare_fields(const DeltaFields *left, const DeltaFields *right) {
    if (left->days != right->days)
        return left->days < right->days ? -1 : 1;
    if (left->seconds != right->seconds)
        return left->seconds < right->seconds ? -1 : 1;
    return left->microseconds < right->microseconds ? -1 : left->microseconds > right->microseconds;
}

int64_t delta_hash_fields(const DeltaFields *delta) {
    uint64_t rest = (uint64_t)delta->seconds << 20 | (uint32_t)delta->microseconds;
    return calendar_hash((uint64_t)(int64_t)delta->days * 0x9e3779b97f4a7c15u + rest);
}

/* ---- the constructor ------------------------------------------------------------------------- */

/* A sum of microseconds: whole ones, and the fractions that floats leave. */
typedef struct Sum {
    __int128 whole;
    double fraction;
    bool is_huge; /* a part was too large by far */
} Sum;

static bool add_whole(Sum *sum, Value number, int64_t unit) {
    IntView view;
    int64_t word;
    if (int_word(number, &word)) {
        sum->whole += (__int128)word * unit;
        return true;
    }
    int_view(&view, number);
    if (view.big.count > 2)
        return sum->is_huge = true;
    uint64_t size = view.big.limbs[0];
    if (view.big.count == 2)
        size |= (uint64_t)view.big.limbs[1] << 32;
    __int128 product = (__int128)size * unit;
    sum->whole += view.negative ? -product : product;
    return true;
}

static bool add_float(Sum *sum, double number, int64_t unit) {
    double whole, fraction = modf(number, &whole);
    if (isnan(number))
        return raise_error(&rt_exc_ValueError, "cannot convert float NaN to integer");
    if (isinf(number))
        return raise_error(&rt_exc_OverflowError, "cannot convert float infinity to integer");
    if (fabs(whole) >= 0x1p80)
        return sum->is_huge = true;
    double high = trunc(whole * 0x1p-32);
    sum->whole += ((__int128)(int64_t)high * 0x100000000 + (int64_t)(whole - high * 0x1p32)) * unit;
    if (fraction == 0.0)
        return true;
    fraction = modf(fraction * (double)unit, &whole);
    sum->whole += (int64_t)whole;
    sum->fraction += fraction;
    return true;
}

static bool add_component(Sum *sum, const char *name, Value number, int64_t unit) {
    if (value_is_int(number))
        return add_whole(sum, number, unit);
    if (value_is_float(number))
        return add_float(sum, float_number(number), unit);
    return raise_error(&rt_exc_TypeError, "unsupported type for timedelta %s component: %T", name,
                       number);
}

/* Adds the fractions to the nearest whole number, ties to an even sum. */
static void round_fraction(Sum *sum) {
    double whole = round(sum->fraction);
    if (fabs(whole - sum->fraction) == 0.5) {
        int odd = (int)(sum->whole & 1);
        whole = 2.0 * round((sum->fraction + odd) * 0.5) - odd;
    }
    sum->whole += (int64_t)whole;
}

static Value delta_make(Type *type, const Value *args, uint32_t count, Value names) {
    static const Signature signature = {
        "__new__",
        "OOOOOOO",
        0,
        7,
        {"days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"}};
    /* in the order in which fractions are summed up */
    static const struct {
        uint8_t place;
        int64_t unit;
    } parts[] = {{2, 1},          {3, 1000},        {1, 1000000},     {4, 60000000},
                 {5, 3600000000}, {0, 86400000000}, {6, 604800000000}};
    Argument bound[MOST_PARAMETERS] = {0};
    Sum sum = {0, 0.0, false};
    if (!arguments_bind(&signature, args, count, names, bound))
        return 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        Value given = bound[parts[i].place].value;
        if (given && !add_component(&sum, signature.names[parts[i].place], given, parts[i].unit))
            return 0;
    }
    if (sum.is_huge)
        return refuse_int();
    if (sum.fraction != 0.0)
        round_fraction(&sum);
    return from_microseconds(type, sum.whole);
}

/* ---- protocols ------------------------------------------------------------------------------- */

static Value delta_compare(Value left, Value right, CompareOp op) {
    if (!value_is_delta(left) || !value_is_delta(right))
        return VALUE_NOTIMPLEMENTED;
    return compare_answer(delta_compare_fields(delta_of(left), delta_of(right)), op);
}

static int64_t delta_hash(Value self) {
    return delta_hash_fields(delta_of(self));
}

static int delta_truth(Value self) {
    return !delta_is_zero(delta_of(self));
}

static Value delta_repr(Value self) {
    const DeltaFields *delta = delta_of(self);
    const struct {
        const char *name;
        int value;
    } parts[] = {
        {"days", delta->days}, {"seconds", delta->seconds}, {"microseconds", delta->microseconds}};
    char text[96];
    int size = 0;
    for (int i = 0; i < 3; i++)
        if (parts[i].value)
            size += snprintf(text + size, sizeof text - (size_t)size, "%s%s=%d", size ? ", " : "",
                             parts[i].name, parts[i].value);
    return str_format("%s(%s)", message_name(value_type(self)), size ? text : "0");
}

static Value delta_str(Value self) {
    const DeltaFields *delta = delta_of(self);
    char text[64];
    int size = 0;
    if (delta->days)
        size = snprintf(text, sizeof text, "%d day%s, ", delta->days,
                        delta->days == 1 || delta->days == -1 ? "" : "s");
    size += snprintf(text + size, sizeof text - (size_t)size, "%d:%02d:%02d", delta->seconds / 3600,
                     delta->seconds / 60 % 60, delta->seconds % 60);
    if (delta->microseconds)
        snprintf(text + size, sizeof text - (size_t)size, ".%06d", delta->microseconds);
    return str_from_cstr(text);
}

/* ---- methods --------------------------------------------------------------------------------- */

#define FIELD(field)                                                                               \
    NATIVE(delta_get_##field) {                                                                    \
        NATIVE_UNUSED();                                                                           \
        return value_from_small_int(delta_of(args[0])->field);                                     \
    }
FIELD(days)
FIELD(seconds)
FIELD(microseconds)
#undef FIELD

NATIVE(method_total_seconds) {
    NATIVE_UNUSED();
    return delta_total_seconds(delta_of(args[0]));
}

NATIVE(method_reduce) {
    NATIVE_UNUSED();
    const DeltaFields *delta = delta_of(args[0]);
    Value fields[3] = {value_from_small_int(delta->days), value_from_small_int(delta->seconds),
                       value_from_small_int(delta->microseconds)};
    return reduce_to_call(value_type(args[0]), tuple_new(fields, 3));
}

static int set_field(Value self, Value value) {
    (void)self, (void)value;
    return raise_status(&rt_exc_AttributeError, "readonly attribute");
}

static const NativeMethod delta_methods[] = {
    {.name = "days", .call = delta_get_days, .kind = METHOD_GETTER, .set = set_field},
    {.name = "seconds", .call = delta_get_seconds, .kind = METHOD_GETTER, .set = set_field},
    {.name = "microseconds",
     .call = delta_get_microseconds,
     .kind = METHOD_GETTER,
     .set = set_field},
    {.name = "total_seconds", .call = method_total_seconds},
    {.name = "__reduce__", .call = method_reduce},
    {0},
};

Type rt_type_timedelta = {
    .name = "datetime.timedelta",
    .doc = "Difference between two datetime values.\n\n"
           "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, "
           "weeks=0)\n\nAll arguments are optional and default to 0.\n"
           "Arguments may be integers or floats, and may be positive or negative.",
    .flags = TYPE_DOTTED_NAME | TYPE_OWN_LAYOUT,
    .basic_size = sizeof(DeltaObject),
    .methods = delta_methods,
    .slots = {.repr = delta_repr,
              .str = delta_str,
              .hash = delta_hash,
              .compare = delta_compare,
              .truth = delta_truth,
              .negative = delta_negative,
              .positive = delta_positive,
              .absolute = delta_absolute,
              .number = {[SLOT_ADD] = delta_add,
                         [SLOT_SUB] = delta_sub,
                         [SLOT_MUL] = delta_mul,
                         [SLOT_TRUEDIV] = delta_truediv,
                         [SLOT_FLOORDIV] = delta_floordiv,
                         [SLOT_MOD] = delta_mod,
                         [SLOT_DIVMOD] = delta_divmod},
              .new = delta_make},
};
