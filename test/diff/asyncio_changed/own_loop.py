"""A loop of the program's own: simulated time, nothing of asyncio's loop but its tasks and futures."""
import asyncio, heapq, itertools
from asyncio import events, futures

class SimLoop(asyncio.AbstractEventLoop):
    def __init__(self):
        self._time = 0.0
        self._queue = []
        self._seq = itertools.count()
        self._running = False
        self.handled = []
    def get_debug(self): return False
    def time(self): return self._time
    def is_running(self): return self._running
    def is_closed(self): return False
    def _timer_handle_cancelled(self, handle): pass
    def call_soon(self, callback, *args, context=None):
        h = asyncio.Handle(callback, args, self, context)
        heapq.heappush(self._queue, (self._time, next(self._seq), h))
        return h
    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self._time + delay, callback, *args, context=context)
    def call_at(self, when, callback, *args, context=None):
        h = asyncio.TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._queue, (when, next(self._seq), h))
        return h
    def create_future(self): return asyncio.Future(loop=self)
    def create_task(self, coro, *, name=None, context=None):
        async def wrapper():
            try:
                return await coro
            except ValueError as e:
                self.handled.append(repr(e))
                raise
        return asyncio.Task(wrapper(), loop=self)
    def call_exception_handler(self, context):
        self.handled.append(context["message"])
    def run_until_complete(self, future):
        future = asyncio.ensure_future(future, loop=self)
        self._running = True
        events._set_running_loop(self)
        try:
            while not future.done() and self._queue:
                when, _, handle = heapq.heappop(self._queue)
                self._time = when
                if not handle.cancelled():
                    handle._run()
        finally:
            self._running = False
            events._set_running_loop(None)
        return future.result()

async def worker(name, delay, log):
    loop = asyncio.get_running_loop()
    for i in range(3):
        await asyncio.sleep(delay)
        log.append((loop.time(), name, i))
    if name == "c":
        raise ValueError(name)
    return name

async def main():
    log = []
    lock = asyncio.Lock()
    results = await asyncio.gather(worker("a", 1, log), worker("b", 2.5, log), worker("c", 3600, log), return_exceptions=True)
    print(results, log)
    try:
        async with asyncio.timeout(86400):
            await asyncio.sleep(10**6)
    except TimeoutError:
        print("timeout at", asyncio.get_running_loop().time())
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 60)
    except TimeoutError:
        print("wait_for at", asyncio.get_running_loop().time())
    q = asyncio.Queue(1)
    async def producer():
        for i in range(3):
            await q.put(i)
            await asyncio.sleep(1)
    t = asyncio.ensure_future(producer())
    print([await q.get() for _ in range(3)], asyncio.get_running_loop().time())
    await t
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    return "done"

loop = SimLoop()
print(loop.run_until_complete(main()), loop.time(), loop.handled)
for name in ("run_forever", "stop", "close", "get_task_factory", "add_reader"):
    try:
        getattr(loop, name)(*[1, 2][:2 if name == "add_reader" else 0])
    except NotImplementedError as e:
        print(name, repr(e))
async def missing():
    try:
        await asyncio.get_running_loop().getaddrinfo("x", 1)
    except NotImplementedError as e:
        print(repr(e))
loop.run_until_complete(missing())
