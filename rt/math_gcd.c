/*
 * math_gcd.c — the greatest common divisor of two ints: of words the binary algorithm, of longer
 * ones Lehmer's (Knuth, The Art of Computer Programming 2, 4.5.2, algorithm L), with Collins's
 * condition for how many quotients the leading bits tell of, as CPython has it
 * (Objects/longobject.c, _PyLong_GCD; J. Sorenson, An analysis of Lehmer's Euclidean GCD algorithm,
 * ISSAC 1995).
 */
#include "math_module.h"

/* The steps of Euclid's algorithm look at so many leading bits: their matrix is of words below
 * 2^30, whose products with limbs, and sums of those, fit into an int64_t. */
enum { LEADING_BITS = 60 };

/* Numbers of `room` limbs, with zeros above their counts; a >= b. All are part of one block. */
typedef struct Pair {
    uint32_t *a, *b, *quotient, *remainder;
    uint32_t a_count, b_count, room;
} Pair;

/* a, b become A a + B b, C a + D b. */
typedef struct Matrix {
    int64_t a_a, a_b, b_a, b_b;
} Matrix;

/* Stein's algorithm. */
static uint64_t gcd_words(uint64_t a, uint64_t b) {
    if (!a || !b)
        return a | b;
    int shift = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    while (b) {
        b >>= __builtin_ctzll(b);
        uint64_t less = a < b ? a : b;
        b = a < b ? b - a : a - b;
        a = less;
    }
    return a << shift;
}

static uint64_t word_of(const uint32_t *limbs, uint32_t count) {
    return (count > 1 ? (uint64_t)limbs[1] << 32 : 0) | (count ? limbs[0] : 0);
}

/* The 64 bits of a number from `shift` on; it has three limbs there, zeros included. */
static uint64_t bits_from(const uint32_t *limbs, uint64_t shift) {
    const uint32_t *at = limbs + shift / 32;
    unsigned rest = shift % 32;
    uint64_t low = word_of(at, 2) >> rest;
    return rest ? low | (uint64_t)at[2] << (64 - rest) : low;
}

/* The quotients that the leading bits of both numbers tell of for sure; false: there are none. */
static bool read_matrix(int64_t x, int64_t y, Matrix *matrix) {
    int64_t a = 1, b = 0, c = 0, d = 1;
    int steps = 0;
    for (; y != c; steps++) {
        int64_t quotient = (x + (a - 1)) / (y - c);
        int64_t next = b + quotient * d, rest = x - quotient * y;
        if (next > rest)
            break;
        x = y;
        y = rest;
        rest = a + quotient * c;
        a = d;
        b = c;
        c = next;
        d = rest;
    }
    *matrix = steps & 1 ? (Matrix){-b, a, d, -c} : (Matrix){a, -b, -c, d};
    return steps > 0;
}

static void apply_matrix(Pair *pair, const Matrix *matrix) {
    int64_t a_carry = 0, b_carry = 0;
    for (uint32_t i = 0; i < pair->a_count; i++) {
        int64_t a = pair->a[i], b = pair->b[i];
        a_carry += matrix->a_a * a + matrix->a_b * b;
        b_carry += matrix->b_a * a + matrix->b_b * b;
        pair->a[i] = (uint32_t)a_carry;
        pair->b[i] = (uint32_t)b_carry;
        a_carry >>= 32;
        b_carry >>= 32;
    }
    uint32_t count = pair->a_count;
    pair->a_count = big_trim(pair->a, count);
    pair->b_count = big_trim(pair->b, count);
}

static bool divide(Pair *pair) {
    uint32_t *b = pair->b, *rest = pair->remainder, count = pair->b_count;
    if (!big_divmod(pair->quotient, rest, (Big){pair->a, pair->a_count}, (Big){b, count}))
        return false;
    memset(rest + count, 0, (pair->room - count) * sizeof *rest);
    pair->remainder = pair->a;
    pair->a = b;
    pair->b = rest;
    pair->a_count = count;
    pair->b_count = big_trim(rest, count);
    return true;
}

/* Until both are words, or one is 0. False: no memory. */
static bool reduce(Pair *pair) {
    while (pair->a_count > 2 && pair->b_count) {
        uint64_t shift = big_bits((Big){pair->a, pair->a_count}) - LEADING_BITS;
        Matrix matrix;
        if (read_matrix((int64_t)bits_from(pair->a, shift), (int64_t)bits_from(pair->b, shift),
                        &matrix))
            apply_matrix(pair, &matrix);
        else if (!divide(pair))
            return false;
    }
    return true;
}

static Value result_of(const Pair *pair) {
    if (pair->a_count <= 2)
        return int_from_u64(
            gcd_words(word_of(pair->a, pair->a_count), word_of(pair->b, pair->b_count)));
    IntObject *result = int_alloc(pair->a_count);
    if (!result)
        return 0;
    memcpy(result->limbs, pair->a, pair->a_count * sizeof *pair->a);
    return int_finish_take(result, pair->a_count, false);
}

static Value gcd_long(Big a, Big b) {
    enum { NUMBERS = 4, ZEROS = 3 /* bits_from reads so far */ };
    uint32_t room = a.count + ZEROS;
    uint32_t *limbs = mem_alloc_items((int64_t)room * NUMBERS, sizeof *limbs);
    if (!limbs)
        return 0;
    Pair pair = {limbs,   limbs + room, limbs + 2 * (size_t)room, limbs + 3 * (size_t)room, a.count,
                 b.count, room};
    memset(limbs, 0, (size_t)room * NUMBERS * sizeof *limbs);
    memcpy(pair.a, a.limbs, a.count * sizeof *limbs);
    memcpy(pair.b, b.limbs, b.count * sizeof *limbs);
    Value result = reduce(&pair) ? result_of(&pair) : 0;
    mem_free(limbs);
    return result;
}

Value int_gcd(Value left, Value right) {
    IntView a, b;
    int_view(&a, left);
    int_view(&b, right);
    if (a.big.count <= 2 && b.big.count <= 2)
        return int_from_u64(gcd_words(word_of(a.big.limbs, a.big.count), //
                                      word_of(b.big.limbs, b.big.count)));
    bool swapped = big_compare(a.big, b.big) < 0;
    return gcd_long(swapped ? b.big : a.big, swapped ? a.big : b.big);
}
