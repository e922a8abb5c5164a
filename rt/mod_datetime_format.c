/*
 * mod_datetime_format.c — dates and times as text: ISO 8601, strftime and repr.
 */
#include "datetime.h"
#include "time_format.h"

/* ---- ISO 8601 -------------------------------------------------------------------------------- */

static void put_char(IsoText *out, char character) {
    out->text[out->size++] = character;
    out->text[out->size] = '\0';
}

static void put_number(IsoText *out, uint32_t number, int digits) {
    for (int i = digits; i-- > 0; number /= 10)
        out->text[out->size + i] = (char)('0' + number % 10);
    out->size += digits;
    out->text[out->size] = '\0';
}

void iso_put_date(IsoText *out, DateFields date) {
    put_number(out, date.year, 4);
    put_char(out, '-');
    put_number(out, date.month, 2);
    put_char(out, '-');
    put_number(out, date.day, 2);
}

bool iso_put_time(IsoText *out, TimeFields time, const char *timespec) {
    static const char *const specs[] = {"hours", "minutes", "seconds", "milliseconds",
                                        "microseconds"};
    int spec = time.microsecond ? 4 : 2;
    if (timespec && strcmp(timespec, "auto") != 0) {
        for (spec = 0; spec < 5 && strcmp(timespec, specs[spec]) != 0;)
            spec++;
        if (spec == 5)
            return raise_error(&rt_exc_ValueError, "Unknown timespec value");
    }
    const uint32_t parts[] = {time.hour, time.minute, time.second};
    for (int i = 0; i < 3 && i <= spec; i++) {
        if (i)
            put_char(out, ':');
        put_number(out, parts[i], 2);
    }
    if (spec >= 3) {
        put_char(out, '.');
        put_number(out, spec == 3 ? time.microsecond / 1000 : time.microsecond, spec == 3 ? 3 : 6);
    }
    return true;
}

static void put_text(IsoText *out, const char *text) {
    while (*text)
        put_char(out, *text++);
}

bool iso_put_offset(IsoText *out, const char *separator, Value zone, Value argument) {
    Value offset = zone_utcoffset(zone, argument);
    if (!offset)
        return false;
    if (offset == VALUE_NONE)
        return true;
    DeltaFields delta = *delta_of(offset);
    value_decref(offset);
    bool negative = delta.days < 0;
    if (negative) { /* -1 day and the rest, turned round */
        delta.seconds = DAY_SECONDS - delta.seconds - (delta.microseconds != 0);
        delta.microseconds = delta.microseconds ? SECOND_MICROSECONDS - delta.microseconds : 0;
    }
    put_char(out, negative ? '-' : '+');
    put_number(out, (uint32_t)delta.seconds / 3600, 2);
    put_text(out, separator);
    put_number(out, (uint32_t)delta.seconds / 60 % 60, 2);
    if (delta.seconds % 60 || delta.microseconds) {
        put_text(out, separator);
        put_number(out, (uint32_t)delta.seconds % 60, 2);
    }
    if (delta.microseconds) {
        put_char(out, '.');
        put_number(out, (uint32_t)delta.microseconds, 6);
    }
    return true;
}

/* ---- strftime -------------------------------------------------------------------------------- */

void format_fill_tm(struct tm *tm, DateFields date, TimeFields time, int dst) {
    memset(tm, 0, sizeof *tm);
    tm->tm_year = date.year - 1900;
    tm->tm_mon = date.month - 1;
    tm->tm_mday = date.day;
    tm->tm_hour = time.hour;
    tm->tm_min = time.minute;
    tm->tm_sec = time.second;
    tm->tm_wday = (calendar_weekday(date) + 1) % 7;
    tm->tm_yday = calendar_year_day(date) - 1;
    tm->tm_isdst = dst;
}

/* The zone's name with its percent signs doubled, as it goes through strftime. */
static bool put_zone_name(StrBuilder *out, Value zone, Value argument) {
    Value name = zone_name(zone, argument);
    if (!name)
        return false;
    if (name != VALUE_NONE)
        for (int64_t i = 0; i < AS(StrObject, name)->length; i++) {
            uint32_t character = str_at(AS(StrObject, name), i);
            str_builder_char(out, character);
            if (character == '%')
                str_builder_char(out, character);
        }
    value_decref(name);
    return true;
}

/* One of the conversions that struct tm has no field for: %z, %Z, %f. */
static bool put_own(StrBuilder *out, char letter, int microsecond, Value zone, Value argument) {
    IsoText text = {.size = 0};
    if (letter == 'Z')
        return put_zone_name(out, zone, argument);
    if (letter == 'f')
        put_number(&text, microsecond < 0 ? 0 : (uint32_t)microsecond, 6);
    else if (!iso_put_offset(&text, "", zone, argument))
        return false;
    str_builder_cstr(out, text.text);
    return true;
}

/* `format` with these conversions replaced; new reference. */
static Value replace_own(const StrObject *format, int microsecond, Value zone, Value argument) {
    StrBuilder out;
    str_builder_init(&out);
    for (int64_t i = 0; i < format->length; i++) {
        uint32_t character = str_at(format, i);
        uint32_t letter = character == '%' && i + 1 < format->length ? str_at(format, i + 1) : 0;
        if (letter == 'z' || letter == 'Z' || letter == 'f') {
            if (!put_own(&out, (char)letter, microsecond, zone, argument)) {
                str_builder_drop(&out);
                return 0;
            }
            i++;
            continue;
        }
        str_builder_char(&out, character);
        if (letter) {
            str_builder_char(&out, letter);
            i++;
        }
    }
    return str_builder_finish(&out);
}

Value format_strftime(Value format, struct tm *tm, int microsecond, Value zone, Value argument) {
    Value replaced = replace_own(AS(StrObject, format), microsecond, zone, argument);
    size_t size;
    const char *text = replaced ? str_utf8(replaced, &size) : NULL;
    Value result = !text ? 0
                   : strlen(text) != size
                       ? raise_error(&rt_exc_ValueError, "embedded null character")
                       : time_format(text, tm);
    value_decref(replaced);
    return result;
}

Value format_ctime(DateFields date, TimeFields time) {
    struct tm tm;
    format_fill_tm(&tm, date, time, -1);
    Value text = time_format("%a %b %e %H:%M:%S ", &tm);
    Value result = 0;
    if (text) {
        char year[8];
        snprintf(year, sizeof year, "%04d", date.year);
        result = str_format("%S%s", text, year);
    }
    value_decref(text);
    return result;
}

Value format_by_strftime(Value self, Value spec) {
    if (AS(StrObject, spec)->length == 0)
        return object_str(self);
    return object_call_method(self, "strftime", &spec, 1);
}

/* ---- repr ------------------------------------------------------------------------------------ */

Value format_repr(Value self, const int *numbers, int count, int fold, Value zone,
                  bool zone_first) {
    char text[96];
    int size = 0;
    for (int i = 0; i < count; i++)
        size +=
            snprintf(text + size, sizeof text - (size_t)size, "%s%d", i ? ", " : "", numbers[i]);
    const char *type = message_name(value_type(self)), *folded = fold ? ", fold=1" : "";
    if (zone == VALUE_NONE)
        return str_format("%s(%s%s)", type, text, folded);
    if (zone_first)
        return str_format("%s(%s, tzinfo=%R%s)", type, text, zone, folded);
    return str_format("%s(%s%s, tzinfo=%R)", type, text, folded, zone);
}

/* ---- struct_time ----------------------------------------------------------------------------- */

Value format_struct_time(DateFields date, TimeFields time, int dst) {
    struct tm tm;
    format_fill_tm(&tm, date, time, dst);
    return time_struct(&tm);
}
