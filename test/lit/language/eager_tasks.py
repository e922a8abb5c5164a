# Eager tasks, which Python has since 3.12 (eager_start of create_task since 3.14): the first step is taken at once.

# RUN: %run %s | FileCheck %s

import asyncio


async def quick(mark):
    task = asyncio.current_task()
    print("quick", mark, task.get_name(), task in asyncio.all_tasks())
    return mark


async def slow(mark):
    task = asyncio.current_task()
    print("slow", mark, task.get_name(), task in asyncio.all_tasks())
    await asyncio.sleep(0)
    print("slow", mark, "again", task in asyncio.all_tasks())
    return mark


async def failing():
    raise ValueError("failed")


async def by_factory(loop):
    me = asyncio.current_task()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(quick(1), name="first")
    print(task, task.get_coro(), asyncio.current_task() is me, len(asyncio.all_tasks()))
    task = asyncio.create_task(slow(2), name="second")
    print(task.done(), task.get_coro() is not None, len(asyncio.all_tasks()))
    print(await task, asyncio.iscoroutine(task.get_coro()))
    print(await asyncio.gather(quick(3), slow(4), quick(5)))
    print(await asyncio.wait_for(quick(6), 1), await asyncio.wait_for(slow(7), 1))
    loop.set_task_factory(None)


async def in_groups(loop):
    loop.set_task_factory(asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(quick(8), name="a"), group.create_task(slow(9), name="b")]
        print([task.done() for task in tasks])
    try:
        async with asyncio.TaskGroup() as group:
            failed = group.create_task(failing())
            later = group.create_task(slow(10), name="later")    # the failure is seen at the next await
            print(failed.done(), later.done())
            await asyncio.sleep(0)
            print("not reached")
    except* ValueError as errors:
        print(errors.exceptions, later.cancelled())
    loop.set_task_factory(None)


async def by_argument(loop):
    task = asyncio.create_task(quick(11), name="eager", eager_start=True)
    print(task.done())
    task = asyncio.create_task(quick(12), name="lazy", eager_start=False)
    print(task.done())
    await task
    task = loop.create_task(slow(13), name="of the loop", eager_start=True)
    print(task.done())
    await task
    async with asyncio.TaskGroup() as group:
        print(group.create_task(quick(14), name="of a group", eager_start=True).done())
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(quick(15), name="lazy", eager_start=False)
    print(task.done(), await task)
    loop.set_task_factory(None)


class Named(asyncio.Task):
    pass


async def own_classes(loop):
    loop.set_task_factory(asyncio.create_eager_task_factory(Named))
    task = asyncio.create_task(quick(16))
    print(type(task).__name__, task.done())
    await asyncio.create_task(quick(18), name="named from the first step on")
    loop.set_task_factory(lambda loop, coro, **kwargs: print("factory", kwargs) or Named(coro, loop=loop, **kwargs))
    task = asyncio.create_task(quick(17), eager_start=True)
    print(task.done())
    loop.set_task_factory(None)


async def main():
    loop = asyncio.get_running_loop()
    await by_factory(loop)
    await in_groups(loop)
    await by_argument(loop)
    await own_classes(loop)


print(asyncio.EventLoop is asyncio.SelectorEventLoop)
with asyncio.Runner(loop_factory=asyncio.EventLoop) as runner:
    runner.run(main())

# CHECK:      True
# CHECK-NEXT: quick 1 first True
# CHECK-NEXT: <Task finished name='first' result=1> None True 1
# CHECK-NEXT: slow 2 second True
# CHECK-NEXT: False True 2
# CHECK-NEXT: slow 2 again True
# CHECK-NEXT: 2 True
# CHECK-NEXT: quick 3 Task-2 True
# CHECK-NEXT: slow 4 Task-3 True
# CHECK-NEXT: quick 5 Task-4 True
# CHECK-NEXT: slow 4 again True
# CHECK-NEXT: [3, 4, 5]
# CHECK-NEXT: quick 6 Task-5 True
# CHECK-NEXT: slow 7 Task-6 True
# CHECK-NEXT: slow 7 again True
# CHECK-NEXT: 6 7
# CHECK-NEXT: quick 8 a True
# CHECK-NEXT: slow 9 b True
# CHECK-NEXT: [True, False]
# CHECK-NEXT: slow 9 again True
# CHECK-NEXT: slow 10 later True
# CHECK-NEXT: True False
# CHECK-NEXT: (ValueError('failed'),) True
# CHECK-NEXT: quick 11 eager True
# CHECK-NEXT: True
# CHECK-NEXT: False
# CHECK-NEXT: quick 12 lazy True
# CHECK-NEXT: slow 13 of the loop True
# CHECK-NEXT: False
# CHECK-NEXT: slow 13 again True
# CHECK-NEXT: quick 14 of a group True
# CHECK-NEXT: True
# CHECK-NEXT: quick 15 lazy True
# CHECK-NEXT: False 15
# CHECK-NEXT: quick 16 Task-{{[0-9]+}} True
# CHECK-NEXT: Named True
# CHECK-NEXT: quick 18 named from the first step on True
# CHECK-NEXT: factory {'eager_start': True}
# CHECK-NEXT: quick 17 Task-{{[0-9]+}} True
# CHECK-NEXT: True
