/*
 * test_codegen_wasm_pack.c — packing the data of WebAssembly modules: what a loader would put into
 * memory stays the same, long runs of zeros go, and damaged modules come back as they were.
 */
#include "codegen/wasm_pack.h"

#include "unit.h"

#include <stdlib.h>

enum { MEMORY_SIZE = 4096 };

#define HEADER "\0asm\1\0\0\0"
#define TYPES  "\1\1\0" /* a section that has nothing to do with data */
#define BYTES(text)                                                                                \
    (WasmBytes) {                                                                                  \
        (const uint8_t *)(text), sizeof(text) - 1                                                  \
    }

static uint32_t read_number(const uint8_t **at) {
    uint32_t number = 0;
    for (int shift = 0;; shift += 7) {
        uint8_t byte = *(*at)++;
        number |= (uint32_t)(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return number;
    }
}

/* Puts the data of `module` into `memory`, which is zeroed first; answers the number of segments.
 * Addresses in these tests are at least 64, so their signed form needs two bytes or more. */
static uint32_t load(WasmBytes module, uint8_t memory[MEMORY_SIZE]) {
    memset(memory, 0, MEMORY_SIZE);
    const uint8_t *at = module.bytes + 8, *end = module.bytes + module.size;
    while (at < end) {
        uint8_t id = *at++;
        uint32_t size = read_number(&at);
        const uint8_t *next = at + size;
        if (id == 11) {
            uint32_t count = read_number(&at);
            for (uint32_t i = 0; i < count; i++) {
                at += 2;
                uint32_t address = read_number(&at);
                at++;
                uint32_t length = read_number(&at);
                memcpy(memory + address, at, length);
                at += length;
            }
            CHECK(at == next);
            return count;
        }
        at = next;
    }
    return 0;
}

/* One segment at 128: "ab", 20 zeros, "c", 3 zeros, "d", 12 zeros. */
static const char one_segment[] = HEADER TYPES "\x0b\x2e\1\0\x41\x80\1\x0b\x27"
                                               "ab\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0c\0\0\0d"
                                               "\0\0\0\0\0\0\0\0\0\0\0\0" TYPES;

static void test_split(Arena *arena) {
    uint8_t before[MEMORY_SIZE], after[MEMORY_SIZE];
    WasmBytes module = BYTES(one_segment), packed = wasm_pack(arena, module);
    CHECK_INT(load(module, before), 1);
    CHECK_INT(load(packed, after), 2);
    CHECK(memcmp(before, after, MEMORY_SIZE) == 0);
    CHECK_INT(before[128 + 22], 'c');
    CHECK(packed.size < module.size);
    CHECK(memcmp(packed.bytes + packed.size - 3, TYPES, 3) == 0);
    WasmBytes again = wasm_pack(arena, packed);
    CHECK(again.size == packed.size && memcmp(again.bytes, packed.bytes, packed.size) == 0);
}

static bool stays(Arena *arena, WasmBytes module) {
    return wasm_pack(arena, module).bytes == module.bytes;
}

static void test_left_alone(Arena *arena) {
    CHECK(stays(arena, BYTES("\177ELF and so on")));
    CHECK(stays(arena, BYTES("\0as")));
    CHECK(stays(arena, BYTES(HEADER "\x0c\1\1" TYPES)));           /* segments have numbers */
    CHECK(stays(arena, BYTES(HEADER "\x0b\4\1\1\1x")));            /* a passive segment */
    CHECK(stays(arena, BYTES(HEADER "\x0b\6\1\0\x23\0\x0b\0")));   /* at a global's address */
    CHECK(stays(arena, BYTES(HEADER "\x0b\xff\xff\xff\xff\xff"))); /* no number ends */
    for (size_t size = sizeof one_segment - 5; size > 14; size--)
        CHECK(stays(arena, (WasmBytes){(const uint8_t *)one_segment, size}));
}

/* Random data, of which half are runs of zeros, splits into what it was. */
static void test_random(Arena *arena) {
    srand(1);
    for (int round = 0; round < 200; round++) {
        uint8_t bytes[2100] = HEADER "\x0b\x88\x10\1\0\x41\x80\2\x0b\x80\x10";
        size_t start = 8 + 11;
        for (size_t i = 0; i < 2048;) {
            size_t run = 1 + (size_t)rand() % 30;
            bool zeros = rand() % 2;
            for (; run && i < 2048; run--, i++)
                bytes[start + i] = zeros ? 0 : (uint8_t)(1 + rand() % 255);
        }
        WasmBytes module = {bytes, start + 2048};
        uint8_t before[MEMORY_SIZE], after[MEMORY_SIZE];
        CHECK_INT(load(module, before), 1);
        WasmBytes packed = wasm_pack(arena, module);
        CHECK(load(packed, after) > 10);
        CHECK(memcmp(before, after, MEMORY_SIZE) == 0);
        CHECK(packed.size < module.size);
    }
}

int main(void) {
    Arena *arena = arena_new();
    test_split(arena);
    test_left_alone(arena);
    test_random(arena);
    arena_free(arena);
    return unit_done();
}
