"""Products of integers of many sizes, checked by identities and printed by digest."""
def digest(n):
    n = abs(n)
    text = str(n)
    return f"{len(text)} digits {text[:12]}...{text[-12:]} mod {n % 998244353}"


def sequence(length, seed):
    n = 0
    for _ in range(length):
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        n = n << 64 | seed
    return n


for la, lb in [(1, 1), (1, 2), (2, 3), (5, 40), (40, 40), (33, 65), (100, 101), (150, 7), (110, 111)]:
    a, b = sequence(la, 1), sequence(lb, 2)
    p = a * b
    print(la, lb, digest(p))
    print(p == b * a, (a + 1) * b - p == b, -a * b == -p, (a - b) * (a + b) == a * a - b * b, p // a == b, p % b)
print(digest((10 ** 50 - 1) ** 2), (10 ** 25 - 1) ** 2)
print((2**521 - 1) * (2**607 - 1) % (10**20))
