"""Abstract base classes: classes with abstract methods, and virtual subclasses."""
# CPython: file <frozen abc>

from sys import _dotted_name, _match_like


def abstractmethod(funcobj):
    """Marks a method that subclasses must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A classmethod that subclasses must define; write @classmethod @abstractmethod instead."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """A staticmethod that subclasses must define; write @staticmethod @abstractmethod instead."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """A property that subclasses must define; write @property @abstractmethod instead."""
    __isabstractmethod__ = True


@_dotted_name
class _abc_data:
    """What an abstract class knows about other classes; the answers are valid for one version."""
    __module__ = '_abc'
    version = 0  # of all registrations in the program
    nested = 0  # how many checks are under way that ask other classes: protocols that cannot answer do not complain then

    def __init__(self):
        self.classes = []
        self.answers = {}
        self.asked = 0


def _is_abstract(value):
    return getattr(value, '__isabstractmethod__', False)


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if _is_abstract(getattr(cls, name, None)):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_impl = _abc_data()
        return cls

    def register(cls, subclass):
        """Makes `subclass` a virtual subclass; can be used as a decorator."""
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        _abc_data.nested += 1
        try:
            if issubclass(subclass, cls):
                return subclass
            if issubclass(cls, subclass):
                raise RuntimeError('Refusing to create an inheritance cycle')
        finally:
            _abc_data.nested -= 1
        cls._abc_impl.classes.append(subclass)
        _abc_data.version += 1
        _match_like(subclass, cls)
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        answers = cls._abc_impl.answers
        if cls._abc_impl.asked == _abc_data.version and subclass in answers:
            return answers[subclass]
        own_type = type(instance)
        _abc_data.nested += 1
        try:
            return cls.__subclasscheck__(subclass) or own_type is not subclass and cls.__subclasscheck__(own_type)
        finally:
            _abc_data.nested -= 1

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        registry = cls._abc_impl
        if registry.asked != _abc_data.version:
            registry.answers.clear()
            registry.asked = _abc_data.version
        answer = registry.answers.get(subclass)
        if answer is None:
            answer = cls._abc_answer(subclass)
            registry.answers[subclass] = answer
        return answer

    def _abc_answer(cls, subclass):
        hooked = cls.__subclasshook__(subclass)
        if hooked is not NotImplemented:
            return hooked
        if cls in getattr(subclass, '__mro__', ()):
            return True
        _abc_data.nested += 1
        try:
            for registered in cls._abc_impl.classes:
                if issubclass(subclass, registered):
                    return True
            for derived in cls.__subclasses__():
                if issubclass(subclass, derived):
                    return True
        finally:
            _abc_data.nested -= 1
        return False


class ABC(metaclass=ABCMeta):
    """A class to inherit from instead of naming the metaclass."""
    __slots__ = ()


def get_cache_token():
    """A number that changes with every registration."""
    return _abc_data.version


def update_abstractmethods(cls):
    """Computes the abstract methods of `cls` anew, after methods were added to it."""
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abstract_names(cls, vars(cls))
    return cls
