"""The operators of the language as functions."""
from _operator import *
from _operator import _install_attr_getter, _install_item_getter, _install_method_caller
from sys import _dotted_name, intern

__all__ = ['abs', 'add', 'and_', 'attrgetter', 'call', 'concat', 'contains', 'countOf', 'delitem', 'eq',
           'floordiv', 'ge', 'getitem', 'gt', 'iadd', 'iand', 'iconcat', 'ifloordiv', 'ilshift', 'imatmul',
           'imod', 'imul', 'index', 'indexOf', 'inv', 'invert', 'ior', 'ipow', 'irshift', 'is_', 'is_not', 'isub',
           'itemgetter', 'itruediv', 'ixor', 'le', 'length_hint', 'lshift', 'lt', 'matmul', 'methodcaller', 'mod',
           'mul', 'ne', 'neg', 'not_', 'or_', 'pos', 'pow', 'rshift', 'setitem', 'sub', 'truediv', 'truth', 'xor']

_NOTHING = object()


def _raise_count(name, obj, more):
    given = len(more) + (obj is not _NOTHING)
    raise TypeError('%s expected 1 argument, got %d' % (name, given))


def _path_names(path):
    if not isinstance(path, str):
        raise TypeError('attribute name must be a string')
    return tuple([intern(str(name)) for name in path.split('.')])


def _follow(obj, names):
    for name in names:
        obj = getattr(obj, name)
    return obj


@_install_attr_getter
@_dotted_name
class attrgetter:
    """attrgetter('a', 'b.c')(x) is (x.a, x.b.c)."""
    __slots__ = ('_attrs', '_paths')

    def __init__(self, /, *attrs, **keywords):
        if keywords:
            raise TypeError('attrgetter() takes no keyword arguments')
        if not attrs:
            raise TypeError('attrgetter expected 1 argument, got 0')
        self._attrs = attrs
        self._paths = tuple([_path_names(path) for path in attrs])

    def __call__(self, obj=_NOTHING, /, *more):
        if more or obj is _NOTHING:
            _raise_count('attrgetter', obj, more)
        if len(self._paths) == 1:
            return _follow(obj, self._paths[0])
        return tuple([_follow(obj, names) for names in self._paths])

    def __repr__(self):
        return 'operator.attrgetter(%s)' % ', '.join(map(repr, self._attrs))

    def __reduce__(self):
        return type(self), self._attrs


@_install_item_getter
@_dotted_name
class itemgetter:
    """itemgetter(1, 2)(x) is (x[1], x[2])."""
    __slots__ = ('_items', '_single')

    def __init__(self, /, *items, **keywords):
        if keywords:
            raise TypeError('itemgetter() takes no keyword arguments')
        if not items:
            raise TypeError('itemgetter expected 1 argument, got 0')
        self._items = items
        self._single = len(items) == 1

    def __call__(self, obj=_NOTHING, /, *more):
        if more or obj is _NOTHING:
            _raise_count('itemgetter', obj, more)
        if self._single:
            return obj[self._items[0]]
        return tuple([obj[item] for item in self._items])

    def __repr__(self):
        return 'operator.itemgetter(%s)' % ', '.join(map(repr, self._items))

    def __reduce__(self):
        return type(self), self._items


@_install_method_caller
@_dotted_name
class methodcaller:
    """methodcaller('name', 1)(x) is x.name(1)."""
    __slots__ = ('_name', '_args', '_kwargs')

    def __init__(self, /, *args, **kwargs):
        if not args:
            raise TypeError('methodcaller needs at least one argument, the method name')
        name, *args = args
        if not isinstance(name, str):
            raise TypeError('method name must be a string')
        self._name = intern(name) if type(name) is str else name
        self._args = tuple(args)
        self._kwargs = kwargs

    def __call__(self, obj=_NOTHING, /, *more):
        if more or obj is _NOTHING:
            _raise_count('methodcaller', obj, more)
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name)]
        parts.extend(map(repr, self._args))
        parts.extend('%s=%r' % item for item in self._kwargs.items())
        return 'operator.methodcaller(%s)' % ', '.join(parts)

    def __reduce__(self):
        if not self._kwargs:
            return type(self), (self._name, *self._args)
        from functools import partial
        return partial(type(self), self._name, **self._kwargs), self._args


__lt__ = lt
__le__ = le
__eq__ = eq
__ne__ = ne
__ge__ = ge
__gt__ = gt
__not__ = not_
__abs__ = abs
__add__ = add
__and__ = and_
__call__ = call
__floordiv__ = floordiv
__index__ = index
__inv__ = inv
__invert__ = invert
__lshift__ = lshift
__mod__ = mod
__mul__ = mul
__matmul__ = matmul
__neg__ = neg
__or__ = or_
__pos__ = pos
__pow__ = pow
__rshift__ = rshift
__sub__ = sub
__truediv__ = truediv
__xor__ = xor
__concat__ = concat
__contains__ = contains
__delitem__ = delitem
__getitem__ = getitem
__setitem__ = setitem
__iadd__ = iadd
__iand__ = iand
__iconcat__ = iconcat
__ifloordiv__ = ifloordiv
__ilshift__ = ilshift
__imod__ = imod
__imul__ = imul
__imatmul__ = imatmul
__ior__ = ior
__ipow__ = ipow
__irshift__ = irshift
__isub__ = isub
__itruediv__ = itruediv
__ixor__ = ixor
