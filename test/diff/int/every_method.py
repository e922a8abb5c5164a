"""Every method and attribute of int and bool, and each error's words."""

for n in (0, 1, -1, 255, -256, 10**30, True):
    print(n, n.bit_length(), n.bit_count(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator, n.as_integer_ratio(), n.__index__(), n.__trunc__(), n.__floor__(), n.__ceil__(), n.__round__())
    print(hash(n) == hash(float(n)) if abs(n) < 2**53 else hash(n), bool(n), ~n, -n, +n, abs(n), float(n), complex(n), str(n), repr(n), n.__sizeof__() > 0)
print(round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5, 3), (1234).__round__(-3), round(True), divmod(-7, 2), divmod(7, -2), -7 // 2, -7 % 3, 7 % -3)
print(int(), int(3.99), int(-3.99), int("  42  "), int("-0x1f", 16), int("0b101", 0), int("0o17", 0), int("z", 36), int("1_000"), int(b"12"), int(bytearray(b"7")), int(True), int("٣"), int("11", base=2), int("０１"))
five = 5
cases = [lambda: int("x"), lambda: int(""), lambda: int("1.5"), lambda: int("12", 1), lambda: int("12", 37), lambda: int("9", 8), lambda: int("0x", 16), lambda: int(None), lambda: int([]), lambda: int(1.5, 2), lambda: int("1__0"), lambda: int("_1"), lambda: int(float("nan")), lambda: int(float("inf")), lambda: int(1j), lambda: int("5", "2"), lambda: int(base=10), lambda: int(b"\xff"), lambda: int("1", 2, 3), lambda: int("+-1"), lambda: int("0123", 0), lambda: int(x=1), lambda: int("a\n"), lambda: int("\x00"),
         lambda: (5).bit_length(1), lambda: 5 + "a", lambda: 5 - None, lambda: 5 * {}, lambda: 5 / 0, lambda: 5 // 0, lambda: 5 % 0, lambda: 5.0 % 0, lambda: divmod(5, 0), lambda: 0 ** -1, lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow(2.0, 3, 5), lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 << 1.0, lambda: 5 & 1.0, lambda: ~1.5, lambda: 5 < "a", lambda: 5 @ 5, lambda: round(5, "a"), lambda: round(5, 1.0), lambda: five(), lambda: five[0], lambda: len(5), lambda: 5 in 5, lambda: iter(5), lambda: (5).foo, lambda: setattr(5, "real", 1), lambda: 5 | None, lambda: 5 ** "a", lambda: pow(5, "a"), lambda: pow(1, 2, "x"), lambda: pow(2, None)]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
