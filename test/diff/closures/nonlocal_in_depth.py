"""nonlocal through several levels, shared cells, deletion, comprehension captures, class bodies between functions."""


def counter():
    count = 0

    def up(step=1):
        nonlocal count
        count += step
        return count

    def down():
        nonlocal count
        count -= 1
        return count

    def peek():
        return count

    def reset():
        nonlocal count
        del count

    return up, down, peek, reset


up, down, peek, reset = counter()
print(up(), up(5), down(), peek())
reset()
for attempt in (peek, up, reset):
    try:
        attempt()
    except NameError as error:
        print(type(error).__name__, error)


def levels():
    x = "level 0"

    def one():
        def two():
            nonlocal x
            x = "set by two"

            def three():
                nonlocal x
                x += " and three"
            three()
        two()
        return x
    return one(), x


print(levels())


def with_class():
    y = "outer"

    class K:
        y = "class"
        captured = [y for _ in range(1)]
        z = (lambda: y)()

        def method(self):
            return y

        def change(self):
            nonlocal y
            y = "changed"

    k = K()
    k.change()
    return K.captured, K.z, k.method(), K.y, y


print(with_class())


def captures():
    functions = []
    for i in range(3):
        def f():
            return i
        functions.append(f)
    i = 100
    return [f() for f in functions], [g() for g in [lambda: j for j in range(3)]], [g() for g in [lambda j=j: j for j in range(3)]]


print(captures())


def generator_cell():
    total = 0

    def add(n):
        nonlocal total
        total += n

    def values():
        for n in range(4):
            add(n)
            yield total
    return list(values()), total


print(generator_cell())


def parameter_cell(a, *args, b=2, **kw):
    def change():
        nonlocal a, args, b, kw
        a, args, b, kw = a + 1, args + (9,), b * 2, {**kw, "new": 1}
    change()
    return a, args, b, kw


print(parameter_cell(1, 2, 3, z=1))


def exception_cell():
    try:
        raise ValueError("x")
    except ValueError as e:
        read = lambda: e
        print(read())
    try:
        read()
    except NameError as error:
        print(error)


exception_cell()


def self_reference():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact


print(self_reference()(20))
print((lambda f: f(f, 10))(lambda f, n: n if n < 2 else f(f, n - 1) + f(f, n - 2)))
