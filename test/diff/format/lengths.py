"""Numbers and texts of every length and width through format(), str.format, f-strings and %."""

import sys

FILLS = ["", "*", "0", "é", "日", "😀", "\0", "<"]
ALIGNS = ["<", ">", "^", "="]


class Int(int):
    pass


class Float(float):
    def __str__(self):
        return "a float"


class Str(str):
    pass


def attempt(make):
    try:
        return repr(make())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def every_way(value, spec):
    """What the ways that share the mini-language make of it: they must agree."""
    ways = [
        attempt(lambda: format(value, spec)),
        attempt(lambda: f"{value:{spec}}"),
        attempt(lambda: "{:{}}".format(value, spec)),
        attempt(lambda: value.__format__(spec)),
    ]
    assert len(set(ways)) == 1, ways
    return ways[0]


def digits_of_ints():
    for base in (2, 8, 10, 16):
        for exponent in range(0, 70):
            for number in (base**exponent - 1, base**exponent, -(base**exponent)):
                for code in "bodxX":
                    text = format(number, code)
                    assert int(text, {"b": 2, "o": 8, "d": 10}.get(code, 16)) == number, text
    for number in (0, 9, 10, 11, 99, 100, 101, 999, 1000, 2**61 - 1, 2**61, 2**62 - 1, 2**62,
                   2**63 - 1, 2**63, 2**64 - 1, 2**64, 10**18, 10**19, 10**40):
        for signed in (number, -number):
            print(signed, f"{signed}|{signed:d}|{signed:x}|{signed:#X}|{signed:,}|{signed:_b}")
            print(f"{signed:+}", f"{signed: d}", "%d|%x|%#o|%+i|% d" % ((signed,) * 5))
            print(str(signed), repr(signed), [signed], f"<{signed}>")


def widths_of_ints():
    for number in (0, 7, -7, 1234, -1234567, 2**70, -(2**70), True, Int(-42)):
        print(repr(number))
        for width in (1, 2, 4, 5, 8, 9, 12, 13, 16, 17, 32, 33, 40):
            specs = [f"{width}", f"0{width}", f"<{width}", f"^{width}", f"={width},",
                     f"0{width},", f"0{width}_x", f"#0{width}x", f"+#0{width}_b", f"*={width}o"]
            print([every_way(number, spec) for spec in specs])
            print("%*d|%-*d|%0*d|%+0*d|%#*x|%#0*X" % ((width, number) * 6))
            print("%.*d|%.*x|%#.*o" % ((width, number) * 3), "%0*.*d" % (width, width // 2, number))
    for fill in FILLS:
        for align in ALIGNS:
            print([every_way(-255, f"{fill}{align}{end}") for end in
                   ("", "1", "4", "7d", "8x", "12,", "#12b")])


def zeros_with_groups():
    for number in (0, 12, 123, 1234, 123456, 1234567, -1234567):
        for width in range(0, 22):
            print(every_way(number, f"0{width},"), every_way(number, f"0={width}_x"),
                  every_way(number, f"+0{width}_"), every_way(float(number), f"0{width},.2f"))
    print(every_way(float("inf"), "012,"), every_way(float("-nan"), "012,.3f"))


def digits_of_floats():
    numbers = [0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 0.045, 1.005, 2.675, 9.995, 99.995, 999999.5,
               1e15, 2.0**53, 2.0**62, 2.0**63, 2.0**64, 1e22, 1e23, 1e100, 1e-3, 2.0**-10,
               2.0**-11, 1e-5, 1e-300, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, 1 / 3, 123456.789,
               float("inf"), float("nan"), Float(2.5)]
    for number in numbers:
        print(repr(number))
        for precision in (0, 1, 2, 5, 14, 15, 16, 17, 20, 40, 47, 48, 55, 56, 60, 100):
            print([every_way(number, f".{precision}{code}") for code in ("f", "e", "g", "%", "")])
            print([every_way(-number, f"#+.{precision}{code}") for code in ("F", "E", "G", "n")])
            print("%.*f|%.*e|%.*g" % ((precision, number) * 3),
                  "%+#0*.*G" % (precision, precision, number))
        for spec in ("", "f", "e", "g", "n", "%", "G", "z", "z.0f", "zg", "#", "#r", "12", "<12",
                     "*^14.2f", "é=14", "日>9.1e", "😀<9", "012.3f", "+010", " ", ",", "_.2f"):
            print(every_way(number, spec), end=" ")
        print()


def lengths_of_texts():
    for letter in ("a", "é", "日", "😀"):
        for length in (0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 255, 256, 257):
            text = letter * length
            short = "x" * length
            assert len(f"{text}{short}") == 2 * length and f"{text}{short}" == text + short
            assert f"{short}{text}{7}" == short + text + "7"
            assert "".join([text, short, text]) == text + short + text
            assert "-".join([short, text]) == short + "-" + text
            assert repr(short) == "'" + short + "'", repr(short)
            assert f"{text:>{length + 3}}" == "   " + text == "%*s" % (length + 3, text)
            assert f"{text:é^{length + 3}}" == "é" + text + "éé"
            assert f"{text:.2}" == text[:2] == "%.2s" % text
            assert (text + short).isascii() == (letter == "a" or not length)
    for text in ("", "'", '"', "'\"", "\\", "\n", "\x7f", "\x1f", " ~", "it's", 'say "x"', "é",
                 "a\tb", "tail\\", "quote'", "\0", "\x80", "\xa0", "\xad", Str("it's"), Str("é'")):
        print(repr(text), f"{text!r:>12}", f"{text!a}", "%r|%a" % (text, text), [text], {text: 1})


def pieces():
    empty, one, wide = "", "a", "é"
    for parts in (f"{empty}{empty}", f"{empty}{one}", f"{5}{empty}", f"{-5}{empty}", f"{wide}{empty}",
                  f"{'日'}{empty}", f"{one}{10}{wide}", f"{99}{100}{-100}", f"{2**62}{-2**62}",
                  f"{'日'}{123}{'😀'}", f"{True}{None}", f"{Str('s')}{empty}", f"{Int(3)}{Float(1)}"):
        print(ascii(parts), type(parts).__name__, len(parts), hash(parts) == hash(str(parts)))


def refusals():
    for value in (5, 2.5, "text", 1j, True, Int(1), Float(1), Str("s")):
        for spec in ("é", "5é", "٣", ">٣", "é>٣d", "日", "ab", "<<<", ".", ".d", ",,", "_,", ",_", ",x",
                     "_x", "_c", ",n", ",s", ",é", "99999999999999999999", ".99999999999999999999",
                     "+", " ", "z", "#", "=", "=5", "05", "0=5", "c", "d", "s", "x", "f", "n", "%",
                     "zd", "+c", "#c", ".2", ".2d", ".2c", "d ", "5 ", "q", "\x01", "10000000000f.f",
                     ".2147483648f"):
            print(ascii(every_way(value, spec)))
    for make in (lambda: "%d" % "x", lambda: "%x" % 1.5, lambda: "%f" % "x", lambda: "%c" % -1,
                 lambda: "%*d" % ("x", 1), lambda: "%.*f" % (2**31, 1.0), lambda: "%d" % None,
                 lambda: "%.5q" % 1, lambda: b"%d" % "x", lambda: b"%.3d|%#x" % (7, 255)):
        print(attempt(make))


def long_ints():
    sys.set_int_max_str_digits(700)
    for number in (10**639, 10**640, 10**699, 10**700, -(10**699), -(10**700)):
        for make in (lambda: str(number), lambda: f"{number}", lambda: f"{number:d}",
                     lambda: f"{number:,}", lambda: "%d" % number, lambda: "%.800d" % number,
                     lambda: f"{number:x}", lambda: f"{number:e}", lambda: f"{number:n}"):
            text = attempt(make)
            print(len(text), text[:60])
    sys.set_int_max_str_digits(4300)


digits_of_ints()
widths_of_ints()
zeros_with_groups()
digits_of_floats()
lengths_of_texts()
pieces()
refusals()
long_ints()
