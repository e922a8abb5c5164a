"""SimpleQueue: a queue without a bound whose put() may be called from anywhere, finalizers included."""
import time
from _thread import allocate_lock
from collections import deque
from sys import _dotted_name


class Empty(Exception):
    "Exception raised by Queue.get(block=0)/get_nowait()."


@_dotted_name
class SimpleQueue:
    """Items in the order in which they were put; those that wait for one are served in turn."""

    def __init__(self):
        self._items = deque()
        self._waiters = deque()

    def put(self, item, block=True, timeout=None):
        self._items.append(item)
        while self._waiters:
            try:
                self._waiters.popleft().release()
                return
            except IndexError:
                return

    def put_nowait(self, item):
        self.put(item)

    def get(self, block=True, timeout=None):
        if timeout is not None and not isinstance(timeout, float) and not hasattr(timeout, '__index__'):
            raise TypeError('%r object cannot be interpreted as an integer' % type(timeout).__name__)
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        deadline = None if timeout is None else time.monotonic() + timeout
        while not self._items:
            if not block:
                raise Empty
            self._wait(-1 if deadline is None else max(0, deadline - time.monotonic()))
            if deadline is not None and not self._items and time.monotonic() >= deadline:
                raise Empty
        return self._items.popleft()

    def _wait(self, seconds):
        lock = allocate_lock()
        lock.acquire()
        self._waiters.append(lock)
        if not lock.acquire(True, seconds):
            try:
                self._waiters.remove(lock)
            except ValueError:
                if self._items and self._waiters:
                    self._waiters.popleft().release()

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)
