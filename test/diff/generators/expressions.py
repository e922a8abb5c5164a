"""Generator expressions: lazy, with the first iterable evaluated at once, scopes of their own."""


def loud(values):
    print("  making the source")
    for value in values:
        print("  producing", value)
        yield value


squares = (value * value for value in loud([1, 2, 3]))
print("made")
print(next(squares))
print(list(squares))
try:
    broken = (value for value in 5)
except TypeError as error:
    print("TypeError at once:", error)
late = (x / y for x in [1] for y in [0])
try:
    next(late)
except ZeroDivisionError as error:
    print("later:", error)

value = "outer"
print([value for value in "ab"], list(value for value in "cd"), value)
limit = 3
below = (n for n in range(10) if n < limit)
limit = 5
print(list(below))
chain = (n + 1 for n in (n * 2 for n in (n for n in range(4))))
print(sum(chain), sum(chain))
pairs = ((i, j) for i in range(4) if i % 2 for j in range(i) if j != 1)
print(list(pairs), list(pairs))
print(any(n > 3 for n in range(10)), all(n < 3 for n in range(10)), max((len(w), w) for w in ["aa", "b"]))
functions = [(lambda: n) for n in range(3)]
print([f() for f in functions])
generator = (n for n in range(3))
print(generator.__name__, type(generator).__name__)
generator.close()
print(list(generator), dict((k, v) for v, k in enumerate("ab")), {c for c in "aab"} == {"a", "b"})
