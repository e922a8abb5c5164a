# Queue.shutdown, which Python has since 3.13. The expectations are those of CPython's own test_queues.py.

# RUN: %run %s | FileCheck %s --match-full-lines
import asyncio
from asyncio import staggered


async def settle():
    for _ in range(3):
        await asyncio.sleep(0)


async def outcome(awaitable):
    try:
        return await awaitable
    except asyncio.QueueShutDown as error:
        return type(error).__name__


def now(call, *args):
    try:
        return call(*args)
    except (asyncio.QueueShutDown, ValueError) as error:
        return type(error).__name__


class Own(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop(0)

    def _put(self, item):
        self._queue.append(item)


async def check(kind):
    queue = kind(1)
    queue.put_nowait(1)
    putters = [asyncio.create_task(outcome(queue.put(item))) for item in (2, 3)]
    joiner = asyncio.create_task(queue.join())
    await settle()
    queue.shutdown()
    print(kind.__name__, await asyncio.gather(*putters), queue.qsize(), queue._format()[-17:])
    print(now(queue.put_nowait, 4), await outcome(queue.get()), await outcome(queue.get()), now(queue.get_nowait))
    queue.task_done()
    await joiner
    print(now(queue.task_done))
    queue = kind()
    getters = [asyncio.create_task(outcome(queue.get())) for _ in range(2)]
    await settle()
    queue.put_nowait(5)
    queue.shutdown()
    print(await asyncio.gather(*getters))
    queue = kind()
    for item in range(3):
        queue.put_nowait(item)
    queue.get_nowait()
    joiner = asyncio.create_task(queue.join())
    await settle()
    queue.shutdown(immediate=True)
    await settle()
    print(queue.qsize(), queue._unfinished_tasks, joiner.done(), await outcome(queue.get()))
    queue.task_done()
    await joiner
    queue.shutdown()
    print(queue._format(), queue._is_shutdown)


for kind in asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue, Own:
    asyncio.run(check(kind))
print(staggered.staggered_race.__name__)

# CHECK: Queue ['QueueShutDown', 'QueueShutDown'] 1  tasks=1 shutdown
# CHECK-NEXT: QueueShutDown 1 QueueShutDown QueueShutDown
# CHECK-NEXT: ValueError
# CHECK-NEXT: [5, 'QueueShutDown']
# CHECK-NEXT: 0 1 False QueueShutDown
# CHECK-NEXT: maxsize=0 shutdown True
# CHECK-NEXT: LifoQueue ['QueueShutDown', 'QueueShutDown'] 1  tasks=1 shutdown
# CHECK: maxsize=0 shutdown True
# CHECK-NEXT: PriorityQueue ['QueueShutDown', 'QueueShutDown'] 1  tasks=1 shutdown
# CHECK: maxsize=0 shutdown True
# CHECK-NEXT: Own ['QueueShutDown', 'QueueShutDown'] 1  tasks=1 shutdown
# CHECK-NEXT: QueueShutDown 1 QueueShutDown QueueShutDown
# CHECK-NEXT: ValueError
# CHECK-NEXT: [5, 'QueueShutDown']
# CHECK-NEXT: 0 1 False QueueShutDown
# CHECK-NEXT: maxsize=0 shutdown True
# CHECK-NEXT: staggered_race
