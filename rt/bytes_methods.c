/*
 * bytes_methods.c — the methods that bytes and bytearray share, over views of their bytes. Results
 * are of the receiver's kind: bytes for bytes, bytearray for bytearray.
 */
#include "bytes.h"

/* ---- views and results ----------------------------------------------------------------------- */

typedef struct View {
    const uint8_t *data;
    int64_t size;
} View;

static View self_view(const Value *args) {
    View view;
    bytes_view(args[0], &view.data, &view.size);
    return view;
}

static bool need_view(Value value, View *view) {
    if (bytes_view(value, &view->data, &view->size))
        return true;
    buffer_refused(value);
    return false;
}

/* New bytes of the kind of `self`. */
static Value like(Value self, const uint8_t *data, int64_t size) {
    return value_isa(self, &rt_type_bytearray) ? bytearray_new(data, size)
                                               : bytes_new(data, (size_t)size);
}

/* The same, whose bytes are to be written to *data. */
static Value like_unfilled(Value self, int64_t size, uint8_t **data) {
    Value result;
    if (value_isa(self, &rt_type_bytearray)) {
        result = bytearray_new(NULL, size);
        *data = result ? AS(BytearrayObject, result)->buffer.data : NULL;
    } else {
        result = size ? OBJ(bytes_alloc(&rt_type_bytes, size)) : bytes_new(NULL, 0);
        *data = result ? AS(BytesObject, result)->data : NULL;
    }
    return result;
}

static Value like_buffer(Value self, ByteBuffer *buffer, int status) {
    Value result = status == 0 ? like(self, buffer->data, buffer->size) : 0;
    mem_free(buffer->data);
    return result;
}

static Value whole(Value self) {
    View view = self_view(&self);
    return value_is(self, &rt_type_bytes) ? value_incref(self) : like(self, view.data, view.size);
}

/* ---- searching ------------------------------------------------------------------------------- */

static int64_t find_first(View view, View needle, int64_t from, int64_t to) {
    if (from > to || needle.size > to - from)
        return -1;
    if (!needle.size)
        return from;
    const uint8_t *found =
        byte_search(view.data + from, (size_t)(to - from), needle.data, (size_t)needle.size);
    return found ? found - view.data : -1;
}

static int64_t find_last(View view, View needle, int64_t from, int64_t to) {
    for (int64_t at = to - needle.size; at >= from; at--)
        if (!needle.size || (view.data[at] == needle.data[0] &&
                             !memcmp(view.data + at, needle.data, (size_t)needle.size)))
            return at;
    return -1;
}

/* The needle of a search: bytes-like, or a number as a single byte, kept in *byte. */
static bool read_needle(Value value, View *needle, uint8_t *byte) {
    if (bytes_view(value, &needle->data, &needle->size))
        return true;
    if (value_isa(value, &rt_type_memoryview))
        return memoryview_refused(value);
    if (!value_is_int(value) && !value_type(value)->slots.index) {
        raise_error(&rt_exc_TypeError, "argument should be integer or bytes-like object, not '%T'",
                    value);
        return false;
    }
    if (byte_from_object(value, "byte", byte) < 0)
        return false;
    *needle = (View){byte, 1};
    return true;
}

static bool read_search(const Value *args, uint32_t count, View *needle, uint8_t *byte,
                        int64_t *from, int64_t *to) {
    if (search_bounds(ARG(2), ARG(3), from, to) < 0 || !read_needle(args[1], needle, byte))
        return false;
    search_adjust(self_view(args).size, from, to);
    return true;
}

#define SEARCH(name, function, must)                                                               \
    NATIVE(method_##name) {                                                                        \
        NATIVE_UNUSED();                                                                           \
        View needle;                                                                               \
        uint8_t byte;                                                                              \
        int64_t from, to;                                                                          \
        if (!read_search(args, count, &needle, &byte, &from, &to))                                 \
            return 0;                                                                              \
        int64_t at = function(self_view(args), needle, from, to);                                  \
        if (must && at < 0)                                                                        \
            return raise_error(&rt_exc_ValueError, "subsection not found");                        \
        return value_from_small_int(at);                                                           \
    }
SEARCH(find, find_first, false)
SEARCH(rfind, find_last, false)
SEARCH(index, find_first, true)
SEARCH(rindex, find_last, true)

static int64_t count_in(View view, View needle, int64_t from, int64_t to, int64_t most) {
    int64_t found = 0;
    if (!needle.size) {
        int64_t places = from <= to ? to - from + 1 : 0;
        return most >= 0 && most < places ? most : places;
    }
    if (most < 0 && needle.size == 1)
        return from < to ? byte_count(view.data + from, (size_t)(to - from), *needle.data) : 0;
    for (int64_t at; most < 0 || found < most; from = at + needle.size, found++)
        if ((at = find_first(view, needle, from, to)) < 0)
            break;
    return found;
}

NATIVE(method_count) {
    NATIVE_UNUSED();
    View needle;
    uint8_t byte;
    int64_t from, to;
    if (!read_search(args, count, &needle, &byte, &from, &to))
        return 0;
    return value_from_small_int(count_in(self_view(args), needle, from, to, -1));
}

static bool has_affix(View view, View affix, int64_t from, int64_t to, bool at_end) {
    if (from > to || affix.size > to - from)
        return false;
    return !memcmp(view.data + (at_end ? to - affix.size : from), affix.data, (size_t)affix.size);
}

static Value test_affix(const char *method, const Value *args, uint32_t count, bool at_end) {
    View affix;
    int64_t from, to;
    bool is_tuple = value_isa(args[1], &rt_type_tuple);
    if (search_bounds(ARG(2), ARG(3), &from, &to) < 0)
        return 0;
    View view = self_view(args);
    search_adjust(view.size, &from, &to);
    if (!is_tuple && !bytes_view(args[1], &affix.data, &affix.size))
        return value_isa(args[1], &rt_type_memoryview)
                   ? memoryview_refused(args[1])
                   : raise_error(&rt_exc_TypeError,
                                 "%s first arg must be bytes or a tuple of bytes, not %T", method,
                                 args[1]);
    if (!is_tuple)
        return VALUE_BOOL(has_affix(view, affix, from, to, at_end));
    const TupleObject *tuple = AS(TupleObject, args[1]);
    for (int64_t i = 0; i < tuple->length; i++) {
        if (!need_view(tuple->items[i], &affix))
            return 0;
        if (has_affix(view, affix, from, to, at_end))
            return VALUE_TRUE;
    }
    return VALUE_FALSE;
}

NATIVE(method_startswith) {
    NATIVE_UNUSED();
    return test_affix("startswith", args, count, false);
}

NATIVE(method_endswith) {
    NATIVE_UNUSED();
    return test_affix("endswith", args, count, true);
}

NATIVE(method_removeprefix) {
    NATIVE_UNUSED();
    View view = self_view(args), affix;
    if (!need_view(args[1], &affix))
        return 0;
    int64_t cut = has_affix(view, affix, 0, view.size, false) ? affix.size : 0;
    return cut ? like(args[0], view.data + cut, view.size - cut) : whole(args[0]);
}

NATIVE(method_removesuffix) {
    NATIVE_UNUSED();
    View view = self_view(args), affix;
    if (!need_view(args[1], &affix))
        return 0;
    int64_t cut = has_affix(view, affix, 0, view.size, true) ? affix.size : 0;
    return cut ? like(args[0], view.data, view.size - cut) : whole(args[0]);
}

static uint8_t *write_bytes(uint8_t *to, const uint8_t *from, int64_t size) {
    text_copy(to, from, (size_t)size);
    return to + size;
}

/* Writes the view with `found` times `new` instead of `old`, or in front of as many bytes. */
static void write_replaced(uint8_t *to, View view, View old, View new, int64_t found) {
    int64_t from = 0;
    if (!view.size) { /* it may have no memory at all */
        write_bytes(to, new.data, new.size);
        return;
    }
    for (int64_t i = 0; i < found; i++) {
        int64_t at = old.size ? find_first(view, old, from, view.size) : i;
        to = write_bytes(to, view.data + from, at - from);
        to = write_bytes(to, new.data, new.size);
        from = at + old.size;
    }
    write_bytes(to, view.data + from, view.size - from);
}

NATIVE(method_replace) {
    NATIVE_UNUSED();
    View old, new;
    if (!need_view(args[1], &old) || !need_view(args[2], &new))
        return 0;
    int64_t most = ARG(3) ? object_index(args[3]) : -1;
    if (most == -1 && isolate.pending)
        return 0;
    View view = self_view(args); /* __index__ may have changed all three */
    if (!need_view(args[1], &old) || !need_view(args[2], &new))
        return 0;
    int64_t found = most == 0 ? 0 : count_in(view, old, 0, view.size, most), added;
    if (!found)
        return whole(args[0]);
    if (__builtin_mul_overflow(found, new.size - old.size, &added))
        return raise_no_memory();
    uint8_t *to;
    Value result = like_unfilled(args[0], view.size + added, &to);
    if (to)
        write_replaced(to, view, old, new, found);
    return result;
}

/* ---- taking apart ---------------------------------------------------------------------------- */

static bool is_space(uint8_t byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static int add_part(Value list, Value self, View view, int64_t start, int64_t stop) {
    Value part = like(self, view.data + start, stop - start);
    return part ? list_append_take(list, part) : -1;
}

static int split_space(Value list, Value self, View view, int64_t most, bool from_right) {
    int64_t start = 0, stop = view.size;
    int status = 0;
    while (status == 0) {
        while (start < stop && is_space(view.data[start]))
            start++;
        while (from_right && stop > start && is_space(view.data[stop - 1]))
            stop--;
        if (start == stop)
            return 0;
        int64_t left = start, right = stop;
        if (most-- == 0)
            return add_part(list, self, view, from_right ? 0 : start, stop);
        if (from_right) {
            for (left = stop; left > start && !is_space(view.data[left - 1]);)
                left--;
            stop = left;
        } else {
            for (right = start; right < stop && !is_space(view.data[right]);)
                right++;
            start = right;
        }
        status = add_part(list, self, view, left, right);
    }
    return status;
}

static int split_at(Value list, Value self, View view, View separator, int64_t most,
                    bool from_right) {
    int64_t start = 0, stop = view.size;
    int status = 0;
    while (status == 0 && most-- != 0) {
        int64_t at = from_right ? find_last(view, separator, start, stop)
                                : find_first(view, separator, start, stop);
        if (at < 0)
            break;
        if (from_right) {
            status = add_part(list, self, view, at + separator.size, stop);
            stop = at;
        } else {
            status = add_part(list, self, view, start, at);
            start = at + separator.size;
        }
    }
    return status == 0 ? add_part(list, self, view, start, stop) : status;
}

static Value split(const Value *args, uint32_t count, bool from_right) {
    View separator = {0};
    bool spaces = !ARG(1) || args[1] == VALUE_NONE;
    int64_t most = ARG(2) ? object_index(args[2]) : -1;
    if ((most == -1 && isolate.pending) || (!spaces && !need_view(args[1], &separator)))
        return 0;
    if (!spaces && !separator.size)
        return raise_error(&rt_exc_ValueError, "empty separator");
    View view = self_view(args);
    Value list = list_new(NULL, 0);
    if (!list)
        return 0;
    int status = spaces ? split_space(list, args[0], view, most, from_right)
                        : split_at(list, args[0], view, separator, most, from_right);
    Value done =
        status == 0 && from_right ? object_call_method(list, "reverse", NULL, 0) : VALUE_NONE;
    if (status == 0 && done)
        return list;
    value_decref(list);
    return 0;
}

NATIVE(method_split) {
    NATIVE_UNUSED();
    return split(args, count, false);
}

NATIVE(method_rsplit) {
    NATIVE_UNUSED();
    return split(args, count, true);
}

NATIVE(method_splitlines) {
    NATIVE_UNUSED();
    int64_t keep = ARG(1) ? object_index(args[1]) : 0;
    if (keep == -1 && isolate.pending)
        return 0;
    View view = self_view(args);
    Value list = list_new(NULL, 0);
    int status = 0;
    for (int64_t i = 0; list && status == 0 && i < view.size;) {
        int64_t start = i;
        while (i < view.size && view.data[i] != '\n' && view.data[i] != '\r')
            i++;
        int64_t stop = i;
        if (i < view.size)
            i += view.data[i] == '\r' && i + 1 < view.size && view.data[i + 1] == '\n' ? 2 : 1;
        status = add_part(list, args[0], view, start, keep ? i : stop);
    }
    if (status == 0)
        return list;
    value_decref(list);
    return 0;
}

static Value partition(const Value *args, bool from_right) {
    View view = self_view(args), separator;
    if (!need_view(args[1], &separator))
        return 0;
    if (!separator.size)
        return raise_error(&rt_exc_ValueError, "empty separator");
    int64_t at = from_right ? find_last(view, separator, 0, view.size)
                            : find_first(view, separator, 0, view.size);
    int64_t left = at < 0 ? (from_right ? 0 : view.size) : at;
    int64_t right = at < 0 ? left : at + separator.size;
    Value parts[] = {like(args[0], view.data, left), like(args[0], view.data + left, right - left),
                     like(args[0], view.data + right, view.size - right)};
    Value result = parts[0] && parts[1] && parts[2] ? tuple_new(parts, 3) : 0;
    for (int i = 0; i < 3; i++)
        value_decref(parts[i]);
    return result;
}

NATIVE(method_partition) {
    NATIVE_UNUSED();
    return partition(args, false);
}

NATIVE(method_rpartition) {
    NATIVE_UNUSED();
    return partition(args, true);
}

static Value strip(const Value *args, uint32_t count, bool left, bool right) {
    View view = self_view(args), set = {(const uint8_t *)" \t\n\r\f\v", 6};
    if (ARG(1) && args[1] != VALUE_NONE && !need_view(args[1], &set))
        return 0;
    int64_t start = 0, stop = view.size;
    while (left && start < stop && memchr(set.data, view.data[start], (size_t)set.size))
        start++;
    while (right && stop > start && memchr(set.data, view.data[stop - 1], (size_t)set.size))
        stop--;
    return stop - start == view.size ? whole(args[0])
                                     : like(args[0], view.data + start, stop - start);
}

NATIVE(method_strip) {
    NATIVE_UNUSED();
    return strip(args, count, true, true);
}

NATIVE(method_lstrip) {
    NATIVE_UNUSED();
    return strip(args, count, true, false);
}

NATIVE(method_rstrip) {
    NATIVE_UNUSED();
    return strip(args, count, false, true);
}

NATIVE(method_join) {
    NATIVE_UNUSED();
    Value list = list_of_parts(args[1], "can only join an iterable");
    View view = self_view(args), item;
    ByteBuffer buffer = {0};
    int status = list ? 0 : -1;
    for (int64_t i = 0; status == 0 && i < AS(ListObject, list)->length; i++) {
        Value value = AS(ListObject, list)->items[i];
        if (!bytes_view(value, &item.data, &item.size))
            status = raise_status(&rt_exc_TypeError,
                                  "sequence item %lld: expected a bytes-like object, %T found",
                                  (long long)i, value);
        else if (i)
            status = byte_buffer_add(&buffer, view.data, view.size);
        if (status == 0)
            status = byte_buffer_add(&buffer, item.data, item.size);
    }
    value_decref(list);
    return like_buffer(args[0], &buffer, status);
}

/* ---- case and classes of ASCII letters ------------------------------------------------------- */

static bool is_lower(uint8_t byte) {
    return byte >= 'a' && byte <= 'z';
}
static bool is_upper(uint8_t byte) {
    return byte >= 'A' && byte <= 'Z';
}
static bool is_alpha(uint8_t byte) {
    return is_lower(byte | 0x20);
}
static bool is_digit(uint8_t byte) {
    return byte >= '0' && byte <= '9';
}
static bool is_alnum(uint8_t byte) {
    return is_alpha(byte) || is_digit(byte);
}
static bool is_ascii(uint8_t byte) {
    return byte < 0x80;
}

/* The other case of the 26 letters from `first` on; with the bit 0x20 in `both`, of all letters. */
static Value change_case(const Value *args, uint8_t first, uint8_t both) {
    View view = self_view(args);
    uint8_t *to;
    Value result = like_unfilled(args[0], view.size, &to);
    for (int64_t i = 0; result && i < view.size; i++)
        to[i] = view.data[i] ^ (uint8_t)(((uint8_t)((view.data[i] | both) - first) < 26) << 5);
    return result;
}

/* The first letter large; behind what is no letter too if `words`. */
static Value capitalize(const Value *args, bool words) {
    View view = self_view(args);
    uint8_t *to;
    Value result = like_unfilled(args[0], view.size, &to);
    bool first = true;
    for (int64_t i = 0; result && i < view.size; i++) {
        uint8_t byte = view.data[i];
        to[i] = (first ? is_lower(byte) : is_upper(byte)) ? byte ^ 0x20 : byte;
        first = words && !is_alpha(byte);
    }
    return result;
}

#define MAP(name, call)                                                                            \
    NATIVE(method_##name) {                                                                        \
        NATIVE_UNUSED();                                                                           \
        return call;                                                                               \
    }
MAP(lower, change_case(args, 'A', 0))
MAP(upper, change_case(args, 'a', 0))
MAP(swapcase, change_case(args, 'a', 0x20))
MAP(capitalize, capitalize(args, false))
MAP(title, capitalize(args, true))
#undef MAP

#define TEST(name, test, when_empty)                                                               \
    NATIVE(method_##name) {                                                                        \
        NATIVE_UNUSED();                                                                           \
        View view = self_view(args);                                                               \
        for (int64_t i = 0; i < view.size; i++)                                                    \
            if (!test(view.data[i]))                                                               \
                return VALUE_FALSE;                                                                \
        return VALUE_BOOL(view.size || when_empty);                                                \
    }
TEST(isalnum, is_alnum, false)
TEST(isalpha, is_alpha, false)
TEST(isascii, is_ascii, true)
TEST(isdigit, is_digit, false)
TEST(isspace, is_space, false)

static Value has_case(const Value *args, bool (*wanted)(uint8_t), bool (*unwanted)(uint8_t)) {
    View view = self_view(args);
    bool found = false;
    for (int64_t i = 0; i < view.size; i++) {
        if (unwanted(view.data[i]))
            return VALUE_FALSE;
        found |= wanted(view.data[i]);
    }
    return VALUE_BOOL(found);
}

NATIVE(method_islower) {
    NATIVE_UNUSED();
    return has_case(args, is_lower, is_upper);
}

NATIVE(method_isupper) {
    NATIVE_UNUSED();
    return has_case(args, is_upper, is_lower);
}

NATIVE(method_istitle) {
    NATIVE_UNUSED();
    View view = self_view(args);
    bool found = false, inside = false;
    for (int64_t i = 0; i < view.size; i++) {
        uint8_t byte = view.data[i];
        if ((is_upper(byte) && inside) || (is_lower(byte) && !inside))
            return VALUE_FALSE;
        inside = is_alpha(byte);
        found |= inside;
    }
    return VALUE_BOOL(found);
}

/* ---- padding, tabs, tables ------------------------------------------------------------------- */

/* (width[, fill]): how many bytes are missing. */
static bool read_padding(const char *method, const Value *args, uint32_t count, int64_t *missing,
                         uint8_t *fill) {
    int64_t width = object_index(args[1]);
    View view;
    if (width == -1 && isolate.pending)
        return false;
    *fill = ' ';
    if (ARG(2)) {
        if (!bytes_view(args[2], &view.data, &view.size) || view.size != 1) {
            raise_error(&rt_exc_TypeError,
                        "%s() argument 2 must be a byte string of length 1, not %T", method,
                        args[2]);
            return false;
        }
        *fill = view.data[0];
    }
    *missing = width - self_view(args).size;
    *missing = *missing < 0 ? 0 : *missing;
    return true;
}

static Value pad(const Value *args, int64_t left, int64_t right, uint8_t fill) {
    View view = self_view(args);
    ByteBuffer buffer = {0};
    int status = byte_buffer_add(&buffer, NULL, left + view.size + right);
    if (status == 0 && buffer.size) {
        memset(buffer.data, fill, (size_t)buffer.size);
        memcpy(buffer.data + left, view.data, (size_t)view.size);
    }
    return like_buffer(args[0], &buffer, status);
}

NATIVE(method_ljust) {
    NATIVE_UNUSED();
    int64_t missing;
    uint8_t fill;
    return read_padding("ljust", args, count, &missing, &fill) ? pad(args, 0, missing, fill) : 0;
}

NATIVE(method_rjust) {
    NATIVE_UNUSED();
    int64_t missing;
    uint8_t fill;
    return read_padding("rjust", args, count, &missing, &fill) ? pad(args, missing, 0, fill) : 0;
}

NATIVE(method_center) {
    NATIVE_UNUSED();
    int64_t missing;
    uint8_t fill;
    if (!read_padding("center", args, count, &missing, &fill))
        return 0;
    int64_t width = self_view(args).size + missing, left = missing / 2 + (missing & width & 1);
    return pad(args, left, missing - left, fill);
}

NATIVE(method_zfill) {
    NATIVE_UNUSED();
    int64_t missing;
    uint8_t fill;
    ByteBuffer buffer = {0};
    if (!read_padding("zfill", args, 2, &missing, &fill))
        return 0;
    View view = self_view(args);
    bool sign = view.size && (view.data[0] == '+' || view.data[0] == '-');
    int status = byte_buffer_add(&buffer, view.data, sign);
    if (status == 0)
        status = byte_buffer_add(&buffer, NULL, missing);
    if (status == 0 && missing)
        memset(buffer.data + sign, '0', (size_t)missing);
    if (status == 0) {
        status = byte_buffer_add(&buffer, view.data + sign, view.size - sign);
    }
    return like_buffer(args[0], &buffer, status);
}

NATIVE(method_expandtabs) {
    NATIVE_UNUSED();
    int size = 8, status = ARG(1) ? object_c_int(args[1], &size) : 0;
    View view = self_view(args);
    ByteBuffer buffer = {0};
    int64_t column = 0;
    for (int64_t i = 0; status == 0 && i < view.size; i++) {
        uint8_t byte = view.data[i];
        int64_t spaces = byte == '\t' && size > 0 ? size - column % size : 0;
        column = byte == '\n' || byte == '\r' ? 0 : column + (byte == '\t' ? spaces : 1);
        if (byte != '\t')
            status = byte_buffer_add(&buffer, &byte, 1);
        else if ((status = byte_buffer_add(&buffer, NULL, spaces)) == 0 && spaces)
            memset(buffer.data + buffer.size - spaces, ' ', (size_t)spaces);
    }
    return like_buffer(args[0], &buffer, status);
}

NATIVE(method_translate) {
    NATIVE_UNUSED();
    View view = self_view(args), table = {0}, dropped = {0};
    if (args[1] != VALUE_NONE && !need_view(args[1], &table))
        return 0;
    if (table.data && table.size != 256)
        return raise_error(&rt_exc_ValueError, "translation table must be 256 characters long");
    if (ARG(2) && !need_view(args[2], &dropped))
        return 0;
    bool drops[256] = {false};
    int64_t size = view.size;
    for (int64_t i = 0; i < dropped.size; i++)
        drops[dropped.data[i]] = true;
    for (int64_t i = 0; dropped.size && i < view.size; i++)
        size -= drops[view.data[i]];
    uint8_t *to;
    Value result = like_unfilled(args[0], size, &to);
    for (int64_t i = 0; result && i < view.size; i++)
        if (!drops[view.data[i]])
            *to++ = table.data ? table.data[view.data[i]] : view.data[i];
    return result;
}

NATIVE(method_maketrans) {
    NATIVE_UNUSED();
    View from, to;
    uint8_t table[256];
    if (!need_view(args[0], &from) || !need_view(args[1], &to))
        return 0;
    if (from.size != to.size)
        return raise_error(&rt_exc_ValueError, "maketrans arguments must have same length");
    for (int i = 0; i < 256; i++)
        table[i] = (uint8_t)i;
    for (int64_t i = 0; i < from.size; i++)
        table[from.data[i]] = to.data[i];
    return bytes_new(table, 256);
}

/* ---- text ------------------------------------------------------------------------------------ */

NATIVE(method_decode) {
    NATIVE_UNUSED();
    View view = self_view(args);
    size_t unused;
    for (uint32_t i = 1; i < count; i++)
        if (args[i] && !value_is_str(args[i]))
            return raise_error(&rt_exc_TypeError, "decode() argument '%s' must be str, not %A",
                               i == 1 ? "encoding" : "errors", args[i]);
    const char *name = ARG(1) ? str_utf8(args[1], &unused) : "utf-8";
    const char *handler = ARG(2) ? str_utf8(args[2], &unused) : "strict";
    return name && handler ? codec_decode(view.data, view.size, name, handler) : 0;
}

NATIVE(method_hex) {
    NATIVE_UNUSED();
    return bytes_hex(args[0], ARG(1), ARG(2), false);
}

static int hex_digit(uint32_t character) {
    if (character >= '0' && character <= '9')
        return (int)character - '0';
    character |= 0x20;
    return character >= 'a' && character <= 'f' ? (int)character - 'a' + 10 : -1;
}

static int not_hex(int64_t place) {
    return raise_status(&rt_exc_ValueError,
                        "non-hexadecimal number found in fromhex() arg at position %lld",
                        (long long)place);
}

/* Pairs of digits with ASCII white space between. */
static int read_hex(ByteBuffer *buffer, const StrObject *text) {
    for (int64_t i = 0; i < text->length; i++)
        if (str_at(text, i) >= 0x80)
            return not_hex(i);
    for (int64_t i = 0; i < text->length; i++) {
        uint32_t character = str_at(text, i);
        if (character < 0x80 && is_space((uint8_t)character))
            continue;
        int high = hex_digit(character), low = -1;
        if (high >= 0 && ++i < text->length)
            low = hex_digit(str_at(text, i));
        if (low < 0)
            return not_hex(i);
        uint8_t byte = (uint8_t)(high << 4 | low);
        if (byte_buffer_add(buffer, &byte, 1) < 0)
            return -1;
    }
    return 0;
}

NATIVE(method_fromhex) {
    NATIVE_UNUSED();
    ByteBuffer buffer = {0};
    if (!value_is_str(args[1]))
        return raise_error(&rt_exc_TypeError, "fromhex() argument must be str, not %A", args[1]);
    Value bytes = read_hex(&buffer, AS(StrObject, args[1])) == 0
                      ? bytes_new(buffer.data, (size_t)buffer.size)
                      : 0;
    mem_free(buffer.data);
    if (!bytes || args[0] == OBJ(&rt_type_bytes))
        return bytes;
    Value result = object_call1(args[0], bytes);
    value_decref(bytes);
    return result;
}

NATIVE(method___getnewargs__) {
    NATIVE_UNUSED();
    View view = self_view(args);
    Value bytes = bytes_new(view.data, (size_t)view.size);
    Value result = bytes ? tuple_new(&bytes, 1) : 0;
    value_decref(bytes);
    return result;
}

#define METHOD(python_name, least, most)                                                           \
    { .name = #python_name, .call = method_##python_name, .min_args = least, .max_args = most }
#define PARSED(python_name)                                                                        \
    {                                                                                              \
        .name = #python_name, .call = method_##python_name, .min_args = 1, .max_args = 3,          \
        .kind = METHOD_PARSED                                                                      \
    }
#define KEYWORDS(python_name, most, words)                                                         \
    { .name = #python_name, .call = method_##python_name, .max_args = most, .keywords = words }
#define SHARED_METHODS                                                                             \
    PARSED(find), PARSED(rfind), PARSED(index), PARSED(rindex), PARSED(count), PARSED(startswith), \
        PARSED(endswith), METHOD(removeprefix, 1, 1), METHOD(removesuffix, 1, 1),                  \
        METHOD(replace, 2, 3), KEYWORDS(split, 2, "sep maxsplit"),                                 \
        KEYWORDS(rsplit, 2, "sep maxsplit"), KEYWORDS(splitlines, 1, "keepends"),                  \
        METHOD(partition, 1, 1), METHOD(rpartition, 1, 1), METHOD(strip, 0, 1),                    \
        METHOD(lstrip, 0, 1), METHOD(rstrip, 0, 1), METHOD(join, 1, 1), METHOD(lower, 0, 0),       \
        METHOD(upper, 0, 0), METHOD(swapcase, 0, 0), METHOD(capitalize, 0, 0),                     \
        METHOD(title, 0, 0), METHOD(isalnum, 0, 0), METHOD(isalpha, 0, 0), METHOD(isascii, 0, 0),  \
        METHOD(isdigit, 0, 0), METHOD(isspace, 0, 0), METHOD(islower, 0, 0),                       \
        METHOD(isupper, 0, 0), METHOD(istitle, 0, 0), METHOD(ljust, 1, 2), METHOD(rjust, 1, 2),    \
        METHOD(center, 1, 2), METHOD(zfill, 1, 1), KEYWORDS(expandtabs, 1, "tabsize"),             \
        {.name = "translate",                                                                      \
         .call = method_translate,                                                                 \
         .min_args = 1,                                                                            \
         .max_args = 2,                                                                            \
         .keywords = " delete"},                                                                   \
        {.name = "maketrans",                                                                      \
         .call = method_maketrans,                                                                 \
         .min_args = 2,                                                                            \
         .max_args = 2,                                                                            \
         .kind = METHOD_STATIC},                                                                   \
        KEYWORDS(decode, 2, "encoding errors"), KEYWORDS(hex, 2, "sep bytes_per_sep"), {           \
        .name = "fromhex", .call = method_fromhex, .min_args = 1, .max_args = 1,                   \
        .kind = METHOD_CLASS                                                                       \
    }

NATIVE(method___bytes__) {
    NATIVE_UNUSED();
    if (value_is(args[0], &rt_type_bytes))
        return value_incref(args[0]);
    return bytes_new(AS(BytesObject, args[0])->data, (size_t)AS(BytesObject, args[0])->length);
}

const NativeMethod bytes_methods[] = {
    SHARED_METHODS, METHOD(__getnewargs__, 0, 0), METHOD(__bytes__, 0, 0), {0}};
const NativeMethod bytearray_methods[] = {SHARED_METHODS, BYTEARRAY_METHODS, {0}};
