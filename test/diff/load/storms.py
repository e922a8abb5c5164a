# difftest: no-wasi (WASI has no signals)
# difftest: timeout 60
"""Many of a kind at once: parked tasks, cancellations, signals, timers.
With an argument there are 1,000,000 tasks."""
import asyncio
import gc
import os
import signal
import sys

FULL = len(sys.argv) > 1
TASKS = 1_000_000 if FULL else 20_000


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


async def parked():
    event = asyncio.Event()
    woken = 0

    async def park():
        nonlocal woken
        await event.wait()
        woken += 1

    tasks = [asyncio.create_task(park()) for _ in range(TASKS)]
    await asyncio.sleep(0)
    event.set()
    await asyncio.gather(*tasks)
    print("woken:", woken == TASKS)


async def cancel_storm():
    seen = 0

    async def work(lock):
        nonlocal seen
        try:
            async with asyncio.timeout(100):
                async with lock:
                    await asyncio.sleep(100)
        except asyncio.CancelledError:
            seen += 1
            raise
        finally:
            await asyncio.sleep(0)

    lock = asyncio.Lock()
    tasks = [asyncio.create_task(work(lock)) for _ in range(TASKS // 10)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print("cancelled:", seen == len(tasks), all(isinstance(result, asyncio.CancelledError) for result in results))
    print("lock is free:", not lock.locked(), "tasks left:", len(asyncio.all_tasks()))

    async def group():
        async with asyncio.TaskGroup() as members:
            for _ in range(100):
                members.create_task(asyncio.sleep(100))

    groups = [asyncio.create_task(group()) for _ in range(TASKS // 1000)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for task in groups:
        task.cancel()
    await asyncio.wait(groups)
    print("groups:", all(task.cancelled() for task in groups), len(asyncio.all_tasks()))


async def signal_storm():
    loop = asyncio.get_running_loop()
    came = 0
    ticks = 0

    def count():
        nonlocal came
        came += 1

    loop.add_signal_handler(signal.SIGUSR1, count)
    sender = await asyncio.create_subprocess_exec(
        "sh", "-c", f"i=0; while [ $i -lt 200 ]; do kill -USR1 {os.getpid()}; i=$((i+1)); done")
    waiter = asyncio.create_task(sender.wait())
    while not waiter.done():
        await asyncio.sleep(0.001)
        ticks += 1
    await asyncio.sleep(0.01)
    print("signals:", 0 < came <= 200, "loop went on:", ticks > 0, "child:", waiter.result())
    before = came
    os.kill(os.getpid(), signal.SIGUSR1)
    await asyncio.sleep(0.01)
    print("one more:", came - before)
    loop.remove_signal_handler(signal.SIGUSR1)


async def timers():
    loop = asyncio.get_running_loop()
    fired = []
    handles = [loop.call_later((number * 7919 % 1000) / 20_000, fired.append, number) for number in range(TASKS // 10)]
    for handle in handles[::2]:
        handle.cancel()
    await asyncio.sleep(0.1)
    order = [number * 7919 % 1000 for number in fired]
    print("timers:", len(fired) == len(handles) // 2, order == sorted(order))


async def main():
    memory = []
    for _ in range(3):
        await parked()
        await cancel_storm()
        await timers()
        gc.collect()
        memory.append(resident())
    print("memory flat:", memory[2] - memory[1] < 3_000_000)
    await signal_storm()


asyncio.run(main())
