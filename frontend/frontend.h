/*
 * frontend.h — the door of the frontend: from a path to a checked, resolved program.
 *
 * A Program is the main module and every module it reaches by import, each with its tree and
 * scopes. Errors go to the diagnostics sink; a Program with errors must not be lowered.
 */
#ifndef PYASYNCC_FRONTEND_FRONTEND_H
#define PYASYNCC_FRONTEND_FRONTEND_H

#include "ast.h"
#include "base.h"
#include "diag.h"
#include "scope.h"

typedef struct Module {
    const Name *name;          /* dotted: "__main__", "pkg.sub" */
    Source *source;            /* NULL for a namespace package */
    AstModule *tree;           /* NULL for a namespace package */
    Scope *scope;              /* SCOPE_MODULE; NULL for a namespace package */
    const char *cpython_lines; /* of the runtime: where its lines stand in CPython's, or NULL */
    bool is_package;
    bool is_library;          /* of the installed Python or the runtime: what is unused drops out */
    bool is_runtime;          /* of the runtime (rt/pylib) */
    bool is_installed;        /* neither the program's own nor of the library */
    bool is_kept_whole;       /* all that it defines is in use */
    bool exports_imports;     /* what it imports is in use too */
    bool is_imported_by_user; /* by a module that is not of the library */
    struct Module *parent;    /* enclosing package, or NULL */
    uint32_t index;           /* position in Program.modules; 0 is __main__ */
} Module;

/* What one import statement's dotted name leads to. */
typedef enum ImportKind { IMPORT_SOURCE, IMPORT_NATIVE, IMPORT_MISSING } ImportKind;

/* The import that brought a module into the program. */
typedef struct ImportEdge {
    const Name *name; /* dotted */
    ImportKind kind;
    Module *module;   /* IMPORT_SOURCE only */
    Module *importer; /* NULL: the runtime asks for it */
    Range range;      /* of the statement in `importer` */
} ImportEdge;

/* The code of an installed package that runs text which is not known yet. */
typedef struct EvaluatorReason {
    const Module *module; /* NULL: there is none */
    Range range;
    const char *what; /* the function it calls */
} EvaluatorReason;

typedef struct Program {
    Arena *arena;
    NameTable *names;
    DiagSink *diags;
    VEC(Module *) modules; /* [0] is the main module */
    /* Native modules that no import statement names: FrontendParts that it mentions, with their
     * packages, and modules whose names are constants elsewhere. The same may be there twice. */
    VEC(const char *) natives;
    VEC(const char *) files;   /* every file read, for -MD */
    VEC(ImportEdge) imports;   /* one for each module but the main one, in the order of reading */
    EvaluatorReason evaluator; /* that brought the evaluator */
} Program;

/* A module that belongs to a native package and joins the program when it mentions one of `names`
 * (separated by blanks; "@name" counts in the user's own modules only): it is read, or if it is
 * native itself, listed in Program.natives. */
typedef struct FrontendPart {
    const char *package, *module, *names;
    bool is_native;
} FrontendPart;

/* When is a program linked with the evaluator? */
typedef enum EvaluatorUse {
    EVALUATOR_IF_NEEDED, /* if an installed package or a function of the library needs it */
    EVALUATOR_ALWAYS,
    EVALUATOR_NEVER,
} EvaluatorUse;

typedef struct FrontendOptions {
    const char *const *search_paths; /* -I, then PYTHONPATH */
    size_t search_path_count;
    size_t own_path_count; /* how many of them are -I's */
    /* Tells whether the runtime provides `dotted_name` natively (asyncio, sys, ...). */
    bool (*is_native_module)(const char *dotted_name);
    const char *runtime_library; /* the search path with the runtime's own modules, or NULL */
    const char *const *called;   /* names that the runtime looks up by itself */
    size_t called_count;
    const char *mentioned;     /* one more name that counts as mentioned by the program, or NULL */
    const FrontendPart *parts; /* of the runtime's native packages */
    size_t part_count;
    const char *evaluator; /* the module that runs text which is not known yet, or NULL */
    EvaluatorUse evaluator_use;
} FrontendOptions;

/* Reads `path` ("-" is standard input) and everything it imports, checks syntax, resolves scopes.
 * Always returns a Program; look at diag_error_count for success. The Program lives in `arena`. */
Program *frontend_read(Arena *arena, DiagSink *diags, const char *path,
                       const FrontendOptions *options);

/* The module named `dotted_name` (absolute), or NULL if it is native or missing. */
Module *program_find_module(const Program *program, const char *dotted_name);

/* Is the native module or native part `name` among those that the program mentions? */
bool program_has_native(const Program *program, const char *name);

/* The absolute dotted name an ImportFrom (`level`, `module`) in `importer` denotes; NULL if it goes
 * beyond the top-level package. */
const Name *program_resolve_relative(const Program *program, const Module *importer, int level,
                                     const Name *module);

#endif
