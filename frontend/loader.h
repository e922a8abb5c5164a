/*
 * loader.h — what the files share that make the module graph of a program: the state of the reading
 * (modules.c), where modules are (find.c), what their code imports (follow.c, follow_computed.c),
 * and what the program gets beside modules (parts.c, program_data.c).
 *
 * Everything lives in the program's arena.
 */
#ifndef PYASYNCC_FRONTEND_LOADER_H
#define PYASYNCC_FRONTEND_LOADER_H

#include "frontend.h"
#include "usage.h"

typedef struct Loader {
    Program *program;
    const FrontendOptions *options;
    VEC(const char *) paths;   /* where absolute imports are looked for */
    size_t library_start;      /* paths from here on belong to the installed Python */
    VEC(bool) installed;       /* by path: PYTHONPATH's folders that are not the program's own */
    VEC(const char *) folders; /* by module index: where a package's submodules are, or NULL */
    VEC(const Name *) missing; /* names that were not found, reported once */
    Module *importer;          /* whose imports are being followed */
    Usage *usage;
    bool is_dynamic; /* the user's code asks for attributes by computed names */
    int forgiving;   /* inside how many `try` bodies that handle ImportError */
    bool is_guess; /* modules are read that computed names may mean: errors in them are warnings */
    VEC(const char *)
    distributions;               /* patterns of the names that importlib.metadata is asked for */
    VEC(const char *) resources; /* packages whose files may be asked for */
    VEC(const Module *) late;    /* modules that import what a variable says */
} Loader;

/* ---- find.c: where modules are ---- */

/* What the search for a module found. */
typedef struct Found {
    const char *file;   /* the source, or NULL for a namespace package */
    const char *folder; /* of a package */
    bool is_library;    /* in the installed Python's library */
    bool is_installed;  /* in a package that somebody installed */
} Found;

typedef VEC(const char *) Children;

/* FOLDER/NAME and the suffix. */
const char *path_join(Arena *arena, const char *folder, const char *name, const char *suffix);
bool path_is_file(const char *path);

/* Sets where absolute imports are looked for by a program whose main module is `main_path`. */
void find_set_paths(Loader *loader, const char *main_path);

/* Finds `name` in the folder of `parent`, or along the search paths if it is NULL. */
bool find_module(Loader *loader, const Module *parent, const char *name, Found *found);
/* Finds a part, written in Python, of a native package: the search paths have it in a folder. */
bool find_part(Loader *loader, const char *dotted, Found *found);
/* Is there a module, a package or a folder NAME in `folder`? */
bool find_child(Arena *arena, const char *folder, const char *name);
/* The names of the modules in `folder`, in order; none if it is NULL. */
Children find_children(Arena *arena, const char *folder);

/* Is `path` a module of the runtime's own library? */
bool find_is_runtime(const Loader *loader, const char *path);
/* The folder of the installed Python's own library, or NULL. */
const char *find_library_folder(const Loader *loader);
/* Is it part of Python's own library? Packages that others installed there may do what they like
 * with the names of functions. */
bool find_is_library(const Loader *loader, const char *path);
/* Does `module`, which may be NULL, come from the installed Python, or was it installed there? */
bool find_in_library(const Loader *loader, const Module *module);

/* ---- modules.c: the graph ---- */

/* A new module at the end of the program's; `folder`: of a package, else NULL. */
Module *loader_add_module(Loader *loader, const Name *name, Module *parent, const char *folder);
/* Checks the source of `module` and makes its tree; what goes wrong goes to `diags`. */
bool loader_check(Loader *loader, Module *module, DiagSink *diags);
bool loader_is_native(const Loader *loader, const char *name);
/* Makes sure that `dotted` and the packages around it are loaded. Returns its module, or NULL if it
 * is native or missing. An `optional` module may be missing silently. The module has another name
 * if the importer of a package may give it. */
Module *loader_require(Loader *loader, const Name *dotted, Range range, bool optional);
/* PACKAGE.NAME */
const Name *program_submodule_name(const Program *program, const Name *package, const Name *name);

/* ---- follow.c, follow_computed.c: what code imports ---- */

/* Follows the imports of a module; its functions and, in the library, its statements are put off
 * until they turn out to be used. */
void follow_module(Loader *loader, Module *module);
/* Follows what was put off. */
void follow_unit(Loader *loader, const UsageUnit *unit);
/* Is `test` of the module being followed known to fail, as `TYPE_CHECKING` is? */
bool follow_never_runs(const Loader *loader, const AstNode *test);
/* Follows the calls in the expression `node` that import by a computed name. */
void follow_computed(Loader *loader, AstNode *node);
/* Reads the modules that tables of late importers name and that the program asks for. */
void follow_late(Loader *loader);
/* Reads a module that the importer of a package may give for its child: a guess, without words if
 * there is none. */
Module *follow_guess(Loader *loader, const char *dotted, Range range);
/* Reads what stands in for the child `name`, which `package` does not have, if `package` finds its
 * children by an importer of its own: setuptools.extern.X is setuptools._vendor.X, which a package
 * beside it has, or the module X itself. NULL: nothing is found. */
Module *follow_redirected(Loader *loader, const Module *package, const char *name, Range range);

/* ---- parts.c, program_data.c: what programs get beside modules ---- */

/* Loads the parts that the program mentions; what parts mention themselves, they import. */
void parts_load(Loader *loader);
/* Lists the native parts that are mentioned, all of them if attributes have computed names, and
 * their packages. */
void parts_list_native(Loader *loader);
/* Makes the module _program_data, if a module that reads it is in the program. */
void program_data_load(Loader *loader);

/* ---- entry_points.c ---- */

/* Reads the modules that installed distributions offer in groups which the program spells, if it
 * asks for entry points. */
void entry_points_load(Loader *loader);

/* ---- evaluator.c: text that is only known when the program runs ---- */

/* Brings the evaluator into the program if an installed package needs it. Answers whether texts
 * nobody knows yet may ask for anything now. */
bool evaluator_load(Loader *loader);
/* Warns of the program's own calls of exec and eval if it has no evaluator. */
void evaluator_warn(Loader *loader);

#endif
