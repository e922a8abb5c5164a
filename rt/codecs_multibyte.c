/*
 * codecs_multibyte.c — the part of the runtime with the encodings of East Asia: a character is one
 * byte, or a lead byte and what follows it, by tables (tools/gen_multibyte.py). A program has it if
 * it mentions one of their names where names of encodings stand, or computes such names (see
 * parts.def). Those that shift between sets of characters (ISO-2022, HZ) and those of JIS X 0213
 * and HKSCS, in which two characters may share a sequence, are not here.
 */
#include "codecs.h"

#include <stdlib.h>

/* The characters of the trail bytes first..last behind one lead byte. */
typedef struct CodeRow {
    const uint16_t *characters; /* NOTHING where there is none; NULL: an empty row */
    uint8_t first, last;
} CodeRow;

/* What an encoding has beside its rows. */
typedef enum MultibyteRest {
    MULTIBYTE_PLAIN,
    MULTIBYTE_GB18030, /* four bytes for every other character */
    MULTIBYTE_LETTERS, /* EUC-KR: eight bytes for the syllables that it has not */
} MultibyteRest;

struct Multibyte {
    const char *name;
    const uint16_t *singles;    /* the characters of the 256 bytes; NOTHING; LEAD */
    const CodeRow *pairs;       /* of the lead bytes from 0x80 on */
    const CodeRow *triples;     /* behind TRIPLE, likewise; or NULL */
    const uint16_t *exceptions; /* character, code: what encoding goes by, and not by the rows */
    uint16_t exception_count;
    MultibyteRest rest;
};

/* Codes of four bytes in GB18030 that stand for characters which follow each other, too. */
typedef struct FourByteRun {
    uint16_t code, character, count;
} FourByteRun;

typedef struct MultibyteAlias {
    const char *alias;
    uint16_t place;
} MultibyteAlias;

enum {
    NOTHING = 0xfffe,
    LEAD = 0xffff,
    FIRST_LEAD = 0x80,
    TRIPLE = 0x8f,
    PLANE = 0x10000, /* characters that the tables may have */
    NO_CHARACTER = 0x110000,
};

#include "multibytes.h"

enum { MULTIBYTE_COUNT = sizeof multibytes / sizeof *multibytes };

/* ---- GB18030's four bytes -------------------------------------------------------------------- */

/* They count like the digits of a number of mixed radix; from BEYOND on for U+10000 and up. */
enum { BEYOND = 15 * 10 * 126 * 10 };

static bool in_range(uint8_t byte, uint8_t low, uint8_t high) {
    return low <= byte && byte <= high;
}

static uint32_t four_byte_character(const uint8_t *bytes) {
    if (!in_range(bytes[0], 0x81, 0xfe) || !in_range(bytes[2], 0x81, 0xfe) ||
        !in_range(bytes[3], '0', '9'))
        return NO_CHARACTER;
    uint32_t code = bytes[0] - 0x81u;
    code = code * 10 + bytes[1] - '0';
    code = code * 126 + bytes[2] - 0x81u;
    code = code * 10 + bytes[3] - '0';
    if (code >= BEYOND)
        return code - BEYOND <= 0x10ffff - PLANE ? code - BEYOND + PLANE : NO_CHARACTER;
    for (size_t i = 0; i < sizeof four_byte_runs / sizeof *four_byte_runs; i++)
        if (code - four_byte_runs[i].code < four_byte_runs[i].count)
            return four_byte_runs[i].character + code - four_byte_runs[i].code;
    return NO_CHARACTER;
}

static int four_byte_encode(uint32_t character, uint8_t *bytes) {
    uint32_t code = character >= PLANE ? character - PLANE + BEYOND : UINT32_MAX;
    for (size_t i = 0; code == UINT32_MAX && i < sizeof four_byte_runs / sizeof *four_byte_runs;
         i++)
        if (character - four_byte_runs[i].character < four_byte_runs[i].count)
            code = four_byte_runs[i].code + character - four_byte_runs[i].character;
    if (code == UINT32_MAX)
        return 0;
    bytes[3] = (uint8_t)('0' + code % 10);
    bytes[2] = (uint8_t)(0x81 + code / 10 % 126);
    bytes[1] = (uint8_t)('0' + code / (10 * 126) % 10);
    bytes[0] = (uint8_t)(0x81 + code / (10 * 126 * 10));
    return 4;
}

/* ---- EUC-KR's syllables by letters (KS X 1001, annex 3)
 * ------------------------------------------ LETTER and a filler, then LETTER and the first, the
 * middle and the last letter. */

enum { LETTER = 0xa4, FILLER = 0xd4, LETTERS_SIZE = 8, FIRST_VOWEL = 0xbf };
enum { SYLLABLES = 0xac00, VOWELS = 21, LASTS = 28, SYLLABLE_COUNT = 19 * VOWELS * LASTS };

static const uint8_t *find_letter(const uint8_t *letters, size_t count, uint8_t byte) {
    return memchr(letters, byte, count);
}

static uint32_t letters_character(const uint8_t *bytes) {
    if (bytes[2] != LETTER || bytes[4] != LETTER || bytes[6] != LETTER)
        return NO_CHARACTER;
    const uint8_t *first = find_letter(first_letters, sizeof first_letters, bytes[3]);
    const uint8_t *last = find_letter(last_letters, sizeof last_letters, bytes[7]);
    if (!first || !last || !in_range(bytes[5], FIRST_VOWEL, FIRST_VOWEL + VOWELS - 1))
        return NO_CHARACTER;
    uint32_t vowel = bytes[5] - (uint32_t)FIRST_VOWEL;
    return SYLLABLES + ((uint32_t)(first - first_letters) * VOWELS + vowel) * LASTS +
           (uint32_t)(last - last_letters);
}

static int letters_encode(uint32_t character, uint8_t *bytes) {
    uint32_t syllable = character - SYLLABLES;
    if (syllable >= SYLLABLE_COUNT)
        return 0;
    bytes[0] = bytes[2] = bytes[4] = bytes[6] = LETTER;
    bytes[1] = FILLER;
    bytes[3] = first_letters[syllable / (VOWELS * LASTS)];
    bytes[5] = (uint8_t)(FIRST_VOWEL + syllable / LASTS % VOWELS);
    bytes[7] = last_letters[syllable % LASTS];
    return LETTERS_SIZE;
}

/* ---- decoding -------------------------------------------------------------------------------- */

static uint32_t table_character(uint16_t character) {
    return character == NOTHING ? (uint32_t)NO_CHARACTER : character;
}

static uint32_t row_character(const CodeRow *rows, uint8_t lead, uint8_t trail) {
    const CodeRow *row = lead < FIRST_LEAD ? NULL : &rows[lead - FIRST_LEAD];
    return row && row->characters && in_range(trail, row->first, row->last)
               ? table_character(row->characters[trail - row->first])
               : NO_CHARACTER;
}

/* How many bytes there must be behind and with the lead byte, as far as the first of `left` tell.
 */
static int sequence_size(const Multibyte *multibyte, const uint8_t *bytes, int64_t left) {
    if (multibyte->triples && *bytes == TRIPLE)
        return 3;
    if (multibyte->rest == MULTIBYTE_GB18030 && left > 1 && in_range(bytes[1], '0', '9'))
        return 4;
    if (multibyte->rest == MULTIBYTE_LETTERS && left > 1 && *bytes == LETTER && bytes[1] == FILLER)
        return LETTERS_SIZE;
    return 2;
}

static uint32_t sequence_character(const Multibyte *multibyte, const uint8_t *bytes, int size) {
    switch (size) {
    case 3:
        return row_character(multibyte->triples, bytes[1], bytes[2]);
    case 4:
        return four_byte_character(bytes);
    case LETTERS_SIZE:
        return letters_character(bytes);
    default:
        return row_character(multibyte->pairs, bytes[0], bytes[1]);
    }
}

/* Answers where to go on, -1: failed. */
static int64_t decode_character(Decoder *decoder, int64_t at) {
    const Multibyte *multibyte = decoder->table.multibyte;
    const uint8_t *bytes = decoder->data + at;
    int64_t left = decoder->size - at;
    uint32_t character = table_character(multibyte->singles[*bytes]);
    int size = 1;
    if (character == LEAD) {
        size = sequence_size(multibyte, bytes, left);
        if (size > left)
            return decode_cut(decoder, at, "incomplete multibyte sequence");
        character = sequence_character(multibyte, bytes, size);
    }
    if (character == NO_CHARACTER)
        return decode_error(decoder, at, at + 1, "illegal multibyte sequence");
    str_builder_char(&decoder->builder, character);
    return at + size;
}

static int multibyte_decode(Decoder *decoder) {
    for (int64_t at = 0; at < decoder->size;)
        if ((at = decode_character(decoder, at)) < 0)
            return -1;
    return 0;
}

/* ---- encoding -------------------------------------------------------------------------------- */

/* By character: its code, the bytes as one number, 0 if it has none; of three bytes the last two,
 * the very last without its highest bit. Made when an encoding is first encoded to. */
static uint16_t *inverses[MULTIBYTE_COUNT];

static void drop_inverses(void) {
    for (size_t i = 0; i < MULTIBYTE_COUNT; i++) {
        mem_free(inverses[i]);
        inverses[i] = NULL;
    }
}

static void invert_rows(const CodeRow *rows, unsigned mask, uint16_t *inverse) {
    for (unsigned lead = 0; lead < 256 - FIRST_LEAD; lead++)
        for (unsigned trail = rows[lead].first; rows[lead].characters && trail <= rows[lead].last;
             trail++) {
            unsigned code = (lead + FIRST_LEAD) << 8 | (trail & mask);
            inverse[rows[lead].characters[trail - rows[lead].first]] = (uint16_t)code;
        }
}

/* Of several codes for a character the last one counts, as tools/gen_multibyte.py knows. */
static void fill_inverse(const Multibyte *multibyte, uint16_t *inverse) {
    for (unsigned byte = 0; byte < 256; byte++)
        if (multibyte->singles[byte] < NOTHING)
            inverse[multibyte->singles[byte]] = (uint16_t)byte;
    invert_rows(multibyte->pairs, 0xff, inverse);
    if (multibyte->triples)
        invert_rows(multibyte->triples, 0x7f, inverse);
    for (unsigned i = 0; i < multibyte->exception_count; i++)
        inverse[multibyte->exceptions[2 * i]] = multibyte->exceptions[2 * i + 1];
    inverse[NOTHING] = 0;
}

static const uint16_t *inverse_of(const Multibyte *multibyte) {
    uint16_t **inverse = &inverses[multibyte - multibytes];
    if (!*inverse && (*inverse = mem_alloc_items(PLANE, sizeof **inverse))) {
        memset(*inverse, 0, PLANE * sizeof **inverse);
        fill_inverse(multibyte, *inverse);
    }
    return *inverse;
}

static int write_code(const Multibyte *multibyte, unsigned code, uint8_t *bytes) {
    if (code < 0x100) {
        bytes[0] = (uint8_t)code;
        return 1;
    }
    bool triple = multibyte->triples && !(code & 0x80);
    bytes[0] = TRIPLE;
    bytes[triple] = (uint8_t)(code >> 8);
    bytes[triple + 1] = (uint8_t)(triple ? code | 0x80 : code);
    return 2 + triple;
}

static int multibyte_encode(const Multibyte *multibyte, uint32_t character,
                            uint8_t bytes[MULTIBYTE_MOST]) {
    const uint16_t *inverse = inverse_of(multibyte);
    if (!inverse)
        return -1;
    unsigned code = character < PLANE ? inverse[character] : 0;
    if (code || !character)
        return write_code(multibyte, code, bytes);
    return multibyte->rest == MULTIBYTE_GB18030   ? four_byte_encode(character, bytes)
           : multibyte->rest == MULTIBYTE_LETTERS ? letters_encode(character, bytes)
                                                  : 0;
}

/* ---- the part -------------------------------------------------------------------------------- */

static const Multibyte *multibyte_find(const char *name) {
    const MultibyteAlias *found = codec_find_alias(
        name, multibyte_aliases, sizeof multibyte_aliases / sizeof *multibyte_aliases,
        sizeof *multibyte_aliases);
    return found ? &multibytes[found->place] : NULL;
}

static const char *multibyte_name(const Multibyte *multibyte) {
    return multibyte->name;
}

static const MultibyteCodecs codecs = {multibyte_find, multibyte_name, multibyte_decode,
                                       multibyte_encode};

static int part_init(ModuleObject *module) {
    (void)module;
    rt_multibyte_codecs = &codecs;
    rt_at_finish(drop_inverses);
    return 0;
}

const NativeModule pyrt_part_multibyte = {RT_MULTIBYTE_CODECS, part_init};
