"""A discrete event simulation of a bank with tellers: generators as processes, heap of events, statistics, text histogram."""

import heapq
import itertools
from collections import Counter, defaultdict, deque
from contextlib import contextmanager
from dataclasses import dataclass, field


class Random:
    """A linear congruential generator, the same everywhere."""

    def __init__(self, seed):
        self.state = seed

    def next(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % bound

    def choice(self, items):
        return items[self.next(len(items))]


@dataclass(order=True)
class Event:
    time: int
    number: int
    process: object = field(compare=False)
    value: object = field(compare=False, default=None)


class Resource:
    def __init__(self, world, name, capacity):
        self.world, self.name, self.capacity = world, name, capacity
        self.busy, self.waiting = 0, deque()
        self.usage = Counter()
        self.changed = 0

    def note(self):
        self.usage[self.busy] += self.world.now - self.changed
        self.changed = self.world.now

    def acquire(self, process):
        if self.busy < self.capacity:
            self.note()
            self.busy += 1
            self.world.schedule(0, process)
        else:
            self.waiting.append(process)

    def release(self):
        if self.waiting:
            self.world.schedule(0, self.waiting.popleft())
        else:
            self.note()
            self.busy -= 1


class World:
    def __init__(self, seed):
        self.now, self.events, self.numbers = 0, [], itertools.count()
        self.random, self.log, self.results = Random(seed), [], defaultdict(list)
        self.active = None

    def schedule(self, delay, process, value=None):
        heapq.heappush(self.events, Event(self.now + delay, next(self.numbers), process, value))

    def spawn(self, process, delay=0):
        self.schedule(delay, process)
        return process

    def run(self, until):
        while self.events and self.events[0].time <= until:
            event = heapq.heappop(self.events)
            self.now = event.time
            self.step(event.process, event.value)
        self.now = until

    def step(self, process, value):
        self.active = process
        try:
            request = process.send(value)
        except StopIteration as stop:
            if stop.value is not None:
                self.results["finished"].append(stop.value)
            return
        finally:
            self.active = None
        match request:
            case int(delay) if delay >= 0:
                self.schedule(delay, process)
            case ("acquire", Resource() as resource):
                resource.acquire(process)
            case ("fork", *children):
                for child in children:
                    self.spawn(child)
                self.schedule(0, process, len(children))
            case _:
                process.throw(ValueError(f"bad request {request!r}"))

    @contextmanager
    def timed(self, key):
        start = self.now
        try:
            yield
        except GeneratorExit:
            self.log.append(f"{self.now}: {key} cut short")
            raise
        else:
            self.results[key].append(self.now - start)


def customer(world, name, tellers, patience):
    arrived = world.now
    with world.timed("in bank"):
        if len(tellers.waiting) >= patience:
            world.log.append(f"{world.now}: {name} leaves, {len(tellers.waiting)} are waiting")
            return name, None
        yield "acquire", tellers
        waited = world.now - arrived
        world.results["wait"].append(waited)
        try:
            tasks = world.random.choice((("deposit",), ("withdraw", "deposit"), ("loan",)))
            for task in tasks:
                yield {"deposit": 3, "withdraw": 5, "loan": 14}[task] + world.random.next(4)
                world.results[task].append(name)
        finally:
            tellers.release()
    return name, waited


def arrivals(world, tellers, count):
    for number in range(count):
        yield world.random.next(6)
        yield "fork", customer(world, f"c{number}", tellers, patience=2 + number % 4)


def faulty(world):
    try:
        yield "nonsense"
    except ValueError as error:
        world.log.append(f"{world.now}: {error}")
        yield 1
        world.log.append(f"{world.now}: recovered")


def histogram(values, width=20):
    counts = Counter(value // 5 * 5 for value in values)
    top = max(counts.values(), default=1)
    for bucket in range(0, max(counts, default=0) + 5, 5):
        bar = "#" * round(counts[bucket] * width / top)
        yield f"{bucket:>3}-{bucket + 4:<3} {bar:<{width}} {counts[bucket]}"


for tellers_count in (1, 2, 4):
    world = World(seed=2024)
    tellers = Resource(world, "tellers", tellers_count)
    world.spawn(arrivals(world, tellers, 40))
    world.spawn(faulty(world), 7)
    world.run(until=150)
    tellers.note()
    finished = [wait for _, wait in world.results["finished"] if wait is not None]
    left = sum(1 for _, wait in world.results["finished"] if wait is None)
    print(f"== {tellers_count} tellers: {len(finished)} served, {left} left, {len(tellers.waiting)} waiting, {tellers.busy} busy")
    print(f"   mean wait {sum(finished) / max(len(finished), 1):.3f}, longest {max(finished, default=0)}, in bank {sum(world.results['in bank'])}")
    print("   usage", {busy: f"{time / 150:.1%}" for busy, time in sorted(tellers.usage.items())})
    print("   tasks", {task: len(world.results[task]) for task in ("deposit", "withdraw", "loan")})
    print(*("   " + line for line in histogram(finished)), sep="\n")
    print(*("   " + line for line in world.log[:4]), sep="\n")
    pending = sorted(event.time for event in world.events)
    print("   pending", pending[:5], world.numbers)
    world.events.clear()
    tellers.waiting.clear()
    print("   cut", len(world.log))
