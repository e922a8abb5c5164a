"""What can be asked of live objects: kinds, signatures, documentation, states of generators.

Functions carry their parameters in __code__, __defaults__ and __kwdefaults__, as CPython's do. What few
programs need is in _inspect_more.
"""
__all__ = ['ArgInfo', 'Arguments', 'Attribute', 'BoundArguments', 'CORO_CLOSED',
           'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CO_ASYNC_GENERATOR', 'CO_COROUTINE',
           'CO_GENERATOR', 'CO_ITERABLE_COROUTINE', 'CO_NESTED', 'CO_NEWLOCALS', 'CO_NOFREE', 'CO_OPTIMIZED',
           'CO_VARARGS', 'CO_VARKEYWORDS', 'ClassFoundException', 'ClosureVars', 'EndOfBlock', 'FrameInfo',
           'FullArgSpec', 'GEN_CLOSED', 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'Parameter',
           'Signature', 'TPFLAGS_IS_ABSTRACT', 'Traceback', 'classify_class_attrs', 'cleandoc',
           'currentframe', 'findsource', 'formatannotation', 'formatannotationrelativeto', 'formatargvalues',
           'get_annotations', 'getabsfile', 'getargs', 'getargvalues', 'getattr_static', 'getblock',
           'getcallargs', 'getclasstree', 'getclosurevars', 'getcomments', 'getcoroutinelocals',
           'getcoroutinestate', 'getdoc', 'getfile', 'getframeinfo', 'getfullargspec', 'getgeneratorlocals',
           'getgeneratorstate', 'getinnerframes', 'getlineno', 'getmembers', 'getmembers_static', 'getmodule',
           'getmodulename', 'getmro', 'getouterframes', 'getsource', 'getsourcefile', 'getsourcelines',
           'indentsize', 'isabstract', 'isasyncgen', 'isasyncgenfunction', 'isawaitable', 'isbuiltin',
           'isclass', 'iscode', 'iscoroutine', 'iscoroutinefunction', 'isdatadescriptor', 'isframe',
           'isfunction', 'isgenerator', 'isgeneratorfunction', 'isgetsetdescriptor', 'ismemberdescriptor',
           'ismethod', 'ismethoddescriptor', 'ismethodwrapper', 'ismodule', 'isroutine', 'istraceback',
           'signature', 'stack', 'trace', 'unwrap', 'walktree']

import abc
import builtins
import functools
import sys
import types
import _program
from _inspect_more import (
    ArgInfo, Arguments, Attribute, ClassFoundException, ClosureVars, EndOfBlock, FrameInfo, Traceback,
    classify_class_attrs, findsource, formatannotationrelativeto, formatargvalues, getabsfile, getargs,
    getargvalues, getblock, getcallargs, getclasstree, getclosurevars, getcomments, getcoroutinelocals, getfile,
    getframeinfo, getgeneratorlocals, getinnerframes, getlineno, getmembers_static, getmodule, getouterframes,
    getsource, getsourcefile, getsourcelines, indentsize, stack, trace, walktree)
from collections import OrderedDict, namedtuple
from keyword import iskeyword as _iskeyword

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE = 16, 32, 128
CO_NOFREE, TPFLAGS_IS_ABSTRACT = 64, 1 << 20
CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 256, 512


# -- kinds of objects ---------------------------------------------------------------------------

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def iscode(object):
    return isinstance(object, types.CodeType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__set__') or hasattr(cls, '__delete__')


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__get__') and not hasattr(cls, '__set__')


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    if not isclass(object) or not issubclass(type(object), abc.ABCMeta):
        return False
    if '__abstractmethods__' in object.__dict__:
        return bool(object.__abstractmethods__)
    # Before ABCMeta.__new__ has finished: in __init_subclass__.
    inherited = [getattr(object, name, None) for base in object.__bases__
                 for name in getattr(base, '__abstractmethods__', ())]
    return any(getattr(value, '__isabstractmethod__', False)
               for value in [*object.__dict__.values(), *inherited])


def isawaitable(object):
    return (isinstance(object, types.CoroutineType) or hasattr(type(object), '__await__')
            or sys._is_iterable_coroutine(object))


def _unwrapped(function):
    while ismethod(function):
        function = function.__func__
    function = functools._unwrap_partial(function)
    return function.__func__ if ismethod(function) else function


def _has_flag(function, flag):
    function = _unwrapped(function)
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE) or _program.is_coroutine_function(_unwrapped(obj))


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


# -- attributes and documentation ---------------------------------------------------------------

def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    names = set(dir(object))
    results = []
    for name in sorted(names):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            results.append((name, value))
    return results


_sentinel = builtins.object()


def getattr_static(obj, attr, default=_sentinel):
    """The attribute as it is stored: no descriptor, no __getattr__ runs."""
    bases = [base.__dict__ for base in type(obj).__mro__]
    if isclass(obj):
        places = [base.__dict__ for base in obj.__mro__] + bases
    else:
        places = [getattr(obj, '__dict__', {})] + bases
        for place in bases:
            kind = type(place.get(attr))
            if hasattr(kind, '__get__') and (hasattr(kind, '__set__') or hasattr(kind, '__delete__')):
                return place[attr]
    for place in places:
        if attr in place:
            return place[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)  # CPython: 1851


def unwrap(func, *, stop=None):
    seen = {id(func)}
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError('wrapper loop when unwrapping {!r}'.format(func))  # CPython: 766
        seen.add(id(func))
    return func


def _class_of(function):
    """The class in whose body a function stands, by its names; None if there is none."""
    owner = sys.modules.get(function.__module__)
    for name in function.__qualname__.split('.')[:-1]:
        owner = getattr(owner, name, None)
    return owner if isclass(owner) else None


def _inherited_doc(object):
    if isinstance(object, property):
        function, name = object.fget, getattr(object.fget, '__name__', None)
        owner = _class_of(function) if isfunction(function) else None
        if owner is None or getattr(owner, name, None) is not object:
            return None
        candidates = [getattr(base.__dict__.get(name), '__doc__', None) for base in owner.__mro__]
    elif isfunction(object):
        owner = _class_of(object)
        if owner is None or getattr(owner, object.__name__, None) is not object:
            return None
        candidates = [getattr(base.__dict__.get(object.__name__), '__doc__', None) for base in owner.__mro__]
    elif isclass(object):
        candidates = [base.__doc__ for base in object.__mro__ if base is not builtins.object]
    elif ismethod(object):
        owner = object.__self__ if isclass(object.__self__) else type(object.__self__)
        candidates = [getattr(base.__dict__.get(object.__name__), '__doc__', None)
                      for base in owner.__mro__]
    else:
        return None
    return next((doc for doc in candidates if doc is not None), None)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getmodulename(path):
    name = path.rsplit('/', 1)[-1]
    return name[:-3] if name.endswith('.py') else None


# -- states -------------------------------------------------------------------------------------

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = (
    'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED')
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED')


def _state(prefix, running, frame, suspended):
    if running:
        return prefix + 'RUNNING'
    if suspended:
        return prefix + 'SUSPENDED'
    return prefix + ('CLOSED' if frame is None else 'CREATED')


def getgeneratorstate(generator):
    return _state('GEN_', generator.gi_running, generator.gi_frame, generator.gi_suspended)


def getcoroutinestate(coroutine):
    return _state('CORO_', coroutine.cr_running, coroutine.cr_frame, coroutine.cr_suspended)


# -- signatures ---------------------------------------------------------------------------------

class _empty:
    """Marks what a parameter or a signature does not have."""


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name = name
        self.description = description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return '<_ParameterKind.%s: %d>' % (self.name, int(self))

    def __reduce__(self):
        return getattr, (Parameter, self.name)

    @property
    def value(self):
        return int(self)


_POSITIONAL_ONLY = _ParameterKind(0, 'POSITIONAL_ONLY', 'positional-only')
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword')
_VAR_POSITIONAL = _ParameterKind(2, 'VAR_POSITIONAL', 'variadic positional')
_KEYWORD_ONLY = _ParameterKind(3, 'KEYWORD_ONLY', 'keyword-only')
_VAR_KEYWORD = _ParameterKind(4, 'VAR_KEYWORD', 'variadic keyword')
_KINDS = _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD


class _void:
    """Marks what was not given to replace()."""


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """One parameter: its name, kind, default and annotation."""
    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if not isinstance(kind, int) or not 0 <= kind <= 4:
            raise ValueError('value %r is not a valid Parameter.kind' % (kind,))  # CPython: 2687
        kind = _KINDS[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError('%s parameters cannot have default values' % kind.description)
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError('name must be a str, not a %s' % type(name).__name__)
        if not name.isidentifier() or (kind != _POSITIONAL_ONLY and _iskeyword(name)):
            raise ValueError('%r is not a valid parameter name' % name)  # CPython: 2722
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    @property
    def name(self):
        return self._name

    @property
    def kind(self):
        return self._kind

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __reduce__(self):
        return type(self), (self._name, self._kind), {'_default': self._default, '_annotation': self._annotation}

    def __setstate__(self, state):
        self._default, self._annotation = state['_default'], state['_annotation']

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ': ' + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (' = ' if self._annotation is not _empty else '=') + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return '*' + text
        if self._kind == _VAR_KEYWORD:
            return '**' + text
        return text

    def __repr__(self):
        return '<%s "%s">' % (type(self).__name__, self)

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash(self._key())


class BoundArguments:
    """Arguments by parameter, as Signature.bind found them."""
    __slots__ = ('arguments', '_signature')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            value = self.arguments[name]
            if parameter.kind == _VAR_POSITIONAL:
                args.extend(value)
            else:
                args.append(value)
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        by_name = False
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                by_name = by_name or parameter.kind != _VAR_POSITIONAL
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __getstate__(self):
        return {'_signature': self._signature, 'arguments': self.arguments}

    def __setstate__(self, state):
        self._signature, self.arguments = state['_signature'], state['arguments']

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        return '<BoundArguments (%s)>' % ', '.join(
            '%s=%r' % item for item in self.arguments.items())


class Signature:
    """The parameters of a callable, in order, and its return annotation."""
    __slots__ = ('_parameters', '_return_annotation')

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        by_name = OrderedDict()
        last, defaults = _POSITIONAL_ONLY, False
        for parameter in parameters or ():
            if parameter.kind < last:
                raise ValueError('wrong parameter order: %s parameter before %s parameter'
                                 % (last.description, parameter.kind.description))
            if parameter.kind <= _POSITIONAL_OR_KEYWORD:
                if defaults and parameter.default is _empty:
                    raise ValueError('non-default argument follows default argument')
                defaults = parameter.default is not _empty
            if parameter.name in by_name:
                raise ValueError('duplicate parameter name: %r' % parameter.name)
            last = parameter.kind
            by_name[parameter.name] = parameter
        self._parameters = types.MappingProxyType(by_name)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        found = _signature_of(obj, follow_wrapped, cls=cls)
        return _with_values(found, _annotation_scopes(obj, globals, locals)) if eval_str else found

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(
            self._parameters.values() if parameters is _void else parameters,
            return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {'_return_annotation': self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def _take_positional(self, args, kwargs, arguments, partial):
        rest = list(args)
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                if rest:
                    arguments[name] = tuple(rest)
                return
            if kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                break
            if rest:
                if name in kwargs and kind != _POSITIONAL_ONLY:
                    raise TypeError('multiple values for argument %r' % name)
                arguments[name] = rest.pop(0)
            elif kind == _POSITIONAL_ONLY and name in kwargs:
                raise TypeError('%r parameter is positional only, but was passed as a keyword'
                                % name)
        if rest:
            raise TypeError('too many positional arguments')

    def _bind(self, args, kwargs, partial):
        given, kwargs, others = {}, dict(kwargs), None
        self._take_positional(args, kwargs, given, partial)
        arguments = {}
        for name, parameter in self._parameters.items():
            if name in given:
                arguments[name] = given[name]
            elif parameter.kind == _VAR_KEYWORD:
                others = name
            elif parameter.kind != _VAR_POSITIONAL:
                if name in kwargs and parameter.kind != _POSITIONAL_ONLY:
                    arguments[name] = kwargs.pop(name)
                elif parameter.default is _empty and not partial:
                    raise TypeError('missing a required argument: %r' % name)  # CPython: 3126
        if kwargs and others is None:
            raise TypeError('got an unexpected keyword argument %r' % next(iter(kwargs)))  # CPython: 3200
        if kwargs:
            arguments[others] = kwargs
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)  # CPython: 3211

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __str__(self):
        parts, positional_only, star = [], False, False
        for parameter in self._parameters.values():
            kind = parameter.kind
            if positional_only and kind != _POSITIONAL_ONLY:
                parts.append('/')
            positional_only = kind == _POSITIONAL_ONLY
            if kind == _KEYWORD_ONLY and not star:
                parts.append('*')
            star = star or kind in (_VAR_POSITIONAL, _KEYWORD_ONLY)
            parts.append(str(parameter))
        if positional_only:
            parts.append('/')
        text = '(%s)' % ', '.join(parts)
        if self._return_annotation is not _empty:
            text += ' -> ' + formatannotation(self._return_annotation)
        return text

    def __repr__(self):
        return '<%s %s>' % (type(self).__name__, self)

    def _basis(self):
        """What makes it equal to others: the order of keyword-only parameters does not."""
        parameters = self._parameters.values()
        return (tuple([parameter for parameter in parameters if parameter.kind != _KEYWORD_ONLY]),
                frozenset([parameter for parameter in parameters if parameter.kind == _KEYWORD_ONLY]), self._return_annotation)

    def __eq__(self, other):
        if self is other:
            return True
        return self._basis() == other._basis() if isinstance(other, Signature) else NotImplemented

    def __hash__(self):
        return hash(self._basis())


def _is_function_like(obj):
    """Has it all that tells a function's parameters?"""
    return (not isclass(obj) and isinstance(getattr(obj, '__name__', None), str)
            and isinstance(getattr(obj, '__code__', None), types.CodeType)
            and isinstance(getattr(obj, '__defaults__', _void), (tuple, types.NoneType))
            and isinstance(getattr(obj, '__kwdefaults__', _void), (dict, types.NoneType))
            and isinstance(getattr(obj, '__annotations__', _void), (dict, types.NoneType)))


def _function_signature(function, cls):
    code = function.__code__
    names, count = code.co_varnames, code.co_argcount
    defaults, keyword_defaults = function.__defaults__ or (), function.__kwdefaults__ or {}
    annotations = function.__annotations__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default,
                                    annotation=annotations.get(name, _empty)))

    for place, name in enumerate(names[:count]):
        default = place - (count - len(defaults))
        add(name, _POSITIONAL_ONLY if place < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD,
            defaults[default] if default >= 0 else _empty)
    place = count + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        add(names[place], _VAR_POSITIONAL)
    for name in names[count:place]:
        add(name, _KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[place + bool(code.co_flags & CO_VARARGS)], _VAR_KEYWORD)
    return cls(parameters, return_annotation=annotations.get('return', _empty))


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
        raise ValueError('invalid method signature')
    if parameters[0].kind != _VAR_POSITIONAL:
        parameters.pop(0)
    return signature.replace(parameters=parameters)


def _partial_signature(signature, partial, first=()):
    """What is left of a function's signature after a partial or partialmethod, whose own `first` arguments come first."""
    try:
        bound = signature.bind_partial(*first, *partial.args, **partial.keywords).arguments
    except TypeError as error:
        raise ValueError('partial object {!r} has incorrect arguments'.format(partial)) from error
    parameters, last, by_keyword = [], [], False
    for name, parameter in signature.parameters.items():
        kind = parameter.kind
        if name in bound:
            if kind == _POSITIONAL_ONLY or (kind == _POSITIONAL_OR_KEYWORD and name not in partial.keywords):
                continue
            if kind in (_POSITIONAL_OR_KEYWORD, _KEYWORD_ONLY):
                by_keyword = by_keyword or kind == _POSITIONAL_OR_KEYWORD
                parameter = parameter.replace(default=bound[name])
        if not by_keyword:
            parameters.append(parameter)
        elif kind != _VAR_POSITIONAL:
            last.append(parameter.replace(kind=_KEYWORD_ONLY) if kind == _POSITIONAL_OR_KEYWORD else parameter)
    return signature.replace(parameters=parameters + last)


def _partialmethod_signature(method, cls):
    wrapped = _signature_of(method.func, cls=cls)
    rest = _partial_signature(wrapped, method, (None,))
    first = next(iter(wrapped.parameters.values()))
    if first.kind is _VAR_POSITIONAL:
        return rest
    return rest.replace(parameters=[first, *rest.parameters.values()])


_NATIVE_CALLABLES = (types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType,
                     types.MethodDescriptorType, types.BuiltinFunctionType)


def _own_method(cls, name):
    """The method if it is not C code, else None."""
    method = getattr(cls, name, None)
    return None if isinstance(method, _NATIVE_CALLABLES) else method


def _class_signature(obj, cls):
    """The signature with the first parameter of what makes the class's instances; None for those of C code."""
    call = _own_method(type(obj), '__call__')
    if call is not None:
        return _signature_of(call, cls=cls)
    makers = {name: _own_method(obj, name) for name in ('__new__', '__init__')}
    for base in obj.__mro__:
        for name, maker in makers.items():
            if maker is not None and name in base.__dict__:
                return _signature_of(maker, cls=cls)
    return None


def _native_class_signature(obj, cls):
    for base in obj.__mro__[:-1]:
        native = _native_signature(base, cls)
        if native is not None:
            return native
    if obj is type:
        raise ValueError('no signature found for builtin %r' % (obj,))
    if type in obj.__mro__:
        raise ValueError('callable {!r} is not supported by signature'.format(obj))
    if all(base.__module__ != 'builtins' for base in obj.__mro__[:-1]):
        return cls()
    raise ValueError('no signature found for builtin type %r' % (obj,))  # CPython: 3027 from_callable, 2587 _signature_from_callable


def _signature_of(obj, follow_wrapped=True, skip_bound=True, cls=None):
    """The signature, one of the class `cls`; `skip_bound`: without the parameter that a method or class fills by itself."""
    cls = cls or Signature
    if not callable(obj):
        raise TypeError('%r is not a callable object' % (obj,))  # CPython: 3027 from_callable, 2447 _signature_from_callable
    if ismethod(obj):
        found = _signature_of(obj.__func__, follow_wrapped, skip_bound, cls)
        return _without_first(found) if skip_bound else found
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or ismethod(f))
        if ismethod(obj):
            return _signature_of(obj, follow_wrapped, skip_bound, cls)
    own = getattr(obj, '__signature__', None)
    if own is not None:
        if not isinstance(own, Signature):
            raise TypeError('unexpected object {!r} in __signature__ attribute'.format(own))
        return own
    method = getattr(obj, '_partialmethod', None)
    if isinstance(method, functools.partialmethod):
        return _partialmethod_signature(method, cls)
    if isfunction(obj) or _is_function_like(obj):
        return _function_signature(obj, cls)
    if isinstance(obj, functools.partial):
        return _partial_signature(_signature_of(obj.func, follow_wrapped, skip_bound, cls), obj)
    if isclass(obj):
        found = _class_signature(obj, cls)
        if found is None:
            return _native_class_signature(obj, cls)
    else:
        native = _native_signature(obj, cls)
        if native is not None:
            return native
        found = _call_signature(obj, cls)
    return _without_first(found) if skip_bound else found


def _call_signature(obj, cls):
    """The signature of an object's __call__."""
    if isinstance(obj, _NATIVE_CALLABLES):
        raise ValueError('no signature found for builtin %r' % (obj,))
    call = _own_method(type(obj), '__call__')
    if call is None:
        raise ValueError('callable {!r} is not supported by signature'.format(obj))
    try:
        return _signature_of(call, cls=cls)
    except ValueError as error:
        raise ValueError('no signature found for {!r}'.format(obj)) from error


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    found = _signature_of(obj, follow_wrapped)  # CPython: 3279
    return _with_values(found, _annotation_scopes(obj, globals, locals)) if eval_str else found


def _with_values(signature, scopes):
    """The signature with the values of annotations that are texts."""
    from _typing_hints import evaluate_text

    def value_of(annotation):
        return evaluate_text(annotation, scopes) if isinstance(annotation, str) else annotation

    parameters = [parameter.replace(annotation=value_of(parameter.annotation))
                  for parameter in signature.parameters.values()]
    return signature.replace(parameters=parameters, return_annotation=value_of(signature.return_annotation))


def _native_name(obj):
    """The name by which _signatures.py knows a function or class that is C code, or None."""
    name, module = getattr(obj, '__qualname__', None), getattr(obj, '__module__', None)
    if module is None and name:
        owner = getattr(obj, '__objclass__', None) or getattr(obj, '__self__', None)
        classes = owner.__mro__ if isclass(owner) else type(owner).__mro__
        first = name.partition('.')[0]
        module = next((base.__module__ for base in classes if base.__name__ == first), None)
    return module and name and '%s.%s' % (module.partition('.')[0].strip('_'), name)


def _native_signature(obj, cls):
    """The signature of a function or class that is C code, or None."""
    from _signatures import DEFAULTS, NAMES
    name = _native_name(obj)
    text = next((text for text, names in NAMES.items() if name in names.split()), None)
    if text is None:
        return None
    parameters, kind = [], _POSITIONAL_ONLY if ', /' in text else _POSITIONAL_OR_KEYWORD
    for item in text.split(', ') if text else ():
        if item == '/':
            kind = _POSITIONAL_OR_KEYWORD
        elif item.startswith('**'):
            parameters.append(Parameter(item[2:], _VAR_KEYWORD))
        elif item.startswith('*'):
            kind = _KEYWORD_ONLY
            if item != '*':
                parameters.append(Parameter(item[1:], _VAR_POSITIONAL))
        else:
            name, _, default = item.partition('=')
            parameters.append(Parameter(name, kind, default=DEFAULTS[default] if default else _empty))
    bound = getattr(obj, '__self__', None) is not None and parameters and parameters[0].name in ('self', 'type')
    return cls(parameters[bool(bound):])


FullArgSpec = namedtuple(
    'FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


def getfullargspec(func):
    """The parameters by kind; those of a method include its object's."""
    try:
        parameters = _signature_of(func, follow_wrapped=False, skip_bound=False)
    except Exception as error:
        raise TypeError('unsupported callable') from error  # CPython: 1379
    args, varargs, varkw, only, defaults, only_defaults = [], None, None, [], (), {}
    annotations = {}
    if parameters.return_annotation is not _empty:
        annotations['return'] = parameters.return_annotation
    for name, parameter in parameters.parameters.items():
        if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif parameter.kind is _VAR_POSITIONAL:
            varargs = name
        elif parameter.kind is _KEYWORD_ONLY:
            only.append(name)
            if parameter.default is not _empty:
                only_defaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, only, only_defaults or None, annotations)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a class, module or callable in a new dictionary; `eval_str`: with texts evaluated."""
    if not (isclass(obj) or ismodule(obj) or callable(obj)):
        raise TypeError('%r is not a module, class, or callable.' % (obj,))  # CPython: 245
    annotations = obj.__dict__.get('__annotations__') if isclass(obj) else getattr(obj, '__annotations__', None)
    if annotations is None:
        return {}
    if not isinstance(annotations, dict):
        raise ValueError('%r.__annotations__ is neither a dict nor None' % (obj,))  # CPython: 251
    if not eval_str:
        return dict(annotations)
    from _typing_hints import evaluate_text
    scopes = _annotation_scopes(obj, globals, locals)
    return {name: evaluate_text(value, scopes) if isinstance(value, str) else value
            for name, value in annotations.items()}


def _annotation_scopes(obj, globals, locals):
    """The namespaces in which the annotations of `obj` are evaluated, the innermost first."""
    if isclass(obj):
        module = sys.modules.get(getattr(obj, '__module__', None))
        own = getattr(module, '__dict__', None), dict(vars(obj))
    elif ismodule(obj):
        own = obj.__dict__, None
    else:
        own = getattr(_unwrapped(unwrap(obj)), '__globals__', None), None
    return [scope for scope in (own[1] if locals is None else locals, own[0] if globals is None else globals) if scope]


def currentframe():
    return sys._call_site()
