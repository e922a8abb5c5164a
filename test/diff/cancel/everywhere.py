"""One task cancelled after each possible number of hops: every await point of it gets its turn."""
import asyncio

class Resource:
    def __init__(self, log):
        self.log = log
    async def __aenter__(self):
        self.log.append("opening")
        await asyncio.sleep(0)
        self.log.append("opened")
        return self
    async def __aexit__(self, kind, error, traceback):
        self.log.append(f"closing {kind.__name__ if kind else None}")
        await asyncio.sleep(0)
        self.log.append("closed")

async def numbers(log):
    try:
        for i in range(2):
            await asyncio.sleep(0)
            yield i
    finally:
        log.append("generator ends")

async def victim(log, lock, queue):
    try:
        async with lock:
            log.append("locked")
            async with Resource(log):
                async for n in numbers(log):
                    log.append(n)
                log.append(await queue.get())
        await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0))
        log.append("end")
    except asyncio.CancelledError as error:
        log.append(f"cancelled {error.args}")
        raise
    finally:
        log.append("finally")

async def run(hops):
    log, lock, queue = [], asyncio.Lock(), asyncio.Queue()
    await lock.acquire()
    task = asyncio.create_task(victim(log, lock, queue))
    for hop in range(hops):
        if hop == 2:
            lock.release()
        if hop == 9:
            queue.put_nowait("item")
        await asyncio.sleep(0)
    log.append("CANCEL")
    task.cancel("now")
    try:
        await task
    except asyncio.CancelledError as error:
        log.append(("outside", error.args))
    print(hops, log, task.cancelled(), lock.locked(), queue.qsize())

async def main():
    for hops in range(18):
        await run(hops)

asyncio.run(main())
