# concurrent.futures: futures by hand, executors, map, wait, as_completed, callbacks, cancellation, exceptions, shutdown, errors.
# difftest: no-wasi (there are no threads)
import concurrent.futures as cf
import threading
import logging

f = cf.Future()
log = []
logging.disable(logging.CRITICAL)
f.add_done_callback(lambda future: log.append(('done', future.result())))
print(f.done(), f.running(), f.cancelled(), f.set_running_or_notify_cancel(), f.running(), f.cancel(), repr(f).split(' at ')[0], repr(f).split(' ')[-1])
f.set_result(5)
f.add_done_callback(lambda future: log.append('late'))
print(f.result(), f.exception(), f.done(), log, f.cancel(), repr(f).split('state=')[1])
for call in (lambda: f.set_result(6), lambda: f.set_exception(ValueError()), lambda: cf.Future().result(timeout=0), lambda: cf.Future().exception(0.01),):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split(': <')[0])
g = cf.Future()
print(g.cancel(), g.cancelled(), g.done(), g.set_running_or_notify_cancel(), g.cancel())
for call in (g.result, g.exception):
    try:
        call()
    except cf.CancelledError as error:
        print('cancelled', type(error).__name__)
h = cf.Future()
h.set_exception(KeyError('x'))
print(repr(h.exception()), repr(h).split('state=')[1])
try:
    h.result()
except KeyError as error:
    print(error)
with cf.ThreadPoolExecutor(max_workers=3, thread_name_prefix='pool') as pool:
    futures = [pool.submit(pow, n, 2) for n in range(5)]
    print([future.result() for future in futures], list(pool.map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])), sorted(future.result() for future in cf.as_completed(futures)))
    done, waiting = cf.wait(futures)
    print(len(done), len(waiting), cf.wait([], timeout=0), type(cf.wait(futures)).__name__)
    bad = pool.submit(lambda: 1 / 0)
    print(repr(bad.exception()), cf.wait([bad], return_when=cf.FIRST_EXCEPTION).done == {bad})
    gate = threading.Event()
    blocked = pool.submit(gate.wait)
    slow = cf.wait([blocked, futures[0]], timeout=0.01, return_when=cf.ALL_COMPLETED)
    print(len(slow.done), len(slow.not_done), cf.wait([blocked, futures[0]], return_when=cf.FIRST_COMPLETED).done == {futures[0]})
    try:
        list(cf.as_completed([blocked], timeout=0.01))
    except cf.TimeoutError as error:
        print(error)
    try:
        blocked.result(timeout=0.01)
    except TimeoutError as error:
        print('timeout', error)
    gate.set()
    print(blocked.result(), pool.submit(lambda *args, **kw: (args, kw), 1, k=2).result(), pool.submit(threading.current_thread).result().name.startswith('pool_'))
    results = pool.map(lambda n: 10 // n, [5, 0, 2])
    print(next(results))
    try:
        next(results)
    except ZeroDivisionError as error:
        print(error, list(results))
one = cf.ThreadPoolExecutor(1, initializer=lambda tag: log.append(tag), initargs=('init',))
hold = threading.Event()
first = one.submit(hold.wait)
queued = [one.submit(int) for _ in range(3)]
print(queued[0].cancel(), queued[0].cancelled(), queued[1].running())
one.shutdown(wait=False, cancel_futures=True)
hold.set()
print(first.result(), [q.cancelled() for q in queued])
one.shutdown()
print(log)


def broken():
    raise OSError('no start')


sick = cf.ThreadPoolExecutor(1, initializer=broken)
try:
    sick.submit(int).result()
except cf.BrokenExecutor as error:
    print(type(error).__name__, error)
sick.shutdown()
for call in (lambda: one.submit(int), lambda: cf.ThreadPoolExecutor(0), lambda: cf.ThreadPoolExecutor(initializer=5), lambda: cf.ThreadPoolExecutor('x'), lambda: cf.Executor().submit(int), lambda: one.map(5, [1])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
recorded = []
with cf.ThreadPoolExecutor(2) as pool:
    for n in range(3):
        pool.submit(lambda n=n: n).add_done_callback(lambda future: recorded.append(future.result()))
print(sorted(recorded), cf.TimeoutError is TimeoutError, issubclass(cf.InvalidStateError, cf._base.Error), sorted(n for n in cf.__all__ if n[0].isupper() and 'Exec' in n))
