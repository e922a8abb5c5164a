/*
 * codecs_escape.c — the codecs unicode_escape (text as in a string literal) and raw_unicode_escape
 * (only \u and \U). Names in \N{...} are not known here.
 */
#include "codecs.h"

static int hex_value(uint8_t byte) {
    return byte >= '0' && byte <= '9'   ? byte - '0'
           : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
           : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
                                        : -1;
}

/* Reads the digits of the \x, \u or \U escape at `start`; answers where to go on, -1: failed. */
static int64_t decode_hex(Decoder *decoder, int64_t start) {
    uint8_t letter = decoder->data[start + 1];
    int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
    int64_t at = start + 2;
    uint32_t character = 0;
    for (; digits > 0 && at < decoder->size && hex_value(decoder->data[at]) >= 0; digits--, at++)
        character = character << 4 | (uint32_t)hex_value(decoder->data[at]);
    const char *reason = letter == 'x'   ? "truncated \\xXX escape"
                         : letter == 'u' ? "truncated \\uXXXX escape"
                                         : "truncated \\UXXXXXXXX escape";
    if (digits && at == decoder->size)
        return decode_cut(decoder, start, reason);
    if (digits)
        return decode_error(decoder, start, at, reason);
    if (character > 0x10ffff)
        return decode_error(decoder, start, at, "illegal Unicode character");
    str_builder_char(&decoder->builder, character);
    return at;
}

static int64_t decode_octal(Decoder *decoder, int64_t at) {
    uint32_t character = 0;
    for (int i = 0;
         i < 3 && at < decoder->size && decoder->data[at] >= '0' && decoder->data[at] <= '7'; i++)
        character = character * 8 + (decoder->data[at++] - '0');
    str_builder_char(&decoder->builder, character);
    return at;
}

/* Decodes the escape whose backslash is at `start`. */
static int64_t decode_escape(Decoder *decoder, int64_t start) {
    static const char letters[] = "\\'\"abfnrtv", values[] = "\\'\"\a\b\f\n\r\t\v";
    uint8_t letter = decoder->data[start + 1];
    const char *found = letter ? strchr(letters, letter) : NULL;
    if (letter == '\n')
        return start + 2;
    if (found) {
        str_builder_char(&decoder->builder, (uint8_t)values[found - letters]);
        return start + 2;
    }
    if (letter >= '0' && letter <= '7')
        return decode_octal(decoder, start + 1);
    if (letter == 'x' || letter == 'u' || letter == 'U')
        return decode_hex(decoder, start);
    if (letter == 'N')
        return decode_error(decoder, start, start + 2, "malformed \\N character escape");
    str_builder_char(&decoder->builder, '\\');
    str_builder_char(&decoder->builder, letter);
    return start + 2;
}

int decode_escapes(Decoder *decoder, bool raw) {
    for (int64_t i = 0; i < decoder->size;) {
        uint8_t byte = decoder->data[i];
        if (byte != '\\') {
            str_builder_char(&decoder->builder, byte);
            i++;
        } else if (i + 1 == decoder->size && (!raw || decoder->more)) {
            i = decode_cut(decoder, i, "\\ at end of string");
        } else if (raw && i + 1 == decoder->size) {
            str_builder_char(&decoder->builder, byte);
            i++;
        } else if (!raw) {
            i = decode_escape(decoder, i);
        } else if (decoder->data[i + 1] == 'u' || decoder->data[i + 1] == 'U') {
            i = decode_hex(decoder, i);
        } else {
            str_builder_char(&decoder->builder, byte);
            str_builder_char(&decoder->builder, decoder->data[i + 1]);
            i += 2;
        }
        if (i < 0)
            return -1;
    }
    return 0;
}

/* Writes a character; answers how many bytes. */
static int escape_character(uint32_t character, bool raw, char text[12]) {
    static const char plain[] = "\t\n\r\\", letters[] = "tnr\\";
    const char *found = character && character < 0x80 ? strchr(plain, (int)character) : NULL;
    if (character >= 0x10000)
        return snprintf(text, 12, "\\U%08x", character);
    if (character >= 0x100)
        return snprintf(text, 12, "\\u%04x", character);
    if (!raw && found)
        return snprintf(text, 12, "\\%c", letters[found - plain]);
    if (!raw && (character < 0x20 || character >= 0x7f))
        return snprintf(text, 12, "\\x%02x", character);
    text[0] = (char)character;
    return 1;
}

Value encode_escapes(const StrObject *str, bool raw) {
    ByteBuffer buffer = {.what = "bytes"};
    int status = 0;
    for (int64_t i = 0; status == 0 && i < str->length; i++) {
        char text[12];
        int size = escape_character(str_at(str, i), raw, text);
        status = byte_buffer_add(&buffer, (const uint8_t *)text, size);
    }
    Value result = status == 0 ? bytes_new(buffer.data, (size_t)buffer.size) : 0;
    mem_free(buffer.data);
    return result;
}
