"""A13: a recursive TaskGroup fan-out, four children each, per task."""

import asyncio
import sys
import time

CHILDREN = 4


async def visit(remaining):
    """Visits a tree of about `remaining` nodes; returns how many there were."""
    if remaining <= CHILDREN:
        return 1
    share = (remaining - 1) // CHILDREN
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(visit(share)) for _ in range(CHILDREN)]
    return 1 + sum([task.result() for task in tasks])


async def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    start = time.perf_counter()
    count = await visit(size)
    elapsed = time.perf_counter() - start
    print(elapsed * 1e9 / count)


asyncio.run(main())
