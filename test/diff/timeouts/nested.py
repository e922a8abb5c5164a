"""Nested timeouts: which one expires, both at once, and exceptions of the body."""
import asyncio

async def attempt(outer, inner, body):
    trace = []
    try:
        async with asyncio.timeout(outer) as a:
            try:
                async with asyncio.timeout(inner) as b:
                    try:
                        await body()
                        trace.append("body ends")
                    except asyncio.CancelledError:
                        trace.append("body cancelled")
                        raise
                trace.append("inner left")
            except TimeoutError:
                trace.append("inner timed out")
            trace.append("between")
            await asyncio.sleep(0)
            trace.append("still between")
        trace.append("outer left")
    except TimeoutError:
        trace.append("outer timed out")
    except ValueError as error:
        trace.append(f"ValueError {error}")
    print(outer, inner, trace, a.expired(), b.expired(), asyncio.current_task().cancelling())

async def long():
    await asyncio.sleep(5)

async def short():
    await asyncio.sleep(0)

async def fails():
    await asyncio.sleep(0)
    raise ValueError("from the body")

async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(0)
        raise ValueError("instead of the cancellation") from None

async def swallows():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        pass

async def main():
    for body in (long, short, fails, stubborn, swallows):
        print("--", body.__name__)
        await attempt(5, 0.01, body)
        await attempt(0.01, 5, body)
        await attempt(0, 0, body)
        if body in (short, fails):
            await attempt(5, None, body)

asyncio.run(main())
