"""as_completed: order, errors, timeout, duplicates, an early break."""
import asyncio

async def job(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(name)
    return name

async def main():
    for future in asyncio.as_completed([job("c", 0.03), job("a", 0.01), job("b", 0.02)]):
        print(await future)
    results = []
    for future in asyncio.as_completed([job("x", 0.02), job("y", 0.01, fail=True), job("z", 0.03)]):
        try:
            results.append(await future)
        except ValueError as error:
            results.append(repr(error))
    print(results)
    results = []
    try:
        for future in asyncio.as_completed([job("quick", 0.001), job("slow", 9), job("slower", 9)], timeout=0.02):
            results.append(await future)
    except TimeoutError as error:
        results.append(f"timeout {error.args}")
    print(results)
    task = asyncio.create_task(job("once", 0))
    print([await f for f in asyncio.as_completed([task, task, task])])
    print([await f for f in asyncio.as_completed([])])
    done = asyncio.get_running_loop().create_future()
    done.set_result("was done")
    late = asyncio.create_task(job("later", 0.01))
    print([await f for f in asyncio.as_completed({late, done})])
    for bad in (job("bad", 0), task):
        try:
            for future in asyncio.as_completed(bad):
                pass
        except TypeError as error:
            print(error)
        if bad is not task:
            bad.close()
    tasks = [asyncio.create_task(job(n, n / 100)) for n in (3, 1, 2)]
    for future in asyncio.as_completed(tasks):
        print("first", await future)
        break
    print([t.done() for t in tasks], await asyncio.gather(*tasks))
    # All at once, awaited in another order than they were handed out.
    iterator = list(asyncio.as_completed([job(n, n / 100) for n in (2, 1)]))
    print(len(iterator), await iterator[1], await iterator[0])
    pair = list(asyncio.as_completed([job(n, n / 100) for n in (2, 1)]))
    print(await asyncio.gather(*pair))

asyncio.run(main())
