/*
 * program_data.c — writes the module _program_data, which importlib.metadata and
 * importlib.resources read (see data.h).
 */
#include "loader.h"

#include "computed.h"
#include "data.h"
#include "source.h"

#include <string.h>

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
            const char *path = path_join(arena, loader->paths.items[i], entries.items[k], "");
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

void program_data_load(Loader *loader) {
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
    Module *module =
        loader_add_module(loader, name_cstr(program->names, "_program_data"), NULL, NULL);
    module->is_library = module->is_runtime = module->is_kept_whole = true;
    module->source = source_from_bytes(arena, program->diags, "_program_data.py", data.text.items,
                                       data.text.count);
    if (module->source)
        loader_check(loader, module, program->diags);
}
