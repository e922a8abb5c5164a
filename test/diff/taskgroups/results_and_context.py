"""TaskGroup.create_task: names, context, return values used inside the block, subclassing, reuse of results."""
import asyncio
import contextvars

request = contextvars.ContextVar("request", default="none")

async def handle(n):
    request.set(f"{request.get()}/{n}")
    await asyncio.sleep(0)
    return request.get(), asyncio.current_task().get_name()

class LimitedGroup(asyncio.TaskGroup):
    """Runs at most `limit` of its tasks at a time."""
    def __init__(self, limit):
        super().__init__()
        self.gate = asyncio.Semaphore(limit)
        self.count = 0
    async def limited(self, coro):
        async with self.gate:
            return await coro
    def create_task(self, coro, **kwargs):
        self.count += 1
        return super().create_task(self.limited(coro), **kwargs)
    async def __aexit__(self, *args):
        result = await super().__aexit__(*args)
        print("closed with", args[0] and args[0].__name__, self.count)
        return result

async def main():
    request.set("main")
    context = contextvars.copy_context()
    request.set("changed")
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(handle(0), name="zero"), tg.create_task(handle(1), name="one", context=context),
                 tg.create_task(handle(2), name=3)]
        print(await tasks[1], context[request], request.get())
    print([t.result() for t in tasks])
    active = peak = 0
    async def busy(n):
        nonlocal active, peak
        active += 1
        peak = max(peak, active)
        await asyncio.sleep(0)
        active -= 1
        return n * n
    async with LimitedGroup(2) as tg:
        tasks = [tg.create_task(busy(n)) for n in range(6)]
    print(sum(t.result() for t in tasks), peak)
    try:
        async with LimitedGroup(1) as tg:
            tg.create_task(busy(1))
            await asyncio.sleep(0)
            raise KeyError("out")
    except* KeyError as group:
        print(group.exceptions, active)
    async def producer(queue):
        async with asyncio.TaskGroup() as tg:
            for n in range(3):
                tg.create_task(queue.put(n))
        await queue.put(None)
    async with asyncio.TaskGroup() as tg:
        queue = asyncio.Queue(1)
        tg.create_task(producer(queue))
        got = []
        while (item := await queue.get()) is not None:
            got.append(item)
    print(got)
    group = asyncio.TaskGroup()
    manual = await group.__aenter__()
    task = manual.create_task(handle("manual"))
    print(manual is group, await group.__aexit__(None, None, None), task.result()[0])

asyncio.run(main())
