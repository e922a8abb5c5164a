# difftest: options --dynamic
# Generators, coroutines and asynchronous generators in text that is executed; inspect sees them as such.
import asyncio
import inspect

SPACE = {'asyncio': asyncio}
exec("""
def count(limit):
    i = 0
    while i < limit:
        sent = yield i
        if sent is not None:
            i = sent
        i += 1
    return 'done'

def relay():
    result = yield from count(3)
    yield result

def mixed(x):
    total = (yield x) + (yield x + 1) * 2
    both = (yield 'a') and (yield 'b')
    choice = (yield 'c') if x else (yield 'd')
    yield [total, both, choice, len([(yield 'e'), 2])]

def guarded():
    try:
        yield 1
        yield 2
    except ValueError as error:
        yield str(error)
    finally:
        print('closed')

def looped():
    for i in range(5):
        if i == 1: continue
        if i == 4: break
        yield i
    else:
        yield 'never'

class Resource:
    async def __aenter__(self):
        await asyncio.sleep(0)
        return 'resource'
    async def __aexit__(self, kind, error, tb):
        print('exit', kind and kind.__name__)
        return kind is KeyError

async def add(a, b):
    await asyncio.sleep(0)
    return a + b

async def ticks(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            got = yield i
            if got:
                print('got', got)
    finally:
        print('ticks over')

async def main():
    total = await add(1, 2) + await add(3, await add(4, 5))
    items = []
    async for item in ticks(3):
        items.append(item)
    else:
        items.append('else')
    async with Resource() as r:
        items.append(r)
        raise KeyError('x')
    results = await asyncio.gather(add(1, 1), add(2, 2))
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.001)
    except asyncio.TimeoutError:
        items.append('timeout')
    return total, items, results
""", SPACE)
count, relay, mixed = SPACE['count'], SPACE['relay'], SPACE['mixed']
print(list(count(3)), list(relay()), list(SPACE['looped']()))
g = count(10)
print(next(g), g.send(5), next(g))
g = mixed(10)
sent = [None, 1, 2, 'y', 'z', 'chosen', 3]
print([g.send(s) for s in sent])
g = SPACE['guarded']()
print(next(g), g.throw(ValueError('thrown')))
g.close()
print(asyncio.run(SPACE['main']()))
print(inspect.isgeneratorfunction(count), inspect.iscoroutinefunction(SPACE['add']),
      inspect.isasyncgenfunction(SPACE['ticks']), asyncio.iscoroutinefunction(count), inspect.signature(count))


async def drive():
    agen = SPACE['ticks'](4)
    print(await agen.__anext__(), await agen.asend('hello'))
    await agen.aclose()

asyncio.run(drive())
