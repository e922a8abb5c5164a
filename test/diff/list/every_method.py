"""Every method of list with ordinary and unusual arguments, and each error's words."""

items = [3, 1, 2]
items.append(4)
items.extend("ab")
items.extend({5: 1})
items.insert(0, "first")
items.insert(-1, "before last")
items.insert(99, "last")
items.insert(-99, "very first")
print(items, items.index(1), items.index("a"), items.index("a", -99, 99), items.count(1), items.count("zz"))
print(items.pop(), items.pop(0), items.pop(-2), items.copy() == items, items.copy() is items)
items.remove("a")
items.reverse()
print(items)
items.clear()
print(items, len(items), not items)
items[:] = range(10)
items[2:4] = "xyz"
items[::3] = [0] * len(items[::3])
del items[1], items[-1], items[2:4]
print(items)
items += (1, 2)
items *= 2
print(items, [1] + [2], [0] * 3, 2 * ["a"], [1] * -1, [1, 2] == [1, 2], [1] < [1, 0], [2] > [1, 9])
cases = [lambda: items.append(), lambda: items.append(1, 2), lambda: items.extend(5), lambda: items.extend(), lambda: items.insert(1), lambda: items.insert("a", 1), lambda: items.insert(1.0, 1), lambda: items.pop(99), lambda: [].pop(), lambda: items.pop("a"), lambda: items.pop(1, 2),
         lambda: items.remove("zz"), lambda: items.index("zz"), lambda: items.index(1, "a"), lambda: items.count(), lambda: items.reverse(1), lambda: items.sort(1), lambda: items.sort(kee=1), lambda: items.clear(1), lambda: items[99], lambda: items["a"], lambda: items[1.0], lambda: items.__setitem__(99, 1),
         lambda: items.__setitem__(slice(0, 6, 2), [1]), lambda: items.__setitem__(slice(0, 2), 5), lambda: items.__delitem__(99), lambda: items + (1,), lambda: items * "a", lambda: items * 1.0, lambda: items < 5, lambda: hash(items), lambda: [1, "a"].sort(), lambda: items - items, lambda: list(5), lambda: list(1, 2), lambda: list(iterable=()), lambda: items.copy(1), lambda: items.nope, lambda: items[::0], lambda: items.index(), lambda: [3, None].sort(), lambda: list.append(1, 2), lambda: list.append(), lambda: items[None], lambda: [1, 2][(0, 1)]]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
try:
    items += 5
except TypeError as error:
    print(error)
try:
    items.attribute = 1
except AttributeError as error:
    print(error)
