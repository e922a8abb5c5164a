"""slice objects: attributes, indices(), equality, and what __getitem__ receives."""
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, None), s == slice(1, 10, 2), s != slice(1), slice("a", [], None))
for sl in (slice(None), slice(2, 5), slice(-3, None), slice(None, None, -1), slice(10, 0, -3), slice(-100, 100, 7), slice(5, 2), slice(None, -100, -1)):
    print(sl, [sl.indices(n) for n in (0, 4, 10)], list(range(10))[sl], list(range(*sl.indices(10))))
class Probe:
    def __getitem__(self, key):
        return key
    def __setitem__(self, key, value):
        print("set", key, value)
    def __delitem__(self, key):
        print("del", key)
p = Probe()
print(p[1], p[1:2], p[1:2:3], p[:], p[::], p[1:, ::2], p[..., None], p["k"], p[1, 2], p[(1, 2)], p[-1], p[()], p[1:2, 3], p[lambda: 1].__name__)
p[1:2] = 5
p[::-1, 0] = "x"
del p[3:]
del p[1], p[2:3]
p[0] += (1,) if False else 0 if isinstance(p[0], tuple) else 7
for action in (lambda: hash(s), lambda: slice(1, 2, 0).indices(5), lambda: slice("a").indices(5), lambda: s.indices(-1), lambda: setattr(s, "start", 3), lambda: slice(), lambda: [1, 2][slice("a", 2)], lambda: {}[1:2], lambda: s < 5):
    try:
        print(action())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
FIRST, LAST = slice(0, 2), slice(-2, None)
print("abcdef"[FIRST], [1, 2, 3][LAST], (1, 2, 3)[FIRST], b"xyz"[LAST], range(10)[LAST])
