"""except* in every combination: nested groups, re-raise, raise inside, else and finally, return values of loops."""


def show(error, depth=0):
    pad = "  " * depth
    if isinstance(error, BaseExceptionGroup):
        print(f"{pad}{type(error).__name__}: {error.message}")
        for inner in error.exceptions:
            show(inner, depth + 1)
    else:
        print(f"{pad}{type(error).__name__}: {error} (context {error.__context__!r}, cause {error.__cause__!r})")


def attempt(label, action):
    print("--", label)
    try:
        print("result", action())
    except BaseException as error:
        show(error)


def tree():
    return ExceptionGroup("top", [ValueError(1), TypeError(2), ExceptionGroup("inner", [ValueError(3), KeyError(4), ExceptionGroup("deep", [OSError(5)])])])


def handled(*kinds):
    def run():
        seen = []
        try:
            raise tree()
        except* kinds as group:
            seen.append([type(e).__name__ for e in flatten(group)])
        return seen
    return run


def flatten(group):
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from flatten(error)
        else:
            yield error


attempt("one", handled(ValueError))
attempt("two", handled(ValueError, KeyError))
attempt("all", handled(Exception))
attempt("none", handled(ZeroDivisionError))
attempt("lookup", handled(LookupError, OSError, TypeError, ValueError))


def several():
    order = []
    try:
        try:
            raise tree()
        except* ValueError as group:
            order.append(("value", len(group.exceptions)))
        except* (KeyError, OSError) as group:
            order.append(("key", [type(e).__name__ for e in flatten(group)]))
        except* ValueError:
            order.append("never")
        else:
            order.append("else")
        finally:
            order.append("finally")
    except* TypeError as rest:
        order.append([str(e) for e in flatten(rest)])
    return order


attempt("several", several)


def bare():
    try:
        raise ValueError("naked")
    except* ValueError as group:
        return_value = (type(group).__name__, group.message, group.exceptions, group.exceptions[0].__traceback__ is not None)
    return return_value


attempt("bare exception", bare)


def raises_new():
    try:
        raise tree()
    except* ValueError:
        raise RuntimeError("replacement")
    except* TypeError as group:
        raise
    except* KeyError as group:
        raise LookupError("from key") from group.exceptions[0]


attempt("raise inside", raises_new)


def reraise_named():
    try:
        raise tree()
    except* ValueError as group:
        raise group


attempt("raise the group", reraise_named)


def nothing_raised():
    try:
        value = 5
    except* ValueError:
        value = "wrong"
    else:
        value += 1
    finally:
        value += 10
    return value


attempt("nothing raised", nothing_raised)


class Custom(ExceptionGroup):
    def __new__(cls, message, errors, code):
        self = super().__new__(cls, message, errors)
        self.code = code
        return self

    def derive(self, errors):
        return Custom(self.message + "'", errors, self.code)


def custom():
    try:
        raise Custom("custom", [ValueError(1), TypeError(2)], 42)
    except* ValueError as group:
        print(type(group).__name__, group.message, group.code)


attempt("custom", custom)
attempt("base only", lambda: (_ for _ in ()).throw(BaseExceptionGroup("b", [KeyboardInterrupt()])))
group = tree()
group.add_note("a note")
matching, rest = group.split(ValueError)
show(matching)
show(rest)
print(matching.__notes__, rest.__notes__, matching.__notes__ is rest.__notes__)
print(group.subgroup(lambda e: e.args == (5,)), group.subgroup(int), group.split(lambda e: True)[1]) if False else None
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x", 5), lambda: ExceptionGroup("x", [KeyboardInterrupt()]),
            lambda: BaseExceptionGroup("x", [ValueError()]).__class__, lambda: ExceptionGroup("x"), lambda: ExceptionGroup(), lambda: group.split(5), lambda: group.split((ValueError, 5)), lambda: group.derive([]), lambda: setattr(group, "exceptions", ()), lambda: ExceptionGroup("x", (ValueError(),)).exceptions):
    try:
        print(repr(bad()))
    except Exception as error:
        print(type(error).__name__, error)


def star_with_group_type(kind):
    try:
        try:
            raise tree()
        except* kind:
            pass
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for kind in (ExceptionGroup, (ValueError, BaseExceptionGroup), int, "text"):
    print(star_with_group_type(kind))


def in_loop():
    seen = []
    for kinds in ([ValueError], [TypeError, ValueError], [KeyError]):
        try:
            raise ExceptionGroup("loop", [kind(len(seen)) for kind in kinds])
        except* ValueError as g:
            seen.append(("v", len(g.exceptions)))
        except* (TypeError, KeyError) as g:
            seen.append(("tk", repr(g.exceptions)))
    try:
        g
    except NameError as error:
        seen.append(str(error))
    return seen


attempt("loop", in_loop)
