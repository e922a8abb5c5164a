"""Models with pydantic: validation, errors, settings, generics, schemas."""
import json
from datetime import date, datetime
from enum import Enum
from typing import Dict, Generic, List, Optional, TypeVar, Union

from pydantic import BaseModel, Field, ValidationError, conint, constr, parse_obj_as, root_validator, validate_arguments, validator
from pydantic.dataclasses import dataclass
from pydantic.generics import GenericModel


class Level(str, Enum):
    low = "low"
    high = "high"


class Address(BaseModel):
    street: str
    zip_code: constr(regex=r"^\d{5}$") = Field(..., alias="zip")

    class Config:
        allow_population_by_field_name = True


class User(BaseModel):
    id: int
    name: str = "John"
    signup: Optional[datetime] = None
    friends: List[int] = []
    level: Level = Level.low
    address: Optional[Address] = None
    extra: Dict[str, Union[int, str]] = {}
    age: conint(gt=0, lt=150) = 30

    @validator("name")
    def name_is_title(cls, value):
        if value != value.title():
            raise ValueError("must be a title")
        return value

    @root_validator
    def check(cls, values):
        if values.get("id") == 13:
            raise ValueError("unlucky")
        return values


user = User(id="123", signup="2019-06-01 12:22", friends=[1, "2", b"3"], address={"street": "Main", "zip": "12345"}, extra={"a": "x", "b": 2})
print(user, user.dict(), user.json(), user.copy(update={"name": "Ann"}) == user, sep="\n")
print(user.dict(exclude={"address": {"street"}}, exclude_unset=True), user.address.dict(by_alias=True), user.__fields_set__ >= {"id"})
for bad in ({}, {"id": "x", "friends": ["a"], "name": "bob"}, {"id": 13}, {"id": 1, "age": 200, "level": "mid"},
            {"id": 1, "address": {"street": "a", "zip": "1"}}):
    try:
        User(**bad)
    except ValidationError as error:
        print(error)
        print(error.json(indent=None))
T = TypeVar("T")


class Page(GenericModel, Generic[T]):
    items: List[T]
    total: int


print(Page[int](items=["1", 2], total=2), Page[User].__name__, parse_obj_as(List[date], ["2020-01-01", 0]))


@dataclass
class Point:
    x: int
    y: float = 0


@validate_arguments
def repeat(text: str, count: int = 2, *, sep: str = ","):
    return sep.join([text] * count)


print(Point(x="3"), repeat("a", "3"), repeat(5, sep=b";"))
try:
    repeat("a", count="x")
except ValidationError as error:
    print(error.errors())
print(json.dumps(User.schema(), sort_keys=True))
print(User.parse_raw('{"id": 5}'), User.construct(id="unchecked").id, list(User.__fields__))


class Frozen(BaseModel):
    a: int

    class Config:
        allow_mutation = False
        extra = "forbid"


try:
    Frozen(a=1).a = 2
except TypeError as error:
    print(error)
try:
    Frozen(a=1, b=2)
except ValidationError as error:
    print(error.errors()[0]["msg"])
