"""StreamReader and StreamWriter: every method in every state, with its errors and its words."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import re
import socket


def shown(value):
    text = value if isinstance(value, str) else repr(value)
    text = re.sub(r'fd=\d+', 'fd=N', re.sub(r'0x[0-9a-f]+', '0x', text))
    return re.sub(r"\('127.0.0.1', (\d\d+)\)", r"('127.0.0.1', PORT)", text)


def attempt(text, function, *args, **kwargs):
    try:
        print(text, '->', shown(function(*args, **kwargs)))
    except BaseException as error:
        print(text, '!!', type(error).__name__, shown(str(error)), details(error))


def details(error):
    return {name: getattr(error, name) for name in ('partial', 'expected', 'consumed', 'errno') if hasattr(error, name)}


async def attempt_async(text, awaitable):
    try:
        print(text, '->', shown(await awaitable))
    except BaseException as error:
        print(text, '!!', type(error).__name__, shown(str(error)), details(error), shown(error.args))


class Paused(asyncio.Transport):
    """A transport that only tells what it is asked for."""

    def pause_reading(self):
        print('   pause_reading')

    def resume_reading(self):
        print('   resume_reading')

    def __repr__(self):
        return '<Paused>'


def made(data=b'', eof=False, **kwargs):
    reader = asyncio.StreamReader(**kwargs)
    if data:
        reader.feed_data(data)
    if eof:
        reader.feed_eof()
    return reader


async def reading():
    print('--- reading')
    for limit in (0, -1):
        attempt(f'limit {limit}', asyncio.StreamReader, limit)
    attempt('limit text', asyncio.StreamReader, 'x')
    print(made(), made(b'abc'), made(b'abc', True), made(limit=5), made(b'', True, limit=2 ** 16))
    for n in (0, 1, 3, 4, 10, -1, -5):
        reader = made(b'abcd', True)
        await attempt_async(f'read({n})', reader.read(n))
        print('  ', reader, reader.at_eof())
    await attempt_async('read default', made(b'xy', True).read())
    await attempt_async('read text', made(b'xy', True).read('1'))
    await attempt_async('read float', made(b'xy', True).read(1.5))
    await attempt_async('read none', made(b'xy', True).read(None))
    for n in (0, 1, 4, 5, -1):
        reader = made(b'abcd', True)
        await attempt_async(f'readexactly({n})', reader.readexactly(n))
        print('  ', reader, reader.at_eof())
    await attempt_async('readexactly text', made(b'xy', True).readexactly('1'))
    await attempt_async('readexactly none', made(b'xy', True).readexactly(None))
    await attempt_async('readexactly nothing', made(b'', True).readexactly(1))
    for data in (b'', b'one', b'one\n', b'one\ntwo', b'\n\n'):
        reader = made(data, True)
        await attempt_async(f'readline {data}', reader.readline())
        print('  ', reader)
    for data, separator in ((b'a;b', b';'), (b'ab', b';'), (b'a--b', b'--'), (b'a-b--c', b'--'), (b'', b';'), (b'x', b''), (b'a;b', ';'),
                            (b'a;b', bytearray(b';')), (b'a;b', memoryview(b';')), (b'a;b', None), (b'a;b', 5)):
        reader = made(data, True)
        await attempt_async(f'readuntil {data} {separator!r}'.split(' at ')[0].split('<mem')[0], reader.readuntil(separator))
        print('  ', reader)
    print([line async for line in made(b'1\n22\n333', True)])
    print([line async for line in made(b'', True)])


async def limits():
    print('--- limits')
    for data in (b'12345\n', b'123456\n', b'1234567\n', b'12345', b'123456', b'1234567', b'1234567\nrest\n'):
        for eof in (False, True):
            for what in ('readline', 'readuntil'):
                reader = made(data, eof, limit=5)
                reader.set_transport(Paused())
                try:
                    await attempt_async(f'{what} {data} {eof}', asyncio.wait_for(getattr(reader, what)(), 0.01))
                except asyncio.TimeoutError:
                    print('timeout')
                print('  ', reader)
    reader = made(limit=4)
    reader.set_transport(Paused())
    attempt('transport twice', reader.set_transport, Paused())
    for part in (b'1234', b'5678', b'9', b'', b'ab'):
        print(part)
        reader.feed_data(part)
        print('  ', reader)
    await attempt_async('read', reader.read(3))
    print(reader)
    await attempt_async('read', reader.read(3))
    await attempt_async('readexactly', reader.readexactly(5))
    print(reader)
    reader.feed_data(bytes(20))

    async def feed():
        await asyncio.sleep(0)
        print('feed', reader)
        reader.feed_data(bytes(10))

    task = asyncio.create_task(feed())
    print(len(await reader.readexactly(30)))
    await task
    print(reader)


async def endings():
    print('--- endings')
    reader = made()
    attempt('feed text', reader.feed_data, 'text')
    attempt('feed none', reader.feed_data, None)
    attempt('feed view', reader.feed_data, memoryview(b'view'))
    attempt('feed list', reader.feed_data, [1, 2])
    print(reader, reader.exception())
    reader.feed_eof()
    reader.feed_eof()
    attempt('after eof', reader.feed_data, b'x')
    attempt('after eof', reader.feed_data, b'')
    print(await reader.read(), reader.at_eof())
    reader.set_exception(KeyError('broken'))
    print(reader, reader.exception())
    for what, args in (('read', ()), ('read', (0,)), ('readline', ()), ('readexactly', (0,)), ('readexactly', (-1,)), ('readexactly', (1,)),
                       ('readuntil', ()), ('readuntil', (b'',))):
        await attempt_async(f'{what} {args}', getattr(reader, what)(*args))
    reader = made()
    waiting = asyncio.create_task(reader.read(5))
    await asyncio.sleep(0)
    print(re.sub(r'0x\w+', '0x', repr(reader)))
    for what, args in (('read', (1,)), ('read', (-1,)), ('readline', ()), ('readexactly', (1,)), ('readuntil', ())):
        await attempt_async(f'second {what}', getattr(reader, what)(*args))
    reader.set_exception(ValueError('in the middle'))
    await attempt_async('first', waiting)
    print(reader)
    reader = made()
    waiting = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    waiting.cancel()
    await attempt_async('cancelled', waiting)
    reader.feed_data(b'after\n')
    print(reader, await reader.readline())
    waiting = asyncio.create_task(reader.readexactly(4))
    await asyncio.sleep(0)
    waiting.cancel()
    reader.feed_data(b'while cancelled')
    await attempt_async('cancelled', waiting)
    print(reader)
    print(repr(asyncio.IncompleteReadError(b'ab', 5)), repr(asyncio.IncompleteReadError(b'ab', None)), asyncio.IncompleteReadError(b'', 1).args)
    print(repr(asyncio.LimitOverrunError('text', 7)), asyncio.LimitOverrunError('text', 7).args, asyncio.LimitOverrunError('m', 3).consumed)
    print(asyncio.IncompleteReadError.__mro__[1].__name__, asyncio.LimitOverrunError.__mro__[1].__name__)


async def writing():
    print('--- writing')
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=a)
    far_reader, far_writer = await asyncio.open_connection(sock=b, limit=10)
    print(shown(writer))
    print(shown(far_writer))
    print(writer.transport is writer._transport, writer.can_write_eof(), writer.is_closing(), writer.get_extra_info('peername'),
          writer.get_extra_info('none', 'default'))
    attempt('transport', setattr, writer, 'transport', 1)
    attempt('write', writer.write, 'text')
    attempt('write', writer.write, b'12345')
    attempt('writelines', writer.writelines, [b'6', b'\n'])
    attempt('writelines', writer.writelines, 'text')
    print(await writer.drain(), await far_reader.readline())
    writer.transport.set_write_buffer_limits(10)
    writer.write(bytes(1_000_000))
    drains = [asyncio.create_task(writer.drain()) for _ in range(3)]
    await asyncio.sleep(0.01)
    print([task.done() for task in drains], writer._protocol._paused)
    print(len(await far_reader.readexactly(1_000_000)), await asyncio.gather(*drains))
    writer.write_eof()
    attempt('after eof', writer.write, b'x')
    print(await far_reader.read(), far_reader.at_eof())
    far_writer.close()
    print(far_writer.is_closing(), await far_writer.wait_closed())
    print(await reader.read())
    attempt('close', writer.close)
    attempt('close', writer.close)
    await attempt_async('wait_closed', writer.wait_closed())
    await attempt_async('wait_closed', writer.wait_closed())
    attempt('write closed', writer.write, b'x')
    await attempt_async('drain closed', writer.drain())
    print(shown(writer))
    a, b = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=a)
    b.close()
    await asyncio.sleep(0.01)
    for _ in range(3):
        writer.write(b'x')
        await attempt_async('drain', writer.drain())
        await asyncio.sleep(0)
    await attempt_async('read', reader.read())
    print(shown(reader), shown(writer))
    await attempt_async('wait_closed', writer.wait_closed())
    writer.close()
    print('--- abandoned while it drains')
    a, b = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=a)
    writer.write(bytes(3_000_000))
    drains = [asyncio.create_task(writer.drain()) for _ in range(2)]
    await asyncio.sleep(0)
    writer.transport.abort()
    for task in drains:
        await attempt_async('drain', task)
    await attempt_async('wait_closed', writer.wait_closed())
    b.close()


async def serving():
    print('--- serving')
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('handler', [(k, shown(v)) for k, v in context.items()
                                                                       if k not in ('future', 'task', 'handle')]))

    async def handle(reader, writer):
        print(shown(reader), type(writer).__name__)
        data = await reader.readline()
        print('server read', data)
        if data == b'fail\n':
            writer.close()
            raise ValueError('in handler')
        writer.write(data.upper())
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        print('server closed')

    server = await asyncio.start_server(handle, '127.0.0.1', 0, limit=500)
    for line in (b'one\n', b'fail\n'):
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname(), limit=77)
        print(shown(reader))
        writer.write(line)
        print(await reader.read())
        writer.close()
        await writer.wait_closed()
        await asyncio.sleep(0.01)
    server.close()

    def plain(reader, writer):
        print('plain', type(reader).__name__)
        writer.write(b'bye')
        writer.close()

    server = await asyncio.start_server(plain, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.read())
    writer.close()
    server.close()

    def failing(reader, writer):
        writer.close()
        raise ValueError('in callback')

    server = await asyncio.start_server(failing, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.read())
    writer.close()
    server.close()
    await attempt_async('limit', asyncio.open_connection('127.0.0.1', 1, limit=0))
    await attempt_async('limit', asyncio.open_connection('127.0.0.1', 1, limit=5))
    await attempt_async('nothing', asyncio.open_connection())
    await attempt_async('nothing', asyncio.start_server(handle))
    await attempt_async('unix', asyncio.open_unix_connection())
    await attempt_async('unix', asyncio.start_unix_server(handle))
    await attempt_async('unix', asyncio.open_unix_connection('/none/such'))


async def main():
    await reading()
    await limits()
    await endings()
    await writing()
    await serving()


asyncio.run(main())
try:
    asyncio.StreamReader()
except RuntimeError as error:
    print(re.sub(r"'\w+'", 'NAME', str(error)))
