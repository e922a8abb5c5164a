"""Classes derived from the primitives: overridden acquire, release and wait are what `async with` uses."""
import asyncio

class LoudLock(asyncio.Lock):
    def __init__(self, name):
        super().__init__()
        self.name = name
    async def acquire(self):
        print(self.name, "acquire")
        result = await super().acquire()
        print(self.name, "acquired", result)
        return result
    def release(self):
        print(self.name, "release")
        super().release()

class CountingSemaphore(asyncio.Semaphore):
    total = 0
    async def __aenter__(self):
        await super().__aenter__()
        self.total += 1
        return self.total

class Signal(asyncio.Event):
    def set(self, value=None):
        self.value = value
        super().set()
    async def wait(self):
        await super().wait()
        return self.value

class Gate(asyncio.Condition):
    opened = False
    async def open(self):
        async with self:
            self.opened = True
            self.notify_all()
    async def wait(self):
        print("gate waits")
        return await super().wait()
    async def passed(self):
        async with self:
            return await self.wait_for(lambda: self.opened)

class Rendezvous(asyncio.Barrier):
    async def wait(self):
        index = await super().wait()
        return f"place {index}"

async def main():
    lock = LoudLock("L")
    async with lock as value:
        print("inside", value, lock.locked())
    async def user(n):
        async with lock:
            print("user", n)
            await asyncio.sleep(0)
    await asyncio.gather(user(1), user(2))
    semaphore = CountingSemaphore(2)
    async def counted():
        async with semaphore as total:
            await asyncio.sleep(0)
            return total
    print(await asyncio.gather(*(counted() for _ in range(5))), semaphore.locked(), semaphore.total)
    signal = Signal()
    waiting = [asyncio.create_task(signal.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    signal.set("payload")
    print(await asyncio.gather(*waiting), signal.is_set())
    gate = Gate()
    tasks = [asyncio.create_task(gate.passed()) for _ in range(2)]
    await asyncio.sleep(0)
    await gate.open()
    print(await asyncio.gather(*tasks), gate.locked())
    meeting = Rendezvous(2)
    async def meets():
        async with meeting as place:
            return place
    print(await asyncio.gather(meets(), meets()))
    shared = asyncio.Condition(lock)
    async with shared:
        shared.notify()
    lock.label = "attributes may be set"
    plain = asyncio.Lock()
    plain.owner = "here too"
    print(lock.label, plain.owner, isinstance(lock, asyncio.Lock), LoudLock.__mro__[1].__name__)

asyncio.run(main())
