"""Generator expressions: evaluation time, scopes, nesting, conditions, errors inside, laziness."""


def log(value):
    print("  log", value)
    return value


x = 10
gen = (x * i for i in log(range(3)))
x = 100
print(list(gen))
print(sum(i * j for i in range(4) if i % 2 for j in range(i) if j), list((i, j) for i in "ab" for j in range(2)))
lazy = (log(i) for i in range(3))
print("nothing yet")
print(next(lazy), next(lazy))


class K:
    items = [1, 2, 3]
    factor = 2
    first = list(i for i in items)
    try:
        second = list(i * factor for i in items)
    except NameError as error:
        second = str(error)


print(K.first, K.second)
try:
    (i for i in 5)
except TypeError as error:
    print(error)
bad = (1 / i for i in (1, 0, 2))
try:
    for value in bad:
        print(value)
except ZeroDivisionError as error:
    print(error, list(bad))
print(list((yield_ for yield_ in "ok")), max((len(w) for w in "a bb ccc".split()), default=0), dict((k, v) for k, v in zip("ab", (1, 2))), tuple(i for i in range(3)), ",".join(str(i) for i in range(3)))
matrix = [[1, 2], [3, 4]]
print([[row[i] for row in matrix] for i in range(2)], {i: {j for j in range(i)} for i in range(3)}, [a for a in [b for b in range(3)] if a], [lambda: i for i in range(1)][0]())
print([y := 5, y ** 2], [last := i for i in range(3)], last, any((found := n) > 2 for n in range(5)), found)


def scope():
    values = []
    result = [values.append(n) or n for n in range(3)]
    total = 0
    total = sum(total + n for n in result)
    return values, total, [n for n in "shadow" if n > "m"], "n" in locals()


print(scope())
iterator = iter([1, 2, 3, 4])
print([(a, b) for a, b in zip(iterator, iterator)], list(zip(*[iter("abcdef")] * 2)))
g = (c for c in "abc")
print(g.__name__, g.__qualname__, type(g).__name__, next(g), g.gi_running, "c" in g, list(g))
