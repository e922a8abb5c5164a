"""Classes whose methods follow from their annotated attributes.

CPython writes the methods as source text and compiles it; here most are made by _records: functions with
the same signature that go by a plan.
"""
import abc
import keyword
import sys
import types
import _records

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING',
           'fields', 'asdict', 'astuple', 'make_dataclass', 'replace', 'is_dataclass']

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT = '__post_init__'


class FrozenInstanceError(AttributeError):
    pass


class _FactoryType:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _FactoryType()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _Kind:
    """What an annotated name is: a field, a class variable or a pseudo-field for __init__."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_shown = []  # fields whose repr is being made: a type may refer to its own field
_FIELD = _Kind('_FIELD')
_FIELD_CLASSVAR = _Kind('_FIELD_CLASSVAR')
_FIELD_INITVAR = _Kind('_FIELD_INITVAR')


class InitVar:
    """Annotates a parameter of __init__ that is passed to __post_init__ and not kept."""
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, types.GenericAlias):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return 'dataclasses.InitVar[%s]' % name

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known about one field."""
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare',
                 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        if self in _shown:
            return '...'
        _shown.append(self)
        try:
            return self._describe()
        finally:
            _shown.remove(self)

    def _describe(self):
        return ('Field(name=%r,type=%r,default=%r,default_factory=%r,init=%r,repr=%r,hash=%r,'
                'compare=%r,metadata=%r,kw_only=%r,_field_type=%s)'
                % (self.name, self.type, self.default, self.default_factory, self.init, self.repr,
                   self.hash, self.compare, self.metadata, self.kw_only, self._field_type))

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), '__set_name__', None)
        if hook:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)

    def _has_default(self):
        return self.default is not MISSING or self.default_factory is not MISSING


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    """Says more about a field than its annotation does."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')  # CPython: 387
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return ('_DataclassParams(init=%r,repr=%r,eq=%r,order=%r,unsafe_hash=%r,frozen=%r)'
                % (self.init, self.repr, self.eq, self.order, self.unsafe_hash, self.frozen))


# -- finding the fields ---------------------------------------------------------------------------

def _word(text):
    """The name that a text begins with, and what follows."""
    size = 0
    while size < len(text) and (text[size].isalnum() or text[size] == '_'):
        size += 1
    return text[:size], text[size:].lstrip()


def _text_names(cls, annotation, module, name, test):
    """Does a text begin with `name` of the module, as `cls` sees it, or with another name for it?"""
    first, rest = _word(annotation.lstrip())
    second = _word(rest[1:].lstrip())[0] if rest.startswith('.') else ''
    variables = _globals_of(cls)
    if second:
        return module is not None and variables.get(first) is module and second == name
    return test(variables.get(first))


def _is_class_variable(annotation):
    origin = getattr(annotation, '__origin__', annotation)
    return getattr(origin, '_name', None) == 'ClassVar'


def _is_init_variable(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only_mark(annotation):
    return annotation is KW_ONLY


def _is_marked(cls, annotation, module, name, test):
    """Is an annotation, or what its text begins with, what `test` looks for: `name` of the module?"""
    if isinstance(annotation, str):
        return _text_names(cls, annotation, sys.modules.get(module), name, test)
    return test(annotation)


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        found = default
    else:
        if isinstance(default, types.MemberDescriptorType) or _is_slot(cls, name, default):
            default = MISSING
        found = field(default=default)
    found.name = name
    found.type = annotation
    found._field_type = _FIELD
    if _is_marked(cls, annotation, 'typing', 'ClassVar', _is_class_variable):
        found._field_type = _FIELD_CLASSVAR
    elif _is_marked(cls, annotation, __name__, 'InitVar', _is_init_variable):
        found._field_type = _FIELD_INITVAR
    if found._field_type is not _FIELD and found.default_factory is not MISSING:
        raise TypeError('field %s cannot have a default factory' % name)  # CPython: 790
    if found._field_type is _FIELD_CLASSVAR:
        if found.kw_only is not MISSING:
            raise TypeError('field %s is a ClassVar but specifies kw_only' % name)  # CPython: 808
    elif found.kw_only is MISSING:
        found.kw_only = kw_only
    if found._field_type is _FIELD and found.default.__class__.__hash__ is None:
        raise ValueError('mutable default %s for field %s is not allowed: use default_factory'  # CPython: 815
                         % (found.default.__class__, name))
    return found


def _is_slot(cls, name, default):
    """Is `default` the descriptor that __slots__ made?"""
    slots = cls.__dict__.get('__slots__', ())
    return name in ((slots,) if isinstance(slots, str) else slots)


def _own_fields(cls, kw_only):
    own = []
    marked = False
    annotations = cls.__dict__.get('__annotations__', {})
    for name, annotation in annotations.items():
        if _is_marked(cls, annotation, __name__, 'KW_ONLY', _is_kw_only_mark):
            if marked:
                raise TypeError('%r is KW_ONLY, but KW_ONLY has already been specified' % (name,))
            marked = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))  # CPython: -
    for found in own:
        if isinstance(getattr(cls, found.name, None), Field):
            if found.default is MISSING:
                delattr(cls, found.name)
            else:
                setattr(cls, found.name, found.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError('%r is a field but has no type annotation' % (name,))
    return own


# -- the methods ----------------------------------------------------------------------------------

def _named(cls, name, method):
    method.__name__ = name
    method.__qualname__ = '%s.%s' % (cls.__qualname__, name)
    return method


def _check_order(parameters):
    seen = False
    for item in parameters:
        if item._has_default():
            seen = True
        elif seen:
            raise TypeError('non-default argument %r follows default argument' % (item.name,))


def _globals_of(cls):
    module = sys.modules.get(cls.__module__)
    return {} if module is None else module.__dict__


# where the value of an attribute comes from: mod_records.c has the same numbers
_FROM_ARGUMENT, _FROM_FACTORY, _FROM_CALL, _FROM_CONSTANT = range(4)


def _attribute_plan(item, place, slots):
    """How __init__ sets the attribute of a field: ((name, origin, place), supply), or None."""
    if item._field_type is _FIELD_INITVAR:
        return None
    if item.default_factory is not MISSING:
        origin = _FROM_FACTORY if item.init else _FROM_CALL
        return (item.name, origin, place), item.default_factory
    if item.init:
        return (item.name, _FROM_ARGUMENT, place), None
    if item.default is not MISSING and slots:  # it is not found through the class
        return (item.name, _FROM_CONSTANT, 0), item.default
    return None


def _parameter_default(item):
    return _HAS_DEFAULT_FACTORY if item.default is MISSING else item.default


def _make_init(cls, every, frozen, slots):
    """__init__ of the fields `every`, in order."""
    taken = [item for item in every if item.init]
    positional = [item for item in taken if not item.kw_only]
    keyword_only = [item for item in taken if item.kw_only]
    _check_order(positional)
    parameters = [item.name for item in positional + keyword_only]
    places = {name: place for place, name in enumerate(parameters, 1)}
    plans = [_attribute_plan(item, places.get(item.name, 0), slots) for item in every]
    plans = [plan for plan in plans if plan is not None]
    post_init = hasattr(cls, _POST_INIT)
    passed = [places[item.name] for item in every if item._field_type is _FIELD_INITVAR and post_init]
    defaults = tuple([_parameter_default(item) for item in positional if item._has_default()])
    kwdefaults = {item.name: _parameter_default(item) for item in keyword_only if item._has_default()}
    annotations = {item.name: item.type for item in positional + keyword_only}
    annotations['return'] = None
    receiver = '__dataclass_self__' if 'self' in places else 'self'
    return _records.initializer(
        cls.__qualname__ + '.__init__', cls.__module__, tuple([receiver] + parameters), len(keyword_only),
        defaults or None, kwdefaults or None, annotations, _globals_of(cls),
        tuple([plan for plan, supply in plans]), tuple([supply for plan, supply in plans] + passed),
        _HAS_DEFAULT_FACTORY, frozen, post_init)


_showing = []  # the instances whose repr is being made, against endless recursion


def _make_repr(cls, names):
    titles = [(name, name + '=') for name in names]

    def __repr__(self):
        for other in _showing:
            if other is self:
                return '...'
        _showing.append(self)
        try:
            shown = ', '.join([title + repr(getattr(self, name)) for name, title in titles])
        finally:
            _showing.pop()
        return '%s(%s)' % (self.__class__.__qualname__, shown)
    method = _named(cls, '__repr__', __repr__)
    # pprint looks there whether the class has the representation of dataclasses
    method.__wrapped__ = _wrapped_repr
    return method


def _wrapped_repr(self):
    return self.__repr__()


_wrapped_repr.__qualname__ = '__create_fn__.<locals>.__repr__'


_COMPARISONS = ('__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__')


def _make_comparison(cls, name, names):
    return _records.comparison('%s.%s' % (cls.__qualname__, name), cls.__module__, ('self', 'other'),
                               tuple(names), _globals_of(cls), _COMPARISONS.index(name))


def _make_hash(cls, names):
    return _records.hash(cls.__qualname__ + '.__hash__', cls.__module__, ('self',), tuple(names),
                         _globals_of(cls))


def _make_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError('cannot assign to field %r' % (name,))  # CPython: <string>:4
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError('cannot delete field %r' % (name,))  # CPython: <string>:4
        super(cls, self).__delattr__(name)
    return _named(cls, '__setattr__', __setattr__), _named(cls, '__delattr__', __delattr__)


# -- the decorator -----------------------------------------------------------------------------------

def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _collect_fields(cls, params, kw_only):
    """All fields by name, those of bases first; checks that frozen and other classes do not mix."""
    every = {}
    any_frozen_base = has_base = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            has_base = True
            every.update(inherited)
            if getattr(base, _PARAMS).frozen:
                any_frozen_base = True
    for item in _own_fields(cls, kw_only):  # CPython: -
        every[item.name] = item
    if has_base:
        if any_frozen_base and not params.frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not any_frozen_base and params.frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    return every


def _add_hash(cls, params, real):
    """__hash__ by the table of the documentation."""
    own = cls.__dict__.get('__hash__', MISSING)
    has_explicit = not (own is MISSING or (own is None and '__eq__' in cls.__dict__))
    names = [item.name for item in real if (item.compare if item.hash is None else item.hash)]
    if params.unsafe_hash:
        if has_explicit:
            raise TypeError('Cannot overwrite attribute __hash__ in class %s' % cls.__name__)
        cls.__hash__ = _make_hash(cls, names)
    elif params.eq and not has_explicit:
        cls.__hash__ = _make_hash(cls, names) if params.frozen else None


def _add_order(cls, names):
    for name in ('__lt__', '__le__', '__gt__', '__ge__'):
        if _set_new(cls, name, _make_comparison(cls, name, names)):
            raise TypeError('Cannot overwrite attribute %s in class %s. Consider using '
                            'functools.total_ordering' % (name, cls.__name__))


def _process_class(cls, params, match_args, kw_only, slots, weakref_slot):
    cls.__module__    # what is no class has none
    every = _collect_fields(cls, params, kw_only)  # CPython: 958
    setattr(cls, _FIELDS, every)
    setattr(cls, _PARAMS, params)
    explicit_eq = '__eq__' in cls.__dict__
    if params.order and not params.eq:
        raise ValueError('eq must be true if order is true')  # CPython: 1012
    real = [item for item in every.values() if item._field_type is _FIELD]
    in_init = [item for item in every.values() if item._field_type is not _FIELD_CLASSVAR]
    compared = [item.name for item in real if item.compare]
    made_init = params.init and not _set_new(cls, '__init__', _make_init(cls, in_init, params.frozen, slots))
    if params.repr:
        _set_new(cls, '__repr__', _make_repr(cls, [item.name for item in real if item.repr]))
    _add_hash(cls, params, real)
    if params.eq and not explicit_eq:
        cls.__eq__ = _make_comparison(cls, '__eq__', compared)
    if params.order:
        _add_order(cls, compared)
    if params.frozen:
        setter, deleter = _make_frozen(cls, frozenset([item.name for item in real]))
        for name, method in (('__setattr__', setter), ('__delattr__', deleter)):
            if _set_new(cls, name, method):
                raise TypeError('Cannot overwrite attribute %s in class %s' % (name, cls.__name__))  # CPython: 1080
    if not getattr(cls, '__doc__'):
        is_plain = made_init and cls.__new__ is object.__new__ and type(cls).__call__ is type.__call__
        cls.__doc__ = cls.__name__ + (_signature(in_init) if is_plain else _own_signature(cls, in_init))
    if match_args:
        _set_new(cls, '__match_args__',
                 tuple([item.name for item in in_init if item.init and not item.kw_only]))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')  # CPython: 1105
    if slots:
        cls = _with_slots(cls, params.frozen, real, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _type_text(annotation):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation.__name__ if annotation.__module__ == 'builtins' else (
            annotation.__module__ + '.' + annotation.__qualname__)
    return repr(annotation)


def _signature(every):
    shown = []
    starred = False
    for item in sorted([item for item in every if item.init], key=lambda item: item.kw_only):
        text = '%s: %s' % (item.name, _type_text(item.type))
        if item.default is not MISSING:
            text += ' = %r' % (item.default,)
        elif item.default_factory is not MISSING:
            text += ' = <factory>'
        if item.kw_only and not starred:
            shown.append('*')
            starred = True
        shown.append(text)
    return '(%s)' % ', '.join(shown)


_TEXT_MODULE = '_dataclass_text'  # only programs that ask for docstrings have it: it needs inspect


def _own_signature(cls, every):
    """The parameters of a class that takes others than its fields."""
    try:
        text = __import__(_TEXT_MODULE)
    except ImportError:
        return _signature(every)
    return text.parameters(cls)


def _slot_names(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return ()
    return (slots,) if isinstance(slots, str) else tuple(slots)


def _with_slots(cls, frozen, real, weakref_slot):
    """The class made anew with __slots__: they cannot be added later."""
    if '__slots__' in cls.__dict__:
        raise TypeError('%s already specifies __slots__' % cls.__name__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(_slot_names(base))
    names = [item.name for item in real]
    namespace = dict(cls.__dict__)
    slots = [name for name in names if name not in inherited]
    if weakref_slot and '__weakref__' not in inherited:
        slots.append('__weakref__')
    namespace['__slots__'] = tuple(slots)
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        new.__qualname__ = qualname
    if frozen:
        new.__getstate__ = _frozen_getstate
        new.__setstate__ = _frozen_setstate
    return new


def _frozen_getstate(self):
    return [getattr(self, item.name) for item in fields(self)]


def _frozen_setstate(self, state):
    for item, value in zip(fields(self), state):
        object.__setattr__(self, item.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds __init__, __repr__, __eq__ and others to a class, from its annotated attributes."""
    def wrap(cls):
        params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen)
        return _process_class(cls, params, match_args, kw_only, slots, weakref_slot)  # CPython: 1210
    return wrap if cls is None else wrap(cls)  # CPython: 1220


# -- functions on dataclasses ------------------------------------------------------------------------

def fields(class_or_instance):
    """The fields of a dataclass or of one of its instances."""
    try:
        found = getattr(class_or_instance, _FIELDS)  # CPython: 1232
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance')  # CPython: 1234
    return tuple([item for item in found.values() if item._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Is it a dataclass, or an instance of one?"""
    cls = obj if isinstance(obj, type) and not isinstance(obj, types.GenericAlias) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, nested dataclasses and containers likewise."""
    if not _is_dataclass_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')  # CPython: 1273

    def convert(value):
        if _is_dataclass_instance(value):
            return dict_factory([(item.name, convert(getattr(value, item.name)))
                                 for item in fields(value)])
        return _map_inside(value, convert)
    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields, nested dataclasses and containers likewise."""
    if not _is_dataclass_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')  # CPython: 1338

    def convert(value):
        if _is_dataclass_instance(value):
            return tuple_factory([convert(getattr(value, item.name)) for item in fields(value)])
        return _map_inside(value, convert)
    return convert(obj)


def _map_inside(value, convert):
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return type(value)(*[convert(item) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)([convert(item) for item in value])
    if isinstance(value, dict):
        pairs = [(convert(key), convert(item)) for key, item in value.items()]
        if hasattr(type(value), 'default_factory'):
            result = type(value)(getattr(value, 'default_factory'))
            for key, item in pairs:
                result[key] = item
            return result
        return type(value)(pairs)
    import copy  # few programs need it
    return copy.deepcopy(value)


def replace(obj, /, **changes):
    """A new instance with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')  # CPython: 1462
    for item in getattr(obj, _FIELDS).values():
        if item._field_type is _FIELD_CLASSVAR:
            continue
        if not item.init:
            if item.name in changes:
                raise ValueError('field %s is declared with init=False, it cannot be specified with '  # CPython: 1475
                                 'replace()' % item.name)
            continue
        if item.name not in changes:
            if item._field_type is _FIELD_INITVAR and item.default is MISSING:
                raise ValueError('InitVar %r must be specified with replace()' % (item.name,))  # CPython: 1482
            changes[item.name] = getattr(obj, item.name)
    return obj.__class__(**changes)  # CPython: 1491


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False):
    """Makes a dataclass from a list of names, (name, type) or (name, type, field)."""
    namespace = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, namespace[item[0]] = item
        else:
            raise TypeError('Invalid field: %r' % (item,))  # CPython: 1414
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError('Field names must be valid identifiers: %r' % (name,))  # CPython: 1417
        if keyword.iskeyword(name):
            raise TypeError('Field names must not be keywords: %r' % (name,))  # CPython: 1419
        if name in annotations:
            raise TypeError('Field name duplicated: %r' % (name,))  # CPython: 1421
        annotations[name] = annotation
    namespace['__annotations__'] = annotations
    cls = types.new_class(cls_name, bases, {}, lambda body: body.update(namespace))
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,  # CPython: 1437
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)
