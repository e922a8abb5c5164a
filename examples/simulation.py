"""An event-driven simulation of a post office, in virtual time.

Customers and clerks are coroutines; `clock.sleep` parks them on a priority queue of events, and the
clock jumps from one event to the next. Nothing waits for the wall clock, so a day takes a few
milliseconds and every run prints the same.
"""

import asyncio
import heapq
import itertools
from dataclasses import dataclass, field

CLERKS = 3
CUSTOMERS = 60
PATIENCE = 240


class Clock:
    """Virtual seconds; it moves on when every process waits for it."""

    def __init__(self) -> None:
        self.now = 0
        self._events: list[tuple[int, int, asyncio.Future]] = []
        self._order = itertools.count()
        self.handled = 0

    async def sleep(self, seconds: int) -> None:
        wake = asyncio.get_running_loop().create_future()
        heapq.heappush(self._events, (self.now + seconds, next(self._order), wake))
        await wake

    async def run(self, turns_to_settle: int = 8) -> None:
        """Fires the events in order of time until there are none left."""
        while True:
            for _ in range(turns_to_settle):  # let everybody reach the next wait
                await asyncio.sleep(0)
            if not self._events:
                return
            self.now, _, wake = heapq.heappop(self._events)
            self.handled += 1
            wake.set_result(None)


class Lcg:
    """A small random number generator, the same everywhere."""

    def __init__(self, seed: int):
        self.state = seed

    def below(self, limit: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) % limit

    def between(self, low: int, high: int) -> int:
        return low + self.below(high - low + 1)


@dataclass(order=True)
class Ticket:
    priority: int
    number: int
    arrived: int = field(compare=False)
    served: asyncio.Event = field(compare=False, default_factory=asyncio.Event)
    left: bool = field(compare=False, default=False)


@dataclass
class Office:
    clock: Clock
    line: asyncio.PriorityQueue = field(default_factory=asyncio.PriorityQueue)
    waits: list[int] = field(default_factory=list)
    gave_up: int = 0
    busy: list[int] = field(default_factory=lambda: [0] * CLERKS)


def stamp(seconds: int) -> str:
    return f"{9 + seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


async def clerk(office: Office, number: int, random: Lcg) -> None:
    while True:
        ticket = await office.line.get()
        if ticket.left:
            continue
        ticket.served.set()
        office.waits.append(office.clock.now - ticket.arrived)
        work = random.between(60, 300)
        office.busy[number] += work
        await office.clock.sleep(work)


async def customer(office: Office, ticket: Ticket) -> None:
    office.line.put_nowait(ticket)
    called = asyncio.create_task(ticket.served.wait())
    fed_up = asyncio.create_task(office.clock.sleep(PATIENCE))
    await asyncio.wait({called, fed_up}, return_when=asyncio.FIRST_COMPLETED)
    if not called.done():
        called.cancel()
        ticket.left = True
        office.gave_up += 1
        if office.gave_up <= 3:
            print(f"{stamp(office.clock.now)} customer {ticket.number} leaves")
    elif ticket.number % 10 == 0:
        print(f"{stamp(office.clock.now)} customer {ticket.number} is served")
    await fed_up


async def arrivals(office: Office, random: Lcg) -> None:
    async with asyncio.TaskGroup() as group:
        for number in range(CUSTOMERS):
            priority = 0 if random.below(10) == 0 else 1
            group.create_task(customer(office, Ticket(priority, number, office.clock.now)))
            await office.clock.sleep(random.between(10, 110))


async def main() -> None:
    office = Office(Clock())
    clerks = [asyncio.create_task(clerk(office, number, Lcg(number))) for number in range(CLERKS)]
    door = asyncio.create_task(arrivals(office, Lcg(42)))
    await office.clock.run()
    await door
    for task in clerks:
        task.cancel()

    waits = sorted(office.waits)
    print(f"closed at {stamp(office.clock.now)} after {office.clock.handled} events")
    print(f"served {len(waits)}, gave up {office.gave_up}")
    print(f"wait: median {waits[len(waits) // 2]} s, mean {sum(waits) / len(waits):.1f} s, "
          f"longest {waits[-1]} s")
    for number, seconds in enumerate(office.busy):
        print(f"clerk {number} busy {seconds / office.clock.now:.1%}")


asyncio.run(main())
