"""Queues in one thread and with workers: limits, order, joins, subclasses, time limits, and a pool of workers over a queue."""
# difftest: no-wasi (threads are not there)
import queue
import threading


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    box = kind() if kind is queue.SimpleQueue else kind(3)
    print(kind.__name__, box.empty(), box.qsize(), [box.put(n) for n in (5, 1, 3)], box.qsize(), box.empty(), getattr(box, 'full', lambda: '-')(), [box.get() for _ in range(3)])
    attempt('nowait', box.get_nowait)
    attempt('timeout', box.get, timeout=0.01)
    attempt('block', box.get, False)
    attempt('negative', box.get, timeout=-1)
    attempt('type', box.get, timeout='x')
    if kind is not queue.SimpleQueue:
        print([box.put_nowait(n) for n in range(3)], box.full(), box.maxsize, box.unfinished_tasks)
        attempt('full', box.put_nowait, 9)
        attempt('full', box.put, 9, timeout=0.01)
        attempt('full', box.put, 9, False)
        attempt('negative', box.put, 9, timeout=-1)
        print([box.task_done() for _ in range(6)])
        attempt('done', box.task_done)
        print(box.join())
print(queue.SimpleQueue().put(1, block=False, timeout=5), issubclass(queue.Empty, Exception), queue.Queue(0).full(), queue.Queue(-5).full(), queue.Queue[int], queue.SimpleQueue[str])
attempt('mixed', lambda: [box.put(item) for box in [queue.PriorityQueue()] for item in (1, 'a')])


class UniqueQueue(queue.Queue):
    """Each item is in it once."""

    def _init(self, maxsize):
        super()._init(maxsize)
        self.members = set()

    def _put(self, item):
        if item not in self.members:
            self.members.add(item)
            super()._put(item)

    def _get(self):
        item = super()._get()
        self.members.discard(item)
        return item


unique = UniqueQueue()
for item in 'abracadabra':
    unique.put(item)
print(unique.qsize(), ''.join(unique.get() for _ in range(unique.qsize())), unique.unfinished_tasks)


class Pool:
    """Workers that take jobs from a queue until they find None."""

    def __init__(self, size):
        self.jobs, self.results = queue.Queue(maxsize=4), queue.Queue()
        self.threads = [threading.Thread(target=self.work) for _ in range(size)]
        for thread in self.threads:
            thread.start()

    def work(self):
        while (job := self.jobs.get()) is not None:
            number, function, arguments = job
            try:
                self.results.put((number, function(*arguments), None))
            except Exception as error:
                self.results.put((number, None, error))
            finally:
                self.jobs.task_done()
        self.jobs.task_done()

    def map(self, function, *columns):
        count = 0
        for count, arguments in enumerate(zip(*columns), 1):
            self.jobs.put((count, function, arguments))
        self.jobs.join()
        return sorted((self.results.get() for _ in range(count)), key=lambda result: result[0])

    def close(self):
        for _ in self.threads:
            self.jobs.put(None)
        for thread in self.threads:
            thread.join()


pool = Pool(3)
print(pool.map(pow, range(8), [2] * 8))
print(pool.map(lambda a, b: a / b, [6, 1, 9], [3, 0, 2]))
pool.close()
print(pool.jobs.empty(), pool.jobs.unfinished_tasks, [thread.is_alive() for thread in pool.threads])
done = []
box = queue.Queue()
box.put('x')
waiter = threading.Thread(target=lambda: (box.join(), done.append('joined')))
waiter.start()
print(done, box.get(), box.task_done(), waiter.join(), done)
