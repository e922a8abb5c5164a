"""Every method and attribute of float, and each error's words."""

import sys

for x in (0.0, -0.0, 1.5, -2.25, 1e16, 1e-7, 123456789.123, float("inf"), float("-inf"), float("nan"), 5e-324, sys.float_info.max):
    row = [repr(x), str(x), x.is_integer(), x.hex(), x.real, x.imag, x.conjugate(), bool(x), abs(x), -x]
    for name in ("as_integer_ratio", "__trunc__", "__floor__", "__ceil__", "__round__", "__int__"):
        try:
            row.append(getattr(x, name)())
        except (ValueError, OverflowError) as error:
            row.append(f"{type(error).__name__} {error}")
    print(*row, sep=" | ")
print(float(), float("1e5"), float(" -1.5\n"), float("inf"), float("-Infinity"), float("nan"), float("1_000.5"), float(b"2.5"), float(True), float("٣.٥"), float("1e400"), float("-1e-400"), float(".5"), float("5."), float("0x1") if False else 0)
print(float.fromhex("0x1.8p3"), float.fromhex("-0x.1"), float.fromhex("inf"), float.fromhex(" 1p-1 "), float.fromhex("0x1.fffffffffffffp1023"), float.fromhex("nan"), float.fromhex("a"))
half, values = 0.5, [1]
cases = [lambda: float("x"), lambda: float(""), lambda: float("1e"), lambda: float("1__0"), lambda: float(None), lambda: float([]), lambda: float(1j), lambda: float("1", 2), lambda: float(x=1), lambda: float(b"\xff"), lambda: float("0x10"), lambda: float.fromhex("zz"), lambda: float.fromhex("0x1p5000"), lambda: float.fromhex(5), lambda: (1.5).hex(1), lambda: 1.5 + "a", lambda: 1.5 @ 2, lambda: 1.5 << 1, lambda: 1.5 / 0, lambda: 1.5 // 0, lambda: 1.5 % 0, lambda: divmod(1.5, 0), lambda: 0.0 ** -1, lambda: 1e308 ** 2, lambda: round(1.5, "a"), lambda: round(1.5, 1.0), lambda: half[0], lambda: half(), lambda: 1.5 < "a", lambda: 1.5 & 1, lambda: values[half], lambda: range(1.0), lambda: "a" * 2.0, lambda: chr(65.0), lambda: float.__new__(int), lambda: (1.5).foo, lambda: float("1e1e1"), lambda: float("+-1"), lambda: float("infinit")]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
nan = float("nan")
print(nan == nan, nan != nan, nan in [nan], [nan] == [nan], nan < 1, nan > 1, min(nan, 1), min(1, nan), max(nan, 1), sorted([3, 1, 2.5]), hash(float("inf")), hash(0.5), hash(-0.0), hash(1e300), {1.0: "a"}[1], 0.0 == -0.0)
print(1.5 // 0.4, 1.5 % 0.4, -1.5 % 0.4, divmod(-7.5, 2), 7.5 // -2, 2.0 ** 0.5, (-8.0) ** 2, 2 ** -1, 1e16 + 1, 0.1 + 0.2, 1 / 3, 100.0, 1e15, 1e16, 1e22, 123456789012345680.0, 0.0001, 0.00001, 1.0e-10, 4.35, 2.675)
