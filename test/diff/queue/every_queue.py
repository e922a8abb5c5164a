# queue: the kinds of queues, limits, timeouts, task_done, order of priorities, errors.
# difftest: no-wasi (there are no threads)
import queue
import threading

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = kind()
    for item in (3, 1, 2):
        q.put(item)
    print(kind.__name__, q.qsize(), q.empty(), [q.get() for _ in range(3)], q.empty())
    for call in (lambda: q.get_nowait(), lambda: q.get(False), lambda: q.get(timeout=0.01), lambda: q.get(timeout=-1), lambda: q.get(True, -0.5)):
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error, repr(error))
q = queue.Queue(2)
q.put('a')
q.put('b', timeout=1)
print(q.full(), q.maxsize, q.unfinished_tasks)
for call in (lambda: q.put_nowait('c'), lambda: q.put('c', False), lambda: q.put('c', timeout=0.01), lambda: q.put('c', timeout=-1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(q.get(), q.task_done(), q.get(), q.task_done(), q.unfinished_tasks)
try:
    q.task_done()
except ValueError as error:
    print(error)
q.join()
p = queue.PriorityQueue()
for item in ((2, 'b'), (1, 'z'), (1, 'a')):
    p.put(item)
print([p.get()[1] for _ in range(3)])
p.put((1, {}))
try:
    p.put((1, {}))
except TypeError as error:
    print(error)


class Unique(queue.Queue):
    def _init(self, maxsize):
        self.queue = {}

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue[item] = True

    def _get(self):
        return self.queue.popitem()[0]


u = Unique()
for item in 'abca':
    u.put(item)
print(u.qsize(), u.get(), u.get(), u.get(), u.unfinished_tasks)
work, done = queue.Queue(), queue.SimpleQueue()


def worker():
    while True:
        item = work.get()
        if item is None:
            work.task_done()
            return
        done.put(item * item)
        work.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for thread in threads:
    thread.start()
for n in range(20):
    work.put(n)
work.join()
for _ in threads:
    work.put(None)
for thread in threads:
    thread.join()
print(sorted(done.get() for _ in range(done.qsize())), work.unfinished_tasks, work.empty())
blocked = queue.Queue(1)
blocked.put(1)
threading.Timer(0.02, blocked.get).start()
print(blocked.put(2, timeout=10), blocked.get(timeout=10))
print(issubclass(queue.Empty, Exception), queue.Empty.__module__, queue.Full.__name__, queue.Queue[int], queue.SimpleQueue().put_nowait(1), queue.Queue(-1).full())
