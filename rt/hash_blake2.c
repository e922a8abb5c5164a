/*
 * hash_blake2.c — BLAKE2b and BLAKE2s (RFC 7693), with all of their parameters. Both are the same
 * function on words of 64 and 32 bits. The last block is special: HashKind.holds_last.
 */
#include "hash_functions.h"

#include <string.h>

static const uint64_t start_words[8] = {
    /* those of SHA-512; the upper halves those of SHA-256 */
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};

static const uint8_t orders[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};

static bool is_wide(const HashState *state) {
    return state->kind == &hash_blake2b;
}

static uint64_t load_word(const uint8_t *data, int size) {
    uint64_t word = 0;
    for (int i = size; i-- > 0;)
        word = word << 8 | data[i];
    return word;
}

static uint64_t turn64(uint64_t word, int count) {
    return word >> count | word << (64 - count);
}
static uint32_t turn32(uint32_t word, int count) {
    return word >> count | word << (32 - count);
}

static inline void mix64(uint64_t v[16], int a, int b, int c, int d, uint64_t x, uint64_t y) {
    v[a] += v[b] + x;
    v[d] = turn64(v[d] ^ v[a], 32);
    v[c] += v[d];
    v[b] = turn64(v[b] ^ v[c], 24);
    v[a] += v[b] + y;
    v[d] = turn64(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = turn64(v[b] ^ v[c], 63);
}

static inline void mix32(uint64_t v[16], int a, int b, int c, int d, uint64_t x, uint64_t y) {
    uint32_t p = (uint32_t)(v[a] + v[b] + x), q = (uint32_t)v[b], r, s;
    s = turn32((uint32_t)v[d] ^ p, 16);
    r = (uint32_t)v[c] + s;
    q = turn32(q ^ r, 12);
    p += q + (uint32_t)y;
    s = turn32(s ^ p, 8);
    r += s;
    q = turn32(q ^ r, 7);
    v[a] = p, v[b] = q, v[c] = r, v[d] = s;
}

static inline void mix(uint64_t v[16], bool wide, int a, int b, int c, int d, uint64_t x,
                       uint64_t y) {
    if (wide)
        mix64(v, a, b, c, d, x, y);
    else
        mix32(v, a, b, c, d, x, y);
}

/* Takes in a block; state->total counts its bytes already. */
static void compress(HashState *state, const uint8_t *data, bool last) {
    bool wide = is_wide(state);
    int width = wide ? 8 : 4;
    uint64_t ones = wide ? UINT64_MAX : UINT32_MAX, v[16], m[16];
    for (int i = 0; i < 8; i++) {
        v[i] = state->words[i];
        v[8 + i] = wide ? start_words[i] : start_words[i] >> 32;
    }
    v[12] ^= wide ? state->total : (uint32_t)state->total;
    v[13] ^= wide ? 0 : state->total >> 32;
    v[14] ^= last ? ones : 0;
    v[15] ^= last && state->last_node ? ones : 0;
    for (int i = 0; i < 16; i++)
        m[i] = load_word(data + width * i, width);
    for (int round = 0; round < (wide ? 12 : 10); round++) {
        const uint8_t *s = orders[round % 10];
        for (int i = 0; i < 4; i++)
            mix(v, wide, i, 4 + i, 8 + i, 12 + i, m[s[2 * i]], m[s[2 * i + 1]]);
        for (int i = 0; i < 4; i++)
            mix(v, wide, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, m[s[8 + 2 * i]],
                m[s[9 + 2 * i]]);
    }
    for (int i = 0; i < 8; i++)
        state->words[i] ^= v[i] ^ v[8 + i];
}

static void blake2_begin(HashState *state) {
    Blake2Parameters usual = {
        .digest_size = (uint8_t)state->kind->digest_size, .fanout = 1, .depth = 1};
    hash_blake2_begin(state, state->kind, &usual);
}

void hash_blake2_begin(HashState *state, const HashKind *kind, const Blake2Parameters *given) {
    uint8_t block[64] = {given->digest_size, given->key_size, given->fanout, given->depth};
    memset(state, 0, sizeof *state);
    state->kind = kind;
    state->size = given->digest_size;
    state->last_node = given->last_node;
    bool wide = is_wide(state);
    int width = wide ? 8 : 4, offset_size = wide ? 8 : 6, salt_size = wide ? 16 : 8;
    for (int i = 0; i < 4; i++)
        block[4 + i] = (uint8_t)(given->leaf_size >> (8 * i));
    for (int i = 0; i < offset_size; i++)
        block[8 + i] = (uint8_t)(given->node_offset >> (8 * i));
    block[8 + offset_size] = given->node_depth;
    block[9 + offset_size] = given->inner_size;
    uint8_t *tail = block + (wide ? 32 : 16);
    if (given->salt)
        memcpy(tail, given->salt, (size_t)salt_size);
    if (given->person)
        memcpy(tail + salt_size, given->person, (size_t)salt_size);
    for (int i = 0; i < 8; i++)
        state->words[i] =
            (wide ? start_words[i] : start_words[i] >> 32) ^ load_word(block + width * i, width);
}

/* A block that is not the last one. */
static void blake2_block(HashState *state, const uint8_t *data) {
    compress(state, data, false);
}

static void blake2_finish(HashState *state, uint8_t *out, size_t size) {
    int width = is_wide(state) ? 8 : 4;
    memset(state->buffer + state->held, 0, state->kind->block_size - state->held);
    state->total += state->held;
    compress(state, state->buffer, true);
    for (size_t i = 0; i < size; i++)
        out[i] = (uint8_t)(state->words[i / (size_t)width] >> (8 * (i % (size_t)width)));
}

const HashKind hash_blake2b = {"blake2b", 128, 64, true, blake2_begin, blake2_block, blake2_finish};
const HashKind hash_blake2s = {"blake2s", 64, 32, true, blake2_begin, blake2_block, blake2_finish};
