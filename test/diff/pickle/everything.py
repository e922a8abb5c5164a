"""copy, pickle and copyreg: shared references, cycles, all protocols, hooks of classes."""
import copy
import copyreg
import io
import pickle
import pickletools
from collections import OrderedDict, defaultdict, deque, namedtuple, Counter
from dataclasses import dataclass, field
from enum import Enum
import datetime

Point = namedtuple("Point", "x y")


class Color(Enum):
    RED = 1
    BLUE = 2


@dataclass
class Node:
    name: str
    children: list = field(default_factory=list)


class WithState:
    def __init__(self, value):
        self.value = value
        self.cache = lambda: None

    def __getstate__(self):
        return {"value": self.value}

    def __setstate__(self, state):
        self.value = state["value"]
        self.cache = "restored"


class Slots:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a, self.b = a, b


class NewArgs(tuple):
    def __new__(cls, first, *rest):
        return super().__new__(cls, (first, *rest))

    def __getnewargs__(self):
        return tuple(self)


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduced, self.args, {"extra": 7}, None, None


class MyList(list):
    pass


class MyDict(dict):
    tag = "class"


class Failure(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


def function(x):
    return x * 2


values = [
    None, True, False, 0, 1, -1, 255, 256, 65536, -2**31, 2**63, 2**100, -2**200, 0.0, -1.5, float("inf"), 1j,
    "", "text", "äöü€\U0001F600", "x" * 300, b"", b"bytes", b"\xff" * 300, bytearray(b"abc"), (), (1,), (1, 2), (1, 2, 3),
    (1, 2, 3, 4), [], [1, [2, [3]]], {}, {"a": 1, 2: (3,)}, set(), {1}, frozenset({1}), range(3), slice(1, 2, 3), Ellipsis, NotImplemented,
    Point(1, 2), Color.RED, Node("a", [Node("b")]), OrderedDict(a=1), defaultdict(list, {"x": [1]}), deque([1, 2], 5),
    Counter("aab"), datetime.date(2024, 1, 2), int, Point, Color, function, len, ValueError("x"), Failure(3, "bad"), MyList([1, 2]),
    complex(1, 2), type(None), type(...), datetime.timedelta(1, 2),
]
for value in values:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        try:
            data = pickle.dumps(value, protocol)
            back = pickle.loads(data)
        except Exception as error:
            print(protocol, type(value).__name__, "failed", type(error).__name__, error)
            continue
        same = back == value or repr(back) == repr(value)
        if not same or type(back) is not type(value):
            print(protocol, repr(value)[:50], repr(back)[:50], same)
    print(repr(value).split(" at 0x")[0][:40], pickle.dumps(value, 2)[:60], pickle.dumps(value)[:60])

for protocol in range(6):
    print("protocol", protocol)
    shared = [1]
    graph = {"a": shared, "b": shared}
    back = pickle.loads(pickle.dumps(graph, protocol))
    print(back, back["a"] is back["b"])
    cyclic = [1]
    cyclic.append(cyclic)
    back = pickle.loads(pickle.dumps(cyclic, protocol))
    print(back[1] is back)
    state = pickle.loads(pickle.dumps(WithState(5), protocol))
    print(state.value, state.cache)
    reduced = pickle.loads(pickle.dumps(Reduced(1, 2), protocol))
    print(reduced.args, reduced.extra)
    mine = MyDict(a=1)
    mine.attribute = [1]
    back = pickle.loads(pickle.dumps(mine, protocol))
    print(back, back.attribute, type(back).__name__)
    if protocol >= 2:
        slots = pickle.loads(pickle.dumps(Slots(1, "b"), protocol))
        print(slots.a, slots.b)
        print(pickle.loads(pickle.dumps(NewArgs(1, 2), protocol)))
    failure = pickle.loads(pickle.dumps(Failure(1, "two"), protocol))
    print(repr(failure), failure.code)

for bad in (lambda: 0, (i for i in ())):
    try:
        print(len(pickle.dumps(bad)) > 0)
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0][:70])



class Local:
    class Inner:
        pass


print(pickle.loads(pickle.dumps(Local.Inner)) is Local.Inner)

# persistent ids, dispatch tables, find_class, several dumps in one file, buffers


class PersistentPickler(pickle.Pickler):
    def persistent_id(self, obj):
        return ("node", obj.name) if isinstance(obj, Node) else None


class PersistentUnpickler(pickle.Unpickler):
    def persistent_load(self, pid):
        print("load", pid)
        return Node(pid[1])

    def find_class(self, module, name):
        print("find", module, name)
        return super().find_class(module, name)


buffer = io.BytesIO()
PersistentPickler(buffer).dump([Node("x"), Point(1, 2)])
buffer.seek(0)
print(PersistentUnpickler(buffer).load())

buffer = io.BytesIO()
pickler = pickle.Pickler(buffer, 4)
pickler.dump([1, 2])
pickler.dump("next")
pickler.clear_memo()
buffer.seek(0)
unpickler = pickle.Unpickler(buffer)
print(unpickler.load(), unpickler.load())
try:
    unpickler.load()
except EOFError as error:
    print("EOFError")
for broken in (b"cnothing\nhere\n.",):
    try:
        print(pickle.loads(broken))
    except Exception as error:
        print(type(error).__name__)


def pickle_complex(number):
    return complex, (number.real, number.imag + 1)


copyreg.pickle(complex, pickle_complex)
print(pickle.loads(pickle.dumps(1 + 2j)), copy.copy(3 + 4j), copy.deepcopy([3 + 4j]))
picked = pickle.PickleBuffer(b"raw")
print(bytes(picked.raw()))
buffers = []
data = pickle.dumps(pickle.PickleBuffer(bytearray(b"out of band")), 5, buffer_callback=buffers.append)
print(len(buffers), bytes(buffers[0].raw()))

# copy
nested = [1, [2, 3], {"k": [4]}]
shallow, deep = copy.copy(nested), copy.deepcopy(nested)
nested[1].append("new")
print(shallow, deep)
memo = {}
node = Node("root")
node.children.append(node)
again = copy.deepcopy(node, memo)
print(again.children[0] is again, again is not node, len(memo) > 0)


class Hooks:
    def __init__(self):
        self.log = []

    def __copy__(self):
        print("__copy__")
        return self

    def __deepcopy__(self, memo):
        print("__deepcopy__", type(memo).__name__)
        return "deep"


print(copy.copy(Hooks()).log, copy.deepcopy([Hooks()]))
for value in (WithState(1), Slots([1], 2), Reduced([1]), MyList([[1]]), mine, Color.RED, function, int, deque([[1]]), defaultdict(list, a=[1])):
    one, two = copy.copy(value), copy.deepcopy(value)
    print(type(one).__name__, type(two).__name__, one is value, two is value)


class NoCopy:
    def __reduce_ex__(self, protocol):
        raise copy.Error("not copyable")


try:
    copy.copy(NoCopy())
except copy.Error as error:
    print("Error:", error)
print(copyreg.__newobj__(Slots) is not None)
