# itertools: each function with odd arguments, copies, reprs and errors.
import copy
import itertools as it
import operator

take = lambda n, x: list(it.islice(x, n))
print(take(4, it.count()), take(3, it.count(2.5, 0.5)), take(3, it.count(10, -3)), it.count(5), it.count(1, 2), it.count(1.5), take(2, it.count(2 ** 63 - 1)))
print(take(7, it.cycle('abc')), list(it.cycle('')), list(it.repeat('x', 3)), it.repeat(5), it.repeat('y', 2), list(it.repeat(1, -2)), it.repeat(1, 4).__length_hint__())
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([], initial=9)), list(it.accumulate('ab', initial='')),
      list(it.accumulate([1, 2, 3], operator.mul, initial=10)), list(it.accumulate([5], func=None)))
print(list(it.chain('ab', [1], ())), list(it.chain.from_iterable(['ab', 'c'])), list(it.compress('ABCDEF', [1, 0, 1, 0, 1])), list(it.dropwhile(str.isdigit, '12ab3')))
print(list(it.filterfalse(None, [0, 1, '', 'a'])), list(it.filterfalse(lambda x: x % 2, range(5))), [(k, list(g)) for k, g in it.groupby('aAbBBc', str.lower)],
      [(k, len(list(g))) for k, g in it.groupby([1, 1, 2, 1])])
groups = it.groupby('aabb')
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2), list(groups))
print(list(it.islice('abcdef', 2)), list(it.islice('abcdef', 1, None)), list(it.islice('abcdef', 1, 5, 2)), list(it.islice('abc', None)), list(it.islice('abc', 0)))
print(list(it.pairwise('abcd')), list(it.pairwise('a')), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.takewhile(lambda x: x < 3, [1, 2, 5, 1])))
a, b, c = it.tee('xyz', 3)
print(next(a), list(b), list(a), list(copy.copy(c)), list(c), it.tee([], 0), len(it.tee([1])))
print(list(it.zip_longest('ab', [1], fillvalue='-')), list(it.zip_longest()), list(it.product('ab', repeat=2)), list(it.product()), list(it.product('ab', [1, 2], repeat=0)))
print(list(it.permutations('abc', 2)), list(it.permutations([1, 2])), list(it.permutations('a', 3)), list(it.combinations('abcd', 2)), list(it.combinations('ab', 3)),
      list(it.combinations_with_replacement('ab', 2)), list(it.combinations_with_replacement('', 1)), list(it.combinations('', 0)))
for call in (lambda: it.islice([], -1), lambda: it.islice([], 0, -1), lambda: it.islice([], 0, 1, 0), lambda: it.islice([]), lambda: it.islice([], 'x'), lambda: it.count('a'),
             lambda: it.repeat(), lambda: it.repeat(1, 'x'), lambda: it.tee([], -1), lambda: it.tee(5), lambda: it.chain(5).__next__(), lambda: it.cycle(5),
             lambda: it.product('a', repeat=-1), lambda: it.permutations('ab', -1), lambda: it.combinations('ab', -1), lambda: it.combinations('ab'),
             lambda: list(it.starmap(pow, [5])), lambda: it.zip_longest('a', nope=1), lambda: it.product('a', x=1), lambda: it.groupby(), lambda: it.accumulate(5),
             lambda: list(it.accumulate([1, 'a'])), lambda: it.pairwise(5), lambda: it.permutations('ab', 'x'), lambda: it.compress('a'), lambda: list(it.dropwhile(5, [1])),
             lambda: it.takewhile(1), lambda: it.chain.from_iterable(), lambda: list(it.chain.from_iterable([1])), lambda: it.filterfalse(None), lambda: it.tee([], 'x')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(it.chain.__name__, type(it.count()).__module__, it.count(3, step=2), it.permutations(iterable='ab', r=1).__class__, list(it.accumulate(iterable=[1, 2], func=min)))
counter = it.count()
copied = copy.copy(counter)
print(next(counter), next(counter), next(copied), list(zip(it.count(), 'ab')), list(map(operator.add, it.count(), it.repeat(1, 3))))
