"""Comprehensions have a scope of their own, except for the first iterable and walrus targets."""
x = "global"
print([x for x in range(2)], x)


def function(values):
    result = [value for value in values]
    try:
        value
    except NameError as error:
        print("NameError:", error)
    total = 0
    running = [total := total + v for v in values]
    return result, running, total


print(function([1, 2, 3]))


class Body:
    size = 3
    visible = [n for n in range(size)]
    try:
        hidden = [size for _ in range(1)]
    except NameError as error:
        print("NameError:", error)


print(Body.visible, hasattr(Body, "hidden"), hasattr(Body, "n"))


def closures():
    late = [lambda: i for i in range(3)]
    bound = [lambda i=i: i for i in range(3)]
    factor = 10
    uses_outer = [lambda: i * factor for i in range(2)]
    factor = 100
    return [f() for f in late], [f() for f in bound], [f() for f in uses_outer]


print(closures())


def nested(outer):
    return [[inner + outer for inner in range(outer)] for outer in range(1, 4)], outer


print(nested("untouched"))


def shadow(items):
    items = [items for items in items]
    return items


print(shadow("abc"))
found = [y for n in range(5) if (y := n * n) > 3]
print(found, y)
try:
    [undefined_name for _ in "a"]
except NameError as error:
    print("NameError:", error)
