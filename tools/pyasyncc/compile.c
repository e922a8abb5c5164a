/*
 * compile.c — one compilation: read (frontend), lower, emit (codegen). User errors accumulate
 * within a stage and stop before the next one.
 */
#include "compile.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "depfile.h"
#include "imports.h"
#include "output.h"

static bool is_native_module(const char *dotted_name) {
#define NATIVE_MODULE(name, suffix)                                                                \
    if (!strcmp(dotted_name, name))                                                                \
        return true;
#include "rt/modules.def"
#undef NATIVE_MODULE
#define PART(package, module, names)
#define NATIVE_PART(package, part, names)
#define SUBMODULE(package, name)                                                                   \
    if (!strcmp(dotted_name, package "." name))                                                    \
        return true;
#include "rt/parts.def"
#undef SUBMODULE
#undef NATIVE_PART
#undef PART
    return false;
}

static const FrontendPart parts[] = {
#define PART(package, module, names)      {package, module, names, false},
#define NATIVE_PART(package, part, names) {package, package "/" #part, names, true},
#define SUBMODULE(package, name)
#include "rt/parts.def"
#undef SUBMODULE
#undef NATIVE_PART
#undef PART
};

static const char *const called[] = {
#define CALLED(name) #name,
#include "rt/called.def"
#undef CALLED
};

/* Can the main program be read at all? Errors inside it are the frontend's business. */
static bool check_input(const char *path) {
    if (!strcmp(path, "-"))
        return true;
    struct stat info;
    if (stat(path, &info) != 0 || access(path, R_OK) != 0) {
        report_error("cannot read %s: %s", path, strerror(errno));
        return false;
    }
    if (S_ISDIR(info.st_mode))
        report_error("%s is a directory; name the program's main file", path);
    return !S_ISDIR(info.st_mode);
}

/* The module search paths: -I, then PYTHONPATH, then the runtime's modules written in Python. */
static void collect_search_paths(Compilation *compilation, FrontendOptions *frontend) {
    Arena *arena = compilation->arena;
    VEC(const char *) paths = {0};
    for (size_t i = 0; i < compilation->options->search_paths.count; i++)
        VEC_PUSH(arena, &paths, compilation->options->search_paths.items[i]);
    frontend->own_path_count = paths.count;
    const char *more = getenv("PYTHONPATH");
    while (more && *more) {
        size_t size = strcspn(more, ":");
        if (size)
            VEC_PUSH(arena, &paths, arena_copy(arena, more, size));
        more += size + (more[size] == ':');
    }
    if (compilation->home) {
        frontend->runtime_library = arena_printf(arena, "%s/pylib", compilation->home);
        VEC_PUSH(arena, &paths, frontend->runtime_library);
    }
    frontend->search_paths = paths.items;
    frontend->search_path_count = paths.count;
}

/* Prints the diagnostics so far; EXIT_PROGRAM if there was an error among them. */
static int flush_diagnostics(const Compilation *compilation) {
    bool failed = diag_error_count(compilation->diags) > 0;
    diag_flush(compilation->diags);
    return failed ? EXIT_PROGRAM : EXIT_COMPILED;
}

bool compile_for_debug_mode(void) {
    const char *asyncio = getenv("PYTHONASYNCIODEBUG"), *development = getenv("PYTHONDEVMODE");
    return (asyncio && *asyncio) || (development && *development);
}

int compile_read(Compilation *compilation) {
    const Options *options = compilation->options;
    if (!check_input(options->input))
        return EXIT_COMMAND;
    compilation->diags = diag_sink_new(compilation->arena, &options->diag);
    FrontendOptions frontend = {.is_native_module = is_native_module,
                                .called = called,
                                .called_count = sizeof called / sizeof *called,
                                .mentioned = compile_for_debug_mode() ? "set_debug" : NULL,
                                .parts = parts,
                                .part_count = sizeof parts / sizeof *parts,
                                .evaluator = "_dynamic",
                                .evaluator_use = options->evaluator};
    collect_search_paths(compilation, &frontend);
    compilation->program =
        frontend_read(compilation->arena, compilation->diags, options->input, &frontend);
    if (options->codegen.verbose)
        imports_print_evaluator(compilation->program, stderr);
    return flush_diagnostics(compilation);
}

static int write_text(Str text, const char *path) {
    FILE *file = fopen(path, "w");
    bool good = file && fwrite(text.data, 1, text.size, file) == text.size;
    if (file)
        good = fclose(file) == 0 && good;
    if (!good)
        report_error("cannot write %s: %s", path, strerror(errno));
    return good ? EXIT_COMPILED : EXIT_COMMAND;
}

/* Lowers the program to *ir. Answers an ExitStatus. */
static int lower(Compilation *compilation, IrProgram **ir) {
    LowerOptions options = compilation->options->lower;
    if (compilation->home)
        options.runtime_modules = arena_printf(compilation->arena, "%s/pylib/", compilation->home);
    *ir = lower_program(compilation->program, &options);
    int status = flush_diagnostics(compilation);
    if (status != EXIT_COMPILED || *ir)
        return status;
    report_error("internal error: no valid IR for this program. This is a bug in "
                 "pyasyncc " PYASYNCC_VERSION ". Please report it with the program");
    return EXIT_INTERNAL;
}

/* Compiles `ir` into `path`; `sizes`: see CodegenOptions.module_sizes. */
static int generate(Compilation *compilation, const IrProgram *ir, uint64_t *sizes,
                    const char *path) {
    CodegenOptions options = compilation->options->codegen;
    options.emit = (CodegenEmit)compilation->options->emit;
    options.home = compilation->home;
    options.module_sizes = sizes;
    int status = codegen_emit(ir, &options, path);
    int reported = flush_diagnostics(compilation);
    return status != EXIT_COMPILED ? status : reported;
}

/* Makes the requested kind of output at `path`. */
static int emit(Compilation *compilation, const char *path) {
    const Options *options = compilation->options;
    Arena *arena = compilation->arena;
    if (options->emit == EMIT_AST)
        return write_text(ast_dump(arena, (AstNode *)compilation->program->modules.items[0]->tree),
                          path);
    IrProgram *ir;
    int status = lower(compilation, &ir);
    if (status != EXIT_COMPILED)
        return status;
    if (options->emit == EMIT_IR)
        return write_text(ir_print(arena, ir), path);
    return generate(compilation, ir, NULL, path);
}

int compile_imports(Compilation *compilation) {
    IrProgram *ir;
    int status = lower(compilation, &ir);
    if (status != EXIT_COMPILED)
        return status;
    uint64_t *sizes = ARENA_ARRAY(compilation->arena, uint64_t, ir->modules.count);
    status = generate(compilation, ir, sizes, NULL);
    if (status == EXIT_COMPILED)
        imports_print(compilation->program, sizes);
    return status;
}

/* Is `path` a file that the program was read from? It would be lost. */
static bool is_source(const Program *program, const char *path) {
    struct stat output, source;
    if (!strcmp(path, "-") || stat(path, &output) != 0)
        return false;
    for (size_t i = 0; i < program->files.count; i++)
        if (stat(program->files.items[i], &source) == 0 && source.st_dev == output.st_dev &&
            source.st_ino == output.st_ino)
            return true;
    return false;
}

int compile_write(Compilation *compilation, const char *path) {
    Output output;
    if (is_source(compilation->program, path)) {
        report_error("cannot write %s: it is a source of the program; name another file with -o",
                     path);
        return EXIT_COMMAND;
    }
    if (!output_begin(&output, compilation->arena, path))
        return EXIT_COMMAND;
    int status = emit(compilation, output.scratch);
    if (status != EXIT_COMPILED) {
        output_discard(&output);
        return status;
    }
    if (!output_commit(&output, compilation->options->emit == EMIT_EXE))
        return EXIT_COMMAND;
    if (compilation->options->depfile &&
        !depfile_write(compilation->arena, compilation->program, path))
        return EXIT_COMMAND;
    return EXIT_COMPILED;
}

/* The folder PREFIX/lib/pyasyncc for this executable at PREFIX/bin/pyasyncc; NULL if unknown. */
static const char *home_beside_executable(Arena *arena) {
    char path[4096];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path - 1);
    if (size <= 0)
        return NULL;
    path[size] = '\0';
    for (int level = 0; level < 2; level++) {
        char *slash = strrchr(path, '/');
        if (!slash)
            return NULL;
        *slash = '\0';
    }
    return arena_printf(arena, "%s/lib/pyasyncc", path);
}

const char *compile_home(Arena *arena) {
    const char *home = getenv("PYASYNCC_HOME");
    return home && *home ? home : home_beside_executable(arena);
}

bool compile_check_home(Arena *arena, const char *home, CodegenTarget target) {
    const char *folder = target == TARGET_NATIVE ? "native" : "wasm32";
    const char *probe = arena_printf(arena, "%s/%s/link.flags", home ? home : "", folder);
    if (home && access(probe, R_OK) == 0)
        return true;
    report_error("no runtime for this target: %s: %s; set PYASYNCC_HOME to a lib/pyasyncc", probe,
                 strerror(errno));
    return false;
}
