"""A job queue with a rate limit, timeouts and retries with exponential back-off.

Jobs fail in the ways real ones do: some work at once, some only at the third attempt, some hang
until the timeout, some never work. The report shows what became of each.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Awaitable, Callable

ATTEMPTS = 4
TIMEOUT = 0.15
BACKOFF = 0.01


class TemporaryError(Exception):
    """Worth another attempt."""


@dataclass
class Job:
    name: str
    action: Callable[[int], Awaitable[str]]
    history: list[str] = field(default_factory=list)
    result: str | None = None


class RateLimiter:
    """Lets at most `rate` entries through per `period` seconds."""

    def __init__(self, rate: int, period: float):
        self._permits = asyncio.Semaphore(rate)
        self._period = period
        self.entered = 0

    async def __aenter__(self) -> None:
        await self._permits.acquire()
        self.entered += 1
        asyncio.get_running_loop().call_later(self._period, self._permits.release)

    async def __aexit__(self, *_: object) -> None:
        pass


async def attempt(job: Job, number: int, limiter: RateLimiter) -> bool:
    """Runs the job once; true if there is nothing more to try."""
    try:
        async with limiter, asyncio.timeout(TIMEOUT):
            job.result = await job.action(number)
    except TimeoutError:
        job.history.append("timeout")
    except TemporaryError as error:
        job.history.append(f"retry ({error})")
    except Exception as error:
        job.history.append(f"failed: {type(error).__name__}: {error}")
        return True
    else:
        job.history.append("done")
        return True
    return False


async def worker(queue: asyncio.Queue, limiter: RateLimiter) -> int:
    """Takes jobs until the queue hands out None; returns how many it ran."""
    jobs_run = 0
    while (job := await queue.get()) is not None:
        jobs_run += 1
        for number in range(1, ATTEMPTS + 1):
            if await attempt(job, number, limiter):
                break
            await asyncio.sleep(BACKOFF * 2 ** number)
        else:
            job.history.append("gave up")
    return jobs_run


async def quick(number: int) -> str:
    await asyncio.sleep(0.002)
    return f"quick at attempt {number}"


async def flaky(number: int) -> str:
    await asyncio.sleep(0)
    if number < 3:
        raise TemporaryError(f"busy {number}")
    return f"flaky at attempt {number}"


async def slow_once(number: int) -> str:
    await asyncio.sleep(30 if number == 1 else 0)
    return f"woke at attempt {number}"


async def hopeless(number: int) -> str:
    raise TemporaryError(f"no luck {number}")


async def broken(number: int) -> str:
    return "never" + number  # a TypeError: not worth a retry


async def main() -> None:
    actions = [quick, flaky, slow_once, hopeless, broken]
    jobs = [Job(f"{action.__name__}-{index}", action)
            for index, action in enumerate(actions * 3)]
    queue: asyncio.Queue = asyncio.Queue()
    limiter = RateLimiter(rate=5, period=0.02)
    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(worker(queue, limiter)) for _ in range(5)]
        for job in jobs + [None] * len(workers):
            await queue.put(job)

    for job in jobs:
        print(f"{job.name:<14}{' -> '.join(job.history)}")
        if job.result is not None:
            print(f"{'':<14}result: {job.result}")
    print("jobs run:", sum(task.result() for task in workers))
    print("attempts:", limiter.entered)


asyncio.run(main())
