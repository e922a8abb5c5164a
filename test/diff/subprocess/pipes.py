"""connect_read_pipe and connect_write_pipe."""
# difftest: no-wasi (WASI has no processes)
import asyncio
import os


class Reader(asyncio.Protocol):
    def __init__(self, done):
        self.done = done
        self.data = b''

    def connection_made(self, transport):
        self.transport = transport
        print('reader made')

    def data_received(self, data):
        self.data += data

    def eof_received(self):
        print('eof')

    def connection_lost(self, exc):
        print('reader lost', exc)
        self.done.set_result(self.data)


class Writer(asyncio.BaseProtocol):
    def connection_made(self, transport):
        print('writer made')

    def connection_lost(self, exc):
        print('writer lost', repr(exc))


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    reading, writing = os.pipe()
    read_transport, _ = await loop.connect_read_pipe(lambda: Reader(done), open(reading, 'rb', 0))
    write_transport, _ = await loop.connect_write_pipe(Writer, open(writing, 'wb', 0))
    print(write_transport.get_extra_info('pipe').fileno() == writing)
    write_transport.write(b'first ')
    write_transport.write(b'x' * 200000)
    print(write_transport.get_write_buffer_size() > 0, write_transport.can_write_eof())
    read_transport.pause_reading()
    await asyncio.sleep(0.01)
    read_transport.resume_reading()
    write_transport.write_eof()
    print(len(await done), read_transport.is_closing(), write_transport.is_closing())
    # the reader goes first
    done = loop.create_future()
    reading, writing = os.pipe()
    read_transport, _ = await loop.connect_read_pipe(lambda: Reader(done), open(reading, 'rb', 0))
    write_transport, _ = await loop.connect_write_pipe(Writer, open(writing, 'wb', 0))
    read_transport.close()
    await done
    await asyncio.sleep(0.01)
    print(write_transport.is_closing())
    # streams over a pipe
    reading, writing = os.pipe()
    stream = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(stream), open(reading, 'rb', 0))
    os.write(writing, b'one\ntwo\n')
    print(await stream.readline())
    os.close(writing)
    print(await stream.read())
    with open(__file__, 'rb') as file:
        try:
            await loop.connect_read_pipe(asyncio.Protocol, file)
        except ValueError as error:
            print(error)

asyncio.run(main())
