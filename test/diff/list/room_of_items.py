# Lists of every length that grow, shrink, are cut, repeated, sorted and emptied: their contents as they change size.
import random

random.seed(11)
total = 0
for size in list(range(0, 80)) + [127, 128, 129, 500, 2000]:
    items = [str(i) for i in range(size)]
    copies = [items[:], items + items, items * 3, [*items, 'end'], list(items), items.copy(), sorted(items)]
    del items[::2]
    items.extend(range(size // 3))
    while len(items) > 5:
        items.pop()
    items[2:2] = ['x'] * 70
    del items[1:60]
    items.insert(0, 'first')
    copies.append(items)
    for copy in copies:
        total = total * 31 + len(copy) & 0xffffffff
        total = total * 31 + sum(map(len, map(str, copy))) & 0xffffffff
    copies[2].clear()
    copies[2].append(1)
    copies[0] *= 0
    assert copies[0] == [] and copies[2] == [1]
print(total)
for times in (-1, 0, 1, 2, 3, 7):
    shared = object()
    print(times, [len(part * times) for part in ([], [shared], [shared] * 2, [1, 2, 3])], ([1, 2, 3] * times)[-4:])
nested = [[0] * 3] * 4
nested[0][1] = 5
print(nested, ['ab'] * 3 + [None] * 2)
grown = []
for i in range(300):
    grown += [i] * (i % 5)
    if i % 7 == 0:
        del grown[:len(grown) // 2]
print(len(grown), grown[:5], grown[-5:])
try:
    [1, 2] * 2**62
except (MemoryError, OverflowError) as error:
    print(type(error).__name__)


class Late:
    def __init__(self, number):
        self.number = number

    def __lt__(self, other):
        places.extend([self.number] * 20)
        return self.number < other.number


places = [Late(2), Late(1)]
try:
    places.sort()
except ValueError as error:
    print(error, [place.number for place in places])
lists = [[i] * random.randrange(70) for i in range(400)]
random.shuffle(lists)
lists = [part + [len(part)] for part in lists if len(part) % 3]
print(sum(map(sum, lists)))
