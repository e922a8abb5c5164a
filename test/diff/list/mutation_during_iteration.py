"""Lists that change while they are iterated over, and iterators that are used up."""
a = [1, 2, 3, 4]
for x in a:
    if x % 2:
        a.append(x + 3)
    if len(a) > 8:
        break
print(a)
a = list(range(10))
for x in a:
    if x % 2 == 0:
        a.remove(x)
print(a)
a = list(range(6))
seen = []
for x in a:
    seen.append(x)
    a.pop()
print(seen, a)
a = [1, 2, 3]
it = iter(a)
print(next(it), next(it))
a.append(4)
print(next(it), next(it), next(it, "done"))
a.append(5)
print(next(it, "still done"), it.__length_hint__())
r = reversed(a)
a.append(6)
print(next(r), list(r), list(r))
b = [0, 0, 0]
i = 1
i, b[i] = 2, "x"
print(i, b)
b[0], b[1], b[2] = b[2], b[0], b[1]
print(b)
for i in range(3):
    for j in b:
        if j == "x":
            b.insert(0, i)
            break
print(b)
a = [1, 2, 3]
a[:] = (x * 2 for x in a)
print(a)
a.extend(a)
print(a)
for i, x in enumerate(a):
    a[i] = x if i == 0 else a[i - 1] + x
print(a)
def deleting():
    items = [1, 2, 3]
    for item in items:
        items.clear()
        yield item, items
print(list(deleting()))
