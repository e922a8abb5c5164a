# asyncio's call graph, which Python has since 3.14: the coroutines a task is suspended in, and who waits for it.

# RUN: %run %s | FileCheck %s

import asyncio


async def inner(event):
    await event.wait()


async def middle(event):
    await inner(event)


async def gathering(event):
    await asyncio.gather(middle(event), middle(event))


async def waiting(task):
    await asyncio.wait([task])


async def shielding(event):
    await asyncio.shield(middle(event))


def show():
    asyncio.print_call_graph()
    print([entry.frame.f_code.co_name for entry in asyncio.capture_call_graph().call_stack])
    print([entry.frame.f_code.co_name for entry in asyncio.capture_call_graph(depth=2, limit=1).call_stack])


async def generate():
    show()
    yield 1


async def running():
    async for _ in generate():
        pass


async def main():
    event = asyncio.Event()
    gatherer = asyncio.create_task(gathering(event), name="gatherer")
    waiter = asyncio.create_task(waiting(gatherer), name="waiter")
    async with asyncio.TaskGroup() as group:
        member = group.create_task(middle(event), name="member")
        shielded = asyncio.shield(member)
        for _ in range(3):
            await asyncio.sleep(0)
        asyncio.print_call_graph(gatherer)
        graph = asyncio.capture_call_graph(gatherer, limit=1)
        print(len(graph.call_stack), [entry.future.get_name() for entry in graph.awaited_by])
        print(asyncio.format_call_graph(member, limit=-1))
        print(asyncio.format_call_graph(member, limit=0))
        asyncio.future_add_to_awaited_by(shielded, waiter)
        asyncio.print_call_graph(shielded, limit=0)
        asyncio.future_discard_from_awaited_by(shielded, waiter)
        asyncio.print_call_graph(shielded, limit=0)
        print(asyncio.capture_call_graph().future is asyncio.current_task())
        outer = asyncio.create_task(shielding(event), name="outer")
        for _ in range(3):
            await asyncio.sleep(0)
        inner = [task for task in asyncio.all_tasks() if task.get_coro().__name__ == "middle"
                 and [entry.future.get_name() for entry in asyncio.capture_call_graph(task).awaited_by] == ["outer"]]
        print(len(inner))
        event.set()
    await waiter
    await asyncio.create_task(running(), name="runner")


asyncio.run(main())
try:
    asyncio.print_call_graph()
except RuntimeError as error:
    print(error)
try:
    asyncio.capture_call_graph(3)
except TypeError as error:
    print(error)

# CHECK: * Task(name='gatherer', id=0x{{.*}})
# CHECK-NEXT:   + Call stack:
# CHECK-NEXT:   |   File '{{.*}}call_graph.py', line 17, in async gathering()
# CHECK-NEXT:   + Awaited by:
# CHECK-NEXT:     * Task(name='waiter', id=0x{{.*}})
# CHECK-NEXT:       + Call stack:
# CHECK-NEXT:       |   File '{{.*}}call_graph.py', line 21, in async waiting()
# CHECK-NEXT: 1 ['waiter']
# CHECK-NEXT: * Task(name='member'
# CHECK-NEXT:   + Call stack:
# CHECK-NEXT:   |   File '{{.*}}call_graph.py', line 13, in async middle()
# CHECK-NEXT:   + Awaited by:
# CHECK-NEXT:     * Task(name='Task-1', id=0x{{.*}})
# CHECK-NEXT:       + Call stack:
# CHECK-NEXT:       |   File '{{.*}}call_graph.py', line {{.*}}, in async main()
# CHECK-NEXT: * Task(name='member', id=0x{{[0-9a-f]+}})
# CHECK-NEXT:   + Awaited by:
# CHECK-NEXT:     * Task(name='Task-1', id=0x{{.*}})
# CHECK-NEXT: * Future(id=0x{{.*}})
# CHECK-NEXT:   + Awaited by:
# CHECK-NEXT:     * Task(name='waiter', id=0x{{.*}})
# CHECK-NEXT: * Future(id=0x{{.*}})
# CHECK-NEXT: True
# CHECK-NEXT: 1
# CHECK-NEXT: * Task(name='runner', id=0x{{.*}})
# CHECK-NEXT:   + Call stack:
# CHECK-NEXT:   |   File '{{.*}}call_graph.py', line {{.*}}, in show()
# CHECK-NEXT:   |   File '{{.*}}call_graph.py', line {{.*}}, in async generator generate()
# CHECK-NEXT:   |   File '{{.*}}call_graph.py', line {{.*}}, in async running()
# CHECK-NEXT:   + Awaited by:
# CHECK-NEXT:     * Task(name='Task-1', id=0x{{.*}})
# CHECK-NEXT:       + Call stack:
# CHECK-NEXT:       |   File '{{.*}}call_graph.py', line {{.*}}, in async main()
# CHECK-NEXT: ['show', 'generate', 'running']
# CHECK-NEXT: ['generate']
# CHECK-NEXT: capture_call_graph() is called outside of a running event loop and no *future* to introspect was provided
# CHECK-NEXT: 3 object does not appear to be compatible with asyncio.Future
