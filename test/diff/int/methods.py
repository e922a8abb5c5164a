"""Methods and attributes of int, and the special methods called directly."""
n = 1234567
print(n.bit_length(), n.bit_count(), n.numerator, n.denominator, n.real, n.imag, n.conjugate())
print(n.to_bytes(3, "big"), n.to_bytes(5, "little"), (-2).to_bytes(2, "big", signed=True), (5).to_bytes())
print(int.from_bytes(b"\x01\x02\x03", "big"), int.from_bytes(b"\xff\xfe", "little"),
      int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 0, 0, 0, 0, 0, 0, 0, 0], "big"))
for args in [(1,), (2, "big")]:
    try:
        print((70000).to_bytes(*args))
    except OverflowError as error:
        print("OverflowError:", error)
try:
    (-1).to_bytes(2, "big")
except OverflowError as error:
    print("OverflowError:", error)
print((255).__add__(1), (3).__radd__(4), (3).__add__(1.5), (7).__divmod__(2), (5).__lt__(6), (5).__eq__("5"))
print((10).__index__(), (10).__bool__(), (0).__bool__(), (6).__rsub__(10), (2).__pow__(5, 7), (-9).__abs__())
print((7).as_integer_ratio(), (12).__format__("05d"), (12).__str__(), (3).__float__(), (3).__round__(), (1789).__round__(-2))
print(isinstance(True, int), issubclass(bool, int), type(5).__name__, int.__name__, bool.__mro__)
print(round(15, -1), round(25, -1), round(35, -1), round(-15, -1), round(12345, -2), round(5, -1), round(5, 3), round(10**30 + 5, -1))
print(divmod(-1, 2**70), hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(2**100))

# every size of bytes around that of a word, both orders, at the ends of the range
for size in (0, 1, 2, 7, 8, 9, 16, 32, 33):
    for number in (0, 1, -1, 127, 128, -128, -129, 255, 256, 2 ** 31, -2 ** 31, 2 ** 61, 2 ** 62 - 1, 2 ** 62, -2 ** 62, 2 ** 63 - 1, 2 ** 63, -2 ** 63, 2 ** 64 - 1, 2 ** 64, True):
        for order in ('big', 'little'):
            for signed in (False, True):
                try:
                    data = number.to_bytes(size, order, signed=signed)
                    print(size, number, order, signed, data, int.from_bytes(data, order, signed=signed), int.from_bytes(data, order))
                except OverflowError as error:
                    print(size, number, order, signed, error)
print([f(n) for f in (hex, oct, bin) for n in (0, 5, -5, True, 2 ** 64, -2 ** 70)])
