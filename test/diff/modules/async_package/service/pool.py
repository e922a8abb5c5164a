import asyncio


class Pool:
    def __init__(self, size):
        self.semaphore = asyncio.Semaphore(size)

    async def __aenter__(self):
        print("pool open")
        return self

    async def __aexit__(self, *exc):
        await asyncio.sleep(0)
        print("pool closed")

    async def run(self, worker):
        async with self.semaphore:
            return await worker.run()


async def run_all(pool, workers):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(pool.run(worker), name=worker.name) for worker in workers]
    return {task.get_name(): task.result() for task in tasks}
