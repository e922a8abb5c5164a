"""asyncio.wait in all modes, as_completed, nested timeouts, shield, cancel semantics, eager tasks by hand, ordering."""
import asyncio
import sys


async def job(name, delay, error=None, log=None):
    try:
        if delay < 1:
            for _ in range(int(delay * 1000)):
                await asyncio.sleep(0)
        else:
            await asyncio.sleep(delay * 10)
        if error:
            raise error
        return name
    except asyncio.CancelledError as c:
        if log is not None:
            log.append((name, c.args))
        raise
    finally:
        if log is not None:
            log.append(name)


async def waits():
    log = []
    make = lambda *a: asyncio.create_task(job(*a, log=log), name=a[0])
    a, b, c = make("a", 0.001), make("b", 0.02), make("c", 0.04, ValueError("c"))
    done, pending = await asyncio.wait({a, b, c}, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending), c.exception())
    d = make("d", 5)
    done, pending = await asyncio.wait([d], timeout=0.005)
    print(len(done), len(pending), d.done())
    d.cancel("stop it")
    done, pending = await asyncio.wait([d])
    print(d.cancelled(), log)
    for bad in ([], [asyncio.sleep(0)], None, 5, asyncio.sleep(0)):
        try:
            await asyncio.wait(bad)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, str(error).split(" at 0x")[0])
        finally:
            for coro in (bad if isinstance(bad, list) else [bad]):
                if asyncio.iscoroutine(coro):
                    coro.close()
    try:
        await asyncio.wait([make("x", 0)], return_when="SOMETIME")
    except ValueError as error:
        print(error)


async def timeouts():
    try:
        async with asyncio.timeout(50) as outer:
            try:
                async with asyncio.timeout(0.001) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                print("inner", inner.expired(), outer.expired(), repr(inner))
            outer.reschedule(asyncio.get_running_loop().time() + 0.001)
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError as error:
                print("cancelled inside", error.args)
                raise
    except TimeoutError as error:
        print("outer", repr(error), repr(error.__cause__), type(error.__context__).__name__, repr(outer))
    try:
        async with asyncio.timeout(0.001):
            async with asyncio.timeout(0.001):
                await asyncio.sleep(1)
    except TimeoutError as error:
        print("both", type(error.__cause__).__name__)
    try:
        async with asyncio.timeout(0.001):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise KeyError("instead")
    except KeyError as error:
        print("replaced", error, type(error.__context__).__name__)
    async with asyncio.timeout(None) as t:
        print(t.when(), t)
    try:
        await asyncio.wait_for(asyncio.shield(job("s", 5)), 0.001)
    except TimeoutError:
        print("shielded timed out")

    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            await asyncio.sleep(0.001)
            return "late"
    print(await asyncio.wait_for(stubborn(), 0.001))

    async def angry():
        try:
            await asyncio.sleep(10)
        finally:
            raise RuntimeError("in cleanup")
    try:
        await asyncio.wait_for(angry(), 0.001)
    except RuntimeError as error:
        print(error)
    print(await asyncio.wait_for(asyncio.sleep(0, 5), None))
    try:
        await asyncio.wait_for(asyncio.sleep(1), -1)
    except TimeoutError as error:
        print(repr(error))


async def completed():
    order = []
    for future in asyncio.as_completed([job("x", 0.02), job("y", 0.001), job("z", 0.01)]):
        order.append(await future)
    print(order)
    try:
        for future in asyncio.as_completed([job("x", 5), job("y", 0.001)], timeout=0.3):
            print(await future)
    except TimeoutError as error:
        print("as_completed", repr(error))


async def cancels():
    inner = asyncio.create_task(job("inner", 0.01))
    shielded = asyncio.shield(inner)
    await asyncio.sleep(0)
    shielded.cancel()
    try:
        await shielded
    except asyncio.CancelledError:
        print("outer cancelled", inner.cancelled(), await inner)

    async def swallow():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            t = asyncio.current_task()
            print("cancelling", t.cancelling(), t.uncancel(), t.cancelling())
        await asyncio.sleep(0)
        return "survived"
    t = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    print(t.cancel(), t.cancel(), t.cancelling())
    print(await t, t.cancel(), t.cancelled())
    g = asyncio.gather(job("1", 5), job("2", 5))
    await asyncio.sleep(0)
    print(g.cancel("group"), g.done())
    try:
        await g
    except asyncio.CancelledError as error:
        print("gather", error.args)
    results = await asyncio.gather(job("ok", 0), job("bad", 0, OSError(2, "x")), asyncio.sleep(0, 7), return_exceptions=True)
    print(results)
    child = asyncio.create_task(job("child", 5))
    parent = asyncio.gather(child, job("other", 0.002), return_exceptions=True)
    await asyncio.sleep(0)
    child.cancel("just it")
    print(await parent)
    t = asyncio.create_task(job("never run", 1))
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print(t)

    async def cancel_self():
        asyncio.current_task().cancel("me")
        print("still here")
        await asyncio.sleep(0)
    try:
        await asyncio.create_task(cancel_self())
    except asyncio.CancelledError as error:
        print(error.args)
    fut = asyncio.get_running_loop().create_future()
    for _ in range(2):
        fut.add_done_callback(lambda f: print("cb", f.cancelled()))
    fut.cancel()
    await asyncio.sleep(0)
    try:
        fut.set_result(1)
    except asyncio.InvalidStateError as error:
        print(error)
    try:
        await asyncio.shield(asyncio.gather(job("a", 0), job("b", 0, TypeError("tb"))))
    except TypeError as error:
        print(error)


async def main():
    for part in (waits, timeouts, completed, cancels):
        print("--", part.__name__)
        await part()


asyncio.run(main())
