/*
 * source.h — from a path to a Source: reading the file, its encoding (PEP 263), newlines.
 */
#ifndef PYASYNCC_FRONTEND_SOURCE_H
#define PYASYNCC_FRONTEND_SOURCE_H

#include "diag.h"

/* Reads the file `path` ("-" is standard input). Reports to `diags` and returns NULL if it cannot
 * be read, is not text in an encoding we know, or is too large. */
Source *source_read(Arena *arena, DiagSink *diags, const char *path);

/* A source with the `size` bytes at `bytes` as its file's contents; errors as above. */
Source *source_from_bytes(Arena *arena, DiagSink *diags, const char *path, const char *bytes,
                          size_t size);

#endif
