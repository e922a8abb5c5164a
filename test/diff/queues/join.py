"""join: several joiners, tasks that fail, a join cancelled, reuse after the count reached zero."""
import asyncio

async def main():
    queue, log = asyncio.Queue(), []
    await queue.join()
    log.append("empty join returns")
    async def joiner(n):
        try:
            await queue.join()
            log.append(f"joiner {n}")
        except asyncio.CancelledError:
            log.append(f"joiner {n} cancelled")
            raise
    for i in range(3):
        queue.put_nowait(i)
    joiners = [asyncio.create_task(joiner(n)) for n in range(3)]
    async def worker():
        while True:
            item = await queue.get()
            log.append(f"work {item}")
            try:
                if item == 1:
                    raise ValueError(item)
                await asyncio.sleep(0)
            except ValueError as error:
                log.append(f"failed {error}")
            finally:
                queue.task_done()
                log.append(f"done {item}")
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    joiners[1].cancel()
    await asyncio.wait(joiners)
    print(*log, sep="\n")
    log.clear()
    queue.put_nowait("again")
    await asyncio.gather(joiner("second"), joiner("third"))
    print(log, task.done())
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))

    # Items got but never marked as done keep join waiting.
    queue.put_nowait("x")
    queue.get_nowait()
    waiting = asyncio.create_task(queue.join())
    for _ in range(3):
        await asyncio.sleep(0)
    print(waiting.done())
    queue.task_done()
    queue.put_nowait("y")
    await asyncio.sleep(0)
    print(waiting.done())
    await asyncio.sleep(0)
    print(waiting.done(), queue.qsize())

asyncio.run(main())
