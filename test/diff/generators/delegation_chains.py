# Chains of `yield from`: values, sent values, exceptions, ends and tracebacks pass through all of them.
import sys
def leaf(n):
    for i in range(n):
        try:
            got = yield i
            if got: print('got', got)
        except KeyError as e:
            print('leaf caught', e); yield 'recovered'
    return 'done %d' % n
def mid(n, deep):
    r = yield from (mid(n, deep - 1) if deep else leaf(n))
    return (deep, r)
def fails(k):
    yield 1
    yield 2
    raise ValueError(k)
def outer(deep):
    x = yield from mid(3, deep); print('outer', x)
    try: yield from fails(deep)
    except ValueError as e:
        print('caught', e, sys.exc_info()[1] is e)
        r = yield from mid(2, 1); print(r)
        print(sys.exc_info()[1])
    yield 'end'
print(list(outer(4)))
g = outer(3); print(next(g), g.send('hello'), g.gi_yieldfrom is not None)
print(g.throw(KeyError('k')), next(g), next(g), next(g))
g.close(); print(g.gi_frame)
def selfrun():
    yield 0
    try: next(G)
    except ValueError as e: print(e)
    yield 1
def wrap2(x): yield from x
G = wrap2(wrap2(selfrun())); print(list(G))
inner = leaf(3); w = wrap2(wrap2(inner)); print(next(w)); print(next(inner)); print(list(w))
inner = leaf(3); w = wrap2(wrap2(inner)); print(next(w)); inner.close(); print(list(w))
def tr():
    yield 1
    raise RuntimeError('deep')
import traceback
try: list(wrap2(wrap2(wrap2(tr()))))
except RuntimeError: traceback.print_exc(file=sys.stdout)
def stop():
    yield 1
    raise StopIteration(5)
try: list(wrap2(wrap2(stop())))
except RuntimeError as e: traceback.print_exc(file=sys.stdout)
def handling():
    try: 1 / 0
    except ZeroDivisionError:
        yield from showing()
def showing():
    yield repr(sys.exc_info()[1])
    yield repr(sys.exc_info()[1])
    try: {}['x']
    except KeyError as e: yield repr(e.__context__)
print(list(wrap2(handling())))
def deep(n):
    if n: yield from deep(n - 1)
    yield n
print(sum(deep(300)))
class It:
    def __iter__(self): return self
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration('it')
        return self.n
def wi():
    r = yield from It(); print(r)
    r = yield from leaf(1); print(r)
    yield from [7, 8]
print(list(wrap2(wi())))
def fin():
    try: yield 1; yield 2
    finally: print('fin')
g = wrap2(wrap2(fin())); next(g); next(g); del g; print('after')
g = wrap2(wrap2(fin())); next(g); g.close()
g = wrap2(leaf(2)); next(g)
try: g.throw(ValueError('v'))
except ValueError as e: print('v', e)
try: next(g)
except StopIteration as e: print('stop', e.value)
