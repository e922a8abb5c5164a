/*
 * bigint.c — arithmetic on magnitudes of any size.
 */
#include "bigint.h"

#include <math.h>

enum { KARATSUBA_LIMBS = 40 };

int big_compare(Big a, Big b) {
    if (a.count != b.count)
        return a.count < b.count ? -1 : 1;
    for (uint32_t i = a.count; i-- > 0;)
        if (a.limbs[i] != b.limbs[i])
            return a.limbs[i] < b.limbs[i] ? -1 : 1;
    return 0;
}

uint32_t big_add(uint32_t *out, Big a, Big b) {
    if (a.count < b.count) {
        Big swap = a;
        a = b;
        b = swap;
    }
    uint64_t carry = 0;
    for (uint32_t i = 0; i < a.count; i++) {
        carry += (uint64_t)a.limbs[i] + (i < b.count ? b.limbs[i] : 0);
        out[i] = (uint32_t)carry;
        carry >>= 32;
    }
    out[a.count] = (uint32_t)carry;
    return a.count + (carry != 0);
}

uint32_t big_sub(uint32_t *out, Big a, Big b) {
    int64_t borrow = 0;
    for (uint32_t i = 0; i < a.count; i++) {
        int64_t limb = (int64_t)a.limbs[i] - (i < b.count ? b.limbs[i] : 0) + borrow;
        out[i] = (uint32_t)limb;
        borrow = limb < 0 ? -1 : 0;
    }
    return big_trim(out, a.count);
}

/* ---- multiplication -------------------------------------------------------------------------- */

/* Where the machine multiplies 64 bits by 64 bits, two limbs are done at a time. Each of these
 * three functions answers how many limbs it has done, 0 elsewhere; the rest is the caller's. */
#if defined(__SIZEOF_INT128__) && UINTPTR_MAX > UINT32_MAX
typedef unsigned __int128 Wide;

static inline uint64_t limb_pair(const uint32_t *limbs) {
    return limbs[0] | (uint64_t)limbs[1] << 32;
}

static inline void set_pair(uint32_t *limbs, uint64_t pair) {
    limbs[0] = (uint32_t)pair;
    limbs[1] = (uint32_t)(pair >> 32);
}

/* out += a * factor, pair by pair. */
static inline uint32_t add_pairs(uint32_t *out, Big a, uint64_t factor, uint64_t *carry) {
    uint32_t i = 0;
    for (; i + 1 < a.count; i += 2) {
        Wide sum = (Wide)limb_pair(a.limbs + i) * factor + limb_pair(out + i) + *carry;
        set_pair(out + i, (uint64_t)sum);
        *carry = (uint64_t)(sum >> 64);
    }
    return i;
}

/* u -= v * factor, pair by pair. */
static inline uint32_t take_pairs(uint32_t *u, const uint32_t *v, uint32_t n, uint32_t factor,
                                  uint64_t *carry) {
    uint32_t i = 0;
    for (; i + 1 < n; i += 2) {
        Wide product = (Wide)limb_pair(v + i) * factor + *carry;
        uint64_t pair = limb_pair(u + i), low = (uint64_t)product;
        set_pair(u + i, pair - low);
        *carry = (uint64_t)(product >> 64) + (pair < low);
    }
    return i;
}

/* out += a * b for the pairs of limbs of b; out is 0 where nothing has been added. */
static uint32_t add_row_pairs(uint32_t *out, Big a, Big b) {
    uint32_t row = 0;
    for (; row + 1 < b.count; row += 2) {
        uint64_t carry = 0, factor = limb_pair(b.limbs + row);
        uint32_t *at = out + row, i = add_pairs(at, a, factor, &carry);
        if (i < a.count) {
            Wide sum = (Wide)factor * a.limbs[i] + at[i] + carry;
            at[i++] = (uint32_t)sum;
            carry = (uint64_t)(sum >> 32);
        }
        set_pair(at + i, carry);
    }
    return row;
}
#else
static inline uint32_t add_pairs(uint32_t *out, Big a, uint64_t factor, uint64_t *carry) {
    (void)out, (void)a, (void)factor, (void)carry;
    return 0;
}

static inline uint32_t take_pairs(uint32_t *u, const uint32_t *v, uint32_t n, uint32_t factor,
                                  uint64_t *carry) {
    (void)u, (void)v, (void)n, (void)factor, (void)carry;
    return 0;
}

static uint32_t add_row_pairs(uint32_t *out, Big a, Big b) {
    (void)out, (void)a, (void)b;
    return 0;
}
#endif

/* out[0..a.count) += a * factor; answers the limb that is carried out. */
static uint32_t add_row(uint32_t *out, Big a, uint32_t factor) {
    uint64_t carry = 0;
    for (uint32_t i = add_pairs(out, a, factor, &carry); i < a.count; i++) {
        carry += (uint64_t)a.limbs[i] * factor + out[i];
        out[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return (uint32_t)carry;
}

/* u[0..n) -= v * factor; answers what is to be taken from u[n]. */
static uint64_t take_row(uint32_t *u, const uint32_t *v, uint32_t n, uint32_t factor) {
    uint64_t carry = 0;
    for (uint32_t i = take_pairs(u, v, n, factor, &carry); i < n; i++) {
        carry += (uint64_t)v[i] * factor;
        uint32_t limb = u[i], low = (uint32_t)carry;
        u[i] = limb - low;
        carry = (carry >> 32) + (limb < low);
    }
    return carry;
}

static void mul_school(uint32_t *out, Big a, Big b) {
    memset(out, 0, (a.count + b.count) * sizeof *out);
    for (uint32_t i = add_row_pairs(out, a, b); i < b.count; i++)
        out[i + a.count] = add_row(out + i, a, b.limbs[i]);
}

/* out[0..count) += a; the sum fits. */
static void add_into(uint32_t *out, uint32_t count, Big a) {
    uint64_t carry = 0;
    for (uint32_t i = 0; i < count && (i < a.count || carry); i++) {
        carry += (uint64_t)out[i] + (i < a.count ? a.limbs[i] : 0);
        out[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

static Big low_part(Big a, uint32_t half) {
    uint32_t count = a.count < half ? a.count : half;
    return (Big){a.limbs, big_trim(a.limbs, count)};
}

static Big high_part(Big a, uint32_t half) {
    return a.count <= half ? (Big){a.limbs, 0} : (Big){a.limbs + half, a.count - half};
}

/* (a1 x + a0)(b1 x + b0) = a1 b1 x^2 + ((a1 + a0)(b1 + b0) - a1 b1 - a0 b0) x + a0 b0 */
static bool mul_karatsuba(uint32_t *out, Big a, Big b) {
    uint32_t half = ((a.count > b.count ? a.count : b.count) + 1) / 2;
    Big a0 = low_part(a, half), a1 = high_part(a, half);
    Big b0 = low_part(b, half), b1 = high_part(b, half);
    uint32_t total = a.count + b.count, wide = 2 * half + 2;
    uint32_t *scratch = mem_alloc((2 * (half + 1) + wide) * sizeof *scratch);
    if (!scratch)
        return false;
    uint32_t *sum_a = scratch, *sum_b = scratch + half + 1, *middle = scratch + 2 * (half + 1);
    memset(out, 0, total * sizeof *out);
    Big a_sum = {sum_a, big_add(sum_a, a1, a0)}, b_sum = {sum_b, big_add(sum_b, b1, b0)};
    bool good =
        big_mul(out, a0, b0) && big_mul(out + 2 * half, a1, b1) && big_mul(middle, a_sum, b_sum);
    if (good) {
        uint32_t count = big_trim(middle, a_sum.count + b_sum.count);
        Big low = {out, big_trim(out, a0.count + b0.count)};
        count = big_sub(middle, (Big){middle, count}, low);
        Big high = {out + 2 * half, big_trim(out + 2 * half, a1.count + b1.count)};
        count = big_sub(middle, (Big){middle, count}, high);
        add_into(out + half, total - half, (Big){middle, count});
    }
    mem_free(scratch);
    return good;
}

/* b is much shorter: multiplies slices of a of b's length. */
static bool mul_slices(uint32_t *out, Big a, Big b) {
    uint32_t *product = mem_alloc(2 * (uint64_t)b.count * sizeof *product);
    if (!product)
        return false;
    memset(out, 0, (a.count + b.count) * sizeof *out);
    bool good = true;
    for (uint32_t at = 0; good && at < a.count; at += b.count) {
        uint32_t size = a.count - at < b.count ? a.count - at : b.count;
        Big slice = {a.limbs + at, big_trim(a.limbs + at, size)};
        good = big_mul(product, slice, b);
        Big part = {product, big_trim(product, slice.count + b.count)};
        add_into(out + at, a.count + b.count - at, part);
    }
    mem_free(product);
    return good;
}

bool big_mul(uint32_t *out, Big a, Big b) {
    if (a.count < b.count) {
        Big swap = a;
        a = b;
        b = swap;
    }
    if (b.count < KARATSUBA_LIMBS) {
        mul_school(out, a, b);
        return true;
    }
    return 2 * b.count <= a.count ? mul_slices(out, a, b) : mul_karatsuba(out, a, b);
}

/* ---- division -------------------------------------------------------------------------------- */

uint32_t big_div_limb(uint32_t *limbs, uint32_t count, uint32_t divisor) {
    uint64_t rest = 0;
    for (uint32_t i = count; i-- > 0;) {
        rest = rest << 32 | limbs[i];
        limbs[i] = (uint32_t)(rest / divisor);
        rest %= divisor;
    }
    return (uint32_t)rest;
}

/* One limb of the quotient: how often `divisor` goes into the n + 1 limbs at u, which keep the
 * rest. */
static uint32_t divide_step(uint32_t *u, const uint32_t *v, uint32_t n) {
    uint64_t top = (uint64_t)u[n] << 32 | u[n - 1];
    uint64_t guess = top / v[n - 1], rest = top % v[n - 1];
    while (guess >> 32 || guess * v[n - 2] > (rest << 32 | u[n - 2])) {
        guess--;
        rest += v[n - 1];
        if (rest >> 32)
            break;
    }
    uint64_t taken = take_row(u, v, n, (uint32_t)guess);
    bool fits = u[n] >= taken;
    u[n] -= (uint32_t)taken;
    if (fits)
        return (uint32_t)guess;
    uint64_t sum = 0; /* one too many */
    for (uint32_t i = 0; i < n; i++) {
        sum += (uint64_t)u[i] + v[i];
        u[i] = (uint32_t)sum;
        sum >>= 32;
    }
    u[n] += (uint32_t)sum;
    return (uint32_t)guess - 1;
}

static bool divide_long(uint32_t *quotient, uint32_t *remainder, Big a, Big b) {
    uint32_t n = b.count, shift = (uint32_t)__builtin_clz(b.limbs[n - 1]);
    uint32_t *u = mem_alloc(((uint64_t)a.count + 2 + n + 1) * sizeof *u);
    if (!u)
        return false;
    uint32_t *v = u + a.count + 2;
    memset(u, 0, ((size_t)a.count + 2) * sizeof *u);
    big_shift_left(u, a, shift);
    v[n] = 0;
    big_shift_left(v, b, shift);
    for (uint32_t i = a.count - n + 1; i-- > 0;)
        quotient[i] = divide_step(u + i, v, n);
    bool lost;
    memset(remainder, 0, n * sizeof *remainder);
    big_shift_right(remainder, (Big){u, n}, shift, &lost);
    mem_free(u);
    return true;
}

bool big_divmod(uint32_t *quotient, uint32_t *remainder, Big a, Big b) {
    memset(quotient, 0, a.count * sizeof *quotient);
    if (big_compare(a, b) < 0) {
        memset(remainder, 0, b.count * sizeof *remainder);
        memcpy(remainder, a.limbs, a.count * sizeof *remainder);
        return true;
    }
    if (b.count > 1)
        return divide_long(quotient, remainder, a, b);
    memcpy(quotient, a.limbs, a.count * sizeof *quotient);
    remainder[0] = big_div_limb(quotient, a.count, b.limbs[0]);
    return true;
}

/* ---- shifts ---------------------------------------------------------------------------------- */

uint32_t big_shift_left(uint32_t *out, Big a, uint64_t bits) {
    uint32_t limbs = (uint32_t)(bits / 32), shift = (uint32_t)(bits % 32);
    memset(out, 0, limbs * sizeof *out);
    uint64_t carry = 0;
    for (uint32_t i = 0; i < a.count; i++) {
        carry |= (uint64_t)a.limbs[i] << shift;
        out[limbs + i] = (uint32_t)carry;
        carry >>= 32;
    }
    out[limbs + a.count] = (uint32_t)carry;
    return big_trim(out, limbs + a.count + 1);
}

uint32_t big_shift_right(uint32_t *out, Big a, uint64_t bits, bool *lost) {
    *lost = false;
    if (bits / 32 >= a.count) {
        *lost = a.count != 0;
        return 0;
    }
    uint32_t limbs = (uint32_t)(bits / 32), shift = (uint32_t)(bits % 32);
    for (uint32_t i = 0; i < limbs; i++)
        *lost |= a.limbs[i] != 0;
    *lost |= (a.limbs[limbs] & ((1u << shift) - 1)) != 0;
    for (uint32_t i = limbs; i < a.count; i++) {
        uint64_t pair = a.limbs[i] | (uint64_t)(i + 1 < a.count ? a.limbs[i + 1] : 0) << 32;
        out[i - limbs] = (uint32_t)(pair >> shift);
    }
    return big_trim(out, a.count - limbs);
}

/* ---- to double ------------------------------------------------------------------------------- */

double big_frexp(Big a, int64_t *exponent) {
    uint64_t bits = big_bits(a);
    *exponent = (int64_t)bits;
    if (!bits)
        return 0;
    uint64_t top = 0; /* the highest 64 bits, the last one sticky */
    bool sticky = false;
    for (uint32_t i = a.count; i-- > 0;) {
        int64_t place = (int64_t)i * 32 - (int64_t)(bits - 64); /* of the limb's bit 0 in `top` */
        if (place >= 0)
            top |= (uint64_t)a.limbs[i] << place;
        else if (place > -32) {
            top |= (uint64_t)a.limbs[i] >> -place;
            sticky |= (a.limbs[i] & ((1u << -place) - 1)) != 0;
        } else {
            sticky |= a.limbs[i] != 0;
        }
    }
    enum { DROPPED = 64 - 53 };
    uint64_t mantissa = top >> DROPPED, rest = top & ((1u << DROPPED) - 1),
             half = 1u << (DROPPED - 1);
    if (rest > half || (rest == half && (sticky || (mantissa & 1))))
        mantissa++;
    double result = ldexp((double)mantissa, -53);
    if (result == 1.0) {
        result = 0.5;
        ++*exponent;
    }
    return result;
}
