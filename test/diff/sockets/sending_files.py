"""sendfile and sock_sendfile: what is refused, offsets and counts, files that the system cannot send."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import io
import re
import socket
import tempfile


def shown(value):
    text = value if isinstance(value, str) else repr(value)
    return re.sub(r'0x[0-9a-f]+', '0x', re.sub(r'fd=\d+', 'fd=N', text))


async def attempt(text, awaitable):
    try:
        print(text, '->', shown(await awaitable))
    except BaseException as error:
        print(text, '!!', type(error).__name__, shown(str(error)))


class Counting(io.BytesIO):
    def readinto(self, view):
        size = super().readinto(view)
        print('   readinto', len(view), size)
        return size


class Sink(asyncio.Protocol):
    def __init__(self):
        self.data = bytearray()
        self.lost = asyncio.get_running_loop().create_future()

    def data_received(self, data):
        self.data += data

    def connection_lost(self, exc):
        self.lost.set_result(exc)


async def sockets(file):
    print('--- sock_sendfile')
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    for offset, count in ((0, None), (10, None), (10, 5), (0, 1), (100, None), (1000, 5)):
        await attempt(f'{offset} {count}', loop.sock_sendfile(a, file, offset, count))
        print('  ', file.tell())
    for offset, count in ((-1, None), (0, 0), (0, -1), (0, 1.5), ('x', None), (None, None), (0, 'y'), (True, True)):
        await attempt(f'{offset} {count}', loop.sock_sendfile(a, file, offset, count))
    await attempt('text', loop.sock_sendfile(a, open(__file__)))
    memory = Counting(b'm' * 100)
    await attempt('memory', loop.sock_sendfile(a, memory))
    print(memory.tell())
    await attempt('memory', loop.sock_sendfile(a, memory, 90, 20))
    await attempt('memory', loop.sock_sendfile(a, memory, 1, 2))
    print(memory.tell())
    await attempt('no fallback', loop.sock_sendfile(a, memory, fallback=False))
    await attempt('no file', loop.sock_sendfile(a, 5))
    await attempt('empty', loop.sock_sendfile(a, Counting()))
    with tempfile.TemporaryFile() as empty:
        await attempt('empty', loop.sock_sendfile(a, empty))
    b.close()
    await attempt('broken', loop.sock_sendfile(a, file))
    a.close()


async def transports(file):
    print('--- sendfile')
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    one, _ = await loop.create_connection(asyncio.Protocol, sock=a)
    two, sink = await loop.create_connection(Sink, sock=b)
    for offset, count in ((0, None), (10, 5)):
        await attempt(f'{offset} {count}', loop.sendfile(one, file, offset, count))
    for offset, count in ((-1, None), (0, 0)):
        await attempt(f'{offset} {count}', loop.sendfile(one, file, offset, count))
    memory = Counting(b'm' * 40000)
    await attempt('memory', loop.sendfile(one, memory))
    await attempt('memory', loop.sendfile(one, memory, 39990, 5))
    await attempt('no fallback', loop.sendfile(one, memory, fallback=False))
    await attempt('text', loop.sendfile(one, open(__file__)))
    await attempt('transport', loop.sendfile(asyncio.Transport(), file))
    sending = asyncio.create_task(loop.sendfile(one, memory))
    await asyncio.sleep(0)
    try:
        one.write(b'between')
    except RuntimeError as error:
        print(error)
    await attempt('sending', sending)
    print(one.is_reading(), one.get_protocol() is not None)
    await asyncio.sleep(0.01)
    print(len(sink.data))
    one.close()
    await attempt('closing', loop.sendfile(one, file))
    print(await sink.lost)


async def main():
    with tempfile.TemporaryFile() as file:
        file.write(b'0123456789' * 10)
        file.flush()
        await sockets(file)
        await transports(file)


asyncio.run(main())
