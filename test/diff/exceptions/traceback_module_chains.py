"""traceback.print_exc and format_exception of chained, suppressed and nested exceptions with positions."""

import sys
import traceback


def low(n):
    return 10 / n


def middle(n):
    try:
        return low(n)
    except ZeroDivisionError as error:
        raise ValueError(f"bad n: {n}") from error


def context(n):
    try:
        low(n)
    except ZeroDivisionError:
        return {}["missing"]


def suppressed(n):
    try:
        low(n)
    except ZeroDivisionError:
        raise LookupError("clean") from None


def recursive(n):
    if n == 0:
        raise RuntimeError("bottom")
    recursive(n - 1)


def multi():
    return (1 +
            "two"
            ).strip(
        )


class Thing:
    def method(self, value):
        return [x.upper() for x in value]

    @property
    def prop(self):
        return self.missing


def generator():
    yield 1
    raise OSError("in generator")


cases = [lambda: middle(0), lambda: context(0), lambda: suppressed(0), lambda: recursive(6), multi, lambda: Thing().method("a") and Thing().method([5]), lambda: Thing().prop, lambda: list(generator()), lambda: max(key=1), lambda: sorted([1, "a"], key=lambda v: v), lambda: {**{1: 2}, **dict(a=1)}[0][1], lambda: exec_like()]
for case in cases:
    try:
        case()
    except Exception:
        traceback.print_exc(file=sys.stdout)
        print("-" * 20)
try:
    middle(0)
except ValueError as error:
    print("".join(traceback.format_exception_only(error)), end="")
    print(len(traceback.extract_tb(error.__traceback__)), [frame.name for frame in traceback.extract_tb(error.__traceback__)], [frame.lineno for frame in traceback.extract_tb(error.__traceback__)])
    print("".join(traceback.format_tb(error.__traceback__, limit=1)), end="")
    print("".join(traceback.format_exception(error, chain=False)), end="")
    tb = error.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
