"""TaskGroup outside its life: not entered, entered twice, finished, shutting down; repr."""
import asyncio

async def nop():
    pass

def try_create(group):
    coro = nop()
    try:
        group.create_task(coro)
    except RuntimeError as error:
        print("RuntimeError:", error)
        coro.close()

async def main():
    group = asyncio.TaskGroup()
    print(group)
    try_create(group)
    async with group as tg:
        print(tg is group, tg)
        task = tg.create_task(nop())
        print(tg)
    print(tg)
    try_create(group)
    try:
        async with group:
            print("never")
    except RuntimeError as error:
        print("RuntimeError:", error)
    async def late(tg, hops):
        for _ in range(hops):
            await asyncio.sleep(0)
        try_create(tg)
    async def shutting_down():
        async with asyncio.TaskGroup() as tg:
            try:
                async def lingers():
                    try:
                        await asyncio.sleep(5)
                    finally:
                        print(tg)
                        try_create(tg)
                tg.create_task(lingers())
                await asyncio.sleep(0)
                raise ValueError("abort")
            finally:
                print("leaving", tg)
    try:
        await shutting_down()
    except* ValueError as group:
        print(group.exceptions)
    # A task may still create others while the group waits for it.
    async with asyncio.TaskGroup() as tg:
        async def spawner(depth):
            await asyncio.sleep(0)
            print("depth", depth, tg)
            if depth:
                tg.create_task(spawner(depth - 1))
        tg.create_task(spawner(3))
    print(tg)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task("not a coroutine")
    except* TypeError as group:
        print(group.exceptions)

asyncio.run(main())
