"""functools.singledispatch: what register() takes and refuses, unions, and methods."""

import functools
import typing
from collections import abc


@functools.singledispatch
def show(value, *more):
    return f"object {value!r}"


@show.register
def of_int(value: int):
    return f"int {value}"


@show.register(abc.Sequence)
def of_sequence(value):
    return f"sequence {value!r}"


@show.register
def of_union(value: float | complex):
    return f"number {value}"


@show.register
def of_typing_union(value: typing.Union[set, frozenset]):
    return f"set {sorted(value)}"


show.register(type(None), lambda value: "none")
for value in (1, True, [1], "s", 1.5, 2j, {2, 1}, frozenset("a"), None, {}, b"x", range(2)):
    print(show(value))
print(show.dispatch(bool) is of_int, show.dispatch(dict).__name__, [cls.__name__ for cls in show.registry])


def unannotated(value):
    pass


def annotated_by_generic(value: list[int]):
    pass


def annotated_by_union(number: int | list[str]):
    pass


def annotated_by_text(value: "no such"):
    pass


for wrong in (lambda: show.register(annotated_by_generic), lambda: show.register(annotated_by_union),
              lambda: show.register(list[int], unannotated), lambda: show.register(int | list[str], unannotated),
              lambda: show.register("text", unannotated), lambda: show()):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
for wrong in (unannotated, "text", 5):
    try:
        show.register(wrong)
    except TypeError as error:
        print(str(error).split(": ", 1)[0], "|", str(error).rsplit(". ", 1)[1])


class Visitor:
    @functools.singledispatchmethod
    def visit(self, node):
        return "node"

    @visit.register
    def _(self, node: int | str):
        return f"leaf {node}"

    @visit.register(list)
    def _(self, node):
        return [self.visit(child) for child in node]


print(Visitor().visit([1, "a", [None]]))
