"""Programs that live on dicts: grouping, inverting, memo tables, graphs, word counts."""
text = "it was the best of times it was the worst of times it was the age of wisdom"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])), {n: sorted(w for w in counts if counts[w] == n) for n in set(counts.values())})
inverse = {}
for k, v in counts.items():
    inverse.setdefault(v, []).append(k)
print(inverse)
def anagrams(words):
    groups = {}
    for w in words:
        groups.setdefault("".join(sorted(w)), []).append(w)
    return [g for g in groups.values() if len(g) > 1]
print(anagrams("listen silent enlist google elgoog abc cab".split()))
memo = {0: 0, 1: 1}
def fib(n):
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(150), len(memo), memo[10])
def dijkstra(graph, start):
    distance, done = {start: 0}, set()
    while len(done) < len(distance):
        node = min((n for n in distance if n not in done), key=distance.__getitem__)
        done.add(node)
        for near, weight in graph.get(node, {}).items():
            if distance[node] + weight < distance.get(near, float("inf")):
                distance[near] = distance[node] + weight
    return distance
print(dijkstra({"a": {"b": 7, "c": 3}, "c": {"b": 1, "d": 8}, "b": {"d": 2}}, "a"))
def topological(depends):
    order, state = [], {}
    def visit(n):
        if state.get(n) == 1:
            raise ValueError(f"cycle at {n}")
        if n not in state:
            state[n] = 1
            for m in depends.get(n, ()):
                visit(m)
            state[n] = 2
            order.append(n)
    for n in depends:
        visit(n)
    return order
print(topological({"shirt": ["tie"], "tie": ["jacket"], "trousers": ["shoes", "belt"], "belt": ["jacket"]}))
try:
    topological({"a": ["b"], "b": ["c"], "c": ["a"]})
except ValueError as error:
    print(error)
dispatch = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b, "neg": lambda a: -a}
print([dispatch[name](*args) for name, *args in (("add", 1, 2), ("mul", 3, 4), ("neg", 5))])
nested = {"a": {"b": [1, {"c": 2}]}, "d": 3}
def flatten(value, path=""):
    if isinstance(value, dict):
        for k, v in value.items():
            yield from flatten(v, f"{path}.{k}" if path else k)
    elif isinstance(value, list):
        for i, v in enumerate(value):
            yield from flatten(v, f"{path}[{i}]")
    else:
        yield path, value
print(dict(flatten(nested)), nested["a"]["b"][1]["c"])
