"""A generator that a loop runs over is closed when the loop is left, not when it is certain that it will be."""
import asyncio, sys
async def items(name, count):
    try:
        for i in range(count):
            yield i
            await asyncio.sleep(0)
    finally:
        print(name, "closes its generator")
async def work(name):
    async for item1 in items(name, 2):
        try:
            raise ValueError(name)
        finally:
            print("leaving")
async def work2(name):
    async for item1 in items(name, 2):
        try:
            raise ValueError(name)
        finally:
            await asyncio.sleep(0)
            print("leaving")
async def work3(name):
    async for item1 in items(name, 2):
        await asyncio.sleep(0)
        raise ValueError(name)
async def work4(name):
    async for item1 in items(name, 2):
        try:
            raise ValueError(name)
        except ValueError:
            await asyncio.sleep(0)
            raise
async def work5(name):
    async for item1 in items(name, 2):
        try:
            raise ValueError(name)
        except ValueError:
            await asyncio.sleep(0)
            break
async def tick():
    for i in range(6): print("tick",i); await asyncio.sleep(0)
async def main():
  for w in (work, work2, work3, work4,work5):
    t = asyncio.create_task(tick())
    t2 = asyncio.create_task(w(w.__name__))
    await asyncio.wait([t, t2])
asyncio.run(main())
def gen():
    try:
        yield 1
        yield 2
    finally:
        print("gen closed")
def f(n):
    for x in gen():
        print("body", x)
        if n == 1:
            raise ValueError
        for y in gen():
            print("inner")
            raise KeyError
for n in (1, 2):
    try:
        f(n)
    except Exception as e: print(repr(e))


async def cleaned(name):
    async for item in items(name, 2):
        try:
            raise ValueError(name)
        finally:
            await asyncio.sleep(0)
            print("cleaned")
            await asyncio.sleep(0)


async def failing():
    await asyncio.sleep(0)
    raise KeyError


async def called(name):
    async for item in items(name, 2):
        try:
            await failing()
        finally:
            await asyncio.sleep(0)
            print("cleaned")


async def both():
    for function in (cleaned, called):
        print(await asyncio.gather(function(function.__name__), tick(), return_exceptions=True))


asyncio.run(both())
