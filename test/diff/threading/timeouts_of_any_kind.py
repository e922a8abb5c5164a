"""Timeouts: what every function that waits takes for one, and what it says of the others."""
# difftest: no-wasi (threads, signals)
import asyncio
import queue
import select
import signal
import threading
import time


def attempt(name, function, timeout):
    try:
        print(name, repr(timeout), function(timeout))
    except Exception as error:
        print(name, repr(timeout), type(error).__name__, error)


class Index:
    def __index__(self):
        return 0


class Number:
    def __float__(self):
        return 0.5


class Failing:
    def __index__(self):
        raise LookupError("no index")


class Real(float):
    pass


lock = threading.Lock()
lock.acquire()
box = queue.SimpleQueue()
odd = [0, 0.0, -0.0, False, 1e-9, Index(), Real(0), -1, -2, -1.5, float("nan"), float("inf"), -float("inf"), 1e10, -1e10, 1e30, 10**10, 10**30,
       -10**30, "1", b"1", 1j, [], Number(), Failing()]
for timeout in odd:
    shown = timeout if type(timeout) in (int, float, str, bytes) else type(timeout).__name__
    for name, function in {
        "lock": lambda _: lock.acquire(timeout=timeout) if timeout != -1 else None,
        "lock without waiting": lambda _: lock.acquire(False, timeout),
        "queue": lambda _: box.get(timeout=timeout),
        "queue without waiting": lambda _: box.get(False, timeout),
        "select": lambda _: select.select([], [], [], timeout),
        "sigtimedwait": lambda _: signal.sigtimedwait([signal.SIGUSR1], timeout) if timeout != 1e10 and timeout != 10**10 else None,
        "setitimer": lambda _: [signal.setitimer(signal.ITIMER_VIRTUAL, timeout), signal.setitimer(signal.ITIMER_VIRTUAL, 0)][0],
        "sleep": lambda _: time.sleep(timeout),
    }.items():
        attempt(name, function, shown)

for blocking in True, False, 1, 0, 2, -1, 2**40, 10**30, "", None:
    attempt("blocking", lambda value: lock.acquire(value, 0) if value else lock.acquire(value), blocking)


class Undecided:
    def __bool__(self):
        raise ValueError("neither")


for function in (lambda: box.put(1, Undecided()), lambda: box.get(Undecided())):
    try:
        print(function())
    except ValueError as error:
        print(error)
print(box.empty())


def wait_for(future):
    """In another thread than that of the loop."""
    for timeout in 0, -1, 0.001, -1e30, "1", float("nan"), None if future.done() else 0.0:
        try:
            print("result", repr(timeout), future.result(timeout))
        except (TimeoutError, TypeError, ValueError) as error:
            print("result", repr(timeout), type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    never = loop.create_future()
    pending = asyncio.run_coroutine_threadsafe(asyncio.wait_for(never, None), loop)
    await asyncio.to_thread(wait_for, pending)
    never.set_result("done")
    await asyncio.sleep(0.01)
    await asyncio.to_thread(wait_for, pending)


asyncio.run(main())
