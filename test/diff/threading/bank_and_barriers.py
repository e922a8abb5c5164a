"""Accounts under locks, a barrier with an action, conditions, bounded semaphores, events, timers, local data, excepthook, every error."""
# difftest: no-wasi (threads are not there)
import threading
import time


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).split(' at 0x')[0])


class Account:
    numbers = iter(range(1000))

    def __init__(self, amount):
        self.amount, self.lock, self.number = amount, threading.RLock(), next(Account.numbers)

    def transfer(self, other, amount):
        first, second = sorted((self, other), key=lambda account: account.number)
        with first.lock, second.lock:
            if self.amount < amount:
                return False
            self.amount -= amount
            other.amount += amount
            return True


def run(*targets):
    threads = [threading.Thread(target=target) for target in targets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


accounts = [Account(100) for _ in range(4)]
run(*[lambda k=k: [accounts[(k + n) % 4].transfer(accounts[(k * n + 1) % 4], n % 7) for n in range(200)] for k in range(4)])
print(sum(account.amount for account in accounts), all(account.amount >= 0 for account in accounts))

phases = []
barrier = threading.Barrier(3, action=lambda: phases.append('all there'), timeout=10)
indexes = []
run(*[lambda: [indexes.append(barrier.wait()) for _ in range(2)]] * 3)
print(phases, sorted(indexes), barrier.parties, barrier.n_waiting, barrier.broken)
barrier.abort()
print(barrier.broken)
attempt('broken', barrier.wait)
barrier.reset()
attempt('too few', barrier.wait, timeout=0.01)
failing = threading.Barrier(1, action=lambda: 1 / 0)
attempt('action', failing.wait)
print(failing.broken, threading.Barrier(1).wait())

condition, items, taken = threading.Condition(), [], []


def consume():
    while True:
        with condition:
            if not condition.wait_for(lambda: items, timeout=10):
                return
            item = items.pop(0)
        if item is None:
            return
        taken.append(item)


def produce():
    for n in range(20):
        with condition:
            items.append(n)
            condition.notify()
    with condition:
        items.extend([None, None])
        condition.notify_all()


run(consume, consume, produce)
print(sorted(taken) == list(range(20)), items)
with condition:
    print(condition.wait(0.01), condition.wait_for(lambda: False, 0.01), condition.wait_for(lambda: 'truth'))
attempt('not held', condition.wait)
attempt('not held', condition.notify)
attempt('release', condition.release)

bounded = threading.BoundedSemaphore(2)
print(bounded.acquire(), bounded.acquire(blocking=False), bounded.acquire(False), bounded.acquire(timeout=0.01), bounded.release(2), bounded.release.__name__)
attempt('too often', bounded.release)
attempt('count', threading.Semaphore(1).release, 0)
attempt('negative', threading.Semaphore, -1)
attempt('timeout', threading.Semaphore().acquire, False, 5)
event = threading.Event()
print(event.is_set(), event.wait(0.01), event.set(), event.wait(), event.is_set(), event.clear(), repr(event).split(' at ')[0], repr(event).split(': ')[1])
lock, rlock = threading.Lock(), threading.RLock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01), lock.release(), lock.locked(), rlock.acquire(), rlock.acquire(), rlock.release(), rlock.release(), repr(lock).split(' at ')[0], repr(rlock).split(' at ')[0])
for label, call in {'unlocked': lock.release, 'unheld': rlock.release, 'timeout': lambda: lock.acquire(False, 1), 'negative': lambda: lock.acquire(timeout=-5), 'large': lambda: lock.acquire(timeout=1e30), 'type': lambda: lock.acquire(timeout='x'), 'start twice': lambda: (lambda t: (t.start(), t.start()))(threading.Thread(target=int)), 'join early': lambda: threading.Thread(target=int).join(), 'join self': lambda: threading.current_thread().join(), 'group': lambda: threading.Thread(group=5), 'daemon': lambda: setattr(threading.current_thread(), 'daemon', True), 'target': lambda: threading.Thread(5), 'stack': lambda: threading.stack_size(5), 'get_ident': lambda: threading.get_ident() == threading.main_thread().ident, 'name': lambda: threading.current_thread().name, 'native': lambda: threading.get_native_id() > 0, 'max': lambda: threading.TIMEOUT_MAX > 1e9}.items():
    attempt(label, call)

local = threading.local()
local.value = 'main'
seen = []


def look():
    seen.append(hasattr(local, 'value'))
    local.value = 'other'


class Greeting(threading.local):
    made = 0

    def __init__(self, word):
        self.word = word
        Greeting.made += 1


greeting = Greeting('hi')
run(look, lambda: seen.append(greeting.word))
print(seen, local.value, Greeting.made, greeting.__dict__)


class Counter(threading.Thread):
    def __init__(self, limit):
        super().__init__(name=f'counter-{limit}', daemon=True)
        self.limit, self.total = limit, 0

    def run(self):
        for n in range(self.limit):
            self.total += n


counter = Counter(5)
print(repr(counter), counter.is_alive(), counter.ident, counter.daemon, counter.start(), counter.join(), counter.total, counter.is_alive(), repr(counter)[:24], counter.join(timeout=0))
caught = []
threading.excepthook, hook = lambda args: caught.append((args.exc_type.__name__, str(args.exc_value), args.thread.name)), threading.excepthook
failing = threading.Thread(target=lambda: [].pop(), name='failing')
failing.start()
failing.join()
print(caught, threading.excepthook is not hook, threading.__excepthook__ is hook)
threading.excepthook = hook
started = time.monotonic()
timer = threading.Timer(0.01, taken.append, ['timed'])
timer.start()
timer.join()
cancelled = threading.Timer(100, print)
cancelled.start()
cancelled.cancel()
cancelled.join()
print(taken[-1], cancelled.finished.is_set(), time.monotonic() - started < 50, threading.active_count(), [thread.name for thread in threading.enumerate()])
quiet = threading.Thread(target=lambda: (_ for _ in ()).throw(SystemExit(3)))
quiet.start()
quiet.join()
print(threading.settrace(None), threading.gettrace(), threading.Thread(name='n', args=(1,), kwargs={'a': 2}).name, [threading.Thread(target=look).name.split('-')[0] for _ in range(2)])
