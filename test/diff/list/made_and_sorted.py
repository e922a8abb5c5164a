# Lists made of iterables that say their length and of those that do not, and sorted by keys of one type.
import math
from collections import deque


class Hint:
    def __init__(self, count, hint):
        self.left, self.hint = count, hint

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left

    def __length_hint__(self):
        print('hint', self.hint)
        return self.hint


for count in (0, 1, 3, 4, 5, 9, 40, 1000):
    source = range(count)
    made = [list(source), list(iter(source)), list(dict.fromkeys(source)), list(dict.fromkeys(source).values()),
            list(reversed(range(count))), list(set(source)), list(deque(source)), list(bytes(count)),
            list('x' * count), list(map(abs, source)), list(number for number in source), list(Hint(count, count // 2))]
    print(count, [len(items) for items in made], [sum(items) for items in made if items and isinstance(items[0], int)])
    grown = [-1]
    grown.extend(source)
    grown += iter(source)
    grown.extend(number for number in source)
    grown.append(7)
    print(len(grown), sum(grown))


def wild(items):
    for number in range(20):
        if number == 5:
            items.clear()
        if number == 11:
            del items[2:]
        yield number


items = list(range(30))
items.extend(wild(items))
print(items)


def failing():
    yield 1
    yield 2
    raise ValueError('in the middle')


items = [0]
try:
    items.extend(failing())
except ValueError as error:
    print(error, items)
for big in (range(10 ** 30), range(2 ** 62)):
    try:
        list(big)
    except (OverflowError, MemoryError) as error:
        print(type(error).__name__, error)
try:
    list(Hint(3, -1))
except ValueError as error:
    print(error)
numbers = {1: 'a', 2: 'b'}
try:
    list(numbers.pop(key) for key in numbers)
except RuntimeError as error:
    print(error)
print([1, 'a', None] * 3, [[]] * 2, [0] * 0, [1] * -1, [] * 5)

# Floats: both zeros are equal, infinities at the ends, and nothing is sorted beside a NaN.
floats = [(number * 7919) % 1000 / 7 - 60 for number in range(500)]
print(sorted(floats) == sorted(floats, key=lambda number: number), sorted(floats)[:3], sorted(floats, reverse=True)[:3])
print(sorted([0.0, -0.0, 1.5, -1.5, math.inf, -math.inf, 5e-324, -5e-324, 1e308, -1e308]))
print(sorted([0.0, -0.0, 0.0, -0.0]), sorted([-0.0, 0.0], reverse=True), sorted([3, 1, 2], key=lambda number: -0.0))
print(sorted(range(10), key=lambda number: (number % 3) / 2), sorted(range(10), key=lambda number: (number % 3) / 2, reverse=True))
print(sorted([2.5, math.nan, 1.5, 3.5]), sorted([3, 1.5, 2, 0.5, True]))
ints = [(number * 7919) % 1009 for number in range(1000)]
print(sorted(ints)[::100], sorted(ints, reverse=True)[::100], sorted(range(1000)) == list(range(1000)))
print(sorted(ints, key=lambda number: number % 7)[:12], sorted(ints, key=lambda number: -(number % 7), reverse=True)[:12])
print(sum([1, 2, 3]), sum([2 ** 62, 2 ** 62, -1]), sum([1, 2.5, 3]), sum([[1], [2]], []), sum([True, 2]), sum([], 5))


class Adding:
    def __init__(self, items):
        self.items = items

    def __radd__(self, other):
        self.items.append(len(self.items))
        return other + 1


items = [10]
items += [Adding(items), 20]
for _ in range(1):
    items.insert(2, 5)
print(sum(items[:1] + [5]), sum(items))
