/*
 * output.h — output files that appear whole or not at all.
 */
#ifndef PYASYNCC_TOOLS_OUTPUT_H
#define PYASYNCC_TOOLS_OUTPUT_H

#include "frontend/base.h"

/* A file being written: the bytes go to `scratch`, and to `path` when all is well. */
typedef struct Output {
    const char *path;    /* what the user asked for; "-" is standard output */
    const char *scratch; /* write here; not there yet if `folder` is set */
    const char *folder;  /* the scratch file's own folder, or NULL */
    bool copied;         /* `path` is a stream or a device: copy instead of renaming */
} Output;

/* Prepares to write `path`: makes the scratch file or its folder. False if that is impossible
 * (reported). */
bool output_begin(Output *output, Arena *arena, const char *path);

/* Puts the scratch file in place of `path`, executable or not. False on failure (reported); the
 * scratch file is gone either way. */
bool output_commit(Output *output, bool executable);

/* Gives up: removes the scratch file, leaving what was at `path` before. */
void output_discard(Output *output);

/* Makes an empty temporary file in $TMPDIR or /tmp; NULL if that is impossible (reported). */
char *temporary_file(Arena *arena);

#endif
