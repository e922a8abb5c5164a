"""StreamReader fed by hand: lines, exact sizes, separators, limits, the end."""
import asyncio


def fed(*chunks, eof=True, limit=2 ** 16):
    reader = asyncio.StreamReader(limit=limit, loop=asyncio.get_running_loop())
    for chunk in chunks:
        reader.feed_data(chunk)
    if eof:
        reader.feed_eof()
    return reader


async def attempt(label, coroutine):
    try:
        print(label, repr(await coroutine))
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError, RuntimeError,
            OSError) as error:
        print(label, type(error).__name__, error, getattr(error, 'partial', None),
              getattr(error, 'expected', None), getattr(error, 'consumed', None))


async def lines():
    reader = fed(b'one\ntwo\nth', b'ree\nrest')
    print([line async for line in reader], reader.at_eof())
    reader = fed(b'a\n', b'b')
    await attempt('readline', reader.readline())
    print(reader.at_eof())
    await attempt('readline', reader.readline())
    print(reader.at_eof())
    await attempt('readline', reader.readline())


async def exact():
    reader = fed(b'0123456789')
    await attempt('exactly 0', reader.readexactly(0))
    await attempt('exactly 4', reader.readexactly(4))
    await attempt('exactly -1', reader.readexactly(-1))
    await attempt('exactly 10', reader.readexactly(10))
    await attempt('exactly 1', reader.readexactly(1))


async def until():
    reader = fed(b'key=value;;other;;', b'tail')
    await attempt('until ;;', reader.readuntil(b';;'))
    await attempt('until empty', reader.readuntil(b''))
    await attempt('until ;;', reader.readuntil(b';;'))
    await attempt('until ;;', reader.readuntil(b';;'))
    await attempt('read', reader.read())


async def some():
    reader = fed(b'abcdef', b'ghi')
    await attempt('read 0', reader.read(0))
    await attempt('read 4', reader.read(4))
    await attempt('read', reader.read())
    await attempt('read', reader.read())


async def limits():
    reader = fed(b'x' * 20 + b'\n' + b'short\n', limit=10)
    await attempt('until', reader.readuntil(b'\n'))
    await attempt('readline', reader.readline())
    await attempt('readline', reader.readline())
    reader = fed(b'y' * 30, limit=10)
    await attempt('until', reader.readuntil(b'\n'))
    await attempt('readline', reader.readline())
    await attempt('read', reader.read())
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)


async def waiting():
    reader = fed(eof=False)

    async def late():
        await asyncio.sleep(0)
        reader.feed_data(b'he')
        await asyncio.sleep(0)
        reader.feed_data(b'llo\nwor')
        await asyncio.sleep(0)
        reader.feed_eof()

    feeder = asyncio.create_task(late())
    await attempt('line', reader.readline())
    await attempt('line', reader.readline())
    await feeder
    reader = fed(eof=False)
    first = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    await attempt('second', reader.read(1))
    first.cancel()
    try:
        await first
    except asyncio.CancelledError:
        print('cancelled')
    reader.feed_data(b'again\n')
    await attempt('after cancel', reader.readline())
    reader.set_exception(OSError('broken'))
    await attempt('exception', reader.readline())
    print(repr(reader.exception()))


async def main():
    for part in lines, exact, until, some, limits, waiting:
        print('--', part.__name__)
        await part()
    print(fed(b'abc'))
    print(fed(b'', eof=False, limit=5))

asyncio.run(main())
