/*
 * main.c — the pyasyncc command: reads the command line, compiles, and with `run` becomes the
 * program. The stages are in compile.c.
 */
#include <stdio.h>

#include "compile.h"
#include "crash.h"
#include "run.h"

static int drive(Arena *arena, const Options *options) {
    if (options->print_passes) {
        lower_print_passes(stdout);
        return EXIT_COMPILED;
    }
    crash_install(options->input);
    Compilation compilation = {.arena = arena, .options = options, .home = compile_home(arena)};
    bool needs_runtime = options->emit != EMIT_AST && options->emit != EMIT_IR;
    if (needs_runtime && !compile_check_home(arena, compilation.home, options->codegen.target))
        return EXIT_COMMAND;
    int status = compile_read(&compilation);
    if (status != EXIT_COMPILED)
        return status;
    if (options->imports)
        return compile_imports(&compilation);
    if (options->run)
        return run_program(&compilation);
    return compile_write(&compilation, options_output(options, arena));
}

int main(int argc, char **argv) {
    Arena *arena = arena_new();
    Options options;
    int status = options_read(&options, arena, argc, argv);
    if (status < 0)
        status = drive(arena, &options);
    crash_keep_files(); /* their names are in the arena */
    arena_free(arena);
    bool written = fflush(stdout) == 0 && !ferror(stdout);
    if (written || status != EXIT_COMPILED) /* a failure was reported already */
        return status;
    report_error("cannot write standard output");
    return EXIT_COMMAND;
}
