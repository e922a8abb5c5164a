"""Binary operators: forward, reflected, in-place, NotImplemented, subclasses first, and the error texts."""

import operator

names = {"+": "add", "-": "sub", "*": "mul", "@": "matmul", "/": "truediv", "//": "floordiv", "%": "mod", "**": "pow", "<<": "lshift", ">>": "rshift", "&": "and_", "|": "or_", "^": "xor"}


def make(name, log, kinds):
    namespace = {}
    for symbol, function in names.items():
        stem = function.rstrip("_")
        for kind in kinds:
            def method(self, other, *rest, label=f"__{kind}{stem}__"):
                log.append(f"{type(self).__name__}.{label}({type(other).__name__})")
                return NotImplemented if log[0] == "refuse" else label

            namespace[f"__{kind}{stem}__"] = method
    return type(name, (), namespace)


log = []
Full, Left, Right = make("Full", log, ["", "r", "i"]), make("Left", log, [""]), make("Right", log, ["r"])
for symbol, function in names.items():
    operate, inplace = getattr(operator, function), getattr(operator, "i" + function.rstrip("_"))
    for a, b in ((Full(), Full()), (Left(), Right()), (5, Right()), (Left(), 5), (Right(), 5), (5, Left())):
        for f in (operate, inplace):
            for mode in ("accept", "refuse"):
                log[:] = [mode]
                try:
                    result = f(a, b)
                except TypeError as error:
                    result = error
                print(symbol, f.__name__, mode, log[1:], result)


class Base:
    def __add__(self, other):
        return "Base.add"

    def __radd__(self, other):
        return "Base.radd"


class Derived(Base):
    def __radd__(self, other):
        return "Derived.radd"


class Silent(Base):
    pass


print(Base() + Derived(), Derived() + Base(), Base() + Silent(), Silent() + Derived(), 1 + Base(), Base() + 1)
