"""B6: exceptions raised three calls deep and caught, per exception."""

import sys
import time


def check(number):
    if number % 2:
        raise ValueError(number)
    return number


def convert(number):
    return check(number) + 1


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000
    caught = 0
    start = time.perf_counter()
    for number in range(count):
        try:
            convert(number | 1)
        except ValueError as error:
            caught += error.args[0] & 1
    elapsed = time.perf_counter() - start
    assert caught == count
    print(elapsed * 1e9 / count)


main()
