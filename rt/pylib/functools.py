"""Functions that work on functions."""
__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache',
           'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch',
           'singledispatchmethod', 'cached_property']

from _functools import Cache as _Cache, _fill_partial, _install_key, _install_partial, _shown_once, reduce
from sys import _dotted_name

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes `wrapper` look like `wrapped`."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """The decorator form of update_wrapper."""
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


# -- comparison ---------------------------------------------------------------------------------

def _from(own, combine):
    """A comparison made of the method `own` of the class and a rule for its answer."""
    def compare(self, other):
        answer = getattr(type(self), own)(self, other)
        if answer is NotImplemented:
            return answer
        return combine(answer, self, other)
    return compare


_DERIVED = {
    '__lt__': (('__gt__', lambda lt, a, b: not lt and a != b),
               ('__le__', lambda lt, a, b: lt or a == b),
               ('__ge__', lambda lt, a, b: not lt)),
    '__le__': (('__ge__', lambda le, a, b: not le or a == b),
               ('__lt__', lambda le, a, b: le and a != b),
               ('__gt__', lambda le, a, b: not le)),
    '__gt__': (('__lt__', lambda gt, a, b: not (gt or a == b)),
               ('__ge__', lambda gt, a, b: gt or a == b),
               ('__le__', lambda gt, a, b: not gt)),
    '__ge__': (('__le__', lambda ge, a, b: not ge or a == b),
               ('__gt__', lambda ge, a, b: ge and a != b),
               ('__lt__', lambda ge, a, b: not ge)),
}


def total_ordering(cls):
    """Adds the comparisons that follow from one that the class defines."""
    own = [name for name in _DERIVED if getattr(cls, name, None) is not getattr(object, name, None)]
    if not own:
        raise ValueError('must define at least one ordering operation: < > <= >=')  # CPython: 193
    root = max(own)  # __lt__ before __le__, __gt__ and __ge__
    for name, combine in _DERIVED[root]:
        if name not in own:
            method = _from(root, combine)
            method.__name__ = name
            method.__qualname__ = cls.__qualname__ + '.' + name
            setattr(cls, name, method)
    return cls


@_install_key
@_dotted_name
class KeyWrapper:
    __slots__ = ('_compare', 'obj')
    __hash__ = None

    def __init__(self, compare):
        self._compare = compare

    def __call__(self, obj):
        wrapper = KeyWrapper(self._compare)
        wrapper.obj = obj
        return wrapper

    def _to(self, other):
        if not isinstance(other, KeyWrapper):
            raise TypeError('other argument must be K instance')  # CPython: -
        return self._compare(self.obj, other.obj)  # CPython: -

    def __lt__(self, other):
        return self._to(other) < 0

    def __gt__(self, other):
        return self._to(other) > 0

    def __eq__(self, other):
        return self._to(other) == 0

    def __le__(self, other):
        return self._to(other) <= 0

    def __ge__(self, other):
        return self._to(other) >= 0


def cmp_to_key(mycmp):
    """A key function from an old comparison function."""
    return KeyWrapper(mycmp)


# -- partial ------------------------------------------------------------------------------------


def _shown_call(args, keywords):
    parts = [repr(arg) for arg in args]
    parts.extend('%s=%r' % item for item in keywords.items())
    return parts


def _partial_text(self):
    name = 'functools.partial' if type(self) is partial else type(self).__qualname__
    return '%s(%s)' % (name, ', '.join([repr(self.func)] + _shown_call(self.args, self.keywords)))


@_install_partial
@_dotted_name
class partial:
    """A function with some arguments filled in."""
    __slots__ = ('func', 'args', 'keywords', '__dict__', '__weakref__')

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial) and type(func) is cls and not func.__dict__:
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        _fill_partial(self, func, args, keywords)
        return self

    def __call__(self, /, *args, **keywords):
        if keywords or self.keywords:
            return self.func(*self.args, *args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args)

    def __repr__(self):
        return _shown_once(self, _partial_text)

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords, self.__dict__ or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError('invalid partial state')  # CPython: 326
        func, args, keywords, attributes = state
        if (not callable(func) or not isinstance(args, tuple) or
                (keywords is not None and not isinstance(keywords, dict)) or
                (attributes is not None and not isinstance(attributes, dict))):
            raise TypeError('invalid partial state')  # CPython: 326
        _fill_partial(self, func, tuple(args), {} if keywords is None else dict(keywords))
        self.__dict__ = {} if attributes is None else attributes

    def __class_getitem__(cls, item):
        return cls


class partialmethod:
    """The same for methods."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError('%r is not callable or a descriptor' % (func,))  # CPython: 357
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        cls = self.__class__
        keywords = ', '.join(['%s=%r' % item for item in self.keywords.items()])
        return '%s.%s(%s, %s, %s)' % (cls.__module__, cls.__qualname__, self.func,
                                      ', '.join(map(repr, self.args)), keywords)

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            merged = {**self.keywords, **keywords}
            return self.func(cls_or_self, *self.args, *args, **merged)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                if hasattr(bound, '__self__'):
                    result.__self__ = bound.__self__
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


# -- caches -------------------------------------------------------------------------------------

class CacheInfo(tuple):
    """CacheInfo(hits, misses, maxsize, currsize)"""  # a named tuple, without what collections brings along

    __slots__ = ()
    __match_args__ = _fields = ('hits', 'misses', 'maxsize', 'currsize')
    _field_defaults = {}
    hits = property(lambda self: self[0], doc='Alias for field number 0')
    misses = property(lambda self: self[1], doc='Alias for field number 1')
    maxsize = property(lambda self: self[2], doc='Alias for field number 2')
    currsize = property(lambda self: self[3], doc='Alias for field number 3')

    def __new__(_cls, hits, misses, maxsize, currsize):
        return tuple.__new__(_cls, (hits, misses, maxsize, currsize))

    @classmethod
    def _make(cls, iterable):
        made = tuple.__new__(cls, iterable)
        if len(made) != 4:
            raise TypeError(f'Expected 4 arguments, got {len(made)}')
        return made

    def _asdict(self):
        return dict(zip(self._fields, self))

    def _replace(self, /, **changes):
        replaced = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f'Got unexpected field names: {list(changes)!r}')
        return replaced

    def __getnewargs__(self):
        return tuple(self)

    def __repr__(self):
        return 'CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)' % self


_CacheInfo = CacheInfo
del CacheInfo


class _HashedSeq(list):
    """A key whose hash is computed once."""

    __slots__ = 'hashvalue'

    def __init__(self, tup, hash=hash):
        self[:] = tup
        self.hashvalue = hash(tup)

    def __hash__(self):
        return self.hashvalue


def _make_key(args, kwds, typed, kwd_mark=(object(),), fasttypes={int, str}, tuple=tuple, type=type, len=len):
    """The key of a call in a cache; packages make caches of their own with it."""
    key = args
    if kwds:
        key += kwd_mark
        for item in kwds.items():
            key += item
    if typed:
        key += tuple(type(value) for value in args)
        if kwds:
            key += tuple(type(value) for value in kwds.values())
    elif len(key) == 1 and type(key[0]) in fasttypes:
        return key[0]
    return _HashedSeq(key)


class _lru_cache_wrapper(_Cache):
    """What lru_cache makes of a function."""

    def cache_info(self):
        """Hits, misses and sizes so far."""
        return _CacheInfo(*self._counts())

    def __reduce__(self):
        return self.__qualname__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, bool(typed))
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    """Remembers the results of the most recent calls."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')  # CPython: 515

    def decorate(function):
        if not callable(function):
            raise TypeError('the first argument must be callable')
        return _cached(function, maxsize, typed)
    return decorate


def cache(user_function, /):
    """Remembers the results of all calls."""
    return lru_cache(maxsize=None)(user_function)  # CPython: 653


_NOTHING = object()


class cached_property:
    """A property computed once per instance and then kept in its __dict__."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '  # CPython: 976
                            '(%r and %r).' % (self.attrname, name))

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')  # CPython: 985
        try:
            entries = instance.__dict__
        except AttributeError:
            raise TypeError("No '__dict__' attribute on %r instance to cache %r property."
                            % (type(instance).__name__, self.attrname)) from None
        value = entries.get(self.attrname, _NOTHING)
        if value is _NOTHING:
            value = self.func(instance)  # CPython: 1001
            try:
                entries[self.attrname] = value
            except TypeError:
                raise TypeError("The '__dict__' attribute on %r instance does not support item assignment "
                                "for caching %r property." % (type(instance).__name__, self.attrname)) from None
        return value

    def __class_getitem__(cls, item):
        return cls


# -- single dispatch ----------------------------------------------------------------------------

def _merged_order(cls, registered):
    """The MRO of `cls` with the registered abstract classes it belongs to put in."""
    order = list(cls.__mro__)
    extra = [abstract for abstract in registered
             if abstract not in order and isinstance(abstract, type) and issubclass(cls, abstract)]
    for abstract in extra:
        place = 0
        for i, base in enumerate(order):
            if issubclass(base, abstract):
                place = i + 1
        while place < len(order) and order[place] in extra and issubclass(order[place], abstract):
            place += 1
        order.insert(place, abstract)
    return order


def _find_implementation(cls, registry):
    order = _merged_order(cls, registry)
    for i, candidate in enumerate(order):
        if candidate not in registry:
            continue
        if candidate not in cls.__mro__:
            for other in order[i + 1:]:
                if (other in registry and other not in cls.__mro__
                        and not issubclass(candidate, other) and not issubclass(other, candidate)
                        and not any(issubclass(base, candidate) != issubclass(base, other)
                                    for base in cls.__mro__[1:-1])):
                    raise RuntimeError('Ambiguous dispatch: %s or %s' % (candidate, other))
        return registry[candidate]
    return None


def _dispatch_classes(func):
    """The classes that the annotation of the first parameter names."""
    annotations = getattr(func, '__annotations__', {})
    if not annotations:
        raise TypeError('Invalid first argument to `register()`: %r. Use either `@register(some_class)`'
                        ' or plain `@register` on an annotated function.' % (func,))
    from typing import get_type_hints
    name, cls = next(iter(get_type_hints(func).items()))
    classes = _union_members(cls)
    for member in classes or (cls,):
        if not isinstance(member, type):
            raise TypeError('Invalid annotation for %r. %r %s' % (
                name, cls, 'not all arguments are classes.' if classes else 'is not a class.'))
    return classes or (cls,)


def _union_members(cls):
    if isinstance(cls, type(int | str)):
        return cls.__args__
    origin = getattr(cls, '__origin__', None)
    if origin is not None and getattr(origin, '_name', None) == 'Union':
        return cls.__args__
    return None


def singledispatch(func):
    """A function that chooses its implementation by the type of the first argument."""
    registry = {object: func}
    found = {}
    name = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        implementation = found.get(cls)
        if implementation is None:
            implementation = registry.get(cls) or _find_implementation(cls, registry)
            found[cls] = implementation
        return implementation

    def register(cls, func=None):
        classes = (cls,) if isinstance(cls, type) else _union_members(cls)
        if classes and all([isinstance(member, type) for member in classes]):
            if func is None:
                return lambda function: register(cls, function)
        elif func is not None:
            raise TypeError('Invalid first argument to `register()`. %r is not a class or union type.' % (cls,))  # CPython: 864
        else:
            func = cls
            classes = _dispatch_classes(func)
        for member in classes:
            registry[member] = func
        found.clear()
        return func

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError('%s requires at least 1 positional argument' % name)  # CPython: 906
        return dispatch(args[0].__class__)(*args, **kwargs)  # CPython: 909

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """The same for methods: chooses by the first argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError('%r is not callable or a descriptor' % (func,))  # CPython: 931
        self.dispatcher = singledispatch(func)  # CPython: 933
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)  # CPython: 941

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)  # CPython: 945
            return method.__get__(obj, cls)(*args, **kwargs)  # CPython: 946
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


def _unwrap_partial(func):
    """What is called in the end, for inspect."""
    while isinstance(func, partial):
        func = func.func
    return func
