"""add_reader and its like, and the loop's calls on sockets of the program: refusals, cancellation, reuse."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import os
import re
import socket


def shown(value):
    text = value if isinstance(value, str) else repr(value)
    text = re.sub(r'(fd|File descriptor)( |=)\d+', r'\1\2N', re.sub(r'0x[0-9a-f]+', '0x', text))
    return re.sub(r"\('127.0.0.1', (\d\d+)\)", r"('127.0.0.1', PORT)", text)


def attempt(text, function, *args, **kwargs):
    try:
        print(text, '->', shown(function(*args, **kwargs)))
    except BaseException as error:
        print(text, '!!', type(error).__name__, shown(str(error)), getattr(error, 'errno', ''))


async def attempt_async(text, awaitable):
    try:
        print(text, '->', shown(await awaitable))
    except BaseException as error:
        print(text, '!!', type(error).__name__, shown(str(error)), getattr(error, 'errno', ''))


class WithFileno:
    def __init__(self, answer):
        self.answer = answer

    def fileno(self):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def __repr__(self):
        return f'WithFileno({self.answer!r})'


async def watching():
    print('--- watching')
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    for add, remove in ((loop.add_reader, loop.remove_reader), (loop.add_writer, loop.remove_writer)):
        for wrong in ('x', None, 1.5, -1, 100000, WithFileno('x'), WithFileno(-1), WithFileno(None), WithFileno(OSError('closed')), WithFileno(99999.5), object):
            attempt(f'add {wrong!r}', add, wrong, print)
            attempt(f'remove {wrong!r}', remove, wrong)
        attempt('none', add)
        attempt('no callback', add, a)
        attempt('not callable', add, a, 5)
        attempt('remove', remove, a)
        attempt('remove', remove, a)
        attempt('add', add, a.fileno(), print, 'first')
        attempt('add', add, a, print, 'second')
        attempt('remove', remove, a)
        attempt('remove', remove, a.fileno())
        attempt('add keyword', add, a, print, end='')
    seen = []
    loop.add_reader(a, lambda: seen.append(a.recv(10)))
    loop.add_writer(a, lambda: (seen.append('writable'), loop.remove_writer(a)))
    b.send(b'one')
    await asyncio.sleep(0.01)
    print(seen)
    loop.add_reader(a, lambda: seen.append(('again', a.recv(10))))
    b.send(b'two')
    await asyncio.sleep(0.01)
    print(seen)

    def failing():
        a.recv(10)
        raise ValueError('in reader')

    loop.set_exception_handler(lambda loop, context: print('handler', [(k, shown(v)) for k, v in context.items()]))
    loop.add_reader(a, failing)
    b.send(b'three')
    await asyncio.sleep(0.01)
    loop.add_reader(a, 5)
    b.send(b'four')
    for _ in range(3):
        await asyncio.sleep(0)
    print(loop.remove_reader(a))
    regular = os.open('/etc/passwd', os.O_RDONLY)
    attempt('regular file', loop.add_reader, regular, print)
    os.close(regular)
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=a)
    fd = transport.get_extra_info('socket').fileno()
    attempt('of transport', loop.add_reader, fd, print)
    attempt('of transport', loop.remove_writer, fd)
    attempt('of transport', loop.add_writer, transport.get_extra_info('socket'), print)
    await attempt_async('of transport', loop.sock_recv(a, 10))
    await attempt_async('of transport', loop.sock_sendall(a, b'sent'))
    transport.close()
    attempt('of closing transport', loop.add_reader, fd, print)
    attempt('of closing transport', loop.remove_reader, fd)
    await asyncio.sleep(0)
    b.close()


async def sockets():
    print('--- sockets')
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    loop.set_debug(True)
    buffer = bytearray(10)
    await attempt_async('blocking', loop.sock_recv(a, 10))
    await attempt_async('blocking', loop.sock_recv_into(a, buffer))
    await attempt_async('blocking', loop.sock_recvfrom(a, 10))
    await attempt_async('blocking', loop.sock_recvfrom_into(a, buffer))
    await attempt_async('blocking', loop.sock_sendall(a, b'x'))
    await attempt_async('blocking', loop.sock_sendto(a, b'x', None))
    await attempt_async('blocking', loop.sock_connect(a, ''))
    await attempt_async('blocking', loop.sock_accept(a))
    await attempt_async('blocking', loop.sock_sendfile(a, open('/etc/passwd', 'rb')))
    loop.set_debug(False)
    a.setblocking(False)
    b.setblocking(False)
    await attempt_async('recv type', loop.sock_recv(a, 'x'))
    await attempt_async('recv negative', loop.sock_recv(a, -1))
    await attempt_async('recv none', loop.sock_recv(None, 5))
    await attempt_async('into', loop.sock_recv_into(a, b'constant'))
    await attempt_async('sendall', loop.sock_sendall(a, 'text'))
    await attempt_async('sendall', loop.sock_sendall(a, b''))
    await attempt_async('sendall', loop.sock_sendall(a, bytearray(b'abc')))
    await attempt_async('recv', loop.sock_recv(b, 2))
    await attempt_async('recv_into', loop.sock_recv_into(b, buffer))
    print(buffer)
    task = asyncio.create_task(loop.sock_recv(b, 10))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    await attempt_async('cancelled', task)
    attempt('watched still', loop.remove_reader, b)
    one = asyncio.create_task(loop.sock_recv(b, 10))
    two = asyncio.create_task(loop.sock_recv(b, 10))
    await asyncio.sleep(0)
    a.send(b'for one of two')
    await asyncio.sleep(0.01)
    print(one.done(), two.done())
    a.send(b'more')
    one.cancel()
    await attempt_async('one', one)
    await attempt_async('two', asyncio.wait_for(two, 1))
    big = bytes(3_000_000)
    sending = asyncio.create_task(loop.sock_sendall(a, big))
    got = 0
    while got < len(big):
        got += len(await loop.sock_recv(b, 1 << 20))
    print(got, await sending)
    sending = asyncio.create_task(loop.sock_sendall(a, big))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    sending.cancel()
    await attempt_async('cancelled', sending)
    attempt('watched still', loop.remove_writer, a)
    a.close()
    await attempt_async('closed', loop.sock_recv(a, 1))
    await attempt_async('closed', loop.sock_sendall(a, b'x'))
    await attempt_async('closed', loop.sock_accept(a))
    b.close()
    listening = socket.socket()
    listening.bind(('127.0.0.1', 0))
    listening.setblocking(False)
    await attempt_async('not listening', loop.sock_accept(listening))
    listening.listen()
    accepting = asyncio.create_task(loop.sock_accept(listening))
    client = socket.socket()
    client.setblocking(False)
    print(await loop.sock_connect(client, listening.getsockname()))
    conn, address = await accepting
    print(conn.gettimeout(), address == client.getsockname(), type(conn).__name__)
    accepting = asyncio.create_task(loop.sock_accept(listening))
    await asyncio.sleep(0)
    accepting.cancel()
    await attempt_async('accept cancelled', accepting)
    conn.close()
    await attempt_async('end', loop.sock_recv(client, 10))
    client.close()
    refused = socket.socket()
    refused.setblocking(False)
    await attempt_async('refused', loop.sock_connect(refused, ('127.0.0.1', 1)))
    await attempt_async('address', loop.sock_connect(refused, 'x'))
    await attempt_async('address', loop.sock_connect(refused, ('127.0.0.1',)))
    await attempt_async('address', loop.sock_connect(refused, None))
    refused.close()
    listening.close()
    one, two = socket.socket(socket.AF_INET, socket.SOCK_DGRAM), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    for sock in (one, two):
        sock.bind(('127.0.0.1', 0))
        sock.setblocking(False)
    print(await loop.sock_sendto(one, b'datagram', two.getsockname()))
    data, address = await loop.sock_recvfrom(two, 100)
    print(data, address == one.getsockname())
    await loop.sock_sendto(one, b'datagram', two.getsockname())
    n, address = await loop.sock_recvfrom_into(two, buffer)
    print(n, buffer, address == one.getsockname())
    await loop.sock_sendto(one, b'datagram', two.getsockname())
    print((await loop.sock_recvfrom_into(two, buffer, 3))[0])
    await attempt_async('sendto', loop.sock_sendto(one, b'x', None))
    await attempt_async('sendfile', loop.sock_sendfile(one, open('/etc/passwd', 'rb')))
    one.close()
    two.close()


async def main():
    await watching()
    await sockets()


asyncio.run(main())
