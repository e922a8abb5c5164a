/*
 * str_split.c — taking texts apart: split, rsplit, splitlines, partition, strip.
 */
#include "text.h"

/* Appends str[start:stop] to the list. */
static int add_part(Value list, Value str, int64_t start, int64_t stop) {
    Value part = str_substring(str, start, stop);
    return part ? list_append_take(list, part) : -1;
}

/* The list, or 0 (and the list is dropped) after a failure. */
static Value finish(Value list, int status) {
    if (status == 0)
        return list;
    value_decref(list);
    return 0;
}

/* ---- split at white space -------------------------------------------------------------------- */

/* The blanks of ASCII. */
static const bool byte_is_space[128] = {
    ['\t'] = true, ['\n'] = true, ['\v'] = true, ['\f'] = true, ['\r'] = true,
    [0x1c] = true, [0x1d] = true, [0x1e] = true, [0x1f] = true, [' '] = true,
};

/* The first place from `i` on whose character is a blank (`blank`) or none; else the length. */
static int64_t find_blank(const StrObject *str, int64_t i, bool blank) {
    if (str->ascii) {
        const uint8_t *bytes = str_data(str);
        while (i < str->length && byte_is_space[bytes[i]] != blank)
            i++;
    } else {
        while (i < str->length && char_is_space(str_at(str, i)) != blank)
            i++;
    }
    return i;
}

static int split_space(Value list, Value value, int64_t most) {
    const StrObject *str = AS(StrObject, value);
    int64_t i = 0, length = str->length;
    int status = 0;
    while (status == 0) {
        int64_t start = find_blank(str, i, false);
        if (start == length)
            break;
        if (most-- == 0)
            return add_part(list, value, start, length);
        i = find_blank(str, start, true);
        status = add_part(list, value, start, i);
    }
    return status;
}

static int rsplit_space(Value list, Value value, int64_t most) {
    const StrObject *str = AS(StrObject, value);
    int64_t i = str->length;
    int status = 0;
    while (status == 0) {
        while (i > 0 && char_is_space(str_at(str, i - 1)))
            i--;
        if (i == 0)
            break;
        int64_t stop = i;
        if (most-- == 0)
            return add_part(list, value, 0, stop);
        while (i > 0 && !char_is_space(str_at(str, i - 1)))
            i--;
        status = add_part(list, value, i, stop);
    }
    return status;
}

/* ---- split at a separator -------------------------------------------------------------------- */

static int split_at_byte(Value list, Value value, uint8_t separator, int64_t most) {
    const StrObject *str = AS(StrObject, value);
    const uint8_t *data = str_data(str);
    int64_t from = 0, length = str->length;
    int status = 0;
    while (status == 0 && most-- != 0) {
        const uint8_t *found = byte_find(data + from, (size_t)(length - from), separator);
        if (!found)
            break;
        status = add_part(list, value, from, found - data);
        from = found - data + 1;
    }
    return status == 0 ? add_part(list, value, from, length) : status;
}

static int split_at(Value list, Value value, const StrObject *separator, int64_t most) {
    const StrObject *str = AS(StrObject, value);
    if (str->kind == 1 && separator->kind == 1 && separator->length == 1)
        return split_at_byte(list, value, *(const uint8_t *)str_data(separator), most);
    int64_t from = 0;
    int status = 0;
    while (status == 0 && most-- != 0) {
        int64_t at = str_find(str, separator, from, str->length);
        if (at < 0)
            break;
        status = add_part(list, value, from, at);
        from = at + separator->length;
    }
    return status == 0 ? add_part(list, value, from, str->length) : status;
}

static int rsplit_at(Value list, Value value, const StrObject *separator, int64_t most) {
    const StrObject *str = AS(StrObject, value);
    int64_t to = str->length;
    int status = 0;
    while (status == 0 && most-- != 0) {
        int64_t at = str_rfind(str, separator, 0, to);
        if (at < 0)
            break;
        status = add_part(list, value, at + separator->length, to);
        to = at;
    }
    return status == 0 ? add_part(list, value, 0, to) : status;
}

static void reverse(ListObject *list) {
    for (int64_t i = 0, k = list->length - 1; i < k; i++, k--) {
        Value item = list->items[i];
        list->items[i] = list->items[k];
        list->items[k] = item;
    }
}

static Value split(const Value *args, uint32_t count, bool from_right) {
    Value separator = ARG(1);
    int64_t most = -1;
    if (ARG(2)) {
        most = object_index(args[2]);
        if (most == -1 && isolate.pending)
            return 0;
    }
    if (separator && separator != VALUE_NONE) {
        if (!value_is_str(separator))
            return raise_error(&rt_exc_TypeError, "must be str or None, not %T", separator);
        if (!AS(StrObject, separator)->length)
            return raise_error(&rt_exc_ValueError, "empty separator");
    } else {
        separator = 0;
    }
    Value list = list_new(NULL, 0);
    if (!list)
        return 0;
    int status;
    if (from_right)
        status = separator ? rsplit_at(list, args[0], AS(StrObject, separator), most)
                           : rsplit_space(list, args[0], most);
    else
        status = separator ? split_at(list, args[0], AS(StrObject, separator), most)
                           : split_space(list, args[0], most);
    if (from_right)
        reverse(AS(ListObject, list));
    return finish(list, status);
}

STR_NATIVE(split) {
    NATIVE_UNUSED();
    return split(args, count, false);
}

STR_NATIVE(rsplit) {
    NATIVE_UNUSED();
    return split(args, count, true);
}

/* Of a character of Latin-1: "\n" to "\r", 0x1c to 0x1e, 0x85. */
static inline bool byte_is_line_break(uint8_t byte) {
    return byte < 0x20 ? 0x70003c00u >> byte & 1 : byte == 0x85;
}

/* The first place from `i` on that has a line break; else the length. */
static int64_t find_line_break(const StrObject *str, int64_t i) {
    int64_t length = str->length;
    if (str->kind == 1) {
        const uint8_t *bytes = str_data(str);
        while (i < length && !byte_is_line_break(bytes[i]))
            i++;
    } else {
        while (i < length && !char_is_line_break(str_at(str, i)))
            i++;
    }
    return i;
}

STR_NATIVE(splitlines) {
    NATIVE_UNUSED();
    int keep = ARG(1) ? object_flag(args[1]) : 0;
    Value list = keep < 0 ? 0 : list_new(NULL, 0);
    const StrObject *str = AS(StrObject, args[0]);
    int status = 0;
    for (int64_t i = 0; list && status == 0 && i < str->length;) {
        int64_t start = i, stop = i = find_line_break(str, i);
        if (i < str->length) {
            bool pair = str_at(str, i) == '\r' && i + 1 < str->length && str_at(str, i + 1) == '\n';
            i += pair ? 2 : 1;
        }
        status = add_part(list, args[0], start, keep ? i : stop);
    }
    return list ? finish(list, status) : 0;
}

/* ---- partition ------------------------------------------------------------------------------- */

static Value three(Value first_take, Value second_take, Value third_take) {
    Value parts[] = {first_take, second_take, third_take};
    Value tuple = first_take && second_take && third_take ? tuple_new(parts, 3) : 0;
    for (int i = 0; i < 3; i++)
        value_decref(parts[i]);
    return tuple;
}

static Value partition(const Value *args, bool from_right) {
    if (!value_is_str(args[1]))
        return raise_error(&rt_exc_TypeError, "must be str, not %T", args[1]);
    const StrObject *str = AS(StrObject, args[0]), *separator = AS(StrObject, args[1]);
    if (!separator->length)
        return raise_error(&rt_exc_ValueError, "empty separator");
    int64_t at = from_right ? str_rfind(str, separator, 0, str->length)
                            : str_find(str, separator, 0, str->length);
    if (at < 0) {
        Value whole = value_incref(args[0]);
        return from_right ? three(str_empty(), str_empty(), whole)
                          : three(whole, str_empty(), str_empty());
    }
    return three(str_substring(args[0], 0, at), value_incref(args[1]),
                 str_substring(args[0], at + separator->length, str->length));
}

STR_NATIVE(partition) {
    NATIVE_UNUSED();
    return partition(args, false);
}

STR_NATIVE(rpartition) {
    NATIVE_UNUSED();
    return partition(args, true);
}

/* ---- strip ----------------------------------------------------------------------------------- */

static bool is_stripped(const StrObject *set, uint32_t character) {
    if (!set)
        return char_is_space(character);
    for (int64_t i = 0; i < set->length; i++)
        if (str_at(set, i) == character)
            return true;
    return false;
}

static Value strip(const char *method, const Value *args, uint32_t count, bool left, bool right) {
    Value characters = ARG(1);
    if (characters && characters != VALUE_NONE && !value_is_str(characters))
        return raise_error(&rt_exc_TypeError, "%s arg must be None or str", method);
    const StrObject *str = AS(StrObject, args[0]);
    const StrObject *set =
        characters && characters != VALUE_NONE ? AS(StrObject, characters) : NULL;
    int64_t start = 0, stop = str->length;
    while (left && start < stop && is_stripped(set, str_at(str, start)))
        start++;
    while (right && stop > start && is_stripped(set, str_at(str, stop - 1)))
        stop--;
    return str_substring(args[0], start, stop);
}

STR_NATIVE(strip) {
    NATIVE_UNUSED();
    return strip("strip", args, count, true, true);
}

STR_NATIVE(lstrip) {
    NATIVE_UNUSED();
    return strip("lstrip", args, count, true, false);
}

STR_NATIVE(rstrip) {
    NATIVE_UNUSED();
    return strip("rstrip", args, count, false, true);
}
