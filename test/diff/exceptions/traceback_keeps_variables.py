# The variables of the functions that an exception leaves live as long as its traceback.
import gc
class Noisy:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    b = Noisy('b'); a = Noisy('a'); c = Noisy('c')
    raise ValueError(1)
try: f()
except ValueError: pass
print('--')
def g(x, y):
    b = Noisy('b'); a = Noisy('a')
    b2 = b
    return 3
x, y = Noisy('x'), Noisy('y')
g(x, y)
del x, y
print('--')
def h(x, *args, k=None, **kw):
    z = Noisy('z')
    y = Noisy('y')
    1/0
try: h(Noisy('x'), Noisy('arg1'), Noisy('arg2'), k=Noisy('k'), kw=Noisy('kw'))
except ZeroDivisionError as e: print('caught')
print('-- loops')
def loop():
    for i in [Noisy(1), Noisy(2)]:
        q = Noisy('q')
        raise KeyError
try: loop()
except KeyError: print('caught')
print('after')
def withv():
    a = Noisy('a')
    try:
        b = Noisy('b')
        raise KeyError
    finally:
        c = Noisy('c')
try: withv()
except KeyError as e: 
    print('caught')
    tb = e.__traceback__
print('after')
tb = None
print('gen')
def gen():
    b = Noisy('b'); a = Noisy('a')
    yield 1
    raise KeyError
g = gen(); next(g)
try: next(g)
except KeyError: print('c')
print('x')
def ret():
    b = Noisy('b'); a = Noisy('a')
    return Noisy('r')
ret()
print("tmp")
def tmps(*a): raise IndexError
def t():
    a = Noisy('a')
    tmps(Noisy(1), Noisy(2), [Noisy(3)])
try: t()
except IndexError: print('c')
print('nested')
def outer():
    b=Noisy('ob'); a=Noisy('oa')
    inner2()
def inner2():
    d=Noisy('id'); c=Noisy('ic')
    raise KeyError
try: outer()
except KeyError: print('c')
print('end')

import asyncio, traceback


async def failing():
    local = Noisy('in coroutine')
    await asyncio.sleep(0)
    raise OSError


async def outermost(parameter):
    mine = Noisy('mine')
    await failing()


async def main():
    try:
        await outermost(Noisy('parameter'))
    except OSError:
        print('handling')
    print('handled')
    task = asyncio.create_task(outermost(Noisy('of task')))
    await asyncio.wait([task])
    print('task done')
    print(repr(task.exception()))
    del task
    print('task gone')


def items():
    try:
        yield 1
    finally:
        print('items closed')


def consumes():
    source = items()
    next(source)
    raise ValueError('while consuming')


asyncio.run(main())
try:
    consumes()
except ValueError as error:
    print('caught', error)
try:
    consumes()
except ValueError as error:
    traceback.clear_frames(error.__traceback__)
    print('caught', error)
try:
    consumes()
except ValueError as error:
    kept = error
print('kept')
kept.__traceback__ = None
print('forgotten')
try:
    try:
        consumes()
    except ValueError as error:
        raise KeyError('second')
except KeyError as error:
    print('chained', repr(error.__context__))
print('end')
