# difftest: no-wasi (WASI has no sockets, so no TLS)
"""TLS inside TLS, files through TLS, and what start_tls and connections refuse."""
import asyncio
import io
import ssl

from _certificates import make_certificates, path, print, remove_certificates


async def echo(reader, writer):
    while data := await reader.readline():
        writer.write(b"echo " + data)
        await writer.drain()
    writer.close()


async def pump(reader, writer):
    try:
        while data := await reader.read(4096):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


async def nested(server_context, client_context):
    inner = await asyncio.start_server(echo, "127.0.0.1", 0, ssl=server_context)

    async def relay(reader, writer):
        there, back = await asyncio.open_connection(*inner.sockets[0].getsockname())
        await asyncio.gather(pump(reader, back), pump(there, writer))

    outer = await asyncio.start_server(relay, "127.0.0.1", 0, ssl=server_context)
    reader, writer = await asyncio.open_connection(*outer.sockets[0].getsockname(), ssl=client_context,
                                                   server_hostname="localhost")
    await writer.start_tls(client_context, server_hostname="localhost")
    writer.write(b"hello\n")
    print(await reader.readline())
    writer.write(b"x" * 50_000 + b"\n")
    print(len(await reader.readuntil(b"x" * 5 + b"\n")))
    print(writer.get_extra_info("peercert")["subject"], writer.get_extra_info("sslcontext") is client_context)
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.05)
    inner.close()
    outer.close()


async def files(loop, server_context, client_context):
    received = loop.create_future()

    async def count(reader, writer):
        received.set_result(len(await reader.read()))
        writer.close()

    server = await asyncio.start_server(count, "127.0.0.1", 0, ssl=server_context)
    _, writer = await asyncio.open_connection("localhost", server.sockets[0].getsockname()[1], ssl=client_context)
    with open(path("file"), "wb+") as file:
        file.write(b"abc" * 30_000)
        file.flush()
        try:
            await loop.sendfile(writer.transport, file, fallback=False)
        except RuntimeError as error:
            print(str(error).split("<")[0])
        print(await loop.sendfile(writer.transport, file, 3, 60_000), file.tell())
        print(await loop.sendfile(writer.transport, io.BytesIO(b"in memory")))
    writer.close()
    print(await received)
    server.close()
    try:
        await loop.sendfile(writer.transport, io.BytesIO())
    except RuntimeError as error:
        print(error)


async def plain_files(loop):
    received = loop.create_future()

    async def count(reader, writer):
        received.set_result(len(await reader.read()))
        writer.close()

    server = await asyncio.start_server(count, "127.0.0.1", 0)
    _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    try:
        await loop.sendfile(writer.transport, io.BytesIO(b"x"), fallback=False)
    except asyncio.SendfileNotAvailableError as error:
        print(repr(error))
    print(await loop.sendfile(writer.transport, io.BytesIO(b"in memory"), 3))
    with open(path("big"), "wb+") as file:
        file.write(bytes(5_000_000))
        file.flush()
        print(await loop.sendfile(writer.transport, file), file.tell())
        print(await loop.sendfile(writer.transport, file, 4_999_999, 10))
    writer.close()
    print(await received)
    server.close()


async def refused(loop, context):
    transport = asyncio.Transport()
    for call in (lambda: loop.start_tls(transport, asyncio.Protocol(), context),
                 lambda: loop.start_tls(transport, asyncio.Protocol(), None),
                 lambda: loop.create_connection(asyncio.Protocol, ssl=context),
                 lambda: loop.create_connection(asyncio.Protocol, server_hostname="x"),
                 lambda: loop.create_connection(asyncio.Protocol, ssl_handshake_timeout=3),
                 lambda: loop.create_connection(asyncio.Protocol, "127.0.0.1", 1, ssl=context),
                 lambda: loop.create_server(asyncio.Protocol, "127.0.0.1", 0, ssl=True),
                 lambda: loop.create_server(asyncio.Protocol)):
        try:
            await call()
        except (TypeError, ValueError, OSError) as error:
            print(type(error).__name__, str(error).split("<")[0])


async def main():
    server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server_context.load_cert_chain(path("own.pem"), path("own.key"))
    client_context = ssl.create_default_context(cafile=path("ca.pem"))
    loop = asyncio.get_running_loop()
    await nested(server_context, client_context)
    await files(loop, server_context, client_context)
    await plain_files(loop)
    await refused(loop, client_context)


make_certificates()
try:
    asyncio.run(main())
finally:
    remove_certificates()
