"""TaskGroup: order of start and end, results, tasks that create tasks, an empty group."""
import asyncio

log = []

async def member(name, hops, group=None):
    log.append(f"{name} starts")
    for i in range(hops):
        await asyncio.sleep(0)
        log.append(f"{name} {i}")
    if group:
        log.append(f"{name} spawns")
        group.create_task(member(name + "'", hops - 1), name=name + "-child")
    return name.upper()

async def main():
    async with asyncio.TaskGroup() as tg:
        log.append("entered")
        first = tg.create_task(member("a", 2))
        second = tg.create_task(member("b", 1, tg), name="second")
        log.append("created")
        await asyncio.sleep(0)
        log.append("body goes on")
        third = tg.create_task(member("c", 3))
        log.append("body ends")
    log.append("left")
    print(*log, sep="\n")
    print(first.result(), second.result(), third.result(), second.get_name())
    async with asyncio.TaskGroup() as tg:
        pass
    print("empty group")
    async with asyncio.TaskGroup() as tg:
        done = tg.create_task(asyncio.sleep(0, "value"))
        print(await done, done.done())
    values = []
    async with asyncio.TaskGroup() as tg:
        for n in (3, 1, 2):
            task = tg.create_task(asyncio.sleep(n / 100, n))
            task.add_done_callback(lambda t: values.append(t.result()))
    print(values)
    async with asyncio.TaskGroup() as outer:
        async with asyncio.TaskGroup() as inner:
            tasks = [outer.create_task(asyncio.sleep(0.001, "outer")), inner.create_task(asyncio.sleep(0, "inner"))]
        print([t.done() for t in tasks])
    print([t.result() for t in tasks])

asyncio.run(main())
