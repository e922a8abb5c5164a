/* Tests frontend/literal.c: values of string and number literals, CPython's messages for bad ones.
 */
#include "unit.h"

#include "frontend/literal.h"

static Arena *arena;

static const char *decode(const char *literal, const char **message) {
    StringPrefix prefix = literal_prefix(literal);
    Str text = {literal + prefix.content_start,
                strlen(literal) - prefix.content_start - prefix.quote_size};
    ByteVec out = {0};
    LiteralProblem problem = literal_decode(arena, &out, text, &prefix, prefix.is_format);
    *message = problem.message;
    return arena_copy(arena, out.items, out.count);
}

static void check_string(const char *literal, const char *value) {
    const char *message;
    CHECK_TEXT(decode(literal, &message), value);
    CHECK(message == NULL);
}

static void check_bad_string(const char *literal, const char *expected) {
    const char *message;
    decode(literal, &message);
    CHECK_TEXT(message, expected);
}

static void test_strings(void) {
    check_string("'a\\n\\t\\\\\\''", "a\n\t\\'");
    check_string("\"\"\"a\\\nb\"\"\"", "ab");
    check_string("'\\x41\\101\\u00e9\\U0001F600'", "AA\u00e9\U0001F600");
    check_string("'\\N{BULLET}'", "\u2022");
    check_string("r'\\n'", "\\n");
    check_string("'\\d'", "\\d");
    check_string("b'\\xff\\u'", "\xff\\u");
    check_string("f'{{}}'", "{}");
    check_string("'\\ud800'", "\xed\xa0\x80"); /* a lone surrogate, as three bytes */
    check_bad_string("'ab\\x1'", "(unicode error) 'unicodeescape' codec can't decode bytes in "
                                 "position 2-4: truncated \\xXX escape");
    check_bad_string("b'\\x1'", "(value error) invalid \\x escape at position 0");
    check_bad_string("'\\U00110000'", "(unicode error) 'unicodeescape' codec can't decode bytes in "
                                      "position 0-9: illegal Unicode character");
    check_bad_string("b'\u00e9'", "bytes can only contain ASCII literal characters");
}

static AstLiteral number(const char *text) {
    AstLiteral value = {0};
    CHECK(literal_number(arena, (Str){text, strlen(text)}, &value) == NULL);
    return value;
}

static void test_numbers(void) {
    CHECK_INT(number("1_000").integer, 1000);
    CHECK_INT(number("0x_FF").integer, 255);
    CHECK_INT(number("0o17").integer, 15);
    CHECK_INT(number("0b101").integer, 5);
    CHECK_INT(number("000").integer, 0);
    CHECK_INT(number("2305843009213693951").kind, CONST_INT); /* 2 ** 61 - 1 */
    CHECK_INT(number("2305843009213693952").kind, CONST_BIGINT);
    CHECK_TEXT(arena_copy(arena, number("0x2000000000000000").text.data, 16), "2000000000000000");
    AstLiteral big = number("340282366920938463463374607431768211456"); /* 2 ** 128 */
    CHECK_INT(big.text.size, 33);
    CHECK(big.text.data[0] == '1' && strspn(big.text.data + 1, "0") >= 32);
    CHECK(number("1e400").real > 1.7e308);
    CHECK(number("1_0.5").real == 10.5 && number(".5").kind == CONST_FLOAT);
    CHECK(number("2.5J").kind == CONST_COMPLEX && number("2.5J").real == 2.5);
    char *digits = arena_alloc(arena, 5001);
    memset(digits, '9', 5000);
    AstLiteral value;
    const char *message = literal_number(arena, (Str){digits, 5000}, &value);
    CHECK(message && strstr(message, "Exceeds the limit (4300 digits)"));
}

int main(void) {
    arena = arena_new();
    test_strings();
    test_numbers();
    arena_free(arena);
    return unit_done();
}
