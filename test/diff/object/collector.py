"""The collector under pressure, long chains, gc functions."""
class Node:
    pass
import gc
# cycles collected automatically under pressure
class Counter:
    live = 0
    def __init__(self): Counter.live += 1
    def __del__(self): Counter.live -= 1
def make():
    a = Node(); b = Node(); a.o = b; b.o = a; a.c = Counter()
for i in range(200000): make()
print(Counter.live < 150000)
gc.collect(); print(Counter.live)
print(gc.isenabled(), gc.get_threshold()[1:], gc.is_tracked(Node()), gc.is_tracked(3))
gc.disable(); print(gc.isenabled()); gc.enable()
x = []
x.append(x)
del x
print(gc.collect())
l = [Node() for i in range(3)]
print(len([o for o in gc.get_objects() if isinstance(o, Node)]))
def deep():
    d = None
    for i in range(100000): d = (d,)
    return 1
print(deep())
n = None
for i in range(100000):
    m = Node(); m.next = n; n = m
del n, m
print("ok")
