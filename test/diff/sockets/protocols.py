"""Protocols: the order of their callbacks, on both sides."""
# difftest: no-wasi (WASI has no sockets)
import asyncio


class Side(asyncio.Protocol):
    def __init__(self, name, log, keep_open=False):
        self.name = name
        self.log = log
        self.keep_open = keep_open
        self.closed = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        self.log.append(f'{self.name} made')

    def data_received(self, data):
        self.log.append(f'{self.name} data {bytes(data)!r}')
        if self.name == 'server':
            self.transport.write(data.upper())

    def eof_received(self):
        self.log.append(f'{self.name} eof')
        return self.keep_open

    def connection_lost(self, exc):
        self.log.append(f'{self.name} lost {exc!r}')
        self.closed.set_result(None)


async def conversation(keep_open):
    loop = asyncio.get_running_loop()
    log = []
    servers = []

    def factory():
        servers.append(Side('server', log, keep_open))
        return servers[-1]

    server = await loop.create_server(factory, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    transport, protocol = await loop.create_connection(lambda: Side('client', log), '127.0.0.1', port)
    print(transport.get_protocol() is protocol, transport.is_reading(), transport.is_closing())
    transport.write(b'hello')
    while len(log) < 4:
        await asyncio.sleep(0.001)
    transport.write_eof()
    transport.write_eof()
    while 'server eof' not in log:
        await asyncio.sleep(0.001)
    if keep_open:
        servers[0].transport.write(b'still here')
        servers[0].transport.close()
    await protocol.closed
    await servers[0].closed
    print(transport.is_closing(), transport.is_reading())
    client = [line for line in log if line.startswith('client')]
    print(client)
    print([line for line in log if line.startswith('server')])
    server.close()
    await server.wait_closed()


async def pausing():
    loop = asyncio.get_running_loop()
    log = []
    server_sides = []
    server = await loop.create_server(
        lambda: server_sides.append(Side('quiet', log)) or server_sides[-1], '127.0.0.1', 0)
    transport, protocol = await loop.create_connection(
        lambda: Side('client', log), *server.sockets[0].getsockname())
    await asyncio.sleep(0.01)
    peer = server_sides[0].transport
    peer.pause_reading()
    peer.pause_reading()
    print(peer.is_reading())
    transport.write(b'waits')
    await asyncio.sleep(0.02)
    print(log)
    peer.resume_reading()
    peer.resume_reading()
    print(peer.is_reading())
    await asyncio.sleep(0.02)
    print(log)
    transport.abort()
    print(transport.is_closing())
    await protocol.closed
    await server_sides[0].closed
    print(log)
    server.close()


async def refused():
    loop = asyncio.get_running_loop()
    import socket
    with socket.socket() as sock:
        sock.bind(('127.0.0.1', 0))
        port = sock.getsockname()[1]
        try:
            await loop.create_connection(asyncio.Protocol, '127.0.0.1', port)
        except ConnectionRefusedError as error:
            print(error.errno, str(error).replace(str(port), 'PORT'))


async def raising():
    loop = asyncio.get_running_loop()

    class Bad(asyncio.Protocol):
        def connection_made(self, transport):
            raise RuntimeError('made')

        def data_received(self, data):
            raise ValueError('data')

        def connection_lost(self, exc):
            print('lost', repr(exc))

    messages = []
    loop.set_exception_handler(
        lambda loop, context: messages.append((context['message'].split('(')[0],
                                               repr(context['exception']))))
    server = await loop.create_server(Bad, '127.0.0.1', 0)
    log = []
    transport, protocol = await loop.create_connection(
        lambda: Side('client', log), *server.sockets[0].getsockname())
    transport.write(b'x')
    await protocol.closed
    await asyncio.sleep(0.01)
    print(messages[-1], len(messages))
    server.close()
    loop.set_exception_handler(None)


async def main():
    await conversation(False)
    await conversation(True)
    await pausing()
    await refused()
    await raising()

asyncio.run(main())
