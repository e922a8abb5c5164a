/*
 * data.c — writes the module _program_data, which holds the files of packages and the metadata of
 * distributions that a program may ask for (see data.h): dicts of dicts of bytes.
 */
#include "data.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_FILE = 8 * 1024 * 1024, MAX_DEPTH = 8 };

static void add(DataText *data, const char *text) {
    for (; *text; text++)
        VEC_PUSH(data->arena, &data->text, *text);
}

static void add_literal(DataText *data, const char *prefix, const char *bytes, size_t size) {
    add(data, prefix);
    add(data, "'");
    for (size_t i = 0; i < size; i++) {
        char escaped[8] = {bytes[i]};
        if (bytes[i] == '\'' || bytes[i] == '\\' || bytes[i] < ' ' || bytes[i] == 0x7f)
            snprintf(escaped, sizeof escaped, "\\x%02x", (unsigned char)bytes[i]);
        add(data, escaped);
    }
    add(data, "'");
}

void data_begin(DataText *data, const char *name) {
    add(data, name);
    add(data, " = {\n");
}

void data_end(DataText *data) {
    add(data, "}\n");
}

/* The contents of a file; NULL: it cannot be read, or is too large. */
static const char *read_file(Arena *arena, const char *path, size_t *size) {
    struct stat info;
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode) || info.st_size > MAX_FILE)
        return NULL;
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    char *bytes = arena_alloc(arena, (size_t)info.st_size + 1);
    *size = fread(bytes, 1, (size_t)info.st_size, file);
    fclose(file);
    return bytes;
}

static void add_file(DataText *data, const char *name, const char *path) {
    size_t size;
    const char *bytes = read_file(data->arena, path, &size);
    if (!bytes)
        return;
    add(data, "  ");
    add_literal(data, "", name, strlen(name));
    add(data, ": ");
    add_literal(data, "b", bytes, size);
    add(data, ",\n");
}

static bool ends_with(const char *text, const char *end) {
    size_t size = strlen(text), wanted = strlen(end);
    return size >= wanted && !strcmp(text + size - wanted, end);
}

static bool is_code(const char *name) {
    return ends_with(name, ".py") || ends_with(name, ".pyc") || ends_with(name, ".pyi") ||
           ends_with(name, ".so") || !strcmp(name, "__pycache__");
}

static int compare_names(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

DataEntries data_entries(Arena *arena, const char *folder) {
    DataEntries entries = {0};
    DIR *directory = opendir(folder);
    for (struct dirent *entry; directory && (entry = readdir(directory));)
        if (entry->d_name[0] != '.')
            VEC_PUSH(arena, &entries, arena_copy(arena, entry->d_name, strlen(entry->d_name)));
    if (directory)
        closedir(directory);
    if (entries.count)
        qsort((void *)entries.items, entries.count, sizeof *entries.items, compare_names);
    return entries;
}

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* Adds the files in `folder`, which the package knows as `prefix`. */
static void add_folder(DataText *data, const char *prefix, const char *folder, int depth) {
    Arena *arena = data->arena;
    DataEntries entries = data_entries(arena, folder);
    for (size_t i = 0; i < entries.count; i++) {
        const char *path = arena_printf(arena, "%s/%s", folder, entries.items[i]);
        const char *name = arena_printf(arena, "%s%s", prefix, entries.items[i]);
        if (is_code(entries.items[i]))
            continue;
        if (!is_folder(path))
            add_file(data, name, path);
        else if (depth < MAX_DEPTH)
            add_folder(data, arena_printf(arena, "%s/", name), path, depth + 1);
    }
}

void data_add_resources(DataText *data, const char *package, const char *folder) {
    add(data, " ");
    add_literal(data, "", package, strlen(package));
    add(data, ": {\n");
    add_folder(data, "", folder, 0);
    add(data, " },\n");
}

/* ---- metadata ---- */

static bool is_separator(char byte) {
    return byte == '-' || byte == '_' || byte == '.';
}

/* Is `name`, to its end, spelled by the first `size` bytes of `text` (PEP 503)? */
static bool same_name(const char *name, const char *text, size_t size) {
    const char *end = text + size;
    while (*name && text < end) {
        if (is_separator(*name) != is_separator(*text))
            return false;
        if (!is_separator(*name)) {
            if (tolower((unsigned char)*name++) != tolower((unsigned char)*text++))
                return false;
            continue;
        }
        while (is_separator(*name))
            name++;
        while (text < end && is_separator(*text))
            text++;
    }
    return !*name && text == end;
}

bool data_is_distribution(const char *entry, const char *name) {
    if (!ends_with(entry, ".dist-info") && !ends_with(entry, ".egg-info"))
        return false;
    size_t size = strcspn(entry, "-");
    if (!entry[size] || size + sizeof "info" > strlen(entry))
        size = (size_t)(strrchr(entry, '.') - entry);
    return !name || same_name(name, entry, size);
}

const char *data_top_level(Arena *arena, const char *path) {
    size_t size = 0;
    const char *list = arena_printf(arena, "%s/top_level.txt", path);
    const char *text = read_file(arena, list, &size);
    if (!text) {
        text = strrchr(path, '/') + 1;
        size = strcspn(text, "-");
    }
    size_t end = 0;
    while (end < size && text[end] != '\n' && text[end] != '\r')
        end++;
    return arena_copy(arena, text, end);
}

Str data_entry_points(Arena *arena, const char *path) {
    size_t size = 0;
    const char *text = read_file(arena, arena_printf(arena, "%s/entry_points.txt", path), &size);
    return (Str){.data = text ? text : "", .size = size};
}

void data_add_distribution(DataText *data, const char *entry, const char *path) {
    static const char *const names[] = {"METADATA",  "PKG-INFO",     "entry_points.txt",
                                        "RECORD",    "requires.txt", "top_level.txt",
                                        "INSTALLER", "SOURCES.txt"};
    add(data, " ");
    add_literal(data, "", entry, strlen(entry));
    add(data, ": {\n");
    if (!is_folder(path))
        add_file(data, "PKG-INFO", path);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        add_file(data, names[i], arena_printf(data->arena, "%s/%s", path, names[i]));
    add(data, " },\n");
}
