"""Class bodies are code: they run once, see their own names, and nest."""
trace = []


class Outer:
    trace.append("outer start")
    factor = 3
    values = [n for n in range(factor)]
    doubled = list(map(lambda n: n * 2, values))
    if factor > 2:
        extra = "conditional"

        def conditional(self):
            return self.extra
    else:
        def missing(self):
            return None

    for name in ("a", "b"):
        trace.append(name)

    class Inner:
        trace.append("inner")
        depth = 2

        def path(self):
            return __class__.__qualname__

    def method(self):
        return Outer.Inner().path(), factor_global

    __private = "mangled"

    def read_private(self):
        return self.__private

    del values
    trace.append("outer end")


factor_global = "global"
print(trace, Outer.doubled, Outer.extra, Outer.name, hasattr(Outer, "values"), hasattr(Outer, "missing"))
print(Outer().method(), Outer().conditional(), Outer.Inner.depth, Outer.method.__qualname__)
print(Outer().read_private(), hasattr(Outer, "__private"), Outer._Outer__private)


def make(base, value):
    class Local(base):
        stored = value

        def get(self):
            return value, self.stored, base.__name__
    return Local


first, second = make(object, 1), make(Outer, 2)
print(first().get(), second().get(), first.__qualname__, first is not make(object, 1), second.extra)
x = "module"


class Shadow:
    before = x
    x = "class"
    after = x
    read = lambda self: x


print(Shadow.before, Shadow.after, Shadow().read())
try:
    class Fails:
        trace.append("failing")
        raise ValueError("in a class body")
except ValueError as error:
    print(error, trace[-1])
try:
    Fails
except NameError as error:
    print("NameError:", error)
