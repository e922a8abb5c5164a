"""concurrent.futures: Future driven by hand in every state, wait's conditions, as_completed with timeouts, map's order, initializers, shutdown, wrong use."""
# difftest: no-wasi (threads)
import concurrent.futures as cf
import re
import threading
import time


def attempt(label, function, *args, **kwargs):
    try:
        print(label, plain(function(*args, **kwargs)))
    except BaseException as error:
        print(label, type(error).__name__, plain(error, str))


def plain(value, show=repr):
    return re.sub(r'0x[0-9a-f]+', '0x', show(value))


print(sorted(cf.__all__), cf.TimeoutError is TimeoutError, cf.CancelledError.__mro__[1], cf.BrokenExecutor.__mro__[1], cf.InvalidStateError.__mro__[1])
future = cf.Future()
print(plain(future), future.done(), future.running(), future.cancelled())
attempt('early', future.result, 0.001)
attempt('early', future.exception, timeout=0)
log = []
future.add_done_callback(lambda f: log.append(('first', f is future, f.result())))
future.add_done_callback(lambda f: 1 / 0)
future.add_done_callback(lambda f: log.append('last'))
print(future.set_running_or_notify_cancel(), plain(future), future.running(), future.cancel())
import logging
logging.getLogger('concurrent.futures').addHandler(handler := logging.NullHandler())
logging.getLogger('concurrent.futures').propagate = False
future.set_result([1, 2])
print(log, plain(future), future.result(), future.exception(), future.done(), future.cancel())
attempt('twice', future.set_result, 1)
attempt('twice', future.set_exception, ValueError())
future.add_done_callback(lambda f: log.append('late'))
print(log[-1])

failed = cf.Future()
failed.set_exception(KeyError('k'))
print(plain(failed), repr(failed.exception()))
attempt('failed', failed.result)
cancelled = cf.Future()
print(cancelled.cancel(), cancelled.cancel(), plain(cancelled), cancelled.cancelled(), cancelled.done(), cancelled.set_running_or_notify_cancel(), plain(cancelled))
attempt('cancelled', cancelled.result)
attempt('cancelled', cancelled.exception)
attempt('cancelled', cancelled.set_result, 1)
attempt('notify', future.set_running_or_notify_cancel) if False else None

done = [future, failed]
open_ = cf.Future()
print([len(part) for part in cf.wait(done)], [len(part) for part in cf.wait([*done, open_], timeout=0.001)], [len(part) for part in cf.wait([*done, open_], return_when=cf.FIRST_COMPLETED)],
      [len(part) for part in cf.wait([*done, open_], return_when=cf.FIRST_EXCEPTION)], cf.wait([open_], timeout=0)._fields)
attempt('when', cf.wait, [open_], return_when='SOMETIME')
attempt('empty', lambda: cf.wait([]))
attempt('not futures', cf.wait, [1])
print({f.exception() is None for f in cf.as_completed(done)}, len(list(cf.as_completed([future, future]))))
attempt('pending', lambda: list(cf.as_completed([future, open_], timeout=0.001)))

with cf.ThreadPoolExecutor(max_workers=3, thread_name_prefix='pool') as pool:
    print(list(pool.map(pow, [2, 3, 4], [5, 2, 3, 9])), list(pool.map(len, [])), sorted(pool.map(lambda x: re.sub(r'\d', 'N', threading.current_thread().name), range(3)))[0])
    results = pool.map(lambda x: 10 // x, [5, 2, 0, 1])
    print(next(results), next(results))
    attempt('third', next, results)
    attempt('fourth', next, results)
    futures = {pool.submit(time.sleep, 0.02 * n): n for n in (3, 1, 2)}
    print(sorted(futures[f] for f in cf.as_completed(futures)))
    attempt('submit', pool.submit)
    attempt('submit', lambda: pool.submit(5).result())
    attempt('slow', lambda: list(pool.map(time.sleep, [0.2], timeout=0.001)))
    attempt('keywords', lambda: pool.submit(dict, a=1, fn=2).result())
attempt('after shutdown', pool.submit, print)
attempt('again', lambda: pool.shutdown())
attempt('workers', cf.ThreadPoolExecutor, 0)
attempt('workers', cf.ThreadPoolExecutor, 'x')
attempt('initializer', cf.ThreadPoolExecutor, initializer=5)

seen = threading.local()
started = []


def prepare(name):
    seen.name = name
    started.append(name)


with cf.ThreadPoolExecutor(1, initializer=prepare, initargs=('db',)) as pool:
    print(pool.submit(lambda: seen.name).result(), pool.submit(lambda: seen.name).result(), started, pool._max_workers)

broken = cf.ThreadPoolExecutor(1, initializer=lambda: 1 / 0)
attempt('broken', lambda: broken.submit(print, 'no').result())
attempt('broken', broken.submit, print)
broken.shutdown()

gate = threading.Event()
pool = cf.ThreadPoolExecutor(1)
first = pool.submit(gate.wait, 5)
queued = [pool.submit(print, 'never') for _ in range(3)]
while not first.running():
    time.sleep(0.001)
print(plain(first), plain(queued[0]), queued[0].cancel(), plain(queued[0]))
pool.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in queued], first.done())
gate.set()
print(first.result(), cf.wait([first]).not_done)


class Inline(cf.Executor):
    """Runs at once, in the caller."""

    def submit(self, fn, /, *args, **kwargs):
        future = cf.Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


with Inline() as inline:
    print(list(inline.map(str.upper, 'abc')), inline.submit(int, 'x').exception())
attempt('abstract', cf.Executor().submit, print)
attempt('nothing', lambda: cf.nothing)
handler.close()

slow = cf.Future()
for wait in slow.result, slow.exception:
    try:
        wait(timeout=0.001)
    except cf.TimeoutError as error:
        print(repr(error), error.args)
