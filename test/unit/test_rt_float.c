/*
 * Tests float: the shortest text that reads back as the same number, fixed notation against the C
 * library's exact one, parsing, rounding, and comparison with ints that no double can hold. Literal
 * expectations are CPython 3.11's.
 */
#include <math.h>
#include <stdlib.h>

#include "numbers.h"
#include "object.h"
#include "unit.h"

UNIT_PROGRAM()

static bool failed_with(const Type *type) {
    bool is = exc_pending_is(type);
    exc_clear();
    return is;
}

static const char *shown(double number) {
    static char text[64];
    size_t size;
    Value value = float_new(number), repr = object_repr(value);
    snprintf(text, sizeof text, "%s", str_utf8(repr, &size));
    value_decref(repr);
    value_decref(value);
    return text;
}

/* xorshift64*: bit patterns of all magnitudes */
static uint64_t state = 88172645463325252u;
static double next_number(void) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    uint64_t bits = state * 2685821657736338717u;
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

static void test_repr(void) {
    CHECK_TEXT(shown(0.0), "0.0");
    CHECK_TEXT(shown(-0.0), "-0.0");
    CHECK_TEXT(shown(0.1), "0.1");
    CHECK_TEXT(shown(1e16), "1e+16");
    CHECK_TEXT(shown(9999999999999998.0), "9999999999999998.0");
    CHECK_TEXT(shown(1e-4), "0.0001");
    CHECK_TEXT(shown(1e-5), "1e-05");
    CHECK_TEXT(shown(5e-324), "5e-324");
    CHECK_TEXT(shown(1.7976931348623157e308), "1.7976931348623157e+308");
    CHECK_TEXT(shown(2.5e-8), "2.5e-08");
    CHECK_TEXT(shown(INFINITY), "inf");
    CHECK_TEXT(shown(-INFINITY), "-inf");
    CHECK_TEXT(shown(NAN), "nan");
    int wrong = 0, longer = 0;
    for (int i = 0; i < 20000; i++) {
        double number = next_number();
        if (i % 3 == 0)
            number = (double)(i * 7919) / 1000; /* few digits */
        if (!isfinite(number))
            continue;
        const char *text = shown(number);
        wrong += strtod(text, NULL) != number;
        char shorter[64]; /* does one digit less do? */
        int digits = 0;
        for (const char *at = text; *at && *at != 'e'; at++)
            digits += *at >= '0' && *at <= '9';
        snprintf(shorter, sizeof shorter, "%.15e", number);
        longer += digits > 17 && strtod(shorter, NULL) == number && fabs(number) < 1e16 &&
                  fabs(number) >= 1;
    }
    CHECK_INT(wrong, 0);
    CHECK_INT(longer, 0);
}

static void test_fixed(void) {
    int wrong = 0, done = 0;
    for (int i = 0; i < 20000; i++) {
        double number = fabs(i % 2 ? fmod(next_number(), 1e6) : (double)(i - 10000) / 16);
        if (!isfinite(number))
            continue;
        int precision = i % 7;
        char ours[512] = "", exact[512];
        if (!float_fixed(number, precision, ours))
            continue; /* left to the general way */
        snprintf(exact, sizeof exact, "%.*f", precision, number);
        wrong += strcmp(ours, exact) != 0;
        done++;
    }
    CHECK_INT(wrong, 0);
    CHECK(done > 1000);
}

static Value parsed(const char *text) {
    Value str = str_from_cstr(text), number = float_parse(str);
    value_decref(str);
    return number;
}

static void test_parse(void) {
    static const struct {
        const char *text;
        double number;
    } good[] = {{" 1.5\n", 1.5},
                {"1_0.2_5e1_0", 10.25e10},
                {"-.5", -0.5},
                {"5.", 5},
                {"iNf", INFINITY},
                {"-infinity", -INFINITY},
                {"1e400", INFINITY},
                {"1e-400", 0},
                {"9007199254740993", 9007199254740992.0}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        Value number = parsed(good[i].text);
        CHECK(number && float_number(number) == good[i].number);
        value_decref(number);
    }
    Value nan = parsed("-nan");
    CHECK(nan && isnan(float_number(nan)));
    value_decref(nan);
    static const char *const bad[] = {"", ".", "e5", "1e", "1__0", "_1", "0x10", "1.5f", "in"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK(!parsed(bad[i]) && failed_with(&rt_exc_ValueError));
}

static void test_round_and_compare(void) {
    CHECK(float_round(2.675, 2) == 2.67); /* below the half in binary */
    CHECK(float_round(0.5, 0) == 0 && float_round(1.5, 0) == 2 && float_round(2.5, 0) == 2);
    CHECK(float_round(1234.0, -2) == 1200 && float_round(-0.25, 1) == -0.2);
    Value above = int_from_u64(9007199254740993u);
    CHECK_INT(float_compare_int(9007199254740992.0, above), -1);
    CHECK_INT(float_compare_int(9007199254740994.0, above), 1);
    CHECK_INT(float_compare_int(INFINITY, above), 1);
    CHECK_INT(float_compare_int(-INFINITY, above), -1);
    CHECK_INT(float_compare_int(NAN, above), 2);
    value_decref(above);
    CHECK(!int_from_double(NAN) && failed_with(&rt_exc_ValueError));
    CHECK(!int_from_double(INFINITY) && failed_with(&rt_exc_OverflowError));
}

static void test_hex(void) {
    for (int i = 0; i < 2000; i++) {
        double number = next_number();
        if (!isfinite(number))
            continue;
        Value text = float_to_hex(number), again = float_from_hex(text);
        CHECK(again && float_number(again) == number);
        value_decref(again);
        value_decref(text);
    }
}

int main(int argc, char **argv) {
    rt_start(argc, argv);
    test_repr();
    test_fixed();
    test_parse();
    test_round_and_compare();
    test_hex();
    CHECK(!isolate.pending);
    rt_finish(0);
    return unit_done();
}
