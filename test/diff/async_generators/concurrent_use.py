"""Two tasks over one async generator; asend while running; cleanup order when tasks fail."""

import asyncio


async def ticker(name, n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield f"{name}{i}"
    finally:
        await asyncio.sleep(0)
        print("closed", name)


async def consume(tag, source):
    try:
        async for item in source:
            print(tag, item)
    except RuntimeError as error:
        print(tag, "RuntimeError", error)


async def main():
    shared = ticker("s", 3)
    await asyncio.gather(consume("A", shared), consume("B", shared))
    await shared.aclose()
    async for item in ticker("break", 5):
        print(item)
        if item == "break1":
            break
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    g = ticker("cancelled", 5)

    async def slow():
        async for item in g:
            print("slow", item)
            await asyncio.sleep(10)

    task = asyncio.create_task(slow())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("task cancelled")
    await g.aclose()

    async def failing():
        async for item in ticker("failing", 3):
            raise ValueError(item)

    try:
        await failing()
    except ValueError as error:
        print("error", error)
    await asyncio.sleep(0.01)
    pending = ticker("pending at shutdown", 3)
    print(await pending.__anext__())


asyncio.run(main())
print("end")
