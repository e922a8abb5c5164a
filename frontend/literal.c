/*
 * literal.c — decodes string and number literals (see literal.h).
 */
#include "literal.h"

#include "unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_SMALL_BITS = 61,       /* a CONST_INT is below 2 to the power of this */
    MAX_DECIMAL_DIGITS = 4300, /* sys.int_info.default_max_str_digits */
    ESCAPED_SIZE = 10,         /* bytes CPython counts for a non-ASCII character in messages */
};

/* ---- strings ---- */

StringPrefix literal_prefix(const char *text) {
    StringPrefix prefix = {0};
    const char *at = text;
    for (; *at != '\'' && *at != '"'; at++) {
        prefix.is_bytes |= *at == 'b' || *at == 'B';
        prefix.is_raw |= *at == 'r' || *at == 'R';
        prefix.is_format |= *at == 'f' || *at == 'F';
    }
    prefix.quote_size = at[1] == at[0] && at[2] == at[0] ? 3 : 1;
    prefix.content_start = (uint32_t)(at - text) + prefix.quote_size;
    return prefix;
}

typedef struct Decoder {
    Arena *arena;
    ByteVec *out;
    const char *at, *end, *start;
    const StringPrefix *prefix;
    LiteralProblem problem;
} Decoder;

static void put_code(Decoder *decoder, uint32_t code) {
    char bytes[4];
    size_t size = utf8_encode(code, bytes);
    for (size_t i = 0; i < size; i++)
        VEC_PUSH(decoder->arena, decoder->out, bytes[i]);
}

/* The position CPython names in its messages: non-ASCII characters count as \Uxxxxxxxx. */
static size_t position_of(const Decoder *decoder, const char *at) {
    size_t position = 0;
    for (const char *p = decoder->start; p < at; p++) {
        unsigned char byte = (unsigned char)*p;
        position += byte < 0x80 ? 1 : byte >= 0xC0 ? ESCAPED_SIZE : 0;
    }
    return position;
}

static void unicode_problem(Decoder *decoder, const char *backslash, const char *reason) {
    size_t first = position_of(decoder, backslash), last = position_of(decoder, decoder->at) - 1;
    if (decoder->problem.message)
        return;
    decoder->problem.message =
        arena_printf(decoder->arena,
                     "(unicode error) 'unicodeescape' codec can't decode bytes in position "
                     "%zu-%zu: %s",
                     first, last, reason);
}

static int hex_value(char byte) {
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    byte |= 0x20;
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* \xhh, \uhhhh, \Uhhhhhhhh; `at` is behind the letter. */
static void decode_hex(Decoder *decoder, const char *backslash, int digits) {
    uint32_t code = 0;
    int count = 0;
    while (count < digits && decoder->at < decoder->end && hex_value(*decoder->at) >= 0) {
        code = code << 4 | (uint32_t)hex_value(*decoder->at++);
        count++;
    }
    if (count < digits && decoder->prefix->is_bytes) {
        if (!decoder->problem.message)
            decoder->problem.message =
                arena_printf(decoder->arena, "(value error) invalid \\x escape at position %zu",
                             (size_t)(backslash - decoder->start));
    } else if (count < digits) {
        unicode_problem(decoder, backslash,
                        digits == 2   ? "truncated \\xXX escape"
                        : digits == 4 ? "truncated \\uXXXX escape"
                                      : "truncated \\UXXXXXXXX escape");
    } else if (code > 0x10FFFF) {
        unicode_problem(decoder, backslash, "illegal Unicode character");
    } else if (decoder->prefix->is_bytes) {
        VEC_PUSH(decoder->arena, decoder->out, (char)code);
    } else {
        put_code(decoder, code);
    }
}

/* \N{NAME}; `at` is behind the N. */
static void decode_name(Decoder *decoder, const char *backslash) {
    const char *open = decoder->at;
    if (open < decoder->end && *open == '{') {
        const char *close = memchr(open, '}', (size_t)(decoder->end - open));
        if (close && close > open + 1) {
            decoder->at = close + 1;
            uint32_t code = unicode_lookup_name(open + 1, (size_t)(close - open - 1));
            if (code == UINT32_MAX)
                unicode_problem(decoder, backslash, "unknown Unicode character name");
            else
                put_code(decoder, code);
            return;
        }
        decoder->at = close ? close + 1 : decoder->end;
    }
    unicode_problem(decoder, backslash, "malformed \\N character escape");
}

static void decode_octal(Decoder *decoder) {
    uint32_t code = 0;
    for (int i = 0; i < 3 && decoder->at < decoder->end; i++) {
        if (*decoder->at < '0' || *decoder->at > '7')
            break;
        code = code * 8 + (uint32_t)(*decoder->at++ - '0');
    }
    if (decoder->prefix->is_bytes)
        VEC_PUSH(decoder->arena, decoder->out, (char)code);
    else
        put_code(decoder, code);
}

static void decode_escape(Decoder *decoder) {
    static const char letters[] = "\\\\''\"\"a\ab\bf\fn\nr\rt\tv\v";
    const char *backslash = decoder->at++;
    if (decoder->at == decoder->end) { /* of a part of an f-string: a brace stands behind it */
        VEC_PUSH(decoder->arena, decoder->out, '\\');
        if (*decoder->end == '{' && !decoder->problem.escape)
            decoder->problem.escape = backslash;
        return;
    }
    char letter = *decoder->at;
    for (size_t i = 0; i + 1 < sizeof letters; i += 2) {
        if (letters[i] == letter) {
            decoder->at++;
            VEC_PUSH(decoder->arena, decoder->out, letters[i + 1]);
            return;
        }
    }
    if (letter >= '0' && letter <= '7') {
        decode_octal(decoder);
        return;
    }
    bool is_text = !decoder->prefix->is_bytes;
    bool known = letter == '\n' || letter == 'x' ||
                 (is_text && (letter == 'u' || letter == 'U' || letter == 'N'));
    if (!known) { /* the backslash stays */
        VEC_PUSH(decoder->arena, decoder->out, '\\');
        if (!decoder->problem.escape)
            decoder->problem.escape = backslash;
        return;
    }
    decoder->at++;
    if (letter == 'N')
        decode_name(decoder, backslash);
    else if (letter != '\n')
        decode_hex(decoder, backslash, letter == 'x' ? 2 : letter == 'u' ? 4 : 8);
}

LiteralProblem literal_decode(Arena *arena, ByteVec *out, Str text, const StringPrefix *prefix,
                              bool doubled_braces) {
    Decoder decoder = {.arena = arena,
                       .out = out,
                       .at = text.data,
                       .end = text.data + text.size,
                       .start = text.data,
                       .prefix = prefix};
    while (decoder.at < decoder.end) {
        char byte = *decoder.at;
        if (byte == '\\' && !prefix->is_raw) {
            decode_escape(&decoder);
            continue;
        }
        if (prefix->is_bytes && (unsigned char)byte >= 0x80 && !decoder.problem.message)
            decoder.problem.message = "bytes can only contain ASCII literal characters";
        VEC_PUSH(arena, out, byte);
        bool doubled = doubled_braces && (byte == '{' || byte == '}') &&
                       decoder.at + 1 < decoder.end && decoder.at[1] == byte;
        decoder.at += doubled ? 2 : 1;
    }
    return decoder.problem;
}

/* ---- numbers ---- */

typedef VEC(uint32_t) LimbVec; /* little-endian */

static void multiply_add(Arena *arena, LimbVec *limbs, uint32_t factor, uint32_t addend) {
    uint64_t carry = addend;
    for (size_t i = 0; i < limbs->count; i++) {
        carry += (uint64_t)limbs->items[i] * factor;
        limbs->items[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry)
        VEC_PUSH(arena, limbs, (uint32_t)carry);
}

/* Hexadecimal digits of a number whose base is a power of two, `bits` bits a digit. */
static Str digits_to_hex(Arena *arena, Str digits, unsigned bits) {
    size_t size = (digits.size * bits + 3) / 4;
    char *hex = arena_alloc(arena, size + 1);
    memset(hex, '0', size);
    uint32_t pending = 0;
    unsigned pending_bits = 0;
    size_t at = size;
    for (size_t i = digits.size; i-- > 0;) {
        pending |= (uint32_t)hex_value(digits.data[i]) << pending_bits;
        for (pending_bits += bits; pending_bits >= 4; pending_bits -= 4) {
            hex[--at] = "0123456789abcdef"[pending & 15];
            pending >>= 4;
        }
    }
    if (pending)
        hex[--at] = "0123456789abcdef"[pending & 15];
    return (Str){hex, size};
}

static Str decimal_to_hex(Arena *arena, Str digits) {
    LimbVec limbs = {0};
    for (size_t i = 0; i < digits.size; i++)
        multiply_add(arena, &limbs, 10, (uint32_t)(digits.data[i] - '0'));
    char *hex = arena_alloc(arena, limbs.count * 8 + 1);
    size_t size = 0;
    for (size_t i = limbs.count; i-- > 0; size += 8)
        snprintf(hex + size, 9, "%08x", limbs.items[i]);
    return (Str){hex, size};
}

/* Stores the number with these hexadecimal digits as small or big integer. */
static void store_hex(Str hex, AstLiteral *value) {
    while (hex.size > 0 && hex.data[0] == '0') {
        hex.data++;
        hex.size--;
    }
    uint64_t small = 0;
    bool fits = hex.size <= 16;
    for (size_t i = 0; fits && i < hex.size; i++)
        small = small << 4 | (uint64_t)hex_value(hex.data[i]);
    if (fits && small < (uint64_t)1 << MAX_SMALL_BITS) {
        value->kind = CONST_INT;
        value->integer = (int64_t)small;
    } else {
        value->kind = CONST_BIGINT;
        value->text = hex;
    }
}

static const char *decode_decimal(Arena *arena, Str digits, AstLiteral *value) {
    while (digits.size > 1 && digits.data[0] == '0') {
        digits.data++;
        digits.size--;
    }
    if (digits.size > MAX_DECIMAL_DIGITS)
        return arena_printf(
            arena,
            "Exceeds the limit (%d digits) for integer string conversion: value "
            "has %zu digits; use sys.set_int_max_str_digits() to increase the limit "
            "- Consider hexadecimal for huge integer literals to avoid decimal "
            "conversion limits.",
            MAX_DECIMAL_DIGITS, digits.size);
    if (digits.size <= 18) {
        value->kind = CONST_INT;
        value->integer = strtoll(digits.data, NULL, 10);
    } else {
        store_hex(decimal_to_hex(arena, digits), value);
    }
    return NULL;
}

const char *literal_number(Arena *arena, Str text, AstLiteral *value) {
    char *plain = arena_alloc(arena, text.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] != '_')
            plain[size++] = text.data[i];
    char last = (char)(plain[size - 1] | 0x20), base = (char)(plain[1] | 0x20);
    if (plain[0] == '0' && (base == 'x' || base == 'o' || base == 'b')) {
        unsigned bits = base == 'x' ? 4 : base == 'o' ? 3 : 1;
        store_hex(digits_to_hex(arena, (Str){plain + 2, size - 2}, bits), value);
        return NULL;
    }
    if (last == 'j') {
        value->kind = CONST_COMPLEX;
        value->real = strtod(plain, NULL);
        return NULL;
    }
    if (strpbrk(plain, ".eE")) {
        value->kind = CONST_FLOAT;
        value->real = strtod(plain, NULL);
        return NULL;
    }
    return decode_decimal(arena, (Str){plain, size}, value);
}
