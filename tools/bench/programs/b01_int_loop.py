"""B1: an integer arithmetic loop, per step."""

import sys
import time


def collatz_steps(limit):
    """Steps of all Collatz sequences that start below `limit`."""
    steps = 0
    for start in range(1, limit):
        number = start
        while number != 1:
            if number % 2 == 0:
                number = number // 2
            else:
                number = 3 * number + 1
            steps += 1
    return steps


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 250_000
    start = time.perf_counter()
    steps = collatz_steps(limit)
    elapsed = time.perf_counter() - start
    print(elapsed * 1e9 / steps)


main()
