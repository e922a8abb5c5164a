"""What derived task groups replace, and what they look at."""
import asyncio


class Gathering(asyncio.TaskGroup):
    def _abort(self):
        print("abort", len(self._tasks), len(self._errors))
        super()._abort()

    def _on_task_done(self, task):
        print("done", task.get_name())
        super()._on_task_done(task)


async def work(n, fail=False):
    await asyncio.sleep(n / 1000)
    if fail:
        raise ValueError(n)
    return n


async def main():
    async with Gathering() as g:
        g.create_task(work(1), name="a")
        g.create_task(work(2), name="b")
        print(sorted(t.get_name() for t in g._tasks), g._errors, g._entered, g._parent_task is asyncio.current_task())
    try:
        async with Gathering() as g:
            g.create_task(work(20), name="c")
            g.create_task(work(2, True), name="d")
    except* ValueError as eg:
        print(eg.exceptions)
    async with asyncio.TaskGroup() as g:
        t = g.create_task(work(10000), name="c")
        await asyncio.sleep(0)
        g._abort()
    print(t.cancelled(), g._aborting)
    lock = asyncio.Lock()
    print(lock.acquire.__name__, repr(lock.release).replace(hex(id(lock)), "ADDR"))


asyncio.run(main())
