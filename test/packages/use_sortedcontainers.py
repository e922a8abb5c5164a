from sortedcontainers import SortedDict, SortedKeyList, SortedList, SortedSet

items = SortedList([3, 1, 2] * 400)
items.add(0)
items.update([9, 8])
print(items[:5], items[-1], items.bisect_left(2), items.count(1), len(items), items.index(2), list(items.irange(3, 9))[-3:])
items.remove(9)
items.discard(77)
print(items.pop(), items[100])
d = SortedDict({"b": 2, "a": 1, "c": 3})
d["0"] = 0
print(d, list(d.irange("a", "b")), d.peekitem(0), d.popitem(), d.bisect("b"), d.keys()[1], d.setdefault("z", 5))
s = SortedSet([5, 1, 3])
print(s | {4}, s & {1, 5}, s[0], s)
print(SortedKeyList(["bbb", "a", "cc"], key=len))
