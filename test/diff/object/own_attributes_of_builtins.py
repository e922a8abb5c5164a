"""Which built-in objects take attributes of their own."""

from collections import OrderedDict, defaultdict, deque, Counter
o = OrderedDict(a=1)
try:
    o.x = 5
    print(o.x)
except Exception as e: print(type(e), e)
try:
    print(vars(o))
except Exception as e: print(type(e), e)
for t in (defaultdict(int), deque(), Counter(), [], {}, set(), 1.5, "x", Exception(), lambda: 1, int, type("A",(),{})(), range(2), property(), iter([]), (x for x in [])):
    try:
        t.x = 5
        print(t.x)
    except Exception as e: print(type(e), e)
