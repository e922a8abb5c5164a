"""Integer operators over all signs: floor division and modulo round towards minus infinity."""
values = [0, 1, -1, 2, -3, 7, -7, 100, 2**31, -(2**31), 2**62, -(2**62)]
for a in values:
    row = []
    for b in values:
        row.append(a + b - a * b)
    print(a, sum(row), max(row), min(row))
for a in (7, -7, 0, 13, -13):
    for b in (3, -3, 5, -5):
        q, r = divmod(a, b)
        print(a, b, a // b, a % b, (q, r), q * b + r == a, a / b)
print(2 ** 10, (-2) ** 3, 2 ** -1, 0 ** 0, (-3) ** 2, -3 ** 2, 7 ** 0)
print(+5, -5, ~5, ~-1, ~0, - -5, abs(-17), abs(0))
x = 10
x += 3; x -= 1; x *= 4; x //= 5; x %= 7; x **= 3; x <<= 4; x >>= 2; x |= 1; x &= 0xFF; x ^= 0x0F
print(x)
print(True + True, True * 7, False - 1, -True, ~True, True / 2, True // 2, int(True), True == 1)

print(round(5, None), round(True, None), round(2.5, None), (2.5).__round__(None))
for number in (5, True, 10**30):
    try:
        print(number.__round__(None))
    except TypeError as error:
        print(error)
