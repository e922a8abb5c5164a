"""BufferedProtocol: received bytes go to the protocol's own buffer."""
# difftest: no-wasi (WASI has no sockets)
import asyncio


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, done):
        self.buffer = bytearray(8)
        self.received = b''
        self.done = done

    def connection_made(self, transport):
        print('made', type(transport).__name__)

    def get_buffer(self, sizehint):
        assert sizehint == -1
        return self.buffer

    def buffer_updated(self, nbytes):
        self.received += bytes(self.buffer[:nbytes])

    def eof_received(self):
        print('eof', self.received)

    def connection_lost(self, exc):
        print('lost', exc)
        self.done.set_result(None)


class View(Buffered):
    def get_buffer(self, sizehint):
        return memoryview(self.buffer)[2:5]

    def buffer_updated(self, nbytes):
        self.received += bytes(self.buffer[2:2 + nbytes])


class Empty(Buffered):
    def get_buffer(self, sizehint):
        return bytearray()


async def run(factory):
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    errors = []
    loop.set_exception_handler(lambda loop, context: errors.append(
        (context['message'], repr(context['exception']))))
    server = await loop.create_server(lambda: factory(done), '127.0.0.1', 0)
    transport, _ = await loop.create_connection(asyncio.Protocol, *server.sockets[0].getsockname())
    transport.write(b'a somewhat longer message')
    transport.write_eof()
    await done
    print(errors)
    transport.close()
    server.close()
    await server.wait_closed()


async def main():
    for factory in Buffered, View, Empty:
        await run(factory)

asyncio.run(main())
