"""A scheduler on heapq: priorities with ties, changed and cancelled jobs, merges of sorted logs, running medians, partial sorts."""
import heapq
import itertools
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    number: int
    name: str = field(compare=False)
    alive: bool = field(default=True, compare=False)


class Scheduler:
    """Jobs by priority, then by age; a changed or cancelled one stays in the heap, marked as dead."""

    def __init__(self):
        self.heap, self.by_name, self.counter = [], {}, itertools.count()

    def add(self, name, priority=0):
        if name in self.by_name:
            self.cancel(name)
        job = Job(priority, next(self.counter), name)
        self.by_name[name] = job
        heapq.heappush(self.heap, job)

    def cancel(self, name):
        self.by_name.pop(name).alive = False

    def take(self):
        while self.heap:
            job = heapq.heappop(self.heap)
            if job.alive:
                del self.by_name[job.name]
                return job.name
        raise KeyError('nothing to do')


scheduler = Scheduler()
for name, priority in (('write', 5), ('read', 1), ('sweep', 9), ('answer', 1), ('log', 5), ('read', 7), ('idle', 100)):
    scheduler.add(name, priority)
scheduler.cancel('sweep')
order = []
while scheduler.by_name:
    order.append(scheduler.take())
print(order, len(scheduler.heap))
try:
    scheduler.take()
except KeyError as error:
    print(error)

logs = [[(1, 'a'), (4, 'a'), (9, 'a')], [(2, 'b'), (4, 'b')], [], [(3, 'c')]]
print(list(heapq.merge(*logs)), [n for n, _ in heapq.merge(*[sorted(log, reverse=True) for log in logs], reverse=True)])
print(list(heapq.merge(['dog', 'horse'], ['cat', 'fish', 'kangaroo'], key=len)), list(heapq.merge()), list(heapq.merge([3, 1], [2])), list(itertools.islice(heapq.merge(itertools.count(0, 3), itertools.count(0, 2)), 8)))


def medians(numbers):
    low, high = [], []
    for number in numbers:
        heapq.heappush(high, -heapq.heappushpop(low, -number))
        if len(high) > len(low):
            heapq.heappush(low, -heapq.heappop(high))
        yield -low[0] if len(low) > len(high) else (high[0] - low[0]) / 2


print(list(medians([5, 3, 8, 1, 9, 2, 2, 7])))
words = 'the quick brown fox jumps over the lazy dog the end'.split()
print(heapq.nlargest(3, words, key=len), heapq.nsmallest(3, words, key=len), heapq.nlargest(0, words), heapq.nsmallest(-1, words), heapq.nlargest(100, [2, 1]), heapq.nsmallest(1, words, key=len), heapq.nlargest(1, [], key=len), heapq.nsmallest(2, iter('hello')))
print(heapq.nlargest(2, [('a', 1), ('b', 2), ('c', 2)], key=lambda p: p[1]), heapq.nsmallest(2, [1.0, 1, True]), heapq.nlargest(2, {'x': 3, 'y': 5}), heapq.nlargest(2, [True, 1, 1.0]))
heap = [9, 4, 7, 1, 3]
print(heapq.heapify(heap), heap, heapq.heapreplace(heap, 8), heapq.heappushpop(heap, 0), heapq.heappushpop(heap, 5), heap, heapq.heappushpop([], 1))
heap = ['b', 'a', 'c']
heapq._heapify_max(heap)
print(heap, heapq._heappop_max(heap), heapq._heapreplace_max(heap, 'a'), heap)


class Odd:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        if self.value == 13:
            raise RuntimeError('13 is not compared')
        return self.value < other.value


class Half:
    def __lt__(self, other):
        return NotImplemented


for label, call in {'pop': lambda: heapq.heappop([]), 'replace': lambda: heapq.heapreplace([], 1), 'tuple': lambda: heapq.heappush((), 1), 'heapify': lambda: heapq.heapify((2, 1)), 'none': lambda: heapq.heappop(None), 'mixed': lambda: heapq.heapify([1, 'a']), 'push mixed': lambda: heapq.heappush(['a'], 1),
                    'raise': lambda: heapq.heapify([Odd(1), Odd(13), Odd(2)]), 'half': lambda: heapq.heapify([Half(), Half()]), 'n': lambda: heapq.nlargest('x', [1]), 'n float': lambda: heapq.nsmallest(1.5, [1, 2, 3]), 'not iterable': lambda: heapq.nlargest(2, 5), 'key': lambda: heapq.nsmallest(2, [1, 2], key=5), 'merge': lambda: list(heapq.merge(5)), 'no arguments': lambda: heapq.heappush(), 'keywords': lambda: heapq.heappush(heap=[], item=1)}.items():
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)
dist = {'a': 0}
graph = {'a': {'b': 7, 'c': 3}, 'b': {'d': 2}, 'c': {'b': 1, 'd': 8}, 'd': {}}
frontier = [(0, 'a')]
while frontier:
    length, node = heapq.heappop(frontier)
    if length > dist[node]:
        continue
    for other, weight in graph[node].items():
        if length + weight < dist.get(other, 10 ** 9):
            dist[other] = length + weight
            heapq.heappush(frontier, (dist[other], other))
print(dist)
