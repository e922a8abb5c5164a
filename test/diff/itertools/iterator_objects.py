# The iterators as objects: copies, pickles, reprs, lengths hinted, exhaustion, errors from what they iterate, changed containers, reentry.
import copy
import operator
import pickle
from itertools import accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest

MAKERS = {'count': lambda: count(3, 2), 'cycle': lambda: cycle('abc'), 'repeat': lambda: repeat('x', 4), 'chain': lambda: chain('ab', 'cd'), 'from_iterable': lambda: chain.from_iterable(['ab', 'cd']), 'compress': lambda: compress('abcde', [1, 0, 1, 1, 0]), 'dropwhile': lambda: dropwhile(str.islower, 'abCde'), 'takewhile': lambda: takewhile(str.islower, 'abCde'), 'filterfalse': lambda: filterfalse(str.isupper, 'aBcD'),
          'islice': lambda: islice('abcdefgh', 1, 7, 2), 'starmap': lambda: starmap(operator.add, [(1, 2), (3, 4), (5, 6)]), 'product': lambda: product('ab', [1, 2]), 'permutations': lambda: permutations('abc', 2), 'combinations': lambda: combinations('abcd', 2), 'with_replacement': lambda: combinations_with_replacement('abc', 2), 'accumulate': lambda: accumulate([1, 2, 3, 4], operator.mul), 'zip_longest': lambda: zip_longest('ab', 'cdef', fillvalue='-')}
for name, make in MAKERS.items():
    it = make()
    head = [next(it), next(it)]
    copied = copy.copy(it)
    rest = list(islice(copied, 3))
    print(name, head, rest, list(islice(pickle.loads(pickle.dumps(make())), 4)), operator.length_hint(make(), -1), iter(it) is it, type(it).__name__, hasattr(it, '__length_hint__'))
for it in (count(), count(5), count(1, 1), count(2.5, 0.5), count(1, 0), count(-3, -2), repeat(5), repeat('a', 3), repeat(None, -2)):
    print(it, end='; ')
print()
for name in ('chain', 'islice', 'accumulate', 'compress', 'takewhile', 'product', 'repeat'):
    it = MAKERS[name]()
    consumed = len(list(it))
    print(name, consumed, list(it), next(it, 'over'), end='; ')
print()


def failing(n):
    for k in range(n):
        yield k
    raise ValueError(f'after {n}')


USES = {'chain': lambda: chain([9], failing(2)), 'islice': lambda: islice(failing(2), 5), 'accumulate': lambda: accumulate(failing(2)), 'zip_longest': lambda: zip_longest(failing(2), 'abcd'), 'product': lambda: product(failing(2)), 'cycle': lambda: cycle(failing(2)), 'groupby': lambda: ((k, list(g)) for k, g in groupby(failing(2))), 'starmap': lambda: starmap(divmod, [(1, 1), (1, 0)]), 'compress': lambda: compress(failing(3), failing(2)), 'pairwise': lambda: pairwise(failing(2)), 'tee': lambda: tee(failing(2))[0], 'filterfalse': lambda: filterfalse(lambda x: 1 // x, [0]), 'dropwhile': lambda: dropwhile(lambda x: x.y, [1]), 'permutations': lambda: permutations(failing(2))}
for name, use in USES.items():
    seen = []
    try:
        for value in use():
            seen.append(value)
    except Exception as error:
        print(name, seen, type(error).__name__, error)
items = [1, 2, 3]
it = chain(items, items)
out = [next(it), items.append(4), *islice(it, 3), items.clear(), *it]
print(out)
growing = [1]
print(list(islice((growing.append(x + 1) or x for x in growing), 6)), growing)
groups = groupby('aabbbc')
first_key, first = next(groups)
second_key, second = next(groups)
print(first_key, list(first), second_key, next(second), [(key, list(group)) for key, group in groups], list(second))
pairs = tee(iter('abc'))
again = tee(pairs[1])
print(next(pairs[0]), next(again[0]), list(again[1]), list(pairs[0]), list(again[0]), copy.copy(tee('xy')[0]).__next__())
for call in (lambda: count('a'), lambda: count(1, 'b'), lambda: cycle(5), lambda: repeat(), lambda: repeat(1, 'a'), lambda: chain(5).__next__(), lambda: chain.from_iterable(5), lambda: next(chain.from_iterable([5])), lambda: islice('abc'), lambda: islice('abc', -1), lambda: islice('abc', 1, 2, 0), lambda: islice('abc', 'x'), lambda: islice('a', 1, 2, 3, 4), lambda: permutations('abc', -1), lambda: permutations('abc', 'x'), lambda: combinations('abc'), lambda: combinations('abc', -1), lambda: product('ab', repeat=-1), lambda: product('ab', repeat='x'), lambda: product('ab', other=1), lambda: zip_longest('ab', fill=1), lambda: tee('ab', -1), lambda: tee(5), lambda: groupby(5), lambda: groupby('a', 5).__next__(), lambda: accumulate('abc', func=5, initial=0).__next__(), lambda: list(accumulate('ab', 5)), lambda: compress('a'), lambda: compress(5, 5), lambda: starmap(pow, [5]).__next__(), lambda: pairwise(), lambda: takewhile(None, 'a').__next__(), lambda: count(1, 2, 3), lambda: dropwhile(5, 'a').__next__(), lambda: filterfalse(None, [0, 1, '']).__next__(), lambda: list(filterfalse(None, [0, 1, ''])), lambda: list(product(repeat=2)), lambda: list(permutations('ab', 3)), lambda: list(combinations('', 0)), lambda: len(repeat(1)), lambda: list(islice(count(), 2, 9, 3)), lambda: list(zip_longest()), lambda: count().__reduce__(), lambda: islice(count(), None, None).__next__()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

# the tuples of product, combinations, ... and dict.items() may be one object again and again, which shows only where nobody keeps them
class Item:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print('del', self.name, end=' ')


for make in (lambda items: product(items, items), lambda items: combinations(items, 2), lambda items: permutations(items, 2), lambda items: combinations_with_replacement(items, 2)):
    kept = list(make('abc'))
    print(len(set(map(id, kept))) == len(kept), kept[0], kept[-1], [pair for pair in make('ab')], [a + b for a, b in make('abc')])
    source = make('abcd')
    first = next(source)
    second = next(source)
    print(first, second, first is second, copy.copy(source).__next__(), next(source), first, sum(1 for _ in source), next(source, 'end'))
    made = make([Item('x'), Item('y'), Item('z')])
    for a, b in made:
        pass
    print(a, b, end=' ')
    del a, b
    print('rest', next(made, None), end=' ')
    del made
    print('gone')
table = {Item('k'): Item('v'), 'other': 2}
walk = iter(table.items())
key, value = next(walk)
del key, value
pair = next(walk)
print(pair, end=' ')
table.clear()
print('cleared', end=' ')
del walk
print('walked')
table = {n: str(n) for n in range(5)}
print([p for p in table.items()], list(table.items()), [(k, v) for k, v in reversed(table.items())], list(zip(table.items(), table.items()))[1], dict(table.items()) == table, max(table.items()), set(table.items()) == set(zip(range(5), '01234')))
walk = iter(table.items())
first = next(walk)
again = copy.copy(walk)
print(first, next(again), next(walk), next(walk) == next(again), walk.__reduce__()[1], walk.__length_hint__())


class Nested:
    """Its end reads on in the iterator that drops it."""

    def __del__(self):
        print('nested', next(walk, 'end'))


table = {'a': Nested(), 'b': 1, 'c': 2, 'd': 3}
walk = iter(table.items())
next(walk)
del table['a']
table['e'] = 4
for turn in range(4):
    try:
        print(next(walk, 'end'))
    except RuntimeError as error:
        print(error)
