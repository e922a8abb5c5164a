"""Programs that end without closing what they opened, and callbacks in their contexts."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import contextvars

variable = contextvars.ContextVar('variable', default='nothing')
kept = []


async def handle(reader, writer):
    print('handler sees', variable.get())
    variable.set('of the handler')
    writer.write(await reader.readline())
    await reader.readline()


async def open_all():
    variable.set('of main')
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    variable.set('changed')
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'line\n')
    print(await reader.readline())
    kept.append((server, reader, writer))


class Contexts(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print('made in', variable.get())
        variable.set('set by connection_made')

    def data_received(self, data):
        print('data in', variable.get())
        variable.set('set by data_received')
        if data == b'pause':
            self.transport.pause_reading()
            asyncio.get_running_loop().call_later(0.01, self.transport.resume_reading)
        self.transport.write(data)

    def connection_lost(self, exc):
        print('lost in', variable.get())


async def contexts():
    variable.set('server')
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Contexts, '127.0.0.1', 0)
    variable.set('client')
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    for data in b'one', b'pause', b'two':
        writer.write(data)
        print(await reader.readexactly(len(data)))
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.01)
    server.close()
    await server.wait_closed()


async def readers_left():
    loop = asyncio.get_running_loop()
    import socket
    a, b = socket.socketpair()
    loop.add_reader(a, print, 'never')
    loop.add_writer(b, lambda: None)
    kept.append((a, b))
    transport, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol,
                                                       local_addr=('127.0.0.1', 0))
    kept.append(transport)


async def closed_under_it():
    """A descriptor that is closed while it is watched."""
    loop = asyncio.get_running_loop()
    import socket
    a, b = socket.socketpair()
    loop.add_reader(a, print, 'never')
    number = a.fileno()
    a.close()
    await asyncio.sleep(0.01)
    print(loop.remove_reader(number))
    b.close()


asyncio.run(contexts())
asyncio.run(closed_under_it())
asyncio.run(open_all())
asyncio.run(readers_left())
try:
    kept[0][2].close()
except RuntimeError as error:
    print(error)
print('end')
