/*
 * library_frame.c — entries of tracebacks for functions of CPython's library that are C code here.
 *
 * An entry refers to a FunctionInfo, as that of a compiled function does. One is made for each line
 * when the first exception passes it, and stays: programs without exceptions pay nothing. Most are
 * caught and never shown: what the line says is asked for, and read, by those that show it.
 */
#include "library_frame.h"
#include "traceback.h"

#include <stddef.h>
#include <stdlib.h>

typedef struct Place {
    FunctionInfo function;
    ModuleInfo module; /* MODULE_ONE_LINE; its source is NULL until it is asked for */
    const LibraryFrame *frame;
    struct Place *next;
} Place;

enum { BUCKETS = 64 };
static Place *places[BUCKETS]; /* by bucket_of the frame */

static Place **bucket_of(const LibraryFrame *frame) {
    return &places[(uintptr_t)frame / sizeof *frame % BUCKETS];
}

/* A keyword at the beginning of a statement, and what ends the expression behind it. */
static const struct {
    const char *keyword, *end;
} heads[] = {{"return ", NULL},       {"if ", ":"},     {"elif ", ":"}, {"while ", ":"},
             {"async with ", " as "}, {"with ", " as "}};

/* The last place of `end` in the text, or the end of the text. */
static const char *find_end(const char *text, const char *limit, const char *end) {
    const char *found = NULL;
    for (const char *at = text; end && (at = text_find(at, end)) && at < limit; at++)
        found = at;
    return found ? found : limit;
}

/* CPython marks the expression of `return call()`, `name = call()`, `if call():`, `with call() as
 * x:` and their like, and nothing in other statements, which failed as wholes: a `with call():` of
 * the library fails when it enters or leaves. */
static uint64_t marked(const LibraryFrame *frame, const char *text) {
    const char *comment = text_find(text, "  #");
    const char *limit = comment ? comment : text + strlen(text);
    while (limit > text && limit[-1] == ' ')
        limit--;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        size_t size = strlen(heads[i].keyword);
        if (strncmp(text, heads[i].keyword, size) == 0) {
            const char *end =
                frame->columns ? text + size + frame->columns : find_end(text, limit, heads[i].end);
            if (end == limit && text_find(heads[i].keyword, "with "))
                break;
            return PYRT_POSITION(frame->line, 0, size, end - text);
        }
    }
    const char *equals = text_find(text, " = "), *bracket = strchr(text, '(');
    if (!equals || (bracket && bracket < equals))
        return PYRT_POSITION(frame->line, 0, 0, 0);
    if (!bracket && equals[-1] == ']') /* the assignment itself */
        return PYRT_POSITION(frame->line, 0, 0, equals - text);
    return PYRT_POSITION(frame->line, 0, equals + 3 - text, limit - text);
}

/* Line `number` of the file without the blanks around it; "" if it cannot be read. */
static const char *read_line(const char *path, uint32_t number) {
    size_t size;
    char *text = *path == '<' ? NULL : source_read(path, &size);
    if (!text)
        return "";
    const char *line = text, *limit = text + size;
    for (uint32_t i = 1; i < number && line < limit; i++) {
        const char *newline = memchr(line, '\n', (size_t)(limit - line));
        line = newline ? newline + 1 : limit;
    }
    while (line < limit && strchr(" \t", *line))
        line++;
    const char *end = memchr(line, '\n', (size_t)(limit - line));
    end = end ? end : limit;
    while (end > line && strchr(" \t\r", end[-1]))
        end--;
    const char *copied = strndup(line, (size_t)(end - line));
    free(text);
    return copied ? copied : "";
}

static const char *text_of(Place *place) {
    const LibraryFrame *frame = place->frame;
    if (!place->module.source) {
        const char *text = frame->text ? frame->text : read_line(frame->file, frame->line);
        place->module.source = text;
        place->module.source_size = (uint32_t)strlen(text);
    }
    return place->module.source;
}

static Place *place_of(const LibraryFrame *frame) {
    Place **bucket = bucket_of(frame);
    for (Place *place = *bucket; place; place = place->next)
        if (place->frame == frame)
            return place;
    Place *place = mem_alloc(sizeof *place);
    if (!place)
        return NULL;
    *place = (Place){.frame = frame, .next = *bucket};
    place->module =
        (ModuleInfo){.name = frame->file, .file = frame->file, .flags = MODULE_ONE_LINE};
    place->function = (FunctionInfo){.name = frame->name,
                                     .qualname = frame->name,
                                     .module = &place->module,
                                     .line = frame->line};
    return *bucket = place;
}

void traceback_through(const LibraryFrame *frame) {
    Value pending = isolate.pending;
    if (!pending)
        return;
    isolate.pending = 0;
    const Place *place = place_of(frame);
    exc_clear();
    isolate.pending = pending;
    if (place)
        pyrt_traceback_here(&place->function, PYRT_POSITION(frame->line, 0, 0, 0));
}

Value refused_through(const LibraryFrame *frame, const Value *values, uint32_t count) {
    traceback_through(frame);
    const Place *place = isolate.pending ? place_of(frame) : NULL;
    if (place)
        pyrt_traceback_keep(&place->function, values, count);
    return 0;
}

const FunctionInfo *library_frame_function(const LibraryFrame *frame) {
    const Place *place = place_of(frame);
    if (!place)
        exc_clear();
    return place ? &place->function : NULL;
}

const char *library_frame_source(const ModuleInfo *module, size_t *size) {
    Place *place = (Place *)((char *)module - offsetof(Place, module));
    const char *text = text_of(place);
    *size = module->source_size;
    return text;
}

uint64_t library_frame_position(const FunctionInfo *function) {
    Place *place = (Place *)function; /* its first member */
    return place->frame->whole ? PYRT_POSITION(place->frame->line, 0, 0, 0)
                               : marked(place->frame, text_of(place));
}

const char *library_frame_text(Value file, int64_t line) {
    for (size_t i = 0; i < BUCKETS; i++)
        for (Place *place = places[i]; place; place = place->next)
            if (place->frame->line == line && str_equal_cstr(file, place->frame->file))
                return text_of(place);
    return NULL;
}
