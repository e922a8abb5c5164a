/*
 * Tests int: arithmetic of all sizes against identities that hold for any numbers, texts in all
 * bases against each other, CPython's rounding of division and of negative shifts, its hashes, and
 * memory that ends at any allocation. The literal expectations were computed by CPython 3.11.
 */
#include "numbers.h"
#include "object.h"
#include "unit.h"

UNIT_PROGRAM()

#define INT(number) value_from_small_int(number)

static bool failed_with(const Type *type) {
    bool is = exc_pending_is(type);
    exc_clear();
    return is;
}

static Value parsed(const char *text) {
    Value str = str_from_cstr(text), number = int_from_text(str, 10);
    value_decref(str);
    return number;
}

static const char *shown(Value number, int base) {
    static char text[8192];
    size_t size;
    Value str = int_to_str(number, base, false);
    snprintf(text, sizeof text, "%s", str ? str_utf8(str, &size) : "failed");
    value_decref(str);
    return text;
}

/* Checks that `actual` is `expected` and drops both. */
#define CHECK_SAME_TAKE(actual, expected)                                                          \
    do {                                                                                           \
        Value same_a = (actual), same_b = (expected);                                              \
        CHECK(same_a &&same_b &&int_compare(same_a, same_b) == 0);                                 \
        value_decref(same_a);                                                                      \
        value_decref(same_b);                                                                      \
    } while (0)

/* Numbers around every size at which something changes, and their negatives. */
static Value sample(int index) {
    static const char *const texts[] = {"0",
                                        "1",
                                        "7",
                                        "10",
                                        "4294967295",
                                        "4294967296",
                                        "2305843009213693951",
                                        "2305843009213693952",
                                        "4611686018427387903",
                                        "4611686018427387904",
                                        "9223372036854775807",
                                        "9223372036854775808",
                                        "18446744073709551615",
                                        "18446744073709551616",
                                        "340282366920938463463374607431768211455",
                                        "100000000000000000000000000000000000000000001"};
    enum { COUNT = sizeof texts / sizeof *texts };
    if (index >= 2 * COUNT)
        return 0;
    Value number = parsed(texts[index / 2]), negative = int_negate(number);
    value_decref(index % 2 ? number : negative);
    return index % 2 ? negative : number;
}

/* a == (a // b) * b + a % b, and the remainder has the sign of b and is smaller. */
static void check_division(Value a, Value b) {
    Value quotient, remainder;
    if (b == INT(0)) {
        CHECK(int_divmod(a, b, &quotient, &remainder) < 0);
        CHECK(failed_with(&rt_exc_ZeroDivisionError));
        return;
    }
    CHECK_INT(int_divmod(a, b, &quotient, &remainder), 0);
    Value product = int_mul(quotient, b);
    CHECK_SAME_TAKE(int_add(product, remainder), value_incref(a));
    CHECK(int_sign(remainder) == 0 || int_sign(remainder) == int_sign(b));
    Value size = int_sign(b) < 0 ? int_negate(b) : value_incref(b);
    Value rest = int_sign(b) < 0 ? int_negate(remainder) : value_incref(remainder);
    CHECK(int_compare(rest, size) < 0);
    value_decref(size);
    value_decref(rest);
    value_decref(product);
    value_decref(quotient);
    value_decref(remainder);
}

static void check_pair(Value a, Value b) {
    Value sum = int_add(a, b), difference = int_sub(a, b);
    CHECK_SAME_TAKE(int_add(b, a), value_incref(sum));
    CHECK_SAME_TAKE(int_sub(sum, b), value_incref(a));
    CHECK_SAME_TAKE(int_mul(a, b), int_mul(b, a));
    /* (a + b) * (a - b) == a * a - b * b */
    Value a2 = int_mul(a, a), b2 = int_mul(b, b);
    CHECK_SAME_TAKE(int_mul(sum, difference), int_sub(a2, b2));
    CHECK_INT(int_compare(a, b), int_sign(difference));
    CHECK_INT(int_compare(b, a), -int_sign(difference));
    check_division(a, b);
    value_decref(a2);
    value_decref(b2);
    value_decref(sum);
    value_decref(difference);
}

static void test_identities(void) {
    for (int i = 0;; i++) {
        Value a = sample(i);
        if (!a)
            break;
        for (int k = 0;; k++) {
            Value b = sample(k);
            if (!b)
                break;
            check_pair(a, b);
            value_decref(b);
        }
        value_decref(a);
    }
}

/* Every base gives the number back; a shift is a multiplication, and back again. */
static void test_texts_and_shifts(void) {
    for (int i = 0;; i++) {
        Value a = sample(i);
        if (!a)
            break;
        for (int base = 2; base <= 16; base += base == 2 ? 6 : base == 8 ? 2 : 6) {
            Value text = int_to_str(a, base, false);
            CHECK_SAME_TAKE(int_from_text(text, base), value_incref(a));
            value_decref(text);
        }
        for (int bits = 0; bits < 140; bits += 31) {
            Value factor = int_power(INT(2), INT(bits)), shifted = int_shift_left(a, INT(bits));
            CHECK_SAME_TAKE(int_mul(a, factor), value_incref(shifted));
            CHECK_SAME_TAKE(int_shift_right(shifted, INT(bits)), value_incref(a));
            value_decref(shifted);
            value_decref(factor);
        }
        value_decref(a);
    }
    CHECK_INT(int_shift_right(INT(-5), INT(1)), INT(-3));
    CHECK_INT(int_shift_right(INT(-5), INT(1000)), INT(-1));
    CHECK(!int_shift_left(INT(1), INT(-1)) && failed_with(&rt_exc_ValueError));
}

static void test_known(void) {
    Value power = int_power(INT(3), INT(200));
    CHECK_TEXT(
        shown(power, 10),
        "265613988875874769338781322035779626829233452653394495974574961739092490901302182994"
        "384699044001");
    CHECK_INT(int_hash(power), 424410663027747676);
    value_decref(power);
    Value most = parsed("2305843009213693951"); /* the modulus of hashes */
    CHECK_INT(int_hash(most), 0);
    value_decref(most);
    CHECK_INT(int_hash(INT(-1)), -2);
    Value ratio = int_true_divide(INT(1), INT(3));
    CHECK(float_number(ratio) == 1.0 / 3.0);
    value_decref(ratio);
    Value huge = int_power(INT(10), INT(400));
    CHECK(!int_true_divide(huge, INT(3)) && failed_with(&rt_exc_OverflowError));
    Value one = int_true_divide(huge, huge);
    CHECK(float_number(one) == 1.0);
    value_decref(one);
    value_decref(huge);
}

static void test_bad_texts(void) {
    static const char *const bad[] = {"", " ", "-", "1_", "_1", "1__2", "0x10", "1.0", "a"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK(!parsed(bad[i]) && failed_with(&rt_exc_ValueError));
    CHECK_INT(parsed(" \t-1_000\n"), INT(-1000));
    Value large = int_power(INT(10), INT(5000));
    CHECK(!int_to_str(large, 10, false) && failed_with(&rt_exc_ValueError));
    value_decref(large);
}

/* However early memory ends: a result, or MemoryError and nothing left. */
static void test_no_memory(void) {
    Value a = int_power(INT(7), INT(300)), b = int_power(INT(3), INT(90));
    for (int at = 0; at < 12; at++) {
        int64_t before = mem_live_objects();
        Value quotient = 0, remainder = 0;
        mem_fail_at(at);
        Value product = int_mul(a, a);
        bool product_failed = !product && isolate.pending;
        exc_clear();
        mem_fail_at(at);
        int status = int_divmod(a, b, &quotient, &remainder);
        bool division_failed = status < 0 && exc_pending_is(&rt_exc_MemoryError);
        exc_clear();
        mem_fail_at(at);
        Value text = int_to_str(a, 10, false);
        mem_fail_at(-1);
        CHECK(product || product_failed);
        CHECK(status == 0 || division_failed);
        exc_clear();
        value_decref(product);
        value_decref(text);
        if (status == 0) {
            value_decref(quotient);
            value_decref(remainder);
        }
        CHECK_INT(mem_live_objects(), before);
    }
    value_decref(a);
    value_decref(b);
}

int main(int argc, char **argv) {
    rt_start(argc, argv);
    test_identities();
    test_texts_and_shifts();
    test_known();
    test_bad_texts();
    test_no_memory();
    CHECK(!isolate.pending);
    rt_finish(0);
    return unit_done();
}
