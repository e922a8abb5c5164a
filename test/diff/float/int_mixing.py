"""Mixed integer and float arithmetic where exactness matters."""
print(2**53 + 1.0, (2**53 + 1) / 1, 10**22 / 10**21, 10**400 // 10**399, 10**400 / 10**399, (2**200 + 1) / 2**199)
print(1 / 3, 10**30 / 7, -7 / 2, 2**1000 / 2**999, 5 / 10**400, -(10**20) / 3, 1 / 49 * 49)
for a, b in ((10**400, 3), (10**400, 1.0), (1.0, 10**400)):
    try:
        print(a / b)
    except OverflowError as error:
        print("OverflowError:", error)
print(3 == 3.0, 3 in [3.0], [3.0].index(3), {3.0: 1}[3], 2**60 + 1 == float(2**60), 0.1 + 0.7, 7 * 0.1, 0.7 * 10)
acc = 0
for i in range(1, 2001):
    acc += 1 / i if i % 2 else -1 / i
print(acc)
def newton(n):
    x = n
    for _ in range(30):
        x = (x + n / x) / 2
    return x
print(newton(2), newton(10**10), newton(0.04))
def integrate(f, a, b, n):
    h = (b - a) / n
    return h * (0.5 * f(a) + sum(f(a + i * h) for i in range(1, n)) + 0.5 * f(b))
print(integrate(lambda x: x * x, 0, 3, 1000), integrate(lambda x: 1 / x, 1, 2, 500))
value, count = 1.0, 0
while value + 1.0 != value:
    value *= 2; count += 1
print(value, count, int(value) == 2**count)
