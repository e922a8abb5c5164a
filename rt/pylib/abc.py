"""Abstract base classes: classes with abstract methods, and virtual subclasses."""
# CPython: file <frozen abc>

from _abc import _abc_find_abstract, _abc_init, _abc_instancecheck, _abc_register, _abc_subclasscheck, get_cache_token


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


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if isinstance(namespace, dict) and '__module__' not in namespace:
            namespace = {**namespace, '__module__': __name__}    # not that of the caller
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(cls)
        return cls

    def register(cls, subclass):
        """Makes `subclass` a virtual subclass; can be used as a decorator."""
        return _abc_register(cls, subclass)

    def __instancecheck__(cls, instance):
        return _abc_instancecheck(cls, instance)

    def __subclasscheck__(cls, subclass):
        return _abc_subclasscheck(cls, subclass)


class ABC(metaclass=ABCMeta):
    """A class to inherit from instead of naming the metaclass."""
    __slots__ = ()


def update_abstractmethods(cls):
    """Computes the abstract methods of `cls` anew, after methods were added to it."""
    if hasattr(cls, '__abstractmethods__'):
        _abc_find_abstract(cls)
    return cls
