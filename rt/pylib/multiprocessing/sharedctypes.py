"""Numbers, arrays of numbers and texts in memory that processes share.

The kinds of the module `array` and single characters, as CPython gives them by type codes: there is
no ctypes, whose types could be named instead.
"""

import struct

from . import get_context, heap
from .context import assert_spawning

__all__ = ['RawValue', 'RawArray', 'Value', 'Array', 'copy', 'synchronized']

_INTEGERS = 'bBhHiIlLqQ'
_NAMES = {
    'c': 'c_char', 'u': 'c_wchar', 'b': 'c_byte', 'B': 'c_ubyte', 'h': 'c_short', 'H': 'c_ushort',
    'i': 'c_int', 'I': 'c_uint', 'l': 'c_long', 'L': 'c_ulong', 'q': 'c_long', 'Q': 'c_ulong',
    'f': 'c_float', 'd': 'c_double',
}


def _format(typecode):
    if typecode not in _NAMES:
        raise TypeError(f'this type has no size: {typecode!r} is no type code, and compiled programs '
                        'have no ctypes')
    return 'I' if typecode == 'u' else typecode


def _encode(typecode, value):
    """What is stored for `value`: integers that are too big lose their upper bits."""
    if typecode in _INTEGERS:
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer"
                            if isinstance(value, float) else
                            f'an integer is required (got type {type(value).__name__})')
        bits = 8 * struct.calcsize(typecode)
        value &= (1 << bits) - 1
        if typecode.islower() and value >> (bits - 1):
            value -= 1 << bits
        return value
    if typecode == 'c':
        if isinstance(value, int) and 0 <= value < 256:
            return bytes([value])
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise TypeError('one character bytes, bytearray or integer expected')
        return bytes(value)
    if typecode == 'u':
        if not isinstance(value, str):
            raise TypeError(f'unicode string expected instead of {type(value).__name__} instance')
        if len(value) != 1:
            raise TypeError('one character unicode string expected')
        return ord(value)
    if not isinstance(value, (int, float)):
        raise TypeError(f'must be real number, not {type(value).__name__}')
    return float(value)


def _decode(typecode, stored):
    return chr(stored) if typecode == 'u' else stored


class _Shared:
    """Items of one type code in a block of shared memory, zero at first."""

    def __init__(self, typecode, wrapper, length):
        self._type_ = typecode
        self._wrapper = wrapper
        self._length_ = length
        size = struct.calcsize(_format(typecode)) * (1 if length is None else length)
        self._items = wrapper.create_memoryview()[:size].cast(_format(typecode))

    def _get(self, index):
        return _decode(self._type_, self._items[index])

    def _set(self, index, value):
        self._items[index] = _encode(self._type_, value)

    def __reduce__(self):
        assert_spawning(self)
        return _rebuild, (self._type_, self._wrapper, self._length_)


class _SharedValue(_Shared):
    @property
    def value(self):
        return self._get(0)

    @value.setter
    def value(self, value):
        self._set(0, value)

    def __repr__(self):
        return f'{_NAMES[self._type_]}({self.value!r})'

    def __bool__(self):
        return self.value not in (0, b'\0', '\0')


class _SharedArray(_Shared):
    def __len__(self):
        return self._length_

    def _place(self, index):
        index = index.__index__()
        if index < 0:
            index += self._length_
        if not 0 <= index < self._length_:
            raise IndexError('invalid index')
        return index

    def __getitem__(self, index):
        if not isinstance(index, slice):
            return self._get(self._place(index))
        items = [self._get(i) for i in range(*index.indices(self._length_))]
        if self._type_ == 'c':
            return b''.join(items)
        return ''.join(items) if self._type_ == 'u' else items

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            self._set(self._place(index), value)
            return
        places = range(*index.indices(self._length_))
        if len(places) != len(value):
            raise ValueError('Can only assign sequence of same size')
        for place, item in zip(places, value):
            self._set(place, item)

    def __iter__(self):
        for i in range(self._length_):
            yield self._get(i)

    def __repr__(self):
        name = _NAMES[self._type_]
        return f'<multiprocessing.sharedctypes.{name}_Array_{self._length_} object at {id(self):#x}>'


class _SharedText(_SharedArray):
    """Characters; `value` ends before the first that is zero."""

    @property
    def value(self):
        return self[:].split(b'\0' if self._type_ == 'c' else '\0', 1)[0]

    @value.setter
    def value(self, value):
        wanted = (bytes, 'bytes') if self._type_ == 'c' else (str, 'unicode string')
        if not isinstance(value, wanted[0]):
            raise TypeError(f'{wanted[1]} expected instead of {type(value).__name__} instance')
        if len(value) > self._length_:
            raise ValueError('byte string too long' if self._type_ == 'c' else 'string too long')
        self[:len(value)] = value
        if len(value) < self._length_:
            self[len(value)] = 0 if self._type_ == 'c' else '\0'

    @property
    def raw(self):
        return self[:]

    @raw.setter
    def raw(self, value):
        if len(value) > self._length_:
            raise ValueError('byte string too long')
        self[:len(value)] = bytes(value)


def _array_class(typecode):
    return _SharedText if typecode in ('c', 'u') else _SharedArray


def _rebuild(typecode, wrapper, length):
    return (_SharedValue if length is None else _array_class(typecode))(typecode, wrapper, length)


def _new(typecode, length):
    size = struct.calcsize(_format(typecode)) * (1 if length is None else length)
    wrapper = heap.BufferWrapper(size)
    wrapper.create_memoryview()[:size] = bytes(size)
    return _rebuild(typecode, wrapper, length)


def RawValue(typecode_or_type, *args):
    """A value in shared memory."""
    obj = _new(typecode_or_type, None)
    if args:
        obj.value, = args
    return obj


def RawArray(typecode_or_type, size_or_initializer):
    """An array in shared memory: of so many zeros, or of these items."""
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError('Array length must be >= 0, not %d' % size_or_initializer)
        return _new(typecode_or_type, size_or_initializer)
    obj = _new(typecode_or_type, len(size_or_initializer))
    for i, item in enumerate(size_or_initializer):
        obj[i] = item
    return obj


def _with_lock(obj, lock, ctx):
    if lock is False:
        return obj
    if lock in (True, None):
        ctx = ctx or get_context()
        lock = ctx.RLock()
    if not hasattr(lock, 'acquire'):
        raise AttributeError("%r has no method 'acquire'" % lock)
    return synchronized(obj, lock, ctx=ctx)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A value in shared memory behind a lock."""
    return _with_lock(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """An array in shared memory behind a lock."""
    return _with_lock(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def copy(obj):
    """A copy of what RawValue or RawArray made, in shared memory as well."""
    new = _new(obj._type_, obj._length_)
    new._items[:] = obj._items
    return new


def synchronized(obj, lock=None, ctx=None):
    """A wrapper that holds a lock while it looks at `obj`."""
    assert not isinstance(obj, SynchronizedBase), 'object already synchronized'
    ctx = ctx or get_context()
    if isinstance(obj, _SharedValue):
        return Synchronized(obj, lock, ctx)
    if obj._type_ == 'c':
        return SynchronizedString(obj, lock, ctx)
    return SynchronizedArray(obj, lock, ctx)


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock if lock else (ctx or get_context()).RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()  # CPython: 193

    def __exit__(self, *args):
        return self._lock.__exit__(*args)  # CPython: 196

    def __reduce__(self):
        assert_spawning(self)
        return synchronized, (self._obj, self._lock)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return '<%s wrapper for %s>' % (type(self).__name__, self._obj)


def _locked(name):
    def get(self):
        with self:
            return getattr(self._obj, name)

    def set(self, value):
        with self:
            setattr(self._obj, name, value)
    return property(get, set)


class Synchronized(SynchronizedBase):
    value = _locked('value')


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self:
            self._obj[i] = value


class SynchronizedString(SynchronizedArray):
    value = _locked('value')
    raw = _locked('raw')
