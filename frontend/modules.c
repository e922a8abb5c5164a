/*
 * modules.c — the module graph: reads the main module and everything it imports (see frontend.h).
 *
 * Modules are read in the order in which imports mention them; each new one joins a queue whose
 * imports are followed in turn, so that cycles end by themselves. A name is looked for beside the
 * main module, in the search paths, and in the pure-Python library of an installed Python. Imports
 * under `if TYPE_CHECKING` never run and are not followed; imports in a `try` that handles their
 * failure may be missing without a warning. Functions of library modules are looked into when they
 * turn out to be used (usage.h).
 */
#include "frontend.h"

#include "computed.h"
#include "data.h"
#include "late.h"
#include "read.h"
#include "source.h"
#include "syntax.h"
#include "usage.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct Loader {
    Program *program;
    const FrontendOptions *options;
    VEC(const char *) paths;   /* where absolute imports are looked for */
    size_t library_start;      /* paths from here on belong to the installed Python */
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

/* What the search for a module found. */
typedef struct Found {
    const char *file;   /* the source, or NULL for a namespace package */
    const char *folder; /* of a package */
    bool is_library;    /* in the installed Python's library */
} Found;

/* ---- files ---- */

static bool is_file(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static const char *join_path(Arena *arena, const char *folder, const char *name,
                             const char *suffix) {
    if (strcmp(folder, ".") == 0)
        return arena_printf(arena, "%s%s", name, suffix);
    size_t size = strlen(folder);
    const char *slash = size && folder[size - 1] == '/' ? "" : "/";
    return arena_printf(arena, "%s%s%s%s", folder, slash, name, suffix);
}

static const char *folder_of(Arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : arena_copy(arena, path, (size_t)(slash - path));
}

static void add_library(Loader *loader, const char *root) {
    Arena *arena = loader->program->arena;
    const char *packages = join_path(arena, root, "site-packages", "");
    VEC_PUSH(arena, &loader->paths, root);
    if (is_folder(packages))
        VEC_PUSH(arena, &loader->paths, packages);
}

/* The first installed Python whose library is there; 3.11 is the reference. */
static void add_libraries(Loader *loader) {
    static const char *const prefixes[] = {"/usr/lib", "/usr/local/lib"};
    static const int versions[] = {11, 12, 13, 10};
    Arena *arena = loader->program->arena;
    for (size_t v = 0; v < sizeof versions / sizeof *versions; v++) {
        for (size_t p = 0; p < sizeof prefixes / sizeof *prefixes; p++) {
            const char *root = arena_printf(arena, "%s/python3.%d", prefixes[p], versions[v]);
            if (!is_file(join_path(arena, root, "os.py", "")))
                continue;
            add_library(loader, root);
            if (is_folder("/usr/lib/python3/dist-packages"))
                VEC_PUSH(arena, &loader->paths, "/usr/lib/python3/dist-packages");
            return;
        }
    }
}

static void set_paths(Loader *loader, const char *main_path) {
    Arena *arena = loader->program->arena;
    bool standard_input = strcmp(main_path, "-") == 0;
    VEC_PUSH(arena, &loader->paths, standard_input ? "." : folder_of(arena, main_path));
    for (size_t i = 0; i < loader->options->search_path_count; i++)
        VEC_PUSH(arena, &loader->paths, loader->options->search_paths[i]);
    loader->library_start = loader->paths.count;
    add_libraries(loader);
}

/* Looks for the module or package `name` in `folder`. */
static bool find_in(Arena *arena, const char *folder, const char *name, Found *found) {
    const char *package = join_path(arena, folder, name, "");
    const char *init = join_path(arena, package, "__init__.py", "");
    const char *file = join_path(arena, folder, name, ".py");
    if (is_file(init))
        *found = (Found){.file = init, .folder = package};
    else if (is_file(file))
        *found = (Found){.file = file};
    else
        return false;
    return true;
}

/* `_pyNAME` is the installed Python's own NAME.py, where the runtime has a NAME.py that builds on
 * it. */
static bool find_pure(Loader *loader, const char *name, Found *found) {
    if (strncmp(name, "_py", 3) != 0)
        return false;
    for (size_t i = loader->library_start; i < loader->paths.count; i++) {
        if (find_in(loader->program->arena, loader->paths.items[i], name + 3, found)) {
            found->is_library = true;
            return true;
        }
    }
    return false;
}

/* The runtime's own version of a module of an installed package. */
static bool find_replacement(Loader *loader, const Module *package, const char *name,
                             Found *found) {
    Arena *arena = loader->program->arena;
    const char *own = loader->options->runtime_library;
    if (!own || !package->is_library || package->is_runtime || package->parent)
        return false;
    return find_in(arena, join_path(arena, own, package->name->text, ""), name, found);
}

/* Finds `name` in the folder of `parent`, or along the search paths if it is NULL. */
static bool find_module(Loader *loader, const Module *parent, const char *name, Found *found) {
    Arena *arena = loader->program->arena;
    const char *const *folders = loader->paths.items;
    size_t count = loader->paths.count;
    const char *namespace = NULL;
    if (parent) {
        if (find_replacement(loader, parent, name, found))
            return true;
        folders = &loader->folders.items[parent->index];
        count = *folders ? 1 : 0;
    }
    for (size_t i = 0; i < count; i++) {
        if (find_in(arena, folders[i], name, found)) {
            found->is_library = !parent && i >= loader->library_start;
            return true;
        }
        const char *folder = join_path(arena, folders[i], name, "");
        if (!namespace && is_folder(folder))
        namespace = folder;
    }
    if (!namespace)
        return !parent && find_pure(loader, name, found);
    *found = (Found){.folder = namespace};
    return true;
}

/* Finds a part, written in Python, of a native package: the search paths have it in a folder. */
static bool find_part(Loader *loader, const char *dotted, Found *found) {
    Arena *arena = loader->program->arena;
    const char *dot = strrchr(dotted, '.');
    const char *package = arena_copy(arena, dotted, (size_t)(dot - dotted));
    for (size_t i = 0; i < loader->options->search_path_count; i++) {
        const char *folder = join_path(arena, loader->options->search_paths[i], package, "");
        if (find_in(arena, folder, dot + 1, found))
            return true;
    }
    return false;
}

/* ---- reading one module ---- */

static Module *add_module(Loader *loader, const Name *name, Module *parent, const char *folder) {
    Program *program = loader->program;
    Module *module = ARENA_NEW(program->arena, Module);
    module->name = name;
    module->parent = parent;
    module->is_package = folder != NULL;
    module->index = (uint32_t)program->modules.count;
    VEC_PUSH(program->arena, &program->modules, module);
    VEC_PUSH(program->arena, &loader->folders, folder);
    return module;
}

static bool is_inside(const char *path, const char *folder) {
    size_t size = strlen(folder);
    return strncmp(path, folder, size) == 0 && path[size] == '/';
}

static bool is_runtime_file(const Loader *loader, const char *path) {
    const char *own = loader->options->runtime_library;
    return own && is_inside(path, own);
}

/* Is it part of Python's own library? Packages that others installed there may do what they like
 * with the names of functions. */
static bool is_library_file(const Loader *loader, const char *path) {
    if (loader->library_start == loader->paths.count)
        return false;
    const char *root = loader->paths.items[loader->library_start];
    return is_inside(path, root) && !strstr(path + strlen(root), "-packages/");
}

/* Checks the source of `module` and makes its tree; what goes wrong goes to `diags`. */
static bool check_source(Loader *loader, Module *module, DiagSink *diags) {
    Program *program = loader->program;
    uint32_t errors = diag_error_count(diags);
    const char *masked = syntax_check(program->arena, diags, module->source);
    if (!masked)
        return false;
    module->tree = read_module(program->arena, program->names, diags, module->source, masked);
    if (!module->tree)
        return false;
    syntax_check_future(diags, module->source, module->tree);
    if (diag_error_count(diags) == errors)
        module->scope =
            scope_build(program->arena, program->names, diags, module->source, module->tree);
    if (diag_error_count(diags) == errors)
        syntax_check_tree(program->arena, diags, module->source, module->tree, module->is_library);
    return diag_error_count(diags) == errors;
}

/* What the runtime appends to the installed Python's own module: NAME.end.py. Its lines come after
 * the file's, which keep their numbers. */
static bool read_ending(Loader *loader, Module *module, DiagSink *diags) {
    Program *program = loader->program;
    Arena *arena = program->arena;
    const char *own = loader->options->runtime_library;
    char *name = arena_copy(arena, module->name->text, strlen(module->name->text));
    for (char *dot = name; (dot = strchr(dot, '.'));)
        *dot = '/';
    const char *path = own ? join_path(arena, own, name, ".end.py") : "";
    if (!is_file(path))
        return true;
    const Source *ending = source_read(arena, diags, path);
    if (!ending)
        return false;
    Str text = module->source->text;
    const char *both = arena_printf(arena, "%.*s\n%.*s", (int)text.size, text.data,
                                    (int)ending->text.size, ending->text.data);
    Source *source = source_from_bytes(arena, diags, module->source->path, both, strlen(both));
    if (source)
        source->file_size = text.size;
    module->source = source;
    VEC_PUSH(arena, &program->files, path);
    return source != NULL;
}

static bool read_source(Loader *loader, Module *module, const char *path, DiagSink *diags) {
    Program *program = loader->program;
    module->source = source_read(program->arena, diags, path);
    if (!module->source)
        return false;
    module->is_runtime = is_runtime_file(loader, module->source->path);
    module->is_library = module->is_runtime || is_library_file(loader, module->source->path);
    if (module->is_library && !module->is_runtime && !read_ending(loader, module, diags))
        return false;
    VEC_PUSH(program->arena, &program->files, module->source->path);
    return check_source(loader, module, diags);
}

static bool is_missing(const Loader *loader, const Name *name) {
    for (size_t i = 0; i < loader->missing.count; i++)
        if (loader->missing.items[i] == name)
            return true;
    return false;
}

/* A library module must not make the program's compilation fail: its errors become a warning. */
static Module *load_library(Loader *loader, const Name *name, Module *parent, const Found *found) {
    Program *program = loader->program;
    static const DiagOptions quiet;
    DiagSink *diags = diag_sink_new(program->arena, &quiet);
    Module *module = add_module(loader, name, parent, found->folder);
    if (!found->file || read_source(loader, module, found->file, diags))
        return module;
    diag_report(program->diags, DIAG_MODULE, NULL, (Range){0}, NULL,
                "module '%s' of the Python library cannot be compiled: %s", name->text,
                diag_first_text(diags));
    program->modules.count--;
    loader->folders.count--;
    VEC_PUSH(program->arena, &loader->missing, name);
    return NULL;
}

static bool in_library(const Loader *loader, const Module *module) {
    const char *path = module && module->source ? module->source->path : NULL;
    for (size_t i = loader->library_start; path && i < loader->paths.count; i++)
        if (strncmp(path, loader->paths.items[i], strlen(loader->paths.items[i])) == 0)
            return true;
    return false;
}

static Module *load(Loader *loader, const Name *name, Module *parent, const Found *found) {
    if (found->is_library || loader->is_guess || in_library(loader, parent))
        return load_library(loader, name, parent, found);
    Module *module = add_module(loader, name, parent, found->folder);
    if (found->file)
        read_source(loader, module, found->file, loader->program->diags);
    return module;
}

/* ---- imports ---- */

static bool is_native(const Loader *loader, const char *name) {
    return loader->options->is_native_module && loader->options->is_native_module(name);
}

static void report_missing(Loader *loader, const Name *name, Range range) {
    if (is_missing(loader, name))
        return;
    VEC_PUSH(loader->program->arena, &loader->missing, name);
    if (loader->forgiving == 0 && !in_library(loader, loader->importer))
        diag_report(loader->program->diags, DIAG_IMPORT, loader->importer->source, range,
                    "it raises ModuleNotFoundError if the program reaches it; -I adds a folder to "
                    "the search path",
                    "module '%s' is not found", name->text);
}

/* Notes the import that asked for `name` first; `module`: NULL unless it is read. */
static void note_import(Loader *loader, const Name *name, ImportKind kind, Module *module,
                        Range range) {
    Program *program = loader->program;
    for (size_t i = 0; i < program->imports.count; i++)
        if (program->imports.items[i].name == name)
            return;
    ImportEdge edge = {name, kind, module, loader->importer, range};
    VEC_PUSH(program->arena, &program->imports, edge);
}

/* Makes sure that `dotted` and the packages around it are loaded. Returns its module, or NULL if it
 * is native or missing. An `optional` module may be missing silently. */
static Module *require(Loader *loader, const Name *dotted, Range range, bool optional) {
    Program *program = loader->program;
    Module *parent = NULL;
    bool native = false;
    for (const char *end = dotted->text; *end;) {
        const char *start = end;
        end = start + strcspn(start, ".");
        size_t prefix_size = (size_t)(end - dotted->text);
        const Name *prefix = name_intern(program->names, dotted->text, prefix_size);
        const char *part = arena_copy(program->arena, start, (size_t)(end - start));
        end += *end == '.';
        if (is_native(loader, prefix->text)) {
            native = true;
            note_import(loader, prefix, IMPORT_NATIVE, NULL, range);
            continue;
        }
        Module *known = program_find_module(program, prefix->text);
        Found found;
        if (!known && native && find_part(loader, prefix->text, &found))
            known = load(loader, prefix, NULL, &found);
        else if (!known && !native && !is_missing(loader, prefix) &&
                 (parent || prefix_size == strlen(part)) &&
                 find_module(loader, parent, part, &found))
            known = load(loader, prefix, parent, &found);
        if (!known) {
            if (!optional || end[0]) {
                report_missing(loader, prefix, range);
                note_import(loader, prefix, IMPORT_MISSING, NULL, range);
            }
            return NULL;
        }
        note_import(loader, prefix, IMPORT_SOURCE, known, range);
        parent = known;
        native = false;
    }
    if (!native && loader->importer && !loader->importer->is_library)
        parent->is_imported_by_user = true;
    return native ? NULL : parent;
}

/* ---- imports by computed names ---- */

/* A child of a package's folder: NAME.py or a folder with an __init__.py. NULL: it is no module. */
static const char *child_name(Arena *arena, const char *folder, const char *entry) {
    size_t size = strlen(entry);
    if (!strcmp(entry, "__init__.py"))
        return NULL;
    if (size > 3 && !strcmp(entry + size - 3, ".py")) {
        const char *name = arena_copy(arena, entry, size - 3);
        return strpbrk(name, ".-") ? NULL : name;
    }
    const char *init = join_path(arena, join_path(arena, folder, entry, ""), "__init__.py", "");
    return is_file(init) ? arena_copy(arena, entry, size) : NULL;
}

typedef VEC(const char *) Children;

/* The names of the modules in `folder`, in order. */
static Children list_children(Arena *arena, const char *folder) {
    Children children = {0};
    DataEntries entries = {0};
    if (folder)
        entries = data_entries(arena, folder);
    for (size_t i = 0; i < entries.count; i++) {
        const char *name = child_name(arena, folder, entries.items[i]);
        if (name)
            VEC_PUSH(arena, &children, name);
    }
    return children;
}

/* Reads the modules in the package `parent`, or beside the main module if it is NULL, whose names
 * match the next part of `pattern`. */
static void require_matching(Loader *loader, const Module *parent, const char *pattern,
                             Range range) {
    Arena *arena = loader->program->arena;
    const char *folder = parent ? loader->folders.items[parent->index] : loader->paths.items[0];
    const char *dot = strchr(pattern, '.');
    Children children = list_children(arena, folder);
    for (size_t i = 0; i < children.count; i++) {
        const char *name = children.items[i];
        if (!strncmp(name, "__", 2) || !computed_matches(pattern, name))
            continue;
        const char *full = parent ? arena_printf(arena, "%s.%s", parent->name->text, name) : name;
        const Module *module =
            require(loader, name_cstr(loader->program->names, full), range, true);
        if (module && dot)
            require_matching(loader, module, dot + 1, range);
    }
}

static void warn_computed(const Loader *loader, Range range) {
    const Module *importer = loader->importer;
    bool is_installed = importer->source && strstr(importer->source->path, "-packages/");
    if (!is_installed)
        diag_report(loader->program->diags, DIAG_IMPORT, importer->source, range,
                    "name the modules that it may be in import statements",
                    "the name of this module is computed: it is found only if the program has it "
                    "for another reason");
}

/* The code being followed imports what a variable says: see late.h. */
static void note_late(Loader *loader) {
    for (size_t i = 0; i < loader->late.count; i++)
        if (loader->late.items[i] == loader->importer)
            return;
    VEC_PUSH(loader->program->arena, &loader->late, loader->importer);
}

static bool is_late(const Loader *loader, const Module *module) {
    for (size_t i = 0; i < loader->late.count; i++)
        if (loader->late.items[i] == module)
            return true;
    return false;
}

/* require for a name that no import statement has: the module stays whole, and what of it is native
 * is listed, for lowering sees import statements alone. */
static void require_named(Loader *loader, const Name *dotted, Range range, bool optional) {
    Program *program = loader->program;
    Module *module = require(loader, dotted, range, optional);
    if (module)
        usage_keep_module(loader->usage, module);
    for (const char *end = dotted->text; *end;) {
        end += strcspn(end + 1, ".") + 1;
        const char *prefix = arena_copy(program->arena, dotted->text, (size_t)(end - dotted->text));
        if (is_native(loader, prefix))
            VEC_PUSH(program->arena, &program->natives, prefix);
    }
}

/* late_find's `take` */
static void take_late(void *context, const Name *dotted) {
    Loader *loader = context;
    loader->is_guess = true;
    require_named(loader, dotted, (Range){0}, true);
    loader->is_guess = false;
}

/* Reads the modules that tables of late importers name and that the program asks for. */
static void load_late(Loader *loader) {
    Program *program = loader->program;
    LateMentions mentions = {.arena = program->arena, .names = program->names};
    size_t count = program->modules.count;
    for (size_t i = 0; i < count && loader->late.count; i++) {
        const Module *module = program->modules.items[i];
        if (!module->is_library && !is_late(loader, module) && !is_late(loader, module->parent))
            late_mention(&mentions, module);
    }
    for (size_t i = 0; i < count && loader->late.count; i++) {
        Module *module = program->modules.items[i];
        if (is_late(loader, module) || (module->parent && is_late(loader, module->parent))) {
            loader->importer = module;
            late_find(&mentions, module, take_late, loader);
        }
    }
}

/* ComputedSink.import */
static void import_computed(void *context, const char *pattern, Range range) {
    Loader *loader = context;
    Program *program = loader->program;
    const char *hole = strchr(pattern, WILDCARD);
    if (!hole) {
        if (*pattern)
            require_named(loader, name_cstr(program->names, pattern), range, false);
        return;
    }
    while (hole > pattern && hole[-1] != '.')
        hole--;
    if (hole == pattern && (*hole == WILDCARD || strchr(pattern, '.'))) {
        note_late(loader);
        return warn_computed(loader, range);
    }
    const Module *parent = NULL;
    if (hole > pattern)
        parent = require(loader, name_intern(program->names, pattern, (size_t)(hole - pattern) - 1),
                         range, true);
    loader->is_guess = true;
    if (parent || hole == pattern)
        require_matching(loader, parent, hole, range);
    loader->is_guess = false;
}

/* ComputedSink.probe */
static void probe_computed(void *context, const char *name, Range range) {
    Loader *loader = context;
    require_named(loader, name_cstr(loader->program->names, name), range, true);
}

/* Reads all modules in the package `parent`, and if `deep` those in its packages. */
static void require_children(Loader *loader, const Module *parent, bool deep, Range range) {
    Arena *arena = loader->program->arena;
    Children children = list_children(arena, loader->folders.items[parent->index]);
    for (size_t i = 0; i < children.count; i++) {
        const char *full = arena_printf(arena, "%s.%s", parent->name->text, children.items[i]);
        const Module *child = require(loader, name_cstr(loader->program->names, full), range, true);
        if (child && child->is_package && deep)
            require_children(loader, child, deep, range);
    }
}

/* ComputedSink.list */
static void list_computed(void *context, const char *package, bool deep, Range range) {
    Loader *loader = context;
    const Module *parent = require(loader, name_cstr(loader->program->names, package), range, true);
    loader->is_guess = true;
    if (parent && parent->is_package)
        require_children(loader, parent, deep, range);
    loader->is_guess = false;
}

/* ComputedSink.distribution */
static void note_distribution(void *context, const char *pattern) {
    Loader *loader = context;
    VEC_PUSH(loader->program->arena, &loader->distributions, pattern);
}

/* ComputedSink.resources */
static void note_resources(void *context, const char *pattern) {
    Loader *loader = context;
    for (size_t i = 0; i < loader->resources.count; i++)
        if (!strcmp(loader->resources.items[i], pattern))
            return;
    VEC_PUSH(loader->program->arena, &loader->resources, pattern);
}

/* What the library computes are names that programs give it: of those, the program's own modules
 * tell.
 */
static void follow_computed(Loader *loader, AstNode *node) {
    ComputedSink sink = {.arena = loader->program->arena,
                         .importer = loader->importer,
                         .spelled_only = loader->importer->is_library,
                         .context = loader,
                         .import = import_computed,
                         .probe = probe_computed,
                         .list = list_computed,
                         .distribution = note_distribution,
                         .resources = note_resources};
    computed_find(node, &sink);
}

static bool put_off(Loader *loader, AstNode *node, AstNode *statement) {
    return usage_put_off(loader->usage, loader->importer, node, statement);
}

/* import a.b.c binds the package a; import a.b.c as x binds the leaf. */
static void follow_import_name(Loader *loader, const AstAlias *alias, const AstNode *statement) {
    const Name *dotted = alias->name;
    usage_mention_dotted(loader->usage, dotted);
    Module *module = require(loader, dotted, statement->range, false);
    if (!alias->asname && strchr(dotted->text, '.'))
        module = program_find_module(loader->program, alias->symbol->name->text);
    usage_resolve(loader->usage, alias->symbol, module);
}

static const Name *submodule_name(const Program *program, const Name *package, const Name *name) {
    const char *text = arena_printf(program->arena, "%s.%s", package->text, name->text);
    return name_cstr(program->names, text);
}

/* Notes that `name` of what `dotted` leads to is asked for. */
static void mention_imported(Loader *loader, const Name *dotted, Module *module, const Name *name) {
    usage_mention_dotted(loader->usage, dotted);
    if (!module)
        usage_mention(loader->usage, name);
    else if (strcmp(name->text, "*") == 0)
        usage_keep_exports(loader->usage, module);
    else
        usage_mention_in(loader->usage, module, name);
}

static void follow_import_from_name(Loader *loader, const AstAlias *alias,
                                    const AstImportFrom *node) {
    Program *program = loader->program;
    const Name *name = alias->name;
    const Name *dotted =
        program_resolve_relative(program, loader->importer, node->level, node->module);
    if (!dotted)
        return; /* ImportError when it runs */
    Module *module = require(loader, dotted, node->base.range, false);
    mention_imported(loader, dotted, module, name);
    if (!module || !module->is_package)
        return usage_resolve(loader->usage, alias->symbol, NULL);
    /* A package's own `from . import submodule` binds the name too. */
    bool defined = module != loader->importer && module->scope && scope_find(module->scope, name) &&
                   scope_find(module->scope, name)->is_bound;
    Module *part = NULL;
    if (strcmp(name->text, "*") != 0 && !defined)
        part = require(loader, submodule_name(program, dotted, name), node->base.range, true);
    usage_resolve(loader->usage, alias->symbol, part);
}

static bool is_future_import(const AstNode *node) {
    const AstImportFrom *import = AST_CAST(ImportFrom, node);
    return node->kind == AST_ImportFrom && import->module && import->level == 0 &&
           strcmp(import->module->text, "__future__") == 0;
}

/* Follows one name of the import `statement`. */
static void follow_alias(Loader *loader, AstNode *alias, AstNode *statement) {
    if (statement->kind == AST_Import)
        follow_import_name(loader, AST_CAST(Alias, alias), statement);
    else
        follow_import_from_name(loader, AST_CAST(Alias, alias), AST_CAST(ImportFrom, statement));
}

/* `may_put_off`: it stands at its module's own level, and nothing hangs on its success. */
static void follow_import(Loader *loader, AstNode *node, bool may_put_off) {
    AstNodes names = node->kind == AST_Import ? AST_CAST(Import, node)->names
                                              : AST_CAST(ImportFrom, node)->names;
    if (is_future_import(node))
        return;
    for (size_t i = 0; i < names.count; i++)
        if (!may_put_off || !put_off(loader, names.items[i], node))
            follow_alias(loader, names.items[i], node);
}

static bool is_type_checking(const AstNode *test) {
    if (test->kind == AST_Name)
        return strcmp(AST_CAST(Name, test)->id->text, "TYPE_CHECKING") == 0;
    return test->kind == AST_Attribute &&
           strcmp(AST_CAST(Attribute, test)->attr->text, "TYPE_CHECKING") == 0;
}

/* `__name__ == "__main__"` in a module that is not the main one. */
static bool is_main_check(const Loader *loader, const AstNode *test) {
    if (test->kind != AST_Compare || loader->importer->index == 0)
        return false;
    const AstCompare *compare = AST_CAST(Compare, test);
    return compare->ops.count == 1 && compare->ops.items[0] == OP_Eq &&
           compare->left->kind == AST_Name &&
           strcmp(AST_CAST(Name, compare->left)->id->text, "__name__") == 0;
}

/* `sys.platform == "win32"`, `os.name == "nt"` and their like: no program is compiled for these. */
static bool is_foreign_platform(const AstNode *test) {
    static const char *const foreign[] = {"cygwin", "darwin", "nt", "vxworks", "win32"};
    if (test->kind != AST_Compare || AST_CAST(Compare, test)->ops.count != 1)
        return false;
    const AstCompare *compare = AST_CAST(Compare, test);
    const AstNode *left = compare->left, *right = compare->comparators.items[0];
    if (compare->ops.items[0] != OP_Eq || left->kind != AST_Attribute ||
        right->kind != AST_Constant || AST_CAST(Constant, right)->value.kind != CONST_STR)
        return false;
    const char *name = AST_CAST(Attribute, left)->attr->text;
    Str text = AST_CAST(Constant, right)->value.text;
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (text.size == strlen(foreign[i]) && !memcmp(text.data, foreign[i], text.size))
            return !strcmp(name, "platform") || !strcmp(name, "name");
    return false;
}

static bool never_runs(const Loader *loader, const AstNode *test) {
    return is_type_checking(test) || is_main_check(loader, test) ||
           (loader->importer->is_library && is_foreign_platform(test));
}

static bool catches_import_error(const AstNode *type) {
    if (!type)
        return true;
    if (type->kind == AST_Tuple) {
        AstNodes elements = AST_CAST(Tuple, type)->elts;
        for (size_t i = 0; i < elements.count; i++)
            if (catches_import_error(elements.items[i]))
                return true;
        return false;
    }
    if (type->kind != AST_Name)
        return false;
    const char *name = AST_CAST(Name, type)->id->text;
    return strcmp(name, "ImportError") == 0 || strcmp(name, "ModuleNotFoundError") == 0 ||
           strcmp(name, "Exception") == 0 || strcmp(name, "BaseException") == 0;
}

static bool is_forgiving(const AstTry *node) {
    for (size_t i = 0; i < node->handlers.count; i++)
        if (catches_import_error(AST_CAST(ExceptHandler, node->handlers.items[i])->type))
            return true;
    return false;
}

static void follow(AstNode *node, void *context);

static void follow_all(Loader *loader, AstNodes nodes) {
    for (size_t i = 0; i < nodes.count; i++)
        follow(nodes.items[i], loader);
}

static void follow_try_body(Loader *loader, const AstTry *node) {
    bool forgiving = is_forgiving(node);
    loader->forgiving += forgiving;
    follow_all(loader, node->body);
    loader->forgiving -= forgiving;
}

static void follow_try(Loader *loader, const AstTry *node) {
    follow_try_body(loader, node);
    follow_all(loader, node->handlers);
    follow_all(loader, node->orelse);
    follow_all(loader, node->finalbody);
}

/* Type parameters and `type` statements are served by a module of the runtime's. */
static void follow_generic(Loader *loader, const AstNode *node) {
    bool is_generic =
        node->kind == AST_TypeAlias ||
        (node->kind == AST_FunctionDef && AST_CAST(FunctionDef, node)->type_params.count) ||
        (node->kind == AST_ClassDef && AST_CAST(ClassDef, node)->type_params.count);
    const Name *name = name_cstr(loader->program->names, "_generics");
    Module *generics = is_generic ? require(loader, name, node->range, false) : NULL;
    if (generics)
        usage_keep_module(loader->usage, generics);
}

static void mention_as(Loader *loader, const char *kind, const Name *name) {
    Program *program = loader->program;
    const char *text = arena_printf(program->arena, "%s:%s", kind, name->text);
    usage_mention(loader->usage, name_cstr(program->names, text));
}

/* The number that a constant expression like 10**6 is about, 0 for any other. */
static double constant_size(const AstNode *node) {
    if (node->kind == AST_Constant) {
        const AstLiteral *value = &AST_CAST(Constant, node)->value;
        return value->kind == CONST_INT ? (double)value->integer : 0;
    }
    if (node->kind != AST_BinOp)
        return 0;
    const AstBinOp *operation = AST_CAST(BinOp, node);
    double left = constant_size(operation->left), right = constant_size(operation->right);
    if (operation->op == OP_Pow && left > 1)
        return right > 64 ? HUGE_VAL : pow(left, right);
    return operation->op == OP_Mult ? left * right : 0;
}

/* A call mentions "small:NAME" if its first argument may be a small number: parts of the runtime
 * serve only those. */
static void mention_call(Loader *loader, const AstCall *node) {
    enum { LARGE = 10000 };
    if (node->args.count && constant_size(node->args.items[0]) > LARGE)
        return;
    if (node->func->kind == AST_Attribute)
        mention_as(loader, "small", AST_CAST(Attribute, node->func)->attr);
    else if (node->func->kind == AST_Name)
        mention_as(loader, "small", AST_CAST(Name, node->func)->id);
}

static void mention_calls(AstNode *node, void *context) {
    if (node->kind == AST_Call)
        mention_call(context, AST_CAST(Call, node));
    ast_each_child(node, mention_calls, context);
}

static void follow_expression(Loader *loader, AstNode *node) {
    usage_note(node, loader->usage);
    if (!loader->importer->is_library)
        mention_calls(node, loader);
    follow_computed(loader, node);
    const Module *importer = loader->importer;
    if (importer->is_library && !importer->is_runtime && usage_lists_names(node))
        usage_keep_module(loader->usage, loader->importer);
    if (!loader->importer->is_library && !loader->is_dynamic)
        loader->is_dynamic = usage_is_dynamic(node);
}

/* `x += 1` reads x. */
static void follow_augmented(Loader *loader, const AstAugAssign *node) {
    if (node->target->kind == AST_Name)
        usage_note_symbol(loader->usage, AST_CAST(Name, node->target)->symbol);
    else
        usage_note(node->target, loader->usage);
}

/* A class statement mentions "class:NAME" for each base and "field:NAME" for the variables that are
 * assigned in it: parts of the runtime serve some subclasses. */
static void mention_class(Loader *loader, const AstClassDef *node) {
    for (size_t i = 0; i < node->bases.count; i++) {
        const AstNode *base = node->bases.items[i];
        if (base->kind == AST_Name)
            mention_as(loader, "class", AST_CAST(Name, base)->id);
        else if (base->kind == AST_Attribute)
            mention_as(loader, "class", AST_CAST(Attribute, base)->attr);
    }
    for (size_t i = 0; i < node->body.count; i++) {
        if (node->body.items[i]->kind != AST_Assign)
            continue;
        const AstNode *target = AST_CAST(Assign, node->body.items[i])->targets.items[0];
        if (target->kind == AST_Name)
            mention_as(loader, "field", AST_CAST(Name, target)->id);
    }
}

static void follow_statement(Loader *loader, AstNode *node) {
    switch (node->kind) {
    case AST_ClassDef:
        mention_class(loader, AST_CAST(ClassDef, node));
        break;
    case AST_Import:
    case AST_ImportFrom:
        return follow_import(loader, node, false);
    case AST_Try:
        return follow_try(loader, AST_CAST(Try, node));
    case AST_FunctionDef:
        if (put_off(loader, node, node))
            return;
        break;
    case AST_AugAssign:
        follow_augmented(loader, AST_CAST(AugAssign, node));
        break;
    case AST_If:
        if (!never_runs(loader, AST_CAST(If, node)->test))
            break;
        if (loader->importer->is_library)
            follow(AST_CAST(If, node)->test, loader);
        return follow_all(loader, AST_CAST(If, node)->orelse);
    default:
        break;
    }
    ast_each_child(node, follow, loader);
}

static void follow(AstNode *node, void *context) {
    Loader *loader = context;
    bool is_expression = node->kind >= AST_BoolOp && node->kind <= AST_Slice;
    if (is_expression || node->kind == AST_MatchClass)
        return follow_expression(loader, node);
    follow_generic(loader, node);
    bool exports = loader->importer->is_library && usage_is_export_list(node);
    if (exports)
        usage_set_exports(loader->usage, true);
    follow_statement(loader, node);
    if (exports)
        usage_set_exports(loader->usage, false);
}

static void follow_top(Loader *loader, AstNode *node);

static void follow_top_all(Loader *loader, AstNodes nodes) {
    for (size_t i = 0; i < nodes.count; i++)
        follow_top(loader, nodes.items[i]);
}

/* Native modules that one platform lacks: modules that import them may fail. */
static bool is_platform_module(const char *name) {
    static const char *const some[] = {
        "_bz2",
        "_lzma",
        "_multiprocessing",
        "_posixshmem",
        "_posixsubprocess",
        "_signal",
        "_socket",
        "_locale",
        "_sqlite3_native",
        "_ssl",
        "faulthandler",
        "fcntl",
        "grp",
        "mmap",
        "pwd",
        "pyexpat",
        "select",
        "resource",
        "syslog",
        "termios",
        "zlib",
    };
    for (size_t i = 0; i < sizeof some / sizeof *some; i++)
        if (!strcmp(name, some[i]))
            return true;
    return false;
}

static bool is_surely_there(Loader *loader, const Name *dotted) {
    Found found;
    if (is_native(loader, dotted->text))
        return !is_platform_module(dotted->text);
    return program_find_module(loader->program, dotted->text) ||
           (!strchr(dotted->text, '.') && find_module(loader, NULL, dotted->text, &found));
}

/* Does `module` of the runtime import nothing that may be missing? */
static bool loads_surely(Loader *loader, const Module *module) {
    for (size_t i = 0; i < module->tree->body.count; i++) {
        const AstNode *node = module->tree->body.items[i];
        if (node->kind == AST_Try || node->kind == AST_If)
            return false;
        if (node->kind == AST_ImportFrom &&
            (AST_CAST(ImportFrom, node)->level ||
             !is_surely_there(loader, AST_CAST(ImportFrom, node)->module)))
            return false;
        for (size_t k = 0; node->kind == AST_Import && k < AST_CAST(Import, node)->names.count; k++)
            if (!is_surely_there(loader,
                                 AST_CAST(Alias, AST_CAST(Import, node)->names.items[k])->name))
                return false;
    }
    return true;
}

/* Is `node` "from x import a, b" where the runtime's module x is known to have them? */
static bool surely_imports(Loader *loader, const AstNode *node) {
    if (node->kind != AST_ImportFrom || AST_CAST(ImportFrom, node)->level)
        return false;
    const AstImportFrom *import = AST_CAST(ImportFrom, node);
    const Module *module = require(loader, import->module, node->range, true);
    if (!module || !module->is_runtime || !module->scope || !loads_surely(loader, module))
        return false;
    for (size_t i = 0; i < import->names.count; i++) {
        const AstAlias *alias = AST_CAST(Alias, import->names.items[i]);
        const Symbol *symbol = alias->symbol ? scope_find(module->scope, alias->name) : NULL;
        if (!symbol || !symbol->is_bound)
            return false;
    }
    return true;
}

/* Does `node` of the library import, in place of something of its own, what the runtime has for
 * sure? Then its handlers never run. */
static bool replaces_surely(Loader *loader, const AstTry *node) {
    if (!loader->importer->is_library || !is_forgiving(node))
        return false;
    loader->forgiving++;
    bool sure = true;
    for (size_t i = 0; sure && i < node->body.count; i++)
        sure = surely_imports(loader, node->body.items[i]);
    loader->forgiving--;
    return sure;
}

static void leave_out(AstNodes nodes) {
    for (size_t i = 0; i < nodes.count; i++)
        nodes.items[i]->is_unused = true;
}

/* A `try` at the module's own level: on the success of what is tried hangs what runs next. */
static void follow_top_try(Loader *loader, const AstTry *node) {
    if (replaces_surely(loader, node)) {
        for (size_t i = 0; i < node->handlers.count; i++)
            leave_out(AST_CAST(ExceptHandler, node->handlers.items[i])->body);
        follow_top_all(loader, node->body);
        follow_top_all(loader, node->orelse);
        return follow_top_all(loader, node->finalbody);
    }
    follow_try_body(loader, node);
    for (size_t i = 0; i < node->handlers.count; i++) {
        const AstExceptHandler *handler = AST_CAST(ExceptHandler, node->handlers.items[i]);
        if (handler->type)
            follow(handler->type, loader);
        follow_top_all(loader, handler->body);
    }
    follow_top_all(loader, node->orelse);
    follow_top_all(loader, node->finalbody);
}

static void follow_top_if(Loader *loader, const AstIf *node) {
    bool is_dead = never_runs(loader, node->test);
    if (!is_dead || loader->importer->is_library)
        follow(node->test, loader);
    if (!is_dead)
        follow_top_all(loader, node->body);
    else if (loader->importer->is_library)
        leave_out(node->body);
    follow_top_all(loader, node->orelse);
}

/* A statement in use at the module's own level: what is in it stands there too. */
static void follow_top_used(Loader *loader, AstNode *node) {
    if (node->kind == AST_Import || node->kind == AST_ImportFrom) {
        follow_import(loader, node, true);
    } else if (node->kind == AST_If) {
        follow_top_if(loader, AST_CAST(If, node));
    } else if (node->kind == AST_Try) {
        follow_top_try(loader, AST_CAST(Try, node));
    } else {
        follow(node, loader);
    }
}

/* Any statement at the module's own level. */
static void follow_top(Loader *loader, AstNode *node) {
    bool is_import = node->kind == AST_Import || node->kind == AST_ImportFrom;
    if (is_import || !put_off(loader, node, node))
        follow_top_used(loader, node);
}

/* ---- parts of native packages ---- */

static bool mentions(const Loader *loader, const char *text, size_t size) {
    const Name *name = name_known(loader->program->names, text, size);
    return name && usage_is_mentioned(loader->usage, name);
}

/* Is `text` "module:NAME" with the name of a module of the program? */
static bool names_module(const Loader *loader, const char *text, size_t size) {
    static const char prefix[] = "module:";
    size_t skip = sizeof prefix - 1;
    if (size <= skip || memcmp(text, prefix, skip) != 0)
        return false;
    const char *name = arena_copy(loader->program->arena, text + skip, size - skip);
    return program_find_module(loader->program, name) != NULL;
}

/* Is one of the names of `part` mentioned, and its package? "@name": in the user's own modules,
 * which is enough by itself. */
static bool is_wanted(const Loader *loader, const FrontendPart *part) {
    bool package = mentions(loader, part->package, strlen(part->package));
    for (const char *names = part->names; *names;) {
        size_t size = strcspn(names, " ");
        if (names_module(loader, names, size))
            return true;
        const Name *name = name_known(loader->program->names, names + 1, size - 1);
        if (*names == '@' ? name && usage_is_mentioned_by_user(loader->usage, name)
                          : package && mentions(loader, names, size))
            return true;
        names += size + strspn(names + size, " ");
    }
    return package && loader->is_dynamic && part->is_native && *part->names != '@';
}

/* Loads the parts that the program mentions; what parts mention themselves, they import. */
static void load_parts(Loader *loader) {
    const FrontendOptions *options = loader->options;
    Program *program = loader->program;
    bool *wanted = ARENA_ARRAY(program->arena, bool, options->part_count + 1);
    for (size_t i = 0; i < options->part_count; i++) {
        const FrontendPart *part = &options->parts[i];
        wanted[i] = !part->is_native && is_wanted(loader, part);
    }
    for (size_t i = 0; i < options->part_count; i++)
        if (wanted[i])
            require(loader, name_cstr(program->names, options->parts[i].module), (Range){0}, true);
    if (options->evaluator)
        require(loader, name_cstr(program->names, options->evaluator), (Range){0}, true);
}

/* Lists the native parts that are mentioned, all of them if attributes have computed names, and
 * their packages. */
static void list_native_parts(Loader *loader) {
    const FrontendOptions *options = loader->options;
    Program *program = loader->program;
    for (size_t i = 0; i < options->part_count; i++) {
        const FrontendPart *part = &options->parts[i];
        if (!part->is_native || !is_wanted(loader, part))
            continue;
        VEC_PUSH(program->arena, &program->natives, part->package);
        VEC_PUSH(program->arena, &program->natives, part->module);
    }
}

/* ---- what programs carry with them ---- */

/* Is the distribution in `path` asked for: by its name, or because the program has what it
 * installed and asks for all of them? */
static bool is_asked_for(const Loader *loader, const char *entry, const char *path) {
    for (size_t i = 0; i < loader->distributions.count; i++) {
        const char *pattern = loader->distributions.items[i];
        if (!strchr(pattern, WILDCARD) && data_is_distribution(entry, pattern))
            return true;
        if (strchr(pattern, WILDCARD) && data_is_distribution(entry, NULL) &&
            program_find_module(loader->program, data_top_level(loader->program->arena, path)))
            return true;
    }
    return false;
}

static void add_distributions(const Loader *loader, DataText *data) {
    Arena *arena = loader->program->arena;
    data_begin(data, "DISTRIBUTIONS");
    for (size_t i = 0; i < loader->paths.count; i++) {
        DataEntries entries = data_entries(arena, loader->paths.items[i]);
        for (size_t k = 0; k < entries.count; k++) {
            const char *path = join_path(arena, loader->paths.items[i], entries.items[k], "");
            if (data_is_distribution(entries.items[k], NULL) &&
                is_asked_for(loader, entries.items[k], path))
                data_add_distribution(data, entries.items[k], path);
        }
    }
    data_end(data);
}

static void add_resources(const Loader *loader, DataText *data) {
    data_begin(data, "FILES");
    for (size_t i = 0; i < loader->resources.count; i++) {
        const Module *package = program_find_module(loader->program, loader->resources.items[i]);
        if (package && !package->is_library && package->is_package)
            data_add_resources(data, package->name->text, loader->folders.items[package->index]);
    }
    data_end(data);
}

/* Makes the module _program_data, if a module that reads it is in the program. */
static void load_data(Loader *loader) {
    Program *program = loader->program;
    Arena *arena = program->arena;
    const char *const readers[] = {"importlib.metadata", "importlib.resources", "pkgutil"};
    bool wanted = false;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        wanted |= program_find_module(program, readers[i]) != NULL;
    if (!wanted || (!loader->distributions.count && !loader->resources.count))
        return;
    DataText data = {.arena = arena};
    add_distributions(loader, &data);
    add_resources(loader, &data);
    Module *module = add_module(loader, name_cstr(program->names, "_program_data"), NULL, NULL);
    module->is_library = module->is_runtime = module->is_kept_whole = true;
    module->source = source_from_bytes(arena, program->diags, "_program_data.py", data.text.items,
                                       data.text.count);
    if (module->source)
        check_source(loader, module, program->diags);
}

/* ---- the door ---- */

Module *program_find_module(const Program *program, const char *dotted_name) {
    for (size_t i = 0; i < program->modules.count; i++)
        if (strcmp(program->modules.items[i]->name->text, dotted_name) == 0)
            return program->modules.items[i];
    return NULL;
}

const Name *program_resolve_relative(const Program *program, const Module *importer, int level,
                                     const Name *module) {
    if (level == 0)
        return module;
    const Module *package = importer->is_package ? importer : importer->parent;
    for (int i = 1; i < level && package; i++)
        package = package->parent;
    if (!package)
        return NULL;
    return module ? submodule_name(program, package->name, module) : package->name;
}

static void set_importer(Loader *loader, Module *module) {
    loader->importer = module;
    usage_set_library(loader->usage, module->is_library);
}

static void follow_unit(Loader *loader, const UsageUnit *unit) {
    set_importer(loader, unit->module);
    if (unit->node->kind == AST_Alias)
        follow_alias(loader, unit->node, unit->statement);
    else if (unit->node->kind == AST_FunctionDef)
        ast_each_child(unit->node, follow, loader);
    else
        follow_top_used(loader, unit->node);
}

/* Follows the imports of the modules from `first` on, those that join meanwhile, and the statements
 * that turn out to be used. */
static void follow_all_modules(Loader *loader, size_t first) {
    Program *program = loader->program;
    const UsageUnit *unit;
    do {
        for (; first < program->modules.count; first++) {
            set_importer(loader, program->modules.items[first]);
            if (loader->importer->tree)
                follow_top_all(loader, loader->importer->tree->body);
        }
        unit = usage_next(loader->usage);
        if (unit)
            follow_unit(loader, unit);
    } while (unit || first < program->modules.count);
}

/* The modules that the user's code imports itself stay whole. */
static void keep_imported(Loader *loader) {
    Program *program = loader->program;
    size_t count = program->modules.count;
    for (size_t i = 0; i < count; i++)
        if (program->modules.items[i]->is_imported_by_user)
            usage_keep_module(loader->usage, program->modules.items[i]);
    follow_all_modules(loader, count);
}

Program *frontend_read(Arena *arena, DiagSink *diags, const char *path,
                       const FrontendOptions *options) {
    Program *program = ARENA_NEW(arena, Program);
    program->arena = arena;
    program->names = name_table_new(arena);
    program->diags = diags;
    Loader loader = {.program = program, .options = options};
    set_paths(&loader, path);
    Module *main = add_module(&loader, name_cstr(program->names, "__main__"), NULL, NULL);
    if (!read_source(&loader, main, path, diags))
        return program;
    loader.usage = usage_new(arena, program->names);
    if (options->mentioned)
        usage_mention(loader.usage, name_cstr(program->names, options->mentioned));
    usage_set_library(loader.usage, true);
    loader.is_dynamic = options->evaluator;
    for (size_t i = 0; i < options->called_count; i++)
        usage_mention(loader.usage, name_cstr(program->names, options->called[i]));
    follow_all_modules(&loader, 0);
    size_t seen = program->modules.count;
    load_parts(&loader);
    follow_all_modules(&loader, seen);
    for (size_t count = 0; loader.late.count && count < program->modules.count;) {
        count = program->modules.count;
        load_late(&loader);
        follow_all_modules(&loader, count);
    }
    if (loader.is_dynamic)
        keep_imported(&loader);
    load_data(&loader);
    list_native_parts(&loader);
    return program;
}
