# weakref: references, proxies, WeakMethod, finalize, the dictionaries and sets, callbacks, errors, reprs.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def method(self, x=0):
        return self.name, x

    def __eq__(self, other):
        return isinstance(other, Node) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f'Node({self.name})'


a = Node('a')
r = weakref.ref(a, lambda ref: print('callback', ref() is None))
r2 = weakref.ref(a)
print(r() is a, r2 is weakref.ref(a), r == r2, hash(r2) == hash(a), weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), r.__callback__ is not None, r2.__callback__, isinstance(r, weakref.ReferenceType), repr(r).split(' at ')[0])
b = Node('a')
rb = weakref.ref(b)
print(r2 == rb, r2 != weakref.ref(Node('z')), r2 == 5)
del a
print(r(), r2(), r2 == rb, repr(r2).split(' at ')[0], repr(r2)[-6:], hash(r2) == hash('a'))
p = weakref.proxy(b)
print(p.name, p.method(2), p == b, str(p), repr(p).split(' at ')[0], type(p).__name__, isinstance(p, Node), weakref.getweakrefcount(b))
p.extra = 5
print(b.extra, hasattr(p, 'nope'))
call = weakref.proxy(lambda x: x * 2) if False else None
for action in (lambda: hash(p), lambda: weakref.ref(5), lambda: weakref.ref([]), lambda: weakref.proxy({}), lambda: weakref.ref(), lambda: weakref.ref(b, 1, 2), lambda: weakref.WeakMethod(b.name), lambda: weakref.finalize(b)):
    try:
        print(action())
    except TypeError as error:
        print(type(error).__name__, error)
m = weakref.WeakMethod(b.method, lambda ref: print('method gone'))
print(m()(3), m == weakref.WeakMethod(b.method), weakref.ref(b.method)())
f = weakref.finalize(b, print, 'finalized', end='!\n')
print(f.alive, f.peek()[1:3], f.atexit)
d = weakref.WeakValueDictionary({'b': b})
k = weakref.WeakKeyDictionary({b: 'value'})
s = weakref.WeakSet([b])
print(dict(d), list(k.items()), list(s), len(d), len(k), len(s), 'b' in d, b in k, b in s, repr(d).split(' at ')[0], d.get('x', 'no'), k.get(b), list(d.keys()), list(d.valuerefs())[0]() is b, k.keyrefs()[0]() is b)
print(len(d | {'c': b}), d.setdefault('d', b), d.pop('d'), k.setdefault(b, 'other'), type(k | {}).__name__, d == d, len(s | {b}), s & set(), s.issubset([b]), s == {b}, s.copy() == s)
for action in (lambda: p.name, lambda: d['q'], lambda: k[5], lambda: s.add(5), lambda: k.__setitem__(5, 1), lambda: d.__setitem__('x', 5), lambda: d.pop('zz')):
    try:
        print(action())
    except (TypeError, KeyError, ReferenceError) as error:
        print(type(error).__name__, error)
del b
gc.collect()
print(m(), f.alive, f(), dict(d), len(k), len(s), rb())
try:
    p.name
except ReferenceError as error:
    print(error)
print(repr(p).split(' at ')[0] if False else 'dead', weakref.getweakrefcount(5), weakref.getweakrefs(None))


class Slots:
    __slots__ = ('x',)


class Weak:
    __slots__ = ('x', '__weakref__')


try:
    weakref.ref(Slots())
except TypeError as error:
    print(error)
w = Weak()
print(weakref.ref(w)() is w)


class Sub(weakref.ref):
    __slots__ = ('tag',)

    def __new__(cls, target, tag):
        self = super().__new__(cls, target)
        self.tag = tag
        return self

    def __init__(self, target, tag):
        super().__init__(target)


sub = Sub(w, 'T')
print(sub() is w, sub.tag, sub == weakref.ref(w), weakref.ref(w) is not sub)
order = []
keep = Node('k')
refs = [weakref.ref(keep, lambda ref, i=i: order.append(i)) for i in range(3)]
del keep
print(order)
fin = weakref.finalize(w, print, 'detached?')
print(fin.detach() is not None, fin.alive, fin.detach(), fin.peek(), fin())


# References of a class of one's own that hold, or come to hold, their own object: they end without being told.
class OwnReference(weakref.ref):
    pass


class Held:
    pass


told = []
held = Held()
reference = OwnReference(held, told.append)
reference.held = held
del held
del reference
gc.collect()
held = Held()
first = OwnReference(held, told.append)
second = OwnReference(held, told.append)
first.second = second
second.held = held
del held
del second
del first
gc.collect()
held = Held()
third, fourth = OwnReference(held, told.append), OwnReference(held, lambda reference: told.append("fourth"))
third.held = held

del held, third
gc.collect()
print(told, [len(told) for _ in range(5) if Held()])


# Copies of the dictionaries, also deep ones, and WeakMethods that differ.
import copy

keys, values = [Node("k1"), Node("k2")], [Node("v1"), Node("v2")]
by_key = weakref.WeakKeyDictionary(zip(keys, [[1], [2]]))
by_value = weakref.WeakValueDictionary(zip(["a", "b"], values))
deep = copy.deepcopy(by_key)
print(type(deep).__name__, [deep[key] for key in keys], deep[keys[0]] is by_key[keys[0]], copy.copy(by_key)[keys[0]] is by_key[keys[0]])
deep = copy.deepcopy(by_value)
print(type(deep).__name__, [deep[name] is value for name, value in zip("ab", values)], sorted(by_value.copy()))
print([reference() is value for reference, value in zip(by_value.itervaluerefs(), values)], len(by_value.valuerefs()))
first, same, other = weakref.WeakMethod(keys[0].method), weakref.WeakMethod(keys[0].method), weakref.WeakMethod(keys[1].method)
print(first == same, first != same, first == other, first != other, first != 5, first == keys[0].method)


# Proxies pass every operator on, those in place and the ones with two proxies as well.
import operator


class Told:
    pass


def telling(name):
    return lambda self, *arguments: name + ''.join(f' {type(a).__name__}' for a in arguments)


in_place = 'iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor'.split()
for name in in_place + ('add sub mul matmul truediv floordiv mod pow lshift rshift and or xor radd rmatmul rpow divmod rdivmod '
                        'neg pos invert abs').split():
    setattr(Told, f'__{name}__', telling(name))
Told.__index__ = Told.__int__ = lambda self: 2
Told.__float__ = lambda self: 2.5
Told.__reversed__ = lambda self: iter('reversed')
Told.__bytes__ = lambda self: b'bytes'
told = Told()
q = weakref.proxy(told)
print(q + 1, q - 1, q * 1, q @ 1, q / 1, q // 1, q % 1, q ** 1, q << 1, q >> 1, q & 1, q | 1, q ^ 1, divmod(q, 1), q @ q, sep=', ')
print(1 + q, 1 @ q, 1 ** q, divmod(1, q), -q, +q, ~q, abs(q), 'abc'[q], int(q), float(q), ''.join(reversed(q)), bytes(q), sep=', ')
print([getattr(operator, name)(q, other) for name in in_place for other in (1, q)])
q += 1
print(q)
plain = Node('plain')
q = weakref.proxy(plain)
for action in (lambda: -q, lambda: abs(q), lambda: q @ 1, lambda: 'abc'[q], lambda: int(q), lambda: float(q), lambda: divmod(q, 1), lambda: bytes(q), lambda: reversed(q)):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
del plain
for action in (lambda: -q, lambda: q @ 1, lambda: int(q), lambda: reversed(q)):
    try:
        print(action())
    except ReferenceError as error:
        print(type(error).__name__, error)
