"""Sets of small and many integers: iteration, growth, removal and change during iteration."""
s = set()
for i in range(3000):
    s.add(i * i % 1009)
print(len(s), sum(s), max(s), sorted(s)[:10], 1008 in s, 7 in s)
for i in range(0, 1009, 2):
    s.discard(i)
print(len(s), sorted(s)[:5], all(x % 2 for x in s))
count = 0
while s:
    s.pop()
    count += 1
print(count, s)
print([x for x in {0, 1, 2, 3, 4, 5, 6, 7}], list({3, 1, 2}), list(set(range(20))), list({8, 1}), list({16, 8, 0}))
try:
    t = {1, 2, 3}
    for x in t:
        t.add(x + 10)
except RuntimeError as error:
    print(error)
try:
    t = {1, 2, 3}
    for x in t:
        t.remove(x)
except RuntimeError as error:
    print(error, len(t))
def unique(items):
    seen = set()
    return [x for x in items if not (x in seen or seen.add(x))]
print(unique([3, 1, 3, 2, 1, 5]), unique("mississippi"))
def powerset(items):
    result = {frozenset()}
    for item in items:
        result |= {subset | {item} for subset in result}
    return result
print(len(powerset(range(8))), sorted(sorted(x) for x in powerset([1, 2, 3])))
def components(edges):
    parent = {}
    def find(x):
        parent.setdefault(x, x)
        while parent[x] != x:
            x = parent[x]
        return x
    for a, b in edges:
        parent[find(a)] = find(b)
    groups = {}
    for x in parent:
        groups.setdefault(find(x), set()).add(x)
    return sorted(sorted(g) for g in groups.values())
print(components([(1, 2), (3, 4), (2, 5), (6, 6), (4, 7)]))
print({x for x in range(50) if all(x % d for d in range(2, x))} & set(range(10, 30)) == {11, 13, 17, 19, 23, 29})
