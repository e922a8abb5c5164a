/*
 * decimal_context.c — the contexts of _pydecimal: their attributes are read by the shape that all
 * usual contexts have, and their flags where they stood in the last one.
 */
#include "decimal.h"
#include "containers.h"
#include "object.h"
#include "isolate.h"

/* A key of the dicts `flags` and `traps`. */
typedef struct Signal {
    Value name;     /* borrowed */
    uint32_t entry; /* where it was in the last dict: all have their keys in the same order */
} Signal;

static Type *context_class;
static Value current; /* the variable */
static Signal signals[SIGNAL_COUNT];

/* In the order in which Context.__init__ sets them. */
enum { PREC, ROUNDING, EMIN, EMAX, CAPITALS, CLAMP, IGNORED, TRAPS, FLAGS, ATTRIBUTES };

/* Where contexts of one shape have their attributes: one behind the other. */
static struct {
    const Shape *shape;
    uint32_t first;
} layout;

static bool note_layout(const Shape *shape) {
    static const char *const names[ATTRIBUTES] = {"prec",           "rounding", "Emin",
                                                  "Emax",           "capitals", "clamp",
                                                  "_ignored_flags", "traps",    "flags"};
    int first = shape->is_dict ? -1 : shape_find(shape, str_name(*names));
    if (first < 0 || (uint32_t)first + ATTRIBUTES > shape->type->inline_slots)
        return false;
    for (int i = 1; i < ATTRIBUTES; i++)
        if (shape_find(shape, str_name(names[i])) != first + i)
            return false;
    layout.first = (uint32_t)first;
    layout.shape = shape;
    return true;
}

static Rounding rounding_named(Value text) {
    static const char *const names[] = {"ROUND_DOWN",      "ROUND_UP",      "ROUND_CEILING",
                                        "ROUND_FLOOR",     "ROUND_HALF_UP", "ROUND_HALF_DOWN",
                                        "ROUND_HALF_EVEN", "ROUND_05UP"};
    int i = 0;
    while (i < ROUND_UNKNOWN && !str_equal_cstr(text, names[i]))
        i++;
    return (Rounding)i;
}

Rounding rounding_of(Value text) {
    return value_is(text, &rt_type_str) ? rounding_named(text) : ROUND_UNKNOWN;
}

/* The attributes that a context had when it was last read, and what they say. */
static struct {
    Value values[ATTRIBUTES]; /* the text of ROUNDING is owned, the others are compared only */
    Settings settings;
} last;

static void drop_last(void) {
    value_replace(&last.values[ROUNDING], 0);
}

void context_note_class(Type *context, Value variable, const Value names[SIGNAL_COUNT]) {
    rt_at_finish(drop_last);
    context_class = context;
    current = variable;
    for (int i = 0; i < SIGNAL_COUNT; i++)
        signals[i].name = names[i];
}

/* Understands the attributes `values`. */
static bool read_values(const Value *values) {
    if (!value_is_small_int(values[PREC]) || !value_is_small_int(values[EMIN]) ||
        !value_is_small_int(values[EMAX]) || values[CLAMP] != value_from_small_int(0))
        return false;
    value_replace(&last.values[ROUNDING], value_incref(values[ROUNDING]));
    memcpy(last.values, values, sizeof last.values);
    last.settings = (Settings){.precision = value_small_int(values[PREC]),
                               .least = value_small_int(values[EMIN]),
                               .most = value_small_int(values[EMAX]),
                               .rounding = rounding_of(values[ROUNDING]),
                               .flags = values[FLAGS],
                               .traps = values[TRAPS]};
    return true;
}

FastStatus settings_read(Settings *settings) {
    Value context = contextvar_borrow(current);
    if (!context || !value_is(context, context_class))
        return FAST_RARE;
    const InstanceSlots *slots = instance_plain(value_object(context));
    if (slots->shape != layout.shape && (!slots->shape || !note_layout(slots->shape)))
        return FAST_RARE;
    const Value *values = slots->slots + layout.first;
    if (memcmp(values, last.values, sizeof last.values) != 0 && !read_values(values))
        return FAST_RARE;
    Value ignored = values[IGNORED];
    if (!value_is(ignored, &rt_type_list) || AS(ListObject, ignored)->length ||
        !value_is(values[FLAGS], &rt_type_dict) || !value_is(values[TRAPS], &rt_type_dict))
        return FAST_RARE;
    *settings = last.settings;
    return settings->rounding == ROUND_UNKNOWN ? FAST_RARE : FAST_DONE;
}

/* The place of a signal's value; NULL: it has none. */
static Value *signal_place(Value of, Signal *signal) {
    DictObject *dict = AS(DictObject, of);
    if (signal->entry >= dict->filled || dict->entries[signal->entry].key != signal->name) {
        int64_t hash = object_hash(signal->name);
        int64_t found = hash == -1 ? DICT_FAILED : dict_find(dict, signal->name, hash);
        if (found < 0)
            return NULL;
        signal->entry = (uint32_t)found;
    }
    return &dict->entries[signal->entry].value;
}

/* Is the signal not trapped? */
static bool is_quiet(const Settings *settings, Signal *signal) {
    const Value *trap = signal_place(settings->traps, signal);
    return trap && (*trap == VALUE_FALSE || *trap == value_from_small_int(0));
}

static FastStatus raise_flag(const Settings *settings, Signal *signal) {
    Value *flag = signal_place(settings->flags, signal);
    if (!flag)
        return isolate.pending ? FAST_FAILED : FAST_RARE;
    if (*flag != VALUE_TRUE)
        value_replace(flag, VALUE_TRUE);
    return FAST_DONE;
}

FastStatus settings_note(const Settings *settings, int signal) {
    if (!is_quiet(settings, &signals[signal]))
        return isolate.pending ? FAST_FAILED : FAST_RARE;
    return raise_flag(settings, &signals[signal]);
}

FastStatus settings_signal(const Settings *settings, bool inexact) {
    if (inexact && !is_quiet(settings, &signals[SIGNAL_INEXACT]))
        return isolate.pending ? FAST_FAILED : FAST_RARE;
    FastStatus status = settings_note(settings, SIGNAL_ROUNDED);
    return status == FAST_DONE && inexact ? raise_flag(settings, &signals[SIGNAL_INEXACT]) : status;
}

FastStatus settings_fix(const Settings *settings, Decimal *number) {
    int64_t precision = settings->precision;
    int64_t tiny = settings->least - precision + 1, top = settings->most - precision + 1;
    if (number->coefficient == 0)
        return number->exponent >= tiny && number->exponent <= settings->most ? FAST_DONE
                                                                              : FAST_RARE;
    bool is_short = precision > WIDE_DIGITS || number->coefficient < wide_power((int)precision);
    if (is_short && number->exponent >= settings->least &&
        number->exponent + precision <= settings->most)
        return FAST_DONE;
    int digits = wide_digits(number->coefficient);
    int64_t least = digits + number->exponent - precision;
    if (least < tiny || least >= top) /* the last one has room for a carry */
        return FAST_RARE;
    if (number->exponent >= least)
        return FAST_DONE;
    bool inexact;
    Wide rounded = wide_round(number->coefficient, (int)(least - number->exponent),
                              settings->rounding, number->negative, &inexact);
    if (rounded == wide_power((int)precision)) {
        rounded = wide_power((int)precision - 1);
        least++;
    }
    FastStatus status = settings_signal(settings, inexact);
    number->coefficient = rounded;
    number->exponent = least;
    return status;
}
