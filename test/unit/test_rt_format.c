/*
 * Tests the format mini-language and %: what format() and % make of ints, floats and texts for
 * every part of a specification, alone and with others, and the words of every refusal. The
 * expectations were computed by CPython 3.11; those that name an exception are its type and text.
 * Memory may end at any allocation.
 */
#include "numbers.h"
#include "shown.h"
#include "text.h"

#include <stdlib.h>

UNIT_PROGRAM()

/* One use of format() or %: the value is an int, a float or a str, as `kind` says. */
typedef struct Case {
    char kind; /* i f s */
    const char *value, *spec, *expected;
} Case;

static const Case formatted[] = {
    /* clang-format off */
    {'i', "0", "", "0"},
    {'i', "0", "d", "0"},
    {'i', "0", "x", "0"},
    {'i', "0", "#x", "0x0"},
    {'i', "0", "b", "0"},
    {'i', "0", "+", "+0"},
    {'i', "0", "05", "00000"},
    {'i', "0", "e", "0.000000e+00"},
    {'i', "0", "%", "0.000000%"},
    {'i', "0", "c", "\x00"},
    {'i', "0", "_b", "0"},
    {'i', "0", ",.2f", "0.00"},
    {'i', "42", "", "42"},
    {'i', "42", "5", "   42"},
    {'i', "42", "<5", "42   "},
    {'i', "42", "^5", " 42  "},
    {'i', "42", ">5", "   42"},
    {'i', "42", "=5", "   42"},
    {'i', "42", "*^7", "**42***"},
    {'i', "42", "05", "00042"},
    {'i', "42", "+05", "+0042"},
    {'i', "42", "+", "+42"},
    {'i', "42", "-", "42"},
    {'i', "42", " ", " 42"},
    {'i', "42", "#x", "0x2a"},
    {'i', "42", "#X", "0X2A"},
    {'i', "42", "#o", "0o52"},
    {'i', "42", "#b", "0b101010"},
    {'i', "42", "08b", "00101010"},
    {'i', "42", "#010x", "0x0000002a"},
    {'i', "42", "c", "*"},
    {'i', "42", "e", "4.200000e+01"},
    {'i', "42", ".2f", "42.00"},
    {'i', "42", "g", "42"},
    {'i', "42", "%", "4200.000000%"},
    {'i', "42", "n", "42"},
    {'i', "42", "_x", "2a"},
    {'i', "42", ",", "42"},
    {'i', "42", "_", "42"},
    {'i', "42", "z.1f", "42.0"},
    {'i', "42", "\xc3\xa9^6", "\xc3\xa9\xc3\xa9""42\xc3\xa9\xc3\xa9"},
    {'i', "42", "=+8", "+     42"},
    {'i', "42", "*=8", "******42"},
    {'i', "-42", "", "-42"},
    {'i', "-42", "5", "  -42"},
    {'i', "-42", "<5", "-42  "},
    {'i', "-42", "=6", "-   42"},
    {'i', "-42", "05", "-0042"},
    {'i', "-42", "x", "-2a"},
    {'i', "-42", "#o", "-0o52"},
    {'i', "-42", "+", "-42"},
    {'i', "-42", "08", "-0000042"},
    {'i', "-42", "_^7", "__-42__"},
    {'i', "-42", ".1e", "-4.2e+01"},
    {'i', "-42", "010b", "-000101010"},
    {'i', "1234567890123456789012345", "", "1234567890123456789012345"},
    {'i', "1234567890123456789012345", ",", "1,234,567,890,123,456,789,012,345"},
    {'i', "1234567890123456789012345", "_", "1_234_567_890_123_456_789_012_345"},
    {'i', "1234567890123456789012345", "_x", "1_056e_0f36_a644_3de2_df79"},
    {'i', "1234567890123456789012345", "e", "1.234568e+24"},
    {'i', "1234567890123456789012345", ".3e", "1.235e+24"},
    {'i', "1234567890123456789012345", "x", "1056e0f36a6443de2df79"},
    {'i', "1234567890123456789012345", "40", "               1234567890123456789012345"},
    {'i', "1234567890123456789012345", "<40,", "1,234,567,890,123,456,789,012,345       "},
    {'i', "1234567890123456789012345", "=+40,", "+      1,234,567,890,123,456,789,012,345"},
    {'i', "1234567890123456789012345", "033,", "1,234,567,890,123,456,789,012,345"},
    {'i', "-1234567", ",", "-1,234,567"},
    {'i', "-1234567", "_", "-1_234_567"},
    {'i', "-1234567", "_b", "-1_0010_1101_0110_1000_0111"},
    {'i', "-1234567", "#_x", "-0x12_d687"},
    {'i', "-1234567", "015,", "-00,001,234,567"},
    {'i', "-1234567", "012,", "-001,234,567"},
    {'i', "-1234567", "+,", "-1,234,567"},
    {'i', "-1234567", "_o", "-455_3207"},
    {'i', "-1234567", ".2f", "-1234567.00"},
    {'i', "-1234567", ",.3f", "-1,234,567.000"},
    {'i', "-1234567", "20,.1f", "        -1,234,567.0"},
    {'i', "-1234567", "020,.1f", "-0,000,001,234,567.0"},
    {'i', "1114111", "c", "\xf4\x8f\xbf\xbf"},
    {'i', "1114112", "c", "OverflowError: %c arg not in range(0x110000)"},
    {'i', "65", "5c", "    A"},
    {'i', "65", "+c", "ValueError: Sign not allowed with integer format specifier 'c'"},
    {'i', "65", "#c", "ValueError: Alternate form (#) not allowed with integer format specifier 'c'"},
    {'i', "65", ",c", "ValueError: Cannot specify ',' with 'c'."},
    {'i', "65", ".2c", "ValueError: Precision not allowed in integer format specifier"},
    {'i', "10", ".2", "ValueError: Precision not allowed in integer format specifier"},
    {'i', "10", ".2d", "ValueError: Precision not allowed in integer format specifier"},
    {'i', "10", ",x", "ValueError: Cannot specify ',' with 'x'."},
    {'i', "10", ",b", "ValueError: Cannot specify ',' with 'b'."},
    {'i', "10", "_d", "10"},
    {'i', "10", "_n", "ValueError: Cannot specify '_' with 'n'."},
    {'i', "10", ",n", "ValueError: Cannot specify ',' with 'n'."},
    {'i', "10", "q", "ValueError: Unknown format code 'q' for object of type 'int'"},
    {'i', "10", "s", "ValueError: Unknown format code 's' for object of type 'int'"},
    {'i', "10", "\xc3\xa9", "ValueError: Unknown format code '\\xe9' for object of type 'int'"},
    {'i', "10", "5.", "ValueError: Format specifier missing precision"},
    {'i', "10", "--", "ValueError: Unknown format code '-' for object of type 'int'"},
    {'i', "10", ".99999999999", "ValueError: Precision not allowed in integer format specifier"},
    {'i', "10", ",_", "ValueError: Cannot specify both ',' and '_'."},
    {'i', "10", "_,", "ValueError: Cannot specify both ',' and '_'."},
    {'i', "10", ",,", "ValueError: Cannot specify ',' with ','."},
    {'i', "10", "z", "ValueError: Negative zero coercion (z) not allowed in integer format specifier"},
    {'i', "10", "zd", "ValueError: Negative zero coercion (z) not allowed in integer format specifier"},
    {'i', "10", "<<5", "10<<<"},
    {'i', "10", "<>5", "<<<10"},
    {'i', "10", "0", "10"},
    {'i', "10", "00", "10"},
    {'i', "10", "0<5", "10000"},
    {'i', "10", "=<5", "10==="},
    {'f', "0.0", "", "0.0"},
    {'f', "0.0", "e", "0.000000e+00"},
    {'f', "0.0", "f", "0.000000"},
    {'f', "0.0", "g", "0"},
    {'f', "0.0", "%", "0.000000%"},
    {'f', "0.0", "+", "+0.0"},
    {'f', "0.0", "z", "0.0"},
    {'f', "0.0", ".0f", "0"},
    {'f', "0.0", "#.0f", "0."},
    {'f', "0.0", "05", "000.0"},
    {'f', "0.0", "n", "0"},
    {'f', "-0.0", "", "-0.0"},
    {'f', "-0.0", "z", "0.0"},
    {'f', "-0.0", ".1f", "-0.0"},
    {'f', "-0.0", "z.1f", "0.0"},
    {'f', "-0.0", "+z.1f", "+0.0"},
    {'f', "-0.0", "g", "-0"},
    {'f', "1.5", "", "1.5"},
    {'f', "1.5", "5", "  1.5"},
    {'f', "1.5", "<6", "1.5   "},
    {'f', "1.5", "^7", "  1.5  "},
    {'f', "1.5", "=7", "    1.5"},
    {'f', "1.5", "+", "+1.5"},
    {'f', "1.5", "-", "1.5"},
    {'f', "1.5", " ", " 1.5"},
    {'f', "1.5", "e", "1.500000e+00"},
    {'f', "1.5", ".2f", "1.50"},
    {'f', "1.5", ".0f", "2"},
    {'f', "1.5", ".3", "1.5"},
    {'f', "1.5", ".10", "1.5"},
    {'f', "1.5", "g", "1.5"},
    {'f', "1.5", "#g", "1.50000"},
    {'f', "1.5", "G", "1.5"},
    {'f', "1.5", "E", "1.500000E+00"},
    {'f', "1.5", "%", "150.000000%"},
    {'f', "1.5", ".1%", "150.0%"},
    {'f', "1.5", "n", "1.5"},
    {'f', "1.5", "010", "00000001.5"},
    {'f', "1.5", "_<8", "1.5_____"},
    {'f', "1.5", ",", "1.5"},
    {'f', "1.5", "z+.1f", "ValueError: Invalid format specifier 'z+.1f' for object of type 'float'"},
    {'f', "1234567.891", ",", "1,234,567.891"},
    {'f', "1234567.891", "_", "1_234_567.891"},
    {'f', "1234567.891", ".2f", "1234567.89"},
    {'f', "1234567.891", ",.2f", "1,234,567.89"},
    {'f', "1234567.891", "_.1f", "1_234_567.9"},
    {'f', "1234567.891", "015,.2f", "0,001,234,567.89"},
    {'f', "1234567.891", "+020,.1f", "+0,000,001,234,567.9"},
    {'f', "1234567.891", "e", "1.234568e+06"},
    {'f', "1234567.891", ".3e", "1.235e+06"},
    {'f', "1234567.891", "g", "1.23457e+06"},
    {'f', "1234567.891", ".3g", "1.23e+06"},
    {'f', "1234567.891", "#.3g", "1.23e+06"},
    {'f', "1234567.891", "n", "1.23457e+06"},
    {'f', "1234567.891", "E", "1.234568E+06"},
    {'f', "0.1", ".20f", "0.10000000000000000555"},
    {'f', "0.1", ".17g", "0.10000000000000001"},
    {'f', "0.1", ".30", "0.100000000000000005551115123126"},
    {'f', "0.1", "r", "ValueError: Unknown format code 'r' for object of type 'float'"},
    {'f', "2.5", ".0f", "2"},
    {'f', "2.5", ".0e", "2e+00"},
    {'f', "1e22", "", "1e+22"},
    {'f', "1e22", "f", "10000000000000000000000.000000"},
    {'f', "1e22", "g", "1e+22"},
    {'f', "1e16", "", "1e+16"},
    {'f', "1e16", ",", "1e+16"},
    {'f', "1e-5", "", "1e-05"},
    {'f', "1e-5", "f", "0.000010"},
    {'f', "1e-5", ".3", "1e-05"},
    {'f', "1e-5", "g", "1e-05"},
    {'f', "123456", ".3", "1.23e+05"},
    {'f', "123456", ".6", "1.23456e+05"},
    {'f', "123456", ".2e", "1.23e+05"},
    {'f', "123456", ".5g", "1.2346e+05"},
    {'f', "inf", "", "inf"},
    {'f', "inf", "5", "  inf"},
    {'f', "inf", "05", "00inf"},
    {'f', "inf", ".2f", "inf"},
    {'f', "inf", "F", "INF"},
    {'f', "inf", "+", "+inf"},
    {'f', "inf", "%", "inf%"},
    {'f', "inf", ",", "inf"},
    {'f', "inf", "E", "INF"},
    {'f', "inf", "=+8", "+    inf"},
    {'f', "-inf", "", "-inf"},
    {'f', "-inf", "f", "-inf"},
    {'f', "-inf", "010", "-000000inf"},
    {'f', "-inf", "*<8", "-inf****"},
    {'f', "nan", "", "nan"},
    {'f', "nan", "05", "00nan"},
    {'f', "nan", "F", "NAN"},
    {'f', "nan", "+", "+nan"},
    {'f', "nan", "e", "nan"},
    {'f', "nan", "6", "   nan"},
    {'f', "1e308", ".3e", "1.000e+308"},
    {'f', "1e308", "g", "1e+308"},
    {'f', "5e-324", "", "5e-324"},
    {'f', "5e-324", ".5g", "4.9407e-324"},
    {'f', "5e-324", "%", "0.000000%"},
    {'f', "1.0", "d", "ValueError: Unknown format code 'd' for object of type 'float'"},
    {'f', "1.0", "x", "ValueError: Unknown format code 'x' for object of type 'float'"},
    {'f', "1.0", "s", "ValueError: Unknown format code 's' for object of type 'float'"},
    {'f', "1.0", "c", "ValueError: Unknown format code 'c' for object of type 'float'"},
    {'f', "1.0", "b", "ValueError: Unknown format code 'b' for object of type 'float'"},
    {'f', "1.0", "q", "ValueError: Unknown format code 'q' for object of type 'float'"},
    {'f', "1.0", ",_", "ValueError: Cannot specify both ',' and '_'."},
    {'f', "1.0", "=", "1.0"},
    {'f', "1.0", "0=5", "001.0"},
    {'f', "1.0", ".5q", "ValueError: Unknown format code 'q' for object of type 'float'"},
    {'f', "1.0", "\xe2\x82\xac>6", "\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac""1.0"},
    {'f', "9.999", ".2f", "10.00"},
    {'f', "9.999", ".1f", "10.0"},
    {'f', "9.999", ".0f", "10"},
    {'f', "9.999", ".2g", "10"},
    {'f', "-1.5", "=8", "-    1.5"},
    {'f', "-1.5", "=08", "-00001.5"},
    {'f', "-1.5", "(=8", "-((((1.5"},
    {'f', "-1.5", " ", "-1.5"},
    {'f', "-1.5", "+", "-1.5"},
    {'s', "", "", ""},
    {'s', "", "3", "   "},
    {'s', "", "*^3", "***"},
    {'s', "", ".2", ""},
    {'s', "abc", "", "abc"},
    {'s', "abc", "5", "abc  "},
    {'s', "abc", "<5", "abc  "},
    {'s', "abc", ">5", "  abc"},
    {'s', "abc", "^6", " abc  "},
    {'s', "abc", "^7", "  abc  "},
    {'s', "abc", "*<5", "abc**"},
    {'s', "abc", ".2", "ab"},
    {'s', "abc", "5.2", "ab   "},
    {'s', "abc", "s", "abc"},
    {'s', "abc", "5s", "abc  "},
    {'s', "abc", ".0", ""},
    {'s', "abc", ".10", "abc"},
    {'s', "abc", "0", "abc"},
    {'s', "abc", "05", "abc00"},
    {'s', "abc", "=5", "ValueError: '=' alignment not allowed in string format specifier"},
    {'s', "abc", "05s", "abc00"},
    {'s', "abc", "<05", "abc00"},
    {'s', "abc", "d", "ValueError: Unknown format code 'd' for object of type 'str'"},
    {'s', "abc", "+", "ValueError: Sign not allowed in string format specifier"},
    {'s', "abc", "-", "ValueError: Sign not allowed in string format specifier"},
    {'s', "abc", " ", "ValueError: Space not allowed in string format specifier"},
    {'s', "abc", "#", "ValueError: Alternate form (#) not allowed in string format specifier"},
    {'s', "abc", ",", "ValueError: Cannot specify ',' with 's'."},
    {'s', "abc", "_", "ValueError: Cannot specify '_' with 's'."},
    {'s', "abc", "z", "ValueError: Negative zero coercion (z) not allowed in string format specifier"},
    {'s', "abc", "x", "ValueError: Unknown format code 'x' for object of type 'str'"},
    {'s', "abc", ".", "ValueError: Format specifier missing precision"},
    {'s', "abc", ".-1", "ValueError: Format specifier missing precision"},
    {'s', "abc", "5.2d", "ValueError: Unknown format code 'd' for object of type 'str'"},
    {'s', "abc", "{<5", "abc{{"},
    {'s', "abc", "\xc3\xa9>5", "\xc3\xa9\xc3\xa9""abc"},
    {'s', "h\xc3\xa9\xf0\x9f\x98\x80x", "", "h\xc3\xa9\xf0\x9f\x98\x80x"},
    {'s', "h\xc3\xa9\xf0\x9f\x98\x80x", "6", "h\xc3\xa9\xf0\x9f\x98\x80x  "},
    {'s', "h\xc3\xa9\xf0\x9f\x98\x80x", "^7", " h\xc3\xa9\xf0\x9f\x98\x80x  "},
    {'s', "h\xc3\xa9\xf0\x9f\x98\x80x", ".3", "h\xc3\xa9\xf0\x9f\x98\x80"},
    {'s', "h\xc3\xa9\xf0\x9f\x98\x80x", ".2s", "h\xc3\xa9"},
    {'s', "h\xc3\xa9\xf0\x9f\x98\x80x", "\xf0\x9f\x98\x80^8", "\xf0\x9f\x98\x80\xf0\x9f\x98\x80h\xc3\xa9\xf0\x9f\x98\x80x\xf0\x9f\x98\x80\xf0\x9f\x98\x80"},
    /* clang-format on */
};

typedef struct PercentCase {
    const char *format;
    char kind;
    const char *value, *expected;
} PercentCase;

static const PercentCase percent[] = {
    /* clang-format off */
    {"%d", 'i', "42", "42"},
    {"%5d|", 'i', "42", "   42|"},
    {"%-5d|", 'i', "42", "42   |"},
    {"%05d", 'i', "-42", "-0042"},
    {"%+d", 'i', "42", "+42"},
    {"% d", 'i', "42", " 42"},
    {"%x", 'i', "255", "ff"},
    {"%#x", 'i', "-255", "-0xff"},
    {"%#o", 'i', "8", "0o10"},
    {"%X", 'i', "255", "FF"},
    {"%.5d", 'i', "42", "00042"},
    {"%#.8X", 'i', "255", "0X000000FF"},
    {"%i", 'i', "7", "7"},
    {"%u", 'i', "7", "7"},
    {"%c", 'i', "233", "\xc3\xa9"},
    {"%c", 's', "x", "x"},
    {"%c", 's', "xy", "TypeError: %c requires int or char"},
    {"%c", 'i', "1114112", "OverflowError: %c arg not in range(0x110000)"},
    {"%s", 'i', "42", "42"},
    {"%r", 's', "it's", "\"it's\""},
    {"%a", 's', "h\xc3\xa9", "'h\\xe9'"},
    {"%5s|", 's', "abc", "  abc|"},
    {"%-5s|", 's', "abc", "abc  |"},
    {"%.2s", 's', "abc", "ab"},
    {"%5.1s|", 's', "abc", "    a|"},
    {"%f", 'f', "1.5", "1.500000"},
    {"%.2f", 'f', "2.675", "2.67"},
    {"%e", 'f', "12345.678", "1.234568e+04"},
    {"%g", 'f', "1e20", "1e+20"},
    {"%G", 'f', "1e-10", "1E-10"},
    {"%10.3f|", 'f', "-3.14159", "    -3.142|"},
    {"%010.3f", 'f', "-3.14159", "-00003.142"},
    {"%d", 'f', "3.99", "3"},
    {"%d", 's', "x", "TypeError: %d format: a real number is required, not str"},
    {"%x", 'f', "1.5", "TypeError: %x format: an integer is required, not float"},
    {"%f", 's', "x", "TypeError: must be real number, not str"},
    {"%%", 'i', "1", "TypeError: not all arguments converted during string formatting"},
    {"%", 'i', "1", "ValueError: incomplete format"},
    {"%z", 'i', "1", "ValueError: unsupported format character 'z' (0x7a) at index 1"},
    {"%s %s", 'i', "1", "TypeError: not enough arguments for format string"},
    {"100%", 'i', "1", "ValueError: incomplete format"},
    {"%(a)s", 'i', "1", "TypeError: format requires a mapping"},
    {"%5%|%d", 'i', "3", "ValueError: unsupported format character '%' (0x25) at index 2"},
    {"%ld", 'i', "3", "3"},
    {"%s", 's', "h\xc3\xa9\xf0\x9f\x98\x80", "h\xc3\xa9\xf0\x9f\x98\x80"},
    {"no", 'i', "1", "TypeError: not all arguments converted during string formatting"},
    {"%.0f", 'f', "0.5", "0"},
    {"%#.0f", 'f', "1.0", "1."},
    {"%*d", 'i', "1", "TypeError: not enough arguments for format string"},
    /* clang-format on */
};

static Value make(char kind, const char *text) {
    if (kind == 'f')
        return float_new(strtod(text, NULL));
    Value str = str_from_cstr(text);
    if (kind == 's')
        return str;
    Value number = int_from_text(str, 10);
    value_decref(str);
    return number;
}

static void test_formats(void) {
    for (size_t i = 0; i < sizeof formatted / sizeof *formatted; i++) {
        const Case *row = &formatted[i];
        Value value = make(row->kind, row->value), spec = str_from_cstr(row->spec);
        check_row(shown_take(object_format(value, spec)), row->expected, row->spec, row->value);
        value_decref(spec);
        value_decref(value);
    }
}

static void test_percent(void) {
    for (size_t i = 0; i < sizeof percent / sizeof *percent; i++) {
        const PercentCase *row = &percent[i];
        Value value = make(row->kind, row->value), format = str_from_cstr(row->format);
        check_row(shown_take(str_percent(format, value, false)), row->expected, row->format,
                  row->value);
        value_decref(format);
        value_decref(value);
    }
}

/* Too large for a float; and every digit of a large int is grouped. */
static void test_large(void) {
    Value ten = value_from_small_int(10), huge = int_power(ten, value_from_small_int(400));
    Value spec = str_from_cstr("e"), comma = str_from_cstr(",");
    CHECK_TEXT(shown_take(object_format(huge, spec)),
               "OverflowError: int too large to convert to float");
    Value text = object_format(huge, comma);
    CHECK_INT(AS(StrObject, text)->length, 401 + 133);
    value_decref(text);
    value_decref(comma);
    value_decref(spec);
    value_decref(huge);
}

/* However early memory ends: a result, or MemoryError and nothing left. */
static void test_no_memory(void) {
    for (size_t i = 0; i < sizeof formatted / sizeof *formatted; i += 7) {
        const Case *row = &formatted[i];
        Value value = make(row->kind, row->value), spec = str_from_cstr(row->spec);
        for (int at = 0; at < 6; at++) {
            int64_t before = mem_live_objects();
            mem_fail_at(at);
            Value text = object_format(value, spec);
            mem_fail_at(-1);
            CHECK(text || isolate.pending);
            exc_clear();
            value_decref(text);
            CHECK_INT(mem_live_objects(), before);
        }
        value_decref(spec);
        value_decref(value);
    }
}

int main(int argc, char **argv) {
    rt_start(argc, argv);
    test_formats();
    test_percent();
    test_large();
    test_no_memory();
    CHECK(!isolate.pending);
    rt_finish(0);
    return unit_done();
}
