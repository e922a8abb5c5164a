"""B3: a method call on a small object that updates its attributes."""

import sys
import time


class Account:
    def __init__(self):
        self.balance = 0
        self.changes = 0

    def deposit(self, amount):
        self.balance += amount
        self.changes += 1


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 15_000_000
    account = Account()
    start = time.perf_counter()
    for amount in range(count):
        account.deposit(amount)
    elapsed = time.perf_counter() - start
    assert account.changes == count
    print(elapsed * 1e9 / count)


main()
