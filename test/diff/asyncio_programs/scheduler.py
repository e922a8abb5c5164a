"""A cron-like scheduler over a loop with its own clock; jobs with overlap policies, priorities, cancellation."""
import asyncio
import heapq
import datetime as dt
from contextvars import ContextVar
from dataclasses import dataclass, field

current_job = ContextVar("current_job", default=None)


class FastLoop(asyncio.SelectorEventLoop):
    """Time that jumps from timer to timer."""
    def __init__(self):
        super().__init__()
        self._offset = 0.0
        self._base = super().time()

    def time(self):
        return self._offset

    def _run_once(self):
        if not self._ready_soon and self._timers:
            self._offset = max(self._offset, self._timers[0])
            heapq.heappop(self._timers)
        self._ready_soon = False
        super()._run_once()

    _ready_soon = True
    _timers = []

    def call_soon(self, callback, *args, context=None):
        self._ready_soon = True
        return super().call_soon(callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        heapq.heappush(self._timers, when)
        return super().call_at(when, callback, *args, context=context)


@dataclass(order=True)
class Job:
    when: float
    priority: int
    name: str = field(compare=False)
    action: object = field(compare=False, repr=False)
    every: float | None = field(compare=False, default=None)
    runs: int = field(compare=False, default=0)
    overlap: str = field(compare=False, default="allow")
    running: set = field(compare=False, default_factory=set, repr=False)


class Scheduler:
    def __init__(self):
        self.jobs = []
        self.wake = asyncio.Event()
        self.log = []

    def add(self, name, action, *, at=None, every=None, priority=0, overlap="allow"):
        loop = asyncio.get_running_loop()
        job = Job(loop.time() + (at if at is not None else every), priority, name, action, every, overlap=overlap)
        heapq.heappush(self.jobs, job)
        self.wake.set()
        return job

    def remove(self, job):
        self.jobs.remove(job)
        heapq.heapify(self.jobs)

    async def run(self, until):
        loop = asyncio.get_running_loop()
        async with asyncio.TaskGroup() as group:
            while self.jobs and self.jobs[0].when <= until:
                self.wake.clear()
                delay = self.jobs[0].when - loop.time()
                if delay > 0:
                    try:
                        await asyncio.wait_for(self.wake.wait(), delay)
                    except TimeoutError:
                        pass
                    continue
                job = heapq.heappop(self.jobs)
                if job.running and job.overlap == "skip":
                    self.log.append((loop.time(), job.name, "skipped"))
                elif job.running and job.overlap == "replace":
                    for task in job.running:
                        task.cancel("replaced")
                    self.start(group, job)
                else:
                    self.start(group, job)
                if job.every:
                    job.when += job.every
                    heapq.heappush(self.jobs, job)

    def start(self, group, job):
        async def run():
            current_job.set(job.name)
            loop = asyncio.get_running_loop()
            try:
                result = await job.action()
            except asyncio.CancelledError as error:
                self.log.append((loop.time(), job.name, f"cancelled {error.args}"))
            except Exception as error:
                self.log.append((loop.time(), job.name, f"failed {error!r}"))
            else:
                job.runs += 1
                self.log.append((loop.time(), current_job.get(), result))
        task = group.create_task(run(), name=job.name)
        job.running.add(task)
        task.add_done_callback(job.running.discard)


async def main():
    scheduler = Scheduler()

    async def quick():
        return "quick"

    async def slow():
        await asyncio.sleep(25)
        return "slow done by " + asyncio.current_task().get_name()

    async def broken():
        await asyncio.sleep(1)
        raise OSError(5, "no disk")

    minute = scheduler.add("minute", quick, every=60)
    scheduler.add("skipping", slow, every=10, overlap="skip")
    replaced = scheduler.add("replaced", slow, every=20, overlap="replace")
    scheduler.add("broken", broken, at=30)
    scheduler.add("low", quick, at=30, priority=5)
    scheduler.add("high", quick, at=30, priority=-5)
    asyncio.get_running_loop().call_later(70, scheduler.remove, replaced)
    await scheduler.run(125)
    for when, name, what in scheduler.log:
        print(f"{when:6.1f} {name:9} {what}")
    print(minute, [job.name for job in sorted(scheduler.jobs)])
    day = dt.datetime(2024, 2, 28, 23, 59, tzinfo=dt.timezone.utc)
    print(day + dt.timedelta(seconds=asyncio.get_running_loop().time()))


with asyncio.Runner(loop_factory=FastLoop) as runner:
    runner.run(main())
