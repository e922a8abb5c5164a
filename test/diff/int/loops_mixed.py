"""Loops whose integers change kind: small to big and back, int to float, bool to int."""
def collatz(n):
    steps = top = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        top = max(top, n)
        steps += 1
    return steps, top


print([collatz(n) for n in (27, 97, 871, 837799, 2**64 + 1)])


def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


for n in (0, 1, 10, 90, 91, 92, 93, 94, 200):
    print(n, fib(n), fib(n) % 10**9)


def mixed(n):
    x = True
    for i in range(n):
        if i % 3 == 0:
            x = x + 1
        elif i % 3 == 1:
            x = x * 2**20
        elif i % 7 == 2:
            x = x / 3
    return x


for n in (1, 2, 3, 8, 9, 10, 14):
    print(n, mixed(n), type(mixed(n)).__name__)
h = 14695981039346656037
for c in b"hash me, please":
    h = ((h ^ c) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
print(h, hex(h))
total = 0
for i in range(100000):
    total += i * i
print(total, total - 2**48)
