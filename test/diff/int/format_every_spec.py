"""format() of ints with every type, flag, separator, alignment and the refusals."""

for value in (0, 7, -42, 1234567, -(10**12), 2**70, True):
    print([format(value, spec) for spec in ("", "d", "b", "o", "x", "X", "n", "c" if 0 <= value < 1000 else "d", "e", ".2f", "g", "%", ",", "_", "_b", "_x", "+", " ", "#x", "#b", "#o", "08", "+09d", "<12", "^12", ">12", "*^14,", "=+10", "0=8", "x<6d", "-", "#_X", "012,", "+#012x")])
print(format(65, "c"), format(0x1F600, "c"), f"{3:0>5}", f"{3:{'0'}>{5}}", f"{255:#06x}", f"{-255:#_b}", "{:,}".format(10**15), format(5, "z") if False else "", format(3, "é^5"))
for spec in ("s", "y", ".2d", ",x", "_c", "+c", ",n", "c", "#c", "10.5", "=s", "q10", "1.", "ab", "dd", ",,", "_,", "x,", "0x0", "{}", "=", "<<", ".-1f", "99999999999999999999d"):
    try:
        print(spec, repr(format(-1 if spec == "c" else 5, spec)))
    except (ValueError, OverflowError) as error:
        print(spec, type(error).__name__, error)
try:
    format(5, 5)
except TypeError as error:
    print(error)
