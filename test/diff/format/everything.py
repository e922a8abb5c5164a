"""format(), f-strings and str.format: every field of the specification for every type, and the errors."""

import datetime


def show(value, spec):
    try:
        return repr(format(value, spec))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


INTS = ["", "d", "5", "<5", ">5", "^5", "=5", "05", "+", "-", " ", "+d", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "#010b", "c", "n", ",", "_", "_x", "_b", ",x", "e", ".2e", "f", ".3f", "g", "%", ".1%", "*^9", "0=+8", "é>6", "s", ".3", ".3d", "z", "5,", "010,", "010_", "#", "+#x", "<", "a", "10.", "-5", "1" * 3, "={5}", "{<5", "}>5", "q", "5x5", ",,", "_,", "^", "00005", "+05d", "x<+#10x", "#012X", "0>5", "0<5", "0^5", "=+5", " =6"]
for spec in INTS:
    print(repr(spec), show(42, spec), show(-1234567, spec), show(True, spec) if spec != "n" else "")
FLOATS = ["", "f", ".0f", ".1f", ".10f", "e", ".0e", ".3E", "g", ".3g", ".10g", "G", "%", ".2%", "n", ",", ",.2f", "_", "_.3f", "+", " ", "-", "010", "<10", ">10", "^10", "=10", "+010.2f", "z", "z.1f", "+z.0f", "#", "#.0f", "#g", ".3", ".0", "d", "x", "s", "c", "*^12.3f", "012,.1f", "020_.2f", ".", "1.5.2", ".f", "0", "e>10"]
for spec in FLOATS:
    print(repr(spec), show(3.14159, spec), show(-0.0, spec), show(1e20, spec), show(float("inf"), spec), show(float("-nan"), spec), show(12345.678, spec), show(-0.04, spec))
for spec in ["", "10", "<10", ">10", "^10", "*^10", "=10", ".3", "10.3", "s", "5s", ".0", ".100s", "d", "+", " ", "-", "#", "0", "05", ",", "_", "x<5", "é^7", "🐍>6", "c", "10.", "z"]:
    print(repr(spec), show("text", spec), show("äöü🐍", spec), show("", spec))
for spec in ["", "f", ".2f", "e", "g", "+.1f", "10", "<30", ">30", "^30", "=30", "030", ",", "_", "%", "d", "x", "n", ".3", "#", " ", "z.1f"]:
    print(repr(spec), show(1 + 2j, spec), show(-1.5j, spec), show(complex("nan+infj"), spec))
for value in (None, [1], (1,), {}, object, len, ..., b"x", range(2), {1}, slice(1)):
    print([show(value, spec).split(" at 0x")[0] for spec in ("", "5", "s", "d")])
day = datetime.date(2024, 2, 29)
print(f"{day:%d.%m.%Y}", f"{day:%%}", format(day, ""), f"{day!s:>12}", f"{day!r:.13}")


class Formatted:
    def __format__(self, spec):
        return f"<{spec}>"


class Bad:
    def __format__(self, spec):
        return 5


class Inherits(str):
    pass


class Plain:
    def __str__(self):
        return "plain"


print(f"{Formatted()} {Formatted():abc} {Formatted():{'nested'}!r}", f"{Inherits('x'):>3}", f"{Plain()}", f"{Plain()!s:>7}")
for action in (lambda: format(Bad()), lambda: format(Plain(), "5"), lambda: format(5, 5), lambda: format(5, None), lambda: format(), lambda: f"{Bad()}", lambda: f"{5:{Bad()}}"):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
data = {"key": [1, {"in": "deep"}], "a b": 5, "0": "zero"}


class Thing:
    attr = "value"
    items = [10, 20]

    def __getitem__(self, key):
        return f"item {key!r}"


TEMPLATES = ["{}", "{0}", "{1}", "{} {}", "{0} {}", "{} {0}", "{0[key][1][in]}", "{0[a b]}", "{0[0]}", "{0.attr}", "{1.attr}", "{1.items[1]}", "{1[x]}", "{1[-1]}", "{1[1.5]}", "{1.attr.upper}", "{{}}", "{{0}}", "{", "}", "{0", "0}", "{0!r}", "{0!s}", "{0!a}", "{0!x}", "{0!}", "{0!r:}", "{0:}", "{0:{1}}", "{0:{1}{2}}", "{0[}", "{0[]}", "{0.}", "{a}", "{a.b}", "{0[key}", "{!r}", "{:}", "{:>5}", "{0.__class__.__name__}", "{1.missing}", "{0[missing]}", "{9}", "{-1}", "{ 0}", "{0 }", "{0:{{}}}", "{0!rr}", "{0[key][5]}", "{}{}{}{}", "{kw}", "{kw:>{width}}", "{kw!r:^{width}}", "{0:.{1}}", "{**}", "{0.real.imag}", "{0:{1:{2}}}"]
for template in TEMPLATES:
    try:
        print(repr(template), repr(template.format(data, Thing(), 3, kw="key", width=7)).split(" at 0x")[0])
    except Exception as error:
        print(repr(template), type(error).__name__, error)
for template in TEMPLATES[:12]:
    try:
        print(repr(template), repr(template.format("first")))
    except Exception as error:
        print(repr(template), type(error).__name__, error)
width, precision, value = 12, 4, 3.14159265
print(f"{value:{width}.{precision}}|{value:<{width}.{precision}f}|{value!r:>{width}}|{value=}|{value=:.2f}|{value = !s}|{value  =}|{'nested ' + f'{value:.1f}'}|{{}}|{{{value:.0f}}}")
print(f"{1 if value else 2}{(lambda x: x * 2)(4)}{[x for x in [1]]}")
print(f"{1:>{2}}{'x':{'*'}^{5}}{10:#{'x'}}{value:{'.3' if value > 3 else '.1'}f}", rf"\d{value:.1f}\n", f'''{
    value:.2f}''', F"{value!a}", fR"{1}\{2}")
for value in 1, True, 1.5, "x", 1j, None:
    for spec in "\0", "\0d", "d\0", ",\0", "5\0":
        try:
            print(ascii(spec), repr(format(value, spec)))
        except (TypeError, ValueError) as error:
            print(ascii(spec), type(error).__name__, ascii(str(error)))
