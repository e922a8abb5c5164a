/*
 * depfile.c — -MD: one make rule that names every source file a compilation read.
 */
#include "depfile.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "options.h"
#include "output.h"

/* A path as make reads it: spaces and # behind a backslash, $ doubled. */
static void print_path(FILE *file, const char *path) {
    for (; *path; path++) {
        if (*path == ' ' || *path == '#')
            fputc('\\', file);
        if (*path == '$')
            fputc('$', file);
        fputc(*path, file);
    }
}

static bool print_rule(const char *scratch, const Program *program, const char *output) {
    FILE *file = fopen(scratch, "w");
    if (!file)
        return false;
    print_path(file, output);
    fputc(':', file);
    for (size_t i = 0; i < program->files.count; i++) {
        fputs(" \\\n  ", file);
        print_path(file, program->files.items[i]);
    }
    fputc('\n', file);
    bool good = !ferror(file);
    return fclose(file) == 0 && good;
}

bool depfile_write(Arena *arena, const Program *program, const char *output) {
    const char *slash = strrchr(output, '/');
    const char *dot = strrchr(slash ? slash : output, '.');
    int stem = (int)(dot && dot[1] && dot != output ? (size_t)(dot - output) : strlen(output));
    char *path = arena_printf(arena, "%.*s.d", stem, output);
    Output depfile;
    if (!output_begin(&depfile, arena, path))
        return false;
    if (!print_rule(depfile.scratch, program, output)) {
        report_error("cannot write %s: %s", path, strerror(errno));
        output_discard(&depfile);
        return false;
    }
    return output_commit(&depfile, false);
}
