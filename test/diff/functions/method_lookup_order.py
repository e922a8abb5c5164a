# A method is looked up before the arguments of its call are computed.
import asyncio
import math


def told(value):
    print("argument", value)
    return value


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Plain:
    def method(self, value):
        return "method", value

    def replace(self):
        self.method = lambda value: ("instance", value)
        return "replaced"

    @property
    def computed(self):
        print("property")
        return lambda value: ("computed", value)

    @staticmethod
    def free(value, *more, key=None):
        return "free", value, more, key

    @classmethod
    def of_class(cls, value):
        return cls.__name__, value


class Proxy:
    def __getattr__(self, name):
        print("getattr", name)
        if name == "missing":
            raise AttributeError("no " + name)
        return lambda *args, **kwargs: (name, args, kwargs)


class Everything:
    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)

    def method(self, value):
        return "everything", value


class Slotted:
    __slots__ = ("call",)


class Descriptor:
    def __get__(self, instance, owner):
        print("get", owner.__name__)
        return lambda value: ("descriptor", value)


class Described(Plain):
    described = Descriptor()

    def method(self, value):
        print("to super")
        return super().method(told(value))

    def failing(self, value):
        return super().nothing(told(value))


def failures():
    for value in (1, None, "text", [1], {1: 2}, (1,), 2.5, Plain(), Slotted(), math, Plain, Proxy(), range(3), iter([1]), told):
        show(lambda: value.missing(told(type(value).__name__)))
        show(lambda: value.missing(told(1), key=told(2)))
    show(lambda: "text".missing(told(1)))
    show(lambda: [].missing(told(1)))
    show(lambda: (1).missing(told(1), 2))
    show(lambda: {}.append(told(1)))
    show(lambda: None.append(1 / 0))
    show(lambda: Slotted().call(told(1)))
    show(lambda: Described().failing(3))


def sites():
    """The same site with receivers of several kinds."""
    slotted = Slotted()
    slotted.call = lambda value: ("slot", value)
    changed = Plain()
    changed.method = lambda value: ("own", value)
    replaced = Plain()
    for value in (Plain(), Plain(), changed, Described(), Everything(), Proxy(), Plain(), Plain, 3, changed, replaced):
        show(lambda: value.method(told(4)))
        show(lambda: value.of_class(told(5)))
        show(lambda: value.free(told(5), told(6), key=told(7)))
    show(lambda: replaced.replace())
    show(lambda: replaced.method(told(8)))
    show(lambda: replaced.computed(told(8)))
    show(lambda: Described().described(told(9)))
    show(lambda: slotted.call(told(10)))
    show(lambda: math.floor(told(2.5)))
    show(lambda: "-".join(told(["a", "b"])))
    items = [1]
    items.append(told(2))
    items.insert(told(0), told(5))
    print(items)


class Awaited:
    async def method(self, value):
        await asyncio.sleep(0)
        return "awaited", value

    async def plain(self, value):
        return "plain", value


async def waits():
    async def asked(value):
        print("asked", value)
        await asyncio.sleep(0)
        return value

    one = Awaited()
    print(await one.method(await asked(1)), await one.plain(await asked(2)))
    for value in (one, Proxy(), None, 5):
        try:
            print(await value.method(await asked(3)))
        except (AttributeError, TypeError) as error:
            print(type(error).__name__, error)
        try:
            print(await value.missing(await asked(4)))
        except (AttributeError, TypeError) as error:
            print(type(error).__name__, error)
    one.method = Awaited().plain
    print(await one.method(await asked(5)))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(one.plain(told(6)))
    print(task.result())


failures()
sites()
asyncio.run(waits())
