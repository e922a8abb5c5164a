# operator: every function, the getters with their reprs and pickles, errors.
import operator
import pickle

a, b = 7, 3
for name in ('add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor lt le eq ne ge gt is_ is_not').split():
    print(name, getattr(operator, name)(a, b), end='; ')
print()
for name in 'neg pos abs inv invert not_ truth index'.split():
    print(name, getattr(operator, name)(a), end='; ')
print()
for name in 'iadd isub imul ifloordiv imod ipow ilshift irshift iand ior ixor itruediv'.split():
    print(name, getattr(operator, name)(a, b), end='; ')
print()
items = [1, 2]
print(operator.iadd(items, (3,)), items, operator.iconcat(items, [4]), operator.concat('a', 'b'), operator.contains('abc', 'b'), operator.countOf([1, 2, 1, True], 1),
      operator.indexOf('abc', 'c'), operator.getitem({'k': 1}, 'k'), operator.setitem(items, 0, 'x'), operator.delitem(items, slice(1, 3)), items,
      operator.length_hint(iter([1, 2, 3])), operator.length_hint(5, 9), operator.matmul(type('M', (), {'__matmul__': lambda s, o: ('mm', o)})(), 5), operator.call(max, 1, 2, key=abs))
get = operator.itemgetter(1, -1, slice(0, 2))
attr = operator.attrgetter('real', 'imag.real', '__class__.__name__')
call = operator.methodcaller('split', ',', maxsplit=1)
print(get('abcd'), operator.itemgetter('x')({'x': 5}), attr(3), operator.attrgetter('real')(2), call('a,b,c'), operator.methodcaller('upper')('x'))
print(get, operator.itemgetter('k'), attr, call, operator.methodcaller('m'), operator.methodcaller('m', 1, k=2))
for getter in (get, attr, call):
    print(repr(pickle.loads(pickle.dumps(getter))) == repr(getter))
for bad in (lambda: operator.itemgetter(), lambda: operator.attrgetter(), lambda: operator.attrgetter(5), lambda: operator.methodcaller(), lambda: operator.methodcaller(5),
            lambda: operator.itemgetter(1)(5), lambda: operator.attrgetter('a.b')(5), lambda: operator.methodcaller('nope')(5), lambda: operator.add(1), lambda: operator.add(1, 'a'),
            lambda: operator.index(1.5), lambda: operator.length_hint([], 'x'), lambda: operator.length_hint(type('L', (), {'__length_hint__': lambda s: -1})()),
            lambda: operator.length_hint(type('L', (), {'__length_hint__': lambda s: 'x'})()), lambda: operator.indexOf([1], 2), lambda: operator.concat(1, 2), lambda: operator.iconcat(1, 2),
            lambda: operator.contains(5, 1), lambda: operator.not_(), lambda: operator.getitem([], 0), lambda: operator.call(), lambda: operator.countOf(5, 1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(operator.__add__ is operator.add, operator.add.__name__, sorted(n for n in operator.__all__)[:5], len(operator.__all__), operator.itemgetter.__name__)
