"""A bank whose accounts are used by many tasks at once, and which never loses a cent.

Each account has a lock. A transfer takes both locks in a fixed order, so that two transfers in
opposite directions cannot deadlock. A patient withdrawal waits, by a condition, for money to arrive.
"""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import AsyncIterator


class InsufficientFunds(Exception):
    def __init__(self, account: "Account", amount: int):
        super().__init__(f"{account.owner} has {euros(account.balance)}, not {euros(amount)}")
        self.missing = amount - account.balance


def euros(cents: int) -> str:
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100:,}.{abs(cents) % 100:02} EUR"


@dataclass
class Account:
    number: int
    owner: str
    balance: int = 0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition, repr=False)
    entries: list[int] = field(default_factory=list, repr=False)

    def book(self, amount: int) -> None:
        """Changes the balance; the lock must be held."""
        self.balance += amount
        self.entries.append(amount)
        self.changed.notify_all()


@asynccontextmanager
async def locked(*accounts: Account) -> AsyncIterator[None]:
    """Holds the locks of all the accounts, taken in the order of their numbers."""
    ordered = sorted(accounts, key=lambda account: account.number)
    for account in ordered:
        await account.changed.acquire()
    try:
        yield
    finally:
        for account in reversed(ordered):
            account.changed.release()


async def deposit(account: Account, amount: int) -> None:
    async with locked(account):
        account.book(amount)


async def transfer(source: Account, target: Account, amount: int) -> None:
    async with locked(source, target):
        if source.balance < amount:
            raise InsufficientFunds(source, amount)
        source.book(-amount)
        await asyncio.sleep(0)  # the worst moment to be interrupted
        target.book(amount)


async def withdraw_patiently(account: Account, amount: int, patience: float) -> bool:
    try:
        async with asyncio.timeout(patience), account.changed:
            await account.changed.wait_for(lambda: account.balance >= amount)
            account.book(-amount)
            return True
    except TimeoutError:
        return False


async def main() -> None:
    ann, bob, cid = accounts = [Account(1, "Ann", 100_000), Account(2, "Bob", 50_000),
                                Account(3, "Cid")]
    before = sum(account.balance for account in accounts)

    moves = [(ann, bob, 1_250), (bob, ann, 300), (bob, cid, 7_777), (cid, ann, 99), (ann, cid, 5)]
    outcomes = await asyncio.gather(*(transfer(*move) for move in moves * 20),
                                    return_exceptions=True)
    refused = [outcome for outcome in outcomes if isinstance(outcome, InsufficientFunds)]
    for account in accounts:
        print(f"{account.owner}: {euros(account.balance):>16} after {len(account.entries)} entries")
    print(f"{len(refused)} of {len(outcomes)} transfers refused; the first: {refused[0]}")
    print("missing in all:", euros(sum(refusal.missing for refusal in refused)))
    print("money kept:", sum(account.balance for account in accounts) == before)

    print("Dan wants to spend what he does not have yet:")
    dan = Account(4, "Dan")
    small = asyncio.create_task(withdraw_patiently(dan, 2_000, patience=5))
    large = asyncio.create_task(withdraw_patiently(dan, 900_000, patience=0.1))
    for amount in (500, 800, 900):
        await asyncio.sleep(0)
        await deposit(dan, amount)
        print(f"  deposited {euros(amount)}, balance {euros(dan.balance)}")
    print("  small withdrawal:", await small, "- large withdrawal:", await large)
    print(" ", dan, dan.entries)


asyncio.run(main())
