"""Set operators and methods on integers; results printed sorted."""
def show(*sets):
    print(*[sorted(s) if isinstance(s, (set, frozenset)) else s for s in sets])


a, b = {1, 2, 3, 4}, {3, 4, 5}
show(a | b, a & b, a - b, b - a, a ^ b, a.union(b, [9], (10,)), a.intersection(b, [4]), a.difference(b, [1]), a.symmetric_difference([4, 7]))
show(a <= b, {3} < a, a >= {1, 2}, a > a, a >= a, a == {4, 3, 2, 1}, a != b, a.isdisjoint({9}), a.issubset(range(9)), a.issuperset([1]), 3 in a, 9 in a, len(a))
c = set(a)
c |= b; show(c); c &= {1, 3, 5, 9}; show(c); c -= {1}; show(c); c ^= {3, 8}; show(c)
c.update([1, 2], {3}); c.intersection_update({1, 2, 8}); c.difference_update([8]); c.symmetric_difference_update([2, 30]); show(c)
c.add(5); c.add(5); c.discard(99); c.remove(5); show(c, c.copy(), c.copy() is c)
print({7}.pop(), set().union(), {1, True, 1.0}, len({0, 0.0, False, ""}), sorted(set("hello")), {i // 3 for i in range(9)} == {0, 1, 2}, bool(set()), bool({0}))
f = frozenset([1, 2])
print(f, f | {3}, type(f | {3}).__name__, type({3} | f).__name__, {f: "key"}[frozenset([2, 1])], f == {1, 2}, hash(f) == hash(frozenset([2, 1])), frozenset() in {frozenset()}, {1, 2} in [f])
for action in (lambda: a + b, lambda: a | [1], lambda: a.remove(99), lambda: set().pop(), lambda: {[]}, lambda: a.add({}), lambda: hash(a), lambda: f.add(1), lambda: set(5), lambda: a < [1], lambda: a[0], lambda: set(1, 2), lambda: a.union(5), lambda: {1} - [1], lambda: a.nosuch, lambda: a.remove("x"), lambda: a.remove((1, 2))):
    try:
        print(action())
    except (TypeError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
print(set(), {1}, repr({"x"}), {(1, 2)}, frozenset(), frozenset({"a"}), {None})
