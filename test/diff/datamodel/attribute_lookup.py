"""Data model 3.3.2: the order of data descriptors, instance attributes, non-data descriptors, __getattr__."""


class Data:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        return f"data {self.name} of {type(instance).__name__}"

    def __set__(self, instance, value):
        print("store", self.name, value)
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("delete", self.name)


class OnlySet:
    def __set__(self, instance, value):
        instance.__dict__["only"] = ("set through descriptor", value)


class NonData:
    def __get__(self, instance, owner):
        return f"non-data {instance is not None} {owner.__name__}"


class OnlyDelete:
    def __delete__(self, instance):
        print("only delete")


class Base:
    data = Data()
    only = OnlySet()
    plain = NonData()
    gone = OnlyDelete()

    def __getattr__(self, name):
        if name.startswith("dynamic"):
            return name.upper()
        raise AttributeError(f"no {name} here")


base = Base()
print(base.data, Base.data)
base.__dict__["data"] = "hidden"
print(base.data)
base.data = 5
print(base.__dict__, base.data)
del base.data
print(type(base.only).__name__)
base.only = 3
print(base.only, vars(base)["only"])
print(base.plain, Base.plain)
base.plain = "instance wins"
print(base.plain)
del base.plain
print(base.plain)
try:
    base.gone = 1
except AttributeError as error:
    print("gone:", error)
del base.gone
try:
    del base.only
except AttributeError as error:
    print("only:", error)
print(base.dynamic_thing, getattr(base, "dynamic2"), hasattr(base, "other"), getattr(base, "other", "default"))
try:
    base.other
except AttributeError as error:
    print(error, error.name, type(error.obj))


class Meta(type):
    shared = "from the metaclass"
    hidden = Data()

    def __getattr__(cls, name):
        return f"{cls.__name__}.{name}?"

    @property
    def upper(cls):
        return cls.__name__.upper()


class Made(metaclass=Meta):
    hidden = "class attribute loses to data descriptor of the metaclass"
    shared = "class attribute wins"


print(Made.shared, Made.hidden, Made.nothing, Made.upper)
try:
    Made().upper
except AttributeError as error:
    print(error)
try:
    Made.upper = 3
except AttributeError as error:
    print(error)


class Loud:
    def __getattribute__(self, name):
        print("get", name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print("fallback", name)
        return 42

    def method(self):
        return self.value

    def __len__(self):
        return 3


loud = Loud()
loud.value = 10
print(loud.method(), loud.missing, len(loud))
print(loud.__class__, loud.__dict__)
print(getattr(loud, "x", 1), object.__getattribute__(loud, "value"))
try:
    object.__getattribute__(loud, "x")
except AttributeError as error:
    print(error)


class Fails:
    @property
    def broken(self):
        return self.missing

    def __getattr__(self, name):
        return f"rescued {name}"


print(Fails().broken, Fails().other)


class Fails2:
    @property
    def broken(self):
        raise AttributeError("inner")

    def __getattr__(self, name):
        raise AttributeError(f"outer {name}")


try:
    Fails2().broken
except AttributeError as error:
    print(error, repr(error.__context__))
print(Base.__dict__["plain"].__get__(None, Base), Base.__dict__["plain"].__get__(base, Base))
print(type(Base.__dict__["data"]).__get__(Base.__dict__["data"], base))


class OwnDict:
    """Has a __dict__ of its own making, not that of its instances."""

    @property
    def __dict__(self):
        return {"made": 2}

    __weakref__ = "also its own"


own = OwnDict()
own.attribute = 1
print(own.__dict__, vars(own), own.attribute, own.__weakref__, "__dict__" in vars(OwnDict))
for name in ("a b", "1a", "", "\u00e9x", "\u0663", "\u4e2d", chr(128), "x\u0300"):
    try:
        class Slotted:
            __slots__ = [name]
        print(ascii(name), "is a slot")
    except TypeError as error:
        print(ascii(name), error)


class NegativeLength:
    def __len__(self):
        return -2**70


try:
    len(NegativeLength())
except ValueError as error:
    print(error)
