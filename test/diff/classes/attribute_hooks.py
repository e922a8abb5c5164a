"""__getattr__, __getattribute__, __setattr__, __delattr__, __dir__ and __class_getitem__."""


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_log", [])

    def __getattr__(self, name):
        self._log.append(f"get {name}")
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self._log.append(f"set {name}")
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._log.append(f"del {name}")
        delattr(self._target, name)


class Target:
    kind = "target"

    def __init__(self):
        self.value = 1

    def double(self):
        return self.value * 2


target = Target()
proxy = Proxy(target)
proxy.value = 21
print(proxy.value, proxy.double(), proxy.kind, target.value)
del proxy.value
try:
    proxy.value
except AttributeError as error:
    print("AttributeError:", error)
print(proxy._log, vars(target))


class Strict:
    allowed = ("a", "b")

    def __setattr__(self, name, value):
        if name not in self.allowed:
            raise AttributeError(f"no attribute {name!r}")
        super().__setattr__(name, value * 10)


strict = Strict()
strict.a = 1
try:
    strict.c = 1
except AttributeError as error:
    print(error, vars(strict))


class Counting:
    def __getattribute__(self, name):
        seen = object.__getattribute__(self, "__dict__")
        seen["count"] = seen.get("count", 0) + 1
        return super().__getattribute__(name)

    def method(self):
        return "method"


counting = Counting()
counting.x = 5
print(counting.method(), counting.x, counting.count)


class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item.__name__}]"

    def __dir__(self):
        return ["zeta", "alpha"]


print(Generic[int], dir(Generic()), getattr(Generic(), "nope", None))
