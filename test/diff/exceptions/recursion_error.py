"""Recursion without end raises RecursionError, which can be caught; the program goes on."""
# difftest: options -O2
import sys


def forever(n):
    return forever(n + 1) + 1


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __eq__(self, other):
        return self == other


def mutual_a(n):
    return mutual_b(n)


def mutual_b(n):
    return mutual_a(n)


for action in (lambda: forever(0), lambda: mutual_a(0), lambda: Loop().missing, lambda: Loop() == 1):
    try:
        action()
    except RecursionError as error:
        print(type(error).__name__, str(error).startswith("maximum recursion depth exceeded"))
print(depth(800), sys.getrecursionlimit())

nested = []
for _ in range(100_000):
    nested = [nested]
try:
    repr(nested)
except RecursionError:
    print("RecursionError in repr")


def in_generator():
    yield from in_generator()


try:
    next(in_generator())
except RecursionError:
    print("RecursionError in a generator")


def retry(count):
    try:
        forever(0)
    except RecursionError:
        return "recovered" if count == 0 else retry(count - 1)


print(retry(3), depth(500))
