"""Where carets stand: assertions, methods that are missing, augmented assignment, comprehensions."""
import sys
import traceback
def a1(x): assert not x
def a2(x): assert not [1]
def a3(x): assert not (x and x), "m"
def a4(x):
    assert not not None
def a5(x):
    assert x is None and x
def a6(x):
    assert not not x.real == 5
def a7(x):
    assert 1 < x < 2
def a8(x): assert (x if x == 7 else None)
def a9(x):
    assert not \
       x
def b1(x): return x.upper().nope
def b2(x): x.upper()
def b3(*, key): return key.upper().nope
def b4(x): return x.upper(1, 2).nope
def b5(x): return (x
   .upper())
def c1(x): x["a"]["b"] += 1
def c2(x): x["a"] += 1
def c3(x): x.a.b += 1
def c4(x): x["a"][x] -= x
def c5(x): x["a"]["b"] = 1
def c6(x): del x["a"]["b"]
def c7(x): x["q"] += "s"
def c8(x): x["q"]+= x["a"]["c"]
def c9(x): x["a"].c += x
class O:
    def __getitem__(self, k): return {"a": 1, "q": 2}[k]
    def __setitem__(self, k, v): raise KeyError(k)
for f, v in [(a1, 1), (a2, 1), (a3, 1), (a4, 1), (a5, 1), (a6, 5), (a7, 5), (a8, 1), (a9, 1), (b1, 1), (b2, 1), (b4, 1), (b5, 1), (c1, O()), (c2, O()), (c3, O()), (c4, O()), (c5, O()), (c6, O()), (c7, O()), (c8, O()), (c9, O()), (c1, {"a": {}}), (c1, {"a": {"b": "s"}}), (c4, {"a": 1})]:
    try: f(v)
    except Exception: traceback.print_exc(limit=-1, file=sys.stdout)
    else: print("no error", f.__name__)
try: b3(key=3)
except Exception: traceback.print_exc(limit=-1, file=sys.stdout)
def d1():
    undefined_thing += 1
def d2():
    global undefined_thing
    undefined_thing += undefined_thing
def d4(x):
    return (x.foo
        .bar(1)
        .baz("(", x))
class P:
    foo = bar = property(lambda s: s)
    def __call__(self, *a): return self
def d5(x):
    return -x.nope(1 + 2, "a)")[0] + x.y
def d6(x):
    return x.foo.nope(
        1,
        2)
def d7(x):
    return {k: v for k, v in [([], 1)] if v != 3}
def d8(x):
    return {k for k in [[]] if x if k is not 5}
def d9(x): return {k for k in [[]]}
def e1(x):
    return x.foo.bar.nope (1)(2)
def e2(x):
    return super(P, x).nope()
def e3(x):
    print(1, file=3)
def e4(x): return f"{x.nope()!r:>10}" + x.real
def e5(x): return None.nope()
for f, v in [(d4, P()), (d5, P()), (d6, P()), (d7, P()), (d8, P()), (d9, P()), (e1, P()), (e2, P()), (e3, P()), (e4, P()), (e5, P())]:
    try: f(v)
    except Exception: traceback.print_exc(limit=-1, file=sys.stdout)
for f in (d1, d2):
    try: f()
    except Exception: traceback.print_exc(limit=-1, file=sys.stdout)
