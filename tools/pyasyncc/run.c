/*
 * run.c — `pyasyncc run`. The executable is kept in a cache under a hash of all it was made from:
 * the bytes and paths of every source file, the options, and the identity of the compiler and its
 * runtime; so a second run only reads the sources. Without a writable cache folder a temporary
 * executable is used. Entries that were not used for a week are removed when a new one is added.
 */
#include "run.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "output.h"

enum { CACHE_SECONDS = 7 * 24 * 3600 };

/* Two independent 64-bit FNV-1a hashes: enough to tell programs apart by accident-proof odds. */
typedef struct CacheKey {
    uint64_t words[2];
} CacheKey;

static void key_add(CacheKey *key, const void *data, size_t size) {
    const unsigned char *bytes = data;
    for (size_t i = 0; i < size; i++) {
        key->words[0] = (key->words[0] ^ bytes[i]) * 0x100000001b3;
        key->words[1] = (key->words[1] + bytes[i]) * 0x9e3779b97f4a7c15;
        key->words[1] ^= key->words[1] >> 29;
    }
}

static void key_add_text(CacheKey *key, const char *text) {
    key_add(key, text, strlen(text) + 1);
}

/* Adds what changes when the file at `path` is rebuilt, without reading it. */
static void key_add_identity(CacheKey *key, const char *path) {
    struct stat info;
    if (stat(path, &info) != 0)
        return;
    key_add(key, &info.st_size, sizeof info.st_size);
    key_add(key, &info.st_mtim, sizeof info.st_mtim);
    key_add(key, &info.st_ino, sizeof info.st_ino);
}

static CacheKey cache_key(const Compilation *compilation) {
    const CodegenOptions *codegen = &compilation->options->codegen;
    CacheKey key = {{0xcbf29ce484222325, 1}};
    const int flags[] = {codegen->target, codegen->optimise, codegen->debug, codegen->static_link};
    key_add(&key, flags, sizeof flags);
    key_add_text(&key, PYASYNCC_VERSION);
    key_add_identity(&key, "/proc/self/exe");
    static const char *const parts[] = {"native/libpyrt.a",    "native/rt-native.bc",
                                        "native/link.flags",   "wasm32/libpyrt-wasm32.a",
                                        "wasm32/rt-wasm32.bc", "wasm32/link.flags"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        key_add_identity(&key,
                         arena_printf(compilation->arena, "%s/%s", compilation->home, parts[i]));
    for (size_t i = 0; i < compilation->program->modules.count; i++) {
        const Module *module = compilation->program->modules.items[i];
        key_add_text(&key, module->name->text);
        if (module->source) {
            key_add_text(&key, module->source->path);
            key_add(&key, module->source->text.data, module->source->text.size);
        }
    }
    return key;
}

/* The cache folder, made if need be; NULL if there is none to write to. */
static const char *cache_folder(Arena *arena) {
    const char *base = getenv("XDG_CACHE_HOME");
    if (!base || !*base) {
        const char *home = getenv("HOME");
        if (!home || !*home)
            return NULL;
        base = arena_printf(arena, "%s/.cache", home);
    }
    mkdir(base, 0700);
    const char *folder = arena_printf(arena, "%s/pyasyncc", base);
    mkdir(folder, 0700);
    return access(folder, W_OK) == 0 ? folder : NULL;
}

static void remove_old_entries(Arena *arena, const char *folder) {
    DIR *directory = opendir(folder);
    if (!directory)
        return;
    time_t oldest = time(NULL) - CACHE_SECONDS;
    for (struct dirent *entry; (entry = readdir(directory));) {
        const char *path = arena_printf(arena, "%s/%s", folder, entry->d_name);
        struct stat info;
        if (stat(path, &info) == 0 && S_ISREG(info.st_mode) && info.st_mtime < oldest)
            unlink(path);
    }
    closedir(directory);
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
    const char *folder = cache_folder(compilation->arena);
    if (!folder)
        return run_temporary(compilation);
    CacheKey key = cache_key(compilation);
    const char *path =
        arena_printf(compilation->arena, "%s/%016llx%016llx", folder,
                     (unsigned long long)key.words[0], (unsigned long long)key.words[1]);
    if (access(path, X_OK) == 0) {
        utimensat(AT_FDCWD, path, NULL, 0);
    } else {
        remove_old_entries(compilation->arena, folder);
        int status = compile_write(compilation, path);
        if (status != EXIT_COMPILED)
            return status;
    }
    return execute(compilation, path);
}
