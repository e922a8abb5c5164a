"""Subclasses of types.ModuleType: their own __init__, keywords, and modules that were never given a name."""
import types
class Proxy(types.ModuleType):
    def __init__(self, module, aliases):
        super().__init__(name=module.__name__, doc="d"); self.m = module; self.al = aliases
    def __getattr__(self, n):
        return self.__dict__["al"].get(n) or getattr(self.__dict__["m"], n)
import math
p = Proxy(math, {"tau2": 5}); print(p.__name__, p.__doc__, p.tau2, p.pi, p, sorted(vars(p)))
m = types.ModuleType.__new__(types.ModuleType)
print(m.__dict__, m)
try: m.x
except AttributeError as e: print(e)
m.__init__("later"); print(m, sorted(m.__dict__), m.__doc__)
m.__init__("again", "doc"); print(m.__name__, m.__doc__)
class Q(types.ModuleType):
    def __init__(self): self.y = 1
q = Q(); print(q.y, q.__dict__)
try: print(q)
except Exception as e: print(e)
for a, k in [((), {}), ((3,), {}), (("a", "b", "c"), {}), (("a",), {"name": "b"}), ((), {"name": "n", "doc": 5}), (("a",), {"zz": 1})]:
    try: x = types.ModuleType(*a, **k); print(x, x.__doc__)
    except TypeError as e: print(e)
