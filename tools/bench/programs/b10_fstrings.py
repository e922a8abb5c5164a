"""B6: f-strings with formats, per string."""

import sys
import time


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_500_000
    size = 0
    start = time.perf_counter()
    for number in range(count):
        size += len(f"{number:>8} {number * 0.5:.2f} {'even' if number % 2 == 0 else 'odd'!r} {number & 255:02x}")
    elapsed = time.perf_counter() - start
    assert size > count
    print(elapsed * 1e9 / count)


main()
