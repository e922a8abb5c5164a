# difftest: no-wasi (threads)
"""Recursion in many threads at once, before and after the main thread's limit was raised."""

import sys
import threading


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def endless(n):
    return endless(n + 1) + 1


def work(results, place):
    results[place] = [depth(900)]
    try:
        endless(0)
    except RecursionError as error:
        results[place].append(type(error).__name__)


def run(count):
    results = [None] * count
    gate = threading.Barrier(count)

    def body(place):
        gate.wait()
        work(results, place)
        gate.wait()

    threads = [threading.Thread(target=body, args=(place,)) for place in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(results)


run(12)
sys.setrecursionlimit(20_000)
print(depth(15_000))
sys.setrecursionlimit(1000)
run(12)
