"""The exact order in which tasks take turns: create_task, call_soon, sleep(0), futures, gather."""
import asyncio


async def steps(name, count):
    for i in range(count):
        print(name, i)
        await asyncio.sleep(0)
    return name


async def wait_for_future(name, future):
    print(name, "waits")
    print(name, "got", await future)


async def no_suspension(name):
    print(name, "runs in one go")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [asyncio.create_task(steps("a", 3)), asyncio.create_task(wait_for_future("w1", future)),
             asyncio.create_task(steps("b", 2)), asyncio.create_task(wait_for_future("w2", future))]
    loop.call_soon(print, "callback 1")
    loop.call_soon(lambda: loop.call_soon(print, "callback from a callback"))
    print("main before its first hop")
    await asyncio.sleep(0)
    print("main after one hop")
    await no_suspension("direct")
    asyncio.create_task(no_suspension("late task"))
    future.set_result("the result")
    print("main set the future")
    await asyncio.sleep(0)
    print("main after two hops")
    print(await tasks[0], await tasks[2])
    await asyncio.gather(steps("c", 2), no_suspension("gathered"), steps("d", 1))
    print("end")


asyncio.run(main())
