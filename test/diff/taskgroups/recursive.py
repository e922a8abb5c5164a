"""Recursive fan-out over TaskGroups, with results collected and one branch failing."""
import asyncio

async def total(depth, path=""):
    if depth == 0:
        await asyncio.sleep(0)
        return [path]
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(total(depth - 1, path + str(i))) for i in range(3)]
    return [leaf for task in tasks for leaf in task.result()]

async def search(depth, bad, path=""):
    if path == bad:
        raise LookupError(path)
    if depth:
        async with asyncio.TaskGroup() as tg:
            for i in range(2):
                tg.create_task(search(depth - 1, bad, path + str(i)))
    else:
        await asyncio.sleep(1)

def leaves(group):
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from leaves(error)
        else:
            yield error

def depth_of(group):
    return 1 + depth_of(group.exceptions[0]) if isinstance(group, BaseExceptionGroup) else 0

async def main():
    found = await total(4)
    print(len(found), found[:5], found[-1])
    for bad in ("", "1", "010", "111"):
        try:
            await search(3, bad)
        except* LookupError as group:
            print(repr(bad), list(leaves(group)), depth_of(group))
    try:
        await search(2, "10")
    except* KeyError:
        print("not this")
    except* LookupError as group:
        print("split", list(leaves(group)))

async def deep():
    async def nest(n):
        async with asyncio.TaskGroup() as tg:
            if n:
                task = tg.create_task(nest(n - 1))
            else:
                task = tg.create_task(asyncio.sleep(0, 0))
        return task.result() + 1
    print(await nest(40))

asyncio.run(main())
asyncio.run(deep())
