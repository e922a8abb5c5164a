/*
 * hash_scrypt.c — scrypt (RFC 7914): keys from passwords by a function that needs much memory.
 * PBKDF2 spreads the password over p parts; each is mixed by itself with a table of n states, whose
 * rows are read in an order that only the states before tell; PBKDF2 makes the key of the result.
 */
#include <stdlib.h>
#include <string.h>

#include "hash_functions.h"

enum { SALSA_WORDS = 16, SALSA_BYTES = 64 };

static uint32_t rotate(uint32_t word, int bits) {
    return word << bits | word >> (32 - bits);
}

static void quarter(uint32_t *x, int a, int b, int c, int d) {
    x[b] ^= rotate(x[a] + x[d], 7);
    x[c] ^= rotate(x[b] + x[a], 9);
    x[d] ^= rotate(x[c] + x[b], 13);
    x[a] ^= rotate(x[d] + x[c], 18);
}

/* Salsa20/8 (RFC 7914, section 3). */
static void salsa(uint32_t *block) {
    uint32_t x[SALSA_WORDS];
    memcpy(x, block, sizeof x);
    for (int round = 0; round < 4; round++) {
        for (int i = 0; i < 4; i++) /* columns */
            quarter(x, 5 * i, (5 * i + 4) % 16, (5 * i + 8) % 16, (5 * i + 12) % 16);
        for (int i = 0; i < 4; i++) /* rows */
            quarter(x, 5 * i, 4 * i + (i + 1) % 4, 4 * i + (i + 2) % 4, 4 * i + (i + 3) % 4);
    }
    for (int i = 0; i < SALSA_WORDS; i++)
        block[i] += x[i];
}

/* Mixes 2 * r blocks (section 4); `spare` has room for as many. */
static void mix_blocks(uint32_t *blocks, uint32_t *spare, size_t r) {
    uint32_t last[SALSA_WORDS];
    memcpy(last, blocks + (2 * r - 1) * SALSA_WORDS, sizeof last);
    for (size_t i = 0; i < 2 * r; i++) {
        for (int k = 0; k < SALSA_WORDS; k++)
            last[k] ^= blocks[i * SALSA_WORDS + (size_t)k];
        salsa(last);
        memcpy(spare + (i / 2 + i % 2 * r) * SALSA_WORDS, last, sizeof last);
    }
    memcpy(blocks, spare, 2 * r * SALSA_BYTES);
}

/* Mixes one part (section 5); `table` has room for n states and two more. */
static void mix_part(uint8_t *part, uint32_t *table, uint64_t n, size_t r) {
    size_t words = 2 * r * SALSA_WORDS;
    uint32_t *state = table + n * words, *spare = state + words;
    for (size_t i = 0; i < words; i++)
        state[i] = (uint32_t)part[4 * i] | (uint32_t)part[4 * i + 1] << 8 |
                   (uint32_t)part[4 * i + 2] << 16 | (uint32_t)part[4 * i + 3] << 24;
    for (uint64_t i = 0; i < n; i++) {
        memcpy(table + i * words, state, words * sizeof *state);
        mix_blocks(state, spare, r);
    }
    for (uint64_t i = 0; i < n; i++) {
        const uint32_t *row = table + (state[words - SALSA_WORDS] & (n - 1)) * words;
        for (size_t k = 0; k < words; k++)
            state[k] ^= row[k];
        mix_blocks(state, spare, r);
    }
    for (size_t i = 0; i < 4 * words; i++)
        part[i] = (uint8_t)(state[i / 4] >> (i % 4 * 8));
}

bool hash_scrypt(const uint8_t *password, size_t password_size, const uint8_t *salt,
                 size_t salt_size, uint64_t n, size_t r, size_t p, uint8_t *out, size_t size) {
    const HashKind *kind = hash_kind("sha256");
    size_t part = 2 * r * SALSA_BYTES;
    uint8_t *parts = malloc(part * p);
    uint32_t *table = malloc(part * ((size_t)n + 2));
    if (parts && table) {
        hash_pbkdf2(kind, password, password_size, salt, salt_size, 1, parts, part * p);
        for (size_t i = 0; i < p; i++)
            mix_part(parts + i * part, table, n, r);
        hash_pbkdf2(kind, password, password_size, parts, part * p, 1, out, size);
    }
    bool done = parts && table;
    free(parts);
    free(table);
    return done;
}
