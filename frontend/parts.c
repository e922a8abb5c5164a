/*
 * parts.c — the parts of native packages that a program gets: those whose names it mentions (see
 * loader.h).
 */
#include "loader.h"

#include <string.h>

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

/* Does one condition of a part hold? "@name": the name is mentioned in the user's own modules. */
static bool holds(const Loader *loader, const char *text, size_t size, bool is_there) {
    if (names_module(loader, text, size))
        return true;
    if (*text != '@')
        return is_there && mentions(loader, text, size);
    const Name *name = name_known(loader->program->names, text + 1, size - 1);
    return name && usage_is_mentioned_by_user(loader->usage, name);
}

/* "a&b": do all of these hold? */
static bool all_hold(const Loader *loader, const char *text, size_t size, bool is_there) {
    for (const char *end = text + size; text < end;) {
        const char *joint = memchr(text, '&', (size_t)(end - text));
        const char *stop = joint ? joint : end;
        if (!holds(loader, text, (size_t)(stop - text), is_there))
            return false;
        text = stop + 1;
    }
    return true;
}

/* Is `part` the evaluator, which the program is not to have? */
static bool is_refused(const FrontendOptions *options, const FrontendPart *part) {
    return options->evaluator_use == EVALUATOR_NEVER && options->evaluator &&
           !strcmp(part->module, options->evaluator);
}

/* Is one of the names of `part` mentioned, and its package? For "@name" that is enough by itself.
 */
static bool is_wanted(const Loader *loader, const FrontendPart *part) {
    if (is_refused(loader->options, part))
        return false;
    bool package = mentions(loader, part->package, strlen(part->package));
    bool is_there = package || strcmp(part->package, "builtins") == 0; /* which needs no import */
    for (const char *names = part->names; *names;) {
        size_t size = strcspn(names, " ");
        if (all_hold(loader, names, size, is_there))
            return true;
        names += size + strspn(names + size, " ");
    }
    return package && loader->is_dynamic && part->is_native && *part->names != '@';
}

void parts_load(Loader *loader) {
    const FrontendOptions *options = loader->options;
    Program *program = loader->program;
    bool *wanted = ARENA_ARRAY(program->arena, bool, options->part_count + 1);
    for (size_t i = 0; i < options->part_count; i++) {
        const FrontendPart *part = &options->parts[i];
        wanted[i] = !part->is_native && is_wanted(loader, part);
    }
    for (size_t i = 0; i < options->part_count; i++)
        if (wanted[i])
            loader_require(loader, name_cstr(program->names, options->parts[i].module), (Range){0},
                           true);
    if (options->evaluator && options->evaluator_use == EVALUATOR_ALWAYS)
        loader_require(loader, name_cstr(program->names, options->evaluator), (Range){0}, true);
}

void parts_list_native(Loader *loader) {
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
