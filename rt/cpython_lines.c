/*
 * cpython_lines.c — reads the notes of the runtime's own modules (see cpython_lines.h).
 *
 * ModuleInfo.cpython_lines is the file, and then for each line with a note, in order, "LINE NOTE".
 * What a part of a note asks for becomes a LibraryFrame when the first exception passes it, and
 * stays; the text of its line is left to be read from CPython's file.
 */
#include "cpython_lines.h"
#include "library_frame.h"
#include "object.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct KnownFrame {
    LibraryFrame frame;
    const char *part; /* of the note */
    const FunctionInfo *function;
    struct KnownFrame *next;
} KnownFrame;

enum { BUCKETS = 64 };
static KnownFrame *known[BUCKETS]; /* by the address of the part */

/* What was looked for before, found or not: exceptions pass the same lines again and again. */
typedef struct KnownNote {
    const char *lines; /* of the module */
    const char *text;  /* NULL: there is no note */
    size_t size;
    uint32_t line;
} KnownNote;

enum { NOTES_KEPT = 64 };
static KnownNote known_notes[NOTES_KEPT];

/* Looks for the note of `line` by bisection. */
static KnownNote read_note(const char *lines, uint32_t line) {
    const char *low = strchr(lines, '\n') + 1, *high = low + strlen(low);
    while (low < high) {
        const char *middle = low + (high - low) / 2;
        while (middle > low && middle[-1] != '\n')
            middle--;
        const char *note = middle;
        uint64_t number = text_decimal(&note);
        const char *end = strchr(note, '\n');
        if (number == line)
            return (KnownNote){lines, note + 1, (size_t)(end - note - 1), line};
        if (number < line)
            low = end + 1;
        else
            high = middle;
    }
    return (KnownNote){.lines = lines, .line = line};
}

/* The note of `line` and its size; NULL: it has none. */
static const char *find_note(const char *lines, uint32_t line, size_t *size) {
    KnownNote *kept = &known_notes[((uintptr_t)lines / 16 + line) % NOTES_KEPT];
    if (kept->lines != lines || kept->line != line)
        *kept = read_note(lines, line);
    *size = kept->size;
    return kept->text;
}

/* The path of a file of CPython's library, or "<frozen ...>". */
static char *path_of(const char *name, size_t size) {
    static const char root[] = LIBRARY_ROOT;
    if (*name == '<')
        return strndup(name, size);
    char *path = malloc(sizeof root + size);
    if (path)
        snprintf(path, sizeof root + size, "%s%.*s", root, (int)size, name);
    return path;
}

/* Fills what `part`, [FILE:]LINE[+COLUMNS] [NAME], asks for. False: no memory. */
static bool fill_frame(LibraryFrame *frame, const FunctionInfo *function, const char *part,
                       size_t size) {
    const char *lines = function->module->cpython_lines;
    const char *colon = memchr(part, ':', size), *file = colon ? part : lines;
    size_t file_size = (size_t)((colon ? colon : strchr(lines, '\n')) - file);
    const char *name = colon ? colon + 1 : part;
    frame->line = (uint32_t)text_decimal(&name);
    if (*name == '+') {
        name++;
        frame->columns = (uint8_t)text_decimal(&name);
    }
    frame->file = path_of(file, file_size);
    bool is_named = name < part + size;
    frame->name = is_named ? strndup(name + 1, (size_t)(part + size - name - 1)) : function->name;
    return frame->file && frame->name;
}

static const LibraryFrame *frame_of(const FunctionInfo *function, const char *part, size_t size) {
    KnownFrame **bucket = &known[(uintptr_t)part % BUCKETS];
    for (const KnownFrame *item = *bucket; item; item = item->next)
        if (item->part == part && item->function == function)
            return &item->frame;
    KnownFrame *item = calloc(1, sizeof *item);
    if (!item || !fill_frame(&item->frame, function, part, size)) {
        free(item);
        return NULL;
    }
    item->part = part;
    item->function = function;
    item->next = *bucket;
    *bucket = item;
    return &item->frame;
}

bool cpython_lines_through(const FunctionInfo *function, uint32_t line) {
    size_t size;
    const char *note = find_note(function->module->cpython_lines, line, &size);
    if (!note)
        return *function->module->cpython_lines == '-'; /* its file: CPython shows no line of it */
    const char *end = note + size;
    while (end > note) { /* the innermost is the last */
        const char *part = end;
        while (part > note && part[-1] != ',')
            part--;
        const char *start = part + (*part == ' ');
        const LibraryFrame *frame =
            *start == '-' ? NULL : frame_of(function, start, (size_t)(end - start));
        if (frame)
            traceback_through(frame);
        end = part > note ? part - 1 : note;
    }
    return true;
}
