"""Container types beyond the built-in ones."""
import sys as _sys
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap
from _collections import deque, defaultdict, OrderedDict, _count_elements, _tuplegetter
import _records
from collections.abc import (MutableMapping as _MutableMapping, MutableSequence as _MutableSequence,
                             Sequence as _Sequence)

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict',
           'deque', 'namedtuple']

_MutableSequence.register(deque)


# -- namedtuple ---------------------------------------------------------------------------------

_KEYWORDS = frozenset((
    'False None True and as assert async await break class continue def del elif else except finally '
    'for from global if import in is lambda nonlocal not or pass raise return try while with yield'
).split())


def _renamed(names):
    seen = set()
    for index, name in enumerate(names):
        if (not name.isidentifier() or name in _KEYWORDS or name.startswith('_') or name in seen):
            names[index] = '_%d' % index
        seen.add(name)


def _check_names(typename, names, rename):
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')  # CPython: 391 namedtuple
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid identifiers: %r' % (name,))  # CPython: 393 namedtuple
        if name in _KEYWORDS:
            raise ValueError('Type names and field names cannot be a keyword: %r' % (name,))  # CPython: 396 namedtuple
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: %r' % (name,))  # CPython: 402 namedtuple
        if name in seen:
            raise ValueError('Encountered duplicate field name: %r' % (name,))  # CPython: 405 namedtuple
        seen.add(name)


def _namedtuple_new(typename, names, defaults, shown):
    """__new__ of the new class, for CPython a lambda of a text."""
    module = 'namedtuple_' + typename
    namespace = {'_tuple_new': tuple.__new__, '__builtins__': {}, '__name__': module}
    __new__ = _records.tuple_maker(typename + '.__new__', module, ('_cls',) + names, defaults, namespace)
    __new__.__name__ = '__new__'
    __new__.__doc__ = 'Create new instance of ' + shown
    return __new__


def _namedtuple_methods(typename, names):
    """The other methods of the new class, which are closures over the fields."""
    make = tuple.__new__

    @classmethod
    def _make(cls, iterable):
        result = make(cls, iterable)
        if len(result) != len(names):
            raise TypeError('Expected %d arguments, got %d' % (len(names), len(result)))  # CPython: 444
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, old) for name, old in zip(names, self)])
        if kwds:
            raise ValueError('Got unexpected field names: %r' % (list(kwds),))  # CPython: 453
        return result

    layout = '(%s)' % ', '.join([name + '=%r' for name in names])

    def __repr__(self):
        return type(self).__name__ + layout % self    # the items as such, whatever __iter__ says

    def _asdict(self):
        return dict(zip(names, self))

    def __getnewargs__(self):
        return tuple(self)

    methods = {'_make': _make, '_replace': _replace, '__repr__': __repr__, '_asdict': _asdict,
               '__getnewargs__': __getnewargs__}
    for name, method in methods.items():
        plain = getattr(method, '__func__', method)
        plain.__name__ = name
        plain.__qualname__ = typename + '.' + name
    return methods


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A new subclass of tuple whose items are attributes too."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        _renamed(names)
    _check_names(typename, names, rename)  # CPython: -
    default_values = {}
    shown = '%s(%s%s)' % (typename, ', '.join(names), ',' if len(names) == 1 else '')
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')  # CPython: 412
        default_values = dict(zip(names[len(names) - len(defaults):], defaults))
    names = tuple(names)
    namespace = {
        '__doc__': shown,
        '__slots__': (),
        '_fields': names,
        '_field_defaults': default_values,
        '__match_args__': names,
        '__module__': module or _sys._caller_module(),
        '__new__': _namedtuple_new(typename, names, defaults, shown),
    }
    namespace.update(_namedtuple_methods(typename, names))
    for index, name in enumerate(names):
        namespace[name] = _tuplegetter(index, 'Alias for field number %d' % index)
    return type(typename, (tuple,), namespace)


# -- Counter --------------------------------------------------------------------------------------

def _by_count(item):
    return item[1]


class Counter(dict):
    """A dict that counts: elements to how often they occur."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)  # CPython: 597

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        items = sorted(self.items(), key=_by_count, reverse=True)
        if n is None or n >= len(items):
            return items[:n]
        return items[:len(range(n))]

    def elements(self):
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')  # CPython: 655

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if hasattr(iterable, 'items') and not isinstance(iterable, (list, tuple, str)):
                if self:
                    for element, count in iterable.items():
                        self[element] = count + self.get(element, 0)
                else:
                    super().update(iterable)
            else:
                _count_elements(self, iterable)  # CPython: 688
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            if hasattr(iterable, 'items') and not isinstance(iterable, (list, tuple, str)):
                for element, count in iterable.items():
                    self[element] = self.get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = self.get(element, 0) - 1
        if kwds:
            self.subtract(kwds)  # CPython: 717

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return (self.__class__, (dict(self),))

    def __delitem__(self, element):
        if element in self:
            super().__delitem__(element)

    def __repr__(self):
        if not self:
            return '%s()' % type(self).__name__
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return '%s(%r)' % (type(self).__name__, shown)

    def _all_keys(self, other):
        for element in self:
            yield element
        for element in other:
            if element not in self:
                yield element

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[element] == other[element] for element in self._all_keys(other))

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[element] <= other[element] for element in self._all_keys(other))

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[element] >= other[element] for element in self._all_keys(other))

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _combined(self, other, count):
        result = Counter()
        for element in self._all_keys(other):
            value = count(self[element], other[element])
            if value > 0:
                result[element] = value
        return result

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, max)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            value = min(count, other[element])
            if value > 0:
                result[element] = value
        return result

    def __pos__(self):
        result = Counter()
        for element, count in self.items():
            if count > 0:
                result[element] = count
        return result

    def __neg__(self):
        result = Counter()
        for element, count in self.items():
            if count < 0:
                result[element] = -count
        return result

    def _keep_positive(self):
        for element in [element for element, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()  # CPython: 924

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()  # CPython: 937

    def __ior__(self, other):
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self._keep_positive()  # CPython: 952

    def __iand__(self, other):
        for element, count in self.items():
            if other[element] < count:
                self[element] = other[element]
        return self._keep_positive()  # CPython: 967


# -- ChainMap -------------------------------------------------------------------------------------

class ChainMap(_MutableMapping):
    """Several mappings seen as one; changes go to the first."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)  # CPython: 996

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)  # CPython: 1004

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(dict.fromkeys(mapping))
        return iter(merged)

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return '%s(%s)' % (type(self).__name__, ', '.join(map(repr, self.maps)))

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls(dict.fromkeys(iterable, *args))  # CPython: 1031

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])  # CPython: 1035

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError('Key not found in the first mapping: %r' % (key,)) from None  # CPython: 1062

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.') from None  # CPython: 1069

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError('Key not found in the first mapping: %r' % (key,)) from None  # CPython: 1076

    def clear(self):
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        result = self.copy()
        result.maps[0].update(other)
        return result

    def __ror__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        result = dict(other)
        for mapping in reversed(self.maps):
            result.update(mapping)
        return self.__class__(result)


# -- classes to inherit from ------------------------------------------------------------------------

class UserDict(_MutableMapping):
    """A dict in an attribute, `data`."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, '__missing__'):
            return self.__class__.__missing__(self, key)  # CPython: 1123
        raise KeyError(key)  # CPython: 1124

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        if isinstance(other, UserDict):
            return self.__class__(self.data | other.data)
        if isinstance(other, dict):
            return self.__class__(self.data | other)
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, UserDict):
            return self.__class__(other.data | self.data)
        if isinstance(other, dict):
            return self.__class__(other | self.data)
        return NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self):
        result = self.__class__.__new__(self.__class__)
        result.__dict__.update(self.__dict__)
        result.__dict__['data'] = self.__dict__['data'].copy()
        return result

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())  # CPython: 1173
        data = self.data
        try:
            self.data = {}
            result = self.__copy__()
        finally:
            self.data = data
        result.update(self)
        return result

    @classmethod
    def fromkeys(cls, iterable, value=None):
        result = cls()
        for key in iterable:
            result[key] = value
        return result


class UserList(_MutableSequence):
    """A list in an attribute, `data`."""

    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            self.data = list(initlist.data if isinstance(initlist, UserList) else initlist)

    def __repr__(self):
        return repr(self.data)

    @staticmethod
    def _plain(other):
        return other.data if isinstance(other, UserList) else other

    def __lt__(self, other):
        return self.data < self._plain(other)

    def __le__(self, other):
        return self.data <= self._plain(other)

    def __eq__(self, other):
        return self.data == self._plain(other)

    def __gt__(self, other):
        return self.data > self._plain(other)

    def __ge__(self, other):
        return self.data >= self._plain(other)

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self.__class__(self.data[i])
        return self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + list(self._plain(other)))

    def __radd__(self, other):
        return self.__class__(list(self._plain(other)) + self.data)

    def __iadd__(self, other):
        self.data += self._plain(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        result = self.__class__.__new__(self.__class__)
        result.__dict__.update(self.__dict__)
        result.__dict__['data'] = self.__dict__['data'][:]
        return result

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()  # CPython: 1313

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)  # CPython: 1316

    def extend(self, other):
        self.data.extend(self._plain(other))


class UserString(_Sequence):
    """A str in an attribute, `data`; its methods answer objects of this class."""

    def __init__(self, seq):
        self.data = seq.data if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return self.data

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __len__(self):
        return len(self.data)

    @staticmethod
    def _plain(other):
        return other.data if isinstance(other, UserString) else other

    def __eq__(self, other):
        return self.data == self._plain(other)

    def __lt__(self, other):
        return self.data < self._plain(other)

    def __le__(self, other):
        return self.data <= self._plain(other)

    def __gt__(self, other):
        return self.data > self._plain(other)

    def __ge__(self, other):
        return self.data >= self._plain(other)

    def __contains__(self, char):
        return self._plain(char) in self.data

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + str(self._plain(other)))

    def __radd__(self, other):
        return self.__class__(str(self._plain(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def __getnewargs__(self):
        return (self.data[:],)

    maketrans = str.maketrans

    def __format__(self, spec):
        return format(self.data, spec)


def _forward(name, wrap):
    def method(self, *args, **kwargs):
        args = [UserString._plain(arg) for arg in args]
        result = getattr(self.data, name)(*args, **kwargs)
        return self.__class__(result) if wrap else result
    method.__name__ = name
    method.__qualname__ = 'UserString.' + name
    return method


for _name in ('capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix '
              'replace rjust rstrip strip swapcase title translate upper zfill').split():
    setattr(UserString, _name, _forward(_name, True))
for _name in ('count encode endswith find format format_map index isalpha isalnum isascii isdecimal '
              'isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join '
              'partition rpartition rfind rindex rsplit split splitlines startswith').split():
    setattr(UserString, _name, _forward(_name, False))
del _name
