"""Semaphore: limit, order of arrival, releases in bursts, and locked()."""
import asyncio

async def main():
    semaphore, log = asyncio.Semaphore(2), []
    active = peak = 0
    async def worker(n):
        nonlocal active, peak
        async with semaphore:
            active += 1
            peak = max(peak, active)
            log.append(f"+{n}")
            for _ in range(n % 3):
                await asyncio.sleep(0)
            log.append(f"-{n}")
            active -= 1
    await asyncio.gather(*(worker(n) for n in range(8)))
    print(" ".join(log), peak, active, semaphore.locked())

    gate, log = asyncio.Semaphore(0), []
    async def passer(n):
        await gate.acquire()
        log.append(n)
    tasks = [asyncio.create_task(passer(n)) for n in range(6)]
    await asyncio.sleep(0)
    print(gate.locked())
    gate.release()
    gate.release()
    print("two released", gate.locked(), log)
    await asyncio.sleep(0)
    print(log)
    late = asyncio.create_task(passer("late"))
    for _ in range(4):
        gate.release()
    await asyncio.sleep(0)
    print(log, gate.locked())
    gate.release()
    await asyncio.gather(*tasks, late)
    print(log, gate.locked())
    gate.release()
    gate.release()
    print(gate.locked(), await gate.acquire(), gate.locked(), await gate.acquire(), gate.locked())

asyncio.run(main())
