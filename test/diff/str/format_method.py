"""str.format: fields, attributes, indexes, conversions, nesting and errors."""
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __format__(self, spec):
        return f"<{self.x}|{self.y}|{spec}>"
    def __repr__(self):
        return "Point!"
p = Point(1, [10, {"k": "v"}])
print("{} {} {}".format(1, "two", 3.0), "{1} {0} {1}".format("a", "b"), "{a}-{b}-{0}".format("x", a=1, b=2), "{{}} {}".format(5))
print("{0.x} {0.y[0]} {0.y[1][k]} {p.x}".format(p, p=p), "{0[1]} {d[key]}".format([1, 2], d={"key": "val"}), "{} {:>5} {!r} {!s:>9}".format(p, p, p, p))
print("{:{}}|{:{w}.{p}}|{:{f}{a}{w}}".format("x", 5, 3.14159, "y", w=8, p=3, f="*", a="^"), "{0:{1}} {0:{1}}".format("a", 3))
print("{!a} {!r} {!s}".format("é", "é", "é"), "{:%}".format(0.5), "{:d} {:x} {:,}".format(5, 255, 10**7), "{0}".format("{1}"))
print("{x} {y}".format_map({"x": 1, "y": 2}), "{a[b c]} {a[-1]}".format(a={"b c": 1, "-1": "str key"}))
for template, args, kwargs in [("{}", (), {}), ("{} {}", (1,), {}), ("{a}", (), {}), ("{", (), {}), ("}", (), {}), ("{0} {}", (1, 2), {}), ("{!x}", (1,), {}), ("{:d}", ("s",), {}),
                               ("{0.nope}", (1,), {}), ("{0[k]}", ({},), {}), ("{0[9]}", ([],), {}), ("{:5", (1,), {}), ("{0[}", (1,), {}), ("{:z}", ("s",), {}), ("{!r", (1,), {}), ("{a.}", (), {"a": 1}), ("{:{:{}}}", (1, 2, 3), {})]:
    try:
        print(template.format(*args, **kwargs))
    except (IndexError, KeyError, ValueError, AttributeError, TypeError) as error:
        print(template, type(error).__name__, error)
