import asyncio
from aiostream import stream, pipe, core
async def main():
    xs = stream.count(interval=0) | pipe.map(lambda x: x * x) | pipe.filter(lambda x: x % 2) | pipe.take(4) | pipe.accumulate()
    async with xs.stream() as s:
        async for x in s: print(x)
    print(await stream.list(stream.zip(stream.range(3), stream.iterate("abc"))), await (stream.merge(stream.range(2), stream.range(2)) | pipe.reduce(lambda a, b: a + b)))
    print(await stream.list(stream.chain(stream.just(1), stream.empty(), stream.iterate([2, 3]))), await stream.list(stream.range(10)[2:8:2]), await stream.list(stream.range(5)[1:]), await stream.range(5)[2])
    async def sq(x): await asyncio.sleep(0.01 * (3 - x)); return x * x
    print(await stream.list(stream.map(stream.range(3), sq, task_limit=2)), await stream.list(stream.range(7) | pipe.chunks(3)), await stream.list(stream.range(3) | pipe.enumerate(5) | pipe.starmap(lambda i, x: (x, i))))
    print(await stream.list(stream.range(4) | pipe.flatmap(lambda x: stream.range(x))), await stream.list(stream.range(3) | pipe.concatmap(lambda x: stream.range(x))), await stream.list(stream.iterate("ab") | pipe.cycle() | pipe.take(5)), await stream.list(stream.repeat(1, 3) | pipe.skip(1) | pipe.skiplast(1)), await stream.list(stream.range(9) | pipe.takewhile(lambda x: x < 4) | pipe.takelast(2) | pipe.until(lambda x: x == 9)))
    try: await stream.throw(ValueError("thrown"))
    except ValueError as e: print(repr(e))
    try: await stream.empty()
    except core.StreamEmpty as e: print(type(e).__name__, e)
    async def slow(): await asyncio.sleep(10); yield 1
    try: await (stream.iterate(slow()) | pipe.timeout(0.01))
    except asyncio.TimeoutError: print("timeout")
    @core.operator(pipable=True)
    async def double(source):
        "Doubles."
        async with core.streamcontext(source) as s:
            async for i in s: yield 2 * i
    print(await stream.list(stream.range(3) | double.pipe()), double.__doc__, double.__name__, repr(double)[:20]); print(repr(stream.range(3))[:30])
    async def gen():
        try:
            for i in range(5): yield i
        finally: print("closed")
    async with core.streamcontext(gen()) as s:
        async for i in s:
            if i == 2: break
    await (stream.range(3) | pipe.action(lambda x: print("act", x)) | pipe.print("p{}") | pipe.spaceout(0.001))
    print(await stream.list(stream.switchmap(stream.range(3), lambda x: stream.just(x) | pipe.delay(0.01))), await (stream.preserve(gen()) | pipe.list()))
    try: stream.list(5)
    except TypeError as e: print(e)
asyncio.run(main())
