"""f-strings with await, comprehensions and closures inside coroutines."""
import asyncio

async def value(v, pause=0):
    for _ in range(pause):
        await asyncio.sleep(0)
    return v
async def main():
    print(f"{await value(1)} {await value('two'):>{await value(6)}}| {[await value(i) for i in range(3)]} {await value(3.14159):.{await value(2)}f}")
    async def numbers():
        for i in range(3):
            yield i
            await asyncio.sleep(0)
    print(f"{[n async for n in numbers()]} {await value(None)!r} {await value(5)=}")
    try:
        print(f"{await value('a')}{await value(1) / 0}{await value('never')}")
    except ZeroDivisionError as error:
        print("caught", error)
    async def say(tag, turns):
        text = f"[{tag}:{await value(tag * 2, turns)}:{await value(turns, 1)}]"
        print(text)
        return text
    print(f"{'-'.join(await asyncio.gather(say('a', 2), say('b', 0), say('c', 1)))}")
    fs = [lambda i=i: f"{i}:{i * i:03}" for i in range(4)]
    print(*(f() for f in fs))

asyncio.run(main())
