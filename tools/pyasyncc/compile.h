/*
 * compile.h — one compilation: the stages in their order.
 */
#ifndef PYASYNCC_TOOLS_COMPILE_H
#define PYASYNCC_TOOLS_COMPILE_H

#include "options.h"

/* A compilation in progress; everything lives in `arena`. */
typedef struct Compilation {
    Arena *arena;
    const Options *options;
    const char *home; /* lib/pyasyncc: the runtime; may be NULL for EMIT_AST and EMIT_IR */
    DiagSink *diags;
    Program *program; /* set by compile_read */
} Compilation;

/* Reads and checks the program and all it imports. Answers an ExitStatus; diagnostics are printed.
 */
int compile_read(Compilation *compilation);
/* Is asyncio's debug mode asked for in the environment? Then programs are compiled for it. */
bool compile_for_debug_mode(void);

/* Compiles the program that was read into `output` ("-" is standard output), which appears whole or
 * not at all. Answers an ExitStatus; diagnostics are printed. */
int compile_write(Compilation *compilation, const char *output);

/* Compiles the program that was read and prints what it imports instead of writing it. Answers an
 * ExitStatus. */
int compile_imports(Compilation *compilation);

/* The folder lib/pyasyncc, which may not exist: $PYASYNCC_HOME, or beside the folder of this
 * executable; NULL if that is unknown. */
const char *compile_home(Arena *arena);

/* Does `home` hold a runtime for `target`? If not, that is reported. */
bool compile_check_home(Arena *arena, const char *home, CodegenTarget target);

#endif
