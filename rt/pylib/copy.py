"""Shallow and deep copies of any object."""
import sys
from _weakref import ref as _ref

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    pass


error = Error

_ATOMIC = (type(None), int, float, bool, complex, str, bytes, type, range, type(Ellipsis),
           type(NotImplemented), type(lambda: None), type(len), type((lambda: None).__code__), property, _ref)


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    if cls in _ATOMIC or issubclass(cls, type) or cls in (tuple, frozenset, slice):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    own = getattr(cls, '__copy__', None)
    if own is not None:
        return own(x)
    reduced = _own_reduction(x)
    if reduced is not None:
        return x if isinstance(reduced, str) else _rebuild(x, reduced, None)
    return _copy_instance(x, None)


def deepcopy(x, memo=None, _nil=[]):
    """A new object with copies of the contents, however deep."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    identity = id(x)
    done = memo.get(identity, _nil)
    if done is not _nil:
        return done
    if issubclass(cls, type):
        return x
    copier = _DEEP.get(cls)
    if copier is not None:
        result = copier(x, memo)
    else:
        own = getattr(x, '__deepcopy__', None)
        result = own(memo) if own is not None else _deepcopy_object(x, memo)
    if result is not x:
        memo[identity] = result
        memo.setdefault(id(memo), []).append(x)  # keeps x, and so its id, alive
    return result


def _deepcopy_object(x, memo):
    reduced = _own_reduction(x)
    if isinstance(reduced, str):
        return x
    if reduced is not None:
        return _rebuild(x, reduced, memo)
    return _copy_instance(x, memo)


def _deepcopy_list(x, memo):
    result = []
    memo[id(x)] = result
    for item in x:
        result.append(deepcopy(item, memo))
    return result


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deepcopy_dict(x, memo):
    result = {}
    memo[id(x)] = result
    for key, value in x.items():
        result[deepcopy(key, memo)] = deepcopy(value, memo)
    return result


def _deepcopy_set(x, memo):
    return type(x)([deepcopy(item, memo) for item in x])


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


class _Probe:
    def method(self):
        pass


_DEEP = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict, set: _deepcopy_set,
         frozenset: _deepcopy_set, bytearray: lambda x, memo: bytearray(x),
         type(_Probe().method): _deepcopy_method}


# -- instances ----------------------------------------------------------------------------------

def _own_reduction(x):
    """What a function registered with copyreg says, or the class's own __reduce_ex__ or __reduce__; None if there are
    none of them."""
    cls = type(x)
    registry = sys.modules.get('copyreg')
    if registry is not None and cls in registry.dispatch_table:
        return registry.dispatch_table[cls](x)
    reduce_ex = getattr(cls, '__reduce_ex__', None)
    if reduce_ex is not None and reduce_ex is not getattr(object, '__reduce_ex__', None):
        return reduce_ex(x, 4)
    reduce = getattr(cls, '__reduce__', None)
    if reduce is not None and reduce is not getattr(object, '__reduce__', None):
        return reduce(x)
    return None


def _rebuild(x, reduced, memo):
    if not isinstance(reduced, tuple):
        raise TypeError('Value after * must be an iterable, not ' + type(reduced).__name__)
    if len(reduced) < 2:
        raise TypeError("_reconstruct() missing 1 required positional argument: 'args'")
    func, args, state, items, pairs = (reduced + (None,) * 5)[:5]
    if memo is not None:
        args = tuple([deepcopy(arg, memo) for arg in args])
    result = func(*args)
    if memo is not None:
        memo[id(x)] = result
    if state is not None:
        _set_state(result, deepcopy(state, memo) if memo is not None else state)
    for item in items or ():
        result.append(deepcopy(item, memo) if memo is not None else item)
    for key, value in pairs or ():
        if memo is not None:
            key, value = deepcopy(key, memo), deepcopy(value, memo)
        result[key] = value
    return result


def _slot_names(cls):
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                name = '_%s%s' % (base.__name__.lstrip('_'), name)
            yield name


def _state_of(x):
    getstate = getattr(type(x), '__getstate__', None)
    if getstate is not None and getstate is not getattr(object, '__getstate__', None):
        return getstate(x)
    state = dict(getattr(x, '__dict__', {}))
    slots = {}
    for name in _slot_names(type(x)):
        if hasattr(x, name):
            slots[name] = getattr(x, name)
    if slots:
        return state or None, slots
    return state or None


def _set_state(x, state):
    if hasattr(type(x), '__setstate__'):
        x.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        x.__dict__.update(state)
    for name, value in (slots or {}).items():
        object.__setattr__(x, name, value)


def _new_arguments(x):
    getargs = getattr(type(x), '__getnewargs_ex__', None)
    if getargs is not None:
        return getargs(x)
    getargs = getattr(type(x), '__getnewargs__', None)
    if getargs is not None:
        return getargs(x), {}
    return (), {}


def _copy_instance(x, memo):
    cls = type(x)
    deep = memo is not None
    if issubclass(cls, type(sys)):
        x.__reduce_ex__(4)  # modules cannot be taken apart, which is its complaint
    args, kwargs = _new_arguments(x)
    if deep:
        args, kwargs = deepcopy(tuple(args), memo), deepcopy(kwargs, memo)
    for base in (int, float, complex, str, bytes, frozenset):
        if isinstance(x, base) and not args:
            args = (x,)
    if isinstance(x, BaseException):
        args = deepcopy(x.args, memo) if deep else x.args
    try:
        result = cls.__new__(cls, *args, **kwargs)
    except TypeError:
        x.__reduce_ex__(4)  # its complaint, if the class cannot be taken apart at all
        raise
    if deep:
        memo[id(x)] = result
    state = _state_of(x)
    if state is not None:
        _set_state(result, deepcopy(state, memo) if deep else state)
    if isinstance(x, dict):
        for key, value in dict.items(x):
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            result[key] = value
    elif isinstance(x, (list, bytearray)):
        for item in x:
            result.append(deepcopy(item, memo) if deep else item)
    elif isinstance(x, set):
        for item in x:
            result.add(deepcopy(item, memo) if deep else item)
    return result


def replace(obj, /, **changes):
    """A copy with some attributes changed."""
    own = getattr(type(obj), '__replace__', None)
    if own is None:
        raise TypeError('replace() does not support %s objects' % type(obj).__name__)
    return own(obj, **changes)
