/*
 * hash_blocks.c — the rounds of MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4). The constants of
 * SHA-2 are the fractions of roots of primes; SHA-256 uses the upper halves of those of SHA-512.
 */
#include "hash_functions.h"
#include "hash_words.h"

/* ---- MD5 ------------------------------------------------------------------------------------- */

void hash_md5_block(HashState *state, const uint8_t *data) {
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

void hash_sha1_block(HashState *state, const uint8_t *data) {
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

void hash_sha256_block(HashState *state, const uint8_t *data) {
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

void hash_sha512_block(HashState *state, const uint8_t *data) {
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
