"""Cells: __closure__, cell_contents, sharing, late filling, closures in comprehensions, defaults, recursion and classes."""

import types


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def counter(start=0):
    count = start

    def up(by=1):
        nonlocal count
        count += by
        return count

    def down(by=1):
        nonlocal count
        count -= by
        return count

    return up, down


up, down = counter(10)
print(up(), up(5), down(2), up.__closure__[0] is down.__closure__[0], up.__closure__[0].cell_contents, up.__code__.co_freevars)
up.__closure__[0].cell_contents = 100
print(down(), counter()[0](), type(up.__closure__[0]).__name__, len(up.__closure__), counter.__closure__)
cell = types.CellType(5)
print(cell.cell_contents, cell == types.CellType(5), cell != types.CellType(6), cell < types.CellType(6))
del cell.cell_contents
attempt(lambda: cell.cell_contents)
attempt(lambda: types.CellType().cell_contents)
attempt(lambda: types.CellType(1, 2))


def late():
    def inner():
        return value
    print(inner.__closure__[0] == types.CellType(), end=" ")
    attempt(inner)
    value = "filled"
    return inner


print(late()())


def many():
    a, b, c = 1, 2, 3

    def f():
        return c, a

    def g():
        def h():
            return b
        return h
    return f, g


f, g = many()
print(f.__code__.co_freevars, [c.cell_contents for c in f.__closure__], g.__code__.co_freevars, g()())


def by_loop():
    late, early, by_factory = [], [], []
    for i in range(3):
        late.append(lambda: i)
        early.append(lambda i=i: i)
        by_factory.append((lambda j: lambda: j)(i))
    return [f() for f in late], [f() for f in early], [f() for f in by_factory], [(lambda: k)() for k in range(3)], [f() for f in [lambda: k for k in range(3)]]


print(by_loop())


def parameters(a, *args, b=2, **rest):
    def show():
        return a, args, b, rest

    def change():
        nonlocal a, args, b, rest
        a, args, b, rest = "A", ("B",), "C", {"d": "D"}
    before = show()
    change()
    return before, show(), (a, args, b, rest)


print(parameters(1, 2, 3, b=4, c=5))


def make_recursive():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    other = fact
    fact = lambda n: "replaced"
    return other(3)


attempt(make_recursive)


def mutual():
    def even(n):
        return n == 0 or odd(n - 1)

    def odd(n):
        return n != 0 and even(n - 1)
    return even, odd


even, odd = mutual()
print(even(10), odd(7), even(7))


def accumulate():
    total = []

    class Adder:
        start = len(total)

        def add(self, x):
            total.append(x)
            return self

        @staticmethod
        def current():
            return total

        def clear(self):
            nonlocal total
            total = []
    return Adder


adder = accumulate()()
print(adder.add(1).add(2).current(), adder.start)
adder.clear()
print(adder.current(), accumulate()().current())


def generator():
    state = 0

    def look():
        return state
    for state in range(3):
        yield look
    state = "done"
    yield look


looks = list(generator())
print([look() for look in looks], len({id(look) for look in looks}))
for look in generator():
    print(look(), end=" ")
print()


def exception_cell():
    try:
        raise ValueError("x")
    except ValueError as error:
        get = lambda: error
        print(get())
    return get


attempt(exception_cell())


def with_cell():
    with open("/dev/null") as handle:
        get = lambda: handle.closed
        before = get()
    return before, get()


print(with_cell())


def walrus():
    functions = [(lambda: y) for x in range(3) if (y := x * 2) >= 0]
    return [f() for f in functions], y


print(walrus())


def deep(n):
    def level1():
        def level2():
            def level3():
                nonlocal n
                n += 1
                return n
            return level3
        return level2
    return level1()()


step = deep(5)
print(step(), step(), deep(1)())


class Meta(type):
    def __new__(mcs, name, bases, namespace):
        captured = namespace.get("value")
        namespace["get"] = lambda self: captured
        return super().__new__(mcs, name, bases, namespace)


class Captured(metaclass=Meta):
    value = 7


Captured.value = 8
print(Captured().get(), Captured.value)
functions = {name: (lambda name: lambda *a: (name, *a))(name) for name in "abc"}
print(functions["b"](1, 2), {k: v() for k, v in functions.items()})
compose = lambda *fs: (lambda x: x) if not fs else (lambda x: fs[0](compose(*fs[1:])(x)))
print(compose(str, abs, int)("-5"), compose()(1))
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *args: y(y)(*args)))
print(Y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10))
