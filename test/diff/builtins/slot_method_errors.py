# The words of errors: items that cannot be set or deleted, methods of slots called by name.
import collections
import itertools


def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class A:
    def __setitem__(self, k, v): print('set', k)
class B:
    def __delitem__(self, k): print('del', k)
class C: pass
def d(o,k): del o[k]
def s(o,k): o[k]=1
for o in A(), B(), C(), 3, 'abc', (1,), range(3), b'x', None, {1}, frozenset(), 2.5, len, {}.keys(), iter([]), memoryview(b'abc'), [].append, type, A:
    for k in 0, 'k', slice(1), None:
        show(lambda: d(o,k)); show(lambda: s(o,k))
class D:
    def __set__(self, i, v): print('set')
class E:
    def __delete__(self, i): print('delete')
class F:
    d = D(); e = E()
f=F()
f.d=1
show(lambda: delattr(f,'d')); show(lambda: setattr(f,'e',1)); del f.e
class G:
    def __setattr__(self, n, v): print('sa')
class H:
    def __delattr__(self, n): print('da')
g=G(); g.x=1; show(lambda: delattr(g,'x'))
h=H(); h.x=1; del h.x; print(h.x)
for t in int, str, float, complex, object, list: show(lambda: t().__format__(1,2)); show(lambda: t().__format__(1)); show(lambda: t().__format__())
show(lambda: [].__mul__(1j)); show(lambda: ().__mul__('a')); show(lambda: 'a'.__rmul__(None)); show(lambda: [].__imul__(1.5)); show(lambda: b''.__mul__(2.5)); show(lambda: bytearray().__imul__('a')); show(lambda: (3).__mul__('a'))
show(lambda: [].__mul__(1,2)); show(lambda: [].__add__(3)); show(lambda: ().__add__(3)); show(lambda: 'a'.__add__(3)); show(lambda: b''.__add__(3)); show(lambda: [].__iadd__(3)); show(lambda: 'a'.__mod__(3)); show(lambda: 'a'.__rmod__(3)); show(lambda: b'a'.__mod__(3)); show(lambda: 'a'.__contains__(3)); show(lambda: [].__contains__(3,4)); show(lambda: {}.__contains__(3,4)); show(lambda: {}.__getitem__(3,4)); show(lambda: [].__getitem__(3,4)); show(lambda: ().__getitem__(3,4)); show(lambda: {}.__getitem__(k=4)); show(lambda: set().__contains__()); show(lambda: 'a'.__getitem__(x=1));show(lambda: [].__setitem__(1)); show(lambda: [].__delitem__()); show(lambda: [].__len__(1)); show(lambda: [].__iter__(1)); show(lambda: (1).__add__()); show(lambda: (1).__pow__()); show(lambda: (1).__pow__(1,2,3)); show(lambda: (1).__round__(1,2)); show(lambda: (1.5).__round__('a')); show(lambda: {}.__or__(3)); show(lambda: {}.__ior__(3)); show(lambda: set().__or__([])); show(lambda: set().__ior__([])); show(lambda: [].__lt__()); show(lambda: [].__eq__(1,2)); show(lambda: [].__getattribute__(1)); show(lambda: [].__getattribute__()); show(lambda: iter([]).__next__(1)); show(lambda: iter([]).__next__()); show(lambda: [].__reversed__(1)); show(lambda: int.from_bytes(b'a','big',True)); show(lambda: (1).to_bytes(1,'big',True)); show(lambda: (1).to_bytes()); show(lambda: (1).to_bytes('a')); show(lambda: (1).bit_length(1)); show(lambda: int.from_bytes()); show(lambda: int.from_bytes(b'a', foo=1))

for thing in collections.OrderedDict(), collections.defaultdict(), itertools.count(), itertools.chain(), list[int], int | str, collections.deque():
    show(lambda: thing / [])
    show(lambda: -thing)
    show(lambda: thing())
    show(lambda: "" + thing)
show(lambda: collections.defaultdict(int, 1, 2))
