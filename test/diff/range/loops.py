"""for loops over ranges: nested, negative steps, changed variables, huge bounds, early exits."""
for i in range(3):
    print(i, end=" ")
    i = 100
print(i)
for i in range(5, 0, -2):
    for j in range(i, i + 3):
        print(i * j, end=" ")
print(i, j)
for i in range(0):
    print("never")
else:
    print("else of empty", i)
n = 3
for i in range(n):
    n += 10
print(i, n)
total = 0
for i in range(10**18, 10**18 + 1000, 7):
    total += i
print(total)
for i in range(2**62 - 2, 2**62 + 2):
    print(i, end=" ")
print()
for i in range(-(2**63) + 1, -(2**63) - 2, -1):
    print(i, end=" ")
print()
for big in range(10**30):
    if big == 3:
        break
print(big)
def triangle(n):
    return sum(i * j for i in range(n) for j in range(i))
print(triangle(60), [x for x in range(20) if x % 3 == 0], [(a, b, c) for a in range(1, 20) for b in range(a, 20) for c in range(b, 20) if a * a + b * b == c * c])
a, b = 1, 10
step = 3
print([*range(a, b, step)], [*range(b, a, -step)], list(zip(range(3), range(10, 0, -5))), list(enumerate(range(5, 8))), list(map(lambda x: x * x, range(4))))
for i in range(3): print(i, "one line"); last = i
while last in range(10): last += 3
print(last)
for x.y in [] if False else ():
    pass
for (p, q), r in zip(zip(range(2), range(2)), range(2)):
    print(p, q, r)
d = {}
for d["key"] in range(4):
    pass
print(d)
