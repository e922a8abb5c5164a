"""Context variables per task; values of many types passed through tasks unchanged."""
import asyncio
import contextvars

level = contextvars.ContextVar("level", default=0)

async def deeper(n, log):
    level.set(level.get() + 1)
    log.append((n, level.get()))
    await asyncio.sleep(0)
    if n:
        await asyncio.create_task(deeper(n - 1, log))
    log.append((n, level.get()))

async def direct(n):
    level.set(level.get() + 10)
    if n:
        await direct(n - 1)
    return level.get()

async def main():
    log = []
    await deeper(2, log)
    print(log, level.get())
    print(await direct(2), level.get())
    tasks = [asyncio.create_task(direct(i)) for i in range(3)]
    level.set(100)
    print(await asyncio.gather(*tasks), level.get())
    context = contextvars.copy_context()
    print(await asyncio.create_task(direct(0), context=context), level.get(), context[level])
    loop = asyncio.get_running_loop()
    seen = []
    loop.call_soon(lambda: seen.append(level.get()))
    level.set(-1)
    loop.call_soon(lambda: seen.append(level.get()))
    loop.call_soon(lambda: seen.append(level.get()), context=context)
    await asyncio.sleep(0)
    print(seen)
    token = level.set(5)
    level.reset(token)
    print(level.get())
    async def echo(value):
        await asyncio.sleep(0)
        return value
    values = [None, True, 1 << 80, -1.5, "text", b"bytes", (1, [2]), {"k": {3}}, ValueError("as a value"), echo]
    results = await asyncio.gather(*(echo(v) for v in values))
    print([a is b for a, b in zip(values, results)])
    print(results[:8])

asyncio.run(main())
