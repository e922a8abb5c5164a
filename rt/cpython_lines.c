/*
 * cpython_lines.c — reads the notes of the runtime's own modules (see cpython_lines.h).
 *
 * ModuleInfo.cpython_lines is the file, and then for each line with a note, in order, "LINE NOTE".
 * What a part of a note asks for becomes a LibraryFrame when the first exception passes it, and
 * stays; the text of its line is read from CPython's file, if there is one.
 */
#include "cpython_lines.h"
#include "library_frame.h"
#include "traceback.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct KnownFrame {
    LibraryFrame frame;
    const char *part; /* of the note */
    const FunctionInfo *function;
    struct KnownFrame *next;
} KnownFrame;

static KnownFrame *known;

/* The note of `line` and its size; NULL: it has none. */
static const char *find_note(const char *lines, uint32_t line, size_t *size) {
    for (const char *at = strchr(lines, '\n') + 1; *at;) {
        char *note;
        unsigned long number = strtoul(at, &note, 10);
        const char *end = strchr(note, '\n');
        if (number == line) {
            *size = (size_t)(end - note - 1);
            return note + 1;
        }
        at = end + 1;
    }
    return NULL;
}

static char *copy(const char *text, size_t size) {
    char *copied = malloc(size + 1);
    if (copied) {
        memcpy(copied, text, size);
        copied[size] = 0;
    }
    return copied;
}

/* The path of a file of CPython's library, or "<frozen ...>". */
static char *path_of(const char *name, size_t size) {
    static const char root[] = LIBRARY_ROOT;
    if (*name == '<')
        return copy(name, size);
    char *path = malloc(sizeof root + size);
    if (path)
        snprintf(path, sizeof root + size, "%s%.*s", root, (int)size, name);
    return path;
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
    const char *copied = copy(line, (size_t)(end - line));
    free(text);
    return copied ? copied : "";
}

/* Fills what `part`, [FILE:]LINE [NAME], asks for. False: no memory. */
static bool fill_frame(LibraryFrame *frame, const FunctionInfo *function, const char *part,
                       size_t size) {
    const char *lines = function->module->cpython_lines;
    const char *colon = memchr(part, ':', size), *file = colon ? part : lines;
    size_t file_size = (size_t)((colon ? colon : strchr(lines, '\n')) - file);
    char *name;
    frame->line = (uint32_t)strtoul(colon ? colon + 1 : part, &name, 10);
    frame->file = path_of(file, file_size);
    bool is_named = name < part + size;
    frame->name = is_named ? copy(name + 1, (size_t)(part + size - name - 1)) : function->name;
    frame->text = frame->file ? read_line(frame->file, frame->line) : "";
    return frame->file && frame->name;
}

static const LibraryFrame *frame_of(const FunctionInfo *function, const char *part, size_t size) {
    for (const KnownFrame *item = known; item; item = item->next)
        if (item->part == part && item->function == function)
            return &item->frame;
    KnownFrame *item = calloc(1, sizeof *item);
    if (!item || !fill_frame(&item->frame, function, part, size)) {
        free(item);
        return NULL;
    }
    item->part = part;
    item->function = function;
    item->next = known;
    known = item;
    return &item->frame;
}

bool cpython_lines_through(const FunctionInfo *function, uint32_t line) {
    size_t size;
    const char *note = find_note(function->module->cpython_lines, line, &size);
    if (!note)
        return false;
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
