"""Algorithms: Conway's life over a set, Dijkstra, topological order, n queens, edit distance."""
import heapq
from collections import Counter, deque


def step(cells):
    counts = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in cells}


cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4):
    cells = step(cells)
print(sorted(cells))
graph = {"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {"e": 2}, "e": {}}


def shortest(start):
    distances, queue = {}, [(0, start, None)]
    while queue:
        distance, node, via = heapq.heappop(queue)
        if node in distances:
            continue
        distances[node] = (distance, via)
        for other, cost in graph[node].items():
            heapq.heappush(queue, (distance + cost, other, node))
    return distances


print(shortest("a"))


def topological(dependencies):
    state, order = {}, []

    def visit(node, path):
        if state.get(node) == "done":
            return
        if node in path:
            raise ValueError("cycle: " + " -> ".join([*path[path.index(node):], node]))
        for needed in dependencies.get(node, ()):
            visit(needed, path + [node])
        state[node] = "done"
        order.append(node)

    for node in dependencies:
        visit(node, [])
    return order


print(topological({"shirt": ["tie"], "tie": [], "jacket": ["shirt", "belt"], "belt": ["trousers"]}))
try:
    topological({"a": ["b"], "b": ["c"], "c": ["a"]})
except ValueError as error:
    print(error)


def queens(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    for column in range(n):
        if all(column != c and abs(column - c) != len(placed) - r for r, c in enumerate(placed)):
            yield from queens(n, (*placed, column))


print(next(queens(8)), sum(1 for _ in queens(6)))


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


print(distance("kitten", "sitting"), distance("", "abc"), distance("same", "same"))


def bfs(maze, start, goal):
    queue, seen = deque([(start, 0)]), {start}
    while queue:
        (r, c), steps = queue.popleft()
        if (r, c) == goal:
            return steps
        for nr, nc in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if 0 <= nr < len(maze) and 0 <= nc < len(maze[0]) and maze[nr][nc] != "#" and (nr, nc) not in seen:
                seen.add((nr, nc))
                queue.append(((nr, nc), steps + 1))
    return None


maze = ["..#....", ".##.##.", "....#..", ".##...#", "...#..."]
print(bfs(maze, (0, 0), (4, 6)), bfs(["#.", ".#"], (0, 1), (1, 0)))
sieve = bytearray([1]) * 200
for i in range(2, 15):
    if sieve[i]:
        sieve[i * i::i] = bytes(len(range(i * i, 200, i)))
print([i for i in range(2, 200) if sieve[i]][-5:], sum(sieve) - 2)
