"""Data model 3.2: the special attributes of functions, methods, built-in functions, modules, classes, and setting them."""

import types


def function(a, b=2, /, c: int = 3, *args, d, e=5, **rest) -> str:
    """The doc."""
    free = 1
    return lambda: free


def show(label, action):
    try:
        print(label, action())
    except Exception as error:
        print(label, type(error).__name__, error)


for name in ("__name__", "__qualname__", "__doc__", "__module__", "__defaults__", "__kwdefaults__", "__annotations__", "__closure__", "__dict__", "__type_params__"):
    show(name, lambda: getattr(function, name))
show("builtins", lambda: type(function.__builtins__).__name__)
show("globals", lambda: function.__globals__ is globals())
code = function.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames[:7], code.co_flags & 0x0C, code.co_firstlineno)
for name, value in (("__name__", 5), ("__name__", "renamed"), ("__qualname__", 5), ("__qualname__", "Other.renamed"), ("__defaults__", 5), ("__defaults__", (1, 2)),
                    ("__kwdefaults__", 5), ("__kwdefaults__", {"d": 4}), ("__doc__", 5), ("__annotations__", 5), ("__annotations__", {"x": 1}), ("__dict__", 5),
                    ("__dict__", {"own": 1}), ("__closure__", None), ("__globals__", {}), ("__code__", 5), ("__module__", 5), ("anything", 7)):
    show(f"set {name} {value!r}", lambda: setattr(function, name, value))
print(function.__name__, function.__qualname__, function.__defaults__, function.__kwdefaults__, function.__doc__, function.__annotations__, function.__dict__)
print(repr(function).split(" at ")[0])
print(type(function(1, e=3)).__name__)
for name in ("__defaults__", "__kwdefaults__", "__name__", "__doc__", "__annotations__", "__dict__", "own", "nothing"):
    show(f"del {name}", lambda: delattr(function, name))
print(function.__defaults__, function.__kwdefaults__, function.__doc__, function.__annotations__)
show("call without defaults", lambda: function(1, e=3))


class Thing:
    """About things."""

    def method(self, x=1):
        """Method doc."""
        return (self, x)

    @classmethod
    def build(cls):
        return cls

    @staticmethod
    def free(x):
        return x


thing = Thing()
method = thing.method
print(method.__self__ is thing, method.__func__ is Thing.method, method.__name__, method.__qualname__, method.__doc__, method.__module__, method.__defaults__)
print(method == thing.method, method is thing.method, hash(method) == hash(thing.method), method == Thing().method, Thing.build == Thing.build, Thing.free is Thing.free)
print(Thing.build.__self__ is Thing, thing.build.__self__ is Thing, Thing.build.__func__.__name__)
show("set on method", lambda: setattr(method, "x", 1))
show("method missing", lambda: method.missing)
Thing.method.tag = "through the function"
show("tag", lambda: method.tag)
bound = types.MethodType(lambda self, *a: (self, a), "receiver")
print(bound(1, 2), bound.__self__, types.MethodType(len, [1, 2])())
show("MethodType", lambda: types.MethodType(5, 1))
show("MethodType none", lambda: types.MethodType(len, None))
show("MethodType args", lambda: types.MethodType(len))
for builtin in (len, "abc".upper, [].append, print, dict.fromkeys, str.maketrans, object.__new__, int.__add__, (5).__add__, str.join, object().__repr__, type.__call__, dict.keys):
    print(type(builtin).__name__, builtin.__name__, builtin.__qualname__, repr(builtin).split(" at ")[0], getattr(builtin, "__module__", "-"))
print("abc".upper.__self__, len.__self__.__name__, dict.fromkeys.__self__, str.join.__objclass__, int.__add__.__objclass__, (5).__add__.__self__)
print([].append == [].append, "a".upper == "a".upper, len == len)
for name in ("__name__", "__qualname__", "__module__", "__doc__", "__bases__", "__mro__", "__base__", "__dictoffset__", "__flags__", "__basicsize__"):
    if name in ("__name__", "__qualname__", "__module__", "__doc__", "__bases__", "__mro__", "__base__"):
        show(name, lambda: getattr(Thing, name))
for name, value in (("__name__", 5), ("__name__", "Renamed"), ("__name__", "a\0b"), ("__qualname__", 5), ("__qualname__", "X.Y"), ("__module__", "elsewhere"), ("__doc__", "new doc"),
                    ("__bases__", ()), ("__bases__", 5), ("__bases__", (5,)), ("__mro__", ()), ("__dict__", {}), ("__class__", 5), ("__base__", int)):
    show(f"set class {name} {value!r}", lambda: setattr(Thing, name, value))
print(Thing, Thing.__name__, Thing.__doc__, repr(thing).split(" at ")[0])
show("del name", lambda: delattr(Thing, "__name__"))
show("del module", lambda: delattr(Thing, "__module__"))
show("set on int", lambda: setattr(int, "x", 1))
show("set on instance of object", lambda: setattr(object(), "x", 1))
show("set class attr of int", lambda: setattr(5, "real", 1))
show("set unknown of int", lambda: setattr(5, "x", 1))
show("del of int", lambda: delattr(5, "real"))
show("set __class__", lambda: setattr(thing, "__class__", int))
show("set __class__ 2", lambda: setattr(thing, "__class__", 5))
show("set __dict__", lambda: setattr(thing, "__dict__", 5))
show("del __dict__", lambda: delattr(thing, "__dict__"))
module = types.ModuleType("fresh", "module doc")
print(module, module.__name__, module.__doc__, module.__dict__["__spec__"], sorted(vars(module)))
module.value = 1
show("module missing", lambda: module.missing)
module.__getattr__ = lambda name: f"computed {name}"
print(module.missing, module.value)
