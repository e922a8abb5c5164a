"""__init_subclass__ with keywords and super chains, __set_name__ order and errors, __class_getitem__."""


class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, "unset")


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, tag=None, **kwargs):
        print("init_subclass", cls.__name__, tag, kwargs, hasattr(cls, "field"))
        super().__init_subclass__(**kwargs)
        Plugin.registry[tag or cls.__name__.lower()] = cls


class Json(Plugin, tag="json"):
    field = Field()
    other = Field()


class Xml(Plugin):
    pass


class Deep(Json, tag="deep"):
    def __init_subclass__(cls, **kwargs):
        print("deep hook", cls.__name__, kwargs)
        super().__init_subclass__(tag="forced", **kwargs)


class Deeper(Deep):
    pass


print({k: v.__name__ for k, v in Plugin.registry.items()}, Json().field, Json.field.name)
for attempt in ("unknown", "tag"):
    try:
        if attempt == "unknown":
            class Bad(Plugin, unknown=1):
                pass
        else:
            class Worse(Deep, tag=1):
                pass
    except TypeError as error:
        print(error)


class Broken:
    def __set_name__(self, owner, name):
        raise ValueError("no name for you")


try:
    class Owner:
        attribute = Broken()
except Exception as error:
    print(type(error).__name__, error, repr(error.__cause__))


class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"


class Special(Generic):
    pass


print(Generic[int], Special["x", 1], Special[...])
for case in (lambda: Generic()[0], lambda: Json[int], lambda: int[0], lambda: Field()[1]):
    try:
        print(case())
    except TypeError as error:
        print(error)

    def late(self):
        return "late"


Json.late = Field()
print(hasattr(Json.late, "name"))
