"""Tuples: construction, methods, immutability, comparison, hashing and repr."""
print((), (1,), (1, 2), tuple(), tuple("abc"), tuple([1, [2]]), tuple(range(3)), 1, (2), (3,), len((1, 2)), type(()).__name__)
t = (3, 1, 2, 3)
print(t + (4,), t * 2, 2 * t, t[0], t[-1], t[1:3], t[::-1], t.count(3), t.index(2), t.index(3, 1), 3 in t, 9 not in t, max(t), sorted(t))
for action in (lambda: t[9], lambda: t["a"], lambda: t.index(9), lambda: t + [1], lambda: t * 1.5, lambda: t.append(1), lambda: t.__setitem__(0, 1), lambda: hash(([],)), lambda: tuple(5), lambda: (1,) < ("a",), lambda: t < 5):
    try:
        print(action())
    except (TypeError, IndexError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    t[0] = 5
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
holder = ([1],)
try:
    holder[0] += [2]
except TypeError as error:
    print(error, holder)
print((1, 2) < (1, 2, 0), (1, 2) == (1.0, 2.0), (1, 2) == [1, 2], () < (0,), ((1, 2), 3) > ((1, 1), 9), hash((1, 2)) == hash((1.0, True + 1)), {(1, 2): "x"}[(1, 2)], {(): "empty"}[()])
print(hash(()), hash((1, 2, 3)), hash((0,)), hash((1, (2, 3))))
u = t
u += (9,)
print(t, u, t is t[:], (t, t) == (t, t), ((((1,),),),), (None, True, 1.5, "s", b"b"), tuple(sorted({"b": 1, "a": 2}.items())))
