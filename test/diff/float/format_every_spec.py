"""format() of floats with every type, flag, precision and the refusals."""

for value in (0.0, -0.0, 1.0, -1.5, 3.14159265, 1234567.891, 1e-5, 1e16, 1e100, float("inf"), float("nan"), 0.5, 2.5, 99.995):
    print([format(value, spec) for spec in ("", "e", "E", "f", "F", "g", "G", "%", "n", ".0f", ".1f", ".3f", ".0e", ".3g", ".0g", "#.0f", "#g", ",", ",.2f", "_.1f", "+", " ", "+.1e", "08.2f", "<10.1f", "^10.1f", "*>10", "=+10.1f", "010", ".10g", ".1%", "z.0f" if False else ".0f", "12,.1f", "+012,.2f", "5", ".3", ".20f")])
for spec in ("d", "x", "c", "s", "b", "n,", ".f", ".2d", "10.2.3", "%%", "f2", ",_", "_n", ".-2f", "=^", "é", ".9999999999999f", "1e", ",d"):
    try:
        print(spec, repr(format(1.5, spec)))
    except (ValueError, OverflowError) as error:
        print(spec, type(error).__name__, error)
for digits in range(-3, 6):
    print(digits, round(1234.56789, digits), round(-0.5, digits), round(2.675, digits), round(1e22, digits), round(float("inf"), digits))
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(1e300, 400), round(5e-324, 400), round(1.0, 0), type(round(1.5)).__name__, type(round(1.5, 0)).__name__, round(1.5, None))
