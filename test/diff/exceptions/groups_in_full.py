"""Exception groups: split, subgroup, derive, except*, nesting, notes and what is printed at the end."""

import sys
import traceback


class MyGroup(ExceptionGroup):
    def __new__(cls, message, excs, code=0):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        return MyGroup(self.message, excs, self.code)


def show(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print(type(error).__name__, error)


def leaf(kind, *args):
    try:
        raise kind(*args)
    except kind as error:
        return error


def tree():
    return ExceptionGroup("outer", [
        leaf(ValueError, 1),
        ExceptionGroup("inner", [leaf(TypeError, "t"), leaf(ValueError, 2), leaf(KeyError, "k")]),
        MyGroup("mine", [leaf(OSError, 2, "gone"), leaf(ZeroDivisionError)], 7),
    ])


def shape(group):
    if isinstance(group, BaseExceptionGroup):
        return [type(group).__name__, group.message, *map(shape, group.exceptions)]
    return repr(group)


g = tree()
print(repr(g))
print(g, "|", g.args[0], len(g.exceptions), g.__class__.__mro__)
match, rest = g.split(ValueError)
print(shape(match), shape(rest))
print(shape(g.subgroup(lambda e: isinstance(e, OSError))), g.subgroup(IndexError), shape(g.split((TypeError, MyGroup))[0]))
print(g.subgroup(lambda e: True) is g, g.split(ExceptionGroup)[1], g.subgroup(MyGroup).exceptions[0].code)
show(ExceptionGroup, "m", [])
show(ExceptionGroup, "m", 3)
show(ExceptionGroup, "m", [3])
show(ExceptionGroup, 3, [ValueError()])
show(ExceptionGroup, "m", [KeyboardInterrupt()])
show(ExceptionGroup, "m")
show(lambda: type(BaseExceptionGroup("m", [ValueError()])), )
show(lambda: type(BaseExceptionGroup("m", [KeyboardInterrupt()])), )
show(lambda: setattr(g, "message", "x"))
show(lambda: g.split(3))
show(lambda: g.subgroup([ValueError]))


def handle(make, *, log):
    try:
        try:
            raise make()
        except* ValueError as eg:
            log.append(("value", shape(eg), type(eg.__context__).__name__))
        except* (TypeError, KeyError) as eg:
            log.append(("type/key", shape(eg)))
            raise RuntimeError("from handler") from eg.exceptions[0]
        except* OSError as eg:
            log.append(("os", shape(eg)))
            raise
        else:
            log.append("else")
        finally:
            log.append("finally")
    except BaseException as error:
        log.append(("out", shape(error), repr(error.__cause__), repr(error.__context__)))
    return log


for make in (tree, lambda: ValueError("naked"), lambda: OSError("naked os"), lambda: KeyError("naked key"), lambda: IndexError("unhandled"), lambda: ExceptionGroup("only", [ValueError(3)]),
             lambda: BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError(4)])):
    for entry in handle(make, log=[]):
        print(entry)
    print("--")


def nothing():
    try:
        pass
    except* ValueError:
        print("no")
    else:
        return "else"


print(nothing())


def loops():
    out = []
    for n in range(4):
        try:
            if n % 2:
                raise ExceptionGroup(f"n{n}", [ValueError(n), TypeError(n)])
        except* ValueError as e:
            out.append(e.exceptions[0].args)
        except* TypeError as e:
            out.append(type(e).__name__)
        else:
            out.append(n)
    try:
        e
    except NameError as error:
        out.append(type(error).__name__)
    return out


print(loops())


def wrong():
    try:
        raise ValueError(1)
    except* ExceptionGroup:
        pass


def wrong2():
    try:
        raise ValueError(1)
    except* (ValueError, 3):
        pass


def both():
    try:
        raise ExceptionGroup("b", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("first")
    except* TypeError:
        raise IndexError("second")


def bare():
    try:
        raise ExceptionGroup("b", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise
    except* TypeError as t:
        raise t


for f in (wrong, wrong2, both, bare):
    try:
        f()
    except BaseException as error:
        print(f.__name__, shape(error), repr(error.__context__), repr(error.__cause__))
        print("".join(traceback.format_exception(error)))
noted = leaf(ValueError, "noted")
noted.add_note("a note\nof two lines")
group = ExceptionGroup("with notes", [noted, leaf(KeyError, "q")])
group.add_note("group note")
print("".join(traceback.format_exception(group)), end="")
part = group.split(ValueError)[0]
print(part.__notes__, part.__traceback__ is group.__traceback__, part.__cause__, part.__context__)
for depth in range(12):
    group = ExceptionGroup(f"level {depth}", [group])
print("".join(traceback.format_exception(group)), end="")
print("".join(traceback.format_exception(ExceptionGroup("wide", [ValueError(n) for n in range(20)]))), end="")
print("".join(traceback.format_exception_only(ExceptionGroup("only", [ValueError(1)]))), end="")


def fail(n):
    if n:
        try:
            fail(n - 1)
        except ValueError as error:
            raise ExceptionGroup(f"fail {n}", [error, leaf(KeyError, n)]) from error
    raise ValueError("bottom")


try:
    fail(1)
except ExceptionGroup as caught:
    saved = caught
try:
    raise TypeError("during")
except TypeError:
    raise saved
