"""Metaclasses, __init_subclass__, __prepare__, type with three arguments, class decorators."""


class Registry(type):
    classes = {}

    def __new__(mcls, name, bases, namespace, tag=None):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.tag = tag
        mcls.classes[name] = cls
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
        print("  made", name, sorted(kwargs))

    def __call__(cls, *args):
        print("  instantiating", cls.__name__)
        return super().__call__(*args)

    def __len__(cls):
        return len(cls.__name__)

    def __iter__(cls):
        return iter(cls.__name__)


class Base(metaclass=Registry):
    pass


class Child(Base, tag="t"):
    def __init__(self, value):
        self.value = value


print(Registry.classes.keys(), Child.tag, Base.tag, Child(5).value, len(Child), list(Base), type(Child).__name__)


class Plugin:
    plugins = []

    def __init_subclass__(cls, /, priority=0, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.plugins.append((priority, cls.__name__))


class First(Plugin, priority=2):
    pass


class Second(First):
    pass


print(sorted(Plugin.plugins))


class Ordered(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return {"prepared": True}


class Uses(metaclass=Ordered):
    seen = prepared


print(Uses.seen, Uses.prepared)
Made = type("Made", (Base,), {"greet": lambda self: f"hi from {type(self).__name__}"})
print(Made().greet(), Made.__mro__[1].__name__)


def add_repr(cls):
    cls.__repr__ = lambda self: f"<{cls.__name__} {vars(self)}>"
    return cls


@add_repr
class Decorated:
    def __init__(self):
        self.a = 1


print(Decorated())
try:
    Plugin.__init_subclass__(wrong=1)
except TypeError as error:
    print("TypeError:", error)
try:
    class Mixed(Base, metaclass=Ordered):
        pass
except TypeError as error:
    print("TypeError:", error)
