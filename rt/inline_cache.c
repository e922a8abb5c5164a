/*
 * inline_cache.c — what the inline caches of attribute and method sites hold, and when they forget
 * it. What is worth remembering is decided in attr_cache.c; the first entry of a site is looked at
 * by fast.c without a call.
 *
 * A cache holds borrowed pointers to types, shapes, class attributes and attributes of native
 * modules. It stays right because every change of such an attribute empties the caches of sites
 * with that name (cache_forget_name), and the end of a class empties all. So each cache that was
 * ever filled is registered under its name.
 *
 * A site that meets objects of several classes keeps an entry for each of them (polymorphic inline
 * caches: Hölzle, Chambers and Ungar, ECOOP 1991). Those beside the first stand in a small hash
 * table of its own, two places for a class: it doubles when both are taken, up to CACHE_MORE_MAX,
 * then the new entry replaces one of them.
 */
#include "inline_cache.h"

#include <stdlib.h>

typedef struct Registered {
    struct Registered *next;
    Value name;
    InlineCache *cache;
} Registered;

static Registered **buckets;
static size_t bucket_count, registered_count;

static bool has_filled; /* a cache, since all were forgotten */

static size_t bucket_of(Value name) {
    return (size_t)(name >> 4) & (bucket_count - 1);
}

static bool registry_grow(void) {
    size_t count = bucket_count ? bucket_count * 2 : 256;
    Registered **grown = calloc(count, sizeof(Registered *));
    if (!grown)
        return false;
    Registered **old = buckets;
    size_t old_count = bucket_count;
    buckets = grown;
    bucket_count = count;
    for (size_t i = 0; i < old_count; i++)
        for (Registered *entry = old[i], *next; entry; entry = next) {
            next = entry->next;
            entry->next = buckets[bucket_of(entry->name)];
            buckets[bucket_of(entry->name)] = entry;
        }
    free(old);
    return true;
}

/* Done once for each name of a site. */
static bool cache_register(InlineCache *cache, Value name) {
    if (!AS(StrObject, name)->interned)
        return false;
    if (registered_count >= bucket_count && !registry_grow())
        return false;
    Registered *entry = malloc(sizeof(Registered));
    if (!entry)
        return false;
    *entry = (Registered){buckets[bucket_of(name)], name, cache};
    buckets[bucket_of(name)] = entry;
    registered_count++;
    return true;
}

static void cache_clear(InlineCache *cache) {
    free(cache->more);
    *cache = (InlineCache){.kind = CACHE_COLD, .misses = cache->misses};
}

void cache_forget_name(Value name) {
    if (!bucket_count)
        return;
    for (Registered *entry = buckets[bucket_of(name)]; entry; entry = entry->next)
        if (entry->name == name)
            cache_clear(entry->cache);
}

void cache_forget_all(void) {
    if (!has_filled)
        return;
    has_filled = false;
    for (size_t i = 0; i < bucket_count; i++)
        for (Registered *entry = buckets[i]; entry; entry = entry->next)
            cache_clear(entry->cache);
}

void cache_registry_free(void) {
    for (size_t i = 0; i < bucket_count; i++)
        for (Registered *entry = buckets[i], *next; entry; entry = next) {
            next = entry->next;
            free(entry->cache->more);
            *entry->cache = (InlineCache){0};
            free(entry);
        }
    free(buckets);
    buckets = NULL;
    bucket_count = registered_count = 0;
}

bool cache_learns(InlineCache *cache) {
    enum { MISSES_FREE = 64, MISSES_STEP = 64 };
    uint16_t misses = ++cache->misses;
    return misses > 1 && (misses <= MISSES_FREE || misses % MISSES_STEP == 0);
}

static bool same_key(const InlineCache *cache, const InlineCache *other) {
    return cache_key(cache) == cache_key(other) && cache->shape == other->shape;
}

/* One of the two places for entries with the key of `content`: it is free, or has an entry for the
 * same objects; NULL if both are taken. */
static InlineCache *free_place(InlineCache *more, uint32_t count, const InlineCache *content) {
    InlineCache *first = &more[cache_place(cache_key(content), count)];
    InlineCache *second = &more[cache_place(cache_key(content), count) ^ 1];
    if (first->kind == CACHE_EMPTY || same_key(first, content))
        return first;
    return second->kind == CACHE_EMPTY || same_key(second, content) ? second : NULL;
}

/* False: there is no memory. Entries that find no place in the bigger table are forgotten. */
static bool more_grow(InlineCache *cache) {
    uint32_t count = cache->more_count ? cache->more_count * 2 : CACHE_MORE_MIN;
    InlineCache *grown = calloc(count, sizeof(InlineCache)), *old = cache->more;
    if (!grown)
        return false;
    for (uint32_t i = 0; i < cache->more_count; i++) {
        InlineCache *place = free_place(grown, count, &old[i]);
        if (place && old[i].kind != CACHE_EMPTY)
            *place = old[i];
    }
    free(old);
    cache->more = grown;
    cache->more_count = (uint8_t)count;
    return true;
}

/* Where a further entry goes; NULL without memory. */
static InlineCache *more_place(InlineCache *cache, const InlineCache *content) {
    for (;;) {
        InlineCache *more = cache->more;
        uint32_t count = cache->more_count;
        InlineCache *place = count ? free_place(more, count, content) : NULL;
        if (place)
            return place;
        if (count == CACHE_MORE_MAX)
            return &more[cache_place(cache_key(content), count) ^ (cache->misses & 1)];
        if (!more_grow(cache))
            return NULL;
    }
}

static InlineCache *place_content(InlineCache *cache, InlineCache content) {
    has_filled = true;
    if (cache->kind == CACHE_EMPTY || cache->kind == CACHE_COLD || same_key(cache, &content)) {
        content.more = cache->more;
        content.more_count = cache->more_count;
        content.misses = cache->misses;
        *cache = content;
        return cache;
    }
    InlineCache *place = more_place(cache, &content);
    if (place)
        *place = content;
    return place;
}

InlineCache *cache_fill(InlineCache *cache, Value name, InlineCache content) {
    if (cache->kind == CACHE_EMPTY && !cache_register(cache, name))
        return NULL;
    return place_content(cache, content);
}

InlineCache *cache_fill_names(InlineCache *cache, Value names, InlineCache content) {
    const TupleObject *tuple = AS(TupleObject, names);
    int64_t unknown = cache->kind == CACHE_EMPTY ? tuple->length : 0;
    for (int64_t i = 0; i < unknown; i++)
        if (!cache_register(cache, tuple->items[i]))
            return NULL;
    return place_content(cache, content);
}
