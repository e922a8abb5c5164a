"""The order in which making a class calls its hooks, and what each gets."""


class Namespace(dict):
    def __init__(self, label):
        super().__init__()
        self.label = label

    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("  bind", key)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        if key == "magic":
            return "made up"
        return super().__getitem__(key)

    def __delitem__(self, key):
        print("  unbind", key)
        super().__delitem__(key)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **keywords):
        print("prepare", mcs.__name__, name, [b.__name__ for b in bases], keywords)
        return Namespace(name)

    def __new__(mcs, name, bases, namespace, **keywords):
        print("new", name, type(namespace).__name__, sorted(k for k in namespace if not k.startswith("__")), keywords)
        made = super().__new__(mcs, name, bases, dict(namespace), **{k: v for k, v in keywords.items() if k == "tag"})
        print("made", name)
        return made

    def __init__(cls, name, bases, namespace, **keywords):
        print("init", name, keywords)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **keywords):
        print("call", cls.__name__, args, keywords)
        result = super().__call__(*args, **keywords)
        print("called", cls.__name__)
        return result

    def mro(cls):
        print("mro", cls.__name__)
        return super().mro()

    def __instancecheck__(cls, instance):
        print("instancecheck", cls.__name__)
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        print("subclasscheck", cls.__name__, other.__name__)
        return super().__subclasscheck__(other)


class Named:
    def __set_name__(self, owner, name):
        print("  set_name", owner.__name__, name)


class Base(metaclass=Meta, extra=1):
    print("body of Base", magic)
    field = Named()
    temp = 1
    del temp

    def __init_subclass__(cls, tag=None, **rest):
        print("  init_subclass", cls.__name__, tag, rest)
        super().__init_subclass__(**rest)

    def __class_getitem__(cls, item):
        return f"{cls.__name__}<{item}>"


class Derived(Base, tag="t", other=2):
    one = Named()
    two = Named()

    def __new__(cls, *args):
        print("  Derived.__new__", args)
        return super().__new__(cls)

    def __init__(self, *args):
        print("  Derived.__init__", args)


instance = Derived(1, 2)
print(Derived[int, str], Base["x"])
print(isinstance(instance, Base), isinstance(5, Base), issubclass(Derived, Base), issubclass(int, Base))
print(isinstance(instance, Derived))


def factory(name, bases, namespace, **keywords):
    print("factory", name, bases, sorted(namespace), keywords)
    return len(namespace)


class Number(metaclass=factory, key="v"):
    x = 1


print(Number, type(Number))


class Entries:
    def __init__(self, *types):
        self.types = types

    def __mro_entries__(self, bases):
        print("mro_entries", len(bases))
        return self.types


class Mixed(Entries(dict, Named), metaclass=type):
    pass


print(Mixed.__bases__, Mixed.__mro__, Mixed.__orig_bases__[0].types)


class Empty(Entries()):
    pass


print(Empty.__bases__)
for broken in (lambda: type("X", (Entries(int),), {}), lambda: type("X", (int, str), {}), lambda: type("X", (5,), {}),
               lambda: type("X", (object, int), {}), lambda: type("X", (bool,), {}), lambda: type(5, (), {}),
               lambda: type("X", [], {}), lambda: type("X", (), []), lambda: type("X\0", (), {}),
               lambda: type("X", (), {"__slots__": ("a", "a b")}), lambda: type("X", (), {"__slots__": 5}),
               lambda: type("X", (int,), {"__slots__": ("a",)}).__slots__, lambda: type("X", (tuple,), {"__slots__": ("a",)}),
               lambda: type("X", (), {"__slots__": ("a",), "a": 1}), lambda: type("X", (), {"__qualname__": 5}),
               lambda: type("X", (), {}, tag=1), lambda: type(), lambda: type(1, 2)):
    try:
        print(broken())
    except Exception as error:
        print(type(error).__name__, error)


class Failing:
    def __set_name__(self, owner, name):
        raise ValueError("refused")


try:
    class Broken:
        attribute = Failing()
except BaseException as error:
    print(type(error).__name__, error, repr(error.__cause__))
