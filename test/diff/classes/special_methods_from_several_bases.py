"""Which base a special method comes from: several bases, built-in ones among them, and changes afterwards."""


class Sized:
    def __len__(self):
        return 3


class Truth:
    def __bool__(self):
        return False


class Named:
    def __repr__(self):
        return "named " + type(self).__name__

    def __add__(self, other):
        return "Named.__add__"


class Other:
    def __radd__(self, other):
        return "Other.__radd__"

    def __eq__(self, other):
        return "Other.__eq__"


class Called:
    def __call__(self, *args):
        return args

    def __iter__(self):
        return iter("called")


def attempt(*steps):
    for step in steps:
        try:
            print(" ", step())
        except Exception as error:
            print(" ", type(error).__name__, error)


def look(instance):
    print(type(instance).__name__, [base.__name__ for base in type(instance).__mro__])
    attempt(lambda: bool(instance), lambda: len(instance), lambda: repr(instance)[:20], lambda: instance + 1,
            lambda: 1 + instance, lambda: instance == 1, lambda: hash(instance) == object.__hash__(instance),
            lambda: instance(5), lambda: list(instance), lambda: instance < 1, lambda: instance["x"], lambda: -instance)


bases = [Sized, Truth, Named, Other, Called]
for i, first in enumerate(bases):
    for second in bases[i + 1:]:
        look(type(first.__name__ + second.__name__, (first, second), {})())
look(type("All", tuple(bases), {})())
look(type("Backwards", tuple(reversed(bases)), {})())

for native in (int, float, str, bytes, list, dict, set, tuple, Exception, KeyError):
    for extra in ((), (Named,), (Called, Other)):
        look(type("Over_" + native.__name__, (native,) + extra, {})())
        look(type("Under_" + native.__name__, extra + (native,), {})())
look(type("Own", (dict,), {"__len__": lambda self: 7, "__missing__": lambda self, key: key * 2})())
look(type("Deeper", (type("Own", (list,), {"__iter__": lambda self: iter("own")}), Named), {})())


class Left(Named):
    pass


class Right(Named):
    def __repr__(self):
        return "right"


class Both(Left, Right):
    pass


look(Both())
Left.__repr__ = lambda self: "left, later"
look(Both())
del Left.__repr__
Right.__neg__ = lambda self: "negative, later"
Named.__call__ = lambda self, argument: argument + 1
look(Both())
Left.__bases__ = (Called,)
look(Both())
Both.__len__ = lambda self: 11
Named.__bool__ = lambda self: False
Both.plain = Both.__dunder_of_no_slot__ = 1
look(Both())


class Turned(type):
    def mro(cls):
        order = super().mro()
        return [order[0]] + order[-2:0:-1] + order[-1:]


class Above(metaclass=Turned):
    def __len__(self):
        return 1


class Below(Above):
    def __len__(self):
        return 2


class Least(Below):
    pass


print(len(Below()), len(Least()), [cls.__name__ for cls in Least.__mro__])


class Awaited:
    def __await__(self):
        yield from ()
        return "awaited"


class Entered:
    async def __aenter__(self):
        return "entered"

    async def __aexit__(self, *exc):
        return True


class Several(Sized, Awaited, Entered):
    pass


async def use():
    async with Several() as entered:
        return await Several(), entered


try:
    use().send(None)
except StopIteration as stop:
    print(stop.value)
