"""gc: what is tracked, found garbage, referents and referrers of own classes, callbacks' phases, statistics, freeze, wrong arguments."""
import gc
import weakref


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Node:
    def __init__(self, name):
        self.name = name
        self.links = []

    def __repr__(self):
        return f'Node({self.name!r})'


class Slotted:
    __slots__ = ('left', 'right', '__weakref__')


gc.collect()
gc.disable()
print(gc.isenabled())
a, b = Node('a'), Node('b')
a.links.append(b)
b.links.append(a)
seen = weakref.ref(a)
del a, b
print(seen() is not None, gc.collect() > 0, seen())

log = []


def watch(phase, info):
    log.append((phase, sorted(info), info['generation']))


gc.callbacks.append(watch)
for generation in (0, 1, 2):
    gc.collect(generation)
gc.collect(generation=1)
gc.callbacks.remove(watch)
gc.collect()
print(log)

print([gc.is_tracked(x) for x in (0, 1.5, 'a', b'', None, True, 1j)], [gc.is_tracked(x) for x in ([], [1], set(), Node('x'), Node)])
print([gc.is_tracked(x) for x in ({}, {'a': 1}, {'a': []}, {'a': {}}, {(): 1}, {Node('k'): 1}, Node('x').__dict__)])
print([gc.is_finalized(x) for x in (1, 'a', Node('n'))])


class Phoenix:
    saved = []

    def __del__(self):
        Phoenix.saved.append(self)


Phoenix()
print(gc.is_finalized(Phoenix.saved[0]), len(Phoenix.saved))
Phoenix.saved.clear()
print(len(Phoenix.saved))

first, second = Node('first'), Node('second')
holder = [first, second]
print(any(x is holder for x in gc.get_referrers(first)), first in gc.get_referents(holder), second in gc.get_referents(holder, holder))
print(sorted(map(repr, gc.get_referents((1, 'x', None)))), gc.get_referents(), gc.get_referents(5), gc.get_referents('text'))
slotted = Slotted()
slotted.left, slotted.right = first, second
print(sorted(repr(x) for x in gc.get_referents(slotted) if isinstance(x, Node)))
print('v' in gc.get_referents({1: 'v'}))

print(len(gc.get_count()), len(gc.get_threshold()), len(gc.get_stats()), [sorted(s) for s in gc.get_stats()])
old = gc.get_threshold()
gc.set_threshold(100)
print(gc.get_threshold()[0])
gc.set_threshold(5, 6, 7)
print(gc.get_threshold())
gc.set_threshold(*old)
print(gc.get_debug(), gc.set_debug(0), gc.garbage, gc.freeze(), gc.get_freeze_count() >= 0, gc.unfreeze(), gc.get_freeze_count())
print([getattr(gc, name) for name in ('DEBUG_STATS', 'DEBUG_COLLECTABLE', 'DEBUG_UNCOLLECTABLE', 'DEBUG_SAVEALL', 'DEBUG_LEAK')])
print(any(x is holder for x in gc.get_objects()))

attempt('generation', gc.collect, 3)
attempt('generation', gc.collect, -1)
attempt('generation', gc.collect, 'all')
attempt('collect', gc.collect, 1, 2)
attempt('threshold', gc.set_threshold)
attempt('threshold', gc.set_threshold, 'x')
attempt('debug', gc.set_debug, 'x')
attempt('objects', gc.get_objects, generation=7)
attempt('objects', gc.get_objects, -2)
attempt('tracked', gc.is_tracked)
attempt('enable', gc.enable, 1)


class Tree:
    """Parents and children know each other; a finalizer tells which are gone."""

    gone = []

    def __init__(self, name, parent=None):
        self.name, self.parent, self.children = name, parent, []
        if parent:
            parent.children.append(self)
        weakref.finalize(self, Tree.gone.append, name)


root = Tree('root')
for i in range(3):
    child = Tree(f'c{i}', root)
    for j in range(2):
        Tree(f'c{i}.{j}', child)
del child
kept = root.children[0].children[1]
kept.parent = None
root.children[0].children.clear()
del root
gc.collect()
print(sorted(Tree.gone), kept.name)
del kept
print(sorted(Tree.gone))
gc.enable()
print(gc.isenabled())
