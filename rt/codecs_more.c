/*
 * codecs_more.c — the part of the runtime with the encodings that few programs use: all those of
 * one byte a character, from tables (tools/gen_charmaps.py), and UTF-7 (RFC 2152). A program has it
 * if it mentions one of their names where names of encodings stand, or computes such names (see
 * parts.def); codecs.c looks for it when it meets a name that it does not know.
 */
#include "codecs.h"

#include <stdlib.h>

/* A name as encodings.aliases and the modules of `encodings` spell it. */
typedef struct EncodingAlias {
    const char *alias;
    Encoding encoding;
    uint16_t charmap; /* ENCODING_CHARMAP: which */
} EncodingAlias;

#include "charmaps.h"

enum { UNMAPPED = 0xfffe, BYTES = 256 };

/* ---- names ----------------------------------------------------------------------------------- */

static Encoding more_find(const char *name, EncodingTable *table) {
    const EncodingAlias *found =
        codec_find_alias(name, encoding_aliases, sizeof encoding_aliases / sizeof *encoding_aliases,
                         sizeof *encoding_aliases);
    if (!found)
        return ENCODING_UNKNOWN;
    if (found->encoding == ENCODING_CHARMAP)
        table->charmap = &charmaps[found->charmap];
    return found->encoding;
}

/* ---- tables ---------------------------------------------------------------------------------- */

static uint32_t charmap_character(const Charmap *charmap, uint8_t byte) {
    if (!charmap->is_ascii)
        return charmap->characters[byte];
    return byte < 0x80 ? byte : charmap->characters[byte - 0x80];
}

static int compare_numbers(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

/* What one table encodes, in order: character << 9 | rank << 8 | byte, where rank 0 is a pair of
 * the table's own and goes before what follows from decoding. */
typedef struct Inverse {
    const Charmap *charmap;
    uint32_t entries[2 * BYTES];
    size_t count;
} Inverse;

/* The one that was used last. */
static Inverse inverse;

static void make_inverse(const Charmap *charmap) {
    inverse.charmap = charmap;
    inverse.count = 0;
    for (size_t i = 0; i < charmap->pair_count; i++)
        inverse.entries[inverse.count++] =
            (uint32_t)charmap->pairs[2 * i] << 9 | charmap->pairs[2 * i + 1];
    for (unsigned byte = 0; byte < BYTES; byte++) {
        uint32_t character = charmap_character(charmap, (uint8_t)byte);
        if (character != UNMAPPED)
            inverse.entries[inverse.count++] = character << 9 | 1u << 8 | byte;
    }
    qsort(inverse.entries, inverse.count, sizeof *inverse.entries, compare_numbers);
}

static int more_byte(const Charmap *charmap, uint32_t character) {
    if (charmap->is_ascii && character < 0x80 && !charmap->pair_count)
        return (int)character;
    if (inverse.charmap != charmap)
        make_inverse(charmap);
    size_t low = 0, high = inverse.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (inverse.entries[middle] < character << 9)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == inverse.count || inverse.entries[low] >> 9 != character)
        return -1;
    return (int)(inverse.entries[low] & 0xff);
}

static int decode_charmap(Decoder *decoder) {
    for (int64_t i = 0; i < decoder->size;) {
        uint32_t character = charmap_character(decoder->table.charmap, decoder->data[i]);
        if (character != UNMAPPED) {
            str_builder_char(&decoder->builder, character);
            i++;
        } else if ((i = decode_error(decoder, i, i + 1, "character maps to <undefined>")) < 0) {
            return -1;
        }
    }
    return 0;
}

/* ---- UTF-7 ----------------------------------------------------------------------------------- */

static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int base64_value(uint32_t character) {
    const char *found = character && character < 0x80 ? strchr(base64, (int)character) : NULL;
    return found ? (int)(found - base64) : -1;
}

/* A run of base64 between '+' and its end. */
typedef struct Shift {
    bool active;
    unsigned bits; /* in `buffer`, not used yet */
    uint64_t buffer;
    uint32_t surrogate; /* the first half of a pair, or 0 */
    int64_t start;      /* where the '+' stands */
    int64_t out_start;  /* the text's length there */
} Shift;

static bool is_direct(uint32_t character) {
    if (character >= 0x80 || character == '+' || character == '\\' || character == '~')
        return false;
    return (character >= ' ' && character < 0x7f) || character == '\t' || character == '\n' ||
           character == '\r';
}

/* One more character of base64. */
static void shift_in(Decoder *decoder, Shift *shift, unsigned value) {
    shift->buffer = shift->buffer << 6 | value;
    shift->bits += 6;
    if (shift->bits < 16)
        return;
    shift->bits -= 16;
    uint32_t unit = (uint32_t)(shift->buffer >> shift->bits) & 0xffff;
    shift->buffer &= (1u << shift->bits) - 1;
    uint32_t first = shift->surrogate;
    shift->surrogate = 0;
    if (first && unit >= 0xdc00 && unit < 0xe000) {
        str_builder_char(&decoder->builder, 0x10000 + ((first - 0xd800) << 10) + unit - 0xdc00);
        return;
    }
    if (first)
        str_builder_char(&decoder->builder, first);
    if (unit >= 0xd800 && unit < 0xdc00)
        shift->surrogate = unit;
    else
        str_builder_char(&decoder->builder, unit);
}

/* The run ends in front of `byte` at `at`; answers where to go on, -1: failed. */
static int64_t shift_out(Decoder *decoder, Shift *shift, int64_t at, uint8_t byte) {
    shift->active = false;
    if (shift->bits >= 6)
        return decode_error(decoder, shift->start, at + 1, "partial character in base64 sequence");
    if (shift->bits && shift->buffer)
        return decode_error(decoder, shift->start, at + 1,
                            "non-zero padding bits in shift sequence");
    if (shift->surrogate && byte < 0x80 && byte != '+')
        str_builder_char(&decoder->builder, shift->surrogate);
    shift->surrogate = 0;
    return byte == '-' ? at + 1 : at;
}

/* A '+' at `at`. */
static int64_t shift_begin(Decoder *decoder, Shift *shift, int64_t at) {
    uint8_t next = at + 1 < decoder->size ? decoder->data[at + 1] : 'A';
    if (next == '-') {
        str_builder_char(&decoder->builder, '+');
        return at + 2;
    }
    if (base64_value(next) < 0)
        return decode_error(decoder, at, at + 2, "ill-formed sequence");
    *shift = (Shift){.active = true, .start = at, .out_start = decoder->builder.length};
    return at + 1;
}

static int64_t decode_utf7_byte(Decoder *decoder, Shift *shift, int64_t at) {
    uint8_t byte = decoder->data[at];
    int value = shift->active ? base64_value(byte) : -1;
    if (value >= 0) {
        shift_in(decoder, shift, (unsigned)value);
        return at + 1;
    }
    if (shift->active)
        return shift_out(decoder, shift, at, byte);
    if (byte == '+')
        return shift_begin(decoder, shift, at);
    if (byte >= 0x80)
        return decode_error(decoder, at, at + 1, "unexpected special character");
    str_builder_char(&decoder->builder, byte);
    return at + 1;
}

static int decode_utf7(Decoder *decoder) {
    Shift shift = {0};
    for (int64_t at = 0; at < decoder->size;) {
        at = decode_utf7_byte(decoder, &shift, at);
        if (at < 0)
            return -1;
        if (at < decoder->size || !shift.active || decoder->more)
            continue;
        shift.active = false;
        if (shift.surrogate || shift.bits >= 6 || (shift.bits && shift.buffer))
            at = decode_error(decoder, shift.start, decoder->size, "unterminated shift sequence");
        if (at < 0)
            return -1;
    }
    if (shift.active && decoder->more) { /* with the next piece it starts again */
        decoder->builder.length = shift.out_start;
        decoder->consumed = shift.start;
    }
    return 0;
}

static int more_decode(Decoder *decoder, Encoding encoding) {
    return encoding == ENCODING_UTF7 ? decode_utf7(decoder) : decode_charmap(decoder);
}

static int add_byte(ByteBuffer *buffer, char byte) {
    return byte_buffer_add(buffer, (const uint8_t *)&byte, 1);
}

static int add_unit(ByteBuffer *buffer, Shift *shift, uint32_t unit) {
    int status = 0;
    shift->buffer = shift->buffer << 16 | unit;
    for (shift->bits += 16; status == 0 && shift->bits >= 6; shift->bits -= 6)
        status = add_byte(buffer, base64[shift->buffer >> (shift->bits - 6) & 63]);
    shift->buffer &= (1u << shift->bits) - 1;
    return status;
}

static int add_shifted(ByteBuffer *buffer, Shift *shift, uint32_t character) {
    if (!shift->active && add_byte(buffer, '+') < 0)
        return -1;
    shift->active = true;
    if (character < 0x10000)
        return add_unit(buffer, shift, character);
    character -= 0x10000;
    return add_unit(buffer, shift, 0xd800 + (character >> 10)) < 0
               ? -1
               : add_unit(buffer, shift, 0xdc00 + (character & 0x3ff));
}

/* Ends the run; `next` is what follows, which may need a '-' in front. */
static int end_shifted(ByteBuffer *buffer, Shift *shift, uint32_t next) {
    int status = 0;
    if (shift->bits)
        status = add_byte(buffer, base64[shift->buffer << (6 - shift->bits) & 63]);
    *shift = (Shift){0};
    if (status == 0 && (next == '-' || base64_value(next) >= 0))
        status = add_byte(buffer, '-');
    return status;
}

static int encode_utf7(ByteBuffer *buffer, const StrObject *str) {
    Shift shift = {0};
    int status = 0;
    for (int64_t i = 0; status == 0 && i < str->length; i++) {
        uint32_t character = str_at(str, i);
        if (is_direct(character)) {
            if (shift.active)
                status = end_shifted(buffer, &shift, character);
            if (status == 0)
                status = add_byte(buffer, (char)character);
        } else if (character == '+' && !shift.active) {
            status = byte_buffer_add(buffer, (const uint8_t *)"+-", 2);
        } else {
            status = add_shifted(buffer, &shift, character);
        }
    }
    return status == 0 && shift.active ? end_shifted(buffer, &shift, '-') : status;
}

/* ---- the part -------------------------------------------------------------------------------- */

static const MoreCodecs more = {more_find, more_byte, more_decode, encode_utf7};

static int part_init(ModuleObject *module) {
    (void)module;
    rt_more_codecs = &more;
    return 0;
}

const NativeModule pyrt_part_encodings = {RT_MORE_CODECS, part_init};
