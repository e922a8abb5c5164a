/*
 * run.c — `pyasyncc run`. The executable is kept in a cache under a hash of all it was made from:
 * the bytes and paths of every source file, the options, and the identity of the compiler and its
 * runtime; so a second run only reads the sources. Without a writable cache folder a temporary
 * executable is used. Entries that were not used for a week are removed when a new one is added.
 */
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "codegen/cache.h"
#include "output.h"

static CacheKey key_of(const Compilation *compilation) {
    const CodegenOptions *codegen = &compilation->options->codegen;
    CacheKey key = cache_key_new();
    const int flags[] = {codegen->target, codegen->optimise, codegen->debug, codegen->static_link,
                         compile_for_debug_mode()};
    cache_key_add(&key, flags, sizeof flags);
    cache_key_add_text(&key, PYASYNCC_VERSION);
    cache_key_add_identity(&key, "/proc/self/exe");
    static const char *const parts[] = {"native/libpyrt.a",    "native/rt-native.bc",
                                        "native/link.flags",   "wasm32/libpyrt-wasm32.a",
                                        "wasm32/rt-wasm32.bc", "wasm32/link.flags"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        cache_key_add_identity(
            &key, arena_printf(compilation->arena, "%s/%s", compilation->home, parts[i]));
    for (size_t i = 0; i < compilation->program->modules.count; i++) {
        const Module *module = compilation->program->modules.items[i];
        cache_key_add_text(&key, module->name->text);
        if (module->source) {
            cache_key_add_text(&key, module->source->path);
            cache_key_add(&key, module->source->text.data, module->source->text.size);
        }
    }
    return key;
}

/* Replaces this process by the executable or module at `path`. */
static int execute(const Compilation *compilation, const char *path) {
    const Options *options = compilation->options;
    Arena *arena = compilation->arena;
    VEC(char *) words = {0};
    const char *program = path;
    if (options->codegen.target != TARGET_NATIVE) {
        program = "node";
        VEC_PUSH(arena, &words, arena_copy(arena, program, strlen(program)));
        VEC_PUSH(arena, &words, arena_printf(arena, "--stack-size=3900")); /* as run.mjs wants it */
        VEC_PUSH(arena, &words, arena_printf(arena, "%s/wasm32/run.mjs", compilation->home));
        VEC_PUSH(arena, &words, arena_printf(arena, "--argv0=%s", options->input));
        VEC_PUSH(arena, &words, arena_copy(arena, path, strlen(path)));
    } else {
        VEC_PUSH(arena, &words, arena_copy(arena, options->input, strlen(options->input)));
    }
    for (char **argument = options->arguments; *argument; argument++)
        VEC_PUSH(arena, &words, *argument);
    VEC_PUSH(arena, &words, NULL);
    signal(SIGXFSZ, SIG_DFL); /* crash_install ignores it; that would be inherited */
    execvp(program, words.items);
    report_error("cannot run %s: %s%s", program, strerror(errno),
                 program == path ? "" : "; wasm32-wasi programs run under Node.js 18 or newer");
    return EXIT_COMMAND;
}

/* Compiles to a temporary file, which is deleted before it runs and lives on as an open file. */
static int run_temporary(Compilation *compilation) {
    char *path = temporary_file(compilation->arena);
    if (!path)
        return EXIT_COMMAND;
    int status = compile_write(compilation, path);
    if (status != EXIT_COMPILED) {
        unlink(path);
        return status;
    }
    int file = open(path, O_RDONLY);
    unlink(path);
    if (file < 0) {
        report_error("cannot run %s: %s", path, strerror(errno));
        return EXIT_COMMAND;
    }
    return execute(compilation, arena_printf(compilation->arena, "/proc/self/fd/%d", file));
}

int run_program(Compilation *compilation) {
    bool use_cache = compilation->options->codegen.use_cache;
    const char *folder = use_cache ? cache_folder(compilation->arena, "") : NULL;
    if (!folder)
        return run_temporary(compilation);
    CacheKey key = key_of(compilation);
    const char *path = cache_path(compilation->arena, folder, key, "");
    if (!cache_has(path)) {
        cache_trim(compilation->arena, folder);
        int status = compile_write(compilation, path);
        if (status != EXIT_COMPILED)
            return status;
    }
    return execute(compilation, path);
}
