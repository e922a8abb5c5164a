# The signal that PYASYNCC_TASKS_SIGNAL names prints the tree of tasks, with what each waits for.

# RUN: %pyasyncc %s -o %t
# RUN: env PYASYNCC_TASKS_SIGNAL=SIGUSR1 %t 2>&1 | FileCheck %s

import asyncio
import os
import signal


async def worker(queue, lock):
    await queue.get()
    async with lock:
        await asyncio.sleep(1000)


async def collect(workers):
    await asyncio.gather(*workers)


async def main():
    queue, lock = asyncio.Queue(), asyncio.Lock()
    queue.put_nowait(1)
    queue.put_nowait(2)
    workers = [asyncio.create_task(worker(queue, lock), name=f"worker {i}") for i in range(3)]
    asyncio.create_task(collect(workers), name="collector")
    for _ in range(3):
        await asyncio.sleep(0)
    os.kill(os.getpid(), signal.SIGUSR1)
    await asyncio.sleep(0)
    print("goes on")


asyncio.run(main())

# CHECK: Tasks of <_UnixSelectorEventLoop running=True closed=False debug=False>: 5
# CHECK-NEXT: * Task-1
# CHECK-NEXT:   |   File "{{.*}}task_tree.py", line 30, in async main()
# CHECK-NEXT:   + is to run
# CHECK-NEXT: * collector
# CHECK-NEXT:   |   File "{{.*}}task_tree.py", line 18, in async collect()
# CHECK-NEXT:   + waits for <_GatheringFuture pending
# CHECK-NEXT:     * worker 0
# CHECK-NEXT:       |   File "{{.*}}task_tree.py", line 14, in async worker()
# CHECK-NEXT:       + sleeps for another {{1000|999}}.{{[0-9]+}} s
# CHECK-NEXT:     * worker 1
# CHECK-NEXT:       |   File "{{.*}}task_tree.py", line 13, in async worker()
# CHECK-NEXT:       + waits for <asyncio.locks.Lock object at 0x{{.*}} [locked, waiters:1]>
# CHECK-NEXT:     * worker 2
# CHECK-NEXT:       |   File "{{.*}}task_tree.py", line 12, in async worker()
# CHECK-NEXT:       + waits for <Queue at 0x{{.*}} maxsize=0 _getters[1] tasks=2>
# CHECK: goes on
