"""What copies and pickles of exceptions keep: files' names, modules' names, attributes, classes of one's own."""
import asyncio
import copy
import pickle


class MoreRead(asyncio.IncompleteReadError):
    pass


class Refused(OSError):
    pass


class WithInit(OSError):
    def __init__(self, code, path):
        super().__init__(code, "no such thing", path)
        self.code = code


EXCEPTIONS = [
    OSError(2, "gone", "file"),
    OSError(18, "apart", "from", None, "to"),
    OSError(5, "short"),
    OSError("one"),
    OSError(1, 2, 3, 4, 5),
    Refused(13, "no", "place"),
    BlockingIOError(11, "later", 3),
    ImportError("none", name="module", path="place"),
    ImportError("none", name="module"),
    ModuleNotFoundError("one", "two"),
    StopIteration(4),
    SystemExit(3),
    KeyError(3),
    UnicodeDecodeError("utf-8", b"ab", 0, 1, "wrong"),
    ExceptionGroup("several", [ValueError(3), OSError(2, "gone", "file")]),
    SyntaxError("wrong", ("file", 1, 2, "text", 3, 4)),
    asyncio.IncompleteReadError(b"abc", 10),
    MoreRead(b"", None),
    asyncio.LimitOverrunError("message", 10),
    asyncio.CancelledError("why"),
    asyncio.QueueFull(),
    asyncio.InvalidStateError("state"),
]
NAMES = ("errno", "strerror", "filename", "filename2", "name", "path", "msg", "value", "code", "partial", "expected",
         "consumed", "exceptions", "characters_written")


def show(title, error):
    fields = {name: getattr(error, name) for name in NAMES if hasattr(error, name)}
    print(" ", title, repr(error), str(error), error.args, fields, vars(error))


for error in EXCEPTIONS:
    print(error.__reduce__())
    error.note = "kept"
    print(error.__reduce__())
    show("itself", error)
    show("copy", copy.copy(error))
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        show(protocol, pickle.loads(pickle.dumps(error, protocol)))

try:
    open("/nowhere/at/all")
except OSError as error:
    show("opened", pickle.loads(pickle.dumps(error)))
    show("copied", copy.copy(error))
try:
    pickle.loads(pickle.dumps(WithInit(1, "place")))
except TypeError as error:
    print(error)

error = asyncio.IncompleteReadError(b"abc", 10)
error.partial = b"other"
del error.expected
print(vars(error))
try:
    error.__reduce__()
except AttributeError as missing:
    print(missing)
error = asyncio.LimitOverrunError("message", 10)
error.args = ()
try:
    error.__reduce__()
except IndexError as empty:
    print(empty)
error = OSError(2, "gone", "file")
error.args = ("one", "two")
print(error.__reduce__())
error.filename = None
print(error.__reduce__())
