"""Which handler takes which exception: order, tuples, base classes, expressions, bare except."""


class AppError(Exception):
    pass


class NotFound(AppError, LookupError):
    pass


def classify(error):
    try:
        raise error
    except NotFound:
        return "NotFound"
    except (TypeError, ValueError) as caught:
        return f"tuple {type(caught).__name__}"
    except AppError:
        return "AppError"
    except LookupError:
        return "LookupError"
    except Exception:
        return "Exception"
    except:
        return "bare"


for error in (NotFound(), AppError("x"), KeyError(1), UnicodeError("u"), TypeError(), OSError(),
              KeyboardInterrupt(), SystemExit(2), GeneratorExit()):
    print(type(error).__name__, "->", classify(error))


def handlers():
    print("  handler expression evaluated")
    return ValueError


try:
    int("x")
except handlers() as error:
    print(error)
try:
    pass
except undefined_name:
    print("never looked at")
try:
    try:
        raise ValueError("v")
    except 5:
        pass
except TypeError as error:
    print("TypeError:", error, "| context", repr(error.__context__))
try:
    try:
        raise ValueError("v")
    except (KeyError, "no class"):
        pass
except TypeError as error:
    print("TypeError:", error)

try:
    raise ValueError("named")
except ValueError as name:
    print(name)
try:
    name
except NameError as error:
    print("NameError:", error)
print(issubclass(NotFound, LookupError), [c.__name__ for c in NotFound.__mro__])
