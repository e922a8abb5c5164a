"""loop.sock_* on sockets of the program."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import socket


async def server_side(loop, listener):
    connection, address = await loop.sock_accept(listener)
    with connection:
        print('accepted', address[0], connection.gettimeout())
        data = await loop.sock_recv(connection, 100)
        await loop.sock_sendall(connection, data.upper())
        buffer = bytearray(10)
        size = await loop.sock_recv_into(connection, buffer)
        print('into', size, bytes(buffer[:size]))
        await loop.sock_sendall(connection, b'y' * 500000)


async def tcp():
    loop = asyncio.get_running_loop()
    with socket.socket() as listener:
        listener.bind(('127.0.0.1', 0))
        listener.listen()
        listener.setblocking(False)
        task = asyncio.create_task(server_side(loop, listener))
        with socket.socket() as sock:
            sock.setblocking(False)
            await loop.sock_connect(sock, listener.getsockname())
            await loop.sock_sendall(sock, b'hello')
            print(await loop.sock_recv(sock, 100))
            await loop.sock_sendall(sock, b'more')
            total = 0
            while data := await loop.sock_recv(sock, 70000):
                total += len(data)
            print(total)
        await task


async def pair():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    waiting = asyncio.create_task(loop.sock_recv(a, 10))
    await asyncio.sleep(0)
    b.send(b'ping')
    print(await waiting)
    waiting = asyncio.create_task(loop.sock_recv(a, 10))
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print('cancelled')
    print(loop.remove_reader(a.fileno()))
    b.close()
    print(await loop.sock_recv(a, 10))
    a.close()


async def udp():
    loop = asyncio.get_running_loop()
    with socket.socket(type=socket.SOCK_DGRAM) as a, socket.socket(type=socket.SOCK_DGRAM) as b:
        for sock in a, b:
            sock.bind(('127.0.0.1', 0))
            sock.setblocking(False)
        print(await loop.sock_sendto(a, b'dgram', b.getsockname()))
        data, address = await loop.sock_recvfrom(b, 100)
        print(data, address == a.getsockname())
        await loop.sock_sendto(b, b'answer', address)
        buffer = bytearray(20)
        size, address = await loop.sock_recvfrom_into(a, buffer)
        print(buffer[:size], address == b.getsockname())


async def failing():
    loop = asyncio.get_running_loop()
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        port = probe.getsockname()[1]
        with socket.socket() as sock:
            sock.setblocking(False)
            try:
                await loop.sock_connect(sock, ('127.0.0.1', port))
            except ConnectionRefusedError as error:
                print(str(error).replace(str(port), 'PORT'))


async def readers():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    got = loop.create_future()
    loop.add_reader(a, lambda: got.set_result(a.recv(10)) or print(loop.remove_reader(a)))
    b.send(b'data')
    print(await got)
    ready = loop.create_future()
    loop.add_writer(b.fileno(), ready.set_result, 'writable')
    print(await ready, loop.remove_writer(b.fileno()), loop.remove_writer(b.fileno()))
    try:
        loop.add_reader(-1, print)
    except ValueError as error:
        print(error)
    a.close()
    b.close()
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=connected_pair())
    try:
        loop.add_reader(transport.get_extra_info('socket').fileno(), print)
    except RuntimeError as error:
        print(str(error).split('<')[0].rstrip('0123456789 ').split(' 1')[0].split(' ')[0:2])
    transport.close()
    await asyncio.sleep(0)
    try:
        await loop.create_connection(asyncio.Protocol)
    except ValueError as error:
        print(error)


others = []


def connected_pair():
    a, b = socket.socketpair()
    others.append(b)
    return a


async def names():
    loop = asyncio.get_running_loop()
    infos = await loop.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM)
    print(infos)
    print(await loop.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    try:
        await loop.getaddrinfo('no-such-host.invalid', 80)
    except socket.gaierror as error:
        print(type(error).__name__, isinstance(error, OSError))


async def main():
    for part in tcp, pair, udp, failing, readers, names:
        print('--', part.__name__)
        await part()
    for sock in others:
        sock.close()

asyncio.run(main())
