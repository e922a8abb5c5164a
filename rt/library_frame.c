/*
 * library_frame.c — entries of tracebacks for functions of CPython's library that are C code here.
 *
 * An entry refers to a FunctionInfo, as that of a compiled function does. One is made for each line
 * when the first exception passes it, and stays: programs without exceptions pay nothing.
 */
#include "library_frame.h"
#include "traceback.h"

typedef struct Place {
    FunctionInfo function;
    ModuleInfo module; /* MODULE_ONE_LINE */
    const LibraryFrame *frame;
    int64_t position; /* what a traceback marks */
    struct Place *next;
} Place;

static Place *places;

/* A keyword at the beginning of a statement, and what ends the expression behind it. */
static const struct {
    const char *keyword, *end;
} heads[] = {{"return ", NULL},       {"if ", ":"},     {"elif ", ":"}, {"while ", ":"},
             {"async with ", " as "}, {"with ", " as "}};

/* The last place of `end` in the text, or the end of the text. */
static const char *find_end(const char *text, const char *limit, const char *end) {
    const char *found = NULL;
    for (const char *at = text; end && (at = strstr(at, end)) && at < limit; at++)
        found = at;
    return found ? found : limit;
}

/* CPython marks the expression of `return call()`, `name = call()`, `if call():` and their like,
 * and nothing in other statements, which failed as wholes. */
static uint64_t marked(const LibraryFrame *frame) {
    const char *text = frame->text, *comment = strstr(text, "  #");
    const char *limit = comment ? comment : text + strlen(text);
    while (limit > text && limit[-1] == ' ')
        limit--;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        size_t size = strlen(heads[i].keyword);
        if (strncmp(text, heads[i].keyword, size) == 0)
            return PYRT_POSITION(frame->line, 0, size, find_end(text, limit, heads[i].end) - text);
    }
    const char *equals = strstr(text, " = "), *bracket = strchr(text, '(');
    if (!equals || (bracket && bracket < equals))
        return PYRT_POSITION(frame->line, 0, 0, 0);
    if (!bracket && equals[-1] == ']') /* the assignment itself */
        return PYRT_POSITION(frame->line, 0, 0, equals - text);
    return PYRT_POSITION(frame->line, 0, equals + 3 - text, limit - text);
}

static Place *place_of(const LibraryFrame *frame) {
    for (Place *place = places; place; place = place->next)
        if (place->frame == frame)
            return place;
    Place *place = mem_alloc(sizeof *place);
    if (!place)
        return NULL;
    *place = (Place){.frame = frame, .next = places};
    place->module = (ModuleInfo){.name = frame->file,
                                 .file = frame->file,
                                 .source = frame->text,
                                 .source_size = (uint32_t)strlen(frame->text),
                                 .flags = MODULE_ONE_LINE};
    place->function = (FunctionInfo){.name = frame->name,
                                     .qualname = frame->name,
                                     .module = &place->module,
                                     .line = frame->line};
    place->position = (int64_t)marked(frame);
    return places = place;
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
        pyrt_traceback_here(&place->function, place->position);
}

const FunctionInfo *library_frame_function(const LibraryFrame *frame) {
    const Place *place = place_of(frame);
    if (!place)
        exc_clear();
    return place ? &place->function : NULL;
}

const char *library_frame_text(Value file, int64_t line) {
    for (const Place *place = places; place; place = place->next)
        if (place->frame->line == line && str_equal_cstr(file, place->frame->file))
            return place->frame->text;
    return NULL;
}
