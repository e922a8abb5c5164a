"""Every method and operator of set and frozenset, and each error's words."""

for make in (set, frozenset):
    s = make([1, 2, 3])
    print(sorted(s | {4}), sorted(s & {1, 9}), sorted(s - {1}), sorted(s ^ {1, 9}), sorted(s.union([4], (5,))), sorted(s.intersection([1, 2], (2,))), sorted(s.difference([1], [2])), sorted(s.symmetric_difference("a1"), key=str))
    print(s.issubset(range(5)), s.issuperset([1]), s.isdisjoint([7]), s <= {1, 2, 3}, s < {1, 2, 3}, s >= make(), s > {1}, s == {1, 2, 3}, s == frozenset([1, 2, 3]), s != [1, 2, 3], 2 in s, len(s), type(s | frozenset()).__name__, type({1} | s).__name__, make() == make(""), s.copy() == s, repr(make()), repr(make([5])))
    for case in (lambda: s | [1], lambda: s & "a", lambda: s - 5, lambda: s < [1], lambda: s.union(5), lambda: s.issubset(5), lambda: make(5), lambda: make([[]]), lambda: make(1, 2), lambda: [] in s, lambda: s[0], lambda: s + s, lambda: s.difference([[]]), lambda: s.isdisjoint(), lambda: s.copy(1), lambda: make(iterable=[]), lambda: s.intersection([{}]), lambda: s.symmetric_difference(), lambda: s.nope):
        try:
            print(case())
        except Exception as error:
            print(type(error).__name__, error)
s = {1, 2, 3}
s.add(4)
s.discard(9)
s.discard(1)
s.remove(2)
s.update([5], (6,), {7: 0})
s.intersection_update(range(6))
s.difference_update([3])
s.symmetric_difference_update([4, 10])
print(sorted(s))
s |= {1}
s &= {1, 5}
s -= {5}
s ^= {8}
print(sorted(s), s.pop() in (1, 8), len(s))
s.clear()
for case in (lambda: s.pop(), lambda: s.remove(1), lambda: s.add([]), lambda: s.add(), lambda: s.update(5), lambda: hash(s), lambda: {s}, lambda: s.remove([]), lambda: s.discard({}), lambda: s.remove({1}), lambda: frozenset().add(1), lambda: s.clear(1), lambda: s.__ior__(5)):
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
try:
    s |= [1]
except TypeError as error:
    print(error)
f = frozenset([1])
g = f
g |= {2}
print(sorted(g), f, hash(f) == hash(frozenset([1])), {frozenset([1]): "nested"}[f], {1} in {frozenset([1])}, frozenset(f) is f)
