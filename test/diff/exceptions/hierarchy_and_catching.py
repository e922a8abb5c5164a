"""Which except clause catches what: order, tuples, subclasses, names unbound afterwards, re-raise, else, finally."""


class AppError(Exception):
    pass


class NetError(AppError):
    def __init__(self, code):
        super().__init__(code)
        self.code = code

    def __str__(self):
        return f"net {self.code}"


class Meta(type):
    def __subclasscheck__(cls, sub):
        return True

    def __instancecheck__(cls, instance):
        print("  instancecheck is not asked")
        return True


class Claims(Exception, metaclass=Meta):
    pass


def attempt(error):
    try:
        try:
            if error is not None:
                raise error
        except (KeyError, IndexError) as e:
            return f"lookup {e!r}"
        except NetError as e:
            e.code += 1
            raise
        except AppError:
            return "app"
        except Claims:
            return "claims"
        except ArithmeticError as e:
            raise AppError("wrapped") from e
        except Exception as e:
            return f"other {type(e).__name__}"
        else:
            return "none"
        finally:
            print("  finally")
    except AppError as e:
        return f"outer {e} cause={e.__cause__!r} context={e.__context__!r}"
    except BaseException as e:
        return f"base {type(e).__name__}"


for error in (None, KeyError("k"), KeyError, IndexError, NetError(5), AppError("x"), Claims("c"), ZeroDivisionError("z"), OverflowError, ValueError, SystemExit(1), KeyboardInterrupt, GeneratorExit(), StopIteration(1), 5, "text", None, int):
    try:
        print(attempt(error))
    except TypeError as e:
        print("TypeError", e)


def bad_clause(clause):
    try:
        raise ValueError("v")
    except clause:
        return "caught"


for clause in (5, "x", (ValueError, 5), (5, ValueError), int, (int,), (), ((KeyError, ValueError),), [ValueError]):
    try:
        print(bad_clause(clause))
    except Exception as e:
        print(type(e).__name__, e, "|", repr(e.__context__))


def unbound():
    e = "before"
    try:
        raise ValueError("x")
    except ValueError as e:
        pass
    return e


try:
    unbound()
except UnboundLocalError as error:
    print(error)
try:
    raise
except RuntimeError as error:
    print(error)
for cause in (KeyError, KeyError("i"), None, 5, "x", int):
    try:
        raise ValueError("v") from cause
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error, repr(error.__cause__), error.__suppress_context__)


class NoInit(Exception):
    def __init__(self):
        pass


class Returns(Exception):
    def __new__(cls, *args):
        return 5


print(repr(NoInit()), NoInit().args)
try:
    raise NoInit("argument")
except TypeError as error:
    print(error)
try:
    raise Returns
except TypeError as error:
    print(error)
