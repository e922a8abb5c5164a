"""Names of asyncio that are computed, listed or reached through submodules."""

import asyncio
import asyncio.locks
from asyncio import queues, taskgroups

NAMES = ["Lock", "Event", "Queue", "Barrier", "Semaphore", "Condition", "timeout", "shield", "TaskGroup"]

for name in NAMES:
    print(name, getattr(asyncio, name.strip()).__name__)

print(asyncio.locks.Condition is asyncio.Condition, queues.PriorityQueue is asyncio.PriorityQueue)
print(taskgroups.TaskGroup is asyncio.TaskGroup, "as_completed" in dir(asyncio))


async def main():
    condition = asyncio.Condition()
    async with condition:
        print(condition.locked())


asyncio.run(main())
