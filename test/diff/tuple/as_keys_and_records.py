"""Tuples as dict keys, set members, records and return values."""
from collections import defaultdict

grid = {}
for row in range(4):
    for column in range(5):
        grid[row, column] = row * column
print(grid[2, 3], grid.get((9, 9)), len(grid), (1, 4) in grid, max(grid, key=grid.get), sum(v for (r, c), v in grid.items() if r == c))
def neighbours(cell):
    r, c = cell
    return [(r + dr, c + dc) for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)) if (r + dr, c + dc) in grid]
print(neighbours((0, 0)), neighbours((2, 2)))
def bfs(start):
    distance = {start: 0}
    frontier = [start]
    while frontier:
        following = []
        for cell in frontier:
            for near in neighbours(cell):
                if near not in distance:
                    distance[near] = distance[cell] + 1
                    following.append(near)
        frontier = following
    return distance
print(bfs((1, 1)))
def min_max(values):
    low = high = values[0]
    for v in values:
        low, high = (v, high) if v < low else (low, v) if v > high else (low, high)
    return low, high
low, high = min_max([5, 2, 9, -1, 7])
print(low, high, min_max("hello"), divmod(17, 5)[1])
edges = [("a", "b", 3), ("b", "c", 1), ("a", "c", 7), ("c", "d", 2)]
graph = defaultdict(list)
for source, target, weight in edges:
    graph[source].append((weight, target))
print(dict(graph), sorted(edges, key=lambda e: e[-1]), min(graph["a"]))
memo = {}
def paths(r, c):
    if (r, c) not in memo:
        memo[r, c] = 1 if 0 in (r, c) else paths(r - 1, c) + paths(r, c - 1)
    return memo[r, c]
print(paths(16, 16), len(memo))
