/*
 * cpython_lines.c — reads the notes that say where lines of the runtime's own modules stand in
 * CPython's (see cpython_lines.h).
 */
#include "cpython_lines.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Revision {
    const char *file; /* as notes name it */
    uint32_t first;   /* line that moved */
    int moved;        /* by so many lines */
    const char *path; /* in the library */
    uint32_t line;    /* that tells a file which is revised ... */
    const char *text; /* ... by its text */
} Revision;

static const Revision revisions[] = {
#define REVISION(file, first, moved, path, line, text) {file, first, moved, path, line, text},
#include "cpython_revisions.def"
#undef REVISION
};
enum { REVISION_COUNT = sizeof revisions / sizeof *revisions };

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

/* Is `text` the line `number` of the file `path`? */
static bool has_line(const char *path, uint32_t number, const char *text) {
    FILE *file = fopen(path, "r");
    if (!file)
        return false;
    char line[256] = "";
    for (uint32_t at = 0; at < number && fgets(line, sizeof line, file);)
        at += strchr(line, '\n') != NULL;
    fclose(file);
    size_t size = strlen(text);
    return strncmp(line, text, size) == 0 && line[size] == '\n';
}

/* Where line `number` of `file` stands in the installed library. */
static long installed_line(Arena *arena, const char *library, Str file, long number) {
    long moved = 0;
    for (size_t i = 0; library && i < REVISION_COUNT; i++) {
        const Revision *revision = &revisions[i];
        bool is_it = strlen(revision->file) == file.size &&
                     memcmp(revision->file, file.data, file.size) == 0 &&
                     number >= (long)revision->first;
        if (is_it && has_line(arena_printf(arena, "%s/%s", library, revision->path), revision->line,
                              revision->text))
            moved += revision->moved;
    }
    return number + moved;
}

/* One part of a note, [FILE:]LINE..., or `-`, of a module that stands for `path`. */
static const char *installed_part(Arena *arena, const char *library, const char *path, Str part) {
    const char *colon = memchr(part.data, ':', part.size);
    const char *line = colon ? colon + 1 : part.data;
    size_t rest = part.size - (size_t)(line - part.data);
    if (!isdigit((unsigned char)*line))
        return arena_copy(arena, part.data, part.size);
    Str file = colon ? (Str){.data = part.data, .size = (size_t)(colon - part.data)}
                     : (Str){.data = path, .size = strlen(path)};
    char *end;
    long number = strtol(line, &end, 10);
    return arena_printf(arena, "%.*s%ld%.*s", (int)(line - part.data), part.data,
                        installed_line(arena, library, file, number),
                        (int)(rest - (size_t)(end - line)), end);
}

/* The note with the lines of the installed library. */
static const char *installed_note(Arena *arena, const char *library, const char *path, Str note) {
    const char *lines = "", *end = note.data + note.size;
    for (const char *part = note.data; part < end;) {
        const char *comma = memchr(part, ',', (size_t)(end - part));
        const char *behind = comma ? comma : end;
        Str text = {.data = part, .size = (size_t)(behind - part)};
        lines = arena_printf(arena, "%s%s%s", lines, *lines ? ", " : "",
                             installed_part(arena, library, path, text));
        part = comma ? comma + 2 : end;
    }
    return lines;
}

const char *cpython_lines(Arena *arena, const Source *source, const char *path,
                          const char *library) {
    const char *lines = "";
    for (uint32_t i = 0; i < source->line_count; i++) {
        Str note = note_of(source, i);
        if (names_file(note))
            path = arena_copy(arena, note.data + sizeof file_marker - 1,
                              note.size - (sizeof file_marker - 1));
        else if (note.size)
            lines = arena_printf(arena, "%s%u %s\n", lines, i + 1,
                                 installed_note(arena, library, path, note));
    }
    return *lines || *path == '-' ? arena_printf(arena, "%s\n%s", path, lines) : NULL;
}
