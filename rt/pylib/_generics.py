"""What type parameter lists (PEP 695) and `type` statements need; called by compiled code only."""
from typing import Generic, ParamSpec, TypeAliasType, TypeVar, TypeVarTuple


class _InferredTypeVar(TypeVar, _root=True):
    """A type variable of a parameter list: its variance is inferred, so its repr has no sign. Its bound or
    constraints are computed when they are first asked for."""

    __covariant__ = __contravariant__ = False
    __infer_variance__ = True
    __default__ = None
    _known = False

    def __init__(self, name, compute, has_constraints):
        self.__name__ = name
        self._compute = compute
        self._has_constraints = has_constraints

    def _evaluate(self):
        if not self._known:
            self._value = self._compute()
            self._known = True
        return self._value

    @property
    def __bound__(self):
        return None if self._compute is None or self._has_constraints else self._evaluate()

    @property
    def __constraints__(self):
        return self._evaluate() if self._has_constraints else ()

    def __repr__(self):
        return self.__name__


_InferredTypeVar.__name__ = _InferredTypeVar.__qualname__ = 'TypeVar'
_InferredTypeVar.__module__ = 'typing'


class _InferredParamSpec(ParamSpec, _root=True):
    __infer_variance__ = True

    def __repr__(self):
        return self.__name__


_InferredParamSpec.__name__ = _InferredParamSpec.__qualname__ = 'ParamSpec'
_InferredParamSpec.__module__ = 'typing'


def type_variable(name, compute, has_constraints):
    """T, T: bound, or T: (constraint, constraint); `compute` is None or computes what stands there."""
    return _InferredTypeVar(name, compute, has_constraints)


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


def alias(name, compute, params):
    """`type name[params] = ...`; `compute` computes the value."""
    return TypeAliasType._make(name, compute, None, params, compute.__module__)
