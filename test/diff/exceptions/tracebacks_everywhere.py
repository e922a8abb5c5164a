"""Uncaught and printed exceptions: chains, notes, syntax of tracebacks, hooks and suggestions."""

import sys
import traceback


def report(function, *args):
    try:
        function(*args)
    except BaseException:
        print(traceback.format_exc(), end="")


class Weird(Exception):
    def __str__(self):
        raise RuntimeError("no text")


class Multi(Exception):
    def __init__(self, *lines):
        super().__init__("\n".join(lines))


class Outer:
    class Inner(ValueError):
        pass

    def method(self, depth):
        if depth == 0:
            raise self.Inner(f"depth {depth}", self.__class__.__name__)
        return [self.method(d) for d in range(depth)][0] + (lambda: self.method(0))()

    def __getitem__(self, key):
        return {"a": 1}[key]

    def __add__(self, other):
        return self.missing_attribute + other

    def __call__(self, *, key):
        return key.upper().nope

    @property
    def prop(self):
        return undefined_name

    attribute_of_class = 1


def nested():
    try:
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise KeyError("one") from error
    except KeyError:
        try:
            raise OSError(5, "two", "path")
        except OSError as second:
            second.add_note("a note")
            raise TypeError("three") from None


def context():
    try:
        [][1]
    except IndexError:
        try:
            {}["k"]
        finally:
            int("x")


def recursive(n):
    return recursive(n + 1) if n < 1500 else 1 / 0


def mutual(n):
    if n % 2:
        return mutual2(n)
    return mutual2(n + 1)


def mutual2(n):
    return mutual(n + 1)


def long_expression(o):
    value = (o.attribute_of_class +
             o["a"] +
             o["b"] +
             4)
    return value


def gen():
    yield 1
    yield from (x / 0 for x in [1])


def comprehension():
    return {k: v for k, v in [(1, 2), (3, 4), 5]}


def unpack():
    a, (b, *c), d = 1, [2], 3, 4


def calls(o):
    o(keyy=3)


def kwargs(o):
    o(key=3)


def attribute(o):
    o.attribute_of_clas


def assign(o):
    o.x.y = 5


def subscript(o):
    o["a"]["b"] += 1


def cell():
    def inner():
        return later + 1
    inner()
    later = 1


def local():
    print(unset)
    unset = 1


def typo():
    return prnt(1)


def star():
    print(*[1, 2], **{"sep": 3})


def delete():
    x = 1
    del x
    x


def fstr(o):
    return f"{o.attribute_of_class} and {o['zz']:>10}"


def chained(o):
    return o.attribute_of_class < 3 < "s"


def matrix():
    rows = [[1, 2], [3]]
    return rows[0][1] * rows[1][1]


def multi_line_call(o):
    return max(
        o.attribute_of_class,
        min(
            3,
            None,
        ),
    )


def unicode_line():
    ä = "日本語"; ä.foo + "é" if True else 0


def tabs():
	if True:
		return 1 + "tab"


def with_exit():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, *exc):
            raise LookupError("in exit")

    with Manager() as m, \
            Manager():
        m.x


def assertion(o):
    assert o.attribute_of_class == 2, (
        "message")


def assertion2():
    assert not [1]


def raise_class():
    raise Multi


def raise_bad():
    raise 3


def cause_bad():
    raise ValueError from 3


def exit_weird():
    raise Weird("w")


def import_it():
    import no_such_module_here


def from_it():
    from math import no_such_thing


def decorator():
    @(lambda f: f.nope)
    def g():
        pass


def class_body():
    class C:
        x = 1
        y = [x for _ in range(2)]


def default(a=1, *, b):
    pass


def slices(o):
    return "abc"[o:2], o


def lambda_error():
    return sorted([1, 2], key=lambda v: v.real.nope)


def conditional(o):
    return 1 if o.prop else 2


o = Outer()
for function, *args in [(o.method, 2), (nested,), (context,), (long_expression, o), (lambda: list(gen()),), (comprehension,), (unpack,), (calls, o), (kwargs, o), (attribute, o), (assign, o), (subscript, o),
                        (cell,), (local,), (typo,), (star,), (delete,), (fstr, o), (chained, o), (matrix,), (multi_line_call, o), (unicode_line,), (tabs,), (with_exit,), (assertion, o), (assertion2,), (raise_class,), (raise_bad,), (cause_bad,),
                        (exit_weird,), (import_it,), (from_it,), (decorator,), (class_body,), (default,), (default, 1, 2), (slices, o), (lambda_error,), (conditional, o), (o.__add__, 1), (Multi("x", "y").with_traceback, 3)]:
    report(function, *args)
    print("-" * 20)
print(traceback.format_exception_only(Outer.Inner("x")), traceback.format_exception_only(Multi("a", "b")), traceback.format_exception_only(KeyError("k")))
try:
    recursive(1000)
except ZeroDivisionError as error:
    print(len(traceback.extract_tb(error.__traceback__)), traceback.extract_tb(error.__traceback__)[-1])
sys.setrecursionlimit(200)
try:
    mutual(0)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(1000)


def hook(kind, value, tb):
    print("hook:", kind.__name__, value, tb.tb_lineno, tb.tb_frame.f_code.co_name if hasattr(tb.tb_frame, "f_code") else "?")
    sys.__excepthook__(kind, value, tb)


sys.excepthook = hook


def final(level):
    try:
        if level:
            final(level - 1)
        else:
            raise Multi("first line", "second line")
    except Multi as error:
        if level == 2:
            raise ExceptionGroup("end", [error, KeyError("k")]) from error
        raise


final(3)
