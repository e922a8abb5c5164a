"""A bounded buffer over two Conditions that share one lock."""
import asyncio

class Buffer:
    def __init__(self, size):
        self.items, self.size = [], size
        self.lock = asyncio.Lock()
        self.not_full = asyncio.Condition(self.lock)
        self.not_empty = asyncio.Condition(self.lock)

    async def put(self, item):
        async with self.not_full:
            while len(self.items) >= self.size:
                await self.not_full.wait()
            self.items.append(item)
            self.not_empty.notify()

    async def get(self):
        async with self.not_empty:
            await self.not_empty.wait_for(lambda: self.items)
            item = self.items.pop(0)
            self.not_full.notify()
            return item

async def main():
    buffer, log = Buffer(2), []
    async def producer(name, count):
        for i in range(count):
            await buffer.put(f"{name}{i}")
            log.append(f">{name}{i}")
    async def consumer(name, count):
        for _ in range(count):
            log.append(f"<{name}:{await buffer.get()}")
            if name == "slow":
                await asyncio.sleep(0)
    await asyncio.gather(producer("p", 6), producer("q", 6), consumer("slow", 5), consumer("fast", 7))
    print(*log, sep="\n")
    print(buffer.items, buffer.lock.locked())
    shared = asyncio.Condition(asyncio.Lock())
    print(shared.locked(), await shared.acquire(), shared.locked())
    shared.release()
    print(shared.locked())

asyncio.run(main())
