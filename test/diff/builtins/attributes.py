"""getattr, setattr, hasattr, delattr, isinstance, issubclass, type, vars, dir, callable, id."""
class A:
    x = 1
    def __init__(self):
        self.y = 2
    def method(self):
        return self.y
    @property
    def fails(self):
        raise ValueError("in property")
    @property
    def missing(self):
        raise AttributeError("hidden")
class B(A):
    pass
b = B()
print(getattr(b, "x"), getattr(b, "y"), getattr(b, "z", "default"), getattr(b, "method")(), hasattr(b, "x"), hasattr(b, "z"), hasattr(b, "missing"), getattr(b, "missing", 5))
setattr(b, "z", 3); setattr(B, "x", 10); delattr(b, "y")
print(b.z, b.x, A.x, vars(b), b.__dict__ is vars(b), hasattr(b, "y"), sorted(n for n in dir(b) if not n.startswith("__")))
b.__dict__["odd name"] = 1
setattr(b, "with space", 2)
print(getattr(b, "odd name"), vars(b))
print(isinstance(b, A), isinstance(b, (int, A)), isinstance(5, int | str), isinstance(A, type), issubclass(B, A), issubclass(B, (int, object)), issubclass(A, B), isinstance(True, int), type(b) is B, type(b).__name__, isinstance(None, type(None)), isinstance(3, (str, (list, (int,)))), callable(A), callable(b), callable(b.method), callable(lambda: 0))
for action in (lambda: getattr(b, "nope"), lambda: getattr(5, "nope"), lambda: getattr(b, 5), lambda: setattr(5, "x", 1), lambda: setattr(b, "fails", 1), lambda: delattr(b, "nope"), lambda: delattr(b, "x"), lambda: hasattr(b, "fails"), lambda: hasattr(b, 5), lambda: isinstance(b, 5), lambda: issubclass(b, A), lambda: issubclass(A, "x"), lambda: isinstance(1, [int]), lambda: vars(5), lambda: getattr(b), lambda: b.missing, lambda: setattr(int, "x", 1), lambda: None.foo, lambda: (lambda: 0).bar, lambda: A.nope, lambda: len.x, lambda: b.method.zzz, lambda: setattr(None, "a", 1), lambda: [].x, lambda: isinstance(1, list[int])):
    try:
        print(action())
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(type("New", (A,), {"attr": 7, "m": lambda self: self.attr})().m(), type(type), type(int), type(A), type(len).__name__, type(b.method).__name__, type(A.method).__name__, id(b) == id(b), id(b) != id(B()))
try:
    type(1, 2)
except TypeError as error:
    print(error)


# names that are no plain str, attributes that are computed, and errors on the way
class Name(str):
    pass


class Computed:
    slots = None

    def __getattr__(self, name):
        if name == "missing":
            raise AttributeError("no " + name)
        if name == "broken":
            raise ValueError("broken " + name)
        return "computed " + name

    @property
    def strict(self):
        raise AttributeError("inside strict")

    def __setattr__(self, name, value):
        print("  set", name, type(name).__name__)
        super().__setattr__(name, value)


class Bare:
    __slots__ = ("only",)


one, bare = Computed(), Bare()
for case in (lambda: getattr(one, "x"), lambda: getattr(one, Name("x")), lambda: getattr(one, "missing"), lambda: getattr(one, "missing", 1), lambda: getattr(one, "broken", 1), lambda: getattr(one, 5), lambda: getattr(one, 5, 1), lambda: getattr(one, None), lambda: hasattr(one, "missing"), lambda: hasattr(one, "strict"), lambda: hasattr(one, "broken"), lambda: hasattr(one, 5), lambda: hasattr(one, Name("y")), lambda: hasattr(bare, "only"), lambda: getattr(bare, "only"), lambda: getattr(bare, "only", "unset"), lambda: setattr(bare, "only", 3), lambda: getattr(bare, "only"), lambda: setattr(bare, "other", 3), lambda: setattr(one, 5, 1), lambda: setattr(one, Name("z"), 1), lambda: setattr(one, "z" + "z", 2), lambda: one.__dict__, lambda: setattr(5, "x", 1), lambda: setattr(int, "x", 1), lambda: getattr(5, "real"), lambda: getattr(int, "x", None), lambda: hasattr(int, "mro"), lambda: getattr(print, "x"), lambda: getattr(one, "", 0), lambda: getattr(len, "__name__"), lambda: getattr(one), lambda: hasattr(one), lambda: setattr(one, "x"), lambda: getattr(one, "x", 1, 2), lambda: getattr(one, name="x"), lambda: getattr(one, "\ud800", 2)):
    try:
        print(ascii(case()))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "name", "-"))
one.late = "found"
print(getattr(one, Name("late")), getattr(one, Name("late"), 0), hasattr(bare, Name("only")), getattr(bare, Name("only")), one.zz, one.z)
