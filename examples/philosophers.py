"""Dining philosophers: forks are locks, and three ways to sit down at the table.

`greedy` takes the left fork first and deadlocks, which a timeout notices. `ordered` takes the
lower-numbered fork first; `waiter` lets only four of the five sit down at once. Both always end.
"""

import asyncio
from contextlib import AsyncExitStack

NAMES = ["Aristotle", "Beauvoir", "Confucius", "Diotima", "Epictetus"]
MEALS = 3


class Table:
    def __init__(self, seats: int):
        self.forks = [asyncio.Lock() for _ in range(seats)]
        self.waiter = asyncio.Semaphore(seats - 1)
        self.eating = 0
        self.most_eating = 0

    def beside(self, seat: int) -> tuple[int, int]:
        return seat, (seat + 1) % len(self.forks)


async def eat(table: Table, seat: int, forks: tuple[int, int]) -> None:
    first, second = forks
    async with table.forks[first]:
        await asyncio.sleep(0)  # a moment in which another may take the second fork
        async with table.forks[second]:
            table.eating += 1
            table.most_eating = max(table.most_eating, table.eating)
            print(f"  {NAMES[seat]} eats with forks {first} and {second}")
            await asyncio.sleep(0)
            table.eating -= 1


async def greedy(table: Table, seat: int) -> None:
    await eat(table, seat, table.beside(seat))


async def ordered(table: Table, seat: int) -> None:
    low, high = sorted(table.beside(seat))
    await eat(table, seat, (low, high))


async def waiter(table: Table, seat: int) -> None:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(table.waiter)
        await eat(table, seat, table.beside(seat))


async def philosopher(table: Table, seat: int, strategy) -> int:
    meals = 0
    for _ in range(MEALS):
        await strategy(table, seat)
        meals += 1
        await asyncio.sleep(0)  # think
    return meals


async def dinner(strategy) -> None:
    table = Table(len(NAMES))
    print(f"{strategy.__name__}:")
    try:
        async with asyncio.timeout(0.1):
            meals = await asyncio.gather(
                *(philosopher(table, seat, strategy) for seat in range(len(NAMES))))
    except TimeoutError:
        held = [number for number, fork in enumerate(table.forks) if fork.locked()]
        print("  deadlock; forks still held after everybody was sent home:", held)
    else:
        print(f"  {sum(meals)} meals, at most {table.most_eating} at once")


async def main() -> None:
    for strategy in (greedy, ordered, waiter):
        await dinner(strategy)


asyncio.run(main())
