# difftest: no-wasi (WASI has no sockets, so no TLS)
"""The transport of TLS in asyncio: its methods in every state, failing protocols, start_tls and its refusals."""
import asyncio
import re
import socket
import ssl

from _certificates import make_certificates, path, print, remove_certificates


def shown(value):
    text = value if isinstance(value, str) else repr(value)
    text = re.sub(r'0x[0-9a-f]+', '0x', re.sub(r'fd=\d+', 'fd=N', text))
    return re.sub(r'(bufsize=|_ssl.c:)\d+', r'\1N', re.sub(r"\('127.0.0.1', \d+\)", 'ADDRESS', text))


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
    def __init__(self, name, failing=()):
        self.name, self.failing = name, failing
        self.lost = asyncio.get_running_loop().create_future()

    def note(self, what, *args):
        print(self.name, what, *args)
        if what in self.failing:
            raise ValueError('in ' + what)

    def connection_made(self, transport):
        self.transport = transport
        self.note('connection_made', type(transport).__name__)

    def data_received(self, data):
        self.note('data_received', data[:20])

    def eof_received(self):
        self.note('eof_received')
        return True if 'keep' in self.failing else None

    def pause_writing(self):
        self.note('pause_writing')

    def resume_writing(self):
        self.note('resume_writing')

    def connection_lost(self, exc):
        self.lost.set_result(None)
        self.note('connection_lost', shown(repr(exc)))


def contexts():
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(path('own.pem'), path('own.key'))
    return server, ssl.create_default_context(cafile=path('ca.pem'))


async def pair(failing=()):
    loop = asyncio.get_running_loop()
    server, client = contexts()
    a, b = socket.socketpair()
    accepted = asyncio.create_task(loop.connect_accepted_socket(lambda: Log('server', failing), b, ssl=server))
    one, p = await loop.create_connection(lambda: Log('client'), sock=a, ssl=client, server_hostname='localhost')
    two, q = await accepted
    return one, p, two, q


async def methods():
    print('--- methods')
    one, p, two, q = await pair()
    print([kind.__name__ for kind in (asyncio.BaseTransport, asyncio.Transport, asyncio.ReadTransport, asyncio.WriteTransport) if isinstance(one, kind)])
    for key in ('peername', 'sockname', 'socket', 'compression', 'sslcontext', 'ssl_object', 'pipe'):
        print(key, type(one.get_extra_info(key)).__name__, type(one.get_extra_info(key, 5)).__name__)
    for word in ('is_reading', 'is_closing', 'can_write_eof', 'write_eof', 'get_write_buffer_size', 'get_write_buffer_limits', 'get_read_buffer_size',
                 'get_read_buffer_limits', 'pause_reading', 'is_reading', 'pause_reading', 'resume_reading', 'resume_reading', 'is_reading'):
        attempt(word, getattr(one, word))
    for high, low in ((None, None), (10, None), (None, 10), (5, 6), (-1, None), (0, 0)):
        attempt(f'write limits {high} {low}', one.set_write_buffer_limits, high, low)
        attempt('write limits', one.get_write_buffer_limits)
        attempt(f'read limits {high} {low}', one.set_read_buffer_limits, high, low)
        attempt('read limits', one.get_read_buffer_limits)
    one.set_write_buffer_limits()
    one.set_read_buffer_limits()
    for data in ('text', None, 5, b'', b'bytes', bytearray(b'array'), memoryview(b'view')):
        attempt('write', one.write, data)
    attempt('writelines', one.writelines, [b'1', b'2'])
    attempt('writelines', one.writelines, 5)
    await asyncio.sleep(0.02)
    print(one.get_protocol() is p)
    other = Log('other')
    one.set_protocol(other)
    two.write(b'for the other')
    await asyncio.sleep(0.02)
    one.set_protocol(p)
    one.pause_reading()
    two.write(b'later')
    await asyncio.sleep(0.02)
    print(one.get_read_buffer_size() > 0)
    one.resume_reading()
    await asyncio.sleep(0.02)
    one.close()
    attempt('write closing', one.write, b'x')
    print(one.is_closing())
    await p.lost
    await q.lost
    await asyncio.sleep(0.01)
    for transport in (one, two):
        for word in ('is_closing', 'close'):
            attempt('closed ' + word, getattr(transport, word))
    one, p, two, q = await pair()
    one.abort()
    await p.lost
    await q.lost


async def failures():
    print('--- failures')
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('handler', [(k, shown(v)) for k, v in context.items()]))
    for failing in ('data_received', 'eof_received', 'connection_lost', 'keep'):
        print('...', failing)
        one, p, two, q = await pair((failing,))
        one.write(b'data')
        await asyncio.sleep(0.02)
        one.close()
        await p.lost
        await q.lost
        await asyncio.sleep(0.01)


async def upgrades():
    print('--- start_tls')
    loop = asyncio.get_running_loop()
    server, client = contexts()
    a, b = socket.socketpair()
    one, p = await loop.create_connection(lambda: Log('plain client'), sock=a)
    two, q = await loop.create_connection(lambda: Log('plain server'), sock=b)
    await attempt_async('context', loop.start_tls(one, p, None))
    await attempt_async('context', loop.start_tls(one, p, 'context'))
    await attempt_async('context', loop.start_tls(one, p, True))
    await attempt_async('transport', loop.start_tls(asyncio.Transport(), p, client))
    await attempt_async('transport', loop.start_tls(None, p, client))
    await attempt_async('timeout', loop.start_tls(one, p, client, server_hostname='localhost', ssl_handshake_timeout=0))
    both = await asyncio.gather(loop.start_tls(one, p, client, server_hostname='localhost'), loop.start_tls(two, q, server, server_side=True))
    print(both[0].get_protocol() is p, type(both[1]).__name__, both[0].get_extra_info('peercert') is not None)
    both[0].write(b'over tls')
    await asyncio.sleep(0.02)
    both[0].close()
    await p.lost
    await q.lost
    print('--- timeout')
    a, b = socket.socketpair()
    await attempt_async('handshake', loop.create_connection(lambda: Log('waits'), sock=a, ssl=client, server_hostname='x', ssl_handshake_timeout=0.05))
    b.close()
    a, b = socket.socketpair()
    b.close()
    await attempt_async('closed', loop.create_connection(lambda: Log('closed'), sock=a, ssl=client, server_hostname='x'))
    a, b = socket.socketpair()
    b.send(b'this is not TLS at all, whatever it is')
    await attempt_async('garbage', loop.create_connection(lambda: Log('garbage'), sock=a, ssl=client, server_hostname='x'))
    b.close()
    print('--- SSL sockets')
    a, b = socket.socketpair()
    wrapped = client.wrap_socket(a, server_hostname='localhost', do_handshake_on_connect=False)
    wrapped.setblocking(False)
    await attempt_async('create_connection', loop.create_connection(lambda: Log('no'), sock=wrapped))
    await attempt_async('create_server', loop.create_server(lambda: Log('no'), sock=wrapped))
    await attempt_async('connect_accepted_socket', loop.connect_accepted_socket(lambda: Log('no'), wrapped))
    await attempt_async('sock_recv', loop.sock_recv(wrapped, 1))
    await attempt_async('sock_sendall', loop.sock_sendall(wrapped, b'x'))
    await attempt_async('sock_accept', loop.sock_accept(wrapped))
    await attempt_async('sock_connect', loop.sock_connect(wrapped, ('x', 1)))
    await attempt_async('sock_sendfile', loop.sock_sendfile(wrapped, open(__file__, 'rb')))
    wrapped.close()
    b.close()


async def main():
    await methods()
    await failures()
    await upgrades()


make_certificates()
try:
    asyncio.run(main())
finally:
    remove_certificates()
