# bisect: bounds, keys, insort on lists and other sequences, errors.
import bisect
import collections

a = [1, 2, 2, 2, 3, 5, 8]
for x in (0, 1, 2, 4, 8, 9, 2.5):
    print(x, bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(a, x), bisect.bisect_left(a, x, 2), bisect.bisect(a, x, 2, 4),
          bisect.bisect_left(a, x, lo=1, hi=3))
rows = [('a', 1), ('b', 3), ('c', 5)]
print(bisect.bisect_left(rows, 3, key=lambda r: r[1]), bisect.bisect_right(rows, 3, key=lambda r: r[1]), bisect.bisect(rows, 9, key=lambda r: r[1]))
items = ['pear', 'fig']
bisect.insort(items, 'apple', key=len)
bisect.insort_left(items, 'kiwi', key=len)
bisect.insort_right(items, 'plum', key=len)
print(items)
b = []
for x in (3, 1, 2, 2.0, True):
    bisect.insort_left(b, x)
print(b)
d = collections.deque([1, 3])
bisect.insort(d, 2)
print(d, bisect.bisect((1, 2, 3), 2), bisect.bisect('abc', 'b'), bisect.bisect(range(0, 100, 10), 35))


class Seq:
    def __init__(self):
        self.items = [10, 20]

    def __len__(self):
        print('len')
        return len(self.items)

    def __getitem__(self, i):
        print('get', i)
        return self.items[i]

    def insert(self, i, x):
        print('insert', i, x)
        self.items.insert(i, x)


s = Seq()
print(bisect.bisect(s, 15), bisect.insort(s, 25), s.items)
for call in (lambda: bisect.bisect(a, 1, -1), lambda: bisect.bisect(a, 'x'), lambda: bisect.bisect(5, 1), lambda: bisect.bisect({}, 1),
             lambda: bisect.insort((1, 2), 1), lambda: bisect.bisect_left(a, 3, 0, 100), lambda: bisect.bisect(a), lambda: bisect.bisect(a, 1, key=5),
             lambda: bisect.bisect_left(a, 1, 1.5), lambda: bisect.bisect(a, x=2), lambda: bisect.bisect(a=a, x=2), lambda: bisect.insort(a, 1, lo=-5),
             lambda: bisect.bisect_left([None, None], None), lambda: bisect.bisect(a, 2, None)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
