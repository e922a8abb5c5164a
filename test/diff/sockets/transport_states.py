"""Stream transports: what each method answers and refuses in every state, and in which order protocols are told."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import re
import socket


def shown(value):
    return re.sub(r'fd=\d+', 'fd=N', re.sub(r'0x[0-9a-f]+', '0x', re.sub(r"\('127.0.0.1', \d+\)", 'ADDRESS', repr(value))))


def attempt(text, function, *args, **kwargs):
    try:
        print(text, '->', shown(function(*args, **kwargs)))
    except BaseException as error:
        print(text, '!!', type(error).__name__, shown(str(error)))


async def attempt_async(text, awaitable):
    try:
        print(text, '->', shown(await awaitable))
    except BaseException as error:
        print(text, '!!', type(error).__name__, shown(str(error)))


class Log(asyncio.Protocol):
    def __init__(self, name, keep_open=False):
        self.name, self.keep_open = name, keep_open
        self.made = asyncio.get_running_loop().create_future()
        self.lost = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        print(self.name, 'connection_made', type(transport).__name__)
        self.transport = transport
        self.made.set_result(None)

    def data_received(self, data):
        print(self.name, 'data_received', type(data).__name__, len(data), data[:20])

    def eof_received(self):
        print(self.name, 'eof_received')
        return self.keep_open

    def pause_writing(self):
        print(self.name, 'pause_writing')

    def resume_writing(self):
        print(self.name, 'resume_writing')

    def connection_lost(self, exc):
        print(self.name, 'connection_lost', repr(exc))
        self.lost.set_result(None)


async def pair(left=None, right=None):
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    one, p = await loop.create_connection(left or (lambda: Log('left')), sock=a)
    two, q = await loop.create_connection(right or (lambda: Log('right')), sock=b)
    return one, p, two, q


async def methods():
    print('--- methods')
    one, p, two, q = await pair()
    print(shown(one))
    print(isinstance(one, asyncio.Transport), isinstance(one, asyncio.ReadTransport),
          isinstance(one, asyncio.WriteTransport), isinstance(one, asyncio.BaseTransport))
    print([base.__name__ for base in type(one).__mro__ if base.__name__[0] != '_' and base.__name__ != 'SocketTransport'])
    for key in ('peername', 'sockname', 'socket', 'compression', 'cipher', 'peercert', 'sslcontext', 'ssl_object', 'pipe', 'subprocess', 7, None):
        attempt(f'info {key}', one.get_extra_info, key)
        attempt(f'info {key} default', one.get_extra_info, key, default='default')
    attempt('info', one.get_extra_info)
    attempt('info', one.get_extra_info, 'a', 'b', 'c')
    attempt('info unhashable', one.get_extra_info, [])
    attempt('write_eof possible', one.can_write_eof)
    attempt('limits', one.get_write_buffer_limits)
    attempt('size', one.get_write_buffer_size)
    for high, low in ((None, None), (10, None), (None, 10), (0, None), (0, 0), (5, 5), (5, 6), (-1, None), (None, -1),
                      (1, -1), (3, None), (2.5, None), (2.5, 1), ('a', None), (None, 'b'), (True, False), (10 ** 20, None)):
        attempt(f'set {high} {low}', one.set_write_buffer_limits, high=high, low=low)
        attempt('limits', one.get_write_buffer_limits)
    one.set_write_buffer_limits()
    attempt('set positional', one.set_write_buffer_limits, 100, 50)
    attempt('set surplus', one.set_write_buffer_limits, 1, 2, 3)
    attempt('limits', one.get_write_buffer_limits)
    one.set_write_buffer_limits()
    for data in ('text', 1, None, [1], bytearray(), b'', memoryview(b''), object, range(3)):
        attempt(f'write {data!r}'.split(' at ')[0], one.write, data)
    attempt('write', one.write)
    attempt('write bytearray', one.write, bytearray(b'ab'))
    attempt('write view', one.write, memoryview(b'cd'))
    await asyncio.sleep(0.01)
    attempt('writelines', one.writelines, [b'x', bytearray(b'y'), memoryview(b'z')])
    attempt('writelines', one.writelines, [])
    attempt('writelines', one.writelines, (c for c in (b'1', b'2')))
    attempt('writelines', one.writelines, ['a'])
    attempt('writelines', one.writelines, 5)
    attempt('writelines', one.writelines, b'ab')
    await asyncio.sleep(0.01)
    for word in ('is_reading', 'pause_reading', 'is_reading', 'pause_reading', 'resume_reading', 'is_reading', 'resume_reading', 'is_closing'):
        attempt(word, getattr(one, word))
    two.pause_reading()
    print(shown(two))
    one.write(b'later')
    await asyncio.sleep(0.01)
    two.resume_reading()
    print(shown(two))
    await asyncio.sleep(0.01)
    print(one.get_protocol() is p)
    other = Log('other')
    attempt('set_protocol', one.set_protocol, other)
    print(one.get_protocol() is other)
    two.write(b'for the other')
    await asyncio.sleep(0.01)
    one.set_protocol(p)
    attempt('eof', one.write_eof)
    attempt('eof', one.write_eof)
    attempt('write after eof', one.write, b'1')
    attempt('write after eof', one.write, b'')
    attempt('write after eof', one.write, 'text')
    attempt('writelines after eof', one.writelines, [])
    print(shown(one))
    await q.lost
    await p.lost
    for transport in (one, two):
        print(shown(transport))
        for word in ('is_reading', 'is_closing', 'pause_reading', 'resume_reading', 'can_write_eof', 'get_write_buffer_size',
                     'get_write_buffer_limits', 'close', 'write_eof', 'get_protocol', 'abort'):
            attempt('closed ' + word, getattr(transport, word))
        attempt('closed set limits', transport.set_write_buffer_limits, 10)
        attempt('closed write', transport.write, b'data')
        attempt('closed write text', transport.write, 'data')
        attempt('closed info', transport.get_extra_info, 'sockname')
        attempt('closed info', transport.get_extra_info, 'socket')


async def flow():
    print('--- flow')
    one, p, two, q = await pair()
    two.pause_reading()
    one.set_write_buffer_limits(high=1000)
    big = b'x' * 5_000_000
    one.write(big)
    print(one.get_write_buffer_size() > 1000, one.get_write_buffer_size() < len(big))
    print(re.sub(r'bufsize=\d\d+', 'bufsize=M', shown(one)))
    one.write(b'more')
    one.set_write_buffer_limits(high=10_000_000)
    one.set_write_buffer_limits(high=10)
    one.write_eof()
    attempt('write', one.write, b'1')
    one.close()
    print(one.is_closing(), one.is_reading(), one.get_write_buffer_size() > 0)
    print(re.sub(r'bufsize=\d\d+', 'bufsize=M', shown(one)))
    one.close()
    one.abort()
    print(one.get_write_buffer_size())
    print(shown(one))
    await p.lost
    two.resume_reading()
    q.data_received = lambda data: None
    await q.lost


async def lost_writes():
    print('--- writes to a lost connection')
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('handler', sorted(context)))
    one, p, two, q = await pair()
    two.abort()
    for _ in range(8):
        one.write(b'x')
        await asyncio.sleep(0)
    await p.lost
    for _ in range(8):
        one.write(b'x')


async def main():
    await methods()
    await flow()
    await lost_writes()


asyncio.run(main())
