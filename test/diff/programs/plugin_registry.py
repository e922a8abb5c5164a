"""A plugin system: a registry metaclass, versioned handlers, hooks found by decorators, and lookups by priority."""

import functools
import inspect
from collections import OrderedDict, defaultdict


class RegistryMeta(type):
    """Keeps all concrete classes by their `kind`, checks their options and counts instances."""

    registry = OrderedDict()

    @classmethod
    def __prepare__(mcls, name, bases, **options):
        namespace = OrderedDict()
        namespace["_options"] = dict(options)
        return namespace

    def __new__(mcls, name, bases, namespace, **options):
        cls = super().__new__(mcls, name, bases, dict(namespace))
        cls._order = [key for key in namespace if not key.startswith("__")]
        return cls

    def __init__(cls, name, bases, namespace, *, kind=None, abstract=False, **options):
        super().__init__(name, bases, namespace)
        if kind is not None:
            if kind in RegistryMeta.registry:
                raise TypeError(f"kind {kind!r} of {name} is taken by {RegistryMeta.registry[kind].__name__}")
            RegistryMeta.registry[kind] = cls
        cls.kind = kind
        cls.instances = 0

    def __call__(cls, *args, **kwargs):
        instance = super().__call__(*args, **kwargs)
        cls.instances += 1
        return instance

    def __getitem__(cls, kind):
        try:
            return RegistryMeta.registry[kind]
        except KeyError:
            raise LookupError(f"no plugin {kind!r}") from None

    def __iter__(cls):
        return iter(RegistryMeta.registry)

    def __len__(cls):
        return len(RegistryMeta.registry)

    def __contains__(cls, kind):
        return kind in RegistryMeta.registry

    def __repr__(cls):
        return f"<plugin {cls.__name__}{'' if cls.kind is None else ' ' + cls.kind}>"

    def __or__(cls, other):
        return Combined(cls, other)

    @property
    def options(cls):
        return cls.__dict__.get("_options", {})


class Combined:
    def __init__(self, *parts):
        self.parts = parts

    def __or__(self, other):
        return Combined(*self.parts, other)

    def __call__(self, *args):
        return [part(*args) for part in self.parts]


def hook(event, *, priority=0):
    def mark(function):
        hooks = function.__dict__.setdefault("hooks", [])
        hooks.append((event, priority))
        return function

    return mark


class Plugin(metaclass=RegistryMeta):
    _table = None

    def __init__(self, name="?"):
        self.name = name

    def __init_subclass__(cls, **options):
        table = defaultdict(list)
        for base in reversed(cls.__mro__):
            for key, value in vars(base).items():
                for event, priority in getattr(value, "hooks", ()):
                    if all(entry[1] != key for entry in table[event]):
                        table[event].append((-priority, key))
        cls._table = {event: sorted(rows) for event, rows in sorted(table.items())}

    def fire(self, event, *args):
        for priority, key in self._table.get(event, ()):
            yield key, -priority, getattr(self, key)(*args)

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Logger(Plugin, kind="log", level=3):
    @hook("start", priority=5)
    @hook("stop")
    def note(self, *args):
        return f"{self.name} notes {args}"


class Counter(Logger, kind="count"):
    total = 0

    @hook("start")
    def count(self, *args):
        self.total += len(args)
        return self.total

    @hook("stop", priority=-2)
    def report(self):
        return f"total {self.total}"

    def note(self, *args):
        return "[" + super().note(*args) + "]"


print(Plugin, Logger, Counter)
print(list(Plugin), len(Plugin), "log" in Plugin, "nope" in Plugin)
print(Logger.options, Counter.options, Plugin["count"])
print(Logger._order, Counter._order)
c = Counter("c1")
for event in ("start", "stop", "none"):
    for row in c.fire(event, *range(len(event) % 4 if event == "start" else 0)):
        print(event, row)
print(c.instances, Logger.instances, Counter.instances, c)
both = Logger | Counter | Logger
print(both("x"), Logger.instances)
try:
    class Again(Plugin, kind="log"):
        pass
except TypeError as error:
    print("TypeError:", error)
try:
    Plugin["zzz"]
except LookupError as error:
    print(type(error).__name__, error, error.__cause__, error.__suppress_context__)
try:
    class Bad(Plugin, int, kind="bad", metaclass=type):
        pass
except TypeError as error:
    print("TypeError:", error)


class Other(type):
    pass


try:
    class Conflict(Plugin, metaclass=Other):
        pass
except TypeError as error:
    print(error)


class Merged(Other, RegistryMeta):
    def mro(cls):
        order = super().mro()
        print("mro of", cls.__name__, [k.__name__ for k in order])
        return order


class Fine(Logger, metaclass=Merged, kind="fine"):
    def __class_getitem__(cls, item):
        return ("class item", item)


print(type(Fine), Fine["log"], Fine.kind, isinstance(Fine, Other))
print(inspect.signature(RegistryMeta.__init__), inspect.signature(hook))
dynamic = RegistryMeta("Dynamic", (Counter,), {"extra": lambda self: "extra " + self.name}, kind="dyn")
print(dynamic, dynamic("d").extra(), dynamic.__mro__[1:3], dynamic.__qualname__, dynamic.__module__)


def singleton(cls):
    instance = None

    @functools.wraps(cls, updated=())
    def make(*args, **kwargs):
        nonlocal instance
        if instance is None:
            instance = cls(*args, **kwargs)
        return instance

    return make


@singleton
class Settings(Plugin, kind="settings"):
    """The only settings."""

    values = {}


print(Settings is Settings, Settings() is Settings(), Settings.__name__, Settings.__doc__, type(Settings).__name__)
print(Settings.__wrapped__)
Plugin["log"].level = 9
print(Logger("l").level, Counter("k").level)
del Logger.level
print(hasattr(Counter, "level"))
del Plugin["x"]
