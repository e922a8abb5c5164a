"""Arrays of every type code: limits, conversions, slices, files, bytes, searching, comparison, buffers, copies and every error."""
import array
import copy
import io
import pickle
from array import ArrayType, typecodes


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


print(typecodes, ArrayType is array.array, array.array.__name__)
for code in typecodes:
    if code == 'u':
        continue
    empty = array.array(code)
    print(code, empty.itemsize, empty, len(empty), empty.typecode, bool(empty))
    if code in 'fd':
        attempt(code, array.array, code, [1, 2.5, -0.0, 1e300 if code == 'd' else 1e10])
        attempt(code, array.array, code, ['x'])
        continue
    bits = 8 * empty.itemsize
    low, high = (0, (1 << bits) - 1) if code.isupper() else (-(1 << bits - 1), (1 << bits - 1) - 1)
    print(array.array(code, [low, high]).tolist() == [low, high])
    attempt('below', lambda: array.array(code, [low - 1]))
    attempt('above', lambda: array.array(code, [high + 1]))
    attempt('float', lambda: array.array(code, [1.5]))
text = array.array('u', 'héllo')
print(text, text.tounicode(), text.itemsize, text[1], text.fromunicode('!'), text, text == array.array('u', 'héllo!'))
samples = array.array('h', [3, -1, 4, 1, -5])
print(samples.append(9), samples.extend([2, 6]), samples.extend(array.array('h', [5])), samples.insert(1, 7), samples.insert(-100, 0), samples.insert(100, 99), samples)
print(samples.index(4), samples.count(9), samples.pop(), samples.pop(0), samples.remove(7), samples.reverse(), samples, samples.index(3, 1), samples[2:5], samples[::-2], -5 in samples, 100 in samples)
samples[1:3] = array.array('h', [10, 11, 12])
samples[::3] = array.array('h', [0] * len(samples[::3]))
del samples[-2:]
del samples[0]
print(samples, samples + samples[:1], samples * 2, 2 * samples[:2], samples * -1, sum(samples), max(samples), sorted(samples), list(reversed(samples)))
samples += array.array('h', [77])
samples *= 2
print(samples, samples.tolist(), samples.tobytes(), array.array('h', samples.tobytes()) == samples)
swapped = array.array('H', [1, 256])
swapped.byteswap()
print(swapped, array.array('b', [1]) == array.array('d', [1.0]), array.array('i', [1, 2]) < array.array('i', [1, 3]), array.array('i', [1]) < array.array('i', [1, 0]), array.array('i') == [], array.array('i', [1]) != array.array('h', [1]))
file = io.BytesIO()
array.array('i', range(5)).tofile(file)
file.seek(0)
back = array.array('i')
print(back.fromfile(file, 3), back, file.tell())
attempt('short file', back.fromfile, file, 10)
print(back, back.frombytes(b'\x01\x00\x00\x00'), back, back.fromlist([8]), back.buffer_info()[1])
view = memoryview(back)
print(view.format, view.itemsize, view.tolist(), view[1:3].tolist())
view[0] = 42
attempt('exported', back.append, 1)
attempt('exported', back.pop)
view.release()
print(back.append(1), back[0], copy.copy(back) == back, copy.deepcopy(back) is back, pickle.loads(pickle.dumps(back)) == back, [pickle.loads(pickle.dumps(array.array('d', [1.5]), protocol)) for protocol in range(5)])


class Named(array.array):
    def __new__(cls, code, items=(), name=''):
        self = super().__new__(cls, code, items)
        self.name = name
        return self


named = Named('i', [1, 2], name='mine')
print(named, named.name, type(named[:1]).__name__, type(copy.copy(named)).__name__, named + named)
for label, call in {'code': lambda: array.array('x'), 'code long': lambda: array.array('ii'), 'code int': lambda: array.array(5), 'nothing': lambda: array.array(), 'str to i': lambda: array.array('i', 'abc'), 'bytes odd': lambda: array.array('i', b'abc'), 'not iterable': lambda: array.array('i', 5), 'other array u': lambda: array.array('i', array.array('u', 'a')), 'float array': lambda: array.array('i', array.array('d', [1.0])),
                    'append': lambda: back.append('x'), 'append none': lambda: back.append(None), 'extend': lambda: back.extend(array.array('d')), 'extend int': lambda: back.extend(5), 'add': lambda: back + [1], 'iadd': lambda: back.__iadd__([1]), 'mul': lambda: back * 'x', 'index': lambda: back[100], 'index str': lambda: back['x'], 'set': lambda: back.__setitem__(100, 1), 'set slice': lambda: back.__setitem__(slice(0, 1), [1]),
                    'set slice code': lambda: back.__setitem__(slice(0, 1), array.array('d')), 'extended': lambda: back.__setitem__(slice(0, 4, 2), array.array('i', [1])), 'delete': lambda: back.__delitem__(100), 'pop': lambda: array.array('i').pop(), 'pop far': lambda: back.pop(100), 'remove': lambda: back.remove(12345), 'find': lambda: back.index(12345), 'frombytes': lambda: back.frombytes(b'abc'), 'frombytes str': lambda: back.frombytes('abcd'),
                    'fromlist': lambda: back.fromlist((1,)), 'fromlist bad': lambda: back.fromlist([1, 'x']), 'fromunicode': lambda: back.fromunicode('x'), 'tounicode': lambda: back.tounicode(), 'byteswap': lambda: array.array('b', [1]).byteswap(), 'fromfile': lambda: back.fromfile(5, 1), 'hash': lambda: hash(back), 'compare': lambda: back < [1], 'keyword': lambda: array.array(typecode='i')}.items():
    attempt(label, call)
print(back)
