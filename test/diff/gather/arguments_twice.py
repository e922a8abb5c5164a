"""gather: the same coroutine, future or awaitable among its arguments, beside small ints and each other."""
import asyncio

class Odd:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "odd"

async def job(n):
    await asyncio.sleep(0)
    return n

async def main():
    c, odd = job(1), Odd()
    f = asyncio.get_running_loop().create_future()
    f.set_result("f")
    t = asyncio.create_task(job(3))
    print(await asyncio.gather(c, odd, f, c, t, f, odd, t))
    try:
        await asyncio.gather(job(1), 5, 5)
    except TypeError as e:
        print(e)
    x = job(2)
    a = await asyncio.gather(*[x] * 100)
    print(a)
    try:
        await asyncio.gather(x)
    except RuntimeError as e:
        print(e)
asyncio.run(main())
