"""int: parsing, conversion, shifting, big powers, bytes, rounding, ratios at the edges; bool as int."""

import math


def show(label, action):
    try:
        print(label, action())
    except Exception as error:
        print(label, type(error).__name__, error)


for text in ("0", "-0", " 12 ", "1_000", "_1", "1__0", "1_", "0x1f", "0b1", "٣٤", "1e3", "1.0", "", " ", "+5", "--5", "- 5", "9" * 30, "\n7\t", "0_0", "00", "012", "z", "𝟗", "１２", "½", "²", "\x00", "1\x00"):
    show(f"int({text!r})", lambda: int(text))
for text, base in (("0x1f", 16), ("1f", 16), ("0x1f", 0), ("0b101", 0), ("0o17", 0), ("017", 0), ("0", 0), ("z", 36), ("Z", 36), ("10", 1), ("10", 37), ("10", -1), ("10", 2), ("12", 2), ("0b101", 2), ("0b", 2), ("0x", 16), ("_f", 16), ("f_f", 16), (b"101", 2), (bytearray(b"77"), 8), ("1" * 5, 3), (12, 10), ("12", "10"), ("12", 10.0), ("", 0), ("0_7", 0), ("00", 0), ("0x_f", 0)):
    show(f"int({text!r}, {base!r})", lambda: int(text, base))
for value in (0, 1, -1, 255, 256, -128, -129, 2**63, -2**63, 2**64 - 1, 10**30, True):
    print(value, value.bit_length(), value.bit_count(), bin(value), oct(value), hex(value), value.as_integer_ratio(), value.conjugate(), value.real, value.imag, value.numerator, value.denominator)
    for length, order, signed in ((1, "big", False), (2, "little", True), (8, "big", True), (9, "little", False), (0, "big", False), (16, "big", True)):
        show(f"  to_bytes({length}, {order}, {signed})", lambda: value.to_bytes(length, order, signed=signed))
show("to_bytes()", lambda: (5).to_bytes())
show("to_bytes middle", lambda: (5).to_bytes(2, "middle"))
show("to_bytes neg length", lambda: (5).to_bytes(-1, "big"))
for data in (b"", b"\x00", b"\xff", b"\x01\x02", bytes(9), b"\xff" * 9, [1, 2], (255,), bytearray(b"ab"), memoryview(b"xyz"), "ab", 5, [256], None):
    show(f"from_bytes {data!r}"[:40] if not isinstance(data, memoryview) else "from_bytes view", lambda: (int.from_bytes(data, "big"), int.from_bytes(data, "little", signed=True)))


class Special:
    def __bytes__(self):
        return b"\x01\x00"


show("from_bytes special", lambda: int.from_bytes(Special(), "big"))
for value in (5, 15, 25, 35, -5, -15, -25, 1234, -1234, 50, 149, 150, 151, 2**70):
    print(value, [round(value, n) for n in (0, -1, -2, -3, -30, 2)], round(value), value.__round__(-1), math.trunc(value), math.floor(value), math.ceil(value))
show("round float digits", lambda: round(5, 1.0))
show("round None", lambda: round(5, None))
for a in (7, -7, 0, 10**20, -10**20):
    for b in (2, -2, 3, 10**10, -1):
        print(a, b, a // b, a % b, divmod(a, b), a / b, a & b, a | b, a ^ b, a * b, a - b)
for a, b, m in ((2, 10, 1000), (2, -1, 7), (3, -2, 10), (2, -1, 4), (-3, 5, 7), (5, 0, 1), (5, 0, -3), (2, 100, -7), (0, 0, 5), (7, 3, 0), (10**30, 10**5, 10**9 + 7), (2, 5, None), (-2, -3, 9)):
    show(f"pow({a}, {b}, {m})", lambda: pow(a, b, m))
for a, b in ((2, -2), (0, 0), (0, -1), (-8, 3), (-1, 10**20), (1, 10**20), (10, 25), (2, 0.5), (-2, 0.5), (True, 3), (-2, 63)):
    show(f"{a} ** {b}", lambda: a ** b)
for a, b in ((1, 100), (-1, 100), (2**100, 100), (-5, 1), (5, 0), (0, 10**30), (1, -1), (-1, 70), (7, 10**30)):
    show(f"{a} << {b}" if abs(a) < 10**6 else "big <<", lambda: a << b if b < 1000 else a << b if a == 0 else "skipped")
    show(f"{a} >> {b}" if abs(a) < 10**6 else "big >>", lambda: a >> b)
print(True + True, True * 5, -True, ~True if False else -2, True & False, True | 2, True ^ True, True / 2, True == 1.0, hash(True), sum([True, False, True]), [10, 20][True], True.bit_length(), f"{True:d} {True:>5} {True}", int(True), str(True), repr(False), True < 2, divmod(True, True), True.real)
for a, b in ((12, 18), (0, 5), (-4, 6), (2**70, 6)):
    print(math.gcd(a, b), math.lcm(a, b), math.isqrt(abs(a)), math.comb(abs(a) % 50, 3), math.factorial(abs(b)))
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(10**40), hash(-2**61), hash(2**200) == hash(pow(2, 200, 2**61 - 1)))
print(int(3.99), int(-3.99), int("7" * 50) == 7 * (10**50 - 1) // 9, int(1e22), int(True), int(float(2**53)), int(10**25 / 3))
for bad in (math.inf, math.nan, 1j, None, [], "x", b"\xff", object):
    show(f"int({bad!r})", lambda: int(bad))
for digits in (10**30, 2**63, -1, -2, -3):  # numbers of digits of any size
    print(round(8979323, digits), round(True, digits), round(123.456, digits) if digits > 0 else round(123.456, digits))
print(round(123.456, -10**30), round(-1e300, 10**30), round(float("inf"), -10**30))
for base in (2**100, -2**100, 2**63, 37, 1):
    show(f"base {base}", lambda: int("42", base))
for bad in (b"12\xa0", b"\xa012", b"1\xb2"):
    show(f"int({bad!r})", lambda: int(bad))
class Power(int):
    def __pow__(self, other, modulus=None):
        return f"{int(self)} ** {other} % {modulus}"
print(pow(Power(2), 3, 5), pow(Power(2), 3), pow(2, Power(3), 5), pow(True, 7, 5), pow(7, True, True))
