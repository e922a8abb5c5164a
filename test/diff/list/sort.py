"""sort and sorted: stability, key, reverse, errors, and objects that compare by themselves."""
records = [("b", 2), ("a", 2), ("c", 1), ("a", 1), ("b", 1), ("c", 2), ("d", 0)]
print(sorted(records), sorted(records, key=lambda r: r[1]), sorted(records, key=lambda r: r[1], reverse=True), sorted(records, reverse=True))
print(sorted(records, key=lambda r: (-r[1], r[0])), sorted("hello"), sorted({3: "c", 1: "a"}), sorted((5, 2.5, -1, True)), sorted([]), sorted(["b", "B", "a"], key=str.lower))
state = 12345
numbers = []
for i in range(2000):
    state = (state * 1103515245 + 12345) % 2**31
    numbers.append((state % 50, i))
by_key = sorted(numbers, key=lambda p: p[0])
print(all(a[0] < b[0] or a[0] == b[0] and a[1] < b[1] for a, b in zip(by_key, by_key[1:])), by_key[:3], by_key[-2:])
backward = sorted(numbers, key=lambda p: p[0], reverse=True)
print(all(a[0] > b[0] or a[0] == b[0] and a[1] < b[1] for a, b in zip(backward, backward[1:])), backward[:3])
for pattern in (range(100), range(100, 0, -1), [1] * 50, [i % 2 for i in range(64)], list(range(50)) + list(range(50)), [0] + [1] * 40 + [0]):
    a = list(pattern)
    calls = []
    a.sort(key=lambda v: calls.append(v) or v)
    print(a[:5], a[-5:], len(calls), calls == list(pattern))
class Card:
    compared = 0
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        Card.compared += 1
        return self.n % 5 < other.n % 5
cards = [Card(n) for n in range(20)]
cards.sort()
print([c.n for c in cards], Card.compared > 18)
for bad in ([1, "a"], [None, 1], [3, [1]], [{}, {}], [1j, 2j]):
    try:
        bad.sort()
    except TypeError as error:
        print(error, bad)
a = [3, 2, 1]
try:
    a.sort(key=lambda v: a.append(v) or v)
except ValueError as error:
    print(error)
try:
    [1, 2].sort(lambda v: v)
except TypeError as error:
    print(error)
