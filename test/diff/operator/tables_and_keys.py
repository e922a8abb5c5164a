# operator in programs: sorting by several keys, a calculator by tables, pipelines of getters and callers, in-place operations, missing ones.
import copy
import operator
import pickle
from operator import attrgetter, itemgetter, methodcaller
from types import SimpleNamespace

ROWS = [dict(name='ann', age=31, tags=['x', 'y']), dict(name='Bob', age=25, tags=[]), dict(name='cid', age=31, tags=['z'])]
print([row['name'] for row in sorted(ROWS, key=itemgetter('age', 'name'))], list(map(itemgetter('name'), ROWS)), max(ROWS, key=itemgetter('age'))['name'], [itemgetter(0, -1)('abc'), itemgetter(slice(1, 3))('abcd'), itemgetter(1)({1: 'one'})])
people = [SimpleNamespace(name=row['name'], stats=SimpleNamespace(age=row['age'])) for row in ROWS]
print(list(map(attrgetter('stats.age'), people)), attrgetter('name', 'stats.age')(people[0]), sorted(people, key=attrgetter('stats.age', 'name'))[0].name, list(map(methodcaller('upper'), ['a', 'b'])), methodcaller('split', ',', maxsplit=1)('a,b,c'), methodcaller('format', 1, x=2)('{} {x}'))
SYMBOLS = {'+': (1, operator.add), '-': (1, operator.sub), '*': (2, operator.mul), '/': (2, operator.truediv), '//': (2, operator.floordiv), '%': (2, operator.mod), '**': (3, operator.pow), '<<': (0, operator.lshift), '&': (-1, operator.and_), '|': (-2, operator.or_), '^': (-2, operator.xor), '<': (-3, operator.lt), '==': (-3, operator.eq)}


def evaluate(text):
    values, waiting = [], []

    def apply():
        right, left = values.pop(), values.pop()
        values.append(SYMBOLS[waiting.pop()][1](left, right))
    for token in text.split():
        if token == '(':
            waiting.append(token)
        elif token == ')':
            while waiting[-1] != '(':
                apply()
            waiting.pop()
        elif token in SYMBOLS:
            while waiting and waiting[-1] != '(' and SYMBOLS[waiting[-1]][0] >= SYMBOLS[token][0]:
                apply()
            waiting.append(token)
        else:
            values.append(float(token) if '.' in token else int(token))
    while waiting:
        apply()
    return values[0]


for text in ('1 + 2 * 3', '( 1 + 2 ) * 3', '7 // 2 - 7 % 4', '2 ** 3 * 2', '1 << 4 | 3 & 6 ^ 1', '10 / 4 < 3', '1.5 + 1.5 == 3', '1 / 0', '1 << -1'):
    try:
        print(text, '=', evaluate(text))
    except Exception as error:
        print(text, type(error).__name__, error)
names = [name for name in operator.__all__ if name.startswith('i') and name not in ('is_', 'is_not', 'index', 'indexOf', 'itemgetter', 'inv', 'invert')]
for name in names:
    results = []
    for left, right in ((7, 2), ([1], [2]), ({1, 2}, {2, 3}), ('ab', 'c'), (1.5, 2), (bytearray(b'a'), b'b'), ({'a': 1}, {'b': 2}), ((1,), (2,)), ([1], 2), (True, False)):
        left = copy.copy(left)
        try:
            result = getattr(operator, name)(left, right)
            results.append(f'{result!r}{"*" if result is left else ""}')
        except Exception as error:
            results.append(type(error).__name__)
    print(name, results)
print(operator.countOf([1, 2, 1, True], 1), operator.indexOf('hello', 'l'), operator.contains({1: 2}, 1), operator.concat([1], [2]), operator.length_hint(iter([1, 2, 3])), operator.length_hint(5, 9), operator.truth([]), operator.not_(''), operator.index(True), operator.is_(None, None), operator.is_not(1, 1), operator.inv(5), operator.neg(-3), operator.pos(True), operator.abs(-2.5), operator.call(divmod, 7, 2), operator.matmul.__name__, operator.getitem('abc', slice(0, 2)))
items = [1, 2, 3, 4]
operator.setitem(items, slice(0, 2), [9])
operator.delitem(items, 0)
print(items, operator.__add__(1, 2), operator.__lt__(1, 2), operator.__contains__('abc', 'b'), operator.__getitem__([5], 0))
for getter in (itemgetter(1), itemgetter('a', 2), attrgetter('x'), attrgetter('a.b', 'c'), methodcaller('m'), methodcaller('m', 1, key='v')):
    print(repr(getter), repr(pickle.loads(pickle.dumps(getter))), repr(copy.copy(getter)))
for call in (lambda: itemgetter(), lambda: itemgetter(5)([1]), lambda: itemgetter('x')({}), lambda: itemgetter(0)(5), lambda: attrgetter(), lambda: attrgetter(5), lambda: attrgetter('x.y')(5), lambda: attrgetter('real.nothing')(5), lambda: attrgetter('')(5), lambda: methodcaller(), lambda: methodcaller(5), lambda: methodcaller('nope')(5), lambda: itemgetter(0)(1, 2), lambda: attrgetter('a', 5), lambda: operator.index(1.5), lambda: operator.indexOf('abc', 'z'), lambda: operator.length_hint('abc', 'x'), lambda: operator.concat(1, 2), lambda: operator.countOf(5, 1), lambda: operator.add(1), lambda: operator.add(1, 2, 3), lambda: operator.iconcat([1], 5), lambda: operator.matmul(1, 2), lambda: operator.lshift(1.0, 2), lambda: operator.setitem((1,), 0, 2), lambda: operator.delitem({}, 'k'), lambda: operator.pow(2, -1), lambda: operator.mod('%d', 'x'), lambda: operator.call(), lambda: operator.lt(1, 'a'), lambda: operator.contains(5, 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
