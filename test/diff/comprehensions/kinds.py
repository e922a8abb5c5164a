"""List, set, dict and generator comprehensions with filters and several loops."""
words = ["apple", "fig", "banana", "kiwi", "fig"]
print([w.upper() for w in words if len(w) > 3])
print(sorted({w[0] for w in words}), {w: len(w) for w in words})
print([(i, j) for i in range(3) for j in range(i, 3) if i + j != 2])
print([[row[i] for row in ([1, 2, 3], [4, 5, 6])] for i in range(3)])
print([x for x in range(50) if x % 2 if x % 3 if x % 5])
print({k: v for k, v in zip("abc", range(3)) if v}, {v: k for k, v in {"x": 1, "y": 2}.items()})
print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *_ in ["abc", (1,)]])
print([y for x in [1, 2] for y in [x * 10]], [x if x % 2 else -x for x in range(5)])
print([[]  for _ in range(2)], [*(n for n in "ab"), *[c for c in "cd"]])
print({(a, b): a * b for a in (1, 2) for b in (3, 4)})
print([x := 5, x ** 2], [last := n for n in range(3)], last)
matrix = [[i * 3 + j for j in range(3)] for i in range(3)]
print(matrix, [cell for row in matrix for cell in row], sum(sum(row) for row in matrix))
print([lambda: None for _ in range(2)].__len__(), [k for k in {"a": 1}], [*{}])
print(len([None for _ in range(100000)]), sum([n & 1 for n in range(1001)]))
text = "the quick brown the lazy the end"
print({word: text.split().count(word) for word in sorted(set(text.split()))})
print([(name, age) for name, age in {"ann": 30, "bob": 25}.items() if age > 26])
