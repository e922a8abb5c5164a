"""Lambdas that return coroutines, nested async defs with cells, late binding, decorators."""
import asyncio
import functools


def traced(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        print("->", function.__name__, args)
        result = await function(*args, **kwargs)
        print("<-", function.__name__, result)
        return result
    return wrapper


@traced
async def add(a, b):
    await asyncio.sleep(0)
    return a + b


def make_counter():
    count = 0

    async def step(amount=1):
        nonlocal count
        before = count
        await asyncio.sleep(0)
        count = before + amount
        return count
    return step, lambda: count


async def main():
    double = lambda n: add(n, n)
    print(await double(4), add.__name__)
    late = [lambda: add(n, 0) for n in range(3)]
    early = [lambda n=n: add(n, 0) for n in range(3)]
    print([await f() for f in late])
    print([await f() for f in early])
    step, read = make_counter()
    await step()
    await step(5)
    print(read())
    await asyncio.gather(step(), step(), step())
    print("lost updates:", read())


asyncio.run(main())
