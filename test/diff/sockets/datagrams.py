"""Datagram endpoints: sending both ways, errors, closing."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import socket


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
        print('server made')

    def datagram_received(self, data, addr):
        print('server got', data, addr[0])
        self.transport.sendto(data[::-1], addr)

    def connection_lost(self, exc):
        print('server lost', exc)


class Client(asyncio.DatagramProtocol):
    def __init__(self, name):
        self.name = name
        self.answers = asyncio.Queue()

    def datagram_received(self, data, addr):
        self.answers.put_nowait(data)

    def error_received(self, exc):
        print(self.name, 'error', type(exc).__name__)
        self.answers.put_nowait(None)

    def connection_lost(self, exc):
        print(self.name, 'lost', exc)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=('127.0.0.1', 0))
    address = server.get_extra_info('sockname')
    print(address[0], server.get_extra_info('peername'))
    connected, client = await loop.create_datagram_endpoint(lambda: Client('connected'),
                                                            remote_addr=address)
    connected.sendto(b'abc')
    print(await client.answers.get())
    connected.sendto(b'def', address)
    print(await client.answers.get())
    try:
        connected.sendto(b'x', ('127.0.0.1', 1))
    except ValueError as error:
        print(str(error).split('(')[0])
    try:
        connected.sendto('text')
    except TypeError as error:
        print(error)
    free, client2 = await loop.create_datagram_endpoint(lambda: Client('free'), family=socket.AF_INET)
    free.sendto(b'12345', address)
    print(await client2.answers.get(), free.get_write_buffer_size())
    connected.close()
    print(connected.is_closing())
    await asyncio.sleep(0)
    free.abort()
    await asyncio.sleep(0)
    # nobody listens
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(('127.0.0.1', 0))
        dead = sock.getsockname()
    lost, client3 = await loop.create_datagram_endpoint(lambda: Client('dead'), remote_addr=dead)
    lost.sendto(b'anyone?')
    await client3.answers.get()
    lost.close()
    server.close()
    await asyncio.sleep(0.01)
    for arguments in {}, {'local_addr': '127.0.0.1'}, {'local_addr': ('127.0.0.1', 0, 0)}:
        try:
            await loop.create_datagram_endpoint(Echo, **arguments)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(('127.0.0.1', 0))
    own, _ = await loop.create_datagram_endpoint(lambda: Client('own'), sock=sock)
    print(own.get_extra_info('socket').type == socket.SOCK_DGRAM)
    own.close()
    await asyncio.sleep(0.01)

asyncio.run(main())
