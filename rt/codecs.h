/* codecs.h — what codecs*.c share. */
#ifndef PYASYNCC_RT_CODECS_H
#define PYASYNCC_RT_CODECS_H

#include "bytes.h"

typedef enum Encoding {
    ENCODING_UNKNOWN,
    ENCODING_UTF8,
    ENCODING_ASCII,
    ENCODING_LATIN1,
    ENCODING_UTF16,
    ENCODING_UTF16_LE,
    ENCODING_UTF16_BE,
    ENCODING_UTF32,
    ENCODING_UTF32_LE,
    ENCODING_UTF32_BE,
    ENCODING_UTF8_SIG,
    ENCODING_ESCAPE,
    ENCODING_RAW_ESCAPE,
    ENCODING_IDNA,
    ENCODING_PUNYCODE,
    ENCODING_CHARMAP, /* these are of codecs_more.c */
    ENCODING_UTF7,
    ENCODING_MULTIBYTE, /* codecs_multibyte.c */
    ENCODING_NOT_TEXT,  /* a codec from bytes to bytes, or from text to text */
} Encoding;

/* The table of a single-byte encoding. */
typedef struct Charmap {
    const char *name;
    const uint16_t *characters; /* of the bytes 0..255, of 128..255 if is_ascii; 0xfffe: none */
    const uint16_t *pairs;      /* character, byte: what encoding goes by in the first place */
    uint16_t pair_count;
    bool is_ascii;
} Charmap;

typedef struct Multibyte Multibyte; /* the tables of an encoding of East Asia */

/* What an encoding goes by, if it has tables. */
typedef union EncodingTable {
    const Charmap *charmap;     /* ENCODING_CHARMAP */
    const Multibyte *multibyte; /* ENCODING_MULTIBYTE */
} EncodingTable;

/* One decoding under way. */
typedef struct Decoder {
    StrBuilder builder;
    const uint8_t *data;
    int64_t size;
    const char *name, *errors;
    EncodingTable table;
    bool more;        /* this is not the end of the data: stop in front of what is incomplete */
    int64_t consumed; /* where it stopped */
} Decoder;

/* -- codecs.c -- */
/* Bytes [start, end) cannot be decoded. Answers where to go on, -1: failed. */
int64_t decode_error(Decoder *decoder, int64_t start, int64_t end, const char *reason);
/* The data ends at `start` in the middle of something: with more to come that is no error. */
int64_t decode_cut(Decoder *decoder, int64_t start, const char *reason);

/* -- codecs_escape.c: unicode_escape, and raw_unicode_escape -- */
int decode_escapes(Decoder *decoder, bool raw); /* 0 or -1 */
Value encode_escapes(const StrObject *str, bool raw);

/* -- codecs_idna.c: "idna", or "punycode"; new references, or UnicodeError -- */
Value codec_idna_encode(Value text, bool punycode);
Value codec_idna_decode(const uint8_t *data, int64_t size, bool punycode);

/* -- codecs_names.c -- */
/* The row of a sorted table of structs, `row_size` bytes each, whose first member is an alias as
 * the module encodings.aliases spells it, for a name as programs do. NULL: there is none. */
const void *codec_find_alias(const char *name, const void *rows, size_t count, size_t row_size);

/* -- codecs_more.c, which a program may be without -- */
#define RT_MORE_CODECS "builtins/encodings" /* the part's name */
typedef struct MoreCodecs {
    /* ENCODING_UNKNOWN, or what `name` stands for. */
    Encoding (*find)(const char *name, EncodingTable *table);
    /* The byte for `character`, or -1. */
    int (*byte)(const Charmap *charmap, uint32_t character);
    int (*decode)(Decoder *decoder, Encoding encoding); /* 0 or -1 */
    int (*encode_utf7)(ByteBuffer *buffer, const StrObject *str);
} MoreCodecs;
/* NULL before the part was looked for, and without it. */
extern const MoreCodecs *rt_more_codecs;

/* -- codecs_multibyte.c, which a program may be without, too -- */
#define RT_MULTIBYTE_CODECS "builtins/multibyte" /* the part's name */
enum { MULTIBYTE_MOST = 8 };                     /* bytes of a character */
typedef struct MultibyteCodecs {
    const Multibyte *(*find)(const char *name); /* NULL: it is none of these */
    const char *(*name)(const Multibyte *multibyte);
    int (*decode)(Decoder *decoder); /* 0 or -1 */
    /* Writes the bytes of `character`, answers how many; 0: it cannot be encoded, -1: MemoryError.
     */
    int (*encode)(const Multibyte *multibyte, uint32_t character, uint8_t bytes[MULTIBYTE_MOST]);
} MultibyteCodecs;
extern const MultibyteCodecs *rt_multibyte_codecs; /* NULL as above */

#endif
