"""Recursion: mutual, deep, caught RecursionError, and recovery afterwards."""
import sys

def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(10), depth(400))
def is_even(n):
    return True if n == 0 else is_odd(n - 1)
def is_odd(n):
    return False if n == 0 else is_even(n - 1)
print(is_even(200), is_odd(77), is_even(13))
def forever(n):
    return forever(n + 1) + 1
for attempt in range(3):
    try:
        forever(0)
    except RecursionError as error:
        print(attempt, type(error).__mro__[1].__name__, str(error)[:32])
print(depth(300))
class Endless:
    def __getattr__(self, name):
        return getattr(self, name + "x")
    def __repr__(self):
        return f"<{self!r}>"
    def __eq__(self, other):
        return self == other
for action in (lambda: Endless().a, lambda: repr(Endless()), lambda: Endless() == 1):
    try:
        action()
        print("finished?")
    except RecursionError as error:
        print("RecursionError")
def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))
print(ackermann(2, 3), ackermann(1, 50))
def hanoi(n, a="A", b="B", c="C"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)
print(len(hanoi(8)), " ".join(hanoi(3)))
def permutations(items):
    if len(items) < 2:
        yield items
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]) if len(items) > 1 else ():
            yield [item] + rest
print(["".join(p) for p in permutations(list("abc"))])
def flatten(x):
    return [z for y in x for z in flatten(y)] if isinstance(x, list) else [x]
print(flatten([1, [2, [3, [4, []]], 5]]), sys.getrecursionlimit() >= 1000)
with_finally = []
def cleanup(n):
    try:
        return cleanup(n + 1)
    finally:
        with_finally.append(n)
try:
    cleanup(0)
except RecursionError:
    print(len(with_finally) > 100, with_finally[-1], with_finally == sorted(with_finally, reverse=True))
