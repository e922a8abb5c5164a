"""Cycles that end, weak references and finalizers in them, objects that come back, what gc tells of objects, freezing, errors."""
import gc
import weakref


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Node:
    log = []

    def __init__(self, name, *links):
        self.name, self.links = name, list(links)

    def __del__(self):
        Node.log.append(self.name)

    def __repr__(self):
        return f'Node({self.name})'


gc.collect()
gc.disable()
print(gc.isenabled(), gc.enable(), gc.isenabled(), gc.disable())
ring = [Node(name) for name in 'abc']
for node, other in zip(ring, ring[1:] + ring[:1]):
    node.links.append(other)
watch = [weakref.ref(node, lambda ref: Node.log.append('gone')) for node in ring]
del ring, node, other
print(Node.log, [ref() is not None for ref in watch])
gc.collect()
print(sorted(Node.log), [ref() for ref in watch], gc.garbage)
Node.log.clear()


class Phoenix:
    kept = None

    def __init__(self):
        self.me = self

    def __del__(self):
        Phoenix.kept = self


Phoenix()
gc.collect()
print(Phoenix.kept is not None and Phoenix.kept.me is Phoenix.kept, gc.is_finalized(Phoenix.kept), gc.is_finalized(5), gc.is_finalized(Node('x')))
ref = weakref.ref(Phoenix.kept)
Phoenix.kept = None
gc.collect()
print(ref(), Node.log)
Node.log.clear()


def generator(value):
    try:
        yield value
    finally:
        Node.log.append('generator closed')


holder = {}
holder['gen'] = generator(holder)
next(holder['gen'])
holder['self'] = holder
del holder
gc.collect()
print(Node.log)
for kind in (list, dict, set):
    box = kind()
    cell = Node('in ' + kind.__name__)
    cell.links.append(box)
    if kind is list:
        box.append(cell)
    elif kind is dict:
        box['cell'] = cell
    else:
        box.add(cell)
    del box, cell
gc.collect()
print(sorted(Node.log))


def closure():
    node = Node('closure')

    def inner():
        return inner, node
    node.links.append(inner)


closure()


class Meta(type):
    pass


kind = Meta('Temporary', (), {'make': lambda self: Temporary})
kind.instance = kind()
alive = weakref.ref(kind)
del kind
gc.collect()
print(Node.log[-1], alive())
leaf = object()
tree = [leaf, {'key': leaf}, (leaf,)]
print([gc.is_tracked(value) for value in (1, 'x', None, [], Node('y'), 2.5, b'')], len([r for r in gc.get_referrers(leaf) if r is tree or r in tree[1:]]) >= 1, sorted(map(str, gc.get_referents([1, 'a']))), gc.get_referents(), gc.get_referents(5))
print(isinstance(gc.get_objects(), list), any(item is tree for item in gc.get_objects()), len(gc.get_count()), len(gc.get_threshold()), isinstance(gc.get_stats(), list), sorted(gc.get_stats()[0]), gc.get_debug(), gc.freeze(), gc.get_freeze_count() >= 0, gc.unfreeze(), gc.get_freeze_count())
for label, call in {'collect': lambda: gc.collect(5), 'collect low': lambda: gc.collect(-1), 'collect type': lambda: gc.collect('x'), 'threshold': lambda: gc.set_threshold('x'), 'debug': lambda: gc.set_debug('x'), 'objects': lambda: gc.get_objects(9), 'objects low': lambda: gc.get_objects(-2), 'objects type': lambda: gc.get_objects('x'), 'is_tracked': lambda: gc.is_tracked(), 'generation': lambda: isinstance(gc.collect(generation=2), int)}.items():
    attempt(label, call)
gc.set_threshold(500, 5, 5)
print(gc.get_threshold(), gc.DEBUG_LEAK, gc.DEBUG_SAVEALL, gc.DEBUG_STATS, gc.callbacks)
gc.enable()
phases = []


def watcher(phase, info):
    phases.append((phase, sorted(info), info['uncollectable']))


gc.callbacks.append(watcher)
gc.collect()
gc.callbacks.remove(watcher)
gc.collect()
print(phases)


# A function that is garbage shares its variables with a call that goes on.
import functools


def goes_on(value):
    cached = functools.lru_cache(lambda x: (value, x))
    cached.itself = cached
    del cached
    gc.collect()

    def inner():
        nonlocal value
        value += 1
        return value

    holder = [inner]
    holder.append(holder)
    inner.holder = holder
    del inner, holder
    gc.collect()
    return value


print(goes_on(5))
