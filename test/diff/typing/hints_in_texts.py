"""Annotations that are texts: the expressions that get_type_hints and get_annotations evaluate."""

from __future__ import annotations

import dataclasses
import inspect
import typing
from typing import Annotated, Callable, Literal, Optional, get_type_hints


@dataclasses.dataclass
class Field:
    gt: float | None = None
    le: float = 1e3
    names: tuple = ()

    def __add__(self, other):
        return "sum", self, other


class Model:
    plain: Annotated[int, "px", dict(a=1)]
    fields: Annotated[float, Field(gt=0, le=-1.5e-3), Field(names=("x", 'y'))]
    literals: Literal["a", 1, True, None, b"x\x00", -3, 'it\'s', "two" "parts", r"\d", "é\n", "\u00e9\101"]
    numbers: Annotated[str, 0x1F, 1_000, 2 ** 3 * -2, 7 // 2 % 2 << 3, ~1 ^ 5 & 4, 1.5, .5, 1e3, 2j, 0b11, 0o17, 3 - 2 - 1, 8 / 4 / 2]
    displays: Annotated[str, {"k": [1, 2], 3: {4, }}, (), (1,), [1, 2][0], "abc"[1:], [1, 2, 3][::2], {}, (1)]
    optional: dict[str, tuple[int, ...]] | None
    function: Callable[[int, Model], "Model | None"]
    calls: Annotated[int, Field(*[1], **{"le": 2}).le, Field() + Field(1), Field(gt=Field(1).gt).gt]
    text: "Optional[Model]"
    dotted: typing.Callable[..., None]
    brackets: Literal["a, b]", "c(", 'd"', """tri"ple"""]
    lines: Annotated[int, 'several'
                          ' lines']


for name, hint in get_type_hints(Model, include_extras=True).items():
    print(name, hint)
print(get_type_hints(Model))


def function(a: Annotated[int, Field(gt=1)] = 1, *args: "int", b: Literal["x y"] = "x y") -> Annotated[None, "r"]: ...


print(get_type_hints(function), get_type_hints(function, include_extras=True))
print(inspect.get_annotations(function))
print(inspect.get_annotations(function, eval_str=True))
print(inspect.get_annotations(Field, eval_str=True))
print(inspect.get_annotations(function, eval_str=True, globals={"Annotated": Annotated, "Literal": Literal, "int": str,
                                                                 "Field": Field}))


class Local:
    Inner = int
    x: Inner
    y: list[Inner]


print(inspect.get_annotations(Local, eval_str=True), get_type_hints(Local), inspect.get_annotations(Local))


class Missing:
    x: Nothing[int]


class WrongArgument:
    x: Annotated[int, Field(nope=1)]


class Incomplete:
    x: "int +"


class WrongAttribute:
    x: int.nope


class Unclosed:
    x: "list[int"


for cls in Missing, WrongArgument, Incomplete, WrongAttribute, Unclosed:
    for read in get_type_hints, lambda cls: inspect.get_annotations(cls, eval_str=True):
        try:
            print(read(cls))
        except SyntaxError as error:
            print(type(error).__name__)
        except Exception as error:
            print(type(error).__name__, error)
for wrong in 5, None, "text":
    try:
        print(inspect.get_annotations(wrong))
    except TypeError as error:
        print(error)


class Tree:
    next: list['Tree'] | None
    marks: dict[str, Annotated[int, 'marked']] | None
    deep: list[Annotated[str, 1]]
    pair: Optional[Annotated['Tree', 2]]


class Bare:
    pass


print(get_type_hints(Tree))
print(get_type_hints(Tree, include_extras=True))
for thing in Bare.__init__, len, "".join, str.join, int.__add__, (1).__add__, dict.fromkeys:
    print(get_type_hints(thing), end=' ')
print()
for wrong in 3, property():
    try:
        get_type_hints(wrong)
    except TypeError as error:
        print(type(error).__name__)
