"""The machines of pickle one by one: what each operator writes and reads, the hooks of Pickler and Unpickler, and the
complaints about streams and objects that cannot be."""
import collections
import copyreg
import enum
import io
import pickle
import pickletools
import sys


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)).split(' at 0x')[0][:150])
    except Exception as error:
        print(label, type(error).__name__, str(error).split(' at 0x')[0])


class Plain:
    pass


class Outer:
    class Inner:
        def method(self):
            return 1

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def double(x):
        return 2 * x


class Keywords:
    def __new__(cls, a, *, b):
        self = super().__new__(cls)
        self.a, self.b = a, b
        return self

    def __getnewargs_ex__(self):
        return (self.a,), {'b': self.b}


class Frozen(frozenset):
    pass


class Hashable:
    def __init__(self):
        self.items = None

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return self is other


class Reduces:
    answer = None

    def __reduce__(self):
        return Reduces.answer


class Slotted:
    __slots__ = ('a', 'b', '__dict__')


class SlotBase:
    __slots__ = ('base',)


class SlotChild(SlotBase):
    __slots__ = ('child',)


class State:
    def __getstate__(self):
        return Reduces.answer

    def __setstate__(self, state):
        self.state = state


class Number(enum.IntEnum):
    ONE = 1


class Small(int):
    pass


class Text(str):
    pass


Pair = collections.namedtuple('Pair', 'a b')


def state_setter(obj, state):
    obj.through_setter = state


# ---- the bytes of atoms and containers, by protocol ------------------------------------------------------------------
atoms = [None, True, False, 0, 1, 255, 256, 65535, 65536, -1, -128, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**63, -2**63,
         2**2039, -2**2039, 2**2040, 1.5, -0.0, 1e300, float('inf'), float('nan'), 'x' * 255, 'x' * 256, 'a\\b\nc\r\0\x1a',
         'äß€😀', '\ud800', b'', b'ab\xff', b'y' * 256, bytearray(), bytearray(b'xy'), (), ((),), [], {}, set(), frozenset()]
for atom in atoms:
    for protocol in range(6):
        data = pickle.dumps(atom, protocol)
        back = pickle.loads(data)
        print(protocol, data if len(data) < 60 else (data[:40], len(data)), type(back) is type(atom), repr(back) == repr(atom))
for size in (1, 2, 999, 1000, 1001, 2000, 2500):
    for protocol in range(6):
        for thing in (list(range(size)), dict.fromkeys(range(size)), set(range(size)), frozenset(range(size)), tuple(range(size))):
            data = pickle.dumps(thing, protocol)
            print(size, protocol, len(data), data.count(b'(' if protocol else b'\n'), pickle.loads(data) == thing)

# ---- frames ----------------------------------------------------------------------------------------------------------
big = ['%065d' % i * 10 for i in range(300)]
for protocol in (3, 4, 5):
    for thing in (big, [b'z' * 70000, 1, 2], ['q' * 65536, 'r'], bytes(65535), bytearray(65536), [bytes(40000), bytes(40000)], 'x', 5):
        data = pickle.dumps(thing, protocol)
        frames = [(argument, position) for op, argument, position in pickletools.genops(data) if op.name == 'FRAME']
        writes = []
        file = type('File', (), {'write': lambda self, data: writes.append(len(data))})()
        pickle.Pickler(file, protocol).dump(thing)
        print(protocol, len(data), frames, writes, pickle.loads(data) == thing)

# ---- sharing and cycles ----------------------------------------------------------------------------------------------
for protocol in range(6):
    shared = [1]
    back = pickle.loads(pickle.dumps([shared, shared, (shared,)], protocol))
    print(back[0] is back[1] is back[2][0])
    cycle = []
    cycle.append((cycle,))
    back = pickle.loads(pickle.dumps(cycle, protocol))
    print(back[0][0] is back)
    inner = []
    tuple_cycle = (inner, 1, 2, 3)
    inner.append(tuple_cycle)
    back = pickle.loads(pickle.dumps(tuple_cycle, protocol))
    print(back[0][0] is back, len(back))
    pair_cycle = (inner,)
    inner[0] = pair_cycle
    back = pickle.loads(pickle.dumps(pair_cycle, protocol))
    print(back[0][0] is back)
    dict_cycle = {}
    dict_cycle['self'] = dict_cycle
    back = pickle.loads(pickle.dumps(dict_cycle, protocol))
    print(back['self'] is back)
    member = Hashable()
    member.items = frozenset([member])
    if protocol >= 4:
        back = pickle.loads(pickle.dumps(member.items, protocol))
        print([item.items is back for item in back])
    plain = Plain()
    plain.me = plain
    plain.numbers = [plain, 2**100]
    back = pickle.loads(pickle.dumps(plain, protocol))
    print(back.me is back, back.numbers[0] is back, back.numbers[1])
many = [str(i) for i in range(300)]
for protocol in range(6):
    back = pickle.loads(pickle.dumps(many + many, protocol))
    print(all(back[i] is back[i + 300] for i in range(300)))

# ---- instances -------------------------------------------------------------------------------------------------------
slotted = Slotted()
slotted.a, slotted.other = 1, 2
child = SlotChild()
child.base, child.child = 'b', 'c'
for protocol in range(6):
    back = pickle.loads(pickle.dumps(Keywords(1, b=2), protocol))
    print(back.a, back.b, type(back).__name__)
    if protocol >= 2:
        back = pickle.loads(pickle.dumps(slotted, protocol))
        print(back.a, back.other, back.__dict__, hasattr(back, 'b'))
        back = pickle.loads(pickle.dumps(child, protocol))
        print(back.base, back.child)
    for thing in (Number.ONE, Small(5), Text('t'), Pair(1, [2]), Frozen([1]), Outer.Inner, Outer.make, Outer.double, [].append, 'a'.join,
                  len, print, Outer.Inner().method, Ellipsis, NotImplemented, type(None), type(...), type(NotImplemented), type, object,
                  range(3), slice(1, 2), complex(1, 2), ValueError('x', 1), copyreg._reconstructor, collections.OrderedDict(a=1)):
        try:
            back = pickle.loads(pickle.dumps(thing, protocol))
            print(protocol, type(back).__name__, back == thing if not callable(thing) or isinstance(thing, type) else callable(back))
        except Exception as error:
            print(protocol, type(error).__name__, str(error).split(' at 0x')[0])
for state in (None, {}, {'a': 1}, 0, (), (None, {'x': 1}), False):
    Reduces.answer = state
    back = pickle.loads(pickle.dumps(State()))
    print(state, getattr(back, 'state', 'none'))
answers = ['Plain', 'Nothing', 5, (), (1,), (Plain,), (Plain, ()), (Plain, []), (5, ()), (Plain, (), {'a': 1}), (Plain, (), None, [1]),
           (Plain, (), None, iter([1])), (list, (), None, iter([1, 2])), (list, (), None, iter([1])), (list, (), None, iter([])),
           (dict, (), None, None, iter([(1, 2), (3, 4)])), (dict, (), None, None, iter([(1, 2)])), (dict, (), None, None, [1]),
           (dict, (), None, None, iter([1])), (Plain, (), 'state', None, None, state_setter), (Plain, (), 'state', None, None, 5),
           (Plain, (), 's', None, None, None, 1), (copyreg.__newobj__, ()), (copyreg.__newobj__, (5,)), (copyreg.__newobj__, (Plain,)),
           (copyreg.__newobj_ex__, (Plain,)), (copyreg.__newobj_ex__, (5, (), {})), (copyreg.__newobj_ex__, (Plain, [], {})),
           (copyreg.__newobj_ex__, (Plain, (), [])), (copyreg.__newobj_ex__, (Plain, (), {}))]
for answer in answers:
    for protocol in (0, 2, 4):
        if isinstance(answer, tuple):
            Reduces.answer = tuple(iter(list(part)) if type(part).__name__ == 'list_iterator' and False else part for part in answer)
        else:
            Reduces.answer = answer
        try:
            back = pickle.loads(pickle.dumps(Reduces(), protocol))
            print(protocol, type(back).__name__, back if isinstance(back, (list, dict)) else vars(back))
        except Exception as error:
            print(protocol, type(error).__name__, str(error).split(' at 0x')[0])

# ---- globals ---------------------------------------------------------------------------------------------------------


def local():
    class Hidden:
        pass
    return Hidden


Wrong = type('Wrong', (), {'__module__': 'nowhere'})
Missing = type('Missing', (), {'__qualname__': 'Absent'})
Other = type('Plain', (), {})
Umlaut = type('Ümlaut', (), {})
globals()['Ümlaut'] = Umlaut
for thing in (local(), local()(), lambda: 0, Wrong, Missing, Other, (i for i in ()), sys, open, io.StringIO, Umlaut):
    for protocol in (0, 2, 3, 4):
        if thing is not io.StringIO and thing is not open:
            try:
                print(protocol, pickle.loads(pickle.dumps(thing, protocol)))
            except Exception as error:
                print(protocol, type(error).__name__, str(error).split(' at 0x')[0])
print(pickle.dumps(map, 2), pickle.dumps(range, 1), pickle.dumps(ValueError, 2), pickle.dumps(map, 3))
print(pickle.dumps(map, 2, fix_imports=False), pickle.loads(b'c__builtin__\nxrange\n.'), pickle.loads(b'cStringIO\nStringIO\n.').__name__)
attempt('no fix', pickle.loads, b'c__builtin__\nxrange\n.', fix_imports=False)
copyreg.add_extension('__main__', 'Plain', 0x05)
copyreg.add_extension('__main__', 'Outer', 0x1234)
copyreg.add_extension('__main__', 'State', 0x123456)
for protocol in (1, 2, 4):
    for cls in (Plain, Outer, State):
        data = pickle.dumps(cls, protocol)
        print(protocol, data, pickle.loads(data) is cls)
copyreg.remove_extension('__main__', 'Plain', 0x05)
copyreg.clear_extension_cache()
attempt('extension', pickle.loads, b'\x80\x02\x82\x05.')
attempt('extension', pickle.loads, b'\x80\x02\x82\x00.')
attempt('extension', pickle.loads, b'\x80\x02\x84\xff\xff\xff\xff.')

# ---- hooks -----------------------------------------------------------------------------------------------------------


class Store(pickle.Pickler):
    def persistent_id(self, obj):
        if isinstance(obj, Plain):
            return 'plain-%s' % obj.number
        return None


class Fetch(pickle.Unpickler):
    def persistent_load(self, pid):
        return ('fetched', pid)

    def find_class(self, module, name):
        self.asked = getattr(self, 'asked', [])
        self.asked.append((module, name))
        if name == 'set':
            return list
        return super().find_class(module, name)


plain = Plain()
plain.number = 3
for protocol in range(6):
    file = io.BytesIO()
    Store(file, protocol).dump([plain, 1, {1}])
    print(file.getvalue())
    file.seek(0)
    fetch = Fetch(file)
    print(fetch.load(), getattr(fetch, 'asked', None))
    file.seek(0)
    attempt('no persistent_load', pickle.load, file)
plain.number = 'ä'
attempt('pid', Store(io.BytesIO(), 0).dump, plain)
attempt('pid', Fetch(io.BytesIO(b'P\xe4\n.')).load)
pickler = pickle.Pickler(io.BytesIO())
attempt('unset', lambda: pickler.persistent_id)
attempt('unset', lambda: pickler.dispatch_table)
attempt('memo', lambda: pickler.memo.copy())


class Override(pickle.Pickler):
    def reducer_override(self, obj):
        if isinstance(obj, type) and obj not in (list, str):
            return str, (obj.__name__,)
        return NotImplemented


file = io.BytesIO()
Override(file).dump([Plain, list, local(), 5])
print(pickle.loads(file.getvalue()))


class Table(pickle.Pickler):
    dispatch_table = {complex: lambda c: (complex, (c.imag, c.real))}


class Chained(pickle.Pickler):
    dispatch_table = collections.ChainMap({complex: lambda c: 'wrong'}, {})


file = io.BytesIO()
Table(file).dump([1j, Plain])
print(pickle.loads(file.getvalue())[0])
attempt('table', Chained(io.BytesIO()).dump, 1j)
pickler = pickle.Pickler(io.BytesIO())
pickler.dispatch_table = copyreg.dispatch_table.copy()
pickler.dispatch_table[Plain] = lambda p: (list, ((1, 2),))
pickler.dump(Plain())
copyreg.pickle(Slotted, lambda s: (Slotted, ()))
print(pickle.loads(pickle.dumps(slotted, 0)).__dict__)

# ---- several dumps, memo, fast ---------------------------------------------------------------------------------------
file = io.BytesIO()
pickler = pickle.Pickler(file, 2)
data = ['x', ['y']]
pickler.dump(data)
pickler.dump(data)
print(file.getvalue(), len(pickler.memo.copy()))
pickler.clear_memo()
pickler.dump(data)
print(len(file.getvalue()))
file.seek(0)
unpickler = pickle.Unpickler(file)
first = unpickler.load()
print(first, unpickler.load() is first, unpickler.load() is first, sorted(unpickler.memo.copy()))
copied = pickle.Pickler(io.BytesIO(), 2)
copied.memo = pickler.memo
print(len(copied.memo.copy()), len(pickler.memo.copy()))
attempt('memo', setattr, copied, 'memo', 5)
attempt('memo', setattr, unpickler, 'memo', {'a': 1})
unpickler.memo = {0: 'zero'}
file = io.BytesIO()
pickler = pickle.Pickler(file, 4)
pickler.fast = True
pickler.dump([data, data])
print(file.getvalue(), pickler.fast, pickler.bin)
loop = []
loop.append(loop)
attempt('fast', pickler.dump, loop)
for protocol in range(6):
    file = io.BytesIO()
    for i in range(3):
        pickle.dump({'number': i, 'text': 'x' * i * 1000}, file, protocol)
    file.seek(0)
    print([len(pickle.load(file)['text']) for i in range(3)], file.tell() == len(file.getvalue()))
    attempt('end', pickle.load, file)


class Peeking(io.BytesIO):
    def peek(self, size):
        return self.getvalue()[self.tell():self.tell() + 7]


for protocol in range(6):
    file = Peeking()
    things = [[1, 2, 3], 'a' * 50, {'k': b'v' * 30}, 2**70]
    for thing in things:
        pickle.dump(thing, file, protocol)
    file.seek(0)
    print([pickle.load(file) == thing for thing in things], file.tell() == len(file.getvalue()))

# ---- buffers ---------------------------------------------------------------------------------------------------------
buffers = []
data = pickle.dumps([pickle.PickleBuffer(b'read'), pickle.PickleBuffer(bytearray(b'write'))], 5, buffer_callback=buffers.append)
print(data, [bytes(b.raw()) for b in buffers])
back = pickle.loads(data, buffers=[b'read', bytearray(b'write')])
print(back)
attempt('none', pickle.loads, data)
attempt('few', pickle.loads, data, buffers=[b'x'])
print(pickle.loads(pickle.dumps([pickle.PickleBuffer(b'r'), pickle.PickleBuffer(bytearray(b'w'))], 5)))
print(pickle.dumps(pickle.PickleBuffer(b'r'), 5, buffer_callback=lambda b: True))
attempt('old', pickle.dumps, pickle.PickleBuffer(b'x'), 4)
attempt('old', pickle.dumps, 1, 4, buffer_callback=print)
buffer = pickle.PickleBuffer(bytearray(4))
buffer.raw()[0] = 7
print(bytes(memoryview(buffer)))
buffer.release()
attempt('released', buffer.raw)
attempt('buffer', pickle.PickleBuffer, 5)

# ---- streams that are wrong ------------------------------------------------------------------------------------------
streams = [b'', b'.', b'N', b'0.', b'1.', b'2.', b'(.', b'(', b't.', b'l.', b'd.', b'(Kd.', b'(K\x01d.', b'a.', b']a.', b'K\x01K\x02a.',
           b'e.', b'](K\x01e.', b's.', b'}K\x01s.', b'}(K\x01u.', b'}(K\x01K\x02u.', b'(e.', b'R.', b'NNR.', b'c__main__\nPlain\nNR.', b'b.',
           b'Nb.', b'NNb.', b'NK\x05b.', b'N}K\x05K\x05sb.', b'q\x00.', b'h\x00.', b'g0\n.', b'gx\n.', b'p0\n.', b'Np-1\n.', b'Np1\n0g1\n.',
           b'j\x00\x00\x00\x01.', b'\x94.', b'I5\n.', b'I01\n.', b'I00\n.', b'I1\n.', b'I\n.', b'Ix\n.', b'I0x10\n.', b'I99999999999999999999\n.',
           b'L5L\n.', b'L5\n.', b'L-7L\n.', b'Lx\n.', b'F1.5\n.', b'Fx\n.', b'F\n.', b'S\'ab\\n\'\n.', b'S"x"\n.', b'Sx\n.', b"S'\n.", b"S''\n.",
           b'Va\\u20ac\n.', b'V\n.', b'Va\\u1\n.', b'T\x02\x00\x00\x00ab.', b'T\xff\xff\xff\xffab.', b'U\x02ab.', b'U\x02\xe4b.', b'U\x05ab.',
           b'X\x02\x00\x00\x00ab.', b'\x8c\x01\xff.', b'\x8d\xff\xff\xff\xff\xff\xff\xff\xff.', b'\x8e\x01\x00\x00\x00\x00\x00\x00\x00z.',
           b'\x96\x01\x00\x00\x00\x00\x00\x00\x00z.', b'\x8a\x00.', b'\x8a\x02\xff\x7f.', b'\x8a\x01\xff.', b'\x8b\xff\xff\xff\xff.',
           b'\x8b\x01\x00\x00\x00\x80.', b'\x80\x06.', b'\x80\x05N.', b'\x80', b'\x95\x05\x00\x00\x00\x00\x00\x00\x00N.',
           b'\x95\x02\x00\x00\x00\x00\x00\x00\x00N.', b'\x81.', b'NN\x81.', b'cbuiltins\nint\nN\x81.', b'cbuiltins\nint\n)\x81.',
           b'cbuiltins\nint\n)N\x92.', b'cbuiltins\nint\n)}\x92.', b'N)}\x92.', b'cbuiltins\nint\nN}\x92.', b'\x93.', b'NN\x93.', b'NU\x01a\x93.',
           b'\x8c\x08builtins\x8c\x07str.low\x93.', b'\x80\x04\x8c\x08builtins\x8c\x09str.lower\x93.', b'\x80\x04\x8c\x08builtins\x8c\x05<l>.x\x93.',
           b'\x80\x04\x8c\x08builtins\x8c\x0aa.<locals>\x93.', b'cnowhere\nthing\n.', b'cbuiltins\nnothing\n.', b'c\n\n.', b'cbuiltins', b'P1\n.', b'Q.',
           b'NQ.', b'\x97.', b'\x98.', b'N\x98.', b'C\x01a\x98.', b'(cbuiltins\nint\nK\x05o.', b'(o.', b'o.', b'(c__main__\nPlain\no.',
           b'(i__main__\nPlain\n.', b'i__main__\nPlain\n.', b'(K\x05i__main__\nPlain\n.', b'\x8f(K\x01K\x01\x90.', b'\x90.', b'(\x90.', b'](K\x01\x90.', b'N(K\x01\x90.',
           b'(K\x01\x91.', b'\x91.', b'(]\x91.', b'(K\x01K\x02\x85.', b'(\x85.', b'\x87.', b'K\x012\x86.', b'(K\x01(K\x02tt.', b'(K\x0110N.', b'N0.', b'(0N.', b'?', b'\x00',
           b"'", b'\\', b'\xff', b'z', b'J\x00\x00\x00\x80.', b'M\xff\xff.', b'G?\xf0\x00\x00\x00\x00\x00\x00.', b'G?', b'K', b'N.trailing']
for stream in streams:
    attempt(stream, pickle.loads, stream)
    attempt('file', pickle.load, io.BytesIO(stream))
for encoding in ('ASCII', 'latin1', 'bytes', 'utf-8', 'nothing'):
    attempt(encoding, pickle.loads, b'U\x02\xc3\xa4.', encoding=encoding)
    attempt(encoding, pickle.loads, b'U\x02\xc3\xa4.', encoding=encoding, errors='replace')
for data in (bytearray(b'K\x05.'), memoryview(b'K\x05.'), 'K', None, 5):
    attempt(type(data).__name__, pickle.loads, data)

# ---- arguments -------------------------------------------------------------------------------------------------------
for protocol in (-1, -5, None, 6, 'x', 1.0, True):
    attempt(protocol, pickle.dumps, 'x', protocol)
attempt('file', pickle.Pickler, 5)
attempt('file', pickle.Unpickler, 5)
attempt('file', pickle.load, 5)
attempt('file', pickle.dump, 1, 5)
attempt('none', pickle.Pickler)


class NoInit(pickle.Pickler):
    def __init__(self):
        pass


class NoInitLoad(pickle.Unpickler):
    def __init__(self):
        pass


attempt('init', NoInit().dump, 1)
attempt('init', NoInitLoad().load)


class Broken:
    def write(self, data):
        raise OSError('full')

    def read(self, size):
        return 'text'

    def readline(self):
        return b''


attempt('broken', pickle.dump, 1, Broken())
attempt('broken', pickle.load, Broken())


class Grows:
    def __init__(self, target):
        self.target = target

    def __reduce__(self):
        self.target[len(self.target)] = 1
        return Plain, ()


target = {}
target['a'] = Grows(target)
target['b'] = 1
attempt('dict grows', pickle.dumps, target)
print(pickle.PicklingError.__module__, pickle.PickleError.__mro__[1].__name__, issubclass(pickle.UnpicklingError, pickle.PickleError))
print(pickle.Pickler.__name__, pickle.Unpickler.__module__, pickle.Pickler(io.BytesIO()).bin)
deep = []
for i in range(150):
    deep = [deep]
print(pickle.loads(pickle.dumps(deep)) == deep)
