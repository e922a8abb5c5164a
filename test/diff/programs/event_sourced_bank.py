"""An event-sourced bank: commands, events, projections, snapshots, sagas over asyncio queues."""

import asyncio
import itertools
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import singledispatchmethod
from typing import ClassVar


@dataclass(frozen=True)
class Event:
    account: str
    sequence: int = field(default=0, kw_only=True)


@dataclass(frozen=True)
class Opened(Event):
    owner: str


@dataclass(frozen=True)
class Deposited(Event):
    amount: int


@dataclass(frozen=True)
class Withdrawn(Event):
    amount: int


@dataclass(frozen=True)
class Closed(Event):
    pass


class DomainError(Exception):
    def __init__(self, account, reason):
        super().__init__(account, reason)

    def __str__(self):
        return "{}: {}".format(*self.args)


class InsufficientFunds(DomainError):
    pass


@dataclass
class Account:
    name: str
    owner: str | None = None
    balance: int = 0
    open: bool = False
    version: int = 0
    limit: ClassVar[int] = -50

    @singledispatchmethod
    def apply(self, event):
        raise NotImplementedError(type(event).__name__)

    @apply.register
    def _(self, event: Opened):
        self.owner, self.open = event.owner, True

    @apply.register
    def _(self, event: Deposited):
        self.balance += event.amount

    @apply.register
    def _(self, event: Withdrawn):
        self.balance -= event.amount

    @apply.register
    def _(self, event: Closed):
        self.open = False

    def handle(self, command, *args):
        return getattr(self, "on_" + command)(*args)

    def on_open(self, owner):
        if self.open:
            raise DomainError(self.name, "already open")
        yield Opened(self.name, owner)

    def on_deposit(self, amount):
        self.require_open()
        if amount <= 0:
            raise DomainError(self.name, f"bad amount {amount}")
        yield Deposited(self.name, amount)

    def on_withdraw(self, amount):
        self.require_open()
        if self.balance - amount < self.limit:
            raise InsufficientFunds(self.name, f"{self.balance} - {amount} < {self.limit}")
        yield Withdrawn(self.name, amount)

    def on_close(self):
        self.require_open()
        if self.balance > 0:
            yield Withdrawn(self.name, self.balance)
        yield Closed(self.name)

    def require_open(self):
        if not self.open:
            raise DomainError(self.name, "not open")


class Store:
    def __init__(self):
        self.log, self.counter, self.subscribers = [], itertools.count(1), []

    def append(self, events):
        stored = [replace(event, sequence=next(self.counter)) for event in events]
        self.log.extend(stored)
        for subscriber in self.subscribers:
            for event in stored:
                subscriber.put_nowait(event)
        return stored

    def load(self, name, until=None):
        account = Account(name)
        for event in self.log:
            if event.account == name and (until is None or event.sequence <= until):
                account.apply(event)
                account.version = event.sequence
        return account


class Projection:
    def __init__(self, store):
        self.queue = asyncio.Queue()
        store.subscribers.append(self.queue)
        self.totals = defaultdict(int)
        self.seen = []

    async def run(self):
        while True:
            event = await self.queue.get()
            match event:
                case Deposited(account=a, amount=n):
                    self.totals[a] += n
                case Withdrawn(account=a, amount=n):
                    self.totals[a] -= n
                case Opened(owner=owner):
                    self.seen.append(f"+{owner}")
                case Closed(account=a):
                    self.seen.append(f"-{a}")
            self.queue.task_done()


class Bank:
    def __init__(self):
        self.store = Store()
        self.locks = defaultdict(asyncio.Lock)

    async def execute(self, name, command, *args):
        async with self.locks[name]:
            await asyncio.sleep(0)
            account = self.store.load(name)
            events = self.store.append(account.handle(command, *args))
            for event in events:
                account.apply(event)
            return account

    async def transfer(self, source, target, amount):
        await self.execute(source, "withdraw", amount)
        try:
            await self.execute(target, "deposit", amount)
        except DomainError as error:
            await self.execute(source, "deposit", amount)
            error.add_note(f"{amount} went back to {source}")
            raise


async def main():
    bank = Bank()
    projection = Projection(bank.store)
    runner = asyncio.create_task(projection.run())
    for name, owner in (("a", "Ada"), ("b", "Bob"), ("c", "Cyd")):
        await bank.execute(name, "open", owner)
    await asyncio.gather(*(bank.execute("a", "deposit", n) for n in (100, 50, 25)))
    results = await asyncio.gather(bank.transfer("a", "b", 75), bank.transfer("a", "c", 500), bank.transfer("b", "zz", 10), bank.execute("a", "open", "Eve"), bank.execute("b", "deposit", -1), return_exceptions=True)
    for result in results:
        print(type(result).__name__, result, getattr(result, "__notes__", ""))
    await bank.execute("c", "close")
    await bank.execute("b", "close")
    try:
        async with asyncio.TaskGroup() as group:
            for name in "abc":
                group.create_task(bank.execute(name, "withdraw", 1))
    except* InsufficientFunds as group_error:
        print("insufficient", group_error.exceptions)
    except* DomainError as group_error:
        print("domain", [str(e) for e in group_error.exceptions])
    await projection.queue.join()
    runner.cancel()
    print(dict(projection.totals), projection.seen)
    for event in bank.store.log:
        print(event)
    print(bank.store.load("a"), bank.store.load("a", until=5).balance)


asyncio.run(main())
