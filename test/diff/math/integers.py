# math's functions over ints: words, ints of many words, and what lies between; edges and errors.
import math
import random

random.seed(17)


class Index:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


class Number(int):
    pass


def say(function, *args):
    try:
        result = function(*args)
        print(function.__name__, str(args)[:60], type(result).__name__, result)
    except Exception as error:
        print(function.__name__, str(args)[:60], type(error).__name__, error)


EDGES = [0, 1, 2, 3, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**61 - 1, 2**61, 2**62, 2**63 - 1, 2**63, 2**63 + 1,
         2**64 - 1, 2**64, 2**64 + 1, 2**95, 2**96 - 1, 2**96, 2**127, 2**128 - 1, 2**128 + 1, 10**40]
for a in EDGES:
    print(a, math.isqrt(a), math.isqrt(a * a), math.isqrt(a * a + 2 * a), math.isqrt(max(a * a - 1, 0)))
    for b in EDGES:
        assert math.gcd(a, b) == math.gcd(-a, b) == math.gcd(b, -a)
    print([math.gcd(a, b) for b in EDGES])


def euclid(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


bits = [5, 20, 31, 33, 60, 62, 63, 64, 65, 90, 128, 130, 200, 500, 1000, 3000]
total = 0
for first in bits:
    for second in bits:
        for common in (1, 40, 70, 300):
            g = random.getrandbits(common) | 1
            a = random.getrandbits(first) * g
            b = random.getrandbits(second) * g
            assert math.gcd(a, b) == euclid(a, b), (a, b)
            assert math.lcm(a, b) * math.gcd(a, b) == a * b
            total += math.gcd(a, -b) % 1000003
print(total)
x, y = 1, 1
for i in range(400):  # the quotients of these are all 1
    x, y = x + y, x
print(math.gcd(x, y), math.gcd(x * 12, y * 18), math.gcd(x * y, y * (x - y)) == y)
print(math.gcd(2**400, 2**333), math.gcd(2**400, 3**200), math.gcd(3**300, 3**299 * 2) == 3**299)
print(math.gcd(2**500 + 1, 1), math.gcd(2**500, 0) == 2**500, math.gcd(), math.gcd(-7), math.gcd(6, 10, 15))

for size in bits + [66, 67, 68, 126, 127, 129, 191, 192, 193, 255, 256, 257, 511, 512, 513, 1023, 1025, 4000]:
    for _ in range(6):
        n = random.getrandbits(size) | 1 << (size - 1)
        root = math.isqrt(n)
        assert root * root <= n < (root + 1) * (root + 1), n
        assert math.isqrt(n * n) == n and math.isqrt(n * n - 1) == n - 1
        total = total * 31 + root & 0xffffffffffff
print(total)

for n in range(0, 140, 3):
    print(n, [math.comb(n, k) for k in (0, 1, 2, n // 3, n // 2, n - 1 if n else 0, n, n + 1)])
for n in range(61, 130):
    for k in range(n + 1):
        expected = math.factorial(n) // (math.factorial(k) * math.factorial(n - k))
        assert math.comb(n, k) == expected, (n, k)
print(math.comb(1000, 3), math.comb(10**30, 2), math.comb(2**62, 3), math.comb(500, 250))
print(math.comb(True, 1), math.comb(Index(5), Index(2)), math.gcd(Index(12), True), math.isqrt(Index(17)))
print(math.isqrt(True), type(math.isqrt(Number(81))), type(math.gcd(Number(8), Number(12))), type(math.gcd(Number(8))))
say(math.gcd, 1.5, 2)
say(math.gcd, 2, '3')
say(math.isqrt, -1)
say(math.isqrt, -2**70)
say(math.isqrt, 2.0)
say(math.isqrt)
say(math.comb, -1, 2)
say(math.comb, 2, -1)
say(math.comb, 3, 2.0)
say(math.comb, 10**30, 10**29)
say(math.comb, 5)
try:
    math.gcd(Index("x"))
except TypeError as error:
    print(error)
