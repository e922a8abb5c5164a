/*
 * link.c — from object files to an executable or a WebAssembly module. Natively through the
 * system's cc, which knows where its libc is, with lld if it is there because it is faster; for
 * WebAssembly through wasm-ld itself, so that -g alone decides whether names stay; what it made is
 * packed (wasm_pack.c). What else to link stands in the runtime's link.flags, a response file.
 */
#include "emit.h"
#include "wasm_pack.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef VEC(char *) Words;

/* Is there a program `name` in $PATH? */
static bool in_path(Arena *arena, const char *name) {
    const char *path = getenv("PATH");
    while (path && *path) {
        size_t size = strcspn(path, ":");
        if (access(arena_printf(arena, "%.*s/%s", (int)size, path, name), X_OK) == 0)
            return true;
        path += size + (path[size] == ':');
    }
    return false;
}

static void add_word(Codegen *cg, Words *words, const char *word) {
    VEC_PUSH(cg->arena, words, arena_copy(cg->arena, word, strlen(word)));
}

static void add_objects(Codegen *cg, Words *words, const char *object) {
    add_word(cg, words, object);
    for (size_t i = 0; i < cg->objects.count; i++)
        add_word(cg, words, cg->objects.items[i]);
}

static void add_linker(Codegen *cg, Words *words) {
    bool is_ours = access(PYASYNCC_LLVM_BIN "/ld.lld", X_OK) == 0;
    if (!is_ours && !in_path(cg->arena, "ld.lld"))
        return;
    add_word(cg, words, "-fuse-ld=lld");
    if (is_ours)
        add_word(cg, words, "-B" PYASYNCC_LLVM_BIN);
}

/* Programs stand at a fixed address, as Debian's python3 does: their tables need no relocation when
 * they start, so that most pages of these are never touched. */
static void native_command(Codegen *cg, Words *words, const char *object, const char *output) {
    const char *folder = arena_printf(cg->arena, "%s/native", cg->options->home);
    add_word(cg, words, "cc");
    add_linker(cg, words);
    add_word(cg, words, cg->options->static_link ? "-static" : "-no-pie");
    if (!cg->options->debug)
        add_word(cg, words, "-Wl,-s");
    add_word(cg, words, "-o");
    add_word(cg, words, output);
    add_objects(cg, words, object);
    add_word(cg, words, arena_printf(cg->arena, "-L%s", folder));
    add_word(cg, words, arena_printf(cg->arena, "@%s/link.flags", folder));
}

static void wasm_command(Codegen *cg, Words *words, const char *object, const char *output) {
    const char *folder = arena_printf(cg->arena, "%s/wasm32", cg->options->home);
    add_word(cg, words, in_path(cg->arena, "wasm-ld-19") ? "wasm-ld-19" : "wasm-ld");
    add_word(cg, words, "-m");
    add_word(cg, words, "wasm32");
    if (!cg->options->debug) {
        add_word(cg, words, "-O2");
        add_word(cg, words, "--strip-all");
        add_word(cg, words, "--compress-relocations");
    }
    add_word(cg, words, "-o");
    add_word(cg, words, output);
    add_word(cg, words, arena_printf(cg->arena, "%s/crt1-command.o", folder));
    add_objects(cg, words, object);
    add_word(cg, words, arena_printf(cg->arena, "-L%s", folder));
    add_word(cg, words, arena_printf(cg->arena, "@%s/link.flags", folder));
}

static void print_command(const Words *words) {
    for (size_t i = 0; i < words->count; i++)
        fprintf(stderr, "%s%s", i ? " " : "", words->items[i]);
    fputc('\n', stderr);
}

static int report_missing(Codegen *cg, const char *linker, int error) {
    bool native = cg->options->target == TARGET_NATIVE;
    diag_report(cg->program->diags, DIAG_LINK, NULL, (Range){0},
                native ? "install a C compiler: apt-get install gcc"
                       : "install the WebAssembly linker: apt-get install lld-19",
                "cannot run the linker %s: %s", linker, strerror(error));
    return 2;
}

/* Runs `words` and waits for its end. */
static int run_linker(Codegen *cg, Words *words) {
    VEC_PUSH(cg->arena, words, NULL);
    pid_t child;
    int error = posix_spawnp(&child, words->items[0], NULL, NULL, words->items, environ);
    if (error)
        return report_missing(cg, words->items[0], error);
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return codegen_internal_error(cg, "cannot wait for the linker", strerror(errno));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return 0;
    diag_report(cg->program->diags, DIAG_LINK, NULL, (Range){0},
                "the linker's messages stand above; -v shows the command", "%s failed",
                words->items[0]);
    return 2;
}

/* Leaves the runs of zeros out of the module in the file `path`. Answers an exit status. */
static int pack_module(Codegen *cg, const char *path) {
    LLVMMemoryBufferRef file;
    char *error = NULL;
    if (LLVMCreateMemoryBufferWithContentsOfFile(path, &file, &error))
        return codegen_failed_take(cg, "cannot read the linked module", error);
    WasmBytes module = {(const uint8_t *)LLVMGetBufferStart(file), LLVMGetBufferSize(file)};
    WasmBytes packed = wasm_pack(cg->arena, module);
    int status = object_write_buffer(
        cg, path,
        LLVMCreateMemoryBufferWithMemoryRangeCopy((const char *)packed.bytes, packed.size, path));
    LLVMDisposeMemoryBuffer(file);
    return status;
}

int link_program(Codegen *cg, const char *object, const char *output) {
    Words words = {0};
    if (cg->options->target == TARGET_NATIVE)
        native_command(cg, &words, object, output);
    else
        wasm_command(cg, &words, object, output);
    if (cg->options->verbose)
        print_command(&words);
    int status = run_linker(cg, &words);
    if (status == 0 && cg->options->target != TARGET_NATIVE)
        status = pack_module(cg, output);
    codegen_lap(cg, "link");
    return status;
}
