# What the names of types stand for: functions, generators, coroutines, descriptors, cells, frames, tracebacks; unions and generic aliases as objects.
import asyncio
import functools
import sys
import types
from types import GenericAlias, MappingProxyType, UnionType


def function(a, b=1):
    cell = a
    return lambda: cell


class Class:
    __slots__ = ('slot',)

    def method(self):
        ...

    @property
    def prop(self):
        ...

    @classmethod
    def made(cls):
        ...


def generator():
    yield


async def coroutine():
    ...


async def async_generator():
    yield


running = coroutine()
try:
    1 / 0
except ZeroDivisionError as error:
    trace = error.__traceback__
KINDS = {'FunctionType': function, 'LambdaType': lambda: 0, 'GeneratorType': generator(), 'CoroutineType': running, 'AsyncGeneratorType': async_generator(), 'MethodType': Class().method, 'BuiltinFunctionType': len, 'BuiltinMethodType': [].append, 'WrapperDescriptorType': object.__init__, 'MethodWrapperType': object().__str__, 'MethodDescriptorType': str.join, 'ClassMethodDescriptorType': vars(dict)['fromkeys'], 'ModuleType': sys, 'TracebackType': trace, 'FrameType': trace.tb_frame, 'GetSetDescriptorType': vars(type)['__name__'], 'MemberDescriptorType': Class.slot, 'MappingProxyType': vars(Class), 'CodeType': function.__code__, 'CellType': function(1).__closure__[0], 'NoneType': None, 'EllipsisType': ..., 'NotImplementedType': NotImplemented, 'UnionType': int | str, 'GenericAlias': list[int], 'SimpleNamespace': types.SimpleNamespace()}
for name, value in KINDS.items():
    kind = getattr(types, name)
    print(name, kind.__name__, isinstance(value, kind), [other for other in KINDS if isinstance(value, getattr(types, other)) and other != name])
running.close()
for name in ('NoneType', 'EllipsisType', 'NotImplementedType'):
    print(getattr(types, name)(), end=' ')
print(types.FunctionType is types.LambdaType, sorted(types.__all__)[:5], len(types.__all__))
cell = types.CellType(5)
empty = types.CellType()
print(cell.cell_contents, cell == types.CellType(5), cell < types.CellType(6))
cell.cell_contents = 'new'
print(cell.cell_contents)
for call in (lambda: empty.cell_contents, lambda: types.GeneratorType(), lambda: types.CoroutineType(), lambda: types.UnionType(), lambda: types.NoneType(1), lambda: types.ModuleType(), lambda: types.ModuleType(5), lambda: types.CellType(1, 2), lambda: MappingProxyType(5), lambda: MappingProxyType([1]), lambda: GenericAlias(list), lambda: types.MethodType()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
module = types.ModuleType('made', 'documentation')
module.value = 5
print(module, module.__doc__, module.value, sorted(vars(module)), module.__spec__, isinstance(module, types.ModuleType))
try:
    module.other
except AttributeError as error:
    print(error)
data = {'a': 1}
proxy = MappingProxyType(data)
data['b'] = 2
print(proxy, proxy['b'], dict(proxy), list(proxy), len(proxy), 'a' in proxy, proxy.get('z', 0), proxy | {'c': 3}, {'z': 0} | proxy, proxy == {'a': 1, 'b': 2}, proxy.copy(), list(reversed(proxy)), proxy.keys() & {'a'}, repr(proxy.items()))
for call in (lambda: proxy.__setitem__('a', 1), lambda: proxy.update(a=1), lambda: proxy['nope'], lambda: hash(proxy), lambda: proxy.__ior__({})):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
union = int | None
print(union, union.__args__, union == (None | int), union == int | str, isinstance(5, union), issubclass(type(None), union), hash(union) == hash(None | int), (int | str) | list, int | int, repr(list[int] | dict[str, int]), union.__parameters__, type(union).__name__, (int | str | int).__args__)
for call in (lambda: int | 5, lambda: isinstance(5, list[int] | int), lambda: union(), lambda: 'int' | int, lambda: isinstance([], int | list[int]), lambda: union < union, lambda: setattr(union, 'x', 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
alias = dict[str, list[int]]
print(alias, alias.__origin__, alias.__args__, alias({'a': 1}), alias.fromkeys('x'), alias == dict[str, list[int]], alias != dict[str, int], GenericAlias(tuple, (int, ...)), GenericAlias(Class, int), list[int].__mro_entries__(()), type(alias([])).__name__, alias.__parameters__, list[int]((1, 2)), callable(alias), isinstance(alias, type), alias.__class__, tuple[()], type[int], list['forward'])
for call in (lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: int[str], lambda: list[int][str], lambda: list[int].nothing, lambda: setattr(list[int], 'append', 1), lambda: list[int].__origin__.append):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


@types.coroutine
def stepping(n):
    for k in range(n):
        yield
    return n


async def main():
    return await stepping(3)


class Lazy:
    @types.DynamicClassAttribute
    def name(self):
        return 'instance'


print(asyncio.run(main()), Lazy().name)
try:
    Lazy.name
except AttributeError as error:
    print(type(error).__name__)
