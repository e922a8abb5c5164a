"""array: every type code's limits, conversions from and to bytes, files, lists and text, slices, comparison, buffer rules, pickling, errors."""
import array
import copy
import io
import pickle
import struct


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


print(array.typecodes, array.ArrayType is array.array, array.array.__module__, array.array('i').itemsize)
for code in array.typecodes:
    a = array.array(code)
    print(code, a, a.itemsize == struct.calcsize(code if code != 'u' else 'i'), len(a), a.typecode)
for code, low, high in (('b', -128, 127), ('B', 0, 255), ('h', -2**15, 2**15 - 1), ('H', 0, 2**16 - 1), ('i', -2**31, 2**31 - 1), ('I', 0, 2**32 - 1), ('q', -2**63, 2**63 - 1), ('Q', 0, 2**64 - 1)):
    print(code, array.array(code, [low, high]), array.array(code, [low, high]).tobytes().hex())
    for value in (low - 1, high + 1, 2**70, -2**70, 1.0, 'x', None):
        attempt(f'{code} {value!r}', array.array(code).append, value)
for value in (1e300, float('inf'), 'x', 2**2000, True, 1j):
    attempt(f'f {value!r:.20}', lambda: array.array('f', [value]))
    attempt(f'd {value!r:.20}', lambda: array.array('d', [value]))
for value in ('ab', 'é', '😀', '', 5, b'x'):
    attempt(f'u {value!r}', lambda: array.array('u', value))
    attempt(f'u {value!r}', array.array('u').append, value)
for args in ((), ('x',), ('ii',), (5,), ('i', 5), ('i', 'abc'), ('i', b'abc'), ('i', b'abcdefgh'), ('i', [1, 'a']), ('i', range(3)), ('i', array.array('d', [1, 2])), ('d', array.array('i', [1, 2])), ('u', 'text'), ('b', bytearray(b'\xff')), ('i', 1, 2), ('B', memoryview(b'ab')), ('i', {3, 3}), ('u', array.array('i'))):
    attempt(args[:1], array.array, *args)
attempt('keyword', lambda: array.array('i', initializer=[1]))

a = array.array('i', [1, 2, 3, 2])
print(a.append(4), a.extend([5, 6]), a.extend(array.array('i', [7])), a.insert(0, 0), a.insert(-1, 66), a.insert(100, 8), a, a.pop(), a.pop(0), a.pop(-2), a.count(2), a.index(2), a.index(2, 2), a.remove(2), a, a.reverse(), a)
for label, call in {'pop': lambda: a.pop(99), 'pop empty': lambda: array.array('i').pop(), 'remove': lambda: a.remove(99), 'index': lambda: a.index(99), 'index range': lambda: a.index(3, 0, 1), 'extend kind': lambda: a.extend(array.array('d')),
                    'extend': lambda: a.extend(5), 'extend text': lambda: a.extend('ab'), 'insert': lambda: a.insert('x', 1), 'get': lambda: a[99], 'key': lambda: a['x'], 'set': lambda: a.__setitem__(99, 1), 'set text': lambda: a.__setitem__(0, 'x'),
                    'slice': lambda: a.__setitem__(slice(0, 2), [1, 2]), 'slice kind': lambda: a.__setitem__(slice(0, 2), array.array('d', [1])), 'step': lambda: a.__setitem__(slice(None, None, 2), array.array('i', [1])), 'add': lambda: a + [1], 'add kind': lambda: a + array.array('h'),
                    'mul': lambda: a * 1.5, 'hash': lambda: hash(a), 'count': lambda: a.count(), 'attribute': lambda: setattr(a, 'x', 1), 'typecode': lambda: setattr(a, 'typecode', 'd')}.items():
    attempt(label, call)
b = array.array('i', range(10))
print(b[2:5], b[::-3], b[8:2:-2], b[100:], b[-3:])
b[2:4] = array.array('i', [20, 21, 22, 23])
del b[0], b[-1], b[1:3]
b[::2] = array.array('i', [-1] * len(b[::2]))
print(b, b * 2, 2 * b[:1], b * 0, b * -1, b + b[:1], 22 in b, 'x' in b, list(reversed(b)), [x for x in b])
b += b[:2]
b *= 2
attempt('iadd', lambda: b.__iadd__([1]))
print(b, b.tolist(), len(b), bool(array.array('i')), max(b), sum(b), sorted(b)[:2])
i, d = array.array('i', [1, 2]), array.array('d', [1, 2])
print(i == d, i == [1, 2], i < array.array('i', [1, 3]), i < array.array('h', [1]), i != array.array('q', [1, 2]), array.array('d', [float('nan')]) == array.array('d', [float('nan')]), i >= i, i.__lt__([1]))

for code in 'bhiqfd':
    a = array.array(code, [1, 2, 100])
    swapped = array.array(code, a)
    swapped.byteswap()
    restored = array.array(code, swapped.tobytes())
    restored.byteswap()
    print(code, a.tobytes().hex(), swapped.tobytes() == a.tobytes()[::-1] if code == 'b' else swapped.tobytes().hex(), restored == a)
a = array.array('h')
print(a.frombytes(b'\1\0\2\0'), a.fromlist([3, 4]), a, a.tobytes(), bytes(a), bytearray(a)[:3], memoryview(a).format, memoryview(a).tolist(), a.buffer_info()[1])
attempt('frombytes', a.frombytes, b'odd')
attempt('frombytes', a.frombytes, 'text')
attempt('fromlist', a.fromlist, [1, 'x'])
attempt('fromlist', a.fromlist, (1,))
attempt('fromunicode', a.fromunicode, 'x')
attempt('tounicode', a.tounicode)
print(a, array.array('u', 'héllo').tounicode(), (u := array.array('u')).fromunicode('wörld'), u, u.tolist())
attempt('unicode number', u.fromunicode, 5)
with open('numbers', 'wb') as file:
    a.tofile(file)
    array.array('h', [9]).tofile(file)
with open('numbers', 'rb') as file:
    c = array.array('h')
    c.fromfile(file, 2)
    print(c)
    attempt('short', c.fromfile, file, 9)
    print(c)
attempt('negative', c.fromfile, io.BytesIO(b''), -1)
attempt('text file', c.fromfile, io.StringIO('abcd'), 1)
attempt('not a file', c.tofile, 5)
view = memoryview(a)
attempt('locked', a.append, 1)
attempt('locked', a.extend, [1])
attempt('locked', a.pop)
attempt('locked', a.__delitem__, 0)
attempt('same size', a.__setitem__, 0, 77)
print(view[0], view.release(), a.append(5), a)
view = memoryview(array.array('d', [1.5, 2.5]))
view[0] = 9
print(view.obj, view.itemsize, view.nbytes, view.cast('B')[:8].hex(), view.readonly)


class Named(array.array):
    def __new__(cls, name, code, *rest):
        self = super().__new__(cls, code, *rest)
        self.name = name
        return self

    def __reduce_ex__(self, protocol):
        return Named, (self.name, self.typecode, self.tolist()), None


named = Named('n', 'i', [1, 2])
print(named, named.name, type(named[:1]), type(named + named), named == array.array('i', [1, 2]), pickle.loads(pickle.dumps(named)).name)
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    print(protocol, [pickle.loads(pickle.dumps(array.array(code, [1, 2]), protocol)) for code in 'bHqd'], pickle.loads(pickle.dumps(array.array('u', 'x'), protocol)))
print(copy.copy(i) is not i, copy.deepcopy([i, i])[0], i.__sizeof__() > 0, array.array('i').__reduce_ex__(2)[1], array.array('i', [1]).__reduce_ex__(3)[1][2:])
iterator = iter(i)
print(next(iterator), iterator.__length_hint__() if hasattr(iterator, '__length_hint__') else None, i.append(3), list(iterator), next(iterator, 'end'), type(iterator))
attempt('reconstruct', array._array_reconstructor, array.array, 'i', 8, b'\1\0\0\0')
attempt('reconstruct', array._array_reconstructor, array.array, 'h', 3, b'\1\2')
attempt('reconstruct', array._array_reconstructor, int, 'i', 8, b'')
attempt('reconstruct', array._array_reconstructor, array.array, 'i', 99, b'')
