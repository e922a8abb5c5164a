"""graphlib.TopologicalSorter driven by hand: ready and done in batches, cycles named, nodes of any hashable kind, wrong order of calls."""
import graphlib


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error, error.args)


def batches(graph):
    sorter = graphlib.TopologicalSorter(graph)
    sorter.prepare()
    result = []
    while sorter.is_active():
        ready = sorter.get_ready()
        result.append(sorted(ready, key=str))
        sorter.done(*ready)
    return result


print(batches({2: {11}, 9: {11, 8}, 10: {11, 3}, 11: {7, 5}, 8: {7, 3}}))
print(batches({}), batches({1: {}}), batches({1: [2, 2, 2], 2: ()}), batches({'a': 'bc', 'b': 'd', 'c': 'd'}))
print(*graphlib.TopologicalSorter({'D': ['B', 'C'], 'C': ['A'], 'B': ['A']}).static_order())
print(list(graphlib.TopologicalSorter({(1, 2): [None, 3.5], None: ['x'], frozenset({1}): [(1, 2)]}).static_order()))
for graph in ({1: {1}}, {1: {2}, 2: {1}}, {1: {2}, 2: {3}, 3: {1}}, {1: {2}, 2: {3}, 3: {4}, 4: {2}, 5: {1}}, {'a': ['b'], 'b': ['c', 'd'], 'd': ['e'], 'e': ['b']}, {0: [1], 2: [3], 3: [2]}):
    attempt('cycle', lambda: [*graphlib.TopologicalSorter(graph).static_order()])
print(graphlib.CycleError.__mro__, graphlib.__all__)

sorter = graphlib.TopologicalSorter()
sorter.add('deploy', 'test', 'build')
sorter.add('test', 'build')
sorter.add('build')
sorter.add('test', 'fetch', 'build')
for name in ('get_ready', 'is_active', '__bool__'):
    attempt(name, getattr(sorter, name))
attempt('done early', sorter.done, 'build')
sorter.prepare()
attempt('prepare twice', sorter.prepare)
attempt('add late', sorter.add, 'more')
print(bool(sorter), sorter.is_active(), sorted(sorter.get_ready()), sorter.get_ready())
attempt('not ready', sorter.done, 'deploy')
attempt('unknown', sorter.done, 'nothing')
attempt('partly', sorter.done, 'build', 'test')
print(sorter.get_ready())
attempt('twice', sorter.done, 'build')
print(sorter.done('fetch'), sorter.get_ready(), sorter.is_active(), sorter.done('test'), sorter.get_ready(), sorter.is_active(), sorter.done('deploy'), sorter.is_active(), bool(sorter), sorter.get_ready())
attempt('done nothing', sorter.done)

cyclic = graphlib.TopologicalSorter({1: [2], 2: [1], 3: [4]})
attempt('cycle', cyclic.prepare)
print(cyclic.get_ready(), cyclic.is_active(), cyclic.done(4), cyclic.get_ready(), cyclic.done(3), cyclic.is_active())
attempt('unhashable', graphlib.TopologicalSorter, {1: [[]]})
attempt('unhashable', lambda: graphlib.TopologicalSorter().add([]))
attempt('unhashable', lambda: graphlib.TopologicalSorter().add(1, {}))
attempt('not a dict', graphlib.TopologicalSorter, [1, 2])
attempt('not iterable', graphlib.TopologicalSorter, {1: 5})
attempt('none', lambda: list(graphlib.TopologicalSorter(None).static_order()))
attempt('late', lambda: list(sorter.static_order()))
print(graphlib.TopologicalSorter[int])


class Task:
    """Nodes that are equal by name."""

    def __init__(self, name, cost):
        self.name, self.cost = name, cost

    def __eq__(self, other):
        return self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f'{self.name}:{self.cost}'


def schedule(graph, workers):
    """Simulates workers: who is free takes the dearest ready task."""
    sorter = graphlib.TopologicalSorter(graph)
    sorter.prepare()
    time, running, waiting, log = 0, [], [], []
    while sorter.is_active():
        waiting.extend(sorter.get_ready())
        waiting.sort(key=lambda task: (-task.cost, task.name))
        while waiting and len(running) < workers:
            task = waiting.pop(0)
            running.append((time + task.cost, task.name, task))
            log.append((time, task))
        running.sort()
        time, _, task = running.pop(0)
        sorter.done(task)
    return time, log


tasks = {name: Task(name, cost) for name, cost in dict(a=3, b=2, c=4, d=1, e=5, f=2).items()}
graph = {tasks['c']: [tasks['a']], Task('d', 99): [tasks['a'], tasks['b']], tasks['e']: [tasks['b']], tasks['f']: [tasks['c'], tasks['d'], tasks['e']]}
for workers in (1, 2, 3):
    print(workers, *schedule(graph, workers))
big = graphlib.TopologicalSorter({n: [n // 2, n // 3] for n in range(2, 500)})
order = {n: i for i, n in enumerate(big.static_order())}
print(len(order), all(order[n // 2] < order[n] and order[n // 3] < order[n] for n in range(2, 500)))
