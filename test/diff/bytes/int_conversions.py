"""int.to_bytes, int.from_bytes, bytes comparison, repetition, iteration."""

for value in (0, 1, 255, 256, -1, -128, -129, 2**63, -(2**63), 10**20):
    for order in ("big", "little"):
        for signed in (False, True):
            try:
                data = value.to_bytes(9, order, signed=signed)
                print(value, order, signed, data.hex(), int.from_bytes(data, order, signed=signed))
            except OverflowError as error:
                print(value, order, signed, error)
print((5).to_bytes(), (5).to_bytes(2), (5).to_bytes(length=3, byteorder="little"), int.from_bytes(b"\x01\x00"), int.from_bytes([1, 2, 3], "big"), int.from_bytes(bytearray(b"\xff"), signed=True))
for case in (lambda: (256).to_bytes(1, "big"), lambda: (1).to_bytes(-1, "big"), lambda: (1).to_bytes(1, "middle"), lambda: (1).to_bytes(1, 5), lambda: int.from_bytes("ab", "big"), lambda: int.from_bytes(5, "big"), lambda: int.from_bytes(b"a", "x"),
             lambda: (1).to_bytes("1", "big"), lambda: (-1).to_bytes(1, "big"), lambda: int.from_bytes()):
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
print(int.from_bytes(b"", "big"), (0).to_bytes(0, "big"), True.to_bytes(1, "big"))


class Number(int):
    pass


print(type(Number.from_bytes(b"\x05", "big")).__name__, Number(7).to_bytes(1, "big"))
