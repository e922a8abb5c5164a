"""Semaphore: cancelled waiters give their permit on and are skipped."""
import asyncio

async def take(semaphore, name, log, hold=0):
    try:
        await semaphore.acquire()
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise
    log.append(f"{name} got it")
    try:
        for _ in range(hold):
            await asyncio.sleep(0)
    finally:
        semaphore.release()

async def scenario(title, cancel_before, cancel_after, releases):
    semaphore, log = asyncio.Semaphore(0), []
    tasks = [asyncio.create_task(take(semaphore, f"t{i}", log)) for i in range(4)]
    await asyncio.sleep(0)
    for i in cancel_before:
        tasks[i].cancel()
    for _ in range(releases):
        semaphore.release()
    for i in cancel_after:
        tasks[i].cancel()
    for _ in range(10):
        log.append("|")
        await asyncio.sleep(0)
    print(title, " ".join(log).rstrip(" |"), semaphore.locked(), [t.done() for t in tasks])
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    print("   ", [t.cancelled() for t in tasks], semaphore.locked())

async def main():
    await scenario("none", [], [], 1)
    await scenario("first before", [0], [], 1)
    await scenario("first after", [], [0], 1)
    await scenario("two after", [], [0, 1], 2)
    await scenario("mixed", [1], [0, 2], 2)
    await scenario("all", [0, 1], [2, 3], 1)
    await scenario("nothing released", [0, 2], [], 0)
    semaphore, log = asyncio.BoundedSemaphore(1), []
    tasks = [asyncio.create_task(take(semaphore, f"b{i}", log, 2)) for i in range(4)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    tasks[1].cancel()
    tasks[0].cancel()
    await asyncio.wait(tasks)
    print(log, semaphore.locked())

asyncio.run(main())
