"""Protocols whose callbacks raise: what the exception handler is told, and what becomes of the connection."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import re
import socket
import logging
import sys

logging.basicConfig(stream=sys.stdout, format='%(name)s %(levelname)s %(message)s')


def shown(value):
    return re.sub(r'fd=\d+', 'fd=N', re.sub(r'0x[0-9a-f]+', '0x', repr(value)))


class Failing(asyncio.Protocol):
    def __init__(self, name, failing=()):
        self.name, self.failing = name, failing
        self.lost = asyncio.get_running_loop().create_future()

    def note(self, what, *args):
        print(self.name, what, *args)
        if what in self.failing:
            raise ValueError(f'in {what}')

    def connection_made(self, transport):
        self.transport = transport
        self.note('connection_made')

    def data_received(self, data):
        self.note('data_received', data[:10])

    def eof_received(self):
        self.note('eof_received')

    def pause_writing(self):
        self.note('pause_writing')

    def resume_writing(self):
        self.note('resume_writing')

    def connection_lost(self, exc):
        self.lost.set_result(None)
        self.note('connection_lost', repr(exc))

    def __repr__(self):
        return f'<Failing {self.name}>'


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, name, answer, failing=()):
        self.name, self.answer, self.failing = name, answer, failing
        self.lost = asyncio.get_running_loop().create_future()

    def note(self, what, *args):
        print(self.name, what, *args)
        if what in self.failing:
            raise ValueError(f'in {what}')

    def connection_made(self, transport):
        self.transport = transport
        self.note('connection_made')

    def get_buffer(self, sizehint):
        self.note('get_buffer', sizehint)
        return self.answer

    def buffer_updated(self, nbytes):
        self.note('buffer_updated', nbytes, bytes(self.answer[:nbytes]))

    def eof_received(self):
        self.note('eof_received')

    def connection_lost(self, exc):
        self.lost.set_result(None)
        self.note('connection_lost', repr(exc))

    def __repr__(self):
        return f'<Buffered {self.name}>'


def handler(loop, context):
    for key, value in context.items():
        print('   handler', key, '=', re.sub(r'0x[0-9a-f]+', '0x', shown(value)))


async def pair(left, right):
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    one, p = await loop.create_connection(lambda: left, sock=a)
    two, q = await loop.create_connection(lambda: right, sock=b)
    return one, two


async def one_case(right):
    loop = asyncio.get_running_loop()
    left = Failing('left')
    print('---', right, getattr(right, 'failing', ''), type(getattr(right, 'answer', None)).__name__)
    one, two = await pair(left, right)
    one.write(b'hello')
    await asyncio.sleep(0.01)
    print(two.is_closing(), shown(two))
    if not one.is_closing():
        one.write_eof()
    await left.lost
    await right.lost
    await asyncio.sleep(0)


async def pausing():
    print('--- pausing')
    left, right = Failing('left', ('pause_writing', 'resume_writing')), Failing('right')
    one, two = await pair(left, right)
    one.set_write_buffer_limits(1000)
    two.pause_reading()
    right.data_received = lambda data: None
    one.write(bytes(3_000_000))
    two.resume_reading()
    while one.get_write_buffer_size():
        await asyncio.sleep(0.001)
    one.close()
    await right.lost
    await left.lost


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    for failing in ('connection_made', 'data_received', 'eof_received', 'connection_lost'):
        await one_case(Failing('right', (failing,)))
    for failing in ('connection_made', 'get_buffer', 'buffer_updated', 'eof_received', 'connection_lost'):
        await one_case(Buffered('right', bytearray(3), (failing,)))
    for answer in (bytearray(), b'constant', None, 5, 'text', memoryview(b'abc'), [1, 2], memoryview(bytearray(4))):
        await one_case(Buffered('right', answer))
    await pausing()
    print('--- no handler')
    loop.set_exception_handler(None)


asyncio.run(main())
