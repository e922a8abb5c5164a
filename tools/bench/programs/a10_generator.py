"""A10: `for` over a generator of ints with arithmetic, per item."""

import sys
import time


def values(count):
    state = 1
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        yield state


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    total = 0
    start = time.perf_counter()
    for value in values(count):
        total += value & 255
    elapsed = time.perf_counter() - start
    assert total > 0
    print(elapsed * 1e9 / count)


main()
