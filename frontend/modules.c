/*
 * modules.c — the module graph: reads the main module and everything it imports (see frontend.h).
 *
 * Modules are read in the order in which imports mention them (follow.c); each new one joins a
 * queue whose imports are followed in turn, so that cycles end by themselves.
 */
#include "loader.h"

#include "known_text.h"
#include "cpython_lines.h"
#include "read.h"
#include "source.h"
#include "syntax.h"

#include <string.h>

/* ---- reading one module ---- */

Module *loader_add_module(Loader *loader, const Name *name, Module *parent, const char *folder) {
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

bool loader_check(Loader *loader, Module *module, DiagSink *diags) {
    Program *program = loader->program;
    uint32_t errors = diag_error_count(diags);
    const char *masked = syntax_check(program->arena, diags, module->source);
    if (!masked)
        return false;
    module->tree = read_module(program->arena, program->names, diags, module->source, masked);
    if (!module->tree)
        return false;
    known_text_expand(program->arena, program->names, module->tree);
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
    const char *path = own ? path_join(arena, own, name, ".end.py") : "";
    if (!path_is_file(path))
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
    module->is_runtime = find_is_runtime(loader, module->source->path);
    module->is_library = module->is_runtime || find_is_library(loader, module->source->path);
    if (module->is_library && !module->is_runtime && !read_ending(loader, module, diags))
        return false;
    if (module->is_runtime)
        module->cpython_lines = cpython_lines(program->arena, module->source,
                                              path + strlen(loader->options->runtime_library) + 1,
                                              find_library_folder(loader));
    VEC_PUSH(program->arena, &program->files, module->source->path);
    return loader_check(loader, module, diags);
}

static bool is_missing(const Loader *loader, const Name *name) {
    for (size_t i = 0; i < loader->missing.count; i++)
        if (loader->missing.items[i] == name)
            return true;
    return false;
}

/* A module of the library or of an installed package must not make the program's compilation fail:
 * its errors become a warning. */
static Module *load_library(Loader *loader, const Name *name, Module *parent, const Found *found) {
    Program *program = loader->program;
    static const DiagOptions quiet;
    DiagSink *diags = diag_sink_new(program->arena, &quiet);
    Module *module = loader_add_module(loader, name, parent, found->folder);
    module->is_installed = found->is_installed;
    if (!found->file || read_source(loader, module, found->file, diags))
        return module;
    diag_report(program->diags, DIAG_MODULE, NULL, (Range){0}, NULL,
                "module '%s' cannot be compiled: %s", name->text, diag_first_text(diags));
    program->modules.count--;
    loader->folders.count--;
    VEC_PUSH(program->arena, &loader->missing, name);
    return NULL;
}

static Module *load(Loader *loader, const Name *name, Module *parent, const Found *found) {
    if (found->is_library || found->is_installed || loader->is_guess ||
        find_in_library(loader, parent))
        return load_library(loader, name, parent, found);
    Module *module = loader_add_module(loader, name, parent, found->folder);
    module->is_installed = found->is_installed;
    if (found->file)
        read_source(loader, module, found->file, loader->program->diags);
    return module;
}

/* ---- imports ---- */

bool loader_is_native(const Loader *loader, const char *name) {
    return loader->options->is_native_module && loader->options->is_native_module(name);
}

static void report_missing(Loader *loader, const Name *name, Range range) {
    if (is_missing(loader, name))
        return;
    VEC_PUSH(loader->program->arena, &loader->missing, name);
    if (loader->forgiving == 0 && !find_in_library(loader, loader->importer))
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

Module *loader_require(Loader *loader, const Name *dotted, Range range, bool optional) {
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
        if (loader_is_native(loader, prefix->text)) {
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
        if (!known && parent)
            known = follow_redirected(loader, parent, part, range);
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

/* ---- the door ---- */

const Name *program_submodule_name(const Program *program, const Name *package, const Name *name) {
    const char *text = arena_printf(program->arena, "%s.%s", package->text, name->text);
    return name_cstr(program->names, text);
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
    return module ? program_submodule_name(program, package->name, module) : package->name;
}

Module *program_find_module(const Program *program, const char *dotted_name) {
    for (size_t i = 0; i < program->modules.count; i++)
        if (strcmp(program->modules.items[i]->name->text, dotted_name) == 0)
            return program->modules.items[i];
    return NULL;
}

bool program_has_native(const Program *program, const char *name) {
    for (size_t i = 0; i < program->natives.count; i++)
        if (strcmp(program->natives.items[i], name) == 0)
            return true;
    return false;
}

/* Follows the imports of the modules from `first` on, those that join meanwhile, and the statements
 * that turn out to be used. */
static void follow_all_modules(Loader *loader, size_t first) {
    Program *program = loader->program;
    const UsageUnit *unit;
    do {
        for (; first < program->modules.count; first++)
            follow_module(loader, program->modules.items[first]);
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

/* The evaluator, if an installed package needs it. Texts ask for what they like. */
static void run_unknown_text(Loader *loader) {
    size_t count = loader->program->modules.count;
    if (evaluator_load(loader)) {
        loader->is_dynamic = true;
        follow_all_modules(loader, count);
        keep_imported(loader);
    }
    evaluator_warn(loader);
}

Program *frontend_read(Arena *arena, DiagSink *diags, const char *path,
                       const FrontendOptions *options) {
    Program *program = ARENA_NEW(arena, Program);
    program->arena = arena;
    program->names = name_table_new(arena);
    program->diags = diags;
    Loader loader = {.program = program, .options = options};
    find_set_paths(&loader, path);
    Module *main = loader_add_module(&loader, name_cstr(program->names, "__main__"), NULL, NULL);
    if (!read_source(&loader, main, path, diags))
        return program;
    loader.usage = usage_new(arena, program->names);
    if (options->mentioned)
        usage_mention(loader.usage, name_cstr(program->names, options->mentioned));
    usage_set_library(loader.usage, true);
    loader.is_dynamic = options->evaluator_use == EVALUATOR_ALWAYS;
    for (size_t i = 0; i < options->called_count; i++)
        usage_mention(loader.usage, name_cstr(program->names, options->called[i]));
    follow_all_modules(&loader, 0);
    size_t seen = program->modules.count;
    parts_load(&loader);
    follow_all_modules(&loader, seen);
    for (size_t count = 0; count < program->modules.count;) {
        count = program->modules.count;
        follow_late(&loader);
        entry_points_load(&loader);
        follow_all_modules(&loader, count);
    }
    if (loader.is_dynamic)
        keep_imported(&loader);
    run_unknown_text(&loader);
    program_data_load(&loader);
    parts_list_native(&loader);
    return program;
}
