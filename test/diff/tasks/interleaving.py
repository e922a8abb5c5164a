"""The FIFO order of the ready queue: tasks, callbacks, futures and sleeps mixed."""
import asyncio

log = []

async def child(name, hops):
    for i in range(hops):
        log.append(f"{name}{i}")
        await asyncio.sleep(0)
    log.append(f"{name}.")
    return name

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log.append, "soon 1")
    a = asyncio.create_task(child("a", 2))
    loop.call_soon(log.append, "soon 2")
    b = asyncio.create_task(child("b", 1))
    log.append("main")
    await asyncio.sleep(0)
    log.append("main again")
    loop.call_soon(lambda: loop.call_soon(log.append, "soon inside soon"))
    print(await a, await b)
    log.append("joined")
    future = loop.create_future()
    future.add_done_callback(lambda f: log.append(f"callback 1 {f.result()}"))
    async def waits(name):
        log.append(f"{name} {await future}")
    tasks = [asyncio.create_task(waits(n)) for n in "xyz"]
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: log.append("callback 2"))
    future.set_result("!")
    log.append("set")
    await asyncio.sleep(0)
    log.append("after a hop")
    await asyncio.gather(*tasks)
    future.add_done_callback(lambda f: log.append("callback of a done future"))
    log.append("not yet")
    await asyncio.sleep(0)
    loop.call_later(0, log.append, "later 0")
    loop.call_soon(log.append, "soon 3")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    now = loop.time()
    for delay in (0.003, 0.001, 0.002):
        loop.call_at(now + delay, log.append, f"at {delay}")
    handle = loop.call_at(now + 0.0015, log.append, "never")
    handle.cancel()
    await asyncio.sleep(0.01)
    for line in log:
        print(line)
    print(handle.cancelled())

asyncio.run(main())
