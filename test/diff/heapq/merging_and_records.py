"""heapq: merge in full, nlargest and nsmallest with keys, stability, heaps of records, subclasses, changes while comparing."""
import heapq
import itertools
import operator


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Loud:
    """An item that counts comparisons and only knows `<`."""

    count = 0

    def __init__(self, rank, name=''):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        Loud.count += 1
        return self.rank < other.rank

    def __repr__(self):
        return f'{self.rank}{self.name}'


print(heapq.__all__)
streams = [[1, 4, 7], [], [2, 4, 8, 9], (0, 10), range(3, 6), iter([4])]
print(list(heapq.merge(*streams)), list(heapq.merge()), list(heapq.merge([1, 2, 3])), list(heapq.merge([3, 1, 2], [2])))
print(list(heapq.merge('zca', 'yb', reverse=True)), list(heapq.merge(['dog', 'horse'], ['cat', 'fish', 'kangaroo'], key=len)))
print(list(heapq.merge(['horse', 'dog'], ['kangaroo', 'fish', 'cat'], key=len, reverse=True)))
stable = [[Loud(1, 'a'), Loud(2, 'b')], [Loud(1, 'c'), Loud(2, 'd')], [Loud(1, 'e')]]
print(list(heapq.merge(*stable)), list(heapq.merge(*stable, key=operator.attrgetter('rank'))))
endless = heapq.merge(itertools.count(0, 3), itertools.count(1, 5))
print([next(endless) for _ in range(12)], type(endless))
attempt('raises inside', lambda: list(heapq.merge([1, 2], (1 // x for x in (1, 0)))))
attempt('mixed', lambda: list(heapq.merge([1], ['a'])))
attempt('not iterable', lambda: list(heapq.merge([1], 5)))
attempt('lazy', lambda: type(heapq.merge(5)).__name__)
attempt('key positional', lambda: list(heapq.merge([1], None, 3)))

words = 'the quick brown fox jumps over the lazy dog and runs away from a big grey wolf'.split()
for n in (-1, 0, 1, 2, 5, 99):
    print(n, heapq.nlargest(n, words), heapq.nsmallest(n, words), heapq.nlargest(n, words, key=len), heapq.nsmallest(n, words, len))
    assert heapq.nlargest(n, words, len) == sorted(words, key=len, reverse=True)[:max(n, 0)]
    assert heapq.nsmallest(n, iter(words), key=len) == sorted(words, key=len)[:max(n, 0)]
print(heapq.nlargest(3, {'a': 3, 'b': 1}.items(), key=operator.itemgetter(1)), heapq.nsmallest(2, 'hello'), heapq.nlargest(1, [], key=len))
attempt('n', heapq.nlargest, '2', [1])
attempt('iterable', heapq.nsmallest, 2, 5)
attempt('one of none', lambda: heapq.nsmallest(1, []))
attempt('one with key', lambda: heapq.nsmallest(1, words, key=lambda word: word.nothing))
attempt('incomparable', heapq.nlargest, 2, [1, 'a', 2])

Loud.count = 0
heap = [Loud((n * 37) % 101) for n in range(100)]
heapq.heapify(heap)
made = Loud.count
ordered = [heapq.heappop(heap).rank for _ in range(100)]
print(ordered == sorted(ordered), made, Loud.count)
Loud.count = 0
for n in range(50):
    heapq.heappush(heap, Loud(n * 7 % 50))
print(Loud.count, heapq.heappushpop(heap, Loud(-1)), heapq.heappushpop(heap, Loud(3, 'x')), heapq.heapreplace(heap, Loud(99)), len(heap), Loud.count)
print(heapq.heappushpop([], 5), heapq.heappushpop([5], 5.0))

for name in ('heappop', 'heapify'):
    for value in ((), 'abc', 5, None, {1: 2}):
        attempt(name, getattr(heapq, name), value)
for name in ('heappush', 'heappushpop', 'heapreplace'):
    for value in ((), None):
        attempt(name, getattr(heapq, name), value, 1)
attempt('pop of empty', heapq.heappop, [])
attempt('replace of empty', heapq.heapreplace, [], 1)
attempt('push mixed', heapq.heappush, ['a'], 1)
attempt('heapify mixed', heapq.heapify, [1, 'a', 2])
attempt('arguments', heapq.heappush, [1])
attempt('keywords', lambda: heapq.heappush(heap=[], item=1))


class Heap(list):
    def append(self, value):
        print('  append is not called')

    def pop(self, *args):
        print('  pop is not called')


mine = Heap([3, 1, 2])
heapq.heapify(mine)
heapq.heappush(mine, 0)
print(mine, heapq.heappop(mine), mine, type(mine))


class Spoiler:
    """Its comparison changes the heap it lies in."""

    def __init__(self, heap):
        self.heap = heap

    def __lt__(self, other):
        self.heap.clear()
        return True


for name in ('heappop', 'heapify', 'heapreplace', 'heappushpop', 'heappush'):
    heap = []
    heap.extend(Spoiler(heap) for _ in range(5))
    attempt('changed', getattr(heapq, name), heap, *([Spoiler(heap)] if name not in ('heappop', 'heapify') else []))
    print(len(heap))

for name in ('_heapify_max', '_heappop_max', '_heapreplace_max'):
    numbers = [3, 9, 4, 1]
    heapq._heapify_max(numbers)
    print(name, getattr(heapq, name)(numbers, *([5] if 'replace' in name else [])), numbers)
