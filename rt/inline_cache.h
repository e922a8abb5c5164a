/*
 * inline_cache.h — the entries of a site's inline cache: finding, adding and forgetting them.
 */
#ifndef PYASYNCC_RT_INLINE_CACHE_H
#define PYASYNCC_RT_INLINE_CACHE_H

#include "object.h"

/* Entries of a site beside its first one: powers of two. */
enum { CACHE_MORE_MIN = 4, CACHE_MORE_MAX = 32 };

/* What an entry is for: a class, or one class or module itself. */
static inline uintptr_t cache_key(const InlineCache *entry) {
    return (uintptr_t)entry->entry & ~(uintptr_t)1; /* cache_other */
}
static inline uintptr_t cache_key_of(const Object *object) {
    bool itself = object->type == &rt_type_type || object->type == &rt_type_module;
    return itself ? (uintptr_t)object : (uintptr_t)object->type;
}
/* The first of the two places of a key among `count`; the other one is next to it, bit 0 changed.
 */
static inline uint32_t cache_place(uintptr_t key, uint32_t count) {
    return (uint32_t)(key >> 4 ^ key >> 9) & (count - 1);
}
static inline bool cache_fits(const InlineCache *entry, uintptr_t key, Object *object) {
    return cache_key(entry) == key &&
           (!entry->shape || instance_plain(object)->shape == entry->shape);
}

/* The entry that is for `object` (borrowed; of any type), or NULL. It stays until the next
 * cache_fill of the site, or until anything is forgotten. */
static inline const InlineCache *cache_find(const InlineCache *cache, Value object) {
    if (!value_is_pointer(object))
        return NULL;
    uintptr_t key = cache_key_of(value_object(object));
    if (cache_fits(cache, key, value_object(object)))
        return cache;
    if (!cache->more_count)
        return NULL;
    const InlineCache *more = cache->more;
    uint32_t place = cache_place(key, cache->more_count);
    if (cache_fits(&more[place], key, value_object(object)))
        return &more[place];
    return cache_fits(&more[place ^ 1], key, value_object(object)) ? &more[place ^ 1] : NULL;
}

/* Counts a miss of the site. False: it is the first one, for most sites run once, or it misses so
 * often that learning costs more than it saves; now and then it is true again, as a program may
 * have entered another phase. */
bool cache_learns(InlineCache *cache);

/* Remembers `content` (its fields more, more_count and misses are 0) at the site, whose attribute
 * is `name`: as its first entry or as a further one. Answers the entry, or NULL: names that are not
 * interned are not remembered, and nothing is without memory (no exception). */
InlineCache *cache_fill(InlineCache *cache, Value name, InlineCache content);
/* The same of a site of several attributes, `names`, a tuple that is always the same. */
InlineCache *cache_fill_names(InlineCache *cache, Value names, InlineCache content);

#endif
