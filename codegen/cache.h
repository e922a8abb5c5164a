/*
 * cache.h — folders of files that are kept from one compilation to the next, each under a hash of
 * all it was made from. Any number of compilers may use one at the same time: files appear whole,
 * under their final names.
 */
#ifndef PYASYNCC_CODEGEN_CACHE_H
#define PYASYNCC_CODEGEN_CACHE_H

#include "../frontend/base.h"

/* Two independent 64-bit FNV-1a hashes: enough to tell contents apart by accident-proof odds. */
typedef struct CacheKey {
    uint64_t words[2];
} CacheKey;

CacheKey cache_key_new(void);
void cache_key_add(CacheKey *key, const void *data, size_t size);
void cache_key_add_text(CacheKey *key, const char *text);
/* Adds what changes when the file at `path` is rebuilt, without reading it. */
void cache_key_add_identity(CacheKey *key, const char *path);

/* The cache folder `name` below $XDG_CACHE_HOME/pyasyncc (or ~/.cache/pyasyncc), "" for that
 * itself, made if need be; NULL if there is none to write to. */
const char *cache_folder(Arena *arena, const char *name);
/* The path of the entry of `key` with `suffix`, for file_write_whole. */
const char *cache_path(Arena *arena, const char *folder, CacheKey key, const char *suffix);
/* Is the entry at `path` there? Then it counts as used now. */
bool cache_has(const char *path);
/* Removes what was not used for a week, and the oldest entries while there are more bytes than a
 * limit. */
void cache_trim(Arena *arena, const char *folder);

#endif
