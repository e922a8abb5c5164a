"""except*: splitting, nesting, re-raising, naked exceptions, several handlers, else and finally, refusals."""


def run(make, *handlers):
    try:
        try:
            error = make()
            if error:
                raise error
        except* ValueError as group:
            print("  ValueError:", repr(group))
        except* (KeyError, IndexError) as group:
            print("  Lookup:", repr(group))
            raise
        except* TypeError as group:
            print("  TypeError:", repr(group))
            raise RuntimeError("from handler")
        except* OSError:
            print("  OSError")
            raise LookupError("replaced") from None
        else:
            print("  else")
        finally:
            print("  finally")
    except BaseException as error:
        show(error)


def show(error, indent=2):
    print(" " * indent + repr(error), "context", repr(error.__context__), "cause", repr(error.__cause__))
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            show(inner, indent + 2)


for make in (lambda: None, lambda: ValueError("plain"), lambda: KeyError("plain key"), lambda: ZeroDivisionError("unhandled"), lambda: ExceptionGroup("g", [ValueError(1), ValueError(2)]), lambda: ExceptionGroup("g", [ValueError(1), KeyError(2), TypeError(3), AttributeError(4)]),
             lambda: ExceptionGroup("outer", [ExceptionGroup("inner", [ValueError(1), OSError("os")]), IndexError(5)]), lambda: ExceptionGroup("t", [TypeError(1), TypeError(2)]), lambda: BaseExceptionGroup("b", [ValueError(1), KeyboardInterrupt()]), lambda: ExceptionGroup("only os", [OSError(1)])):
    print("case", repr(make()))
    run(make)


def refuses(types):
    try:
        raise ValueError("x")
    except* types:
        pass


for types in (ExceptionGroup, (ValueError, BaseExceptionGroup), 5, int):
    try:
        refuses(types)
    except Exception as error:
        print(type(error).__name__, error)


class Custom(ExceptionGroup):
    def __new__(cls, message, errors, code):
        self = super().__new__(cls, message, errors)
        self.code = code
        return self

    def derive(self, errors):
        return Custom(self.message, errors, self.code)


try:
    raise Custom("c", [ValueError(1), KeyError(2)], 42)
except* ValueError as group:
    print(type(group).__name__, group.code, group.exceptions)
except* KeyError as group:
    print(type(group).__name__, group.code, group.exceptions)


def loop():
    for i in range(3):
        try:
            raise ExceptionGroup("l", [ValueError(i)])
        except* ValueError as e:
            print("loop", e.exceptions[0])


loop()
try:
    try:
        raise ExceptionGroup("nested", [ValueError(1), KeyError(2)])
    except* ValueError:
        try:
            raise ExceptionGroup("inside", [TypeError(3)])
        except* TypeError as inner:
            print("inside", inner.exceptions)
except* KeyError as rest:
    print("rest", rest.exceptions, rest.message)
