/*
 * ir-opt — runs passes over IR in its textual form, for the tests of passes:
 *
 *   ir-opt --pass=NAME[,NAME...] FILE.ir      ("-" reads standard input)
 *
 * Reads and verifies the file, runs the passes in the order given, verifying after each, and prints
 * the result. Without --pass it prints what it read. Exit status: 0; 1 the IR is not valid; 2 the
 * command line is at fault. Part of the build tree, not installed.
 */
#include "lower/pass.h"

#include <stdio.h>
#include <string.h>

typedef VEC(char) Text;

static bool read_file(Arena *arena, const char *path, Text *text) {
    FILE *file = strcmp(path, "-") ? fopen(path, "rb") : stdin;
    if (!file) {
        fprintf(stderr, "ir-opt: cannot read %s\n", path);
        return false;
    }
    for (int byte; (byte = getc(file)) != EOF;)
        VEC_PUSH(arena, text, (char)byte);
    VEC_PUSH(arena, text, '\0');
    if (file != stdin)
        fclose(file);
    return true;
}

/* Runs the passes of the comma-separated list `names`. Answers an exit status. */
static int run_passes(Arena *arena, IrProgram *program, const char *names) {
    while (*names) {
        size_t size = strcspn(names, ",");
        const char *name = arena_copy(arena, names, size);
        names += size + (names[size] == ',');
        if (!pass_run(program, name)) {
            fprintf(stderr, "ir-opt: there is no pass named %s\n", name);
            return 2;
        }
        if (!pass_verify(program, name))
            return 1;
    }
    return 0;
}

static int process(Arena *arena, const char *path, const char *passes) {
    Text text = {0};
    const char *error;
    if (!read_file(arena, path, &text))
        return 2;
    IrProgram *program = ir_read(arena, text.items, &error);
    if (!program) {
        fprintf(stderr, "%s: %s\n", path, error);
        return 1;
    }
    if (!pass_verify(program, "read"))
        return 1;
    int status = run_passes(arena, program, passes);
    if (status)
        return status;
    Str result = ir_print(arena, program);
    fwrite(result.data, 1, result.size, stdout);
    return 0;
}

int main(int argc, char **argv) {
    const char *passes = "", *path = NULL;
    for (int i = 1; i < argc; i++) {
        if (!strncmp(argv[i], "--pass=", 7))
            passes = argv[i] + 7;
        else if (!path)
            path = argv[i];
        else
            path = "";
    }
    if (!path || !*path) {
        fputs("usage: ir-opt [--pass=NAME[,NAME...]] FILE.ir\n", stderr);
        return 2;
    }
    Arena *arena = arena_new();
    int status = process(arena, path, passes);
    arena_free(arena);
    return status;
}
