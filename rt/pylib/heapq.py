"""Priority queues in lists: the smallest item is always first."""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest',
           'heappushpop']


from _heapq import (_heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop,
                    heapreplace)


def merge(*iterables, key=None, reverse=False):
    """Merges sorted inputs into one sorted iterator, reading one item of each ahead."""
    arrange, pop, exchange = (_heapify_max, _heappop_max, _heapreplace_max) if reverse else (heapify, heappop, heapreplace)
    step = -1 if reverse else 1
    heap = []
    for order, iterator in enumerate(map(iter, iterables)):
        for value in iterator:
            heap.append([value if key is None else key(value), order * step, value, iterator])
            break
    arrange(heap)
    while len(heap) > 1:
        entry = heap[0]
        yield entry[2]
        for value in entry[3]:
            entry[0] = value if key is None else key(value)
            entry[2] = value
            exchange(heap, entry)
            break
        else:
            pop(heap)
    if heap:
        yield heap[0][2]
        yield from heap[0][3]


def _best(n, iterable, key, order, step, arrange, exchange, is_better):
    """The n items that come first where `is_better` says what does; of equal items those that came first."""
    iterator = iter(iterable)
    heap = [(item if key is None else key(item), place, item) for place, item in zip(range(0, n * step, step), iterator)]
    if not heap:
        return heap
    arrange(heap)
    worst = heap[0][0]
    place = n * step
    for item in iterator:
        rank = item if key is None else key(item)
        if is_better(rank, worst):
            exchange(heap, (rank, place, item))
            worst = heap[0][0]
            place += step
    heap.sort(reverse=order)
    return [entry[2] for entry in heap]


def _first(iterable, key, choose):
    nothing = object()
    result = choose(iterable, default=nothing, key=key)
    return [] if result is nothing else [result]


def _is_short(n, iterable):
    """May all of the items be sorted?"""
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        return False
    return n >= size


def nsmallest(n, iterable, key=None):
    """The n smallest items, smallest first."""
    if n == 1:
        return _first(iterable, key, min)
    if _is_short(n, iterable):
        return sorted(iterable, key=key)[:n]
    return _best(n, iterable, key, False, 1, _heapify_max, _heapreplace_max, lambda rank, worst: rank < worst)


def nlargest(n, iterable, key=None):
    """The n largest items, largest first."""
    if n == 1:
        return _first(iterable, key, max)
    if _is_short(n, iterable):
        return sorted(iterable, key=key, reverse=True)[:n]
    return _best(n, iterable, key, True, -1, heapify, heapreplace, lambda rank, worst: worst < rank)
