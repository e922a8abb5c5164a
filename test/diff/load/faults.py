# difftest: no-wasi (WASI has no sockets, processes and signals)
# difftest: timeout 60
"""What peers, the system and children can do to a program: nothing is lost, nothing leaks."""
import asyncio
import errno
import os
import resource
import signal
import socket
import struct


def descriptors():
    return len(os.listdir("/proc/self/fd"))


async def echo(reader, writer):
    try:
        while data := await reader.read(1000):
            writer.write(data)
            await writer.drain()
    except ConnectionError as error:
        print("server:", type(error).__name__)
    finally:
        writer.close()


async def dribble(port):
    """One byte at a time, against readers of lines and of fixed sizes."""
    async def lines(reader, writer):
        head = await reader.readexactly(4)
        got = [await reader.readuntil(b"\r\n"), await reader.readline(), head]
        print(got, await reader.read())
        writer.close()

    server = await asyncio.start_server(lines, "127.0.0.1", 0)
    _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    for byte in b"abcdfirst\r\nsecond\nrest":
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(0)
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.05)
    server.close()


def reset(sock):
    """Closes so that the peer gets a reset."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()


async def resets(port):
    for _ in range(20):
        sock = socket.create_connection(("127.0.0.1", port))
        sock.send(b"x" * 10)
        await asyncio.sleep(0)
        reset(sock)
    await asyncio.sleep(0.05)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"still there")
    print(await reader.readexactly(11))
    writer.close()


async def half_close(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"a" * 100_000)
    writer.write_eof()
    print(len(await reader.read()), reader.at_eof())
    writer.close()
    await writer.wait_closed()


async def refused():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port = sock.getsockname()[1]
        results = await asyncio.gather(*[asyncio.open_connection("127.0.0.1", port) for _ in range(50)],
                                       return_exceptions=True)
        print({type(result).__name__ for result in results}, results[0].errno == errno.ECONNREFUSED)


async def gone_reader():
    """Writing to a peer that is gone."""
    async def leave(reader, writer):
        writer.transport.abort()

    server = await asyncio.start_server(leave, "127.0.0.1", 0)
    _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    try:
        for _ in range(1000):
            writer.write(b"x" * 10000)
            await writer.drain()
            await asyncio.sleep(0)
        print("never noticed")
    except ConnectionError as error:
        print("writer noticed", isinstance(error, (ConnectionResetError, BrokenPipeError)))
    writer.close()
    server.close()
    read_end, write_end = os.pipe()
    os.close(read_end)
    transport, protocol = await asyncio.get_running_loop().connect_write_pipe(asyncio.Protocol, os.fdopen(write_end, "wb"))
    transport.write(b"nobody reads")
    await asyncio.sleep(0.02)
    print("pipe closing:", transport.is_closing())
    try:
        os.write(1000, b"")
    except OSError as error:
        print(error)


async def out_of_descriptors():
    """accept() fails for want of descriptors: the server says so, waits, and goes on."""
    loop = asyncio.get_running_loop()
    said = []
    loop.set_exception_handler(lambda loop, context: said.append(context["message"]))
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    clients = [socket.socket() for _ in range(5)]
    highest = max(int(name) for name in os.listdir("/proc/self/fd") if int(name) < 1000)
    resource.setrlimit(resource.RLIMIT_NOFILE, (highest + 1, hard))
    for client in clients:
        client.setblocking(False)
        client.connect_ex(address)
    await asyncio.sleep(0.1)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    print(set(said))
    clients[0].setblocking(True)
    clients[0].sendall(b"patience")
    print(await loop.run_in_executor(None, clients[0].recv, 100))
    for client in clients:
        client.close()
    await asyncio.sleep(0.05)
    server.close()
    loop.set_exception_handler(unheard)


async def killed_children():
    async def one(number):
        child = await asyncio.create_subprocess_exec("sleep", "100", stdin=asyncio.subprocess.PIPE,
                                                     stdout=asyncio.subprocess.PIPE)
        await asyncio.sleep(0)
        child.send_signal(signal.SIGKILL if number % 2 else signal.SIGTERM)
        out, _ = await child.communicate(b"too late")
        return child.returncode, out

    print(sorted(set(await asyncio.gather(*(one(number) for number in range(10))))))
    child = await asyncio.create_subprocess_exec("sh", "-c", "kill -9 $$")
    print(await child.wait())


def unheard(loop, context):
    """Which lost futures are reported, and when, is not the matter here."""


async def main():
    asyncio.get_running_loop().set_exception_handler(unheard)
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    await killed_children()
    await out_of_descriptors()
    await asyncio.sleep(0.05)
    before = descriptors()
    for _ in range(2):
        await dribble(port)
        await resets(port)
        await half_close(port)
        await refused()
        await gone_reader()
        await killed_children()
    await asyncio.sleep(0.05)
    print("descriptors flat:", descriptors() == before)
    server.close()


asyncio.run(main())
