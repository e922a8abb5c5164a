"""Floor division and remainder of large integers, with signs and awkward divisors."""
def check(a, b):
    q, r = divmod(a, b)
    assert q * b + r == a and (0 <= r < b or b < r <= 0), (a, b)
    assert q == a // b and r == a % b
    return q, r


base = 2**64
numbers = [base - 1, base, base + 1, base**2 - 1, base**3 + 1, base**4 // 3, 10**77, 7**90, (base - 1) ** 5]
for a in numbers:
    for b in numbers:
        for sa, sb in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
            q, r = check(sa * a, sb * b)
            if abs(q) < 10**25 and sa != sb and q not in (0, -1):
                print(q, r)
print(check((base - 1) * base**3 + base - 2, (base - 1) * base + base - 1))
print(check(2**128 - 1, 2**64 - 1), check(2**192, 2**64 + 3), check(2**191 - 1, 2**127 - 1))
print(10**400 // (10**200 + 7) % 10**30, 10**400 % (10**200 + 7) % 10**30)
print(-10**30 // 7, -10**30 % 7, 10**30 // -7, 10**30 % -7, 5 // 10**30, -5 // 10**30, -5 % 10**30)
