"""defaultdict, Counter, OrderedDict, deque and ChainMap."""
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque

d = defaultdict(list)
for i, w in enumerate("a b a c b a".split()):
    d[w].append(i)
print(d, dict(d), d["new"], len(d), d.get("other"), d.default_factory is list, defaultdict(int, {"a": 1})["b"], d == {"a": [0, 2, 5], "b": [1, 4], "c": [3], "new": []})
n = defaultdict(lambda: defaultdict(int))
n["x"]["y"] += 5
print(n["x"]["y"], n["q"]["r"], sorted(n))
try:
    defaultdict()["k"]
except KeyError as error:
    print("KeyError", error)
c = Counter("mississippi")
print(c, c["z"], c.most_common(2), c.total(), sorted(c.elements()), c + Counter("miss"), c - Counter("issi"), c & Counter("sip"), c | Counter("zz"), +Counter(a=-1, b=2), Counter(a=1) <= Counter(a=2))
c.update("mmm"); c.subtract(["i"] * 6); del c["p"]
print(c, list(c), c == Counter({"m": 4, "i": -2, "s": 4}), Counter([1, 1.0, True]), Counter(), Counter({"a": 0}))
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a"); o.move_to_end("c", last=False)
print(o, o.popitem(last=False), o, o == {"a": 1, "b": 2}, o == OrderedDict(a=1, b=2), list(reversed(o)))
q = deque([1, 2, 3], maxlen=4)
q.append(4); q.append(5); q.appendleft(0); q.rotate(1)
print(q, q[0], q[-1], len(q), q.maxlen, list(q), q.pop(), q.popleft(), q.extend("ab"), q.extendleft("cd"), q, q.count("c"), q.index("c"), 2 in q, list(reversed(q)))
q.remove("c"); q.insert(1, "ins"); q[0] = "zero"; q.reverse(); del q[1]
print(q, q + deque([1]), deque("ab") * 2, q == deque(q, 4), deque("abc") < deque("abd"), q.copy())
for action in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque(maxlen=-1), lambda: deque([1, 2], 2).insert(0, 1), lambda: deque([1]).index(7)):
    try:
        print(action())
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m["a"], m["b"], dict(m), m.maps, m.new_child({"a": 0})["a"], list(m), m.parents)
