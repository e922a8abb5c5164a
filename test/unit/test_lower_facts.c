/*
 * test_lower_facts.c — the arithmetic of facts against arithmetic: for random ranges and random
 * ints in them, what an operator gives lies in the range that is predicted; joining and refining
 * ranges never loses a value.
 */
#include "lower/facts.h"

#include "rt/abi.h"
#include "unit.h"

/* -- random numbers: the same on every machine -- */

static uint64_t random_state = 1;

static uint32_t random_below(uint32_t bound) {
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(random_state >> 33) % bound;
}

/* Small and large magnitudes alike, and the ends of the small ints. */
static int64_t random_int(void) {
    static const int64_t special[] = {0, 1, -1, 2, SMALL_INT_MAX, SMALL_INT_MIN};
    if (random_below(4) == 0)
        return special[random_below(sizeof special / sizeof *special)];
    uint64_t bits = (uint64_t)random_below(UINT32_MAX) << 32 | random_below(UINT32_MAX);
    return (int64_t)bits >> (2 + random_below(61));
}

static Fact random_range(void) {
    int64_t a = random_int(), b = random_int();
    Fact fact = fact_range(a < b ? a : b, a < b ? b : a);
    if (random_below(8) == 0)
        fact.low = INT64_MIN;
    if (random_below(8) == 0)
        fact.high = INT64_MAX;
    return fact;
}

static int64_t random_in(const Fact *fact) {
    for (int i = 0; i < 8; i++) {
        int64_t number = random_int();
        if (number >= fact->low && number <= fact->high)
            return number;
    }
    return fact->low != INT64_MIN ? fact->low : fact->high != INT64_MAX ? fact->high : 0;
}

/* -- Python's arithmetic on wide ints; false where it raises -- */

typedef __int128 Wide;

static Wide floor_div(Wide left, Wide right) {
    Wide quotient = left / right;
    return quotient - (left % right != 0 && (left < 0) != (right < 0));
}

static bool compute(Arithmetic arithmetic, int64_t left, int64_t right, Wide *result) {
    switch (arithmetic) {
    case ARITH_ADD:
        *result = (Wide)left + right;
        return true;
    case ARITH_SUB:
        *result = (Wide)left - right;
        return true;
    case ARITH_MUL:
        *result = (Wide)left * right;
        return true;
    case ARITH_FLOORDIV:
        if (right)
            *result = floor_div(left, right);
        return right != 0;
    case ARITH_MOD:
        if (right)
            *result = left - floor_div(left, right) * right;
        return right != 0;
    case ARITH_LSHIFT:
        if (right < 0 || right > 60)
            return false;
        *result = (Wide)left * ((Wide)1 << right);
        return true;
    case ARITH_RSHIFT:
        if (right >= 0)
            *result = left >> (right > 63 ? 63 : right);
        return right >= 0;
    case ARITH_AND:
        *result = left & right;
        return true;
    case ARITH_OR:
        *result = left | right;
        return true;
    case ARITH_XOR:
        *result = left ^ right;
        return true;
    case ARITH_NEGATIVE:
        *result = -(Wide)left;
        return true;
    case ARITH_POSITIVE:
        *result = left;
        return true;
    case ARITH_INVERT:
        *result = ~(Wide)left;
        return true;
    default:
        return false;
    }
}

static bool holds(const Fact *fact, Wide number) {
    return fact->kinds == KINDS(INT) && (fact->low == INT64_MIN || number >= fact->low) &&
           (fact->high == INT64_MAX || number <= fact->high);
}

static void test_arithmetic(void) {
    for (int round = 0; round < 400000; round++) {
        Arithmetic arithmetic = (Arithmetic)(ARITH_ADD + random_below(ARITH_INVERT));
        Fact left = random_range(), right = random_range();
        Fact fact = fact_arithmetic(arithmetic, &left, &right);
        int64_t a = random_in(&left), b = random_in(&right);
        Wide result;
        if (!compute(arithmetic, a, b, &result) || holds(&fact, result))
            continue;
        fprintf(stderr, "arithmetic %d: %lld in %lld..%lld, %lld in %lld..%lld\n", arithmetic,
                (long long)a, (long long)left.low, (long long)left.high, (long long)b,
                (long long)right.low, (long long)right.high);
        CHECK(!"the result lies in the predicted range");
    }
    unit_passed++;
}

static bool compares(IrCondition condition, int64_t left, int64_t right) {
    switch (condition) {
    case COND_LT:
        return left < right;
    case COND_LE:
        return left <= right;
    case COND_EQ:
        return left == right;
    case COND_NE:
        return left != right;
    case COND_GT:
        return left > right;
    default:
        return left >= right;
    }
}

static void test_refining(void) {
    bool lost = false;
    for (int round = 0; round < 200000; round++) {
        Fact left = random_range(), right = random_range();
        int64_t a = random_in(&left), b = random_in(&right);
        for (IrCondition condition = COND_LT; condition <= COND_GE; condition++) {
            bool outcome = compares(condition, a, b);
            IrCondition held = outcome ? condition : condition_negated(condition);
            Fact refined = fact_where(left, held, right);
            Fact other = fact_where(right, condition_swapped(held), left);
            lost |= !holds(&refined, a) || !holds(&other, b);
        }
    }
    CHECK(!lost);
}

static void test_joining(void) {
    bool lost = false, wrong = false;
    for (int round = 0; round < 200000; round++) {
        Fact left = random_range(), right = random_range(), joined = left;
        bool changed = fact_join(&joined, &right, random_below(2));
        lost |= !holds(&joined, random_in(&left)) || !holds(&joined, random_in(&right));
        wrong |= changed != (joined.low != left.low || joined.high != left.high);
    }
    CHECK(!lost);
    CHECK(!wrong);
}

/* -- kinds -- */

static KindSet kinds_of(Arithmetic arithmetic, KindSet left, KindSet right) {
    Fact a = fact_kinds(left), b = fact_kinds(right);
    return fact_arithmetic(arithmetic, &a, &b).kinds;
}

static void test_kinds(void) {
    CHECK(kinds_of(ARITH_ADD, KINDS(INT), KINDS(FLOAT)) == KINDS(FLOAT));
    CHECK(kinds_of(ARITH_ADD, KINDS(BOOL), KINDS(BOOL)) == KINDS(INT));
    CHECK(kinds_of(ARITH_ADD, KINDS_NUMBERS, KINDS(INT)) == (KINDS(INT) | KINDS(FLOAT)));
    CHECK(kinds_of(ARITH_ADD, KINDS(STR), KINDS(STR)) == KINDS(STR));
    CHECK(kinds_of(ARITH_ADD, KINDS(INT), KINDS_ALL) == KINDS_ALL);
    CHECK(kinds_of(ARITH_TRUEDIV, KINDS(INT), KINDS(BOOL)) == KINDS(FLOAT));
    CHECK(kinds_of(ARITH_AND, KINDS(BOOL), KINDS(BOOL)) == KINDS(BOOL));
    CHECK(kinds_of(ARITH_OR, KINDS_INTS, KINDS(BOOL)) == KINDS_INTS);
    CHECK(kinds_of(ARITH_XOR, KINDS(INT), KINDS(BOOL)) == KINDS(INT));
    CHECK(kinds_of(ARITH_POW, KINDS(INT), KINDS(INT)) == (KINDS(INT) | KINDS(FLOAT)));
    CHECK(kinds_of(ARITH_POW, KINDS(FLOAT), KINDS(INT)) == KINDS(FLOAT));
    CHECK(kinds_of(ARITH_POW, KINDS(FLOAT), KINDS(FLOAT)) == KINDS_ALL);
    CHECK(kinds_of(ARITH_NEGATIVE, KINDS(BOOL), 0) == KINDS(INT));
    CHECK(kinds_of(ARITH_ADD, 0, KINDS(INT)) == 0);
    Fact fact = fact_kinds(KINDS_INTS);
    CHECK(fact_kind(&fact) == KIND_ANY);
    fact = fact_kinds(KINDS(INT) | KINDS_NULL);
    CHECK(fact_kind(&fact) == KIND_ANY);
    fact = FACT_NONE;
    CHECK(fact_kind(&fact) == KIND_NEVER);
}

static void test_small(void) {
    Fact fact = fact_range(SMALL_INT_MIN, SMALL_INT_MAX), one = fact_range(1, 1);
    CHECK(fact_is_small(&fact));
    fact = fact_arithmetic(ARITH_ADD, &fact, &one);
    CHECK(!fact_is_small(&fact));
    fact = FACT_OF(BOOL);
    CHECK(!fact_is_small(&fact));
}

int main(void) {
    test_arithmetic();
    test_refining();
    test_joining();
    test_kinds();
    test_small();
    return unit_done();
}
