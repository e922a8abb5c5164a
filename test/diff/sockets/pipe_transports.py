"""Pipe transports: states, flow, failures, what they are connected to."""
# difftest: no-wasi (WASI has no pipes)
import asyncio
import os
import re
import socket
import tempfile


def shown(value):
    text = value if isinstance(value, str) else repr(value)
    return re.sub(r'(fd|fileno)=\d+', r'\1=N', re.sub(r'0x[0-9a-f]+', '0x', text))


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
    failing = ()

    def __init__(self, name):
        self.name = name
        self.lost = asyncio.get_running_loop().create_future()

    def note(self, what, *args):
        print(self.name, what, *args)
        if what in self.failing:
            raise ValueError('in ' + what)

    def connection_made(self, transport):
        self.transport = transport
        self.note('connection_made')

    def data_received(self, data):
        self.note('data_received', type(data).__name__, len(data), data[:10])

    def eof_received(self):
        self.note('eof_received')
        return True

    def pause_writing(self):
        self.note('pause_writing')

    def resume_writing(self):
        self.note('resume_writing')

    def connection_lost(self, exc):
        self.lost.set_result(None)
        self.note('connection_lost', repr(exc))

    def __repr__(self):
        return f'<Log {self.name}>'


def ends():
    r, w = os.pipe()
    return os.fdopen(r, 'rb', 0), os.fdopen(w, 'wb', 0)


async def both(reader=None, writer=None):
    loop = asyncio.get_running_loop()
    r, w = ends()
    one, p = await loop.connect_read_pipe(lambda: reader or Log('reader'), r)
    two, q = await loop.connect_write_pipe(lambda: writer or Log('writer'), w)
    return one, p, two, q


async def methods():
    print('--- methods')
    one, p, two, q = await both()
    for transport in (one, two):
        print(shown(transport), type(transport).__name__)
        print([kind.__name__ for kind in (asyncio.BaseTransport, asyncio.ReadTransport, asyncio.WriteTransport, asyncio.Transport)
               if isinstance(transport, kind)])
        print(type(transport.get_extra_info('pipe')).__name__, transport.get_extra_info('socket'), transport.get_extra_info('x', 5))
        for word in ('is_reading', 'is_closing', 'pause_reading', 'pause_reading', 'resume_reading', 'resume_reading',
                     'get_write_buffer_size', 'get_write_buffer_limits', 'can_write_eof'):
            if hasattr(transport, word):
                attempt(word, getattr(transport, word))
            else:
                print('no', word)
        print(transport.get_protocol() in (p, q))
    attempt('write text', two.write, 'text')
    attempt('write none', two.write, None)
    attempt('write', two.write, b'')
    attempt('write', two.write, b'abc')
    attempt('write', two.write, bytearray(b'def'))
    attempt('write', two.write, memoryview(b'ghi'))
    attempt('writelines', two.writelines, [b'1', b'2'])
    attempt('limits', two.set_write_buffer_limits, high=1, low=2)
    attempt('limits', two.set_write_buffer_limits, 2.5, 1)
    attempt('limits', two.get_write_buffer_limits)
    attempt('limits', two.set_write_buffer_limits, high=100)
    attempt('limits', two.get_write_buffer_limits)
    await asyncio.sleep(0.01)
    one.pause_reading()
    print(shown(one))
    two.write(bytes(100_000))
    print(re.sub(r'bufsize=\d+', 'bufsize=M', shown(two)))
    one.resume_reading()
    while two.get_write_buffer_size():
        await asyncio.sleep(0.001)
    other = Log('other')
    one.set_protocol(other)
    print(one.get_protocol() is other)
    two.write(b'for other')
    await asyncio.sleep(0.01)
    one.set_protocol(p)
    two.write_eof()
    two.write_eof()
    print(two.is_closing(), shown(two))
    attempt('write after eof', two.write, b'x')
    await q.lost
    await p.lost
    await asyncio.sleep(0)
    for transport in (one, two):
        print(shown(transport))
        for word in ('is_closing', 'close', 'abort', 'write_eof', 'pause_reading', 'resume_reading', 'get_write_buffer_size', 'get_protocol'):
            if hasattr(transport, word):
                attempt('closed ' + word, getattr(transport, word))
        if hasattr(transport, 'write'):
            for _ in range(7):
                attempt('closed write', transport.write, b'x')
    await asyncio.sleep(0)


async def closing():
    print('--- closing')
    one, p, two, q = await both()
    one.close()
    print(one.is_closing(), shown(one))
    one.close()
    await p.lost
    await q.lost
    one, p, two, q = await both()
    one.pause_reading()
    two.write(bytes(200_000))
    two.close()
    print(two.is_closing(), two.get_write_buffer_size() > 0)
    one.resume_reading()
    p.data_received = lambda data: None
    await p.lost
    await q.lost
    one, p, two, q = await both()
    one.pause_reading()
    two.write(bytes(200_000))
    two.abort()
    print(two.is_closing(), two.get_write_buffer_size())
    p.data_received = lambda data: None
    one.resume_reading()
    await p.lost
    await q.lost
    one, p, two, q = await both()
    one.pause_reading()
    two.write(bytes(200_000))
    one.close()
    await p.lost
    await q.lost


async def failures():
    print('--- failures')
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('handler', [(k, shown(v)) for k, v in context.items()]))
    for failing in ('connection_made', 'data_received', 'eof_received', 'connection_lost'):
        reader = Log('reader')
        reader.failing = (failing,)
        one, p, two, q = await both(reader)
        two.write(b'some')
        await asyncio.sleep(0.01)
        two.close()
        await p.lost
        await q.lost
        await asyncio.sleep(0)
    writer = Log('writer')
    writer.failing = ('pause_writing', 'resume_writing')
    one, p, two, q = await both(None, writer)
    p.data_received = lambda data: None
    two.write(bytes(200_000))
    while two.get_write_buffer_size():
        await asyncio.sleep(0.001)
    two.close()
    await p.lost
    loop.set_exception_handler(None)


async def kinds():
    print('--- kinds')
    loop = asyncio.get_running_loop()
    with tempfile.TemporaryFile() as file:
        await attempt_async('file', loop.connect_read_pipe(lambda: Log('file'), file))
        await attempt_async('file', loop.connect_write_pipe(lambda: Log('file'), file))
    await attempt_async('factory', loop.connect_read_pipe(lambda: 1 / 0, 0))
    a, b = socket.socketpair()
    one, p = await loop.connect_read_pipe(lambda: Log('socket'), a)
    two, q = await loop.connect_write_pipe(lambda: Log('socket writer'), b)
    two.write(b'by socket')
    await asyncio.sleep(0.01)
    one.close()
    await p.lost
    await q.lost
    with open('/dev/null', 'wb', 0) as null:
        two, q = await loop.connect_write_pipe(lambda: Log('null'), null)
        two.write(b'gone')
        two.close()
        await q.lost


async def streams():
    print('--- streams')
    loop = asyncio.get_running_loop()
    r, w = ends()
    reader = asyncio.StreamReader()
    transport, protocol = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), r)
    out, mixin = await loop.connect_write_pipe(lambda: asyncio.streams.FlowControlMixin(), w)
    writer = asyncio.StreamWriter(out, mixin, None, loop)
    print(re.sub(r'0x\w+', '0x', shown(writer)))
    writer.write(b'line\nrest')
    await writer.drain()
    print(await reader.readline())
    writer.close()
    print(writer.is_closing())
    await attempt_async('wait_closed', writer.wait_closed())
    print(await reader.read())
    print(shown(reader))
    transport.close()


async def main():
    await methods()
    await closing()
    await failures()
    await kinds()
    await streams()


asyncio.run(main())
