/*
 * facts.c — facts as sets of kinds with a range: joining, and arithmetic on them (see facts.h).
 */
#include "facts.h"

#include "../rt/abi.h"

IrKind fact_kind(const Fact *fact) {
    if (!fact->kinds)
        return KIND_NEVER;
    if (fact->kinds & (fact->kinds - 1) || fact->kinds & KINDS_NULL)
        return KIND_ANY;
    return (IrKind)__builtin_ctz(fact->kinds);
}

bool fact_is_small(const Fact *fact) {
    return fact->kinds == KINDS(INT) && fact->low >= SMALL_INT_MIN && fact->high <= SMALL_INT_MAX;
}

bool fact_join(Fact *into, const Fact *from, bool widen) {
    Fact old = *into;
    into->kinds |= from->kinds;
    if (from->low < into->low) {
        into->low = from->low;
        if (widen)
            into->low = into->low >= 0 ? 0 : into->low >= SMALL_INT_MIN ? SMALL_INT_MIN : INT64_MIN;
    }
    if (from->high > into->high) {
        into->high = from->high;
        if (widen)
            into->high = into->high <= SMALL_INT_MAX ? SMALL_INT_MAX : INT64_MAX;
    }
    return old.kinds != into->kinds || old.low != into->low || old.high != into->high;
}

/* -- ranges: the ends saturate, and what is unbounded stays so -- */

static bool is_unbounded(int64_t end) {
    return end == INT64_MIN || end == INT64_MAX;
}

static int64_t end_add(int64_t left, int64_t right) {
    int64_t sum;
    if (is_unbounded(left))
        return left;
    if (is_unbounded(right))
        return right;
    if (__builtin_add_overflow(left, right, &sum))
        return left < 0 ? INT64_MIN : INT64_MAX;
    return sum;
}

static int64_t end_negative(int64_t end) {
    return end == INT64_MIN ? INT64_MAX : end == INT64_MAX ? INT64_MIN : -end;
}

static int64_t end_mul(int64_t left, int64_t right) {
    int64_t product;
    if (left == 0 || right == 0)
        return 0;
    if (is_unbounded(left) || is_unbounded(right) || __builtin_mul_overflow(left, right, &product))
        return (left < 0) == (right < 0) ? INT64_MAX : INT64_MIN;
    return product;
}

static int64_t min(int64_t left, int64_t right) {
    return left < right ? left : right;
}
static int64_t max(int64_t left, int64_t right) {
    return left > right ? left : right;
}

static Fact range_negative(const Fact *operand) {
    return fact_range(end_negative(operand->high), end_negative(operand->low));
}

static Fact range_add(const Fact *left, const Fact *right) {
    return fact_range(end_add(left->low, right->low), end_add(left->high, right->high));
}

static Fact range_mul(const Fact *left, const Fact *right) {
    int64_t ends[] = {end_mul(left->low, right->low), end_mul(left->low, right->high),
                      end_mul(left->high, right->low), end_mul(left->high, right->high)};
    return fact_range(min(min(ends[0], ends[1]), min(ends[2], ends[3])),
                      max(max(ends[0], ends[1]), max(ends[2], ends[3])));
}

static int64_t end_floordiv(int64_t left, int64_t right) {
    if (is_unbounded(left))
        return left;
    return left / right - (left % right != 0 && left < 0);
}

/* A positive divisor brings nothing further from zero. */
static Fact range_floordiv(const Fact *left, const Fact *right) {
    if (right->low <= 0)
        return FACT_OF(INT);
    if (right->low == right->high)
        return fact_range(end_floordiv(left->low, right->low),
                          end_floordiv(left->high, right->low));
    return fact_range(min(left->low, 0), max(left->high, 0));
}

/* The rest has the sign of the divisor and is smaller. */
static Fact range_mod(const Fact *left, const Fact *right) {
    if (right->low > 0) {
        int64_t most = is_unbounded(right->high) ? INT64_MAX : right->high - 1;
        return fact_range(0, left->low >= 0 ? min(left->high, most) : most);
    }
    if (right->high < 0)
        return fact_range(is_unbounded(right->low) ? INT64_MIN : right->low + 1, 0);
    return FACT_OF(INT);
}

static Fact range_lshift(const Fact *left, const Fact *right) {
    if (right->low < 0 || right->high > 62)
        return left->low >= 0 ? fact_range(0, INT64_MAX) : FACT_OF(INT);
    Fact factor = fact_range((int64_t)1 << right->low, (int64_t)1 << right->high);
    return range_mul(left, &factor);
}

static Fact range_and(const Fact *left, const Fact *right) {
    if (left->low >= 0 && right->low >= 0)
        return fact_range(0, min(left->high, right->high));
    if (left->low >= 0)
        return fact_range(0, left->high);
    if (right->low >= 0)
        return fact_range(0, right->high);
    return FACT_OF(INT);
}

/* | and ^ of numbers that are not negative stay below the next power of two. */
static Fact range_or(const Fact *left, const Fact *right) {
    if (left->low < 0 || right->low < 0)
        return FACT_OF(INT);
    uint64_t bits = (uint64_t)max(left->high, right->high);
    for (unsigned shift = 1; shift < 64; shift *= 2)
        bits |= bits >> shift;
    return fact_range(0, (int64_t)bits);
}

static Fact range_of(Arithmetic arithmetic, const Fact *left, const Fact *right) {
    Fact negated;
    switch (arithmetic) {
    case ARITH_ADD:
        return range_add(left, right);
    case ARITH_SUB:
        negated = range_negative(right);
        return range_add(left, &negated);
    case ARITH_MUL:
        return range_mul(left, right);
    case ARITH_FLOORDIV:
        return range_floordiv(left, right);
    case ARITH_MOD:
        return range_mod(left, right);
    case ARITH_LSHIFT:
        return range_lshift(left, right);
    case ARITH_RSHIFT:
        return fact_range(min(left->low, 0), max(left->high, 0));
    case ARITH_AND:
        return range_and(left, right);
    case ARITH_OR:
    case ARITH_XOR:
        return range_or(left, right);
    case ARITH_NEGATIVE:
        return range_negative(left);
    case ARITH_POSITIVE:
        return fact_range(left->low, left->high);
    case ARITH_INVERT:
        negated = range_negative(left);
        right = &(Fact){KINDS(INT), -1, -1};
        return range_add(&negated, right);
    default:
        return FACT_OF(INT);
    }
}

/* -- Python's arithmetic -- */

/* int ** int is an int unless the exponent is negative. */
static Fact fact_pow(const Fact *left, const Fact *right) {
    if (fact_is(right, KINDS_INTS)) {
        if (fact_is(left, KINDS_INTS))
            return fact_kinds(right->low >= 0 ? KINDS(INT) : KINDS(INT) | KINDS(FLOAT));
        if (fact_is(left, KINDS(FLOAT)))
            return FACT_OF(FLOAT);
    }
    return FACT_ANY; /* a negative base may give a complex number */
}

static Fact fact_bitwise(Arithmetic arithmetic, const Fact *left, const Fact *right) {
    Fact fact = range_of(arithmetic, left, right);
    if (left->kinds & right->kinds & KINDS(BOOL)) { /* two bools give a bool */
        bool certain = left->kinds == KINDS(BOOL) && right->kinds == KINDS(BOOL);
        Fact both = FACT_OF(BOOL);
        if (certain)
            return both;
        fact_join(&fact, &both, false);
    }
    return fact;
}

static Fact fact_numbers(Arithmetic arithmetic, const Fact *left, const Fact *right) {
    bool ints = fact_is(left, KINDS_INTS) && fact_is(right, KINDS_INTS);
    switch (arithmetic) {
    case ARITH_TRUEDIV:
        return FACT_OF(FLOAT);
    case ARITH_POW:
        return fact_pow(left, right);
    case ARITH_AND:
    case ARITH_OR:
    case ARITH_XOR:
        return ints ? fact_bitwise(arithmetic, left, right) : FACT_ANY;
    case ARITH_LSHIFT:
    case ARITH_RSHIFT:
        return ints ? range_of(arithmetic, left, right) : FACT_ANY;
    default:
        if (ints)
            return range_of(arithmetic, left, right);
        if (left->kinds == KINDS(FLOAT) || right->kinds == KINDS(FLOAT))
            return FACT_OF(FLOAT);
        return fact_kinds(KINDS(INT) | KINDS(FLOAT));
    }
}

static Fact fact_unary(Arithmetic arithmetic, const Fact *operand) {
    if (fact_is(operand, KINDS_INTS))
        return range_of(arithmetic, operand, operand);
    if (operand->kinds == KINDS(FLOAT) && arithmetic != ARITH_INVERT)
        return FACT_OF(FLOAT);
    return FACT_ANY;
}

Fact fact_arithmetic(Arithmetic arithmetic, const Fact *left, const Fact *right) {
    if (!left->kinds)
        return FACT_NONE;
    if (arithmetic >= ARITH_NEGATIVE)
        return fact_unary(arithmetic, left);
    if (!right->kinds)
        return FACT_NONE;
    if (fact_is(left, KINDS_NUMBERS) && fact_is(right, KINDS_NUMBERS))
        return fact_numbers(arithmetic, left, right);
    KindSet sequences = KINDS(STR) | KINDS(BYTES) | KINDS(LIST) | KINDS(TUPLE);
    if (arithmetic == ARITH_ADD && left->kinds == right->kinds && fact_kind(left) != KIND_ANY &&
        fact_is(left, sequences))
        return fact_kinds(left->kinds);
    if (arithmetic == ARITH_MOD && left->kinds == KINDS(STR))
        return FACT_OF(STR);
    return FACT_ANY;
}

Fact fact_machine(const IrOp *op, const Fact *left, const Fact *right) {
    switch (op->opcode) {
    case IR_I64_ADD:
        return range_of(ARITH_ADD, left, right);
    case IR_I64_SUB:
        return range_of(ARITH_SUB, left, right);
    case IR_I64_MUL:
        return range_of(ARITH_MUL, left, right);
    case IR_I64_FLOORDIV:
        return range_of(ARITH_FLOORDIV, left, right);
    case IR_I64_MOD:
        return range_of(ARITH_MOD, left, right);
    case IR_I64_AND:
        return range_of(ARITH_AND, left, right);
    case IR_I64_OR:
    case IR_I64_XOR:
        return range_of(ARITH_OR, left, right);
    case IR_I64_NEG:
        return range_negative(left);
    default:
        return FACT_OF(INT);
    }
}

/* -- comparisons -- */

IrCondition condition_negated(IrCondition condition) {
    static const IrCondition negated[] = {
        [COND_LT] = COND_GE, [COND_LE] = COND_GT, [COND_EQ] = COND_NE,
        [COND_NE] = COND_EQ, [COND_GT] = COND_LE, [COND_GE] = COND_LT};
    return negated[condition];
}

IrCondition condition_swapped(IrCondition condition) {
    static const IrCondition swapped[] = {
        [COND_LT] = COND_GT, [COND_LE] = COND_GE, [COND_EQ] = COND_EQ,
        [COND_NE] = COND_NE, [COND_GT] = COND_LT, [COND_GE] = COND_LE};
    return swapped[condition];
}

/* Where the condition never holds the range is empty; the kinds stay. */
Fact fact_where(Fact left, IrCondition condition, Fact right) {
    switch (condition) {
    case COND_LT:
        left.high = min(left.high, is_unbounded(right.high) ? right.high : right.high - 1);
        break;
    case COND_LE:
        left.high = min(left.high, right.high);
        break;
    case COND_GT:
        left.low = max(left.low, is_unbounded(right.low) ? right.low : right.low + 1);
        break;
    case COND_GE:
        left.low = max(left.low, right.low);
        break;
    case COND_EQ:
        left.low = max(left.low, right.low);
        left.high = min(left.high, right.high);
        break;
    case COND_NE:
        break;
    }
    return left;
}

#define BINARY(name, arithmetic)                                                                   \
    case RUNTIME_##name:                                                                           \
    case RUNTIME_i##name:                                                                          \
    case RUNTIME_int_##name:                                                                       \
        return arithmetic;
Arithmetic arithmetic_of(const IrOp *op) {
    if (op->opcode != IR_RT)
        return ARITH_NONE;
    switch (op->runtime) {
        BINARY(add, ARITH_ADD)
        BINARY(sub, ARITH_SUB)
        BINARY(mul, ARITH_MUL)
        BINARY(truediv, ARITH_TRUEDIV)
        BINARY(floordiv, ARITH_FLOORDIV)
        BINARY(mod, ARITH_MOD)
        BINARY(pow, ARITH_POW)
        BINARY(lshift, ARITH_LSHIFT)
        BINARY(rshift, ARITH_RSHIFT)
        BINARY(and, ARITH_AND)
        BINARY(or, ARITH_OR)
        BINARY(xor, ARITH_XOR)
    case RUNTIME_negative:
    case RUNTIME_int_negative:
        return ARITH_NEGATIVE;
    case RUNTIME_positive:
        return ARITH_POSITIVE;
    case RUNTIME_invert:
    case RUNTIME_int_invert:
        return ARITH_INVERT;
    default:
        return ARITH_NONE;
    }
}
#undef BINARY

#define COMPARISON(name, which)                                                                    \
    case RUNTIME_##name:                                                                           \
        *condition = which;                                                                        \
        return COMPARISON_OBJECT;                                                                  \
    case RUNTIME_##name##_bool:                                                                    \
        *condition = which;                                                                        \
        return COMPARISON_TRUTH;                                                                   \
    case RUNTIME_int_##name:                                                                       \
        *condition = which;                                                                        \
        return COMPARISON_INT;
ComparisonForm comparison_of(const IrOp *op, IrCondition *condition) {
    if (op->opcode != IR_RT)
        return COMPARISON_NONE;
    switch (op->runtime) {
        COMPARISON(lt, COND_LT)
        COMPARISON(le, COND_LE)
        COMPARISON(eq, COND_EQ)
        COMPARISON(ne, COND_NE)
        COMPARISON(gt, COND_GT)
        COMPARISON(ge, COND_GE)
    default:
        return COMPARISON_NONE;
    }
}
#undef COMPARISON
