"""Shifts and bit operations on negative and large integers."""
numbers = [0, 1, 5, -1, -6, 255, 2**40 + 12345, -(2**40) - 999, 2**100 - 1, -(2**100)]
for a in numbers:
    print(a, a << 3, a >> 3, a >> 200, ~a, a.bit_length(), a.bit_count())
for a in numbers:
    print([a & b for b in numbers[3:]])
    print([a | b for b in numbers[:6]])
    print([a ^ b for b in numbers[5:]])
print(1 << 62, 1 << 63, 1 << 64, 1 << 65, (1 << 200) >> 195)
print(-1 >> 1000, -1 << 70, 3 << 61, -3 << 61)
print((-5) & 0xFF, (-5) & 0xFFFFFFFFFFFFFFFFFFFF, True & 6, True | 6, True ^ True, False | True)
print(type(True & True), type(True & 1), type(True ^ False))
mask = 0
for bit in (0, 7, 31, 32, 61, 62, 63, 64, 127):
    mask |= 1 << bit
print(mask, bin(mask), [i for i in range(130) if mask >> i & 1])
