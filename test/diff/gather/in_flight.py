"""Many gathers at once: fan-out and fan-in with limits, retries and partial failures."""
import asyncio

class Flaky(Exception):
    pass

async def call(server, n, attempts):
    attempts[n] = attempts.get(n, 0) + 1
    async with server:
        await asyncio.sleep(0)
        if (n + attempts[n]) % 3 == 0:
            raise Flaky(n, attempts[n])
        return n * n

async def retry(server, n, attempts, limit):
    errors = []
    for _ in range(limit):
        try:
            return await call(server, n, attempts), errors
        except Flaky as error:
            errors.append(error.args)
    raise ExceptionGroup(f"call {n}", [Flaky(*e) for e in errors])

async def main():
    server, attempts = asyncio.Semaphore(3), {}
    results = await asyncio.gather(*(retry(server, n, attempts, 2) for n in range(8)), return_exceptions=True)
    for n, result in enumerate(results):
        print(n, attempts[n], result)
    results = await asyncio.gather(*(retry(server, n, {}, 1) for n in range(4)), return_exceptions=True)
    print([r if isinstance(r, tuple) else (r.message, [e.args for e in r.exceptions]) for r in results])

    async def tree(depth, breadth):
        if depth == 0:
            await asyncio.sleep(0)
            return 1
        return sum(await asyncio.gather(*(tree(depth - 1, breadth) for _ in range(breadth))))
    print(await tree(4, 3), await asyncio.gather(tree(2, 5), tree(5, 2), tree(1, 9)))

    order = []
    async def stage(name, *before):
        await asyncio.gather(*(asyncio.shield(b) for b in before))
        order.append(name)
        return name
    a, b = asyncio.ensure_future(stage("a")), asyncio.ensure_future(stage("b"))
    c = asyncio.ensure_future(stage("c", a, b))
    d = asyncio.ensure_future(stage("d", b))
    e = asyncio.ensure_future(stage("e", c, d, a))
    print(await e, order)

asyncio.run(main())
