"""loop.sendfile and loop.sock_sendfile."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import os
import socket


async def main():
    loop = asyncio.get_running_loop()
    path = f'/tmp/pyasyncc-{os.getpid()}'
    content = bytes(i & 255 for i in range(100_000))
    with open(path, 'wb') as file:
        file.write(content)
    received = []
    arrived = asyncio.Event()

    async def handler(reader, writer):
        received.append(await reader.read())
        writer.close()
        arrived.set()

    server = await asyncio.start_server(handler, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    with open(path, 'rb') as file:
        writer.write(b'<')
        print(await loop.sendfile(writer.transport, file))
        print(file.tell())
        print(await loop.sendfile(writer.transport, file, 10, 5))
        writer.write(b'>')
        writer.close()
        await writer.wait_closed()
        await arrived.wait()
        arrived.clear()
        print(received[0] == b'<' + content + content[10:15] + b'>')
        with socket.socket() as sock:
            sock.setblocking(False)
            await loop.sock_connect(sock, address)
            print(await loop.sock_sendfile(sock, file, 99_990))
            sock.shutdown(socket.SHUT_WR)
            await arrived.wait()
            print(await loop.sock_recv(sock, 10))
            for arguments in (-1,), (0, 0), ('x',):
                try:
                    await loop.sock_sendfile(sock, file, *arguments)
                except (ValueError, TypeError) as error:
                    print(type(error).__name__, error)
    print(received[1] == content[99_990:])
    os.remove(path)
    server.close()
    await server.wait_closed()

asyncio.run(main())
