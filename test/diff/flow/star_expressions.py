"""Stars in calls, displays and subscripts: order, duplicates, errors."""


def f(*args, **kwargs):
    return args, kwargs


a, b, d = [1, 2], (3,), {"x": 1}
print([*a, 0, *b], (*a, *b), {*a, *b, 1}, {**d, "y": 2, **{"x": 3}}, [*"ab", *range(2), *{5: 6}])
print(f(*a, 10, *b, k=1, **d, **{"z": 2}), f(*[]), f(**{}), f(*(), *"q"))
print(*a, *b, sep="-")
trace = []


def note(name, value):
    trace.append(name)
    return value


f(note("a", 1), *note("b", [2]), k=note("c", 3), *note("d", [4]), **note("e", {"m": 5}))
print(trace)
for action in (lambda: f(**{"a": 1}, a=2), lambda: f(**{1: 2}), lambda: f(*5), lambda: f(**5), lambda: [*None],
               lambda: {**[1]}, lambda: f(**{"a": 1}, **{"a": 2}), lambda: print(*1, 2)):
    try:
        print(action())
    except TypeError as error:
        print("TypeError:", error)


def g(a, /, b, *c, d=4, **e):
    return a, b, c, d, e


print(g(*[1, 2, 3], d=5, f=6), g(1, **{"b": 2, "a": 3}), g(*"xyz"))
head, *tail = *a, *b, 9
print(head, tail)
result = *a, 7
print(result)


class Sub:
    def __getitem__(self, key):
        return key


print(Sub()[*a], Sub()[1, *b, 2:3])
for row in *a, *b:
    print(row, end=" ")
print()


def ret():
    return *a, *b


def gen():
    yield *a, "y"


print(ret(), list(gen()), dict(**d, q=1), max(*a, *b), "{} {}".format(*a), "%s %s" % (*a,))


class Keys:
    def keys(self):
        return ["k1", "k2"]

    def __getitem__(self, key):
        return key.upper()


print(f(**Keys()), {**Keys()}, dict(Keys()))
