/* json.h — what the files of the module _json share. Private to them. */
#ifndef PYASYNCC_RT_JSON_H
#define PYASYNCC_RT_JSON_H

#include "bytes.h"
#include "numbers.h"

/* -- mod_json_scan.c -- */
/* Raises json.JSONDecodeError(message, text, position). Answers 0. */
Value json_error(const char *message, Value text, int64_t position);
/* The string literal whose first character is at `start`, behind the quote; *end: behind its
 * closing quote. New reference. */
Value json_scan_string(Value text, int64_t start, bool strict, int64_t *end);
extern Type rt_type_json_scanner;

/* -- mod_json_encode.c -- */
/* Appends `str` as a JSON string literal, in UTF-8 or, with `ascii`, in ASCII. 0 or -1. */
int json_write_string(ByteBuffer *out, Value str, bool ascii);
/* What was written as a str; frees the buffer. `failed`: only frees it. */
Value json_take_text(ByteBuffer *out, bool failed);
extern Type rt_type_json_encoder;

#endif
