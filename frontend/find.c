/*
 * find.c — where modules are: beside the main module, in the search paths, and in the pure-Python
 * library of an installed Python (see loader.h).
 */
#include "loader.h"

#include "data.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool path_is_file(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

const char *path_join(Arena *arena, const char *folder, const char *name, const char *suffix) {
    if (strcmp(folder, ".") == 0)
        return arena_printf(arena, "%s%s", name, suffix);
    size_t size = strlen(folder);
    const char *slash = size && folder[size - 1] == '/' ? "" : "/";
    return arena_printf(arena, "%s%s%s%s", folder, slash, name, suffix);
}

static bool is_inside(const char *path, const char *folder) {
    size_t size = strlen(folder);
    while (size && folder[size - 1] == '/')
        size--;
    return strncmp(path, folder, size) == 0 && path[size] == '/';
}

static const char *folder_of(Arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : arena_copy(arena, path, (size_t)(slash - path));
}

static void add_library(Loader *loader, const char *root) {
    Arena *arena = loader->program->arena;
    const char *packages = path_join(arena, root, "site-packages", "");
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
            if (!path_is_file(path_join(arena, root, "os.py", "")))
                continue;
            add_library(loader, root);
            if (is_folder("/usr/lib/python3/dist-packages"))
                VEC_PUSH(arena, &loader->paths, "/usr/lib/python3/dist-packages");
            return;
        }
    }
}

/* The folder's one absolute name. */
static const char *real_folder(Arena *arena, const char *folder) {
    char *real = realpath(folder, NULL);
    const char *copy = real ? arena_copy(arena, real, strlen(real)) : folder;
    free(real);
    return copy;
}

/* Is one of the two folders inside the other, or are they the same? */
static bool are_related(Arena *arena, const char *one, const char *other) {
    one = real_folder(arena, one);
    other = real_folder(arena, other);
    return !strcmp(one, other) || is_inside(one, other) || is_inside(other, one);
}

/* Notes which folders of PYTHONPATH have packages of others: those that have nothing to do with the
 * program's own, which are the main module's and -I's. */
static void note_installed(Loader *loader) {
    Arena *arena = loader->program->arena;
    const char *runtime = loader->options->runtime_library;
    size_t own_count = 1 + loader->options->own_path_count;
    for (size_t i = 0; i < loader->library_start; i++) {
        bool is_own = i < own_count || loader->paths.items[i] == runtime;
        for (size_t k = 0; k < own_count && !is_own; k++)
            is_own = are_related(arena, loader->paths.items[i], loader->paths.items[k]);
        VEC_PUSH(arena, &loader->installed, !is_own);
    }
}

void find_set_paths(Loader *loader, const char *main_path) {
    Arena *arena = loader->program->arena;
    bool standard_input = strcmp(main_path, "-") == 0;
    VEC_PUSH(arena, &loader->paths, standard_input ? "." : folder_of(arena, main_path));
    for (size_t i = 0; i < loader->options->search_path_count; i++)
        VEC_PUSH(arena, &loader->paths, loader->options->search_paths[i]);
    loader->library_start = loader->paths.count;
    note_installed(loader);
    add_libraries(loader);
}

/* Looks for the module or package `name` in `folder`. */
static bool find_in(Arena *arena, const char *folder, const char *name, Found *found) {
    const char *package = path_join(arena, folder, name, "");
    const char *init = path_join(arena, package, "__init__.py", "");
    const char *file = path_join(arena, folder, name, ".py");
    if (path_is_file(init))
        *found = (Found){.file = init, .folder = package};
    else if (path_is_file(file))
        *found = (Found){.file = file};
    else
        return false;
    return true;
}

bool find_child(Arena *arena, const char *folder, const char *name) {
    Found found;
    return find_in(arena, folder, name, &found) || is_folder(path_join(arena, folder, name, ""));
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
    return find_in(arena, path_join(arena, own, package->name->text, ""), name, found);
}

/* A module of an installed package whose __init__ the runtime has its own version of. */
static bool find_installed(Loader *loader, const Module *package, const char *name, Found *found) {
    Arena *arena = loader->program->arena;
    for (size_t i = loader->library_start; package->is_runtime && i < loader->paths.count; i++) {
        const char *folder = path_join(arena, loader->paths.items[i], package->name->text, "");
        if (find_in(arena, folder, name, found))
            return true;
    }
    return false;
}

static bool find_any(Loader *loader, const Module *parent, const char *name, Found *found) {
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
        const char *folder = path_join(arena, folders[i], name, "");
        if (!namespace && is_folder(folder))
        namespace = folder;
    }
    if (!namespace)
        return parent ? find_installed(loader, parent, name, found)
                      : find_pure(loader, name, found);
    *found = (Found){.folder = namespace};
    return true;
}

/* Is what was found in a package that somebody installed? */
static bool is_installed(const Loader *loader, const Module *parent, const Found *found) {
    const char *path = found->file ? found->file : found->folder;
    if (parent)
        return parent->is_installed;
    if (strstr(path, "-packages/"))
        return true;
    for (size_t i = 0; i < loader->installed.count; i++)
        if (loader->installed.items[i] && is_inside(path, loader->paths.items[i]))
            return true;
    return false;
}

bool find_module(Loader *loader, const Module *parent, const char *name, Found *found) {
    if (!find_any(loader, parent, name, found))
        return false;
    found->is_installed = is_installed(loader, parent, found);
    return true;
}

bool find_part(Loader *loader, const char *dotted, Found *found) {
    Arena *arena = loader->program->arena;
    const char *dot = strrchr(dotted, '.');
    const char *package = arena_copy(arena, dotted, (size_t)(dot - dotted));
    for (size_t i = 0; i < loader->options->search_path_count; i++) {
        const char *folder = path_join(arena, loader->options->search_paths[i], package, "");
        if (find_in(arena, folder, dot + 1, found))
            return true;
    }
    return false;
}

bool find_is_runtime(const Loader *loader, const char *path) {
    const char *own = loader->options->runtime_library;
    return own && is_inside(path, own);
}

const char *find_library_folder(const Loader *loader) {
    bool is_there = loader->library_start < loader->paths.count;
    return is_there ? loader->paths.items[loader->library_start] : NULL;
}

bool find_is_library(const Loader *loader, const char *path) {
    const char *root = find_library_folder(loader);
    return root && is_inside(path, root) && !strstr(path + strlen(root), "-packages/");
}

bool find_in_library(const Loader *loader, const Module *module) {
    const char *path = module && module->source ? module->source->path : NULL;
    for (size_t i = loader->library_start; path && i < loader->paths.count; i++)
        if (strncmp(path, loader->paths.items[i], strlen(loader->paths.items[i])) == 0)
            return true;
    return false;
}

/* A child of a package's folder: NAME.py or a folder with an __init__.py. NULL: it is no module. */
static const char *child_name(Arena *arena, const char *folder, const char *entry) {
    size_t size = strlen(entry);
    if (!strcmp(entry, "__init__.py"))
        return NULL;
    if (size > 3 && !strcmp(entry + size - 3, ".py")) {
        const char *name = arena_copy(arena, entry, size - 3);
        return strpbrk(name, ".-") ? NULL : name;
    }
    const char *init = path_join(arena, path_join(arena, folder, entry, ""), "__init__.py", "");
    return path_is_file(init) ? arena_copy(arena, entry, size) : NULL;
}

Children find_children(Arena *arena, const char *folder) {
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
