"""Attribute sites of native modules and classes see every change of what they remember."""
import math, types, sys
def f(m): return m.sqrt(4)
for i in range(3): print(f(math))
old = math.sqrt
math.sqrt = lambda x: "patched"
print(f(math))
del math.sqrt
try: f(math)
except AttributeError as e: print(e)
math.__dict__["sqrt"] = old
print(f(math))
math.__dict__["sqrt"] = lambda x: 7
print(f(math))
def g(m): return m.value
for n in range(3):
    m = types.ModuleType("m%d" % n); m.value = n
    print(g(m), g(m)); m.value = n + 10; print(g(m)); vars(m)["value"] = "v"; print(g(m))
setattr(math, "".join(["s", "qrt"]), 5)
print(math.sqrt)
import asyncio
class E2(asyncio.Event):
    def is_set(self): return "sub"
async def main():
    for e in (asyncio.Event(), E2(), asyncio.Event()):
        for i in range(2): print(e.is_set())
    e = asyncio.Event()
    e.is_set = lambda: "inst"
    for x in (e, asyncio.Event(), e): print(x.is_set())
asyncio.run(main())


import builtins
import itertools
import time

print(sys, math, builtins, time, itertools, types.ModuleType("made"))
print(len.__self__, print.__self__, math.sin.__self__, repr(builtins.__package__))
