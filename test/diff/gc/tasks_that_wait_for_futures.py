# Tasks that only a future or a reader refers to outlive collections of cycles, however they wait for it.
import asyncio
import gc


class Owner:
    def __init__(self):
        self.future = asyncio.get_running_loop().create_future()
        self.reader = asyncio.StreamReader()
        self.done = []

    async def plain(self):
        self.done.append(('plain', await self.future))

    async def shielded(self):
        self.done.append(('shield', await asyncio.shield(self.future)))

    async def waiting(self):
        done, pending = await asyncio.wait([self.future])
        self.done.append(('wait', len(done), len(pending)))

    async def gathering(self):
        self.done.append(('gather', await asyncio.gather(self.future, self.nested())))

    async def nested(self):
        return await self.future

    async def limited(self):
        self.done.append(('wait_for', await asyncio.wait_for(self.future, 10)))

    async def limited_nested(self):
        self.done.append(('wait_for nested', await asyncio.wait_for(self.nested(), 10)))

    async def timeout(self):
        async with asyncio.timeout(10):
            self.done.append(('timeout', await self.nested()))

    async def group(self):
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self.nested()) for _ in range(2)]
            del tasks
        self.done.append(('group',))

    async def completed(self):
        for first in asyncio.as_completed([self.future]):
            self.done.append(('as_completed', await first))

    async def generator(self):
        async def values():
            yield await self.future
        async for value in values():
            self.done.append(('generator', value))

    async def read(self):
        self.done.append(('read', await self.reader.readline()))

    async def thread(self):
        self.done.append(('any', await self.first()))

    async def first(self):
        done, _ = await asyncio.wait([asyncio.ensure_future(self.nested())], return_when=asyncio.FIRST_COMPLETED)
        return [task.result() for task in done]


async def main():
    owner = Owner()
    for work in (owner.plain, owner.shielded, owner.waiting, owner.gathering, owner.limited, owner.limited_nested, owner.timeout, owner.group,
                 owner.completed, owner.generator, owner.read, owner.thread):
        asyncio.get_running_loop().create_task(work())
        del work
    for _ in range(4):
        await asyncio.sleep(0)
        gc.collect()
    print(owner.done, len(asyncio.all_tasks()))
    owner.future.set_result('value')
    owner.reader.feed_data(b'line\n')
    for _ in range(9):
        await asyncio.sleep(0)
        gc.collect()
    for line in sorted(owner.done, key=str):
        print(line)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
