/*
 * module_source.c — the source text of a module, for tracebacks. That of the user's own modules is
 * part of the program. That of the library's is not, where files can be read: it is read from where
 * the compiler found it, as CPython's linecache does, and a traceback is without the line if the
 * file is gone. The text read last is kept, for the lines of a traceback come from few modules.
 */
#include "library_frame.h"
#include "traceback.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct LastSource {
    const ModuleInfo *module;
    char *text; /* NULL: it could not be read */
    size_t size;
} LastSource;

static LastSource last_source;

char *source_read(const char *path, size_t *size) {
    enum { FIRST_ROOM = 1 << 16 };
    FILE *file = fopen(path, "r");
    if (!file)
        return NULL;
    size_t room = FIRST_ROOM, used = 0;
    char *text = malloc(room);
    while (text) {
        used += fread(text + used, 1, room - used, file);
        if (used < room)
            break;
        char *more = realloc(text, room *= 2);
        if (!more)
            free(text);
        text = more;
    }
    fclose(file);
    *size = used;
    return text;
}

static void read_source(const ModuleInfo *module) {
    free(last_source.text);
    last_source = (LastSource){.module = module};
    if (module->file)
        last_source.text = source_read(module->file, &last_source.size);
}

const char *module_source(const ModuleInfo *module, size_t *size) {
    if (is_library_frame(module))
        return library_frame_source(module, size);
    if (module->source || !module->source_size) {
        *size = module->source_size;
        return module->source;
    }
    if (last_source.module != module)
        read_source(module);
    /* another file than the one that was compiled has other lines */
    bool is_same = last_source.size == module->source_size;
    *size = is_same ? last_source.size : 0;
    return is_same ? last_source.text : NULL;
}

const ModuleInfo *function_source(const FunctionInfo *function) {
    static const ModuleInfo text = {.name = "<string>", .file = "<string>"};
    return function->flags & FUNCTION_TEXT ? &text : function->module;
}
