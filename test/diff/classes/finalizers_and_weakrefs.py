"""__del__ order, resurrection, weakref callbacks, WeakValueDictionary, WeakKeyDictionary, WeakSet, finalize, proxy."""

import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __repr__(self):
        return f"Thing({self.name})"


a = Thing("a")
r = weakref.ref(a, lambda ref: print("callback", ref() is None))
print(r() is a, r == weakref.ref(a), weakref.getweakrefcount(a), hash(r) == hash(a))
b = a
del a
print("still", r())
del b
print(r())

values = weakref.WeakValueDictionary()
t = Thing("value")
values["k"] = t
print(len(values), values["k"], "k" in values, list(values.items()))
del t
print(len(values), values.get("k", "gone"))

keys = weakref.WeakKeyDictionary()
k = Thing("key")
keys[k] = "data"
print(keys[k], len(keys))
del k
print(len(keys))

pool = weakref.WeakSet()
x, y = Thing("x"), Thing("y")
pool.update([x, y])
print(len(pool), x in pool)
del x
print(len(pool))

f = weakref.finalize(y, print, "finalized", 1)
print(f.alive)
del y
print(f.alive, f())

p = Thing("proxied")
proxy = weakref.proxy(p)
print(proxy.name, proxy)
proxy.name = "renamed"
print(p.name)
del p
try:
    proxy.name
except ReferenceError as error:
    print(error)

saved = []


class Phoenix:
    def __del__(self):
        print("phoenix dies")
        saved.append(self)


bird = Phoenix()
del bird
print(len(saved))
saved.clear()
print(len(saved))

one, two = Thing("one"), Thing("two")
one.other, two.other = two, one
del one, two
print("collect")
gc.collect()
method_ref = weakref.WeakMethod(Thing("temp").__repr__)
print(method_ref())
for bad in (5, "s", (1,), None):
    try:
        weakref.ref(bad)
    except TypeError as error:
        print(error)
last = Thing("at exit")
