# The recipes of the documentation and some more, each used: lazily, with side effects counted, on infinite and one-shot iterators.
import collections
import functools
import math
import operator
import random
from itertools import accumulate, chain, combinations, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest


def take(n, iterable):
    return list(islice(iterable, n))


def tabulate(function, start=0):
    return map(function, count(start))


def consume(iterator, n=None):
    collections.deque(iterator, maxlen=0) if n is None else next(islice(iterator, n, n), None)


def nth(iterable, n, default=None):
    return next(islice(iterable, n, None), default)


def all_equal(iterable):
    groups = groupby(iterable)
    return next(groups, True) and not next(groups, False)


def grouper(iterable, n, *, incomplete='fill', fillvalue=None):
    args = [iter(iterable)] * n
    if incomplete == 'strict':
        return zip(*args, strict=True)
    return zip_longest(*args, fillvalue=fillvalue) if incomplete == 'fill' else zip(*args)


def sliding_window(iterable, n):
    it = iter(iterable)
    window = collections.deque(islice(it, n - 1), maxlen=n)
    for x in it:
        window.append(x)
        yield tuple(window)


def roundrobin(*iterables):
    active, nexts = len(iterables), cycle(iter(it).__next__ for it in iterables)
    while active:
        try:
            for next in nexts:
                yield next()
        except StopIteration:
            active -= 1
            nexts = cycle(islice(nexts, active))


def partition(pred, iterable):
    t1, t2 = tee(iterable)
    return filterfalse(pred, t1), filter(pred, t2)


def powerset(iterable):
    s = list(iterable)
    return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))


def unique_everseen(iterable, key=None):
    seen = set()
    for element in iterable:
        k = element if key is None else key(element)
        if k not in seen:
            seen.add(k)
            yield element


def iter_except(function, exception, first=None):
    try:
        if first is not None:
            yield first()
        while True:
            yield function()
    except exception:
        pass


def sieve(n):
    data = bytearray((0, 1)) * (n // 2)
    data[:3] = 0, 0, 0
    limit = math.isqrt(n) + 1
    for p in compress(range(limit), data):
        data[p * p:n:p + p] = bytes(len(range(p * p, n, p + p)))
    data[2] = 1
    return compress(range(n), data)


print(take(5, tabulate(lambda x: x * x, 3)), nth('abcdef', 3), nth('ab', 9, '-'), all_equal('aaa'), all_equal('aab'), all_equal(''), next(chain([0], 'ab')))
print(list(map(''.join, grouper('abcdefg', 3, fillvalue='.'))), list(grouper('abcdefg', 3, incomplete='ignore')), list(sliding_window('abcdef', 4)), ''.join(roundrobin('abc', 'd', 'ef')), list(pairwise('abcd')))
try:
    list(grouper('abcdefg', 3, incomplete='strict'))
except ValueError as error:
    print(error)
odd, even = partition(lambda x: x % 2 == 0, range(10))
print(list(odd), list(even), list(powerset('abc')), list(unique_everseen('ABBcCAD', str.lower)), take(4, (k for k, _ in groupby('AAAABBBCCDAAB'))), list(iter_except([3, 2, 1].pop, IndexError)), list(sieve(50)))
print(list(accumulate([1, 2, 3, 4], operator.mul)), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate('abc', initial='>')), list(starmap(pow, [(2, 5), (3, 2)])), sum(map(operator.mul, [1, 2, 3], repeat(2))), list(islice(cycle('ab'), 1, 8, 2)), list(dropwhile(str.isspace, '  a b')), list(takewhile(lambda x: x < 5, [1, 4, 6, 3])))
letters = iter('abcdefgh')
consume(letters, 3)
first, second, third = tee(letters, 3)
print(next(first), next(first), next(second), list(third), list(first), list(second), list(letters))
matrix = [(1, 2, 3), (4, 5, 6)]
print(list(zip(*matrix)), [[sum(map(operator.mul, row, column)) for column in zip(*matrix)] for row in matrix], list(chain.from_iterable(matrix)), math.prod(chain(*matrix)))


def polynomial(roots):
    return functools.reduce(lambda a, b: [x - b * y for x, y in zip(chain(a, [0]), chain([0], a))], roots, [1])


print(polynomial([5, -4, 3]), sum(1 for p in permutations(range(6)) if all(i != v for i, v in enumerate(p))), [''.join(p) for p in product('01', repeat=3)][::3], max(combinations([3, 9, 1, 7], 2), key=sum))
random.seed(8)
print(tuple(map(random.choice, [('a', 'b'), (1, 2), 'xyz'])), tuple(sorted(random.sample(range(10), 4))))


def merge(*iterables):
    queue = collections.deque(map(iter, iterables))
    heads = [(next(it), n, it) for n, it in enumerate(queue)]
    while heads:
        heads.sort(key=lambda head: head[:2])
        value, n, it = heads.pop(0)
        yield value
        for value in islice(it, 1):
            heads.append((value, n, it))


print(list(merge([1, 4, 7], (2, 5), range(0, 9, 3))), [(key, sum(1 for _ in group)) for key, group in groupby(sorted('mississippi'))], ''.join(f'{key}{len(list(group))}' for key, group in groupby('aaabccd')))
calls = []
lazy = map(lambda x: calls.append(x) or x, count())
print(next(lazy), take(2, lazy), calls, next(filterfalse(lambda x: x < 7, lazy)), calls)
