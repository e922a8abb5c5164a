"""Graph algorithms: shortest paths, spanning trees, flows, components, colourings, matchings, topological orders."""

import heapq
import math
from bisect import bisect_left, insort
from collections import Counter, defaultdict, deque
from functools import cache, lru_cache
from itertools import accumulate, chain, combinations, count, groupby, islice, pairwise, permutations, product, starmap, tee, zip_longest
from operator import itemgetter


class Graph:
    """A directed graph with weights; undirected edges are two."""

    def __init__(self, edges=(), *, directed=True):
        self.adjacent = defaultdict(dict)
        self.directed = directed
        for edge in edges:
            self.add(*edge)

    def add(self, u, v, weight=1, /):
        self.adjacent[u][v] = weight
        self.adjacent[v]
        if not self.directed:
            self.adjacent[v][u] = weight
        return self

    __lshift__ = lambda self, edge: self.add(*edge)

    def __iter__(self):
        return iter(self.adjacent)

    def __len__(self):
        return len(self.adjacent)

    def __getitem__(self, u):
        return self.adjacent[u]

    def __contains__(self, edge):
        match edge:
            case (u, v):
                return v in self.adjacent.get(u, ())
            case u:
                return u in self.adjacent

    def edges(self):
        for u, vs in self.adjacent.items():
            for v, w in vs.items():
                if self.directed or repr(u) <= repr(v):
                    yield u, v, w

    def __invert__(self):
        return Graph(((v, u, w) for u, v, w in self.edges()), directed=self.directed)

    def __repr__(self):
        return f"{type(self).__name__}({len(self)} nodes, {sum(1 for _ in self.edges())} edges)"

    def bfs(self, start):
        seen, queue = {start: None}, deque([start])
        while queue:
            u = queue.popleft()
            yield u, seen[u]
            for v in self[u]:
                if v not in seen:
                    seen[v] = u
                    queue.append(v)

    def dfs(self, start, *, seen=None):
        seen = set() if seen is None else seen
        if start in seen:
            return
        seen.add(start)
        yield "in", start
        for v in self[start]:
            yield from self.dfs(v, seen=seen)
        yield "out", start

    def dijkstra(self, source):
        distance, previous = {source: 0}, {}
        heap, ticket = [(0, 0, source)], count(1)
        while heap:
            d, _, u = heapq.heappop(heap)
            if d > distance[u]:
                continue
            for v, w in self[u].items():
                if (new := d + w) < distance.get(v, math.inf):
                    distance[v], previous[v] = new, u
                    heapq.heappush(heap, (new, next(ticket), v))
        return distance, previous

    def path(self, source, target):
        distance, previous = self.dijkstra(source)
        if target not in distance:
            raise LookupError(f"no path from {source!r} to {target!r}")
        path = [target]
        while path[-1] != source:
            path.append(previous[path[-1]])
        return distance[target], path[::-1]

    def bellman_ford(self, source):
        distance = {u: math.inf for u in self} | {source: 0}
        for round_ in range(len(self)):
            changed = False
            for u, v, w in self.edges():
                if distance[u] + w < distance[v]:
                    distance[v] = distance[u] + w
                    changed = True
            if not changed:
                return distance
        raise ValueError("negative cycle")

    def topological(self):
        degree = Counter(v for _, v, _ in self.edges())
        ready = sorted((u for u in self if not degree[u]), reverse=True)
        while ready:
            u = ready.pop()
            yield u
            for v in self[u]:
                degree[v] -= 1
                if degree[v] == 0:
                    insort(ready, v, key=lambda n: -ord(n))
        if any(degree.values()):
            raise ValueError(f"cycle among {sorted(n for n, d in degree.items() if d)}")

    def components(self):
        order, seen = [], set()
        for u in self:
            order += [n for what, n in self.dfs(u, seen=seen) if what == "out"]
        back, seen = ~self, set()
        for u in reversed(order):
            if u not in seen and u in back:
                yield sorted(n for what, n in back.dfs(u, seen=seen) if what == "in")

    def kruskal(self):
        parent = {u: u for u in self}

        def find(u):
            while parent[u] != u:
                parent[u] = u = parent[parent[u]]
            return u

        for w, u, v in sorted((w, u, v) for u, v, w in self.edges()):
            a, b = find(u), find(v)
            if a != b:
                parent[a] = b
                yield u, v, w

    def max_flow(self, source, sink):
        capacity = defaultdict(lambda: defaultdict(int))
        for u, v, w in self.edges():
            capacity[u][v] += w
        total = 0
        while True:
            previous = {source: None}
            queue = deque([source])
            while queue and sink not in previous:
                u = queue.popleft()
                for v, c in list(capacity[u].items()):
                    if c > 0 and v not in previous:
                        previous[v] = u
                        queue.append(v)
            if sink not in previous:
                return total, sorted(previous)
            step, v = math.inf, sink
            while (u := previous[v]) is not None:
                step, v = min(step, capacity[u][v]), u
            v = sink
            while (u := previous[v]) is not None:
                capacity[u][v] -= step
                capacity[v][u] += step
                v = u
            total += step

    def floyd(self):
        nodes = list(self)
        d = {(a, b): 0 if a == b else self[a].get(b, math.inf) for a, b in product(nodes, repeat=2)}
        for k, i, j in product(nodes, repeat=3):
            if d[i, k] + d[k, j] < d[i, j]:
                d[i, j] = d[i, k] + d[k, j]
        return d

    def colour(self, limit):
        nodes = sorted(self, key=lambda u: (-len(self[u]), u))
        colours = {}

        def place(i):
            if i == len(nodes):
                return True
            for c in range(limit):
                if all(colours.get(v) != c for v in self[nodes[i]]):
                    colours[nodes[i]] = c
                    if place(i + 1):
                        return True
                    del colours[nodes[i]]
            return False

        return colours if place(0) else None


roads = Graph([("a", "b", 7), ("a", "c", 9), ("a", "f", 14), ("b", "c", 10), ("b", "d", 15), ("c", "d", 11), ("c", "f", 2), ("d", "e", 6), ("e", "f", 9)], directed=False)
print(roads, list(roads.bfs("a")), roads.path("a", "e"), ("a", "b") in roads, ("a", "e") in roads, "a" in roads)
print(list(roads.kruskal()), sum(map(itemgetter(2), roads.kruskal())))
print(roads.bellman_ford("a"), roads.colour(2), roads.colour(3))
tasks = Graph([(a, b) for a, b in "ab ac bd cd de fe".split()])
tasks << ("f", "g") << ("g", "c")
print("".join(tasks.topological()), [n for what, n in tasks.dfs("a") if what == "out"], tasks)
cyclic = Graph([*tasks.edges(), ("e", "a")])
try:
    print("".join(cyclic.topological()))
except ValueError as error:
    print(error)
print(list(cyclic.components()), list(tasks.components()))
try:
    Graph([("x", "y", -2), ("y", "z", 1), ("z", "x", 0)]).bellman_ford("x")
except ValueError as error:
    print(error)
pipes = Graph([("s", "a", 16), ("s", "b", 13), ("a", "b", 10), ("b", "a", 4), ("a", "c", 12), ("c", "b", 9), ("b", "d", 14), ("d", "c", 7), ("c", "t", 20), ("d", "t", 4)])
print(pipes.max_flow("s", "t"), {k: v for k, v in pipes.floyd().items() if k[0] == "s"})
try:
    pipes.path("t", "s")
except LookupError as error:
    print(repr(error))


def grid_paths(rows):
    cells = {(r, c): ch for r, row in enumerate(rows) for c, ch in enumerate(row)}
    start, goal = (next(k for k, v in cells.items() if v == mark) for mark in "SG")

    def heuristic(cell):
        return sum(abs(a - b) for a, b in zip(cell, goal))

    heap, best = [(heuristic(start), 0, start, [start])], {}
    while heap:
        _, cost, cell, path = heapq.heappop(heap)
        if cell == goal:
            return cost, "\n".join("".join("*" if (r, c) in path[1:-1] else ch for c, ch in enumerate(row)) for r, row in enumerate(rows))
        if best.get(cell, math.inf) <= cost:
            continue
        best[cell] = cost
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            step = cell[0] + dr, cell[1] + dc
            if cells.get(step, "#") != "#":
                heapq.heappush(heap, (cost + 1 + heuristic(step), cost + 1, step, [*path, step]))


print(*grid_paths(["S.#.....", "..#.###.", ".##.#G#.", "....#.#.", ".##...#.", "......#."]), sep="\n")


def queens(n):
    def place(row, cols, up, down):
        if row == n:
            yield []
            return
        for c in range(n):
            if c not in cols and row + c not in up and row - c not in down:
                for rest in place(row + 1, cols | {c}, up | {row + c}, down | {row - c}):
                    yield [c, *rest]
    yield from place(0, frozenset(), frozenset(), frozenset())


print(sum(1 for _ in queens(6)), next(queens(8)), list(islice(queens(7), 2)))


@cache
def edit(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(edit(a[1:], b) + 1, edit(a, b[1:]) + 1, edit(a[1:], b[1:]) + (a[0] != b[0]))


print(edit("kitten sitting", "sitting kitten"), edit.cache_info().currsize)


def lis(values):
    tails, back, at = [], {}, []
    for i, v in enumerate(values):
        k = bisect_left(tails, v)
        tails[k:k + 1] = [v]
        at[k:k + 1] = [i]
        back[i] = at[k - 1] if k else None
    out, i = [], at[-1]
    while i is not None:
        out.append(values[i])
        i = back[i]
    return out[::-1]


print(lis([10, 9, 2, 5, 3, 7, 101, 18, 4, 20]))
print([(k, len(list(g))) for k, g in groupby("aaabbcaa")], list(pairwise("abcd")), list(accumulate([3, 1, 4], max, initial=0)), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", "xyz", fillvalue="-")))
a, b = tee(iter("tee"))
print(next(a), list(b), list(a), [*combinations("abc", 2)], len([*permutations(range(4))]), [*chain.from_iterable(["ab", "cd"])])
knapsack = lru_cache(None)(lambda i, room: 0 if i < 0 else max(knapsack(i - 1, room), knapsack(i - 1, room - w[i]) + v[i] if w[i] <= room else 0))
w, v = (1, 3, 4, 5), (1, 4, 5, 7)
print(knapsack(3, 7), heapq.nlargest(2, roads.dijkstra("a")[0].items(), key=itemgetter(1)), list(heapq.merge([1, 4], [2, 3], reverse=False)))
print(Graph([("a", 1)]).add("a"))
