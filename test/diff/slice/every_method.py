"""slice objects: attributes, indices, comparison, hash error, repr and construction."""

s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, None), s == slice(1, 10, 2), s != slice(1, 10), slice(1, 2) < slice(1, 3), slice("a", "b"), slice(1, 10, 2).indices(5))
for args in ((None,), (2, None), (None, None, -1), (-3, None), (100, -100, -3), (None, -1), (-1, None, -1), (5, 2)):
    part = slice(*args)
    print(part, part.indices(7), [list(range(7))[part], list(range(*part.indices(7)))], part.indices(0))
print(slice(None, None, -1).indices(10**20), slice(2**70, None).indices(5))
cases = [lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: hash(s), lambda: s.indices(), lambda: s.indices(-1), lambda: s.indices("a"), lambda: slice("a").indices(5), lambda: slice(0, 5, 0).indices(5), lambda: setattr(s, "start", 2), lambda: s < 5, lambda: slice(1.5).indices(3), lambda: slice(stop=3), lambda: s.nope, lambda: {s: 1}]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
match s:
    case slice(start=1, stop=stop, step=step):
        print("matched", stop, step)
