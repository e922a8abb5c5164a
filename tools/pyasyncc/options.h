/*
 * options.h — the command line as a structure. options.def lists the options.
 */
#ifndef PYASYNCC_TOOLS_OPTIONS_H
#define PYASYNCC_TOOLS_OPTIONS_H

#include "codegen/codegen.h"

/* Exit statuses; part of the command line's contract. */
enum ExitStatus {
    EXIT_COMPILED = 0,
    EXIT_PROGRAM = 1,  /* the program is at fault; diagnostics were printed */
    EXIT_COMMAND = 2,  /* the command line, a file it names, or a missing tool is at fault */
    EXIT_INTERNAL = 70 /* a bug in the compiler, or no memory */
};

/* What --emit= knows beyond codegen's kinds: the earlier stages' own forms. */
enum { EMIT_AST = EMIT_BITCODE + 1, EMIT_IR };

/* What the command line asks for. Strings point into argv. */
typedef struct Options {
    bool run;           /* `pyasyncc run`: execute what was compiled */
    const char *input;  /* the main program; "-" is standard input */
    const char *output; /* -o, or NULL */
    int emit;           /* enum CodegenEmit, EMIT_AST or EMIT_IR */
    bool depfile;
    bool imports;           /* print what is imported instead of writing anything */
    EvaluatorUse evaluator; /* --dynamic, --no-dynamic */
    bool print_passes;
    DiagOptions diag;
    LowerOptions lower;
    CodegenOptions codegen;         /* its `emit` and `home` are set when it is used */
    VEC(const char *) search_paths; /* -I */
    char **arguments;               /* of the program, for `run`; NULL-terminated */
} Options;

/* Reads the command line into `options`, whose vectors live in `arena`. Answers -1 to go on, or the
 * exit status to end with: a mistake was reported, or --help or --version was printed. */
int options_read(Options *options, Arena *arena, int argc, char **argv);

/* The name a compilation writes to: -o, or the default for the kind of output; "-" is standard
 * output. */
const char *options_output(const Options *options, Arena *arena);

/* `path` without its folders and without its last extension. */
const char *path_stem(Arena *arena, const char *path);

/* Prints "pyasyncc: error: ..." to standard error. */
void report_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
