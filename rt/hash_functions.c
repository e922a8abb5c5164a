/*
 * hash_functions.c — MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), SHA-3 and SHAKE (FIPS 202): the
 * buffering they share, and their rounds. The constants of SHA-2 are the fractions of roots of
 * primes; SHA-256 and SHA-224 use the upper or lower halves of those of SHA-512 and SHA-384.
 */
#include "hash_functions.h"

#include <string.h>

/* ---- words ----------------------------------------------------------------------------------- */

static uint32_t left32(uint32_t word, int count) {
    return word << count | word >> (32 - count);
}
static uint32_t right32(uint32_t word, int count) {
    return word >> count | word << (32 - count);
}
static uint64_t right64(uint64_t word, int count) {
    return word >> count | word << (64 - count);
}

static inline __attribute__((always_inline)) uint64_t load(const uint8_t *data, int size,
                                                           bool big) {
    uint64_t word = 0;
    for (int i = 0; i < size; i++)
        word = word << 8 | data[big ? i : size - 1 - i];
    return word;
}

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

static void md5_block(HashState *state, const uint8_t *data) {
    static const uint32_t sines[64] = {
        0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613,
        0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193,
        0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d,
        0x02441453, 0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed,
        0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a, 0xfffa3942, 0x8771f681, 0x6d9d6122,
        0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa,
        0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665, 0xf4292244,
        0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
        0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb,
        0xeb86d391,
    };
    static const uint8_t shifts[4][4] = {
        {7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    uint32_t x[16], a = (uint32_t)state->words[0], b = (uint32_t)state->words[1],
                    c = (uint32_t)state->words[2], d = (uint32_t)state->words[3];
    for (int i = 0; i < 16; i++)
        x[i] = (uint32_t)load(data + 4 * i, 4, false);
    for (int i = 0; i < 64; i++) {
        int round = i / 16;
        uint32_t mixed = round == 0   ? (b & c) | (~b & d)
                         : round == 1 ? (d & b) | (~d & c)
                         : round == 2 ? b ^ c ^ d
                                      : c ^ (b | ~d);
        int place = round == 0 ? i : round == 1 ? 5 * i + 1 : round == 2 ? 3 * i + 5 : 7 * i;
        uint32_t next = b + left32(a + mixed + sines[i] + x[place % 16], shifts[round][i % 4]);
        a = d;
        d = c;
        c = b;
        b = next;
    }
    state->words[0] = (uint32_t)state->words[0] + a;
    state->words[1] = (uint32_t)state->words[1] + b;
    state->words[2] = (uint32_t)state->words[2] + c;
    state->words[3] = (uint32_t)state->words[3] + d;
}

static void md5_finish(HashState *state, uint8_t *out, size_t size) {
    pad_with_length(state, 8, false);
    store_words(state, out, size, 4, false);
}

/* ---- SHA-1 ----------------------------------------------------------------------------------- */

/* One round: as sha256_round. */
static inline __attribute__((always_inline)) void sha1_round(uint32_t v[5], int k, uint32_t mixed,
                                                             uint32_t added) {
    uint32_t *last = &v[(9 - k) % 5], *second = &v[(6 - k) % 5];
    *last += left32(v[(5 - k) % 5], 5) + mixed + added;
    *second = left32(*second, 30);
}

static inline __attribute__((always_inline)) uint32_t sha1_mix(const uint32_t v[5], int k,
                                                               int phase) {
    uint32_t b = v[(6 - k) % 5], c = v[(7 - k) % 5], d = v[(8 - k) % 5];
    return phase == 0 ? (b & c) | (~b & d) : phase == 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
}

static void sha1_block(HashState *state, const uint8_t *data) {
    static const uint32_t constants[4] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
    uint32_t w[80], v[5];
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)load(data + 4 * i, 4, true);
    for (int i = 16; i < 80; i++)
        w[i] = left32(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 5; i++)
        v[i] = (uint32_t)state->words[i];
    for (int phase = 0; phase < 4; phase++)
        for (int i = 20 * phase; i < 20 * phase + 20; i += 5)
            for (int k = 0; k < 5; k++)
                sha1_round(v, k, sha1_mix(v, k, phase), constants[phase] + w[i + k]);
    for (int i = 0; i < 5; i++)
        state->words[i] = (uint32_t)state->words[i] + v[i];
}

static void sha_finish32(HashState *state, uint8_t *out, size_t size) {
    pad_with_length(state, 8, true);
    store_words(state, out, size, 4, true);
}

/* ---- SHA-2 ----------------------------------------------------------------------------------- */

/* Of the cube roots of the first 80 primes. */
static const uint64_t cube_roots[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
    0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
    0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
    0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
    0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
    0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
    0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
    0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
    0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
    0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
    0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
    0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
    0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
    0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
    0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
    0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
    0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

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

/* Written out, so that the places of the words are constants. */
#define ROUND(stem, k) stem##_round(v, k, stem##_added(w, i + (k)))
#define FOUR_ROUNDS(stem, k)                                                                       \
    ROUND(stem, k), ROUND(stem, k + 1), ROUND(stem, k + 2), ROUND(stem, k + 3)
#define EIGHT_ROUNDS(stem) FOUR_ROUNDS(stem, 0), FOUR_ROUNDS(stem, 4)

/* One round on the eight words v, of which the first is at v[-k & 7]: they turn instead of moving.
 */
static inline __attribute__((always_inline)) void sha256_round(uint32_t *v, int k, uint32_t added) {
    uint32_t a = v[-k & 7], b = v[(1 - k) & 7], c = v[(2 - k) & 7];
    uint32_t e = v[(4 - k) & 7], f = v[(5 - k) & 7], g = v[(6 - k) & 7];
    uint32_t s1 = right32(e, 6) ^ right32(e, 11) ^ right32(e, 25);
    uint32_t first = v[(7 - k) & 7] + s1 + ((e & f) ^ (~e & g)) + added;
    uint32_t s0 = right32(a, 2) ^ right32(a, 13) ^ right32(a, 22);
    v[(3 - k) & 7] += first;
    v[(7 - k) & 7] = first + s0 + ((a & b) ^ (a & c) ^ (b & c));
}

static inline uint32_t sha256_added(const uint32_t *w, int i) {
    return (uint32_t)(cube_roots[i] >> 32) + w[i];
}

static void sha256_block(HashState *state, const uint8_t *data) {
    uint32_t w[64], v[8];
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)load(data + 4 * i, 4, true);
    for (int i = 16; i < 64; i++) {
        uint32_t s0 = right32(w[i - 15], 7) ^ right32(w[i - 15], 18) ^ w[i - 15] >> 3;
        uint32_t s1 = right32(w[i - 2], 17) ^ right32(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    for (int i = 0; i < 8; i++)
        v[i] = (uint32_t)state->words[i];
    for (int i = 0; i < 64; i += 8) {
        EIGHT_ROUNDS(sha256);
    }
    for (int i = 0; i < 8; i++)
        state->words[i] = (uint32_t)state->words[i] + v[i];
}

/* One round on the eight words v, of which the first is at v[-k & 7]: they turn instead of moving.
 */
static inline __attribute__((always_inline)) void sha512_round(uint64_t *v, int k, uint64_t added) {
    uint64_t a = v[-k & 7], b = v[(1 - k) & 7], c = v[(2 - k) & 7];
    uint64_t e = v[(4 - k) & 7], f = v[(5 - k) & 7], g = v[(6 - k) & 7];
    uint64_t s1 = right64(e, 14) ^ right64(e, 18) ^ right64(e, 41);
    uint64_t first = v[(7 - k) & 7] + s1 + ((e & f) ^ (~e & g)) + added;
    uint64_t s0 = right64(a, 28) ^ right64(a, 34) ^ right64(a, 39);
    v[(3 - k) & 7] += first;
    v[(7 - k) & 7] = first + s0 + ((a & b) ^ (a & c) ^ (b & c));
}

static inline uint64_t sha512_added(const uint64_t *w, int i) {
    return cube_roots[i] + w[i];
}

static void sha512_block(HashState *state, const uint8_t *data) {
    uint64_t w[80], v[8];
    for (int i = 0; i < 16; i++)
        w[i] = load(data + 8 * i, 8, true);
    for (int i = 16; i < 80; i++) {
        uint64_t s0 = right64(w[i - 15], 1) ^ right64(w[i - 15], 8) ^ w[i - 15] >> 7;
        uint64_t s1 = right64(w[i - 2], 19) ^ right64(w[i - 2], 61) ^ w[i - 2] >> 6;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    for (int i = 0; i < 8; i++)
        v[i] = state->words[i];
    for (int i = 0; i < 80; i += 8) {
        EIGHT_ROUNDS(sha512);
    }
    for (int i = 0; i < 8; i++)
        state->words[i] = state->words[i] + v[i];
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
    {"md5", 64, 16, false, begin_first_words, md5_block, md5_finish},
    {"sha1", 64, 20, false, begin_first_words, sha1_block, sha_finish32},
    {"sha224", 64, 28, false, sha224_begin, sha256_block, sha_finish32},
    {"sha256", 64, 32, false, sha256_begin, sha256_block, sha_finish32},
    {"sha384", 128, 48, false, sha384_begin, sha512_block, sha_finish64},
    {"sha512", 128, 64, false, sha512_begin, sha512_block, sha_finish64},
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
