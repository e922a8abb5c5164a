"""threading: attributes and reprs of threads, timers, conditions with predicates, barriers' actions and states, semaphores, hooks, wrong arguments."""
# difftest: no-wasi (threads)
import re
import sys
import threading
import time


def attempt(label, function, *args, **kwargs):
    try:
        print(label, plain(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, plain(str(error), str))


def plain(value, show=repr):
    return re.sub(r'0x[0-9a-f]+', '0x', re.sub(r'(started|daemon) \d+', r'\1 N', re.sub(r'owner=[1-9]\d*', 'owner=N', show(value))))


main = threading.current_thread()
print(plain(main), main is threading.main_thread(), main.name, main.daemon, main.is_alive(), main.ident == threading.get_ident(), main.native_id == threading.get_native_id())
print(threading.active_count(), threading.enumerate() == [main], threading.TIMEOUT_MAX, threading.stack_size(), threading.gettrace(), threading.getprofile())
attempt('join myself', main.join)
attempt('daemon', setattr, main, 'daemon', True)

idle = threading.Thread(target=print, args=('ran', 1), kwargs={'sep': '-'}, name='worker')
print(plain(idle), idle.ident, idle.native_id, idle.is_alive(), idle.daemon)
attempt('join early', idle.join)
idle.daemon = True
idle.name = 5
print(plain(idle), idle.name)
idle.start()
idle.join()
print(plain(idle), idle.is_alive(), isinstance(idle.ident, int), idle.join(), idle.join(timeout=0.1))
attempt('start again', idle.start)
attempt('daemon late', setattr, idle, 'daemon', False)
attempt('group', threading.Thread, 'group')
attempt('unknown', threading.Thread, targets=print)
attempt('no init', lambda: type('T', (threading.Thread,), {'__init__': lambda self: None})().start())
attempt('repr without init', lambda: repr(type('T', (threading.Thread,), {'__init__': lambda self: None})()))
print(idle.getName(), idle.setName('new'), idle.name, idle.isDaemon(), idle.setDaemon) if False else print(idle.name)


class Counter(threading.Thread):
    def __init__(self, n):
        super().__init__()
        self.n, self.total = n, 0

    def run(self):
        for i in range(self.n):
            self.total += i


threads = [Counter(n) for n in (10, 100, 1000)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([thread.total for thread in threads], [re.sub(r'\d+', 'N', thread.name) for thread in threads])

timer = threading.Timer(0.01, print, ['timer', 'fired'], {'end': '!\n'})
timer.start()
timer.join()
late = threading.Timer(60, print, ['never'])
late.start()
late.cancel()
late.join()
print(timer.finished.is_set(), late.finished.is_set(), timer.interval, late.args, late.kwargs, late.function is print)
attempt('timer', threading.Timer)

lock = threading.Lock()
print(plain(lock), lock.acquire(), plain(lock), lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.001), lock.locked(), lock.release(), lock.locked())
attempt('release', lock.release)
attempt('both', lock.acquire, False, 1)
attempt('negative', lock.acquire, True, -2)
attempt('nan', lock.acquire, True, float('nan'))
attempt('huge', lock.acquire, True, 1e20)
attempt('text', lock.acquire, timeout='x')
attempt('with', lambda: lock.__exit__())
again = threading.RLock()
print(plain(again), again.acquire(), again.acquire(), plain(again), again.release(), again.release(), plain(again))
attempt('rlock', again.release)
with again, again:
    print(again._is_owned())

condition = threading.Condition()
print(plain(condition), condition.acquire(), plain(condition), condition.wait(0.001), condition.wait_for(lambda: 7), condition.wait_for(lambda: 0, 0.001), condition.release())
attempt('wait', condition.wait)
attempt('notify', condition.notify)
attempt('notify', condition.notify_all)
items = []


def consume():
    with condition:
        condition.wait_for(lambda: len(items) >= 3)
        items.append('consumed')


consumer = threading.Thread(target=consume)
consumer.start()
for i in range(3):
    with condition:
        items.append(i)
        condition.notify()
consumer.join()
print(items)

event = threading.Event()
print(plain(event), event.is_set(), event.wait(0.001), event.set(), plain(event), event.wait(), event.clear(), event.is_set())
semaphore = threading.Semaphore(2)
print(plain(semaphore), semaphore.acquire(), semaphore.acquire(timeout=1), semaphore.acquire(False), semaphore.acquire(timeout=0.001), semaphore.release(2), plain(semaphore))
attempt('both', semaphore.acquire, False, 1)
attempt('release', semaphore.release, 0)
attempt('negative', threading.Semaphore, -1)
bounded = threading.BoundedSemaphore(1)
with bounded:
    print(plain(bounded))
attempt('bounded', bounded.release)
attempt('bounded', bounded.release, 0)

calls = []
barrier = threading.Barrier(2, action=lambda: calls.append('action'), timeout=5)
print(plain(barrier), barrier.parties, barrier.n_waiting, barrier.broken)
order = []
other = threading.Thread(target=lambda: order.append(barrier.wait()))
other.start()
order.append(barrier.wait())
other.join()
print(sorted(order), calls, barrier.abort(), barrier.broken, plain(barrier))
attempt('broken', barrier.wait)
print(barrier.reset(), barrier.broken)
attempt('alone', barrier.wait, 0.001)
attempt('failed action', threading.Barrier(1, action=lambda: 1 / 0).wait)
attempt('parties', threading.Barrier, 0)

own = threading.local()
own.x = 'main'
seen = []


class Local(threading.local):
    shared = 'class'

    def __init__(self, start):
        self.n = start


local = Local(5)
local.n += 1


def look():
    seen.append((hasattr(own, 'x'), local.n, local.shared, sorted(local.__dict__)))


thread = threading.Thread(target=look)
thread.start()
thread.join()
print(seen, own.x, local.n, own.__dict__)
attempt('local', threading.local, 1)


def hook(args):
    print('hook', args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


threading.excepthook = hook
for error in (ValueError('bad'), SystemExit(3), KeyboardInterrupt()):
    def fail(error=error):
        raise error
    thread = threading.Thread(target=fail, name='failing')
    thread.start()
    thread.join()
threading.excepthook = threading.__excepthook__
attempt('hook', threading.excepthook, 5)
print(threading.ExceptHookArgs((ValueError, ValueError('x'), None, None)).exc_type)


def dummy():
    me = threading.current_thread()
    seen.append((re.sub(r'\d+', 'N', me.name), type(me).__name__, me.daemon, me.is_alive()))


import _thread
done = _thread.allocate_lock()
done.acquire()
_thread.start_new_thread(lambda: (dummy(), done.release()), ())
done.acquire()
print(seen[-1])
attempt('start', _thread.start_new_thread, 5, ())
attempt('start', _thread.start_new_thread, print, 5)
attempt('start', _thread.start_new_thread, print)
attempt('size', threading.stack_size, -1)
attempt('size', threading.stack_size, 100)
