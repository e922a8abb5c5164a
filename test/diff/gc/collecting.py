# gc: collecting cycles, callbacks, freezing, thresholds, referrers and referents, tracking, finalisers in cycles.
import gc
import weakref

log = []


class Node:
    def __init__(self, name):
        self.name = name
        self.other = self

    def __del__(self):
        log.append(self.name)


gc.collect()
for name in 'abc':
    Node(name)
print(log, gc.collect() >= 3, sorted(log), gc.garbage, gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
log.clear()
node = Node('weak')
ref = weakref.ref(node, lambda r: log.append('callback'))
del node
gc.collect()
print(ref(), sorted(log))


class Reborn:
    kept = []

    def __init__(self):
        self.me = self

    def __del__(self):
        Reborn.kept.append(self)


Reborn()
gc.collect()
print(len(Reborn.kept), Reborn.kept[0].me is Reborn.kept[0])
Reborn.kept[0].me = None
Reborn.kept.clear()
gc.collect()
print(len(Reborn.kept))
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked('a'), gc.is_tracked({'a': []}), gc.is_tracked(Node), gc.is_finalized(Node('x')), gc.get_debug())
inner = []
outer = [inner, 5]
print(any(r is inner for r in gc.get_referents(outer)), any(r is outer for r in gc.get_referrers(inner)), gc.get_referents(1, 'a'), gc.get_referents(outer, {'k': inner}).count(inner))
print(len(gc.get_threshold()), len(gc.get_count()), len(gc.get_stats()), sorted(gc.get_stats()[0]), gc.get_freeze_count() >= 0)
old = gc.get_threshold()
print(gc.set_threshold(*old), gc.freeze(), gc.unfreeze(), gc.get_freeze_count())
for call in (lambda: gc.set_debug('x'), lambda: gc.is_tracked()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(gc.DEBUG_STATS, gc.DEBUG_LEAK, gc.DEBUG_SAVEALL)
