"""Priority queues in lists: the smallest item is always first."""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest',
           'heappushpop']


def _sift_up(heap, first, place):
    """Moves the item at `place` towards the root until its parent is not larger."""
    item = heap[place]
    while place > first:
        parent = (place - 1) >> 1
        if not item < heap[parent]:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _sift_down(heap, place):
    """Moves smaller children up to a leaf, and then the item up from there."""
    end = len(heap)
    first = place
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _sift_up(heap, first, place)


def heappush(heap, item, /):
    """Adds an item."""
    heap.append(item)
    _sift_up(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Removes the smallest item and answers it."""
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _sift_down(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    """heappop, then heappush, in one."""
    if not heap:
        raise IndexError('index out of range')
    smallest = heap[0]
    heap[0] = item
    _sift_down(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    """heappush, then heappop, in one."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sift_down(heap, 0)
    return item


def heapify(x, /):
    """Makes a list a heap in linear time."""
    if not isinstance(x, list):
        raise TypeError(f'heapify() argument must be list, not {type(x).__name__}')
    for place in reversed(range(len(x) // 2)):
        _sift_down(x, place)


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
            _sift_down(entries, 0)
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
