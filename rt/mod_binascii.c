/*
 * mod_binascii.c — the module binascii: bytes as text in base 16, base 64 and uuencoding
 * (quoted-printable: mod_binascii_qp.c), and the checksums CRC-32 (ISO 3309, as zlib's) and
 * CRC-CCITT.
 */
#include "binascii.h"
#include "numbers.h"

static Value error_class, incomplete_class;

/* The class binascii.Error (at the very end, when it is gone: ValueError). */
static Type *error_type(void) {
    return error_class ? AS(Type, error_class) : &rt_exc_ValueError;
}

/* Bytes, or a str of ASCII characters. */
bool binascii_read_text(Value value, const uint8_t **data, int64_t *size) {
    if (value_is_str(value)) {
        const StrObject *str = AS(StrObject, value);
        if (!str->ascii) {
            raise_error(&rt_exc_ValueError, "string argument should contain only ASCII characters");
            return false;
        }
        *data = str_data(str);
        *size = str->length;
        return true;
    }
    if (bytes_view(value, data, size))
        return true;
    raise_error(&rt_exc_TypeError, "argument should be bytes, buffer or ASCII string, not '%T'",
                value);
    return false;
}

/* Cuts `bytes` (stolen) down to `size`. */
static Value shortened_take(BytesObject *bytes, int64_t size) {
    if (size == bytes->length)
        return OBJ(bytes);
    Value result = bytes_new(bytes->data, (size_t)size);
    value_decref(OBJ(bytes));
    return result;
}

/* ---- base 16 --------------------------------------------------------------------------------- */

NATIVE(b2a_hex) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    if (!bytes_argument(args[0], &data, &size))
        return 0;
    Value text = bytes_hex(args[0], ARG(1), ARG(2), true);
    BytesObject *bytes = text ? bytes_alloc(&rt_type_bytes, AS(StrObject, text)->length) : NULL;
    if (bytes) /* separators have a byte, too */
        memcpy(bytes->data, str_data(AS(StrObject, text)), (size_t)bytes->length);
    value_decref(text);
    return OBJ(bytes);
}

static int hex_value(uint8_t byte) {
    static const uint8_t values[256] = {
        ['0'] = 1,  ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,
        ['6'] = 7,  ['7'] = 8,  ['8'] = 9,  ['9'] = 10, ['a'] = 11, ['b'] = 12,
        ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16, ['A'] = 11, ['B'] = 12,
        ['C'] = 13, ['D'] = 14, ['E'] = 15, ['F'] = 16,
    };
    return values[byte] - 1;
}

NATIVE(a2b_hex) {
    NATIVE_UNUSED();
    const uint8_t *text;
    int64_t size;
    if (!binascii_read_text(args[0], &text, &size))
        return 0;
    if (size % 2)
        return raise_error(error_type(), "Odd-length string");
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, size / 2);
    for (int64_t i = 0; bytes && i < size / 2; i++) {
        int high = hex_value(text[2 * i]), low = hex_value(text[2 * i + 1]);
        if (high < 0 || low < 0) {
            value_decref(OBJ(bytes));
            return raise_error(error_type(), "Non-hexadecimal digit found");
        }
        bytes->data[i] = (uint8_t)(high << 4 | low);
    }
    return OBJ(bytes);
}

/* ---- base 64 --------------------------------------------------------------------------------- */

static const char base64_letters[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* Writes 4 letters for up to 3 bytes. */
static inline void encode_group(const uint8_t *data, int64_t size, uint8_t *out) {
    uint32_t bits = (uint32_t)data[0] << 16;
    if (size > 1)
        bits |= (uint32_t)data[1] << 8;
    if (size > 2)
        bits |= data[2];
    out[0] = (uint8_t)base64_letters[bits >> 18];
    out[1] = (uint8_t)base64_letters[bits >> 12 & 63];
    out[2] = size > 1 ? (uint8_t)base64_letters[bits >> 6 & 63] : '=';
    out[3] = size > 2 ? (uint8_t)base64_letters[bits & 63] : '=';
}

NATIVE(b2a_base64) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    int newline = args[1] ? object_flag(args[1]) : 1;
    if (newline < 0 || !bytes_argument(args[0], &data, &size))
        return 0;
    int64_t length = (size + 2) / 3 * 4;
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, length + newline);
    if (!bytes)
        return 0;
    uint8_t *out = bytes->data;
    int64_t left = size;
    for (; left >= 3; left -= 3, data += 3, out += 4)
        encode_group(data, 3, out);
    if (left) {
        encode_group(data, left, out);
        out += 4;
    }
    if (newline)
        *out = '\n';
    return OBJ(bytes);
}

enum { NO_LETTER = 255 };

/* The value of each letter; made at the first use. */
static const uint8_t *base64_values(void) {
    static uint8_t values[256];
    if (values[0] != NO_LETTER) {
        memset(values, NO_LETTER, sizeof values);
        for (int i = 0; i < 64; i++)
            values[(uint8_t)base64_letters[i]] = (uint8_t)i;
    }
    return values;
}

typedef struct Base64 {
    const uint8_t *text;
    int64_t size, at; /* of the text */
    uint8_t *out;
    int64_t written;
    uint32_t bits; /* of the group under way */
    int place;     /* letters of it */
    int pads;      /* "=" behind the last letter */
    bool strict, padded;
} Base64;

/* Decodes whole groups as long as there is nothing but letters. */
static void decode_groups(Base64 *state, const uint8_t *values) {
    const uint8_t *text = state->text + state->at, *end = state->text + state->size;
    uint8_t *out = state->out + state->written;
    for (; end - text >= 4; text += 4, out += 3) {
        uint8_t a = values[text[0]], b = values[text[1]], c = values[text[2]], d = values[text[3]];
        if ((a | b | c | d) & 0x80)
            break;
        uint32_t bits = (uint32_t)a << 18 | (uint32_t)b << 12 | (uint32_t)c << 6 | d;
        out[0] = (uint8_t)(bits >> 16);
        out[1] = (uint8_t)(bits >> 8);
        out[2] = (uint8_t)bits;
        state->pads = 0;
    }
    state->at = text - state->text;
    state->written = out - state->out;
}

/* Takes one letter; a byte is complete from the second of a group on. */
static void decode_letter(Base64 *state, uint8_t value) {
    state->bits = (state->bits << 6 | value) & 0xffffff;
    state->pads = 0;
    if (state->place > 0)
        state->out[state->written++] = (uint8_t)(state->bits >> (6 - 2 * state->place));
    state->place = (state->place + 1) % 4;
}

/* Decodes one character that may be anything: 1 the end was reached, 0 go on, -1 failed. */
static int decode_character(Base64 *state, const uint8_t *values) {
    uint8_t letter = state->text[state->at++];
    if (letter == '=') {
        state->padded = true;
        if (state->place < 2 || state->place + ++state->pads < 4)
            return 0;
        if (state->strict && state->at < state->size)
            return raise_status(error_type(), "Excess data after padding");
        state->place = 0;
        return 1;
    }
    if (values[letter] == NO_LETTER)
        return state->strict ? raise_status(error_type(), "Only base64 data is allowed") : 0;
    if (state->strict && state->padded)
        return raise_status(error_type(), "Discontinuous padding not allowed");
    decode_letter(state, values[letter]);
    return 0;
}

static int decode_base64(Base64 *state) {
    const uint8_t *values = base64_values();
    int status = 0;
    if (state->strict && state->size && state->text[0] == '=')
        return raise_status(error_type(), "Leading padding not allowed");
    while (status == 0 && state->at < state->size) {
        if (state->place == 0 && !state->padded)
            decode_groups(state, values);
        if (state->at < state->size)
            status = decode_character(state, values);
    }
    if (status < 0 || state->place == 0)
        return status;
    if (state->place != 1)
        return raise_status(error_type(), "Incorrect padding");
    return raise_status(error_type(),
                        "Invalid base64-encoded string: number of data characters (%lld) cannot be "
                        "1 more than a multiple of 4",
                        (long long)(state->written / 3 * 4 + 1));
}

NATIVE(a2b_base64) {
    NATIVE_UNUSED();
    Base64 state = {0};
    int strict = args[1] ? object_flag(args[1]) : 0;
    if (strict < 0 || !binascii_read_text(args[0], &state.text, &state.size))
        return 0;
    state.strict = strict;
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, (state.size + 3) / 4 * 3);
    if (!bytes)
        return 0;
    state.out = bytes->data;
    if (decode_base64(&state) >= 0)
        return shortened_take(bytes, state.written);
    value_decref(OBJ(bytes));
    return 0;
}

/* ---- uuencoding: one line -------------------------------------------------------------------- */

NATIVE(b2a_uu) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    int backtick = args[1] ? object_flag(args[1]) : 0;
    if (backtick < 0 || !bytes_argument(args[0], &data, &size))
        return 0;
    if (size > 45)
        return raise_error(error_type(), "At most 45 bytes at once");
    uint8_t line[64], *out = line;
    *out++ = size == 0 && backtick ? '`' : (uint8_t)(' ' + size);
    for (int64_t i = 0; i < size; i += 3) {
        uint32_t bits = (uint32_t)data[i] << 16 | (i + 1 < size ? (uint32_t)data[i + 1] << 8 : 0) |
                        (i + 2 < size ? data[i + 2] : 0u);
        for (int shift = 18; shift >= 0; shift -= 6) {
            uint8_t six = bits >> shift & 63;
            *out++ = six == 0 && backtick ? '`' : (uint8_t)(' ' + six);
        }
    }
    *out++ = '\n';
    return bytes_new(line, (size_t)(out - line));
}

/* The six bits at text[at]; the end of the line stands for blanks. -1: not a letter. */
static int uu_value(const uint8_t *text, int64_t at, int64_t size) {
    uint8_t letter = at < size ? text[at] : ' ';
    if (letter == '\n' || letter == '\r')
        return 0;
    return letter < ' ' || letter > ' ' + 64 ? -1 : (letter - ' ') & 63;
}

NATIVE(a2b_uu) {
    NATIVE_UNUSED();
    const uint8_t *text;
    int64_t size;
    if (!binascii_read_text(args[0], &text, &size))
        return 0;
    int64_t length = size ? (text[0] - ' ') & 63 : 32, at = size ? 1 : 0;
    uint8_t data[64 + 3];
    uint32_t bits = 0;
    int held = 0;
    for (int64_t written = 0; written < length; at++) {
        int value = uu_value(text, at, size);
        if (value < 0)
            return raise_error(error_type(), "Illegal char");
        if (at < size && (text[at] == '\n' || text[at] == '\r'))
            size = at; /* blanks from here on */
        bits = bits << 6 | (uint32_t)value;
        held += 6;
        if (held >= 8) {
            held -= 8;
            data[written++] = (uint8_t)(bits >> held);
        }
    }
    for (; at < size; at++)
        if (!strchr(" `\n\r", text[at]) || !text[at])
            return raise_error(error_type(), "Trailing garbage");
    return bytes_new(data, (size_t)length);
}

/* ---- checksums ------------------------------------------------------------------------------- */

enum { CRC_SLICES = 8 };

/* table[k][byte]: the CRC of `byte` followed by k zero bytes (slicing by 8, Kounavis and Berry). */
static uint32_t (*crc_tables(void))[256] {
    static uint32_t table[CRC_SLICES][256];
    if (table[0][1])
        return table;
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t crc = byte;
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
        table[0][byte] = crc;
    }
    for (int slice = 1; slice < CRC_SLICES; slice++)
        for (int byte = 0; byte < 256; byte++) {
            uint32_t crc = table[slice - 1][byte];
            table[slice][byte] = crc >> 8 ^ table[0][crc & 0xff];
        }
    return table;
}

static uint32_t crc32_update(uint32_t crc, const uint8_t *data, int64_t size) {
    uint32_t(*table)[256] = crc_tables();
    crc = ~crc;
    for (; size >= CRC_SLICES; size -= CRC_SLICES, data += CRC_SLICES) {
        uint32_t next = 0;
        for (int i = 0; i < CRC_SLICES; i++) {
            uint8_t byte = (uint8_t)(data[i] ^ (i < 4 ? crc >> (8 * i) : 0));
            next ^= table[CRC_SLICES - 1 - i][byte];
        }
        crc = next;
    }
    for (; size > 0; size--, data++)
        crc = crc >> 8 ^ table[0][(crc ^ *data) & 0xff];
    return ~crc;
}

/* An argument of which the lowest 32 bits count. */
static bool word_argument(Value value, uint32_t *word) {
    IntView view;
    if (!value_is_int(value)) {
        int64_t number = object_index(value);
        *word = (uint32_t)number;
        return number != -1 || !isolate.pending;
    }
    int_view(&view, value);
    *word = view.big.count ? view.big.limbs[0] : 0;
    if (view.negative)
        *word = -*word;
    return true;
}

NATIVE(binascii_crc32) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    uint32_t crc = 0;
    if (!bytes_argument(args[0], &data, &size) || (ARG(1) && !word_argument(args[1], &crc)))
        return 0;
    return int_from_u64(crc32_update(crc, data, size));
}

NATIVE(crc_hqx) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    uint32_t crc;
    if (!bytes_argument(args[0], &data, &size) || !word_argument(args[1], &crc))
        return 0;
    crc &= 0xffff;
    for (int64_t i = 0; i < size; i++) {
        crc ^= (uint32_t)data[i] << 8;
        for (int bit = 0; bit < 8; bit++)
            crc = (crc << 1 ^ (crc & 0x8000 ? 0x1021u : 0)) & 0xffff;
    }
    return int_from_u64(crc);
}

/* ---- the module ------------------------------------------------------------------------------ */

#define HEX(python_name)                                                                           \
    {                                                                                              \
        .name = python_name, .call = b2a_hex, .min_args = 1, .max_args = 3,                        \
        .keywords = "data sep bytes_per_sep"                                                       \
    }
static const NativeMethod functions[] = {
    HEX("b2a_hex"),
    HEX("hexlify"),
    {.name = "a2b_hex", .call = a2b_hex, .min_args = 1, .max_args = 1},
    {.name = "unhexlify", .call = a2b_hex, .min_args = 1, .max_args = 1},
    {.name = "b2a_base64",
     .call = b2a_base64,
     .min_args = 1,
     .max_args = 1,
     .keywords = " newline"},
    {.name = "a2b_base64",
     .call = a2b_base64,
     .min_args = 1,
     .max_args = 1,
     .keywords = " strict_mode"},
    {.name = "b2a_uu", .call = b2a_uu, .min_args = 1, .max_args = 1, .keywords = " backtick"},
    {.name = "a2b_uu", .call = a2b_uu, .min_args = 1, .max_args = 1},
    {.name = "a2b_qp",
     .call = binascii_a2b_qp,
     .min_args = 1,
     .max_args = 2,
     .keywords = "data header"},
    {.name = "b2a_qp",
     .call = binascii_b2a_qp,
     .min_args = 1,
     .max_args = 4,
     .keywords = "data quotetabs istext header"},
    {.name = "crc32", .call = binascii_crc32, .min_args = 1, .max_args = 2},
    {.name = "crc_hqx", .call = crc_hqx, .min_args = 2, .max_args = 2},
    {0},
};

static void binascii_finish(void) {
    value_replace(&error_class, 0);
    value_replace(&incomplete_class, 0);
}

static int binascii_init(ModuleObject *module) {
    rt_at_finish(binascii_finish);
    error_class = exc_class_new("binascii", "Error", OBJ(&rt_exc_ValueError));
    incomplete_class = exc_class_new("binascii", "Incomplete", OBJ(&rt_exc_Exception));
    if (!error_class || !incomplete_class || module_add_functions(module, functions) < 0 ||
        module_set(module, "Error", value_incref(error_class)) < 0)
        return -1;
    return module_set(module, "Incomplete", value_incref(incomplete_class));
}

const NativeModule pyrt_module_binascii = {"binascii", binascii_init};
