"""When objects end: order of __del__ at scope exit, reassignment, containers, exceptions, generators, weak references, resurrection."""

import gc
import weakref

gc.disable()


class Noisy:
    def __init__(self, name, *held):
        self.name, self.held = name, held

    def __del__(self):
        print("end", self.name, end="; ")


def flush(label):
    print("<", label)


def local_variables():
    a = Noisy("a")
    b = Noisy("b")
    c = a
    print("leaving", end=": ")


local_variables()
flush("locals")


def reassigned():
    x = Noisy("first")
    x = Noisy("second")
    print("after", end=": ")
    x = None
    print("none", end=": ")


reassigned()
flush("reassigned")
[Noisy("in list 1"), Noisy("in list 2")]
flush("list thrown away")
(Noisy("tuple"),)[0].name
flush("tuple indexed")
Noisy("expression").name
flush("attribute of a temporary")
{Noisy("key").name: Noisy("value")}
flush("dict")
items = [Noisy(str(i)) for i in range(4)]
del items[1]
items[0] = None
items.pop()
items += [Noisy("added")]
items[:] = []
flush("list operations")
data = {i: Noisy(f"d{i}") for i in range(3)}
data[0] = None
data.pop(1)
data.clear()
flush("dict operations")


def raising():
    local = Noisy("local of the raiser")
    raise ValueError("x")


try:
    raising()
except ValueError as error:
    print("handling", end=": ")
flush("exception")
try:
    raising()
except ValueError as error:
    kept = error
print("kept", end=": ")
del kept
flush("kept exception")


def generator():
    held = Noisy("held by generator")
    try:
        yield 1
        yield 2
    finally:
        print("finally", end="; ")


g = generator()
next(g)
del g
flush("generator dropped")
for value in generator():
    break
flush("loop left")
print(sum(generator()), end=" ")
flush("exhausted")
outer = Noisy("outer", Noisy("inner 1"), Noisy("inner 2"))
del outer
flush("nested")
node = Noisy("cycle")
node.held = node
del node
print("not yet", end=": ")
gc.collect()
flush("cycle")


class Resurrected:
    kept = None
    count = 0

    def __del__(self):
        Resurrected.count += 1
        Resurrected.kept = self


r = Resurrected()
del r
print(Resurrected.kept is not None, Resurrected.count, end=" ")
Resurrected.kept = None
print(Resurrected.count, Resurrected.kept, end=" ")
flush("resurrected")
target = Noisy("weak target")
reference = weakref.ref(target, lambda ref: print("callback", ref() is None, end="; "))
proxy = weakref.proxy(target)
print(reference() is target, proxy.name, end=" ")
del target
flush("weak reference")
try:
    proxy.name
except ReferenceError as error:
    print(error, reference())
cache = weakref.WeakValueDictionary()
one, two = Noisy("one"), Noisy("two")
cache["one"], cache["two"] = one, two
del one
print(sorted(cache), end=" ")
flush("weak values")
keys = weakref.WeakKeyDictionary({two: "data"})
seen = weakref.WeakSet([two])
print(len(keys), len(seen), end=" ")
del two
print(len(keys), len(seen), len(cache), end=" ")
flush("weak keys")
finalizer = weakref.finalize(thing := Noisy("finalized"), print, "finalize called", end="; ")
print(finalizer.alive, end=" ")
del thing
print(finalizer.alive, end=" ")
flush("finalize")


def closure():
    captured = Noisy("captured")
    return lambda: captured


f = closure()
del f
flush("closure")


swap1, swap2 = Noisy("s1"), Noisy("s2")
swap1, swap2 = swap2, None
flush("swap")
first, *rest = [Noisy("u0"), Noisy("u1"), Noisy("u2")]
rest = first = None
flush("unpacked")


class Manager:
    def __enter__(self):
        return Noisy("entered")

    def __exit__(self, *details):
        print("exit", end="; ")


with Manager() as m:
    m = None
    print("body", end="; ")
flush("with")


class Attribute:
    shared = Noisy("class attribute")

    def __init__(self):
        self.own = Noisy("own")


instance = Attribute()
instance.own = Noisy("own 2")
del instance.own
Attribute.shared = None
del instance, Attribute
flush("attributes")
text = "end of the program"
last = Noisy("module level")
print(text, end=": ")
