"""str.format and format_map: fields, attributes, indexes, nested specs, conversion, numbering errors."""


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __getitem__(self, key):
        return f"item {key!r}"

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


p = Point(1, 2)
print("{} {} {}".format(1, "a", None), "{1} {0} {1}".format("a", "b"), "{a} {b!r}".format(a=1, b="q"))
print("{0.x} {0.y} {0[k]} {0[3]} {0[a b]} {p.x:>4}|".format(p, p=p), "{[0]} {[1]}".format([5], [6, 7]))
print("{:{}} {:{w}.{p}f}|".format("ab", 5, 3.14159, w=8, p=2), "{0:{1}{2}}".format(7, "*^", 5))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{{}} {{{}}}".format(1), "{:%}".format(0.5), "{!r:>6}".format("a"))
print("{x} {y}".format_map(Default(x=1)), "{p.x}".format_map({"p": p}), "{a[b][0]}".format(a={"b": [9]}))
cases = ["{} {1}", "{0} {}", "{", "}", "{a}", "{5}", "{!x}", "{0!}", "{0.missing}", "{0[}", "{0.}", "{:d}", "{0[x]}", "{0!r", "{:{:{}}}", "{!}", "{ 0}", "{0 }", "{0[]}", "{0]}", "{-1}", "{0.x.y}"]
for case in cases:
    try:
        print(case, "->", case.format("s", "t"))
    except Exception as error:
        print(case, type(error).__name__, error)
try:
    "{x}".format_map({})
except KeyError as error:
    print(repr(error))
try:
    "{}".format_map([1])
except Exception as error:
    print(type(error).__name__, error)
