# At which depth RecursionError comes, sys.setrecursionlimit, and recursion deeper than the limit at the start.
import asyncio
import sys

deepest = 0


def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)


def count(n):
    global deepest
    deepest = n
    return count(n + 1) + 1


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def depth_of(n):
    try:
        return depth_of(n + 1)
    except RecursionError:
        return n


def numbers(n):
    yield n
    if n:
        yield from numbers(n - 1)


class Node:
    def __init__(self, value, following):
        self.value, self.following = value, following

    def total(self):
        return self.value + (self.following.total() if self.following else 0)


async def descend(n):
    return n if n == 0 else 1 + await descend(n - 1)


def chain(length):
    node = None
    for value in range(length):
        node = Node(value, node)
    return node


def attempt(action):
    try:
        print(action())
    except RecursionError as error:
        print("RecursionError:", error)


print(sys.getrecursionlimit())
for action in (lambda: fact(990) > 1, lambda: fact(2000) > 1, lambda: even(990), lambda: even(5000), lambda: depth_of(0), lambda: chain(900).total(),
               lambda: chain(1500).total(), lambda: sum(numbers(400)), lambda: asyncio.run(descend(300)), lambda: (lambda f: f(f))(lambda f: f(f))):
    attempt(action)
for limit in (100, 400, 3000, 60):
    sys.setrecursionlimit(limit)
    try:
        count(1)
    except RecursionError as error:
        print(limit, deepest, sys.getrecursionlimit(), error)
    attempt(lambda: depth_of(0))
    attempt(lambda: sum(range(10)) + fact(limit // 2) // fact(limit // 2 - 1))


def lower(n):
    if n:
        return lower(n - 1)
    for limit in (5, 20, 27, 200):
        try:
            sys.setrecursionlimit(limit)
            print("now", sys.getrecursionlimit())
        except RecursionError as error:
            print(error)


lower(20)
for limit in (0, -1, 2**40, "x", 1.5, None, True):
    try:
        sys.setrecursionlimit(limit)
    except Exception as error:
        print(type(error).__name__, error)
sys.setrecursionlimit(6000)
print(sum(1 for _ in range(3)), even(3000), chain(2000).total())
