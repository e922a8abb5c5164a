"""An exception that is thrown in while another one is handled has that one as its context, GeneratorExit as well."""


class Step:
    def __await__(self):
        yield 1
async def numbers():
    for i in range(3):
        yield i
        await Step()
async def plain():
    try: raise KeyError('k')
    finally: await Step()
async def loop():
    try: raise KeyError('k')
    finally:
        async for x in numbers(): pass
async def comp():
    try: raise KeyError('k')
    finally: [x async for x in numbers()]
async def comp2():
    try: raise KeyError('k')
    except KeyError: [await Step() for x in 'ab']
async def rel(): await Step()
async def inner():
    try: raise KeyError('k')
    except KeyError: await rel()
async def gen():
    try: raise KeyError('k')
    except KeyError: await numbers().__anext__(); await anext(numbers()); g = numbers(); await g.asend(None); await g.asend(None)
async def within():
    class G:
        async def __aenter__(self): pass
        async def __aexit__(self, *a): await Step()
    try: raise KeyError('k')
    except KeyError:
        async with G(): pass
for f in (plain, loop, comp, comp2, inner, gen, within):
    for e in (GeneratorExit, ValueError, ValueError('x'), StopIteration):
        c = f(); c.send(None)
        try: c.throw(e)
        except BaseException as err: print(f.__name__, repr(err), repr(err.__context__), repr(err.__cause__))
