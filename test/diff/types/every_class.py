# types: SimpleNamespace, MappingProxyType, DynamicClassAttribute, new_class, resolve_bases, MethodType, GenericAlias, coroutine.
import copy
import types

ns = types.SimpleNamespace(a=1, b='x')
ns.c = ns
print(ns, ns.a, vars(ns)['b'], ns == types.SimpleNamespace(a=1), types.SimpleNamespace(z=1, a=2), types.SimpleNamespace() == types.SimpleNamespace(), copy.copy(types.SimpleNamespace(q=1)))
del ns.a
for call in (lambda: ns.a, lambda: types.SimpleNamespace(1), lambda: hash(ns), lambda: types.SimpleNamespace({'a': 1}), lambda: delattr(ns, 'zz')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Sub(types.SimpleNamespace):
    pass


print(Sub(x=1), Sub(x=1) == types.SimpleNamespace(x=1))
d = {'a': 1}
m = types.MappingProxyType(d)
d['b'] = 2
print(m, m['b'], len(m), list(m), m.get('z'), 'a' in m, m.copy(), m | {'c': 3}, {'c': 0} | m, m == d, list(reversed(m)), m.items(), repr(m), types.MappingProxyType({}) == {}, type(m | {}).__name__)
for call in (lambda: m.__setitem__('a', 1), lambda: m['zz'], lambda: types.MappingProxyType([1]), lambda: types.MappingProxyType(5), lambda: hash(m), lambda: types.MappingProxyType(), lambda: m.pop('a')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
try:
    m['a'] = 1
except TypeError as error:
    print(error)
try:
    del m['a']
except TypeError as error:
    print(error)
try:
    m |= {}
except TypeError as error:
    print(error)
C = types.new_class('C', (int,), {'metaclass': type}, lambda body: body.update(x=5, f=lambda self: self + 1))
print(C, C.x, C(3).f(), C.__module__, types.new_class('D').__bases__, types.new_class('E', (C,)).__mro__[1].__name__)
meta, names, kwargs = types.prepare_class('F', (C,), {'k': 1})
print(meta, names, kwargs, types.resolve_bases((int, list[int])))


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print('prepare', name, kw)
        return {'prepared': True}

    def __new__(mcls, name, bases, ns, **kw):
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)


G = types.new_class('G', (), {'metaclass': Meta, 'opt': 1})
print(G.prepared, type(G).__name__)


class Dyn:
    @types.DynamicClassAttribute
    def value(self):
        return 'instance'


print(Dyn().value)
try:
    Dyn.value
except AttributeError as error:
    print('AttributeError', error)
bound = types.MethodType(lambda self, x: (self, x), 'me')
print(bound(1), bound.__self__, types.MethodType(len, 'abc')())
for call in (lambda: types.MethodType(5, 1), lambda: types.MethodType(len, None), lambda: types.MethodType(len)):
    try:
        print(call())
    except TypeError as error:
        print(error)
g = types.GenericAlias(list, (int, str))
print(g, g.__origin__, g.__args__, list[int] == types.GenericAlias(list, (int,)), isinstance(int | str, types.UnionType), types.NoneType, types.EllipsisType, types.NotImplementedType)
print([name for name in ('FunctionType', 'LambdaType', 'GeneratorType', 'CoroutineType', 'AsyncGeneratorType', 'BuiltinFunctionType', 'ModuleType', 'TracebackType', 'CellType', 'MethodWrapperType', 'WrapperDescriptorType', 'MethodDescriptorType', 'ClassMethodDescriptorType', 'GetSetDescriptorType', 'MemberDescriptorType', 'CodeType', 'FrameType') if isinstance(getattr(types, name), type)])
mod = types.ModuleType('mod', 'doc')
mod.x = 1
print(mod, mod.__name__, mod.__doc__, mod.x, mod.__dict__['x'], mod.__spec__, mod.__loader__)
cell = types.CellType(5)
print(cell.cell_contents, types.CellType() == types.CellType(), types.CellType(1) < types.CellType(2), types.FunctionType is type(lambda: 0), isinstance(len, types.BuiltinFunctionType), isinstance([].append, types.BuiltinMethodType), isinstance(str.join, types.MethodDescriptorType))


@types.coroutine
def old():
    value = yield 1
    return value


async def new():
    return await old()


c = new()
print(c.send(None))
try:
    c.send('done')
except StopIteration as stop:
    print(stop.value)
try:
    types.coroutine(5)
except TypeError as error:
    print(error)
