"""Queues as the only means of synchronisation: ping-pong, rings, fan-in, and a dining table of tickets."""
import asyncio

async def ping_pong(rounds, size):
    there, back, log = asyncio.Queue(size), asyncio.Queue(size), []
    async def ping():
        for i in range(rounds):
            await there.put(i)
            log.append(f"ping {i}")
            log.append(f"answer {await back.get()}")
    async def pong():
        for _ in range(rounds):
            n = await there.get()
            log.append(f"pong {n}")
            await back.put(n * 10)
    await asyncio.gather(ping(), pong())
    return log

async def ring(members, laps):
    queues = [asyncio.Queue(1) for _ in range(members)]
    passed = []
    async def member(i):
        while True:
            token = await queues[i].get()
            passed.append(i)
            if token == 0:
                return i
            await queues[(i + 1) % members].put(token - 1)
    tasks = [asyncio.create_task(member(i)) for i in range(members)]
    await queues[0].put(members * laps)
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    return passed, [t.result() for t in done], len(pending)

async def fan_in(sources, each):
    merged, order = asyncio.Queue(2), []
    async def source(n):
        for i in range(each):
            await merged.put((n, i))
            for _ in range(n):
                await asyncio.sleep(0)
    tasks = [asyncio.create_task(source(n)) for n in range(sources)]
    for _ in range(sources * each):
        order.append(await merged.get())
    await asyncio.gather(*tasks)
    return order, merged.empty()

async def tickets(workers, rounds):
    pool, log = asyncio.Queue(), []
    for ticket in "XY":
        pool.put_nowait(ticket)
    async def worker(n):
        for r in range(rounds):
            ticket = await pool.get()
            log.append(f"{n}{ticket}{r}")
            for _ in range(n % 3):
                await asyncio.sleep(0)
            pool.put_nowait(ticket)
    await asyncio.gather(*(worker(n) for n in range(workers)))
    return log, sorted(pool.get_nowait() for _ in range(pool.qsize()))

async def main():
    print(*await ping_pong(3, 1), sep=", ")
    print(*await ping_pong(3, 0), sep=", ")
    print(*await ring(4, 2))
    print(*await fan_in(3, 4))
    print(*await tickets(5, 3))

asyncio.run(main())
