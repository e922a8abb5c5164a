/*
 * base.c — arena memory, interned names and vectors (see base.h).
 *
 * The arena is a list of chunks that double in size up to a bound; an allocation too large for the
 * current chunk gets a chunk of its own. Chunks come zeroed, so every allocation is. The name table
 * is an open-addressing hash table over the interned texts.
 */
#include "base.h"

#include "unicode.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 64 * 1024, LARGEST_CHUNK = 4 * 1024 * 1024, ALIGNMENT = 16 };

typedef struct Chunk {
    struct Chunk *next;
    size_t size; /* usable bytes after this header */
} Chunk;

struct Arena {
    Chunk *chunks; /* newest first */
    char *cursor;
    char *limit;
    size_t next_size;
};

_Noreturn void out_of_memory(void) {
    fputs("pyasyncc: error: out of memory; raise the limit (ulimit -v) or free some memory\n",
          stderr);
    exit(70);
}

static char *chunk_bytes(Chunk *chunk) {
    return (char *)chunk + ALIGNMENT;
}

static Chunk *chunk_new(Arena *arena, size_t size) {
    if (size > SIZE_MAX - ALIGNMENT)
        out_of_memory();
    Chunk *chunk = calloc(1, ALIGNMENT + size);
    if (!chunk)
        out_of_memory();
    chunk->size = size;
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    return chunk;
}

Arena *arena_new(void) {
    _Static_assert(sizeof(Chunk) <= ALIGNMENT, "the chunk header fits its slot");
    Arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        out_of_memory();
    arena->next_size = FIRST_CHUNK;
    return arena;
}

void arena_free(Arena *arena) {
    if (!arena)
        return;
    for (Chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    free(arena);
}

void *arena_alloc(Arena *arena, size_t size) {
    if (size > SIZE_MAX - 2 * ALIGNMENT)
        out_of_memory();
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (size <= (size_t)(arena->limit - arena->cursor)) {
        void *result = arena->cursor;
        arena->cursor += size;
        return result;
    }
    if (size > arena->next_size / 4)
        return chunk_bytes(chunk_new(arena, size)); /* the current chunk stays in use */
    Chunk *chunk = chunk_new(arena, arena->next_size);
    arena->cursor = chunk_bytes(chunk) + size;
    arena->limit = chunk_bytes(chunk) + chunk->size;
    if (arena->next_size < LARGEST_CHUNK)
        arena->next_size *= 2;
    return chunk_bytes(chunk);
}

char *arena_copy(Arena *arena, const void *bytes, size_t size) {
    char *copy = arena_alloc(arena, size + 1);
    if (size)
        memcpy(copy, bytes, size);
    return copy;
}

char *arena_vprintf(Arena *arena, const char *format, va_list args) {
    char first[256];
    va_list again;
    va_copy(again, args);
    int size = vsnprintf(first, sizeof first, format, args);
    char *text = arena_alloc(arena, (size_t)size + 1);
    if ((size_t)size < sizeof first)
        memcpy(text, first, (size_t)size + 1);
    else
        vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    return text;
}

char *arena_printf(Arena *arena, const char *format, ...) {
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

void vec_grow(Arena *arena, void **items, size_t *capacity, size_t item_size) {
    size_t larger = *capacity ? *capacity * 2 : 4;
    void *grown = arena_alloc(arena, larger * item_size);
    if (*capacity)
        memcpy(grown, *items, *capacity * item_size);
    *items = grown;
    *capacity = larger;
}

struct NameTable {
    Arena *arena;
    const Name **slots; /* a power of two of them; NULL = empty */
    uint32_t slot_count;
    uint32_t count;
};

static uint32_t hash_bytes(const char *text, size_t size) {
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

NameTable *name_table_new(Arena *arena) {
    NameTable *table = ARENA_NEW(arena, NameTable);
    table->arena = arena;
    table->slot_count = 512;
    table->slots = ARENA_ARRAY(arena, const Name *, table->slot_count);
    return table;
}

/* The slot that holds `text`, or the empty slot where it belongs. */
static const Name **name_slot(const NameTable *table, const char *text, size_t size) {
    uint32_t mask = table->slot_count - 1;
    for (uint32_t i = hash_bytes(text, size) & mask;; i = (i + 1) & mask) {
        const Name *name = table->slots[i];
        if (!name || (name->size == size && memcmp(name->text, text, size) == 0))
            return &table->slots[i];
    }
}

static void name_table_double(NameTable *table) {
    const Name **old = table->slots;
    uint32_t old_count = table->slot_count;
    table->slot_count *= 2;
    table->slots = ARENA_ARRAY(table->arena, const Name *, table->slot_count);
    for (uint32_t i = 0; i < old_count; i++)
        if (old[i])
            *name_slot(table, old[i]->text, old[i]->size) = old[i];
}

static bool is_ascii(const char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

const Name *name_intern(NameTable *table, const char *text, size_t size) {
    if (!is_ascii(text, size)) {
        Str normal = unicode_nfkc(table->arena, text, size);
        text = normal.data;
        size = normal.size;
    }
    const Name **slot = name_slot(table, text, size);
    if (*slot)
        return *slot;
    Name *name = ARENA_NEW(table->arena, Name);
    name->text = arena_copy(table->arena, text, size);
    name->size = (uint32_t)size;
    name->id = table->count++;
    *slot = name;
    if (table->count * 2 > table->slot_count)
        name_table_double(table);
    return name;
}

const Name *name_known(NameTable *table, const char *text, size_t size) {
    return *name_slot(table, text, size);
}

const Name *name_cstr(NameTable *table, const char *text) {
    return name_intern(table, text, strlen(text));
}

bool name_is_dotted(Str text, char hole) {
    bool starts = true;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        bool fits = starts ? isalpha(c) || c == '_' : isalnum(c) || c == '_' || c == '.';
        if (!fits && !(hole && c == (unsigned char)hole))
            return false;
        starts = c == '.';
    }
    return !starts;
}
