"""Data model 3.3.8: what the numeric dunders may answer, and what happens if they answer something else."""

import warnings

warnings.simplefilter("ignore")
import math
import operator


def show(label, action):
    try:
        print(label, repr(action()))
    except Exception as error:
        print(label, type(error).__name__, error)


def make(**methods):
    return type("N", (), {f"__{name}__": (lambda value: lambda self, *rest: value)(value) for name, value in methods.items()})()


class MyInt(int):
    pass


for value in (5, MyInt(7), True, 2.5, "5", None, 10**20):
    print("---", value)
    show("int", lambda: int(make(int=value)))
    show("index", lambda: operator.index(make(index=value)))
    show("float", lambda: float(make(float=value)))
    show("complex", lambda: complex(make(complex=value)))
    show("bool", lambda: bool(make(bool=value)))
    show("len", lambda: len(make(len=value)))
    show("truth by len", lambda: not make(len=value))
    show("hash", lambda: hash(make(hash=value)) == hash(value))
    show("repr", lambda: repr(make(repr=value)))
    show("str", lambda: str(make(str=value)))
    show("format", lambda: format(make(format=value), "x"))
    show("bytes", lambda: bytes(make(bytes=value)))
    show("iter", lambda: iter(make(iter=value)))
    show("contains", lambda: 1 in make(contains=value))
    show("getitem", lambda: list(zip(range(2), make(getitem=value))))
    show("abs neg pos inv", lambda: (abs(make(abs=value)), -make(neg=value), +make(pos=value), ~make(invert=value)))
    show("round", lambda: (round(make(round=value)), round(make(round=value), 2)))
    show("trunc floor ceil", lambda: (math.trunc(make(trunc=value)), math.floor(make(floor=value)), math.ceil(make(ceil=value))))
    show("int by trunc", lambda: int(make(trunc=value)))
    show("int by index", lambda: int(make(index=value)))
    show("float by index", lambda: float(make(index=value)))
    show("complex by float", lambda: complex(make(float=value)))
    show("hex", lambda: (hex(make(index=value)), oct(make(index=value)), bin(make(index=value))))
    show("chr", lambda: chr(make(index=value)))
    show("list index", lambda: list(range(20))[make(index=value)])
    show("slice", lambda: "abcdefghijk"[make(index=value):])
    show("repeat", lambda: "ab" * make(index=value) if value != 10**20 else None)
    show("range", lambda: range(make(index=value)))
    show("divmod", lambda: divmod(make(divmod=value), 1))
    show("rdivmod", lambda: divmod(1, make(rdivmod=value)))
    show("pow", lambda: (make(pow=value) ** 2, pow(make(pow=value), 2, 3)))
    show("length_hint", lambda: operator.length_hint(make(length_hint=value)))
    show("reversed", lambda: reversed(make(reversed=value)))
    show("dir", lambda: dir(make(dir=value)))
    show("next", lambda: next(make(next=value)))
    show("enter", lambda: make(enter=value).__enter__())
    show("sizeof", lambda: make(sizeof=value).__sizeof__())
show("no int", lambda: int(object()))
show("no index", lambda: operator.index(1.5))
show("no float", lambda: float([]))
show("no complex", lambda: complex([]))
show("no abs", lambda: abs(object()))
show("no round", lambda: round(object()))
show("no trunc", lambda: math.trunc(object()))
show("no floor", lambda: math.floor("x"))
show("no divmod", lambda: divmod(object(), 1))
show("no pow", lambda: pow(object(), 1, 2))
show("no pow 2", lambda: object() ** 2)
show("no pow 3", lambda: pow(2, 3, object()))
show("float pow mod", lambda: pow(2.0, 3, 5))
show("no neg", lambda: -object())
show("no reversed", lambda: reversed({1}))
show("no next", lambda: next([]))
show("no len", lambda: len(iter([])))
show("no bytes", lambda: bytes(object()))
