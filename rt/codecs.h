/* codecs.h — what codecs.c, codecs_escape.c and codecs_idna.c share. */
#ifndef PYASYNCC_RT_CODECS_H
#define PYASYNCC_RT_CODECS_H

#include "bytes.h"

/* One decoding under way. */
typedef struct Decoder {
    StrBuilder builder;
    const uint8_t *data;
    int64_t size;
    const char *name, *errors;
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

#endif
