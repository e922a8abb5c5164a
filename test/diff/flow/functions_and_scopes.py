"""global and nonlocal, closures that share cells, functions as values, default evaluation."""
counter = 0


def bump():
    global counter, created
    counter += 1
    created = f"created {counter}"
    return counter


bump()
print(counter, bump(), created)


def shared():
    value = 0

    def increase(by=1):
        nonlocal value
        value += by
        return value

    def reset():
        nonlocal value
        value = 0

    return increase, reset, lambda: value


increase, reset, read = shared()
increase(), increase(5)
print(read())
reset()
print(read(), increase(), increase.__closure__[0].cell_contents, increase.__code__.co_freevars)


def levels():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = "changed by inner"
        inner()
        return x
    return middle(), x


print(levels())


def compose(*functions):
    def run(value):
        for function in functions:
            value = function(value)
        return value
    return run


print(compose(str.strip, str.title, lambda s: s + "!", len)("  hello world "))
stamp = iter(range(100))


def evaluated_once(n=next(stamp), items=[]):
    items.append(n)
    return items


print(evaluated_once(), evaluated_once(7), evaluated_once(), next(stamp))
adders = [lambda n, i=i: n + i for i in range(3)]
print([f(10) for f in adders], (lambda *a, **k: (a, k))(1, x=2), (lambda: (yield))().__class__.__name__)


def conditional(kind):
    if kind == "double":
        def f(n):
            return n * 2
    else:
        f = abs
    return f


print(conditional("double")(4), conditional("abs")(-4))


def recursive_closure(limit):
    def walk(n):
        return [n] + walk(n + 1) if n < limit else []
    return walk(0)


print(recursive_closure(5))
def annotated(a: int, b: "text" = 2, *c: list, d: float = 1.0, **e: dict) -> bool: return a
print(annotated.__annotations__, annotated.__defaults__, annotated.__kwdefaults__, annotated("any"))
