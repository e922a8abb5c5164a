"""Module-level code: docstring, conditionals, loops, try, and names defined by each statement."""
import sys as system
from math import floor as f, pi
import os.path, os.path as p

if pi > 3:
    def chosen(): return "big pi"
else:
    def chosen(): return "small pi"
try:
    import no_such_module_at_all
except ImportError as error:
    print(type(error).__name__, error, error.name)
    no_such_module_at_all = None
try:
    from math import no_such_name
except ImportError as error:
    print(type(error).__name__, str(error).partition("(")[0])
try:
    from os import path, nothing_here
except ImportError as error:
    print(str(error).partition("(")[0], error.name)
print(chosen(), f(2.7), system.__name__, os.path is p, p.join("a", "b"), no_such_module_at_all)
a = b = c = []
a.append(1)
print(a, b, c, a is c)
(d, [e, *g]), h = ("x", (1, 2, 3)), "h"
print(d, e, g, h)
with open(__file__) as source:
    first = source.readline()
print(first.strip(), source.closed)
while True:
    looped = "yes"
    break
else:
    looped = "no"
print(looped, __name__ == "__main__", type(__file__).__name__, __doc__[:12])
class Config:
    debug = False
    def __init__(self): self.v = late_global
try:
    Config()
except NameError as error:
    print(error)
late_global = 1
print(Config().v)
def recursive_data():
    return data
data = {"f": recursive_data}
print(data["f"]() is data)
del a, (b, c)
print("a" in globals(), "d" in globals(), [n for n in ("a", "b", "chosen", "f") if n in globals()])
if __name__ == "__main__":
    print("main ran")
assert True
pass
...
"a string statement"
lambda: None
x: int = 1; y = 2; print(x, y)
