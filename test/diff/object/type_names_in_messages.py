"""Messages name types that CPython has in C with their module."""
import array, collections, contextvars, functools, io, itertools, operator, os, queue, random, re, struct, sys, threading, time, types, weakref

v = contextvars.ContextVar("v")
objects = [contextvars.copy_context(), v, v.set(1), contextvars.Token.MISSING, collections.deque([1]), iter(collections.deque()), reversed(collections.deque()),
           collections.defaultdict(), collections.namedtuple("A", "b").b, random.Random(1), re.compile("a"), re.match("a", "a"), os.scandir("."), types.SimpleNamespace(),
           operator.itemgetter(1), operator.attrgetter("a"), operator.methodcaller("a"), functools.partial(int), itertools.count(), itertools.chain(), io.StringIO(), io.BytesIO(),
           threading.Lock(), threading.local(), struct.Struct("i"), array.array("i"), weakref.ref(int), time.gmtime(0), sys.version_info, os.stat("."), queue.SimpleQueue(), int | str, {}.keys(), iter([]), range(1)]
for o in objects:
    for f in (lambda: o.no_such_attribute, lambda: o @ 1, lambda: -o, lambda: int(o)):
        try:
            print(f())
        except Exception as error:
            print(type(error).__name__, error)
match types.SimpleNamespace(a=1):
    case types.SimpleNamespace(a=1):
        print("matched")
try:
    match types.SimpleNamespace(a=1):
        case types.SimpleNamespace(1):
            pass
except TypeError as error:
    print(error)
for text in (bytearray(b"x"), b"y", memoryview(b"z")):
    for f in (lambda: int(text), lambda: int(text, 5)):
        try:
            print(f())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
