"""UNIX sockets: streams and protocols over a path."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import os
import socket


async def handle(reader, writer):
    async for line in reader:
        writer.write(line[::-1])
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    folder = f'/tmp/pyasyncc-{os.getpid()}'
    os.mkdir(folder)
    path = os.path.join(folder, 'socket')
    server = await asyncio.start_unix_server(handle, path)
    print(server.sockets[0].getsockname() == path, server.sockets[0].family == socket.AF_UNIX)
    reader, writer = await asyncio.open_unix_connection(path)
    print(writer.get_extra_info('peername') == path, repr(writer.get_extra_info('sockname')))
    writer.write(b'abc\ndef\n')
    writer.write_eof()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    again = await asyncio.start_unix_server(handle, path)
    again.close()
    with open(os.path.join(folder, 'file'), 'w') as file:
        file.write('x')
    try:
        await asyncio.start_unix_server(handle, file.name)
    except OSError as error:
        print(error.errno, error.strerror.replace(folder, 'FOLDER'))
    try:
        await asyncio.open_unix_connection(os.path.join(folder, 'missing'))
    except FileNotFoundError as error:
        print(error.errno)
    for call in loop.create_unix_connection(asyncio.Protocol), loop.create_unix_server(asyncio.Protocol):
        try:
            await call
        except ValueError as error:
            print(error)
    a, b = socket.socketpair()
    transport, protocol = await loop.create_unix_connection(asyncio.Protocol, sock=a)
    transport.write(b'through')
    print(b.recv(20))
    transport.close()
    await asyncio.sleep(0)
    print(b.recv(20))
    b.close()
    for name in os.listdir(folder):
        os.remove(os.path.join(folder, name))
    os.rmdir(folder)

asyncio.run(main())
