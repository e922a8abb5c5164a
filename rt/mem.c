/*
 * mem.c — the one door through which the runtime gets memory.
 *
 * Objects up to 1 KB come from size classes, 16 bytes apart. A class owns pages of PAGE_SIZE bytes,
 * cut from regions that grow geometrically; a page is handed out from its start upwards (so memory
 * that was never used is never touched), and freed objects go to the class's free list. Pages are
 * never given back before the end, and can be walked: a free place has a NULL type. Bigger objects
 * are blocks of malloc in a doubly linked list. Under AddressSanitizer (or with PYRT_PLAIN_MALLOC
 * defined) every object is such a block, so that the sanitizer sees each one's lifetime.
 *
 * Plain buffers (mem_alloc) are malloc's. Every allocation passes `may_allocate`, where tests
 * inject failures.
 */
#include "object.h"
#include "port.h"

#include <stdlib.h>

#ifndef PYRT_PLAIN_MALLOC
#if defined(__SANITIZE_ADDRESS__)
#define PYRT_PLAIN_MALLOC 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PYRT_PLAIN_MALLOC 1
#endif
#endif
#endif
#ifndef PYRT_PLAIN_MALLOC
#define PYRT_PLAIN_MALLOC 0
#endif

enum {
    PAGE_SIZE = 16 * 1024,
    REGION_FIRST = 4 * PAGE_SIZE,
    REGION_LAST = 2 * PORT_BIG_PAGE,
    GRAIN = 16
};

/* Head of a page; objects follow at PAGE_HEADER bytes. */
typedef struct Page {
    struct Page *next; /* of the same size class */
    char *bump;        /* places from here on were never used */
    char *end;
} Page;
enum { PAGE_HEADER = 32 };

typedef struct Region {
    struct Region *next;
    void *memory; /* what malloc answered */
    size_t size;
} Region;

/* In front of an object that has a block of its own. */
typedef struct BlockHeader {
    struct BlockHeader *previous, *next;
    size_t size; /* of the object */
    size_t spare;
} BlockHeader;
_Static_assert(sizeof(BlockHeader) % GRAIN == 0, "objects must stay aligned");
_Static_assert(sizeof(Page) <= PAGE_HEADER, "Page outgrew its place");

typedef struct Heap {
    Page *first_pages[SIZE_CLASS_COUNT + 1]; /* of each class, oldest first */
    Page *pages[SIZE_CLASS_COUNT + 1];       /* the newest */
    Region *regions;
    char *fresh, *fresh_end; /* rest of the newest region */
    size_t region_size;
    BlockHeader blocks;   /* sentinel of the list */
    int64_t gc_countdown; /* until the next collection, see mem_set_gc_countdown */
    int64_t gc_wait;      /* where the countdown began */
    int64_t fail_at;      /* < 0: never */
} Heap;

void *rt_free_places[SIZE_CLASS_COUNT + 1];

static Heap heap = {.blocks = {&heap.blocks, &heap.blocks, 0, 0},
                    .region_size = REGION_FIRST,
                    .gc_countdown = GC_FIRST_WAIT,
                    .gc_wait = GC_FIRST_WAIT,
                    .fail_at = -1};

static bool may_allocate(void) {
    return heap.fail_at < 0 || heap.fail_at-- != 0;
}

void mem_fail_at(int64_t count) {
    heap.fail_at = count;
}

/* ---- plain buffers --------------------------------------------------------------------------- */

/* More than half of the addresses no system gives; what is added to it does not wrap either. */
static const uint64_t MOST_BYTES = SIZE_MAX / 2;

static bool is_possible(uint64_t size) {
    return size <= MOST_BYTES;
}

void *mem_alloc(uint64_t size) {
    void *block = is_possible(size) && may_allocate() ? malloc(size ? (size_t)size : 1) : NULL;
    if (!block)
        raise_no_memory();
    return block;
}

void *mem_realloc(void *block, uint64_t size) {
    void *moved =
        is_possible(size) && may_allocate() ? realloc(block, size ? (size_t)size : 1) : NULL;
    if (!moved)
        raise_no_memory();
    return moved;
}

size_t mem_size(size_t header, int64_t count, size_t item_size) {
    if (count >= 0 && (uint64_t)count <= (MOST_BYTES - header) / item_size)
        return header + (size_t)count * item_size;
    raise_no_memory();
    return 0;
}

/* Sizes of no bytes are asked for as one, for 0 tells a failure. */
static size_t items_size(int64_t count, size_t item_size) {
    return count == 0 ? 1 : mem_size(0, count, item_size);
}

void *mem_alloc_items(int64_t count, size_t item_size) {
    size_t size = items_size(count, item_size);
    return size ? mem_alloc(size) : NULL;
}

void *mem_realloc_items(void *block, int64_t count, size_t item_size) {
    size_t size = items_size(count, item_size);
    return size ? mem_realloc(block, size) : NULL;
}

void mem_free(void *block) {
    free(block);
}

/* Buffers that were given back, by size; the first word of each leads to the next. */
enum { KEPT_BYTES = 512, KEPT_EACH = 64 };
typedef struct KeptBuffers {
    void *first;
    uint32_t count;
} KeptBuffers;
static KeptBuffers kept_buffers[KEPT_BYTES / GRAIN + 1];

static KeptBuffers *kept_of(size_t size) {
    return PYRT_PLAIN_MALLOC || size > KEPT_BYTES ? NULL
                                                  : &kept_buffers[(size + GRAIN - 1) / GRAIN];
}

void *mem_take(size_t size) {
    KeptBuffers *kept = kept_of(size);
    if (!kept || !kept->first || heap.fail_at >= 0)
        return mem_alloc((size + GRAIN - 1) & ~(size_t)(GRAIN - 1));
    void *buffer = kept->first;
    memcpy(&kept->first, buffer, sizeof kept->first);
    kept->count--;
    return buffer;
}

void mem_give_back(void *buffer, size_t size) {
    KeptBuffers *kept = buffer ? kept_of(size) : NULL;
    if (!kept || kept->count >= KEPT_EACH) {
        mem_free(buffer);
        return;
    }
    memcpy(buffer, &kept->first, sizeof kept->first);
    kept->first = buffer;
    kept->count++;
}

void *mem_resize(void *buffer, size_t old, size_t size) {
    if (buffer && !kept_of(old) && !kept_of(size))
        return mem_realloc(buffer, size);
    void *resized = mem_take(size);
    if (resized && buffer) {
        memcpy(resized, buffer, old < size ? old : size);
        mem_give_back(buffer, old);
    }
    return resized;
}

/* ---- objects --------------------------------------------------------------------------------- */

/* Memory of a region; the biggest ones are made of big pages. */
static char *region_memory(size_t size) {
    return size < REGION_LAST ? malloc(size) : aligned_alloc(PORT_BIG_PAGE, size);
}

/* A region of big pages has each of them backed when its first part is taken. */
static void back_region_from(char *memory) {
    bool is_big = heap.regions->size == REGION_LAST;
    if (is_big && (uintptr_t)memory % PORT_BIG_PAGE == 0)
        port_back_big_pages(memory, PORT_BIG_PAGE);
}

/* Takes PAGE_SIZE bytes from the newest region, or starts a bigger one. */
static char *page_memory(void) {
    if (heap.fresh_end - heap.fresh < PAGE_SIZE) {
        Region *region = malloc(sizeof(Region));
        char *memory = region ? region_memory(heap.region_size) : NULL;
        if (!memory) {
            free(region);
            return NULL;
        }
        region->memory = memory;
        region->size = heap.region_size;
        region->next = heap.regions;
        heap.regions = region;
        heap.fresh = (char *)(((uintptr_t)memory + GRAIN - 1) & ~(uintptr_t)(GRAIN - 1));
        heap.fresh_end = memory + heap.region_size;
        if (heap.fresh_end - heap.fresh < PAGE_SIZE)
            return NULL;
        if (heap.region_size < REGION_LAST)
            heap.region_size *= 2;
    }
    char *memory = heap.fresh;
    heap.fresh += PAGE_SIZE;
    back_region_from(memory);
    return memory;
}

/* Gives the class a new page. */
static bool class_grow(uint32_t index) {
    Page *page = (Page *)page_memory();
    if (!page)
        return false;
    page->bump = (char *)page + PAGE_HEADER;
    page->end = (char *)page + PAGE_SIZE;
    page->next = NULL;
    /* It will be filled, like the one before it. */
    if (heap.pages[index] && heap.regions->size < REGION_LAST)
        port_back_memory(page, PAGE_SIZE);
    *(heap.pages[index] ? &heap.pages[index]->next : &heap.first_pages[index]) = page;
    heap.pages[index] = page;
    return true;
}

/* A place that was given back, or else the next of the class's newest page; NULL: neither. */
static inline Object *place_find(uint32_t index) {
    Object *place = place_take(index);
    if (place)
        return place;
    Page *page = heap.pages[index];
    size_t size = (size_t)index * GRAIN;
    if (!page || (size_t)(page->end - page->bump) < size)
        return NULL;
    place = (Object *)page->bump;
    page->bump += size;
    return place;
}

static void *block_new(size_t size) {
    BlockHeader *header = malloc(sizeof(BlockHeader) + size);
    if (!header)
        return NULL;
    header->size = size;
    header->next = heap.blocks.next;
    header->previous = &heap.blocks;
    header->next->previous = header;
    heap.blocks.next = header;
    return header + 1;
}

/* Places of so many multiples of 16 bytes are zeroed here: loops beat the call, which compilers
 * would make of them if the empty statements did not hide what they do. */
enum { ZEROED_GRAINS = 17 };

static inline void zero_place(char *start, char *end) {
    enum { AT_ONCE = 4 * GRAIN };
    for (; end - start >= AT_ONCE; start += AT_ONCE) {
        __asm__("" : "+r"(start));
        memset(start, 0, AT_ONCE);
    }
    for (; start < end; start += GRAIN) {
        __asm__("" : "+r"(start));
        memset(start, 0, GRAIN);
    }
}

/* Types that are not ready yet, and heap types: instances of these may be asked for with the size
 * of their native base; adds the slots, and the reference to the type. */
static __attribute__((noinline)) uint64_t unusual_size(Type *type, uint64_t size) {
    if (!(type->flags & TYPE_READY))
        type_ready(type);
    if (!(type->flags & TYPE_HEAP))
        return size;
    type->base.refs++;
    if (type->shape_offset != SHAPE_AT_END) {
        uint64_t whole = type_heap(type)->instance_size;
        return size < whole ? whole : size;
    }
    size = (size + 7) & ~(uint64_t)7;
    return size + sizeof(InstanceSlots) + type->inline_slots * sizeof(Value);
}

static __attribute__((noinline)) void *allocation_failed(Type *type) {
    if (type->flags & TYPE_HEAP)
        type->base.refs--;
    raise_no_memory();
    return NULL;
}

/* A big object weighs as much as the containers that would fill its memory: garbage cycles that
 * hold a few of them are worth a collection. */
enum { CONTAINER_BYTES = 256 };

static void charge_block(int64_t size) {
    heap.gc_countdown -= size / CONTAINER_BYTES;
    if (heap.gc_countdown < 0)
        gc_request();
}

/* An object with a block of its own; `zeroed`: behind its header, too. */
static __attribute__((noinline)) Object *listed_new(uint64_t wanted, bool zeroed) {
    if (!is_possible(wanted))
        return NULL;
    size_t size = ((size_t)wanted + GRAIN - 1) & ~(size_t)(GRAIN - 1);
    Object *object = may_allocate() ? block_new(size) : NULL;
    if (object) {
        object->flags = OBJECT_LISTED;
        if (zeroed)
            memset((char *)object + sizeof(Object), 0, size - sizeof(Object));
        charge_block((int64_t)size);
    }
    return object;
}

static inline void *object_begin(Object *object, Type *type) {
    if (sizeof(Object) < GRAIN) /* 32-bit pointers: the first place has room behind the header */
        memset((char *)object + sizeof(Object), 0, GRAIN - sizeof(Object));
    object->refs = 1;
    object->type = type;
    if (type->slots.traverse) {
        object->flags |= OBJECT_CONTAINER;
        if (--heap.gc_countdown < 0)
            gc_request();
    }
    return object;
}

static __attribute__((noinline)) void *object_new_slow(Type *type, uint64_t size) {
    if ((type->flags & (TYPE_HEAP | TYPE_READY)) != TYPE_READY)
        size = unusual_size(type, size);
    uint64_t index = (size + GRAIN - 1) / GRAIN;
    Object *object;
    if (!PYRT_PLAIN_MALLOC && index <= SIZE_CLASS_COUNT && heap.fail_at < 0) {
        object = place_find((uint32_t)index);
        if (!object && class_grow((uint32_t)index))
            object = place_find((uint32_t)index);
        if (!object)
            return allocation_failed(type);
        object->flags = (uint32_t)index << OBJECT_CLASS_SHIFT;
        memset((char *)object + GRAIN, 0, (size_t)(index - 1) * GRAIN);
    } else if (!(object = listed_new(size, true))) {
        return allocation_failed(type);
    }
    return object_begin(object, type);
}

/* A small object of a static type that finds a free place: most are, and need no frame here. */
void *object_new(Type *type, uint64_t size) {
    uint64_t index = (size + GRAIN - 1) / GRAIN;
    bool is_common = (type->flags & (TYPE_HEAP | TYPE_READY)) == TYPE_READY &&
                     index <= ZEROED_GRAINS && !PYRT_PLAIN_MALLOC && heap.fail_at < 0;
    Object *object = is_common ? place_find((uint32_t)index) : NULL;
    if (!object)
        return object_new_slow(type, size);
    object->flags = (uint32_t)index << OBJECT_CLASS_SHIFT;
    zero_place((char *)object + GRAIN, (char *)object + index * GRAIN);
    return object_begin(object, type);
}

/* A leaf for which no place is free: text of some length is not zeroed, only to be overwritten. */
static __attribute__((noinline)) Object *leaf_new_slow(Type *type, uint64_t size) {
    if ((type->flags & (TYPE_HEAP | TYPE_READY)) != TYPE_READY || size <= SIZE_CLASS_COUNT * GRAIN)
        return object_new(type, size);
    Object *object = listed_new(size, false);
    return object ? object_begin(object, type) : allocation_failed(type);
}

void *object_new_leaf(Type *type, uint64_t size) {
    uint64_t index = (size + GRAIN - 1) / GRAIN;
    Object *object = NULL;
    if (!PYRT_PLAIN_MALLOC && index <= SIZE_CLASS_COUNT && heap.fail_at < 0)
        object = place_find((uint32_t)index);
    if (!object)
        return leaf_new_slow(type, size);
    object->flags = (uint32_t)index << OBJECT_CLASS_SHIFT;
    object->refs = 1;
    object->type = type;
    return object;
}

void object_free(Object *object) {
    uint32_t flags = object->flags;
    if (flags & OBJECT_CONTAINER)
        heap.gc_countdown++;
    if (!PYRT_PLAIN_MALLOC && !(flags & OBJECT_LISTED)) {
        place_give_back(object, flags >> OBJECT_CLASS_SHIFT);
        return;
    }
    BlockHeader *header = (BlockHeader *)object - 1;
    heap.gc_countdown += (int64_t)header->size / CONTAINER_BYTES;
    header->previous->next = header->next;
    header->next->previous = header->previous;
    free(header);
}

size_t object_block_size(const Object *object) {
    if (object->flags & OBJECT_LISTED)
        return ((const BlockHeader *)object - 1)->size;
    return (size_t)(object->flags >> OBJECT_CLASS_SHIFT) * GRAIN;
}

/* `header` with room for `size` bytes; its neighbours are told where it is. */
static BlockHeader *block_grow(BlockHeader *header, size_t size) {
    BlockHeader *moved = may_allocate() ? realloc(header, sizeof(BlockHeader) + size) : NULL;
    if (!moved)
        return NULL;
    moved->previous->next = moved;
    moved->next->previous = moved;
    charge_block((int64_t)(size - moved->size));
    moved->size = size;
    return moved;
}

/* Grows by an eighth more than asked for, so that growing by small steps takes linear time. */
void *object_grow(Object *object, size_t size) {
    size_t old_size = object_block_size(object);
    if (size <= old_size)
        return object;
    size = (size + size / 8 + GRAIN - 1) & ~(size_t)(GRAIN - 1);
    if (object->flags & OBJECT_LISTED) {
        BlockHeader *header = block_grow((BlockHeader *)object - 1, size);
        if (!header)
            raise_no_memory();
        return header ? header + 1 : NULL;
    }
    Object *moved = object_new(object->type, size);
    if (!moved)
        return NULL;
    memcpy(moved + 1, object + 1, old_size - sizeof(Object));
    object_free(object);
    return moved;
}

/* ---- walking, collecting, the end ------------------------------------------------------------ */

/* Calls `visit` for every live object with all of `flags`. */
static void walk(uint32_t flags, void (*visit)(Object *object, void *context), void *context) {
    for (uint32_t index = 1; index <= SIZE_CLASS_COUNT; index++)
        for (Page *page = heap.first_pages[index]; page; page = page->next)
            for (char *place = (char *)page + PAGE_HEADER; place < page->bump;
                 place += (size_t)index * GRAIN) {
                Object *object = (Object *)place;
                if (object->type && (object->flags & flags) == flags)
                    visit(object, context);
            }
    for (BlockHeader *block = heap.blocks.previous; block != &heap.blocks;
         block = block->previous) {
        Object *object = (Object *)(block + 1);
        if ((object->flags & flags) == flags)
            visit(object, context);
    }
}

void mem_walk_containers(void (*visit)(Object *object, void *context), void *context) {
    walk(OBJECT_CONTAINER, visit, context);
}

void mem_walk_objects(void (*visit)(Object *object, void *context), void *context) {
    walk(0, visit, context);
}

bool mem_checks_leaks(void) {
    return PYRT_PLAIN_MALLOC;
}

static void count_one(Object *object, void *context) {
    (void)object;
    ++*(int64_t *)context;
}

int64_t mem_live_objects(void) {
    int64_t count = 0;
    walk(0, count_one, &count);
    return count;
}

int64_t mem_live_containers(void) {
    int64_t count = 0;
    walk(OBJECT_CONTAINER, count_one, &count);
    return count;
}

void mem_set_gc_countdown(int64_t containers) {
    heap.gc_countdown = heap.gc_wait = containers;
}

int64_t mem_gc_growth(void) {
    return heap.gc_wait - heap.gc_countdown;
}

void mem_shutdown(void) {
    /* Objects still reachable from static types stay; their list is taken apart so that a leak
     * checker does not take a neighbour in the list for a reference. */
    BlockHeader *block = heap.blocks.next;
    while (block != &heap.blocks) {
        BlockHeader *next = block->next;
        block->previous = block->next = block;
        block = next;
    }
    heap.blocks.previous = heap.blocks.next = &heap.blocks;
}
