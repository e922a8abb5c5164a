# threading: locks, conditions, semaphores, events, barriers, timers, locals, threads' attributes, hooks, errors.
# difftest: no-wasi (there are no threads)
import threading

lock, rlock = threading.Lock(), threading.RLock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01), lock.release(), lock.locked(), repr(lock).split(' at ')[0])
with rlock:
    print(rlock.acquire(), rlock.acquire(blocking=False), rlock.release(), rlock.release())
with lock as held:
    print(held)
for call in (lambda: lock.release(), lambda: rlock.release(), lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-5), lambda: lock.acquire(timeout=1e30), lambda: threading.Semaphore(-1), lambda: threading.Condition().wait(), lambda: threading.Condition().notify(), lambda: threading.Thread(group=1), lambda: threading.Thread(target=int).join(), lambda: threading.current_thread().join(), lambda: threading.Thread.__init__.__name__, lambda: threading.BoundedSemaphore(1).release(), lambda: threading.Timer(1), lambda: threading.stack_size(5), lambda: threading.Semaphore().release(0)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
s = threading.BoundedSemaphore(2)
print(s.acquire(), s.acquire(), s.acquire(False), s.acquire(timeout=0.01), s.release(2), repr(s).split(': ')[-1] if ': ' in repr(s) else repr(s).split(' at ')[0])
e = threading.Event()
print(e.is_set(), e.wait(0.01), e.set(), e.wait(), e.clear(), e.is_set())
c = threading.Condition()
ready = []


def consumer(n):
    with c:
        c.wait_for(lambda: ready)
        ready.append(n)


threads = [threading.Thread(target=consumer, args=(n,), name=f'consumer-{n}') for n in range(3)]
for t in threads:
    t.start()
with c:
    ready.append('go')
    c.notify_all()
for t in threads:
    t.join()
print(ready[0], sorted(ready[1:]), [t.name for t in threads], [t.is_alive() for t in threads], c.acquire(), c.wait(0.01), c.wait_for(lambda: False, 0.01), c.release())
b = threading.Barrier(3, action=lambda: order.append('action'))
order = []


def meet():
    order.append(('index', b.wait() in (0, 1, 2)))


threads = [threading.Thread(target=meet) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(order, b.parties, b.n_waiting, b.broken)
b.abort()
try:
    b.wait()
except threading.BrokenBarrierError as error:
    print(repr(error), b.broken, b.reset(), b.broken)
local = threading.local()
local.x = 'main'


class Mine(threading.local):
    made = 0

    def __init__(self, start):
        self.start = start
        Mine.made += 1


mine = Mine([1])
mine.start.append('main')
seen = []


def other():
    seen.append((hasattr(local, 'x'), mine.start, vars(local)))
    local.x = 'thread'


t = threading.Thread(target=other)
t.start()
t.join()
print(seen, local.x, mine.start, Mine.made, local.__dict__)
t = threading.Thread(target=print, args=('ran',), kwargs={'end': '!\n'}, daemon=True, name='T')
print(t.name, t.daemon, t.ident, t.native_id, t.is_alive(), repr(t))
t.start()
t.join()
print(t.ident is not None, t.is_alive(), repr(t).split('stopped')[0], t.join())
for call in (lambda: t.start(), lambda: setattr(t, 'daemon', False) if t.is_alive() else threading.Thread().run()):
    try:
        print(call())
    except RuntimeError as error:
        print(error)
main = threading.main_thread()
print(main.name, main is threading.current_thread(), main.daemon, main.is_alive(), threading.active_count(), threading.enumerate() == [main], threading.get_ident() == main.ident, type(main).__name__)
caught = []
threading.excepthook = lambda args: caught.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
t = threading.Thread(target=lambda: 1 / 0, name='bad')
t.start()
t.join()
t = threading.Thread(target=lambda: exit(3), name='exits')
t.start()
t.join()
print(caught)
fired = []
timer = threading.Timer(0.01, fired.append, args=['fired'])
timer.start()
timer.join()
never = threading.Timer(60, fired.append, ['never'])
never.start()
never.cancel()
never.join()
print(fired, threading.TIMEOUT_MAX > 1e6, threading.stack_size(), threading.gettrace(), threading.getprofile(), threading.Thread(name='N').name, threading.Thread(target=consumer).name.startswith('Thread-'), '(consumer)' in threading.Thread(target=consumer).name)


class Sub(threading.Thread):
    def run(self):
        self.result = self.name.upper()


sub = Sub(name='sub')
sub.start()
sub.join()
print(sub.result, isinstance(sub, threading.Thread), threading.ThreadError is RuntimeError, threading.current_thread().getName() if False else '')
