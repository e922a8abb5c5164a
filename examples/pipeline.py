"""A pipeline of stages with back-pressure.

Numbers flow through bounded queues: a source, a stage that keeps the primes, a stage that pairs
twins, and a sink that is the slowest of all. Because every queue is bounded, the fast source is
held back to the pace of the sink: no queue ever holds more than its limit.
"""

import asyncio
from typing import Any, Callable

END = object()


class Channel:
    """A bounded queue between two stages that remembers how it was used."""

    def __init__(self, name: str, size: int):
        self.name = name
        self.queue: asyncio.Queue = asyncio.Queue(size)
        self.passed = self.deepest = self.stalls = 0

    async def send(self, item: Any) -> None:
        if self.queue.full():
            self.stalls += 1
        await self.queue.put(item)
        self.passed += 1
        self.deepest = max(self.deepest, self.queue.qsize())

    async def close(self) -> None:
        await self.queue.put(END)

    def __aiter__(self) -> "Channel":
        return self

    async def __anext__(self) -> Any:
        item = await self.queue.get()
        if item is END:
            raise StopAsyncIteration
        return item


def is_prime(number: int) -> bool:
    if number < 4:
        return number > 1
    return number % 2 > 0 and all(number % d for d in range(3, int(number ** 0.5) + 1, 2))


async def source(limit: int, out: Channel) -> None:
    for number in range(limit):
        await out.send(number)
    await out.close()


async def keep(wanted: Callable[[int], bool], into: Channel, out: Channel) -> None:
    async for item in into:
        if wanted(item):
            await out.send(item)
    await out.close()


async def twins(into: Channel, out: Channel) -> None:
    previous = None
    async for prime in into:
        if previous is not None and prime - previous == 2:
            await out.send((previous, prime))
        previous = prime
    await out.close()


async def sink(into: Channel) -> list[tuple[int, int]]:
    pairs = []
    async for pair in into:
        for _ in range(20):  # slow on purpose
            await asyncio.sleep(0)
        pairs.append(pair)
    return pairs


async def main() -> None:
    numbers, primes, pairs = Channel("numbers", 8), Channel("primes", 4), Channel("pairs", 2)
    async with asyncio.TaskGroup() as group:
        group.create_task(source(2_000, numbers))
        group.create_task(keep(is_prime, numbers, primes))
        group.create_task(twins(primes, pairs))
        found = group.create_task(sink(pairs))

    for first, second in found.result()[-10:]:
        print(f"{first:>5} {second:>5}")
    print("twin primes below 2000:", len(found.result()))
    for channel in (numbers, primes, pairs):
        print(f"{channel.name:<8} passed {channel.passed:>5}, never more than "
              f"{channel.deepest} of {channel.queue.maxsize} waiting, "
              f"sender held back: {channel.stalls > 0}")


asyncio.run(main())
