"""multiprocessing with forked processes: queues, pipes, locks, pools, shared numbers; executors of processes."""
# difftest: no-wasi (processes)
# difftest: timeout 60
import asyncio
import multiprocessing as mp
import os
import sys
from concurrent.futures import *
from multiprocessing import Array, RawArray, RawValue, Value, shared_memory
from multiprocessing.pool import ThreadPool


def answer(queue, number):
    queue.put((number, number * number))


def talk(connection):
    connection.send({'a': [1, 2]})
    connection.send(connection.recv() + '!')
    connection.close()


def end(lock, status):
    with lock:
        raise SystemExit(status)


def count(value, array, times):
    for _ in range(times):
        with value.get_lock():
            value.value += 1
    array[0] += times


def square(number):
    return number * number


def fail(number):
    raise ValueError('bad %d' % number)


def wait_for(event, queue):
    event.wait()
    queue.put('seen')


def in_own_loop(number):
    async def double():
        await asyncio.sleep(0)
        return await asyncio.to_thread(lambda: number * 2)
    return asyncio.run(double())


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def processes():
    queue = mp.Queue()
    started = [mp.Process(target=answer, args=(queue, i)) for i in range(3)]
    for process in started:
        process.start()
    print(sorted(queue.get() for _ in started))
    for process in started:
        process.join()
    print([process.exitcode for process in started])
    ours, theirs = mp.Pipe()
    process = mp.Process(target=talk, args=(theirs,), name='talker', daemon=True)
    print(process.name, process.daemon, process.is_alive(), process.exitcode)
    process.start()
    print(ours.recv(), ours.poll(0))
    ours.send('hi')
    print(ours.recv())
    process.join()
    print(process.is_alive(), process.exitcode)
    process.close()
    attempt(process.join)
    process = mp.Process(target=end, args=(mp.Lock(), 5))
    process.start()
    process.join()
    print(process.exitcode)
    event, queue = mp.Event(), mp.SimpleQueue()
    process = mp.Process(target=wait_for, args=(event, queue))
    process.start()
    event.set()
    print(queue.get(), event.is_set())
    process.join()
    print(mp.get_start_method(), mp.get_all_start_methods(), mp.active_children(), mp.parent_process())
    attempt(lambda: mp.get_context('other'))


def locks():
    semaphore = mp.Semaphore(2)
    semaphore.acquire()
    print(semaphore, mp.RLock(), mp.Condition(), mp.Lock(), mp.BoundedSemaphore(1))
    lock = mp.Lock()
    print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock.release())
    attempt(lock.release)
    recursive = mp.RLock()
    attempt(recursive.release)
    with recursive, recursive:
        print(recursive)
    bounded = mp.BoundedSemaphore(1)
    attempt(bounded.release)
    barrier = mp.Barrier(1)
    print(barrier.wait(), barrier.parties)


def shared():
    value, array = Value('i', 3), Array('d', [1.5, 2.5])
    started = [mp.Process(target=count, args=(value, array, 100)) for _ in range(2)]
    for process in started:
        process.start()
    for process in started:
        process.join()
    print(value.value, array[1], len(array), array[1:], value)
    text = Array('c', b'hello')
    print(text.value, text.raw)
    text.value = b'hi'
    print(text.value, text.raw, text[1])
    raw, numbers = RawValue('h', 70000), RawArray('i', 4)
    numbers[1:3] = [5, 6]
    print(raw.value, raw, list(numbers), numbers[-2])
    attempt(lambda: Value('i', 1.5))
    attempt(lambda: Array('d', ['x']))
    attempt(lambda: numbers.__setitem__(9, 1))
    memory = shared_memory.SharedMemory(create=True, size=16)
    memory.buf[:3] = b'abc'
    again = shared_memory.SharedMemory(memory.name)
    print(bytes(again.buf[:3]))
    again.close()
    memory.close()
    memory.unlink()
    attempt(lambda: shared_memory.SharedMemory('no such memory'))
    items = shared_memory.ShareableList([1, 'two', 3.5, None, True])
    items[0] = 7
    print(list(items), len(items))
    items.shm.close()
    items.shm.unlink()


def pools():
    with mp.Pool(2) as pool:
        print(pool.map(square, range(10)))
        print(sorted(pool.imap_unordered(square, range(5))), list(pool.imap(square, range(3))))
        print(pool.apply_async(square, (7,)).get(10), pool.starmap(pow, [(2, 3), (3, 2)]))
        attempt(lambda: pool.apply(fail, (3,)))
    with ThreadPool(2) as pool:
        print(pool.map(abs, [-1, -2]))
    with ProcessPoolExecutor(2) as pool:
        print(list(pool.map(in_own_loop, range(4))))


async def executors():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=2) as pool:
        print(await asyncio.gather(*[loop.run_in_executor(pool, square, i) for i in range(6)]))
        try:
            await loop.run_in_executor(pool, fail, 1)
        except ValueError as error:
            print(error, type(error.__cause__).__name__)


if __name__ == '__main__':
    processes()
    locks()
    shared()
    pools()
    asyncio.run(executors())
