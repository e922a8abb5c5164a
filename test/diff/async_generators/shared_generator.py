"""Two tasks on one async generator: a second __anext__ while one is running is refused."""
import asyncio


async def slow():
    for i in range(4):
        await asyncio.sleep(0)
        yield i


async def take(name, generator):
    try:
        value = await anext(generator)
        print(name, value)
    except RuntimeError as error:
        print(name, "RuntimeError:", error)


async def main():
    generator = slow()
    await asyncio.gather(take("a", generator), take("b", generator))
    await take("alone", generator)
    taking = asyncio.create_task(take("c", generator))
    await asyncio.sleep(0)
    try:
        await generator.aclose()
    except RuntimeError as error:
        print("RuntimeError:", error)
    await taking
    print(generator.ag_running, generator.ag_await)
    await generator.aclose()
    print([value async for value in generator])


asyncio.run(main())
