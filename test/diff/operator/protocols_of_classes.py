# The functions of operator on classes that define some of the methods: reflection, fallbacks, NotImplemented, in-place, lengths, index.
import operator


class Traced:
    def __init__(self, name, *methods, result=None):
        self.name, self.methods, self.result = name, methods, result

    def __repr__(self):
        return self.name


def method(name):
    def function(self, *args):
        log.append(f'{self.name}.{name}')
        return self.result if name in self.methods else NotImplemented
    return function


log = []
BINARY = 'add sub mul matmul truediv floordiv mod pow lshift rshift and xor or'.split()
for name in BINARY:
    for full in (f'__{name}__', f'__r{name}__', f'__i{name}__'):
        setattr(Traced, full, method(full))
for name in 'lt le eq ne gt ge'.split():
    setattr(Traced, f'__{name}__', method(f'__{name}__'))


class Derived(Traced):
    for name in BINARY:
        locals()[f'__r{name}__'] = method(f'__r{name}__')


def attempt(function, *args):
    log.clear()
    try:
        result = function(*args)
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    return f'{result} [{", ".join(log)}]'


for name in BINARY:
    function = getattr(operator, name + '_' if name in ('and', 'or') else name)
    inplace = getattr(operator, 'i' + name)
    left, right = Traced('l', f'__{name}__', result=1), Traced('r', f'__r{name}__', result=2)
    print(name, attempt(function, left, right), attempt(function, right, right), attempt(function, 5, right), attempt(function, left, Derived('d', f'__r{name}__', result=3)), attempt(inplace, Traced('i', f'__i{name}__', result=4), 1), attempt(inplace, left, 1), attempt(function, Traced('n'), Traced('m')), sep='; ')
for name in 'lt le eq ne gt ge'.split():
    function = getattr(operator, name)
    mirrored = {'lt': 'gt', 'le': 'ge', 'gt': 'lt', 'ge': 'le'}.get(name, name)
    print(name, attempt(function, Traced('l', f'__{name}__', result='yes'), 1), attempt(function, 1, Traced('r', f'__{mirrored}__', result=[])), attempt(function, Traced('n'), Traced('m')).replace(' at 0x', ''), sep='; ')


class Sized:
    def __init__(self, length=None, hint=None, index=None, truth=None):
        self.values = length, hint, index, truth

    def __len__(self):
        if self.values[0] is None:
            raise TypeError('no length')
        return self.values[0]

    def __length_hint__(self):
        return self.values[1]

    def __index__(self):
        return self.values[2]


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


for value in (Sized(5, 9), Sized(None, 7), Hinted(4), Hinted(NotImplemented), Hinted(-1), Hinted('x'), Hinted(TypeError('t')), Hinted(ValueError('v')), Hinted(2 ** 70)):
    print(attempt(operator.length_hint, value, 3), end='; ')
print()
for value in (Sized(index=5), Sized(index=True.__int__()), Sized(index='x'), Sized(index=2 ** 80), 5.0, '5', None, True):
    print(attempt(operator.index, value).split(' at ')[0], end='; ')
print()
for value in (Sized(length=0), Sized(length=3), Sized(length=-1), Sized(length='x'), Sized(length=2 ** 70), Sized()):
    print(attempt(operator.truth, value), attempt(operator.not_, value), end='; ')
print()


class Container:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * 10


print(attempt(operator.contains, Container(), 20), attempt(operator.contains, Container(), 25), attempt(operator.countOf, Container(), 10), attempt(operator.indexOf, Container(), 30), attempt(operator.indexOf, Container(), 31), attempt(operator.getitem, Container(), 2), attempt(operator.setitem, Container(), 0, 1))


class Callable:
    def __call__(self, *args, **named):
        return args, named

    def __neg__(self):
        return 'neg'

    __pos__ = __invert__ = __abs__ = lambda self: 'other'


thing = Callable()
print(operator.call(thing, 1, x=2), operator.neg(thing), operator.pos(thing), operator.inv(thing), operator.abs(thing), attempt(operator.neg, 'x'), attempt(operator.inv, 1.5), attempt(operator.abs, []), attempt(operator.call, 5), attempt(operator.call))
