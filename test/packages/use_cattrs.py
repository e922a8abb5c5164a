"""Structuring and unstructuring with cattrs and attrs' classes."""
from enum import Enum
from typing import Dict, List, Literal, Optional, Tuple, Union
from datetime import datetime

import attr
import cattrs
from attr import define, field
from cattrs import Converter, GenConverter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override


class Kind(Enum):
    CAT = "cat"
    DOG = "dog"


@define
class Owner:
    name: str
    phones: List[str] = field(factory=list)


@define
class Pet:
    kind: Kind
    age: int
    owner: Optional[Owner] = None
    scores: Dict[str, float] = {}
    pair: Tuple[int, str] = (0, "")


data = {"kind": "cat", "age": "3", "owner": {"name": "Ann", "phones": [1, 2]}, "scores": {"a": "1.5"}, "pair": ["4", 5]}
pet = cattrs.structure(data, Pet)
print(pet)
print(cattrs.unstructure(pet))
print(cattrs.structure([data, data], List[Pet])[1].owner)
converter = Converter()
converter.register_unstructure_hook(datetime, lambda value: value.isoformat())
converter.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(value))


@define
class Event:
    at: datetime
    title: str
    internal: int = 0


converter.register_unstructure_hook(Event, make_dict_unstructure_fn(Event, converter, _cattrs_omit_if_default=True,
                                                                    title=override(rename="Title")))
converter.register_structure_hook(Event, make_dict_structure_fn(Event, converter, title=override(rename="Title")))
event = converter.structure({"at": "2023-01-02T03:04:05", "Title": "x"}, Event)
print(event, converter.unstructure(event))


@define
class Square:
    side: int


@define
class Circle:
    radius: int


print(converter.structure({"radius": 2}, Union[Square, Circle]), converter.structure({"side": 2}, Union[Square, Circle]))
print(converter.unstructure([Square(1), {"a": Circle(2)}]), converter.structure("a", Literal["a", "b"]))
strict = Converter(forbid_extra_keys=True)
for bad, kind in (({"side": 1, "x": 2}, Square), ({"side": "q"}, Square), ({}, Square), ({"kind": "bird", "age": 1}, Pet)):
    try:
        print(strict.structure(bad, kind))
    except Exception as error:
        print(type(error).__name__, error, [repr(e) for e in getattr(error, "exceptions", ())])
