"""Barrier: abort, reset, cancelled parties, and use after a break."""
import asyncio

async def party(barrier, name):
    try:
        print(name, "passed as", await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(name, "broken:", error, isinstance(error, RuntimeError))
    except asyncio.CancelledError:
        print(name, "cancelled", barrier.n_waiting)
        raise

async def spin(n):
    for _ in range(n):
        await asyncio.sleep(0)

async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(barrier, f"a{i}")) for i in range(2)]
    await spin(2)
    print(barrier.n_waiting)
    await barrier.abort()
    print(barrier.broken, barrier.n_waiting)
    await asyncio.gather(*tasks)
    await party(barrier, "after abort")
    await barrier.reset()
    print(barrier.broken, barrier.n_waiting)

    tasks = [asyncio.create_task(party(barrier, f"b{i}")) for i in range(2)]
    await spin(2)
    await barrier.reset()
    await asyncio.gather(*tasks)
    print("after reset", barrier.broken, barrier.n_waiting)

    tasks = [asyncio.create_task(party(barrier, f"c{i}")) for i in range(2)]
    await spin(2)
    tasks[0].cancel()
    await spin(4)
    print("one left:", barrier.n_waiting)
    tasks += [asyncio.create_task(party(barrier, f"d{i}")) for i in range(2)]
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks], barrier.n_waiting)

    tasks = [asyncio.create_task(party(barrier, f"e{i}")) for i in range(3)]
    await spin(1)
    resetter = asyncio.create_task(barrier.reset())
    late = asyncio.create_task(party(barrier, "late"))
    await asyncio.gather(resetter, *tasks)
    print("late waits:", barrier.n_waiting, late.done())
    late.cancel()
    await asyncio.wait([late])
    print(barrier.n_waiting, barrier.broken)

asyncio.run(main())
