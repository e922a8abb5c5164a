"""Metaclasses: __prepare__, __new__, __init__, __call__, keywords, conflicts, attributes through the metaclass."""


class Recording(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("  bind", key)
        super().__setitem__(key, value)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        print("prepare", name, [b.__name__ for b in bases], kwargs)
        return Recording(injected=42)

    def __new__(mcls, name, bases, namespace, **kwargs):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")))
        return super().__new__(mcls, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", name, kwargs)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        return super().__call__(*args, **kwargs)

    def __getattr__(cls, name):
        return f"{cls.__name__}::{name}"

    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter("meta")

    def __contains__(cls, item):
        return item == "in"

    def __getitem__(cls, key):
        return ("item", key)

    def __repr__(cls):
        return f"<meta {cls.__name__}>"

    def __add__(cls, other):
        return "added"

    def __instancecheck__(cls, instance):
        return instance == "instance"

    def __subclasscheck__(cls, sub):
        return sub is int

    @property
    def shout(cls):
        return cls.__name__.upper()


class A(metaclass=Meta, flag=True):
    x = 1
    print("  body sees", injected)

    def method(self):
        return "m"


class B(A, other=2):
    y = 2


b = B()
print(B.x, B.unknown, len(B), list(B), "in" in B, B["k"], B, B + 1, isinstance("instance", B), issubclass(int, B), B.shout, type(B), b.method(), type(b) is B, bool(B))
for bad in (lambda: b.shout, lambda: b.unknown, lambda: len(b), lambda: b["k"], lambda: B(1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class OtherMeta(type):
    pass


class C(metaclass=OtherMeta):
    pass


try:
    class D(B, C):
        pass
except TypeError as error:
    print(error)


class Both(Meta, OtherMeta):
    pass


class E(B, C, metaclass=Both):
    pass


print(type(E), E.__mro__)


def function_meta(name, bases, namespace):
    return (name, bases, sorted(k for k in namespace if k[0] != "_"))


class F(metaclass=function_meta):
    a = 1
    b = 2


print(F)
for bad in ({"metaclass": 5}, {"metaclass": None}, {"unknown": 1}):
    try:
        class G(**bad):
            pass
    except TypeError as error:
        print(error)
