"""B6: recursive calls (Fibonacci), per call."""

import sys
import time


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def main():
    calls = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    n, done = 1, 1
    previous = 1
    while done < calls:
        n, previous, done = n + 1, done, done + previous + 1
    start = time.perf_counter()
    fibonacci(n)
    elapsed = time.perf_counter() - start
    print(elapsed * 1e9 / done)


main()
