"""A collection that stays sorted, by bisect: look-ups, ranges, grades, keys, bounds that are out of range, and what is refused."""
import bisect
from bisect import bisect_left, bisect_right, insort, insort_left, insort_right


class SortedList:
    def __init__(self, items=(), key=None):
        self._key = key or (lambda item: item)
        self._items = sorted(items, key=self._key)

    def add(self, item):
        insort(self._items, item, key=self._key)

    def remove(self, item):
        place = bisect_left(self._items, self._key(item), key=self._key)
        if place == len(self._items) or self._items[place] != item:
            raise ValueError(f'{item!r} is not there')
        del self._items[place]

    def between(self, low, high):
        return self._items[bisect_left(self._items, low, key=self._key):bisect_right(self._items, high, key=self._key)]

    def __contains__(self, item):
        place = bisect_left(self._items, self._key(item), key=self._key)
        return place < len(self._items) and self._items[place] == item

    def __iter__(self):
        return iter(self._items)


words = SortedList(['pear', 'fig', 'banana', 'kiwi'], key=len)
words.add('plum')
words.add('cherry')
print(list(words), words.between(4, 5), 'fig' in words, 'date' in words, words.remove('fig'))
try:
    words.remove('fig')
except ValueError as error:
    print(error)


def grade(score, breakpoints=(60, 70, 80, 90), grades='FDCBA'):
    return grades[bisect.bisect(breakpoints, score)]


print([grade(score) for score in (33, 99, 77, 70, 89, 90, 100)], bisect.bisect is bisect_right, insort is insort_right)
numbers = [1, 2, 2, 2, 5]
print([(n, bisect_left(numbers, n), bisect_right(numbers, n)) for n in range(7)])
print(bisect_left(numbers, 2, 2), bisect_left(numbers, 2, lo=2, hi=3), bisect_right(numbers, 2, 0, 2), bisect_left(numbers, 9, 0, None), bisect_left(numbers, 0, 3), bisect_right([], 5), bisect_left(numbers, 3, 4, 1), bisect_right(range(0, 100, 7), 50), bisect_left('abdf', 'c'), bisect_left((1, 2.5, 3), 2))
descending = [9, 7, 5, 3]
print(bisect_left(descending, -5, key=lambda n: -n), insort(descending, 6, key=lambda n: -n), descending)
rows = [{'t': 1}, {'t': 4}, {'t': 4}, {'t': 9}]
print(bisect_left(rows, 4, key=lambda row: row['t']), bisect_right(rows, 4, key=lambda row: row['t']), insort_left(rows, {'t': 4, 'new': True}, key=lambda row: row['t']), rows)
letters = list('aabbc')
print(insort_left(letters, 'b'), insort_right(letters, 'b', 1, 3), letters, insort(letters, 'z', hi=2), letters)


class Recording:
    """A sequence that says what it is asked for."""

    def __init__(self, items):
        self.items, self.asked = items, []

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        self.asked.append(index)
        return self.items[index]

    def insert(self, index, item):
        self.asked.append(('insert', index))
        self.items.insert(index, item)


recording = Recording(list(range(0, 40, 4)))
print(bisect_left(recording, 17), recording.asked, insort(recording, 18), recording.asked[-1])


class Backwards:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value > other.value


print(bisect_left([Backwards(5), Backwards(3)], Backwards(4)), bisect_right([Backwards(5), Backwards(3)], Backwards(9)))
for label, call in {'negative': lambda: bisect_left([1], 1, -1), 'negative insort': lambda: insort([1], 1, lo=-1), 'beyond': lambda: bisect_left([1, 2], 5, 0, 10), 'mixed': lambda: bisect_left([1, 2], 'a'), 'none': lambda: bisect_left(None, 1), 'int': lambda: bisect_right(5, 1), 'dict': lambda: bisect_left({1: 2}, 1, 0, 1), 'set': lambda: bisect_left({1, 2}, 1),
                    'tuple insort': lambda: insort((1, 2), 1), 'key': lambda: bisect_left([1], 1, key=5), 'key raises': lambda: bisect_left([1], 1, key=lambda n: n / 0), 'lo': lambda: bisect_left([1], 1, 'x'), 'hi': lambda: bisect_left([1], 1, hi=1.5), 'missing': lambda: bisect_left([1]), 'extra': lambda: bisect_left([1], 1, 0, 1, 2), 'unknown': lambda: bisect_left([1], 1, low=0)}.items():
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)
