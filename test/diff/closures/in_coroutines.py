"""Closures shared between coroutines, generators and callbacks; state kept across suspensions."""
import asyncio

def make_limiter(limit):
    running = peak = 0
    async def job(n):
        nonlocal running, peak
        running += 1
        peak = max(peak, running)
        for _ in range(n):
            await asyncio.sleep(0)
        running -= 1
        return n, running
    return job, lambda: (running, peak)
async def main():
    job, state = make_limiter(3)
    print(await asyncio.gather(*(job(n) for n in (3, 1, 2, 1))), state())
    log = []
    async def outer(tag):
        count = 0
        async def inner(k):
            nonlocal count
            await asyncio.sleep(0)
            count += k
            log.append((tag, count))
            return count
        await asyncio.gather(inner(1), inner(10), inner(100))
        return count
    print(await asyncio.gather(outer("x"), outer("y")), log)
    def counter():
        n = 0
        def bump():
            nonlocal n
            n += 1
            return n
        def numbers():
            while n < 6:
                yield bump()
        async def anumbers():
            while n < 9:
                yield bump()
                await asyncio.sleep(0)
        return bump, numbers, anumbers
    bump, numbers, anumbers = counter()
    print(bump(), list(numbers()), [v async for v in anumbers()], bump())
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    seen = []
    for i in range(3):
        loop.call_soon(lambda: seen.append(i))
        loop.call_soon(lambda i=i: seen.append(("bound", i)))
    loop.call_soon(done.set_result, None)
    await done
    print(seen)
    async def late():
        await asyncio.sleep(0)
        return value
    value = "early"
    task = asyncio.create_task(late())
    value = "late"
    print(await task)

asyncio.run(main())
