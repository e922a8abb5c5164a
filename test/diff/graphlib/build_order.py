"""A build tool's order of targets by graphlib: static order, ready batches, cycles, late additions, and what is refused."""
import graphlib
from graphlib import CycleError, TopologicalSorter


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Build:
    """Targets with what they need and a recipe; runs in batches of what is ready."""

    def __init__(self):
        self.needs, self.recipes = {}, {}

    def target(self, *needs):
        def add(recipe):
            self.needs[recipe.__name__], self.recipes[recipe.__name__] = needs, recipe
            return recipe
        return add

    def run(self):
        sorter, results, batches = TopologicalSorter(self.needs), {}, []
        sorter.prepare()
        while sorter.is_active():
            ready = sorted(sorter.get_ready())
            batches.append(ready)
            for name in ready:
                results[name] = self.recipes[name](*[results[need] for need in self.needs[name]])
                sorter.done(name)
        return batches, results


build = Build()


@build.target()
def sources():
    return ['a.c', 'b.c']


@build.target('sources')
def objects(names):
    return [name[:-1] + 'o' for name in names]


@build.target()
def library():
    return 'lib.a'


@build.target('objects', 'library')
def program(objects, library):
    return ' '.join([*objects, library])


@build.target('sources')
def docs(names):
    return len(names)


batches, results = build.run()
print(batches, results['program'], results['docs'])
print(list(TopologicalSorter({'D': ['B', 'C'], 'C': ['A'], 'B': ['A']}).static_order())[0::3], tuple(TopologicalSorter({}).static_order()), tuple(TopologicalSorter({1: [], 2: [1], 3: [2]}).static_order()))
sorter = TopologicalSorter()
sorter.add('c', 'b')
sorter.add('b', 'a', 'a')
sorter.add('c', 'a')
print(sorter.prepare(), sorter.get_ready(), sorter.get_ready(), bool(sorter), sorter.done('a'), sorter.get_ready(), sorter.done('b'), sorter.get_ready(), sorter.is_active(), sorter.done('c'), sorter.is_active(), bool(sorter))
attempt('again', sorter.prepare)
attempt('late', sorter.add, 'x')
attempt('done twice', sorter.done, 'a')
attempt('unknown', sorter.done, 'x')
fresh = TopologicalSorter({'a': ['b']})
attempt('before', fresh.get_ready)
attempt('before', fresh.done, 'a')
attempt('before', fresh.is_active)
fresh.prepare()
attempt('not ready', fresh.done, 'a')
for graph in ({'a': ['b'], 'b': ['a']}, {'a': ['a']}, {1: [2], 2: [3], 3: [1], 4: [1]}):
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        print(error.args[0], error.args[1], isinstance(error, ValueError), len(error.args))
cyclic = TopologicalSorter({'x': ['y'], 'y': ['x'], 'z': []})
attempt('cycle', cyclic.prepare)
print(cyclic.get_ready(), cyclic.is_active())
attempt('static', lambda: list(TopologicalSorter({'a': ['b'], 'b': ['a']}).static_order()))
attempt('unhashable', lambda: TopologicalSorter({'a': [[]]}))
attempt('not iterable', lambda: TopologicalSorter({'a': 5}))
attempt('no dict', lambda: TopologicalSorter([1, 2]))
print(TopologicalSorter[str], graphlib.__all__)
deep = TopologicalSorter({n: [n + 1] for n in range(3000)})
print(next(deep.static_order()))
