"""All methods of list, with their results and errors."""
a = [3, 1, 2]
print(a.append(4), a.extend((5, 6)), a.extend("ab"), a.insert(0, "first"), a.insert(-1, "x"), a.insert(100, "last"), a.insert(-100, "front"), a)
print(a.pop(), a.pop(0), a.pop(-2), a, a.remove("a"), a.index(5), a.index("b", 3), a.count(1), a.reverse(), a)
b = a.copy()
b.clear()
print(a, b, a == a.copy(), a is a.copy())
for action in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1, 2].index(1, 1), lambda: [1][3], lambda: [1].__setitem__(3, 1), lambda: [1].__delitem__(2),
               lambda: [].extend(5), lambda: [1]["a"], lambda: [1] + (2,), lambda: [1] * "a", lambda: [1].append(), lambda: [1].append(1, 2), lambda: [1].insert(1), lambda: [1].insert("a", 1),
               lambda: [1].sort(5), lambda: [1].pop("a"), lambda: [1].nosuch, lambda: [1] < 5, lambda: list(5), lambda: list(1, 2), lambda: [1].pop(2**70), lambda: hash([])):
    try:
        print(action())
    except (IndexError, ValueError, TypeError, AttributeError, OverflowError) as error:
        print(type(error).__name__, error)
a = [1, 2, 3]
a += "xy"; a += (i for i in range(2)); a *= 2
print(a, a[-3], [0] * 3, 2 * [None], [1] * -1, [[]] * 2, [1, 2] + [3], len(a), 2 in a, "z" not in a)
a = [1, 2.0, True, "1", None]
print(a.index(True), a.count(1), a.index(None), a.count("1"), a.index(2))
