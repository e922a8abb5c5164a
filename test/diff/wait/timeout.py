"""asyncio.wait with a timeout never raises and never cancels; zero timeouts."""
import asyncio

async def job(name, delay):
    await asyncio.sleep(delay)
    return name

async def main():
    tasks = [asyncio.create_task(job(n, d), name=n) for n, d in (("fast", 0.001), ("slow", 0.05), ("never", 9))]
    done, pending = await asyncio.wait(tasks, timeout=0.02)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    print([t.cancelled() for t in tasks], [t.done() for t in tasks])
    done, pending = await asyncio.wait(pending, timeout=1, return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], [t.get_name() for t in pending])
    done, pending = await asyncio.wait(pending, timeout=0)
    print(done, len(pending))
    tasks[2].cancel()
    done, pending = await asyncio.wait([tasks[2]], timeout=5)
    print(len(done), len(pending), tasks[2].cancelled())
    done, pending = await asyncio.wait(tasks, timeout=0)
    print(len(done), len(pending))

    log = []
    async def hopper(n):
        for i in range(n):
            log.append(f"hop {i}")
            await asyncio.sleep(0)
    task = asyncio.create_task(hopper(3))
    log.append("before")
    await asyncio.wait([task], timeout=0)
    log.append(f"after {task.done()}")
    await asyncio.wait([task], timeout=-1)
    log.append(f"after {task.done()}")
    await asyncio.wait({task}, timeout=None)
    log.append(f"after {task.done()}")
    print(log)

asyncio.run(main())
