/*
 * base.h — the few building blocks every part of the compiler stands on: arena memory,
 * string views, interned names, growable vectors and source ranges.
 *
 * Memory: the compiler never frees single objects. Everything that belongs to one compilation is
 * allocated from an Arena that is dropped as a whole.
 */
#ifndef PYASYNCC_FRONTEND_BASE_H
#define PYASYNCC_FRONTEND_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A bump allocator. Allocation never returns NULL: on exhaustion the compiler prints
 * "out of memory" and exits with status 70. */
typedef struct Arena Arena;

/* Ends the compiler as the arena does on exhaustion. */
_Noreturn void out_of_memory(void);

Arena *arena_new(void);
void arena_free(Arena *arena);
/* Zeroed memory of `size` bytes aligned to 16. */
void *arena_alloc(Arena *arena, size_t size);
/* A copy of `size` bytes followed by a NUL. */
char *arena_copy(Arena *arena, const void *bytes, size_t size);
/* printf into the arena. */
char *arena_vprintf(Arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0), nonnull));
char *arena_printf(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define ARENA_NEW(arena, Type)          ((Type *)arena_alloc((arena), sizeof(Type)))
#define ARENA_ARRAY(arena, Type, count) ((Type *)arena_alloc((arena), sizeof(Type) * (count)))

/* Bytes with a length; NUL-terminated too, but may hold NULs inside. */
typedef struct Str {
    const char *data;
    size_t size;
} Str;

/* An interned identifier (NFKC-normalised UTF-8): equal names are the same pointer. */
typedef struct Name {
    const char *text; /* NUL-terminated */
    uint32_t size;    /* bytes, without the NUL */
    uint32_t id;      /* dense number, in order of first interning */
} Name;

typedef struct NameTable NameTable;
NameTable *name_table_new(Arena *arena);
const Name *name_intern(NameTable *table, const char *text, size_t size);
/* The name if it was interned before; otherwise NULL. */
const Name *name_known(NameTable *table, const char *text, size_t size);
const Name *name_cstr(NameTable *table, const char *text);
/* Is it ASCII identifiers with dots between them? A `hole` (0: none) stands for unknown parts. */
bool name_is_dotted(Str text, char hole);

/* A growable array: VEC(Type) declares it, VEC_PUSH appends. The storage lives in the arena. */
#define VEC(Type)                                                                                  \
    struct {                                                                                       \
        Type *items;                                                                               \
        size_t count;                                                                              \
        size_t capacity;                                                                           \
    }
#define VEC_PUSH(arena, vec, item)                                                                 \
    do {                                                                                           \
        if ((vec)->count == (vec)->capacity)                                                       \
            vec_grow((arena), (void **)&(vec)->items, &(vec)->capacity, sizeof *(vec)->items);     \
        (vec)->items[(vec)->count++] = (item);                                                     \
    } while (0)
/* Doubles the capacity of a vector of `item_size`-byte items, keeping its contents. */
void vec_grow(Arena *arena, void **items, size_t *capacity, size_t item_size);

/* A range of source text. Lines count from 1; columns are UTF-8 byte offsets from 0, as in
 * CPython's ast module. The end is exclusive. line 0 = no position. */
typedef struct Range {
    uint32_t line, column;
    uint32_t end_line, end_column;
} Range;

#endif
