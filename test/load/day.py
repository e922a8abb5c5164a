"""A day of timers: periodic tasks, deadlines that are moved, timeouts that never come, and a scheduler that
cancels most of what it plans. Meant for simulated time (see run); prints what must be the same each time."""
import asyncio
import os
import sys

HOURS = int(sys.argv[1]) if len(sys.argv) > 1 else 24
START = None


def now():
    return asyncio.get_running_loop().time() - START


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


def descriptors():
    return len(os.listdir("/proc/self/fd"))


class Ticker:
    def __init__(self, interval):
        self.interval = interval
        self.ticks = 0
        self.worst = 0.0

    async def run(self):
        while True:
            due = (self.ticks + 1) * self.interval
            await asyncio.sleep(due - now())
            self.ticks += 1
            self.worst = max(self.worst, now() - due)


async def patient(found):
    """A watchdog whose deadline moves on with every sign of life."""
    try:
        async with asyncio.timeout(30) as deadline:
            while True:
                await asyncio.sleep(7)
                deadline.reschedule(asyncio.get_running_loop().time() + 30)
                found["signs"] += 1
    except TimeoutError:
        found["lost"] += 1


async def planner(found):
    """Plans calls of which all but every tenth are cancelled before their time."""
    loop = asyncio.get_running_loop()

    def call():
        found["called"] += 1
    while True:
        handles = [loop.call_later(60 + i, call) for i in range(100)]
        await asyncio.sleep(50)
        for i, handle in enumerate(handles):
            if i % 10:
                handle.cancel()
        found["planned"] += 10


async def quick(found):
    """wait_for that always comes in time, and one that never does."""
    event = asyncio.Event()
    while True:
        await asyncio.wait_for(asyncio.sleep(1), 5)
        try:
            await asyncio.wait_for(event.wait(), 11)
        except TimeoutError:
            found["expired"] += 1


async def main():
    global START
    START = asyncio.get_running_loop().time()
    found = dict.fromkeys(("signs", "lost", "called", "planned", "expired"), 0)
    tickers = [Ticker(interval) for interval in range(1, 61)]
    tasks = [asyncio.create_task(ticker.run()) for ticker in tickers]
    tasks += [asyncio.create_task(work(found)) for work in (patient, planner, quick)]
    await asyncio.sleep(3600.5)
    before = resident(), descriptors()
    await asyncio.sleep(3600 * HOURS + 0.5 - now())
    print("memory flat:", resident() <= before[0] + 2_000_000, "descriptors flat:", descriptors() == before[1])
    missed = [ticker.interval for ticker in tickers if ticker.ticks != 3600 * HOURS // ticker.interval]
    print("ticks:", sum(ticker.ticks for ticker in tickers), "missed:", missed,
          "late:", max(ticker.worst for ticker in tickers) > 0.5)
    print(found)
    for task in tasks:
        task.cancel()
    print(sum(isinstance(r, asyncio.CancelledError) for r in await asyncio.gather(*tasks, return_exceptions=True)))


asyncio.run(main())
