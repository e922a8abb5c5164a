/*
 * hash.c — the keyed hash of text and bytes: SipHash-1-3 (Aumasson and Bernstein, 2012), as
 * CPython's.
 */
#include "rt.h"

typedef struct SipState {
    uint64_t v0, v1, v2, v3;
} SipState;

static uint64_t rotate(uint64_t word, int bits) {
    return word << bits | word >> (64 - bits);
}

static void sip_round(SipState *s) {
    s->v0 += s->v1;
    s->v1 = rotate(s->v1, 13) ^ s->v0;
    s->v0 = rotate(s->v0, 32);
    s->v2 += s->v3;
    s->v3 = rotate(s->v3, 16) ^ s->v2;
    s->v0 += s->v3;
    s->v3 = rotate(s->v3, 21) ^ s->v0;
    s->v2 += s->v1;
    s->v1 = rotate(s->v1, 17) ^ s->v2;
    s->v2 = rotate(s->v2, 32);
}

/* The fewer than eight bytes that are left, the first one lowest. */
static uint64_t last_word(const uint8_t *bytes, size_t size) {
    uint64_t word = 0;
    int shift = 0;
    if (size & 4) {
        uint32_t four;
        memcpy(&four, bytes, 4);
        word = four;
        shift = 32;
        bytes += 4;
    }
    if (size & 2) {
        uint16_t two;
        memcpy(&two, bytes, 2);
        word |= (uint64_t)two << shift;
        shift += 16;
        bytes += 2;
    }
    return size & 1 ? word | (uint64_t)*bytes << shift : word;
}

uint64_t hash_keyed(const void *data, size_t size, uint64_t key0, uint64_t key1) {
    const uint8_t *bytes = data;
    SipState state = {key0 ^ 0x736f6d6570736575u, key1 ^ 0x646f72616e646f6du,
                      key0 ^ 0x6c7967656e657261u, key1 ^ 0x7465646279746573u};
    uint64_t last = (uint64_t)size << 56;
    for (; size >= 8; size -= 8, bytes += 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        state.v3 ^= word;
        sip_round(&state);
        state.v0 ^= word;
    }
    last |= last_word(bytes, size);
    state.v3 ^= last;
    sip_round(&state);
    state.v0 ^= last;
    state.v2 ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(&state);
    return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

int64_t hash_bytes(const void *data, size_t size) {
    int64_t hash = (int64_t)hash_keyed(data, size, isolate.hash_key[0], isolate.hash_key[1]);
    return hash == -1 ? -2 : hash;
}
