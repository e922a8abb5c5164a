"""Float operators: floor division, modulo, power, signed zeros, infinities and NaN."""
inf, nan = float("inf"), float("nan")
values = [0.0, -0.0, 1.5, -1.5, 2.0, -7.25, 1e300, inf, -inf, nan]
for a in values:
    line = []
    for b in values:
        line.append((a + b, a * b))
    print(a, line)
for a in (7.5, -7.5, 0.0, 1e17):
    for b in (2.0, -2.0, 0.3, inf, -inf):
        print(a, b, a // b, a % b, divmod(a, b))
print(2.0 ** 0.5, 2.0 ** -2, (-8.0) ** 3, 0.0 ** 0, nan ** 0, 1 ** nan, inf ** -1, 4 ** 0.5, 10 ** -3)
print((-8) ** (1 / 3))
print(-0.0 == 0.0, str(-0.0), 0.0 * -1, abs(-0.0), -0.0 + 0.0, 1 / inf, 1 / -inf, inf - inf, inf == inf, nan == nan, nan != nan)
print(nan < 1, nan > 1, 1 < inf, -inf < -1e308, max(1.0, nan), max(nan, 1.0), sorted([3.5, -inf, inf, 0.0]))
x = 1.0
x += 2; x *= 3; x -= 0.5; x /= 4; x //= 0.5; x **= 2; x %= 7
print(x, type(x), 1 + 1.0, 3 * 0.1, 1 - True * 0.5, 7 // 2.0, 7 % 2.5, True + 0.5)
try:
    print(10.0 ** 400)
except OverflowError as error:
    print("OverflowError:", error)
try:
    print(1e300 * 10 ** 400)
except OverflowError as error:
    print("OverflowError:", error)
