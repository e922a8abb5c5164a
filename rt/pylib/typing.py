"""Names for type hints. Nothing here changes what a program does: hints can be written, subscripted, shown
and asked for, but are not checked.
"""
__all__ = ['Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic',
           'Literal', 'Optional', 'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple',
           'Union', 'AbstractSet', 'ByteString', 'Container', 'ContextManager', 'Hashable', 'ItemsView',
           'Iterable', 'Iterator', 'KeysView', 'Mapping', 'MappingView', 'MutableMapping', 'MutableSequence',
           'MutableSet', 'Sequence', 'Sized', 'ValuesView', 'Awaitable', 'AsyncIterator', 'AsyncIterable',
           'Coroutine', 'Collection', 'AsyncGenerator', 'AsyncContextManager', 'Reversible', 'SupportsAbs',
           'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'SupportsInt',
           'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict',
           'Set', 'FrozenSet', 'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO', 'Match', 'Pattern',
           'TextIO', 'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads',
           'dataclass_transform', 'final', 'get_args', 'get_origin', 'get_overloads', 'get_type_hints',
           'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check', 'no_type_check_decorator',
           'NoReturn', 'NotRequired', 'overload', 'ParamSpecArgs', 'ParamSpecKwargs', 'Required',
           'reveal_type', 'runtime_checkable', 'Self', 'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard',
           'Unpack']

import collections
import collections.abc
import contextlib
import operator
import sys
import types
from abc import ABCMeta, abstractmethod
from _abc import _is_nested
from types import GenericAlias, FunctionType

TYPE_CHECKING = False


# -- showing types --------------------------------------------------------------------------------

def _type_repr(obj):
    if isinstance(obj, GenericAlias):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == 'builtins':
            return obj.__qualname__
        return '%s.%s' % (obj.__module__, obj.__qualname__)
    if obj is ...:
        return '...'
    if isinstance(obj, FunctionType):
        return obj.__name__
    return repr(obj)


def _type_convert(arg, module=None):
    """A type argument as it is stored: None as its type, strings as forward references."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module)
    return arg


def _check(arg, message, module=None, special=False):
    """A type argument as it is stored; TypeError if it cannot be one. `special`: ClassVar and Final may be."""
    arg = _type_convert(arg, module)
    if isinstance(arg, _GenericAlias):
        if arg.__origin__ in ((Generic, Protocol) if special else (Generic, Protocol, ClassVar, Final)):
            raise TypeError('%r is not valid as type argument' % (arg,))
        return arg
    if isinstance(arg, _SpecialForm) and not (arg._getitem is _refused or arg is TypeAlias):
        if not (special and (arg is ClassVar or arg is Final)):
            raise TypeError('Plain %r is not valid as type argument' % (arg,))
    elif arg is Generic or arg is Protocol:
        raise TypeError('Plain %r is not valid as type argument' % (arg,))
    elif type(arg) is tuple:
        raise TypeError('%s Got %.100r.' % (message, arg))
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    return _check(arg, msg, module, allow_special_forms)


def _tp_cache(func=None, /, *, typed=False):
    """A decorator that remembers what was answered last: equal aliases are the same object."""
    def decorator(func):
        known = {}

        def inner(*args):
            key = (args, tuple([type(arg) for arg in args])) if typed else args
            try:
                return known[key]
            except (KeyError, TypeError):
                pass
            result = func(*args)  # CPython: 344
            try:
                known[key] = result
                if len(known) > 128:
                    del known[next(iter(known))]
            except TypeError:
                pass
            return result
        return inner
    return decorator if func is None else decorator(func)


def _check_generic(cls, parameters, elen):
    """TypeError unless a class with `elen` parameters can have these."""
    if not elen:
        raise TypeError('%s is not a generic class' % (cls,))  # CPython: 271
    if len(parameters) != elen:
        raise TypeError('Too %s arguments for %s; actual %s, expected %s'  # CPython: 274
                        % ('many' if len(parameters) > elen else 'few', cls, len(parameters), elen))


def _eval_type(t, globalns, localns, recursive_guard=frozenset()):
    """The hint with its forward references replaced."""
    from _typing_hints import evaluate
    return evaluate(t, [scope for scope in (localns, globalns) if scope])


def _collect_parameters(args):
    """The distinct variables in these arguments, in order."""
    return GenericAlias(tuple, tuple(args)).__parameters__


def _is_unpacked_typevartuple(x):
    return not isinstance(x, type) and getattr(x, '__typing_is_unpacked_typevartuple__', False)


def _is_typevar_like(x):
    return isinstance(x, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(x)  # CPython: 900


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


# -- special forms ----------------------------------------------------------------------------------

class _Final:
    """A class that cannot be subclassed, except by those who say so."""
    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, **kwargs):
        if '_root' not in kwargs:
            raise TypeError('Cannot subclass special typing classes')  # CPython: 392


# Any, Union, ClassVar and the like, made of a function that subscripts them.
class _SpecialForm(_Final, _root=True):
    __slots__ = ('_name', '__doc__', '_getitem')

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(item)  # CPython: 435

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass %r' % (self,))  # CPython: 438

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __hash__(self):
        return hash(self._name)

    def __call__(self, *args, **kwds):
        raise TypeError('Cannot instantiate %r' % (self,))  # CPython: 447

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError('%r cannot be used with isinstance()' % (self,))  # CPython: 456

    def __subclasscheck__(self, cls):
        raise TypeError('%r cannot be used with issubclass()' % (self,))  # CPython: 459

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)  # CPython: 463


class _LiteralSpecialForm(_SpecialForm, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return _literal(self, *parameters)


def _form(name, doc, getitem=None, kind=_SpecialForm):
    """A special form; without `getitem` it cannot be subscripted."""
    form = kind(getitem or _refused)
    form._name = name
    form.__doc__ = doc
    return form


def _refused(form, parameters):
    raise TypeError('%r is not subscriptable' % (form,))


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')  # CPython: 476
        return super().__instancecheck__(obj)  # CPython: 477

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type; can be subclassed."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')  # CPython: 498
        return super().__new__(cls)


class _BaseGenericAlias(_Final, _root=True):
    """A subscripted or bare alias of a class."""

    def __init__(self, origin, name=None, inst=True):
        self._inst = inst
        self._name = name
        self.__origin__ = origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError('Type %s cannot be instantiated; use %s() instead'
                            % (self._name, getattr(self.__origin__, '__name__', self.__origin__)))
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return result

    def __setattr__(self, attr, value):
        if attr in ('_inst', '_name', '_count') or (attr.startswith('__') and attr.endswith('__')):
            object.__setattr__(self, attr, value)
        else:
            setattr(self.__origin__, attr, value)

    def __mro_entries__(self, bases):
        result = []
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError('Cannot subclass %r' % (self,))
        if self.__origin__ is Generic:    # others bring it along
            later = bases[bases.index(self) + 1:]
            if Protocol in bases or any(isinstance(other, _BaseGenericAlias) and other is not self for other in later):
                return ()
        if self.__origin__ not in bases:
            result.append(self.__origin__)
        place = bases.index(self)
        for other in bases[place + 1:]:
            if isinstance(other, _BaseGenericAlias) or (isinstance(other, type) and issubclass(other, Generic)):
                break
        else:
            if Generic is not self.__origin__ and self._adds_generic():
                result.append(Generic)
        return tuple(result)

    def _adds_generic(self):
        origin = self.__origin__
        return not (isinstance(origin, type) and issubclass(origin, Generic))

    def __getattr__(self, attr):
        if attr in ('__origin__', '__args__', '_name', '_inst'):
            raise AttributeError(attr)  # CPython: 1275
        if attr in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        if not (attr.startswith('__') and attr.endswith('__')):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)  # CPython: 1275

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))  # CPython: 1285

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')  # CPython: 1288

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _GenericAlias(_BaseGenericAlias, _root=True):
    """List[int], Optional[str], MyGeneric[T]."""

    def __init__(self, origin, args, *, name=None, inst=True):
        super().__init__(origin, name, inst)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = args
        self.__parameters__ = _collect_parameters(args)  # CPython: 1340
        if name is None:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    @_tp_cache
    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError('Cannot subscript already-subscripted %r' % (self,))  # CPython: 1379
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple([_type_convert(arg) for arg in args])
        flatten = self.__origin__ is collections.abc.Callable
        return self.copy_with(GenericAlias._substitute(self, self.__args__, self.__parameters__, args, flatten))

    def copy_with(self, args):
        return type(self)(self.__origin__, args, name=self._name, inst=self._inst)

    def __reduce__(self):
        args = self.__args__
        return operator.getitem, (_bare_aliases.get(self._name, self.__origin__),
                                  args[0] if len(args) == 1 and not isinstance(args[0], tuple) else args)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        args = ', '.join([_type_repr(arg) for arg in self.__args__]) or '()'
        return '%s[%s]' % (name, args)

    def __iter__(self):
        yield Unpack[self]


class _UnionGenericAlias(_GenericAlias, _root=True):
    def __reduce__(self):
        return operator.getitem, (Union, self.__args__)

    def copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is type(None):
                return 'typing.Optional[%s]' % _type_repr(args[1])
            if args[1] is type(None):
                return 'typing.Optional[%s]' % _type_repr(args[0])
        return super().__repr__()

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))  # CPython: 1650

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True
        return False


def _flatten_union(parameters):
    flat = []
    for item in parameters:
        if isinstance(item, (_UnionGenericAlias, types.UnionType)):
            flat.extend(item.__args__)
        else:
            flat.append(item)
    return tuple(dict.fromkeys(flat))


def _union(form, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    message = 'Union[arg, ...]: each arg must be a type.'
    parameters = _flatten_union([_check(item, message) for item in parameters])
    if len(parameters) == 1:
        return parameters[0]
    name = 'Optional' if len(parameters) == 2 and type(None) in parameters else None
    result = _UnionGenericAlias(form, parameters, name='Union')
    if name:
        result._name = name
    return result


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return ({(value, type(value)) for value in self.__args__}
                == {(value, type(value)) for value in other.__args__})

    def __hash__(self):
        return hash(frozenset([(value, type(value)) for value in self.__args__]))


@_tp_cache(typed=True)
def _literal(form, *parameters):
    flat = []
    for item in parameters:
        flat.extend(item.__args__ if isinstance(item, _LiteralGenericAlias) else (item,))
    distinct = []
    for item in flat:
        if not any(type(item) is type(other) and item == other for other in distinct):
            distinct.append(item)
    return _LiteralGenericAlias(form, tuple(distinct), name='Literal')


def _single(form, parameters):
    if isinstance(parameters, tuple) and len(parameters) != 1:
        raise TypeError('%s accepts only single type. Got %r.' % (form, parameters))
    item = _check(parameters, '%s accepts only single type.' % (form,))
    return _GenericAlias(form, (item,), name=form._name)


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, args):
        if isinstance(args[-1], (list, tuple)):
            return (*args[:-1], *args[-1])
        if isinstance(args[-1], _ConcatenateGenericAlias):
            args = (*args[:-1], *args[-1].__args__)
        return super().copy_with(args)


def _concatenate(form, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    *first, last = parameters
    if not (last is ... or isinstance(last, ParamSpec)):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')
    message = 'Concatenate[arg, ...]: each arg must be a type.'
    return _ConcatenateGenericAlias(form, (*[_check(item, message) for item in first], last), name=form._name)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    """*Ts, or the items of a tuple[...]."""

    def __repr__(self):
        return '*' + repr(self.__args__[0])

    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        unpacked = self.__args__[0]
        return unpacked.__args__ if isinstance(unpacked, _GenericAlias) else None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


def _unpack(form, parameters):
    item = _check(parameters, '%s accepts only single type.' % (form,))
    return _UnpackGenericAlias(form, (item,), name=form._name)


def _optional(form, parameters):
    if isinstance(parameters, tuple):
        raise TypeError('%s requires a single type. Got %r.' % (form, parameters))  # CPython: 684 Optional, 197 _type_check
    return Union[parameters, None]


Union = _form('Union', 'One of several types.', _union)
Optional = _form('Optional', 'A type or None.', _optional)
Literal = _form('Literal', 'One of several values.', _literal, _LiteralSpecialForm)
ClassVar = _form('ClassVar', 'A variable of the class.', _single)
Final = _form('Final', 'A name that is not assigned again.', _single)
TypeGuard = _form('TypeGuard', 'A function that narrows a type.', _single)
TypeIs = _form('TypeIs', 'A function that narrows a type.', _single)
Required = _form('Required', 'A key that must be there.', _single)
NotRequired = _form('NotRequired', 'A key that may be missing.', _single)
ReadOnly = _form('ReadOnly', 'A key that is not assigned.', _single)
Unpack = _form('Unpack', 'The types of a tuple.', _unpack)
Concatenate = _form('Concatenate', 'Parameters in front of others.', _concatenate)
NoReturn = _form('NoReturn', 'A function that never returns.')
Never = _form('Never', 'No value at all.')
Self = _form('Self', 'The class at hand.')
LiteralString = _form('LiteralString', 'A string written in the source.')
TypeAlias = _form('TypeAlias', 'A name for a type.')


class _AnnotatedAlias(_GenericAlias, _root=True):
    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __mro_entries__(self, bases):
        return self.__origin__,

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), name='Annotated')
        self.__metadata__ = metadata

    def copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return 'typing.Annotated[%s, %s]' % (_type_repr(self.__origin__), ', '.join(
            [repr(item) for item in self.__metadata__]))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class Annotated:
    """A type with further data."""

    def __new__(cls, *args, **kwargs):
        raise TypeError('Type Annotated cannot be instantiated.')  # CPython: 2167

    @_tp_cache
    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple) or len(parameters) < 2:
            raise TypeError('Annotated[...] should be used with at least two arguments '  # CPython: 2172
                            '(a type and an annotation).')
        kind = _check(parameters[0], 'Annotated[t, ...]: t must be a type.', special=True)
        return _AnnotatedAlias(kind, tuple(parameters[1:]))


# -- forward references and variables -------------------------------------------------------------

class ForwardRef:
    """A type named by a string."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError('Forward reference must be a string -- got %r' % (arg,))  # CPython: 820
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = ', module=%r' % (self.__forward_module__,) if self.__forward_module__ else ''
        return 'ForwardRef(%r%s)' % (self.__forward_arg__, module)


class _Variable(_Final, _root=True):
    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __repr__(self):
        prefix = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return prefix + self.__name__

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of %s' % type(self).__name__)


def _set_module(variable):
    """A type variable knows where it was made, for pickle."""
    module = sys._caller_module()
    if module != 'typing':
        variable.__module__ = module


class TypeVar(_Variable, _root=True):
    """A variable that stands for a type."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 default=None, infer_variance=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')  # CPython: 997
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')  # CPython: 999
        self.__name__ = name
        message = 'TypeVar(name, constraint, ...): constraints must be types.'
        self.__constraints__ = tuple([_check(item, message) for item in constraints])
        self.__bound__ = None if bound is None else _check(bound, 'Bound must be a type.')
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__default__ = default
        _set_module(self)

    def __typing_subst__(self, arg):
        arg = _check(arg, 'Parameters to generic types must be types.')
        if isinstance(arg, _UnpackGenericAlias) or (isinstance(arg, GenericAlias) and arg.__unpacked__):
            raise TypeError('%s is not valid as type argument' % (arg,))  # CPython: 1011
        return arg


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return '%s.args' % self.__origin__.__name__


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return '%s.kwargs' % self.__origin__.__name__


class ParamSpec(_Variable, _root=True):
    """A variable that stands for the parameters of a function."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, default=None):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__default__ = default
        _set_module(self)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple([_check(item, 'Expected a type.') for item in arg])
        if not _is_param_expr(arg):
            raise TypeError('Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got %s' % (arg,))  # CPython: 1208
        return arg

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        place = params.index(self)
        if place >= len(args):
            raise TypeError('Too few arguments for %s' % (alias,))  # CPython: 1216
        if len(params) == 1 and not _is_param_expr(args[0]):    # Z[int, str] is Z[[int, str]]
            return (args,)
        if isinstance(args[place], list):
            return (*args[:place], tuple(args[place]), *args[place + 1:])
        return args


class TypeVarTuple(_Final, _root=True):
    """A variable that stands for several types."""

    def __init__(self, name, *, default=None):
        self.__name__ = name
        self.__default__ = default
        _set_module(self)

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __reduce__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')  # CPython: 1055

    def __typing_prepare_subst__(self, alias, args):
        """The arguments with those that this variable stands for in one tuple."""
        params = alias.__parameters__
        place = params.index(self)
        if any(isinstance(param, TypeVarTuple) for param in params[place + 1:]):
            raise TypeError('More than one TypeVarTuple parameter in %s' % (alias,))  # CPython: 1062
        left, right = place, len(params) - place - 1
        endless, filling = None, None    # where a *tuple[t, ...] is, and its t
        for index, arg in enumerate(args):
            inner = None if isinstance(arg, type) else getattr(arg, '__typing_unpacked_tuple_args__', None)
            if inner and len(inner) == 2 and inner[-1] is ...:
                if endless is not None:
                    raise TypeError('More than one unpacked arbitrary-length tuple argument')  # CPython: 1075
                endless, filling = index, inner[0]
        if endless is not None:
            left = min(left, endless)
            right = min(right, len(args) - endless - 1)
        elif left + right > len(args):
            raise TypeError('Too few arguments for %s; actual %d, expected at least %d'
                            % (alias, len(args), len(params) - 1))
        end = len(args) - right
        return (*args[:left], *[filling] * (place - left), args[left:end],
                *[filling] * (len(params) - right - left - place - 1), *args[end:])


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
V_co = TypeVar('V_co', covariant=True)
VT_co = TypeVar('VT_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)


class NewType:
    """Answers its argument: stands for a type of its own to type checkers."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = sys._caller_module()

    def __mro_entries__(self, bases):
        name = self.__name__

        class Refused:
            def __init_subclass__(cls):
                raise TypeError('Cannot subclass an instance of NewType. Perhaps you were looking for: `%s = '
                                'NewType(%r, %s)`' % (cls.__name__, cls.__name__, name))
        return (Refused,)

    def __reduce__(self):
        return self.__qualname__

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return '%s.%s' % (self.__module__, self.__qualname__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class TypeAliasType:
    """What a `type` statement makes. Its value is computed when it is first asked for: it may name itself."""

    def __new__(cls, name, value, *, type_params=()):
        if not isinstance(name, str):
            raise TypeError("typealias() argument 'name' must be str, not %s" % type(name).__name__)
        if not isinstance(type_params, tuple):
            raise TypeError('type_params must be a tuple')
        return cls._make(name, None, value, type_params, sys._caller_module())

    @classmethod
    def _make(cls, name, compute, value, type_params, module):
        """An alias whose value is `value`, or what `compute` answers if that is not None."""
        alias = object.__new__(cls)
        alias.__dict__.update(__name__=name, __type_params__=type_params, __module__=module,
                              _compute=compute, _value=value)
        return alias

    @property
    def __value__(self):
        own = self.__dict__
        if own['_compute'] is not None:
            own['_value'] = own['_compute']()
            own['_compute'] = None
        return own['_value']

    @property
    def __parameters__(self):
        spread = []
        for param in self.__type_params__:
            spread.extend(param if isinstance(param, TypeVarTuple) else (param,))
        return tuple(spread)

    def __setattr__(self, name, value):
        if name == '__name__':
            raise AttributeError('readonly attribute')
        if name in ('__value__', '__type_params__', '__parameters__', '__module__'):
            raise AttributeError("attribute %r of 'typing.TypeAliasType' objects is not writable" % name)
        raise AttributeError("'typing.TypeAliasType' object has no attribute %r" % name)

    def __init_subclass__(cls):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")

    def __repr__(self):
        return self.__name__

    def __reduce__(self):
        return self.__name__

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, parameters)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# -- Generic, Protocol ------------------------------------------------------------------------------

class Generic:
    """A base for classes with type parameters."""
    __slots__ = ()
    _is_protocol = False

    @_tp_cache
    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple([_type_convert(item) for item in params])
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError('Parameter list to %s[...] cannot be empty' % cls.__qualname__)
            if not all(_is_typevar_like(item) for item in params):
                raise TypeError('Parameters to %s[...] must all be type variables or parameter '  # CPython: 1795
                                'specification variables.' % cls.__name__)
            if len(set(params)) != len(params):
                raise TypeError('Parameters to %s[...] must all be unique' % cls.__name__)
        else:
            for param in cls.__parameters__:
                prepare = getattr(param, '__typing_prepare_subst__', None)
                if prepare is not None:
                    params = prepare(cls, params)
            _check_generic(cls, params, len(cls.__parameters__))  # CPython: 1807
            spread = []
            for param, item in zip(cls.__parameters__, params):
                spread.extend(item if isinstance(param, TypeVarTuple) else (item,))
            params = tuple(spread)
        return _GenericAlias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)  # CPython: 1821
        own = cls.__dict__.get('__orig_bases__')
        if Generic in (cls.__bases__ if own is None else own) and cls.__name__ != 'Protocol':
            raise TypeError('Cannot inherit from plain Generic')  # CPython: 1830
        found = _collect_parameters(own or ())
        listed = None
        for base in own or ():
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if listed is not None:
                    raise TypeError('Cannot inherit from Generic[...] multiple types.')  # CPython: 1843
                listed = base.__parameters__
        if listed is not None:
            others = [str(item) for item in found if item not in listed]
            if others:
                raise TypeError('Some type variables (%s) are not listed in Generic[%s]'
                                % (', '.join(others), ', '.join([str(item) for item in listed])))
            found = listed
        cls.__parameters__ = tuple(found)


EXCLUDED_ATTRIBUTES = ['__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
                       '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__',
                       '__new__', '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__',
                       '_MutableMapping__marker']
_PROTOCOL_BASES = {
    'collections.abc': ('Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'Hashable', 'Sized', 'Container',
                        'Collection', 'Reversible'),
    'contextlib': ('AbstractContextManager', 'AbstractAsyncContextManager'),
}


def _get_protocol_attrs(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in list(base.__dict__) + list(base.__dict__.get('__annotations__', {})):
            if name not in EXCLUDED_ATTRIBUTES and not name.startswith('_abc_'):
                names.add(name)
    return names


def _is_callable_members_only(cls):
    return all(callable(getattr(cls, name, None)) for name in _get_protocol_attrs(cls))


def _no_init_or_replace_init(self, *args, **kwargs):
    """The __init__ of protocols. A class that inherits it gets the next one of its order at the first call."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')  # CPython: 1899
    if cls.__init__ is not _no_init_or_replace_init:
        return
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    cls.__init__(self, *args, **kwargs)


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        is_protocol = getattr(cls, '_is_protocol', False)
        if is_protocol and not getattr(cls, '_is_runtime_protocol', False) and not _is_nested():
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')  # CPython: 1960
        if (not is_protocol or _is_callable_members_only(cls)) and issubclass(instance.__class__, cls):
            return True
        if cls._is_protocol and all(hasattr(instance, name) and (
                not callable(getattr(cls, name, None)) or getattr(instance, name) is not None)
                for name in _get_protocol_attrs(cls)):
            return True
        return super().__instancecheck__(instance)  # CPython: 1974


def _protocol_hook(cls, other):
    """__subclasshook__ of protocols: do the classes in the MRO have all its attributes?"""
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    if not getattr(cls, '_is_runtime_protocol', False):
        if _is_nested():
            return NotImplemented
        raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
    if not _is_callable_members_only(cls):
        if _is_nested():
            return NotImplemented
        raise TypeError("Protocols with non-method members don't support issubclass()")
    if not isinstance(other, type):
        raise TypeError('issubclass() arg 1 must be a class')
    for name in _get_protocol_attrs(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if (name in base.__dict__.get('__annotations__', {}) and issubclass(other, Generic)
                    and other._is_protocol):
                break
        else:
            return NotImplemented
    return True


def _may_be_protocol_base(base):
    return (base in (object, Generic) or base.__name__ in _PROTOCOL_BASES.get(base.__module__, ())
            or issubclass(base, Generic) and base._is_protocol)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A base for classes that describe what others must have."""
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)  # CPython: 2012
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not _may_be_protocol_base(base):
                raise TypeError('Protocols can only inherit from other protocols, got %r' % (base,))  # CPython: 2070
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
    """Allows isinstance() with a protocol."""
    if not issubclass(cls, Generic) or not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol classes, got %r' % cls)  # CPython: 2208
    cls._is_runtime_protocol = True
    return cls


runtime = runtime_checkable


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abstractmethod
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abstractmethod
    def __float__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abstractmethod
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits=0):
        pass


AnyStr = TypeVar('AnyStr', bytes, str)


# -- aliases of classes -------------------------------------------------------------------------------

_bare_aliases = {}  # by name: what parameters were given to


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """List, Dict, Iterable, ... without parameters."""

    def __init__(self, origin, count, *, name, inst=True):
        super().__init__(origin, name, inst)
        _bare_aliases[name] = self
        self._count = count
        self.__doc__ = 'A generic version of %s.' % origin.__qualname__

    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        message = 'Parameters to generic types must be types.'
        params = tuple([_check(item, message) for item in params])
        _check_generic(self, params, self._count)  # CPython: 1537
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)  # CPython: 1552


class _TupleType(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        message = 'Tuple[t0, t1, ...]: each t must be a type.'
        return _GenericAlias(tuple, tuple([_check(item, message) for item in params]), name='Tuple', inst=False)


class _CallableGenericAlias(_GenericAlias, _root=True):
    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and args[0] is ...):
            args = list(args[:-1]), args[-1]
        return operator.getitem, (Callable, args)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        return 'typing.Callable[[%s], %s]' % (', '.join([_type_repr(arg) for arg in args[:-1]]),
                                              _type_repr(args[-1]))


class _CallableType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')  # CPython: 1588
        args, result = params
        return self._subscript(tuple(args) if isinstance(args, list) else args, result)

    @_tp_cache
    def _subscript(self, args, result):
        result = _check(result, 'Callable[args, result]: result must be a type.')
        args = [_type_convert(item) for item in args] if isinstance(args, tuple) else (_type_convert(args),)
        return _CallableGenericAlias(self.__origin__, (*args, result), name='Callable')


def _alias(origin, count, name=None, inst=True):
    return _SpecialGenericAlias(origin, count, name=name or origin.__name__, inst=inst)


_abc = collections.abc
Hashable = _alias(_abc.Hashable, 0)
Awaitable = _alias(_abc.Awaitable, 1)
Coroutine = _alias(_abc.Coroutine, 3)
AsyncIterable = _alias(_abc.AsyncIterable, 1)
AsyncIterator = _alias(_abc.AsyncIterator, 1)
Iterable = _alias(_abc.Iterable, 1)
Iterator = _alias(_abc.Iterator, 1)
Reversible = _alias(_abc.Reversible, 1)
Sized = _alias(_abc.Sized, 0)
Container = _alias(_abc.Container, 1)
Collection = _alias(_abc.Collection, 1)
Callable = _CallableType(_abc.Callable, 2, name='Callable')
AbstractSet = _alias(_abc.Set, 1, 'AbstractSet')
MutableSet = _alias(_abc.MutableSet, 1)
Mapping = _alias(_abc.Mapping, 2)
MutableMapping = _alias(_abc.MutableMapping, 2)
Sequence = _alias(_abc.Sequence, 1)
MutableSequence = _alias(_abc.MutableSequence, 1)
ByteString = _alias(_abc.ByteString, 0)
Tuple = _TupleType(tuple, -1, name='Tuple', inst=False)
List = _alias(list, 1, 'List', False)
Deque = _alias(collections.deque, 1, 'Deque')
Set = _alias(set, 1, 'Set', False)
FrozenSet = _alias(frozenset, 1, 'FrozenSet', False)
MappingView = _alias(_abc.MappingView, 1)
KeysView = _alias(_abc.KeysView, 1)
ItemsView = _alias(_abc.ItemsView, 2)
ValuesView = _alias(_abc.ValuesView, 1)
ContextManager = _alias(contextlib.AbstractContextManager, 1, 'ContextManager')
AsyncContextManager = _alias(contextlib.AbstractAsyncContextManager, 1, 'AsyncContextManager')
Dict = _alias(dict, 2, 'Dict', False)
DefaultDict = _alias(collections.defaultdict, 2, 'DefaultDict')
OrderedDict = _alias(collections.OrderedDict, 2)
Counter = _alias(collections.Counter, 1)
ChainMap = _alias(collections.ChainMap, 2)
Generator = _alias(_abc.Generator, 3)
AsyncGenerator = _alias(_abc.AsyncGenerator, 2)
Type = _alias(type, 1, 'Type', False)
Text = str


class IO(Generic[AnyStr]):
    """A file of text or bytes."""
    __slots__ = ()


class BinaryIO(IO[bytes]):
    """A file of bytes."""
    __slots__ = ()


class TextIO(IO[str]):
    """A file of text."""
    __slots__ = ()


class Pattern(Generic[AnyStr]):
    """A compiled regular expression."""
    __slots__ = ()


class Match(Generic[AnyStr]):
    """A match of a regular expression."""
    __slots__ = ()


# -- NamedTuple, TypedDict --------------------------------------------------------------------------

def _make_named_tuple(name, fields, module, defaults=()):
    made = collections.namedtuple(name, [field for field, _ in fields], defaults=defaults, module=module)
    kinds = {field: _check(kind, 'field %s annotation must be a type' % field) for field, kind in fields}
    made.__annotations__ = made.__new__.__annotations__ = kinds
    return made


_prohibited = frozenset(('__new__', '__init__', '__slots__', '__getnewargs__', '_fields',
                          '_field_defaults', '_field_types', '_make', '_replace', '_asdict', '_source'))


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        if '_root' in ns:
            return super().__new__(cls, typename, bases, ns)
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')  # CPython: 2819
        annotations = ns.get('__annotations__', {})
        defaults = []
        for field in annotations:
            if field in ns:
                defaults.append(field)
            elif defaults:
                raise TypeError('Non-default namedtuple field %s cannot follow default field%s %s'  # CPython: 2828
                                % (field, 's' if len(defaults) > 1 else '', ', '.join(defaults)))
        made = _make_named_tuple(typename, list(annotations.items()), ns.get('__module__'),
                                 [ns[field] for field in defaults])
        if Generic in bases:
            made.__class_getitem__ = classmethod(lambda cls, params: _GenericAlias(cls, params))
        for key in ns:
            if key in _prohibited:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)  # CPython: 2842
            if key not in ('__module__', '__qualname__', '__annotations__', '__classcell__') and key not in made._fields:
                setattr(made, key, ns[key])
        made.__qualname__ = ns.get('__qualname__', typename)
        return made


class _NamedTuple(metaclass=NamedTupleMeta):
    _root = True


def NamedTuple(typename, fields=None, /, **kwargs):
    """A namedtuple whose fields have types; usually written as a class."""
    if fields is None:
        fields = kwargs.items()
    return _make_named_tuple(typename, list(fields), sys._caller_module())


def _namedtuple_mro_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        ns = dict(ns)
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _check(kind, message, ns.get('__module__'))
               for key, kind in ns.get('__annotations__', {}).items()}
        made = type.__new__(_TypedDictMeta, name, (dict,), ns)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required.update(base.__dict__.get('__required_keys__', ()))
            optional.update(base.__dict__.get('__optional_keys__', ()))
        annotations.update(own)
        for key, kind in own.items():
            origin = getattr(kind, '__origin__', None)
            if origin is Required or (total and origin is not NotRequired):
                required.add(key)
            else:
                optional.add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __init__(cls, name, bases, ns, total=True):
        pass

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')  # CPython: 2955

    __instancecheck__ = __subclasscheck__


class _TypedDict(metaclass=_TypedDictMeta):
    pass


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict with known keys; usually written as a class."""
    if fields is None:
        fields = kwargs
    return _TypedDictMeta(typename, (), {'__annotations__': dict(fields), '__module__': sys._caller_module()},
                          total=total)


def _typeddict_mro_entries(bases):
    return (_TypedDict,)


TypedDict.__mro_entries__ = _typeddict_mro_entries


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


# -- functions ------------------------------------------------------------------------------------------

def cast(typ, val):
    """Answers the value; tells type checkers its type."""
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print('Runtime type is %r' % type(obj).__name__, file=sys.stderr)
    return obj


def assert_never(arg, /):
    text = repr(arg)
    if len(text) > 100:
        text = text[:100] + '...'
    raise AssertionError('Expected code to be unreachable, but got: %s' % text)  # CPython: 2462


def final(f):
    """Marks what should not be overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Marks a method that overrides another."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    if isinstance(arg, type):
        for key in dir(arg):
            value = getattr(arg, key)
            if (getattr(value, '__qualname__', None) != '%s.%s' % (arg.__qualname__, getattr(value, '__name__', ''))
                    or getattr(value, '__module__', None) != arg.__module__):
                continue
            if isinstance(value, types.MethodType):
                value = value.__func__
            if isinstance(value, type):
                no_type_check(value)
            elif isinstance(value, types.FunctionType):
                value.__no_type_check__ = True
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    return decorator


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
            'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return cls_or_fn
    return decorator


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of '  # CPython: 2519
                              '@overload-decorated functions outside a stub module should always be '
                              'followed by an implementation that is not @overload-ed.')


def overload(func):
    """One of several signatures of a function."""
    func = getattr(func, '__func__', func)
    key = (getattr(func, '__module__', None), getattr(func, '__qualname__', None))
    _overloads.setdefault(key, []).append(func)
    return _overload_dummy


def get_overloads(func):
    func = getattr(func, '__func__', func)
    return list(_overloads.get((func.__module__, func.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def get_origin(tp):
    """List[int] -> list, Optional[str] -> Union, ..."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def get_args(tp):
    """Dict[str, int] -> (str, int)"""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is _abc.Callable and not (
                len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec))):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


def _strip_annotated(hint):
    if isinstance(hint, _AnnotatedAlias):
        return _strip_annotated(hint.__origin__)
    if isinstance(hint, _GenericAlias) and not isinstance(hint, _LiteralGenericAlias):
        if hint.__origin__ in (Required, NotRequired):
            return _strip_annotated(hint.__args__[0])
        args = tuple([_strip_annotated(arg) for arg in hint.__args__])
        return hint if args == hint.__args__ else hint.copy_with(args)
    if isinstance(hint, (GenericAlias, types.UnionType)):
        args = tuple([_strip_annotated(arg) for arg in hint.__args__])
        return hint if args == hint.__args__ else _with_arguments(hint, args)
    return hint


def _with_arguments(hint, args):
    """A list[x] or x | y with other arguments."""
    if isinstance(hint, GenericAlias):
        return GenericAlias(hint.__origin__, args)
    union = args[0]
    for arg in args[1:]:
        union = union | arg
    return union


# What has hints, though it may have no annotations.
_HAS_HINTS = (types.BuiltinFunctionType, types.MethodType, types.ModuleType, types.WrapperDescriptorType,
              types.MethodWrapperType, types.MethodDescriptorType)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, function or module, with strings evaluated."""
    from _typing_hints import evaluate
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            scopes = [localns or dict(vars(base)),
                      globalns or getattr(sys.modules.get(base.__module__), '__dict__', {})]
            annotations = base.__dict__.get('__annotations__', {})
            if isinstance(annotations, types.GetSetDescriptorType):  # of type
                continue
            for name, value in annotations.items():
                hints[name] = evaluate(type(None) if value is None else value, scopes)
    else:
        annotations = getattr(obj, '__annotations__', None)
        if annotations is None and isinstance(obj, _HAS_HINTS):
            return hints
        if annotations is None:
            raise TypeError('%r is not a module, class, method, or function.' % (obj,))  # CPython: 2328
        inner = obj
        while hasattr(inner, '__wrapped__'):
            inner = inner.__wrapped__
        module = sys.modules.get(getattr(inner, '__module__', None))
        own = obj.__dict__ if isinstance(obj, types.ModuleType) else getattr(
            inner, '__globals__', getattr(module, '__dict__', {}))
        scopes = [localns or {}, globalns or own]
        for name, value in annotations.items():
            hints[name] = evaluate(type(None) if value is None else value, scopes)
    if include_extras:
        return hints
    return {name: _strip_annotated(value) for name, value in hints.items()}
