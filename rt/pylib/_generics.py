"""What type parameter lists (PEP 695) and `type` statements need; called by compiled code only."""
from typing import Generic, ParamSpec, TypeAliasType, TypeVar, TypeVarTuple


class _InferredTypeVar(TypeVar):
    """A type variable of a parameter list: its variance is inferred, so its repr has no sign."""

    def __repr__(self):
        return self.__name__


_InferredTypeVar.__name__ = _InferredTypeVar.__qualname__ = 'TypeVar'
_InferredTypeVar.__module__ = 'typing'


class _InferredParamSpec(ParamSpec):
    def __repr__(self):
        return self.__name__


_InferredParamSpec.__name__ = _InferredParamSpec.__qualname__ = 'ParamSpec'
_InferredParamSpec.__module__ = 'typing'


class _LazyAlias(TypeAliasType):
    """A type alias whose value is computed when it is first asked for: it may name itself."""

    def __init__(self, name, compute, is_generic):
        self.__name__ = name
        self._compute = compute
        if not is_generic:
            self.__type_params__ = self.__parameters__ = ()

    def __getattr__(self, name):
        if name not in ('__value__', '__type_params__', '__parameters__'):
            raise AttributeError("'typing.TypeAliasType' object has no attribute %r" % name)
        if self._is_computing and name != '__value__':
            return ()  # the value names the alias: its parameters do not matter for that
        self._is_computing = True
        try:
            value, params = self._compute()
        finally:
            self._is_computing = False
        self.__value__ = value
        self.__type_params__ = self.__parameters__ = params
        return getattr(self, name)

    _is_computing = False


_LazyAlias.__name__ = _LazyAlias.__qualname__ = 'TypeAliasType'
_LazyAlias.__module__ = 'typing'


def type_variable(name, bound):
    """T, T: bound, or T: (constraint, constraint)."""
    if isinstance(bound, tuple):
        return _InferredTypeVar(name, *bound)
    return _InferredTypeVar(name, bound=bound)


def parameter_specification(name):
    """**P"""
    return _InferredParamSpec(name)


def variable_tuple(name):
    """*Ts"""
    return TypeVarTuple(name)


def generic_base(params):
    """The base that a generic class gets behind those it names."""
    return Generic[params]


def finish(definition, params):
    """The function or class with its __type_params__."""
    definition.__type_params__ = params
    return definition


def alias(name, compute, is_generic):
    """`type name = ...`; compute answers (value, type parameters)."""
    return _LazyAlias(name, compute, is_generic)
