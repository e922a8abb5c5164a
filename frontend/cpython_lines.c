/*
 * cpython_lines.c — reads the notes that say where lines of the runtime's own modules stand in
 * CPython's (see cpython_lines.h).
 */
#include "cpython_lines.h"

#include <string.h>

static const char marker[] = "# CPython: ", file_marker[] = "file ";

/* The note in line `index`, without the blanks at its end; its size is 0 if there is none. */
static Str note_of(const Source *source, uint32_t index) {
    uint32_t start = source->line_starts[index];
    size_t end =
        index + 1 < source->line_count ? source->line_starts[index + 1] : source->text.size;
    const char *line = source->text.data + start;
    size_t size = end - start, skip = sizeof marker - 1;
    const char *found = memmem(line, size, marker, skip);
    if (!found)
        return (Str){.data = line, .size = 0};
    Str note = {.data = found + skip, .size = size - (size_t)(found + skip - line)};
    while (note.size && strchr(" \r\n", note.data[note.size - 1]))
        note.size--;
    return note;
}

static bool names_file(Str note) {
    return note.size > sizeof file_marker - 1 &&
           memcmp(note.data, file_marker, sizeof file_marker - 1) == 0;
}

const char *cpython_lines(Arena *arena, const Source *source, const char *path) {
    const char *lines = "";
    for (uint32_t i = 0; i < source->line_count; i++) {
        Str note = note_of(source, i);
        int size = (int)note.size;
        if (names_file(note))
            path = arena_copy(arena, note.data + sizeof file_marker - 1,
                              note.size - (sizeof file_marker - 1));
        else if (size)
            lines = arena_printf(arena, "%s%u %.*s\n", lines, i + 1, size, note.data);
    }
    return *lines || *path == '-' ? arena_printf(arena, "%s\n%s", path, lines) : NULL;
}
