"""The life of servers: serving, closing, cancelling, async with."""
# difftest: no-wasi (WASI has no sockets)
import asyncio


async def handle(reader, writer):
    writer.write(b'hi\n')
    await writer.drain()
    writer.close()


async def ask(port):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    data = await reader.read()
    writer.close()
    await writer.wait_closed()
    return data


def port_of(server):
    return server.sockets[0].getsockname()[1]


async def with_block():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    async with server:
        print(server.is_serving(), len(server.sockets), await ask(port_of(server)))
    print(server.is_serving(), server.sockets)


async def forever():
    server = await asyncio.start_server(handle, '127.0.0.1', 0, start_serving=False)
    print(server.is_serving())
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    print(server.is_serving(), await ask(port_of(server)))
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(type(error).__name__)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', server.is_serving())
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(error)


async def close_twice():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = port_of(server)
    print(server.get_loop() is asyncio.get_running_loop())
    server.close()
    server.close()
    await server.wait_closed()
    try:
        await ask(port)
    except ConnectionRefusedError as error:
        print(type(error).__name__, error.errno, str(error).replace(str(port), 'PORT'))


async def bad_arguments():
    for arguments in ({}, {'host': '127.0.0.1', 'port': 0, 'sock': 1}, {'ssl': True, 'port': 0}):
        try:
            await asyncio.start_server(handle, **arguments)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    try:
        await asyncio.open_connection()
    except ValueError as error:
        print(error)


async def failing_handler():
    async def bad(reader, writer):
        writer.close()
        raise RuntimeError('handler failed')

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('handler:', context['message'],
                                                           repr(context['exception'])))
    server = await asyncio.start_server(bad, '127.0.0.1', 0)
    print(await ask(port_of(server)))
    server.close()
    await server.wait_closed()
    await asyncio.sleep(0.01)
    import gc
    gc.collect()
    loop.set_exception_handler(None)


async def plain_callback():
    def connected(reader, writer):
        print('callback')
        writer.write(b'plain')
        writer.close()

    async with await asyncio.start_server(connected, '127.0.0.1', 0) as server:
        print(await ask(port_of(server)))


async def two_hosts():
    server = await asyncio.start_server(handle, ['127.0.0.1', '127.0.0.1'], 0)
    print(len(server.sockets))
    server.close()
    sock = server.sockets
    print(sock)


async def main():
    for part in (with_block, forever, close_twice, bad_arguments, failing_handler, plain_callback,
                 two_hosts):
        print('--', part.__name__)
        await part()

asyncio.run(main())
