# heapq: the functions, merge, nlargest and nsmallest with keys, objects that compare oddly, errors.
import heapq
import random

rng = random.Random(5)
heap = []
for value in rng.sample(range(100), 20):
    heapq.heappush(heap, value)
print(heap, heapq.heappop(heap), heapq.heappushpop(heap, 1), heapq.heapreplace(heap, 50), heap)
data = [rng.randrange(30) for _ in range(25)]
heapq.heapify(data)
print(data, [heapq.heappop(data) for _ in range(len(data))])
print(list(heapq.merge([1, 4, 7], [2, 4], [], range(3, 9, 3))), list(heapq.merge('aC', 'Bd', key=str.lower)),
      list(heapq.merge([5, 3, 1], [6, 2], reverse=True)), list(heapq.merge()))
print(list(heapq.merge(['bb', 'a'], ['ccc'], key=len, reverse=True)), list(heapq.merge([(1, 'x')], [(1, 'y'), (2, 'z')], key=lambda p: p[0])))
words = 'the quick brown fox jumps over the lazy dog'.split()
for n in (-1, 0, 1, 2, 3, 100):
    print(n, heapq.nlargest(n, words), heapq.nsmallest(n, words, key=len), heapq.nlargest(n, words, len))
print(heapq.nsmallest(2, iter([3, 1, 2])), heapq.nlargest(1, [], key=abs), heapq.nsmallest(1, []))


class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print('lt', self.n, other.n)
        return self.n < other.n

    def __repr__(self):
        return f'Odd({self.n})'


odds = [Odd(3), Odd(1), Odd(2)]
heapq.heapify(odds)
print(odds, heapq.heappop(odds), odds)
heapq.heappush(odds, Odd(0))
print(odds, heapq.nlargest(2, odds))
for call in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappushpop([], 1), lambda: heapq.heappush((), 1),
             lambda: heapq.heapify((3, 1)), lambda: heapq.heapify([1, 'a', 2]), lambda: heapq.nlargest('x', []), lambda: heapq.heappush([]),
             lambda: heapq.nsmallest(2, [1, 'a']), lambda: list(heapq.merge([1], ['a'])), lambda: heapq.heapify(None), lambda: heapq.nlargest(2, 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Shrinking(list):
    pass


sub = Shrinking([3, 2, 1])
heapq.heapify(sub)
print(sub, type(sub), heapq.heappushpop(sub, 0), sub)
print(heapq._heapify_max is not None, heapq.nlargest(3, {1: 'a', 5: 'b', 3: 'c'}), heapq.nsmallest(3, 'heap'))
