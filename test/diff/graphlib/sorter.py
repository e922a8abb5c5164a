# graphlib: static_order, prepare/get_ready/done, cycles, errors.
import graphlib

graph = {'d': {'b', 'c'}, 'b': ['a'], 'c': ('a',)}
ts = graphlib.TopologicalSorter(graph)
print(list(ts.static_order()))
ts = graphlib.TopologicalSorter({3: [2, 1], 2: [1]})
ts.add(4, 3, 1)
ts.add(5)
ts.add(4, 3)
ts.prepare()
print(bool(ts), ts.is_active())
while ts.is_active():
    ready = ts.get_ready()
    print(ready, ts.get_ready())
    ts.done(*ready)
print(ts.is_active(), ts.get_ready())
for action in (lambda t: t.get_ready(), lambda t: t.done('a'), lambda t: t.is_active(), lambda t: (t.prepare(), t.add('x')), lambda t: (t.prepare(), t.prepare()),
               lambda t: (t.prepare(), t.done('zzz')), lambda t: (t.prepare(), t.done('d')), lambda t: (t.prepare(), t.get_ready(), t.done('a'), t.done('a')),
               lambda t: list(t.static_order()) + list(t.static_order())):
    try:
        print(action(graphlib.TopologicalSorter(graph)))
    except Exception as error:
        print(type(error).__name__, error)
for cyclic in ({1: [2], 2: [1]}, {1: [1]}, {'a': ['b'], 'b': ['c'], 'c': ['a'], 'd': []}):
    t = graphlib.TopologicalSorter(cyclic)
    try:
        t.prepare()
    except graphlib.CycleError as error:
        print(error.args, str(error), isinstance(error, ValueError))
        try:
            print(t.get_ready())
        except Exception as later:
            print(later)
try:
    graphlib.TopologicalSorter({1: [[]]})
except TypeError as error:
    print(error)
print(list(graphlib.TopologicalSorter().static_order()), list(graphlib.TopologicalSorter({1: [], 0: []}).static_order()))
big = {n: [m for m in range(n) if n % (m + 2) == 0] for n in range(30)}
print(list(graphlib.TopologicalSorter(big).static_order()))
