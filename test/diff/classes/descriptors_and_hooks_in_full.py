"""Descriptors, metaclasses and class hooks, line by line of the data model."""
import weakref


def show(function):
    try:
        print(function())
    except (TypeError, ValueError, AttributeError, RuntimeError, KeyError, ReferenceError) as error:
        print(type(error).__name__, error)


# order of lookups: data descriptor, instance, non-data descriptor, class attribute, __getattr__
class Get:
    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return f"{self.name} of {type(instance).__name__} and {owner and owner.__name__}"


class Data(Get):
    def __set__(self, instance, value):
        print("set", self.name, value)

    def __delete__(self, instance):
        print("delete", self.name)


class OnlySet:
    def __set__(self, instance, value):
        instance.__dict__["only_set"] = value * 2


class Owner:
    get, data, only_set, plain = Get("get"), Data("data"), OnlySet(), "plain"

    def __getattr__(self, name):
        return f"getattr {name}"


owner = Owner()
for name in ("get", "data", "only_set", "plain", "missing"):
    show(lambda: getattr(owner, name) if name != "only_set" else type(getattr(owner, name)).__name__)
    owner.__dict__[name] = "instance"
    show(lambda: getattr(owner, name))
    setattr(owner, name, 5)
    show(lambda: getattr(owner, name))
    show(lambda: delattr(owner, name))
    show(lambda: getattr(owner, name) if name != "only_set" else type(getattr(owner, name)).__name__)
print(Owner.get, Owner.data, Owner.plain, sorted(owner.__dict__))
show(lambda: Owner.missing)
show(lambda: Get("direct").__get__(3))
show(lambda: super(Owner, owner).get)


# __set_name__, and what it raises
class Named:
    def __set_name__(self, owner, name):
        print("set name", owner.__name__, name)
        if name == "bad":
            raise ValueError("bad name")


class Holder:
    first = second = Named()
    locals()["third"] = Named()


def bad_name():
    class Bad:
        bad = Named()


try:
    bad_name()
except RuntimeError as error:
    print(error, "/", repr(error.__cause__))
except ValueError as error:
    print(repr(error), getattr(error, "__notes__", None))
Holder.later = Named()


# __init_subclass__ with arguments, through the hierarchy
class Registry:
    known = {}

    def __init_subclass__(cls, /, key=None, **rest):
        super().__init_subclass__(**rest)
        cls.known[key or cls.__name__] = cls.__mro__[1].__name__


class First(Registry, key="one"):
    pass


class Second(First):
    pass


print(Registry.known)


def too_many():
    class Third(Registry, other=1):
        pass


show(too_many)


# metaclasses: __prepare__, __new__, __init__, __call__, derived ones, conflicts
class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **options):
        print("prepare", name, [base.__name__ for base in bases], options)
        return {"from_prepare": len(name)}

    def __new__(meta, name, bases, namespace, **options):
        print("new", name, sorted(key for key in namespace if not key.startswith("__")))
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        print("init", name, options)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        return super().__call__(*args, **kwargs)

    def __contains__(cls, item):
        return item == cls.__name__

    def __len__(cls):
        return 42

    def __iter__(cls):
        return iter("meta")

    def __getitem__(cls, key):
        return cls, key

    def __add__(cls, other):
        return f"{cls.__name__}+{other}"

    def __repr__(cls):
        return f"<meta {cls.__name__}>"

    @property
    def label(cls):
        return cls.__name__.lower()

    def method(cls):
        return "of meta", cls


class Made(metaclass=Meta, option=1):
    value = 3

    def __init__(self, *args, **kwargs):
        print("made", args, kwargs)


class Child(Made, option=2):
    pass


print("Made" in Made, len(Made), list(Made), Made["key"], Made + 1, Made, Made.label, Made.method(), Made.from_prepare, bool(Made))
made = Child(1, key=2)
print(type(made), type(Child), isinstance(Child, Meta), isinstance(made, Made))
show(lambda: made.label)
show(lambda: made.method())
print(Meta("Dynamic", (Made,), {"x": 1}).x, type("Plain", (), {"y": 2}).y)


class OtherMeta(type):
    pass


def conflict():
    class Both(Made, metaclass=OtherMeta):
        pass


show(conflict)
show(lambda: type("NoOrder", (object, Made), {}))
show(lambda: type("Twice", (Made, Made), {}))
show(lambda: type("Final", (bool,), {}))
show(lambda: type("Layout", (int, str), {}))
show(lambda: type("Instance", (5,), {}))
show(lambda: type("Function", (len,), {}))
for arguments in [(), ("x",), (5, (), {}), ("x", [], {}), ("x", (), []), ("x", (), {}, 1)]:
    show(lambda: type(*arguments) if arguments != ("x",) else type(*arguments).__name__)


# a function as metaclass, __mro_entries__, __class_getitem__, __instancecheck__
def make(name, bases, namespace, **options):
    return name, bases, sorted(key for key in namespace if not key.startswith("__")), options


class ByFunction(metaclass=make, extra=1):
    attribute = 1


print(ByFunction)


class Entries:
    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return (list,)


class FromEntries(Entries()):
    pass


print(FromEntries.__mro__[1], type(FromEntries.__orig_bases__[0]).__name__)


class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


class SubGeneric(Generic):
    pass


print(Generic[int], SubGeneric["x", 1])
show(lambda: Generic()[0])


class Ducks(type):
    def __instancecheck__(cls, instance):
        return hasattr(instance, "quack")

    def __subclasscheck__(cls, subclass):
        return "quack" in vars(subclass)


class Duck(metaclass=Ducks):
    pass


class Robot:
    quack = 1


print(isinstance(Robot(), Duck), issubclass(Robot, Duck), isinstance(3, Duck), isinstance(Duck(), Duck), issubclass(int, (Duck, int)))
show(lambda: isinstance(3, 5))
show(lambda: issubclass(3, int))
show(lambda: isinstance(3, (str, (float, (int,)))))

# changing classes of objects, bases of classes
robot = Robot()
show(lambda: setattr(robot, "__class__", Holder) or type(robot).__name__)
show(lambda: setattr(robot, "__class__", int))
show(lambda: setattr(robot, "__class__", 5))
show(lambda: setattr(5, "__class__", Robot))
show(lambda: setattr(First, "__name__", "Renamed") or First.__name__)
show(lambda: setattr(First, "__name__", 5))
show(lambda: setattr(First, "__qualname__", "A.B") or First)
show(lambda: delattr(First, "__name__"))
show(lambda: setattr(int, "x", 1))
show(lambda: delattr(First, "nothing"))
print(First.__subclasses__() == [Second], Registry.__base__, Second.__bases__ == (First,))


# weak references and their callbacks
class Target:
    pass


target = Target()
calls = []
first, second = weakref.ref(target), weakref.ref(target, lambda ref: calls.append(("second", ref() is None)))
third = weakref.ref(target, lambda ref: calls.append(("third", ref is third)))
print(first is weakref.ref(target), first is second, first == second, hash(first) == hash(target), weakref.getweakrefcount(target))
proxy = weakref.proxy(target)
proxy.attribute = 5
print(target.attribute, proxy.attribute, type(proxy).__name__)
final = weakref.finalize(target, calls.append, "finalized")
print(final.alive)
del target
print(calls, first(), final.alive, first == second)
show(lambda: proxy.attribute)
show(lambda: weakref.ref(5))
show(lambda: weakref.ref([]))
table = weakref.WeakValueDictionary()
keys = weakref.WeakKeyDictionary()
members = weakref.WeakSet()
target = Target()
table["k"] = keys[target] = target
members.add(target)
keys[target] = 1
print(len(table), len(keys), len(members), "k" in table, target in members)
del target
print(len(table), len(keys), len(members), list(table), list(keys))
