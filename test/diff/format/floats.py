"""Format specifications of floats: e, f, g, n, % and none, precision, grouping, special values."""
values = [0.0, -0.0, 1.0, -1.5, 2.5, 3.14159265, 0.000123456, 123456.789, 1234567890.5, 1e15, 1e16, 1e22, 1e-10, 5e-324, 1.7976931348623157e308, float("inf"), float("-inf"), float("nan")]
specs = ["", "f", ".0f", ".1f", ".3f", "e", ".0e", ".2e", "E", "g", ".0g", ".1g", ".3g", ".10g", "G", "#g", "#.0f", "%", ".0%", ".1%", "n", ".3", ".10", ".1", ".17", ".20f", "+", " ", "+.2f", "10", "<10", "^12.2f", "=+12.2f", "012.3f", "-10.1f", ",", ",.2f", "_", "_.1f", "020,.2f", "*>+12.1e", "z.1f"]
for value in values:
    print(value)
    for spec in specs:
        if abs(value) > 1e100 and "f" in spec or abs(value) > 1e100 and "%" in spec:
            if value == value and abs(value) != float("inf"):
                continue
        print(f"  {spec!r}[{format(value, spec)}]", end="")
    print()
print(format(1e308, ".0f") == str(int(1e308)), format(2.5, ".0f"), format(3.5, ".0f"), format(0.125, ".2f"), format(0.375, ".2f"), format(1e-5, "f"), format(9.995, ".2f"), format(99.95, ".1f"), format(0.05, ".1f"), format(-0.04, ".1f"), format(-0.04, "z.1f"))
for spec in ("d", "x", "s", "c", ".", ".-1f", "5,n", "q", ",g,", "_n"):
    try:
        print(spec, format(1.5, spec))
    except ValueError as error:
        print(spec, error)
