# pickle: every protocol, shared and recursive objects, reducers, slots, persistent ids, out-of-band buffers, errors, dispatch tables.
import collections
import copyreg
import datetime
import enum
import functools
import io
import pickle


class Plain:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__


class Slotted:
    __slots__ = ('a', 'b')


class State(Plain):
    def __getstate__(self):
        return {'saved': self.x}

    def __setstate__(self, state):
        self.x = ('restored', state)


class Args:
    def __new__(cls, a, b):
        self = super().__new__(cls)
        self.args = a, b
        return self

    def __getnewargs__(self):
        return self.args


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduced, (1, 2), {'extra': 3}, None, None


class L(list):
    pass


class D(dict):
    pass


class E(enum.Enum):
    A = 1


class Err(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.c = 5


P = collections.namedtuple('P', 'x y')
s = Slotted()
s.a = [1]
shared = [1, 2]
loop = []
loop.append(loop)
ring = {}
ring['me'] = (ring,)
values = [None, True, 0, 255, 65536, -1, 2 ** 40, -2 ** 70, 10 ** 400, 1.5, float('inf'), 1j, '', 'é\ud800' if False else 'é\U0001f600', 'x' * 300, b'', b'\x00\xff' * 200, bytearray(b'ab'), (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1, [2]], {}, {'a': 1}, set(), {1, 2}, frozenset([3]), range(3), slice(1, 2), Ellipsis, NotImplemented, int, len, Plain(1), State(2), Args(1, 2), L([1]), D(a=1), E.A, P(1, 2), collections.OrderedDict(a=1),
          collections.deque([1], 3), collections.Counter('aa'), datetime.date(2020, 1, 1), functools.partial(int, base=2), Plain.__init__, Err(1, 2), ValueError('v'), type(None), collections.defaultdict(list, a=[1])]
for protocol in range(6):
    good = 0
    for value in values:
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        if repr(back).split(' at ')[0] == repr(value).split(' at ')[0] or isinstance(value, (Plain, Args, Err)):
            good += 1
        else:
            print(protocol, value, back)
    two = pickle.loads(pickle.dumps([shared, shared, {'k': shared}], protocol))
    rec = pickle.loads(pickle.dumps(loop, protocol))
    back = pickle.loads(pickle.dumps(ring, protocol))
    print(protocol, good, two[0] is two[1] is two[2]['k'], rec[0] is rec, back['me'][0] is back, len(pickle.dumps(values[:30], protocol)))
    print(pickle.dumps([1, 'a', (None, True)], protocol), pickle.dumps({'k': 2.5, 3: b'x'}, protocol))
print(pickle.loads(pickle.dumps(s)).a, pickle.loads(pickle.dumps(State(2))).x, pickle.loads(pickle.dumps(Args(1, 2))).args, pickle.loads(pickle.dumps(Reduced())).__dict__, pickle.loads(pickle.dumps(Err(1, 2))).c)
try:
    pickle.dumps(s, 1)
except TypeError as error:
    print(error)
for bad in (lambda: 0, (i for i in ()), open, Plain(lambda: 1), type('Local', (), {}), io.StringIO, __builtins__):
    try:
        print(len(pickle.dumps(bad)) > 0)
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0][:60])
for data in (b'', b'x', b'.', b'\x80\x09.', b'cnosuch\nname\n.', b'c__main__\nnope\n.', b'(lp0\n', b'I12', b'Iab\n.', b'\x80\x04\x95\xff', b'0.', b'ibuiltins\nint\n.', b'R.', b'}u.', b'\x8c\x05ab', 5, 'text'):
    try:
        print(data, pickle.loads(data))
    except Exception as error:
        print(data, type(error).__name__, str(error)[:70])


class Persist(pickle.Pickler):
    def persistent_id(self, obj):
        return ('id', obj.x) if isinstance(obj, Plain) else None


class Restore(pickle.Unpickler):
    def persistent_load(self, pid):
        return f'<{pid[0]} {pid[1]}>'

    def find_class(self, module, name):
        if name == 'Counter':
            raise pickle.UnpicklingError('forbidden')
        return super().find_class(module, name)


out = io.BytesIO()
Persist(out).dump([Plain(1), {'k': Plain('two')}])
print(Restore(io.BytesIO(out.getvalue())).load())
try:
    Restore(io.BytesIO(pickle.dumps(collections.Counter()))).load()
except pickle.UnpicklingError as error:
    print(error)


class Table(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()


Table.dispatch_table[Plain] = lambda p: (str, ('plain',))
out = io.BytesIO()
Table(out, 4).dump([Plain(1)])
print(pickle.loads(out.getvalue()))
buffers = []
data = pickle.dumps(pickle.PickleBuffer(b'big'), 5, buffer_callback=buffers.append)
print(len(buffers), bytes(pickle.loads(data, buffers=buffers)), buffers[0].raw().nbytes)
out = io.BytesIO()
p = pickle.Pickler(out, 2)
p.dump(shared)
p.dump(shared)
p.clear_memo()
p.dump('end')
out.seek(0)
print([pickle.load(out) for _ in range(1)], pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, pickle.format_version, p.fast)
try:
    pickle.load(io.BytesIO())
except EOFError as error:
    print(repr(error))
for call in (lambda: pickle.dumps(1, 9), lambda: pickle.dumps(), lambda: pickle.dump(1, 5), lambda: pickle.load(5), lambda: pickle.Pickler(), lambda: pickle.dumps(1, buffer_callback=print, protocol=4), lambda: pickle.loads(b'K\x01.', nope=1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class ZeroCopy(bytearray):
    def __reduce_ex__(self, protocol):
        return type(self)._again, (pickle.PickleBuffer(self) if protocol >= 5 else bytearray(self),), None

    @classmethod
    def _again(cls, value):
        with memoryview(value) as view:
            owner = view.obj
            return owner if type(owner) is cls else cls(owner)


owner = ZeroCopy(b'abc')
for protocol in 4, 5:
    buffers = []
    data = pickle.dumps(owner, protocol, buffer_callback=buffers.append if protocol == 5 else None)
    again = pickle.loads(data, buffers=buffers)
    print(again, again == owner, again is owner, type(pickle.loads(pickle.dumps(owner, protocol))))
buffer = pickle.PickleBuffer(owner)
view = memoryview(buffer)
print(view.obj is owner, bytes(memoryview(pickle.PickleBuffer(view[1:]))))
buffer.release()
print(bytes(view), view.readonly, buffer.release())
