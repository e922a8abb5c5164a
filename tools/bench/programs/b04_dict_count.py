"""B4: counting words in a dict of str, per word."""

import sys
import time


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 12_000_000
    words = [f"word{number * number % 1009}" for number in range(10_000)]
    counts = {}
    done = 0
    start = time.perf_counter()
    while done < count:
        for word in words:
            counts[word] = counts.get(word, 0) + 1
        done += len(words)
    elapsed = time.perf_counter() - start
    assert sum(counts.values()) == done
    print(elapsed * 1e9 / done)


main()
