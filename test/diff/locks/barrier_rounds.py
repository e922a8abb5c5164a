"""Barrier: rounds, indexes, more tasks than parties, async with."""
import asyncio

async def main():
    barrier, log = asyncio.Barrier(3), []
    async def racer(name, rounds, pace):
        for r in range(rounds):
            for _ in range(pace):
                await asyncio.sleep(0)
            log.append(f"{name} arrives {r}")
            index = await barrier.wait()
            log.append(f"{name} passes {r} as {index}")
    await asyncio.gather(racer("a", 3, 0), racer("b", 3, 2), racer("c", 3, 1))
    print(*log, sep="\n")
    print(barrier.parties, barrier.n_waiting, barrier.broken)

    log.clear()
    pair = asyncio.Barrier(2)
    async def visit(n):
        async with pair as position:
            log.append((n, position, pair.n_waiting))
            await asyncio.sleep(0)
        log.append((n, "left"))
    tasks = [asyncio.create_task(visit(n)) for n in range(6)]
    await asyncio.gather(*tasks)
    print(*log, sep="\n")

    one = asyncio.Barrier(1)
    print([await one.wait() for _ in range(3)])
    for parties in (0, -2):
        try:
            asyncio.Barrier(parties)
        except ValueError as error:
            print(error)

asyncio.run(main())
