"""__call__, __enter__/__exit__ looked up on the type, __format__, __dir__, __sizeof__, __bytes__, __fspath__, __round__ and friends."""

import math
import os


class Everything:
    def __call__(self, *args, **kwargs):
        return ("called", args, kwargs)

    def __format__(self, spec):
        return f"formatted {spec!r}"

    def __dir__(self):
        return ["zeta", "alpha", 3] if False else ["zeta", "alpha"]

    def __bytes__(self):
        return b"bytes"

    def __fspath__(self):
        return "/some/path"

    def __round__(self, digits="none"):
        return ("round", digits)

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __abs__(self):
        return "abs"

    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __divmod__(self, other):
        return ("divmod", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)

    def __pow__(self, other, modulus=None):
        return ("pow", other, modulus)

    def __rpow__(self, other):
        return ("rpow", other)

    def __index__(self):
        return 3

    def __reversed__(self):
        return "reversed"

    def __complex__(self):
        return 1j

    def __length_hint__(self):
        return 1


e = Everything()
print(e(1, a=2), f"{e:>5}", format(e), "{:x}".format(e), dir(e), bytes(e), os.fspath(e), round(e), round(e, 2), math.floor(e), math.ceil(e), math.trunc(e), abs(e), -e, +e, ~e, divmod(e, 1), divmod(1, e), pow(e, 2), pow(e, 2, 5), 2 ** e, e ** 2, reversed(e), complex(e), callable(e), os.path.join(e, "x"))
e.__call__ = lambda: "instance attribute is ignored"
print(e())
for name in ("__call__", "__round__", "__neg__", "__floor__", "__enter__"):
    class Empty:
        pass

    x = Empty()
    setattr(x, name, lambda *a: "never")
    try:
        if name == "__enter__":
            with x:
                pass
        else:
            print({"__call__": lambda: x(), "__round__": lambda: round(x), "__neg__": lambda: -x, "__floor__": lambda: math.floor(x)}[name]())
    except TypeError as error:
        print(error)


class Bad:
    def __format__(self, spec):
        return 5

    def __dir__(self):
        return 5

    def __bytes__(self):
        return 5

    def __fspath__(self):
        return 5

    def __index__(self):
        return 1.0

    def __len__(self):
        return -5

    def __hash__(self):
        return "x"

    def __repr__(self):
        return 5


b = Bad()
for case in (lambda: f"{b}", lambda: dir(b), lambda: bytes(b), lambda: os.fspath(b), lambda: [1][b], lambda: len(b), lambda: hash(b), lambda: repr(b), lambda: f"{b!r}", lambda: "%r" % b, lambda: [b].__repr__(), lambda: format(object(), "x"), lambda: format([], "5"), lambda: b(), lambda: {b: 1}):
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
