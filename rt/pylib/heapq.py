"""Priority queues in lists: the smallest item is always first."""

from _heapq import (
    _heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest',
           'heappushpop']


class _Largest:
    """Turns the order of an item around."""
    __slots__ = ('item',)

    def __init__(self, item):
        self.item = item

    def __lt__(self, other):
        return other.item < self.item


def merge(*iterables, key=None, reverse=False):
    """Merges sorted inputs into one sorted iterator, reading one item of each ahead."""
    heap = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            ranked = value if key is None else key(value)
            if reverse:
                ranked = _Largest(ranked)
            heap.append([ranked, order, value, iterator])
            break
    entries = [_Entry(entry) for entry in heap]
    heapify(entries)
    while entries:
        entry = entries[0].entry
        yield entry[2]
        for value in entry[3]:
            ranked = value if key is None else key(value)
            entry[0] = _Largest(ranked) if reverse else ranked
            entry[2] = value
            heapreplace(entries, entries[0])
            break
        else:
            heappop(entries)


class _Entry:
    """An input of merge: ordered by its next item's rank, then by its place among the inputs."""
    __slots__ = ('entry',)

    def __init__(self, entry):
        self.entry = entry

    def __lt__(self, other):
        mine, theirs = self.entry, other.entry
        if mine[0] < theirs[0]:
            return True
        if theirs[0] < mine[0]:
            return False
        return mine[1] < theirs[1]


def nsmallest(n, iterable, key=None):
    """The n smallest items, smallest first."""
    if n == 1:
        nothing = object()
        result = min(iterable, default=nothing, key=key)
        return [] if result is nothing else [result]
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n largest items, largest first."""
    if n == 1:
        nothing = object()
        result = max(iterable, default=nothing, key=key)
        return [] if result is nothing else [result]
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
