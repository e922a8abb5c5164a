"""Attributes, str, repr and args of every built-in exception; construction errors."""

import errno

cases = [
    Exception(), Exception("one"), Exception("one", 2), ValueError(None), KeyError("k"), KeyError("a", "b"), KeyError(), IndexError("i"), StopIteration(5), StopIteration(), StopAsyncIteration("v"), SystemExit(3), SystemExit("bye"), SystemExit(), OSError(2, "No such file"), OSError(2, "No such file", "name.txt"), OSError(2, "x", "a", None, "b"), OSError("only"), OSError(13, "denied"), OSError(99999, "odd"), FileNotFoundError("plain"), ImportError("msg", name="mod", path="/p"), ImportError(), ModuleNotFoundError("no", name="q"),
    AttributeError("att", name="n", obj=5), NameError("nam", name="x"), UnicodeDecodeError("utf-8", b"abc", 1, 2, "bad"), UnicodeEncodeError("ascii", "é", 0, 1, "bad"), UnicodeTranslateError("é", 0, 1, "bad"), SyntaxError("syn"), SyntaxError("msg", ("file.py", 3, 4, "text here", 3, 8)), ZeroDivisionError("z"), AssertionError((1, 2)), KeyboardInterrupt(), MemoryError("m"), RecursionError("r"), NotImplementedError(), ConnectionRefusedError(111, "refused"), TimeoutError("t"), BlockingIOError(11, "again", 5), Warning("w"), DeprecationWarning("d"), EOFError(), BufferError("b"), LookupError("l"), ArithmeticError("a"), GeneratorExit("g"), BaseException("base"),
]
for e in cases:
    print(type(e).__name__, "|", str(e), "|", repr(e), "|", e.args)
    for name in ("value", "code", "errno", "strerror", "filename", "filename2", "name", "path", "obj", "encoding", "object", "start", "end", "reason", "msg", "lineno", "offset", "text", "characters_written"):
        if hasattr(e, name):
            print("   ", name, ascii(getattr(e, name)))
print(type(OSError(errno.ENOENT, "x")).__name__, type(OSError(errno.EACCES, "x")).__name__, type(OSError(errno.EEXIST, "x")).__name__, type(OSError(errno.ETIMEDOUT, "x")).__name__, type(OSError(errno.EPIPE, "x")).__name__, type(OSError(errno.ECONNRESET, "x")).__name__, type(OSError(errno.EINTR, "x")).__name__, type(OSError(errno.ECHILD, "x")).__name__)
for bad in (lambda: UnicodeDecodeError(), lambda: Exception(key=1), lambda: ImportError(bad=1), lambda: StopIteration(x=1), lambda: AttributeError(foo=1), lambda: BaseException.__new__(int), lambda: ValueError().with_traceback(5), lambda: setattr(ValueError(), "__traceback__", 5), lambda: setattr(ValueError(), "__cause__", 5), lambda: setattr(ValueError(), "__context__", 5), lambda: setattr(ValueError(), "args", 5), lambda: delattr(ValueError(), "args"), lambda: ValueError().add_note(5), lambda: SyntaxError("m", 5), lambda: SyntaxError("m", (1, 2))):
    try:
        print(repr(bad()))
    except Exception as error:
        print(type(error).__name__, error)
e = ValueError("a", "b")
e.args = [1, 2, 3]
e.extra = "attribute"
print(e.args, e.__dict__, e.with_traceback(None) is e, e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__)
e.__cause__ = KeyError("c")
print(e.__suppress_context__, repr(e.__cause__))
e.__cause__ = None
e.__suppress_context__ = False
e.__setstate__({"restored": 1})
print(e.restored, e.__reduce__()[1])


# What copies keep, and what a second __init__ leaves.
import copy
import pickle

errors = [ImportError("m", name="n", path="p"), ImportError("a", "b", path="p"), ModuleNotFoundError("m", name="n"), ImportError("m"), OSError(2, "text", "file"), OSError(2, "text", "file", None, "second"),
          OSError("foo", "bar", "baz"), OSError(2, "text"), OSError("one"), NameError("x", name="x"), StopIteration(5), SystemExit(3)]
errors[0].note = "kept"
for error in errors:
    print(error.__reduce__()[1:])
    for made in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        print(type(made).__name__, made, made.args, vars(made), [getattr(made, name, "-") for name in ("name", "path", "msg", "filename", "filename2", "errno")])
again = ImportError("first", name="n", path="p")
again.__init__("second", path="q")
print(again.name, again.path, again.msg, again.args)
again.__init__("third", "more")
print(again.name, again.path, again.msg, again.args)
again = AttributeError("x", name="n", obj=5)
again.__init__("y", name="m")
print(again.name, again.obj)
