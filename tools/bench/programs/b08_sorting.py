"""B6: sorting lists of random integers, and of records by a key, per element."""

import random
import sys
import time


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500_000
    generator = random.Random(7)
    numbers = [generator.randrange(1_000_000) for _ in range(count)]
    records = [(number % 1000, str(number)) for number in numbers]
    start = time.perf_counter()
    numbers.sort()
    records.sort(key=lambda record: record[0])
    ordered = sorted(numbers, reverse=True)
    elapsed = time.perf_counter() - start
    assert ordered[0] == numbers[-1]
    print(elapsed * 1e9 / (3 * count))


main()
