/*
 * mod_datetime.c — the module datetime: its classes, their class attributes, and its constants. The
 * classes have a file each (see datetime.h).
 */
#include "datetime.h"

/* Adds min, max and resolution to a class; steals them. 0 or -1. */
static int add_range_take(const Type *type, Value least, Value most, Value resolution) {
    const struct {
        const char *name;
        Value value;
    } rows[] = {{"min", least}, {"max", most}, {"resolution", resolution}};
    int status = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!rows[i].value ||
            dict_set_cstr_take(type_dict_borrow(type), rows[i].name, rows[i].value) < 0)
            status = -1;
    return status;
}

static int add_ranges(void) {
    const DateFields first = {MIN_YEAR, 1, 1}, last = {MAX_YEAR, 12, 31};
    const TimeFields begin = {0, 0, 0, 0, 0}, end = {23, 59, 59, 0, SECOND_MICROSECONDS - 1};
    Type *moment = &rt_type_datetime;
    if (add_range_take(&rt_type_timedelta, delta_new(-MAX_DELTA_DAYS, 0, 0),
                       delta_new(MAX_DELTA_DAYS, DAY_SECONDS - 1, SECOND_MICROSECONDS - 1),
                       delta_new(0, 0, 1)) < 0 ||
        add_range_take(&rt_type_date, date_new_of(&rt_type_date, first),
                       date_new_of(&rt_type_date, last), delta_new(1, 0, 0)) < 0 ||
        add_range_take(&rt_type_time, clock_new_of(&rt_type_time, begin, VALUE_NONE),
                       clock_new_of(&rt_type_time, end, VALUE_NONE), delta_new(0, 0, 1)) < 0)
        return -1;
    return add_range_take(moment, moment_new_of(moment, first, begin, VALUE_NONE),
                          moment_new_of(moment, last, end, VALUE_NONE), delta_new(0, 0, 1));
}

static int add_all(ModuleObject *module) {
    static const char *const names[] = {"date",   "datetime", "time",    "timedelta", "timezone",
                                        "tzinfo", "MINYEAR",  "MAXYEAR", "UTC"};
    enum { COUNT = sizeof names / sizeof *names };
    Value all = tuple_new_empty(COUNT);
    if (!all)
        return -1;
    for (int i = 0; i < COUNT; i++)
        AS(TupleObject, all)->items[i] = value_incref(str_name(names[i]));
    return module_set(module, "__all__", all);
}

static int datetime_init(ModuleObject *module) {
    static const struct {
        const char *name;
        Type *type;
    } types[] = {{"date", &rt_type_date},         {"datetime", &rt_type_datetime},
                 {"time", &rt_type_time},         {"timedelta", &rt_type_timedelta},
                 {"timezone", &rt_type_timezone}, {"tzinfo", &rt_type_tzinfo}};
    type_ready(&rt_type_iso_calendar);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (module_add_type(module, types[i].name, types[i].type) < 0)
            return -1;
    if (timezone_init() < 0 || add_ranges() < 0 || add_all(module) < 0 ||
        module_set(module, "UTC", value_incref(timezone_utc_borrow())) < 0 ||
        module_set(module, "MINYEAR", value_from_small_int(MIN_YEAR)) < 0)
        return -1;
    return module_set(module, "MAXYEAR", value_from_small_int(MAX_YEAR));
}

const NativeModule pyrt_module_datetime = {"datetime", datetime_init};
