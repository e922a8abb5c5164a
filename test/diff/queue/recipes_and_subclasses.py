"""queue: own queues by overriding the hooks, priorities with ties, task accounting, timeouts, SimpleQueue, wrong arguments, bounded producers."""
import queue
import time


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


print(sorted(queue.__all__), queue.Empty.__mro__, queue.Full.__mro__, queue.Empty.__module__, queue.Full.__qualname__)


class UniqueQueue(queue.Queue):
    """Keeps each item once, in order."""

    def _init(self, maxsize):
        self.queue = {}

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.setdefault(item, None)

    def _get(self):
        item = next(iter(self.queue))
        del self.queue[item]
        return item


unique = UniqueQueue(maxsize=3)
for item in 'abcab':
    attempt('put ' + item, unique.put, item, False)
print(unique.qsize(), unique.full(), unique.empty(), unique.unfinished_tasks, unique.maxsize, [unique.get() for _ in range(unique.qsize())])


class Loud(queue.LifoQueue):
    def _put(self, item):
        print('  put', item)
        super()._put(item)

    def _get(self):
        item = super()._get()
        print('  get', item)
        return item


loud = Loud()
for item in range(3):
    loud.put_nowait(item)
print(loud.get(), loud.get(True, 0.01), loud.get_nowait())
attempt('empty', loud.get_nowait)
attempt('empty', loud.get, timeout=0.001)
attempt('empty', loud.get, block=False)

jobs = queue.PriorityQueue()
for priority, name in ((5, 'write'), (1, 'plan'), (3, 'test'), (1, 'ask')):
    jobs.put((priority, name))
print(jobs.queue[0], [jobs.get() for _ in range(4)])
jobs.put((1, {}))
attempt('tie', jobs.put, (1, {}))
print(jobs.qsize(), jobs.unfinished_tasks)
attempt('mixed', jobs.put, 'text')
print(jobs.qsize())

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    box = kind(2)
    box.put(1)
    box.put(2)
    attempt(kind.__name__, box.put, 3, block=False)
    attempt(kind.__name__, box.put_nowait, 3)
    attempt(kind.__name__, box.put, 3, timeout=0.001)
    attempt(kind.__name__, box.put, 3, True, -1)
    attempt(kind.__name__, box.get, True, -0.5)
    attempt(kind.__name__, box.put, 3, False, -1)
    attempt(kind.__name__, box.get, timeout='soon')
    print(box.queue, box.maxsize, box.full())
    box.task_done()
    box.task_done()
    attempt(kind.__name__, box.task_done)
    box.join()
    attempt(kind.__name__, lambda: kind('size').maxsize)
    attempt(kind.__name__, lambda: kind('size').full())
    attempt(kind.__name__, kind, 1, 2)
    attempt(kind.__name__, lambda: kind(maxsize=-3).full())
    attempt(kind.__name__, box.get_nowait, 1)

simple = queue.SimpleQueue()
print(simple.put(1), simple.put(2, False), simple.put(3, block=True, timeout=5), simple.put_nowait(4), simple.qsize(), simple.empty())
print(simple.get(), simple.get(True), simple.get(timeout=1), simple.get_nowait(), simple.empty())
attempt('simple', simple.get, False)
attempt('simple', simple.get, timeout=0.001)
attempt('simple', simple.get, True, -1)
attempt('simple', simple.get_nowait)
attempt('simple', simple.put)
attempt('simple', queue.SimpleQueue, 5)
attempt('simple', lambda: simple.maxsize)
attempt('simple', lambda: simple.join())
attempt('simple', simple.get, 'a', 'b', 'c')
print(type(simple).__name__, type(simple).__module__, queue.SimpleQueue is type(simple), bool(simple))


class Sub(queue.SimpleQueue):
    def put(self, item, *rest):
        super().put(('sub', item), *rest)


sub = Sub()
sub.put(5)
sub.extra = 1
print(sub.get(), sub.extra)

started = time.monotonic()
attempt('waits', queue.Queue().get, timeout=0.05)
print(time.monotonic() - started >= 0.045)
print(isinstance(queue.Queue().mutex, type(__import__('threading').Lock())), queue.Queue()[0] if False else 'no items', queue.Queue[int], queue.SimpleQueue[str])
