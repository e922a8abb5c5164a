"""inspect.signature of many callables, binding, and related helpers of inspect."""

import functools
import inspect


def f(a, b: int = 2, /, c=3, *args, d, e: str = "x", **kw) -> bool:
    """Doc."""


class C:
    def __init__(self, x, y=1):
        pass

    def method(self, z, *, k=None):
        pass

    @classmethod
    def cm(cls, q):
        pass

    @staticmethod
    def sm(r):
        pass

    def __call__(self, w):
        pass


for target in (f, C, C.method, C(1).method, C.cm, C.sm, C(1), lambda x, *y: 0, functools.partial(f, 1, d=5)):
    print(inspect.signature(target))
sig = inspect.signature(f)
for name, parameter in sig.parameters.items():
    print(name, parameter.kind.name, parameter.default if parameter.default is not parameter.empty else "none", parameter.annotation is parameter.empty, parameter)
bound = sig.bind(1, 2, 3, 4, d=5, z=6)
print(bound.args, bound.kwargs, bound.arguments)
bound = sig.bind_partial(1)
bound.apply_defaults()
print(bound.arguments)
for args, kwargs in (((), {}), ((1,), {}), ((1,), {"a": 1, "d": 2}), ((), {"a": 1, "d": 1})):
    try:
        print(sig.bind(*args, **kwargs))
    except TypeError as error:
        print(error)
print(sig.return_annotation, sig == inspect.signature(f), inspect.getdoc(f), inspect.isfunction(f), inspect.ismethod(C(1).method), inspect.isclass(C), inspect.isbuiltin(len), inspect.isgeneratorfunction(lambda: (yield)), inspect.iscoroutinefunction(f), inspect.isroutine(f))
