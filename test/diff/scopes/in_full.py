"""Scopes, closures, defaults, walruses, comprehension scopes, class scopes, globals, deletion, star targets."""

import builtins


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


x = "module"


def reading():
    def inner():
        return x
    yield inner()
    global y
    y = "made global"
    yield y


print(*reading(), y)


class Scope:
    x = "class"
    y = x + "!"
    funcs = [lambda: x for _ in range(2)]
    listed = [x for x in range(3)]
    first = [i for i in listed]
    try:
        second = [listed for _ in range(1)]
    except NameError as e:
        error = str(e)

    def method(self):
        return x, self.x, __class__.__name__

    class Nested:
        z = x

        def get(self):
            return x

    for loop in range(3):
        pass
    del loop
    locals()["dynamic"] = 7


print(Scope.y, Scope.funcs[0](), Scope.listed, Scope.x, Scope.first, Scope.error, Scope().method(), Scope.Nested.z, Scope.Nested().get(), hasattr(Scope, "loop"), Scope.dynamic)


def cells():
    functions = []
    for i in range(3):
        def f(j=i):
            return i, j
        functions.append(f)
    i = "changed"
    return [f() for f in functions], [g() for g in [lambda: k for k in range(3)]], [g() for g in [lambda k=k: k for k in range(3)]]


print(cells())


def nonlocals():
    count = 0
    history = []

    def bump(by=1):
        nonlocal count
        count += by
        history.append(count)

        def undo():
            nonlocal count
            count = history[-2] if len(history) > 1 else 0
            del history[-1:]
            return count
        return undo

    undo = bump()
    bump(5)
    undo2 = bump(10)
    return count, undo2(), undo(), history, bump.__code__.co_freevars, [c.cell_contents for c in bump.__closure__]


print(nonlocals())


def mutable(item, seen=[], *, table={}):
    seen.append(item)
    table[item] = len(seen)
    return seen, table


mutable(1)
print(mutable(2), mutable.__defaults__, mutable.__kwdefaults__)
mutable.__defaults__ = ([],)
print(mutable(3))


def unbound(flag):
    if flag:
        value = 1
    try:
        return value
    finally:
        for value in ():
            pass


print(unbound(True))
show(unbound, False)


def deleted():
    v = 1
    def peek():
        return v
    del v
    return peek()


show(deleted)


def except_scope():
    e = "outer"
    try:
        raise ValueError("inner")
    except ValueError as e:
        pass
    return e


show(except_scope)
print([(n, sq) for n in range(6) if (sq := n * n) % 2], sq)


def walrus():
    data = iter([1, 2, 3, 0, 5])
    out = []
    while (item := next(data, None)):
        out.append(item)
    total = [total := 0, *(total := total + v for v in out)][-1]
    any((witness := v) > 1 for v in out)
    return item, out, total, witness, (a := 1, b := a + 1), f"{(c := 5)} {c:=+3}"


print(walrus())


def stars():
    a, (b, *c), [*d, e] = 1, "xyz", range(4)
    *f, = "ab"
    (g, h), i = (j, k), l = [[1, 2], 3]
    first, *_, last = {"p": 1, "q": 2, "r": 3}.items()
    m = n = o = []
    m += [1]
    q, r = r, q = 1, 2
    t = [0, 0]
    s, t[s] = 1, "set"
    return a, b, c, d, e, f, g, h, i, j, k, l, first, last, n, o is m, q, r, t


print(stars())
for bad in (lambda: (lambda a, b: 0)(*[1]), lambda: [(a, b) for a, b in [(1, 2, 3)]], lambda: [0 for a, *b in [()]]):
    show(bad)


def order():
    log = []

    def note(value, result=None):
        log.append(value)
        return result if result is not None else value

    note("list", [0, 1, 2])[note("index", 1)] = note("value")
    {note("k1"): note("v1"), **note("map", {}), note("k2"): note("v2")}
    note("f", lambda *a, **k: None)(note("a"), *note("star", [1]), b=note("b"), **note("dstar", {}))
    note(1) < note(2) < note(3) > note(4) > note(5)
    x = note("x", 5) if note("test", True) else note("no")
    [note(("elt", i)) for i in note("iter", [1]) if note("cond")]
    d = {}
    d[note("key")], d[note("key2")] = note("one"), note("two")
    d[note("key")] += note("plus")
    assert note("assert", True), note("never")
    lambda p=note("default"): note("body")
    def g(p: note("ann") = note("def"), *, q=note("kwdef")) -> note("ret"): ...
    @note("deco", lambda c: c)
    class C(note("base", object), metaclass=note("meta", type)): ...
    return log


print(order())


class Namespace(dict):
    def __missing__(self, key):
        if key.startswith("__"):
            raise KeyError(key)
        return f"missing {key}"


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return Namespace()

    def __new__(cls, name, bases, ns):
        return super().__new__(cls, name, bases, dict(ns))


class Magic(metaclass=Meta):
    a = undefined_name
    b = [undefined_too]
    x = x


print(Magic.a, Magic.b, Magic.x)
builtins.injected = "from builtins"
print(injected)
del builtins.injected
show(lambda: injected)
len_ = len
len = lambda v: "shadowed"
print(len([1]), len_([1]))
del len
print(len([1]))


def generator_scope():
    n = 3
    gen = (n * i for i in range(n))
    n = 10
    return list(gen)


print(generator_scope())


def recursion():
    fact = lambda n: n and n * fact(n - 1) or 1
    return fact(5), (lambda f: f(f, 10))(lambda f, n: n if n < 2 else f(f, n - 1) + f(f, n - 2))


print(recursion())


def flow():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    for _ in ():
        pass
    else:
        out.append("empty else")
    i = 0
    while i < 2:
        i += 1
    else:
        out.append("while else")

    def returns():
        try:
            return "try"
        finally:
            out.append("finally after return")

    def overrides():
        while True:
            try:
                return "lost"
            finally:
                break
        return "kept"

    def swallow():
        try:
            1 / 0
        finally:
            return "swallowed"

    return out, returns(), overrides(), swallow()


print(flow())
print(sorted(n for n in globals() if len(n) == 1), sorted(set(dir()) & {"Scope", "show", "Meta"}))
print(show.__globals__ is globals(), (lambda: locals())(), (lambda a, *b, **c: sorted(locals()))(1))
del x
print(x)
