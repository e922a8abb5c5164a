/*
 * library.c — machine code of the modules of the library and of installed packages, each an LLVM
 * module of its own (unit.c). The code of most modules of the library runs seldom, so the passes
 * and the code generator are quick ones; packages get the program's. Modules are
 * compiled on all processors, each in an LLVM context of its own, into which it is read from its
 * bitcode. The objects are kept in a cache under the hash of that bitcode: the next program that
 * imports the same, or the next version of this one, only links them.
 */
#include "emit.h"

#include "cache.h"
#include "whole_file.h"

#include <errno.h>
#include <llvm-c/BitReader.h>
#include <llvm-c/BitWriter.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { THREADS_MAX = 16 };

/* One module to compile. */
typedef struct Job {
    Unit *unit;
    LLVMMemoryBufferRef bitcode;
    LLVMMemoryBufferRef object; /* bad if there is an `error` */
    char *error;                /* LLVM's, or NULL */
} Job;

struct Library {
    Codegen *cg;
    VEC(Job) jobs; /* not in the cache */
    size_t next;   /* job to take */
    pthread_mutex_t lock;
    VEC(pthread_t) threads;
    VEC(const char *) temporary; /* objects that are not kept */
};

/* -- one module, on any thread -- */

static char *compile_module(const Codegen *cg, LLVMModuleRef module, Job *job) {
    char *error = NULL;
    LLVMTargetMachineRef machine = target_library_machine(cg, job->unit->is_hot, &error);
    if (!machine)
        return error;
    error = optimise_library(cg, module, machine, job->unit->is_hot);
    if (!error &&
        !LLVMTargetMachineEmitToMemoryBuffer(machine, module, LLVMObjectFile, &error, &job->object))
        error = NULL;
    LLVMDisposeTargetMachine(machine);
    return error;
}

static void run_job(const Codegen *cg, Job *job) {
    LLVMContextRef context = LLVMContextCreate();
    LLVMModuleRef module;
    char *kept = NULL;
    llvm_keep_error(context, &kept);
    if (LLVMParseBitcodeInContext2(context, job->bitcode, &module)) {
        job->error = LLVMCreateMessage("its bitcode cannot be read back");
    } else {
        job->error = compile_module(cg, module, job);
        LLVMDisposeModule(module);
    }
    if (!job->error && kept)
        job->error = LLVMCreateMessage(kept);
    LLVMDisposeMessage(kept);
    LLVMDisposeMemoryBuffer(job->bitcode);
    LLVMContextDispose(context);
}

static Job *take_job(Library *library) {
    pthread_mutex_lock(&library->lock);
    Job *job = library->next < library->jobs.count ? &library->jobs.items[library->next++] : NULL;
    pthread_mutex_unlock(&library->lock);
    return job;
}

static void *work(void *context) {
    Library *library = context;
    for (Job *job; (job = take_job(library));)
        run_job(library->cg, job);
    return NULL;
}

/* -- the cache -- */

static CacheKey key_of(const Codegen *cg, const Job *job) {
    bool native = cg->options->target == TARGET_NATIVE;
    const char *runtime = native ? "native/rt-native.bc" : "wasm32/rt-wasm32.bc";
    CacheKey key = cache_key_new();
    const int how[] = {cg->options->target, cg->options->optimise, job->unit->is_hot};
    cache_key_add(&key, how, sizeof how);
    cache_key_add_text(&key, PYASYNCC_VERSION);
    cache_key_add_identity(&key, "/proc/self/exe");
    cache_key_add_identity(&key, arena_printf(cg->arena, "%s/%s", cg->options->home, runtime));
    cache_key_add(&key, LLVMGetBufferStart(job->bitcode), LLVMGetBufferSize(job->bitcode));
    return key;
}

/* The folder for objects, or NULL. */
static const char *object_folder(const Codegen *cg) {
    return cg->options->use_cache ? cache_folder(cg->arena, "objects") : NULL;
}

/* Lists the object of `unit` for the linker; if it is not in the cache, a job will make it. */
static void add_unit(Library *library, const char *folder, Unit *unit) {
    Codegen *cg = library->cg;
    Job job = {.unit = unit, .bitcode = LLVMWriteBitcodeToMemoryBuffer(unit->module)};
    if (folder)
        unit->object = cache_path(cg->arena, folder, key_of(cg, &job), ".o");
    if (folder && cache_has(unit->object)) {
        LLVMDisposeMemoryBuffer(job.bitcode);
        VEC_PUSH(cg->arena, &cg->objects, unit->object);
    } else {
        VEC_PUSH(cg->arena, &library->jobs, job);
    }
    LLVMDisposeModule(unit->module);
    unit->module = NULL;
}

/* -- the door -- */

static void start_threads(Library *library) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t limit = library->jobs.count < THREADS_MAX ? library->jobs.count : THREADS_MAX;
    while (library->threads.count < limit && (long)library->threads.count + 1 < processors) {
        pthread_t thread;
        if (!thread_start(&thread, work, library))
            break;
        VEC_PUSH(library->cg->arena, &library->threads, thread);
    }
}

Library *library_start(Codegen *cg) {
    Library *library = ARENA_NEW(cg->arena, Library);
    library->cg = cg;
    pthread_mutex_init(&library->lock, NULL);
    const char *folder = object_folder(cg);
    for (size_t i = 0; i < cg->library.count; i++)
        add_unit(library, folder, cg->library.items[i]);
    if (folder && library->jobs.count)
        cache_trim(cg->arena, folder);
    start_threads(library);
    return library;
}

static bool write_object(const Codegen *cg, const Job *job, const char *path) {
    return file_write_whole(cg->arena, path, LLVMGetBufferStart(job->object),
                            LLVMGetBufferSize(job->object));
}

/* Keeps the object of `job`; if there is no cache that takes it, in a temporary file. */
static bool keep_object(Library *library, Job *job) {
    Codegen *cg = library->cg;
    if (!job->unit->object || !write_object(cg, job, job->unit->object)) {
        job->unit->object = object_temporary(cg);
        if (!job->unit->object)
            return false;
        VEC_PUSH(cg->arena, &library->temporary, job->unit->object);
        if (!write_object(cg, job, job->unit->object)) {
            diag_report(cg->program->diags, DIAG_FILE, NULL, (Range){0}, NULL,
                        "cannot write %s: %s", job->unit->object, strerror(errno));
            return false;
        }
    }
    VEC_PUSH(cg->arena, &cg->objects, job->unit->object);
    return true;
}

static int finish_job(Library *library, Job *job) {
    if (job->error) {
        int status = codegen_failed_take(library->cg, "LLVM cannot compile a module of the library",
                                         job->error);
        fprintf(stderr, "module %s\n", job->unit->name);
        if (job->object)
            LLVMDisposeMemoryBuffer(job->object);
        return status;
    }
    bool good = keep_object(library, job);
    LLVMDisposeMemoryBuffer(job->object);
    return good ? 0 : 2;
}

int library_finish(Library *library) {
    work(library);
    for (size_t i = 0; i < library->threads.count; i++)
        pthread_join(library->threads.items[i], NULL);
    pthread_mutex_destroy(&library->lock);
    int status = 0;
    for (size_t i = 0; i < library->jobs.count; i++) {
        int failed = finish_job(library, &library->jobs.items[i]);
        status = status ? status : failed;
    }
    codegen_lap(library->cg, "modules of the library");
    return status;
}

void library_discard(Library *library) {
    for (size_t i = 0; i < library->temporary.count; i++)
        unlink(library->temporary.items[i]);
}
