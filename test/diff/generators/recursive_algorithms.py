"""Recursive generators: permutations, trees, queens, walks with send, trampolines, coroutines passing control, lazy streams."""

import itertools
from collections import deque


def permutations(items):
    if not items:
        yield ()
        return
    for index, item in enumerate(items):
        for rest in permutations(items[:index] + items[index + 1:]):
            yield item, *rest


print(list(permutations("abc")) == list(itertools.permutations("abc")), sum(1 for _ in permutations(tuple(range(6)))))


class Node:
    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def __reversed__(self):
        if self.right:
            yield from reversed(self.right)
        yield self.key
        if self.left:
            yield from reversed(self.left)

    def paths(self, prefix=()):
        here = prefix + (self.key,)
        children = [child for child in (self.left, self.right) if child]
        if not children:
            yield here
        for child in children:
            yield from child.paths(here)

    def insert(self, key):
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Node(key))
        else:
            child.insert(key)
        return self


root = Node(50)
for key in (30, 70, 20, 40, 60, 80, 35, 45):
    root.insert(key)
print(list(root), list(reversed(root)), *root.paths())
first, *_, last = root
print(first, last, 40 in root, 41 in root, max(root), sorted(root, key=lambda k: k % 7))


def queens(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    row = len(placed)
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(placed)):
            yield from queens(n, placed + (column,))


print(next(queens(8)), sum(1 for _ in queens(6)), list(queens(4)), list(queens(3)))


def flatten(nested, depth=-1):
    for item in nested:
        if isinstance(item, (list, tuple)) and depth != 0:
            yield from flatten(item, depth - 1)
        else:
            yield item


deep = [1, [2, [3, [4, [5]]]], (6, [7])]
print(list(flatten(deep)), list(flatten(deep, 1)), list(flatten(deep, 0)) == deep)


def averager():
    total, count, average = 0.0, 0, None
    while True:
        value = yield average
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


def grouper(results, key):
    while True:
        results[key] = yield from averager()


results = {}
group = grouper(results, "weights")
next(group)
print([group.send(v) for v in (10, 20, 60)])
group.send(None)
print(results)


def trampoline(function, *args):
    stack, value = [function(*args)], None
    while stack:
        try:
            step = stack[-1].send(value)
            stack.append(step)
            value = None
        except StopIteration as stop:
            stack.pop()
            value = stop.value
    return value


def deep_sum(n):
    return 0 if n == 0 else n + (yield deep_sum(n - 1))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return (yield ackermann(m - 1, 1))
    return (yield ackermann(m - 1, (yield ackermann(m, n - 1))))


print(trampoline(deep_sum, 5000), trampoline(ackermann, 2, 3))


class Scheduler:
    def __init__(self):
        self.ready, self.log = deque(), []

    def spawn(self, name, generator):
        self.ready.append((name, generator, None))

    def run(self):
        while self.ready:
            name, generator, value = self.ready.popleft()
            try:
                request = generator.send(value)
            except StopIteration as stop:
                self.log.append(f"{name} -> {stop.value}")
                continue
            except Exception as error:
                self.log.append(f"{name} !! {error}")
                continue
            match request:
                case ("spawn", child, child_generator):
                    self.spawn(child, child_generator)
                    self.ready.append((name, generator, child))
                case ("print", text):
                    self.log.append(f"{name}: {text}")
                    self.ready.append((name, generator, len(text)))
                case None:
                    self.ready.append((name, generator, None))
                case other:
                    self.ready.appendleft((name, iter_throw(generator, ValueError(other)), None))
        return self.log


def iter_throw(generator, error):
    yield generator.throw(error)
    return (yield from generator)


def worker(n):
    for i in range(n):
        size = yield "print", "x" * i
        assert size == i
    return n


def parent():
    a = yield "spawn", "a", worker(2)
    b = yield "spawn", "b", worker(3)
    yield
    try:
        yield "nonsense"
    except ValueError as error:
        yield "print", f"caught {error}"
    raise KeyError((a, b))


scheduler = Scheduler()
scheduler.spawn("parent", parent())
print(*scheduler.run(), sep="\n")


def primes():
    def sieve(numbers):
        prime = next(numbers)
        yield prime
        yield from sieve(n for n in numbers if n % prime)
    return sieve(itertools.count(2))


print(list(itertools.islice(primes(), 20)))


def merge(*streams):
    heads = [(next(s), i, s) for i, s in enumerate(map(iter, streams))]
    while heads:
        value, index, stream = min(heads, key=lambda head: head[:2])
        yield value
        heads.remove((value, index, stream))
        for following in stream:
            heads.append((following, index, stream))
            break


hamming = [1]
print(list(merge([1, 4, 9], range(0, 10, 3), "") if False else merge([1, 4, 9], range(0, 10, 3))))


def pairwise_tree(depth, path=""):
    received = yield path or "root"
    if depth and received != "prune":
        for side in "LR":
            yield from pairwise_tree(depth - 1, path + side)


walk = pairwise_tree(3)
node, visited = next(walk), []
try:
    while True:
        visited.append(node)
        node = walk.send("prune" if node in ("L", "RL") else None)
except StopIteration:
    print(visited)
