"""tuple: methods, operators, comparison, hashing, immutability, and each error's words."""

t = (1, 2, [3], "x", 2)
print(t.count(2), t.index(2), t.index(2, 2), t + (5,), t * 2, 0 * t, t[1:3], t[::-1], len(t), 2 in t, 9 not in t, t == (1, 2, [3], "x", 2))
print((), (1,), tuple("ab"), tuple({1: 2}), tuple(range(3)), (1, 2) < (1, 3), (1,) < (1, 0), (2,) > (1, 5), () < (0,), hash((1, 2)) == hash((1, 2)), min((3, 1)), sum((1, 2), 3))
cases = [lambda: t.index(99), lambda: t.index(), lambda: t.count(), lambda: t[10], lambda: t["a"], lambda: t[1.5], lambda: t.append(1), lambda: t + [1], lambda: t * "a", lambda: t < 5, lambda: hash(t), lambda: (1, "a") < (1, 2), lambda: tuple(5), lambda: tuple(1, 2), lambda: t.__setitem__, lambda: -t, lambda: tuple(x=1), lambda: t - t]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
try:
    t[0] = 5
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
try:
    t[2] += [4]
except TypeError as error:
    print(error, t)
u = t
u += (1,)
print(u is t, len(u), t * 1 is t, t[:] is t, tuple(t) is t)


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]

    def __repr__(self):
        return f"Pair{super().__repr__()}"


p = Pair(1, 2)
a, b = p
print(p, p.first, a, b, p == (1, 2), type(p + (3,)).__name__, type(p[:]).__name__, {p: 1}[1, 2], p.__class__.__mro__[1].__name__)
p.note = "tuples with attributes"
print(p.__dict__)
