"""Plain data as bytes in CPython's internal format, version 4 (and the older ones that it still reads).

Code objects are not among it: a compiled program has none. Which objects are marked as shared depends
on CPython's reference counts; here all are that can be.
"""
import sys as _sys
from _struct import pack as _pack, unpack_from as _unpack

version = 4

_SHARED = 0x80
_DEEPEST = 2000
_SMALLEST, _GREATEST = -1 << 31, (1 << 31) - 1


class _Writer:
    def __init__(self, version):
        self.version = version
        self.parts = []
        self.places = {}
        self.depth = 0

    def header(self, kind, value):
        """Writes the code of the kind; True if the value was written before and is only referred to."""
        if self.version < 3:
            self.parts.append(kind)
            return False
        place = self.places.get(id(value))
        if place is not None:
            self.parts.append(_pack('<cI', b'r', place[0]))
            return True
        self.places[id(value)] = (len(self.places), value)  # kept, so that the id stays its own
        self.parts.append(bytes((kind[0] | _SHARED,)))
        return False

    def write(self, value):
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ValueError('object too deeply nested to marshal')
        kind = type(value)
        if value is None:
            self.parts.append(b'N')
        elif value is True or value is False:
            self.parts.append(b'T' if value else b'F')
        elif value is StopIteration:
            self.parts.append(b'S')
        elif value is ...:
            self.parts.append(b'.')
        elif kind is int:
            self.integer(value)
        elif kind is float:
            self.header(b'g' if self.version > 1 else b'f', value) or self.number(value)
        elif kind is complex:
            if not self.header(b'y' if self.version > 1 else b'x', value):
                self.number(value.real)
                self.number(value.imag)
        elif kind is str:
            self.text(value)
        elif kind in _COLLECTIONS:
            self.collection(kind, value)
        else:
            self.memory(value)
        self.depth -= 1

    def integer(self, value):
        if _SMALLEST <= value <= _GREATEST:
            self.header(b'i', value) or self.parts.append(_pack('<i', value))
        elif not self.header(b'l', value):
            digits = []
            rest = abs(value)
            while rest:
                digits.append(rest & 0x7fff)
                rest >>= 15
            count = len(digits)
            self.parts.append(_pack('<i%dH' % count, count if value > 0 else -count, *digits))

    def number(self, value):
        if self.version > 1:
            self.parts.append(_pack('<d', value))
        else:
            text = ('%.17g' % value).encode()
            self.parts.append(bytes((len(text),)) + text)

    def text(self, value):
        interned = _sys.intern(value) is value
        if self.version > 3 and value.isascii():
            data = value.encode('ascii')
            short = len(data) < 256
            kind = (b'Z' if short else b'A') if interned else (b'z' if short else b'a')
            if not self.header(kind, value):
                self.parts.append(bytes((len(data),)) if short else _pack('<i', len(data)))
                self.parts.append(data)
        elif not self.header(b't' if interned and self.version > 2 else b'u', value):
            self.sized(value.encode('utf-8', 'surrogatepass'))

    def sized(self, data):
        self.parts.append(_pack('<i', len(data)))
        self.parts.append(data)

    def collection(self, kind, value):
        code = _COLLECTIONS[kind]
        count = len(value)
        if kind is tuple and self.version > 3 and count < 256:
            if self.header(b')', value):
                return
            self.parts.append(bytes((count,)))
        elif self.header(code, value):
            return
        elif kind is not dict:
            self.parts.append(_pack('<i', count))
        if kind is dict:
            for key, item in value.items():
                self.write(key)
                self.write(item)
            self.parts.append(b'0')
            return
        for item in value:
            self.write(item)

    def memory(self, value):
        try:
            data = bytes(memoryview(value))
        except TypeError:
            raise ValueError('unmarshallable object') from None
        self.header(b's', value) or self.sized(data)


_COLLECTIONS = {tuple: b'(', list: b'[', dict: b'{', set: b'<', frozenset: b'>'}
_END = object()


class _Reader:
    def __init__(self, data):
        self.data = data
        self.place = 0
        self.shared = []

    def take(self, count):
        start = self.place
        if count < 0:
            raise ValueError('bad marshal data (bytes object size out of range)')
        if start + count > len(self.data):
            raise EOFError('marshal data too short')
        self.place = start + count
        return self.data[start:start + count]

    def number(self, format, size):
        return _unpack(format, self.take(size))[0]

    def size(self):
        return self.number('<i', 4)

    def read(self):
        try:
            code = self.take(1)[0]
        except EOFError:
            raise EOFError('EOF read where object expected') from None
        shared, kind = code & _SHARED, chr(code & ~_SHARED)
        if kind in _CONSTANTS:
            return _CONSTANTS[kind]
        if kind == 'r':
            place = self.number('<I', 4)
            if place >= len(self.shared) or self.shared[place] is _END:
                raise ValueError('bad marshal data (invalid reference)')
            return self.shared[place]
        if kind not in _READERS:
            raise ValueError('bad marshal data (unknown type code)')
        place = None
        if shared:
            place = len(self.shared)
            self.shared.append(_END)
        value = _READERS[kind](self, place)
        if shared:
            self.shared[place] = value
        return value

    def object(self, what):
        value = self.read()
        if value is _END:
            raise TypeError('NULL object in marshal data for ' + what)
        return value

    def integer(self, place):
        return self.number('<i', 4)

    def long_integer(self, place):
        count = self.size()
        value = 0
        for i, digit in enumerate(_unpack('<%dH' % abs(count), self.take(2 * abs(count)))):
            if digit > 0x7fff:
                raise ValueError('bad marshal data (digit out of range in long)')
            value |= digit << (15 * i)
        return value if count >= 0 else -value

    def double(self, place):
        return self.number('<d', 8)

    def double_text(self, place):
        return float(bytes(self.take(self.take(1)[0])))

    def complex(self, place):
        return complex(self.double(None), self.double(None))

    def complex_text(self, place):
        return complex(self.double_text(None), self.double_text(None))

    def bytes(self, place):
        return bytes(self.take(self.size()))

    def text(self, place):
        return str(self.take(self.size()), 'utf-8', 'surrogatepass')

    def ascii(self, place):
        return str(self.take(self.size()), 'ascii')

    def short_ascii(self, place):
        return str(self.take(self.take(1)[0]), 'ascii')

    def interned(self, place):
        return _sys.intern(self.text(place))

    def interned_ascii(self, place):
        return _sys.intern(self.ascii(place))

    def interned_short_ascii(self, place):
        return _sys.intern(self.short_ascii(place))

    def tuple(self, place):
        return tuple([self.object('tuple') for _ in range(self.size())])

    def short_tuple(self, place):
        return tuple([self.object('tuple') for _ in range(self.take(1)[0])])

    def list(self, place):
        result = []
        if place is not None:
            self.shared[place] = result
        for _ in range(self.size()):
            result.append(self.object('list'))
        return result

    def dict(self, place):
        result = {}
        if place is not None:
            self.shared[place] = result
        while True:
            key = self.read()
            if key is _END:
                return result
            value = self.read()
            if value is _END:
                return result
            result[key] = value

    def set(self, place):
        result = set()
        if place is not None:
            self.shared[place] = result
        for _ in range(self.size()):
            result.add(self.object('set'))
        return result

    def frozenset(self, place):
        return frozenset([self.object('set') for _ in range(self.size())])

    def code(self, place):
        raise ValueError('a compiled program cannot load code objects')


_CONSTANTS = {'N': None, 'T': True, 'F': False, 'S': StopIteration, '.': ..., '0': _END}
_READERS = {
    'i': _Reader.integer, 'l': _Reader.long_integer, 'g': _Reader.double, 'f': _Reader.double_text,
    'y': _Reader.complex, 'x': _Reader.complex_text, 's': _Reader.bytes, 'u': _Reader.text,
    't': _Reader.interned, 'a': _Reader.ascii, 'A': _Reader.interned_ascii, 'z': _Reader.short_ascii,
    'Z': _Reader.interned_short_ascii, '(': _Reader.tuple, ')': _Reader.short_tuple,
    '[': _Reader.list, '{': _Reader.dict, '<': _Reader.set, '>': _Reader.frozenset, 'c': _Reader.code,
}


def dumps(value, version=version, /):
    """The bytes of a value."""
    writer = _Writer(version)
    writer.write(value)
    return b''.join(writer.parts)


def dump(value, file, version=version, /):
    """Writes the bytes of a value to a binary file."""
    file.write(dumps(value, version))


def _load(data):
    reader = _Reader(data)
    value = reader.object('object')
    return value, reader.place


def loads(bytes, /):
    """The value of bytes; what follows it is ignored."""
    return _load(memoryview(bytes).cast('B'))[0]


class _File:
    """A binary file as _Reader wants its data: what is taken is read."""

    def __init__(self, file):
        self.file = file

    def __len__(self):
        return _GREATEST

    def __getitem__(self, part):
        data = self.file.read(part.stop - part.start)
        if not isinstance(data, bytes):
            raise TypeError('file.read() returned not bytes but ' + type(data).__name__)
        if len(data) < part.stop - part.start:
            raise EOFError('marshal data too short')
        return data


def load(file, /):
    """Reads one value from a binary file."""
    return _load(_File(file))[0]
