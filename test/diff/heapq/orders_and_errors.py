"""heapq and bisect: order, errors, and lists that change while they are ordered."""

import bisect
import heapq
import random


class Asked:
    """Notes who is compared with whom."""

    log = []

    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        Asked.log.append((self.rank, other.rank))
        return self.rank < other.rank


def logged(function, *args):
    Asked.log.clear()
    result = function(*args)
    return getattr(result, "rank", result), list(Asked.log)


heap = []
for rank in (5, 3, 8, 1, 9, 2, 7, 3):
    print(logged(heapq.heappush, heap, Asked(rank)))
print([item.rank for item in heap])
print(logged(heapq.heappushpop, heap, Asked(0)), logged(heapq.heappushpop, heap, Asked(4)))
print(logged(heapq.heapreplace, heap, Asked(6)))
while heap:
    print(logged(heapq.heappop, heap))
items = [Asked(rank) for rank in (9, 4, 7, 1, 8, 2)]
print(logged(heapq.heapify, items), [item.rank for item in items])

dice = random.Random(5)
numbers = [dice.randrange(1000) for _ in range(500)]
heapq.heapify(numbers)
print([heapq.heappop(numbers) for _ in range(20)], numbers[:10])
pairs = [(dice.random(), str(i)) for i in range(100)]
heap = []
for pair in pairs:
    heapq.heappush(heap, pair)
print([heapq.heappop(heap) for _ in range(100)] == sorted(pairs))
largest = list(range(20))
heapq._heapify_max(largest)
print(largest, heapq._heappop_max(largest), heapq._heapreplace_max(largest, 3), largest)
print(list(heapq.merge([1, 4, 7], [2, 4, 9], [0])),
      list(heapq.merge("CA", "DB", reverse=True)), list(heapq.merge(["a", "BB"], ["cc"], key=len)))
print(heapq.nlargest(3, numbers), heapq.nsmallest(3, pairs, key=lambda pair: -pair[0]))

for wrong in (lambda: heapq.heappush((), 1), lambda: heapq.heappop([]), lambda: heapq.heappop(1),
              lambda: heapq.heapify((3, 1)), lambda: heapq.heapreplace([], 1),
              lambda: heapq.heappushpop({}, 1), lambda: heapq.heappush([], 1, 2),
              lambda: heapq.heappush([1, 2], "a"), lambda: heapq.heapify([1, None, 3]),
              lambda: heapq.heappush(heap=[], item=1), lambda: heapq.heappop()):
    try:
        print(wrong())
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)


class Emptying:
    def __lt__(self, other):
        victim.clear()
        return True


for change in (heapq.heapify, heapq.heappop, lambda heap: heapq.heappush(heap, Emptying())):
    victim = [Emptying() for _ in range(6)]
    try:
        print(change(victim))
    except RuntimeError as error:
        print(type(error).__name__, error)

row = [1, 3, 3, 3, 8]
for x in (0, 1, 3, 5, 9):
    print(bisect.bisect(row, x), bisect.bisect_left(row, x), bisect.bisect_right(a=row, x=x, lo=2),
          bisect.bisect_left(row, x, 1, 3), bisect.bisect(row, x, hi=None))
words = ["a", "bb", "dddd"]
bisect.insort(words, "ccc", key=len)
bisect.insort_left(words, "BB", key=len)
bisect.insort_right(words, "bb", lo=2)
print(words, bisect.bisect_left(range(0, 100, 7), 50), bisect.bisect("abd", "c"))
for wrong in (lambda: bisect.bisect(row, 1, -1), lambda: bisect.bisect(row, "a"), lambda: bisect.bisect(5, 1),
              lambda: bisect.bisect(row), lambda: bisect.insort((1, 2), 3), lambda: bisect.bisect(row, 1, 0, 99),
              lambda: bisect.bisect(row, 1, 0, 5, len), lambda: bisect.insort(row, 2, key=len),
              lambda: bisect.bisect(row, 1, 0.5)):
    try:
        print(wrong())
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)


class Kept(list):
    def insert(self, place, item):
        print("insert", place, item)
        super().insert(place, item)


kept = Kept([2, 4])
bisect.insort(kept, 3)
print(kept, bisect.insort is bisect.insort_right, bisect.bisect_right, heapq.heappush)
