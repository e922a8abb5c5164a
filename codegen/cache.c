/*
 * cache.c — files kept from one compilation to the next (see cache.h).
 */
#include "cache.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { CACHE_SECONDS = 7 * 24 * 3600, YOUNG_SECONDS = 3600 };
#define CACHE_BYTES_MAX ((int64_t)512 << 20)

/* -- keys -- */

CacheKey cache_key_new(void) {
    return (CacheKey){{0xcbf29ce484222325, 1}};
}

void cache_key_add(CacheKey *key, const void *data, size_t size) {
    const unsigned char *bytes = data;
    for (size_t i = 0; i < size; i++) {
        key->words[0] = (key->words[0] ^ bytes[i]) * 0x100000001b3;
        key->words[1] = (key->words[1] + bytes[i]) * 0x9e3779b97f4a7c15;
        key->words[1] ^= key->words[1] >> 29;
    }
}

void cache_key_add_text(CacheKey *key, const char *text) {
    cache_key_add(key, text, strlen(text) + 1);
}

void cache_key_add_identity(CacheKey *key, const char *path) {
    struct stat info;
    if (stat(path, &info) != 0)
        return;
    cache_key_add(key, &info.st_size, sizeof info.st_size);
    cache_key_add(key, &info.st_mtim, sizeof info.st_mtim);
    cache_key_add(key, &info.st_ino, sizeof info.st_ino);
}

/* -- entries -- */

const char *cache_folder(Arena *arena, const char *name) {
    const char *base = getenv("XDG_CACHE_HOME");
    if (!base || !*base) {
        const char *home = getenv("HOME");
        if (!home || !*home)
            return NULL;
        base = arena_printf(arena, "%s/.cache", home);
    }
    mkdir(base, 0700);
    const char *folder = arena_printf(arena, "%s/pyasyncc", base);
    mkdir(folder, 0700);
    if (*name) {
        folder = arena_printf(arena, "%s/%s", folder, name);
        mkdir(folder, 0700);
    }
    return access(folder, W_OK) == 0 ? folder : NULL;
}

const char *cache_path(Arena *arena, const char *folder, CacheKey key, const char *suffix) {
    return arena_printf(arena, "%s/%016llx%016llx%s", folder, (unsigned long long)key.words[0],
                        (unsigned long long)key.words[1], suffix);
}

bool cache_has(const char *path) {
    return utimensat(AT_FDCWD, path, NULL, 0) == 0;
}

/* -- limits -- */

typedef struct Entry {
    const char *path;
    int64_t size;
    time_t used;
} Entry;

static int oldest_first(const void *left, const void *right) {
    const Entry *a = left, *b = right;
    return (a->used > b->used) - (a->used < b->used);
}

void cache_trim(Arena *arena, const char *folder) {
    DIR *directory = opendir(folder);
    if (!directory)
        return;
    VEC(Entry) entries = {0};
    int64_t total = 0;
    for (struct dirent *item; (item = readdir(directory));) {
        const char *path = arena_printf(arena, "%s/%s", folder, item->d_name);
        struct stat info;
        if (stat(path, &info) != 0 || !S_ISREG(info.st_mode))
            continue;
        total += info.st_size;
        VEC_PUSH(arena, &entries, ((Entry){path, info.st_size, info.st_mtime}));
    }
    closedir(directory);
    if (entries.count)
        qsort(entries.items, entries.count, sizeof(Entry), oldest_first);
    time_t now = time(NULL);
    for (size_t i = 0; i < entries.count; i++) {
        const Entry *entry = &entries.items[i];
        bool is_young = entry->used > now - YOUNG_SECONDS; /* another compiler may be linking it */
        if (entry->used > now - CACHE_SECONDS && (total <= CACHE_BYTES_MAX || is_young))
            break;
        unlink(entry->path);
        total -= entry->size;
    }
}
