"""B6: list, dict and set comprehensions, per element."""

import sys
import time


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000
    size, done, total = 1000, 0, 0
    start = time.perf_counter()
    while done < count:
        squares = [n * n for n in range(size) if n % 3]
        table = {n: n + 1 for n in squares}
        ends = {n % 100 for n in table}
        total += len(squares) + len(ends)
        done += size
    elapsed = time.perf_counter() - start
    assert total > 0
    print(elapsed * 1e9 / done)


main()
