"""create_connection: names, several addresses, local addresses, races; create_server's options."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import socket


async def handle(reader, writer):
    writer.write(b'hello')
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(handle, '127.0.0.1', 0, backlog=5, reuse_port=True)
    port = server.sockets[0].getsockname()[1]
    for options in ({}, {'happy_eyeballs_delay': 0.01}, {'interleave': 2},
                    {'family': socket.AF_INET}, {'local_addr': ('127.0.0.1', 0)}):
        reader, writer = await asyncio.open_connection('localhost', port, **options)
        print(sorted(options), await reader.read(), writer.get_extra_info('peername')[0])
        writer.close()
        await writer.wait_closed()
    reader, writer = await asyncio.open_connection('127.0.0.1', str(port))
    print(await reader.read())
    writer.close()
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        dead = probe.getsockname()[1]
        for options in ({}, {'happy_eyeballs_delay': 0.01}):
            try:
                await asyncio.open_connection('127.0.0.1', dead, **options)
            except OSError as error:
                print(type(error).__name__, str(error).replace(str(dead), 'DEAD'))
        try:
            await asyncio.open_connection('127.0.0.1', port, local_addr=('127.0.0.1', dead))
        except OSError as error:
            print(type(error).__name__, str(error).replace(str(dead), 'DEAD'))
    try:
        await asyncio.start_server(handle, '127.0.0.1', port)
    except OSError as error:
        print(error.errno, str(error).replace(str(port), 'PORT'))
    try:
        await asyncio.open_connection('no-such-host.invalid', 80)
    except socket.gaierror as error:
        print('no such host')
    sock = socket.create_connection(('127.0.0.1', port))
    reader, writer = await asyncio.open_connection(sock=sock)
    print(await reader.read(), writer.get_extra_info('socket').family)
    writer.close()
    with socket.socket(type=socket.SOCK_DGRAM) as datagrams:
        for call in loop.create_connection(asyncio.Protocol, sock=datagrams), \
                loop.create_server(asyncio.Protocol, sock=datagrams):
            try:
                await call
            except ValueError as error:
                print(str(error).split(',')[0])
    listener = socket.create_server(('127.0.0.1', 0))
    server2 = await asyncio.start_server(handle, sock=listener)
    reader, writer = await asyncio.open_connection(*listener.getsockname())
    print(await reader.read(), repr(server2).split(' ')[0])
    writer.close()
    a, b = socket.socketpair()
    transport, protocol = await loop.connect_accepted_socket(asyncio.Protocol, a)
    transport.write(b'accepted')
    print(b.recv(10))
    transport.close()
    b.close()
    for running in server, server2:
        running.close()
        await running.wait_closed()


async def crowd():
    """More connections at once than the backlog."""
    async def echo(reader, writer):
        writer.write(await reader.readline())
        writer.close()

    server = await asyncio.start_server(echo, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()

    async def one(i):
        reader, writer = await asyncio.open_connection(*address)
        writer.write(b'%d\n' % i)
        data = await reader.read()
        writer.close()
        await writer.wait_closed()
        return int(data)

    print(sum(await asyncio.gather(*(one(i) for i in range(300)))))
    server.close()
    await server.wait_closed()

asyncio.run(main())
asyncio.run(crowd())
