"""Task: names, states, results, exceptions, done callbacks, current_task and all_tasks."""
import asyncio

async def good(value):
    await asyncio.sleep(0)
    return value

async def bad():
    await asyncio.sleep(0)
    raise ValueError("bad")

async def main():
    me = asyncio.current_task()
    me.set_name("the main task")
    print(me.get_name(), me is asyncio.current_task(), len(asyncio.all_tasks()))
    task = asyncio.create_task(good(7), name="seven")
    print(task.get_name(), task.done(), task.cancelled(), task.get_coro().__name__, len(asyncio.all_tasks()))
    for method in ("result", "exception"):
        try:
            getattr(task, method)()
        except asyncio.InvalidStateError as error:
            print(method, error)
    for method in ("set_result", "set_exception"):
        try:
            getattr(task, method)(1)
        except RuntimeError as error:
            print(error)
    log = []
    def first(t):
        log.append(("first", t.get_name(), t.result()))
    def second(t):
        log.append(("second", t is task))
    task.add_done_callback(first)
    task.add_done_callback(second)
    task.add_done_callback(first)
    print(task.remove_done_callback(first), task.remove_done_callback(first))
    task.add_done_callback(first)
    print(await task, log)
    await asyncio.sleep(0)
    print(log, task.done(), task.result(), task.exception())
    task.set_name(42)
    print(repr(task.get_name()))
    failed = asyncio.create_task(bad())
    await asyncio.wait([failed])
    print(repr(failed.exception()), failed.exception() is failed.exception())
    try:
        failed.result()
    except ValueError as error:
        print(error is failed.exception())
    for _ in range(2):
        try:
            await failed
        except ValueError as error:
            print("awaited again", error)
    print(await task, await task)
    names = [asyncio.create_task(good(i)).get_name() for i in range(3)]
    numbers = [int(n.removeprefix("Task-")) for n in names]
    print([n - numbers[0] for n in numbers], len(asyncio.all_tasks()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()), asyncio.iscoroutine(main), asyncio.iscoroutinefunction(main))
    try:
        asyncio.create_task(good)
    except TypeError as error:
        print(str(error).split(" <")[0])
    future = asyncio.ensure_future(asyncio.ensure_future(good("same")))
    print(isinstance(future, asyncio.Task), isinstance(future, asyncio.Future), await future)
    other = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(other) is other, asyncio.isfuture(other), asyncio.isfuture(task), asyncio.isfuture(1))

asyncio.run(main())
