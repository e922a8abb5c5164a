"""StreamWriter: closing, half-closing, extra information, draining, lost connections."""
# difftest: no-wasi (WASI has no sockets)
import asyncio


async def serve(handler):
    server = await asyncio.start_server(handler, '127.0.0.1', 0)
    return server, server.sockets[0].getsockname()[1]


async def half_close():
    async def handler(reader, writer):
        data = await reader.read()
        print('server got', data, reader.at_eof())
        writer.write(data[::-1])
        await writer.drain()
        writer.close()

    server, port = await serve(handler)
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.writelines([b'one', b'two', bytearray(b'three'), memoryview(b'four')])
    print(writer.can_write_eof())
    writer.write_eof()
    try:
        writer.write(b'more')
    except RuntimeError as error:
        print(error)
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


async def information():
    done = asyncio.Event()

    async def handler(reader, writer):
        peer = writer.get_extra_info('peername')
        print(peer[0], type(peer[1]).__name__)
        print(writer.get_extra_info('sockname')[0], writer.get_extra_info('nothing', 'default'))
        await reader.read()
        writer.close()
        done.set()

    server, port = await serve(handler)
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    print(writer.get_extra_info('peername') == ('127.0.0.1', port))
    sock = writer.get_extra_info('socket')
    print(sock.fileno() == writer.transport.get_extra_info('socket').fileno(), sock.proto)
    print(sock.getpeername() == ('127.0.0.1', port))
    print(writer.is_closing(), writer.transport.is_closing())
    print(writer.transport.get_write_buffer_limits(), writer.transport.get_write_buffer_size())
    writer.close()
    print(writer.is_closing())
    writer.close()
    await writer.wait_closed()
    await done.wait()
    server.close()


async def wrong_data():
    server, port = await serve(lambda reader, writer: writer.close())
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    for data in 'text', 5, None, [1]:
        try:
            writer.write(data)
        except TypeError as error:
            print(error)
    writer.write(b'')
    writer.close()
    await writer.wait_closed()
    server.close()


async def big():
    total = 3_000_000

    async def handler(reader, writer):
        size = 0
        while chunk := await reader.read(65536):
            size += len(chunk)
            await asyncio.sleep(0)
        writer.write(str(size).encode())
        writer.close()

    server, port = await serve(handler)
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    piece = bytes(range(256)) * 100
    sent = 0
    while sent < total:
        writer.write(piece)
        sent += len(piece)
        await writer.drain()
    writer.write_eof()
    print(int(await reader.read()) == sent)
    writer.close()
    await writer.wait_closed()
    server.close()


async def echo_big():
    async def handler(reader, writer):
        writer.write(await reader.readexactly(1_000_000))
        await writer.drain()
        writer.close()

    server, port = await serve(handler)
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    data = bytes(i * 7 & 255 for i in range(1_000_000))
    writer.write(data)
    answer = await reader.readexactly(len(data))
    print(answer == data, await reader.read(), reader.at_eof())
    writer.close()
    await writer.wait_closed()
    server.close()


async def lost():
    async def handler(reader, writer):
        await reader.readline()
        writer.transport.abort()

    server, port = await serve(handler)
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'line\n')
    print(await reader.read())
    try:
        for _ in range(100):
            writer.write(b'x' * 100000)
            await writer.drain()
        print('no error')
    except ConnectionError as error:
        print('lost')
    writer.close()
    try:
        await writer.wait_closed()
    except ConnectionError:
        print('closed with an error')
    server.close()


async def timeouts():
    async def handler(reader, writer):
        await reader.read()
        writer.close()

    server, port = await serve(handler)
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    try:
        await asyncio.wait_for(reader.readline(), 0.01)
    except asyncio.TimeoutError:
        print('timeout')
    try:
        async with asyncio.timeout(0.01):
            await reader.readexactly(5)
    except TimeoutError:
        print('timeout again')
    writer.close()
    await writer.wait_closed()
    try:
        await writer.drain()
    except ConnectionResetError as error:
        print(error)
    server.close()


async def main():
    for part in half_close, information, wrong_data, big, echo_big, lost, timeouts:
        print('--', part.__name__)
        await part()

asyncio.run(main())
