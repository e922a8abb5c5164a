/*
 * unicode.h — the little Unicode knowledge the frontend needs: UTF-8 in and out, identifier
 * characters, NFKC for identifiers, display width and names for \N{...}.
 */
#ifndef PYASYNCC_FRONTEND_UNICODE_H
#define PYASYNCC_FRONTEND_UNICODE_H

#include "base.h"

/* Decodes the character at `text` (at most `size` bytes, size > 0) into `*code`. Returns its length
 * in bytes, or 0 if the bytes are not valid UTF-8 (overlong forms and surrogates are not). */
size_t utf8_decode(const char *text, size_t size, uint32_t *code);

/* Encodes `code` (any value up to 0x10FFFF; surrogates too, as three bytes) into `out` (4 bytes of
 * room) and returns the length. */
size_t utf8_encode(uint32_t code, char *out);

/* The number of bytes of `text` that are valid UTF-8, counted from its start. */
size_t utf8_valid_prefix(const char *text, size_t size);

/* May `code` start, or continue, a Python identifier? */
bool unicode_is_id_start(uint32_t code);
bool unicode_is_id_continue(uint32_t code);

/* Does repr() show the character as it is (str.isprintable)? */
bool unicode_is_printable(uint32_t code);

/* Terminal columns the character takes: 0 (combining), 1 or 2 (East Asian wide). */
int unicode_width(uint32_t code);

/* The normalisation form KC of valid UTF-8: `text` itself if it has this form, else new text in
 * `arena`. Algorithm: Unicode Standard Annex 15. */
Str unicode_nfkc(Arena *arena, const char *text, size_t size);

/* The character called `name` (as in \N{name}; case does not matter). Returns 0xFFFFFFFF if there
 * is none. */
uint32_t unicode_lookup_name(const char *name, size_t size);

#endif
