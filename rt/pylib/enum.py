"""Enumerations, with the semantics of Python 3.11."""
import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto',
           'unique', 'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM',
           'EJECT', 'KEEP', 'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum',
           'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE']

# The classes below are needed while they are being made.
Enum = Flag = ReprEnum = FlagBoundary = None
_property = property


class nonmember:
    """Keeps a value of the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value of the class body a member whatever it is."""

    def __init__(self, value):
        self.value = value


class auto:
    """A value chosen by _generate_next_value_."""

    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return 'auto(%r)' % (self.value,)


class property(DynamicClassAttribute):
    """A property of members that leaves the name free for a member."""

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            try:
                return ownerclass._member_map_[self.name]
            except KeyError:
                raise AttributeError('%r has no attribute %r' % (ownerclass, self.name)) from None
        if self.fget is None:
            raise AttributeError('%r has no attribute %r' % (ownerclass, self.name))
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError('<enum %r> cannot set attribute %r' % (self.clsname, self.name))  # CPython: 210
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError('<enum %r> cannot delete attribute %r' % (self.clsname, self.name))  # CPython: 218
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return (len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_')


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(class_name, name):
    prefix = '_' + class_name + '__'
    return (len(name) > len(prefix) and name.startswith(prefix) and name[len(prefix)] != '_'
            and (name[-1] != '_' or name[-2] != '_'))


def _is_single_bit(number):
    if number == 0:
        return False
    number &= number - 1
    return number == 0


def _high_bit(value):
    """The index of the highest bit, or -1."""
    return value.bit_length() - 1


_SUNDERS = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_',
            '_iter_member_', '_iter_member_by_value_', '_iter_member_by_def_')


class EnumDict(dict):
    """The namespace of an enum's class body: knows which names are members."""

    def __init__(self, cls_name):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False

    def __setitem__(self, key, value):
        underscore = key.startswith('_')
        if underscore and _is_private(self._cls_name, key):
            pass
        elif underscore and _is_sunder(key):
            key, value = self._take_sunder(key, value)  # CPython: -
        elif underscore and _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError('%r already defined as %r' % (key, self[key]))  # CPython: 409
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and _is_descriptor(value):
            pass
        else:
            value = self._take_member(key, value)  # CPython: -
        super().__setitem__(key, value)

    def _take_sunder(self, key, value):
        if key not in _SUNDERS:
            raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use' % (key,))  # CPython: 382 __setitem__
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError('_generate_next_value_ must be defined before members')  # CPython: 389 __setitem__
            super().__setitem__('_generate_next_value', getattr(value, '__func__', value))
        elif key == '_ignore_':
            if isinstance(value, str):
                value = value.replace(',', ' ').split()
            self._ignore = list(value)
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError('_ignore_ cannot specify already set names: %r' % (already,))  # CPython: 400 __setitem__
        return key, value

    def _take_member(self, key, value):
        if key in self:
            raise TypeError('%r already defined as %r' % (key, self[key]))  # CPython: 424 __setitem__
        if isinstance(value, member):
            value = value.value
        if isinstance(value, auto):
            value = self._automatic(key, value)  # CPython: -
        elif type(value) is tuple and any(isinstance(item, auto) for item in value):
            value = tuple([self._automatic(key, item) if isinstance(item, auto) else item for item in value])  # CPython: -
        else:
            self._last_values.append(value)
        self._member_names[key] = None
        return value

    def _automatic(self, key, item):
        if item.value is None:
            generate = self.get('_generate_next_value')
            item.value = generate(key, 1, len(self._member_names), self._last_values[:])  # CPython: 441 __setitem__
        self._auto_called = True
        self._last_values.append(item.value)
        return item.value

    def update(self, members, **more_members):
        items = members.items() if hasattr(members, 'keys') else members
        for name, value in items:
            self[name] = value
        for name, value in more_members.items():
            self[name] = value


_EnumDict = EnumDict


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        if Enum is None:
            return {}
        metacls._check_for_existing_members_(cls, bases)  # CPython: 476
        namespace = EnumDict(cls)
        member_type, first_enum = metacls._get_mixins_(cls, bases)  # CPython: 481
        if first_enum is not None:
            generate = getattr(first_enum, '_generate_next_value_', None)
            dict.__setitem__(namespace, '_generate_next_value', generate)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, dict(classdict), **kwds)
        member_names = classdict._member_names  # CPython: 504
        for name in [*classdict._ignore, '_ignore_']:
            classdict.pop(name, None)
        names = [name for name in member_names if name not in classdict._ignore]
        invalid = [name for name in names if name == 'mro' or not name]
        if invalid:
            raise ValueError('invalid enum member name(s) %s'  # CPython: 509
                             % ','.join([repr(name) for name in invalid]))
        order = classdict.get('_order_')
        body = {name: value for name, value in classdict.items()
                if name != '_order_' and name != '_generate_next_value'}
        return metacls._make(cls, bases, body, names, order, boundary, kwds)  # CPython: -

    @classmethod
    def _make(metacls, name, bases, body, members, order, boundary, kwds):
        member_type, first_enum = metacls._get_mixins_(name, bases)
        create, save_new, use_args = metacls._find_new_(body, member_type, first_enum)
        body['_new_member_'] = create
        body['_use_args_'] = use_args
        body['_member_names_'] = []
        body['_member_map_'] = {}
        body['_value2member_map_'] = {}
        body['_unhashable_values_'] = []
        body['_member_type_'] = member_type
        body['_value_repr_'] = metacls._find_data_repr_(name, bases)
        is_flag = Flag is not None and any(issubclass(base, Flag) for base in bases)
        if Flag is not None or boundary is not None:
            body['_boundary_'] = boundary or getattr(first_enum, '_boundary_', None)
            body['_flag_mask_'] = 0
            for member_name in members:
                if isinstance(body[member_name], int):
                    body['_flag_mask_'] |= body[member_name]
            body['_all_bits_'] = 2 ** body['_flag_mask_'].bit_length() - 1
            body['_inverted_'] = None
        generate = body.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            body['_generate_next_value_'] = staticmethod(generate)
        _choose_pickling(body, member_type)
        for member_name in members:
            body[member_name] = _FutureMember(body[member_name], (member_type, create, use_args, is_flag))
        failure = None
        try:
            cls = super().__new__(metacls, name, bases, body, **kwds)
        except RuntimeError as error:
            failure = error.__cause__ or error
        if failure is not None:
            raise failure  # CPython: 560 __new__
        _take_data_type_text(cls, bases, body, member_type, first_enum)
        if is_flag:
            _finish_flag(cls)
        if save_new:
            cls.__new_member__ = body['__new__']
        if members or Enum is not None:
            cls.__new__ = Enum.__new__
        _check_order(cls, order)  # CPython: -
        return cls

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if names is None:
            return cls.__new__(cls, value)  # CPython: 717
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start,  # CPython: 719
                            boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"  # CPython: 745
                            % (type(member).__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, attr))  # CPython: 754
        super().__delattr__(attr)  # CPython: 755

    def __dir__(cls):
        interesting = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__',
                       '__members__', '__module__', '__name__', '__qualname__'}
        interesting.update(cls._member_names_)
        if cls._new_member_ is not object.__new__:
            interesting.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            interesting.add('__init_subclass__')
        if cls._member_type_ is object:
            return sorted(interesting)
        return sorted(set(dir(cls._member_type_)) | interesting)

    def __getattr__(cls, name):
        if _is_dunder(name):
            raise AttributeError(name)
        try:
            return cls._member_map_[name]
        except KeyError:
            raise AttributeError(name) from None  # CPython: 789

    def __getitem__(cls, name):
        return cls._member_map_[name]  # CPython: 795

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return '<flag %r>' % cls.__name__
        return '<enum %r>' % cls.__name__

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % (name,))  # CPython: 841
        super().__setattr__(name, value)  # CPython: 842

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        """Enum('Name', 'A B C')"""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        member_type, first_enum = cls._get_mixins_(class_name, bases)
        classdict = metacls.__prepare__(class_name, bases)  # CPython: 859
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names, last_values = names, [], []
            for count, name in enumerate(original):
                value = first_enum._generate_next_value_(name, start, count, last_values[:])  # CPython: 868
                last_values.append(value)
                names.append((name, value))
        for item in names:
            if isinstance(item, str):
                member_name, member_value = item, names[item]
            else:
                member_name, member_value = item
            classdict[member_name] = member_value  # CPython: 878
        classdict['__module__'] = module or sys._caller_module()
        if qualname is not None:
            classdict['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    @staticmethod
    def _check_for_existing_members_(class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if Enum is not None and isinstance(base, EnumType) and base._member_names_:
                    raise TypeError('<enum %r> cannot extend %r' % (class_name, base))  # CPython: 940

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type of the values and the enum among the bases."""
        if not bases:
            return object, Enum
        mcls._check_for_existing_members_(class_name, bases)  # CPython: 956
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] '  # CPython: 962
                            '[data_type,] enum_type)`')
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        """How values are shown: by the __repr__ of the data type; None: by repr."""
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if issubclass(base, Enum):
                    return base._value_repr_
                if '__repr__' in base.__dict__:
                    return base.__dict__['__repr__']
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        data_types = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if issubclass(base, Enum):
                    if base._member_type_ is not object:
                        data_types.add(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__init__' in base.__dict__:
                    data_types.add(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(data_types) > 1:
            raise TypeError('too many data types for %r: %r' % (class_name, data_types))  # CPython: 1003
        return data_types.pop() if data_types else None

    @classmethod
    def _find_new_(mcls, body, member_type, first_enum):
        """How members are made: (function, is it the class's own, does it take the value)."""
        own = body.get('__new__')
        save_new = first_enum is not None and own is not None
        if own is None:
            for method in ('__new_member__', '__new__'):
                for possible in (member_type, first_enum):
                    target = getattr(possible, method, None)
                    if target not in (None, getattr(None, method, None), object.__new__,
                                      getattr(Enum, method, None)) and target is not None:
                        own = target
                        break
                if own is not None:
                    break
            else:
                own = object.__new__
        own = getattr(own, '__func__', own)
        return own, save_new, first_enum is not None and own is not object.__new__


EnumMeta = EnumType


def _choose_pickling(body, member_type):
    # spelling both names out would keep the __reduce__ of every class of the library
    for name in body:
        if name.startswith('__reduce') and name.endswith('__'):
            body.setdefault('__reduce_ex__', lambda self, proto: (self.__class__, (self._value_,)))
            break


_INHERITED_TEXT = ('__repr__', '__str__', '__format__', '__reduce_ex__')


def _take_data_type_text(cls, bases, body, member_type, first_enum):
    """Where repr, str and format come from when a data type is mixed in."""
    chosen = set(body)
    if ReprEnum is not None and ReprEnum in bases:
        if member_type is object:
            raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, '
                            'float, etc.)')
        if '__format__' not in body:
            cls.__format__ = member_type.__format__
        if '__str__' not in body:
            text = member_type.__str__
            cls.__str__ = member_type.__repr__ if text is object.__str__ else text
        chosen.update(('__format__', '__str__'))
    for name in _INHERITED_TEXT:
        if name in chosen or first_enum is None:
            continue
        found = getattr(cls, name)
        if found in (getattr(member_type, name), getattr(object, name)):
            setattr(cls, name, getattr(first_enum, name))
    if Flag is not None and issubclass(cls, Flag):
        for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
            if name not in body:
                setattr(cls, name, getattr(Flag, name))


class _FutureMember:
    """Stands for a member in the class's namespace until the class is there: members come before __init_subclass__."""

    def __init__(self, value, plan):
        self.value = value
        self.plan = plan

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        _add_member(cls, name, self.value, *self.plan)  # CPython: -


def _add_member(cls, name, value, member_type, create, use_args, is_flag):
    args = value if isinstance(value, tuple) else (value,)
    if member_type is tuple:
        args = (args,)
    made = create(cls, *args) if use_args else create(cls)  # CPython: 259 __set_name__
    if not hasattr(made, '_value_'):
        if use_args and member_type is object:
            made._value_ = value
        else:
            try:
                made._value_ = member_type(*args)
            except Exception:
                if use_args:
                    raise TypeError('_value_ not set in __new__, unable to create it') from None  # CPython: 267 __set_name__
                made._value_ = value
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)  # CPython: 273 __set_name__
    made._sort_order_ = len(cls._member_names_)
    try:
        made = _member_with_value(cls, value)
    except KeyError:    # what a wrong value raises below has this as its context, as in CPython
        if not is_flag or _is_single_bit(value):
            cls._member_names_.append(name)
    _place_member(cls, name, made)
    cls._member_map_[name] = made
    try:
        cls._value2member_map_.setdefault(value, made)
    except TypeError:
        cls._unhashable_values_.append(value)


def _place_member(cls, name, made):
    """Makes the member an attribute, unless a property of enum stands there, which finds it."""
    needs_override = False
    descriptor = None
    for base in cls.__mro__[1:]:
        descriptor = base.__dict__.get(name)
        if descriptor is not None:
            if isinstance(descriptor, property):
                break
            needs_override = True
    if descriptor is None:
        type.__setattr__(cls, name, made)
    elif needs_override:
        redirect = property()
        redirect.__set_name__(cls, name)
        redirect.fget, redirect.fset, redirect.fdel = descriptor.fget, descriptor.fset, descriptor.fdel
        type.__setattr__(cls, name, redirect)


def _member_with_value(cls, value):
    try:
        return cls._value2member_map_[value]
    except TypeError:
        for candidate in cls._member_map_.values():
            if candidate._value_ == value:
                return candidate
        raise KeyError


def _finish_flag(cls):
    """The bits that have names; members are listed by value, or as defined if they are not defined in that order."""
    mask = 0
    for item in cls._member_map_.values():
        if _is_single_bit(item._value_):
            mask |= item._value_
    cls._flag_mask_ = mask
    values = [cls._member_map_[name]._value_ for name in cls._member_names_]
    if values != sorted(values):
        cls._iter_member_ = cls._iter_member_by_def_


def _check_order(cls, order):
    if order is None:
        return
    if isinstance(order, str):
        order = order.replace(',', ' ').split()
    order = [name for name in order if name in cls._member_names_ or name not in cls._member_map_]
    if order != cls._member_names_:
        raise TypeError('member order does not match _order_:\n  %r\n  %r'  # CPython: 678 __new__
                        % (cls._member_names_, order))


class Enum(metaclass=EnumType):
    """A class of named constants."""

    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _unhashable_values_ = []
    _member_type_ = object
    _value_repr_ = None

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for item in cls._member_map_.values():
                if item._value_ == value:
                    return item
        context = error = None
        try:
            try:
                result = cls._missing_(value)  # CPython: 1118
            except Exception as exc:
                context = exc
                result = None
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(
                    result, int):
                return result
            error = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
            if result is None and context is None:
                raise error  # CPython: 1133
            if context is None:
                context = TypeError('error in %s._missing_: returned %r instead of None or a valid member'
                                    % (cls.__name__, result))
            if not isinstance(context, ValueError):
                context.__context__ = error
            raise context  # CPython: 1141
        finally:
            context = error = None    # the traceback of what is raised has these variables

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = last_values[-1]
            last_values.sort()
            if last == last_values[-1]:
                return last + 1
        except TypeError:
            pass
        for value in last_values:
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        shown = self.__class__._value_repr_ or repr
        return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, shown(self._value_))

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __dir__(self):
        if self.__class__._member_type_ is object:
            interesting = {'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'}
        else:
            interesting = set(object.__dir__(self))  # CPython: 1203
        for name in getattr(self, '__dict__', ()):
            if name[0] != '_':
                interesting.add(name)
        for cls in self.__class__.mro():
            for name, obj in cls.__dict__.items():
                if name[0] == '_':
                    continue
                if isinstance(obj, property) and obj.fget is None and name in self._member_map_:
                    interesting.discard(name)
                else:
                    interesting.add(name)
        return sorted(interesting)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)  # CPython: 1227

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return getattr, (self.__class__, self._name_)

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """Only repr is Enum's: str and format are those of the data type."""


class IntEnum(int, ReprEnum):
    """Members are ints."""


class StrEnum(str, ReprEnum):
    """Members are strings; auto() gives the name in lower case."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))  # CPython: 1274
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))  # CPython: 1278
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError('encoding must be a string, not %r' % (values[1],))  # CPython: 1282
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError('errors must be a string, not %r' % (values[2]))  # CPython: 1286
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What happens to bits that have no name."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _iter_bits_lsb(number):
    """The single bits of a number, lowest first."""
    original = number
    if isinstance(number, Enum):
        number = number.value
    if number < 0:
        raise ValueError('%r is not a positive integer' % original)  # CPython: 122
    while number:
        bit = number & (~number + 1)
        yield bit
        number ^= bit


class Flag(Enum, boundary=CONFORM):
    """Constants that can be combined by the bitwise operators."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            high_bit = _high_bit(last_value)  # CPython: 1354
        except Exception:
            raise TypeError('invalid flag value %r' % last_value) from None  # CPython: 1356
        return 2 ** (high_bit + 1)

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda item: item._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))  # CPython: 1387
        mask, every = cls._flag_mask_, cls._all_bits_
        negative = None
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError('%r invalid value %r\n    given %s\n  allowed %s'  # CPython: 1403
                                 % (cls, value, _binary(value, width), _binary(mask, width)))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is not KEEP:
                raise ValueError('%r unknown flag boundary %r' % (cls, cls._boundary_))  # CPython: 1418
            elif value < 0:
                value = max(every + 1, 2 ** value.bit_length()) + value
        if value < 0:
            negative = value
            value = every + 1 + value
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError('%s(%r) -->  unknown values %r [%s]' % (cls.__name__, value, unknown, _binary(unknown, 0)))  # CPython: 1428
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        made._name_ = cls._combined_name(value)
        if not unknown:
            made = cls._value2member_map_.setdefault(value, made)
            if negative is not None:
                cls._value2member_map_[negative] = made
        return made

    def __reduce_ex__(self, proto):
        from operator import or_ as _or_
        cls = self.__class__
        unknown = self._value_ & ~cls._flag_mask_
        member_value = self._value_ & cls._flag_mask_
        if unknown and member_value:
            return _or_, (cls(member_value), unknown)
        for bit in _iter_bits_lsb(member_value):
            rest = member_value & ~bit
            if rest:
                return _or_, (cls(rest), cls._value2member_map_.get(bit))
            break
        if self._name_ is None:
            return cls, (self._value_,)
        return getattr, (cls, self._name_)

    _numeric_repr_ = repr

    @classmethod
    def _combined_name(cls, value):
        """The names of the flags in a value, joined by |; None if there are none."""
        names = [item._name_ for item in cls._iter_member_(value & cls._flag_mask_)]
        unknown = value & ~cls._flag_mask_
        if names and unknown:
            names.append(cls._numeric_repr_(unknown))
        return '|'.join(names) or None

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r"  # CPython: 1462
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return bin(self._value_).count('1')

    def __repr__(self):
        shown = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return '<%s: %s>' % (self.__class__.__name__, shown(self._value_))
        return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, shown(self._value_))

    def __str__(self):
        if self._name_ is None:
            return '%s(%r)' % (self.__class__.__name__, self._value_)
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ is KEEP:
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._flag_mask_ ^ self._value_)
            if isinstance(self._inverted_, self.__class__):
                self._inverted_._inverted_ = self
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


def _binary(number, width):
    """The bits behind a sign, at least `width` of them."""
    ceiling = 2 ** number.bit_length()
    if number >= 0:
        text = bin(number + ceiling).replace('1', '0', 1)
    else:
        text = bin(~number ^ (ceiling - 1) + ceiling)
    sign, digits = text[:3], text[3:]
    return '%s %s' % (sign, digits.rjust(width, sign[-1]))


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""


# -- decorators --------------------------------------------------------------------------------------

def unique(enumeration):
    """Forbids two names for one value."""
    duplicates = _aliases(enumeration)
    if duplicates:
        raise ValueError('duplicate values found in %r: %s' % (enumeration, duplicates))  # CPython: 1564
    return enumeration


def _aliases(enumeration):
    """'alias -> name, ...', empty if there are none."""
    return ', '.join(['%s -> %s' % (name, item.name) for name, item in enumeration.__members__.items()
                      if name != item.name])


class EnumCheck(StrEnum):
    """What `verify` can check."""
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Checks an enumeration for the given properties."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")  # CPython: 1817
        for check in self.checks:
            if check is UNIQUE:
                duplicates = _aliases(enumeration)
                if duplicates:
                    raise ValueError('aliases found in %r: %s' % (enumeration, duplicates))  # CPython: 1828
            elif check is CONTINUOUS:
                self._check_continuous(enumeration)  # CPython: -
            elif check is NAMED_FLAGS:
                self._check_named(enumeration)
        return enumeration

    @staticmethod
    def _check_continuous(enumeration):
        values = set([item.value for item in enumeration])
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            kind = 'flag'
            missing = [2 ** i for i in range(_high_bit(low) + 1, _high_bit(high)) if 2 ** i not in values]
        else:
            kind = 'enum'
            missing = [i for i in range(low + 1, high) if i not in values]
        if missing:
            raise ValueError(('invalid %s %r: missing values %s' % (  # CPython: 1849 __call__
                kind, enumeration.__name__, ', '.join(map(str, missing))))[:256])

    @staticmethod
    def _check_named(enumeration):
        """Only aliases are looked at."""
        named = [item.value for item in enumeration]
        names, missing = [], 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            missed = [bit for bit in _iter_bits_lsb(alias.value) if bit not in named]
            for bit in missed:
                missing |= bit
            if missed:
                names.append(name)
        if not names:
            return
        if len(names) == 1:
            shown = 'alias %s is missing' % names[0]
        else:
            shown = 'aliases %s and %s are missing' % (', '.join(names[:-1]), names[-1])
        raise ValueError('invalid Flag %r: %s %s 0x%x [use enum.show_flag_values(value) for details]' % (
            enumeration.__name__, shown, 'value' if _is_single_bit(missing) else 'combined values of', missing))


def global_enum_repr(self):
    """module.NAME"""
    return '%s.%s' % (self.__class__.__module__.split('.')[-1], self._name_)


def global_flag_repr(self):
    """module.A|module.B"""
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return '%s.%s(%r)' % (module, self.__class__.__name__, self._value_)
    return '|'.join([name if name[0].isdigit() else '%s.%s' % (module, name)
                     for name in self._name_.split('|')])


def global_str(self):
    """The bare name."""
    if self._name_ is None:
        return '%s(%r)' % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    """Shows members by the name of their module, into which they are exported."""
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    module = sys.modules[cls.__module__]
    for name, item in cls.__members__.items():
        setattr(module, name, item)
    return cls


def show_flag_values(value):
    """The single bits of a number, as a list."""
    return list(_iter_bits_lsb(value))  # CPython: 129


# -- making enumerations of existing things -------------------------------------------------------------

def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """A decorator that makes an enumeration of a plain class."""
    def convert(cls):
        namespace = EnumType.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ('__dict__', '__weakref__', '__slots__'):
                namespace[name] = value
        return EnumType.__new__(type(etype), cls.__name__, (etype,), namespace, boundary=boundary)
    return convert


def _convert(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
    """Makes an enumeration of the global names of a module that pass `filter`, and replaces them."""
    import sys
    target = sys.modules[module].__dict__
    source = source.__dict__ if source is not None else target
    members = [(key, value) for key, value in source.items() if filter(key)]
    try:
        members.sort(key=lambda item: (item[1], item[0]))
    except TypeError:
        members.sort(key=lambda item: item[0])
    made = cls(name, members, module=module, boundary=boundary or KEEP)
    if as_global:
        global_enum(made)
    else:
        for key, item in made.__members__.items():
            setattr(sys.modules[module], key, item)
    setattr(sys.modules[module], name, made)
    return made


type.__setattr__(EnumType, '_convert_', _convert)
