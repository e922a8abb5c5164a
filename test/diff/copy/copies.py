# copy: shallow and deep copies: recursion, identity inside, __copy__, __deepcopy__, __reduce__, slots, states, errors.
import collections
import copy
import datetime
import enum
import fractions
import types

inner = [1]
nested = {'a': inner, 'b': inner, 't': (inner, 5), 's': {1, 2}, 'f': frozenset('x')}
shallow, deep = copy.copy(nested), copy.deepcopy(nested)
print(shallow['a'] is inner, deep['a'] is inner, deep['a'] is deep['b'], deep['t'][0] is deep['a'], deep == nested)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, again is not loop)
atoms = (None, 1, 'a', b'b', (1, 2), len, type, Ellipsis, range(3), 1.5, NotImplemented, property(), slice)
print([copy.copy(x) is x for x in atoms], [copy.deepcopy(x) is x for x in atoms])


class Both:
    def __init__(self, x):
        self.x = x

    def __copy__(self):
        return Both(('copied', self.x))

    def __deepcopy__(self, memo):
        print(type(memo).__name__)
        return Both(('deep', copy.deepcopy(self.x, memo)))


print(copy.copy(Both(1)).x, copy.deepcopy(Both([2])).x, copy.deepcopy([Both(3)])[0].x)


class Slots:
    __slots__ = ('a', '__b', '__dict__')

    def __init__(self):
        self.a, self.__b, self.c = [1], [2], [3]

    def show(self):
        return self.a, self.__b, self.c


s = Slots()
t, u = copy.copy(s), copy.deepcopy(s)
print(t.show(), t.a is s.a, u.show(), u.a is s.a)


class State:
    def __init__(self, x):
        print('init')
        self.x = x

    def __getstate__(self):
        return {'state': self.x}

    def __setstate__(self, state):
        self.restored = state


print(copy.copy(State(5)).__dict__, copy.deepcopy(State([1])).__dict__)


class New:
    def __new__(cls, a, *, b=0):
        self = super().__new__(cls)
        self.args = a, b
        return self

    def __getnewargs_ex__(self):
        return (self.args[0],), {'b': 'again'}


print(copy.copy(New(1, b=2)).args, copy.deepcopy(New([3])).args)


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduced, ('r', self.args)


class Constant:
    def __reduce_ex__(self, protocol):
        return f'protocol {protocol}'


k = Constant()
print(copy.copy(Reduced(1)).args, copy.deepcopy(Reduced([1])).args, copy.copy(k) is k, copy.deepcopy(k) is k)


class L(list):
    pass


class D(dict):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)


x = L([[1], 2])
x.tag = ['t']
y = copy.deepcopy(x)
print(y, y.tag, type(y).__name__, y[0] is x[0], y.tag is x.tag, copy.copy(x).tag is x.tag)
print(copy.copy(D(a=1)), copy.deepcopy(D(a=[1])))
Color = enum.Enum('Color', 'RED BLUE')
P = collections.namedtuple('P', 'x y')
p = P([1], 2)
print(copy.deepcopy(Color.RED) is Color.RED, copy.deepcopy(p), copy.copy(p) is p, copy.deepcopy(p).x is p.x, copy.deepcopy(collections.deque([[1]], 3)),
      copy.copy(datetime.date(2020, 1, 1)), copy.deepcopy(fractions.Fraction(1, 2)), copy.deepcopy(types.SimpleNamespace(a=[1])), copy.deepcopy(ValueError('v', [1])).args)
memo = {}
copy.deepcopy(inner, memo)
print(len(memo), memo[id(inner)], memo[id(memo)] == [inner])
for bad in ((i for i in ()), iter([]).__reduce__ and (x for x in []), types.ModuleType('m'), open):
    try:
        print(copy.deepcopy(bad) is bad)
    except Exception as error:
        print(type(error).__name__, error)
bound = 'abc'.upper
method = Both(9).__copy__
print(copy.deepcopy(bound)(), copy.deepcopy(method).__self__.x, copy.copy(method) is not None, copy.Error.__name__, copy.error is copy.Error)
