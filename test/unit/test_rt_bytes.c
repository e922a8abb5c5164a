/*
 * Tests bytes and bytearray: their methods against what CPython 3.11 computed for the same subjects
 * and arguments, the constructors, bytearrays that change while something looks at them, growth,
 * and memory that ends at any allocation.
 */
#include "bytes.h"
#include "shown.h"

UNIT_PROGRAM()

/* A call of a method; `kinds` says what its arguments are: b the next text, i the next number, n
 * None. Expected is repr(result), or type and text of the exception. */
typedef struct Case {
    const char *subject, *method, *kinds, *texts[2];
    int64_t numbers[2];
    const char *expected;
} Case;

static const Case cases[] = {
    /* clang-format off */
    {"abracadabra", "find", "b", {"a", ""}, {0, 0}, "0"},
    {"abracadabra", "rfind", "b", {"a", ""}, {0, 0}, "10"},
    {"abracadabra", "count", "b", {"a", ""}, {0, 0}, "5"},
    {"abracadabra", "find", "b", {"abra", ""}, {0, 0}, "0"},
    {"abracadabra", "rfind", "b", {"abra", ""}, {0, 0}, "7"},
    {"abracadabra", "count", "b", {"abra", ""}, {0, 0}, "2"},
    {"abracadabra", "find", "bi", {"abra", ""}, {1, 0}, "7"},
    {"abracadabra", "rfind", "bi", {"abra", ""}, {1, 0}, "7"},
    {"abracadabra", "count", "bi", {"abra", ""}, {1, 0}, "1"},
    {"abracadabra", "find", "bii", {"abra", ""}, {1, 10}, "-1"},
    {"abracadabra", "rfind", "bii", {"abra", ""}, {1, 10}, "-1"},
    {"abracadabra", "count", "bii", {"abra", ""}, {1, 10}, "0"},
    {"abracadabra", "find", "b", {"", ""}, {0, 0}, "0"},
    {"abracadabra", "rfind", "b", {"", ""}, {0, 0}, "11"},
    {"abracadabra", "count", "b", {"", ""}, {0, 0}, "12"},
    {"abracadabra", "find", "bi", {"", ""}, {11, 0}, "11"},
    {"abracadabra", "rfind", "bi", {"", ""}, {11, 0}, "11"},
    {"abracadabra", "count", "bi", {"", ""}, {11, 0}, "1"},
    {"abracadabra", "find", "bi", {"", ""}, {12, 0}, "-1"},
    {"abracadabra", "rfind", "bi", {"", ""}, {12, 0}, "-1"},
    {"abracadabra", "count", "bi", {"", ""}, {12, 0}, "0"},
    {"abracadabra", "find", "b", {"x", ""}, {0, 0}, "-1"},
    {"abracadabra", "rfind", "b", {"x", ""}, {0, 0}, "-1"},
    {"abracadabra", "count", "b", {"x", ""}, {0, 0}, "0"},
    {"abracadabra", "find", "i", {"", ""}, {97, 0}, "0"},
    {"abracadabra", "rfind", "i", {"", ""}, {97, 0}, "10"},
    {"abracadabra", "count", "i", {"", ""}, {97, 0}, "5"},
    {"abracadabra", "find", "ii", {"", ""}, {97, 1}, "3"},
    {"abracadabra", "rfind", "ii", {"", ""}, {97, 1}, "10"},
    {"abracadabra", "count", "ii", {"", ""}, {97, 1}, "4"},
    {"abracadabra", "find", "i", {"", ""}, {256, 0}, "ValueError: byte must be in range(0, 256)"},
    {"abracadabra", "rfind", "i", {"", ""}, {256, 0}, "ValueError: byte must be in range(0, 256)"},
    {"abracadabra", "count", "i", {"", ""}, {256, 0}, "ValueError: byte must be in range(0, 256)"},
    {"abracadabra", "find", "bi", {"a", ""}, {-1, 0}, "10"},
    {"abracadabra", "rfind", "bi", {"a", ""}, {-1, 0}, "10"},
    {"abracadabra", "count", "bi", {"a", ""}, {-1, 0}, "1"},
    {"abracadabra", "find", "bii", {"a", ""}, {-3, -1}, "-1"},
    {"abracadabra", "rfind", "bii", {"a", ""}, {-3, -1}, "-1"},
    {"abracadabra", "count", "bii", {"a", ""}, {-3, -1}, "0"},
    {"abracadabra", "find", "bni", {"a", ""}, {2, 0}, "0"},
    {"abracadabra", "rfind", "bni", {"a", ""}, {2, 0}, "0"},
    {"abracadabra", "count", "bni", {"a", ""}, {2, 0}, "1"},
    {"abracadabra", "index", "b", {"cad", ""}, {0, 0}, "4"},
    {"abracadabra", "rindex", "b", {"cad", ""}, {0, 0}, "4"},
    {"abracadabra", "index", "b", {"x", ""}, {0, 0}, "ValueError: subsection not found"},
    {"abracadabra", "rindex", "b", {"x", ""}, {0, 0}, "ValueError: subsection not found"},
    {"abracadabra", "index", "i", {"", ""}, {120, 0}, "ValueError: subsection not found"},
    {"abracadabra", "rindex", "i", {"", ""}, {120, 0}, "ValueError: subsection not found"},
    {"abracadabra", "index", "bi", {"a", ""}, {1, 0}, "3"},
    {"abracadabra", "rindex", "bi", {"a", ""}, {1, 0}, "10"},
    {"abracadabra", "replace", "bb", {"abra", "-"}, {0, 0}, "b'-cad-'"},
    {"abracadabra", "replace", "bb", {"a", ""}, {0, 0}, "b'brcdbr'"},
    {"abracadabra", "replace", "bb", {"", "."}, {0, 0}, "b'.a.b.r.a.c.a.d.a.b.r.a.'"},
    {"abracadabra", "replace", "bbi", {"", "."}, {3, 0}, "b'.a.b.racadabra'"},
    {"abracadabra", "replace", "bbi", {"a", "bb"}, {2, 0}, "b'bbbrbbcadabra'"},
    {"abracadabra", "replace", "bb", {"x", "y"}, {0, 0}, "b'abracadabra'"},
    {"abracadabra", "replace", "bb", {"a", "a"}, {0, 0}, "b'abracadabra'"},
    {"abracadabra", "replace", "bbi", {"abra", "xyzw"}, {0, 0}, "b'abracadabra'"},
    {"abracadabra", "replace", "bbi", {"a", "b"}, {-1, 0}, "b'bbrbcbdbbrb'"},
    {"a b  c", "split", "", {"", ""}, {0, 0}, "[b'a', b'b', b'c']"},
    {"a b  c", "split", "b", {",", ""}, {0, 0}, "[b'a b  c']"},
    {"a b  c", "split", "ni", {"", ""}, {1, 0}, "[b'a', b'b  c']"},
    {"a b  c", "split", "bi", {" ", ""}, {1, 0}, "[b'a', b'b  c']"},
    {"a b  c", "split", "b", {", ", ""}, {0, 0}, "[b'a b  c']"},
    {"a b  c", "rsplit", "", {"", ""}, {0, 0}, "[b'a', b'b', b'c']"},
    {"a b  c", "rsplit", "b", {",", ""}, {0, 0}, "[b'a b  c']"},
    {"a b  c", "rsplit", "ni", {"", ""}, {1, 0}, "[b'a b', b'c']"},
    {"a b  c", "rsplit", "bi", {" ", ""}, {1, 0}, "[b'a b ', b'c']"},
    {"a b  c", "rsplit", "b", {", ", ""}, {0, 0}, "[b'a b  c']"},
    {" a,b,,c ", "split", "", {"", ""}, {0, 0}, "[b'a,b,,c']"},
    {" a,b,,c ", "split", "b", {",", ""}, {0, 0}, "[b' a', b'b', b'', b'c ']"},
    {" a,b,,c ", "split", "ni", {"", ""}, {1, 0}, "[b'a,b,,c']"},
    {" a,b,,c ", "split", "bi", {" ", ""}, {1, 0}, "[b'', b'a,b,,c ']"},
    {" a,b,,c ", "split", "b", {", ", ""}, {0, 0}, "[b' a,b,,c ']"},
    {" a,b,,c ", "rsplit", "", {"", ""}, {0, 0}, "[b'a,b,,c']"},
    {" a,b,,c ", "rsplit", "b", {",", ""}, {0, 0}, "[b' a', b'b', b'', b'c ']"},
    {" a,b,,c ", "rsplit", "ni", {"", ""}, {1, 0}, "[b'a,b,,c']"},
    {" a,b,,c ", "rsplit", "bi", {" ", ""}, {1, 0}, "[b' a,b,,c', b'']"},
    {" a,b,,c ", "rsplit", "b", {", ", ""}, {0, 0}, "[b' a,b,,c ']"},
    {"", "split", "", {"", ""}, {0, 0}, "[]"},
    {"", "split", "b", {",", ""}, {0, 0}, "[b'']"},
    {"", "split", "ni", {"", ""}, {1, 0}, "[]"},
    {"", "split", "bi", {" ", ""}, {1, 0}, "[b'']"},
    {"", "split", "b", {", ", ""}, {0, 0}, "[b'']"},
    {"", "rsplit", "", {"", ""}, {0, 0}, "[]"},
    {"", "rsplit", "b", {",", ""}, {0, 0}, "[b'']"},
    {"", "rsplit", "ni", {"", ""}, {1, 0}, "[]"},
    {"", "rsplit", "bi", {" ", ""}, {1, 0}, "[b'']"},
    {"", "rsplit", "b", {", ", ""}, {0, 0}, "[b'']"},
    {"  ", "split", "", {"", ""}, {0, 0}, "[]"},
    {"  ", "split", "b", {",", ""}, {0, 0}, "[b'  ']"},
    {"  ", "split", "ni", {"", ""}, {1, 0}, "[]"},
    {"  ", "split", "bi", {" ", ""}, {1, 0}, "[b'', b' ']"},
    {"  ", "split", "b", {", ", ""}, {0, 0}, "[b'  ']"},
    {"  ", "rsplit", "", {"", ""}, {0, 0}, "[]"},
    {"  ", "rsplit", "b", {",", ""}, {0, 0}, "[b'  ']"},
    {"  ", "rsplit", "ni", {"", ""}, {1, 0}, "[]"},
    {"  ", "rsplit", "bi", {" ", ""}, {1, 0}, "[b' ', b'']"},
    {"  ", "rsplit", "b", {", ", ""}, {0, 0}, "[b'  ']"},
    {"a", "split", "", {"", ""}, {0, 0}, "[b'a']"},
    {"a", "split", "b", {",", ""}, {0, 0}, "[b'a']"},
    {"a", "split", "ni", {"", ""}, {1, 0}, "[b'a']"},
    {"a", "split", "bi", {" ", ""}, {1, 0}, "[b'a']"},
    {"a", "split", "b", {", ", ""}, {0, 0}, "[b'a']"},
    {"a", "rsplit", "", {"", ""}, {0, 0}, "[b'a']"},
    {"a", "rsplit", "b", {",", ""}, {0, 0}, "[b'a']"},
    {"a", "rsplit", "ni", {"", ""}, {1, 0}, "[b'a']"},
    {"a", "rsplit", "bi", {" ", ""}, {1, 0}, "[b'a']"},
    {"a", "rsplit", "b", {", ", ""}, {0, 0}, "[b'a']"},
    {"\x09 x\x0b\xa0y\x0a", "split", "", {"", ""}, {0, 0}, "[b'x', b'\\xa0y']"},
    {"\x09 x\x0b\xa0y\x0a", "split", "b", {",", ""}, {0, 0}, "[b'\\t x\\x0b\\xa0y\\n']"},
    {"\x09 x\x0b\xa0y\x0a", "split", "ni", {"", ""}, {1, 0}, "[b'x', b'\\xa0y\\n']"},
    {"\x09 x\x0b\xa0y\x0a", "split", "bi", {" ", ""}, {1, 0}, "[b'\\t', b'x\\x0b\\xa0y\\n']"},
    {"\x09 x\x0b\xa0y\x0a", "split", "b", {", ", ""}, {0, 0}, "[b'\\t x\\x0b\\xa0y\\n']"},
    {"\x09 x\x0b\xa0y\x0a", "rsplit", "", {"", ""}, {0, 0}, "[b'x', b'\\xa0y']"},
    {"\x09 x\x0b\xa0y\x0a", "rsplit", "b", {",", ""}, {0, 0}, "[b'\\t x\\x0b\\xa0y\\n']"},
    {"\x09 x\x0b\xa0y\x0a", "rsplit", "ni", {"", ""}, {1, 0}, "[b'\\t x', b'\\xa0y']"},
    {"\x09 x\x0b\xa0y\x0a", "rsplit", "bi", {" ", ""}, {1, 0}, "[b'\\t', b'x\\x0b\\xa0y\\n']"},
    {"\x09 x\x0b\xa0y\x0a", "rsplit", "b", {", ", ""}, {0, 0}, "[b'\\t x\\x0b\\xa0y\\n']"},
    {"a", "split", "b", {"", ""}, {0, 0}, "ValueError: empty separator"},
    {"a", "rsplit", "b", {"", ""}, {0, 0}, "ValueError: empty separator"},
    {"a,b,c", "partition", "b", {",", ""}, {0, 0}, "(b'a', b',', b'b,c')"},
    {"a,b,c", "rpartition", "b", {",", ""}, {0, 0}, "(b'a,b', b',', b'c')"},
    {"abc", "partition", "b", {",", ""}, {0, 0}, "(b'abc', b'', b'')"},
    {"abc", "rpartition", "b", {",", ""}, {0, 0}, "(b'', b'', b'abc')"},
    {"", "partition", "b", {",", ""}, {0, 0}, "(b'', b'', b'')"},
    {"", "rpartition", "b", {",", ""}, {0, 0}, "(b'', b'', b'')"},
    {"a", "partition", "b", {"", ""}, {0, 0}, "ValueError: empty separator"},
    {"  x \x0a", "strip", "", {"", ""}, {0, 0}, "b'x'"},
    {"  x \x0a", "strip", "b", {"x", ""}, {0, 0}, "b'  x \\n'"},
    {"  x \x0a", "strip", "b", {"ca", ""}, {0, 0}, "b'  x \\n'"},
    {"  x \x0a", "lstrip", "", {"", ""}, {0, 0}, "b'x \\n'"},
    {"  x \x0a", "lstrip", "b", {"x", ""}, {0, 0}, "b'  x \\n'"},
    {"  x \x0a", "lstrip", "b", {"ca", ""}, {0, 0}, "b'  x \\n'"},
    {"  x \x0a", "rstrip", "", {"", ""}, {0, 0}, "b'  x'"},
    {"  x \x0a", "rstrip", "b", {"x", ""}, {0, 0}, "b'  x \\n'"},
    {"  x \x0a", "rstrip", "b", {"ca", ""}, {0, 0}, "b'  x \\n'"},
    {"xxyxx", "strip", "", {"", ""}, {0, 0}, "b'xxyxx'"},
    {"xxyxx", "strip", "b", {"x", ""}, {0, 0}, "b'y'"},
    {"xxyxx", "strip", "b", {"ca", ""}, {0, 0}, "b'xxyxx'"},
    {"xxyxx", "lstrip", "", {"", ""}, {0, 0}, "b'xxyxx'"},
    {"xxyxx", "lstrip", "b", {"x", ""}, {0, 0}, "b'yxx'"},
    {"xxyxx", "lstrip", "b", {"ca", ""}, {0, 0}, "b'xxyxx'"},
    {"xxyxx", "rstrip", "", {"", ""}, {0, 0}, "b'xxyxx'"},
    {"xxyxx", "rstrip", "b", {"x", ""}, {0, 0}, "b'xxy'"},
    {"xxyxx", "rstrip", "b", {"ca", ""}, {0, 0}, "b'xxyxx'"},
    {"", "strip", "", {"", ""}, {0, 0}, "b''"},
    {"", "strip", "b", {"x", ""}, {0, 0}, "b''"},
    {"", "strip", "b", {"ca", ""}, {0, 0}, "b''"},
    {"", "lstrip", "", {"", ""}, {0, 0}, "b''"},
    {"", "lstrip", "b", {"x", ""}, {0, 0}, "b''"},
    {"", "lstrip", "b", {"ca", ""}, {0, 0}, "b''"},
    {"", "rstrip", "", {"", ""}, {0, 0}, "b''"},
    {"", "rstrip", "b", {"x", ""}, {0, 0}, "b''"},
    {"", "rstrip", "b", {"ca", ""}, {0, 0}, "b''"},
    {"\x85x\xa0", "strip", "", {"", ""}, {0, 0}, "b'\\x85x\\xa0'"},
    {"\x85x\xa0", "strip", "b", {"x", ""}, {0, 0}, "b'\\x85x\\xa0'"},
    {"\x85x\xa0", "strip", "b", {"ca", ""}, {0, 0}, "b'\\x85x\\xa0'"},
    {"\x85x\xa0", "lstrip", "", {"", ""}, {0, 0}, "b'\\x85x\\xa0'"},
    {"\x85x\xa0", "lstrip", "b", {"x", ""}, {0, 0}, "b'\\x85x\\xa0'"},
    {"\x85x\xa0", "lstrip", "b", {"ca", ""}, {0, 0}, "b'\\x85x\\xa0'"},
    {"\x85x\xa0", "rstrip", "", {"", ""}, {0, 0}, "b'\\x85x\\xa0'"},
    {"\x85x\xa0", "rstrip", "b", {"x", ""}, {0, 0}, "b'\\x85x\\xa0'"},
    {"\x85x\xa0", "rstrip", "b", {"ca", ""}, {0, 0}, "b'\\x85x\\xa0'"},
    {"abc", "strip", "", {"", ""}, {0, 0}, "b'abc'"},
    {"abc", "strip", "b", {"x", ""}, {0, 0}, "b'abc'"},
    {"abc", "strip", "b", {"ca", ""}, {0, 0}, "b'b'"},
    {"abc", "lstrip", "", {"", ""}, {0, 0}, "b'abc'"},
    {"abc", "lstrip", "b", {"x", ""}, {0, 0}, "b'abc'"},
    {"abc", "lstrip", "b", {"ca", ""}, {0, 0}, "b'bc'"},
    {"abc", "rstrip", "", {"", ""}, {0, 0}, "b'abc'"},
    {"abc", "rstrip", "b", {"x", ""}, {0, 0}, "b'abc'"},
    {"abc", "rstrip", "b", {"ca", ""}, {0, 0}, "b'ab'"},
    {"Hello World", "upper", "", {"", ""}, {0, 0}, "b'HELLO WORLD'"},
    {"Hello World", "lower", "", {"", ""}, {0, 0}, "b'hello world'"},
    {"Hello World", "title", "", {"", ""}, {0, 0}, "b'Hello World'"},
    {"Hello World", "capitalize", "", {"", ""}, {0, 0}, "b'Hello world'"},
    {"Hello World", "swapcase", "", {"", ""}, {0, 0}, "b'hELLO wORLD'"},
    {"Hello World", "isalpha", "", {"", ""}, {0, 0}, "False"},
    {"Hello World", "isdigit", "", {"", ""}, {0, 0}, "False"},
    {"Hello World", "isalnum", "", {"", ""}, {0, 0}, "False"},
    {"Hello World", "isspace", "", {"", ""}, {0, 0}, "False"},
    {"Hello World", "islower", "", {"", ""}, {0, 0}, "False"},
    {"Hello World", "isupper", "", {"", ""}, {0, 0}, "False"},
    {"Hello World", "istitle", "", {"", ""}, {0, 0}, "True"},
    {"Hello World", "isascii", "", {"", ""}, {0, 0}, "True"},
    {"hELLO \xe9\xc9 x1Y", "upper", "", {"", ""}, {0, 0}, "b'HELLO \\xe9\\xc9 X1Y'"},
    {"hELLO \xe9\xc9 x1Y", "lower", "", {"", ""}, {0, 0}, "b'hello \\xe9\\xc9 x1y'"},
    {"hELLO \xe9\xc9 x1Y", "title", "", {"", ""}, {0, 0}, "b'Hello \\xe9\\xc9 X1Y'"},
    {"hELLO \xe9\xc9 x1Y", "capitalize", "", {"", ""}, {0, 0}, "b'Hello \\xe9\\xc9 x1y'"},
    {"hELLO \xe9\xc9 x1Y", "swapcase", "", {"", ""}, {0, 0}, "b'Hello \\xe9\\xc9 X1y'"},
    {"hELLO \xe9\xc9 x1Y", "isalpha", "", {"", ""}, {0, 0}, "False"},
    {"hELLO \xe9\xc9 x1Y", "isdigit", "", {"", ""}, {0, 0}, "False"},
    {"hELLO \xe9\xc9 x1Y", "isalnum", "", {"", ""}, {0, 0}, "False"},
    {"hELLO \xe9\xc9 x1Y", "isspace", "", {"", ""}, {0, 0}, "False"},
    {"hELLO \xe9\xc9 x1Y", "islower", "", {"", ""}, {0, 0}, "False"},
    {"hELLO \xe9\xc9 x1Y", "isupper", "", {"", ""}, {0, 0}, "False"},
    {"hELLO \xe9\xc9 x1Y", "istitle", "", {"", ""}, {0, 0}, "False"},
    {"hELLO \xe9\xc9 x1Y", "isascii", "", {"", ""}, {0, 0}, "False"},
    {"", "upper", "", {"", ""}, {0, 0}, "b''"},
    {"", "lower", "", {"", ""}, {0, 0}, "b''"},
    {"", "title", "", {"", ""}, {0, 0}, "b''"},
    {"", "capitalize", "", {"", ""}, {0, 0}, "b''"},
    {"", "swapcase", "", {"", ""}, {0, 0}, "b''"},
    {"", "isalpha", "", {"", ""}, {0, 0}, "False"},
    {"", "isdigit", "", {"", ""}, {0, 0}, "False"},
    {"", "isalnum", "", {"", ""}, {0, 0}, "False"},
    {"", "isspace", "", {"", ""}, {0, 0}, "False"},
    {"", "islower", "", {"", ""}, {0, 0}, "False"},
    {"", "isupper", "", {"", ""}, {0, 0}, "False"},
    {"", "istitle", "", {"", ""}, {0, 0}, "False"},
    {"", "isascii", "", {"", ""}, {0, 0}, "True"},
    {"it's", "upper", "", {"", ""}, {0, 0}, "b\"IT'S\""},
    {"it's", "lower", "", {"", ""}, {0, 0}, "b\"it's\""},
    {"it's", "title", "", {"", ""}, {0, 0}, "b\"It'S\""},
    {"it's", "capitalize", "", {"", ""}, {0, 0}, "b\"It's\""},
    {"it's", "swapcase", "", {"", ""}, {0, 0}, "b\"IT'S\""},
    {"it's", "isalpha", "", {"", ""}, {0, 0}, "False"},
    {"it's", "isdigit", "", {"", ""}, {0, 0}, "False"},
    {"it's", "isalnum", "", {"", ""}, {0, 0}, "False"},
    {"it's", "isspace", "", {"", ""}, {0, 0}, "False"},
    {"it's", "islower", "", {"", ""}, {0, 0}, "True"},
    {"it's", "isupper", "", {"", ""}, {0, 0}, "False"},
    {"it's", "istitle", "", {"", ""}, {0, 0}, "False"},
    {"it's", "isascii", "", {"", ""}, {0, 0}, "True"},
    {"123", "upper", "", {"", ""}, {0, 0}, "b'123'"},
    {"123", "lower", "", {"", ""}, {0, 0}, "b'123'"},
    {"123", "title", "", {"", ""}, {0, 0}, "b'123'"},
    {"123", "capitalize", "", {"", ""}, {0, 0}, "b'123'"},
    {"123", "swapcase", "", {"", ""}, {0, 0}, "b'123'"},
    {"123", "isalpha", "", {"", ""}, {0, 0}, "False"},
    {"123", "isdigit", "", {"", ""}, {0, 0}, "True"},
    {"123", "isalnum", "", {"", ""}, {0, 0}, "True"},
    {"123", "isspace", "", {"", ""}, {0, 0}, "False"},
    {"123", "islower", "", {"", ""}, {0, 0}, "False"},
    {"123", "isupper", "", {"", ""}, {0, 0}, "False"},
    {"123", "istitle", "", {"", ""}, {0, 0}, "False"},
    {"123", "isascii", "", {"", ""}, {0, 0}, "True"},
    {"a1", "upper", "", {"", ""}, {0, 0}, "b'A1'"},
    {"a1", "lower", "", {"", ""}, {0, 0}, "b'a1'"},
    {"a1", "title", "", {"", ""}, {0, 0}, "b'A1'"},
    {"a1", "capitalize", "", {"", ""}, {0, 0}, "b'A1'"},
    {"a1", "swapcase", "", {"", ""}, {0, 0}, "b'A1'"},
    {"a1", "isalpha", "", {"", ""}, {0, 0}, "False"},
    {"a1", "isdigit", "", {"", ""}, {0, 0}, "False"},
    {"a1", "isalnum", "", {"", ""}, {0, 0}, "True"},
    {"a1", "isspace", "", {"", ""}, {0, 0}, "False"},
    {"a1", "islower", "", {"", ""}, {0, 0}, "True"},
    {"a1", "isupper", "", {"", ""}, {0, 0}, "False"},
    {"a1", "istitle", "", {"", ""}, {0, 0}, "False"},
    {"a1", "isascii", "", {"", ""}, {0, 0}, "True"},
    {" \x09", "upper", "", {"", ""}, {0, 0}, "b' \\t'"},
    {" \x09", "lower", "", {"", ""}, {0, 0}, "b' \\t'"},
    {" \x09", "title", "", {"", ""}, {0, 0}, "b' \\t'"},
    {" \x09", "capitalize", "", {"", ""}, {0, 0}, "b' \\t'"},
    {" \x09", "swapcase", "", {"", ""}, {0, 0}, "b' \\t'"},
    {" \x09", "isalpha", "", {"", ""}, {0, 0}, "False"},
    {" \x09", "isdigit", "", {"", ""}, {0, 0}, "False"},
    {" \x09", "isalnum", "", {"", ""}, {0, 0}, "False"},
    {" \x09", "isspace", "", {"", ""}, {0, 0}, "True"},
    {" \x09", "islower", "", {"", ""}, {0, 0}, "False"},
    {" \x09", "isupper", "", {"", ""}, {0, 0}, "False"},
    {" \x09", "istitle", "", {"", ""}, {0, 0}, "False"},
    {" \x09", "isascii", "", {"", ""}, {0, 0}, "True"},
    {"ABC", "upper", "", {"", ""}, {0, 0}, "b'ABC'"},
    {"ABC", "lower", "", {"", ""}, {0, 0}, "b'abc'"},
    {"ABC", "title", "", {"", ""}, {0, 0}, "b'Abc'"},
    {"ABC", "capitalize", "", {"", ""}, {0, 0}, "b'Abc'"},
    {"ABC", "swapcase", "", {"", ""}, {0, 0}, "b'abc'"},
    {"ABC", "isalpha", "", {"", ""}, {0, 0}, "True"},
    {"ABC", "isdigit", "", {"", ""}, {0, 0}, "False"},
    {"ABC", "isalnum", "", {"", ""}, {0, 0}, "True"},
    {"ABC", "isspace", "", {"", ""}, {0, 0}, "False"},
    {"ABC", "islower", "", {"", ""}, {0, 0}, "False"},
    {"ABC", "isupper", "", {"", ""}, {0, 0}, "True"},
    {"ABC", "istitle", "", {"", ""}, {0, 0}, "False"},
    {"ABC", "isascii", "", {"", ""}, {0, 0}, "True"},
    {"abc", "upper", "", {"", ""}, {0, 0}, "b'ABC'"},
    {"abc", "lower", "", {"", ""}, {0, 0}, "b'abc'"},
    {"abc", "title", "", {"", ""}, {0, 0}, "b'Abc'"},
    {"abc", "capitalize", "", {"", ""}, {0, 0}, "b'Abc'"},
    {"abc", "swapcase", "", {"", ""}, {0, 0}, "b'ABC'"},
    {"abc", "isalpha", "", {"", ""}, {0, 0}, "True"},
    {"abc", "isdigit", "", {"", ""}, {0, 0}, "False"},
    {"abc", "isalnum", "", {"", ""}, {0, 0}, "True"},
    {"abc", "isspace", "", {"", ""}, {0, 0}, "False"},
    {"abc", "islower", "", {"", ""}, {0, 0}, "True"},
    {"abc", "isupper", "", {"", ""}, {0, 0}, "False"},
    {"abc", "istitle", "", {"", ""}, {0, 0}, "False"},
    {"abc", "isascii", "", {"", ""}, {0, 0}, "True"},
    {"Ab Cd", "upper", "", {"", ""}, {0, 0}, "b'AB CD'"},
    {"Ab Cd", "lower", "", {"", ""}, {0, 0}, "b'ab cd'"},
    {"Ab Cd", "title", "", {"", ""}, {0, 0}, "b'Ab Cd'"},
    {"Ab Cd", "capitalize", "", {"", ""}, {0, 0}, "b'Ab cd'"},
    {"Ab Cd", "swapcase", "", {"", ""}, {0, 0}, "b'aB cD'"},
    {"Ab Cd", "isalpha", "", {"", ""}, {0, 0}, "False"},
    {"Ab Cd", "isdigit", "", {"", ""}, {0, 0}, "False"},
    {"Ab Cd", "isalnum", "", {"", ""}, {0, 0}, "False"},
    {"Ab Cd", "isspace", "", {"", ""}, {0, 0}, "False"},
    {"Ab Cd", "islower", "", {"", ""}, {0, 0}, "False"},
    {"Ab Cd", "isupper", "", {"", ""}, {0, 0}, "False"},
    {"Ab Cd", "istitle", "", {"", ""}, {0, 0}, "True"},
    {"Ab Cd", "isascii", "", {"", ""}, {0, 0}, "True"},
    {"\xe9", "upper", "", {"", ""}, {0, 0}, "b'\\xe9'"},
    {"\xe9", "lower", "", {"", ""}, {0, 0}, "b'\\xe9'"},
    {"\xe9", "title", "", {"", ""}, {0, 0}, "b'\\xe9'"},
    {"\xe9", "capitalize", "", {"", ""}, {0, 0}, "b'\\xe9'"},
    {"\xe9", "swapcase", "", {"", ""}, {0, 0}, "b'\\xe9'"},
    {"\xe9", "isalpha", "", {"", ""}, {0, 0}, "False"},
    {"\xe9", "isdigit", "", {"", ""}, {0, 0}, "False"},
    {"\xe9", "isalnum", "", {"", ""}, {0, 0}, "False"},
    {"\xe9", "isspace", "", {"", ""}, {0, 0}, "False"},
    {"\xe9", "islower", "", {"", ""}, {0, 0}, "False"},
    {"\xe9", "isupper", "", {"", ""}, {0, 0}, "False"},
    {"\xe9", "istitle", "", {"", ""}, {0, 0}, "False"},
    {"\xe9", "isascii", "", {"", ""}, {0, 0}, "False"},
    {"ab", "zfill", "i", {"", ""}, {0, 0}, "b'ab'"},
    {"ab", "center", "i", {"", ""}, {0, 0}, "b'ab'"},
    {"ab", "ljust", "ib", {"*", ""}, {0, 0}, "b'ab'"},
    {"ab", "rjust", "ib", {".", ""}, {0, 0}, "b'ab'"},
    {"ab", "zfill", "i", {"", ""}, {5, 0}, "b'000ab'"},
    {"ab", "center", "i", {"", ""}, {5, 0}, "b'  ab '"},
    {"ab", "ljust", "ib", {"*", ""}, {5, 0}, "b'ab***'"},
    {"ab", "rjust", "ib", {".", ""}, {5, 0}, "b'...ab'"},
    {"ab", "zfill", "i", {"", ""}, {6, 0}, "b'0000ab'"},
    {"ab", "center", "i", {"", ""}, {6, 0}, "b'  ab  '"},
    {"ab", "ljust", "ib", {"*", ""}, {6, 0}, "b'ab****'"},
    {"ab", "rjust", "ib", {".", ""}, {6, 0}, "b'....ab'"},
    {"", "zfill", "i", {"", ""}, {0, 0}, "b''"},
    {"", "center", "i", {"", ""}, {0, 0}, "b''"},
    {"", "ljust", "ib", {"*", ""}, {0, 0}, "b''"},
    {"", "rjust", "ib", {".", ""}, {0, 0}, "b''"},
    {"", "zfill", "i", {"", ""}, {5, 0}, "b'00000'"},
    {"", "center", "i", {"", ""}, {5, 0}, "b'     '"},
    {"", "ljust", "ib", {"*", ""}, {5, 0}, "b'*****'"},
    {"", "rjust", "ib", {".", ""}, {5, 0}, "b'.....'"},
    {"", "zfill", "i", {"", ""}, {6, 0}, "b'000000'"},
    {"", "center", "i", {"", ""}, {6, 0}, "b'      '"},
    {"", "ljust", "ib", {"*", ""}, {6, 0}, "b'******'"},
    {"", "rjust", "ib", {".", ""}, {6, 0}, "b'......'"},
    {"+12", "zfill", "i", {"", ""}, {0, 0}, "b'+12'"},
    {"+12", "center", "i", {"", ""}, {0, 0}, "b'+12'"},
    {"+12", "ljust", "ib", {"*", ""}, {0, 0}, "b'+12'"},
    {"+12", "rjust", "ib", {".", ""}, {0, 0}, "b'+12'"},
    {"+12", "zfill", "i", {"", ""}, {5, 0}, "b'+0012'"},
    {"+12", "center", "i", {"", ""}, {5, 0}, "b' +12 '"},
    {"+12", "ljust", "ib", {"*", ""}, {5, 0}, "b'+12**'"},
    {"+12", "rjust", "ib", {".", ""}, {5, 0}, "b'..+12'"},
    {"+12", "zfill", "i", {"", ""}, {6, 0}, "b'+00012'"},
    {"+12", "center", "i", {"", ""}, {6, 0}, "b' +12  '"},
    {"+12", "ljust", "ib", {"*", ""}, {6, 0}, "b'+12***'"},
    {"+12", "rjust", "ib", {".", ""}, {6, 0}, "b'...+12'"},
    {"-5x", "zfill", "i", {"", ""}, {0, 0}, "b'-5x'"},
    {"-5x", "center", "i", {"", ""}, {0, 0}, "b'-5x'"},
    {"-5x", "ljust", "ib", {"*", ""}, {0, 0}, "b'-5x'"},
    {"-5x", "rjust", "ib", {".", ""}, {0, 0}, "b'-5x'"},
    {"-5x", "zfill", "i", {"", ""}, {5, 0}, "b'-005x'"},
    {"-5x", "center", "i", {"", ""}, {5, 0}, "b' -5x '"},
    {"-5x", "ljust", "ib", {"*", ""}, {5, 0}, "b'-5x**'"},
    {"-5x", "rjust", "ib", {".", ""}, {5, 0}, "b'..-5x'"},
    {"-5x", "zfill", "i", {"", ""}, {6, 0}, "b'-0005x'"},
    {"-5x", "center", "i", {"", ""}, {6, 0}, "b' -5x  '"},
    {"-5x", "ljust", "ib", {"*", ""}, {6, 0}, "b'-5x***'"},
    {"-5x", "rjust", "ib", {".", ""}, {6, 0}, "b'...-5x'"},
    {"\xe9", "zfill", "i", {"", ""}, {0, 0}, "b'\\xe9'"},
    {"\xe9", "center", "i", {"", ""}, {0, 0}, "b'\\xe9'"},
    {"\xe9", "ljust", "ib", {"*", ""}, {0, 0}, "b'\\xe9'"},
    {"\xe9", "rjust", "ib", {".", ""}, {0, 0}, "b'\\xe9'"},
    {"\xe9", "zfill", "i", {"", ""}, {5, 0}, "b'0000\\xe9'"},
    {"\xe9", "center", "i", {"", ""}, {5, 0}, "b'  \\xe9  '"},
    {"\xe9", "ljust", "ib", {"*", ""}, {5, 0}, "b'\\xe9****'"},
    {"\xe9", "rjust", "ib", {".", ""}, {5, 0}, "b'....\\xe9'"},
    {"\xe9", "zfill", "i", {"", ""}, {6, 0}, "b'00000\\xe9'"},
    {"\xe9", "center", "i", {"", ""}, {6, 0}, "b'  \\xe9   '"},
    {"\xe9", "ljust", "ib", {"*", ""}, {6, 0}, "b'\\xe9*****'"},
    {"\xe9", "rjust", "ib", {".", ""}, {6, 0}, "b'.....\\xe9'"},
    {"a", "center", "ib", {"xy", ""}, {4, 0}, "TypeError: center() argument 2 must be a byte string of length 1, not bytes"},
    {"a", "center", "i", {"", ""}, {4, 0}, "b' a  '"},
    {"ab", "center", "ib", {"-", ""}, {5, 0}, "b'--ab-'"},
    {"abc", "center", "ib", {"-", ""}, {6, 0}, "b'-abc--'"},
    {"a\x09" "b", "expandtabs", "", {"", ""}, {0, 0}, "b'a       b'"},
    {"a\x09" "b", "expandtabs", "i", {"", ""}, {4, 0}, "b'a   b'"},
    {"a\x09" "b", "expandtabs", "i", {"", ""}, {0, 0}, "b'ab'"},
    {"\x09\x09x", "expandtabs", "", {"", ""}, {0, 0}, "b'                x'"},
    {"\x09\x09x", "expandtabs", "i", {"", ""}, {4, 0}, "b'        x'"},
    {"\x09\x09x", "expandtabs", "i", {"", ""}, {0, 0}, "b'x'"},
    {"a\x0a\x09" "b", "expandtabs", "", {"", ""}, {0, 0}, "b'a\\n        b'"},
    {"a\x0a\x09" "b", "expandtabs", "i", {"", ""}, {4, 0}, "b'a\\n    b'"},
    {"a\x0a\x09" "b", "expandtabs", "i", {"", ""}, {0, 0}, "b'a\\nb'"},
    {"a\x0d" "b\x09" "c", "expandtabs", "", {"", ""}, {0, 0}, "b'a\\rb       c'"},
    {"a\x0d" "b\x09" "c", "expandtabs", "i", {"", ""}, {4, 0}, "b'a\\rb   c'"},
    {"a\x0d" "b\x09" "c", "expandtabs", "i", {"", ""}, {0, 0}, "b'a\\rbc'"},
    {"12345678\x09x", "expandtabs", "", {"", ""}, {0, 0}, "b'12345678        x'"},
    {"12345678\x09x", "expandtabs", "i", {"", ""}, {4, 0}, "b'12345678    x'"},
    {"12345678\x09x", "expandtabs", "i", {"", ""}, {0, 0}, "b'12345678x'"},
    {"a\x0a" "b\x0d\x0a" "c\x0d" "d", "splitlines", "", {"", ""}, {0, 0}, "[b'a', b'b', b'c', b'd']"},
    {"a\x0a" "b\x0d\x0a" "c\x0d" "d", "splitlines", "i", {"", ""}, {1, 0}, "[b'a\\n', b'b\\r\\n', b'c\\r', b'd']"},
    {"a\x0a", "splitlines", "", {"", ""}, {0, 0}, "[b'a']"},
    {"a\x0a", "splitlines", "i", {"", ""}, {1, 0}, "[b'a\\n']"},
    {"\x0a\x0a", "splitlines", "", {"", ""}, {0, 0}, "[b'', b'']"},
    {"\x0a\x0a", "splitlines", "i", {"", ""}, {1, 0}, "[b'\\n', b'\\n']"},
    {"", "splitlines", "", {"", ""}, {0, 0}, "[]"},
    {"", "splitlines", "i", {"", ""}, {1, 0}, "[]"},
    {"a\x0b" "b\x85" "c", "splitlines", "", {"", ""}, {0, 0}, "[b'a\\x0bb\\x85c']"},
    {"a\x0b" "b\x85" "c", "splitlines", "i", {"", ""}, {1, 0}, "[b'a\\x0bb\\x85c']"},
    {"abracadabra", "startswith", "b", {"abra", ""}, {0, 0}, "True"},
    {"abracadabra", "startswith", "bi", {"abra", ""}, {7, 0}, "True"},
    {"abracadabra", "startswith", "bi", {"", ""}, {11, 0}, "True"},
    {"abracadabra", "startswith", "bi", {"", ""}, {12, 0}, "False"},
    {"abracadabra", "endswith", "b", {"bra", ""}, {0, 0}, "True"},
    {"abracadabra", "endswith", "bii", {"bra", ""}, {0, -1}, "False"},
    {"abracadabra", "endswith", "b", {"", ""}, {0, 0}, "True"},
    {"abracadabra", "startswith", "i", {"", ""}, {5, 0}, "TypeError: startswith first arg must be bytes or a tuple of bytes, not int"},
    {"abracadabra", "removeprefix", "b", {"ab", ""}, {0, 0}, "b'racadabra'"},
    {"abracadabra", "removeprefix", "b", {"x", ""}, {0, 0}, "b'abracadabra'"},
    {"abracadabra", "removesuffix", "b", {"ra", ""}, {0, 0}, "b'abracadab'"},
    {"abracadabra", "removesuffix", "b", {"", ""}, {0, 0}, "b'abracadabra'"},
    {"\x01\xab\xff", "hex", "", {"", ""}, {0, 0}, "'01abff'"},
    {"\x01\xab\xff", "hex", "b", {":", ""}, {0, 0}, "'01:ab:ff'"},
    {"\x01\xab\xff\x10 ", "hex", "bi", {"-", ""}, {2, 0}, "'01-abff-1020'"},
    {"\x01\xab\xff\x10 ", "hex", "bi", {"-", ""}, {-2, 0}, "'01ab-ff10-20'"},
    {"", "hex", "", {"", ""}, {0, 0}, "''"},
    {"a", "hex", "b", {"::", ""}, {0, 0}, "ValueError: sep must be length 1."},
    {"ab", "hex", "b", {"\xe9", ""}, {0, 0}, "ValueError: sep must be ASCII."},
    {"abc", "translate", "nb", {"b", ""}, {0, 0}, "b'ac'"},
    {"abc", "translate", "b", {"short", ""}, {0, 0}, "ValueError: translation table must be 256 characters long"},
    {"abc", "decode", "", {"", ""}, {0, 0}, "'abc'"},
    {"\xff", "decode", "", {"", ""}, {0, 0}, "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"},
    {"abracadabra", "__len__", "", {"", ""}, {0, 0}, "11"},
    {"abracadabra", "__getitem__", "i", {"", ""}, {0, 0}, "97"},
    {"abracadabra", "__getitem__", "i", {"", ""}, {-1, 0}, "97"},
    {"abracadabra", "__contains__", "b", {"cad", ""}, {0, 0}, "True"},
    {"abracadabra", "__contains__", "i", {"", ""}, {97, 0}, "True"},
    {"abracadabra", "__contains__", "i", {"", ""}, {300, 0}, "ValueError: byte must be in range(0, 256)"},
    {"abracadabra", "__contains__", "b", {"", ""}, {0, 0}, "True"},
    {"abracadabra", "__add__", "b", {"xy", ""}, {0, 0}, "b'abracadabraxy'"},
    {"ab", "__mul__", "i", {"", ""}, {3, 0}, "b'ababab'"},
    {"ab", "__mul__", "i", {"", ""}, {0, 0}, "b''"},
    {"ab", "__mul__", "i", {"", ""}, {-1, 0}, "b''"},
    {"a", "__eq__", "b", {"a", ""}, {0, 0}, "True"},
    {"a", "__lt__", "b", {"ab", ""}, {0, 0}, "True"},
    {"\xff", "__ge__", "b", {"\x7fzz", ""}, {0, 0}, "True"},
    /* clang-format on */
};

static Value bytes_of(const char *text) {
    return bytes_new(text, strlen(text));
}

static Value bytearray_of(const char *text) {
    return bytearray_new((const uint8_t *)text, (int64_t)strlen(text));
}

static Value call(const Case *row, Value subject) {
    Value args[4] = {0};
    uint32_t count = 0, text_count = 0, number_count = 0;
    for (const char *kind = row->kinds; *kind; kind++)
        args[count++] = *kind == 'b'   ? bytes_of(row->texts[text_count++])
                        : *kind == 'i' ? int_from_i64(row->numbers[number_count++])
                                       : VALUE_NONE;
    Value result = object_call_method(subject, row->method, args, count);
    for (uint32_t i = 0; i < count; i++)
        value_decref(args[i]);
    return result;
}

/* bytes as CPython says; bytearray gives what is equal to it, or the same exception. */
static void test_methods(void) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Case *row = &cases[i];
        Value subject = bytes_of(row->subject), array = bytearray_of(row->subject);
        Value result = call(row, subject);
        Value shown = result ? object_repr(result) : 0;
        check_row(shown_take(shown), row->expected, row->method, row->subject);
        Value other = call(row, array);
        if (!other)
            check_row(shown_exception(), row->expected, row->method, "bytearray");
        else
            CHECK(result && object_compare_bool(result, other, COMPARE_EQ) == 1);
        value_decref(other);
        value_decref(result);
        value_decref(array);
        value_decref(subject);
    }
}

/* bytes(argument) and bytearray(argument), dropped with its result. */
static void check_made(Value argument_take, const char *expected) {
    Value made = object_call1(OBJ(&rt_type_bytes), argument_take);
    CHECK_TEXT(shown_take(made ? object_repr(made) : 0), expected);
    Value array = object_call1(OBJ(&rt_type_bytearray), argument_take);
    if (made)
        CHECK(array && object_compare_bool(made, array, COMPARE_EQ) == 1);
    else
        CHECK(!array);
    exc_clear();
    value_decref(array);
    value_decref(made);
    value_decref(argument_take);
}

static Value list_of(const int64_t *numbers, int count) {
    Value list = list_new(NULL, 0);
    for (int i = 0; i < count; i++)
        list_append(list, value_from_small_int(numbers[i]));
    return list;
}

static void test_making(void) {
    check_made(value_from_small_int(3), "b'\\x00\\x00\\x00'");
    check_made(value_from_small_int(-1), "ValueError: negative count");
    check_made(bytes_of("it's"), "b\"it's\"");
    check_made(bytes_of("'\"\\"), "b'\\'\"\\\\'");
    check_made(bytearray_of("ab"), "b'ab'");
    check_made(list_of((int64_t[]){0, 9, 10, 127, 255}, 5), "b'\\x00\\t\\n\\x7f\\xff'");
    check_made(list_of((int64_t[]){1, 256}, 2), "ValueError: bytes must be in range(0, 256)");
    check_made(list_of((int64_t[]){-1}, 1), "ValueError: bytes must be in range(0, 256)");
    check_made(str_from_cstr("text"), "TypeError: string argument without an encoding");
    check_made(value_incref(VALUE_NONE), "TypeError: cannot convert 'NoneType' object to bytes");
}

static void change(Value array, const char *method, Value argument_take, const char *expected) {
    Value result = object_call_method(array, method, &argument_take, 1);
    if (result)
        CHECK_TEXT(shown_take(object_repr(array)), expected);
    else
        CHECK_TEXT(shown_exception(), expected);
    value_decref(result);
    value_decref(argument_take);
}

static void test_changes(void) {
    Value array = bytearray_of("abc");
    change(array, "append", value_from_small_int('d'), "bytearray(b'abcd')");
    change(array, "append", value_from_small_int(256), "ValueError: byte must be in range(0, 256)");
    change(array, "extend", value_incref(array), "bytearray(b'abcdabcd')");
    change(array, "remove", value_from_small_int('b'), "bytearray(b'acdabcd')");
    change(array, "remove", value_from_small_int('x'), "ValueError: value not found in bytearray");
    change(array, "pop", value_from_small_int(-2), "bytearray(b'acdabd')");
    change(array, "pop", value_from_small_int(6), "IndexError: pop index out of range");
    change(array, "__delitem__", value_from_small_int(0), "bytearray(b'cdabd')");
    change(array, "__iadd__", bytes_of("ef"), "bytearray(b'cdabdef')");
    change(array, "__imul__", value_from_small_int(2), "bytearray(b'cdabdefcdabdef')");
    CHECK_INT(AS(BytearrayObject, array)->buffer.size, 14);
    value_decref(array);
}

/* While something looks at the memory, its size stays. */
static void test_exports(void) {
    Value array = bytearray_of("abc");
    Value view = object_call1(OBJ(&rt_type_memoryview), array);
    CHECK(view);
    change(array, "append", value_from_small_int('d'),
           "BufferError: Existing exports of data: object cannot be re-sized");
    change(array, "__imul__", value_from_small_int(0),
           "BufferError: Existing exports of data: object cannot be re-sized");
    Buffer buffer;
    CHECK(buffer_writable(array, "argument", &buffer) && buffer.size == 3);
    buffer.data[0] = 'X';
    Value same = object_call1(OBJ(&rt_type_bytes), view);
    CHECK_TEXT(shown_take(object_repr(same)), "b'Xbc'");
    value_decref(same);
    value_decref(view);
    change(array, "append", value_from_small_int('d'), "bytearray(b'Xbcd')");
    value_decref(array);
    Value constant = bytes_of("abc");
    CHECK(buffer_view(constant, &buffer) && buffer.readonly);
    CHECK(!buffer_writable(constant, "argument 1", &buffer));
    CHECK_TEXT(shown_exception(),
               "TypeError: argument 1 must be read-write bytes-like object, not bytes");
    value_decref(constant);
}

static void test_growth(void) {
    Value array = bytearray_new(NULL, 0);
    for (int i = 0; i < 10000; i++) {
        Value byte = value_from_small_int(i & 255);
        value_decref(object_call_method(array, "append", &byte, 1));
    }
    const ByteBuffer *buffer = &AS(BytearrayObject, array)->buffer;
    CHECK_INT(buffer->size, 10000);
    CHECK(buffer->capacity < 2 * 10000); /* it grows by a share of its size */
    bool good = true;
    for (int i = 0; i < 10000; i++)
        good &= buffer->data[i] == (i & 255);
    CHECK(good);
    value_decref(array);
}

/* However early memory ends: a result, or MemoryError and nothing left. */
static void test_no_memory(void) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i += 5) {
        Value subject = i % 2 ? bytes_of(cases[i].subject) : bytearray_of(cases[i].subject);
        Value args[2] = {bytes_of(cases[i].texts[0]), bytes_of(cases[i].texts[1])};
        uint32_t count = 0;
        while (count < 2 && cases[i].kinds[count] == 'b')
            count++;
        value_decref(object_call_method(subject, cases[i].method, args, count)); /* interns names */
        exc_clear();
        for (int at = 0; at < 6; at++) {
            int64_t before = mem_live_objects();
            mem_fail_at(at);
            Value result = object_call_method(subject, cases[i].method, args, count);
            mem_fail_at(-1);
            CHECK(result || isolate.pending);
            exc_clear();
            value_decref(result);
            CHECK_INT(mem_live_objects(), before);
        }
        value_decref(args[0]);
        value_decref(args[1]);
        value_decref(subject);
    }
}

int main(int argc, char **argv) {
    rt_start(argc, argv);
    test_methods();
    test_making();
    test_changes();
    test_exports();
    test_growth();
    test_no_memory();
    CHECK(!isolate.pending);
    rt_finish(0);
    return unit_done();
}
