"""An event bus with priorities, wildcards, once-listeners, weak methods, error policy and history."""
import asyncio
import fnmatch
import inspect
import itertools
import weakref
from collections import defaultdict
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Awaitable, Callable, NamedTuple, Optional, Union


class Event(NamedTuple):
    name: str
    payload: Any = None
    number: int = 0


Handler = Callable[[Event], Union[Awaitable[Any], Any]]


class HandlerError(Exception):
    def __init__(self, event, handler, cause):
        super().__init__(f"handler {handler} failed on {event.name}")
        self.event = event
        self.__cause__ = cause


class Bus:
    def __init__(self, *, history=3):
        self._handlers = defaultdict(list)
        self._order = itertools.count()
        self._numbers = itertools.count(1)
        self._history = []
        self._limit = history
        self._waiters: dict[str, list[asyncio.Future]] = {}
        self.errors = []

    def on(self, pattern: str, handler: Optional[Handler] = None, *, priority=0, once=False):
        if handler is None:
            return lambda function: self.on(pattern, function, priority=priority, once=once)
        reference = weakref.WeakMethod(handler) if inspect.ismethod(handler) else (lambda: handler)
        self._handlers[pattern].append((-priority, next(self._order), reference, once))
        self._handlers[pattern].sort(key=lambda entry: entry[:2])
        return handler

    def _matching(self, name):
        found = []
        for pattern, entries in self._handlers.items():
            if fnmatch.fnmatchcase(name, pattern):
                found += [(entry, pattern) for entry in entries]
        return sorted(found, key=lambda pair: pair[0][:2])

    async def emit(self, name, payload=None):
        event = Event(name, payload, next(self._numbers))
        self._history = [*self._history, event][-self._limit:]
        for future in self._waiters.pop(name, []):
            if not future.done():
                future.set_result(event)
        results = []
        for entry, pattern in self._matching(name):
            handler = entry[2]()
            if entry[3] or handler is None:
                self._handlers[pattern].remove(entry)
            if handler is None:
                continue
            try:
                result = handler(event)
                if inspect.isawaitable(result):
                    result = await result
            except Exception as error:
                self.errors.append(HandlerError(event, getattr(handler, "__qualname__", "?"), error))
            else:
                results.append(result)
        return results

    async def wait_for(self, name, timeout=None):
        future = asyncio.get_running_loop().create_future()
        self._waiters.setdefault(name, []).append(future)
        return await asyncio.wait_for(future, timeout)

    @asynccontextmanager
    async def collecting(self, pattern):
        seen = []
        self.on(pattern, seen.append)
        try:
            yield seen
        finally:
            self._handlers[pattern] = [e for e in self._handlers[pattern] if e[2]() != seen.append]

    @contextmanager
    def muted(self):
        saved, self._handlers = self._handlers, defaultdict(list)
        try:
            yield
        finally:
            self._handlers = saved


class Counter:
    def __init__(self, bus):
        self.count = 0
        bus.on("user.*", self.count_up)

    async def count_up(self, event):
        await asyncio.sleep(0)
        self.count += 1
        return self.count


async def main():
    bus = Bus()

    @bus.on("user.created", priority=5)
    async def welcome(event):
        await asyncio.sleep(0)
        return f"welcome {event.payload['name']}"

    @bus.on("*")
    def audit(event):
        return f"audit {event.name} #{event.number}"

    @bus.on("user.created", once=True)
    def first(event):
        return "first ever"

    @bus.on("user.deleted")
    def broken(event):
        raise LookupError(event.payload)

    counter = Counter(bus)
    print(await bus.emit("user.created", {"name": "ann"}))
    print(await bus.emit("user.created", {"name": "bob"}))
    print(await bus.emit("user.deleted", 7))
    print([str(error) for error in bus.errors], repr(bus.errors[0].__cause__))
    async with bus.collecting("order.?") as seen:
        await bus.emit("order.1")
        await bus.emit("order.22")
    print(seen)
    with bus.muted():
        print(await bus.emit("user.created", {"name": "carl"}))
    print(await bus.emit("user.created", {"name": "dora"}))
    waiter = asyncio.create_task(bus.wait_for("done"))
    await asyncio.sleep(0)
    await bus.emit("done", [1, 2])
    print((await waiter)._asdict())
    try:
        await bus.wait_for("never", 0.01)
    except TimeoutError as error:
        print(type(error).__name__, error.args)
    print(bus._history)

asyncio.run(main())
