"""Comprehensions: scopes, closures, order of evaluation, nesting, walrus."""

x = "outer"
print([x for x in range(3)], x)
print({x: y for x in range(3) for y in range(x)}, {x % 2 for x in range(5)})
print([(x, y) for x in range(4) if x % 2 for y in range(x) if y])
print([[x * y for y in range(x)] for x in range(4)])
print([y for x in [1, 2, 3] for y in [x * x] if y > 1])

lambdas = [lambda: i for i in range(3)]
print([f() for f in lambdas])
print([f() for f in [lambda i=i: i for i in range(3)]])
print([[f() for f in [lambda: (i, j) for j in range(2)]] for i in range(2)])


def outer(n):
    k = 10
    inner = [lambda: (k, m) for m in range(n)]
    k = 20
    return [f() for f in inner], [k + m for m in range(n)]


print(outer(2))


def walrus(values):
    found = [last := value for value in values if value > 1]
    return found, last, any((witness := value) > 2 for value in values), witness


print(walrus([1, 2, 3, 4]))

total = 0
print([total := total + v for v in range(5)], total)


class Body:
    items = [1, 2]
    doubled = [item * 2 for item in items]
    made = {name: value for name, value in zip("ab", items)}
    count = sum(1 for _ in items)


print(Body.doubled, Body.made, Body.count, hasattr(Body, "item"))


def note(value):
    print("note", value)
    return value


print({note(k): note(v) for k, v in [(1, 2), (3, 4)] if note(k)})
print([note(a) + note(b) for a in [1, 2] for b in [note(10)]])

generator = (note(v) for v in [1, 2, 3])
print(next(generator))
print(list(generator))
print(sum(v * v for v in range(10)), max((len(w), w) for w in ["a", "bcd", "ef"]))


def late():
    values = [1, 2, 3]
    squares = (v * factor for v in values)
    factor = 5
    values = [9]
    return list(squares)


print(late())


def unbound():
    return [a for a in range(2) for b in range(missing) for missing in [1]]


try:
    unbound()
except UnboundLocalError as error:
    print(error)


def second_run_is_fresh(run):
    out = []
    for _ in range(2):
        try:
            out.append([late_name for v in run for late_name in ([v] if v else [late_name])])
        except UnboundLocalError as error:
            out.append(str(error))
    return out


print(second_run_is_fresh([1, 0]), second_run_is_fresh([0]))


def consume(source):
    out = []
    for item in (i * i for i in source if i % 2):
        if item > 20:
            break
        out.append(item)
    else:
        out.append("all")
    return out, list(source)


print(consume(iter(range(10))), consume(iter(range(3))))


def star(*args, **kwargs):
    return args, kwargs


print(star(*[i for i in range(3)], **{c: ord(c) for c in "ab"}))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [value for row in matrix for value in row])
print([(a, b, c) for (a, b), *c in [((1, 2), 3, 4), ((5, 6),)]])
target = [None] * 3
print([v for target[v] in range(3) for v in [0]][:1] if False else target)
