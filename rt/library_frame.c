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

/* CPython marks the call of `return call()`, `name = call()` and their like, and other statements
 * as wholes. */
static uint32_t marked_from(const char *text) {
    static const char back[] = "return ", is[] = " = ";
    if (strncmp(text, back, sizeof back - 1) == 0)
        return sizeof back - 1;
    const char *equals = strstr(text, is), *bracket = strchr(text, '(');
    bool assigns = equals && (!bracket || equals < bracket);
    return assigns ? (uint32_t)(equals - text + sizeof is - 1) : 0;
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
    place->position =
        (int64_t)PYRT_POSITION(frame->line, 0, marked_from(frame->text), place->module.source_size);
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

void library_frame_keep(const LibraryFrame *frame) {
    if (!place_of(frame))
        exc_clear();
}

const char *library_frame_text(Value file, int64_t line) {
    for (const Place *place = places; place; place = place->next)
        if (place->frame->line == line && str_equal_cstr(file, place->frame->file))
            return place->frame->text;
    return NULL;
}
