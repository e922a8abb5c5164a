/*
 * codecs_idna.c — the encodings "punycode" (RFC 3492) and "idna" (RFC 3490): names of hosts as the
 * network wants them. Labels with characters beyond ASCII are put in lower case; the rest of
 * nameprep (RFC 3491), which needs Unicode's normal forms, is not done: browsers and resolvers hand
 * over names that have it.
 */
#include "codecs.h"

#include <strings.h>

enum { BASE = 36, T_MIN = 1, T_MAX = 26, SKEW = 38, DAMP = 700, FIRST_BIAS = 72, FIRST_CODE = 128 };

static const char prefix[] = "xn--";

static uint32_t adapt(uint32_t delta, uint32_t points, bool first) {
    uint32_t k = 0;
    delta = first ? delta / DAMP : delta / 2;
    delta += delta / points;
    for (; delta > (BASE - T_MIN) * T_MAX / 2; k += BASE)
        delta /= BASE - T_MIN;
    return k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
}

static uint32_t threshold(uint32_t k, uint32_t bias) {
    return k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;
}

static int add_byte(ByteBuffer *out, uint32_t byte) {
    uint8_t one = (uint8_t)byte;
    return byte_buffer_add(out, &one, 1);
}

/* ---- encoding -------------------------------------------------------------------------------- */

static int add_delta(ByteBuffer *out, uint32_t delta, uint32_t bias) {
    for (uint32_t k = BASE;; k += BASE) {
        uint32_t limit = threshold(k, bias);
        bool last = delta < limit;
        uint32_t digit = last ? delta : limit + (delta - limit) % (BASE - limit);
        if (add_byte(out, digit < 26 ? 'a' + digit : '0' + digit - 26) < 0)
            return -1;
        if (last)
            return 0;
        delta = (delta - limit) / (BASE - limit);
    }
}

/* The smallest character of str that is not below `least`. */
static uint32_t next_code(const StrObject *str, uint32_t least) {
    uint32_t found = UINT32_MAX;
    for (int64_t i = 0; i < str->length; i++)
        if (str_at(str, i) >= least && str_at(str, i) < found)
            found = str_at(str, i);
    return found;
}

static int encode_punycode(const StrObject *str, ByteBuffer *out) {
    uint32_t handled = 0, code = FIRST_CODE, delta = 0, bias = FIRST_BIAS;
    for (int64_t i = 0; i < str->length; i++)
        if (str_at(str, i) < FIRST_CODE && ++handled && add_byte(out, str_at(str, i)) < 0)
            return -1;
    uint32_t basic = handled;
    if (basic && add_byte(out, '-') < 0)
        return -1;
    while (handled < str->length) {
        uint32_t next = next_code(str, code);
        delta += (next - code) * (handled + 1);
        code = next;
        for (int64_t i = 0; i < str->length; i++) {
            delta += str_at(str, i) < code;
            if (str_at(str, i) != code)
                continue;
            if (add_delta(out, delta, bias) < 0)
                return -1;
            bias = adapt(delta, handled + 1, handled == basic);
            delta = 0;
            handled++;
        }
        delta++;
        code++;
    }
    return 0;
}

static bool is_dot(uint32_t character) {
    return character == '.' || character == 0x3002 || character == 0xff0e || character == 0xff61;
}

static int fail(const char *stem, const char *why) {
    return raise_status(&rt_exc_UnicodeError, "%s with 'idna' codec failed (UnicodeError: %s)",
                        stem, why);
}

static bool has_surrogate(const StrObject *str, uint32_t *found) {
    for (int64_t i = 0; i < str->length; i++)
        if ((*found = str_at(str, i)) >= 0xd800 && *found < 0xe000)
            return true;
    return false;
}

/* `last`: CPython words it otherwise for the last label of a name in ASCII. */
static int add_label(ByteBuffer *out, Value label, bool last) {
    int64_t start = out->size;
    const StrObject *str = AS(StrObject, label);
    int status;
    uint32_t found;
    if (has_surrogate(str, &found))
        return raise_status(&rt_exc_UnicodeError,
                            "encoding with 'idna' codec failed (UnicodeError: Invalid character "
                            "'\\u%x')",
                            found);
    if (str->ascii) {
        status = byte_buffer_add(out, str_data(str), str->length);
    } else {
        Value lower = object_call_method(label, "lower", NULL, 0);
        status = lower ? byte_buffer_add(out, (const uint8_t *)prefix, 4) : -1;
        if (status == 0)
            status = encode_punycode(AS(StrObject, lower), out);
        value_decref(lower);
    }
    if (status == 0 && (out->size == start || out->size - start > 63))
        return fail("encoding", last ? "label too long" : "label empty or too long");
    return status;
}

static int encode_labels(const StrObject *str, Value text, ByteBuffer *out) {
    for (int64_t start = 0, end; start <= str->length; start = end + 1) {
        for (end = start; end < str->length && !is_dot(str_at(str, end));)
            end++;
        if (start == end && end == str->length) /* nothing follows the last dot */
            return 0;
        Value label = str_substring(text, start, end);
        int status = label ? add_label(out, label, str->ascii && end == str->length) : -1;
        value_decref(label);
        if (status == 0 && end < str->length)
            status = add_byte(out, '.');
        if (status < 0)
            return -1;
    }
    return 0;
}

Value codec_idna_encode(Value text, bool punycode) {
    ByteBuffer out = {.what = "bytes"};
    const StrObject *str = AS(StrObject, text);
    int status = punycode ? encode_punycode(str, &out) : encode_labels(str, text, &out);
    Value bytes = status < 0 ? 0 : bytes_new(out.data, (size_t)out.size);
    mem_free(out.data);
    return bytes;
}

/* ---- decoding -------------------------------------------------------------------------------- */

static int digit_of(uint8_t byte) {
    if (byte >= '0' && byte <= '9')
        return byte - '0' + 26;
    byte |= 0x20;
    return byte >= 'a' && byte <= 'z' ? byte - 'a' : -1;
}

/* Reads one number at data[*at]; -1: there is none. */
static int64_t read_delta(const uint8_t *data, int64_t size, int64_t *at, uint32_t bias) {
    uint64_t result = 0, weight = 1;
    for (uint32_t k = BASE;; k += BASE) {
        int digit = *at < size ? digit_of(data[(*at)++]) : -1;
        uint32_t limit = threshold(k, bias);
        if (digit < 0 || result > UINT32_MAX)
            return -1;
        result += (uint64_t)digit * weight;
        if ((uint32_t)digit < limit)
            return (int64_t)result;
        weight *= BASE - limit;
    }
}

/* Adds what the punycode in data[0..size) means. 0 or -1. */
static int decode_punycode(const uint8_t *data, int64_t size, StrBuilder *out) {
    int64_t basic = size, at;
    while (basic > 0 && data[basic - 1] != '-')
        basic--;
    at = basic;
    uint64_t place = 0;
    uint32_t code = FIRST_CODE, bias = FIRST_BIAS, count = basic ? (uint32_t)basic - 1 : 0;
    uint32_t *text = mem_alloc_items(size + 1, sizeof *text);
    if (!text)
        return -1;
    for (uint32_t i = 0; i < count; i++)
        text[i] = data[i];
    bool first = true, good = true;
    while (good && at < size) {
        int64_t delta = read_delta(data, size, &at, bias);
        good = delta >= 0;
        if (!good)
            break;
        place += (uint64_t)delta;
        uint64_t grown = code + place / (count + 1);
        good = grown <= 0x10ffff;
        code = (uint32_t)grown;
        place %= count + 1;
        bias = adapt((uint32_t)delta, count + 1, first);
        first = false;
        memmove(text + place + 1, text + place, (count - place) * sizeof *text);
        text[place++] = code;
        count++;
    }
    for (uint32_t i = 0; good && i < count; i++)
        str_builder_char(out, text[i]);
    mem_free(text);
    return good ? 0 : fail("decoding", "incomplete punicode string");
}

static int decode_label(const uint8_t *data, int64_t size, StrBuilder *out) {
    if (size >= 4 && strncasecmp((const char *)data, prefix, 4) == 0)
        return decode_punycode(data + 4, size - 4, out);
    for (int64_t i = 0; i < size; i++) {
        if (data[i] >= 0x80)
            return fail("decoding", "ordinal not in range(128)");
        str_builder_char(out, data[i]);
    }
    return 0;
}

Value codec_idna_decode(const uint8_t *data, int64_t size, bool punycode) {
    StrBuilder out;
    str_builder_init(&out);
    int status = 0;
    if (punycode)
        status = decode_punycode(data, size, &out);
    for (int64_t start = 0, end; !punycode && status == 0 && start < size; start = end + 1) {
        for (end = start; end < size && data[end] != '.';)
            end++;
        status = decode_label(data + start, end - start, &out);
        if (end < size)
            str_builder_char(&out, '.');
    }
    if (status == 0)
        return str_builder_finish(&out);
    str_builder_drop(&out);
    return 0;
}
