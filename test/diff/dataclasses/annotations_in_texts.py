# What annotations that are texts say of fields: ClassVar, InitVar and KW_ONLY under the names that the module has for them.
import dataclasses
import typing
import typing as t
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields
from typing import ClassVar
from typing import ClassVar as CV

VARIABLE = typing.ClassVar[int]
ARGUMENT = dataclasses.InitVar[int]
TEXTS = ["ClassVar", "ClassVar[int]", " ClassVar [int]", "typing.ClassVar[int]", " typing . ClassVar [ str ]", "t.ClassVar", "typing.ClassVar.[int]", "typing.ClassVar+", "CV[int]",
         "VARIABLE", "typing..ClassVar", "Classvar", "typing.ClassVarx", "typong.ClassVar", "dataclasses.ClassVar[int]", "typingxClassVar", "InitVar[int]", "InitVar", " dataclasses. InitVar",
         "ARGUMENT", "typing.InitVar", "dc.InitVar", "int", "", "[", "list[ClassVar]", "KW_ONLY", "dataclasses.KW_ONLY", "typing.KW_ONLY", "x.y.ClassVar"]

for text in TEXTS:
    @dataclass
    class C:
        x: text
        y: "int" = 5

    print(repr(text), [(f.name, f._field_type, f.kw_only is True) for f in C.__dataclass_fields__.values()])


def local():
    ClassVarHere = typing.ClassVar

    @dataclass
    class D:
        a: "ClassVarHere" = 1
        b: ClassVarHere = 2

    return [f.name for f in fields(D)]


print(local())
recursive = field()
recursive.type = recursive
recursive.name = "id"
print(",type=...," in repr(recursive))
