# What an exception thrown into a chain of generators or coroutines gets as its context.
def tell(e):
    return repr(e) + (f" after ({tell(e.__context__)})" if e.__context__ else "")
def echo():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print('inner', tell(e))
        try:
            yield 3
        except ValueError as e:
            print('inner2', tell(e))
            raise
def outer():
    try:
        raise KeyError('k')
    except KeyError:
        try:
            yield from echo()
        except ValueError as e:
            print('outer', tell(e))
for n in range(2):
    g = outer(); next(g)
    if n: next(g)
    try:
        print(g.throw(ValueError('t')))
        print(g.throw(ValueError('u')))
    except StopIteration as e: print('end', tell(e))
g = outer(); next(g)
try:
    1/0
except ZeroDivisionError:
    g.throw(ValueError('in handler'))
    try: g.throw(ValueError('again'))
    except StopIteration as e: print('end', tell(e))
async def inner():
    class A:
        def __await__(self): yield 1
    try: await A()
    except ValueError as e: print('co inner', tell(e)); raise
async def out():
    try: raise KeyError('k')
    except KeyError:
        try: await inner()
        except ValueError as e: print('co outer', tell(e))
c = out(); c.send(None)
try: c.throw(ValueError('z'))
except StopIteration as e: print(tell(e))
