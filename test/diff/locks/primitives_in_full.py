"""The synchronisation primitives by the documentation: every method, error and repr, fairness and cancellation."""
import asyncio
import re


def show(function):
    try:
        print(function())
    except (Exception, asyncio.CancelledError) as error:
        print(type(error).__name__, error)


def plain(value):
    return re.sub(r'0x[0-9a-f]+', '_', repr(value))


async def locks():
    lock = asyncio.Lock()
    print(lock.locked(), plain(lock), await lock.acquire(), lock.locked(), plain(lock))
    events = []

    async def user(name):
        async with lock as value:
            events.append((name, value))
            await asyncio.sleep(0)

    tasks = [asyncio.create_task(user(name)) for name in 'abc']
    await asyncio.sleep(0)
    print(plain(lock))
    tasks[0].cancel()
    lock.release()
    print(lock.locked(), await asyncio.gather(*tasks, return_exceptions=True), events, lock.locked())
    show(lock.release)
    for wrong in (lambda: asyncio.Lock(loop=None), lambda: lock.__enter__()):
        show(wrong)
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)


async def events():
    event = asyncio.Event()
    print(event.is_set(), plain(event))
    waiters = [asyncio.create_task(event.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    print(plain(event))
    waiters[1].cancel()
    event.set()
    event.set()
    event.clear()
    print(event.is_set(), await asyncio.gather(*waiters, return_exceptions=True))
    event.set()
    print(await event.wait(), event.is_set(), plain(event))
    event.clear()
    show(lambda: asyncio.Event(loop=None))


async def conditions():
    condition = asyncio.Condition()
    print(plain(condition), condition.locked())
    show(condition.notify)
    show(condition.notify_all)
    show(condition.release)
    show(lambda: asyncio.Condition(5))
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    state, log = [], []

    async def consumer(name, wanted):
        async with condition:
            got = await condition.wait_for(lambda: len(state) >= wanted and f'{name} sees {len(state)}')
            log.append(got)

    async def simple(name):
        async with condition:
            log.append((name, await condition.wait()))

    tasks = [asyncio.create_task(consumer('one', 1)), asyncio.create_task(consumer('two', 2)), asyncio.create_task(simple('simple'))]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(plain(condition))
    async with condition:
        condition.notify(0)
        state.append(1)
        condition.notify()
    await asyncio.sleep(0.001)
    print(log)
    await condition.acquire()
    state.append(2)
    condition.notify_all()
    condition.notify(100)
    print(condition.locked())
    condition.release()
    await asyncio.gather(*tasks)
    print(log)
    shared = asyncio.Lock()
    with_lock = asyncio.Condition(lock=shared)
    async with with_lock:
        print(shared.locked(), with_lock.locked())
    waiter = asyncio.create_task(simple('cancelled'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiter.cancel('stop')
    print(await asyncio.gather(waiter, return_exceptions=True), condition.locked())
    async with condition:
        try:
            async with asyncio.timeout(0.001):
                await condition.wait_for(lambda: False)
        except TimeoutError:
            print('timed out', condition.locked())


async def semaphores():
    semaphore = asyncio.Semaphore(2)
    print(semaphore.locked(), plain(semaphore), await semaphore.acquire(), await semaphore.acquire(), semaphore.locked(), plain(semaphore))
    log = []

    async def user(name):
        async with semaphore as value:
            log.append((name, value))
            await asyncio.sleep(0)

    tasks = [asyncio.create_task(user(name)) for name in 'abcd']
    await asyncio.sleep(0)
    print(plain(semaphore))
    tasks[1].cancel()
    semaphore.release()
    semaphore.release()
    print(await asyncio.gather(*tasks, return_exceptions=True), log, plain(semaphore))
    semaphore.release()
    print(plain(semaphore))
    bounded = asyncio.BoundedSemaphore(1)
    show(bounded.release)
    print(plain(bounded), await bounded.acquire(), bounded.release(), plain(bounded))
    for wrong in (lambda: asyncio.Semaphore(-1), lambda: asyncio.BoundedSemaphore(-1), lambda: asyncio.Semaphore(value=0)):
        show(lambda: plain(wrong()))
    async with asyncio.timeout(1):
        await asyncio.gather(*(user(number) for number in range(5)))
    print(log[-5:])


async def barriers():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken, plain(barrier))
    log = []

    async def party(name):
        async with barrier as position:
            log.append((name, position, barrier.n_waiting))
        return await barrier.wait()

    tasks = [asyncio.create_task(party(name)) for name in 'abc']
    await asyncio.sleep(0)
    print(barrier.n_waiting, plain(barrier))
    print(sorted(await asyncio.gather(*tasks)), log, barrier.n_waiting)
    waiting = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    await barrier.reset()
    print([type(each).__name__ for each in await asyncio.gather(*waiting, return_exceptions=True)], barrier.broken, plain(barrier))
    waiting = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    await barrier.abort()
    print(await asyncio.gather(*waiting, return_exceptions=True), barrier.broken, plain(barrier))
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print(repr(error), isinstance(error, RuntimeError))
    await barrier.reset()
    print(barrier.broken, barrier.n_waiting)
    waiting = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    print(await asyncio.gather(waiting[0], return_exceptions=True), barrier.n_waiting, barrier.broken)
    more = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    print(await asyncio.gather(waiting[1], *more))
    for wrong in (lambda: asyncio.Barrier(0), lambda: asyncio.Barrier(-2), lambda: asyncio.Barrier(parties=0)):
        show(wrong)


async def queues():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind(maxsize=3)
        print(kind.__name__, queue.maxsize, queue.empty(), queue.full(), queue.qsize(), plain(queue))
        for item in (2, 3, 1):
            queue.put_nowait(item)
        print(queue.full(), queue.qsize(), plain(queue))
        show(lambda: queue.put_nowait(4))
        putter = asyncio.create_task(queue.put(0))
        await asyncio.sleep(0)
        print(plain(queue))
        print([queue.get_nowait(), await queue.get(), queue.get_nowait()])
        await putter
        print(queue.get_nowait(), queue.empty())
        show(queue.get_nowait)
        for _ in range(4):
            queue.task_done()
        show(queue.task_done)
        await queue.join()
        getter = asyncio.create_task(queue.get())
        await asyncio.sleep(0)
        print(plain(queue))
        getter.cancel()
        await asyncio.gather(getter, return_exceptions=True)
        queue.put_nowait(9)
        joiner = asyncio.create_task(queue.join())
        await asyncio.sleep(0)
        print(joiner.done(), queue.get_nowait(), queue.task_done())
        await joiner
    unbounded = asyncio.Queue()
    for number in range(100):
        unbounded.put_nowait(number)
    print(unbounded.full(), unbounded.qsize(), asyncio.Queue(-1).maxsize, asyncio.Queue[int])
    priorities = asyncio.PriorityQueue()
    priorities.put_nowait((1, 'x'))
    show(lambda: priorities.put_nowait('not comparable'))
    print(issubclass(asyncio.QueueEmpty, Exception), asyncio.QueueFull.__mro__[1].__name__)


for part in (locks, events, conditions, semaphores, barriers, queues):
    asyncio.run(part())
