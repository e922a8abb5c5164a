"""for and while with else, break and continue, nested and with changing bounds."""
for i in range(3):
    if i == 5:
        break
else:
    print("no break")
n = 0
while n < 10:
    n += 1
    if n % 2:
        continue
    if n == 8:
        print("break at", n)
        break
else:
    print("never")
while n:
    n -= 4
else:
    print("while else", n)


def search(matrix, wanted):
    for row, cells in enumerate(matrix):
        for column, cell in enumerate(cells):
            if cell == wanted:
                break
        else:
            continue
        return row, column
    return None


print(search([[1, 2], [3, 4]], 3), search([[1]], 9))
for target in []:
    pass
try:
    target
except NameError as error:
    print("NameError:", error)
items = [1, 2, 3]
for item in items:
    if item < 3:
        items.append(item + 10)
print(items)
for i in range(5):
    i += 10
print(i)
total = 0
for i in range(10, 0, -3):
    for j in range(i):
        if j > 3:
            break
        total += i * j
print(total, i, j)
for a, *b in [(1, 2, 3), "xyz", [4]]:
    print(a, b)
for index, (key, value) in enumerate({"x": 1, "y": 2}.items(), start=5):
    print(index, key, value)
for x in 1, 2, 3:
    print(x, end=" ")
else:
    print("tuple done")
i = 10 ** 20
while i > 10 ** 19:
    i //= 2
print(i)
big = [n for n in range(10 ** 30, 10 ** 30 + 3)]
print(big[-1] - big[0], [*reversed(range(0, 10, 4))], list(zip(range(3), "ab")))
