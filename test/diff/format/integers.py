"""Format specifications of integers: every type, alignment, sign, grouping and alternate form."""
for n in (0, 5, -42, 123456789, 2**70, -(2**65)):
    for spec in ("", "d", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "n", "c" if 0 < n < 1000 else "d", ",", "_", "_b", "_x", "#_x", "+", " ", "-", "+d", "e", ".2e", "f", ".1f", "g", "%", "10", "<10", ">10", "^10", "=10",
                 "010", "+010", "*^15", "x>+12,", "#010x", "0=12", "<012", "015,", "020_b", ">#14b", "^+9d", "é^9", "🐍>9"):
        print(repr(spec), f"[{format(n, spec)}]", end=" ")
    print()
for value in (True, False):
    print([format(value, spec) for spec in ("", "d", "5", "<5", "b", "s" if False else "", ".1f", "05")])
for spec in (".2", ".2d", "s", "z", ",c", "+c", "#c", "q", "5,_d", "_,", ",b", "10.", "-", "--", "x<<5", "ab", "1.1.1", "99999999999999999999", "0.1x", " +", ",x", "_c", "#,", "0", "<0"):
    try:
        print(spec, format(42, spec))
    except (ValueError, OverflowError) as error:
        print(spec, type(error).__name__, error)
for n in (-1, 0x110000, 2**70):
    try:
        format(n, "c")
    except OverflowError as error:
        print(error)
print(format(0x1F40D, "c"), format(65, "5c") + "|", format(8364, "<4c") + "|", (42).__format__("x"), "{:d}".format(True), format(10**50, ".3e"), format(10**15, "g"), format(123456, ".3g"))
for spec in ("05c", "=5c", "x=5c", "<05c", "^05c", "_>5c", "0=5c", "5c", "05_c"):
    try:
        print(spec, repr(format(65, spec)), repr(format(True, spec)))
    except ValueError as error:
        print(spec, error)
