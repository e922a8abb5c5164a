"""copy.copy of every built-in iterator, in the middle."""

import copy, pickle
def t(make):
    try:
        it = make(); 
        try: next(it)
        except StopIteration: pass
        c = copy.copy(it)
        print(type(it).__name__, list(c), list(it))
    except Exception as e: print(type(make()).__name__, type(e).__name__, e)
for m in (lambda: iter([1,2,3]), lambda: reversed([1,2,3]), lambda: iter((1,2,3)), lambda: iter("abc"), lambda: iter(b"abc"), lambda: iter(bytearray(b"abc")), lambda: iter(range(3)), lambda: iter(range(10**20,10**20+3)), lambda: iter({1:2,3:4}), lambda: iter({1:2,3:4}.items()), lambda: reversed({1:2,3:4}), lambda: iter({5,6}), lambda: zip([1,2],[3,4]), lambda: map(str,[1,2]), lambda: filter(None,[1,2]), lambda: enumerate("abc"), lambda: reversed("abc"), lambda: reversed(range(3)), lambda: iter([5,3].pop, 0), lambda: (x for x in [1,2])):
    t(m)
class G:
    def __getitem__(self,i):
        if i>2: raise IndexError
        return i
t(lambda: iter(G()))
