"""ExceptionGroup: construction, split, subgroup, derive, str, repr, notes, nesting, errors."""

leaf = [ValueError(1), TypeError(2), OSError(3)]
g = ExceptionGroup("top", [leaf[0], ExceptionGroup("mid", [leaf[1], leaf[2]]), KeyError("k")])
g.add_note("a note")
g.__cause__ = RuntimeError("cause")
print(g, repr(g), g.message, g.exceptions, g.args, str(ExceptionGroup("one", [ValueError()])))
match, rest = g.split(ValueError)
print(repr(match), repr(rest), match.__notes__, repr(match.__cause__))
print(g.split((TypeError, KeyError)), g.split(ZeroDivisionError), g.split(Exception)[0] is g, g.subgroup(OSError), g.subgroup(lambda e: isinstance(e, KeyError)), g.subgroup(lambda e: False), g.subgroup(lambda e: True) is g)
print(g.split(lambda e: isinstance(e, ExceptionGroup)), g.derive([ValueError(9)]), type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)


def leaves(e):
    if isinstance(e, BaseExceptionGroup):
        for inner in e.exceptions:
            yield from leaves(inner)
    else:
        yield e


print(list(leaves(g)) == [leaf[0], leaf[1], leaf[2], g.exceptions[-1]])
for bad in (lambda: ExceptionGroup(), lambda: ExceptionGroup("m"), lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", 5), lambda: ExceptionGroup("m", [5]), lambda: ExceptionGroup("m", [ValueError]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: ExceptionGroup("m", "ab"), lambda: ExceptionGroup("m", [ValueError()], 3), lambda: g.split(5), lambda: g.subgroup("x"), lambda: setattr(g, "message", "n"), lambda: setattr(g, "exceptions", ()), lambda: g.derive(5), lambda: g.split((ValueError, 5)), lambda: ExceptionGroup(message="m", exceptions=[]), lambda: type("X", (ExceptionGroup, ValueError), {})("m", [KeyboardInterrupt()])):
    try:
        print(repr(bad()))
    except Exception as error:
        print(type(error).__name__, error)


class Coded(ExceptionGroup):
    def derive(self, errors):
        print("  derive", errors)
        return type(self)(self.message + "*", errors)


c = Coded("coded", [ValueError(1), Coded("in", [KeyError(2), ValueError(3)])])
print(c.split(ValueError), type(c.subgroup(KeyError)).__name__)


class Plain(ExceptionGroup):
    pass


print([type(part).__name__ for part in Plain("p", [ValueError(), KeyError()]).split(KeyError)], isinstance(g, Exception), issubclass(ExceptionGroup, Exception), ExceptionGroup.__mro__[1:3], ExceptionGroup[int] if hasattr(ExceptionGroup, "__class_getitem__") else "")
for method in g.split, g.subgroup, g.derive:
    for call in lambda: method(), lambda: method(1, 2), lambda: method(1), lambda: method(x=1):
        try:
            call()
        except TypeError as error:
            print(error)
