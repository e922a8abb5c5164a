"""The messages of everyday built-in exceptions."""


class Thing:
    def method(self, a, b=1):
        return self


nothing, text, five, numbers = None, "abc", 5, [1]
actions = [
    lambda: 1 / 0, lambda: 1 % 0, lambda: 1.0 // 0, lambda: 0.0 ** -1, lambda: [][0], lambda: "abc"[5],
    lambda: (1,)[3], lambda: {}["k"], lambda: {1: 2}[(1, 2)], lambda: [1].index(2), lambda: [].pop(),
    lambda: {}.popitem(), lambda: set().pop(), lambda: [1].remove(3), lambda: int("12a"),
    lambda: int(""), lambda: float("x"), lambda: int(None), lambda: int([]), lambda: 1 + "a",
    lambda: "a" + 1, lambda: [1] + (2,), lambda: "a" * "b", lambda: -"a", lambda: ~1.5,
    lambda: 1 < "a", lambda: [1] < [None], lambda: None.x, lambda: Thing().nothing, lambda: Thing.nothing,
    lambda: Thing().method(), lambda: Thing().method(1, 2, 3), lambda: Thing().method(1, c=2),
    lambda: Thing(1), lambda: nothing(), lambda: text(), lambda: five[0], lambda: nothing["a"], lambda: len(5),
    lambda: iter(5), lambda: next(5), lambda: hash([]), lambda: {[]: 1}, lambda: ord("ab"), lambda: chr(-1),
    lambda: range(1, 2, 0), lambda: text["a"], lambda: numbers["a"], lambda: max([]), lambda: min(), lambda: sum(["a"]),
    lambda: isinstance(1, 5), lambda: print(end=5), lambda: sorted([1, "a"]), lambda: "x".join([1]),
    lambda: bytes([256]), lambda: "%d" % "x", lambda: "{}".format(), lambda: f"{1:z}", lambda: round("x"),
    lambda: abs("x"), lambda: divmod(1, 0), lambda: pow(2, -1, 4), lambda: 1 << -1, lambda: bool(1, 2),
    lambda: str(b"\xff", "ascii"), lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: object().x,
    lambda: setattr(object(), "x", 1), lambda: delattr(Thing(), "x"), lambda: {}[1.5], lambda: zip(1), lambda: 3 in 5,
    lambda: [*5], lambda: print(*5), lambda: dict([1]), lambda: dict(a=1, **{"a": 2}), lambda: (lambda x: x)(),
]
for number, action in enumerate(actions):
    try:
        print(number, "no error", type(action()).__name__)
    except Exception as error:
        print(number, f"{type(error).__name__}: {error}")
