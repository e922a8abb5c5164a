# difftest: no-wasi (threads)
# What the module threading builds on locks: events, conditions, barriers, semaphores, timers.
import threading


class Counter:
    def __init__(self):
        self.number = 0
        self.lock = threading.Lock()

    def run(self):
        for _ in range(1000):
            with self.lock:
                self.number += 1


counter = Counter()
threads = [threading.Thread(target=counter.run, name=f'w{i}') for i in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter.number, [t.name for t in threads], [t.is_alive() for t in threads])

event = threading.Event()
threading.Timer(0.02, event.set).start()
print(event.wait(5), event.is_set())

condition = threading.Condition()
items = []


def consume():
    with condition:
        condition.wait_for(lambda: items, timeout=5)
        print('items', items)


thread = threading.Thread(target=consume)
thread.start()
with condition:
    items.append(1)
    condition.notify_all()
thread.join()

barrier = threading.Barrier(3)
passed = []


def meet(number):
    barrier.wait()
    passed.append(number)


threads = [threading.Thread(target=meet, args=(i,)) for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(passed))

semaphore = threading.BoundedSemaphore(2)
with semaphore:
    print(semaphore.acquire(blocking=False), semaphore.acquire(blocking=False))
semaphore.release()
try:
    semaphore.release()
except ValueError as error:
    print(error)

local = threading.local()
local.a = 1
thread = threading.Thread(target=lambda: print(hasattr(local, 'a')))
thread.start()
thread.join()


def boom():
    raise ValueError('x')


threading.excepthook = lambda args: print('hook', args.exc_type.__name__, args.exc_value,
                                          args.thread.name)
thread = threading.Thread(target=boom, name='boomer')
thread.start()
thread.join()
print(threading.main_thread() is threading.current_thread(), threading.active_count())
