/*
 * bigint.h — arithmetic on magnitudes: little-endian arrays of 32-bit limbs without leading zeros.
 * Private to the int files.
 */
#ifndef PYASYNCC_RT_BIGINT_H
#define PYASYNCC_RT_BIGINT_H

#include "containers.h"

/* A magnitude that somebody else owns. */
typedef struct Big {
    const uint32_t *limbs;
    uint32_t count;
} Big;

/* -1, 0, 1 */
int big_compare(Big a, Big b);
/* out has room for max(a, b) + 1 limbs; answers the count. */
uint32_t big_add(uint32_t *out, Big a, Big b);
/* a >= b; out has room for a.count limbs and may be a. */
uint32_t big_sub(uint32_t *out, Big a, Big b);
/* out has room for a.count + b.count limbs, and is neither a nor b. False: no memory. Schoolbook,
 * and Karatsuba's method (1962) from KARATSUBA_LIMBS on. */
bool big_mul(uint32_t *out, Big a, Big b);
/* Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D. quotient: a.count limbs (not NULL),
 * remainder: b.count limbs; b is not zero. False: no memory. Counts are not trimmed. */
bool big_divmod(uint32_t *quotient, uint32_t *remainder, Big a, Big b);
/* Divides in place by a limb; answers the remainder. */
uint32_t big_div_limb(uint32_t *limbs, uint32_t count, uint32_t divisor);
/* out: a.count + bits / 32 + 1 limbs */
uint32_t big_shift_left(uint32_t *out, Big a, uint64_t bits);
/* Drops the low bits; *lost tells whether one of them was set. out: a.count limbs. */
uint32_t big_shift_right(uint32_t *out, Big a, uint64_t bits, bool *lost);
/* Without leading zero limbs. */
static inline uint32_t big_trim(const uint32_t *limbs, uint32_t count) {
    while (count && !limbs[count - 1])
        count--;
    return count;
}
static inline uint64_t big_bits(Big a) {
    return a.count ? (uint64_t)a.count * 32 - (uint64_t)__builtin_clz(a.limbs[a.count - 1]) : 0;
}
/* The nearest double (ties to even), times 2^*exponent: the answer lies in [0.5, 1) or is 0. */
double big_frexp(Big a, int64_t *exponent);

#endif
