"""The hierarchy of built-in exceptions: bases, arguments, attributes of their own, pickling hooks, text."""
import builtins


def show(function):
    try:
        print(function())
    except Exception as error:
        print("!", type(error).__name__, error)


names = sorted(name for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, BaseException))
for name in names:
    kind = getattr(builtins, name)
    print(name, [base.__name__ for base in kind.__mro__[1:-1]], kind.__module__, kind.__qualname__)
ARGUMENTS = {"UnicodeDecodeError": ("utf-8", b"ab\xff", 2, 3, "reason"), "UnicodeEncodeError": ("ascii", "a\xe9b", 1, 2, "reason"),
             "UnicodeTranslateError": ("abc", 0, 2, "reason"), "ExceptionGroup": ("g", [ValueError(1)]), "BaseExceptionGroup": ("g", [KeyError(1)])}
for name in names:
    kind = getattr(builtins, name)
    for arguments in [ARGUMENTS.get(name, ("one",)), ARGUMENTS.get(name, ("one", 2, None)), ()]:
        try:
            error = kind(*arguments)
        except TypeError as refused:
            print(name, "refuses:", refused)
            continue
        print(name, repr(error), "|", str(error), "|", error.args)
        print("  ", error.__cause__, error.__context__, error.__suppress_context__, error.__traceback__)
        extra = sorted(attribute for attribute in set(dir(kind)) - set(dir(Exception)) if not attribute.startswith("_"))
        print("  ", [(attribute, getattr(error, attribute)) for attribute in extra if hasattr(error, attribute) and not callable(getattr(error, attribute))])
        print("  ", error.__reduce__()[1:])
        error.extra = 1
        print("  ", error.__reduce__()[-1], vars(error))
    show(lambda: kind(key=1))

# OSError's arguments choose a subclass and fill attributes
for number in (1, 2, 3, 4, 11, 13, 17, 20, 21, 32, 104, 110, 111, 9999):
    error = OSError(number, "text", "file", None, "other")
    print(number, type(error).__name__, error, repr(error), error.errno, error.strerror, error.filename, error.filename2, error.args)
show(lambda: (OSError(2).errno, OSError(2, "t").errno, OSError("a", "b").errno, OSError(2, "t", "f").args, FileNotFoundError(13, "t").errno))
error = OSError(2, "a", "b")
error.errno, error.strerror, error.filename = 5, "changed", b"bytes"
print(str(error), error.args)

# StopIteration, SystemExit, ImportError, NameError, AttributeError, SyntaxError, KeyError
print(StopIteration().value, StopIteration(1, 2).value, SystemExit().code, SystemExit(3).code, SystemExit(1, 2).code)
show(lambda: ImportError("m", name="n", path="p").path)
show(lambda: ImportError("m", nothing=1))
show(lambda: (NameError("m", name="n").name, AttributeError("m", name="n", obj=5).obj))
show(lambda: NameError("m", obj=1))
for arguments in [("bad",), ("bad", ("f.py", 3, 4, "text", 3, 6)), ("bad", ("f.py", 3, 4, "text")), ("bad", (None, None, None, None)), ("bad", "worse"), ("bad", (1, 2))]:
    show(lambda: (str(SyntaxError(*arguments)), SyntaxError(*arguments).lineno, SyntaxError(*arguments).end_offset))
print(str(KeyError("k")), str(KeyError()), str(KeyError("a", "b")), str(KeyError(None)))

# Unicode errors are mutable, and read their parts anew
error = UnicodeEncodeError("ascii", "a\xe9\u4e00\U0001f40d", 1, 2, "why")
for error.start, error.end in [(1, 2), (2, 3), (3, 4), (0, 4), (-5, 99), (3, 1)]:
    print(error, error.start, error.end)
error.reason, error.encoding, error.object = "because", "latin-1", "zz"
print(error)
show(lambda: UnicodeDecodeError("utf-8", "text", 0, 1, "why"))
show(lambda: UnicodeEncodeError("utf-8", b"bytes", 0, 1, "why"))
show(lambda: UnicodeDecodeError("utf-8", bytearray(b"\x80"), 0, 1, "why"))

# changing what chains
error = ValueError("x")
for attribute, value in [("__cause__", 5), ("__context__", "c"), ("__traceback__", 1), ("__suppress_context__", "yes"), ("args", 5), ("args", [1, 2]),
                         ("__cause__", KeyError), ("__context__", None), ("__cause__", error), ("__traceback__", None)]:
    show(lambda: setattr(error, attribute, value))
print(error.args, error.__suppress_context__, error.__cause__ is error)
for attribute in ("__cause__", "__context__", "__traceback__", "args", "__suppress_context__"):
    show(lambda: delattr(error, attribute))
show(lambda: error.add_note(5))
error.add_note("a")
error.add_note("b")
print(error.__notes__)
error.__notes__ = "no list"
show(lambda: error.add_note("c"))
show(lambda: error.with_traceback(5))
show(lambda: error.__setstate__({"a": 1}) or error.a)
show(lambda: error.__setstate__(5))
