"""Datagram transports: addresses, states, errors told to the protocol, failing protocols."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import os
import re
import socket
import tempfile


def shown(value):
    text = value if isinstance(value, str) else repr(value)
    text = re.sub(r'fd=\d+', 'fd=N', re.sub(r'0x[0-9a-f]+', '0x', text))
    return re.sub(r"\('127.0.0.1', (\d\d+)\)", r"('127.0.0.1', PORT)", text)


def attempt(text, function, *args, **kwargs):
    try:
        print(text, '->', shown(function(*args, **kwargs)))
    except BaseException as error:
        print(text, '!!', type(error).__name__, shown(str(error)))


class Log(asyncio.DatagramProtocol):
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
        self.note('connection_made', type(transport).__name__)

    def datagram_received(self, data, addr):
        self.note('datagram_received', data[:20], type(addr).__name__)

    def error_received(self, exc):
        self.note('error_received', repr(exc))

    def pause_writing(self):
        self.note('pause_writing')

    def resume_writing(self):
        self.note('resume_writing')

    def connection_lost(self, exc):
        self.lost.set_result(None)
        self.note('connection_lost', repr(exc))

    def __repr__(self):
        return f'<Log {self.name}>'


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('handler', [(k, shown(v)) for k, v in context.items()]))
    one, p = await loop.create_datagram_endpoint(lambda: Log('one'), local_addr=('127.0.0.1', 0))
    address = one.get_extra_info('sockname')
    two, q = await loop.create_datagram_endpoint(lambda: Log('two'), remote_addr=address)
    print(shown(one), shown(two))
    print([kind.__name__ for kind in (asyncio.BaseTransport, asyncio.ReadTransport, asyncio.WriteTransport, asyncio.Transport,
                                      asyncio.DatagramTransport) if isinstance(one, kind)])
    print(one.get_extra_info('peername'), two.get_extra_info('peername') == address, shown(one.get_extra_info('socket')))
    for transport in (one, two):
        for word in ('is_reading', 'pause_reading', 'is_closing', 'get_write_buffer_size', 'get_write_buffer_limits', 'can_write_eof', 'write_eof'):
            if hasattr(transport, word):
                attempt(word, getattr(transport, word))
    attempt('text', two.sendto, 'text')
    attempt('none', two.sendto, None)
    attempt('nothing', two.sendto)
    attempt('empty', two.sendto, b'')
    attempt('bytes', two.sendto, b'1')
    attempt('bytearray', two.sendto, bytearray(b'2'))
    attempt('view', two.sendto, memoryview(b'3'))
    attempt('own address', two.sendto, b'4', address)
    attempt('keyword', two.sendto, b'5', addr=address)
    attempt('other address', two.sendto, b'6', ('127.0.0.1', 9))
    attempt('unconnected without', one.sendto, b'7')
    attempt('unconnected wrong', one.sendto, b'7', 'wrong')
    attempt('unconnected range', one.sendto, b'7', ('127.0.0.1', 99999))
    await asyncio.sleep(0.01)
    print(shown(one), one.is_closing())
    one, p = await loop.create_datagram_endpoint(lambda: Log('one'), local_addr=('127.0.0.1', 0))
    attempt('unconnected', one.sendto, b'8', two.get_extra_info('sockname'))
    attempt('too long', two.sendto, bytes(70000))
    attempt('write', one.write, b'x')
    await asyncio.sleep(0.01)
    other = Log('other')
    one.set_protocol(other)
    print(one.get_protocol() is other, two.get_protocol() is q)
    one.set_protocol(p)
    one.close()
    one.close()
    attempt('closing', one.sendto, b'9', address)
    await p.lost
    print(shown(one), one.is_closing())
    attempt('abort', one.abort)
    attempt('close', one.close)
    two.sendto(b'nobody')
    await asyncio.sleep(0.01)
    two.abort()
    for _ in range(7):
        attempt('aborted', two.sendto, b'x')
    await q.lost
    attempt('lost', two.sendto, b'x')
    print('--- failing')
    for failing in ('connection_made', 'datagram_received', 'error_received', 'connection_lost'):
        def make():
            log = Log('failing')
            log.failing = (failing,)
            return log
        one, p = await loop.create_datagram_endpoint(make, local_addr=('127.0.0.1', 0))
        two, q = await loop.create_datagram_endpoint(lambda: Log('sender'), remote_addr=one.get_extra_info('sockname'))
        two.sendto(b'data')
        attempt('too long', one.sendto, bytes(70000), two.get_extra_info('sockname'))
        await asyncio.sleep(0.01)
        print(one.is_closing())
        one.close()
        two.close()
        await p.lost
        await q.lost
        await asyncio.sleep(0)
    print('--- flow')
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'receiver')
        b = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        b.bind(path)
        one, p = await loop.create_datagram_endpoint(lambda: Log('one'), remote_addr=path, family=socket.AF_UNIX)
        print(one.get_extra_info('sockname'), one.get_extra_info('peername') == path)
    one.set_write_buffer_limits(high=1000)
    while not one.get_write_buffer_size():
        one.sendto(bytes(400))
    for _ in range(3):
        one.sendto(bytes(400))
    print(one.get_write_buffer_size(), shown(one))
    one.close()
    print(shown(one))
    b.setblocking(False)
    received = 0
    while not p.lost.done():
        try:
            b.recv(1000)
            received += 1
        except BlockingIOError:
            await asyncio.sleep(0)
    print(received > 3)
    b.close()


asyncio.run(main())
