"""Shallow and deep copies of any object."""
import sys
from _weakref import ref as _ref

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    pass


error = Error

_ATOMIC = frozenset((
    type(None), int, float, bool, complex, str, bytes, type, range, type(Ellipsis), type(NotImplemented),
    type(lambda: None), type(len), type((lambda: None).__code__), property, _ref, type(int | str)))
_UNCHANGED = _ATOMIC | {tuple, frozenset, slice}
_COPYING = frozenset((list, dict, set, bytearray))  # by their method copy


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    if cls in _UNCHANGED or issubclass(cls, type):
        return x
    if cls in _COPYING:
        return x.copy()
    own = getattr(cls, '__copy__', None)
    if own is not None:
        return own(x)
    reduced = _reduction(x, 'shallow')  # CPython: 92
    return x if isinstance(reduced, str) else _reconstruct(x, None, *reduced)  # CPython: 102


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
        result = copier(x, memo)  # CPython: 146
    else:
        own = getattr(x, '__deepcopy__', None)
        if own is not None:
            result = own(memo)  # CPython: 153
        else:
            result = _deepcopy_object(x, memo)  # CPython: -
    if result is not x:
        memo[identity] = result
        memo.setdefault(id(memo), []).append(x)  # keeps x, and so its id, alive
    return result


def _deepcopy_object(x, memo):
    reduced = _reduction(x, 'deep')  # CPython: 161 deepcopy
    return x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)  # CPython: 172 deepcopy


def _deepcopy_list(x, memo):
    result = []
    memo[id(x)] = result
    for item in x:
        result.append(deepcopy(item, memo))  # CPython: 206
    return result


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]  # CPython: 211
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
        result[deepcopy(key, memo)] = deepcopy(value, memo)  # CPython: 231
    return result


def _deepcopy_set(x, memo):
    return type(x)([deepcopy(item, memo) for item in x])


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))  # CPython: 238


class _Probe:
    def method(self):
        pass


_DEEP = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict, set: _deepcopy_set,
         frozenset: _deepcopy_set, bytearray: lambda x, memo: bytearray(x),
         type(_Probe().method): _deepcopy_method}


# -- instances ----------------------------------------------------------------------------------

def _reduction(x, depth):
    """How x is made anew, by what is registered with copyreg or by its class: see object.__reduce_ex__."""
    cls = type(x)
    registry = sys.modules.get('copyreg')
    if registry is not None and cls in registry.dispatch_table:
        return registry.dispatch_table[cls](x)
    reduce = getattr(x, '__reduce_ex__', None)
    if reduce is not None:
        return reduce(4)  # CPython: -
    reduce = getattr(x, '__reduce__', None)
    if reduce is None:
        raise Error('un(%s)copyable object of type %s' % (depth, cls))  # CPython: -
    return reduce()


def _reconstruct(x, memo, func, args, state=None, items=None, pairs=None):
    deep = memo is not None
    result = func(*[deepcopy(arg, memo) for arg in args]) if deep else func(*args)
    if deep:
        memo[id(x)] = result
    if state is not None:
        if deep:
            state = deepcopy(state, memo)  # CPython: 271
        _set_state(result, state)  # CPython: -
    if items is not None:
        for item in items:
            result.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            result[key] = value
    return result


def _set_state(x, state):
    if hasattr(x, '__setstate__'):
        x.__setstate__(state)  # CPython: 273 _reconstruct
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        x.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(x, name, value)


def replace(obj, /, **changes):
    """A copy with some attributes changed."""
    own = getattr(type(obj), '__replace__', None)
    if own is None:
        raise TypeError('replace() does not support %s objects' % type(obj).__name__)
    return own(obj, **changes)
