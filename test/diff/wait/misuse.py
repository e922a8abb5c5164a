"""asyncio.wait refuses what it cannot wait for."""
import asyncio

async def nop():
    pass

async def attempt(*args, **kwargs):
    try:
        print(await asyncio.wait(*args, **kwargs))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

async def main():
    coro = nop()
    await attempt(coro)
    await attempt([coro])
    coro.close()
    task = asyncio.create_task(nop())
    await attempt(task)
    await attempt([])
    await attempt(set())
    await attempt([task], return_when="SOMETIME")
    await attempt([task], return_when=3)
    done, pending = await asyncio.wait([task, task, task])
    print(len(done), len(pending))
    await attempt(t for t in (task,))
    done, pending = await asyncio.wait({task: 1})
    print(done == {task})
    done, pending = await asyncio.wait((asyncio.ensure_future(nop()), asyncio.get_running_loop().create_task(nop())))
    print(len(done), [t.result() for t in done])

asyncio.run(main())
