"""The __context__ chain: what was being handled when the next exception was raised."""
import sys


def chain(error):
    names = []
    while error is not None:
        names.append(f"{type(error).__name__}({error})")
        error = error.__context__
    return " <- ".join(names)


def nested():
    try:
        try:
            try:
                raise ValueError("first")
            except ValueError:
                raise KeyError("second")
        finally:
            raise IndexError("third")
    except IndexError:
        raise OSError("fourth")


try:
    nested()
except OSError as error:
    print(chain(error))


def handled_then_new():
    try:
        raise ValueError("handled")
    except ValueError:
        pass
    raise KeyError("no context")


try:
    handled_then_new()
except KeyError as error:
    print(chain(error))


def helper():
    raise TypeError("in helper")


try:
    try:
        raise ValueError("outer")
    except ValueError:
        helper()
except TypeError as error:
    print(chain(error))

try:
    try:
        raise ValueError("outer")
    except ValueError:
        try:
            helper()
        except TypeError:
            pass
        raise RuntimeError("after an inner one")
except RuntimeError as error:
    print(chain(error))

saved = ValueError("same")
try:
    try:
        raise saved
    except ValueError:
        raise saved
except ValueError as error:
    print(chain(error))

first, second = ValueError("a"), KeyError("b")
try:
    try:
        raise first
    except ValueError:
        raise second
except KeyError:
    try:
        raise first
    except ValueError as error:
        print(chain(error), "|", chain(second))

print(sys.exc_info())
try:
    raise ValueError("current")
except ValueError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1])
print(sys.exc_info() == (None, None, None))
