/*
 * hash_functions.c — MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), SHA-3 and SHAKE (FIPS 202): the
 * buffering they share, how they begin and end, and the rounds of SHA-3; the others' rounds are in
 * hash_blocks.c. SHA-256 and SHA-224 begin with the upper and lower halves of the words of SHA-512
 * and SHA-384, which are the fractions of square roots of primes.
 */
#include "hash_functions.h"
#include "hash_words.h"

#include <string.h>

/* ---- words ----------------------------------------------------------------------------------- */

static void store(uint64_t word, uint8_t *out, int size, bool big) {
    for (int i = 0; i < size; i++, word >>= 8)
        out[big ? size - 1 - i : i] = (uint8_t)word;
}

/* ---- what all share -------------------------------------------------------------------------- */

void hash_begin(HashState *state, const HashKind *kind) {
    memset(state, 0, sizeof *state);
    state->kind = kind;
    kind->begin(state);
}

void hash_update(HashState *state, const void *data, size_t size) {
    const uint8_t *bytes = data;
    size_t block = state->kind->block_size, least = block + state->kind->holds_last;
    while (size) {
        if (state->held == block) {
            state->total += block;
            state->held = 0;
            state->kind->block(state, state->buffer);
        }
        if (state->held == 0 && size >= least) {
            state->total += block;
            state->kind->block(state, bytes);
            bytes += block;
            size -= block;
            continue;
        }
        size_t part = block - state->held;
        part = part < size ? part : size;
        memcpy(state->buffer + state->held, bytes, part);
        state->held = (uint16_t)(state->held + part);
        bytes += part;
        size -= part;
        if (state->held == block && !state->kind->holds_last) {
            state->total += block;
            state->held = 0;
            state->kind->block(state, state->buffer);
        }
    }
}

void hash_finish(HashState *state, uint8_t *out, size_t size) {
    state->kind->finish(state, out, size);
}

/* Ends the message with a one bit, zeros and its length in bits (Merkle and Damgard), whose field
 * has `length_size` bytes, of which 8 are ever used. */
static void pad_with_length(HashState *state, int length_size, bool big) {
    uint64_t bits = (state->total + state->held) * 8;
    size_t block = state->kind->block_size;
    state->buffer[state->held++] = 0x80;
    if (state->held > block - (size_t)length_size) {
        memset(state->buffer + state->held, 0, block - state->held);
        state->kind->block(state, state->buffer);
        state->held = 0;
    }
    memset(state->buffer + state->held, 0, block - state->held);
    store(bits, state->buffer + (big ? block - 8 : block - (size_t)length_size), 8, big);
    state->kind->block(state, state->buffer);
}

/* The words of the state, `width` bytes each. */
static void store_words(const HashState *state, uint8_t *out, size_t size, int width, bool big) {
    for (size_t i = 0; i < size; i += (size_t)width) {
        uint8_t word[8];
        store(state->words[i / (size_t)width], word, width, big);
        memcpy(out + i, word, size - i < (size_t)width ? size - i : (size_t)width);
    }
}

/* ---- MD5 ------------------------------------------------------------------------------------- */

static const uint32_t first_words[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};

static void begin_first_words(HashState *state) {
    for (int i = 0; i < 5; i++)
        state->words[i] = first_words[i];
}

static void md5_finish(HashState *state, uint8_t *out, size_t size) {
    pad_with_length(state, 8, false);
    store_words(state, out, size, 4, false);
}

/* ---- SHA-1 ----------------------------------------------------------------------------------- */

static void sha_finish32(HashState *state, uint8_t *out, size_t size) {
    pad_with_length(state, 8, true);
    store_words(state, out, size, 4, true);
}

/* ---- SHA-2 ----------------------------------------------------------------------------------- */

/* Of the square roots of the first 16 primes. */
static const uint64_t square_roots[16] = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
    0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
    0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
};

static void sha512_begin(HashState *state) {
    memcpy(state->words, square_roots, 8 * sizeof(uint64_t));
}

static void sha384_begin(HashState *state) {
    memcpy(state->words, square_roots + 8, 8 * sizeof(uint64_t));
}

static void sha256_begin(HashState *state) {
    for (int i = 0; i < 8; i++)
        state->words[i] = square_roots[i] >> 32;
}

static void sha224_begin(HashState *state) {
    for (int i = 0; i < 8; i++)
        state->words[i] = (uint32_t)square_roots[8 + i];
}

static void sha_finish64(HashState *state, uint8_t *out, size_t size) {
    pad_with_length(state, 16, true);
    store_words(state, out, size, 8, true);
}

/* ---- SHA-3 ----------------------------------------------------------------------------------- */

static void keccak(uint64_t words[25]) {
    static const uint64_t constants[24] = {
        0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000,
        0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
        0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
        0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
        0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
        0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    };
    static const uint8_t turns[24] = {1,  3,  6,  10, 15, 21, 28, 36, 45, 55, 2,  14,
                                      27, 41, 56, 8,  25, 43, 62, 18, 39, 61, 20, 44};
    static const uint8_t places[24] = {10, 7,  11, 17, 18, 3, 5,  16, 8,  21, 24, 4,
                                       15, 23, 19, 13, 12, 2, 20, 14, 22, 9,  6,  1};
    for (int round = 0; round < 24; round++) {
        uint64_t columns[5], row[5], moving;
        for (int x = 0; x < 5; x++)
            columns[x] = words[x] ^ words[x + 5] ^ words[x + 10] ^ words[x + 15] ^ words[x + 20];
        for (int x = 0; x < 5; x++) {
            uint64_t mixed = columns[(x + 4) % 5] ^ right64(columns[(x + 1) % 5], 63);
            for (int y = 0; y < 25; y += 5)
                words[x + y] ^= mixed;
        }
        moving = words[1];
        for (int i = 0; i < 24; i++) { /* each word goes to the place of the next, turned */
            uint64_t next = words[places[i]];
            words[places[i]] = right64(moving, 64 - turns[i]);
            moving = next;
        }
        for (int y = 0; y < 25; y += 5) {
            memcpy(row, words + y, sizeof row);
            for (int x = 0; x < 5; x++)
                words[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
        }
        words[0] ^= constants[round];
    }
}

static void sha3_begin(HashState *state) {
    (void)state;
}

static void sha3_block(HashState *state, const uint8_t *data) {
    for (int i = 0; i < state->kind->block_size / 8; i++)
        state->words[i] ^= load(data + 8 * i, 8, false);
    keccak(state->words);
}

/* `suffix`: the bits that tell the functions apart, and the first of the padding. */
static void sponge_finish(HashState *state, uint8_t *out, size_t size, uint8_t suffix) {
    size_t block = state->kind->block_size;
    memset(state->buffer + state->held, 0, block - state->held);
    state->buffer[state->held] = suffix;
    state->buffer[block - 1] |= 0x80;
    sha3_block(state, state->buffer);
    while (size > block) {
        store_words(state, out, block, 8, false);
        keccak(state->words);
        out += block;
        size -= block;
    }
    store_words(state, out, size, 8, false);
}

static void sha3_finish(HashState *state, uint8_t *out, size_t size) {
    sponge_finish(state, out, size, 0x06);
}

static void shake_finish(HashState *state, uint8_t *out, size_t size) {
    sponge_finish(state, out, size, 0x1f);
}

/* ---- the table ------------------------------------------------------------------------------- */

const HashKind hash_kinds[] = {
    {"md5", 64, 16, false, begin_first_words, hash_md5_block, md5_finish},
    {"sha1", 64, 20, false, begin_first_words, hash_sha1_block, sha_finish32},
    {"sha224", 64, 28, false, sha224_begin, hash_sha256_block, sha_finish32},
    {"sha256", 64, 32, false, sha256_begin, hash_sha256_block, sha_finish32},
    {"sha384", 128, 48, false, sha384_begin, hash_sha512_block, sha_finish64},
    {"sha512", 128, 64, false, sha512_begin, hash_sha512_block, sha_finish64},
    {"sha3_224", 144, 28, false, sha3_begin, sha3_block, sha3_finish},
    {"sha3_256", 136, 32, false, sha3_begin, sha3_block, sha3_finish},
    {"sha3_384", 104, 48, false, sha3_begin, sha3_block, sha3_finish},
    {"sha3_512", 72, 64, false, sha3_begin, sha3_block, sha3_finish},
    {"shake_128", 168, 0, false, sha3_begin, sha3_block, shake_finish},
    {"shake_256", 136, 0, false, sha3_begin, sha3_block, shake_finish},
    {0},
};

const HashKind *hash_kind(const char *name) {
    for (const HashKind *kind = hash_kinds; kind->name; kind++)
        if (!strcmp(kind->name, name))
            return kind;
    return NULL;
}

/* ---- PBKDF2 ---------------------------------------------------------------------------------- */

/* The states of HMAC (RFC 2104) after the inner and the outer key. */
typedef struct HmacKey {
    HashState inner, outer;
} HmacKey;

static void hmac_key(HmacKey *key, const HashKind *kind, const uint8_t *data, size_t size) {
    uint8_t block[HASH_LONGEST_BLOCK] = {0}, mixed[HASH_LONGEST_BLOCK];
    if (size > kind->block_size) {
        HashState state;
        hash_begin(&state, kind);
        hash_update(&state, data, size);
        hash_finish(&state, block, kind->digest_size);
    } else if (size) {
        memcpy(block, data, size);
    }
    for (int i = 0; i < kind->block_size; i++)
        mixed[i] = block[i] ^ 0x36;
    hash_begin(&key->inner, kind);
    hash_update(&key->inner, mixed, kind->block_size);
    for (int i = 0; i < kind->block_size; i++)
        mixed[i] = block[i] ^ 0x5c;
    hash_begin(&key->outer, kind);
    hash_update(&key->outer, mixed, kind->block_size);
}

/* Ends the message begun in `inner`, a copy of key->inner. */
static void hmac_finish(const HmacKey *key, HashState *inner, uint8_t *out) {
    size_t size = inner->kind->digest_size;
    hash_finish(inner, out, size);
    HashState outer = key->outer;
    hash_update(&outer, out, size);
    hash_finish(&outer, out, size);
}

void hash_pbkdf2(const HashKind *kind, const uint8_t *password, size_t password_size,
                 const uint8_t *salt, size_t salt_size, uint64_t iterations, uint8_t *out,
                 size_t size) {
    HmacKey key;
    hmac_key(&key, kind, password, password_size);
    for (uint32_t number = 1; size; number++) {
        uint8_t index[4], block[HASH_LONGEST_DIGEST], sum[HASH_LONGEST_DIGEST];
        HashState state = key.inner;
        store(number, index, 4, true);
        hash_update(&state, salt, salt_size);
        hash_update(&state, index, sizeof index);
        hmac_finish(&key, &state, block);
        memcpy(sum, block, sizeof sum);
        for (uint64_t i = 1; i < iterations; i++) {
            state = key.inner;
            hash_update(&state, block, kind->digest_size);
            hmac_finish(&key, &state, block);
            for (int k = 0; k < kind->digest_size; k++)
                sum[k] ^= block[k];
        }
        size_t part = size < kind->digest_size ? size : kind->digest_size;
        memcpy(out, sum, part);
        out += part;
        size -= part;
    }
}
