# Tasks that only what they wait for refers to outlive collections of cycles: those who wait for a primitive that is in use belong to it.
import asyncio
import gc


class Guard:
    """All primitives, and what the tasks that wait for them did."""

    def __init__(self):
        self.queue, self.full, self.joined = asyncio.Queue(), asyncio.Queue(1), asyncio.Queue()
        self.lock, self.event, self.semaphore = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(0)
        self.condition, self.barrier = asyncio.Condition(), asyncio.Barrier(2)
        self.done = []

    async def get(self):
        self.done.append(('get', await self.queue.get()))

    async def get_again(self):
        self.done.append(('get again', await asyncio.wait_for(self.queue.get(), 10)))

    async def put(self):
        await self.full.put('late')
        self.done.append(('put', self.full.qsize()))

    async def join(self):
        await self.joined.join()
        self.done.append(('join', self.joined.qsize()))

    async def acquire(self):
        async with self.lock:
            self.done.append(('lock', self.lock.locked()))

    async def acquire_plainly(self):
        await self.lock.acquire()
        self.done.append(('lock again', self.lock.locked()))
        self.lock.release()

    async def wait(self):
        self.done.append(('event', await self.event.wait()))

    async def count(self):
        async with self.semaphore:
            self.done.append(('semaphore', self.semaphore.locked()))

    async def notice(self):
        async with self.condition:
            self.done.append(('condition', await self.condition.wait()))

    async def notice_when(self):
        async with self.condition:
            self.done.append(('condition for', await self.condition.wait_for(lambda: 'it')))
            self.done.append(('condition for', await self.condition.wait_for(lambda: self.event.is_set())))

    async def meet(self):
        await self.barrier.wait()
        self.done.append(('barrier', self.barrier.n_waiting))


async def wake(guard):
    guard.queue.put_nowait(1)
    guard.queue.put_nowait(2)
    guard.full.get_nowait()
    guard.joined.get_nowait()
    guard.joined.task_done()
    guard.lock.release()
    guard.event.set()
    guard.semaphore.release()
    async with guard.condition:
        guard.condition.notify_all()
    await guard.barrier.wait()


async def main():
    guard = Guard()
    await guard.lock.acquire()
    guard.full.put_nowait('early')
    guard.joined.put_nowait('work')
    for work in (guard.get, guard.get_again, guard.put, guard.join, guard.acquire, guard.acquire_plainly, guard.wait, guard.count, guard.notice,
                 guard.notice_when, guard.meet):
        asyncio.get_running_loop().create_task(work())
        del work
    for _ in range(3):
        await asyncio.sleep(0)
        gc.collect()
    print(guard.done, len(asyncio.all_tasks()))
    await wake(guard)
    for _ in range(9):
        await asyncio.sleep(0)
    gc.collect()
    for line in sorted(guard.done, key=str):
        print(line)


async def forgotten():
    """Who waits for what nobody else has is destroyed with it."""
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context['message'], context['task'].get_name()))
    for number, make in enumerate((lambda: asyncio.Queue().get(), lambda: asyncio.Event().wait(), lambda: asyncio.Semaphore(0).acquire())):
        asyncio.get_running_loop().create_task(make(), name=f'forgotten {number}')
        await asyncio.sleep(0)
        gc.collect()
        await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
asyncio.run(forgotten())
