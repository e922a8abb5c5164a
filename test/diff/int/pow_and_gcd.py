"""pow with two and three arguments, factorials, gcd and isqrt on large numbers."""
import math

print(pow(2, 100), pow(2, 100, 10**9 + 7), pow(3, 10**18, 10**9 + 7), pow(7, -1, 31), pow(-3, 5, 7))
print(pow(10, 50, 10**25 + 13), pow(2**70, 2**70, 2**64 - 59), pow(5, 0, 1), pow(5, 0, -3), pow(2, 10, -1000))
print(pow(38, -2, 97), pow(12345678901234567890, -1, 998244353))
print([math.factorial(n) for n in (0, 1, 5, 20, 21, 30)], math.factorial(200) % (2**89 - 1))
print(math.gcd(2**80 * 3**20, 6**40), math.gcd(0, -12), math.gcd(), math.gcd(12, 18, 27), math.lcm(4, 6, 10), math.lcm(2**40, 3**30))
print([math.isqrt(n) for n in (0, 1, 2, 15, 16, 10**40, 2**101)], math.comb(100, 50), math.perm(20, 7), math.comb(5, 9))
def is_probable_prime(n, bases=(2, 3, 5, 7, 11, 13)):
    if n < 2 or any(n % p == 0 and n != p for p in bases):
        return False
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for base in bases:
        x = pow(base, d, n)
        if x in (1, n - 1) or n == base:
            continue
        if not any((x := x * x % n) == n - 1 for _ in range(s - 1)):
            return False
    return True
print([p for p in range(60) if is_probable_prime(p)])
print([e for e in range(2, 280) if is_probable_prime(2**e - 1)])
try:
    pow(2, -1, 10)
except ValueError as error:
    print(error)
